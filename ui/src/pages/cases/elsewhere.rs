//! A file of the case in another program: what that means is said once, before the first copy leaves.

use praesto_contract::{AttachmentId, FileEdit};
use yew::prelude::*;

use super::ops::Ops;
use crate::{
    backend,
    components::{Dialog, Foot},
    keys::focus,
    state::{Act, use_app},
};

/// A file that is to be opened in another program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Changing {
    pub(super) attachment: AttachmentId,
    pub(super) name: String,
}

/// Opens a copy in the program that this computer has for it; an error is shown over the case.
pub(super) fn open(ops: &Ops, one: &Changing) {
    let ops = ops.clone();
    let request = FileEdit { case: ops.case, attachment: one.attachment, version: None, start: true };
    backend::run(request, move |answer| match answer {
        Ok(elsewhere) => {
            ops.failed.emit(None);
            ops.app.dispatch(Act::Elsewhere(elsewhere));
            ops.app.dispatch(Act::CasesChanged);
        }
        Err(error) => ops.failed.emit(Some(error)),
    });
}

#[derive(Properties, PartialEq)]
pub(super) struct WarningProps {
    pub(super) one: Changing,
    pub(super) ops: Ops,
    pub(super) onclose: Callback<()>,
}

/// What happens when a copy leaves: asked once on each computer.
#[component]
pub(super) fn Warning(props: &WarningProps) -> Html {
    let app = use_app();
    let tr = &app.tr;
    use_effect_with((), |()| focus("#elsewhere-do"));
    let onsubmit = {
        let (one, ops, onclose) = (props.one.clone(), props.ops.clone(), props.onclose.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            onclose.emit(());
            open(&ops, &one);
        })
    };
    html! {
        <Dialog id="elsewhere-dialog" title={tr.f("elsewhere-warn-title", &[("name", props.one.name.clone().into())])} onclose={props.onclose.clone()}>
            <form class="pf-v6-c-form stack16" {onsubmit} novalidate=true>
                <ul class="pf-v6-c-list">
                    <li>{tr.t("elsewhere-warn-copy")}</li>
                    <li>{tr.t("elsewhere-warn-saves")}</li>
                    <li>{tr.t("elsewhere-warn-lock")}</li>
                    <li>{tr.t("elsewhere-warn-log")}</li>
                </ul>
                <Foot id="elsewhere-do" label={tr.t("elsewhere-do")} error={None} oncancel={props.onclose.clone()} />
            </form>
        </Dialog>
    }
}
