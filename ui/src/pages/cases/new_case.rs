//! A new case: title, and what is known already.

use praesto_contract::{ApiError, CaseChange, CaseCreate, Channel, Queue};
use yew::prelude::*;

use crate::{
    backend,
    components::{Button, Dialog, Field, Kind, Problem, select_value},
    i18n::{code, parse_day, today_day, typed_day},
    keys::focus,
    route::{Area, Route, Tab},
    state::{Act, use_app},
};

#[derive(Properties, PartialEq)]
pub(crate) struct NewCaseProps {
    pub(crate) onclose: Callback<()>,
}

/// Ways a case reaches the office that a person can choose.
const CHANNELS: [Channel; 4] = [Channel::Paper, Channel::Registered, Channel::Web, Channel::App];

#[component]
pub(crate) fn NewCase(props: &NewCaseProps) -> Html {
    let app = use_app();
    let tr = &app.tr;
    let title = use_state(String::new);
    let reference = use_state(String::new);
    let received = use_state(|| today_day().map(typed_day).unwrap_or_default());
    let channel = use_state(Channel::default);
    let mine = use_state(|| true);
    let tried = use_state(|| false);
    let busy = use_state(|| false);
    let error = use_state(|| None::<ApiError>);
    use_effect_with((), |()| focus("#case-new-title"));
    let set = |state: &UseStateHandle<String>| {
        let state = state.clone();
        Callback::from(move |text| state.set(text))
    };
    let onchannel = {
        let channel = channel.clone();
        Callback::from(move |event: Event| {
            let chosen = select_value(&event);
            channel.set(CHANNELS.into_iter().find(|one| code(one) == chosen).unwrap_or_default());
        })
    };
    let onmine = {
        let mine = mine.clone();
        Callback::from(move |_: Event| mine.set(!*mine))
    };
    let onsubmit = {
        let (app, title, reference, received, channel, mine) =
            (app.clone(), title.clone(), reference.clone(), received.clone(), channel.clone(), mine.clone());
        let (tried, busy, error, onclose) = (tried.clone(), busy.clone(), error.clone(), props.onclose.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            tried.set(true);
            if title.trim().is_empty() {
                focus("#case-new-title");
                return;
            }
            if *busy {
                return;
            }
            let mut changes = Vec::new();
            match parse_day(&received) {
                Some(day) => changes.push(CaseChange::SetReceived { day: Some(day) }),
                None if received.trim().is_empty() => {}
                None => {
                    app.dispatch(Act::Toast { text: app.tr.t("day-unclear"), danger: true, undo: None });
                    focus("#case-new-received");
                    return;
                }
            }
            if *mine {
                changes.push(CaseChange::Assign { person: app.office().map(|office| office.person) });
            }
            busy.set(true);
            let request = CaseCreate {
                title: title.trim().to_owned(),
                reference: Some(reference.trim().to_owned()).filter(|reference| !reference.is_empty()),
                channel: *channel,
                changes,
            };
            let queue = if *mine { Queue::Mine } else { Queue::Team };
            let (app, busy, error, onclose) = (app.clone(), busy.clone(), error.clone(), onclose.clone());
            backend::run(request, move |answer| {
                busy.set(false);
                match answer {
                    Ok(view) => {
                        onclose.emit(());
                        app.dispatch(Act::CasesChanged);
                        Route { area: Area::Cases, queue, case: Some(view.id), tab: Tab::Summary }.go();
                        app.dispatch(Act::Toast {
                            text: app.tr.f("case-made", &[("reference", view.reference.into())]),
                            danger: false,
                            undo: None,
                        });
                    }
                    Err(problem) => error.set(Some(problem)),
                }
            });
        })
    };
    let wrong = (*tried && title.trim().is_empty()).then(|| tr.t("case-title-missing"));
    html! {
        <Dialog id="new-case-dialog" title={tr.t("command-new-case")} lead={tr.t("case-new-lead")} onclose={props.onclose.clone()}>
            <form class="pf-v6-c-form stack16" {onsubmit} novalidate=true>
                <Field id="case-new-title" label={tr.t("place-title")} help={tr.t("case-title-help")} value={(*title).clone()} {wrong} oninput={set(&title)} />
                <div class="g2">
                    <Field id="case-new-reference" label={tr.t("place-reference")} help={tr.t("case-reference-help")} value={(*reference).clone()} oninput={set(&reference)} />
                    <Field id="case-new-received" hint={tr.t("day-example")} label={tr.t("place-received")} value={(*received).clone()} oninput={set(&received)} />
                </div>
                <div class="pf-v6-c-form__group">
                    <div class="pf-v6-c-form__group-label"><label class="pf-v6-c-form__label" for="case-new-channel"><span class="pf-v6-c-form__label-text">{tr.t("case-channel")}</span></label></div>
                    <span class="pf-v6-c-form-control"><select id="case-new-channel" onchange={onchannel}>
                        { for CHANNELS.map(|one| html! { <option value={code(&one)} selected={one == *channel}>{tr.words().capital(&tr.channel(one))}</option> }) }
                    </select></span>
                </div>
                <label class="check"><input type="checkbox" class="pf-v6-c-check__input" id="case-new-mine" checked={*mine} onchange={onmine} /><span>{tr.t("case-new-mine")}</span></label>
                <Problem error={(*error).clone()} />
                <div class="acts">
                    <Button id="case-new-do" submit=true kind={Kind::Primary} disabled={*busy} label={tr.t("case-new-do")} keys={&["↵"]} />
                    <Button kind={Kind::Tertiary} label={tr.t("cancel")} keys={&["Esc"]} onclick={props.onclose.clone()} />
                </div>
            </form>
        </Dialog>
    }
}
