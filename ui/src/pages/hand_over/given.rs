//! What this person handed over, and what became of it.

use praesto_contract::{BackRow, GivenView, Queue};
use yew::prelude::*;

use crate::{
    components::{Ico, state},
    route::{Area, Route, Tab},
    state::use_app,
};

#[derive(Properties, PartialEq)]
pub(super) struct GivenProps {
    pub(super) given: Vec<GivenView>,
}

#[component]
pub(super) fn Given(props: &GivenProps) -> Html {
    let app = use_app();
    let tr = &app.tr;
    let number = |count: u64| tr.words().number(count);
    let back: Vec<&BackRow> = props.given.iter().flat_map(|one| &one.back).collect();
    html! {
        <section class="handed" aria-labelledby="given-title" data-test="given">
            <div class="hd"><h2 id="given-title">{tr.t("given-title")}</h2><span class="sp t3">{tr.t("given-rule")}</span></div>
            <div class="scrollx" tabindex="0" role="group" aria-label={tr.t("table")}>
                <table class="hv" id="given-table">
                    <thead><tr>
                        <th scope="col">{tr.t("given-to")}</th><th scope="col">{tr.t("given-when")}</th><th scope="col" class="num">{tr.t("given-waits")}</th>
                        <th scope="col" class="num">{tr.t("given-taken")}</th><th scope="col" class="num">{tr.t("given-back")}</th><th scope="col" class="num">{tr.t("given-over")}</th>
                    </tr></thead>
                    <tbody>
                        { for props.given.iter().map(|one| html! {
                            <tr key={format!("{}{}", one.act.together, one.to)} data-test="given-act">
                                <th scope="row">{tr.named(&one.name, false)}</th><td class="n">{tr.moment(one.at)}</td>
                                <td class="num" data-test="given-waits">{number(one.waits)}</td><td class="num" data-test="given-taken">{number(one.taken)}</td>
                                <td class="num" data-test="given-back">{number(one.given_back)}</td><td class="num" data-test="given-over">{number(one.over)}</td>
                            </tr>
                        }) }
                    </tbody>
                </table>
            </div>
            if !back.is_empty() {
                <h3>{tr.t("given-back-title")}</h3>
                <ul class="handed__rows">
                    { for back.into_iter().map(|row| html! { <Back key={row.case.id.to_string()} row={row.clone()} /> }) }
                </ul>
            }
        </section>
    }
}

#[derive(Properties, PartialEq)]
struct BackProps {
    row: BackRow,
}

/// A case that came back, and why.
#[component]
fn Back(props: &BackProps) -> Html {
    let app = use_app();
    let tr = &app.tr;
    let BackRow { case, words, by } = &props.row;
    let route = Route { area: Area::Cases, queue: Queue::Team, case: Some(case.id), tab: Tab::Summary, ..Route::default() };
    let who = by.as_ref().map(|by| tr.f("given-back-by", &[("name", tr.by(by).into()), ("when", tr.moment(by.at).into())]));
    html! {
        <li class="handed__row" data-test="back-row" data-case={case.id.to_string()}>
            <div class="handed__case">
                <a class="link handed__title" href={route.hash()}>{case.title.clone()}</a>
                <div class="s t2"><span class="ref">{case.reference.clone()}</span>{ for who.map(|who| html! { <>{" · "}{who}</> }) }</div>
                if !words.is_empty() { <p class="handed__words pre">{words.clone()}</p> }
            </div>
            <div class="handed__acts">{state("mute", Ico::Person, case.assignee_name.clone().unwrap_or_else(|| tr.t("nobody")))}</div>
        </li>
    }
}
