//! `cargo xtask run`: Praesto as a person meets it, with a server on this computer and made-up colleagues.

use std::{
    env,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    thread,
    time::Duration,
};

use anyhow::{Context, Result, bail};
use signal_hook::{
    consts::{SIGHUP, SIGINT, SIGTERM},
    flag,
};

use crate::{
    front_end,
    office::Office,
    place::Place,
    prerequisites,
    shell::{Beside, run as run_to_end, say},
};

/// Whose window to open.
#[derive(Clone, Debug, clap::Args)]
pub(crate) struct Options {
    /// Whose computer this is; each name has a profile of its own, and a new name joins the office
    #[arg(long, value_name = "NAME", default_value = "Elira Tomani")]
    person: String,
    /// A computer that starts at the welcome screen, with nothing on it yet; each name has one of its own, and finds it again as it was left
    #[arg(long)]
    empty: bool,
    /// Starts no server: this computer has no network
    #[arg(long)]
    offline: bool,
    /// Forgets the sample office, what the server holds and every computer first, those of offices of your own (`--empty`) too
    #[arg(long)]
    reset: bool,
    /// Builds as it is shipped: slower to build, faster to use
    #[arg(long)]
    release: bool,
}

/// Builds, starts the server, makes the office and the person where they are missing, opens the window, and ends what it started.
pub(crate) fn run(place: &Place, options: &Options) -> Result<()> {
    prerequisites::for_building(place)?;
    if env::var_os("DISPLAY").is_none() && env::var_os("WAYLAND_DISPLAY").is_none() {
        bail!("there is no screen here: neither DISPLAY nor WAYLAND_DISPLAY is set. `cargo xtask screens` draws without one");
    }
    front_end::build(place, &front_end::Options { release: options.release })?;
    say("building the window, the server and the terminal program");
    let mut build = place.cargo();
    build.args(["build", "--workspace", "--exclude", "praesto-ui", "--bins"]);
    if options.release {
        build.arg("--release");
    }
    run_to_end(&mut build)?;

    let office = Office::at_home(place, options.release)?;
    if options.reset {
        office.forget()?;
    }
    let asked_to_end = Arc::new(AtomicBool::new(false));
    for signal in [SIGINT, SIGTERM, SIGHUP] {
        flag::register(signal, Arc::clone(&asked_to_end)).context("signals cannot be watched")?;
    }
    let _server = if options.offline { None } else { Some(office.serve()?) };
    let profile = if options.empty {
        let profile = office.profile(&format!("own {}", options.person));
        if profile.exists() {
            say(format!("opening the own computer of {} again; the server for its office is at {}", options.person, office.address()?));
        } else {
            say(format!("opening an empty Praesto for {}; a server for a new office is at {}", options.person, office.address()?));
        }
        profile
    } else {
        if options.offline && !office.has(&options.person) {
            bail!("{} is not in the office yet, and joins only with a network: run once without --offline", options.person);
        }
        if !options.offline {
            office.make(place)?;
        }
        let profile = office.person(&options.person)?;
        say(format!("opening the computer of {}; its passphrase is: {}", options.person, office.passphrase()));
        profile
    };
    let mut window = place.program(place.built(options.release, "praesto-desktop"));
    let mut window = Beside::start("the window", window.arg("--profile").arg(profile))?;
    while window.child.try_wait()?.is_none() && !asked_to_end.load(Ordering::SeqCst) {
        thread::sleep(Duration::from_millis(100));
    }
    say("the window is closed; ending what was started");
    Ok(())
}
