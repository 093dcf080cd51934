//! Draws every screen of the real window into a folder: light, dark, and at 200 %.

use std::{
    env, fs,
    path::{Path, PathBuf},
};

use praesto_tests::{PASSPHRASE, Stage, Window, forge_a_summary, furnish};
use serde_json::json;

/// A way to look at a screen: its place in the file name, the theme, the zoom.
const LOOKS: &[(&str, &str, &str)] = &[("light", "light", "1"), ("dark", "dark", "1"), ("200", "light", "2")];

fn main() {
    let Some(folder) = env::args_os().nth(1).map(PathBuf::from) else {
        eprintln!("usage: screens FOLDER [LANGUAGE]");
        std::process::exit(2);
    };
    fs::create_dir_all(&folder).expect("the folder for the pictures can be made");
    let stage = Stage::set("screens");
    let _server = furnish(&stage);
    match env::args().nth(2) {
        None => draw_all(&stage, &folder, LOOKS),
        // Whether the words of another language fit is seen in the light, enlarged and not.
        Some(language) => {
            speaks(&stage, &language);
            draw_all(&stage, &folder, &[(&format!("{language}-1"), "light", "1"), (&format!("{language}-2"), "light", "2")]);
        }
    }
}

fn draw_all(stage: &Stage, folder: &Path, looks: &[(&str, &str, &str)]) {
    looks.iter().for_each(|look| draw(stage, folder, look));
    forge_a_summary(stage);
    looks.iter().for_each(|look| draw_set_aside(stage, folder, look));
}

/// Sets the language of the furnished profile.
fn speaks(stage: &Stage, language: &str) {
    let passphrase = stage.file("passphrase", PASSPHRASE);
    let call = |words: &[&str]| stage.programs().praesto(&stage.profile("full"), &passphrase, words);
    let mut settings = call(&["call", "settings_get"]).json();
    settings["language"] = json!(language);
    call(&["call", "settings_set", &json!({ "settings": settings }).to_string()]).done();
}

fn draw(stage: &Stage, folder: &Path, (name, theme, zoom): &(&str, &str, &str)) {
    let picture = |window: &Window, screen: &str| picture(window, folder, &format!("{screen}-{name}"));
    let empty = stage.window_with(&format!("empty-{name}"), &["--zoom", zoom], &[]);
    empty.find("#way-join");
    if let Some(language) = env::args().nth(2) {
        empty.click(&format!("#language-{language}"));
    }
    themed(&empty, theme);
    picture(&empty, "welcome");
    drop(empty);

    let window = stage.window_with("full", &["--zoom", zoom], &[]);
    window.find("#unlock-passphrase");
    themed(&window, theme);
    picture(&window, "unlock");
    unlocks(&window);
    window.find("#case-list [role=option]");
    picture(&window, "cases");
    clicks(&window, "#case-list [role=option]");
    window.find("#case-title");
    picture(&window, "case");
    window.press(&["Control"], "k");
    window.find("#palette-input");
    picture(&window, "palette");
    window.press(&[], "Escape");
    window.gone("#palette-input");
    window.script("location.hash = '#/cases/conflict'", &[]);
    window.find("#queue-conflict[aria-pressed=true]");
    window.find("#case-list [role=option]");
    clicks(&window, "#case-list [role=option]");
    clicks(&window, "#tab-conflicts");
    window.find("[data-test=conflict]");
    picture(&window, "conflict");
    a_case_with_files(&window);
    picture(&window, "files");
    clicks(&window, "[data-test=attachment-save]");
    window.find("#save-reason");
    picture(&window, "save-outside");
    window.press(&[], "Escape");
    window.gone("#save-dialog");
    turns_the_rail(&window);
    clicks(&window, "#remove");
    window.find("#remove-reason");
    picture(&window, "remove");
    window.press(&[], "Escape");
    window.gone("#remove-reason");
    window.script("location.hash = '#/cases/closed'", &[]);
    window.find("#queue-closed[aria-pressed=true]");
    clicks(&window, "#case-list [role=option]");
    window.find("[data-test=changed-late]");
    picture(&window, "closed");
    for (area, screen) in [("import", "import"), ("office", "office"), ("computer", "this-computer")] {
        window.script("location.hash = arguments[0]", &[json!(format!("#/{area}"))]);
        window.find("#main h1, #main h2");
        picture(&window, screen);
    }
}

/// Something untrue came from a colleague's computer.
fn draw_set_aside(stage: &Stage, folder: &Path, (name, theme, zoom): &(&str, &str, &str)) {
    let window = stage.window_with("full", &["--zoom", zoom], &[]);
    unlocks(&window);
    themed(&window, theme);
    window.find("#sync[data-phase=up_to_date]");
    window.script("location.hash = '#/computer'", &[]);
    window.find("[data-test=set-aside]");
    window.script("document.querySelector('[data-test=finding]').scrollIntoView({ block: 'end' })", &[]);
    picture(&window, folder, &format!("set-aside-{name}"));
}

fn picture(window: &Window, folder: &Path, name: &str) {
    window.has_its_typefaces();
    // Colours on their way from one to another are nothing to show.
    window.script("return Promise.all(document.getAnimations().map(one => one.finished.catch(() => 0))).then(() => true)", &[]);
    let path = folder.join(format!("{name}.png"));
    window.picture(&path).unwrap_or_else(|error| panic!("{name} can be drawn: {error}"));
    println!("{name}.png");
}

fn unlocks(window: &Window) {
    window.type_into("#unlock-passphrase", &format!("{PASSPHRASE}\u{E007}"));
    window.find("#lock");
}

/// Opens a case with files, and the earlier versions of one of them.
fn a_case_with_files(window: &Window) {
    window.press(&["Control"], "k");
    window.type_into("#palette-input", "Playground");
    window.shows("#palette-0", "Playground at Rose Hill");
    window.press(&[], "Enter");
    // Where there is no room beside the case, the rail is a drawer.
    window.find("#case-title");
    turns_the_rail(window);
    clicks(window, "[data-test=attachment-earlier]");
    window.find("[data-test=attachment-version]");
    window.script("document.querySelector('[data-test=attachment]:has([data-test=attachment-version])').scrollIntoView()", &[]);
}

/// Opens or closes the rail where it is a drawer.
fn turns_the_rail(window: &Window) {
    window.script("const toggle = document.querySelector('#rail-toggle'); if (toggle.offsetParent) toggle.click()", &[]);
}

/// Clicks by script: the protocol's clicks miss in an enlarged page.
fn clicks(window: &Window, css: &str) {
    window.find(css);
    window.script("document.querySelector(arguments[0]).click()", &[json!(css)]);
}

/// Shows the page in a theme, as the setting does.
fn themed(window: &Window, theme: &str) {
    window.script("document.documentElement.classList.toggle('pf-v6-theme-dark', arguments[0] === 'dark')", &[json!(theme)]);
}
