//! Which sealed attachments the documents name, and where each is.

use praesto_crypto::Hash;
use praesto_domain::PersonId;
use praesto_protocol::{DocumentId, SpaceId};
use rusqlite::Row;
use rusqlite::types::Type;

use crate::sql::{self, int, misplaced};
use crate::{VaultError, View, Writer};

/// Where a sealed attachment is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AttachmentState {
    /// On this computer and on the server.
    Here,
    /// On this computer only.
    WaitingToBeSent,
    /// Not on this computer; the server said that it has it.
    OnServer,
    /// Coming from the server; `done` bytes are here.
    Arriving { done: u64 },
    /// Not on this computer, and not known to be on the server: its author's computer may not have sent it yet.
    WithAuthor,
}

/// A sealed attachment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AttachmentRow {
    /// Hash of the sealed bytes.
    pub hash: Hash,
    pub space: SpaceId,
    /// A document that names it.
    pub document: DocumentId,
    /// Length of the sealed file in bytes.
    pub size: u64,
    pub state: AttachmentState,
}

const COLUMNS: &str = "hash, space, document, size, state, done";
/// The same of each document that names it.
const NAMED: &str = "a.hash, n.space, n.document, a.size, a.state, a.done";

/// That nothing asks for a file to stay; `?1` is this person, `?2` the time after which a case counts as opened lately.
const RELEASED: &str = "a.state = 0 AND a.made_here = 0 AND NOT EXISTS (SELECT 1 FROM attachment_names AS n JOIN cases ON cases.id = n.document \
     WHERE n.hash = a.hash AND (pinned = 1 OR opened_at > ?2 OR (closed = 0 AND removed = 0 AND assignee IS ?1)))";

impl AttachmentState {
    fn code(self) -> (u8, u64) {
        match self {
            Self::Here => (0, 0),
            Self::WaitingToBeSent => (1, 0),
            Self::OnServer => (2, 0),
            Self::Arriving { done } => (3, done),
            Self::WithAuthor => (4, 0),
        }
    }
}

impl View<'_> {
    /// The attachment with this hash, as the first document that named it.
    pub fn attachment(&self, hash: Hash) -> Result<Option<AttachmentRow>, VaultError> {
        Ok(self.first(&format!("SELECT {COLUMNS} FROM attachments WHERE hash = ?1"), [hash.0], read)?)
    }

    /// The attachment with this hash that a document names.
    pub fn attachment_of(&self, document: DocumentId, hash: Hash) -> Result<Option<AttachmentRow>, VaultError> {
        let sql = format!(
            "SELECT {NAMED} FROM attachment_names AS n JOIN attachments AS a ON a.hash = n.hash WHERE n.document = ?1 AND n.hash = ?2"
        );
        Ok(self.first(&sql, (document.as_bytes(), hash.0), read)?)
    }

    /// The attachments in a state, whatever has been done of it; of a space or of all.
    pub fn attachments_in(&self, state: AttachmentState, space: Option<SpaceId>, limit: u32) -> Result<Vec<AttachmentRow>, VaultError> {
        let code = state.code().0;
        Ok(match space {
            Some(space) => {
                let sql = format!("SELECT {COLUMNS} FROM attachments WHERE state = ?1 AND space = ?2 ORDER BY rowid LIMIT ?3");
                self.all(&sql, (code, space.as_bytes(), limit), read)?
            }
            None => {
                self.all(&format!("SELECT {COLUMNS} FROM attachments WHERE state = ?1 ORDER BY rowid LIMIT ?2"), (code, limit), read)?
            }
        })
    }

    /// The attachments to fetch by itself: not on this computer, named by open cases that are assigned to a person or by pinned ones,
    /// once for each of these cases. What has begun to arrive first.
    pub fn attachments_to_keep(&self, person: PersonId, limit: u32) -> Result<Vec<AttachmentRow>, VaultError> {
        // From the cases to their files: of both, the cases of one person are by far the fewer.
        let sql = format!(
            "SELECT {NAMED} FROM cases CROSS JOIN attachment_names AS n ON n.document = cases.id CROSS JOIN attachments AS a ON a.hash = n.hash \
             WHERE ((cases.assignee = ?1 AND cases.closed = 0 AND cases.removed = 0) OR cases.pinned = 1) AND a.state IN (2, 3, 4) ORDER BY a.state = 3 DESC, a.rowid, n.document LIMIT ?2"
        );
        Ok(self.all(&sql, (person.0.as_bytes(), limit), read)?)
    }

    /// Attachments that are not known to be on the server, of the cases that were opened last.
    pub fn attachments_missed(&self, limit: u32) -> Result<Vec<AttachmentRow>, VaultError> {
        let sql = format!(
            "SELECT {NAMED} FROM cases CROSS JOIN attachment_names AS n ON n.document = cases.id CROSS JOIN attachments AS a ON a.hash = n.hash \
             WHERE cases.opened_at IS NOT NULL AND a.state = 4 ORDER BY cases.opened_at DESC, a.rowid LIMIT ?1"
        );
        Ok(self.all(&sql, [limit], read)?)
    }

    /// Attachments that are not known to be on the server, in the order of their hashes, once for each space that names them.
    pub fn attachments_not_known(&self, after: Hash, limit: u32) -> Result<Vec<AttachmentRow>, VaultError> {
        let sql = format!(
            "SELECT {NAMED} FROM attachments AS a CROSS JOIN attachment_names AS n ON n.hash = a.hash \
             WHERE a.state = 4 AND a.hash > ?1 GROUP BY a.hash, n.space ORDER BY a.hash LIMIT ?2"
        );
        Ok(self.all(&sql, (after.0, limit), read)?)
    }

    /// Attachments that are here and were sent, in the order of their hashes.
    pub fn attachments_sent(&self, after: Hash, limit: u32) -> Result<Vec<AttachmentRow>, VaultError> {
        let sql = format!("SELECT {COLUMNS} FROM attachments WHERE state = 0 AND hash > ?1 ORDER BY hash LIMIT ?2");
        Ok(self.all(&sql, (after.0, limit), read)?)
    }

    /// Attachments that can leave this computer, from a hash on: on the server too, not made here, and of no case that is an open one of this person,
    /// pinned, or opened here after that time.
    pub fn attachments_to_release(&self, me: PersonId, opened: i64, after: Hash, limit: u32) -> Result<Vec<AttachmentRow>, VaultError> {
        let sql = format!("SELECT {COLUMNS} FROM attachments AS a WHERE {RELEASED} AND hash > ?3 ORDER BY hash LIMIT ?4");
        Ok(self.all(&sql, (me.0.as_bytes(), opened, after.0, limit), read)?)
    }

    /// Number and bytes of the files that can leave this computer.
    pub fn releasable(&self, me: PersonId, opened: i64) -> Result<(u64, u64), VaultError> {
        let sql = format!("SELECT count(*), coalesce(sum(size), 0) FROM attachments AS a WHERE {RELEASED}");
        Ok(self.first(&sql, (me.0.as_bytes(), opened), |row| Ok((sql::count(row, 0)?, sql::count(row, 1)?)))?.unwrap_or_default())
    }

    /// The attachments that a document names.
    pub fn attachments_of(&self, document: DocumentId) -> Result<Vec<AttachmentRow>, VaultError> {
        let sql = format!(
            "SELECT {NAMED} FROM attachment_names AS n JOIN attachments AS a ON a.hash = n.hash WHERE n.document = ?1 ORDER BY a.rowid"
        );
        Ok(self.all(&sql, [document.as_bytes()], read)?)
    }
}

impl Writer<'_> {
    /// Keeps where an attachment is, instead of what was known, and that this document names it.
    pub fn put_attachment(&mut self, row: &AttachmentRow) -> Result<(), VaultError> {
        self.insert_attachment(row, "UPDATE SET size = excluded.size, state = excluded.state, done = excluded.done")
    }

    /// Notes that a document names an attachment; where it is stays as it is known.
    pub fn name_attachment(&mut self, row: &AttachmentRow) -> Result<(), VaultError> {
        self.insert_attachment(row, "NOTHING")
    }

    fn insert_attachment(&mut self, row: &AttachmentRow, otherwise: &str) -> Result<(), VaultError> {
        let (state, done) = row.state.code();
        let sql =
            format!("INSERT INTO attachments ({COLUMNS}, made_here) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT (hash) DO {otherwise}");
        let made_here = row.state == AttachmentState::WaitingToBeSent;
        self.execute(&sql, (row.hash.0, row.space.as_bytes(), row.document.as_bytes(), int(row.size), state, int(done), made_here))?;
        self.execute(
            "INSERT INTO attachment_names (document, hash, space) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING",
            (row.document.as_bytes(), row.hash.0, row.space.as_bytes()),
        )?;
        Ok(())
    }

    /// Notes that an attachment is not what a document says of it; whether that is news.
    pub fn mark_attachment_unfit(&mut self, document: DocumentId, hash: Hash) -> Result<bool, VaultError> {
        let sql = "UPDATE attachment_names SET unfit = 1 WHERE document = ?1 AND hash = ?2 AND unfit = 0";
        Ok(self.execute(sql, (document.as_bytes(), hash.0))? == 1)
    }

    /// Notes where an attachment is now that was last known to be somewhere; `false` when it is elsewhere by now.
    pub fn move_attachment(&mut self, hash: Hash, from: AttachmentState, to: AttachmentState) -> Result<bool, VaultError> {
        let (from, (to, done)) = (from.code().0, to.code());
        Ok(self.execute("UPDATE attachments SET state = ?3, done = ?4 WHERE hash = ?1 AND state = ?2", (hash.0, from, to, int(done)))? == 1)
    }

    /// Notes where an attachment is now; `false` when it is not known.
    pub fn set_attachment_state(&mut self, hash: Hash, state: AttachmentState) -> Result<bool, VaultError> {
        let (state, done) = state.code();
        Ok(self.execute("UPDATE attachments SET state = ?2, done = ?3 WHERE hash = ?1", (hash.0, state, int(done)))? == 1)
    }
}

fn read(row: &Row<'_>) -> Result<AttachmentRow, rusqlite::Error> {
    Ok(AttachmentRow {
        hash: sql::hash(row, 0)?,
        space: SpaceId(sql::uuid(row, 1)?),
        document: DocumentId(sql::uuid(row, 2)?),
        size: sql::count(row, 3)?,
        state: match row.get(4)? {
            0u8 => AttachmentState::Here,
            1 => AttachmentState::WaitingToBeSent,
            2 => AttachmentState::OnServer,
            3 => AttachmentState::Arriving { done: sql::count(row, 5)? },
            4 => AttachmentState::WithAuthor,
            _ => return Err(misplaced(4, Type::Integer)),
        },
    })
}
