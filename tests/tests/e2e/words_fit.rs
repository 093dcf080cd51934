//! The window's own words fit in every language: at the usual size, at the largest, and where the window is as narrow as a telephone.

use praesto_tests::setting::{
    CHILD, CLOSED, CONFLICT, CONTESTED, ENROLMENT, FILES, FULL, REMOVED, a_table, a_type_with_a_slip, asks_in, lets_in,
};
use praesto_tests::{DESKTOP, PASSPHRASE, Stage, Window, hand_over, setting};
use serde_json::{Value, json};

use crate::{
    misfits::{Misfits, NARROW, SIZES, Walk, clicks, leaves, types},
    out::asks,
    people::{chooses, goes_to},
};

/// Queues, and what says that they are shown.
const QUEUES: [&str; 7] = ["mine", "team", "closed", "overdue", "not-sent", "conflict", "removed"];

/// What is clicked, and what says that what it opens is there.
type Opening = (&'static str, &'static str);

/// Areas with what they show last, and what opens there.
const AREAS: [(&str, &str, &[Opening]); 5] = [
    ("today", "#agenda [data-case]", &[]),
    (
        "hand-over",
        "[data-test=handed-row]",
        &[("[data-test=give-back]", "#give-back-words"), ("[data-test=give-back-all]", "#give-back-words")],
    ),
    ("import", "#import-path", &[]),
    ("office", "#own-types [data-type=dog-tax]", &[("#invite", "#invite-name"), ("#add-type", "#add-type-path")]),
    (
        "computer",
        "#left-whose",
        &[("#backup-open", "#backup-current"), ("#report", "#report-text"), ("#computer-key", "#current-passphrase")],
    ),
];

/// What opens over a list of one's own, over one that is narrowed, and over a case that is marked.
const OVER_MY_LIST: [Opening; 2] = [("#hand-over-all", "[data-test=caseload]"), ("#list-out:enabled", "#list-out-reason")];
const OVER_A_NARROWED_LIST: [Opening; 2] = [("#filter-open", "#filter-due"), ("#list-keep", "#list-name")];
const OVER_A_MARKED_CASE: [Opening; 3] =
    [("#bulk-assign", "#bulk-assign-to"), ("#bulk-tag", "#bulk-tag-text"), ("#bulk-status", "#bulk-status-to")];

/// What opens in a case that somebody works on, in one whose decision waits for a signature, and beside one with files.
const IN_A_CASE: [Opening; 7] = [
    ("#decide", "#decide-reason"),
    ("#move-on", "#step-note"),
    ("#hand-over", "#hand-over-to"),
    ("#task", "#task-text"),
    ("#scan", "#scan-dialog"),
    ("#remove", "#remove-reason"),
    ("#take-out", "[data-test=out-goes]"),
];
const IN_AN_ENROLMENT: [Opening; 2] = [("#sign", "#sign-dialog"), ("#letter", "#letter-text")];
const BESIDE_A_CASE: [Opening; 4] = [
    ("[data-test=letter-print]", "#print-reason"),
    ("[data-test=attachment-look]", "#preview-words"),
    ("[data-test=attachment-save]", "#save-reason"),
    ("[data-test=attachment-change]", "#elsewhere-do"),
];

/// What opens over everything.
const OVER_EVERYTHING: [Opening; 2] = [("#search", "#palette-input"), ("#new-case", "#case-new-title")];
const IN_THE_SETTINGS: [Opening; 3] = [("#set-proxy", "#proxy-dialog"), ("#set-own-keys", "#own-keys-dialog"), ("#set-keys", "#all-keys")];

/// Longer than a draft may be: it cannot be kept. Nobody waits until it is drawn.
const TOO_LONG: &str = "const e = document.querySelector('#new-note'); e.style.display = 'none'; e.value = 'A long note. '.repeat(330000); \
    e.dispatchEvent(new Event('input', { bubbles: true }))";

/// The cases that are looked at, by their ids.
struct Cases {
    full: String,
    child: String,
    enrolment: String,
    files: String,
    closed: String,
    contested: String,
    removed: String,
    handed: String,
    /// The first file of the child.
    file: Value,
}

impl Cases {
    /// Asks the window for them.
    fn of(window: &Window) -> Self {
        let id = |words: &str| {
            let found = asks(window, "search", &json!({ "words": words, "limit": 1 }));
            found["rows"][0]["id"].as_str().expect("it is found").to_owned()
        };
        let child = id(CHILD);
        let view = asks(window, "case_get", &json!({ "case": child }));
        Self {
            full: id(FULL),
            enrolment: id(ENROLMENT),
            files: id(FILES),
            closed: id(CLOSED),
            contested: id(CONTESTED),
            removed: id(REMOVED[0].0),
            handed: id("MS-2026-0168"),
            file: view["attachments"][0]["id"].clone(),
            child,
        }
    }
}

/// Chooses a language before the office is open.
fn speaks_at_the_gate(window: &Window, language: &str) {
    clicks(window, &format!("#language-{language}"));
}

/// Chooses it in the settings.
fn speaks(window: &Window, language: &str) {
    clicks(window, "#settings");
    chooses(window, "#set-language", language);
    window.find(&format!("html[lang={language}]"));
    leaves(window);
}

/// Opens a case, and stands at one of its tabs.
fn opens(window: &Window, case: &str, tab: &str) {
    goes_to(window, &format!("cases/team/{case}/{tab}"));
    window.find(&format!("#case[data-case='{case}']"));
    window.find(&format!("#tab-{tab}[aria-selected=true]"));
}

/// Opens or closes the rail where it is a drawer: what opens from it is shown only where it is.
fn turns_the_rail(window: &Window) {
    window.script("const toggle = document.querySelector('#rail-toggle'); if (toggle.offsetParent) toggle.click()", &[]);
}

fn unlocks(window: &Window) {
    window.type_into("#unlock-passphrase", &format!("{PASSPHRASE}\u{E007}"));
    window.find("#lock, #check-now");
}

/// The window has shown a list of this queue once its first case is this one: until then it shows the one before.
fn goes_to_queue(window: &Window, queue: &str, first: &str) {
    goes_to(window, &format!("cases/{queue}"));
    window.shows("#row-0", first);
}

fn the_settings(walk: &mut Walk<'_>) {
    clicks(walk.window, "#settings");
    walk.looks("#settings-dialog[open] #set-own-keys");
    leaves(walk.window);
    for dialog in IN_THE_SETTINGS {
        clicks(walk.window, "#settings");
        walk.opens(&[dialog]);
    }
}

fn the_areas(walk: &mut Walk<'_>) {
    for (area, shows, dialogs) in AREAS {
        goes_to(walk.window, area);
        walk.looks(shows);
        walk.opens(dialogs);
    }
}

/// An import from its plan to its report.
fn an_import(stage: &Stage, walk: &mut Walk<'_>) {
    let table = a_table(stage, &format!("{}{}", walk.language, walk.size));
    goes_to(walk.window, "import");
    types(walk.window, "#import-path", &table.to_string_lossy());
    clicks(walk.window, "#import-path-do");
    walk.looks("#import-do:not([disabled])");
    clicks(walk.window, "#import-do");
    walk.looks("#import-to-cases");
    walk.window.press(&[], "Escape");
    walk.window.find("#import-path");
}

/// Somebody is invited: the code, and what to do with it.
fn an_invitation(walk: &mut Walk<'_>) {
    goes_to(walk.window, "office");
    clicks(walk.window, "#invite");
    types(walk.window, "#invite-name", "Teuta Gashi");
    clicks(walk.window, "#invite-do");
    walk.window.value("#invite-code");
    walk.looks("dialog[open] #invite-code");
    leaves(walk.window);
}

fn the_lists(walk: &mut Walk<'_>) {
    let window = walk.window;
    goes_to(window, "cases/mine");
    window.find("[data-test=handed-to-me]");
    walk.looks("#queue-mine[aria-pressed=true]");
    walk.opens(&OVER_MY_LIST);
    walk.opens(&OVER_EVERYTHING);
    if walk.is_narrow() {
        return;
    }
    for queue in QUEUES {
        goes_to(window, &format!("cases/{queue}"));
        walk.looks(&format!("#queue-{queue}[aria-pressed=true]"));
    }
    goes_to(window, "cases/team?type=general&status=in_review&who=nobody&due=14&news=1");
    walk.looks("[data-test=filter-unseen]");
    walk.opens(&OVER_A_NARROWED_LIST);
    goes_to_queue(window, "conflict", CONFLICT);
    window.gone("[data-test=filter-unseen]");
    clicks(window, "#row-0 [data-test=mark]");
    window.find("#row-0.marked");
    walk.looks("[data-test=marks]");
    walk.opens(&OVER_A_MARKED_CASE);
    // Its decisions contradict each other, so it is left as it is.
    clicks(window, "#bulk-status");
    chooses(window, "#bulk-status-to", "waiting");
    clicks(window, "#bulk-status-do");
    window.gone("#bulk-status-dialog");
    window.find("[data-test=toast-left]");
    walk.opens(&[("#bulk-left-look", "#bulk-left [data-test=case-left]")]);
    clicks(window, "#bulk-unmark");
    window.gone("[data-test=marks]");
}

fn the_cases(walk: &mut Walk<'_>, cases: &Cases) {
    let window = walk.window;
    for tab in ["summary", "form", "notes", "tasks", "decisions"] {
        opens(window, &cases.child, tab);
        walk.looks(&format!("#tab-{tab}"));
    }
    beside_the_child(walk);
    opens(window, &cases.full, "summary");
    walk.opens(&IN_A_CASE);
    clicks(window, "#take-out");
    clicks(window, "#out-sealed");
    walk.looks("dialog[open] #out-key");
    leaves(window);
    opens(window, &cases.enrolment, "decisions");
    walk.looks("#sign");
    walk.opens(&IN_AN_ENROLMENT);
    for (case, shows) in [(&cases.closed, "[data-test=changed-late]"), (&cases.removed, "[data-test=removed]")] {
        opens(window, case, "summary");
        walk.looks(shows);
    }
    opens(window, &cases.handed, "summary");
    walk.looks("[data-test=handed-over]");
    walk.opens(&[("#give-back", "#give-back-words")]);
    opens(window, &cases.contested, "conflicts");
    walk.looks("[data-test=conflict-removal]");
    goes_to_queue(window, "conflict", CONFLICT);
    clicks(window, "#row-0");
    clicks(window, "#tab-conflicts");
    walk.looks("[data-test=conflict-decision]");
    opens(window, &cases.files, "summary");
    turns_the_rail(window);
    clicks(window, "[data-test=attachment-earlier]");
    walk.looks("[data-test=attachment-version]");
    turns_the_rail(window);
}

/// What stands beside a case, who looked at it, and what opens from there.
fn beside_the_child(walk: &mut Walk<'_>) {
    let window = walk.window;
    turns_the_rail(window);
    clicks(window, "#who-looked");
    walk.looks("[data-test=access]");
    walk.opens(&BESIDE_A_CASE);
    clicks(window, "[data-test=attachment-look]");
    clicks(window, "#preview-print");
    walk.looks("#print-file-dialog[open] #print-file-reason");
    window.press(&[], "Escape");
    window.gone("#print-file-dialog");
    leaves(window);
    clicks(window, "#who-looked");
    window.gone("[data-test=access]");
    turns_the_rail(window);
}

/// As `boot.js` shows it.
fn a_stop(walk: &mut Walk<'_>) {
    walk.window.script("document.querySelector('#stopped').showModal()", &[]);
    walk.looks("#stopped[open]");
    walk.window.script("document.querySelector('#stopped').close()", &[]);
}

/// A new case of a type that asks who it is about.
fn a_new_case_with_a_form(walk: &mut Walk<'_>) {
    clicks(walk.window, "#new-case");
    chooses(walk.window, "#case-new-type", "kindergarten-enrolment");
    walk.looks("dialog[open] #case-new-field-child-name");
    chooses(walk.window, "#case-new-type", "general");
    walk.window.gone("#case-new-field-child-name");
    leaves(walk.window);
}

fn everywhere(stage: &Stage, walk: &mut Walk<'_>, cases: &Cases) {
    the_settings(walk);
    the_areas(walk);
    the_lists(walk);
    the_cases(walk, cases);
    if !walk.is_narrow() {
        an_import(stage, walk);
        an_invitation(walk);
        goes_to(walk.window, "cases/mine");
        a_new_case_with_a_form(walk);
        a_stop(walk);
    }
}

/// Asks to close the window, looks at what asks back, and stays.
fn closes_and_stays(walk: &mut Walk<'_>, asks: &str) {
    walk.window.script(&format!("{DESKTOP}says('tauri://close-requested', null)"), &[]);
    walk.looks(&format!("dialog[open] {asks}"));
    leaves(walk.window);
}

/// A file that is open in another program. What asks at closing takes its time, and has least room in the narrowest window.
fn a_file_elsewhere(window: &Window, misfits: &mut Misfits, cases: &Cases) {
    opens(window, &cases.child, "summary");
    asks(window, "file_edit", &json!({ "case": cases.child, "attachment": cases.file, "version": null, "start": false }));
    window.find("[data-test=attachment-elsewhere]");
    Walk::each(window, misfits, &SIZES, speaks, |walk| {
        walk.looks("#elsewhere[data-files='1']");
        if walk.is_narrow() {
            closes_and_stays(walk, "#elsewhere-close-do");
        }
    });
    clicks(window, "#elsewhere-put-back");
    window.gone("#elsewhere");
}

/// Something typed that cannot be kept, and the question at closing.
fn something_unkept(window: &Window, misfits: &mut Misfits, cases: &Cases) {
    opens(window, &cases.child, "notes");
    window.find("#new-note");
    window.script(TOO_LONG, &[]);
    Walk::each(window, misfits, &[NARROW], speaks, |walk| closes_and_stays(walk, "#leaving-stay"));
    types(window, "#new-note", "");
}

/// Before an office is open: every way to start.
fn the_ways_to_start(stage: &Stage, misfits: &mut Misfits) {
    let window = stage.window("nobody");
    Walk::each(&window, misfits, &SIZES, speaks_at_the_gate, |walk| {
        for way in ["join", "make", "sample", "restore"] {
            clicks(walk.window, &format!("#way-{way} input"));
            walk.looks(&format!("#way-{way}.on"));
        }
    });
}

/// Waiting to be let in, and learning that somebody else was.
fn the_wait(stage: &Stage, misfits: &mut Misfits, newcomer: &str, shows: &str) {
    let window = stage.window(newcomer);
    unlocks(&window);
    clicks(&window, "#check-now");
    Walk::each(&window, misfits, &SIZES, speaks_at_the_gate, |walk| walk.looks(shows));
}

/// An office without a server, with a case type that has a slip in it.
fn an_office_alone(stage: &Stage, misfits: &mut Misfits) {
    let pack = a_type_with_a_slip(stage, "slip");
    let window = stage.window("alone");
    unlocks(&window);
    Walk::each(&window, misfits, &SIZES, speaks, |walk| {
        for (area, shows) in [("today", "[data-test=today-nothing]"), ("cases", "#nothing-import"), ("computer", "[data-test=alone]")] {
            goes_to(walk.window, area);
            walk.looks(shows);
        }
        goes_to(walk.window, "office");
        walk.looks("#own-types [data-type]");
        walk.opens(&[("#connect", "#connect-server")]);
        clicks(walk.window, "#add-type");
        types(walk.window, "#add-type-path", &pack.to_string_lossy());
        clicks(walk.window, "#add-type-do");
        walk.looks("dialog[open] #type-faults");
        leaves(walk.window);
    });
}

/// The furnished office, in one window.
fn an_office(stage: &Stage, misfits: &mut Misfits) {
    // Not where the session of whoever runs this has its files.
    let session = stage.session().to_string_lossy().into_owned();
    let window = stage.window_with("full", &[("XDG_RUNTIME_DIR", &session)]);
    Walk::each(&window, misfits, &SIZES, speaks_at_the_gate, |walk| walk.looks("#unlock-passphrase"));
    unlocks(&window);
    let cases = Cases::of(&window);
    Walk::each(&window, misfits, &SIZES, speaks, |walk| everywhere(stage, walk, &cases));
    a_file_elsewhere(&window, misfits, &cases);
    something_unkept(&window, misfits, &cases);
}

#[test]
fn every_word_fits_in_every_language_at_every_size() {
    let stage = Stage::set("words");
    let mut server = setting::furnish(&stage);
    let mut misfits = Misfits::default();
    the_ways_to_start(&stage, &mut misfits);
    let newcomers = asks_in(&stage, &mut server);
    the_wait(&stage, &mut misfits, newcomers.waits, "#check-now");
    lets_in(&stage, newcomers.waits);
    the_wait(&stage, &mut misfits, newcomers.comes_late, "#waiting-leave");
    hand_over(&stage);
    an_office_alone(&stage, &mut misfits);
    an_office(&stage, &mut misfits);
    misfits.none();
}
