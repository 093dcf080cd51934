//! The folder of one copy: for this person alone, in memory where there is room, with the copy under its own name and nothing else in it.

use std::fs::{self, DirBuilder, File, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use praesto_formats::names::safe_name;
use praesto_vault::CopyOut;
use serde::{Deserialize, Serialize};

/// Where copies lie in a profile, if there is no room in memory.
const IN_PROFILE: &str = "elsewhere";
/// What a copy's folder is called in memory, before its number.
const IN_MEMORY: &str = "praesto-";
/// The folder with the copy and nothing else, and the file that says whose it is.
const FILE: &str = "file";
const OWNER: &str = "owner";
/// A copy that is not whole yet.
const PART: &str = "part";
/// Files beside a copy that are looked at, and how deep they may lie.
const OTHERS: usize = 200;
const DEEP: usize = 4;

/// The folder of one copy.
#[derive(Clone, Debug)]
pub(super) struct Folder {
    root: PathBuf,
    /// Whether it lies outside the profile.
    outside: bool,
}

/// What tells one state of a file from the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Mark {
    length: u64,
    changed: Option<SystemTime>,
    number: u64,
}

impl Mark {
    pub(super) fn is_empty(&self) -> bool {
        self.length == 0
    }

    /// Whether it was last written so long ago. A clock that was set back says no.
    pub(super) fn rests_for(&self, time: Duration) -> bool {
        self.changed.and_then(|changed| changed.elapsed().ok()).is_some_and(|rests| rests >= time)
    }
}

/// Which profile a folder outside it belongs to. A copied profile knows of the same folders, and they are not its own.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Owner {
    profile: PathBuf,
    number: (u64, u64),
}

impl Owner {
    fn of(profile: &Path) -> io::Result<Self> {
        let profile = fs::canonicalize(profile)?;
        Ok(Self { number: numbered(&profile)?, profile })
    }

    /// Whether that profile is still where it was.
    fn lives(&self) -> bool {
        numbered(&self.profile).is_ok_and(|number| number == self.number)
    }
}

#[cfg(unix)]
fn numbered(folder: &Path) -> io::Result<(u64, u64)> {
    use std::os::unix::fs::MetadataExt;
    let found = fs::metadata(folder)?;
    Ok((found.dev(), found.ino()))
}

#[cfg(not(unix))]
fn numbered(folder: &Path) -> io::Result<(u64, u64)> {
    fs::metadata(folder).map(|_| (0, 0))
}

impl Folder {
    pub(super) fn of(profile: &Path, copy: &CopyOut) -> Self {
        let number = copy.id.0.simple();
        match copy.place.as_str() {
            "" => Self { root: profile.join(IN_PROFILE).join(number.to_string()), outside: false },
            place => Self { root: Path::new(place).join(format!("{IN_MEMORY}{number}")), outside: true },
        }
    }

    /// Makes it, empty.
    pub(super) fn make(&self, profile: &Path) -> io::Result<()> {
        let folder = |path: &Path, deep: bool| {
            let mut builder = DirBuilder::new();
            builder.recursive(deep);
            #[cfg(unix)]
            std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
            builder.create(path)
        };
        if let Some(parent) = self.root.parent().filter(|_| !self.outside) {
            folder(parent, true)?;
        }
        // Nobody else can have made it: its number was drawn.
        folder(&self.root, false)?;
        if self.outside {
            let owner = serde_json::to_vec(&Owner::of(profile)?).map_err(io::Error::other)?;
            fs::write(self.root.join(OWNER), owner)?;
        }
        folder(&self.root.join(FILE), false)
    }

    /// Whether it is there, and no other profile's.
    pub(super) fn is_own(&self, profile: &Path) -> bool {
        if !self.outside {
            return self.root.is_dir();
        }
        let owner = fs::read(self.root.join(OWNER)).ok().and_then(|bytes| serde_json::from_slice::<Owner>(&bytes).ok());
        // One that a kill left before it said whose it is holds nothing yet.
        self.root.is_dir() && owner.is_none_or(|owner| !owner.lives() || Owner::of(profile).is_ok_and(|own| own == owner))
    }

    pub(super) fn is_outside(&self) -> bool {
        self.outside
    }

    /// Where a copy of this name lies.
    pub(super) fn file(&self, name: &str) -> PathBuf {
        self.root.join(FILE).join(name)
    }

    /// Begins the copy, for this person alone, where no program looks.
    pub(super) fn begin(&self) -> io::Result<File> {
        let mut options = OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        options.open(self.root.join(PART))
    }

    /// Gives the copy its name.
    pub(super) fn finish(&self, name: &str) -> io::Result<()> {
        fs::rename(self.root.join(PART), self.file(name))
    }

    /// Takes it away with all that is in it; that it was not there is as good.
    pub(super) fn wipe(&self) -> io::Result<()> {
        match fs::remove_dir_all(&self.root) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
            wiped => wiped,
        }
    }

    /// What else somebody has put beside the copy: no locks and backups of programs.
    ///
    /// # Errors
    /// Where it cannot be read, or holds more than anybody would save beside a file.
    pub(super) fn others(&self, name: &str) -> io::Result<Vec<PathBuf>> {
        let mut found = Vec::new();
        collect(&self.root.join(FILE), 0, &mut found)?;
        found.retain(|path| *path != self.file(name));
        found.sort();
        Ok(found)
    }
}

fn collect(folder: &Path, deep: usize, found: &mut Vec<PathBuf>) -> io::Result<()> {
    let entries = match fs::read_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        entries => entries?,
    };
    for entry in entries {
        let entry = entry?;
        let (path, kind) = (entry.path(), entry.file_type()?);
        // A link leads out of the folder: what is there is nobody's of this file.
        if kind.is_dir() && deep < DEEP {
            collect(&path, deep + 1, found)?;
        } else if kind.is_file() && !is_of_program(&entry.file_name().to_string_lossy()) && entry.metadata()?.len() > 0 {
            found.push(path);
        }
        if found.len() > OTHERS {
            return Err(io::Error::other("more files than are saved beside one"));
        }
    }
    Ok(())
}

/// Whether a program made a file for itself: a lock, a backup, what it writes before it renames it.
fn is_of_program(name: &str) -> bool {
    let small = name.to_lowercase();
    let ends = [".bak", ".tmp", ".temp", ".swp", ".swo", ".part", ".crdownload", ".lock", ".autosave", ".backup"];
    name.starts_with(['.', '#']) || name.starts_with("~$") || name.ends_with('~') || ends.iter().any(|end| small.ends_with(end))
}

/// The state that a file is in; none where there is no file.
pub(super) fn mark(path: &Path) -> Option<Mark> {
    let found = fs::symlink_metadata(path).ok().filter(fs::Metadata::is_file)?;
    #[cfg(unix)]
    let number = std::os::unix::fs::MetadataExt::ino(&found);
    #[cfg(not(unix))]
    let number = 0;
    Some(Mark { length: found.len(), changed: found.modified().ok(), number })
}

/// Opens a copy to be read; none as long as a program keeps others from it.
pub(super) fn open_unlocked(path: &Path) -> io::Result<Option<File>> {
    let mut options = OpenOptions::new();
    options.read(true);
    // What somebody put a link in the place of is no copy of ours.
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::custom_flags(&mut options, rustix::fs::OFlags::NOFOLLOW.bits() as i32);
    let file = options.open(path)?;
    match file.try_lock_shared() {
        Ok(()) => file.unlock()?,
        Err(TryLockError::WouldBlock) => return Ok(None),
        // Where there are no locks, nobody holds one.
        Err(TryLockError::Error(_)) => {}
    }
    Ok(Some(file))
}

/// What a copy is called: as the file is, but never hidden.
pub(super) fn name_of_copy(name: &str) -> String {
    let name = safe_name(name);
    if name.starts_with('.') { format!("_{name}") } else { name }
}
