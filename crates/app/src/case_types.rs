//! Case types are packs: those that come with Praesto, those that the office added, and what a folder or an archive of them holds.

pub(crate) mod acts;
mod bundle;
mod folder;
pub(crate) mod own;
pub(crate) mod views;

use std::{
    collections::BTreeMap,
    fmt,
    sync::{Arc, LazyLock},
};

use include_dir::{Dir, include_dir};
use praesto_domain::case_types::{Calendar, CaseType, Fault, PackText, Wrong};
use praesto_words::pack_messages;

use crate::documents::PACK_BYTES;
use crate::host::Host;
use crate::office::Office;

pub(crate) use bundle::{Bundle, BundleRefused};
use folder::Files;
pub use folder::read_packs;

/// The case type of cases that no other describes.
pub(crate) const GENERAL: &str = "general";
/// Folder of the calendars, beside the packs.
const CALENDARS: &str = "calendars";

static SHIPPED: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../case-types");

/// The packs that come with Praesto; a test makes sure that each is sound.
static PACKS: LazyLock<Packs> = LazyLock::new(|| Packs::of(&folder::files_in(&SHIPPED)));

/// The calendars that come with Praesto: every pack can name them.
static SHIPPED_CALENDARS: LazyLock<BTreeMap<String, Calendar>> = LazyLock::new(|| calendars(&folder::files_in(&SHIPPED), &mut Vec::new()));

/// What a folder of packs holds.
#[derive(Debug, Default)]
pub struct Packs {
    /// What is wrong with its calendars; packs that name such a one are wrong too.
    pub calendar_faults: Vec<FaultAt>,
    /// Each pack by the name of its folder.
    pub types: BTreeMap<String, Result<Arc<Pack>, Vec<FaultAt>>>,
}

/// A pack that was found sound.
#[derive(Debug)]
pub struct Pack {
    pub case_type: CaseType,
    /// Its texts: messages by id, by language.
    pub words: BTreeMap<String, BTreeMap<String, String>>,
}

/// What is wrong with a pack, and in which line of its file, where one can be named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FaultAt {
    pub fault: Fault,
    pub line: Option<usize>,
}

impl fmt::Display for FaultAt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let said = self.fault.to_string();
        match self.line {
            // A text that could not be read says itself where.
            Some(line) if !said.contains(&format!("line {line}")) => write!(f, "{said} (line {line})"),
            _ => f.write_str(&said),
        }
    }
}

impl Pack {
    /// A text in a language of the pack; nothing where there is none.
    pub(crate) fn text_in(&self, language: &str, id: &str) -> Option<&str> {
        self.words.get(language)?.get(id).map(String::as_str)
    }

    /// A text in the first language of the pack.
    pub(crate) fn text(&self, id: &str) -> String {
        let language = self.case_type.languages().first();
        language.and_then(|language| self.words.get(language)?.get(id)).cloned().unwrap_or_default()
    }
}

/// The case types that come with Praesto, in the order of their ids.
pub(crate) fn shipped() -> impl Iterator<Item = &'static Arc<Pack>> {
    PACKS.types.values().filter_map(|pack| pack.as_ref().ok())
}

/// The case type of this id that comes with Praesto.
pub(crate) fn find_shipped(id: &str) -> Option<&'static Arc<Pack>> {
    PACKS.types.get(id)?.as_ref().ok()
}

impl<H: Host> Office<H> {
    /// The case type of this id, where it is here. One of the office's own never takes the place of one that comes with Praesto.
    pub(crate) fn case_type(&self, id: &str) -> Option<Arc<Pack>> {
        find_shipped(id).cloned().or_else(|| self.own_case_types().pack(id))
    }

    /// Whether no new cases of this type are made any more.
    pub(crate) fn is_withdrawn(&self, id: &str) -> bool {
        find_shipped(id).is_none() && self.own_case_types().is_withdrawn(id)
    }
}

impl Packs {
    fn of(files: &Files) -> Self {
        let mut packs = Self::default();
        let mut calendars = calendars(files, &mut packs.calendar_faults);
        // A calendar that is here is the one that is meant, also where something is wrong with it.
        let elsewhere = |name: &&String| files.get(CALENDARS, &format!("{name}.toml")).is_none();
        calendars.extend(SHIPPED_CALENDARS.iter().filter(|(name, _)| elsewhere(name)).map(|(name, one)| (name.clone(), one.clone())));
        for id in files.folders().into_iter().filter(|id| *id != CALENDARS) {
            let read = pack(id, files, &calendars).map(Arc::new);
            packs.types.insert(id.to_owned(), read.map_err(|faults| faults.into_iter().map(|fault| at(files, id, fault)).collect()));
        }
        packs
    }
}

/// A fault of a file in a folder, with its line.
fn at(files: &Files, folder: &str, fault: Fault) -> FaultAt {
    let text = files.get(folder, &fault.file).and_then(|text| text.as_deref().ok());
    FaultAt { line: text.and_then(|text| fault.line(text)), fault }
}

fn calendars(files: &Files, faults: &mut Vec<FaultAt>) -> BTreeMap<String, Calendar> {
    let mut calendars = BTreeMap::new();
    for (path, text) in files.in_folder(CALENDARS) {
        let Some(name) = path.strip_suffix(".toml") else {
            let wrong = text.as_ref().err().cloned();
            faults.extend(wrong.map(|wrong| FaultAt { fault: Fault { file: format!("{CALENDARS}/{path}"), wrong }, line: None }));
            continue;
        };
        let place = format!("{CALENDARS}/{path}");
        match read(&place, text).and_then(|text| Calendar::read(&place, text)) {
            Ok(calendar) => {
                calendars.insert(name.to_owned(), calendar);
            }
            Err(wrong) => faults.extend(wrong.into_iter().map(|fault| {
                let line = text.as_deref().ok().and_then(|text| fault.line(text));
                FaultAt { fault, line }
            })),
        }
    }
    calendars
}

fn pack(id: &str, files: &Files, calendars: &BTreeMap<String, Calendar>) -> Result<Pack, Vec<Fault>> {
    let whole = |wrong| Fault { file: ".".to_owned(), wrong };
    if let Some(wrong) = files.too_many(id) {
        // Not all of it was read: what seems to be missing may be there.
        return Err(vec![whole(wrong)]);
    }
    let mut faults = Vec::new();
    let missing = Err(Wrong::Missing);
    let mut take = |name: &str| match read(name, files.get(id, name).unwrap_or(&missing)) {
        Ok(text) => text.to_owned(),
        Err(wrong) => {
            faults.extend(wrong);
            String::new()
        }
    };
    let (type_toml, form) = (take("type.toml"), take("form.schema.json"));
    let mut words = BTreeMap::new();
    for (path, text) in files.in_folder(id).filter(|(path, _)| path.starts_with("words")) {
        let language = path.strip_prefix("words/").and_then(|name| name.strip_suffix(".ftl"));
        let unreadable =
            |error: praesto_words::PackUnreadable| vec![Fault { file: path.to_owned(), wrong: Wrong::NotReadable(error.to_string()) }];
        match (language, read(path, text).and_then(|text| pack_messages(text).map_err(unreadable))) {
            (Some(language), Ok(messages)) => {
                words.insert(language.to_owned(), messages);
            }
            (None, Ok(_)) => {}
            (_, Err(wrong)) => faults.extend(wrong),
        }
    }
    let mut letters = BTreeMap::new();
    for (path, text) in files.in_folder(id).filter(|(path, _)| path.starts_with("letters")) {
        match (path.strip_prefix("letters/").and_then(|name| name.strip_suffix(".txt")), read(path, text)) {
            (Some(name), Ok(text)) => {
                letters.insert(name.to_owned(), text.to_owned());
            }
            (None, Ok(_)) => {}
            (_, Err(wrong)) => faults.extend(wrong),
        }
    }
    if Bundle::of(files, id).is_some_and(|bundle| bundle.bytes() > PACK_BYTES) {
        faults.push(whole(Wrong::TooMany { what: "bytes in all its files", limit: PACK_BYTES }));
    }
    if !faults.is_empty() {
        return Err(faults);
    }
    let pack = PackText { id: id.to_owned(), type_toml, form, words, letters };
    let case_type = CaseType::read(&pack, calendars)?;
    Ok(Pack { case_type, words: pack.words })
}

fn read<'a>(file: &str, text: &'a Result<String, Wrong>) -> Result<&'a str, Vec<Fault>> {
    text.as_deref().map_err(|wrong| vec![Fault { file: file.to_owned(), wrong: wrong.clone() }])
}
