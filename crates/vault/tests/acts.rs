//! Acts over many cases that can be taken back as one, and lists that are kept.

#![allow(clippy::unwrap_used)]

mod common;

use common::{Home, case, case_id};
use praesto_vault::{ActCase, ActWhat, CaseProjection, StoredList, Vault, VaultError};

fn begins(vault: &Vault) -> u64 {
    vault.write(|w| w.begin_act()).unwrap()
}

fn changes(vault: &Vault, act: u64, n: u64) {
    vault
        .write(|w| {
            w.push_undo(case_id(n), &format!("step of {act}"), Some(act))?;
            w.note_in_act(act, &ActCase { case: case_id(n), what: ActWhat::File })
        })
        .unwrap();
}

fn last(vault: &Vault) -> Option<u64> {
    vault.read(|v| v.last_act()).unwrap()
}

#[test]
fn the_last_act_is_offered_after_a_restart_until_something_newer_was_changed() {
    let home = Home::new();
    let vault = home.create();
    let empty = begins(&vault);
    assert_eq!(last(&vault), None, "an act that changed nothing is none");
    let act = begins(&vault);
    assert!(act > empty);
    changes(&vault, act, 1);
    changes(&vault, act, 2);
    drop(vault);
    let vault = home.open(None).unwrap();
    assert_eq!(last(&vault), Some(act));
    assert_eq!(vault.read(|v| v.newest_step_act(case_id(1))).unwrap(), Some(act));
    vault.write(|w| w.push_undo(case_id(2), "later", None)).unwrap();
    assert_eq!(vault.read(|v| v.newest_step_act(case_id(2))).unwrap(), None, "that is taken back first");
    assert_eq!(vault.write(|w| w.pop_undo(case_id(2))).unwrap().as_deref(), Some("later"));
    assert_eq!(last(&vault), Some(act));
    vault.write(|w| w.pop_undo(case_id(2))).unwrap();
    let held = vault.read(|v| v.act_cases(act)).unwrap();
    assert_eq!(held, [ActCase { case: case_id(1), what: ActWhat::File }], "a case that was taken back by itself is held no more");
    vault.write(|w| w.note_newer()).unwrap();
    assert_eq!(last(&vault), None, "something newer was changed");
    vault.write(|w| w.leave_act(act, case_id(1))).unwrap();
    assert_eq!(vault.read(|v| v.act_cases(act)).unwrap(), []);
    assert!(begins(&vault) > act, "no number is given out twice");
}

#[test]
fn only_so_many_acts_are_kept() {
    let home = Home::new();
    let vault = home.create();
    let first = begins(&vault);
    changes(&vault, first, 1);
    for _ in 0..40 {
        begins(&vault);
    }
    assert_eq!(vault.read(|v| v.act_cases(first)).unwrap().len(), 1, "acts that changed nothing take no room");
    for n in 2..21 {
        let act = begins(&vault);
        changes(&vault, act, n);
    }
    assert_eq!(vault.read(|v| v.act_cases(first)).unwrap().len(), 1, "the last twenty are kept");
    let act = begins(&vault);
    assert_eq!(vault.read(|v| v.act_cases(first)).unwrap().len(), 1, "as long as the next has changed nothing");
    changes(&vault, act, 21);
    assert_eq!(vault.read(|v| v.act_cases(first)).unwrap(), []);
}

#[test]
fn an_act_is_the_last_from_its_first_case_on() {
    let home = Home::new();
    let vault = home.create();
    let before = begins(&vault);
    changes(&vault, before, 1);
    let act = begins(&vault);
    assert_eq!(last(&vault), Some(before), "it has changed nothing yet");
    changes(&vault, act, 2);
    assert_eq!(last(&vault), Some(act));
    vault.write(|w| w.note_newer()).unwrap();
    changes(&vault, act, 3);
    assert_eq!(last(&vault), None, "something else was changed while it went on");
}

#[test]
fn what_was_looked_at_comes_back_unless_somebody_has_looked_since() {
    let home = Home::new();
    let vault = home.create();
    let news = CaseProjection { changed_by_other: true, ..case(1) };
    vault.write(|w| w.put_case(&news).and_then(|()| w.mark_seen(case_id(1), 1))).unwrap();
    let unseen = || vault.read(|v| v.case_list_row(case_id(1))).unwrap().unwrap().unseen;
    assert!(!unseen());
    assert!(vault.write(|w| w.unmark_seen(case_id(1), 0, 1)).unwrap());
    assert!(unseen());
    vault.write(|w| w.put_case(&news).and_then(|()| w.mark_seen(case_id(1), 2))).unwrap();
    assert!(!vault.write(|w| w.unmark_seen(case_id(1), 0, 1)).unwrap());
    assert!(!unseen());
    let what = ActWhat::Seen { was: 0, became: 2 };
    let pinned = ActWhat::Pinned { was: false, became: true };
    let act = begins(&vault);
    vault
        .write(|w| {
            w.note_in_act(act, &ActCase { case: case_id(1), what })?;
            w.note_in_act(act, &ActCase { case: case_id(2), what: pinned })
        })
        .unwrap();
    let held = vault.read(|v| v.act_cases(act)).unwrap();
    assert_eq!(held.iter().map(|one| one.what).collect::<Vec<_>>(), [what, pinned]);
}

#[test]
fn a_part_of_a_transaction_that_fails_leaves_the_rest() {
    let home = Home::new();
    let vault = home.create();
    vault
        .write(|w| {
            w.put_meta("before", b"1")?;
            let refused: Result<(), VaultError> = w.part(|w| {
                w.put_meta("within", b"1")?;
                Err(VaultError::Empty)
            });
            assert!(matches!(refused, Err(VaultError::Empty)));
            w.part(|w| w.put_meta("after", b"1"))
        })
        .unwrap();
    let there = ["before", "within", "after"].map(|key| vault.read(|v| v.meta(key)).unwrap().is_some());
    assert_eq!(there, [true, false, true]);
}

#[test]
fn a_list_is_kept_changed_and_let_go_of() {
    let home = Home::new();
    let vault = home.create();
    let list = |n: u64, name: &str| StoredList { id: case_id(n).0, name: name.to_owned(), asks: "{}".to_owned() };
    vault.write(|w| w.keep_list(&list(2, "Ramps")).and_then(|()| w.keep_list(&list(1, "Late")))).unwrap();
    vault.write(|w| w.keep_list(&list(2, "Рампи"))).unwrap();
    drop(vault);
    let vault = home.open(None).unwrap();
    assert_eq!(vault.read(|v| v.kept_lists()).unwrap(), [list(1, "Late"), list(2, "Рампи")]);
    vault.write(|w| w.forget_list(case_id(1).0)).unwrap();
    assert_eq!(vault.read(|v| v.kept_lists()).unwrap(), [list(2, "Рампи")]);
}
