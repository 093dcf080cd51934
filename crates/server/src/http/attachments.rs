//! `spaces/{id}/attachments/{hash}`: sealed files, in ranges and in pieces.

use std::io::Read;

use axum::extract::State;
use axum::http::header::{ACCEPT_RANGES, CONTENT_LENGTH, CONTENT_RANGE, CONTENT_TYPE, ETAG, RANGE};
use axum::http::{HeaderMap, HeaderName, StatusCode};
use axum::response::{IntoResponse, Response};
use praesto_crypto::Hash;
use praesto_protocol::SpaceId;
use praesto_protocol::api::Problem;
use tokio::sync::mpsc;
use tokio_stream::StreamExt;
use tokio_stream::wrappers::ReceiverStream;

use super::entry::{At, Caller};
use super::problem::UPLOAD_OFFSET;
use super::{App, now, schema};
use crate::attachments::{AttachmentError, Presence};
use crate::refusal::Refusal;

const BYTES: &str = "application/octet-stream";
const UPLOAD_LENGTH: HeaderName = HeaderName::from_static("upload-length");
const CHUNK: usize = 256 << 10;
/// Chunks between the network and the disk.
const WAITING: usize = 8;
/// Bytes of a refused body that are still read.
const OVERRUN: usize = 4 << 20;

type Address = (SpaceId, String);

fn address((space, hash): Address) -> Result<(SpaceId, Hash), Refusal> {
    Ok((space, hash.parse().map_err(|_| Refusal::from(Problem::NotFound))?))
}

/// Whether an attachment is here: 200 with its length, or 404 with `Upload-Offset` where an upload has begun.
#[utoipa::path(head, path = "/v1/spaces/{space}/attachments/{hash}", tag = "attachments", security(("token" = [])),
    params(("space" = uuid::Uuid, Path), ("hash" = String, Path)), responses((status = 200), (status = 404)))]
pub(super) async fn presence(State(app): State<App>, Caller(session): Caller, At(at): At<Address>) -> Result<Response, Refusal> {
    let (space, hash) = address(at)?;
    match app.ask(move |offices| offices.attachment_presence(&session, space, hash)).await? {
        Presence::Whole(length) => Ok(([(CONTENT_LENGTH, length.to_string()), (ACCEPT_RANGES, "bytes".to_owned())], ()).into_response()),
        Presence::Partial(offset) => Ok((StatusCode::NOT_FOUND, [(UPLOAD_OFFSET, offset.to_string())]).into_response()),
        Presence::Absent => Ok((StatusCode::NOT_FOUND, [(UPLOAD_OFFSET, "0")]).into_response()),
    }
}

/// The bytes, or a range of them.
#[utoipa::path(get, path = "/v1/spaces/{space}/attachments/{hash}", tag = "attachments", security(("token" = [])),
    params(("space" = uuid::Uuid, Path), ("hash" = String, Path)),
    responses((status = 200, content_type = BYTES, body = Vec<u8>), (status = 206, content_type = BYTES, body = Vec<u8>), (status = 416),
        (status = "default", body = schema::ProblemDetails)))]
pub(super) async fn read(
    State(app): State<App>,
    Caller(session): Caller,
    At(at): At<Address>,
    headers: HeaderMap,
) -> Result<Response, Refusal> {
    let (space, hash) = address(at)?;
    let presence = app.ask(move |offices| offices.attachment_presence(&session, space, hash)).await?;
    let Presence::Whole(length) = presence else { return Err(Problem::NotFound.into()) };
    let asked = headers.get(RANGE).and_then(|range| range.to_str().ok()).map(|range| range_of(range, length));
    let (status, first, end) = match asked {
        Some(Range::Of(first, end)) => (StatusCode::PARTIAL_CONTENT, first, end),
        Some(Range::Outside) => {
            return Ok((StatusCode::RANGE_NOT_SATISFIABLE, [(CONTENT_RANGE, format!("bytes */{length}"))]).into_response());
        }
        Some(Range::NotUnderstood) | None => (StatusCode::OK, 0, length),
    };
    let (file, _) = app.ask(move |offices| offices.attachment_read(&session, space, hash, first)).await?;
    let mut response = axum::body::Body::from_stream(stream(file.take(end - first))).into_response();
    *response.status_mut() = status;
    let headers = response.headers_mut();
    headers.insert(CONTENT_LENGTH, (end - first).into());
    headers.insert(CONTENT_TYPE, BYTES.parse().unwrap_or_else(|_| unreachable!("a plain media type")));
    for (name, value) in [(ETAG, format!("\"{hash}\"")), (ACCEPT_RANGES, "bytes".to_owned())] {
        headers.extend(value.parse().ok().map(|value| (name, value)));
    }
    if status == StatusCode::PARTIAL_CONTENT {
        headers.extend(format!("bytes {first}-{}/{length}", end - 1).parse().ok().map(|value| (CONTENT_RANGE, value)));
    }
    Ok(response)
}

/// Stores a whole attachment.
#[utoipa::path(put, path = "/v1/spaces/{space}/attachments/{hash}", tag = "attachments", security(("token" = [])),
    params(("space" = uuid::Uuid, Path), ("hash" = String, Path)), request_body(content = Vec<u8>, content_type = BYTES),
    responses((status = 204, description = "Here and on the disk"), (status = "default", body = schema::ProblemDetails)))]
pub(super) async fn put(
    State(app): State<App>,
    Caller(session): Caller,
    At(at): At<Address>,
    body: axum::body::Body,
) -> Result<StatusCode, Refusal> {
    let (space, hash) = address(at)?;
    let chunks = chunks(body);
    app.ask(move |offices| offices.attachment_put(&session, space, hash, chunks, now())).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Adds to an attachment from `Upload-Offset` on, of `Upload-Length` in all. 202 says how much is here, 204 that it is complete; 409 with
/// `Upload-Offset` says where to go on.
#[utoipa::path(patch, path = "/v1/spaces/{space}/attachments/{hash}", tag = "attachments", security(("token" = [])),
    params(("space" = uuid::Uuid, Path), ("hash" = String, Path), ("Upload-Offset" = u64, Header), ("Upload-Length" = u64, Header)),
    request_body(content = Vec<u8>, content_type = BYTES),
    responses((status = 202, description = "A part is here"), (status = 204, description = "Here and on the disk"),
        (status = "default", body = schema::ProblemDetails)))]
pub(super) async fn patch(
    State(app): State<App>,
    Caller(session): Caller,
    At(at): At<Address>,
    headers: HeaderMap,
    body: axum::body::Body,
) -> Result<Response, Refusal> {
    let (space, hash) = address(at)?;
    let number = |name: &HeaderName| {
        let value = headers.get(name).and_then(|value| value.to_str().ok()?.parse::<u64>().ok());
        value.ok_or_else(|| Refusal::because(Problem::BadRequest, format!("{name} is missing")))
    };
    let (offset, total) = (number(&UPLOAD_OFFSET)?, number(&UPLOAD_LENGTH)?);
    let chunks = chunks(body);
    let presence = app.ask(move |offices| offices.attachment_patch(&session, space, hash, offset, total, chunks, now())).await?;
    Ok(match presence {
        Presence::Whole(length) => (StatusCode::NO_CONTENT, [(UPLOAD_OFFSET, length.to_string())]).into_response(),
        Presence::Partial(held) => (StatusCode::ACCEPTED, [(UPLOAD_OFFSET, held.to_string())]).into_response(),
        Presence::Absent => (StatusCode::ACCEPTED, [(UPLOAD_OFFSET, "0")]).into_response(),
    })
}

/// A body as chunks for the thread that writes them.
fn chunks(body: axum::body::Body) -> impl Iterator<Item = Result<axum::body::Bytes, AttachmentError>> + Send + 'static {
    let (to, mut from) = mpsc::channel(WAITING);
    tokio::spawn(async move {
        let mut body = body.into_data_stream();
        while let Some(chunk) = body.next().await {
            if to.send(chunk.map_err(|_| AttachmentError::Broken)).await.is_err() {
                break;
            }
        }
        // A refused body that is nearly over is read to its end, or the sender would see a broken connection instead of the answer.
        let mut over = 0;
        while let Some(Ok(chunk)) = body.next().await {
            over += chunk.len();
            if over > OVERRUN {
                break;
            }
        }
    });
    std::iter::from_fn(move || from.blocking_recv())
}

fn stream(mut file: impl Read + Send + 'static) -> ReceiverStream<std::io::Result<Vec<u8>>> {
    let (to, from) = mpsc::channel(WAITING);
    tokio::task::spawn_blocking(move || {
        loop {
            let mut chunk = vec![0; CHUNK];
            let read = match file.read(&mut chunk) {
                Ok(0) => break,
                Ok(read) => read,
                Err(error) => {
                    let _ = to.blocking_send(Err(error));
                    break;
                }
            };
            chunk.truncate(read);
            if to.blocking_send(Ok(chunk)).is_err() {
                break;
            }
        }
    });
    ReceiverStream::new(from)
}

#[derive(Debug, PartialEq, Eq)]
enum Range {
    /// From the first byte to before the second number.
    Of(u64, u64),
    Outside,
    /// More than one range, or another unit: RFC 9110 lets a server give everything then.
    NotUnderstood,
}

fn range_of(header: &str, length: u64) -> Range {
    let parsed = header.strip_prefix("bytes=").and_then(|range| range.split_once('-'));
    let Some((first, last)) = parsed else { return Range::NotUnderstood };
    let (first, end) = match (first.parse::<u64>(), last.parse::<u64>()) {
        (Ok(first), Ok(last)) if first <= last => (first, last.saturating_add(1).min(length)),
        (Ok(first), Err(_)) if last.is_empty() => (first, length),
        (Err(_), Ok(0)) if first.is_empty() => return Range::Outside,
        (Err(_), Ok(last)) if first.is_empty() => (length.saturating_sub(last), length),
        _ => return Range::NotUnderstood,
    };
    if first < length { Range::Of(first, end) } else { Range::Outside }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_are_read_as_rfc_9110_says() {
        assert_eq!(range_of("bytes=0-0", 10), Range::Of(0, 1));
        assert_eq!(range_of("bytes=4-", 10), Range::Of(4, 10));
        assert_eq!(range_of("bytes=-3", 10), Range::Of(7, 10));
        assert_eq!(range_of("bytes=-30", 10), Range::Of(0, 10));
        assert_eq!(range_of("bytes=4-99", 10), Range::Of(4, 10));
        assert_eq!(range_of("bytes=10-", 10), Range::Outside);
        assert_eq!(range_of("bytes=-0", 10), Range::Outside);
        for odd in ["bytes=0-1,4-5", "lines=1-2", "bytes=5-2", "bytes=--", ""] {
            assert_eq!(range_of(odd, 10), Range::NotUnderstood, "{odd}");
        }
    }
}
