//! A computer that goes to sleep: the vault is shut before it does. systemd-logind is played by the test, on a bus of its own.

use std::{
    io::Read,
    os::fd::OwnedFd,
    sync::mpsc::{Receiver, Sender, channel},
    time::Duration,
};

use praesto_tests::{Bus, Stage};
use zbus::{blocking::connection, interface, zvariant};

use crate::people::{makes_a_case, makes_an_office_in};

const PATIENCE: Duration = Duration::from_secs(30);
const PATH: &str = "/org/freedesktop/login1";

/// logind, as far as delaying sleep goes. Each delay is a pipe: its reader learns when the other side lets go.
struct Login {
    delays: Sender<OwnedFd>,
}

#[interface(name = "org.freedesktop.login1.Manager")]
impl Login {
    fn inhibit(&self, what: &str, _who: &str, _why: &str, mode: &str) -> zbus::fdo::Result<zvariant::OwnedFd> {
        if (what, mode) != ("sleep:shutdown", "delay") {
            return Err(zbus::fdo::Error::InvalidArgs(format!("{what} {mode}")));
        }
        let (reader, writer) = std::io::pipe().map_err(|error| zbus::fdo::Error::IOError(error.to_string()))?;
        self.delays.send(reader.into()).map_err(|error| zbus::fdo::Error::Failed(error.to_string()))?;
        Ok(OwnedFd::from(writer).into())
    }
}

#[test]
fn sleep_is_delayed_until_the_vault_is_shut() {
    let bus = Bus::start();
    let (delays, taken): (Sender<OwnedFd>, Receiver<OwnedFd>) = channel();
    let login = bus
        .connection()
        .name("org.freedesktop.login1")
        .and_then(|builder| builder.serve_at(PATH, Login { delays }))
        .and_then(connection::Builder::build)
        .expect("logind can be played");
    let stage = Stage::set("sleep");
    let window = makes_an_office_in(&stage, "Elira", &[("DBUS_SYSTEM_BUS_ADDRESS", bus.address())]);
    makes_a_case(&window, "Oak at Mill Lane");
    let delay = taken.recv_timeout(PATIENCE).expect("Praesto asks for a delay before anything happens");

    let sleeps = |going: bool| {
        let said = login.emit_signal(None::<&str>, PATH, "org.freedesktop.login1.Manager", "PrepareForSleep", &going);
        said.expect("sleep can be announced");
    };
    sleeps(true);
    // Blocks until the other end is closed: that is how logind learns that it need not wait.
    std::fs::File::from(delay).read_to_end(&mut Vec::new()).expect("the delay is given back");
    window.find("#unlock-passphrase");
    assert!(!window.page().contains("Mill Lane"), "a sleeping computer holds nothing of the office in its window");

    sleeps(false);
    let delay = taken.recv_timeout(PATIENCE).expect("after waking up, the next sleep is delayed again");

    let said = login.emit_signal(None::<&str>, PATH, "org.freedesktop.login1.Manager", "PrepareForShutdown", &true);
    said.expect("the end can be announced");
    std::fs::File::from(delay).read_to_end(&mut Vec::new()).expect("so is the end of the computer, until all is sealed");
}
