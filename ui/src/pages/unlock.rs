//! Opening the vault.

use praesto_contract::{ApiError, ErrorCode, KeyPolicy, SecretText, VaultUnlock, Whose};
use yew::prelude::*;

use super::welcome::Languages;
use crate::{
    backend,
    components::{Button, Field, Kind, Problem, mark},
    keys::focus,
    shell::keybar::{Hint, KeyBar},
    state::{Act, use_app},
};

#[derive(Properties, PartialEq)]
pub(crate) struct UnlockProps {
    pub(crate) policy: KeyPolicy,
    pub(crate) wait: u64,
    pub(crate) whose: Whose,
}

#[component]
pub(crate) fn Unlock(props: &UnlockProps) -> Html {
    let app = use_app();
    let tr = &app.tr;
    let asks = props.policy != KeyPolicy::Keyring;
    let passphrase = use_state(String::new);
    let busy = use_state(|| false);
    let error = use_state(|| None::<ApiError>);
    let wait = use_state(|| props.wait);
    {
        let wait = wait.clone();
        use_effect_with(props.wait, move |seconds| wait.set(*seconds));
    }
    {
        let wait = wait.clone();
        use_effect_with(*wait, move |seconds| {
            let left = *seconds;
            let timer = (left > 0).then(|| gloo_timers::callback::Timeout::new(1000, move || wait.set(left - 1)));
            move || drop(timer)
        });
    }
    use_effect_with((), move |()| focus(if asks { "#unlock-passphrase" } else { "#unlock" }));
    {
        let title = app.tr.t("unlock-title");
        use_effect_with((title, whose_words(&props.whose)), |(title, whose)| crate::shell::title(&[title, whose]));
    }
    let submit = {
        let (passphrase, busy, error, wait, app) = (passphrase.clone(), busy.clone(), error.clone(), wait.clone(), app.clone());
        move || {
            if *busy || *wait > 0 {
                return;
            }
            if asks && passphrase.is_empty() {
                focus("#unlock-passphrase");
                return;
            }
            busy.set(true);
            let secret = asks.then(|| SecretText::new((*passphrase).clone()));
            // Emptied now: what is typed while the answer is awaited is the next try.
            passphrase.set(String::new());
            let (busy, error, wait, app) = (busy.clone(), error.clone(), wait.clone(), app.clone());
            backend::run(VaultUnlock { passphrase: secret }, move |answer| {
                busy.set(false);
                match answer {
                    Ok(status) => app.dispatch(Act::Status(status)),
                    Err(problem) => {
                        if problem.code == ErrorCode::TooManyAttempts {
                            wait.set(problem.args.get("seconds").and_then(|seconds| seconds.parse().ok()).unwrap_or(5));
                        }
                        error.set(Some(problem));
                        focus("#unlock-passphrase");
                    }
                }
            });
        }
    };
    let onsubmit = Callback::from(move |event: SubmitEvent| {
        event.prevent_default();
        submit();
    });
    let oninput = {
        let passphrase = passphrase.clone();
        Callback::from(move |text| passphrase.set(text))
    };
    let shown = (*error).clone().filter(|problem| problem.code != ErrorCode::TooManyAttempts || *wait > 0);
    let counted = shown.map(|problem| if problem.code == ErrorCode::TooManyAttempts { problem.with("seconds", *wait) } else { problem });
    html! {
        <div class="gate">
            <main class="gate__main" id="main">
                <div class="gate__box">
                    <div class="brand">{mark()}<b>{"Praesto"}</b></div>
                    <p class="gate__whose" data-test="whose">{whose_words(&props.whose)}</p>
                    <h1>{tr.t("unlock-title")}</h1>
                    <p class="t2">{tr.t(match props.policy {
                        KeyPolicy::Keyring => "unlock-lead-keyring",
                        KeyPolicy::Passphrase => "unlock-lead-passphrase",
                        KeyPolicy::Both => "unlock-lead-both",
                    })}</p>
                    <form class="pf-v6-c-form gate__form" {onsubmit} novalidate=true>
                        if asks {
                            <Field id="unlock-passphrase" kind="password" label={tr.t("passphrase")} value={(*passphrase).clone()} complete="current-password" {oninput} />
                        }
                        <Problem error={counted.clone()} />
                        if *wait > 0 && counted.is_none() {
                            <p class="st warning" role="status" data-test="unlock-wait">{tr.n("unlock-wait", *wait)}</p>
                        }
                        <div class="acts">
                            <Button id="unlock" submit=true kind={Kind::Primary} disabled={*busy || *wait > 0}
                                label={tr.t(if *busy { "unlock-busy" } else if asks { "unlock-do" } else { "unlock-keyring" })} keys={&["↵"]} />
                        </div>
                    </form>
                    <p class="xs t3">{tr.t(if asks { "unlock-note-passphrase" } else { "unlock-note-keyring" })}</p>
                </div>
                <Languages />
            </main>
            <KeyBar hints={vec![Hint::new(&["↵"], tr.t("hint-unlock")), Hint::new(&["Tab"], tr.t("hint-next-field"))]} note={tr.t("unlock-note")} />
        </div>
    }
}

/// "Elira Tomani, Municipality of Lindara", or the computer's name where no more is known.
fn whose_words(whose: &Whose) -> String {
    let known: Vec<&str> = [whose.person.as_str(), whose.office.as_str()].into_iter().filter(|name| !name.is_empty()).collect();
    if known.is_empty() { whose.computer.clone() } else { known.join(", ") }
}
