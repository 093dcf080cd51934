//! Draws every screen of the real window into a folder: light, dark, and at 200 %.

use std::{
    env, fs,
    path::{Path, PathBuf},
};

use praesto_tests::{RunningServer, Stage, Window};
use serde_json::json;

const PASSPHRASE: &str = "seven slow rivers";

/// A way to look at a screen: its place in the file name, the theme, the zoom.
const LOOKS: &[(&str, &str, &str)] = &[("light", "light", "1"), ("dark", "dark", "1"), ("200", "light", "2")];

fn main() {
    let Some(folder) = env::args_os().nth(1).map(PathBuf::from) else {
        eprintln!("usage: screens FOLDER");
        std::process::exit(2);
    };
    fs::create_dir_all(&folder).expect("the folder for the pictures can be made");
    let stage = Stage::set("screens");
    let _server = furnish(&stage);
    for look in LOOKS {
        draw(&stage, &folder, look);
    }
}

/// Makes an office of two people with cases from files, one of which they both renamed before they met.
fn furnish(stage: &Stage) -> RunningServer {
    let server = stage.server();
    let passphrase = stage.file("passphrase", PASSPHRASE);
    let praesto = |person: &str, words: &[&str]| stage.programs().praesto(&stage.profile(person), &passphrase, words);
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/sample-office");
    let fixture = |name: &str| fixtures.join(name).to_string_lossy().into_owned();
    let address = server.address();
    praesto("full", &["office", "create", "--name", "Municipality of Lindara", "--person", "Elira Tomani", "--server", &address]).done();
    praesto("full", &["import", "csv", &fixture("cases.csv"), "--map", &fixture("cases.map.json")]).done();
    praesto("full", &["import", "folder", &fixture("documents")]).done();
    let code = praesto("full", &["invite", "--person", "Ana Petrova"]).last_line();
    praesto("ana", &["join", &code]).done();
    for person in ["full", "ana", "full", "ana"] {
        praesto(person, &["sync"]).done();
    }
    let cases = praesto("full", &["case", "list"]).json();
    let case = &cases["rows"][0]["id"];
    for (person, title) in [("full", "Extension at Lime Avenue 31 and 33"), ("ana", "Extension at Lime Avenue 31, second storey")] {
        let edit = json!({ "case": case, "changes": [{ "change": "set_title", "title": title }] });
        praesto(person, &["call", "case_edit", &edit.to_string()]).done();
    }
    for person in ["full", "ana", "full"] {
        praesto(person, &["sync"]).done();
    }
    server
}

fn draw(stage: &Stage, folder: &Path, (name, theme, zoom): &(&str, &str, &str)) {
    let picture = |window: &Window, screen: &str| {
        // Typefaces arrive after the text they are for.
        window.script("return document.fonts.ready.then(() => true)", &[]);
        let path = folder.join(format!("{screen}-{name}.png"));
        window.picture(&path).unwrap_or_else(|error| panic!("{screen} can be drawn: {error}"));
        println!("{}", path.file_name().unwrap_or_default().to_string_lossy());
    };
    let empty = stage.window_with(&format!("empty-{name}"), &["--zoom", zoom], &[]);
    empty.find("#way-join");
    themed(&empty, theme);
    picture(&empty, "welcome");
    drop(empty);

    let window = stage.window_with("full", &["--zoom", zoom], &[]);
    window.find("#unlock-passphrase");
    themed(&window, theme);
    picture(&window, "unlock");
    window.type_into("#unlock-passphrase", &format!("{PASSPHRASE}\u{E007}"));
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
    for (area, screen) in [("import", "import"), ("office", "office"), ("computer", "this-computer")] {
        window.script("location.hash = arguments[0]", &[json!(format!("#/{area}"))]);
        window.find("#main h1, #main h2");
        picture(&window, screen);
    }
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
