//! Shuts the vault before the computer goes to sleep, so that a stolen sleeping laptop holds no open key, and before it is shut down, so that nothing that
//! was saved in another program goes with the memory that it lies in.
//!
//! Asks systemd-logind for a delay, shuts, and gives the delay back (`org.freedesktop.login1.Manager`, signals `PrepareForSleep` and
//! `PrepareForShutdown`).

use std::thread;

use zbus::{
    blocking::{Connection, Proxy},
    zvariant::OwnedFd,
};

/// What is announced, with `true` before it happens and with `false` once it is over or was called off.
const ANNOUNCED: [&str; 2] = ["PrepareForSleep", "PrepareForShutdown"];

/// Calls `lock` each time the computer is about to sleep or to be shut down. Without logind nothing is watched, and the log says so.
pub(crate) fn watch(lock: impl Fn() + Send + 'static) {
    let spawned = thread::Builder::new().name("suspend".to_owned()).spawn(move || {
        if let Err(error) = listen(&lock) {
            tracing::info!(%error, "sleep is not announced on this computer; the vault shuts by time only");
        }
    });
    if let Err(error) = spawned {
        tracing::warn!(%error, "sleep cannot be watched");
    }
}

fn listen(lock: &impl Fn()) -> zbus::Result<()> {
    let connection = Connection::system()?;
    let login = Proxy::new(&connection, "org.freedesktop.login1", "/org/freedesktop/login1", "org.freedesktop.login1.Manager")?;
    let signals = login.receive_all_signals()?;
    let mut held = Some(delay(&login)?);
    for signal in signals {
        if !signal.header().member().is_some_and(|member| ANNOUNCED.contains(&member.as_str())) {
            continue;
        }
        let begins: bool = signal.body().deserialize()?;
        if begins {
            lock();
            // Closing the descriptor is how logind learns that it need not wait any longer.
            held = None;
        } else if held.is_none() {
            held = Some(delay(&login)?);
        }
    }
    Ok(())
}

fn delay(login: &Proxy<'_>) -> zbus::Result<OwnedFd> {
    login.call("Inhibit", &("sleep:shutdown", "Praesto", "Shuts the vault", "delay"))
}
