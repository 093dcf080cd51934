//! Two people, two computers, one server that cannot read: the main promise, told as tests.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use praesto_app::Handle;
use praesto_contract::*;
use praesto_tests::world::{
    Device, Faults, World, ask_in, attach, computer, create, decide, edit, everything, fetch, found, get, join, keep_file_back, key, note,
    office, passphrase_key, reasons, save, settle, step, sync, unlock, with_a_case, with_a_file,
};

fn text(value: &str) -> FieldValue {
    FieldValue::Text(value.to_owned())
}

fn set(field: &str, value: &str) -> CaseChange {
    CaseChange::SetField { field: field.to_owned(), value: text(value) }
}

fn both_offline_then_online(first: usize) {
    let world = World::new(1);
    let (people, case) = with_a_case(&world, "Ема Јанкулова");
    let [ana, bojan] = &people;

    world.set_online(false);
    edit(ana, case, vec![set("start", "1 December"), set("hours", "06:30"), note(1, "Mother works early.")]);
    let hers = decide(ana, case, "granted").decisions[0].id;
    attach(&world, ana, case, "scan.txt", "a scanned page");
    world.pass(60_000);
    edit(bojan, case, vec![set("start", "7 January"), set("group", "Bee"), note(3, "Breza is full.")]);
    decide(bojan, case, "refused");
    assert_eq!(sync(ana).phase, SyncPhase::Offline, "offline is a state, not a failure");
    assert_eq!(ana.handle(SyncStatusGet {}).expect("status").waiting, 3, "the edit, the decision and the attachment wait");

    world.set_online(true);
    let order = [people.get(first), people.get(1 - first)];
    for device in order.into_iter().flatten() {
        sync(device);
    }
    settle(&[ana, bojan]);

    assert_eq!(everything(ana), everything(bojan), "both end equal in every view");
    let seen = get(ana, case);
    let notes: Vec<_> = seen.notes.iter().map(|note| note.text.as_str()).collect();
    assert!(notes.contains(&"Mother works early.") && notes.contains(&"Breza is full."), "no note is lost: {notes:?}");
    assert_eq!(seen.attachments.len(), 1, "the attachment is named on both");
    let field = |name: &str| seen.fields.iter().find(|field| field.field == name).map(|field| field.value.clone());
    assert_eq!((field("hours"), field("group")), (Some(text("06:30")), Some(text("Bee"))), "different fields do not clash");
    assert_eq!(seen.status, Status::NeedsAdjudication, "contradicting decisions wait for a person");
    assert_eq!(seen.decisions.iter().filter(|decision| decision.contradicted).count(), 2);

    let clash =
        seen.conflicts.iter().find(|conflict| conflict.place == Place::Field { field: "start".to_owned() }).expect("the clash is shown");
    let mut by: Vec<_> =
        clash.values.iter().map(|value| (value.by.name.as_str(), value.value.clone(), value.by.device_name.as_str())).collect();
    by.sort();
    let expected = [("Ana", text("1 December"), "Laptop of Ana"), ("Бојан", text("7 January"), "Laptop of Бојан")];
    assert_eq!(by, expected, "both values, both people, both computers are shown");
    assert!(clash.values.iter().all(|value| value.by.at.0 > 0), "and when");

    let value_id = clash.values.iter().find(|value| value.value == text("7 January")).expect("a value").value_id.clone();
    let place = Place::Field { field: "start".to_owned() };
    let stale = ConflictSettle {
        case,
        place: place.clone(),
        settlement: Settlement::KeepBothAsNote,
        shown: vec![value_id.clone(), "another".to_owned()],
    };
    assert_eq!(bojan.handle(stale).expect_err("something else was shown").code, ErrorCode::ChangedSince);
    bojan.handle(ConflictSettle { case, place, settlement: Settlement::Use { value_id }, shown: Vec::new() }).expect("a person settles it");
    let back = bojan.handle(CaseUndo { case }).expect("and takes it back");
    assert!(clash.values.iter().all(|value| back.notes.iter().any(|note| note.text.contains(&value.by.name))), "neither value is hidden");
    edit(bojan, case, vec![CaseChange::SetField { field: "start".to_owned(), value: text("7 January") }]);
    edit(ana, case, vec![CaseChange::WithdrawDecision { id: hers, withdrawn: true }]);
    settle(&[ana, bojan]);
    let seen = get(ana, case);
    assert!(seen.conflicts.is_empty(), "the choice reaches the other computer");
    assert_eq!(seen.status, Status::Decided);
    assert_eq!(everything(ana), everything(bojan));
    for device in [ana, bojan] {
        let sync = device.handle(SyncStatusGet {}).expect("status");
        assert_eq!((sync.waiting, sync.set_aside, sync.findings), (0, 0, 0), "nothing waits, nothing is set aside, nobody lied");
        assert_eq!(device.handle(Verify {}).expect("verified").problems, [], "everything held checks against the fingerprint");
    }
}

#[test]
fn two_people_offline_on_one_case_lose_nothing_when_the_first_returns_first() {
    both_offline_then_online(0);
}

#[test]
fn two_people_offline_on_one_case_lose_nothing_when_the_second_returns_first() {
    both_offline_then_online(1);
}

#[test]
fn a_newcomer_reads_the_history_from_before() {
    let world = World::new(2);
    let people = office(&world, &["Ana"]);
    let case = create(&people[0], "Before anybody joined");
    edit(&people[0], case, vec![note(1, "written before")]);
    settle(&[&people[0]]);
    let bojan = join(&world, &people[0], "Бојан");
    settle(&[&people[0], &bojan]);
    assert_eq!(everything(&people[0]), everything(&bojan), "a new member reads all history");
    assert_eq!(everything(&bojan).len(), 1, "and there is some");
}

#[test]
fn an_invitation_lets_in_one_computer_only() {
    let world = World::new(3);
    let people = office(&world, &["Ana"]);
    let invitation = people[0].handle(InvitationCreate { person_name: "Бојан".to_owned() }).expect("an invitation");
    let (first, second) = (world.device("first"), world.device("second"));
    for device in [&first, &second] {
        let join = OfficeJoin { code: invitation.code.clone(), person_name: "Бојан".to_owned(), key: key() };
        device.handle(join).expect("the code is taken");
        let _ = device.handle(SyncNow {});
    }
    sync(&people[0]);
    let outcomes = [first.handle(SyncNow {}).is_ok(), second.handle(SyncNow {}).is_ok()];
    assert_eq!(outcomes.iter().filter(|ok| **ok).count(), 1, "one use is a rule of the register: {outcomes:?}");
}

#[test]
fn an_attachment_arrives_and_opens_on_the_other_computer() {
    let world = World::new(4);
    let letter = "Dear family".repeat(20_000);
    let (people, case) = with_a_file(&world, &letter);
    let bojan = &people[1];
    assert_eq!(get(bojan, case).attachments[0].whereabouts, Whereabouts::OnServer, "not fetched before somebody needs it");
    let seen = fetch(bojan, case).expect("fetched");
    assert_eq!(seen.attachments[0].whereabouts, Whereabouts::Here);
    let out = world.scratch("out.txt");
    save(bojan, case, &out, false).expect("written out");
    assert_eq!(std::fs::read(&out).expect("the copy"), letter.as_bytes(), "the same bytes come out");
    assert_eq!(save(bojan, case, &out, false).expect_err("an existing file stays").code, ErrorCode::FileExists);
    settle(&[bojan, &people[0]]);
    let seen = get(&people[0], case);
    let (row, version) = (&seen.timeline[0], seen.attachments[0].by.clone());
    assert_eq!(
        (&row.what[..], row.by.name.as_str(), row.text.as_deref()),
        (&["take-out".to_owned()][..], "Бојан", Some("For the hearing"))
    );
    assert_eq!(row.taken_out, Some(TakenOutView { name: "letter.txt".to_owned(), version: Some(version) }), "the trail says which left");
}

#[test]
fn a_file_that_was_torn_while_it_arrived_is_fetched_again_and_nobody_is_accused() {
    let world = World::new(9);
    let (people, case) = with_a_file(&world, &"Dear family".repeat(20_000));
    let bojan = &people[1];
    world.set_faults(Faults { truncate: 1, ..Faults::default() });
    let broken = fetch(bojan, case).expect_err("it breaks off");
    assert_eq!(broken.code, ErrorCode::Offline);
    world.set_faults(Faults::default());
    let under_way = world.profile("Бојан").join("attachments/tmp");
    let part = std::fs::read_dir(under_way).expect("a folder").map(|entry| entry.expect("an entry").path()).next().expect("a part");
    let mut bytes = std::fs::read(&part).expect("the part");
    bytes.fill(0);
    std::fs::write(&part, bytes).expect("torn");
    let seen = fetch(bojan, case).expect("fetched from the beginning");
    assert_eq!(seen.attachments[0].whereabouts, Whereabouts::Here);
    assert_eq!(bojan.handle(SyncStatusGet {}).expect("status").findings, 0, "nobody is accused");
}

#[test]
fn what_a_newer_program_wrote_waits_visibly_until_this_one_is_updated() {
    let world = World::new(10);
    let (people, case) = with_a_case(&world, "Before the update");
    world.upgrade("Ana");
    edit(&people[0], case, vec![note(1, "by the newer program")]);
    create(&people[0], "Made by the newer program");
    settle(&[&people[0], &people[1]]);
    assert_eq!(reasons(&people[1]), [SetAsideReason::UnknownSchema, SetAsideReason::UnknownSchema], "kept, and the reason says to update");
    // Work goes on beside it, and what builds on it waits with it.
    edit(&people[1], case, vec![note(2, "by the older program")]);
    settle(&[&people[1], &people[0]]);
    edit(&people[0], case, vec![note(3, "by the newer program, having seen both")]);
    settle(&[&people[0], &people[1]]);
    assert_eq!(get(&people[1], case).notes.len(), 1, "what can be read is shown");
    world.upgrade("Бојан");
    settle(&[&people[1], &people[0]]);
    assert_eq!(everything(&people[0]), everything(&people[1]), "all of it is taken in");
    assert_eq!(get(&people[1], case).notes.len(), 3);
    assert_eq!(people[1].handle(SyncStatusGet {}).expect("status").set_aside, 0);
}

#[test]
fn one_name_is_found_in_all_its_spellings_on_both_computers() {
    let world = World::new(8);
    let people = office(&world, &["Ana", "Бојан"]);
    let case = create(&people[0], "Housing allowance, Ангел Трајков");
    edit(&people[0], case, vec![note(1, "Teuta Gashi asks for him.")]);
    settle(&[&people[0], &people[1]]);
    for words in ["housing", "allowance", "allow", "Ангел", "angel", "trajkov", "Trajkov Angel", "gashi", "Gaši"] {
        for device in &people {
            let found = device.handle(Search { words: words.to_owned(), limit: 5 }).expect("searched");
            assert_eq!(found.rows.iter().map(|row| row.id).collect::<Vec<_>>(), [case], "{words} finds the case");
        }
    }
}

#[test]
fn an_edit_is_taken_back_by_a_new_one() {
    let world = World::new(5);
    let people = office(&world, &["Ana", "Бојан"]);
    let case = create(&people[0], "Undo");
    edit(&people[0], case, vec![set("hours", "06:30")]);
    edit(&people[0], case, vec![set("hours", "07:00")]);
    let seen = people[0].handle(CaseUndo { case }).expect("taken back");
    assert_eq!(seen.fields[0].value, text("06:30"));
    settle(&[&people[0], &people[1]]);
    assert_eq!(everything(&people[0]), everything(&people[1]));
}

#[test]
fn a_locked_vault_answers_nothing_and_forgets_nothing() {
    let world = World::new(6);
    let device = world.device("Ana");
    let create_office =
        OfficeCreate { office_name: "Lindara".to_owned(), person_name: "Ana".to_owned(), server: None, key: passphrase_key() };
    device.handle(create_office).expect("an office without a server");
    let case = create(&device, "Kept");
    device.handle(VaultLock {}).expect("locked");
    assert_eq!(device.handle(CaseGet { case }).expect_err("shut").code, ErrorCode::Locked);
    let wrong = VaultUnlock { passphrase: Some(SecretText::new("not the passphrase".to_owned())) };
    assert_eq!(device.handle(wrong).expect_err("wrong").code, ErrorCode::WrongPassphrase);
    for nothing in [None, Some(SecretText::new(String::new()))] {
        // However often nothing is said, nobody has to wait for it.
        for _ in 0..9 {
            let refused = device.handle(VaultUnlock { passphrase: nothing.clone() }).expect_err("nothing opens it");
            assert_eq!((refused.code, refused.args["field"].as_str()), (ErrorCode::InvalidInput, "no_passphrase"));
        }
    }
    let right = VaultUnlock { passphrase: passphrase_key().passphrase };
    assert!(matches!(device.handle(right).expect("unlocked"), AppStatus::Open { .. }));
    assert_eq!(get(&device, case).title, "Kept");
}

#[test]
fn an_office_made_offline_reaches_its_server_later() {
    let world = World::new(7);
    world.set_online(false);
    let ana = found(&world, "Ana");
    create(&ana, "Made offline");
    assert_eq!(sync(&ana).phase, SyncPhase::Offline);
    world.set_online(true);
    sync(&ana);
    let bojan = join(&world, &ana, "Бојан");
    settle(&[&ana, &bojan]);
    assert_eq!(everything(&ana), everything(&bojan));
    assert_eq!(everything(&bojan).len(), 1);
}

#[test]
fn people_who_type_while_their_computers_sync_lose_nothing() {
    const NOTES: u128 = 150;
    let world = World::new(13);
    let (people, case) = with_a_case(&world, "Typed in together");
    let typing = AtomicUsize::new(people.len());
    thread::scope(|threads| {
        for (number, device) in (1..).zip(&people) {
            let typing = &typing;
            threads.spawn(move || {
                for k in 0..NOTES {
                    let mut changes = vec![note(number * 1_000 + k, "Written while a run is under way.")];
                    if k % 10 == 0 {
                        changes.push(set("hours", &format!("{number}:{k}")));
                    }
                    edit(device, case, changes);
                }
                typing.fetch_sub(1, Ordering::SeqCst);
            });
            threads.spawn(move || {
                while typing.load(Ordering::SeqCst) > 0 {
                    sync(device);
                }
            });
        }
    });
    settle(&[&people[0], &people[1]]);
    assert_eq!(everything(&people[0]), everything(&people[1]), "both end equal in every view");
    assert_eq!(get(&people[0], case).notes.len() as u128, 2 * NOTES, "nothing is lost");
    for device in &people {
        let here = computer(device);
        assert_eq!((here.sync.waiting, here.set_aside.len(), here.findings.len()), (0, 0, 0));
    }
}

#[test]
fn a_newcomers_window_opens_before_the_cases_come() {
    let world = World::new(14);
    let people = office(&world, &["Ana"]);
    create(&people[0], "Ема Јанкулова");
    sync(&people[0]);
    let bojan = ask_in(&world, &people[0], "Бојан");
    sync(&people[0]);
    world.take_heard("Бојан");
    sync(&bojan);
    let told = world.take_heard("Бојан");
    let opens = told.iter().position(|event| matches!(event, AppEvent::Status { status: AppStatus::Open { .. } }));
    let cases = told.iter().position(|event| matches!(event, AppEvent::Cases { .. }));
    assert!(opens.is_some() && cases.is_some() && opens < cases, "{told:?}");
}

#[test]
fn a_decision_without_a_reason_is_refused_and_the_field_named() {
    let world = World::new(15);
    let people = office(&world, &["Ana"]);
    let case = create(&people[0], "Appeal");
    for reason in ["", " \n"] {
        let (outcome, reason) = ("granted".to_owned(), reason.to_owned());
        let decision = CaseDecide { case, outcome, reason, replaces: Vec::new(), drafts: Vec::new() };
        let refused = people[0].handle(decision).expect_err("it has no reason");
        assert_eq!((refused.code, refused.args["field"].as_str()), (ErrorCode::InvalidInput, "reason"));
    }
    assert_eq!(get(&people[0], case).decisions, [], "nothing was decided");
}

#[test]
fn a_file_that_cannot_be_sent_waits_visibly() {
    let world = World::new(16);
    let (people, case) = with_a_case(&world, "With a file");
    attach(&world, &people[0], case, "scan.txt", "a scanned page");
    let put_back = keep_file_back(&world, "Ana", &people[0]);
    let here = computer(&people[0]);
    assert_eq!(here.sync.waiting, 1, "not everything is sent");
    assert_eq!(here.waiting.iter().map(|row| (row.case, row.what.join(" "))).collect::<Vec<_>>(), [(Some(case), "file".to_owned())]);
    put_back();
    assert_eq!(sync(&people[0]).waiting, 0);
}

#[test]
fn two_statuses_set_apart_are_a_clash_and_the_case_stays_in_sight() {
    let world = World::new(17);
    let (people, case) = with_a_case(&world, "Closed and waiting");
    step(&people[0], case, Some("close"));
    step(&people[1], case, Some("wait"));
    edit(&people[1], case, vec![note(3, "They will send the proof.")]);
    settle(&[&people[0], &people[1]]);
    for device in &people {
        let seen = get(device, case);
        assert_eq!(seen.status, Status::Waiting, "it is not closed behind anybody's back");
        let clash = seen.conflicts.iter().find(|conflict| conflict.place == Place::Status).expect("the clash is shown");
        let mut said: Vec<_> = clash.values.iter().map(|value| (value.by.name.as_str(), value.value.clone())).collect();
        said.sort_by_key(|(name, _)| *name);
        assert_eq!(said, [("Ana", text("closed closed")), ("Бојан", text("waiting waiting"))], "with who wanted what");
        let list = CaseListGet { queue: Queue::Conflict, sort: CaseSort::Due, filter: ListFilter::default(), offset: 0, limit: 10 };
        assert_eq!(device.handle(list).expect("a list").total, 1);
    }
    let seen = get(&people[1], case);
    let closed = seen.conflicts[0].values.iter().find(|value| value.value == text("closed closed")).expect("one of them");
    let settlement = Settlement::Use { value_id: closed.value_id.clone() };
    people[1].handle(ConflictSettle { case, place: Place::Status, settlement, shown: Vec::new() }).expect("a person chooses");
    settle(&[&people[0], &people[1]]);
    assert_eq!(everything(&people[0]), everything(&people[1]));
    let seen = get(&people[0], case);
    assert_eq!((seen.status, seen.conflicts), (Status::Closed, vec![]));
}

#[test]
fn a_change_beside_the_closing_is_in_sight_until_a_person_has_looked() {
    let world = World::new(18);
    let (people, case) = with_a_case(&world, "Closed too early");
    let [ana, bojan] = &people;
    step(ana, case, Some("close"));
    edit(bojan, case, vec![note(2, "The appeal came today.")]);
    settle(&[ana, bojan]);
    let conflicts = |device: &Device| {
        let list = CaseListGet { queue: Queue::Conflict, sort: CaseSort::Due, filter: ListFilter::default(), offset: 0, limit: 10 };
        device.handle(list).expect("a list").total
    };
    for device in [ana, bojan] {
        let seen = get(device, case);
        assert_eq!(seen.status, Status::Closed, "nobody opened it");
        let late = seen.late.expect("the change is named");
        assert!(late.apart, "Бојан did not know");
        assert_eq!(late.by.iter().map(|by| by.name.as_str()).collect::<Vec<_>>(), ["Бојан"]);
        let marked: Vec<bool> = seen.timeline.iter().map(|row| row.late).collect();
        assert_eq!(marked.iter().filter(|late| **late).count(), 1, "in the trail too");
        assert_eq!(conflicts(device), 1, "and the case is listed where people settle things");
    }

    step(ana, case, None);
    settle(&[ana, bojan]);
    assert_eq!((get(bojan, case).late, conflicts(bojan), conflicts(ana)), (None, 0, 0), "closed again by somebody who had seen it");
    edit(bojan, case, vec![note(4, "Filed with the closed case.")]);
    settle(&[ana, bojan]);
    let late = get(ana, case).late.expect("a change that knew of the closing is named as well");
    assert!(!late.apart);
    assert_eq!(conflicts(ana), 0, "and waits for nobody");
    assert_eq!(everything(ana), everything(bojan));
}

#[test]
fn of_two_views_of_the_sync_the_later_is_known() {
    let world = World::new(19);
    let people = office(&world, &["Ana"]);
    let earlier = sync(&people[0]);
    let later = people[0].handle(SyncStatusGet {}).expect("how it stands");
    assert!(later.supersedes(Some(&earlier)) && !earlier.supersedes(Some(&later)));
    people[0].handle(VaultLock {}).expect("locked");
    unlock(&people[0]);
    let opened = people[0].handle(SyncStatusGet {}).expect("how it stands");
    assert!(opened.supersedes(Some(&later)), "also after the office was shut and opened");
}

#[test]
fn where_one_of_several_files_cannot_be_read_none_is_attached_and_nothing_stays_behind() {
    let world = World::new(20);
    let people = office(&world, &["Ana"]);
    let ana = &people[0];
    let case = create(ana, "Three files dropped");
    sync(ana);
    let paths: Vec<String> = ["one.txt", "missing.txt", "three.txt"].map(|name| world.profile(name).to_string_lossy().into_owned()).into();
    for path in [&paths[0], &paths[2]] {
        std::fs::write(path, "a page").expect("a file to attach");
    }
    let add = || ana.handle(AttachmentAdd { case, paths: paths.clone(), version_of: None });
    assert_eq!(add().expect_err("one is missing").code, ErrorCode::FileUnreadable);
    let seen = get(ana, case);
    assert_eq!((seen.attachments.len(), seen.not_sent), (0, 0), "nothing was changed, as the error says");
    std::fs::write(&paths[1], "a page").expect("now it is there");
    let seen = add().expect("all three");
    assert_eq!(
        seen.attachments.iter().map(|one| one.name.as_str()).collect::<Vec<_>>(),
        ["one.txt", "missing.txt", "three.txt"],
        "once each"
    );
    let seen = ana.handle(CaseUndo { case }).expect("taken back");
    assert_eq!(seen.attachments.len(), 0, "what came as one goes as one");
}

#[test]
fn a_file_that_cannot_be_written_outside_leaves_no_word_that_it_left() {
    let world = World::new(21);
    let people = office(&world, &["Ana"]);
    let ana = &people[0];
    let case = create(ana, "Printed for the hearing");
    let seen = attach(&world, ana, case, "scan.txt", "a scanned page");
    let nowhere = world.scratch("no-such-folder").join("scan.txt");
    save(ana, case, &nowhere, false).expect_err("there is no such folder");
    assert_eq!(get(ana, case).timeline.len(), seen.timeline.len(), "nothing left, and nothing says so");
    let out = world.scratch("out.txt");
    save(ana, case, &out, false).expect("saved outside");
    assert_eq!(std::fs::read_to_string(out).expect("it is there"), "a scanned page");
    assert_eq!(get(ana, case).timeline.len(), seen.timeline.len() + 1, "and the case says so");
}

#[test]
fn what_a_colleague_wrote_before_one_looked_and_sent_after_it_is_new() {
    let world = World::new(22);
    let (people, case) = with_a_case(&world, "Written on the train");
    let [ana, bojan] = &people;
    get(bojan, case);
    let unseen = |device: &Device| {
        let list = CaseListGet { queue: Queue::Team, sort: CaseSort::Due, filter: ListFilter::default(), offset: 0, limit: 10 };
        device.handle(list).expect("a list").rows[0].unseen
    };
    assert!(!unseen(bojan));
    edit(ana, case, vec![note(1, "Offline at half past ten.")]);
    world.pass(30 * 60_000);
    get(bojan, case);
    settle(&[ana, bojan]);
    assert!(unseen(bojan), "what came after he looked is new, whatever time it carries");
    assert!(!unseen(ana), "one's own is not");
    get(bojan, case);
    assert!(!unseen(bojan));
}

#[test]
fn what_nobody_changed_here_cannot_be_taken_back() {
    let world = World::new(30);
    let (people, case) = with_a_case(&world, "Ема Јанкулова");
    sync(&people[1]);
    let refused = people[1].handle(CaseUndo { case }).expect_err("Бојан changed nothing");
    assert_eq!(refused.code, ErrorCode::NothingToUndo);
    let title = "x".repeat(500);
    let request = CaseCreate {
        title: title.clone(),
        reference: None,
        case_type: None,
        channel: Channel::App,
        changes: Vec::new(),
        drafts: Vec::new(),
    };
    assert_eq!(people[1].handle(request).expect("as long as the words say").title, title);
}

#[test]
fn a_clock_that_does_not_agree_with_the_servers_is_said() {
    let world = World::new(29);
    let ana = &office(&world, &["Ana"])[0];
    let ahead = || computer(ana).clock_ahead.expect("compared");
    assert!(ahead().abs() < 1_000);
    world.put_clock_off("Ana", -3 * 3_600_000);
    world.pass(11 * 60 * 1000);
    sync(ana);
    assert!((ahead() + 3 * 3_600_000).abs() < 1_000, "{}", ahead());
}
