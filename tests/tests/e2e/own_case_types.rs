//! An office's own case type, from its folder to a decided case and its letter, in two windows.

use std::fs;
use std::path::Path;

use praesto_tests::{Stage, Window, copy_folder};

use crate::people::{decides, goes_to, makes_a_case_of, makes_an_office, opens_a_case, takes_step};
use crate::screens::everybody_can_use;
use crate::two_computers::joins;

/// Opens the dialog by its key, and adds what lies there.
fn adds(window: &Window, path: &Path) {
    window.type_into("#add-type-path", &path.to_string_lossy());
    window.click("#add-type-do");
}

#[test]
fn a_case_type_of_the_office_is_added_used_and_withdrawn() {
    let stage = Stage::set("own-case-types");
    let server = stage.server();
    let elira = makes_an_office(&stage, "Elira", Some(&server.address()));
    let ana = joins(&stage, &elira, "Ana");
    let folder = tempfile::tempdir().expect("a folder");
    let pack = folder.path().join("dog-tax");
    copy_folder(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/examples/dog-tax"), &pack).expect("the folder is copied");
    let write = |old: &str, new: &str| {
        let text = fs::read_to_string(pack.join("type.toml")).expect("its rules");
        fs::write(pack.join("type.toml"), text.replace(old, new)).expect("it can be written");
    };

    // A slip is named with its file and line, and nothing is added.
    write("to = \"assessing\"", "to = \"asessing\"");
    goes_to(&elira, "office");
    elira.find("#own-types [data-type=general]");
    everybody_can_use(&elira, "office with its case types");
    elira.script("document.querySelector('#people').closest('[data-pane]').focus()", &[]);
    elira.press(&[], "a");
    elira.find("#add-type-dialog");
    elira.click("#add-type-do");
    elira.find("#add-type-path[aria-invalid=true]");
    everybody_can_use(&elira, "adding a case type");
    adds(&elira, &pack);
    elira.shows("#type-faults", "type.toml, line 38");
    elira.shows("#type-faults", "\"asessing\", which is not there");
    everybody_can_use(&elira, "a case type with faults");
    write("to = \"asessing\"", "to = \"assessing\"");
    elira.click("#add-type-check");
    elira.shows("#type-sound", "Nothing was added");
    assert_eq!(elira.count("#own-types [data-type=dog-tax]"), 0, "it was only checked");
    elira.click("#add-type-do");
    elira.gone("#add-type-dialog");
    elira.shows("#own-types [data-type=dog-tax]", "Dog tax");
    elira.shows("#own-types [data-type=dog-tax]", "Added by Elira");

    // A colleague makes a case of it as of any other.
    goes_to(&ana, "cases");
    ana.click("#new-case");
    ana.find("#case-new-type option[value=dog-tax]");
    ana.press(&[], "Escape");
    ana.gone("#case-new-title");
    makes_a_case_of(&ana, "dog-tax", "Rex");
    for (field, answer) in
        [("owner-name", "Besa Hoxha"), ("owner-address", "Bridge Street 12"), ("dog-name", "Rex"), ("kept-since", "2026-10-01")]
    {
        ana.type_into(&format!("#field-{field}"), answer);
        ana.press(&[], "Enter");
    }
    ana.shows("#timeline", "Bridge Street 12");
    takes_step(&ana, "assess");
    decides(&ana, "taxed", "It is a dog.");
    ana.script("document.querySelector('#case').focus()", &[]);
    ana.press(&[], "l");
    ana.shows(".paper__title", "Dog tax: Rex");
    ana.shows(".paper", "It is a dog.");
    ana.click("#letter-do");
    ana.gone("#letter-dialog");
    ana.shows("#attachments", "Notice of dog tax");

    // Withdrawn, it is offered no more, and the case stays what it is.
    elira.click("#own-types [data-type=dog-tax] [data-test=withdraw-type]");
    elira.find("#own-types [data-type=dog-tax][data-standing=withdrawn]");
    everybody_can_use(&elira, "office with a withdrawn case type");
    opens_a_case(&elira, "Rex");
    elira.shows("#case", "Decided");
    elira.click("#new-case");
    elira.find("#case-new-type");
    assert_eq!(elira.count("#case-new-type option[value=dog-tax]"), 0, "no new cases of it");
}
