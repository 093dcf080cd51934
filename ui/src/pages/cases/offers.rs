//! What the keys do at the open case: one answer for the keys, the buttons that show them, and the key bar.

use praesto_contract::{CaseView, ConflictView, DecisionId, DecisionView, Place, Status};

use super::{acts, hand_over, removal};
use crate::route::Tab;

/// What is on offer where one is in a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Offers {
    /// The part of the case that is shown.
    pub(crate) tab: Tab,
    pub(crate) decide: bool,
    /// Whether a step leads on.
    pub(crate) move_on: bool,
    /// Whether a decision waits for this person's signature.
    pub(crate) sign: bool,
    /// Whether it was handed to this person, who can take it or give it back.
    pub(crate) take: bool,
    /// Whether there is a letter to write.
    pub(crate) letter: bool,
    /// Whether it takes notes, tasks and another person: a removed case does not.
    pub(crate) work: bool,
    /// Whether it can be brought back, or kept.
    pub(crate) restore: bool,
    /// Whether there are values to choose from.
    pub(crate) choose: bool,
    /// Whether the first of them can go into a note.
    pub(crate) both: bool,
    pub(crate) withdraw: bool,
    /// Whether somebody can be asked which of two decisions stands.
    pub(crate) ask: bool,
    pub(crate) undo: bool,
    /// Whether there is a file to look at.
    pub(crate) look: bool,
    /// Whether there is one to change in another program.
    pub(crate) change: bool,
}

impl Offers {
    /// What is on offer in one part of a case.
    pub(super) fn of(view: &CaseView, tab: Tab) -> Self {
        let conflicts = tab == Tab::Conflicts;
        let removed = removal::is_removed(view);
        // A decision that waits for its signature is signed or withdrawn before anything else.
        let settled = !removed && !view.decisions.iter().any(|decision| decision.waits);
        Self {
            tab,
            // Decisions that contradict each other are met where they stand side by side.
            decide: settled
                && match acts::decides(view) {
                    None => false,
                    // Where they stand, whoever cannot decide asks somebody who can.
                    Some(decides) if conflicts => decides.is_ok(),
                    Some(_) => view.status != Status::NeedsAdjudication,
                },
            move_on: settled && acts::steps(view).next().is_some(),
            sign: !removed && acts::to_sign(view).is_some(),
            take: !removed && hand_over::to_me(view).is_some(),
            letter: !removed && acts::letters(view).next().is_some(),
            work: !removed,
            restore: view.removal.is_some(),
            choose: conflicts && !view.conflicts.is_empty(),
            both: conflicts && view.conflicts.first().is_some_and(can_keep_both),
            withdraw: conflicts && own_decision(view).is_some(),
            ask: conflicts && !removed && contradicting(view).next().is_some(),
            undo: view.can_undo,
            look: !view.attachments.is_empty(),
            change: !removed && view.attachments.iter().any(|file| !acts::signed_off(view, file.id)),
        }
    }
}

/// Decisions that stand against each other.
pub(super) fn contradicting(view: &CaseView) -> impl Iterator<Item = &DecisionView> {
    view.decisions.iter().filter(|decision| decision.contradicted)
}

/// One's own among the decisions that stand against each other.
pub(super) fn own_decision(view: &CaseView) -> Option<DecisionId> {
    contradicting(view).find(|decision| decision.by.me && decision.mine).map(|decision| decision.id)
}

/// Only places that may be empty can be emptied.
pub(super) fn can_keep_both(conflict: &ConflictView) -> bool {
    matches!(
        conflict.place,
        Place::Field { .. } | Place::Received | Place::PartyContact { .. } | Place::PartyRole { .. } | Place::TaskDue { .. }
    )
}
