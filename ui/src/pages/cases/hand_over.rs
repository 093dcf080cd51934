//! Handing one case over, and what a case says that was handed over and not taken yet.

use praesto_contract::{
    ApiError, CaseChange, CaseView, ErrorCode, HandOver as Request, HandOverTake, HandedOverView, Over, PersonId, Place,
};
use yew::prelude::*;

use super::{
    decide::OverProps,
    dialogs::people_options,
    ops::{self, Ops},
};
use crate::{
    backend,
    components::{Button, Dialog, Field, Foot, Ico, Kind, icon, select_value},
    drafts::{Draft, Saving, use_draft},
    keys::focus,
    pages::hand_over::{GiveBack, all::use_people, refused},
    state::{Act, Undo, use_app},
};

/// That the case waits for this person.
pub(super) fn to_me(view: &CaseView) -> Option<&HandedOverView> {
    view.handed_over.as_ref().filter(|handed| handed.mine)
}

/// Takes the case that was handed to this person.
pub(super) fn take(ops: &Ops, view: &CaseView) {
    let Some(handed) = to_me(view) else { return };
    let ops = ops.clone();
    backend::run(HandOverTake { act: handed.act, cases: Some(vec![view.id]) }, move |answer| {
        let problem = refused(answer);
        ops.app.dispatch(Act::CasesChanged);
        if problem.is_none() {
            ops.app.dispatch(Act::Toast { text: ops.app.tr.n("said-taken", 1), danger: false, undo: None });
        }
        ops.failed.emit(problem);
    });
}

/// Hands the case to a colleague, who has it at once.
fn hand(ops: &Ops, request: Request, words: Draft, then: impl FnOnce(Option<ApiError>) + 'static) {
    let ops = ops.clone();
    wasm_bindgen_futures::spawn_local(async move {
        let saving = Saving::begin(vec![words]).await;
        let problem = refused(backend::call(Request { drafts: saving.places(), ..request }).await);
        saving.end(problem.is_none());
        // What stands there is shown at once, not with the next news.
        ops.app.dispatch(Act::CasesChanged);
        if problem.is_none() {
            ops.app.dispatch(Act::Toast { text: ops.app.tr.t("said-handed-over"), danger: false, undo: Some(Undo::Case(ops.case)) });
        }
        then(problem);
    });
}

#[component]
pub(super) fn HandOver(props: &OverProps) -> Html {
    let app = use_app();
    let tr = &app.tr;
    let view = &props.view;
    use_people(&app);
    let me = app.office().map(|office| office.person);
    // To whom a case goes that somebody has is chosen by nobody but a person; none until then, and nobody is a choice.
    let person = use_state(|| view.assignee.is_none().then_some(me));
    let tried = use_state(|| false);
    let words = use_draft("hand-over-note");
    let tasks = use_state(|| true);
    let (busy, error) = (use_state(|| false), use_state(|| None::<ApiError>));
    // Whoever got it while the dialog is open was not seen to have it before somebody is told to look.
    let seen = use_state(|| view.assignee);
    let unseen = error.as_ref().is_some_and(|error| error.code == ErrorCode::WrittenMeanwhile);
    {
        let seen = seen.setter();
        use_effect_with((unseen, view.assignee), move |(unseen, now)| {
            if *unseen {
                seen.set(*now);
            }
        });
    }
    use_effect_with((), |()| focus("#hand-over-to"));
    let onperson = {
        let person = person.clone();
        Callback::from(move |event: Event| person.set(Some(select_value(&event).parse().ok())))
    };
    let ontasks = {
        let tasks = tasks.clone();
        Callback::from(move |_: Event| tasks.set(!*tasks))
    };
    // Only a colleague is asked to take it.
    let colleague: Option<PersonId> = (*person).flatten().filter(|person| Some(*person) != me);
    let open = view.tasks.iter().filter(|task| !task.done && task.assignee.is_some() && task.assignee == view.assignee).count() as u64;
    let onsubmit = {
        let (ops, onclose, person, words, busy, error) =
            (props.ops.clone(), props.onclose.clone(), *person, words.clone(), busy.clone(), error.setter());
        let (tasks, had, tried) = (*tasks, ops::person(*seen), tried.setter());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            tried.set(true);
            let Some(person) = person else { return focus("#hand-over-to") };
            if *busy {
                return;
            }
            busy.set(true);
            error.set(None);
            let (busy, error, onclose) = (busy.setter(), error.clone(), onclose.clone());
            let then = move |problem: Option<ApiError>| {
                busy.set(false);
                if problem.is_none() {
                    onclose.emit(());
                }
                error.set(problem);
            };
            let (text, had) = (words.trimmed(), had.clone());
            match colleague {
                Some(to) => {
                    let request = Request { cases: Some(vec![ops.case]), to, words: text, tasks, had: Some(had), drafts: Vec::new() };
                    hand(&ops, request, words.clone(), then);
                }
                None => {
                    let note = (!text.is_empty()).then(|| Ops::note(text, None));
                    let changes = [CaseChange::Assign { person }].into_iter().chain(note).collect();
                    let over = vec![Over { place: Place::Assignee, value: had }];
                    ops.edit_then(changes, over, vec![words.clone()], Some("said-handed-over"), then);
                }
            }
        })
    };
    let title =
        tr.f(if view.assignee.is_some() { "hand-over-title" } else { "assign-title" }, &[("reference", view.reference.clone().into())]);
    let wrong = (*tried && person.is_none()).then(|| tr.t("hand-over-to-missing"));
    let has_it = view.assignee_name.clone().unwrap_or_else(|| tr.t("nobody"));
    html! {
        <Dialog id="hand-over-dialog" {title} lead={tr.t("hand-over-lead")} onclose={props.onclose.clone()}>
            <form class="pf-v6-c-form stack16" {onsubmit} novalidate=true>
                if unseen { <p class="s t2" data-test="has-it">{format!("{}: {has_it}", tr.t("place-assignee"))}</p> }
                <div class="pf-v6-c-form__group">
                    <div class="pf-v6-c-form__group-label"><label class="pf-v6-c-form__label" for="hand-over-to"><span class="pf-v6-c-form__label-text">{tr.t("hand-over-to")}</span></label></div>
                    <span class="pf-v6-c-form-control"><select id="hand-over-to" onchange={onperson} aria-invalid={wrong.is_some().to_string()} aria-describedby="hand-over-to-help">
                        if person.is_none() { <option value="?" selected=true disabled=true>{tr.t("value-choose")}</option> }
                        {people_options(&app, *person)}
                    </select></span>
                    <div id="hand-over-to-help">{ for wrong.map(|wrong| html! { <p class="helper helper--wrong">{wrong}</p> }) }</div>
                </div>
                <Field id="hand-over-note" label={tr.t("hand-over-note")} help={tr.t("hand-over-note-help")} rows={3} value={words.text()} oninput={words.oninput()} />
                if open > 0 && colleague.is_some() {
                    <label class="check"><input type="checkbox" class="pf-v6-c-check__input" id="hand-over-tasks" checked={*tasks} onchange={ontasks} /><span>{tr.n("hand-over-tasks", open)}</span></label>
                }
                <Foot id="hand-over-do" busy={*busy} label={tr.t("hand-over-do")} error={(*error).clone()} drafts={vec![words]} oncancel={props.onclose.clone()} />
            </form>
        </Dialog>
    }
}

#[derive(Properties, PartialEq)]
pub(super) struct WaitsProps {
    pub(super) handed: HandedOverView,
    pub(super) view: CaseView,
    pub(super) ops: Ops,
    pub(super) ongiveback: Callback<()>,
}

/// Says over a case that it was handed over and waits to be taken.
#[component]
pub(super) fn Waits(props: &WaitsProps) -> Html {
    let app = use_app();
    let tr = &app.tr;
    let WaitsProps { handed, view, ops, ongiveback } = props;
    let ontake = {
        let (ops, view) = (ops.clone(), view.clone());
        Callback::from(move |()| take(&ops, &view))
    };
    let (name, when) = (tr.named(&handed.by.name, handed.by.me), tr.moment(handed.by.at));
    let said = if handed.mine {
        tr.f("handed-case-to-me", &[("name", name.into()), ("when", when.into())])
    } else {
        let to = view.assignee_name.clone().unwrap_or_else(|| tr.t("unknown"));
        tr.f("handed-case", &[("name", name.into()), ("to", to.into()), ("when", when.into())])
    };
    html! {
        <section class="pf-v6-c-alert pf-m-inline pf-m-info" data-test="handed-over" aria-labelledby="handed-over-title">
            <div class="pf-v6-c-alert__icon">{icon(Ico::HandOver)}</div>
            <h2 class="pf-v6-c-alert__title" id="handed-over-title">{said}</h2>
            <div class="pf-v6-c-alert__description">
                if !handed.words.is_empty() { <p class="handed__words pre" data-test="handed-words">{handed.words.clone()}</p> }
                <p>{tr.t(if handed.mine { "handed-case-to-me-text" } else { "handed-case-text" })}</p>
            </div>
            if handed.mine {
                <div class="pf-v6-c-alert__action-group">
                    <Button id="take" small=true kind={Kind::Primary} ico={Ico::Tick} label={tr.t("take")} keys={&["A"]} onclick={ontake} />
                    <Button id="give-back" small=true ico={Ico::Back} label={tr.t("give-back")} keys={&["B"]} onclick={ongiveback.clone()} />
                </div>
            }
        </section>
    }
}

#[derive(Properties, PartialEq)]
pub(super) struct GiveBackOneProps {
    pub(super) view: CaseView,
    pub(super) onclose: Callback<()>,
}

/// Asks why the open case is given back. It closes where there is nothing to give back any more.
#[component]
pub(super) fn GiveBackOne(props: &GiveBackOneProps) -> Html {
    let handed = to_me(&props.view).cloned();
    {
        let onclose = props.onclose.clone();
        use_effect_with(handed.is_none(), move |gone| {
            if *gone {
                onclose.emit(());
            }
        });
    }
    let Some(handed) = handed else { return html! {} };
    html! {
        <GiveBack act={handed.act} name={handed.by.name} case={props.view.id} reference={AttrValue::from(props.view.reference.clone())} onclose={props.onclose.clone()} />
    }
}
