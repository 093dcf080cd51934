//! What can be typed.

use std::path::PathBuf;

use clap::{Parser, Subcommand};
use praesto_contract::Queue;

/// Praesto from a terminal.
#[derive(Debug, Parser)]
#[command(name = "praesto", version)]
pub(crate) struct Arguments {
    /// Folder of the profile
    #[arg(long, value_name = "DIR")]
    pub(crate) profile: PathBuf,
    /// File that holds the passphrase; `-` is standard input
    #[arg(long, value_name = "FILE", conflicts_with = "passphrase")]
    pub(crate) passphrase_file: Option<PathBuf>,
    /// Reads the passphrase from standard input
    #[arg(long)]
    pub(crate) passphrase: bool,
    #[command(subcommand)]
    pub(crate) verb: Verb,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub(crate) enum Verb {
    /// Any command of the contract, with its request as JSON; `-` reads the request from standard input
    Call { command: String, request: Option<String> },
    /// The office
    #[command(subcommand)]
    Office(OfficeVerb),
    /// Invites a person; the last line is the code
    Invite {
        #[arg(long, value_name = "NAME")]
        person: String,
    },
    /// Joins an office with an invitation code
    Join {
        code: String,
        /// Name as colleagues see it; else the one on the invitation
        #[arg(long, value_name = "NAME")]
        person: Option<String>,
    },
    /// Synchronises now
    Sync {
        /// Goes on until ended
        #[arg(long)]
        watch: bool,
    },
    /// Brings existing files in
    Import {
        #[command(subcommand)]
        from: ImportVerb,
    },
    /// Case files
    #[command(subcommand)]
    Case(CaseVerb),
    /// Searches everything
    Search {
        #[arg(required = true)]
        words: Vec<String>,
    },
    /// Checks everything that this computer holds
    Verify,
    /// Where this profile stands
    Status,
}

#[derive(Debug, Subcommand)]
pub(crate) enum OfficeVerb {
    /// Founds an office
    Create {
        #[arg(long)]
        name: String,
        #[arg(long)]
        person: String,
        /// Address of the server; `#` and the SHA-256 of its certificate may follow
        #[arg(long, value_name = "URL")]
        server: Option<String>,
    },
}

#[derive(Debug, Subcommand)]
pub(crate) enum ImportVerb {
    /// An xdomea 3.0.0 message, XML or ZIP
    Xdomea {
        path: PathBuf,
        #[arg(long)]
        dry_run: bool,
    },
    /// A table
    Csv {
        path: PathBuf,
        /// JSON file: column name to target
        #[arg(long, value_name = "FILE")]
        map: Option<PathBuf>,
        #[arg(long)]
        dry_run: bool,
    },
    /// A folder of documents
    Folder {
        path: PathBuf,
        #[arg(long)]
        dry_run: bool,
    },
    /// Mails (.eml), and folders of them
    Mail {
        #[arg(required = true)]
        paths: Vec<PathBuf>,
        #[arg(long)]
        dry_run: bool,
    },
}

#[derive(Debug, Subcommand)]
pub(crate) enum CaseVerb {
    /// Lists cases, open and closed ones if nothing else is asked for
    List {
        /// mine, team, overdue, not_sent, conflict, closed, all or removed
        #[arg(long, value_parser = queue, default_value = "all")]
        queue: Queue,
        #[arg(long, default_value_t = 0)]
        offset: u64,
        #[arg(long, default_value_t = 200)]
        limit: u32,
    },
    /// Shows one case
    Show { case: String },
    /// Shows what can be shown of a file of a case; pictures as PNG in base64
    Preview {
        case: String,
        /// Name of the file, or its place in the case, counted from 1
        file: String,
        /// Which page, sheet or picture
        #[arg(long, default_value_t = 1)]
        page: u32,
        /// Which file that came with a mail, counted from 1; once more for one in that one
        #[arg(long)]
        part: Vec<u32>,
        /// Width of pictures, in pixels
        #[arg(long, default_value_t = 0)]
        width: u32,
    },
    /// Takes a case out of every list; nothing is deleted
    Remove {
        case: String,
        /// Why; kept in the case
        #[arg(long)]
        reason: String,
    },
    /// Brings a removed case back, or keeps one that somebody worked on meanwhile
    Restore { case: String },
}

/// A queue by the name that the contract gives it.
fn queue(name: &str) -> Result<Queue, serde_json::Error> {
    serde_json::from_value(name.into())
}
