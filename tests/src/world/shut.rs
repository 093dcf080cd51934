//! Programs that are started and shut, and what is done to a profile that no program has open.

use std::sync::Arc;
use std::sync::atomic::Ordering;

use praesto_app::Handle;
use praesto_contract::{VaultLock, VaultUnlock};
use praesto_vault::Vault;

use super::{Device, World};

/// Starts the program anew on a person's computer, and opens the vault.
pub fn start(world: &Arc<World>, name: &str) -> Device {
    let device = world.device(name);
    unlock(&device);
    device
}

/// Opens the vault with what the keyring holds.
pub fn unlock(device: &Device) {
    device.handle(VaultUnlock { passphrase: None }).expect("the keyring opens the vault");
}

/// Does something while the device is shut, and opens it again.
pub fn while_shut<T>(device: &Device, act: impl FnOnce() -> T) -> T {
    device.handle(VaultLock {}).expect("the vault shuts");
    let done = act();
    unlock(device);
    done
}

/// The vault of a person whose Praesto is shut.
pub fn open_vault(world: &World, name: &str) -> Vault {
    let now = world.clock.load(Ordering::Relaxed);
    Vault::open(&world.profile(name), None, &*world.keyring(name), now).expect("nobody has the vault open")
}

/// Looks into a person's vault, or writes to it, while their device is shut.
pub fn in_vault<T>(world: &World, name: &str, device: &Device, act: impl FnOnce(&Vault) -> T) -> T {
    while_shut(device, || act(&open_vault(world, name)))
}
