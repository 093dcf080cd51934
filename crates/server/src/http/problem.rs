//! The one place that turns refusals into problem details (RFC 9457).

use axum::http::{HeaderName, StatusCode, header};
use axum::response::{IntoResponse, Response};
use praesto_protocol::api::{Problem, ProblemDetails};

use crate::refusal::Refusal;

/// Says how much of an attachment the server holds.
pub(super) const UPLOAD_OFFSET: HeaderName = HeaderName::from_static("upload-offset");

pub(super) fn status(code: Problem) -> StatusCode {
    match code {
        Problem::BadRequest => StatusCode::BAD_REQUEST,
        Problem::LoginNeeded => StatusCode::UNAUTHORIZED,
        Problem::DeviceUnknown | Problem::DeviceRevoked | Problem::NotEntitled | Problem::FoundingRefused | Problem::InvitationInvalid => {
            StatusCode::FORBIDDEN
        }
        Problem::NotFound | Problem::AttachmentNotNamed => StatusCode::NOT_FOUND,
        Problem::HeadMoved | Problem::EpochNotCurrent | Problem::ChainBroken => StatusCode::CONFLICT,
        Problem::EntryRefused | Problem::RecordRefused | Problem::HashMismatch => StatusCode::UNPROCESSABLE_ENTITY,
        Problem::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
        Problem::TooMany => StatusCode::TOO_MANY_REQUESTS,
        Problem::QuotaReached | Problem::StorageFull => StatusCode::INSUFFICIENT_STORAGE,
        Problem::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
    }
}

fn title(code: Problem) -> &'static str {
    match code {
        Problem::BadRequest => "The request does not follow the interface",
        Problem::LoginNeeded => "A login is needed",
        Problem::DeviceUnknown => "The register does not know the device",
        Problem::DeviceRevoked => "The device was revoked",
        Problem::NotEntitled => "The register gives no right to this",
        Problem::NotFound => "There is no such thing",
        Problem::FoundingRefused => "The office cannot be founded here",
        Problem::HeadMoved => "The register has moved on",
        Problem::EntryRefused => "The register refuses the entry",
        Problem::EpochNotCurrent => "The keys of the seal are not current",
        Problem::ChainBroken => "The record does not follow the device's last one",
        Problem::RecordRefused => "The record is refused",
        Problem::TooLarge => "Too large",
        Problem::TooMany => "Too many requests",
        Problem::QuotaReached => "The room is used up",
        Problem::AttachmentNotNamed => "No record names this attachment",
        Problem::HashMismatch => "The bytes are not those that the address names",
        Problem::InvitationInvalid => "The invitation does not hold",
        Problem::StorageFull => "The server has no room left",
        Problem::Unavailable => "Not now",
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        // A client that goes on at the wrong place is in conflict with what is here, not with the interface.
        let status = if self.upload_offset.is_some() { StatusCode::CONFLICT } else { status(self.code) };
        let details = ProblemDetails { code: self.code, title: title(self.code).to_owned(), status: status.as_u16(), detail: self.detail };
        let mut response = (status, axum::Json(details)).into_response();
        response.headers_mut().insert(header::CONTENT_TYPE, header::HeaderValue::from_static("application/problem+json"));
        if let Some(seconds) = self.retry_after {
            response.headers_mut().insert(header::RETRY_AFTER, seconds.into());
        }
        if let Some(offset) = self.upload_offset {
            response.headers_mut().insert(UPLOAD_OFFSET, offset.into());
        }
        response.extensions_mut().insert(self.code);
        response
    }
}
