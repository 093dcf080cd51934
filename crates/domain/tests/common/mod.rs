//! Cases to try rules on.
#![allow(dead_code, reason = "each test program uses some of it")]

use praesto_domain::{
    CaseId, DecisionId, DeviceId, Moment, PersonId,
    casework::{Case, Channel, Decision, Signature, Slot, Stamp, Stamped},
};
use uuid::Uuid;

pub(crate) fn stamp(device: u128) -> Stamp {
    Stamp { device: DeviceId(Uuid::from_u128(device)), at: Moment(0) }
}

pub(crate) fn person(number: u128) -> PersonId {
    PersonId(Uuid::from_u128(number))
}

/// Values that were written apart.
pub(crate) fn slot<T>(values: impl IntoIterator<Item = T>) -> Slot<T> {
    Slot(values.into_iter().enumerate().map(|(index, value)| Stamped { id: index.to_string(), value, by: stamp(index as u128) }).collect())
}

pub(crate) fn case() -> Case {
    Case {
        id: CaseId(Uuid::from_u128(1)),
        case_type: "general".to_owned(),
        reference: slot(["2026-0001".to_owned()]),
        title: slot(["Appeal".to_owned()]),
        received: Slot::default(),
        channel: Channel::Paper,
        origin: None,
        assignee: Slot::default(),
        stage: Slot::default(),
        fields: Default::default(),
        parties: Vec::new(),
        notes: Vec::new(),
        attachments: Vec::new(),
        tasks: Vec::new(),
        deadlines: Vec::new(),
        decisions: Vec::new(),
        events: Vec::new(),
        tags: Vec::new(),
        removal: None,
        late: Vec::new(),
        created: stamp(1),
    }
}

/// A decision of the person of this number.
pub(crate) fn decision(id: u128, outcome: &str, replaces: &[u128]) -> Decision {
    Decision {
        id: DecisionId(Uuid::from_u128(id)),
        outcome: outcome.to_owned(),
        reason: String::new(),
        replaces: replaces.iter().map(|id| DecisionId(Uuid::from_u128(*id))).collect(),
        withdrawn: false,
        person: Some(person(id)),
        second: None,
        signatures: Vec::new(),
        by: stamp(id),
    }
}

/// Person 9 is a manager.
pub(crate) fn signature(number: u128) -> Signature {
    Signature { person: person(number), manager: number == 9, by: stamp(number) }
}
