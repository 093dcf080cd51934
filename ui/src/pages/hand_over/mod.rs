//! What colleagues handed to this person, with what one has to know of it; and what became of what one handed over.

mod act;
pub(crate) mod all;
mod answer;
mod banner;
mod give_back;
mod given;

use praesto_contract::{ApiError, CaseId, HandOverAct, HandOverStop, HandOverTake, HandOversGet, HandOversView};
use yew::prelude::*;

pub(crate) use answer::{Left, handed_title, refused};
pub(crate) use banner::HandedToMe;
pub(crate) use give_back::GiveBack;

use crate::{
    backend::{self, Newest},
    components::{Button, Problem, progress},
    keys::{ctrl, focus_id, is_lost, letter, typing, use_keys},
    route::Area,
    state::{Act, App, use_app},
};

/// A case that waits: where it stands in the page, and the act that it belongs to.
type Place = (HandOverAct, CaseId);

/// Which cases are asked about before they are given back; none means all of the act.
#[derive(Clone, Debug, PartialEq)]
struct Back {
    act: HandOverAct,
    name: AttrValue,
    case: Option<(CaseId, AttrValue)>,
}

#[component]
pub(crate) fn HandOvers() -> Html {
    let app = use_app();
    let tr = &app.tr;
    let view = use_state(|| None::<HandOversView>);
    let error = use_state(|| None::<ApiError>);
    let back = use_state(|| None::<Back>);
    // The case that keys act on, and where it stood: it is looked up at each drawing, for the page is read anew while one looks at it.
    let at = use_state(|| (None::<Place>, 0_usize));
    // It goes on while one looks elsewhere.
    let busy = app.handing.is_some();
    let newest = use_memo((), |()| Newest::default());
    {
        // While cases are being taken one after the other, each that goes would be read anew with all the others.
        let (view, error) = (view.setter(), error.setter());
        use_effect_with((app.cases, busy), move |(_, busy)| {
            if !busy {
                newest.run(HandOversGet {}, move |answer| match answer {
                    Ok(read) => view.set(Some(read)),
                    Err(problem) => error.set(Some(problem)),
                });
            }
        });
    }
    let places: Vec<Place> =
        view.iter().flat_map(|view| &view.to_me).flat_map(|act| act.rows.iter().map(|row| (act.waiting.act, row.case.id))).collect();
    let stands = at.0.and_then(|place| places.iter().position(|one| *one == place));
    let chosen = stands.unwrap_or(at.1).min(places.len().saturating_sub(1));
    let choose = {
        let (at, places) = (at.setter(), places.clone());
        Callback::from(move |index: usize| at.set((places.get(index).copied(), index)))
    };
    {
        let app = app.dispatcher();
        use_effect_with(!places.is_empty(), move |waits| {
            app.dispatch(Act::HandedToMe(*waits));
            move || app.dispatch(Act::HandedToMe(false))
        });
    }
    {
        // What was taken or given back is gone, and its buttons with it: the keyboard goes on at the next one.
        let before = use_mut_ref(|| 0_usize);
        use_effect_with(places.len(), move |now| {
            let was = before.replace(*now);
            if *now < was && is_lost() && !focus_id(&open_id(chosen)) {
                focus_id("hand-over-page");
            }
        });
    }
    let take = {
        let (app, error) = (app.clone(), error.setter());
        Callback::from(move |(act, cases): (HandOverAct, Option<Vec<CaseId>>)| {
            if busy {
                return;
            }
            error.set(None);
            app.dispatch(Act::HandingBegins);
            let app = app.clone();
            backend::run(HandOverTake { act, cases }, move |answer| {
                let taken = answer.as_ref().map_or(0, |done| done.done);
                app.dispatch(Act::HandingEnds(answer::to_read(answer)));
                app.dispatch(Act::CasesChanged);
                if taken > 0 {
                    app.dispatch(Act::Toast { text: app.tr.n("said-taken", taken), danger: false, undo: None });
                }
            });
        })
    };
    let ask = {
        let (back, view) = (back.setter(), view.clone());
        Callback::from(move |(act, case): (HandOverAct, Option<CaseId>)| {
            let whole = view.iter().flat_map(|view| &view.to_me).find(|one| one.waiting.act == act);
            let Some(whole) = whole else { return };
            let case = case.and_then(|case| whole.rows.iter().find(|row| row.case.id == case));
            let case = case.map(|row| (row.case.id, AttrValue::from(row.case.reference.clone())));
            back.set(Some(Back { act, name: whole.waiting.name.clone().into(), case }));
        })
    };
    {
        let (app, places, take, ask, choose) = (app.clone(), places.clone(), take.clone(), ask.clone(), choose.clone());
        use_keys(false, move |event| {
            if event.key() == "Escape" {
                app.entrance(Area::Cases).go();
                return true;
            }
            let Some(place) = places.get(chosen) else { return false };
            let go = |index: usize| {
                let index = index.min(places.len() - 1);
                choose.emit(index);
                focus_id(&open_id(index));
                true
            };
            if ctrl(event, "enter") {
                take.emit((place.0, None));
                return true;
            }
            let letter = letter(event, app.settings.letter_keys);
            match (letter.as_deref(), event.key().as_str()) {
                (Some("j"), _) => go(chosen + 1),
                (Some("k"), _) => go(chosen.saturating_sub(1)),
                (_, "ArrowDown") if !typing(event) => go(chosen + 1),
                (_, "ArrowUp") if !typing(event) => go(chosen.saturating_sub(1)),
                (Some("a"), _) => {
                    take.emit((place.0, Some(vec![place.1])));
                    true
                }
                (Some("b"), _) => {
                    ask.emit((place.0, Some(place.1)));
                    true
                }
                _ => false,
            }
        });
    }
    let onclose = {
        let back = back.setter();
        Callback::from(move |()| back.set(None))
    };
    let oncases = {
        let app = app.clone();
        Callback::from(move |()| app.entrance(Area::Cases).go())
    };
    let onread = {
        let app = app.clone();
        Callback::from(move |()| {
            app.dispatch(Act::HandedRead);
            focus_id("hand-over-page");
        })
    };
    let mut first = 0;
    html! {
        <div class="page">
            <div class="page__head">
                <div><h1>{tr.t("area-hand-over")}</h1><p>{tr.t("hand-over-page-lead")}</p></div>
                <div class="acts"><Button label={tr.t("back-to-cases")} keys={&["Esc"]} onclick={oncases} /></div>
            </div>
            <div class="page__body stack16" id="hand-over-page" data-pane="main" tabindex="0" role="region" aria-label={tr.t("area-hand-over")} aria-busy={view.is_none().to_string()}>
                <Problem error={(*error).clone()} focus=true />
                <Progress {busy} />
                if back.is_none() { { for app.handed.as_deref().map(|became| match became {
                    Ok(done) => html! { <>
                        <Left done={done.clone()} />
                        <div class="acts"><Button id="handing-read" small=true label={tr.t("close")} onclick={onread} /></div>
                    </> },
                    Err(problem) => html! { <Problem error={Some(problem.clone())} focus=true /> },
                }) } }
                { for view.iter().map(|view| html! { <>
                    if view.to_me.is_empty() && view.given.is_empty() {
                        <div class="teach" data-test="nothing-handed"><h2>{tr.t("hand-over-none")}</h2><p class="s t2">{tr.t("hand-over-none-text")}</p></div>
                    }
                    { for view.to_me.iter().enumerate().map(|(number, one)| {
                        let from = first;
                        first += one.rows.len();
                        html! {
                            <act::Handed key={format!("{}{}", one.waiting.act.giver, one.waiting.act.together)} {number} handed={one.clone()} {from} {chosen} {busy}
                                ontake={take.clone()} onback={ask.clone()} onchoose={choose.clone()} />
                        }
                    }) }
                    if !view.given.is_empty() { <given::Given given={view.given.clone()} /> }
                </> }) }
            </div>
            { for (*back).clone().map(|back| html! {
                <GiveBack act={back.act} name={back.name} case={back.case.as_ref().map(|(case, _)| *case)} reference={back.case.map(|(_, reference)| reference)} {onclose} />
            }) }
        </div>
    }
}

/// The id of the link that opens the case at a place of the page.
fn open_id(index: usize) -> String {
    format!("handed-{index}")
}

#[derive(Properties, PartialEq)]
pub(crate) struct ProgressProps {
    pub(crate) busy: bool,
}

/// How far handing over, taking or giving back is, and the way to stop it.
#[component]
pub(crate) fn Progress(props: &ProgressProps) -> Html {
    let app = use_app();
    let tr = &app.tr;
    let onclick = {
        let app = app.clone();
        Callback::from(move |()| stop(&app))
    };
    html! {
        <div role="status" class="handing">
            if props.busy {
                if let Some((done, total)) = app.handing.filter(|(_, total)| *total > 0) {
                    {progress(&tr.f("handing-progress", &[("done", done.into()), ("total", total.into())]), done, total)}
                } else {
                    <p class="s t2">{tr.t("handing-begins")}</p>
                }
                <div class="acts"><Button id="handing-stop" small=true label={tr.t("stop")} {onclick} /></div>
            }
        </div>
    }
}

/// Stops what is under way between two cases.
pub(crate) fn stop(app: &App) {
    let app = app.clone();
    backend::run(HandOverStop {}, move |answer| {
        if let Err(problem) = answer {
            app.dispatch(Act::Failed(problem));
        }
    });
}
