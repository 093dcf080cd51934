//! Which records are let in: layout, signature, chain, rights at the register head that the author saw, revocation, keys.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::sync::Arc;

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
    /// Where chains end, as the vault says or [`extended`](Self::extended) said since.
    ends: HashMap<DeviceId, End>,
    /// Keys that were read from the vault, by epoch.
    keys: HashMap<u32, EpochKeys>,
}

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
    pub(super) fn new(office: OfficeId, space: SpaceId, me: DeviceId, register: Arc<Register>) -> Self {
        Self { office, space, me, register, ends: HashMap::new(), keys: HashMap::new() }
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
    pub(super) fn vouch(&mut self, view: &View<'_>, bytes: &[u8]) -> Result<Option<(Record, Content)>, AppError> {
        let Ok(record) = Record::decode(bytes) else { return Ok(None) };
        if self.entitled(&record).is_err() {
            return Ok(None);
        }
        Ok(self.open(view, &record)?.ok().map(|content| (record, content)))
    }

    /// Judges the bytes of one record.
    pub(super) fn admit(&mut self, view: &View<'_>, bytes: &[u8]) -> Result<Admitted, AppError> {
        let Ok(record) = Record::decode(bytes) else {
            // Its name is lost with its layout; the bytes themselves stand in, the same for everybody who gets them.
            return Ok(aside(Hash::of(bytes), None, SetAsideReason::Malformed, Some(FindingKind::RecordForged), false));
        };
        let hash = record.hash();
        if view.has_record(hash)? {
            return Ok(Admitted::Known(hash));
        }
        let statement = record.statement.statement();
        let refuse = |(reason, finding): Refused, in_chain| Ok(aside(hash, Some(statement.clone()), reason, finding, in_chain));
        if let Err(refused) = self.entitled(&record) {
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
        match self.open(view, &record)? {
            Ok(content) => Ok(Admitted::New { record: Box::new(record), content }),
            Err(refused) => refuse(refused, true),
        }
    }

    /// Signature, rights at the register head that the author saw, revocation.
    fn entitled(&self, record: &Record) -> Result<(), Refused> {
        let (statement, hash) = (record.statement.statement(), record.hash());
        if statement.office != self.office || statement.space != self.space {
            return Err((SetAsideReason::Forged, Some(FindingKind::RecordForged)));
        }
        let Some(device) = self.register.devices().get(&statement.device) else {
            return Err((SetAsideReason::UnknownDevice, None));
        };
        if record.statement.verify(&device.verifier).is_err() {
            return Err((SetAsideReason::Forged, Some(FindingKind::RecordForged)));
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
    fn open(&mut self, view: &View<'_>, record: &Record) -> Result<Result<Content, Refused>, AppError> {
        let Some(epoch) = self.register.epoch(self.space, record.seal.epoch) else {
            return Ok(Err((SetAsideReason::RegisterBehind, None)));
        };
        let keys = match self.keys.entry(epoch.epoch) {
            Entry::Occupied(held) => held.into_mut(),
            Entry::Vacant(place) => match view.epoch_keys(self.space, epoch.epoch)? {
                Some(keys) => place.insert(keys),
                None => return Ok(Err((SetAsideReason::KeyMissing, None))),
            },
        };
        Ok(record.seal.open(&keys.record, record.statement.statement().content).map_err(|error| match error {
            SealError::CannotOpen => (SetAsideReason::CannotOpen, Some(FindingKind::RecordForged)),
            SealError::OtherContent | SealError::Malformed => (SetAsideReason::Forged, Some(FindingKind::RecordForged)),
        }))
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

enum Chain {
    Next,
    Gap,
    Fork,
    Supplanted,
}

fn aside(hash: Hash, statement: Option<Statement>, reason: SetAsideReason, finding: Option<FindingKind>, in_chain: bool) -> Admitted {
    Admitted::Aside(Box::new(Aside { hash, statement, reason, finding, in_chain }))
}
