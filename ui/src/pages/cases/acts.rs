//! What the case type allows where the case stands: the one answer for buttons, keys and dialogs.

use praesto_contract::{Act, AttachmentId, CaseView, DecisionId, DecisionView, LetterOfferView, Refused, Status};

use crate::state::State;

/// The steps that lead on from here, each with why not.
pub(super) fn steps(view: &CaseView) -> impl Iterator<Item = (&str, Option<Refused>)> {
    acts(view).filter_map(|(act, refused)| match act {
        Act::Step { step } => Some((step.as_str(), refused)),
        _ => None,
    })
}

/// What can be decided here, each with why not.
pub(super) fn outcomes(view: &CaseView) -> impl Iterator<Item = (&str, Option<Refused>)> {
    acts(view).filter_map(|(act, refused)| match act {
        Act::Decide { outcome } => Some((outcome.as_str(), refused)),
        _ => None,
    })
}

/// Whether this person can decide anything here, else why not; none where there is nothing to decide.
pub(super) fn decides(view: &CaseView) -> Option<Result<(), Refused>> {
    outcomes(view).map(|(_, refused)| refused.map_or(Ok(()), Err)).reduce(Result::or)
}

/// Why this person may not sign a decision that waits for its second signature; none where it does not wait.
pub(super) fn signature(view: &CaseView, decision: DecisionId) -> Option<Result<(), Refused>> {
    acts(view).find_map(|(act, refused)| match act {
        Act::Sign { decision: one } if *one == decision => Some(refused.map_or(Ok(()), Err)),
        _ => None,
    })
}

/// The decision that this person can sign, if there is one.
pub(super) fn to_sign(view: &CaseView) -> Option<&DecisionView> {
    view.decisions.iter().find(|decision| decision.waits && signature(view, decision.id) == Some(Ok(())))
}

/// The letters that belong here.
pub(super) fn letters(view: &CaseView) -> impl Iterator<Item = &LetterOfferView> {
    view.standing.iter().flat_map(|standing| &standing.letters)
}

/// Whether a file is a letter that was signed off: it stays as it is.
pub(super) fn signed_off(view: &CaseView, file: AttachmentId) -> bool {
    view.letters.iter().any(|letter| letter.attachment == Some(file))
}

/// What the state is called in which the case stands.
pub(super) fn stands(app: &State, view: &CaseView) -> String {
    let state = view.standing.as_ref().and_then(|standing| standing.state.as_deref());
    match view.status {
        Status::NeedsAdjudication => app.tr.status(view.status),
        status => app.stands(&view.case_type, status, state),
    }
}

fn acts(view: &CaseView) -> impl Iterator<Item = (&Act, Option<Refused>)> {
    view.standing.iter().flat_map(|standing| &standing.acts).map(|one| (&one.act, one.refused))
}
