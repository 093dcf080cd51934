//! Small dialogs over the case: handing over, a new task.

use praesto_contract::{ApiError, AttachmentSave, AttachmentView, CaseChange, PersonId, TaskId};
use yew::prelude::*;

use super::{decide::OverProps, facts::read_day, ops::Ops};
use crate::{
    backend,
    components::{Button, Dialog, Field, Kind, Problem, select_value},
    i18n::{now, random},
    keys::focus,
    state::{Act, App, use_app},
};

/// The people of the office as options of a list, nobody first.
pub(super) fn people_options(app: &App, chosen: Option<PersonId>) -> Html {
    html! {
        <>
            <option value="" selected={chosen.is_none()}>{app.tr.t("nobody")}</option>
            { for app.people.iter().map(|person| html! {
                <option value={person.id.to_string()} selected={chosen == Some(person.id)}>
                    {if person.me { app.tr.f("person-you", &[("name", person.name.clone().into())]) } else { person.name.clone() }}
                </option>
            }) }
        </>
    }
}

#[component]
pub(super) fn HandOver(props: &OverProps) -> Html {
    let app = use_app();
    let tr = &app.tr;
    let me = app.office().map(|office| office.person);
    let first = match props.view.assignee {
        None => me,
        Some(_) => app.people.iter().map(|person| person.id).find(|person| Some(*person) != props.view.assignee),
    };
    let person = use_state(|| first);
    let note = use_state(String::new);
    let error = use_state(|| None::<ApiError>);
    use_effect_with((), |()| focus("#hand-over-to"));
    let onperson = {
        let person = person.clone();
        Callback::from(move |event: Event| person.set(select_value(&event).parse().ok()))
    };
    let onnote = {
        let note = note.clone();
        Callback::from(move |text| note.set(text))
    };
    let onsubmit = {
        let (ops, onclose, person, note, error) = (props.ops.clone(), props.onclose.clone(), person.clone(), note.clone(), error.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let mut changes = vec![CaseChange::Assign { person: *person }];
            if !note.trim().is_empty() {
                changes.push(Ops::note(note.trim().to_owned(), None));
            }
            ops.edit_then(changes, "said-handed-over", {
                let (onclose, error) = (onclose.clone(), error.clone());
                move |problem: Option<ApiError>| if problem.is_some() { error.set(problem) } else { onclose.emit(()) }
            });
        })
    };
    let title = tr.f(
        if props.view.assignee.is_some() { "hand-over-title" } else { "assign-title" },
        &[("reference", props.view.reference.clone().into())],
    );
    html! {
        <Dialog id="hand-over-dialog" {title} lead={tr.t("hand-over-lead")} onclose={props.onclose.clone()}>
            <form class="pf-v6-c-form stack16" {onsubmit}>
                <div class="pf-v6-c-form__group">
                    <div class="pf-v6-c-form__group-label"><label class="pf-v6-c-form__label" for="hand-over-to"><span class="pf-v6-c-form__label-text">{tr.t("hand-over-to")}</span></label></div>
                    <span class="pf-v6-c-form-control"><select id="hand-over-to" onchange={onperson}>{people_options(&app, *person)}</select></span>
                </div>
                <Field id="hand-over-note" label={tr.t("hand-over-note")} help={tr.t("hand-over-note-help")} rows={3} value={(*note).clone()} oninput={onnote} />
                <Problem error={(*error).clone()} />
                <div class="acts">
                    <Button id="hand-over-do" submit=true kind={Kind::Primary} label={tr.t("hand-over-do")} keys={&["↵"]} />
                    <Button kind={Kind::Tertiary} label={tr.t("cancel")} keys={&["Esc"]} onclick={props.onclose.clone()} />
                </div>
            </form>
        </Dialog>
    }
}

#[derive(Properties, PartialEq)]
pub(super) struct NewTaskProps {
    pub(super) ops: Ops,
    pub(super) onclose: Callback<()>,
}

#[component]
pub(super) fn NewTask(props: &NewTaskProps) -> Html {
    let app = use_app();
    let tr = &app.tr;
    let text = use_state(String::new);
    let due = use_state(String::new);
    let me = app.office().map(|office| office.person);
    let person = use_state(|| me);
    let tried = use_state(|| false);
    let error = use_state(|| None::<ApiError>);
    use_effect_with((), |()| focus("#task-text"));
    let set = |state: &UseStateHandle<String>| {
        let state = state.clone();
        Callback::from(move |text| state.set(text))
    };
    let onperson = {
        let person = person.clone();
        Callback::from(move |event: Event| person.set(select_value(&event).parse().ok()))
    };
    let onsubmit = {
        let (ops, onclose, text, due, person, tried, error) =
            (props.ops.clone(), props.onclose.clone(), text.clone(), due.clone(), person.clone(), tried.clone(), error.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            tried.set(true);
            if text.trim().is_empty() {
                focus("#task-text");
                return;
            }
            let Some(due) = read_day(&ops, &due) else { return };
            let id = TaskId::make(now(), &random());
            ops.edit_then(vec![CaseChange::AddTask { id, text: text.trim().to_owned(), due, assignee: *person }], "said-task-added", {
                let (onclose, error) = (onclose.clone(), error.clone());
                move |problem: Option<ApiError>| if problem.is_some() { error.set(problem) } else { onclose.emit(()) }
            });
        })
    };
    let wrong = (*tried && text.trim().is_empty()).then(|| tr.t("task-missing"));
    html! {
        <Dialog id="task-dialog" title={tr.t("task-add")} onclose={props.onclose.clone()}>
            <form class="pf-v6-c-form stack16" {onsubmit} novalidate=true>
                <Field id="task-text" label={tr.t("place-task-text")} value={(*text).clone()} {wrong} oninput={set(&text)} />
                <div class="g2">
                    <Field id="task-due" hint={tr.t("day-example")} label={tr.t("place-task-due")} value={(*due).clone()} oninput={set(&due)} />
                    <div class="pf-v6-c-form__group">
                        <div class="pf-v6-c-form__group-label"><label class="pf-v6-c-form__label" for="task-who"><span class="pf-v6-c-form__label-text">{tr.t("place-task-assignee")}</span></label></div>
                        <span class="pf-v6-c-form-control"><select id="task-who" onchange={onperson}>{people_options(&app, *person)}</select></span>
                    </div>
                </div>
                <Problem error={(*error).clone()} />
                <div class="acts">
                    <Button id="task-do" submit=true kind={Kind::Primary} label={tr.t("task-do")} keys={&["↵"]} />
                    <Button kind={Kind::Tertiary} label={tr.t("cancel")} keys={&["Esc"]} onclick={props.onclose.clone()} />
                </div>
            </form>
        </Dialog>
    }
}

#[derive(Properties, PartialEq)]
pub(super) struct SaveAsProps {
    pub(super) one: AttachmentView,
    pub(super) ops: Ops,
    pub(super) onclose: Callback<()>,
}

/// A file leaves the sealed world: asks why, then where to.
#[component]
pub(super) fn SaveAs(props: &SaveAsProps) -> Html {
    let app = use_app();
    let tr = &app.tr;
    let reason = use_state(String::new);
    let tried = use_state(|| false);
    let error = use_state(|| None::<ApiError>);
    use_effect_with((), |()| focus("#save-reason"));
    let onreason = {
        let reason = reason.clone();
        Callback::from(move |text| reason.set(text))
    };
    let onsubmit = {
        let (one, ops, onclose, reason, tried, error) =
            (props.one.clone(), props.ops.clone(), props.onclose.clone(), reason.clone(), tried.clone(), error.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            tried.set(true);
            if reason.trim().is_empty() {
                focus("#save-reason");
                return;
            }
            let (one, ops, onclose, reason, error) = (one.clone(), ops.clone(), onclose.clone(), reason.trim().to_owned(), error.clone());
            wasm_bindgen_futures::spawn_local(async move {
                let Some(path) = backend::pick_save(&one.name).await else { return };
                match backend::call(AttachmentSave { case: ops.case, attachment: one.id, path, reason }).await {
                    Ok(saved) => {
                        onclose.emit(());
                        ops.app.dispatch(Act::CasesChanged);
                        ops.app.dispatch(Act::Toast {
                            text: ops.app.tr.f("attachment-saved", &[("path", saved.path.into())]),
                            danger: false,
                            undo: None,
                        });
                    }
                    Err(problem) => error.set(Some(problem)),
                }
            });
        })
    };
    let wrong = (*tried && reason.trim().is_empty()).then(|| tr.t("save-reason-missing"));
    html! {
        <Dialog id="save-dialog" title={tr.f("save-title", &[("name", props.one.name.clone().into())])} lead={tr.t("save-lead")} onclose={props.onclose.clone()}>
            <form class="pf-v6-c-form stack16" {onsubmit} novalidate=true>
                <Field id="save-reason" label={tr.t("save-reason")} help={tr.t("save-reason-help")} value={(*reason).clone()} {wrong} oninput={onreason} />
                <Problem error={(*error).clone()} />
                <div class="acts">
                    <Button id="save-do" submit=true kind={Kind::Primary} label={tr.t("save-do")} keys={&["↵"]} />
                    <Button kind={Kind::Tertiary} label={tr.t("cancel")} keys={&["Esc"]} onclick={props.onclose.clone()} />
                </div>
            </form>
        </Dialog>
    }
}
