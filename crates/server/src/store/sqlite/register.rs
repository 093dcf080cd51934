//! Registers, epochs and envelopes.

use praesto_protocol::api::{Bytes, EpochDownload, EpochUpload};
use praesto_protocol::{DeviceId, OfficeId};
use rusqlite::{Connection, OptionalExtension, Transaction};

use super::{Grown, Place, RegisterTail, StoreError, Tried, records};
use crate::store::{Brought, DAY_MS};

pub(super) fn any(connection: &Connection) -> Result<bool, StoreError> {
    connection.query_row("SELECT EXISTS (SELECT 1 FROM office)", (), |row| row.get(0)).tried("look for offices")
}

pub(super) fn length(connection: &Connection, office: OfficeId) -> Result<u64, StoreError> {
    let mut query = connection.prepare_cached("SELECT length FROM office WHERE office = ?1").tried("register length")?;
    Ok(query.query_row([office.as_bytes()], |row| row.get(0)).optional().tried("register length")?.unwrap_or(0))
}

pub(super) fn entries(connection: &Connection, office: OfficeId, from: u64, limit: usize) -> Result<Vec<Vec<u8>>, StoreError> {
    let mut query = connection
        .prepare_cached("SELECT entry FROM register_entry WHERE office = ?1 AND seq >= ?2 ORDER BY seq")
        .tried("register entries")?;
    // What SQLite calls a number ends there, and so does every register.
    let from = from.min(i64::MAX as u64);
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

pub(super) fn append(tx: &Transaction<'_>, office: OfficeId, tail: &RegisterTail<'_>, now: i64) -> Result<Grown, StoreError> {
    if length(tx, office)? != tail.after {
        return Ok(Grown::Moved);
    }
    if tail.only_office && tail.after == 0 && others(tx, office)? {
        return Ok(Grown::OtherOffice);
    }
    if records::voids(tx, office, tail.revoked)? {
        return Ok(Grown::VoidsRecords);
    }
    if let Some(brought) = tail.brought
        && !count_day(tx, office, brought, now / DAY_MS)?
    {
        return Ok(Grown::DayIsFull);
    }
    let grown = tail.after + tail.entries.len() as u64;
    let bytes: u64 = tail.entries.iter().map(|entry| entry.len() as u64).sum();
    tx.execute(
        "INSERT INTO office (office, length, founded_at, bytes) VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT (office) DO UPDATE SET length = excluded.length, bytes = bytes + excluded.bytes",
        (office.as_bytes(), grown, now, bytes),
    )
    .tried("grow the register")?;
    let mut insert = tx
        .prepare_cached("INSERT INTO register_entry (office, seq, entry, received_at) VALUES (?1, ?2, ?3, ?4)")
        .tried("append an entry")?;
    for (seq, entry) in (tail.after..).zip(tail.entries) {
        insert.execute((office.as_bytes(), seq, entry, now)).tried("append an entry")?;
    }
    for epoch in tail.epochs {
        complete_epoch(tx, office, epoch)?;
    }
    for invitation in tail.redeemed {
        tx.execute("DELETE FROM joining WHERE office = ?1 AND invitation = ?2", (office.as_bytes(), invitation.as_bytes()))
            .tried("settle a newcomer")?;
    }
    Ok(Grown::Done)
}

fn others(tx: &Transaction<'_>, office: OfficeId) -> Result<bool, StoreError> {
    tx.query_row("SELECT EXISTS (SELECT 1 FROM office WHERE office <> ?1)", [office.as_bytes()], |row| row.get(0)).tried("look for offices")
}

/// Counts what a person brings on a day; `false` where that is too much.
fn count_day(tx: &Transaction<'_>, office: OfficeId, brought: Brought, day: i64) -> Result<bool, StoreError> {
    let key = (office.as_bytes(), brought.person.as_bytes(), day);
    let before: u64 = tx
        .query_row("SELECT entries FROM register_day WHERE office = ?1 AND person = ?2 AND day = ?3", key, |row| row.get(0))
        .optional()
        .tried("count entries of a day")?
        .unwrap_or(0);
    let entries = before + brought.entries;
    if entries > brought.most {
        return Ok(false);
    }
    tx.execute(
        "INSERT INTO register_day (office, person, day, entries) VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT (office, person) DO UPDATE SET day = excluded.day, entries = excluded.entries",
        (key.0, key.1, key.2, entries),
    )
    .tried("count entries of a day")?;
    Ok(true)
}

/// Adds what is missing of an epoch's keys; answers how many bytes that was.
pub(super) fn complete_epoch(tx: &Transaction<'_>, office: OfficeId, epoch: &EpochUpload) -> Result<u64, StoreError> {
    let added = tx
        .execute(
            "INSERT INTO epoch (office, space, epoch, link) VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING",
            (office.as_bytes(), epoch.space.as_bytes(), epoch.epoch, &epoch.link.0),
        )
        .tried("add an epoch")?;
    let mut bytes = added * epoch.link.0.len();
    let mut insert = tx
        .prepare_cached("INSERT INTO envelope (office, space, epoch, device, sealed) VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT DO NOTHING")
        .tried("add an envelope")?;
    for envelope in &epoch.envelopes {
        let added = insert
            .execute((office.as_bytes(), epoch.space.as_bytes(), epoch.epoch, envelope.device.as_bytes(), &envelope.sealed.0))
            .tried("add an envelope")?;
        bytes += added * envelope.sealed.0.len();
    }
    tx.execute("UPDATE office SET bytes = bytes + ?2 WHERE office = ?1", (office.as_bytes(), bytes as u64)).tried("count keys")?;
    Ok(bytes as u64)
}

pub(super) fn epochs(
    connection: &Connection,
    place: Place,
    device: DeviceId,
    from: u32,
    limit: u32,
) -> Result<Vec<EpochDownload>, StoreError> {
    let mut query = connection
        .prepare_cached(
            "SELECT e.epoch, e.link, v.sealed FROM epoch e
             LEFT JOIN envelope v ON v.office = e.office AND v.space = e.space AND v.epoch = e.epoch AND v.device = ?3
             WHERE e.office = ?1 AND e.space = ?2 AND e.epoch >= ?4 ORDER BY e.epoch LIMIT ?5",
        )
        .tried("epochs")?;
    let rows = query
        .query_map((place.office.as_bytes(), place.space.as_bytes(), device.as_bytes(), from, limit), |row| {
            Ok(EpochDownload { epoch: row.get(0)?, link: Bytes(row.get(1)?), envelope: row.get::<_, Option<Vec<u8>>>(2)?.map(Bytes) })
        })
        .tried("epochs")?;
    rows.collect::<Result<_, _>>().tried("epochs")
}
