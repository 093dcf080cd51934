//! Newcomers that wait to be let in.

use praesto_crypto::{AgeRecipient, DeviceVerifier};
use praesto_protocol::api::{JoinPage, JoinRequest, Problem, ServerEvent};
use praesto_protocol::register::{Register, Role};

use super::Offices;
use crate::refusal::Refusal;
use crate::store::Joining;
use crate::token::Session;

const MAC_BYTES: usize = 32;

impl Offices {
    /// Notes a newcomer. The server cannot check the secret behind it: a colleague's device does.
    pub fn join_post(&self, request: &JoinRequest, now: i64) -> Result<(), Refusal> {
        let signing: &[u8; 32] = request.signing.0.as_slice().try_into().map_err(|_| Problem::BadRequest)?;
        if DeviceVerifier::from_bytes(signing).is_err()
            || AgeRecipient::parse(&request.recipient).is_err()
            || request.mac.0.len() != MAC_BYTES
        {
            return Err(Refusal::because(Problem::BadRequest, "a key is not a key"));
        }
        let register = self.register(request.office)?.ok_or(Problem::InvitationInvalid)?;
        if !waits(&register, request, now) {
            return Err(Problem::InvitationInvalid.into());
        }
        match self.store.add_joining(request, self.settings.limits.joins_per_invitation, now)? {
            Joining::Waits => {
                self.tell(request.office, ServerEvent::Join);
                Ok(())
            }
            Joining::TooMany => Err(Refusal::because(Problem::QuotaReached, "too many wait on this invitation")),
        }
    }

    /// Newcomers that wait, for administrators.
    pub fn joins_get(&self, session: &Session, now: i64) -> Result<JoinPage, Refusal> {
        let register = self.caller(session)?;
        if !is_administrator(&register, session) {
            return Err(Problem::NotEntitled.into());
        }
        let joins = self.store.joining(session.office)?;
        Ok(JoinPage { joins: joins.into_iter().filter(|request| waits(&register, request, now)).collect() })
    }
}

fn waits(register: &Register, request: &JoinRequest, now: i64) -> bool {
    let open = register.invites().get(&request.invitation).is_some_and(|invite| !invite.redeemed && invite.expires_at > now);
    open && !register.devices().contains_key(&request.device)
}

pub(super) fn is_administrator(register: &Register, session: &Session) -> bool {
    let device = register.devices().get(&session.device);
    device.is_some_and(|device| register.has_role(device.person, Role::Administrator))
}
