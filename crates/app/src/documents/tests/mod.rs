//! What the documents promise, tried on several computers at once.

mod any_order;
mod authors;
mod base;
mod case_types;
mod checkpoints;
mod closing;
mod conflicts;
mod hand_over;
mod hostile;
mod merging;
mod names;
mod removal;
mod signatures;
mod trail;
mod undo;

use praesto_domain::{
    CaseId, DecisionId, DeviceId, Moment, PersonId,
    casework::{AttachmentVersion, Case, CaseChange, Stamp},
};
use uuid::Uuid;

use super::{ActorBytes, Applied, ApplyRefused, Author, CaseDocument, Opening, Saved, actor};

/// The case that all tests are about.
fn id() -> CaseId {
    CaseId(Uuid::from_u128(0xca5e))
}

fn device(number: u8) -> DeviceId {
    DeviceId(Uuid::from_u128(0xd0 + u128::from(number)))
}

fn actor_of(number: u8) -> ActorBytes {
    actor(device(number), [number; 8])
}

fn person(number: u8) -> PersonId {
    PersonId(Uuid::from_u128(0xe0 + u128::from(number)))
}

/// Whoever signs on the computer of this number: a person of its own, who is no manager.
fn by(number: u8) -> Author {
    Author { devices: vec![device(number)], person: Some(person(number)), manager: false, administrator: false }
}

/// The computer of this number, which goes on for another.
fn going_on(number: u8, other: u8) -> Author {
    Author { devices: vec![device(number), device(other)], ..by(number) }
}

fn uuid(number: u64) -> Uuid {
    Uuid::from_u128(0x1_0000 + u128::from(number))
}

fn title(title: &str) -> CaseChange {
    CaseChange::SetTitle { title: title.to_owned() }
}

fn version(number: u64) -> AttachmentVersion {
    AttachmentVersion {
        sealed_hash: format!("{number:064x}"),
        content_hash: format!("{:064x}", number + 1),
        size: number,
        media_type: "application/pdf".to_owned(),
        epoch: 1,
        by: Stamp { device: device(0), at: Moment(0) },
    }
}

fn decide(number: u64, outcome: &str, replaces: Vec<DecisionId>) -> CaseChange {
    let (outcome, reason) = (outcome.to_owned(), "as the law says".to_owned());
    CaseChange::Decide { id: DecisionId(uuid(number)), outcome, reason, replaces, person: None, second: None }
}

/// One computer with its copy of the case.
struct Computer {
    number: u8,
    document: CaseDocument,
    clock: i64,
}

impl Computer {
    /// The computer that makes the case, and the record that opens it.
    fn with_new_case(number: u8, changes: &[CaseChange]) -> (Self, Vec<u8>) {
        let opening = Opening { case_type: "general".to_owned(), ..Opening::default() };
        let mut computer = Self { number, document: CaseDocument::create(&actor_of(number), opening), clock: 1_000 };
        let record = computer.edit(changes).change;
        (computer, record)
    }

    fn empty(number: u8) -> Self {
        Self { number, document: CaseDocument::receive(&actor_of(number)), clock: 2_000 }
    }

    fn edit(&mut self, changes: &[CaseChange]) -> Saved {
        self.clock += 1;
        self.document.edit(Moment(self.clock), changes).unwrap()
    }

    fn take(&mut self, author: u8, record: &[u8]) -> Result<Applied, ApplyRefused> {
        self.document.apply(&by(author), record)
    }

    fn read(&self) -> Case {
        self.document.read(id()).unwrap()
    }
}

/// Two computers that hold the same new case.
fn two(changes: &[CaseChange]) -> (Computer, Computer) {
    let (first, record) = Computer::with_new_case(1, changes);
    let mut second = Computer::empty(2);
    assert!(second.take(1, &record).unwrap().changed());
    assert_eq!(first.read(), second.read(), "one record makes the whole case");
    (first, second)
}

/// Hands each computer what the other wrote.
fn exchange(first: &mut Computer, from_first: &[Vec<u8>], second: &mut Computer, from_second: &[Vec<u8>]) {
    for record in from_first {
        assert_eq!(second.take(first.number, record).unwrap().missing, Vec::<[u8; 32]>::new());
    }
    for record in from_second {
        assert_eq!(first.take(second.number, record).unwrap().missing, Vec::<[u8; 32]>::new());
    }
    assert_eq!(first.read(), second.read(), "the order of arrival does not matter");
    assert_eq!(first.document.timeline(), second.document.timeline());
    assert_eq!(first.document.heads(), second.document.heads());
}
