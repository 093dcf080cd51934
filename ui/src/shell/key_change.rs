//! Changing what opens the vault.

use praesto_contract::{KeyPolicy, KeyPolicySet, SecretText};
use yew::prelude::*;

use crate::{
    components::{Ask, Field, KeyForm, KeyQuestion, use_sending},
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
    let sending = use_sending();
    let onsubmit = {
        let (current, key, tried, sending, app) = (current.clone(), key.clone(), tried.setter(), sending.clone(), app.clone());
        Callback::from(move |()| {
            tried.set(true);
            if let Some(wrong) = (asks && current.is_empty()).then_some("#current-passphrase").or_else(|| key.wrong()) {
                focus(wrong);
                return;
            }
            let app = app.clone();
            let request = KeyPolicySet { current_passphrase: asks.then(|| SecretText::new((*current).clone())), key: key.choice() };
            sending.send(request, move |status| {
                app.dispatch(Act::Status(status));
                app.dispatch(Act::Layer(Layer::None));
                app.dispatch(Act::Toast { text: app.tr.t("key-changed"), danger: false, undo: None });
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
    let act = tr.t(if sending.busy() { "key-change-busy" } else { "key-change-do" });
    html! {
        <Ask id="key" title={tr.t("key-change-title")} lead={tr.t("key-change-lead")} {act} first="#key-dialog form input" {sending} {onsubmit} onclose={props.onclose.clone()}>
            if asks {
                <Field id="current-passphrase" kind="password" label={tr.t("passphrase-current")} value={(*current).clone()} {wrong} complete="current-password" oninput={oncurrent} />
            }
            <KeyQuestion form={(*key).clone()} keyring=true tried={*tried} onchange={onkey} />
        </Ask>
    }
}
