//! What sealing and age files promise, over many contents: they come back whole from the right key and place, and not at all from any other.

#![allow(clippy::unwrap_used)]

use std::io::Read;

use praesto_crypto::{AgeError, AgeIdentity, FileIdentity, NONCE_BYTES, OpenError, OsEntropy, RecordKey, SEAL_OVERHEAD, Secret32};
use proptest::prelude::*;

fn key(byte: u8) -> RecordKey {
    RecordKey::new(Secret32::take(&mut [byte; 32]))
}

proptest! {
    #[test]
    fn a_seal_opens_with_its_key_nonce_and_place(
        content in prop::collection::vec(any::<u8>(), 0..2000), place in prop::collection::vec(any::<u8>(), 0..100), nonce: [u8; NONCE_BYTES], byte: u8,
    ) {
        let sealed = key(byte).seal(&nonce, &place, &content);
        prop_assert_eq!(sealed.len(), content.len() + SEAL_OVERHEAD);
        prop_assert_eq!(key(byte).open(&nonce, &place, &sealed), Ok(content));
    }

    #[test]
    fn a_seal_opens_with_no_other_key_nonce_or_place(
        content in prop::collection::vec(any::<u8>(), 0..200), place in prop::collection::vec(any::<u8>(), 1..100), nonce: [u8; NONCE_BYTES],
        byte: u8, at: prop::sample::Index, bit in 0u8..8,
    ) {
        let sealed = key(byte).seal(&nonce, &place, &content);
        let flip = |bytes: &[u8]| {
            let mut bytes = bytes.to_vec();
            let at = at.index(bytes.len());
            bytes[at] ^= 1 << bit;
            bytes
        };
        let other_nonce: [u8; NONCE_BYTES] = flip(&nonce).try_into().unwrap();
        prop_assert_eq!(key(byte ^ 1).open(&nonce, &place, &sealed), Err(OpenError));
        prop_assert_eq!(key(byte).open(&other_nonce, &place, &sealed), Err(OpenError));
        prop_assert_eq!(key(byte).open(&nonce, &flip(&place), &sealed), Err(OpenError));
        prop_assert_eq!(key(byte).open(&nonce, &place[1..], &sealed), Err(OpenError));
        prop_assert_eq!(key(byte).open(&nonce, &place, &flip(&sealed)), Err(OpenError));
        prop_assert_eq!(key(byte).open(&nonce, &place, &sealed[1..]), Err(OpenError));
    }

    #[test]
    fn derived_secrets_differ_by_purpose_and_are_the_same_each_time(secret: [u8; 32], one in "[a-z]{1,20}", other in "[a-z]{1,20}") {
        let derive = |info: &str| *Secret32::from_slice(&secret).unwrap().derive(info.as_bytes()).expose();
        prop_assert_eq!(derive(&one), derive(&one));
        prop_assert_eq!(derive(&one) == derive(&other), one == other);
        prop_assert_ne!(derive(&one), secret);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn a_tampered_or_shortened_age_file_gives_an_error_and_never_other_content(
        content in prop::collection::vec(any::<u8>(), 0..70_000), at: prop::sample::Index, bit in 0u8..8,
    ) {
        let identity = AgeIdentity::make();
        let sealed = identity.recipient().seal(&content).unwrap();
        prop_assert_eq!(&identity.open(&sealed).unwrap(), &content);
        let mut tampered = sealed.clone();
        tampered[at.index(sealed.len())] ^= 1 << bit;
        prop_assert!(identity.open(&tampered).is_err());
        prop_assert!(identity.open(&sealed[..at.index(sealed.len())]).is_err());
        prop_assert!(matches!(AgeIdentity::make().open(&sealed), Err(AgeError::NoMatchingKey)));
    }

    #[test]
    fn no_bytes_make_the_reader_panic(bytes in prop::collection::vec(any::<u8>(), 0..500), lines in "(age-encryption.org/v1\n)?((-> |--- )?[A-Za-z0-9+/]{0,64}\n){0,12}") {
        let identity = AgeIdentity::make();
        for input in [&bytes[..], lines.as_bytes()] {
            prop_assert!(identity.open(input).is_err());
            prop_assert!(FileIdentity::X25519(&identity).armored_reader(input).is_err());
        }
    }
}

#[test]
fn a_header_without_end_is_refused_before_it_fills_the_memory() {
    let endless = std::io::Cursor::new(b"age-encryption.org/v1\n".to_vec()).chain(std::io::repeat(b'\n'));
    assert!(matches!(AgeIdentity::make().reader(endless), Err(AgeError::Header)));
    let one_line = std::io::Cursor::new(b"age-encryption.org/v1\n-> ".to_vec()).chain(std::io::repeat(b'a'));
    assert!(matches!(AgeIdentity::make().reader(one_line), Err(AgeError::Header)));
}

#[test]
fn secrets_do_not_show_themselves() {
    let secret = Secret32::take(&mut [0x5a; 32]);
    let identity = AgeIdentity::make();
    let shown = format!(
        "{secret:?} {:?} {identity:?} {:?}",
        RecordKey::new(Secret32::take(&mut [0x5a; 32])),
        praesto_crypto::DeviceSigner::make(&mut OsEntropy)
    );
    assert!(!shown.contains("90") && !shown.contains("5a") && !shown.to_uppercase().contains("AGE-SECRET"), "{shown}");
}
