//! `register`: the office's log of who may do what.

use axum::Json;
use axum::extract::{FromRequest, Request, State};
use axum::response::Response;
use praesto_protocol::api::{MAX_PAGE_BYTES, Problem, RegisterAppend, RegisterPage};
use serde::Deserialize;

use super::entry::{Asked, Body, Caller, MaybeCaller, short};
use super::{App, MAX_STRANGER_BYTES, held, now, schema};
use crate::refusal::Refusal;

/// Where to begin.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct From {
    /// Number of entries that the caller holds.
    #[serde(default)]
    after: u64,
}

/// Entries after those that the caller holds, in order; ask again until `length` is reached.
#[utoipa::path(get, path = "/v1/register", tag = "register", params(From), security(("token" = [])),
    responses((status = 200, body = schema::RegisterPage), (status = "default", body = schema::ProblemDetails)))]
pub(super) async fn read(State(app): State<App>, Caller(session): Caller, Asked(from): Asked<From>) -> Result<Response, Refusal> {
    held::json(&app, session, MAX_PAGE_BYTES, move |offices| offices.register_get(&session, from.after)).await
}

/// Appends entries that follow the last one, with the keys of the epochs that they make. Founding an office needs no token.
/// A person brings so many entries a day; 429 says when the next ones are taken.
#[utoipa::path(post, path = "/v1/register", tag = "register", security((), ("token" = [])), request_body = schema::RegisterAppend,
    responses((status = 200, description = "No entries, and the new length", body = schema::RegisterPage),
        (status = "default", body = schema::ProblemDetails)))]
pub(super) async fn append(
    State(app): State<App>,
    MaybeCaller(session): MaybeCaller,
    request: Request,
) -> Result<Json<RegisterPage>, Refusal> {
    let may_be_long = session.is_some() || app.ask(|offices| offices.takes_founding()).await?;
    let request = if may_be_long { request } else { shortened(request).await? };
    let Body { read: request, room } = Body::<RegisterAppend>::from_request(request, &app).await?;
    let length = app.ask(move |offices| offices.register_append(session.as_ref(), &request, now())).await?;
    drop(room);
    Ok(Json(RegisterPage { entries: Vec::new(), length }))
}

/// The request of a stranger where no office can be founded. It can only be of an office that is here, and then a login does the same.
async fn shortened(request: Request) -> Result<Request, Refusal> {
    let (parts, body) = request.into_parts();
    let body = short(body, MAX_STRANGER_BYTES).await?.ok_or(Problem::FoundingRefused)?;
    Ok(Request::from_parts(parts, body.into()))
}
