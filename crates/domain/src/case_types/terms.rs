//! The deadlines of a case that follow from the terms of its type: set and moved with what happens to the case. When they are met follows from where the case stands.

use super::{CaseType, DeadlineRule, Start, State, workflow::At};
use crate::{
    Day, DeadlineId,
    casework::{Case, CaseChange, Deadline, FieldValue, Rule, Slot, Stage, Status},
};

/// What a deadline is made with.
pub struct Naming<'a> {
    /// The id of the deadline of this name: always the same within one case, so that two computers that set one deadline set the same.
    pub id: &'a dyn Fn(&str) -> DeadlineId,
    /// The text of this id in the first language of the case type.
    pub text: &'a dyn Fn(&str) -> String,
}

impl std::fmt::Debug for Naming<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Naming")
    }
}

impl CaseType {
    /// What a case's deadlines have to say once it is as it is `after`; nothing where that does not touch them. `before` is none for a new case.
    ///
    /// A term that begins with a state begins anew each time the case comes there. What people did to a deadline by hand stays, until
    /// what it begins with changes.
    pub fn terms(&self, before: Option<&Case>, after: &Case, today: Day, naming: &Naming<'_>) -> Vec<CaseChange> {
        let (was, is) = (before.and_then(|case| self.state_of(case)), self.state_of(after));
        let mut changes = Vec::new();
        for rule in self.deadlines() {
            let there: Vec<&Deadline> =
                after.deadlines.iter().filter(|deadline| deadline.rule.as_ref().is_some_and(|of| of.id == rule.id)).collect();
            let add = |name: &str, day: Day| self.add(rule, name, day, naming);
            let mut added = None;
            match &rule.start {
                Start::State(state) if is == Some(state) && was != is => added = add(&format!("{} {}", rule.id, there.len()), today),
                Start::State(_) => {}
                start => {
                    let (stood, stands) = (before.and_then(|case| began(case, start)), began(after, start));
                    match (there.first(), stands) {
                        _ if stood == stands => {}
                        (None, Some(day)) => added = add(&rule.id, day),
                        (Some(deadline), Some(day)) => changes.extend(self.moved(rule, deadline, day)),
                        (Some(deadline), None) if !deadline.removed => {
                            changes.push(CaseChange::RemoveDeadline { id: deadline.id, removed: true });
                        }
                        (_, None) => {}
                    }
                }
            }
            changes.extend(added);
        }
        changes
    }

    /// The state that a case is in; none while decisions contradict each other.
    fn state_of(&self, case: &Case) -> Option<&str> {
        match self.at(&self.standing(case)) {
            At::State(state) => Some(&state.id),
            At::Adjudication => None,
        }
    }

    fn add(&self, rule: &DeadlineRule, name: &str, from: Day, naming: &Naming<'_>) -> Option<CaseChange> {
        let text = |id: &str| (naming.text)(&format!("deadline-{id}"));
        Some(CaseChange::AddDeadline {
            id: (naming.id)(name),
            label: text(&rule.id),
            day: self.calendar().landing(from, rule.term)?.day,
            rule: Some(Rule { id: rule.id.clone(), basis: text(&format!("{}-basis", rule.id)), met_by: self.met_by(rule) }),
        })
    }

    /// Where a case stands while a rule is met, as case files write it.
    fn met_by(&self, rule: &DeadlineRule) -> Vec<String> {
        let states = rule.met_by.iter().filter_map(|id| self.state(id));
        let code = |state: &State| match state.status {
            Status::Decided => Stage::from(Status::Decided).code(),
            status => Stage { status, state: Some(state.id.clone()) }.code(),
        };
        states.map(code).collect()
    }

    fn moved(&self, rule: &DeadlineRule, deadline: &Deadline, from: Day) -> Vec<CaseChange> {
        let back = deadline.removed.then_some(CaseChange::RemoveDeadline { id: deadline.id, removed: false });
        let due = self.calendar().landing(from, rule.term).map(|landing| landing.day);
        let other = due.filter(|due| deadline.day.value() != Some(&FieldValue::Day(*due)));
        back.into_iter().chain(other.map(|day| CaseChange::SetDeadlineDay { id: deadline.id, day })).collect()
    }
}

/// The day in a case on which a term began.
fn began(case: &Case, start: &Start) -> Option<Day> {
    let day = |slot: &Slot<FieldValue>| match slot.value() {
        Some(FieldValue::Day(day)) => Some(*day),
        _ => None,
    };
    match start {
        Start::Received => day(&case.received),
        Start::Field(field) => case.fields.get(field).and_then(day),
        Start::State(_) => None,
    }
}
