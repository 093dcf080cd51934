//! A table of five thousand rows: its columns are mapped, each row's fate is told, the run is stopped in the middle and begun again. What came in came in
//! once, and three rows that cannot be read are named with their lines.

use std::time::{Duration, Instant};

use praesto_tests::{Stage, Window};
use serde_json::{Value, json};

use crate::people::{Progress, chooses, goes_to, makes_an_office};
use crate::screens::everybody_can_use;

const ROWS: u64 = 5_000;
/// Lines that cannot be read, and what is said of each.
const BAD: [(u64, &str); 3] =
    [(101, "The title is empty."), (2_600, "A date in it cannot be read."), (4_900, "The row has more or fewer cells than the heading.")];
const GOOD: u64 = ROWS - BAD.len() as u64;
/// For reading, and for taking in, the whole table.
const WITHIN: Duration = Duration::from_secs(120);

/// The table; its first row stands in line 2.
fn table() -> String {
    let row = |line: u64| match line {
        101 => ",L-00101,2026-03-02,,Mill Lane\n".to_owned(),
        2_600 => "Case in line 2600,L-02600,30.2.2026,,Mill Lane\n".to_owned(),
        4_900 => "Case in line 4900,L-04900,2026-03-02,,Mill Lane,one more\n".to_owned(),
        _ => format!("Case in line {line},L-{line:05},2026-03-02,Filed in box {},Mill Lane\n", line % 40),
    };
    let rows: String = (2..ROWS + 2).map(row).collect();
    format!("Title,Reference,Received,Note,Street\n{rows}")
}

/// Looks at what would become of the table, and gives what is said of the first rows: where each stands and what of it.
fn plans(window: &Window, path: &str, counts: &str) -> Vec<(String, String)> {
    window.type_into("#import-path", path);
    window.click("#import-path-do");
    window.find_within(&format!("[data-test=import-report]{counts}"), WITHIN);
    window.stands_at("#import-plan-title");
    let script = "return [...document.querySelectorAll('[data-test=fate]')].slice(0, 4) \
        .map(row => [row.cells[0].innerText.trim(), row.cells[row.cells.length - 1].innerText])";
    let rows = window.script(script, &[]);
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    rows.as_array().into_iter().flatten().map(|row| (text(&row[0]), text(&row[1]))).collect()
}

/// Asserts that there are so many cases, each of a reference of its own.
fn holds(window: &Window, cases: u64) {
    goes_to(window, "cases/team");
    window.find(&format!("#case-list [role=option][aria-setsize='{cases}']"));
}

#[test]
fn five_thousand_rows_are_mapped_planned_stopped_and_brought_in_once() {
    let stage = Stage::set("large-import");
    let path = stage.file("archive.csv", table());
    let path = path.to_string_lossy();
    let window = makes_an_office(&stage, "Elira", None);
    goes_to(&window, "import");
    let rows = plans(&window, &path, &format!("[data-new='{GOOD}'][data-here='0'][data-refused='3']"));
    for ((line, why), (source, said)) in BAD.iter().zip(&rows) {
        assert_eq!(source, &line.to_string(), "those that are refused stand first");
        assert!(said.contains(why), "line {line}: {said}");
    }
    assert_eq!(rows[3].0, "2", "and then those that come in, line by line");

    // A column goes elsewhere, and everything is told anew.
    window.script("document.activeElement.blur()", &[]);
    chooses(&window, "#column-4", "tag");
    window.find_within("#import-plan-title:focus", WITHIN);
    window.find(&format!("[data-test=import-report][data-new='{GOOD}'][data-refused='3']"));
    assert_eq!(window.value("#column-4"), "tag");
    everybody_can_use(&window, "plan of a large import");

    let progress = Progress::watched_and_stopped(&window, ".import__busy", 10, "#import-stop");
    let started = Instant::now();
    window.click("#import-do");
    window.find_within("#import-done-title", WITHIN);
    let seen = progress.grown();
    assert!(seen.len() > 2, "the numbers moved: {seen:?}");
    let new = "return Number(document.querySelector('[data-test=import-report]').dataset.new)";
    let came = window.script(new, &[]).as_u64().expect("a number");
    eprintln!("{came} rows in {:?}", started.elapsed());
    assert!((1..GOOD).contains(&came), "it was stopped in the middle, at {came}");
    window.shows("[data-test=import-report]", "Import the same again for the rest: nothing comes in twice.");
    let refused = window.script("return Number(document.querySelector('[data-test=import-report]').dataset.refused)", &[]);
    let shown = came.min(200 - refused.as_u64().expect("a number"));
    assert_eq!(window.count("[data-test=fate] a.link") as u64, shown, "what came in is named and leads to its case");
    everybody_can_use(&window, "a large import that was stopped");
    holds(&window, came);

    goes_to(&window, "import");
    window.find("#import-done-title");
    window.press(&[], "Escape");
    window.find("#import-path");
    let rest = GOOD - came;
    let rows = plans(&window, &path, &format!("[data-new='{rest}'][data-here='{came}'][data-refused='3']"));
    assert_eq!(rows[0].0, BAD[0].0.to_string());
    let progress = Progress::watched(&window, ".import__busy");
    let started = Instant::now();
    window.click("#import-do");
    window.find_within(&format!("[data-test=import-report][data-new='{rest}'] #import-done-title"), WITHIN);
    eprintln!("{rest} rows in {:?}", started.elapsed());
    assert!(progress.grown().len() > 10, "the numbers moved: {:?}", progress.grown());
    holds(&window, GOOD);

    // A row from before the stop, whose street became a tag, and one from after it.
    for line in [2, 5_001] {
        let reference = format!("L-{line:05}");
        let rows = asks(&window, "search", json!({ "words": reference, "limit": 20 }))["rows"].clone();
        let same = rows.as_array().into_iter().flatten().filter(|row| row["reference"] == json!(reference)).count();
        assert_eq!(same, 1, "{reference} is here once");
    }
    assert_eq!(asks(&window, "tags", json!({ "begins": "Mill" })), json!(["Mill Lane"]));
}

/// Asks the window's program for something, as the window itself does.
fn asks(window: &Window, command: &str, request: Value) -> Value {
    let script = "const [command, request, done] = arguments; \
        window.__TAURI_INTERNALS__.invoke(command, { request }).then(done, error => done(String(error)))";
    window.script_later(script, &[json!(command), request])
}
