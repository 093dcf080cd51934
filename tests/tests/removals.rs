//! A case that is removed leaves every list and is not lost; what somebody did not know of keeps it; many at once are asked about.

use std::sync::Arc;

use praesto_app::Handle;
use praesto_contract::*;
use praesto_protocol::Kind;
use praesto_tests::forger::forge_record;
use praesto_tests::world::{
    Device, Lie, World, ask_in, computer, create, everything, get, join, office, remark, settle, start, sync, with_a_case,
};

fn edit(device: &Device, case: CaseId, change: CaseChange) -> Result<CaseView, ApiError> {
    device.handle(CaseEdit { case, changes: vec![change], drafts: Vec::new(), over: Vec::new() })
}

fn remove(device: &Device, case: CaseId) -> CaseView {
    device.handle(CaseRemove { case, reason: "Entered twice".to_owned() }).expect("removed, also offline")
}

fn state(device: &Device, case: CaseId) -> Option<RemovalState> {
    get(device, case).removal.map(|removal| removal.state)
}

fn page(device: &Device, queue: Queue) -> CaseListPage {
    device.handle(CaseListGet { queue, sort: CaseSort::Reference, filter: ListFilter::default(), offset: 0, limit: 200 }).expect("a list")
}

fn listed(device: &Device, queue: Queue) -> Vec<CaseId> {
    page(device, queue).rows.into_iter().map(|row| row.id).collect()
}

const QUEUES: [Queue; 7] = [Queue::Mine, Queue::Team, Queue::Overdue, Queue::NotSent, Queue::Conflict, Queue::Closed, Queue::All];

#[track_caller]
fn gone(device: &Device, case: CaseId) {
    for queue in QUEUES {
        assert!(!listed(device, queue).contains(&case), "it is not in {queue:?}");
    }
    assert!(listed(device, Queue::Removed).contains(&case), "and has a list of its own");
    assert_eq!(state(device, case), Some(RemovalState::Removed));
}

#[test]
fn a_removed_case_leaves_every_list_on_both_computers_and_can_be_brought_back_by_either() {
    let world = World::new(501);
    let people = office(&world, &["Ana", "Бојан"]);
    let (ana, bojan) = (&people[0], &people[1]);
    let (case, other) = (create(ana, "Playground at Rose Hill"), create(ana, "Playground fence"));
    edit(ana, case, remark(1)).expect("an edit");
    settle(&[ana, bojan]);

    world.set_online(false);
    let shown = remove(ana, case);
    assert_eq!(shown.timeline[0].what, ["remove-case"]);
    gone(ana, case);
    let counts = page(ana, Queue::Removed).counts;
    assert_eq!((counts.mine, counts.team, counts.not_sent, counts.removed), (1, 1, 0, 1), "it counts nowhere else, not even unsent");
    let waiting = computer(ana).waiting;
    assert_eq!(waiting[0].what, ["remove-case"], "that it waits to be sent is said all the same");
    world.set_online(true);
    settle(&[ana, bojan]);

    gone(bojan, case);
    assert_eq!(listed(bojan, Queue::Team), [other]);
    assert_eq!(everything(ana), everything(bojan));
    let removal = get(bojan, case).removal.expect("it says so");
    assert_eq!((removal.removed[0].reason.as_str(), removal.removed[0].by.name.as_str()), ("Entered twice", "Ana"));
    assert!(removal.removed[0].by.at.0 > 0 && !removal.removed[0].by.me);
    let line = get(bojan, case).timeline[0].clone();
    assert_eq!((line.what, line.text.as_deref()), (vec!["remove-case".to_owned()], Some("Entered twice")), "and the timeline says why");
    let found = bojan.handle(Search { words: "playground".to_owned(), limit: 5 }).expect("searched").rows;
    assert_eq!(found.iter().map(|row| (row.id, row.removed)).collect::<Vec<_>>(), [(other, false), (case, true)], "found last, and marked");

    bojan.handle(CaseRestore { case }).expect("brought back");
    settle(&[bojan, ana]);
    for device in [ana, bojan] {
        assert_eq!((listed(device, Queue::Team).len(), listed(device, Queue::Removed).len()), (2, 0));
        assert_eq!((get(device, case).removal, get(device, case).notes.len()), (None, 1), "with all that was in it");
        assert_eq!(device.handle(Verify {}).expect("verified").problems, []);
    }
    assert_eq!(everything(ana), everything(bojan));
}

#[test]
fn a_removed_case_takes_no_edit_and_says_what_to_do() {
    let world = World::new(502);
    let people = office(&world, &["Ana"]);
    let ana = &people[0];
    let case = create(ana, "Kept");
    edit(ana, case, remark(1)).expect("an edit");
    ana.handle(DraftPut { case: Some(case), place: "note".to_owned(), text: "half a sentence".to_owned() }).expect("a draft");
    let empty = ana.handle(CaseRemove { case, reason: " ".to_owned() }).expect_err("a reason is needed");
    assert_eq!((empty.code, empty.args.get("field").map(String::as_str)), (ErrorCode::InvalidInput, Some("reason")));
    remove(ana, case);
    let refused = |answer: Result<CaseView, ApiError>| assert_eq!(answer.expect_err("refused").code, ErrorCode::CaseRemoved);
    refused(edit(ana, case, remark(2)));
    refused(ana.handle(CaseRemove { case, reason: "again".to_owned() }));
    let file = world.scratch("letter.txt");
    std::fs::write(&file, "Dear family").expect("a file");
    refused(ana.handle(AttachmentAdd { case, paths: vec![file.to_string_lossy().into_owned()], version_of: None }));
    assert_eq!(get(ana, case).drafts.len(), 1, "what was typed is still there");
    for change in [CaseChange::RemoveCase { reason: "past the command".to_owned() }, CaseChange::RestoreCase] {
        assert_eq!(edit(ana, case, change).expect_err("not among other edits").code, ErrorCode::InvalidInput);
    }
    let back = ana.handle(CaseUndo { case }).expect("taken back");
    assert_eq!((back.removal, back.notes.len()), (None, 1), "undoing the removal brings it back");
    edit(ana, case, remark(2)).expect("and it takes edits again");
}

fn removed_here_while_edited_there(first: usize, keep: bool) {
    let world = World::new(503);
    let (people, case) = with_a_case(&world, "Ема Јанкулова");
    let [ana, bojan] = &people;

    world.set_online(false);
    remove(ana, case);
    world.pass(60_000);
    edit(bojan, case, remark(1)).expect("saved, also offline");
    gone(ana, case);
    world.set_online(true);
    for device in [people.get(first), people.get(1 - first)].into_iter().flatten() {
        sync(device);
    }
    settle(&[ana, bojan]);

    assert_eq!(everything(ana), everything(bojan), "both end equal in every view");
    for device in [ana, bojan] {
        assert_eq!((listed(device, Queue::Team), listed(device, Queue::Conflict)), (vec![case], vec![case]), "it is back, as a conflict");
        assert!(listed(device, Queue::Removed).is_empty());
        let shown = get(device, case);
        assert_eq!(shown.notes.len(), 1, "the note is not lost");
        let removal = shown.removal.expect("and it says who removed it");
        assert_eq!(removal.state, RemovalState::Contested);
        assert_eq!((removal.removed[0].by.name.as_str(), removal.removed[0].reason.as_str()), ("Ana", "Entered twice"));
        assert_eq!(removal.unseen.iter().map(|by| by.name.as_str()).collect::<Vec<_>>(), ["Бојан"], "and who worked on it");
    }
    edit(ana, case, remark(2)).expect("work goes on meanwhile");
    settle(&[ana, bojan]);
    assert_eq!(state(bojan, case), Some(RemovalState::Contested), "until somebody settles it");

    if keep {
        bojan.handle(CaseRestore { case }).expect("kept");
    } else {
        bojan.handle(CaseRemove { case, reason: "Ana is right".to_owned() }).expect("removed, having seen both");
    }
    settle(&[bojan, ana]);
    assert_eq!(everything(ana), everything(bojan));
    for device in [ana, bojan] {
        if keep {
            assert_eq!((state(device, case), listed(device, Queue::Conflict).len()), (None, 0));
        } else {
            gone(device, case);
        }
        assert_eq!(get(device, case).notes.len(), 2);
        let status = device.handle(SyncStatusGet {}).expect("status");
        assert_eq!((status.waiting, status.set_aside, status.findings), (0, 0, 0));
        assert_eq!(device.handle(Verify {}).expect("verified").problems, []);
    }
}

#[test]
fn a_case_removed_by_one_while_another_edits_it_is_back_as_a_conflict_when_the_remover_returns_first() {
    removed_here_while_edited_there(0, true);
}

#[test]
fn a_case_removed_by_one_while_another_edits_it_is_back_as_a_conflict_when_the_editor_returns_first() {
    removed_here_while_edited_there(1, false);
}

#[test]
fn a_newcomer_finds_removed_cases_removed_and_is_asked_nothing_about_the_past() {
    let world = World::new(504);
    let people = office(&world, &["Ana"]);
    let ana = &people[0];
    let cases: Vec<_> = (0..40).map(|number| create(ana, &format!("Filed {number}"))).collect();
    for (number, case) in cases.iter().enumerate().take(4) {
        for change in 0..10 {
            edit(ana, *case, remark(number as u128 * 100 + change)).expect("an edit");
        }
    }
    // Two of long history, which get checkpoints, and many of one record.
    let removed = [&cases[..2], &cases[10..]].concat();
    removed.iter().for_each(|case| drop(remove(ana, *case)));
    sync(ana);
    let bojan = ask_in(&world, ana, "Бојан");
    sync(ana);
    world.set_lie(Some(Lie::no_trail()));
    assert_eq!(sync(&bojan).phase, SyncPhase::Offline, "the trail breaks off");
    let row = |case: CaseId| page(&bojan, Queue::Removed).rows.into_iter().find(|row| row.id == case);
    assert!(row(cases[0]).is_some_and(|row| row.removed && row.not_checked), "known from its checkpoint alone");
    assert_eq!((page(&bojan, Queue::Team).total, page(&bojan, Queue::Removed).total), (8, 32));
    world.set_lie(None);
    settle(&[&bojan, ana]);
    assert_eq!((page(&bojan, Queue::Team).total, page(&bojan, Queue::Removed).total), (8, 32));
    assert_eq!(page(&bojan, Queue::Team).asked, [], "what happened before one came is history");
    assert_eq!(everything(ana), everything(&bojan));
    assert_eq!(bojan.handle(Verify {}).expect("verified").problems, []);
    bojan.handle(CaseRestore { case: cases[0] }).expect("brought back");
    settle(&[&bojan, ana]);
    assert!(listed(ana, Queue::Team).contains(&cases[0]));
}

/// Thirty cases of Ana's, known to both.
fn thirty(world: &Arc<World>) -> (Vec<Device>, Vec<CaseId>) {
    let people = office(world, &["Ana", "Бојан"]);
    let cases: Vec<_> = (0..30).map(|number| create(&people[0], &format!("Filed {number}"))).collect();
    settle(&[&people[0], &people[1]]);
    (people, cases)
}

#[test]
fn many_cases_that_a_colleague_removed_at_once_stay_listed_until_this_person_agrees() {
    let world = World::new(505);
    let (people, cases) = thirty(&world);
    cases[..25].iter().for_each(|case| drop(remove(&people[0], *case)));
    settle(&[&people[0], &people[1]]);
    assert_eq!((page(&people[0], Queue::Team).total, page(&people[0], Queue::Removed).total), (5, 25), "whoever removed them is not asked");
    assert_eq!(page(&people[0], Queue::Team).asked, []);

    let asked = |device: &Device| page(device, Queue::Team).asked.into_iter().map(|one| (one.name, one.cases)).collect::<Vec<_>>();
    assert_eq!((page(&people[1], Queue::Team).total, page(&people[1], Queue::Removed).total), (30, 0), "nothing leaves the lists");
    assert_eq!(asked(&people[1]), [("Ana".to_owned(), 25)], "and the question says whose, and how many");
    assert_eq!(state(&people[1], cases[0]), Some(RemovalState::Asked));
    assert_eq!(page(&people[1], Queue::Team).rows.iter().filter(|row| row.removal_asked).count(), 25);
    assert_eq!(edit(&people[1], cases[0], remark(1)).expect_err("it is removed all the same").code, ErrorCode::CaseRemoved);
    let status = people[1].handle(SyncStatusGet {}).expect("status");
    assert_eq!((status.waiting, status.set_aside, status.findings), (0, 0, 0), "the records themselves wait for nothing");

    people[1].handle(VaultLock {}).expect("shut");
    let bojan = start(&world, "Бојан");
    assert_eq!(asked(&bojan), [("Ana".to_owned(), 25)], "the question outlives the program");
    let last = page(&bojan, Queue::Team).asked[0].last;
    // One more comes while the person reads the question.
    remove(&people[0], cases[25]);
    settle(&[&people[0], &bojan]);
    bojan.handle(RemovalsSettle { agree: true, last }).expect("agreed");
    assert_eq!((page(&bojan, Queue::Team).total, page(&bojan, Queue::Removed).total), (5, 25), "agreed to what was shown");
    assert_eq!(asked(&bojan), [("Ana".to_owned(), 1)], "and to nothing else");
    let last = page(&bojan, Queue::Team).asked[0].last;
    bojan.handle(RemovalsSettle { agree: true, last }).expect("agreed");
    assert_eq!((page(&bojan, Queue::Team).total, asked(&bojan)), (4, Vec::new()));
    assert_eq!(everything(&people[0]), everything(&bojan));
}

#[test]
fn whoever_does_not_agree_brings_the_cases_back_for_everybody() {
    let world = World::new(506);
    let (people, cases) = thirty(&world);
    cases[..25].iter().for_each(|case| drop(remove(&people[0], *case)));
    settle(&[&people[0], &people[1]]);
    let last = page(&people[1], Queue::Team).asked[0].last;
    people[1].handle(RemovalsSettle { agree: false, last }).expect("kept");
    assert_eq!(page(&people[1], Queue::Team).asked, []);
    settle(&[&people[1], &people[0]]);
    for device in &people {
        assert_eq!((page(device, Queue::Team).total, page(device, Queue::Removed).total), (30, 0));
    }
    assert_eq!(everything(&people[0]), everything(&people[1]));
    edit(&people[0], cases[0], remark(1)).expect("they can be worked on");
}

#[test]
fn removals_that_trickle_in_are_asked_about_once_they_are_many_and_a_few_are_not() {
    let world = World::new(507);
    let (people, cases) = thirty(&world);
    for case in &cases[..20] {
        remove(&people[0], *case);
        settle(&[&people[0], &people[1]]);
    }
    assert_eq!((page(&people[1], Queue::Team).total, page(&people[1], Queue::Team).asked), (10, Vec::new()), "twenty are looked through");
    remove(&people[0], cases[20]);
    settle(&[&people[0], &people[1]]);
    let shown = page(&people[1], Queue::Team);
    assert_eq!((shown.total, shown.asked[0].cases), (30, 21), "the one too many brings all of that day back into the lists");
    people[0].handle(CaseRestore { case: cases[3] }).expect("Ana thinks better of one");
    settle(&[&people[0], &people[1]]);
    assert_eq!(page(&people[1], Queue::Team).asked[0].cases, 20, "what is back is no question any more");

    // Another week: the question of the last one was answered, and a few do not count with it.
    let last = page(&people[1], Queue::Team).asked[0].last;
    people[1].handle(RemovalsSettle { agree: true, last }).expect("agreed");
    world.pass(7 * 24 * 60 * 60 * 1000);
    cases[21..25].iter().for_each(|case| drop(remove(&people[0], *case)));
    settle(&[&people[0], &people[1]]);
    assert_eq!((page(&people[1], Queue::Team).total, page(&people[1], Queue::Team).asked), (6, Vec::new()));
}

#[test]
fn housekeeping_in_a_large_office_asks_nobody() {
    let world = World::new(508);
    let people = office(&world, &["Ana", "Бојан"]);
    let cases: Vec<_> = (0..260).map(|number| create(&people[0], &format!("Filed {number}"))).collect();
    settle(&[&people[0], &people[1]]);
    cases[..25].iter().for_each(|case| drop(remove(&people[0], *case)));
    settle(&[&people[0], &people[1]]);
    assert_eq!((page(&people[1], Queue::Team).total, page(&people[1], Queue::Team).asked), (235, Vec::new()), "less than a tenth");
}

#[test]
fn a_removal_that_is_none_and_a_change_that_is_one_are_set_aside() {
    for (seed, kind, change) in [
        (509, Kind::Tombstone, CaseChange::SetTitle { title: "Another title".to_owned() }),
        (510, Kind::Change, CaseChange::RemoveCase { reason: "Quietly".to_owned() }),
        (511, Kind::Tombstone, CaseChange::RestoreCase),
    ] {
        let world = World::new(seed);
        let people = office(&world, &["Ana", "Бојан"]);
        let case = create(&people[0], "Listed");
        if change == CaseChange::RestoreCase {
            remove(&people[0], case);
        }
        settle(&[&people[0], &people[1]]);
        let before = everything(&people[1]);
        people[0].handle(VaultLock {}).expect("shut");
        forge_record(&world, "Ana", case, kind, std::slice::from_ref(&change));
        let ana = start(&world, "Ana");
        sync(&ana);
        sync(&people[1]);
        let held = computer(&people[1]);
        let aside: Vec<_> = held.set_aside.iter().map(|row| (row.reason, row.person_name.as_str())).collect();
        assert_eq!(aside, [(SetAsideReason::RemovalUntrue, "Ana")], "{change:?} in a {kind:?}: said, with whose it is");
        assert_eq!(everything(&people[1]), before, "nothing of it is used");
        edit(&people[1], create(&people[1], "Other"), remark(9)).expect("work goes on");
        sync(&people[1]);
        let newcomer = join(&world, &ana, "Весна");
        assert_eq!(newcomer.handle(SyncStatusGet {}).expect("status").set_aside, 1, "for whoever comes later too");
    }
}
