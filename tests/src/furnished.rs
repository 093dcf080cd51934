//! An office to look at: two people, cases from files, one conflict. Pictures and journeys share it.

use std::path::Path;

use serde_json::json;

use crate::{RunningServer, Stage};

/// Passphrase of its profiles.
pub const PASSPHRASE: &str = "seven slow rivers";

/// Makes an office of two people, `full` and `ana`, with cases from files, one of which they both renamed before they met.
///
/// # Panics
/// If a step of it fails, as every step of a journey.
pub fn furnish(stage: &Stage) -> RunningServer {
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
