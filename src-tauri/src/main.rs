//! The desktop: a window around `praesto-app`. Tauri lives here and in no other crate; rules about cases, keys or sending do not.

#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod commands;
mod desk;
mod ending;
mod engine;
mod hardening;
mod leaving;
mod notices;
mod profile;
mod suspend;
mod tray;
mod window;

use std::{path::PathBuf, process::ExitCode};

use clap::Parser;
use tauri_plugin_window_state::StateFlags;
use tracing_subscriber::EnvFilter;

/// Praesto's window.
#[derive(Debug, Parser)]
#[command(name = "praesto-desktop", version)]
pub(crate) struct Arguments {
    /// Folder that holds this person's vault. Each folder is a Praesto of its own.
    #[arg(long, value_name = "DIR")]
    profile: Option<PathBuf>,
}

fn main() -> ExitCode {
    // Started to read a document, it does nothing else: not even what follows here.
    if praesto_app::reader::asked() {
        return praesto_app::reader::serve();
    }
    hardening::harden();
    engine::steady();
    let filter = EnvFilter::try_from_env("PRAESTO_LOG").unwrap_or_else(|_| EnvFilter::new("warn"));
    tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).init();
    match start(Arguments::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            tracing::error!(%error, "the window could not be opened");
            eprintln!("praesto-desktop: {error}");
            ExitCode::FAILURE
        }
    }
}

/// The page and everything it needs, which lie in this program.
#[cfg(not(test))]
fn context() -> Result<tauri::Context, Box<dyn std::error::Error>> {
    Ok(tauri::generate_context!())
}

/// Tests open no window. If they held the page too, two compilers at once would write its packed files into one folder, and one would take in
/// what the other had half written.
#[cfg(test)]
fn context() -> Result<tauri::Context, Box<dyn std::error::Error>> {
    Err("tests open no window".into())
}

fn start(arguments: Arguments) -> Result<(), Box<dyn std::error::Error>> {
    let folder = profile::folder(arguments.profile)?;
    let mut context = context()?;
    context.config_mut().identifier = profile::identifier(&context.config().identifier, &folder);
    tauri::Builder::default()
        .plugin(tauri_plugin_single_instance::init(|app, _arguments, _folder| window::to_front(app)))
        .plugin(tauri_plugin_dialog::init())
        // A window that was out of sight when Praesto ended is seen when it begins.
        .plugin(tauri_plugin_window_state::Builder::default().with_state_flags(StateFlags::all().difference(StateFlags::VISIBLE)).build())
        .invoke_handler(commands::handler())
        .setup(move |app| window::set_up(app, folder))
        .build(context)?
        .run(|app, event| window::ends(app, &event));
    Ok(())
}
