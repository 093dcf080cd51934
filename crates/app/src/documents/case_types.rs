//! The document of the office's own case types: versions of packs, each added whole and never written over, and whether they are withdrawn.
//!
//! Whether a pack is sound, and which version counts, is not decided here: this keeps and merges their text.

use automerge::{AutomergeError, ObjType, transaction::Transactable};
use praesto_domain::{
    Moment, PersonId,
    casework::{ChangeRefused, Stamp},
};
use uuid::Uuid;

use super::{
    entries::{Entry, containers, entries},
    error::{ApplyRefused, EditRefused, LoadRefused, ReadRefused},
    merged::{ActorBytes, Applied, Author, Merged},
    removal::Says,
    schema::{CASE_TYPES, PACK_BYTES},
    values::{self, made_with, person_to_scalar, winner},
};
use crate::ids::named;

/// A version of a pack: its id and its files as one text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackFiles {
    pub pack: String,
    pub files: String,
}

impl PackFiles {
    /// The id of this version. It follows from what it says, so that two people who add the same add one.
    pub fn id(&self) -> Uuid {
        named(b"praesto pack", &[self.pack.as_bytes(), self.files.as_bytes()])
    }
}

/// A version of a pack as it stands in the document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackAdded {
    pub version: PackFiles,
    /// On which computer it was added first, and when.
    pub by: Stamp,
    /// Who added it.
    pub person: Option<PersonId>,
    /// Whether no new cases of it are to be made.
    pub withdrawn: bool,
}

/// The office's own case types as a merged document.
#[derive(Clone, Debug)]
pub struct CaseTypesDocument {
    merged: Merged,
}

impl CaseTypesDocument {
    /// The id of this document in the office's space of this id: there is one.
    pub fn id_in(space: Uuid) -> Uuid {
        named(b"praesto case types", &[space.as_bytes()])
    }

    /// One without any.
    pub fn create(actor: &ActorBytes) -> Self {
        Self { merged: Merged::create(&CASE_TYPES, actor) }
    }

    /// Reads what [`save`](Self::save) wrote.
    ///
    /// # Errors
    /// See [`LoadRefused`].
    pub fn load(bytes: &[u8], actor: &ActorBytes) -> Result<Self, LoadRefused> {
        Ok(Self { merged: Merged::load(&CASE_TYPES, bytes, actor)? })
    }

    pub fn save(&self) -> Vec<u8> {
        self.merged.save()
    }

    /// Hashes of the newest changes, sorted.
    pub fn heads(&self) -> Vec<[u8; 32]> {
        self.merged.heads()
    }

    /// Adds a version of a pack, or brings it back where it was withdrawn, and returns the raw bytes of the change; empty where it stands so already.
    ///
    /// # Errors
    /// See [`EditRefused`]; the document is as before.
    pub fn add(&mut self, now: Moment, version: &PackFiles, person: PersonId) -> Result<Vec<u8>, EditRefused> {
        if version.files.len() > PACK_BYTES {
            return Err(ChangeRefused::TooLong { what: "files", limit: PACK_BYTES }.into());
        }
        if self.maps(version.id())?.is_empty() {
            let parents = containers(&self.merged.doc, "versions")?;
            let parent = parents.first().ok_or(EditRefused::Missing { what: "versions" })?;
            let ((), change) = self.merged.commit(now, |tx| {
                let map = tx.put_object(parent, version.id().to_string(), ObjType::Map)?;
                tx.put(&map, "pack", version.pack.as_str())?;
                tx.put(&map, "files", version.files.as_str())?;
                tx.put(&map, "person", person_to_scalar(Some(person)))?;
                Ok::<_, EditRefused>(((), "case-type".to_owned()))
            })?;
            return Ok(change);
        }
        self.set_withdrawn(now, &[version.id()], false)
    }

    /// Withdraws versions, or brings them back.
    ///
    /// # Errors
    /// `Missing` where one is not here; else see [`EditRefused`]. The document is as before.
    pub fn set_withdrawn(&mut self, now: Moment, versions: &[Uuid], withdrawn: bool) -> Result<Vec<u8>, EditRefused> {
        let mut places = Vec::new();
        for version in versions {
            let maps = self.maps(*version)?;
            let first = maps.first().ok_or(EditRefused::Missing { what: "versions" })?.clone();
            if winner(&self.merged.doc, &maps, "withdrawn", values::flag)?.unwrap_or_default() != withdrawn {
                places.push(first);
            }
        }
        let ((), change) = self.merged.commit(now, |tx| {
            for place in &places {
                tx.put(place, "withdrawn", withdrawn)?;
            }
            Ok::<_, EditRefused>(((), "case-type".to_owned()))
        })?;
        Ok(change)
    }

    fn maps(&self, version: Uuid) -> Result<Vec<automerge::ObjId>, AutomergeError> {
        values::objects(&self.merged.doc, &containers(&self.merged.doc, "versions")?, &version.to_string())
    }

    /// Takes in the concatenated raw changes of one save, signed by `author`.
    ///
    /// # Errors
    /// See [`ApplyRefused`]; the document is as before.
    pub fn apply(&mut self, author: &Author, bytes: &[u8]) -> Result<Applied, ApplyRefused> {
        self.merged.apply(author, bytes, Says::Change)
    }

    /// Every version that was added, each once, in the order in which they were.
    ///
    /// # Errors
    /// `Unreadable` when the document is damaged.
    pub fn read(&self) -> Result<Vec<PackAdded>, ReadRefused> {
        self.versions().map_err(|_| ReadRefused::Unreadable)
    }

    fn versions(&self) -> Result<Vec<PackAdded>, AutomergeError> {
        let (doc, history) = (&self.merged.doc, self.merged.history());
        let mut added = Vec::new();
        for Entry { key, maps } in entries(doc, "versions")? {
            let withdrawn = winner(doc, &maps, "withdrawn", values::flag)?.unwrap_or_default();
            for map in &maps {
                let pack = made_with(doc, &history, map, "pack", values::text)?;
                let files = made_with(doc, &history, map, "files", values::text)?;
                let Some((pack, files)) = pack.zip(files) else { continue };
                let version = PackFiles { pack, files };
                // Under the id of a version another one could be laid.
                if version.id().to_string() != key {
                    continue;
                }
                let person = made_with(doc, &history, map, "person", values::person)?.flatten();
                added.push(PackAdded { version, by: history.stamp(map), person, withdrawn });
                break;
            }
        }
        Ok(added)
    }
}
