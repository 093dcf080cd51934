//! What signing and sealing cost of a sync, from the author's computer over the server to a reader's.

use std::sync::Arc;
use std::time::Duration;

use praesto_app::Handle;
use praesto_app::documents::CaseDocument;
use praesto_contract::{CaseId, CaseListGet, CaseSort, ListFilter, Moment, Queue, SyncNow};
use praesto_protocol::DocumentId;
use praesto_tests::world::{Device, World, office};

use crate::author::Author;
use crate::fill::{self, NOW, ten};
use crate::report::{Report, Row};
use crate::times::{ms, once};

/// Sync with sealing over sync without it that the budget allows.
const BUDGET: f64 = 1.5;
const CASES: u64 = if cfg!(debug_assertions) { 100 } else { 500 };
const ROUNDS: u64 = 5;
/// Number of the first case, apart from all others of the bench.
const FIRST: u64 = 7_000_000;

/// How long each way took.
#[derive(Clone, Copy)]
struct Taken {
    made: Duration,
    posted: Way,
    received: Way,
}

/// One way of the records. Looking at signatures and seals is the work of further threads: what is left for the thread itself is what the way
/// would take without them.
#[derive(Clone, Copy)]
struct Way {
    took: Duration,
    without: Duration,
}

impl Taken {
    fn whole(&self) -> Duration {
        self.made + self.posted.took + self.received.took
    }
}

pub(crate) fn measure(world: &Arc<World>, report: &mut Report) {
    report.say("a sync, and what of it is signing and sealing");
    let mut devices = office(world, &["Drita", "Emil"]).into_iter();
    drop(devices.next());
    let reader = devices.next().expect("there are two");
    let mut author = Author::of(world, "Drita");
    // A computer that holds nothing of a space builds cases twice, before and after their trail is checked; this one holds something.
    let known = written(&author, FIRST + ROUNDS * CASES).swap_remove(0);
    let known = author.record(known.0, &known.1);
    author.post(world, &[known]);
    reader.handle(SyncNow {}).expect("the reader is in step");
    let best = (0..ROUNDS).map(|round| synced(world, &mut author, &reader, round)).min_by_key(Taken::whole).expect("there are rounds");
    let without = best.posted.without + best.received.without;
    let ratio = best.whole().as_secs_f64() / without.as_secs_f64();
    report.row(Row {
        what: format!("cost of sealing, {} records of {CASES} cases", CASES * fill::CHANGES),
        budget: "≤ 1.5 × the sync without signing and sealing",
        measured: ms(best.whole()),
        floor: ms(without),
        ratio: Some(ratio),
        of_budget: Some(ratio / BUDGET),
        whole: true,
        note: format!(
            "best of {ROUNDS}. From the author {}, into the server {}, to “verified and stored” at a reader {}. Floor: the same less signing, \
             sealing, the server's and the reader's checks. The checks run on further threads, so that the floor is what is left to the thread \
             that does the rest, without its waiting for the disk (server {}, reader {}); of the author's part nothing is counted in the \
             floor. The program has no switch that leaves sealing out",
            ms(best.made),
            ms(best.posted.took),
            ms(best.received.took),
            ms(best.posted.without),
            ms(best.received.without),
        ),
    });
}

fn synced(world: &World, author: &mut Author, reader: &Device, round: u64) -> Taken {
    let first = FIRST + round * CASES;
    let changes: Vec<_> = (first..first + CASES).flat_map(|n| written(author, n)).collect();
    let (made, records) = once(|| changes.iter().map(|(document, change)| author.record(*document, change)).collect::<Vec<_>>());
    let posted = way(|| author.post(world, &records));
    let received = way(|| {
        reader.handle(SyncNow {}).expect("the reader is in step");
    });
    let page = reader
        .handle(CaseListGet { queue: Queue::Team, sort: CaseSort::Newest, filter: ListFilter::default(), offset: 0, limit: 1 })
        .expect("a list");
    assert_eq!(page.total, (round + 1) * CASES + 1, "every case has arrived");
    Taken { made, posted, received }
}

fn way(run: impl FnOnce()) -> Way {
    let before = own_time();
    let (took, ()) = once(run);
    Way { took, without: own_time() - before }
}

/// Time that a core has spent on this thread.
fn own_time() -> Duration {
    let said = std::fs::read_to_string("/proc/thread-self/schedstat").expect("the system counts it");
    Duration::from_nanos(said.split(' ').next().and_then(|number| number.parse().ok()).expect("it is a number"))
}

/// The changes of a case, in its document.
fn written(author: &Author, n: u64) -> Vec<(DocumentId, Vec<u8>)> {
    let id = DocumentId(CaseId::make(Moment(NOW), &ten(n)).0);
    let mut document = CaseDocument::create(&author.actor, fill::opening());
    let edit = |changes: &Vec<_>| (id, document.edit(Moment(NOW), changes).expect("the changes follow the rules").change);
    fill::changes(n).iter().map(edit).collect()
}
