//! What goes on by itself: synchronising when something waits or the server has news, locking when nobody is at work, sealing what other programs
//! have saved.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex, Weak};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use praesto_protocol::api::ServerEvent;

use crate::error::AppError;
use crate::host::Host;
use crate::office::Office;
use crate::praesto::Core;
use crate::sync::RemoteError;

/// How long an edit waits for company before it is sent.
const GATHER: Duration = Duration::from_millis(300);
/// How long one wait for news lasts, while the server is reached.
const LISTEN: Duration = Duration::from_secs(25);
/// First and longest pause while it is not.
const PAUSE: (Duration, Duration) = (Duration::from_secs(2), Duration::from_secs(60));
/// How often idle time is looked at.
const TICK: Duration = Duration::from_secs(1);

/// Rung when something waits to be sent or the vault opened or shut.
#[derive(Clone, Debug, Default)]
pub(crate) struct Wake(Arc<(Mutex<bool>, Condvar)>);

impl Wake {
    pub(crate) fn ring(&self) {
        if let Ok(mut rung) = self.0.0.lock() {
            *rung = true;
        }
        self.0.1.notify_all();
    }

    /// Waits until rung, at most `limit`. Says whether it was.
    fn wait(&self, limit: Duration) -> bool {
        let Ok(rung) = self.0.0.lock() else { return false };
        let Ok((mut rung, _)) = self.0.1.wait_timeout_while(rung, limit, |rung| !*rung) else { return false };
        std::mem::take(&mut *rung)
    }
}

/// What one thread does until it is told to stop.
type Job<H> = fn(&Weak<Core<H>>, &AtomicBool);

/// The threads that work by themselves; they end when this is dropped.
pub(crate) struct Background {
    stop: Arc<AtomicBool>,
    wake: Wake,
    threads: Vec<JoinHandle<()>>,
}

impl Background {
    pub(crate) fn start<H: Host>(core: &Arc<Core<H>>) -> Self {
        let stop = Arc::new(AtomicBool::new(false));
        let jobs: [(&str, Job<H>); 4] =
            [("sync", synchronise), ("listen", listen), ("idle", lock_when_idle), ("elsewhere", look_elsewhere)];
        let threads = jobs
            .into_iter()
            .filter_map(|(name, job)| {
                let (core, stop) = (Arc::downgrade(core), stop.clone());
                std::thread::Builder::new().name(format!("praesto-{name}")).spawn(move || job(&core, &stop)).ok()
            })
            .collect();
        Self { stop, wake: core.wake.clone(), threads }
    }
}

impl Drop for Background {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::Relaxed);
        self.wake.ring();
        // The listener may sit in a read that ends by itself; waiting for it would hold up closing the window.
        for thread in self.threads.drain(..).filter(|thread| thread.thread().name() != Some("praesto-listen")) {
            if thread.join().is_err() {
                tracing::error!("background work panicked");
            }
        }
    }
}

fn synchronise<H: Host>(core: &Weak<Core<H>>, stop: &AtomicBool) {
    let mut pause = PAUSE.0;
    while !stop.load(Ordering::Relaxed) {
        let Some(held) = core.upgrade() else { return };
        let wake = held.wake.clone();
        let outcome = held.office().map(|office| office.sync());
        drop(held);
        let limit = match outcome {
            Ok(Ok(())) => {
                pause = PAUSE.0;
                PAUSE.1
            }
            Ok(Err(error)) => {
                tracing::debug!(%error, "a sync run ended early");
                pause = (pause * 2).min(PAUSE.1);
                pause
            }
            Err(_) => PAUSE.1,
        };
        if wake.wait(limit) && !stop.load(Ordering::Relaxed) {
            std::thread::sleep(GATHER);
        }
    }
}

/// Hears from the server that something is new, and wakes the sync.
fn listen<H: Host>(core: &Weak<Core<H>>, stop: &AtomicBool) {
    while !stop.load(Ordering::Relaxed) {
        let Some(held) = core.upgrade() else { return };
        let reached = held.office().and_then(|office| {
            let server = office.server_address()?.ok_or(AppError::Remote(RemoteError::Offline))?;
            Ok((held.host.connect(&server, office.caller())?, Arc::downgrade(&office)))
        });
        let wake = held.wake.clone();
        drop(held);
        let began = Instant::now();
        let heard = reached.and_then(|(remote, office)| {
            let is_news = |event: &ServerEvent| office.upgrade().is_some_and(|office| office.is_news(event));
            Ok(remote.wait(LISTEN, &is_news)?)
        });
        match heard {
            Ok(Some(_)) => {
                wake.ring();
                // Until the sync has caught up the same news would be heard again.
                sleep_unless(stop, PAUSE.0);
            }
            Ok(None) if began.elapsed() >= LISTEN => {}
            // Ended before its time: whoever ends it at once would be asked again and again.
            Ok(None) | Err(_) => sleep_unless(stop, PAUSE.0),
        }
    }
}

fn lock_when_idle<H: Host>(core: &Weak<Core<H>>, stop: &AtomicBool) {
    while !stop.load(Ordering::Relaxed) {
        sleep_unless(stop, TICK);
        let Some(held) = core.upgrade() else { return };
        if held.office().is_err() {
            continue;
        }
        let minutes = held.settings().map_or(0, |settings| settings.lock_minutes);
        if minutes > 0 && held.idle_ms() > i64::from(minutes) * 60_000 {
            held.lock();
        }
    }
}

/// Seals what other programs have saved. That a copy is out is nobody at work: it keeps no vault open.
fn look_elsewhere<H: Host>(core: &Weak<Core<H>>, stop: &AtomicBool) {
    while !stop.load(Ordering::Relaxed) {
        sleep_unless(stop, TICK);
        let Some(held) = core.upgrade() else { return };
        if let Ok(office) = held.office() {
            held.look_elsewhere(&office);
        }
    }
}

fn sleep_unless(stop: &AtomicBool, limit: Duration) {
    let step = Duration::from_millis(100);
    let mut slept = Duration::ZERO;
    while slept < limit && !stop.load(Ordering::Relaxed) {
        std::thread::sleep(step);
        slept += step;
    }
}

impl<H: Host> Office<H> {
    /// Whether the server has something that is not here.
    fn is_news(&self, event: &ServerEvent) -> bool {
        match event {
            ServerEvent::Space { space, seq } => self.vault.read(|view| view.cursor(*space)).is_ok_and(|(held, _)| *seq > held),
            ServerEvent::Register { length } => self.register_if_any().is_none_or(|register| *length > register.length()),
            ServerEvent::Join => true,
        }
    }
}
