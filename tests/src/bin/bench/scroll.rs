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
const STEPS: usize = 600;
/// How far: two and a half rows, as a wheel does.
const PIXELS: u32 = 125;

/// Scrolls step by step. A step is timed from the scroll until the rows that it asks for stand in the page and their places are known: the page draws
/// them in tasks that it gives itself before it does anything else. Answers with the milliseconds of each step, and the most rows there were.
const SCROLL: &str = "const [steps, pixels, done] = arguments, list = document.querySelector('#case-list'), times = []; \
    let most = 0; \
    const step = async () => { \
        list.scrollTop += pixels; \
        const start = performance.now(); \
        list.dispatchEvent(new Event('scroll')); \
        for (let turn = 0; turn < 20; turn += 1) await null; \
        list.lastElementChild.getBoundingClientRect(); \
        times.push(performance.now() - start); \
        most = Math.max(most, list.querySelectorAll('[role=option]').length); \
        if (times.length < steps) requestAnimationFrame(() => setTimeout(step)); else done([times, most, list.scrollTop]); \
    }; \
    step();";

/// Scrolls the list that the window shows.
pub(crate) fn measure(window: &Window, report: &mut Report) {
    let answer = window.script_later(SCROLL, &[json!(STEPS), json!(PIXELS)]);
    let times: Vec<Duration> = answer[0].as_array().expect("the script tells its times").iter().map(duration).collect();
    let most = answer[1].as_u64().expect("the script counts rows");
    let passed = answer[2].as_f64().unwrap_or_default();
    assert!(passed >= f64::from(PIXELS) * (STEPS - 1) as f64, "the list was scrolled all the way: {passed} pixels");
    let mean = times.iter().sum::<Duration>() / u32::try_from(times.len()).expect("there are few steps");
    let times = Times::from(times);
    let worse = |part: f64, rows: u64| part.max(rows as f64 / ROWS as f64);
    report.row(Row {
        what: "list scroll, one step".into(),
        budget: "p99 script and layout ≤ 8 ms, at most 60 row nodes",
        measured: format!("p50 {}, p99 {}, {most} rows", ms(times.percentile(50)), ms(times.percentile(99))),
        floor: "–".into(),
        ratio: None,
        of_budget: Some(worse(times.percentile(99).as_secs_f64() / BUDGET.as_secs_f64(), most)),
        whole: true,
        note: format!(
            "{STEPS} steps of {PIXELS} pixels through the list of all open cases, each drawn before the next; mean {}. The page's clock counts whole \
             milliseconds. Painting is not in it: the screen is a virtual one without a graphics card",
            ms(mean),
        ),
    });
}

fn duration(milliseconds: &Value) -> Duration {
    Duration::from_secs_f64(milliseconds.as_f64().expect("a time is a number") / 1_000.0)
}
