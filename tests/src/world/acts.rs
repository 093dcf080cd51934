//! What people do in nearly every test; each asks through the contract, as a window would.

use praesto_app::Handle;
use praesto_contract::*;
use uuid::Uuid;

use super::Device;

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

/// What the device says of itself, of what waits, and of what it found.
pub fn computer(device: &Device) -> ThisComputer {
    device.handle(ThisComputerGet {}).expect("this computer")
}

/// Why records are set aside on a device.
pub fn reasons(device: &Device) -> Vec<SetAsideReason> {
    computer(device).set_aside.into_iter().map(|row| row.reason).collect()
}
