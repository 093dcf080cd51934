//! Beside it: unlocking, health, and a check of everything.

use praesto_contract::{ApiError, ErrorCode, Job, ThisComputer, Verify, VerifyReport};
use yew::prelude::*;

use super::report::Report;
use crate::{
    backend,
    components::{Button, Far, Ico, Problem, described, state, stop},
    i18n::{Tr, code},
    state::{Act, Layer, use_app},
};

/// Colleagues that are named as silent longest.
const SILENT: usize = 5;
/// Clocks that differ by less agree, in milliseconds.
const CLOCK_AGREES: u64 = 120_000;
/// Free space below which the disk is said to be nearly full, in bytes.
const LITTLE: u64 = 2_000_000_000;

#[derive(Properties, PartialEq)]
pub(super) struct SideProps {
    pub(super) computer: ThisComputer,
}

#[component]
pub(super) fn Side(props: &SideProps) -> Html {
    let app = use_app();
    let tr = &app.tr;
    let computer = &props.computer;
    let report = use_state(|| None::<VerifyReport>);
    let error = use_state(|| None::<ApiError>);
    let busy = use_state(|| false);
    let reporting = use_state(|| false);
    let onreport = |shown: bool| {
        let reporting = reporting.setter();
        Callback::from(move |()| reporting.set(shown))
    };
    let layer = |layer: Layer| {
        let app = app.clone();
        Callback::from(move |()| app.dispatch(Act::Layer(layer)))
    };
    let onverify = {
        let (report, error, busy) = (report.clone(), error.clone(), busy.clone());
        Callback::from(move |()| {
            busy.set(true);
            error.set(None);
            report.set(None);
            let (report, error, busy) = (report.clone(), error.clone(), busy.clone());
            backend::run(Verify {}, move |answer| {
                busy.set(false);
                match answer {
                    Ok(read) => report.set(Some(read)),
                    // Whoever stopped it knows.
                    Err(problem) if problem.code == ErrorCode::Stopped => {}
                    Err(problem) => error.set(Some(problem)),
                }
            });
        })
    };
    let free = tr.f("health-free", &[("size", tr.words().bytes(computer.disk_free).into())]);
    let findings = computer.sync.findings;
    let fingerprint = app.office().map(|office| office.fingerprint.clone()).unwrap_or_default();
    let server = app.office().and_then(|office| office.server.clone()).unwrap_or_else(|| tr.t("health-no-server"));
    let lock =
        if computer.lock_minutes == 0 { tr.t("settings-lock-never") } else { tr.words().duration(u64::from(computer.lock_minutes) * 60) };
    html! {
        <aside class="pane pane--rail" aria-label={tr.t("computer-side")} data-pane="rail" tabindex="-1">
            <section class="sec">
                <h2>{tr.t("unlocking")}</h2>
                <dl class="pf-v6-c-description-list pf-m-compact pf-m-horizontal one">
                    {described(tr.t("unlocking-with"), html! { {tr.t(&format!("key-policy-{}.short", code(&computer.policy)))} })}
                    {described(tr.t("unlocking-locks"), html! { {lock} })}
                </dl>
                <div class="row wrap under">
                    <Button id="computer-key" small=true ico={Ico::Key} label={tr.t("key-change")} onclick={layer(Layer::Key)} />
                    <Button id="computer-settings" small=true label={tr.t("settings")} onclick={layer(Layer::Settings)} />
                </div>
            </section>
            <section class="sec">
                <h2>{tr.t("health")}</h2>
                <dl class="pf-v6-c-description-list pf-m-compact pf-m-horizontal one">
                    {described(tr.t("health-disk"), html! { <>
                        {if computer.disk_free < LITTLE { state("warning", Ico::Triangle, free) } else { state("success", Ico::Tick, free) }}
                        if computer.files_wait_for_room { <br /><span class="t2" data-test="files-wait">{tr.t("health-files-wait")}</span> }
                    </> })}
                    { for computer.clock_ahead.map(|ahead| described(tr.t("health-clock"), clock(tr, ahead))) }
                    {described(tr.t("health-register"), match computer.register_checked {
                        Some(at) => state("success", Ico::Tick, tr.f("health-checked", &[("when", tr.moment(at).into())])),
                        None => state("mute", Ico::Clock, tr.t("health-not-checked")),
                    })}
                    {described(tr.t("health-server-says"), if findings == 0 { state("success", Ico::Tick, tr.n("finding-count", 0)) } else { state("danger", Ico::Octagon, tr.n("finding-count", findings)) })}
                    {described(tr.t("health-server"), html! { <span class="break">{server}</span> })}
                    {described(tr.t("health-fingerprint"), html! { <span class="fp fp--small">{fingerprint}</span> })}
                    {described(tr.t("health-version"), html! { {computer.version.clone()} })}
                </dl>
                <div class="under row wrap"><Button id="verify" small=true ico={Ico::Shield} disabled={*busy} label={tr.t("verify-do")} onclick={onverify} />
                    if *busy { <Button id="verify-stop" small=true label={tr.t("stop")} onclick={|()| stop(Job::Check)} /> }
                    <Button id="report" small=true ico={Ico::File} label={tr.t("report-open")} onclick={onreport(true)} /></div>
                if *reporting {
                    <Report onclose={onreport(false)} />
                }
                <Problem error={(*error).clone()} />
                <Far job={Job::Check} busy={*busy} label={tr.t("verify-busy")} />
                <div role="status">
                    { for report.as_ref().map(|report| verified(&app, report)) }
                </div>
            </section>
            if !computer.heard.is_empty() {
                <section class="sec" data-test="heard">
                    <h2>{tr.t("heard")}</h2>
                    <dl class="pf-v6-c-description-list pf-m-compact pf-m-horizontal one">
                        { for computer.heard.iter().take(SILENT).map(|row| {
                            let when = row.at.map_or_else(|| tr.t("heard-never"), |at| tr.moment(at));
                            described(tr.named(&row.person_name, false), html! { {when} })
                        }) }
                    </dl>
                    if computer.heard.len() > SILENT {
                        <p class="xs t3">{tr.t("heard-more")}</p>
                    }
                </section>
            }
        </aside>
    }
}

/// Whether this computer's clock agrees with the server's.
fn clock(tr: &Tr, ahead: i64) -> Html {
    if ahead.unsigned_abs() < CLOCK_AGREES {
        return state("success", Ico::Tick, tr.t("health-clock-right"));
    }
    let off = tr.words().duration(ahead.unsigned_abs() / 1000);
    let said = tr.f(if ahead > 0 { "health-clock-ahead" } else { "health-clock-behind" }, &[("time", off.into())]);
    html! { <>{state("warning", Ico::Triangle, said)}<br /><span class="t2" data-test="clock-wrong">{tr.t("health-clock-wrong")}</span></> }
}

fn verified(app: &crate::state::App, report: &VerifyReport) -> Html {
    let tr = &app.tr;
    let counts = tr.f(
        "verify-summary",
        &[
            ("entries", report.register_entries.into()),
            ("records", report.records.into()),
            ("cases", report.cases.into()),
            ("files", report.attachments.into()),
        ],
    );
    html! {
        <div class="under" data-test="verified" data-problems={report.problems.len().to_string()}>
            if report.problems.is_empty() && report.not_checked > 0 {
                {state("warning", Ico::Triangle, tr.n("verify-not-checked", report.not_checked))}
            } else if report.problems.is_empty() {
                {state("success", Ico::TickRound, tr.t("verify-clean"))}
            } else {
                {state("danger", Ico::Octagon, tr.n("verify-problems", report.problems.len() as u64))}
                <ul class="s">{ for report.problems.iter().take(20).map(|problem| html! { <li>
                    {tr.t(&problem.message_id)}{" "}
                    if problem.name.is_empty() {
                        <span class="fp fp--small">{problem.subject.chars().take(16).collect::<String>()}</span>
                    } else {
                        <b class="wrap">{problem.name.clone()}</b>
                    }
                </li> }) }</ul>
            }
            <p class="xs t3">{counts}</p>
        </div>
    }
}
