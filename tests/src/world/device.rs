//! A computer of the world: its clock, its randomness, its keyring.

use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;
use std::sync::atomic::Ordering;

use praesto_app::{Caller, Host, Remote, RemoteError, ServerAddress};
use praesto_contract::{AppEvent, Moment};
use praesto_vault::{Keyring, MemoryKeyring};
use rand::RngCore;

use super::remote::SimRemote;
use super::{World, held};

/// Events that the world remembers.
const HEARD: usize = 1000;

/// A computer.
#[derive(Debug)]
pub struct SimHost {
    world: Arc<World>,
    name: String,
    keyring: Arc<MemoryKeyring>,
}

impl SimHost {
    pub(super) fn new(world: Arc<World>, name: &str) -> Self {
        let keyring = world.keyring(name);
        Self { world, name: name.to_owned(), keyring }
    }
}

impl Host for SimHost {
    fn now(&self) -> Moment {
        // Time goes on a little with every look at it, so that no two acts share a millisecond.
        Moment(self.world.clock.fetch_add(1, Ordering::Relaxed) + held(&self.world.off_by).get(&self.name).copied().unwrap_or(0))
    }

    fn fill(&self, bytes: &mut [u8]) {
        held(&self.world.random).fill_bytes(bytes);
    }

    fn keyring(&self) -> &dyn Keyring {
        &*self.keyring
    }

    fn computer_name(&self) -> String {
        format!("Laptop of {}", self.name)
    }

    fn free_space(&self, _: &Path) -> u64 {
        self.world.free.load(Ordering::Relaxed)
    }

    fn memory_folder(&self) -> Option<PathBuf> {
        let folder = self.world.memory(&self.name);
        folder.is_dir().then_some(folder)
    }

    fn open_in_program(&self, file: &Path) -> io::Result<()> {
        let mut opened = held(&self.world.opened);
        let opened = opened.as_mut().ok_or(io::ErrorKind::NotFound)?;
        opened.push(file.to_owned());
        Ok(())
    }

    fn connect(&self, _: &ServerAddress, caller: Box<dyn Caller>) -> Result<Box<dyn Remote>, RemoteError> {
        Ok(Box::new(SimRemote::new(self.world.clone(), self.name.clone(), caller)))
    }

    fn reader(&self) -> Option<Command> {
        let program = held(&self.world.reader).clone()?;
        let mut command = praesto_app::reader::reading(crate::reader_program());
        // What else than to read well, the program does by a second argument.
        command.args((!program.is_empty()).then_some(program));
        Some(command)
    }

    fn schemas_ahead(&self) -> u16 {
        held(&self.world.upgraded).contains(&self.name).into()
    }

    fn emit(&self, event: AppEvent) {
        let mut heard = held(&self.world.heard);
        if heard.len() == HEARD {
            heard.pop_front();
        }
        heard.push_back((self.name.clone(), event));
    }
}
