//! What signing and sealing cost of a sync, from the author's computer over the server to a reader's.

use std::sync::Arc;
use std::time::Duration;

use praesto_app::Handle;
use praesto_app::documents::CaseDocument;
use praesto_contract::{CaseId, CaseListGet, CaseSort, Moment, Queue, SyncNow};
use praesto_protocol::{DocumentId, Record};
use praesto_tests::world::{World, office};

use crate::author::Author;
use crate::fill::{self, NOW, ten};
use crate::report::{Report, Row};
use crate::times::{ms, once};

/// Sync with sealing over sync without it that the budget allows.
const BUDGET: f64 = 1.5;
const CASES: u64 = if cfg!(debug_assertions) { 200 } else { 1_000 };
/// Number of the first case, apart from all others of the bench.
const FIRST: u64 = 7_000_000;

pub(crate) fn measure(world: &Arc<World>, report: &mut Report) {
    report.say("a sync, and what of it is signing and sealing");
    let mut devices = office(world, &["Drita", "Emil"]).into_iter();
    drop(devices.next());
    let reader = devices.next().expect("there are two");
    let mut author = Author::of(world, "Drita");
    // A computer that holds nothing of a space builds cases twice, before and after their trail is checked; this one holds something.
    let known = written(&author, FIRST + CASES).swap_remove(0);
    let known = author.record(known.0, &known.1);
    author.post(world, &[known]);
    reader.handle(SyncNow {}).expect("the reader is in step");
    let changes: Vec<_> = (FIRST..FIRST + CASES).flat_map(|n| written(&author, n)).collect();

    let (made, records) = once(|| changes.iter().map(|(document, change)| author.record(*document, change)).collect::<Vec<_>>());
    let (posted, ()) = once(|| author.post(world, &records));
    let (received, _) = once(|| reader.handle(SyncNow {}).expect("the reader is in step"));
    let page = reader.handle(CaseListGet { queue: Queue::Team, sort: CaseSort::Newest, offset: 0, limit: 1 }).expect("a list");
    assert_eq!(page.total, CASES + 1, "every case has arrived");

    let records: Vec<_> = records.iter().map(|bytes| Record::decode(bytes).expect("a record")).collect();
    let (verified, ()) = once(|| records.iter().for_each(|record| signature(record, &author)));
    let (opened, ()) = once(|| records.iter().for_each(|record| seal(record, &author)));
    // The server checks the signature as the reader does. What the author makes is all counted, although its bytes would be packed without a seal too.
    let sealing = made + verified * 2 + opened;
    let whole = made + posted + received;
    let ratio = whole.as_secs_f64() / (whole - sealing).as_secs_f64();
    report.row(Row {
        what: format!("cost of sealing, {} records of {CASES} cases", records.len()),
        budget: "≤ 1.5 × the sync without signing and sealing",
        measured: ms(whole),
        floor: ms(whole - sealing),
        ratio: Some(ratio),
        of_budget: Some(ratio / BUDGET),
        whole: true,
        note: note(&[
            ("from the author", made),
            ("into the server", posted),
            ("to “verified and stored” at a reader", received),
            ("each check of the signatures alone", verified),
            ("opening the seals alone", opened),
        ]),
    });
}

fn note(parts: &[(&str, Duration)]) -> String {
    let parts: Vec<_> = parts.iter().map(|(what, time)| format!("{what} {}", ms(*time))).collect();
    format!(
        "{}. Floor: the same sync less its signing, sealing, two checks and opening, each measured alone on the same records right after: \
         the program has no switch that leaves them out, and should have none",
        parts.join(", ")
    )
}

/// The changes of a case, in its document.
fn written(author: &Author, n: u64) -> Vec<(DocumentId, Vec<u8>)> {
    let id = DocumentId(CaseId::make(Moment(NOW), &ten(n)).0);
    let mut document = CaseDocument::create(&author.actor, fill::opening());
    let edit = |changes: &Vec<_>| (id, document.edit(Moment(NOW), changes).expect("the changes follow the rules").change);
    fill::changes(n).iter().map(edit).collect()
}

fn signature(record: &Record, author: &Author) {
    record.statement.verify(&author.verifier()).expect("the author signed it");
}

fn seal(record: &Record, author: &Author) {
    record.seal.open(&author.keys.record, record.statement.statement().content).expect("the seal opens");
}
