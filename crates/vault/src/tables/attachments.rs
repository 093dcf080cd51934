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
    /// Not on this computer; on the server, or still on a colleague's computer.
    OnServer,
    /// Coming from the server; `done` bytes are here.
    Arriving { done: u64 },
}

/// A sealed attachment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AttachmentRow {
    /// Hash of the sealed bytes.
    pub hash: Hash,
    pub space: SpaceId,
    pub document: DocumentId,
    /// Length of the sealed file in bytes.
    pub size: u64,
    pub state: AttachmentState,
}

const COLUMNS: &str = "hash, space, document, size, state, done";

impl AttachmentState {
    fn code(self) -> (u8, u64) {
        match self {
            Self::Here => (0, 0),
            Self::WaitingToBeSent => (1, 0),
            Self::OnServer => (2, 0),
            Self::Arriving { done } => (3, done),
        }
    }
}

impl View<'_> {
    /// The attachment with this hash.
    pub fn attachment(&self, hash: Hash) -> Result<Option<AttachmentRow>, VaultError> {
        Ok(self.first(&format!("SELECT {COLUMNS} FROM attachments WHERE hash = ?1"), [hash.0], read)?)
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

    /// The attachments to fetch by itself: not on this computer, of cases that are assigned to a person or pinned. What has begun to arrive first.
    pub fn attachments_to_keep(&self, person: PersonId, limit: u32) -> Result<Vec<AttachmentRow>, VaultError> {
        let columns = COLUMNS.split(", ").map(|column| format!("attachments.{column}")).collect::<Vec<_>>().join(", ");
        // From the cases to their files: of both, the cases of one person are by far the fewer.
        let sql = format!(
            "SELECT {columns} FROM cases CROSS JOIN attachments ON attachments.document = cases.id \
             WHERE (cases.assignee = ?1 OR cases.pinned = 1) AND attachments.state IN (2, 3) \
             ORDER BY attachments.state DESC, attachments.rowid LIMIT ?2"
        );
        Ok(self.all(&sql, (person.0.as_bytes(), limit), read)?)
    }

    /// The attachments of a document.
    pub fn attachments_of(&self, document: DocumentId) -> Result<Vec<AttachmentRow>, VaultError> {
        let sql = format!("SELECT {COLUMNS} FROM attachments WHERE document = ?1 ORDER BY rowid");
        Ok(self.all(&sql, [document.as_bytes()], read)?)
    }
}

impl Writer<'_> {
    /// Keeps an attachment's row, instead of what was there.
    pub fn put_attachment(&mut self, row: &AttachmentRow) -> Result<(), VaultError> {
        let (state, done) = row.state.code();
        self.execute(
            "INSERT INTO attachments (hash, space, document, size, state, done) VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT (hash) DO \
             UPDATE SET space = excluded.space, document = excluded.document, size = excluded.size, state = excluded.state, \
             done = excluded.done",
            (row.hash.0, row.space.as_bytes(), row.document.as_bytes(), int(row.size), state, int(done)),
        )?;
        Ok(())
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
            _ => return Err(misplaced(4, Type::Integer)),
        },
    })
}
