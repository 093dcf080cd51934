//! Inviting a person: a code to hand over, and the fingerprint to compare.

use praesto_contract::{ApiError, InvitationCreate, InvitationView};
use yew::prelude::*;

use crate::{
    backend,
    components::{Button, Dialog, Field, Ico, Kind, Problem},
    keys::focus,
    state::use_app,
};

#[derive(Properties, PartialEq)]
pub(super) struct InviteProps {
    pub(super) onclose: Callback<()>,
}

#[component]
pub(super) fn Invite(props: &InviteProps) -> Html {
    let app = use_app();
    let tr = &app.tr;
    let name = use_state(String::new);
    let tried = use_state(|| false);
    let busy = use_state(|| false);
    let error = use_state(|| None::<ApiError>);
    let made = use_state(|| None::<InvitationView>);
    use_effect_with((), |()| focus("#invite-name"));
    let onname = {
        let name = name.clone();
        Callback::from(move |text| name.set(text))
    };
    let onsubmit = {
        let (name, tried, busy, error, made) = (name.clone(), tried.clone(), busy.clone(), error.clone(), made.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            tried.set(true);
            if name.trim().is_empty() || *busy {
                focus("#invite-name");
                return;
            }
            busy.set(true);
            let (busy, error, made) = (busy.clone(), error.clone(), made.clone());
            backend::run(InvitationCreate { person_name: name.trim().to_owned() }, move |answer| {
                busy.set(false);
                match answer {
                    Ok(view) => {
                        made.set(Some(view));
                        focus("#invite-copy");
                    }
                    Err(problem) => error.set(Some(problem)),
                }
            });
        })
    };
    let wrong = (*tried && name.trim().is_empty()).then(|| tr.t("name-missing"));
    let Some(view) = &*made else {
        return html! {
            <Dialog id="invite-dialog" title={tr.t("invite")} lead={tr.t("invite-lead")} onclose={props.onclose.clone()}>
                <form class="pf-v6-c-form stack16" {onsubmit} novalidate=true>
                    <Field id="invite-name" label={tr.t("invite-name")} help={tr.t("invite-name-help")} value={(*name).clone()} {wrong} oninput={onname} />
                    <Problem error={(*error).clone()} />
                    <div class="acts">
                        <Button id="invite-do" submit=true kind={Kind::Primary} disabled={*busy} label={tr.t(if *busy { "invite-busy" } else { "invite-do" })} keys={&["↵"]} />
                        <Button kind={Kind::Tertiary} label={tr.t("cancel")} keys={&["Esc"]} onclick={props.onclose.clone()} />
                    </div>
                </form>
            </Dialog>
        };
    };
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
