//! One pack as it is installed: found in a folder or an archive, judged by the same reader as every pack, and kept as one text that goes to colleagues.

use std::{collections::BTreeMap, fs::File, path::Path, sync::Arc};

use praesto_domain::case_types::{Fault, PackHead, Wrong};
use praesto_formats::{Refusal, Refused, packs::read_text_archive};

use super::{
    CALENDARS, FaultAt, Pack, Packs,
    folder::{ENDINGS, Files, folders_of, pack_in, text_of},
};
use crate::documents::PackFiles;

const TYPE: &str = "type.toml";
/// Bytes of an archive; what a pack may hold is far less.
const ARCHIVE: u64 = 16 << 20;

/// Why no pack was taken from what somebody chose.
#[derive(Debug, thiserror::Error)]
pub(crate) enum BundleRefused {
    #[error("no pack is in it")]
    NoPack,
    #[error("more than one pack is in it")]
    ManyPacks,
    #[error("it is neither a folder nor a file")]
    NoFile,
    #[error("the archive is not to be trusted: {}", .0.why.code())]
    Archive(Refused),
    #[error("it cannot be read")]
    Unreadable(#[from] std::io::Error),
}

/// The files of a pack, and the calendar that it names where that came along: all that belongs to it and nothing else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Bundle {
    id: String,
    files: BTreeMap<String, String>,
}

/// A pack as somebody brings it: what it is, or all that is wrong with it.
pub(crate) struct Brought {
    pub(crate) version: PackFiles,
    pub(crate) read: Result<Arc<Pack>, Vec<FaultAt>>,
}

impl Bundle {
    /// A pack among files; nothing where it says not even which version it is.
    pub(super) fn of(files: &Files, id: &str) -> Option<Self> {
        let head = PackHead::read(files.get(id, TYPE)?.as_deref().ok()?)?;
        let belongs = |path: &str| {
            let part = |folder: &str, ending: &str| path.strip_prefix(folder).is_some_and(|name| name.ends_with(ending));
            matches!(path, TYPE | "form.schema.json") || part("words/", ".ftl") || part("letters/", ".txt")
        };
        let own = files.in_folder(id).filter(|(path, _)| belongs(path));
        let mut kept: BTreeMap<String, String> =
            own.filter_map(|(path, text)| Some((path.to_owned(), text.as_deref().ok()?.to_owned()))).collect();
        let calendar = format!("{}.toml", head.calendar);
        if let Some(Ok(text)) = files.get(CALENDARS, &calendar) {
            kept.insert(format!("{CALENDARS}/{calendar}"), text.clone());
        }
        Some(Self { id: id.to_owned(), files: kept })
    }

    /// The one text that stands for all of it; the same files make the same text.
    fn text(&self) -> String {
        // A map of texts can always be written.
        serde_json::to_string(&self.files).unwrap_or_default()
    }

    /// Bytes of that text.
    pub(super) fn bytes(&self) -> usize {
        self.text().len()
    }

    /// Reads a pack from a folder: its own, or one that holds it and nothing else but calendars. Or from an archive of either.
    pub(crate) fn bring(path: &Path) -> Result<Brought, BundleRefused> {
        let (id, files) = if path.is_dir() { in_folder(path)? } else { in_archive(path)? };
        let brought = judge(id, &files);
        // Colleagues get the text, so it is the text that has to be sound.
        let read = brought.read.and_then(|_| read_version(&brought.version));
        Ok(Brought { read, ..brought })
    }
}

/// Reads a version of a pack as it is kept.
pub(super) fn read_version(version: &PackFiles) -> Result<Arc<Pack>, Vec<FaultAt>> {
    let texts: BTreeMap<String, String> = serde_json::from_str(&version.files).unwrap_or_default();
    let mut files = Files::default();
    for (path, text) in texts {
        match path.strip_prefix(CALENDARS).and_then(|rest| rest.strip_prefix('/')) {
            Some(calendar) => files.put(CALENDARS, calendar, Ok(text)),
            None => files.put(&version.pack, &path, Ok(text)),
        }
    }
    judge(version.pack.clone(), &files).read
}

/// Number of a version, as it says itself; 0 where it does not.
pub(super) fn number(version: &PackFiles) -> u32 {
    /// What is asked of every version as the vault opens; nothing else of it is taken out.
    #[derive(Default, serde::Deserialize)]
    struct Head {
        #[serde(rename = "type.toml")]
        type_toml: String,
    }
    let head: Head = serde_json::from_str(&version.files).unwrap_or_default();
    PackHead::read(&head.type_toml).map_or(0, |head| head.version)
}

fn judge(id: String, files: &Files) -> Brought {
    let text = Bundle::of(files, &id).map(|bundle| bundle.text()).unwrap_or_default();
    let mut packs = Packs::of(files);
    let no_pack = || FaultAt { fault: Fault { file: ".".to_owned(), wrong: Wrong::BadFolder(id.clone()) }, line: None };
    let mut read = packs.types.remove(&id).unwrap_or_else(|| Err(vec![no_pack()]));
    if let Err(faults) = &mut read {
        faults.append(&mut packs.calendar_faults);
    }
    Brought { version: PackFiles { pack: id, files: text }, read }
}

fn in_folder(path: &Path) -> Result<(String, Files), BundleRefused> {
    if path.join(TYPE).is_file() {
        // As the folder is called wherever it lies, also where somebody wrote `.`.
        let whole = path.canonicalize()?;
        let id = whole.file_name().map(|name| name.to_string_lossy().into_owned()).ok_or(BundleRefused::NoPack)?;
        let files = pack_in(&id, &whole);
        return Ok((id, files));
    }
    // Whatever else lies there is not read: it may be all that somebody has.
    let packs = folders_of(path)?.into_iter().filter(|(name, folder)| name != CALENDARS && folder.join(TYPE).is_file());
    let (id, folder) = only(packs.collect())?;
    let files = pack_in(&id, &folder);
    Ok((id, files))
}

fn in_archive(path: &Path) -> Result<(String, Files), BundleRefused> {
    let found = path.metadata()?;
    if !found.is_file() {
        return Err(BundleRefused::NoFile);
    }
    if found.len() > ARCHIVE {
        return Err(BundleRefused::Archive(Refusal::TooLarge.into()));
    }
    let entries = read_text_archive(File::open(path)?, &ENDINGS).map_err(BundleRefused::Archive)?;
    let folder = |path: &str| path.rsplit_once('/').map_or_else(String::new, |(folder, _)| format!("{folder}/"));
    // What a computer leaves beside the files of an archive is hidden, or in a folder of its own.
    let shown = |path: &str| !path.split('/').any(|part| part.starts_with('.') || part == "__MACOSX");
    let is_type = |path: &str| path.rsplit('/').next() == Some(TYPE);
    let base = only(entries.keys().filter(|path| shown(path) && is_type(path)).map(|path| folder(path)).collect())?;
    let name = base.trim_end_matches('/').rsplit('/').next().unwrap_or_default();
    let stem = || path.file_stem().map(|stem| stem.to_string_lossy().into_owned());
    let id = if name.is_empty() { stem().ok_or(BundleRefused::NoPack)? } else { name.to_owned() };
    let beside = format!("{}{CALENDARS}/", if base.is_empty() { String::new() } else { folder(base.trim_end_matches('/')) });
    let mut files = Files::default();
    for (path, bytes) in entries {
        if let Some(own) = path.strip_prefix(&base).filter(|own| shown(own) && own.split('/').count() <= 2) {
            files.put(&id, own, text_of(bytes));
        } else if let Some(calendar) = path.strip_prefix(&beside).filter(|name| !name.contains('/')) {
            files.put(CALENDARS, calendar, text_of(bytes));
        }
    }
    Ok((id, files))
}

fn only<T>(found: Vec<T>) -> Result<T, BundleRefused> {
    match <[T; 1]>::try_from(found) {
        Ok([one]) => Ok(one),
        Err(none) if none.is_empty() => Err(BundleRefused::NoPack),
        Err(_) => Err(BundleRefused::ManyPacks),
    }
}
