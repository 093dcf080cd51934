//! A folder outside the sealed world: whole under its name, or not there at all.

use std::fs::{self, File};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use tempfile::{Builder, TempDir};

use super::{PREFIX, SUFFIX, failed, folder};
use crate::error::AppError;

/// A folder that is written beside the place it is for, and moved there once it is whole. Dropped before that, it leaves everything as it was.
#[derive(Debug)]
pub(crate) struct OutsideFolder {
    target: PathBuf,
    part: TempDir,
    /// Folders in it.
    folders: Vec<PathBuf>,
}

impl OutsideFolder {
    /// Begins a folder where nothing is yet.
    pub(crate) fn begin(target: &Path) -> Result<Self, AppError> {
        if fs::symlink_metadata(target).is_ok() {
            return Err(failed(target, ErrorKind::AlreadyExists.into()));
        }
        let (Some(beside), Some(_)) = (folder(target), target.file_name()) else { return Err(AppError::invalid("path")) };
        // As readable as any new folder of this person's.
        let part = Builder::new().prefix(PREFIX).suffix(SUFFIX).tempdir_in(beside).map_err(|error| failed(target, error))?;
        Ok(Self { target: target.to_owned(), part, folders: Vec::new() })
    }

    /// Where it is being written.
    pub(crate) fn part(&self) -> &Path {
        self.part.path()
    }

    /// Makes a folder in it.
    pub(crate) fn folder(&mut self, name: &str) -> Result<(), AppError> {
        let folder = self.part.path().join(name);
        fs::create_dir(&folder).map_err(|error| failed(&self.target, error))?;
        self.folders.push(folder);
        Ok(())
    }

    /// Begins a file in it.
    pub(crate) fn file(&self, path: &str) -> io::Result<File> {
        File::create_new(self.part.path().join(path))
    }

    /// Gives the folder its name once the disk has all of it.
    pub(crate) fn finish(self) -> Result<(), AppError> {
        let Self { target, part, folders } = self;
        for within in folders.iter().map(PathBuf::as_path).chain([part.path()]) {
            // The names of its files; some shares cannot promise that.
            let _ = sync(within);
        }
        give(part.path(), &target).map_err(|error| failed(&target, error))?;
        // It is where it belongs: nothing is left to be taken away.
        let _ = part.keep();
        let _ = folder(&target).map(sync);
        Ok(())
    }
}

/// Has the disk keep the names in a folder. Windows has no such call and needs none.
fn sync(folder: &Path) -> io::Result<()> {
    if cfg!(unix) { File::open(folder)?.sync_all() } else { Ok(()) }
}

/// Moves a folder to a name that nobody else has taken.
fn give(part: &Path, target: &Path) -> io::Result<()> {
    #[cfg(any(target_os = "linux", target_os = "macos"))]
    {
        use rustix::fs::{CWD, RenameFlags, renameat_with};
        match renameat_with(CWD, part, CWD, target, RenameFlags::NOREPLACE) {
            // Some shares cannot promise it in one step.
            Err(rustix::io::Errno::INVAL | rustix::io::Errno::NOSYS | rustix::io::Errno::OPNOTSUPP) => {}
            outcome => return Ok(outcome?),
        }
    }
    if fs::symlink_metadata(target).is_ok() {
        return Err(ErrorKind::AlreadyExists.into());
    }
    fs::rename(part, target)
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use praesto_contract::{ApiError, ErrorCode};

    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        let mut names: Vec<_> =
            fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }

    #[test]
    fn a_folder_is_there_whole_or_not_at_all() {
        let home = tempfile::tempdir().unwrap();
        let target = home.path().join("case");
        let mut begun = OutsideFolder::begin(&target).unwrap();
        begun.folder("files").unwrap();
        begun.file("files/a").unwrap().write_all(b"half").unwrap();
        drop(begun);
        assert_eq!(names(home.path()), Vec::<String>::new(), "what broke off leaves nothing");
        let whole = OutsideFolder::begin(&target).unwrap();
        whole.file("index.html").unwrap().write_all(b"whole").unwrap();
        whole.finish().unwrap();
        assert_eq!((names(home.path()), names(&target)), (vec!["case".to_owned()], vec!["index.html".to_owned()]));
    }

    #[cfg(unix)]
    #[test]
    fn a_folder_is_as_readable_as_any_other() {
        use std::os::unix::fs::PermissionsExt;

        let home = tempfile::tempdir().unwrap();
        let (new, usual) = (home.path().join("new"), home.path().join("usual"));
        // Whoever may look into the folder around it may not for that look into this one.
        fs::set_permissions(home.path(), fs::Permissions::from_mode(0o777)).unwrap();
        OutsideFolder::begin(&new).unwrap().finish().unwrap();
        fs::create_dir(&usual).unwrap();
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode(&new), mode(&usual));
    }

    #[test]
    fn nothing_that_is_there_is_written_over() {
        let home = tempfile::tempdir().unwrap();
        let target = home.path().join("case");
        let late = OutsideFolder::begin(&target).unwrap();
        fs::create_dir(&target).unwrap();
        let code = |error: AppError| ApiError::from(error).code;
        assert_eq!(code(late.finish().unwrap_err()), ErrorCode::FileExists, "an empty folder that came in between stays");
        assert_eq!(code(OutsideFolder::begin(&target).unwrap_err()), ErrorCode::FileExists);
        assert_eq!(names(home.path()), ["case"]);
    }
}
