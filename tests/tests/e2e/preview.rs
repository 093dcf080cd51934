//! Files of a case looked at where they are and printed from there, by keyboard alone: a PDF, a picture, a mail with what came with it.

use praesto_tests::papers::{mail, pdf, picture};
use praesto_tests::{DESKTOP, Stage, Window};
use serde_json::{Value, json};

use crate::people::{locks, makes_a_case, makes_an_office};
use crate::screens::everybody_can_use;

/// Lets files fall on the window, as the system tells it.
pub(crate) fn lets_fall(window: &Window, paths: &[std::path::PathBuf]) {
    let falls = "says('tauri://drag-drop', { paths: arguments[0], position: { x: 0, y: 0 } })";
    window.script(&format!("{DESKTOP}{falls}"), &[json!(paths)]);
}

/// Puts the focus on the name of a file, as Tab would in the end.
pub(crate) fn stands_at(window: &Window, name: &str) {
    window.shows("[data-test=attachment]", name);
    let script = "[...document.querySelectorAll('[data-test=attachment-look]')].find(e => e.innerText.includes(arguments[0])).focus()";
    window.script(script, &[json!(name)]);
}

fn focused(window: &Window) -> String {
    window.script("return document.activeElement.innerText || document.activeElement.id", &[]).as_str().unwrap_or_default().to_owned()
}

/// Waits until a picture is drawn, and says how large it is on the screen.
fn drawn(window: &Window) -> u64 {
    window.find("#preview-picture");
    let script = "const done = arguments[arguments.length - 1]; const p = document.querySelector('#preview-picture'); \
        p.decode().then(() => done(p.naturalWidth > 0 ? Math.round(p.getBoundingClientRect().width) : 0), () => done(0))";
    let width = window.script_later(script, &[]).as_u64().unwrap_or_default();
    assert!(width > 0, "the picture is one that the window can draw");
    width
}

/// What the system's print dialog is given: each sheet with its words, and how wide its picture is where it is one that is there.
const ON_PAPER: &str = "window.onPaper = null; window.print = () => { \
    window.onPaper = [...document.querySelectorAll('.printed .leaf')].map(leaf => { \
        const picture = leaf.querySelector('img'); \
        return { words: leaf.textContent, picture: picture && picture.complete ? picture.naturalWidth : 0 }; }); \
    setTimeout(() => window.dispatchEvent(new Event('afterprint')), 50) }";

/// Prints what is shown, with this reason; gives the sheets.
fn puts_on_paper(window: &Window, reason: &str) -> Vec<Value> {
    window.script(ON_PAPER, &[]);
    window.press(&[], "p");
    window.stands_at("#print-file-reason");
    window.types(reason);
    window.press(&["Control"], "Enter");
    window.gone("#print-file-dialog");
    window.gone(".printed");
    window.find("#preview-dialog[open]");
    window.script("return window.onPaper", &[]).as_array().expect("the system was asked to print").clone()
}

#[test]
fn files_are_looked_at_and_printed_by_keyboard_and_a_file_of_a_mail_is_kept() {
    let stage = Stage::set("preview");
    let window = makes_an_office(&stage, "Elira", None);
    makes_a_case(&window, "Rose Hill");
    let certificate = pdf(&["Birth certificate", "Second page"]);
    let letter = mail("one@example.org", "Place in Breza", "Dear office", &[("certificate.pdf", &certificate)]);
    let files = [
        stage.file("plan.pdf", &certificate),
        stage.file("house.png", picture(900, 300, image::ImageFormat::Png)),
        stage.file("letter.eml", &letter),
    ];
    lets_fall(&window, &files);
    window.shows("[data-test=attachment]", "letter.eml");

    a_pdf(&window);
    a_picture(&window);
    a_mail(&window);
    window.press(&[], "Escape");
    window.gone("#preview-dialog");

    // Each is told, with its reason.
    window.press(&[], "v");
    for told in ["printed plan.pdf: “For the hearing”", "printed letter.eml: “For the file on paper”"] {
        window.shows("[data-test=access]", told);
    }
    window.press(&[], "v");
    window.gone("[data-test=access]");

    // What is locked is gone from the window.
    stands_at(&window, "plan.pdf");
    window.press(&[], "Enter");
    drawn(&window);
    window.press(&[], "Escape");
    window.gone("#preview-dialog");
    locks(&window);
    assert!(!window.page().contains("Birth certificate") && !window.page().contains("data:image/png"), "nothing of it stays");
}

fn a_pdf(window: &Window) {
    stands_at(window, "plan.pdf");
    window.press(&[], "Enter");
    window.shows("#preview-page", "Page 1 of 2");
    let usual = drawn(window);
    window.find("#preview-picture[alt='Page 1 of 2 of plan.pdf']");
    assert_eq!(window.script("return document.querySelector('#preview-words').textContent", &[]), "Birth certificate", "it is read out");
    everybody_can_use(window, "a page of a PDF");
    window.press(&[], "ArrowRight");
    window.shows("#preview-page", "Page 2 of 2");
    window.find("#preview-picture[data-page='2']");
    window.press(&[], "ArrowLeft");
    window.find("#preview-picture[data-page='1']");
    window.press(&[], "-");
    window.shows("#preview-size", "75 %");
    assert!(drawn(window) < usual);
    window.press(&[], "0");
    window.shows("#preview-size", "100 %");
    window.press(&[], "t");
    window.shows("#preview-stage", "Birth certificate");
    window.find("#preview-text[aria-pressed=true]");
    everybody_can_use(window, "the text of a page");
    window.press(&[], "s");
    window.find("#save-reason");
    window.press(&[], "Escape");
    window.gone("#save-dialog");
    window.find("#preview-dialog[open]");
    a_pdf_on_paper(window);
    window.press(&[], "Escape");
    window.gone("#preview-dialog");
    assert_eq!(focused(window), "plan.pdf", "one goes on where one was");
}

fn a_pdf_on_paper(window: &Window) {
    window.press(&[], "p");
    window.stands_at("#print-file-reason");
    everybody_can_use(window, "printing a file");
    window.press(&[], "Enter");
    window.find("#print-file-reason[aria-invalid=true]");
    window.press(&[], "Escape");
    window.gone("#print-file-dialog");
    let sheets = puts_on_paper(window, "For the hearing");
    let pictures: Vec<_> = sheets.iter().map(|sheet| sheet["picture"].clone()).collect();
    assert_eq!(json!(pictures), json!([1240, 1240]), "a sheet for each page, with its picture there");
}

fn a_picture(window: &Window) {
    stands_at(window, "house.png");
    window.press(&[], "o");
    drawn(window);
    window.find("#preview-picture[alt='Picture house.png']");
    everybody_can_use(window, "a picture");
    window.press(&[], "Escape");
    window.gone("#preview-dialog");
}

fn a_mail(window: &Window) {
    stands_at(window, "letter.eml");
    window.press(&[], "Enter");
    window.shows("[data-test=mail-subject]", "Place in Breza");
    window.shows("#preview-stage", "Dear office");
    everybody_can_use(window, "a mail");
    let sheets = puts_on_paper(window, "For the file on paper");
    let reference = window.text("#case-reference");
    let [sheet] = &sheets[..] else { panic!("one sheet: {sheets:?}") };
    for words in ["letter.eml", reference.as_str(), "Place in Breza", "Dear office", "certificate.pdf"] {
        assert!(sheet["words"].as_str().is_some_and(|said| said.contains(words)), "{words} in {sheet}");
    }
    window.script("document.querySelector('[data-test=mail-file-look]').focus()", &[]);
    window.press(&[], "Enter");
    window.shows("#preview-page", "Page 1 of 2");
    drawn(window);
    everybody_can_use(window, "a file that came with a mail");
    window.press(&[], "a");
    window.find("[data-test=preview-kept]");
    window.press(&[], "Escape");
    window.find("[data-test=mail-file-kept]");
    window.find("#preview-dialog[open]");
    window.shows("[data-test=attachment]", "certificate.pdf");
}
