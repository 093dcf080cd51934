//! A letter from its template to paper, in two windows.

use praesto_tests::{Stage, Window};
use serde_json::json;

use crate::people::{chooses, makes_a_case_of, makes_an_office, opens_a_case, takes_step};
use crate::screens::everybody_can_use;
use crate::two_computers::joins;

const CHILD: &str = "Arta Hoxha";

const ANSWERS: [(&str, &str); 4] =
    [("child-name", CHILD), ("parent-name", "Besa Hoxha"), ("address", "Bridge Street 12, 1200 Lindara"), ("kindergarten", "Breza")];

/// Presses a letter key at the case itself.
fn presses(window: &Window, key: &str) {
    window.script("document.querySelector('#case').focus()", &[]);
    window.press(&[], key);
}

#[test]
fn a_letter_is_written_signed_off_seen_by_a_colleague_and_printed() {
    let stage = Stage::set("letters");
    let server = stage.server();
    let elira = makes_an_office(&stage, "Elira", Some(&server.address()));
    makes_a_case_of(&elira, "kindergarten-enrolment", CHILD);
    let ana = joins(&stage, &elira, "Ana");
    opens_a_case(&elira, CHILD);
    for (field, answer) in ANSWERS {
        elira.type_into(&format!("#field-{field}"), answer);
        elira.press(&[], "Enter");
    }
    elira.shows("#timeline", "Breza");
    takes_step(&elira, "check");

    // What is typed for one letter stays with it, in whatever language it is written in the end.
    presses(&elira, "l");
    elira.find("#letter-text");
    elira.type_into("#letter-address", "Somebody else");
    elira.shows(".paper__to", "Somebody else");
    chooses(&elira, "#letter-language", "de");
    elira.find(".paper[lang=de]");
    elira.shows(".paper__to", "Somebody else");
    elira.press(&[], "Escape");
    elira.gone("#letter-dialog");
    elira.find("#draft-letter");
    takes_step(&elira, "ask_for_papers");
    elira.gone("#draft-letter");

    // Which papers are missing only a person knows.
    presses(&elira, "l");
    elira.find("#letter-text");
    elira.shows(".paper__to", "1200 Lindara");
    elira.shows(".paper mark", "[[Which papers are missing]]");
    elira.shows("[data-test=letter-gaps]", "1 gap is left: Which papers are missing");
    everybody_can_use(&elira, "letter with a gap");
    elira.click("#letter-do");
    elira.find("#letter-text[aria-invalid=true]");
    elira.press(&["Control"], "g");
    let selected =
        "const field = document.querySelector('#letter-text'); return field.value.slice(field.selectionStart, field.selectionEnd)";
    assert_eq!(elira.script(selected, &[]), json!("[[Which papers are missing]]"));

    // The template speaks every language; what is typed is of the one that is chosen.
    chooses(&elira, "#letter-language", "mk");
    elira.shows(".paper__title", "Недостигаат документи");
    everybody_can_use(&elira, "letter in Macedonian");
    chooses(&elira, "#letter-language", "en");
    elira.shows(".paper__title", "Papers missing");
    let text = elira.value("#letter-text").replace("[[Which papers are missing]]", "the birth certificate");
    // The driver types no ends of lines.
    let pastes = "const e = document.querySelector(arguments[0]); e.focus(); e.value = arguments[1]; e.dispatchEvent(new Event('input', { bubbles: true }))";
    elira.script(pastes, &[json!("#letter-text"), json!(text)]);
    elira.gone(".paper mark");
    elira.shows("[data-test=letter-gaps]", "No gaps are left.");

    // Left before it is signed off, it is a draft.
    elira.press(&[], "Escape");
    elira.gone("#letter-dialog");
    elira.click("#draft-letter");
    elira.shows(".paper li", "the birth certificate");
    elira.click("#letter-do");
    elira.gone("#letter-dialog");
    elira.shows("#attachments", "Papers missing");
    elira.shows("[data-test=attachment-letter]", "signed off by");
    elira.shows("#timeline", "signed off a letter");
    assert_eq!(elira.count("[data-test=attachment-change], [data-test=attachment-add-version]"), 0, "what was signed off stays as it is");
    presses(&elira, "c");
    assert_eq!(elira.count("dialog[open], #elsewhere"), 0, "nor does its key change it");
    elira.gone("#draft-letter");
    everybody_can_use(&elira, "case with a letter");

    opens_a_case(&ana, CHILD);
    ana.shows("[data-test=attachment-letter]", "signed off by Elira");
    let prints = "window.print = () => { window.onPaper = document.querySelector('.printed').textContent; \
        setTimeout(() => window.dispatchEvent(new Event('afterprint')), 50) }";
    ana.script(prints, &[]);
    ana.click("[data-test=letter-print]");
    ana.find("#print-dialog");
    everybody_can_use(&ana, "printing a letter");
    ana.click("#print-do");
    ana.gone("#print-dialog");
    ana.gone(".printed");
    let paper = ana.script("return window.onPaper", &[]);
    let paper = paper.as_str().unwrap_or_default();
    for part in ["Municipality of Lindara", "Besa Hoxha", "Papers missing", "the birth certificate", "Elira"] {
        assert!(paper.contains(part), "{part} in {paper}");
    }
    ana.shows("#timeline", "To be posted to Besa Hoxha");
}
