//! What this computer holds and why, what waits, what was set aside, what the server said that is not true.

mod backup;
mod held;
mod report;
mod set_aside;
mod side;
pub(crate) mod waiting;

use praesto_contract::{ApiError, FindingsNote, KeyPolicy, SetAsideRetry, ThisComputer, ThisComputerGet};
use yew::prelude::*;

use crate::{
    backend::{self, Newest},
    components::Problem,
    keys::{letter, use_keys},
    pages::cases::access::Left,
    state::{Act, use_app},
};

#[component]
pub(crate) fn Computer() -> Html {
    let app = use_app();
    let tr = &app.tr;
    let computer = use_state(|| None::<ThisComputer>);
    let error = use_state(|| None::<ApiError>);
    let busy = use_state(|| false);
    let newest = use_memo((), |()| Newest::default());
    {
        let (computer, error, newest) = (computer.setter(), error.setter(), newest.clone());
        let sync = app.sync.as_ref().map(|sync| (sync.waiting, sync.set_aside, sync.findings));
        use_effect_with((app.cases, sync, app.minute), move |_| {
            newest.run(ThisComputerGet {}, move |answer| match answer {
                Ok(read) => computer.set(Some(read)),
                Err(problem) => error.set(Some(problem)),
            });
        });
    }
    let retry = {
        let (computer, error, busy, app, newest) = (computer.clone(), error.clone(), busy.clone(), app.clone(), newest.clone());
        Callback::from(move |()| {
            if *busy {
                return;
            }
            busy.set(true);
            let (computer, error, busy, app, newest) = (computer.clone(), error.clone(), busy.clone(), app.clone(), newest.clone());
            backend::run(SetAsideRetry {}, move |answer| {
                busy.set(false);
                match answer {
                    Ok(read) => {
                        let text = app.tr.n("set-aside-count", read.set_aside.len() as u64);
                        app.dispatch(Act::Toast { text, danger: false, undo: None });
                        newest.overtake();
                        computer.set(Some(read));
                    }
                    Err(problem) => error.set(Some(problem)),
                }
            });
        })
    };
    {
        let (app, retry) = (app.clone(), retry.clone());
        let any = computer.as_ref().is_some_and(|computer| !computer.set_aside.is_empty());
        use_keys(false, move |event| {
            let asked = any && letter(event, app.settings.letter_keys).as_deref() == Some("r");
            if asked {
                retry.emit(());
            }
            asked
        });
    }
    let onnote = {
        let (computer, error, newest) = (computer.setter(), error.setter(), newest.clone());
        Callback::from(move |last| {
            let (computer, error) = (computer.clone(), error.clone());
            newest.run(FindingsNote { last }, move |answer| match answer {
                Ok(read) => computer.set(Some(read)),
                Err(problem) => error.set(Some(problem)),
            });
        })
    };
    let Some(computer) = &*computer else {
        return html! {
            <div class="page" aria-busy={error.is_none().to_string()}>
                <div class="page__head"><div><h1>{tr.t("area-computer")}</h1></div></div>
                <div class="sec"><Problem error={(*error).clone()} /></div>
            </div>
        };
    };
    let lock = if computer.lock_minutes == 0 {
        tr.t("computer-never-locks")
    } else {
        tr.f("computer-locks", &[("time", tr.words().duration(u64::from(computer.lock_minutes) * 60).into())])
    };
    let opens = tr.f("computer-opens", &[("with", tr.t(&format!("key-policy-{}.short", crate::i18n::code(&computer.policy))).into())]);
    html! {
        <div class="page">
            <div class="page__head"><div>
                <h1>{tr.t("area-computer")}</h1>
                <p>{format!("{}. {} {} {}", computer.device_name, tr.t("computer-sealed"), opens, lock)}</p>
            </div></div>
            <div class="tc">
                <div class="l" data-pane="main" tabindex="0" aria-label={tr.t("area-computer")} role="region">
                    <Problem error={(*error).clone().or_else(|| app.sync.as_ref().and_then(|sync| sync.problem).map(ApiError::new))} />
                    <held::Held computer={computer.clone()} />
                    <waiting::Waiting rows={computer.waiting.clone()} />
                    <set_aside::SetAside rows={computer.set_aside.clone()} busy={*busy} onretry={retry} />
                    <Left />
                    <backup::Backup asks={computer.policy != KeyPolicy::Keyring} />
                    <set_aside::Findings rows={computer.findings.clone()} {onnote} />
                </div>
                <side::Side computer={computer.clone()} />
            </div>
        </div>
    }
}
