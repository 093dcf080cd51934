//! A new case: title, and what is known already. What its type asks to tell people apart is asked here, so that one who is here already is seen.

use gloo_timers::{callback::Timeout, future::TimeoutFuture};
use praesto_contract::{ApiError, AskedField, CaseAlike, CaseChange, CaseCreate, Channel, FieldKind, FieldValue, Identity, PartyId, Queue};
use yew::prelude::*;

use super::{
    alike::{AlikeCases, use_alike},
    facts::{read_day, read_received},
};
use crate::{
    backend,
    components::{Dialog, Field, Foot, Loose, Wrong, select_value},
    drafts::{Draft, Saving, use_draft},
    i18n::{Tr, code, now, random, today_day, typed_day},
    keys::{focus, focus_if_lost, focus_now},
    route::Route,
    state::{Act, State, use_app},
};

#[derive(Properties, PartialEq)]
pub(crate) struct NewCaseProps {
    pub(crate) onclose: Callback<()>,
}

/// What is no other type's.
const GENERAL: &str = "general";

/// Ways a case reaches the office that a person can choose.
const CHANNELS: [Channel; 4] = [Channel::Paper, Channel::Registered, Channel::Web, Channel::App];

/// How long the button rests after it was stopped by a case that is alike, in milliseconds: the second press of a double click makes nothing.
const REST: u32 = 700;

/// What stands in the draft where somebody else shall work on it.
const NOT_MINE: &str = "no";

/// Fields of a type that tell whom a case is about, names first.
fn asked_first(app: &State, case_type: &str) -> Vec<AskedField> {
    let sections = app.case_type(case_type).map(|one| one.sections.as_slice()).unwrap_or_default();
    let asked = sections.iter().flat_map(|section| &section.fields).filter(|field| field.identity.is_some());
    let (names, others): (Vec<_>, Vec<_>) = asked.cloned().partition(|field| field.identity == Some(Identity::Name));
    names.into_iter().chain(others).collect()
}

/// Id of the field for such an answer, and of its draft.
fn place(field: &str) -> String {
    format!("case-new-field-{}", field.replace('_', "-"))
}

/// What was answered; nothing where nothing was typed.
fn answer(tr: &Tr, kind: &FieldKind, text: &str) -> Result<Option<FieldValue>, Wrong> {
    if text.is_empty() {
        return Ok(None);
    }
    match kind {
        FieldKind::Day => Ok(read_day(tr, text)?.map(FieldValue::Day)),
        FieldKind::Whole => text.parse().map(|number| Some(FieldValue::Whole(number))).map_err(|_| Wrong::said(tr.t("number-unclear"))),
        FieldKind::Text | FieldKind::Choice(_) | FieldKind::Flag => Ok(Some(FieldValue::Text(text.to_owned()))),
    }
}

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
    let [channel, kind, mine, party] =
        [use_draft("case-new-channel"), use_draft("case-new-type"), use_draft("case-new-mine"), use_draft("case-new-party")];
    let case_type = app.case_type(&kind.text()).filter(|one| !one.withdrawn).map_or_else(|| GENERAL.to_owned(), |one| one.id.clone());
    let chosen = CHANNELS.into_iter().find(|one| code(one) == channel.text()).unwrap_or_default();
    let is_mine = mine.text() != NOT_MINE;
    let asked = asked_first(&app, &case_type);
    let answers: Vec<(AskedField, Draft)> = asked.into_iter().map(|field| (field.clone(), title.beside(place(&field.id)))).collect();
    let wrong = use_state(|| None::<(String, AttrValue)>);
    let busy = use_state(|| false);
    let error = use_state(|| None::<ApiError>);
    use_effect_with((), |()| focus("#case-new-title"));
    let onchannel = {
        let channel = channel.clone();
        Callback::from(move |event: Event| channel.set(select_value(&event)))
    };
    let ontype = {
        let kind = kind.clone();
        Callback::from(move |event: Event| kind.set(select_value(&event)))
    };
    let mut types: Vec<(String, String)> =
        app.case_types.iter().filter(|one| !one.withdrawn).map(|one| (app.type_name(&one.id), one.id.clone())).collect();
    types.sort_unstable();
    // Also what was answered for a type that was chosen before: it is done with once the case is made.
    let others = app.case_types.iter().flat_map(|one| asked_first(&app, &one.id)).map(|field| title.beside(place(&field.id)));
    let drafts: Vec<Draft> = [&title, &reference, &received, &kind, &channel, &mine, &party].into_iter().cloned().chain(others).collect();
    let about = app.type_text(&case_type, "type-about");
    let onmine = {
        let mine = mine.clone();
        Callback::from(move |_: Event| if is_mine { mine.set(NOT_MINE.to_owned()) } else { mine.discard() })
    };
    let sought = {
        let fields =
            answers.iter().filter_map(|(field, draft)| Some((field.id.clone(), answer(tr, &field.kind, &draft.trimmed()).ok().flatten()?)));
        let parties = Some(party.trimmed()).filter(|name| !name.is_empty()).into_iter().collect();
        CaseAlike {
            case_type: Some(case_type.clone()),
            title: title.trimmed(),
            reference: reference.trimmed(),
            parties,
            fields: fields.collect(),
            except: None,
        }
    };
    let asking = use_alike(sought.clone());
    // What stood there when a press was stopped.
    let stopped = use_state(|| None::<CaseAlike>);
    let is_stopped = stopped.as_ref() == Some(&sought);
    let onopen = {
        let (app, onclose) = (app.clone(), props.onclose.clone());
        Callback::from(move |()| {
            onclose.emit(());
            let keys = format!("{} N", app.tr.key("Ctrl"));
            app.dispatch(Act::Toast { text: app.tr.f("alike-kept", &[("keys", keys.as_str().into())]), danger: false, undo: None });
        })
    };
    let onsubmit = {
        let (app, title, reference, on, party, answers) =
            (app.clone(), title.clone(), reference.clone(), on.clone(), party.clone(), answers.clone());
        let (case_type, asking, sought, stopped) = (case_type.clone(), asking.clone(), sought.clone(), stopped.setter());
        let (drafts, wrong, busy, error, onclose) = (drafts.clone(), wrong.setter(), busy.clone(), error.setter(), props.onclose.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let (title, changes) = match read(&app.tr, &title, &on, &party, &answers) {
                Ok(read) => read,
                Err((at, why)) => {
                    wrong.set(Some((at.clone(), why)));
                    // Once what is wrong stands beside it.
                    Timeout::new(0, move || focus_now(&format!("#{at}"))).forget();
                    return;
                }
            };
            wrong.set(None);
            if *busy {
                return;
            }
            error.set(None);
            let person = app.office().map(|office| office.person);
            let changes: Vec<_> = changes.into_iter().chain(is_mine.then_some(CaseChange::Assign { person })).collect();
            busy.set(true);
            let (reference, channel, drafts) = (Some(reference.trimmed()).filter(|text| !text.is_empty()), chosen, drafts.clone());
            let queue = if is_mine { Queue::Mine } else { Queue::Team };
            let (app, busy, error, onclose, case_type) = (app.clone(), busy.clone(), error.clone(), onclose.clone(), case_type.clone());
            let (asking, sought, stopped) = (asking.clone(), sought.clone(), stopped.clone());
            wasm_bindgen_futures::spawn_local(async move {
                let saving = Saving::begin(drafts).await;
                if asking.finds_unseen().await {
                    saving.end(false);
                    stopped.set(Some(sought));
                    TimeoutFuture::new(0).await;
                    into_view();
                    TimeoutFuture::new(REST).await;
                    busy.set(false);
                    // What is not to be pressed may have lost it.
                    Timeout::new(0, || focus_if_lost("#case-new-do")).forget();
                    return;
                }
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
    // Where the form itself asks for the name, nobody is asked twice.
    let with_party = !party.trimmed().is_empty() || answers.iter().all(|(field, _)| field.identity != Some(Identity::Name));
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
                <Field id="case-new-title" label={tr.t("place-title")} help={tr.t("case-title-help")} value={title.text()} wrong={wrong_at("case-new-title")} oninput={oninput(&title)} />
                <div class="g2">
                    <Field id="case-new-reference" label={tr.t("place-reference")} help={tr.t("case-reference-help")} value={reference.text()} oninput={oninput(&reference)} />
                    <Field id="case-new-received" hint={tr.t("day-pattern")} label={tr.t("place-received")} value={on} wrong={wrong_at("case-new-received")} oninput={oninput(&received)} />
                </div>
                if with_party {
                    <Field id="case-new-party" label={tr.t("case-new-party")} help={tr.t("case-new-party-help")} value={party.text()} oninput={oninput(&party)} />
                }
                if !answers.is_empty() {
                    <div class="g2" data-test="asked-first">
                        { for answers.iter().map(|(field, draft)| html! {
                            <Field key={field.id.clone()} id={place(&field.id)} label={app.field_name(&case_type, &field.id)} help={app.field_help(&case_type, &field.id).map(AttrValue::from)}
                                hint={(field.kind == FieldKind::Day).then(|| AttrValue::from(tr.t("day-pattern")))}
                                value={draft.text()} wrong={wrong_at(&place(&field.id))} oninput={oninput(draft)} />
                        }) }
                    </div>
                }
                <div class="pf-v6-c-form__group">
                    <div class="pf-v6-c-form__group-label"><label class="pf-v6-c-form__label" for="case-new-channel"><span class="pf-v6-c-form__label-text">{tr.t("case-channel")}</span></label></div>
                    <span class="pf-v6-c-form-control"><select id="case-new-channel" onchange={onchannel}>
                        { for CHANNELS.map(|one| html! { <option value={code(&one)} selected={one == chosen}>{tr.words().capital(&tr.channel(one))}</option> }) }
                    </select></span>
                </div>
                <label class="check"><input type="checkbox" class="pf-v6-c-check__input" id="case-new-mine" checked={is_mine} onchange={onmine} /><span>{tr.t("case-new-mine")}</span></label>
                <Foot id="case-new-do" busy={*busy} label={tr.t(if is_stopped { "case-new-anyway" } else { "case-new-do" })} error={(*error).clone()} {drafts} oncancel={props.onclose.clone()} />
                <AlikeCases id="case-alike" shown={asking.shown()} case_type={case_type.clone()} head={tr.t(if is_stopped { "alike-stopped" } else { "alike-title" })} {onopen} />
            </form>
        </Dialog>
    }
}

/// Brings what stopped a press into view: it stands below the button.
fn into_view() {
    if let Some(found) = gloo_utils::document().get_element_by_id("case-alike") {
        found.scroll_into_view_with_bool(false);
    }
}

/// Title and changes of the case, or what is wrong and where. Whom it is about is title enough.
fn read(
    tr: &Tr,
    title: &Draft,
    on: &str,
    party: &Draft,
    answers: &[(AskedField, Draft)],
) -> Result<(String, Vec<CaseChange>), (String, AttrValue)> {
    let mut changes = Vec::new();
    let mut called = [title.trimmed(), party.trimmed()].into_iter().find(|text| !text.is_empty());
    for (field, draft) in answers {
        let value = answer(tr, &field.kind, &draft.trimmed()).map_err(|unclear| (place(&field.id), unclear.text))?;
        if let (None, Some(Identity::Name), Some(FieldValue::Text(name))) = (&called, field.identity, &value) {
            called = Some(name.clone());
        }
        changes.extend(value.map(|value| CaseChange::SetField { field: field.id.clone(), value }));
    }
    let called = called.ok_or_else(|| ("case-new-title".to_owned(), tr.t("case-title-missing").into()))?;
    let day = read_received(tr, on).map_err(|unclear| ("case-new-received".to_owned(), unclear.text))?;
    changes.extend(day.map(|day| CaseChange::SetReceived { day: Some(day) }));
    if !party.trimmed().is_empty() {
        let id = PartyId::make(now(), &random());
        changes.push(CaseChange::AddParty { id, name: party.trimmed(), role: String::new(), contact: String::new() });
    }
    Ok((called, changes))
}
