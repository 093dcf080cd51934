//! Files outside the sealed world: whole under their name, or not there at all.

use std::fs::{self, File};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use praesto_contract::{ApiError, ErrorCode};
use tempfile::{Builder, NamedTempFile, TempPath};

use crate::error::AppError;

/// A file that is written beside the place it is for, and moved there once it is whole. Dropped before that, it leaves everything as it was.
#[derive(Debug)]
pub(crate) struct Outside {
    target: PathBuf,
    part: NamedTempFile,
    /// An empty file of that name, where none was: nobody else takes the name meanwhile.
    reserved: Option<TempPath>,
}

impl Outside {
    /// Begins a file. One that is there already is replaced only with `overwrite`.
    pub(crate) fn begin(target: &Path, overwrite: bool) -> Result<Self, AppError> {
        let path = target.display().to_string();
        let failed = |source: io::Error| match source.kind() {
            ErrorKind::AlreadyExists => ApiError::new(ErrorCode::FileExists).with("path", &path).into(),
            _ => AppError::File { path: path.clone(), source },
        };
        let (Some(folder), Some(_)) = (target.parent(), target.file_name()) else { return Err(AppError::invalid("path")) };
        let reserved = match File::create_new(target) {
            Ok(_) => Some(TempPath::try_from_path(target).map_err(failed)?),
            Err(error) if error.kind() == ErrorKind::AlreadyExists && overwrite => None,
            Err(error) => return Err(failed(error)),
        };
        let there = fs::metadata(target).map_err(failed)?;
        if !there.is_file() || there.permissions().readonly() {
            return Err(failed(ErrorKind::PermissionDenied.into()));
        }
        let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
        let part = Builder::new().prefix(".praesto-").suffix(".part").tempfile_in(folder).map_err(failed)?;
        // Those of the file that it replaces, or those that a new one gets here.
        part.as_file().set_permissions(there.permissions()).map_err(failed)?;
        Ok(Self { target: target.to_owned(), part, reserved })
    }

    /// Gives the file its name once the disk has it.
    pub(crate) fn finish(self) -> Result<(), AppError> {
        let Self { target, part, reserved } = self;
        let moved = part.as_file().sync_all().and_then(|()| Ok(part.persist(&target)?));
        moved.map_err(|source| AppError::File { path: target.display().to_string(), source })?;
        // The name is the new file's now.
        reserved
            .map(TempPath::keep)
            .transpose()
            .map(drop)
            .map_err(|error| AppError::File { path: target.display().to_string(), source: error.error })
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
        let first = Outside::begin(&target, false).unwrap();
        let code = |error: AppError| ApiError::from(error).code;
        assert_eq!(code(Outside::begin(&target, false).unwrap_err()), ErrorCode::FileExists, "somebody else is at it");
        first.finish().unwrap();
        assert_eq!(code(Outside::begin(&target, false).unwrap_err()), ErrorCode::FileExists);
        assert_eq!(code(Outside::begin(home.path(), true).unwrap_err()), ErrorCode::FileUnreadable, "a folder is no file");
    }
}
