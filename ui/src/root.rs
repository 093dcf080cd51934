//! The root: listens to the desktop, keeps the shared state, and shows the page that fits where the profile stands.

use std::cell::Cell;
use std::rc::Rc;

use gloo_events::EventListener;
use gloo_timers::callback::{Interval, Timeout};
use praesto_contract::{AppEvent, AppStatus, AppStatusGet, CaseTypesGet, FilesElsewhereGet, ListsGet, PeopleList, SyncStatusGet};
use yew::prelude::*;

use crate::{
    backend::{self, Newest},
    components::{Problem, mark},
    drafts, i18n,
    keys::{dialog_open, use_keys},
    look::{self, use_look},
    pages::{unlock::Unlock, waiting::Waiting, welcome::Welcome},
    route::{Area, Route},
    shell::{Shell, leaving, stopped::Stopped},
    state::{Act, App, State},
};

/// Shortest time between two signs of activity, in milliseconds.
const ACTIVITY_EVERY: f64 = 30_000.0;

/// After how many milliseconds a page asks again where the profile stands, if it still does not know.
const STARTS_WITHIN: u32 = 3_000;

#[component]
pub(crate) fn Root() -> Html {
    let app: App = use_reducer(State::new);
    {
        let app = app.dispatcher();
        use_effect_with((), move |()| start(app));
    }
    {
        let open = matches!(app.status, Some(AppStatus::Open { .. }));
        // People join while one works.
        let app_minute = app.minute;
        let app = app.dispatcher();
        use_effect_with((open, app_minute), move |(open, _)| {
            if *open {
                read_office(app);
            } else {
                drafts::forget();
            }
        });
    }
    {
        let (open, app) = (app.office().is_some(), app.dispatcher());
        use_effect_with(open, move |open| {
            if *open {
                read_case_types(app);
            }
        });
    }
    {
        // With every change of cases: what was changed here last may be something else by now.
        let (open, app_cases, app) = (app.office().is_some(), app.cases, app.dispatcher());
        let newest = use_memo((), |()| Newest::default());
        use_effect_with((open, app_cases), move |(open, _)| {
            if *open {
                read_lists(&newest, app);
            }
        });
    }
    {
        let (unknown, app) = (app.status.is_none() && app.cannot_open.is_none(), app.dispatcher());
        use_effect_with(unknown, move |unknown| {
            let again = unknown.then(|| {
                Timeout::new(STARTS_WITHIN, move || {
                    app.dispatch(Act::StillHere);
                    ask_status(&app);
                })
            });
            move || drop(again)
        });
    }
    use_look(&app.settings);
    {
        let app = app.clone();
        use_keys(true, move |event| look::sizes_text(&app, event));
    }
    use_language(&app);
    let page = match &app.status {
        None if app.cannot_open.is_some() => html! {
            <div class="gate">
                <main class="gate__main" id="main"><div class="gate__box">
                    <div class="brand">{mark()}<b>{"Praesto"}</b></div>
                    <h1>{app.tr.t("cannot-open")}</h1>
                    <Problem error={app.cannot_open.clone()} focus=true />
                </div></main>
            </div>
        },
        None => {
            html! { <main class="starting" aria-busy="true"><h1 class="pf-v6-screen-reader">{"Praesto"}</h1><p>{app.tr.t("starting")}</p></main> }
        }
        Some(AppStatus::Empty { keyring_available }) => html! { <Welcome keyring={*keyring_available} /> },
        Some(AppStatus::Locked { policy, wait_seconds, whose }) => {
            html! { <Unlock policy={*policy} wait={*wait_seconds} whose={whose.clone()} /> }
        }
        Some(AppStatus::Waiting { office }) => html! { <Waiting office={office.clone()} /> },
        Some(AppStatus::Open { office }) => html! { <Shell office={office.clone()} /> },
    };
    html! { <ContextProvider<App> context={app}>{page}<Stopped /></ContextProvider<App>> }
}

fn start(app: UseReducerDispatcher<State>) -> impl FnOnce() {
    let struck = Rc::new(Cell::new(0_u32));
    {
        let (app, struck) = (app.clone(), struck.clone());
        backend::listen(move |event| hear(&app, &struck, event));
    }
    let dropped = app.clone();
    backend::listen_drops(move |paths| dropped.dispatch(Act::Dropped(paths)));
    let keys = {
        let struck = struck.clone();
        EventListener::new(&gloo_utils::window(), "keydown", move |_| struck.set(struck.get().wrapping_add(1)))
    };
    {
        let app = app.clone();
        backend::listen_close(move || leave(&app, &struck));
    }
    look::read(&app);
    ask_status(&app);
    let window = gloo_utils::window();
    let routed = app.clone();
    let hash = EventListener::new(&window, "hashchange", move |_| routed.dispatch(Act::Route(Route::current())));
    let minute = {
        let app = app.clone();
        Interval::new(60_000, move || app.dispatch(Act::Minute))
    };
    {
        let app = app.clone();
        backend::when_locked(move || look_locked(&app));
    }
    {
        let app = app.clone();
        drafts::when_refused(move |error| app.dispatch(Act::NotKept(error)));
    }
    let last = Rc::new(Cell::new(i18n::now().0 as f64));
    let signs: Vec<EventListener> = ["keydown", "pointerdown", "wheel"]
        .map(|kind| {
            let (last, app) = (last.clone(), app.clone());
            EventListener::new(&window, kind, move |_| {
                let now = i18n::now().0 as f64;
                if now - last.replace(last.get()) >= ACTIVITY_EVERY {
                    last.set(now);
                    // Any call is a sign that somebody is there.
                    look_locked(&app);
                }
            })
        })
        .into();
    move || drop((hash, minute, signs, keys))
}

/// Asks where the profile stands.
fn ask_status(app: &UseReducerDispatcher<State>) {
    let app = app.clone();
    backend::run(AppStatusGet {}, move |answer| {
        app.dispatch(match answer {
            Ok(answer) => Act::Status(answer),
            Err(error) => Act::CannotOpen(error),
        });
    });
}

/// Asks where the profile stands, and shows the lock where it is shut.
fn look_locked(app: &UseReducerDispatcher<State>) {
    let app = app.clone();
    backend::run(AppStatusGet {}, move |answer| {
        if let Ok(status @ AppStatus::Locked { .. }) = answer {
            app.dispatch(Act::Status(status));
        }
    });
}

/// Cases can change many times a second while they arrive; pages read again at most four times a second.
fn cases_changed(app: &UseReducerDispatcher<State>) {
    thread_local! {
        static COMING: Cell<bool> = const { Cell::new(false) };
    }
    if !COMING.replace(true) {
        let app = app.clone();
        Timeout::new(250, move || {
            COMING.set(false);
            app.dispatch(Act::CasesChanged);
        })
        .forget();
    }
}

/// Keeps what is being typed, and lets the window go.
fn leave(app: &UseReducerDispatcher<State>, struck: &Rc<Cell<u32>>) {
    let (app, struck) = (app.clone(), struck.clone());
    wasm_bindgen_futures::spawn_local(async move { leaving::leave(app, &struck).await });
}

/// Keeps what is being typed, and locks.
fn lock(app: &UseReducerDispatcher<State>, struck: &Rc<Cell<u32>>) {
    let (app, struck) = (app.clone(), struck.clone());
    wasm_bindgen_futures::spawn_local(async move {
        leaving::last_keys(&struck).await;
        leaving::lock(app).await;
    });
}

fn hear(app: &UseReducerDispatcher<State>, struck: &Rc<Cell<u32>>, event: AppEvent) {
    match event {
        // This window set them.
        AppEvent::Settings => {}
        // Whoever has a dialog open is at something: it would go with the page under it.
        AppEvent::ShowToday if dialog_open() => {}
        AppEvent::ShowToday => Route::area(Area::Today).go(),
        AppEvent::LockNow => lock(app, struck),
        AppEvent::QuitNow => leave(app, struck),
        AppEvent::Status { status } => app.dispatch(Act::Status(status)),
        AppEvent::Sync { sync } => app.dispatch(Act::Sync(sync)),
        AppEvent::Cases { .. } => cases_changed(app),
        AppEvent::Elsewhere { elsewhere } => app.dispatch(Act::Elsewhere(elsewhere)),
        AppEvent::CaseTypes => {
            read_case_types(app.clone());
            // What can be done in a case that is shown follows from its type.
            cases_changed(app);
        }
        AppEvent::HandOver { done, total } => app.dispatch(Act::HandingGoesOn(done, total)),
        AppEvent::ImportReads { done, total } => app.dispatch(Act::ImportReads(Some((done, total)))),
        AppEvent::Import { done, total } => app.dispatch(Act::ImportGoesOn(done, total)),
        AppEvent::Scanning { done, total } => app.dispatch(Act::Scanning(Some((done, total)))),
        AppEvent::Job { job, done, total } => app.dispatch(Act::Job(job, Some((done, total)))),
        AppEvent::SampleOffice { done, total } => app.dispatch(Act::SampleGoesOn(Some((done, total)))),
        AppEvent::Acting { done, total } => app.dispatch(Act::BulkGoesOn(done, total)),
    }
}

fn read_office(app: UseReducerDispatcher<State>) {
    let people = app.clone();
    backend::run(PeopleList {}, move |answer| {
        if let Ok(answer) = answer {
            people.dispatch(Act::People(answer));
        }
    });
    let elsewhere = app.clone();
    backend::run(FilesElsewhereGet {}, move |answer| {
        if let Ok(answer) = answer {
            elsewhere.dispatch(Act::Elsewhere(answer));
        }
    });
    backend::run(SyncStatusGet {}, move |answer| {
        if let Ok(answer) = answer {
            app.dispatch(Act::Sync(answer));
        }
    });
}

fn read_lists(newest: &Newest, app: UseReducerDispatcher<State>) {
    newest.run(ListsGet {}, move |answer| {
        if let Ok(answer) = answer {
            app.dispatch(Act::Lists(answer));
        }
    });
}

thread_local! {
    /// Of two changes that follow each other, the first answer may come last.
    static CASE_TYPES: Newest = Newest::default();
}

fn read_case_types(app: UseReducerDispatcher<State>) {
    CASE_TYPES.with(Newest::clone).run(CaseTypesGet {}, move |answer| {
        if let Ok(answer) = answer {
            app.dispatch(Act::CaseTypes(answer));
        }
    });
}

#[hook]
fn use_language(app: &App) {
    use_effect_with(app.tr.language(), |language| {
        if let Some(root) = gloo_utils::document().document_element() {
            // An attribute of the root can always be set.
            let _ = root.set_attribute("lang", language.code());
        }
    });
}
