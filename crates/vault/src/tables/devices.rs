//! The devices that this computer is about to be, and was before: when a copy of its profile goes on as the present one, it goes on as another.

use praesto_crypto::{AgeIdentity, Hash, Secret32};
use praesto_protocol::{DeviceId, DocumentId, SpaceId};
use rusqlite::types::Type;
use zeroize::Zeroizing;

use super::records::{COLUMNS, StoredRecord, read};
use crate::sql::{self, int, misplaced};
use crate::{VaultError, View, Writer};

/// The device that this computer is about to be.
#[derive(Debug)]
pub struct NextDevice {
    pub device: DeviceId,
    /// Secret of its signing key.
    pub signing: Secret32,
    pub age: AgeIdentity,
    pub device_name: String,
}

impl View<'_> {
    /// The device that this computer is about to be, if it is about to be another.
    pub fn next_device(&self) -> Result<Option<NextDevice>, VaultError> {
        Ok(self.first("SELECT device, signing, age, device_name FROM next_device", [], |row| {
            let age: Zeroizing<String> = Zeroizing::new(row.get(2)?);
            Ok(NextDevice {
                device: DeviceId(sql::uuid(row, 0)?),
                signing: Secret32::take(&mut row.get(1)?),
                age: AgeIdentity::parse(&age).map_err(|_| misplaced(2, Type::Text))?,
                device_name: row.get(3)?,
            })
        })?)
    }

    /// The devices that this computer was before, newest first, with the secrets of their signing keys.
    pub fn former_devices(&self) -> Result<Vec<(DeviceId, Secret32)>, VaultError> {
        Ok(self.all("SELECT device, signing FROM former_devices ORDER BY number DESC", [], |row| {
            Ok((DeviceId(sql::uuid(row, 0)?), Secret32::take(&mut row.get(1)?)))
        })?)
    }

    /// The records of a device that the server's order, as seen here, does not hold, oldest first.
    pub fn unplaced_records(&self, device: DeviceId) -> Result<Vec<StoredRecord>, VaultError> {
        let sql = format!("SELECT {COLUMNS} FROM records WHERE device = ?1 AND {UNPLACED} ORDER BY number");
        Ok(self.all(&sql, [device.as_bytes()], read)?)
    }

    /// The records of a document that their authors brought for another device, in the server's order.
    pub fn handed_on(&self, document: DocumentId) -> Result<Vec<StoredRecord>, VaultError> {
        let sql = format!(
            "SELECT {COLUMNS} FROM records WHERE hash IN (SELECT record FROM handed_on WHERE document = ?1) \
             ORDER BY server_seq IS NULL, server_seq, number"
        );
        Ok(self.all(&sql, [document.as_bytes()], read)?)
    }
}

/// The condition for a record that has no place in the server's order as far as it was seen.
const UNPLACED: &str =
    "(server_seq IS NULL OR server_seq > (SELECT coalesce(max(seq), 0) FROM space_order WHERE space_order.space = records.space))";

impl Writer<'_> {
    /// Keeps the device that this computer is about to be; one that is kept already stays.
    pub fn put_next_device(&mut self, next: &NextDevice) -> Result<(), VaultError> {
        // Both secrets are exposed to the encrypted database that keeps them.
        let age = next.age.expose_text();
        let age = std::str::from_utf8(&age).map_err(|_| VaultError::Damaged("next_device"))?;
        self.execute(
            "INSERT INTO next_device (one, device, signing, age, device_name) VALUES (1, ?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING",
            (next.device.as_bytes(), next.signing.expose(), age, &next.device_name),
        )?;
        Ok(())
    }

    /// Puts the next device in the place of the present one, which is kept as a former one.
    pub fn become_next_device(&mut self) -> Result<(), VaultError> {
        self.execute("INSERT INTO former_devices (device, signing) SELECT device, signing FROM identity", [])?;
        self.execute(
            "UPDATE identity SET (device, signing, age, device_name) = (SELECT device, signing, age, device_name FROM next_device)",
            [],
        )?;
        self.execute("DELETE FROM next_device", [])?;
        Ok(())
    }

    /// Notes that the author of a record brought it for another device.
    pub fn put_handed_on(&mut self, document: DocumentId, record: Hash) -> Result<(), VaultError> {
        self.execute("INSERT INTO handed_on (document, record) VALUES (?1, ?2) ON CONFLICT DO NOTHING", (document.as_bytes(), record.0))?;
        Ok(())
    }

    /// Takes out a record that has no place in the server's order, to keep its content in another way.
    pub fn take_unplaced(&mut self, hash: Hash) -> Result<(), VaultError> {
        self.execute(&format!("DELETE FROM records WHERE hash = ?1 AND {UNPLACED}"), [hash.0])?;
        Ok(())
    }

    /// Takes out the end of a device's chain that the server's order does not hold, from a place on.
    pub fn take_chain(&mut self, space: SpaceId, device: DeviceId, from: u64) -> Result<Vec<StoredRecord>, VaultError> {
        let place = (space.as_bytes(), device.as_bytes(), int(from));
        self.execute("DELETE FROM chain_places WHERE space = ?1 AND device = ?2 AND device_seq >= ?3", place)?;
        let sql = format!("DELETE FROM records WHERE space = ?1 AND device = ?2 AND device_seq >= ?3 AND {UNPLACED} RETURNING {COLUMNS}");
        Ok(self.all(&sql, place, read)?)
    }
}
