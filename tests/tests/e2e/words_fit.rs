//! The window's own words fit in every language, enlarged and not: no word is broken in two, and nothing is cut off.

use praesto_tests::{PASSPHRASE, Stage, Window, furnish};
use serde_json::{Value, json};

use crate::people::goes_to;

const LANGUAGES: [&str; 5] = ["en", "fr", "de", "mk", "sq"];

/// Words that stand on two lines, and text beyond the edge of what hides it. What people wrote themselves may be shortened with an ellipsis.
const MISFITS: &str = r"
    const found = new Set();
    const shown = e => e.checkVisibility({ visibilityProperty: true, opacityProperty: false });
    const own = '.el, .fp, .break, .att__name, .pf-v6-screen-reader, .skip, .search, option, kbd, script, style';
    const walk = document.createTreeWalker(document.querySelector('dialog[open]') ?? document.body, NodeFilter.SHOW_TEXT);
    for (let text; (text = walk.nextNode());) {
        const parent = text.parentElement;
        if (!text.data.trim() || parent.closest(own) || !shown(parent)) continue;
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
    return [...found];
";

/// What does not fit on the screens that were looked at.
#[derive(Default)]
struct Misfits(Vec<String>);

impl Misfits {
    fn look(&mut self, window: &Window, screen: &str) {
        window.has_its_typefaces();
        let Value::Array(found) = window.script(MISFITS, &[]) else { panic!("the script gives a list") };
        self.0.extend(found.iter().map(|one| format!("{screen}: {}", one.as_str().unwrap_or_default())));
    }

    fn none(self) {
        assert!(self.0.is_empty(), "{} texts do not fit:\n{}", self.0.len(), self.0.join("\n"));
    }
}

/// Clicks by script: the protocol's clicks miss in an enlarged page.
fn clicks(window: &Window, css: &str) {
    window.find(css);
    window.script("document.querySelector(arguments[0]).click()", &[json!(css)]);
}

fn speaks(window: &Window, language: &str) {
    clicks(window, "#settings");
    window.find("#set-language");
    let script = "const list = document.querySelector('#set-language'); list.value = arguments[0]; list.dispatchEvent(new Event('change', { bubbles: true }))";
    window.script(script, &[json!(language)]);
    window.find(&format!("html[lang={language}]"));
}

fn leaves(window: &Window) {
    window.press(&[], "Escape");
    window.gone("dialog[open]");
}

fn everywhere(window: &Window, misfits: &mut Misfits, language: &str) {
    let mut look = |screen: &str| misfits.look(window, &format!("{language}, {screen}"));
    speaks(window, language);
    look("settings");
    for (opens, dialog) in [("#set-proxy", "#proxy-dialog[open]"), ("#set-own-keys", "#own-keys-dialog[open]")] {
        clicks(window, opens);
        window.find(dialog);
        look(dialog);
        leaves(window);
        clicks(window, "#settings");
        window.find("#settings-dialog[open]");
    }
    leaves(window);
    goes_to(window, "cases");
    for queue in ["mine", "team", "closed", "overdue", "not-sent", "conflict"] {
        clicks(window, &format!("#queue-{queue}"));
        window.find(&format!("#queue-{queue}[aria-pressed=true]"));
        look(&format!("queue {queue}"));
    }
    goes_to(window, "cases/team?type=general&status=in_review&who=nobody&due=14&news=1");
    window.find("[data-test=filter-unseen]");
    look("a narrowed list");
    clicks(window, "#filter-open");
    window.find("dialog[open]");
    look("filter");
    leaves(window);
    goes_to(window, "cases/conflict");
    window.gone("[data-test=filter-unseen]");
    clicks(window, "#row-0 [data-test=mark]");
    window.find("[data-test=marks]");
    look("a marked case");
    for opens in ["#bulk-assign", "#bulk-tag", "#bulk-status"] {
        clicks(window, opens);
        window.find("dialog[open]");
        look(opens);
        leaves(window);
    }
    clicks(window, "#bulk-unmark");
    window.gone("[data-test=marks]");
    clicks(window, "#case-list [role=option]");
    for tab in ["conflicts", "summary", "form", "notes", "tasks", "decisions"] {
        clicks(window, &format!("#tab-{tab}"));
        window.find(&format!("#tab-{tab}[aria-selected=true]"));
        look(&format!("case, {tab}"));
    }
    clicks(window, "#search");
    window.type_into("#palette-input", "Playground");
    window.shows("#palette-0", "Playground at Rose Hill");
    window.press(&[], "Enter");
    clicks(window, "[data-test=attachment-look]");
    window.find("#preview-words");
    look("a file, shown in place");
    leaves(window);
    for opens in ["#hand-over", "#task", "#scan", "#new-case", "#search"] {
        clicks(window, opens);
        window.find("dialog[open]");
        look(opens);
        leaves(window);
    }
    window.press(&[], "F1");
    window.find("#all-keys[open]");
    look("all keys");
    leaves(window);
    for area in ["today", "hand-over", "import", "office", "computer"] {
        goes_to(window, area);
        window.find("#main h1");
        look(area);
    }
}

fn the_ways_to_start(stage: &Stage, size: u32, misfits: &mut Misfits) {
    stage.sizes_text("nobody", size);
    let window = stage.window("nobody");
    for language in LANGUAGES {
        clicks(&window, &format!("#language-{language}"));
        window.find(&format!("html[lang={language}]"));
        for way in ["join", "make", "sample"] {
            clicks(&window, &format!("#way-{way} input"));
            misfits.look(&window, &format!("{language}, welcome, {way}"));
        }
    }
}

fn every_word_fits(name: &str, size: u32) {
    let stage = Stage::set(name);
    let _server = furnish(&stage);
    let mut misfits = Misfits::default();
    the_ways_to_start(&stage, size, &mut misfits);
    stage.sizes_text("full", size);
    let window = stage.window("full");
    for language in LANGUAGES {
        clicks(&window, &format!("#language-{language}"));
        window.find(&format!("html[lang={language}]"));
        misfits.look(&window, &format!("{language}, unlock"));
    }
    window.type_into("#unlock-passphrase", &format!("{PASSPHRASE}\u{E007}"));
    window.find("#lock");
    for language in LANGUAGES {
        everywhere(&window, &mut misfits, language);
    }
    misfits.none();
}

#[test]
fn every_word_fits_at_the_usual_size() {
    every_word_fits("words-usual", 100);
}

#[test]
fn every_word_fits_at_twice_the_size() {
    every_word_fits("words-twice", 200);
}
