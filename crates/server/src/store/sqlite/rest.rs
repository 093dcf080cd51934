//! The server's keys, attachments, newcomers, and the holding area.

use praesto_crypto::Hash;
use praesto_protocol::api::{Bytes, HeldOutbox, JoinRequest};
use praesto_protocol::{DeviceId, OfficeId};
use rusqlite::{Connection, OptionalExtension, Transaction};

use super::{Holding, Identity, Joining, Place, StoreError, Tried, secret};

pub(super) fn identity(tx: &Transaction<'_>, fresh: Identity) -> Result<Identity, StoreError> {
    let found = tx
        .query_row("SELECT receipt_key, token_key FROM server", (), |row| Ok((row.get::<_, Vec<u8>>(0)?, row.get::<_, Vec<u8>>(1)?)))
        .optional()
        .tried("read the server's keys")?;
    if let Some((receipt_key, token_key)) = found {
        return Ok(Identity { receipt_key: secret(receipt_key)?, token_key: secret(token_key)? });
    }
    // Exposed to the one place that keeps them.
    tx.execute(
        "INSERT INTO server (one, receipt_key, token_key) VALUES (1, ?1, ?2)",
        (fresh.receipt_key.expose(), fresh.token_key.expose()),
    )
    .tried("keep the server's keys")?;
    Ok(fresh)
}

pub(super) fn attachment_noted(connection: &Connection, place: Place, attachment: Hash) -> Result<Option<u64>, StoreError> {
    connection
        .prepare_cached("SELECT length FROM attachment WHERE office = ?1 AND space = ?2 AND hash = ?3")
        .and_then(|mut query| query.query_row((place.office.as_bytes(), place.space.as_bytes(), attachment.0), |row| row.get(0)).optional())
        .tried("look for an attachment")
}

pub(super) fn attachment_arrived(tx: &Transaction<'_>, place: Place, attachment: Hash, length: u64) -> Result<(), StoreError> {
    let (office, space) = (place.office.as_bytes(), place.space.as_bytes());
    let changed = tx
        .execute(
            "UPDATE attachment SET length = ?4 WHERE office = ?1 AND space = ?2 AND hash = ?3 AND length = 0",
            (office, space, attachment.0, length),
        )
        .tried("note an attachment")?;
    if changed > 0 {
        tx.execute("UPDATE space SET bytes = bytes + ?3 WHERE office = ?1 AND space = ?2", (office, space, length))
            .tried("count an attachment")?;
    }
    Ok(())
}

pub(super) fn used_bytes(connection: &Connection, office: OfficeId) -> Result<u64, StoreError> {
    connection
        .query_row(
            "SELECT coalesce((SELECT bytes FROM office WHERE office = ?1), 0)
                 + coalesce((SELECT sum(bytes) FROM space WHERE office = ?1), 0)
                 + coalesce((SELECT sum(length(sealed)) FROM holding WHERE office = ?1), 0)",
            [office.as_bytes()],
            |row| row.get(0),
        )
        .tried("used room")
}

pub(super) fn add_joining(tx: &Transaction<'_>, request: &JoinRequest, most: u32, now: i64) -> Result<Joining, StoreError> {
    let (office, invitation, device) = (request.office.as_bytes(), request.invitation.as_bytes(), request.device.as_bytes());
    let others: u32 = tx
        .query_row(
            "SELECT count(*) FROM joining WHERE office = ?1 AND invitation = ?2 AND device <> ?3",
            (office, invitation, device),
            |row| row.get(0),
        )
        .tried("count newcomers")?;
    if others >= most {
        return Ok(Joining::TooMany);
    }
    // Cannot fail: the request is plain text and numbers.
    let text = serde_json::to_string(request).map_err(|_| StoreError::Damaged("a newcomer's request"))?;
    tx.execute(
        "INSERT INTO joining (office, invitation, device, request, received_at) VALUES (?1, ?2, ?3, ?4, ?5)
         ON CONFLICT (office, invitation, device) DO UPDATE SET request = excluded.request, received_at = excluded.received_at",
        (office, invitation, device, text, now),
    )
    .tried("note a newcomer")?;
    Ok(Joining::Waits)
}

pub(super) fn joining(connection: &Connection, office: OfficeId) -> Result<Vec<JoinRequest>, StoreError> {
    let mut query =
        connection.prepare_cached("SELECT request FROM joining WHERE office = ?1 ORDER BY received_at, device").tried("newcomers")?;
    let rows = query.query_map([office.as_bytes()], |row| row.get::<_, String>(0)).tried("newcomers")?;
    rows.map(|text| serde_json::from_str(&text.tried("newcomers")?).map_err(|_| StoreError::Damaged("a newcomer's request"))).collect()
}

pub(super) fn hold(tx: &Transaction<'_>, place: Place, device: DeviceId, sealed: &[u8], now: i64) -> Result<Holding, StoreError> {
    let key = (place.office.as_bytes(), place.space.as_bytes(), device.as_bytes());
    let found: Option<Vec<u8>> = tx
        .query_row("SELECT sealed FROM holding WHERE office = ?1 AND space = ?2 AND device = ?3", key, |row| row.get(0))
        .optional()
        .tried("look for held work")?;
    if let Some(found) = found {
        return Ok(if found == sealed { Holding::Held } else { Holding::HeldOther });
    }
    tx.execute(
        "INSERT INTO holding (office, space, device, sealed, received_at) VALUES (?1, ?2, ?3, ?4, ?5)",
        (key.0, key.1, key.2, sealed, now),
    )
    .tried("hold work")?;
    Ok(Holding::Held)
}

pub(super) fn held(connection: &Connection, place: Place, after: Option<DeviceId>) -> Result<Option<HeldOutbox>, StoreError> {
    // Before every id there is.
    let after = after.map_or(Vec::new(), |device| device.as_bytes().to_vec());
    connection
        .prepare_cached(
            "SELECT device, received_at, sealed FROM holding WHERE office = ?1 AND space = ?2 AND device > ?3 ORDER BY device LIMIT 1",
        )
        .and_then(|mut query| {
            query
                .query_row((place.office.as_bytes(), place.space.as_bytes(), after), |row| {
                    Ok(HeldOutbox { device: DeviceId::from_bytes(row.get(0)?), received_at: row.get(1)?, sealed: Bytes(row.get(2)?) })
                })
                .optional()
        })
        .tried("held work")
}

pub(super) fn let_go(tx: &Transaction<'_>, place: Place, device: DeviceId) -> Result<(), StoreError> {
    tx.execute(
        "DELETE FROM holding WHERE office = ?1 AND space = ?2 AND device = ?3",
        (place.office.as_bytes(), place.space.as_bytes(), device.as_bytes()),
    )
    .tried("let held work go")
    .map(drop)
}
