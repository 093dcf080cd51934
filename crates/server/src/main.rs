//! `praesto-server`: the command line of the office server.

use std::fs;
use std::net::{SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, Result, bail};
use clap::{Args, Parser, Subcommand, ValueEnum};
use praesto_server::attachments::AttachmentFolder;
use praesto_server::embedded::{ATTACHMENTS, DATABASE};
use praesto_server::store::{PostgresStore, SqliteStore, Store};
use praesto_server::{Certificate, Founding, Limits, Offices, Settings, http};
use tokio::signal::unix::{SignalKind, signal};
use tracing_subscriber::EnvFilter;

/// Name of the file in a data folder that its server holds while it runs.
const LOCK: &str = "server.lock";

/// Keeps sealed, signed records of offices. It cannot read them.
#[derive(Debug, Parser)]
#[command(version)]
struct Line {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Serves offices until it is asked to stop.
    Serve(Serve),
}

#[derive(Debug, Args)]
struct Serve {
    /// Address and port to listen on; port 0 takes a free one. Without TLS only on this computer itself.
    #[arg(long, default_value = "127.0.0.1:8443")]
    listen: SocketAddr,
    /// Folder for the store, attachments and the server's own certificate.
    #[arg(long)]
    data: PathBuf,
    /// `self-made` makes a certificate and keeps it in the data folder; or a PEM file of a certificate chain.
    #[arg(long)]
    tls: Option<String>,
    /// PEM file of the key of the certificate chain.
    #[arg(long, requires = "tls")]
    tls_key: Option<PathBuf>,
    /// Names and addresses for a self-made certificate.
    #[arg(long, value_delimiter = ',', default_value = "localhost,127.0.0.1")]
    tls_names: Vec<String>,
    /// File with the address of a PostgreSQL database, used instead of the embedded store.
    #[arg(long)]
    postgres_url_file: Option<PathBuf>,
    /// Who may found an office here: anybody, one office by whoever comes first, or nobody. Not said: anybody where the server listens only on
    /// this computer itself, else one office.
    #[arg(long, value_enum)]
    found: Option<Found>,
    /// Bytes that one office may store.
    #[arg(long, default_value_t = Limits::default().office_bytes)]
    office_bytes: u64,
    /// Requests per second and device.
    #[arg(long, default_value_t = Limits::default().requests_per_second, value_parser = clap::value_parser!(u32).range(1..))]
    requests_per_second: u32,
    /// Attachments that one device may send and fetch at once.
    #[arg(long, default_value_t = Limits::default().transfers_per_device)]
    transfers_per_device: usize,
    /// Bytes of answers and long bodies that all devices together may have in memory at once.
    #[arg(long, default_value_t = Limits::default().held_bytes)]
    held_bytes: usize,
    /// Bytes of answers and long bodies that one device may have in memory at once.
    #[arg(long, default_value_t = Limits::default().held_bytes_per_device)]
    held_bytes_per_device: usize,
    /// Seconds within which a peer has to take or send something, or it is let go.
    #[arg(long, default_value_t = Limits::default().idle.as_secs(), value_parser = clap::value_parser!(u64).range(1..))]
    idle_seconds: u64,
    /// Log lines as JSON.
    #[arg(long)]
    log_json: bool,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Found {
    Open,
    One,
    Closed,
}

fn main() -> Result<()> {
    let Command::Serve(serve) = Line::parse().command;
    let filter = EnvFilter::try_from_env("PRAESTO_LOG").unwrap_or_else(|_| EnvFilter::new("info"));
    let log = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    if serve.log_json {
        log.json().init();
    } else {
        log.with_ansi(false).init();
    }
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(run(serve))
}

async fn run(serve: Serve) -> Result<()> {
    if serve.tls.is_none() && !serve.listen.ip().is_loopback() {
        bail!("without --tls the server listens only on this computer itself (127.0.0.1 or [::1])");
    }
    make_private(&serve.data).with_context(|| format!("the data folder {} cannot be made", serve.data.display()))?;
    let certificate = certificate(&serve)?;
    let founding = match serve.found.unwrap_or(if serve.listen.ip().is_loopback() { Found::Open } else { Found::One }) {
        Found::Open => Founding::Open,
        Found::One => Founding::One,
        Found::Closed => Founding::Closed,
    };
    let limits = Limits {
        office_bytes: serve.office_bytes,
        requests_per_second: serve.requests_per_second,
        requests_at_once: serve.requests_per_second.saturating_mul(10),
        transfers_per_device: serve.transfers_per_device,
        held_bytes: serve.held_bytes,
        held_bytes_per_device: serve.held_bytes_per_device,
        idle: Duration::from_secs(serve.idle_seconds),
        ..Limits::default()
    };
    let settings = Settings { founding, limits };
    let _alone = serve.postgres_url_file.is_none().then(|| alone(&serve.data)).transpose()?;
    let store = open_store(&serve).await?;
    let attachments = AttachmentFolder::open(&serve.data.join(ATTACHMENTS)).context("the attachment folder cannot be opened")?;
    let offices = tokio::task::spawn_blocking(move || Offices::open(store, attachments, settings)).await??;
    let listener = TcpListener::bind(serve.listen).with_context(|| format!("cannot listen on {}", serve.listen))?;
    let fingerprint = certificate.as_ref().map(Certificate::fingerprint);
    let tls = certificate.map(Certificate::config).transpose()?;
    let serving = http::serve(Arc::new(offices), &limits, listener, tls)?;
    if let Some(fingerprint) = fingerprint {
        println!("certificate sha256 {fingerprint}");
    }
    println!("listening on {}://{}", if fingerprint.is_some() { "https" } else { "http" }, serving.address());
    let (mut terminated, mut interrupted) = (signal(SignalKind::terminate())?, signal(SignalKind::interrupt())?);
    tokio::select! {
        _ = terminated.recv() => {}
        _ = interrupted.recv() => {}
    }
    tracing::info!("stopping: running requests are finished first");
    serving.stop().await.context("the server did not stop in order")
}

fn certificate(serve: &Serve) -> Result<Option<Certificate>> {
    Ok(match serve.tls.as_deref() {
        None => None,
        Some("self-made") => Some(Certificate::self_made(&serve.data, &serve.tls_names)?),
        Some(chain) => {
            let key = serve.tls_key.as_deref().context("--tls-key names the key of the certificate")?;
            Some(Certificate::read(Path::new(chain), key)?)
        }
    })
}

async fn open_store(serve: &Serve) -> Result<Box<dyn Store>> {
    Ok(match &serve.postgres_url_file {
        None => Box::new(SqliteStore::open(&serve.data.join(DATABASE)).context("the store cannot be opened")?),
        Some(file) => {
            let url = fs::read_to_string(file).context("the file with the address of PostgreSQL cannot be read")?;
            Box::new(PostgresStore::open(url.trim()).await.context("PostgreSQL cannot be used")?)
        }
    })
}

/// Keeps a folder for one server: two over one embedded store would each believe its own counts of what is stored.
fn alone(folder: &Path) -> Result<fs::File> {
    let path = folder.join(LOCK);
    let file = fs::File::create(&path).with_context(|| format!("{} cannot be written", path.display()))?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(fs::TryLockError::WouldBlock) => bail!("another server uses the data folder {}", folder.display()),
        Err(fs::TryLockError::Error(error)) => Err(error).context("the data folder cannot be kept for this server alone"),
    }
}

/// The folder holds the keys of receipts and tokens: only the server's account may look into it.
fn make_private(folder: &Path) -> std::io::Result<()> {
    use std::os::unix::fs::{DirBuilderExt, PermissionsExt};
    fs::DirBuilder::new().recursive(true).mode(0o700).create(folder)?;
    fs::set_permissions(folder, fs::Permissions::from_mode(0o700))
}
