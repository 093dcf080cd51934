//! The open case: reads it, keeps it up to date, and puts its parts side by side.

use std::rc::Rc;

use praesto_contract::{ApiError, CaseGet, CaseId, CasePin, CaseView, DecisionId, EventId};
use yew::prelude::*;

use super::{
    Position,
    attachment::attach_paths,
    closing::Late,
    conflicts::{self, Conflicts},
    decide::Decide,
    decisions::Decisions,
    dialogs::NewTask,
    facts::Facts,
    form::Form,
    hand_over::{self, GiveBackOne, HandOver, Waits},
    header::Header,
    letters::WriteLetter,
    move_on::MoveOn,
    notes::Notes,
    offers::{Offers, contradicting},
    ops::Ops,
    out::TakeOut,
    parties::Parties,
    print_letter::PrintLetter,
    rail::Rail,
    removal::{self, Remove, Removed},
    scans::Scans,
    sign::Sign,
    tasks::Tasks,
};
use crate::{
    backend::Newest,
    components::{Button, Ico, Kind, Problem, icon},
    drafts::{self, Desk},
    keys::{ctrl, focus, focus_if_lost, letter, typing, use_keys},
    route::{Route, Tab},
    state::{Act, App, Layer, use_app},
};

/// A dialog over the case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ask {
    Nothing,
    Decide,
    MoveOn,
    Sign,
    HandOver,
    GiveBack,
    Task,
    /// Asking somebody which of two decisions stands.
    SomebodyDecides,
    /// Writing a letter, on this decision.
    Letter(Option<DecisionId>),
    /// Printing a letter that was signed off.
    Print(EventId),
    Remove,
    /// Making one PDF of pages.
    Scan,
    /// Taking the whole case out.
    Out,
}

#[derive(Properties, PartialEq)]
pub(super) struct PaneProps {
    pub(super) id: CaseId,
    pub(super) tab: Tab,
    pub(super) position: Position,
    pub(super) onstep: Callback<i64>,
}

#[component]
pub(super) fn Pane(props: &PaneProps) -> Html {
    let app = use_app();
    let view = use_state(|| None::<CaseView>);
    let error = use_state(|| None::<ApiError>);
    let unread = use_state(|| None::<ApiError>);
    let over = use_state(|| Ask::Nothing);
    let rail = use_state(|| false);
    let newest = use_memo((), |()| Newest::default());
    {
        let (view, unread, newest) = (view.setter(), unread.setter(), newest.clone());
        use_effect_with((props.id, app.cases), move |(case, _)| {
            newest.run(CaseGet { case: *case }, move |answer| match answer {
                Ok(read) => {
                    drafts::learn(Some(read.id), &read.drafts);
                    view.set(Some(read));
                    unread.set(None);
                }
                Err(problem) => unread.set(Some(problem)),
            });
        });
    }
    {
        let (error, over) = (error.setter(), over.setter());
        use_effect_with(props.id, move |case| {
            drafts::come_back(*case);
            error.set(None);
            over.set(Ask::Nothing);
        });
    }
    let ops = Ops {
        app: app.clone(),
        case: props.id,
        case_type: view.as_ref().filter(|view| view.id == props.id).map(|view| AttrValue::from(view.case_type.clone())).unwrap_or_default(),
        conflicts: Rc::new(view.as_ref().filter(|view| view.id == props.id).map(|view| view.conflicts.clone()).unwrap_or_default()),
        changed: {
            let (view, app, newest) = (view.setter(), app.clone(), newest.clone());
            Callback::from(move |read: CaseView| {
                newest.overtake();
                view.set(Some(read));
                app.dispatch(Act::CasesChanged);
            })
        },
        failed: {
            let error = error.setter();
            Callback::from(move |problem| error.set(problem))
        },
    };
    let here = (*view).clone().filter(|view| view.id == props.id);
    // Whoever came by a link that went with its page goes on in the case.
    use_effect_with((props.id, here.is_some()), |_| focus_if_lost("#case"));
    // What falls on the dialog for pages becomes pages.
    use_drops(&app, here.as_ref().filter(|_| *over != Ask::Scan).map(|view| view.id), &ops);
    let show = {
        let over = over.clone();
        Callback::from(move |what: Ask| over.set(what))
    };
    let tab = match &here {
        Some(view) if props.tab == Tab::Conflicts && !has_conflict(view) => Tab::Summary,
        _ => props.tab,
    };
    let offers = here.as_ref().map(|view| Offers::of(view, tab));
    use_offers(&app, offers);
    {
        // What was settled is gone, and its buttons with it: the keyboard goes on in the same part of the case.
        let waiting = here.as_ref().map(|view| (view.id, view.conflicts.len()));
        let before = use_mut_ref(|| None);
        use_effect_with(waiting, move |waiting| {
            if let (Some((was, more)), Some((is, left))) = (before.replace(*waiting), *waiting)
                && was == is
                && left < more
            {
                focus_if_lost("#case-panel");
            }
        });
    }
    {
        // The command of that name comes from the palette; a case that is removed already shows how to bring it back.
        let (app, show, removed) = (app.clone(), show.clone(), here.as_ref().map(removal::is_removed));
        use_effect_with((app.layer, removed), move |(layer, removed)| {
            let ask = match layer {
                Layer::RemoveCase => Ask::Remove,
                Layer::TakeOut => Ask::Out,
                _ => return,
            };
            if let Some(removed) = *removed {
                app.dispatch(Act::Layer(Layer::None));
                if removed {
                    focus("#restore");
                } else {
                    show.emit(ask);
                }
            }
        });
    }
    {
        let (app, show, ops, here) = (app.clone(), show.clone(), ops.clone(), here.clone());
        use_keys(false, move |event| {
            // What is marked in the list comes first: these keys are for all of it.
            let marked = app.marks.any();
            if marked && event.key() == "Escape" && !typing(event) {
                return false;
            }
            if event.key() == "Escape" {
                Route { case: None, ..Route::current() }.go();
                focus("#case-list");
                return true;
            }
            let Some(view) = &here else { return false };
            let removed = removal::is_removed(view);
            if event.key() == "Delete" && !typing(event) && !removed {
                show.emit(Ask::Remove);
                return true;
            }
            if ctrl(event, "enter") && !typing(event) && offers.is_some_and(|offers| offers.ask) {
                show.emit(Ask::SomebodyDecides);
                return true;
            }
            let Some(key) = letter(event, app.settings.letter_keys) else { return false };
            match key.as_str() {
                "r" if view.removal.is_some() => removal::restore(&ops),
                "h" | "t" | "m" | "p" | "l" if marked => return false,
                "h" | "t" | "n" | "a" | "b" | "g" if removed => return false,
                "d" if offers.is_some_and(|offers| offers.decide) => show.emit(Ask::Decide),
                "m" if offers.is_some_and(|offers| offers.move_on) => show.emit(Ask::MoveOn),
                "s" if offers.is_some_and(|offers| offers.sign) => show.emit(Ask::Sign),
                "a" if offers.is_some_and(|offers| offers.take) => hand_over::take(&ops, view),
                "b" if offers.is_some_and(|offers| offers.take) => show.emit(Ask::GiveBack),
                "l" if offers.is_some_and(|offers| offers.letter) => show.emit(Ask::Letter(None)),
                "e" if !removed => show.emit(Ask::Out),
                "h" => show.emit(Ask::HandOver),
                "t" => show.emit(Ask::Task),
                "g" => show.emit(Ask::Scan),
                "n" => write_note(tab),
                "p" => ops.ask(CasePin { case: view.id, pinned: !view.held.pinned }, None),
                "[" => turn(view, tab, -1),
                "]" => turn(view, tab, 1),
                _ => return false,
            }
            true
        });
    }
    let error = (*unread).clone().or_else(|| (*error).clone());
    let Some(view) = here else {
        return html! {
            <article class="case" id="case" aria-busy={error.is_none().to_string()} data-pane="case" tabindex="-1">
                <div class="case__body"><Problem {error} /></div>
            </article>
        };
    };
    let close = {
        let show = show.clone();
        Callback::from(move |()| show.emit(Ask::Nothing))
    };
    let dialog = match *over {
        Ask::Nothing => html! {},
        Ask::Decide => html! { <Decide view={view.clone()} ops={ops.clone()} onclose={close} /> },
        Ask::MoveOn => html! { <MoveOn view={view.clone()} ops={ops.clone()} onclose={close} /> },
        Ask::Sign => html! { <Sign view={view.clone()} ops={ops.clone()} onclose={close} /> },
        Ask::HandOver => html! { <HandOver view={view.clone()} ops={ops.clone()} onclose={close} /> },
        Ask::GiveBack => html! { <GiveBackOne view={view.clone()} onclose={close} /> },
        Ask::Letter(decision) => html! { <WriteLetter view={view.clone()} ops={ops.clone()} {decision} onclose={close} /> },
        Ask::Print(letter) => match view.letters.iter().find(|one| one.id == letter).cloned() {
            Some(letter) => html! { <PrintLetter {letter} ops={ops.clone()} onclose={close} /> },
            None => html! {},
        },
        Ask::Task => html! { <NewTask ops={ops.clone()} onclose={close} /> },
        Ask::SomebodyDecides => html! { <NewTask ops={ops.clone()} asked={conflicts::asked(&app, &view)} onclose={close} /> },
        Ask::Scan => html! { <Scans view={view.clone()} ops={ops.clone()} onclose={close} /> },
        Ask::Out => html! { <TakeOut view={view.clone()} ops={ops.clone()} onclose={close} /> },
        Ask::Remove => html! { <Remove view={view.clone()} ops={ops.clone()} onclose={close} /> },
    };
    let body = match tab {
        Tab::Conflicts => {
            let onremove = {
                let show = show.clone();
                move |()| show.emit(Ask::Remove)
            };
            let onshow = |what: Ask| {
                let show = show.clone();
                Callback::from(move |()| show.emit(what))
            };
            html! { <Conflicts view={view.clone()} ops={ops.clone()} ondecide={onshow(Ask::Decide)} onask={onshow(Ask::SomebodyDecides)} {onremove} /> }
        }
        Tab::Summary => html! { <>
            <Facts view={view.clone()} ops={ops.clone()} />
            <Parties view={view.clone()} ops={ops.clone()} />
            <Form view={view.clone()} ops={ops.clone()} />
            <Notes view={view.clone()} ops={ops.clone()} />
        </> },
        Tab::Form => html! { <Form view={view.clone()} ops={ops.clone()} /> },
        Tab::Notes => html! { <Notes view={view.clone()} ops={ops.clone()} /> },
        Tab::Tasks => {
            html! { <Tasks view={view.clone()} ops={ops.clone()} onadd={let show = show.clone(); move |()| show.emit(Ask::Task)} /> }
        }
        Tab::Decisions => {
            html! { <Decisions view={view.clone()} ops={ops.clone()} onshow={show.clone()} /> }
        }
    };
    let removed = removal::is_removed(&view);
    let (waits_show, onprint) = (show.clone(), show.reform(Ask::Print));
    let (onscan, onout) = (show.reform(|()| Ask::Scan), show.reform(|()| Ask::Out));
    let onaside = {
        let rail = rail.setter();
        Callback::from(move |()| rail.set(true))
    };
    let onrail = {
        let rail = rail.clone();
        Callback::from(move |()| rail.set(!*rail))
    };
    html! {
        <ContextProvider<Desk> context={Desk(Some(view.id))}>
            <article class="case" id="case" key={format!("case-{}", view.id)} aria-labelledby="case-title" data-pane="case" tabindex="-1" data-case={view.id.to_string()}>
                <Header view={view.clone()} ops={ops.clone()} {tab} position={props.position} onstep={props.onstep.clone()} onshow={show} onrail={onrail.clone()} rail={*rail} />
                <div class="case__body" id="case-panel" role="tabpanel" aria-labelledby={format!("tab-{}", tab.code())} tabindex="0">
                    <Problem {error} focus=true />
                    if view.not_checked {
                        <div class="pf-v6-c-alert pf-m-inline pf-m-info" data-test="not-checked">
                            <div class="pf-v6-c-alert__icon">{icon(Ico::Info)}</div>
                            <p class="pf-v6-c-alert__title">{app.tr.t("case-not-checked-title")}</p>
                            <div class="pf-v6-c-alert__description"><p>{app.tr.t("case-not-checked-text")}</p></div>
                        </div>
                    }
                    if view.changes_missing {
                        <div class="pf-v6-c-alert pf-m-inline pf-m-warning" data-test="changes-missing">
                            <div class="pf-v6-c-alert__icon">{icon(Ico::Triangle)}</div>
                            <p class="pf-v6-c-alert__title">{app.tr.t("case-missing-title")}</p>
                            <div class="pf-v6-c-alert__description"><p>{app.tr.t("case-missing-text")}</p></div>
                        </div>
                    }
                    { for view.removal.clone().filter(|_| removed).map(|removal| html! { <Removed {removal} /> }) }
                    { for view.handed_over.clone().map(|handed| html! { <Waits {handed} view={view.clone()} ops={ops.clone()} ongiveback={let show = waits_show.clone(); move |()| show.emit(Ask::GiveBack)} /> }) }
                    if tab != Tab::Conflicts && has_conflict(&view) { <conflicts::Waiting view={view.clone()} /> }
                    { for view.late.clone().filter(|_| !removed).map(|late| html! { <Late {late} view={view.clone()} ops={ops.clone()} /> }) }
                    <fieldset class="plain" disabled={removed}>{body}</fieldset>
                </div>
            </article>
            <aside class={classes!("pane", "pane--rail", "rail", rail.then_some("rail--open"))} id="rail" key={format!("rail-{}", view.id)}
                aria-label={app.tr.t("rail")} data-pane="rail" tabindex="-1">
                <div class="rail__close"><Button kind={Kind::Tertiary} small=true ico={Ico::Close} label={app.tr.t("rail-close")} onclick={onrail} /></div>
                <Rail {view} {ops} {removed} {onout} {onprint} {onscan} onshow={onaside} />
            </aside>
            {dialog}
        </ContextProvider<Desk>>
    }
}

/// Whether something waits for a person's choice.
pub(super) fn has_conflict(view: &CaseView) -> bool {
    removal::contested(view).is_some() || !view.conflicts.is_empty() || contradicting(view).next().is_some()
}

/// Tabs that this case has.
pub(super) fn tabs(view: &CaseView) -> Vec<Tab> {
    Tab::ALL.into_iter().filter(|tab| *tab != Tab::Conflicts || has_conflict(view)).collect()
}

fn turn(view: &CaseView, tab: Tab, by: isize) {
    let tabs = tabs(view);
    let at = tabs.iter().position(|one| *one == tab).unwrap_or_default();
    let tab = tabs[at.saturating_add_signed(by).min(tabs.len() - 1)];
    Route { tab, ..Route::current() }.go();
}

/// Goes where a note can be written.
pub(super) fn write_note(tab: Tab) {
    if !matches!(tab, Tab::Summary | Tab::Notes) {
        Route { tab: Tab::Notes, ..Route::current() }.go();
        gloo_timers::callback::Timeout::new(80, || crate::keys::focus_now("#new-note")).forget();
        return;
    }
    crate::keys::focus_now("#new-note");
}

/// Tells the key bar what the keys do here, for as long as the case is open.
#[hook]
fn use_offers(app: &App, offers: Option<Offers>) {
    {
        let app = app.dispatcher();
        use_effect_with(offers, move |offers| app.dispatch(Act::Offers(*offers)));
    }
    let app = app.dispatcher();
    use_effect_with((), move |()| move || app.dispatch(Act::Offers(None)));
}

/// Attaches files that are dropped on the window while a case is open.
#[hook]
fn use_drops(app: &App, case: Option<CaseId>, ops: &Ops) {
    let seen = use_mut_ref(|| app.dropped.as_ref().map_or(0, |(number, _)| *number));
    let ops = ops.clone();
    use_effect_with(app.dropped.clone(), move |dropped| {
        if let (Some((number, paths)), Some(_)) = (dropped, case)
            && *number > seen.replace(*number)
        {
            attach_paths(&ops, paths.to_vec(), None);
        }
    });
}
