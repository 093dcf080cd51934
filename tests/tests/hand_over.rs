//! Cases go from one person to another in one act, are taken or given back, on computers that do not always know of each other.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use praesto_app::Handle;
use praesto_contract::*;
use praesto_domain::casework::EventKind;
use praesto_protocol::Kind;
use praesto_tests::forger::forge_record;
use praesto_tests::world::{
    Device, Lie, World, ask_in, create, edit, every_list, everything, found, get, in_vault, note, office, pair, reasons, settle, start,
    step, sync, while_shut,
};
use uuid::Uuid;

fn me(device: &Device) -> PersonId {
    device.handle(PeopleList {}).expect("people").into_iter().find(|person| person.me).expect("oneself").id
}

fn give(device: &Device, cases: Option<Vec<CaseId>>, to: PersonId, words: &str) -> Result<HandOverDone, ApiError> {
    device.handle(HandOver { cases, to, words: words.to_owned(), tasks: true, had: None, drafts: Vec::new() })
}

/// What is said of a whole caseload, as it stands unsaved in the dialog.
const DRAFT: &str = "hand-over-all-words";

/// Hands over all, as the dialog does: with the words that stand there unsaved.
fn give_all(device: &Device, to: PersonId, words: &str) -> HandOverDone {
    let drafts = vec![DRAFT.to_owned()];
    let request = HandOver { cases: None, to, words: words.to_owned(), tasks: true, had: None, drafts };
    device.handle(request).expect("all of it, or a part")
}

fn types(device: &Device, text: &str) {
    device.handle(DraftPut { case: None, place: DRAFT.to_owned(), text: text.to_owned() }).expect("kept");
}

fn typed(device: &Device) -> Vec<String> {
    device.handle(DraftList { case: None }).expect("drafts").into_iter().map(|draft| draft.text).collect()
}

/// Hands over all until the vault shuts in between, as at the end of the program; then it is open again.
fn cut_off(world: &Arc<World>, device: &Device, to: PersonId, words: &str) -> HandOverDone {
    let cut = std::thread::scope(|scope| {
        let handing = scope.spawn(|| give_all(device, to, words));
        until_handed(world, "Ana", 16);
        device.lock();
        handing.join().expect("it ends")
    });
    device.handle(VaultUnlock { passphrase: None }).expect("it opens again");
    assert_eq!(cut.stopped.as_ref().map(|error| error.code), Some(ErrorCode::Locked));
    cut
}

fn waiting(device: &Device) -> Vec<WaitingActView> {
    device.handle(HandOversWaiting {}).expect("what waits")
}

fn view(device: &Device) -> HandOversView {
    device.handle(HandOversGet {}).expect("both sides")
}

fn take(device: &Device, act: HandOverAct, cases: Option<Vec<CaseId>>) -> HandOverDone {
    device.handle(HandOverTake { act, cases }).expect("taken, also offline")
}

fn give_back(device: &Device, act: HandOverAct, cases: Option<Vec<CaseId>>, words: &str) -> HandOverDone {
    let request = HandOverGiveBack { act, cases, words: words.to_owned(), drafts: Vec::new() };
    device.handle(request).expect("given back, also offline")
}

/// What became of what was handed over last: waits, taken, given back, over.
fn told(device: &Device) -> [u64; 4] {
    let GivenView { waits, taken, given_back, over, .. } = view(device).given.into_iter().next().expect("an act");
    [waits, taken, given_back, over]
}

fn task(number: u128, person: Option<PersonId>) -> CaseChange {
    CaseChange::AddTask { id: TaskId(Uuid::from_u128(number)), text: format!("task {number}"), due: None, assignee: person }
}

/// Everybody shows the same, and nothing was refused or set aside.
fn in_step(devices: &[&Device]) {
    settle(devices);
    for device in &devices[1..] {
        assert_eq!(everything(devices[0]), everything(device));
        assert_eq!(every_list(devices[0]), every_list(device));
    }
    for device in devices {
        assert_eq!(reasons(device), []);
        assert_eq!(device.handle(Verify {}).expect("verified").problems, []);
    }
}

#[test]
fn a_caseload_goes_over_in_one_act_and_says_what_there_is_to_do() {
    let world = World::new(701);
    let [ana, bojan] = &pair(&world);
    let (hers, his) = (me(ana), me(bojan));
    let cases: Vec<CaseId> = (0..12).map(|number| create(ana, &format!("Case {number}"))).collect();
    let day = |days: i32| {
        let mut day = get(ana, cases[0]).received.expect("today").0;
        for _ in 0..days.abs() {
            day = if days < 0 { day.yesterday() } else { day.tomorrow() }.expect("a day");
        }
        Day(day)
    };
    let deadline = |number: u128, on: Day| CaseChange::AddDeadline {
        id: DeadlineId(Uuid::from_u128(number)),
        label: format!("Answer {number}"),
        day: on,
        rule: None,
    };
    edit(ana, cases[3], vec![deadline(1, day(-2)), note(2, "She called on Monday, and wants an answer.")]);
    edit(ana, cases[7], vec![deadline(3, day(3)), task(4, Some(hers)), task(5, None)]);
    step(ana, cases[11], Some("close"));
    let other = create(bojan, "His own");
    settle(&[ana, bojan]);

    let plan = ana.handle(HandOverPlan {}).expect("a plan");
    assert_eq!((plan.cases, plan.overdue, plan.due_soon, plan.open_tasks), (11, 1, 1, 2), "closed ones stay");
    world.set_online(false);
    let done = give(ana, None, his, "  I am ill from tomorrow.  ").expect("handed over, also offline");
    assert_eq!((done.done, done.left.len(), done.stopped), (11, 0, None));
    let mut heard = world
        .take_heard("Ana")
        .into_iter()
        .filter_map(|event| if let AppEvent::HandOver { done, total } = event { Some((done, total)) } else { None });
    assert_eq!(heard.next_back(), Some((11, 11)), "progress is told");
    assert_eq!(ana.handle(HandOverPlan {}).expect("a plan").cases, 0);
    assert_eq!(told(ana), [11, 0, 0, 0]);
    world.set_online(true);
    settle(&[ana, bojan]);

    let acts = waiting(bojan);
    assert_eq!((acts.len(), acts[0].name.as_str(), acts[0].load.cases), (1, "Ana", 11));
    let load = acts[0].load;
    assert_eq!((load.overdue, load.due_soon, load.open_tasks, load.unseen, load.conflicts), (1, 1, 2, 11, 0));
    let seen = view(bojan).to_me.remove(0);
    assert_eq!(seen.words, "I am ill from tomorrow.");
    let rows: Vec<CaseId> = seen.rows.iter().map(|row| row.case.id).collect();
    assert_eq!((rows.len(), rows[0], rows[1]), (11, cases[3], cases[7]), "most urgent first");
    assert_eq!(seen.rows[0].deadline.as_ref().map(|next| next.label.as_str()), Some("Answer 1"));
    assert_eq!(seen.rows[0].note.as_ref().map(|note| note.text.as_str()), Some("She called on Monday, and wants an answer."));
    assert_eq!(seen.rows[1].open_tasks, 2);
    let shown = get(bojan, cases[7]);
    let handed = shown.handed_over.as_ref().expect("it says so");
    assert!(handed.mine && handed.words == "I am ill from tomorrow." && handed.by.name == "Ana");
    assert_eq!(shown.assignee, Some(his), "he has it at once");
    let tasks: Vec<_> = shown.tasks.iter().map(|task| task.assignee).collect();
    assert_eq!(tasks, [Some(his), None], "hers went along, nobody's stayed");
    assert_eq!(shown.timeline[0].what, ["hand-over"]);
    assert_eq!(shown.timeline[0].text.as_deref(), Some("I am ill from tomorrow."));
    let found = bojan.handle(Search { words: "tomorrow".to_owned(), limit: 50 }).expect("searched");
    assert_eq!(found.rows.len(), 11, "what was said is found");
    assert!(!get(ana, cases[0]).handed_over.expect("she sees it too").mine);

    let act = handed.act;
    assert_eq!(take(bojan, act, Some(vec![cases[0]])).done, 1);
    let back = give_back(bojan, act, Some(vec![cases[7]]), "I do not know the law here.");
    assert_eq!((back.done, back.left.len()), (1, 0));
    assert_eq!(take(bojan, act, None).done, 9, "the rest of it");
    assert_eq!(waiting(bojan), []);
    settle(&[ana, bojan]);
    assert_eq!(told(ana), [0, 10, 1, 0]);
    let came_back = view(ana).given.remove(0).back.remove(0);
    assert_eq!((came_back.case.id, came_back.words.as_str()), (cases[7], "I do not know the law here."));
    assert_eq!(came_back.by.map(|by| by.name), Some("Бојан".to_owned()));
    let again = get(ana, cases[7]);
    assert_eq!(
        (again.assignee, again.tasks[0].assignee, again.handed_over),
        (Some(hers), Some(hers), None),
        "with the task that went along"
    );
    assert_eq!(get(bojan, other).assignee, Some(his), "his own was never touched");
    in_step(&[ana, bojan]);
}

#[test]
fn two_hundred_cases_take_seconds_and_hold_up_no_other_save() {
    let world = World::new(702);
    let [ana, bojan] = &pair(&world);
    let cases: Vec<CaseId> = (0..200).map(|number| create(ana, &format!("Case {number}"))).collect();
    let began = Instant::now();
    assert_eq!(give(ana, None, me(bojan), "ill").expect("handed over").done, 200);
    assert!(began.elapsed() < Duration::from_secs(20), "{:?} in a program that is not even optimised", began.elapsed());
    sync(ana);
    sync(bojan);
    let act = waiting(bojan)[0].act;
    let began = Instant::now();
    assert_eq!(view(bojan).to_me[0].rows.len(), 200);
    assert!(began.elapsed() < Duration::from_secs(10), "{:?}", began.elapsed());
    assert_eq!(take(bojan, act, None).done, 200);
    assert_eq!(get(bojan, cases[199]).handed_over, None);
}

/// Waits until so many cases were handed over on a computer.
fn until_handed(world: &Arc<World>, name: &str, cases: u64) {
    let began = Instant::now();
    while began.elapsed() < Duration::from_secs(60) {
        let heard = world.take_heard(name);
        if heard.iter().any(|event| matches!(event, AppEvent::HandOver { done, .. } if *done >= cases)) {
            return;
        }
        std::thread::sleep(Duration::from_millis(1));
    }
    panic!("nothing was handed over");
}

#[test]
fn what_is_stopped_in_the_middle_leaves_whole_cases_and_goes_on_as_the_same_act() {
    let world = World::new(703);
    let [ana, bojan] = &pair(&world);
    let (hers, his) = (me(ana), me(bojan));
    let cases: Vec<CaseId> = (0..150).map(|number| create(ana, &format!("Case {number}"))).collect();
    for case in &cases {
        edit(ana, *case, vec![task(u128::from(case.0.as_u128() as u32), Some(hers))]);
    }
    types(ana, "ill");
    let cut = cut_off(&world, ana, his, "ill");
    assert!(cut.done >= 16 && cut.done < 150, "{} were handed over", cut.done);
    assert_eq!(typed(ana), ["ill"], "what it goes on with is kept");
    for case in &cases {
        let shown = get(ana, *case);
        let whole = (shown.assignee, shown.tasks[0].assignee, shown.handed_over.is_some());
        assert!(whole == (Some(his), Some(his), true) || whole == (Some(hers), Some(hers), false), "{whole:?}");
    }
    // A person stops it.
    let stopped = std::thread::scope(|scope| {
        world.take_heard("Ana");
        let handing = scope.spawn(|| give_all(ana, his, "ill"));
        until_handed(&world, "Ana", 16);
        // Meanwhile nothing else is begun over many cases, and one alone is for whoever asks.
        let act = HandOverAct { giver: his, together: HandOverId(Uuid::from_u128(7)) };
        let second = ana.handle(HandOverTake { act, cases: None });
        assert_eq!(take(ana, act, Some(vec![cases[0]])).left_total, 1);
        ana.handle(HandOverStop {}).expect("stopped");
        let stopped = handing.join().expect("it ends");
        // Between the two words it may have come to its end by itself.
        assert!(second.is_err_and(|error| error.code == ErrorCode::ActUnderWay) || !stopped.cancelled);
        stopped
    });
    assert_eq!((stopped.cancelled || stopped.done + cut.done == 150, stopped.stopped), (true, None));
    assert_eq!(typed(ana).is_empty(), !stopped.cancelled, "what somebody stopped goes on with its words too");
    assert_eq!(cut.done + stopped.done, view(ana).given.iter().map(|one| one.waits).sum::<u64>());
    assert_eq!(view(ana).given.len(), 1, "gone on with after the end of the program, it is one act");
    let rest = give_all(ana, his, "ill");
    assert_eq!(cut.done + stopped.done + rest.done, 150);
    assert_eq!(typed(ana), Vec::<String>::new());
    let acts: Vec<u64> = view(ana).given.iter().map(|one| one.waits).collect();
    assert_eq!(acts, [150], "what was stopped is the same act as well");
    create(ana, "One more");
    assert_eq!((give_all(ana, his, "ill").done, view(ana).given.len()), (1, 2), "what comes after the end is another act");
    settle(&[ana, bojan]);
    assert_eq!(waiting(bojan).iter().map(|act| act.load.cases).sum::<u64>(), 151);
    in_step(&[ana, bojan]);
}

#[test]
fn what_was_cut_off_goes_on_for_a_day_and_a_later_caseload_is_another_act() {
    for (hours, acts) in [(23, 1), (25, 2)] {
        let world = World::new(711 + hours);
        let [ana, bojan] = &pair(&world);
        let his = me(bojan);
        let cases: Vec<CaseId> = (0..60).map(|number| create(ana, &format!("Case {number}"))).collect();
        let cut = cut_off(&world, ana, his, "ill");
        // Of what is left, one case: that it is a caseload is not said by how many there are.
        let rest: Vec<CaseId> = cases.into_iter().filter(|case| get(ana, *case).handed_over.is_none()).skip(1).collect();
        let away = rest.len() as u64;
        for case in rest {
            edit(ana, case, vec![CaseChange::Assign { person: None }]);
        }
        assert_eq!(cut.done + away + 1, 60);
        world.pass(i64::try_from(hours).expect("hours") * 3_600_000);
        assert_eq!((give_all(ana, his, "ill").done, view(ana).given.len()), (1, acts), "after {hours} hours");
    }
}

#[test]
fn words_for_one_caseload_are_not_offered_for_the_next_even_where_it_is_one_case() {
    let world = World::new(712);
    let [ana, bojan] = &pair(&world);
    let case = create(ana, "The only one");
    let own = "give-back-words".to_owned();
    ana.handle(DraftPut { case: Some(case), place: DRAFT.to_owned(), text: "of the case".to_owned() }).expect("kept");
    types(ana, "I am ill");
    assert_eq!(give_all(ana, me(bojan), "I am ill").done, 1);
    assert_eq!(typed(ana), Vec::<String>::new());
    assert_eq!(ana.handle(DraftList { case: Some(case) }).expect("drafts").len(), 1, "those of the case are its own");
    settle(&[ana, bojan]);

    let act = waiting(bojan)[0].act;
    for place in [None, Some(case)] {
        bojan.handle(DraftPut { case: place, place: own.clone(), text: "I am away".to_owned() }).expect("kept");
    }
    let request = HandOverGiveBack { act, cases: None, words: "I am away".to_owned(), drafts: vec![own] };
    assert_eq!(bojan.handle(request).expect("given back").done, 1);
    assert_eq!(typed(bojan), Vec::<String>::new());
    assert_eq!(bojan.handle(DraftList { case: Some(case) }).expect("drafts").len(), 1);
}

#[test]
fn a_server_that_does_not_answer_is_asked_about_three_cases_and_no_more() {
    let world = World::new(713);
    let ana = found(&world, "Ana");
    sync(&ana);
    let cases: Vec<CaseId> = (0..40).map(|n| create(&ana, &format!("Case {n}"))).collect();
    for (n, case) in cases.iter().enumerate() {
        (0..12).for_each(|k| drop(edit(&ana, *case, vec![note((n * 100 + k) as u128 + 1, "A word.")])));
        edit(&ana, *case, vec![CaseChange::Assign { person: None }]);
    }
    sync(&ana);
    sync(&ana);
    let newcomer = ask_in(&world, &ana, "Бојан");
    sync(&ana);
    world.set_lie(Some(Lie::no_trail()));
    sync(&newcomer);
    let asked = Arc::new(AtomicUsize::new(0));
    let count = asked.clone();
    world.set_lie(Some(Lie::Documents(Arc::new(move |_| {
        count.fetch_add(1, Ordering::Relaxed);
        vec![0; 10]
    }))));
    let left = give(&newcomer, Some(cases.clone()), me(&ana), "").expect("an answer");
    assert_eq!((left.done, left.left_total, asked.load(Ordering::Relaxed)), (0, 40, 3));
    assert!(left.left.iter().all(|left| left.why.code == ErrorCode::NotChecked), "{left:?}");
    world.set_lie(None);
    assert_eq!(give(&newcomer, Some(cases), me(&ana), "").expect("handed over").done, 40);
}

#[test]
fn fifty_acts_are_told_and_two_hundred_cases_of_them() {
    let world = World::new(714);
    let [ana, bojan] = &pair(&world);
    let his = me(bojan);
    for _ in 0..3 {
        for number in 0..90 {
            create(ana, &format!("Case {number}"));
        }
        give(ana, None, his, "many").expect("handed over");
    }
    for number in 0..49 {
        let case = create(ana, &format!("Alone {number}"));
        give(ana, Some(vec![case]), his, "one").expect("handed over");
    }
    sync(ana);
    sync(bojan);
    let to_me = view(bojan).to_me;
    assert_eq!((to_me.len(), waiting(bojan).len()), (50, 50));
    assert_eq!(to_me.iter().map(|act| act.rows.len()).sum::<usize>(), 49 + 90, "the newest first");
    assert_eq!(view(ana).given.len(), 50);
    let acts: Vec<_> = to_me.iter().map(|act| act.waiting.act).take(49).collect();
    acts.into_iter().for_each(|act| drop(take(bojan, act, None)));
    let rows: Vec<_> = view(bojan).to_me.into_iter().map(|act| (act.waiting.load.cases, act.rows.len(), act.words)).collect();
    let many = |rows| (90, rows, "many".to_owned());
    assert_eq!(rows, [many(90), many(90), many(20)], "each with its words, and how many there are in all");
}

#[test]
fn a_power_cut_leaves_whole_cases_and_the_act_goes_on() {
    for operations in [3, 25, 60] {
        let world = World::new(704 + u64::from(operations));
        let [ana, bojan] = pair(&world);
        let his = me(&bojan);
        for number in 0..60 {
            create(&ana, &format!("Case {number}"));
        }
        sync(&ana);
        world.cut_power("Ana", operations);
        drop(give(&ana, None, his, "ill"));
        let copy = world.cut_now("Ana");
        drop(ana);
        world.power_again("Ana", &copy);
        let ana = start(&world, "Ana");
        let before = ana.handle(HandOverPlan {}).expect("a plan").cases;
        assert_eq!((60 - before) % 16, 0, "{operations}: what was acknowledged is there, a few at a time");
        let rest = give(&ana, None, his, "ill").expect("it goes on");
        assert_eq!((rest.done, rest.left.len()), (before, 0));
        settle(&[&ana, &bojan]);
        let acts = waiting(&bojan);
        assert_eq!((acts.len(), acts[0].load.cases), (1, 60), "{operations}: one act");
        in_step(&[&ana, &bojan]);
    }
}

#[test]
fn whoever_cannot_be_handed_a_case_is_not() {
    let world = World::new(705);
    let [ana, bojan] = &pair(&world);
    let case = create(ana, "Street lamp");
    settle(&[ana, bojan]);
    let field = |refused: Result<HandOverDone, ApiError>| {
        let error = refused.expect_err("refused");
        assert_eq!(error.code, ErrorCode::InvalidInput);
        error.args["field"].clone()
    };
    assert_eq!(field(give(ana, Some(vec![case]), me(ana), "")), "to", "nobody hands to themselves");
    assert_eq!(field(give(ana, Some(vec![case]), PersonId(Uuid::from_u128(7)), "")), "to", "nor to a stranger");
    assert_eq!(field(give(ana, Some(vec![case]), me(bojan), &"д".repeat(HAND_OVER_CHARS + 1))), "words");
    let his = create(bojan, "His");
    settle(&[ana, bojan]);
    let done = give(ana, Some(vec![his, case, case, CaseId(Uuid::from_u128(9))]), me(bojan), "").expect("an answer");
    assert_eq!((done.done, done.left_total), (1, 2), "each once, and the others are named");
    let why: Vec<_> = done.left.iter().map(|left| (left.case, left.why.code)).collect();
    assert_eq!(why, [(his, ErrorCode::InvalidInput), (CaseId(Uuid::from_u128(9)), ErrorCode::NotFound)]);
    assert_eq!(done.left[0].title, "His");
    // Who was seen to have it has it no longer.
    let words = String::new();
    let request = HandOver { cases: Some(vec![his]), to: me(ana), words, tasks: true, had: Some(FieldValue::Empty), drafts: Vec::new() };
    let left = bojan.handle(request).expect("an answer").left;
    assert_eq!(left[0].why.code, ErrorCode::WrittenMeanwhile);
    assert_eq!(everything(ana).len(), 2);
}

#[test]
fn of_two_who_hand_one_case_to_different_people_a_third_says_whose_it_is() {
    let world = World::new(706);
    let people = office(&world, &["Ana", "Бојан", "Cem"]);
    let [ana, bojan, cem] = &people[..] else { panic!("three people") };
    let case = create(ana, "Playground");
    settle(&[ana, bojan, cem]);
    world.set_online(false);
    give(ana, Some(vec![case]), me(cem), "from Ana").expect("handed over");
    assert_eq!(give(cem, Some(vec![case]), me(bojan), "from Cem").expect("handed over by somebody else").done, 1);
    world.set_online(true);
    settle(&[ana, bojan, cem]);
    for device in [ana, bojan, cem] {
        assert_eq!(waiting(device), [], "nobody is asked while two have it");
        let conflict = get(device, case).conflicts.into_iter().find(|one| one.place == Place::Assignee).expect("both are shown");
        assert_eq!(conflict.values.len(), 2);
    }
    let left = give(bojan, Some(vec![case]), me(ana), "").expect("an answer").left;
    assert_eq!(left[0].why.code, ErrorCode::WrittenMeanwhile, "and nobody hands it on past that");
    let conflict = get(bojan, case).conflicts.into_iter().find(|one| one.place == Place::Assignee).expect("both are shown");
    let to_cem = conflict.values.iter().find(|value| value.value == FieldValue::Text("Cem".to_owned())).expect("Cem").value_id.clone();
    let settle_it = ConflictSettle { case, place: Place::Assignee, settlement: Settlement::Use { value_id: to_cem }, shown: Vec::new() };
    bojan.handle(settle_it).expect("settled");
    settle(&[ana, bojan, cem]);
    assert_eq!(waiting(cem).iter().map(|act| act.name.as_str()).collect::<Vec<_>>(), ["Ana"]);
    assert_eq!((waiting(ana), waiting(bojan)), (vec![], vec![]));
    assert_eq!(told(cem), [0, 0, 0, 1]);
    in_step(&[ana, bojan, cem]);
}

#[test]
fn undo_takes_a_hand_over_back_until_it_was_taken() {
    let world = World::new(707);
    let [ana, bojan] = &pair(&world);
    let (hers, his) = (me(ana), me(bojan));
    let case = create(ana, "Street lamp");
    edit(ana, case, vec![task(1, Some(hers))]);
    settle(&[ana, bojan]);
    give(ana, Some(vec![case]), his, "ill").expect("handed over");
    settle(&[ana, bojan]);
    assert_eq!(waiting(bojan).len(), 1);
    let back = ana.handle(CaseUndo { case }).expect("by mistake");
    assert_eq!((back.assignee, back.tasks[0].assignee, back.handed_over), (Some(hers), Some(hers), None));
    settle(&[ana, bojan]);
    assert_eq!(waiting(bojan), []);
    assert_eq!(told(ana), [0, 0, 0, 1]);

    give(ana, Some(vec![case]), his, "ill after all").expect("handed over");
    settle(&[ana, bojan]);
    let act = waiting(bojan)[0].act;
    take(bojan, act, None);
    assert!(!get(bojan, case).can_undo, "who has taken it gives it back");
    settle(&[ana, bojan]);
    assert_eq!(ana.handle(CaseUndo { case }).expect_err("it was taken").code, ErrorCode::ChangedSince);
    assert_eq!(get(ana, case).assignee, Some(his));
    let left = give_back(bojan, act, Some(vec![case]), "").left;
    assert_eq!(left[0].why.code, ErrorCode::ChangedSince, "what was taken is handed over anew, not given back");
    in_step(&[ana, bojan]);
}

#[test]
fn offline_on_both_sides_nothing_is_lost() {
    let world = World::new(708);
    let [ana, bojan] = &pair(&world);
    let (hers, his) = (me(ana), me(bojan));
    let cases: Vec<CaseId> = (0..3).map(|number| create(ana, &format!("Case {number}"))).collect();
    give(ana, None, his, "ill").expect("handed over");
    settle(&[ana, bojan]);
    let act = waiting(bojan)[0].act;
    world.set_online(false);
    // She takes the first on again by hand, and writes into the second, while he answers.
    edit(ana, cases[0], vec![CaseChange::Assign { person: Some(hers) }]);
    edit(ana, cases[1], vec![note(1, "One more thing.")]);
    give_back(bojan, act, Some(vec![cases[0]]), "no");
    take(bojan, act, Some(vec![cases[1]]));
    step(bojan, cases[2], Some("close"));
    world.set_online(true);
    settle(&[ana, bojan]);
    assert_eq!(get(bojan, cases[0]).conflicts, [], "both said the same");
    assert_eq!(get(ana, cases[0]).assignee, Some(hers));
    assert_eq!((get(bojan, cases[1]).notes.len(), get(bojan, cases[1]).handed_over.is_none()), (1, true));
    assert_eq!(waiting(bojan), [], "a case that he has closed asks him nothing");
    assert_eq!(told(ana), [0, 1, 1, 1]);
    in_step(&[ana, bojan]);
}

#[test]
fn an_answer_in_another_persons_name_is_set_aside() {
    let world = World::new(709);
    let [ana, bojan] = &pair(&world);
    let case = create(ana, "Street lamp");
    give(ana, Some(vec![case]), me(bojan), "ill").expect("handed over");
    settle(&[ana, bojan]);
    let (act, his) = (waiting(bojan)[0].act, me(bojan));
    let of = in_vault(&world, "Ana", ana, |vault| {
        let stored = vault.read(|view| view.document(praesto_protocol::DocumentId(case.0))).expect("readable").expect("here");
        let actor = praesto_app::documents::actor(DeviceId(Uuid::nil()), [0; 8]);
        let read = praesto_app::documents::CaseDocument::load(&stored.snapshot, &actor).expect("whole").read(case).expect("a case");
        read.events.last().expect("the hand-over").id
    });
    while_shut(ana, || {
        let taken = CaseChange::AddEvent { id: EventId(Uuid::from_u128(5)), event: EventKind::Taken { of, person: his } };
        forge_record(&world, "Ana", case, Kind::Change, &[taken]);
    });
    sync(ana);
    sync(bojan);
    assert_eq!(reasons(bojan), [SetAsideReason::Malformed]);
    assert_eq!(waiting(bojan).len(), 1, "he is asked all the same");
    assert_eq!(take(bojan, act, None).done, 1);
}

#[test]
fn a_newcomer_sees_what_waits_from_the_first_sync_on() {
    let world = World::new(710);
    let people = office(&world, &["Ana", "Бојан"]);
    let (ana, bojan) = (&people[0], &people[1]);
    let cases: Vec<CaseId> = (0..3).map(|number| create(ana, &format!("Case {number}"))).collect();
    for number in 0..40 {
        edit(ana, cases[0], vec![note(number, "more")]);
    }
    give(ana, None, me(bojan), "ill").expect("handed over");
    settle(&[ana, bojan]);
    let cem = praesto_tests::world::join(&world, ana, "Cem");
    settle(&[ana, bojan, &cem]);
    assert_eq!(waiting(&cem), []);
    assert!(get(&cem, cases[0]).handed_over.is_some_and(|handed| !handed.mine));
    in_step(&[ana, bojan, &cem]);
}
