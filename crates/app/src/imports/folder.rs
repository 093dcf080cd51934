//! A folder of documents: one case for each folder in it, and for each loose document.

use std::collections::BTreeMap;
use std::fs::DirEntry;
use std::io;
use std::path::{Path, PathBuf};

use praesto_contract::{ApiError, ErrorCode};
use praesto_formats::Refusal;
use praesto_formats::folder::{passed_over, plan};
use praesto_formats::names::PATH_DEPTH;

use super::{Bytes, Document, Item, Prepared, reasons};
use crate::error::AppError;

/// Files of one import.
const FILES: usize = 100_000;

pub(super) fn prepare(root: &Path) -> Result<Prepared, AppError> {
    let walk = Walk::through(root).map_err(|source| unread(root, source))?;
    Ok(Prepared { columns: Vec::new(), items: walk.items(), bytes: Bytes::Files(root.to_owned()) })
}

/// Why a folder could not be read: most often it is none, but a file of a kind that no import knows.
fn unread(root: &Path, source: io::Error) -> AppError {
    if source.kind() == io::ErrorKind::NotADirectory {
        return ApiError::new(ErrorCode::FileRefused).with("reason", reasons::NO_SOURCE).with("path", root.display()).into();
    }
    AppError::File { path: root.display().to_string(), source }
}

/// What lies below a folder. Links are not followed: they could lead anywhere.
pub(super) struct Walk<'a> {
    root: &'a Path,
    most: usize,
    pub(super) files: Vec<String>,
    /// What is passed over: its path, a folder with a closing `/`, and the code of the reason.
    pub(super) skipped: Vec<(String, &'static str)>,
}

impl<'a> Walk<'a> {
    /// Looks through a whole folder.
    pub(super) fn through(root: &'a Path) -> io::Result<Self> {
        let mut walk = Self { root, most: FILES, files: Vec::new(), skipped: Vec::new() };
        walk.folder(&mut PathBuf::new())?;
        Ok(walk)
    }

    /// Looks at the entries of a folder in the order of their names. An error is one of this folder itself.
    fn folder(&mut self, inside: &mut PathBuf) -> io::Result<()> {
        let mut entries = std::fs::read_dir(self.root.join(&*inside))?.collect::<Result<Vec<_>, _>>()?;
        entries.sort_by_key(DirEntry::file_name);
        for entry in entries {
            inside.push(entry.file_name());
            self.entry(&entry, inside);
            inside.pop();
        }
        Ok(())
    }

    fn entry(&mut self, entry: &DirEntry, inside: &mut PathBuf) {
        let path = inside.iter().map(|part| part.to_string_lossy()).collect::<Vec<_>>().join("/");
        let full = self.files.len() >= self.most;
        match entry.file_type() {
            Ok(kind) if kind.is_dir() => {
                let shown = format!("{path}/");
                // A name that is passed over speaks for everything below it.
                let name = passed_over(&entry.file_name().to_string_lossy()).map(Refusal::code);
                // Files below it would have more names in their paths than go in.
                let deep = (inside.components().count() >= PATH_DEPTH).then_some(Refusal::TooDeep.code());
                if let Some(reason) = name.or(deep).or(full.then_some(reasons::TOO_MANY_FILES)) {
                    self.skipped.push((shown, reason));
                } else if self.folder(inside).is_err() {
                    self.skipped.push((shown, Refusal::Unreadable.code()));
                }
            }
            Ok(kind) if kind.is_file() && !full => self.files.push(path),
            Ok(kind) if kind.is_file() => self.skipped.push((path, reasons::TOO_MANY_FILES)),
            Ok(kind) if kind.is_symlink() => self.skipped.push((path, Refusal::Symlink.code())),
            Ok(_) => self.skipped.push((path, reasons::NOT_A_FILE)),
            Err(_) => self.skipped.push((path, Refusal::Unreadable.code())),
        }
    }

    fn items(self) -> Vec<Item> {
        let planned = plan(&self.files);
        // A case of which some documents could not even be looked at would be half a case.
        let missed = |reason: &str| [reasons::TOO_MANY_FILES, Refusal::Unreadable.code()].contains(&reason);
        let halves = self.skipped.iter().filter(|(_, reason)| missed(reason));
        let halves: BTreeMap<&str, &'static str> = halves.filter_map(|(path, reason)| Some((path.split_once('/')?.0, *reason))).collect();
        let cases = planned.cases.into_iter().map(|case| Item {
            // Which case it is, is decided by its documents among those of this origin.
            origin: format!("folder:{}", case.stable_id),
            twice: Refusal::DuplicateName.code(),
            refused: case.stable_id.strip_suffix('/').and_then(|folder| halves.get(folder).copied()),
            source: case.stable_id,
            title: case.title,
            documents: case.documents.into_iter().map(|document| Document::of(document.name, document.path)).collect(),
            ..Item::default()
        });
        let cases: Vec<Item> = cases.collect();
        let skipped = planned.skipped.into_iter().map(|skipped| (skipped.path, skipped.reason.code())).chain(self.skipped);
        cases.into_iter().chain(skipped.map(|(path, reason)| Item::passed_over(path, reason))).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn walked(most: usize, files: &[&str]) -> Vec<(String, Option<&'static str>)> {
        let folder = tempfile::tempdir().unwrap();
        for file in files {
            let path = folder.path().join(file);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, file).unwrap();
        }
        let mut walk = Walk { root: folder.path(), most, files: Vec::new(), skipped: Vec::new() };
        walk.folder(&mut PathBuf::new()).unwrap();
        walk.items().into_iter().map(|item| (item.source, item.refused)).collect()
    }

    #[test]
    fn what_lies_beyond_the_files_of_one_import_is_named_and_makes_no_half_case() {
        let many = Some(reasons::TOO_MANY_FILES);
        assert_eq!(
            walked(3, &["a/1.txt", "b/1.txt", "b/2.txt", "b/3.txt", "b/deep/4.txt", "c/1.txt", "d.txt"]),
            [
                ("a/".to_owned(), None),
                ("b/".to_owned(), many),
                ("b/3.txt".to_owned(), many),
                ("b/deep/".to_owned(), many),
                ("c/".to_owned(), many),
                ("d.txt".to_owned(), many),
            ]
        );
        assert!(walked(7, &["a/1.txt", "b/1.txt"]).iter().all(|(_, refused)| refused.is_none()));
    }

    #[test]
    fn a_folder_that_is_passed_over_is_named_once() {
        let hidden = Some(Refusal::HiddenFile.code());
        assert_eq!(walked(9, &[".git/a", ".git/b/c", "x/1.txt"]), [("x/".to_owned(), None), (".git/".to_owned(), hidden)]);
    }
}
