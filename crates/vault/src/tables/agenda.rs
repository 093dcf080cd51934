//! What cases ask of people, for whoever plans a day. A part costs as much as its rows, whatever the number of cases.

use praesto_crypto::Hash;
use praesto_domain::case_types::Who;
use praesto_domain::casework::{AgendaItem, Ask};
use praesto_domain::{CaseId, Day, DeadlineId, DecisionId, PersonId, TaskId};
use praesto_protocol::SpaceId;
use rusqlite::types::{Type, Value};
use rusqlite::{OptionalExtension, Row};
use uuid::Uuid;

use super::cases::{NO_DAY, due};
use crate::sql::{self, misplaced};
use crate::{VaultError, View, Writer};

/// Part of what cases ask for. The person is whose it is: nobody's is what stands in cases that nobody has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AgendaPart {
    /// Tasks and deadlines of a day before this one.
    Before(Option<PersonId>, Day),
    /// Tasks and deadlines from the first to the last of these days.
    Within(Option<PersonId>, Day, Day),
    /// Tasks and deadlines without a day.
    Undated(Option<PersonId>),
    /// Cases in which something has to be settled.
    ToSettle(Option<PersonId>),
}

/// One thing that a case asks for, and the case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AgendaRow {
    pub case: CaseId,
    pub space: SpaceId,
    pub reference: String,
    pub title: String,
    pub case_type: String,
    pub item: AgendaItem,
    /// The next deadline that the law sets in this case.
    pub by_law: Option<Day>,
}

/// A decision that waits for its second signature.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WaitingSignature {
    /// Where it stands in the agenda.
    pub place: (i64, i64),
    pub space: SpaceId,
    pub second: Who,
    pub decided_by: Option<PersonId>,
}

impl AgendaPart {
    /// The condition, repeating that of the index which serves it, and the values of `?1` to `?3` in it.
    fn condition(self) -> (&'static str, [Value; 3]) {
        let of = |person: Option<PersonId>| person.map_or(Value::Null, |person| Value::Blob(person.0.as_bytes().to_vec()));
        let on = |day: Day| Value::Text(day.to_string());
        match self {
            Self::Before(person, day) => ("kind <= 3 AND person IS ?1 AND day_key < ?2 AND ?3 IS NULL", [of(person), on(day), Value::Null]),
            Self::Within(person, from, to) => ("kind <= 3 AND person IS ?1 AND day_key BETWEEN ?2 AND ?3", [of(person), on(from), on(to)]),
            Self::Undated(person) => {
                ("kind <= 3 AND person IS ?1 AND day_key = ?2 AND ?3 IS NULL", [of(person), Value::Text(NO_DAY.to_owned()), Value::Null])
            }
            Self::ToSettle(person) => ("kind = 5 AND person IS ?1 AND ?2 IS NULL AND ?3 IS NULL", [of(person), Value::Null, Value::Null]),
        }
    }
}

impl View<'_> {
    /// What a part holds, earliest day first, at most `limit` rows.
    pub fn agenda_rows(&self, part: AgendaPart, limit: u32) -> Result<Vec<AgendaRow>, VaultError> {
        let (condition, [one, two, three]) = part.condition();
        // The plus keeps the order of equal days from asking for another index.
        let sql = format!("SELECT number, item FROM agenda WHERE {condition} ORDER BY day_key, +number, +item LIMIT ?4");
        let found: Vec<(i64, i64)> = self.all(&sql, (one, two, three, limit), |row| Ok((row.get(0)?, row.get(1)?)))?;
        found.into_iter().map(|place| self.agenda_row(place)).collect()
    }

    /// Number of things in a part.
    pub fn agenda_count(&self, part: AgendaPart) -> Result<u64, VaultError> {
        let (condition, [one, two, three]) = part.condition();
        Ok(self.number(&format!("SELECT count(*) FROM agenda WHERE {condition}"), (one, two, three))?)
    }

    /// Number of cases that a part's things stand in.
    pub fn agenda_cases(&self, part: AgendaPart) -> Result<u64, VaultError> {
        let (condition, [one, two, three]) = part.condition();
        Ok(self.number(&format!("SELECT count(DISTINCT number) FROM agenda WHERE {condition}"), (one, two, three))?)
    }

    /// Decisions that wait for a second signature, whoever may give it, at most `limit`: each with its place, for [`agenda_row`](Self::agenda_row).
    pub fn agenda_signatures(&self, limit: u32) -> Result<Vec<WaitingSignature>, VaultError> {
        let sql = "SELECT number, item, space, who, decided_by FROM agenda JOIN cases USING (number) WHERE kind = 4 ORDER BY number, item LIMIT ?1";
        Ok(self.all(sql, [limit], |row| {
            Ok(WaitingSignature {
                place: (row.get(0)?, row.get(1)?),
                space: SpaceId(sql::uuid(row, 2)?),
                second: who(row, 3)?,
                decided_by: sql::maybe_uuid(row, 4)?.map(PersonId),
            })
        })?)
    }

    /// The thing at a place of the agenda, with its case.
    pub fn agenda_row(&self, (number, item): (i64, i64)) -> Result<AgendaRow, VaultError> {
        let sql = "SELECT cases.id, space, reference, title, case_type, kind, agenda.id, day_key, person, who, decided_by, text, rule, \
                   coalesce((SELECT min(day_key) FROM agenda AS law WHERE law.number = ?1 AND law.kind = 3), ?3) \
                   FROM agenda JOIN cases USING (number) WHERE number = ?1 AND item = ?2";
        Ok(self.conn.prepare_cached(sql)?.query_row((number, item, NO_DAY), |row| {
            Ok(AgendaRow {
                case: CaseId(sql::uuid(row, 0)?),
                space: SpaceId(sql::uuid(row, 1)?),
                reference: row.get(2)?,
                title: row.get(3)?,
                case_type: row.get(4)?,
                item: AgendaItem { ask: ask(row)?, day: due(row, 7)?, person: sql::maybe_uuid(row, 8)?.map(PersonId), text: row.get(11)? },
                by_law: due(row, 13)?,
            })
        })?)
    }
}

impl Writer<'_> {
    /// Keeps what the case of this number asks for, instead of what stood there.
    pub(super) fn put_agenda(&mut self, number: i64, items: &[AgendaItem]) -> Result<(), VaultError> {
        let digest = Hash::of(format!("{items:?}").as_bytes());
        let sql = "UPDATE cases SET asks = ?2 WHERE number = ?1 AND asks != ?2 RETURNING 1";
        if self.conn.prepare_cached(sql)?.query_row((number, digest.0), |_| Ok(())).optional()?.is_none() {
            return Ok(());
        }
        self.execute("DELETE FROM agenda WHERE number = ?1", [number])?;
        let sql = "INSERT INTO agenda (number, item, kind, id, day_key, person, rule, who, decided_by, text) \
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)";
        for (place, item) in items.iter().enumerate() {
            let (kind, id) = match &item.ask {
                Ask::Task(id) => (1, Some(id.0)),
                Ask::Deadline { id, rule: None } => (2, Some(id.0)),
                Ask::Deadline { id, rule: Some(_) } => (3, Some(id.0)),
                Ask::Signature { decision, .. } => (4, Some(decision.0)),
                Ask::Settle => (5, None),
            };
            let rule = if let Ask::Deadline { rule, .. } = &item.ask { rule.as_deref() } else { None };
            let (who, decided_by) = match item.ask {
                Ask::Signature { second, decided_by, .. } => (Some(who_code(second)), decided_by),
                _ => (None, None),
            };
            let bytes = |id: Uuid| id.as_bytes().to_vec();
            let day_key = item.day.map_or_else(|| NO_DAY.to_owned(), |day| day.to_string());
            let values = rusqlite::params![
                number,
                sql::int(place as u64),
                kind,
                id.map(bytes).unwrap_or_default(),
                day_key,
                item.person.map(|person| bytes(person.0)),
                rule,
                who,
                decided_by.map(|person| bytes(person.0)),
                item.text,
            ];
            self.execute(sql, values)?;
        }
        Ok(())
    }

    /// Forgets what the case asks for.
    pub(super) fn forget_agenda(&mut self, case: CaseId) -> Result<(), VaultError> {
        self.execute("DELETE FROM agenda WHERE number = (SELECT number FROM cases WHERE id = ?1)", [case.0.as_bytes()])?;
        Ok(())
    }
}

fn ask(row: &Row<'_>) -> Result<Ask, rusqlite::Error> {
    Ok(match row.get(5)? {
        1u8 => Ask::Task(TaskId(sql::uuid(row, 6)?)),
        2 | 3 => Ask::Deadline { id: DeadlineId(sql::uuid(row, 6)?), rule: row.get(12)? },
        4 => Ask::Signature {
            decision: DecisionId(sql::uuid(row, 6)?),
            second: who(row, 9)?,
            decided_by: sql::maybe_uuid(row, 10)?.map(PersonId),
        },
        5 => Ask::Settle,
        _ => return Err(misplaced(5, Type::Integer)),
    })
}

fn who_code(who: Who) -> u8 {
    match who {
        Who::Anyone => 1,
        Who::Assignee => 2,
        Who::Manager => 3,
    }
}

fn who(row: &Row<'_>, column: usize) -> Result<Who, rusqlite::Error> {
    Ok(match row.get(column)? {
        1u8 => Who::Anyone,
        2 => Who::Assignee,
        3 => Who::Manager,
        _ => return Err(misplaced(column, Type::Integer)),
    })
}
