//! A file of the case, shown in place: a layer over the case, page by page. Nothing of it is kept by the window once it is closed.

use std::rc::Rc;

use praesto_contract::{
    ApiError, AttachmentFetch, AttachmentId, AttachmentKeepPart, AttachmentPreview, ErrorCode, PRINTED_PAGES, PreviewShown, PreviewStop,
    PreviewView,
};
use web_sys::Element;
use yew::prelude::*;

use super::{
    attachment::Leaving,
    ops::Ops,
    preview_page::Page,
    print_file::{PrintFile, Printing},
    shown::{AGAIN, Shown, was_stopped},
};
use crate::{
    backend::{self, Newest},
    components::{Button, Dialog, Ico, Kind, Problem, icon14, keys, state},
    keys::{focus, letter, use_keys},
    state::use_app,
};

/// Sizes in percent, and the usual one among them.
const SIZES: [u32; 7] = [50, 75, 100, 125, 150, 200, 300];
const USUAL: usize = 2;
/// Widest picture that is asked for, in pixels.
const WIDEST: f64 = 3000.0;

/// A file that somebody looks at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Looking {
    pub(super) attachment: AttachmentId,
    pub(super) version: Option<String>,
    pub(super) name: String,
}

/// What is looked at: a file that came with a mail, or the file itself, and which page of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Place {
    part: Vec<u32>,
    page: u32,
}

#[derive(Properties, PartialEq)]
pub(super) struct PreviewProps {
    pub(super) looking: Looking,
    pub(super) ops: Ops,
    /// Reference of the case, for paper.
    pub(super) reference: AttrValue,
    /// Whether the case takes no edit until it is brought back.
    pub(super) removed: bool,
    pub(super) onleave: Callback<Leaving>,
    pub(super) onclose: Callback<()>,
}

#[component]
pub(super) fn Preview(props: &PreviewProps) -> Html {
    let app = use_app();
    let tr = &app.tr;
    let (looking, ops) = (&props.looking, &props.ops);
    let place = use_state(|| Place { part: Vec::new(), page: 1 });
    let size = use_state(|| USUAL);
    let again = use_state(|| 0_u32);
    let shown = use_state(|| None::<Rc<Shown>>);
    let error = use_state(|| None::<ApiError>);
    let busy = use_state(|| true);
    let as_text = use_state(|| false);
    let kept = use_state(Vec::<Vec<u32>>::new);
    let keeping = use_state(|| false);
    let printing = use_state(|| None::<Printing>);
    let newest = use_memo((), |()| Newest::default());
    // The version that is looked at, once it is known: a newer one that comes meanwhile is another file.
    let version = {
        let named = looking.version.clone();
        use_mut_ref(|| named)
    };
    let stage = use_node_ref();
    {
        let newest = newest.clone();
        use_effect_with((), move |()| {
            focus("#preview-stage");
            move || newest.overtake()
        });
    }
    {
        let (ops, attachment, version, stage, newest) = (ops.clone(), looking.attachment, version.clone(), stage.clone(), newest.clone());
        let (shown, error, busy) = (shown.clone(), error.setter(), busy.setter());
        let asked = use_mut_ref(|| None);
        use_effect_with(((*place).clone(), *size, *again), move |(place, size, again)| {
            let element = stage.cast::<Element>();
            let width = asked_width(element.as_ref(), SIZES[*size]);
            let same = asked.replace(Some((place.clone(), *again))).is_some_and(|before| before == (place.clone(), *again));
            // Another file is not shown under the name of this one, not even until it comes.
            let other = shown.as_ref().is_some_and(|shown| shown.part != place.part);
            if other {
                shown.set(None);
            }
            // Made smaller, or without a picture, what is here will do.
            let enough = !other && shown.as_ref().is_some_and(|shown| shown.drawn().is_none_or(|picture| picture.width >= width));
            if same && enough {
                return;
            }
            busy.set(true);
            error.set(None);
            let request = AttachmentPreview {
                case: ops.case,
                attachment,
                version: version.borrow().clone(),
                part: place.part.clone(),
                page: place.page,
                width,
            };
            let part = place.part.clone();
            let done = move |answer: Result<PreviewView, ApiError>| {
                busy.set(false);
                match answer {
                    Ok(view) => {
                        version.replace(Some(view.version.clone()));
                        shown.set(Some(Rc::new(Shown::of(part, view))));
                        if let Some(stage) = element.filter(|_| !same) {
                            stage.set_scroll_top(0);
                        }
                    }
                    Err(problem) => {
                        shown.set(None);
                        error.set(Some(problem));
                    }
                }
            };
            asks(newest, request, AGAIN, Box::new(done));
        });
    }
    let view = shown.as_ref().map(|shown| &shown.view);
    let pages = view.map_or(1, |view| view.pages);
    let page_of = shown.as_ref().map(|shown| shown.page_of(tr)).unwrap_or_default();
    let go = {
        let place = place.clone();
        Callback::from(move |place_to: Place| place.set(place_to))
    };
    let turn = {
        let (place, go) = (place.clone(), go.clone());
        Callback::from(move |by: i64| {
            let page = (i64::from(place.page) + by).clamp(1, i64::from(pages)) as u32;
            if page != place.page {
                go.emit(Place { page, ..(*place).clone() });
            }
        })
    };
    let resize = {
        let size = size.clone();
        Callback::from(move |by: isize| size.set(size.saturating_add_signed(by).min(SIZES.len() - 1)))
    };
    let open_part = {
        let go = go.clone();
        Callback::from(move |part: Vec<u32>| {
            go.emit(Place { part, page: 1 });
            focus("#preview-stage");
        })
    };
    let onback = {
        let (place, go, busy, onclose, newest) = (place.clone(), go.clone(), busy.clone(), props.onclose.clone(), newest.clone());
        Callback::from(move |()| {
            newest.overtake();
            if *busy {
                backend::run(PreviewStop {}, |_| {});
            }
            match place.part.split_last() {
                Some((_, above)) => {
                    go.emit(Place { part: above.to_vec(), page: 1 });
                    focus("#preview-stage");
                }
                None => onclose.emit(()),
            }
        })
    };
    let onshut = {
        let (busy, onclose, newest) = (busy.clone(), props.onclose.clone(), newest.clone());
        Callback::from(move |()| {
            newest.overtake();
            if *busy {
                backend::run(PreviewStop {}, |_| {});
            }
            onclose.emit(());
        })
    };
    let onsave = {
        let (looking, version, onleave) = (looking.clone(), version.clone(), props.onleave.clone());
        let removed = props.removed;
        Callback::from(move |()| {
            if removed {
                return;
            }
            let Looking { attachment, name, .. } = looking.clone();
            onleave.emit(Leaving { attachment, version: version.borrow().clone(), name });
        })
    };
    let onfetch = {
        let (ops, attachment, version, again, error) = (ops.clone(), looking.attachment, version.clone(), again.clone(), error.setter());
        Callback::from(move |()| {
            let (again, error) = (again.clone(), error.clone());
            let request = AttachmentFetch { case: ops.case, attachment, version: version.borrow().clone() };
            ops.send_then(
                Vec::new(),
                None,
                |_| request,
                move |problem| match problem {
                    None => again.set(*again + 1),
                    problem => error.set(problem),
                },
            );
        })
    };
    let onkeep = {
        let (ops, attachment, kept, keeping, error) = (ops.clone(), looking.attachment, kept.clone(), keeping.clone(), error.setter());
        let (removed, version) = (props.removed, version.clone());
        Callback::from(move |part: Vec<u32>| {
            if removed || *keeping || part.is_empty() || kept.contains(&part) {
                return;
            }
            keeping.set(true);
            error.set(None);
            let (kept, keeping, error) = (kept.clone(), keeping.clone(), error.clone());
            let request = AttachmentKeepPart { case: ops.case, attachment, version: version.borrow().clone(), part: part.clone() };
            ops.send_then(
                Vec::new(),
                Some("said-kept"),
                |_| request,
                move |problem| {
                    keeping.set(false);
                    match problem {
                        None => kept.set(kept.iter().cloned().chain([part]).collect()),
                        problem => error.set(problem),
                    }
                },
            );
        })
    };
    let onprint = {
        let (attachment, shown, printing, error) = (looking.attachment, (*shown).clone(), printing.setter(), error.setter());
        let removed = props.removed;
        Callback::from(move |()| {
            let Some(Shown { part, view, .. }) = shown.as_deref().filter(|_| !removed) else { return };
            // Said before anybody is asked why.
            if view.pages > PRINTED_PAGES {
                let long = ApiError::new(ErrorCode::TooManyPages).with("pages", view.pages).with("most", PRINTED_PAGES);
                return error.set(Some(long));
            }
            let (part, version, name) = (part.clone(), view.version.clone(), view.name.clone());
            printing.set(Some(Printing { attachment, version, part, name }));
        })
    };
    let onprinted = {
        let printing = printing.setter();
        Callback::from(move |()| printing.set(None))
    };
    // Acts are for what is seen; where nothing is, a file can be saved all the same.
    let there = shown.as_ref().map_or_else(Vec::new, |shown| shown.part.clone());
    let has_text = matches!(view.map(|view| &view.shown), Some(PreviewShown::Page { text, .. }) if !text.is_empty());
    let ontext = {
        let as_text = as_text.clone();
        Callback::from(move |()| as_text.set(!*as_text))
    };
    {
        let (turn, resize, size, stage) = (turn.clone(), resize.clone(), size.setter(), stage.clone());
        let (ontext, onsave, onprint, onkeep, part) = (ontext.clone(), onsave.clone(), onprint.clone(), onkeep.clone(), there.clone());
        let (letters, is_file) = (app.settings.letter_keys, place.part.is_empty());
        use_keys(true, move |event| {
            if covered() {
                return false;
            }
            let stage = stage.cast::<Element>();
            match (event.key().as_str(), &stage) {
                ("ArrowRight", stage) if !wide(stage.as_ref()) => turn.emit(1),
                ("ArrowLeft", stage) if !wide(stage.as_ref()) => turn.emit(-1),
                ("PageDown", Some(stage)) => {
                    if !scrolled(stage, 1) {
                        turn.emit(1)
                    }
                }
                ("PageUp", Some(stage)) => {
                    if !scrolled(stage, -1) {
                        turn.emit(-1)
                    }
                }
                _ => match letter(event, letters).as_deref() {
                    Some("+" | "=") => resize.emit(1),
                    Some("-") => resize.emit(-1),
                    Some("0") => size.set(USUAL),
                    Some("t") if has_text => ontext.emit(()),
                    Some("s") if is_file => onsave.emit(()),
                    Some("p") => onprint.emit(()),
                    Some("a") if !part.is_empty() => onkeep.emit(part.clone()),
                    _ => return false,
                },
            }
            true
        });
    }
    let name = view.map_or_else(|| looking.name.clone(), |view| view.name.clone());
    let lead = view.map(|view| {
        let (who, when) = (tr.by(&view.by), tr.moment(view.by.at));
        let version = tr.f(if view.older { "preview-older" } else { "preview-newest" }, &[("who", who.into()), ("when", when.into())]);
        match there.is_empty() {
            true => version,
            false => format!("{} {version}", tr.f("preview-came-with", &[("name", looking.name.clone().into())])),
        }
    });
    let fetchable =
        error.as_ref().is_some_and(|error| matches!(error.code, ErrorCode::AttachmentNotHere | ErrorCode::AttachmentWithAuthor));
    let is_kept = kept.contains(&there);
    html! {
        <>
            <Dialog id="preview-dialog" title={name.clone()} lead={lead.map(AttrValue::from)} large=true onclose={onback.clone()} onshut={onshut}>
                <div class="pv__tools" role="group" aria-label={tr.t("preview-tools")}>
                    if pages > 1 {
                        <Button id="preview-previous" plain=true small=true ico={Ico::Left} label={tr.t("preview-page-previous")} disabled={place.page <= 1}
                            onclick={turn.reform(|()| -1)} />
                        <span class="n" id="preview-page" role="status">{page_of.clone()}</span>
                        <Button id="preview-next" plain=true small=true ico={Ico::Right} label={tr.t("preview-page-next")} disabled={place.page >= pages}
                            onclick={turn.reform(|()| 1)} />
                        {keys(&["←", "→"])}
                    } else if view.is_some_and(|view| !view.title.is_empty()) {
                        <span class="n" id="preview-page" role="status">{page_of}</span>
                    }
                    <span class="pv__size">
                        <Button id="preview-smaller" plain=true small=true ico={Ico::Minus} label={tr.t("preview-smaller")} disabled={*size == 0} onclick={resize.reform(|()| -1)} />
                        <span class="n" id="preview-size" role="status">{tr.f("preview-size", &[("percent", SIZES[*size].into())])}</span>
                        <Button id="preview-larger" plain=true small=true ico={Ico::Plus} label={tr.t("preview-larger")} disabled={*size + 1 == SIZES.len()} onclick={resize.reform(|()| 1)} />
                        if app.settings.letter_keys { {keys(&["+", "-"])} }
                    </span>
                    if has_text {
                        <button type="button" id="preview-text" class="pf-v6-c-button pf-m-secondary pf-m-small" aria-pressed={as_text.to_string()}
                            onclick={ontext.reform(|_: MouseEvent| ())}>
                            <span class="pf-v6-c-button__icon pf-m-start">{icon14(Ico::Note)}</span>
                            <span class="pf-v6-c-button__text">{tr.t("preview-text")}</span>
                            if app.settings.letter_keys { {keys(&["T"])} }
                        </button>
                    }
                    <span class="pv__acts">
                        if view.is_some() {
                            <Button id="preview-print" small=true label={tr.t("preview-print")} keys={&["P"]} disabled={props.removed} onclick={onprint} />
                        }
                        if place.part.is_empty() {
                            <Button id="preview-save" small=true label={tr.t("attachment-save")} keys={&["S"]} disabled={props.removed} onclick={onsave} />
                        } else {
                            <Button id="preview-back" small=true kind={Kind::Tertiary} ico={Ico::Back} label={tr.t("preview-back")} keys={&["Esc"]} onclick={onback.clone()} />
                            if is_kept {
                                <span role="status" data-test="preview-kept">{state("success", Ico::Tick, tr.t("preview-kept"))}</span>
                            } else if view.is_some() {
                                <Button id="preview-keep" small=true ico={Ico::Clip} label={tr.t("preview-keep")} keys={&["A"]} disabled={props.removed || *keeping}
                                    onclick={onkeep.reform(move |()| there.clone())} />
                            }
                        }
                    </span>
                </div>
                <Problem error={(*error).clone()} focus=true>
                    if fetchable {
                        <div class="acts"><Button id="preview-fetch" small=true ico={Ico::TrayIn} label={tr.t("attachment-fetch")} onclick={onfetch} /></div>
                    }
                </Problem>
                <div role="status" class="pv__busy">
                    if *busy {
                        <p class="s t2">{tr.f("preview-opening", &[("name", name.clone().into())])}</p>
                        <Button id="preview-cancel" small=true kind={Kind::Tertiary} label={tr.t("cancel")} keys={&["Esc"]} onclick={onback} />
                    }
                </div>
                <div ref={stage} id="preview-stage" class="pv__stage" role="region" tabindex="0" aria-busy={busy.to_string()}
                    aria-label={tr.f("preview-content", &[("name", name.into())])}>
                    if let Some(shown) = &*shown {
                        <Page shown={shown.clone()} percent={SIZES[*size]} as_text={*as_text && has_text} kept={(*kept).clone()}
                            locked={props.removed || *keeping} onopen={open_part} onkeep={onkeep} />
                    }
                </div>
            </Dialog>
            if let Some(file) = &*printing {
                <PrintFile file={file.clone()} reference={props.reference.clone()} ops={ops.clone()} onclose={onprinted} />
            }
        </>
    }
}

/// Asks, and asks again where something older that came late ended what is wanted still.
fn asks(newest: Rc<Newest>, request: AttachmentPreview, again: u32, done: Box<dyn FnOnce(Result<PreviewView, ApiError>)>) {
    let (asker, repeated) = (newest.clone(), request.clone());
    newest.run(
        request,
        move |answer| {
            if was_stopped(&answer) && again > 0 { asks(asker, repeated, again - 1, done) } else { done(answer) }
        },
    );
}

/// How many pixels the stage takes at this size; in steps, so that a hair more is no other picture.
fn asked_width(stage: Option<&Element>, percent: u32) -> u32 {
    let css = stage.map_or(0, Element::client_width).max(300);
    let pixels = f64::from(css) * gloo_utils::window().device_pixel_ratio() * f64::from(percent) / 100.0;
    ((pixels.min(WIDEST) / 100.0).ceil() * 100.0) as u32
}

/// Whether another dialog lies over the preview, and has the keys.
fn covered() -> bool {
    gloo_utils::document().query_selector("dialog[open]:not(#preview-dialog)").ok().flatten().is_some()
}

/// Whether the arrows to the sides scroll.
fn wide(stage: Option<&Element>) -> bool {
    stage.is_some_and(|stage| stage.scroll_width() > stage.client_width() + 1)
}

/// Scrolls by most of what is seen; whether there was anything to scroll to.
fn scrolled(stage: &Element, by: i32) -> bool {
    let before = stage.scroll_top();
    stage.set_scroll_top(before + by * stage.client_height() * 9 / 10);
    stage.scroll_top() != before
}
