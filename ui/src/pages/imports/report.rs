//! The fate of every row: what would happen, or what happened.

use praesto_contract::{ImportReport, ImportRow, RowFate, Status};
use yew::prelude::*;

use crate::{
    components::{Ico, icon, state},
    i18n::Tr,
    route::Route,
    state::use_app,
};

/// Rows drawn at once.
const SHOWN: usize = 200;

#[derive(Properties, PartialEq)]
pub(super) struct ReportProps {
    pub(super) report: ImportReport,
    pub(super) path: String,
}

#[component]
pub(super) fn Report(props: &ReportProps) -> Html {
    let app = use_app();
    let tr = &app.tr;
    let report = &props.report;
    let words = tr.words();
    let file = props.path.rsplit(['/', '\\']).next().unwrap_or_default().to_owned();
    let counts = tr
        .f("import-plan-summary", &[("new", report.new.into()), ("here", report.already_here.into()), ("refused", report.refused.into())]);
    html! {
        <section aria-labelledby={if report.dry_run { "import-plan-title" } else { "import-done-title" }} data-test="import-report"
            data-new={report.new.to_string()} data-here={report.already_here.to_string()} data-refused={report.refused.to_string()}>
            if report.dry_run {
                <div class="hd"><h2 id="import-plan-title" tabindex="-1">{file}{": "}{counts}</h2><span class="sp t3">{tr.t("import-plan-hint")}</span></div>
            } else if let Some(stopped) = &report.stopped {
                <div class="pf-v6-c-alert pf-m-inline pf-m-warning">
                    <div class="pf-v6-c-alert__icon">{icon(Ico::Triangle)}</div>
                    <h2 class="pf-v6-c-alert__title" id="import-done-title" tabindex="-1">{tr.n("import-stopped", report.new)}</h2>
                    <div class="pf-v6-c-alert__description"><p>{tr.error(stopped).what}{" "}{tr.error(stopped).next}{" "}{tr.t("import-stopped-next")}</p></div>
                </div>
            } else {
                <div class="pf-v6-c-alert pf-m-inline pf-m-success">
                    <div class="pf-v6-c-alert__icon">{icon(Ico::TickRound)}</div>
                    <h2 class="pf-v6-c-alert__title" id="import-done-title" tabindex="-1">{tr.n("import-done", report.new)}</h2>
                    <div class="pf-v6-c-alert__description"><p>
                        if report.already_here > 0 { {tr.n("import-already-here", report.already_here)}{" "} }
                        if report.refused > 0 { {tr.n("import-refused", report.refused)} }
                    </p></div>
                </div>
            }
            if report.rows.iter().any(|row| matches!(&row.fate, RowFate::Refused { reason } if reason == "not-utf8")) {
                <p class="s" data-test="not-utf8">{tr.t("import-refused-table-not-utf8")}</p>
            }
            if !report.rows.is_empty() {
                <table class="hv" id="fates">
                    <thead><tr><th scope="col">{tr.t("fate-from")}</th><th scope="col">{tr.t("place-title")}</th><th scope="col" class="num">{tr.t("fate-documents")}</th><th scope="col">{tr.t("fate")}</th></tr></thead>
                    <tbody>{ for report.rows.iter().take(SHOWN).map(|row| line(tr, row)) }</tbody>
                </table>
            }
            if report.rows.len() > SHOWN { <p class="s t3">{tr.f("fates-shown", &[("shown", words.number(SHOWN as u64).into()), ("total", words.number(report.new + report.already_here + report.refused).into())])}</p> }
        </section>
    }
}

fn line(tr: &Tr, row: &ImportRow) -> Html {
    let link = |case: praesto_contract::CaseId| Route { queue: praesto_contract::Queue::All, case: Some(case), ..Route::default() }.hash();
    let (fate, case) = match &row.fate {
        RowFate::New { case } => (state("success", Ico::Plus, tr.t("import-fate-new")), *case),
        RowFate::AlreadyHere { case } => (state("mute", Ico::Tick, tr.t("import-fate-already-here")), Some(*case)),
        RowFate::Refused { reason } => {
            let why = tr.words().coded("import-refused", reason.trim_start_matches("import-refused-"));
            (
                html! { <span class="wrap">{state("danger", Ico::Octagon, tr.t("import-fate-refused"))}{" "}<span class="t2">{why}if !row.what.is_empty() { {" "}<q>{row.what.clone()}</q> }</span></span> },
                None,
            )
        }
    };
    let title = match case {
        Some(case) => {
            html! { <th scope="row"><a class="link clamped" href={link(case)} title={row.title.clone()}>{row.title.clone()}</a></th> }
        }
        None if row.title.is_empty() => html! { <td></td> },
        None => html! { <th scope="row"><span class="clamped" title={row.title.clone()}>{row.title.clone()}</span></th> },
    };
    html! {
        <tr data-test="fate">
            <td class="ref t2"><span class="el ex" title={row.source.clone()}>{row.source.clone()}</span></td>
            {title}
            <td class="num n">{tr.words().number(u64::from(row.documents))}
                if row.missing > 0 { <br /><span class="nw">{state("warning", Ico::Triangle, tr.n("import-missing", u64::from(row.missing)))}</span> }
            </td>
            <td>{fate}if row.reference_taken { <br /><span data-test="reference-taken">{state("warning", Ico::Triangle, tr.t("import-reference-taken"))}</span> }if row.closed { <span class="t2">{", "}{tr.status(Status::Closed)}</span> }</td>
        </tr>
    }
}
