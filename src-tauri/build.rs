//! Gives Tauri the contract's list of commands, and the one window the right to call them and nothing else.

use std::{env, error::Error, fs, path::Path};

use praesto_contract::COMMANDS;
use serde_json::json;

/// What the window may ask of Tauri itself: file dialogs, listening to our events, how large everything is, and to say that it has kept what was
/// typed.
const BORROWED: &[&str] = &[
    "core:event:allow-emit",
    "core:event:allow-listen",
    "core:event:allow-unlisten",
    "core:webview:allow-set-webview-zoom",
    "dialog:allow-open",
    "dialog:allow-save",
];

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo:rerun-if-changed=../ui/dist");
    if !Path::new("../ui/dist/index.html").is_file() {
        return Err("the front end is not built: run `cargo xtask ui` first".into());
    }
    let out = Path::new(&env::var("OUT_DIR")?).join("capabilities");
    fs::create_dir_all(&out)?;
    let permissions: Vec<String> = BORROWED
        .iter()
        .map(|name| (*name).to_owned())
        .chain(COMMANDS.iter().map(|name| format!("allow-{}", name.replace('_', "-"))))
        .collect();
    let capability = json!({
        "identifier": "main",
        "description": "The commands of the contract, for the one window",
        "windows": ["main"],
        "permissions": permissions,
    });
    fs::write(out.join("main.json"), serde_json::to_vec_pretty(&capability)?)?;
    // The pattern has to live as long as the build script does.
    let pattern: &'static str = Box::leak(format!("{}/*.json", out.display()).into_boxed_str());
    let attributes =
        tauri_build::Attributes::new().app_manifest(tauri_build::AppManifest::new().commands(COMMANDS)).capabilities_path_pattern(pattern);
    tauri_build::try_build(attributes)?;
    Ok(())
}
