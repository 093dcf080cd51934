//! The shapes of `praesto_protocol::api` as the interface description shows them.
//!
//! Bytes are unpadded base64url there. The protocol crate is shared with clients and knows nothing of OpenAPI; a test holds these shapes to it, field by field.
#![allow(dead_code)] // Read by the description only.

use utoipa::ToSchema;
use uuid::Uuid;

/// Problem details (RFC 9457) with a closed code.
#[derive(Debug, ToSchema)]
pub(super) struct ProblemDetails {
    /// `bad-request`, `login-needed`, `device-unknown`, `device-revoked`, `not-entitled`, `not-found`, `founding-refused`, `head-moved`,
    /// `entry-refused`, `epoch-not-current`, `chain-broken`, `record-refused`, `too-large`, `too-many`, `quota-reached`,
    /// `attachment-not-named`, `hash-mismatch`, `invitation-invalid`, `storage-full` or `unavailable`.
    pub(super) code: String,
    pub(super) title: String,
    pub(super) status: u16,
    /// For people who read logs; of `chain-broken`: `<device_seq> of <device>`.
    pub(super) detail: Option<String>,
}

/// `ServerInfo` of the interface.
#[derive(Debug, ToSchema)]
pub(super) struct ServerInfo {
    pub(super) receipt_key: String,
    pub(super) version: String,
    pub(super) now: i64,
}

/// `ChallengeRequest` of the interface.
#[derive(Debug, ToSchema)]
pub(super) struct ChallengeRequest {
    pub(super) office: Uuid,
    pub(super) device: Uuid,
}

/// `Challenge` of the interface.
#[derive(Debug, ToSchema)]
pub(super) struct Challenge {
    pub(super) challenge: String,
}

/// `LoginRequest` of the interface.
#[derive(Debug, ToSchema)]
pub(super) struct LoginRequest {
    pub(super) office: Uuid,
    pub(super) device: Uuid,
    pub(super) challenge: String,
    pub(super) signature: String,
}

/// `Login` of the interface.
#[derive(Debug, ToSchema)]
pub(super) struct Login {
    pub(super) token: String,
    pub(super) expires_at: i64,
}

/// `RegisterPage` of the interface.
#[derive(Debug, ToSchema)]
pub(super) struct RegisterPage {
    pub(super) entries: Vec<String>,
    pub(super) length: u64,
}

/// `RegisterAppend` of the interface.
#[derive(Debug, ToSchema)]
pub(super) struct RegisterAppend {
    pub(super) office: Uuid,
    pub(super) entries: Vec<String>,
    pub(super) epochs: Vec<EpochUpload>,
}

/// `EpochUpload` of the interface.
#[derive(Debug, ToSchema)]
pub(super) struct EpochUpload {
    pub(super) space: Uuid,
    pub(super) epoch: u32,
    pub(super) link: String,
    pub(super) envelopes: Vec<EnvelopeUpload>,
}

/// `EnvelopeUpload` of the interface.
#[derive(Debug, ToSchema)]
pub(super) struct EnvelopeUpload {
    pub(super) device: Uuid,
    pub(super) sealed: String,
}

/// `EnvelopePage` of the interface.
#[derive(Debug, ToSchema)]
pub(super) struct EnvelopePage {
    pub(super) epochs: Vec<EpochDownload>,
}

/// `EpochDownload` of the interface.
#[derive(Debug, ToSchema)]
pub(super) struct EpochDownload {
    pub(super) epoch: u32,
    pub(super) link: String,
    pub(super) envelope: Option<String>,
}

/// `JoinRequest` of the interface.
#[derive(Debug, ToSchema)]
pub(super) struct JoinRequest {
    pub(super) office: Uuid,
    pub(super) invitation: Uuid,
    pub(super) device: Uuid,
    pub(super) signing: String,
    pub(super) recipient: String,
    pub(super) mac: String,
}

/// `JoinPage` of the interface.
#[derive(Debug, ToSchema)]
pub(super) struct JoinPage {
    pub(super) joins: Vec<JoinRequest>,
}

/// `SpaceState` of the interface.
#[derive(Debug, ToSchema)]
pub(super) struct SpaceState {
    pub(super) seq: u64,
    pub(super) order: String,
    pub(super) device_seq: u64,
    pub(super) device_head: String,
    pub(super) order_at: Option<String>,
}

/// `HeadsPage` of the interface.
#[derive(Debug, ToSchema)]
pub(super) struct HeadsPage {
    pub(super) documents: Vec<DocumentHead>,
    pub(super) next: Option<Uuid>,
}

/// `DocumentHead` of the interface.
#[derive(Debug, ToSchema)]
pub(super) struct DocumentHead {
    pub(super) document: Uuid,
    pub(super) checkpoint: Option<u64>,
    pub(super) covers: u64,
    pub(super) head: u64,
}

/// `HoldingPage` of the interface.
#[derive(Debug, ToSchema)]
pub(super) struct HoldingPage {
    pub(super) outboxes: Vec<HeldOutbox>,
}

/// `HeldOutbox` of the interface.
#[derive(Debug, ToSchema)]
pub(super) struct HeldOutbox {
    pub(super) device: Uuid,
    pub(super) received_at: i64,
    pub(super) sealed: String,
}

/// What happened.
#[derive(Debug, serde::Serialize, ToSchema)]
#[serde(tag = "event", rename_all = "snake_case")]
pub(super) enum ServerEvent {
    /// A space reached this many records.
    Space { space: Uuid, seq: u64 },
    /// The register reached this many entries.
    Register { length: u64 },
    /// A newcomer waits.
    Join,
}

#[cfg(test)]
mod tests {
    use praesto_protocol::api::{self, Bytes, Problem};
    use praesto_protocol::{DeviceId, DocumentId, InvitationId, OfficeId, SpaceId};
    use serde_json::{Value, json};
    use std::collections::BTreeSet;

    fn samples() -> Vec<(&'static str, Value)> {
        let (office, device, space) = (OfficeId::from_bytes([1; 16]), DeviceId::from_bytes([2; 16]), SpaceId::from_bytes([3; 16]));
        let bytes = || Bytes(vec![1]);
        let head = api::DocumentHead { document: DocumentId::from_bytes([4; 16]), checkpoint: Some(1), covers: 0, head: 1 };
        let envelope = api::EnvelopeUpload { device, sealed: bytes() };
        let upload = api::EpochUpload { space, epoch: 1, link: bytes(), envelopes: vec![envelope.clone()] };
        let download = api::EpochDownload { epoch: 1, link: bytes(), envelope: Some(bytes()) };
        let join = api::JoinRequest {
            office,
            invitation: InvitationId::from_bytes([5; 16]),
            device,
            signing: bytes(),
            recipient: "age1".to_owned(),
            mac: bytes(),
        };
        let outbox = api::HeldOutbox { device, received_at: 1, sealed: bytes() };
        let problem = api::ProblemDetails { code: Problem::TooMany, title: String::new(), status: 1, detail: Some(String::new()) };
        let state =
            api::SpaceState { seq: 1, order: String::new(), device_seq: 1, device_head: String::new(), order_at: Some(String::new()) };
        vec![
            ("ProblemDetails", json!(problem)),
            ("ServerInfo", json!(api::ServerInfo { receipt_key: bytes(), version: String::new(), now: 1 })),
            ("ChallengeRequest", json!(api::ChallengeRequest { office, device })),
            ("Challenge", json!(api::Challenge { challenge: bytes() })),
            ("LoginRequest", json!(api::LoginRequest { office, device, challenge: bytes(), signature: bytes() })),
            ("Login", json!(api::Login { token: String::new(), expires_at: 1 })),
            ("RegisterPage", json!(api::RegisterPage { entries: vec![bytes()], length: 1 })),
            ("RegisterAppend", json!(api::RegisterAppend { office, entries: vec![bytes()], epochs: vec![upload.clone()] })),
            ("EpochUpload", json!(upload)),
            ("EnvelopeUpload", json!(envelope)),
            ("EnvelopePage", json!(api::EnvelopePage { epochs: vec![download.clone()] })),
            ("EpochDownload", json!(download)),
            ("JoinRequest", json!(join)),
            ("JoinPage", json!(api::JoinPage { joins: vec![join] })),
            ("SpaceState", json!(state)),
            ("HeadsPage", json!(api::HeadsPage { documents: vec![head], next: Some(head.document) })),
            ("DocumentHead", json!(head)),
            ("HoldingPage", json!(api::HoldingPage { outboxes: vec![outbox.clone()] })),
            ("HeldOutbox", json!(outbox)),
        ]
    }

    #[test]
    fn every_shape_has_the_fields_that_client_and_server_use() {
        let document = crate::http::openapi_document();
        let shapes = document["components"]["schemas"].as_object().unwrap();
        let samples = samples();
        // The events are an enum, held by the test below.
        assert_eq!(samples.len() + 1, shapes.len(), "each shape has its sample");
        for (name, sample) in samples {
            let fields = |value: &Value| value.as_object().unwrap().keys().cloned().collect::<BTreeSet<_>>();
            assert_eq!(fields(&shapes[name]["properties"]), fields(&sample), "{name}");
        }
    }

    #[test]
    fn the_events_read_as_clients_write_them() {
        let id = uuid::Uuid::from_bytes([3; 16]);
        for (shown, used) in [
            (json!(super::ServerEvent::Space { space: id, seq: 1 }), json!(api::ServerEvent::Space { space: SpaceId(id), seq: 1 })),
            (json!(super::ServerEvent::Register { length: 1 }), json!(api::ServerEvent::Register { length: 1 })),
            (json!(super::ServerEvent::Join), json!(api::ServerEvent::Join)),
        ] {
            assert_eq!(shown, used);
        }
    }
}
