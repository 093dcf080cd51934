//! Documents made to harm, looked at in the window: each says something in words, none of them has the page or the program call anybody, and the next good
//! one is shown as ever.

use praesto_tests::{Bait, Stage, Window, traps};
use serde_json::json;

use crate::people::{makes_a_case, makes_an_office};
use crate::preview::{lets_fall, stands_at};

/// Notes everything that the page tried to fetch and was not let. It is gone with the page, where that is loaded again.
const NOTES: &str = "window.tried = []; addEventListener('securitypolicyviolation', event => window.tried.push(event.blockedURI))";

/// What was tried, and what was fetched from anywhere but the program itself.
const CALLED: &str = "return [...window.tried, ...performance.getEntriesByType('resource').map(one => one.name) \
    .filter(name => !name.startsWith(location.origin) && !/^(ipc:|http:\\/\\/ipc\\.localhost|data:|blob:)/.test(name))]";

/// What is shown of a document, or said of it.
const SAYS: &str = "const stage = document.querySelector('#preview-stage'); const problem = document.querySelector('#preview-dialog [data-test=problem]'); \
    const words = [problem, stage].map(one => one?.innerText.trim() ?? ''); \
    return [...words, ...[...stage.querySelectorAll('img')].map(one => one.alt)].join(' ').trim()";

/// Elements that could fetch something, send something or lead away.
const REACHES: &str = "#preview-stage :is(a[href], area, base, form, iframe, object, embed, link, meta, script, style, video, audio, source, input, portal), \
    #preview-stage svg image, #preview-stage img:not([src^='data:']):not([src^='blob:'])";

/// Looks at a file by key, holds what is seen of it to what may be seen, and gives its words.
fn looks_at(window: &Window, name: &str) -> String {
    stands_at(window, name);
    window.press(&[], "Enter");
    window.find("#preview-dialog[open]");
    window.find("#preview-dialog [data-test=problem], #preview-stage > *");
    let says = is_harmless(window, name);
    window.press(&[], "Escape");
    window.gone("#preview-dialog");
    says
}

fn is_harmless(window: &Window, name: &str) -> String {
    let says = window.script(SAYS, &[]).as_str().unwrap_or_default().to_owned();
    assert!(!says.is_empty(), "{name} is shown, or why it is not is said in words");
    assert_eq!(window.count(REACHES), 0, "{name} brings nothing that reaches out");
    assert_eq!(window.script(CALLED, &[]), json!([]), "{name} was not even tried to be helped");
    says
}

#[test]
fn documents_made_to_harm_are_shown_or_refused_and_nobody_is_called() {
    let stage = Stage::set("hostile");
    let bait = Bait::laid();
    let mut window = makes_an_office(&stage, "Elira", None);
    makes_a_case(&window, "From strangers");
    window.script(NOTES, &[]);
    let watch = window.watched();

    let all: Vec<_> = traps::that_call(&bait.address()).into_iter().chain(traps::that_burst()).chain([traps::harmless()]).collect();
    let paths: Vec<_> = all.iter().map(|(name, bytes)| stage.file(name, bytes)).collect();
    lets_fall(&window, &paths);
    let last = traps::harmless().0;
    window.shows("[data-test=attachment]", last);
    for (name, _) in &all {
        let says = looks_at(&window, name);
        assert_eq!(says.contains("All is well"), *name == last, "{name}: {says}");
        assert!(!bait.is_taken(), "{name} called");
    }

    // A page that came with a mail is read as any other.
    stands_at(&window, "with a page.eml");
    window.press(&[], "Enter");
    window.find("[data-test=mail-file-look]");
    window.script("document.querySelector('[data-test=mail-file-look]').focus()", &[]);
    window.press(&[], "Enter");
    window.shows("#preview-stage", "Dear office");
    window.gone("[data-test=mail-file-look]");
    is_harmless(&window, "a page in a mail");
    window.press(&[], "Escape");
    window.find("[data-test=mail-file-look]");
    window.press(&[], "Escape");
    window.gone("#preview-dialog");

    assert!(!bait.is_taken(), "nobody called");
    assert!(!watch.seen().is_empty(), "the watch sees by what the window is driven");
    assert!(watch.seen().iter().all(|peer| peer.port() != bait.port()), "nobody called: {:?}", watch.seen());
    assert_eq!(watch.outside(), [], "nobody outside was asked for anything");
    makes_a_case(&window, "After all of them");
}
