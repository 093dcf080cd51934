//! A host whose clock stands where somebody puts it: what a sample office tells of the last year happened then.

use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use praesto_contract::{AppEvent, Day, Moment};
use praesto_vault::Keyring;

use crate::host::{Caller, Host, ServerAddress};
use crate::sync::{Remote, RemoteError};

/// A host with a clock that can be put back. It tells no window: what it makes is not to be shown before it is whole.
#[derive(Debug)]
pub struct Moved<H: Host> {
    host: Arc<H>,
    /// Milliseconds since 1970; none is the time that it is.
    at: AtomicI64,
}

/// No moment that a sample office tells of.
const NOW: i64 = i64::MIN;

impl<H: Host> Moved<H> {
    /// The host with its clock as it goes.
    pub fn new(host: Arc<H>) -> Self {
        Self { host, at: AtomicI64::new(NOW) }
    }

    /// Puts the clock, or lets it go again as it goes.
    pub(crate) fn put(&self, at: Option<Moment>) {
        self.at.store(at.map_or(NOW, |at| at.0), Ordering::Relaxed);
    }
}

impl<H: Host> Host for Moved<H> {
    fn now(&self) -> Moment {
        let at = self.at.load(Ordering::Relaxed);
        if at == NOW {
            return self.host.now();
        }
        // A little later at each look, as clocks are: what one save makes stays in its order.
        self.at.fetch_add(1, Ordering::Relaxed);
        Moment(at)
    }

    fn day_of(&self, moment: Moment) -> Day {
        self.host.day_of(moment)
    }

    fn fill(&self, bytes: &mut [u8]) {
        self.host.fill(bytes);
    }

    fn keyring(&self) -> &dyn Keyring {
        self.host.keyring()
    }

    fn computer_name(&self) -> String {
        self.host.computer_name()
    }

    fn free_space(&self, path: &Path) -> u64 {
        self.host.free_space(path)
    }

    fn reader(&self) -> Option<Command> {
        self.host.reader()
    }

    fn memory_folder(&self) -> Option<PathBuf> {
        self.host.memory_folder()
    }

    fn open_in_program(&self, file: &Path) -> io::Result<()> {
        self.host.open_in_program(file)
    }

    fn connect(&self, server: &ServerAddress, caller: Box<dyn Caller>) -> Result<Box<dyn Remote>, RemoteError> {
        self.host.connect(server, caller)
    }

    fn schemas_ahead(&self) -> u16 {
        self.host.schemas_ahead()
    }

    fn emit(&self, _: AppEvent) {}
}
