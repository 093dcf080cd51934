//! Where a journey plays: a screen of its own, a folder of its own, and a place for the traces of a failure.

use std::{
    fs::{self, Permissions},
    io::{self, BufRead, BufReader},
    os::unix::fs::PermissionsExt,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::{Mutex, MutexGuard, PoisonError},
};

use tempfile::TempDir;

use crate::{DriverError, PASSPHRASE, Programs, RunningServer, Said, Window};

static TURN: Mutex<()> = Mutex::new(());

/// A screen of 1440 × 900 and an empty folder. Everything on it ends and disappears with it; traces of a failed journey stay.
#[derive(Debug)]
pub struct Stage {
    /// One journey at a time: two cores are soon full of windows.
    _turn: MutexGuard<'static, ()>,
    name: String,
    programs: Programs,
    display: String,
    screen: Child,
    folder: TempDir,
    traces: PathBuf,
}

impl Stage {
    /// Sets up the stage of the journey of this name.
    ///
    /// # Panics
    /// If the programs are not built or there is no Xvfb; the message says what to do.
    pub fn set(name: &str) -> Self {
        Self::set_with(name, Programs::built())
    }

    /// Sets up a stage for these programs.
    ///
    /// # Panics
    /// If there is no Xvfb; the message says what to do.
    pub fn set_with(name: &str, programs: Programs) -> Self {
        // A journey that failed leaves nothing behind that the next one could stumble over.
        let turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
        let traces = programs.target().join("e2e-failures");
        fs::create_dir_all(&traces).expect("the folder for traces of failures can be made");
        let (screen, display) = screen().expect("Xvfb starts; `cargo xtask test` installs it");
        let folder = tempfile::tempdir().expect("a temporary folder can be made");
        Self { _turn: turn, name: name.to_owned(), programs, display, screen, folder, traces }
    }

    /// The built programs.
    pub fn programs(&self) -> &Programs {
        &self.programs
    }

    /// Where this journey's files are.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Folder of a person's profile.
    pub fn profile(&self, person: &str) -> PathBuf {
        self.folder.path().join("profiles").join(person)
    }

    /// A file that the journey writes, such as a passphrase or a document to import.
    pub fn file(&self, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
        let path = self.folder.path().join(name);
        fs::write(&path, content).expect("a file can be written in the journey's folder");
        path
    }

    /// Has a person type something at a terminal. Their profile opens, and is made, with [`PASSPHRASE`].
    pub fn praesto(&self, person: &str, words: &[&str]) -> Said {
        let passphrase = self.file("passphrase", PASSPHRASE);
        self.programs.praesto(&self.profile(person), &passphrase, words)
    }

    /// Lets people meet the server at their terminals, one after the other.
    ///
    /// # Panics
    /// If one of them does not.
    pub fn meet(&self, people: &[&str]) {
        people.iter().for_each(|person| drop(self.praesto(person, &["sync"]).done()));
    }

    /// Folder of a session that is the journey's alone: where a window puts what is open in other programs.
    ///
    /// # Panics
    /// If it cannot be made.
    pub fn session(&self) -> PathBuf {
        let folder = self.folder.path().join("session");
        fs::create_dir_all(&folder).expect("a folder of the session");
        fs::set_permissions(&folder, Permissions::from_mode(0o700)).expect("it is for one person");
        folder
    }

    /// Starts an office's server on this computer.
    pub fn server(&self) -> RunningServer {
        self.programs.serve(&self.folder.path().join("server"), &self.log("server"))
    }

    /// Starts it again where it was.
    pub fn server_at(&self, port: u16) -> RunningServer {
        self.programs.serve_at(port, &self.folder.path().join("server"), &self.log("server-again"))
    }

    /// Opens the window of a person.
    ///
    /// # Panics
    /// If it does not open; the message holds its log.
    pub fn window(&self, person: &str) -> Window {
        self.window_with(person, &[])
    }

    /// Sets the size of text of a person's profile, in percent, and everything else that is set to what is usual. Holds for windows opened after.
    ///
    /// # Panics
    /// If it cannot be written.
    pub fn sizes_text(&self, person: &str, percent: u32) {
        let settings = format!("{{\"text_percent\":{percent}}}");
        praesto_vault::save_settings(&self.profile(person), &settings).expect("settings can be written");
    }

    /// Opens the window of a person with further environment variables.
    ///
    /// # Panics
    /// As [`Stage::window`].
    pub fn window_with(&self, person: &str, variables: &[(&str, &str)]) -> Window {
        match self.try_window(person, variables) {
            Ok(window) => window,
            Err(error) => {
                let log = fs::read_to_string(self.log(person)).unwrap_or_default();
                panic!("the window of {person} does not open: {error}\n{log}")
            }
        }
    }

    fn try_window(&self, person: &str, variables: &[(&str, &str)]) -> Result<Window, DriverError> {
        let profile = self.profile(person).to_string_lossy().into_owned();
        let mut seen = vec![("DISPLAY", self.display.as_str())];
        seen.extend(variables);
        Window::open(&self.programs, &["--profile", &profile], &seen, &self.traces.join(format!("{}-{person}", self.name)))
    }

    /// Where what a person's window says is written, or what the `server` says.
    pub fn log(&self, what: &str) -> PathBuf {
        self.traces.join(format!("{}-{what}.log", self.name))
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        let _ = self.screen.kill();
        let _ = self.screen.wait();
    }
}

/// Starts a screen on the first free number.
fn screen() -> io::Result<(Child, String)> {
    let mut screen = Command::new("Xvfb")
        .args(["-displayfd", "1", "-screen", "0", "1440x900x24", "-nolisten", "tcp"])
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()?;
    let mut number = String::new();
    if let Some(out) = screen.stdout.take() {
        BufReader::new(out).read_line(&mut number)?;
    }
    if number.trim().is_empty() {
        let _ = screen.wait();
        return Err(io::Error::other("Xvfb found no free screen"));
    }
    Ok((screen, format!(":{}", number.trim())))
}
