//! Pages into one PDF: scans and photographs of sheets, looked at one by one, put in order, made straight, and filed as one file of the case.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use praesto_contract::{ApiError, CaseView, ErrorCode, SCAN_PAGES, ScanLook, ScanMake, ScanSource, ScanStop, ScanTone, Whereabouts};
use yew::prelude::*;

use super::{
    ops::Ops,
    scan_pages::{Act, Pages, Row, Stands},
};
use crate::{
    backend::{self, Pick},
    components::{Button, Dialog, Field, Ico, Keys, Kind, Problem, icon, keys, progress, select_value, state},
    i18n::Tr,
    keys::{focus, focus_if_lost, letter, typing, use_keys},
    state::{Act as App, use_app},
};

/// Endings of files that have pages.
const ENDINGS: &[&str] = &["png", "jpg", "jpeg", "tif", "tiff", "webp", "bmp", "gif", "pdf"];
/// Width of the picture of a page, in pixels.
const WIDTH: u32 = 700;
const TONES: [(ScanTone, &str); 3] =
    [(ScanTone::AsItIs, "scan-tone-as-it-is"), (ScanTone::Grey, "scan-tone-grey"), (ScanTone::BlackAndWhite, "scan-tone-black-and-white")];

#[derive(Properties, PartialEq)]
pub(super) struct ScansProps {
    pub(super) view: CaseView,
    pub(super) ops: Ops,
    pub(super) onclose: Callback<()>,
}

#[component]
pub(super) fn Scans(props: &ScansProps) -> Html {
    let app = use_app();
    let tr = &app.tr;
    let (view, case) = (&props.view, props.view.id);
    let pages = use_reducer(Pages::default);
    let (typed, keep, tried) = (use_state(|| None::<String>), use_state(|| false), use_state(|| false));
    let (making, stopped) = (use_state(|| false), use_state(|| false));
    // The file was asked for while pages are counted still; it is made once they are.
    let wanted = use_state(|| false);
    let leaving = use_state(|| false);
    let busy = *making || *wanted;
    let error = use_state(|| None::<ApiError>);
    let reading = use_memo((), |()| Cell::new(false));
    let dragged = use_memo((), |()| RefCell::new(None::<u32>));
    use_effect_with((), |()| {
        focus("#scan-add");
        // What nobody waits for any more is not read on.
        || backend::run(ScanStop {}, |_| {})
    });
    {
        // One page at a time, and none while the file is made.
        let (pages, reading, making, wanted) = (pages.clone(), reading.clone(), *making, *wanted);
        use_effect(move || {
            let next = if wanted { pages.to_count() } else { pages.to_read() };
            let Some(row) = next.filter(|_| !making && !reading.get()) else { return };
            reading.set(true);
            let (id, page, tone, to) = (row.id, row.page.clone(), pages.tone, pages.dispatcher());
            backend::run(ScanLook { case, page: page.clone(), tone, width: WIDTH }, move |answer| {
                reading.set(false);
                to.dispatch(Act::Read(id, page, tone, Box::new(answer)));
            });
        });
    }
    let add = {
        let (to, stopped) = (pages.dispatcher(), stopped.setter());
        Callback::from(move |paths: Vec<String>| {
            stopped.set(false);
            let file = |path: String| (ScanSource::Outside { path: path.clone() }, name_of(&path));
            to.dispatch(Act::Add(paths.into_iter().map(file).collect()));
        })
    };
    {
        let seen = use_mut_ref(|| app.dropped.as_ref().map_or(0, |(number, _)| *number));
        let add = add.clone();
        use_effect_with(app.dropped.clone(), move |dropped| {
            if let Some((number, paths)) = dropped
                && *number > seen.replace(*number)
                && !busy
            {
                add.emit(paths.to_vec());
            }
        });
    }
    let onadd = {
        let add = add.clone();
        Callback::from(move |()| {
            let add = add.clone();
            wasm_bindgen_futures::spawn_local(async move {
                let paths = backend::pick(Pick::Many(ENDINGS)).await;
                if !paths.is_empty() {
                    add.emit(paths);
                }
            });
        })
    };
    let act = |act: Act| {
        let to = pages.dispatcher();
        Callback::from(move |()| {
            if !busy {
                to.dispatch(act.clone());
            }
        })
    };
    let ontone = {
        let to = pages.dispatcher();
        Callback::from(move |event: Event| {
            let chosen = select_value(&event);
            if let Some((one, _)) = TONES.iter().find(|(_, id)| *id == chosen) {
                to.dispatch(Act::Tone(*one));
            }
        })
    };
    let onstop = {
        let (making, wanted, stopped) = (*making, wanted.setter(), stopped.setter());
        Callback::from(move |()| {
            if making {
                return backend::run(ScanStop {}, |_| {});
            }
            wanted.set(false);
            stopped.set(true);
            focus("#scan-make");
        })
    };
    let onclose = {
        let (onclose, onstop, leaving, several) = (props.onclose.clone(), onstop.clone(), leaving.clone(), pages.rows.len() > 1);
        Callback::from(move |()| {
            if busy {
                onstop.emit(());
            } else if several && !*leaving {
                // What was put in order is not gone by one key.
                leaving.set(true);
                focus("#scan-leave");
            } else {
                onclose.emit(());
            }
        })
    };
    let name = (*typed).clone().unwrap_or_else(|| pages.title());
    let onname = {
        let (typed, tried) = (typed.setter(), tried.setter());
        Callback::from(move |name: String| {
            typed.set(Some(name));
            tried.set(false);
        })
    };
    let onkeep = {
        let keep = keep.clone();
        Callback::from(move |_: Event| keep.set(!*keep))
    };
    let make = {
        let (ops, app, pages, name, onclose) = (props.ops.clone(), app.clone(), pages.clone(), name.clone(), props.onclose.clone());
        let (making, tried, stopped, error) = (making.clone(), tried.setter(), stopped.setter(), error.setter());
        let (wanted, leaving, keep) = (wanted.setter(), leaving.setter(), *keep);
        Callback::from(move |()| {
            if *making {
                return;
            }
            tried.set(true);
            wanted.set(false);
            leaving.set(false);
            if pages.rows.is_empty() {
                return focus("#scan-add");
            }
            if let Some(wrong) = pages.rows.iter().find(|row| row.error.is_some()) {
                pages.dispatch(Act::Choose(wrong.id));
                return focus("#scan-leave-out");
            }
            if name.trim().is_empty() {
                return focus("#scan-name");
            }
            stopped.set(false);
            error.set(None);
            focus("#scan-stop");
            if pages.to_count().is_some() {
                return wanted.set(true);
            }
            making.set(true);
            app.dispatch(App::Scanning(None));
            let request = ScanMake {
                case,
                name: name.clone(),
                language: app.tr.language().code().to_owned(),
                pages: pages.rows.iter().map(|row| row.page.clone()).collect(),
                tone: pages.tone,
                keep: keep && pages.has_outside(),
            };
            let (making, stopped, error, onclose) = (making.clone(), stopped.clone(), error.clone(), onclose.clone());
            ops.send_then(
                Vec::new(),
                Some("said-scanned"),
                |_| request,
                move |problem| {
                    making.set(false);
                    match problem {
                        None => onclose.emit(()),
                        Some(problem) if problem.code == ErrorCode::Stopped => {
                            stopped.set(true);
                            focus("#scan-make");
                        }
                        problem => error.set(problem),
                    }
                },
            );
        })
    };
    let onsubmit = {
        let make = make.clone();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if !busy {
                make.emit(());
            }
        })
    };
    use_effect_with(*wanted && pages.to_count().is_none(), move |counted| {
        if *counted {
            make.emit(());
        }
    });
    {
        let (to, letters) = (pages.dispatcher(), app.settings.letter_keys);
        let (add, rows) = (onadd.clone(), pages.rows.len());
        use_keys(true, move |event| {
            if covered() || busy || typing(event) || event.ctrl_key() || event.meta_key() {
                return false;
            }
            let act = match (event.key().as_str(), event.alt_key()) {
                ("ArrowUp", false) => Act::Step(-1),
                ("ArrowDown", false) => Act::Step(1),
                ("ArrowUp", true) => Act::Move(-1),
                ("ArrowDown", true) => Act::Move(1),
                ("Delete", false) => Act::LeaveOut,
                _ => match (letter(event, letters).as_deref(), event.shift_key()) {
                    (Some("r"), true) => Act::Turn(3),
                    (Some("r"), false) => Act::Turn(1),
                    (Some("e"), false) => Act::Straighten,
                    (Some("c"), false) => Act::Crop,
                    (Some("a"), false) => {
                        add.emit(());
                        return true;
                    }
                    _ => return false,
                },
            };
            if rows > 0 {
                to.dispatch(act);
            }
            rows > 0
        });
    }
    let shown = pages.shown();
    let of = pages.rows.len();
    {
        // The page that is looked at stays in view, wherever it is carried. It is moved no further than that: under a button that is held, another page
        // would come to lie, and be taken for where this one is carried to.
        let leaving = leaving.setter();
        use_effect_with((pages.at, shown.map(|row| row.id)), move |(_, shown)| {
            let nearest = web_sys::ScrollIntoViewOptions::new();
            nearest.set_block(web_sys::ScrollLogicalPosition::Nearest);
            let row = gloo_utils::document().query_selector("#scan-pages [aria-current=true]").ok().flatten();
            row.iter().for_each(|row| row.scroll_into_view_with_scroll_into_view_options(&nearest));
            // A page that was left out or carried may have had the focus.
            focus_if_lost(if shown.is_some() { "#scan-pages [aria-current=true]" } else { "#scan-add" });
            // Whoever goes on does not leave.
            leaving.set(false);
        });
    }
    let wrong = match (*tried, of, pages.rows.iter().any(|row| row.error.is_some())) {
        (true, 0, _) => Some(tr.t("scan-missing")),
        (true, _, true) => Some(tr.t("scan-unread")),
        _ => None,
    };
    let name_wrong = (*tried && of > 0 && name.trim().is_empty()).then(|| AttrValue::from(tr.t("scan-name-missing")));
    let (first, last) = (shown.is_none() || pages.at == 0, shown.is_none() || pages.at + 1 == of);
    let none = shown.is_none() || busy;
    html! {
        <Dialog id="scan-dialog" large=true title={tr.t("scan-title")} lead={tr.f("scan-lead", &[("reference", view.reference.clone().into())])} onclose={onclose.clone()}>
            <div class="pv__tools" role="group" aria-label={tr.t("scan-tools")}>
                <Button id="scan-left" small=true ico={Ico::Back} label={tr.t("scan-turn-left")} keys={letter_keys(&app, &["Shift", "R"])} disabled={none} onclick={act(Act::Turn(3))} />
                <Button id="scan-right" small=true label={tr.t("scan-turn-right")} keys={&["R"]} disabled={none} onclick={act(Act::Turn(1))} />
                <Toggle id="scan-straighten" label={tr.t("scan-straighten")} key_cap={&["E"]} on={shown.is_some_and(|row| row.page.straighten)} disabled={none} onclick={act(Act::Straighten)} />
                <Toggle id="scan-crop" label={tr.t("scan-crop")} key_cap={&["C"]} on={shown.is_some_and(|row| row.page.crop)} disabled={none} onclick={act(Act::Crop)} />
                <Button id="scan-up" small=true ico={Ico::Up} label={tr.t("scan-up")} keys={&["Alt", "↑"]} disabled={none || first} onclick={act(Act::Move(-1))} />
                <Button id="scan-down" small=true ico={Ico::Down} label={tr.t("scan-down")} keys={&["Alt", "↓"]} disabled={none || last} onclick={act(Act::Move(1))} />
                <Button id="scan-leave-out" small=true ico={Ico::Bin} label={tr.t("scan-leave-out")} keys={&["Del"]} disabled={none} onclick={act(Act::LeaveOut)} />
            </div>
            <div class="sc">
                <section class="sc__list" aria-label={tr.t("scan-pages")}>
                    <div class="sc__add">
                        <Button id="scan-add" small=true ico={Ico::Plus} label={tr.t("scan-add")} keys={&["A"]} disabled={busy} onclick={onadd} />
                        <OfCase view={view.clone()} disabled={busy} onadd={let to = pages.dispatcher(); move |file| to.dispatch(Act::Add(vec![file]))} />
                    </div>
                    if of == 0 { <p class="s t2">{tr.t("scan-empty")}</p> }
                    <ol id="scan-pages" class="sc__pages" onpointerleave={let dragged = dragged.clone(); move |_: PointerEvent| { dragged.take(); }}>
                        { for pages.rows.iter().enumerate().map(|(at, row)| {
                            html! { <Thumb key={row.id.to_string()} row={row.clone()} said={place(tr, row, at, of)} on={at == pages.at} to={pages.dispatcher()} dragged={dragged.clone()} disabled={busy} /> }
                        }) }
                    </ol>
                    if pages.full { <p class="helper helper--wrong" role="alert">{tr.f("scan-too-many", &[("max", SCAN_PAGES.into())])}</p> }
                </section>
                <section class="sc__stage" id="scan-stage" tabindex="0" role="region" aria-busy={shown.is_some_and(|row| row.waits).to_string()}
                    aria-label={shown.map(|row| tr.f("scan-shown", &[("name", row.name.clone().into())])).unwrap_or_else(|| tr.t("scan-tools"))}>
                    { for shown.and_then(|row| row.seen.as_ref().map(|seen| (row, seen))).map(|(row, seen)| html! {
                        <img id="scan-picture" src={seen.picture.clone()} alt={tr.f("scan-shown", &[("name", row.name.clone().into())])} width={seen.view.width.to_string()} height={seen.view.height.to_string()} />
                    }) }
                    <Problem error={shown.and_then(|row| row.error.clone())} />
                </section>
                <form class="sc__form stack12" {onsubmit} novalidate=true>
                    <p class="s" id="scan-state" role="status">{ for shown.map(|row| said(tr, row, pages.at, of)) }</p>
                    <Field id="scan-name" label={tr.t("scan-name")} help={tr.t("scan-name-help")} value={name} wrong={name_wrong} oninput={onname} />
                    <div class="pf-v6-c-form__group">
                        <div class="pf-v6-c-form__group-label"><label class="pf-v6-c-form__label" for="scan-tone"><span class="pf-v6-c-form__label-text">{tr.t("scan-tone")}</span></label></div>
                        <span class="pf-v6-c-form-control"><select id="scan-tone" onchange={ontone} disabled={busy}>
                            { for TONES.iter().map(|(one, id)| html! { <option value={*id} selected={*one == pages.tone}>{tr.t(id)}</option> }) }
                        </select></span>
                    </div>
                    if pages.has_outside() {
                        <div class="pf-v6-c-check">
                            <input class="pf-v6-c-check__input" type="checkbox" id="scan-keep" checked={*keep} onchange={onkeep} disabled={busy} />
                            <label class="pf-v6-c-check__label" for="scan-keep">{tr.t("scan-keep")}</label>
                        </div>
                    }
                    { for wrong.map(|text| html! { <p class="helper helper--wrong" role="alert" data-test="scan-wrong">{text}</p> }) }
                    <Problem error={(*error).clone()} focus=true />
                    <div role="status" id="scan-progress">
                        if *making {
                            {making_of(tr, app.scanning, of)}
                        } else if let Some(row) = pages.to_count().filter(|_| *wanted) {
                            <p class="s t2">{tr.f("scan-reading", &[("name", row.name.clone().into())])}</p>
                        } else if *stopped {
                            <p class="s t2">{tr.t("scan-stopped")}</p>
                        }
                    </div>
                    if *leaving { <p class="helper helper--wrong" role="alert" data-test="scan-leaving">{tr.t("scan-leaving")}</p> }
                    <div class="acts">
                        <Button id="scan-make" submit=true kind={Kind::Primary} label={tr.t("scan-make")} keys={&["Ctrl", "↵"]} disabled={busy} />
                        if busy {
                            <Button id="scan-stop" kind={Kind::Tertiary} label={tr.t("stop")} keys={&["Esc"]} onclick={onstop} />
                        } else {
                            <Button id="scan-leave" kind={Kind::Tertiary} label={tr.t(if *leaving { "scan-leave" } else { "cancel" })} keys={&["Esc"]} onclick={onclose} />
                        }
                    </div>
                </form>
            </div>
        </Dialog>
    }
}

/// Whether another dialog lies over this one, and has the keys.
fn covered() -> bool {
    gloo_utils::document().query_selector("dialog[open]:not(#scan-dialog)").ok().flatten().is_some()
}

/// Keys of which one is a letter, where letters act.
fn letter_keys(app: &crate::state::App, keys: &'static [&'static str]) -> Keys {
    if app.settings.letter_keys { Keys(keys) } else { Keys::default() }
}

/// What a file of this computer is called.
fn name_of(path: &str) -> String {
    path.rsplit(['/', '\\']).next().unwrap_or(path).to_owned()
}

/// Which of all pages one is.
fn place(tr: &Tr, row: &Row, at: usize, of: usize) -> String {
    let (page, name, several) = (at + 1, row.name.clone(), row.seen.as_ref().is_some_and(|seen| seen.view.pages > 1));
    if several || row.page.page > 1 {
        let own = row.page.page;
        return tr.f("scan-page-of", &[("page", page.into()), ("pages", of.into()), ("name", name.into()), ("own", own.into())]);
    }
    tr.f("scan-page", &[("page", page.into()), ("pages", of.into()), ("name", name.into())])
}

/// What is to be said of a page: which it is, how it stands, whether it was cut, how large it is.
fn said(tr: &Tr, row: &Row, at: usize, of: usize) -> Html {
    let stands = row.stands().map(|stands| match stands {
        Stands::AsPut => tr.t("scan-as-put"),
        Stands::Level => tr.t("scan-level"),
        Stands::Turned(degrees) => tr.f("scan-askew", &[("degrees", degrees.into())]),
        Stands::Unclear => tr.t("scan-unclear"),
    });
    let cut = row.seen.as_ref().filter(|_| row.page.crop).map(|seen| match seen.view.cropped {
        true => tr.t("scan-cropped"),
        false => tr.t("scan-no-edges"),
    });
    let paper = row.seen.as_ref().map(|seen| {
        let (width, height) = seen.view.paper;
        tr.f("scan-paper", &[("width", width.into()), ("height", height.into())])
    });
    let lines = match (row.waits, &row.error) {
        (true, _) => vec![tr.f("scan-reading", &[("name", row.name.clone().into())])],
        (false, Some(error)) => vec![tr.error(error).what],
        (false, None) => [stands, cut, paper].into_iter().flatten().collect(),
    };
    html! {
        <>
            <b>{place(tr, row, at, of)}</b>
            { for lines.into_iter().map(|line| html! { <span class="sc__said">{line}</span> }) }
        </>
    }
}

/// How far the file is.
fn making_of(tr: &Tr, scanning: Option<(u64, u64)>, of: usize) -> Html {
    let (done, total) = scanning.unwrap_or((0, of as u64));
    // The one that is being made, not those that are.
    let page = (done + 1).min(total.max(1));
    progress(&tr.f("scan-making", &[("done", page.into()), ("total", total.into())]), done, total)
}

#[derive(Properties, PartialEq)]
struct ToggleProps {
    id: AttrValue,
    label: String,
    key_cap: &'static [&'static str; 1],
    on: bool,
    disabled: bool,
    onclick: Callback<()>,
}

/// Something about the page that is on or off.
#[component]
fn Toggle(props: &ToggleProps) -> Html {
    let letters = use_app().settings.letter_keys;
    html! {
        <button type="button" id={props.id.clone()} class="pf-v6-c-button pf-m-secondary pf-m-small sc__toggle" aria-pressed={props.on.to_string()} disabled={props.disabled}
            onclick={props.onclick.reform(|_: MouseEvent| ())}>
            <span class="pf-v6-c-button__text">{props.label.clone()}</span>
            {" "}
            if letters { {keys(props.key_cap)} }
        </button>
    }
}

#[derive(Properties, PartialEq)]
struct OfCaseProps {
    view: CaseView,
    disabled: bool,
    onadd: Callback<(ScanSource, String)>,
}

/// Files of the case that are here and have pages, to be chosen from.
#[component]
fn OfCase(props: &OfCaseProps) -> Html {
    let tr = &use_app().tr;
    let chosen = use_state(String::new);
    let here = |one: &&praesto_contract::AttachmentView| {
        let held =
            one.versions.first().is_some_and(|newest| matches!(newest.whereabouts, Whereabouts::Here | Whereabouts::WaitingToBeSent));
        held && (one.media_type.starts_with("image/") || one.media_type == "application/pdf")
    };
    let files: Vec<_> = props.view.attachments.iter().filter(here).cloned().collect();
    if files.is_empty() {
        return html! {};
    }
    let onchange = {
        let chosen = chosen.setter();
        Callback::from(move |event: Event| chosen.set(select_value(&event)))
    };
    let onclick = {
        let (chosen, files, onadd) = (chosen.clone(), files.clone(), props.onadd.clone());
        Callback::from(move |()| {
            if let Some(one) = files.iter().find(|one| one.id.to_string() == *chosen) {
                // The version that is seen is the one that is taken, whatever comes meanwhile.
                let version = one.versions.first().map(|newest| newest.id.clone());
                onadd.emit((ScanSource::Case { attachment: one.id, version }, one.name.clone()));
            } else {
                focus("#scan-of-case");
            }
        })
    };
    html! {
        <div class="sc__case">
            <label class="pf-v6-c-form__label" for="scan-of-case"><span class="pf-v6-c-form__label-text">{tr.t("scan-of-case")}</span></label>
            <div class="sc__pick">
                <span class="pf-v6-c-form-control"><select id="scan-of-case" {onchange} disabled={props.disabled}>
                    <option value="" selected={chosen.is_empty()}>{tr.t("scan-of-case-choose")}</option>
                    { for files.iter().map(|one| html! { <option value={one.id.to_string()} selected={one.id.to_string() == *chosen}>{one.name.clone()}</option> }) }
                </select></span>
                <Button id="scan-of-case-add" small=true label={tr.t("scan-of-case-add")} disabled={props.disabled} {onclick} />
            </div>
        </div>
    }
}

#[derive(Properties)]
struct ThumbProps {
    row: Row,
    said: String,
    on: bool,
    to: UseReducerDispatcher<Pages>,
    /// Which one is being dragged.
    dragged: Rc<RefCell<Option<u32>>>,
    disabled: bool,
}

impl PartialEq for ThumbProps {
    /// Where it is told to and what is dragged stay the same as long as the dialog is open.
    fn eq(&self, other: &Self) -> bool {
        (&self.row, &self.said, self.on, self.disabled) == (&other.row, &other.said, other.on, other.disabled)
    }
}

/// A page in the list: chosen by a click, carried by its picture.
#[component]
fn Thumb(props: &ThumbProps) -> Html {
    let tr = &use_app().tr;
    let id = props.row.id;
    let choose = |what: Option<u32>| {
        let (to, dragged) = (props.to.clone(), props.dragged.clone());
        Callback::from(move |_: PointerEvent| {
            dragged.replace(what);
            to.dispatch(Act::Choose(id));
        })
    };
    let onclick = {
        let to = props.to.clone();
        Callback::from(move |_: MouseEvent| to.dispatch(Act::Choose(id)))
    };
    let onpointerenter = {
        let (to, dragged) = (props.to.clone(), props.dragged.clone());
        Callback::from(move |event: PointerEvent| {
            let one = *dragged.borrow();
            match one {
                // Let go somewhere else, it is not carried any more.
                Some(_) if event.buttons() & 1 == 0 => {
                    dragged.take();
                }
                Some(one) if one != id => to.dispatch(Act::Drag(one, id)),
                _ => {}
            }
        })
    };
    let picture = props.row.seen.as_ref().map(|seen| seen.picture.clone());
    let mark = match (props.row.waits, &props.row.error) {
        (true, _) => Some(state("mute", Ico::Clock, tr.f("scan-reading", &[("name", props.row.name.clone().into())]))),
        (false, Some(error)) => Some(state("danger", Ico::Octagon, tr.error(error).what)),
        (false, None) => None,
    };
    html! {
        <li {onpointerenter}>
            <button type="button" class="sc__thumb" data-test="scan-page" aria-current={props.on.to_string()} disabled={props.disabled}
                {onclick} onpointerdown={choose(Some(id))} onpointerup={choose(None)}>
                <span class="sc__mini" aria-hidden="true">
                    if let Some(src) = picture { <img {src} alt="" draggable="false" decoding="async" /> } else { {icon(Ico::Picture)} }
                </span>
                <span class="sc__name">{props.said.clone()}{ for mark }</span>
            </button>
        </li>
    }
}
