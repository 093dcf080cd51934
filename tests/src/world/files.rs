//! Files of cases, and where they lie on the disk of the computer that attached them.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use praesto_app::Handle;
use praesto_contract::*;

use super::{Device, World, get, settle, with_a_case};

/// Ana and Бојан, and a case with one file that only Ana's computer and the server have.
pub fn with_a_file(world: &Arc<World>, text: &str) -> ([Device; 2], CaseId) {
    let (people, case) = with_a_case(world, "With a letter");
    attach(world, &people[0], case, "letter.txt", text);
    settle(&[&people[0], &people[1]]);
    (people, case)
}

/// Attaches a file of this name that holds this text.
pub fn attach(world: &World, device: &Device, case: CaseId, name: &str, text: &str) -> CaseView {
    let file = world.scratch(name);
    std::fs::write(&file, text).expect("a file to attach");
    device.handle(AttachmentAdd { case, paths: vec![file.to_string_lossy().into_owned()], version_of: None }).expect("attached")
}

/// Asks for a case's first file as it is now.
pub fn fetch(device: &Device, case: CaseId) -> Result<CaseView, ApiError> {
    let attachment = get(device, case).attachments[0].id;
    device.handle(AttachmentFetch { case, attachment, version: None })
}

/// Takes a case's first file out as it is now.
pub fn save(device: &Device, case: CaseId, path: &Path, overwrite: bool) -> Result<AttachmentSaved, ApiError> {
    let attachment = get(device, case).attachments[0].id;
    let (path, reason) = (path.to_string_lossy().into_owned(), "For the hearing".to_owned());
    device.handle(AttachmentSave { case, attachment, version: None, path, overwrite, reason })
}

/// Has a case's files come by themselves.
pub fn pin(device: &Device, case: CaseId) {
    device.handle(CasePin { case, pinned: true }).expect("pinned");
}

/// The only sealed file on a person's disk.
pub fn sealed_file(world: &World, name: &str) -> PathBuf {
    let paths = |folder: PathBuf| std::fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path());
    let folders = paths(world.profile(name).join("attachments")).filter(|path| !path.ends_with("tmp"));
    let files: Vec<_> = folders.flat_map(paths).collect();
    let [file] = &files[..] else { panic!("one file: {files:?}") };
    file.clone()
}

/// Sends everything but a person's only file, which the disk does not give. What this returns puts it back.
pub fn keep_file_back(world: &World, name: &str, device: &Device) -> impl FnOnce() + use<> {
    let (file, aside) = (sealed_file(world, name), world.scratch("kept back"));
    std::fs::rename(&file, &aside).expect("moved");
    device.handle(SyncNow {}).expect_err("a run that left a file behind did not succeed");
    move || std::fs::rename(&aside, &file).expect("moved back")
}
