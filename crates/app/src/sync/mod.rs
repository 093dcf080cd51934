//! The sync engine: every stage durable, every stage restartable.
//!
//! One run goes: register, newcomers, keys, then per space what colleagues sent, what waits here, then what was set aside, attachments. Whatever breaks off is begun
//! again at the next run from what the vault holds; there is no other state. What cannot be verified or read is set aside with its reason and
//! blocks nothing else.

mod admit;
mod again;
mod attachments;
mod checkpoints;
mod copied;
mod first_sync;
mod http;
mod keys;
mod provisional;
mod receive;
mod register;
mod remote;
mod restored;
mod retry;
mod route;
mod send;
mod status;

pub(crate) use attachments::{RESERVE, can_be_sent};
pub use http::HttpRemote;
pub(crate) use http::server_url;
pub(crate) use receive::{code, finding, reason};
pub use remote::{Remote, RemoteError};
pub use route::Route;
pub(crate) use route::{ProxyLogin, ThroughProxy, try_it};
pub(crate) use status::Progress;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::PoisonError;

use praesto_contract::{ErrorCode, SyncPhase};
use praesto_protocol::SpaceId;
use praesto_protocol::api::Problem;

use crate::error::AppError;
use crate::host::{Host, ServerAddress};
use crate::office::Office;

/// What the server does not take now holds nothing else up, and is tried again in another run.
pub(crate) fn another_time(outcome: Result<(), AppError>, what: &'static str) -> Result<(), AppError> {
    match outcome {
        Err(AppError::Remote(error)) if error != RemoteError::Offline => {
            tracing::warn!(%error, "{what}");
            Ok(())
        }
        outcome => outcome,
    }
}

/// How often one run begins anew because this computer goes on as another device: noticed once, become once, and once more in between.
const BEGINNINGS: usize = 4;

impl<H: Host> Office<H> {
    /// Runs once through everything. Runs never overlap; an edit made meanwhile waits for the next.
    pub fn sync(&self) -> Result<(), AppError> {
        let _running = self.sync_running.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(server) = self.server_address()? else {
            self.progress(SyncPhase::NoServer);
            return Ok(());
        };
        // A fault of the program ends this run and is said; the vault takes back what was not done, and the next run begins anew.
        let outcome = catch_unwind(AssertUnwindSafe(|| self.run_to_the_end(&server)));
        let outcome = outcome.unwrap_or(Err(AppError::Internal("a sync run panicked")));
        match &outcome {
            Ok(()) => self.contacted(SyncPhase::UpToDate),
            Err(AppError::Remote(RemoteError::Offline)) => self.progress(SyncPhase::Offline),
            // Shut in between: nothing to say to anybody.
            Err(AppError::Api(error)) if error.code == ErrorCode::Locked => {}
            Err(error) => self.stopped(error.code_of()),
        }
        outcome
    }

    fn run_to_the_end(&self, server: &ServerAddress) -> Result<(), AppError> {
        let mut outcome = Ok(());
        for _ in 0..BEGINNINGS {
            outcome = self.host.connect(server, self.caller()).map_err(AppError::from).and_then(|remote| self.run(remote.as_ref()));
            match outcome {
                Err(AppError::ProfileCopied) => {}
                Err(AppError::Remote(RemoteError::Refused(Problem::DeviceUnknown))) if !self.is_waiting() => {
                    self.bring_back_office(server)?
                }
                _ => break,
            }
        }
        outcome
    }

    fn run(&self, remote: &dyn Remote) -> Result<(), AppError> {
        let used_up = match self.ask_if_waiting(remote) {
            Err(AppError::Remote(error @ RemoteError::Refused(Problem::InvitationInvalid))) => Some(error),
            outcome => outcome.map(|()| None)?,
        };
        self.found_on(remote)?;
        // Before a server that was restored is given the entry that announces them.
        self.take_drawn_keys()?;
        match (self.pull_register(remote), used_up) {
            // By somebody else, or by nobody in time. Used up by this very computer, it is known to the server.
            (Err(AppError::Remote(RemoteError::Refused(Problem::DeviceUnknown))), Some(error)) => return Err(error.into()),
            (outcome, _) => outcome?,
        }
        if self.become_next_device(remote)? {
            return Err(AppError::ProfileCopied);
        }
        self.let_newcomers_in(remote)?;
        self.fetch_keys(remote)?;
        self.make_due_epochs(remote)?;
        // One space's trouble is not the others'; only a server that is gone is gone for all.
        let mut first = Ok(());
        for space in self.spaces()? {
            match self.run_space(remote, space) {
                Err(error @ (AppError::Remote(RemoteError::Offline) | AppError::ProfileCopied)) => return Err(error),
                outcome => first = first.and(outcome),
            }
        }
        // After what is new has come and what waits is sent: however much is set aside, it holds up neither.
        self.fetch_again(remote)?;
        self.retry_set_aside(false)?;
        self.check_what_was_sent(remote)?;
        let sent = match self.send_attachments(remote) {
            Err(error @ AppError::Remote(RemoteError::Offline)) => return Err(error),
            outcome => outcome,
        };
        self.fetch_kept_attachments(remote)?;
        self.ask_where_attachments_are(remote)?;
        first.and(sent)
    }

    fn ask_if_waiting(&self, remote: &dyn Remote) -> Result<(), AppError> {
        if self.is_waiting() { self.ask_to_join(remote) } else { Ok(()) }
    }

    fn run_space(&self, remote: &dyn Remote, space: SpaceId) -> Result<(), AppError> {
        self.check_order(remote, space)?;
        self.first_sync(remote, space)?;
        self.receive(remote, space)?;
        if space == self.register()?.office_space() {
            match self.introduce_myself() {
                // A name that does not go in is no reason to keep anything else back.
                Err(AppError::Edit(error)) => tracing::warn!(%error, "this person cannot be named"),
                outcome => outcome?,
            }
        }
        self.say_accesses(space)?;
        let sent = self.send(remote, space)?;
        if self.make_checkpoints(space, &sent)? > 0 {
            self.send(remote, space)?;
        }
        self.seal_own_again(remote, space)
    }

    /// The spaces that this device may read, the office's own first: names come before what they stand beside.
    pub(crate) fn spaces(&self) -> Result<Vec<SpaceId>, AppError> {
        let register = self.register()?;
        let mut spaces = register.spaces_of(self.device());
        spaces.sort_by_key(|space| (*space != register.office_space(), *space));
        Ok(spaces)
    }
}
