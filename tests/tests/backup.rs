//! A backup opens by its passphrase alone, on any computer, and what comes back goes on beside the one that it was made on.

use std::path::{Path, PathBuf};

use praesto_app::Handle;
use praesto_contract::*;
use praesto_tests::world::{
    Device, World, computer, create, edit, get, in_step, key, office, pair, passphrase_key, remark, save, sync, with_a_file,
};

const PASSPHRASE: &str = "a passphrase for the backup";

fn secret(text: &str) -> SecretText {
    SecretText::new(text.to_owned())
}

fn back_up(world: &World, device: &Device, name: &str) -> PathBuf {
    let path = world.scratch(name);
    let made = device
        .handle(BackupMake { path: path.display().to_string(), passphrase: secret(PASSPHRASE), current_passphrase: None })
        .expect("a backup is made");
    assert_eq!(made.bytes, std::fs::metadata(&path).expect("it is there").len());
    path
}

fn restore(device: &Device, path: &Path, passphrase: &str) -> Result<AppStatus, ApiError> {
    device.handle(BackupRestore { path: path.display().to_string(), passphrase: secret(passphrase), key: key() })
}

#[test]
fn a_backup_restored_elsewhere_goes_on_beside_the_one_that_made_it_and_nothing_is_lost() {
    let world = World::new(3430);
    let ([ana, bojan], case) = with_a_file(&world, "the words of the file");
    edit(&ana, case, vec![remark(1)]);
    let backup = back_up(&world, &ana, "ana.praesto-backup");
    // Both sides go on, and the first of them sends.
    edit(&ana, case, vec![remark(2)]);
    sync(&ana);
    let other = world.device("Ana's new computer");
    let status = restore(&other, &backup, PASSPHRASE).expect("it opens");
    assert!(matches!(status, AppStatus::Open { .. }), "{status:?}");
    assert!(serde_json::to_string(&get(&other, case)).expect("JSON").contains("remark 1"), "what was not sent then is in it");
    edit(&other, case, vec![remark(3)]);
    create(&other, "Made after restoring");
    in_step(&[&ana, &other, &bojan], &[1, 2, 3]);
    // Its files are here without the server.
    world.set_online(false);
    let out = world.scratch("from the backup.txt");
    save(&other, case, &out, false).expect("the file is in the backup");
    assert_eq!(std::fs::read(&out).expect("saved"), b"the words of the file");
    world.set_online(true);
    // Both go on, each as what it is now.
    edit(&ana, case, vec![remark(4)]);
    edit(&other, case, vec![remark(5)]);
    in_step(&[&other, &bojan, &ana], &[1, 2, 3, 4, 5]);
    assert_ne!(computer(&ana).device_name, computer(&other).device_name, "two computers of one person");
}

#[test]
fn a_computer_that_was_lost_comes_back_as_it_was_and_catches_up() {
    let world = World::new(3431);
    let [ana, bojan] = pair(&world);
    let case = create(&ana, "Bridge");
    sync(&ana);
    sync(&bojan);
    let backup = back_up(&world, &ana, "ana.praesto-backup");
    edit(&ana, case, vec![remark(1)]);
    sync(&ana);
    ana.handle(VaultLock {}).expect("the computer is lost");
    let again = world.device("Ana again");
    restore(&again, &backup, PASSPHRASE).expect("it opens");
    in_step(&[&again, &bojan], &[1]);
    edit(&again, case, vec![remark(2)]);
    in_step(&[&again, &bojan], &[1, 2]);
}

#[test]
fn what_was_looked_at_before_the_backup_is_told_once_by_whichever_says_it() {
    let world = World::new(3436);
    let [ana, bojan] = pair(&world);
    let case = create(&ana, "Bridge");
    sync(&ana);
    get(&ana, case);
    let log = |device: &Device| device.handle(AccessGet { case: Some(case), limit: 200, ..AccessGet::default() }).expect("the log").rows;
    let looked = log(&ana)[0].by.at;
    // Noted then, and said since; the other one has it still to say, and work at the place that this took.
    let backup = back_up(&world, &ana, "ana.praesto-backup");
    world.pass(61 * 60 * 1000);
    sync(&ana);
    let other = world.device("Ana's new computer");
    restore(&other, &backup, PASSPHRASE).expect("it opens");
    edit(&other, case, vec![remark(1)]);
    in_step(&[&ana, &other, &bojan], &[1]);
    world.pass(61 * 60 * 1000);
    in_step(&[&ana, &other, &bojan], &[1]);
    for device in [&ana, &other, &bojan] {
        assert_eq!(log(device).iter().filter(|row| row.by.at == looked).count(), 1, "{}", computer(device).device_name);
    }
}

#[test]
fn a_restored_profile_opens_by_what_was_chosen_for_it() {
    let world = World::new(3432);
    let people = office(&world, &["Ana"]);
    let case = create(&people[0], "Bridge");
    let backup = back_up(&world, &people[0], "ana.praesto-backup");
    let other = world.device("other");
    let path = backup.display().to_string();
    other.handle(BackupRestore { path, passphrase: secret(PASSPHRASE), key: passphrase_key() }).expect("restored");
    other.handle(VaultLock {}).expect("shut");
    let wrong = other.handle(VaultUnlock { passphrase: Some(secret(PASSPHRASE)) }).expect_err("the backup's opens only the backup");
    assert_eq!(wrong.code, ErrorCode::WrongPassphrase);
    other.handle(VaultUnlock { passphrase: passphrase_key().passphrase }).expect("it opens");
    assert_eq!(get(&other, case).title, "Bridge");
    // Where a passphrase opens the computer, nobody takes all of it away who does not know it.
    let again = world.scratch("again.praesto-backup");
    let make = |current: Option<SecretText>| {
        other.handle(BackupMake { path: again.display().to_string(), passphrase: secret(PASSPHRASE), current_passphrase: current })
    };
    for wrong in [None, Some(secret(PASSPHRASE))] {
        assert_eq!(make(wrong).expect_err("it is not the one").code, ErrorCode::WrongPassphrase);
        assert!(!again.exists());
    }
    make(passphrase_key().passphrase).expect("whoever knows it makes one");
}

#[test]
fn what_is_no_whole_backup_is_refused_and_leaves_nothing() {
    let world = World::new(3433);
    let ([ana, _], _) = with_a_file(&world, "the words of the file");
    let backup = back_up(&world, &ana, "ana.praesto-backup");
    let whole = std::fs::read(&backup).expect("the backup");
    let other = world.device("other");
    let refused = |name: &str, bytes: &[u8], code: ErrorCode| {
        let path = world.scratch(name);
        std::fs::write(&path, bytes).expect("a file");
        assert_eq!(restore(&other, &path, PASSPHRASE).expect_err(name).code, code, "{name}");
        assert!(matches!(other.handle(AppStatusGet {}), Ok(AppStatus::Empty { .. })), "{name}: the profile is empty");
        let left: Vec<_> =
            std::fs::read_dir(world.profile("other")).into_iter().flatten().flatten().map(|entry| entry.file_name()).collect();
        assert!(left.iter().all(|name| name == "lock"), "{name}: {left:?} is left");
    };
    for cut in [0, 10, 150, whole.len() / 2, whole.len() - 1] {
        refused("truncated", &whole[..cut], ErrorCode::BackupUnreadable);
    }
    let mut damaged = whole.clone();
    let middle = damaged.len() / 2;
    damaged[middle] ^= 1;
    refused("damaged", &damaged, ErrorCode::BackupUnreadable);
    refused("a picture", b"\x89PNG\r\n\x1a\n and more", ErrorCode::BackupUnreadable);
    refused("with more behind it", &[whole.as_slice(), b"more"].concat(), ErrorCode::BackupUnreadable);
    assert_eq!(restore(&other, &backup, "another passphrase").expect_err("wrong").code, ErrorCode::WrongPassphrase);
    assert_eq!(restore(&other, &world.scratch("nowhere"), PASSPHRASE).expect_err("nothing").code, ErrorCode::FileUnreadable);
    restore(&other, &backup, PASSPHRASE).expect("the whole one is restored after all");
}

#[test]
fn nothing_that_is_there_is_written_over() {
    let world = World::new(3434);
    let [ana, bojan] = pair(&world);
    let backup = back_up(&world, &ana, "ana.praesto-backup");
    let there = std::fs::read(&backup).expect("the backup");
    let again = BackupMake { path: backup.display().to_string(), passphrase: secret(PASSPHRASE), current_passphrase: None };
    assert_eq!(ana.handle(again).expect_err("a file of that name").code, ErrorCode::FileExists);
    assert_eq!(std::fs::read(&backup).expect("the backup"), there);
    assert_eq!(restore(&bojan, &backup, PASSPHRASE).expect_err("a profile is there").code, ErrorCode::OfficeExists);
    let short = BackupMake { path: world.scratch("short").display().to_string(), passphrase: secret("short"), current_passphrase: None };
    assert_eq!(ana.handle(short).expect_err("too short").code, ErrorCode::InvalidInput);
    assert!(!world.scratch("short").exists());
}

#[test]
fn a_backup_says_nothing_of_what_is_in_it_and_the_computer_says_that_it_was_made() {
    let world = World::new(3435);
    let people = office(&world, &["Ana"]);
    create(&people[0], "Bridge over the river Radika");
    let backup = back_up(&world, &people[0], "ana.praesto-backup");
    let bytes = std::fs::read(&backup).expect("the backup");
    for words in ["Radika", "praesto-backup"] {
        assert!(!bytes.windows(words.len()).any(|window| window == words.as_bytes()), "{words}");
    }
    let left = people[0].handle(AccessGet { limit: 10, ..AccessGet::default() }).expect("the log");
    assert_eq!(left.rows.iter().map(|row| row.kind).collect::<Vec<_>>(), [AccessKind::BackedUp]);
    let folder: Vec<_> = std::fs::read_dir(world.profile("Ana")).expect("the profile").flatten().map(|entry| entry.file_name()).collect();
    assert!(!folder.iter().any(|name| name == "backup"), "the copy that it was made of is gone: {folder:?}");
}
