//! The shapes of `praesto_protocol::api` as the interface description shows them.
//!
//! The protocol crate is shared with clients and knows nothing of OpenAPI; a test holds these shapes to it, field by field.
#![allow(dead_code)] // Read by the description only.

use utoipa::ToSchema;
use uuid::Uuid;

/// Bytes as unpadded base64url.
type Bytes = String;

macro_rules! shapes {
    ($($(#[$doc:meta])* $name:ident { $($(#[$field_doc:meta])* $field:ident: $ty:ty),* $(,)? })*) => {$(
        $(#[$doc])*
        #[derive(Debug, ToSchema)]
        pub(super) struct $name { $($(#[$field_doc])* pub(super) $field: $ty),* }
    )*
        #[cfg(test)]
        /// Name and fields of every shape.
        pub(super) const FIELDS: &[(&str, &[&str])] = &[$((stringify!($name), &[$(stringify!($field)),*])),*];
    };
}

shapes! {
    /// Problem details (RFC 9457) with a closed code.
    ProblemDetails {
        /// `bad-request`, `login-needed`, `device-unknown`, `device-revoked`, `not-entitled`, `not-found`, `founding-refused`, `head-moved`,
        /// `entry-refused`, `epoch-not-current`, `chain-broken`, `record-refused`, `too-large`, `too-many`, `quota-reached`,
        /// `attachment-not-named`, `hash-mismatch`, `invitation-invalid` or `unavailable`.
        code: String,
        title: String,
        status: u16,
        /// For people who read logs; of `chain-broken`: `<device_seq> of <device>`.
        detail: Option<String>,
    }
    ServerInfo { receipt_key: Bytes, version: String, now: i64 }
    ChallengeRequest { office: Uuid, device: Uuid }
    Challenge { challenge: Bytes }
    LoginRequest { office: Uuid, device: Uuid, challenge: Bytes, signature: Bytes }
    Login { token: String, expires_at: i64 }
    RegisterPage { entries: Vec<Bytes>, length: u64 }
    RegisterAppend { office: Uuid, entries: Vec<Bytes>, epochs: Vec<EpochUpload> }
    EpochUpload { space: Uuid, epoch: u32, link: Bytes, envelopes: Vec<EnvelopeUpload> }
    EnvelopeUpload { device: Uuid, sealed: Bytes }
    EnvelopePage { epochs: Vec<EpochDownload> }
    EpochDownload { epoch: u32, link: Bytes, envelope: Option<Bytes> }
    JoinRequest { office: Uuid, invitation: Uuid, device: Uuid, signing: Bytes, recipient: String, mac: Bytes }
    JoinPage { joins: Vec<JoinRequest> }
    SpaceState { seq: u64, order: String, device_seq: u64, device_head: String, order_at: Option<String> }
    HeadsPage { documents: Vec<DocumentHead>, next: Option<Uuid> }
    DocumentHead { document: Uuid, checkpoint: Option<u64>, covers: u64, head: u64 }
    HoldingPage { outboxes: Vec<HeldOutbox> }
    HeldOutbox { device: Uuid, received_at: i64, sealed: Bytes }
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
    use super::FIELDS;
    use praesto_protocol::api::{self, Bytes, Problem};
    use praesto_protocol::{DeviceId, DocumentId, InvitationId, OfficeId, SpaceId};
    use serde_json::{Value, json};

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
        let samples = samples();
        assert_eq!(samples.len(), FIELDS.len(), "each shape has its sample");
        for ((name, sample), (shape, fields)) in samples.iter().zip(FIELDS) {
            assert_eq!(name, shape);
            let mut used: Vec<&str> = sample.as_object().unwrap().keys().map(String::as_str).collect();
            let mut shown = fields.to_vec();
            used.sort_unstable();
            shown.sort_unstable();
            assert_eq!(used, shown, "{name}");
        }
    }
}
