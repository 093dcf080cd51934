//! `spaces/{id}/holding`: unsent work of devices that may no longer write.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use praesto_protocol::api::HoldingPage;
use praesto_protocol::{DeviceId, SpaceId};

use super::entry::{At, Caller, Raw};
use super::{App, now, schema};
use crate::refusal::Refusal;

/// Unsent work that waits, for members.
#[utoipa::path(get, path = "/v1/spaces/{space}/holding", tag = "holding", params(("space" = uuid::Uuid, Path)), security(("token" = [])),
    responses((status = 200, body = schema::HoldingPage), (status = "default", body = schema::ProblemDetails)))]
pub(super) async fn read(State(app): State<App>, Caller(session): Caller, At(space): At<SpaceId>) -> Result<Json<HoldingPage>, Refusal> {
    app.ask(move |offices| offices.holding_get(&session, space)).await.map(Json)
}

/// Takes a device's unsent work, once, sealed to the space.
#[utoipa::path(post, path = "/v1/spaces/{space}/holding", tag = "holding", params(("space" = uuid::Uuid, Path)), security(("token" = [])),
    request_body(content = Vec<u8>, content_type = "application/octet-stream"),
    responses((status = 202, description = "Held"), (status = "default", body = schema::ProblemDetails)))]
pub(super) async fn hand_over(
    State(app): State<App>,
    Caller(session): Caller,
    At(space): At<SpaceId>,
    Raw(body): Raw,
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
