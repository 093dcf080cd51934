//! The bench: builds it without debug checks and lets it write `docs/bench.md`.

use anyhow::{Context, Result};
use clap::Args;

use crate::{
    front_end,
    place::Place,
    prerequisites,
    shell::{run, say},
};

/// How to measure.
#[derive(Args, Debug)]
pub(crate) struct Options {
    /// Cases in the vault
    #[arg(long, default_value_t = 100_000, value_parser = clap::value_parser!(u64).range(1_000..))]
    cases: u64,
    /// Measures the window as it is built for development: to build it optimised takes long
    #[arg(long)]
    development_window: bool,
}

/// Measures on the disk that holds the build folder: a folder in memory would make every durable save look free.
pub(crate) fn bench(place: &Place, options: &Options) -> Result<()> {
    prerequisites::for_measuring(place)?;
    front_end::build(place, &front_end::Options { release: !options.development_window })?;
    say("building the bench and the window");
    run(place.cargo().args(["build", "--profile", "bench-run", "--package", "praesto-tests", "--bin", "bench"]))?;
    let (window, programs): (&[&str], _) = match options.development_window {
        true => (&["--workspace", "--exclude", "praesto-ui"], "debug"),
        // The bench drives it, which a window as it is handed out forbids.
        false => (&["--profile", "bench-run", "--package", "praesto-desktop", "--features", "automation"], "bench-run"),
    };
    run(place.cargo().arg("build").args(window).args(["--bin", "praesto-desktop"]))?;
    let folder = place.target.join("bench-vaults");
    std::fs::create_dir_all(&folder).with_context(|| format!("could not make {}", folder.display()))?;
    say(format!("measuring with {} cases; this takes minutes, and other programs slow it down", options.cases));
    run(place
        .program(place.target.join("bench-run/bench"))
        .args(["--cases", &options.cases.to_string(), "--folder"])
        .arg(&folder)
        .arg("--programs")
        .arg(place.target.join(programs))
        .arg("--out")
        .arg(place.root.join("docs/bench.md")))
}
