//! The top bar: search, the state of synchronisation in words, who I am, lock.

use praesto_contract::{ApiError, ErrorCode, OfficeView, SyncNow, SyncPhase, SyncView};
use yew::prelude::*;

use crate::{
    backend,
    components::{Button, Ico, icon, keys},
    i18n::{Tr, initials},
    state::{Act, Layer, use_app},
};

#[derive(Properties, PartialEq)]
pub(super) struct TopBarProps {
    pub(super) office: OfficeView,
}

#[component]
pub(super) fn TopBar(props: &TopBarProps) -> Html {
    let app = use_app();
    let tr = &app.tr;
    let busy = use_state(|| false);
    let layer = |layer: Layer| {
        let app = app.clone();
        Callback::from(move |()| app.dispatch(Act::Layer(layer)))
    };
    let onsync = {
        let (app, busy) = (app.clone(), busy.clone());
        Callback::from(move |_: MouseEvent| {
            if *busy {
                return;
            }
            busy.set(true);
            let (app, busy) = (app.clone(), busy.clone());
            backend::run(SyncNow {}, move |answer| {
                busy.set(false);
                match answer {
                    Ok(sync) => {
                        // Whoever asked hears it, though nothing changed.
                        if sync.phase == SyncPhase::Offline {
                            app.dispatch(Act::Toast { text: words(&app.tr, &sync), danger: false, undo: None });
                        }
                        app.dispatch(Act::Sync(sync));
                    }
                    Err(error) => app.dispatch(Act::Failed(error)),
                }
            });
        })
    };
    let onlock = {
        let app = app.clone();
        Callback::from(move |()| super::lock(&app))
    };
    let onsearch = layer(Layer::Palette).reform(|_: MouseEvent| ());
    html! {
        <header class="topbar">
            <button type="button" class="search" id="search" onclick={onsearch}>
                {icon(Ico::Search)}<span class="el">{tr.t("search-hint")}</span>{keys(&["Ctrl", "K"])}
            </button>
            <span class="sp"></span>
            { for app.sync.as_ref().map(|sync| {
                let (class, ico) = look(sync);
                let said = words(tr, sync);
                if sync.phase == SyncPhase::NoServer {
                    return html! { <span id="sync" class="sync" role="status" data-phase={phase_code(sync)} data-waiting={sync.waiting.to_string()}>{icon(ico)}<span>{said}</span></span> };
                }
                html! {
                    <>
                        <button type="button" id="sync" class={classes!("sync", class)} data-phase={phase_code(sync)} data-waiting={sync.waiting.to_string()}
                            title={hint(tr, sync)} onclick={onsync.clone()}>
                            {icon(ico)}<span>{said.clone()}</span>{bar(tr, sync)}
                        </button>
                        <span class="pf-v6-screen-reader" role="status">{quiet(tr, sync)}</span>
                    </>
                }
            }) }
            <div class="who">
                <span class="av" aria-hidden="true">{initials(&props.office.person_name)}</span>
                <span class="who__name" id="who">{props.office.person_name.clone()}
                    <small>{tr.t(if props.office.administrator { "role-administrator" } else { "role-member" })}</small></span>
            </div>
            <Button id="settings" plain=true small=true ico={Ico::Settings} label={tr.t("settings")} onclick={layer(Layer::Settings)} />
            <Button id="lock" small=true ico={Ico::Lock} label={tr.t("lock")} keys={&["Ctrl", "L"]} onclick={onlock} />
        </header>
    }
}

/// The state of synchronisation in words.
pub(crate) fn words(tr: &Tr, sync: &SyncView) -> String {
    match sync.phase {
        SyncPhase::NoServer => tr.t("sync-no-server"),
        SyncPhase::NotYet => tr.n("sync-not-yet-waiting", sync.waiting),
        SyncPhase::UpToDate => {
            let ago = sync.last_contact.map_or_else(|| tr.words().ago(0), |at| tr.ago(at));
            tr.f("sync-up-to-date", &[("ago", ago.into())])
        }
        SyncPhase::Sending { done, total } => tr.f("sync-sending", &[("done", done.into()), ("total", total.into())]),
        SyncPhase::Receiving { done, total } => tr.f("sync-receiving", &[("done", done.into()), ("total", total.into())]),
        SyncPhase::Checking { done, total } => tr.f("sync-checking", &[("done", done.into()), ("total", total.into())]),
        SyncPhase::Offline => tr.n("sync-offline", sync.waiting),
        SyncPhase::Stopped if waits(sync) => tr.n("sync-waiting", sync.waiting),
        SyncPhase::Stopped => tr.n("sync-stopped", sync.waiting),
    }
}

/// Whether it is a colleague's turn, and nothing that this person must look at.
fn waits(sync: &SyncView) -> bool {
    use ErrorCode::{WaitingForAdministrator, WaitingForColleague, WaitingForKeys};
    matches!(sync.problem, Some(WaitingForAdministrator | WaitingForColleague | WaitingForKeys))
}

/// What a click does; where synchronisation stopped, also why.
fn hint(tr: &Tr, sync: &SyncView) -> String {
    match sync.problem {
        Some(problem) => {
            let said = tr.error(&ApiError::new(problem));
            format!("{} {} {}", said.what, said.safe, said.next)
        }
        None => tr.t("sync-now"),
    }
}

/// What a screen reader is told: changes of state, not every number on the way.
fn quiet(tr: &Tr, sync: &SyncView) -> String {
    match sync.phase {
        SyncPhase::Sending { .. } => tr.t("sync-sending-now"),
        SyncPhase::Receiving { .. } => tr.t("sync-receiving-now"),
        SyncPhase::Checking { .. } => tr.t("sync-checking-now"),
        SyncPhase::UpToDate => tr.t("sync-up-to-date-now"),
        _ => words(tr, sync),
    }
}

fn look(sync: &SyncView) -> (Option<&'static str>, Ico) {
    match sync.phase {
        SyncPhase::NoServer => (None, Ico::Computer),
        SyncPhase::NotYet => (None, Ico::Cloud),
        SyncPhase::UpToDate => (None, Ico::Cloud),
        SyncPhase::Sending { .. } | SyncPhase::Receiving { .. } | SyncPhase::Checking { .. } => (None, Ico::Exchange),
        SyncPhase::Offline => (Some("off"), Ico::CloudOff),
        SyncPhase::Stopped if waits(sync) => (Some("off"), Ico::Clock),
        SyncPhase::Stopped => (Some("stop"), Ico::Octagon),
    }
}

fn phase_code(sync: &SyncView) -> &'static str {
    match sync.phase {
        SyncPhase::NoServer => "no_server",
        SyncPhase::NotYet => "not_yet",
        SyncPhase::UpToDate => "up_to_date",
        SyncPhase::Sending { .. } => "sending",
        SyncPhase::Receiving { .. } => "receiving",
        SyncPhase::Checking { .. } => "checking",
        SyncPhase::Offline => "offline",
        SyncPhase::Stopped => "stopped",
    }
}

fn bar(tr: &Tr, sync: &SyncView) -> Html {
    let (SyncPhase::Sending { done, total } | SyncPhase::Receiving { done, total } | SyncPhase::Checking { done, total }) = sync.phase
    else {
        return html! {};
    };
    // Before anything is counted, nothing is done.
    let total = total.max(1);
    let percent = praesto_words::hundredths(done, total);
    html! { <span class="bar" aria-hidden="true" title={tr.words().share(done, total)}><i style={format!("width:{percent}%")}></i></span> }
}
