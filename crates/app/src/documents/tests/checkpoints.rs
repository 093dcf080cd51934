//! The bytes of checkpoints: pinned, because two versions that derive them otherwise would accuse each other of lying.

use praesto_domain::casework::{CaseChange, EventKind, Status};
use praesto_domain::{AttachmentId, Day, DeadlineId, PersonId};
use praesto_protocol::LayoutError;

use super::super::checkpoint::Checkpoint;
use super::super::projection::Projection;
use super::*;

fn busy() -> CaseDocument {
    let (mut computer, _) =
        Computer::with_new_case(1, &[title("Ема Јанкулова"), CaseChange::SetReference { reference: "GF-7".to_owned() }]);
    computer.edit(&[CaseChange::Assign { person: Some(PersonId(uuid(3))) }]);
    computer.edit(&[CaseChange::AddAttachment { id: AttachmentId(uuid(4)), name: "Молба.pdf".to_owned(), version: version(5) }]);
    let day: Day = "2026-12-01".parse().unwrap();
    computer.edit(&[CaseChange::AddDeadline { id: DeadlineId(uuid(6)), label: "Decision".to_owned(), day, rule: None }]);
    computer.edit(&[CaseChange::AddTag { tag: "ramp".to_owned() }]);
    computer.document
}

fn body(document: &CaseDocument) -> Vec<u8> {
    document.checkpoint(id()).unwrap()
}

#[test]
fn a_checkpoint_says_what_the_document_says() {
    let document = busy();
    let checkpoint = Checkpoint::decode(&body(&document)).unwrap();
    assert_eq!(checkpoint.heads, document.heads());
    assert_eq!(checkpoint.projection, Some(document.projection(id()).unwrap()));
    let loaded = CaseDocument::load(&checkpoint.document, &actor_of(2)).unwrap();
    assert_eq!(loaded.read(id()).unwrap(), document.read(id()).unwrap());
    assert_eq!(loaded.timeline(), document.timeline());
}

#[test]
fn the_bytes_of_a_projection_are_pinned() {
    let projection = busy().projection(id()).unwrap();
    assert_eq!((projection.attachments.len(), projection.tags.len()), (1, 1));
    let bytes = projection.encode();
    assert_eq!(hex(&bytes), PINNED, "another rule or layout is another version");
    assert_eq!(Projection::decode(&bytes), Ok(Some(projection)));
}

const PINNED: &str = "020000000447462d3700000019d095d0bcd0b020d088d0b0d0bdd0bad183d0bbd0bed0b2d0b00000000767656e6572616c0100000000000102000000000000000000000000000100060000000a323032362d31322d30310100000000000000000000000000010003000000084465636973696f6e01000000000000000000000000000100030000000000000003ed00000000000003e90000010000000472616d70000100000000000000000000000000000000000000000000000000000000000000050000004e37206465636973696f6e20656d612067662069616e6b756c6f7661206d6f6c6261207064662072616d7020cf89cf89cf89cf89cf896e656d6120cf89cf89cf89cf89cf896e69616e6b756c6f766100000000";

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[test]
fn a_projection_of_another_version_is_left_and_one_that_is_cut_or_padded_is_refused() {
    let bytes = busy().projection(id()).unwrap().encode();
    let mut newer = bytes.clone();
    newer[0] += 1;
    assert_eq!(Projection::decode(&newer), Ok(None));
    for end in 1..bytes.len() {
        assert!(Projection::decode(&bytes[..end]).is_err(), "cut at {end}");
    }
    assert_eq!(Projection::decode(&[&bytes[..], &[0]].concat()), Err(LayoutError::TooLong));
}

#[test]
fn a_document_that_unfolds_is_refused() {
    let mut document = busy();
    let text = "The same words over and over. ".repeat(200);
    document.edit(Moment(9_000), &[CaseChange::AddNote { id: praesto_domain::NoteId(uuid(9)), text, corrects: None }]).unwrap();
    let plain = body(&document);
    assert!(Checkpoint::decode(&plain).is_ok());
    let projection = document.projection(id()).unwrap().encode();
    let packed = [&(projection.len() as u32).to_be_bytes()[..], &projection, &document.save()].concat();
    assert!(packed.len() < plain.len(), "this one is compressed");
    assert_eq!(Checkpoint::decode(&packed), Err(LayoutError::Value));
}

#[test]
fn no_bytes_make_reading_panic_and_what_is_left_over_is_refused() {
    let whole = body(&busy());
    for end in 0..whole.len() {
        assert!(Checkpoint::decode(&whole[..end]).is_err(), "cut at {end}");
    }
    assert!(Checkpoint::decode(&[&whole[..], &[0]].concat()).is_err());
    for at in 0..whole.len() {
        let mut changed = whole.clone();
        changed[at] ^= 0x81;
        // Whatever it says: it has to be an answer.
        if let Ok(checkpoint) = Checkpoint::decode(&changed) {
            let _ = CaseDocument::load(&checkpoint.document, &actor_of(2));
        }
    }
}

#[test]
fn closing_a_case_shows_in_its_projection() {
    let mut document = busy();
    let event = CaseChange::AddEvent { id: praesto_domain::EventId(uuid(8)), event: EventKind::StatusSet { stage: Status::Closed.into() } };
    document.edit(Moment(9_000), &[event]).unwrap();
    let projection = document.projection(id()).unwrap();
    assert_eq!((projection.status, projection.closed, projection.due()), (Status::Closed, true, None));
    assert_eq!(Projection::decode(&projection.encode()), Ok(Some(projection)));
}
