//! Sealed files that no case names yet.

use praesto_vault::Vault;

use crate::attachments::Sealed;

/// New attachments, sealed before the case that is to name them. Dropped without [`keep`](Self::keep), those that no case came to name are taken
/// off the disk again; where the program ends before that, the vault's next opening does it.
///
/// Never dropped within a transaction: what it wrote is not seen before it ends.
pub(crate) struct NewFiles<'a> {
    vault: &'a Vault,
    sealed: Vec<Sealed>,
}

impl<'a> NewFiles<'a> {
    pub(crate) fn new(vault: &'a Vault) -> Self {
        Self { vault, sealed: Vec::new() }
    }

    pub(crate) fn push(&mut self, sealed: Sealed) {
        self.sealed.push(sealed);
    }

    pub(crate) fn sealed(&self) -> &[Sealed] {
        &self.sealed
    }

    /// Notes that a case names them, in a transaction that has ended.
    pub(crate) fn keep(mut self) {
        for sealed in self.sealed.drain(..) {
            self.vault.attachment_named(sealed.row.hash);
        }
    }
}

impl Drop for NewFiles<'_> {
    fn drop(&mut self) {
        for sealed in &self.sealed {
            let hash = sealed.row.hash;
            let unnamed = self.vault.read(|view| view.attachment(hash)).is_ok_and(|row| row.is_none());
            if unnamed && let Err(error) = self.vault.remove_attachment_file(hash) {
                tracing::warn!(%error, "a sealed file that no case names stays until the vault is opened again");
            }
        }
    }
}
