//! A server that lies is caught, each time, and the office goes on unharmed when it stops lying.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};

use praesto_app::Handle;
use praesto_contract::*;
use praesto_crypto::{AgeRecipient, DeviceSigner, Hash, OsEntropy};
use praesto_protocol::api::{Bytes, Frame};
use praesto_protocol::register::{Body, Entry, Policy, SignedEntry};
use praesto_protocol::{EpochKeys, Kind, Record, Seal, Statement};
use praesto_tests::world::{
    Device, Lie, World, ask_in, attach, computer, create, everything, fetch, findings, get, join, office, pin, reasons, unharmed,
    with_a_case_sent,
};
use praesto_words::{Arguments, Language, Words};

/// The person is told of a finding in words.
fn told(kind: FindingKind) {
    in_words("finding", kind);
}

/// What a page of this computer says of a code, in the words of each language: what happened, why, what is safe, what to do.
fn in_words(family: &str, code: impl serde::Serialize) {
    let code = serde_json::to_value(code).expect("a code");
    let id = format!("{family}-{}", code.as_str().expect("a text").replace('_', "-"));
    let said = |language| Words::new(language).said(&id, &Arguments::new());
    let english = said(Language::En);
    for language in Language::ALL {
        let here = said(language);
        let parts = [
            ("what", here.what, &english.what),
            ("why", here.why, &english.why),
            ("safe", here.safe, &english.safe),
            ("next", here.next, &english.next),
        ];
        for (part, text, in_english) in parts {
            assert!(!text.trim().is_empty() && !text.contains(&id), "{id}: {part} has words in {language:?}: {text:?}");
            // What a language lacks is taken from English.
            assert!(language == Language::En || text != *in_english, "{id}: {part} has words of its own in {language:?}");
        }
    }
}

/// Applies `change` to the records of the first answer that has any.
fn on_records(change: impl Fn(Vec<Frame>) -> Vec<Frame> + Send + Sync + 'static) -> Lie {
    Lie::Records(Arc::new(move |bytes| {
        let (frames, _) = Frame::read_all(&bytes);
        let mut out = Vec::new();
        change(frames).iter().for_each(|frame| frame.write(&mut out));
        out
    }))
}

/// A register without its last entry.
fn shortened() -> Lie {
    Lie::Register(Arc::new(|mut page| {
        page.entries.clear();
        page.length = page.length.saturating_sub(1);
        page
    }))
}

#[test]
fn a_register_that_was_rolled_back_is_not_accepted() {
    let world = World::new(101);
    let people = office(&world, &["Ana", "Бојан"]);
    world.set_lie(Some(shortened()));
    assert_eq!(people[1].handle(SyncNow {}).expect_err("caught").code, ErrorCode::ServerContradicts);
    assert!(findings(&people[1]).contains(&FindingKind::RegisterRolledBack), "it still hides what was offered again");
    told(FindingKind::ServerBehind);
    told(FindingKind::RegisterRolledBack);
    unharmed(&world, &[&people[0], &people[1]], 0);
}

#[test]
fn a_lie_that_a_person_has_read_of_is_told_again_when_it_recurs() {
    let world = World::new(118);
    let people = office(&world, &["Ana", "Бојан"]);
    let bojan = &people[1];
    world.set_lie(Some(shortened()));
    bojan.handle(SyncNow {}).expect_err("caught");
    assert_eq!(bojan.handle(SyncStatusGet {}).expect("status").findings, 1);
    let [row] = &computer(bojan).findings[..] else { panic!("one finding") };
    let read = bojan.handle(FindingsNote { last: row.last }).expect("noted");
    assert_eq!((read.sync.findings, read.findings[0].noted), (0, true), "it stays on the page and asks for nothing");

    world.set_lie(None);
    bojan.handle(SyncNow {}).expect("the server is honest again");
    assert_eq!(bojan.handle(SyncStatusGet {}).expect("status").findings, 0);
    world.pass(60_000);
    world.set_lie(Some(shortened()));
    bojan.handle(SyncNow {}).expect_err("caught again");
    let again = computer(bojan);
    assert_eq!(again.sync.findings, 1, "the person is told again");
    assert!(!again.findings[0].noted && again.findings[0].times > row.times && again.findings[0].last > row.last);
    world.set_lie(None);
}

#[test]
fn a_forged_register_entry_is_not_accepted() {
    let world = World::new(102);
    let people = office(&world, &["Ana", "Бојан"]);
    world.set_lie(Some(Lie::Register(Arc::new(|mut page| {
        let Some(last) = page.entries.last().map(|bytes| SignedEntry::decode(&bytes.0).expect("a true entry")) else { return page };
        let true_entry = last.entry();
        let policy = Policy { lease_days: 9999, longest_lease_days: 9999, passphrase_required: false };
        let forged = Entry {
            office: true_entry.office,
            seq: true_entry.seq + 1,
            prev: last.hash(),
            at: true_entry.at,
            author: true_entry.author,
            body: Body::SetPolicy { policy },
        };
        page.entries.push(Bytes(forged.sign(&DeviceSigner::make(&mut OsEntropy)).encode()));
        page.length += 1;
        page
    }))));
    assert_eq!(people[1].handle(SyncNow {}).expect_err("caught").code, ErrorCode::ServerContradicts);
    assert_eq!(findings(&people[1]), [FindingKind::RegisterForged]);
    told(FindingKind::RegisterForged);
    unharmed(&world, &[&people[0], &people[1]], 0);
}

#[test]
fn a_record_with_a_changed_byte_is_set_aside() {
    let world = World::new(103);
    let (people, _) = with_a_case_sent(&world, "Forged on the way");
    world.set_lie(Some(on_records(|mut frames| {
        frames.iter_mut().for_each(|frame| frame.record[100] ^= 1);
        frames
    })));
    people[1].handle(SyncNow {}).expect("one bad record does not stop the rest");
    assert_eq!(findings(&people[1]), [FindingKind::RecordForged]);
    assert_eq!(reasons(&people[1]), [SetAsideReason::Malformed], "kept and shown, never dropped");
    told(FindingKind::RecordForged);
    world.set_lie(None);
    people[1].handle(SyncNow {}).expect("the true record comes when the server tells the truth");
    assert_eq!(everything(&people[0]), everything(&people[1]));
    assert_eq!(reasons(&people[1]), [], "what was never a record is not shown for ever");
    assert_eq!(findings(&people[1]), [FindingKind::RecordForged], "and nobody is accused of having lost anything");
}

#[test]
fn a_byte_that_changed_on_the_way_once_is_fetched_again_and_accuses_nobody() {
    let world = World::new(124);
    let people = office(&world, &["Ana", "Бојан"]);
    create(&people[0], "Spoiled once");
    create(&people[0], "Spoiled with it");
    people[0].handle(SyncNow {}).expect("sent");
    let spoiled = AtomicBool::new(false);
    world.set_lie(Some(on_records(move |mut frames| {
        if !frames.is_empty() && !spoiled.swap(true, Ordering::Relaxed) {
            frames.iter_mut().for_each(|frame| frame.record[100] ^= 1);
        }
        frames
    })));
    people[1].handle(SyncNow {}).expect("what was spoiled comes again");
    assert_eq!((findings(&people[1]), reasons(&people[1])), (vec![], vec![]));
    assert_eq!(everything(&people[0]), everything(&people[1]));
}

#[test]
fn a_run_that_fails_inside_is_said_and_the_next_one_goes_on() {
    let world = World::new(125);
    let (people, _) = with_a_case_sent(&world, "Goes on");
    world.set_lie(Some(on_records(|_| panic!("a fault of the program"))));
    assert_eq!(people[1].handle(SyncNow {}).expect_err("it did not reach the end").code, ErrorCode::Internal);
    let status = people[1].handle(SyncStatusGet {}).expect("status");
    assert_eq!((status.phase, status.problem), (SyncPhase::Stopped, Some(ErrorCode::Internal)), "said, not silent");
    unharmed(&world, &[&people[0], &people[1]], 1);
    assert_eq!(people[1].handle(SyncStatusGet {}).expect("status").problem, None);
}

#[test]
fn a_record_of_a_foreign_device_is_set_aside() {
    let world = World::new(104);
    let (people, _) = with_a_case_sent(&world, "True");
    world.set_lie(Some(on_records(|frames| {
        frames
            .into_iter()
            .map(|frame| {
                let record = Record::decode(&frame.record).expect("a true record");
                let said = record.statement.statement();
                let content = praesto_protocol::Content::make(b"foreign".to_vec(), &mut OsEntropy);
                let foreign = Statement {
                    device: praesto_protocol::DeviceId::from_bytes([9; 16]),
                    device_seq: 1,
                    prev: Hash::default(),
                    kind: Kind::Change,
                    content: content.hash(),
                    ..said.clone()
                }
                .sign(&DeviceSigner::make(&mut OsEntropy));
                let keys = EpochKeys::make(said.space, record.seal.epoch, &mut OsEntropy);
                let seal = Seal::make(foreign.hash(), record.seal.epoch, &content, &keys.record, &mut OsEntropy);
                Frame { record: Record { statement: foreign, seal }.encode(), ..frame }
            })
            .collect()
    })));
    people[1].handle(SyncNow {}).expect("goes on");
    assert_eq!(reasons(&people[1]), [SetAsideReason::UnknownDevice]);
    world.set_lie(None);
    people[1].handle(SyncNow {}).expect("the true record comes");
    assert_eq!(everything(&people[0]), everything(&people[1]));
}

#[test]
fn two_histories_for_two_people_are_caught_when_one_reads_the_other() {
    let world = World::new(105);
    let people = office(&world, &["Ana", "Бојан", "Весна"]);
    create(&people[0], "First");
    people[0].handle(SyncNow {}).expect("sent");
    people[1].handle(SyncNow {}).expect("seen");
    create(&people[1], "Second");
    people[1].handle(SyncNow {}).expect("sent");
    create(&people[1], "Third, having seen both");
    people[1].handle(SyncNow {}).expect("sent");
    // Весна is shown the first two in the other order.
    world.set_lie(Some(on_records(|mut frames| {
        if frames.len() >= 3 {
            let (first, second) = (frames[0].record.clone(), frames[1].record.clone());
            frames[0].record = second;
            frames[1].record = first;
        }
        frames
    })));
    people[2].handle(SyncNow {}).expect("goes on");
    assert!(findings(&people[2]).contains(&FindingKind::HistoriesDiffer), "the colleague's statement tells another order");
    told(FindingKind::HistoriesDiffer);
    unharmed(&world, &[&people[0], &people[1], &people[2]], 3);
}

#[test]
fn keys_that_the_register_does_not_announce_are_not_used() {
    let world = World::new(106);
    let people = office(&world, &["Ana"]);
    create(&people[0], "Sealed with the true keys");
    people[0].handle(SyncNow {}).expect("sent");
    let bojan = ask_in(&world, &people[0], "Бојан");
    people[0].handle(SyncNow {}).expect("lets the newcomer in");
    let recipient = world.last_joining_recipient().expect("the server saw the newcomer's public key");
    world.set_lie(Some(Lie::Envelopes(Arc::new(move |mut page| {
        let recipient = AgeRecipient::parse(&recipient).expect("a recipient");
        for epoch in &mut page.epochs {
            let space = praesto_protocol::SpaceId::from_bytes([7; 16]);
            let own = EpochKeys::make(space, epoch.epoch, &mut OsEntropy);
            let device = praesto_protocol::DeviceId::from_bytes([0; 16]);
            epoch.envelope = Some(Bytes(own.envelope(device, &recipient).expect("sealed").sealed));
            epoch.link = Bytes(Vec::new());
        }
        page
    }))));
    let waits = bojan.handle(SyncNow {}).expect_err("without keys nothing of one's own can be sent");
    assert_eq!(waits.code, ErrorCode::WaitingForKeys);
    assert_eq!(findings(&bojan), [FindingKind::WrongKeys]);
    assert_eq!(everything(&bojan), Vec::<serde_json::Value>::new(), "nothing is read with them");
    told(FindingKind::WrongKeys);
    world.set_lie(None);
    for _ in 0..2 {
        bojan.handle(SyncNow {}).expect("true keys");
        people[0].handle(SyncNow {}).expect("in step");
    }
    assert_eq!(everything(&bojan), everything(&people[0]), "what was set aside for want of keys is read after all");
}

#[test]
fn a_swapped_attachment_is_thrown_away() {
    let world = World::new(107);
    let people = office(&world, &["Ana", "Бојан"]);
    let case = create(&people[0], "With a file");
    attach(&world, &people[0], case, "letter.txt", "the true letter");
    people[0].handle(SyncNow {}).expect("sent");
    people[1].handle(SyncNow {}).expect("named");
    world.set_lie(Some(Lie::Attachment(Arc::new(|mut bytes| {
        bytes.reverse();
        bytes
    }))));
    assert_eq!(fetch(&people[1], case).expect_err("caught").code, ErrorCode::ServerContradicts);
    assert_eq!(findings(&people[1]), [FindingKind::AttachmentSwapped]);
    told(FindingKind::AttachmentSwapped);
    world.set_lie(None);
    let seen = fetch(&people[1], case).expect("the true bytes");
    assert_eq!(seen.attachments[0].whereabouts, Whereabouts::Here);
}

#[test]
fn an_attachment_that_always_ends_short_does_not_keep_the_others_away() {
    const LONG: usize = 20_000;
    let world = World::new(118);
    let people = office(&world, &["Ana", "Бојан"]);
    let case = create(&people[0], "With three files");
    for (name, bytes) in [("first.txt", 10), ("long.txt", LONG), ("last.txt", 20)] {
        attach(&world, &people[0], case, name, &"x".repeat(bytes));
    }
    people[0].handle(SyncNow {}).expect("sent");
    people[1].handle(SyncNow {}).expect("named");
    world.set_lie(Some(Lie::Attachment(Arc::new(|mut bytes| {
        if bytes.len() > LONG / 2 {
            bytes.truncate(5);
        }
        bytes
    }))));
    pin(&people[1], case);
    let arrived =
        |device: &Device| get(device, case).attachments.iter().filter(|attachment| attachment.whereabouts == Whereabouts::Here).count();
    people[1].handle(SyncNow {}).expect("one that ends short is no reason to stop");
    assert_eq!(arrived(&people[1]), 2, "the other two are here");
    world.set_lie(None);
    people[1].handle(SyncNow {}).expect("the rest comes");
    assert_eq!(arrived(&people[1]), 3);
}

#[test]
fn an_acknowledgement_that_the_server_did_not_sign_is_not_believed() {
    let world = World::new(108);
    let people = office(&world, &["Ana", "Бојан"]);
    create(&people[0], "Not acknowledged");
    world.set_lie(Some(Lie::Receipt(Arc::new(|mut bytes| {
        let last = bytes.len() - 1;
        bytes[last] ^= 1;
        bytes
    }))));
    assert_eq!(people[0].handle(SyncNow {}).expect_err("caught").code, ErrorCode::ServerContradicts);
    assert_eq!(findings(&people[0]), [FindingKind::ReceiptForged]);
    assert_eq!(people[0].handle(SyncStatusGet {}).expect("status").waiting, 1, "it still counts as waiting");
    told(FindingKind::ReceiptForged);
    unharmed(&world, &[&people[0], &people[1]], 1);
}

#[test]
fn an_acknowledgement_at_the_place_of_another_record_is_not_believed() {
    let world = World::new(117);
    let people = office(&world, &["Ana", "Бојан"]);
    let backup = world.back_up_server();
    create(&people[0], "Lost with the server");
    people[0].handle(SyncNow {}).expect("sent");
    people[1].handle(SyncNow {}).expect("received");
    // What the server says of its spaces, for as long as it hides that it was restored.
    let said = Arc::new(Mutex::new(Vec::new()));
    let listening = said.clone();
    world.set_lie(Some(Lie::Space(Arc::new(move |state| {
        listening.lock().expect("nobody panicked").push(state.clone());
        state
    }))));
    people[1].handle(SyncNow {}).expect("nothing is new");
    let mut said = std::mem::take(&mut *said.lock().expect("nobody panicked")).into_iter();
    let last = said.next_back().expect("the team's space was asked about");
    let said = Mutex::new(said);
    world.restore_server(&backup);
    world.set_lie(Some(Lie::Space(Arc::new(move |_| said.lock().expect("nobody panicked").next().unwrap_or_else(|| last.clone())))));
    create(&people[1], "Acknowledged at the place of the lost one");
    assert_eq!(people[1].handle(SyncNow {}).expect_err("caught").code, ErrorCode::ServerContradicts);
    assert_eq!(findings(&people[1]), [FindingKind::ReceiptForged]);
    assert_eq!(people[1].handle(SyncStatusGet {}).expect("status").waiting, 1, "it still counts as waiting");
    unharmed(&world, &[&people[1], &people[0]], 2);
}

#[test]
fn a_seal_under_a_key_that_nobody_has_is_set_aside_and_the_rest_goes_on() {
    let world = World::new(110);
    let (people, _) = with_a_case_sent(&world, "Unreadable on the way");
    let once = Arc::new(AtomicBool::new(false));
    let seen = once.clone();
    world.set_lie(Some(on_records(move |frames| {
        frames
            .into_iter()
            .map(|frame| {
                seen.store(true, Ordering::Relaxed);
                let record = Record::decode(&frame.record).expect("a true record");
                let other = EpochKeys::make(record.statement.statement().space, record.seal.epoch, &mut OsEntropy);
                let content = praesto_protocol::Content::make(b"other".to_vec(), &mut OsEntropy);
                let seal = Seal::make(record.hash(), record.seal.epoch, &content, &other.record, &mut OsEntropy);
                Frame { record: Record { statement: record.statement, seal }.encode(), ..frame }
            })
            .collect()
    })));
    people[1].handle(SyncNow {}).expect("goes on");
    assert!(once.load(Ordering::Relaxed), "the lie was told");
    assert_eq!(reasons(&people[1]), [SetAsideReason::CannotOpen]);
    assert_eq!(findings(&people[1]), [FindingKind::RecordForged]);
    unharmed(&world, &[&people[0], &people[1]], 1);
    assert_eq!(reasons(&people[1]), [], "fetched again, it opens");
}

/// Says of each record that it is sealed under the keys of another epoch.
fn of_epoch(other: impl Fn(u32) -> u32 + Send + Sync + 'static) -> Lie {
    on_records(move |frames| {
        frames
            .into_iter()
            .map(|frame| {
                let mut record = Record::decode(&frame.record).expect("a true record");
                record.seal.epoch = other(record.seal.epoch);
                Frame { record: record.encode(), ..frame }
            })
            .collect()
    })
}

/// Бојан is told the lie about a case of Ana's: it is set aside, he is told so in words, and once the lie has ended it comes in after all.
fn set_aside_by_a_lie_about_its_epoch(world: &Arc<World>, lie: Lie, reason: SetAsideReason, found: &[FindingKind]) {
    let (people, _) = with_a_case_sent(world, "Of the newest epoch");
    world.set_lie(Some(lie));
    people[1].handle(SyncNow {}).expect("one record that does not open does not stop the rest");
    assert_eq!(reasons(&people[1]), [reason], "kept and shown, never dropped");
    assert_eq!(everything(&people[1]), Vec::<serde_json::Value>::new(), "nothing of it is used");
    assert_eq!(findings(&people[1]), found);
    in_words("set-aside", reason);
    found.iter().for_each(|kind| told(*kind));
    people[1].handle(SyncNow {}).expect("again");
    assert_eq!((reasons(&people[1]), &findings(&people[1])[..]), (vec![reason], found), "as long as it is told, no more is said of it");
    unharmed(world, &[&people[0], &people[1]], 1);
    assert_eq!((reasons(&people[1]), &findings(&people[1])[..]), (vec![], found));
    assert_eq!(people[1].handle(Verify {}).expect("verified").problems, []);
}

#[test]
fn a_record_that_is_said_to_be_of_an_older_epoch_does_not_open_and_comes_in_after_the_lie() {
    let older = of_epoch(|epoch| {
        assert!(epoch > 1, "whoever is let in brings new keys");
        epoch - 1
    });
    set_aside_by_a_lie_about_its_epoch(&World::new(126), older, SetAsideReason::CannotOpen, &[FindingKind::RecordForged]);
}

#[test]
fn a_record_that_is_said_to_be_of_an_epoch_that_never_was_waits_for_it_and_comes_in_after_the_lie() {
    // It could be one that the register has not brought yet: nobody is accused.
    let unknown = of_epoch(|epoch| epoch + 1_000);
    set_aside_by_a_lie_about_its_epoch(&World::new(127), unknown, SetAsideReason::RegisterBehind, &[]);
}

#[test]
fn a_server_that_was_emptied_gets_its_office_back_from_those_who_hold_it() {
    let world = World::new(123);
    let people = office(&world, &["Ana", "Бојан"]);
    let case = create(&people[0], "By Ana");
    create(&people[1], "By Бојан");
    attach(&world, &people[0], case, "letter.txt", "a letter");
    for device in [&people[0], &people[1], &people[0]] {
        device.handle(SyncNow {}).expect("in step");
    }
    world.empty_server();
    // Not an administrator: brings the office back, and waits for one before it believes the new server's receipts.
    create(&people[1], "After the loss");
    let waits = people[1].handle(SyncNow {}).expect_err("it is another server, which nobody has named yet");
    assert_eq!(waits.code, ErrorCode::WaitingForAdministrator);
    let last = computer(&people[1]).findings[0].last;
    people[1].handle(FindingsNote { last }).expect("read of it");
    create(&people[1], "After reading of it");
    let waits = people[1].handle(SyncNow {}).expect_err("still so, now that a person has read of it");
    assert_eq!(waits.code, ErrorCode::WaitingForAdministrator);
    people[0].handle(SyncNow {}).expect("an administrator brings back the rest");
    assert_eq!(findings(&people[1]), [FindingKind::ServerBehind], "said, and nobody is accused of forging");
    assert!(findings(&people[0]).contains(&FindingKind::ServerBehind), "said loudly");
    unharmed(&world, &[&people[0], &people[1]], 4);
    fetch(&people[1], case).expect("the file is back too");
    for device in &people {
        assert_eq!(device.handle(SyncStatusGet {}).expect("status").waiting, 0, "all is acknowledged again");
    }
}

#[test]
fn a_server_that_keeps_a_colleague_back_shows_as_age() {
    const DAY: i64 = 86_400_000;
    let world = World::new(119);
    let people = office(&world, &["Ana", "Бојан"]);
    let heard = |device: &Device| computer(device).heard;
    create(&people[0], "Heard");
    people[0].handle(SyncNow {}).expect("sent");
    people[1].handle(SyncNow {}).expect("received");
    let before = heard(&people[1]);
    assert_eq!(before.iter().map(|row| row.person_name.as_str()).collect::<Vec<_>>(), ["Ana"], "everybody but oneself");
    let at = before[0].at.expect("she was heard");
    world.pass(3 * DAY);
    create(&people[0], "Kept back");
    people[0].handle(SyncNow {}).expect("sent");
    world.set_lie(Some(on_records(|_| Vec::new())));
    people[1].handle(SyncNow {}).expect("as if nothing were new");
    assert_eq!(heard(&people[1])[0].at, Some(at), "three days ago");
    unharmed(&world, &[&people[0], &people[1]], 2);
    assert!(heard(&people[1])[0].at >= Some(Moment(at.0 + 3 * DAY)));
}

#[test]
fn an_honest_server_causes_no_finding() {
    let world = World::new(111);
    let people = office(&world, &["Ana"]);
    let newcomer = join(&world, &people[0], "Бојан");
    assert_eq!(findings(&newcomer), []);
    assert_eq!(findings(&people[0]), []);
}
