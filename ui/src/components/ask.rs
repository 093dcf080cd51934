//! A dialog that asks for something and sends it off: one frame for the fields, what was refused, the two buttons and the draft.

use praesto_contract::{ApiError, Command, Job};
use yew::prelude::*;

use super::{Dialog, Far, Foot, stop};
use crate::{backend, drafts::Draft, keys::focus};

#[derive(Properties)]
pub(crate) struct AskProps {
    /// Id of the dialog; the button that sends is called `<id>-do`.
    pub(crate) id: &'static str,
    pub(crate) title: AttrValue,
    pub(crate) lead: AttrValue,
    /// What stands on the button that sends.
    pub(crate) act: AttrValue,
    /// The field that has the focus at first.
    pub(crate) first: &'static str,
    pub(crate) sending: Sending,
    /// What takes its time: how far it is is shown, and whoever leaves meanwhile wants none of it.
    #[prop_or_default]
    pub(crate) job: Option<Job>,
    #[prop_or_default]
    pub(crate) drafts: Vec<Draft>,
    pub(crate) onsubmit: Callback<()>,
    pub(crate) onclose: Callback<()>,
    pub(crate) children: Html,
}

impl PartialEq for AskProps {
    /// As for the mark of a draft within: always drawn again.
    fn eq(&self, _: &Self) -> bool {
        false
    }
}

#[component]
pub(crate) fn Ask(props: &AskProps) -> Html {
    let first = props.first;
    use_effect_with((), move |()| focus(first));
    let onsubmit = props.onsubmit.reform(|event: SubmitEvent| event.prevent_default());
    let busy = props.sending.busy();
    let onclose = {
        let (onclose, job) = (props.onclose.clone(), props.job.filter(|_| busy));
        Callback::from(move |()| {
            if let Some(job) = job {
                stop(job);
            }
            onclose.emit(());
        })
    };
    html! {
        <Dialog id={format!("{}-dialog", props.id)} title={props.title.clone()} lead={props.lead.clone()} onclose={onclose.clone()}>
            <form class="pf-v6-c-form stack16" {onsubmit} novalidate=true>
                {props.children.clone()}
                { for props.job.map(|job| html! { <Far {job} {busy} label={props.act.clone()} /> }) }
                <Foot id={format!("{}-do", props.id)} {busy} label={props.act.clone()} error={props.sending.error()}
                    drafts={props.drafts.clone()} oncancel={onclose} />
            </form>
        </Dialog>
    }
}

/// A request that is sent once, however often its button is pressed.
#[derive(Clone)]
pub(crate) struct Sending {
    busy: UseStateHandle<bool>,
    error: UseStateHandle<Option<ApiError>>,
}

#[hook]
pub(crate) fn use_sending() -> Sending {
    Sending { busy: use_state(|| false), error: use_state(|| None) }
}

impl Sending {
    pub(crate) fn busy(&self) -> bool {
        *self.busy
    }

    /// What was refused.
    pub(crate) fn error(&self) -> Option<ApiError> {
        (*self.error).clone()
    }

    /// Shows that something came of nothing after all.
    pub(crate) fn fail(&self, problem: ApiError) {
        self.error.set(Some(problem));
    }

    /// Sends a request, unless one is under way, and hands over its answer.
    pub(crate) fn send<C: Command + 'static>(&self, request: C, done: impl FnOnce(C::Output) + 'static) {
        self.wait(backend::call(request), done);
    }

    /// As [`send`](Self::send), for what takes more than one request.
    pub(crate) fn wait<T: 'static>(&self, work: impl Future<Output = Result<T, ApiError>> + 'static, done: impl FnOnce(T) + 'static) {
        if *self.busy {
            return;
        }
        self.busy.set(true);
        self.error.set(None);
        let (busy, error) = (self.busy.setter(), self.error.setter());
        wasm_bindgen_futures::spawn_local(async move {
            let answer = work.await;
            busy.set(false);
            match answer {
                Ok(answer) => done(answer),
                Err(problem) => error.set(Some(problem)),
            }
        });
    }
}
