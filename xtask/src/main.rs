//! `cargo xtask`: the house's chores. Everything a person or CI has to do to a clone is a command here, and needs nothing installed first.

mod audit;
mod bench;
mod check_packs;
mod counts;
mod front_end;
mod fuzz;
mod office;
mod place;
mod prerequisites;
mod run;
mod screens;
mod shell;
mod test;
mod third_party;

use std::process::ExitCode;

use anyhow::Result;
use clap::{Parser, Subcommand};

use crate::place::Place;

/// Chores of the Praesto house.
#[derive(Debug, Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Arguments {
    #[command(subcommand)]
    chore: Chore,
}

#[derive(Debug, Subcommand)]
enum Chore {
    /// Installs what is missing, builds, and opens Praesto on a sample office with a server on this computer
    Run(run::Options),
    /// Installs what is missing and runs every check; the last line says how many passed and failed
    Test(test::Options),
    /// Builds the front end into ui/dist
    Ui(front_end::Options),
    /// Draws the screens and dialogs of the real window into docs/screens
    Screens,
    /// Says what is wrong with packs of case types
    CheckPacks(check_packs::Options),
    /// Feeds any bytes to everything that reads bytes from outside; needs a nightly compiler
    Fuzz(fuzz::Options),
    /// Measures speed against the budgets and writes docs/bench.md
    Bench(bench::Options),
    /// Checks licences, sources and bans of all dependencies with cargo-deny
    Audit,
    /// Writes THIRD-PARTY, the list of what Praesto is built from
    ThirdParty {
        /// Only say whether the list is current
        #[arg(long)]
        check: bool,
    },
}

fn main() -> ExitCode {
    match start(Arguments::parse()) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("cargo xtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn start(arguments: Arguments) -> Result<ExitCode> {
    let place = Place::find()?;
    match arguments.chore {
        Chore::Run(options) => run::run(&place, &options)?,
        Chore::Test(options) => return test::test(&place, &options),
        Chore::Ui(options) => {
            prerequisites::for_front_end(&place)?;
            front_end::build(&place, &options)?;
        }
        Chore::Screens => screens::draw(&place)?,
        Chore::CheckPacks(options) => check_packs::check(&place, &options)?,
        Chore::Fuzz(options) => fuzz::fuzz(&place, &options)?,
        Chore::Bench(options) => bench::bench(&place, &options)?,
        Chore::Audit => audit::audit(&place)?,
        Chore::ThirdParty { check: false } => third_party::write(&place)?,
        Chore::ThirdParty { check: true } => third_party::check(&place)?,
    }
    Ok(ExitCode::SUCCESS)
}
