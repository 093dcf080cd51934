//! Locking by itself: after idle time by the host's clock, and in the middle of a sync run, which ends soon and loses nothing.

use std::sync::{Arc, Mutex, mpsc};
use std::time::{Duration, Instant};

use praesto_app::Handle;
use praesto_contract::*;
use praesto_tests::world::{Device, Lie, World, create, everything, key, office};

const SEED: u64 = 20_261_122;
const MINUTE: i64 = 60_000;
/// How often idle time is looked at, twice over.
const LOOKED_AT: Duration = Duration::from_millis(2_500);

fn is_locked(device: &Device) -> bool {
    matches!(device.handle(AppStatusGet {}), Ok(AppStatus::Locked { .. }))
}

fn unlock(device: &Device) {
    device.handle(VaultUnlock { passphrase: key().passphrase }).expect("it opens");
}

/// Whether the vault was shut within the time in which idle time is looked at. Asking for the list is nobody at work.
fn locks(device: &Device) -> bool {
    let started = Instant::now();
    while started.elapsed() < LOOKED_AT {
        let list = device.handle(CaseListGet { queue: Queue::Mine, sort: CaseSort::Due, offset: 0, limit: 1 });
        if list.is_err_and(|error| error.code == ErrorCode::Locked) {
            return true;
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    false
}

#[test]
fn an_idle_vault_locks_after_its_time_and_not_before() {
    let world = World::new(SEED);
    let elira = world.device("Elira").with_background();
    let create_office =
        OfficeCreate { office_name: "Municipality of Lindara".into(), person_name: "Elira".into(), server: None, key: key() };
    elira.handle(create_office).expect("the office is made");
    let settings = elira.handle(SettingsGet {}).expect("settings are there");
    elira.handle(SettingsSet { settings: Settings { lock_minutes: 5, ..settings } }).expect("settings are kept");
    let case = create(&elira, "Rose Hill");
    elira.handle(DraftPut { case: Some(case), place: "new-note".into(), text: "Called at n".into() }).expect("kept");

    world.pass(4 * MINUTE);
    assert!(!locks(&elira), "four minutes are not five");
    elira.handle(Search { words: "rose".into(), limit: 1 }).expect("somebody is at work");
    world.pass(4 * MINUTE);
    assert!(!locks(&elira), "the five minutes begin with the last act");
    world.pass(2 * MINUTE);
    assert!(locks(&elira), "a list that a window reads by itself does not keep the vault open");
    assert!(is_locked(&elira));

    unlock(&elira);
    world.pass(-365 * 24 * 60 * MINUTE);
    assert!(!locks(&elira), "a clock that is set back is nobody idle");
    world.pass(6 * MINUTE);
    assert!(locks(&elira), "and it does not hold the vault open until the wrong year has come");

    unlock(&elira);
    let drafts = elira.handle(CaseGet { case }).expect("the case opens").drafts;
    assert_eq!(drafts.iter().map(|draft| draft.text.as_str()).collect::<Vec<_>>(), ["Called at n"], "what was being typed is there");
    elira.handle(SettingsSet { settings: Settings { lock_minutes: 0, ..elira.handle(SettingsGet {}).expect("settings") } }).expect("never");
    world.pass(24 * 60 * MINUTE);
    assert!(!locks(&elira), "where it is switched off, a day is not too long");
}

#[test]
fn a_lock_in_the_middle_of_a_sync_run_ends_it_soon_and_loses_nothing() {
    let world = World::new(SEED + 1);
    let devices = office(&world, &["Elira", "Ana"]);
    create(&devices[1], "Lime Avenue");
    devices[1].handle(SyncNow {}).expect("sent");
    create(&devices[0], "Rose Hill");

    // The server answers a request for records only when it is told to.
    let (asked, is_asked) = mpsc::channel();
    let (go, goes) = mpsc::channel::<()>();
    let goes = Arc::new(Mutex::new(goes));
    world.set_lie(Some(Lie::Records(Arc::new(move |bytes| {
        // The test may have gone on already; then nobody waits.
        let _ = asked.send(());
        let _ = goes.lock().expect("one run at a time").recv();
        bytes
    }))));
    std::thread::scope(|scope| {
        let run = scope.spawn(|| devices[0].handle(SyncNow {}));
        is_asked.recv_timeout(Duration::from_secs(30)).expect("the run reaches the server");
        let started = Instant::now();
        devices[0].lock();
        assert!(started.elapsed() < Duration::from_secs(1), "the computer may sleep: a lock waits for no server");
        assert!(is_locked(&devices[0]));
        drop(go);
        let ended = run.join().expect("the run does not panic");
        assert_eq!(ended.map_err(|error| error.code), Err(ErrorCode::Locked), "the run ends at its next step");
    });
    world.set_lie(None);

    unlock(&devices[0]);
    for device in [&devices[0], &devices[1], &devices[0]] {
        device.handle(SyncNow {}).expect("it goes on where it was");
    }
    assert_eq!(everything(&devices[0]), everything(&devices[1]), "both hold the same");
    assert_eq!(everything(&devices[0]).len(), 2, "nothing was lost");
}

#[test]
fn the_locked_screen_knows_whose_computer_it_is_as_long_as_the_program_runs() {
    let world = World::new(SEED + 2);
    let devices = office(&world, &["Elira"]);
    devices[0].handle(VaultLock {}).expect("it locks");
    let Ok(AppStatus::Locked { whose, .. }) = devices[0].handle(AppStatusGet {}) else { panic!("it is locked") };
    let names = ["Laptop of Elira", "Elira", "Municipality of Lindara"].map(str::to_owned);
    assert_eq!([whose.computer, whose.person, whose.office], names);
    drop(devices);
    let Ok(AppStatus::Locked { whose, .. }) = world.device("Elira").handle(AppStatusGet {}) else { panic!("it is locked") };
    assert_eq!(
        (whose.computer.as_str(), whose.person.as_str(), whose.office.as_str()),
        ("Laptop of Elira", "", ""),
        "no name lies outside the vault"
    );
}

#[test]
fn windows_hear_that_a_change_was_sent_also_when_its_receipt_was_lost() {
    let world = World::new(SEED + 3);
    let devices = office(&world, &["Elira"]);
    let case = create(&devices[0], "Rose Hill");
    // The server takes the record, but its receipt says something else, as if it had never come.
    world.set_lie(Some(Lie::Receipt(Arc::new(|_| Vec::new()))));
    devices[0].handle(SyncNow {}).expect_err("what is no receipt is not believed");
    world.set_lie(None);
    assert!(devices[0].handle(CaseGet { case }).expect("the case opens").not_sent > 0);
    world.take_heard("Elira");
    devices[0].handle(SyncNow {}).expect("the record comes back in the server's order");
    assert_eq!(devices[0].handle(CaseGet { case }).expect("the case opens").not_sent, 0);
    let told = world.take_heard("Elira");
    let told = told.iter().any(|event| matches!(event, AppEvent::Cases { changed, .. } if changed.contains(&case)));
    assert!(told, "a row that said \"not sent\" is told to look again");
}

#[test]
fn locking_ends_an_import_keeps_what_came_in_and_shuts_the_vault() {
    let world = World::new(SEED + 2);
    let people = office(&world, &["Ana"]);
    let ana = &people[0];
    let papers = world.profile("papers");
    for number in 0..600 {
        let folder = papers.join(format!("Case {number}"));
        std::fs::create_dir_all(&folder).expect("a folder to import");
        std::fs::write(folder.join("letter.txt"), format!("letter {number}")).expect("a file to import");
    }
    let source = ImportSource::Folder { path: papers.to_string_lossy().into_owned() };
    let listed = || {
        let list = CaseListGet { queue: Queue::All, sort: CaseSort::Due, offset: 0, limit: 1 };
        ana.handle(list).expect("a list").total
    };
    let report = std::thread::scope(|threads| {
        let import = threads.spawn(|| ana.handle(ImportRun { source: source.clone() }));
        let started = Instant::now();
        while listed() == 0 {
            assert!(started.elapsed() < Duration::from_secs(60), "the first cases come in");
            std::thread::sleep(Duration::from_millis(2));
        }
        ana.handle(VaultLock {}).expect("locked");
        import.join().expect("it ends").expect("what came in is reported")
    });
    assert_eq!(report.stopped.expect("it was ended").code, ErrorCode::Locked);
    unlock(ana);
    assert_eq!(listed(), report.new, "what the report says came in is there");
    assert!(report.new < 600, "and no more was taken in after the lock");
    let rest = ana.handle(ImportRun { source }).expect("the rest");
    assert_eq!((rest.new, rest.already_here, rest.stopped), (600 - report.new, report.new, None), "nothing comes in twice");
}
