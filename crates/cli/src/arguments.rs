//! What can be typed.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};
use praesto_contract::{CaseSort, Queue, ScanTone, Status};

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
    /// Case types: those of Praesto, and the office's own
    #[command(subcommand)]
    CaseType(CaseTypeVerb),
    /// What there is to do, most urgent first
    Today,
    /// Handing cases over: to a colleague, or to you
    #[command(subcommand)]
    HandOver(HandOverVerb),
    /// Lists that are kept under a name
    Lists,
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
        #[command(flatten)]
        narrowed: Narrowed,
        /// A list that is kept under this name, in place of all that is asked for here
        #[arg(long, value_name = "NAME")]
        kept: Option<String>,
        #[arg(long, default_value_t = 0)]
        offset: u64,
        #[arg(long, default_value_t = 200)]
        limit: u32,
    },
    /// Shows one case
    Show { case: String },
    /// Shows who looked at a case, newest first; without one, what left through this computer
    Access {
        case: Option<String>,
        /// Without a case: what left through every computer of the office
        #[arg(long, conflicts_with = "case")]
        everybody: bool,
        #[arg(long, default_value_t = 0)]
        offset: u64,
        #[arg(long, default_value_t = 50)]
        limit: u32,
    },
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
    /// Makes one PDF of pictures, faxes and scanned PDF files, in their order, each page straightened
    Scan {
        case: String,
        #[arg(required = true)]
        images: Vec<PathBuf>,
        /// What the file is called in the case
        #[arg(long)]
        name: String,
        /// as_it_is, grey or black_and_white
        #[arg(long, value_parser = tone, default_value = "as_it_is")]
        tone: ScanTone,
        /// Leaves pages as they stand
        #[arg(long)]
        askew: bool,
        /// Cuts off what is around a sheet, where its edges are clear
        #[arg(long)]
        crop: bool,
        /// Attaches the files as they are, besides
        #[arg(long)]
        keep: bool,
    },
    /// Opens a copy of a file in another program, waits until that ends, and seals what was saved
    Edit {
        case: String,
        /// Name of the file, or its place in the case, counted from 1
        file: String,
        /// Which program; else the one that $VISUAL or $EDITOR names, else the system's, until Enter is pressed
        #[arg(long)]
        program: Option<PathBuf>,
    },
    /// Takes a case out of every list; nothing is deleted
    Remove {
        case: String,
        /// Why; kept in the case
        #[arg(long)]
        reason: String,
    },
    /// Fills a letter of the case's type in, and signs it off if its words are given
    Letter {
        case: String,
        /// Id of the letter in the case type
        letter: String,
        /// en, fr, de, mk or sq
        #[arg(long)]
        language: String,
        /// File with the words: `#` and `##` begin headings, `-` an item, an empty line ends a paragraph
        #[arg(long, value_name = "FILE", requires = "to")]
        text: Option<PathBuf>,
        /// File with the lines of the address, the name first
        #[arg(long, value_name = "FILE", requires = "text")]
        to: Option<PathBuf>,
    },
    /// Takes a whole case out: a folder that any browser reads, or one age file for a recipient
    Out {
        case: String,
        /// Folder or file that is made; nothing may be there
        path: PathBuf,
        /// For whom it is; kept with the case
        #[arg(long = "for", value_name = "NAME")]
        whom: String,
        /// Why; kept with the case
        #[arg(long)]
        reason: String,
        /// Public key of the recipient, `age1…`; several times for several
        #[arg(long, value_name = "KEY")]
        recipient: Vec<String>,
        /// File with such keys, one a line
        #[arg(long, value_name = "FILE")]
        recipients: Option<PathBuf>,
        /// en, fr, de, mk or sq
        #[arg(long, default_value = "en")]
        language: String,
        /// Leaves files out that are not on this computer; the page names them
        #[arg(long)]
        leave_out: bool,
    },
    /// Saves a list as a table
    Csv {
        /// File that is written
        path: PathBuf,
        /// Why; kept for the office
        #[arg(long)]
        reason: String,
        /// mine, team, overdue, not_sent, conflict, closed, all or removed
        #[arg(long, value_parser = queue, default_value = "all")]
        queue: Queue,
        #[command(flatten)]
        narrowed: Narrowed,
        /// A list that is kept under this name, in place of all that is asked for here
        #[arg(long, value_name = "NAME")]
        kept: Option<String>,
        /// en, fr, de, mk or sq
        #[arg(long, default_value = "en")]
        language: String,
        /// Replaces a file that is there
        #[arg(long)]
        overwrite: bool,
    },
    /// Brings a removed case back, or keeps one that somebody worked on meanwhile
    Restore { case: String },
}

#[derive(Debug, Subcommand)]
pub(crate) enum CaseTypeVerb {
    /// Lists them, and says where each comes from
    List,
    /// Adds one for everybody in the office, or a newer version of one
    Add {
        /// Folder of the pack, or a ZIP of it
        path: PathBuf,
    },
    /// Says what is wrong with one, and adds nothing
    Check {
        /// Folder of the pack, or a ZIP of it
        path: PathBuf,
    },
    /// Withdraws one of the office: no new cases of it are made, and those that are here go on
    Withdraw { id: String },
    /// Brings one back that was withdrawn
    Restore { id: String },
}

#[derive(Debug, Subcommand)]
pub(crate) enum HandOverVerb {
    /// Hands cases to a colleague, who has them at once
    Give {
        /// Name or id of the person
        #[arg(long, value_name = "PERSON")]
        to: String,
        /// What they should know; kept in each case
        #[arg(long, value_name = "WORDS", default_value = "")]
        words: String,
        /// Leaves open tasks with whoever has them
        #[arg(long)]
        without_tasks: bool,
        /// All your open cases
        #[arg(long, conflicts_with = "cases", required_unless_present = "cases")]
        all: bool,
        cases: Vec<String>,
    },
    /// What was handed to you and waits, and what became of what you handed over
    List,
    /// Takes cases that were handed to you: those that are named, or everything that waits
    Take { cases: Vec<String> },
    /// Gives cases back to whoever handed them to you
    Back {
        #[arg(required = true)]
        cases: Vec<String>,
        /// Why; kept in each case
        #[arg(long, value_name = "WORDS", default_value = "")]
        words: String,
    },
}

/// What narrows a list.
#[derive(Debug, Args)]
pub(crate) struct Narrowed {
    /// due, newest, title or reference
    #[arg(long, value_parser = sort, default_value = "reference")]
    pub(crate) sort: CaseSort,
    /// Id of a case type
    #[arg(long = "type", value_name = "TYPE")]
    pub(crate) case_type: Option<String>,
    /// new, in_review, waiting, decided, needs_adjudication or closed
    #[arg(long, value_parser = status)]
    pub(crate) status: Option<Status>,
    /// Id of a state of the case type
    #[arg(long)]
    pub(crate) state: Option<String>,
    /// Name of the person who has it, or `nobody`
    #[arg(long, value_name = "NAME")]
    pub(crate) who: Option<String>,
    #[arg(long)]
    pub(crate) tag: Option<String>,
    /// Due at most so many days from today
    #[arg(long, value_name = "DAYS")]
    pub(crate) due_within: Option<u32>,
    /// Changed by a colleague since it was last opened
    #[arg(long)]
    pub(crate) unseen: bool,
}

/// A queue by the name that the contract gives it.
fn queue(name: &str) -> Result<Queue, serde_json::Error> {
    serde_json::from_value(name.into())
}

/// An order by the name that the contract gives it.
fn sort(name: &str) -> Result<CaseSort, serde_json::Error> {
    serde_json::from_value(name.into())
}

/// What becomes of colours, by the name that the contract gives it.
fn tone(name: &str) -> Result<ScanTone, serde_json::Error> {
    serde_json::from_value(name.into())
}

/// A status by its code.
fn status(name: &str) -> Result<Status, serde_json::Error> {
    serde_json::from_value(name.into())
}
