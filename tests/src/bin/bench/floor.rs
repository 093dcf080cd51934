//! The floor of receiving: every record verified, opened, applied, projected and stored, without an engine and without a server.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::path::Path;
use std::time::{Duration, Instant};

use praesto_app::documents::{ActorBytes, CaseDocument, DocumentKind, decode_payload};
use praesto_contract::CaseId;
use praesto_crypto::{DeviceVerifier, OsEntropy};
use praesto_domain::Moment;
use praesto_domain::casework::{self, Case, Status};
use praesto_protocol::api::Frame;
use praesto_protocol::{DocumentId, EpochKeys, Record, SpaceId};
use praesto_tests::forger::by;
use praesto_vault::{CaseProjection, KeyPolicy, MemoryKeyring, StoredDocument, StoredRecord, Vault, VaultError, Writer};

/// Where the time went.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Floor {
    pub(crate) total: Duration,
    /// Layout, signature, opening the seal.
    pub(crate) verify: Duration,
    /// Reading, merging and packing documents.
    pub(crate) merge: Duration,
    /// Rows, words and records into the database, and the sync at the end of each transaction.
    pub(crate) store: Duration,
}

/// What is needed to read the frames.
pub(crate) struct Reading<'a> {
    pub(crate) verifier: DeviceVerifier,
    pub(crate) keys: &'a EpochKeys,
    pub(crate) space: SpaceId,
    pub(crate) actor: ActorBytes,
}

/// Takes all frames into a fresh vault, `chunk` of them in each transaction.
pub(crate) fn run(folder: &Path, frames: &[Frame], chunk: usize, reading: &Reading<'_>) -> Floor {
    let home = tempfile::tempdir_in(folder).expect("a folder for the floor");
    let keyring = MemoryKeyring::default();
    let vault = Vault::create(&home.path().join("profile"), KeyPolicy::Keyring, None, &keyring, &mut OsEntropy).expect("a vault is made");
    let mut floor = Floor::default();
    let start = Instant::now();
    for frames in frames.chunks(chunk) {
        let began = Instant::now();
        let before = floor.verify + floor.merge;
        vault.write(|writer| take(writer, frames, reading, &mut floor)).expect("the records go in");
        floor.store += began.elapsed() - (floor.verify + floor.merge - before);
    }
    floor.total = start.elapsed();
    floor
}

fn take(writer: &mut Writer<'_>, frames: &[Frame], reading: &Reading<'_>, floor: &mut Floor) -> Result<(), VaultError> {
    let mut open: BTreeMap<DocumentId, (CaseDocument, i64)> = BTreeMap::new();
    for frame in frames {
        let stored = timed(&mut floor.verify, || verified(frame, reading));
        let (document, changed_at) = match open.entry(stored.document) {
            Entry::Occupied(held) => held.into_mut(),
            Entry::Vacant(place) => {
                let held = writer.document(stored.document)?;
                let document = timed(&mut floor.merge, || match held {
                    Some(held) => CaseDocument::load(&held.snapshot, &reading.actor).expect("it was saved whole"),
                    None => CaseDocument::receive(&reading.actor),
                });
                place.insert((document, 0))
            }
        };
        *changed_at = frame.received_at;
        timed(&mut floor.merge, || {
            let (_, _, body) = decode_payload(&stored.payload).expect("the payload can be read");
            document.apply(&by(stored.device), body).expect("the change fits")
        });
        writer.insert_record(&stored)?;
    }
    for (id, (document, changed_at)) in open {
        let case_id = CaseId(id.0);
        let (snapshot, case) =
            timed(&mut floor.merge, || (document.save(), document.read(case_id).expect("the first change opens the case")));
        writer.put_document(&StoredDocument {
            id,
            space: reading.space,
            kind: DocumentKind::Case.tag(),
            schema: DocumentKind::Case.schema(),
            snapshot,
            missing: false,
        })?;
        writer.put_case(&projection(&case, reading.space, Moment(changed_at)))?;
    }
    Ok(())
}

fn timed<T>(sum: &mut Duration, run: impl FnOnce() -> T) -> T {
    let start = Instant::now();
    let value = run();
    *sum += start.elapsed();
    value
}

fn verified(frame: &Frame, reading: &Reading<'_>) -> StoredRecord {
    let record = Record::decode(&frame.record).expect("the record can be read");
    record.statement.verify(&reading.verifier).expect("the author signed it");
    let statement = record.statement.statement();
    let content = record.seal.open(&reading.keys.record, statement.content).expect("the seal opens");
    StoredRecord {
        hash: record.hash(),
        space: reading.space,
        document: statement.document,
        kind: statement.kind,
        device: statement.device,
        device_seq: statement.device_seq,
        statement: record.statement.encode(),
        salt: content.salt,
        payload: content.payload,
        what: String::new(),
        made_at: frame.received_at,
        server_seq: Some(frame.seq),
        received_at: Some(frame.received_at),
    }
}

fn projection(case: &Case, space: SpaceId, changed_at: Moment) -> CaseProjection {
    let status = casework::status(case);
    CaseProjection {
        id: case.id,
        space,
        reference: case.reference.value().cloned().unwrap_or_default(),
        title: case.title.value().cloned().unwrap_or_default(),
        case_type: case.case_type.clone(),
        status,
        state: casework::stands_at(case).state,
        due: casework::due(case),
        agenda: casework::agenda(case),
        assignee: case.assignee.value().copied().flatten(),
        conflict: !casework::conflicts(case).is_empty(),
        closed: status == Status::Closed,
        removed: casework::is_removed(case),
        changed_at,
        changed_by_other: true,
        created_at: case.created.at,
        origin: case.origin.clone(),
        hand_overs: casework::hand_overs(case).iter().map(casework::HandedOver::from).collect(),
        tags: case.tags.clone(),
        search_text: casework::search_text(case),
    }
}
