//! Records: checked against the register, then put in order.

use std::collections::HashMap;
use std::thread;

use praesto_crypto::Hash;
use praesto_protocol::api::{Frame, HeadsPage, MAX_PAGE_BYTES, Problem, ServerEvent, SpaceState};
use praesto_protocol::register::Register;
use praesto_protocol::{DocumentId, LayoutError, MAX_RECORD_BYTES, Reader, Receipt, Record, SpaceId};

use super::{Offices, Place};
use crate::refusal::Refusal;
use crate::store::{Appended, Arriving, Batch, Checkpoint, Selection};
use crate::token::Session;

/// Documents on one page of heads.
const HEADS: u32 = 10_000;
/// How often the register may move under a batch before the client is sent away.
const ATTEMPTS: usize = 8;
/// Records from which on checking is worth several cores.
const MANY: usize = 16;

impl Offices {
    /// Where a space stands, and the caller's own chain in it.
    pub fn space_state(&self, session: &Session, space: SpaceId, at: Option<u64>) -> Result<SpaceState, Refusal> {
        let (_, place) = self.member(session, space)?;
        let standing = self.store.standing(place, session.device, at)?;
        let (device_seq, head) = standing.device;
        Ok(SpaceState {
            seq: standing.seq,
            order: standing.order.to_string(),
            device_seq,
            device_head: if device_seq == 0 { String::new() } else { head.to_string() },
            order_at: standing.order_at.map(|order| order.to_string()),
        })
    }

    /// A page of documents after `after`.
    pub fn heads_get(&self, session: &Session, space: SpaceId, after: Option<DocumentId>) -> Result<HeadsPage, Refusal> {
        let (_, place) = self.member(session, space)?;
        let documents = self.store.heads(place, after, HEADS)?;
        let next = documents.last().filter(|_| documents.len() == HEADS as usize).map(|head| head.document);
        Ok(HeadsPage { documents, next })
    }

    /// Frames of records, up to `limit` bytes but at least one where there is one.
    pub fn records_get(&self, session: &Session, space: SpaceId, selection: &Selection, limit: usize) -> Result<Vec<u8>, Refusal> {
        let (_, place) = self.member(session, space)?;
        let frames = self.store.records(place, selection, limit.min(MAX_PAGE_BYTES))?;
        let mut out = Vec::with_capacity(frames.iter().map(|frame: &Frame| frame.record.len() + 20).sum());
        frames.iter().for_each(|frame| frame.write(&mut out));
        Ok(out)
    }

    /// Takes records, all or none, in the layout of `praesto_protocol::api::encode_records`; answers a receipt in its own layout.
    pub fn records_post(&self, session: &Session, space: SpaceId, body: &[u8], now: i64) -> Result<Vec<u8>, Refusal> {
        if body.len() > MAX_PAGE_BYTES {
            return Err(Problem::TooLarge.into());
        }
        let records = split(body)?;
        let hashes: Vec<Hash> = records.iter().map(|(record, _)| record.hash()).collect();
        let bytes = body.len() as u64;
        for _ in 0..ATTEMPTS {
            let (register, place) = self.member(session, space)?;
            let mut room = self.take_room(session.office, bytes, now)?;
            let known = self.check_new(&register, place, &records)?;
            let arriving = records.iter().map(|(record, bytes)| arriving(record, bytes, now)).collect();
            let write = |batches: &[&Batch]| self.store.append_records(place, batches);
            match self.arrivals.append(&write, place, Batch { register_length: register.length(), records: arriving })? {
                Appended::Done { places, seq } => {
                    for (record, bytes) in records.iter().filter(|(record, _)| known.contains_key(&record.hash())) {
                        self.seal_anew(session, &register, place, record, bytes)?;
                    }
                    room.keep(bytes);
                    if !records.is_empty() {
                        self.tell(session.office, ServerEvent::Space { space, seq });
                    }
                    return Ok(self.receipt(space, hashes, places, now));
                }
                Appended::ChainBroken { device, held } => {
                    return Err(Refusal::because(Problem::ChainBroken, format!("{held} of {device}")));
                }
                Appended::RegisterMoved => {}
            }
        }
        Err(Refusal { retry_after: Some(1), ..Problem::Unavailable.into() })
    }

    /// A record that is here under keys which are no good gets the seal that its own author brings under the current ones,
    /// also as a device that goes on for that one.
    fn seal_anew(&self, session: &Session, register: &Register, place: Place, record: &Record, bytes: &[u8]) -> Result<(), Refusal> {
        let current = register.current_epoch(place.space).filter(|epoch| epoch.due.is_none()).map(|epoch| epoch.epoch);
        let own = register.lineage(session.device).contains(&record.statement.statement().device) && current == Some(record.seal.epoch);
        let no_good = |epoch: u32| register.epoch(place.space, epoch).is_some_and(|epoch| epoch.due.is_some());
        if own
            && let Some(held) = self.store.record(place, record.hash())?
            && Record::decode(&held).is_ok_and(|held| no_good(held.seal.epoch))
        {
            self.store.replace_record(place, record.hash(), bytes)?;
        }
        Ok(())
    }

    /// Checks what is new. A record that is here already counts as sent, whatever became of its epoch or its author since; those are told where
    /// that matters.
    fn check_new(&self, register: &Register, place: Place, records: &[(Record, &[u8])]) -> Result<HashMap<Hash, u64>, Refusal> {
        let all: Vec<&Record> = records.iter().map(|(record, _)| record).collect();
        let newest = register.current_epoch(place.space).map_or(0, |epoch| epoch.epoch);
        let no_good = (1..=newest).any(|number| register.epoch(place.space, number).is_some_and(|epoch| epoch.due.is_some()));
        if !no_good && check_all(register, place, &all).is_ok() {
            return Ok(HashMap::new());
        }
        let hashes: Vec<Hash> = all.iter().map(|record| record.hash()).collect();
        let known = self.store.known(place, &hashes)?;
        let new: Vec<&Record> = all.into_iter().filter(|record| !known.contains_key(&record.hash())).collect();
        check_all(register, place, &new)?;
        Ok(known)
    }

    fn receipt(&self, space: SpaceId, hashes: Vec<Hash>, places: Vec<u64>, now: i64) -> Vec<u8> {
        Receipt::make(space, now, hashes.into_iter().zip(places).collect(), &self.receipts).encode()
    }
}

/// Records with the bytes that they came in.
fn split(body: &[u8]) -> Result<Vec<(Record, &[u8])>, Refusal> {
    let mut r = Reader::new(body);
    let mut records = Vec::new();
    while r.clone().finish().is_err() {
        let bytes = r.bytes()?;
        if bytes.len() > MAX_RECORD_BYTES {
            return Err(Problem::TooLarge.into());
        }
        let record = Record::decode(bytes).map_err(|error: LayoutError| Refusal::because(Problem::RecordRefused, error))?;
        records.push((record, bytes));
    }
    Ok(records)
}

/// Checks records on all cores; the first that is refused says why.
fn check_all(register: &Register, place: Place, records: &[&Record]) -> Result<(), Refusal> {
    let check_part = |part: &[&Record]| part.iter().try_for_each(|record| check(register, place, record));
    let cores = thread::available_parallelism().map_or(1, usize::from);
    if records.len() < MANY || cores == 1 {
        return check_part(records);
    }
    thread::scope(|threads| {
        let parts = records.chunks(records.len().div_ceil(cores));
        let checked: Vec<_> = parts.map(|part| threads.spawn(move || check_part(part))).collect();
        // A panic goes on here, as if there were no threads.
        checked.into_iter().try_for_each(|part| part.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
    })
}

/// Checks everything that the register decides.
fn check(register: &Register, place: Place, record: &Record) -> Result<(), Refusal> {
    let refuse = |detail: &str| Err(Refusal::because(Problem::RecordRefused, detail));
    let statement = record.statement.statement();
    if statement.office != place.office || statement.space != place.space {
        return refuse("the record is of another office or space");
    }
    let Some(device) = register.devices().get(&statement.device) else { return refuse("the register does not know the device") };
    if record.statement.verify(&device.verifier).is_err() {
        return refuse("the signature does not hold");
    }
    if !register.had_head(statement.register_length, statement.register_head) {
        return refuse("the register never had the head that the author names");
    }
    if !register.is_entitled_at(statement.device, statement.space, statement.register_length) {
        return refuse("the author had no right to this space");
    }
    if register.is_past_revocation(statement.device, statement.space, statement.device_seq, record.hash()) {
        return refuse("the record is past the point up to which the office takes the device's records");
    }
    if register.current_epoch(place.space).is_none_or(|epoch| epoch.epoch != record.seal.epoch) {
        return Err(Problem::EpochNotCurrent.into());
    }
    Ok(())
}

fn arriving(record: &Record, bytes: &[u8], now: i64) -> Arriving {
    let statement = record.statement.statement();
    Arriving {
        hash: record.hash(),
        document: statement.document,
        device: statement.device,
        device_seq: statement.device_seq,
        prev: statement.prev,
        checkpoint: statement.covers.as_ref().map(|covers| Checkpoint { covers: covers.seq, seen: statement.space_seen }),
        attachments: statement.attachments.clone(),
        received_at: now,
        bytes: bytes.to_vec(),
    }
}
