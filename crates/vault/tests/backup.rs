//! A vault goes into a stream and comes out of it as it was, opened by what was chosen for the new one; what broke off leaves an empty profile.

#![allow(clippy::unwrap_used)]

mod common;

use std::io::Write;

use common::{Home, NOW, case, case_id, document, space};
use praesto_crypto::{OsEntropy, Passphrase};
use praesto_vault::{AttachmentRow, AttachmentState, KeyPolicy, MemoryKeyring, ProfileState, Vault, VaultError};

fn stream(vault: &Vault) -> Vec<u8> {
    let mut bytes = Vec::new();
    vault.back_up(&mut bytes, &mut |_, _| true).unwrap();
    bytes
}

fn restored(home: &Home, bytes: &[u8]) -> Result<Vault, VaultError> {
    let passphrase = Passphrase::typed("chosen for the new one".to_owned());
    let keyring = MemoryKeyring::default();
    Vault::restore(&home.profile(), &mut &*bytes, KeyPolicy::Passphrase, Some(&passphrase), &keyring, &mut OsEntropy, &mut |_, _| true)
}

#[test]
fn a_vault_comes_back_with_its_files_while_the_first_is_written_to() {
    let (home, other) = (Home::new(), Home::new());
    let vault = home.create();
    let mut file = vault.begin_attachment().unwrap();
    file.write_all(b"sealed bytes").unwrap();
    let (hash, size) = file.finish().unwrap();
    let state = AttachmentState::WaitingToBeSent;
    vault.write(|w| w.put_attachment(&AttachmentRow { hash, space: space(1), document: document(1), size, state })).unwrap();
    vault.write(|w| w.put_case(&case(1))).unwrap();
    let mut bytes = Vec::new();
    let mut later = Some(());
    vault
        .back_up(&mut bytes, &mut |_, _| {
            // What is written meanwhile is of a later moment.
            if later.take().is_some() {
                vault.write(|w| w.put_case(&case(2))).unwrap();
            }
            true
        })
        .unwrap();
    let again = restored(&other, &bytes).unwrap();
    assert!(again.read(|v| v.case_projection(case_id(1))).unwrap().is_some());
    assert!(again.read(|v| v.case_projection(case_id(2))).unwrap().is_none(), "it is of one moment");
    assert_eq!(std::fs::read(again.attachment_path(hash)).unwrap(), b"sealed bytes");
    assert!(vault.read(|v| v.case_projection(case_id(2))).unwrap().is_some());
    // A file that left meanwhile is on the server; the backup is made all the same.
    let (mut bytes, mut steps) = (Vec::new(), 0);
    vault
        .back_up(&mut bytes, &mut |_, _| {
            steps += 1;
            vault.remove_attachment_file(hash).unwrap();
            true
        })
        .unwrap();
    assert!(steps > 0 && !vault.has_attachment_file(hash));
    let third = Home::new();
    assert!(!restored(&third, &bytes).unwrap().has_attachment_file(hash));
    assert!(!home.profile().join("backup").exists() && !other.profile().join("restoring").exists());
}

#[test]
fn what_broke_off_leaves_an_empty_profile_and_the_next_try_succeeds() {
    let (home, other) = (Home::new(), Home::new());
    let vault = home.create();
    vault.write(|w| w.put_case(&case(1))).unwrap();
    let bytes = stream(&vault);
    for cut in [0, 5, 20, 60, bytes.len() / 2, bytes.len() - 9, bytes.len() - 1] {
        assert!(matches!(restored(&other, &bytes[..cut]), Err(VaultError::NotABackup)), "cut at {cut}");
        assert_eq!(Vault::state(&other.profile(), NOW).unwrap(), ProfileState::Empty);
    }
    let stopped = vault.back_up(&mut Vec::new(), &mut |_, _| false);
    assert!(matches!(stopped, Err(VaultError::Stopped)));
    // As if the program had been killed while it unpacked.
    std::fs::create_dir_all(other.profile().join("restoring/attachments/ab")).unwrap();
    std::fs::create_dir_all(other.profile().join("attachments/ab")).unwrap();
    std::fs::write(other.profile().join("attachments/ab/left"), b"left").unwrap();
    std::fs::write(other.profile().join("vault.db.new"), b"left").unwrap();
    assert_eq!(Vault::state(&other.profile(), NOW).unwrap(), ProfileState::Empty);
    for left in ["restoring", "attachments", "vault.db.new"] {
        assert!(!other.profile().join(left).exists(), "{left} goes at the next start");
    }
    // A vault whose key file was lost keeps its files: somebody may still have that.
    std::fs::create_dir_all(other.profile().join("restoring")).unwrap();
    std::fs::create_dir_all(other.profile().join("attachments/ab")).unwrap();
    std::fs::write(other.profile().join("vault.db"), b"a vault").unwrap();
    assert!(matches!(Vault::state(&other.profile(), NOW), Err(VaultError::Damaged(_))));
    assert!(other.profile().join("attachments/ab").exists());
    std::fs::remove_file(other.profile().join("vault.db")).unwrap();
    // Files without a vault are nobody's.
    restored(&other, &bytes).unwrap();
    assert!(!other.profile().join("attachments/ab").exists());
    assert!(matches!(restored(&other, &bytes), Err(VaultError::ProfileInUse | VaultError::Exists)), "never over one that is there");
}
