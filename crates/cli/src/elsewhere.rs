//! A file of a case in another program, for as long as that runs.

use std::io::BufRead;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread;
use std::time::Duration;

use praesto_app::{Handle, Praesto};
use praesto_contract::{ApiError, AttachmentId, CaseId, CopyId, ErrorCode, FileEdit, FilePutBack, FilesElsewhereGet, PutBack};

use crate::words;

/// How often it is looked whether something was saved.
const LOOK: Duration = Duration::from_secs(1);

/// Opens a copy, waits for the program, seals what it saved, and wipes the copy.
pub(crate) fn edit(praesto: &Praesto, case: CaseId, attachment: AttachmentId, program: Option<PathBuf>) -> Result<PutBack, ApiError> {
    let program = program.or_else(of_the_terminal);
    let start = program.is_none();
    let out = praesto.handle(FileEdit { case, attachment, version: None, start })?.files;
    let file = out.into_iter().find(|file| (file.case, file.attachment) == (case, attachment));
    let file = file.ok_or_else(|| ApiError::new(ErrorCode::Internal))?;
    eprintln!("{}", words().text("cli-elsewhere", &[("path", file.path.clone().into())]));
    let ended = match program {
        Some(program) => runs(praesto, &program, Path::new(&file.path)),
        None => {
            eprintln!("{}", words().text("cli-elsewhere-enter", &[]));
            let waits = thread::spawn(|| std::io::stdin().lock().read_line(&mut String::new()).map(drop));
            while !waits.is_finished() {
                look(praesto);
            }
            Ok(())
        }
    };
    let back = put_back(praesto, file.copy)?;
    ended.map(|()| back)
}

/// What the person has set as their editor, where it is one program without arguments.
fn of_the_terminal() -> Option<PathBuf> {
    let named = ["VISUAL", "EDITOR"].into_iter().filter_map(std::env::var_os);
    named.map(PathBuf::from).find(|program| !program.as_os_str().is_empty())
}

/// Starts a program on a file and seals what it saves until it ends.
fn runs(praesto: &Praesto, program: &Path, file: &Path) -> Result<(), ApiError> {
    let started = Command::new(program).arg(file).spawn();
    let mut child = started.map_err(|_| ApiError::new(ErrorCode::NoProgram))?;
    loop {
        match child.try_wait() {
            Ok(None) => look(praesto),
            // How it ended says nothing about what it saved.
            Ok(Some(_)) => return Ok(()),
            Err(_) => return Err(ApiError::new(ErrorCode::NoProgram)),
        }
    }
}

fn look(praesto: &Praesto) {
    thread::sleep(LOOK);
    // What cannot be sealed now is tried again, and at the end its reason is the answer.
    let _ = praesto.handle(FilesElsewhereGet {});
}

fn put_back(praesto: &Praesto, copy: CopyId) -> Result<PutBack, ApiError> {
    praesto.handle(FilePutBack { copy: Some(copy) })
}
