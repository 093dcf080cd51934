//! Keys that are no good, made by a member or spoiled by the server: any honest member replaces them, nobody can do it for ever, and all can be read.

use std::sync::Arc;

use praesto_app::Handle;
use praesto_contract::*;
use praesto_protocol::api::{Bytes, EpochUpload};
use praesto_tests::world::{Device, Lie, World, ask_in, computer, create, join, office, reasons, unharmed};

const HOUR: i64 = 60 * 60 * 1000;

/// Ana makes the next keys of each space, and hands out something else to everybody but herself.
fn with_bad_keys(world: &Arc<World>, spoil: fn(&mut EpochUpload)) -> Vec<Device> {
    let mut people = office(world, &["Ana", "Бојан"]);
    create(&people[1], "Before the bad keys");
    people[1].handle(SyncNow {}).expect("sent");
    let vesna = ask_in(world, &people[0], "Весна");
    create(&people[0], "Sealed under keys that only Ana has");
    makes_bad_keys(world, &people[0], spoil);
    people.push(vesna);
    people
}

fn makes_bad_keys(world: &World, maker: &Device, spoil: fn(&mut EpochUpload)) {
    world.set_lie(Some(Lie::Append(Arc::new(move |mut request| {
        request.epochs.iter_mut().for_each(spoil);
        request
    }))));
    maker.handle(SyncNow {}).expect("lets the newcomer in, and makes bad keys");
    world.set_lie(None);
}

/// Ana lets one more in, and does so again.
fn lets_in_with_bad_keys(world: &Arc<World>, people: &mut Vec<Device>, name: &str, spoil: fn(&mut EpochUpload)) {
    let newcomer = ask_in(world, &people[0], name);
    makes_bad_keys(world, &people[0], spoil);
    people.push(newcomer);
}

fn mended(world: &World, people: &[Device], cases: usize) {
    create(&people[1], "By Бојан, meanwhile");
    people[1].handle(SyncNow {}).expect("makes good keys, and sends");
    let found = computer(&people[1]).findings;
    let named: Vec<_> = found.iter().map(|row| (row.kind, row.person_name.as_str())).collect();
    assert!(named.contains(&(FindingKind::WrongKeys, "Ana")), "who made the bad keys is named: {named:?}");
    let all: Vec<&Device> = people.iter().collect();
    unharmed(world, &all, cases);
    for device in people {
        assert_eq!(reasons(device), [], "all can be read");
        assert_eq!(device.handle(SyncStatusGet {}).expect("status").waiting, 0);
    }
}

#[test]
fn keys_that_do_not_open_are_replaced_by_any_honest_member() {
    let world = World::new(120);
    let people = with_bad_keys(&world, opens_to_nothing);
    mended(&world, &people, 3);
}

#[test]
fn two_epochs_in_a_row_whose_keys_do_not_open_are_replaced_by_any_honest_member() {
    let world = World::new(129);
    let mut people = with_bad_keys(&world, opens_to_nothing);
    lets_in_with_bad_keys(&world, &mut people, "Дарко", opens_to_nothing);
    mended(&world, &people, 3);
}

fn opens_to_nothing(upload: &mut EpochUpload) {
    upload.envelopes.iter_mut().for_each(|envelope| envelope.sealed = Bytes(b"nothing that opens".to_vec()));
}

fn leads_to_nothing(upload: &mut EpochUpload) {
    upload.link = Bytes(vec![7; 200]);
}

/// Whoever comes now reads everything, and so does everybody else.
fn read_by_whoever_comes(world: &Arc<World>, people: &mut Vec<Device>, name: &str, cases: usize) {
    people.push(join(world, &people[0], name));
    let all: Vec<&Device> = people.iter().collect();
    unharmed(world, &all, cases);
    all.iter().for_each(|device| assert_eq!(reasons(device), [], "all can be read"));
}

#[test]
fn keys_that_lead_back_to_nothing_are_replaced_though_good_ones_came_after_them() {
    let world = World::new(130);
    let mut people = with_bad_keys(&world, leads_to_nothing);
    people.push(join(&world, &people[0], "Дарко"));
    mended(&world, &people, 3);
    read_by_whoever_comes(&world, &mut people, "Елена", 3);
}

#[test]
fn keys_that_lead_back_to_nothing_are_replaced_though_what_they_should_lead_to_does_not_open() {
    let world = World::new(132);
    let mut people = with_bad_keys(&world, opens_to_nothing);
    lets_in_with_bad_keys(&world, &mut people, "Дарко", leads_to_nothing);
    people.push(join(&world, &people[0], "Елена"));
    mended(&world, &people, 3);
    read_by_whoever_comes(&world, &mut people, "Филип", 3);
}

#[test]
fn keys_that_lead_back_to_nothing_are_replaced_by_a_newcomer_who_meets_them_with_good_ones_from_before() {
    let world = World::new(134);
    let mut people = office(&world, &["Ana"]);
    create(&people[0], "Before the bad keys");
    let vesna = ask_in(&world, &people[0], "Весна");
    people[0].handle(SyncNow {}).expect("lets her in, with good keys");
    people.push(vesna);
    lets_in_with_bad_keys(&world, &mut people, "Дарко", leads_to_nothing);
    people.push(join(&world, &people[0], "Елена"));
    people[1].handle(SyncNow {}).expect("fetches all keys at once, and says which lead nowhere");
    read_by_whoever_comes(&world, &mut people, "Филип", 1);
}

#[test]
fn keys_that_lead_back_to_nothing_within_the_pause_are_replaced_after_it() {
    let world = World::new(133);
    let mut people = with_bad_keys(&world, leads_to_nothing);
    mended(&world, &people, 3);
    people[0].handle(SyncNow {}).expect("hears of it");
    lets_in_with_bad_keys(&world, &mut people, "Дарко", leads_to_nothing);
    let length = |device: &Device| device.open_office().expect("open").register_length();
    people[1].handle(SyncNow {}).expect("has said so a moment ago");
    let before = length(&people[1]);
    people[1].handle(SyncNow {}).expect("waits");
    assert_eq!(length(&people[1]), before, "not again and again");
    people.push(join(&world, &people[0], "Елена"));
    world.pass(HOUR);
    people[1].handle(SyncNow {}).expect("says so now");
    people[1].handle(SyncNow {}).expect("and has made new ones");
    read_by_whoever_comes(&world, &mut people, "Филип", 3);
}

#[test]
fn keys_that_lead_back_to_nothing_are_replaced_by_any_honest_member() {
    let world = World::new(121);
    let people = with_bad_keys(&world, leads_to_nothing);
    mended(&world, &people, 3);
}

#[test]
fn a_server_that_spoils_keys_on_the_way_does_not_set_members_making_new_ones_for_ever() {
    let world = World::new(122);
    let people = office(&world, &["Ana", "Бојан"]);
    let newcomer = join(&world, &people[0], "Весна");
    world.set_lie(Some(Lie::Envelopes(Arc::new(|mut page| {
        page.epochs.iter_mut().for_each(|epoch| epoch.envelope = Some(Bytes(b"spoiled".to_vec())));
        page
    }))));
    let before = people[0].open_office().expect("open").register_length();
    for _ in 0..5 {
        let _ = people[1].handle(SyncNow {});
    }
    let after = people[1].open_office().expect("open").register_length();
    assert!(after > before && after - before <= 4, "two spaces, one mark and one epoch each: {before} {after}");
    world.set_lie(None);
    unharmed(&world, &[&people[0], &people[1], &newcomer], 0);
}

/// A server that spoils keys on the way, takes the marks that say so, and says that it did not.
#[test]
fn a_server_that_denies_the_marks_that_it_took_does_not_set_members_against_each_other_for_ever() {
    let world = World::new(131);
    let people = office(&world, &["Ana", "Бојан", "Весна"]);
    let newcomer = join(&world, &people[0], "Дарко");
    world.set_lie(Some(Lie::EnvelopesAndDeaf(Arc::new(|mut page| {
        page.epochs.iter_mut().for_each(|epoch| epoch.envelope = Some(Bytes(b"spoiled".to_vec())));
        page
    }))));
    let before = people[0].open_office().expect("open").register_length();
    for _ in 0..12 {
        let _ = people[1].handle(SyncNow {});
        let _ = people[2].handle(SyncNow {});
    }
    let after = [1, 2].map(|at| people[at].open_office().expect("open").register_length()).into_iter().max().expect("two of them");
    assert!(after > before && after - before <= 8, "of two people in two spaces one mark and one epoch each: {before} {after}");
    world.set_lie(None);
    world.pass(HOUR);
    let all = [&people[0], &people[1], &people[2], &newcomer];
    unharmed(&world, &all, 0);
}
