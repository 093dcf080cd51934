//! Beside it: what colleagues did, what waits to be sent.

use praesto_contract::{CaseId, News, NewsRow, Queue, SettingsSet, WaitingRow};
use yew::prelude::*;

use crate::{
    components::{Button, Ico, Kind, icon, keys},
    look,
    route::{Area, Route, Tab},
    state::{Act, App, use_app},
};

#[derive(Properties, PartialEq)]
pub(super) struct RailProps {
    /// Nothing before they were read.
    pub(super) news: Option<News>,
    pub(super) waiting: Vec<WaitingRow>,
}

#[component]
pub(super) fn Rail(props: &RailProps) -> Html {
    let app = use_app();
    let tr = &app.tr;
    let alone = app.alone();
    let waiting = app.sync.as_ref().map_or(0, |sync| sync.waiting);
    let more = waiting.saturating_sub(props.waiting.len() as u64);
    html! {
        <aside class="pane pane--rail" aria-label={tr.t("today-side")} data-pane="rail" tabindex="-1">
            if let Some(news) = props.news.as_ref().filter(|_| !alone) {
                <section class="sec" aria-labelledby="news-title" data-test="news">
                    <div class="hd"><h2 id="news-title">{tr.t("news")}</h2></div>
                    if news.rows.is_empty() {
                        <p class="s t2">{tr.t("news-none")}</p>
                    } else {
                        <ul role="list">{ for news.rows.iter().map(|row| told(&app, row)) }</ul>
                    }
                    if news.total > news.rows.len() as u64 {
                        <p class="s t2">{tr.n("news-more", news.total - news.rows.len() as u64)}</p>
                    }
                </section>
            }
            if !alone {
                <section class="sec" aria-labelledby="today-waiting-title" data-test="today-waiting">
                    <div class="hd"><h2 id="today-waiting-title">{tr.t("whereabouts-waiting-to-be-sent")}</h2>
                        if waiting > 0 { <span class="sp t3">{tr.t("waiting-safe-here")}</span> }</div>
                    if props.waiting.is_empty() {
                        <p class="s t2">{tr.n("waiting-to-be-sent", 0)}</p>
                    } else {
                        <ul role="list">{ for props.waiting.iter().map(|row| waits(&app, row)) }</ul>
                    }
                    if more > 0 {
                        <p class="s"><a href={Route::area(Area::Computer).hash()}>{tr.n("today-waiting-more", more)}</a></p>
                    }
                </section>
            }
            if app.settings.hints { <Hints /> }
        </aside>
    }
}

/// What is good to know at first, until somebody has read it.
#[component]
fn Hints() -> Html {
    let app = use_app();
    let tr = &app.tr;
    let onclick = {
        let app = app.clone();
        Callback::from(move |()| {
            let failed = app.clone();
            let hidden = SettingsSet { hints: Some(false), ..SettingsSet::default() };
            look::set_or_take_back(&app, hidden, move |problem| problem.into_iter().for_each(|error| failed.dispatch(Act::Failed(error))));
        })
    };
    let hint =
        |caps: &'static [&'static str], text: &str| html! { <li class="ch ch--keys"><span>{keys(caps)}</span><div>{tr.t(text)}</div></li> };
    html! {
        <section class="sec" aria-labelledby="hints-title" data-test="hints">
            <div class="hd"><h2 id="hints-title">{tr.t("hints")}</h2></div>
            <ul role="list">
                {hint(&["Ctrl", "K"], "hints-search")}
                {hint(&["F1"], "hints-keys")}
                {hint(&["Ctrl", "Z"], "hints-undo")}
                {hint(&["Ctrl", "L"], "hints-lock")}
            </ul>
            <p class="s t2">{tr.t("hints-drop")}</p>
            <Button id="hints-read" small=true kind={Kind::Link} label={tr.t("hints-read")} {onclick} />
        </section>
    }
}

fn link(case: CaseId, reference: &str, tab: Tab) -> Html {
    let route = Route { area: Area::Cases, queue: Queue::Team, case: Some(case), tab, ..Route::default() };
    html! { <a class="ref" href={route.hash()}>{reference.to_owned()}</a> }
}

/// What these codes of changes say.
fn what(app: &App, codes: &[String]) -> String {
    let words: Vec<String> = codes.iter().map(|code| app.tr.words().coded("change", code.trim_start_matches("change-"))).collect();
    app.tr.words().list(&words)
}

fn told(app: &App, row: &NewsRow) -> Html {
    let tr = &app.tr;
    let ico = match row.what.first().map(String::as_str) {
        Some("add-attachment" | "add-attachment-version") => Ico::Clip,
        Some("assign") => Ico::HandOver,
        Some("decide" | "sign") => Ico::Decide,
        _ => Ico::Person,
    };
    html! {
        <li class="ch">{icon(ico)}<div>
            if let Some(by) = &row.by {
                {tr.f("timeline-row", &[("name", tr.by(by).into()), ("what", what(app, &row.what).into())])}
            } else {
                {tr.t("change-other")}
            }
            {" · "}{link(row.case, &row.reference, Tab::Summary)}
            <small class="el">{row.by.as_ref().map(|by| tr.moment(by.at)).into_iter().chain([row.title.clone()]).collect::<Vec<_>>().join(" · ")}</small>
        </div></li>
    }
}

fn waits(app: &App, row: &WaitingRow) -> Html {
    let tr = &app.tr;
    let when = [Some(tr.moment(row.saved_at)), row.provisional.then(|| tr.t("waiting-provisional"))];
    html! {
        <li class="ch">{icon(Ico::TrayOut)}<div>
            {tr.words().capital(&what(app, &row.what))}
            { for row.case.map(|case| html! { <>{" · "}{link(case, &row.reference, Tab::Summary)}</> }) }
            <small>{when.into_iter().flatten().collect::<Vec<_>>().join(" · ")}</small>
        </div></li>
    }
}
