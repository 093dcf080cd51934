//! Who looked at the case, and what left it: a few lines that are read once somebody asks for them. The same lines tell on *This computer* what left
//! through it.

use praesto_contract::{AccessGet, AccessKind, AccessPage, AccessRow, ApiError, CaseId};
use yew::prelude::*;

use crate::{
    backend::{self, Newest},
    components::{Button, Ico, Kind, Problem, icon},
    i18n::{Tr, code},
    keys::{focus, letter, use_keys},
    state::use_app,
};

/// Lines that are read at once, and at most.
const PAGE: u32 = 50;
const MOST: u32 = 200;

#[derive(Properties, PartialEq)]
pub(super) struct LookedProps {
    pub(super) case: CaseId,
    /// Has the column shown, where it is folded away.
    pub(super) onshow: Callback<()>,
}

/// The part of the case's column that says who looked.
#[component]
pub(super) fn Looked(props: &LookedProps) -> Html {
    let app = use_app();
    let tr = &app.tr;
    let open = use_state(|| false);
    let onfold = {
        let open = open.clone();
        Callback::from(move |()| open.set(!*open))
    };
    {
        let (onfold, onshow, letters) = (onfold.clone(), props.onshow.clone(), app.settings.letter_keys);
        let folded = !*open;
        use_keys(false, move |event| {
            let asked = letter(event, letters).as_deref() == Some("v");
            if asked {
                if folded {
                    onshow.emit(());
                }
                onfold.emit(());
                focus("#who-looked");
            }
            asked
        });
    }
    html! {
        <section class="sec" data-test="who-looked">
            <h2>{icon(Ico::Shield)}{tr.t("access")}</h2>
            <p class="xs t3">{tr.t("access-lead")}</p>
            <div class="under">
                <Button id="who-looked" small=true label={tr.t(if *open { "access-hide" } else { "access-show" })} keys={&["V"]} onclick={onfold} />
            </div>
            if *open { <Lines case={Some(props.case)} everybody={false} /> }
        </section>
    }
}

#[derive(Properties, PartialEq)]
struct LinesProps {
    /// None tells what left through this computer.
    case: Option<CaseId>,
    /// Without a case: what left through every computer.
    everybody: bool,
}

/// The lines, newest first, and a way to those before them.
#[component]
fn Lines(props: &LinesProps) -> Html {
    let app = use_app();
    let tr = &app.tr;
    let page = use_state(|| None::<AccessPage>);
    let error = use_state(|| None::<ApiError>);
    let newest = use_memo((), |()| Newest::default());
    {
        // Whoever looks at more of them goes on looking at them.
        let limit = page.as_ref().map_or(0, |read| read.rows.len() as u32).clamp(PAGE, MOST);
        let (page, error, newest) = (page.setter(), error.setter(), newest.clone());
        use_effect_with((props.case, props.everybody, app.cases), move |(case, everybody, _)| {
            newest.run(AccessGet { case: *case, everybody: *everybody, offset: 0, limit }, move |answer| match answer {
                Ok(read) => {
                    page.set(Some(read));
                    error.set(None);
                }
                Err(problem) => error.set(Some(problem)),
            });
        });
    }
    let onmore = {
        let (case, everybody, page, error) = (props.case, props.everybody, page.clone(), error.setter());
        Callback::from(move |()| {
            let Some(read) = (*page).clone() else { return };
            let (page, error) = (page.setter(), error.clone());
            backend::run(AccessGet { case, everybody, offset: read.rows.len() as u64, limit: PAGE }, move |answer| match answer {
                Ok(more) => page.set(Some(AccessPage { rows: [read.rows, more.rows].concat(), total: more.total })),
                Err(problem) => error.set(Some(problem)),
            });
        })
    };
    let Some(read) = &*page else { return html! { <Problem error={(*error).clone()} /> } };
    let left = read.total.saturating_sub(read.rows.len() as u64);
    html! {
        <>
            <Problem error={(*error).clone()} />
            if read.rows.is_empty() {
                <p class="s t2">{tr.t(match (props.case, props.everybody) {
                    (Some(_), _) => "access-none",
                    (None, true) => "left-none-all",
                    (None, false) => "left-none",
                })}</p>
            } else {
                <ul class="pf-v6-c-list pf-m-plain s" data-test="access">
                    { for read.rows.iter().enumerate().map(|(at, row)| html! {
                        <li key={at} data-kind={code(&row.kind)}>{what(tr, row)}<br /><small class="t3 wrap">{circumstances(tr, row, props.case.is_none())}</small></li>
                    }) }
                </ul>
            }
            if left > 0 {
                <Button small=true kind={Kind::Link} hook="access-more" label={tr.n("access-more", left.min(u64::from(PAGE)))} onclick={onmore} />
            }
        </>
    }
}

/// What left through this computer, and through all of the office for whoever asks.
#[component]
pub(crate) fn Left() -> Html {
    let app = use_app();
    let tr = &app.tr;
    let everybody = use_state(|| false);
    let onwhose = {
        let everybody = everybody.clone();
        Callback::from(move |()| everybody.set(!*everybody))
    };
    html! {
        <section class="sec" id="left">
            <h2>{tr.t(if *everybody { "left-title-all" } else { "left-title" })}</h2>
            <p class="s t2">{tr.t("left-lead")}</p>
            <Lines key={everybody.to_string()} case={None} everybody={*everybody} />
            <div class="under"><Button id="left-whose" small=true label={tr.t(if *everybody { "left-mine" } else { "left-all" })} onclick={onwhose} /></div>
        </section>
    }
}

/// Who did what.
fn what(tr: &Tr, row: &AccessRow) -> String {
    let name = tr.by(&row.by).into();
    let words = tr.words();
    match row.kind {
        AccessKind::Opened => tr.f("access-opened", &[("name", name)]),
        AccessKind::BackedUp => tr.f("access-backed-up", &[("name", name)]),
        kind => {
            let id = format!("access-{}", code(&kind).replace('_', "-"));
            words.text(&id, &[("name", name), ("what", row.name.clone().into()), ("reason", row.reason.clone().into())])
        }
    }
}

/// On which computer, when, and of which case where that is not clear.
fn circumstances(tr: &Tr, row: &AccessRow, names_case: bool) -> String {
    let when = tr.words().capital(&tr.moment(row.by.at));
    let case = (names_case && !row.reference.is_empty()).then(|| tr.f("left-of", &[("reference", row.reference.clone().into())]));
    [case, Some(row.by.device_name.clone()).filter(|name| !name.is_empty()), Some(when)]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" · ")
}
