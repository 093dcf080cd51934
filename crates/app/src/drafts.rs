//! What is being typed and not saved yet: kept in the vault of this computer until it is saved or discarded, never signed, searched or sent.

use praesto_contract::{CaseId, DraftList, DraftPut, DraftView, ErrorCode};
use praesto_protocol::DocumentId;
use praesto_vault::{Draft, View, Writer};

use crate::error::AppError;
use crate::host::Host;
use crate::praesto::Core;

/// Longest name of a place in bytes: room for the longest name of a field.
const PLACE: usize = 600;
/// Longest draft in bytes: more than any text that can be saved, so that what is too long to save is not lost either.
const TEXT: usize = 4 << 20;

impl<H: Host> Core<H> {
    pub(crate) fn draft_put(&self, request: DraftPut) -> Result<(), AppError> {
        let DraftPut { case, place, text } = request;
        if place.is_empty() || place.len() > PLACE {
            return Err(AppError::invalid("draft"));
        }
        if text.len() > TEXT {
            return Err(AppError::invalid("text"));
        }
        let at = self.host.now();
        self.office()?.vault.write(|writer| {
            if text.is_empty() {
                return Ok(writer.remove_draft(case, &place)?);
            }
            if let Some(case) = case
                && writer.document(DocumentId(case.0))?.is_none()
            {
                return Err(AppError::code(ErrorCode::NotFound));
            }
            Ok(writer.put_draft(case, &Draft { place, text, at })?)
        })
    }

    pub(crate) fn draft_list(&self, request: DraftList) -> Result<Vec<DraftView>, AppError> {
        self.office()?.vault.read(|view| drafts(view, request.case))
    }
}

/// What stands unsaved, as screens show it.
pub(crate) fn drafts(view: &View<'_>, case: Option<CaseId>) -> Result<Vec<DraftView>, AppError> {
    let kept = view.drafts(case)?;
    Ok(kept.into_iter().map(|Draft { place, text, at }| DraftView { place, text, at }).collect())
}

/// Lets go of drafts that the same transaction saves.
pub(crate) fn let_go(writer: &mut Writer<'_>, case: Option<CaseId>, places: &[String]) -> Result<(), AppError> {
    Ok(places.iter().try_for_each(|place| writer.remove_draft(case, place))?)
}
