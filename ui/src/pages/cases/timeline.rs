//! Everything that happened to the case, newest first; what was written apart is drawn as a branch.

use praesto_contract::{TakenOutView, TimelineRow};
use yew::prelude::*;

use super::places::written;
use crate::{
    i18n::Tr,
    state::{App, use_app},
};

/// Lines shown before "Show all".
const FIRST: usize = 12;

#[derive(Properties, PartialEq)]
pub(super) struct TimelineProps {
    pub(super) case_type: AttrValue,
    pub(super) rows: Vec<TimelineRow>,
}

#[component]
pub(super) fn Timeline(props: &TimelineProps) -> Html {
    let app = use_app();
    let all = use_state(|| false);
    let rows = &props.rows;
    let shown = if *all { rows.len() } else { rows.len().min(FIRST) };
    let onall = {
        let all = all.clone();
        Callback::from(move |_: MouseEvent| all.set(true))
    };
    html! {
        <>
            <ol class={classes!("tl", rows.iter().any(|row| row.branch).then_some("tl--forked"))} id="timeline">
                { for rows[..shown].iter().enumerate().map(|(at, row)| {
                    let before = at > 0 && rows[at - 1].branch;
                    let after = rows.get(at + 1).is_some_and(|next| next.branch);
                    let class = classes!(
                        (at == 0).then_some("cur"),
                        row.branch.then_some("br"),
                        (row.branch && !before).then_some("br--first"),
                        (row.branch && !after).then_some("br--last"),
                    );
                    html! {
                        <li {class} key={at}>
                            {what(&app, &props.case_type, row)}
                            { for row.written.iter().map(|one| html! { <span class="tl__w">{written(&app, &props.case_type, one)}</span> }) }
                            if row.more > 0 {
                                <span class="tl__w">{app.tr.n("timeline-more", row.more)}</span>
                            }
                            <small>{when(&app.tr, row)}</small>
                        </li>
                    }
                }) }
            </ol>
            if shown < rows.len() {
                <button type="button" class="pf-v6-c-button pf-m-link pf-m-small" onclick={onall}>{app.tr.n("timeline-all", rows.len() as u64)}</button>
            }
        </>
    }
}

fn what(app: &App, case_type: &str, row: &TimelineRow) -> String {
    let tr = &app.tr;
    if let Some(file) = &row.taken_out {
        return taken_out(tr, row, file);
    }
    if let Some(text) = row.text.as_ref().filter(|_| row.what.iter().all(|change| change == "import")) {
        return tr.imported(text);
    }
    let mut said: Vec<String> = Vec::new();
    for change in &row.what {
        let change = tr.words().coded("change", change.trim_start_matches("change-"));
        if !said.contains(&change) {
            said.push(change);
        }
    }
    let line = tr.f("timeline-row", &[("name", tr.by(&row.by).into()), ("what", tr.words().list(&said).into())]);
    match &row.text {
        Some(text) => {
            let decided = row.what.iter().any(|change| change == "decide");
            let text = if decided { app.outcome_name(case_type, text) } else { text.clone() };
            tr.f("timeline-quoted", &[("line", line.into()), ("text", text.into())])
        }
        None => line,
    }
}

/// Who let which version of a file out, and why; or opened a copy of it in another program, or found one.
fn taken_out(tr: &Tr, row: &TimelineRow, file: &TakenOutView) -> String {
    let named = match &file.version {
        Some(by) => {
            let (name, who) = (file.name.clone(), tr.named(&by.name, by.me));
            tr.f("timeline-version", &[("name", name.into()), ("who", who.into()), ("when", tr.moment(by.at).into())])
        }
        None => file.name.clone(),
    };
    let went = |code: &str| row.what.iter().any(|what| what == code);
    if went("open-elsewhere") {
        return tr.f("timeline-opened-elsewhere", &[("name", tr.by(&row.by).into()), ("file", named.into())]);
    }
    if went("find-elsewhere") {
        return tr.f("timeline-found-elsewhere", &[("name", tr.by(&row.by).into()), ("file", file.name.clone().into())]);
    }
    let reason = row.text.clone().unwrap_or_default();
    tr.f("timeline-taken-out", &[("name", tr.by(&row.by).into()), ("file", named.into()), ("reason", reason.into())])
}

fn when(tr: &Tr, row: &TimelineRow) -> String {
    let mut when = tr.words().capital(&tr.moment(row.by.at));
    if !row.sent {
        when.push_str(", ");
        when.push_str(&tr.t("not-sent-yet"));
    } else if row.branch {
        when.push_str(", ");
        when.push_str(&tr.t("timeline-apart"));
    }
    if row.late {
        when.push_str(", ");
        when.push_str(&tr.t("timeline-late"));
    }
    when
}
