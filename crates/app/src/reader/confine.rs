//! What a process gives up for good before it reads a stranger's document: files, network, other processes, most of the memory and time.
//!
//! On Linux (x86-64, ARM64) the system itself refuses every call but those that reading takes (seccomp); reads come from standard input and writes go to
//! standard output alone, whatever else the program that started this one had left open. Elsewhere on Unix the limits hold, and no more.

use std::io;

use rustix::process::{Resource, Rlimit, setrlimit};

/// Seconds of work.
const SECONDS: u64 = 10;
/// Memory beyond what the program itself takes, in bytes.
const MEMORY: u64 = 1 << 30;
/// What a program takes at most, where it cannot be told.
const PROGRAM: u64 = 1 << 30;

/// Gives up everything that reading a document does not take.
///
/// # Errors
/// Where the system does not agree. Then nothing must be read.
pub fn confine() -> io::Result<()> {
    let memory = own_memory().unwrap_or(PROGRAM) + MEMORY;
    let limits = [
        (Resource::Core, 0),
        (Resource::Fsize, 0),
        (Resource::Nproc, 0),
        (Resource::As, memory),
        (Resource::Cpu, SECONDS),
        // Last: without a file nothing more can be looked up.
        (Resource::Nofile, 0),
    ];
    for (resource, most) in limits {
        setrlimit(resource, Rlimit { current: Some(most), maximum: Some(most) })?;
    }
    #[cfg(target_os = "linux")]
    {
        use rustix::process::{DumpableBehavior, Signal, set_dumpable_behavior, set_parent_process_death_signal};

        // It ends with whoever wanted to know, and nobody looks into its memory meanwhile.
        set_parent_process_death_signal(Some(Signal::KILL))?;
        set_dumpable_behavior(DumpableBehavior::NotDumpable)?;
    }
    #[cfg(all(target_os = "linux", any(target_arch = "x86_64", target_arch = "aarch64")))]
    filter::install()?;
    Ok(())
}

/// Address space of this process, in bytes.
fn own_memory() -> Option<u64> {
    let pages: u64 = std::fs::read_to_string("/proc/self/statm").ok()?.split(' ').next()?.parse().ok()?;
    pages.checked_mul(rustix::param::page_size() as u64)
}

#[cfg(all(target_os = "linux", any(target_arch = "x86_64", target_arch = "aarch64")))]
mod filter {
    use std::collections::BTreeMap;
    use std::io;

    use seccompiler::{
        BpfProgram, SeccompAction, SeccompCmpArgLen as Length, SeccompCmpOp as Is, SeccompCondition, SeccompFilter, SeccompRule,
        apply_filter,
    };

    /// Calls that are granted whatever they say: memory, signals of one's own, the time, and the end.
    const GRANTED: &[i64] = &[
        libc::SYS_brk,
        libc::SYS_munmap,
        libc::SYS_mremap,
        libc::SYS_madvise,
        libc::SYS_futex,
        libc::SYS_rt_sigreturn,
        libc::SYS_rt_sigaction,
        libc::SYS_rt_sigprocmask,
        libc::SYS_sigaltstack,
        libc::SYS_sched_yield,
        libc::SYS_clock_gettime,
        libc::SYS_getrandom,
        libc::SYS_gettid,
        libc::SYS_getpid,
        libc::SYS_close,
        libc::SYS_restart_syscall,
        libc::SYS_exit,
        libc::SYS_exit_group,
    ];

    /// Has the system refuse everything else, for as long as the process lives.
    pub(super) fn install() -> io::Result<()> {
        let granted = |conditions: &[(u8, Is, u64)]| {
            let one = |(argument, is, value): &(u8, Is, u64)| SeccompCondition::new(*argument, Length::Dword, is.clone(), *value);
            let all = conditions.iter().map(one).collect::<Result<_, _>>();
            all.and_then(SeccompRule::new).map(|rule| vec![rule]).map_err(io::Error::other)
        };
        let mut rules: BTreeMap<i64, Vec<SeccompRule>> = GRANTED.iter().map(|call| (*call, Vec::new())).collect();
        rules.insert(libc::SYS_read, granted(&[(0, Is::Eq, 0)])?);
        rules.insert(libc::SYS_write, granted(&[(0, Is::Eq, 1)])?);
        rules.insert(libc::SYS_writev, granted(&[(0, Is::Eq, 1)])?);
        // Memory that was written is never run, and is no file's.
        let (run, no_file) = (libc::PROT_EXEC as u64, u64::from(u32::MAX));
        rules.insert(libc::SYS_mmap, granted(&[(2, Is::MaskedEq(run), 0), (4, Is::Eq, no_file)])?);
        rules.insert(libc::SYS_mprotect, granted(&[(2, Is::MaskedEq(run), 0)])?);
        let here = std::env::consts::ARCH.try_into().map_err(io::Error::other)?;
        // Refused, not ended: a library that asks for something that it can do without goes on.
        let filter = SeccompFilter::new(rules, SeccompAction::Errno(libc::EPERM as u32), SeccompAction::Allow, here);
        let program: BpfProgram = filter.and_then(TryInto::try_into).map_err(io::Error::other)?;
        apply_filter(&program).map_err(io::Error::other)
    }
}
