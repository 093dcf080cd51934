//! Files outside the sealed world: whole under their name, or not there at all.

use std::fs::{self, File, OpenOptions, Permissions};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use praesto_contract::{ApiError, ErrorCode};

use crate::error::AppError;

/// A file that is written beside the place it is for, and moved there once it is whole. Dropped before that, it leaves everything as it was.
#[derive(Debug)]
pub(crate) struct Outside {
    target: PathBuf,
    part: PathBuf,
    file: File,
    /// Of the file that it replaces.
    replaced: Option<Permissions>,
    /// Whether an empty file of that name is ours: nobody else takes the name meanwhile.
    reserved: bool,
    /// Whether the parts are gone, as they are to be.
    done: bool,
}

impl Outside {
    /// Begins a file. One that is there already is replaced only with `overwrite`.
    pub(crate) fn begin(target: &Path, overwrite: bool, mark: u64) -> Result<Self, AppError> {
        let path = target.display().to_string();
        let failed = |source: io::Error| match source.kind() {
            ErrorKind::AlreadyExists => ApiError::new(ErrorCode::FileExists).with("path", &path).into(),
            _ => AppError::File { path: path.clone(), source },
        };
        if target.file_name().is_none() {
            return Err(AppError::invalid("path"));
        }
        let part = target.with_file_name(format!(".praesto-{mark:016x}.part"));
        let mut replaced = None;
        if !overwrite {
            OpenOptions::new().write(true).create_new(true).open(target).map_err(failed)?;
        } else if let Ok(there) = fs::metadata(target) {
            if !there.is_file() || there.permissions().readonly() {
                return Err(failed(ErrorKind::PermissionDenied.into()));
            }
            replaced = Some(there.permissions());
        }
        match OpenOptions::new().write(true).create_new(true).open(&part) {
            Ok(file) => Ok(Self { target: target.to_owned(), part, file, replaced, reserved: !overwrite, done: false }),
            Err(error) => {
                if !overwrite {
                    let _ = fs::remove_file(target);
                }
                Err(failed(error))
            }
        }
    }

    /// Gives the file its name once the disk has it.
    pub(crate) fn finish(mut self) -> Result<(), AppError> {
        let moved = self.file.sync_all().and_then(|()| self.put_in_place());
        moved.map_err(|source| AppError::File { path: self.target.display().to_string(), source })?;
        self.done = true;
        Ok(())
    }

    fn put_in_place(&self) -> io::Result<()> {
        if let Some(permissions) = &self.replaced {
            fs::set_permissions(&self.part, permissions.clone())?;
        }
        fs::rename(&self.part, &self.target)
    }
}

impl Write for Outside {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.file.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

impl Drop for Outside {
    fn drop(&mut self) {
        if !self.done {
            let _ = fs::remove_file(&self.part);
            if self.reserved {
                let _ = fs::remove_file(&self.target);
            }
        }
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
        let mut broken = Outside::begin(&target, true, 1).unwrap();
        broken.write_all(b"half").unwrap();
        assert_eq!(fs::read(&target).unwrap(), b"before");
        drop(broken);
        assert_eq!((fs::read(&target).unwrap(), names()), (b"before".to_vec(), vec!["letter.txt".into()]));
        let mut whole = Outside::begin(&target, true, 2).unwrap();
        whole.write_all(b"whole").unwrap();
        whole.finish().unwrap();
        assert_eq!((fs::read(&target).unwrap(), names()), (b"whole".to_vec(), vec!["letter.txt".into()]));
    }

    #[test]
    fn without_being_told_nothing_is_replaced_and_a_new_name_is_left_free_again() {
        let home = tempfile::tempdir().unwrap();
        let target = home.path().join("letter.txt");
        drop(Outside::begin(&target, false, 1).unwrap());
        assert_eq!(fs::read_dir(home.path()).unwrap().count(), 0);
        let first = Outside::begin(&target, false, 2).unwrap();
        let code = |error: AppError| ApiError::from(error).code;
        assert_eq!(code(Outside::begin(&target, false, 3).unwrap_err()), ErrorCode::FileExists, "somebody else is at it");
        first.finish().unwrap();
        assert_eq!(code(Outside::begin(&target, false, 4).unwrap_err()), ErrorCode::FileExists);
        assert_eq!(code(Outside::begin(home.path(), true, 5).unwrap_err()), ErrorCode::FileUnreadable, "a folder is no file");
    }
}
