//! How the engine that draws the window is told to work.

/// Lets WebKit compile the page's program while the page waits, instead of beside it: each piece compiled beside it is announced to the page by a
/// signal, and JavaScriptCore's interpreter of WebAssembly does not bear one at every moment (ADR 26). Whoever sets the switch themselves keeps it.
#[allow(unsafe_code)]
pub(crate) fn steady() {
    const SWITCH: &str = "JSC_useConcurrentJIT";
    if std::env::var_os(SWITCH).is_none() {
        // SAFETY: at the start of `main`, before any other thread exists that could read the environment.
        unsafe { std::env::set_var(SWITCH, "0") };
    }
}
