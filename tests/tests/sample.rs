//! Sample offices: made up the same each time, with something of everything, and only of what people could do.

use std::collections::BTreeSet;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use praesto_app::Handle;
use praesto_app::sample::{Deed, Hands, Plan, PlannedCase, Wanted, plan};
use praesto_contract::*;
use praesto_tests::municipality::Making;
use praesto_tests::world::{World, computer, every_list, everything, key, settle, start};

const SEED: u64 = 20_261_123;
/// Longest that looking around may take here, where nothing is optimised and other tests run beside it.
const PATIENCE: Duration = Duration::from_secs(60);

fn today() -> Day {
    "2026-11-23".parse().expect("a day")
}

fn wanted(cases: usize) -> Wanted {
    Wanted { seed: SEED, today: today(), cases, language: "en", hands: Hands::All }
}

fn said(plan: &Plan) -> String {
    serde_json::to_string(plan).expect("a plan is data")
}

fn opened(case: &PlannedCase) -> &[CaseChange] {
    match case.acts.first().map(|act| &act.deed) {
        Some(Deed::Open { changes, .. }) => changes,
        other => panic!("a case begins by being opened, not by {other:?}"),
    }
}

fn due(case: &PlannedCase) -> Option<Day> {
    opened(case).iter().find_map(|change| if let CaseChange::AddDeadline { day, .. } = change { Some(*day) } else { None })
}

fn count(plan: &Plan, fits: impl Fn(&PlannedCase) -> bool) -> usize {
    plan.cases.iter().filter(|case| fits(case)).count()
}

fn does(case: &PlannedCase, fits: impl Fn(&Deed) -> bool) -> bool {
    case.acts.iter().any(|act| fits(&act.deed))
}

#[test]
fn a_seed_and_a_day_give_the_same_office() {
    let first = said(&plan(&wanted(500)));
    assert_eq!(first, said(&plan(&wanted(500))));
    assert_ne!(first, said(&plan(&Wanted { seed: SEED + 1, ..wanted(500) })));
    let another = "2026-11-24".parse().expect("a day");
    assert_ne!(first, said(&plan(&Wanted { today: another, ..wanted(500) })), "what is due moves with the day");
}

#[test]
fn a_municipality_has_something_of_everything() {
    let plan = plan(&wanted(2_000));
    assert_eq!((plan.cases.len(), plan.people.len()), (2_000, 8));
    let closed = count(&plan, |case| case.closed);
    assert!((1_150..=1_250).contains(&closed), "{closed} are closed");
    for language in ["en", "fr", "de", "mk", "sq"] {
        assert!(count(&plan, |case| case.language == language) >= 100, "{language}");
    }
    for holder in 0..8 {
        assert!(count(&plan, |case| !case.closed && case.holder == Some(holder)) >= 20, "open cases of {}", plan.people[holder].name);
    }
    let open = |fits: &dyn Fn(Day) -> bool| count(&plan, |case| !case.closed && due(case).is_some_and(fits));
    assert!(open(&|day| day < today()) >= 10, "overdue");
    assert!(open(&|day| day == today()) >= 5, "due today");
    assert!(open(&|day| day > today() && day.days_until(today()) >= -7) >= 20, "due this week");
    assert!(count(&plan, |case| !case.closed && case.holder.is_none()) >= 5, "nobody's");
    let waits = |case: &PlannedCase| {
        let second = |deed: &Deed| matches!(deed, Deed::Decide { outcome: "granted" | "refused", .. });
        case.case_type != "general" && does(case, second) && !does(case, |deed| matches!(deed, Deed::Sign))
    };
    assert!(count(&plan, waits) >= 8, "waiting for a second signature");
    assert!(count(&plan, |case| does(case, |deed| matches!(deed, Deed::Sign))) >= 200, "signed by two");
    let apart = |case: &PlannedCase| case.acts.iter().filter(|act| act.round == 2).map(|act| act.by).collect::<BTreeSet<_>>().len() > 1;
    assert!(count(&plan, apart) >= 10, "written apart");
    assert!(count(&plan, |case| does(case, |deed| matches!(deed, Deed::GiveTo { to: 0, .. }))) >= 5, "handed to the window's person");
    assert!(count(&plan, |case| does(case, |deed| matches!(deed, Deed::GiveBack { .. }))) >= 1, "given back");
    assert!(count(&plan, |case| does(case, |deed| matches!(deed, Deed::Take { .. }))) >= 1, "taken");
    let files = count(&plan, |case| does(case, |deed| matches!(deed, Deed::File { .. })));
    assert!((200..=350).contains(&files), "{files} papers");
    for (one, other) in [("Ѓорѓи Ќосев", "Gjorgji Kosev"), ("Ема Јанкулова", "Ema Jankulova")] {
        let born = |name: &str| {
            let case = plan.cases.iter().find(|case| case.name == name).unwrap_or_else(|| panic!("{name} is asked for"));
            opened(case).iter().find(|change| matches!(change, CaseChange::SetField { field, .. } if field == "child_born")).cloned()
        };
        assert_eq!(born(one), born(other), "{one} and {other} are one child");
    }
}

#[test]
fn acts_happen_one_after_the_other_before_today() {
    let plan = plan(&wanted(2_000));
    for case in &plan.cases {
        assert!(case.acts.iter().all(|act| Day::of(act.at) < today() && Day::of(act.at) >= case.received), "{}", case.name);
        for pair in case.acts.windows(2) {
            assert!(pair[0].round <= pair[1].round, "{}: what knows of another comes after it", case.name);
            assert!(pair[0].round < pair[1].round || pair[0].at <= pair[1].at, "{}: {pair:?}", case.name);
        }
    }
}

#[test]
fn what_is_written_has_no_blank_left_and_tells_of_what_was_before_it() {
    let plan = plan(&wanted(2_000));
    let text = said(&plan);
    let left = text.match_indices('{').find(|(at, _)| text[at + 1..].starts_with(|letter: char| letter.is_ascii_lowercase()));
    assert_eq!(left.map(|(at, _)| &text[at..at + 12]), None, "JSON has quotes there");
    let mut measured = 0;
    for act in plan.cases.iter().flat_map(|case| &case.acts) {
        let Deed::Write { changes } = &act.deed else { continue };
        for change in changes {
            let CaseChange::AddNote { text, .. } = change else { continue };
            let Some((day, _)) = text.strip_prefix("Am ").and_then(|text| text.split_once(" gemessen:")) else { continue };
            let parts: Vec<i32> = day.split('.').map(|part| part.parse().expect("a number")).collect();
            let day: Day = format!("{:04}-{:02}-{:02}", parts[2], parts[1], parts[0]).parse().expect("a day");
            assert!(day <= Day::of(act.at), "{text} is written on {}", Day::of(act.at));
            measured += 1;
        }
    }
    assert!(measured >= 3, "{measured} notes of that kind");
}

#[test]
fn nothing_in_it_can_reach_anybody() {
    let plan = plan(&wanted(2_000));
    let text = said(&plan);
    for mail in text.split(['"', ' ', ',', '<']).filter(|word| word.contains('@')) {
        assert!(mail.trim_end_matches(['.', '\\']).ends_with("@example.org"), "{mail} could be somebody's");
    }
    let number = |change: &CaseChange| match change {
        CaseChange::SetField { field, value: FieldValue::Text(number) } if field == "child_number" => Some(number.clone()),
        _ => None,
    };
    let numbers: Vec<String> = plan.cases.iter().flat_map(|case| opened(case).iter().filter_map(number)).collect();
    // No day is the 99th.
    assert!(numbers.len() > 100 && numbers.iter().all(|number| number.len() == 13 && number.starts_with("99")));
}

#[test]
fn a_small_municipality_is_made_by_its_peoples_own_computers_and_comes_into_step() {
    let world = World::new(SEED);
    let scratch = world.scratch("papers");
    std::fs::create_dir_all(&scratch).expect("a folder can be made");
    let today = Day::of(Moment(world.now()));
    let making = Making {
        wanted: Wanted { today, ..wanted(120) },
        server: "http://127.0.0.1:1",
        key: &key,
        computer: &|name| world.moved(name),
        scratch: &scratch,
        further: None,
        say: &|_| (),
    };
    let made = making.make().unwrap_or_else(|error| panic!("seed {SEED}: {error:?}"));
    let names: Vec<String> = made.plan.people.iter().map(|one| one.name.clone()).collect();
    drop(made);
    let hands: Vec<_> = names[..3].iter().map(|name| start(&world, name)).collect();
    settle(&hands.iter().collect::<Vec<_>>());
    let [elira, leon, ana] = hands.as_slice() else { panic!("three people act on each other's cases") };
    let cases = everything(elira);
    assert!(cases.len() >= 120 + 40, "made-up ones, and imported ones: {}", cases.len());
    assert_eq!(everything(leon).len(), cases.len());
    for device in &hands {
        let here = computer(device);
        assert!(here.set_aside.is_empty() && here.findings.is_empty(), "nobody found fault: {:?}", here.set_aside);
    }
    let titles = |device| every_list(device).iter().map(|list| list["total"].clone()).collect::<Vec<_>>();
    assert_eq!(titles(elira), titles(ana), "all hold the same");
    let list = |queue| elira.handle(CaseListGet { queue, limit: 1, ..CaseListGet::default() }).expect("a list").total;
    let lists = [Queue::Conflict, Queue::Overdue, Queue::Mine, Queue::Closed].map(list);
    assert!(lists.iter().zip([2, 1, 2, 60]).all(|(there, least)| *there >= least), "conflicts, overdue, mine, closed: {lists:?}");
    let waits = elira.handle(HandOversWaiting {}).expect("what was handed over");
    assert!(!waits.is_empty(), "something waits to be taken");
    let reference = &cases.iter().find(|case| case["case_type"] == "general").expect("a general file")["reference"];
    assert!(reference.is_string(), "{reference}");
}

#[test]
fn looking_around_is_quick_and_shows_how_far_it_is() {
    let world = World::new(SEED + 1);
    let elira = world.device("Elira");
    let began = Instant::now();
    elira.handle(SampleOfficeCreate { language: "mk".into() }).expect("the sample is made");
    let took = began.elapsed();
    println!("looking around took {} ms", took.as_millis());
    assert!(took < PATIENCE, "{took:?}");
    let told = world.take_heard("Elira");
    let far = told.iter().filter(|event| matches!(event, AppEvent::SampleOffice { total, .. } if *total == 200)).count();
    assert!(far >= 5, "{far} times");
    let page = elira.handle(CaseListGet { queue: Queue::All, limit: 200, ..CaseListGet::default() }).expect("a list");
    assert_eq!(page.total, 200);
    assert!(page.counts.mine >= 20 && page.counts.overdue >= 2, "{:?}", page.counts);
    let own = page.rows.iter().filter_map(|row| row.assignee_name.as_deref()).collect::<BTreeSet<_>>();
    assert!(own.len() >= 5, "colleagues have names: {own:?}");
    elira.handle(VaultLock {}).expect("it is left");
    assert!(matches!(elira.handle(AppStatusGet {}), Ok(AppStatus::Empty { .. })), "nothing of it is kept");
}

#[test]
fn whoever_stops_looking_around_before_it_begins_has_nothing_on_the_computer() {
    let world = World::new(SEED + 2);
    let elira = world.device("Elira");
    let over = AtomicBool::new(false);
    let made = thread::scope(|scope| {
        scope.spawn(|| {
            while !over.load(Ordering::Relaxed) {
                elira.handle(SampleOfficeStop {}).expect("it is asked to stop");
                assert!(matches!(elira.handle(AppStatusGet {}), Ok(AppStatus::Empty { .. })), "meanwhile nothing is here");
                thread::sleep(Duration::from_millis(5));
            }
        });
        let made = elira.handle(SampleOfficeCreate { language: "sq".into() });
        over.store(true, Ordering::Relaxed);
        made
    });
    assert_eq!(made.map_err(|error| error.code).err(), Some(ErrorCode::Stopped));
    assert!(matches!(elira.handle(AppStatusGet {}), Ok(AppStatus::Empty { .. })));
    elira.handle(SampleOfficeCreate { language: "sq".into() }).expect("it can be begun again");
}

#[test]
fn whoever_makes_an_office_of_their_own_meanwhile_keeps_it() {
    let world = World::new(SEED + 3);
    let elira = world.device("Elira");
    let looked = thread::scope(|scope| {
        let looks = scope.spawn(|| elira.handle(SampleOfficeCreate { language: "en".into() }));
        let begun = Instant::now();
        while !world.take_heard("Elira").iter().any(|event| matches!(event, AppEvent::SampleOffice { .. })) {
            assert!(begun.elapsed() < PATIENCE && !looks.is_finished(), "the sample is being made");
            thread::sleep(Duration::from_millis(1));
        }
        let own = OfficeCreate { office_name: "Lindara".into(), person_name: "Elira".into(), server: None, key: key() };
        elira.handle(own).expect("an office of her own is made");
        looks.join().expect("it comes to its end")
    });
    assert_eq!(looked.map_err(|error| error.code).err(), Some(ErrorCode::Stopped));
    elira.handle(VaultLock {}).expect("it locks");
    assert!(matches!(elira.handle(AppStatusGet {}), Ok(AppStatus::Locked { .. })), "it is not thrown away");
}
