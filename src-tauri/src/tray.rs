//! The icon in the tray (StatusNotifierItem): how things stand, by its shape and in words, and three things to do. No names, no numbers of cases.

use std::sync::mpsc::Sender;

use ksni::{
    Category, MenuItem, OfflineReason, ToolTip, Tray,
    blocking::{Handle, TrayMethods},
    menu::StandardItem,
};
use praesto_words::Words;

use crate::desk::Sign;

/// How things stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Look {
    pub(crate) open: bool,
    /// Changes that wait to be sent.
    pub(crate) unsent: u64,
    /// Whether a person must see something.
    pub(crate) stopped: bool,
}

/// The icon as it is shown.
#[derive(Debug)]
pub(crate) struct Icon {
    look: Look,
    tip: String,
    show: String,
    lock: String,
    quit: String,
    signs: Sender<Sign>,
}

/// Shows an icon; none where there is no session bus.
pub(crate) fn show(icon: Icon) -> Option<Handle<Icon>> {
    match icon.assume_sni_available(true).spawn() {
        Ok(shown) => Some(shown),
        Err(error) => {
            tracing::info!(%error, "no icon is shown in a tray");
            None
        }
    }
}

impl Icon {
    pub(crate) fn new(look: Look, words: &Words, signs: Sender<Sign>) -> Self {
        let mut icon = Self { look, tip: String::new(), show: String::new(), lock: String::new(), quit: String::new(), signs };
        icon.takes(look, words);
        icon
    }

    /// Takes on how things stand, in these words.
    pub(crate) fn takes(&mut self, look: Look, words: &Words) {
        self.look = look;
        self.tip = match look {
            Look { open: false, .. } => words.text("tray-locked", &[]),
            Look { stopped: true, .. } => words.text("tray-stopped", &[]),
            Look { unsent: 0, .. } => words.text("tray-unlocked", &[]),
            Look { unsent, .. } => words.text("tray-unsent", &[("count", unsent.into())]),
        };
        self.show = words.text("tray-show", &[]);
        self.lock = words.text("tray-lock", &[]);
        self.quit = words.text("tray-quit", &[]);
    }

    fn choose(&self, sign: Sign) {
        // At the very end nobody listens any more.
        let _ = self.signs.send(sign);
    }

    fn shape(&self) -> &'static [&'static str; SIDE] {
        match self.look {
            Look { open: false, .. } => &LOCKED,
            Look { stopped: true, .. } => &STOPPED,
            Look { unsent: 0, .. } => &OPEN,
            Look { .. } => &UNSENT,
        }
    }
}

impl Tray for Icon {
    fn id(&self) -> String {
        "praesto".to_owned()
    }

    fn title(&self) -> String {
        "Praesto".to_owned()
    }

    fn category(&self) -> Category {
        Category::ApplicationStatus
    }

    fn icon_pixmap(&self) -> Vec<ksni::Icon> {
        vec![drawn(self.shape(), 1), drawn(self.shape(), 2)]
    }

    fn tool_tip(&self) -> ToolTip {
        ToolTip { title: "Praesto".to_owned(), description: self.tip.clone(), ..ToolTip::default() }
    }

    fn activate(&mut self, _: i32, _: i32) {
        self.choose(Sign::Show);
    }

    fn menu(&self) -> Vec<MenuItem<Self>> {
        let item = |label: &str, enabled: bool, sign: Sign| {
            let activate = Box::new(move |icon: &mut Self| icon.choose(sign));
            MenuItem::from(StandardItem { label: label.to_owned(), enabled, activate, ..StandardItem::default() })
        };
        vec![
            item(&self.show, true, Sign::Show),
            item(&self.lock, self.look.open, Sign::Lock),
            MenuItem::Separator,
            item(&self.quit, true, Sign::Quit),
        ]
    }

    fn watcher_online(&self) {
        self.choose(Sign::Icon(true));
    }

    fn watcher_offline(&self, reason: OfflineReason) -> bool {
        tracing::info!(?reason, "the tray is gone");
        self.choose(Sign::Icon(false));
        // It comes back when the desktop does.
        true
    }
}

/// Signs in a line of a shape, and lines in it.
const SIDE: usize = 16;

/// A colour that stands out from light and from dark trays alike, as opacity, red, green and blue.
const INK: [u8; 4] = [0xff, 0x80, 0x80, 0x80];

/// A padlock.
const LOCKED: [&str; SIDE] = [
    "................",
    ".....######.....",
    "....##....##....",
    "....##....##....",
    "....##....##....",
    "....##....##....",
    "..############..",
    "..############..",
    "..############..",
    "..#####..#####..",
    "..#####..#####..",
    "..############..",
    "..############..",
    "..############..",
    "..############..",
    "................",
];
/// A sheet.
const OPEN: [&str; SIDE] = [
    "................",
    "...########.....",
    "...########.#...",
    "...########.##..",
    "...########.....",
    "...###########..",
    "...##......###..",
    "...###########..",
    "...##......###..",
    "...###########..",
    "...##......###..",
    "...###########..",
    "...###########..",
    "...###########..",
    "...###########..",
    "................",
];
/// A tray that something goes up from.
const UNSENT: [&str; SIDE] = [
    "................",
    ".......##.......",
    "......####......",
    ".....######.....",
    "....########....",
    ".......##.......",
    ".......##.......",
    ".......##.......",
    ".##....##....##.",
    ".##....##....##.",
    ".##..........##.",
    ".####......####.",
    ".##############.",
    ".##############.",
    ".##############.",
    "................",
];
/// An octagon.
const STOPPED: [&str; SIDE] = [
    "................",
    ".....######.....",
    "....########....",
    "...####..####...",
    "..#####..#####..",
    ".######..######.",
    ".######..######.",
    ".######..######.",
    ".######..######.",
    ".##############.",
    ".######..######.",
    "..#####..#####..",
    "...##########...",
    "....########....",
    ".....######.....",
    "................",
];

/// A shape as pixels, each sign as a square of this many.
fn drawn(shape: &[&str; SIDE], times: usize) -> ksni::Icon {
    let side = SIDE * times;
    let data = (0..side * side).flat_map(|at| {
        let (line, sign) = (at / side / times, at % side / times);
        if shape[line].as_bytes()[sign] == b'#' { INK } else { [0; 4] }
    });
    // No shape is larger than a few dozen pixels.
    let length = i32::try_from(side).unwrap_or_default();
    ksni::Icon { width: length, height: length, data: data.collect() }
}

#[cfg(test)]
mod tests {
    use std::{collections::BTreeSet, sync::mpsc::channel};

    use praesto_words::Language;

    use super::*;

    fn looks() -> [Look; 4] {
        let open = Look { open: true, ..Look::default() };
        [Look::default(), open, Look { unsent: 3, ..open }, Look { stopped: true, ..open }]
    }

    #[test]
    fn every_state_has_a_shape_and_words_of_its_own() {
        let (signs, _seen) = channel();
        for language in Language::ALL {
            let icons = looks().map(|look| Icon::new(look, &Words::new(language), signs.clone()));
            let tips: BTreeSet<String> = icons.iter().map(|icon| icon.tip.clone()).collect();
            let shapes: BTreeSet<Vec<u8>> = icons.iter().map(|icon| icon.icon_pixmap().remove(0).data).collect();
            assert_eq!((tips.len(), shapes.len()), (4, 4), "{}", language.code());
        }
    }

    #[test]
    fn shapes_are_square_in_every_size() {
        for shape in [&LOCKED, &OPEN, &UNSENT, &STOPPED] {
            assert!(shape.iter().all(|line| line.len() == SIDE), "{shape:?}");
            for times in [1, 2] {
                let icon = drawn(shape, times);
                assert_eq!(icon.data.len(), 4 * (icon.width * icon.height) as usize);
            }
        }
    }

    #[test]
    fn a_shut_vault_is_not_locked_once_more() {
        let (signs, _seen) = channel();
        let locks = |look| {
            let icon = Icon::new(look, &Words::new(Language::En), signs.clone());
            icon.menu().into_iter().any(|item| matches!(item, MenuItem::Standard(item) if item.label == icon.lock && item.enabled))
        };
        assert_eq!(looks().map(locks), [false, true, true, true]);
    }
}
