//! What is said of a case that may be here already.
#![allow(clippy::unwrap_used)]

mod common;

use std::collections::BTreeMap;

use common::{case, slot};
use praesto_domain::casework::{
    Alike, Case, FieldValue, Likeness, Party, Removal, Sought, Stage, Status, alike_names, field_mark, is_mark, marks, name_mark,
    same_reference,
};
use praesto_domain::{Day, PartyId};
use uuid::Uuid;

fn day(text: &str) -> FieldValue {
    FieldValue::Day(text.parse::<Day>().unwrap())
}

fn text(text: &str) -> FieldValue {
    FieldValue::Text(text.to_owned())
}

/// An enrolment that is here, with a child of this name who was born then.
fn enrolment(name: &str, born: &str) -> Case {
    Case {
        case_type: "kindergarten-enrolment".to_owned(),
        title: slot(["Enrolment".to_owned()]),
        fields: BTreeMap::from([("child_name".to_owned(), slot([text(name)])), ("child_born".to_owned(), slot([day(born)]))]),
        ..case()
    }
}

/// What is said of it to whoever enrols a child of this name who was born then.
fn said(case: &Case, name: &str, born: &str) -> Vec<Likeness> {
    let (names, identifying) = (["child_name".to_owned()], ["child_born".to_owned()]);
    let (name, born) = (text(name), day(born));
    let fields = BTreeMap::from([("child_name", &name), ("child_born", &born)]);
    Sought { case_type: "kindergarten-enrolment", fields, names: &names, identifying: &identifying, ..Sought::default() }.like(case)
}

fn name(name: &str) -> Likeness {
    Likeness::Name(name.to_owned())
}

fn born() -> Likeness {
    Likeness::Field("child_born".to_owned())
}

#[test]
fn names_are_alike_however_they_are_spelt_turned_and_mistyped() {
    for (one, other) in [
        ("Arta Hoxha", "Hoxha Arta"),
        ("Arta Hoxha", "Арта Хоџа"),
        ("Ема Јанкулова", "Ema Jankulva"),
        ("Gjorgji Kjosev", "Ѓорѓи Ќосев"),
        ("Arta Hoxha", "Arta Besa Hoxha"),
        ("Jankulova", "Јанкулова"),
    ] {
        assert_eq!(alike_names(one, other), Some(Alike::Closely), "{one} and {other}");
        assert_eq!(alike_names(other, one), Some(Alike::Closely), "{other} and {one}");
    }
    for (one, other) in [("Arta Hoxha", "Enrolment of Arta Hoxha"), ("Ема Јанкулова", "Emma Jankolva of Bitola")] {
        assert_eq!(alike_names(one, other), Some(Alike::Loosely), "{one} and {other}");
    }
    for (one, other) in [
        ("Marko Petrov", "Darko Petrov"),
        ("Ana Petrova", "Ina Petrova"),
        ("Arta Hoxha", "Besa Hoxha"),
        ("Complaint 12", "Complaint 13"),
        ("Arta", "Arta Hoxha"),
        ("Ana", "Ana"),
        ("", ""),
        ("...", "Arta Hoxha"),
    ] {
        assert_eq!(alike_names(one, other), None, "{one} and {other}");
    }
}

#[test]
fn a_child_of_an_alike_name_and_the_same_day_of_birth_is_named_also_once_the_case_is_closed_or_removed() {
    let here = enrolment("Арта Хоџа", "2023-03-14");
    let closed = Case { stage: slot([Stage::from(Status::Closed)]), ..here.clone() };
    let removed = Case { removal: Some(Removal { reasons: slot(["Twice".to_owned()]), unseen: Vec::new() }), ..here.clone() };
    for case in [&here, &closed, &removed] {
        assert_eq!(said(case, "Arta Hoxho", "2023-03-14"), [name("Арта Хоџа"), born()]);
    }
    assert_eq!(said(&here, "Arta Hoxha", "2022-01-01"), [name("Арта Хоџа")], "the name alone is enough of an open case of the type");
    assert_eq!(said(&closed, "Arta Hoxha", "2022-01-01"), [], "and of no other");
    assert_eq!(said(&removed, "Arta Hoxha", "2022-01-01"), []);
    assert_eq!(said(&Case { case_type: "general".to_owned(), ..here.clone() }, "Arta Hoxha", "2022-01-01"), []);
    assert_eq!(said(&here, "Besa Hoxha", "2023-03-14"), [], "twins are two children");
}

#[test]
fn a_number_that_one_person_only_has_is_said_whatever_the_name() {
    let number = |text: &str| FieldValue::Text(text.to_owned());
    let with = |name: &str, its: &str| {
        let mut here = enrolment(name, "2023-03-14");
        here.fields.insert("child_number".to_owned(), slot([number(its)]));
        here
    };
    let (names, identifying) = (["child_name".to_owned()], ["child_born".to_owned(), "child_number".to_owned()]);
    let unique = ["child_number".to_owned()];
    let said = |case: &Case, name: &str, born: &str, its: &str| {
        let (name, born, its) = (text(name), day(born), number(its));
        let fields = BTreeMap::from([("child_name", &name), ("child_born", &born), ("child_number", &its)]);
        let sought = Sought { case_type: "kindergarten-enrolment", fields, names: &names, identifying: &identifying, ..Sought::default() };
        (sought.like(case), Sought { unique: &unique, ..sought }.like(case))
    };
    let same = Likeness::Field("child_number".to_owned());
    let here = with("Арта Хоџа", "1403202345012");
    let closed = Case { stage: slot([Stage::from(Status::Closed)]), ..here.clone() };
    let removed = Case { removal: Some(Removal { reasons: slot(["Twice".to_owned()]), unseen: Vec::new() }), ..here.clone() };
    for case in [&here, &closed, &removed] {
        let (shared, unique) = said(case, "Blerta Krasniqi", "2022-01-01", "1403202345012");
        assert_eq!((shared, unique), (vec![], vec![same.clone()]), "only where the pack says that one person has it");
    }
    assert_eq!(said(&here, "Blerta Krasniqi", "2023-03-14", "14032023 45012").1, [born(), same.clone()], "spaces make no other number");
    assert_eq!(said(&here, "Arta Hoxha", "2022-01-01", "1403202345012").1, [name("Арта Хоџа"), same]);
    assert_eq!(said(&here, "Besa Hoxha", "2023-03-14", "1403202345013").1, [], "twins have two numbers");
    assert_eq!(said(&Case { case_type: "dogs".to_owned(), ..here }, "Blerta Krasniqi", "2022-01-01", "1403202345012").1, []);
    for nobodys in ["нема", "-", "0000000000000", "7"] {
        assert_eq!(said(&with("Арта Хоџа", nobodys), "Blerta Krasniqi", "2022-01-01", nobodys).1, [], "{nobodys}");
    }
}

#[test]
fn people_of_the_case_count_unless_they_were_removed() {
    let party = Party {
        id: PartyId(Uuid::from_u128(1)),
        name: slot(["Arta Hoxha".to_owned()]),
        role: slot([]),
        contact: slot([]),
        removed: false,
        reopened: false,
    };
    let with = |party: Party| Case { parties: vec![party], ..case() };
    let sought = Sought { case_type: "general", parties: vec!["Hoxha Arta"], ..Sought::default() };
    assert_eq!(sought.like(&with(party.clone())), [name("Arta Hoxha")]);
    assert_eq!(sought.like(&with(Party { removed: true, ..party })), []);
}

#[test]
fn the_same_reference_is_said_whatever_else_is_different() {
    let sought = |reference| Sought { case_type: "general", reference, title: "Roof", ..Sought::default() };
    assert_eq!(sought(" 2026-0001 ").like(&case()), [Likeness::Reference]);
    assert_eq!(sought("2026-0002").like(&case()), []);
    assert!(same_reference("kg-2026-1", "KG-2026-1 ") && !same_reference("KG-2026-1", "KG-2026-01") && !same_reference(" ", ""));
}

#[test]
fn marks_name_every_name_and_answer_and_no_word_is_one() {
    let mut here = enrolment("Arta Hoxha", "2023-03-14");
    here.fields.insert("note".to_owned(), slot([text(&"long ".repeat(100))]));
    here.fields.insert("sibling".to_owned(), slot([FieldValue::Flag(true)]));
    let marks = marks(&here);
    for mark in [name_mark("arta"), name_mark("hodza"), name_mark("enrolment"), field_mark("child_born", &day("2023-03-14")).unwrap()] {
        assert!(marks.contains(&mark), "{mark} in {marks:?}");
    }
    assert!(!marks.contains(&name_mark("long")), "a long text is no name");
    assert_eq!(marks.len(), 5, "{marks:?}");
    for mark in &marks {
        assert!(is_mark(mark) && mark.chars().all(char::is_alphanumeric) && mark.chars().count() <= 64, "{mark}");
        assert!(!is_mark(&praesto_domain::casework::fold(mark)), "nobody can type one");
    }
    assert_eq!(field_mark("child_number", &text("140 320 23")), field_mark("child_number", &text("14032023")));
    assert_ne!(field_mark("child_born", &day("2023-03-14")), field_mark("wanted_from", &day("2023-03-14")));
}

#[test]
fn a_case_has_a_bounded_number_of_marks() {
    let mut here = case();
    here.fields = (0..500).map(|n| (format!("field {n}"), slot([text(&format!("value {n}"))]))).collect();
    assert!(marks(&here).len() <= 200);
}
