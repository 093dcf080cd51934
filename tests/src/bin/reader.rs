//! Reads documents for devices of a simulated world, as Praesto's own programs do. With a second argument it is shut in alike, and then misbehaves.

use std::fs::File;
use std::io::{Read, Write, stdin, stdout};
use std::process::ExitCode;

use praesto_app::reader::{asked, confine, serve};
use praesto_tests::try_everything;

fn main() -> ExitCode {
    if asked() {
        return serve();
    }
    let before = File::open("/dev/zero").expect("there is always more nothing");
    let behaves = std::env::args().nth(2).unwrap_or_default();
    let shut_in = confine();
    match behaves.as_str() {
        "tries" => tries(before, shut_in.is_ok()),
        // Takes the whole question, works, and never answers.
        "works" => {
            taken();
            loop {
                std::hint::spin_loop();
            }
        }
        // The same without work.
        "waits" => {
            taken();
            waits()
        }
        // Does not even take the question.
        "deaf" => waits(),
        "eats" => {
            taken();
            let mut eaten = Vec::new();
            loop {
                eaten.push(vec![1_u8; 64 << 20]);
            }
        }
        "dies" => ExitCode::FAILURE,
        "panics" => {
            taken();
            panic!("a fault that quotes the document")
        }
        "lies" => {
            taken();
            said(b"PPA1\x01\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x7F")
        }
        // Says that ten bytes follow, and breaks off after half of them.
        "halves" => {
            taken();
            let head = b"[\"a.txt\",10]";
            said(&[b"PPA1\x02", &(head.len() as u64).to_le_bytes()[..], head, b"short"].concat())
        }
        "babbles" => {
            taken();
            let nothing = [b'x'; 4096];
            while stdout().write_all(&nothing).is_ok() {}
            ExitCode::FAILURE
        }
        _ => ExitCode::FAILURE,
    }
}

fn waits() -> ! {
    loop {
        std::thread::park();
    }
}

fn taken() {
    let mut piece = vec![0; 64 << 10];
    while stdin().read(&mut piece).is_ok_and(|count| count > 0) {}
}

fn said(bytes: &[u8]) -> ExitCode {
    if stdout().write_all(bytes).is_ok() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Says what it could do, a line for each; ready-made, because nothing else is left to say it by.
fn tries(before: File, shut_in: bool) -> ExitCode {
    let mut lines = format!("shut in: {shut_in}\n");
    for (what, could) in try_everything(before) {
        lines += &format!("{what}: {could}\n");
    }
    said(lines.as_bytes())
}
