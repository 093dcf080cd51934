//! Challenges and tokens: short-lived words of the server to itself, so that no instance has to remember a login.

use hmac::{Hmac, Mac};
use praesto_crypto::{Entropy, Secret32};
use praesto_protocol::{DeviceId, OfficeId, Reader, Writer};
use sha2::Sha256;

const CHALLENGE: &[u8] = b"praesto/challenge/v1";
const TOKEN: &[u8] = b"praesto/token/v1";
const MAC: usize = 32;
/// Milliseconds that a challenge holds.
const CHALLENGE_MS: i64 = 60_000;
/// Milliseconds that a token holds.
const TOKEN_MS: i64 = 3_600_000;

/// What a token is good for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Everything that the register allows.
    Full,
    /// Handing over unsent work once, and reading why: all that is left to a revoked device.
    Holding,
}

/// A device that has shown that it holds its key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Session {
    pub office: OfficeId,
    pub device: DeviceId,
    pub scope: Scope,
}

impl Session {
    /// A session of full scope.
    pub fn new(office: OfficeId, device: DeviceId) -> Self {
        Self { office, device, scope: Scope::Full }
    }
}

/// Makes and checks challenges and tokens.
#[derive(Debug)]
pub(crate) struct Mint(Secret32);

impl Mint {
    pub(crate) fn new(key: Secret32) -> Self {
        Self(key)
    }

    /// `good until ‖ random ‖ MAC over these and the device`.
    pub(crate) fn challenge(&self, office: OfficeId, device: DeviceId, now: i64, entropy: &mut dyn Entropy) -> Vec<u8> {
        let mut random = [0; 16];
        entropy.fill(&mut random);
        let open = [&(now + CHALLENGE_MS).to_be_bytes()[..], &random].concat();
        let mac = self.mac(CHALLENGE, &[office.as_bytes(), device.as_bytes(), &open]).finalize().into_bytes();
        [&open[..], &mac].concat()
    }

    /// Until when a challenge holds, if it is one of ours for this device.
    pub(crate) fn challenge_until(&self, office: OfficeId, device: DeviceId, challenge: &[u8], now: i64) -> Option<i64> {
        let (open, mac) = challenge.split_last_chunk::<MAC>()?;
        self.mac(CHALLENGE, &[office.as_bytes(), device.as_bytes(), open]).verify_slice(mac).ok()?;
        let until = i64::from_be_bytes(*open.first_chunk()?);
        (now <= until).then_some(until)
    }

    /// A token and until when it holds, in milliseconds since the Unix epoch.
    pub(crate) fn token(&self, session: &Session, now: i64) -> (Vec<u8>, i64) {
        let until = now + TOKEN_MS;
        let mut w = Writer::default();
        w.fixed(session.office.as_bytes()).fixed(session.device.as_bytes()).u8(u8::from(session.scope == Scope::Holding)).u64(until as u64);
        let open = w.finish();
        let mac = self.mac(TOKEN, &[&open]).finalize().into_bytes();
        ([&open[..], &mac].concat(), until)
    }

    /// Who a token speaks for, if it is one of ours and still holds.
    pub(crate) fn session(&self, token: &[u8], now: i64) -> Option<Session> {
        let (open, mac) = token.split_last_chunk::<MAC>()?;
        self.mac(TOKEN, &[open]).verify_slice(mac).ok()?;
        let mut r = Reader::new(open);
        let office = OfficeId::from_bytes(r.array().ok()?);
        let device = DeviceId::from_bytes(r.array().ok()?);
        let scope = if r.u8().ok()? == 1 { Scope::Holding } else { Scope::Full };
        let until = r.u64().ok()? as i64;
        (now <= until).then_some(Session { office, device, scope })
    }

    fn mac(&self, context: &[u8], parts: &[&[u8]]) -> Hmac<Sha256> {
        // The key goes into the primitive that it was drawn for. Cannot fail: HMAC takes keys of any length.
        let mut mac = Hmac::<Sha256>::new_from_slice(self.0.expose()).unwrap_or_else(|_| unreachable!("HMAC takes keys of any length"));
        mac.update(context);
        parts.iter().for_each(|part| mac.update(part));
        mac
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use praesto_crypto::OsEntropy;

    fn mint() -> Mint {
        Mint::new(Secret32::make(&mut OsEntropy))
    }

    #[test]
    fn a_token_holds_for_an_hour_and_only_as_it_was_made() {
        let mint = mint();
        let session = Session::new(OfficeId::from_bytes([1; 16]), DeviceId::from_bytes([2; 16]));
        let (token, until) = mint.token(&session, 0);
        assert_eq!(mint.session(&token, until), Some(session));
        assert_eq!(mint.session(&token, until + 1), None);
        for at in 0..token.len() {
            let mut changed = token.clone();
            changed[at] ^= 1;
            assert_eq!(mint.session(&changed, 0), None, "byte {at} was changed");
        }
        assert_eq!(super::tests::mint().session(&token, 0), None, "another server's token is nobody's here");
    }

    #[test]
    fn a_challenge_is_for_one_device_and_one_minute() {
        let mint = mint();
        let (office, device) = (OfficeId::from_bytes([1; 16]), DeviceId::from_bytes([2; 16]));
        let challenge = mint.challenge(office, device, 0, &mut OsEntropy);
        assert_eq!(mint.challenge_until(office, device, &challenge, 60_000), Some(60_000));
        assert_eq!(mint.challenge_until(office, device, &challenge, 60_001), None);
        assert_eq!(mint.challenge_until(office, DeviceId::from_bytes([3; 16]), &challenge, 0), None);
    }
}
