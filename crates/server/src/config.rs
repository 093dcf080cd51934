//! What an operator can set.

use std::time::Duration;

/// Whether new offices may be founded here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Founding {
    /// Anybody who reaches the server may found one.
    #[default]
    Open,
    /// Whoever comes first may found the one office of this server.
    One,
    /// Only the offices that are here.
    Closed,
}

/// Limits that are answered with a code. Those of records and pages are part of the interface and stand in `praesto_protocol`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of records and attachments that one office may store.
    pub office_bytes: u64,
    /// Longest sealed attachment in bytes.
    pub attachment_bytes: u64,
    /// Requests per second and device, or per address before login.
    pub requests_per_second: u32,
    /// Requests that may come at once before that rate counts.
    pub requests_at_once: u32,
    /// Newcomers that may wait on one invitation.
    pub joins_per_invitation: u32,
    /// Entries that one person may bring into an office's register on one day; those that only take rights away do not count.
    pub register_entries_per_day: u32,
    /// Attachments that all devices together may send and fetch at once.
    pub transfers: usize,
    /// Attachments that one device may send and fetch at once.
    pub transfers_per_device: usize,
    /// Bytes of answers and long bodies that all devices together may have in memory at once.
    pub held_bytes: usize,
    /// Bytes of answers and long bodies that one device may have in memory at once.
    pub held_bytes_per_device: usize,
    /// Time within which a peer has to take or send something, or it is let go.
    pub idle: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            office_bytes: 100 << 30,
            attachment_bytes: praesto_protocol::api::MAX_ATTACHMENT_BYTES,
            requests_per_second: 200,
            requests_at_once: 2_000,
            joins_per_invitation: 16,
            register_entries_per_day: 10_000,
            transfers: 1_024,
            transfers_per_device: 16,
            held_bytes: 512 << 20,
            held_bytes_per_device: 32 << 20,
            idle: Duration::from_secs(60),
        }
    }
}

/// Everything that decides how the server behaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Settings {
    pub founding: Founding,
    pub limits: Limits,
}
