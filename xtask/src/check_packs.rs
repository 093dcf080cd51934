//! Reads packs of case types as Praesto does, and says everything that is wrong with them.

use std::path::PathBuf;

use anyhow::{Result, bail};

use crate::{
    front_end,
    place::Place,
    prerequisites,
    shell::{run, say},
    test::NATIVE,
};

/// Which packs to read.
#[derive(Debug, clap::Args)]
pub(crate) struct Options {
    /// Folder that holds the packs, each in a folder of its own, and `calendars` beside them; those of Praesto where none is named
    folder: Option<PathBuf>,
}

/// Fails if anything is wrong with any of them.
pub(crate) fn check(place: &Place, options: &Options) -> Result<()> {
    prerequisites::for_testing(place)?;
    // The window is part of what is built, and takes the front end in.
    front_end::build(place, &front_end::Options::default())?;
    say("building the programs");
    // As the tests build them, so that neither builds anew what the other has.
    run(place.cargo().arg("build").args(NATIVE))?;
    let folder = match &options.folder {
        // From where the chore was called.
        Some(folder) => std::path::absolute(folder)?,
        None => place.root.join("case-types"),
    };
    say(format!("reading the packs in {}", folder.display()));
    if !place.program(place.built(false, "check_packs")).arg(&folder).status()?.success() {
        bail!("not every pack is sound");
    }
    Ok(())
}
