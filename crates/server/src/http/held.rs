//! Answers and bodies that lie in memory: their bytes count for the device until the peer has taken them, or the request is done with them.

use std::convert::Infallible;

use axum::body::{Body, Bytes};
use axum::extract::Request;
use axum::http::header::{CONTENT_LENGTH, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use futures_util::stream::unfold;
use praesto_protocol::api::Problem;
use praesto_protocol::{DeviceId, OfficeId};
use serde::Serialize;

use super::transfers::Transfer;
use super::{App, MAX_JSON_BYTES};
use crate::offices::Offices;
use crate::refusal::Refusal;
use crate::token::Session;

/// Bytes of an answer that are handed to the connection at once.
const CHUNK: usize = 64 << 10;
/// Bytes of a body that count for nobody.
const SHORT: usize = 64 << 10;

/// Room in memory.
pub(super) type Room = Transfer;

/// Answers the bytes that `work` makes, of which `most` are expected.
pub(super) async fn bytes(
    app: &App,
    session: Session,
    media_type: &'static str,
    most: usize,
    work: impl FnOnce(&Offices) -> Result<Vec<u8>, Refusal> + Send + 'static,
) -> Result<Response, Refusal> {
    // Taken first: what waits for room waits without its bytes.
    let room = app.held.wait(&session, most).await?;
    // The work holds its room itself: it goes on when whoever asked has hung up.
    let (bytes, mut room) = app.ask(move |offices| Ok((work(offices)?, room))).await?;
    room.becomes(bytes.len());
    let headers = [(CONTENT_TYPE, media_type.to_owned()), (CONTENT_LENGTH, bytes.len().to_string())];
    let rest = unfold((Bytes::from(bytes), room), |(mut bytes, room)| async move {
        let chunk = bytes.split_to(CHUNK.min(bytes.len()));
        (!chunk.is_empty()).then_some((Ok::<_, Infallible>(chunk), (bytes, room)))
    });
    Ok((headers, Body::from_stream(rest)).into_response())
}

/// The same in JSON.
pub(super) async fn json<T: Serialize>(
    app: &App,
    session: Session,
    most: usize,
    work: impl FnOnce(&Offices) -> Result<T, Refusal> + Send + 'static,
) -> Result<Response, Refusal> {
    let write = move |offices: &Offices| serde_json::to_vec(&work(offices)?).map_err(|_| Problem::Unavailable.into());
    bytes(app, session, "application/json", most, write).await
}

/// Who needs how much room for the body of a request, if it is long. Strangers share what one device has.
pub(super) fn wanted(request: &Request) -> Option<(Session, usize)> {
    let announced = request.headers().get(CONTENT_LENGTH).and_then(|length| length.to_str().ok()?.parse().ok());
    let length = announced.unwrap_or(MAX_JSON_BYTES).min(MAX_JSON_BYTES);
    let stranger = || Session::new(OfficeId::from_bytes([0; 16]), DeviceId::from_bytes([0; 16]));
    (length > SHORT).then(|| (request.extensions().get().copied().unwrap_or_else(stranger), length))
}

/// Takes that room.
pub(super) async fn room(app: &App, wanted: Option<(Session, usize)>) -> Result<Option<Room>, Refusal> {
    match wanted {
        None => Ok(None),
        Some((session, length)) => app.held.wait(&session, length).await.map(Some),
    }
}
