//! The real keyring of the operating system. Runs where there is one and `PRAESTO_TEST_KEYRING=1` allows writing to it.

#![allow(clippy::unwrap_used)]

mod common;

use common::{Home, NOW};
use praesto_crypto::{OsEntropy, Secret32};
use praesto_vault::{KeyPolicy, Keyring, OsKeyring, Vault};

fn allowed() -> bool {
    std::env::var("PRAESTO_TEST_KEYRING").is_ok_and(|value| value == "1") && std::env::var_os("DBUS_SESSION_BUS_ADDRESS").is_some()
}

#[test]
fn the_keyring_of_the_system_keeps_and_forgets() {
    if !allowed() {
        println!("not run: PRAESTO_TEST_KEYRING=1 and a session bus are needed");
        return;
    }
    assert!(OsKeyring.available());
    let secret = Secret32::make(&mut OsEntropy);
    let entry = format!("test-{}", std::process::id());
    assert!(OsKeyring.load(&entry).unwrap().is_none());
    OsKeyring.store(&entry, &secret).unwrap();
    assert_eq!(OsKeyring.load(&entry).unwrap().unwrap().expose(), secret.expose());
    OsKeyring.delete(&entry).unwrap();
    OsKeyring.delete(&entry).unwrap();
    assert!(OsKeyring.load(&entry).unwrap().is_none());
}

#[test]
fn a_vault_opens_by_the_keyring_of_the_system() {
    if !allowed() {
        println!("not run: PRAESTO_TEST_KEYRING=1 and a session bus are needed");
        return;
    }
    let home = Home::new();
    drop(Vault::create(&home.profile(), KeyPolicy::Keyring, None, &OsKeyring, &mut OsEntropy).unwrap());
    let vault = home.open_with(None, &OsKeyring, NOW).unwrap();
    // Leaves nothing in the keyring of whoever runs the tests.
    let chosen = Some(common::passphrase("correct horse battery"));
    vault.set_policy(None, KeyPolicy::Passphrase, chosen, &OsKeyring, &mut OsEntropy).unwrap();
    drop(vault);
    assert!(home.open_with(Some("correct horse battery"), &OsKeyring, NOW).is_ok());
}
