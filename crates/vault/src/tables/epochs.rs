//! The keys of each space that this computer holds.

use praesto_crypto::Hash;
use praesto_protocol::{DeviceId, EpochKeys, SpaceId};
use zeroize::Zeroizing;

use super::records::{COLUMNS, StoredRecord, read};
use crate::sql::{hash, int};
use crate::{VaultError, View, Writer};

/// Keys drawn for a next epoch, which nobody uses yet.
#[derive(Debug)]
pub struct DrawnEpoch {
    pub keys: EpochKeys,
    /// The sealed way to the keys before.
    pub link: Vec<u8>,
    /// The head of the register that they were drawn on.
    pub made_for: Hash,
}

impl View<'_> {
    /// The keys of one epoch, if this computer has them.
    pub fn epoch_keys(&self, space: SpaceId, epoch: u32) -> Result<Option<EpochKeys>, VaultError> {
        let sql = "SELECT keys FROM epochs WHERE space = ?1 AND epoch = ?2";
        let bytes: Option<Zeroizing<Vec<u8>>> = self.first(sql, (space.as_bytes(), epoch), |row| row.get(0).map(Zeroizing::new))?;
        bytes.map(|bytes| EpochKeys::decode(&bytes)).transpose().map_err(|_| VaultError::Damaged("epochs"))
    }

    /// The keys of all epochs that this computer has.
    pub fn all_epoch_keys(&self, space: SpaceId) -> Result<Vec<EpochKeys>, VaultError> {
        let sql = "SELECT keys FROM epochs WHERE space = ?1 ORDER BY epoch";
        let all: Vec<Zeroizing<Vec<u8>>> = self.all(sql, [space.as_bytes()], |row| row.get(0).map(Zeroizing::new))?;
        all.iter().map(|bytes| EpochKeys::decode(bytes).map_err(|_| VaultError::Damaged("epochs"))).collect()
    }

    /// Number of epochs whose keys this computer has.
    pub fn epoch_keys_count(&self, space: SpaceId) -> Result<u64, VaultError> {
        Ok(self.number("SELECT count(*) FROM epochs WHERE space = ?1", [space.as_bytes()])?)
    }

    /// The sealed way from an epoch's keys to those of the epoch before; empty for the first.
    pub fn epoch_link(&self, space: SpaceId, epoch: u32) -> Result<Option<Vec<u8>>, VaultError> {
        Ok(self.first("SELECT link FROM epochs WHERE space = ?1 AND epoch = ?2", (space.as_bytes(), epoch), |row| row.get(0))?)
    }

    /// The keys that this computer drew for a next epoch.
    pub fn drawn_epoch(&self, space: SpaceId) -> Result<Option<DrawnEpoch>, VaultError> {
        let sql = "SELECT keys, link, made_for FROM drawn_epochs WHERE space = ?1";
        let row = self.first(sql, [space.as_bytes()], |row| Ok((Zeroizing::new(row.get::<_, Vec<u8>>(0)?), row.get(1)?, hash(row, 2)?)))?;
        let Some((keys, link, made_for)) = row else { return Ok(None) };
        let keys = EpochKeys::decode(&keys).map_err(|_| VaultError::Damaged("drawn_epochs"))?;
        Ok(Some(DrawnEpoch { keys, link, made_for }))
    }

    /// The place in the server's order from which on records may be sealed under an epoch; 0 where its keys are not here.
    pub fn epoch_since(&self, space: SpaceId, epoch: u32) -> Result<u64, VaultError> {
        let since: Option<i64> =
            self.first("SELECT since FROM epochs WHERE space = ?1 AND epoch = ?2", (space.as_bytes(), epoch), |row| row.get(0))?;
        Ok(since.map_or(0, i64::unsigned_abs))
    }

    /// A device's records that the server has, in its order, after a place.
    pub fn sent_after(&self, space: SpaceId, device: DeviceId, after: u64, limit: u32) -> Result<Vec<StoredRecord>, VaultError> {
        let sql =
            format!("SELECT {COLUMNS} FROM records WHERE space = ?1 AND device = ?2 AND server_seq > ?3 ORDER BY server_seq LIMIT ?4");
        Ok(self.all(&sql, (space.as_bytes(), device.as_bytes(), int(after), limit), read)?)
    }

    /// The newest epoch of which this computer has the keys.
    pub fn newest_epoch(&self, space: SpaceId) -> Result<Option<u32>, VaultError> {
        let newest = self.first("SELECT max(epoch) FROM epochs WHERE space = ?1", [space.as_bytes()], |row| row.get(0))?;
        Ok(newest.flatten())
    }
}

impl Writer<'_> {
    /// Keeps the keys of an epoch, instead of those that were there. From which place on records may be sealed under them stays as it was noted first.
    pub fn put_epoch_keys(&mut self, keys: &EpochKeys, link: &[u8]) -> Result<(), VaultError> {
        self.execute(
            "INSERT INTO epochs (space, epoch, keys, link, since) \
             VALUES (?1, ?2, ?3, ?4, (SELECT coalesce(max(seq), 0) FROM space_order WHERE space = ?1)) \
             ON CONFLICT (space, epoch) DO UPDATE SET keys = excluded.keys, link = excluded.link",
            (keys.space.as_bytes(), keys.epoch, &keys.encode()[..], link),
        )?;
        Ok(())
    }

    /// Notes that records after an earlier place, too, may be sealed under an epoch.
    pub fn lower_epoch_since(&mut self, space: SpaceId, epoch: u32, since: u64) -> Result<(), VaultError> {
        self.execute("UPDATE epochs SET since = min(since, ?3) WHERE space = ?1 AND epoch = ?2", (space.as_bytes(), epoch, int(since)))?;
        Ok(())
    }

    /// Keeps the keys drawn for a next epoch, instead of those drawn before.
    pub fn put_drawn_epoch(&mut self, drawn: &DrawnEpoch) -> Result<(), VaultError> {
        self.execute(
            "INSERT OR REPLACE INTO drawn_epochs (space, keys, link, made_for) VALUES (?1, ?2, ?3, ?4)",
            (drawn.keys.space.as_bytes(), &drawn.keys.encode()[..], &drawn.link, drawn.made_for.0),
        )?;
        Ok(())
    }

    /// Forgets the keys drawn for a next epoch.
    pub fn forget_drawn_epoch(&mut self, space: SpaceId) -> Result<(), VaultError> {
        self.execute("DELETE FROM drawn_epochs WHERE space = ?1", [space.as_bytes()])?;
        Ok(())
    }
}
