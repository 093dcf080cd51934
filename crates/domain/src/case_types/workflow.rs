//! The engine: which acts a case type allows, to whom, now. Asked before every act; it decides over what it is told and nothing else.

use serde::{Deserialize, Serialize};

use super::{CaseType, Outcome, State, Step, Who};
use crate::{DecisionId, PersonId, casework::Stage};

/// Whoever acts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Actor {
    pub person: PersonId,
    /// Whether they are a manager of the case's team.
    pub manager: bool,
}

/// What the engine has to know of a case: [`CaseType::standing`] reads it from one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing<'a> {
    /// Where people set it.
    pub stage: Stage,
    pub assignee: Option<PersonId>,
    /// The decisions that are neither withdrawn nor replaced.
    pub decisions: Vec<Decided<'a>>,
    pub form_complete: bool,
    pub tasks_done: bool,
}

/// A decision that is neither withdrawn nor replaced.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decided<'a> {
    pub id: DecisionId,
    pub outcome: &'a str,
    /// Who decided, where that is known.
    pub by: Option<PersonId>,
    /// Whether it has the signatures that were asked for when it was made.
    pub counts: bool,
    /// Who has to sign it besides.
    pub second: Option<Who>,
    /// The decisions that it replaces once it counts.
    pub replaces: &'a [DecisionId],
}

/// Why an act is not allowed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum Refused {
    #[error("the case type has no such act")]
    NoSuchAct,
    #[error("not from where the case stands")]
    NotFromHere,
    #[error("only whoever has the case may do it")]
    NotAssigned,
    #[error("only a manager may do it")]
    NotManager,
    #[error("the form is not complete")]
    FormIncomplete,
    #[error("tasks are open")]
    TasksOpen,
    #[error("decisions contradict each other")]
    Contradicting,
    #[error("a decision waits for its second signature")]
    WaitsForSignature,
    #[error("whoever decided cannot sign as the second")]
    OwnDecision,
    #[error("nothing waits for a signature")]
    NothingToSign,
    #[error("only whoever decided, or a manager, may withdraw it")]
    NotOwnDecision,
    #[error("what a second person signed is not brought back but decided anew")]
    DecideAnew,
}

/// Where a case is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum At<'a> {
    State(&'a State),
    /// Decisions contradict each other; people have to settle that first.
    Adjudication,
}

impl CaseType {
    /// Where a case is. A decision that counts brings it to the decided state, unless it was closed. A case that stands in no state of this
    /// pack, set by hand or under another version, is in the first one that lists show alike, else in the first of all.
    pub fn at(&self, standing: &Standing<'_>) -> At<'_> {
        let set = self.set_to(&standing.stage);
        let mut counting = standing.decisions.iter().filter(|decided| decided.counts);
        let Some(first) = counting.next() else { return At::State(set) };
        if counting.any(|other| other.outcome != first.outcome) {
            return At::Adjudication;
        }
        At::State(self.decided_state().filter(|_| set.status != crate::casework::Status::Closed).unwrap_or(set))
    }

    /// The state of this pack that people set a case to.
    fn set_to(&self, stage: &Stage) -> &State {
        let decided = self.decided_state().map(|state| &state.id);
        let settable = || self.states().iter().filter(|state| Some(&state.id) != decided);
        let named = stage.state.as_ref().and_then(|id| settable().find(|state| state.id == *id));
        let alike = || settable().find(|state| state.status == stage.status);
        named.or_else(alike).unwrap_or_else(|| self.first_state())
    }

    /// Whether `actor` may take the step.
    ///
    /// # Errors
    /// The first reason why not.
    pub fn take(&self, step: &str, standing: &Standing<'_>, actor: Actor) -> Result<&Step, Refused> {
        let step = self.steps().iter().find(|it| it.id == step).ok_or(Refused::NoSuchAct)?;
        let At::State(state) = self.at(standing) else { return Err(Refused::Contradicting) };
        from(&step.from, state)?;
        is_ready(step.who, step.form_complete, standing, actor)?;
        nothing_waits(standing)?;
        if step.tasks_done && !standing.tasks_done {
            return Err(Refused::TasksOpen);
        }
        Ok(step)
    }

    /// Whether `actor` may decide so. Where decisions contradict each other, a new one that replaces them settles it, whatever came before.
    ///
    /// # Errors
    /// The first reason why not.
    pub fn decide(&self, outcome: &str, standing: &Standing<'_>, actor: Actor) -> Result<&Outcome, Refused> {
        let outcome = self.outcome(outcome).ok_or(Refused::NoSuchAct)?;
        if let At::State(state) = self.at(standing) {
            from(&outcome.from, state)?;
        }
        is_ready(outcome.who, outcome.form_complete, standing, actor)?;
        nothing_waits(standing)?;
        Ok(outcome)
    }

    /// Whether `actor` may give the second signature that this one of the case's decisions waits for. What was asked of whoever decided has
    /// still to hold: the signature is what makes the decision count.
    ///
    /// # Errors
    /// The first reason why not.
    pub fn sign(&self, decision: DecisionId, standing: &Standing<'_>, actor: Actor) -> Result<&Outcome, Refused> {
        let waits = standing.decisions.iter().find(|decided| decided.id == decision && !decided.counts).ok_or(Refused::NothingToSign)?;
        let who = waits.second.ok_or(Refused::NothingToSign)?;
        let outcome = self.outcome(waits.outcome).ok_or(Refused::NoSuchAct)?;
        match self.at(standing) {
            At::State(state) => from(&outcome.from, state)?,
            At::Adjudication => settles(waits, standing)?,
        }
        // Whose decision it is must be known, or one person could give both signatures.
        if waits.by.is_none_or(|decider| decider == actor.person) {
            return Err(Refused::OwnDecision);
        }
        is_ready(who, outcome.form_complete, standing, actor)?;
        Ok(outcome)
    }

    /// The outcome with this id.
    pub fn outcome(&self, id: &str) -> Option<&Outcome> {
        self.outcomes().iter().find(|outcome| outcome.id == id)
    }
}

/// Whether `actor` may withdraw a decision of `by`, or bring it back: their own, or any as a manager. That is so for every case type.
///
/// # Errors
/// Why not.
pub fn withdraw(by: Option<PersonId>, actor: Actor) -> Result<(), Refused> {
    if actor.manager || by == Some(actor.person) { Ok(()) } else { Err(Refused::NotOwnDecision) }
}

fn from(states: &[String], state: &State) -> Result<(), Refused> {
    if states.contains(&state.id) { Ok(()) } else { Err(Refused::NotFromHere) }
}

/// A decision that waits for its signature is settled before anything else goes on.
fn nothing_waits(standing: &Standing<'_>) -> Result<(), Refused> {
    if standing.decisions.iter().all(|decided| decided.counts) { Ok(()) } else { Err(Refused::WaitsForSignature) }
}

/// Whether a decision leaves none of those that contradict each other once it counts.
fn settles(waits: &Decided<'_>, standing: &Standing<'_>) -> Result<(), Refused> {
    let all = standing.decisions.iter().filter(|decided| decided.counts).all(|decided| waits.replaces.contains(&decided.id));
    if all { Ok(()) } else { Err(Refused::Contradicting) }
}

/// What every act asks of its author and of the form.
fn is_ready(who: Who, form_complete: bool, standing: &Standing<'_>, actor: Actor) -> Result<(), Refused> {
    asks(who, standing, actor)?;
    if form_complete && !standing.form_complete { Err(Refused::FormIncomplete) } else { Ok(()) }
}

/// Whether `actor` is who may do it.
pub(super) fn asks(who: Who, standing: &Standing<'_>, actor: Actor) -> Result<(), Refused> {
    match who {
        Who::Anyone => Ok(()),
        Who::Assignee if standing.assignee == Some(actor.person) => Ok(()),
        Who::Assignee => Err(Refused::NotAssigned),
        Who::Manager if actor.manager => Ok(()),
        Who::Manager => Err(Refused::NotManager),
    }
}
