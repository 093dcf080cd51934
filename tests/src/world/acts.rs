//! What people do in nearly every test; each asks through the contract, as a window would.

use praesto_app::Handle;
use praesto_contract::*;

use super::{Device, World};

/// Makes a case on paper.
pub fn create(device: &Device, title: &str) -> CaseId {
    let create = CaseCreate { title: title.to_owned(), reference: None, channel: Channel::Paper, changes: Vec::new(), drafts: Vec::new() };
    device.handle(create).expect("a case is made, also offline").id
}

/// The case as the device shows it.
pub fn get(device: &Device, case: CaseId) -> CaseView {
    device.handle(CaseGet { case }).expect("the case opens")
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

/// Attaches a file of this name that holds this text.
pub fn attach(world: &World, device: &Device, case: CaseId, name: &str, text: &str) -> CaseView {
    let file = world.scratch(name);
    std::fs::write(&file, text).expect("a file to attach");
    device.handle(AttachmentAdd { case, paths: vec![file.to_string_lossy().into_owned()], version_of: None }).expect("attached")
}
