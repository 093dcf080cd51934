//! Registers, epochs and envelopes.

use praesto_protocol::api::{Bytes, EpochDownload, EpochUpload};
use praesto_protocol::{DeviceId, OfficeId};
use rusqlite::{Connection, OptionalExtension, Transaction};

use super::{Place, RegisterTail, StoreError, Tried};

pub(super) fn length(connection: &Connection, office: OfficeId) -> Result<u64, StoreError> {
    let mut query = connection.prepare_cached("SELECT length FROM office WHERE office = ?1").tried("register length")?;
    Ok(query.query_row([office.as_bytes()], |row| row.get(0)).optional().tried("register length")?.unwrap_or(0))
}

pub(super) fn entries(connection: &Connection, office: OfficeId, from: u64, limit: usize) -> Result<Vec<Vec<u8>>, StoreError> {
    let mut query = connection
        .prepare_cached("SELECT entry FROM register_entry WHERE office = ?1 AND seq >= ?2 ORDER BY seq")
        .tried("register entries")?;
    let mut rows = query.query((office.as_bytes(), from)).tried("register entries")?;
    let mut entries = Vec::new();
    let mut bytes = 0;
    while let Some(row) = rows.next().tried("register entries")? {
        let entry: Vec<u8> = row.get(0).tried("register entries")?;
        bytes += entry.len();
        if bytes > limit && !entries.is_empty() {
            break;
        }
        entries.push(entry);
    }
    Ok(entries)
}

pub(super) fn append(tx: &Transaction<'_>, office: OfficeId, tail: &RegisterTail<'_>, now: i64) -> Result<bool, StoreError> {
    if length(tx, office)? != tail.after {
        return Ok(false);
    }
    let grown = tail.after + tail.entries.len() as u64;
    tx.execute(
        "INSERT INTO office (office, length, founded_at) VALUES (?1, ?2, ?3) ON CONFLICT (office) DO UPDATE SET length = excluded.length",
        (office.as_bytes(), grown, now),
    )
    .tried("grow the register")?;
    let mut insert = tx
        .prepare_cached("INSERT INTO register_entry (office, seq, entry, received_at) VALUES (?1, ?2, ?3, ?4)")
        .tried("append an entry")?;
    for (seq, entry) in (tail.after..).zip(tail.entries) {
        insert.execute((office.as_bytes(), seq, entry, now)).tried("append an entry")?;
    }
    for epoch in tail.epochs {
        add_epoch(tx, office, epoch)?;
    }
    for invitation in tail.redeemed {
        tx.execute("DELETE FROM joining WHERE office = ?1 AND invitation = ?2", (office.as_bytes(), invitation.as_bytes()))
            .tried("settle a newcomer")?;
    }
    Ok(true)
}

pub(super) fn add_epoch(tx: &Transaction<'_>, office: OfficeId, epoch: &EpochUpload) -> Result<(), StoreError> {
    tx.execute(
        "INSERT INTO epoch (office, space, epoch, link) VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING",
        (office.as_bytes(), epoch.space.as_bytes(), epoch.epoch, &epoch.link.0),
    )
    .tried("add an epoch")?;
    let mut insert = tx
        .prepare_cached("INSERT INTO envelope (office, space, epoch, device, sealed) VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT DO NOTHING")
        .tried("add an envelope")?;
    for envelope in &epoch.envelopes {
        insert
            .execute((office.as_bytes(), epoch.space.as_bytes(), epoch.epoch, envelope.device.as_bytes(), &envelope.sealed.0))
            .tried("add an envelope")?;
    }
    Ok(())
}

pub(super) fn epochs(connection: &Connection, place: Place, device: DeviceId, from: u32) -> Result<Vec<EpochDownload>, StoreError> {
    let mut query = connection
        .prepare_cached(
            "SELECT e.epoch, e.link, v.sealed FROM epoch e
             LEFT JOIN envelope v ON v.office = e.office AND v.space = e.space AND v.epoch = e.epoch AND v.device = ?3
             WHERE e.office = ?1 AND e.space = ?2 AND e.epoch >= ?4 ORDER BY e.epoch",
        )
        .tried("epochs")?;
    let rows = query
        .query_map((place.office.as_bytes(), place.space.as_bytes(), device.as_bytes(), from), |row| {
            Ok(EpochDownload { epoch: row.get(0)?, link: Bytes(row.get(1)?), envelope: row.get::<_, Option<Vec<u8>>>(2)?.map(Bytes) })
        })
        .tried("epochs")?;
    rows.collect::<Result<_, _>>().tried("epochs")
}
