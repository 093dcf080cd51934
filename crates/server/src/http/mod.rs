//! HTTP: turns requests into calls of [`Offices`] and answers into JSON, frames or problem details. One file per resource; no rules here.

mod attachments;
mod entry;
mod envelopes;
mod events;
mod health;
mod held;
mod holding;
mod idle;
mod joins;
mod login;
mod openapi;
mod problem;
mod rate;
mod records;
mod register;
mod schema;
mod serve;
mod spaces;
mod transfers;

use std::sync::Arc;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware;
use axum::routing::{get, post};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use praesto_protocol::api::{MAX_PAGE_BYTES, Problem};
use tokio::sync::{Semaphore, watch};

use crate::offices::Offices;
use crate::refusal::Refusal;

pub use openapi::document as openapi_document;
pub use serve::{Serving, serve};

/// Base64 and names around sealed keys take more room than the page they belong to.
const MAX_JSON_BYTES: usize = 2 * MAX_PAGE_BYTES;
/// Longest body of somebody who has not logged in: some ids, keys and signatures.
const MAX_STRANGER_BYTES: usize = 16 << 10;
/// Threads that work on the files of attachments at once. There are several hundred; the others are for everything else.
const DISK_THREADS: usize = 32;
/// Event streams of one device: it needs one, and those of connections that broke unnoticed are still counted for a while.
const LISTENERS: usize = 32;

/// What every handler has at hand.
#[derive(Clone, Debug)]
pub struct App {
    offices: Arc<Offices>,
    rate: Arc<rate::Rate>,
    transfers: transfers::Transfers,
    listeners: transfers::Transfers,
    /// Bytes of answers and bodies in memory.
    held: transfers::Transfers,
    ready: Arc<health::Readiness>,
    disk: Arc<Semaphore>,
    /// Time within which a peer has to send the next piece of a body.
    idle: Duration,
    /// Turns true when the server is asked to stop: streams end then.
    stopping: watch::Receiver<bool>,
}

impl App {
    /// An application over offices; `stopping` ends its event streams.
    pub fn new(offices: Arc<Offices>, limits: &crate::Limits, stopping: watch::Receiver<bool>) -> Self {
        Self {
            offices,
            rate: Arc::new(rate::Rate::new(limits)),
            transfers: transfers::Transfers::new(limits.transfers, limits.transfers_per_device),
            listeners: transfers::Transfers::new(usize::MAX, LISTENERS),
            held: transfers::Transfers::new(limits.held_bytes, limits.held_bytes_per_device),
            ready: Arc::default(),
            disk: Arc::new(Semaphore::new(DISK_THREADS)),
            idle: limits.idle,
            stopping,
        }
    }

    /// Runs blocking work beside the event loop.
    async fn ask<T: Send + 'static>(&self, work: impl FnOnce(&Offices) -> Result<T, Refusal> + Send + 'static) -> Result<T, Refusal> {
        let offices = self.offices.clone();
        match tokio::task::spawn_blocking(move || work(&offices)).await {
            Ok(answer) => answer,
            Err(error) => {
                tracing::error!(%error, "a request ended without an answer");
                Err(Problem::Unavailable.into())
            }
        }
    }

    /// The same for work on the files of attachments, of which only so much runs at once. Nothing in it may wait for a peer.
    async fn on_disk<T: Send + 'static>(&self, work: impl FnOnce(&Offices) -> Result<T, Refusal> + Send + 'static) -> Result<T, Refusal> {
        let turn = self.disk.clone().acquire_owned().await.map_err(|_| Refusal::from(Problem::Unavailable))?;
        self.ask(move |offices| {
            // Given back by the thread, which goes on also when nobody waits for it any longer.
            let _turn = turn;
            work(offices)
        })
        .await
    }
}

/// All routes.
pub fn router(app: App) -> Router {
    let strangers = DefaultBodyLimit::max(MAX_STRANGER_BYTES);
    let quick = Router::new()
        .route("/v1/server", get(health::server))
        .route("/v1/login/challenge", post(login::challenge).layer(strangers))
        .route("/v1/login", post(login::login).layer(strangers))
        .route("/v1/register", get(register::read).post(register::append))
        .route("/v1/spaces/{space}", get(spaces::state))
        .route("/v1/spaces/{space}/heads", get(spaces::heads))
        .route("/v1/spaces/{space}/records", get(records::read).post(records::append))
        .route("/v1/spaces/{space}/documents/{document}/records", get(records::of_document))
        .route("/v1/spaces/{space}/envelopes", get(envelopes::read).put(envelopes::complete))
        .route("/v1/spaces/{space}/holding", get(holding::read).post(holding::hand_over))
        .route("/v1/spaces/{space}/holding/{device}", axum::routing::delete(holding::let_go))
        .route("/v1/joins", get(joins::read).post(joins::ask).layer(strangers))
        .route("/healthz", get(health::alive))
        .route("/readyz", get(health::ready))
        .route("/metrics", get(health::metrics))
        .route("/openapi.json", get(openapi::read))
        .layer(middleware::from_fn(entry::within_time))
        .layer(DefaultBodyLimit::max(MAX_JSON_BYTES));
    let streams = Router::new()
        .route("/v1/events", get(events::listen))
        .route(
            "/v1/spaces/{space}/attachments/{hash}",
            get(attachments::read).head(attachments::presence).put(attachments::put).patch(attachments::patch),
        )
        .layer(DefaultBodyLimit::disable());
    quick
        .merge(streams)
        .method_not_allowed_fallback(entry::no_such_thing)
        .fallback(entry::no_such_thing)
        .layer(middleware::from_fn(entry::observe))
        .with_state(app)
}

/// Milliseconds since the Unix epoch.
fn now() -> i64 {
    SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_millis() as i64)
}

/// A token as it stands in the `Authorization` header.
pub(crate) fn token_text(token: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(token)
}
