//! Files of cases in other programs: every way of saving comes back as a version, nothing half of something is ever on top, and nothing stays outside.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use praesto_app::Handle;
use praesto_contract::*;
use praesto_tests::leaks;
use praesto_tests::world::{
    Device, World, attach, create, edit, everything, fetch, found_alone, get, note, settle, start, step, sync, unlock, with_a_file,
};

const SEED: u64 = 20_261_201;
/// Longer than a save has to rest, by far.
const PATIENCE: Duration = Duration::from_secs(20);

fn open(device: &Device, case: CaseId) -> FileElsewhere {
    let attachment = get(device, case).attachments[0].id;
    let view = device.handle(FileEdit { case, attachment, version: None, start: true }).expect("it opens");
    let files: Vec<_> = view.files.into_iter().filter(|file| (file.case, file.attachment) == (case, attachment)).collect();
    let [file] = &files[..] else { panic!("one copy: {files:?}") };
    file.clone()
}

fn out(device: &Device) -> Vec<FileElsewhere> {
    device.handle(FilesElsewhereGet {}).expect("a view").files
}

fn put_back(device: &Device) -> PutBack {
    device.handle(FilePutBack { copy: None }).expect("it comes back")
}

/// Looks, as the program does each second, until the copy says what is wanted.
fn until(device: &Device, what: &str, wanted: impl Fn(&FileElsewhere) -> bool) {
    let began = Instant::now();
    while began.elapsed() < PATIENCE {
        if out(device).first().is_some_and(&wanted) {
            return;
        }
        std::thread::sleep(Duration::from_millis(200));
    }
    panic!("{what}: {:?}", out(device));
}

/// Writes as many programs do: a whole file beside, which then takes the place of the one before.
fn saves_by_rename(path: &Path, text: &str) {
    let beside = path.with_extension("txt.tmp");
    std::fs::write(&beside, text).expect("written beside");
    std::fs::rename(beside, path).expect("moved there");
}

/// What the newest version of the case's file of this number holds, as it comes out of the sealed world.
fn text_of(world: &World, device: &Device, case: CaseId, file: usize) -> String {
    version_text(world, device, case, file, 0)
}

fn version_text(world: &World, device: &Device, case: CaseId, file: usize, version: usize) -> String {
    let attachment = get(device, case).attachments[file].clone();
    let version = Some(attachment.versions[version].id.clone());
    device.handle(AttachmentFetch { case, attachment: attachment.id, version: version.clone() }).expect("it comes");
    let (target, reason) = (world.scratch("taken out"), "To compare".to_owned());
    let path = target.to_string_lossy().into_owned();
    device.handle(AttachmentSave { case, attachment: attachment.id, version, path, overwrite: true, reason }).expect("it opens");
    std::fs::read_to_string(target).expect("its text")
}

fn versions(device: &Device, case: CaseId) -> usize {
    get(device, case).attachments[0].versions.len()
}

/// Whether anything of a copy is left: in memory, or in the profile.
fn is_wiped(world: &World, name: &str) -> bool {
    let empty = |folder: PathBuf| std::fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_none());
    let profile = world.profile(name).join("elsewhere");
    (!world.memory(name).exists() || empty(world.memory(name))) && (!profile.exists() || empty(profile))
}

/// Elira alone, with a folder in memory, and a case with a letter.
fn with_a_letter(world: &Arc<World>) -> (Device, CaseId) {
    let elira = found_alone(world, "Elira");
    std::fs::create_dir(world.memory("Elira")).expect("a folder in memory");
    let case = create(&elira, "Rose Hill");
    attach(world, &elira, case, "letter.txt", "the letter");
    (elira, case)
}

/// Ends a program without asking it, as `kill -9` does: what it held in memory is gone, and what is on the disk stays.
fn killed(device: Device) {
    // What the vault does between saves is over by then: the copy of its files is one that a disk could hold.
    std::thread::sleep(Duration::from_secs(1));
    std::mem::forget(device);
}

#[test]
fn each_save_becomes_a_version_however_a_program_saves_and_the_same_again_is_none() {
    let world = World::new(SEED);
    let (elira, case) = with_a_letter(&world);
    let file = open(&elira, case);
    let path = PathBuf::from(&file.path);
    assert!(file.in_memory && path.starts_with(world.memory("Elira")) && path.ends_with("letter.txt"), "{file:?}");
    assert_eq!(std::fs::read_to_string(&path).expect("a copy"), "the letter");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = |path: &Path| std::fs::metadata(path).expect("it is there").permissions().mode() & 0o777;
        assert_eq!((mode(&path), mode(path.parent().expect("a folder"))), (0o600, 0o700), "for this person alone");
    }
    let row = get(&elira, case).timeline.remove(0);
    assert_eq!((row.what, row.taken_out.map(|file| file.name)), (vec!["open-elsewhere".to_owned()], Some("letter.txt".to_owned())));

    let left = elira.handle(AccessGet { case: Some(case), everybody: false, offset: 0, limit: 10 }).expect("lines").rows;
    assert!(
        left.iter().any(|row| row.kind == AccessKind::OpenedElsewhere && row.name == "letter.txt"),
        "it stands among what left: {left:?}"
    );

    saves_by_rename(&path, "the letter, renamed");
    until(&elira, "a save by rename", |file| file.versions == 1);
    assert_eq!((versions(&elira, case), text_of(&world, &elira, case, 0)), (2, "the letter, renamed".to_owned()));
    std::fs::write(&path, "the letter, written over").expect("written");
    until(&elira, "a save in place", |file| file.versions == 2);
    saves_by_rename(&path, "the letter, written over");
    std::thread::sleep(Duration::from_secs(3));
    out(&elira);
    assert_eq!(versions(&elira, case), 3, "the same again is no version");

    std::fs::write(&path, "the last words").expect("written");
    let done = put_back(&elira);
    assert_eq!((done.closed, done.versions, done.found.len(), done.left.files.len()), (1, 1, 0, 0));
    assert_eq!(text_of(&world, &elira, case, 0), "the last words", "what was saved just before is there");
    assert!(get(&elira, case).attachments.len() == 1 && is_wiped(&world, "Elira"));
}

#[test]
fn two_presses_open_one_copy_and_without_a_program_none_stays() {
    let world = World::new(SEED + 1);
    let (elira, case) = with_a_letter(&world);
    let attachment = get(&elira, case).attachments[0].id;
    let request = || FileEdit { case, attachment, version: None, start: true };
    std::thread::scope(|scope| {
        let presses = [0, 1].map(|_| scope.spawn(|| elira.handle(request()).expect("it opens")));
        for press in presses {
            press.join().expect("it does not panic");
        }
    });
    assert_eq!((out(&elira).len(), world.opened().len()), (1, 1));
    put_back(&elira);

    world.set_programs(false);
    assert_eq!(elira.handle(request()).expect_err("nothing opens it").code, ErrorCode::NoProgram);
    assert!(out(&elira).is_empty() && is_wiped(&world, "Elira"), "nothing stays outside");
    assert_eq!(versions(&elira, case), 1);
}

#[test]
fn what_is_empty_or_cut_off_is_never_on_top() {
    let world = World::new(SEED + 2);
    let (elira, case) = with_a_letter(&world);
    let path = PathBuf::from(open(&elira, case).path);
    std::fs::write(&path, "").expect("emptied");
    until(&elira, "an empty file", |file| file.cut_off);
    assert_eq!(versions(&elira, case), 1);
    std::fs::write(&path, "and whole again").expect("written");
    until(&elira, "a whole file", |file| !file.cut_off && file.versions == 1);

    std::fs::write(&path, "").expect("emptied");
    let done = put_back(&elira);
    assert_eq!((done.versions, done.found.len(), done.found[0].attachment, done.found[0].whole), (0, 1, None, false));
    assert_eq!((text_of(&world, &elira, case, 0), get(&elira, case).attachments.len()), ("and whole again".to_owned(), 1));
    assert!(is_wiped(&world, "Elira"));

    // Half a document that has an end: kept, beside, and called so.
    let pdf = [b"%PDF-1.7\n".as_slice(), &[b'x'; 4000], b"\n%%EOF\n"].concat();
    let plan = world.scratch("plan.pdf");
    std::fs::write(&plan, &pdf).expect("a file");
    let other = create(&elira, "With a plan");
    elira.handle(AttachmentAdd { case: other, paths: vec![plan.to_string_lossy().into_owned()], version_of: None }).expect("attached");
    let path = PathBuf::from(open(&elira, other).path);
    std::fs::write(path, &pdf[..2000]).expect("half of it");
    let done = put_back(&elira);
    assert_eq!((done.versions, done.found[0].whole), (0, false));
    let files = get(&elira, other).attachments;
    assert_eq!(
        (files.len(), files[0].versions.len(), files[1].found.as_ref().map(|found| (found.of, found.whole))),
        (2, 1, Some((files[0].id, false)))
    );
}

#[test]
fn a_lock_seals_what_was_saved_and_wipes_and_lets_nobody_wait_for_it() {
    let world = World::new(SEED + 3);
    let (elira, case) = with_a_letter(&world);
    let path = PathBuf::from(open(&elira, case).path);
    world.take_heard("Elira");
    std::fs::write(&path, "saved and locked at once").expect("written");
    let began = Instant::now();
    elira.lock();
    assert!(began.elapsed() < Duration::from_secs(5), "a computer that goes to sleep waits no longer");
    let heard = world.take_heard("Elira");
    assert!(matches!(heard.first(), Some(AppEvent::Status { status: AppStatus::Locked { .. } })), "the screen first: {heard:?}");
    assert!(is_wiped(&world, "Elira"), "nothing is outside while it is locked");
    unlock(&elira);
    assert_eq!((versions(&elira, case), text_of(&world, &elira, case, 0)), (2, "saved and locked at once".to_owned()));
    assert!(out(&elira).is_empty());
}

#[test]
fn a_file_that_is_out_keeps_no_idle_vault_open() {
    let world = World::new(SEED + 4);
    let (elira, case) = with_a_letter(&world);
    let elira = elira.with_background();
    elira.handle(SettingsSet { lock_minutes: Some(5), ..SettingsSet::default() }).expect("settings are kept");
    open(&elira, case);
    world.pass(6 * 60_000);
    let began = Instant::now();
    while !is_wiped(&world, "Elira") {
        assert!(began.elapsed() < PATIENCE, "it locks and wipes");
        out_or_locked(&elira);
        std::thread::sleep(Duration::from_millis(100));
    }
    assert!(matches!(elira.handle(AppStatusGet {}), Ok(AppStatus::Locked { .. })));
}

/// Asks what is out, as a window does by itself.
fn out_or_locked(device: &Device) {
    let asked = device.handle(FilesElsewhereGet {});
    assert!(asked.as_ref().err().is_none_or(|error| error.code == ErrorCode::Locked), "{asked:?}");
}

#[test]
fn closing_the_program_seals_and_wipes_first() {
    let world = World::new(SEED + 5);
    let (elira, case) = with_a_letter(&world);
    let path = PathBuf::from(open(&elira, case).path);
    saves_by_rename(&path, "saved before the end");
    drop(elira);
    assert!(is_wiped(&world, "Elira"));
    let elira = start(&world, "Elira");
    assert_eq!(text_of(&world, &elira, case, 0), "saved before the end");
}

#[test]
fn what_a_kill_left_stands_beside_and_a_person_says_which_one_counts() {
    let world = World::new(SEED + 6);
    let (elira, case) = with_a_letter(&world);
    let path = PathBuf::from(open(&elira, case).path);
    std::fs::write(&path, "saved, or half of it").expect("written");
    killed(elira);
    let elira = restarted(&world);
    assert!(is_wiped(&world, "Elira"), "the next start leaves nothing outside");
    let files = get(&elira, case).attachments;
    assert_eq!((files.len(), files[0].versions.len()), (2, 1), "the version before stays the one that opens");
    let found = files[1].found.clone().expect("it says what it is");
    assert_eq!((found.of, found.name.as_str(), found.whole), (files[0].id, "letter.txt", true));
    assert_eq!(text_of(&world, &elira, case, 1), "saved, or half of it");
    let told = elira.handle(FilesElsewhereGet {}).expect("a view").found;
    assert_eq!((told.len(), told[0].attachment, told[0].case), (1, Some(files[1].id), case), "and is said");
    assert!(get(&elira, case).timeline.iter().any(|row| row.what == ["find-elsewhere"]));

    let taken = elira.handle(FoundTake { case, attachment: files[1].id }).expect("taken");
    assert_eq!((taken.attachments.len(), taken.attachments[0].versions.len()), (1, 2));
    assert_eq!(text_of(&world, &elira, case, 0), "saved, or half of it");
    assert_eq!(elira.handle(FoundTake { case, attachment: files[1].id }).expect_err("once").code, ErrorCode::NotFound);
}

/// The program starts again after a kill. What was forgotten in this process still holds the files that it had open: the disk goes on without them.
fn restarted(world: &Arc<World>) -> Device {
    world.copy_profile("Elira", "aside");
    std::fs::remove_dir_all(world.profile("Elira")).expect("the files of whoever was killed");
    std::fs::rename(world.profile("aside"), world.profile("Elira")).expect("what the disk holds");
    start(world, "Elira")
}

#[test]
fn a_kill_after_nothing_or_everything_was_sealed_leaves_no_further_file() {
    let world = World::new(SEED + 7);
    let (elira, case) = with_a_letter(&world);
    let path = PathBuf::from(open(&elira, case).path);
    std::fs::write(&path, "sealed before the kill").expect("written");
    until(&elira, "a save", |file| file.versions == 1);
    killed(elira);
    let elira = restarted(&world);
    assert!(is_wiped(&world, "Elira"));
    let files = get(&elira, case).attachments;
    assert_eq!((files.len(), files[0].versions.len()), (1, 2));

    let path = PathBuf::from(open(&elira, case).path);
    std::fs::write(path, "").expect("emptied");
    killed(elira);
    let elira = restarted(&world);
    let told = elira.handle(FilesElsewhereGet {}).expect("a view").found;
    assert_eq!((told.len(), told[0].attachment, told[0].whole), (1, None, false), "that it came back empty is said");
    assert_eq!((get(&elira, case).attachments.len(), text_of(&world, &elira, case, 0)), (1, "sealed before the kill".to_owned()));
}

#[test]
fn a_copied_profile_takes_nothing_that_is_the_others_and_a_moved_one_finds_its_own() {
    let world = World::new(SEED + 8);
    let (elira, case) = with_a_letter(&world);
    let path = PathBuf::from(open(&elira, case).path);
    std::fs::write(&path, "still being written").expect("written");
    killed(elira);
    world.copy_profile("Elira", "copy");
    let copy = start(&world, "copy");
    assert_eq!((out(&copy).len(), get(&copy, case).attachments.len()), (0, 1), "it knows of no copy of its own");
    assert_eq!(std::fs::read_to_string(&path).expect("it is the other's"), "still being written");
    drop(copy);
    let elira = restarted(&world);
    assert_eq!(get(&elira, case).attachments.len(), 2, "whose it is finds it");
    assert!(is_wiped(&world, "Elira"));
}

#[test]
fn what_lies_beside_is_kept_and_locks_and_backups_of_programs_are_not() {
    let world = World::new(SEED + 9);
    let (elira, case) = with_a_letter(&world);
    let path = PathBuf::from(open(&elira, case).path);
    let beside = |name: &str, text: &str| std::fs::write(path.with_file_name(name), text).expect("written");
    for name in [".~lock.letter.txt#", ".~lock.other.txt#", "letter.txt~", "letter.bak", "#letter.txt#", "~$letter.txt"] {
        beside(name, "a program's own");
    }
    beside("letter, second draft.txt", "saved under another name");
    saves_by_rename(&path, "and as itself");
    until(&elira, "a lock of another name holds nothing up", |file| file.versions == 1);
    let done = put_back(&elira);
    assert_eq!(done.further, ["letter, second draft.txt"]);
    assert_eq!(text_of(&world, &elira, case, 1), "saved under another name");
    assert!(get(&elira, case).attachments.len() == 2 && is_wiped(&world, "Elira"));
}

#[test]
fn a_program_that_holds_the_file_is_waited_for_and_nothing_of_it_is_taken() {
    let world = World::new(SEED + 10);
    let (elira, case) = with_a_letter(&world);
    let path = PathBuf::from(open(&elira, case).path);
    let held = std::fs::OpenOptions::new().write(true).open(&path).expect("it opens");
    held.lock().expect("nobody else holds it");
    std::io::Write::write_all(&mut &held, b"HALF").expect("written");
    std::thread::sleep(Duration::from_secs(3));
    assert_eq!(out(&elira)[0].versions, 0, "it is being written");
    let refused = elira.handle(FilePutBack { copy: None }).expect_err("not yet");
    assert_eq!((refused.code, out(&elira).len()), (ErrorCode::StillWritten, 1), "the copy stays");
    drop(held);
    assert_eq!(put_back(&elira).versions, 1);
}

#[test]
fn a_version_that_a_colleague_added_meanwhile_stands_beside() {
    let world = World::new(SEED + 11);
    let (people, case) = with_a_file(&world, "the letter");
    let [ana, bojan] = &people;
    fetch(bojan, case).expect("it comes");
    let path = PathBuf::from(open(ana, case).path);
    settle(&[ana, bojan]);

    let file = world.scratch("of Bojan.txt");
    std::fs::write(&file, "of Bojan").expect("a file");
    let version_of = Some(get(bojan, case).attachments[0].id);
    bojan.handle(AttachmentAdd { case, paths: vec![file.to_string_lossy().into_owned()], version_of }).expect("added");
    settle(&[bojan, ana]);
    assert_eq!(versions(ana, case), 2, "it has come");
    edit(ana, case, vec![note(1, "a note of my own")]);
    std::fs::write(&path, "of Ana").expect("written");
    until(ana, "a save", |file| file.versions == 1);
    std::fs::write(&path, "of Ana, once more").expect("written");
    until(ana, "another save", |file| file.versions == 2);
    put_back(ana);
    settle(&[ana, bojan]);

    assert_eq!(everything(ana), everything(bojan), "both hold the same");
    for device in [ana, bojan] {
        let seen = get(device, case).attachments[0].clone();
        assert_eq!(seen.versions.len(), 4);
        let texts: Vec<_> = (0..4).map(|number| version_text(&world, device, case, 0, number)).collect();
        let of = |text: &str| &seen.versions[texts.iter().position(|other| other == text).expect("every version opens")];
        let apart = |text: &str| of(text).apart.iter().map(|by| by.name.as_str()).collect::<Vec<_>>();
        assert_eq!(apart("of Bojan"), ["Ana"], "neither is the other's successor");
        assert_eq!((apart("of Ana"), apart("of Ana, once more")), (vec!["Бојан"], vec!["Бојан"]), "{texts:?}");
        assert!(apart("the letter").is_empty());
    }
    assert_eq!(praesto_tests::world::computer(bojan).set_aside.len(), 0, "colleagues take it in");
}

#[test]
fn a_case_that_was_closed_or_removed_meanwhile_loses_nothing() {
    let world = World::new(SEED + 12);
    let (people, case) = with_a_file(&world, "the letter");
    let [ana, bojan] = &people;
    let path = PathBuf::from(open(ana, case).path);
    settle(&[ana, bojan]);
    bojan.handle(CaseRemove { case, reason: "Entered twice".to_owned() }).expect("removed");
    settle(&[bojan, ana]);
    std::fs::write(&path, "written all the same").expect("written");
    assert_eq!(put_back(ana).versions, 1);
    settle(&[ana, bojan]);
    let seen = get(bojan, case);
    assert!(seen.removal.is_some(), "that it was removed, and worked on, is for a person to settle: {:?}", seen.removal);
    assert_eq!(seen.attachments[0].versions.len(), 2);
    bojan.handle(CaseRestore { case }).expect("kept");

    let path = PathBuf::from({
        settle(&[bojan, ana]);
        open(ana, case).path
    });
    settle(&[ana, bojan]);
    step(bojan, case, Some("close"));
    settle(&[bojan, ana]);
    std::fs::write(&path, "written late").expect("written");
    assert_eq!(put_back(ana).versions, 1);
    assert!(get(ana, case).late.is_some(), "flagged, as every change to a closed case");
}

#[test]
fn without_room_in_memory_the_copy_lies_in_the_profile_and_is_said_to() {
    let world = World::new(SEED + 13);
    let (elira, case) = with_a_letter(&world);
    world.set_free(16 << 20);
    let file = open(&elira, case);
    assert!(!file.in_memory && Path::new(&file.path).starts_with(world.profile("Elira")), "{file:?}");
    // The scan knows of this one copy, and of nothing else in the clear.
    let found = leaks(&world.profile("Elira"), &["the letter"]);
    assert_eq!(found, [format!("the letter in {}", file.path)], "the open copy alone is in the clear");
    std::fs::write(&file.path, "changed").expect("written");
    assert_eq!(put_back(&elira).versions, 1);
    assert!(is_wiped(&world, "Elira"));
    assert_eq!(leaks(&world.profile("Elira"), &["the letter", "changed"]), Vec::<String>::new());
}

#[test]
fn a_file_that_is_not_here_is_fetched_first() {
    let world = World::new(SEED + 14);
    let (people, case) = with_a_file(&world, "the letter");
    let bojan = &people[1];
    assert_eq!(get(bojan, case).attachments[0].whereabouts, Whereabouts::OnServer);
    let path = open(bojan, case).path;
    assert_eq!(std::fs::read_to_string(path).expect("a copy"), "the letter");
    put_back(bojan);
    sync(bojan);
}

#[test]
fn a_program_that_ends_right_after_a_lock_waits_until_all_is_sealed() {
    let world = World::new(SEED + 15);
    let (elira, case) = with_a_letter(&world);
    let path = PathBuf::from(open(&elira, case).path);
    world.take_heard("Elira");
    std::fs::write(&path, "saved, locked and closed at once").expect("written");
    std::thread::scope(|scope| {
        scope.spawn(|| elira.lock());
        let is_locked = |event: &AppEvent| matches!(event, AppEvent::Status { status: AppStatus::Locked { .. } });
        let began = Instant::now();
        while !world.take_heard("Elira").iter().any(is_locked) {
            assert!(began.elapsed() < PATIENCE, "it locks");
            std::thread::sleep(Duration::from_millis(5));
        }
        elira.close();
        assert!(is_wiped(&world, "Elira"), "the end waits for what is being sealed");
    });
    unlock(&elira);
    assert_eq!((versions(&elira, case), text_of(&world, &elira, case, 0)), (2, "saved, locked and closed at once".to_owned()));
}

#[test]
fn a_program_in_the_middle_of_saving_is_waited_for() {
    let world = World::new(SEED + 16);
    let (elira, case) = with_a_letter(&world);
    let path = PathBuf::from(open(&elira, case).path);
    let (backup, part) = (path.with_file_name("letter.txt~"), path.with_file_name("letter.txt.tmp"));
    std::fs::rename(&path, &backup).expect("the old one goes aside first");
    std::fs::write(&part, "half").expect("written");
    std::thread::scope(|scope| {
        scope.spawn(|| {
            std::thread::sleep(Duration::from_secs(1));
            std::fs::write(&part, "the letter, at last whole").expect("written");
            std::fs::rename(&part, &path).expect("moved there");
            std::fs::remove_file(&backup).expect("the old one goes");
        });
        let done = put_back(&elira);
        assert_eq!((done.versions, done.found.len(), done.further.len()), (1, 0, 0));
    });
    assert_eq!((get(&elira, case).attachments.len(), text_of(&world, &elira, case, 0)), (1, "the letter, at last whole".to_owned()));
    assert!(is_wiped(&world, "Elira"));
}

#[test]
fn what_a_program_left_that_was_ended_while_it_saved_is_kept() {
    let world = World::new(SEED + 17);
    let (elira, case) = with_a_letter(&world);
    let path = PathBuf::from(open(&elira, case).path);
    std::fs::rename(&path, path.with_file_name("letter.txt~")).expect("the old one goes aside first");
    std::fs::write(path.with_file_name("letter.txt.tmp"), "nearly all of it").expect("written");
    let done = put_back(&elira);
    assert_eq!((done.versions, done.further), (0, vec!["letter.txt.tmp".to_owned()]), "the old one is in the case as it was");
    assert_eq!(text_of(&world, &elira, case, 1), "nearly all of it");
    assert!(get(&elira, case).attachments.len() == 2 && is_wiped(&world, "Elira"));
}

#[test]
fn what_people_save_beside_is_kept_whatever_they_call_it() {
    let world = World::new(SEED + 18);
    let (elira, case) = with_a_letter(&world);
    let path = PathBuf::from(open(&elira, case).path);
    let names = ["#3 plan.txt", "contract.bak", "notes~"];
    for name in names {
        std::fs::write(path.with_file_name(name), name).expect("written");
    }
    assert_eq!(put_back(&elira).further, names);
    assert_eq!(get(&elira, case).attachments.len(), 4);
}

#[test]
fn what_stands_beside_is_not_kept_twice_when_the_rest_fails() {
    let world = World::new(SEED + 19);
    let (elira, case) = with_a_letter(&world);
    let path = PathBuf::from(open(&elira, case).path);
    // A text that begins as a PDF has to end as one.
    std::fs::write(&path, "%PDF-1.7 and no end").expect("written");
    let many: Vec<PathBuf> = (0..=200).map(|number| path.with_file_name(format!("page {number}.txt"))).collect();
    many.iter().for_each(|page| std::fs::write(page, "a page").expect("written"));
    let refused = elira.handle(FilePutBack { copy: None }).expect_err("nobody saves so many beside one file");
    assert_eq!((refused.code, out(&elira).len()), (ErrorCode::FileUnreadable, 1), "the copy stays");
    many.iter().for_each(|page| std::fs::remove_file(page).expect("removed"));
    put_back(&elira);
    let files = get(&elira, case).attachments;
    assert_eq!((files.len(), files[0].versions.len(), files[1].found.as_ref().map(|found| found.whole)), (2, 1, Some(false)));
    assert!(is_wiped(&world, "Elira"));
}

#[test]
fn a_long_name_in_any_script_is_no_obstacle() {
    let world = World::new(SEED + 20);
    let (elira, case) = with_a_letter(&world);
    let id = get(&elira, case).attachments[0].id;
    let name = format!("{}.txt", "Решение за упис ".repeat(10).trim_end());
    edit(&elira, case, vec![CaseChange::RenameAttachment { id, name: name.clone() }]);
    let path = PathBuf::from(open(&elira, case).path);
    std::fs::write(&path, "changed").expect("written");
    assert_eq!(put_back(&elira).versions, 1);
    assert_eq!(get(&elira, case).attachments[0].name, name, "in the case it is called as before");
}
