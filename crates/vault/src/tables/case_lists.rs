//! Windows on the queues of cases. A window costs as much as its rows, whatever the number of cases.

use praesto_domain::casework::Status;
use praesto_domain::{CaseId, Day, Moment, PersonId};

use rusqlite::types::Value;
use rusqlite::{Row, params_from_iter};

use super::cases::{NO_DAY, due, status, status_code};
use crate::sql;
use crate::{VaultError, View};

/// Which cases a list holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CaseQueue {
    /// Open cases of one person.
    Mine(PersonId),
    /// All open cases.
    Team,
    /// Open cases that were due before this day.
    Overdue(Day),
    /// Cases with changes that the server does not have.
    NotSent,
    /// Cases with contradictions to settle.
    Conflict,
    /// All closed cases.
    Closed,
    /// Every case, open and closed.
    All,
    /// Removed cases, which are in no other queue.
    Removed,
}

/// Order of a list. Equal cases are in the order in which they came here.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CaseSort {
    /// Earliest day first, without a day last.
    #[default]
    Due,
    /// Newest first.
    Newest,
    Title,
    Reference,
}

/// What narrows a queue. What is set holds together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Narrow {
    /// Id of a case type.
    pub case_type: Option<String>,
    pub status: Option<Status>,
    /// Id of a state of the case type.
    pub state: Option<String>,
    /// Who has the case; `Some(None)` is nobody.
    pub holder: Option<Option<PersonId>>,
    pub tag: Option<String>,
    /// Due on this day or before.
    pub due_by: Option<Day>,
    /// Changed by a colleague since this person last looked.
    pub unseen: bool,
}

/// A window on a queue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseFilter {
    pub queue: CaseQueue,
    pub sort: CaseSort,
    pub narrow: Narrow,
    /// Rows to skip.
    pub offset: u64,
    /// Rows to return at most.
    pub limit: u32,
}

/// What a case says in a list, and how often something of colleagues came into it: what an act over many cases begins from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseNews {
    pub id: CaseId,
    pub assignee: Option<PersonId>,
    pub status: Status,
    pub state: Option<String>,
    pub conflict: bool,
    pub news: u64,
}

/// One row of a queue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseListRow {
    pub id: CaseId,
    pub reference: String,
    pub title: String,
    /// Id of its case type.
    pub case_type: String,
    pub status: Status,
    /// The state of its type that people set it to.
    pub state: Option<String>,
    pub due: Option<Day>,
    pub assignee: Option<PersonId>,
    pub conflict: bool,
    pub closed: bool,
    pub changed_at: Moment,
    pub not_sent: bool,
    /// Changed by a colleague since this person last looked.
    pub unseen: bool,
    /// Whether it is a colleague's word, until its records are checked.
    pub not_checked: bool,
    pub removed: bool,
    /// Whether colleagues removed it with many others, and this person is asked before it leaves the lists.
    pub removal_asked: bool,
    /// Handed over to whoever has it, who has not taken it yet.
    pub handed_over: bool,
}

/// How many cases each queue holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CaseCounts {
    pub mine: u64,
    pub team: u64,
    pub overdue: u64,
    pub not_sent: u64,
    pub conflict: u64,
    pub closed: u64,
    pub removed: u64,
}

/// Each condition of a queue repeats that of the index which serves it.
const OPEN: &str = "closed = 0 AND removed = 0";
const CLOSED: &str = "closed = 1 AND removed = 0";

/// What a list asks of the database.
struct Asked {
    /// One for each part of the list: what is open and what is closed have indexes of their own.
    conditions: Vec<String>,
    values: Vec<Value>,
}

impl Asked {
    /// `sort` is none where cases are only counted.
    fn of(view: &View<'_>, queue: CaseQueue, narrow: &Narrow, sort: Option<CaseSort>) -> Result<Self, VaultError> {
        let mut values = Vec::new();
        let mut given = |value: Value| {
            values.push(value);
            format!("?{}", values.len())
        };
        let person = |person: PersonId| Value::Blob(person.0.as_bytes().to_vec());
        let day = |day: Day| Value::Text(day.to_string());
        let parts = match queue {
            CaseQueue::Mine(me) => vec![format!("{OPEN} AND assignee = {}", given(person(me)))],
            CaseQueue::Team => vec![OPEN.to_owned()],
            CaseQueue::Overdue(today) => vec![format!("{OPEN} AND due_key < {}", given(day(today)))],
            CaseQueue::NotSent => {
                vec!["removed = 0 AND id IN (SELECT document FROM records WHERE server_seq IS NULL AND kind != 2)".to_owned()]
            }
            CaseQueue::Conflict => vec!["conflict = 1 AND removed = 0".to_owned()],
            CaseQueue::Closed => vec![CLOSED.to_owned()],
            CaseQueue::All => vec![OPEN.to_owned(), CLOSED.to_owned()],
            CaseQueue::Removed => vec!["removed = 1".to_owned()],
        };
        // A plus keeps an index from being chosen by this condition: in another order than its own, reading the order's index from end to end costs less
        // than sorting what many cases have in common.
        let plus = if matches!(sort, None | Some(CaseSort::Due)) { "" } else { "+" };
        let mut narrowed = Vec::new();
        if let Some(case_type) = &narrow.case_type {
            narrowed.push(format!("case_type = {}", given(Value::Text(case_type.clone()))));
        }
        if let Some(status) = narrow.status {
            narrowed.push(format!("status = {}", given(Value::Integer(status_code(status).into()))));
        }
        if let Some(state) = &narrow.state {
            narrowed.push(format!("state = {}", given(Value::Text(state.clone()))));
        }
        match narrow.holder {
            Some(Some(holder)) => narrowed.push(format!("assignee = {}", given(person(holder)))),
            Some(None) => narrowed.push(format!("{plus}assignee IS NULL")),
            None => {}
        }
        if let Some(due_by) = narrow.due_by {
            narrowed.push(format!("{plus}due_key <= {}", given(day(due_by))));
        }
        if narrow.unseen {
            narrowed.push("unseen = 1".to_owned());
        }
        if let Some(tag) = &narrow.tag {
            let value = given(Value::Text(tag.clone()));
            narrowed.push(if view.is_rare(tag)? {
                format!("number IN (SELECT number FROM case_tags WHERE tag = {value})")
            } else {
                format!("EXISTS (SELECT 1 FROM case_tags WHERE tag = {value} AND case_tags.number = cases.number)")
            });
        }
        let conditions = parts.into_iter().map(|part| [part].into_iter().chain(narrowed.iter().cloned()).collect::<Vec<_>>().join(" AND "));
        Ok(Self { conditions: conditions.collect(), values })
    }

    /// The statement that gives the numbers of a window. Numbers alone: an index serves them, so that rows before the window are never read.
    fn window(mut self, filter: &CaseFilter) -> (String, Vec<Value>) {
        let (key, direction) = match filter.sort {
            CaseSort::Due => ("due_key", ""),
            CaseSort::Newest => ("created_at", " DESC"),
            CaseSort::Title => ("title_key", ""),
            CaseSort::Reference => ("reference_key", ""),
        };
        let at = self.values.len();
        self.values.extend([Value::Integer(filter.limit.into()), Value::Integer(sql::int(filter.offset))]);
        let selects: Vec<String> =
            self.conditions.iter().map(|condition| format!("SELECT number, {key} FROM cases WHERE {condition}")).collect();
        let sql = format!("{} ORDER BY {key}{direction}, number LIMIT ?{} OFFSET ?{}", selects.join(" UNION ALL "), at + 1, at + 2);
        (sql, self.values)
    }
}

impl View<'_> {
    /// The rows of a window.
    pub fn case_rows(&self, filter: &CaseFilter) -> Result<Vec<CaseListRow>, VaultError> {
        self.case_numbers(filter)?.into_iter().map(|number| self.case_row(number)).collect()
    }

    fn case_numbers(&self, filter: &CaseFilter) -> Result<Vec<i64>, VaultError> {
        let (sql, values) = Asked::of(self, filter.queue, &filter.narrow, Some(filter.sort))?.window(filter);
        Ok(self.all(&sql, params_from_iter(values), |row| row.get(0))?)
    }

    /// The cases of a window, and what each says in the list.
    pub fn case_news_rows(&self, filter: &CaseFilter) -> Result<Vec<CaseNews>, VaultError> {
        let sql = "SELECT id, assignee, status, state, conflict, news FROM cases WHERE number = ?1";
        let row = |number| Ok(self.conn.prepare_cached(sql)?.query_row([number], case_news)?);
        self.case_numbers(filter)?.into_iter().map(row).collect()
    }

    /// What one case says in a list.
    pub fn case_news_row(&self, case: CaseId) -> Result<Option<CaseNews>, VaultError> {
        let sql = "SELECT id, assignee, status, state, conflict, news FROM cases WHERE id = ?1";
        Ok(self.first(sql, [case.0.as_bytes()], case_news)?)
    }

    /// Cases of this person, and those that they have opened here, into which something of colleagues came since; last changed first, at most `limit`,
    /// and how many there are.
    pub fn cases_with_news(&self, me: PersonId, limit: u32) -> Result<(Vec<CaseId>, u64), VaultError> {
        let new = "SELECT id, changed_at, number FROM cases WHERE closed = 0 AND removed = 0 AND assignee = ?1 AND news > seen \
                   UNION SELECT id, changed_at, number FROM cases WHERE opened_at IS NOT NULL AND removed = 0 AND news > seen";
        let sql = format!("SELECT id FROM ({new}) ORDER BY changed_at DESC, number LIMIT ?2");
        let cases = self.all(&sql, (me.0.as_bytes(), limit), |row| sql::uuid(row, 0).map(CaseId))?;
        let total = self.number(&format!("SELECT count(*) FROM ({new})"), [me.0.as_bytes()])?;
        Ok((cases, total))
    }

    /// The row of one case as lists show it.
    pub fn case_list_row(&self, case: CaseId) -> Result<Option<CaseListRow>, VaultError> {
        let number = self.first("SELECT number FROM cases WHERE id = ?1", [case.0.as_bytes()], |row| row.get(0))?;
        number.map(|number| self.case_row(number)).transpose()
    }

    /// The states in which open cases of a type stand that people set to one, and how many stand in each.
    pub fn open_states(&self, case_type: &str) -> Result<Vec<(String, u64)>, VaultError> {
        let sql = "SELECT state, count(*) FROM cases WHERE closed = 0 AND removed = 0 AND case_type = ?1 AND state IS NOT NULL \
                   GROUP BY state ORDER BY state";
        Ok(self.all(sql, [case_type], |row| Ok((row.get(0)?, sql::count(row, 1)?)))?)
    }

    /// Number of cases in one queue.
    pub fn case_count(&self, queue: CaseQueue, narrow: &Narrow) -> Result<u64, VaultError> {
        let Asked { conditions, values } = Asked::of(self, queue, narrow, None)?;
        let count = |condition: &String| self.number(&format!("SELECT count(*) FROM cases WHERE {condition}"), params_from_iter(&values));
        Ok(conditions.iter().map(count).sum::<Result<_, _>>()?)
    }

    /// Number of cases in each queue.
    pub fn case_counts(&self, me: PersonId, today: Day) -> Result<CaseCounts, VaultError> {
        let all = Narrow::default();
        let count = |queue| self.case_count(queue, &all);
        Ok(CaseCounts {
            mine: count(CaseQueue::Mine(me))?,
            team: count(CaseQueue::Team)?,
            overdue: count(CaseQueue::Overdue(today))?,
            not_sent: count(CaseQueue::NotSent)?,
            conflict: count(CaseQueue::Conflict)?,
            closed: count(CaseQueue::Closed)?,
            removed: count(CaseQueue::Removed)?,
        })
    }

    pub(super) fn case_row(&self, number: i64) -> Result<CaseListRow, VaultError> {
        let sql = "SELECT id, reference, title, status, due_key, assignee, conflict, closed, changed_at, \
                   EXISTS (SELECT 1 FROM records WHERE document = cases.id AND server_seq IS NULL AND kind != 2), \
                   unseen, \
                   EXISTS (SELECT 1 FROM provisional WHERE document = cases.id AND checked = 0), \
                   removed, EXISTS (SELECT 1 FROM removals WHERE document = cases.id AND asked = 1), case_type, state, \
                   EXISTS (SELECT 1 FROM hand_overs WHERE case_id = cases.id AND state = 1) FROM cases WHERE number = ?1";
        Ok(self.conn.prepare_cached(sql)?.query_row([number], |row| {
            Ok(CaseListRow {
                id: CaseId(sql::uuid(row, 0)?),
                reference: row.get(1)?,
                title: row.get(2)?,
                status: status(row, 3)?,
                due: due(row, 4)?,
                assignee: sql::maybe_uuid(row, 5)?.map(PersonId),
                conflict: row.get(6)?,
                closed: row.get(7)?,
                changed_at: Moment(row.get(8)?),
                not_sent: row.get(9)?,
                unseen: row.get(10)?,
                not_checked: row.get(11)?,
                removed: row.get(12)?,
                removal_asked: row.get(13)?,
                case_type: row.get(14)?,
                state: row.get(15)?,
                handed_over: row.get(16)?,
            })
        })?)
    }
}

fn case_news(row: &Row<'_>) -> Result<CaseNews, rusqlite::Error> {
    Ok(CaseNews {
        id: CaseId(sql::uuid(row, 0)?),
        assignee: sql::maybe_uuid(row, 1)?.map(PersonId),
        status: status(row, 2)?,
        state: row.get(3)?,
        conflict: row.get(4)?,
        news: sql::count(row, 5)?,
    })
}

const _: () = assert!(NO_DAY.len() == 10, "days compare as text of one length");

#[cfg(test)]
mod tests;
