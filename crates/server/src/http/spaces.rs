//! `spaces/{id}`: where a space and its documents stand.

use axum::Json;
use axum::extract::State;
use axum::response::Response;
use praesto_protocol::api::SpaceState;
use praesto_protocol::{DocumentId, SpaceId};
use serde::Deserialize;

use super::entry::{Asked, At, Caller};
use super::{App, held, schema};
use crate::refusal::Refusal;

/// A place in the order.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct Place {
    /// Number of records whose running hash is wanted too.
    at: Option<u64>,
}

/// Bytes of a page of documents.
const LONGEST: usize = 2 << 20;

/// Where to begin.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct Page {
    /// The last document of the page before.
    #[param(value_type = Option<uuid::Uuid>)]
    after: Option<DocumentId>,
}

/// Where a space stands, and the caller's own chain in it.
#[utoipa::path(get, path = "/v1/spaces/{space}", tag = "spaces", params(("space" = uuid::Uuid, Path), Place), security(("token" = [])),
    responses((status = 200, body = schema::SpaceState), (status = "default", body = schema::ProblemDetails)))]
pub(super) async fn state(
    State(app): State<App>,
    Caller(session): Caller,
    At(space): At<SpaceId>,
    Asked(place): Asked<Place>,
) -> Result<Json<SpaceState>, Refusal> {
    app.ask(move |offices| offices.space_state(&session, space, place.at)).await.map(Json)
}

/// A page of documents with their newest checkpoint and last record.
#[utoipa::path(get, path = "/v1/spaces/{space}/heads", tag = "spaces", params(("space" = uuid::Uuid, Path), Page), security(("token" = [])),
    responses((status = 200, body = schema::HeadsPage), (status = "default", body = schema::ProblemDetails)))]
pub(super) async fn heads(
    State(app): State<App>,
    Caller(session): Caller,
    At(space): At<SpaceId>,
    Asked(page): Asked<Page>,
) -> Result<Response, Refusal> {
    held::json(&app, session, LONGEST, move |offices| offices.heads_get(&session, space, page.after)).await
}
