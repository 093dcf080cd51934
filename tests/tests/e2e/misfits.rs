//! Whether what a window shows fits: no word is broken in two, and nothing is cut off.

use praesto_tests::Window;
use serde_json::{Value, json};

pub(crate) const LANGUAGES: [&str; 5] = ["en", "fr", "de", "mk", "sq"];

/// Sizes of text, in percent: the usual one, the largest that the settings offer, and one at which the window is as narrow as a telephone, 360 px.
pub(crate) const SIZES: [u32; 3] = [100, 200, NARROW];
pub(crate) const NARROW: u32 = 400;

/// Words that stand on two lines, and text beyond the edge of what hides it. What people wrote themselves may be shortened with an ellipsis.
/// Where no words are to be seen, nothing was looked at, which is a fault as well.
const MISFITS: &str = r"
    const found = new Set();
    const shown = e => e.checkVisibility({ visibilityProperty: true, opacityProperty: false });
    const own = '.el, .fp, .break, .att__name, .paper, .pf-v6-screen-reader, .skip, .search, option, kbd, script, style';
    // What is only spoken takes no room.
    const spoken = e => e && (getComputedStyle(e).clipPath.startsWith('inset(50%') || spoken(e.parentElement));
    // Of several, the last lies over the others.
    const dialog = [...document.querySelectorAll('dialog[open]')].at(-1);
    const walk = document.createTreeWalker(dialog ?? document.body, NodeFilter.SHOW_TEXT);
    let read = 0;
    for (let text; (text = walk.nextNode());) {
        const parent = text.parentElement;
        if (!text.data.trim() || parent.closest(own) || !shown(parent) || spoken(parent)) continue;
        const name = `“${text.data.trim()}” in ${parent.closest('[id]')?.id ?? parent.className}`;
        const range = document.createRange();
        for (const word of text.data.matchAll(/[\p{L}\p{N}]+/gu)) {
            range.setStart(text, word.index);
            range.setEnd(text, word.index + word[0].length);
            const lines = new Set([...range.getClientRects()].filter(r => r.width > 0).map(r => Math.round(r.top)));
            if (lines.size > 1) found.add(`broken: ${word[0]} of ${name}`);
        }
        range.selectNodeContents(text);
        const box = range.getBoundingClientRect();
        if (box.width < 2) continue;
        read += 1;
        for (let around = parent; around && around !== document.body; around = around.parentElement) {
            const edge = around.getBoundingClientRect();
            const hides = ['hidden', 'clip'].includes(getComputedStyle(around).overflowX);
            // What is hidden as a whole is in nobody's way.
            if (hides && (box.bottom <= edge.top || box.top >= edge.bottom)) break;
            if (hides && (box.right > edge.right + 1 || box.left < edge.left - 1)) found.add(`cut: ${name}`);
            // What stands on top of everything is hidden by nothing around it.
            if (around.matches('dialog[open]')) break;
        }
    }
    if (!read) found.add('no words are to be seen');
    return [...found];
";

/// Enlarges the page as the settings do, and further than they do, and waits until it is drawn so.
const ENLARGES: &str = "const [percent, done] = [...arguments]; window.usual ??= innerWidth; \
    const drawn = () => Math.abs(innerWidth * percent / 100 - window.usual) < 8 ? done(true) : setTimeout(drawn, 20); \
    window.__TAURI_INTERNALS__.invoke('plugin:webview|set_webview_zoom', { label: 'main', value: percent / 100 }).then(drawn, () => done(false))";

/// What does not fit on the screens that were looked at.
#[derive(Default)]
pub(crate) struct Misfits(Vec<String>);

impl Misfits {
    /// Asserts that all that was looked at fits.
    pub(crate) fn none(self) {
        assert!(self.0.is_empty(), "{} texts do not fit:\n{}", self.0.len(), self.0.join("\n"));
    }
}

/// A way through a window in one size and one language.
pub(crate) struct Walk<'a> {
    pub(crate) window: &'a Window,
    misfits: &'a mut Misfits,
    /// In percent.
    pub(crate) size: u32,
    pub(crate) language: &'static str,
}

impl<'a> Walk<'a> {
    /// Takes the same way in each of these sizes and in every language, in one window; `speaks` has it speak the language.
    pub(crate) fn each(
        window: &'a Window,
        misfits: &'a mut Misfits,
        sizes: &[u32],
        speaks: fn(&Window, &str),
        mut way: impl FnMut(&mut Walk<'_>),
    ) {
        for size in sizes {
            enlarges(window, *size);
            for language in LANGUAGES {
                speaks(window, language);
                window.find(&format!("html[lang={language}]"));
                window.has_its_typefaces();
                way(&mut Walk { window, misfits: &mut *misfits, size: *size, language });
            }
        }
        enlarges(window, 100);
    }

    pub(crate) fn is_narrow(&self) -> bool {
        self.size == NARROW
    }

    /// Looks at what the window shows once this is there.
    pub(crate) fn looks(&mut self, shows: &str) {
        self.window.find(shows);
        let Value::Array(found) = self.window.script(MISFITS, &[]) else { panic!("the script gives a list") };
        let seen = format!("{}, {} %, {shows}", self.language, self.size);
        self.misfits.0.extend(found.iter().map(|one| format!("{seen}: {}", one.as_str().unwrap_or_default())));
    }

    /// Presses each of these buttons, looks at the dialog that it opens once that shows this, and closes it again.
    pub(crate) fn opens(&mut self, dialogs: &[(&str, &str)]) {
        for (button, shows) in dialogs {
            clicks(self.window, button);
            // Another one may be open still, and this one not yet.
            self.looks(&format!("dialog[open] {shows}, dialog[open]{shows}"));
            leaves(self.window);
        }
    }
}

pub(crate) fn enlarges(window: &Window, percent: u32) {
    assert_eq!(window.script_later(ENLARGES, &[json!(percent)]), json!(true), "the page can be shown at {percent} %");
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

/// Closes the dialog that is open.
pub(crate) fn leaves(window: &Window) {
    window.press(&[], "Escape");
    window.gone("dialog[open]");
}
