//! Settings of the profile: how Praesto looks and when it locks. They hold nothing about the office and can be read while the vault is shut.

use std::sync::PoisonError;

use praesto_contract::{AppEvent, SYSTEM_LANGUAGE, Settings, SettingsGet, SettingsSet, TEXT_SIZES};
use praesto_words::Language;

use crate::error::AppError;
use crate::host::Host;
use crate::praesto::Core;

/// Longest idle time until locking, in minutes.
const LONGEST_LOCK: u32 = 240;

impl<H: Host> Core<H> {
    /// The settings; what cannot be read, or is not on offer, counts as never set.
    pub(crate) fn settings(&self) -> Result<Settings, AppError> {
        let text = praesto_vault::load_settings(&self.profile)?;
        let mut settings: Settings = text.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default();
        if !TEXT_SIZES.contains(&settings.text_percent) {
            settings.text_percent = Settings::default().text_percent;
        }
        if !settings.own_keys.is_sound() {
            settings.own_keys = Settings::default().own_keys;
        }
        Ok(settings)
    }

    pub(crate) fn settings_get(&self, _: SettingsGet) -> Result<Settings, AppError> {
        self.settings()
    }

    pub(crate) fn settings_set(&self, change: SettingsSet) -> Result<Settings, AppError> {
        if change.lock_minutes.is_some_and(|minutes| minutes > LONGEST_LOCK) {
            return Err(AppError::invalid("lock_minutes"));
        }
        if change.text_percent.is_some_and(|percent| !TEXT_SIZES.contains(&percent)) {
            return Err(AppError::invalid("text_percent"));
        }
        if change.own_keys.as_ref().is_some_and(|keys| !keys.is_sound()) {
            return Err(AppError::invalid("own_keys"));
        }
        let known = |code: &str| code == SYSTEM_LANGUAGE || Language::ALL.iter().any(|language| language.code() == code);
        if change.language.as_deref().is_some_and(|code| !known(code)) {
            return Err(AppError::invalid("language"));
        }
        let settings = {
            let _turn = self.settings_turn.lock().unwrap_or_else(PoisonError::into_inner);
            self.change_settings(|settings| change.applied_to(&settings))?
        };
        self.wake.ring();
        self.host.emit(AppEvent::Settings);
        Ok(settings)
    }

    /// Changes the settings, in this program's turn and in that of every program on the profile.
    pub(crate) fn change_settings(&self, change: impl FnOnce(Settings) -> Settings) -> Result<Settings, AppError> {
        let _turn = praesto_vault::settings_turn(&self.profile)?;
        let settings = change(self.settings()?);
        let text = serde_json::to_string_pretty(&settings).map_err(|_| AppError::Internal("settings cannot be written"))?;
        praesto_vault::save_settings(&self.profile, &text)?;
        Ok(settings)
    }
}

#[cfg(test)]
mod tests {
    use praesto_contract::{Contrast, Settings, Theme};

    #[test]
    fn what_was_set_before_there_were_more_settings_still_holds() {
        let before = r#"{ "language": "mk", "theme": "dark", "lock_minutes": 5, "letter_keys": false }"#;
        let settings: Settings = serde_json::from_str(before).unwrap();
        assert_eq!(
            (settings.language.as_deref(), settings.theme, settings.lock_minutes, settings.letter_keys),
            (Some("mk"), Theme::Dark, 5, false)
        );
        assert_eq!((settings.contrast, settings.text_percent), (Contrast::System, 100));
    }
}
