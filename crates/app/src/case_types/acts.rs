//! The acts that a case type allows: steps, decisions, second signatures. The engine is asked before each, over what the file says at that moment.

use std::collections::BTreeSet;

use praesto_contract::*;
use praesto_domain::case_types::workflow::{Actor, At, Refused};
use praesto_domain::case_types::{CaseType, Naming};
use praesto_domain::casework::{Case, CaseChange as Change, Decision, EventKind, Stage, last_stage, standing_decisions, status};
use praesto_domain::{DeadlineId, EventId, NoteId};
use praesto_protocol::SpaceId;
use praesto_vault::Writer;

use super::{Pack, find_shipped, shipped, views};
use crate::documents::{CaseDocument, EditRefused, Saved, fingerprint};
use crate::drafts;
use crate::error::AppError;
use crate::host::{Host, random};
use crate::ids::named;
use crate::office::Office;
use crate::praesto::Core;
use crate::save::EditOptions;

/// Who acts on which case, as it stands.
pub(crate) struct Standing<'a> {
    pub(crate) case: &'a Case,
    /// Its type, where that is on this computer.
    case_type: Option<&'a CaseType>,
    actor: Actor,
    pub(crate) now: Moment,
}

impl<'a> Standing<'a> {
    pub(crate) fn case_type(&self) -> Result<&'a CaseType, AppError> {
        self.case_type.ok_or(AppError::code(ErrorCode::CaseTypeMissing))
    }

    /// Where the case stands by its type; nowhere while decisions contradict each other.
    fn state(&self) -> Result<Option<&'a str>, AppError> {
        let case_type = self.case_type()?;
        Ok(match case_type.at(&case_type.standing(self.case)) {
            At::State(state) => Some(&state.id),
            At::Adjudication => None,
        })
    }
}

impl<H: Host> Core<H> {
    pub(crate) fn case_types(&self, _: CaseTypesGet) -> Result<Vec<CaseTypeView>, AppError> {
        let own = self.office()?.own_case_types();
        let of_office = own.iter().filter(|(id, _)| find_shipped(id).is_none());
        let of_office = of_office.filter_map(|(id, pack)| pack.pack().map(|read| views::case_type(&read, own.is_withdrawn(id))));
        Ok(shipped().map(|pack| views::case_type(pack, false)).chain(of_office).collect())
    }

    pub(crate) fn case_step(&self, request: CaseStep) -> Result<CaseView, AppError> {
        let office = self.office()?;
        self.act(request.case, &request.drafts, |acting| {
            let stepped = match &request.step {
                Some(step) => office.step(&acting, step, request.seen.as_deref())?,
                // Said anew, to whoever worked on it without knowing. That asks nothing of its type.
                None if status(acting.case) == Status::Closed => office.set_to(last_stage(acting.case), acting.now),
                None => return Err(refused(Refused::NotFromHere)),
            };
            Ok([stepped].into_iter().chain(office.note(request.note.as_deref(), acting.now)).collect())
        })
    }

    pub(crate) fn case_decide(&self, request: CaseDecide) -> Result<CaseView, AppError> {
        let office = self.office()?;
        self.act(request.case, &request.drafts, |acting| {
            let stand: BTreeSet<DecisionId> = standing_decisions(acting.case).iter().map(|decision| decision.id).collect();
            if stand != request.replaces.iter().copied().collect() {
                return Err(AppError::code(ErrorCode::WrittenMeanwhile));
            }
            Ok(vec![office.decide(&acting, &request.outcome, &request.reason, &request.replaces)?])
        })
    }

    pub(crate) fn case_sign(&self, request: CaseSign) -> Result<CaseView, AppError> {
        let office = self.office()?;
        self.act(request.case, &[], |acting| {
            let said = |one: &&Decision| one.id == request.decision && fingerprint(one) == request.fingerprint;
            if acting.case.decisions.iter().filter(said).count() != 1 {
                return Err(AppError::code(ErrorCode::WrittenMeanwhile));
            }
            Ok(vec![office.sign(&acting, request.decision, request.fingerprint.clone())?])
        })
    }

    /// Saves what somebody does to a case, if its type allows it.
    fn act(
        &self,
        case: CaseId,
        drafts: &[String],
        changes: impl FnOnce(Standing<'_>) -> Result<Vec<Change>, AppError>,
    ) -> Result<CaseView, AppError> {
        let office = self.office()?;
        office.check_for_edit(case)?;
        office.vault.write(|writer| {
            office.act_in(writer, case, None, changes)?;
            drafts::let_go(writer, Some(case), drafts)
        })?;
        self.saved(&office, case)
    }
}

impl<H: Host> Office<H> {
    /// Makes what somebody does to a case, if its type allows it. Says whether that changed anything.
    pub(crate) fn act_in(
        &self,
        writer: &mut Writer<'_>,
        case: CaseId,
        act: Option<u64>,
        changes: impl FnOnce(Standing<'_>) -> Result<Vec<Change>, AppError>,
    ) -> Result<bool, AppError> {
        let row = writer.case_projection(case)?.ok_or(AppError::code(ErrorCode::NotFound))?;
        let (actor, pack) = (self.acting_in(row.space), self.case_type(&row.case_type));
        let options = EditOptions { undoable: true, act, ..EditOptions::default() };
        self.edit_case_in(writer, case, &options, |document, now| {
            let before = document.read(case)?;
            let changes = changes(Standing { case: &before, case_type: pack.as_deref().map(|pack| &pack.case_type), actor, now })?;
            let terms = self.terms(document, case, Some(&before), pack.as_deref(), |tried| tried.edit(now, &changes))?;
            Ok(document.edit(now, &[changes, terms].concat())?)
        })
    }

    /// The note that goes with an act, where it says anything.
    pub(crate) fn note(&self, text: Option<&str>, now: Moment) -> Option<Change> {
        let text = text.map(str::trim).filter(|text| !text.is_empty())?;
        Some(Change::AddNote { id: NoteId::make(now, &random(&*self.host)), text: text.to_owned(), corrects: None })
    }

    /// The changes that take a step of a case's type.
    pub(crate) fn step(&self, acting: &Standing<'_>, step: &str, seen: Option<&str>) -> Result<Change, AppError> {
        Ok(self.set_to(take(acting, step, seen)?, acting.now))
    }

    /// The change that decides a case so, in place of other decisions.
    pub(crate) fn decide(&self, acting: &Standing<'_>, outcome: &str, reason: &str, replaces: &[DecisionId]) -> Result<Change, AppError> {
        let case_type = acting.case_type()?;
        let outcome = case_type.decide(outcome, &case_type.standing(acting.case), acting.actor).map_err(refused)?;
        Ok(Change::Decide {
            id: DecisionId::make(acting.now, &random(&*self.host)),
            outcome: outcome.id.clone(),
            reason: reason.to_owned(),
            replaces: replaces.to_vec(),
            person: Some(acting.actor.person),
            second: outcome.second,
        })
    }

    /// The change that gives the second signature under a decision that says this.
    pub(crate) fn sign(&self, acting: &Standing<'_>, decision: DecisionId, said: String) -> Result<Change, AppError> {
        let case_type = acting.case_type()?;
        case_type.sign(decision, &case_type.standing(acting.case), acting.actor).map_err(refused)?;
        let event = EventKind::Signed { decision, said, person: acting.actor.person, manager: acting.actor.manager };
        Ok(Change::AddEvent { id: EventId::make(acting.now, &random(&*self.host)), event })
    }

    pub(crate) fn set_to(&self, stage: Stage, now: Moment) -> Change {
        Change::AddEvent { id: EventId::make(now, &random(&*self.host)), event: EventKind::StatusSet { stage } }
    }

    /// This person, as the engine asks about them.
    pub(crate) fn acting_in(&self, space: SpaceId) -> Actor {
        let person = praesto_protocol::PersonId(self.person().0);
        let manager = self.register_if_any().is_some_and(|register| register.is_manager_at(person, space, register.length()));
        Actor { person: self.person(), manager }
    }

    /// What follows for the deadlines of a case from what `edit` does to it; nothing where its type has none or is not here. `before` is none for a
    /// new case.
    pub(crate) fn terms(
        &self,
        document: &CaseDocument,
        case: CaseId,
        before: Option<&Case>,
        pack: Option<&Pack>,
        edit: impl FnOnce(&mut CaseDocument) -> Result<Saved, EditRefused>,
    ) -> Result<Vec<Change>, AppError> {
        let Some(pack) = pack.filter(|pack| has_terms(pack)) else { return Ok(Vec::new()) };
        // On a copy: what follows is saved together with what it follows from, or not at all.
        let mut tried = document.clone();
        edit(&mut tried)?;
        let id = |name: &str| DeadlineId(named(b"praesto term", &[case.0.as_bytes(), name.as_bytes()]));
        let naming = Naming { id: &id, text: &|id| pack.text(id) };
        Ok(pack.case_type.terms(before, &tried.read(case)?, self.host.today(), &naming))
    }
}

/// The stage that a step leads to, where its author may take it from the state that they saw.
fn take(acting: &Standing<'_>, step: &str, seen: Option<&str>) -> Result<Stage, AppError> {
    if seen.is_some() && seen != acting.state()? {
        return Err(AppError::code(ErrorCode::WrittenMeanwhile));
    }
    let case_type = acting.case_type()?;
    let step = case_type.take(step, &case_type.standing(acting.case), acting.actor).map_err(refused)?;
    let to = case_type.state(&step.to).ok_or(AppError::Internal("a step leads to a state of its pack"))?;
    Ok(Stage { status: to.status, state: Some(to.id.clone()) })
}

/// Whether any deadline follows from the type.
pub(crate) fn has_terms(pack: &Pack) -> bool {
    !pack.case_type.deadlines().is_empty()
}

/// Whether an edit by hand can touch what terms begin with or end by.
pub(crate) fn moves_terms(change: &Change) -> bool {
    matches!(change, Change::SetReceived { .. } | Change::SetField { .. } | Change::WithdrawDecision { .. })
}

/// Why an act is refused, for people.
pub(crate) fn refused(why: Refused) -> AppError {
    let reason = serde_json::to_value(why).ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default();
    ApiError::new(ErrorCode::ActRefused).with("reason", reason).into()
}
