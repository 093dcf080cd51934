//! `spaces/{id}/attachments/{hash}`: sealed files, in ranges and in pieces.

use std::fs::File;
use std::io::{self, Read};
use std::time::Duration;

use axum::body::{Body, BodyDataStream, Bytes};
use axum::extract::State;
use axum::http::header::{ACCEPT_RANGES, CONTENT_LENGTH, CONTENT_RANGE, CONTENT_TYPE, ETAG, RANGE};
use axum::http::{HeaderMap, HeaderName, StatusCode};
use axum::response::{IntoResponse, Response};
use futures_util::stream::{StreamExt, try_unfold};
use praesto_crypto::Hash;
use praesto_protocol::SpaceId;
use praesto_protocol::api::Problem;
use tokio::sync::oneshot;
use tokio::time::{Instant, timeout, timeout_at};

use super::entry::{At, Caller};
use super::problem::UPLOAD_OFFSET;
use super::transfers::Transfer;
use super::{App, now, schema};
use crate::attachments::{AttachmentError, Presence};
use crate::offices::{Begun, Offices, Piece};
use crate::refusal::Refusal;
use crate::token::Session;

const BYTES: &str = "application/octet-stream";
const UPLOAD_LENGTH: HeaderName = HeaderName::from_static("upload-length");
/// Bytes that are read from the disk at once. A peer that takes nothing holds a few of these.
const CHUNK: usize = 64 << 10;
/// Bytes that are gathered before they are written.
const GATHERED: usize = 256 << 10;
/// Bytes that a body has to bring in a second, taken from its beginning: one by one they would hold up a place for good.
const LEAST_RATE: u64 = 1 << 10;
/// Bytes of a refused body that are still read.
const OVERRUN: usize = 4 << 20;

type Address = (SpaceId, String);

fn address((space, hash): Address) -> Result<(SpaceId, Hash), Refusal> {
    Ok((space, hash.parse().map_err(|_| Refusal::from(Problem::NotFound))?))
}

/// Whether an attachment is here: 200 with its length, or 404 with `Upload-Offset` where the device itself has begun an upload.
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

/// The bytes, or a range of them. Who takes none of them for a minute is let go. 429 and 503 say when to come again.
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
    let transfer = app.transfers.open(&session)?;
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
    let (file, _) = app.on_disk(move |offices| offices.attachment_read(&session, space, hash, first)).await?;
    let mut response = give(app, file, end - first, transfer).into_response();
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

/// Stores a whole attachment. Of a body that stops, what came is kept and can be gone on with.
#[utoipa::path(put, path = "/v1/spaces/{space}/attachments/{hash}", tag = "attachments", security(("token" = [])),
    params(("space" = uuid::Uuid, Path), ("hash" = String, Path)), request_body(content = Vec<u8>, content_type = BYTES),
    responses((status = 204, description = "Here and on the disk"), (status = "default", body = schema::ProblemDetails)))]
pub(super) async fn put(
    State(app): State<App>,
    Caller(session): Caller,
    At(at): At<Address>,
    headers: HeaderMap,
    body: Body,
) -> Result<StatusCode, Refusal> {
    let (space, hash) = address(at)?;
    let piece = Piece::Whole(number(&headers, &CONTENT_LENGTH));
    take(app, session, body, move |offices| offices.attachment_begin(&session, space, hash, piece, now())).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Adds to an attachment from `Upload-Offset` on, of `Upload-Length` in all; 0 begins anew. 202 says how much is here, 204 that it is complete; 409
/// with `Upload-Offset` says where to go on. Each device goes on with what it sent itself.
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
    body: Body,
) -> Result<Response, Refusal> {
    let (space, hash) = address(at)?;
    let needed = |name| number(&headers, name).ok_or_else(|| Refusal::because(Problem::BadRequest, format!("{name} is missing")));
    let piece = Piece::From { offset: needed(&UPLOAD_OFFSET)?, total: needed(&UPLOAD_LENGTH)? };
    let presence = take(app, session, body, move |offices| offices.attachment_begin(&session, space, hash, piece, now())).await?;
    Ok(match presence {
        Presence::Whole(length) => (StatusCode::NO_CONTENT, [(UPLOAD_OFFSET, length.to_string())]).into_response(),
        Presence::Partial(held) => (StatusCode::ACCEPTED, [(UPLOAD_OFFSET, held.to_string())]).into_response(),
        Presence::Absent => (StatusCode::ACCEPTED, [(UPLOAD_OFFSET, "0")]).into_response(),
    })
}

fn number(headers: &HeaderMap, name: &HeaderName) -> Option<u64> {
    headers.get(name)?.to_str().ok()?.parse().ok()
}

/// `left` bytes of a file. The next ones are read when the peer has taken those before; a thread is needed for the reading only.
fn give(app: App, file: File, left: u64, transfer: Transfer) -> Body {
    Body::from_stream(try_unfold((app, file, left, transfer), |(app, file, left, transfer)| async move {
        if left == 0 {
            return Ok::<_, io::Error>(None);
        }
        let read = app.on_disk(move |_| Ok(read_chunk(file, left))).await.map_err(io::Error::other)?;
        let (chunk, file) = read.inspect_err(|error| tracing::error!(%error, "an attachment could not be read"))?;
        let left = left - chunk.len() as u64;
        Ok(Some((chunk, (app, file, left, transfer))))
    }))
}

fn read_chunk(mut file: File, left: u64) -> io::Result<(Bytes, File)> {
    let mut chunk = vec![0; left.min(CHUNK as u64) as usize];
    let read = file.read(&mut chunk)?;
    if read == 0 {
        return Err(io::ErrorKind::UnexpectedEof.into());
    }
    chunk.truncate(read);
    Ok((chunk.into(), file))
}

/// Takes a body. It goes on by itself where the request is dropped with its connection, so that what came is kept.
async fn take(
    app: App,
    session: Session,
    body: Body,
    begin: impl FnOnce(&Offices) -> Result<Begun, Refusal> + Send + 'static,
) -> Result<Presence, Refusal> {
    let (tell, hear) = oneshot::channel();
    tokio::spawn(async move {
        let mut body = body.into_data_stream();
        let transfer = app.transfers.open(&session);
        let outcome = match &transfer {
            Ok(_) => write_all(&app, &mut body, begin).await,
            Err(refused) => Err(refused.clone()),
        };
        // Whoever has gone has no use for the answer.
        let _ = tell.send(outcome);
        // A refused body that is nearly over is read to its end, or the sender would see a broken connection instead of the answer.
        let _ = timeout(app.idle, pass_over(body)).await;
        drop(transfer);
    });
    hear.await.unwrap_or_else(|_| Err(Problem::Unavailable.into()))
}

/// How a body went on.
enum Next {
    Bytes(Vec<u8>),
    Over(Vec<u8>),
    /// It ended early. What came before counts.
    Stopped(Vec<u8>, AttachmentError),
}

async fn write_all(
    app: &App,
    body: &mut BodyDataStream,
    begin: impl FnOnce(&Offices) -> Result<Begun, Refusal> + Send + 'static,
) -> Result<Presence, Refusal> {
    let mut upload = match app.on_disk(begin).await? {
        Begun::Here(length) => return Ok(Presence::Whole(length)),
        Begun::Upload(upload) => upload,
    };
    let mut pace = Pace { began: Instant::now(), came: 0, idle: app.idle };
    loop {
        match gather(&mut pace, body).await {
            Next::Bytes(bytes) => upload = app.on_disk(move |offices| offices.attachment_write(upload, &bytes)).await?,
            Next::Over(bytes) => {
                return app.on_disk(move |offices| offices.attachment_finish(offices.attachment_write(upload, &bytes)?)).await;
            }
            Next::Stopped(bytes, why) => {
                app.on_disk(move |offices| offices.attachment_keep(offices.attachment_write(upload, &bytes)?)).await?;
                return Err(why.into());
            }
        }
    }
}

/// How fast a body comes.
struct Pace {
    began: Instant,
    came: u64,
    idle: Duration,
}

impl Pace {
    /// When the next bytes have to be here: they may take a while, and all of them together not for ever.
    fn until(&self) -> Instant {
        let all = self.began + self.idle + Duration::from_secs(self.came / LEAST_RATE);
        all.min(Instant::now() + self.idle)
    }
}

/// The next bytes of a body, as many as are worth a write. No thread is held while the peer is waited for.
async fn gather(pace: &mut Pace, body: &mut BodyDataStream) -> Next {
    let mut bytes = Vec::new();
    while bytes.len() < GATHERED {
        match timeout_at(pace.until(), body.next()).await {
            Ok(Some(Ok(chunk))) => {
                pace.came += chunk.len() as u64;
                bytes.extend_from_slice(&chunk);
            }
            Ok(None) => return Next::Over(bytes),
            Ok(Some(Err(_))) => return Next::Stopped(bytes, AttachmentError::Broken),
            Err(_) => return Next::Stopped(bytes, AttachmentError::Stalled),
        }
    }
    Next::Bytes(bytes)
}

async fn pass_over(mut body: BodyDataStream) {
    let mut over = 0;
    while let Some(Ok(chunk)) = body.next().await {
        over += chunk.len();
        if over > OVERRUN {
            break;
        }
    }
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
