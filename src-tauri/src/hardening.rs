//! What this process must not leak beyond its own memory.

use rustix::process::{Resource, Rlimit, setrlimit};

/// Switches off core dumps, which would hold keys and case content, here and in the web processes that inherit the limit. In release
/// builds no other program can drive the window, unless they were built for it.
pub(crate) fn harden() {
    if let Err(error) = setrlimit(Resource::Core, Rlimit { current: Some(0), maximum: Some(0) }) {
        eprintln!("praesto-desktop: core dumps could not be switched off: {error}");
    }
    #[cfg(not(any(debug_assertions, feature = "automation")))]
    forbid_automation();
}

#[cfg(not(any(debug_assertions, feature = "automation")))]
#[allow(unsafe_code)]
fn forbid_automation() {
    for name in ["TAURI_WEBVIEW_AUTOMATION", "TAURI_AUTOMATION"] {
        // SAFETY: first thing in `main`, before any other thread exists that could read the environment.
        unsafe { std::env::remove_var(name) };
    }
}

/// Whether a driver holds the window. WebKit lets itself be driven only where it may also write its folders, so the window is then not
/// incognito; see [`crate::window`].
pub(crate) fn driven() -> bool {
    std::env::var("TAURI_WEBVIEW_AUTOMATION").as_deref() == Ok("true")
}
