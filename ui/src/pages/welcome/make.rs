//! Making an office and becoming its first administrator.

use praesto_contract::{AppStatus, OfficeCreate};
use yew::prelude::*;

use super::{
    question,
    start::{use_form_keys, use_start},
    what_happens,
};
use crate::{
    components::{Button, Field, Ico, KeyForm, KeyQuestion, Kind},
    shell::proxy::ProxyDialog,
    state::{Act, Layer, use_app},
};

#[derive(Properties, PartialEq)]
pub(super) struct MakeProps {
    pub(super) keyring: bool,
    pub(super) ondone: Callback<AppStatus>,
    pub(super) onback: Callback<()>,
}

#[component]
pub(super) fn Make(props: &MakeProps) -> Html {
    let app = use_app();
    let tr = &app.tr;
    let office = use_state(String::new);
    let server = use_state(String::new);
    let name = use_state(String::new);
    let key = use_state(|| KeyForm::new(props.keyring));
    let start = use_start();
    let submit = {
        let (office, server, name, key) = (office.clone(), server.clone(), name.clone(), key.clone());
        let (start, ondone) = (start.clone(), props.ondone.clone());
        move || {
            let empty = |text: &str, field: &'static str| text.trim().is_empty().then_some(field);
            let wrong = empty(&office, "#office-name").or_else(|| empty(&name, "#person-name")).or_else(|| key.wrong());
            let request = OfficeCreate {
                office_name: office.trim().to_owned(),
                person_name: name.trim().to_owned(),
                server: Some(server.trim().to_owned()).filter(|server| !server.is_empty()),
                key: key.choice(),
            };
            start.send(wrong, request, &ondone);
        }
    };
    let onsubmit = use_form_keys(submit, props.onback.clone());
    let set = |state: &UseStateHandle<String>| {
        let state = state.clone();
        Callback::from(move |text| state.set(text))
    };
    let onkey = {
        let key = key.clone();
        Callback::from(move |form| key.set(form))
    };
    let onproxy = {
        let app = app.clone();
        Callback::from(move |()| app.dispatch(Act::Layer(Layer::Proxy)))
    };
    let missing = |text: &str, id: &str| (start.tried() && text.trim().is_empty()).then(|| AttrValue::from(tr.t(id)));
    html! {
        <>
            <h2>{tr.t("welcome-make")}</h2>
            <p class="t2">{tr.t("welcome-three-questions")}</p>
            <form class="pf-v6-c-form w__form" {onsubmit} oninput={start.oninput()} novalidate=true>
                {question(1, html! { <>
                    <Field id="office-name" label={tr.t("make-name")} value={(*office).clone()} help={tr.t("make-name-help")} wrong={missing(&office, "make-name-missing")}
                        complete="organization" oninput={set(&office)} />
                    <div class="q__more">
                        <Field id="server" label={tr.t("make-server")} value={(*server).clone()} help={tr.t("make-server-help")} oninput={set(&server)} />
                        <Button id="make-proxy" small=true kind={Kind::Link} label={tr.t("proxy-open")} onclick={onproxy} />
                    </div>
                </> })}
                {question(2, html! {
                    <Field id="person-name" label={tr.t("your-name")} value={(*name).clone()} help={tr.t("your-name-help")} wrong={missing(&name, "name-missing")}
                        complete="name" oninput={set(&name)} />
                })}
                {question(3, html! { <KeyQuestion form={(*key).clone()} keyring={props.keyring} tried={start.tried()} onchange={onkey} /> })}
                {start.foot("make", &props.onback)}
            </form>
            {what_happens(tr.t("make-next"), vec![
                (Ico::Key, tr.t("join-next-keys")),
                (Ico::Office, tr.t("make-next-register")),
                (Ico::Person, tr.t("make-next-invite")),
            ])}
            if app.layer == Layer::Proxy {
                <ProxyDialog server={Some(AttrValue::from((*server).clone()))} />
            }
        </>
    }
}
