//! `spaces/{id}/records`: sealed records in order, as binary frames.

use axum::extract::State;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use praesto_protocol::api::{MAX_PAGE_BYTES, Problem};
use praesto_protocol::{DocumentId, MAX_RECORD_BYTES, SpaceId};
use serde::Deserialize;

use super::entry::{Asked, At, Caller, Raw};
use super::{App, held, now, schema};
use crate::refusal::Refusal;
use crate::store::Selection;

const BYTES: &str = "application/octet-stream";
/// Documents that one request can name.
const MAX_DOCUMENTS: usize = 1_000;

/// Which records.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct Which {
    /// Place of the last record that the caller holds.
    #[serde(default)]
    after: u64,
    /// Documents, with commas between; all if absent.
    documents: Option<String>,
    /// `1` leaves out what the checkpoint of its document that covers most has in it already.
    #[serde(default)]
    tail: u8,
    /// Bytes of frames, at most 8 MiB, which is also what is given if absent.
    limit: Option<usize>,
}

/// Which records of a document.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct WhichOfDocument {
    /// Place of the last record that the caller holds.
    #[serde(default)]
    after: u64,
    /// `1` gives every record, not only the tail.
    #[serde(default)]
    all: u8,
    /// Bytes of frames, at most 8 MiB.
    limit: Option<usize>,
}

/// Records in order, as frames `length: u32 ‖ seq: u64 ‖ received_at: u64 ‖ record`. An empty answer: nothing follows.
#[utoipa::path(get, path = "/v1/spaces/{space}/records", tag = "records", params(("space" = uuid::Uuid, Path), Which),
    security(("token" = [])), responses((status = 200, description = "Frames", content_type = BYTES, body = Vec<u8>),
        (status = "default", body = schema::ProblemDetails)))]
pub(super) async fn read(
    State(app): State<App>,
    Caller(session): Caller,
    At(space): At<SpaceId>,
    Asked(which): Asked<Which>,
) -> Result<Response, Refusal> {
    let documents = which.documents.as_deref().unwrap_or_default();
    let documents: Vec<DocumentId> = documents
        .split(',')
        .filter(|id| !id.is_empty())
        .map(|id| id.parse().map_err(|_| Refusal::because(Problem::BadRequest, "not an id of a document")))
        .collect::<Result<_, _>>()?;
    if documents.len() > MAX_DOCUMENTS {
        return Err(Problem::TooLarge.into());
    }
    let selection = Selection { after: which.after, documents, tail: which.tail == 1 };
    give(app, session, space, selection, which.limit).await
}

/// The records of one document: those that its best checkpoint does not cover, that checkpoint among them.
#[utoipa::path(get, path = "/v1/spaces/{space}/documents/{document}/records", tag = "records",
    params(("space" = uuid::Uuid, Path), ("document" = uuid::Uuid, Path), WhichOfDocument), security(("token" = [])),
    responses((status = 200, description = "Frames", content_type = BYTES, body = Vec<u8>),
        (status = "default", body = schema::ProblemDetails)))]
pub(super) async fn of_document(
    State(app): State<App>,
    Caller(session): Caller,
    At((space, document)): At<(SpaceId, DocumentId)>,
    Asked(which): Asked<WhichOfDocument>,
) -> Result<Response, Refusal> {
    let selection = Selection { after: which.after, documents: vec![document], tail: which.all != 1 };
    give(app, session, space, selection, which.limit).await
}

async fn give(app: App, session: crate::Session, space: SpaceId, selection: Selection, limit: Option<usize>) -> Result<Response, Refusal> {
    let limit = limit.unwrap_or(MAX_PAGE_BYTES).min(MAX_PAGE_BYTES);
    // One record always comes, whatever its length.
    let most = limit.max(MAX_RECORD_BYTES);
    held::bytes(&app, session, BYTES, most, move |offices| offices.records_get(&session, space, &selection, limit)).await
}

/// Takes records, all or none. What is here already keeps its place. The answer is a signed receipt.
#[utoipa::path(post, path = "/v1/spaces/{space}/records", tag = "records", params(("space" = uuid::Uuid, Path)), security(("token" = [])),
    request_body(content = Vec<u8>, content_type = BYTES, description = "Records, each with its length before it as u32"),
    responses((status = 200, description = "A receipt", content_type = BYTES, body = Vec<u8>),
        (status = "default", body = schema::ProblemDetails)))]
pub(super) async fn append(
    State(app): State<App>,
    Caller(session): Caller,
    At(space): At<SpaceId>,
    Raw { bytes: body, .. }: Raw,
) -> Result<Response, Refusal> {
    let receipt = app.ask(move |offices| offices.records_post(&session, space, &body, now())).await?;
    Ok(([(CONTENT_TYPE, BYTES)], receipt).into_response())
}
