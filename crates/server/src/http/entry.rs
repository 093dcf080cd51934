//! What every request passes: who asks, how it is read, how long it may take, and what is noted about it (never its content).

use std::net::SocketAddr;
use std::time::{Duration, Instant};

use axum::extract::rejection::{BytesRejection, JsonRejection};
use axum::extract::{ConnectInfo, FromRequest, FromRequestParts, MatchedPath, Path, Query, Request};
use axum::http::header::{AUTHORIZATION, CONNECTION};
use axum::http::request::Parts;
use axum::http::{HeaderValue, Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use futures_util::StreamExt;
use praesto_protocol::api::Problem;
use serde::de::DeserializeOwned;

use super::held::{self, Room};
use super::{App, MAX_JSON_BYTES, now};
use crate::refusal::Refusal;
use crate::token::Session;

/// Longest time for a request that is not a stream.
const TIME: Duration = Duration::from_secs(60);
const ENDED_EARLY: &str = "the body ended early";

/// The device that asks.
#[derive(Debug)]
pub(super) struct Caller(pub(super) Session);

/// The device that asks, if it has logged in.
#[derive(Debug)]
pub(super) struct MaybeCaller(pub(super) Option<Session>);

/// Somebody who has not logged in, by address.
#[derive(Debug)]
pub(super) struct Anybody;

/// A JSON body, and the room that it takes.
#[derive(Debug)]
pub(super) struct Body<T> {
    pub(super) read: T,
    pub(super) room: Option<Room>,
}

/// A body of bytes, and the room that it takes.
#[derive(Debug)]
pub(super) struct Raw {
    pub(super) bytes: axum::body::Bytes,
    #[expect(dead_code, reason = "its end gives the room back")]
    room: Option<Room>,
}

/// The parts of the path.
#[derive(Debug)]
pub(super) struct At<T>(pub(super) T);

/// The query.
#[derive(Debug)]
pub(super) struct Asked<T>(pub(super) T);

impl FromRequestParts<App> for Caller {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Refusal> {
        let MaybeCaller(session) = MaybeCaller::from_request_parts(parts, app).await?;
        session.map(Self).ok_or_else(|| Problem::LoginNeeded.into())
    }
}

impl FromRequestParts<App> for MaybeCaller {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Refusal> {
        let Some(header) = parts.headers.get(AUTHORIZATION) else {
            Anybody::from_request_parts(parts, app).await?;
            return Ok(Self(None));
        };
        match session(header, app) {
            Ok(session) => {
                app.rate.take_device(&session)?;
                parts.extensions.insert(session);
                Ok(Self(Some(session)))
            }
            Err(refused) => {
                // Whose token does not hold is a stranger.
                Anybody::from_request_parts(parts, app).await?;
                Err(refused)
            }
        }
    }
}

fn session(header: &HeaderValue, app: &App) -> Result<Session, Refusal> {
    let text = header.to_str().ok().and_then(|text| text.strip_prefix("Bearer ")).ok_or(Problem::LoginNeeded)?;
    let token = URL_SAFE_NO_PAD.decode(text).map_err(|_| Problem::LoginNeeded)?;
    app.offices.session(&token, now())
}

impl FromRequestParts<App> for Anybody {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Refusal> {
        if let Some(ConnectInfo(address)) = parts.extensions.get::<ConnectInfo<SocketAddr>>() {
            app.rate.take_address(address.ip())?;
        }
        Ok(Self)
    }
}

impl<T: DeserializeOwned> FromRequest<App> for Body<T> {
    type Rejection = Refusal;

    async fn from_request(request: Request, app: &App) -> Result<Self, Refusal> {
        let room = held::room(app, held::wanted(&request)).await?;
        match axum::Json::from_request(request, app).await {
            Ok(axum::Json(read)) => Ok(Self { read, room }),
            Err(JsonRejection::BytesRejection(rejection)) => Err(too_large(rejection)),
            Err(rejection) => Err(Refusal::because(Problem::BadRequest, rejection)),
        }
    }
}

impl FromRequest<App> for Raw {
    type Rejection = Refusal;

    async fn from_request(request: Request, app: &App) -> Result<Self, Refusal> {
        let room = held::room(app, held::wanted(&request)).await?;
        let bytes = axum::body::Bytes::from_request(request, app).await.map_err(too_large)?;
        Ok(Self { bytes, room })
    }
}

/// A body of at most `longest` bytes. A longer one is `None`: it is read to its end and not kept, or the sender would see a broken connection instead
/// of the answer.
pub(super) async fn short(body: axum::body::Body, longest: usize) -> Result<Option<axum::body::Bytes>, Refusal> {
    let mut stream = body.into_data_stream();
    let (mut kept, mut length) = (Vec::new(), 0);
    while let Some(chunk) = stream.next().await {
        let chunk = chunk.map_err(|_| Refusal::because(Problem::BadRequest, ENDED_EARLY))?;
        length += chunk.len();
        if length > MAX_JSON_BYTES {
            return Err(Problem::TooLarge.into());
        }
        if length > longest {
            kept = Vec::new();
        } else {
            kept.extend_from_slice(&chunk);
        }
    }
    Ok((length <= longest).then(|| kept.into()))
}

fn too_large(rejection: BytesRejection) -> Refusal {
    if rejection.status() == StatusCode::PAYLOAD_TOO_LARGE {
        Problem::TooLarge.into()
    } else {
        Refusal::because(Problem::BadRequest, ENDED_EARLY)
    }
}

impl<T: DeserializeOwned + Send> FromRequestParts<App> for At<T> {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Refusal> {
        let Path(path) = Path::from_request_parts(parts, app).await.map_err(|_| Refusal::from(Problem::NotFound))?;
        Ok(Self(path))
    }
}

impl<T: DeserializeOwned> FromRequestParts<App> for Asked<T> {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Refusal> {
        let Query(query) =
            Query::from_request_parts(parts, app).await.map_err(|rejection| Refusal::because(Problem::BadRequest, rejection))?;
        Ok(Self(query))
    }
}

pub(super) async fn no_such_thing(_: Anybody) -> Refusal {
    Problem::NotFound.into()
}

/// The name under which a method is counted and noted. To HTTP any word is a method, and what is counted is kept as long as the program runs.
fn name(method: &Method) -> &'static str {
    match *method {
        Method::GET => "GET",
        Method::HEAD => "HEAD",
        Method::POST => "POST",
        Method::PUT => "PUT",
        Method::PATCH => "PATCH",
        Method::DELETE => "DELETE",
        Method::OPTIONS => "OPTIONS",
        _ => "other",
    }
}

/// Ends what takes too long; what the store has begun is finished all the same, and found again by asking again.
pub(super) async fn within_time(request: Request, next: Next) -> Response {
    match tokio::time::timeout(TIME, next.run(request)).await {
        Ok(response) => response,
        Err(_) => Refusal { retry_after: Some(5), ..Problem::Unavailable.into() }.into_response(),
    }
}

/// Notes method, route, status and time. A route is a pattern, so no name of a space, document or device gets into the log.
pub(super) async fn observe(request: Request, next: Next) -> Response {
    let method = name(request.method());
    let route = request.extensions().get::<MatchedPath>().map_or("none".to_owned(), |route| route.as_str().to_owned());
    let began = Instant::now();
    let mut response = next.run(request).await;
    // The rest of a body that is too long is not read, so nothing can follow on this connection.
    if response.status() == StatusCode::PAYLOAD_TOO_LARGE {
        response.headers_mut().insert(CONNECTION, HeaderValue::from_static("close"));
    }
    let took = began.elapsed();
    let status = response.status().as_u16();
    let labels = [("method", method.to_owned()), ("route", route.clone()), ("status", status.to_string())];
    metrics::counter!("praesto_requests_total", &labels).increment(1);
    metrics::histogram!("praesto_request_seconds", "route" => route.clone()).record(took.as_secs_f64());
    let problem = response.extensions().get::<Problem>();
    if status >= 500 {
        tracing::warn!(method, route, status, ?problem, ms = took.as_millis() as u64, "request");
    } else {
        tracing::info!(method, route, status, ?problem, ms = took.as_millis() as u64, "request");
    }
    response
}
