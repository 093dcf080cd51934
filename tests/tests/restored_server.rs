//! A server that was restored from an older copy gets back what it lost, and nobody is called a liar for it.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use praesto_app::Handle;
use praesto_contract::*;
use praesto_protocol::api::EnvelopePage;
use praesto_tests::world::{
    Device, Faults, Lie, World, ask_in, attach, create, fetch, findings, join, office, save, settle, sync, unharmed, with_a_case_sent,
};

/// No lie: a long register comes in pages.
fn short_pages() -> Lie {
    Lie::Register(Arc::new(|mut page| {
        page.entries.truncate(2);
        page
    }))
}

#[test]
fn a_server_restored_from_an_old_copy_gets_back_what_it_lost() {
    let world = World::new(109);
    let (people, _) = with_a_case_sent(&world, "Before the backup");
    let backup = world.back_up_server();
    create(&people[0], "After the backup");
    people[0].handle(SyncNow {}).expect("sent");
    people[1].handle(SyncNow {}).expect("received");
    create(&people[1], "After the backup too");
    people[1].handle(SyncNow {}).expect("sent");
    world.restore_server(&backup);
    people[1].handle(SyncNow {}).expect("offers what the server lacks");
    assert_eq!(findings(&people[1]), [FindingKind::ServerBehind], "said loudly");
    unharmed(&world, &[&people[1], &people[0]], 3);
    assert_eq!(people[0].handle(SyncStatusGet {}).expect("status").waiting, 0);
}

#[test]
fn a_server_restored_from_before_somebody_joined_gets_the_register_back_too() {
    let world = World::new(112);
    let people = office(&world, &["Ana"]);
    create(&people[0], "Before the backup");
    people[0].handle(SyncNow {}).expect("sent");
    let backup = world.back_up_server();
    let newcomer = join(&world, &people[0], "Бојан");
    for device in [&newcomer, &people[0], &newcomer] {
        device.handle(SyncNow {}).expect("in step");
    }
    create(&newcomer, "By the newcomer");
    newcomer.handle(SyncNow {}).expect("sent");
    people[0].handle(SyncNow {}).expect("received");
    world.restore_server(&backup);
    world.set_lie(Some(short_pages()));
    people[0].handle(SyncNow {}).expect("offers register, keys and records");
    world.set_lie(None);
    assert_eq!(findings(&people[0]), [FindingKind::ServerBehind], "said loudly, and nobody is accused");
    unharmed(&world, &[&people[0], &newcomer], 2);
}

#[test]
fn a_colleague_who_is_faster_at_bringing_the_register_back_makes_the_server_no_liar() {
    let world = World::new(113);
    let mut people = office(&world, &["Бојан", "Ana"]);
    let (ana, bojan) = (Arc::new(people.remove(1)), people.remove(0));
    let backup = world.back_up_server();
    let vera = join(&world, &bojan, "Вера");
    for device in [&*ana, &bojan, &vera] {
        sync(device);
    }
    world.restore_server(&backup);
    let (faster, once) = (ana.clone(), AtomicBool::new(false));
    world.set_lie(Some(Lie::Register(Arc::new(move |page| {
        // No lie: while this answer is on its way to Бојан, Ana brings everything back.
        if !once.swap(true, Ordering::Relaxed) {
            sync(&faster);
        }
        page
    }))));
    sync(&bojan);
    assert_eq!((findings(&bojan), findings(&ana)), (vec![], vec![FindingKind::ServerBehind]));
    unharmed(&world, &[&ana, &bojan, &vera], 0);
}

fn nobody_made_wrong_keys(devices: &[&Device]) {
    for device in devices {
        assert!(!findings(device).contains(&FindingKind::WrongKeys), "nobody made wrong keys");
    }
}

/// Somebody hears of new keys, and the connection breaks before they have them.
fn hears_and_gets_no_keys(world: &World, device: &Device) {
    world.set_lie(Some(Lie::Envelopes(Arc::new(|_| EnvelopePage::default()))));
    let _ = device.handle(SyncNow {});
    world.set_lie(None);
}

/// Ana, Бојан and Вера, and a server that was restored to before Вера joined and got from Бојан the entry of the epoch made then, not its keys.
fn with_an_epoch_without_keys(world: &Arc<World>) -> [Device; 3] {
    let Ok([ana, bojan]) = <[Device; 2]>::try_from(office(world, &["Ana", "Бојан"])) else { panic!("two people") };
    create(&ana, "Before the backup");
    settle(&[&ana, &bojan]);
    let backup = world.back_up_server();
    create(&ana, "After the backup");
    sync(&ana);
    let vera = join(world, &ana, "Вера");
    sync(&ana);
    hears_and_gets_no_keys(world, &bojan);
    world.restore_server(&backup);
    create(&bojan, "By who has no keys");
    let waits = bojan.handle(SyncNow {}).expect_err("he brings the register back, and nobody's keys");
    assert_eq!(waits.code, ErrorCode::WaitingForKeys);
    assert!(findings(&bojan).contains(&FindingKind::ServerBehind));
    [ana, bojan, vera]
}

#[test]
fn keys_that_a_restored_server_lacks_come_from_whoever_has_them() {
    let world = World::new(114);
    let [ana, bojan, vera] = with_an_epoch_without_keys(&world);
    world.pass(11 * 60 * 1000);
    sync(&ana);
    unharmed(&world, &[&ana, &bojan, &vera], 3);
}

#[test]
fn keys_of_an_epoch_that_a_restored_server_lacks_are_given_also_when_there_is_a_newer_one() {
    let world = World::new(115);
    let [ana, bojan, vera] = with_an_epoch_without_keys(&world);
    let darko = ask_in(&world, &ana, "Дарко");
    world.pass(11 * 60 * 1000);
    // Ana lets him in, which makes the next epoch, before she looks for what the server lacks.
    sync(&ana);
    for device in [&darko, &bojan, &vera] {
        let _ = device.handle(SyncNow {});
    }
    unharmed(&world, &[&ana, &bojan, &vera, &darko], 3);
    nobody_made_wrong_keys(&[&ana, &vera, &darko]);
}

/// Looks for the keys that the server lacks, until they are taken for lost.
fn gives_up_on_keys(world: &World, device: &Device) {
    for _ in 0..2 {
        world.pass(11 * 60 * 1000);
        let waits = device.handle(SyncNow {}).err().map(|error| error.code);
        assert_eq!(waits, Some(ErrorCode::WaitingForKeys), "whoever has them may come");
    }
    world.pass(11 * 60 * 1000);
    sync(device);
    assert_eq!(device.handle(SyncStatusGet {}).expect("status").waiting, 0, "it is sent without them");
}

/// Takes a case's only file out, and reads it.
fn reads(world: &World, device: &Device, case: CaseId) -> String {
    let out = world.scratch("out");
    fetch(device, case).expect("it comes");
    save(device, case, &out, true).expect("it opens");
    std::fs::read_to_string(out).expect("the copy")
}

#[test]
fn keys_that_nobody_brings_any_more_are_made_anew() {
    let world = World::new(116);
    let [ana, bojan, vera] = with_an_epoch_without_keys(&world);
    let case = create(&bojan, "With a letter");
    attach(&world, &bojan, case, "letter.txt", "Dear all");
    assert_eq!(reads(&world, &bojan, case), "Dear all", "what is attached meanwhile opens where it was attached");
    gives_up_on_keys(&world, &bojan);
    unharmed(&world, &[&ana, &bojan, &vera], 4);
    assert_eq!(reads(&world, &vera, case), "Dear all");
    nobody_made_wrong_keys(&[&ana, &bojan, &vera]);
}

#[test]
fn what_was_sealed_under_keys_that_were_given_up_opens_once_somebody_brings_them() {
    let world = World::new(118);
    let [ana, bojan, vera] = with_an_epoch_without_keys(&world);
    // Ana writes on under the keys that only she and Вера have, sends again what the server lost, and is gone.
    let hers = create(&ana, "Under the lost keys");
    attach(&world, &ana, hers, "late.txt", "Late");
    sync(&ana);
    gives_up_on_keys(&world, &bojan);
    for device in [&ana, &bojan, &vera] {
        world.pass(11 * 60 * 1000);
        sync(device);
    }
    // Who comes later is led past the lost keys, and is given them as well.
    let darko = join(&world, &ana, "Дарко");
    for device in [&ana, &darko] {
        world.pass(11 * 60 * 1000);
        sync(device);
    }
    unharmed(&world, &[&ana, &bojan, &vera, &darko], 4);
    for device in [&bojan, &vera, &darko] {
        assert_eq!(reads(&world, device, hers), "Late");
    }
}

#[test]
fn whoever_made_keys_has_them_wherever_the_connection_broke() {
    for calls in 1..=30 {
        let world = World::new(117);
        let Ok([ana, bojan]) = <[Device; 2]>::try_from(office(&world, &["Ana", "Бојан"])) else { panic!("two people") };
        create(&ana, "Before the backup");
        settle(&[&ana, &bojan]);
        let backup = world.back_up_server();
        let vera = ask_in(&world, &ana, "Вера");
        world.set_faults(Faults { last_calls: Some(calls), ..Faults::default() });
        let whole = sync(&ana).phase == SyncPhase::UpToDate;
        world.set_faults(Faults::default());
        hears_and_gets_no_keys(&world, &bojan);
        world.restore_server(&backup);
        create(&bojan, "By who has no keys");
        let _ = bojan.handle(SyncNow {});
        // Less than the time after which keys are given up.
        world.pass(11 * 60 * 1000);
        for device in [&ana, &vera] {
            let _ = device.handle(SyncNow {});
        }
        sync(&bojan);
        assert_eq!(bojan.handle(SyncStatusGet {}).expect("status").waiting, 0, "broken off after {calls} calls");
        if whole {
            return;
        }
    }
    panic!("no run was whole");
}
