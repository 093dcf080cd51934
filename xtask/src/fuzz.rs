//! The fuzzer: any bytes into everything that reads bytes from outside. Apart from `test`, since it needs a nightly compiler; what it once
//! found is replayed by `test` on the stable one.

use std::{fs, process::Command};

use anyhow::{Context, Result, bail};
use directories::BaseDirs;

use crate::{
    place::Place,
    shell::{ask, run, say},
};

/// What to fuzz, and for how long.
#[derive(Clone, Debug, clap::Args)]
pub(crate) struct Options {
    /// Seconds for each target
    #[arg(long, default_value_t = 60, value_parser = clap::value_parser!(u32).range(1..))]
    seconds: u32,
    /// One target of fuzz/fuzz_targets; all of them if none is named
    target: Option<String>,
}

/// Runs each target until its time is over or it finds something.
pub(crate) fn fuzz(place: &Place, options: &Options) -> Result<()> {
    let all = targets(place)?;
    let chosen = match &options.target {
        Some(name) if all.contains(name) => vec![name.clone()],
        Some(name) => bail!("there is no target {name}; there are {}", all.join(", ")),
        None => all,
    };
    if ask(Command::new("cargo").args(["+nightly", "--version"])).is_err() {
        bail!("fuzzing needs a nightly compiler, and this computer has none: rustup toolchain install nightly --profile minimal");
    }
    if ask(Command::new("cargo").args(["+nightly", "fuzz", "--version"])).is_err() {
        say("installing with cargo: cargo-fuzz (builds and runs the fuzzer)");
        run(place.cargo().args(["install", "--locked", "cargo-fuzz"]))?;
    }
    let mut broken = Vec::new();
    for name in &chosen {
        say(format!("{name}: {} seconds of any bytes", options.seconds));
        if let Err(error) = run(&mut one(place, name, options.seconds)?) {
            say(format!("{error:#}"));
            broken.push(name.as_str());
        }
    }
    if broken.is_empty() {
        say(format!("nothing was found by {}", chosen.join(", ")));
        return Ok(());
    }
    bail!("found something: {}; the input stands above, and belongs into fuzz/corpus once it is mended", broken.join(", "))
}

/// Names of the targets, in order.
fn targets(place: &Place) -> Result<Vec<String>> {
    let folder = place.root.join("fuzz/fuzz_targets");
    let files = fs::read_dir(&folder).with_context(|| format!("{} cannot be read", folder.display()))?;
    let mut names = Vec::new();
    for file in files {
        names.extend(file?.path().file_stem().map(|name| name.to_string_lossy().into_owned()));
    }
    names.sort_unstable();
    Ok(names)
}

/// The fuzzer on one target. What it finds on its way is kept outside the clone, whose seeds it only reads.
fn one(place: &Place, name: &str, seconds: u32) -> Result<Command> {
    // Another compiler with other flags: in the folder of everything else it would only be in the way.
    let built = BaseDirs::new().context("this account has no home folder")?.home_dir().join(".cache/praesto/fuzz");
    let (learnt, found) = (built.join("corpus").join(name), built.join("found").join(name));
    for folder in [&learnt, &found] {
        fs::create_dir_all(folder).with_context(|| format!("{} could not be made", folder.display()))?;
    }
    // Not the cargo that runs this, which is the stable one, but the one that knows the others.
    let mut command = place.program("cargo");
    command.args(["+nightly", "fuzz", "run", "--fuzz-dir", "fuzz", "--target-dir"]).arg(&built).arg(name).arg(learnt);
    command.arg(place.root.join("fuzz/corpus").join(name)).arg("--").arg(format!("-max_total_time={seconds}"));
    // Five seconds for one input are a finding too.
    command.args(["-timeout=5", "-print_final_stats=1"]).arg(format!("-artifact_prefix={}/", found.display()));
    Ok(command)
}
