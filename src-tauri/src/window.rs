//! The one window: how it opens, what it hears, and how it forgets.

use std::{
    cell::RefCell,
    error::Error,
    path::PathBuf,
    sync::{
        atomic::{AtomicBool, Ordering},
        mpsc::{self, Sender},
    },
    time::{Duration, Instant},
};

use praesto_app::{Handle, Options, Praesto};
use praesto_contract::{ApiError, AppEvent, AppStatus, EVENT, Settings, SettingsGet};
use praesto_words::{Language, Words};
use tauri::{App, AppHandle, Emitter, Manager, RunEvent, WebviewWindow, WebviewWindowBuilder};
use tauri_plugin_dialog::{DialogExt, MessageDialogKind};
use webkit2gtk::WebViewExt;

use crate::{
    desk::{self, Sign},
    ending, hardening,
    leaving::{self, Leaving},
    notices, suspend,
};

pub(crate) const LABEL: &str = "main";

/// Opens the profile and the window on it. If the profile cannot be opened, says so and ends.
pub(crate) fn set_up(app: &mut App, profile: PathBuf) -> Result<(), Box<dyn Error>> {
    let (signs, seen) = mpsc::channel();
    let listener = Listener { app: app.handle().clone(), open: AtomicBool::new(false), signs: signs.clone() };
    let engine = tauri::webview_version().unwrap_or_default();
    let praesto = match Praesto::open(Options { profile, engine }, move |event| listener.hear(event)) {
        Ok(praesto) => praesto,
        Err(error) => {
            eprintln!("{}", serde_json::to_string(&error)?);
            let handle = app.handle().clone();
            app.dialog().message(in_words(&error)).title("Praesto").kind(MessageDialogKind::Error).show(move |_| handle.exit(1));
            return Ok(());
        }
    };
    let text_percent = praesto.handle(SettingsGet {}).unwrap_or_default().text_percent;
    app.manage(praesto);
    app.manage(Leaving::default());
    let handle = app.handle().clone();
    suspend::watch(move || handle.state::<Praesto>().lock());
    let mut config = app.config().app.windows.iter().find(|window| window.label == LABEL).cloned().ok_or("the window is not configured")?;
    config.incognito &= !hardening::driven();
    // The frame says what the page says: whose computer this is, never what a case is about.
    let window = WebviewWindowBuilder::from_config(app.handle(), &config)?.on_document_title_changed(|window, title| {
        if let Err(error) = window.set_title(&title) {
            tracing::warn!(%error, "the window could not be named");
        }
    });
    let window = window.build()?;
    come_back_by_itself(&window)?;
    leaving::watch(&window);
    ending::watch(app.handle());
    desk::start(app.handle(), signs, seen);
    notices::start(app.handle());
    // From here on the page sets it.
    window.set_zoom(f64::from(text_percent) / 100.0)?;
    Ok(())
}

/// Seals and wipes what is open in other programs before the program ends, however it came to that.
pub(crate) fn ends(app: &AppHandle, event: &RunEvent) {
    if let (RunEvent::Exit, Some(praesto)) = (event, app.try_state::<Praesto>()) {
        praesto.close();
    }
}

/// How often in a minute a page that died is started again by itself: a page that dies of itself would do so for ever.
const COMES_BACK: usize = 3;

/// Starts the page anew where WebKit's own process for it died: the vault is open, every draft is kept, and an empty window helps nobody.
fn come_back_by_itself(window: &WebviewWindow) -> tauri::Result<()> {
    window.with_webview(|webview| {
        let died = RefCell::new(Vec::<Instant>::new());
        webview.inner().connect_web_process_terminated(move |page, reason| {
            let mut died = died.borrow_mut();
            died.retain(|at| at.elapsed() < Duration::from_secs(60));
            died.push(Instant::now());
            tracing::error!(?reason, "the page's process died");
            if died.len() <= COMES_BACK {
                page.reload();
            }
        });
    })
}

/// Shows the window that is there already, when the program is started again on the same profile.
pub(crate) fn to_front(app: &AppHandle) {
    if let Some(window) = app.get_webview_window(LABEL) {
        let shown = window.unminimize().and_then(|()| window.show()).and_then(|()| window.set_focus());
        if let Err(error) = shown {
            tracing::warn!(%error, "the window could not be brought to the front");
        }
    }
}

/// The window; none once it is gone.
pub(crate) fn of(app: &AppHandle) -> Option<WebviewWindow> {
    app.get_webview_window(LABEL)
}

/// Words in the language that is set, or the system's.
pub(crate) fn words(settings: &Settings) -> Words {
    Words::new(settings.language.as_deref().and_then(Language::from_tag).unwrap_or_else(|| Language::best_of(wanted())))
}

/// Languages that the system asks for.
fn wanted() -> impl Iterator<Item = String> {
    ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().filter_map(|name| std::env::var(name).ok())
}

/// An error in the language of the system. A profile that cannot be opened has no settings to ask.
fn in_words(error: &ApiError) -> String {
    let said = Words::new(Language::best_of(wanted())).said(&error.message_id, &error.args);
    [said.what, said.why, said.safe, said.next].into_iter().filter(|sentence| !sentence.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Passes what happens on to the window, and empties the window when the vault shuts.
struct Listener {
    app: AppHandle,
    open: AtomicBool,
    signs: Sender<Sign>,
}

impl Listener {
    fn hear(&self, event: AppEvent) {
        if let Err(error) = self.app.emit(EVENT, &event) {
            tracing::warn!(%error, "an event did not reach the window");
        }
        if let Some(sign) = Sign::of(&event) {
            // Whoever shows it may have gone, at the very end.
            let _ = self.signs.send(sign);
        }
        if let AppEvent::Status { status } = &event {
            let open = matches!(status, AppStatus::Open { .. } | AppStatus::Waiting { .. });
            if self.open.swap(open, Ordering::SeqCst) && !open {
                self.forget();
            }
        }
    }

    /// Reloads the page: whatever it held in its memory is gone, and it starts on the locked screen.
    fn forget(&self) {
        if let Some(leaving) = self.app.try_state::<Leaving>() {
            leaving.was_shut();
        }
        if let Some(window) = self.app.get_webview_window(LABEL)
            && let Err(error) = window.reload()
        {
            tracing::error!(%error, "the window could not be emptied after the vault was shut");
        }
    }
}
