//! The sample office of `cargo xtask run`: a server on this computer, a municipality of eight people that a program of the tests makes on it, and people
//! who join later.
//!
//! The administrator's profile belongs to the chore alone. So a further person can be invited while others' windows are open.

use std::{
    env,
    fs::{self, File},
    net::{SocketAddr, TcpListener, TcpStream},
    path::{Path, PathBuf},
    process::Command,
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail};
use directories::BaseDirs;
use serde_json::{Value, json};

use crate::{
    place::Place,
    shell::{Beside, ask, overhear, say},
};

const NAME: &str = "Municipality of Lindara (sample)";
/// Lets newcomers in. Nobody opens her window: so a further person can be invited while others are at work.
const ADMINISTRATOR: &str = "Ана Милева";
/// Cases that are made up.
const CASES: &str = "2000";
/// Opens every profile of the sample office, and is printed: nothing in it is secret.
const PASSPHRASE: &str = "nine blue herons over Lindara";
/// Cases that each newcomer starts with.
const SHARE: usize = 12;
const PATIENCE: Duration = Duration::from_secs(30);

/// The sample office of this account.
#[derive(Debug)]
pub(crate) struct Office {
    folder: PathBuf,
    server: PathBuf,
    praesto: PathBuf,
    municipality: PathBuf,
}

impl Office {
    /// The office in this account's data folder.
    pub(crate) fn at_home(place: &Place, release: bool) -> Result<Self> {
        let folder = BaseDirs::new().context("this account has no home folder")?.data_dir().join("praesto/run");
        fs::create_dir_all(&folder)?;
        Ok(Self {
            folder,
            server: place.built(release, "praesto-server"),
            praesto: place.built(release, "praesto"),
            municipality: place.built(release, "municipality"),
        })
    }

    /// Removes the office, its server's store and all profiles, those of other offices on that server too.
    pub(crate) fn forget(&self) -> Result<()> {
        if self.answers()? {
            bail!("the server of the sample office is running for another window; close that first");
        }
        say("forgetting the sample office, what its server holds and every computer, those of offices of your own too");
        fs::remove_dir_all(&self.folder).context("the sample office could not be removed")?;
        Ok(fs::create_dir_all(&self.folder)?)
    }

    pub(crate) fn passphrase(&self) -> &'static str {
        PASSPHRASE
    }

    /// Folder of a person's profile.
    pub(crate) fn profile(&self, person: &str) -> PathBuf {
        let name: String = person.chars().map(|letter| if letter.is_alphanumeric() { letter } else { '-' }).collect();
        self.folder.join("people").join(name.to_lowercase())
    }

    /// Where the server is, the same at every run, since the people of the office remember it.
    pub(crate) fn address(&self) -> Result<String> {
        Ok(format!("http://{}", self.socket()?))
    }

    fn socket(&self) -> Result<SocketAddr> {
        let note = self.folder.join("port");
        let port = match fs::read_to_string(&note) {
            Ok(port) => port.trim().parse().context("the note of the server's port cannot be read; `--reset` starts over")?,
            Err(_) => {
                let port = TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port();
                fs::write(&note, port.to_string())?;
                port
            }
        };
        Ok(SocketAddr::from(([127, 0, 0, 1], port)))
    }

    fn answers(&self) -> Result<bool> {
        Ok(TcpStream::connect_timeout(&self.socket()?, Duration::from_secs(1)).is_ok())
    }

    /// Starts the server, unless another window's run has done so.
    pub(crate) fn serve(&self) -> Result<Option<Beside>> {
        if self.answers()? {
            say(format!("using the server that runs at {}; it ends with the window that started it", self.address()?));
            return Ok(None);
        }
        say(format!("starting the server at {}", self.address()?));
        let mut command = Command::new(&self.server);
        command.args(["serve", "--listen", &self.socket()?.to_string(), "--data"]).arg(self.folder.join("server"));
        let log = self.folder.join("server.log");
        say(format!("its log is {}", log.display()));
        command.stdout(File::create(&log)?).stderr(File::options().append(true).open(&log)?);
        let mut server = Beside::start("the server", &mut command)?;
        let started = Instant::now();
        while !self.answers()? {
            if let Some(status) = server.child.try_wait()? {
                bail!("the server ended with {status} before it answered");
            }
            if started.elapsed() > PATIENCE {
                bail!("the server did not answer within {} seconds", PATIENCE.as_secs());
            }
            thread::sleep(Duration::from_millis(50));
        }
        Ok(Some(server))
    }

    /// Makes the municipality with its people and cases, if it is not there.
    pub(crate) fn make(&self, place: &Place) -> Result<()> {
        let done = self.folder.join("municipality");
        if done.exists() {
            return Ok(());
        }
        // Another terminal that is opened meanwhile is not to throw away what this one makes.
        let turn = File::create(self.folder.join("making"))?;
        if turn.try_lock().is_err() {
            say("another window's run is making the office; waiting for it");
            turn.lock()?;
            if done.exists() {
                return Ok(());
            }
        }
        let people = self.folder.join("people");
        let half = fs::read_dir(&people).into_iter().flatten().filter_map(|entry| Some(entry.ok()?.path()));
        // Computers of offices of one's own are none of it.
        let half: Vec<PathBuf> =
            half.filter(|path| !path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("own-"))).collect();
        if !half.is_empty() {
            say("removing what an earlier run left of a sample office");
        }
        for profile in half {
            let removed = if profile.is_dir() { fs::remove_dir_all(&profile) } else { fs::remove_file(&profile) };
            removed.context("a half-made office could not be removed; `--reset` starts over")?;
        }
        fs::create_dir_all(&people)?;
        say(format!("making the office: {NAME}, once; this takes a minute or two"));
        let beside = place.root.join("../shared/samples");
        let samples = env::var_os("PRAESTO_SAMPLES").map(PathBuf::from).or_else(|| beside.is_dir().then_some(beside));
        if samples.is_none() {
            say("PRAESTO_SAMPLES is not set, so no xdomea messages of others are imported");
        }
        let mut command = Command::new(&self.municipality);
        command.arg(self.address()?).arg(&people).args([PASSPHRASE, CASES]).args(samples);
        let (made, said) = overhear(&mut command)?;
        if !made {
            bail!("the office could not be made; the next run begins it anew");
        }
        // Everybody's computer is in the office: the last lines name them.
        for person in said.lines().filter_map(|line| line.strip_prefix("person: ")) {
            let profile = self.profile(person);
            if !profile.is_dir() {
                bail!("the computer of {person} was not made; `--reset` starts over");
            }
            fs::write(profile.with_extension("joined"), "")?;
        }
        fs::write(done, "")?;
        Ok(())
    }

    /// Whether a person's computer is in the office.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.profile(name).with_extension("joined").exists()
    }

    /// The profile of a person of the office; a new name is invited and joins.
    pub(crate) fn person(&self, name: &str) -> Result<PathBuf> {
        let profile = self.profile(name);
        if profile == self.profile(ADMINISTRATOR) {
            bail!("{ADMINISTRATOR} lets newcomers in and sits at no screen here; take another with --person");
        }
        let done = profile.with_extension("joined");
        if done.exists() {
            return Ok(profile);
        }
        if profile.exists() {
            fs::remove_dir_all(&profile).context("a half-joined profile could not be removed; `--reset` starts over")?;
        }
        let administrator = self.profile(ADMINISTRATOR);
        say(format!("inviting {name}"));
        let answer = self.praesto(&administrator, &["invite", "--person", name])?;
        let code = answer.lines().last().context("the invitation holds no code")?.trim().to_owned();
        self.praesto(&administrator, &["sync"])?;
        say(format!("{name} joins, is let in, and receives the cases"));
        self.praesto(&profile, &["join", &code, "--person", name])?;
        // The administrator lets them in, they send their name, the administrator learns it.
        for computer in [&administrator, &profile, &administrator] {
            self.praesto(computer, &["sync"])?;
        }
        self.hand_over(&administrator, name)?;
        self.praesto(&profile, &["sync"])?;
        fs::write(done, "")?;
        Ok(profile)
    }

    /// Gives a newcomer some of the cases that the administrator has, so that their queue is not empty on the first day.
    fn hand_over(&self, administrator: &Path, name: &str) -> Result<()> {
        say(format!("handing {SHARE} cases over to {name}"));
        let people: Value = serde_json::from_str(&self.praesto(administrator, &["call", "people_list", "{}"])?)?;
        let person =
            people.as_array().into_iter().flatten().find(|person| person["name"] == name).context("the newcomer is not in the office")?;
        let cases: Value =
            serde_json::from_str(&self.praesto(administrator, &["case", "list", "--queue", "team", "--who", ADMINISTRATOR])?)?;
        for case in cases["rows"].as_array().into_iter().flatten().take(SHARE) {
            let request = json!({ "case": case["id"], "changes": [{ "change": "assign", "person": person["id"] }] });
            self.praesto(administrator, &["call", "case_edit", &request.to_string()])?;
        }
        self.praesto(administrator, &["sync"]).map(drop)
    }

    fn praesto(&self, profile: &Path, words: &[&str]) -> Result<String> {
        let note = self.folder.join("passphrase");
        fs::write(&note, PASSPHRASE)?;
        ask(Command::new(&self.praesto).arg("--profile").arg(profile).arg("--passphrase-file").arg(&note).args(words))
    }
}
