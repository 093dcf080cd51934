//! An office with many cases, put into its vault directly: through the commands it would take an hour.

use std::sync::Arc;

use praesto_app::documents;
use praesto_contract::*;
use praesto_crypto::Hash;
use praesto_domain::casework::{AgendaItem, Ask, CaseChange, field_mark, fold, name_mark, name_words};
use praesto_protocol::register::{Register, SignedEntry, SpaceKind};
use praesto_protocol::{DeviceId, DocumentId, Kind, SpaceId};
use praesto_tests::world::{Device, World, found_alone, open_vault, start};
use praesto_vault::{CaseProjection, StoredDocument, StoredRecord, Vault, VaultError};

use crate::report::Report;
use crate::times::once;

/// Monday, 2 November 2026, 08:00 UTC: the world's first moment.
pub(crate) const NOW: i64 = 1_793_606_400_000;
/// Different case files; the others have the content of one of these.
const TEMPLATES: u64 = 500;
/// Changes of each case.
pub(crate) const CHANGES: u64 = 12;
const PLACES: [&str; 8] = ["Skopje", "Tirana", "Wien", "Paris", "Ohrid", "Bern", "Lyon", "Graz"];
pub(crate) const NAME: &str = "Full";

/// Ten bytes that make an id of a number.
pub(crate) fn ten(n: u64) -> [u8; 10] {
    let mut bytes = [0; 10];
    bytes[2..].copy_from_slice(&n.to_be_bytes());
    bytes
}

/// The register that a vault holds.
pub(crate) fn register(vault: &Vault) -> Register {
    let entries = vault.read(|view| view.entries(0)).expect("the register can be read");
    let mut entries = entries.iter().map(|bytes| SignedEntry::decode(bytes).expect("an entry can be read"));
    let mut register = Register::found(&entries.next().expect("an office has a founding entry")).expect("it founds the office");
    entries.for_each(|entry| register.append(&entry).expect("the entries of a vault follow each other"));
    register
}

/// The team's space.
pub(crate) fn team(register: &Register) -> SpaceId {
    *register.spaces().iter().find(|(_, space)| space.kind == SpaceKind::Team).expect("an office has a team").0
}

/// The changes of a case, one for each save.
pub(crate) fn changes(n: u64) -> Vec<Vec<CaseChange>> {
    let id = |k: u64| (Moment(NOW), ten(n * 100 + k));
    let task = TaskId::make(id(4).0, &id(4).1);
    let mut all = vec![
        vec![
            CaseChange::SetTitle { title: title(n) },
            CaseChange::SetReference { reference: format!("GF-2026-{n}") },
            CaseChange::SetReceived { day: Some(Day::of(Moment(NOW))) },
        ],
        vec![CaseChange::AddParty {
            id: PartyId::make(id(1).0, &id(1).1),
            name: format!("Ема Јанкулова {}", n % 9_973),
            role: "applicant".to_owned(),
            contact: "Rruga e Lirisë 7".to_owned(),
        }],
        vec![CaseChange::AddDeadline { id: DeadlineId::make(id(2).0, &id(2).1), label: "Decision".to_owned(), day: due(n), rule: None }],
        vec![CaseChange::AddTag { tag: "ramp".to_owned() }],
        vec![CaseChange::AddTask { id: task, text: "Ask for proof of address".to_owned(), due: Some(due(n)), assignee: None }],
        vec![CaseChange::SetTaskDone { id: task, done: true }],
    ];
    all.extend((all.len() as u64..CHANGES).map(|k| vec![note(n, k)]));
    all
}

/// A note of some hundred bytes.
pub(crate) fn note(n: u64, k: u64) -> CaseChange {
    let text =
        format!("The ramp at the entrance is too steep, letter {} of the office. The family called; the proof comes by post.", n * k);
    CaseChange::AddNote { id: NoteId::make(Moment(NOW), &ten(n * 1_000 + k)), text, corrects: None }
}

fn title(n: u64) -> String {
    format!("{} complaint {}", PLACES[n as usize % PLACES.len()], n * 7919 % 100_003)
}

fn due(n: u64) -> Day {
    Day::of(Moment(NOW + (n as i64 * 7919 % 400 - 40) * 86_400_000))
}

/// Founds an office without a server and gives it cases. Gives its Praesto, open, and the cases.
pub(crate) fn office(world: &Arc<World>, cases: u64, report: &mut Report) -> (Device, Vec<CaseId>) {
    report.say("filling a vault");
    drop(found_alone(world, NAME));
    let vault = open_vault(world, NAME);
    let (time, ids) = once(|| fill(&vault, cases));
    let size = vault.database_bytes() >> 20;
    vault.close().expect("the vault closes");
    let device = start(world, NAME);
    report.fact(format!(
        "the vault: {cases} cases with {CHANGES} changes in each document and one record of 600 B each, {size} MiB, filled in {:.0} s; \
         {TEMPLATES} different documents",
        time.as_secs_f64()
    ));
    (device, ids)
}

fn fill(vault: &Vault, cases: u64) -> Vec<CaseId> {
    let space = team(&register(vault));
    let me = vault.read(|view| view.identity()).expect("the identity can be read").expect("the vault knows whose it is").person;
    let author = DeviceId::make(NOW, &ten(9));
    let actor = documents::actor(praesto_domain::DeviceId(author.0), [7; 8]);
    let templates: Vec<Vec<u8>> = (0..TEMPLATES.min(cases)).map(|n| template(&actor, n)).collect();
    let ids: Vec<CaseId> = (0..cases).map(|n| CaseId::make(Moment(NOW), &ten(n))).collect();
    for batch in ids.chunks(2_000).enumerate() {
        vault
            .write(|writer| {
                for (at, id) in batch.1.iter().enumerate() {
                    let n = batch.0 as u64 * 2_000 + at as u64;
                    let person = if n % 500 == 7 { PersonId(me.0) } else { PersonId::make(Moment(NOW), &ten(n % 500)) };
                    writer.put_case(&row(*id, space, n, person))?;
                    writer.put_document(&StoredDocument {
                        id: DocumentId(id.0),
                        space,
                        kind: documents::DocumentKind::Case.tag(),
                        schema: documents::DocumentKind::Case.schema(),
                        snapshot: templates[n as usize % templates.len()].clone(),
                        missing: false,
                    })?;
                    writer.insert_record(&StoredRecord {
                        hash: Hash::of(&n.to_be_bytes()),
                        space,
                        document: DocumentId(id.0),
                        kind: Kind::Change,
                        device: author,
                        device_seq: n + 1,
                        statement: vec![1; 320],
                        salt: [7; 32],
                        payload: vec![7; 280],
                        what: String::new(),
                        made_at: NOW,
                        server_seq: Some(n + 1),
                        received_at: Some(NOW),
                    })?;
                }
                Ok::<_, VaultError>(())
            })
            .expect("the cases go in");
    }
    ids
}

/// A case document with all its changes.
fn template(actor: &documents::ActorBytes, n: u64) -> Vec<u8> {
    let mut document = documents::CaseDocument::create(actor, opening());
    for (k, changes) in changes(n).iter().enumerate() {
        document.edit(Moment(NOW + k as i64), changes).expect("the changes follow the rules");
    }
    document.save()
}

pub(crate) fn opening() -> documents::Opening {
    documents::Opening { case_type: "general".to_owned(), channel: Channel::Paper, origin: None }
}

/// One tag that nearly every case bears, and one of four hundred that few do.
fn tags(n: u64) -> Vec<String> {
    let own = format!("street {}", n % 400);
    if n.is_multiple_of(10) { vec![own] } else { vec!["ramp".to_owned(), own] }
}

/// A word that no other case has: what is mistyped is looked for among as many words as a large office writes.
pub(crate) fn coined(n: u64) -> String {
    const SYLLABLES: [&str; 16] = ["ba", "ku", "lo", "mir", "gra", "ton", "ve", "ska", "ni", "pel", "dur", "za", "fe", "ro", "shi", "mo"];
    (0..5).fold(String::new(), |word, at| word + SYLLABLES[(n >> (4 * at)) as usize & 15])
}

fn row(id: CaseId, space: SpaceId, n: u64, person: PersonId) -> CaseProjection {
    // What a document with this title and person, and a field, is found alike by.
    let names = [title(n), format!("Ема Јанкулова {}", n % 9_973)];
    let marks =
        names.iter().flat_map(|name| name_words(name)).map(|word| name_mark(&word)).chain(field_mark("Born", &FieldValue::Day(due(n))));
    let marks = marks.collect::<Vec<_>>().join(" ");
    let words = format!("party{} the ramp at the entrance is too steep, letter {} of the office", n % 9_973, n % 4_001);
    CaseProjection {
        id,
        space,
        reference: format!("GF-2026-{n}"),
        title: title(n),
        case_type: "general".to_owned(),
        status: Status::New,
        state: None,
        due: Some(due(n)),
        agenda: vec![AgendaItem {
            ask: Ask::Task(TaskId::make(Moment(NOW), &ten(n))),
            day: Some(due(n)),
            person: Some(person),
            text: "Ask for the plan".to_owned(),
        }],
        assignee: Some(person),
        conflict: false,
        closed: false,
        removed: false,
        changed_at: Moment(NOW + n as i64),
        changed_by_other: false,
        created_at: Moment(NOW + n as i64),
        origin: None,
        hand_overs: Vec::new(),
        tags: tags(n),
        search_text: format!("{} {marks}", fold(&format!("{} {words} {} {}", title(n), names[1], coined(n)))),
    }
}
