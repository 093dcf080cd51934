//! `spaces/{id}/envelopes`: the sealed keys of a space.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use praesto_protocol::SpaceId;
use praesto_protocol::api::{EpochUpload, MAX_PAGE_BYTES};
use serde::Deserialize;

use super::entry::{Asked, At, Body, Caller};
use super::{App, held, now, schema};
use crate::refusal::Refusal;

/// Where to begin.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct From {
    /// First epoch wanted.
    #[serde(default)]
    from: u32,
}

/// The caller's own envelopes and all links, of at most 512 epochs. Ask again until the newest one has come.
#[utoipa::path(get, path = "/v1/spaces/{space}/envelopes", tag = "keys", params(("space" = uuid::Uuid, Path), From),
    security(("token" = [])), responses((status = 200, body = schema::EnvelopePage), (status = "default", body = schema::ProblemDetails)))]
pub(super) async fn read(
    State(app): State<App>,
    Caller(session): Caller,
    At(space): At<SpaceId>,
    Asked(from): Asked<From>,
) -> Result<Response, Refusal> {
    held::json(&app, session, MAX_PAGE_BYTES, move |offices| offices.envelopes_get(&session, space, from.from)).await
}

/// Adds keys that the server lacks; what is there stays.
#[utoipa::path(put, path = "/v1/spaces/{space}/envelopes", tag = "keys", params(("space" = uuid::Uuid, Path)), security(("token" = [])),
    request_body = schema::EpochUpload, responses((status = 204), (status = "default", body = schema::ProblemDetails)))]
pub(super) async fn complete(
    State(app): State<App>,
    Caller(session): Caller,
    At(space): At<SpaceId>,
    Body { read: upload, .. }: Body<EpochUpload>,
) -> Result<StatusCode, Refusal> {
    app.ask(move |offices| offices.envelopes_put(&session, space, &upload, now())).await?;
    Ok(StatusCode::NO_CONTENT)
}
