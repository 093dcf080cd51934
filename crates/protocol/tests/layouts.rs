//! Layouts under any bytes: reading never panics, and what is accepted is written back to the very same bytes, so that nothing has two spellings.

#![allow(clippy::unwrap_used)]

mod common;
#[path = "vectors_made/mod.rs"]
mod made;

use common::Computer;
use praesto_crypto::{AgeIdentity, Hash};
use praesto_protocol::api::{Frame, decode_records, encode_records};
use praesto_protocol::register::SignedEntry;
use praesto_protocol::{Content, EpochKeys, Invitation, LayoutError, MAX_RECORD_BYTES, Receipt, Record, Seal, SignedStatement, Writer};
use proptest::prelude::*;

/// What [`made`] calls the vectors of one file.
type Vectors = std::collections::BTreeMap<String, serde_json::Value>;

/// Reads the bytes in every way; a reading that succeeds must write the same bytes again.
fn read_all_ways(bytes: &[u8]) {
    if let Ok(read) = SignedStatement::decode(bytes) {
        assert_eq!(read.encode(), bytes, "statement");
        assert_eq!(read.statement().encode(), bytes[..bytes.len() - 64], "statement without its signature");
    }
    if let Ok(read) = Seal::decode(bytes) {
        assert_eq!(read.encode(), bytes, "seal");
    }
    if let Ok(read) = Record::decode(bytes) {
        assert_eq!(read.encode(), bytes, "record");
    }
    if let Ok(read) = SignedEntry::decode(bytes) {
        assert_eq!(read.encode(), bytes, "entry");
        assert_eq!(read.entry().encode(), bytes[..bytes.len() - 64], "entry without its signature");
    }
    if let Ok(read) = Receipt::decode(bytes) {
        assert_eq!(read.encode(), bytes, "receipt");
    }
    if let Ok(read) = EpochKeys::decode(bytes) {
        assert_eq!(*read.encode(), bytes, "keys of an epoch");
    }
    if let Ok(read) = decode_records(bytes) {
        let records: Vec<_> = read.iter().map(Record::encode).collect();
        assert_eq!(encode_records(records.iter().map(Vec::as_slice)), bytes, "records of a request");
    }
    let (frames, taken) = Frame::read_all(bytes);
    let mut written = Vec::new();
    frames.iter().for_each(|frame| frame.write(&mut written));
    assert_eq!(written, bytes[..taken], "frames");
}

/// Bytes that are nearly right: a good example with a few bytes changed, inserted or lost.
fn nearly_right() -> impl Strategy<Value = Vec<u8>> {
    let mut good: Vec<Vec<u8>> = made::all()
        .into_values()
        .flat_map(Vectors::into_values)
        .filter_map(|value| hex::decode(value.get("bytes").or(value.get("secret_layout"))?.as_str()?).ok())
        .collect();
    good.push(encode_records([]));
    let edits = prop::collection::vec((any::<prop::sample::Index>(), any::<u8>(), 0..3u8), 0..4);
    (prop::sample::select(good), edits).prop_map(|(mut bytes, edits)| {
        for (at, byte, edit) in edits {
            let at = at.index(bytes.len() + 1);
            match edit {
                0 => bytes.insert(at, byte),
                1 if at < bytes.len() => bytes[at] = byte,
                2 if at < bytes.len() => drop(bytes.remove(at)),
                _ => {}
            }
        }
        bytes
    })
}

proptest! {
    #[test]
    fn any_bytes_are_read_without_panic_and_back_to_themselves(bytes in prop::collection::vec(any::<u8>(), 0..700)) {
        read_all_ways(&bytes);
    }

    #[test]
    fn nearly_right_bytes_are_read_without_panic_and_back_to_themselves(bytes in nearly_right()) {
        read_all_ways(&bytes);
    }

    #[test]
    fn any_text_is_read_as_an_invitation_without_panic(text in "(praesto1-)?[A-Za-z0-9_ -]{0,300}", any in any::<String>()) {
        prop_assert!(Invitation::from_code(&text).is_err());
        prop_assert!(Invitation::from_code(&any).is_err());
    }

    #[test]
    fn a_code_with_a_right_checksum_over_wrong_bytes_is_refused_or_reads_back_to_itself(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        let code = code_of(bytes);
        if let Ok(invitation) = Invitation::from_code(&code) {
            prop_assert_eq!(invitation.to_code(), code);
        }
    }

    #[test]
    fn a_content_comes_back_from_its_seal_and_from_no_other_place(payload in prop::collection::vec(any::<u8>(), 0..5000), epoch: u32, byte: u8) {
        let (content, key) = (Content::make(payload, &mut common::Seeded::new("content")), made::record_key());
        let seal = Seal::make(Hash([byte; 32]), epoch, &content, &key, &mut common::Seeded::new("seal"));
        prop_assert_eq!(seal.open(&key, content.hash()), Ok(content.clone()));
        prop_assert!(seal.open(&key, Hash([byte; 32])).is_err());
        let (mut other_epoch, mut other_statement) = (seal.clone(), seal);
        other_epoch.epoch ^= 1;
        other_statement.statement = Hash([byte ^ 1; 32]);
        prop_assert!(other_epoch.open(&key, content.hash()).is_err());
        prop_assert!(other_statement.open(&key, content.hash()).is_err());
    }
}

/// A code over any bytes, with the checksum that belongs to them.
fn code_of(mut bytes: Vec<u8>) -> String {
    use base64::Engine;
    let checksum = Hash::of(&bytes).0;
    bytes.extend_from_slice(&checksum[..4]);
    format!("praesto1-{}", base64::engine::general_purpose::URL_SAFE_NO_PAD.encode(bytes))
}

#[test]
fn two_certificates_where_one_belongs_are_refused() {
    let (_, invitation) = made::invitations().remove(0);
    let code = invitation.to_code();
    use base64::Engine;
    let mut bytes = base64::engine::general_purpose::URL_SAFE_NO_PAD.decode(code.strip_prefix("praesto1-").unwrap()).unwrap();
    bytes.truncate(bytes.len() - 4);
    let certificate = bytes.windows(32).position(|window| window == [0x63; 32]).unwrap();
    bytes.splice(certificate - 2..certificate, [0, 2].into_iter().chain([0x64; 32]));
    assert!(Invitation::from_code(&code_of(bytes)).is_err());
}

#[test]
fn a_statement_is_first_exactly_when_it_follows_nothing() {
    let signer = Computer::new(0).signer;
    let (_, first) = made::statements().remove(0);
    let with = |device_seq, prev| {
        let statement = praesto_protocol::Statement { device_seq, prev, ..first.clone() };
        SignedStatement::decode(&statement.sign(&signer).encode()).map(|_| ())
    };
    assert_eq!(with(1, Hash::default()), Ok(()));
    assert_eq!(with(2, Hash([1; 32])), Ok(()));
    for (device_seq, prev) in [(0, Hash::default()), (0, Hash([1; 32])), (1, Hash([1; 32])), (2, Hash::default())] {
        assert_eq!(with(device_seq, prev), Err(LayoutError::Value));
    }
}

#[test]
fn a_record_past_its_limit_is_refused_unread() {
    assert_eq!(Record::decode(&vec![0; MAX_RECORD_BYTES + 1]), Err(LayoutError::TooLong));
}

#[test]
fn a_version_that_is_not_known_is_named() {
    let newer = [vec![9], vec![0; 400]].concat();
    assert_eq!(SignedStatement::decode(&newer), Err(LayoutError::Version(9)));
    assert_eq!(SignedEntry::decode(&newer), Err(LayoutError::Version(9)));
    assert_eq!(Receipt::decode(&newer), Err(LayoutError::Version(9)));
    assert_eq!(Seal::decode(&newer), Err(LayoutError::Version(9)));
    assert_eq!(Invitation::from_code(&code_of(newer)), Err(praesto_protocol::InvitationCodeError::Newer));
}

#[test]
fn a_seal_that_unpacks_without_bound_is_refused() {
    let key = made::record_key();
    let content = Content::make(vec![0; (1 << 20) + 1], &mut common::Seeded::new("bomb"));
    let seal = Seal::make(Hash([1; 32]), 1, &content, &key, &mut common::Seeded::new("bomb"));
    assert!(seal.encode().len() < MAX_RECORD_BYTES, "small on the wire");
    assert_eq!(seal.open(&key, content.hash()), Err(praesto_protocol::SealError::Malformed));
}

#[test]
fn the_keys_of_an_epoch_hold_a_key_of_age() {
    let [keys, _] = made::epochs();
    let mut bytes = keys.encode().to_vec();
    assert!(EpochKeys::decode(&bytes).is_ok());
    let last = bytes.len() - 1;
    bytes[last] = if bytes[last] == b'Q' { b'P' } else { b'Q' };
    assert!(EpochKeys::decode(&bytes).is_err());
    let mut w = Writer::version(1);
    w.fixed(&[0; 16]).u32(1).fixed(&[0; 32]).bytes(&AgeIdentity::make().expose_text()).u8(0);
    assert!(EpochKeys::decode(&w.finish()).is_err(), "bytes are left over");
}
