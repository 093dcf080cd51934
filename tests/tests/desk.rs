//! What stands around the office: notices of what is due, the report for support, settings that two programs write.

use std::sync::Barrier;
use std::thread;
use std::time::{Duration, Instant};

use praesto_app::Handle;
use praesto_contract::*;
use praesto_tests::world::{Device, World, attach, edit, found_alone, note, office, sync, unlock};
use uuid::Uuid;

/// The world begins on Monday, 2 November 2026, at eight.
const TODAY: &str = "2026-11-02";
const DAY_MS: i64 = 24 * 60 * 60 * 1000;

fn task(number: u128, due: &str) -> CaseChange {
    let due = Some(due.parse().expect("a day"));
    CaseChange::AddTask { id: TaskId(Uuid::from_u128(number)), text: "something to do".to_owned(), due, assignee: None }
}

/// A case with as many tasks of this day.
fn due(device: &Device, number: u128, tasks: u128, day: &str) -> CaseId {
    let create = CaseCreate {
        title: format!("Case {number}"),
        reference: None,
        case_type: None,
        channel: Channel::Paper,
        changes: (1..=tasks).map(|one| task(number * 100 + one, day)).collect(),
        drafts: Vec::new(),
    };
    device.handle(create).expect("a case is made").id
}

fn done(number: u128) -> Vec<CaseChange> {
    vec![CaseChange::SetTaskDone { id: TaskId(Uuid::from_u128(number * 100 + 1)), done: true }]
}

fn asked(device: &Device) -> Option<(u64, u64)> {
    device.handle(NoticeGet {}).expect("it can be asked for").map(|notice| (notice.due, notice.late))
}

/// Has the desktop take what there is to say.
fn said(device: &Device) -> (u64, u64) {
    let notice = device.handle(NoticeGet {}).expect("it can be asked for").expect("there is something to say");
    device.handle(NoticeSaid { notice }).expect("it is noted");
    (notice.due, notice.late)
}

#[test]
fn a_notice_counts_every_case_once_however_many_there_are() {
    let world = World::new(371);
    let elira = found_alone(&world, "Elira");
    assert_eq!(asked(&elira), None, "nothing is due");
    // More than any list shows.
    for number in 0..203 {
        due(&elira, number, 2, TODAY);
    }
    due(&elira, 203, 1, "2026-11-01");
    due(&elira, 204, 1, "2026-11-03");
    assert_eq!(asked(&elira), Some((203, 1)));
}

#[test]
fn a_notice_is_given_once_a_day_and_again_when_more_is_due() {
    let world = World::new(372);
    let elira = found_alone(&world, "Elira");
    let first = due(&elira, 0, 1, TODAY);
    assert_eq!(asked(&elira), Some((1, 0)));
    assert_eq!(asked(&elira), Some((1, 0)), "what nobody took was not said");
    assert_eq!(said(&elira), (1, 0));
    assert_eq!(asked(&elira), None);
    due(&elira, 1, 1, TODAY);
    assert_eq!(said(&elira), (2, 0), "something became due");
    edit(&elira, first, done(0));
    assert_eq!(asked(&elira), None, "less is not said");
    due(&elira, 2, 1, TODAY);
    assert_eq!(said(&elira), (2, 0), "what comes after less is new");
    unlock_again(&elira);
    assert_eq!(asked(&elira), None, "the program that comes next knows what was said");

    world.pass(DAY_MS);
    assert_eq!(said(&elira), (0, 2), "a new day is judged anew");
    assert_eq!(asked(&elira), None);
}

fn unlock_again(device: &Device) {
    device.handle(VaultLock {}).expect("the vault shuts");
    let locked = device.handle(NoticeGet {}).expect_err("a shut vault says nothing");
    assert_eq!(locked.code, ErrorCode::Locked);
    unlock(device);
}

#[test]
fn whoever_wants_no_notices_and_whoever_looks_at_a_sample_is_told_nothing() {
    let world = World::new(373);
    let elira = found_alone(&world, "Elira");
    due(&elira, 0, 1, TODAY);
    elira.handle(SettingsSet { notices: Some(false), ..SettingsSet::default() }).expect("it is set");
    assert_eq!(asked(&elira), None);
    let visitor = world.device("Visitor");
    visitor.handle(SampleOfficeCreate { language: "en".to_owned() }).expect("a sample office");
    assert_eq!(asked(&visitor), None, "what is made up is due to nobody");
}

#[test]
fn looking_for_what_is_due_does_not_keep_the_vault_open() {
    let world = World::new(374);
    let elira = found_alone(&world, "Elira").with_background();
    elira.handle(SettingsSet { lock_minutes: Some(5), ..SettingsSet::default() }).expect("it is set");
    world.pass(6 * 60 * 1000);
    let started = Instant::now();
    while elira.handle(NoticeGet {}).is_ok() {
        assert!(started.elapsed() < Duration::from_secs(10), "nobody is at work: the vault shuts");
        thread::sleep(Duration::from_millis(50));
    }
}

#[test]
fn what_waits_to_be_sent_is_told_before_leaving() {
    let world = World::new(375);
    let [ana, _bojan] = praesto_tests::world::pair(&world);
    world.set_online(false);
    due(&ana, 0, 1, TODAY);
    let asks = |device: &Device| device.handle(ClosingAsks {}).expect("it answers").unsent;
    assert!(asks(&ana) > 0);
    assert_eq!(
        found_alone(&world, "Elira").handle(ClosingAsks {}).expect("it answers").unsent,
        0,
        "without a server nothing waits for one"
    );
    ana.handle(VaultLock {}).expect("the vault shuts");
    assert_eq!(asks(&ana), 0, "a shut vault says nothing");
}

/// Words that occur nowhere else.
const CANARIES: [&str; 12] = [
    "Kanarienamt",
    "Kanarienfrau",
    "Kanarienkollege",
    "Kanarientitel",
    "Kanarienzeichen",
    "Kanariennotiz",
    "Kanarienaufgabe",
    "Kanariendatei",
    "Kanarienentwurf",
    "Kanarienproxy",
    "Kanarienausnahme",
    "Kanarienpasswort",
];

#[test]
fn a_report_holds_numbers_and_nothing_of_the_office() {
    let world = World::new(376);
    let devices = office(&world, &["Kanarienfrau", "Kanarienkollege"]);
    let [ana, bojan] = &devices[..] else { panic!("two people") };
    let create = CaseCreate {
        title: "Kanarientitel".to_owned(),
        reference: Some("Kanarienzeichen".to_owned()),
        case_type: None,
        channel: Channel::Paper,
        changes: vec![note(1, "Kanariennotiz")],
        drafts: Vec::new(),
    };
    let case = ana.handle(create).expect("a case").id;
    edit(bojan, praesto_tests::world::create(bojan, "Kanarientitel"), vec![note(2, "Kanariennotiz")]);
    attach(&world, ana, case, "Kanariendatei.txt", "Kanariendatei");
    ana.handle(DraftPut { case: Some(case), place: "new-note".to_owned(), text: "Kanarienentwurf".to_owned() }).expect("a draft");
    let login = ProxyLogin { user: "Kanarienproxy".to_owned(), password: Some(SecretText::new("Kanarienpasswort".to_owned())) };
    let proxy = Proxy {
        kind: ProxyKind::ByHand,
        address: "http://kanarienproxy.example:3128".to_owned(),
        exceptions: "Kanarienausnahme".to_owned(),
    };
    ana.handle(ProxySet { proxy, login }).expect("a proxy");
    sync(bojan);
    sync(ana);

    let text = ana.handle(ReportMake {}).expect("a report").text;
    let lower = text.to_lowercase();
    for canary in CANARIES {
        assert!(!lower.contains(&canary.to_lowercase()), "{canary} in\n{text}");
    }
    for hidden in ["127.0.0.1", "example", "Laptop", "Lindara", &case.0.to_string()] {
        assert!(!text.contains(hidden), "{hidden} in\n{text}");
    }
    for said in ["rows.cases: 2\n", "settings.proxy: by_hand\n", "sync.phase: up_to_date\n", "register.people: 2\n", "sync.server: set\n"] {
        assert!(text.contains(said), "{said} in\n{text}");
    }
    // Ids, hashes and keys are long runs of hexadecimal digits.
    let runs = text.split(|sign: char| !sign.is_ascii_hexdigit());
    assert_eq!(runs.filter(|run| run.len() >= 12).collect::<Vec<_>>(), Vec::<&str>::new(), "{text}");
    assert!(text.lines().all(|line| line.split_once(": ").is_some_and(|(name, _)| !name.contains(' '))), "a line for each thing:\n{text}");
}

#[test]
fn what_is_saved_is_what_was_shown() {
    let world = World::new(377);
    let elira = found_alone(&world, "Elira");
    let target = world.scratch("report").join("report.txt");
    std::fs::create_dir_all(target.parent().expect("it lies in a folder")).expect("a folder");
    let save = |overwrite| elira.handle(ReportSave { path: target.display().to_string(), overwrite });
    assert_eq!(save(false).expect_err("nothing was shown").code, ErrorCode::NotFound);
    let shown = elira.handle(ReportMake {}).expect("a report").text;
    due(&elira, 0, 1, TODAY);
    save(false).expect("it is saved");
    assert_eq!(std::fs::read_to_string(&target).expect("it is there"), shown, "to the letter, whatever happened since");
    assert_eq!(save(false).expect_err("it is there").code, ErrorCode::FileExists);
    save(true).expect("whoever says so replaces it");
    let beside = elira.handle(ReportSave { path: "report.txt".to_owned(), overwrite: false }).expect_err("nobody knows where that is");
    assert_eq!(beside.code, ErrorCode::InvalidInput);
    elira.handle(VaultLock {}).expect("the vault shuts");
    unlock(&elira);
    assert_eq!(save(true).expect_err("it was forgotten with the vault").code, ErrorCode::NotFound);
}

/// Rounds of changes by two programs at once.
const ROUNDS: usize = 40;

#[test]
fn two_programs_on_one_profile_do_not_undo_each_others_settings() {
    let world = World::new(378);
    let (window, terminal) = (world.device("Elira"), world.device("Elira"));
    for round in 0..ROUNDS {
        let on = round % 2 == 0;
        let together = Barrier::new(2);
        thread::scope(|scope| {
            scope.spawn(|| {
                together.wait();
                window.handle(SettingsSet { stay: Some(on), ..SettingsSet::default() }).expect("it is kept");
            });
            scope.spawn(|| {
                together.wait();
                terminal.handle(SettingsSet { notices: Some(on), ..SettingsSet::default() }).expect("it is kept");
            });
        });
        let kept = window.handle(SettingsGet {}).expect("settings are there");
        assert_eq!((kept.stay, kept.notices), (on, on), "round {round}");
    }
}
