//! Offices and whom they let in.

use std::sync::Arc;

use praesto_app::Handle;
use praesto_contract::*;

use super::{Device, World, create, settle, sync};

/// Passphrase of every profile that has one.
const PASSPHRASE: &str = "a passphrase for tests";

/// How profiles of the world are opened.
pub fn key() -> KeyChoice {
    KeyChoice { policy: KeyPolicy::Keyring, passphrase: None }
}

/// How profiles are opened where a passphrase is the point.
pub fn passphrase_key() -> KeyChoice {
    KeyChoice { policy: KeyPolicy::Passphrase, passphrase: Some(SecretText::new(PASSPHRASE.to_owned())) }
}

/// Founds an office that has a server, which it may not have reached yet.
pub fn found(world: &Arc<World>, name: &str) -> Device {
    make(world, name, Some("http://127.0.0.1:1"))
}

/// Founds an office without a server.
pub fn found_alone(world: &Arc<World>, name: &str) -> Device {
    make(world, name, None)
}

fn make(world: &Arc<World>, name: &str, server: Option<&str>) -> Device {
    let device = world.device(name);
    let create = OfficeCreate {
        office_name: "Municipality of Lindara".to_owned(),
        person_name: name.to_owned(),
        server: server.map(str::to_owned),
        key: key(),
    };
    device.handle(create).expect("the office is made");
    device
}

/// An office with `people` devices, all let in and in step.
pub fn office(world: &Arc<World>, people: &[&str]) -> Vec<Device> {
    let mut devices = vec![found(world, people[0])];
    sync(&devices[0]);
    for name in &people[1..] {
        let device = join(world, &devices[0], name);
        devices.push(device);
    }
    for _ in 0..2 {
        for device in &devices {
            sync(device);
        }
    }
    devices
}

/// The office of Ana and Бојан.
pub fn pair(world: &Arc<World>) -> [Device; 2] {
    office(world, &["Ana", "Бојан"]).try_into().expect("a device each")
}

/// Ana and Бојан, and a case that she has sent and he has not received.
pub fn with_a_case_sent(world: &Arc<World>, title: &str) -> ([Device; 2], CaseId) {
    let people = pair(world);
    let case = create(&people[0], title);
    sync(&people[0]);
    (people, case)
}

/// Ana and Бојан, and a case of hers that both have.
pub fn with_a_case(world: &Arc<World>, title: &str) -> ([Device; 2], CaseId) {
    let (people, case) = with_a_case_sent(world, title);
    settle(&[&people[0], &people[1]]);
    (people, case)
}

/// Invites a person, whose computer asks to be let in; nobody has done so yet.
pub fn ask_in(world: &Arc<World>, member: &Device, name: &str) -> Device {
    let invitation = member.handle(InvitationCreate { person_name: name.to_owned() }).expect("an invitation is made");
    let device = world.device(name);
    let status = device.handle(OfficeJoin { code: invitation.code, person_name: name.to_owned(), key: key() }).expect("the code is taken");
    assert!(matches!(status, AppStatus::Waiting { .. }), "nobody has let the newcomer in yet");
    let refused = device.handle(SyncNow {}).expect_err("nobody has let the newcomer in yet");
    assert_eq!(refused.code, ErrorCode::WaitingForColleague);
    device
}

/// Invites a person and lets the computer in.
pub fn join(world: &Arc<World>, member: &Device, name: &str) -> Device {
    let device = ask_in(world, member, name);
    sync(member);
    sync(&device);
    device
}
