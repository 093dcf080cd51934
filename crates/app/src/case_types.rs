//! Packs of case types, from their folders.

use std::{
    collections::BTreeMap,
    fs::{self, File},
    io::{self, Read},
    path::{Path, PathBuf},
};

use praesto_domain::case_types::{Calendar, CaseType, Fault, PackText, Wrong};
use praesto_words::pack_messages;

/// Bytes that one file of a pack can have.
const FILE: u64 = 1 << 20;
/// Folder of the calendars, beside the packs.
const CALENDARS: &str = "calendars";

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

/// Reads every pack of a folder, and the calendars beside them.
///
/// # Errors
/// If the folder itself cannot be read; what is wrong with a pack stands in its place.
pub fn read_packs(folder: &Path) -> io::Result<Packs> {
    let mut packs = Packs::default();
    let mut calendars = BTreeMap::new();
    for file in sorted_if_there(CALENDARS, folder, &mut packs.calendar_faults) {
        let Some(name) = named(&file, "toml") else { continue };
        let place = format!("{CALENDARS}/{name}.toml");
        match text(&place, &file).and_then(|text| Calendar::read(&place, &text)) {
            Ok(calendar) => {
                calendars.insert(name, calendar);
            }
            Err(faults) => packs.calendar_faults.extend(faults),
        }
    }
    for pack in sorted(folder)?.into_iter().filter(|path| path.is_dir()) {
        let Some(id) = pack.file_name().map(|name| name.to_string_lossy().into_owned()) else { continue };
        // A hidden folder is some program's own.
        if id != CALENDARS && !id.starts_with('.') {
            let read = read_pack(&id, &pack, &calendars);
            packs.types.insert(id, read);
        }
    }
    Ok(packs)
}

fn read_pack(id: &str, folder: &Path, calendars: &BTreeMap<String, Calendar>) -> Result<Pack, Vec<Fault>> {
    let mut faults = Vec::new();
    let mut take = |name: &str| text(name, &folder.join(name)).map_err(|wrong| faults.extend(wrong)).unwrap_or_default();
    let (type_toml, form) = (take("type.toml"), take("form.schema.json"));
    let mut words = BTreeMap::new();
    for file in sorted_if_there("words", folder, &mut faults) {
        let Some(language) = named(&file, "ftl") else { continue };
        let place = format!("words/{language}.ftl");
        let unreadable =
            |error: praesto_words::PackUnreadable| vec![Fault { file: place.clone(), wrong: Wrong::NotReadable(error.to_string()) }];
        match text(&place, &file).and_then(|text| pack_messages(&text).map_err(unreadable)) {
            Ok(messages) => {
                words.insert(language, messages);
            }
            Err(wrong) => faults.extend(wrong),
        }
    }
    if !faults.is_empty() {
        return Err(faults);
    }
    let pack = PackText { id: id.to_owned(), type_toml, form, words };
    let case_type = CaseType::read(&pack, calendars)?;
    Ok(Pack { case_type, words: pack.words })
}

/// Files and folders of a folder, by name.
fn sorted(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut paths = fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path())).collect::<io::Result<Vec<_>>>()?;
    paths.sort_unstable();
    Ok(paths)
}

/// As [`sorted`], of a folder inside `parent`: one that is not there is an empty one, and one that cannot be read is a fault.
fn sorted_if_there(name: &str, parent: &Path, faults: &mut Vec<Fault>) -> Vec<PathBuf> {
    sorted(&parent.join(name)).unwrap_or_else(|error| {
        if error.kind() != io::ErrorKind::NotFound {
            faults.push(Fault { file: name.to_owned(), wrong: Wrong::NotReadable(error.to_string()) });
        }
        Vec::new()
    })
}

/// Name of a file without this ending.
fn named(file: &Path, ending: &str) -> Option<String> {
    (file.extension()? == ending).then(|| file.file_stem().map(|name| name.to_string_lossy().into_owned())).flatten()
}

fn text(place: &str, path: &Path) -> Result<String, Vec<Fault>> {
    let fault = |wrong| vec![Fault { file: place.to_owned(), wrong }];
    let mut bytes = Vec::new();
    let read = File::open(path).and_then(|file| file.take(FILE + 1).read_to_end(&mut bytes));
    match read {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Err(fault(Wrong::Missing)),
        Err(error) => Err(fault(Wrong::NotReadable(error.to_string()))),
        Ok(_) if bytes.len() as u64 > FILE => Err(fault(Wrong::NotReadable("it is larger than 1 MiB".to_owned()))),
        Ok(_) => String::from_utf8(bytes).map_err(|_| fault(Wrong::NotReadable("it is not UTF-8".to_owned()))),
    }
}
