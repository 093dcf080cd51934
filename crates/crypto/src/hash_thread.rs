//! SHA-256 beside other work: sealing a large file would otherwise wait for its two digests.

use std::io::{self, Write};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread::{Builder, JoinHandle};

use crate::{Hash, Hasher};

/// Pieces that may wait for the thread; whoever is faster than that waits for it.
const PIECES: usize = 4;
/// Bytes of a piece: waking the thread for every few of them would cost more than it saves.
const PIECE: usize = 256 << 10;

/// SHA-256 over a stream, on a thread of its own.
#[derive(Debug)]
pub struct HashThread {
    pieces: SyncSender<Vec<u8>>,
    /// What is not yet a whole piece.
    begun: Vec<u8>,
    /// Pieces that were read, to be filled again.
    used: Receiver<Vec<u8>>,
    thread: JoinHandle<Hash>,
}

impl HashThread {
    /// Starts the thread; it ends with this value.
    ///
    /// # Errors
    /// When the system has no room for a thread.
    pub fn start() -> io::Result<Self> {
        let (pieces, incoming) = sync_channel::<Vec<u8>>(PIECES);
        let (outgoing, used) = sync_channel(PIECES);
        let thread = Builder::new().name("praesto-hash".to_owned()).spawn(move || {
            let mut hasher = Hasher::default();
            for piece in incoming {
                hasher.update(&piece);
                // A piece that nobody takes back is freed.
                let _ = outgoing.try_send(piece);
            }
            hasher.finish()
        })?;
        Ok(Self { pieces, begun: Vec::new(), used, thread })
    }

    /// The digest of everything written.
    ///
    /// # Errors
    /// When the thread did not live to tell.
    pub fn finish(mut self) -> io::Result<Hash> {
        self.hand_over()?;
        drop(self.pieces);
        self.thread.join().map_err(|_| io::Error::other("the hashing thread panicked"))
    }

    fn hand_over(&mut self) -> io::Result<()> {
        let mut next = self.used.try_recv().unwrap_or_else(|_| Vec::with_capacity(PIECE));
        next.clear();
        let piece = std::mem::replace(&mut self.begun, next);
        self.pieces.send(piece).map_err(|_| io::Error::other("the hashing thread is gone"))
    }
}

impl Write for HashThread {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let (taken, _) = bytes.split_at(bytes.len().min(PIECE - self.begun.len()));
        self.begun.extend_from_slice(taken);
        if self.begun.len() == PIECE {
            self.hand_over()?;
        }
        Ok(taken.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_of_any_length_are_hashed_in_their_order() {
        let bytes: Vec<u8> = (0..2_000_000u32).map(|n| (n * 31 % 251) as u8).collect();
        for length in [13, 65_536, 65_552, 2_000_000] {
            let mut thread = HashThread::start().unwrap();
            bytes.chunks(length).for_each(|piece| thread.write_all(piece).unwrap());
            assert_eq!(thread.finish().unwrap(), Hash::of(&bytes), "pieces of {length}");
        }
        assert_eq!(HashThread::start().unwrap().finish().unwrap(), Hash::of(b""));
    }
}
