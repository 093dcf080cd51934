//! Who the server is, and how it is.

use std::future::Future;
use std::sync::OnceLock;
use std::time::{Duration, Instant};

use axum::Json;
use axum::extract::State;
use metrics_exporter_prometheus::{PrometheusBuilder, PrometheusHandle};
use praesto_protocol::api::ServerInfo;
use tokio::sync::Mutex;

use super::entry::Anybody;
use super::{App, now, schema};
use crate::refusal::Refusal;

/// Times of requests, in seconds: within these bounds the budget of 100 ms can be read off.
const BOUNDS: &[f64] = &[0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 5.0, 30.0];

/// How long the store's last answer stands for the next one.
const LOOK_AGAIN: Duration = Duration::from_secs(1);

/// The key of its receipts, its version and its clock.
#[utoipa::path(get, path = "/v1/server", tag = "server", responses((status = 200, body = schema::ServerInfo)))]
pub(super) async fn server(State(app): State<App>, _: Anybody) -> Json<ServerInfo> {
    Json(app.offices.info(now()))
}

/// The process runs.
#[utoipa::path(get, path = "/healthz", tag = "server", responses((status = 200)))]
pub(super) async fn alive() -> &'static str {
    "ok"
}

/// The store answers, and the server is not about to stop.
#[utoipa::path(get, path = "/readyz", tag = "server", responses((status = 200), (status = "default", body = schema::ProblemDetails)))]
pub(super) async fn ready(State(app): State<App>) -> Result<&'static str, Refusal> {
    if *app.stopping.borrow() {
        return Err(praesto_protocol::api::Problem::Unavailable.into());
    }
    app.ready.look(|| app.ask(|offices| offices.check())).await?;
    Ok("ok")
}

/// What the store said last. It is asked at most once in a second, whoever wants to know.
#[derive(Debug, Default)]
pub(super) struct Readiness(Mutex<Option<(Instant, Result<(), Refusal>)>>);

impl Readiness {
    async fn look<F: Future<Output = Result<(), Refusal>>>(&self, ask: impl FnOnce() -> F) -> Result<(), Refusal> {
        let mut said = self.0.lock().await;
        match &*said {
            Some((at, outcome)) if at.elapsed() < LOOK_AGAIN => outcome.clone(),
            _ => {
                let outcome = ask().await;
                *said = Some((Instant::now(), outcome.clone()));
                outcome
            }
        }
    }
}

/// Counts and times, for Prometheus.
#[utoipa::path(get, path = "/metrics", tag = "server", responses((status = 200, content_type = "text/plain", body = String)))]
pub(super) async fn metrics(_: Anybody) -> String {
    recorder().map(PrometheusHandle::render).unwrap_or_default()
}

/// The one recorder of the process; `None` where another library installed its own first.
pub(super) fn recorder() -> Option<&'static PrometheusHandle> {
    static RECORDER: OnceLock<Option<PrometheusHandle>> = OnceLock::new();
    let recorder = RECORDER.get_or_init(|| PrometheusBuilder::new().set_buckets(BOUNDS).ok()?.install_recorder().ok());
    recorder.as_ref()
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;

    #[tokio::test]
    async fn the_store_is_asked_once_whoever_wants_to_know() {
        let (readiness, asked) = (Readiness::default(), Cell::new(0));
        let look = || {
            readiness.look(|| async {
                asked.set(asked.get() + 1);
                Err(praesto_protocol::api::Problem::Unavailable.into())
            })
        };
        for _ in 0..100 {
            assert!(look().await.is_err());
        }
        assert_eq!(asked.get(), 1);
        readiness.0.lock().await.as_mut().unwrap().0 -= LOOK_AGAIN;
        assert!(look().await.is_err());
        assert_eq!(asked.get(), 2, "a second later it is asked again");
    }
}
