//! Acts over the cases that are marked: what they ask, how they run, and what they left as it was.

use std::rc::Rc;

use praesto_contract::{BulkAct, CaseLeft, CasesActed, Command, PersonId};
use yew::prelude::*;

use super::{
    dialogs::people_options,
    filter::use_tags,
    marks::{Meant, act_on},
};
use crate::{
    backend,
    components::{Ask, Button, Dialog, Field, Kind, Loose, Problem, select_value, use_sending},
    drafts::{Draft, use_draft},
    i18n::{Tr, code},
    keys::focus,
    route::{Area, Route},
    state::{Act, App, Layer, Undo, use_app},
};

/// The case type whose files are set together.
const GENERAL: &str = "general";
/// Cases that are named at once.
const SHOWN: usize = 200;

/// What an act asks before it begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Bulk {
    Assign,
    Tag,
    Status,
}

/// Runs an act over many cases, shows how far it is, and says in the end what became of it. It goes on while one looks elsewhere.
pub(crate) fn run<C: Command<Output = CasesActed> + 'static>(
    app: &App,
    request: C,
    said: &'static str,
    then: impl FnOnce(&CasesActed) + 'static,
) {
    if app.acting.is_some() {
        return;
    }
    app.dispatch(Act::BulkBegins);
    let app = app.clone();
    backend::run(request, move |answer| {
        app.dispatch(Act::BulkEnds);
        app.dispatch(Act::CasesChanged);
        match answer {
            Ok(acted) => {
                let undo = acted.act.map(Undo::Act);
                let text = match acted.done {
                    0 => app.tr.t("bulk-said-nothing"),
                    done => app.tr.n(said, done),
                };
                let ended = acted.left > 0 || acted.stopped || acted.ended_by.is_some();
                then(&acted);
                app.dispatch(Act::Toast { text, danger: false, undo });
                // What an act before it left stays until it was read.
                if ended {
                    app.dispatch(Act::Acted(Some(acted)));
                }
            }
            Err(error) => app.dispatch(Act::Failed(error)),
        }
    });
}

#[derive(Properties, PartialEq)]
pub(super) struct AskProps {
    pub(super) what: Bulk,
    /// The cases that it is for.
    pub(super) meant: Meant,
    pub(super) onclose: Callback<()>,
}

/// What an act has to know before it begins.
#[component]
pub(super) fn AskBulk(props: &AskProps) -> Html {
    let (meant, onclose) = (props.meant.clone(), props.onclose.clone());
    match props.what {
        Bulk::Assign => html! { <Loose><Assign {meant} {onclose} /></Loose> },
        Bulk::Tag => html! { <Loose><Tagged {meant} {onclose} /></Loose> },
        Bulk::Status => html! { <Stand {meant} {onclose} /> },
    }
}

#[derive(Properties, PartialEq)]
struct MeantProps {
    meant: Meant,
    onclose: Callback<()>,
}

#[component]
fn Assign(props: &MeantProps) -> Html {
    let app = use_app();
    let tr = &app.tr;
    let me = app.office().map(|office| office.person);
    let (person, tasks) = (use_state(|| me), use_state(|| true));
    let words = use_draft("bulk-assign-note");
    let sending = use_sending();
    // Only a colleague is handed them.
    let colleague = person.is_some() && *person != me;
    let ontasks = {
        let tasks = tasks.clone();
        Callback::from(move |_: Event| tasks.set(!*tasks))
    };
    let onperson = {
        let person = person.setter();
        Callback::from(move |event: Event| person.set(select_value(&event).parse::<PersonId>().ok()))
    };
    let onsubmit = {
        let (app, person, tasks, words) = (app.clone(), *person, *tasks, words.clone());
        let (meant, onclose) = (props.meant.clone(), props.onclose.clone());
        Callback::from(move |()| {
            onclose.emit(());
            let said = if colleague { words.trimmed() } else { String::new() };
            let words = colleague.then(|| words.clone());
            act_on(&app, meant.clone(), BulkAct::Assign { person, words: said, tasks }, move || words.iter().for_each(Draft::discard));
        })
    };
    html! {
        <Ask id="bulk-assign" title={tr.n("bulk-assign-title", props.meant.count)} lead={tr.t("hand-over-lead")} act={tr.t("assign")} first="#bulk-assign-to"
            {sending} drafts={vec![words.clone()]} {onsubmit} onclose={props.onclose.clone()}>
            <div class="pf-v6-c-form__group">
                <div class="pf-v6-c-form__group-label"><label class="pf-v6-c-form__label" for="bulk-assign-to"><span class="pf-v6-c-form__label-text">{tr.t("hand-over-to")}</span></label></div>
                <span class="pf-v6-c-form-control"><select id="bulk-assign-to" onchange={onperson}>{people_options(&app, Some(*person))}</select></span>
            </div>
            if colleague {
                <Field id="bulk-assign-note" label={tr.t("hand-over-note")} help={tr.t("hand-over-note-help")} rows={3} value={words.text()} oninput={words.oninput()} />
                <label class="check"><input type="checkbox" class="pf-v6-c-check__input" id="bulk-assign-tasks" checked={*tasks} onchange={ontasks} /><span>{tr.t("bulk-assign-tasks")}</span></label>
            }
        </Ask>
    }
}

#[component]
fn Tagged(props: &MeantProps) -> Html {
    let app = use_app();
    let tr = &app.tr;
    let tag = use_draft("bulk-tag");
    let (adds, tried, sending) = (use_state(|| true), use_state(|| false), use_sending());
    let known = use_tags(&tag.text());
    let onsubmit = {
        let (app, tag, adds, tried) = (app.clone(), tag.clone(), *adds, tried.setter());
        let (meant, onclose) = (props.meant.clone(), props.onclose.clone());
        Callback::from(move |()| {
            tried.set(true);
            let typed = tag.trimmed();
            if typed.is_empty() {
                focus("#bulk-tag-text");
                return;
            }
            onclose.emit(());
            let act = if adds { BulkAct::AddTag { tag: typed } } else { BulkAct::RemoveTag { tag: typed } };
            let tag = tag.clone();
            act_on(&app, meant.clone(), act, move || tag.discard());
        })
    };
    let choice = |add: bool, id: &'static str, label: &'static str| {
        let adds = adds.clone();
        let onchange = {
            let adds = adds.setter();
            Callback::from(move |_: Event| adds.set(add))
        };
        html! {
            <label class="check"><input type="radio" class="pf-v6-c-radio__input" name="bulk-tag-how" {id} checked={*adds == add} {onchange} /><span>{tr.t(label)}</span></label>
        }
    };
    let wrong = (*tried && tag.trimmed().is_empty()).then(|| tr.t("name-missing"));
    html! {
        <Ask id="bulk-tag" title={tr.n("bulk-tag-title", props.meant.count)} lead={tr.t("bulk-tag-lead")} act={tr.t(if *adds { "bulk-tag-add" } else { "bulk-tag-remove" })}
            first="#bulk-tag-text" {sending} drafts={vec![tag.clone()]} {onsubmit} onclose={props.onclose.clone()}>
            <div class="inline" role="radiogroup" aria-label={tr.t("bulk-tag")}>
                {choice(true, "bulk-tag-adds", "bulk-tag-add")}
                {choice(false, "bulk-tag-removes", "bulk-tag-remove")}
            </div>
            <Field id="bulk-tag-text" label={tr.t("filter-tag")} list={(!tag.trimmed().is_empty()).then_some("bulk-tags")} value={tag.text()} {wrong} oninput={tag.oninput()} />
            <datalist id="bulk-tags">{ for known.iter().map(|tag| html! { <option value={tag.clone()} /> }) }</datalist>
        </Ask>
    }
}

#[component]
fn Stand(props: &MeantProps) -> Html {
    let app = use_app();
    let tr = &app.tr;
    // Where a step leads; what follows from decisions is set by nobody.
    let leads = |state: &str| app.case_type(GENERAL).is_some_and(|one| one.steps.iter().any(|step| step.to == state));
    let states: Vec<String> = app.case_type(GENERAL).into_iter().flat_map(|one| &one.states).map(|state| state.id.clone()).collect();
    let states: Vec<String> = states.into_iter().filter(|state| leads(state)).collect();
    let state = use_state(|| None::<String>);
    let chosen = (*state).clone().or_else(|| states.first().cloned());
    let sending = use_sending();
    let onstate = {
        let state = state.setter();
        Callback::from(move |event: Event| state.set(Some(select_value(&event))))
    };
    let onsubmit = {
        let (app, chosen, meant, onclose) = (app.clone(), chosen.clone(), props.meant.clone(), props.onclose.clone());
        Callback::from(move |()| {
            let Some(state) = chosen.clone() else { return };
            onclose.emit(());
            act_on(&app, meant.clone(), BulkAct::Stand { state }, || ());
        })
    };
    let named = |state: &String| app.state_name(GENERAL, state).unwrap_or_else(|| state.clone());
    html! {
        <Ask id="bulk-status" title={tr.n("bulk-status-title", props.meant.count)} lead={tr.f("bulk-status-lead", &[("type", app.type_name(GENERAL).into())])}
            act={tr.t("bulk-status-do")} first="#bulk-status-to" {sending} {onsubmit} onclose={props.onclose.clone()}>
            <div class="pf-v6-c-form__group">
                <div class="pf-v6-c-form__group-label"><label class="pf-v6-c-form__label" for="bulk-status-to"><span class="pf-v6-c-form__label-text">{tr.t("place-status")}</span></label></div>
                <span class="pf-v6-c-form-control"><select id="bulk-status-to" onchange={onstate}>
                    { for states.iter().map(|state| html! { <option value={state.clone()} selected={chosen.as_ref() == Some(state)}>{named(state)}</option> }) }
                </select></span>
            </div>
        </Ask>
    }
}

#[derive(Properties, PartialEq)]
pub(crate) struct LeftProps {
    pub(crate) acted: Rc<CasesActed>,
}

/// Says in short what an act over many cases left as it was.
pub(crate) fn left_title(tr: &Tr, acted: &CasesActed) -> String {
    if acted.left > 0 { tr.n("bulk-left-title", acted.left) } else { tr.t("bulk-stopped-title") }
}

/// What an act over many cases left as it was: each case with its reason. It counts as read once it is shut.
#[component]
pub(crate) fn Left(props: &LeftProps) -> Html {
    let app = use_app();
    let tr = &app.tr;
    let acted = &props.acted;
    let onclose = {
        let app = app.clone();
        Callback::from(move |()| {
            app.dispatch(Act::Layer(Layer::None));
            app.dispatch(Act::Acted(None));
        })
    };
    let onundo = acted.act.map(|act| {
        let (app, onclose) = (app.clone(), onclose.clone());
        Callback::from(move |()| {
            onclose.emit(());
            crate::shell::undo(&app, Undo::Act(act));
        })
    });
    use_effect_with((), |()| focus("#bulk-left-close"));
    let title = left_title(tr, acted);
    let named = acted.rows.len().min(SHOWN) as u64;
    html! {
        <Dialog id="bulk-left" wide=true {title} lead={tr.n("bulk-left-done", acted.done)} onclose={onclose.clone()}>
            <div class="stack12">
                <Problem error={acted.ended_by.clone()} />
                if acted.stopped { <p class="s">{tr.t("bulk-stopped")}</p> }
                { for by_reason(&acted.rows).into_iter().map(|(first, rows)| reason(&app, first, &rows, &onclose)) }
                if acted.left > named { <p class="s t2">{tr.n("bulk-left-more", acted.left - named)}</p> }
                <div class="acts">
                    <Button id="bulk-left-close" kind={Kind::Primary} label={tr.t("close")} keys={&["Esc"]} onclick={onclose.clone()} />
                    { for onundo.map(|onclick| html! { <Button id="bulk-left-undo" label={tr.t("bulk-left-undo")} {onclick} /> }) }
                </div>
            </div>
        </Dialog>
    }
}

/// The first of each reason with all that share it, in the order in which they come.
fn by_reason(rows: &[CaseLeft]) -> Vec<(&CaseLeft, Vec<&CaseLeft>)> {
    let mut reasons: Vec<(&CaseLeft, Vec<&CaseLeft>)> = Vec::new();
    for row in rows.iter().take(SHOWN) {
        match reasons.iter_mut().find(|(first, _)| first.error == row.error) {
            Some((_, same)) => same.push(row),
            None => reasons.push((row, vec![row])),
        }
    }
    reasons
}

fn reason(app: &App, first: &CaseLeft, rows: &[&CaseLeft], onclose: &Callback<()>) -> Html {
    let said = app.tr.error(&first.error);
    let link = |row: &CaseLeft| {
        let onclick = onclose.reform(|_: MouseEvent| ());
        if row.reference.is_empty() && row.title.is_empty() {
            return html! { <li data-test="case-left">{app.tr.t("unknown")}</li> };
        }
        let list = if app.route.area == Area::Cases { app.route } else { app.entrance(Area::Cases) };
        let href = Route { case: Some(row.case), ..list }.hash();
        html! {
            <li data-test="case-left"><a class="link" {href} {onclick}><span class="ref">{row.reference.clone()}</span>{" "}{row.title.clone()}</a></li>
        }
    };
    html! {
        <section data-code={code(&first.error.code)}>
            <h3>{said.what}{" "}{said.why}</h3>
            <p class="s t2">{said.next}</p>
            <ul class="left">{ for rows.iter().map(|row| link(row)) }</ul>
        </section>
    }
}
