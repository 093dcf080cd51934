use std::collections::BTreeMap;

use praesto_crypto::OsEntropy;
use praesto_protocol::SpaceId;

use super::*;
use crate::{CaseProjection, KeyPolicy, MemoryKeyring, Vault};

const NOW: i64 = 1_795_000_000_000;
const CASES: u64 = 5_000;
const STATUSES: [Status; 4] = [Status::New, Status::InReview, Status::Waiting, Status::Closed];

fn ten(n: u64) -> [u8; 10] {
    let mut bytes = [0; 10];
    bytes[2..].copy_from_slice(&n.to_be_bytes());
    bytes
}

fn person(n: u64) -> PersonId {
    PersonId::make(Moment(NOW), &ten(n))
}

fn day(n: u64) -> Day {
    Day::of(Moment(NOW + n as i64 * 86_400_000))
}

/// Case `n` of the vault, drawn so that every condition holds for some of them and every two for some others.
fn case(n: u64) -> CaseProjection {
    let status = STATUSES[(n / 3) as usize % 4];
    let tags: [&[&str]; 4] = [&["ramp"], &["ramp", "школа"], &[], &["ramp"]];
    let rare = (n % 250 == 3).then(|| "rare".to_owned());
    CaseProjection {
        id: CaseId::make(Moment(NOW), &ten(n)),
        space: SpaceId::make(NOW, &ten(1)),
        reference: format!("G-2026-{n}"),
        title: format!("Case {}", n * 7919 % CASES),
        case_type: if n.is_multiple_of(5) { "kindergarten-enrolment" } else { "general" }.to_owned(),
        status,
        state: (n % 7 > 2).then(|| "in_review".to_owned()),
        due: (!n.is_multiple_of(4)).then(|| day(n * 31 % 90)),
        assignee: (!n.is_multiple_of(3)).then(|| person(n % 11)),
        conflict: n % 40 == 1,
        closed: status == Status::Closed,
        removed: n % 100 == 9,
        changed_at: Moment(NOW + n as i64),
        changed_by_other: n % 6 == 2,
        created_at: Moment(NOW + n as i64),
        origin: None,
        agenda: Vec::new(),
        hand_overs: Vec::new(),
        tags: tags[n as usize % 4].iter().map(|tag| (*tag).to_owned()).chain(rare).collect(),
        search_text: String::new(),
    }
}

fn filled(folder: &std::path::Path) -> Vault {
    let vault = Vault::create(folder, KeyPolicy::Keyring, None, &MemoryKeyring::default(), &mut OsEntropy).unwrap();
    vault.write(|w| (0..CASES).try_for_each(|n| w.put_case(&case(n)))).unwrap();
    vault
}

/// Every filter with at most two conditions, and one with all.
fn filters() -> Vec<Narrow> {
    let single = |which: usize| {
        let mut one = Narrow::default();
        match which {
            0 => one.case_type = Some("general".to_owned()),
            1 => one.status = Some(Status::Waiting),
            2 => one.state = Some("in_review".to_owned()),
            3 => one.holder = Some(None),
            4 => one.holder = Some(Some(person(4))),
            5 => one.tag = Some("ramp".to_owned()),
            6 => one.tag = Some("rare".to_owned()),
            7 => one.due_by = Some(day(14)),
            _ => one.unseen = true,
        }
        one
    };
    let both = |a: Narrow, b: Narrow| Narrow {
        case_type: a.case_type.or(b.case_type),
        status: a.status.or(b.status),
        state: a.state.or(b.state),
        holder: a.holder.or(b.holder),
        tag: a.tag.or(b.tag),
        due_by: a.due_by.or(b.due_by),
        unseen: a.unseen || b.unseen,
    };
    let mut all = vec![Narrow::default()];
    for a in 0..9 {
        all.extend((a..9).map(|b| both(single(a), single(b))));
    }
    all.push((0..9).map(single).fold(Narrow::default(), both));
    all
}

const QUEUES: [CaseQueue; 4] = [CaseQueue::Team, CaseQueue::Closed, CaseQueue::All, CaseQueue::Removed];
const SORTS: [CaseSort; 4] = [CaseSort::Due, CaseSort::Newest, CaseSort::Title, CaseSort::Reference];

fn fits(case: &CaseProjection, queue: CaseQueue, narrow: &Narrow) -> bool {
    let queued = match queue {
        CaseQueue::Team => !case.closed && !case.removed,
        CaseQueue::Closed => case.closed && !case.removed,
        CaseQueue::All => !case.removed,
        CaseQueue::Removed => case.removed,
        other => panic!("{other:?} is not asked for here"),
    };
    queued
        && narrow.case_type.as_ref().is_none_or(|wanted| case.case_type == *wanted)
        && narrow.status.is_none_or(|wanted| case.status == wanted)
        && narrow.state.as_ref().is_none_or(|wanted| case.state.as_ref() == Some(wanted))
        && narrow.holder.is_none_or(|wanted| case.assignee == wanted)
        && narrow.tag.as_ref().is_none_or(|wanted| case.tags.contains(wanted))
        && narrow.due_by.is_none_or(|wanted| case.due.is_some_and(|due| due <= wanted))
        && (!narrow.unseen || case.changed_by_other)
}

#[test]
fn a_narrowed_list_holds_just_what_fits_in_its_order_and_its_count_agrees() {
    let folder = tempfile::tempdir().unwrap();
    let vault = filled(folder.path());
    let cases: BTreeMap<CaseId, CaseProjection> = (0..CASES).map(case).map(|case| (case.id, case)).collect();
    for queue in QUEUES {
        for narrow in filters() {
            let mut wanted: Vec<&CaseProjection> = cases.values().filter(|case| fits(case, queue, &narrow)).collect();
            wanted.sort_by_key(|case| (case.due.is_none(), case.due, case.id));
            let filter = |sort, offset, limit| CaseFilter { queue, sort, narrow: narrow.clone(), offset, limit };
            let ids = |filter: &CaseFilter| vault.read(|v| v.case_news_rows(filter)).unwrap().into_iter().map(|row| row.id);
            let found: Vec<CaseId> = ids(&filter(CaseSort::Due, 0, u32::MAX)).collect();
            assert_eq!(found, wanted.iter().map(|case| case.id).collect::<Vec<_>>(), "{queue:?} {narrow:?}");
            assert_eq!(vault.read(|v| v.case_count(queue, &narrow)).unwrap(), wanted.len() as u64, "{queue:?} {narrow:?}");
            for sort in SORTS {
                let whole: Vec<CaseId> = ids(&filter(sort, 0, u32::MAX)).collect();
                let middle = whole.len() as u64 / 2;
                let window: Vec<CaseId> = ids(&filter(sort, middle, 7)).collect();
                assert_eq!(
                    window,
                    whole.iter().skip(middle as usize).take(7).copied().collect::<Vec<_>>(),
                    "{sort:?} {queue:?} {narrow:?}"
                );
                assert_eq!(whole.len(), wanted.len());
            }
        }
    }
}

#[test]
fn every_narrowed_list_and_count_is_read_from_indexes() {
    let folder = tempfile::tempdir().unwrap();
    let vault = filled(folder.path());
    let plan = |view: &View<'_>, sql: &str, values: Vec<Value>| -> Vec<String> {
        view.all(&format!("EXPLAIN QUERY PLAN {sql}"), params_from_iter(values), |row| row.get(3)).unwrap()
    };
    let read = |what: &str, lines: &[String]| {
        let cases: Vec<&String> = lines.iter().filter(|line| line.contains(" cases")).collect();
        assert!(!cases.is_empty(), "{what}: {lines:?}");
        for line in cases {
            assert!(line.contains("INDEX") || line.contains("PRIMARY KEY"), "{what} reads every case: {lines:?}");
        }
        // The one thing that orders rows by itself is a list of few: of a rare tag, or of one person.
        let few = what.contains("rare") || what.contains("holder: Some(Some");
        assert!(few || !lines.iter().any(|line| line.contains("TEMP B-TREE")), "{what} is sorted: {lines:?}");
        assert!(
            few || lines.iter().filter(|line| line.contains(" cases")).all(|line| line.contains("COVERING")),
            "{what} reads rows: {lines:?}"
        );
    };
    let queues = [CaseQueue::Mine(person(4)), CaseQueue::Overdue(day(3)), CaseQueue::NotSent, CaseQueue::Conflict];
    vault
        .read(|view| {
            for narrow in filters() {
                for queue in [CaseQueue::Team, CaseQueue::Closed, CaseQueue::All] {
                    for sort in SORTS {
                        let filter = CaseFilter { queue, sort, narrow: narrow.clone(), offset: 90, limit: 60 };
                        let (sql, values) = Asked::of(view, queue, &narrow, Some(sort))?.window(&filter);
                        read(&format!("{queue:?} by {sort:?}, {narrow:?}"), &plan(view, &sql, values));
                    }
                    let Asked { conditions, values } = Asked::of(view, queue, &narrow, None)?;
                    for condition in conditions {
                        let sql = format!("SELECT count(*) FROM cases WHERE {condition}");
                        read(&format!("count of {queue:?}, {narrow:?}"), &plan(view, &sql, values.clone()));
                    }
                }
                for queue in queues {
                    let Asked { conditions, values } = Asked::of(view, queue, &narrow, None)?;
                    let lines = plan(view, &format!("SELECT count(*) FROM cases WHERE {}", conditions[0]), values);
                    let served = |line: &String| !line.contains(" cases") || line.contains("INDEX") || line.contains("PRIMARY KEY");
                    assert!(lines.iter().all(served), "{queue:?}, {narrow:?}: {lines:?}");
                }
            }
            Ok::<_, VaultError>(())
        })
        .unwrap();
}

#[test]
fn tags_follow_their_case_and_are_offered_once_each() {
    let folder = tempfile::tempdir().unwrap();
    let vault = filled(folder.path());
    assert_eq!(vault.read(|v| v.tags("", 9)).unwrap(), ["ramp", "rare", "школа"]);
    assert_eq!(vault.read(|v| v.tags("", 2)).unwrap(), ["ramp", "rare"]);
    assert_eq!(vault.read(|v| v.tags("ra", 9)).unwrap(), ["ramp", "rare"]);
    assert_eq!(vault.read(|v| v.tags("rar", 9)).unwrap(), ["rare"]);
    assert_eq!(vault.read(|v| v.tags("школ", 9)).unwrap(), ["школа"]);
    assert_eq!(vault.read(|v| v.tags("x", 9)).unwrap(), [""; 0]);
    let tagged = |tag: &str| {
        let narrow = Narrow { tag: Some(tag.to_owned()), ..Narrow::default() };
        vault.read(|v| v.case_count(CaseQueue::All, &narrow)).unwrap()
    };
    let before = tagged("ramp");
    vault.write(|w| w.put_case(&CaseProjection { tags: vec!["urgent".to_owned()], ..case(0) })).unwrap();
    assert_eq!((tagged("ramp"), tagged("urgent")), (before - 1, 1));
    assert_eq!(vault.read(|v| v.case_projection(case(0).id)).unwrap().unwrap().tags, ["urgent"]);
    vault.write(|w| w.forget_case(case(0).id)).unwrap();
    assert_eq!(tagged("urgent"), 0);
    assert_eq!(vault.read(|v| v.tags("", 9)).unwrap(), ["ramp", "rare", "школа"], "what nobody bears is not offered");
}

#[test]
fn what_was_looked_at_leaves_the_list_of_news_and_comes_back_with_the_next() {
    let folder = tempfile::tempdir().unwrap();
    let vault = filled(folder.path());
    let narrow = Narrow { unseen: true, ..Narrow::default() };
    let news = || vault.read(|v| v.case_count(CaseQueue::All, &narrow)).unwrap();
    let (before, one) = (news(), case(2));
    vault.write(|w| w.mark_seen(one.id, 1)).unwrap();
    assert_eq!(news(), before - 1);
    vault.write(|w| w.put_case(&CaseProjection { changed_by_other: false, ..one.clone() })).unwrap();
    assert_eq!(news(), before - 1, "one's own change is no news");
    vault.write(|w| w.put_case(&one)).unwrap();
    assert_eq!(news(), before, "a colleague's is, though nothing that lists show has changed");
    vault.write(|w| w.mark_seen(one.id, 2)).unwrap();
    vault.write(|w| w.put_case(&CaseProjection { title: "Otherwise".to_owned(), ..one.clone() })).unwrap();
    assert_eq!(news(), before);
}
