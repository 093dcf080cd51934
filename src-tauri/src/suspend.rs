//! Shuts the vault before the computer goes to sleep, so that a stolen sleeping laptop holds no open key.
//!
//! Asks systemd-logind for a delay, shuts, and gives the delay back (`org.freedesktop.login1.Manager`, signal `PrepareForSleep`).

use std::thread;

use zbus::{
    blocking::{Connection, Proxy},
    zvariant::OwnedFd,
};

/// Calls `lock` each time the computer is about to sleep. Without logind nothing is watched, and the log says so.
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
    let signals = login.receive_signal("PrepareForSleep")?;
    let mut delay = Some(delay_sleep(&login)?);
    for signal in signals {
        let going_to_sleep: bool = signal.body().deserialize()?;
        if going_to_sleep {
            lock();
            // Closing the descriptor is how logind learns that it need not wait any longer.
            delay = None;
        } else if delay.is_none() {
            delay = Some(delay_sleep(&login)?);
        }
    }
    Ok(())
}

fn delay_sleep(login: &Proxy<'_>) -> zbus::Result<OwnedFd> {
    login.call("Inhibit", &("sleep", "Praesto", "Shuts the vault", "delay"))
}
