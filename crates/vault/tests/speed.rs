//! How long lists, search and saves take with 100,000 cases. Printed, not judged: the bench holds the budgets.
//! `cargo test --release -p praesto-vault --test speed -- --ignored --nocapture`

#![allow(clippy::unwrap_used)]

mod common;

use std::time::{Duration, Instant};

use common::{Home, NOW, case, case_id, day, document, person, record};
use praesto_domain::{Day, Moment};
use praesto_vault::{CaseFilter, CaseProjection, CaseQueue, CaseSort, Narrow, StoredRecord, Vault};

const CASES: u64 = 100_000;
const PLACES: [&str; 8] = ["Skopje", "Tirana", "Wien", "Paris", "Ohrid", "Bern", "Lyon", "Graz"];

/// The 50th and the 95th of a hundred runs, after one that warms up.
fn timed(what: &str, mut run: impl FnMut(u64)) {
    run(0);
    let mut times: Vec<Duration> = (1..=100)
        .map(|n| {
            let start = Instant::now();
            run(n);
            start.elapsed()
        })
        .collect();
    times.sort_unstable();
    println!("{what:<44} p50 {:>9.2?}  p95 {:>9.2?}", times[49], times[94]);
}

fn fill(vault: &Vault) {
    let place = |n: u64| PLACES[n as usize % PLACES.len()];
    for batch in 0..CASES / 1_000 {
        vault
            .write(|w| {
                for n in batch * 1_000..(batch + 1) * 1_000 {
                    let due = Day::of(Moment(NOW + (n as i64 * 7919 % 400 - 40) * 86_400_000));
                    w.put_case(&CaseProjection {
                        title: format!("{} complaint {}", place(n), n * 7919 % CASES),
                        due: Some(due),
                        assignee: Some(person(n % 500)),
                        search_text: format!(
                            "party{} the ramp at the entrance is too steep, letter {} of the office",
                            n % 9_973,
                            n % 4_001
                        ),
                        ..case(n)
                    })?;
                    w.insert_record(&StoredRecord { server_seq: Some(n + 1), payload: vec![7; 600], ..record(n + 1) })?;
                }
                Ok::<_, praesto_vault::VaultError>(())
            })
            .unwrap();
    }
}

/// A word of its own for each number.
fn coined(n: u64) -> String {
    let mut rest = n.wrapping_mul(0x9E37_79B9_7F4A_7C15);
    let syllables = ["ba", "ku", "lo", "mir", "gra", "ton", "ve", "ska", "ni", "pel", "dur", "za", "fe", "ro", "shi", "mo"];
    (0..2 + n % 4).fold(String::new(), |word, _| {
        rest = rest.rotate_right(4);
        word + syllables[(rest & 15) as usize]
    }) + &(0..4).map(|k| char::from(b'a' + ((n / 26_u64.pow(k)) % 26) as u8)).collect::<String>()
}

/// As many different words as a large office has.
fn words_of_their_own(vault: &Vault) {
    let start = Instant::now();
    for batch in 0..10 {
        vault
            .write(|w| {
                (0..500_u64).try_for_each(|n| {
                    let text: String = (0..60).map(|k| format!("{} ", coined((batch * 500 + n) * 60 + k))).collect();
                    w.put_case(&CaseProjection { search_text: text, ..case(CASES + 1_000 + batch * 500 + n) })
                })
            })
            .unwrap();
    }
    println!("300,000 further words put in {:.1?}", start.elapsed());
    let start = Instant::now();
    vault.read(|v| v.search_similar("hopsital", &[], 10)).unwrap();
    println!("{:<44} {:.1?}", "first look for similar words", start.elapsed());
}

#[test]
#[ignore = "a measurement, run by hand in release"]
fn lists_search_and_saves_with_a_hundred_thousand_cases() {
    let home = Home::new();
    let today = day("2026-11-21");
    let vault = home.create();
    let start = Instant::now();
    fill(&vault);
    println!("{CASES} cases put in {:.1?}, {} MiB", start.elapsed(), vault.database_bytes() >> 20);
    vault.close().unwrap();
    let start = Instant::now();
    let vault = home.open(None).unwrap();
    let window = |queue, sort, offset| {
        vault.read(|v| v.case_rows(&CaseFilter { queue, sort, narrow: Narrow::default(), offset, limit: 60 })).unwrap()
    };
    let mine = CaseQueue::Mine(person(7));
    window(mine, CaseSort::Due, 0);
    vault.read(|v| v.case_counts(person(7), today)).unwrap();
    println!("{:<44} {:.1?}", "open to first list and counts", start.elapsed());
    for sort in [CaseSort::Due, CaseSort::Newest, CaseSort::Title, CaseSort::Reference] {
        timed(&format!("team by {sort:?}, first window"), |_| drop(window(CaseQueue::Team, sort, 0)));
        timed(&format!("team by {sort:?}, row 90,000"), |_| drop(window(CaseQueue::Team, sort, 90_000)));
        timed(&format!("overdue by {sort:?}"), |_| drop(window(CaseQueue::Overdue(today), sort, 0)));
        timed(&format!("mine by {sort:?}"), |n| drop(window(CaseQueue::Mine(person(n)), sort, 0)));
    }
    timed("not sent by Due", |_| drop(window(CaseQueue::NotSent, CaseSort::Due, 0)));
    timed("counts of all queues", |n| assert!(vault.read(|v| v.case_counts(person(n), today)).unwrap().team > 0));
    timed("held rows", |n| drop(vault.read(|v| v.held_rows(person(n))).unwrap()));
    for text in ["ramp", "r", "skopje ram", "party77", "complaint the office l", "nothing"] {
        timed(&format!("search {text:?}"), |_| drop(vault.read(|v| v.search(text, 30)).unwrap()));
    }
    words_of_their_own(&vault);
    for text in ["rmap", "skopje raamp", "complaint the ofifce l", "qwertzuiop", "entrnace", "skopje quurxamp", "gramqurton"] {
        timed(&format!("search and similar {text:?}"), |_| {
            vault
                .read(|v| {
                    let (exact, _) = v.search(text, 30)?;
                    v.search_similar(text, &exact, 10)
                })
                .map(drop)
                .unwrap()
        });
    }
    timed("save: 30 words that nobody wrote before", |n| {
        let text: String = (0..30).map(|k| format!("{} ", coined(1_000_000 + n * 100 + k))).collect();
        vault.write(|w| w.put_case(&CaseProjection { search_text: text, ..case(n) })).unwrap();
    });
    timed("save: record, row and words, durable", |n| {
        vault
            .write(|w| {
                w.insert_record(&StoredRecord { document: document(n), payload: vec![7; 600], ..record(CASES + 1 + n) })?;
                w.put_case(&CaseProjection { title: format!("Changed {n}"), ..case(n) })
            })
            .unwrap();
    });
    assert_eq!(vault.read(|v| v.search("changed 42", 5)).unwrap().0, [case_id(42)]);
}
