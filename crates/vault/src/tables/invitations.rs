//! Invitations that this computer made, with their secrets, until they are used or run out.

use praesto_protocol::{InvitationId, InvitationSecret, PersonId};
use rusqlite::Row;

use crate::{VaultError, View, Writer, sql};

/// An invitation that this computer made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredInvitation {
    pub id: InvitationId,
    pub secret: InvitationSecret,
    pub person: PersonId,
    pub person_name: String,
    /// Milliseconds since the Unix epoch.
    pub expires_at: i64,
}

const COLUMNS: &str = "id, secret, person, person_name, expires_at";

impl View<'_> {
    /// The invitation with this id.
    pub fn invitation(&self, id: InvitationId) -> Result<Option<StoredInvitation>, VaultError> {
        Ok(self.first(&format!("SELECT {COLUMNS} FROM invitations WHERE id = ?1"), [id.as_bytes()], read)?)
    }

    /// All invitations, first to run out first.
    pub fn invitations(&self) -> Result<Vec<StoredInvitation>, VaultError> {
        Ok(self.all(&format!("SELECT {COLUMNS} FROM invitations ORDER BY expires_at, id"), [], read)?)
    }
}

impl Writer<'_> {
    /// Keeps an invitation.
    pub fn put_invitation(&mut self, invitation: &StoredInvitation) -> Result<(), VaultError> {
        self.execute(
            "INSERT OR REPLACE INTO invitations (id, secret, person, person_name, expires_at) VALUES (?1, ?2, ?3, ?4, ?5)",
            (
                invitation.id.as_bytes(),
                // Exposed to the encrypted database, to check the keys of whoever joins.
                invitation.secret.expose(),
                invitation.person.as_bytes(),
                &invitation.person_name,
                invitation.expires_at,
            ),
        )?;
        Ok(())
    }

    /// Forgets an invitation that was used or ran out.
    pub fn remove_invitation(&mut self, id: InvitationId) -> Result<(), VaultError> {
        self.execute("DELETE FROM invitations WHERE id = ?1", [id.as_bytes()])?;
        Ok(())
    }
}

fn read(row: &Row<'_>) -> Result<StoredInvitation, rusqlite::Error> {
    Ok(StoredInvitation {
        id: InvitationId(sql::uuid(row, 0)?),
        secret: InvitationSecret::from_bytes(row.get(1)?),
        person: PersonId(sql::uuid(row, 2)?),
        person_name: row.get(3)?,
        expires_at: row.get(4)?,
    })
}
