//! What screens show of a case type, and of where a case stands by it.

use praesto_contract::*;
use praesto_domain::case_types::LetterType;
use praesto_domain::case_types::workflow::{Actor, At, Refused};
use praesto_domain::casework::{Case, waiting_decisions};

use super::Pack;

pub(super) fn case_type(pack: &Pack, withdrawn: bool) -> CaseTypeView {
    let case_type = &pack.case_type;
    let asked = |id: &String| {
        let field = case_type.form().field(id)?;
        let named = case_type.names().contains(id).then_some(Identity::Name);
        let identity = named.or([case_type.identifying(), case_type.unique()].concat().contains(id).then_some(Identity::TellsApart));
        Some(AskedField { id: id.clone(), kind: field.kind.clone(), required: field.required, identity })
    };
    let sections = case_type.sections().iter();
    CaseTypeView {
        id: case_type.id().to_owned(),
        withdrawn,
        languages: case_type.languages().to_vec(),
        words: pack.words.clone(),
        sections: sections.map(|one| SectionView { id: one.id.clone(), fields: one.fields.iter().filter_map(asked).collect() }).collect(),
        states: case_type.states().iter().map(|state| StateView { id: state.id.clone(), status: state.status }).collect(),
        steps: case_type.steps().iter().map(|step| StepView { id: step.id.clone(), to: step.to.clone() }).collect(),
        outcomes: case_type.outcomes().iter().map(|one| OutcomeView { id: one.id.clone(), second: one.second }).collect(),
        letters: case_type.letters().iter().map(letter).collect(),
    }
}

fn letter(letter: &LetterType) -> LetterTypeView {
    LetterTypeView { id: letter.id.clone(), languages: letter.texts().iter().map(|text| text.language.clone()).collect() }
}

/// Where a case stands, and what `actor` can do there.
pub(crate) fn standing(pack: &Pack, case: &Case, actor: Actor) -> StandingView {
    let case_type = &pack.case_type;
    let standing = case_type.standing(case);
    let steps = case_type.steps().iter().map(|step| {
        let refused = case_type.take(&step.id, &standing, actor).err();
        ActView { act: Act::Step { step: step.id.clone() }, refused }
    });
    let outcomes = case_type.outcomes().iter().map(|outcome| {
        let refused = case_type.decide(&outcome.id, &standing, actor).err();
        ActView { act: Act::Decide { outcome: outcome.id.clone() }, refused }
    });
    // What leads nowhere from here is not on offer at all.
    let leads = |act: &ActView| !matches!(act.refused, Some(Refused::NotFromHere | Refused::Contradicting));
    let waiting = waiting_decisions(case).into_iter().map(|decision| {
        let refused = case_type.sign(decision.id, &standing, actor).err();
        ActView { act: Act::Sign { decision: decision.id }, refused }
    });
    StandingView {
        state: match case_type.at(&standing) {
            At::State(state) => Some(state.id.clone()),
            At::Adjudication => None,
        },
        acts: steps.chain(outcomes).filter(leads).chain(waiting).collect(),
        letters: case_type
            .letters_offered(&standing, actor)
            .into_iter()
            .map(|offer| LetterOfferView { letter: offer.letter.id.clone(), decision: offer.decision, refused: offer.refused })
            .collect(),
        problems: case_type.form_problems(case),
    }
}
