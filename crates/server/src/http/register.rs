//! `register`: the office's log of who may do what.

use axum::Json;
use axum::extract::State;
use praesto_protocol::api::{RegisterAppend, RegisterPage};
use serde::Deserialize;

use super::entry::{Asked, Body, Caller, MaybeCaller};
use super::{App, now, schema};
use crate::refusal::Refusal;

/// Where to begin.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
pub(super) struct From {
    /// Number of entries that the caller holds.
    #[serde(default)]
    after: u64,
}

/// Entries after those that the caller holds, in order; ask again until `length` is reached.
#[utoipa::path(get, path = "/v1/register", tag = "register", params(From), security(("token" = [])),
    responses((status = 200, body = schema::RegisterPage), (status = "default", body = schema::ProblemDetails)))]
pub(super) async fn read(State(app): State<App>, Caller(session): Caller, Asked(from): Asked<From>) -> Result<Json<RegisterPage>, Refusal> {
    app.ask(move |offices| offices.register_get(&session, from.after)).await.map(Json)
}

/// Appends entries that follow the last one, with the keys of the epochs that they make. Founding an office needs no token.
/// A person brings so many entries a day; 429 says when the next ones are taken.
#[utoipa::path(post, path = "/v1/register", tag = "register", security((), ("token" = [])), request_body = schema::RegisterAppend,
    responses((status = 200, description = "No entries, and the new length", body = schema::RegisterPage),
        (status = "default", body = schema::ProblemDetails)))]
pub(super) async fn append(
    State(app): State<App>,
    MaybeCaller(session): MaybeCaller,
    Body(request): Body<RegisterAppend>,
) -> Result<Json<RegisterPage>, Refusal> {
    let length = app.ask(move |offices| offices.register_append(session.as_ref(), &request, now())).await?;
    Ok(Json(RegisterPage { entries: Vec::new(), length }))
}
