//! Decisions of the case, newest first, with what became of each.

use praesto_contract::{CaseChange, CaseView, DecisionView};
use yew::prelude::*;

use super::{distinct::distinct, ops::Ops};
use crate::{
    components::{Button, Ico, label},
    i18n::Tr,
    state::use_app,
};

#[derive(Properties, PartialEq)]
pub(super) struct DecisionsProps {
    pub(super) view: CaseView,
    pub(super) ops: Ops,
    pub(super) ondecide: Callback<()>,
}

#[component]
pub(super) fn Decisions(props: &DecisionsProps) -> Html {
    let app = use_app();
    let tr = &app.tr;
    html! {
        <section class="blk" aria-labelledby="decisions-title">
            <div class="hd"><h2 id="decisions-title">{tr.t("tab-decisions")}</h2><span class="sp t3">{tr.t(if app.alone() { "decisions-rule-alone" } else { "decisions-rule" })}</span></div>
            if props.view.decisions.is_empty() {
                <p class="s t3">{tr.t("decisions-none")}</p>
                <div class="under"><Button small=true ico={Ico::Decide} label={tr.t("decide")} keys={&["D"]} onclick={props.ondecide.clone()} /></div>
            }
            <ul class="decisions" id="decisions">
                { for props.view.decisions.iter().zip(distinct(props.view.decisions.iter().map(|decision| decision.id))).map(|(decision, key)| {
                    let (ops, id, withdrawn) = (props.ops.clone(), decision.id, decision.withdrawn);
                    let onclick = Callback::from(move |()| {
                        ops.edit(vec![CaseChange::WithdrawDecision { id, withdrawn: !withdrawn }], Some(if withdrawn { "said-decision-restored" } else { "said-decision-withdrawn" }));
                    });
                    html! {
                        <li {key} class={classes!("decision", (decision.withdrawn || decision.replaced).then_some("decision--gone"))} data-test="decision">
                            <div class="row wrap"><b>{decision.outcome.clone()}</b>{standing(tr, decision)}</div>
                            if !decision.reason.is_empty() { <p class="s pre">{decision.reason.clone()}</p> }
                            <p class="xs t3">{format!("{} · {} · {}", tr.by(&decision.by), tr.moment(decision.by.at), decision.by.device_name)}</p>
                            if decision.by.me && !decision.replaced {
                                <div class="under"><Button small=true ico={Ico::Back} label={tr.t(if withdrawn { "decision-restore" } else { "decision-withdraw" })} {onclick} /></div>
                            }
                        </li>
                    }
                }) }
            </ul>
        </section>
    }
}

/// What became of a decision.
fn standing(tr: &Tr, decision: &DecisionView) -> Html {
    if decision.withdrawn {
        label("", None, tr.t("decision-is-withdrawn"))
    } else if decision.replaced {
        label("", None, tr.t("decision-is-replaced"))
    } else if decision.contradicted {
        label("is-conflict", Some(Ico::Fork), tr.t("decision-is-contradicted"))
    } else if decision.provisional {
        label("is-warning", Some(Ico::TrayOut), tr.t("waiting-provisional"))
    } else {
        label("is-success", Some(Ico::Tick), tr.t("decision-stands"))
    }
}
