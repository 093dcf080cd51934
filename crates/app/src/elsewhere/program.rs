//! The system's side of it: where a copy is in memory only, and which program opens it.

use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

/// How long a program that opens files may take to say that it found none. What takes longer is at work.
const SAYS_WITHIN: u32 = 30;
const TICK: Duration = Duration::from_millis(50);
/// What drives or draws this window is nothing for other programs.
const OWN: [&str; 4] =
    ["TAURI_WEBVIEW_AUTOMATION", "TAURI_AUTOMATION", "WEBKIT_DISABLE_DMABUF_RENDERER", "WEBKIT_DISABLE_COMPOSITING_MODE"];

/// The session's own folder, if it is this person's alone and in memory.
pub(crate) fn runtime_folder() -> Option<PathBuf> {
    let folder = PathBuf::from(std::env::var_os("XDG_RUNTIME_DIR")?);
    (folder.is_absolute() && is_private(&folder) && is_in_memory(&folder)).then_some(folder)
}

#[cfg(unix)]
fn is_private(folder: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    folder
        .symlink_metadata()
        .is_ok_and(|found| found.is_dir() && found.uid() == rustix::process::getuid().as_raw() && found.mode() & 0o077 == 0)
}

#[cfg(not(unix))]
fn is_private(_: &Path) -> bool {
    false
}

#[cfg(target_os = "linux")]
fn is_in_memory(folder: &Path) -> bool {
    /// `TMPFS_MAGIC` and `RAMFS_MAGIC` of `linux/magic.h`.
    const MEMORY: [i64; 2] = [0x0102_1994, 0x8584_58f6];
    // The type of the field differs between processors.
    #[allow(clippy::unnecessary_cast)]
    rustix::fs::statfs(folder).is_ok_and(|found| MEMORY.contains(&(found.f_type as i64)))
}

#[cfg(not(target_os = "linux"))]
fn is_in_memory(_: &Path) -> bool {
    false
}

/// Opens a file in the program that the system has for it.
pub(crate) fn open_in_program(file: &Path) -> io::Result<()> {
    let mut command = Command::new(if cfg!(target_os = "macos") { "open" } else { "xdg-open" });
    // What it says could name the file, and is for nobody's log.
    command.arg(file).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    for name in OWN {
        command.env_remove(name);
    }
    // It goes on when this program ends, however that ends.
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(&mut command, 0);
    let mut child = command.spawn()?;
    for _ in 0..SAYS_WITHIN {
        if let Some(ended) = child.try_wait()? {
            return if ended.success() { Ok(()) } else { Err(io::Error::other("no program opens it")) };
        }
        std::thread::sleep(TICK);
    }
    // Somebody has to hear of its end, or it stays in the list of processes.
    std::thread::Builder::new().name("praesto-opened".to_owned()).spawn(move || child.wait().map(drop))?;
    Ok(())
}
