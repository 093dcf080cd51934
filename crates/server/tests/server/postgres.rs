//! A real PostgreSQL, started for these tests alone and ended with them.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Mutex, OnceLock, PoisonError};

use praesto_server::Settings;
use praesto_server::store::PostgresStore;

use crate::conformance::{Bench, bench};

/// A cluster in a folder of its own, reached through a socket in that folder.
struct Cluster {
    folder: PathBuf,
    programs: PathBuf,
    /// Kept while the cluster runs: when the tests end, however they end, the watcher sees it close and stops the cluster.
    _watched: std::process::ChildStdin,
}

fn programs() -> PathBuf {
    let mut versions: Vec<PathBuf> = fs::read_dir("/usr/lib/postgresql")
        .expect("PostgreSQL is installed (package postgresql)")
        .map(|entry| entry.unwrap().path().join("bin"))
        .filter(|folder| folder.join("initdb").is_file())
        .collect();
    versions.sort();
    versions.pop().expect("PostgreSQL's initdb is installed")
}

/// PostgreSQL refuses to run as root: then it runs as the user that its package made.
fn as_owner(program: &Path) -> Command {
    if is_root() {
        let mut command = Command::new("setpriv");
        command.args(["--reuid=postgres", "--regid=postgres", "--init-groups"]).arg(program);
        command
    } else {
        Command::new(program)
    }
}

fn is_root() -> bool {
    String::from_utf8_lossy(&Command::new("id").arg("-u").output().unwrap().stdout).trim() == "0"
}

fn run(command: &mut Command) {
    let output = command.output().unwrap();
    assert!(output.status.success(), "{command:?}: {}", String::from_utf8_lossy(&output.stderr));
}

impl Cluster {
    fn start() -> Self {
        let programs = programs();
        let folder = tempfile::Builder::new().prefix("praesto-pg-").tempdir().unwrap().keep();
        fs::set_permissions(&folder, fs::Permissions::from_mode(0o777)).unwrap();
        if is_root() {
            run(Command::new("chown").arg("postgres").arg(&folder));
        }
        let data = folder.join("data");
        run(as_owner(&programs.join("initdb"))
            .current_dir(&folder)
            .args(["--username=praesto", "--auth=trust", "--no-sync", "-D"])
            .arg(&data));
        let options = format!("-c listen_addresses='' -c unix_socket_directories='{}' -c max_connections=300", folder.display());
        run(as_owner(&programs.join("pg_ctl"))
            .current_dir(&folder)
            .args(["start", "-w", "-o", &options, "-l"])
            .arg(folder.join("log"))
            .arg("-D")
            .arg(&data)
            .stdout(Stdio::null()));
        let stop = "cat; \"$1\" stop -m immediate -D \"$2\" >/dev/null 2>&1; rm -rf \"$3\"";
        #[expect(clippy::zombie_processes, reason = "outlives this process to clean up after it")]
        let mut watcher = as_owner(Path::new("sh"))
            .args(["-c", stop, "sh"])
            .arg(programs.join("pg_ctl"))
            .arg(&data)
            .arg(&folder)
            .current_dir("/")
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        Self { _watched: watcher.stdin.take().unwrap(), folder, programs }
    }

    fn database(&self) -> String {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let name = format!("office{}", COUNT.fetch_add(1, Ordering::Relaxed));
        let statement = format!("CREATE DATABASE {name}");
        run(Command::new(self.programs.join("psql"))
            .arg("-h")
            .arg(&self.folder)
            .args(["-U", "praesto", "-d", "postgres", "-c", &statement]));
        format!("host={} user=praesto dbname={name}", self.folder.display())
    }
}

/// The address of a fresh database.
pub(crate) fn database() -> String {
    static CLUSTER: OnceLock<Mutex<Cluster>> = OnceLock::new();
    let cluster = CLUSTER.get_or_init(|| Mutex::new(Cluster::start()));
    cluster.lock().unwrap_or_else(PoisonError::into_inner).database()
}

/// Runs a test on a server over a fresh database.
pub(crate) fn with(settings: Settings, test: impl FnOnce(&Bench)) {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
    let store = runtime.block_on(PostgresStore::open(&database())).unwrap();
    test(&bench(settings, |_| Box::new(store)));
}
