//! Changing what opens the vault.

use praesto_contract::{ApiError, KeyPolicy, KeyPolicySet, SecretText};
use yew::prelude::*;

use crate::{
    backend,
    components::{Button, Dialog, Field, KeyForm, KeyQuestion, Kind, Problem},
    keys::focus,
    state::{Act, Layer, use_app},
};

#[derive(Properties, PartialEq)]
pub(super) struct KeyChangeProps {
    pub(super) policy: KeyPolicy,
    pub(super) onclose: Callback<()>,
}

#[component]
pub(super) fn KeyChange(props: &KeyChangeProps) -> Html {
    let app = use_app();
    let tr = &app.tr;
    let asks = props.policy != KeyPolicy::Keyring;
    let current = use_state(String::new);
    let key = use_state(|| KeyForm { policy: props.policy, first: String::new(), second: String::new() });
    let tried = use_state(|| false);
    let busy = use_state(|| false);
    let error = use_state(|| None::<ApiError>);
    let onsubmit = {
        let (current, key, tried, busy, error, app) =
            (current.clone(), key.clone(), tried.clone(), busy.clone(), error.clone(), app.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if *busy {
                return;
            }
            tried.set(true);
            if let Some(wrong) = (asks && current.is_empty()).then_some("#current-passphrase").or_else(|| key.wrong()) {
                focus(wrong);
                return;
            }
            busy.set(true);
            let (busy, error, app) = (busy.clone(), error.clone(), app.clone());
            let request = KeyPolicySet { current_passphrase: asks.then(|| SecretText::new((*current).clone())), key: key.choice() };
            backend::run(request, move |answer| {
                busy.set(false);
                match answer {
                    Ok(status) => {
                        app.dispatch(Act::Status(status));
                        app.dispatch(Act::Layer(Layer::None));
                        app.dispatch(Act::Toast { text: app.tr.t("key-changed"), danger: false, undo: None });
                    }
                    Err(problem) => error.set(Some(problem)),
                }
            });
        })
    };
    let oncurrent = {
        let current = current.clone();
        Callback::from(move |text| current.set(text))
    };
    let onkey = {
        let key = key.clone();
        Callback::from(move |form| key.set(form))
    };
    let wrong = (*tried && asks && current.is_empty()).then(|| tr.t("passphrase-current-missing"));
    html! {
        <Dialog id="key-dialog" title={tr.t("key-change-title")} lead={tr.t("key-change-lead")} onclose={props.onclose.clone()}>
            <form class="pf-v6-c-form stack16" {onsubmit} novalidate=true>
                if asks {
                    <Field id="current-passphrase" kind="password" label={tr.t("passphrase-current")} value={(*current).clone()} {wrong} complete="current-password" oninput={oncurrent} />
                }
                <KeyQuestion form={(*key).clone()} keyring=true tried={*tried} onchange={onkey} />
                <Problem error={(*error).clone()} />
                <div class="acts">
                    <Button id="key-change-do" submit=true kind={Kind::Primary} disabled={*busy} label={tr.t(if *busy { "key-change-busy" } else { "key-change-do" })} keys={&["↵"]} />
                    <Button kind={Kind::Tertiary} label={tr.t("cancel")} keys={&["Esc"]} onclick={props.onclose.clone()} />
                </div>
            </form>
        </Dialog>
    }
}
