//! Joining an office with an invitation.

use praesto_contract::{ApiError, AppStatus, InvitationRead, InvitationSummary, OfficeJoin};
use yew::prelude::*;

use super::{
    question,
    start::{use_form_keys, use_start},
    what_happens,
};
use crate::{
    backend,
    components::{Button, Field, Ico, KeyForm, KeyQuestion, Kind, icon},
    shell::proxy::ProxyDialog,
    state::{Act, Layer, use_app},
};

#[derive(Properties, PartialEq)]
pub(super) struct JoinProps {
    pub(super) keyring: bool,
    pub(super) ondone: Callback<AppStatus>,
    pub(super) onback: Callback<()>,
}

#[component]
pub(super) fn Join(props: &JoinProps) -> Html {
    let app = use_app();
    let tr = &app.tr;
    let code = use_state(String::new);
    let name = use_state(|| None::<String>);
    let key = use_state(|| KeyForm::new(props.keyring));
    // With the code that was asked about: an answer that was overtaken is none.
    let read = use_state(|| None::<(String, Result<InvitationSummary, ApiError>)>);
    let start = use_start();
    {
        let read = read.clone();
        use_effect_with((*code).clone(), move |code| {
            let code = code.trim().to_owned();
            if code.is_empty() {
                read.set(None);
            }
            let timer = (!code.is_empty()).then(|| {
                gloo_timers::callback::Timeout::new(200, move || {
                    backend::run(InvitationRead { code: code.clone() }, move |answer| read.set(Some((code, answer))))
                })
            });
            move || drop(timer)
        });
    }
    let read = read.as_ref().filter(|(asked, _)| asked == code.trim()).map(|(_, answer)| answer.clone());
    let invited = read.as_ref().and_then(|read| read.as_ref().ok()).cloned();
    let person = name.as_ref().cloned().or_else(|| invited.as_ref().map(|summary| summary.person_name.clone())).unwrap_or_default();
    let submit = {
        let (code, key, start) = (code.clone(), key.clone(), start.clone());
        let (person, ondone, known) = (person.clone(), props.ondone.clone(), invited.is_some());
        move || {
            let wrong = (!known).then_some("#code").or_else(|| person.trim().is_empty().then_some("#person-name")).or_else(|| key.wrong());
            let request = OfficeJoin { code: code.trim().to_owned(), person_name: person.trim().to_owned(), key: key.choice() };
            start.send(wrong, request, &ondone);
        }
    };
    let onsubmit = use_form_keys(submit, props.onback.clone());
    let oncode = {
        let code = code.clone();
        Callback::from(move |text| code.set(text))
    };
    let onname = {
        let name = name.clone();
        Callback::from(move |text| name.set(Some(text)))
    };
    let onkey = {
        let key = key.clone();
        Callback::from(move |form| key.set(form))
    };
    let onproxy = {
        let app = app.clone();
        Callback::from(move |()| app.dispatch(Act::Layer(Layer::Proxy)))
    };
    let code_wrong = match &read {
        Some(Err(problem)) => Some(tr.error(problem).what),
        _ if start.tried() && code.trim().is_empty() => Some(tr.t("join-code-missing")),
        _ => None,
    };
    let name_wrong = (start.tried() && person.trim().is_empty()).then(|| tr.t("name-missing"));
    html! {
        <>
            <h2>{tr.t("welcome-join")}</h2>
            <p class="t2">{tr.t("welcome-three-questions")}</p>
            <form class="pf-v6-c-form w__form" {onsubmit} oninput={start.oninput()} novalidate=true>
                {question(1, html! { <>
                    <Field id="code" label={tr.t("join-code")} value={(*code).clone()} help={tr.t("join-code-help")} wrong={code_wrong} oninput={oncode} />
                    <div role="status">
                        { for invited.as_ref().map(|summary| html! {
                            <div class="known" data-test="invitation-known">
                                <span class="st success">{icon(Ico::TickRound)}</span>
                                <span><b>{summary.office_name.clone()}</b><br />{tr.t("join-compare")}{" "}<span class="fp">{summary.fingerprint.clone()}</span></span>
                            </div>
                        }) }
                    </div>
                    <Button id="join-proxy" small=true kind={Kind::Link} label={tr.t("proxy-open")} onclick={onproxy} />
                </> })}
                {question(2, html! {
                    <Field id="person-name" label={tr.t("your-name")} value={person.clone()} help={tr.t("your-name-help")} wrong={name_wrong} complete="name" oninput={onname} />
                })}
                {question(3, html! { <KeyQuestion form={(*key).clone()} keyring={props.keyring} tried={start.tried()} onchange={onkey} /> })}
                {start.foot("join", &props.onback)}
            </form>
            {what_happens(tr.t("join-next"), vec![
                (Ico::Key, tr.t("join-next-keys")),
                (Ico::Person, tr.t("join-next-colleague")),
                (Ico::TrayIn, tr.t("join-next-cases")),
            ])}
            if app.layer == Layer::Proxy {
                <ProxyDialog code={invited.is_some().then(|| AttrValue::from((*code).clone()))} />
            }
        </>
    }
}
