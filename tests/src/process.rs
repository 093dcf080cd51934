//! A program that a test starts, and that ends with it.

use std::{
    fs::{self, File},
    io,
    os::unix::process::CommandExt,
    path::Path,
    process::{Child, Command, ExitStatus, Stdio},
    thread,
    time::{Duration, Instant},
};

use rustix::process::{Pid, Signal, kill_process, kill_process_group};

/// How long a program may take to end after it was asked to.
const GRACE: Duration = Duration::from_secs(5);
/// How long between two looks at something that is waited for.
pub(crate) const TICK: Duration = Duration::from_millis(20);

/// A running program with all that it starts itself. Ended by its own id when dropped.
#[derive(Debug)]
pub struct Process {
    child: Child,
}

impl Process {
    /// Starts a program; what it writes goes to the log.
    pub fn start(command: &mut Command, log: &Path) -> io::Result<Self> {
        let out = File::create(log)?;
        let err = out.try_clone()?;
        // A group of its own, so that the programs it starts can be ended by an id that is ours.
        let child = command.stdin(Stdio::null()).stdout(out).stderr(err).process_group(0).spawn()?;
        Ok(Self { child })
    }

    /// Id of the process.
    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// How it ended, if it did.
    pub fn ended(&mut self) -> Option<ExitStatus> {
        self.child.try_wait().ok().flatten()
    }

    /// Ends it at once, as a power cut does (SIGKILL), with everything that it started.
    pub fn kill(&mut self) {
        if let Some(group) = pid(self.child.id()) {
            let _ = kill_process_group(group, Signal::KILL);
        }
        let _ = self.child.wait();
    }

    /// Asks it to end (SIGTERM).
    pub fn ask_to_end(&self) {
        ask_to_end(self.id());
    }

    /// Asks it to end (SIGTERM) and waits; ends it if it does not.
    pub fn end(&mut self) {
        if self.ended().is_none()
            && let Some(id) = pid(self.child.id())
            && kill_process(id, Signal::TERM).is_ok()
        {
            let asked = Instant::now();
            while self.ended().is_none() && asked.elapsed() < GRACE {
                thread::sleep(TICK);
            }
        }
        self.kill();
    }

    /// Ids of the processes that this one started and that still run.
    pub fn children(&self) -> Vec<u32> {
        children(self.child.id())
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        self.end();
    }
}

/// Ids of the processes that one started, by whichever of its threads.
pub(crate) fn children(id: u32) -> Vec<u32> {
    let threads = fs::read_dir(format!("/proc/{id}/task")).into_iter().flatten().flatten();
    let listed: Vec<String> = threads.filter_map(|thread| fs::read_to_string(thread.path().join("children")).ok()).collect();
    listed.iter().flat_map(|line| line.split_whitespace()).filter_map(|child| child.parse().ok()).collect()
}

/// These processes, all that they started, and so on.
pub(crate) fn with_all_they_started(ids: &[u32]) -> Vec<u32> {
    let (mut all, mut next) = (ids.to_vec(), 0);
    while let Some(id) = all.get(next).copied() {
        let new: Vec<u32> = children(id).into_iter().filter(|id| !all.contains(id)).collect();
        all.extend(new);
        next += 1;
    }
    all
}

/// Memory of a process in KiB, with its share of what it has in common with others; 0 once it has ended.
pub(crate) fn pss(id: u32) -> u64 {
    let rolled = fs::read_to_string(format!("/proc/{id}/smaps_rollup")).unwrap_or_default();
    let line = rolled.lines().find_map(|line| line.strip_prefix("Pss:"));
    line.and_then(|line| line.trim().trim_end_matches(" kB").parse().ok()).unwrap_or(0)
}

/// Waits until none of these processes runs any longer, as long as a program may take to end.
pub(crate) fn wait_for_the_end(ids: &[u32]) {
    let started = Instant::now();
    while ids.iter().any(|id| runs(*id)) && started.elapsed() < GRACE {
        thread::sleep(TICK);
    }
}

/// Whether a process runs. One that has ended and was not asked how is over, once the last of its threads is: until then its files are open.
fn runs(id: u32) -> bool {
    let stat = fs::read_to_string(format!("/proc/{id}/stat")).unwrap_or_default();
    let threads = fs::read_dir(format!("/proc/{id}/task")).map_or(0, Iterator::count);
    threads > 1 || stat.rsplit_once(") ").is_some_and(|(_, state)| !state.starts_with('Z'))
}

/// Ends one process at once (SIGKILL).
pub(crate) fn kill(id: u32) {
    if let Some(id) = pid(id) {
        let _ = kill_process(id, Signal::KILL);
    }
}

/// Asks one process to end (SIGTERM).
pub(crate) fn ask_to_end(id: u32) {
    if let Some(id) = pid(id) {
        let _ = kill_process(id, Signal::TERM);
    }
}

fn pid(id: u32) -> Option<Pid> {
    Pid::from_raw(id.cast_signed())
}
