//! What follows from a case: where it stands, when it is due, what people must settle. Pure functions of the merged case, so that every replica
//! says the same.

use super::{Case, Deadline, Decision, FieldValue, Place, Signature, Slot, Stage, Status, Task, stands_at};
use crate::{Day, DecisionId, case_types::Who};

/// Whether a decision has the signatures that its case type asked for.
pub fn is_signed(decision: &Decision) -> bool {
    decision.second.is_none() || second_signatures(decision).next().is_some()
}

/// The signatures by which a decision counts: of somebody other than whoever decided, and of a manager where one is asked for.
pub fn second_signatures(decision: &Decision) -> impl Iterator<Item = &Signature> {
    let by_another = |person| decision.person.is_some_and(|decider| decider != person);
    let asked = move |signature: &&Signature| by_another(signature.person) && (decision.second != Some(Who::Manager) || signature.manager);
    decision.signatures.iter().filter(asked)
}

/// Decisions that count: signed by as many as they need, neither withdrawn nor replaced by a later one that counts.
pub fn standing_decisions(case: &Case) -> Vec<&Decision> {
    left(case, is_signed).filter(|decision| is_signed(decision)).collect()
}

/// Decisions that wait for their second signature.
pub fn waiting_decisions(case: &Case) -> Vec<&Decision> {
    left(case, |_| true).filter(|decision| !is_signed(decision)).collect()
}

/// Decisions that are not withdrawn, nor replaced by a later one that `counts`.
///
/// Only a later decision replaces an earlier one, in the order of the case; a forged pair that names each other must not hide both.
fn left(case: &Case, counts: impl Fn(&Decision) -> bool) -> impl Iterator<Item = &Decision> {
    case.decisions.iter().enumerate().filter_map(move |(index, decision)| {
        let replaces = |later: &Decision| !later.withdrawn && counts(later) && later.replaces.contains(&decision.id);
        let replaced = case.decisions[index + 1..].iter().any(replaces);
        (!decision.withdrawn && !replaced).then_some(decision)
    })
}

/// Standing decisions with different outcomes: all of them, or none.
pub fn contradicting_decisions(case: &Case) -> Vec<DecisionId> {
    let standing = standing_decisions(case);
    let same = standing.windows(2).all(|pair| pair[0].outcome.trim() == pair[1].outcome.trim());
    if same { Vec::new() } else { standing.iter().map(|decision| decision.id).collect() }
}

/// Where a case stands.
///
/// Decisions that contradict each other come before everything. A case that was closed is closed; a case with a standing decision is decided, and goes
/// back to review by withdrawing or replacing the decision; else the last status set by hand holds.
pub fn status(case: &Case) -> Status {
    if !contradicting_decisions(case).is_empty() {
        return Status::NeedsAdjudication;
    }
    let set = last_stage(case).status;
    if set != Status::Closed && !standing_decisions(case).is_empty() { Status::Decided } else { set }
}

/// Where somebody set the case; `New` when nobody did. Of two that were set without knowledge of each other the one that is open counts, so
/// that the case stays in sight until a person has chosen.
pub fn last_stage(case: &Case) -> Stage {
    let set = || case.stage.0.iter().map(|stamped| &stamped.value);
    set().find(|stage| stage.status != Status::Closed).or_else(|| set().next()).cloned().unwrap_or_default()
}

/// Whether a deadline is met: somebody has marked it so, or the case stands where its rule asks for nothing more. Goes by where the case stands
/// now, so that whatever brings the case back, a withdrawal or a merge, opens the deadline again.
pub fn is_met(case: &Case, deadline: &Deadline) -> bool {
    let by_state = || deadline.rule.as_ref().is_some_and(|rule| rule.met_by.contains(&stands_at(case).code()));
    settled_true(&deadline.met) || by_state()
}

/// The next day by which something of the case must have happened: an unmet deadline with its earliest day. Nothing in a closed case.
pub fn next_deadline(case: &Case) -> Option<(&Deadline, Day)> {
    if status(case) == Status::Closed {
        return None;
    }
    unmet_deadlines(case).filter_map(|deadline| Some((deadline, earliest(&deadline.day)?))).min_by_key(|(_, day)| *day)
}

/// Deadlines that are not met.
pub(super) fn unmet_deadlines(case: &Case) -> impl Iterator<Item = &Deadline> {
    case.deadlines.iter().filter(|deadline| !deadline.removed && !is_met(case, deadline))
}

/// Tasks that are still to be done. One that only one of two people ticked off is open.
pub fn open_tasks(case: &Case) -> impl Iterator<Item = &Task> {
    case.tasks.iter().filter(|task| !task.removed && !settled_true(&task.done))
}

/// The earliest of the days that stand at a place.
pub(super) fn earliest(days: &Slot<FieldValue>) -> Option<Day> {
    let day = |stamped: &super::Stamped<FieldValue>| if let FieldValue::Day(day) = stamped.value { Some(day) } else { None };
    days.0.iter().filter_map(day).min()
}

pub(crate) fn settled_true(slot: &Slot<bool>) -> bool {
    !slot.0.is_empty() && slot.0.iter().all(|stamped| stamped.value)
}

/// Places with several values, in the order in which a case is read. What is removed is not asked about.
pub fn conflicts(case: &Case) -> Vec<Place> {
    let mut places = Vec::new();
    let mut ask = |conflict: bool, place: Place| {
        if conflict {
            places.push(place);
        }
    };
    ask(case.title.is_conflict(), Place::Title);
    ask(case.reference.is_conflict(), Place::Reference);
    ask(case.received.is_conflict(), Place::Received);
    ask(case.assignee.is_conflict(), Place::Assignee);
    ask(case.stage.is_conflict(), Place::Status);
    for (field, slot) in &case.fields {
        ask(slot.is_conflict(), Place::Field { field: field.clone() });
    }
    for party in case.parties.iter().filter(|party| !party.removed) {
        ask(party.name.is_conflict(), Place::PartyName { party: party.id });
        ask(party.role.is_conflict(), Place::PartyRole { party: party.id });
        ask(party.contact.is_conflict(), Place::PartyContact { party: party.id });
    }
    for attachment in case.attachments.iter().filter(|attachment| !attachment.removed) {
        ask(attachment.name.is_conflict(), Place::AttachmentName { attachment: attachment.id });
    }
    for task in case.tasks.iter().filter(|task| !task.removed) {
        ask(task.text.is_conflict(), Place::TaskText { task: task.id });
        ask(task.due.is_conflict(), Place::TaskDue { task: task.id });
        ask(task.assignee.is_conflict(), Place::TaskAssignee { task: task.id });
        ask(task.done.is_conflict(), Place::TaskDone { task: task.id });
    }
    for deadline in case.deadlines.iter().filter(|deadline| !deadline.removed) {
        ask(deadline.label.is_conflict(), Place::DeadlineLabel { deadline: deadline.id });
        ask(deadline.day.is_conflict(), Place::DeadlineDay { deadline: deadline.id });
        ask(deadline.met.is_conflict(), Place::DeadlineMet { deadline: deadline.id });
    }
    places
}

/// Whether the case is removed: somebody removed it, and knew everything that is in it. Two people who removed it apart did not contradict each other.
pub fn is_removed(case: &Case) -> bool {
    case.removal.as_ref().is_some_and(|removal| removal.unseen.is_empty())
}

/// Whether somebody removed the case while another, not knowing, worked on it: it is back until a person removes or keeps it.
pub fn is_removal_contested(case: &Case) -> bool {
    case.removal.as_ref().is_some_and(|removal| !removal.unseen.is_empty())
}

/// Whether somebody worked on the case without knowing that another had closed it: in sight until a person closes it again or opens it.
pub fn is_closing_contested(case: &Case) -> bool {
    status(case) == Status::Closed && case.late.iter().any(|change| !change.knew)
}

/// Whether people have something to settle: values that differ, decisions that contradict, something removed or closed that somebody worked on.
pub fn needs_people(case: &Case) -> bool {
    let reopened = case.parties.iter().any(|party| party.reopened)
        || case.attachments.iter().any(|attachment| attachment.reopened)
        || case.tasks.iter().any(|task| task.reopened)
        || case.deadlines.iter().any(|deadline| deadline.reopened);
    reopened
        || is_removal_contested(case)
        || is_closing_contested(case)
        || !conflicts(case).is_empty()
        || !contradicting_decisions(case).is_empty()
}
