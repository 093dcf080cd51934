//! Starting programs and saying so.

use std::{
    io::{BufRead, BufReader, Read, Write, stdout},
    path::Path,
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, anyhow, bail};
use rustix::process::{Pid, Signal, kill_process};

/// How long a program may take to end after it was asked to.
const GRACE: Duration = Duration::from_secs(10);

/// Says what happens now.
pub(crate) fn say(what: impl AsRef<str>) {
    println!("· {}", what.as_ref());
}

/// The command as a person would type it.
pub(crate) fn spelled(command: &Command) -> String {
    let program = Path::new(command.get_program()).file_name().unwrap_or(command.get_program());
    let words = std::iter::once(program).chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}

/// Runs a program to its end, its output on ours.
///
/// # Errors
/// If it cannot be started or ends with another code than 0.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    let status = command.stdin(Stdio::null()).status().with_context(|| format!("could not start {}", spelled(command)))?;
    if status.success() { Ok(()) } else { bail!("{} ended with {status}", spelled(command)) }
}

/// Runs a program to its end and gives back what it wrote to standard output.
///
/// # Errors
/// If it cannot be started or ends with another code than 0; the error holds what it wrote to standard error.
pub(crate) fn ask(command: &mut Command) -> Result<String> {
    let output = command.stdin(Stdio::null()).output().with_context(|| format!("could not start {}", spelled(command)))?;
    if output.status.success() {
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    } else {
        bail!("{} ended with {}: {}", spelled(command), output.status, String::from_utf8_lossy(&output.stderr).trim())
    }
}

/// Runs a program to its end; passes on what it writes and gives it back too.
///
/// # Errors
/// If it cannot be started. How it ended is the first part of the answer.
pub(crate) fn overhear(command: &mut Command) -> Result<(bool, String)> {
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .with_context(|| format!("could not start {}", spelled(command)))?;
    let out = child.stdout.take().map(pass_on);
    let err = child.stderr.take().map(pass_on);
    let mut text = String::new();
    for thread in [out, err].into_iter().flatten() {
        text.push_str(&thread.join().map_err(|_| anyhow!("the output of {} could not be read", spelled(command)))?);
    }
    Ok((child.wait()?.success(), text))
}

fn pass_on(from: impl Read + Send + 'static) -> thread::JoinHandle<String> {
    thread::spawn(move || {
        let mut text = String::new();
        let mut lines = BufReader::new(from);
        let mut line = Vec::new();
        while matches!(lines.read_until(b'\n', &mut line), Ok(1..)) {
            // A closed standard output is no reason to lose the count.
            let _ = stdout().lock().write_all(&line);
            text.push_str(&String::from_utf8_lossy(&line));
            line.clear();
        }
        text
    })
}

/// A program that runs beside us and is ended with us, by its own id.
#[derive(Debug)]
pub(crate) struct Beside {
    name: &'static str,
    pub(crate) child: Child,
}

impl Beside {
    /// Starts it.
    pub(crate) fn start(name: &'static str, command: &mut Command) -> Result<Self> {
        let child = command.stdin(Stdio::null()).spawn().with_context(|| format!("could not start {}", spelled(command)))?;
        Ok(Self { name, child })
    }
}

impl Drop for Beside {
    fn drop(&mut self) {
        if let Ok(Some(_)) = self.child.try_wait() {
            return;
        }
        if let Some(pid) = Pid::from_raw(self.child.id().cast_signed())
            && kill_process(pid, Signal::TERM).is_ok()
        {
            let asked = Instant::now();
            while asked.elapsed() < GRACE {
                if let Ok(Some(_)) = self.child.try_wait() {
                    return;
                }
                thread::sleep(Duration::from_millis(50));
            }
        }
        say(format!("{} does not end by itself; ending it", self.name));
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
