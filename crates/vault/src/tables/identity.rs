//! Who this computer is, with its secret keys. They were made here and leave only sealed.

use praesto_crypto::{AgeIdentity, Hash, Secret32};
use praesto_protocol::{DeviceId, OfficeId, PersonId};
use rusqlite::Row;
use rusqlite::types::Type;
use zeroize::Zeroizing;

use crate::sql::{self, misplaced};
use crate::{VaultError, View, Writer};

/// This computer in its office.
#[derive(Debug)]
pub struct Identity {
    pub office: OfficeId,
    pub person: PersonId,
    pub device: DeviceId,
    /// Secret of the device's signing key.
    pub signing: Secret32,
    /// The device's own age identity, to which envelopes are sealed.
    pub age: AgeIdentity,
    /// Address of the server; none while the office has none.
    pub server: Option<String>,
    /// SHA-256 of the server's certificate, where the invitation pinned it.
    pub certificate: Option<Hash>,
    /// Whether this is the sample office.
    pub sample: bool,
    /// The invitation's code, while this computer waits for a colleague.
    pub invitation: Option<String>,
    /// The office's name as the invitation gave it, until the directory says it.
    pub office_name_hint: String,
    pub person_name: String,
    pub device_name: String,
}

impl View<'_> {
    /// Who this computer is; `None` before an office was made or joined.
    pub fn identity(&self) -> Result<Option<Identity>, VaultError> {
        let sql = "SELECT office, person, device, signing, age, server, certificate, sample, invitation, office_name_hint, person_name, \
                   device_name FROM identity";
        Ok(self.first(sql, [], read)?)
    }
}

impl Writer<'_> {
    /// Sets where the office's server is, with the hash of its certificate where it made its own.
    pub fn set_server(&mut self, url: &str, certificate: Option<&Hash>) -> Result<(), VaultError> {
        self.execute("UPDATE identity SET server = ?1, certificate = ?2", (url, certificate.map(|hash| hash.0)))?;
        Ok(())
    }

    /// Keeps who this computer is, instead of what was there.
    pub fn put_identity(&mut self, identity: &Identity) -> Result<(), VaultError> {
        // Both secrets are exposed to the encrypted database that keeps them.
        let age = identity.age.expose_text();
        let age = std::str::from_utf8(&age).map_err(|_| VaultError::Damaged("identity"))?;
        self.execute(
            "INSERT OR REPLACE INTO identity (one, office, person, device, signing, age, server, certificate, sample, invitation, \
             office_name_hint, person_name, device_name) VALUES (1, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
            rusqlite::params![
                identity.office.as_bytes(),
                identity.person.as_bytes(),
                identity.device.as_bytes(),
                identity.signing.expose(),
                age,
                identity.server,
                identity.certificate.map(|hash| hash.0),
                identity.sample,
                identity.invitation,
                identity.office_name_hint,
                identity.person_name,
                identity.device_name,
            ],
        )?;
        Ok(())
    }
}

fn read(row: &Row<'_>) -> Result<Identity, rusqlite::Error> {
    let age: Zeroizing<String> = Zeroizing::new(row.get(4)?);
    Ok(Identity {
        office: OfficeId(sql::uuid(row, 0)?),
        person: PersonId(sql::uuid(row, 1)?),
        device: DeviceId(sql::uuid(row, 2)?),
        signing: Secret32::take(&mut row.get(3)?),
        age: AgeIdentity::parse(&age).map_err(|_| misplaced(4, Type::Text))?,
        server: row.get(5)?,
        certificate: row.get::<_, Option<[u8; 32]>>(6)?.map(Hash),
        sample: row.get(7)?,
        invitation: row.get(8)?,
        office_name_hint: row.get(9)?,
        person_name: row.get(10)?,
        device_name: row.get(11)?,
    })
}
