//! What was set aside, and what the server or a record showed to be untrue: what, why, what is safe, what to do.

use praesto_contract::{FindingRow, Moment, SetAsideRow};
use yew::prelude::*;

use super::waiting::case_link;
use crate::{
    components::{Button, Ico, label},
    i18n::{Tr, code},
    state::use_app,
};

/// Rows shown before the rest is only counted.
const SHOWN: usize = 20;

#[derive(Properties, PartialEq)]
pub(super) struct SetAsideProps {
    pub(super) rows: Vec<SetAsideRow>,
    pub(super) busy: bool,
    pub(super) onretry: Callback<()>,
}

#[component]
pub(super) fn SetAside(props: &SetAsideProps) -> Html {
    let app = use_app();
    let tr = &app.tr;
    let count = props.rows.len();
    html! {
        <section class="sec" aria-labelledby="set-aside-title">
            <div class="hd"><h2 id="set-aside-title">{tr.t("set-aside-title")}</h2>
                {label(if count > 0 { "is-warning" } else { "" }, Some(Ico::SetAside), tr.words().number(count as u64))}
                <span class="sp t3">{tr.t("set-aside-rule")}</span></div>
            if count == 0 {
                <p class="s t2">{tr.t("set-aside-none")}</p>
            } else {
                <div class="stack12">
                    { for props.rows.iter().take(SHOWN).map(|row| html! { <One key={row.record.clone()} row={row.clone()} /> }) }
                    if count > SHOWN { <p class="s t2">{tr.n("set-aside-more", (count - SHOWN) as u64)}</p> }
                    <Button id="set-aside-retry" small=true disabled={props.busy} label={tr.t(if props.busy { "set-aside-trying" } else { "set-aside-retry" })} keys={&["R"]} onclick={props.onretry.clone()} />
                </div>
            }
        </section>
    }
}

#[derive(Properties, PartialEq)]
struct OneProps {
    row: SetAsideRow,
}

#[component]
fn One(props: &OneProps) -> Html {
    let app = use_app();
    let tr = &app.tr;
    let row = &props.row;
    let said = tr.said(&format!("set-aside-{}", code(&row.reason).replace('_', "-")));
    let oncopy = {
        let (app, text) = (app.clone(), format!("{} {} {}", code(&row.reason), row.record, row.since.0));
        Callback::from(move |()| crate::shell::copy(&app, text.clone()))
    };
    let title =
        if row.person_name.is_empty() { said.what.clone() } else { tr.f("set-aside-by", &[("name", row.person_name.clone().into())]) };
    let reference = (!row.reference.is_empty()).then(|| html! { <>{" "}{case_link(row.case, &row.reference)}</> });
    html! {
        <div class="qr" data-test="set-aside">
            <b>{title}</b>
            <dl>
                <dt>{tr.t("set-aside-what")}</dt><dd>{said.what.clone()}{ for reference }{" · "}
                    if !row.device_name.is_empty() { {tr.f("set-aside-made-on", &[("device", row.device_name.clone().into())])}{", "} }{tr.moment(row.since)}</dd>
                <dt>{tr.t("error-why")}</dt><dd>{said.why}</dd>
                <dt>{tr.t("error-what-is-safe")}</dt><dd>{said.safe}</dd>
                <dt>{tr.t("error-what-to-do")}</dt><dd>{said.next}</dd>
            </dl>
            <Button small=true label={tr.t("copy-details")} onclick={oncopy} />
        </div>
    }
}

#[derive(Properties, PartialEq)]
pub(super) struct FindingsProps {
    pub(super) rows: Vec<FindingRow>,
    /// The person has read of everything up to then.
    pub(super) onnote: Callback<Moment>,
}

/// What was found untrue. Nothing is shown where nothing was found: its absence is said in Health.
#[component]
pub(super) fn Findings(props: &FindingsProps) -> Html {
    let app = use_app();
    let tr = &app.tr;
    if props.rows.is_empty() {
        return html! {};
    }
    let new = props.rows.iter().filter(|row| !row.noted);
    let last = new.clone().map(|row| row.last).max();
    let onnote = props.onnote.reform(move |()| last.unwrap_or(Moment(0)));
    html! {
        <section class="sec" aria-labelledby="findings-title">
            <div class="hd"><h2 id="findings-title">{tr.t("findings-title")}</h2>
                if last.is_some() { {label("is-danger", Some(Ico::Octagon), tr.words().number(new.count() as u64))} }
                <span class="sp t3">{tr.t("findings-rule")}</span></div>
            <div class="stack12">
                { for props.rows.iter().take(SHOWN).map(|row| {
                    let said = tr.said(&format!("finding-{}", code(&row.kind).replace('_', "-")));
                    let where_from: Vec<String> = [row.person_name.clone(), row.device_name.clone(), tr.moment(row.at), again(tr, row)].into_iter().filter(|text| !text.is_empty()).collect();
                    html! {
                        <div class={classes!("qr", (!row.noted).then_some("qr--danger"))} data-test="finding" data-kind={code(&row.kind)}>
                            <b>{said.what}</b>
                            <dl>
                                <dt>{tr.t("findings-seen")}</dt><dd>{where_from.join(", ")}</dd>
                                <dt>{tr.t("error-why")}</dt><dd>{said.why}</dd>
                                <dt>{tr.t("error-what-is-safe")}</dt><dd>{said.safe}</dd>
                                <dt>{tr.t("error-what-to-do")}</dt><dd>{said.next}</dd>
                            </dl>
                        </div>
                    }
                }) }
            </div>
            if last.is_some() { <div class="under"><Button id="findings-note" small=true ico={Ico::Tick} label={tr.t("findings-note")} onclick={onnote} /></div> }
        </section>
    }
}

/// Found more than once: how often, and when last.
fn again(tr: &Tr, row: &FindingRow) -> String {
    if row.times < 2 {
        return String::new();
    }
    tr.f("findings-again", &[("count", row.times.into()), ("when", tr.moment(row.last).into())])
}
