//! Listening, and stopping in order.

use std::net::{SocketAddr, TcpListener};
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use axum_server::Handle;
use axum_server::tls_rustls::RustlsConfig;
use hyper_util::rt::TokioTimer;
use rustls::ServerConfig;
use tokio::sync::watch;

use super::idle::Impatient;
use super::{App, health, router};
use crate::config::Limits;
use crate::offices::Offices;

/// How long running requests have when the server is asked to stop.
const GRACE: Duration = Duration::from_secs(10);
/// Longest head of a request in bytes, or twice as much where it comes in large pieces. The longest one that is needed names 1,000 documents.
const HEAD_BYTES: usize = 64 << 10;
const UPKEEP: Duration = Duration::from_secs(5);
/// How often uploads that nobody goes on with are looked for.
const SWEEP: Duration = Duration::from_secs(3_600);

/// A server that listens.
#[derive(Debug)]
pub struct Serving {
    address: SocketAddr,
    handle: Handle<SocketAddr>,
    stopping: watch::Sender<bool>,
    task: tokio::task::JoinHandle<std::io::Result<()>>,
}

/// Serves offices on a socket, over TLS where a configuration is given. HTTP/1.1 only: there one peer that takes nothing is one connection
/// that can be closed.
pub fn serve(offices: Arc<Offices>, limits: &Limits, listener: TcpListener, tls: Option<ServerConfig>) -> std::io::Result<Serving> {
    listener.set_nonblocking(true)?;
    let address = listener.local_addr()?;
    let idle = limits.idle;
    let (stopping, stops) = watch::channel(false);
    let handle = Handle::new();
    tokio::spawn(sweep(offices.clone(), stops.clone()));
    let service = router(App::new(offices, limits, stops)).into_make_service_with_connect_info::<SocketAddr>();
    // From the first request on, not from the first look at the counts.
    if let Some(recorder) = health::recorder() {
        tokio::spawn(async move {
            loop {
                tokio::time::sleep(UPKEEP).await;
                recorder.run_upkeep();
            }
        });
    }
    let task = match tls {
        None => {
            let mut server = axum_server::from_tcp(listener)?.acceptor(Impatient(idle)).handle(handle.clone()).http1_only();
            server.http_builder().http1().timer(TokioTimer::new()).header_read_timeout(idle).max_buf_size(HEAD_BYTES);
            tokio::spawn(server.serve(service))
        }
        Some(config) => {
            let server = axum_server::from_tcp_rustls(listener, RustlsConfig::from_config(Arc::new(config)))?;
            let mut server = server.map(|tls| tls.acceptor(Impatient(idle))).handle(handle.clone()).http1_only();
            server.http_builder().http1().timer(TokioTimer::new()).header_read_timeout(idle).max_buf_size(HEAD_BYTES);
            tokio::spawn(server.serve(service))
        }
    };
    Ok(Serving { address, handle, stopping, task })
}

/// Looks for forgotten uploads now and then, until the server stops.
async fn sweep(offices: Arc<Offices>, mut stopping: watch::Receiver<bool>) {
    let mut often = tokio::time::interval(SWEEP);
    loop {
        tokio::select! {
            _ = often.tick() => {}
            _ = stopping.changed() => return,
        }
        let offices = offices.clone();
        match tokio::task::spawn_blocking(move || offices.sweep_attachments(SystemTime::now())).await {
            Ok(Ok(0)) => {}
            Ok(Ok(swept)) => tracing::info!(swept, "uploads that nobody went on with were removed"),
            outcome => tracing::warn!(?outcome, "forgotten uploads could not be removed"),
        }
    }
}

impl Serving {
    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Takes no new connections, ends event streams, lets running requests finish within ten seconds.
    pub async fn stop(self) -> std::io::Result<()> {
        // No receiver left means that nothing has to hear it.
        let _ = self.stopping.send(true);
        self.handle.graceful_shutdown(Some(GRACE));
        self.task.await.map_err(std::io::Error::other)?
    }
}
