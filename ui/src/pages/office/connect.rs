//! Giving an office that was made without a server one, so that colleagues can be invited.

use praesto_contract::{ApiError, ServerSet};
use yew::prelude::*;

use crate::{
    backend,
    components::{Dialog, Field, Foot},
    keys::focus,
    state::{Act, use_app},
};

#[derive(Properties, PartialEq)]
pub(super) struct ConnectProps {
    pub(super) onclose: Callback<()>,
}

#[component]
pub(super) fn Connect(props: &ConnectProps) -> Html {
    let app = use_app();
    let tr = &app.tr;
    let server = use_state(String::new);
    let busy = use_state(|| false);
    let error = use_state(|| None::<ApiError>);
    use_effect_with((), |()| focus("#connect-server"));
    let oninput = {
        let server = server.setter();
        Callback::from(move |text| server.set(text))
    };
    let onsubmit = {
        let (app, server, busy, error, onclose) = (app.clone(), server.clone(), busy.clone(), error.setter(), props.onclose.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if *busy {
                return;
            }
            busy.set(true);
            let (app, busy, error, onclose) = (app.clone(), busy.clone(), error.clone(), onclose.clone());
            backend::run(ServerSet { server: server.trim().to_owned() }, move |answer| {
                busy.set(false);
                match answer {
                    Ok(status) => {
                        onclose.emit(());
                        app.dispatch(Act::Status(status));
                    }
                    Err(problem) => error.set(Some(problem)),
                }
            });
        })
    };
    html! {
        <Dialog id="connect-dialog" title={tr.t("connect")} lead={tr.t("connect-lead")} onclose={props.onclose.clone()}>
            <form class="pf-v6-c-form stack16" {onsubmit} novalidate=true>
                <Field id="connect-server" mono=true label={tr.t("connect-server")} help={tr.t("connect-help")} value={(*server).clone()} {oninput} />
                <Foot id="connect-do" busy={*busy} label={tr.t("connect-do")} error={(*error).clone()} oncancel={props.onclose.clone()} />
            </form>
        </Dialog>
    }
}
