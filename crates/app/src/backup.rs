//! A backup of the whole profile, sealed to a passphrase of its own, and a profile from one.
//!
//! What comes back is a copy of the device that made it. If that one works on, the copy goes on as a further device of the same person as soon as it
//! meets the server ([`crate::sync`], `copied.rs`): nobody has to say which of them it is, and neither forks the other's chain.

use std::fs::File;
use std::io::{self, BufReader, BufWriter, ErrorKind, Write};
use std::path::Path;
use std::sync::Arc;

use praesto_contract::*;
use praesto_crypto::{AgeError, Passphrase};
use praesto_vault::Vault;

use crate::access::Taken;
use crate::error::AppError;
use crate::host::{Host, HostEntropy};
use crate::office::Office;
use crate::out::written;
use crate::outside::Outside;
use crate::praesto::Core;
use crate::vaults::choice;

impl<H: Host> Core<H> {
    pub(crate) fn backup_make(&self, request: BackupMake) -> Result<BackupDone, AppError> {
        let office = self.office()?;
        if office.is_sample() || office.is_waiting() {
            return Err(AppError::code(ErrorCode::NotAllowed));
        }
        let passphrase = Passphrase::choose(request.passphrase.into_inner()).map_err(|_| AppError::invalid("passphrase"))?;
        if office.vault.policy().needs_passphrase() {
            // Whoever adds another way to all that is here proves to know the one there is.
            let current = request.current_passphrase.map(|text| Passphrase::typed(text.into_inner()));
            office.vault.prove(current.as_ref(), self.host.keyring())?;
        }
        let path = Path::new(&request.path);
        let out = Outside::begin(path, false)?;
        // From before the passphrase is stretched: who stops it then has stopped it.
        let mut goes_on = self.goes_on(Job::Backup);
        office.while_written(out.part().to_owned(), || {
            let failed = |source| AppError::File { path: request.path.clone(), source };
            let mut sealed = passphrase.seal_stream(BufWriter::new(out)).map_err(|error| written(error, failed))?;
            let mut watched = Watched { out: &mut sealed, broke: None };
            let backed_up = office.vault.back_up(&mut watched, &mut |done, total| office.still_open().is_ok() && goes_on(done, total));
            let broke = watched.broke;
            backed_up.map_err(|error| match (office.still_open(), broke) {
                // The vault was shut meanwhile: said as what it is.
                (Err(shut), _) => shut,
                (Ok(()), Some(kind)) => failed(kind.into()),
                (Ok(()), None) => error.into(),
            })?;
            let out = sealed.finish().map_err(|error| written(error, failed))?;
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
        let mut goes_on = self.goes_on(Job::Backup);
        let opened = Passphrase::typed(request.passphrase.into_inner()).open_stream(BufReader::new(file));
        let mut input = opened.map_err(|error| match error {
            AgeError::NoMatchingKey => AppError::code(ErrorCode::WrongPassphrase),
            AgeError::Io(source) if source.kind() != ErrorKind::UnexpectedEof => failed(source),
            _ => AppError::code(ErrorCode::BackupUnreadable),
        })?;
        let mut step = |done: u64, _: u64| goes_on(done, total);
        let (keyring, mut entropy) = (self.host.keyring(), HostEntropy(&*self.host));
        let vault = Vault::restore(&self.profile, &mut input, policy, passphrase.as_ref(), keyring, &mut entropy, &mut step)?;
        // What is half outside is the other profile's, which may be writing it at this moment.
        vault.write(|writer| {
            for part in writer.parts()? {
                writer.forget_part(&part)?;
            }
            Ok::<_, AppError>(())
        })?;
        let office = Office::open(self.host.clone(), vault)?;
        // Copies that are open in other programs as well, unless that profile is no more.
        self.recover_elsewhere(&office);
        self.set_office(Some(Arc::new(office)));
        self.opened()
    }
}

/// Knows whether it was this that broke off: a stick that was pulled out is no harm to the vault.
struct Watched<'a, W> {
    out: &'a mut W,
    broke: Option<ErrorKind>,
}

impl<W: Write> Write for Watched<'_, W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.out.write(bytes).inspect_err(|error| self.broke = Some(error.kind()).filter(|kind| *kind != ErrorKind::Interrupted))
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}
