//! How the engine that draws the window is told to work.

/// How WebKit compiles the page's program (ADR 26).
///
/// While the page waits, instead of beside it: each piece compiled beside it is announced to the page by a signal, and JavaScriptCore's interpreter of
/// WebAssembly does not bear one at every moment. And not a second time, harder: the page would wait for that by tens of milliseconds.
const SWITCHES: [&str; 2] = ["JSC_useConcurrentJIT", "JSC_useOMGJIT"];

/// Sets the switches, where nobody has set them otherwise.
#[allow(unsafe_code)]
pub(crate) fn steady() {
    for switch in SWITCHES {
        if std::env::var_os(switch).is_none() {
            // SAFETY: at the start of `main`, before any other thread exists that could read the environment.
            unsafe { std::env::set_var(switch, "0") };
        }
    }
}
