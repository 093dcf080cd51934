//! Case types are packs: those that come with Praesto, and what a folder of them holds.

pub(crate) mod acts;
mod folder;
pub(crate) mod views;

use std::{collections::BTreeMap, sync::LazyLock};

use include_dir::{Dir, include_dir};
use praesto_domain::case_types::{Calendar, CaseType, Fault, PackText, Wrong};
use praesto_words::pack_messages;

use folder::Files;
pub use folder::read_packs;

/// The case type of cases that no other describes.
pub(crate) const GENERAL: &str = "general";
/// Folder of the calendars, beside the packs.
const CALENDARS: &str = "calendars";

static SHIPPED: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../case-types");

/// The packs that come with Praesto; a test makes sure that each is sound.
static PACKS: LazyLock<Packs> = LazyLock::new(|| Packs::of(&folder::files_in(&SHIPPED)));

/// What a folder of packs holds.
#[derive(Debug, Default)]
pub struct Packs {
    /// What is wrong with its calendars; packs that name such a one are wrong too.
    pub calendar_faults: Vec<Fault>,
    /// Each pack by the name of its folder.
    pub types: BTreeMap<String, Result<Pack, Vec<Fault>>>,
}

/// A pack that was found sound.
#[derive(Debug)]
pub struct Pack {
    pub case_type: CaseType,
    /// Its texts: messages by id, by language.
    pub words: BTreeMap<String, BTreeMap<String, String>>,
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

/// The case types that are here, in the order of their ids.
pub(crate) fn installed() -> impl Iterator<Item = &'static Pack> {
    PACKS.types.values().filter_map(|pack| pack.as_ref().ok())
}

/// The case type of this id, where it is here.
pub(crate) fn find(id: &str) -> Option<&'static Pack> {
    PACKS.types.get(id)?.as_ref().ok()
}

impl Packs {
    fn of(files: &Files) -> Self {
        let mut packs = Self::default();
        let mut calendars = BTreeMap::new();
        for (path, text) in files.in_folder(CALENDARS) {
            let place = format!("{CALENDARS}/{path}");
            let Some(name) = path.strip_suffix(".toml") else {
                packs.calendar_faults.extend(text.as_ref().err().map(|wrong| Fault { file: place, wrong: wrong.clone() }));
                continue;
            };
            match read(&place, text).and_then(|text| Calendar::read(&place, text)) {
                Ok(calendar) => {
                    calendars.insert(name.to_owned(), calendar);
                }
                Err(faults) => packs.calendar_faults.extend(faults),
            }
        }
        for id in files.folders().into_iter().filter(|id| *id != CALENDARS) {
            packs.types.insert(id.to_owned(), pack(id, files, &calendars));
        }
        packs
    }
}

fn pack(id: &str, files: &Files, calendars: &BTreeMap<String, Calendar>) -> Result<Pack, Vec<Fault>> {
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
