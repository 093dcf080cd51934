//! Files of cases: their versions, where they are, how they leave, and what is said of one that is not what its case says.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::Ordering;

use praesto_app::Handle;
use praesto_contract::*;
use praesto_domain::casework::AttachmentVersion;
use praesto_protocol::{DocumentId, Kind};
use praesto_tests::forger::{forge_record, versions_in};
use praesto_tests::world::{
    Device, Lie, World, attach, computer, create, edit, everything, fetch, get, in_vault, join, keep_file_back, note, pin, save,
    sealed_file, settle, step, sync, while_shut, with_a_case, with_a_file,
};
use praesto_vault::{AttachmentRow, AttachmentState, VaultError};
use uuid::Uuid;

/// Adds a version of the case's only file.
fn add_version(world: &World, device: &Device, case: CaseId, text: &str) -> CaseView {
    let file = world.scratch(&format!("{text}.txt"));
    std::fs::write(&file, text).expect("a file to attach");
    let version_of = Some(get(device, case).attachments[0].id);
    device.handle(AttachmentAdd { case, paths: vec![file.to_string_lossy().into_owned()], version_of }).expect("a version is added")
}

fn fetch_version(device: &Device, case: CaseId, version: &str) -> Result<CaseView, ApiError> {
    let attachment = get(device, case).attachments[0].id;
    device.handle(AttachmentFetch { case, attachment, version: Some(version.to_owned()) })
}

/// What a version holds, taken out of the case.
fn contents(world: &World, device: &Device, case: CaseId, version: &AttachmentVersionView) -> String {
    let out = world.scratch("out");
    let attachment = fetch_version(device, case, &version.id).expect("every version comes").attachments[0].id;
    let (path, reason) = (out.to_string_lossy().into_owned(), "To compare".to_owned());
    let save = AttachmentSave { case, attachment, version: Some(version.id.clone()), path, overwrite: true, reason };
    device.handle(save).expect("every version can be taken out");
    std::fs::read_to_string(out).expect("its text")
}

fn people_of(authors: &[Author]) -> Vec<&str> {
    authors.iter().map(|by| by.name.as_str()).collect()
}

fn whereabouts(device: &Device, case: CaseId) -> Whereabouts {
    get(device, case).attachments[0].whereabouts
}

#[test]
fn versions_added_apart_are_all_there_on_both_computers_and_say_so() {
    let world = World::new(901);
    let (people, case) = with_a_file(&world, "first");
    let [ana, bojan] = &people;

    world.set_online(false);
    // Many operations before it make no version newer: what counts between two who did not know of each other is when.
    for number in 0..5 {
        edit(ana, case, vec![note(number, "a note")]);
    }
    add_version(&world, ana, case, "of Ana");
    world.pass(60_000);
    add_version(&world, bojan, case, "of Bojan");
    world.set_online(true);
    settle(&[bojan, ana]);

    assert_eq!(everything(ana), everything(bojan));
    for device in [ana, bojan] {
        let seen = get(device, case).attachments[0].clone();
        let shown: Vec<_> = seen.versions.iter().map(|version| contents(&world, device, case, version)).collect();
        assert_eq!(shown, ["of Bojan", "of Ana", "first"], "newest first, and each opens");
        let apart: Vec<_> = seen.versions.iter().map(|version| people_of(&version.apart)).collect();
        assert_eq!(apart, [vec!["Ana"], vec!["Бојан"], vec![]], "neither is the other's successor");
        assert_eq!(seen.versions[0].apart[0].at, seen.versions[1].by.at, "and when is said");
        assert_eq!((&seen.by, seen.size), (&seen.versions[0].by, 8), "what stands beside the versions is the newest's");
        assert!(seen.versions.iter().all(|version| version.sent));
    }
    let unknown = fetch_version(ana, case, &"0".repeat(64)).expect_err("there is no such version");
    assert_eq!(unknown.code, ErrorCode::NotFound);

    // Somebody who knows both adds the next: it is the successor of both, though this computer's clock is behind.
    world.put_clock_off("Ana", -3_600_000);
    let next = add_version(&world, ana, case, "of both").attachments[0].clone();
    assert!(!next.versions[0].sent, "not yet");
    settle(&[ana, bojan]);
    let seen = get(bojan, case).attachments[0].clone();
    assert_eq!(contents(&world, bojan, case, &seen.versions[0]), "of both");
    let apart: Vec<_> = seen.versions.iter().map(|version| version.apart.len()).collect();
    assert_eq!(apart, [0, 1, 1, 0], "the two stay marked for what they are");
}

#[test]
fn a_file_outside_is_replaced_only_when_somebody_agreed_and_never_by_half_of_one() {
    let world = World::new(902);
    let (people, case) = with_a_file(&world, "the letter");
    let [ana, bojan] = &people;
    let folder = world.scratch("outside");
    std::fs::create_dir_all(&folder).expect("a folder outside");
    let out = folder.join("letter.txt");
    std::fs::write(&out, "what was there").expect("a file outside");
    let files = || std::fs::read_dir(&folder).expect("the folder").count();
    let lines = get(ana, case).timeline.len();

    let refused = save(ana, case, &out, false).expect_err("nobody agreed");
    assert_eq!((refused.code, refused.args["path"].as_str()), (ErrorCode::FileExists, out.to_str().expect("a path")));
    assert_eq!(get(ana, case).timeline.len(), lines, "nothing left, and nothing says so");
    let not_here = save(bojan, case, &out, true).expect_err("it has not come");
    assert_eq!(not_here.code, ErrorCode::AttachmentNotHere);
    let sealed = sealed_file(&world, "Ana");
    spoil(&sealed);
    assert_eq!(save(ana, case, &out, true).expect_err("it is damaged").code, ErrorCode::AttachmentDamaged);
    assert_eq!((std::fs::read_to_string(&out).expect("still there"), files()), ("what was there".to_owned(), 1));

    spoil(&sealed);
    fetch(ana, case).expect("fetched again");
    save(ana, case, &out, true).expect("replaced");
    assert_eq!((std::fs::read_to_string(&out).expect("the new one"), files()), ("the letter".to_owned(), 1));
    save(ana, case, &folder.join("new.txt"), false).expect("a new name needs nobody to agree");
    assert_eq!(files(), 2);
}

/// Turns the last bit of a file; done twice, it is as it was.
fn spoil(path: &Path) {
    let mut bytes = std::fs::read(path).expect("a sealed file");
    *bytes.last_mut().expect("some bytes") ^= 1;
    std::fs::write(path, bytes).expect("written");
}

#[test]
fn a_file_that_was_damaged_on_this_computer_is_called_so_and_comes_again() {
    let world = World::new(903);
    let (people, case) = with_a_file(&world, "the letter");
    let ana = &people[0];
    assert_eq!(whereabouts(ana, case), Whereabouts::Here);
    for damage in [spoil, |path: &Path| std::fs::remove_file(path).expect("gone")] {
        damage(&sealed_file(&world, "Ana"));
        let out = world.scratch("out");
        assert_eq!(save(ana, case, &out, false).expect_err("damaged").code, ErrorCode::AttachmentDamaged);
        assert!(!out.exists(), "nothing is left outside");
        assert_eq!(whereabouts(ana, case), Whereabouts::OnServer, "the server has it whole");
        fetch(ana, case).expect("it comes again");
        save(ana, case, &out, false).expect("whole");
        assert_eq!(std::fs::read_to_string(&out).expect("the letter"), "the letter");
        std::fs::remove_file(&out).expect("it was there");
    }
    assert_eq!(findings(ana), [], "and nobody is accused");
}

#[test]
fn a_file_that_its_author_has_not_sent_is_said_to_be_there_and_not_on_the_server() {
    let world = World::new(904);
    let (people, case) = with_a_case(&world, "With a letter");
    let [ana, bojan] = &people;
    attach(&world, ana, case, "letter.txt", "the letter");
    let put_back = keep_file_back(&world, "Ana", ana);
    sync(bojan);
    assert_eq!(whereabouts(bojan, case), Whereabouts::WithAuthor);
    let waits = fetch(bojan, case).expect_err("it is not there");
    assert_eq!((waits.code, waits.args["name"].as_str()), (ErrorCode::AttachmentWithAuthor, "Ana"));
    pin(bojan, case);
    sync(bojan);
    assert_eq!(whereabouts(bojan, case), Whereabouts::WithAuthor, "asked for in vain");
    bojan.handle(CasePin { case, pinned: false }).expect("not pinned");

    put_back();
    sync(ana);
    world.take_heard("Бојан");
    sync(bojan);
    assert_eq!(whereabouts(bojan, case), Whereabouts::OnServer, "the server says so itself");
    let told = world.take_heard("Бојан");
    assert!(told.iter().any(|event| matches!(event, AppEvent::Cases { changed, .. } if changed.contains(&case))), "the window hears of it");
    fetch(bojan, case).expect("fetched");
    assert_eq!(whereabouts(bojan, case), Whereabouts::Here);
}

#[test]
fn however_many_files_never_come_the_server_is_asked_for_each_in_its_turn() {
    let world = World::new(905);
    let (people, case) = with_a_case(&world, "With a letter");
    let [ana, bojan] = &people;
    in_vault(&world, "Бојан", bojan, |vault| {
        vault.write(|writer| {
            let space = writer.document(DocumentId(case.0))?.expect("the case is here").space;
            (0..100u32).try_for_each(|number| {
                let hash = praesto_crypto::Hash::of(&number.to_le_bytes());
                let document = DocumentId::from_bytes([7; 16]);
                writer.name_attachment(&AttachmentRow { hash, space, document, size: 0, state: AttachmentState::WithAuthor })
            })?;
            Ok::<_, VaultError>(())
        })
    })
    .expect("files that never come");
    attach(&world, ana, case, "letter.txt", "the letter");
    settle(&[ana, bojan]);
    for _ in 0..5 {
        sync(bojan);
    }
    assert_eq!(whereabouts(bojan, case), Whereabouts::OnServer);
}

/// Ana and Бојан, a case of both with a file, and a backup of the server that has the change which names the file and not the file.
fn with_a_file_that_a_backup_lacks(world: &Arc<World>) -> ([Device; 2], CaseId, PathBuf) {
    let (people, case) = with_a_case(world, "With a letter");
    attach(world, &people[0], case, "letter.txt", "the letter");
    let put_back = keep_file_back(world, "Ana", &people[0]);
    settle(&[&people[1]]);
    let backup = world.back_up_server();
    put_back();
    settle(&[&people[0], &people[1]]);
    (people, case, backup)
}

#[test]
fn a_file_that_a_restored_server_lacks_is_sent_again_though_it_lost_no_change() {
    let world = World::new(908);
    let (people, case, copy) = with_a_file_that_a_backup_lacks(&world);
    let [ana, bojan] = &people;
    assert_eq!(whereabouts(bojan, case), Whereabouts::OnServer);
    world.restore_server(&copy);
    settle(&[ana, bojan]);
    assert_eq!(fetch(bojan, case).expect_err("it is lost there").code, ErrorCode::AttachmentWithAuthor);
    world.pass(11 * 60 * 1000);
    sync(ana);
    fetch(bojan, case).expect("it was sent again");
    assert_eq!(findings(bojan), [], "and nobody is accused");
}

fn findings(device: &Device) -> Vec<(FindingKind, String, u64)> {
    computer(device).findings.into_iter().map(|row| (row.kind, row.person_name, row.times)).collect()
}

/// Lets Bojan make a case that names the file of another, and says of it what `lie` makes of the truth.
fn trap(world: &Arc<World>, bojan: &Device, honest: CaseId, lie: impl FnOnce(&mut AttachmentVersion)) -> CaseId {
    let case = create(bojan, "A trap");
    sync(bojan);
    while_shut(bojan, || {
        let mut version = versions_in(world, "Бојан", honest).remove(0);
        lie(&mut version);
        let add = CaseChange::AddAttachment { id: AttachmentId(Uuid::from_u128(0xbad)), name: "letter.txt".to_owned(), version };
        forge_record(world, "Бојан", case, Kind::Change, &[add]);
    });
    sync(bojan);
    case
}

#[test]
fn whoever_says_a_file_is_shorter_than_it_is_keeps_nobody_from_it_and_accuses_no_server() {
    let world = World::new(906);
    let (people, honest) = with_a_file(&world, &"the letter ".repeat(2_000));
    let [ana, bojan] = &people;
    // The trap is newer than the case that names the file honestly, so that a newcomer takes it first.
    let trap = trap(&world, bojan, honest, |version| version.size = 0);
    settle(&[ana, bojan]);
    let vera = join(&world, ana, "Вера");
    settle(&[ana, &vera]);

    pin(&vera, trap);
    for _ in 0..3 {
        sync(&vera);
    }
    let expected = [(FindingKind::AttachmentUnfit, "Бојан".to_owned(), 1)];
    assert_eq!(findings(&vera), expected, "said once, with a name, and nothing of the server");
    let unfit = fetch(&vera, trap).expect_err("not what its case says");
    assert_eq!((unfit.code, unfit.args["name"].as_str()), (ErrorCode::AttachmentUnfit, "Бојан"));
    pin(&vera, honest);
    sync(&vera);
    assert_eq!(whereabouts(&vera, honest), Whereabouts::Here, "it comes for the honest case");
    assert_eq!(findings(&vera), expected);
}

#[test]
fn a_file_whose_author_gave_another_content_accuses_the_author_and_no_server() {
    let world = World::new(907);
    let (people, honest) = with_a_file(&world, "the letter");
    let [ana, bojan] = &people;
    let trap = trap(&world, bojan, honest, |version| version.content_hash = "0".repeat(64));
    settle(&[ana, bojan]);
    let out = world.scratch("out");
    for _ in 0..2 {
        let unfit = save(ana, trap, &out, false).expect_err("not what its case says");
        assert_eq!((unfit.code, unfit.args["name"].as_str()), (ErrorCode::AttachmentUnfit, "Бојан"));
        assert!(!out.exists(), "nothing is left outside");
    }
    assert_eq!(findings(ana), [(FindingKind::AttachmentUnfit, "Бојан".to_owned(), 1)]);
    assert_eq!(whereabouts(ana, trap), Whereabouts::Here, "the bytes are the right ones");
    save(ana, honest, &out, false).expect("and the honest case opens them");
}

/// A file that Бојан fetched, of a case that is not his, seen as two weeks after he opened it.
fn two_weeks_later(world: &Arc<World>, bojan: &Device, case: CaseId) -> PathBuf {
    fetch(bojan, case).expect("it comes");
    assert_eq!(computer(bojan).releasable, HeldFiles::default(), "what was opened lately stays");
    world.pass(15 * 24 * 60 * 60 * 1000);
    sealed_file(world, "Бојан")
}

#[test]
fn a_file_that_nothing_asks_for_leaves_the_computer_and_comes_back() {
    let world = World::new(911);
    let (people, case) = with_a_file(&world, "the letter");
    let [ana, bojan] = &people;
    let file = two_weeks_later(&world, bojan, case);
    let size = std::fs::metadata(&file).expect("it is here").len();
    pin(bojan, case);
    assert_eq!(computer(bojan).releasable.files, 0, "what is pinned stays");
    bojan.handle(CasePin { case, pinned: false }).expect("let go");
    let freed = HeldFiles { files: 1, bytes: size };
    assert_eq!(computer(bojan).releasable, freed);
    world.set_online(false);
    assert_eq!(bojan.handle(FilesRelease {}).expect_err("nobody can say that the server has it").code, ErrorCode::Offline);
    assert!(file.exists());
    world.set_online(true);
    assert_eq!(bojan.handle(FilesRelease {}).expect("freed"), freed);
    assert!(!file.exists());
    assert_eq!((whereabouts(bojan, case), computer(bojan).releasable), (Whereabouts::OnServer, HeldFiles::default()));
    fetch(bojan, case).expect("it comes back");
    assert!(file.exists());

    // Of an own case that is closed it leaves, and stays away.
    let person = bojan.handle(PeopleList {}).expect("people").into_iter().find(|one| one.me).map(|one| one.id);
    edit(bojan, case, vec![CaseChange::Assign { person }]);
    world.pass(15 * 24 * 60 * 60 * 1000);
    assert_eq!(computer(bojan).releasable, HeldFiles::default());
    step(bojan, case, Some("close"));
    settle(&[ana, bojan]);
    world.pass(15 * 24 * 60 * 60 * 1000);
    assert_eq!(bojan.handle(FilesRelease {}).expect("freed"), freed);
    sync(bojan);
    assert_eq!(whereabouts(bojan, case), Whereabouts::OnServer);
    assert_eq!(ana.handle(FilesRelease {}).expect("asked"), HeldFiles::default(), "who made a file keeps it");
}

#[test]
fn a_file_that_the_server_lacks_leaves_nobodys_computer() {
    let world = World::new(912);
    let (people, case, copy) = with_a_file_that_a_backup_lacks(&world);
    let bojan = &people[1];
    let file = two_weeks_later(&world, bojan, case);
    world.restore_server(&copy);
    assert_eq!(bojan.handle(FilesRelease {}).expect("asked"), HeldFiles::default());
    assert!(file.exists());
}

#[test]
fn a_file_opens_though_its_author_named_keys_that_there_are_not() {
    let world = World::new(910);
    let (people, honest) = with_a_file(&world, "the letter");
    let [ana, bojan] = &people;
    let trap = trap(&world, bojan, honest, |version| version.epoch = 99);
    settle(&[ana, bojan]);
    let out = world.scratch("out");
    save(ana, trap, &out, false).expect("the right keys are here");
    assert_eq!(std::fs::read_to_string(&out).expect("written"), "the letter");
}

#[test]
fn a_file_that_was_damaged_before_it_was_sent_is_said_to_be_and_is_not_sent_again_and_again() {
    let world = World::new(909);
    let (people, case) = with_a_case(&world, "With a letter");
    let [ana, bojan] = &people;
    attach(&world, ana, case, "letter.txt", "the letter");
    let (lie, pieces) = Lie::counting_pieces();
    world.set_lie(Some(lie));
    let file = sealed_file(&world, "Ana");
    spoil(&file);
    for _ in 0..3 {
        sync(ana);
    }
    assert_eq!(pieces.load(Ordering::Relaxed), 1, "nothing is sent for nothing again");
    assert_eq!(findings(ana), [(FindingKind::AttachmentDamaged, String::new(), 1)], "said, and nobody is accused");
    let problems: Vec<_> = ana.handle(Verify {}).expect("verified").problems.into_iter().map(|problem| problem.name).collect();
    assert_eq!(problems, ["letter.txt, With a letter"]);
    sync(bojan);
    assert_eq!((whereabouts(ana, case), whereabouts(bojan, case)), (Whereabouts::WaitingToBeSent, Whereabouts::WithAuthor));

    add_version(&world, ana, case, "the letter once more");
    settle(&[ana, bojan]);
    let versions = get(bojan, case).attachments.remove(0).versions;
    assert_eq!(contents(&world, bojan, case, &versions[0]), "the letter once more");
    // A disk that was only misread goes on where it was.
    spoil(&file);
    settle(&[ana, bojan]);
    assert_eq!(contents(&world, bojan, case, &versions[1]), "the letter");
    assert_eq!(findings(ana).len(), 1);
}

#[test]
fn a_copy_of_a_file_that_was_damaged_here_is_not_offered_to_a_server_that_lost_it() {
    let world = World::new(910);
    let (people, case, copy) = with_a_file_that_a_backup_lacks(&world);
    let [ana, bojan] = &people;
    fetch(bojan, case).expect("fetched");
    spoil(&sealed_file(&world, "Бојан"));
    world.restore_server(&copy);
    world.pass(11 * 60 * 1000);
    sync(bojan);
    assert_eq!((findings(bojan), whereabouts(bojan, case)), (vec![], Whereabouts::Here), "whoever wrote it has it whole");
    sync(ana);
    assert_eq!(save(bojan, case, &world.scratch("out"), true).expect_err("damaged").code, ErrorCode::AttachmentDamaged);
    fetch(bojan, case).expect("the server has it again");
}
