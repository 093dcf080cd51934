//! Registers, epochs and envelopes.

use praesto_protocol::api::{Bytes, EpochDownload, EpochUpload};
use praesto_protocol::{DeviceId, OfficeId};

use super::{Grown, Place, RegisterTail, StoreError, Tried, Tx, number, records, unsigned};
use crate::store::{Brought, DAY_MS};

pub(super) async fn any(tx: &Tx<'_>) -> Result<bool, StoreError> {
    Ok(tx.row("look for offices", "SELECT 1 FROM office LIMIT 1", &[]).await?.is_some())
}

/// `lock` is nothing, `FOR SHARE` (the register may not grow meanwhile) or `FOR UPDATE` (it is about to).
pub(super) async fn length(tx: &Tx<'_>, office: OfficeId, lock: &str) -> Result<u64, StoreError> {
    let text = format!("SELECT length FROM office WHERE office = $1 {lock}");
    let row = tx.row("register length", &text, &[&office.as_bytes().as_slice()]).await?;
    row.map_or(Ok(0), |row| unsigned(&row, 0))
}

pub(super) async fn entries(tx: &Tx<'_>, office: OfficeId, from: u64, limit: usize) -> Result<Vec<Vec<u8>>, StoreError> {
    let rows = tx
        .rows(
            "register entries",
            "SELECT entry FROM (
                 SELECT seq, entry, sum(octet_length(entry)) OVER (ORDER BY seq) AS total
                 FROM register_entry WHERE office = $1 AND seq >= $2 ORDER BY seq
             ) AS page WHERE total <= $3 OR seq = $2 ORDER BY seq",
            &[&office.as_bytes().as_slice(), &number(from), &number(limit as u64)],
        )
        .await?;
    rows.iter().map(|row| row.try_get(0).tried("register entries")).collect()
}

pub(super) async fn append(tx: &Tx<'_>, office: OfficeId, tail: &RegisterTail<'_>, now: i64) -> Result<Grown, StoreError> {
    let office_bytes = office.as_bytes().as_slice();
    if tail.only_office && tail.after == 0 {
        // Two that found the first office at once meet here.
        tx.row("lock founding", "SELECT one FROM server FOR UPDATE", &[]).await?;
        if tx.row("look for offices", "SELECT 1 FROM office WHERE office <> $1 LIMIT 1", &[&office_bytes]).await?.is_some() {
            return Ok(Grown::OtherOffice);
        }
    }
    // Two that found the same office at once meet here: the second waits for the first and then sees its length.
    tx.run(
        "begin a register",
        "INSERT INTO office (office, length, founded_at, bytes) VALUES ($1, 0, $2, 0) ON CONFLICT DO NOTHING",
        &[&office_bytes, &now],
    )
    .await?;
    if length(tx, office, "FOR UPDATE").await? != tail.after {
        return Ok(Grown::Moved);
    }
    if records::voids(tx, office, tail.revoked).await? {
        return Ok(Grown::VoidsRecords);
    }
    if let Some(brought) = tail.brought
        && !count_day(tx, office, brought, now / DAY_MS).await?
    {
        return Ok(Grown::DayIsFull);
    }
    let seqs: Vec<i64> = (tail.after..).take(tail.entries.len()).map(number).collect();
    tx.run(
        "append entries",
        "INSERT INTO register_entry (office, seq, entry, received_at)
         SELECT $1, new.seq, new.entry, $4 FROM unnest($2::BIGINT[], $3::BYTEA[]) AS new (seq, entry)",
        &[&office_bytes, &seqs, &tail.entries, &now],
    )
    .await?;
    let grown = number(tail.after + tail.entries.len() as u64);
    let bytes = number(tail.entries.iter().map(|entry| entry.len() as u64).sum());
    let grow = "UPDATE office SET length = $2, bytes = bytes + $3 WHERE office = $1";
    tx.run("grow the register", grow, &[&office_bytes, &grown, &bytes]).await?;
    for epoch in tail.epochs {
        complete_epoch(tx, office, epoch).await?;
    }
    for invitation in tail.redeemed {
        tx.run(
            "settle a newcomer",
            "DELETE FROM joining WHERE office = $1 AND invitation = $2",
            &[&office_bytes, &invitation.as_bytes().as_slice()],
        )
        .await?;
    }
    Ok(Grown::Done)
}

/// Counts what a person brings on a day; `false` where that is too much. The office's row is locked.
async fn count_day(tx: &Tx<'_>, office: OfficeId, brought: Brought, day: i64) -> Result<bool, StoreError> {
    let (office, person) = (office.as_bytes().as_slice(), brought.person.as_bytes().as_slice());
    let find = "SELECT entries FROM register_day WHERE office = $1 AND person = $2 AND day = $3";
    let row = tx.row("count entries of a day", find, &[&office, &person, &day]).await?;
    let entries = row.map_or(Ok(0), |row| unsigned(&row, 0))? + brought.entries;
    if entries > brought.most {
        return Ok(false);
    }
    tx.run(
        "count entries of a day",
        "INSERT INTO register_day (office, person, day, entries) VALUES ($1, $2, $3, $4)
         ON CONFLICT (office, person) DO UPDATE SET day = excluded.day, entries = excluded.entries",
        &[&office, &person, &day, &number(entries)],
    )
    .await?;
    Ok(true)
}

/// Adds what is missing of an epoch's keys; answers how many bytes that was.
pub(super) async fn complete_epoch(tx: &Tx<'_>, office: OfficeId, epoch: &EpochUpload) -> Result<u64, StoreError> {
    let (office, space, place) = (office.as_bytes().as_slice(), epoch.space.as_bytes().as_slice(), i64::from(epoch.epoch));
    let added = tx
        .run(
            "add an epoch",
            "INSERT INTO epoch (office, space, epoch, link) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING",
            &[&office, &space, &place, &epoch.link.0],
        )
        .await?;
    let devices: Vec<&[u8]> = epoch.envelopes.iter().map(|envelope| envelope.device.as_bytes().as_slice()).collect();
    let sealed: Vec<&[u8]> = epoch.envelopes.iter().map(|envelope| envelope.sealed.0.as_slice()).collect();
    let row = tx
        .row(
            "add envelopes",
            "WITH added AS (
                 INSERT INTO envelope (office, space, epoch, device, sealed)
                 SELECT $1, $2, $3, new.device, new.sealed FROM unnest($4::BYTEA[], $5::BYTEA[]) AS new (device, sealed)
                 ON CONFLICT DO NOTHING RETURNING octet_length(sealed) AS bytes
             ) SELECT coalesce(sum(bytes), 0)::BIGINT FROM added",
            &[&office, &space, &place, &devices, &sealed],
        )
        .await?;
    let bytes = added * epoch.link.0.len() as u64 + row.map_or(Ok(0), |row| unsigned(&row, 0))?;
    tx.run("count keys", "UPDATE office SET bytes = bytes + $2 WHERE office = $1", &[&office, &number(bytes)]).await?;
    Ok(bytes)
}

pub(super) async fn epochs(tx: &Tx<'_>, place: Place, device: DeviceId, from: u32, limit: u32) -> Result<Vec<EpochDownload>, StoreError> {
    let rows = tx
        .rows(
            "epochs",
            "SELECT e.epoch, e.link, v.sealed FROM epoch e
             LEFT JOIN envelope v ON v.office = e.office AND v.space = e.space AND v.epoch = e.epoch AND v.device = $3
             WHERE e.office = $1 AND e.space = $2 AND e.epoch >= $4 ORDER BY e.epoch LIMIT $5",
            &[
                &place.office.as_bytes().as_slice(),
                &place.space.as_bytes().as_slice(),
                &device.as_bytes().as_slice(),
                &i64::from(from),
                &i64::from(limit),
            ],
        )
        .await?;
    rows.iter()
        .map(|row| {
            let epoch = u32::try_from(unsigned(row, 0)?).map_err(|_| StoreError::Damaged("the number of an epoch"))?;
            let envelope: Option<Vec<u8>> = row.try_get(2).tried("epochs")?;
            Ok(EpochDownload { epoch, link: Bytes(row.try_get(1).tried("epochs")?), envelope: envelope.map(Bytes) })
        })
        .collect()
}
