//! Keys of spaces: fetching one's own, walking back to the earlier ones, making new ones when the people of a space changed.

use std::collections::BTreeSet;
use std::ops::RangeInclusive;

use praesto_contract::FindingKind;
use praesto_protocol::api::{Bytes, EnvelopePage, EnvelopeUpload, EpochUpload};
use praesto_protocol::register::{Body, Device, Epoch, Register};
use praesto_protocol::{DeviceId, EpochKeys, SpaceId};
use praesto_vault::DrawnEpoch;
use serde::{Deserialize, Serialize};

use super::attachments::{CHECK_EVERY_MS, held};
use super::{Remote, RemoteError, another_time};
use crate::error::AppError;
use crate::host::{Host, HostEntropy};
use crate::office::Office;

/// How long a device waits before it says again that keys of a space are no good.
const MARK_PAUSE_MS: i64 = 60 * 60 * 1000;
/// How often a device looks for keys that the server lacks before it takes them for lost: from one look to the next, colleagues who have them ask the
/// server for what it lacks, and bring them.
const LOOKS: u32 = 4;

/// When epochs were last called no good, as it is noted in the vault: all after `good`, up to `newest`.
#[derive(Serialize, Deserialize)]
struct Round {
    newest: u32,
    good: u32,
    /// Milliseconds since the Unix epoch.
    at: i64,
}

impl<H: Host> Office<H> {
    /// Fetches the keys that the register announces and this device lacks.
    pub(super) fn fetch_keys(&self, remote: &dyn Remote) -> Result<(), AppError> {
        self.take_drawn_keys()?;
        for space in self.spaces()? {
            // Anew for each: what is said of one space moves the register on.
            let register = self.register()?;
            let (Some(current), Some(newest)) = (register.current_epoch(space), register.newest_good_epoch(space)) else { continue };
            let good = |epoch: &u32| register.is_good_epoch(space, *epoch);
            let missing = self.vault.read(|view| {
                for epoch in (1..=current.epoch).filter(good) {
                    if view.epoch_keys(space, epoch)?.is_none() {
                        return Ok::<_, AppError>(Some(epoch));
                    }
                }
                Ok(None)
            })?;
            let led_nowhere = self.led_nowhere(space)?.filter(good);
            let Some(from) = missing.into_iter().chain(led_nowhere).min() else { continue };
            let page = self.envelopes(remote, space, from..=current.epoch)?;
            let given = page.epochs.iter().any(|epoch| epoch.epoch == newest.epoch && epoch.envelope.is_some());
            let mut no_good = self.take_keys(&register, space, page)?;
            if no_good.is_none() && !given && self.are_lost(&register, space, newest)? {
                no_good = Some(newest.epoch);
            }
            if let Some(epoch) = no_good {
                another_time(self.mark_due(remote, space, epoch), "keys that are no good could not be called so")?;
            }
        }
        Ok(())
    }

    /// The oldest epoch whose keys are here and led nowhere when they came. It is looked at again until it leads somewhere or is called no good,
    /// which can take more than one run.
    fn led_nowhere(&self, space: SpaceId) -> Result<Option<u32>, AppError> {
        let bytes = self.vault.read(|view| Ok::<_, AppError>(view.meta(&led_nowhere(space))?))?;
        Ok(bytes.and_then(|bytes| bytes.try_into().ok()).map(u32::from_be_bytes))
    }

    /// All pages of keys of these epochs, as far as the server has them.
    fn envelopes(&self, remote: &dyn Remote, space: SpaceId, mut wanted: RangeInclusive<u32>) -> Result<EnvelopePage, AppError> {
        let mut all = EnvelopePage::default();
        while !wanted.is_empty() {
            self.still_open()?;
            let page = remote.envelopes(space, *wanted.start())?;
            let Some(last) = page.epochs.last().map(|epoch| epoch.epoch) else { break };
            if last < *wanted.start() {
                // A list that goes back need not end.
                return Err(RemoteError::Malformed.into());
            }
            wanted = last.saturating_add(1)..=*wanted.end();
            all.epochs.extend(page.epochs);
        }
        Ok(all)
    }

    /// Opens envelopes and links, newest first, and keeps what matches the register's commitments. Gives the oldest epoch of which this device has to
    /// say that it is no good: the newest that nobody has called so, where its keys do not open, are not those announced or lead back to nothing, and
    /// an earlier one, first seen now, that leads back to nothing although this device has keys from before. Whoever comes later walks that way, and
    /// would get no further.
    fn take_keys(&self, register: &Register, space: SpaceId, page: EnvelopePage) -> Result<Option<u32>, AppError> {
        let me = self.me();
        let noted = self.led_nowhere(space)?;
        let mut known = noted.filter(|epoch| register.is_good_epoch(space, *epoch));
        let (mut no_good, mut lead_nowhere) = (None, BTreeSet::new());
        // Where the link of a later epoch leads.
        let mut reached: Option<EpochKeys> = None;
        for epoch in page.epochs.iter().rev() {
            let announced = register.epoch(space, epoch.epoch);
            let newest = register.newest_good_epoch(space).is_some_and(|newest| newest.epoch == epoch.epoch);
            let opened = epoch.envelope.as_ref().and_then(|sealed| EpochKeys::from_envelope(&sealed.0, &me.age).ok());
            // What leads to an epoch that the server lacks leads no further, and says nothing of this one.
            let linked = reached.take_if(|keys| keys.epoch >= epoch.epoch).filter(|keys| keys.epoch == epoch.epoch);
            let given = epoch.envelope.is_some() || linked.is_some();
            // The key is held against the register before anything is written with it or opened by it.
            let keys = opened.into_iter().chain(linked).find(|keys| keys.epoch == epoch.epoch && fits(register, space, keys));
            let Some(keys) = keys else {
                if given && announced.is_none_or(|announced| announced.due.is_none()) {
                    self.find(FindingKind::WrongKeys, announced.map(|announced| announced.author));
                    if newest && epoch.envelope.is_some() {
                        no_good = Some(epoch.epoch);
                    }
                }
                continue;
            };
            let before = register.good_epoch_before(space, epoch.epoch).map(|before| before.epoch);
            let earlier = keys.previous(&epoch.link.0).ok().filter(|keys| Some(keys.epoch) == before && fits(register, space, keys));
            let here = self.vault.read(|view| Ok::<_, AppError>(view.epoch_keys(space, epoch.epoch)?.is_some()))?;
            if earlier.is_some() {
                known = known.filter(|known| *known != epoch.epoch);
            } else if before.is_some() && register.is_good_epoch(space, epoch.epoch) {
                self.find(FindingKind::WrongKeys, announced.map(|announced| announced.author));
                if newest || !here || noted.is_some_and(|noted| epoch.epoch >= noted) {
                    lead_nowhere.insert(epoch.epoch);
                }
            }
            let to_note = lead_nowhere.iter().copied().chain(known).min();
            self.vault.write(|writer| {
                // A way back that is here already is not given up for one that leads nowhere.
                if !here || earlier.is_some() {
                    writer.put_epoch_keys(&keys, &epoch.link.0)?;
                }
                // With the keys: once they are here, nothing else asks for them again.
                match to_note {
                    Some(oldest) => writer.put_meta(&led_nowhere(space), &oldest.to_be_bytes())?,
                    None => writer.remove_meta(&led_nowhere(space))?,
                }
                Ok::<_, AppError>(())
            })?;
            // A later link may lead past this epoch.
            reached = earlier.or(reached);
        }
        // Once all are here: those from before may have come with them.
        for epoch in lead_nowhere {
            if self.newest_here(register, space, epoch)?.is_some() {
                return Ok(no_good.into_iter().chain([epoch]).min());
            }
        }
        Ok(no_good)
    }

    /// Whether the newest keys, of which the server has none for this device, are taken for lost: whoever had them may have lost them with the
    /// server, or never comes again, and without them nobody can send.
    fn are_lost(&self, register: &Register, space: SpaceId, newest: &Epoch) -> Result<bool, AppError> {
        let here = self.vault.read(|view| Ok::<_, AppError>(view.epoch_keys(space, newest.epoch)?.is_some()))?;
        // They were made for this device, or for one that it goes on for.
        let for_me = register.lineage(self.device()).into_iter().any(|device| register.is_entitled_at(device, space, newest.seq));
        if here || !for_me {
            return Ok(false);
        }
        let (meta, now) = (format!("epoch-lacking/{space}/{}", newest.epoch), self.host.now().0);
        let (looks, last) =
            self.vault.read(|view| Ok::<_, AppError>(view.meta(&meta)?))?.and_then(|bytes| looked(&bytes)).unwrap_or_default();
        if looks > 0 && now.abs_diff(last) < CHECK_EVERY_MS {
            return Ok(looks >= LOOKS);
        }
        let looks = looks.saturating_add(1);
        let bytes = [&looks.to_be_bytes()[..], &now.to_be_bytes()].concat();
        self.vault.write(|writer| Ok::<_, AppError>(writer.put_meta(&meta, &bytes)?))?;
        Ok(looks >= LOOKS)
    }

    /// Takes the keys into use that this device drew, where the register has come to announce them.
    pub(super) fn take_drawn_keys(&self) -> Result<(), AppError> {
        let Some(register) = self.register_if_any() else { return Ok(()) };
        for space in register.spaces_of(self.device()) {
            let drawn = self.vault.read(|view| Ok::<_, AppError>(view.drawn_epoch(space)?))?;
            let Some(drawn) = drawn.filter(|drawn| fits(&register, space, &drawn.keys)) else { continue };
            self.vault.write(|writer| {
                writer.put_epoch_keys(&drawn.keys, &drawn.link)?;
                Ok::<_, AppError>(writer.forget_drawn_epoch(space)?)
            })?;
        }
        Ok(())
    }

    /// Gives the server the keys that it lacks. One that was restored from a copy may have got the entry of an epoch back from somebody who did not
    /// have its keys, and then whoever has them is the only one who can read and write.
    pub(super) fn give_missing_keys(&self, remote: &dyn Remote) -> Result<(), AppError> {
        let register = self.register()?;
        for space in self.spaces()? {
            let Some(current) = register.current_epoch(space).map(|current| current.epoch) else { continue };
            let page = self.envelopes(remote, space, 1..=current)?;
            let there: BTreeSet<u32> = page.epochs.iter().map(|epoch| epoch.epoch).collect();
            for epoch in register.epochs(space).iter().filter(|epoch| epoch.due.is_none() && !there.contains(&epoch.epoch)) {
                if let Some(upload) = self.rebuild_upload(&register, space, epoch.epoch)? {
                    give(remote, &upload)?;
                }
            }
            self.share_marked_keys(remote, &register, space, page)?;
        }
        Ok(())
    }

    /// Keys that were marked as no good and are good to somebody: files stay sealed to them, and no link leads to them. Whoever has them gives them to
    /// whoever came since, and whoever lacks them takes them where they come after all.
    fn share_marked_keys(&self, remote: &dyn Remote, register: &Register, space: SpaceId, mut page: EnvelopePage) -> Result<(), AppError> {
        let mut lacking = BTreeSet::new();
        for epoch in register.epochs(space).iter().filter(|epoch| epoch.due.is_some()).map(|epoch| epoch.epoch) {
            let given = held(&self.marked_given).get(&(space, epoch)).cloned().unwrap_or_default();
            let missed = register.entitled(space).into_iter().any(|(device, _)| !given.contains(&device));
            if self.vault.read(|view| Ok::<_, AppError>(view.epoch_keys(space, epoch)?.is_none()))? {
                lacking.insert(epoch);
            } else if missed && let Some(mut upload) = self.rebuild_upload(register, space, epoch)? {
                upload.envelopes.retain(|envelope| !given.contains(&envelope.device));
                if give(remote, &upload)? {
                    let devices = upload.envelopes.into_iter().map(|envelope| envelope.device);
                    held(&self.marked_given).entry((space, epoch)).or_default().extend(devices);
                }
            }
        }
        page.epochs.retain(|epoch| lacking.contains(&epoch.epoch) && epoch.envelope.is_some());
        self.take_keys(register, space, page)?;
        Ok(())
    }

    /// The newest good keys of a space that this device has. None where newer ones were made, whatever became of them, and somebody who has these has
    /// left: whatever is sealed to them, that person could read.
    pub(crate) fn newest_keys(&self, space: SpaceId) -> Result<Option<EpochKeys>, AppError> {
        let register = self.register()?;
        let Some(here) = self.newest_here(&register, space, u32::MAX)? else { return Ok(None) };
        let current = register.current_epoch(space).is_some_and(|current| current.epoch == here.epoch);
        Ok((current || !register.has_former_readers(space, here.epoch)).then_some(here))
    }

    /// The newest good keys of a space before an epoch that this device has.
    fn newest_here(&self, register: &Register, space: SpaceId, before: u32) -> Result<Option<EpochKeys>, AppError> {
        self.vault.read(|view| {
            for epoch in register.epochs(space).iter().rev().filter(|epoch| epoch.epoch < before && epoch.due.is_none()) {
                if let Some(keys) = view.epoch_keys(space, epoch.epoch)? {
                    return Ok(Some(keys));
                }
            }
            Ok(None)
        })
    }

    /// Says in the register that keys of a space are no good, the newest down to `epoch` and to the last good ones before it that are here, so that new
    /// ones are made: whoever makes one that opens to nothing makes two as easily. Only who can lead new ones back to good ones does, and not again
    /// and again: it may be the server that spoils them on the way.
    fn mark_due(&self, remote: &dyn Remote, space: SpaceId, epoch: u32) -> Result<(), AppError> {
        let register = self.register()?;
        let marked = |epoch| register.epoch(space, epoch).is_some_and(|epoch| epoch.due.is_some());
        let Some(newest) = register.newest_good_epoch(space).map(|newest| newest.epoch).filter(|_| !marked(epoch)) else { return Ok(()) };
        let Some(good) = self.newest_here(&register, space, epoch)? else { return Ok(()) };
        let (meta, now) = (format!("epoch-due/{space}"), self.host.now().0);
        let last: Option<Round> =
            self.vault.read(|view| Ok::<_, AppError>(view.meta(&meta)?))?.and_then(|bytes| serde_json::from_slice(&bytes).ok());
        // What was broken off goes on. A clock that was put back does not make anybody wait longer than the pause, nor a mark that never came into the
        // register.
        let waits = |last: &Round| marked(last.newest) && (0..MARK_PAUSE_MS).contains(&now.saturating_sub(last.at));
        if last.is_some_and(|last| waits(&last) && (newest > last.newest || good.epoch < last.good)) {
            return Ok(());
        }
        // Before anybody hears of it: a server that takes the mark and says that it did not would set off one after the other.
        let round =
            serde_json::to_vec(&Round { newest, good: good.epoch, at: now }).map_err(|_| AppError::Internal("a round is written down"))?;
        self.vault.write(|writer| Ok::<_, AppError>(writer.put_meta(&meta, &round)?))?;
        for epoch in register.epochs(space).iter().rev().filter(|epoch| epoch.epoch > good.epoch && epoch.due.is_none()) {
            self.append(remote, Vec::new(), |register| {
                let newest = register.newest_good_epoch(space).is_some_and(|newest| newest.epoch == epoch.epoch);
                Ok(newest.then_some(Body::EpochDue { space, epoch: epoch.epoch }))
            })?;
        }
        Ok(())
    }

    /// Makes the keys of every space whose people changed, where this device holds the keys before them.
    pub(super) fn make_due_epochs(&self, remote: &dyn Remote) -> Result<(), AppError> {
        for space in self.spaces()? {
            let register = self.register()?;
            if register.epoch_due(space) && self.holds_newest(&register, space)? {
                self.make_epoch(remote, &register, space)?;
            }
        }
        Ok(())
    }

    fn holds_newest(&self, register: &Register, space: SpaceId) -> Result<bool, AppError> {
        // Nobody needs any for the first ones.
        let Some(newest) = register.newest_good_epoch(space) else { return Ok(register.epochs(space).is_empty()) };
        self.vault.read(|view| Ok(view.epoch_keys(space, newest.epoch)?.is_some()))
    }

    fn make_epoch(&self, remote: &dyn Remote, register: &Register, space: SpaceId) -> Result<(), AppError> {
        let made_for = register.head();
        let drawn = self.vault.read(|view| Ok::<_, AppError>(view.drawn_epoch(space)?))?;
        // What was told of them may yet arrive where nothing came after that head: then they are the ones, and no others.
        let keys = match drawn.filter(|drawn| drawn.made_for == made_for) {
            Some(drawn) => drawn.keys,
            None => self.draw_epoch(register, space),
        };
        let (body, upload) = self.epoch_of(register, space, &keys)?;
        // Kept before anybody hears of them: what answers may be lost, and the server too before anybody else has them.
        let drawn = DrawnEpoch { keys, link: upload.link.0.clone(), made_for };
        self.vault.write(|writer| Ok::<_, AppError>(writer.put_drawn_epoch(&drawn)?))?;
        // On a newer head the recipients may be others: then these keys are dropped and the next run makes new ones.
        self.append(remote, vec![upload], |newest| Ok((newest.head() == made_for).then(|| body.clone())))?;
        self.take_drawn_keys()
    }

    /// Draws the next keys of a space.
    pub(crate) fn draw_epoch(&self, register: &Register, space: SpaceId) -> EpochKeys {
        let previous = register.current_epoch(space).map_or(0, |current| current.epoch);
        EpochKeys::make(space, previous + 1, &mut HostEntropy(&*self.host))
    }

    /// The entry of the next keys of a space, and these sealed for exactly the devices that the register entitles.
    pub(crate) fn epoch_of(&self, register: &Register, space: SpaceId, keys: &EpochKeys) -> Result<(Body, EpochUpload), AppError> {
        // Past those that are no good, to the last ones that are.
        let link = match register.good_epoch_before(space, keys.epoch).map(|good| good.epoch) {
            None => Vec::new(),
            Some(epoch) => {
                let before = self.vault.read(|view| Ok::<_, AppError>(view.epoch_keys(space, epoch)?))?;
                keys.link_to(&before.ok_or(AppError::Internal("the keys before are not here"))?, &mut HostEntropy(&*self.host))
            }
        };
        let body = Body::NewEpoch {
            space,
            epoch: keys.epoch,
            recipients: register.due_recipients(space),
            commitment: keys.commitment(),
            attachments: keys.attachments.recipient().to_string(),
        };
        Ok((body, upload(register, keys, link)?))
    }
}

/// Gives the server keys, and says whether it took them. Where it does not take them now, those of other epochs are given all the same.
fn give(remote: &dyn Remote, upload: &EpochUpload) -> Result<bool, AppError> {
    let given = remote.put_envelopes(upload.space, upload);
    let taken = given.is_ok();
    another_time(given.map_err(AppError::from), "keys could not be given")?;
    Ok(taken)
}

/// Keys, sealed for exactly the devices that the register entitles, with the way to those before.
pub(super) fn upload(register: &Register, keys: &EpochKeys, link: Vec<u8>) -> Result<EpochUpload, AppError> {
    let sealed = |(device, entitled): (DeviceId, &Device)| {
        Ok::<_, AppError>(EnvelopeUpload { device, sealed: Bytes(keys.envelope(device, &entitled.recipient)?.sealed) })
    };
    let envelopes = register.entitled(keys.space).into_iter().map(sealed).collect::<Result<_, _>>()?;
    Ok(EpochUpload { space: keys.space, epoch: keys.epoch, link: Bytes(link), envelopes })
}

/// Where it is noted which epoch led nowhere.
fn led_nowhere(space: SpaceId) -> String {
    format!("epoch-led-nowhere/{space}")
}

/// How often keys were looked for, and when last.
fn looked(bytes: &[u8]) -> Option<(u32, i64)> {
    let (looks, last) = bytes.split_first_chunk()?;
    Some((u32::from_be_bytes(*looks), i64::from_be_bytes(last.try_into().ok()?)))
}

/// Whether keys are those that the register announces.
fn fits(register: &Register, space: SpaceId, keys: &EpochKeys) -> bool {
    register.epoch(space, keys.epoch).is_some_and(|announced| {
        keys.space == space && keys.commitment() == announced.commitment && keys.attachments.recipient() == announced.attachments
    })
}
