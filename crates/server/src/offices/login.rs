//! A device shows that it holds its key.

use praesto_crypto::OsEntropy;
use praesto_protocol::api::{Bytes, Challenge, ChallengeRequest, Login, LoginRequest, Problem};

use super::{Offices, active, lock};
use crate::refusal::Refusal;
use crate::token::{Scope, Session};

impl Offices {
    /// A challenge, also for devices that are not known: asking must not tell who is.
    pub fn challenge(&self, request: &ChallengeRequest, now: i64) -> Challenge {
        Challenge { challenge: Bytes(self.mint.challenge(request.office, request.device, now, &mut OsEntropy)) }
    }

    /// A token for a signed challenge, each of which counts once. A revoked device gets one only for [`Scope::Holding`].
    pub fn login(&self, request: &LoginRequest, scope: Scope, now: i64) -> Result<Login, Refusal> {
        let until = self
            .mint
            .challenge_until(request.office, request.device, &request.challenge.0, now)
            .ok_or_else(|| Refusal::because(Problem::LoginNeeded, "the challenge does not hold"))?;
        let register = self.register(request.office)?.ok_or(Problem::DeviceUnknown)?;
        let device = register.devices().get(&request.device).ok_or(Problem::DeviceUnknown)?;
        request.verify(&device.verifier).map_err(|_| Refusal::because(Problem::LoginNeeded, "the signature does not hold"))?;
        let session = Session { office: request.office, device: request.device, scope };
        if scope == Scope::Full {
            active(&register, &session)?;
        }
        self.spend(&request.challenge.0, until, now)?;
        let (token, expires_at) = self.mint.token(&session, now);
        Ok(Login { token: crate::http::token_text(&token), expires_at })
    }

    /// Who a token speaks for. The register is asked by each call that takes the session.
    pub fn session(&self, token: &[u8], now: i64) -> Result<Session, Refusal> {
        self.mint.session(token, now).ok_or_else(|| Problem::LoginNeeded.into())
    }

    fn spend(&self, challenge: &[u8], until: i64, now: i64) -> Result<(), Refusal> {
        let mut spent = lock(&self.spent);
        spent.retain(|_, until| *until >= now);
        match spent.insert(challenge.to_vec(), until) {
            None => Ok(()),
            Some(_) => Err(Refusal::because(Problem::LoginNeeded, "the challenge was used")),
        }
    }
}
