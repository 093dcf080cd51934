//! Handing cases over, taking them and giving them back: one at a time or a whole caseload, a few cases to a transaction, so that others save
//! in between and a person can stop it.
//!
//! Each case is changed whole or not at all. A caseload of which a part was handed over when the program ended is one act all the same once the
//! person goes on with it.

mod views;

use std::collections::BTreeSet;
use std::sync::MutexGuard;

use praesto_contract::*;
use praesto_domain::casework::{self, Case, CaseChange as Change, EventKind, stands_alone};
use praesto_domain::{EventId, HandOverId};
use praesto_protocol::SpaceId;
use praesto_vault::Writer;
use serde::{Deserialize, Serialize};

use crate::bulk::UNCHECKED;
use crate::drafts;
use crate::error::AppError;
use crate::host::{Host, random};
use crate::office::Office;
use crate::praesto::Core;
use crate::save::EditOptions;

/// Cases that one transaction changes.
const CHUNK: usize = 16;
/// Cases that were left, as far as an answer names them.
const LEFT: usize = 200;
/// Where the act stands that is under way.
const UNDER_WAY: &str = "hand-over";
/// How long an act can be gone on with: a later caseload never joins an old one.
const GOES_ON_MS: i64 = 24 * 60 * 60 * 1000;

/// A hand-over, for each of its cases.
pub(crate) struct Giving<'a> {
    pub(crate) to: PersonId,
    pub(crate) words: &'a str,
    pub(crate) together: HandOverId,
    pub(crate) tasks: bool,
    pub(crate) had: Option<&'a FieldValue>,
    /// The act over many cases that it is.
    pub(crate) act: Option<u64>,
}

/// A hand-over of many cases that may end before its end: gone on with, it is one act.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
struct UnderWay {
    to: PersonId,
    words: String,
    together: HandOverId,
    /// When it began.
    at: Moment,
}

/// What became of some cases: those that were changed, and those that could not be.
type Changed = (Vec<CaseId>, Vec<LeftCase>);

impl<H: Host> Core<H> {
    pub(crate) fn hand_over(&self, request: HandOver) -> Result<HandOverDone, AppError> {
        let office = self.office()?;
        let (to, words) = (request.to, words(&request.words)?);
        let mut had = request.had;
        let (whole, alone) = (request.cases.is_none(), alone(request.cases.as_deref()));
        let _turn = office.turn(alone)?;
        let cases = match request.cases {
            Some(cases) => once(cases),
            None => {
                // Who got one of them meanwhile keeps it.
                had = Some(FieldValue::Text(office.person().to_string()));
                office.vault.read(|view| Ok::<_, AppError>(view.open_cases_of(office.person())?))?
            }
        };
        if to == office.person() || !office.is_at_work(to)? {
            return Err(AppError::invalid("to"));
        }
        let under_way = UnderWay { to, words: words.to_owned(), together: office.make_hand_over(), at: self.host.now() };
        let together = if whole { office.go_on(under_way)? } else { under_way.together };
        let giving = Giving { to, words, together, tasks: request.tasks, had: had.as_ref(), act: None };
        let done = self.one_by_one(&office, &cases, alone, |writer, case| {
            if office.give(writer, case, &giving)? { Ok(()) } else { Err(AppError::invalid("to")) }
        })?;
        // What ended before its end is gone on with: under the same id, with the same words.
        if !done.cancelled && done.stopped.is_none() {
            office.vault.write(|writer| {
                if whole {
                    writer.remove_meta(UNDER_WAY)?;
                }
                drafts::let_go(writer, alone, if done.done > 0 { &request.drafts } else { &[] })
            })?;
        }
        Ok(done)
    }

    pub(crate) fn hand_over_take(&self, request: HandOverTake) -> Result<HandOverDone, AppError> {
        let office = self.office()?;
        let alone = alone(request.cases.as_deref());
        let _turn = office.turn(alone)?;
        let cases = office.named_or_waiting(request.act, request.cases)?;
        self.one_by_one(&office, &cases, alone, |writer, case| office.take(writer, case, request.act))
    }

    pub(crate) fn hand_over_give_back(&self, request: HandOverGiveBack) -> Result<HandOverDone, AppError> {
        let office = self.office()?;
        let words = words(&request.words)?;
        let alone = alone(request.cases.as_deref());
        let _turn = office.turn(alone)?;
        let cases = office.named_or_waiting(request.act, request.cases)?;
        let back = |writer: &mut Writer<'_>, case| office.give_back(writer, case, request.act, words);
        let done = self.one_by_one(&office, &cases, alone, back)?;
        if done.done > 0 && !done.cancelled && done.stopped.is_none() {
            office.vault.write(|writer| drafts::let_go(writer, alone, &request.drafts))?;
        }
        Ok(done)
    }

    pub(crate) fn hand_over_stop(&self, _: HandOverStop) -> Result<(), AppError> {
        self.office()?.handing.end();
        Ok(())
    }

    /// Changes cases, a few to a transaction. What cannot be done to one case is said of it, and holds up no other. Of one that is changed alone
    /// there is no progress to tell, and nothing to end.
    fn one_by_one(
        &self,
        office: &Office<H>,
        cases: &[CaseId],
        alone: Option<CaseId>,
        act: impl Fn(&mut Writer<'_>, CaseId) -> Result<(), AppError>,
    ) -> Result<HandOverDone, AppError> {
        let (mut done, total, mut gone, mut unchecked) = (HandOverDone::default(), cases.len() as u64, 0, 0);
        let ended = || alone.is_none() && office.handing.is_ended();
        for chunk in cases.chunks(CHUNK) {
            match office.change_each(chunk, &mut unchecked, &ended, &act) {
                Ok(None) => {
                    done.cancelled = true;
                    break;
                }
                Ok(Some((changed, left))) => {
                    done.done += changed.len() as u64;
                    done.left_total += left.len() as u64;
                    let room = LEFT.saturating_sub(done.left.len());
                    done.left.extend(left.into_iter().take(room));
                    office.tell(changed);
                }
                // Nothing has happened yet: that is the answer to all of it.
                Err(error) if gone == 0 => return Err(error),
                Err(error) => {
                    done.stopped = Some(error.into());
                    break;
                }
            }
            gone += chunk.len() as u64;
            if alone.is_none() {
                self.host.emit(AppEvent::HandOver { done: gone, total });
            }
            self.used();
            office.vault.give_way();
        }
        self.wake.ring();
        if let Ok(sync) = office.sync_view() {
            self.host.emit(AppEvent::Sync { sync });
        }
        Ok(done)
    }
}

impl<H: Host> Office<H> {
    /// The turn to change more than one case; one alone is changed beside it, like by any other edit.
    fn turn(&self, alone: Option<CaseId>) -> Result<Option<MutexGuard<'_, ()>>, AppError> {
        if alone.is_some() { Ok(None) } else { self.handing.begin().map(Some) }
    }

    /// Changes some cases in one transaction; none of them where the act was ended before. `unchecked` is how many in a row could not be checked.
    fn change_each(
        &self,
        cases: &[CaseId],
        unchecked: &mut usize,
        ended: &impl Fn() -> bool,
        act: impl Fn(&mut Writer<'_>, CaseId) -> Result<(), AppError>,
    ) -> Result<Option<Changed>, AppError> {
        self.still_open()?;
        let mut left = Vec::new();
        let mut ready = Vec::with_capacity(cases.len());
        for case in cases {
            if ended() {
                return Ok(None);
            }
            // What stands here on a colleague's word is built from its records first: that may need the server, and no transaction waits for one.
            // A server that does not answer is asked for no more of them; the edit itself refuses what is not checked.
            let checked = if *unchecked < UNCHECKED { self.check_for_edit(*case) } else { Ok(()) };
            match checked {
                Ok(()) => {
                    *unchecked = if *unchecked < UNCHECKED { 0 } else { *unchecked };
                    ready.push(*case);
                }
                Err(error) if concerns_one(&error) => {
                    *unchecked += 1;
                    left.push((*case, error));
                }
                Err(error) => return Err(error),
            }
        }
        let (changed, mut refused) = self.vault.write(|writer| {
            let (mut changed, mut refused) = (Vec::new(), Vec::new());
            for case in ready {
                match act(writer, case) {
                    Ok(()) => changed.push(case),
                    // It is refused before anything of it is written.
                    Err(error) if concerns_one(&error) => refused.push((case, error)),
                    Err(error) => return Err(error),
                }
            }
            Ok((changed, refused))
        })?;
        left.append(&mut refused);
        Ok(Some((changed, self.left(left)?)))
    }

    fn left(&self, left: Vec<(CaseId, AppError)>) -> Result<Vec<LeftCase>, AppError> {
        if left.is_empty() {
            return Ok(Vec::new());
        }
        self.vault.read(|view| {
            let named = left.into_iter().map(|(case, why)| {
                let row = view.case_projection(case)?;
                let (reference, title) = row.map(|row| (row.reference, row.title)).unwrap_or_default();
                Ok(LeftCase { case, reference, title, why: why.into() })
            });
            named.collect()
        })
    }

    /// The cases that were named, or all of an act that wait for this person.
    fn named_or_waiting(&self, act: HandOverAct, named: Option<Vec<CaseId>>) -> Result<Vec<CaseId>, AppError> {
        match named {
            Some(cases) => Ok(once(cases)),
            None => self.vault.read(|view| Ok(view.waiting_cases(self.person(), act.together, act.giver, u32::MAX)?)),
        }
    }

    pub(crate) fn make_hand_over(&self) -> HandOverId {
        HandOverId::make(self.host.now(), &random(&*self.host))
    }

    /// The act that this is: the one that ended before its end, where that was the same, else a new one.
    fn go_on(&self, new: UnderWay) -> Result<HandOverId, AppError> {
        self.vault.write(|writer| {
            let begun = writer.meta(UNDER_WAY)?.and_then(|bytes| serde_json::from_slice::<UnderWay>(&bytes).ok());
            let lately = |begun: &UnderWay| (0..GOES_ON_MS).contains(&new.at.0.saturating_sub(begun.at.0));
            if let Some(begun) = begun.filter(|begun| (begun.to, &begun.words) == (new.to, &new.words) && lately(begun)) {
                return Ok(begun.together);
            }
            let bytes = serde_json::to_vec(&new).map_err(|_| AppError::Internal("a hand-over cannot be written"))?;
            writer.put_meta(UNDER_WAY, &bytes)?;
            Ok(new.together)
        })
    }

    /// Whether somebody belongs to the office and has not been withdrawn.
    pub(crate) fn is_at_work(&self, person: PersonId) -> Result<bool, AppError> {
        let person = praesto_protocol::PersonId(person.0);
        Ok(self.register()?.people().get(&person).is_some_and(|person| person.withdrawn.is_none()))
    }

    /// Whether a computer of this person can read a space.
    fn reads(&self, person: PersonId, space: SpaceId) -> Result<bool, AppError> {
        Ok(self.register()?.entitled(space).iter().any(|(_, device)| device.person.0 == person.0))
    }

    /// Hands one case over. Says whether that changed anything: who has it already is not handed it again.
    pub(crate) fn give(&self, writer: &mut Writer<'_>, case: CaseId, giving: &Giving<'_>) -> Result<bool, AppError> {
        let space = space_of(writer, case)?;
        if !self.reads(giving.to, space)? {
            return Err(AppError::code(ErrorCode::PersonWithoutAccess));
        }
        self.edit_case_in(writer, case, &EditOptions { act: giving.act, ..remembered() }, |document, now| {
            let before = document.read(case)?;
            let holder = casework::holder(&before);
            let seen = giving.had.is_none_or(|had| stands_alone(&before, &Place::Assignee, had));
            if !seen || before.assignee.is_conflict() {
                return Err(AppError::code(ErrorCode::WrittenMeanwhile));
            }
            if holder == Some(giving.to) {
                return Ok(document.edit(now, &[])?);
            }
            let (words, together) = (giving.words.to_owned(), giving.together);
            let event = EventKind::HandedOver { to: giving.to, words, together, person: self.person() };
            let mut changes = vec![self.happens(event, now), Change::Assign { person: Some(giving.to) }];
            if let Some(holder) = holder.filter(|_| giving.tasks) {
                changes.extend(tasks_to(&before, Some(giving.to), |task| task.assignee.value() == Some(&Some(holder))));
            }
            Ok(document.edit(now, &changes)?)
        })
    }

    /// Takes one case that was handed over.
    pub(crate) fn take(&self, writer: &mut Writer<'_>, case: CaseId, act: HandOverAct) -> Result<(), AppError> {
        self.edit_case_in(writer, case, &remembered(), |document, now| {
            let before = document.read(case)?;
            let of = self.waits(&before, act)?.id;
            Ok(document.edit(now, &[self.happens(EventKind::Taken { of, person: self.person() }, now)])?)
        })
        .map(drop)
    }

    /// Gives one case back.
    pub(crate) fn give_back(&self, writer: &mut Writer<'_>, case: CaseId, act: HandOverAct, words: &str) -> Result<(), AppError> {
        let space = space_of(writer, case)?;
        // Who cannot read it any more does not get it: then it is the team's.
        let back = Some(act.giver).filter(|giver| self.reads(*giver, space).unwrap_or(false));
        self.edit_case_in(writer, case, &remembered(), |document, now| {
            let before = document.read(case)?;
            let waits = self.waits(&before, act)?;
            let event = EventKind::GivenBack { of: waits.id, words: words.to_owned(), person: self.person() };
            let mut changes = vec![self.happens(event, now), Change::Assign { person: back }];
            // Tasks that came along go back along.
            let came = |task: &casework::Task| task.assignee.0.first().is_some_and(|one| one.value == Some(waits.to) && one.by == waits.by);
            changes.extend(tasks_to(&before, back, came));
            Ok(document.edit(now, &changes)?)
        })
        .map(drop)
    }

    /// The hand-over of this act that waits for this person.
    fn waits<'a>(&self, case: &'a Case, act: HandOverAct) -> Result<casework::HandOver<'a>, AppError> {
        let waits = casework::waiting_hand_over(case).filter(|one| {
            let HandOverAct { giver, together } = act;
            (one.to, one.giver, one.together) == (self.person(), giver, together)
        });
        waits.ok_or(AppError::code(ErrorCode::ChangedSince))
    }

    fn happens(&self, event: EventKind, now: Moment) -> Change {
        Change::AddEvent { id: EventId::make(now, &random(&*self.host)), event }
    }
}

/// Gives the open tasks that fit to a person, or to nobody; who does one that two people gave to different ones is for a person to settle.
fn tasks_to(case: &Case, person: Option<PersonId>, fits: impl Fn(&casework::Task) -> bool) -> Vec<Change> {
    let open = casework::open_tasks(case).filter(|task| !task.assignee.is_conflict() && fits(task));
    open.map(|task| Change::EditTask { id: task.id, text: None, due: None, assignee: Some(person) }).collect()
}

fn space_of(writer: &Writer<'_>, case: CaseId) -> Result<SpaceId, AppError> {
    Ok(writer.case_projection(case)?.ok_or(AppError::code(ErrorCode::NotFound))?.space)
}

fn remembered() -> EditOptions {
    EditOptions { undoable: true, ..EditOptions::default() }
}

/// What is said to a colleague, where every case can keep it.
pub(crate) fn words(text: &str) -> Result<&str, AppError> {
    let text = text.trim();
    let fits = text.chars().count() <= HAND_OVER_CHARS && !text.contains('\0');
    if fits { Ok(text) } else { Err(AppError::invalid("words")) }
}

/// The case that is named alone: drafts that are saved are its own then, and else those of no case.
fn alone(named: Option<&[CaseId]>) -> Option<CaseId> {
    if let Some([case]) = named { Some(*case) } else { None }
}

/// Each case once, in the order in which they were named.
fn once(cases: Vec<CaseId>) -> Vec<CaseId> {
    let mut seen = BTreeSet::new();
    cases.into_iter().filter(|case| seen.insert(*case)).collect()
}

/// Whether an error is about one case, and the next may go well.
fn concerns_one(error: &AppError) -> bool {
    match error {
        AppError::Api(error) => error.code != ErrorCode::Locked,
        AppError::Edit(_) | AppError::Load(_) | AppError::Read(_) | AppError::Remote(_) | AppError::TooLarge => true,
        _ => false,
    }
}
