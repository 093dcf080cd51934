//! The text files of a folder of packs.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs::{self, File},
    io::{self, Read},
    path::{Path, PathBuf},
};

use include_dir::{Dir, DirEntry};
use praesto_domain::case_types::Wrong;

use super::{CALENDARS, Packs};
use crate::documents::PACK_BYTES;

/// Bytes that one file of a pack can have.
const FILE: u64 = 1 << 20;
/// Files that one pack can have: a hundred letters in five languages, and room beside them.
const FILES: usize = 1_000;
/// Bytes of one folder that are read at all: far above what a pack may hold, far below what a computer has.
const FOLDER: usize = 8 << 20;
/// Endings of the files that packs are made of.
pub(super) const ENDINGS: [&str; 4] = ["toml", "json", "ftl", "txt"];

/// Text files by the folder that holds the pack and their path in it. A folder that cannot be read stands there as such a file.
#[derive(Debug, Default)]
pub(super) struct Files {
    texts: BTreeMap<(String, String), Result<String, Wrong>>,
    folders: BTreeSet<String>,
    /// What a folder has more of than was looked at.
    beyond: BTreeMap<String, Wrong>,
}

impl Files {
    pub(super) fn folders(&self) -> Vec<&str> {
        self.folders.iter().map(String::as_str).collect()
    }

    /// Puts a file of a pack in.
    pub(super) fn put(&mut self, folder: &str, path: &str, text: Result<String, Wrong>) {
        self.folders.insert(folder.to_owned());
        self.texts.insert((folder.to_owned(), path.to_owned()), text);
    }

    /// That a pack has more, or larger files than were looked at.
    pub(super) fn too_many(&self, folder: &str) -> Option<Wrong> {
        self.beyond.get(folder).cloned()
    }

    pub(super) fn get(&self, folder: &str, path: &str) -> Option<&Result<String, Wrong>> {
        self.texts.get(&(folder.to_owned(), path.to_owned()))
    }

    pub(super) fn in_folder<'a>(&'a self, folder: &'a str) -> impl Iterator<Item = (&'a str, &'a Result<String, Wrong>)> {
        let from = self.texts.range((folder.to_owned(), String::new())..);
        from.take_while(move |((of, _), _)| of == folder).map(|((_, path), text)| (path.as_str(), text))
    }
}

/// Reads every pack of a folder, and the calendars beside them.
///
/// # Errors
/// If the folder itself cannot be read; what is wrong with a pack stands in its place.
pub fn read_packs(folder: &Path) -> io::Result<Packs> {
    Ok(Packs::of(&packs_in(folder)?))
}

/// The files of every pack of a folder, and of the calendars beside them.
pub(super) fn packs_in(folder: &Path) -> io::Result<Files> {
    let mut files = Files::default();
    for (id, pack) in folders_of(folder)? {
        files.folders.insert(id.clone());
        Taking::default().take_in(&mut files, &id, "", &pack);
    }
    Ok(files)
}

/// The folders in a folder, by name.
pub(super) fn folders_of(folder: &Path) -> io::Result<Vec<(String, PathBuf)>> {
    let named = |path: PathBuf| Some((path.file_name()?.to_string_lossy().into_owned(), path));
    let folders = sorted(folder)?.into_iter().filter(|path| path.is_dir() && !path.is_symlink()).filter_map(named);
    // A hidden folder is some program's own.
    Ok(folders.filter(|(name, _)| !name.starts_with('.')).collect())
}

/// The files of one pack, and of the calendars beside it.
pub(super) fn pack_in(id: &str, folder: &Path) -> Files {
    let mut files = Files::default();
    files.folders.insert(id.to_owned());
    Taking::default().take_in(&mut files, id, "", folder);
    if let Some(calendars) = folder.parent().map(|beside| beside.join(CALENDARS)).filter(|path| path.is_dir() && !path.is_symlink()) {
        Taking::default().take_in(&mut files, CALENDARS, "", &calendars);
    }
    files
}

/// What was taken in of one pack so far.
#[derive(Default)]
struct Taking {
    files: usize,
    bytes: usize,
}

impl Taking {
    /// Takes in the files of one folder of a pack, `inside` it, up to what a pack can have.
    fn take_in(&mut self, files: &mut Files, id: &str, inside: &str, folder: &Path) {
        let listed = match sorted(folder) {
            Ok(listed) => listed,
            Err(error) => {
                files.put(id, inside.trim_end_matches('/'), Err(Wrong::NotReadable(error.to_string())));
                return;
            }
        };
        for path in listed {
            let Some(name) = path.file_name().map(|name| name.to_string_lossy().into_owned()) else { continue };
            if path.is_dir() && !path.is_symlink() {
                if inside.is_empty() && !name.starts_with('.') {
                    self.take_in(files, id, &format!("{name}/"), &path);
                }
            } else if path.extension().is_some_and(|ending| ENDINGS.iter().any(|one| ending == *one)) {
                if let Some(beyond) = self.beyond() {
                    files.beyond.insert(id.to_owned(), beyond);
                    return;
                }
                let text = text(&path);
                self.files += 1;
                self.bytes += text.as_ref().map_or(0, String::len);
                files.put(id, &format!("{inside}{name}"), text);
            }
        }
    }

    /// What there is so much of that no more is read.
    fn beyond(&self) -> Option<Wrong> {
        if self.files >= FILES {
            Some(Wrong::TooMany { what: "files", limit: FILES })
        } else {
            (self.bytes > FOLDER).then_some(Wrong::TooMany { what: "bytes in all its files", limit: PACK_BYTES })
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
    let no = |why: &str| Err(Wrong::NotReadable(why.to_owned()));
    match fs::symlink_metadata(path) {
        Err(error) => return no(&error.to_string()),
        // It could lead to any file of this computer, and would bring that to every colleague's.
        Ok(found) if found.is_symlink() => return no("it is a link to another file"),
        // A pipe would be waited for without end.
        Ok(found) if !found.is_file() => return no("it is no file"),
        Ok(_) => {}
    }
    let mut bytes = Vec::new();
    match File::open(path).and_then(|file| file.take(FILE + 1).read_to_end(&mut bytes)) {
        Err(error) => no(&error.to_string()),
        Ok(_) => text_of(bytes),
    }
}

/// The text of a file, if it is one and not too large.
pub(super) fn text_of(bytes: Vec<u8>) -> Result<String, Wrong> {
    if bytes.len() as u64 > FILE { Err(Wrong::NotReadable("it is larger than 1 MiB".to_owned())) } else { utf8(bytes) }
}

/// As one text, whatever program it was written with: some put a mark before it, and some end lines in two signs.
fn utf8(bytes: Vec<u8>) -> Result<String, Wrong> {
    let text = String::from_utf8(bytes).map_err(|_| Wrong::NotReadable("it is not UTF-8".to_owned()))?;
    Ok(text.trim_start_matches('\u{feff}').replace("\r\n", "\n"))
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
