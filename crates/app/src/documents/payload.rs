//! The first bytes of every record's payload: what kind of document the rest belongs to.
//!
//! Layout 1: `u8` layout version (1) ‖ `u8` kind ‖ `u16` schema, big-endian ‖ body to the end.

/// What a document is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum DocumentKind {
    /// Names of the office, its people and its devices.
    Directory = 1,
    /// A case file.
    Case = 2,
    /// The case types that the office added.
    CaseTypes = 3,
    /// Who looked at the cases of a space, and what left it: no merged document, but lines that are added.
    Access = 4,
}

impl DocumentKind {
    /// Newest schema that this version reads and writes.
    pub const fn schema(self) -> u16 {
        match self {
            Self::Directory | Self::Case | Self::CaseTypes | Self::Access => 1,
        }
    }

    /// The kind written as this byte.
    pub const fn from_tag(tag: u8) -> Option<Self> {
        match tag {
            1 => Some(Self::Directory),
            2 => Some(Self::Case),
            3 => Some(Self::CaseTypes),
            4 => Some(Self::Access),
            _ => None,
        }
    }

    /// The byte that stands for this kind.
    pub const fn tag(self) -> u8 {
        self as u8
    }
}

/// Version of the layout in front of the body.
pub const PAYLOAD_LAYOUT: u8 = 1;

/// Why a payload cannot be read. All but `TooShort` mean that a newer version wrote it: it is set aside until this one is updated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PayloadRefused {
    #[error("the payload is too short")]
    TooShort,
    #[error("payload layout {0} is not known")]
    UnknownLayout(u8),
    #[error("document kind {0} is not known")]
    UnknownKind(u8),
    #[error("schema {schema} of a {kind:?} document is not known")]
    UnknownSchema { kind: DocumentKind, schema: u16 },
}

/// Puts the header in front of a body.
pub fn encode_payload(kind: DocumentKind, schema: u16, body: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(4 + body.len());
    bytes.push(PAYLOAD_LAYOUT);
    bytes.push(kind.tag());
    bytes.extend(schema.to_be_bytes());
    bytes.extend(body);
    bytes
}

/// Splits a payload into kind, schema and body.
///
/// # Errors
/// See [`PayloadRefused`].
pub fn decode_payload(bytes: &[u8]) -> Result<(DocumentKind, u16, &[u8]), PayloadRefused> {
    decode_payload_up_to(bytes, 0)
}

/// Splits a payload whose schema may be so many versions beyond this program's own.
///
/// # Errors
/// See [`PayloadRefused`].
pub fn decode_payload_up_to(bytes: &[u8], ahead: u16) -> Result<(DocumentKind, u16, &[u8]), PayloadRefused> {
    let (&layout, rest) = bytes.split_first().ok_or(PayloadRefused::TooShort)?;
    if layout != PAYLOAD_LAYOUT {
        return Err(PayloadRefused::UnknownLayout(layout));
    }
    let (&[tag, high, low], body) = rest.split_first_chunk::<3>().ok_or(PayloadRefused::TooShort)?;
    let kind = DocumentKind::from_tag(tag).ok_or(PayloadRefused::UnknownKind(tag))?;
    let schema = u16::from_be_bytes([high, low]);
    if schema == 0 || schema > kind.schema() + ahead {
        return Err(PayloadRefused::UnknownSchema { kind, schema });
    }
    Ok((kind, schema, body))
}
