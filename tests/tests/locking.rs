//! Locking by itself: after idle time by the host's clock, and in the middle of a sync run, which ends soon and loses nothing.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, mpsc};
use std::time::{Duration, Instant};

use praesto_app::Handle;
use praesto_contract::*;
use praesto_protocol::DocumentId;
use praesto_protocol::api::{DocumentHead, Frame, HeadsPage};
use praesto_tests::world::{
    Device, Lie, World, ask_in, attach, create, everything, fetch, found_alone, get, join, key, note, office, sync, unlock,
};

const SEED: u64 = 20_261_122;
const MINUTE: i64 = 60_000;
/// How often idle time is looked at, twice over.
const LOOKED_AT: Duration = Duration::from_millis(2_500);

fn is_locked(device: &Device) -> bool {
    matches!(device.handle(AppStatusGet {}), Ok(AppStatus::Locked { .. }))
}

/// Whether the vault was shut within the time in which idle time is looked at. Asking for the list is nobody at work.
fn locks(device: &Device) -> bool {
    let started = Instant::now();
    while started.elapsed() < LOOKED_AT {
        let list =
            device.handle(CaseListGet { queue: Queue::Mine, sort: CaseSort::Due, filter: ListFilter::default(), offset: 0, limit: 1 });
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
    let elira = found_alone(&world, "Elira").with_background();
    let locks_after =
        |minutes| elira.handle(SettingsSet { lock_minutes: Some(minutes), ..SettingsSet::default() }).expect("settings are kept");
    locks_after(5);
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
    let drafts = get(&elira, case).drafts;
    assert_eq!(drafts.iter().map(|draft| draft.text.as_str()).collect::<Vec<_>>(), ["Called at n"], "what was being typed is there");
    locks_after(0);
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

/// What happens while the server keeps a request waiting.
struct Kept {
    asked: Arc<AtomicUsize>,
    is_asked: mpsc::Receiver<()>,
    go: mpsc::Sender<()>,
}

impl Kept {
    /// Counts requests, and keeps each waiting until it is told to go on, or for good no longer.
    fn each() -> (Self, impl Fn() + Send + Sync) {
        let asked = Arc::new(AtomicUsize::new(0));
        let (ask, is_asked) = mpsc::channel();
        let (go, goes) = mpsc::channel::<()>();
        let (goes, count) = (Mutex::new(goes), asked.clone());
        let keep = move || {
            count.fetch_add(1, Ordering::Relaxed);
            // The test may have gone on already; then nobody waits.
            let _ = ask.send(());
            let _ = goes.lock().expect("one run at a time").recv();
        };
        (Self { asked, is_asked, go }, keep)
    }

    /// Locks while the first request of some work is under way and then lets all go on; says how many there were.
    fn lock_meanwhile(self, work: impl FnOnce() -> Result<(), ApiError> + Send, device: &Device) -> usize {
        std::thread::scope(|scope| {
            let run = scope.spawn(work);
            self.is_asked.recv_timeout(Duration::from_secs(30)).expect("it reaches the server");
            device.lock();
            drop(self.go);
            let ended = run.join().expect("it does not panic");
            assert_eq!(ended.map_err(|error| error.code), Err(ErrorCode::Locked), "it ends at its next step");
        });
        self.asked.load(Ordering::Relaxed)
    }
}

/// An office of one with a file of eight pieces that waits to be sent.
fn with_a_long_file(world: &Arc<World>) -> (Device, CaseId) {
    let device = office(world, &["Elira"]).remove(0);
    let case = create(&device, "Rose Hill");
    attach(world, &device, case, "plan.txt", &"a long plan ".repeat(160_000));
    (device, case)
}

#[test]
fn a_lock_in_the_middle_of_an_upload_ends_it_after_its_piece_and_it_goes_on_later() {
    let world = World::new(SEED + 6);
    let (elira, case) = with_a_long_file(&world);
    let (kept, keep) = Kept::each();
    world.set_lie(Some(Lie::Piece(Arc::new(keep))));
    assert_eq!(kept.lock_meanwhile(|| elira.handle(SyncNow {}).map(drop), &elira), 1, "no further piece is sent");
    unlock(&elira);
    assert!(get(&elira, case).not_sent > 0 || elira.handle(SyncStatusGet {}).expect("a view").waiting > 0, "the file still waits");

    let (lie, pieces) = Lie::counting_pieces();
    world.set_lie(Some(lie));
    sync(&elira);
    assert!((1..8).contains(&pieces.load(Ordering::Relaxed)), "it goes on where it ended");
    world.set_lie(None);
    let ana = join(&world, &elira, "Ana");
    for device in [&elira, &ana, &elira, &ana] {
        sync(device);
    }
    let fetched = fetch(&ana, case).expect("a colleague gets all of it");
    assert_eq!(fetched.attachments[0].whereabouts, Whereabouts::Here);
}

#[test]
fn unlocking_waits_for_what_is_under_way_and_calls_the_profile_in_use_by_nobody() {
    let world = World::new(SEED + 10);
    let (elira, _) = with_a_long_file(&world);
    let (kept, keep) = Kept::each();
    world.set_lie(Some(Lie::Piece(Arc::new(keep))));
    std::thread::scope(|scope| {
        let run = scope.spawn(|| elira.handle(SyncNow {}));
        kept.is_asked.recv_timeout(Duration::from_secs(30)).expect("the run reaches the server");
        elira.lock();
        let unlocking = scope.spawn(|| elira.handle(VaultUnlock { passphrase: key().passphrase }));
        // Longer than anybody waits for a profile that somebody else has.
        std::thread::sleep(Duration::from_secs(7));
        assert!(!unlocking.is_finished(), "it waits");
        drop(kept.go);
        let ended = run.join().expect("the run does not panic");
        assert_eq!(ended.map_err(|error| error.code), Err(ErrorCode::Locked));
        let unlocked = unlocking.join().expect("it does not panic").expect("it opens");
        assert!(matches!(unlocked, AppStatus::Open { .. }));
    });
}

#[test]
fn closing_the_program_in_the_middle_of_an_upload_waits_for_one_piece_of_it() {
    let world = World::new(SEED + 7);
    let (elira, _) = with_a_long_file(&world);
    let (kept, keep) = Kept::each();
    world.set_lie(Some(Lie::Piece(Arc::new(keep))));
    let elira = elira.with_background();
    kept.is_asked.recv_timeout(Duration::from_secs(30)).expect("the run reaches the server");
    let closing = std::thread::spawn(move || drop(elira));
    // Closing has begun when the run that is under way goes on.
    std::thread::sleep(Duration::from_millis(500));
    drop(kept.go);
    closing.join().expect("it closes");
    assert_eq!(kept.asked.load(Ordering::Relaxed), 1, "the rest of the file waits for the next time");
}

/// A colleague who was just let in to an office of eighty cases, of which none is here yet.
fn newcomer(world: &Arc<World>) -> Device {
    let elira = office(world, &["Elira"]).remove(0);
    for number in 0..80 {
        create(&elira, &format!("Case {number}"));
    }
    sync(&elira);
    let ana = ask_in(world, &elira, "Ana");
    sync(&elira);
    ana
}

#[test]
fn a_lock_ends_a_list_of_cases_that_does_not_end_by_itself() {
    let world = World::new(SEED + 8);
    let ana = newcomer(&world);
    let (kept, keep) = Kept::each();
    let asked = kept.asked.clone();
    world.set_lie(Some(Lie::Heads(Arc::new(move |_| {
        keep();
        let number = asked.load(Ordering::Relaxed) as u128;
        assert!(number < 100, "it was not ended");
        let document = DocumentId(uuid::Uuid::from_u128(number));
        HeadsPage { documents: vec![DocumentHead { document, checkpoint: None, covers: 0, head: 1 }], next: Some(document) }
    }))));
    assert_eq!(kept.lock_meanwhile(|| ana.handle(SyncNow {}).map(drop), &ana), 1, "no further page is asked for");
}

/// Records of one document that do not end.
fn endless(keep: impl Fn() + Send + Sync + 'static) -> Lie {
    let seq = AtomicUsize::new(0);
    Lie::Documents(Arc::new(move |_| {
        keep();
        let seq = seq.fetch_add(1, Ordering::Relaxed) as u64 + 1;
        let mut page = Vec::new();
        Frame { seq, received_at: 0, record: vec![7; 1_000] }.write(&mut page);
        page
    }))
}

#[test]
fn a_lock_ends_records_that_do_not_end_by_themselves() {
    let world = World::new(SEED + 11);
    let ana = newcomer(&world);
    let (kept, keep) = Kept::each();
    world.set_lie(Some(endless(keep)));
    assert_eq!(kept.lock_meanwhile(|| ana.handle(SyncNow {}).map(drop), &ana), 1, "of a first sync");
    unlock(&ana);

    // The trail does not come, so a case is checked when somebody edits it.
    world.set_lie(Some(Lie::no_trail()));
    sync(&ana);
    let list = CaseListGet { queue: Queue::Team, sort: CaseSort::Reference, filter: ListFilter::default(), offset: 0, limit: 1 };
    let case = ana.handle(list).expect("a list").rows[0].id;
    assert!(get(&ana, case).not_checked);
    let (kept, keep) = Kept::each();
    world.set_lie(Some(endless(keep)));
    let edit = || ana.handle(CaseEdit { case, changes: vec![note(7, "Called")], drafts: Vec::new(), over: Vec::new() }).map(drop);
    assert_eq!(kept.lock_meanwhile(edit, &ana), 1, "of a case that is to be edited");
}

#[test]
fn a_lock_ends_a_register_that_comes_in_many_pages() {
    let world = World::new(SEED + 12);
    let devices = office(&world, &["Elira", "Ana"]);
    for number in 0..5 {
        devices[0].handle(InvitationCreate { person_name: format!("Newcomer {number}") }).expect("an invitation");
    }
    sync(&devices[0]);
    let (kept, keep) = Kept::each();
    world.set_lie(Some(Lie::Register(Arc::new(move |mut page| {
        keep();
        page.entries.truncate(2);
        page
    }))));
    assert_eq!(kept.lock_meanwhile(|| devices[1].handle(SyncNow {}).map(drop), &devices[1]), 1, "no further page is asked for");
}

#[test]
fn a_server_that_ends_every_stream_of_news_at_once_is_not_asked_without_a_pause() {
    let world = World::new(SEED + 9);
    let elira = office(&world, &["Elira"]).remove(0).with_background();
    std::thread::sleep(Duration::from_secs(3));
    let waits = world.waits();
    drop(elira);
    assert!((1..=3).contains(&waits), "{waits} in three seconds");
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
    assert!(get(&devices[0], case).not_sent > 0);
    world.take_heard("Elira");
    devices[0].handle(SyncNow {}).expect("the record comes back in the server's order");
    assert_eq!(get(&devices[0], case).not_sent, 0);
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
        let list = CaseListGet { queue: Queue::All, sort: CaseSort::Due, filter: ListFilter::default(), offset: 0, limit: 1 };
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
