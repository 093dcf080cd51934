//! Every check of the house, one after the other, each counted; the last line is the sum.

use std::{
    fs,
    os::unix::fs::PermissionsExt,
    path::Path,
    process::{Command, ExitCode},
};

use anyhow::{Context, Result};

use crate::{
    counts::Counts,
    front_end,
    place::Place,
    prerequisites,
    shell::{ask, overhear, say, spelled},
    third_party,
};

/// How much to test.
#[derive(Clone, Debug, Default, clap::Args)]
pub(crate) struct Options {
    /// The large numbers: 200 kills, 10,000 operations, many seeds
    #[arg(long)]
    full: bool,
}

/// Everything but the front end, which is wasm: always the same selection, since another one would give dependencies other features and build them
/// anew.
pub(crate) const NATIVE: &[&str] = &["--workspace", "--exclude", "praesto-ui", "--all-targets"];

/// Runs every check. The answer is a failure if any of them failed.
pub(crate) fn test(place: &Place, options: &Options) -> Result<ExitCode> {
    let counts = match prerequisites::for_testing(place) {
        Ok(()) => checks(place, options)?,
        Err(error) => {
            eprintln!("cargo xtask: {error:#}");
            Counts::of_one(false)
        }
    };
    println!("{} passed, {} failed", counts.passed, counts.failed);
    Ok(if counts.failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn checks(place: &Place, options: &Options) -> Result<Counts> {
    let mut report = Report::default();
    report.command("the code is formatted", place.cargo().args(["fmt", "--all", "--", "--check"]))?;
    report.result("THIRD-PARTY is current", third_party::check(place));
    report.result("the front end is built", front_end::build(place, &front_end::Options::default()));
    report.command("clippy has nothing to say", place.cargo().arg("clippy").args(NATIVE).args(["--", "-D", "warnings"]))?;
    let mut clippy = place.cargo();
    clippy.args(["clippy", "--package", "praesto-ui", "--target", "wasm32-unknown-unknown", "--target-dir"]).arg(place.front_end_target());
    report.command("clippy has nothing to say about the front end", clippy.args(["--", "-D", "warnings"]))?;
    let mut build = place.cargo();
    build.arg("build").args(NATIVE);
    report.command("the programs are built", &mut build)?;
    tests(place, options, &mut report)?;
    report.sum();
    Ok(report.counts)
}

fn tests(place: &Place, options: &Options, report: &mut Report) -> Result<()> {
    let full = |mut command: Command| {
        // Properties are tried on the same draws everywhere; another seed can be given from outside.
        if std::env::var_os("PROPTEST_RNG_SEED").is_none() {
            command.env("PROPTEST_RNG_SEED", "20261102");
        }
        if options.full {
            command.env("PRAESTO_TEST_FULL", "1");
        }
        command
    };
    if ask(place.cargo().args(["nextest", "--version"])).is_ok() {
        let mut command = full(in_a_session(place)?);
        report.tests("tests", command.args(["cargo", "nextest", "run", "--no-fail-fast"]).args(NATIVE))?;
        report.tests(
            "examples in the documentation",
            full(place.cargo()).args(["test", "--workspace", "--exclude", "praesto-ui", "--doc", "--no-fail-fast"]),
        )
    } else {
        report.tests("tests", full(in_a_session(place)?).args(["cargo", "test", "--no-fail-fast"]).args(NATIVE))
    }
}

/// Runs what is added to it beside a keyring, which is unlocked by what it reads from its standard input and ends with it.
const IN_A_KEYRING: &str = r#"
    printf praesto | gnome-keyring-daemon --foreground --unlock --components=secrets >/dev/null 2>&1 &
    keyring=$!
    trap 'kill $keyring' EXIT
    for _ in $(seq 100); do
        dbus-send --print-reply --dest=org.freedesktop.DBus / org.freedesktop.DBus.NameHasOwner \
            string:org.freedesktop.secrets 2>/dev/null | grep -q true && break
        sleep 0.1
    done
    "$@"
"#;

/// A command that starts what is added to it with a session bus and an open, empty keyring of its own. Nothing of the person who runs the
/// tests is read or written.
pub(crate) fn in_a_session(place: &Place) -> Result<Command> {
    let home = place.target.join("test-home");
    if home.exists() {
        fs::remove_dir_all(&home).with_context(|| format!("{} could not be emptied", home.display()))?;
    }
    let mut command = place.cargo_session();
    for (variable, folder) in
        [("XDG_DATA_HOME", "data"), ("XDG_CONFIG_HOME", "config"), ("XDG_CACHE_HOME", "cache"), ("XDG_RUNTIME_DIR", "run")]
    {
        command.env(variable, private_folder(&home.join(folder))?);
    }
    command.args(["--", "sh", "-c", IN_A_KEYRING, "sh"]);
    Ok(command)
}

fn private_folder(folder: &Path) -> Result<&Path> {
    fs::create_dir_all(folder)?;
    fs::set_permissions(folder, fs::Permissions::from_mode(0o700))?;
    Ok(folder)
}

/// What was checked so far.
#[derive(Debug, Default)]
struct Report {
    counts: Counts,
    failed: Vec<String>,
}

impl Report {
    fn add(&mut self, name: &str, counts: Counts) {
        self.counts += counts;
        if counts.failed > 0 {
            self.failed.push(format!("{name} ({} failed)", counts.failed));
        }
    }

    fn result(&mut self, name: &str, result: Result<()>) {
        if let Err(error) = &result {
            eprintln!("cargo xtask: {error:#}");
        }
        self.add(name, Counts::of_one(result.is_ok()));
    }

    /// A check that passes if the command does.
    fn command(&mut self, name: &str, command: &mut Command) -> Result<()> {
        say(format!("{name}: {}", spelled(command)));
        let (passed, _) = overhear(command)?;
        self.add(name, Counts::of_one(passed));
        Ok(())
    }

    /// A test runner, whose tests are counted one by one.
    fn tests(&mut self, name: &str, command: &mut Command) -> Result<()> {
        say(format!("{name}: {}", spelled(command)));
        let (succeeded, output) = overhear(command)?;
        self.add(name, Counts::of_run(succeeded, &output));
        Ok(())
    }

    fn sum(&self) {
        for name in &self.failed {
            say(format!("failed: {name}"));
        }
    }
}
