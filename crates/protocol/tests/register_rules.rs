//! The rules of the register, one promise each: what is refused, with which word, and what the register says of the past.

#![allow(clippy::unwrap_used)]

mod common;

use common::{Computer, NOW, OFFICE, Town, founding, invitation, person, secret, space};
use praesto_crypto::Hash;
use praesto_protocol::register::{Body, Entry, JoiningKeys, LastAccepted, Policy, Refused, Register, Role, SignedEntry, SpaceKind};
use praesto_protocol::{LayoutError, OfficeId};

fn grant(n: u8, role: Role, space: Option<praesto_protocol::SpaceId>) -> Body {
    Body::GrantRole { person: person(n), role, space }
}

fn withdraw(n: u8, role: Role, space: Option<praesto_protocol::SpaceId>) -> Body {
    Body::WithdrawRole { person: person(n), role, space }
}

fn revoke(computer: &Computer) -> Body {
    Body::RevokeDevice { device: computer.device, last: Vec::new() }
}

fn no_keys(computer: &Computer) -> JoiningKeys {
    JoiningKeys { signing: [0; 32], ..computer.keys() }
}

// The founding entry.

#[test]
fn a_register_begins_with_a_founding_entry_and_nothing_else() {
    let ana = Computer::new(0);
    let body = Body::CreateSpace { space: space(1), kind: SpaceKind::Team };
    let entry = Entry { office: OFFICE, seq: 0, prev: Hash::default(), at: NOW, author: ana.device, body }.sign(&ana.signer);
    assert_eq!(Register::found(&entry), Err(Refused::NotFounded));
}

#[test]
fn a_founding_entry_stands_first_and_is_its_own_devices() {
    let ana = Computer::new(0);
    let good = founding(&ana).entry().clone();
    assert!(Register::found(&good.clone().sign(&ana.signer)).is_ok());
    let other_author = Computer::new(1).device;
    for bad in
        [Entry { seq: 1, ..good.clone() }, Entry { prev: Hash([1; 32]), ..good.clone() }, Entry { author: other_author, ..good.clone() }]
    {
        assert_eq!(Register::found(&bad.sign(&ana.signer)), Err(Refused::NotFounded));
    }
    assert_eq!(Register::found(&good.sign(&Computer::new(1).signer)), Err(Refused::Signature));
}

#[test]
fn a_founding_entry_with_a_weak_key_is_refused() {
    let ana = Computer::new(0);
    let body = Body::Found { person: person(0), keys: no_keys(&ana), office_space: space(0) };
    let entry = Entry { body, ..founding(&ana).entry().clone() }.sign(&ana.signer);
    assert_eq!(Register::found(&entry), Err(Refused::BadKey));
}

#[test]
fn an_office_is_founded_only_once() {
    let mut town = Town::founded();
    let body = Body::Found { person: person(1), keys: Computer::new(1).keys(), office_space: space(9) };
    assert_eq!(town.founder_says(body), Err(Refused::Exists));
}

#[test]
fn the_founder_is_administrator_and_member_of_the_offices_own_space() {
    let town = Town::founded();
    assert!(town.register.has_role(person(0), Role::Administrator));
    assert!(town.register.is_entitled(town.ana.device, space(0)));
    assert_eq!(town.register.fingerprint(), founding(&town.ana).hash());
    assert_eq!(town.register.office_space(), space(0));
}

// The chain.

#[test]
fn an_entry_of_another_office_is_refused() {
    let mut town = Town::founded();
    let entry = town.entry(&town.ana, Town::invite(1)).entry().clone();
    let entry = Entry { office: OfficeId::from_bytes([9; 16]), ..entry }.sign(&town.ana.signer);
    assert_eq!(town.append(&entry), Err(Refused::OtherOffice));
}

#[test]
fn an_entry_follows_the_last_one_by_place_and_by_hash() {
    let mut town = Town::with_team();
    let entry = town.entry(&town.ana, Town::invite(1)).entry().clone();
    for bad in
        [Entry { seq: entry.seq + 1, ..entry.clone() }, Entry { seq: 0, ..entry.clone() }, Entry { prev: Hash([1; 32]), ..entry.clone() }]
    {
        let bad = bad.sign(&town.ana.signer);
        assert_eq!(town.append(&bad), Err(Refused::NotNext));
    }
}

#[test]
fn of_two_entries_made_at_once_the_second_is_refused() {
    let mut town = Town::with_team();
    let (one, other) = (town.entry(&town.ana, Town::invite(1)), town.entry(&town.ana, Town::invite(2)));
    assert_eq!(town.append(&one), Ok(()));
    assert_eq!(town.append(&other), Err(Refused::NotNext));
    assert_eq!(town.append(&one), Err(Refused::NotNext), "nor does the same entry go in twice");
}

#[test]
fn a_stranger_appends_nothing() {
    let mut town = Town::with_team();
    assert_eq!(town.says(&Computer::new(3), Town::invite(1)), Err(Refused::UnknownAuthor));
}

#[test]
fn nobody_signs_for_somebody_else() {
    let (mut town, colleague) = Town::with_colleague(1);
    let entry = town.entry(&town.ana, Town::invite(2)).entry().clone().sign(&colleague.signer);
    assert_eq!(town.append(&entry), Err(Refused::Signature));
}

#[test]
fn a_revoked_device_appends_nothing() {
    let (mut town, colleague) = Town::with_colleague(1);
    town.make_administrator(1);
    town.ok(revoke(&colleague));
    assert_eq!(town.says(&colleague, Town::invite(2)), Err(Refused::UnknownAuthor));
}

#[test]
fn an_entry_of_a_kind_that_is_not_known_yet_asks_for_an_update() {
    let town = Town::with_team();
    let mut bytes = town.entry(&town.ana, Town::invite(1)).encode();
    // version 1, office 16, place 8, previous 32, time 8, author 16: then the kind.
    bytes[81] = 200;
    assert_eq!(SignedEntry::decode(&bytes), Err(LayoutError::Version(200)));
    bytes[0] = 2;
    assert_eq!(SignedEntry::decode(&bytes), Err(LayoutError::Version(2)));
}

// The server.

#[test]
fn only_an_administrator_names_the_server() {
    let (mut town, colleague) = Town::with_colleague(1);
    let key = colleague.signer.verifier();
    let server = |receipt_key| Body::Server { receipt_key, address: "https://office.example".to_owned(), certificate: Some(Hash([3; 32])) };
    assert_eq!(town.says(&colleague, server(key.to_bytes())), Err(Refused::NotAllowed));
    assert_eq!(town.founder_says(server([0; 32])), Err(Refused::BadKey));
    town.ok(server(key.to_bytes()));
    assert_eq!(town.register.server(), Some(&(key, "https://office.example".to_owned(), Some(Hash([3; 32])))));
}

// Spaces and roles.

#[test]
fn a_member_makes_a_personal_space_and_no_other() {
    let (mut town, colleague) = Town::with_colleague(1);
    for kind in [SpaceKind::Team, SpaceKind::Case, SpaceKind::Office] {
        assert_eq!(town.says(&colleague, Body::CreateSpace { space: space(5), kind }), Err(Refused::NotAllowed));
    }
    assert_eq!(town.says(&colleague, Body::CreateSpace { space: space(5), kind: SpaceKind::Personal }), Ok(()));
    assert_eq!(town.register.entitled(space(5)).iter().map(|(id, _)| *id).collect::<Vec<_>>(), [colleague.device]);
}

#[test]
fn there_is_one_office_space_and_no_space_twice() {
    let mut town = Town::with_team();
    assert_eq!(town.founder_says(Body::CreateSpace { space: space(5), kind: SpaceKind::Office }), Err(Refused::NotAllowed));
    assert_eq!(town.founder_says(Body::CreateSpace { space: space(1), kind: SpaceKind::Team }), Err(Refused::Exists));
}

#[test]
fn only_an_administrator_grants_roles_and_no_role_twice() {
    let (mut town, colleague) = Town::with_colleague(1);
    assert_eq!(town.says(&colleague, grant(1, Role::Administrator, None)), Err(Refused::NotAllowed));
    town.ok(grant(1, Role::Manager, Some(space(1))));
    assert_eq!(town.founder_says(grant(1, Role::Manager, Some(space(1)))), Err(Refused::Exists));
    assert_eq!(town.founder_says(grant(1, Role::Member, Some(space(1)))), Err(Refused::Exists), "redeeming made a member already");
}

#[test]
fn roles_are_granted_to_people_of_the_office_in_spaces_that_exist() {
    let mut town = Town::with_team();
    assert_eq!(town.founder_says(grant(7, Role::Manager, None)), Err(Refused::Unknown));
    assert_eq!(town.founder_says(grant(0, Role::Manager, Some(space(7)))), Err(Refused::Unknown));
}

#[test]
fn not_even_an_administrator_gets_into_a_personal_space() {
    let (mut town, colleague) = Town::with_colleague(1);
    town.says(&colleague, Body::CreateSpace { space: space(5), kind: SpaceKind::Personal }).unwrap();
    assert_eq!(town.founder_says(grant(0, Role::Member, Some(space(5)))), Err(Refused::Unknown));
    let Body::Invite { invitation, person, secret_hash, expires_at, sealed_secret, .. } = Town::invite(2) else { unreachable!() };
    let invite = Body::Invite { invitation, person, secret_hash, expires_at, sealed_secret, spaces: vec![space(5)] };
    assert_eq!(town.founder_says(invite), Err(Refused::Unknown));
}

#[test]
fn a_role_is_withdrawn_by_an_administrator_or_given_up_by_oneself() {
    let (mut town, colleague) = Town::with_colleague(1);
    town.ok(grant(1, Role::RecordsOfficer, None));
    assert_eq!(town.says(&colleague, withdraw(0, Role::Administrator, None)), Err(Refused::NotAllowed));
    assert_eq!(town.founder_says(withdraw(1, Role::Manager, None)), Err(Refused::Unknown));
    assert_eq!(town.says(&colleague, withdraw(1, Role::RecordsOfficer, None)), Ok(()));
    assert!(!town.register.has_role(person(1), Role::RecordsOfficer));
    assert_eq!(town.founder_says(withdraw(1, Role::Member, Some(space(1)))), Ok(()));
    assert!(!town.register.is_entitled(colleague.device, space(1)));
    town.ok(grant(1, Role::Member, Some(space(1))));
    assert!(town.register.is_entitled(colleague.device, space(1)), "what was withdrawn can be granted again");
}

#[test]
fn the_last_administrator_can_neither_give_up_nor_be_withdrawn() {
    let (mut town, colleague) = Town::with_colleague(1);
    let leave = |n| Body::Withdraw { person: person(n), last: Vec::new() };
    assert_eq!(town.founder_says(withdraw(0, Role::Administrator, None)), Err(Refused::LastAdministrator));
    assert_eq!(town.founder_says(leave(0)), Err(Refused::LastAdministrator));
    town.make_administrator(1);
    assert_eq!(town.founder_says(withdraw(0, Role::Administrator, None)), Ok(()));
    assert_eq!(town.says(&colleague, leave(1)), Err(Refused::LastAdministrator));
    assert_eq!(town.says(&colleague, leave(0)), Ok(()));
}

#[test]
fn an_administrator_without_a_device_does_not_count() {
    let (mut town, colleague) = Town::with_colleague(1);
    let ana = Computer::new(0);
    assert_eq!(town.founder_says(revoke(&ana)), Err(Refused::LastAdministrator), "nobody could ever let anybody in again");
    town.make_administrator(1);
    town.ok(revoke(&colleague));
    assert_eq!(town.founder_says(withdraw(0, Role::Administrator, None)), Err(Refused::LastAdministrator));
    assert_eq!(town.founder_says(Body::Withdraw { person: person(0), last: Vec::new() }), Err(Refused::LastAdministrator));
    assert_eq!(town.founder_says(revoke(&ana)), Err(Refused::LastAdministrator));
    let second = Computer::new(2);
    town.ok(Body::AddDevice { person: person(0), keys: second.keys() });
    assert_eq!(town.founder_says(revoke(&ana)), Ok(()), "there is another device to act with");
}

// Invitations.

#[test]
fn an_invited_person_joins_once_the_newcomers_keys_are_authenticated() {
    let (town, colleague) = Town::with_colleague(1);
    assert!(town.register.is_active(colleague.device));
    for entitled in [space(0), space(1)] {
        assert!(town.register.is_entitled(colleague.device, entitled));
    }
    assert!(!town.register.has_role(person(1), Role::Administrator));
}

#[test]
fn only_an_administrator_invites_and_lets_in() {
    let (mut town, colleague) = Town::with_colleague(1);
    assert_eq!(town.says(&colleague, Town::invite(2)), Err(Refused::NotAllowed));
    town.ok(Town::invite(2));
    assert_eq!(town.says(&colleague, Town::redeem(2, &Computer::new(2))), Err(Refused::NotAllowed));
}

#[test]
fn an_invitation_is_used_once() {
    let (mut town, _) = Town::with_colleague(1);
    assert_eq!(town.founder_says(Town::redeem(1, &Computer::new(2))), Err(Refused::Exists));
    assert_eq!(town.founder_says(Town::invite(1)), Err(Refused::Exists), "nor is it made twice");
}

#[test]
fn a_person_who_was_invited_twice_joins_with_one_invitation_only() {
    let mut town = Town::with_team();
    let Body::Invite { person, expires_at, spaces, sealed_secret, .. } = Town::invite(1) else { unreachable!() };
    let second = Body::Invite { invitation: invitation(9), person, secret_hash: secret(9).hash(), expires_at, spaces, sealed_secret };
    town.ok(Town::invite(1));
    town.ok(second.clone());
    town.ok(Town::redeem(1, &Computer::new(1)));
    assert_eq!(town.founder_says(Town::redeem(9, &Computer::new(2))), Err(Refused::Exists));
    let Body::Invite { person, secret_hash, expires_at, spaces, sealed_secret, .. } = second else { unreachable!() };
    let third = Body::Invite { invitation: invitation(10), person, secret_hash, expires_at, spaces, sealed_secret };
    assert_eq!(town.founder_says(third), Err(Refused::Exists), "who belongs to the office is not invited into it");
}

#[test]
fn an_invitation_that_nobody_made_lets_nobody_in() {
    let mut town = Town::with_team();
    assert_eq!(town.founder_says(Town::redeem(1, &Computer::new(1))), Err(Refused::Unknown));
}

#[test]
fn an_expired_invitation_lets_nobody_in() {
    let mut town = Town::with_team();
    town.ok(Town::invite(1));
    let entry = town.entry(&town.ana, Town::redeem(1, &Computer::new(1))).entry().clone();
    let at_the_end = Entry { at: NOW + 1000, ..entry.clone() }.sign(&town.ana.signer);
    let too_late = Entry { at: NOW + 1001, ..entry }.sign(&town.ana.signer);
    assert_eq!(town.append(&too_late), Err(Refused::Expired));
    assert_eq!(town.append(&at_the_end), Ok(()));
}

#[test]
fn keys_that_the_invitations_secret_did_not_authenticate_are_refused() {
    let mut town = Town::with_team();
    town.ok(Town::invite(1));
    let Body::Redeem { invitation, keys, mac, secret: shown } = Town::redeem(1, &Computer::new(1)) else { unreachable!() };
    let redeem = |keys: &JoiningKeys, mac, secret| Body::Redeem { invitation, keys: keys.clone(), mac, secret };
    let swapped = Computer::new(2).keys();
    assert_eq!(town.founder_says(redeem(&keys, Hash::default(), shown.clone())), Err(Refused::WrongSecret));
    assert_eq!(town.founder_says(redeem(&swapped, mac, shown.clone())), Err(Refused::WrongSecret), "somebody put other keys in");
    let guessed = secret(8).authenticate(&keys.encode());
    assert_eq!(town.founder_says(redeem(&keys, guessed, secret(8))), Err(Refused::WrongSecret));
    assert_eq!(town.founder_says(redeem(&keys, mac, shown)), Ok(()));
}

#[test]
fn a_newcomer_brings_real_keys_and_a_device_of_its_own() {
    let mut town = Town::with_team();
    town.ok(Town::invite(1));
    let with = |keys: JoiningKeys| {
        let mac = secret(1).authenticate(&keys.encode());
        Body::Redeem { invitation: invitation(1), keys, mac, secret: secret(1) }
    };
    let newcomer = Computer::new(1);
    assert_eq!(town.founder_says(with(no_keys(&newcomer))), Err(Refused::BadKey));
    assert_eq!(town.founder_says(with(JoiningKeys { recipient: "age1nonsense".to_owned(), ..newcomer.keys() })), Err(Refused::BadKey));
    assert_eq!(town.founder_says(with(JoiningKeys { device: town.ana.device, ..newcomer.keys() })), Err(Refused::Exists));
}

// Devices and people.

#[test]
fn people_add_devices_for_themselves_only() {
    let (mut town, colleague) = Town::with_colleague(1);
    let second = Computer::new(2);
    let add = |n, keys| Body::AddDevice { person: person(n), keys };
    assert_eq!(town.founder_says(add(1, second.keys())), Err(Refused::NotAllowed));
    assert_eq!(town.says(&colleague, add(1, no_keys(&second))), Err(Refused::BadKey));
    assert_eq!(town.says(&colleague, add(1, colleague.keys())), Err(Refused::Exists));
    assert_eq!(town.says(&colleague, add(1, second.keys())), Ok(()));
    assert!(town.register.is_entitled(second.device, space(1)), "a person's rights hold on every device");
}

#[test]
fn a_device_goes_on_for_those_that_added_it_and_for_nobody_else() {
    let (mut town, colleague) = Town::with_colleague(1);
    let (second, third) = (Computer::new(2), Computer::new(3));
    town.says(&colleague, Body::AddDevice { person: person(1), keys: second.keys() }).unwrap();
    town.says(&second, Body::AddDevice { person: person(1), keys: third.keys() }).unwrap();
    assert_eq!(town.register.lineage(colleague.device), [colleague.device], "let in by the office, for itself alone");
    assert_eq!(town.register.lineage(third.device), [third.device, second.device, colleague.device]);
}

#[test]
fn a_device_is_revoked_by_an_administrator_or_its_owner_and_once() {
    let (mut town, colleague) = Town::with_colleague(1);
    let other = town.join(2);
    assert_eq!(town.says(&other, revoke(&colleague)), Err(Refused::NotAllowed));
    assert_eq!(town.founder_says(revoke(&Computer::new(3))), Err(Refused::Unknown));
    assert_eq!(town.founder_says(revoke(&colleague)), Ok(()));
    assert_eq!(town.founder_says(revoke(&colleague)), Err(Refused::Exists));
    assert_eq!(town.says(&other, revoke(&other)), Ok(()), "one's own lost laptop");
}

#[test]
fn a_revoked_device_is_not_enrolled_again_under_the_same_id() {
    let (mut town, colleague) = Town::with_colleague(1);
    let second = Computer::new(2);
    town.says(&colleague, Body::AddDevice { person: person(1), keys: second.keys() }).unwrap();
    town.says(&colleague, revoke(&second)).unwrap();
    assert_eq!(town.says(&colleague, Body::AddDevice { person: person(1), keys: second.keys() }), Err(Refused::Exists));
}

#[test]
fn whoever_leaves_loses_devices_and_rights_at_once() {
    let (mut town, colleague) = Town::with_colleague(1);
    town.make_administrator(1);
    let last = LastAccepted { space: space(1), device_seq: 4, statement: Hash([4; 32]) };
    town.ok(Body::Withdraw { person: person(1), last: vec![(colleague.device, last)] });
    assert!(!town.register.is_active(colleague.device));
    assert!(!town.register.has_role(person(1), Role::Administrator));
    assert!(!town.register.is_past_revocation(colleague.device, space(1), 4, Hash([4; 32])), "what the office took stays taken");
    assert!(town.register.is_past_revocation(colleague.device, space(1), 5, Hash([5; 32])));
    assert_eq!(town.founder_says(Body::Withdraw { person: person(1), last: Vec::new() }), Err(Refused::Unknown));
    assert_eq!(town.founder_says(grant(1, Role::Member, Some(space(1)))), Err(Refused::Unknown));
    assert!(town.register.people().contains_key(&person(1)), "history keeps its people");
}

#[test]
fn only_an_administrator_withdraws_people_and_sets_the_policy() {
    let (mut town, colleague) = Town::with_colleague(1);
    let policy = Policy { lease_days: 7, longest_lease_days: 30, passphrase_required: true };
    assert_eq!(town.says(&colleague, Body::Withdraw { person: person(0), last: Vec::new() }), Err(Refused::NotAllowed));
    assert_eq!(town.says(&colleague, Body::SetPolicy { policy }), Err(Refused::NotAllowed));
    assert_eq!(town.register.policy(), Policy { lease_days: 14, longest_lease_days: 60, passphrase_required: false });
    town.ok(Body::SetPolicy { policy });
    assert_eq!(town.register.policy(), policy);
}

// The past.

#[test]
fn the_register_knows_which_head_it_had_at_any_length() {
    let mut town = Town::founded();
    let mut heads = vec![town.register.head()];
    for n in 1..6 {
        town.ok(Town::invite_nowhere(n));
        heads.push(town.register.head());
    }
    for (at, head) in heads.iter().enumerate() {
        assert!(town.register.had_head(at as u64 + 1, *head));
        assert!(!town.register.had_head(at as u64 + 2, *head));
        assert!(!town.register.had_head(at as u64, *head));
    }
    assert!(!town.register.had_head(0, Hash::default()), "an empty register has no head");
    assert!(!town.register.had_head(u64::MAX, Hash::default()));
}

#[test]
fn rights_and_devices_are_those_of_the_length_that_an_author_had_seen() {
    let (mut town, colleague) = Town::with_colleague(1);
    let joined = town.register.length();
    town.ok(withdraw(1, Role::Member, Some(space(1))));
    let withdrawn = town.register.length();
    town.ok(revoke(&colleague));
    let revoked = town.register.length();
    let register = &town.register;
    let entitled = |length| register.is_entitled_at(colleague.device, space(1), length);
    let active = |length| register.is_active_at(colleague.device, length);
    assert_eq!((active(joined - 1), entitled(joined - 1)), (false, false), "before the entry that let it in");
    assert_eq!((active(joined), entitled(joined)), (true, true));
    assert_eq!((active(withdrawn), entitled(withdrawn)), (true, false));
    assert_eq!((active(revoked), entitled(revoked)), (false, false));
    assert_eq!((active(revoked + 9), entitled(revoked + 9)), (false, false));
    assert!(!register.is_active_at(town.ana.device, 0), "whoever has seen nothing has seen no device");
    assert!(register.is_active_at(town.ana.device, 1));
}

#[test]
fn a_right_counts_from_the_entry_that_grants_it() {
    let (mut town, colleague) = Town::with_colleague(1);
    town.ok(Body::CreateSpace { space: space(4), kind: SpaceKind::Team });
    let before = town.register.length();
    town.ok(grant(1, Role::Member, Some(space(4))));
    assert!(!town.register.is_entitled_at(colleague.device, space(4), before));
    assert!(town.register.is_entitled_at(colleague.device, space(4), before + 1));
    assert_eq!(town.register.spaces_of(colleague.device), [space(0), space(1), space(4)]);
}

#[test]
fn a_revocation_draws_its_line_per_space() {
    let (mut town, colleague) = Town::with_colleague(1);
    let past = |town: &Town, space, seq, hash| town.register.is_past_revocation(colleague.device, space, seq, Hash([hash; 32]));
    assert!(!past(&town, space(1), 1000, 1), "an active device is past nothing");
    let last = vec![
        LastAccepted { space: space(1), device_seq: 5, statement: Hash([5; 32]) },
        LastAccepted { space: space(0), device_seq: 0, statement: Hash::default() },
    ];
    town.ok(Body::RevokeDevice { device: colleague.device, last });
    assert!(!past(&town, space(1), 4, 4) && !past(&town, space(1), 5, 5));
    assert!(past(&town, space(1), 5, 6), "another statement at the last place is a fork");
    assert!(past(&town, space(1), 6, 6));
    assert!(past(&town, space(0), 1, 1), "0 takes nothing");
    assert!(past(&town, space(2), 1, 1), "a space that is not named takes nothing");
}

#[test]
fn a_revocation_names_spaces_of_the_person_and_each_once() {
    let (mut town, colleague) = Town::with_colleague(1);
    town.ok(Body::CreateSpace { space: space(2), kind: SpaceKind::Team });
    town.ok(withdraw(1, Role::Member, Some(space(1))));
    let line = |n| LastAccepted { space: space(n), device_seq: 1, statement: Hash([1; 32]) };
    let revoke = |last| Body::RevokeDevice { device: colleague.device, last };
    assert_eq!(town.says(&colleague, revoke(vec![line(9)])), Err(Refused::Unknown), "a space that does not exist");
    assert_eq!(town.founder_says(revoke(vec![line(2)])), Err(Refused::Unknown), "a space that the person never was in");
    assert_eq!(town.founder_says(revoke(vec![line(0), line(1), line(0)])), Err(Refused::Exists));
    let many = (0..=u8::MAX).map(line).chain((0..=u8::MAX).map(line)).collect();
    assert_eq!(town.says(&colleague, revoke(many)), Err(Refused::Unknown));
    assert_eq!(town.founder_says(revoke(vec![line(0), line(1)])), Ok(()), "one that the person has left counts too");
}

#[test]
fn a_withdrawal_names_the_persons_devices_and_spaces_and_each_pair_once() {
    let (mut town, colleague) = Town::with_colleague(1);
    let (second, third) = (Computer::new(2), Computer::new(3));
    for computer in [&second, &third] {
        town.says(&colleague, Body::AddDevice { person: person(1), keys: computer.keys() }).unwrap();
    }
    town.ok(revoke(&third));
    let line = |computer: &Computer, n| (computer.device, LastAccepted { space: space(n), device_seq: 1, statement: Hash([1; 32]) });
    let leave = |last| Body::Withdraw { person: person(1), last };
    assert_eq!(town.founder_says(leave(vec![line(&Computer::new(0), 0)])), Err(Refused::Unknown), "a device of somebody else");
    assert_eq!(town.founder_says(leave(vec![line(&third, 0)])), Err(Refused::Unknown), "a device whose line is drawn already");
    assert_eq!(town.founder_says(leave(vec![line(&second, 7)])), Err(Refused::Unknown));
    assert_eq!(town.founder_says(leave(vec![line(&second, 1), line(&second, 1)])), Err(Refused::Exists));
    assert_eq!(town.founder_says(leave(vec![line(&second, 1), line(&colleague, 1), line(&second, 0)])), Ok(()));
}

#[test]
fn a_person_has_a_thousand_devices_at_most_and_revoking_makes_no_room() {
    let mut town = Town::with_team();
    let add = |n: u16| {
        let [high, low] = n.to_be_bytes();
        let device = praesto_protocol::DeviceId::from_bytes([7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, high, low]);
        (device, Body::AddDevice { person: person(0), keys: JoiningKeys { device, ..Computer::new(1).keys() } })
    };
    for n in 0..999 {
        let entry = town.entry(&town.ana, add(n).1);
        assert_eq!(town.register.append(&entry), Ok(()), "{n}");
    }
    assert_eq!(town.founder_says(add(999).1), Err(Refused::TooManyDevices));
    town.ok(Body::RevokeDevice { device: add(0).0, last: Vec::new() });
    assert_eq!(town.founder_says(add(999).1), Err(Refused::TooManyDevices));
    let colleague = town.join(2);
    assert_eq!(town.says(&colleague, Body::AddDevice { person: person(2), keys: Computer::new(3).keys() }), Ok(()), "each for themselves");
}
