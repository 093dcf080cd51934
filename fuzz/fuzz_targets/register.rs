#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| praesto_protocol::fuzzing::fuzz_register(data));
