//! A file of a case in another program, for as long as that runs.

use std::ffi::{OsStr, OsString};
use std::io::BufRead;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

use praesto_app::{Handle, Praesto};
use praesto_contract::{ApiError, AttachmentId, CaseId, CopyId, ErrorCode, FileEdit, FilePutBack, FilesElsewhereGet, PutBack};

use crate::words;

/// How often it is looked whether something was saved.
const LOOK: Duration = Duration::from_millis(250);
/// How a shell says that there is no such program.
const NOT_FOUND: i32 = 127;
/// What ends programs. Heard, so that nothing stays outside; Ctrl+C is for the other program, as long as one runs in this terminal.
#[cfg(unix)]
const ENDS: &[i32] = &[signal_hook::consts::SIGHUP, signal_hook::consts::SIGTERM];
#[cfg(not(unix))]
const ENDS: &[i32] = &[signal_hook::consts::SIGTERM];
const INTERRUPTS: &[i32] = &[signal_hook::consts::SIGINT];

/// Opens a copy, waits for the program, seals what it saved, and wipes the copy.
pub(crate) fn edit(praesto: &Praesto, case: CaseId, attachment: AttachmentId, program: Option<PathBuf>) -> Result<PutBack, ApiError> {
    let program = program.map(Command::new).or_else(of_the_terminal);
    let (ends, interrupted) = (heard(ENDS)?, heard(INTERRUPTS)?);
    let start = program.is_none();
    let out = praesto.handle(FileEdit { case, attachment, version: None, start })?.files;
    let file = out.into_iter().find(|file| (file.case, file.attachment) == (case, attachment));
    let file = file.ok_or_else(|| ApiError::new(ErrorCode::Internal))?;
    eprintln!("{}", words().text("cli-elsewhere", &[("path", file.path.clone().into())]));
    let ended = match program {
        Some(program) => runs(praesto, program, Path::new(&file.path), &ends),
        None => {
            eprintln!("{}", words().text("cli-elsewhere-enter", &[]));
            let waits = thread::spawn(|| std::io::stdin().lock().read_line(&mut String::new()).map(drop));
            while !waits.is_finished() && !ends.load(Ordering::Relaxed) && !interrupted.load(Ordering::Relaxed) {
                look(praesto);
            }
            Ok(())
        }
    };
    let back = put_back(praesto, file.copy)?;
    ended.map(|()| back)
}

/// Whether one of these signals came since.
fn heard(signals: &[i32]) -> Result<Arc<AtomicBool>, ApiError> {
    let heard = Arc::new(AtomicBool::new(false));
    for signal in signals {
        signal_hook::flag::register(*signal, heard.clone()).map_err(|_| ApiError::new(ErrorCode::Internal))?;
    }
    Ok(heard)
}

/// What the person has set as their editor: a line for the shell, which may hold arguments.
fn of_the_terminal() -> Option<Command> {
    let line = ["VISUAL", "EDITOR"].into_iter().filter_map(std::env::var_os).find(|line| !line.is_empty())?;
    if cfg!(not(unix)) {
        return Some(Command::new(line));
    }
    let mut shell = Command::new("sh");
    let with_the_file = [line.as_os_str(), OsStr::new(" \"$@\"")].into_iter().collect::<OsString>();
    shell.arg("-c").arg(with_the_file).arg(line);
    Some(shell)
}

/// Starts a program on a file and seals what it saves until it ends.
fn runs(praesto: &Praesto, mut program: Command, file: &Path, ends: &AtomicBool) -> Result<(), ApiError> {
    let started = program.arg(file).spawn();
    let mut child = started.map_err(|_| ApiError::new(ErrorCode::NoProgram))?;
    loop {
        match child.try_wait() {
            Ok(None) if ends.load(Ordering::Relaxed) => return Ok(()),
            Ok(None) => look(praesto),
            Ok(Some(ended)) if ended.code() == Some(NOT_FOUND) => return Err(ApiError::new(ErrorCode::NoProgram)),
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
