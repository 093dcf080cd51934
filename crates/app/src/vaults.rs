//! Making, opening and shutting the vault.

use std::sync::{Arc, PoisonError};
use std::time::Duration;

use praesto_contract::*;
use praesto_crypto::Passphrase;
use praesto_protocol::api::Problem;
use praesto_protocol::{Invitation, InvitationCodeError};
use praesto_vault::{ProfileState, Vault, VaultError};

use crate::error::AppError;
use crate::found::{Newcomer, identify, name};
use crate::host::{Host, HostEntropy, ServerAddress};
use crate::office::{Office, policy, short_fingerprint};
use crate::praesto::Core;
use crate::sync::{RemoteError, server_url};

/// How often and at which distance a profile that this very program just shut is tried again: five seconds in all, once no work holds it any more,
/// and work waits for the server no longer than a minute.
const FREE_TRIES: u32 = 50;
const HELD_TRIES: u32 = 650;
const FREE_PAUSE: Duration = Duration::from_millis(100);
/// How often and at which distance it is looked whether a sample office that was stopped is gone: ten seconds in all.
const END_TRIES: u32 = 100;

impl<H: Host> Core<H> {
    /// Where a shut profile stands.
    pub(crate) fn shut_status(&self) -> Result<AppStatus, AppError> {
        if self.makes_sample() {
            // It is nobody's yet, and may still be stopped.
            return Ok(AppStatus::Empty { keyring_available: self.host.keyring().available() });
        }
        self.forget_sample()?;
        Ok(match Vault::state(&self.profile, self.host.now().0)? {
            ProfileState::Empty => AppStatus::Empty { keyring_available: self.host.keyring().available() },
            ProfileState::Locked { policy: held, wait_seconds } => {
                AppStatus::Locked { policy: policy(held), wait_seconds, whose: self.whose() }
            }
        })
    }

    /// Throws away a sample office that was looked at; nothing of it is kept.
    pub(crate) fn forget_sample(&self) -> Result<(), AppError> {
        // In this order: a sample office is open before its making is over.
        if Vault::passes(&self.profile) && !self.makes_sample() && self.office().is_err() {
            self.once_free(|| Vault::discard_passing(&self.profile, self.host.keyring()))?;
            self.forget_elsewhere();
        }
        Ok(())
    }

    pub(crate) fn office_create(&self, request: OfficeCreate) -> Result<AppStatus, AppError> {
        let office_name = name(&request.office_name, "office_name")?;
        let person_name = name(&request.person_name, "person_name")?;
        let server = match request.server.as_deref().map(str::trim).filter(|text| !text.is_empty()) {
            None => None,
            Some(text) => Some(self.server(text)?),
        };
        let newcomer = Newcomer { person_name: &person_name, server, invitation: None, sample: false };
        self.make_office(request.key, newcomer, |office| office.found(&office_name))
    }

    pub(crate) fn office_join(&self, request: OfficeJoin) -> Result<AppStatus, AppError> {
        let person_name = name(&request.person_name, "person_name")?;
        let invitation = read_code(&request.code)?;
        if self.host.now().0 > invitation.expires_at {
            return Err(ApiError::new(ErrorCode::InvitationInvalid).with("reason", "expired").into());
        }
        let server = server_of(&invitation);
        let newcomer = Newcomer { person_name: &person_name, server: Some(server), invitation: Some(&invitation), sample: false };
        // Where the server cannot be asked now, the newcomer hears of it while waiting.
        self.make_office(request.key, newcomer, |office| match office.ask_in() {
            Err(error @ AppError::Remote(RemoteError::Refused(Problem::InvitationInvalid))) => Err(error),
            _ => Ok(()),
        })
    }

    /// Throws away what was made to join an office; whoever was never let in has nothing else here.
    pub(crate) fn waiting_leave(&self, _: WaitingLeave) -> Result<AppStatus, AppError> {
        let office = self.office()?;
        let login;
        {
            let _running = office.sync_running.lock().unwrap_or_else(PoisonError::into_inner);
            if !office.is_waiting() {
                return Err(AppError::code(ErrorCode::NotAllowed));
            }
            // The next invitation is used by the same way.
            login = self.forget_login();
            self.lock();
        }
        drop(office);
        self.know_login(login);
        self.once_free(|| Vault::discard(&self.profile, self.host.keyring()))?;
        self.status()
    }

    pub(crate) fn invitation_read(&self, request: InvitationRead) -> Result<InvitationSummary, AppError> {
        let invitation = read_code(&request.code)?;
        Ok(InvitationSummary {
            office_name: invitation.office_name,
            fingerprint: short_fingerprint(invitation.fingerprint),
            server: invitation.server,
            person_name: invitation.person_name,
            expires_at: Moment(invitation.expires_at),
        })
    }

    pub(crate) fn vault_unlock(&self, request: VaultUnlock) -> Result<AppStatus, AppError> {
        if self.office().is_ok() {
            return self.status();
        }
        let given = request.passphrase.as_ref().is_some_and(|text| !text.is_empty());
        if !given && matches!(self.status()?, AppStatus::Locked { policy, .. } if policy != KeyPolicy::Keyring) {
            // No try: nobody guesses by saying nothing.
            return Err(ApiError::new(ErrorCode::InvalidInput).with("field", "no_passphrase").into());
        }
        let passphrase = request.passphrase.map(|text| Passphrase::typed(text.into_inner()));
        let vault = self.once_free(|| Vault::open(&self.profile, passphrase.as_ref(), self.host.keyring(), self.host.now().0))?;
        let office = Office::open(self.host.clone(), vault)?;
        // Before anybody sees the cases: what a kill left outside comes back first.
        self.recover_elsewhere(&office);
        self.set_office(Some(Arc::new(office)));
        self.opened()
    }

    pub(crate) fn vault_lock(&self, _: VaultLock) -> Result<AppStatus, AppError> {
        self.lock();
        self.status()
    }

    pub(crate) fn key_policy_set(&self, request: KeyPolicySet) -> Result<AppStatus, AppError> {
        let office = self.office()?;
        let current = request.current_passphrase.map(|text| Passphrase::typed(text.into_inner()));
        let (held, passphrase) = choice(request.key)?;
        office.vault.set_policy(current.as_ref(), held, passphrase, self.host.keyring(), &mut HostEntropy(&*self.host))?;
        self.status()
    }

    /// Work that was in progress when the vault shut may hold the profile for a moment longer.
    fn once_free<T>(&self, mut open: impl FnMut() -> Result<T, VaultError>) -> Result<T, VaultError> {
        let mut held = HELD_TRIES;
        for _ in 0..FREE_TRIES {
            match open() {
                Err(VaultError::ProfileInUse) if self.was_open() => {
                    while held > 0 && self.is_held() {
                        held -= 1;
                        std::thread::sleep(FREE_PAUSE);
                    }
                    std::thread::sleep(FREE_PAUSE);
                }
                other => return other,
            }
        }
        open()
    }

    /// Makes the vault and what `fill` puts into it; nothing is left behind when that fails.
    pub(crate) fn make_office(
        &self,
        key: KeyChoice,
        newcomer: Newcomer<'_>,
        fill: impl FnOnce(&Office<H>) -> Result<(), AppError>,
    ) -> Result<AppStatus, AppError> {
        let passes = newcomer.sample;
        if !passes {
            self.end_sample()?;
        }
        self.must_be_empty()?;
        let (held, passphrase) = choice(key)?;
        let (keyring, entropy) = (self.host.keyring(), &mut HostEntropy(&*self.host));
        let vault = if passes {
            Vault::create_passing(&self.profile, held, passphrase, keyring, entropy)?
        } else {
            Vault::create(&self.profile, held, passphrase, keyring, entropy)?
        };
        let made = identify(&*self.host, &vault, newcomer).and_then(|()| Office::open(self.host.clone(), vault)).and_then(|office| {
            fill(&office)?;
            Ok(office)
        });
        match made {
            Ok(office) => {
                self.set_office(Some(Arc::new(office)));
                self.opened()
            }
            Err(error) => {
                Vault::discard(&self.profile, self.host.keyring())?;
                Err(error)
            }
        }
    }

    /// Before an office of one's own is made: a sample office that is still being made is stopped, and none is left of what was cut off.
    pub(crate) fn end_sample(&self) -> Result<(), AppError> {
        for _ in 0..END_TRIES {
            if !self.makes_sample() {
                return self.forget_sample();
            }
            self.stop_sample();
            std::thread::sleep(FREE_PAUSE);
        }
        Err(AppError::code(ErrorCode::ActUnderWay))
    }

    pub(crate) fn must_be_empty(&self) -> Result<(), AppError> {
        match Vault::state(&self.profile, self.host.now().0)? {
            ProfileState::Empty => Ok(()),
            ProfileState::Locked { .. } => Err(AppError::code(ErrorCode::OfficeExists)),
        }
    }

    pub(crate) fn opened(&self) -> Result<AppStatus, AppError> {
        self.wake.ring();
        let status = self.status()?;
        self.host.emit(AppEvent::Status { status: status.clone() });
        Ok(status)
    }

    pub(crate) fn server_set(&self, request: ServerSet) -> Result<AppStatus, AppError> {
        let office = self.office()?;
        let server = self.server(request.server.trim())?;
        {
            // A run that is under way has the other address, and may be about to be taken there.
            let _running = office.sync_running.lock().unwrap_or_else(PoisonError::into_inner);
            office.find_server(&server)?;
            office.set_server(&server)?;
        }
        self.opened()
    }

    /// The server that an invitation names.
    pub(crate) fn server_of(&self, code: &str) -> Result<ServerAddress, AppError> {
        Ok(server_of(&read_code(code)?))
    }

    /// A server as typed: an address, or an address with `#` and the SHA-256 of the certificate that it made for itself.
    pub(crate) fn server(&self, text: &str) -> Result<ServerAddress, AppError> {
        let (address, certificate) = match text.split_once('#') {
            Some((address, hash)) => (address, Some(hash.trim().parse().map_err(|_| AppError::invalid("server"))?)),
            None => (text, None),
        };
        let url = server_url(address).ok_or(AppError::invalid("server"))?;
        Ok(ServerAddress { url: url.as_str().trim_end_matches('/').to_owned(), certificate })
    }
}

pub(crate) fn choice(key: KeyChoice) -> Result<(praesto_vault::KeyPolicy, Option<Passphrase>), AppError> {
    let passphrase = match key.passphrase {
        Some(text) if key.policy != KeyPolicy::Keyring => {
            Some(Passphrase::choose(text.into_inner()).map_err(|_| AppError::invalid("passphrase"))?)
        }
        _ => None,
    };
    match (key.policy, passphrase) {
        (KeyPolicy::Keyring, _) => Ok((praesto_vault::KeyPolicy::Keyring, None)),
        (KeyPolicy::Passphrase, Some(passphrase)) => Ok((praesto_vault::KeyPolicy::Passphrase, Some(passphrase))),
        (KeyPolicy::Both, Some(passphrase)) => Ok((praesto_vault::KeyPolicy::Both, Some(passphrase))),
        (KeyPolicy::Passphrase | KeyPolicy::Both, None) => Err(AppError::invalid("passphrase")),
    }
}

fn server_of(invitation: &Invitation) -> ServerAddress {
    ServerAddress { url: invitation.server.clone(), certificate: invitation.certificate }
}

fn read_code(code: &str) -> Result<Invitation, AppError> {
    Invitation::from_code(code).map_err(|error| {
        let reason = match error {
            InvitationCodeError::NotACode => "not-a-code",
            InvitationCodeError::Mistyped => "mistyped",
            InvitationCodeError::Newer => return AppError::code(ErrorCode::UpdateNeeded),
        };
        ApiError::new(ErrorCode::InvitationInvalid).with("reason", reason).into()
    })
}
