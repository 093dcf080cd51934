//! A newcomer reads, lists and finds every case at once, from checkpoints; the trail behind them is checked afterwards, and stands above them.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};

use praesto_app::Handle;
use praesto_contract::*;
use praesto_protocol::api::Frame;
use praesto_tests::forger::{ADDED, Forgery, forge, invented};
use praesto_tests::world::{
    Device, Lie, World, ask_in, computer, create, edit, everything, get, join, office, pair, reasons, remark, start, sync,
};

/// Cases of an office: enough records for a first sync.
const CASES: u128 = 10;
/// Changes of each, after the first.
const CHANGES: u128 = 11;

/// Cases with twelve changes each, all sent, and their checkpoints with them.
fn fill(device: &Device) -> Vec<CaseId> {
    let cases: Vec<_> = (0..CASES).map(|n| create(device, &format!("Filed {n}"))).collect();
    for (n, case) in cases.iter().enumerate() {
        for k in 0..CHANGES {
            edit(device, *case, vec![remark(n as u128 * 1_000 + k)]);
        }
    }
    sync(device);
    cases
}

fn list(device: &Device) -> CaseListPage {
    device
        .handle(CaseListGet { queue: Queue::Team, sort: CaseSort::Reference, filter: ListFilter::default(), offset: 0, limit: 200 })
        .expect("a list")
}

fn findings(device: &Device) -> Vec<(FindingKind, String)> {
    computer(device).findings.into_iter().map(|row| (row.kind, row.person_name)).collect()
}

/// Lets somebody in, up to the point where cases would arrive.
fn let_in(world: &Arc<World>, founder: &Device, name: &str, lie: Lie) -> Device {
    let device = ask_in(world, founder, name);
    sync(founder);
    world.set_lie(Some(lie));
    device
}

fn in_step(world: &World, devices: &[&Device], cases: usize) {
    world.set_lie(None);
    for _ in 0..3 {
        for device in devices {
            sync(device);
        }
    }
    let first = everything(devices[0]);
    assert_eq!(first.len(), cases);
    for device in devices {
        assert!(everything(device) == first, "everybody is in step");
        assert!(list(device).rows.iter().all(|row| !row.not_checked), "and every trail is checked");
        assert_eq!(device.handle(Verify {}).expect("verified").problems, []);
    }
}

#[test]
fn a_newcomer_uses_every_case_before_its_trail_is_checked() {
    let world = World::new(301);
    let people = office(&world, &["Ana"]);
    let cases = fill(&people[0]);
    let newcomer = let_in(&world, &people[0], "Бојан", Lie::no_trail());
    assert_eq!(sync(&newcomer).phase, SyncPhase::Offline, "the trail did not come, so nothing is called current");

    let page = list(&newcomer);
    assert_eq!(page.total, CASES as u64);
    assert!(page.rows.iter().all(|row| row.not_checked), "each case says that it is not checked");
    let shown = get(&newcomer, cases[3]);
    assert!(shown.not_checked);
    assert_eq!(shown.notes.len(), CHANGES as usize, "a case is whole");
    let found = newcomer.handle(Search { words: "remark 3004".to_owned(), limit: 10 }).expect("a search");
    assert_eq!(found.rows.iter().map(|row| row.id).collect::<Vec<_>>(), [cases[3]], "and found by its words");

    world.set_online(false);
    let change = CaseEdit { case: cases[3], changes: vec![remark(77)], drafts: Vec::new(), over: Vec::new() };
    let refused = newcomer.handle(change.clone()).expect_err("what is not checked is not written to");
    assert_eq!((refused.code, refused.retryable), (ErrorCode::NotChecked, true));
    world.set_online(true);
    let edited = newcomer.handle(change).expect("with the server there the case is checked first");
    assert!(!edited.not_checked);
    assert_eq!(edited.notes.len(), CHANGES as usize + 1);
    world.set_online(false);
    // Once checked it can be edited offline.
    edit(&newcomer, cases[3], vec![remark(78)]);
    newcomer.handle(CaseUndo { case: cases[3] }).expect("and the edit taken back");
    world.set_online(true);

    in_step(&world, &[&newcomer, &people[0]], CASES as usize);
    assert_eq!(get(&people[0], cases[3]).notes.len(), CHANGES as usize + 2, "the edits arrive");
    assert_eq!(findings(&newcomer), []);
    assert_eq!(findings(&people[0]), []);
}

#[test]
fn a_first_sync_goes_on_where_it_broke_off_newest_cases_first() {
    let world = World::new(302);
    let people = office(&world, &["Ana"]);
    for n in 0..250 {
        create(&people[0], &format!("Filed {n:03}"));
    }
    sync(&people[0]);
    let calls = Arc::new(AtomicUsize::new(0));
    let asked = calls.clone();
    let once = Lie::Documents(Arc::new(move |bytes| if asked.fetch_add(1, Ordering::Relaxed) == 0 { bytes } else { bytes[..10].to_vec() }));
    let newcomer = let_in(&world, &people[0], "Бојан", once);
    assert_eq!(sync(&newcomer).phase, SyncPhase::Offline);
    let titles: Vec<_> = list(&newcomer).rows.into_iter().map(|row| row.title).collect();
    assert_eq!(titles.len(), 200, "what came before the break is there");
    assert!(titles.contains(&"Filed 249".to_owned()) && !titles.contains(&"Filed 049".to_owned()), "the newest came first");

    drop(newcomer);
    let newcomer = start(&world, "Бојан");
    calls.store(0, Ordering::Relaxed);
    let asked = calls.clone();
    world.set_lie(Some(Lie::Documents(Arc::new(move |bytes| {
        let (frames, _) = Frame::read_all(&bytes);
        asked.fetch_add(frames.len(), Ordering::Relaxed);
        bytes
    }))));
    sync(&newcomer);
    assert_eq!(calls.load(Ordering::Relaxed), 50, "only what was missing is fetched");
    world.set_lie(None);
    let page = list(&newcomer);
    assert_eq!(page.total, 250);
    assert!(page.rows.iter().all(|row| !row.not_checked));
    assert_eq!(newcomer.handle(Verify {}).expect("verified").problems, []);
}

#[test]
fn while_trails_are_checked_news_is_shown_and_ones_own_edits_are_sent() {
    let world = World::new(303);
    let mut people = office(&world, &["Ana"]);
    let cases = fill(&people[0]);
    let ana = Arc::new(people.remove(0));
    let newcomer = Arc::new(let_in(&world, &ana, "Бојан", Lie::no_trail()));
    sync(&newcomer);
    edit(&newcomer, cases[0], vec![remark(90)]);
    world.set_lie(None);
    edit(&ana, cases[1], vec![remark(91)]);
    let new = create(&ana, "Filed meanwhile");
    sync(&ana);

    // Pages of ten records; after the second one all that is new has to be there.
    let (pages, seen, looked) = (AtomicUsize::new(0), Arc::new(AtomicUsize::new(0)), newcomer.clone());
    let (saw, changed) = (seen.clone(), cases[1]);
    world.set_lie(Some(Lie::Records(Arc::new(move |bytes| {
        let (frames, _) = Frame::read_all(&bytes);
        let Some(first) = frames.first() else { return bytes };
        if frames.len() > 20 && pages.fetch_add(1, Ordering::Relaxed) == 2 {
            assert!(first.seq < 60, "most of the trail is still ahead");
            assert_eq!(get(&looked, changed).notes.len(), CHANGES as usize + 1, "a colleague's new note is shown");
            assert_eq!(get(&looked, new).title, "Filed meanwhile");
            assert_eq!(looked.handle(SyncStatusGet {}).expect("status").waiting, 0, "one's own edit is sent");
            saw.store(1, Ordering::Relaxed);
        }
        let mut page = Vec::new();
        frames.iter().take(10).for_each(|frame| frame.write(&mut page));
        page
    }))));
    sync(&newcomer);
    assert_eq!(seen.load(Ordering::Relaxed), 1, "the look between pages was taken");
    in_step(&world, &[&newcomer, &ana], CASES as usize + 1);
    assert_eq!(get(&ana, cases[0]).notes.len(), CHANGES as usize + 1);
    assert_eq!(findings(&newcomer), []);
}

/// Ana's office, in which Бојан's computer has sent a checkpoint of the fourth case that says something else than its records.
fn with_a_forger(world: &Arc<World>, forgery: Forgery) -> (Device, CaseId) {
    let [ana, bojan] = pair(world);
    let case = fill(&ana)[3];
    sync(&bojan);
    drop(bojan);
    forge(world, "Бојан", case, forgery);
    sync(&start(world, "Бојан"));
    (ana, case)
}

/// A member's checkpoint of the fourth case says something else than its records.
fn forged(seed: u64, forgery: Forgery, seen_by_newcomer: impl Fn(&Device, CaseId)) {
    let world = World::new(seed);
    let (ana, case) = with_a_forger(&world, forgery);

    // A member has the records and notices at once.
    let before = everything(&ana);
    sync(&ana);
    assert_eq!(findings(&ana), [(FindingKind::CheckpointForged, "Бојан".to_owned())], "its author is named");
    assert_eq!(reasons(&ana), [SetAsideReason::CheckpointContradicts]);
    assert!(everything(&ana) == before, "the member's case is as before");

    // A newcomer takes it at its word, says so, and notices when the trail is checked.
    let newcomer = let_in(&world, &ana, "Весна", Lie::no_trail());
    sync(&newcomer);
    seen_by_newcomer(&newcomer, case);
    world.set_lie(None);
    sync(&newcomer);
    assert_eq!(findings(&newcomer), [(FindingKind::CheckpointForged, "Бојан".to_owned())], "its author is named");
    assert!(everything(&newcomer) == everything(&ana), "what the records say stands");
    in_step(&world, &[&ana, &newcomer], CASES as usize);
}

#[test]
fn a_checkpoint_that_leaves_a_change_out_is_caught() {
    forged(310, Forgery::LeavesOut, |newcomer, case| {
        let shown = get(newcomer, case);
        assert!(shown.not_checked && shown.notes.len() == CHANGES as usize - 1, "until then it is believed, and says so");
    });
}

#[test]
fn a_checkpoint_that_adds_a_change_is_caught() {
    forged(311, Forgery::Adds, |newcomer, case| {
        let shown = get(newcomer, case);
        assert!(shown.not_checked && shown.notes.iter().any(|note| note.id == ADDED), "until then it is believed, and says so");
        // Editing goes by the records, not by the checkpoint.
        let edited = newcomer.handle(CasePin { case, pinned: false }).expect("pinned");
        assert!(edited.not_checked, "pinning is no edit");
    });
}

#[test]
fn editing_goes_by_the_records_and_not_by_a_forged_checkpoint() {
    let world = World::new(312);
    let (ana, case) = with_a_forger(&world, Forgery::Adds);
    let newcomer = let_in(&world, &ana, "Весна", Lie::no_trail());
    sync(&newcomer);
    // Checked, then edited.
    let edited = edit(&newcomer, case, vec![remark(95)]);
    assert!(edited.notes.iter().all(|note| note.id != ADDED), "what no record says is gone");
    assert_eq!(edited.notes.len(), CHANGES as usize + 1);
    in_step(&world, &[&newcomer, &ana], CASES as usize);
    assert_eq!(findings(&newcomer), [(FindingKind::CheckpointForged, "Бојан".to_owned())]);
}

#[test]
fn a_checkpoint_that_lies_in_its_list_is_caught() {
    forged(313, Forgery::LiesInTheList, |newcomer, case| {
        let row = list(newcomer).rows.into_iter().find(|row| row.id == case).expect("listed");
        assert_eq!((row.title.as_str(), row.not_checked), ("Another title", true), "until then it is believed, and says so");
    });
}

#[test]
fn a_checkpoint_that_cannot_be_read_is_caught_and_no_vault_seems_damaged() {
    forged(314, Forgery::Garbage, |newcomer, case| {
        assert_eq!(newcomer.handle(CaseGet { case }).expect_err("unreadable").code, ErrorCode::NotChecked);
    });
}

#[test]
fn a_server_whose_records_of_one_case_never_end_stops_nobody_and_fills_no_memory() {
    const PAGE: usize = 1 << 20;
    let world = World::new(316);
    let people = office(&world, &["Ana"]);
    let case = fill(&people[0])[3];
    let newcomer = let_in(&world, &people[0], "Весна", Lie::no_trail());
    sync(&newcomer);
    assert!(get(&newcomer, case).not_checked);
    let seq = Arc::new(AtomicU64::new(0));
    let last = seq.clone();
    world.set_lie(Some(Lie::Documents(Arc::new(move |_| {
        let seq = last.fetch_add(1, Ordering::Relaxed) + 1;
        assert!(seq < 100, "a hundred pages are far more than one case has");
        let mut page = Vec::new();
        Frame { seq, received_at: 0, record: vec![7; PAGE] }.write(&mut page);
        page
    }))));
    let edit = || newcomer.handle(CaseEdit { case, changes: vec![remark(95)], drafts: Vec::new(), over: Vec::new() });
    assert_eq!(edit().expect_err("its records cannot be had").code, ErrorCode::NotChecked);
    assert!(seq.load(Ordering::Relaxed) > 1, "the lie was told");
    world.set_lie(Some(Lie::no_trail()));
    edit().expect("they can be had again");
    in_step(&world, &[&newcomer, &people[0]], CASES as usize);
}

#[test]
fn a_case_that_only_a_checkpoint_speaks_of_goes_away() {
    forged(315, Forgery::Invents, |newcomer, _| {
        assert!(list(newcomer).rows.iter().any(|row| row.id == invented() && row.not_checked), "until then it is believed, and says so");
    });
}

#[test]
fn a_server_that_hides_the_tail_makes_no_case_current() {
    let world = World::new(320);
    let people = office(&world, &["Ana"]);
    let cases = fill(&people[0]);
    edit(&people[0], cases[2], vec![remark(96)]);
    sync(&people[0]);
    // Everything but the last frame, and then nothing more at all.
    let gone = world.clone();
    let newcomer = let_in(
        &world,
        &people[0],
        "Бојан",
        Lie::Documents(Arc::new(move |bytes| {
            let (frames, _) = Frame::read_all(&bytes);
            gone.set_online(frames.len() > 1);
            let mut page = Vec::new();
            frames.iter().take(frames.len().saturating_sub(1)).for_each(|frame| frame.write(&mut page));
            page
        })),
    );
    assert_eq!(sync(&newcomer).phase, SyncPhase::Offline);
    let listed: Vec<_> = list(&newcomer).rows.into_iter().map(|row| row.id).collect();
    assert_eq!(listed.len(), CASES as usize - 1, "what came whole is there");
    assert!(!listed.contains(&cases[2]), "a case without its end is not shown as if it were whole");
    world.set_online(true);
    in_step(&world, &[&newcomer, &people[0]], CASES as usize);
    assert_eq!(get(&newcomer, cases[2]).notes.len(), CHANGES as usize + 1);
}

#[test]
fn a_server_that_says_it_is_at_its_end_early_throws_nothing_away() {
    let world = World::new(321);
    let people = office(&world, &["Ana"]);
    fill(&people[0]);
    let newcomer = let_in(
        &world,
        &people[0],
        "Бојан",
        Lie::Records(Arc::new(|bytes| {
            let (frames, _) = Frame::read_all(&bytes);
            if frames.len() > 20 { Vec::new() } else { bytes }
        })),
    );
    let stopped = newcomer.handle(SyncNow {}).expect_err("not at its end, and not called current");
    assert_eq!(stopped.code, ErrorCode::ServerRefused);
    assert_eq!(list(&newcomer).total, CASES as u64, "what came stays");
    in_step(&world, &[&newcomer, &people[0]], CASES as usize);
}

#[test]
fn only_one_colleague_makes_a_checkpoint_and_nobody_doubts_it() {
    let world = World::new(330);
    let people = office(&world, &["Ana", "Бојан", "Весна"]);
    let case = create(&people[0], "Worked on by three");
    for round in 0..30 {
        let person = &people[round % 3];
        sync(person);
        edit(person, case, vec![remark(round as u128)]);
        sync(person);
    }
    in_step(&world, &people.iter().collect::<Vec<_>>(), 1);
    for person in &people {
        assert_eq!(findings(person), [], "honest checkpoints contradict nothing");
        assert_eq!(person.handle(SyncStatusGet {}).expect("status").set_aside, 0);
    }
    let newcomer = join(&world, &people[0], "Çlirim");
    in_step(&world, &[&people[0], &newcomer], 1);
    assert_eq!(findings(&newcomer), []);
}
