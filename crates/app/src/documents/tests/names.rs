//! The directory of names.

use praesto_domain::{Moment, PersonId};

use super::super::{DirectoryChange, DirectoryDocument, EditRefused};
use super::{actor_of, by, device, uuid};

#[test]
fn names_reach_everybody_and_survive_a_save() {
    let mut first = DirectoryDocument::create(&actor_of(1));
    let mut second = DirectoryDocument::create(&actor_of(2));
    let (ana, petar) = (PersonId(uuid(1)), PersonId(uuid(2)));
    let one = first
        .edit(
            Moment(1),
            &[
                DirectoryChange::OfficeName { name: "Kancelarija".to_owned() },
                DirectoryChange::Person { id: ana, name: "Ana".to_owned() },
                DirectoryChange::Device { id: device(1), name: "laptop".to_owned(), person: ana },
            ],
        )
        .unwrap();
    let other = second.set_person(Moment(2), petar, "Petar").unwrap();
    second.apply(&by(1), &one).unwrap();
    first.apply(&by(2), &other).unwrap();
    let read = first.read().unwrap();
    assert_eq!(read, second.read().unwrap());
    assert_eq!(read.office_name, "Kancelarija");
    assert_eq!(read.people.len(), 2);
    assert_eq!(read.devices[&device(1)], ("laptop".to_owned(), ana));
    let loaded = DirectoryDocument::load(&first.save(), &actor_of(1)).unwrap();
    assert_eq!(loaded.read().unwrap(), read);
    assert!(first.set_person(Moment(3), ana, "Ana").unwrap().is_empty(), "a name said again is no change");
}

#[test]
fn a_name_that_is_too_long_is_refused_and_nothing_is_written() {
    let mut document = DirectoryDocument::create(&actor_of(1));
    let changes = [
        DirectoryChange::OfficeName { name: "Office".to_owned() },
        DirectoryChange::Person { id: PersonId(uuid(1)), name: "x".repeat(501) },
    ];
    assert!(matches!(document.edit(Moment(1), &changes), Err(EditRefused::Limit(_))));
    assert_eq!(document.read().unwrap().office_name, "");
    assert!(!document.set_office_name(Moment(2), "Office").unwrap().is_empty());
    assert!(DirectoryDocument::load(&document.save(), &actor_of(1)).is_ok());
}

#[test]
fn however_many_names_others_invent_everybody_can_be_named() {
    let (ana, petar) = (PersonId(uuid(1)), PersonId(uuid(2)));
    let mut own = DirectoryDocument::create(&actor_of(1));
    let named = own.set_person(Moment(1), ana, "Ana").unwrap();
    let mut flood = DirectoryDocument::create(&actor_of(2));
    flood.apply(&by(1), &named).unwrap();
    let invented = |number| DirectoryChange::Person { id: PersonId(uuid(number)), name: "Nobody".to_owned() };
    let mut changes: Vec<DirectoryChange> = (100..20_100).map(invented).collect();
    changes.push(DirectoryChange::Person { id: ana, name: "Somebody else".to_owned() });
    let flooded = flood.edit(Moment(2), &changes).unwrap();
    own.apply(&by(2), &flooded).unwrap();
    assert_eq!(own.read().unwrap().people[&ana], "Somebody else");
    assert!(!own.set_person(Moment(3), ana, "Ana").unwrap().is_empty(), "her name is put right");
    assert!(!own.set_person(Moment(4), petar, "Petar").unwrap().is_empty(), "and there is a place for a newcomer's");
    assert!(!own.set_device(Moment(5), device(1), "laptop", ana).unwrap().is_empty());
    let read = own.read().unwrap();
    assert_eq!((read.people[&ana].as_str(), read.people[&petar].as_str()), ("Ana", "Petar"));
}
