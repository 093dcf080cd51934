//! Conflicts: both values, both people, both times; a person decides.

use praesto_contract::{
    Author, CaseChange, CaseView, ConflictSettle, ConflictValue, ConflictView, DecisionId, DecisionView, Place, Settlement,
};
use yew::prelude::*;

use super::{
    acts,
    dialogs::Asked,
    distinct::distinct,
    offers::{can_keep_both, contradicting, own_decision},
    ops::Ops,
    places::{place_code, place_name, place_value},
    removal,
};
use crate::{
    components::{Button, Ico, Keys, Kind, icon, label},
    i18n::{Tr, code},
    keys::{letter, use_keys},
    route::{Route, Tab},
    state::{App, use_app},
};

#[derive(Properties, PartialEq)]
pub(super) struct ConflictsProps {
    pub(super) view: CaseView,
    pub(super) ops: Ops,
    pub(super) ondecide: Callback<()>,
    pub(super) onask: Callback<()>,
    pub(super) onremove: Callback<()>,
}

#[component]
pub(super) fn Conflicts(props: &ConflictsProps) -> Html {
    let app = use_app();
    let tr = &app.tr;
    let view = &props.view;
    let clashing: Vec<_> = contradicting(view).cloned().collect();
    let mine = own_decision(view);
    let decides = acts::decides(view).unwrap_or(Ok(()));
    let withdraw = {
        let ops = props.ops.clone();
        Callback::from(move |id: DecisionId| {
            ops.edit(vec![CaseChange::WithdrawDecision { id, withdrawn: true }], Some("said-decision-withdrawn"));
        })
    };
    {
        // The keys act on the first conflict; each settled one makes room for the next.
        let (app, ops, first, withdraw) = (app.clone(), props.ops.clone(), view.conflicts.first().cloned(), withdraw.clone());
        use_keys(false, move |event| {
            // A key held down would settle the next conflict too.
            let Some(key) = letter(event, app.settings.letter_keys).filter(|_| !event.repeat()) else { return false };
            match (key.as_str(), &first) {
                ("w", _) => match mine {
                    Some(id) => withdraw.emit(id),
                    None => return false,
                },
                ("3", Some(conflict)) if can_keep_both(conflict) => settle(&ops, conflict, Settlement::KeepBothAsNote),
                (number @ ("1" | "2"), Some(conflict)) => {
                    let at = usize::from(number == "2");
                    if let Some(value) = conflict.values.get(at) {
                        settle(&ops, conflict, Settlement::Use { value_id: value.value_id.clone() });
                    }
                }
                _ => return false,
            }
            true
        });
    }
    html! {
        <div class="conflicts">
            <div class="pf-v6-c-alert pf-m-inline pf-m-custom" data-test="conflict-summary">
                <div class="pf-v6-c-alert__icon">{icon(Ico::Fork)}</div>
                <h2 class="pf-v6-c-alert__title">{summary(tr, view)}</h2>
                <div class="pf-v6-c-alert__description"><p>{tr.t("conflict-nothing-lost")}</p></div>
            </div>
            { for removal::contested(view).map(|removal| html! {
                <removal::Contested removal={removal.clone()} ops={props.ops.clone()} onremove={props.onremove.clone()} />
            }) }
            { for view.conflicts.iter().enumerate().map(|(at, conflict)| html! {
                <One key={format!("{:?}", conflict.place)} number={at + 1} conflict={conflict.clone()} ops={props.ops.clone()} />
            }) }
            if !clashing.is_empty() {
                <section class="cf" aria-labelledby="cf-decision" data-test="conflict-decision">
                    <div class="hd"><h2 id="cf-decision">{format!("{}. {}", view.conflicts.len() + 1, tr.t("conflict-decision"))}</h2>
                        <span class="sp">{label("is-conflict", Some(Ico::Fork), tr.t("status-needs-adjudication"))}</span></div>
                    <p>{tr.t("conflict-decision-text")}</p>
                    <div class="two">
                        { for clashing.iter().zip(distinct(clashing.iter().map(|decision| decision.id))).map(|(decision, key)| html! {
                            <div class="val" {key}>
                                <div class="val__v">{app.outcome_name(&view.case_type, &decision.outcome)}if !decision.reason.is_empty() { <small>{decision.reason.clone()}</small> }</div>
                                {by(tr, &decision.by)}
                                if decision.by.me {
                                    <div class="val__a"><Button small=true hook="withdraw-mine" ico={Ico::Back} label={tr.t("conflict-withdraw-mine")}
                                        keys={if mine == Some(decision.id) { Keys(&["W"]) } else { Keys::default() }} onclick={let id = decision.id; withdraw.reform(move |()| id)} /></div>
                                }
                            </div>
                        }) }
                    </div>
                    <div class="acts">
                        if decides.is_ok() { <Button id="decide-anew" kind={Kind::Primary} label={tr.t("conflict-decide-anew")} keys={&["D"]} onclick={props.ondecide.clone()} /> }
                        <Button id="ask-decide" kind={if decides.is_ok() { Kind::Secondary } else { Kind::Primary }} label={tr.t("ask-decide")} keys={&["Ctrl", "↵"]} onclick={props.onask.clone()} />
                        <span class="xs t3">{match decides {
                            Ok(()) => tr.t("conflict-decide-anew-text"),
                            Err(why) => tr.words().coded("act-refused", &code(&why)),
                        }}</span>
                    </div>
                </section>
            }
        </div>
    }
}

/// What somebody is asked who is to say which decision stands, and who that may be: whoever has the case, else whoever decided otherwise.
pub(super) fn asked(app: &App, view: &CaseView) -> Asked {
    let tr = &app.tr;
    let one = |decision: &DecisionView| {
        tr.f(
            "ask-decide-one",
            &[("outcome", app.outcome_name(&view.case_type, &decision.outcome).into()), ("name", decision.by.name.clone().into())],
        )
    };
    let decisions: Vec<_> = contradicting(view).map(one).collect();
    let me = app.office().map(|office| office.person);
    let others = view.assignee.iter().copied().chain(contradicting(view).filter_map(|decision| decision.by.person));
    Asked {
        text: tr.f("ask-decide-task", &[("decisions", tr.words().list(&decisions).into())]).into(),
        person: others.into_iter().find(|person| Some(*person) != me),
    }
}

#[derive(Properties, PartialEq)]
pub(super) struct WaitingProps {
    pub(super) view: CaseView,
}

/// Says over the other parts of the case that something waits there to be settled.
#[component]
pub(super) fn Waiting(props: &WaitingProps) -> Html {
    let app = use_app();
    let tr = &app.tr;
    let onclick = Callback::from(|()| Route { tab: Tab::Conflicts, ..Route::current() }.go());
    html! {
        <section class="pf-v6-c-alert pf-m-inline pf-m-custom" data-test="conflict-waits" aria-labelledby="conflict-waits">
            <div class="pf-v6-c-alert__icon">{icon(Ico::Fork)}</div>
            <h2 class="pf-v6-c-alert__title" id="conflict-waits">{summary(tr, &props.view)}</h2>
            <div class="pf-v6-c-alert__description"><p>{tr.t("conflict-nothing-lost")}</p></div>
            <div class="pf-v6-c-alert__action-group"><Button id="see-conflicts" small=true label={tr.t("see-conflicts")} {onclick} /></div>
        </section>
    }
}

#[derive(Properties, PartialEq)]
struct OneProps {
    number: usize,
    conflict: ConflictView,
    ops: Ops,
}

#[component]
fn One(props: &OneProps) -> Html {
    let app = use_app();
    let tr = &app.tr;
    let (conflict, ops) = (&props.conflict, &props.ops);
    let heading = format!("cf-{}", props.number);
    let first = props.number == 1;
    let choose = |value: &ConflictValue| {
        let (ops, conflict, value_id) = (props.ops.clone(), conflict.clone(), value.value_id.clone());
        Callback::from(move |()| settle(&ops, &conflict, Settlement::Use { value_id: value_id.clone() }))
    };
    let both = {
        let (ops, conflict) = (props.ops.clone(), conflict.clone());
        Callback::from(move |()| settle(&ops, &conflict, Settlement::KeepBothAsNote))
    };
    let keys = [Keys(&["1"]), Keys(&["2"])];
    html! {
        <section class="cf" aria-labelledby={heading.clone()} data-test="conflict" data-place={place_code(&conflict.place)}>
            <div class="hd"><h2 id={heading}>{format!("{}. {}", props.number, name(&app, ops, conflict))}</h2></div>
            <p>{tr.t("conflict-choose")}</p>
            if !conflict.before.is_empty() {
                <p class="s t2" data-test="conflict-before">{tr.f("conflict-before", &[("value", before(&app, ops, conflict).into())])}</p>
            }
            <div class="two">
                { for conflict.values.iter().enumerate().map(|(at, value)| html! {
                    <div class="val" key={value.value_id.clone()} data-test="conflict-value">
                        <div class="val__v">{shown(&app, ops, conflict, value)}</div>
                        {by(tr, &value.by)}
                        <div class="val__a">
                            <Button small=true hook="conflict-use" label={choice(&app, ops, conflict, value)}
                                keys={keys.get(at).copied().filter(|_| first).unwrap_or_default()} onclick={choose(value)} />
                        </div>
                    </div>
                }) }
            </div>
            if can_keep_both(conflict) {
                <div class="under">
                    <Button small=true kind={Kind::Tertiary} hook="conflict-both" ico={Ico::Note} label={tr.t("conflict-both")} keys={if first { Keys(&["3"]) } else { Keys::default() }} onclick={both} />
                </div>
            }
        </section>
    }
}

fn before(app: &App, ops: &Ops, conflict: &ConflictView) -> String {
    let before: Vec<String> = conflict.before.iter().map(|value| place_value(app, &ops.case_type, &conflict.place, value)).collect();
    app.tr.words().list(&before)
}

fn settle(ops: &Ops, conflict: &ConflictView, settlement: Settlement) {
    let shown = conflict.values.iter().map(|value| value.value_id.clone()).collect();
    ops.ask(ConflictSettle { case: ops.case, place: conflict.place.clone(), settlement, shown }, Some("said-settled"));
}

fn name(app: &App, ops: &Ops, conflict: &ConflictView) -> String {
    let kind = place_name(app, &ops.case_type, &conflict.place);
    let labelled = !matches!(
        conflict.place,
        Place::Title | Place::Reference | Place::Received | Place::Assignee | Place::Status | Place::Field { .. }
    );
    if labelled && !conflict.label.is_empty() { format!("{kind}: {}", conflict.label) } else { kind }
}

fn shown(app: &App, ops: &Ops, conflict: &ConflictView, value: &ConflictValue) -> String {
    place_value(app, &ops.case_type, &conflict.place, &value.value)
}

/// Longest value that a button names whole, in characters.
const BRIEF: usize = 28;

/// What the button of a value says: the value, where all of them are short; else whose it is, from which computer, or from when, as tells them apart.
fn choice(app: &App, ops: &Ops, conflict: &ConflictView, value: &ConflictValue) -> String {
    let tr = &app.tr;
    let one_of_a_kind = |same: &dyn Fn(&ConflictValue) -> bool| conflict.values.iter().filter(|other| same(other)).count() == 1;
    if conflict.values.iter().all(|value| shown(app, ops, conflict, value).chars().count() <= BRIEF) {
        tr.f("conflict-use", &[("value", shown(app, ops, conflict, value).into())])
    } else if one_of_a_kind(&|other| other.by.person == value.by.person) {
        if value.by.me { tr.t("conflict-use-mine") } else { tr.f("conflict-use-by", &[("name", value.by.name.clone().into())]) }
    } else if one_of_a_kind(&|other| other.by.device_name == value.by.device_name) {
        tr.f("conflict-use-from", &[("computer", value.by.device_name.clone().into())])
    } else {
        tr.f("conflict-use-of", &[("when", tr.moment(value.by.at).into())])
    }
}

pub(super) fn by(tr: &Tr, by: &Author) -> Html {
    html! { <div class="by"><b>{tr.named(&by.name, by.me)}</b><br /><span class="n">{tr.moment(by.at)}</span>{" · "}{by.device_name.clone()}</div> }
}

/// What there is to settle, in a sentence for each kind.
fn summary(tr: &Tr, view: &CaseView) -> String {
    let (values, decisions) = (view.conflicts.len(), contradicting(view).count());
    let mut said = Vec::new();
    if removal::contested(view).is_some() {
        said.push(tr.t("conflict-removed"));
    }
    if values > 0 {
        said.push(tr.n("conflict-values", values as u64));
    }
    if decisions > 0 {
        said.push(tr.n("conflict-decisions", decisions as u64));
    }
    said.join(" ")
}
