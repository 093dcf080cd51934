//! An office's own case types: added by an administrator, for everybody. They travel as a document of the office's space; whether whoever wrote there
//! had the right to is judged by every computer that reads it (`documents/admit.rs`).

use std::path::Path;

use praesto_contract::*;
use praesto_domain::casework::Stamp;
use praesto_protocol::register::Role;
use praesto_protocol::{DocumentId, SpaceId};
use praesto_vault::StoredDocument;

use crate::case_types::own::{OwnCaseTypes, OwnPack};
use crate::case_types::{Bundle, BundleRefused, FaultAt, Pack, find_shipped, shipped};
use crate::documents::{CaseTypesDocument, PackFiles};
use crate::error::AppError;
use crate::host::Host;
use crate::office::Office;
use crate::praesto::Core;

/// Faults that are named at once.
const FAULTS: usize = 100;

impl<H: Host> Core<H> {
    pub(crate) fn case_type_list(&self, _: CaseTypeList) -> Result<CaseTypesView, AppError> {
        let office = self.office()?;
        let directory = office.names();
        let names = office.author_names(&directory);
        let own = office.own_case_types();
        let of_praesto = shipped().map(|pack| row(pack.case_type.id(), Some(pack), None, CaseTypeStanding::Shipped, None));
        let of_office = own.iter().filter_map(|(id, pack)| {
            let newest = pack.newest()?;
            let name = |by: Stamp| names.author(by).name;
            let person_name = newest.person.and_then(|person| names.person(person)).unwrap_or_else(|| name(newest.by));
            let added = CaseTypeAddedBy { person_name, at: newest.by.at };
            Some(row(id, pack.pack().as_deref(), Some(newest.number), standing(id, pack), Some(added)))
        });
        Ok(CaseTypesView { may_change: office.may_change_case_types(), types: of_praesto.chain(of_office).collect() })
    }

    pub(crate) fn case_type_add(&self, request: CaseTypeAdd) -> Result<CaseTypeAdded, AppError> {
        let office = self.office()?;
        if !request.only_check {
            office.check_may_change_case_types()?;
        }
        let path = Path::new(&request.path);
        let brought = Bundle::bring(path).map_err(|why| not_taken(why, path))?;
        let pack = match brought.read {
            Ok(pack) => pack,
            Err(faults) => return Ok(faulty(&faults)),
        };
        if find_shipped(&brought.version.pack).is_some() {
            return Err(refused("ships", &pack).into());
        }
        let (id, version) = (brought.version.pack.clone(), pack.case_type.version());
        if request.only_check {
            return Ok(CaseTypeAdded::Sound { id, version });
        }
        let how = office.add_case_type(&pack, &brought.version)?;
        self.told(&office);
        Ok(CaseTypeAdded::Added { id, version, how })
    }

    pub(crate) fn case_type_withdraw(&self, request: CaseTypeWithdraw) -> Result<CaseTypesView, AppError> {
        let office = self.office()?;
        office.check_may_change_case_types()?;
        office.edit_case_types(|document, own, now| {
            let pack = own.get(&request.id).ok_or(AppError::code(ErrorCode::NotFound))?;
            Ok((document.set_withdrawn(now, &pack.versions, request.withdrawn)?, ()))
        })?;
        self.told(&office);
        self.case_type_list(CaseTypeList {})
    }

    /// Tells windows and the background work.
    fn told(&self, office: &Office<H>) {
        self.wake.ring();
        if let Ok(sync) = office.sync_view() {
            self.host.emit(AppEvent::Sync { sync });
        }
    }
}

impl<H: Host> Office<H> {
    /// The document of the office's own case types: beside the directory of names, where everybody reads.
    pub(crate) fn case_types_document(&self) -> Result<(SpaceId, DocumentId), AppError> {
        let space = self.register()?.office_space();
        Ok((space, DocumentId(CaseTypesDocument::id_in(space.0))))
    }

    /// Whether this person may change what case types the office has.
    pub(crate) fn may_change_case_types(&self) -> bool {
        let person = praesto_protocol::PersonId(self.person().0);
        self.register_if_any().is_some_and(|register| register.has_role(person, Role::Administrator))
    }

    pub(crate) fn check_may_change_case_types(&self) -> Result<(), AppError> {
        if self.may_change_case_types() { Ok(()) } else { Err(AppError::code(ErrorCode::NotAllowed)) }
    }

    /// Adds a version of a pack that was found sound.
    fn add_case_type(&self, pack: &Pack, version: &PackFiles) -> Result<CaseTypeHow, AppError> {
        let standing = self.vault.read(|view| Ok::<_, AppError>(view.open_states(&version.pack)?))?;
        self.edit_case_types(|document, own, now| {
            let here = own.get(&version.pack);
            let how = match here.and_then(OwnPack::newest) {
                None => CaseTypeHow::New,
                Some(newest) if newest.id == version.id() && newest.withdrawn => CaseTypeHow::BroughtBack,
                Some(newest) if newest.id == version.id() => CaseTypeHow::Same,
                Some(newest) if newest.number >= pack.case_type.version() => {
                    return Err(refused("older", pack).with("version", newest.number).into());
                }
                Some(_) => {
                    stay_where_they_stand(here.and_then(OwnPack::pack).as_deref(), pack, &standing)?;
                    CaseTypeHow::NewerVersion
                }
            };
            Ok((document.add(now, version, self.person())?, how))
        })
    }

    /// Reads what the office added, as the vault opens.
    pub(crate) fn load_own_case_types(&self) -> Result<(), AppError> {
        let Ok((_, document)) = self.case_types_document() else { return Ok(()) };
        let stored = self.vault.read(|view| Ok::<_, AppError>(view.document(document)?))?;
        if self.take_own_case_types(stored.as_ref()).is_err() {
            // Cases of a type that cannot be read are here all the same, and nobody is locked out.
            tracing::error!("the office's own case types cannot be read");
        }
        Ok(())
    }

    /// Takes what the office added from the document as it is kept.
    pub(crate) fn take_own_case_types(&self, stored: Option<&StoredDocument>) -> Result<(), AppError> {
        let document = stored.map(|stored| CaseTypesDocument::load(&stored.snapshot, &self.actor())).transpose()?;
        let added = document.map(|document| document.read()).transpose()?.unwrap_or_default();
        self.keep_own_case_types(OwnCaseTypes::of(added, &self.own_case_types()));
        Ok(())
    }
}

fn standing(id: &str, pack: &OwnPack) -> CaseTypeStanding {
    let newest = pack.newest();
    if find_shipped(id).is_some() {
        CaseTypeStanding::Replaced
    } else if newest.is_some_and(|newest| newest.withdrawn) {
        CaseTypeStanding::Withdrawn
    } else if newest.is_some_and(|newest| newest.pack().is_some()) {
        CaseTypeStanding::Own
    } else {
        CaseTypeStanding::TooNew
    }
}

fn row(id: &str, pack: Option<&Pack>, number: Option<u32>, standing: CaseTypeStanding, added: Option<CaseTypeAddedBy>) -> CaseTypeRow {
    let name =
        |(language, texts): (&String, &std::collections::BTreeMap<String, String>)| Some((language.clone(), texts.get("type")?.clone()));
    CaseTypeRow {
        id: id.to_owned(),
        names: pack.into_iter().flat_map(|pack| &pack.words).filter_map(name).collect(),
        languages: pack.map(|pack| pack.case_type.languages().to_vec()).unwrap_or_default(),
        version: number.or_else(|| pack.map(|pack| pack.case_type.version())).unwrap_or_default(),
        standing,
        added,
    }
}

fn faulty(faults: &[FaultAt]) -> CaseTypeAdded {
    let said = |one: &FaultAt| PackFault {
        file: one.fault.file.clone(),
        line: one.line.map(|line| line as u64),
        // A reader of TOML draws the place in several lines, and says last what is wrong there.
        text: one.fault.wrong.to_string().trim().lines().last().unwrap_or_default().to_owned(),
    };
    CaseTypeAdded::Faulty { faults: faults.iter().take(FAULTS).map(said).collect(), total: faults.len() as u64 }
}

/// Whether no open case of this computer stands in a state that a newer version lacks: such a one would stand somewhere else from one moment to the
/// next, on every computer.
fn stay_where_they_stand(before: Option<&Pack>, after: &Pack, standing: &[(String, u64)]) -> Result<(), AppError> {
    let lacks =
        |state: &str| after.case_type.state(state).is_none() && before.is_some_and(|before| before.case_type.state(state).is_some());
    let left: Vec<&(String, u64)> = standing.iter().filter(|(state, _)| lacks(state)).collect();
    if left.is_empty() {
        return Ok(());
    }
    let states = left.iter().map(|(state, _)| state.as_str()).collect::<Vec<_>>().join(", ");
    let count: u64 = left.iter().map(|(_, count)| count).sum();
    Err(refused("states", after).with("states", states).with("count", count).into())
}

/// Why a sound pack is not added.
fn refused(reason: &str, pack: &Pack) -> ApiError {
    ApiError::new(ErrorCode::CaseTypeRefused).with("reason", reason).with("id", pack.case_type.id())
}

fn not_taken(why: BundleRefused, path: &Path) -> AppError {
    let no = |code: ErrorCode, reason: &str| ApiError::new(code).with("reason", reason).with("path", path.display());
    match why {
        BundleRefused::NoPack => no(ErrorCode::CaseTypeRefused, "no-pack").into(),
        BundleRefused::ManyPacks => no(ErrorCode::CaseTypeRefused, "many-packs").into(),
        BundleRefused::NoFile => no(ErrorCode::FileRefused, "not-a-file").into(),
        BundleRefused::Archive(refused) => {
            let error = no(ErrorCode::FileRefused, refused.why.code());
            if refused.what.is_empty() { error } else { error.with("what", &refused.what) }.into()
        }
        BundleRefused::Unreadable(source) => AppError::File { path: path.display().to_string(), source },
    }
}
