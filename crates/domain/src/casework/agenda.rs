//! What a case asks of people: tasks that are open, deadlines that are not met, decisions that wait for a signature, and what has to be settled.

use std::collections::BTreeSet;

use super::{
    Case, Slot, Status, needs_people, open_tasks,
    rules::{earliest, unmet_deadlines},
    status, waiting_decisions,
};
use crate::{Day, DeadlineId, DecisionId, PersonId, TaskId, case_types::Who};

/// Letters of a task or deadline that lists show.
const LETTERS: usize = 200;

/// One thing that a case asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AgendaItem {
    pub ask: Ask,
    /// By when; the earliest day where two were written without knowledge of each other.
    pub day: Option<Day>,
    /// Whose it is: who the task was given to, else who has the case; nobody where nobody has it. What two people were given without knowledge of
    /// each other is there for each of them.
    pub person: Option<PersonId>,
    /// What the task or deadline is called, cut; empty where it has no words of its own.
    pub text: String,
}

/// What kind of thing it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ask {
    Task(TaskId),
    /// `rule` of the case type, where it follows from one.
    Deadline {
        id: DeadlineId,
        rule: Option<String>,
    },
    /// A second signature, of somebody other than `decided_by`.
    Signature {
        decision: DecisionId,
        second: Who,
        decided_by: Option<PersonId>,
    },
    /// Values or decisions that contradict each other, or something removed or closed that a colleague worked on.
    Settle,
}

/// What a case asks for, in the order of the case. In a closed one nothing but what has to be settled; whether a removed one asks is for whoever lists it.
pub fn agenda(case: &Case) -> Vec<AgendaItem> {
    let mut items = Vec::new();
    let holders = people(&case.assignee);
    let mut ask = |ask: Ask, day, whose: &[PersonId], text: String| {
        let mut add = |person| items.push(AgendaItem { ask: ask.clone(), day, person, text: text.clone() });
        whose.iter().for_each(|person| add(Some(*person)));
        if whose.is_empty() {
            add(None);
        }
    };
    if needs_people(case) {
        ask(Ask::Settle, None, &holders, String::new());
    }
    if status(case) == Status::Closed {
        return items;
    }
    for decision in waiting_decisions(case) {
        let Some(second) = decision.second else { continue };
        ask(Ask::Signature { decision: decision.id, second, decided_by: decision.person }, None, &[], cut(&decision.outcome));
    }
    for deadline in unmet_deadlines(case) {
        let rule = deadline.rule.as_ref().map(|rule| rule.id.clone());
        ask(Ask::Deadline { id: deadline.id, rule }, earliest(&deadline.day), &holders, shown(&deadline.label));
    }
    for task in open_tasks(case) {
        let given = people(&task.assignee);
        ask(Ask::Task(task.id), earliest(&task.due), if given.is_empty() { &holders } else { &given }, shown(&task.text));
    }
    items
}

/// Everybody who was named at a place, once each.
fn people(slot: &Slot<Option<PersonId>>) -> Vec<PersonId> {
    slot.0.iter().filter_map(|stamped| stamped.value).collect::<BTreeSet<_>>().into_iter().collect()
}

fn shown(slot: &Slot<String>) -> String {
    slot.value().map_or_else(String::new, |text| cut(text))
}

fn cut(text: &str) -> String {
    text.chars().take(LETTERS).collect()
}

/// The earliest day by which something is to be done: an unmet deadline or an open task. Of a conflict the earliest day counts, and a task or
/// deadline that only one of two people ticked off is still open. Nothing is due in a closed case.
pub fn due(case: &Case) -> Option<Day> {
    agenda(case).into_iter().filter_map(|item| item.day).min()
}
