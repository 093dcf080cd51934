//! Identifiers in statements and register entries: UUIDs, sixteen bytes on the wire.

use serde::{Deserialize, Serialize};
use uuid::{Builder, Uuid};

macro_rules! id_type {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl $name {
            /// Makes a version 7 UUID (RFC 9562) from milliseconds since the Unix epoch and ten bytes of fresh randomness.
            pub fn make(now_ms: i64, random: &[u8; 10]) -> Self {
                Self(Builder::from_unix_timestamp_millis(now_ms.max(0) as u64, random).into_uuid())
            }

            /// The sixteen bytes.
            pub fn as_bytes(&self) -> &[u8; 16] {
                self.0.as_bytes()
            }

            /// From sixteen bytes.
            pub fn from_bytes(bytes: [u8; 16]) -> Self {
                Self(Uuid::from_bytes(bytes))
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }

        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(f, "{}", self.0)
            }
        }

        impl std::str::FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.parse().map(Self)
            }
        }
    )*};
}

id_type! {
    /// An office (tenant).
    OfficeId;
    /// A person of the office.
    PersonId;
    /// One enrolled computer.
    DeviceId;
    /// A set of documents that one set of people can read.
    SpaceId;
    /// A mergeable document in a space.
    DocumentId;
    /// An invitation.
    InvitationId;
}
