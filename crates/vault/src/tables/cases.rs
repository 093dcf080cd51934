//! Cases as lists and search need them: what the documents say, boiled down to one row each.

use praesto_crypto::Hash;
use praesto_domain::casework::{AgendaItem, HandedOver, Status, is_mark, same_reference};
use praesto_domain::{CaseId, Day, Moment, PersonId};
use praesto_protocol::SpaceId;
use rusqlite::Row;
use rusqlite::types::Type;

use crate::collation::title_key;
use crate::fold::{fold, words};
use crate::sql::{self, misplaced};
use crate::{VaultError, View, Writer};

/// Stands for "no day" where lists are ordered by day: after every day.
pub(super) const NO_DAY: &str = "9999-99-99";

/// One case, boiled down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseProjection {
    pub id: CaseId,
    pub space: SpaceId,
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
    /// Whether it is in no list but that of removed cases.
    pub removed: bool,
    pub changed_at: Moment,
    /// Whether what is new in it came from a colleague. Counted, not kept: read back, it is `false`.
    pub changed_by_other: bool,
    pub created_at: Moment,
    /// Where an imported case comes from, so that nothing is imported twice.
    pub origin: Option<String>,
    /// What it asks of people. It is listed, not kept: read back, it is empty.
    pub agenda: Vec<AgendaItem>,
    /// Its hand-overs, oldest first. Kept in a table of their own: read back, there are none.
    pub hand_overs: Vec<HandedOver>,
    /// In order.
    pub tags: Vec<String>,
    /// Everything that search should find, in any order. It is indexed, not kept: read back, it is empty.
    pub search_text: String,
}

impl View<'_> {
    /// The row of a case; its `agenda` and `search_text` are empty.
    pub fn case_projection(&self, id: CaseId) -> Result<Option<CaseProjection>, VaultError> {
        let sql = "SELECT space, reference, title, status, due_key, assignee, conflict, closed, changed_at, created_at, origin, \
                   removed, case_type, state, number FROM cases WHERE id = ?1";
        let found = self.first(sql, [id.0.as_bytes()], |row| {
            let projection = CaseProjection {
                id,
                space: SpaceId(sql::uuid(row, 0)?),
                reference: row.get(1)?,
                title: row.get(2)?,
                status: status(row, 3)?,
                due: due(row, 4)?,
                assignee: sql::maybe_uuid(row, 5)?.map(PersonId),
                conflict: row.get(6)?,
                closed: row.get(7)?,
                changed_at: Moment(row.get(8)?),
                changed_by_other: false,
                created_at: Moment(row.get(9)?),
                origin: row.get(10)?,
                removed: row.get(11)?,
                case_type: row.get(12)?,
                state: row.get(13)?,
                agenda: Vec::new(),
                hand_overs: Vec::new(),
                tags: Vec::new(),
                search_text: String::new(),
            };
            Ok((projection, row.get(14)?))
        })?;
        found.map(|(projection, number)| Ok(CaseProjection { tags: self.tags_of(number)?, ..projection })).transpose()
    }

    /// The cases that were imported from `origin`, oldest first.
    pub fn cases_by_origin(&self, origin: &str, limit: u32) -> Result<Vec<CaseId>, VaultError> {
        let sql = "SELECT id FROM cases WHERE origin = ?1 ORDER BY number LIMIT ?2";
        Ok(self.all(sql, (origin, limit), |row| sql::uuid(row, 0).map(CaseId))?)
    }

    /// The case that was imported from `origin`.
    pub fn case_by_origin(&self, origin: &str) -> Result<Option<CaseId>, VaultError> {
        let sql = "SELECT id FROM cases WHERE origin = ?1 ORDER BY number LIMIT 1";
        Ok(self.first(sql, [origin], |row| sql::uuid(row, 0).map(CaseId))?)
    }

    /// Whether a case here has this reference.
    pub fn has_reference(&self, reference: &str) -> Result<bool, VaultError> {
        let sql = "SELECT count(*) FROM cases WHERE reference_key = ?1 AND reference = ?2";
        Ok(self.number(sql, (reference_key(reference), reference))? > 0)
    }

    /// The cases that have this reference, however its capitals are written; those that are not removed first, then by id, the newest first: the same on every computer.
    pub fn cases_by_reference(&self, reference: &str, limit: u32) -> Result<Vec<CaseId>, VaultError> {
        let sql = "SELECT id, reference FROM cases WHERE reference_key = ?1 ORDER BY removed, id DESC LIMIT ?2";
        let alike =
            self.all(sql, (reference_key(reference.trim()), limit), |row| Ok((CaseId(sql::uuid(row, 0)?), row.get::<_, String>(1)?)))?;
        Ok(alike.into_iter().filter(|(_, there)| same_reference(there, reference)).map(|(case, _)| case).collect())
    }

    /// How often something of colleagues came into this case. What is new is told by arrival: their clocks, and how long a change was on its way,
    /// say nothing about it.
    pub fn case_news(&self, case: CaseId) -> Result<u64, VaultError> {
        Ok(self.first("SELECT news FROM cases WHERE id = ?1", [case.0.as_bytes()], |row| sql::count(row, 0))?.unwrap_or(0))
    }

    /// When this person last opened the case here.
    pub fn last_opened(&self, case: CaseId) -> Result<Option<Moment>, VaultError> {
        let at = self.first("SELECT opened_at FROM cases WHERE id = ?1", [case.0.as_bytes()], |row| row.get::<_, Option<i64>>(0))?;
        Ok(at.flatten().map(Moment))
    }

    /// Whether this person asked to keep the case's files here.
    pub fn is_pinned(&self, case: CaseId) -> Result<bool, VaultError> {
        Ok(self.first("SELECT pinned FROM cases WHERE id = ?1", [case.0.as_bytes()], |row| row.get(0))?.unwrap_or(false))
    }
}

impl Writer<'_> {
    /// Keeps a case's row, its words for search and what it asks of people, instead of what was there. What was seen, opened and pinned stays.
    pub fn put_case(&mut self, case: &CaseProjection) -> Result<(), VaultError> {
        // Title and reference are always findable, whatever the caller's text holds.
        let mut found_by = words(&format!("{} {}", case.reference, case.title));
        found_by.retain(|word| !is_mark(word));
        found_by.extend(words(&case.search_text));
        found_by.sort_unstable();
        found_by.dedup();
        let found_by = found_by.join(" ");
        let digest = Hash::of(found_by.as_bytes());
        let before = self.first("SELECT number, found_by FROM cases WHERE id = ?1", [case.id.0.as_bytes()], |row| {
            Ok((row.get::<_, i64>(0)?, sql::hash(row, 1)?))
        })?;
        let number = self.put_case_row(case, digest)?;
        if before != Some((number, digest)) {
            // The words replace those of the same number.
            self.execute("INSERT OR REPLACE INTO case_words (rowid, words) VALUES (?1, ?2)", (number, found_by))?;
            self.learn(&case.search_text)?;
        }
        self.put_agenda(number, if case.removed { &[] } else { &case.agenda })?;
        self.put_hand_overs(case.id, &case.hand_overs)?;
        self.put_tags(number, &case.tags)
    }

    fn put_case_row(&mut self, case: &CaseProjection, found_by: Hash) -> Result<i64, VaultError> {
        let (reference_key, title_key) = (reference_key(&case.reference), title_key(&case.title));
        let due_key = case.due.map_or_else(|| NO_DAY.to_owned(), |day| day.to_string());
        let values = rusqlite::params![
            case.id.0.as_bytes(),
            case.space.as_bytes(),
            case.reference,
            reference_key,
            case.title,
            title_key,
            status_code(case.status),
            due_key,
            case.assignee.map(|person| *person.0.as_bytes()),
            case.conflict,
            case.closed,
            case.changed_at.0,
            case.changed_by_other,
            case.created_at.0,
            case.origin,
            found_by.0,
            case.removed,
            case.case_type,
            case.state,
        ];
        // Most edits change nothing that lists are ordered by; then no index changes either.
        let in_place = "UPDATE cases SET changed_at = ?12, news = news + ?13, found_by = ?16 WHERE id = ?1 AND space = ?2 \
                        AND reference = ?3 AND reference_key = ?4 AND title = ?5 AND title_key = ?6 AND status = ?7 AND due_key = ?8 \
                        AND assignee IS ?9 AND conflict = ?10 AND closed = ?11 AND created_at = ?14 AND origin IS ?15 AND removed = ?17 \
                        AND case_type = ?18 AND state IS ?19 RETURNING number";
        if let Some(number) = self.first(in_place, values, |row| row.get(0))? {
            if case.changed_by_other {
                // Apart, so that indexes change with the first news alone.
                self.execute("UPDATE cases SET unseen = 1 WHERE number = ?1 AND unseen = 0 AND news > seen", [number])?;
            }
            return Ok(number);
        }
        let anew = "INSERT INTO cases (id, space, reference, reference_key, title, title_key, status, due_key, assignee, conflict, closed, \
                    changed_at, news, created_at, origin, found_by, removed, case_type, state, unseen) \
                    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?13) ON CONFLICT (id) DO UPDATE SET \
                    space = excluded.space, reference = excluded.reference, reference_key = excluded.reference_key, title = excluded.title, \
                    title_key = excluded.title_key, status = excluded.status, due_key = excluded.due_key, assignee = excluded.assignee, \
                    conflict = excluded.conflict, closed = excluded.closed, changed_at = excluded.changed_at, \
                    news = news + excluded.news, unseen = news + excluded.news > seen, created_at = excluded.created_at, origin = excluded.origin, \
                    found_by = excluded.found_by, removed = excluded.removed, case_type = excluded.case_type, state = excluded.state \
                    RETURNING number";
        Ok(self.conn.prepare_cached(anew)?.query_row(values, |row| row.get(0))?)
    }

    /// Takes a case and its document out again: only a checkpoint spoke of it, and no record does.
    pub fn forget_case(&mut self, case: CaseId) -> Result<(), VaultError> {
        let id = case.0.as_bytes();
        self.forget_agenda(case)?;
        self.execute("DELETE FROM case_words WHERE rowid = (SELECT number FROM cases WHERE id = ?1)", [id])?;
        self.execute("DELETE FROM case_tags WHERE number = (SELECT number FROM cases WHERE id = ?1)", [id])?;
        self.execute("DELETE FROM cases WHERE id = ?1", [id])?;
        self.execute("DELETE FROM hand_overs WHERE case_id = ?1", [id])?;
        self.execute("DELETE FROM documents WHERE id = ?1", [id])?;
        self.forget_removal(case)?;
        Ok(())
    }

    /// Notes that this person has seen what colleagues brought up to `news`, as [`case_news`](View::case_news) said before the case was read.
    pub fn mark_seen(&mut self, case: CaseId, news: u64) -> Result<(), VaultError> {
        self.execute("UPDATE cases SET seen = max(seen, ?2) WHERE id = ?1", (case.0.as_bytes(), sql::int(news)))?;
        self.execute("UPDATE cases SET unseen = 0 WHERE id = ?1 AND unseen = 1 AND news <= seen", [case.0.as_bytes()])?;
        Ok(())
    }

    /// Notes when this person opened the case here.
    pub fn mark_opened(&mut self, case: CaseId, at: Moment) -> Result<(), VaultError> {
        self.execute("UPDATE cases SET opened_at = ?2 WHERE id = ?1", (case.0.as_bytes(), at.0))?;
        Ok(())
    }

    /// Notes whether this person wants the case's files here.
    pub fn set_pinned(&mut self, case: CaseId, pinned: bool) -> Result<(), VaultError> {
        self.execute("UPDATE cases SET pinned = ?2 WHERE id = ?1", (case.0.as_bytes(), pinned))?;
        Ok(())
    }

    /// Draws the next number for references of this prefix and year, from 1. Drawn on this computer alone: the prefix must tell computers
    /// apart where they may draw at the same time.
    pub fn next_reference_number(&mut self, prefix: &str, year: i16) -> Result<u64, VaultError> {
        let sql = "INSERT INTO reference_numbers (prefix, year, last) VALUES (?1, ?2, 1) \
                   ON CONFLICT (prefix, year) DO UPDATE SET last = last + 1 RETURNING last";
        Ok(self.number(sql, (prefix, year))?)
    }
}

/// Runs of digits are filled up to ten, so that 2026-9 comes before 2026-10.
pub(super) fn reference_key(reference: &str) -> String {
    let mut key = String::new();
    let mut digits = String::new();
    for c in fold(reference).chars().chain(['\0']) {
        if c.is_ascii_digit() {
            digits.push(c);
            continue;
        }
        if !digits.is_empty() {
            key.push_str(&format!("{:0>10}", digits.trim_start_matches('0')));
            digits.clear();
        }
        key.push(c);
    }
    key.pop();
    key
}

pub(super) fn status_code(status: Status) -> u8 {
    match status {
        Status::New => 1,
        Status::InReview => 2,
        Status::Waiting => 3,
        Status::Decided => 4,
        Status::NeedsAdjudication => 5,
        Status::Closed => 6,
    }
}

pub(super) fn status(row: &Row<'_>, column: usize) -> Result<Status, rusqlite::Error> {
    Ok(match row.get(column)? {
        1u8 => Status::New,
        2 => Status::InReview,
        3 => Status::Waiting,
        4 => Status::Decided,
        5 => Status::NeedsAdjudication,
        6 => Status::Closed,
        _ => return Err(misplaced(column, Type::Integer)),
    })
}

pub(super) fn due(row: &Row<'_>, column: usize) -> Result<Option<Day>, rusqlite::Error> {
    let text: String = row.get(column)?;
    if text == NO_DAY { Ok(None) } else { text.parse().map(Some).map_err(|_| misplaced(column, Type::Text)) }
}
