//! A case of a type with a form, steps, terms and a second signature, from its receipt to the decision, in two windows.

use praesto_tests::Stage;

use crate::people::{chooses, decides, makes_a_case_of, makes_an_office, opens_a_case, stands_at};
use crate::screens::everybody_can_use;
use crate::two_computers::joins;

const CHILD: &str = "Arta Hoxha";

/// What the enrolment must know, field by field.
const ANSWERS: [(&str, &str); 7] = [
    ("child-name", CHILD),
    ("child-born", "14.3.2023"),
    ("parent-name", "Besa Hoxha"),
    ("parent-contact", "070 123 456"),
    ("address", "Bridge Street 12"),
    ("kindergarten", "Breza"),
    ("wanted-from", "1.12.2026"),
];

#[test]
fn an_enrolment_is_filled_in_checked_decided_and_signed_by_a_colleague() {
    let stage = Stage::set("enrolment");
    let server = stage.server();
    let elira = makes_an_office(&stage, "Elira", Some(&server.address()));
    makes_a_case_of(&elira, "kindergarten-enrolment", CHILD);
    let ana = joins(&stage, &elira, "Ana");
    opens_a_case(&elira, CHILD);
    elira.shows("#case-type", "Kindergarten enrolment");
    elira.shows("#case-stands", "Received");
    elira.shows(".facts", "Sample by-law on enrolment, Article 9");
    assert_eq!(elira.count("[data-test=field-missing]"), 8);
    everybody_can_use(&elira, "enrolment, received");

    // Nothing can be decided before somebody has looked at it, and then not without the form.
    assert_eq!(elira.count("#decide"), 0);
    elira.script("document.querySelector('#case').focus()", &[]);
    elira.press(&[], "m");
    elira.find("#step-dialog[open]");
    everybody_can_use(&elira, "next step");
    elira.press(&[], "Enter");
    elira.gone("#step-dialog");
    stands_at(&elira, "in_review");
    elira.shows("#case-stands", "Being checked");
    elira.click("#decide");
    chooses(&elira, "#decide-outcome", "granted");
    elira.shows("[data-test=decide-refused]", "The form is not complete.");
    elira.shows("#decide-about", "Date of birth");
    everybody_can_use(&elira, "decision without a whole form");
    elira.press(&[], "Escape");
    elira.gone("#decide-dialog");

    for (field, answer) in ANSWERS {
        elira.type_into(&format!("#field-{field}"), answer);
        elira.press(&[], "Enter");
    }
    chooses(&elira, "#field-care", "full_day");
    elira.gone("[data-test=field-missing]");
    elira.shows("#timeline", "Hours: Full day");

    // Outside what the form allows is said beside the field, and kept.
    elira.type_into("#field-child-number", "12");
    elira.press(&[], "Enter");
    elira.shows("#field-child-number-help", "does not fit");
    elira.find("#field-child-number[aria-invalid=true]");
    elira.script("document.querySelector('#field-child-number').select()", &[]);
    elira.press(&[], "Backspace");
    elira.press(&[], "Enter");
    elira.gone("[data-test=field-breaks]");

    decides(&elira, "granted", "There is room in Breza.");
    stands_at(&elira, "in_review");
    elira.shows("[data-test=decision-waits]", "Waits for the second signature");
    elira.click("[data-test=see-decisions]");
    elira.stands_at("#tab-decisions");
    elira.shows("[data-test=waits]", "A colleague signs it");
    assert_eq!((elira.count("#sign"), elira.count("#decide"), elira.count("#move-on")), (0, 0, 0), "nobody is their own second");
    everybody_can_use(&elira, "decision that waits for its signature");

    opens_a_case(&ana, CHILD);
    ana.find("#sign");
    ana.script("document.querySelector('#case').focus()", &[]);
    ana.press(&[], "s");
    ana.shows("#sign-dialog", "There is room in Breza.");
    everybody_can_use(&ana, "second signature");
    ana.click("#sign-do");
    ana.gone("#sign-dialog");
    stands_at(&ana, "decided");
    elira.shows("[data-test=signed]", "Ana");
    elira.shows("#case-stands", "Decided");
    elira.shows("#timeline", "Ana gave the second signature");
    everybody_can_use(&elira, "decision with two signatures");
}
