//! The document of names: the office, its people, its devices. The register knows them by id only.

use std::collections::BTreeMap;

use automerge::{Automerge, AutomergeError, ObjType, ReadDoc, transaction::Transactable};
use praesto_domain::{
    DeviceId, Moment, PersonId,
    casework::{ChangeRefused, LINE_CHARS},
};

use super::{
    admit,
    entries::{Entry, containers, entries},
    error::{ApplyRefused, EditRefused, LoadRefused, ReadRefused},
    merged::{ActorBytes, Applied, Author, Merged},
    removal::Says,
    schema::{DIRECTORY, ROOT_ID},
    values::{self, winner},
};

/// One change to the directory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DirectoryChange {
    OfficeName { name: String },
    Person { id: PersonId, name: String },
    Device { id: DeviceId, name: String, person: PersonId },
}

/// Names as all known changes say them; of concurrent names the one that every replica shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Directory {
    pub office_name: String,
    pub people: BTreeMap<PersonId, String>,
    pub devices: BTreeMap<DeviceId, (String, PersonId)>,
}

/// The directory as a merged document.
#[derive(Clone, Debug)]
pub struct DirectoryDocument {
    merged: Merged,
}

impl DirectoryDocument {
    /// An empty directory.
    pub fn create(actor: &ActorBytes) -> Self {
        Self { merged: Merged::create(&DIRECTORY, actor) }
    }

    /// Reads what [`save`](Self::save) wrote.
    ///
    /// # Errors
    /// See [`LoadRefused`].
    pub fn load(bytes: &[u8], actor: &ActorBytes) -> Result<Self, LoadRefused> {
        Ok(Self { merged: Merged::load(&DIRECTORY, bytes, actor)? })
    }

    pub fn save(&self) -> Vec<u8> {
        self.merged.save()
    }

    /// Hashes of the newest changes, sorted.
    pub fn heads(&self) -> Vec<[u8; 32]> {
        self.merged.heads()
    }

    /// Makes changes as one and returns the raw bytes of the new change; empty when everything was so already.
    ///
    /// # Errors
    /// See [`EditRefused`]; the document is as before.
    pub fn edit(&mut self, now: Moment, changes: &[DirectoryChange]) -> Result<Vec<u8>, EditRefused> {
        let (people, devices) = (DIRECTORY.container("people"), DIRECTORY.container("devices"));
        let (Some((_, people)), Some((_, devices))) = (people, devices) else { return Err(EditRefused::Missing { what: "people" }) };
        let ((), change) = self.merged.commit(now, |tx| {
            for change in changes {
                match change {
                    DirectoryChange::OfficeName { name } => tx.put(ROOT_ID, "office_name", checked(name)?)?,
                    // However many names others wrote: this program names only people and devices of the register, which are counted there.
                    DirectoryChange::Person { id, name } => tx.put(&people, id.to_string(), checked(name)?)?,
                    DirectoryChange::Device { id, name, person } => {
                        let key = id.to_string();
                        let maps = values::objects(tx, std::slice::from_ref(&devices), &key)?;
                        let map = match maps.first() {
                            Some(map) => map.clone(),
                            None => tx.put_object(&devices, key, ObjType::Map)?,
                        };
                        tx.put(&map, "name", checked(name)?)?;
                        tx.put(&map, "person", person.to_string())?;
                    }
                }
            }
            Ok::<_, EditRefused>(((), "names".to_owned()))
        })?;
        Ok(change)
    }

    /// # Errors
    /// See [`edit`](Self::edit).
    pub fn set_office_name(&mut self, now: Moment, name: &str) -> Result<Vec<u8>, EditRefused> {
        self.edit(now, &[DirectoryChange::OfficeName { name: name.to_owned() }])
    }

    /// # Errors
    /// See [`edit`](Self::edit).
    pub fn set_person(&mut self, now: Moment, id: PersonId, name: &str) -> Result<Vec<u8>, EditRefused> {
        self.edit(now, &[DirectoryChange::Person { id, name: name.to_owned() }])
    }

    /// # Errors
    /// See [`edit`](Self::edit).
    pub fn set_device(&mut self, now: Moment, id: DeviceId, name: &str, person: PersonId) -> Result<Vec<u8>, EditRefused> {
        self.edit(now, &[DirectoryChange::Device { id, name: name.to_owned(), person }])
    }

    /// Takes in the concatenated raw changes of one save, signed by `author`.
    ///
    /// # Errors
    /// See [`ApplyRefused`]; the document is as before.
    pub fn apply(&mut self, author: &Author, bytes: &[u8]) -> Result<Applied, ApplyRefused> {
        self.merged.apply(author, bytes, Says::Change)
    }

    /// The names.
    ///
    /// # Errors
    /// `Unreadable` when the document is damaged.
    pub fn read(&self) -> Result<Directory, ReadRefused> {
        directory(&self.merged.doc).map_err(|_| ReadRefused::Unreadable)
    }
}

fn checked(name: &str) -> Result<&str, ChangeRefused> {
    if name.chars().count() > LINE_CHARS {
        return Err(ChangeRefused::TooLong { what: "name", limit: LINE_CHARS });
    }
    if name.chars().any(char::is_control) {
        return Err(ChangeRefused::Unprintable { what: "name" });
    }
    Ok(name)
}

fn directory(doc: &Automerge) -> Result<Directory, AutomergeError> {
    let mut directory =
        Directory { office_name: winner(doc, &[ROOT_ID], "office_name", values::text)?.unwrap_or_default(), ..Directory::default() };
    let people = containers(doc, "people")?;
    for key in people.iter().flat_map(|parent| doc.keys(parent)).filter(|key| admit::is_id(key)) {
        if let (Ok(id), Some(name)) = (key.parse(), winner(doc, &people, &key, values::text)?) {
            directory.people.insert(id, name);
        }
    }
    for Entry { key, maps } in entries(doc, "devices")? {
        let person = winner(doc, &maps, "person", values::person)?.flatten();
        if let (Ok(id), Some(person)) = (key.parse(), person) {
            let name = winner(doc, &maps, "name", values::text)?.unwrap_or_default();
            directory.devices.insert(id, (name, person));
        }
    }
    Ok(directory)
}
