//! A network between a computer and its server that a test can slow down: what goes by is real, only later.

use std::{
    io::{ErrorKind, Read, Write},
    net::{Ipv4Addr, Shutdown, TcpListener, TcpStream},
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicU64, Ordering},
    },
    thread::{self, JoinHandle},
    time::Duration,
};

/// Bytes carried at once.
const PIECE: usize = 1024;
/// How long a line may be silent before it is looked whether the network still stands.
const LOOK: Duration = Duration::from_millis(100);

/// What all lines of the network share.
#[derive(Debug, Default)]
struct State {
    /// Bytes per second that go from the server to a computer; 0 is as fast as they come.
    pace: AtomicU64,
    down: AtomicBool,
}

/// A port of this computer behind which a server stands. Taken down when dropped.
#[derive(Debug)]
pub struct Network {
    port: u16,
    state: Arc<State>,
    accepting: Option<JoinHandle<()>>,
}

impl Network {
    /// A fast network in front of the server at this port.
    ///
    /// # Panics
    /// If no port is free.
    pub fn to(server: u16) -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port is free");
        let port = listener.local_addr().expect("it has an address").port();
        let state = Arc::new(State::default());
        let accepting = {
            let state = state.clone();
            thread::spawn(move || accept(&listener, server, &state))
        };
        Self { port, state, accepting: Some(accepting) }
    }

    /// Address of the server on this network.
    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// From now on, each line carries this much to a computer, in bytes per second.
    pub fn slow(&self, pace: u64) {
        self.state.pace.store(pace, Ordering::Relaxed);
    }

    /// From now on, nothing is held up.
    pub fn fast(&self) {
        self.slow(0);
    }
}

impl Drop for Network {
    fn drop(&mut self) {
        self.state.down.store(true, Ordering::Relaxed);
        // Wakes what waits for the next line; where that fails, nobody waits.
        let _ = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port));
        if let Some(accepting) = self.accepting.take() {
            let _ = accepting.join();
        }
    }
}

fn accept(listener: &TcpListener, server: u16, state: &Arc<State>) {
    for computer in listener.incoming() {
        if state.down.load(Ordering::Relaxed) {
            return;
        }
        // A server that is not there is what the computer would find without us, too: the line is cut.
        let (Ok(computer), Ok(server)) = (computer, TcpStream::connect((Ipv4Addr::LOCALHOST, server))) else { continue };
        for (from, to, is_slow) in [(&computer, &server, false), (&server, &computer, true)] {
            if let (Ok(from), Ok(to)) = (from.try_clone(), to.try_clone()) {
                let state = state.clone();
                thread::spawn(move || carry(from, to, &state, is_slow));
            }
        }
    }
}

/// Carries bytes one way until either side ends or the network is taken down.
fn carry(mut from: TcpStream, mut to: TcpStream, state: &State, is_slow: bool) {
    let mut piece = [0; PIECE];
    let listens = from.set_read_timeout(Some(LOOK)).is_ok();
    while listens && !state.down.load(Ordering::Relaxed) {
        match from.read(&mut piece) {
            Ok(0) => break,
            Ok(length) => {
                if to.write_all(&piece[..length]).is_err() {
                    break;
                }
                let pace = state.pace.load(Ordering::Relaxed);
                if is_slow && pace > 0 {
                    thread::sleep(Duration::from_micros(length as u64 * 1_000_000 / pace));
                }
            }
            Err(error) if matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut | ErrorKind::Interrupted) => {}
            Err(_) => break,
        }
    }
    // Both ends learn that nothing more comes; an end that is gone knows.
    let _ = to.shutdown(Shutdown::Both);
    let _ = from.shutdown(Shutdown::Both);
}
