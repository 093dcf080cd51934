//! Lists, search and saves in the full vault, by the commands that the window calls.

use std::fs::OpenOptions;
use std::io::Write;
use std::path::Path;
use std::time::Duration;

use praesto_app::Handle;
use praesto_app::documents::{CaseDocument, actor};
use praesto_contract::*;
use praesto_tests::world::Device;

use crate::fill::{self, NOW, note};
use crate::report::{Report, Row};
use crate::times::{Times, ms, once};

const SAVES: usize = 500;
const SAVE_BUDGET: Duration = Duration::from_millis(15);
const SEARCH_BUDGET: Duration = Duration::from_millis(30);
const ALIKE_BUDGET: Duration = Duration::from_millis(50);

pub(crate) fn measure(device: &Device, ids: &[CaseId], folder: &Path, report: &mut Report) {
    start(device, report);
    lists(device, ids.len() as u64, report);
    narrowed(device, report);
    search(device, report);
    search_with_slips(device, ids.len() as u64, report);
    alike(device, report);
    save(device, ids, folder, report);
}

fn part(time: Duration, of: Duration) -> f64 {
    time.as_secs_f64() / of.as_secs_f64()
}

fn window(device: &Device, queue: Queue, sort: CaseSort, offset: u64) -> CaseListPage {
    device.handle(CaseListGet { queue, sort, filter: ListFilter::default(), offset, limit: 60 }).expect("a list")
}

fn start(device: &Device, report: &mut Report) {
    device.handle(VaultLock {}).expect("the vault shuts");
    let (unlocked, _) = once(|| device.handle(VaultUnlock { passphrase: None }).expect("the vault opens"));
    let (listed, _) = once(|| window(device, Queue::Mine, CaseSort::Due, 0));
    report.row(Row {
        what: "unlock to usable list, without the window".into(),
        budget: "none in the table",
        measured: ms(unlocked + listed),
        floor: "–".into(),
        ratio: None,
        of_budget: None,
        whole: true,
        note: format!(
            "unlock {}, first window with counts {}. Once, by the keyring, with the system's file cache warm",
            ms(unlocked),
            ms(listed)
        ),
    });
}

fn lists(device: &Device, cases: u64, report: &mut Report) {
    let deep = cases * 9 / 10;
    for (what, offset) in [("queue list, first window of 60".to_owned(), 0), (format!("queue list, window at row {deep}"), deep)] {
        let sorts = [CaseSort::Due, CaseSort::Newest, CaseSort::Title, CaseSort::Reference];
        let times = sorts.map(|sort| (sort, Times::of(1, 30, |_| assert!(!window(device, Queue::Team, sort, offset).rows.is_empty()))));
        let by_sort: Vec<_> = times.iter().map(|(sort, times)| format!("{sort:?} {}", ms(times.percentile(95)))).collect();
        let all = times.into_iter().map(|(_, times)| times).reduce(Times::and).expect("there are four");
        report.row(Row {
            what,
            budget: "none in the table",
            measured: format!("p50 {}, p95 {}", ms(all.percentile(50)), ms(all.percentile(95))),
            floor: "–".into(),
            ratio: None,
            of_budget: None,
            whole: true,
            note: format!("the team's queue with the counts of all queues, 30 times each; p95 by sort: {}", by_sort.join(", ")),
        });
    }
}

/// Lists that are narrowed, each with how many it holds.
fn narrowed(device: &Device, report: &mut Report) {
    let everything = ListFilter { case_type: Some("general".to_owned()), status: Some(Status::New), ..ListFilter::default() };
    let tag = |tag: &str| ListFilter { tag: Some(tag.to_owned()), ..ListFilter::default() };
    let filters = [
        ("type and status of every case", everything.clone()),
        ("nobody has it", ListFilter { holder: Some(Holder::Nobody), ..everything }),
        ("due within 14 days", ListFilter { due_within: Some(14), ..ListFilter::default() }),
        ("a tag that nine of ten cases bear", tag("ramp")),
        ("a tag that one of 400 bears", tag("street 7")),
    ];
    let list = |filter: &ListFilter, sort, offset| {
        let list = CaseListGet { queue: Queue::Team, sort, filter: filter.clone(), offset, limit: 60 };
        device.handle(list).expect("a list").total
    };
    let sorts = [CaseSort::Due, CaseSort::Newest, CaseSort::Title, CaseSort::Reference];
    let times = filters.map(|(what, filter)| {
        let total = list(&filter, CaseSort::Due, 0);
        let each = sorts.map(|sort| {
            Times::of(1, 15, |n| {
                list(&filter, sort, if n.is_multiple_of(2) { 0 } else { total * 9 / 10 });
            })
        });
        (what, total, each.into_iter().reduce(Times::and).expect("there are four"))
    });
    let by_filter: Vec<_> =
        times.iter().map(|(what, total, times)| format!("{what} ({total} cases) {}", ms(times.percentile(95)))).collect();
    let all = times.into_iter().map(|(.., times)| times).reduce(Times::and).expect("there are some");
    report.row(Row {
        what: "queue list, narrowed, window of 60".into(),
        budget: "none in the table",
        measured: format!("p50 {}, p95 {}", ms(all.percentile(50)), ms(all.percentile(95))),
        floor: "–".into(),
        ratio: None,
        of_budget: None,
        whole: true,
        note: format!(
            "the team's queue with its own count and those of all queues, in four orders, half of the windows at nine tenths of the list; p95 by filter: {}",
            by_filter.join(", ")
        ),
    });
}

fn search(device: &Device, report: &mut Report) {
    let typed = ["ramp", "skopje ramp", "party77", "complaint the office letter", "GF-2026-77", "nothing"];
    let mut keystrokes: Vec<String> = Vec::new();
    for text in typed {
        keystrokes.extend((1..=text.len()).map(|end| text[..end].to_owned()));
    }
    let find = |words: &String| device.handle(Search { words: words.clone(), limit: 30 }).expect("a search");
    keystrokes.iter().for_each(|words| drop(find(words)));
    let times = Times::of(0, keystrokes.len() * 5, |n| drop(find(&keystrokes[n % keystrokes.len()])));
    let slowest = keystrokes.iter().map(|words| (once(|| find(words)).0, words)).max().expect("something is typed");
    report.row(Row {
        what: "search as you type, first page of 30".into(),
        budget: "p95 ≤ 30 ms",
        measured: format!("p50 {}, p95 {}", ms(times.percentile(50)), ms(times.percentile(95))),
        floor: "–".into(),
        ratio: None,
        of_budget: Some(part(times.percentile(95), SEARCH_BUDGET)),
        whole: true,
        note: format!(
            "every keystroke of {} texts, 5 times each; slowest in one more round: “{}” with {}",
            typed.len(),
            slowest.1,
            ms(slowest.0)
        ),
    });
}

/// As [`search`], of texts with a slip: each keystroke that finds nothing looks through every word that was ever written.
fn search_with_slips(device: &Device, cases: u64, report: &mut Report) {
    let find = |words: &str| device.handle(Search { words: words.to_owned(), limit: 30 }).expect("a search");
    let (first, page) = once(|| find("complanit"));
    assert!(!page.similar.is_empty(), "a slip is forgiven");
    let own = fill::coined(77_777 % cases);
    let own = format!("{}{}", &own[..3], &own[4..]);
    let typed = ["rmap", "skopje raamp", "complanit", "Yankulva", "entrnace to the ofifce", "qwertzuiop", &own];
    let keystrokes: Vec<String> = typed.iter().flat_map(|text| (1..=text.len()).map(|end| text[..end].to_owned())).collect();
    let times = Times::of(keystrokes.len(), keystrokes.len() * 5, |n| drop(find(&keystrokes[n % keystrokes.len()])));
    report.row(Row {
        what: "search as you type, with slips".into(),
        budget: "p95 ≤ 30 ms",
        measured: format!("p50 {}, p95 {}", ms(times.percentile(50)), ms(times.percentile(95))),
        floor: "–".into(),
        ratio: None,
        of_budget: Some(part(times.percentile(95), SEARCH_BUDGET)),
        whole: true,
        note: format!(
            "every keystroke of {} texts, 5 times each, with a word of its own in each case. The first, which reads the words into memory, {}",
            typed.len(),
            ms(first)
        ),
    });
}

/// What the window asks while somebody makes a case.
fn alike(device: &Device, report: &mut Report) {
    let ask = |n: usize| CaseAlike {
        title: format!("{} complaint {}", ["Skopje", "Tirana", "Wien"][n % 3], n * 7919 % 100_003),
        reference: format!("GF-2026-{}", n * 31),
        parties: vec![format!("Ema Jankulva {}", n % 9_973), "Gjorgji Kosev".to_owned()],
        ..CaseAlike::default()
    };
    let times = Times::of(10, 200, |n| drop(device.handle(ask(n)).expect("an answer")));
    report.row(Row {
        what: "who is alike, while a case is made".into(),
        budget: "p95 ≤ 50 ms",
        measured: format!("p50 {}, p95 {}", ms(times.percentile(50)), ms(times.percentile(95))),
        floor: "–".into(),
        ratio: None,
        of_budget: Some(part(times.percentile(95), ALIKE_BUDGET)),
        whole: true,
        note: "a title, a reference that is taken, and two people, one of them mistyped; every candidate is read whole".into(),
    });
}

fn save(device: &Device, ids: &[CaseId], folder: &Path, report: &mut Report) {
    // Spread over the vault, each case once.
    let case = |n: usize| ids[(n + 1) * (ids.len() / (SAVES + 30))];
    let times = Times::of(20, SAVES, |n| {
        let edit = CaseEdit { case: case(n), changes: vec![note(900_000 + n as u64, 1)], drafts: Vec::new(), over: Vec::new() };
        drop(device.handle(edit).expect("the edit is saved"));
    });
    let (floor, document) = (durable_write(folder), document_alone());
    // What a save does besides: it says what waits to be sent, and gives the case back.
    let status = Times::of(20, 200, |_| {
        device.handle(SyncStatusGet {}).expect("the status");
    });
    let shown = Times::of(20, 200, |n| drop(device.handle(CaseGet { case: case(n) }).expect("the case")));
    report.row(Row {
        what: format!("save of one edit, {} cases", ids.len()),
        budget: "p99 ≤ 15 ms",
        measured: format!("p50 {}, p99 {}", ms(times.percentile(50)), ms(times.percentile(99))),
        floor: format!("p50 {}, p99 {}", ms(floor.percentile(50)), ms(floor.percentile(99))),
        ratio: Some(part(times.percentile(99), floor.percentile(99))),
        of_budget: Some(part(times.percentile(99), SAVE_BUDGET)),
        whole: true,
        note: format!(
            "{SAVES} cases, a note each, through the command that the window calls, with the case it gives back. Floor: one written and \
             synced page of 4 KiB. At the p50: loading, editing and saving the document alone {}; saying what waits to be sent {}; showing \
             a case, with its own durable note that it was opened, {}. The rest is the database: record, document, row and search words in \
             one synced transaction",
            ms(document.percentile(50)),
            ms(status.percentile(50)),
            ms(shown.percentile(50)),
        ),
    });
}

/// One page appended and synced: what durability costs without anything else.
pub(crate) fn durable_write(folder: &Path) -> Times {
    let path = folder.join("page");
    let mut file = OpenOptions::new().create(true).append(true).open(&path).expect("a file can be made");
    let times = Times::of(20, SAVES, |_| {
        file.write_all(&[7; 4096]).expect("a page is written");
        file.sync_data().expect("the page is synced");
    });
    std::fs::remove_file(&path).expect("the file goes again");
    times
}

fn document_alone() -> Times {
    let actor = actor(praesto_domain::DeviceId::make(Moment(NOW), &fill::ten(9)), [7; 8]);
    let mut document = CaseDocument::create(&actor, fill::opening());
    for changes in fill::changes(1) {
        document.edit(Moment(NOW), &changes).expect("the changes follow the rules");
    }
    let snapshot = document.save();
    Times::of(20, 200, |n| {
        let mut document = CaseDocument::load(&snapshot, &actor).expect("it was saved whole");
        document.edit(Moment(NOW), &[note(900_000 + n as u64, 1)]).expect("a note can be added");
        drop(document.save());
    })
}
