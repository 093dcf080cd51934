//! Which records are let in: layout, signature, chain, rights at the register head that the author saw, revocation, keys.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, sync_channel};
use std::thread::Scope;

use praesto_contract::{FindingKind, SetAsideReason};
use praesto_crypto::Hash;
use praesto_protocol::register::Register;
use praesto_protocol::{Content, DeviceId, EpochKeys, OfficeId, Record, SealError, SignedStatement, SpaceId, Statement};
use praesto_vault::View;

use crate::error::AppError;

/// What became of one record's bytes.
pub(super) enum Admitted {
    /// True, readable, new.
    New { record: Box<Record>, content: Content },
    /// Held already.
    Known(Hash),
    /// True, and at the place of a record that is held here and that the server does not have: that one is no part of its author's chain.
    InPlaceOf { device: DeviceId, device_seq: u64 },
    /// Not now, or never; kept with its reason.
    Aside(Box<Aside>),
}

/// Why a record is not let in.
pub(super) struct Aside {
    pub(super) hash: Hash,
    pub(super) statement: Option<Statement>,
    pub(super) reason: SetAsideReason,
    /// What it shows about the server or the author.
    pub(super) finding: Option<FindingKind>,
    /// Whether the statement itself is true and so counts in its author's chain.
    pub(super) in_chain: bool,
}

/// The point of view from which the records of one transaction are judged.
pub(super) struct Gate {
    office: OfficeId,
    pub(super) space: SpaceId,
    me: DeviceId,
    pub(super) register: Arc<Register>,
    /// Keys of the space, by epoch.
    keys: Arc<BTreeMap<u32, EpochKeys>>,
    /// Where chains end, as the vault says or [`extended`](Self::extended) said since.
    ends: HashMap<DeviceId, End>,
}

/// A record with everything that can be said about it without the vault.
pub(super) struct Looked {
    /// The record; or the digest of bytes that are none.
    record: Result<Box<Record>, Hash>,
    /// Whether the device that it names signed it, where the register knows that device.
    signed: Option<bool>,
    /// What it holds, where its keys are here.
    opened: Option<Result<Content, SealError>>,
}

/// Records that may have been looked at ahead of the vault.
const AHEAD: usize = 64;

/// The end of a device's chain.
#[derive(Clone, Copy, Default)]
struct End {
    seq: u64,
    hash: Hash,
    /// What its author had seen of the register, where the record itself is kept.
    register_length: u64,
}

/// Why a record is not let in, and what that shows about the server or its author.
type Refused = (SetAsideReason, Option<FindingKind>);

impl Gate {
    pub(super) fn new(office: OfficeId, space: SpaceId, me: DeviceId, register: Arc<Register>, keys: BTreeMap<u32, EpochKeys>) -> Self {
        Self { office, space, me, register, keys: Arc::new(keys), ends: HashMap::new() }
    }

    /// Looks at records on a thread of its own, in their order: signatures and seals cost as much as everything else together.
    pub(super) fn look_ahead<'scope, 'bytes: 'scope>(
        &self,
        threads: &'scope Scope<'scope, '_>,
        records: impl Iterator<Item = &'bytes [u8]> + Send + 'scope,
    ) -> Receiver<Looked> {
        let (found, looked) = sync_channel(AHEAD);
        let (register, keys) = (self.register.clone(), self.keys.clone());
        threads.spawn(move || {
            for bytes in records {
                // Whoever no longer listens needs no more of them.
                if found.send(look(&register, &keys, bytes)).is_err() {
                    return;
                }
            }
        });
        looked
    }

    /// Looks at one record.
    pub(super) fn look(&self, bytes: &[u8]) -> Looked {
        look(&self.register, &self.keys, bytes)
    }

    /// Notes that a statement was written into its author's chain, and whether with its record.
    pub(super) fn extended(&mut self, statement: &Statement, hash: Hash, kept: bool) {
        let register_length = if kept { statement.register_length } else { 0 };
        if let Some(end) = self.ends.get_mut(&statement.device).filter(|end| end.seq < statement.device_seq) {
            *end = End { seq: statement.device_seq, hash, register_length };
        }
    }

    /// Notes that a device's chain was cut.
    pub(super) fn cut(&mut self, device: DeviceId) {
        self.ends.remove(&device);
    }

    /// A record that is true by itself and can be read, whatever its place in its author's chain; `None` where it is not.
    pub(super) fn vouch(&self, bytes: &[u8]) -> Option<(Record, Content)> {
        let looked = self.look(bytes);
        let record = looked.record.ok()?;
        self.entitled(&record, looked.signed).ok()?;
        let content = self.opened(&record, looked.opened).ok()?;
        Some((*record, content))
    }

    /// Judges one record.
    pub(super) fn admit(&mut self, view: &View<'_>, looked: Looked) -> Result<Admitted, AppError> {
        let record = match looked.record {
            Ok(record) => record,
            // Its name is lost with its layout; the bytes themselves stand in, the same for everybody who gets them.
            Err(digest) => return Ok(aside(digest, None, SetAsideReason::Malformed, Some(FindingKind::RecordForged), false)),
        };
        let hash = record.hash();
        if view.has_record(hash)? {
            return Ok(Admitted::Known(hash));
        }
        let statement = record.statement.statement();
        let refuse = |(reason, finding): Refused, in_chain| Ok(aside(hash, Some(statement.clone()), reason, finding, in_chain));
        if let Err(refused) = self.entitled(&record, looked.signed) {
            return refuse(refused, false);
        }
        match self.chain(view, statement, hash)? {
            Chain::Next => {}
            Chain::Gap => return refuse((SetAsideReason::ChainGap, None), false),
            Chain::Supplanted => return Ok(Admitted::InPlaceOf { device: statement.device, device_seq: statement.device_seq }),
            Chain::Fork => {
                let finding = if statement.device == self.me { FindingKind::ProfileCopied } else { FindingKind::HistoriesDiffer };
                return refuse((SetAsideReason::ChainFork, Some(finding)), false);
            }
        }
        match self.opened(&record, looked.opened) {
            Ok(content) => Ok(Admitted::New { record, content }),
            Err(refused) => refuse(refused, true),
        }
    }

    /// Signature, rights at the register head that the author saw, revocation.
    fn entitled(&self, record: &Record, signed: Option<bool>) -> Result<(), Refused> {
        let (statement, hash) = (record.statement.statement(), record.hash());
        if statement.office != self.office || statement.space != self.space {
            return Err((SetAsideReason::Forged, Some(FindingKind::RecordForged)));
        }
        match signed {
            None => return Err((SetAsideReason::UnknownDevice, None)),
            Some(false) => return Err((SetAsideReason::Forged, Some(FindingKind::RecordForged))),
            Some(true) => {}
        }
        if statement.register_length > self.register.length() {
            return Err((SetAsideReason::RegisterBehind, None));
        }
        if !self.register.had_head(statement.register_length, statement.register_head) {
            return Err((SetAsideReason::RegisterBehind, Some(FindingKind::HistoriesDiffer)));
        }
        if self.register.is_past_revocation(statement.device, self.space, statement.device_seq, hash) {
            return Err((SetAsideReason::AfterRevocation, None));
        }
        if !self.register.is_entitled_at(statement.device, self.space, statement.register_length) {
            return Err((SetAsideReason::NotAllowed, None));
        }
        Ok(())
    }

    /// The content of a record, where its keys are here and it is what the author signed.
    fn opened(&self, record: &Record, opened: Option<Result<Content, SealError>>) -> Result<Content, Refused> {
        if self.register.epoch(self.space, record.seal.epoch).is_none() {
            return Err((SetAsideReason::RegisterBehind, None));
        }
        match opened {
            Some(Ok(content)) => Ok(content),
            None => Err((SetAsideReason::KeyMissing, None)),
            Some(Err(SealError::CannotOpen)) => Err((SetAsideReason::CannotOpen, Some(FindingKind::RecordForged))),
            Some(Err(SealError::OtherContent | SealError::Malformed)) => Err((SetAsideReason::Forged, Some(FindingKind::RecordForged))),
        }
    }

    fn chain(&mut self, view: &View<'_>, statement: &Statement, hash: Hash) -> Result<Chain, AppError> {
        let end = self.end(view, statement.device)?;
        Ok(if statement.device_seq == end.seq + 1 {
            // What an author has seen of the register never goes back within a chain.
            let goes_back = end.register_length > statement.register_length;
            if statement.prev == end.hash && !goes_back { Chain::Next } else { Chain::Fork }
        } else if statement.device_seq > end.seq {
            Chain::Gap
        } else if view.chain_at(self.space, statement.device, statement.device_seq)? == Some(hash) {
            // Set aside before, and now tried again: it stands in its chain already.
            Chain::Next
        } else if self.is_unplaced(view, statement)? {
            Chain::Supplanted
        } else {
            Chain::Fork
        })
    }

    /// Whether the record that stands here at the place of a statement is one that the server's order does not hold.
    fn is_unplaced(&self, view: &View<'_>, statement: &Statement) -> Result<bool, AppError> {
        let Some(held) = view.chain_at(self.space, statement.device, statement.device_seq)? else { return Ok(false) };
        let Some(record) = view.record(held)? else { return Ok(false) };
        Ok(match record.server_seq {
            Some(seq) => view.order_statement(self.space, seq)? != Some(held),
            None => true,
        })
    }

    fn end(&mut self, view: &View<'_>, device: DeviceId) -> Result<End, AppError> {
        if let Some(end) = self.ends.get(&device) {
            return Ok(*end);
        }
        let end = match view.chain_head(self.space, device)? {
            None => End::default(),
            Some((seq, hash)) => {
                let kept = view.record(hash)?.and_then(|record| SignedStatement::decode(&record.statement).ok());
                End { seq, hash, register_length: kept.map_or(0, |kept| kept.statement().register_length) }
            }
        };
        self.ends.insert(device, end);
        Ok(end)
    }
}

fn look(register: &Register, keys: &BTreeMap<u32, EpochKeys>, bytes: &[u8]) -> Looked {
    let Ok(record) = Record::decode(bytes) else { return Looked { record: Err(Hash::of(bytes)), signed: None, opened: None } };
    let statement = record.statement.statement();
    let device = register.devices().get(&statement.device);
    let signed = device.map(|device| record.statement.verify(&device.verifier).is_ok());
    let keys = keys.get(&record.seal.epoch).filter(|_| signed == Some(true));
    let opened = keys.map(|keys| record.seal.open(&keys.record, statement.content));
    Looked { record: Ok(Box::new(record)), signed, opened }
}

enum Chain {
    Next,
    Gap,
    Fork,
    Supplanted,
}

fn aside(hash: Hash, statement: Option<Statement>, reason: SetAsideReason, finding: Option<FindingKind>, in_chain: bool) -> Admitted {
    Admitted::Aside(Box::new(Aside { hash, statement, reason, finding, in_chain }))
}
