//! Small dialogs over the case: a new task, a file that leaves.

use praesto_contract::{ApiError, AttachmentSave, CaseChange, PersonId, TaskId};
use yew::prelude::*;

use super::{
    attachment::Leaving,
    facts::read_day,
    ops::{Ops, use_submit},
};
use crate::{
    backend,
    components::{Dialog, Field, Foot, select_value},
    drafts::{Draft, use_draft},
    i18n::{now, random},
    keys::focus,
    state::{Act, App, use_app},
};

/// The people of the office as options of a list, nobody first; `chosen` is none where nothing was chosen yet.
pub(super) fn people_options(app: &App, chosen: Option<Option<PersonId>>) -> Html {
    html! {
        <>
            <option value="" selected={chosen == Some(None)}>{app.tr.t("nobody")}</option>
            { for app.people.iter().map(|person| html! {
                <option value={person.id.to_string()} selected={chosen == Some(Some(person.id))}>
                    {app.tr.named(&person.name, person.me)}
                </option>
            }) }
        </>
    }
}

/// What a colleague is asked to do.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Asked {
    pub(super) text: AttrValue,
    /// Who that is at first.
    pub(super) person: Option<PersonId>,
}

#[derive(Properties, PartialEq)]
pub(super) struct NewTaskProps {
    pub(super) ops: Ops,
    /// Where somebody is asked to decide; else it is any task, at first one's own.
    #[prop_or_default]
    pub(super) asked: Option<Asked>,
    pub(super) onclose: Callback<()>,
}

#[component]
pub(super) fn NewTask(props: &NewTaskProps) -> Html {
    let app = use_app();
    let tr = &app.tr;
    let asked = props.asked.clone();
    let place = |task, ask| if asked.is_some() { ask } else { task };
    let (text, due) = (use_draft(place("task-text", "ask-text")), use_draft(place("task-due", "ask-due")));
    let drafts = vec![text.clone(), due.clone()];
    let me = app.office().map(|office| office.person);
    let person = use_state(|| asked.as_ref().map_or(me, |asked| asked.person));
    let wrong = use_state(|| None::<(&str, AttrValue)>);
    let submit = use_submit();
    {
        let (text, asked) = (text.clone(), asked.clone());
        use_effect_with((), move |()| {
            if let Some(asked) = asked.filter(|_| text.typed().is_none()) {
                text.set(asked.text.to_string());
            }
            focus("#task-text");
        });
    }
    let onclose = {
        let (onclose, text, asked) = (props.onclose.clone(), text.clone(), asked.clone());
        Callback::from(move |()| {
            // What nobody has changed is no draft.
            if asked.as_ref().is_some_and(|asked| asked.text == text.text()) {
                text.discard();
            }
            onclose.emit(());
        })
    };
    let onperson = {
        let person = person.clone();
        Callback::from(move |event: Event| person.set(select_value(&event).parse().ok()))
    };
    let onsubmit = {
        let (ops, onclose, text, due, person) = (props.ops.clone(), props.onclose.clone(), text.clone(), due.clone(), person.clone());
        let (drafts, wrong, submit) = (drafts.clone(), wrong.setter(), submit.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let read = match (text.trimmed(), read_day(&ops.app.tr, &due.text())) {
                (text, _) if text.is_empty() => Err(("#task-text", ops.app.tr.t("task-missing").into())),
                (_, Err(unclear)) => Err(("#task-due", unclear.text)),
                (text, Ok(due)) => Ok((text, due)),
            };
            match read {
                Ok((text, due)) => {
                    wrong.set(None);
                    let change = CaseChange::AddTask { id: TaskId::make(now(), &random()), text, due, assignee: *person };
                    let onclose = onclose.clone();
                    submit.edit(&ops, vec![change], drafts.clone(), "said-task-added", move || onclose.emit(()));
                }
                Err(at) => {
                    focus(at.0);
                    wrong.set(Some(at));
                }
            }
        })
    };
    let oninput = |draft: &Draft| {
        let wrong = wrong.setter();
        draft.oninput_and(move || wrong.set(None))
    };
    let wrong_at = |place: &str| (*wrong).clone().filter(|(at, _)| *at == place).map(|(_, text)| text);
    html! {
        <Dialog id="task-dialog" title={tr.t(place("task-add", "ask-decide"))} lead={asked.as_ref().map(|_| AttrValue::from(tr.t("ask-decide-lead")))} onclose={onclose.clone()}>
            <form class="pf-v6-c-form stack16" {onsubmit} novalidate=true>
                <Field id="task-text" label={tr.t("task-text")} value={text.text()} wrong={wrong_at("#task-text")} oninput={oninput(&text)} />
                <div class="g2">
                    <Field id="task-due" hint={tr.t("day-pattern")} label={tr.t("task-due")} value={due.text()} wrong={wrong_at("#task-due")} oninput={oninput(&due)} />
                    <div class="pf-v6-c-form__group">
                        <div class="pf-v6-c-form__group-label"><label class="pf-v6-c-form__label" for="task-who"><span class="pf-v6-c-form__label-text">{tr.t("task-who")}</span></label></div>
                        <span class="pf-v6-c-form-control"><select id="task-who" onchange={onperson}>{people_options(&app, Some(*person))}</select></span>
                    </div>
                </div>
                <Foot id="task-do" label={tr.t(place("task-do", "ask-decide-do"))} error={submit.error()} {drafts} oncancel={onclose} />
            </form>
        </Dialog>
    }
}

#[derive(Properties, PartialEq)]
pub(super) struct SaveAsProps {
    pub(super) one: Leaving,
    pub(super) ops: Ops,
    pub(super) onclose: Callback<()>,
}

/// A file leaves the sealed world: asks why, then where to.
#[component]
pub(super) fn SaveAs(props: &SaveAsProps) -> Html {
    let app = use_app();
    let tr = &app.tr;
    let reason = use_draft("save-reason");
    let tried = use_state(|| false);
    let error = use_state(|| None::<ApiError>);
    use_effect_with((), |()| focus("#save-reason"));
    let onsubmit = {
        let (one, ops, onclose, reason, tried, error) =
            (props.one.clone(), props.ops.clone(), props.onclose.clone(), reason.clone(), tried.clone(), error.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            tried.set(true);
            if reason.trimmed().is_empty() {
                focus("#save-reason");
                return;
            }
            let (one, ops, onclose, reason, error) = (one.clone(), ops.clone(), onclose.clone(), reason.clone(), error.clone());
            wasm_bindgen_futures::spawn_local(async move {
                let Some(path) = backend::pick_save(&one.name).await else { return };
                let (case, Leaving { attachment, version, .. }) = (ops.case, one);
                // The system's own dialog has asked whether a file that is there is to be replaced.
                let save = AttachmentSave { case, attachment, version, path, overwrite: true, reason: reason.trimmed() };
                match backend::call(save).await {
                    Ok(saved) => {
                        reason.discard();
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
    let wrong = (*tried && reason.trimmed().is_empty()).then(|| tr.t("save-reason-missing"));
    html! {
        <Dialog id="save-dialog" title={tr.f("save-title", &[("name", props.one.name.clone().into())])} lead={tr.t("save-lead")} onclose={props.onclose.clone()}>
            <form class="pf-v6-c-form stack16" {onsubmit} novalidate=true>
                <Field id="save-reason" label={tr.t("save-reason")} help={tr.t("save-reason-help")} value={reason.text()} {wrong} oninput={reason.oninput()} />
                <Foot id="save-do" label={tr.t("save-do")} error={(*error).clone()} drafts={vec![reason]} oncancel={props.onclose.clone()} />
            </form>
        </Dialog>
    }
}
