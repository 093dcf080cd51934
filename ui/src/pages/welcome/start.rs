//! What all ways to start have in common: answers are looked at once, one request goes out at a time, and a refusal is said above the buttons.

use praesto_contract::{ApiError, AppStatus, Command, ErrorCode};
use yew::prelude::*;

use crate::{
    backend,
    components::{Button, Kind, Problem},
    keys::{focus, use_keys},
    state::use_app,
};

/// How starting stands.
#[derive(Clone)]
pub(super) struct Start {
    tried: UseStateHandle<bool>,
    busy: UseStateHandle<bool>,
    error: UseStateHandle<Option<ApiError>>,
}

#[hook]
pub(super) fn use_start() -> Start {
    Start { tried: use_state(|| false), busy: use_state(|| false), error: use_state(|| None) }
}

impl Start {
    /// Whether a missing answer is shown as missing.
    pub(super) fn tried(&self) -> bool {
        *self.tried
    }

    /// Whether a request is under way.
    pub(super) fn busy(&self) -> bool {
        *self.busy
    }

    /// Sends the request; where an answer is missing, the focus goes to its field instead.
    pub(super) fn send<C: Command<Output = AppStatus> + 'static>(
        &self,
        wrong: Option<&'static str>,
        request: C,
        ondone: &Callback<AppStatus>,
    ) {
        if *self.busy {
            return;
        }
        self.tried.set(true);
        if let Some(wrong) = wrong {
            focus(wrong);
            return;
        }
        self.busy.set(true);
        self.error.set(None);
        let (busy, error, ondone) = (self.busy.setter(), self.error.setter(), ondone.clone());
        backend::run(request, move |answer| {
            busy.set(false);
            match answer {
                Ok(status) => ondone.emit(status),
                // Whoever stopped it knows.
                Err(problem) if problem.code == ErrorCode::Stopped => {}
                Err(problem) => error.set(Some(problem)),
            }
        });
    }

    /// For whatever is typed or chosen in the form: what was refused was another answer.
    pub(super) fn oninput(&self) -> Callback<InputEvent> {
        let error = self.error.setter();
        Callback::from(move |_| error.set(None))
    }

    /// What was refused, and the two buttons: `<id>-do` names the one that starts, `<id>-busy` what it says meanwhile.
    pub(super) fn foot(&self, id: &'static str, onback: &Callback<()>) -> Html {
        html! { <Foot {id} busy={*self.busy} error={(*self.error).clone()} onback={onback.clone()} /> }
    }
}

#[derive(Properties, PartialEq)]
struct FootProps {
    id: AttrValue,
    busy: bool,
    error: Option<ApiError>,
    onback: Callback<()>,
}

#[component]
fn Foot(props: &FootProps) -> Html {
    let app = use_app();
    let label = app.tr.t(&format!("{}-{}", props.id, if props.busy { "busy" } else { "do" }));
    html! {
        <>
            <Problem error={props.error.clone()} focus=true />
            <div class="acts">
                <Button id={props.id.clone()} submit=true kind={Kind::Primary} {label} keys={&["Ctrl", "↵"]} disabled={props.busy} />
                <Button kind={Kind::Tertiary} label={app.tr.t("back")} keys={&["Esc"]} onclick={props.onback.clone()} />
            </div>
        </>
    }
}

/// Enter in the form, and Ctrl Enter anywhere, sends it; Esc goes back to the choice.
#[hook]
pub(super) fn use_form_keys(submit: impl Fn() + Clone + 'static, onback: Callback<()>) -> Callback<SubmitEvent> {
    let send = submit.clone();
    use_keys(false, move |event| match event.key().as_str() {
        "Enter" if event.ctrl_key() || event.meta_key() => {
            send();
            true
        }
        "Escape" => {
            onback.emit(());
            true
        }
        _ => false,
    });
    Callback::from(move |event: SubmitEvent| {
        event.prevent_default();
        submit();
    })
}
