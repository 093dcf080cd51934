//! A newcomer's first sync: every case from its checkpoint, beside the floor of the same checkpoints; and until all trails are checked.

use std::path::Path;
use std::sync::{Arc, OnceLock};
use std::time::{Duration, Instant};

use praesto_app::Handle;
use praesto_app::documents::{Checkpoint, DocumentKind, decode_payload};
use praesto_contract::{CaseId, CaseListGet, CaseSort, ListFilter, Queue, SyncNow};
use praesto_crypto::OsEntropy;
use praesto_protocol::api::Frame;
use praesto_protocol::{DocumentId, Record, SpaceId};
use praesto_tests::world::{Lie, World, office};
use praesto_vault::{CaseProjection, KeyPolicy, MemoryKeyring, StoredDocument, Vault, VaultError, Writer};

use crate::author::Author;
use crate::fill::{self, CHANGES};
use crate::report::{Report, Row};
use crate::sync::{BINDING, Written};
use crate::times::{ms, once};

/// Most cases; fewer without optimisation, which would take half an hour.
const MOST: u64 = if cfg!(debug_assertions) { 500 } else { 100_000 };
/// Cases of one transaction in the floor: as many as pay off.
const CHUNK: usize = 2_000;
/// Bytes of a page that only the trail of cases has.
const TRAIL: usize = 100_000;
/// Cases whose changes go to the server in one request while the world is made.
const TOGETHER: u64 = 20;
/// Number of the first case.
const FIRST: u64 = 6_000_000;

pub(crate) fn measure(cases: u64, folder: &Path, report: &mut Report) {
    let count = cases.clamp(200, MOST);
    let world = World::new_in(2, folder);
    let mut devices = office(&world, &["Ana", "Boris"]).into_iter();
    drop(devices.next());
    let newcomer = devices.next().expect("there are two");
    let mut author = Author::of(&world, "Ana");
    report.say(&format!("writing {count} cases with {CHANGES} changes and a checkpoint each"));
    let records = write(&world, &mut author, count);

    report.say("a newcomer takes them in");
    let began = Instant::now();
    let usable = Arc::new(OnceLock::new());
    let first = usable.clone();
    // Not a lie: the first page of the trail is asked for when every case has come.
    world.set_lie(Some(Lie::Records(Arc::new(move |page| {
        if page.len() > TRAIL {
            first.get_or_init(|| began.elapsed());
        }
        page
    }))));
    let (checked, _) = once(|| newcomer.handle(SyncNow {}).expect("the newcomer is in step"));
    world.set_lie(None);
    let usable = *usable.get().expect("the trail came after the cases");
    let page = newcomer
        .handle(CaseListGet { queue: Queue::Team, sort: CaseSort::Newest, filter: ListFilter::default(), offset: 0, limit: 1 })
        .expect("a list");
    assert_eq!((page.total, page.rows[0].not_checked), (count, false), "every case has come and is checked");

    report.say("the floor takes them in");
    let frames = author.checkpoints(&world);
    assert_eq!(frames.len() as u64, count, "one checkpoint for each case, and no tail");
    let bytes = frames.iter().map(|frame| frame.record.len()).sum::<usize>() / frames.len();
    let floor = floor(folder, &frames, &author);
    let ratio = usable.as_secs_f64() / floor.as_secs_f64();
    let rate = |time: Duration| format!("{:.0} cases/s", count as f64 / time.as_secs_f64());
    report.row(Row {
        what: format!("first sync, {count} cases with {CHANGES} changes each, until usable"),
        budget: "≤ 2 × floor (aim 10,000 cases/s, 100,000 cases)",
        measured: rate(usable),
        floor: rate(floor),
        ratio: Some(ratio),
        of_budget: Some(ratio / BINDING),
        whole: count >= 100_000,
        note: format!(
            "From checkpoints of {bytes} B without a tail: {} from the first request on, register and keys included. Floor, transactions of \
             {CHUNK} cases: {}. All trails checked after {}, {:.0} records/s",
            ms(usable),
            ms(floor),
            ms(checked),
            records as f64 / (checked - usable).as_secs_f64(),
        ),
    });
}

/// Posts the cases, and then a checkpoint of each. Gives the number of records.
fn write(world: &World, author: &mut Author, count: u64) -> u64 {
    let mut ends = Vec::new();
    let mut waiting = Vec::new();
    for n in FIRST..FIRST + count {
        let mut case = Written::begin(author, n);
        waiting.extend(fill::changes(n).iter().map(|changes| case.edit(author, changes)));
        if (n + 1 - FIRST).is_multiple_of(TOGETHER) || n + 1 == FIRST + count {
            author.post(world, &waiting);
            waiting.clear();
        }
        let body = case.document.checkpoint(CaseId(case.id.0)).expect("it is a case");
        ends.push((case.id, body, case.document.heads()));
    }
    let seen = author.seen(world);
    let checkpoints: Vec<_> = ends.into_iter().map(|(id, body, heads)| author.checkpoint(id, &body, heads, seen)).collect();
    author.post(world, &checkpoints);
    author.posted()
}

/// The least that brings the same lists, searches and documents: verify, open, project, index.
fn floor(folder: &Path, frames: &[Frame], author: &Author) -> Duration {
    let home = tempfile::tempdir_in(folder).expect("a folder for the floor");
    let keyring = MemoryKeyring::default();
    let vault = Vault::create(&home.path().join("profile"), KeyPolicy::Keyring, None, &keyring, &mut OsEntropy).expect("a vault is made");
    let (time, ()) = once(|| {
        for chunk in frames.chunks(CHUNK) {
            vault.write(|writer| chunk.iter().try_for_each(|frame| take(writer, frame, author))).expect("the cases go in");
        }
    });
    time
}

fn take(writer: &mut Writer<'_>, frame: &Frame, author: &Author) -> Result<(), VaultError> {
    let record = Record::decode(&frame.record).expect("the record can be read");
    record.statement.verify(&author.verifier()).expect("the author signed it");
    let statement = record.statement.statement();
    let content = record.seal.open(&author.keys.record, statement.content).expect("the seal opens");
    let (_, schema, body) = decode_payload(&content.payload).expect("the payload can be read");
    let checkpoint = Checkpoint::decode(body).expect("it is a checkpoint");
    let (id, space) = (statement.document, author.space);
    writer.put_case(&row(&checkpoint, id, space))?;
    writer.put_document(&StoredDocument {
        id,
        space,
        kind: DocumentKind::Case.tag(),
        schema,
        snapshot: checkpoint.document,
        missing: false,
    })
}

fn row(checkpoint: &Checkpoint, id: DocumentId, space: SpaceId) -> CaseProjection {
    let shown = checkpoint.projection.clone().expect("a case has a projection");
    let due = shown.due();
    CaseProjection {
        id: CaseId(id.0),
        space,
        reference: shown.reference,
        title: shown.title,
        case_type: shown.case_type,
        status: shown.status,
        state: shown.state,
        due,
        agenda: shown.agenda,
        assignee: shown.assignee,
        conflict: shown.conflict,
        closed: shown.closed,
        removed: shown.removed,
        changed_at: shown.changed_at,
        changed_by_other: true,
        created_at: shown.created_at,
        origin: shown.origin,
        hand_overs: shown.hand_overs,
        tags: shown.tags,
        search_text: shown.words,
    }
}
