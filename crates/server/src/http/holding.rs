//! `spaces/{id}/holding`: unsent work of devices that may no longer write.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use praesto_protocol::api::MAX_PAGE_BYTES;
use praesto_protocol::{DeviceId, SpaceId};
use serde::Deserialize;

use super::entry::{Asked, At, Caller, Raw};
use super::{App, held, now, schema};
use crate::refusal::Refusal;

/// Longest work of one device in base64, with what stands around it.
const LONGEST: usize = MAX_PAGE_BYTES / 3 * 4 + 1_000;

/// Where to begin.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct From {
    /// The device whose work the caller has; the first one's work if absent.
    #[param(value_type = Option<uuid::Uuid>)]
    after: Option<DeviceId>,
}

/// Unsent work that waits, for members: that of the next device, in the order of their ids. Ask again until the answer is empty.
#[utoipa::path(get, path = "/v1/spaces/{space}/holding", tag = "holding", params(("space" = uuid::Uuid, Path), From),
    security(("token" = [])), responses((status = 200, body = schema::HoldingPage), (status = "default", body = schema::ProblemDetails)))]
pub(super) async fn read(
    State(app): State<App>,
    Caller(session): Caller,
    At(space): At<SpaceId>,
    Asked(from): Asked<From>,
) -> Result<Response, Refusal> {
    held::json(&app, session, LONGEST, move |offices| offices.holding_get(&session, space, from.after)).await
}

/// Takes a device's unsent work, once, sealed to the space.
#[utoipa::path(post, path = "/v1/spaces/{space}/holding", tag = "holding", params(("space" = uuid::Uuid, Path)), security(("token" = [])),
    request_body(content = Vec<u8>, content_type = "application/octet-stream"),
    responses((status = 202, description = "Held"), (status = "default", body = schema::ProblemDetails)))]
pub(super) async fn hand_over(
    State(app): State<App>,
    Caller(session): Caller,
    At(space): At<SpaceId>,
    Raw { bytes: body, .. }: Raw,
) -> Result<StatusCode, Refusal> {
    app.ask(move |offices| offices.holding_post(&session, space, &body, now())).await?;
    Ok(StatusCode::ACCEPTED)
}

/// Lets go of unsent work that a member has admitted or refused.
#[utoipa::path(delete, path = "/v1/spaces/{space}/holding/{device}", tag = "holding",
    params(("space" = uuid::Uuid, Path), ("device" = uuid::Uuid, Path)), security(("token" = [])),
    responses((status = 204), (status = "default", body = schema::ProblemDetails)))]
pub(super) async fn let_go(
    State(app): State<App>,
    Caller(session): Caller,
    At((space, device)): At<(SpaceId, DeviceId)>,
) -> Result<StatusCode, Refusal> {
    app.ask(move |offices| offices.holding_delete(&session, space, device)).await?;
    Ok(StatusCode::NO_CONTENT)
}
