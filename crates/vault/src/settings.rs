//! Settings that must be readable before the vault is open (language, theme, text size). Nothing about the office may be kept here.

use std::fs::File;
use std::path::Path;

use crate::{VaultError, durable};

const NAME: &str = "settings.json";
const TURN: &str = "settings.lock";

/// Waits for one's turn to change the settings; it lasts as long as the file is held. A window and a terminal may be at work on one profile.
pub fn settings_turn(profile: &Path) -> Result<File, VaultError> {
    durable::make_folder(profile)?;
    let file = durable::private_options().truncate(false).open(profile.join(TURN))?;
    file.lock()?;
    Ok(file)
}

/// The settings as JSON text; `None` before the first save or when the file is no text.
pub fn load_settings(profile: &Path) -> Result<Option<String>, VaultError> {
    Ok(durable::read_if_there(&profile.join(NAME))?.and_then(|bytes| String::from_utf8(bytes).ok()))
}

/// Keeps the settings, durably. The folder is made where it is missing.
pub fn save_settings(profile: &Path, json: &str) -> Result<(), VaultError> {
    durable::make_folder(profile)?;
    Ok(durable::replace(profile, NAME, json.as_bytes())?)
}
