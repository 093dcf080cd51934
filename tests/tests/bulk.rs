//! Lists that are narrowed and kept, and acts over many cases: each case is judged as if it were the only one, and all of it is taken back in one act.

use std::collections::BTreeSet;
use std::sync::Arc;

use praesto_app::Handle;
use praesto_contract::*;
use praesto_tests::world::{
    Device, Lie, World, ask_in, computer, create, decide, edit, everything, found, found_alone, get, note, pair, settle, start, step, sync,
};
use rand::{Rng, SeedableRng, seq::SliceRandom};
use rand_chacha::ChaCha12Rng;
use uuid::Uuid;

fn list(device: &Device, queue: Queue, filter: ListFilter) -> CaseListPage {
    device.handle(CaseListGet { queue, sort: CaseSort::Reference, filter, offset: 0, limit: 200 }).expect("a list")
}

fn ids(page: &CaseListPage) -> BTreeSet<CaseId> {
    page.rows.iter().map(|row| row.id).collect()
}

fn marked(device: &Device, cases: &[CaseId]) -> Which {
    let rows = list(device, Queue::All, ListFilter::default()).rows;
    let seen = |case| {
        let row = rows.iter().find(|row| row.id == case)?;
        Some(RowSeen { assignee: row.assignee, status: row.status, state: row.state.clone() })
    };
    Which::Cases { cases: cases.iter().map(|case| Marked { case: *case, seen: seen(*case) }).collect() }
}

fn act(device: &Device, which: Which, act: BulkAct) -> CasesActed {
    device.handle(CasesAct { which, act }).expect("the act comes to all")
}

fn people(device: &Device) -> [PersonId; 2] {
    let all = device.handle(PeopleList {}).expect("people");
    let of = |me: bool| all.iter().find(|person| person.me == me).expect("there are two").id;
    [of(true), of(false)]
}

fn assign(person: Option<PersonId>) -> BulkAct {
    BulkAct::Assign { person, words: String::new(), tasks: true }
}

fn last_act(device: &Device) -> Option<ActId> {
    device.handle(ListsGet {}).expect("lists").last_act
}

fn tag(text: &str) -> BulkAct {
    BulkAct::AddTag { tag: text.to_owned() }
}

fn codes(acted: &CasesActed) -> Vec<ErrorCode> {
    acted.rows.iter().map(|row| row.error.code).collect()
}

fn enrols(device: &Device) -> CaseId {
    let create = CaseCreate {
        title: "Arta Hoxha".to_owned(),
        reference: None,
        case_type: Some("kindergarten-enrolment".to_owned()),
        channel: Channel::Paper,
        changes: Vec::new(),
        drafts: Vec::new(),
    };
    device.handle(create).expect("a case is made").id
}

#[test]
fn a_list_is_narrowed_by_everything_that_its_cases_say() {
    let world = World::new(60);
    let [ana, bojan] = &pair(&world);
    let [me, other] = people(ana);
    let (lamp, ramp, closed, child) = (create(ana, "Street lamp"), create(ana, "Ramp"), create(ana, "Old bench"), enrols(ana));
    edit(ana, lamp, vec![CaseChange::Assign { person: Some(other) }, CaseChange::AddTag { tag: "итно".to_owned() }]);
    // The first day of every world.
    let due = "2026-11-02".parse().expect("a day");
    let deadline = CaseChange::AddDeadline { id: DeadlineId(Uuid::from_u128(5)), label: "Reply".to_owned(), day: due, rule: None };
    edit(ana, ramp, vec![CaseChange::Assign { person: None }, deadline]);
    step(ana, ramp, Some("wait"));
    step(ana, closed, Some("close"));
    settle(&[ana, bojan]);
    edit(bojan, lamp, vec![note(1, "They called.")]);
    settle(&[ana, bojan]);

    let none = ListFilter::default;
    let team = |filter| ids(&list(ana, Queue::Team, filter));
    assert_eq!(team(none()), [lamp, ramp, child].into());
    assert_eq!(team(ListFilter { case_type: Some("general".to_owned()), ..none() }), [lamp, ramp].into());
    assert_eq!(team(ListFilter { status: Some(Status::Waiting), ..none() }), [ramp].into());
    assert_eq!(team(ListFilter { state: Some("waiting".to_owned()), ..none() }), [ramp].into());
    assert_eq!(team(ListFilter { holder: Some(Holder::Nobody), ..none() }), [ramp].into());
    assert_eq!(team(ListFilter { holder: Some(Holder::Person { person: other }), ..none() }), [lamp].into());
    assert_eq!(team(ListFilter { holder: Some(Holder::Person { person: me }), ..none() }), [child].into());
    assert_eq!(team(ListFilter { tag: Some("итно".to_owned()), ..none() }), [lamp].into());
    assert_eq!(team(ListFilter { due_within: Some(0), ..none() }), [ramp].into());
    assert_eq!(team(ListFilter { unseen: true, ..none() }), [lamp].into());
    let both = ListFilter { unseen: true, holder: Some(Holder::Nobody), ..none() };
    assert_eq!((team(both.clone()), list(ana, Queue::Team, both).total), (BTreeSet::new(), 0), "what is set holds together");
    assert_eq!(ids(&list(ana, Queue::All, ListFilter { case_type: Some("general".to_owned()), ..none() })), [lamp, ramp, closed].into());
    get(ana, lamp);
    assert_eq!(team(ListFilter { unseen: true, ..none() }), BTreeSet::new());
    assert_eq!(ana.handle(TagsGet::default()).expect("tags"), ["итно"]);
    assert_eq!(
        ids(&list(bojan, Queue::Team, ListFilter { tag: Some("итно".to_owned()), ..none() })),
        [lamp].into(),
        "also where it came from"
    );
    let far = CaseListGet { filter: ListFilter { due_within: Some(u32::MAX), ..none() }, limit: 1, ..CaseListGet::default() };
    assert_eq!(ana.handle(far).expect_err("no calendar is as long").args["field"], "due_within");
    let typo = serde_json::json!({ "limit": 1, "filter": { "statsu": "new" } });
    assert_eq!(ana.call("case_list", typo).expect_err("it asks for nothing that is known").code, ErrorCode::InvalidInput);
}

#[test]
fn a_list_is_kept_under_a_name_that_no_other_has() {
    let world = World::new(61);
    let ana = found_alone(&world, "Ana");
    let asks =
        ListAsks { queue: Queue::Team, sort: CaseSort::Title, filter: ListFilter { status: Some(Status::New), ..ListFilter::default() } };
    let kept = |number: u128, name: &str| KeptList { id: ListId(Uuid::from_u128(number)), name: name.to_owned(), asks: asks.clone() };
    let keep = |list: KeptList| ana.handle(ListKeep { list });
    keep(kept(1, "  Рампи ")).expect("it is kept");
    assert_eq!(keep(kept(2, "рампи")).expect_err("there is one").args["field"], "list_taken");
    assert_eq!(keep(kept(2, " ")).expect_err("it has no name").args["field"], "list_name");
    let huge = KeptList {
        asks: ListAsks { filter: ListFilter { tag: Some("x".repeat(9_000)), ..ListFilter::default() }, ..asks.clone() },
        ..kept(2, "Huge")
    };
    assert_eq!(keep(huge).expect_err("nobody asks for so much").args["field"], "filter");
    keep(kept(2, "Late")).expect("another");
    keep(kept(1, "Ramps")).expect("another name for the first");
    drop(ana);
    let ana = start(&world, "Ana");
    let names = |view: ListsView| view.kept.into_iter().map(|list| (list.id.0.as_u128(), list.name, list.asks)).collect::<Vec<_>>();
    let all = names(ana.handle(ListsGet {}).expect("the lists"));
    assert_eq!(all, [(2, "Late".to_owned(), asks.clone()), (1, "Ramps".to_owned(), asks.clone())]);
    let left = names(ana.handle(ListForget { list: ListId(Uuid::from_u128(2)) }).expect("it goes"));
    assert_eq!(left.len(), 1);
    for number in 10..59 {
        ana.handle(ListKeep { list: kept(number, &format!("List {number}")) }).expect("there is room for fifty");
    }
    assert_eq!(ana.handle(ListKeep { list: kept(99, "One more") }).expect_err("and no more").args["field"], "lists");
}

#[test]
fn what_no_single_act_would_change_is_left_and_named_and_the_rest_is_done() {
    let world = World::new(62);
    let [ana, bojan] = &pair(&world);
    let [_, other] = people(ana);
    let (plain, gone, clash, taken) = (create(ana, "Plain"), create(ana, "Gone"), create(ana, "Clash"), create(ana, "Taken"));
    settle(&[ana, bojan]);
    world.set_online(false);
    edit(ana, clash, vec![CaseChange::Assign { person: None }]);
    edit(bojan, clash, vec![CaseChange::Assign { person: Some(other) }]);
    world.set_online(true);
    settle(&[ana, bojan]);
    ana.handle(CaseRemove { case: gone, reason: "Twice.".to_owned() }).expect("removed");
    let before = marked(ana, &[plain, clash, taken]);
    let Which::Cases { mut cases } = before else { panic!("they are named") };
    cases.extend([Marked { case: gone, seen: None }, Marked { case: CaseId(Uuid::from_u128(77)), seen: None }]);
    // Marked twice is marked.
    cases.push(Marked { case: plain, seen: None });
    // A colleague takes one of the marked meanwhile.
    edit(bojan, taken, vec![CaseChange::Assign { person: Some(other) }]);
    settle(&[ana, bojan]);
    let [ana_herself, _] = people(ana);
    assert_eq!(get(ana, plain).assignee, Some(ana_herself));

    let acted = act(ana, Which::Cases { cases: cases.clone() }, assign(Some(other)));
    assert_eq!((acted.done, acted.same, acted.left), (1, 1, 3), "{acted:?}");
    assert_eq!(get(ana, plain).assignee, Some(other));
    assert_eq!(get(ana, clash).conflicts.len(), 1, "a conflict is settled by nobody but a person");
    let mut left = acted.rows.iter().map(|row| (row.title.as_str(), row.error.code)).collect::<Vec<_>>();
    left.sort_by_key(|(title, _)| *title);
    assert_eq!(left, [("", ErrorCode::NotFound), ("Clash", ErrorCode::WrittenMeanwhile), ("Gone", ErrorCode::CaseRemoved)]);

    // To nobody: what the colleague took is not taken from him unseen.
    let acted = act(ana, Which::Cases { cases }, assign(None));
    assert_eq!(get(ana, taken).assignee, Some(other));
    assert!(acted.rows.iter().any(|row| row.case == taken && row.error.code == ErrorCode::WrittenMeanwhile), "{acted:?}");
    assert_eq!(act(ana, marked(ana, &[plain, taken]), tag("ramp")).done, 2);
    let refused = ana.handle(CasesAct { which: marked(ana, &[plain]), act: tag(&"x".repeat(101)) }).expect_err("no case takes it");
    assert_eq!((refused.code, refused.args["field"].as_str()), (ErrorCode::InvalidInput, "tag"));
}

#[test]
fn steps_of_general_files_are_taken_together_and_those_of_other_types_are_not() {
    let world = World::new(63);
    let [ana, _] = &pair(&world);
    let (open, waits, decided, closed, child) =
        (create(ana, "Open"), create(ana, "Waits"), create(ana, "Decided"), create(ana, "Closed"), enrols(ana));
    step(ana, waits, Some("wait"));
    decide(ana, decided, "granted");
    step(ana, closed, Some("close"));
    let all = [open, waits, decided, closed, child];
    let stand = |state: &str| BulkAct::Stand { state: state.to_owned() };
    let acted = act(ana, marked(ana, &all), stand("waiting"));
    assert_eq!((acted.done, acted.same, acted.left), (1, 1, 3), "{acted:?}");
    assert_eq!(codes(&acted), [ErrorCode::ActRefused, ErrorCode::ActRefused, ErrorCode::OneByOne]);
    let standing = |case| get(ana, case).standing.and_then(|standing| standing.state);
    assert_eq!(standing(open).as_deref(), Some("waiting"));
    let acted = act(ana, marked(ana, &all), stand("closed"));
    assert_eq!((acted.done, acted.same, acted.left), (3, 1, 1));
    assert_eq!(act(ana, marked(ana, &[closed]), stand("in_review")).done, 1, "a closed one is opened again by its own step");
    let unknown = ana.handle(CasesAct { which: marked(ana, &[open]), act: stand("somewhere") }).expect_err("no such state");
    assert_eq!(unknown.args["field"], "state");
    assert_eq!(standing(child).as_deref(), Some("received"));
}

#[test]
fn a_whole_list_is_acted_on_and_taken_back_in_one_act_after_a_restart() {
    let world = World::new(64);
    let [ana, bojan] = pair(&world);
    let cases: Vec<CaseId> = (0..40).map(|n| create(&ana, &format!("Case {n}"))).collect();
    settle(&[&ana, &bojan]);
    let before = everything(&ana);
    let asks = ListAsks { queue: Queue::Team, ..ListAsks::default() };
    let acted = act(&ana, Which::List { asks, except: vec![cases[0]] }, tag("ramp"));
    assert_eq!((acted.done, acted.left), (39, 0));
    assert_eq!(ids(&list(&ana, Queue::Team, ListFilter { tag: Some("ramp".to_owned()), ..ListFilter::default() })).len(), 39);
    settle(&[&ana, &bojan]);
    assert_eq!(everything(&ana), everything(&bojan), "colleagues get what was done");
    // A colleague works on the tag of one; another is changed here.
    edit(&bojan, cases[1], vec![CaseChange::RemoveTag { tag: "ramp".to_owned() }]);
    edit(&bojan, cases[2], vec![note(2, "About something else.")]);
    settle(&[&ana, &bojan]);
    drop(ana);
    let ana = start(&world, "Ana");
    let offered = ana.handle(ListsGet {}).expect("lists").last_act;
    assert_eq!(offered, acted.act, "it survives a restart");
    edit(&ana, cases[3], vec![note(3, "Something newer here.")]);
    assert_eq!(ana.handle(ListsGet {}).expect("lists").last_act, None, "what is newer is taken back first");
    ana.handle(CaseUndo { case: cases[4] }).expect("one of them by itself");

    let back = ana.handle(CasesUndo { act: acted.act.expect("it changed something") }).expect("it is taken back");
    assert_eq!((back.done, back.same, back.left), (36, 1, 1), "{back:?}");
    assert_eq!((back.rows[0].case, back.rows[0].error.code), (cases[3], ErrorCode::ChangedSince), "where something came since");
    assert!(get(&ana, cases[1]).tags.is_empty(), "a colleague had taken it away already");
    assert_eq!(get(&ana, cases[3]).tags, ["ramp"]);
    assert!(get(&ana, cases[3]).can_undo, "the newer change can still be taken back");
    assert!(get(&ana, cases[2]).tags.is_empty(), "a note beside it hinders nothing");
    let again = ana.handle(CasesUndo { act: acted.act.expect("it changed something") }).expect_err("once");
    assert_eq!(again.code, ErrorCode::NothingToUndo);
    settle(&[&ana, &bojan]);
    let tags = |cases: &[serde_json::Value]| cases.iter().map(|case| case["tags"].clone()).collect::<Vec<_>>();
    assert_eq!(everything(&ana), everything(&bojan));
    assert_eq!(tags(&everything(&ana)).iter().zip(tags(&before)).filter(|(now, before)| *now != before).count(), 1);
}

#[test]
fn what_a_colleague_wrote_over_an_act_is_left_when_it_is_taken_back() {
    let world = World::new(69);
    let [ana, bojan] = &pair(&world);
    let [me, _] = people(ana);
    let cases: Vec<CaseId> = (0..4).map(|n| create(ana, &format!("Case {n}"))).collect();
    settle(&[ana, bojan]);
    let acted = act(ana, marked(ana, &cases), assign(None));
    assert_eq!(acted.done, 4);
    settle(&[ana, bojan]);
    let [himself, _] = people(bojan);
    edit(bojan, cases[1], vec![CaseChange::Assign { person: Some(himself) }]);
    settle(&[ana, bojan]);
    ana.handle(CaseRemove { case: cases[2], reason: "Twice.".to_owned() }).expect("removed");
    let number = acted.act.expect("it changed something");
    let back = ana.handle(CasesUndo { act: number }).expect("taken back");
    assert_eq!((back.done, back.left), (2, 2), "{back:?}");
    assert_eq!([0, 1, 3].map(|n| get(ana, cases[n]).assignee), [Some(me), Some(himself), Some(me)]);
    assert!(!get(ana, cases[1]).can_undo, "it would be refused again");
    assert!(codes(&back).iter().all(|code| *code == ErrorCode::ChangedSince), "the removal is newer too: {back:?}");
    assert_eq!(ana.handle(CasesUndo { act: number }).expect_err("nothing is left of it").code, ErrorCode::NothingToUndo);
}

#[test]
fn pinning_and_looking_are_noted_here_alone_and_taken_back_too() {
    let world = World::new(65);
    let [ana, bojan] = &pair(&world);
    let cases: Vec<CaseId> = (0..3).map(|n| create(bojan, &format!("Case {n}"))).collect();
    settle(&[ana, bojan]);
    let unseen = || list(ana, Queue::Team, ListFilter { unseen: true, ..ListFilter::default() }).total;
    assert_eq!(unseen(), 3);
    ana.handle(CasePin { case: cases[0], pinned: true }).expect("pinned");
    let seen = act(ana, marked(ana, &cases), BulkAct::Seen);
    assert_eq!((seen.done, unseen()), (3, 0));
    let pinned = act(ana, marked(ana, &cases), BulkAct::Pin { pinned: true });
    assert_eq!((pinned.done, pinned.same), (2, 1));
    assert_eq!(computer(ana).sync.waiting, 0, "nobody else hears of it");
    let is_pinned = |case| get(ana, case).held.pinned;
    assert_eq!(ana.handle(CasesUndo { act: pinned.act.expect("two were") }).expect("back").done, 2);
    assert_eq!(cases.iter().map(|case| is_pinned(*case)).collect::<Vec<_>>(), [true, false, false]);
    // All were opened just now; nothing that was read is news again.
    assert_eq!(ana.handle(CasesUndo { act: seen.act.expect("three were") }).expect("back").done, 3);
    assert_eq!(unseen(), 3);
}

#[test]
fn an_act_that_is_ended_leaves_whole_cases_and_is_taken_back_as_far_as_it_came() {
    let world = World::new(66);
    let ana = Arc::new(found_alone(&world, "Ana"));
    let cases: Vec<CaseId> = (0..120).map(|n| create(&ana, &format!("Case {n}"))).collect();
    world.take_heard("Ana");
    let which = Which::Cases { cases: cases.iter().map(|case| Marked { case: *case, seen: None }).collect() };
    let acts = {
        let ana = ana.clone();
        std::thread::spawn(move || ana.handle(CasesAct { which, act: tag("ramp") }).expect("it ends in order"))
    };
    // As soon as it has begun.
    while !world.take_heard("Ana").iter().any(|event| matches!(event, AppEvent::Acting { done: 1.., .. })) {
        std::thread::yield_now();
    }
    let busy = ana.handle(CasesAct { which: Which::Cases { cases: Vec::new() }, act: tag("other") });
    ana.handle(CasesStop {}).expect("it is told");
    let acted = acts.join().expect("the thread ends");
    // Between the two words it may have come to its end by itself.
    assert!(busy.is_err_and(|error| error.code == ErrorCode::ActUnderWay) || !acted.stopped);
    let tagged = list(&ana, Queue::Team, ListFilter { tag: Some("ramp".to_owned()), ..ListFilter::default() }).total;
    assert_eq!(tagged, acted.done);
    assert_eq!(acted.stopped, acted.done < 120);
    let back = ana.handle(CasesUndo { act: acted.act.expect("it changed some") }).expect("back");
    assert_eq!((back.done, back.left), (acted.done, 0));
    assert!(cases.iter().all(|case| get(&ana, *case).tags.is_empty()));
}

#[test]
fn a_power_cut_in_the_middle_leaves_whole_cases_that_can_be_taken_back() {
    let world = World::new(67);
    let ana = found_alone(&world, "Ana");
    let cases: Vec<CaseId> = (0..64).map(|n| create(&ana, &format!("Case {n}"))).collect();
    world.cut_power("Ana", 40);
    let which = Which::Cases { cases: cases.iter().map(|case| Marked { case: *case, seen: None }).collect() };
    // Whether it was told of the cut or not: what counts is what the disk holds.
    drop(ana.handle(CasesAct { which, act: tag("ramp") }));
    let copy = world.cut_now("Ana");
    drop(ana);
    world.power_again("Ana", &copy);
    let ana = start(&world, "Ana");
    let tagged = list(&ana, Queue::Team, ListFilter { tag: Some("ramp".to_owned()), ..ListFilter::default() }).total;
    let whole: u64 = cases.iter().filter(|case| get(&ana, **case).tags == ["ramp"]).count() as u64;
    assert_eq!(tagged, whole, "row and file say the same");
    match ana.handle(ListsGet {}).expect("lists").last_act {
        Some(act) => assert_eq!(ana.handle(CasesUndo { act }).expect("back").done, whole),
        None => assert_eq!(whole, 0),
    }
    assert!(cases.iter().all(|case| get(&ana, *case).tags.is_empty()));
    assert_eq!(ana.handle(ListsGet {}).expect("lists").last_act, None);
}

/// A few cases of all kinds, the same on every world of this seed.
fn office(seed: u64) -> (Arc<World>, [Device; 2], Vec<CaseId>) {
    let world = World::new(seed);
    let people = pair(&world);
    let [ana, bojan] = &people;
    let mut draw = ChaCha12Rng::seed_from_u64(seed);
    let mut cases: Vec<CaseId> = (0..14).map(|n| if n % 5 == 4 { enrols(ana) } else { create(ana, &format!("Case {n}")) }).collect();
    settle(&[ana, bojan]);
    world.set_online(false);
    for case in &cases {
        match draw.random_range(0..8) {
            0 => drop(ana.handle(CaseRemove { case: *case, reason: "Twice.".to_owned() }).expect("removed")),
            1 => drop(ana.handle(CaseStep { case: *case, step: Some("close".to_owned()), seen: None, note: None, drafts: Vec::new() })),
            2 => drop(ana.handle(CaseStep { case: *case, step: Some("wait".to_owned()), seen: None, note: None, drafts: Vec::new() })),
            3 => {
                edit(ana, *case, vec![CaseChange::Assign { person: None }]);
                edit(bojan, *case, vec![CaseChange::Assign { person: Some(self::people(bojan)[0]) }]);
            }
            4 => drop(edit(ana, *case, vec![CaseChange::AddTag { tag: "ramp".to_owned() }])),
            5 => drop(edit(bojan, *case, vec![CaseChange::Assign { person: None }])),
            _ => {}
        }
    }
    world.set_online(true);
    settle(&[ana, bojan]);
    cases.shuffle(&mut draw);
    (world, people, cases)
}

/// What everybody sees of a case, without ids and moments that each act draws anew.
fn seen(device: &Device, case: CaseId) -> (Option<PersonId>, Vec<String>, Status, Option<String>, usize, bool) {
    let view = get(device, case);
    let state = view.standing.as_ref().and_then(|standing| standing.state.clone());
    (view.assignee, view.tags, view.status, state, view.conflicts.len(), view.can_undo)
}

#[test]
fn an_act_over_many_cases_does_to_each_what_the_single_act_does() {
    for seed in 100..112 {
        let ((_one, [ana, _], cases), (_other, [single, _], same)) = (office(seed), office(seed));
        assert_eq!(cases, same, "the two worlds are alike");
        let [_, bojan] = people(&ana);
        let mut draw = ChaCha12Rng::seed_from_u64(seed);
        let some: Vec<CaseId> = cases.iter().copied().filter(|_| draw.random_bool(0.7)).collect();
        let acts = [
            assign(Some(bojan)),
            assign(None),
            tag("ramp"),
            BulkAct::RemoveTag { tag: "ramp".to_owned() },
            BulkAct::Stand { state: "waiting".to_owned() },
        ];
        let what = &acts[seed as usize % acts.len()];
        let which = Which::Cases { cases: some.iter().map(|case| Marked { case: *case, seen: None }).collect() };
        let acted = act(&ana, which, what.clone());
        let mut done = 0;
        for case in &some {
            let view = get(&single, *case);
            let before = seen(&single, *case);
            let one = |changes, over| single.handle(CaseEdit { case: *case, changes, drafts: Vec::new(), over });
            let shown = view.assignee.map_or(FieldValue::Empty, |person| FieldValue::Text(person.to_string()));
            let refused = match what {
                // A person who has it already is not chosen in the dialog.
                BulkAct::Assign { person, .. } if view.assignee == *person && view.conflicts.is_empty() => None,
                BulkAct::Assign { person: Some(to), .. } => {
                    let (cases, words) = (Some(vec![*case]), String::new());
                    let hand_over = HandOver { cases, to: *to, words, tasks: true, had: Some(shown), drafts: Vec::new() };
                    let handed = single.handle(hand_over).expect("it is answered");
                    handed.left.into_iter().next().map(|left| left.why)
                }
                BulkAct::Assign { person, .. } => {
                    one(vec![CaseChange::Assign { person: *person }], vec![Over { place: Place::Assignee, value: shown }]).err()
                }
                BulkAct::AddTag { tag } => one(vec![CaseChange::AddTag { tag: tag.clone() }], Vec::new()).err(),
                BulkAct::RemoveTag { tag } => one(vec![CaseChange::RemoveTag { tag: tag.clone() }], Vec::new()).err(),
                _ if view.case_type != "general" => Some(ApiError::new(ErrorCode::OneByOne)),
                _ if before.3.as_deref() == Some("waiting") => None,
                _ => {
                    let wait = CaseStep { case: *case, step: Some("wait".to_owned()), seen: None, note: None, drafts: Vec::new() };
                    single.handle(wait).err()
                }
            };
            let row = acted.rows.iter().find(|row| row.case == *case);
            assert_eq!(row.map(|row| row.error.code), refused.map(|error| error.code), "seed {seed}, {what:?}, {}", view.title);
            done += u64::from(seen(&single, *case) != before);
        }
        for case in &cases {
            assert_eq!(seen(&ana, *case), seen(&single, *case), "seed {seed}, {what:?}");
        }
        assert!(acted.done >= done && acted.done + acted.same + acted.left == some.len() as u64, "seed {seed}");
        let Some(number) = acted.act else { continue };
        let back = ana.handle(CasesUndo { act: number }).expect("it is taken back");
        assert_eq!((back.done, back.left), (acted.done, 0), "seed {seed}, {what:?}: {back:?}");
        let untouched = office(seed).1;
        for case in &some {
            let (now, before) = (seen(&ana, *case), seen(&untouched[0], *case));
            assert_eq!((now.0, &now.1, now.2, &now.3), (before.0, &before.1, before.2, &before.3), "seed {seed}, {what:?}");
        }
    }
}

#[test]
fn cases_that_are_assigned_to_a_colleague_are_handed_over_in_one_act_with_words_and_tasks() {
    let world = World::new(70);
    let [ana, bojan] = &pair(&world);
    let [me, other] = people(ana);
    let cases: Vec<CaseId> = (0..3).map(|n| create(ana, &format!("Case {n}"))).collect();
    let task = CaseChange::AddTask { id: TaskId(Uuid::from_u128(9)), text: "Call them".to_owned(), due: None, assignee: Some(me) };
    edit(ana, cases[0], vec![task]);
    settle(&[ana, bojan]);
    let given = BulkAct::Assign { person: Some(other), words: "You know the street.".to_owned(), tasks: true };
    let acted = act(ana, marked(ana, &cases), given);
    assert_eq!((acted.done, acted.left), (3, 0), "{acted:?}");
    assert_eq!(get(ana, cases[0]).tasks[0].assignee, Some(other));
    settle(&[ana, bojan]);
    let waiting = bojan.handle(HandOversWaiting {}).expect("what waits");
    assert_eq!(waiting.len(), 1, "one act: {waiting:?}");
    let handed = get(bojan, cases[1]).handed_over.expect("it waits to be taken");
    assert!(handed.mine && handed.words == "You know the street.");

    let back = ana.handle(CasesUndo { act: acted.act.expect("it changed something") }).expect("it is taken back");
    assert_eq!((back.done, back.left), (3, 0), "{back:?}");
    assert_eq!(get(ana, cases[0]).tasks[0].assignee, Some(me));
    settle(&[ana, bojan]);
    assert!(bojan.handle(HandOversWaiting {}).expect("what waits").is_empty());

    let too_long = BulkAct::Assign { person: Some(other), words: "x".repeat(HAND_OVER_CHARS + 1), tasks: true };
    let to_nobody = BulkAct::Assign { person: None, words: "For whom?".to_owned(), tasks: true };
    for (refused, field) in [(too_long, "words"), (to_nobody, "words"), (assign(Some(PersonId(Uuid::from_u128(1)))), "person")] {
        let refused = ana.handle(CasesAct { which: marked(ana, &cases), act: refused }).expect_err("no case takes it");
        assert_eq!((refused.code, refused.args["field"].as_str()), (ErrorCode::InvalidInput, field));
    }
}

#[test]
fn what_a_list_held_when_somebody_was_asked_is_what_an_act_comes_to() {
    let world = World::new(71);
    let [ana, bojan] = &pair(&world);
    let [me, other] = people(ana);
    let cases: Vec<CaseId> = (0..4).map(|n| create(ana, &format!("Case {n}"))).collect();
    settle(&[ana, bojan]);
    let asks = ListAsks { queue: Queue::Mine, ..ListAsks::default() };
    let hold = || ana.handle(CasesHold { asks: asks.clone(), except: vec![cases[3]] }).expect("it is held");
    let held = hold();
    assert_eq!(held.count, 3);
    // While the dialog is open: one comes into the list, a colleague takes one.
    let late = create(ana, "Late");
    edit(bojan, cases[0], vec![CaseChange::Assign { person: Some(other) }]);
    settle(&[ana, bojan]);
    let acted = act(ana, Which::Held { held: held.held }, assign(None));
    assert_eq!((acted.done, acted.left, codes(&acted)), (2, 1, vec![ErrorCode::WrittenMeanwhile]), "{acted:?}");
    assert_eq!([late, cases[3]].map(|case| get(ana, case).assignee), [Some(me); 2], "neither was held");
    assert_eq!(get(ana, cases[0]).assignee, Some(other));

    let gone = |held: HeldId| ana.handle(CasesAct { which: Which::Held { held }, act: assign(None) }).expect_err("it is not held").code;
    assert_eq!(gone(held.held), ErrorCode::ChangedSince, "once");
    let older = hold();
    hold();
    assert_eq!(gone(older.held), ErrorCode::ChangedSince, "something else is held");
}

#[test]
fn the_last_act_is_offered_until_this_computer_saves_anything_else() {
    let world = World::new(72);
    let [ana, bojan] = &pair(&world);
    let [_, other] = people(ana);
    let [one, two] = [create(ana, "One"), create(ana, "Two")];
    settle(&[ana, bojan]);
    let acts = |number: u32| {
        let acted = act(ana, marked(ana, &[one]), tag(&format!("tag {number}"))).act;
        assert!(acted.is_some());
        assert_eq!(last_act(ana), acted);
        acted
    };
    let first = acts(1);
    assert_eq!(act(ana, marked(ana, &[one]), tag("tag 1")).done, 0);
    assert_eq!(last_act(ana), first, "an act that changed nothing is none");
    edit(bojan, two, vec![note(1, "They called.")]);
    settle(&[ana, bojan]);
    assert_eq!(last_act(ana), first, "what a colleague does is not newer here");

    create(ana, "Three");
    assert_eq!(last_act(ana), None, "a case was made");
    acts(2);
    let to_him = HandOver { cases: Some(vec![two]), to: other, words: String::new(), tasks: true, had: None, drafts: Vec::new() };
    ana.handle(to_him).expect("handed over");
    assert_eq!(last_act(ana), None, "a case was handed over");
    acts(3);
    ana.handle(CaseUndo { case: two }).expect("taken back");
    assert_eq!(last_act(ana), None, "that was taken back by itself");
    let act_of_two = act(ana, marked(ana, &[one, two]), tag("both")).act.expect("two were");
    ana.handle(CasesUndo { act: act_of_two }).expect("taken back");
    assert_eq!(last_act(ana), None, "and the act itself holds nothing more");
}

#[test]
fn tags_are_found_by_their_beginning_however_many_there_are_and_however_they_are_spelt() {
    let world = World::new(73);
    let ana = found_alone(&world, "Ana");
    for n in 0..12 {
        let tags = (0..50).map(|k| CaseChange::AddTag { tag: format!("a{n:02}{k:02}") }).collect();
        edit(&ana, create(&ana, &format!("Case {n}")), tags);
    }
    let case = create(&ana, "Street lamp");
    edit(&ana, case, ["Школа", "улица", "Rampe"].map(|tag| CaseChange::AddTag { tag: tag.to_owned() }).to_vec());
    let tags = |begins: &str| ana.handle(TagsGet { begins: begins.to_owned() }).expect("tags");
    assert_eq!(tags("").len(), 50);
    assert_eq!(tags("шк"), ["Школа"], "after six hundred others");
    assert_eq!(tags("shko"), ["Школа"]);
    assert_eq!(tags(" ramp "), ["Rampe"]);
    assert_eq!(tags("a1149"), ["a1149"]);
    assert_eq!(tags("z"), [""; 0]);
}

#[test]
fn a_case_on_a_colleagues_word_is_checked_first_and_left_where_it_cannot_be() {
    let world = World::new(68);
    let ana = found(&world, "Ana");
    sync(&ana);
    let cases: Vec<CaseId> = (0..8).map(|n| create(&ana, &format!("Case {n}"))).collect();
    for (n, case) in cases.iter().enumerate() {
        (0..12).for_each(|k| drop(edit(&ana, *case, vec![note((n * 100 + k) as u128 + 1, "A word.")])));
    }
    sync(&ana);
    sync(&ana);
    let newcomer = ask_in(&world, &ana, "Бојан");
    sync(&ana);
    world.set_lie(Some(Lie::no_trail()));
    sync(&newcomer);
    assert_eq!(list(&newcomer, Queue::Team, ListFilter::default()).rows.iter().filter(|row| row.not_checked).count(), 8);
    let ramps = |acted: &CasesActed| (acted.done, acted.left);
    let asks = ListAsks { queue: Queue::Team, ..ListAsks::default() };
    world.set_online(false);
    let offline = act(&newcomer, Which::List { asks: asks.clone(), except: Vec::new() }, tag("ramp"));
    assert_eq!(ramps(&offline), (0, 8));
    assert!(codes(&offline).iter().all(|code| *code == ErrorCode::NotChecked));
    assert_eq!(offline.act, None, "there is nothing to take back");
    world.set_online(true);
    assert_eq!(ramps(&act(&newcomer, Which::List { asks, except: Vec::new() }, tag("ramp"))), (8, 0));
    world.set_lie(None);
    settle(&[&ana, &newcomer]);
    assert_eq!(everything(&ana), everything(&newcomer));
}
