//! The program that reads documents for devices of a simulated world, and what it tries once it is shut in.

use std::fs::{self, File};
use std::io::Read;
use std::net::{Ipv4Addr, TcpListener, TcpStream, UdpSocket};
use std::os::unix::net::UnixStream;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread;

/// The program beside the running test, which cargo builds with it.
///
/// # Panics
/// If it is not there.
pub fn reader_program() -> PathBuf {
    let test = std::env::current_exe().expect("a running program has a path");
    let beside = test.ancestors().skip(1).map(|folder| folder.join("reader")).find(|program| program.is_file());
    beside.expect("the reader is built with the tests of its crate")
}

/// Tries what no reader of a stranger's document may do, and says for each whether it could.
///
/// `before` was opened before the process was shut in.
pub fn try_everything(mut before: File) -> Vec<(&'static str, bool)> {
    let null = Path::new("/dev/null");
    vec![
        ("read a file", File::open("/etc/passwd").is_ok()),
        ("read what the system says of it", fs::read("/proc/self/environ").is_ok()),
        ("write a file", File::options().write(true).open(null).is_ok()),
        ("make a file", File::create(std::env::temp_dir().join("praesto-reader-was-here")).is_ok()),
        ("list a folder", fs::read_dir("/").is_ok()),
        ("ask for a file's size", fs::metadata("/etc/passwd").is_ok()),
        ("call over the network", TcpStream::connect((Ipv4Addr::LOCALHOST, 9)).is_err_and(was_let)),
        ("listen on the network", TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).is_ok()),
        ("send a letter over the network", UdpSocket::bind((Ipv4Addr::LOCALHOST, 0)).is_ok()),
        ("make a socket of the computer", UnixStream::pair().is_ok()),
        ("start a program", Command::new("/bin/true").spawn().is_ok()),
        ("start a thread", thread::Builder::new().spawn(|| ()).is_ok()),
        ("read what was open before", before.read(&mut [0]).is_ok()),
    ]
}

/// Whether a call went out and nobody was there: then it was let.
fn was_let(error: std::io::Error) -> bool {
    error.kind() == std::io::ErrorKind::ConnectionRefused
}
