//! The case types that an office added, as this computer has them: which version of each counts. Each is read once, when it is first asked for, and
//! kept as long as the vault is open.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use praesto_domain::{PersonId, case_types::is_pack_id, casework::Stamp};
use uuid::Uuid;

use super::{FaultAt, Pack, bundle};
use crate::documents::{PackAdded, PackFiles};

/// Versions of one pack that are held: the newest, and what is fallen back on where that is for a newer Praesto.
const HELD: usize = 3;

/// The office's own case types, by their ids.
#[derive(Debug, Default)]
pub(crate) struct OwnCaseTypes {
    packs: BTreeMap<String, OwnPack>,
}

/// A case type of the office.
#[derive(Debug)]
pub(crate) struct OwnPack {
    /// The newest first.
    held: Vec<Held>,
    /// Every version of it.
    pub(crate) versions: Vec<Uuid>,
}

/// A version of a case type.
#[derive(Debug)]
pub(crate) struct Held {
    pub(crate) id: Uuid,
    pub(crate) number: u32,
    pub(crate) by: Stamp,
    pub(crate) person: Option<PersonId>,
    pub(crate) withdrawn: bool,
    files: PackFiles,
    read: Arc<OnceLock<Result<Arc<Pack>, Vec<FaultAt>>>>,
}

impl Held {
    /// What it says, where it can be read here.
    pub(crate) fn pack(&self) -> Option<Arc<Pack>> {
        self.read.get_or_init(|| bundle::read_version(&self.files)).as_ref().ok().cloned()
    }
}

impl OwnPack {
    /// The newest version, whether or not it can be read here.
    pub(crate) fn newest(&self) -> Option<&Held> {
        self.held.first()
    }

    /// The newest version that can be read here.
    pub(crate) fn pack(&self) -> Option<Arc<Pack>> {
        self.held.iter().find_map(Held::pack)
    }
}

impl OwnCaseTypes {
    /// Puts versions in their order: by their numbers, and of two that bear the same one, made apart, by what they say. So it is the same everywhere.
    /// What was read `before` is not read again.
    pub(crate) fn of(added: Vec<PackAdded>, before: &Self) -> Self {
        let mut all: BTreeMap<String, Vec<(u32, Uuid, PackAdded)>> = BTreeMap::new();
        // Under an id that is none, nothing is ever in use: such a one is not even listed.
        for one in added.into_iter().filter(|one| is_pack_id(&one.version.pack)) {
            let id = one.version.id();
            let number = before.held(&one.version.pack, id).map_or_else(|| bundle::number(&one.version), |held| held.number);
            all.entry(one.version.pack.clone()).or_default().push((number, id, one));
        }
        let pack = |(id, mut versions): (String, Vec<(u32, Uuid, PackAdded)>)| {
            versions.sort_by_key(|(number, version, _)| std::cmp::Reverse((*number, *version)));
            let ids = versions.iter().map(|(_, version, _)| *version).collect();
            let held = versions.into_iter().take(HELD).map(|(number, version, one)| Held {
                id: version,
                number,
                by: one.by,
                person: one.person,
                withdrawn: one.withdrawn,
                read: before.held(&id, version).map_or_else(Arc::default, |held| held.read.clone()),
                files: one.version,
            });
            let held = held.collect();
            (id, OwnPack { held, versions: ids })
        };
        Self { packs: all.into_iter().map(pack).collect() }
    }

    fn held(&self, pack: &str, version: Uuid) -> Option<&Held> {
        self.packs.get(pack)?.held.iter().find(|held| held.id == version)
    }

    /// The case type of this id, where one of its versions can be read here.
    pub(crate) fn pack(&self, id: &str) -> Option<Arc<Pack>> {
        self.packs.get(id)?.pack()
    }

    pub(crate) fn get(&self, id: &str) -> Option<&OwnPack> {
        self.packs.get(id)
    }

    /// All of them, in the order of their ids.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&str, &OwnPack)> {
        self.packs.iter().map(|(id, pack)| (id.as_str(), pack))
    }

    /// Whether no new cases of this type are to be made.
    pub(crate) fn is_withdrawn(&self, id: &str) -> bool {
        self.packs.get(id).and_then(OwnPack::newest).is_some_and(|newest| newest.withdrawn)
    }
}
