//! What is typed and not saved yet: kept on this computer over a lock and a kill, gone when it was saved, never sent.

use praesto_app::Handle;
use praesto_contract::*;
use praesto_tests::world::{Device, World, get, note, office, start};

const SEED: u64 = 20_261_121;

fn create(device: &Device) -> CaseId {
    let create = CaseCreate {
        title: "Rose Hill".to_owned(),
        reference: None,
        case_type: None,
        channel: Channel::Paper,
        changes: Vec::new(),
        drafts: vec!["case-new-title".to_owned()],
    };
    device.handle(create).expect("a case is made").id
}

fn types(device: &Device, case: Option<CaseId>, place: &str, text: &str) {
    device.handle(DraftPut { case, place: place.to_owned(), text: text.to_owned() }).expect("what is typed is kept");
}

fn stands(device: &Device, case: CaseId) -> Vec<(String, String)> {
    get(device, case).drafts.into_iter().map(|draft| (draft.place, draft.text)).collect()
}

#[test]
fn what_is_typed_survives_a_lock_and_a_kill_and_is_gone_when_it_was_saved() {
    let world = World::new(SEED);
    let devices = office(&world, &["Elira"]);
    let case = create(&devices[0]);
    types(&devices[0], Some(case), "new-note", "Called at n");
    types(&devices[0], Some(case), "new-note", "Called at nine");
    types(&devices[0], Some(case), "edit-title", "Rose Hill and Lime Avenue");
    devices[0].handle(VaultLock {}).expect("it locks");
    assert_eq!(
        devices[0].handle(DraftPut { case: Some(case), place: "new-note".into(), text: "late".into() }).map_err(|error| error.code),
        Err(ErrorCode::Locked),
        "a shut vault takes nothing"
    );
    // A new program on the same folder knows nothing of the one before, as after a kill.
    drop(devices);
    let elira = start(&world, "Elira");
    let both = [("edit-title", "Rose Hill and Lime Avenue"), ("new-note", "Called at nine")];
    assert_eq!(stands(&elira, case), both.map(|(place, text)| (place.to_owned(), text.to_owned())));

    let changes = vec![note(7, "Called at nine")];
    elira.handle(CaseEdit { case, changes, drafts: vec!["new-note".to_owned()], over: Vec::new() }).expect("the note is saved");
    assert_eq!(stands(&elira, case).len(), 1, "a draft that was saved is gone, the other stays");
    types(&elira, Some(case), "edit-title", "");
    assert_eq!(stands(&elira, case), [], "a draft can be discarded");
}

#[test]
fn what_is_too_long_to_save_stays_a_draft() {
    let world = World::new(SEED);
    let devices = office(&world, &["Elira"]);
    let case = create(&devices[0]);
    let long = "A long note. ".repeat(100_000);
    types(&devices[0], Some(case), "new-note", &long);
    let refused =
        devices[0].handle(CaseEdit { case, changes: vec![note(7, &long)], drafts: vec!["new-note".to_owned()], over: Vec::new() });
    assert_eq!(refused.map_err(|error| error.code).err(), Some(ErrorCode::InvalidInput));
    assert_eq!(stands(&devices[0], case), [("new-note".to_owned(), long)], "nothing of it is lost");

    let endless = "x".repeat(5 << 20);
    let refused = devices[0].handle(DraftPut { case: Some(case), place: "new-note".into(), text: endless });
    assert_eq!(refused.map_err(|error| error.code), Err(ErrorCode::InvalidInput), "a draft has a limit of its own");
    let elsewhere = CaseId(uuid::Uuid::from_u128(9));
    let refused = devices[0].handle(DraftPut { case: Some(elsewhere), place: "new-note".into(), text: "x".into() });
    assert_eq!(refused.map_err(|error| error.code), Err(ErrorCode::NotFound), "a draft belongs to a case that is here");
}

#[test]
fn the_draft_of_a_new_case_goes_with_the_case() {
    let world = World::new(SEED);
    let devices = office(&world, &["Elira"]);
    types(&devices[0], None, "case-new-title", "Rose H");
    let kept = devices[0].handle(DraftList { case: None }).expect("the drafts are listed");
    assert_eq!(kept.iter().map(|draft| draft.text.as_str()).collect::<Vec<_>>(), ["Rose H"]);
    create(&devices[0]);
    assert_eq!(devices[0].handle(DraftList { case: None }).expect("the drafts are listed"), []);
}

#[test]
fn a_draft_is_never_sent_or_found() {
    let world = World::new(SEED);
    let devices = office(&world, &["Elira", "Ana"]);
    let case = create(&devices[0]);
    devices[0].handle(SyncNow {}).expect("the case is sent");
    types(&devices[0], Some(case), "new-note", "zwiebelturm");
    assert_eq!(get(&devices[0], case).not_sent, 0, "typing changes nothing that waits to be sent");
    devices[0].handle(SyncNow {}).expect("in step");
    devices[1].handle(SyncNow {}).expect("in step");
    assert_eq!(stands(&devices[1], case), [], "a colleague sees no draft");
    let found = devices[0].handle(Search { words: "zwiebelturm".to_owned(), limit: 5 }).expect("the search answers");
    assert!(found.rows.is_empty(), "a draft is nobody's finding");
}
