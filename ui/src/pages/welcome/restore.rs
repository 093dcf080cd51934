//! A computer from a backup: the file, its passphrase, and what opens Praesto from now on.

use praesto_contract::{AppStatus, BackupRestore, Job, SecretText};
use yew::prelude::*;

use super::{
    question,
    start::{use_form_keys, use_start},
    what_happens,
};
use crate::{
    backend,
    components::{Button, Far, Field, Ico, KeyForm, KeyQuestion, stop},
    state::use_app,
};

#[derive(Properties, PartialEq)]
pub(super) struct RestoreProps {
    pub(super) keyring: bool,
    pub(super) ondone: Callback<AppStatus>,
    pub(super) onback: Callback<()>,
}

#[component]
pub(super) fn Restore(props: &RestoreProps) -> Html {
    let app = use_app();
    let tr = &app.tr;
    let path = use_state(String::new);
    let passphrase = use_state(String::new);
    let key = use_state(|| KeyForm::new(props.keyring));
    let start = use_start();
    let submit = {
        let (path, passphrase, key, start, ondone) = (path.clone(), passphrase.clone(), key.clone(), start.clone(), props.ondone.clone());
        move || {
            let wrong = path.is_empty().then_some("#restore-file").or_else(|| passphrase.is_empty().then_some("#restore-passphrase"));
            let wrong = wrong.or_else(|| key.wrong());
            let passphrase = SecretText::new((*passphrase).clone());
            start.send(wrong, BackupRestore { path: (*path).clone(), passphrase, key: key.choice() }, &ondone);
        }
    };
    let onback = {
        let (onback, busy) = (props.onback.clone(), start.busy());
        Callback::from(move |()| {
            // Whoever goes back while it is being restored wants none of it.
            if busy {
                stop(Job::Backup);
            }
            onback.emit(());
        })
    };
    let onsubmit = use_form_keys(submit, onback.clone());
    let onfile = {
        let path = path.setter();
        Callback::from(move |()| {
            let path = path.clone();
            wasm_bindgen_futures::spawn_local(async move {
                if let Some(chosen) = backend::pick(backend::Pick::One(&["praesto-backup", "age"])).await.into_iter().next() {
                    path.set(chosen);
                }
            });
        })
    };
    let ontyped = {
        let passphrase = passphrase.setter();
        Callback::from(move |text| passphrase.set(text))
    };
    let onkey = {
        let key = key.setter();
        Callback::from(move |form| key.set(form))
    };
    let file_wrong = start.tried() && path.is_empty();
    let wrong = (start.tried() && passphrase.is_empty()).then(|| tr.t("restore-passphrase-missing"));
    html! {
        <>
            <h2>{tr.t("welcome-restore")}</h2>
            <p class="t2">{tr.t("welcome-three-questions")}</p>
            <form class="pf-v6-c-form w__form" {onsubmit} oninput={start.oninput()} novalidate=true>
                {question(1, html! { <>
                    <div class="pf-v6-c-form__label q__label"><span class="pf-v6-c-form__label-text">{tr.t("restore-file")}</span></div>
                    <Button id="restore-file" ico={Ico::Folder} label={tr.t("restore-choose")} onclick={onfile} />
                    <div role="status">
                        if !path.is_empty() { <p class="s break" data-test="restore-chosen">{(*path).clone()}</p> }
                        if file_wrong { <p class="helper helper--wrong">{tr.t("restore-file-missing")}</p> }
                    </div>
                </> })}
                {question(2, html! {
                    <Field id="restore-passphrase" kind="password" label={tr.t("restore-passphrase")} help={tr.t("restore-passphrase-help")}
                        value={(*passphrase).clone()} {wrong} oninput={ontyped} />
                })}
                {question(3, html! { <KeyQuestion form={(*key).clone()} keyring={props.keyring} tried={start.tried()} onchange={onkey} /> })}
                <Far job={Job::Backup} busy={start.busy()} label={tr.t("restore-busy")} />
                {start.foot("restore", &onback)}
            </form>
            {what_happens(tr.t("restore-next"), vec![
                (Ico::Computer, tr.t("restore-next-computer")),
                (Ico::Exchange, tr.t("restore-next-sync")),
            ])}
        </>
    }
}
