//! The text files of a folder of packs.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs::{self, File},
    io::{self, Read},
    path::{Path, PathBuf},
};

use include_dir::{Dir, DirEntry};
use praesto_domain::case_types::Wrong;

use super::Packs;

/// Bytes that one file of a pack can have.
const FILE: u64 = 1 << 20;
/// Endings of the files that packs are made of.
const ENDINGS: [&str; 4] = ["toml", "json", "ftl", "txt"];

/// Text files by the folder that holds the pack and their path in it. A folder that cannot be read stands there as such a file.
#[derive(Debug, Default)]
pub(super) struct Files {
    texts: BTreeMap<(String, String), Result<String, Wrong>>,
    folders: BTreeSet<String>,
}

impl Files {
    pub(super) fn folders(&self) -> Vec<&str> {
        self.folders.iter().map(String::as_str).collect()
    }

    pub(super) fn get(&self, folder: &str, path: &str) -> Option<&Result<String, Wrong>> {
        self.texts.get(&(folder.to_owned(), path.to_owned()))
    }

    pub(super) fn in_folder<'a>(&'a self, folder: &'a str) -> impl Iterator<Item = (&'a str, &'a Result<String, Wrong>)> {
        self.texts.iter().filter(move |((of, _), _)| of == folder).map(|((_, path), text)| (path.as_str(), text))
    }
}

/// Reads every pack of a folder, and the calendars beside them.
///
/// # Errors
/// If the folder itself cannot be read; what is wrong with a pack stands in its place.
pub fn read_packs(folder: &Path) -> io::Result<Packs> {
    let mut files = Files::default();
    for pack in sorted(folder)?.into_iter().filter(|path| path.is_dir()) {
        let Some(id) = pack.file_name().map(|name| name.to_string_lossy().into_owned()) else { continue };
        // A hidden folder is some program's own.
        if !id.starts_with('.') {
            files.folders.insert(id.clone());
            take_in(&mut files, &id, "", &pack);
        }
    }
    Ok(Packs::of(&files))
}

/// Takes in the files of one folder of a pack, `inside` it.
fn take_in(files: &mut Files, id: &str, inside: &str, folder: &Path) {
    let listed = match sorted(folder) {
        Ok(listed) => listed,
        Err(error) => {
            files.texts.insert((id.to_owned(), inside.trim_end_matches('/').to_owned()), Err(Wrong::NotReadable(error.to_string())));
            return;
        }
    };
    for path in listed {
        let Some(name) = path.file_name().map(|name| name.to_string_lossy().into_owned()) else { continue };
        if path.is_dir() {
            if inside.is_empty() && !name.starts_with('.') {
                take_in(files, id, &format!("{name}/"), &path);
            }
        } else if path.extension().is_some_and(|ending| ENDINGS.iter().any(|one| ending == *one)) {
            files.texts.insert((id.to_owned(), format!("{inside}{name}")), text(&path));
        }
    }
}

/// Files and folders of a folder, by name.
fn sorted(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut paths = fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path())).collect::<io::Result<Vec<_>>>()?;
    paths.sort_unstable();
    Ok(paths)
}

fn text(path: &Path) -> Result<String, Wrong> {
    let mut bytes = Vec::new();
    let read = File::open(path).and_then(|file| file.take(FILE + 1).read_to_end(&mut bytes));
    match read {
        Err(error) => Err(Wrong::NotReadable(error.to_string())),
        Ok(_) if bytes.len() as u64 > FILE => Err(Wrong::NotReadable("it is larger than 1 MiB".to_owned())),
        Ok(_) => utf8(bytes),
    }
}

fn utf8(bytes: Vec<u8>) -> Result<String, Wrong> {
    String::from_utf8(bytes).map_err(|_| Wrong::NotReadable("it is not UTF-8".to_owned()))
}

/// The files of packs that were built into the program.
pub(super) fn files_in(folder: &Dir<'_>) -> Files {
    let mut files = Files::default();
    for pack in folder.dirs() {
        let id = pack.path().to_string_lossy().into_owned();
        files.folders.insert(id.clone());
        let mut ahead: Vec<&DirEntry<'_>> = pack.entries().iter().collect();
        while let Some(entry) = ahead.pop() {
            match entry {
                DirEntry::Dir(inner) => ahead.extend(inner.entries()),
                DirEntry::File(file) => {
                    let path = file.path().strip_prefix(pack.path()).unwrap_or(file.path()).to_string_lossy().into_owned();
                    files.texts.insert((id.clone(), path), utf8(file.contents().to_vec()));
                }
            }
        }
    }
    files
}
