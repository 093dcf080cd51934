//! The packs that come with Praesto, and what an office hears of one of its own that is not sound.

#![allow(clippy::expect_used)]

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use praesto_app::case_types::read_packs;
use praesto_domain::{Day, case_types::LANGUAGES};
use praesto_tests::{Programs, copy_folder};
use praesto_words::Language;

fn shipped() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../case-types")
}

/// What the checker says of a folder, and whether it is content.
fn checked(folder: &Path) -> (bool, String) {
    let output = Command::new(Programs::built().path("check_packs")).arg(folder).output().expect("the checker runs");
    (output.status.success(), String::from_utf8(output.stdout).expect("it speaks UTF-8"))
}

#[test]
fn every_pack_that_comes_with_praesto_is_sound_and_speaks_all_five_languages() {
    let packs = read_packs(&shipped()).expect("the packs are here");
    assert_eq!(packs.calendar_faults, []);
    assert_eq!(packs.types.keys().collect::<Vec<_>>(), ["general", "kindergarten-enrolment"]);
    for (id, pack) in &packs.types {
        let pack = pack.as_ref().unwrap_or_else(|faults| panic!("{id}: {faults:?}"));
        assert_eq!(pack.case_type.languages(), LANGUAGES, "{id}");
    }
    assert_eq!(Language::ALL.map(Language::code), LANGUAGES, "packs can speak what Praesto speaks");
}

#[test]
fn a_kindergarten_enrolment_is_decided_by_two_people_within_thirty_days() {
    let packs = read_packs(&shipped()).expect("the packs are here");
    let enrolment = &packs.types["kindergarten-enrolment"].as_ref().expect("it is sound").case_type;
    for outcome in ["granted", "refused"] {
        assert!(enrolment.outcome(outcome).expect("it can be decided").second.is_some(), "{outcome}");
    }
    let received: Day = "2026-04-08".parse().expect("a day");
    let due = |id: &str| {
        let rule = enrolment.deadlines().iter().find(|rule| rule.id == id).expect("it has such a term");
        enrolment.calendar().landing(received, rule.term).expect("it ends").day.to_string()
    };
    // Easter Monday is 13 April, so three working days are up on the 14th; the thirtieth day is 8 May, a Friday.
    assert_eq!([due("confirm"), due("decide")], ["2026-04-14", "2026-05-08"]);
}

#[test]
fn the_checker_is_content_with_what_is_shipped() {
    let (content, said) = checked(&shipped());
    assert!(content, "{said}");
    assert!(said.contains("kindergarten-enrolment: sound, 13 fields, 5 states, 5 languages"), "{said}");
}

#[test]
fn the_checker_names_each_fault_with_its_file() {
    let folder = tempfile::tempdir().expect("a folder");
    copy_folder(&shipped(), folder.path()).expect("the folder is copied");
    let pack = folder.path().join("kindergarten-enrolment");
    let edit = |name: &str, old: &str, new: &str| {
        let text = fs::read_to_string(pack.join(name)).expect("a pack's file");
        assert!(text.contains(old), "{name} has {old}");
        fs::write(pack.join(name), text.replacen(old, new, 1)).expect("it can be written");
    };
    edit("words/sq.ftl", "state-closed = ", "state-shut = ");
    edit("words/fr.ftl", "type = ", "type ");
    let (content, said) = checked(folder.path());
    assert!(!content);
    assert_eq!(said.lines().next(), Some("general: sound, 0 fields, 5 states, 5 languages"), "{said}");
    assert!(said.contains("kindergarten-enrolment/words/fr.ftl: it cannot be read: line 1 is not written as `id = text`"), "{said}");
    edit("words/fr.ftl", "type ", "type = ");
    let (_, said) = checked(folder.path());
    assert!(said.contains("kindergarten-enrolment/words/sq.ftl: text \"state-closed\" is missing"), "{said}");
    assert!(said.contains("kindergarten-enrolment/words/sq.ftl: text \"state-shut\" belongs to nothing"), "{said}");
    edit("type.toml", "to = \"checking\"", "to = \"chequing\"");
    let (_, said) = checked(folder.path());
    assert!(said.contains("kindergarten-enrolment/type.toml: step \"check\" names state \"chequing\", which is not there"), "{said}");
    fs::write(folder.path().join("calendars/north-macedonia.toml"), "weekend = 2").expect("it can be written");
    let (_, said) = checked(folder.path());
    assert!(said.starts_with("calendars/north-macedonia.toml: it cannot be read"), "{said}");
    assert!(said.contains("general/type.toml: the pack names calendar \"north-macedonia\", which is not there"), "{said}");
}

#[test]
fn files_that_are_missing_too_large_or_no_text_are_named() {
    let folder = tempfile::tempdir().expect("a folder");
    copy_folder(&shipped(), folder.path()).expect("the folder is copied");
    let pack = folder.path().join("general");
    fs::remove_file(pack.join("type.toml")).expect("it was there");
    fs::write(pack.join("form.schema.json"), vec![b' '; (1 << 20) + 1]).expect("it can be written");
    fs::write(pack.join("words/en.ftl"), [0xff, 0xfe]).expect("it can be written");
    let (content, said) = checked(folder.path());
    assert!(!content);
    for fault in [
        "general/type.toml: there is none",
        "general/form.schema.json: it cannot be read: it is larger than 1 MiB",
        "general/words/en.ftl: it cannot be read: it is not UTF-8",
    ] {
        assert!(said.contains(fault), "{said}");
    }
    let (content, said) = checked(&folder.path().join("calendars"));
    assert!(!content && said.contains("no pack is here"), "{said}");
}
