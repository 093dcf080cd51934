//! What waits to be sent.

use praesto_contract::{Queue, WaitingRow};
use yew::prelude::*;

use crate::{
    components::{Ico, label, state},
    route::Route,
    state::{App, use_app},
};

#[derive(Properties, PartialEq)]
pub(super) struct WaitingProps {
    pub(super) rows: Vec<WaitingRow>,
}

/// A link to a case by its reference.
pub(super) fn case_link(case: Option<praesto_contract::CaseId>, reference: &str) -> Html {
    match case {
        Some(case) => {
            let route = Route { queue: Queue::Team, case: Some(case), ..Route::default() };
            html! { <a class="ref link" href={route.hash()}>{reference.to_owned()}</a> }
        }
        None => html! { <span class="ref">{reference.to_owned()}</span> },
    }
}

/// What a person does to work with others.
pub(crate) fn how_to_connect(app: &App) -> &'static str {
    if app.office().is_some_and(|office| office.sample) { "alone-sample" } else { "alone-connect" }
}

#[component]
pub(super) fn Waiting(props: &WaitingProps) -> Html {
    let app = use_app();
    let tr = &app.tr;
    if app.alone() {
        return html! {
            <section class="sec" aria-labelledby="waiting-title" data-test="alone">
                <div class="hd"><h2 id="waiting-title">{tr.t("sync-no-server")}</h2></div>
                <p class="s t2">{tr.t("alone-text")}{" "}{tr.t(how_to_connect(&app))}</p>
            </section>
        };
    }
    html! {
        <section class="sec" aria-labelledby="waiting-title">
            <div class="hd"><h2 id="waiting-title">{tr.t("whereabouts-waiting-to-be-sent")}</h2>{label("", Some(Ico::TrayOut), tr.words().number(props.rows.len() as u64))}
                <span class="sp t3">{tr.t("waiting-rule")}</span></div>
            if props.rows.is_empty() {
                <p class="s t2">{tr.n("waiting-to-be-sent", 0)}</p>
            } else {
                <div class="scrollx" tabindex="0" role="group" aria-label={tr.t("table")}>
                <table class="hv" id="waiting-table">
                    <thead><tr><th scope="col">{tr.t("waiting-change")}</th><th scope="col">{tr.t("waiting-case")}</th><th scope="col">{tr.t("waiting-saved")}</th><th scope="col">{tr.t("waiting-state")}</th></tr></thead>
                    <tbody>
                        { for props.rows.iter().map(|row| {
                            let what: Vec<String> = row.what.iter().map(|change| tr.words().coded("change", change.trim_start_matches("change-"))).collect();
                            html! { <tr>
                                <th scope="row">{tr.words().capital(&tr.words().list(&what))}</th>
                                <td>{case_link(row.case, &row.reference)}</td>
                                <td class="n">{tr.moment(row.saved_at)}</td>
                                <td>{if row.provisional { state("mute", Ico::TrayOut, tr.t("waiting-provisional")) } else { state("mute", Ico::Tick, tr.t("waiting-safe-here")) }}</td>
                            </tr> }
                        }) }
                    </tbody>
                </table>
                </div>
            }
        </section>
    }
}
