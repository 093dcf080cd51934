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
/// The folder with the copy once no program is to save into it any more.
const WITHDRAWN: &str = "withdrawn";
/// Longest name of a copy in bytes: file systems take 255, and programs write locks and new versions under longer names beside it.
const NAME_BYTES: usize = 200;
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
    written: Option<SystemTime>,
    /// When anything of it changed: programs can put back when it was written, and not this.
    changed: Option<SystemTime>,
    number: u64,
}

impl Mark {
    pub(super) fn is_empty(&self) -> bool {
        self.length == 0
    }

    pub(super) fn length(&self) -> u64 {
        self.length
    }

    /// Whether it was last written so long ago. A clock that was set back says no.
    pub(super) fn rests_for(&self, time: Duration) -> bool {
        [self.written, self.changed].into_iter().all(|at| at.and_then(|at| at.elapsed().ok()).is_some_and(|rests| rests >= time))
    }

    /// Whether it was written just now. A clock that was set back knows of nothing.
    fn is_fresh(&self, time: Duration) -> bool {
        [self.written, self.changed].into_iter().flatten().any(|at| at.elapsed().is_ok_and(|rests| rests < time))
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
        // One that a kill left before it said whose it is holds nothing yet.
        self.root.is_dir() && owner(&self.root).is_none_or(|owner| !owner.lives() || Owner::of(profile).is_ok_and(|own| own == owner))
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

    /// Takes the copy to where no program finds it: from here on nobody saves into it by its name.
    pub(super) fn withdraw(&self) -> io::Result<()> {
        match fs::rename(self.root.join(FILE), self.root.join(WITHDRAWN)) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
            withdrawn => withdrawn,
        }
    }

    /// The state of a copy that was withdrawn.
    pub(super) fn withdrawn(&self, name: &str) -> Option<Mark> {
        mark(&self.root.join(WITHDRAWN).join(name))
    }

    /// Gives a copy that was withdrawn its place again; that there is none is as good.
    pub(super) fn give_again(&self) -> io::Result<()> {
        match fs::rename(self.root.join(WITHDRAWN), self.root.join(FILE)) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
            given => given,
        }
    }

    /// Takes it away with all that is in it; that it was not there is as good.
    pub(super) fn wipe(&self) -> io::Result<()> {
        // Else a program that makes a file meanwhile could keep the folder from going. If it cannot be moved, it may still go.
        let _ = self.withdraw();
        match fs::remove_dir_all(&self.root) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
            wiped => wiped,
        }
    }

    /// What else somebody has put beside the copy: no locks and backups of programs. Where the copy itself is not there, or empty, a program was
    /// ended while it put a new one in its place: then what it wrote for itself may be all that is left.
    ///
    /// # Errors
    /// Where it cannot be read, or holds more than anybody would save beside a file.
    pub(super) fn others(&self, name: &str) -> io::Result<Vec<PathBuf>> {
        let mut all = Vec::new();
        collect(&self.root.join(FILE), 0, &mut all)?;
        let copy = self.file(name);
        let (there, names) = (all.contains(&copy), [vec![name.to_lowercase()], all.iter().map(|path| small_name(path)).collect()].concat());
        let is_others = |path: &PathBuf| {
            let small = small_name(path);
            *path != copy && !is_lock(&small) && !(there && is_of_program(&small, &names))
        };
        let mut found: Vec<PathBuf> = all.into_iter().filter(is_others).collect();
        found.sort();
        Ok(found)
    }

    /// Whether a program is writing beside the copy: it may be about to put that in its place.
    pub(super) fn is_written_beside(&self, name: &str, within: Duration) -> bool {
        let (mut all, copy) = (Vec::new(), self.file(name));
        // What cannot be read says nothing here; it is said when it is to be kept.
        let _ = collect(&self.root.join(FILE), 0, &mut all);
        all.iter().any(|path| *path != copy && !is_lock(&small_name(path)) && mark(path).is_some_and(|mark| mark.is_fresh(within)))
    }
}

/// Wipes every copy of a profile whose vault is gone, and with it what it knew of them.
pub(super) fn wipe_all(profile: &Path, place: Option<&Path>) -> io::Result<()> {
    match fs::remove_dir_all(profile.join(IN_PROFILE)) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    let (Some(place), Ok(own)) = (place, Owner::of(profile)) else { return Ok(()) };
    for entry in fs::read_dir(place)?.flatten() {
        let is_own = entry.file_name().to_string_lossy().starts_with(IN_MEMORY) && owner(&entry.path()).is_some_and(|owner| owner == own);
        if is_own {
            Folder { root: entry.path(), outside: true }.wipe()?;
        }
    }
    Ok(())
}

/// Whose the folder of a copy in memory is, as far as it says so.
fn owner(root: &Path) -> Option<Owner> {
    serde_json::from_slice(&fs::read(root.join(OWNER)).ok()?).ok()
}

fn small_name(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().to_lowercase()).unwrap_or_default()
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
        } else if kind.is_file() && entry.metadata().is_ok_and(|found| found.len() > 0) {
            // What went meanwhile was a program's own.
            found.push(path);
        }
        if found.len() > OTHERS {
            return Err(io::Error::other("more files than are saved beside one"));
        }
    }
    Ok(())
}

/// Whether a file, by its name in lower case, only says that a program has another one open, or is that program's notes on it.
fn is_lock(name: &str) -> bool {
    (name.starts_with(".~lock.") && name.ends_with('#'))
        || name.starts_with("~$")
        || [".lock", ".swp", ".swo"].iter().any(|end| name.ends_with(end))
}

/// Whether a program made a file for itself, by its name in lower case: what it writes before it renames it, or the backup of one of `names`.
fn is_of_program(name: &str, names: &[String]) -> bool {
    let parts = [".tmp", ".temp", ".part", ".crdownload"];
    let made = name.starts_with('.') || (name.starts_with('#') && name.ends_with('#')) || parts.iter().any(|end| name.ends_with(end));
    made || backed_up(name).is_some_and(|of| {
        let stem = |other: &str| other.rsplit_once('.').is_some_and(|(stem, _)| stem == of);
        names.iter().any(|other| other != name && (other == of || stem(other)))
    })
}

/// Of which file one is the backup, if it is called so.
fn backed_up(name: &str) -> Option<&str> {
    let of = [".bak", ".backup", ".autosave", "~"].iter().find_map(|end| name.strip_suffix(end))?;
    // Some programs number them: `letter.odt.~2~`.
    let numbered = of.rsplit_once(".~").filter(|(_, number)| !number.is_empty() && number.bytes().all(|digit| digit.is_ascii_digit()));
    Some(numbered.map_or(of, |(of, _)| of))
}

/// The state that a file is in; none where there is no file.
pub(super) fn mark(path: &Path) -> Option<Mark> {
    let found = fs::symlink_metadata(path).ok().filter(fs::Metadata::is_file)?;
    #[cfg(unix)]
    let (changed, number) = {
        use std::os::unix::fs::MetadataExt;
        let since = u64::try_from(found.ctime()).ok().zip(u32::try_from(found.ctime_nsec()).ok());
        (since.and_then(|(seconds, rest)| SystemTime::UNIX_EPOCH.checked_add(Duration::new(seconds, rest))), found.ino())
    };
    #[cfg(not(unix))]
    let (changed, number) = (found.modified().ok(), 0);
    Some(Mark { length: found.len(), written: found.modified().ok(), changed, number })
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

/// What a copy is called: as the file is, but never hidden, and no longer than its disk and programs can take.
pub(super) fn name_of_copy(name: &str) -> String {
    let name = safe_name(name);
    let name = if name.starts_with('.') { format!("_{name}") } else { name };
    if name.len() <= NAME_BYTES {
        return name;
    }
    let (stem, ending) =
        name.rsplit_once('.').filter(|(_, ending)| ending.len() <= 16).map_or((name.as_str(), None), |(stem, ending)| (stem, Some(ending)));
    let ending = ending.map(|ending| format!(".{ending}")).unwrap_or_default();
    let stem = &stem[..stem.floor_char_boundary(NAME_BYTES - ending.len())];
    format!("{}{ending}", stem.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_program_s_own_files_are_told_from_what_people_save_beside() {
        let names = ["letter.odt", "draft.odt"].map(str::to_owned);
        for own in [".letter.odt.x1", "#letter.odt#", "letter.odt~", "letter.bak", "letter.odt.~12~", "draft.odt.backup", "lu12ab.tmp"] {
            assert!(is_of_program(own, &names), "{own}");
        }
        for other in ["#3 plan.odt", "contract.bak", "notes~", "letter 2.odt", "~wonders.odt", "letter.pdf"] {
            assert!(!is_of_program(other, &names) && !is_lock(other), "{other}");
        }
        for lock in [".~lock.letter.odt#", "~$letter.odt", ".letter.odt.swp"] {
            assert!(is_lock(lock), "{lock}");
        }
    }

    #[test]
    fn the_name_of_a_copy_fits_every_disk_and_keeps_its_ending() {
        let long = name_of_copy(&format!("{}.odt", "Ж".repeat(190)));
        assert!(long.len() <= NAME_BYTES && long.ends_with("Ж.odt"), "{long}");
        assert_eq!((name_of_copy("letter.odt"), name_of_copy(".hidden")), ("letter.odt".to_owned(), "_.hidden".to_owned()));
        assert!(name_of_copy(&"ш".repeat(199)).len() <= NAME_BYTES);
    }
    #[test]
    fn of_a_vault_that_was_thrown_away_nothing_stays_and_other_profiles_keep_theirs() {
        let home = tempfile::tempdir().expect("a folder");
        let [profile, other, memory] = ["profile", "other", "memory"].map(|name| home.path().join(name));
        [&profile, &other, &memory].into_iter().for_each(|folder| fs::create_dir(folder).expect("a folder"));
        let outside = |name: &str| Folder { root: memory.join(name), outside: true };
        let (own, others) = (outside("praesto-1"), outside("praesto-2"));
        let inside = Folder { root: profile.join(IN_PROFILE).join("3"), outside: false };
        own.make(&profile).and_then(|()| inside.make(&profile)).and_then(|()| others.make(&other)).expect("folders for copies");
        wipe_all(&profile, Some(&memory)).expect("wiped");
        assert_eq!([own, inside, others].map(|folder| folder.root.exists()), [false, false, true]);
    }
}
