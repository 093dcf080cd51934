//! The letters of a pack: each fault is said with its file, and each letter is offered where it belongs.

use std::collections::BTreeMap;

use praesto_domain::{
    DecisionId, PersonId,
    case_types::{
        CaseType, PackText, Who,
        workflow::{Actor, Decided, Refused, Standing},
    },
    casework::{Stage, Status},
};
use uuid::Uuid;

use crate::made::{FORM, TYPE, calendars};

const LETTERS: &str = r#"
[recipient]
name = "name"
address = "name"

[[letter]]
id = "receipt"
states = ["new"]

[[letter]]
id = "licence"
outcomes = ["licence"]
who = "manager"

[[letter]]
id = "plain"
"#;

const TEXT: &str = "# About {title}\n\nDear {field:name}, we rule by {deadline:rule} ({basis:rule}).";

/// The pack with letters, or what is wrong with it.
fn read(type_toml: &str, letters: &[(&str, &str)]) -> Result<CaseType, Vec<String>> {
    let mut pack =
        PackText { id: "dogs".to_owned(), type_toml: format!("{TYPE}{type_toml}"), form: FORM.to_owned(), ..PackText::default() };
    pack.letters = letters.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect();
    let texts: &[&str] = &[
        "type",
        "type-about",
        "section-dog",
        "field-name",
        "field-born",
        "state-new",
        "state-looking",
        "state-ruled",
        "state-over",
        "step-look",
        "step-end",
        "step-again",
        "outcome-licence",
        "outcome-no_licence",
        "deadline-rule",
        "deadline-rule-basis",
        "letter-receipt",
        "letter-licence",
        "letter-plain",
    ];
    let words: BTreeMap<String, String> = texts.iter().map(|id| ((*id).to_owned(), "text".to_owned())).collect();
    pack.words.insert("en".to_owned(), words);
    CaseType::read(&pack, &calendars()).map_err(|faults| faults.iter().map(ToString::to_string).collect())
}

const ALL: [(&str, &str); 3] = [("receipt.en", TEXT), ("licence.en", "# {outcome}\n\n{reason}"), ("plain.en", TEXT)];

fn faults(type_toml: &str, letters: &[(&str, &str)]) -> Vec<String> {
    read(type_toml, letters).expect_err("something is wrong")
}

#[test]
fn every_fault_of_a_letter_is_said_with_its_file() {
    let dogs = read(LETTERS, &ALL).unwrap();
    assert_eq!(dogs.letters().len(), 3);
    assert!(dogs.letter("plain").unwrap().template("en").is_some() && dogs.letter("plain").unwrap().template("mk").is_none());
    let with = |name: &'static str, text: &'static str| {
        let mut all = ALL.to_vec();
        all.retain(|(other, _)| *other != name);
        all.push((name, text));
        faults(LETTERS, &all)
    };
    assert_eq!(faults(LETTERS, &ALL[..2]), ["letters/plain.en.txt: there is none"], "a language that is missing is missed");
    assert_eq!(with("plain.mk", TEXT), ["letters/plain.mk.txt: no letter of this name is written in this language"]);
    assert_eq!(with("plane.en", TEXT), ["letters/plane.en.txt: no letter of this name is written in this language"]);
    assert_eq!(
        with("plain.en", "# A\n\n{field:size} {deadline:bark}"),
        [
            "letters/plain.en.txt: a blank names field \"size\", which is not there",
            "letters/plain.en.txt: a blank names deadline \"bark\", which is not there",
        ]
    );
    assert_eq!(
        with("plain.en", "# A\n\n{nmae}\n\n[if title]\nB"),
        ["letters/plain.en.txt: line 3: there is no blank {nmae}", "letters/plain.en.txt: line 5: \"[if …]\" is not ended by \"[end]\"",]
    );
    assert_eq!(
        with("receipt.en", "# A\n\n{reason}"),
        ["letters/receipt.en.txt: {reason} is known only in a letter on a decision, and this one names no outcome",]
    );
    for (old, new, fault) in [
        ("states = [\"new\"]", "states = [\"gone\"]", "type.toml: letter \"receipt\" names state \"gone\", which is not there"),
        ("outcomes = [\"licence\"]", "outcomes = [\"leash\"]", "type.toml: letter \"licence\" names outcome \"leash\", which is not there"),
        (
            "id = \"plain\"",
            "id = \"plain\"\nlanguages = [\"mk\"]",
            "type.toml: letter \"plain\" is written in \"mk\", which the pack does not speak",
        ),
        ("address = \"name\"", "address = \"born\"", "type.toml: \"recipient\" names field \"born\", which is no text"),
        ("address = \"name\"", "address = \"street\"", "type.toml: \"recipient\" names field \"street\", which is not there"),
        ("id = \"plain\"", "id = \"receipt\"", "type.toml: letter \"receipt\" is there twice"),
    ] {
        assert!(LETTERS.contains(old), "{old} is in the pack");
        assert_eq!(faults(&LETTERS.replacen(old, new, 1), &ALL), [fault]);
    }
}

fn person(number: u128) -> PersonId {
    PersonId(Uuid::from_u128(number))
}

fn actor(number: u128) -> Actor {
    Actor { person: person(number), manager: number == 9 }
}

fn standing<'a>(state: &str, decisions: Vec<Decided<'a>>) -> Standing<'a> {
    let stage = Stage { status: Status::New, state: Some(state.to_owned()) };
    Standing { stage, assignee: Some(person(1)), decisions, form_complete: true, tasks_done: true }
}

fn decided(outcome: &'static str, number: u128, counts: bool) -> Decided<'static> {
    let second = Some(Who::Manager);
    Decided { id: DecisionId(Uuid::from_u128(number)), outcome, by: Some(person(1)), counts, second, replaces: &[] }
}

#[test]
fn a_letter_is_offered_where_it_belongs() {
    let dogs = read(LETTERS, &ALL).unwrap();
    let offered = |standing: &Standing<'_>, number: u128| {
        let offers = dogs.letters_offered(standing, actor(number));
        offers.into_iter().map(|offer| (offer.letter.id.clone(), offer.decision.is_some(), offer.refused)).collect::<Vec<_>>()
    };
    let plain = || ("plain".to_owned(), false, None);
    assert_eq!(offered(&standing("new", Vec::new()), 1), [("receipt".to_owned(), false, None), plain()]);
    assert_eq!(offered(&standing("looking", Vec::new()), 1), [plain()]);
    let on = |refused| ("licence".to_owned(), true, refused);
    assert_eq!(offered(&standing("looking", vec![decided("licence", 1, false)]), 9), [on(Some(Refused::WaitsForSignature)), plain()]);
    assert_eq!(offered(&standing("looking", vec![decided("licence", 1, true)]), 9), [on(None), plain()]);
    assert_eq!(offered(&standing("looking", vec![decided("licence", 1, true)]), 1), [on(Some(Refused::NotManager)), plain()]);
    assert_eq!(offered(&standing("over", vec![decided("licence", 1, true)]), 9), [on(None), plain()], "a case that was closed too");
    let both = vec![decided("licence", 1, true), decided("no_licence", 2, true)];
    assert_eq!(offered(&standing("looking", both), 9), [on(Some(Refused::Contradicting)), plain()]);
}

#[test]
fn a_letter_on_a_decision_is_on_that_decision() {
    let dogs = read(LETTERS, &ALL).unwrap();
    let ruled = standing("looking", vec![decided("licence", 1, true)]);
    let write = |letter: &str, decision: Option<u128>| {
        dogs.write(letter, decision.map(|number| DecisionId(Uuid::from_u128(number))), &ruled, actor(9)).map(|letter| letter.id.as_str())
    };
    assert_eq!(write("licence", Some(1)), Ok("licence"));
    assert_eq!(write("licence", None), Err(Refused::NoSuchAct));
    assert_eq!(write("licence", Some(2)), Err(Refused::NotFromHere), "no such decision stands");
    assert_eq!(write("plain", Some(1)), Err(Refused::NoSuchAct));
    assert_eq!(write("bark", None), Err(Refused::NoSuchAct));
}
