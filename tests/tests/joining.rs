//! Being let into an office, and what becomes of an invitation that holds no more.

use praesto_app::Handle;
use praesto_contract::*;
use praesto_tests::world::{Device, World, ask_in, everything, found, found_alone, join, key, office, settle, sync};

fn invite(member: &Device, name: &str) -> String {
    member.handle(InvitationCreate { person_name: name.to_owned() }).expect("an invitation is made").code
}

fn join_with(device: &Device, code: &str, name: &str) -> Result<AppStatus, ApiError> {
    device.handle(OfficeJoin { code: code.to_owned(), person_name: name.to_owned(), key: key() })
}

fn office_of(device: &Device) -> OfficeView {
    match device.handle(AppStatusGet {}) {
        Ok(AppStatus::Open { office }) => office,
        other => panic!("an open office: {other:?}"),
    }
}

fn is_empty(device: &Device) -> bool {
    matches!(device.handle(AppStatusGet {}), Ok(AppStatus::Empty { .. }))
}

#[test]
fn an_invitation_that_is_used_up_is_said_to_be_and_another_can_be_used() {
    let world = World::new(701);
    let ana = office(&world, &["Ana"]).remove(0);
    let code = invite(&ana, "Бојан");
    let bojan = world.device("Бојан");
    join_with(&bojan, &code, "Бојан").expect("the code holds");
    // A second computer with the same code, which the server cannot be asked about now.
    world.set_online(false);
    let vera = world.device("Вера");
    let status = join_with(&vera, &code, "Вера").expect("nobody can say that it does not hold");
    assert!(matches!(status, AppStatus::Waiting { .. }));
    world.set_online(true);
    sync(&ana);
    sync(&bojan);
    // A third one, once it is used: nothing is made there.
    let darko = world.device("Дарко");
    assert_eq!(join_with(&darko, &code, "Дарко").expect_err("it is used").code, ErrorCode::InvitationInvalid);
    assert!(is_empty(&darko));

    for _ in 0..2 {
        let told = vera.handle(WaitingLook {}).expect_err("nobody will let this computer in");
        assert_eq!(told.code, ErrorCode::InvitationInvalid, "it does not wait for ever");
    }
    assert!(matches!(vera.handle(WaitingLeave {}), Ok(AppStatus::Empty { .. })));
    assert!(is_empty(&vera));
    join_with(&vera, &invite(&ana, "Вера"), "Вера").expect("another invitation");
    settle(&[&ana, &bojan, &vera]);
    assert_eq!(everything(&vera), everything(&ana));
    let left = vera.handle(WaitingLeave {}).expect_err("whoever is in does not wait");
    assert_eq!(left.code, ErrorCode::NotAllowed);
    assert_eq!(everything(&vera), everything(&ana), "and keeps everything");
}

#[test]
fn whoever_waits_is_told_so_until_let_in() {
    let world = World::new(702);
    let ana = office(&world, &["Ana"]).remove(0);
    let bojan = ask_in(&world, &ana, "Бојан");
    for _ in 0..2 {
        assert!(matches!(bojan.handle(WaitingLook {}), Ok(AppStatus::Waiting { .. })));
    }
    sync(&ana);
    assert!(matches!(bojan.handle(WaitingLook {}), Ok(AppStatus::Open { .. })));
}

#[test]
fn a_server_that_does_not_answer_is_not_set() {
    let world = World::new(703);
    let ana = found_alone(&world, "Ana");
    world.set_online(false);
    let set = ServerSet { server: "http://127.0.0.1:1".to_owned() };
    assert_eq!(ana.handle(set.clone()).expect_err("nobody answers").code, ErrorCode::ServerNotFound);
    assert_eq!(office_of(&ana).server, None, "the address can be mended");
    world.set_online(true);
    ana.handle(set).expect("it answers now");
    sync(&ana);
    join(&world, &ana, "Бојан");
}

#[test]
fn an_address_can_be_changed_until_a_server_has_taken_the_office() {
    let world = World::new(704);
    world.set_online(false);
    let ana = found(&world, "Ana");
    assert!(office_of(&ana).unreached);
    world.set_online(true);
    let set = |number: u16| ServerSet { server: format!("http://127.0.0.1:{number}") };
    ana.handle(set(2)).expect("nobody has the office yet");
    assert_eq!(office_of(&ana).server.as_deref(), Some("http://127.0.0.1:2"));
    sync(&ana);
    assert!(!office_of(&ana).unreached);
    assert_eq!(ana.handle(set(3)).expect_err("it stays for good").code, ErrorCode::InvalidInput);
    let bojan = join(&world, &ana, "Бојан");
    assert_eq!(bojan.handle(set(3)).expect_err("nor by a colleague").code, ErrorCode::InvalidInput);
}
