//! Reading and growing an office's register.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use praesto_protocol::api::{Bytes, EpochUpload, Problem, RegisterAppend, RegisterPage, ServerEvent};
use praesto_protocol::register::{Body, LastAccepted, Register, Role, SignedEntry};
use praesto_protocol::{DeviceId, InvitationId, LayoutError, SpaceId};

use super::{Offices, REGISTER_PAGE_BYTES, active};
use crate::config::Founding;
use crate::refusal::Refusal;
use crate::store::{Brought, DAY_MS, Grown, RegisterTail};
use crate::token::{Scope, Session};

/// Longest entry in bytes.
const MAX_ENTRY_BYTES: usize = 1 << 20;
/// Longest entry in bytes with which somebody who is no administrator takes rights away also where room or day are used up: enough for the lines
/// of a device in some sixty spaces.
const MAX_FREE_BYTES: usize = 4 << 10;
/// Longest sealed keys for one device, and longest link to the keys before, in bytes.
const MAX_KEYS_BYTES: usize = 4 << 10;

/// What entries that are about to be appended make or use up.
#[derive(Default)]
struct Consequences {
    /// Who must get the keys of each new epoch, and whether this request must bring them.
    epochs: BTreeMap<(SpaceId, u32), (BTreeSet<DeviceId>, bool)>,
    redeemed: Vec<InvitationId>,
    /// Entries that room and day have to have a place for.
    limited: u64,
    /// Devices that somebody who is no administrator revokes, with the lines that they draw.
    revoked: Vec<(DeviceId, Vec<LastAccepted>)>,
}

impl Offices {
    /// Entries from place `after` on (the length that the caller holds). A revoked device may read them too: there it finds the proof.
    pub fn register_get(&self, session: &Session, after: u64) -> Result<RegisterPage, Refusal> {
        let register = self.register(session.office)?.ok_or(Problem::DeviceUnknown)?;
        if session.scope == Scope::Full {
            active(&register, session)?;
        }
        let entries = self.store.register_entries(session.office, after, REGISTER_PAGE_BYTES)?;
        Ok(RegisterPage { entries: entries.into_iter().map(Bytes).collect(), length: register.length() })
    }

    /// Whether a stranger may bring an office here now.
    pub fn takes_founding(&self) -> Result<bool, Refusal> {
        Ok(match self.settings.founding {
            Founding::Open => true,
            Founding::One => !self.store.holds_offices()?,
            Founding::Closed => false,
        })
    }

    /// Compare-and-append. Founding needs no session; afterwards any active device may bring entries, also those of others that a
    /// restored server lacks: entries prove themselves. What is here already is passed over. Answers the length of the register.
    pub fn register_append(&self, session: Option<&Session>, request: &RegisterAppend, now: i64) -> Result<u64, Refusal> {
        let entries: Vec<SignedEntry> =
            request.entries.iter().map(|entry| SignedEntry::decode(&entry.0).map_err(unreadable)).collect::<Result<_, _>>()?;
        let first = entries.first().ok_or_else(|| Refusal::because(Problem::BadRequest, "no entries"))?;
        if request.entries.iter().any(|entry| entry.0.len() > MAX_ENTRY_BYTES) {
            return Err(Problem::TooLarge.into());
        }
        if entries.iter().any(|entry| entry.entry().office != request.office) {
            return Err(Refusal::because(Problem::EntryRefused, "the entry is of another office"));
        }
        let held = self.register(request.office)?;
        let mut caller = None;
        match (&held, session) {
            (None, _) if self.settings.founding == Founding::Closed => return Err(Problem::FoundingRefused.into()),
            (None, _) => {}
            (Some(register), _) if first.entry().seq == 0 && !register.had_head(1, first.hash()) => {
                return Err(Refusal::because(Problem::FoundingRefused, "the office exists"));
            }
            (Some(register), _) if entries.iter().all(|entry| register.had_head(entry.entry().seq + 1, entry.hash())) => {
                return Ok(register.length());
            }
            (Some(_), None) => return Err(Problem::LoginNeeded.into()),
            (Some(_), Some(session)) if session.office != request.office => return Err(Problem::DeviceUnknown.into()),
            (Some(register), Some(session)) => {
                self.caller(session)?;
                caller = register.devices().get(&session.device).map(|device| (session.device, device.person));
            }
        }
        let after = held.as_ref().map_or(0, |register| register.length());
        let new: Vec<&SignedEntry> = entries
            .iter()
            .skip_while(|entry| held.as_ref().is_some_and(|register| register.had_head(entry.entry().seq + 1, entry.hash())))
            .collect();
        // Who founds an office alone brings all its keys; who brings back the register of many may not have them all.
        let alone = entries.iter().all(|entry| entry.entry().author == first.entry().author);
        let bringer = caller.map(|(device, _)| device).or((held.is_none() && alone).then_some(first.entry().author));
        let (register, consequences) = grow(held.as_deref(), &new, bringer)?;
        // Keys of epochs that are here already come again with their entries.
        let has = |upload: &EpochUpload| held.as_ref().is_some_and(|register| register.epoch(upload.space, upload.epoch).is_some());
        let epochs: Vec<EpochUpload> = request.epochs.iter().filter(|upload| !has(upload)).cloned().collect();
        consequences.check(&epochs)?;
        let encoded: Vec<Vec<u8>> = new.iter().map(|entry| entry.encode()).collect();
        let limited = consequences.limited;
        let brought = caller.filter(|_| limited > 0).map(|(_, person)| Brought {
            person,
            entries: limited,
            most: u64::from(self.settings.limits.register_entries_per_day),
        });
        let tail = RegisterTail {
            after,
            entries: &encoded,
            epochs: &epochs,
            redeemed: &consequences.redeemed,
            brought,
            only_office: self.settings.founding == Founding::One,
            revoked: &consequences.revoked,
        };
        let bytes = tail.bytes();
        let room = if held.is_some() && limited > 0 { Some(self.take_room(request.office, bytes, now)?) } else { None };
        match self.store.append_register(request.office, &tail, now)? {
            Grown::Done => {}
            Grown::Moved => return Err(Problem::HeadMoved.into()),
            Grown::DayIsFull => return Err(until_tomorrow(now)),
            Grown::OtherOffice => return Err(Problem::FoundingRefused.into()),
            Grown::VoidsRecords => {
                return Err(Refusal::because(Problem::EntryRefused, "the revocation leaves out records of the device that are here"));
            }
        }
        if let Some(mut room) = room {
            room.keep(bytes);
        }
        let length = register.length();
        self.remember(&Arc::new(register));
        self.tell(request.office, ServerEvent::Register { length });
        Ok(length)
    }
}

/// Whether an entry that may follow is taken also where room or day are used up. It does nothing but take rights away: whoever has filled the room
/// must not keep their rights by it. An administrator's may be as long as it has to be; others can only make so many short ones.
fn is_free(register: &Register, signed: &SignedEntry) -> bool {
    let takes_rights = matches!(signed.entry().body, Body::RevokeDevice { .. } | Body::Withdraw { .. } | Body::WithdrawRole { .. });
    takes_rights && (by_administrator(register, signed) || signed.encode().len() <= MAX_FREE_BYTES)
}

fn by_administrator(register: &Register, signed: &SignedEntry) -> bool {
    let author = register.devices().get(&signed.entry().author);
    author.is_some_and(|author| register.has_role(author.person, Role::Administrator))
}

fn until_tomorrow(now: i64) -> Refusal {
    let seconds = (DAY_MS - now.rem_euclid(DAY_MS)) / 1_000 + 1;
    Refusal { retry_after: u64::try_from(seconds).ok(), ..Refusal::because(Problem::TooMany, "a person's entries of one day are used up") }
}

/// An entry of a kind or version that this server does not know may be of a newer client; anything else is not an entry.
fn unreadable(error: LayoutError) -> Refusal {
    match error {
        LayoutError::Version(_) => Refusal::because(Problem::EntryRefused, error),
        _ => Refusal::because(Problem::BadRequest, error),
    }
}

fn grow(held: Option<&Register>, new: &[&SignedEntry], caller: Option<DeviceId>) -> Result<(Register, Consequences), Refusal> {
    let mut register = held.cloned();
    let mut consequences = Consequences::default();
    for signed in new {
        let register = match &mut register {
            Some(register) => {
                consequences.limited += u64::from(!is_free(register, signed));
                // Whoever takes back their own records takes them from colleagues who have not read them yet: an administrator's decision.
                if let Body::RevokeDevice { device, last } = &signed.entry().body
                    && !by_administrator(register, signed)
                {
                    consequences.revoked.push((*device, last.clone()));
                }
                register.append(signed)?;
                register
            }
            none => none.insert(Register::found(signed)?),
        };
        match &signed.entry().body {
            Body::NewEpoch { space, epoch, .. } => {
                let devices = register.entitled(*space).into_iter().map(|(device, _)| device).collect();
                let own = caller == Some(signed.entry().author);
                consequences.epochs.insert((*space, *epoch), (devices, own));
            }
            Body::Redeem { invitation, .. } => consequences.redeemed.push(*invitation),
            _ => {}
        }
    }
    // The caller has checked that there is at least one entry, so there is a register.
    let register = register.ok_or_else(|| Refusal::from(Problem::BadRequest))?;
    Ok((register, consequences))
}

impl Consequences {
    /// Keys must be for exactly the devices that the register names. Who makes an epoch brings its keys; who only brings back the entry of
    /// another to a restored server may not have them all, and the epoch can be completed later.
    fn check(&self, uploads: &[EpochUpload]) -> Result<(), Refusal> {
        let refuse = |detail: &str| Err(Refusal::because(Problem::EntryRefused, detail));
        for ((space, epoch), (devices, required)) in &self.epochs {
            let mut found = uploads.iter().filter(|upload| upload.space == *space && upload.epoch == *epoch);
            match (found.next(), found.next()) {
                (Some(upload), None) => check_epoch(upload, devices)?,
                (None, _) if !required => {}
                _ => return refuse("a new epoch comes without its keys, or with two sets of them"),
            }
        }
        if uploads.iter().any(|upload| !self.epochs.contains_key(&(upload.space, upload.epoch))) {
            return refuse("keys of an epoch that no entry makes");
        }
        Ok(())
    }
}

fn check_epoch(upload: &EpochUpload, devices: &BTreeSet<DeviceId>) -> Result<(), Refusal> {
    let named: BTreeSet<DeviceId> = upload.envelopes.iter().map(|envelope| envelope.device).collect();
    let complete =
        named == *devices && named.len() == upload.envelopes.len() && upload.envelopes.iter().all(|envelope| !envelope.sealed.0.is_empty());
    if !complete {
        return Err(Refusal::because(
            Problem::EntryRefused,
            "the keys of a new epoch are not for exactly the devices that the register names",
        ));
    }
    check_link(upload)
}

pub(super) fn check_link(upload: &EpochUpload) -> Result<(), Refusal> {
    if upload.link.0.len() > MAX_KEYS_BYTES || upload.envelopes.iter().any(|envelope| envelope.sealed.0.len() > MAX_KEYS_BYTES) {
        return Err(Problem::TooLarge.into());
    }
    if upload.link.0.is_empty() == (upload.epoch <= 1) {
        Ok(())
    } else {
        Err(Refusal::because(Problem::EntryRefused, "every epoch but the first leads back to the one before"))
    }
}
