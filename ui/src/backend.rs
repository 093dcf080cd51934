//! The way to the desktop: one typed call for every command of the contract, the events, and the file dialogs.
//!
//! Nothing else in the window touches the desktop's JavaScript interface.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use praesto_contract::{ApiError, AppEvent, Command, EVENT, ErrorCode};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Value, json};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = ["window", "__TAURI_INTERNALS__"], js_name = invoke, catch)]
    async fn invoke(command: &str, args: JsValue) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(js_namespace = ["window", "__TAURI_INTERNALS__"], js_name = transformCallback, catch)]
    fn transform_callback(callback: &JsValue) -> Result<JsValue, JsValue>;
}

thread_local! {
    /// Calls on their way; locking waits for them, so that nothing typed is lost.
    static UNDER_WAY: Cell<u32> = const { Cell::new(0) };
    /// What to do when an answer says that the vault is shut.
    static WHEN_LOCKED: RefCell<Option<Box<dyn Fn()>>> = const { RefCell::new(None) };
}

/// Calls `locked` whenever an answer says that the vault is shut, so that no page goes on as if it were open.
pub(crate) fn when_locked(locked: impl Fn() + 'static) {
    WHEN_LOCKED.set(Some(Box::new(locked)));
}

/// Asks the desktop. A failure that carries no error of the contract is `Internal`.
pub(crate) async fn call<C: Command>(request: C) -> Result<C::Output, ApiError> {
    UNDER_WAY.set(UNDER_WAY.get() + 1);
    let answer = ask(C::NAME, &json!({ "request": request })).await;
    UNDER_WAY.set(UNDER_WAY.get().saturating_sub(1));
    match answer {
        Ok(value) => from_js(&value).ok_or_else(|| ApiError::new(ErrorCode::Internal)),
        Err(value) => {
            let error: ApiError = from_js(&value).unwrap_or_else(|| ApiError::new(ErrorCode::Internal));
            if error.code == ErrorCode::Locked {
                WHEN_LOCKED.with_borrow(|locked| locked.iter().for_each(|locked| locked()));
            }
            Err(error)
        }
    }
}

/// Asks the desktop and hands the answer to `done`.
pub(crate) fn run<C: Command + 'static>(request: C, done: impl FnOnce(Result<C::Output, ApiError>) + 'static) {
    wasm_bindgen_futures::spawn_local(async move { done(call(request).await) });
}

/// Calls of which only the newest counts: an answer that was overtaken is dropped.
#[derive(Clone, Default)]
pub(crate) struct Newest(Rc<Cell<u64>>);

impl Newest {
    /// Asks the desktop and hands over the answer, unless this was asked again or [overtaken](Self::overtake) meanwhile.
    pub(crate) fn run<C: Command + 'static>(&self, request: C, done: impl FnOnce(Result<C::Output, ApiError>) + 'static) {
        self.overtake();
        let (newest, asked) = (self.0.clone(), self.0.get());
        run(request, move |answer| {
            if newest.get() == asked {
                done(answer);
            }
        });
    }

    /// Drops what is on its way: something newer is known.
    pub(crate) fn overtake(&self) {
        self.0.set(self.0.get() + 1);
    }
}

/// Waits until no call is under way, at most three seconds.
pub(crate) async fn settled() {
    for _ in 0..60 {
        gloo_timers::future::TimeoutFuture::new(50).await;
        if UNDER_WAY.get() == 0 {
            return;
        }
    }
}

/// The one window, as the desktop calls it.
const WINDOW: &str = "main";

/// Calls `heard` for every event of the application, for as long as the page lives.
pub(crate) fn listen(heard: impl Fn(AppEvent) + 'static) {
    listen_to(EVENT, move |payload| {
        if let Ok(event) = serde_json::from_value(payload) {
            heard(event);
        }
    });
}

/// Calls `dropped` with the paths of files that a person lets fall on the window.
pub(crate) fn listen_drops(dropped: impl Fn(Vec<String>) + 'static) {
    listen_to("tauri://drag-drop", move |payload| {
        let paths: Vec<String> = payload.get("paths").and_then(|paths| serde_json::from_value(paths.clone()).ok()).unwrap_or_default();
        if !paths.is_empty() {
            dropped(paths);
        }
    });
}

/// Calls `asked` when the window is to be closed; it stays until [`kept`].
pub(crate) fn listen_close(asked: impl Fn() + 'static) {
    listen_at("tauri://close-requested", json!({ "kind": "Window", "label": WINDOW }), move |_| asked());
}

/// Makes everything in the window as large as `percent` of the usual.
pub(crate) fn enlarge(percent: u32) {
    wasm_bindgen_futures::spawn_local(async move {
        // A size that is not taken shows; the next one is asked for all the same.
        let _ = ask("plugin:webview|set_webview_zoom", &json!({ "label": WINDOW, "value": f64::from(percent) / 100.0 })).await;
    });
}

/// Lets the window go: what was typed is kept, or given up.
pub(crate) async fn kept() {
    say("praesto://kept").await;
}

/// Has the window stay until somebody has answered.
pub(crate) async fn asks() {
    say("praesto://asks").await;
}

/// Has the window stay after all.
pub(crate) async fn stays() {
    say("praesto://stays").await;
}

async fn say(event: &'static str) {
    // What is not heard is decided by the desktop itself, in the end.
    let _ = ask("plugin:event|emit", &json!({ "event": event, "payload": null })).await;
}

fn listen_to(name: &'static str, heard: impl Fn(Value) + 'static) {
    listen_at(name, json!({ "kind": "Any" }), heard);
}

fn listen_at(name: &'static str, target: Value, heard: impl Fn(Value) + 'static) {
    let handler = Closure::<dyn Fn(JsValue)>::new(move |event: JsValue| {
        if let Some(payload) = from_js::<Value>(&event).and_then(|event| event.get("payload").cloned()) {
            heard(payload);
        }
    });
    let Ok(id) = transform_callback(handler.as_ref()) else { return };
    handler.forget();
    wasm_bindgen_futures::spawn_local(async move {
        // A listener that cannot be placed leaves the window with what it asks for itself: still right, only slower.
        let _ = ask("plugin:event|listen", &json!({ "event": name, "target": target, "handler": id.as_f64() })).await;
    });
}

/// What a file dialog shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Pick {
    Files,
    /// Files with one of these endings.
    Many(&'static [&'static str]),
    Folder,
    /// One file with this ending, without its dot.
    One(&'static [&'static str]),
}

/// Lets a person choose files or a folder; empty when they chose nothing.
pub(crate) async fn pick(what: Pick) -> Vec<String> {
    let options = match what {
        Pick::Files => json!({ "multiple": true }),
        Pick::Many(endings) => json!({ "multiple": true, "filters": [{ "name": endings.join(", "), "extensions": endings }] }),
        Pick::Folder => json!({ "directory": true }),
        Pick::One(endings) => json!({ "multiple": false, "filters": [{ "name": endings.join(", "), "extensions": endings }] }),
    };
    let answer = ask("plugin:dialog|open", &json!({ "options": options })).await.ok().and_then(|value| from_js::<Value>(&value));
    match answer {
        Some(Value::String(path)) => vec![path],
        Some(Value::Array(paths)) => paths.into_iter().filter_map(|path| path.as_str().map(str::to_owned)).collect(),
        _ => Vec::new(),
    }
}

/// Lets a person choose where to write a file.
pub(crate) async fn pick_save(name: &str) -> Option<String> {
    let value = ask("plugin:dialog|save", &json!({ "options": { "defaultPath": name } })).await.ok()?;
    value.as_string()
}

/// Puts text on the clipboard; whether that worked.
pub(crate) async fn copy(text: &str) -> bool {
    let navigator = gloo_utils::window().navigator();
    let offered = js_sys::Reflect::get(&navigator, &"clipboard".into()).is_ok_and(|clipboard| !clipboard.is_undefined());
    offered && wasm_bindgen_futures::JsFuture::from(navigator.clipboard().write_text(text)).await.is_ok()
}

async fn ask<T: Serialize>(command: &str, args: &T) -> Result<JsValue, JsValue> {
    let text = serde_json::to_string(args).map_err(|_| JsValue::NULL)?;
    invoke(command, js_sys::JSON::parse(&text)?).await
}

fn from_js<T: DeserializeOwned>(value: &JsValue) -> Option<T> {
    let text = js_sys::JSON::stringify(value).ok()?;
    serde_json::from_str(&String::from(text)).ok()
}
