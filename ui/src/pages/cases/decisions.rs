//! Decisions of the case, newest first, with what became of each.

use praesto_contract::{CaseChange, CaseView, DecisionView, Who};
use yew::prelude::*;

use super::{acts, decide::second_signature, distinct::distinct, ops::Ops, pane::Ask};
use crate::{
    components::{Button, Ico, Kind, icon, label},
    i18n::{Tr, code},
    state::use_app,
};

#[derive(Properties, PartialEq)]
pub(super) struct DecisionsProps {
    pub(super) view: CaseView,
    pub(super) ops: Ops,
    pub(super) onshow: Callback<Ask>,
}

#[component]
pub(super) fn Decisions(props: &DecisionsProps) -> Html {
    let app = use_app();
    let tr = &app.tr;
    let view = &props.view;
    let can_decide = acts::outcomes(view).next().is_some();
    html! {
        <section class="blk" aria-labelledby="decisions-title">
            <div class="hd"><h2 id="decisions-title">{tr.t("tab-decisions")}</h2><span class="sp t3">{tr.t(if app.alone() { "decisions-rule-alone" } else { "decisions-rule" })}</span></div>
            if view.decisions.is_empty() {
                <p class="s t3">{tr.t(if can_decide { "decisions-none" } else { "decisions-not-here" })}</p>
                if can_decide {
                    <div class="under"><Button small=true ico={Ico::Decide} label={tr.t("decide")} keys={&["D"]} onclick={props.onshow.reform(|()| Ask::Decide)} /></div>
                }
            }
            <ul class="decisions" id="decisions">
                { for view.decisions.iter().zip(distinct(view.decisions.iter().map(|decision| decision.id))).map(|(decision, key)| html! {
                    <li {key} class={classes!("decision", (decision.withdrawn || decision.replaced).then_some("decision--gone"))} data-test="decision">
                        <One decision={decision.clone()} view={view.clone()} ops={props.ops.clone()} onshow={props.onshow.clone()} />
                    </li>
                }) }
            </ul>
        </section>
    }
}

#[derive(Properties, PartialEq)]
struct OneProps {
    decision: DecisionView,
    view: CaseView,
    ops: Ops,
    onshow: Callback<Ask>,
}

#[component]
fn One(props: &OneProps) -> Html {
    let app = use_app();
    let tr = &app.tr;
    let (decision, view) = (&props.decision, &props.view);
    let onwithdraw = {
        let (ops, id, withdrawn) = (props.ops.clone(), decision.id, decision.withdrawn);
        Callback::from(move |()| {
            let said = if withdrawn { "said-decision-restored" } else { "said-decision-withdrawn" };
            ops.edit(vec![CaseChange::WithdrawDecision { id, withdrawn: !withdrawn }], Some(said));
        })
    };
    let signature = acts::signature(view, decision.id);
    // What a second person signed is decided anew, and so is what could not be decided now.
    let again = decision.second.is_none() && acts::outcomes(view).any(|(one, refused)| one == decision.outcome && refused.is_none());
    let to_sign = acts::to_sign(view).is_some_and(|one| one.fingerprint == decision.fingerprint);
    let asked = app.case_type(&view.case_type).and_then(|one| one.outcomes.iter().find(|one| one.id == decision.outcome)?.second);
    let on_it = acts::letters(view).filter(|offer| offer.decision == Some(decision.id) && offer.refused.is_none());
    let letters: Vec<String> = on_it.map(|offer| offer.letter.clone()).collect();
    // Whoever changed their program asks for less than the type does.
    let alone = asked.is_some() && decision.second != asked && decision.second != Some(Who::Manager);
    html! {
        <>
            <div class="row wrap"><b>{app.outcome_name(&view.case_type, &decision.outcome)}</b>{standing(tr, decision)}</div>
            if !decision.reason.is_empty() { <p class="s pre">{decision.reason.clone()}</p> }
            <p class="xs t3">{format!("{} · {} · {}", tr.by(&decision.by), tr.moment(decision.by.at), decision.by.device_name)}</p>
            { for decision.signed.iter().map(|by| html! {
                <p class="xs t3" data-test="signed">{tr.f("decision-signed", &[("name", tr.by(by).into()), ("when", tr.moment(by.at).into())])}</p>
            }) }
            { for view.letters.iter().filter(|letter| letter.decision == Some(decision.id)).map(|letter| {
                let print = props.onshow.reform({ let id = letter.id; move |()| Ask::Print(id) });
                html! {
                    <p class="xs t3 row wrap" key={letter.id.to_string()} data-test="decision-letter">
                        {tr.f("decision-letter", &[("title", letter.title.clone().into()), ("when", tr.moment(letter.by.at).into()), ("name", tr.named(&letter.by.name, letter.by.me).into())])}
                        <Button small=true kind={Kind::Link} hook="decision-print" label={tr.t("letter-print")}
                            spoken={AttrValue::from(tr.f("letter-print-spoken", &[("title", letter.title.clone().into())]))} onclick={print} />
                    </p>
                }
            }) }
            if alone { <p class="s" data-test="alone">{icon(Ico::Triangle)}{tr.t("decision-alone")}</p> }
            if let (true, Some(who)) = (decision.waits, decision.second) {
                <p class="s" data-test="waits">{icon(Ico::Clock)}{second_signature(&app, who)}</p>
                if let Some(Err(why)) = signature {
                    <p class="xs t3">{tr.words().coded("act-refused", &code(&why))}</p>
                }
            }
            <div class="under row wrap">
                if to_sign {
                    <Button hook="sign" small=true kind={Kind::Primary} ico={Ico::Decide} label={tr.t("decision-sign")} keys={&["S"]} onclick={props.onshow.reform(|()| Ask::Sign)} />
                }
                { for letters.iter().map(|letter| {
                    let id = decision.id;
                    let title = app.letter_name(&view.case_type, letter);
                    html! {
                        <Button key={letter.clone()} hook="letter-on" small=true ico={Ico::File} label={tr.f("letter-write-on", &[("title", title.into())])}
                            onclick={props.onshow.reform(move |()| Ask::Letter(Some(id)))} />
                    }
                }) }
                if decision.mine && !decision.replaced && (!decision.withdrawn || again) {
                    <Button small=true ico={Ico::Back} label={tr.t(if decision.withdrawn { "decision-restore" } else { "decision-withdraw" })} onclick={onwithdraw} />
                }
            </div>
        </>
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
    } else if decision.waits {
        label("is-warning", Some(Ico::Clock), tr.t("decision-waits"))
    } else if decision.provisional {
        label("is-warning", Some(Ico::TrayOut), tr.t("waiting-provisional"))
    } else {
        label("is-success", Some(Ico::Tick), tr.t("decision-stands"))
    }
}
