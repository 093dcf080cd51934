//! A profile folder that was copied, or came back from a backup: nothing is lost, nobody has to do anything, and people are told.

use praesto_app::Handle;
use praesto_contract::*;
use praesto_tests::world::{
    self, Device, Faults, Lie, World, ask_in, computer, create, edit, get, office, reasons, remark, start, sync, unlock, while_shut,
    with_a_case_sent,
};
use praesto_words::{Language, Words};
use uuid::Uuid;

fn note(device: &Device, case: CaseId, number: u128) {
    edit(device, case, vec![remark(number)]);
}

/// A copy of a profile, open on another computer. The original is shut for the moment of copying.
fn copied(world: &std::sync::Arc<World>, original: &Device, from: &str, to: &str) -> Device {
    while_shut(original, || world.copy_profile(from, to));
    start(world, to)
}

/// With the network whole, everybody comes into step.
fn in_step(world: &World, devices: &[&Device], notes: &[u128]) {
    world.set_faults(Faults::default());
    world::in_step(devices, notes);
}

/// Who wrote a note, and on which computer, as a device shows it.
fn author(device: &Device, case: CaseId, number: u128) -> (String, String) {
    let case = get(device, case);
    let note = case.notes.into_iter().find(|note| note.id == NoteId(Uuid::from_u128(number))).expect("the note");
    (note.by.name, note.by.device_name)
}

/// The original's record came while the register that it names was not here yet: what was set aside shows the copy later.
#[test]
fn a_copy_is_noticed_also_when_the_register_came_late() {
    let world = World::new(311);
    let (people, case) = with_a_case_sent(&world, "Before the copy");
    let copy = copied(&world, &people[0], "Ana", "Ana's copy");
    note(&copy, case, 2);
    people[0].handle(InvitationCreate { person_name: "Весна".to_owned() }).expect("the register grows");
    note(&people[0], case, 1);
    people[0].handle(SyncNow {}).expect("the original comes first");
    world.set_lie(Some(Lie::Register(std::sync::Arc::new(|mut page| {
        page.entries.truncate(1);
        page
    }))));
    assert!(copy.handle(SyncNow {}).is_err(), "its place in the chain is taken");
    world.set_lie(None);
    in_step(&world, &[&people[0], &copy, &people[1]], &[1, 2]);
    assert_eq!(author(&people[1], case, 2).1, "Laptop of Ana's copy");
}

#[test]
fn a_profile_that_was_copied_and_used_on_both_sides_goes_on_as_two_devices() {
    let world = World::new(301);
    let (people, case) = with_a_case_sent(&world, "Before the copy");
    let copy = copied(&world, &people[0], "Ana", "Ana's copy");
    note(&people[0], case, 1);
    note(&copy, case, 2);
    create(&copy, "Made on the copy");
    people[0].handle(SyncNow {}).expect("the original comes first");
    copy.handle(SyncNow {}).expect("the copy mends itself in one run");
    in_step(&world, &[&people[0], &copy, &people[1]], &[1, 2]);
    for device in [&people[0], &copy, &people[1]] {
        assert_eq!(author(device, case, 1), ("Ana".to_owned(), "Laptop of Ana".to_owned()));
        assert_eq!(author(device, case, 2), ("Ana".to_owned(), "Laptop of Ana's copy".to_owned()), "the same person, the new computer");
    }
    assert_eq!(computer(&copy).device_name, "Laptop of Ana's copy", "This computer shows it");
    let told: Vec<_> = computer(&copy).findings.into_iter().map(|row| (row.kind, row.device_name)).collect();
    assert_eq!(told, [(FindingKind::ProfileCopied, "Laptop of Ana".to_owned())]);
    let told: Vec<_> = computer(&people[0]).findings.into_iter().map(|row| (row.kind, row.device_name)).collect();
    assert_eq!(told, [(FindingKind::DeviceAdded, "Laptop of Ana's copy".to_owned())], "a thief's copy would be heard of too");
    for language in Language::ALL {
        for part in ["", ".why", ".safe", ".next"] {
            for finding in ["finding-profile-copied", "finding-device-added"] {
                assert!(Words::new(language).has(&format!("{finding}{part}")), "said in {language:?}");
            }
        }
    }
    // Both go on, each as what it is now.
    note(&people[0], case, 3);
    note(&copy, case, 4);
    in_step(&world, &[&copy, &people[0], &people[1]], &[1, 2, 3, 4]);
}

#[test]
fn copies_may_be_used_again_and_again_and_there_may_be_three() {
    let world = World::new(302);
    let (people, case) = with_a_case_sent(&world, "Shared");
    let second = copied(&world, &people[0], "Ana", "second");
    let third = copied(&world, &people[0], "Ana", "third");
    for (number, device) in (1..).zip([&people[0], &second, &third]) {
        note(device, case, number);
    }
    // All three wrote before any of them sent.
    in_step(&world, &[&second, &people[0], &third, &people[1]], &[1, 2, 3]);
    // A copy of the copy, before and after it became a device of its own.
    let fourth = copied(&world, &third, "third", "fourth");
    note(&third, case, 4);
    note(&fourth, case, 5);
    in_step(&world, &[&fourth, &third, &people[0], &second, &people[1]], &[1, 2, 3, 4, 5]);
    let names: std::collections::BTreeSet<_> =
        [&people[0], &second, &third, &fourth].iter().map(|device| computer(device).device_name).collect();
    assert_eq!(names.len(), 4, "each is called something else: {names:?}");
}

#[test]
fn a_copy_with_unsent_work_from_before_sends_it_once() {
    let world = World::new(303);
    let people = office(&world, &["Ana", "Бојан"]);
    let case = create(&people[0], "Shared");
    world.set_online(false);
    note(&people[0], case, 1);
    let copy = copied(&world, &people[0], "Ana", "copy");
    world.set_online(true);
    people[0].handle(SyncNow {}).expect("sent");
    copy.handle(SyncNow {}).expect("it was sent already");
    assert_eq!(computer(&copy).findings, [], "the same statement twice is no fork");
    note(&copy, case, 2);
    in_step(&world, &[&copy, &people[0], &people[1]], &[1, 2]);
}

#[test]
fn a_profile_that_is_merely_old_adopts_what_it_had_sent() {
    let world = World::new(304);
    let (people, case) = with_a_case_sent(&world, "Shared");
    let old = copied(&world, &people[0], "Ana", "restored");
    note(&people[0], case, 1);
    people[0].handle(SyncNow {}).expect("sent");
    people[0].handle(VaultLock {}).expect("the computer is lost");
    old.handle(SyncNow {}).expect("the backup catches up");
    assert_eq!(computer(&old).findings, []);
    assert_eq!(computer(&old).device_name, "Laptop of Ana", "it is the device it was");
    note(&old, case, 2);
    in_step(&world, &[&old, &people[1]], &[1, 2]);
    assert_eq!(author(&people[1], case, 2), ("Ana".to_owned(), "Laptop of Ana".to_owned()), "nothing was signed anew");
}

#[test]
fn a_copy_of_a_computer_that_waits_to_be_let_in_ends_as_a_device_of_its_own() {
    let world = World::new(305);
    let people = office(&world, &["Ana"]);
    let case = create(&people[0], "Shared");
    let bojan = ask_in(&world, &people[0], "Бојан");
    let copy = copied(&world, &bojan, "Бојан", "copy");
    people[0].handle(SyncNow {}).expect("lets the computer in");
    bojan.handle(SyncNow {}).expect("is in");
    copy.handle(SyncNow {}).expect("is in");
    note(&bojan, case, 1);
    note(&copy, case, 2);
    in_step(&world, &[&bojan, &copy, &people[0]], &[1, 2]);
    assert_eq!(author(&people[0], case, 2), ("Бојан".to_owned(), "Laptop of copy".to_owned()));
}

#[test]
fn a_copy_that_is_switched_off_after_any_call_goes_on_where_it_was() {
    for calls in 1..100 {
        let world = World::new(400 + u64::from(calls));
        let (people, case) = with_a_case_sent(&world, "Shared");
        let copy = copied(&world, &people[0], "Ana", "copy");
        note(&people[0], case, 1);
        note(&copy, case, 2);
        note(&copy, case, 3);
        people[0].handle(SyncNow {}).expect("sent");
        world.set_faults(Faults { last_calls: Some(calls), ..Faults::default() });
        let phase = copy.handle(SyncNow {}).expect("offline is a state").phase;
        drop(copy);
        let copy = start(&world, "copy");
        in_step(&world, &[&copy, &people[0], &people[1]], &[1, 2, 3]);
        assert_eq!(author(&people[1], case, 3), ("Ana".to_owned(), "Laptop of copy".to_owned()));
        let devices = people[1].open_office().expect("open").enrolled_devices();
        assert_eq!(devices, 3, "one device more, whatever was repeated");
        if phase == SyncPhase::UpToDate {
            return;
        }
    }
    panic!("the longest of these runs reached the end");
}

#[test]
fn two_machines_that_woke_from_one_snapshot_lose_nothing_silently() {
    let world = World::new(306);
    let (people, case) = with_a_case_sent(&world, "Shared");
    people[0].handle(VaultLock {}).expect("shut");
    world.copy_profile("Ana", "copy");
    let copy = world.device("copy");
    for (number, device) in (1..).zip([&people[0], &copy]) {
        // Memory and all are the same on both, and so is the name under which their changes are made.
        world.draw_again(306);
        unlock(device);
        note(device, case, number);
        world.draw_again(1_000 + number as u64);
    }
    for _ in 0..4 {
        for device in [&people[0], &copy, &people[1]] {
            device.handle(SyncNow {}).expect("goes on");
        }
    }
    for device in [&people[0], &copy, &people[1]] {
        let shown = get(device, case).notes.len();
        assert_eq!((shown, reasons(device)), (1, vec![SetAsideReason::OutOfSequence]), "one is shown, the other is kept and said to be");
    }
}

#[test]
fn a_restored_server_that_lost_the_new_device_gets_it_back_from_itself() {
    let world = World::new(307);
    let (people, case) = with_a_case_sent(&world, "Shared");
    let copy = copied(&world, &people[0], "Ana", "copy");
    note(&people[0], case, 1);
    people[0].handle(SyncNow {}).expect("sent");
    let backup = world.back_up_server();
    note(&copy, case, 2);
    copy.handle(SyncNow {}).expect("goes on as another device");
    // Nobody else has heard of it.
    world.restore_server(&backup);
    copy.handle(SyncNow {}).expect("brings the entry back that made it one");
    in_step(&world, &[&copy, &people[0], &people[1]], &[1, 2]);
}

#[test]
fn a_restored_server_and_a_copy_at_once_lose_nothing() {
    let world = World::new(308);
    let (people, case) = with_a_case_sent(&world, "Shared");
    people[1].handle(SyncNow {}).expect("received");
    let backup = world.back_up_server();
    let copy = copied(&world, &people[0], "Ana", "copy");
    // The original's work reaches a colleague, who builds on it; then the server forgets it, and the copy takes its place.
    note(&people[0], case, 1);
    people[0].handle(SyncNow {}).expect("sent");
    people[1].handle(SyncNow {}).expect("received");
    note(&people[1], case, 2);
    people[1].handle(SyncNow {}).expect("sent");
    world.restore_server(&backup);
    note(&copy, case, 3);
    copy.handle(SyncNow {}).expect("the copy is first");
    people[1].handle(SyncNow {}).expect("the colleague holds what stands there no more");
    assert_eq!(reasons(&people[1]), [SetAsideReason::ChainFork], "visible until its author is back");
    in_step(&world, &[&people[0], &people[1], &copy], &[1, 2, 3]);
}

#[test]
fn a_checkpoint_whose_place_a_copy_took_is_not_waited_for() {
    let world = World::new(312);
    let (people, case) = with_a_case_sent(&world, "Shared");
    sync(&people[1]);
    let backup = world.back_up_server();
    let copy = copied(&world, &people[0], "Ana", "copy");
    // Enough for a checkpoint, which the colleague receives; then the server forgets it, and the copy takes the places.
    let notes: Vec<u128> = (1..=12).collect();
    notes.iter().for_each(|number| note(&people[0], case, *number));
    sync(&people[0]);
    sync(&people[1]);
    world.restore_server(&backup);
    note(&copy, case, 13);
    sync(&copy);
    sync(&people[1]);
    assert_eq!(reasons(&people[1]).len(), notes.len(), "the changes, visible until their author is back");
    in_step(&world, &[&people[0], &people[1], &copy], &[&notes[..], &[13]].concat());
}
