//! The table: each budget with what was measured, the floor of the same run, and whether it was reached.

use std::fmt::Write as _;
use std::time::{Instant, SystemTime, UNIX_EPOCH};

use praesto_contract::{Day, Moment};

use crate::machine;

/// One line of the table.
pub(crate) struct Row {
    pub(crate) what: String,
    pub(crate) budget: &'static str,
    pub(crate) measured: String,
    pub(crate) floor: String,
    /// Measured over floor, where there is one.
    pub(crate) ratio: Option<f64>,
    /// How far the measurement is from the budget: at most 1 is reached. Nothing where the budget is not this one.
    pub(crate) of_budget: Option<f64>,
    /// Whether the budget's own conditions were measured, or easier ones that the note names.
    pub(crate) whole: bool,
    /// Where the time goes, or what the figure leaves out.
    pub(crate) note: String,
}

/// What writes the report, and how it was built.
const OPTIMISED: (&str, &str) = ("`cargo xtask bench`", "profile `bench-run`: the release build without link-time optimisation");
const DEVELOPMENT: (&str, &str) = (
    "the bench in the development profile",
    "**the development profile: Praesto's own crates are not optimised**, most of what they build on at level 1, sealing, SQLCipher and \
     merging at 2 to 3. `cargo xtask bench` measures an optimised build; until it has run, take these times as too long and the ratios as rough",
);

/// What a run found.
pub(crate) struct Report {
    cases: u64,
    start: Instant,
    load: String,
    rows: Vec<Row>,
    facts: Vec<String>,
}

impl Report {
    pub(crate) fn begin(cases: u64) -> Self {
        Self { cases, start: Instant::now(), load: machine::load(), rows: Vec::new(), facts: machine::facts() }
    }

    /// Says what is being done: a run takes minutes.
    pub(crate) fn say(&self, what: &str) {
        println!("{:>6.1} s  {what}", self.start.elapsed().as_secs_f64());
    }

    /// Keeps a fact about what was measured.
    pub(crate) fn fact(&mut self, fact: String) {
        self.say(&fact);
        self.facts.push(fact);
    }

    pub(crate) fn row(&mut self, row: Row) {
        self.say(&format!("{}: {} (floor {})", row.what, row.measured, row.floor));
        self.rows.push(row);
    }

    /// The report in Markdown.
    pub(crate) fn end(self) -> String {
        let now = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |time| time.as_millis() as i64);
        let mut text = String::new();
        let (command, build) = if cfg!(debug_assertions) { DEVELOPMENT } else { OPTIMISED };
        let _ = writeln!(text, "# Speed against the budgets\n");
        let seconds = self.start.elapsed().as_secs_f64();
        let _ =
            writeln!(text, "Written by {command} with {} cases on {}, all in one run of {seconds:.0} s.", self.cases, Day::of(Moment(now)));
        let _ = writeln!(text, "A floor is the least work that the same result needs, measured in the same run on the same disk.\n");
        let _ = writeln!(text, "- {build}");
        let _ = writeln!(
            text,
            "- load average {} at the start and {} at the end; the bench itself makes about 1, the rest are other programs on the same cores",
            self.load,
            machine::load()
        );
        for fact in &self.facts {
            let _ = writeln!(text, "- {fact}");
        }
        let _ = writeln!(text, "\n| what | budget | measured | floor | ratio to floor | reached | where the time goes, what is left out |");
        let _ = writeln!(text, "|---|---|---|---|---|---|---|");
        for row in &self.rows {
            let ratio = row.ratio.map_or("–".to_owned(), |ratio| format!("{ratio:.2}"));
            let reached = match row.of_budget {
                Some(part) if part <= 1.0 && !row.whole => {
                    format!("not shown: {:.0} % of the budget under easier conditions", part * 100.0)
                }
                Some(part) if part <= 1.0 => format!("reached: {:.0} % of the budget", part * 100.0),
                Some(part) => format!("not reached: {part:.2} times the budget"),
                None => "no budget".to_owned(),
            };
            let _ =
                writeln!(text, "| {} | {} | {} | {} | {ratio} | {reached} | {} |", row.what, row.budget, row.measured, row.floor, row.note);
        }
        text.push_str(NOT_MEASURED);
        text
    }
}

const NOT_MEASURED: &str = "
Not measured:
- Every sync here is in one process, without HTTP and TLS; the server under 500 devices is behind HTTP, without TLS.
";
