//! Queues, paging, marks and counts of cases.

#![allow(clippy::unwrap_used)]

mod common;

use common::{Home, NOW, case, case_id, day, device, document, person, record, space};
use praesto_crypto::Hash;
use praesto_domain::case_types::Who;
use praesto_domain::casework::{AgendaItem, Ask, HandOverState, HandedOver, Status};
use praesto_domain::{CaseId, DecisionId, HandOverId, Moment, TaskId};
use praesto_vault::{
    AttachmentRow, AttachmentState, CaseCounts, CaseFilter, CaseProjection, CaseQueue, CaseSort, HeldBecause, Narrow, Removal, Vault,
    VaultError,
};

fn put(vault: &Vault, cases: &[CaseProjection]) {
    vault.write(|w| cases.iter().try_for_each(|case| w.put_case(case))).unwrap();
}

fn list(vault: &Vault, queue: CaseQueue, sort: CaseSort) -> Vec<CaseId> {
    page(vault, queue, sort, 0, 200)
}

fn page(vault: &Vault, queue: CaseQueue, sort: CaseSort, offset: u64, limit: u32) -> Vec<CaseId> {
    let rows = vault.read(|v| v.case_rows(&CaseFilter { queue, sort, narrow: Narrow::default(), offset, limit })).unwrap();
    rows.into_iter().map(|row| row.id).collect()
}

fn ids(numbers: &[u64]) -> Vec<CaseId> {
    numbers.iter().map(|n| case_id(*n)).collect()
}

#[test]
fn every_order_is_the_one_a_person_expects() {
    let home = Home::new();
    let vault = home.create();
    put(
        &vault,
        &[
            CaseProjection { title: "Žalba".to_owned(), reference: "G-2026-10".to_owned(), ..case(1) },
            CaseProjection { title: "appeal".to_owned(), reference: "G-2026-9".to_owned(), due: Some(day("2026-12-01")), ..case(2) },
            CaseProjection { title: "Élan".to_owned(), reference: "g-2025-100".to_owned(), due: Some(day("2026-11-20")), ..case(3) },
            CaseProjection { title: "Zebra".to_owned(), reference: "A-1".to_owned(), due: Some(day("2027-01-01")), ..case(4) },
        ],
    );
    assert_eq!(list(&vault, CaseQueue::Team, CaseSort::Due), ids(&[3, 2, 4, 1]), "without a day last");
    assert_eq!(list(&vault, CaseQueue::Team, CaseSort::Newest), ids(&[4, 3, 2, 1]));
    assert_eq!(list(&vault, CaseQueue::Team, CaseSort::Title), ids(&[2, 3, 1, 4]), "marks and capitals matter last");
    assert_eq!(list(&vault, CaseQueue::Team, CaseSort::Reference), ids(&[4, 3, 2, 1]), "9 comes before 10");
}

#[test]
fn pages_follow_each_other_without_gap_or_repetition() {
    let home = Home::new();
    let vault = home.create();
    let cases: Vec<_> = (0..95).map(|n| CaseProjection { due: Some(day("2026-12-01")), title: "Same".to_owned(), ..case(n) }).collect();
    put(&vault, &cases);
    for sort in [CaseSort::Due, CaseSort::Newest, CaseSort::Title, CaseSort::Reference] {
        let whole = list(&vault, CaseQueue::Team, sort);
        let pages: Vec<_> = (0..10).flat_map(|n| page(&vault, CaseQueue::Team, sort, n * 10, 10)).collect();
        assert_eq!(pages, whole, "{sort:?}");
        assert_eq!(whole.len(), 95);
    }
    assert!(page(&vault, CaseQueue::Team, CaseSort::Due, 95, 10).is_empty());
}

#[test]
fn each_queue_holds_its_cases_and_the_counts_agree() {
    let home = Home::new();
    let vault = home.create();
    let me = person(1);
    put(
        &vault,
        &[
            CaseProjection { assignee: Some(me), due: Some(day("2026-11-01")), ..case(1) },
            CaseProjection { assignee: Some(me), closed: true, status: Status::Closed, due: Some(day("2026-11-01")), ..case(2) },
            CaseProjection { assignee: Some(person(2)), conflict: true, ..case(3) },
            CaseProjection { due: Some(day("2026-11-20")), ..case(4) },
            CaseProjection { conflict: true, closed: true, ..case(5) },
        ],
    );
    vault.write(|w| w.insert_record(&record(4)).and_then(|_| w.insert_record(&record(2)))).unwrap();
    let today = day("2026-11-20");
    assert_eq!(list(&vault, CaseQueue::Mine(me), CaseSort::Due), ids(&[1]));
    assert_eq!(list(&vault, CaseQueue::Team, CaseSort::Due), ids(&[1, 4, 3]));
    assert_eq!(list(&vault, CaseQueue::Overdue(today), CaseSort::Due), ids(&[1]), "due today is not late");
    assert_eq!(list(&vault, CaseQueue::NotSent, CaseSort::Due), ids(&[2, 4]), "a closed case that was not sent shows");
    assert_eq!(list(&vault, CaseQueue::Conflict, CaseSort::Due), ids(&[3, 5]));
    assert_eq!(list(&vault, CaseQueue::Closed, CaseSort::Due), ids(&[2, 5]));
    assert_eq!(list(&vault, CaseQueue::All, CaseSort::Due), ids(&[1, 2, 4, 3, 5]));
    let counts = vault.read(|v| v.case_counts(me, today)).unwrap();
    assert_eq!(counts, CaseCounts { mine: 1, team: 3, overdue: 1, not_sent: 2, conflict: 2, closed: 2, removed: 0 });
    vault.write(|w| w.acknowledge(space(1), record(4).hash, 1, NOW)).unwrap();
    assert_eq!(list(&vault, CaseQueue::NotSent, CaseSort::Title), ids(&[2]), "sent is sent");
}

#[test]
fn a_removed_case_is_in_no_queue_but_its_own() {
    let home = Home::new();
    let vault = home.create();
    let me = person(1);
    let mine =
        CaseProjection { assignee: Some(me), due: Some(day("2026-11-01")), conflict: true, title: "Rose Hill".to_owned(), ..case(1) };
    put(&vault, &[mine.clone(), CaseProjection { title: "Rose Lane".to_owned(), ..case(2) }]);
    vault.write(|w| w.insert_record(&record(1))).unwrap();
    put(&vault, &[CaseProjection { removed: true, ..mine.clone() }]);
    let queues = [CaseQueue::Mine(me), CaseQueue::Team, CaseQueue::Overdue(day("2026-11-20")), CaseQueue::NotSent, CaseQueue::Conflict];
    for queue in queues.into_iter().chain([CaseQueue::Closed, CaseQueue::All]) {
        assert!(!list(&vault, queue, CaseSort::Title).contains(&case_id(1)), "{queue:?}");
    }
    assert_eq!(list(&vault, CaseQueue::Removed, CaseSort::Due), ids(&[1]));
    let counts = vault.read(|v| v.case_counts(me, day("2026-11-20"))).unwrap();
    assert_eq!(counts, CaseCounts { team: 1, removed: 1, ..CaseCounts::default() });
    assert!(vault.read(|v| v.case_list_row(case_id(1))).unwrap().unwrap().removed);
    assert_eq!(vault.read(|v| v.search("rose", 5)).unwrap().0, ids(&[2, 1]), "search finds it, last");
    let held = vault.read(|v| v.held_rows(me)).unwrap();
    let cases: Vec<_> = held.iter().map(|row| (row.because, row.cases)).filter(|(_, cases)| *cases > 0).collect();
    assert_eq!(cases, [(HeldBecause::Team, 1), (HeldBecause::Removed, 1)], "and it is still held");
    put(&vault, &[mine]);
    assert_eq!(list(&vault, CaseQueue::Mine(me), CaseSort::Due), ids(&[1]), "back where it was");
}

#[test]
fn removals_that_are_asked_about_are_listed_until_they_are_agreed_to() {
    let home = Home::new();
    let vault = home.create();
    let removal = |n: u64, at: i64| Removal { case: case_id(n), space: space(1), device: device(n % 2), at: Moment(at) };
    put(&vault, &(1..=4).map(|n| CaseProjection { removed: n < 4, ..case(n) }).collect::<Vec<_>>());
    vault.write(|w| [(1, 10), (2, 20), (3, 30)].into_iter().try_for_each(|(n, at)| w.note_removal(&removal(n, at)))).unwrap();
    assert_eq!(vault.read(|v| Ok::<_, VaultError>((v.removals_in(space(1), false)?, v.cases_before_removals(space(1))?))).unwrap(), (3, 4));
    vault.write(|w| w.forget_removals_before(Moment(20))).unwrap();
    assert_eq!(vault.read(|v| Ok::<_, VaultError>((v.removals_in(space(1), false)?, v.cases_before_removals(space(1))?))).unwrap(), (2, 3));
    vault.write(|w| w.ask_about_removals(space(1))).unwrap();
    assert_eq!(list(&vault, CaseQueue::Team, CaseSort::Due), ids(&[2, 3, 4]), "listed again while they are asked about");
    assert!(vault.read(|v| v.case_list_row(case_id(2))).unwrap().unwrap().removal_asked);
    vault.write(|w| w.forget_removals_before(Moment(1_000))).unwrap();
    let asked: Vec<_> = vault.read(|v| v.asked_removals()).unwrap().into_iter().map(|row| (row.device, row.cases, row.last)).collect();
    assert_eq!(asked, [(device(0), 1, Moment(20)), (device(1), 1, Moment(30))], "a question does not age");
    assert_eq!(vault.read(|v| v.asked_cases(Moment(25), 9)).unwrap(), ids(&[2]));
    vault.write(|w| w.agree_to_removals(Moment(25))).unwrap();
    assert_eq!(list(&vault, CaseQueue::Removed, CaseSort::Due), ids(&[1, 2]));
    assert_eq!(vault.read(|v| v.removal_asked(case_id(3))).unwrap(), Some(true), "what came later was not agreed to");
    vault.write(|w| w.forget_removal(case_id(3))).unwrap();
    assert_eq!(vault.read(|v| v.removal_asked(case_id(3))).unwrap(), None);
}

#[test]
fn a_case_is_unseen_after_a_colleagues_change_until_it_was_looked_at() {
    let home = Home::new();
    let vault = home.create();
    let row = |vault: &Vault| vault.read(|v| v.case_list_row(case_id(1))).unwrap().unwrap();
    put(&vault, &[CaseProjection { changed_by_other: true, changed_at: Moment(10), ..case(1) }]);
    assert!(row(&vault).unseen);
    let looks = || {
        let news = vault.read(|v| v.case_news(case_id(1))).unwrap();
        vault.write(|w| w.mark_seen(case_id(1), news)).unwrap();
        news
    };
    let first = looks();
    assert!(!row(&vault).unseen);
    put(&vault, &[CaseProjection { changed_by_other: true, changed_at: Moment(3), ..case(1) }]);
    assert!(row(&vault).unseen, "what was written before one looked, and came after, is new");
    vault.write(|w| w.mark_seen(case_id(1), first)).unwrap();
    assert!(row(&vault).unseen, "what came while one looked stays new");
    put(&vault, &[CaseProjection { changed_by_other: false, changed_at: Moment(12), ..case(1) }]);
    assert!(row(&vault).unseen, "one's own change does not make a colleague's seen");
    looks();
    put(&vault, &[CaseProjection { changed_by_other: false, title: "Mine".to_owned(), changed_at: Moment(13), ..case(1) }]);
    assert!(!row(&vault).unseen, "and is never new");
}

#[test]
fn what_a_person_noted_outlives_a_new_projection() {
    let home = Home::new();
    let vault = home.create();
    let imported = CaseProjection { origin: Some("xdomea:1".to_owned()), due: Some(day("2026-12-01")), ..case(1) };
    put(&vault, std::slice::from_ref(&imported));
    vault.write(|w| w.set_pinned(case_id(1), true).and_then(|()| w.mark_opened(case_id(1), Moment(7)))).unwrap();
    put(&vault, &[CaseProjection { title: "Renamed".to_owned(), ..imported.clone() }]);
    assert!(vault.read(|v| v.is_pinned(case_id(1))).unwrap());
    assert_eq!(vault.read(|v| v.last_opened(case_id(1))).unwrap(), Some(Moment(7)));
    assert_eq!(vault.read(|v| v.last_opened(case_id(2))).unwrap(), None);
    assert_eq!(vault.read(|v| v.case_by_origin("xdomea:1")).unwrap(), Some(case_id(1)));
    assert_eq!(vault.read(|v| v.case_by_origin("xdomea:2")).unwrap(), None);
    assert_eq!(vault.read(|v| v.cases_by_origin("xdomea:1", 2)).unwrap(), [case_id(1)]);
    assert_eq!(vault.read(|v| v.cases_by_origin("xdomea:2", 2)).unwrap(), []);
    let found = vault.read(|v| v.case_projection(case_id(1))).unwrap();
    assert_eq!(found, Some(CaseProjection { title: "Renamed".to_owned(), ..imported }));
}

#[test]
fn references_count_by_prefix_and_year() {
    let home = Home::new();
    let vault = home.create();
    let next = |prefix: &str, year| vault.write(|w| w.next_reference_number(prefix, year)).unwrap();
    assert_eq!([next("G", 2026), next("G", 2026), next("G", 2027), next("A", 2026), next("G", 2026)], [1, 2, 1, 1, 3]);
}

#[test]
fn everything_here_has_one_reason() {
    let home = Home::new();
    let vault = home.create();
    let me = person(1);
    put(&vault, &[CaseProjection { assignee: Some(me), ..case(1) }, case(2), case(3), case(4), case(5)]);
    vault
        .write(|w| {
            w.set_pinned(case_id(1), true)?;
            w.set_pinned(case_id(2), true)?;
            w.mark_opened(case_id(2), Moment(1))?;
            w.mark_opened(case_id(3), Moment(1))?;
            for (n, state) in [(1, AttachmentState::Here), (3, AttachmentState::WaitingToBeSent), (4, AttachmentState::OnServer)] {
                w.put_attachment(&AttachmentRow {
                    hash: Hash::of(&[n as u8]),
                    space: space(1),
                    document: document(n),
                    size: 100 + n,
                    state,
                })?;
            }
            Ok::<_, praesto_vault::VaultError>(())
        })
        .unwrap();
    let rows = vault.read(|v| v.held_rows(me)).unwrap();
    let rows: Vec<_> = rows.into_iter().map(|row| (row.because, row.cases, row.files, row.bytes)).collect();
    let expected = [
        (HeldBecause::Assigned, 1, 1, 101),
        (HeldBecause::Pinned, 1, 0, 0),
        (HeldBecause::Recent, 1, 1, 103),
        (HeldBecause::Team, 2, 0, 0),
        (HeldBecause::Removed, 0, 0, 0),
    ];
    assert_eq!(rows, expected, "an attachment that is only on the server takes no room here");
}

/// A hand-over of act `act` by person `giver` to person `to`.
fn handed(act: u64, giver: u64, to: u64, at: i64, state: HandOverState) -> HandedOver {
    HandedOver { giver: person(giver), to: person(to), together: HandOverId(case_id(act).0), at: Moment(at), state }
}

fn asked(ask: Ask) -> AgendaItem {
    AgendaItem { ask, day: None, person: None, text: String::new() }
}

fn task(n: u64) -> AgendaItem {
    asked(Ask::Task(TaskId(case_id(n).0)))
}

fn signature(n: u64) -> AgendaItem {
    asked(Ask::Signature { decision: DecisionId(case_id(n).0), second: Who::Anyone, decided_by: None })
}

#[test]
fn what_waits_for_a_person_is_told_by_giver_and_act_most_urgent_first() {
    let home = Home::new();
    let vault = home.create();
    let waits = |act, giver, to, at| vec![handed(act, giver, to, at, HandOverState::Waits)];
    put(
        &vault,
        &[
            CaseProjection { hand_overs: waits(1, 1, 2, 10), due: Some(day("2026-12-20")), agenda: vec![task(1), task(2)], ..case(1) },
            CaseProjection {
                hand_overs: waits(1, 1, 2, 11),
                due: Some(day("2026-11-01")),
                conflict: true,
                agenda: vec![signature(3)],
                ..case(2)
            },
            CaseProjection { hand_overs: waits(1, 1, 2, 12), due: Some(day("2026-11-26")), changed_by_other: true, ..case(3) },
            // Another's case under the same id of an act, another's taker, and what was answered.
            CaseProjection { hand_overs: waits(1, 3, 2, 13), ..case(4) },
            CaseProjection { hand_overs: waits(1, 1, 4, 14), ..case(5) },
            CaseProjection { hand_overs: vec![handed(1, 1, 2, 15, HandOverState::Taken)], ..case(6) },
        ],
    );
    let (today, soon) = (day("2026-11-20"), day("2026-11-26"));
    let acts = vault.read(|v| v.waiting_acts(person(2), today, soon, 50)).unwrap();
    assert_eq!(
        acts.iter().map(|act| (act.giver, act.at, act.load.cases)).collect::<Vec<_>>(),
        [(person(3), Moment(13), 1), (person(1), Moment(12), 3)]
    );
    assert_eq!(vault.read(|v| v.waiting_acts(person(2), today, soon, 1)).unwrap(), acts[..1]);
    let load = acts[1].load;
    assert_eq!((load.overdue, load.due_soon, load.open_tasks, load.waiting_decisions, load.conflicts, load.unseen), (1, 1, 2, 1, 1, 1));
    let cases = vault.read(|v| v.waiting_cases(person(2), HandOverId(case_id(1).0), person(1), 50)).unwrap();
    assert_eq!(cases, ids(&[2, 3, 1]));
    assert_eq!(
        vault.read(|v| v.waiting_cases(person(2), HandOverId(case_id(1).0), person(1), 2)).unwrap(),
        ids(&[2, 3]),
        "most urgent first"
    );
    let row = |n| vault.read(|v| v.case_list_row(case_id(n))).unwrap().unwrap();
    assert!(row(1).handed_over && !row(6).handed_over);

    // The next save of a case says how it stands then.
    put(
        &vault,
        &[CaseProjection {
            hand_overs: vec![handed(1, 1, 2, 10, HandOverState::GivenBack), handed(2, 1, 4, 20, HandOverState::Waits)],
            ..case(1)
        }],
    );
    assert_eq!(vault.read(|v| v.waiting_cases(person(2), HandOverId(case_id(1).0), person(1), 50)).unwrap(), ids(&[2, 3]));
    let given = vault.read(|v| v.given_acts(person(1), Moment(0), 50)).unwrap();
    let told: Vec<_> = given.iter().map(|act| (act.to, act.waits, act.taken, act.given_back, act.over)).collect();
    assert_eq!(told, [(person(4), 1, 0, 0, 0), (person(2), 2, 1, 1, 0), (person(4), 1, 0, 0, 0)]);
    assert_eq!(
        vault.read(|v| v.given_acts(person(1), Moment(16), 50)).unwrap(),
        given,
        "what waits is told however old it is, with what does not"
    );
    assert_eq!(vault.read(|v| v.given_acts(person(1), Moment(0), 1)).unwrap(), given[..1]);
    let back = vault.read(|v| v.given_back(&given[1], person(1), 50)).unwrap();
    assert_eq!(back.iter().map(|row| row.id).collect::<Vec<_>>(), ids(&[1]));
    vault.write(|w| w.forget_case(case_id(2))).unwrap();
    assert_eq!(vault.read(|v| v.waiting_cases(person(2), HandOverId(case_id(1).0), person(1), 50)).unwrap(), ids(&[3]));
}

#[test]
fn a_caseload_is_the_open_cases_of_a_person() {
    let home = Home::new();
    let vault = home.create();
    let mine = |n: u64, due: &str| CaseProjection { assignee: Some(person(1)), due: Some(day(due)), agenda: vec![task(n)], ..case(n) };
    put(
        &vault,
        &[
            mine(1, "2026-11-20"),
            mine(2, "2026-11-19"),
            CaseProjection { closed: true, ..mine(3, "2026-11-01") },
            CaseProjection { removed: true, ..mine(4, "2026-11-01") },
            CaseProjection { assignee: Some(person(2)), ..mine(5, "2026-11-01") },
        ],
    );
    let load = vault.read(|v| v.caseload(person(1), day("2026-11-20"), day("2026-11-26"))).unwrap();
    assert_eq!((load.cases, load.overdue, load.due_soon, load.open_tasks), (2, 1, 1, 2), "due today is soon, and not late");
    assert_eq!(vault.read(|v| v.open_cases_of(person(1))).unwrap(), ids(&[2, 1]));
    assert_eq!(vault.read(|v| v.caseload(person(9), day("2026-11-20"), day("2026-11-26"))).unwrap(), Default::default());
}
