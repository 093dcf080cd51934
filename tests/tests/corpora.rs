//! Every seed of the fuzzer, through the same functions that the fuzzer calls. An input that once broke something is kept there for good.

#![allow(clippy::expect_used)]

use std::{collections::BTreeSet, fs, path::Path};

use praesto_formats::fuzzing::{fuzz_csv, fuzz_mail, fuzz_xdomea};
use praesto_preview::fuzzing::fuzz_preview;
use praesto_protocol::fuzzing::{fuzz_invitation, fuzz_record, fuzz_register, fuzz_seal, fuzz_statement};

type Target = (&'static str, fn(&[u8]));

const TARGETS: &[Target] = &[
    ("csv", fuzz_csv),
    ("invitation", fuzz_invitation),
    ("mail", fuzz_mail),
    ("preview", fuzz_preview),
    ("record", fuzz_record),
    ("register", fuzz_register),
    ("seal", fuzz_seal),
    ("statement", fuzz_statement),
    ("xdomea", fuzz_xdomea),
];

/// Files of a folder of `fuzz`, by name without the ending.
fn names(folder: &str) -> BTreeSet<String> {
    let found = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("../fuzz").join(folder)).expect("the fuzzer's folder is here");
    found
        .map(|file| file.expect("a folder can be read").path().file_stem().expect("a file has a name").to_string_lossy().into_owned())
        .collect()
}

fn seeds(target: &str) -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../fuzz/corpus").join(target);
    let found = fs::read_dir(folder).expect("every target has seeds");
    found.map(|file| fs::read(file.expect("a folder can be read").path()).expect("a seed can be read")).collect()
}

#[test]
fn every_seed_of_the_fuzzer_passes() {
    for (name, target) in TARGETS {
        let seeds = seeds(name);
        assert!(seeds.len() > 1, "{name} has seeds");
        seeds.iter().for_each(|seed| target(seed));
    }
}

#[test]
fn no_seed_breaks_anything_when_it_is_cut_or_spoiled() {
    for (name, target) in TARGETS {
        for seed in seeds(name) {
            // Long seeds are tried at some places only; a whole message takes a while to read.
            let step = seed.len() / 128 + 1;
            for at in (0..seed.len()).step_by(step) {
                target(&seed[..at]);
                let mut spoiled = seed.clone();
                spoiled[at] ^= 1 << (at % 8);
                target(&spoiled);
            }
        }
    }
}

#[test]
fn every_target_of_the_fuzzer_is_replayed_here() {
    let here: BTreeSet<String> = TARGETS.iter().map(|(name, _)| (*name).to_owned()).collect();
    assert_eq!(names("fuzz_targets"), here);
    assert_eq!(names("corpus"), here);
}
