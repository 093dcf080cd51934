//! A real PostgreSQL, started for one program alone and ended with it.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};

/// A cluster in a folder of its own, reached through a socket in that folder.
pub(crate) struct Cluster {
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
    pub(crate) fn start() -> Self {
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

    /// The address of a fresh database.
    pub(crate) fn database(&self) -> String {
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
