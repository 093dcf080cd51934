//! Who can open a vault, and who cannot.

#![allow(clippy::unwrap_used)]

mod common;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicU32, Ordering};

use common::{Home, NOW, passphrase};
use praesto_crypto::{OsEntropy, Secret32};
use praesto_vault::{KeyPolicy, Keyring, KeyringError, MemoryKeyring, ProfileState, Vault, VaultError};

const RIGHT: &str = "correct horse battery";
const WRONG: &str = "wrong horse battery";
const NEXT: &str = "another good passphrase";

#[test]
fn an_empty_folder_is_told_from_a_vault() {
    let home = Home::new();
    assert_eq!(Vault::state(&home.profile(), NOW).unwrap(), ProfileState::Empty);
    assert!(matches!(home.open(None), Err(VaultError::Empty)));
    assert!(!home.profile().exists(), "asking makes no folder");
    drop(home.create_with(KeyPolicy::Passphrase, Some(RIGHT)));
    let locked = ProfileState::Locked { policy: KeyPolicy::Passphrase, wait_seconds: 0 };
    assert_eq!(Vault::state(&home.profile(), NOW).unwrap(), locked);
    let again = Vault::create(&home.profile(), KeyPolicy::Keyring, None, &home.keyring, &mut OsEntropy);
    assert!(matches!(again, Err(VaultError::Exists)), "a vault is never made over another");
}

#[test]
fn a_vault_opens_by_its_policy_and_by_nothing_less() {
    for (policy, text) in [(KeyPolicy::Keyring, None), (KeyPolicy::Passphrase, Some(RIGHT)), (KeyPolicy::Both, Some(RIGHT))] {
        let home = Home::new();
        let vault = home.create_with(policy, text);
        vault.write(|w| w.put_meta("a", b"kept")).unwrap();
        vault.close().unwrap();
        let vault = home.open(text).unwrap();
        assert_eq!(vault.read(|v| v.meta("a")).unwrap().as_deref(), Some(&b"kept"[..]), "{policy:?}");
        assert_eq!(vault.policy(), policy);
        drop(vault);
        if policy.needs_passphrase() {
            assert!(matches!(home.open(Some(WRONG)), Err(VaultError::WrongPassphrase)), "{policy:?}");
            assert!(matches!(home.open(None), Err(VaultError::PassphraseNeeded)), "{policy:?}");
        }
        let broken = MemoryKeyring::default();
        broken.break_down(true);
        for (keyring, expected) in [(&broken, "unavailable"), (&MemoryKeyring::default(), "lost")] {
            let result = home.open_with(text, keyring, NOW);
            match (policy.needs_keyring(), expected) {
                (false, _) => assert!(result.is_ok(), "a passphrase needs no keyring"),
                (true, "lost") => assert!(matches!(result, Err(VaultError::KeyringLost)), "{policy:?}"),
                (true, _) => assert!(matches!(result, Err(VaultError::KeyringUnavailable)), "{policy:?}"),
            }
        }
        assert!(home.open(text).is_ok(), "failures of the keyring cost no tries");
    }
}

#[test]
fn wrong_passphrases_wait_longer_each_time_also_after_a_restart() {
    let home = Home::new();
    drop(home.create_with(KeyPolicy::Passphrase, Some(RIGHT)));
    for _ in 0..3 {
        assert!(matches!(home.open(Some(WRONG)), Err(VaultError::WrongPassphrase)));
    }
    let waits = |now| match home.open_with(Some(RIGHT), &home.keyring, now) {
        Err(VaultError::TooManyAttempts { seconds }) => seconds,
        other => panic!("{other:?}"),
    };
    assert_eq!(waits(NOW), 2, "even the right passphrase waits");
    assert_eq!(waits(NOW + 1_999), 1);
    let locked = ProfileState::Locked { policy: KeyPolicy::Passphrase, wait_seconds: 2 };
    assert_eq!(Vault::state(&home.profile(), NOW).unwrap(), locked);
    assert!(matches!(home.open_with(Some(WRONG), &home.keyring, NOW + 2_000), Err(VaultError::WrongPassphrase)));
    assert_eq!(waits(NOW + 2_000), 4, "the next wait is longer");
    let late = NOW + 6_000;
    drop(home.open_with(Some(RIGHT), &home.keyring, late).unwrap());
    assert!(matches!(home.open_with(Some(WRONG), &home.keyring, late), Err(VaultError::WrongPassphrase)));
    assert!(home.open_with(Some(RIGHT), &home.keyring, late).is_ok(), "the right passphrase starts the count anew");
}

#[test]
fn a_clock_that_is_set_back_neither_shortens_the_wait_nor_locks_out_for_ever() {
    let home = Home::new();
    drop(home.create_with(KeyPolicy::Passphrase, Some(RIGHT)));
    for _ in 0..3 {
        assert!(matches!(home.open(Some(WRONG)), Err(VaultError::WrongPassphrase)));
    }
    let year = 365 * 86_400_000;
    let back = home.open_with(Some(RIGHT), &home.keyring, NOW - year);
    assert!(matches!(back, Err(VaultError::TooManyAttempts { seconds: 2 })), "{back:?}");
    assert!(home.open_with(Some(RIGHT), &home.keyring, NOW - year + 2_000).is_ok(), "two real seconds later it opens");
}

#[test]
fn a_second_opener_is_refused_while_the_first_holds_the_profile() {
    let home = Home::new();
    let vault = home.create();
    assert!(matches!(home.open(None), Err(VaultError::ProfileInUse)));
    drop(vault);
    assert!(home.open(None).is_ok(), "the profile is free again");
}

#[test]
fn every_policy_changes_to_every_other() {
    let all = [(KeyPolicy::Keyring, None), (KeyPolicy::Passphrase, Some(RIGHT)), (KeyPolicy::Both, Some(RIGHT))];
    for (before, old) in all {
        for (after, _) in all {
            let home = Home::new();
            let vault = home.create_with(before, old);
            vault.write(|w| w.put_meta("a", b"kept")).unwrap();
            let new = after.needs_passphrase().then_some(NEXT);
            let old_text = old.map(passphrase);
            vault.set_policy(old_text.as_ref(), after, new.map(passphrase), &home.keyring, &mut OsEntropy).unwrap();
            assert_eq!(vault.policy(), after);
            drop(vault);
            if after.needs_passphrase() && old.is_some() {
                assert!(matches!(home.open(old), Err(VaultError::WrongPassphrase)), "{before:?} → {after:?}: the old one is worth nothing");
            }
            let vault = home.open(new).unwrap();
            assert_eq!(vault.read(|v| v.meta("a")).unwrap().as_deref(), Some(&b"kept"[..]));
            assert_eq!(home.keyring.len(), usize::from(after.needs_keyring()), "{before:?} → {after:?}: no secret is left behind");
        }
    }
}

#[test]
fn the_policy_is_changed_only_by_who_knows_the_passphrase() {
    let home = Home::new();
    let vault = home.create_with(KeyPolicy::Both, Some(RIGHT));
    let wrong = passphrase(WRONG);
    let change = |current| vault.set_policy(current, KeyPolicy::Keyring, None, &home.keyring, &mut OsEntropy);
    assert!(matches!(change(Some(&wrong)), Err(VaultError::WrongPassphrase)));
    assert!(matches!(change(None), Err(VaultError::PassphraseNeeded)));
    drop(vault);
    assert!(home.open(Some(RIGHT)).is_ok(), "nothing changed");
}

/// Stops the program at one call, as a power cut would.
struct StopsAt<'a> {
    inner: &'a MemoryKeyring,
    left: AtomicU32,
}

impl StopsAt<'_> {
    fn step(&self) {
        if self.left.fetch_sub(1, Ordering::SeqCst) == 0 {
            std::panic::resume_unwind(Box::new("power cut"));
        }
    }
}

impl Keyring for StopsAt<'_> {
    fn load(&self, entry: &str) -> Result<Option<Secret32>, KeyringError> {
        self.step();
        self.inner.load(entry)
    }

    fn store(&self, entry: &str, secret: &Secret32) -> Result<(), KeyringError> {
        self.step();
        self.inner.store(entry, secret)
    }

    fn delete(&self, entry: &str) -> Result<(), KeyringError> {
        self.step();
        self.inner.delete(entry)
    }

    fn available(&self) -> bool {
        true
    }
}

#[test]
fn a_power_cut_at_any_step_of_a_change_of_policy_locks_nobody_out() {
    use KeyPolicy::{Both, Keyring, Passphrase};
    for (before, after) in
        [(Keyring, Keyring), (Keyring, Both), (Both, Keyring), (Both, Both), (Passphrase, Keyring), (Keyring, Passphrase)]
    {
        let old = before.needs_passphrase().then_some(RIGHT);
        let new = after.needs_passphrase().then_some(NEXT);
        for steps in 0.. {
            let home = Home::new();
            let vault = home.create_with(before, old);
            let old_text = old.map(passphrase);
            let stops = StopsAt { inner: &home.keyring, left: AtomicU32::new(steps) };
            let result =
                catch_unwind(AssertUnwindSafe(|| vault.set_policy(old_text.as_ref(), after, new.map(passphrase), &stops, &mut OsEntropy)));
            drop(vault);
            std::fs::write(home.profile().join("vault.key.tmp"), b"half a f").unwrap();
            let ProfileState::Locked { policy, .. } = Vault::state(&home.profile(), NOW).unwrap() else { panic!("the vault is gone") };
            // Between two policies that take a passphrase, either may hold.
            let opened = [old, new].into_iter().any(|text| home.open_with(text, &home.keyring, NOW).is_ok());
            assert!(opened, "{before:?} → {after:?} after {steps} steps: opens by {policy:?}");
            assert!(home.keyring.len() <= 1, "{before:?} → {after:?} after {steps} steps: the next opening clears up");
            if result.is_ok() {
                break;
            }
        }
    }
}

#[test]
fn an_interrupted_creation_leaves_an_empty_profile_or_a_whole_one() {
    let home = Home::new();
    let stops = StopsAt { inner: &home.keyring, left: AtomicU32::new(0) };
    let cut = catch_unwind(AssertUnwindSafe(|| Vault::create(&home.profile(), KeyPolicy::Keyring, None, &stops, &mut OsEntropy)));
    assert!(cut.is_err(), "the power cut came before the key file");
    assert_eq!(Vault::state(&home.profile(), NOW).unwrap(), ProfileState::Empty);
    drop(home.create());
    // As if the cut had come between the key file and the database's name.
    let profile = home.profile();
    std::fs::rename(profile.join("vault.db"), profile.join("vault.db.new")).unwrap();
    assert!(home.open(None).is_ok());
}

#[test]
fn what_passes_is_thrown_away_and_never_a_vault_that_stays() {
    let home = Home::new();
    let (profile, typed) = (home.profile(), || Some(passphrase("nobody ever learns it")));
    let make = |keyring: &dyn Keyring| Vault::create_passing(&profile, KeyPolicy::Passphrase, typed(), keyring, &mut OsEntropy);
    let passing = make(&home.keyring).unwrap();
    assert!(Vault::passes(&profile));
    assert!(matches!(Vault::discard_passing(&profile, &home.keyring), Err(VaultError::ProfileInUse)), "nobody throws away what is open");
    drop(passing);
    Vault::discard_passing(&profile, &home.keyring).unwrap();
    assert!(!Vault::passes(&profile) && Vault::state(&profile, NOW).unwrap() == ProfileState::Empty);

    // Cut off before there was a vault, what said that it passes is still there.
    std::fs::write(profile.join("sample"), "").unwrap();
    let stays = home.create();
    assert!(!Vault::passes(&profile), "a vault that stays takes that away before it is made");
    assert!(matches!(make(&home.keyring), Err(VaultError::ProfileInUse)), "another is looked around in at that moment");
    drop(stays);
    assert!(matches!(make(&home.keyring), Err(VaultError::Exists)));
    assert!(!Vault::passes(&profile), "whoever is refused marks nothing");
    Vault::discard_passing(&profile, &home.keyring).unwrap();
    assert!(home.open(None).is_ok(), "it is still there");
}

#[test]
fn damage_is_named() {
    let home = Home::new();
    drop(home.create());
    let profile = home.profile();
    let key = std::fs::read(profile.join("vault.key")).unwrap();
    std::fs::write(profile.join("vault.key"), &key[..key.len() / 2]).unwrap();
    assert!(matches!(home.open(None), Err(VaultError::Damaged("vault.key"))));
    std::fs::remove_file(profile.join("vault.key")).unwrap();
    assert!(matches!(Vault::state(&profile, NOW), Err(VaultError::Damaged(_))), "a database without its key is not an empty profile");
    std::fs::write(profile.join("vault.key"), String::from_utf8(key.clone()).unwrap().replace("\"version\":1", "\"version\":9")).unwrap();
    assert!(matches!(home.open(None), Err(VaultError::ProfileTooNew)));
    std::fs::write(profile.join("vault.key"), key).unwrap();
    let mut database = std::fs::read(profile.join("vault.db")).unwrap();
    database[100] ^= 1;
    std::fs::write(profile.join("vault.db"), database).unwrap();
    assert!(matches!(home.open(None), Err(VaultError::Damaged("vault.db"))));
    std::fs::write(profile.join("vault.db"), b"").unwrap();
    assert!(matches!(home.open(None), Err(VaultError::Damaged(_))), "an emptied database is not a new one");
}
