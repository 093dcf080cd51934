//! Praesto from a terminal: every command of the contract, JSON in and out, and shorthands for what people type by hand.
//!
//! Answers go to standard output. Errors go to standard error as coded JSON, with the words of the person's language beside the code.

mod arguments;
mod elsewhere;
mod shorthands;

use std::io::{IsTerminal, Read, Write};
use std::path::Path;
use std::process::ExitCode;

use clap::Parser;
use praesto_app::{Handle, OsHost, Praesto};
use praesto_contract::{ApiError, AppStatus, AppStatusGet, ErrorCode, SecretText, VaultUnlock};
use praesto_words::{Language, Words};
use serde_json::{Value, json};

use arguments::{Arguments, Verb};

fn main() -> ExitCode {
    // Started to read a document, it does nothing else.
    if praesto_app::reader::asked() {
        return praesto_app::reader::serve();
    }
    let arguments = Arguments::parse();
    tracing_subscriber::fmt()
        .with_env_filter(tracing_subscriber::EnvFilter::try_from_env("PRAESTO_LOG").unwrap_or_else(|_| "error".into()))
        .with_writer(std::io::stderr)
        .init();
    match run(arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{}", described(&error));
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: Arguments) -> Result<(), ApiError> {
    let praesto = Praesto::quiet(OsHost::new(|_| {}), arguments.profile.clone());
    let Arguments { passphrase_file, passphrase: asked, verb, .. } = arguments;
    let passphrase = || read_passphrase(passphrase_file.as_deref(), asked);
    match verb {
        Verb::Call { command, request } => {
            let request: Value = match request.as_deref() {
                // A request that holds a passphrase must not be an argument, which others could see.
                Some("-") => serde_json::from_reader(std::io::stdin().lock())
                    .map_err(|error| ApiError::new(ErrorCode::InvalidInput).with("field", error))?,
                Some(text) => serde_json::from_str(text).map_err(|error| ApiError::new(ErrorCode::InvalidInput).with("field", error))?,
                None => json!({}),
            };
            let before = works_before(&command) && matches!(praesto.handle(AppStatusGet {})?, AppStatus::Empty { .. });
            if !before && !opens_itself(&command) {
                shorthands::unlock(&praesto, passphrase()?)?;
            }
            print(&praesto.call(&command, request)?);
            Ok(())
        }
        verb => shorthands::run(&praesto, verb, passphrase()?),
    }
}

/// Commands that work on a shut vault, or open it.
fn opens_itself(command: &str) -> bool {
    matches!(
        command,
        "app_status"
            | "office_create"
            | "office_join"
            | "sample_office_create"
            | "sample_office_stop"
            | "backup_restore"
            | "job_stop"
            | "invitation_read"
            | "vault_unlock"
            | "settings_get"
            | "settings_set"
            | "desk_get"
    )
}

/// Commands that work where there is no vault yet, and know more once there is one.
fn works_before(command: &str) -> bool {
    matches!(command, "proxy_get" | "proxy_set" | "connection_try")
}

/// The passphrase from the file, or from standard input where it is asked for; never an argument, which others could see.
fn read_passphrase(file: Option<&Path>, asked: bool) -> Result<Option<SecretText>, ApiError> {
    let asked = asked || file == Some(Path::new("-"));
    let text = match file.filter(|_| !asked) {
        Some(path) => {
            let unreadable = |_| ApiError::new(ErrorCode::FileUnreadable).with("path", path.display());
            Some(std::fs::read_to_string(path).map_err(unreadable)?)
        }
        None if asked => {
            let mut text = String::new();
            let read = if std::io::stdin().is_terminal() {
                rpassword::prompt_password(words().text("cli-passphrase", &[])).map(|typed| text = typed)
            } else {
                std::io::stdin().read_to_string(&mut text).map(drop)
            };
            read.map_err(|_| ApiError::new(ErrorCode::InvalidInput).with("field", "passphrase"))?;
            Some(text)
        }
        None => None,
    };
    Ok(text.map(|text| SecretText::new(text.trim_end_matches(['\r', '\n']).to_owned())))
}

fn print(value: &Value) {
    say(&format!("{value:#}"));
}

/// Writes a line. Whoever reads may have gone, as `head` does: that ends nothing.
fn say(line: &str) {
    let _ = writeln!(std::io::stdout(), "{line}");
}

/// The error as JSON, with what happened, what is safe and what to do in the person's language.
fn described(error: &ApiError) -> Value {
    let said = words().said(&error.message_id, &error.args);
    json!({ "error": error, "what": said.what, "why": said.why, "safe": said.safe, "next": said.next })
}

/// Words in the language of the terminal.
fn words() -> Words {
    let tag = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().filter_map(|name| std::env::var(name).ok()).find(|tag| !tag.is_empty());
    Words::new(tag.as_deref().and_then(Language::from_tag).unwrap_or(Language::En))
}

/// Asks the vault to open.
fn unlock_request(passphrase: Option<SecretText>) -> VaultUnlock {
    VaultUnlock { passphrase }
}
