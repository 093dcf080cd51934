//! Handing over: what waits to be taken, and what became of everything that was handed over.
//!
//! Whoever a case is handed to has it at once. That they know of it is said by an event of their own, which nobody writes for another.

use std::collections::{HashMap, HashSet};

use serde::{Deserialize, Serialize};

use super::{Case, EventKind, Stamp, Status, is_removed, status};
use crate::{EventId, HandOverId, Moment, PersonId};

/// What the settling of who has a case calls the place.
const ASSIGNEE: &str = "assignee";

/// What became of a hand-over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HandOverState {
    /// Whoever it was handed to has the case and has not said so.
    Waits,
    Taken,
    GivenBack,
    /// Nobody is asked about it any more: somebody else has the case, a later hand-over stands in its place, or the case is closed.
    Over,
}

/// One hand-over of a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HandOver<'a> {
    pub id: EventId,
    /// Who handed it over. Whoever took the record in made sure that the computer is theirs.
    pub giver: PersonId,
    pub to: PersonId,
    pub words: &'a str,
    /// The act that it belongs to.
    pub together: HandOverId,
    pub by: Stamp,
    pub state: HandOverState,
    /// Why it was given back, and when.
    pub back: Option<(&'a str, Stamp)>,
}

/// What lists keep of a hand-over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HandedOver {
    pub giver: PersonId,
    pub to: PersonId,
    pub together: HandOverId,
    pub at: Moment,
    pub state: HandOverState,
}

impl From<&HandOver<'_>> for HandedOver {
    fn from(one: &HandOver<'_>) -> Self {
        Self { giver: one.giver, to: one.to, together: one.together, at: one.by.at, state: one.state }
    }
}

/// Who has a case, where that is not disputed.
pub fn holder(case: &Case) -> Option<PersonId> {
    if case.assignee.is_conflict() { None } else { case.assignee.value().copied().flatten() }
}

/// Every hand-over of a case, oldest first, in the order of the case.
///
/// One waits only as long as who has the case stands there by its own change, or was chosen among several. Whoever is assigned the case later
/// without a word is asked about nothing older.
pub fn hand_overs(case: &Case) -> Vec<HandOver<'_>> {
    let answers = Answers::of(case);
    let mut all: Vec<HandOver<'_>> = case.events.iter().filter_map(|event| answers.hand_over(event)).collect();
    // A closed or removed case asks nobody for anything. While two people have it, who does is settled first.
    let asks = status(case) != Status::Closed && !is_removed(case);
    let holder = holder(case).filter(|_| asks);
    let settled = is_settled(case);
    let stands = |one: &HandOver<'_>| settled || case.assignee.0.iter().any(|value| value.by == one.by);
    let newest = all.iter_mut().rev().find(|one| Some(one.to) == holder && one.giver != one.to && stands(one));
    if let Some(newest) = newest.filter(|one| one.state == HandOverState::Over) {
        newest.state = HandOverState::Waits;
    }
    all
}

/// Whether who has the case was chosen among several: then a hand-over to them is what was chosen.
fn is_settled(case: &Case) -> bool {
    let settles = |kind: &EventKind| matches!(kind, EventKind::Settled { place, .. } if place == ASSIGNEE);
    case.events.iter().any(|event| settles(&event.kind) && case.assignee.0.iter().any(|value| value.by == event.by))
}

/// The hand-over that waits for whoever has the case.
pub fn waiting_hand_over(case: &Case) -> Option<HandOver<'_>> {
    hand_overs(case).into_iter().find(|one| one.state == HandOverState::Waits)
}

/// What people have answered, by what and by whom: an answer counts only from whoever the case was handed to.
struct Answers<'a> {
    taken: HashSet<(EventId, PersonId)>,
    back: HashMap<(EventId, PersonId), (&'a str, Stamp)>,
}

impl<'a> Answers<'a> {
    fn of(case: &'a Case) -> Self {
        let mut answers = Self { taken: HashSet::new(), back: HashMap::new() };
        for event in &case.events {
            match &event.kind {
                EventKind::Taken { of, person } => drop(answers.taken.insert((*of, *person))),
                EventKind::GivenBack { of, words, person } => drop(answers.back.insert((*of, *person), (words.as_str(), event.by))),
                _ => {}
            }
        }
        answers
    }

    fn hand_over(&self, event: &'a super::Event) -> Option<HandOver<'a>> {
        let EventKind::HandedOver { to, words, together, person } = &event.kind else { return None };
        let back = self.back.get(&(event.id, *to)).copied();
        let state = match back {
            // Who took it on one computer and gave it back on another does not have it.
            Some(_) => HandOverState::GivenBack,
            None if self.taken.contains(&(event.id, *to)) => HandOverState::Taken,
            None => HandOverState::Over,
        };
        Some(HandOver { id: event.id, giver: *person, to: *to, words, together: *together, by: event.by, state, back })
    }
}
