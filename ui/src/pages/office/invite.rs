//! Inviting a person: a code to hand over, and the fingerprint to compare.

use praesto_contract::{InvitationCreate, InvitationView};
use yew::prelude::*;

use crate::{
    components::{Ask, Button, Dialog, Field, Ico, Kind, Loose, use_sending},
    drafts::use_draft,
    keys::focus,
    state::use_app,
};

#[derive(Properties, PartialEq)]
pub(super) struct InviteProps {
    pub(super) onclose: Callback<()>,
}

/// Asks whom to invite, then shows the code.
#[component]
pub(super) fn Invite(props: &InviteProps) -> Html {
    let made = use_state(|| None::<InvitationView>);
    let onmade = {
        let made = made.setter();
        Callback::from(move |view| made.set(Some(view)))
    };
    match &*made {
        None => html! { <Loose><Whom onclose={props.onclose.clone()} {onmade} /></Loose> },
        Some(view) => html! { <Made view={view.clone()} onclose={props.onclose.clone()} /> },
    }
}

#[derive(Properties, PartialEq)]
struct WhomProps {
    onmade: Callback<InvitationView>,
    onclose: Callback<()>,
}

#[component]
fn Whom(props: &WhomProps) -> Html {
    let app = use_app();
    let tr = &app.tr;
    let name = use_draft("invite-name");
    let tried = use_state(|| false);
    let sending = use_sending();
    let onsubmit = {
        let (name, tried, sending, onmade) = (name.clone(), tried.setter(), sending.clone(), props.onmade.clone());
        Callback::from(move |()| {
            tried.set(true);
            if name.trimmed().is_empty() {
                focus("#invite-name");
                return;
            }
            let (draft, onmade) = (name.clone(), onmade.clone());
            sending.send(InvitationCreate { person_name: name.trimmed() }, move |view| {
                draft.discard();
                onmade.emit(view);
            });
        })
    };
    let wrong = (*tried && name.trimmed().is_empty()).then(|| tr.t("name-missing"));
    let act = tr.t(if sending.busy() { "invite-busy" } else { "invite-do" });
    html! {
        <Ask id="invite" title={tr.t("invite")} lead={tr.t("invite-lead")} {act} first="#invite-name" {sending} drafts={vec![name.clone()]} {onsubmit} onclose={props.onclose.clone()}>
            <Field id="invite-name" label={tr.t("invite-name")} help={tr.t("invite-name-help")} value={name.text()} {wrong} oninput={name.oninput()} />
        </Ask>
    }
}

#[derive(Properties, PartialEq)]
struct MadeProps {
    view: InvitationView,
    onclose: Callback<()>,
}

#[component]
fn Made(props: &MadeProps) -> Html {
    let app = use_app();
    let tr = &app.tr;
    let view = &props.view;
    use_effect_with((), |()| focus("#invite-copy"));
    let oncopy = {
        let (app, code) = (app.clone(), view.code.clone());
        Callback::from(move |()| crate::shell::copy(&app, code.clone()))
    };
    html! {
        <Dialog id="invite-dialog" title={tr.f("invite-made", &[("name", view.person_name.clone().into())])} lead={tr.t("invite-made-lead")} wide=true onclose={props.onclose.clone()}>
            <dl class="inv">
                <dt>{tr.t("join-code")}</dt><dd><code class="fp code" id="invite-code">{view.code.clone()}</code></dd>
                <dt>{tr.t("health-fingerprint")}</dt><dd><span class="fp" id="invite-fingerprint">{view.fingerprint.clone()}</span></dd>
                <dt>{tr.t("invite-until")}</dt><dd>{tr.moment(view.expires_at)}</dd>
            </dl>
            <p class="s t2">{tr.t("invite-hand-over")}</p>
            <div class="acts">
                <Button id="invite-copy" kind={Kind::Primary} ico={Ico::Copy} label={tr.t("copy-code")} onclick={oncopy} />
                <Button id="invite-close" kind={Kind::Tertiary} label={tr.t("close")} keys={&["Esc"]} onclick={props.onclose.clone()} />
            </div>
        </Dialog>
    }
}
