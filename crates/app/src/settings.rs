//! Settings of the profile: how Praesto looks and when it locks. They hold nothing about the office and can be read while the vault is shut.

use praesto_contract::{Settings, SettingsGet, SettingsSet};

use crate::error::AppError;
use crate::host::Host;
use crate::praesto::Core;

/// Longest idle time until locking, in minutes.
const LONGEST_LOCK: u32 = 240;
/// Languages that there are words for.
const LANGUAGES: [&str; 5] = ["en", "fr", "de", "mk", "sq"];

impl<H: Host> Core<H> {
    /// The settings; what cannot be read counts as never set.
    pub(crate) fn settings(&self) -> Result<Settings, AppError> {
        let text = praesto_vault::load_settings(&self.profile)?;
        Ok(text.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default())
    }

    pub(crate) fn settings_get(&self, _: SettingsGet) -> Result<Settings, AppError> {
        self.settings()
    }

    pub(crate) fn settings_set(&self, request: SettingsSet) -> Result<Settings, AppError> {
        let settings = request.settings;
        if settings.lock_minutes > LONGEST_LOCK {
            return Err(AppError::invalid("lock_minutes"));
        }
        if settings.language.as_deref().is_some_and(|language| !LANGUAGES.contains(&language)) {
            return Err(AppError::invalid("language"));
        }
        let text = serde_json::to_string_pretty(&settings).map_err(|_| AppError::Internal("settings cannot be written"))?;
        praesto_vault::save_settings(&self.profile, &text)?;
        self.wake.ring();
        Ok(settings)
    }
}
