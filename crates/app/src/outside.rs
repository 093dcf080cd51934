//! Files outside the sealed world: whole under their name, or not there at all.

mod folder;

use std::fs::{self, File};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use praesto_contract::{ApiError, ErrorCode};
use tempfile::{Builder, NamedTempFile};

use crate::error::AppError;

pub(crate) use folder::OutsideFolder;

/// How the names of what is being written begin and end.
const PREFIX: &str = ".praesto-";
const SUFFIX: &str = ".part";

/// A file that is written beside the place it is for, and moved there once it is whole. Dropped before that, it leaves everything as it was.
#[derive(Debug)]
pub(crate) struct Outside {
    target: PathBuf,
    part: NamedTempFile,
    overwrite: bool,
}

impl Outside {
    /// Begins a file. One that is there already is replaced only with `overwrite`; behind a link, the file that it leads to.
    pub(crate) fn begin(target: &Path, overwrite: bool) -> Result<Self, AppError> {
        let failed = |error| failed(target, error);
        let replaced = fs::metadata(target).ok();
        match &replaced {
            Some(_) if !overwrite => return Err(failed(ErrorKind::AlreadyExists.into())),
            Some(there) if !there.is_file() || there.permissions().readonly() => return Err(failed(ErrorKind::PermissionDenied.into())),
            _ => {}
        }
        let target = if replaced.is_some() { fs::canonicalize(target).map_err(failed)? } else { target.to_owned() };
        let (Some(folder), Some(_)) = (folder(&target), target.file_name()) else { return Err(AppError::invalid("path")) };
        let mut builder = Builder::new();
        builder.prefix(PREFIX).suffix(SUFFIX);
        #[cfg(unix)]
        if replaced.is_none() {
            // Less what the person takes from all their files, as for any new file.
            builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
        }
        let part = builder.tempfile_in(folder).map_err(failed)?;
        if let Some(there) = replaced {
            // Some shares know no permissions. The file is for nobody else then.
            let _ = part.as_file().set_permissions(there.permissions());
        }
        Ok(Self { target, part, overwrite })
    }

    /// Where it is being written.
    pub(crate) fn part(&self) -> &Path {
        self.part.path()
    }

    /// Gives the file its name once the disk has it.
    pub(crate) fn finish(self) -> Result<(), AppError> {
        let Self { target, part, overwrite } = self;
        let give = if overwrite { replace } else { give };
        let moved = part.as_file().sync_all().and_then(|()| give(part, &target));
        moved.map_err(|error| failed(&target, error))?;
        #[cfg(unix)]
        if let Some(folder) = folder(&target) {
            // The file is whole on the disk; that its name is there as well, not every share can promise.
            let _ = File::open(folder).and_then(|folder| folder.sync_all());
        }
        Ok(())
    }
}

impl Write for Outside {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.part.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.part.flush()
    }
}

/// Takes away what was being written when the program ended. Only what bears the name of such a part: the place may hold anything else by now.
pub(crate) fn sweep_part(path: &Path) -> io::Result<()> {
    let is_part = |name: &str| name.starts_with(PREFIX) && name.ends_with(SUFFIX);
    if !path.file_name().and_then(|name| name.to_str()).is_some_and(is_part) {
        return Ok(());
    }
    let gone = match fs::symlink_metadata(path) {
        Ok(there) if there.is_dir() => fs::remove_dir_all(path),
        Ok(_) => fs::remove_file(path),
        Err(error) => Err(error),
    };
    gone.or_else(|error| if error.kind() == ErrorKind::NotFound { Ok(()) } else { Err(error) })
}

/// Gives a file its name, whatever has it.
fn replace(part: NamedTempFile, target: &Path) -> io::Result<()> {
    part.persist(target)?;
    Ok(())
}

/// Gives a file a name that nobody else has taken.
fn give(part: NamedTempFile, target: &Path) -> io::Result<()> {
    let refused = match part.persist_noclobber(target) {
        Ok(_) => return Ok(()),
        Err(refused) if refused.error.kind() == ErrorKind::AlreadyExists => return Err(refused.error),
        Err(refused) => refused,
    };
    // Some shares cannot do that in one step: the name is taken first.
    File::create_new(target)?;
    match refused.file.persist(target) {
        Ok(_) => Ok(()),
        Err(error) => {
            let _ = fs::remove_file(target);
            Err(error.error)
        }
    }
}

fn folder(target: &Path) -> Option<&Path> {
    target.parent().map(|folder| if folder.as_os_str().is_empty() { Path::new(".") } else { folder })
}

fn failed(target: &Path, source: io::Error) -> AppError {
    let path = target.display().to_string();
    match source.kind() {
        ErrorKind::AlreadyExists => ApiError::new(ErrorCode::FileExists).with("path", path).into(),
        _ => AppError::File { path, source },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_there_stays_until_the_new_file_is_whole() {
        let home = tempfile::tempdir().unwrap();
        let target = home.path().join("letter.txt");
        let names = || {
            let mut names: Vec<_> = fs::read_dir(home.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
            names.sort();
            names
        };
        fs::write(&target, "before").unwrap();
        let mut broken = Outside::begin(&target, true).unwrap();
        broken.write_all(b"half").unwrap();
        assert_eq!(fs::read(&target).unwrap(), b"before");
        drop(broken);
        assert_eq!((fs::read(&target).unwrap(), names()), (b"before".to_vec(), vec!["letter.txt".into()]));
        let mut whole = Outside::begin(&target, true).unwrap();
        whole.write_all(b"whole").unwrap();
        whole.finish().unwrap();
        assert_eq!((fs::read(&target).unwrap(), names()), (b"whole".to_vec(), vec!["letter.txt".into()]));
    }

    #[test]
    fn without_being_told_nothing_is_replaced_and_a_new_name_is_left_free_again() {
        let home = tempfile::tempdir().unwrap();
        let target = home.path().join("letter.txt");
        drop(Outside::begin(&target, false).unwrap());
        assert_eq!(fs::read_dir(home.path()).unwrap().count(), 0);
        let code = |error: AppError| ApiError::from(error).code;
        let (first, second) = (Outside::begin(&target, false).unwrap(), Outside::begin(&target, false).unwrap());
        first.finish().unwrap();
        assert_eq!(code(second.finish().unwrap_err()), ErrorCode::FileExists, "somebody else was faster");
        assert_eq!(code(Outside::begin(&target, false).unwrap_err()), ErrorCode::FileExists);
        assert_eq!(fs::read_dir(home.path()).unwrap().count(), 1);
        assert_eq!(code(Outside::begin(home.path(), true).unwrap_err()), ErrorCode::FileUnreadable, "a folder is no file");
    }

    #[cfg(unix)]
    #[test]
    fn a_file_behind_a_link_is_replaced_where_it_is_and_keeps_who_may_read_it() {
        use std::os::unix::fs::PermissionsExt;

        let home = tempfile::tempdir().unwrap();
        let (target, link) = (home.path().join("letter.txt"), home.path().join("link.txt"));
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        fs::write(&target, "before").unwrap();
        fs::set_permissions(&target, fs::Permissions::from_mode(0o640)).unwrap();
        std::os::unix::fs::symlink(&target, &link).unwrap();
        let mut file = Outside::begin(&link, true).unwrap();
        file.write_all(b"after").unwrap();
        file.finish().unwrap();
        assert_eq!((fs::read(&target).unwrap(), mode(&target)), (b"after".to_vec(), 0o640));
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());

        let (new, usual) = (home.path().join("new.txt"), home.path().join("usual.txt"));
        Outside::begin(&new, false).unwrap().finish().unwrap();
        fs::write(&usual, "").unwrap();
        assert_eq!(mode(&new), mode(&usual), "a new file is as readable as any other");
        fs::set_permissions(&target, fs::Permissions::from_mode(0o400)).unwrap();
        assert_eq!(
            ApiError::from(Outside::begin(&target, true).unwrap_err()).code,
            ErrorCode::FileUnreadable,
            "whoever protected it meant it"
        );
    }
}
