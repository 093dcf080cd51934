//! Sending: what waits in the outbox is sealed under the current keys, posted, and acknowledged by the server's receipt.

use std::collections::BTreeSet;

use praesto_contract::{CaseId, ErrorCode, FindingKind, SyncPhase};
use praesto_protocol::api::{Problem, encode_records};
use praesto_protocol::{Content, DocumentId, Receipt, Record, Seal, SignedStatement, SpaceId};
use praesto_vault::StoredRecord;

use super::{Remote, RemoteError};
use crate::error::AppError;
use crate::host::{Host, HostEntropy};
use crate::office::Office;

/// Records of one request.
const BATCH: u32 = 256;
/// Bytes of one request, well under the server's page of 8 MiB.
const BATCH_BYTES: usize = 4 << 20;
/// How often a batch is tried again because somebody made a new epoch, sent the same, or restored the server meanwhile.
const TRIES: usize = 5;

impl<H: Host> Office<H> {
    /// Sends everything that waits in a space, and takes in what colleagues sent meanwhile. Gives the documents whose changes were sent.
    pub(super) fn send(&self, remote: &dyn Remote, space: SpaceId) -> Result<BTreeSet<DocumentId>, AppError> {
        let mut sent = BTreeSet::new();
        loop {
            let documents = self.send_waiting(remote, space)?;
            if documents.is_empty() {
                return Ok(sent);
            }
            sent.extend(documents);
            // What colleagues sent meanwhile lies between: bring the order up to here.
            self.receive(remote, space)?;
        }
    }

    /// Sends what waits in a space, until nothing does. Gives the documents of what was sent.
    pub(super) fn send_waiting(&self, remote: &dyn Remote, space: SpaceId) -> Result<BTreeSet<DocumentId>, AppError> {
        let mut tries = 0;
        let mut done = 0;
        let mut sent = BTreeSet::new();
        loop {
            self.still_open()?;
            let batch = self.vault.read(|view| Ok::<_, AppError>(view.outbox(space, BATCH)?))?;
            if batch.is_empty() {
                return Ok(sent);
            }
            let waiting = self.vault.read(|view| Ok::<_, AppError>(view.outbox_count()?))?;
            self.progress(SyncPhase::Sending { done, total: done + waiting });
            // Not up to date: what waits cannot be sealed before a colleague hands over the keys.
            let Some(records) = self.seal_batch(space, &batch)? else { return Err(AppError::code(ErrorCode::WaitingForKeys)) };
            match remote.post(space, &encode_records(records.iter().map(Vec::as_slice))) {
                Ok(receipt) => {
                    let batch = &batch[..records.len()];
                    if self.take_receipt(remote, space, batch, &receipt)? {
                        done += batch.len() as u64;
                        sent.extend(batch.iter().map(|record| record.document));
                    } else if tries < TRIES {
                        tries += 1;
                    } else {
                        return Err(RemoteError::Malformed.into());
                    }
                }
                Err(RemoteError::Refused(Problem::EpochNotCurrent)) if tries < TRIES => {
                    tries += 1;
                    self.pull_register(remote)?;
                    self.fetch_keys(remote)?;
                }
                // Somebody was faster: a copy of this profile, or a colleague who brought back what a restored server lacked.
                Err(RemoteError::Refused(Problem::ChainBroken)) if tries < TRIES => tries += 1,
                Err(error) => return Err(error.into()),
            }
        }
    }

    /// Seals a batch under the current epoch; `None` while its keys are not here.
    pub(super) fn seal_batch(&self, space: SpaceId, batch: &[StoredRecord]) -> Result<Option<Vec<Vec<u8>>>, AppError> {
        let register = self.register()?;
        let Some(epoch) = register.current_epoch(space).map(|epoch| epoch.epoch) else { return Ok(None) };
        let Some(keys) = self.vault.read(|view| Ok::<_, AppError>(view.epoch_keys(space, epoch)?))? else { return Ok(None) };
        let mut entropy = HostEntropy(&*self.host);
        let mut bytes = 0;
        let mut records = Vec::with_capacity(batch.len());
        for stored in batch {
            let content = Content { salt: stored.salt, payload: stored.payload.clone() };
            let statement = SignedStatement::decode(&stored.statement)?;
            let seal = Seal::make(stored.hash, epoch, &content, &keys.record, &mut entropy);
            let record = Record { statement, seal }.encode();
            bytes += record.len();
            if bytes > BATCH_BYTES && !records.is_empty() {
                break;
            }
            records.push(record);
        }
        Ok(Some(records))
    }

    /// Believes an acknowledgement only if the office's server signed it, for just these records. `false` where it gives them the places of
    /// others, because the server was restored from an older copy since this run began: what it lost waits to be sent again.
    fn take_receipt(&self, remote: &dyn Remote, space: SpaceId, batch: &[StoredRecord], bytes: &[u8]) -> Result<bool, AppError> {
        let register = self.register()?;
        let receipt = Receipt::decode(bytes).ok().filter(|receipt| {
            register.server().is_some_and(|(key, _, _)| receipt.verify(key).is_ok())
                && receipt.space == space
                && receipt.records.iter().map(|(hash, _)| *hash).eq(batch.iter().map(|record| record.hash))
        });
        let Some(receipt) = receipt else {
            // A server that lost everything has another key. Nothing counts until an administrator's computer has named it.
            if self.server_was_replaced(remote, bytes)? {
                return Err(AppError::code(ErrorCode::WaitingForAdministrator));
            }
            return Err(self.contradiction(FindingKind::ReceiptForged));
        };
        if self.takes_places_of_others(space, &receipt)? {
            let before = self.vault.read(|view| Ok::<_, AppError>(view.cursor(space)?))?;
            self.check_order(remote, space)?;
            if self.vault.read(|view| Ok::<_, AppError>(view.cursor(space)?))? == before {
                return Err(self.contradiction(FindingKind::ReceiptForged));
            }
            return Ok(false);
        }
        self.vault.write(|writer| {
            for (hash, seq) in &receipt.records {
                writer.acknowledge(space, *hash, *seq, receipt.received_at)?;
                // Where nobody else's record lies between, one's own need not come back over the wire.
                let (at, order) = writer.cursor(space)?;
                if *seq == at + 1 {
                    writer.advance(space, *seq, *hash, order.then(*hash), receipt.received_at)?;
                }
            }
            writer.put_receipt(space, bytes)?;
            Ok::<_, AppError>(())
        })?;
        // What waited waits no more: screens that said so show it.
        let sent: BTreeSet<_> = batch.iter().map(|record| CaseId(record.document.0)).collect();
        self.tell(sent.into_iter().collect());
        Ok(true)
    }

    /// Whether a receipt names a place at which this computer has seen another record.
    fn takes_places_of_others(&self, space: SpaceId, receipt: &Receipt) -> Result<bool, AppError> {
        self.vault.read(|view| {
            let (at, _) = view.cursor(space)?;
            for (hash, seq) in receipt.records.iter().filter(|(_, seq)| *seq <= at) {
                if view.order_statement(space, *seq)? != Some(*hash) {
                    return Ok(true);
                }
            }
            Ok(false)
        })
    }
}
