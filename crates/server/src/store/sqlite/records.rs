//! Records, their order, and where each document stands.

use std::collections::hash_map::Entry;
use std::collections::{BTreeSet, HashMap};

use praesto_crypto::Hash;
use praesto_protocol::api::{DocumentHead, Frame};
use praesto_protocol::register::LastAccepted;
use praesto_protocol::{DeviceId, DocumentId, OfficeId, SpaceId};
use rusqlite::{Connection, OptionalExtension, Row, Transaction};

use super::{Appended, Batch, Place, Selection, Standing, StoreError, Tried, hash, register};
use crate::store::chain::{self, Held, Placed};
use crate::store::is_past;

/// Bytes of a frame before its record.
const FRAME_HEAD: usize = 20;

pub(super) fn append(tx: &Transaction<'_>, place: Place, batches: &[&Batch]) -> Result<Vec<Appended>, StoreError> {
    let length = register::length(tx, place.office)?;
    let plan = chain::plan(what_is_held(tx, place, batches)?, length, batches);
    let mut bytes = 0;
    for placed in &plan.new {
        bytes += placed.record.bytes.len() as u64;
        insert(tx, place, placed)?;
    }
    if !plan.new.is_empty() {
        tx.prepare_cached(
            "INSERT INTO space (office, space, seq, order_hash, bytes) VALUES (?1, ?2, ?3, ?4, ?5)
             ON CONFLICT (office, space) DO UPDATE SET seq = excluded.seq, order_hash = excluded.order_hash, bytes = bytes + excluded.bytes",
        )
        .and_then(|mut upsert| upsert.execute((place.office.as_bytes(), place.space.as_bytes(), plan.seq, plan.order.0, bytes)))
        .tried("move the space on")?;
    }
    Ok(plan.outcomes)
}

fn what_is_held(tx: &Transaction<'_>, place: Place, batches: &[&Batch]) -> Result<Held, StoreError> {
    let (seq, order) = head(tx, place)?;
    let records = || batches.iter().flat_map(|batch| &batch.records);
    let hashes: Vec<Hash> = records().map(|record| record.hash).collect();
    let mut held = Held { seq, order, known: known(tx, place, &hashes)?, ..Held::default() };
    for record in records() {
        if let Entry::Vacant(missing) = held.tails.entry(record.device) {
            missing.insert(tail(tx, place, record.device)?);
        }
        if let Some(seen) = record.checkpoint.map(|checkpoint| checkpoint.seen.seq)
            && let Some(order) = order_at(tx, place, seen)?
        {
            held.orders.insert(seen, order);
        }
    }
    Ok(held)
}

pub(super) fn known(connection: &Connection, place: Place, hashes: &[Hash]) -> Result<HashMap<Hash, u64>, StoreError> {
    let mut query =
        connection.prepare_cached("SELECT seq FROM record WHERE office = ?1 AND space = ?2 AND hash = ?3").tried("look for records")?;
    let mut known = HashMap::new();
    for hash in hashes {
        let found = query
            .query_row((place.office.as_bytes(), place.space.as_bytes(), hash.0), |row| row.get(0))
            .optional()
            .tried("look for records")?;
        known.extend(found.map(|seq: u64| (*hash, seq)));
    }
    Ok(known)
}

pub(super) fn one(connection: &Connection, place: Place, hash: Hash) -> Result<Option<Vec<u8>>, StoreError> {
    connection
        .prepare_cached("SELECT record FROM record WHERE office = ?1 AND space = ?2 AND hash = ?3")
        .and_then(|mut query| query.query_row((place.office.as_bytes(), place.space.as_bytes(), hash.0), |row| row.get(0)).optional())
        .tried("read a record")
}

pub(super) fn replace(tx: &Transaction<'_>, place: Place, hash: Hash, bytes: &[u8]) -> Result<(), StoreError> {
    let Some(held) = one(tx, place, hash)? else { return Ok(()) };
    let (office, space) = (place.office.as_bytes(), place.space.as_bytes());
    tx.execute("UPDATE record SET record = ?4 WHERE office = ?1 AND space = ?2 AND hash = ?3", (office, space, hash.0, bytes))
        .and_then(|_| {
            let count = "UPDATE space SET bytes = bytes - ?3 + ?4 WHERE office = ?1 AND space = ?2";
            tx.execute(count, (office, space, held.len() as u64, bytes.len() as u64))
        })
        .tried("seal a record anew")
        .map(drop)
}

fn insert(tx: &Transaction<'_>, place: Place, placed: &Placed<'_>) -> Result<(), StoreError> {
    let (office, space, record) = (place.office.as_bytes(), place.space.as_bytes(), placed.record);
    tx.prepare_cached(
        "INSERT INTO record (office, space, seq, hash, document, device, device_seq, received_at, order_hash, record)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
    )
    .and_then(|mut insert| {
        insert.execute((
            office,
            space,
            placed.seq,
            record.hash.0,
            record.document.as_bytes(),
            record.device.as_bytes(),
            record.device_seq,
            record.received_at,
            placed.order.0,
            &record.bytes,
        ))
    })
    .tried("append a record")?;
    let (checkpoint, covers) = placed.covers.map_or((0, 0), |covers| (placed.seq, covers));
    tx.prepare_cached(
        "INSERT INTO document (office, space, document, checkpoint, covers, head) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
         ON CONFLICT (office, space, document) DO UPDATE SET head = excluded.head,
             checkpoint = CASE WHEN excluded.checkpoint > 0 AND excluded.covers >= covers THEN excluded.checkpoint ELSE checkpoint END,
             covers = CASE WHEN excluded.checkpoint > 0 AND excluded.covers >= covers THEN excluded.covers ELSE covers END",
    )
    .and_then(|mut upsert| upsert.execute((office, space, record.document.as_bytes(), checkpoint, covers, placed.seq)))
    .tried("move the document on")?;
    for attachment in &record.attachments {
        tx.prepare_cached("INSERT INTO attachment (office, space, hash, length) VALUES (?1, ?2, ?3, 0) ON CONFLICT DO NOTHING")
            .and_then(|mut insert| insert.execute((office, space, attachment.0)))
            .tried("name an attachment")?;
    }
    Ok(())
}

fn head(connection: &Connection, place: Place) -> Result<(u64, Hash), StoreError> {
    let found = connection
        .prepare_cached("SELECT seq, order_hash FROM space WHERE office = ?1 AND space = ?2")
        .and_then(|mut query| {
            query.query_row((place.office.as_bytes(), place.space.as_bytes()), |row| Ok((row.get(0)?, hash(row.get(1)?)))).optional()
        })
        .tried("head of a space")?;
    Ok(found.unwrap_or_else(|| (0, chain::empty_order(place))))
}

/// Whether the lines of a revocation leave out records that are here.
pub(super) fn voids(tx: &Transaction<'_>, office: OfficeId, revoked: &[(DeviceId, Vec<LastAccepted>)]) -> Result<bool, StoreError> {
    if revoked.is_empty() {
        return Ok(false);
    }
    let mut query = tx.prepare_cached("SELECT space FROM space WHERE office = ?1").tried("spaces of an office")?;
    let spaces = query.query_map([office.as_bytes()], |row| row.get(0).map(SpaceId::from_bytes)).tried("spaces of an office")?;
    let spaces: Vec<SpaceId> = spaces.collect::<Result<_, _>>().tried("spaces of an office")?;
    for (device, lines) in revoked {
        for space in &spaces {
            if is_past(lines, *space, tail(tx, Place { office, space: *space }, *device)?) {
                return Ok(true);
            }
        }
    }
    Ok(false)
}

fn tail(connection: &Connection, place: Place, device: DeviceId) -> Result<(u64, Hash), StoreError> {
    let found = connection
        .prepare_cached(
            "SELECT device_seq, hash FROM record WHERE office = ?1 AND space = ?2 AND device = ?3 ORDER BY device_seq DESC LIMIT 1",
        )
        .and_then(|mut query| {
            query
                .query_row((place.office.as_bytes(), place.space.as_bytes(), device.as_bytes()), |row| Ok((row.get(0)?, hash(row.get(1)?))))
                .optional()
        })
        .tried("chain of a device")?;
    Ok(found.unwrap_or_default())
}

fn order_at(connection: &Connection, place: Place, seq: u64) -> Result<Option<Hash>, StoreError> {
    if seq == 0 {
        return Ok(Some(chain::empty_order(place)));
    }
    connection
        .prepare_cached("SELECT order_hash FROM record WHERE office = ?1 AND space = ?2 AND seq = ?3")
        .and_then(|mut query| {
            // A place beyond what SQLite can count is certainly not held.
            let seq = i64::try_from(seq).unwrap_or(i64::MAX);
            query.query_row((place.office.as_bytes(), place.space.as_bytes(), seq), |row| Ok(hash(row.get(0)?))).optional()
        })
        .tried("order of a space")
}

pub(super) fn standing(connection: &Connection, place: Place, device: DeviceId, at: Option<u64>) -> Result<Standing, StoreError> {
    let (seq, order) = head(connection, place)?;
    let order_at = at.map_or(Ok(None), |at| order_at(connection, place, at))?;
    Ok(Standing { seq, order, device: tail(connection, place, device)?, order_at })
}

pub(super) fn heads(connection: &Connection, place: Place, after: Option<DocumentId>, limit: u32) -> Result<Vec<DocumentHead>, StoreError> {
    let after = after.map_or(Vec::new(), |document| document.as_bytes().to_vec());
    let mut query = connection
        .prepare_cached(
            "SELECT document, checkpoint, covers, head FROM document
             WHERE office = ?1 AND space = ?2 AND document > ?3 ORDER BY document LIMIT ?4",
        )
        .tried("heads")?;
    let rows = query
        .query_map((place.office.as_bytes(), place.space.as_bytes(), after, limit), |row| {
            let checkpoint: u64 = row.get(1)?;
            Ok(DocumentHead {
                document: DocumentId::from_bytes(row.get(0)?),
                checkpoint: (checkpoint > 0).then_some(checkpoint),
                covers: row.get(2)?,
                head: row.get(3)?,
            })
        })
        .tried("heads")?;
    rows.collect::<Result<_, _>>().tried("heads")
}

pub(super) fn read(connection: &Connection, place: Place, selection: &Selection, limit: usize) -> Result<Vec<Frame>, StoreError> {
    if !selection.documents.is_empty() {
        return read_documents(connection, place, selection, limit);
    }
    let after = i64::try_from(selection.after).unwrap_or(i64::MAX);
    let tail = if selection.tail {
        " AND r.seq > (SELECT d.covers FROM document d WHERE d.office = ?1 AND d.space = ?2 AND d.document = r.document)"
    } else {
        ""
    };
    let text = format!(
        "SELECT r.seq, r.received_at, r.record FROM record r WHERE r.office = ?1 AND r.space = ?2 AND r.seq > ?3{tail} ORDER BY r.seq"
    );
    let mut query = connection.prepare_cached(&text).tried("read records")?;
    let rows = query.query_map((place.office.as_bytes(), place.space.as_bytes(), after), frame).tried("read records")?;
    page(rows, limit)
}

/// What was selected of some documents. Their places come first and their bytes page by page: a space may hold millions of records, and one
/// document more than a page.
fn read_documents(connection: &Connection, place: Place, selection: &Selection, limit: usize) -> Result<Vec<Frame>, StoreError> {
    let (office, space) = (place.office.as_bytes(), place.space.as_bytes());
    let mut covers = connection
        .prepare_cached("SELECT covers FROM document WHERE office = ?1 AND space = ?2 AND document = ?3")
        .tried("read records")?;
    let mut of_document = connection
        .prepare_cached("SELECT seq FROM record WHERE office = ?1 AND space = ?2 AND document = ?3 AND seq > ?4")
        .tried("read records")?;
    let mut places: BTreeSet<i64> = BTreeSet::new();
    for document in &selection.documents {
        let covered = match selection.tail {
            true => covers.query_row((office, space, document.as_bytes()), |row| row.get(0)).optional().tried("read records")?,
            false => None,
        };
        let after = i64::try_from(selection.after.max(covered.unwrap_or(0))).unwrap_or(i64::MAX);
        let found = of_document.query_map((office, space, document.as_bytes(), after), |row| row.get(0)).tried("read records")?;
        for seq in found {
            places.insert(seq.tried("read records")?);
        }
    }
    let mut at = connection
        .prepare_cached("SELECT seq, received_at, record FROM record WHERE office = ?1 AND space = ?2 AND seq = ?3")
        .tried("read records")?;
    page(places.into_iter().map(|seq| at.query_row((office, space, seq), frame)), limit)
}

/// As many frames as go into `limit` bytes, and one at least.
fn page(rows: impl Iterator<Item = rusqlite::Result<Frame>>, limit: usize) -> Result<Vec<Frame>, StoreError> {
    let mut frames = Vec::new();
    let mut bytes = 0;
    for row in rows {
        let frame = row.tried("read records")?;
        bytes += frame.record.len() + FRAME_HEAD;
        if bytes > limit && !frames.is_empty() {
            break;
        }
        frames.push(frame);
    }
    Ok(frames)
}

fn frame(row: &Row<'_>) -> rusqlite::Result<Frame> {
    Ok(Frame { seq: row.get(0)?, received_at: row.get(1)?, record: row.get(2)? })
}
