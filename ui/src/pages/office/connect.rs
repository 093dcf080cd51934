//! Giving an office that was made without a server one, so that colleagues can be invited.

use praesto_contract::ServerSet;
use yew::prelude::*;

use crate::{
    components::{Ask, Field, Loose, use_sending},
    drafts::use_draft,
    state::{Act, use_app},
};

#[derive(Properties, PartialEq)]
pub(super) struct ConnectProps {
    pub(super) onclose: Callback<()>,
}

#[component]
pub(super) fn Connect(props: &ConnectProps) -> Html {
    html! { <Loose><Form onclose={props.onclose.clone()} /></Loose> }
}

#[component]
fn Form(props: &ConnectProps) -> Html {
    let app = use_app();
    let tr = &app.tr;
    let server = use_draft("connect-server");
    let sending = use_sending();
    let onsubmit = {
        let (app, server, sending, onclose) = (app.clone(), server.clone(), sending.clone(), props.onclose.clone());
        Callback::from(move |()| {
            let (app, draft, onclose) = (app.clone(), server.clone(), onclose.clone());
            sending.send(ServerSet { server: server.trimmed() }, move |status| {
                draft.discard();
                onclose.emit(());
                app.dispatch(Act::Status(status));
            });
        })
    };
    html! {
        <Ask id="connect" title={tr.t("connect")} lead={tr.t("connect-lead")} act={tr.t("connect-do")} first="#connect-server" {sending}
            drafts={vec![server.clone()]} {onsubmit} onclose={props.onclose.clone()}>
            <Field id="connect-server" mono=true label={tr.t("connect-server")} help={tr.t("connect-help")} value={server.text()} oninput={server.oninput()} />
        </Ask>
    }
}
