//! The official vectors of the age format (c2sp.org/CCTV/age, as the npm package `cctv-age`) through this crate's own opening code.
//!
//! `npm ci` in `tests/age-vectors` fetches them at the locked version (`cargo xtask test` does it); node writes them out at test time. Where
//! they are absent the test is skipped, but for CI, where absence fails.

#![allow(clippy::unwrap_used)]

use std::fs;
use std::io::Read;
use std::path::Path;
use std::process::Command;

use praesto_crypto::{AgeError, AgeIdentity, AgeReader, FileIdentity, Hash};

/// log2 N that the vectors are made with at most; one asks for 23 and must be refused before the work is done.
const WORK: u8 = 18;
/// Vectors for hybrid (post-quantum) identities, which this version refuses by name.
const HYBRID: [&str; 19] = [
    "armor_hybrid",
    "hybrid",
    "hybrid_and_x25519",
    "hybrid_bad_tag",
    "hybrid_currupted_enc_mlkem",
    "hybrid_currupted_enc_x25519",
    "hybrid_extra_argument",
    "hybrid_grease",
    "hybrid_identity",
    "hybrid_long_file_key",
    "hybrid_long_share",
    "hybrid_low_order",
    "hybrid_multiple_recipients",
    "hybrid_no_match",
    "hybrid_not_canonical_body",
    "hybrid_not_canonical_enc",
    "hybrid_short_share",
    "hybrid_uppercase",
    "hybrid_x25519_arg",
];

/// What a vector expects, and what came out: the stage that failed and everything that was released before.
#[derive(Debug, PartialEq, Eq)]
struct Outcome {
    stage: String,
    released: Option<Hash>,
}

struct Vector {
    name: String,
    head: Vec<(String, String)>,
    file: Vec<u8>,
}

impl Vector {
    fn read(path: &Path) -> Self {
        let bytes = fs::read(path).unwrap();
        let end = bytes.windows(2).position(|pair| pair == b"\n\n").unwrap();
        let head = std::str::from_utf8(&bytes[..end]).unwrap();
        let head = head.lines().map(|line| line.split_once(": ").unwrap()).map(|(key, value)| (key.to_owned(), value.to_owned()));
        Self { name: path.file_name().unwrap().to_str().unwrap().to_owned(), head: head.collect(), file: bytes[end + 2..].to_vec() }
    }

    fn all<'a>(&'a self, key: &'a str) -> impl Iterator<Item = &'a str> {
        self.head.iter().filter(move |(name, _)| name == key).map(|(_, value)| value.as_str())
    }

    fn expected(&self) -> Outcome {
        let stage = match self.all("expect").next().unwrap() {
            // A wrong MAC is one more way in which a header is not valid.
            "HMAC failure" => "header failure",
            stage => stage,
        };
        Outcome { stage: stage.to_owned(), released: self.all("payload").next().map(|text| text.parse().unwrap()) }
    }

    fn opened(&self) -> Outcome {
        let spare = AgeIdentity::make();
        let identity = self.all("identity").next().map(|text| AgeIdentity::parse(text).unwrap());
        let identity = match self.all("passphrase").next() {
            Some(passphrase) => FileIdentity::Passphrase(passphrase, WORK),
            None => FileIdentity::X25519(identity.as_ref().unwrap_or(&spare)),
        };
        if self.all("armored").next() == Some("yes") {
            outcome(identity.armored_reader(&self.file[..]))
        } else {
            outcome(identity.reader(&self.file[..]))
        }
    }
}

fn outcome<R: Read>(opened: Result<AgeReader<R>, AgeError>) -> Outcome {
    let stage = |stage: &str, released| Outcome { stage: stage.to_owned(), released };
    let mut reader = match opened {
        Ok(reader) => reader,
        Err(AgeError::NoMatchingKey) => return stage("no match", None),
        Err(AgeError::Header | AgeError::TooMuchWork) => return stage("header failure", None),
        Err(AgeError::Armor) => return stage("armor failure", None),
        Err(error) => panic!("an age file must not fail with {error:?}"),
    };
    let mut payload = Vec::new();
    match reader.read_to_end(&mut payload) {
        Ok(_) => stage("success", Some(Hash::of(&payload))),
        Err(error) if error.get_ref().is_some_and(|inner| inner.is::<age::armor::ArmoredReadError>()) => stage("armor failure", None),
        Err(_) => stage("payload failure", Some(Hash::of(&payload))),
    }
}

fn vectors() -> Option<Vec<Vector>> {
    let package = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/age-vectors");
    if !package.join("node_modules/cctv-age").is_dir() {
        assert!(std::env::var_os("CI").is_none(), "the vectors of age are missing: run `npm ci` in {}", package.display());
        eprintln!("skipped: no vectors of age; `npm ci` in {} fetches them", package.display());
        return None;
    }
    // One for each test: they run side by side.
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let status = Command::new("node").current_dir(&package).arg("dump.js").arg(folder.path()).status().unwrap();
    assert!(status.success(), "node could not write the vectors of age");
    let mut vectors: Vec<_> = fs::read_dir(folder.path()).unwrap().map(|entry| Vector::read(&entry.unwrap().path())).collect();
    vectors.sort_by(|a, b| a.name.cmp(&b.name));
    Some(vectors)
}

#[test]
fn every_official_vector_without_a_hybrid_identity_comes_out_as_the_format_says() {
    let Some(vectors) = vectors() else { return };
    let vectors: Vec<_> = vectors.into_iter().filter(|vector| !HYBRID.contains(&vector.name.as_str())).collect();
    assert_eq!(vectors.len(), 124, "cctv-age 0.2.0 has 143 vectors, 19 of them hybrid");
    let wrong: Vec<_> = vectors
        .iter()
        .map(|vector| (vector.name.as_str(), vector.expected(), vector.opened()))
        .filter(|(_, expected, opened)| expected != opened)
        .collect();
    assert!(wrong.is_empty(), "(vector, expected, got): {wrong:#?}");
}

#[test]
fn the_nineteen_hybrid_identities_are_refused_by_name() {
    let Some(vectors) = vectors() else { return };
    let refused: Vec<_> = vectors
        .iter()
        .filter(|vector| vector.all("identity").any(|text| matches!(AgeIdentity::parse(text), Err(AgeError::HybridKey))))
        .map(|vector| vector.name.as_str())
        .collect();
    assert_eq!(refused, HYBRID);
}
