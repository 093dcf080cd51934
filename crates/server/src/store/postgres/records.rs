//! Records, their order, and where each document stands.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use praesto_crypto::Hash;
use praesto_protocol::api::{DocumentHead, Frame};
use praesto_protocol::register::LastAccepted;
use praesto_protocol::{DeviceId, DocumentId, OfficeId, SpaceId};

use super::{Appended, Batch, Place, Selection, Standing, StoreError, Tried, Tx, bytes, hash, number, register, unsigned};
use crate::store::chain::{self, Held, Plan};
use crate::store::is_past;

/// Records that one page looks at; 8 MiB of shorter ones come in several pages.
const ROWS: i64 = 20_000;
/// Rows up to which the tables are counted for the planner whenever a space doubles; from there the database's own counting, once a
/// minute where much has changed, is soon enough.
const YOUNG: f32 = 200_000.0;
/// Records of a space below which any plan is quick.
const FEW: u64 = 64;

pub(super) async fn append(tx: &Tx<'_>, place: Place, batches: &[&Batch]) -> Result<Vec<Appended>, StoreError> {
    let length = register::length(tx, place.office, "FOR SHARE").await?;
    let (office, space) = (place.office.as_bytes().as_slice(), place.space.as_bytes().as_slice());
    let held = what_is_held(tx, place, batches).await?;
    let before = held.seq;
    let plan = chain::plan(held, length, batches);
    if !plan.new.is_empty() {
        insert_records(tx, place, &plan).await?;
        move_documents(tx, place, &plan).await?;
        name_attachments(tx, place, &plan).await?;
        let more: u64 = plan.new.iter().map(|placed| placed.record.bytes.len() as u64).sum();
        tx.run(
            "move the space on",
            "UPDATE space SET seq = $3, order_hash = $4, bytes = bytes + $5 WHERE office = $1 AND space = $2",
            &[&office, &space, &number(plan.seq), &plan.order.0.as_slice(), &number(more)],
        )
        .await?;
        if plan.seq >= FEW && before.checked_ilog2() != plan.seq.checked_ilog2() {
            count_while_young(tx).await?;
        }
    }
    Ok(plan.outcomes)
}

/// Has the planner count what there is. Of a table that it has never counted it takes all indexes of a space for equally good, and
/// reads the whole space to find one record.
async fn count_while_young(tx: &Tx<'_>) -> Result<(), StoreError> {
    const RECORD: &str = "SELECT reltuples FROM pg_class WHERE oid = 'record'::regclass";
    let row = tx.row("size of the table of records", RECORD, &[]).await?.ok_or(StoreError::Damaged("no table of records"))?;
    if row.try_get::<_, f32>(0).tried("size of the table of records")? < YOUNG {
        // Nobody waits for it: where somebody else counts at this moment, that count will do.
        tx.run("count for the planner", "ANALYZE (SKIP_LOCKED) record, document", &[]).await?;
    }
    Ok(())
}

/// Takes the lock of the space: from here to the commit nobody else appends to it.
async fn locked(tx: &Tx<'_>, place: Place) -> Result<(u64, Hash), StoreError> {
    if let Some(head) = head(tx, place, "FOR UPDATE").await? {
        return Ok(head);
    }
    // Somebody else may begin the space at the same time: both lock the one row that comes of it.
    tx.run(
        "begin a space",
        "INSERT INTO space (office, space, seq, order_hash, bytes) VALUES ($1, $2, 0, $3, 0) ON CONFLICT DO NOTHING",
        &[&place.office.as_bytes().as_slice(), &place.space.as_bytes().as_slice(), &chain::empty_order(place).0.as_slice()],
    )
    .await?;
    head(tx, place, "FOR UPDATE").await?.ok_or(StoreError::Damaged("a space that was begun is not there"))
}

async fn what_is_held(tx: &Tx<'_>, place: Place, batches: &[&Batch]) -> Result<Held, StoreError> {
    let (seq, order) = locked(tx, place).await?;
    let records = || batches.iter().flat_map(|batch| &batch.records);
    let hashes: Vec<Hash> = records().map(|record| record.hash).collect();
    let devices: BTreeSet<DeviceId> = records().map(|record| record.device).collect();
    let tails = tails(tx, place, &devices).await?;
    let mut held = Held { seq, order, known: known(tx, place, &hashes).await?, tails, ..Held::default() };
    for seen in records().filter_map(|record| Some(record.checkpoint?.seen.seq)).collect::<BTreeSet<_>>() {
        if let Some(order) = order_at(tx, place, seen).await? {
            held.orders.insert(seen, order);
        }
    }
    Ok(held)
}

async fn insert_records(tx: &Tx<'_>, place: Place, plan: &Plan<'_>) -> Result<(), StoreError> {
    let new = || plan.new.iter().map(|placed| (placed, placed.record));
    let seqs: Vec<i64> = new().map(|(placed, _)| number(placed.seq)).collect();
    let hashes: Vec<&[u8]> = new().map(|(_, record)| record.hash.0.as_slice()).collect();
    let documents: Vec<&[u8]> = new().map(|(_, record)| record.document.as_bytes().as_slice()).collect();
    let devices: Vec<&[u8]> = new().map(|(_, record)| record.device.as_bytes().as_slice()).collect();
    let device_seqs: Vec<i64> = new().map(|(_, record)| number(record.device_seq)).collect();
    let received: Vec<i64> = new().map(|(_, record)| record.received_at).collect();
    let orders: Vec<&[u8]> = new().map(|(placed, _)| placed.order.0.as_slice()).collect();
    let records: Vec<&[u8]> = new().map(|(_, record)| record.bytes.as_slice()).collect();
    tx.run(
        "append records",
        "INSERT INTO record (office, space, received_at, seq, hash, document, device, device_seq, order_hash, record)
         SELECT $1, $2, new.* FROM
             unnest($3::BIGINT[], $4::BIGINT[], $5::BYTEA[], $6::BYTEA[], $7::BYTEA[], $8::BIGINT[], $9::BYTEA[], $10::BYTEA[])
             AS new (received_at, seq, hash, document, device, device_seq, order_hash, record)",
        &[
            &place.office.as_bytes().as_slice(),
            &place.space.as_bytes().as_slice(),
            &received,
            &seqs,
            &hashes,
            &documents,
            &devices,
            &device_seqs,
            &orders,
            &records,
        ],
    )
    .await
    .map(drop)
}

async fn move_documents(tx: &Tx<'_>, place: Place, plan: &Plan<'_>) -> Result<(), StoreError> {
    // One row per document: one statement may touch a row only once.
    let mut documents: BTreeMap<DocumentId, (i64, i64, i64)> = BTreeMap::new();
    for placed in &plan.new {
        let entry = documents.entry(placed.record.document).or_default();
        entry.2 = number(placed.seq);
        if let Some(covers) = placed.covers.map(number).filter(|covers| *covers >= entry.1) {
            (entry.0, entry.1) = (number(placed.seq), covers);
        }
    }
    let ids: Vec<&[u8]> = documents.keys().map(|document| document.as_bytes().as_slice()).collect();
    let checkpoints: Vec<i64> = documents.values().map(|(checkpoint, _, _)| *checkpoint).collect();
    let covers: Vec<i64> = documents.values().map(|(_, covers, _)| *covers).collect();
    let heads: Vec<i64> = documents.values().map(|(_, _, head)| *head).collect();
    tx.run(
        "move documents on",
        "INSERT INTO document AS old (office, space, document, checkpoint, covers, head)
         SELECT $1, $2, new.* FROM unnest($3::BYTEA[], $4::BIGINT[], $5::BIGINT[], $6::BIGINT[]) AS new (document, checkpoint, covers, head)
         ON CONFLICT (office, space, document) DO UPDATE SET head = excluded.head,
             checkpoint = CASE WHEN excluded.checkpoint > 0 AND excluded.covers >= old.covers THEN excluded.checkpoint ELSE old.checkpoint END,
             covers = CASE WHEN excluded.checkpoint > 0 AND excluded.covers >= old.covers THEN excluded.covers ELSE old.covers END",
        &[&place.office.as_bytes().as_slice(), &place.space.as_bytes().as_slice(), &ids, &checkpoints, &covers, &heads],
    )
    .await
    .map(drop)
}

async fn name_attachments(tx: &Tx<'_>, place: Place, plan: &Plan<'_>) -> Result<(), StoreError> {
    let named = plan.new.iter().flat_map(|placed| &placed.record.attachments);
    let named: Vec<&[u8]> = named.map(|attachment| attachment.0.as_slice()).collect();
    if named.is_empty() {
        return Ok(());
    }
    tx.run(
        "name attachments",
        "INSERT INTO attachment (office, space, hash, length) SELECT $1, $2, new.hash, 0 FROM unnest($3::BYTEA[]) AS new (hash)
         ON CONFLICT DO NOTHING",
        &[&place.office.as_bytes().as_slice(), &place.space.as_bytes().as_slice(), &named],
    )
    .await
    .map(drop)
}

pub(super) async fn known(tx: &Tx<'_>, place: Place, hashes: &[Hash]) -> Result<HashMap<Hash, u64>, StoreError> {
    let hashes: Vec<&[u8]> = hashes.iter().map(|hash| hash.0.as_slice()).collect();
    let rows = tx
        .rows(
            "look for records",
            "SELECT hash, seq FROM record WHERE office = $1 AND space = $2 AND hash = ANY($3)",
            &[&place.office.as_bytes().as_slice(), &place.space.as_bytes().as_slice(), &hashes],
        )
        .await?;
    rows.iter().map(|row| Ok((hash(row, 0)?, unsigned(row, 1)?))).collect()
}

pub(super) async fn one(tx: &Tx<'_>, place: Place, hash: Hash) -> Result<Option<Vec<u8>>, StoreError> {
    let row = tx
        .row(
            "read a record",
            "SELECT record FROM record WHERE office = $1 AND space = $2 AND hash = $3",
            &[&place.office.as_bytes().as_slice(), &place.space.as_bytes().as_slice(), &hash.0.as_slice()],
        )
        .await?;
    row.map(|row| row.try_get(0).tried("read a record")).transpose()
}

pub(super) async fn replace(tx: &Tx<'_>, place: Place, hash: Hash, bytes: &[u8]) -> Result<(), StoreError> {
    // The space first, as for appending: two that replace the same record count one after the other.
    locked(tx, place).await?;
    let Some(held) = one(tx, place, hash).await? else { return Ok(()) };
    let (office, space) = (place.office.as_bytes().as_slice(), place.space.as_bytes().as_slice());
    tx.run(
        "seal a record anew",
        "UPDATE record SET record = $4 WHERE office = $1 AND space = $2 AND hash = $3",
        &[&office, &space, &hash.0.as_slice(), &bytes],
    )
    .await?;
    tx.run(
        "count a record anew",
        "UPDATE space SET bytes = bytes - $3 + $4 WHERE office = $1 AND space = $2",
        &[&office, &space, &number(held.len() as u64), &number(bytes.len() as u64)],
    )
    .await
    .map(drop)
}

async fn head(tx: &Tx<'_>, place: Place, lock: &str) -> Result<Option<(u64, Hash)>, StoreError> {
    let text = format!("SELECT seq, order_hash FROM space WHERE office = $1 AND space = $2 {lock}");
    let row = tx.row("head of a space", &text, &[&place.office.as_bytes().as_slice(), &place.space.as_bytes().as_slice()]).await?;
    row.map(|row| Ok((unsigned(&row, 0)?, hash(&row, 1)?))).transpose()
}

/// The ends of some devices' chains, in one trip to the database.
/// Whether the lines of a revocation leave out records that are here.
pub(super) async fn voids(tx: &Tx<'_>, office: OfficeId, revoked: &[(DeviceId, Vec<LastAccepted>)]) -> Result<bool, StoreError> {
    for (device, lines) in revoked {
        let rows = tx
            .rows(
                "chains of a device",
                "SELECT begun.space, newest.device_seq, newest.hash FROM space AS begun CROSS JOIN LATERAL (
                     SELECT device_seq, hash FROM record WHERE office = $1 AND record.space = begun.space AND device = $2
                     ORDER BY device_seq DESC LIMIT 1
                 ) AS newest WHERE begun.office = $1",
                &[&office.as_bytes().as_slice(), &device.as_bytes().as_slice()],
            )
            .await?;
        for row in &rows {
            if is_past(lines, SpaceId::from_bytes(bytes(row, 0)?), (unsigned(row, 1)?, Hash(bytes(row, 2)?))) {
                return Ok(true);
            }
        }
    }
    Ok(false)
}

async fn tails(tx: &Tx<'_>, place: Place, devices: &BTreeSet<DeviceId>) -> Result<HashMap<DeviceId, (u64, Hash)>, StoreError> {
    let ids: Vec<&[u8]> = devices.iter().map(|device| device.as_bytes().as_slice()).collect();
    let rows = tx
        .rows(
            "chains of devices",
            "SELECT asked.device, newest.device_seq, newest.hash FROM unnest($3::BYTEA[]) AS asked (device) CROSS JOIN LATERAL (
                 SELECT device_seq, hash FROM record WHERE office = $1 AND space = $2 AND device = asked.device ORDER BY device_seq DESC LIMIT 1
             ) AS newest",
            &[&place.office.as_bytes().as_slice(), &place.space.as_bytes().as_slice(), &ids],
        )
        .await?;
    let mut tails: HashMap<DeviceId, (u64, Hash)> = devices.iter().map(|device| (*device, Default::default())).collect();
    for row in &rows {
        tails.insert(DeviceId::from_bytes(bytes(row, 0)?), (unsigned(row, 1)?, hash(row, 2)?));
    }
    Ok(tails)
}

async fn order_at(tx: &Tx<'_>, place: Place, seq: u64) -> Result<Option<Hash>, StoreError> {
    if seq == 0 {
        return Ok(Some(chain::empty_order(place)));
    }
    let row = tx
        .row(
            "order of a space",
            "SELECT order_hash FROM record WHERE office = $1 AND space = $2 AND seq = $3",
            &[&place.office.as_bytes().as_slice(), &place.space.as_bytes().as_slice(), &number(seq)],
        )
        .await?;
    row.map(|row| hash(&row, 0)).transpose()
}

pub(super) async fn standing(tx: &Tx<'_>, place: Place, device: DeviceId, at: Option<u64>) -> Result<Standing, StoreError> {
    let (seq, order) = head(tx, place, "").await?.unwrap_or_else(|| (0, chain::empty_order(place)));
    let order_at = match at {
        Some(at) => order_at(tx, place, at).await?,
        None => None,
    };
    let device = tails(tx, place, &BTreeSet::from([device])).await?.remove(&device).unwrap_or_default();
    Ok(Standing { seq, order, device, order_at })
}

pub(super) async fn heads(tx: &Tx<'_>, place: Place, after: Option<DocumentId>, limit: u32) -> Result<Vec<DocumentHead>, StoreError> {
    let after = after.map_or(Vec::new(), |document| document.as_bytes().to_vec());
    let rows = tx
        .rows(
            "heads",
            "SELECT document, checkpoint, covers, head FROM document
             WHERE office = $1 AND space = $2 AND document > $3 ORDER BY document LIMIT $4",
            &[&place.office.as_bytes().as_slice(), &place.space.as_bytes().as_slice(), &after, &i64::from(limit)],
        )
        .await?;
    rows.iter()
        .map(|row| {
            let checkpoint = unsigned(row, 1)?;
            Ok(DocumentHead {
                document: DocumentId::from_bytes(bytes(row, 0)?),
                checkpoint: (checkpoint > 0).then_some(checkpoint),
                covers: unsigned(row, 2)?,
                head: unsigned(row, 3)?,
            })
        })
        .collect()
}

pub(super) async fn read(tx: &Tx<'_>, place: Place, selection: &Selection, limit: usize) -> Result<Vec<Frame>, StoreError> {
    // Two statements: one plan for both would read the whole space for a few documents.
    let following = if selection.documents.is_empty() {
        "SELECT r.seq, r.received_at, r.record FROM record r
         WHERE r.office = $1 AND r.space = $2 AND r.seq > $3 AND cardinality($4::bytea[]) = 0
             AND ($5 OR r.seq > (SELECT d.covers FROM document d WHERE d.office = $1 AND d.space = $2 AND d.document = r.document))"
    } else {
        "SELECT r.seq, r.received_at, r.record FROM document d JOIN record r USING (office, space, document)
         WHERE d.office = $1 AND d.space = $2 AND d.document = ANY($4) AND r.seq > $3 AND ($5 OR r.seq > d.covers)"
    };
    let page = format!(
        "SELECT seq, received_at, record FROM (
             SELECT seq, received_at, record, sum(octet_length(record) + 20) OVER (ORDER BY seq) AS total, row_number() OVER (ORDER BY seq) AS place
             FROM ({following} ORDER BY r.seq LIMIT $6) AS following
         ) AS page WHERE total <= $7 OR place = 1 ORDER BY seq"
    );
    let documents: Vec<&[u8]> = selection.documents.iter().map(|document| document.as_bytes().as_slice()).collect();
    let rows = tx
        .rows(
            "read records",
            &page,
            &[
                &place.office.as_bytes().as_slice(),
                &place.space.as_bytes().as_slice(),
                &number(selection.after),
                &documents,
                &!selection.tail,
                &ROWS,
                &number(limit as u64),
            ],
        )
        .await?;
    rows.iter()
        .map(|row| {
            Ok(Frame {
                seq: unsigned(row, 0)?,
                received_at: row.try_get(1).tried("read records")?,
                record: row.try_get(2).tried("read records")?,
            })
        })
        .collect()
}
