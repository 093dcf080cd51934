//! Hand-overs as the documents tell of them: what waits for a person, and what became of what one handed over.
//!
//! An act is known by its giver *and* its id: anybody can write an id, and nobody another's name.

use praesto_domain::casework::{HandOverState, HandedOver};
use praesto_domain::{CaseId, Day, HandOverId, Moment, PersonId};
use rusqlite::Row;
use rusqlite::types::Type;

use super::case_lists::CaseListRow;
use crate::sql::{self, misplaced};
use crate::{VaultError, View, Writer};

/// What there is to do in some cases.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Caseload {
    pub cases: u64,
    pub overdue: u64,
    /// Due on one of the days asked about, today among them.
    pub due_soon: u64,
    pub open_tasks: u64,
    /// Decisions that wait for their second signature.
    pub waiting_decisions: u64,
    pub conflicts: u64,
    /// Changed by a colleague since this person last looked.
    pub unseen: u64,
}

/// Cases that one person handed over in one act and that wait.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WaitingAct {
    pub together: HandOverId,
    pub giver: PersonId,
    /// When the last of them was handed over.
    pub at: Moment,
    pub load: Caseload,
}

/// What became of the cases of one act, handed to one person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GivenAct {
    pub together: HandOverId,
    pub to: PersonId,
    /// When the last of them was handed over.
    pub at: Moment,
    pub waits: u64,
    pub taken: u64,
    pub given_back: u64,
    pub over: u64,
}

/// Sums of a caseload over `cases`; `?1` is today, `?2` the last of the days that count as soon.
const LOAD: &str = "count(*), coalesce(sum(due_key < ?1), 0), coalesce(sum(due_key >= ?1 AND due_key <= ?2), 0), \
                    coalesce(sum((SELECT count(DISTINCT id) FROM agenda WHERE agenda.number = cases.number AND kind = 1)), 0), \
                    coalesce(sum((SELECT count(*) FROM agenda WHERE agenda.number = cases.number AND kind = 4)), 0), coalesce(sum(conflict), 0), coalesce(sum(news > seen), 0)";

/// The cases that wait for `?3`; closed and removed ones are never among them.
const WAITING: &str = "FROM hand_overs JOIN cases ON cases.id = case_id WHERE taker = ?3 AND hand_overs.state = 1";

impl View<'_> {
    /// What there is to do in the open cases of a person.
    pub fn caseload(&self, person: PersonId, today: Day, soon: Day) -> Result<Caseload, VaultError> {
        let sql = format!("SELECT {LOAD} FROM cases WHERE closed = 0 AND removed = 0 AND assignee = ?3");
        let load = self.first(&sql, (today.to_string(), soon.to_string(), person.0.as_bytes()), |row| load(row, 0))?;
        Ok(load.unwrap_or_default())
    }

    /// The open cases of a person, most urgent first.
    pub fn open_cases_of(&self, person: PersonId) -> Result<Vec<CaseId>, VaultError> {
        let sql = "SELECT id FROM cases WHERE closed = 0 AND removed = 0 AND assignee = ?1 ORDER BY due_key, number";
        Ok(self.all(sql, [person.0.as_bytes()], |row| sql::uuid(row, 0).map(CaseId))?)
    }

    /// What waits for a person to take it, by act, the newest first, at most `limit` acts.
    pub fn waiting_acts(&self, taker: PersonId, today: Day, soon: Day, limit: u32) -> Result<Vec<WaitingAct>, VaultError> {
        let sql = format!(
            "SELECT {LOAD}, together, giver, max(at) {WAITING} GROUP BY together, giver ORDER BY max(at) DESC, together, giver LIMIT ?4"
        );
        Ok(self.all(&sql, (today.to_string(), soon.to_string(), taker.0.as_bytes(), limit), |row| {
            Ok(WaitingAct {
                load: load(row, 0)?,
                together: HandOverId(sql::uuid(row, 7)?),
                giver: PersonId(sql::uuid(row, 8)?),
                at: Moment(row.get(9)?),
            })
        })?)
    }

    /// The cases of an act that wait for a person, most urgent first, at most `limit`.
    pub fn waiting_cases(&self, taker: PersonId, together: HandOverId, giver: PersonId, limit: u32) -> Result<Vec<CaseId>, VaultError> {
        let sql = "SELECT cases.id FROM hand_overs JOIN cases ON cases.id = case_id \
                   WHERE taker = ?1 AND together = ?2 AND giver = ?3 AND hand_overs.state = 1 ORDER BY due_key, number LIMIT ?4";
        Ok(self.all(sql, (taker.0.as_bytes(), together.0.as_bytes(), giver.0.as_bytes(), limit), |row| sql::uuid(row, 0).map(CaseId))?)
    }

    /// What became of what a person handed over since a moment, or earlier where some of it still waits; the newest first, at most `limit` acts.
    pub fn given_acts(&self, giver: PersonId, since: Moment, limit: u32) -> Result<Vec<GivenAct>, VaultError> {
        let sql = "SELECT together, taker, max(at), sum(state = 1), sum(state = 2), sum(state = 3), sum(state = 4) \
                   FROM hand_overs WHERE giver = ?1 AND (together, taker) IN \
                   (SELECT together, taker FROM hand_overs WHERE giver = ?1 AND at >= ?2 UNION SELECT together, taker FROM hand_overs WHERE giver = ?1 AND state = 1) \
                   GROUP BY together, taker ORDER BY max(at) DESC, together, taker LIMIT ?3";
        Ok(self.all(sql, (giver.0.as_bytes(), since.0, limit), |row| {
            Ok(GivenAct {
                together: HandOverId(sql::uuid(row, 0)?),
                to: PersonId(sql::uuid(row, 1)?),
                at: Moment(row.get(2)?),
                waits: sql::count(row, 3)?,
                taken: sql::count(row, 4)?,
                given_back: sql::count(row, 5)?,
                over: sql::count(row, 6)?,
            })
        })?)
    }

    /// Cases of an act that were given back, the newest first; removed ones are left out.
    pub fn given_back(&self, act: &GivenAct, giver: PersonId, limit: u32) -> Result<Vec<CaseListRow>, VaultError> {
        let sql = "SELECT number FROM hand_overs JOIN cases ON cases.id = case_id \
                   WHERE giver = ?1 AND together = ?2 AND taker = ?3 AND hand_overs.state = 3 AND removed = 0 ORDER BY changed_at DESC, number LIMIT ?4";
        let key = (giver.0.as_bytes(), act.together.0.as_bytes(), act.to.0.as_bytes(), limit);
        let numbers: Vec<i64> = self.all(sql, key, |row| row.get(0))?;
        numbers.into_iter().map(|number| self.case_row(number)).collect()
    }

    /// Every hand-over of a case that lists keep, oldest first.
    pub fn hand_overs_of(&self, case: CaseId) -> Result<Vec<HandedOver>, VaultError> {
        let sql = "SELECT giver, taker, together, at, state FROM hand_overs WHERE case_id = ?1 ORDER BY place";
        Ok(self.all(sql, [case.0.as_bytes()], |row| {
            Ok(HandedOver {
                giver: PersonId(sql::uuid(row, 0)?),
                to: PersonId(sql::uuid(row, 1)?),
                together: HandOverId(sql::uuid(row, 2)?),
                at: Moment(row.get(3)?),
                state: state(row, 4)?,
            })
        })?)
    }
}

impl Writer<'_> {
    /// Keeps the hand-overs of a case instead of those that were there. Nearly every save leaves them as they are.
    pub(super) fn put_hand_overs(&mut self, case: CaseId, all: &[HandedOver]) -> Result<(), VaultError> {
        if self.hand_overs_of(case)? == all {
            return Ok(());
        }
        let id = case.0.as_bytes();
        self.execute("DELETE FROM hand_overs WHERE case_id = ?1", [id])?;
        for (place, one) in (0_i64..).zip(all) {
            self.execute(
                "INSERT INTO hand_overs (case_id, place, giver, taker, together, at, state) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                (id, place, one.giver.0.as_bytes(), one.to.0.as_bytes(), one.together.0.as_bytes(), one.at.0, code(one.state)),
            )?;
        }
        Ok(())
    }
}

fn load(row: &Row<'_>, from: usize) -> Result<Caseload, rusqlite::Error> {
    Ok(Caseload {
        cases: sql::count(row, from)?,
        overdue: sql::count(row, from + 1)?,
        due_soon: sql::count(row, from + 2)?,
        open_tasks: sql::count(row, from + 3)?,
        waiting_decisions: sql::count(row, from + 4)?,
        conflicts: sql::count(row, from + 5)?,
        unseen: sql::count(row, from + 6)?,
    })
}

fn code(state: HandOverState) -> u8 {
    match state {
        HandOverState::Waits => 1,
        HandOverState::Taken => 2,
        HandOverState::GivenBack => 3,
        HandOverState::Over => 4,
    }
}

fn state(row: &Row<'_>, column: usize) -> Result<HandOverState, rusqlite::Error> {
    Ok(match row.get(column)? {
        1u8 => HandOverState::Waits,
        2 => HandOverState::Taken,
        3 => HandOverState::GivenBack,
        4 => HandOverState::Over,
        _ => return Err(misplaced(column, Type::Integer)),
    })
}
