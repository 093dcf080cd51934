//! Licences, sources and bans of everything that Praesto is built from. Apart from `test`, since it installs a tool.

use anyhow::Result;

use crate::{
    place::Place,
    shell::{ask, run, say},
};

/// Runs cargo-deny; advisories too where their database can be reached.
pub(crate) fn audit(place: &Place) -> Result<()> {
    if ask(place.cargo().args(["deny", "--version"])).is_err() {
        say("installing with cargo: cargo-deny (checks licences, sources and bans)");
        run(place.cargo().args(["install", "--locked", "cargo-deny"]))?;
    }
    run(place.cargo().args(["deny", "check", "bans", "licenses", "sources"]))?;
    if let Err(error) = ask(place.cargo().args(["deny", "fetch", "db"])) {
        say(format!("advisories were not checked, their database cannot be reached: {error}"));
        return Ok(());
    }
    run(place.cargo().args(["deny", "check", "--disable-fetch", "advisories"]))
}
