//! The built programs, as a person starts them.

use std::{
    env, fs,
    net::{Ipv4Addr, TcpStream},
    path::{Path, PathBuf},
    process::{Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use serde_json::Value;

use crate::{
    driver::free_port,
    process::{Process, TICK},
};

/// How long the server may take until it answers.
const START: Duration = Duration::from_secs(30);

/// Where cargo put the programs.
#[derive(Clone, Debug)]
pub struct Programs {
    folder: PathBuf,
}

impl Programs {
    /// The programs beside the running test.
    ///
    /// # Panics
    /// If they are not there; the message says what to do.
    pub fn built() -> Self {
        let test = env::current_exe().expect("a running program has a path");
        // Tests are in `deps/` below the programs, binaries of this crate beside them.
        let folder = test.ancestors().skip(1).find(|folder| folder.join("praesto-desktop").is_file()).map(Path::to_path_buf);
        let folder = folder.expect("the programs are built; `cargo xtask test` does it");
        Self { folder }
    }

    /// The programs in a folder, if the window is among them.
    pub fn in_folder(folder: &Path) -> Option<Self> {
        folder.join("praesto-desktop").is_file().then(|| Self { folder: folder.to_owned() })
    }

    /// Path of a program.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    /// Cargo's folder for what it builds.
    pub fn target(&self) -> &Path {
        self.folder.parent().unwrap_or(&self.folder)
    }

    /// Runs `praesto` on a profile, with the passphrase in a file as a person would give it.
    pub fn praesto(&self, profile: &Path, passphrase: &Path, words: &[&str]) -> Said {
        let output = Command::new(self.path("praesto"))
            .arg("--profile")
            .arg(profile)
            .arg("--passphrase-file")
            .arg(passphrase)
            .args(words)
            .stdin(Stdio::null())
            .output()
            .expect("praesto is built and starts");
        Said {
            succeeded: output.status.success(),
            out: String::from_utf8_lossy(&output.stdout).into_owned(),
            err: String::from_utf8_lossy(&output.stderr).into_owned(),
        }
    }

    /// Starts a server on a free port of this computer.
    ///
    /// # Panics
    /// If it does not answer; the message holds its log.
    pub fn serve(&self, data: &Path, log: &Path) -> RunningServer {
        self.serve_at(free_port().expect("a port is free"), data, log)
    }

    /// Starts a server on this port of this computer, such as the one it had before it was ended.
    ///
    /// # Panics
    /// As [`Programs::serve`].
    pub fn serve_at(&self, port: u16, data: &Path, log: &Path) -> RunningServer {
        self.start_server(port, data, log, &[])
    }

    /// Starts a server with the certificate of its data folder, which it makes where there is none yet.
    ///
    /// # Panics
    /// As [`Programs::serve`].
    pub fn serve_with_tls(&self, data: &Path, log: &Path) -> RunningServer {
        self.serve_with_tls_at(free_port().expect("a port is free"), data, log)
    }

    /// The same on this port of this computer.
    ///
    /// # Panics
    /// As [`Programs::serve`].
    pub fn serve_with_tls_at(&self, port: u16, data: &Path, log: &Path) -> RunningServer {
        self.start_server(port, data, log, &["--tls", "self-made"])
    }

    fn start_server(&self, port: u16, data: &Path, log: &Path, options: &[&str]) -> RunningServer {
        let mut command = Command::new(self.path("praesto-server"));
        command.args(["serve", "--listen", &format!("127.0.0.1:{port}"), "--data"]).arg(data).args(options);
        let mut process = Process::start(&mut command, log).expect("praesto-server is built and starts");
        let started = Instant::now();
        let said = || fs::read_to_string(log).unwrap_or_default();
        // It says where it listens last, after the certificate.
        while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() || !said().contains("listening on ") {
            let ended = process.ended();
            if ended.is_some() || started.elapsed() > START {
                panic!("the server does not answer (ended: {ended:?})\n{}", said());
            }
            thread::sleep(TICK);
        }
        let certificate = said().lines().find_map(|line| line.strip_prefix("certificate sha256 ")).map(str::to_owned);
        RunningServer { process, port, certificate }
    }
}

/// A server that runs until it is dropped.
#[derive(Debug)]
pub struct RunningServer {
    process: Process,
    port: u16,
    /// SHA-256 of the certificate that it made for itself.
    certificate: Option<String>,
}

impl RunningServer {
    /// Its address, as a person gives it to found an office.
    pub fn address(&self) -> String {
        match &self.certificate {
            Some(certificate) => format!("https://127.0.0.1:{}#{certificate}", self.port),
            None => format!("http://127.0.0.1:{}", self.port),
        }
    }

    /// SHA-256 of the certificate that it made for itself, in hexadecimal.
    pub fn certificate(&self) -> Option<&str> {
        self.certificate.as_deref()
    }

    /// Its port, to start it there again.
    pub fn port(&self) -> u16 {
        self.port
    }

    /// The process, to end it in an orderly way or at once.
    pub fn process(&mut self) -> &mut Process {
        &mut self.process
    }
}

/// What `praesto` answered.
#[derive(Clone, Debug)]
pub struct Said {
    pub succeeded: bool,
    pub out: String,
    pub err: String,
}

impl Said {
    /// The answer, when it has to be one.
    ///
    /// # Panics
    /// If praesto refused; the message holds what it said.
    pub fn done(self) -> String {
        assert!(self.succeeded, "praesto refused: {}{}", self.out, self.err);
        self.out
    }

    /// The answer as JSON.
    ///
    /// # Panics
    /// As [`Said::done`], and if it is not JSON.
    pub fn json(self) -> Value {
        let out = self.done();
        serde_json::from_str(&out).unwrap_or_else(|error| panic!("praesto answers in JSON ({error}): {out}"))
    }

    /// The last line of the answer, such as an invitation's code.
    ///
    /// # Panics
    /// As [`Said::done`], and if there is no line.
    pub fn last_line(self) -> String {
        let out = self.done();
        out.lines().last().map(str::trim).map(str::to_owned).expect("praesto's answer has a line")
    }
}
