//! A report for support: shown whole, and saved only then.

use praesto_contract::{ApiError, ReportMake, ReportSave};
use yew::prelude::*;

use crate::{
    backend,
    components::{Dialog, Foot},
    keys::focus,
    state::{Act, use_app},
};

/// What the file is called, unless somebody calls it otherwise.
const NAME: &str = "praesto-report.txt";

#[derive(Properties, PartialEq)]
pub(super) struct ReportProps {
    pub(super) onclose: Callback<()>,
}

#[component]
pub(super) fn Report(props: &ReportProps) -> Html {
    let app = use_app();
    let tr = &app.tr;
    let text = use_state(|| None::<String>);
    let error = use_state(|| None::<ApiError>);
    {
        let (text, error) = (text.setter(), error.setter());
        use_effect_with((), move |()| {
            focus("#report-text");
            backend::run(ReportMake {}, move |answer| match answer {
                Ok(report) => text.set(Some(report.text)),
                Err(problem) => error.set(Some(problem)),
            });
        });
    }
    let onsubmit = {
        let (app, error, onclose) = (app.clone(), error.setter(), props.onclose.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let (app, error, onclose) = (app.clone(), error.clone(), onclose.clone());
            wasm_bindgen_futures::spawn_local(async move {
                let Some(path) = backend::pick_save(NAME).await else { return };
                // The system's own dialog has asked whether a file that is there is to be replaced.
                match backend::call(ReportSave { path, overwrite: true }).await {
                    Ok(()) => {
                        onclose.emit(());
                        app.dispatch(Act::Toast { text: app.tr.t("report-saved"), danger: false, undo: None });
                    }
                    Err(problem) => error.set(Some(problem)),
                }
            });
        })
    };
    html! {
        <Dialog id="report-dialog" wide=true title={tr.t("report")} lead={tr.t("report-lead")} onclose={props.onclose.clone()}>
            <form class="pf-v6-c-form stack16" {onsubmit}>
                <div id="report-text" class="report pre mono" role="region" tabindex="0" aria-label={tr.t("report-text")} aria-busy={text.is_none().to_string()}>
                    {text.as_ref().cloned().unwrap_or_default()}
                </div>
                <Foot id="report-do" label={tr.t("report-do")} busy={text.is_none()} error={(*error).clone()} oncancel={props.onclose.clone()} />
            </form>
        </Dialog>
    }
}
