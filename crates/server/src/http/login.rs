//! `login`: a challenge, signed, for a token.

use axum::Json;
use axum::extract::State;
use praesto_protocol::api::{Challenge, ChallengeRequest, Login, LoginRequest};
use serde::Deserialize;

use super::entry::{Anybody, Asked, Body};
use super::{App, now, schema};
use crate::refusal::Refusal;
use crate::token::Scope;

/// What the token is wanted for.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct Wanted {
    /// `true` for a token that can only hand over unsent work and read the register; the one kind that a revoked device gets.
    #[serde(default)]
    holding: bool,
}

/// Gives a challenge, good for a minute and once.
#[utoipa::path(post, path = "/v1/login/challenge", tag = "login", request_body = schema::ChallengeRequest,
    responses((status = 200, body = schema::Challenge), (status = "default", body = schema::ProblemDetails)))]
pub(super) async fn challenge(State(app): State<App>, _: Anybody, Body { read: request, .. }: Body<ChallengeRequest>) -> Json<Challenge> {
    Json(app.offices.challenge(&request, now()))
}

/// Gives a token, good for an hour, for a signed challenge.
#[utoipa::path(post, path = "/v1/login", tag = "login", params(Wanted), request_body = schema::LoginRequest,
    responses((status = 200, body = schema::Login), (status = "default", body = schema::ProblemDetails)))]
pub(super) async fn login(
    State(app): State<App>,
    _: Anybody,
    Asked(wanted): Asked<Wanted>,
    Body { read: request, .. }: Body<LoginRequest>,
) -> Result<Json<Login>, Refusal> {
    let scope = if wanted.holding { Scope::Holding } else { Scope::Full };
    app.ask(move |offices| offices.login(&request, scope, now())).await.map(Json)
}
