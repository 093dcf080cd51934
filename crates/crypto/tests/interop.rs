//! age files of Praesto are age files: the plain `age` crate opens them, and so does the `age` program where it is installed, both ways.

#![allow(clippy::unwrap_used)]

use std::fs;
use std::io::{Read, Write};
use std::path::PathBuf;
use std::process::Command;

use age::secrecy::ExposeSecret;
use praesto_crypto::{AgeIdentity, AgeRecipient, FileIdentity};

/// More than three of age's chunks of 64 KiB, the last one not full.
fn content() -> Vec<u8> {
    (0..200_003u32).map(|n| (n % 251) as u8).collect()
}

fn sealed_as_stream(recipient: &AgeRecipient, content: &[u8]) -> Vec<u8> {
    let mut writer = recipient.writer(Vec::new()).unwrap();
    content.chunks(10_000).for_each(|piece| writer.write_all(piece).unwrap());
    writer.finish().unwrap()
}

#[test]
fn the_plain_age_crate_opens_an_attachment() {
    let identity = AgeIdentity::make();
    let plain: age::x25519::Identity = identity.to_secret_text().expose_secret().parse().unwrap();
    let sealed = sealed_as_stream(&identity.recipient(), &content());
    assert_eq!(age::decrypt(&plain, &sealed).unwrap(), content());
}

#[test]
fn what_the_plain_age_crate_seals_is_opened_here() {
    let identity = AgeIdentity::make();
    let plain: age::x25519::Recipient = identity.recipient().to_string().parse().unwrap();
    assert_eq!(identity.open(&age::encrypt(&plain, &content()).unwrap()).unwrap(), content());
    let armored = age::encrypt_and_armor(&plain, b"content").unwrap();
    let mut opened = Vec::new();
    FileIdentity::X25519(&identity).armored_reader(armored.as_bytes()).unwrap().read_to_end(&mut opened).unwrap();
    assert_eq!(opened, b"content");
}

#[test]
fn a_file_for_several_is_opened_by_each_and_by_nobody_else() {
    let identities = [AgeIdentity::make(), AgeIdentity::make(), AgeIdentity::make()];
    let recipients: Vec<_> = identities.iter().map(AgeIdentity::recipient).collect();
    let sealed = AgeRecipient::seal_to_all(&recipients, b"content").unwrap();
    identities.iter().for_each(|identity| assert_eq!(identity.open(&sealed).unwrap(), b"content"));
    assert!(AgeIdentity::make().open(&sealed).is_err(), "a stranger's identity opens nothing");
    assert!(AgeRecipient::seal_to_all(&[], b"content").is_err(), "a file for nobody would be lost");
}

#[test]
fn the_age_program_and_praesto_open_each_others_files() {
    let identity = AgeIdentity::make();
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("age-program-{}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    let [key, file, back] = ["key.txt", "sealed.age", "back.age"].map(|name| folder.join(name));
    fs::write(&key, identity.to_secret_text().expose_secret()).unwrap();
    fs::write(&file, sealed_as_stream(&identity.recipient(), &content())).unwrap();
    let opened =
        Command::new("age").arg("-d").arg("-i").arg(&key).arg(&file).output().expect("`cargo xtask test` installs the program `age`");
    assert_eq!(opened.stdout, content(), "age says: {}", String::from_utf8_lossy(&opened.stderr));

    fs::write(&file, content()).unwrap();
    let status = Command::new("age").args(["-r", &identity.recipient().to_string(), "-o"]).arg(&back).arg(&file).status().unwrap();
    assert!(status.success());
    assert_eq!(identity.open(&fs::read(&back).unwrap()).unwrap(), content());
    fs::remove_dir_all(&folder).unwrap();
}
