//! The real window over the full vault: how long until it can be used, and what it holds in memory when nothing happens.

use std::os::unix::fs::symlink;
use std::path::Path;
use std::time::Duration;

use praesto_app::Handle;
use praesto_contract::{KeyChoice, KeyPolicy, KeyPolicySet, SecretText, VaultLock, VaultUnlock};
use praesto_tests::world::Device;
use praesto_tests::{Programs, Stage};

use crate::report::{Report, Row};
use crate::scroll;
use crate::times::{ms, once};

const PASSPHRASE: &str = "a passphrase for the bench";
const START_BUDGET: Duration = Duration::from_secs(1);
const MEMORY_BUDGET_MIB: u64 = 150;
/// How long nothing happens before memory is looked at.
const IDLE: Duration = Duration::from_secs(10);

/// Asks to unlock with the list of all open cases as the place to go on; answers with the milliseconds until a row of the list was drawn.
const UNLOCK: &str = "const done = arguments[arguments.length - 1], start = performance.now(); \
    location.hash = '#/cases/team'; \
    document.querySelector('#unlock').click(); \
    const look = () => document.querySelector('#case-list [data-case]') ? done(performance.now() - start) : requestAnimationFrame(look); \
    look();";

/// Closes `device`, whose profile the window then opens.
pub(crate) fn measure(device: Device, profile: &Path, programs: &Path, report: &mut Report) {
    let Some(found) = Programs::in_folder(programs) else {
        return report.fact(format!("cold start and memory are not measured: there is no window in {}", programs.display()));
    };
    let passphrase = || Some(SecretText::new(PASSPHRASE.to_owned()));
    let key = KeyChoice { policy: KeyPolicy::Passphrase, passphrase: passphrase() };
    device.handle(KeyPolicySet { current_passphrase: None, key }).expect("the vault gets a passphrase");
    device.handle(VaultLock {}).expect("the vault shuts");
    let (stretched, _) = once(|| device.handle(VaultUnlock { passphrase: passphrase() }).expect("the vault opens"));
    drop(device);

    let stage = Stage::set_with("bench", found);
    let place = stage.profile("Full");
    std::fs::create_dir_all(place.parent().expect("it is in a folder")).expect("a folder can be made");
    symlink(profile, &place).expect("the profile can be named");
    let (started, mut window) = once(|| {
        let window = stage.window("Full");
        window.find("#unlock-passphrase");
        window
    });
    window.type_into("#unlock-passphrase", PASSPHRASE);
    let shown = Duration::from_secs_f64(window.script_later(UNLOCK, &[]).as_f64().expect("the script says how long") / 1_000.0);
    let build = programs.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    report.row(Row {
        what: "cold start to usable list".into(),
        budget: "≤ 1 s after unlock, with the window",
        measured: ms(shown),
        floor: "–".into(),
        ratio: None,
        of_budget: Some(shown.as_secs_f64() / START_BUDGET.as_secs_f64()),
        whole: true,
        note: format!(
            "real window on a virtual screen, programs of the build `{build}`, system's file cache warm. From asking to open the vault to the first \
             rows drawn; stretching the passphrase and opening the database, counted in, take {} without a window. Before that, from starting \
             the program to the question for the passphrase: {}",
            ms(stretched),
            ms(started),
        ),
    });
    std::thread::sleep(IDLE);
    let (app, web) = window.memory();
    report.row(Row {
        what: "idle memory".into(),
        budget: "app process ≤ 150 MiB PSS",
        measured: format!("{} MiB", app >> 10),
        floor: "–".into(),
        ratio: None,
        of_budget: Some((app >> 10) as f64 / MEMORY_BUDGET_MIB as f64),
        whole: true,
        note: format!("with the list open, {} s after it was drawn; WebKit's processes hold {} MiB beside it", IDLE.as_secs(), web >> 10),
    });
    scroll::measure(&window, report);
}
