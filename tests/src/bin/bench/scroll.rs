//! Scrolling the list of all cases in the real window: what one step costs the page.

use std::time::Duration;

use praesto_tests::Window;
use serde_json::{Value, json};

use crate::report::{Report, Row};
use crate::times::{Times, ms};

/// What one step may take: half of what is between two pictures on the screen.
const BUDGET: Duration = Duration::from_millis(8);
/// Rows that may stand in the page at once.
const ROWS: u64 = 60;
/// How often the list is scrolled.
const STEPS: usize = 300;
/// How far: two and a half rows, as a wheel does.
const PIXELS: u32 = 125;

/// Scrolls step by step. A step is timed from the scroll until rows stand at the places that it shows, and these are known: the page draws them in
/// tasks that it gives itself before it does anything else. Rows that were not read yet stand there without words until they come; until when that is
/// so is timed as well, by the pictures that the page is asked for meanwhile, and only then the next step is taken. At last the list is thrown to its
/// end. Answers with the milliseconds of each step, those of each step that waited for words, those of the throw, the most rows there were, how far
/// it went, and the milliseconds of each step's layout.
const SCROLL: &str = "const [steps, pixels, done] = arguments, list = document.querySelector('#case-list'), times = [], layouts = [], waits = []; \
    let most = 0, way = 0; \
    const turn = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))); \
    const blank = () => { \
        const { top, bottom } = list.getBoundingClientRect(); \
        return [...list.querySelectorAll('.rw--coming')].some((row) => { \
            const at = row.getBoundingClientRect(); \
            return at.bottom > top && at.top < bottom; \
        }); \
    }; \
    const filled = async (start) => { \
        while (blank() && performance.now() - start < 5000) await turn(); \
        return performance.now() - start; \
    }; \
    const walk = async () => { \
        while (times.length < steps) { \
            list.scrollTop += pixels; \
            const start = performance.now(); \
            list.dispatchEvent(new Event('scroll')); \
            for (let task = 0; task < 20; task += 1) await null; \
            const drawn = performance.now(); \
            list.lastElementChild.getBoundingClientRect(); \
            const laid = performance.now(); \
            times.push(laid - start); \
            layouts.push(laid - drawn); \
            most = Math.max(most, list.querySelectorAll('[role=option]').length); \
            if (blank()) waits.push(await filled(start)); \
            await turn(); \
        } \
        way = list.scrollTop; \
        const start = performance.now(); \
        list.scrollTop = list.scrollHeight; \
        list.dispatchEvent(new Event('scroll')); \
        await turn(); \
        done([times, waits, await filled(start), most, way, layouts]); \
    }; \
    walk();";

/// Scrolls the list that the window shows.
pub(crate) fn measure(window: &Window, report: &mut Report) {
    let answer = window.script_later(SCROLL, &[json!(STEPS), json!(PIXELS)]);
    let all = |part: &Value| part.as_array().expect("the script tells its times").iter().map(duration).collect::<Vec<_>>();
    let (times, waits, throw) = (all(&answer[0]), all(&answer[1]), duration(&answer[2]));
    let most = answer[3].as_u64().expect("the script counts rows");
    let passed = answer[4].as_f64().unwrap_or_default();
    assert!(passed >= f64::from(PIXELS) * (STEPS - 1) as f64, "the list was scrolled all the way: {passed} pixels");
    let mean = times.iter().sum::<Duration>() / u32::try_from(times.len()).expect("there are few steps");
    let (times, layouts) = (Times::from(times), Times::from(all(&answer[5])));
    let worse = |part: f64, rows: u64| part.max(rows as f64 / ROWS as f64);
    let waited = match waits.iter().max() {
        None => "no step had to wait for words".to_owned(),
        Some(longest) => format!("{} of {STEPS} steps waited for words of rows, {} at the longest", waits.len(), ms(*longest)),
    };
    report.row(Row {
        what: "list scroll, one step".into(),
        budget: "p99 script and layout ≤ 8 ms, at most 60 row nodes",
        measured: format!("p50 {}, p99 {}, {most} rows", ms(times.percentile(50)), ms(times.percentile(99))),
        floor: "–".into(),
        ratio: None,
        of_budget: Some(worse(times.percentile(99).as_secs_f64() / BUDGET.as_secs_f64(), most)),
        whole: true,
        note: format!(
            "{STEPS} steps of {PIXELS} pixels through the list of all open cases; mean {}; of it layout p50 {}, p99 {}; {waited}; thrown to its end, its rows had their words after \
             {}. The page's clock counts whole milliseconds. Painting is not in it: the screen is a virtual one without a graphics card",
            ms(mean),
            ms(layouts.percentile(50)),
            ms(layouts.percentile(99)),
            ms(throw),
        ),
    });
}

fn duration(milliseconds: &Value) -> Duration {
    Duration::from_secs_f64(milliseconds.as_f64().expect("a time is a number") / 1_000.0)
}
