//! What is typed into the window is nowhere on the disk in the clear: not in the profile, not in WebKit's folders, not in a temporary file.

use praesto_tests::{Stage, leaks};

use crate::people::{PASSPHRASE, makes_a_case, makes_an_office_in};

const TITLE: &str = "Kanarientitel im Fenster";
const NOTE: &str = "Kanariennotiz im Fenster";
const DRAFT: &str = "Kanarienentwurf im Fenster";

#[test]
fn what_was_typed_is_nowhere_on_the_disk_in_the_clear() {
    let stage = Stage::set("canary");
    let home = stage.folder().join("home");
    let folders =
        ["HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "TMPDIR"].map(|name| (name, home.join(name.to_lowercase())));
    for (_, folder) in &folders {
        std::fs::create_dir_all(folder).expect("a folder of its own");
    }
    let variables: Vec<(&str, String)> = folders.iter().map(|(name, folder)| (*name, folder.to_string_lossy().into_owned())).collect();
    let variables: Vec<(&str, &str)> = variables.iter().map(|(name, folder)| (*name, folder.as_str())).collect();
    let window = makes_an_office_in(&stage, "Elira", &variables);
    makes_a_case(&window, TITLE);
    window.type_into("#new-note", NOTE);
    window.click("#note-save");
    window.shows("[data-test=note]", NOTE);
    window.type_into("#new-note", DRAFT);
    // Long enough for the draft to be kept.
    std::thread::sleep(std::time::Duration::from_secs(1));
    window.kill();

    let places = [stage.profile("Elira"), home];
    for place in &places {
        assert_eq!(leaks(place, &[TITLE, NOTE, DRAFT, PASSPHRASE]), Vec::<String>::new(), "nothing of it is on the disk");
    }
}
