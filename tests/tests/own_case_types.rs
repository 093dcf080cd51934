//! An office's own case types: added by an administrator, judged by everybody who reads them, and in use as those that come with Praesto.

#![allow(clippy::expect_used)]

use std::fs;
use std::io::{Cursor, Write};
use std::path::{Path, PathBuf};

use praesto_app::Handle;
use praesto_app::case_types::read_packs;
use praesto_app::documents::PackFiles;
use praesto_contract::*;
use praesto_tests::forger::{forge_case_of, forge_case_type};
use praesto_tests::world::{Device, World, computer, edit, everything, get, join, pair, reasons, settle, start, while_shut};
use praesto_tests::{Programs, Said, copy_folder};
use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha12Rng;
use serde_json::json;
use zip::write::SimpleFileOptions;

const DOG_TAX: &str = "dog-tax";

/// The example of `docs/case-types.md`.
fn example() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/examples/dog-tax")
}

/// A copy of the example that a test changes.
fn copied(world: &World, name: &str) -> PathBuf {
    let folder = world.scratch(name).join(DOG_TAX);
    copy_folder(&example(), &folder).expect("the folder is copied");
    folder
}

fn replace(pack: &Path, name: &str, old: &str, new: &str) {
    let text = fs::read_to_string(pack.join(name)).expect("a pack's file");
    assert!(text.contains(old), "{name} has {old}");
    fs::write(pack.join(name), text.replace(old, new)).expect("it can be written");
}

/// As another version of it, with another name of the type.
fn version(pack: &Path, version: u32, named: &str) {
    replace(pack, "type.toml", "version = 1\n", &format!("version = {version}\n"));
    replace(pack, "words/en.ftl", "type = Dog tax", &format!("type = {named}"));
}

fn zip(path: &Path, entries: &[(&str, &[u8])]) -> PathBuf {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in entries {
        writer.start_file(*name, SimpleFileOptions::default()).expect("an entry");
        writer.write_all(bytes).expect("its bytes");
    }
    fs::write(path, writer.finish().expect("a ZIP").into_inner()).expect("it can be written");
    path.to_path_buf()
}

/// The files of the example under a folder of an archive.
fn files(under: &str) -> Vec<(String, Vec<u8>)> {
    let mut found = Vec::new();
    for inside in ["", "words", "letters"] {
        for entry in fs::read_dir(example().join(inside)).expect("the example is here") {
            let path = entry.expect("a file").path();
            if path.is_file() {
                let name = path.strip_prefix(example()).expect("in it").to_string_lossy().into_owned();
                found.push((format!("{under}{name}"), fs::read(path).expect("readable")));
            }
        }
    }
    found
}

fn zip_of(path: &Path, files: &[(String, Vec<u8>)]) -> PathBuf {
    zip(path, &files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect::<Vec<_>>())
}

fn add(device: &Device, path: &Path) -> Result<CaseTypeAdded, ApiError> {
    device.handle(CaseTypeAdd { path: path.to_string_lossy().into_owned(), only_check: false })
}

/// Adds a sound one, and says what that was.
fn added(device: &Device, path: &Path) -> (u32, CaseTypeHow) {
    match add(device, path).expect("it is taken") {
        CaseTypeAdded::Added { version, how, .. } => (version, how),
        other => panic!("it is sound, and added: {other:?}"),
    }
}

fn faults(device: &Device, path: &Path) -> Vec<PackFault> {
    match add(device, path).expect("it is judged") {
        CaseTypeAdded::Faulty { faults, total } => {
            assert_eq!(faults.len() as u64, total);
            faults
        }
        other => panic!("something is wrong with it: {other:?}"),
    }
}

/// Code of an error, and the reason that it gives.
fn why(refused: Result<CaseTypeAdded, ApiError>) -> (ErrorCode, String) {
    let error = refused.expect_err("it is refused");
    (error.code, error.args.get("reason").cloned().unwrap_or_default())
}

fn row(device: &Device, id: &str) -> Option<CaseTypeRow> {
    device.handle(CaseTypeList {}).expect("the list").types.into_iter().find(|row| row.id == id)
}

fn knows(device: &Device, id: &str) -> Option<CaseTypeView> {
    device.handle(CaseTypesGet {}).expect("the types").into_iter().find(|one| one.id == id)
}

fn try_make(device: &Device, case_type: &str) -> Result<CaseView, ApiError> {
    device.handle(CaseCreate {
        title: "Rex".to_owned(),
        reference: None,
        case_type: Some(case_type.to_owned()),
        channel: Channel::Paper,
        changes: Vec::new(),
        drafts: Vec::new(),
    })
}

fn make(device: &Device) -> CaseId {
    try_make(device, DOG_TAX).expect("a case is made").id
}

fn take(device: &Device, case: CaseId, step: &str) -> Result<CaseView, ApiError> {
    device.handle(CaseStep { case, step: Some(step.to_owned()), seen: None, note: None, drafts: Vec::new() })
}

fn set(field: &str, value: &str) -> CaseChange {
    CaseChange::SetField { field: field.to_owned(), value: FieldValue::Text(value.to_owned()) }
}

fn state(view: &CaseView) -> &str {
    view.standing.as_ref().and_then(|standing| standing.state.as_deref()).unwrap_or_default()
}

#[test]
fn the_documented_example_is_sound_and_goes_from_the_first_step_to_the_letter() {
    let read = read_packs(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/examples")).expect("the example is here");
    assert!(read.types[DOG_TAX].is_ok(), "{:?}", read.types[DOG_TAX]);
    let world = World::new(3801);
    let [ana, bojan] = &pair(&world);
    assert_eq!(added(ana, &example()), (1, CaseTypeHow::New));
    assert_eq!(added(ana, &example()), (1, CaseTypeHow::Same), "twice is once");
    settle(&[ana, bojan]);
    let here = row(bojan, DOG_TAX).expect("it reached him");
    assert_eq!((here.standing, here.version), (CaseTypeStanding::Own, 1));
    assert_eq!((here.names["mk"].as_str(), here.added.expect("by somebody").person_name.as_str()), ("Такса за куче", "Ana"));

    let case = make(bojan);
    let made = get(bojan, case);
    assert!(made.reference.starts_with("DOG-"), "{}", made.reference);
    assert_eq!((state(&made), made.deadlines[0].rule.as_deref()), ("received", Some("decide")));
    take(bojan, case, "assess").expect("it is assessed");
    let refused = bojan.handle(CaseDecide {
        case,
        outcome: "taxed".to_owned(),
        reason: "It is a dog.".to_owned(),
        replaces: Vec::new(),
        drafts: Vec::new(),
    });
    assert_eq!(refused.expect_err("the form is empty").args["reason"], "form_incomplete");
    let kept = CaseChange::SetField { field: "kept_since".to_owned(), value: FieldValue::Day("2026-10-01".parse().expect("a day")) };
    edit(bojan, case, vec![set("owner_name", "Besa Hoxha"), set("owner_address", "Bridge 12"), set("dog_name", "Rex"), kept]);
    let decided = bojan.handle(CaseDecide {
        case,
        outcome: "taxed".to_owned(),
        reason: "It is a dog.".to_owned(),
        replaces: Vec::new(),
        drafts: Vec::new(),
    });
    let decided = decided.expect("it is decided");
    assert_eq!((state(&decided), decided.status), ("decided", Status::Decided));
    let decision = decided.decisions[0].id;
    let letter = |language: &str| {
        let (letter, language) = ("notice".to_owned(), language.to_owned());
        bojan.handle(LetterDraft { case, letter, language, decision: Some(decision) }).expect("the letter")
    };
    let text: String = letter("mk").sheet.paragraphs.iter().map(|one| one.text.clone() + "\n").collect();
    assert!(text.contains("Такса за куче: Rex") && text.contains("Со такса"), "{text}");
    settle(&[ana, bojan]);
    assert_eq!(state(&get(ana, case)), "decided");
    assert_eq!(everything(ana), everything(bojan));
    while_shut(bojan, || ());
    assert_eq!(state(&get(bojan, case)), "decided", "it is there after the vault was shut");
    assert!(knows(bojan, DOG_TAX).is_some());
    assert_eq!(bojan.handle(Verify {}).expect("checked").problems, []);
}

#[test]
fn only_an_administrator_adds_and_what_another_wrote_is_set_aside_by_everybody() {
    let world = World::new(3802);
    let [ana, bojan] = &pair(&world);
    assert_eq!(why(add(bojan, &example())).0, ErrorCode::NotAllowed);
    assert!(!bojan.handle(CaseTypeList {}).expect("the list").may_change);
    let files: std::collections::BTreeMap<String, String> =
        files("").into_iter().map(|(name, bytes)| (name, String::from_utf8(bytes).expect("text"))).collect();
    let forged = PackFiles { pack: DOG_TAX.to_owned(), files: json!(files).to_string() };
    while_shut(bojan, || forge_case_type(&world, "Бојан", &forged));
    settle(&[bojan, ana]);
    assert_eq!(reasons(ana), [SetAsideReason::NotAllowed], "it is shown as what it is");
    assert!(row(ana, DOG_TAX).is_none() && knows(ana, DOG_TAX).is_none(), "and holds nowhere");
    assert_eq!(try_make(ana, DOG_TAX).expect_err("no such type").code, ErrorCode::InvalidInput);
    // Whoever has the right adds it all the same, and newcomers judge as everybody does.
    assert_eq!(added(ana, &example()), (1, CaseTypeHow::New));
    let clara = join(&world, ana, "Clara");
    settle(&[ana, &clara]);
    assert_eq!(row(&clara, DOG_TAX).expect("hers").added.expect("by Ana").person_name, "Ana");
    assert!(reasons(&clara).contains(&SetAsideReason::NotAllowed), "{:?}", computer(&clara).set_aside);
}

#[test]
fn a_newer_version_replaces_an_older_one_and_leaves_cases_where_they_stand() {
    let world = World::new(3803);
    let [ana, bojan] = &pair(&world);
    added(ana, &example());
    let case = make(ana);
    take(ana, case, "assess").expect("assessed");
    settle(&[ana, bojan]);

    let second = copied(&world, "second");
    version(&second, 2, "Tax on dogs");
    replace(
        &second,
        "type.toml",
        "[[step]]\nid = \"give_up\"\nfrom = [\"received\", \"assessing\"]",
        "[[step]]\nid = \"give_up\"\nfrom = [\"received\"]",
    );
    assert_eq!(added(ana, &second), (2, CaseTypeHow::NewerVersion));
    assert_eq!(why(add(ana, &example())), (ErrorCode::CaseTypeRefused, "older".to_owned()));
    let other = copied(&world, "other");
    version(&other, 2, "Another of the same number");
    assert_eq!(why(add(ana, &other)), (ErrorCode::CaseTypeRefused, "older".to_owned()));
    settle(&[ana, bojan]);
    for device in [ana, bojan] {
        let known = knows(device, DOG_TAX).expect("it is here");
        assert_eq!(known.words["en"]["type"], "Tax on dogs");
        assert_eq!(state(&get(device, case)), "assessing", "where a case stands is in its file");
        assert_eq!(take(device, case, "give_up").expect_err("not from here any more").code, ErrorCode::ActRefused);
    }
    // The first version is no newer in an archive.
    let archive = zip_of(&world.scratch("dog-tax.zip"), &files("dog-tax/"));
    assert_eq!(why(add(ana, &archive)).1, "older");
}

#[test]
fn a_newer_version_keeps_the_states_in_which_open_cases_stand() {
    let world = World::new(3814);
    let [ana, bojan] = &pair(&world);
    added(ana, &example());
    settle(&[ana, bojan]);
    let case = make(bojan);
    take(bojan, case, "assess").expect("assessed");
    settle(&[ana, bojan]);
    let second = copied(&world, "second");
    version(&second, 2, "Tax on dogs");
    for (name, old) in [("type.toml", "\"assessing\""), ("words/en.ftl", "state-assessing"), ("words/mk.ftl", "state-assessing")] {
        replace(&second, name, old, &old.replace("assessing", "looking"));
    }
    let refused = add(ana, &second).expect_err("a case stands there");
    assert_eq!(
        (refused.args["reason"].as_str(), refused.args["states"].as_str(), refused.args["count"].as_str()),
        ("states", "assessing", "1")
    );
    assert_eq!(row(ana, DOG_TAX).expect("listed").version, 1, "nothing was changed");
    take(bojan, case, "give_up").expect("closed");
    settle(&[ana, bojan]);
    assert_eq!(added(ana, &second), (2, CaseTypeHow::NewerVersion), "what is closed stays closed");
    assert_eq!(state(&get(ana, case)), "closed");
}

#[test]
fn whoever_writes_one_can_have_it_checked_and_nothing_is_added() {
    let world = World::new(3815);
    let [_, bojan] = &pair(&world);
    let check = |path: &Path| bojan.handle(CaseTypeAdd { path: path.to_string_lossy().into_owned(), only_check: true });
    assert_eq!(check(&example()).expect("checked"), CaseTypeAdded::Sound { id: DOG_TAX.to_owned(), version: 1 });
    let pack = copied(&world, "faulty");
    replace(&pack, "words/en.ftl", "deadline-decide-basis = By-law", "deadline-decide-basis =\n    By-law of 2019,\n    as changed:");
    let CaseTypeAdded::Faulty { faults, .. } = check(&pack).expect("checked") else { panic!("a case file holds one line of it") };
    assert_eq!(
        (faults[0].file.as_str(), faults[0].text.contains("\"deadline-decide-basis\" is not one line")),
        ("words/en.ftl", true),
        "{faults:?}"
    );
    assert!(row(bojan, DOG_TAX).is_none(), "nothing was added");
}

#[test]
fn what_another_program_wrote_is_the_same_version() {
    let world = World::new(3816);
    let [ana, _] = &pair(&world);
    added(ana, &example());
    let pack = copied(&world, "windows");
    for name in ["type.toml", "form.schema.json", "words/en.ftl", "words/mk.ftl", "letters/notice.en.txt", "letters/notice.mk.txt"] {
        let text = fs::read_to_string(pack.join(name)).expect("text").replace('\n', "\r\n");
        fs::write(pack.join(name), format!("\u{feff}{text}")).expect("written");
    }
    assert_eq!(added(ana, &pack), (1, CaseTypeHow::Same));
}

#[test]
fn a_withdrawn_type_makes_no_new_cases_and_its_cases_go_on() {
    let world = World::new(3804);
    let [ana, bojan] = &pair(&world);
    added(ana, &example());
    let case = make(ana);
    settle(&[ana, bojan]);
    let withdraw = |withdrawn| ana.handle(CaseTypeWithdraw { id: DOG_TAX.to_owned(), withdrawn });
    withdraw(true).expect("withdrawn");
    let refused = bojan.handle(CaseTypeWithdraw { id: DOG_TAX.to_owned(), withdrawn: true });
    assert_eq!(refused.expect_err("no administrator").code, ErrorCode::NotAllowed);
    settle(&[ana, bojan]);
    assert_eq!(row(bojan, DOG_TAX).expect("listed").standing, CaseTypeStanding::Withdrawn);
    assert!(knows(bojan, DOG_TAX).expect("known").withdrawn);
    assert_eq!(try_make(bojan, DOG_TAX).expect_err("no new ones").code, ErrorCode::CaseTypeWithdrawn);
    assert_eq!(state(&take(bojan, case, "assess").expect("what is here goes on")), "assessing");
    assert_eq!(added(ana, &example()), (1, CaseTypeHow::BroughtBack));
    settle(&[ana, bojan]);
    try_make(bojan, DOG_TAX).expect("new ones again");
    withdraw(true).expect("withdrawn");
    let second = copied(&world, "second");
    version(&second, 2, "Tax on dogs");
    added(ana, &second);
    assert_eq!(row(ana, DOG_TAX).expect("listed").standing, CaseTypeStanding::Own, "a newer version is in use");
    let general = ana.handle(CaseTypeWithdraw { id: "general".to_owned(), withdrawn: true });
    assert_eq!(general.expect_err("it is not the office's").code, ErrorCode::NotFound);
}

#[test]
fn a_case_whose_type_comes_later_becomes_workable() {
    let world = World::new(3805);
    let [ana, bojan] = pair(&world);
    let case = while_shut(&ana, || forge_case_of(&world, "Ana", DOG_TAX));
    settle(&[&ana, &bojan]);
    let before = get(&bojan, case);
    assert_eq!((before.case_type.as_str(), before.standing.is_none()), (DOG_TAX, true), "it is read and worked on, and stepped on nowhere");
    assert_eq!(take(&bojan, case, "assess").expect_err("nobody knows how").code, ErrorCode::CaseTypeMissing);
    added(&ana, &example());
    settle(&[&ana, &bojan]);
    assert_eq!(state(&get(&bojan, case)), "received");
    drop(bojan);
    let bojan = start(&world, "Бојан");
    take(&bojan, case, "assess").expect("also after the program was started anew");
}

#[test]
fn a_type_that_comes_with_praesto_is_never_taken_over() {
    let world = World::new(3806);
    let [ana, bojan] = &pair(&world);
    let folder = world.scratch("taken").join("general");
    copy_folder(&example(), &folder).expect("the folder is copied");
    assert_eq!(why(add(ana, &folder)), (ErrorCode::CaseTypeRefused, "ships".to_owned()));
    // An administrator whose program does not ask.
    let files: std::collections::BTreeMap<String, String> =
        files("").into_iter().map(|(name, bytes)| (name, String::from_utf8(bytes).expect("text"))).collect();
    let forged = PackFiles { pack: "general".to_owned(), files: json!(files).to_string() };
    while_shut(ana, || forge_case_type(&world, "Ana", &forged));
    settle(&[ana, bojan]);
    let rows: Vec<_> = bojan.handle(CaseTypeList {}).expect("the list").types.into_iter().filter(|row| row.id == "general").collect();
    assert_eq!(rows.iter().map(|row| row.standing).collect::<Vec<_>>(), [CaseTypeStanding::Shipped, CaseTypeStanding::Replaced]);
    let general = knows(bojan, "general").expect("it is here");
    assert_ne!(general.words["en"]["type"], "Dog tax", "it is still what it was");
    assert_eq!(bojan.handle(CaseTypesGet {}).expect("types").iter().filter(|one| one.id == "general").count(), 1);
}

#[test]
fn every_fault_is_named_with_its_file_and_line_and_nothing_is_added() {
    let world = World::new(3807);
    let [ana, _] = &pair(&world);
    let pack = copied(&world, "faulty");
    replace(&pack, "type.toml", "to = \"assessing\"", "to = \"asessing\"");
    let said = faults(ana, &pack);
    let line =
        fs::read_to_string(pack.join("type.toml")).expect("text").lines().position(|line| line.contains("asessing")).expect("there") as u64;
    assert!(
        said.iter().any(|fault| fault.file == "type.toml"
            && fault.line == Some(line + 1)
            && fault.text.contains("\"asessing\", which is not there")),
        "{said:?}"
    );
    replace(&pack, "type.toml", "to = \"asessing\"", "to = \"assessing\"");
    replace(&pack, "words/mk.ftl", "type = ", "type ");
    let said = faults(ana, &pack);
    assert_eq!((said[0].file.as_str(), said[0].line), ("words/mk.ftl", Some(1)), "{said:?}");
    replace(&pack, "words/mk.ftl", "type ", "type = ");
    fs::write(pack.join("letters/notice.en.txt"), [0xff, 0xfe, 0x00]).expect("written");
    fs::write(pack.join("words/en.ftl"), vec![b'a'; (1 << 20) + 1]).expect("written");
    let said = faults(ana, &pack);
    let named: Vec<_> = said.iter().map(|fault| (fault.file.as_str(), fault.text.as_str())).collect();
    assert!(named.contains(&("letters/notice.en.txt", "it cannot be read: it is not UTF-8")), "{named:?}");
    assert!(named.contains(&("words/en.ftl", "it cannot be read: it is larger than 1 MiB")), "{named:?}");
    let large = copied(&world, "large");
    let many: String = (0..900).map(|number| format!("# {}\n", number.to_string().repeat(250))).collect();
    let text = fs::read_to_string(large.join("words/en.ftl")).expect("text");
    fs::write(large.join("words/en.ftl"), text + &many).expect("written");
    assert!(faults(ana, &large).iter().any(|fault| fault.file == "." && fault.text.contains("bytes in all its files")));
    assert!(row(ana, DOG_TAX).is_none(), "nothing was added");
}

#[test]
fn hostile_folders_and_archives_are_refused_by_name() {
    let world = World::new(3808);
    let [ana, _] = &pair(&world);
    let at = |name: &str| world.scratch(name);
    let refuses =
        |path: &Path, code: ErrorCode, reason: &str| assert_eq!(why(add(ana, path)), (code, reason.to_owned()), "{}", path.display());
    fs::create_dir_all(at("empty")).expect("a folder");
    refuses(&at("empty"), ErrorCode::CaseTypeRefused, "no-pack");
    copy_folder(&example(), &at("two").join("dog-tax")).expect("the folder is copied");
    copy_folder(&example(), &at("two").join("cat-tax")).expect("the folder is copied");
    refuses(&at("two"), ErrorCode::CaseTypeRefused, "many-packs");
    fs::write(at("notes.zip"), "no ZIP at all").expect("written");
    refuses(&at("notes.zip"), ErrorCode::FileRefused, "wrong-type");
    refuses(&zip(&at("none.zip"), &[("a.txt", b"a")]), ErrorCode::CaseTypeRefused, "no-pack");
    refuses(&zip(&at("climbs.zip"), &[("dog-tax/type.toml", b""), ("../../evil.txt", b"x")]), ErrorCode::FileRefused, "path-traversal");
    refuses(&zip(&at("bomb.zip"), &[("dog-tax/type.toml", &vec![b' '; 1 << 20])]), ErrorCode::FileRefused, "bomb");
    refuses(&zip(&at("giant.zip"), &[("dog-tax/type.toml", &vec![b' '; 3 << 20])]), ErrorCode::FileRefused, "too-large");
    let names: Vec<String> = (0..2_100).map(|number| format!("dog-tax/words/{number}.ftl")).collect();
    let many: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), b"a".as_slice())).collect();
    refuses(&zip(&at("many.zip"), &many), ErrorCode::FileRefused, "too-many-entries");
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    writer.add_symlink("dog-tax/type.toml", "/etc/hostname", SimpleFileOptions::default()).expect("a link");
    fs::write(at("link.zip"), writer.finish().expect("a ZIP").into_inner()).expect("written");
    refuses(&at("link.zip"), ErrorCode::FileRefused, "symlink");

    let linked = copied(&world, "linked");
    fs::write(at("secret.ftl"), "type = what nobody else may see").expect("written");
    fs::remove_file(linked.join("words/en.ftl")).expect("it was there");
    std::os::unix::fs::symlink(at("secret.ftl"), linked.join("words/en.ftl")).expect("a link");
    let said = faults(ana, &linked);
    assert!(said.iter().any(|fault| fault.file == "words/en.ftl" && fault.text.contains("a link to another file")), "{said:?}");
    let crowded = copied(&world, "crowded");
    for number in 0..1_100 {
        fs::write(crowded.join(format!("letters/extra{number}.en.txt")), "x").expect("written");
    }
    assert!(faults(ana, &crowded).iter().any(|fault| fault.file == "." && fault.text.contains("more than 1000 files")));
    let heavy = copied(&world, "heavy");
    for number in 0..10 {
        fs::write(heavy.join(format!("notes{number}.txt")), vec![b'a'; 1 << 20]).expect("written");
    }
    assert!(faults(ana, &heavy).iter().any(|fault| fault.file == "." && fault.text.contains("bytes in all its files")));
    let named = world.scratch("named").join("Dog tax");
    copy_folder(&example(), &named).expect("the folder is copied");
    assert!(faults(ana, &named).iter().any(|fault| fault.file == "." && fault.text.starts_with("\"Dog tax\" is the name of its folder")));
    assert!(row(ana, DOG_TAX).is_none(), "nothing was added");
}

#[test]
fn an_archive_is_the_same_pack_wherever_its_folder_lies_in_it() {
    for (seed, under, name) in [(3811, "dog-tax/", "a.zip"), (3812, "", "dog-tax.praesto-pack"), (3813, "packs/dog-tax/", "c.zip")] {
        let world = World::new(seed);
        let [ana, _] = &pair(&world);
        let mut with_others = files(under);
        with_others.push(("__MACOSX/dog-tax/type.toml".to_owned(), b"left behind".to_vec()));
        let archive = zip_of(&world.scratch(name), &with_others);
        assert_eq!(added(ana, &archive), (1, CaseTypeHow::New), "{under}");
        assert_eq!(added(ana, &example()), (1, CaseTypeHow::Same), "{under}: the folder says the same");
    }
}

/// A pack of random states and steps: its text, and the steps that it allows.
fn random_pack(random: &mut impl Rng, folder: &Path) -> Vec<(String, String, String)> {
    let middle: u32 = random.random_range(1..5);
    let states: Vec<String> = (0..middle).map(|number| format!("s{number}")).chain(["done".to_owned()]).collect();
    let mut steps: Vec<(String, String, String)> = Vec::new();
    // A way through all of them, and some more.
    for pair in states.windows(2) {
        steps.push((format!("t{}", steps.len()), pair[0].clone(), pair[1].clone()));
    }
    for _ in 0..random.random_range(0..6) {
        let (from, to) = (random.random_range(0..states.len()), random.random_range(0..states.len()));
        if from != to {
            steps.push((format!("t{}", steps.len()), states[from].clone(), states[to].clone()));
        }
    }
    let mut toml = "version = 1\nprefix = \"R\"\nlanguages = [\"en\"]\ncalendar = \"north-macedonia\"\n".to_owned();
    let mut words = "type = Random\ntype-about = Drawn.\n".to_owned();
    for (at, state) in states.iter().enumerate() {
        let status = if at == 0 {
            "new"
        } else if state == "done" {
            "closed"
        } else {
            "in_review"
        };
        toml += &format!("[[state]]\nid = \"{state}\"\nstatus = \"{status}\"\n");
        words += &format!("state-{state} = {state}\n");
    }
    for (id, from, to) in &steps {
        toml += &format!("[[step]]\nid = \"{id}\"\nfrom = [\"{from}\"]\nto = \"{to}\"\n");
        words += &format!("step-{id} = {id}\n");
    }
    fs::create_dir_all(folder.join("words")).expect("a folder");
    fs::write(folder.join("type.toml"), toml).expect("written");
    fs::write(folder.join("form.schema.json"), "{ \"type\": \"object\", \"additionalProperties\": false, \"properties\": {} }")
        .expect("written");
    fs::write(folder.join("words/en.ftl"), words).expect("written");
    steps
}

#[test]
fn an_added_pack_never_allows_what_it_does_not_say() {
    for seed in 0..6 {
        println!("seed {seed}");
        let mut random = ChaCha12Rng::seed_from_u64(seed);
        let world = World::new(3820 + seed);
        let [ana, bojan] = &pair(&world);
        let folder = world.scratch("random");
        let steps = random_pack(&mut random, &folder);
        added(ana, &folder);
        settle(&[ana, bojan]);
        let case = try_make(bojan, "random").expect("a case").id;
        settle(&[ana, bojan]);
        for _ in 0..12 {
            let device = if random.random_bool(0.5) { ana } else { bojan };
            let at = state(&get(device, case)).to_owned();
            let (id, from, to) = &steps[random.random_range(0..steps.len())];
            match take(device, case, id) {
                Ok(view) => assert_eq!((from.as_str(), state(&view)), (at.as_str(), to.as_str()), "seed {seed}: {id} from {at}"),
                Err(error) => {
                    assert_eq!(error.code, ErrorCode::ActRefused, "seed {seed}: {id} from {at}");
                    assert_ne!(*from, at, "seed {seed}: {id} leads on from {at}");
                }
            }
            settle(&[ana, bojan]);
        }
        assert_eq!(everything(ana), everything(bojan), "seed {seed}");
    }
}

#[test]
fn the_terminal_adds_lists_and_withdraws() {
    let home = tempfile::tempdir().expect("a folder");
    fs::write(home.path().join("passphrase"), "nine words that nobody else would think of").expect("written");
    let programs = Programs::built();
    let ana = |words: &[&str]| -> Said { programs.praesto(&home.path().join("ana"), &home.path().join("passphrase"), words) };
    ana(&["office", "create", "--name", "Lindara", "--person", "Ana"]).done();
    let pack = example().to_string_lossy().into_owned();
    let added = ana(&["case-type", "add", &pack]).json();
    assert_eq!((&added["outcome"], &added["id"], &added["how"]), (&json!("added"), &json!(DOG_TAX), &json!("new")));
    let listed = ana(&["case-type", "list"]).json();
    let ids: Vec<_> = listed["types"].as_array().expect("rows").iter().map(|row| row["id"].as_str().unwrap_or_default()).collect();
    assert_eq!(ids, ["general", "kindergarten-enrolment", DOG_TAX]);
    let withdrawn = ana(&["case-type", "withdraw", DOG_TAX]).json();
    assert_eq!(withdrawn["types"][2]["standing"], "withdrawn");
    assert_eq!(ana(&["case-type", "restore", DOG_TAX]).json()["types"][2]["standing"], "own");
    let checked = ana(&["case-type", "check", &pack]).json();
    assert_eq!((&checked["outcome"], &checked["version"]), (&json!("sound"), &json!(1)));
    let faulty = home.path().join(DOG_TAX);
    copy_folder(&example(), &faulty).expect("the folder is copied");
    replace(&faulty, "type.toml", "version = 1", "version = 2\ncolour = 1");
    let said = ana(&["case-type", "add", &faulty.to_string_lossy()]);
    assert!(!said.succeeded && said.out.contains("colour") && said.err.contains("case_type_refused"), "{} {}", said.out, said.err);
}
