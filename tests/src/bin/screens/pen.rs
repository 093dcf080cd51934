//! What draws: a window as one looks at it, and a hand that finds its way in it enlarged too.

use std::path::Path;

use praesto_tests::{PASSPHRASE, Stage, Window};
use serde_json::json;

/// A way to look at the screens.
pub(crate) struct Pen<'a> {
    pub(crate) stage: &'a Stage,
    pub(crate) folder: &'a Path,
    /// Another language than that of the system.
    pub(crate) language: Option<&'a str>,
    /// Size of text, in percent.
    pub(crate) size: u32,
    /// What each picture's name ends in, and the classes of its look.
    pub(crate) looks: &'a [(String, &'static str)],
}

impl Pen<'_> {
    /// Opens the window of a person, at its gate.
    pub(crate) fn opens(&self, person: &str) -> Window {
        self.stage.sizes_text(person, self.size);
        // Not where the session of whoever draws has its files.
        let session = self.stage.session().to_string_lossy().into_owned();
        let window = self.stage.window_with(person, &[("XDG_RUNTIME_DIR", &session)]);
        window.find(".langs");
        if let Some(language) = self.language {
            clicks(&window, &format!("#language-{language}"));
            window.find(&format!("html[lang={language}]"));
        }
        window
    }

    /// Draws what the window shows, in every look.
    pub(crate) fn draws(&self, window: &Window, screen: &str) {
        for (name, classes) in self.looks {
            // As the settings do; colours on their way from one to another are nothing to show.
            let looks = "for (const one of ['pf-v6-theme-dark', 'px-contrast']) \
                document.documentElement.classList.toggle(one, arguments[0].split(' ').includes(one)); \
                return Promise.all(document.getAnimations().map(one => one.finished.catch(() => 0))).then(() => true)";
            window.script(looks, &[json!(classes)]);
            window.has_its_typefaces();
            let picture = format!("{screen}-{name}.png");
            window.picture(&self.folder.join(&picture)).unwrap_or_else(|error| panic!("{picture} can be drawn: {error}"));
            println!("{picture}");
        }
    }

    /// Opens a dialog, draws it, and closes it.
    pub(crate) fn draws_dialog(&self, window: &Window, opens: &str, screen: &str) {
        clicks(window, opens);
        window.find("dialog[open]");
        self.draws(window, screen);
        leaves(window);
    }
}

/// Types the passphrase of the furnished office.
pub(crate) fn unlocks(window: &Window) {
    window.type_into("#unlock-passphrase", &format!("{PASSPHRASE}\u{E007}"));
    window.find("#lock, #check-now");
}

/// Closes the dialog that is open.
pub(crate) fn leaves(window: &Window) {
    window.press(&[], "Escape");
    window.gone("dialog[open]");
}

/// Goes to a place of the window by its address.
pub(crate) fn goes_to(window: &Window, place: &str) {
    window.script("location.hash = '#/' + arguments[0]", &[json!(place)]);
}

/// Goes to a queue, of which this case is the first: until it is there, the list is that of the queue before.
pub(crate) fn goes_to_queue(window: &Window, queue: &str, first: &str) {
    goes_to(window, &format!("cases/{queue}"));
    window.shows("#row-0", first);
}

/// Opens a case by its reference.
pub(crate) fn opens_case(window: &Window, reference: &str) {
    window.press(&["Control"], "k");
    types(window, "#palette-input", reference);
    window.shows("#palette-0", reference);
    window.press(&[], "Enter");
    window.shows("#case-reference", reference);
}

/// Clicks by script: the protocol's clicks miss in an enlarged page.
pub(crate) fn clicks(window: &Window, css: &str) {
    window.find(css);
    window.script("document.querySelector(arguments[0]).click()", &[json!(css)]);
}

/// Puts a text into a field by script, for the same reason.
pub(crate) fn types(window: &Window, css: &str, text: &str) {
    window.find(css);
    let script = "const e = document.querySelector(arguments[0]); e.focus(); e.value = arguments[1]; \
        e.dispatchEvent(new Event('input', { bubbles: true }))";
    window.script(script, &[json!(css), json!(text)]);
}

/// Chooses an entry of a list that folds out.
pub(crate) fn chooses(window: &Window, css: &str, value: &str) {
    window.find(css);
    let script = "const list = document.querySelector(arguments[0]); list.value = arguments[1]; \
        list.dispatchEvent(new Event('change', { bubbles: true }))";
    window.script(script, &[json!(css), json!(value)]);
}

/// Moves an element into sight.
pub(crate) fn scrolls_to(window: &Window, css: &str) {
    window.find(css);
    window.script("document.querySelector(arguments[0]).scrollIntoView()", &[json!(css)]);
}

/// Opens or closes the rail where it is a drawer.
pub(crate) fn turns_the_rail(window: &Window) {
    window.script("const toggle = document.querySelector('#rail-toggle'); if (toggle.offsetParent) toggle.click()", &[]);
}
