//! The server's keys, attachments, newcomers, and the holding area.

use praesto_crypto::{Hash, Secret32};
use praesto_protocol::api::{Bytes, HeldOutbox, JoinRequest};
use praesto_protocol::{DeviceId, OfficeId};
use tokio_postgres::Row;

use super::{Holding, Identity, Joining, Place, StoreError, Tried, Tx, bytes, number, unsigned};

pub(super) async fn identity(tx: &Tx<'_>, fresh: &Identity) -> Result<Identity, StoreError> {
    // Exposed to the one place that keeps them.
    let (receipt_key, token_key) = (fresh.receipt_key.expose().as_slice(), fresh.token_key.expose().as_slice());
    tx.run(
        "keep the server's keys",
        "INSERT INTO server (one, receipt_key, token_key) VALUES (1, $1, $2) ON CONFLICT DO NOTHING",
        &[&receipt_key, &token_key],
    )
    .await?;
    let row = tx.row("read the server's keys", "SELECT receipt_key, token_key FROM server", &[]).await?;
    let row = row.ok_or(StoreError::Damaged("the server's keys"))?;
    let secret = |row: &Row, column| Ok::<_, StoreError>(Secret32::take(&mut bytes(row, column)?));
    Ok(Identity { receipt_key: secret(&row, 0)?, token_key: secret(&row, 1)? })
}

pub(super) async fn attachment_noted(tx: &Tx<'_>, place: Place, attachment: Hash) -> Result<Option<u64>, StoreError> {
    let found = tx
        .row(
            "look for an attachment",
            "SELECT length FROM attachment WHERE office = $1 AND space = $2 AND hash = $3",
            &[&place.office.as_bytes().as_slice(), &place.space.as_bytes().as_slice(), &attachment.0.as_slice()],
        )
        .await?;
    found.map(|row| unsigned(&row, 0)).transpose()
}

pub(super) async fn attachment_arrived(tx: &Tx<'_>, place: Place, attachment: Hash, length: u64) -> Result<(), StoreError> {
    let (office, space, length) = (place.office.as_bytes().as_slice(), place.space.as_bytes().as_slice(), number(length));
    // The space first, as whoever appends to it does: two that lock in opposite order wait for each other.
    tx.row("lock a space", "SELECT seq FROM space WHERE office = $1 AND space = $2 FOR UPDATE", &[&office, &space]).await?;
    let changed = tx
        .run(
            "note an attachment",
            "UPDATE attachment SET length = $4 WHERE office = $1 AND space = $2 AND hash = $3 AND length = 0",
            &[&office, &space, &attachment.0.as_slice(), &length],
        )
        .await?;
    if changed > 0 {
        tx.run("count an attachment", "UPDATE space SET bytes = bytes + $3 WHERE office = $1 AND space = $2", &[&office, &space, &length])
            .await?;
    }
    Ok(())
}

pub(super) async fn used_bytes(tx: &Tx<'_>, office: OfficeId) -> Result<u64, StoreError> {
    let row = tx
        .row(
            "used room",
            "SELECT (coalesce((SELECT bytes FROM office WHERE office = $1), 0)
                 + coalesce((SELECT sum(bytes) FROM space WHERE office = $1), 0)
                 + coalesce((SELECT sum(octet_length(sealed)) FROM holding WHERE office = $1), 0))::BIGINT",
            &[&office.as_bytes().as_slice()],
        )
        .await?;
    row.map_or(Ok(0), |row| unsigned(&row, 0))
}

pub(super) async fn add_joining(tx: &Tx<'_>, request: &JoinRequest, most: u32, now: i64) -> Result<Joining, StoreError> {
    let (office, invitation) = (request.office.as_bytes().as_slice(), request.invitation.as_bytes().as_slice());
    let device = request.device.as_bytes().as_slice();
    // One at a time, or several at once could each find the last free place.
    tx.row("lock newcomers", "SELECT length FROM office WHERE office = $1 FOR UPDATE", &[&office]).await?;
    let others = tx
        .row(
            "count newcomers",
            "SELECT count(*) FROM joining WHERE office = $1 AND invitation = $2 AND device <> $3",
            &[&office, &invitation, &device],
        )
        .await?;
    if others.map_or(Ok(0), |row| unsigned(&row, 0))? >= u64::from(most) {
        return Ok(Joining::TooMany);
    }
    // Cannot fail: the request is plain text and numbers.
    let text = serde_json::to_string(request).map_err(|_| StoreError::Damaged("a newcomer's request"))?;
    tx.run(
        "note a newcomer",
        "INSERT INTO joining (office, invitation, device, request, received_at) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (office, invitation, device) DO UPDATE SET request = excluded.request, received_at = excluded.received_at",
        &[&office, &invitation, &device, &text, &now],
    )
    .await?;
    Ok(Joining::Waits)
}

pub(super) async fn joining(tx: &Tx<'_>, office: OfficeId) -> Result<Vec<JoinRequest>, StoreError> {
    let rows = tx
        .rows("newcomers", "SELECT request FROM joining WHERE office = $1 ORDER BY received_at, device", &[&office.as_bytes().as_slice()])
        .await?;
    rows.iter()
        .map(|row| {
            let text: &str = row.try_get(0).tried("newcomers")?;
            serde_json::from_str(text).map_err(|_| StoreError::Damaged("a newcomer's request"))
        })
        .collect()
}

pub(super) async fn hold(tx: &Tx<'_>, place: Place, device: DeviceId, sealed: &[u8], now: i64) -> Result<Holding, StoreError> {
    let (office, space, device) = (place.office.as_bytes().as_slice(), place.space.as_bytes().as_slice(), device.as_bytes().as_slice());
    tx.run(
        "hold work",
        "INSERT INTO holding (office, space, device, sealed, received_at) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING",
        &[&office, &space, &device, &sealed, &now],
    )
    .await?;
    let row = tx
        .row(
            "look for held work",
            "SELECT sealed = $4 FROM holding WHERE office = $1 AND space = $2 AND device = $3",
            &[&office, &space, &device, &sealed],
        )
        .await?;
    let same = row.map_or(Ok(false), |row| row.try_get(0)).tried("look for held work")?;
    Ok(if same { Holding::Held } else { Holding::HeldOther })
}

pub(super) async fn held(tx: &Tx<'_>, place: Place, after: Option<DeviceId>) -> Result<Option<HeldOutbox>, StoreError> {
    // Before every id there is.
    let after = after.map_or(Vec::new(), |device| device.as_bytes().to_vec());
    let row = tx
        .row(
            "held work",
            "SELECT device, received_at, sealed FROM holding WHERE office = $1 AND space = $2 AND device > $3 ORDER BY device LIMIT 1",
            &[&place.office.as_bytes().as_slice(), &place.space.as_bytes().as_slice(), &after.as_slice()],
        )
        .await?;
    row.map(|row| {
        Ok(HeldOutbox {
            device: DeviceId::from_bytes(bytes(&row, 0)?),
            received_at: row.try_get(1).tried("held work")?,
            sealed: Bytes(row.try_get(2).tried("held work")?),
        })
    })
    .transpose()
}

pub(super) async fn let_go(tx: &Tx<'_>, place: Place, device: DeviceId) -> Result<(), StoreError> {
    tx.run(
        "let held work go",
        "DELETE FROM holding WHERE office = $1 AND space = $2 AND device = $3",
        &[&place.office.as_bytes().as_slice(), &place.space.as_bytes().as_slice(), &device.as_bytes().as_slice()],
    )
    .await
    .map(drop)
}
