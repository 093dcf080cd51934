//! The question "How do you want to unlock Praesto?", asked the same way wherever it is asked.

use praesto_contract::{KeyChoice, KeyPolicy, SecretText};
use yew::prelude::*;

use super::{Field, Radio};
use crate::state::use_app;

/// Characters that a passphrase has at least.
const SHORTEST: usize = 10;

/// What has been answered so far.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct KeyForm {
    pub(crate) policy: KeyPolicy,
    pub(crate) first: String,
    pub(crate) second: String,
}

impl KeyForm {
    /// The start: the keyring where there is one.
    pub(crate) fn new(keyring: bool) -> Self {
        Self { policy: if keyring { KeyPolicy::Keyring } else { KeyPolicy::Passphrase }, first: String::new(), second: String::new() }
    }

    fn needs_passphrase(&self) -> bool {
        self.policy != KeyPolicy::Keyring
    }

    /// Message id of what is wrong with the first field.
    fn first_wrong(&self) -> Option<&'static str> {
        (self.needs_passphrase() && self.first.chars().count() < SHORTEST).then_some("passphrase-short")
    }

    /// Message id of what is wrong with the second field.
    fn second_wrong(&self) -> Option<&'static str> {
        (self.needs_passphrase() && self.first != self.second).then_some("passphrase-differs")
    }

    /// Whether the answer can be used; otherwise the element that needs a look.
    pub(crate) fn wrong(&self) -> Option<&'static str> {
        self.first_wrong().map(|_| "#passphrase").or_else(|| self.second_wrong().map(|_| "#passphrase-again"))
    }

    pub(crate) fn choice(&self) -> KeyChoice {
        let passphrase = self.needs_passphrase().then(|| SecretText::new(self.first.clone()));
        KeyChoice { policy: self.policy, passphrase }
    }
}

#[derive(Properties, PartialEq)]
pub(crate) struct KeyQuestionProps {
    pub(crate) form: KeyForm,
    pub(crate) keyring: bool,
    /// Show what is missing: the person has tried to go on.
    pub(crate) tried: bool,
    pub(crate) onchange: Callback<KeyForm>,
}

/// The question with its two or three answers.
#[component]
pub(crate) fn KeyQuestion(props: &KeyQuestionProps) -> Html {
    let app = use_app();
    let tr = &app.tr;
    let choose = |policy: KeyPolicy| {
        let (form, onchange) = (props.form.clone(), props.onchange.clone());
        Callback::from(move |()| onchange.emit(KeyForm { policy, ..form.clone() }))
    };
    let form = &props.form;
    let answers = [(KeyPolicy::Keyring, "keyring"), (KeyPolicy::Passphrase, "passphrase"), (KeyPolicy::Both, "both")];
    html! {
        <div role="radiogroup" aria-labelledby="key-question">
            <div class="pf-v6-c-form__label q__label" id="key-question"><span class="pf-v6-c-form__label-text">{tr.t("key-question")}</span></div>
            if props.keyring {
                { for answers.map(|(policy, code)| html! {
                    <Radio id={format!("key-{code}")} name="key" label={tr.t(&format!("key-policy-{code}"))} help={tr.t(&format!("key-policy-{code}.hint"))}
                        checked={form.policy == policy} onchoose={choose(policy)} />
                }) }
            } else {
                <p class="s t2">{tr.t("key-no-keyring")}</p>
            }
            if form.needs_passphrase() {
                <div class="q__more"><Passphrases form={form.clone()} tried={props.tried} onchange={props.onchange.clone()} /></div>
            }
        </div>
    }
}

#[derive(Properties, PartialEq)]
pub(crate) struct PassphrasesProps {
    pub(crate) form: KeyForm,
    pub(crate) tried: bool,
    pub(crate) onchange: Callback<KeyForm>,
}

/// A passphrase that is chosen, typed twice.
#[component]
pub(crate) fn Passphrases(props: &PassphrasesProps) -> Html {
    let app = use_app();
    let tr = &app.tr;
    let form = &props.form;
    let first = {
        let (form, onchange) = (form.clone(), props.onchange.clone());
        Callback::from(move |first| onchange.emit(KeyForm { first, ..form.clone() }))
    };
    let second = {
        let (form, onchange) = (form.clone(), props.onchange.clone());
        Callback::from(move |second| onchange.emit(KeyForm { second, ..form.clone() }))
    };
    let shown = |wrong: Option<&'static str>| wrong.filter(|_| props.tried).map(|id| AttrValue::from(tr.t(id)));
    html! {
        <>
            <Field id="passphrase" kind="password" label={tr.t("passphrase")} value={form.first.clone()} complete="new-password"
                help={tr.n("passphrase-help", SHORTEST as u64)} wrong={shown(form.first_wrong())} oninput={first} />
            <Field id="passphrase-again" kind="password" label={tr.t("passphrase-again")} value={form.second.clone()} complete="new-password"
                wrong={shown(form.second_wrong())} oninput={second} />
        </>
    }
}
