//! The rules of epochs: who makes the next one, when one is due, which can be called no good, and who could read what is sealed to one.

#![allow(clippy::unwrap_used)]

mod common;

use common::{Computer, Town, space};
use praesto_crypto::AgeIdentity;
use praesto_protocol::register::{Body, Refused, Role, SpaceKind};

#[test]
fn an_epoch_is_the_next_one_for_exactly_the_devices_that_are_due() {
    let (mut town, colleague) = Town::with_colleague(1);
    let Body::NewEpoch { space, epoch, recipients, commitment, attachments } = town.epoch(space(1)) else { unreachable!() };
    let made =
        |epoch, recipients, attachments: &str| Body::NewEpoch { space, epoch, recipients, commitment, attachments: attachments.to_owned() };
    let without_the_newcomer = town.register.epoch(space, 1).unwrap().recipients;
    assert_eq!(town.founder_says(made(epoch, without_the_newcomer, &attachments)), Err(Refused::WrongEpoch));
    assert_eq!(town.founder_says(made(epoch - 1, recipients, &attachments)), Err(Refused::WrongEpoch));
    assert_eq!(town.founder_says(made(epoch + 1, recipients, &attachments)), Err(Refused::WrongEpoch));
    assert_eq!(town.founder_says(made(epoch, recipients, "age1nonsense")), Err(Refused::BadKey));
    assert_eq!(town.says(&colleague, made(epoch, recipients, &attachments)), Ok(()), "any entitled member makes the epoch");
    assert_eq!(town.register.current_epoch(space).unwrap().epoch, 2);
    assert_eq!(town.register.epoch(space, 1).unwrap().epoch, 1);
    assert_eq!((town.register.epoch(space, 0), town.register.epoch(space, 3)), (None, None));
}

#[test]
fn a_member_says_that_the_current_keys_are_no_good_and_new_ones_are_due() {
    let (mut town, colleague) = Town::with_colleague(1);
    let next = town.epoch(space(1));
    town.ok(next);
    let due = |epoch| Body::EpochDue { space: space(1), epoch };
    let stranger = Computer::new(9);
    assert_eq!(town.says(&stranger, due(2)), Err(Refused::UnknownAuthor));
    assert_eq!(town.says(&colleague, due(1)), Err(Refused::WrongEpoch), "only of the newest ones");
    assert!(!town.register.epoch_due(space(1)));
    assert_eq!(town.says(&colleague, due(2)), Ok(()));
    assert!(town.register.epoch_due(space(1)));
    assert_eq!(town.says(&colleague, due(2)), Err(Refused::Exists));
    assert_eq!(town.register.good_epoch_before(space(1), 3).map(|epoch| epoch.epoch), Some(1), "the next ones lead past them");
    let next = town.epoch(space(1));
    assert_eq!(town.says(&colleague, next), Ok(()));
    assert!(!town.register.epoch_due(space(1)));
    // Several in a row from the newest down, and never the last one that the next could lead back to.
    let next = town.epoch(space(1));
    town.ok(next);
    assert_eq!(town.says(&colleague, due(3)), Err(Refused::WrongEpoch), "there are newer ones");
    town.ok(due(4));
    assert_eq!(town.says(&colleague, due(3)), Ok(()));
    assert_eq!(town.register.newest_good_epoch(space(1)).map(|epoch| epoch.epoch), Some(1));
    assert_eq!(town.says(&colleague, due(1)), Err(Refused::WrongEpoch));
}

#[test]
fn whoever_may_not_read_a_space_makes_no_keys_for_it() {
    let (mut town, colleague) = Town::with_colleague(1);
    town.ok(Body::CreateSpace { space: space(4), kind: SpaceKind::Team });
    let epoch = town.epoch(space(4));
    assert_eq!(town.says(&colleague, epoch.clone()), Err(Refused::NotAllowed));
    assert_eq!(town.founder_says(epoch), Ok(()));
    let nowhere = town.epoch(space(8));
    assert_eq!(town.founder_says(nowhere), Err(Refused::NotAllowed));
}

#[test]
fn an_epoch_is_due_when_the_readers_of_a_space_change() {
    let mut town = Town::founded();
    assert!(town.register.epoch_due(space(0)), "a space without keys needs its first");
    town.ok(town.epoch(space(0)));
    town.ok(Body::CreateSpace { space: space(1), kind: SpaceKind::Team });
    town.ok(town.epoch(space(1)));
    assert!(!town.register.epoch_due(space(0)) && !town.register.epoch_due(space(1)));
    let colleague = town.join(1);
    assert!(town.register.epoch_due(space(0)) && town.register.epoch_due(space(1)));
    town.ok(town.epoch(space(1)));
    assert!(!town.register.epoch_due(space(1)));
    town.ok(Body::GrantRole { person: common::person(1), role: Role::Manager, space: Some(space(1)) });
    assert!(!town.register.epoch_due(space(1)), "one more role changes no reader");
    town.ok(Body::RevokeDevice { device: colleague.device, last: Vec::new() });
    assert!(town.register.epoch_due(space(1)));
    town.ok(town.epoch(space(1)));
    assert!(!town.register.epoch_due(space(1)));
}

#[test]
fn recipients_are_hashed_alike_in_any_order_and_differ_by_key() {
    let [a, b] = [Computer::new(0), Computer::new(1)];
    let [ra, rb] = [a.age.recipient().to_string(), b.age.recipient().to_string()];
    let hash = praesto_protocol::recipients_hash([(a.device, ra.as_str()), (b.device, rb.as_str())]);
    assert_eq!(hash, praesto_protocol::recipients_hash([(b.device, rb.as_str()), (a.device, ra.as_str())]));
    assert_ne!(hash, praesto_protocol::recipients_hash([(a.device, rb.as_str()), (b.device, ra.as_str())]));
    assert_ne!(hash, praesto_protocol::recipients_hash([(a.device, ra.as_str())]));
    let fresh = AgeIdentity::make().recipient().to_string();
    assert_ne!(hash, praesto_protocol::recipients_hash([(a.device, ra.as_str()), (b.device, fresh.as_str())]));
}

#[test]
fn whoever_left_could_read_what_is_sealed_to_keys_made_before_that_and_nothing_later() {
    let mut town = Town::with_team();
    town.ok(town.epoch(space(1)));
    let colleague = town.join(1);
    town.ok(town.epoch(space(1)));
    let readers = |town: &Town| -> Vec<bool> {
        town.register.epochs(space(1)).iter().map(|made| town.register.has_former_readers(space(1), made.epoch)).collect()
    };
    assert!(!readers(&town).contains(&true), "nobody has left");
    town.ok(Body::RevokeDevice { device: colleague.device, last: Vec::new() });
    town.ok(town.epoch(space(1)));
    let left = readers(&town);
    // Keys made after they came lead back to those from before.
    assert!(left[..left.len() - 1].iter().all(|read| *read) && !left[left.len() - 1], "{left:?}");
}
