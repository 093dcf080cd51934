//! Making an office and becoming its first administrator.

use praesto_contract::{ApiError, AppStatus, OfficeCreate};
use yew::prelude::*;

use super::{join::use_form_keys, question, what_happens};
use crate::{
    backend,
    components::{Button, Field, Ico, KeyForm, KeyQuestion, Kind, Problem},
    keys::focus,
    state::use_app,
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
    let tried = use_state(|| false);
    let busy = use_state(|| false);
    let error = use_state(|| None::<ApiError>);
    let submit = {
        let (office, server, name, key) = (office.clone(), server.clone(), name.clone(), key.clone());
        let (tried, busy, error, ondone) = (tried.clone(), busy.clone(), error.clone(), props.ondone.clone());
        move || {
            if *busy {
                return;
            }
            tried.set(true);
            let empty = |text: &str, field: &'static str| text.trim().is_empty().then_some(field);
            if let Some(wrong) = empty(&office, "#office-name").or_else(|| empty(&name, "#person-name")).or_else(|| key.wrong()) {
                focus(wrong);
                return;
            }
            busy.set(true);
            error.set(None);
            let (busy, error, ondone) = (busy.clone(), error.clone(), ondone.clone());
            let request = OfficeCreate {
                office_name: office.trim().to_owned(),
                person_name: name.trim().to_owned(),
                server: Some(server.trim().to_owned()).filter(|server| !server.is_empty()),
                key: key.choice(),
            };
            backend::run(request, move |answer| {
                busy.set(false);
                match answer {
                    Ok(status) => ondone.emit(status),
                    Err(problem) => error.set(Some(problem)),
                }
            });
        }
    };
    use_form_keys(submit.clone(), props.onback.clone());
    let onsubmit = Callback::from(move |event: SubmitEvent| {
        event.prevent_default();
        submit();
    });
    let set = |state: &UseStateHandle<String>| {
        let state = state.clone();
        Callback::from(move |text| state.set(text))
    };
    let onkey = {
        let key = key.clone();
        Callback::from(move |form| key.set(form))
    };
    let missing = |text: &str, id: &str| (*tried && text.trim().is_empty()).then(|| AttrValue::from(tr.t(id)));
    html! {
        <>
            <h2>{tr.t("welcome-make")}</h2>
            <p class="t2">{tr.t("welcome-three-questions")}</p>
            <form class="pf-v6-c-form w__form" {onsubmit} novalidate=true>
                {question(1, html! { <>
                    <Field id="office-name" label={tr.t("make-name")} value={(*office).clone()} help={tr.t("make-name-help")} wrong={missing(&office, "make-name-missing")}
                        complete="organization" oninput={set(&office)} />
                    <div class="q__more">
                        <Field id="server" label={tr.t("make-server")} value={(*server).clone()} help={tr.t("make-server-help")} oninput={set(&server)} />
                    </div>
                </> })}
                {question(2, html! {
                    <Field id="person-name" label={tr.t("your-name")} value={(*name).clone()} help={tr.t("your-name-help")} wrong={missing(&name, "name-missing")}
                        complete="name" oninput={set(&name)} />
                })}
                {question(3, html! { <KeyQuestion form={(*key).clone()} keyring={props.keyring} tried={*tried} onchange={onkey} /> })}
                <Problem error={(*error).clone()} />
                <div class="acts">
                    <Button id="make" submit=true kind={Kind::Primary} label={tr.t(if *busy { "make-busy" } else { "make-do" })} keys={&["Ctrl", "↵"]} disabled={*busy} />
                    <Button kind={Kind::Tertiary} label={tr.t("back")} keys={&["Esc"]} onclick={props.onback.clone()} />
                </div>
            </form>
            {what_happens(tr.t("make-next"), vec![
                (Ico::Key, tr.t("join-next-keys")),
                (Ico::Office, tr.t("make-next-register")),
                (Ico::Person, tr.t("make-next-invite")),
            ])}
        </>
    }
}
