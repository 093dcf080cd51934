//! Acts over many cases: each case is judged as if it were the only one, by the very functions that judge a single act, and changed whole or not at
//! all. A few cases share a transaction; between these, whoever else wants to save goes first.

use std::collections::HashSet;
use std::sync::PoisonError;

use praesto_contract::*;
use praesto_domain::HandOverId;
use praesto_domain::case_types::workflow::{At, Refused};
use praesto_domain::casework::{CaseChange as Change, stands_at, status, validate};
use praesto_vault::{ActCase, ActWhat, CaseNews, Writer};

use crate::case_types::acts::{Standing, refused};
use crate::case_types::{GENERAL, find_shipped};
use crate::cases::is_in_vain;
use crate::documents::EditRefused;
use crate::error::AppError;
use crate::hand_over::{Giving, words};
use crate::host::Host;
use crate::office::Office;
use crate::praesto::Core;

/// Cases that one transaction changes.
const CHUNK: usize = 16;
/// Cases that a request can name one by one.
const NAMED: usize = 10_000;
/// Cases left that an answer names.
const ROWS: usize = 1_000;
/// After so many cases in a row that could not be checked, the server is asked for no more of them.
pub(crate) const UNCHECKED: usize = 3;

/// A case that an act is to come to.
pub(crate) struct Todo {
    case: CaseId,
    /// What its row said; none where there is no such case here.
    seen: Option<CaseNews>,
}

/// What a list held when somebody was asked what to do to all of it. One is held at a time.
#[derive(Default)]
pub(crate) struct Held {
    number: u64,
    cases: Option<Vec<Todo>>,
}

/// An act, for each of its cases.
struct Acting<'a> {
    number: u64,
    what: &'a BulkAct,
    /// What a colleague to whom the cases go is handed them by, all at once.
    together: HandOverId,
}

/// What became of one case.
enum Fate {
    Done,
    Same,
    Left(AppError),
}

impl<H: Host> Core<H> {
    pub(crate) fn cases_act(&self, request: CasesAct) -> Result<CasesActed, AppError> {
        let office = self.office()?;
        fits(&request.act)?;
        let _turn = office.acting.begin()?;
        match (office.colleague(&request.act), &request.act) {
            (Some(to), _) if !office.is_at_work(to)? => return Err(AppError::invalid("person")),
            // They would be lost.
            (None, BulkAct::Assign { words, .. }) if !words.trim().is_empty() => return Err(AppError::invalid("words")),
            _ => {}
        }
        let todo = office.todo(&request.which)?;
        let act = office.vault.write(|writer| Ok::<_, AppError>(writer.begin_act()?))?;
        let acting = Acting { number: act, what: &request.act, together: office.make_hand_over() };
        let edits = !matches!(request.act, BulkAct::Pin { .. } | BulkAct::Seen);
        let acted = self.over_many(
            &office,
            &todo,
            |one| (one.case, edits),
            |writer, one| {
                let seen = one.seen.as_ref().ok_or(AppError::code(ErrorCode::NotFound));
                Ok(match seen.and_then(|seen| writer.part(|writer| office.act_on(writer, &acting, seen))) {
                    Ok(true) => Fate::Done,
                    Ok(false) => Fate::Same,
                    Err(error) => Fate::Left(error),
                })
            },
        )?;
        Ok(CasesActed { act: (acted.done > 0).then_some(ActId(act)), ..acted })
    }

    pub(crate) fn cases_hold(&self, request: CasesHold) -> Result<CasesHeld, AppError> {
        let office = self.office()?;
        let cases = office.listed(&request.asks, &request.except)?;
        let count = cases.len() as u64;
        let mut held = office.held.lock().unwrap_or_else(PoisonError::into_inner);
        *held = Held { number: held.number + 1, cases: Some(cases) };
        Ok(CasesHeld { held: HeldId(held.number), count })
    }

    pub(crate) fn cases_stop(&self, _: CasesStop) -> Result<(), AppError> {
        self.office()?.acting.end();
        Ok(())
    }

    pub(crate) fn cases_undo(&self, request: CasesUndo) -> Result<CasesActed, AppError> {
        let office = self.office()?;
        let _turn = office.acting.begin()?;
        let act = request.act.0;
        let held = office.vault.read(|view| Ok::<_, AppError>(view.act_cases(act)?))?;
        if held.is_empty() {
            return Err(AppError::code(ErrorCode::NothingToUndo));
        }
        self.over_many(&office, &held, |one| (one.case, one.what == ActWhat::File), |writer, one| office.back_in(writer, act, one))
    }

    /// Comes to each case in its turn, a few in one transaction, until all are done or somebody ends it. `of` says which case is meant, and whether its
    /// file is changed.
    fn over_many<T>(
        &self,
        office: &Office<H>,
        cases: &[T],
        of: impl Fn(&T) -> (CaseId, bool),
        change: impl Fn(&mut Writer<'_>, &T) -> Result<Fate, AppError>,
    ) -> Result<CasesActed, AppError> {
        let (mut acted, mut changed, mut at, mut unchecked) = (CasesActed::default(), Vec::new(), 0, 0);
        let total = cases.len() as u64;
        self.host.emit(AppEvent::Acting { done: 0, total });
        while at < cases.len() {
            if office.acting.is_ended() {
                acted.stopped = true;
                break;
            }
            let chunk = &cases[at..cases.len().min(at + CHUNK)];
            for (case, _) in chunk.iter().map(&of).filter(|(_, edits)| *edits) {
                // What still cannot be edited after this is refused by the edit itself.
                if unchecked < UNCHECKED {
                    unchecked = if office.check_for_edit(case).is_err() { unchecked + 1 } else { 0 };
                }
            }
            match office.chunk(chunk, &of, &change, &mut acted) {
                Ok(fates) => {
                    at += fates.len();
                    changed.extend(fates.into_iter().flatten());
                }
                Err(error) if acted.done == 0 => return Err(error),
                Err(error) => {
                    acted.ended_by = Some(error.into());
                    break;
                }
            }
            self.host.emit(AppEvent::Acting { done: at as u64, total });
            self.used();
            office.vault.give_way();
        }
        office.tell(changed);
        self.wake.ring();
        if let Ok(sync) = office.sync_view() {
            self.host.emit(AppEvent::Sync { sync });
        }
        Ok(acted)
    }
}

impl<H: Host> Office<H> {
    /// The cases that an act is for, as they stand in the lists when it begins.
    fn todo(&self, which: &Which) -> Result<Vec<Todo>, AppError> {
        match which {
            Which::Cases { cases } if cases.len() > NAMED => Err(AppError::invalid("cases")),
            Which::Cases { cases } => self.vault.read(|view| {
                let mut named = HashSet::new();
                let each = cases.iter().filter(|marked| named.insert(marked.case)).map(|Marked { case, seen }| {
                    let now = view.case_news_row(*case)?;
                    let seen = now.map(|now| match seen.clone() {
                        Some(RowSeen { assignee, status, state }) => CaseNews { assignee, status, state, ..now },
                        None => now,
                    });
                    Ok(Todo { case: *case, seen })
                });
                each.collect()
            }),
            Which::List { asks, except } => self.listed(asks, except),
            Which::Held { held } => {
                let mut last = self.held.lock().unwrap_or_else(PoisonError::into_inner);
                let cases = if last.number == held.0 { last.cases.take() } else { None };
                cases.ok_or(AppError::code(ErrorCode::ChangedSince))
            }
        }
    }

    /// What a list holds now, with what its rows say.
    fn listed(&self, asks: &ListAsks, except: &[CaseId]) -> Result<Vec<Todo>, AppError> {
        if self.is_empty(asks) {
            return Ok(Vec::new());
        }
        let except: HashSet<CaseId> = except.iter().copied().collect();
        let filter = self.filter(asks)?;
        let rows = self.vault.read(|view| Ok::<_, AppError>(view.case_news_rows(&filter)?))?;
        let all = rows.into_iter().filter(|row| !except.contains(&row.id));
        Ok(all.map(|row| Todo { case: row.id, seen: Some(row) }).collect())
    }

    /// The colleague to whom an act gives its cases.
    fn colleague(&self, act: &BulkAct) -> Option<PersonId> {
        match act {
            BulkAct::Assign { person, .. } => person.filter(|person| *person != self.person()),
            _ => None,
        }
    }

    /// One transaction: as many of these cases as others leave time for, at least one. Gives for each that it came to whether it was changed.
    fn chunk<T>(
        &self,
        cases: &[T],
        of: impl Fn(&T) -> (CaseId, bool),
        change: impl Fn(&mut Writer<'_>, &T) -> Result<Fate, AppError>,
        acted: &mut CasesActed,
    ) -> Result<Vec<Option<CaseId>>, AppError> {
        self.still_open()?;
        let fates = self.vault.write(|writer| {
            let mut fates = Vec::with_capacity(cases.len());
            for one in cases {
                let case = of(one).0;
                let fate = change(writer, one)?;
                fates.push((case, left(writer, case, fate)?));
                if self.vault.is_wanted() {
                    break;
                }
            }
            Ok::<_, AppError>(fates)
        })?;
        // Counted once it is durable.
        let count = |(case, fate): (CaseId, Result<bool, CaseLeft>)| match fate {
            Ok(true) => {
                acted.done += 1;
                Some(case)
            }
            Ok(false) => {
                acted.same += 1;
                None
            }
            Err(row) => {
                acted.left += 1;
                acted.rows.extend(Some(row).filter(|_| acted.rows.len() < ROWS));
                None
            }
        };
        Ok(fates.into_iter().map(count).collect())
    }

    /// Does to one case what the act says. Says whether that changed anything.
    fn act_on(&self, writer: &mut Writer<'_>, acting: &Acting<'_>, seen: &CaseNews) -> Result<bool, AppError> {
        let (case, act) = (seen.id, acting.number);
        let edit = |change: Change, over: Vec<Over>| CaseEdit { case, changes: vec![change], drafts: Vec::new(), over };
        let (done, noted) = match acting.what {
            BulkAct::Assign { person, words, tasks } => {
                let now = writer.case_news_row(case)?.ok_or(AppError::code(ErrorCode::NotFound))?;
                // Who has it already is not given it again.
                let has_it = now.assignee == *person && !now.conflict;
                let value = seen.assignee.map_or(FieldValue::Empty, |person| FieldValue::Text(person.to_string()));
                let assigned = match self.colleague(acting.what) {
                    _ if has_it => false,
                    Some(to) => {
                        let (words, together) = (words.trim(), acting.together);
                        self.give(writer, case, &Giving { to, words, together, tasks: *tasks, had: Some(&value), act: Some(act) })?
                    }
                    None => {
                        let over = vec![Over { place: Place::Assignee, value }];
                        self.edit_as_asked(writer, &edit(Change::Assign { person: *person }, over), Some(act))?
                    }
                };
                (assigned, ActWhat::File)
            }
            BulkAct::AddTag { tag } => {
                let request = edit(Change::AddTag { tag: tag.trim().to_owned() }, Vec::new());
                (self.edit_as_asked(writer, &request, Some(act))?, ActWhat::File)
            }
            BulkAct::RemoveTag { tag } => {
                let request = edit(Change::RemoveTag { tag: tag.trim().to_owned() }, Vec::new());
                (self.edit_as_asked(writer, &request, Some(act))?, ActWhat::File)
            }
            BulkAct::Stand { state } => (self.act_in(writer, case, Some(act), |acting| self.lead(&acting, state, seen))?, ActWhat::File),
            BulkAct::Pin { pinned } => {
                let was = writer.is_pinned(case)?;
                writer.set_pinned(case, *pinned)?;
                (was != *pinned, ActWhat::Pinned { was, became: *pinned })
            }
            BulkAct::Seen => {
                let was = writer.seen_news(case)?;
                writer.mark_seen(case, seen.news)?;
                (was < seen.news, ActWhat::Seen { was, became: seen.news })
            }
        };
        if done {
            writer.note_in_act(act, &ActCase { case, what: noted })?;
        }
        Ok(done)
    }

    /// The changes that lead a general file to a state, by the step that leads there from where it stands; none where it stands there already.
    fn lead(&self, acting: &Standing<'_>, state: &str, seen: &CaseNews) -> Result<Vec<Change>, AppError> {
        if acting.case.case_type != GENERAL {
            return Err(AppError::code(ErrorCode::OneByOne));
        }
        let case_type = acting.case_type()?;
        if matches!(case_type.at(&case_type.standing(acting.case)), At::State(at) if at.id == state) {
            return Ok(Vec::new());
        }
        if (seen.status, &seen.state) != (status(acting.case), &stands_at(acting.case).state) {
            return Err(AppError::code(ErrorCode::WrittenMeanwhile));
        }
        let mut why = refused(Refused::NotFromHere);
        for step in case_type.steps().iter().filter(|step| step.to == state) {
            match self.step(acting, &step.id, None) {
                Ok(change) => return Ok(vec![change]),
                Err(AppError::Api(error)) if error.args.get("reason").is_some_and(|reason| reason == "not_from_here") => {}
                Err(error) => why = error,
            }
        }
        Err(why)
    }

    /// Takes back what an act did to one case.
    fn back_in(&self, writer: &mut Writer<'_>, act: u64, one: &ActCase) -> Result<Fate, AppError> {
        let case = one.case;
        let changed_since = || Fate::Left(AppError::Edit(EditRefused::ChangedSince));
        let fate = match one.what {
            // Something of one's own stands over it, or it can no longer be taken back. What is newer is not taken back in its place.
            ActWhat::File if writer.newest_step_act(case)? != Some(act) => changed_since(),
            ActWhat::File => match writer.part(|writer| self.take_back_in(writer, case, Some(act))) {
                Ok(true) => Fate::Done,
                // A colleague has taken it back already.
                Ok(false) => Fate::Same,
                Err(error) if is_in_vain(&error) => {
                    writer.forget_undo(case)?;
                    Fate::Left(error)
                }
                // It may succeed another time: the act goes on holding it.
                Err(error) => return Ok(Fate::Left(error)),
            },
            ActWhat::Pinned { became, .. } if writer.is_pinned(case)? != became => changed_since(),
            ActWhat::Pinned { was, .. } => {
                writer.set_pinned(case, was)?;
                Fate::Done
            }
            ActWhat::Seen { was, became } if writer.unmark_seen(case, was, became)? => Fate::Done,
            ActWhat::Seen { .. } => Fate::Same,
        };
        writer.leave_act(act, case)?;
        Ok(fate)
    }
}

/// Refuses what no case could take, before any is looked at.
fn fits(act: &BulkAct) -> Result<(), AppError> {
    let edit = match act {
        BulkAct::AddTag { tag } => Change::AddTag { tag: tag.trim().to_owned() },
        BulkAct::RemoveTag { tag } => Change::RemoveTag { tag: tag.trim().to_owned() },
        BulkAct::Stand { state } => {
            let known = find_shipped(GENERAL).is_some_and(|pack| pack.case_type.state(state).is_some());
            return if known { Ok(()) } else { Err(AppError::invalid("state")) };
        }
        BulkAct::Assign { words: said, .. } => return words(said).map(drop),
        BulkAct::Pin { .. } | BulkAct::Seen => return Ok(()),
    };
    validate(&edit).map_err(|refused| AppError::Edit(refused.into()))
}

/// Whether a case was changed, or the row that names it where it was left. What has nothing to do with the case ends the whole act.
fn left(writer: &Writer<'_>, case: CaseId, fate: Fate) -> Result<Result<bool, CaseLeft>, AppError> {
    let error = match fate {
        Fate::Done => return Ok(Ok(true)),
        Fate::Same => return Ok(Ok(false)),
        Fate::Left(error @ (AppError::Edit(_) | AppError::TooLarge | AppError::Load(_) | AppError::Read(_))) => ApiError::from(error),
        Fate::Left(AppError::Api(error)) if error.code != ErrorCode::Locked => error,
        Fate::Left(error) => return Err(error),
    };
    let row = writer.case_list_row(case)?;
    let (reference, title) = row.map(|row| (row.reference, row.title)).unwrap_or_default();
    Ok(Err(CaseLeft { case, reference, title, error }))
}
