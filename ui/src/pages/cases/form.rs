//! The form of the case: what its type asks, section by section, then the fields that somebody added.

use praesto_contract::{AskedField, CaseTypeView, CaseView, FieldProblem, FieldView};
use yew::prelude::*;

use super::{facts::PartProps, field::One, new_field::NewField};
use crate::{
    components::{Button, Ico, Kind, state},
    drafts,
    i18n::Tr,
    keys::focus,
    state::{State, use_app},
};

#[component]
pub(super) fn Form(props: &PartProps) -> Html {
    let app = use_app();
    let tr = &app.tr;
    let (view, ops) = (&props.view, &props.ops);
    let adding = use_state(|| drafts::any(Some(view.id), &["field-name", "field-value"]));
    let onadd = {
        let adding = adding.clone();
        Callback::from(move |()| {
            adding.set(!*adding);
            focus("#new-field-name");
        })
    };
    let ondone = {
        let adding = adding.clone();
        Callback::from(move |()| adding.set(false))
    };
    let case_type = app.case_type(&view.case_type);
    let sections = case_type.map(|one| one.sections.as_slice()).unwrap_or_default();
    let others: Vec<&FieldView> = view.fields.iter().filter(|field| app.asked(&view.case_type, &field.field).is_none()).collect();
    let one = |name: &str, asked: Option<&AskedField>| {
        let field = view.fields.iter().find(|one| one.field == name).cloned();
        html! { <One key={name.to_owned()} name={name.to_owned()} asked={asked.cloned()} {field} problem={problem(view, name)} ops={ops.clone()} /> }
    };
    html! {
        <section class="blk" aria-labelledby="form-title">
            <div class="hd"><h2 id="form-title">{tr.t("tab-form")}</h2>
                <span class="sp" id="saved" role="status">{changed(tr, view)}</span></div>
            { for together(&app, view).map(|text| html! { <p class="s" data-test="form-together">{text}</p> }) }
            { for sections.iter().map(|section| html! {
                <fieldset class="plain sect" key={section.id.clone()} data-test="section">
                    <legend>{app.type_text(&view.case_type, &format!("section-{}", section.id)).unwrap_or_else(|| section.id.clone())}</legend>
                    <div class="g2 lblrow">{ for section.fields.iter().map(|asked| one(&asked.id, Some(asked))) }</div>
                </fieldset>
            }) }
            if sections.is_empty() && others.is_empty() && !*adding { <p class="s t3">{tr.t("fields-none")}</p> }
            if !sections.is_empty() && !others.is_empty() { <h3 class="sect__more">{tr.t("fields-more")}</h3> }
            <div class="g2 lblrow">
                { for others.iter().map(|field| one(&field.field, None)) }
            </div>
            if *adding {
                <NewField ops={ops.clone()} taken={taken(case_type, view)} {ondone} />
            } else {
                <div class="under"><Button id="new-field" small=true kind={Kind::Link} ico={Ico::Plus} label={tr.t("field-add")} onclick={onadd} /></div>
            }
        </section>
    }
}

/// Names that a new field cannot have: those of fields that are there, or that the form asks for.
fn taken(case_type: Option<&CaseTypeView>, view: &CaseView) -> Vec<String> {
    let asked = case_type.into_iter().flat_map(|one| &one.sections).flat_map(|section| &section.fields).map(|field| field.id.clone());
    view.fields.iter().map(|field| field.field.clone()).chain(asked).collect()
}

/// What is missing or wrong in one field.
fn problem(view: &CaseView, name: &str) -> Option<FieldProblem> {
    let problems = &view.standing.as_ref()?.problems;
    let of_field = |problem: &&FieldProblem| match problem {
        FieldProblem::Missing { field } | FieldProblem::Breaks { field, .. } | FieldProblem::TwoValues { field } => field == name,
        FieldProblem::Together { .. } => false,
    };
    problems.iter().find(of_field).cloned()
}

/// That fields do not go together, where they do not.
fn together(app: &State, view: &CaseView) -> Option<String> {
    let problems = &view.standing.as_ref()?.problems;
    problems.iter().any(|problem| matches!(problem, FieldProblem::Together { .. })).then(|| app.tr.t("form-together"))
}

/// What the form still needs, in a sentence; none where it is complete.
pub(super) fn missing(app: &State, view: &CaseView) -> Option<String> {
    let problems = &view.standing.as_ref()?.problems;
    let mut fields: Vec<String> = Vec::new();
    for problem in problems {
        let (FieldProblem::Missing { field } | FieldProblem::Breaks { field, .. } | FieldProblem::TwoValues { field }) = problem else {
            continue;
        };
        fields.push(app.field_name(&view.case_type, field));
    }
    fields.dedup();
    if fields.is_empty() {
        return together(app, view);
    }
    Some(app.tr.f("form-missing", &[("fields", app.tr.words().list(&fields).into())]))
}

/// When and by whom the case was changed last.
fn changed(tr: &Tr, view: &CaseView) -> Html {
    let when = tr.moment(view.changed.at);
    if view.changed_here {
        return state("mute", Ico::Tick, tr.f("saved-here", &[("when", when.into())]));
    }
    let who = tr.named(&view.changed.name, view.changed.me);
    state("mute", Ico::Pencil, tr.f("changed-last", &[("who", who.into()), ("when", when.into())]))
}
