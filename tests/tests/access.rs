//! Who looked at a case is kept apart from its changes: it reaches everybody, and disturbs nothing.

use praesto_app::Handle;
use praesto_contract::*;
use praesto_tests::world::{
    Device, World, computer, create, edit, every_list, get, office, remark, save, sync, while_shut, with_a_case, with_a_file,
};

/// Long enough for what was noted to be said.
const LATER: i64 = 61 * 60 * 1000;
const DAY: i64 = 24 * 60 * 60 * 1000;

fn log(device: &Device, case: Option<CaseId>) -> Vec<AccessRow> {
    device.handle(AccessGet { case, limit: 200, ..AccessGet::default() }).expect("the log is read").rows
}

/// What a case's log says, oldest first: the person and what they did.
fn told(device: &Device, case: CaseId) -> Vec<(String, AccessKind)> {
    log(device, Some(case)).into_iter().rev().map(|row| (row.by.name, row.kind)).collect()
}

#[test]
fn a_day_of_looking_is_one_line_and_everybody_has_it() {
    let world = World::new(3401);
    let ([ana, bojan], case) = with_a_case(&world, "Bridge");
    for _ in 0..5 {
        get(&ana, case);
        get(&bojan, case);
    }
    assert_eq!(told(&ana, case), [("Ana".to_owned(), AccessKind::Opened)], "one's own is there at once, a colleague's not yet");
    world.pass(LATER);
    for device in [&ana, &bojan, &ana] {
        sync(device);
    }
    let mut both = told(&bojan, case);
    both.sort_by(|one, other| one.0.cmp(&other.0));
    assert_eq!(both.len(), 2, "{both:?}");
    assert_eq!(both[0], ("Ana".to_owned(), AccessKind::Opened));
    assert!(log(&bojan, Some(case)).iter().all(|row| !row.by.device_name.is_empty()), "the computer is named");
    world.pass(DAY);
    get(&ana, case);
    assert_eq!(told(&ana, case).len(), 3, "another day is another line");
}

#[test]
fn looking_changes_nothing_of_the_case() {
    let world = World::new(3402);
    let ([ana, bojan], case) = with_a_case(&world, "Bridge");
    let (before, lists) = (get(&bojan, case), every_list(&bojan));
    get(&ana, case);
    world.pass(LATER);
    for device in [&ana, &bojan] {
        sync(device);
        let status = device.handle(SyncStatusGet {}).expect("status");
        assert_eq!((status.waiting, status.set_aside), (0, 0));
    }
    assert_eq!(get(&bojan, case).timeline, before.timeline, "no line of the trail");
    assert_eq!(get(&bojan, case).changed, before.changed, "nobody changed it");
    assert_eq!(every_list(&bojan), lists, "no list moved");
    assert_eq!(bojan.handle(NewsGet { limit: 20 }).expect("news").total, 0, "nothing is new");
    assert!(get(&ana, case).conflicts.is_empty());
    for device in [&ana, &bojan] {
        assert_eq!(device.handle(Verify {}).expect("verified").problems, []);
    }
}

#[test]
fn looking_at_a_removed_case_does_not_bring_it_back() {
    let world = World::new(3403);
    let ([ana, bojan], case) = with_a_case(&world, "Bridge");
    world.set_online(false);
    get(&bojan, case);
    ana.handle(CaseRemove { case, reason: "twice here".to_owned() }).expect("removed");
    world.pass(LATER);
    world.set_online(true);
    for device in [&ana, &bojan, &ana, &bojan] {
        sync(device);
    }
    for device in [&ana, &bojan] {
        assert_eq!(get(device, case).removal.expect("removed").state, RemovalState::Removed);
        assert!(told(device, case).contains(&("Бојан".to_owned(), AccessKind::Opened)), "it is told all the same");
    }
}

#[test]
fn a_file_that_left_is_told_with_its_reason() {
    let world = World::new(3404);
    let ([ana, bojan], case) = with_a_file(&world, "the words of the file");
    let name = get(&ana, case).attachments[0].name.clone();
    save(&ana, case, &world.scratch("out.txt"), false).expect("saved outside");
    world.pass(LATER);
    sync(&ana);
    sync(&bojan);
    let rows = log(&bojan, Some(case));
    let left = rows.iter().find(|row| row.kind == AccessKind::TookOut).expect("it is told");
    assert_eq!((left.by.name.as_str(), left.name.as_str(), left.reason.is_empty()), ("Ana", name.as_str(), false));
    let of_this_computer: Vec<_> = log(&ana, None).into_iter().map(|row| row.kind).collect();
    assert_eq!(of_this_computer, [AccessKind::TookOut], "This computer tells what left, not what was looked at");
    assert_eq!(log(&bojan, None), [], "nothing left there");
}

#[test]
fn what_was_noted_offline_survives_a_restart_and_is_paged() {
    let world = World::new(3405);
    let people = office(&world, &["Ana"]);
    let case = create(&people[0], "Bridge");
    for _ in 0..60 {
        get(&people[0], case);
        world.pass(DAY);
    }
    while_shut(&people[0], || {});
    let page = people[0].handle(AccessGet { case: Some(case), offset: 50, limit: 50, everybody: false }).expect("a page");
    assert_eq!((page.rows.len(), page.total), (10, 60));
    sync(&people[0]);
    assert_eq!(told(&people[0], case).len(), 60, "said by records, each line stays one line");
    edit(&people[0], case, vec![remark(1)]);
    assert_eq!(computer(&people[0]).sync.waiting, 1, "what waits is the work");
}
