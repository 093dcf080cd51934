//! Entry points for fuzzing: each takes any bytes and must return. What is accepted must come out of the encoder as it went in; otherwise two
//! byte strings would mean the same, and a hash would no longer name one thing.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use praesto_crypto::{DeviceSigner, Entropy, Hash, RecordKey, SIGNATURE_BYTES, Secret32, pad};

use crate::register::{Register, SignedEntry};
use crate::{Content, Invitation, Reader, Record, Seal, SealError, SignedStatement, Writer};

/// Any bytes as a record. So that changed bytes get past the hash that ties both halves together, the seal is tied anew as well.
pub fn fuzz_record(data: &[u8]) {
    if let Ok(record) = Record::decode(data) {
        assert_eq!(record.encode(), data, "an accepted record has one encoding");
    }
    let mut r = Reader::new(data);
    let (Ok(statement), Ok(seal)) = (r.bytes(), r.bytes()) else { return };
    let (Ok(statement), Ok(mut seal)) = (SignedStatement::decode(statement), Seal::decode(seal)) else { return };
    seal.statement = statement.hash();
    let record = Record { statement, seal };
    assert_eq!(Record::decode(&record.encode()).as_ref(), Ok(&record), "a record reads back");
}

/// Any bytes as a signed statement.
pub fn fuzz_statement(data: &[u8]) {
    let Ok(signed) = SignedStatement::decode(data) else { return };
    assert_eq!(signed.encode(), data, "an accepted statement keeps its bytes");
    assert_eq!(signed.statement().encode(), data[..data.len() - SIGNATURE_BYTES], "a statement has one encoding");
    assert_eq!(signed.hash(), Hash::of(data), "its name is the hash of all of it");
    let again = signed.statement().clone().sign(&signer(0));
    assert!(again.verify(&signer(0).verifier()).is_ok(), "a signed statement verifies");
    assert!(again.verify(&signer(1).verifier()).is_err(), "and under no other key");
}

/// Any bytes as a seal, as what is inside one, and as the payload of one.
pub fn fuzz_seal(data: &[u8]) {
    let key = RecordKey::new(Secret32::take(&mut [0x21; 32]));
    if let Ok(seal) = Seal::decode(data) {
        assert_eq!(seal.encode(), data, "an accepted seal has one encoding");
        // Whatever it says: it has to be an answer.
        let _ = seal.open(&key, Hash::default());
    }
    let content = Content::make(data.to_vec(), &mut Fixed);
    let seal = Seal::make(Hash([0xc1; 32]), 1, &content, &key, &mut Fixed);
    assert_eq!(seal.open(&key, content.hash()).as_ref(), Ok(&content), "a seal opens to what went in");
    assert_eq!(seal.open(&key, Hash::default()), Err(SealError::OtherContent), "and to nothing else");
    assert_eq!(Seal::decode(&seal.encode()), Ok(seal), "a seal reads back");
    // Somebody with the key could seal anything, also what no Praesto packs.
    let associated = [&b"praesto/seal/v1"[..], &[0xc1; 32], &1_u32.to_be_bytes()].concat();
    let sealed = key.seal(&[7; 24], &associated, &pad(data));
    let mut w = Writer::version(1);
    let forged = Seal::decode(&w.fixed(&[0xc1; 32]).u32(1).fixed(&[7; 24]).bytes(&sealed).finish());
    let opened = forged.map(|seal| seal.open(&key, Hash::default()));
    assert!(matches!(opened, Ok(Err(SealError::Malformed | SealError::OtherContent))), "a forged content is noticed: {opened:?}");
}

/// Any bytes as register entries, each with its length before it. Each is put at its place and signed for its author, or changed bytes
/// would never get past the hash chain and the signature to the rules.
pub fn fuzz_register(data: &[u8]) {
    let mut r = Reader::new(data);
    let mut register: Option<Register> = None;
    while let Ok(bytes) = r.bytes() {
        let Ok(signed) = SignedEntry::decode(bytes) else { continue };
        assert_eq!(signed.encode(), bytes, "an accepted entry keeps its bytes");
        assert_eq!(signed.entry().encode(), bytes[..bytes.len() - SIGNATURE_BYTES], "an entry has one encoding");
        let mut entry = signed.entry().clone();
        let signer = signer(entry.author.as_bytes()[15]);
        let Some(register) = &mut register else {
            register = Register::found(&entry.sign(&signer)).ok();
            continue;
        };
        (entry.office, entry.seq, entry.prev) = (register.office(), register.length(), register.head());
        let (signed, before) = (entry.sign(&signer), register.clone());
        match register.append(&signed) {
            Ok(()) => assert_eq!((register.length(), register.head()), (before.length() + 1, signed.hash()), "the entry is the last one"),
            Err(_) => assert_eq!(*register, before, "a refused entry changes nothing"),
        }
        assert_eq!(register.fingerprint(), before.fingerprint(), "no entry founds the office anew");
    }
}

/// Any bytes as an invitation code, and as what stands inside one.
pub fn fuzz_invitation(data: &[u8]) {
    let checksum = Hash::of(data).0;
    let inside = format!("praesto1-{}", URL_SAFE_NO_PAD.encode([data, &checksum[..4]].concat()));
    for code in std::str::from_utf8(data).into_iter().chain([&*inside]) {
        let Ok(invitation) = Invitation::from_code(code) else { continue };
        let plain: String = code.split_whitespace().collect();
        assert_eq!(invitation.to_code(), plain, "an accepted invitation has one code");
    }
}

/// The key of the `n`-th computer of the vectors in `tests/vectors`.
fn signer(n: u8) -> DeviceSigner {
    DeviceSigner::from_secret(&Secret32::take(&mut [n.wrapping_add(0x40); 32]))
}

/// The same bytes each time: a fuzzer must be able to run an input again.
struct Fixed;

impl Entropy for Fixed {
    fn fill(&mut self, bytes: &mut [u8]) {
        bytes.fill(7);
    }
}
