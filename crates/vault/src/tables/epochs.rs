//! The keys of each space that this computer holds.

use praesto_protocol::{DeviceId, EpochKeys, SpaceId};
use zeroize::Zeroizing;

use super::records::{COLUMNS, StoredRecord, read};
use crate::sql::int;
use crate::{VaultError, View, Writer};

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

    /// The keys that this computer drew for a next epoch, and the sealed way from them to those before: they are in nobody's use yet.
    pub fn drawn_epoch(&self, space: SpaceId) -> Result<Option<(EpochKeys, Vec<u8>)>, VaultError> {
        let (keys, link) = drawn(space);
        let (Some(keys), Some(link)) = (self.meta(&keys)?.map(Zeroizing::new), self.meta(&link)?) else { return Ok(None) };
        let keys = EpochKeys::decode(&keys).map_err(|_| VaultError::Damaged("the keys of a next epoch"))?;
        Ok(Some((keys, link)))
    }

    /// A device's records that the server has and that may be sealed under an epoch, in the server's order, after a place.
    pub fn sealed_under(
        &self,
        space: SpaceId,
        device: DeviceId,
        epoch: u32,
        after: u64,
        limit: u32,
    ) -> Result<Vec<StoredRecord>, VaultError> {
        let sql = format!(
            "SELECT {COLUMNS} FROM records WHERE space = ?1 AND device = ?2 AND server_seq > max(?4, \
             coalesce((SELECT since FROM epochs WHERE space = ?1 AND epoch = ?3), 0)) ORDER BY server_seq LIMIT ?5"
        );
        Ok(self.all(&sql, (space.as_bytes(), device.as_bytes(), epoch, int(after), limit), read)?)
    }

    /// The newest epoch of which this computer has the keys.
    pub fn newest_epoch(&self, space: SpaceId) -> Result<Option<u32>, VaultError> {
        let newest = self.first("SELECT max(epoch) FROM epochs WHERE space = ?1", [space.as_bytes()], |row| row.get(0))?;
        Ok(newest.flatten())
    }
}

impl Writer<'_> {
    /// Keeps the keys of an epoch, instead of what was there.
    pub fn put_epoch_keys(&mut self, keys: &EpochKeys, link: &[u8]) -> Result<(), VaultError> {
        self.execute(
            "INSERT OR REPLACE INTO epochs (space, epoch, keys, link, since) \
             VALUES (?1, ?2, ?3, ?4, (SELECT coalesce(max(seq), 0) FROM space_order WHERE space = ?1))",
            (keys.space.as_bytes(), keys.epoch, &keys.encode()[..], link),
        )?;
        Ok(())
    }

    /// Keeps the keys drawn for a next epoch, instead of those drawn before.
    pub fn put_drawn_epoch(&mut self, keys: &EpochKeys, link: &[u8]) -> Result<(), VaultError> {
        let (to_keys, to_link) = drawn(keys.space);
        self.put_meta(&to_keys, &keys.encode())?;
        self.put_meta(&to_link, link)
    }

    /// Forgets the keys drawn for a next epoch.
    pub fn forget_drawn_epoch(&mut self, space: SpaceId) -> Result<(), VaultError> {
        let (keys, link) = drawn(space);
        self.remove_meta(&keys)?;
        self.remove_meta(&link)
    }
}

/// Where the keys drawn for a next epoch of a space are kept, and the way to those before.
fn drawn(space: SpaceId) -> (String, String) {
    (format!("epoch-drawn/{space}"), format!("epoch-drawn-link/{space}"))
}
