//! What can be done to the open case, in one place: every change is saved at once, said, and can be taken back.

use praesto_contract::{ApiError, CaseChange, CaseEdit, CaseId, CaseView, Command, NoteId};
use yew::prelude::*;

use crate::{
    backend,
    i18n::{now, random},
    state::{Act, App},
};

/// The hands of the case pane.
#[derive(Clone, PartialEq)]
pub(super) struct Ops {
    pub(super) app: App,
    pub(super) case: CaseId,
    /// Shows the case as it is now.
    pub(super) changed: Callback<CaseView>,
    /// Shows what went wrong, or that nothing did.
    pub(super) failed: Callback<Option<ApiError>>,
}

impl Ops {
    /// Saves changes; `said` is the message shown with Undo.
    pub(super) fn edit(&self, changes: Vec<CaseChange>, said: Option<&str>) {
        self.ask(CaseEdit { case: self.case, changes }, said);
    }

    /// Saves changes and says how it went, so that a form can close or keep what was typed.
    pub(super) fn edit_then(&self, changes: Vec<CaseChange>, said: &str, then: impl FnOnce(Option<ApiError>) + 'static) {
        self.send(CaseEdit { case: self.case, changes }, Some(said), then);
    }

    /// Sends any command that answers with the case; an error is shown over the case.
    pub(super) fn ask<C: Command<Output = CaseView> + 'static>(&self, request: C, said: Option<&str>) {
        let failed = self.failed.clone();
        self.send(request, said, move |error| failed.emit(error));
    }

    fn send<C: Command<Output = CaseView> + 'static>(&self, request: C, said: Option<&str>, then: impl FnOnce(Option<ApiError>) + 'static) {
        let (ops, said) = (self.clone(), said.map(str::to_owned));
        backend::run(request, move |answer| match answer {
            Ok(view) => {
                let undo = view.can_undo.then_some(view.id);
                ops.changed.emit(view);
                if let Some(said) = said {
                    ops.app.dispatch(Act::Toast { text: ops.app.tr.t(&said), danger: false, undo });
                }
                then(None);
            }
            Err(error) => then(Some(error)),
        });
    }

    /// The change that adds a note.
    pub(super) fn note(text: String, corrects: Option<NoteId>) -> CaseChange {
        CaseChange::AddNote { id: NoteId::make(now(), &random()), text, corrects }
    }
}
