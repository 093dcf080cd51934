//! Office, people, vault and settings.

use serde::{Deserialize, Serialize};

use crate::{DeviceId, Moment, OwnKeys, PersonId, Proxy};

/// A secret on its way in: never shown by `Debug`, never in an answer.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct SecretText(String);

impl SecretText {
    /// Wraps a secret that a person typed.
    pub fn new(secret: String) -> Self {
        Self(secret)
    }

    /// Whether nothing was typed.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Hands the secret to the code that derives a key from it.
    pub fn into_inner(self) -> String {
        self.0
    }
}

impl std::fmt::Debug for SecretText {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("SecretText")
    }
}

/// What opens the vault.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum KeyPolicy {
    /// The operating system's keyring keeps the key: the sign-in to the computer opens it.
    Keyring,
    /// A passphrase, asked at every start.
    Passphrase,
    /// Both are needed.
    Both,
}

/// What shall open the vault, with the passphrase where the policy needs one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeyChoice {
    pub policy: KeyPolicy,
    #[serde(default)]
    pub passphrase: Option<SecretText>,
}

/// Asks where this profile stands.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct AppStatusGet {}

/// Where this profile stands.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum AppStatus {
    /// No office here yet: show the welcome screen.
    Empty { keyring_available: bool },
    /// An office is here, the vault is shut.
    Locked { policy: KeyPolicy, wait_seconds: u64, whose: Whose },
    /// Joined, but no colleague has let this computer in yet.
    Waiting { office: OfficeView },
    /// Open for work.
    Open { office: OfficeView },
}

/// Whose computer this is, as far as a shut profile says. Names lie in the vault, so only the program that had it open knows them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Whose {
    pub computer: String,
    /// Empty where it is not known.
    #[serde(default)]
    pub person: String,
    /// Empty where it is not known.
    #[serde(default)]
    pub office: String,
}

/// The open office, as this person sees it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OfficeView {
    pub name: String,
    /// First 16 hexadecimal digits of the founding entry's hash, in groups of four.
    pub fingerprint: String,
    pub person: PersonId,
    pub person_name: String,
    pub device: DeviceId,
    pub device_name: String,
    pub administrator: bool,
    pub server: Option<String>,
    /// Whether that server has not taken the office yet: its address can still be changed.
    pub unreached: bool,
    pub policy: KeyPolicy,
    /// A sample office: made up, kept apart, sends nothing.
    pub sample: bool,
}

/// Founds an office and makes this person its first administrator.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct OfficeCreate {
    pub office_name: String,
    pub person_name: String,
    /// Address of the office's server; none works on this computer alone until one is set.
    #[serde(default)]
    pub server: Option<String>,
    pub key: KeyChoice,
}

/// Gives an office a server; refused where one has taken it already, where none answers, and in a sample office.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ServerSet {
    /// As in [`OfficeCreate::server`].
    pub server: String,
}

/// Joins an office with an invitation.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct OfficeJoin {
    pub code: String,
    pub person_name: String,
    pub key: KeyChoice,
}

/// Makes a made-up office to look around in.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct SampleOfficeCreate {
    /// Language of the made-up cases' own words, such as `en`.
    pub language: String,
}

/// Stops making it. Nothing of it is kept.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct SampleOfficeStop {}

/// Invites a person.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct InvitationCreate {
    pub person_name: String,
}

/// An invitation to hand over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct InvitationView {
    pub code: String,
    pub person_name: String,
    pub expires_at: Moment,
    pub fingerprint: String,
}

/// Reads an invitation code without using it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct InvitationRead {
    pub code: String,
}

/// What an invitation code says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct InvitationSummary {
    pub office_name: String,
    pub fingerprint: String,
    pub server: String,
    pub person_name: String,
    pub expires_at: Moment,
}

/// Lists the people of the office.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct PeopleList {}

/// One person of the office.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonView {
    pub id: PersonId,
    pub name: String,
    pub me: bool,
    pub administrator: bool,
}

/// Opens the vault.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct VaultUnlock {
    #[serde(default)]
    pub passphrase: Option<SecretText>,
}

/// Shuts the vault.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct VaultLock {}

/// Changes what opens the vault. The current passphrase is needed where there is one.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct KeyPolicySet {
    #[serde(default)]
    pub current_passphrase: Option<SecretText>,
    pub key: KeyChoice,
}

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    #[default]
    System,
    Light,
    Dark,
}

/// How far colours stand apart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Contrast {
    /// As the system asks for.
    #[default]
    System,
    More,
}

/// Sizes of text on offer, in percent of the usual one.
pub const TEXT_SIZES: [u32; 8] = [80, 90, 100, 110, 125, 150, 175, 200];

/// Settings of this profile. They can be read while the vault is shut, so they hold nothing about the office. What is not said is as usual.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// `en`, `fr`, `de`, `mk` or `sq`; none follows the system.
    pub language: Option<String>,
    pub theme: Theme,
    pub contrast: Contrast,
    /// One of [`TEXT_SIZES`]; everything grows with it.
    pub text_percent: u32,
    /// Minutes without input until the vault shuts; 0 never.
    pub lock_minutes: u32,
    /// Whether single letters act as keys outside text fields (WCAG 2.1.4).
    pub letter_keys: bool,
    /// Where those letters stand.
    pub own_keys: OwnKeys,
    /// Whether *Today* shows what is good to know at first.
    pub hints: bool,
    /// Whether the desktop says that something is due.
    pub notices: bool,
    /// Whether Praesto stays in the tray when its window is closed.
    pub stay: bool,
    /// Set by [`ProxySet`](crate::ProxySet) alone.
    pub proxy: Proxy,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            language: None,
            theme: Theme::System,
            contrast: Contrast::System,
            text_percent: 100,
            lock_minutes: 10,
            letter_keys: true,
            own_keys: OwnKeys::default(),
            hints: true,
            notices: true,
            stay: false,
            proxy: Proxy::default(),
        }
    }
}

/// Asks for the settings.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct SettingsGet {}

/// What [`SettingsSet::language`] says to follow the system again.
pub const SYSTEM_LANGUAGE: &str = "system";

/// Changes settings. What is not said stays as it is, so that two changes on their way at once do not undo each other.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct SettingsSet {
    /// A language's code, or [`SYSTEM_LANGUAGE`].
    pub language: Option<String>,
    pub theme: Option<Theme>,
    pub contrast: Option<Contrast>,
    pub text_percent: Option<u32>,
    pub lock_minutes: Option<u32>,
    pub letter_keys: Option<bool>,
    /// All of them anew.
    pub own_keys: Option<OwnKeys>,
    pub hints: Option<bool>,
    pub notices: Option<bool>,
    pub stay: Option<bool>,
}

impl SettingsSet {
    /// The settings after this change of these.
    #[must_use]
    pub fn applied_to(&self, settings: &Settings) -> Settings {
        Settings {
            language: match self.language.as_deref() {
                None => settings.language.clone(),
                Some(SYSTEM_LANGUAGE) => None,
                Some(code) => Some(code.to_owned()),
            },
            theme: self.theme.unwrap_or(settings.theme),
            contrast: self.contrast.unwrap_or(settings.contrast),
            text_percent: self.text_percent.unwrap_or(settings.text_percent),
            lock_minutes: self.lock_minutes.unwrap_or(settings.lock_minutes),
            letter_keys: self.letter_keys.unwrap_or(settings.letter_keys),
            own_keys: self.own_keys.clone().unwrap_or_else(|| settings.own_keys.clone()),
            hints: self.hints.unwrap_or(settings.hints),
            notices: self.notices.unwrap_or(settings.notices),
            stay: self.stay.unwrap_or(settings.stay),
            proxy: settings.proxy.clone(),
        }
    }
}
