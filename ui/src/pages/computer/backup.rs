//! Making a backup of all that is here: a passphrase of its own, one file, how far it is, and a way to stop it.

use praesto_contract::{BackupMake, Job, SecretText};
use yew::prelude::*;

use crate::{
    backend,
    components::{Ask, Button, Field, Ico, KeyForm, Passphrases, icon, use_sending},
    keys::{focus, letter, use_keys},
    state::{Act, use_app},
};

#[derive(Properties, PartialEq)]
pub(super) struct BackupProps {
    /// Whether a passphrase opens this computer, which is then asked for.
    pub(super) asks: bool,
}

/// The part of the page that offers it.
#[component]
pub(super) fn Backup(props: &BackupProps) -> Html {
    let app = use_app();
    let tr = &app.tr;
    let open = use_state(|| false);
    let show = |on: bool| {
        let open = open.setter();
        Callback::from(move |()| open.set(on))
    };
    let sample = app.office().is_some_and(|office| office.sample);
    {
        let (onopen, letters) = (show(true), app.settings.letter_keys);
        use_keys(false, move |event| {
            let asked = !sample && letter(event, letters).as_deref() == Some("b");
            if asked {
                onopen.emit(());
            }
            asked
        });
    }
    html! {
        <section class="sec" id="backup">
            <h2>{icon(Ico::Shield)}{tr.t("backup")}</h2>
            <p class="s t2">{tr.t("backup-lead")}</p>
            <div class="under"><Button id="backup-open" small=true disabled={sample} label={tr.t("backup-open")} keys={&["B"]} onclick={show(true)} /></div>
            if *open { <Make asks={props.asks} onclose={show(false)} /> }
        </section>
    }
}

#[derive(Properties, PartialEq)]
struct MakeProps {
    asks: bool,
    onclose: Callback<()>,
}

#[component]
fn Make(props: &MakeProps) -> Html {
    let app = use_app();
    let tr = &app.tr;
    let key = use_state(|| KeyForm::new(false));
    let current = use_state(String::new);
    let current_missing = props.asks && current.is_empty();
    let tried = use_state(|| false);
    let sending = use_sending();
    let onkey = {
        let key = key.setter();
        Callback::from(move |form| key.set(form))
    };
    let oncurrent = {
        let current = current.setter();
        Callback::from(move |text| current.set(text))
    };
    let onsubmit = {
        let (app, key, tried, sending, onclose) = (app.clone(), (*key).clone(), tried.setter(), sending.clone(), props.onclose.clone());
        let current = props.asks.then(|| (*current).clone());
        Callback::from(move |()| {
            tried.set(true);
            if let Some(wrong) = current_missing.then_some("#backup-current").or_else(|| key.wrong()) {
                return focus(wrong);
            }
            let (app, key, sending, onclose) = (app.clone(), key.clone(), sending.clone(), onclose.clone());
            let current = current.clone();
            wasm_bindgen_futures::spawn_local(async move {
                let name = app.office().map(|office| format!("{} {}", office.name, office.device_name)).unwrap_or_default();
                let name = name.chars().map(|sign| if sign.is_alphanumeric() || sign == ' ' { sign } else { '-' }).collect::<String>();
                let Some(path) = backend::pick_save(&format!("{}.praesto-backup", name.trim())).await else { return };
                let passphrase = SecretText::new(key.first.clone());
                let request = BackupMake { path, passphrase, current_passphrase: current.map(SecretText::new) };
                sending.send(request, move |made| {
                    onclose.emit(());
                    app.dispatch(Act::CasesChanged);
                    app.dispatch(Act::Toast {
                        text: app.tr.f("backup-made", &[("path", made.path.into()), ("size", app.tr.words().bytes(made.bytes).into())]),
                        danger: false,
                        undo: None,
                    });
                });
            });
        })
    };
    let busy = sending.busy();
    html! {
        <Ask id="backup" title={tr.t("backup-title")} lead={tr.t("backup-passphrase-lead")} act={tr.t(if busy { "backup-busy" } else { "save-do" })}
            first={if props.asks { "#backup-current" } else { "#passphrase" }} {sending} job={Job::Backup} {onsubmit} onclose={props.onclose.clone()}>
            if props.asks {
                <Field id="backup-current" kind="password" complete="current-password" label={tr.t("backup-current")} value={(*current).clone()}
                    wrong={(*tried && current_missing).then(|| tr.t("backup-current-missing"))} oninput={oncurrent} />
            }
            <Passphrases form={(*key).clone()} tried={*tried} onchange={onkey} />
            <p class="s">{tr.t("backup-keep")}</p>
        </Ask>
    }
}
