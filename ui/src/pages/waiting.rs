//! Joined, but no colleague has let this computer in yet.

use gloo_timers::callback::Interval;
use praesto_contract::{ApiError, ErrorCode, OfficeView, VaultLock, WaitingLeave, WaitingLook};
use yew::prelude::*;

use super::welcome::Languages;
use crate::{
    backend,
    components::{Button, Ico, Kind, Problem, icon, mark},
    shell::{
        keybar::{Hint, KeyBar},
        proxy::ProxyDialog,
    },
    state::{Act, Layer, use_app},
};

/// How often to look by itself, in milliseconds.
const LOOK_EVERY: u32 = 5_000;

#[derive(Properties, PartialEq)]
pub(crate) struct WaitingProps {
    pub(crate) office: OfficeView,
}

#[component]
pub(crate) fn Waiting(props: &WaitingProps) -> Html {
    let app = use_app();
    let tr = &app.tr;
    let busy = use_state(|| false);
    let error = use_state(|| None::<ApiError>);
    let under_way = use_mut_ref(|| false);
    let look = {
        let (app, error, busy) = (app.dispatcher(), error.setter(), busy.setter());
        move || {
            // Once let in, a look brings the cases too, and may take longer than the pause between two.
            if under_way.replace(true) {
                return;
            }
            busy.set(true);
            let (app, error, busy, under_way) = (app.clone(), error.clone(), busy.clone(), under_way.clone());
            backend::run(WaitingLook {}, move |answer| {
                under_way.replace(false);
                busy.set(false);
                match answer {
                    Ok(status) => {
                        error.set(None);
                        app.dispatch(Act::Status(status));
                    }
                    Err(problem) => error.set(Some(problem)),
                }
            });
        }
    };
    {
        let look = look.clone();
        use_effect_with((), move |()| {
            let timer = Interval::new(LOOK_EVERY, look);
            move || drop(timer)
        });
    }
    let onclick = Callback::from(move |()| look());
    let used_up = error.as_ref().is_some_and(|error| error.code == ErrorCode::InvitationInvalid);
    let onleave = {
        let (app, error) = (app.dispatcher(), error.setter());
        Callback::from(move |()| {
            let (app, error) = (app.clone(), error.clone());
            backend::run(WaitingLeave {}, move |answer| match answer {
                Ok(status) => app.dispatch(Act::Status(status)),
                Err(problem) => error.set(Some(problem)),
            });
        })
    };
    // Who logs in to a proxy may have another password by now.
    let onproxy = {
        let app = app.clone();
        Callback::from(move |()| app.dispatch(Act::Layer(Layer::Proxy)))
    };
    let onlock = {
        let app = app.clone();
        Callback::from(move |()| {
            let app = app.clone();
            backend::run(VaultLock {}, move |answer| {
                if let Ok(status) = answer {
                    app.dispatch(Act::Status(status));
                }
            });
        })
    };
    html! {
        <div class="gate">
            <main class="gate__main" id="main">
                <div class="gate__box">
                    <div class="brand">{mark()}<b>{"Praesto"}</b></div>
                    <h1>{tr.t(if used_up { "waiting-used" } else { "waiting-title" })}</h1>
                    <p class="t2" role="status">{tr.f(if used_up { "waiting-used-lead" } else { "waiting-lead" }, &[("office", props.office.name.clone().into())])}</p>
                    if !used_up {
                        <ul class="next">
                            <li>{icon(Ico::Person)}<span>{tr.t("waiting-ask")}</span></li>
                            <li>{icon(Ico::Cloud)}<span>{tr.t("waiting-by-itself")}</span></li>
                            <li>{icon(Ico::Shield)}<span>{tr.t("waiting-safe")}</span></li>
                        </ul>
                    }
                    <p class="s gate__print">{tr.t("waiting-fingerprint")}{" "}<span class="fp">{props.office.fingerprint.clone()}</span></p>
                    <Problem error={(*error).clone().filter(|_| !used_up)} />
                    <div class="acts">
                        if used_up {
                            <Button id="waiting-leave" kind={Kind::Primary} label={tr.t("waiting-leave")} onclick={onleave} />
                        }
                        <Button id="check-now" kind={if used_up { Kind::Tertiary } else { Kind::Primary }} label={tr.t(if *busy { "waiting-checking" } else { "waiting-check" })} {onclick} />
                        <Button id="waiting-proxy" kind={Kind::Tertiary} label={tr.t("proxy-open")} onclick={onproxy} />
                        <Button kind={Kind::Tertiary} label={tr.t("lock")} onclick={onlock} />
                    </div>
                </div>
                <Languages />
            </main>
            if app.layer == Layer::Proxy {
                <ProxyDialog />
            }
            <KeyBar hints={vec![Hint::new(&["Tab"], tr.t("hint-next-field"))]} note={if used_up { String::new() } else { tr.t("waiting-note") }} />
        </div>
    }
}
