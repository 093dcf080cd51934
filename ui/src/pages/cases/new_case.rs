//! A new case: title, and what is known already.

use praesto_contract::{ApiError, CaseChange, CaseCreate, Channel, Queue};
use yew::prelude::*;

use super::facts::read_received;
use crate::{
    backend,
    components::{Dialog, Field, Foot, Loose, select_value},
    drafts::{Draft, Saving, use_draft},
    i18n::{code, today_day, typed_day},
    keys::focus,
    route::Route,
    state::{Act, use_app},
};

#[derive(Properties, PartialEq)]
pub(crate) struct NewCaseProps {
    pub(crate) onclose: Callback<()>,
}

/// What is no other type's.
const GENERAL: &str = "general";

/// Ways a case reaches the office that a person can choose.
const CHANNELS: [Channel; 4] = [Channel::Paper, Channel::Registered, Channel::Web, Channel::App];

#[component]
pub(crate) fn NewCase(props: &NewCaseProps) -> Html {
    html! { <Loose><Form onclose={props.onclose.clone()} /></Loose> }
}

#[component]
fn Form(props: &NewCaseProps) -> Html {
    let app = use_app();
    let tr = &app.tr;
    let [title, reference, received] = [use_draft("case-new-title"), use_draft("case-new-reference"), use_draft("case-new-received")];
    let on = received.typed().unwrap_or_else(|| today_day().map(typed_day).unwrap_or_default());
    let channel = use_state(Channel::default);
    let kind = use_draft("case-new-type");
    let case_type = app.case_type(&kind.text()).map_or_else(|| GENERAL.to_owned(), |one| one.id.clone());
    let mine = use_state(|| true);
    let wrong = use_state(|| None::<(&str, AttrValue)>);
    let busy = use_state(|| false);
    let error = use_state(|| None::<ApiError>);
    use_effect_with((), |()| focus("#case-new-title"));
    let onchannel = {
        let channel = channel.clone();
        Callback::from(move |event: Event| {
            let chosen = select_value(&event);
            channel.set(CHANNELS.into_iter().find(|one| code(one) == chosen).unwrap_or_default());
        })
    };
    let ontype = {
        let kind = kind.clone();
        Callback::from(move |event: Event| kind.set(select_value(&event)))
    };
    let mut types: Vec<(String, String)> = app.case_types.iter().map(|one| (app.type_name(&one.id), one.id.clone())).collect();
    types.sort_unstable();
    let drafts = vec![title.clone(), reference.clone(), received.clone(), kind];
    let about = app.type_text(&case_type, "type-about");
    let onmine = {
        let mine = mine.clone();
        Callback::from(move |_: Event| mine.set(!*mine))
    };
    let onsubmit = {
        let (app, title, reference, on, channel, mine) =
            (app.clone(), title.clone(), reference.clone(), on.clone(), channel.clone(), mine.clone());
        let case_type = case_type.clone();
        let (drafts, wrong, busy, error, onclose) = (drafts.clone(), wrong.setter(), busy.clone(), error.setter(), props.onclose.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let read = match (title.trimmed(), read_received(&app.tr, &on)) {
                (title, _) if title.is_empty() => Err(("#case-new-title", app.tr.t("case-title-missing").into())),
                (_, Err(unclear)) => Err(("#case-new-received", unclear.text)),
                (title, Ok(day)) => Ok((title, day)),
            };
            let (title, day) = match read {
                Ok(read) => read,
                Err(at) => {
                    focus(at.0);
                    wrong.set(Some(at));
                    return;
                }
            };
            wrong.set(None);
            if *busy {
                return;
            }
            error.set(None);
            let mut changes: Vec<_> = day.map(|day| CaseChange::SetReceived { day: Some(day) }).into_iter().collect();
            if *mine {
                changes.push(CaseChange::Assign { person: app.office().map(|office| office.person) });
            }
            busy.set(true);
            let (reference, channel, drafts) = (Some(reference.trimmed()).filter(|text| !text.is_empty()), *channel, drafts.clone());
            let queue = if *mine { Queue::Mine } else { Queue::Team };
            let (app, busy, error, onclose, case_type) = (app.clone(), busy.clone(), error.clone(), onclose.clone(), case_type.clone());
            wasm_bindgen_futures::spawn_local(async move {
                let saving = Saving::begin(drafts).await;
                let answer =
                    backend::call(CaseCreate { title, reference, case_type: Some(case_type), channel, changes, drafts: saving.places() })
                        .await;
                saving.end(answer.is_ok());
                busy.set(false);
                match answer {
                    Ok(view) => {
                        onclose.emit(());
                        app.dispatch(Act::CasesChanged);
                        app.dispatch(Act::SavedQuietly);
                        Route { queue, case: Some(view.id), ..Route::default() }.go();
                        let text = app.tr.f("case-made", &[("reference", view.reference.into())]);
                        app.dispatch(Act::Toast { text, danger: false, undo: None });
                    }
                    Err(problem) => error.set(Some(problem)),
                }
            });
        })
    };
    let oninput = |draft: &Draft| {
        let (wrong, error) = (wrong.setter(), error.setter());
        draft.oninput_and(move || {
            wrong.set(None);
            error.set(None);
        })
    };
    let wrong_at = |place: &str| (*wrong).clone().filter(|(at, _)| *at == place).map(|(_, text)| text);
    html! {
        <Dialog id="new-case-dialog" title={tr.t("command-new-case")} lead={tr.t("case-new-lead")} onclose={props.onclose.clone()}>
            <form class="pf-v6-c-form stack16" {onsubmit} novalidate=true>
                <div class="pf-v6-c-form__group">
                    <div class="pf-v6-c-form__group-label"><label class="pf-v6-c-form__label" for="case-new-type"><span class="pf-v6-c-form__label-text">{tr.t("case-type")}</span></label></div>
                    <span class="pf-v6-c-form-control"><select id="case-new-type" onchange={ontype} aria-describedby="case-new-type-about">
                        { for types.into_iter().map(|(name, id)| html! { <option value={id.clone()} selected={case_type == id}>{name}</option> }) }
                    </select></span>
                    <p class="helper" id="case-new-type-about">{about.unwrap_or_default()}</p>
                </div>
                <Field id="case-new-title" label={tr.t("place-title")} help={tr.t("case-title-help")} value={title.text()} wrong={wrong_at("#case-new-title")} oninput={oninput(&title)} />
                <div class="g2">
                    <Field id="case-new-reference" label={tr.t("place-reference")} help={tr.t("case-reference-help")} value={reference.text()} oninput={oninput(&reference)} />
                    <Field id="case-new-received" hint={tr.t("day-pattern")} label={tr.t("place-received")} value={on} wrong={wrong_at("#case-new-received")} oninput={oninput(&received)} />
                </div>
                <div class="pf-v6-c-form__group">
                    <div class="pf-v6-c-form__group-label"><label class="pf-v6-c-form__label" for="case-new-channel"><span class="pf-v6-c-form__label-text">{tr.t("case-channel")}</span></label></div>
                    <span class="pf-v6-c-form-control"><select id="case-new-channel" onchange={onchannel}>
                        { for CHANNELS.map(|one| html! { <option value={code(&one)} selected={one == *channel}>{tr.words().capital(&tr.channel(one))}</option> }) }
                    </select></span>
                </div>
                <label class="check"><input type="checkbox" class="pf-v6-c-check__input" id="case-new-mine" checked={*mine} onchange={onmine} /><span>{tr.t("case-new-mine")}</span></label>
                <Foot id="case-new-do" busy={*busy} label={tr.t("case-new-do")} error={(*error).clone()} {drafts} oncancel={props.onclose.clone()} />
            </form>
        </Dialog>
    }
}
