//! Installs what is missing, and says what and why. Through apt where there is apt and the right to use it; otherwise prints the list.

use std::{env, fs, path::Path, process::Command};

use anyhow::{Result, bail};

use crate::{
    place::{Place, on_path},
    shell::{ask, run, say},
};

/// How one can see that a thing is there, on any distribution.
#[derive(Clone, Copy, Debug)]
enum Sign {
    Program(&'static str),
    Library(&'static str),
    PostgresServer,
}

/// A thing from the operating system.
#[derive(Debug)]
struct Need {
    sign: Sign,
    package: &'static str,
    why: &'static str,
}

const fn need(sign: Sign, package: &'static str, why: &'static str) -> Need {
    Need { sign, package, why }
}

const BUILD: &[Need] = &[
    need(Sign::Program("cc"), "build-essential", "compiles SQLCipher and OpenSSL"),
    need(Sign::Program("make"), "build-essential", "compiles OpenSSL"),
    need(Sign::Program("perl"), "perl", "configures OpenSSL before it is compiled"),
    need(Sign::Program("pkg-config"), "pkg-config", "finds the libraries of the window"),
    need(Sign::Library("webkit2gtk-4.1"), "libwebkit2gtk-4.1-dev", "draws the window"),
];

const FRONT_END: &[Need] = &[
    need(Sign::Program("node"), "nodejs", "runs npm"),
    need(Sign::Program("npm"), "npm", "fetches the style sheets and typefaces of the window"),
];

const TESTS: &[Need] = &[
    need(Sign::Program("Xvfb"), "xvfb", "a screen for the windows under test"),
    need(Sign::Program("WebKitWebDriver"), "webkit2gtk-driver", "drives the windows under test"),
    need(Sign::Program("dbus-run-session"), "dbus-daemon", "a session bus for the windows under test"),
    need(Sign::Program("gnome-keyring-daemon"), "gnome-keyring", "a keyring for the vault under test"),
    need(Sign::PostgresServer, "postgresql", "the server's second store is tested against a real PostgreSQL"),
    need(Sign::Program("git"), "git", "lists the files of the clone, which are looked at one by one"),
    need(Sign::Program("age"), "age", "another program that opens what Praesto seals"),
];

const WASM: &str = "wasm32-unknown-unknown";

/// What the front end needs: the wasm target and the packages of npm.
pub(crate) fn for_front_end(place: &Place) -> Result<()> {
    wasm_target(place)?;
    system(&[FRONT_END])?;
    packages_of_npm(place, &place.ui(), "style sheets, typefaces and the accessibility checker")
}

/// What building all programs needs.
pub(crate) fn for_building(place: &Place) -> Result<()> {
    system(&[BUILD, FRONT_END])?;
    for_front_end(place)
}

/// What measuring needs: the window on a virtual screen, and a PostgreSQL.
pub(crate) fn for_measuring(place: &Place) -> Result<()> {
    system(&[BUILD, FRONT_END, TESTS])?;
    for_front_end(place)
}

/// What running all tests needs.
pub(crate) fn for_testing(place: &Place) -> Result<()> {
    system(&[BUILD, FRONT_END, TESTS])?;
    for component in ["clippy", "rustfmt"] {
        if ask(place.cargo().arg(if component == "clippy" { "clippy" } else { "fmt" }).arg("--version")).is_err() {
            rustup(place, &["component", "add", component], &format!("{component} checks the code"))?;
        }
    }
    for_front_end(place)?;
    packages_of_npm(place, &place.root.join("crates/crypto/tests/age-vectors"), "the official test vectors of the age format")
}

fn wasm_target(place: &Place) -> Result<()> {
    let folder = ask(place.program("rustc").args(["--print", "target-libdir", "--target", WASM]))?;
    if fs::read_dir(folder.trim()).is_ok_and(|mut files| files.next().is_some()) {
        return Ok(());
    }
    rustup(place, &["target", "add", WASM], "the front end is compiled to WebAssembly")
}

fn rustup(place: &Place, words: &[&str], why: &str) -> Result<()> {
    if !on_path("rustup") {
        bail!("missing: {} ({why}). There is no rustup here to add it; install it the way Rust was installed", words.join(" "));
    }
    say(format!("installing with rustup: {} ({why})", words.join(" ")));
    run(place.program("rustup").args(words))
}

fn packages_of_npm(place: &Place, folder: &Path, what: &str) -> Result<()> {
    let written = |path: &str| fs::metadata(folder.join(path)).and_then(|file| file.modified()).ok();
    let current = match (written("node_modules/.package-lock.json"), written("package-lock.json")) {
        (Some(installed), Some(locked)) => installed >= locked,
        _ => false,
    };
    if current {
        return Ok(());
    }
    say(format!("installing with npm, into {}: {what}, at the locked versions", folder.join("node_modules").display()));
    run(place.program("npm").current_dir(folder).args(["ci", "--no-audit", "--no-fund", "--ignore-scripts"]))
}

fn system(lists: &[&[Need]]) -> Result<()> {
    let missing: Vec<&Need> = lists.iter().flat_map(|list| list.iter()).filter(|need| !is_there(need.sign)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let mut packages: Vec<&str> = missing.iter().map(|need| need.package).collect();
    packages.sort_unstable();
    packages.dedup();
    for need in &missing {
        say(format!("missing: {} ({})", need.package, need.why));
    }
    let Some(prefix) = apt() else {
        bail!("install these, under the names your system has for them, and try again: {}", packages.join(" "));
    };
    say(format!("installing with apt: {}", packages.join(" ")));
    let apt_get = |words: &[&str]| {
        let mut line: Vec<&str> = prefix.to_vec();
        line.extend(["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q"]);
        line.extend(words);
        run(Command::new(line[0]).args(&line[1..]))
    };
    apt_get(&["update"])?;
    let mut words = vec!["install", "-y", "--no-install-recommends"];
    words.extend(&packages);
    apt_get(&words)?;
    match missing.iter().find(|need| !is_there(need.sign)) {
        Some(need) => bail!("{} was installed, and still {:?} cannot be found", need.package, need.sign),
        None => Ok(()),
    }
}

/// The words before `apt-get`, if this account may use it without being asked for anything.
fn apt() -> Option<&'static [&'static str]> {
    if !on_path("apt-get") {
        return None;
    }
    if rustix::process::geteuid().is_root() {
        return Some(&[]);
    }
    let may = on_path("sudo") && ask(Command::new("sudo").args(["-n", "true"])).is_ok();
    may.then_some(&["sudo", "-n"] as &[&str])
}

fn is_there(sign: Sign) -> bool {
    match sign {
        Sign::Program(name) => on_path(name),
        Sign::Library(name) => on_path("pkg-config") && ask(Command::new("pkg-config").args(["--exists", name])).is_ok(),
        Sign::PostgresServer => {
            on_path("postgres")
                || env::var_os("PRAESTO_POSTGRES_BIN").is_some()
                || fs::read_dir("/usr/lib/postgresql").is_ok_and(|mut versions| {
                    versions.any(|version| version.is_ok_and(|found| found.path().join("bin/postgres").is_file()))
                })
        }
    }
}
