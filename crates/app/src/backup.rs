//! A backup of the whole profile, sealed to a passphrase of its own, and a profile from one.
//!
//! What comes back is a copy of the device that made it. If that one works on, the copy goes on as a further device of the same person as soon as it
//! meets the server ([`crate::sync`], `copied.rs`): nobody has to say which of them it is, and neither forks the other's chain.

use std::fs::File;
use std::io::{BufReader, BufWriter, Write};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use praesto_contract::*;
use praesto_crypto::{AgeError, Passphrase};
use praesto_vault::Vault;

use crate::access::Taken;
use crate::error::AppError;
use crate::host::{Host, HostEntropy};
use crate::office::Office;
use crate::outside::Outside;
use crate::praesto::Core;
use crate::vaults::choice;

/// Between two words of how far it is, in thousandths of the whole.
const EVERY: u64 = 10;

impl<H: Host> Core<H> {
    pub(crate) fn backup_make(&self, request: BackupMake) -> Result<BackupDone, AppError> {
        let office = self.office()?;
        if office.is_sample() || office.is_waiting() {
            return Err(AppError::code(ErrorCode::NotAllowed));
        }
        let passphrase = Passphrase::choose(request.passphrase.into_inner()).map_err(|_| AppError::invalid("passphrase"))?;
        let path = Path::new(&request.path);
        let out = Outside::begin(path, false)?;
        office.while_written(out.part().to_owned(), || {
            let mut sealed = passphrase.seal_stream(BufWriter::new(out))?;
            let mut goes_on = self.goes_on();
            office.vault.back_up(&mut sealed, &mut |done, total| office.still_open().is_ok() && goes_on(done, total)).map_err(|error| {
                // The vault was shut meanwhile: said as what it is.
                office.still_open().err().unwrap_or_else(|| error.into())
            })?;
            let failed = |source| AppError::File { path: request.path.clone(), source };
            let mut out = sealed.finish()?;
            out.flush().map_err(failed)?;
            let out = out.into_inner().map_err(|error| failed(error.into_error()))?;
            let taken = Taken { kind: AccessKind::BackedUp, name: "", reason: "" };
            office.vault.write(|writer| office.note_access(writer, None, taken))?;
            out.finish()
        })?;
        let bytes = std::fs::metadata(path).map_or(0, |file| file.len());
        Ok(BackupDone { path: request.path, bytes })
    }

    pub(crate) fn backup_restore(&self, request: BackupRestore) -> Result<AppStatus, AppError> {
        self.end_sample()?;
        self.must_be_empty()?;
        let (policy, passphrase) = choice(request.key)?;
        let failed = |source| AppError::File { path: request.path.clone(), source };
        let file = File::open(&request.path).map_err(failed)?;
        let total = file.metadata().map_err(failed)?.len();
        let opened = Passphrase::typed(request.passphrase.into_inner()).open_stream(BufReader::new(file));
        let mut input = opened.map_err(|error| match error {
            AgeError::NoMatchingKey => AppError::code(ErrorCode::WrongPassphrase),
            AgeError::Io(source) if source.kind() != std::io::ErrorKind::UnexpectedEof => failed(source),
            _ => AppError::code(ErrorCode::BackupUnreadable),
        })?;
        let mut goes_on = self.goes_on();
        let mut step = |done: u64, _: u64| goes_on(done, total);
        let (keyring, mut entropy) = (self.host.keyring(), HostEntropy(&*self.host));
        let vault = Vault::restore(&self.profile, &mut input, policy, passphrase.as_ref(), keyring, &mut entropy, &mut step)?;
        let office = Office::open(self.host.clone(), vault)?;
        // What was half outside is half on the computer that it was backed up on.
        office.vault.write(|writer| {
            for part in writer.parts()? {
                writer.forget_part(&part)?;
            }
            Ok::<_, AppError>(())
        })?;
        self.set_office(Some(Arc::new(office)));
        self.opened()
    }

    pub(crate) fn backup_stop(&self, _: BackupStop) -> Result<(), AppError> {
        self.backup_stops.fetch_add(1, Ordering::Relaxed);
        Ok(())
    }

    /// Tells how far it is, and says whether nobody has ended it since now.
    fn goes_on(&self) -> impl FnMut(u64, u64) -> bool {
        let stops: &AtomicU64 = &self.backup_stops;
        let (before, mut told) = (stops.load(Ordering::Relaxed), None);
        move |done, total| {
            let now = done.saturating_mul(1000) / total.max(1) / EVERY;
            if told.replace(now) != Some(now) {
                self.host.emit(AppEvent::Backup { done, total });
            }
            stops.load(Ordering::Relaxed) == before
        }
    }
}
