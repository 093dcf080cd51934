//! Letters that act as keys, where somebody has put them elsewhere.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// Letters that act by themselves outside text fields, as they are unless somebody puts them elsewhere.
pub const LETTER_KEYS: [char; 23] =
    ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J', 'K', 'L', 'M', 'N', 'O', 'P', 'R', 'S', 'T', 'U', 'V', 'W', 'X'];

/// Which letter stands for a usual one. What is not said stands for itself.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct OwnKeys(BTreeMap<char, char>);

impl OwnKeys {
    /// Has one letter of A to Z stand for a usual one.
    #[must_use]
    pub fn with(mut self, usual: char, own: char) -> Self {
        if usual == own {
            self.0.remove(&usual);
        } else {
            self.0.insert(usual, own);
        }
        self
    }

    /// The letter to press for a usual one.
    #[must_use]
    pub fn of(&self, usual: char) -> char {
        self.0.get(&usual).copied().unwrap_or(usual)
    }

    /// The usual letter that a pressed one stands for; none where it stands for nothing any more.
    #[must_use]
    pub fn meant(&self, pressed: char) -> Option<char> {
        let own = self.0.iter().find(|(_, own)| **own == pressed).map(|(usual, _)| *usual);
        own.or((!self.0.contains_key(&pressed)).then_some(pressed))
    }

    /// Two usual letters that one and the same letter would stand for.
    #[must_use]
    pub fn clash(&self) -> Option<(char, char)> {
        let mut taken = BTreeMap::new();
        LETTER_KEYS.into_iter().find_map(|usual| taken.insert(self.of(usual), usual).map(|other| (other, usual)))
    }

    /// Whether all of it can be pressed, and nothing twice.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        let fits = |(usual, own): (&char, &char)| LETTER_KEYS.contains(usual) && own.is_ascii_uppercase();
        self.0.iter().all(fits) && self.clash().is_none()
    }

    /// Whether every letter stands where it usually does.
    #[must_use]
    pub fn is_usual(&self) -> bool {
        self.0.is_empty()
    }
}
