//! The engine: which acts a case type allows, to whom, now. Asked before every act, on every computer; it decides over what it is told and
//! nothing else.

use super::{CaseType, Outcome, State, Step, Who};
use crate::{PersonId, casework::Status};

/// Whoever acts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Actor {
    pub person: PersonId,
    /// Whether they are a manager of the case's team.
    pub manager: bool,
}

/// What the engine has to know of a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing<'a> {
    /// Where steps have brought it; none before the first.
    pub state: Option<&'a str>,
    pub assignee: Option<PersonId>,
    /// The decisions that stand: neither withdrawn nor replaced.
    pub decisions: Vec<Decided<'a>>,
    pub form_complete: bool,
    pub tasks_done: bool,
}

/// A decision that stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decided<'a> {
    pub outcome: &'a str,
    pub by: PersonId,
    /// Who signed it besides.
    pub signed: Vec<Signer>,
}

/// Somebody who signed a decision, and whether they were a manager when they did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Signer {
    pub person: PersonId,
    pub manager: bool,
}

/// Why an act is not allowed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error)]
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
}

/// Where a case is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum At<'a> {
    State(&'a State),
    /// Decisions contradict each other; people have to settle that first.
    Adjudication,
}

impl CaseType {
    /// Where a case is. A decision in force brings it to the decided state, unless it was closed. A state that the pack does not know, of an
    /// older version of it, counts as the first, and so does the decided one, to which no step leads.
    pub fn at(&self, standing: &Standing<'_>) -> At<'_> {
        let set = standing.state.and_then(|id| self.state(id)).filter(|state| state.status != Status::Decided);
        let set = set.unwrap_or_else(|| self.first_state());
        let mut in_force = standing.decisions.iter().filter(|decided| self.is_in_force(decided));
        let Some(first) = in_force.next() else { return At::State(set) };
        if in_force.any(|other| other.outcome != first.outcome) {
            return At::Adjudication;
        }
        At::State(self.decided_state().filter(|_| set.status != Status::Closed).unwrap_or(set))
    }

    /// Whether a decision counts: its outcome needs no second signature, or somebody else who may has given it.
    pub fn is_in_force(&self, decided: &Decided<'_>) -> bool {
        let Some(outcome) = self.outcome(decided.outcome) else { return false };
        match outcome.second {
            None => true,
            Some(who) => decided.signed.iter().any(|signer| signer.person != decided.by && (who != Who::Manager || signer.manager)),
        }
    }

    /// Whether `actor` may take the step.
    ///
    /// # Errors
    /// The first reason why not.
    pub fn take(&self, step: &str, standing: &Standing<'_>, actor: Actor) -> Result<&Step, Refused> {
        let step = self.steps().iter().find(|it| it.id == step).ok_or(Refused::NoSuchAct)?;
        self.goes_on(&step.from, step.who, step.form_complete, standing, actor)?;
        if step.tasks_done && !standing.tasks_done {
            return Err(Refused::TasksOpen);
        }
        Ok(step)
    }

    /// Whether `actor` may decide so.
    ///
    /// # Errors
    /// The first reason why not.
    pub fn decide(&self, outcome: &str, standing: &Standing<'_>, actor: Actor) -> Result<&Outcome, Refused> {
        let outcome = self.outcome(outcome).ok_or(Refused::NoSuchAct)?;
        self.goes_on(&outcome.from, outcome.who, outcome.form_complete, standing, actor)?;
        Ok(outcome)
    }

    /// Whether `actor` may give the second signature that this one of the case's decisions waits for. What was asked of whoever decided has
    /// still to hold: the signature is what makes the decision count.
    ///
    /// # Errors
    /// The first reason why not.
    pub fn sign(&self, decided: &Decided<'_>, standing: &Standing<'_>, actor: Actor) -> Result<&Outcome, Refused> {
        let outcome = self.outcome(decided.outcome).filter(|_| !self.is_in_force(decided)).ok_or(Refused::NothingToSign)?;
        let who = outcome.second.ok_or(Refused::NothingToSign)?;
        if decided.by == actor.person {
            return Err(Refused::OwnDecision);
        }
        self.is_ready(&outcome.from, who, outcome.form_complete, standing, actor)?;
        Ok(outcome)
    }

    /// The decisions that wait for a second signature; several where computers did not know of each other.
    pub fn waiting<'a, 'b>(&self, standing: &'b Standing<'a>) -> impl Iterator<Item = &'b Decided<'a>> {
        standing.decisions.iter().filter(|decided| self.outcome(decided.outcome).is_some() && !self.is_in_force(decided))
    }

    /// The outcome with this id.
    pub fn outcome(&self, id: &str) -> Option<&Outcome> {
        self.outcomes().iter().find(|outcome| outcome.id == id)
    }

    /// What a step and a decision ask alike.
    fn goes_on(&self, from: &[String], who: Who, form_complete: bool, standing: &Standing<'_>, actor: Actor) -> Result<(), Refused> {
        self.is_ready(from, who, form_complete, standing, actor)?;
        if self.waiting(standing).next().is_some() {
            return Err(Refused::WaitsForSignature);
        }
        Ok(())
    }

    /// What every act asks.
    fn is_ready(&self, from: &[String], who: Who, form_complete: bool, standing: &Standing<'_>, actor: Actor) -> Result<(), Refused> {
        let At::State(state) = self.at(standing) else { return Err(Refused::Contradicting) };
        if !from.contains(&state.id) {
            return Err(Refused::NotFromHere);
        }
        allowed(who, standing, actor)?;
        if form_complete && !standing.form_complete {
            return Err(Refused::FormIncomplete);
        }
        Ok(())
    }
}

fn allowed(who: Who, standing: &Standing<'_>, actor: Actor) -> Result<(), Refused> {
    match who {
        Who::Anyone => Ok(()),
        Who::Assignee if standing.assignee == Some(actor.person) => Ok(()),
        Who::Assignee => Err(Refused::NotAssigned),
        Who::Manager if actor.manager => Ok(()),
        Who::Manager => Err(Refused::NotManager),
    }
}
