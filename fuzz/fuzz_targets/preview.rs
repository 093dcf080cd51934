#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| praesto_preview::fuzzing::fuzz_preview(data));
