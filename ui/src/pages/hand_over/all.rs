//! Handing over all of one's open cases in one act: what is handed over stands before whoever does it.

use praesto_contract::{ApiError, CaseloadView, HandOver, HandOverDone, HandOverPlan, PeopleList, PersonId};
use yew::prelude::*;

use super::{Left, Progress, act::caseload, answer::is_whole, stop};
use crate::{
    backend,
    components::{Button, Dialog, Field, Foot, Kind, Loose, Problem, select_value},
    drafts::{Saving, use_draft},
    keys::focus,
    state::{Act, App, use_app},
};

/// Where the words are drafted.
const WORDS: &str = "hand-over-all-words";

#[derive(Properties, PartialEq)]
pub(crate) struct HandOverAllProps {
    pub(crate) onclose: Callback<()>,
}

#[component]
pub(crate) fn HandOverAll(props: &HandOverAllProps) -> Html {
    html! { <Loose><Form onclose={props.onclose.clone()} /></Loose> }
}

/// Everybody else in the office, by name and id.
pub(crate) fn colleagues(app: &App) -> impl Iterator<Item = (PersonId, String)> {
    app.people.iter().filter(|person| !person.me).map(|person| (person.id, app.tr.named(&person.name, false)))
}

/// Reads anew who is in the office, as long as somebody is asked to choose one of them: people join while one works.
#[hook]
pub(crate) fn use_people(app: &App) {
    let revision = app.sync.as_ref().map(|sync| sync.revision);
    let app = app.dispatcher();
    use_effect_with(revision, move |_| {
        backend::run(PeopleList {}, move |answer| {
            // Who is known already can be chosen all the same.
            if let Ok(people) = answer {
                app.dispatch(Act::People(people));
            }
        });
    });
}

#[component]
fn Form(props: &HandOverAllProps) -> Html {
    let app = use_app();
    let tr = &app.tr;
    use_people(&app);
    let plan = use_state(|| None::<CaseloadView>);
    let unread = use_state(|| None::<ApiError>);
    let person = use_state(|| None::<PersonId>);
    let words = use_draft(WORDS);
    let tasks = use_state(|| true);
    let tried = use_state(|| false);
    let (busy, error) = (use_state(|| false), use_state(|| None::<ApiError>));
    let left = use_state(|| None::<HandOverDone>);
    let (asks, running) = (left.is_none(), *busy);
    {
        // What came or went while the dialog is open is told. Once handing over has begun, what it began with stays.
        let (plan, unread) = (plan.setter(), unread.setter());
        use_effect_with((app.cases, running, asks), move |(_, running, asks)| {
            if !running && *asks {
                backend::run(HandOverPlan {}, move |answer| match answer {
                    Ok(read) => plan.set(Some(read)),
                    Err(problem) => unread.set(Some(problem)),
                });
            }
        });
    }
    // Whom to hand over to can be asked once it is known that there is something to hand over.
    use_effect_with((asks, plan.is_some()), |(asks, _)| focus(if *asks { "#hand-over-all-to" } else { "#hand-over-all-close" }));
    let onclose = {
        let (app, onclose) = (app.clone(), props.onclose.clone());
        Callback::from(move |()| if running { stop(&app) } else { onclose.emit(()) })
    };
    let onperson = {
        let person = person.setter();
        Callback::from(move |event: Event| person.set(select_value(&event).parse().ok()))
    };
    let ontasks = {
        let tasks = tasks.clone();
        Callback::from(move |_: Event| tasks.set(!*tasks))
    };
    let onsubmit = {
        let (app, person, words, tasks, onclose) = (app.clone(), *person, words.clone(), *tasks, props.onclose.clone());
        let (tried, busy, error, left) = (tried.setter(), busy.clone(), error.setter(), left.setter());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            tried.set(true);
            let Some(to) = person else {
                focus("#hand-over-all-to");
                return;
            };
            if *busy {
                return;
            }
            busy.set(true);
            error.set(None);
            app.dispatch(Act::HandingBegins);
            let (app, words, onclose, busy, error, left) =
                (app.clone(), words.clone(), onclose.clone(), busy.setter(), error.clone(), left.clone());
            wasm_bindgen_futures::spawn_local(async move {
                let text = words.trimmed();
                let saving = Saving::begin(vec![words]).await;
                let request = HandOver { cases: None, to, words: text, tasks, had: None, drafts: saving.places() };
                let answer = backend::call(request).await;
                saving.end(answer.as_ref().is_ok_and(|done| done.done > 0 && !done.cancelled && done.stopped.is_none()));
                busy.set(false);
                app.dispatch(Act::HandingEnds(None));
                app.dispatch(Act::CasesChanged);
                match answer {
                    Ok(done) if is_whole(&done) => {
                        onclose.emit(());
                        app.dispatch(Act::Toast { text: app.tr.n("said-handed-all", done.done), danger: false, undo: None });
                    }
                    Ok(done) => left.set(Some(done)),
                    Err(problem) => error.set(Some(problem)),
                }
            });
        })
    };
    let body = match (&*left, &*plan) {
        (Some(done), _) => html! { <>
            <Left done={done.clone()} />
            <div class="acts"><Button id="hand-over-all-close" kind={Kind::Primary} label={tr.t("close")} keys={&["Esc"]} onclick={onclose.clone()} /></div>
        </> },
        (None, None) => html! { <p class="s t2" role="status">{tr.t("hand-over-all-reading")}</p> },
        (None, Some(load)) if load.cases == 0 => nothing(tr.t("hand-over-all-none"), &onclose, &tr.t("close")),
        (None, Some(_)) if colleagues(&app).next().is_none() => nothing(tr.t("hand-over-all-alone"), &onclose, &tr.t("close")),
        (None, Some(load)) => {
            let wrong = (*tried && person.is_none()).then(|| tr.t("hand-over-to-missing"));
            html! {
                <form class="pf-v6-c-form stack16" {onsubmit} novalidate=true>
                    {caseload(tr, load)}
                    <div class="pf-v6-c-form__group">
                        <div class="pf-v6-c-form__group-label"><label class="pf-v6-c-form__label" for="hand-over-all-to"><span class="pf-v6-c-form__label-text">{tr.t("hand-over-to")}</span></label></div>
                        <span class="pf-v6-c-form-control"><select id="hand-over-all-to" onchange={onperson} disabled={running} aria-invalid={wrong.is_some().to_string()} aria-describedby="hand-over-all-to-help">
                            <option value="" selected={person.is_none()}>{tr.t("value-choose")}</option>
                            { for colleagues(&app).map(|(id, name)| html! { <option value={id.to_string()} selected={*person == Some(id)}>{name}</option> }) }
                        </select></span>
                        <div id="hand-over-all-to-help">{ for wrong.map(|wrong| html! { <p class="helper helper--wrong">{wrong}</p> }) }</div>
                    </div>
                    <Field id="hand-over-all-words" label={tr.t("hand-over-note")} help={tr.t("hand-over-note-help")} rows={3} value={words.text()} oninput={words.oninput()} />
                    <label class="check"><input type="checkbox" class="pf-v6-c-check__input" id="hand-over-all-tasks" checked={*tasks} disabled={running} onchange={ontasks} /><span>{tr.t("hand-over-tasks-all")}</span></label>
                    <Progress busy={running} />
                    <Foot id="hand-over-all-do" busy={running} label={tr.n("hand-over-all-do", load.cases)} error={(*error).clone()} drafts={vec![words]} oncancel={onclose.clone()} />
                </form>
            }
        }
    };
    html! {
        <Dialog id="hand-over-all-dialog" title={tr.t("hand-over-all-title")} lead={tr.t("hand-over-all-lead")} {onclose}>
            <Problem error={(*unread).clone()} />
            {body}
        </Dialog>
    }
}

/// There is nothing to hand over, or nobody to hand it to.
fn nothing(text: String, onclose: &Callback<()>, close: &str) -> Html {
    html! { <>
        <p>{text}</p>
        <div class="acts"><Button id="hand-over-all-close" kind={Kind::Primary} label={close.to_owned()} keys={&["Esc"]} onclick={onclose.clone()} /></div>
    </> }
}
