//! Makes the sample municipality of `cargo xtask run` on a server, with a profile for each person. Says how far it is, a line at a time.
//!
//! `municipality SERVER PEOPLE-FOLDER PASSPHRASE CASES [SAMPLES]`

use std::env;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Instant;

use praesto_app::sample::{Hands, Moved, Wanted};
use praesto_app::{Host, OsHost, Praesto};
use praesto_contract::{KeyChoice, KeyPolicy, SecretText};
use praesto_tests::municipality::Making;

/// Everybody's municipality is the same one, as of their own day.
const SEED: u64 = 20_261_123;

fn main() -> ExitCode {
    // Started to read a mail that is imported, it does nothing else.
    if praesto_app::reader::asked() {
        return praesto_app::reader::serve();
    }
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [server, people, passphrase, cases, further @ ..] = arguments.as_slice() else {
        eprintln!("municipality SERVER PEOPLE-FOLDER PASSPHRASE CASES [SAMPLES]");
        return ExitCode::FAILURE;
    };
    let Ok(cases) = cases.parse() else {
        eprintln!("{cases} is no number of cases");
        return ExitCode::FAILURE;
    };
    let people = PathBuf::from(people);
    let started = Instant::now();
    let say = |what: &str| println!("  {:>4} s  {what}", started.elapsed().as_secs());
    let scratch = match tempfile::tempdir() {
        Ok(scratch) => scratch,
        Err(error) => {
            eprintln!("no folder for files to import: {error}");
            return ExitCode::FAILURE;
        }
    };
    let host = || Arc::new(OsHost::new(|_| ()));
    let further = further.first().map(PathBuf::from);
    let making = Making {
        wanted: Wanted { seed: SEED, today: host().today(), cases, language: "en", hands: Hands::All },
        server,
        key: &|| KeyChoice { policy: KeyPolicy::Passphrase, passphrase: Some(SecretText::new(passphrase.clone())) },
        computer: &|name| Praesto::quiet(Moved::new(host()), people.join(folder(name))),
        scratch: scratch.path(),
        further: further.as_deref(),
        say: &say,
    };
    match making.make() {
        Ok(made) => {
            for person in &made.plan.people {
                println!("person: {}", person.name);
            }
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("the municipality could not be made: {error:?}");
            ExitCode::FAILURE
        }
    }
}

/// The folder of a person's profile, as `cargo xtask run` looks for it.
fn folder(person: &str) -> String {
    let name: String = person.chars().map(|letter| if letter.is_alphanumeric() { letter } else { '-' }).collect();
    name.to_lowercase()
}
