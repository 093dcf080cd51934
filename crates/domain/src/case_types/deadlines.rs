//! Which days follow from the terms of a case type.

use super::{CaseType, DeadlineRule, Landing, Start};
use crate::Day;

/// Something that terms begin with has happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Began<'a> {
    Received,
    State(&'a str),
    Field(&'a str),
}

/// A day that follows from a rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DueDay<'a> {
    pub rule: &'a DeadlineRule,
    pub landing: Landing,
}

impl CaseType {
    /// The days that follow from what began on `day`.
    pub fn due_days(&self, began: Began<'_>, day: Day) -> Vec<DueDay<'_>> {
        let starts = |rule: &&DeadlineRule| match (&rule.start, began) {
            (Start::Received, Began::Received) => true,
            (Start::State(id), Began::State(state)) => id == state,
            (Start::Field(id), Began::Field(field)) => id == field,
            _ => false,
        };
        let due = |rule| Some(DueDay { rule, landing: self.calendar.landing(day, rule.term)? });
        self.deadlines.iter().filter(starts).filter_map(due).collect()
    }

    /// The rules that are met when a case comes to `state`.
    pub fn met_in<'a>(&'a self, state: &'a str) -> impl Iterator<Item = &'a DeadlineRule> {
        self.deadlines.iter().filter(move |rule| rule.met_by.iter().any(|id| id == state))
    }
}
