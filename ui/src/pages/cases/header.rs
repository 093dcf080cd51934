//! Head of the case: reference, title, where it stands, what can be done, tabs.

use praesto_contract::{CaseChange, CaseView, Place, Status};
use yew::prelude::*;

use super::{
    Position, acts, letters,
    offers::Offers,
    ops::{Ops, text},
    pane::{Ask, has_conflict, tabs, write_note},
    removal,
};
use crate::{
    components::{Button, Edit, Ico, Kind, Typed, Wrong, label},
    drafts,
    keys::{focus_if_lost, focus_now},
    route::{Route, Tab},
    state::use_app,
};

#[derive(Properties, PartialEq)]
pub(super) struct HeaderProps {
    pub(super) view: CaseView,
    pub(super) ops: Ops,
    pub(super) tab: Tab,
    pub(super) position: Position,
    pub(super) onstep: Callback<i64>,
    pub(super) onshow: Callback<Ask>,
    pub(super) onrail: Callback<()>,
    pub(super) rail: bool,
}

#[component]
pub(super) fn Header(props: &HeaderProps) -> Html {
    let app = use_app();
    let tr = &app.tr;
    let view = &props.view;
    let renaming = use_state(|| drafts::any(Some(view.id), &["edit-title"]));
    let by_hand = use_mut_ref(|| false);
    let step = |by: i64| props.onstep.reform(move |()| by);
    let show = |what: Ask| props.onshow.reform(move |()| what);
    let onrename = {
        let (renaming, by_hand) = (renaming.clone(), by_hand.clone());
        Callback::from(move |()| {
            by_hand.replace(true);
            renaming.set(!*renaming);
        })
    };
    // After the field is drawn, however long that takes: letters typed before would act as keys.
    use_effect_with(*renaming, move |renaming| {
        if *by_hand.borrow() {
            if *renaming { focus_now("#edit-title") } else { focus_if_lost("#rename") }
        }
    });
    let ontitle = {
        let (ops, renaming) = (props.ops.clone(), renaming.setter());
        Callback::from(move |typed: Typed| {
            let title = typed.text.trim().to_owned();
            if title.is_empty() {
                typed.done.emit(Some(Wrong::said(ops.app.tr.t("case-title-missing"))));
                return;
            }
            let (renaming, told, draft) = (renaming.clone(), typed.done.clone(), typed.draft.clone());
            let done = Callback::from(move |wrong: Option<Wrong>| {
                // Whoever has typed on since is not done.
                if wrong.is_none() && draft.typed().is_none() {
                    renaming.set(false);
                }
                told.emit(wrong);
            });
            ops.keep(vec![CaseChange::SetTitle { title }], Some("said-title"), &Typed { done, ..typed });
        })
    };
    let ongiveup = {
        let renaming = renaming.setter();
        Callback::from(move |()| renaming.set(false))
    };
    let onback = Callback::from(|()| {
        Route { case: None, ..Route::current() }.go();
        crate::keys::focus("#case-list");
    });
    let tab = props.tab;
    let onnote = Callback::from(move |()| write_note(tab));
    let onrestore = {
        let ops = props.ops.clone();
        Callback::from(move |()| removal::restore(&ops))
    };
    let (removed, contested) = (removal::is_removed(view), removal::contested(view).is_some());
    let adjudicate = view.status == Status::NeedsAdjudication;
    let offers = Offers::of(view, tab);
    // The one thing to do next stands out; where others must settle something first, or the case is closed, nothing does.
    let next = match view.status {
        _ if contested || adjudicate => "",
        Status::Closed => "",
        // That is said below, with its own way on.
        _ if offers.take => "",
        _ if offers.sign => "sign",
        _ if can_decide(view) => "decide",
        _ => "move-on",
    };
    let main = |button: &str| if button == next { Kind::Primary } else { Kind::Secondary };
    html! {
        <header class="case__head">
            <div class="row case__line">
                <Button class="case__back" plain=true small=true ico={Ico::Left} label={tr.t("back-to-list")} onclick={onback} />
                <span class="ref t2 nw" id="case-reference">{view.reference.clone()}</span>
                <span class="t3 el" id="case-type">{app.type_name(&view.case_type)}</span>
                <span class="sp"></span>
                // What comes and goes while one works stands up here, where it moves nothing that could be pressed.
                if drafts::found(view.id) > 0 {
                    <span class="chip" data-test="drafts">{label("", Some(Ico::Pencil), tr.n("case-drafts", drafts::found(view.id)))}</span>
                }
                if view.not_sent > 0 {
                    <span class="chip" data-test="not-sent">{label("", Some(Ico::TrayOut), tr.n("case-not-sent", view.not_sent))}</span>
                }
                { for props.position.at.map(|at| html! {
                    <span class="t3 n nw">{tr.f("case-position", &[("at", tr.words().number(at + 1).into()), ("of", tr.words().number(props.position.of).into())])}</span>
                }) }
                <Button plain=true small=true ico={Ico::Up} label={tr.t("case-previous")} onclick={step(-1)} />
                <Button plain=true small=true ico={Ico::Down} label={tr.t("case-next")} onclick={step(1)} />
                <Button id="rail-toggle" class="rail__toggle" plain=true small=true ico={Ico::Rail} label={tr.t("rail")} onclick={props.onrail.clone()} />
            </div>
            <div class="row case__title">
                <h1 id="case-title" class={renaming.then_some("pf-v6-screen-reader")}>{view.title.clone()}{ for view.title_latin.as_ref().map(|latin| html! { <span class="latin">{" "}{latin.clone()}</span> }) }</h1>
                if *renaming && !removed {
                    <Edit id="edit-title" label={tr.t("place-title")} value={view.title.clone()} stands={props.ops.stands(Place::Title, text(&view.title))} onsave={ontitle} {ongiveup} />
                } else if !removed {
                    <Button id="rename" plain=true small=true ico={Ico::Pencil} label={tr.t("rename")} onclick={onrename} />
                }
                if !removed {
                    <Button id="remove" plain=true small=true ico={Ico::Bin} label={tr.t("remove")} onclick={show(Ask::Remove)} />
                }
            </div>
            <div class="row wrap case__labels">
                <span class="chip" id="case-stands">{label(if adjudicate { "is-conflict" } else { "" }, adjudicate.then_some(Ico::Fork), acts::stands(&app, view))}</span>
                if !adjudicate && (has_conflict(view) || view.late.as_ref().is_some_and(|late| late.apart)) {
                    {label("is-conflict", Some(Ico::Fork), tr.t("row-conflict"))}
                }
                if removed {
                    {label("is-warning", Some(Ico::Bin), tr.t("case-removed"))}
                }
                if app.alone() {
                    {label("", Some(Ico::Computer), tr.t("sync-no-server"))}
                }
                {due(&app, view)}
                { for view.tags.iter().map(|tag| label("is-accent", None, tag.clone())) }
            </div>
            <div class="row wrap case__acts">
                if removed {
                    <Button id="restore" small=true kind={Kind::Primary} ico={Ico::Back} label={tr.t("restore-case")} keys={&["R"]} onclick={onrestore} />
                } else {
                <>
                if offers.sign {
                    <Button id="sign" small=true kind={main("sign")} ico={Ico::Decide} label={tr.t("decision-sign")} keys={&["S"]} onclick={show(Ask::Sign)} />
                }
                if offers.decide && !adjudicate {
                    <Button id="decide" small=true kind={main("decide")} ico={Ico::Decide} label={tr.t("decide")} keys={&["D"]} onclick={show(Ask::Decide)} />
                }
                if offers.move_on {
                    <Button id="move-on" small=true kind={main("move-on")} ico={Ico::Onward} label={tr.t("move-on")} keys={&["M"]} onclick={show(Ask::MoveOn)} />
                }
                if offers.letter {
                    <Button id="letter" small=true ico={Ico::File} label={tr.t("letter-write")} keys={&["L"]} onclick={show(Ask::Letter(None))} />
                }
                <Button id="note" small=true ico={Ico::Note} label={tr.t("note")} keys={&["N"]} onclick={onnote} />
                <Button id="hand-over" small=true ico={Ico::HandOver} label={tr.t(if view.assignee.is_some() { "hand-over" } else { "assign" })} keys={&["H"]} onclick={show(Ask::HandOver)} />
                <Button id="task" small=true ico={Ico::Tick} label={tr.t("task")} keys={&["T"]} onclick={show(Ask::Task)} />
                { for unfinished(view).map(|(what, id, text)| html! {
                    <Button key={id} {id} small=true kind={Kind::Link} ico={Ico::Pencil} label={tr.t(text)} onclick={show(what)} />
                }) }
                </>
                }
            </div>
            <div class="pf-v6-c-tabs case__tabs">
                <ul class="pf-v6-c-tabs__list" role="tablist" aria-label={tr.t("case-parts")}>
                    { for tabs(view).into_iter().map(|one| html! { <TabButton key={one.code()} tab={one} on={one == tab} count={count(view, one)} all={tabs(view)} /> }) }
                </ul>
            </div>
        </header>
    }
}

/// Whether this person can decide now, and not only later.
fn can_decide(view: &CaseView) -> bool {
    acts::outcomes(view).any(|(_, refused)| refused.is_none())
}

/// Dialogs that were left with something unsaved in them.
fn unfinished(view: &CaseView) -> impl Iterator<Item = (Ask, &'static str, &'static str)> {
    let (case, letter) = (view.id, letters::is_unfinished(view));
    let dialogs: [(Ask, &'static str, &'static str, &'static [&'static str]); 8] = [
        (Ask::Decide, "draft-decide", "draft-decision", &["decide-outcome", "decide-reason"]),
        (Ask::MoveOn, "draft-step", "draft-step", &["step-note"]),
        (Ask::HandOver, "draft-hand-over", "draft-hand-over", &["hand-over-note"]),
        (Ask::GiveBack, "draft-give-back", "draft-give-back", &["give-back-words"]),
        (Ask::Task, "draft-task", "draft-task", &["task-text", "task-due"]),
        (Ask::Letter(None), "draft-letter", "draft-letter", &[]),
        (Ask::Out, "draft-out", "draft-out", &["out-for", "out-reason"]),
        (Ask::Remove, "draft-remove", "draft-remove", &["remove-reason"]),
    ];
    let left = move |what: Ask, places: &[&str]| if matches!(what, Ask::Letter(_)) { letter } else { drafts::any(Some(case), places) };
    dialogs.into_iter().filter(move |(what, .., places)| left(*what, places)).map(|(what, id, text, _)| (what, id, text))
}

fn due(app: &crate::state::App, view: &CaseView) -> Html {
    let tr = &app.tr;
    let (Some(day), Some(days)) = (view.due, view.due_in_days) else { return html! {} };
    match days {
        ..0 => label("is-danger", Some(Ico::Octagon), tr.n("due-late", u64::from(days.unsigned_abs()))),
        0 => label("is-warning", Some(Ico::Clock), tr.t("due-today")),
        _ => {
            let text =
                tr.f("case-due", &[("day", tr.day(day).into()), ("left", tr.n("due-days-left", u64::from(days.unsigned_abs())).into())]);
            label(if days <= 3 { "is-warning" } else { "" }, Some(if days <= 3 { Ico::Clock } else { Ico::Day }), text)
        }
    }
}

fn count(view: &CaseView, tab: Tab) -> usize {
    match tab {
        Tab::Conflicts => {
            let decisions = usize::from(view.decisions.iter().any(|decision| decision.contradicted));
            view.conflicts.len() + decisions + usize::from(removal::contested(view).is_some())
        }
        Tab::Notes => view.notes.len(),
        Tab::Tasks => view.tasks.iter().filter(|task| !task.done).count(),
        Tab::Decisions => view.decisions.len(),
        Tab::Summary | Tab::Form => 0,
    }
}

#[derive(Properties, PartialEq)]
struct TabButtonProps {
    tab: Tab,
    on: bool,
    count: usize,
    all: Vec<Tab>,
}

/// One tab; the arrows move between them.
#[component]
fn TabButton(props: &TabButtonProps) -> Html {
    let app = use_app();
    let tab = props.tab;
    let onclick = Callback::from(move |_: MouseEvent| Route { tab, ..Route::current() }.go());
    let onkeydown = {
        let all = props.all.clone();
        Callback::from(move |event: KeyboardEvent| {
            let at = all.iter().position(|one| *one == tab).unwrap_or_default();
            let next = match event.key().as_str() {
                "ArrowRight" => all[(at + 1) % all.len()],
                "ArrowLeft" => all[(at + all.len() - 1) % all.len()],
                "Home" => all[0],
                "End" => all[all.len() - 1],
                _ => return,
            };
            event.prevent_default();
            Route { tab: next, ..Route::current() }.go();
            focus_now(&format!("#tab-{}", next.code()));
        })
    };
    html! {
        <li class={classes!("pf-v6-c-tabs__item", props.on.then_some("pf-m-current"))} role="presentation">
            <button type="button" class="pf-v6-c-tabs__link" role="tab" id={format!("tab-{}", tab.code())} aria-selected={props.on.to_string()}
                aria-controls={props.on.then_some("case-panel")} tabindex={if props.on { "0" } else { "-1" }} {onclick} {onkeydown}>
                <span class="pf-v6-c-tabs__item-text">{app.tr.t(&format!("tab-{}", tab.code()))}</span>
                if props.count > 0 { <span class="pf-v6-c-badge pf-m-read">{props.count}</span> }
            </button>
        </li>
    }
}
