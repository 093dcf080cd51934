//! An office without a server: nothing waits for one, and one can be given later.

use praesto_app::Handle;
use praesto_contract::*;
use praesto_domain::DeviceId;
use praesto_domain::casework::{AttachmentVersion, EventKind, Rule, Stamp};
use praesto_tests::world::{Faults, World, computer, decide, everything, found, found_alone, join, note, start, unlock};

const SEED: u64 = 20_261_123;

fn rose_hill() -> CaseCreate {
    let changes = vec![note(1, "Called at nine")];
    CaseCreate { title: "Rose Hill".into(), reference: None, case_type: None, channel: Channel::Paper, changes, drafts: Vec::new() }
}

#[test]
fn without_a_server_nothing_is_called_unsent() {
    let world = World::new(SEED);
    let elira = found_alone(&world, "Elira");
    let case = elira.handle(rose_hill()).expect("a case is made").id;
    let view = decide(&elira, case, "granted");
    assert_eq!(view.not_sent, 0);
    assert!(view.notes.iter().all(|note| note.sent), "a note does not wait for anybody");
    assert!(view.decisions.iter().all(|decision| !decision.provisional), "the decision stands: the whole office has it");
    assert!(view.timeline.iter().all(|row| row.sent));
    let list = |queue| {
        elira.handle(CaseListGet { queue, sort: CaseSort::Due, filter: ListFilter::default(), offset: 0, limit: 10 }).expect("a list")
    };
    assert!(list(Queue::Team).rows.iter().all(|row| !row.not_sent));
    assert_eq!((list(Queue::NotSent).total, list(Queue::NotSent).rows.len()), (0, 0));
    assert_eq!(computer(&elira).waiting, []);
}

#[test]
fn an_office_that_was_made_without_a_server_gets_one_and_everything_is_sent() {
    let world = World::new(SEED + 1);
    let elira = found_alone(&world, "Elira");
    elira.handle(rose_hill()).expect("a case is made");
    elira.handle(InvitationCreate { person_name: "Ana".into() }).expect_err("nobody could join");
    elira.handle(ServerSet { server: "no address".into() }).expect_err("this is no address");

    let status = elira.handle(ServerSet { server: "http://127.0.0.1:1".into() }).expect("it gets a server");
    assert!(matches!(status, AppStatus::Open { office } if office.server.as_deref() == Some("http://127.0.0.1:1")));
    let waiting = elira.handle(SyncStatusGet {}).expect("a status").waiting;
    assert!(waiting > 0, "now it waits to be sent");
    elira.handle(SyncNow {}).expect("the office is founded on the server");
    assert_eq!(elira.handle(SyncStatusGet {}).expect("a status").waiting, 0);
    let ana = join(&world, &elira, "Ana");
    for device in [&elira, &ana] {
        device.handle(SyncNow {}).expect("in step");
    }
    assert_eq!(everything(&ana), everything(&elira), "a colleague gets what was written alone");
    assert_eq!(everything(&ana).len(), 1);

    elira.handle(VaultLock {}).expect("it locks");
    unlock(&elira);
    elira.handle(SyncNow {}).expect("the server is known after a restart");
    let again = elira.handle(ServerSet { server: "http://127.0.0.1:2".into() });
    assert_eq!(again.map_err(|error| error.code).err(), Some(ErrorCode::InvalidInput), "an office does not change its server");
}

#[test]
fn a_sample_office_gets_no_server() {
    let world = World::new(SEED + 2);
    let elira = world.device("Elira");
    elira.handle(SampleOfficeCreate { language: "en".into() }).expect("the sample is made");
    let refused = elira.handle(ServerSet { server: "http://127.0.0.1:1".into() });
    assert_eq!(refused.map_err(|error| error.code).err(), Some(ErrorCode::NotAllowed));
}

#[test]
fn an_office_whose_founding_is_cut_off_after_any_call_still_gets_onto_its_server() {
    for calls in 1..100 {
        let world = World::new(SEED + u64::from(calls));
        let elira = found(&world, "Elira");
        elira.handle(rose_hill()).expect("a case is made");
        world.set_faults(Faults { last_calls: Some(calls), ..Faults::default() });
        let phase = elira.handle(SyncNow {}).expect("offline is a state").phase;
        drop(elira);
        let elira = start(&world, "Elira");
        world.set_faults(Faults::default());
        let sync = elira.handle(SyncNow {}).unwrap_or_else(|error| panic!("cut off after {calls} calls: {error:?}"));
        assert_eq!((sync.phase, sync.waiting, sync.findings), (SyncPhase::UpToDate, 0, 0), "cut off after {calls} calls");
        if phase == SyncPhase::UpToDate {
            return;
        }
    }
    panic!("the longest of these runs reached the end");
}

#[test]
fn what_has_a_command_of_its_own_cannot_be_saved_as_an_edit() {
    let world = World::new(SEED + 3);
    let elira = found_alone(&world, "Elira");
    let case = elira.handle(rose_hill()).expect("a case is made").id;
    let event = |event| CaseChange::AddEvent { id: EventId(uuid::Uuid::from_u128(9)), event };
    let text = || "letter.pdf".to_owned();
    let version = AttachmentVersion {
        sealed_hash: "a".repeat(64),
        content_hash: "b".repeat(64),
        size: 1,
        media_type: String::new(),
        epoch: 1,
        by: Stamp { device: DeviceId(uuid::Uuid::nil()), at: Moment(0) },
    };
    let (id, person) = (DecisionId(uuid::Uuid::from_u128(9)), PersonId(uuid::Uuid::from_u128(9)));
    let (day, rule) = ("2026-12-01".parse().expect("a day"), Some(Rule { id: "decide".into(), basis: text(), met_by: Vec::new() }));
    let before = everything(&elira);
    for change in [
        event(EventKind::TakenOut { name: text(), version: "a".repeat(64), reason: text() }),
        event(EventKind::Imported { happened_at: None, text: text() }),
        event(EventKind::StatusSet { stage: Status::Closed.into() }),
        CaseChange::Decide { id, outcome: text(), reason: text(), replaces: Vec::new(), person: None, second: None },
        event(EventKind::Signed { decision: id, said: "a".repeat(64), person, manager: true }),
        CaseChange::AddDeadline { id: DeadlineId(uuid::Uuid::from_u128(10)), label: text(), day, rule },
        event(EventKind::Settled { place: "title".into(), chosen: text() }),
        event(EventKind::HandedOver { to: person, words: text(), together: HandOverId(uuid::Uuid::from_u128(9)), person }),
        event(EventKind::Taken { of: EventId(uuid::Uuid::from_u128(9)), person }),
        event(EventKind::GivenBack { of: EventId(uuid::Uuid::from_u128(9)), words: text(), person }),
        CaseChange::AddAttachment { id: AttachmentId(uuid::Uuid::from_u128(9)), name: text(), version },
        CaseChange::RemoveCase { reason: text() },
        CaseChange::RestoreCase,
    ] {
        let edit = CaseEdit { case, changes: vec![note(5, "beside it"), change.clone()], drafts: Vec::new(), over: Vec::new() };
        assert_eq!(elira.handle(edit).expect_err("not an edit").code, ErrorCode::InvalidInput, "{change:?}");
        let create = CaseCreate { changes: vec![change.clone()], ..rose_hill() };
        assert_eq!(elira.handle(create).expect_err("nor a case made with it").code, ErrorCode::InvalidInput, "{change:?}");
    }
    assert_eq!(everything(&elira), before, "nothing of it was saved");
}
