//! The second signature: what is signed stands before whoever signs.

use praesto_contract::CaseSign;
use yew::prelude::*;

use super::{acts, conflicts::by, decide::OverProps, form};
use crate::{
    components::{Ask, use_sending},
    state::use_app,
};

#[component]
pub(super) fn Sign(props: &OverProps) -> Html {
    let app = use_app();
    let tr = &app.tr;
    let view = &props.view;
    let sending = use_sending();
    let decision = acts::to_sign(view).cloned();
    {
        // A colleague may have signed, or withdrawn it, meanwhile.
        let onclose = props.onclose.clone();
        use_effect_with(decision.is_none(), move |gone| {
            if *gone {
                onclose.emit(());
            }
        });
    }
    let Some(decision) = decision else { return html! {} };
    let onsubmit = {
        let (ops, onclose, sending) = (props.ops.clone(), props.onclose.clone(), sending.clone());
        let (id, fingerprint) = (decision.id, decision.fingerprint.clone());
        Callback::from(move |()| {
            let (ops, onclose) = (ops.clone(), onclose.clone());
            sending.send(CaseSign { case: ops.case, decision: id, fingerprint: fingerprint.clone() }, move |view| {
                onclose.emit(());
                ops.take(Ok(view), Some("said-signed"));
            });
        })
    };
    html! {
        <Ask id="sign" title={tr.f("sign-title", &[("reference", view.reference.clone().into())])} lead={tr.t("sign-lead")}
            act={tr.t("decision-sign")} first="#sign-do" {sending} drafts={Vec::new()} {onsubmit} onclose={props.onclose.clone()}>
            <div class="val">
                <div class="val__v">{app.outcome_name(&view.case_type, &decision.outcome)}<small class="pre">{decision.reason.clone()}</small></div>
                {by(tr, &decision.by)}
            </div>
            { for form::missing(&app, view).map(|text| html! { <p class="s">{text}</p> }) }
        </Ask>
    }
}
