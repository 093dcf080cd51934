//! What can be done to the open case, in one place: every change is saved at once, said, and can be taken back.

use std::cell::{Cell, RefCell};
use std::collections::{HashMap, hash_map::Entry};
use std::rc::Rc;

use praesto_contract::{
    ApiError, CaseChange, CaseEdit, CaseId, CaseView, Command, ConflictValue, ConflictView, Day, ErrorCode, FieldValue, NoteId, Over,
    PersonId, Place,
};
use praesto_domain::casework::writes;
use yew::prelude::*;

use super::places::place_value;
use crate::{
    backend,
    components::{Stands, Typed, Wrong},
    drafts::{Draft, Saving},
    i18n::{now, random},
    state::{Act, App, Undo},
};

/// Saves a choice over the value that is handed to it.
type Choice = Box<dyn FnOnce(FieldValue)>;

thread_local! {
    /// Places for which a choice is being saved, each with the one that was made since.
    static CHOOSING: RefCell<HashMap<(CaseId, Place), Option<Choice>>> = RefCell::default();
}

/// The hands of the case pane.
#[derive(Clone, PartialEq)]
pub(super) struct Ops {
    pub(super) app: App,
    pub(super) case: CaseId,
    /// Its case type.
    pub(super) case_type: AttrValue,
    /// Where several values wait to be settled.
    pub(super) conflicts: Rc<Vec<ConflictView>>,
    /// Shows the case as it is now.
    pub(super) changed: Callback<CaseView>,
    /// Shows what went wrong, or that nothing did.
    pub(super) failed: Callback<Option<ApiError>>,
}

impl Ops {
    /// Saves changes that write over nothing; `said` is the message shown with Undo. An error is shown over the case.
    pub(super) fn edit(&self, changes: Vec<CaseChange>, said: Option<&str>) {
        self.ask(CaseEdit { case: self.case, changes, drafts: Vec::new(), over: Vec::new() }, said);
    }

    /// Saves what was chosen over what was shown. An error is shown over the case; then `refused` has the choice show again what stood there.
    pub(super) fn choose(&self, change: CaseChange, over: Over, said: Option<&'static str>, refused: impl FnOnce() + 'static) {
        let (ops, Over { place, value }) = (self.clone(), over);
        let at = (self.case, place.clone());
        let choice: Choice = Box::new(move |value| ops.save_choice(change, Over { place, value }, said, refused));
        // Who chooses again before the first choice is saved has seen what they chose: the last goes over the first.
        let now = CHOOSING.with_borrow_mut(|choosing| match choosing.entry(at) {
            Entry::Occupied(mut saving) => {
                saving.insert(Some(choice));
                None
            }
            Entry::Vacant(free) => {
                free.insert(None);
                Some(choice)
            }
        });
        if let Some(choice) = now {
            choice(value);
        }
    }

    fn save_choice(&self, change: CaseChange, over: Over, said: Option<&str>, refused: impl FnOnce() + 'static) {
        let (failed, at) = (self.failed.clone(), (self.case, over.place.clone()));
        let chosen = writes(&change).into_iter().find(|(place, _)| *place == over.place).map(|(_, value)| value);
        self.edit_then(vec![change], vec![over], Vec::new(), said, move |problem| {
            let next = CHOOSING.with_borrow_mut(|choosing| choosing.remove(&at)).flatten();
            if problem.is_some() {
                refused();
            }
            let saved = problem.is_none();
            failed.emit(problem);
            if let (true, Some(next), Some(chosen)) = (saved, next, chosen) {
                CHOOSING.with_borrow_mut(|choosing| choosing.insert(at, None));
                next(chosen);
            }
        });
    }

    /// What stands at a place that shows `value`.
    pub(super) fn stands(&self, place: Place, value: FieldValue) -> Stands {
        let conflict = self.conflicts.iter().find(|conflict| conflict.place == place);
        let said = |one: &ConflictValue| place_value(&self.app, &self.case_type, &place, &one.value);
        let several = conflict.map_or_else(Vec::new, |conflict| conflict.values.iter().map(said).collect());
        Stands { over: Over { place, value }, several }
    }

    /// Saves what was typed into a field; what is wrong with it is said beside the field.
    pub(super) fn keep(&self, changes: Vec<CaseChange>, said: Option<&str>, typed: &Typed) {
        let (done, tr) = (typed.done.clone(), self.app.tr.clone());
        self.edit_then(changes, vec![typed.over.clone()], vec![typed.draft.clone()], said, move |problem| {
            done.emit(problem.map(|error| Wrong::of(&tr, &error)));
        });
    }

    /// Saves changes together with the drafts that they come from, and says how it went, so that a form can close or keep what was typed.
    pub(super) fn edit_then(
        &self,
        changes: Vec<CaseChange>,
        over: Vec<Over>,
        drafts: Vec<Draft>,
        said: Option<&str>,
        then: impl FnOnce(Option<ApiError>) + 'static,
    ) {
        let case = self.case;
        self.send_then(drafts, said, move |drafts| CaseEdit { case, changes, drafts, over }, then);
    }

    /// Sends any command that answers with the case and saves drafts with it, and says how it went.
    pub(super) fn send_then<C: Command<Output = CaseView> + 'static>(
        &self,
        drafts: Vec<Draft>,
        said: Option<&str>,
        request: impl FnOnce(Vec<String>) -> C + 'static,
        then: impl FnOnce(Option<ApiError>) + 'static,
    ) {
        let (ops, said) = (self.clone(), said.map(str::to_owned));
        wasm_bindgen_futures::spawn_local(async move {
            let saving = Saving::begin(drafts).await;
            let answer = backend::call(request(saving.places())).await;
            saving.end(answer.is_ok());
            then(ops.take(answer, said.as_deref()));
        });
    }

    /// Sends any command that answers with the case; an error is shown over the case.
    pub(super) fn ask<C: Command<Output = CaseView> + 'static>(&self, request: C, said: Option<&str>) {
        self.ask_saying(request, said.map(|said| self.app.tr.t(said)));
    }

    /// As [`ask`](Self::ask), with a text that says how many.
    pub(super) fn ask_saying<C: Command<Output = CaseView> + 'static>(&self, request: C, said: Option<String>) {
        let ops = self.clone();
        backend::run(request, move |answer| ops.failed.emit(ops.show(answer, said)));
    }

    /// Shows the case that came back and says what was done, or gives the error.
    pub(super) fn take(&self, answer: Result<CaseView, ApiError>, said: Option<&str>) -> Option<ApiError> {
        self.show(answer, said.map(|said| self.app.tr.t(said)))
    }

    fn show(&self, answer: Result<CaseView, ApiError>, said: Option<String>) -> Option<ApiError> {
        match answer {
            Ok(view) => {
                let undo = view.can_undo.then_some(Undo::Case(view.id));
                self.changed.emit(view);
                // What can be taken back is this, or nothing: not what was done before it.
                self.app.dispatch(Act::SavedQuietly);
                if let Some(text) = said {
                    self.app.dispatch(Act::Toast { text, danger: false, undo });
                }
                None
            }
            Err(error) => {
                // What stands there is shown at once, not with the next news.
                if error.code == ErrorCode::WrittenMeanwhile {
                    self.app.dispatch(Act::CasesChanged);
                }
                Some(error)
            }
        }
    }

    /// The change that adds a note.
    pub(super) fn note(text: String, corrects: Option<NoteId>) -> CaseChange {
        CaseChange::AddNote { id: NoteId::make(now(), &random()), text, corrects }
    }
}

/// A text as it stands at a place.
pub(super) fn text(text: &str) -> FieldValue {
    FieldValue::Text(text.to_owned())
}

/// A day, or none, as it stands at a place.
pub(super) fn day(day: Option<Day>) -> FieldValue {
    day.map_or(FieldValue::Empty, FieldValue::Day)
}

/// A person, or nobody, as they stand at a place.
pub(super) fn person(person: Option<PersonId>) -> FieldValue {
    person.map_or(FieldValue::Empty, |person| FieldValue::Text(person.to_string()))
}

/// A form that is saved once, however often its button is pressed.
#[derive(Clone)]
pub(super) struct Submit {
    under_way: Rc<Cell<bool>>,
    error: UseStateHandle<Option<ApiError>>,
}

#[hook]
pub(super) fn use_submit() -> Submit {
    let under_way = use_memo((), |()| Cell::new(false));
    Submit { under_way, error: use_state(|| None) }
}

impl Submit {
    /// What was refused.
    pub(super) fn error(&self) -> Option<ApiError> {
        (*self.error).clone()
    }

    /// What was refused was let go of.
    pub(super) fn discarded(&self) -> Callback<()> {
        let error = self.error.setter();
        Callback::from(move |()| error.set(None))
    }

    /// Saves changes that write over nothing, and calls `done` when they are saved. What is refused stays in its fields.
    pub(super) fn edit(&self, ops: &Ops, changes: Vec<CaseChange>, drafts: Vec<Draft>, said: &str, done: impl FnOnce() + 'static) {
        self.edit_over(ops, changes, Vec::new(), drafts, said, done);
    }

    /// As [`Self::edit`], over what was shown.
    pub(super) fn edit_over(
        &self,
        ops: &Ops,
        changes: Vec<CaseChange>,
        over: Vec<Over>,
        drafts: Vec<Draft>,
        said: &str,
        done: impl FnOnce() + 'static,
    ) {
        let case = ops.case;
        self.send(ops, drafts, said, move |drafts| CaseEdit { case, changes, drafts, over }, done);
    }

    /// Sends any command that answers with the case, and calls `done` when it is done. What is refused stays in its fields.
    pub(super) fn send<C: Command<Output = CaseView> + 'static>(
        &self,
        ops: &Ops,
        drafts: Vec<Draft>,
        said: &str,
        request: impl FnOnce(Vec<String>) -> C + 'static,
        done: impl FnOnce() + 'static,
    ) {
        if self.under_way.replace(true) {
            return;
        }
        self.error.set(None);
        let (under_way, error) = (self.under_way.clone(), self.error.setter());
        ops.send_then(drafts, Some(said), request, move |problem| {
            under_way.set(false);
            if problem.is_none() {
                done();
            }
            error.set(problem);
        });
    }
}
