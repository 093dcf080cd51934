//! What is being typed: kept in the vault of this computer while it is typed, so that neither a lock nor the end of the program loses it.
//!
//! The book is what this window knows of drafts, and the truth while the office is open. It is handed to the vault one put at a time, so that no
//! older text can overtake a newer one, or a save.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use gloo_timers::{callback::Timeout, future::TimeoutFuture};
use praesto_contract::{ApiError, CaseId, DraftPut, DraftView, ErrorCode};
use yew::prelude::*;

use crate::backend;

/// How long typing gathers before it is kept, in milliseconds.
const GATHER: u32 = 400;
/// How often a save looks whether a put under way has ended, and how long it waits at most.
const LOOK: (u32, u32) = (10, 300);

type Key = (Option<CaseId>, String);

struct Kept {
    text: String,
    /// Whether it was found here, rather than typed since the case was opened.
    found: bool,
    /// The value that it was typed over; unknown where it was found in the vault.
    over: Option<String>,
}

#[derive(Default)]
struct Book {
    kept: BTreeMap<Key, Kept>,
    /// Cases whose drafts were read from the vault.
    read: BTreeSet<Option<CaseId>>,
    /// What the vault does not have yet as it stands here.
    waiting: BTreeSet<Key>,
    timer: Option<Timeout>,
    putting: bool,
}

impl Book {
    /// Has the vault brought to what stands here, once typing has gathered.
    fn put_soon(&mut self, key: Key) {
        self.waiting.insert(key);
        self.timer.get_or_insert_with(|| Timeout::new(GATHER, put_now));
    }
}

/// What to do when something typed cannot be kept.
type WhenRefused = Box<dyn Fn(ApiError)>;

thread_local! {
    static BOOK: RefCell<Book> = RefCell::default();
    static WHEN_REFUSED: RefCell<Option<WhenRefused>> = const { RefCell::new(None) };
}

/// Calls `refused` when something typed cannot be kept.
pub(crate) fn when_refused(refused: impl Fn(ApiError) + 'static) {
    WHEN_REFUSED.set(Some(Box::new(refused)));
}

/// Takes in what the vault holds, the first time that a case is read. From then on this window knows better.
pub(crate) fn learn(case: Option<CaseId>, drafts: &[DraftView]) {
    BOOK.with_borrow_mut(|book| {
        if book.read.insert(case) {
            for DraftView { place, text, .. } in drafts {
                book.kept.entry((case, place.clone())).or_insert_with(|| Kept { text: text.clone(), found: true, over: None });
            }
        }
    });
}

/// Forgets everything: the vault is shut, and has it.
pub(crate) fn forget() {
    BOOK.take();
}

/// Whether something unsaved stands in one of these places.
pub(crate) fn any(case: Option<CaseId>, places: &[&str]) -> bool {
    BOOK.with_borrow(|book| places.iter().any(|place| book.kept.contains_key(&(case, (*place).to_owned()))))
}

/// What follows `prefix` in the names of those places of a case that hold something unsaved.
pub(crate) fn after(case: CaseId, prefix: &str) -> Vec<String> {
    BOOK.with_borrow(|book| {
        let places = book.kept.keys().filter(|(of, _)| *of == Some(case));
        places.filter_map(|(_, place)| place.strip_prefix(prefix)).map(str::to_owned).collect()
    })
}

/// How many places of a case hold something unsaved that was found there.
pub(crate) fn found(case: CaseId) -> u64 {
    BOOK.with_borrow(|book| book.kept.iter().filter(|((of, _), kept)| *of == Some(case) && kept.found).count() as u64)
}

/// Marks everything of a case as found: the person comes back to it.
pub(crate) fn come_back(case: CaseId) {
    BOOK.with_borrow_mut(|book| book.kept.iter_mut().filter(|((of, _), _)| *of == Some(case)).for_each(|(_, kept)| kept.found = true));
}

/// Hands over what waits and waits until the vault has it, at most a few seconds.
pub(crate) async fn settled() {
    put_now();
    rest().await;
}

/// Whether something typed is not in the vault as it stands here.
pub(crate) fn unkept() -> bool {
    BOOK.with_borrow(|book| book.putting || !book.waiting.is_empty())
}

/// Waits until no put is under way.
async fn rest() {
    for _ in 0..LOOK.1 {
        if !BOOK.with_borrow(|book| book.putting) {
            return;
        }
        TimeoutFuture::new(LOOK.0).await;
    }
}

/// Hands over what waits, without waiting for more to be typed.
pub(crate) fn put_now() {
    let start = BOOK.with_borrow_mut(|book| {
        book.timer = None;
        !std::mem::replace(&mut book.putting, true)
    });
    if start {
        wasm_bindgen_futures::spawn_local(async {
            while let Some((case, place)) = BOOK.with_borrow_mut(|book| book.waiting.pop_first()) {
                let text = text(case, &place).unwrap_or_default();
                if let Err(error) = backend::call(DraftPut { case, place: place.clone(), text }).await {
                    refused((case, place), error);
                    break;
                }
            }
            BOOK.with_borrow_mut(|book| book.putting = false);
        });
    }
}

/// What could not be kept waits for the next key; a shut vault takes nothing any more.
fn refused(key: Key, error: ApiError) {
    if error.code == ErrorCode::Locked {
        return;
    }
    BOOK.with_borrow_mut(|book| book.waiting.insert(key));
    WHEN_REFUSED.with_borrow(|refused| refused.iter().for_each(|refused| refused(error.clone())));
}

fn text(case: Option<CaseId>, place: &str) -> Option<String> {
    BOOK.with_borrow(|book| book.kept.get(&(case, place.to_owned())).map(|kept| kept.text.clone()))
}

/// Where drafts of the components below belong: a case, or one that is not made yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Desk(pub(crate) Option<CaseId>);

/// What is being typed in one place.
#[derive(Clone)]
pub(crate) struct Draft {
    case: Option<CaseId>,
    place: AttrValue,
    drawn: UseForceUpdateHandle,
}

/// The draft of a place of the case around.
#[hook]
pub(crate) fn use_draft(place: impl Into<AttrValue>) -> Draft {
    let desk = use_context::<Desk>();
    Draft { case: desk.and_then(|desk| desk.0), place: place.into(), drawn: use_force_update() }
}

impl Draft {
    /// The draft of another place, drawn with this one: for as many places as a form happens to have.
    pub(crate) fn beside(&self, place: impl Into<AttrValue>) -> Self {
        Self { place: place.into(), ..self.clone() }
    }

    fn key(&self) -> Key {
        (self.case, self.place.to_string())
    }

    /// What stands unsaved; none where nothing does.
    pub(crate) fn typed(&self) -> Option<String> {
        text(self.case, &self.place)
    }

    /// What stands unsaved, or nothing.
    pub(crate) fn text(&self) -> String {
        self.typed().unwrap_or_default()
    }

    /// The same without space around it.
    pub(crate) fn trimmed(&self) -> String {
        self.text().trim().to_owned()
    }

    /// Whether it was found here, rather than typed just now.
    pub(crate) fn found(&self) -> bool {
        BOOK.with_borrow(|book| book.kept.get(&self.key()).is_some_and(|kept| kept.found))
    }

    /// The value that it was typed over, where that is known.
    pub(crate) fn over(&self) -> Option<String> {
        BOOK.with_borrow(|book| book.kept.get(&self.key()).and_then(|kept| kept.over.clone()))
    }

    /// Takes what is typed.
    pub(crate) fn set(&self, text: String) {
        self.keep(text, None);
    }

    /// Takes what is typed over a value. What stands unsaved already stays a draft over the value that it was begun on.
    pub(crate) fn set_over(&self, text: String, value: &str) {
        self.keep(text, Some(value.to_owned()));
    }

    fn keep(&self, text: String, over: Option<String>) {
        BOOK.with_borrow_mut(|book| {
            let begun = book.kept.remove(&self.key());
            let (found, over) = begun.map_or((false, over), |kept| (kept.found, kept.over));
            book.kept.insert(self.key(), Kept { text, found, over });
            book.put_soon(self.key());
        });
        self.drawn.force_update();
    }

    /// Lets go of it, here and in the vault.
    pub(crate) fn discard(&self) {
        if self.typed().is_some() {
            BOOK.with_borrow_mut(|book| {
                book.kept.remove(&self.key());
                book.waiting.insert(self.key());
            });
            put_now();
            self.drawn.force_update();
        }
    }

    pub(crate) fn oninput(&self) -> Callback<String> {
        self.oninput_and(|| ())
    }

    /// As [`Self::oninput`]; `typed` lets go of what was said about the text before.
    pub(crate) fn oninput_and(&self, typed: impl Fn() + 'static) -> Callback<String> {
        let draft = self.clone();
        Callback::from(move |text| {
            typed();
            draft.set(text);
        })
    }
}

/// Drafts that a save carries with it: the vault lets go of them in the same act.
pub(crate) struct Saving(Vec<(Draft, Option<String>)>);

impl Saving {
    /// Takes the drafts as they stand now; nothing of them is put any more.
    pub(crate) async fn begin(drafts: Vec<Draft>) -> Self {
        let saving = Self(drafts.into_iter().map(|draft| (draft.clone(), draft.typed())).collect());
        BOOK.with_borrow_mut(|book| book.waiting.retain(|key| saving.0.iter().all(|(draft, _)| draft.key() != *key)));
        if !saving.0.is_empty() {
            rest().await;
        }
        saving
    }

    pub(crate) fn places(&self) -> Vec<String> {
        self.0.iter().map(|(draft, _)| draft.place.to_string()).collect()
    }

    /// After the answer: what was saved is let go of. What was refused, or typed since, is kept.
    pub(crate) fn end(self, saved: bool) {
        for (draft, text) in self.0 {
            let key = draft.key();
            if saved && draft.typed() == text {
                BOOK.with_borrow_mut(|book| {
                    book.kept.remove(&key);
                    // A put that went out during the save may have reached the vault after it.
                    if book.putting || book.waiting.contains(&key) {
                        book.put_soon(key);
                    }
                });
                draft.drawn.force_update();
            } else if let Some(typed) = draft.typed() {
                if saved {
                    // What was typed since goes on from what was saved.
                    BOOK.with_borrow_mut(|book| {
                        if let Some(kept) = book.kept.get_mut(&key) {
                            kept.over = text;
                        }
                    });
                }
                draft.set(typed);
            }
        }
    }
}
