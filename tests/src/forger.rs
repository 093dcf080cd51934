//! A colleague whose program lies: checkpoints that say something else than the records they stand for, removals that are none and changes that are
//! one, signed and sent as any other.

use praesto_app::documents::{
    self, Author, CaseDocument, CaseTypesDocument, DocumentKind, Opening, PackFiles, decode_payload, encode_payload,
};
use praesto_contract::{CaseId, Channel, Moment, NoteId};
use praesto_crypto::{DeviceSigner, Hash, OsEntropy};
use praesto_domain::casework::{AttachmentVersion, CaseChange};
use praesto_protocol::register::{Register, SignedEntry, SpaceKind};
use praesto_protocol::{Content, Covers, DeviceId, DocumentId, Kind, SpaceId, SpaceSeen, Statement};
use praesto_vault::{Identity, StoredRecord, Vault, VaultError, Writer};
use uuid::Uuid;

use crate::world::{World, open_vault};

/// What the checkpoint says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Forgery {
    /// The last change is not in it.
    LeavesOut,
    /// A change is in it that no record has.
    Adds,
    /// The document is true, and what lists show of it is not.
    LiesInTheList,
    /// The document states the true heads and cannot be read.
    Garbage,
    /// No record speaks of the case.
    Invents,
}

/// Note of a change that no record has.
pub const ADDED: NoteId = NoteId(Uuid::from_u128(0xadded));

/// Puts a forged checkpoint into the outbox of a person whose Praesto is shut.
pub fn forge(world: &World, name: &str, case: CaseId, forgery: Forgery) {
    forge_in(&open_vault(world, name), case, forgery);
}

/// Puts a forged checkpoint into the outbox of an open vault.
pub fn forge_in(vault: &Vault, case: CaseId, forgery: Forgery) {
    put(vault, case, |whole, changes, seq| {
        let (body, heads) = body(whole, changes, case, forgery);
        let document = if forgery == Forgery::Invents { DocumentId(invented().0) } else { DocumentId(case.0) };
        let covers = Some(Covers { seq, heads: heads.into_iter().map(Hash).collect() });
        Forged { kind: Kind::Checkpoint, document, covers, body, attachments: Vec::new() }
    });
}

/// Puts a record into the outbox of a person whose Praesto is shut that holds these changes, and says that it is of this kind.
pub fn forge_record(world: &World, name: &str, case: CaseId, kind: Kind, changes: &[CaseChange]) {
    put(&open_vault(world, name), case, |whole, _, _| {
        let body = whole.clone().edit(Moment(1), changes).expect("a change").change;
        let versions = changes.iter().filter_map(|change| match change {
            CaseChange::AddAttachment { version, .. } | CaseChange::AddAttachmentVersion { version, .. } => Some(version),
            _ => None,
        });
        let attachments = versions.map(|version| version.sealed_hash.parse().expect("a hash")).collect();
        Forged { kind, document: DocumentId(case.0), covers: None, body, attachments }
    });
}

/// The versions of the first attachment of a case, in the vault of a person whose Praesto is shut.
pub fn versions_in(world: &World, name: &str, case: CaseId) -> Vec<AttachmentVersion> {
    let stored = open_vault(world, name).read(|view| view.document(DocumentId(case.0))).expect("readable").expect("the case is here");
    let actor = documents::actor(praesto_domain::DeviceId(Uuid::nil()), [0; 8]);
    let case = CaseDocument::load(&stored.snapshot, &actor).expect("it is whole").read(case).expect("it is a case");
    case.attachments.into_iter().next().expect("an attachment").versions
}

/// What a forged record says.
struct Forged {
    kind: Kind,
    document: DocumentId,
    covers: Option<Covers>,
    body: Vec<u8>,
    /// Sealed files that the record names.
    attachments: Vec<Hash>,
}

fn put(vault: &Vault, case: CaseId, forge: impl FnOnce(&CaseDocument, &[StoredRecord], u64) -> Forged) {
    let identity = vault.read(|view| view.identity()).expect("readable").expect("somebody's");
    let id = DocumentId(case.0);
    vault
        .write(|writer| {
            let register = register(writer)?;
            let stored = writer.document(id)?.expect("the case is here");
            let (seq, _) = writer.cursor(stored.space)?;
            let changes: Vec<StoredRecord> = writer.records_of(id)?.into_iter().filter(|record| record.kind == Kind::Change).collect();
            let actor = documents::actor(praesto_domain::DeviceId(identity.device.0), [9; 8]);
            let whole = CaseDocument::load(&stored.snapshot, &actor).expect("it is whole");
            let forged = forge(&whole, &changes, seq);
            let payload = encode_payload(DocumentKind::Case, stored.schema, &forged.body);
            sign(writer, &identity, &register, stored.space, forged, payload)
        })
        .expect("the forged record waits to be sent");
}

/// Puts a version of a case type into the outbox of a person whose Praesto is shut, whatever their rights.
pub fn forge_case_type(world: &World, name: &str, version: &PackFiles) {
    let vault = open_vault(world, name);
    let identity = vault.read(|view| view.identity()).expect("readable").expect("somebody's");
    vault
        .write(|writer| {
            let register = register(writer)?;
            let space = register.office_space();
            let actor = documents::actor(praesto_domain::DeviceId(identity.device.0), [9; 8]);
            let person = register.devices()[&identity.device].person;
            let mut types = CaseTypesDocument::create(&actor);
            let body = types.add(Moment(1), version, praesto_domain::PersonId(person.0)).expect("a change");
            let payload = encode_payload(DocumentKind::CaseTypes, DocumentKind::CaseTypes.schema(), &body);
            let document = DocumentId(CaseTypesDocument::id_in(space.0));
            let forged = Forged { kind: Kind::Change, document, covers: None, body, attachments: Vec::new() };
            sign(writer, &identity, &register, space, forged, payload)
        })
        .expect("the forged record waits to be sent");
}

/// Puts a case of a type into the outbox of a person whose Praesto is shut, whether or not that type is anywhere.
pub fn forge_case_of(world: &World, name: &str, case_type: &str) -> CaseId {
    let vault = open_vault(world, name);
    let identity = vault.read(|view| view.identity()).expect("readable").expect("somebody's");
    let case = CaseId(Uuid::from_u128(0x0ca5_e0f1));
    vault
        .write(|writer| {
            let register = register(writer)?;
            let team = register.spaces().iter().find(|(_, space)| space.kind == SpaceKind::Team).map(|(id, _)| *id);
            let actor = documents::actor(praesto_domain::DeviceId(identity.device.0), [9; 8]);
            let opening = Opening { case_type: case_type.to_owned(), channel: Channel::Paper, origin: None };
            let title = CaseChange::SetTitle { title: "Of a type that is not here".to_owned() };
            let body = CaseDocument::create(&actor, opening).edit(Moment(1), &[title]).expect("a change").change;
            let payload = encode_payload(DocumentKind::Case, DocumentKind::Case.schema(), &body);
            let forged = Forged { kind: Kind::Change, document: DocumentId(case.0), covers: None, body, attachments: Vec::new() };
            sign(writer, &identity, &register, team.expect("an office has a team"), forged, payload)
        })
        .expect("the forged record waits to be sent");
    case
}

fn register(writer: &Writer<'_>) -> Result<Register, VaultError> {
    let entries: Vec<SignedEntry> = writer.entries(0)?.iter().map(|bytes| SignedEntry::decode(bytes).expect("a true entry")).collect();
    let mut register = Register::found(&entries[0]).expect("it founds the office");
    entries[1..].iter().for_each(|entry| register.append(entry).expect("it follows"));
    Ok(register)
}

/// Signs what is forged as the next record of this device.
fn sign(
    writer: &mut Writer<'_>,
    identity: &Identity,
    register: &Register,
    space: SpaceId,
    forged: Forged,
    payload: Vec<u8>,
) -> Result<(), VaultError> {
    let Forged { kind, document, covers, attachments, .. } = forged;
    let content = Content::make(payload, &mut OsEntropy);
    let (device_seq, prev) = writer.chain_head(space, identity.device)?.map_or((1, Hash::default()), |(seq, hash)| (seq + 1, hash));
    let (seq, order) = writer.cursor(space)?;
    let statement = Statement {
        office: register.office(),
        space,
        document,
        kind,
        device: identity.device,
        device_seq,
        prev,
        register_length: register.length(),
        register_head: register.head(),
        space_seen: SpaceSeen { seq, order },
        covers,
        attachments,
        content: content.hash(),
    }
    .sign(&DeviceSigner::from_secret(&identity.signing));
    writer.insert_record(&StoredRecord {
        hash: statement.hash(),
        space,
        document,
        kind,
        device: identity.device,
        device_seq,
        statement: statement.encode(),
        salt: content.salt,
        payload: content.payload,
        what: String::new(),
        made_at: 0,
        server_seq: None,
        received_at: None,
    })?;
    Ok(())
}

/// Somebody who signed a record without a decision in it.
pub fn by(device: DeviceId) -> Author {
    Author { devices: vec![praesto_domain::DeviceId(device.0)], ..Author::default() }
}

/// The case that no record speaks of.
pub fn invented() -> CaseId {
    CaseId(Uuid::from_u128(0x1a7e_47ed))
}

/// The body of a forged checkpoint and the heads that go with it.
fn body(whole: &CaseDocument, changes: &[StoredRecord], case: CaseId, forgery: Forgery) -> (Vec<u8>, Vec<[u8; 32]>) {
    let said = |document: &CaseDocument| document.checkpoint(case).expect("it is a case");
    match forgery {
        Forgery::LeavesOut => {
            let actor = documents::actor(praesto_domain::DeviceId(Uuid::nil()), [0; 8]);
            let mut document = CaseDocument::receive(&actor);
            for record in &changes[..changes.len() - 1] {
                let (_, _, change) = decode_payload(&record.payload).expect("a true payload");
                document.apply(&by(record.device), change).expect("a true change");
            }
            (said(&document), document.heads())
        }
        Forgery::Adds => {
            let mut document = whole.clone();
            let note = CaseChange::AddNote { id: ADDED, text: "never written".to_owned(), corrects: None };
            document.edit(Moment(1), &[note]).expect("a change");
            (said(&document), document.heads())
        }
        Forgery::LiesInTheList => {
            let mut other = whole.clone();
            other.edit(Moment(1), &[CaseChange::SetTitle { title: "Another title".to_owned() }]).expect("a change");
            (spliced(&said(&other), &said(whole)), whole.heads())
        }
        Forgery::Garbage => {
            let mut body = said(whole);
            let last = body.len() - 1;
            body[last] ^= 1;
            (body, whole.heads())
        }
        Forgery::Invents => (whole.checkpoint(invented()).expect("it is a case"), whole.heads()),
    }
}

/// What lists show from the first body, the document from the second.
fn spliced(first: &[u8], second: &[u8]) -> Vec<u8> {
    let end = |body: &[u8]| 4 + body[..4].iter().fold(0, |length, byte| length << 8 | usize::from(*byte));
    [&first[..end(first)], &second[end(second)..]].concat()
}
