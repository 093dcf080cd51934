//! The server's order of each space as far as this computer has seen it, and the receipts for it.

use praesto_crypto::Hash;
use praesto_protocol::{OrderHash, SpaceId};

use crate::sql::{self, int};
use crate::{VaultError, View, Writer};

impl View<'_> {
    /// How far the space was seen: number of records and running hash; `(0, OrderHash::empty(space))` at first.
    pub fn cursor(&self, space: SpaceId) -> Result<(u64, OrderHash), VaultError> {
        let sql = "SELECT seq, order_hash FROM space_order WHERE space = ?1 ORDER BY seq DESC LIMIT 1";
        let last = self.first(sql, [space.as_bytes()], |row| Ok((sql::count(row, 0)?, OrderHash(sql::hash(row, 1)?))))?;
        Ok(last.unwrap_or((0, OrderHash::empty(space))))
    }

    /// The running hash after `seq` records, where it was seen.
    pub fn order_at(&self, space: SpaceId, seq: u64) -> Result<Option<OrderHash>, VaultError> {
        if seq == 0 {
            return Ok(Some(OrderHash::empty(space)));
        }
        let sql = "SELECT order_hash FROM space_order WHERE space = ?1 AND seq = ?2";
        Ok(self.first(sql, (space.as_bytes(), int(seq)), |row| Ok(OrderHash(sql::hash(row, 0)?)))?)
    }

    /// The statement that the server holds at place `seq`, where it was seen.
    pub fn order_statement(&self, space: SpaceId, seq: u64) -> Result<Option<Hash>, VaultError> {
        let sql = "SELECT statement FROM space_order WHERE space = ?1 AND seq = ?2";
        Ok(self.first(sql, (space.as_bytes(), int(seq)), |row| sql::hash(row, 0))?)
    }

    /// The newest receipts of a space, newest first.
    pub fn receipts(&self, space: SpaceId, limit: u32) -> Result<Vec<Vec<u8>>, VaultError> {
        let sql = "SELECT receipt FROM receipts WHERE space = ?1 ORDER BY number DESC LIMIT ?2";
        Ok(self.all(sql, (space.as_bytes(), limit), |row| row.get(0))?)
    }
}

impl Writer<'_> {
    /// Notes the record at place `seq`, the running hash after it, and when the server received it. A place is noted once. Another record that
    /// was acknowledged for this place waits to be sent again: the server has lost it. Bytes that came for this place and are no record were spoiled
    /// on the way, and are thrown away.
    pub fn advance(&mut self, space: SpaceId, seq: u64, statement: Hash, order: OrderHash, received_at: i64) -> Result<(), VaultError> {
        self.execute(
            "INSERT INTO space_order (space, seq, statement, order_hash, received_at) VALUES (?1, ?2, ?3, ?4, ?5)",
            (space.as_bytes(), int(seq), statement.0, order.0.0, received_at),
        )?;
        self.execute(
            "UPDATE records SET server_seq = NULL, received_at = NULL WHERE space = ?1 AND server_seq = ?2 AND hash != ?3",
            (space.as_bytes(), int(seq), statement.0),
        )?;
        self.execute(
            "DELETE FROM set_aside WHERE space = ?1 AND server_seq = ?2 AND hash != ?3 AND document IS NULL",
            (space.as_bytes(), int(seq), statement.0),
        )?;
        Ok(())
    }

    /// Makes wait again what was acknowledged for places after `seq`, where the server holds nothing any more; says how many records.
    pub fn unacknowledge_after(&mut self, space: SpaceId, seq: u64) -> Result<usize, VaultError> {
        let records = self.execute(
            "UPDATE records SET server_seq = NULL, received_at = NULL WHERE space = ?1 AND server_seq > ?2",
            (space.as_bytes(), int(seq)),
        )?;
        if records > 0 {
            // What was lost may be attachments as well: each is offered again, and one that the server still has is not sent twice.
            self.execute("UPDATE attachments SET state = 1 WHERE state = 0 AND space = ?1", [space.as_bytes()])?;
            // What it was known to have is to be asked for again.
            self.execute("UPDATE attachments SET state = 4 WHERE state = 2 AND space = ?1", [space.as_bytes()])?;
        }
        Ok(records)
    }

    /// Forgets the order after `seq`, because the server lost it; the records from there on wait to be sent again.
    pub fn truncate_order(&mut self, space: SpaceId, seq: u64) -> Result<(), VaultError> {
        self.execute("DELETE FROM space_order WHERE space = ?1 AND seq > ?2", (space.as_bytes(), int(seq)))?;
        // What is sent again is sealed again, with keys that may have come later, and what was sealed again may be gone.
        self.execute("UPDATE epochs SET since = min(since, ?2) WHERE space = ?1", (space.as_bytes(), int(seq)))?;
        self.execute("DELETE FROM meta WHERE key LIKE 'sealed-again/' || ?1 || '/%'", [space.to_string()])?;
        self.unacknowledge_after(space, seq)?;
        Ok(())
    }

    /// Keeps a receipt of the server.
    pub fn put_receipt(&mut self, space: SpaceId, receipt: &[u8]) -> Result<(), VaultError> {
        self.execute("INSERT INTO receipts (space, receipt) VALUES (?1, ?2)", (space.as_bytes(), receipt))?;
        Ok(())
    }
}
