//! What is open in other programs, over every page: how many files, what is wrong with them, and the way to put them back.

use praesto_contract::{ApiError, ElsewhereView, FileElsewhere, FilePutBack, FoundElsewhere, PutBack};
use yew::prelude::*;

use super::leaving;
use crate::{
    backend,
    components::{Button, Dialog, Foot, Ico, Kind, icon},
    drafts,
    i18n::Tr,
    keys::{focus, letter, use_keys},
    route::{Area, Route},
    state::{Act, App, use_app},
};

/// Puts everything back and says what came back.
fn put_back(app: &App, busy: UseStateSetter<bool>) {
    let app = app.clone();
    backend::run(FilePutBack { copy: None }, move |answer| {
        busy.set(false);
        match answer {
            Ok(done) => came_back(&app, done),
            Err(error) => app.dispatch(Act::Failed(error)),
        }
    });
}

fn came_back(app: &App, done: PutBack) {
    let mut text = app.tr.n("elsewhere-came-back", done.versions);
    if !done.further.is_empty() {
        let further = app.tr.f("elsewhere-further", &[("names", app.tr.words().list(&done.further).into())]);
        text = format!("{text} {further}");
    }
    app.dispatch(Act::Elsewhere(done.left));
    app.dispatch(Act::CasesChanged);
    app.dispatch(Act::Toast { text, danger: false, undo: None });
}

/// The strip over the page; nothing where nothing is out and nothing was found.
#[component]
pub(super) fn Strip() -> Html {
    let app = use_app();
    let tr = &app.tr;
    let busy = use_state(|| false);
    // What was read about is not said again on this page.
    let read = use_state(Vec::<FoundElsewhere>::new);
    let ElsewhereView { files, found, .. } = &*app.elsewhere;
    let (out, letters) = (!files.is_empty(), app.settings.letter_keys);
    let onback = {
        let (app, busy) = (app.clone(), busy.clone());
        Callback::from(move |()| {
            if out && !*busy {
                busy.set(true);
                put_back(&app, busy.setter());
            }
        })
    };
    {
        let onback = onback.clone();
        use_keys(false, move |event| {
            let asked = out && event.shift_key() && letter(event, letters).as_deref() == Some("c");
            if asked {
                onback.emit(());
            }
            asked
        });
    }
    let unread = unread(found, &read);
    let onread = {
        let (read, all) = (read.clone(), found.clone());
        Callback::from(move |()| read.set(all.clone()))
    };
    html! {
        <div role="status">
            if out {
                <div class="strip pf-v6-c-alert pf-m-inline pf-m-warning" id="elsewhere" data-test="elsewhere" data-files={files.len().to_string()}>
                    <div class="pf-v6-c-alert__icon">{icon(Ico::TrayOut)}</div>
                    <p class="pf-v6-c-alert__title">{tr.n("elsewhere-strip", files.len() as u64)}</p>
                    <div class="acts"><Button id="elsewhere-put-back" small=true disabled={*busy} label={tr.t("elsewhere-put-back")} keys={&["Shift", "C"]} onclick={onback} /></div>
                    <div class="pf-v6-c-alert__description">{ for files.iter().map(|file| one(tr, file)) }</div>
                </div>
            }
            if !unread.is_empty() {
                <div class="strip pf-v6-c-alert pf-m-inline pf-m-info" data-test="elsewhere-found">
                    <div class="pf-v6-c-alert__icon">{icon(Ico::Info)}</div>
                    <div class="pf-v6-c-alert__title">{ for unread.iter().map(|found| html! { <p class="break">{was_found(tr, found)}</p> }) }</div>
                    <div class="acts">
                        <Button small=true hook="elsewhere-found-look" label={tr.t("elsewhere-found-look")} onclick={to_case(&unread, onread.clone())} />
                        <Button small=true plain=true ico={Ico::Close} label={tr.t("close")} onclick={onread} />
                    </div>
                </div>
            }
        </div>
    }
}

/// What was found and not read about yet. What was made the newest version is no longer among what was found.
fn unread(found: &[FoundElsewhere], read: &[FoundElsewhere]) -> Vec<FoundElsewhere> {
    let mut read = read.to_vec();
    let is_unread = |one: &&FoundElsewhere| match read.iter().position(|other| other == *one) {
        Some(place) => {
            read.swap_remove(place);
            false
        }
        None => true,
    };
    found.iter().filter(is_unread).cloned().collect()
}

/// A file that is out: its name, and what is wrong with it.
fn one(tr: &Tr, file: &FileElsewhere) -> Html {
    let name = &file.name;
    html! {
        <div>
            <p class="break">{tr.f("elsewhere-strip-named", &[("name", name.clone().into()), ("reference", file.reference.clone().into())])}</p>
            if !file.in_memory { <p>{tr.t("elsewhere-on-disk")}</p> }
            if file.cut_off { <p class="break" data-test="elsewhere-cut-off">{tr.f("elsewhere-cut-off", &[("name", name.clone().into())])}</p> }
            { for file.problem.iter().map(|error| {
                let said = tr.error(error);
                html! { <p class="break" data-test="elsewhere-problem">{format!("{} {} {}", tr.f("elsewhere-not-sealed", &[("name", name.clone().into())]), said.what, said.next)}</p> }
            }) }
        </div>
    }
}

fn was_found(tr: &Tr, found: &FoundElsewhere) -> String {
    let (name, reference) = (found.name.clone(), found.reference.clone());
    match found.attachment {
        Some(_) => tr.f("elsewhere-found", &[("name", name.into()), ("reference", reference.into())]),
        None => tr.f("elsewhere-found-nothing", &[("name", name.into()), ("reference", reference.into())]),
    }
}

fn to_case(found: &[FoundElsewhere], onread: Callback<()>) -> Callback<()> {
    let case = found.last().map(|found| found.case);
    Callback::from(move |()| {
        onread.emit(());
        Route { case, ..Route::area(Area::Cases) }.go();
    })
}

#[derive(Properties, PartialEq)]
pub(super) struct ClosingProps {
    pub(super) onclose: Callback<()>,
}

/// The window is to be closed while files are open in other programs: one question, and one press puts them back and closes.
#[component]
pub(super) fn Closing(props: &ClosingProps) -> Html {
    let app = use_app();
    let tr = &app.tr;
    let (error, busy) = (use_state(|| None::<ApiError>), use_state(|| false));
    use_effect_with((), |()| focus("#elsewhere-close-do"));
    let onsubmit = {
        let (app, error, busy) = (app.dispatcher(), error.setter(), busy.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if *busy {
                return;
            }
            busy.set(true);
            let (app, error, busy) = (app.clone(), error.clone(), busy.setter());
            wasm_bindgen_futures::spawn_local(async move {
                match backend::call(FilePutBack { copy: None }).await {
                    Ok(_) => {
                        drafts::settled().await;
                        leaving::goes(&app).await;
                    }
                    Err(problem) => {
                        busy.set(false);
                        error.set(Some(problem));
                    }
                }
            });
        })
    };
    let onstay = {
        let onclose = props.onclose.clone();
        Callback::from(move |()| {
            onclose.emit(());
            wasm_bindgen_futures::spawn_local(backend::stays());
        })
    };
    let ongo = {
        let app = app.dispatcher();
        Callback::from(move |()| {
            let app = app.clone();
            wasm_bindgen_futures::spawn_local(async move {
                drafts::settled().await;
                leaving::goes(&app).await;
            });
        })
    };
    let count = app.elsewhere.files.len().max(1) as u64;
    html! {
        <Dialog id="elsewhere-close-dialog" title={tr.n("elsewhere-close-title", count)} lead={tr.t("elsewhere-close-text")} onclose={onstay.clone()}>
            <form class="pf-v6-c-form stack16" {onsubmit} novalidate=true>
                <Foot id="elsewhere-close-do" label={tr.t("elsewhere-close-do")} busy={*busy} error={(*error).clone()} oncancel={onstay} />
            </form>
            if error.is_some() && !*busy {
                <p class="s" id="elsewhere-close-left">{tr.t("elsewhere-close-left")}</p>
                <div class="acts"><Button id="elsewhere-close-all-the-same" kind={Kind::Tertiary} label={tr.t("elsewhere-close-all-the-same")} onclick={ongo} /></div>
            }
        </Dialog>
    }
}
