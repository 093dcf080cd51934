//! What a lying server says.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use praesto_protocol::api::{EnvelopePage, Frame, HeadsPage, RegisterAppend, RegisterPage, SpaceState};

/// A lie. Each changes the answers of one call.
#[derive(Clone)]
pub enum Lie {
    Register(Arc<dyn Fn(RegisterPage) -> RegisterPage + Send + Sync>),
    Space(Arc<dyn Fn(SpaceState) -> SpaceState + Send + Sync>),
    Records(Arc<dyn Fn(Vec<u8>) -> Vec<u8> + Send + Sync>),
    Heads(Arc<dyn Fn(HeadsPage) -> HeadsPage + Send + Sync>),
    Documents(Arc<dyn Fn(Vec<u8>) -> Vec<u8> + Send + Sync>),
    Receipt(Arc<dyn Fn(Vec<u8>) -> Vec<u8> + Send + Sync>),
    /// What somebody uploads: not the server lies, but a member.
    Append(Arc<dyn Fn(RegisterAppend) -> RegisterAppend + Send + Sync>),
    Envelopes(Arc<dyn Fn(EnvelopePage) -> EnvelopePage + Send + Sync>),
    /// The same, and of what is said in the register the server says that it did not take it, though it did.
    EnvelopesAndDeaf(Arc<dyn Fn(EnvelopePage) -> EnvelopePage + Send + Sync>),
    Attachment(Arc<dyn Fn(Vec<u8>) -> Vec<u8> + Send + Sync>),
    /// How long an attachment is.
    Size(Arc<dyn Fn(u64) -> u64 + Send + Sync>),
    /// No lie: what happens before each piece of an upload.
    Piece(Arc<dyn Fn() + Send + Sync>),
}

impl std::fmt::Debug for Lie {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Lie")
    }
}

impl Lie {
    /// No lie: counts the pieces that are uploaded.
    pub fn counting_pieces() -> (Self, Arc<AtomicUsize>) {
        let pieces = Arc::new(AtomicUsize::new(0));
        let count = pieces.clone();
        let lie = Self::Piece(Arc::new(move || {
            count.fetch_add(1, Ordering::Relaxed);
        }));
        (lie, pieces)
    }

    /// Downloads of the trail of cases that break off before their first record; names still come.
    pub fn no_trail() -> Self {
        Self::Records(Arc::new(|bytes| {
            let (frames, _) = Frame::read_all(&bytes);
            if frames.len() > 20 { bytes[..10].to_vec() } else { bytes }
        }))
    }
}
