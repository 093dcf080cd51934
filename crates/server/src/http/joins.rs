//! `joins`: newcomers that wait to be let in.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use praesto_protocol::api::{JoinPage, JoinRequest};

use super::entry::{Anybody, Body, Caller};
use super::{App, now, schema};
use crate::refusal::Refusal;

/// Newcomers that wait, for administrators.
#[utoipa::path(get, path = "/v1/joins", tag = "joins", security(("token" = [])),
    responses((status = 200, body = schema::JoinPage), (status = "default", body = schema::ProblemDetails)))]
pub(super) async fn read(State(app): State<App>, Caller(session): Caller) -> Result<Json<JoinPage>, Refusal> {
    app.ask(move |offices| offices.joins_get(&session, now())).await.map(Json)
}

/// Brings a newcomer's keys, authenticated by the secret of an invitation.
#[utoipa::path(post, path = "/v1/joins", tag = "joins", request_body = schema::JoinRequest,
    responses((status = 202, description = "Waits for a colleague"), (status = "default", body = schema::ProblemDetails)))]
pub(super) async fn ask(State(app): State<App>, _: Anybody, Body { read: request, .. }: Body<JoinRequest>) -> Result<StatusCode, Refusal> {
    app.ask(move |offices| offices.join_post(&request, now())).await?;
    Ok(StatusCode::ACCEPTED)
}
