//! What the use cases need of the world outside: a clock, randomness, a keyring, a way to a server, someone to tell.

use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;

use praesto_contract::{AppEvent, ConnectionTried, Day, Moment};
use praesto_crypto::Entropy;
use praesto_protocol::{DeviceId, OfficeId};
use praesto_vault::Keyring;

use crate::sync::{Remote, RemoteError, Route};

/// Where a server is and how it is recognised.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ServerAddress {
    pub url: String,
    /// SHA-256 of its certificate (DER) where it made its own; else the system's certificates decide.
    pub certificate: Option<praesto_crypto::Hash>,
}

/// Who calls, and how a challenge of the server is signed.
pub trait Caller: Send + Sync {
    /// Office and device that log in.
    fn device(&self) -> (OfficeId, DeviceId);
    /// Signs the server's challenge.
    fn answer(&self, challenge: praesto_protocol::api::Challenge) -> praesto_protocol::api::LoginRequest;
}

/// The world outside, as narrow as the use cases allow. A simulation is nothing but another host.
pub trait Host: Send + Sync + 'static {
    /// The clock.
    fn now(&self) -> Moment;
    /// The calendar day on this computer.
    fn today(&self) -> Day {
        self.day_of(self.now())
    }
    /// The calendar day of a moment on this computer.
    fn day_of(&self, moment: Moment) -> Day {
        Day::of(moment)
    }
    /// Minutes east of Greenwich that this computer's wall clock shows at a moment.
    fn offset_minutes(&self, _: Moment) -> i32 {
        0
    }
    /// Fills `bytes` with randomness fit for keys.
    fn fill(&self, bytes: &mut [u8]);
    /// The keyring of the operating system.
    fn keyring(&self) -> &dyn Keyring;
    /// What this computer is called.
    fn computer_name(&self) -> String;
    /// Bytes free on the disk that holds `path`.
    fn free_space(&self, path: &Path) -> u64;
    /// The program that is started to read a document of a stranger's, apart from everything here; none where there is none.
    fn reader(&self) -> Option<Command>;
    /// A folder for this person alone that is in memory and on no disk; none where there is no such place.
    fn memory_folder(&self) -> Option<PathBuf>;
    /// Opens a file in the program that this computer has for it, and does not wait until somebody closes that.
    ///
    /// # Errors
    /// Where no program can be started.
    fn open_in_program(&self, file: &Path) -> io::Result<()>;
    /// A way to the server. Nothing is sent yet.
    fn connect(&self, server: &ServerAddress, caller: Box<dyn Caller>) -> Result<Box<dyn Remote>, RemoteError>;
    /// Has every way to a server that is asked for from now on be this one.
    fn take_route(&self, _: Route) {}
    /// Asks a server whether it is there, by this way, without saying who asks.
    fn try_way(&self, _: &ServerAddress, _: &Route) -> ConnectionTried {
        ConnectionTried::ServerUnreached
    }
    /// What Praesto runs on, for support: names and versions of programs, none of people or places.
    fn runs_on(&self) -> Vec<(&'static str, String)> {
        Vec::new()
    }
    /// Versions of document schemas beyond this program's own that it takes for known: none, but where the next version is simulated.
    fn schemas_ahead(&self) -> u16 {
        0
    }
    /// Tells the windows.
    fn emit(&self, event: AppEvent);
}

/// The host's randomness where keys are made.
pub(crate) struct HostEntropy<'a, H: Host>(pub(crate) &'a H);

impl<H: Host> Entropy for HostEntropy<'_, H> {
    fn fill(&mut self, bytes: &mut [u8]) {
        self.0.fill(bytes);
    }
}

/// Ten random bytes for a version 7 UUID.
pub(crate) fn random<const N: usize>(host: &impl Host) -> [u8; N] {
    let mut bytes = [0; N];
    host.fill(&mut bytes);
    bytes
}
