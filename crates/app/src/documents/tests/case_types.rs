//! The document of the office's own case types.

use praesto_domain::{Moment, PersonId};

use super::super::{ApplyRefused, Author, CaseTypesDocument, EditRefused, PackFiles};
use super::{actor_of, by, person, uuid};

fn administrator(number: u8) -> Author {
    Author { administrator: true, ..by(number) }
}

fn pack(files: &str) -> PackFiles {
    PackFiles { pack: "dog-tax".to_owned(), files: files.to_owned() }
}

/// Two computers on which nothing was added yet.
fn two() -> [CaseTypesDocument; 2] {
    [1, 2].map(|number| CaseTypesDocument::create(&actor_of(number)))
}

#[test]
fn what_two_add_without_knowing_of_each_other_is_one_and_the_same_on_both() {
    let [mut first, mut second] = two();
    let one = first.add(Moment(10), &pack("v1"), person(1)).unwrap();
    let other = second.add(Moment(20), &pack("v1"), person(2)).unwrap();
    let another = second.add(Moment(21), &pack("v2"), person(2)).unwrap();
    for bytes in [&other, &another] {
        first.apply(&administrator(2), bytes).unwrap();
    }
    second.apply(&administrator(1), &one).unwrap();
    let read = first.read().unwrap();
    assert_eq!(read, second.read().unwrap());
    assert_eq!(read.iter().map(|added| added.version.files.as_str()).collect::<Vec<_>>(), ["v1", "v2"]);
    assert!(first.add(Moment(30), &pack("v1"), person(1)).unwrap().is_empty(), "it is here");
    let loaded = CaseTypesDocument::load(&first.save(), &actor_of(1)).unwrap();
    assert_eq!(loaded.read().unwrap(), read);
}

#[test]
fn what_is_withdrawn_here_and_added_again_there_ends_the_same_on_both() {
    let [mut first, mut second] = two();
    let made = first.add(Moment(1), &pack("v1"), person(1)).unwrap();
    second.apply(&administrator(1), &made).unwrap();
    let id = pack("v1").id();
    let gone = first.set_withdrawn(Moment(2), &[id], true).unwrap();
    let newer = second.add(Moment(2), &pack("v2"), person(2)).unwrap();
    first.apply(&administrator(2), &newer).unwrap();
    second.apply(&administrator(1), &gone).unwrap();
    let read = first.read().unwrap();
    assert_eq!(read, second.read().unwrap());
    assert_eq!(read.iter().map(|added| added.withdrawn).collect::<Vec<_>>(), [true, false], "whoever withdrew knew of one only");
    let back = second.add(Moment(3), &pack("v1"), person(2)).unwrap();
    first.apply(&administrator(2), &back).unwrap();
    assert!(first.read().unwrap().iter().all(|added| !added.withdrawn));
    assert!(matches!(first.set_withdrawn(Moment(4), &[uuid(7)], true), Err(EditRefused::Missing { .. })));
}

#[test]
fn nobody_but_an_administrator_writes_there_and_nobody_under_another_name() {
    let [mut first, mut second] = two();
    let made = first.add(Moment(1), &pack("v1"), person(1)).unwrap();
    assert_eq!(second.apply(&by(1), &made), Err(ApplyRefused::NoRight));
    assert_eq!(second.apply(&Author { manager: true, ..by(1) }, &made), Err(ApplyRefused::NoRight), "nor whoever manages a team");
    let other = Author { person: Some(person(3)), ..administrator(1) };
    assert!(matches!(second.apply(&other, &made), Err(ApplyRefused::NotAllowed(_))));
    assert_eq!(second.read().unwrap(), []);
    second.apply(&administrator(1), &made).unwrap();
    let withdrawn = second.set_withdrawn(Moment(2), &[pack("v1").id()], true).unwrap();
    assert_eq!(first.apply(&by(2), &withdrawn), Err(ApplyRefused::NoRight));
    assert!(!first.read().unwrap()[0].withdrawn);
}

#[test]
fn a_pack_that_no_record_could_carry_is_refused_before_it_is_written() {
    let [mut first, _] = two();
    let large = pack(&"x".repeat(super::super::PACK_BYTES + 1));
    assert!(matches!(first.add(Moment(1), &large, PersonId(uuid(1))), Err(EditRefused::Limit(_))));
    assert_eq!(first.read().unwrap(), []);
}
