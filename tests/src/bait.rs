//! A place on the network that nobody has a reason to call, and an eye on what programs have to do with the network.

use std::{
    collections::BTreeSet,
    fs,
    net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, TcpListener},
    path::Path,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    thread::{self, JoinHandle},
};

use crate::process::{TICK, with_all_they_started};

/// An address of this computer that is written into documents. Whoever calls it is noticed.
#[derive(Debug)]
pub struct Bait {
    listener: TcpListener,
}

impl Bait {
    /// Lays it out.
    ///
    /// # Panics
    /// If no port is free.
    pub fn laid() -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port is free");
        listener.set_nonblocking(true).expect("it can be looked at without waiting");
        Self { listener }
    }

    /// What stands in documents.
    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port())
    }

    /// The port that nobody has a reason to call.
    ///
    /// # Panics
    /// If it has none, as never happens.
    pub fn port(&self) -> u16 {
        self.listener.local_addr().expect("it has an address").port()
    }

    /// Whether somebody called since it was last asked.
    pub fn is_taken(&self) -> bool {
        let mut taken = false;
        while self.listener.accept().is_ok() {
            taken = true;
        }
        taken
    }
}

/// Looks all the time at whom some programs speak with over the network.
///
/// What lasts for less than one look may be missed; a [`Bait`] misses nothing that comes to it.
#[derive(Debug)]
pub struct Watch {
    over: Arc<AtomicBool>,
    seen: Arc<Mutex<BTreeSet<SocketAddr>>>,
    looking: Option<JoinHandle<()>>,
}

impl Watch {
    /// Watches these programs, and whatever they start, until it is dropped.
    pub fn over_processes(programs: &[u32]) -> Self {
        let (over, seen) = (Arc::new(AtomicBool::new(false)), Arc::new(Mutex::new(BTreeSet::new())));
        let (programs, ends, sees) = (programs.to_vec(), over.clone(), seen.clone());
        let looking = thread::spawn(move || {
            while !ends.load(Ordering::Relaxed) {
                let peers = peers(&programs);
                sees.lock().unwrap_or_else(PoisonError::into_inner).extend(peers);
                thread::sleep(TICK);
            }
        });
        Self { over, seen, looking: Some(looking) }
    }

    /// Everybody that the programs spoke with.
    pub fn seen(&self) -> Vec<SocketAddr> {
        self.seen.lock().unwrap_or_else(PoisonError::into_inner).iter().copied().collect()
    }

    /// Those of them who are not on this computer, or who are asked for names of others, which is as bad.
    pub fn outside(&self) -> Vec<SocketAddr> {
        self.seen().into_iter().filter(|peer| !peer.ip().is_loopback() || peer.port() == DNS).collect()
    }
}

/// Where names are asked for.
const DNS: u16 = 53;

impl Drop for Watch {
    fn drop(&mut self) {
        self.over.store(true, Ordering::Relaxed);
        if let Some(looking) = self.looking.take() {
            let _ = looking.join();
        }
    }
}

/// The other ends of the connections that processes hold now.
fn peers(programs: &[u32]) -> BTreeSet<SocketAddr> {
    with_all_they_started(programs).iter().flat_map(|id| peers_of(*id)).collect()
}

fn peers_of(id: u32) -> Vec<SocketAddr> {
    let process = format!("/proc/{id}");
    // What a process of ours does not let us see, or that has just ended, has no connection that could be looked at.
    let held: BTreeSet<String> = fs::read_dir(Path::new(&process).join("fd"))
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|fd| fs::read_link(fd.path()).ok()?.to_str()?.strip_prefix("socket:[")?.strip_suffix(']').map(str::to_owned))
        .collect();
    let tables = ["tcp", "tcp6", "udp", "udp6"].map(|table| fs::read_to_string(format!("{process}/net/{table}")).unwrap_or_default());
    let lines = tables.iter().flat_map(|table| table.lines().skip(1));
    lines
        .filter_map(|line| {
            let fields: Vec<&str> = line.split_whitespace().collect();
            let peer = address(fields.get(2)?)?;
            (held.contains(*fields.get(9)?) && peer.port() != 0).then_some(peer)
        })
        .collect()
}

/// An address as the kernel lists it: words of four bytes, each in the order of this computer, then the port (proc(5)).
fn address(listed: &str) -> Option<SocketAddr> {
    let (ip, port) = listed.split_once(':')?;
    let port = u16::from_str_radix(port, 16).ok()?;
    let words = (0..ip.len() / 8).map(|at| u32::from_str_radix(&ip[at * 8..at * 8 + 8], 16).map(u32::to_ne_bytes));
    let bytes: Vec<u8> = words.collect::<Result<Vec<_>, _>>().ok()?.concat();
    let ip = match <[u8; 4]>::try_from(bytes.as_slice()) {
        Ok(four) => IpAddr::V4(Ipv4Addr::from(four)),
        Err(_) => {
            let ip = Ipv6Addr::from(<[u8; 16]>::try_from(bytes.as_slice()).ok()?);
            ip.to_ipv4_mapped().map_or(IpAddr::V6(ip), IpAddr::V4)
        }
    };
    Some(SocketAddr::new(ip, port))
}

#[cfg(test)]
mod tests {
    use std::{
        net::{TcpStream, UdpSocket},
        time::{Duration, Instant},
    };

    use super::*;

    /// How long a watch may take until it has looked.
    const LOOKS: Duration = Duration::from_secs(5);

    fn until(what: &str, done: impl Fn() -> bool) {
        let started = Instant::now();
        while !done() {
            assert!(started.elapsed() < LOOKS, "{what}");
            thread::sleep(TICK);
        }
    }

    #[test]
    fn who_takes_the_bait_is_noticed_once() {
        let bait = Bait::laid();
        assert!(!bait.is_taken());
        let _call = TcpStream::connect((Ipv4Addr::LOCALHOST, bait.port())).expect("it is there");
        until("the call is noticed", || bait.is_taken());
        assert!(!bait.is_taken());
    }

    #[test]
    fn a_watch_sees_with_whom_a_program_speaks() {
        let bait = Bait::laid();
        let watch = Watch::over_processes(&[std::process::id()]);
        let at = SocketAddr::from((Ipv4Addr::LOCALHOST, bait.port()));
        let _call = TcpStream::connect(at).expect("it is there");
        until("the call is seen", || watch.seen().contains(&at));
        // Asking for a name of somebody is noticed wherever it is asked: nothing is sent to make the socket one that is connected.
        let asks = UdpSocket::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port is free");
        asks.connect((Ipv4Addr::LOCALHOST, DNS)).expect("an address of this computer");
        until("the question is seen", || watch.outside().contains(&SocketAddr::from((Ipv4Addr::LOCALHOST, DNS))));
    }

    #[test]
    fn addresses_are_read_as_the_kernel_lists_them() {
        let listed = |bytes: &[u8]| -> String {
            bytes.chunks(4).map(|four| format!("{:08X}", u32::from_ne_bytes([four[0], four[1], four[2], four[3]]))).collect()
        };
        assert_eq!(address(&format!("{}:01BB", listed(&[192, 0, 2, 7]))), Some(SocketAddr::from((Ipv4Addr::new(192, 0, 2, 7), 443))));
        let six: Ipv6Addr = "2001:db8::7".parse().expect("an address");
        assert_eq!(address(&format!("{}:0050", listed(&six.octets()))), Some(SocketAddr::from((six, 80))));
        let mapped = Ipv4Addr::LOCALHOST.to_ipv6_mapped();
        assert_eq!(address(&format!("{}:0035", listed(&mapped.octets()))), Some(SocketAddr::from((Ipv4Addr::LOCALHOST, 53))));
        assert_eq!(address("nothing"), None);
    }
}
