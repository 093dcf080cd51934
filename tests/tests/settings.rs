//! Settings are changed one by one, and no change undoes another.

use std::{sync::Barrier, thread};

use praesto_app::Handle;
use praesto_contract::*;
use praesto_tests::world::{World, found_alone};

const SEED: u64 = 31;

fn nothing() -> SettingsSet {
    SettingsSet::default()
}

/// Rounds of four changes at once.
const ROUNDS: usize = 40;

#[test]
fn changes_on_their_way_at_once_do_not_undo_each_other() {
    let world = World::new(SEED);
    let elira = found_alone(&world, "Elira");
    for round in 0..ROUNDS {
        // Each value is another one than in the round before.
        let now = |one: SettingsSet, other: SettingsSet| if round % 2 == 0 { one } else { other };
        let changes = [
            now(SettingsSet { theme: Some(Theme::Dark), ..nothing() }, SettingsSet { theme: Some(Theme::Light), ..nothing() }),
            now(SettingsSet { contrast: Some(Contrast::More), ..nothing() }, SettingsSet { contrast: Some(Contrast::System), ..nothing() }),
            now(SettingsSet { text_percent: Some(150), ..nothing() }, SettingsSet { text_percent: Some(80), ..nothing() }),
            now(SettingsSet { language: Some("mk".into()), ..nothing() }, SettingsSet { language: Some("de".into()), ..nothing() }),
        ];
        let together = Barrier::new(changes.len());
        thread::scope(|scope| {
            for change in &changes {
                scope.spawn(|| {
                    together.wait();
                    elira.handle(change.clone()).expect("a change is kept whatever else is being kept");
                });
            }
        });
        let kept = elira.handle(SettingsGet {}).expect("settings are there");
        assert_eq!(kept, changes.iter().fold(Settings::default(), |settings, change| change.applied_to(&settings)), "round {round}");
    }
}

#[test]
fn a_language_is_chosen_and_left_to_the_system_again() {
    let world = World::new(SEED + 1);
    let elira = found_alone(&world, "Elira");
    let speaks = |code: &str| elira.handle(SettingsSet { language: Some(code.into()), ..nothing() });
    assert_eq!(speaks("sq").expect("Albanian is spoken").language.as_deref(), Some("sq"));
    assert_eq!(speaks("xx").expect_err("nobody speaks that").code, ErrorCode::InvalidInput);
    assert_eq!(
        elira.handle(SettingsGet {}).expect("settings are there").language.as_deref(),
        Some("sq"),
        "a refused change changes nothing"
    );
    assert_eq!(speaks(SYSTEM_LANGUAGE).expect("the system knows").language, None);
}

#[test]
fn letters_stand_where_they_are_put_and_none_stands_for_two_things() {
    let world = World::new(SEED + 3);
    let elira = found_alone(&world, "Elira");
    let puts = |own_keys: OwnKeys| elira.handle(SettingsSet { own_keys: Some(own_keys), ..nothing() });
    // D and N change places; what was on A is on Q, so that A does nothing any more.
    let own = OwnKeys::default().with('D', 'N').with('N', 'D').with('A', 'Q');
    let kept = puts(own.clone()).expect("nothing stands twice").own_keys;
    assert_eq!(kept, elira.handle(SettingsGet {}).expect("settings are there").own_keys);
    assert_eq!([kept.of('D'), kept.of('N'), kept.of('A'), kept.of('T')], ['N', 'D', 'Q', 'T']);
    assert_eq!(['N', 'D', 'Q', 'A', 'T'].map(|pressed| kept.meant(pressed)), [Some('D'), Some('N'), Some('A'), None, Some('T')]);
    let clashes = OwnKeys::default().with('D', 'N');
    assert_eq!(clashes.clash(), Some(('D', 'N')));
    for refused in [clashes, OwnKeys::default().with('T', 'E'), OwnKeys::default().with('D', '1'), OwnKeys::default().with('Q', 'E')] {
        assert_eq!(puts(refused).expect_err("it is refused").code, ErrorCode::InvalidInput);
    }
    assert_eq!(elira.handle(SettingsGet {}).expect("settings are there").own_keys, own, "a refused change changes nothing");
    assert!(puts(OwnKeys::default()).expect("as usual again").own_keys.is_usual());
    praesto_vault::save_settings(&world.profile("Elira"), r#"{"own_keys":{"D":"N"},"theme":"dark"}"#).expect("settings can be written");
    let settings = elira.handle(SettingsGet {}).expect("settings are there");
    assert!(settings.own_keys.is_usual() && settings.theme == Theme::Dark, "what cannot be pressed counts as never set");
}

#[test]
fn a_size_that_is_not_on_offer_counts_as_the_usual() {
    let world = World::new(SEED + 2);
    let elira = found_alone(&world, "Elira");
    for percent in [0, 133, u32::MAX] {
        let written = format!("{{\"text_percent\":{percent},\"theme\":\"dark\"}}");
        praesto_vault::save_settings(&world.profile("Elira"), &written).expect("settings can be written");
        let settings = elira.handle(SettingsGet {}).expect("settings are there");
        assert_eq!((settings.text_percent, settings.theme), (100, Theme::Dark));
        let refused = elira.handle(SettingsSet { text_percent: Some(percent), ..nothing() }).expect_err("nor is it set");
        assert_eq!(refused.code, ErrorCode::InvalidInput);
    }
}
