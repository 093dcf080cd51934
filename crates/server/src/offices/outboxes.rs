//! The holding area: what a device had not sent when its rights ended, until a member admits or refuses it.

use praesto_protocol::api::{HoldingPage, MAX_PAGE_BYTES, Problem};
use praesto_protocol::{DeviceId, SpaceId};

use super::Offices;
use crate::refusal::Refusal;
use crate::store::{Holding, Place};
use crate::token::Session;

impl Offices {
    /// Takes a device's unsent work, once; the same bytes again are the same work. A revoked device needs a session of
    /// [`crate::Scope::Holding`].
    pub fn holding_post(&self, session: &Session, space: SpaceId, sealed: &[u8], now: i64) -> Result<(), Refusal> {
        if sealed.len() > MAX_PAGE_BYTES {
            return Err(Problem::TooLarge.into());
        }
        let register = self.register(session.office)?.ok_or(Problem::DeviceUnknown)?;
        let device = register.devices().get(&session.device).ok_or(Problem::DeviceUnknown)?;
        // What counts is what the device could do when it could last do anything.
        let length = device.revoked.as_ref().map_or(register.length(), |revocation| revocation.seq);
        if !register.is_entitled_at(session.device, space, length) {
            return Err(Problem::NotEntitled.into());
        }
        let mut room = self.take_room(session.office, sealed.len() as u64, now)?;
        match self.store.hold(Place { office: session.office, space }, session.device, sealed, now)? {
            Holding::Held => {
                room.keep(sealed.len() as u64);
                Ok(())
            }
            Holding::HeldOther => Err(Refusal::because(Problem::QuotaReached, "the device has handed over its work before")),
        }
    }

    /// The unsent work of the next device, in their order, for members; an empty page at the end.
    pub fn holding_get(&self, session: &Session, space: SpaceId, after: Option<DeviceId>) -> Result<HoldingPage, Refusal> {
        let (_, place) = self.member(session, space)?;
        Ok(HoldingPage { outboxes: self.store.held(place, after)?.into_iter().collect() })
    }

    /// Lets go of unsent work that a member has admitted or refused.
    pub fn holding_delete(&self, session: &Session, space: SpaceId, device: DeviceId) -> Result<(), Refusal> {
        let (_, place) = self.member(session, space)?;
        Ok(self.store.let_go(place, device)?)
    }
}
