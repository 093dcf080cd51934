//! A new computer takes in what colleagues wrote, beside the floor of the same records; and what an append costs the server.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use praesto_app::Handle;
use praesto_app::documents::CaseDocument;
use praesto_contract::{CaseId, CaseListGet, CaseSort, ListFilter, Moment, Queue, SyncNow};
use praesto_domain::casework::CaseChange;
use praesto_protocol::DocumentId;
use praesto_tests::world::{Device, World, office};

use crate::author::Author;
use crate::cases::durable_write;
use crate::fill::{self, NOW, note, ten};
use crate::floor::{self, Floor, Reading};
use crate::report::{Report, Row};
use crate::times::{Times, ms, once};

/// Records of one transaction in the engine.
const ENGINE_CHUNK: usize = 256;
/// Records of one transaction in the floor: as many as pay off.
const FLOOR_CHUNK: usize = 4_096;
/// Ratio to the floor that the budget allows.
pub(crate) const BINDING: f64 = 2.0;
const APPENDS: usize = 500;
const APPEND_BUDGET: Duration = Duration::from_millis(100);
/// Cases of the record path, whose notes arrive in turn.
const NOTED: u64 = 500;
/// Records of each of those cases; fewer without optimisation, which would take half an hour.
const ROUNDS: u64 = if cfg!(debug_assertions) { 6 } else { 24 };
/// Number of the first of these cases; the one before it is the server's appends'.
const FIRST_NOTED: u64 = 5_000_000;

pub(crate) fn measure(world: &Arc<World>, cases: u64, folder: &Path, report: &mut Report) {
    report.say("an office of two");
    let mut devices = office(world, &["Ana", "Boris"]).into_iter();
    drop(devices.next());
    let reader = devices.next().expect("there are two");
    let mut author = Author::of(world, "Ana");

    // A computer that holds nothing of a space takes checkpoints first; this one holds something.
    let known = Written::begin(&author, FIRST_NOTED + NOTED).edit(&mut author, &fill::changes(FIRST_NOTED)[0]);
    author.post(world, &[known]);
    reader.handle(SyncNow {}).expect("the reader is in step");

    let records = notes(&mut author);
    let run = received(world, &mut author, &reader, folder, &records, NOTED + 1, report);
    let count = records.len() as f64;
    report.row(Row {
        what: format!("plain record path, {count} records with notes of 110 B"),
        budget: "≤ 2 × floor (aim 27,000 records/s)",
        measured: format!("{:.0} records/s", count / run.engine.as_secs_f64()),
        floor: format!("{:.0} records/s", count / run.best().as_secs_f64()),
        ratio: Some(run.ratio()),
        of_budget: Some(run.ratio() / BINDING),
        whole: true,
        note: format!("{NOTED} cases whose notes arrive in turn, {} B a frame. {}", run.frame_bytes, run.where_time_goes()),
    });

    crate::first::measure(cases, folder, report);
    append(world, &mut author, folder, report);
}

/// One stretch of records, taken in by the engine and by the floor.
struct Received {
    engine: Duration,
    /// Floor with the engine's transactions.
    small: Floor,
    /// Floor with large transactions.
    large: Floor,
    frame_bytes: usize,
}

impl Received {
    fn best(&self) -> Duration {
        self.small.total.min(self.large.total)
    }

    fn ratio(&self) -> f64 {
        self.engine.as_secs_f64() / self.best().as_secs_f64()
    }

    fn where_time_goes(&self) -> String {
        format!(
            "Engine {}. Floor with transactions of {FLOOR_CHUNK} records {}, of {ENGINE_CHUNK} (as the engine's) {}: of that, signature and \
             seal {}, documents {}, database {}. The engine's rest is chain, rights and order of each record, the timeline of each case, \
             and reading the server",
            ms(self.engine),
            ms(self.large.total),
            ms(self.small.total),
            ms(self.small.verify),
            ms(self.small.merge),
            ms(self.small.store),
        )
    }
}

fn received(
    world: &World,
    author: &mut Author,
    reader: &Device,
    folder: &Path,
    records: &[Vec<u8>],
    cases: u64,
    report: &Report,
) -> Received {
    let before = author.posted();
    report.say(&format!("posting {} records", records.len()));
    author.post(world, records);
    report.say("the reader takes them in");
    let (engine, _) = once(|| reader.handle(SyncNow {}).expect("the reader is in step"));
    let page = reader
        .handle(CaseListGet { queue: Queue::Team, sort: CaseSort::Newest, filter: ListFilter::default(), offset: 0, limit: 1 })
        .expect("a list");
    report.say("the floor takes them in");
    assert_eq!(page.total, cases, "every case has arrived");
    let frames = author.frames(world, before);
    assert_eq!(frames.len(), records.len(), "the server has every record");
    let reading = Reading { verifier: author.verifier(), keys: &author.keys, space: author.space, actor: author.actor };
    let frame_bytes = frames.iter().map(|frame| frame.record.len()).sum::<usize>() / frames.len();
    Received {
        engine,
        small: floor::run(folder, &frames, ENGINE_CHUNK, &reading),
        large: floor::run(folder, &frames, FLOOR_CHUNK, &reading),
        frame_bytes,
    }
}

pub(crate) struct Written {
    pub(crate) id: DocumentId,
    pub(crate) document: CaseDocument,
}

impl Written {
    pub(crate) fn begin(author: &Author, n: u64) -> Self {
        let document = CaseDocument::create(&author.actor, fill::opening());
        Self { id: DocumentId(CaseId::make(Moment(NOW), &ten(n)).0), document }
    }

    pub(crate) fn edit(&mut self, author: &mut Author, changes: &[CaseChange]) -> Vec<u8> {
        let saved = self.document.edit(Moment(NOW), changes).expect("the changes follow the rules");
        author.record(self.id, &saved.change)
    }
}

/// Notes that go round all cases.
fn notes(author: &mut Author) -> Vec<Vec<u8>> {
    let mut cases: Vec<_> = (0..NOTED).map(|n| Written::begin(author, FIRST_NOTED + n)).collect();
    let mut records = Vec::new();
    for round in 0..ROUNDS {
        for (n, case) in (FIRST_NOTED..).zip(&mut cases) {
            let changes = if round == 0 { fill::changes(n)[0].clone() } else { vec![note(n, round)] };
            records.push(case.edit(author, &changes));
        }
    }
    records
}

fn append(world: &World, author: &mut Author, folder: &Path, report: &mut Report) {
    let mut case = Written::begin(author, FIRST_NOTED - 1);
    let records: Vec<_> = (0..APPENDS as u64 + 20).map(|k| case.edit(author, &[note(FIRST_NOTED - 1, k)])).collect();
    let times = Times::of(20, APPENDS, |n| author.post(world, std::slice::from_ref(&records[n])));
    let floor = durable_write(folder);
    let (p50, p99) = (times.percentile(50), times.percentile(99));
    report.row(Row {
        what: "server append, one record a request".into(),
        budget: "p99 ≤ 100 ms with 500 devices",
        measured: format!("p50 {}, p99 {}", ms(p50), ms(p99)),
        floor: format!("p50 {}, p99 {}", ms(floor.percentile(50)), ms(floor.percentile(99))),
        ratio: Some(p99.as_secs_f64() / floor.percentile(99).as_secs_f64()),
        of_budget: Some(p99.as_secs_f64() / APPEND_BUDGET.as_secs_f64()),
        whole: false,
        note: format!(
            "{APPENDS} requests of one device after another, SQLite, no HTTP: {:.0} records/s at the p50. Floor: one written and synced page \
             of 4 KiB. Not the 500 devices of the budget",
            1.0 / p50.as_secs_f64()
        ),
    });
}
