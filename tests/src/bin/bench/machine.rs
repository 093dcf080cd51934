//! What the run was measured on: enough to judge the figures, nothing that names the computer.

use std::fs;
use std::thread::available_parallelism;

/// Facts about the machine, one a line.
pub(crate) fn facts() -> Vec<String> {
    let mut facts = vec![format!("{} cores ({})", available_parallelism().map_or(1, usize::from), model())];
    if let Some(kib) = field("/proc/meminfo", "MemTotal").and_then(|text| text.split(' ').next()?.parse::<u64>().ok()) {
        facts.push(format!("{:.0} GiB of memory", kib as f64 / f64::from(1 << 20)));
    }
    facts.push(format!("{} {}", std::env::consts::OS, std::env::consts::ARCH));
    facts
}

/// How many programs wanted a core in the last minute, or nothing where the system does not say.
pub(crate) fn load() -> String {
    let text = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    text.split(' ').next().unwrap_or_default().to_owned()
}

fn model() -> String {
    field("/proc/cpuinfo", "model name").unwrap_or_else(|| "model not said".to_owned())
}

fn field(path: &str, name: &str) -> Option<String> {
    let text = fs::read_to_string(path).ok()?;
    let line = text.lines().find(|line| line.starts_with(name))?;
    Some(line.split_once(':')?.1.trim().to_owned())
}
