//! What people do in nearly every test; each asks through the contract, as a window would.

use praesto_app::Handle;
use praesto_contract::*;
use uuid::Uuid;

use super::{Device, everything};

/// Makes a case on paper.
pub fn create(device: &Device, title: &str) -> CaseId {
    let create = CaseCreate {
        title: title.to_owned(),
        reference: None,
        case_type: None,
        channel: Channel::Paper,
        changes: Vec::new(),
        drafts: Vec::new(),
    };
    device.handle(create).expect("a case is made, also offline").id
}

/// The case as the device shows it.
pub fn get(device: &Device, case: CaseId) -> CaseView {
    device.handle(CaseGet { case }).expect("the case opens")
}

/// Saves changes of a case.
pub fn edit(device: &Device, case: CaseId, changes: Vec<CaseChange>) -> CaseView {
    device.handle(CaseEdit { case, changes, drafts: Vec::new(), over: Vec::new() }).expect("an edit is saved, also offline")
}

/// Decides a case of the general file, in place of the decisions that are seen to stand.
pub fn decide(device: &Device, case: CaseId, outcome: &str) -> CaseView {
    let stands = |decision: &&DecisionView| !decision.withdrawn && !decision.replaced && !decision.waits;
    let replaces = get(device, case).decisions.iter().filter(stands).map(|decision| decision.id).collect();
    let (outcome, reason) = (outcome.to_owned(), "As the law says.".to_owned());
    device.handle(CaseDecide { case, outcome, reason, replaces, drafts: Vec::new() }).expect("a decision is saved, also offline")
}

/// Takes a step of the case's type; none closes it again.
pub fn step(device: &Device, case: CaseId, step: Option<&str>) -> CaseView {
    let step = CaseStep { case, step: step.map(str::to_owned), seen: None, note: None, drafts: Vec::new() };
    device.handle(step).expect("a step is taken, also offline")
}

/// A note with this number for an id.
pub fn note(number: u128, text: &str) -> CaseChange {
    CaseChange::AddNote { id: NoteId(Uuid::from_u128(number)), text: text.to_owned(), corrects: None }
}

/// A note that says its number.
pub fn remark(number: u128) -> CaseChange {
    note(number, &format!("remark {number}"))
}

/// One run, with the server there.
pub fn sync(device: &Device) -> SyncView {
    device.handle(SyncNow {}).expect("a run with the server there succeeds")
}

/// All come into step: what each sends the others get.
pub fn settle(devices: &[&Device]) {
    for _ in 0..3 {
        for device in devices {
            sync(device);
        }
    }
}

/// All come into step, hold these notes, and nothing waits, is set aside or does not check anywhere.
pub fn in_step(devices: &[&Device], notes: &[u128]) {
    for _ in 0..4 {
        for device in devices {
            sync(device);
        }
    }
    let first = everything(devices[0]);
    let text = serde_json::to_string(&first).expect("views are JSON");
    for number in notes {
        assert!(text.contains(&format!("\"remark {number}\"")), "note {number} is here");
    }
    for device in devices {
        let name = computer(device).device_name;
        assert_eq!(everything(device), first, "{name} shows the same");
        let status = device.handle(SyncStatusGet {}).expect("status");
        assert_eq!((status.waiting, status.set_aside), (0, 0), "{name}: nothing waits, nothing is set aside: {:?}", reasons(device));
        assert_eq!(device.handle(Verify {}).expect("verified").problems, [], "{name}: everything checks");
    }
}

/// What the device says of itself, of what waits, and of what it found.
pub fn computer(device: &Device) -> ThisComputer {
    device.handle(ThisComputerGet {}).expect("this computer")
}

/// Why records are set aside on a device.
pub fn reasons(device: &Device) -> Vec<SetAsideReason> {
    computer(device).set_aside.into_iter().map(|row| row.reason).collect()
}
