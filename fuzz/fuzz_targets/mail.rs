#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| praesto_formats::fuzzing::fuzz_mail(data));
