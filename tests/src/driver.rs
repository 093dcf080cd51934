//! The WebDriver protocol (W3C), as far as the journeys need it, spoken to WebKitWebDriver.

use std::{
    io,
    net::{Ipv4Addr, TcpListener},
    path::Path,
    process::Command,
    sync::Once,
    thread,
    time::{Duration, Instant},
};

use reqwest::{Method, blocking::Client};
use serde_json::{Value, json};
use thiserror::Error;

use crate::process::{Process, TICK, wait_for_the_end};

/// How long the driver may take to answer after it was started.
const START: Duration = Duration::from_secs(20);
/// How long one answer may take: axe looks at a whole screen.
const ANSWER: Duration = Duration::from_secs(120);

/// What can go wrong between a test and a window.
#[derive(Debug, Error)]
pub enum DriverError {
    /// The driver refused; `code` is the protocol's word for it.
    #[error("{code}: {message}")]
    Refused { code: String, message: String },
    /// The driver could not be started or reached.
    #[error("the driver does not answer: {0}")]
    Silent(String),
    /// A file could not be read or written.
    #[error(transparent)]
    File(#[from] io::Error),
}

impl From<reqwest::Error> for DriverError {
    fn from(error: reqwest::Error) -> Self {
        Self::Silent(error.to_string())
    }
}

/// One driver with one session: one window.
#[derive(Debug)]
pub struct Driver {
    process: Process,
    client: Client,
    session: String,
}

impl Driver {
    /// Starts a driver on a free port, and through it the program.
    pub fn start(program: &Path, arguments: &[&str], variables: &[(&str, &str)], log: &Path) -> Result<Self, DriverError> {
        let port = free_port()?;
        let mut command = Command::new("WebKitWebDriver");
        command.arg(format!("--port={port}")).arg("--host=127.0.0.1").env_remove("WAYLAND_DISPLAY").envs(variables.iter().copied());
        // Without these two, Tauri does not let itself be driven.
        command.env("TAURI_AUTOMATION", "true").env("TAURI_WEBVIEW_AUTOMATION", "true");
        let process = Process::start(&mut command, log)?;
        let mut driver = Self { process, client: client()?, session: format!("http://127.0.0.1:{port}/session") };
        let wanted = json!({ "capabilities": { "alwaysMatch": { "webkitgtk:browserOptions": { "binary": program, "args": arguments } } } });
        let started = Instant::now();
        let answer = loop {
            match driver.post("", wanted.clone()) {
                Err(DriverError::Silent(why)) if started.elapsed() < START => {
                    if let Some(status) = driver.process.ended() {
                        return Err(DriverError::Silent(format!("it ended with {status}; {why}")));
                    }
                    thread::sleep(TICK);
                }
                answer => break answer?,
            }
        };
        let session = answer["sessionId"].as_str().ok_or_else(|| DriverError::Silent("it gave no session".to_owned()))?;
        driver.session = format!("{}/{session}", driver.session);
        Ok(driver)
    }

    /// The driver's process, whose children are the program.
    pub fn process(&mut self) -> &mut Process {
        &mut self.process
    }

    /// Asks for something of the session.
    pub fn get(&self, path: &str) -> Result<Value, DriverError> {
        self.ask(Method::GET, path, None)
    }

    /// Asks the session to do something.
    pub fn post(&self, path: &str, body: Value) -> Result<Value, DriverError> {
        self.ask(Method::POST, path, Some(body))
    }

    fn ask(&self, method: Method, path: &str, body: Option<Value>) -> Result<Value, DriverError> {
        let mut request = self.client.request(method, format!("{}{path}", self.session));
        if let Some(body) = body {
            request = request.json(&body);
        }
        let mut answer: Value = request.send()?.json()?;
        let value = answer["value"].take();
        match value["error"].as_str() {
            Some(code) => {
                Err(DriverError::Refused { code: code.to_owned(), message: value["message"].as_str().unwrap_or_default().to_owned() })
            }
            None => Ok(value),
        }
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        let program = self.process.children();
        // Closes the program in an orderly way; dropping the process ends whatever is left.
        let _ = self.ask(Method::DELETE, "", None);
        // Whoever opens the same profile next finds it free.
        wait_for_the_end(&program);
    }
}

fn client() -> Result<Client, DriverError> {
    static PROVIDER: Once = Once::new();
    PROVIDER.call_once(|| {
        // An error says that another test of this process was first, which is as good.
        let _ = rustls::crypto::ring::default_provider().install_default();
    });
    Ok(Client::builder().no_proxy().timeout(ANSWER).build()?)
}

/// A port that was free a moment ago.
pub(crate) fn free_port() -> io::Result<u16> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port())
}
