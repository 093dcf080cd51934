//! Windows on the queues of cases. A window costs as much as its rows, whatever the number of cases.

use praesto_domain::casework::Status;
use praesto_domain::{CaseId, Day, Moment, PersonId};

use super::cases::{NO_DAY, due, status};
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

/// A window on a queue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CaseFilter {
    pub queue: CaseQueue,
    pub sort: CaseSort,
    /// Rows to skip.
    pub offset: u64,
    /// Rows to return at most.
    pub limit: u32,
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

impl CaseQueue {
    /// The condition, and the value of `?1` in it. Each condition repeats that of the index which serves it.
    fn condition(self) -> (&'static str, rusqlite::types::Value) {
        use rusqlite::types::Value;
        match self {
            Self::Mine(person) => ("closed = 0 AND removed = 0 AND assignee = ?1", Value::Blob(person.0.as_bytes().to_vec())),
            Self::Team => ("closed = 0 AND removed = 0 AND ?1 IS NULL", Value::Null),
            Self::Overdue(today) => ("closed = 0 AND removed = 0 AND due_key < ?1", Value::Text(today.to_string())),
            Self::NotSent => {
                ("removed = 0 AND id IN (SELECT document FROM records WHERE server_seq IS NULL AND kind != 2) AND ?1 IS NULL", Value::Null)
            }
            Self::Conflict => ("conflict = 1 AND removed = 0 AND ?1 IS NULL", Value::Null),
            Self::Closed => ("closed = 1 AND removed = 0 AND ?1 IS NULL", Value::Null),
            Self::All => ("removed = 0 AND ?1 IS NULL", Value::Null),
            Self::Removed => ("removed = 1 AND ?1 IS NULL", Value::Null),
        }
    }
}

impl View<'_> {
    /// The rows of a window.
    pub fn case_rows(&self, filter: &CaseFilter) -> Result<Vec<CaseListRow>, VaultError> {
        let order = match filter.sort {
            CaseSort::Due => "due_key, number",
            CaseSort::Newest => "created_at DESC, number",
            CaseSort::Title => "title_key, number",
            CaseSort::Reference => "reference_key, number",
        };
        let (condition, value) = filter.queue.condition();
        // Numbers first: an index serves them alone, so that rows before the window are never read.
        let sql = format!("SELECT number FROM cases WHERE {condition} ORDER BY {order} LIMIT ?2 OFFSET ?3");
        let numbers: Vec<i64> = self.all(&sql, (value, filter.limit, sql::int(filter.offset)), |row| row.get(0))?;
        numbers.into_iter().map(|number| self.case_row(number)).collect()
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

    /// Number of cases in one queue.
    pub fn case_count(&self, queue: CaseQueue) -> Result<u64, VaultError> {
        let (condition, value) = queue.condition();
        Ok(self.number(&format!("SELECT count(*) FROM cases WHERE {condition}"), [value])?)
    }

    /// Number of cases in each queue.
    pub fn case_counts(&self, me: PersonId, today: Day) -> Result<CaseCounts, VaultError> {
        Ok(CaseCounts {
            mine: self.case_count(CaseQueue::Mine(me))?,
            team: self.case_count(CaseQueue::Team)?,
            overdue: self.case_count(CaseQueue::Overdue(today))?,
            not_sent: self.case_count(CaseQueue::NotSent)?,
            conflict: self.case_count(CaseQueue::Conflict)?,
            closed: self.case_count(CaseQueue::Closed)?,
            removed: self.case_count(CaseQueue::Removed)?,
        })
    }

    pub(super) fn case_row(&self, number: i64) -> Result<CaseListRow, VaultError> {
        let sql = "SELECT id, reference, title, status, due_key, assignee, conflict, closed, changed_at, \
                   EXISTS (SELECT 1 FROM records WHERE document = cases.id AND server_seq IS NULL AND kind != 2), \
                   news > seen, \
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

const _: () = assert!(NO_DAY.len() == 10, "days compare as text of one length");
