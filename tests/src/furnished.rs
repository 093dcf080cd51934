//! An office to look at: two people, cases from files, what they wrote apart. Pictures and journeys share it.

use std::{fs, path::Path};

use praesto_contract::CaseId;
use praesto_crypto::Passphrase;
use praesto_vault::{MemoryKeyring, Vault};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::{
    RunningServer, Stage,
    forger::{Forgery, forge_in},
};

/// What is to be done by the day in the table's column of that name, by the letters that the reference of a case begins with.
const DEADLINES: [(&str, &str); 10] = [
    ("KG", "Say which place it is"),
    ("BP", "Decide on the permit"),
    ("HA", "Pay the allowance"),
    ("TF", "Send the forester"),
    ("MS", "Give out the stall"),
    ("CA", "Hand out the certificate"),
    ("NC", "Measure the noise"),
    ("SB", "Answer the parents"),
    ("PP", "Print the permit"),
    ("WC", "Order the connection"),
];

/// Passphrase of its profiles.
pub const PASSPHRASE: &str = "seven slow rivers";

/// Case to which the two gave different titles.
const TITLES: &str = "BP-2026-0147";
/// Case in which they filled in a field differently, and decided differently.
const DECISIONS: &str = "KG-2026-0140";
/// Case that one closed and the other wrote into.
const CLOSED: &str = "NC-2026-0182";
/// Title of the case to whose file both added a version.
const FILES: &str = "Playground at Rose Hill";
/// Cases that Ana hands over later.
const HANDED: [&str; 3] = ["MS-2026-0168", "CA-2026-0175", "PP-2026-0196"];
/// Case whose summary is forged later.
const FORGED: &str = "HA-2026-0154";

/// Makes an office of two people, `full` and `ana`, with cases from files, three of which they both changed before they met.
///
/// # Panics
/// If a step of it fails, as every step of a journey.
pub fn furnish(stage: &Stage) -> RunningServer {
    let server = stage.server();
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/sample-office");
    let fixture = |name: &str| fixtures.join(name).to_string_lossy().into_owned();
    let address = server.address();
    stage
        .praesto("full", &["office", "create", "--name", "Municipality of Lindara", "--person", "Elira Tomani", "--server", &address])
        .done();
    let (table, columns) = a_column_for_each_deadline(&fixture("cases.csv"), &fixture("cases.map.json"));
    let (table, columns) = (stage.file("cases.csv", table), stage.file("cases.map.json", columns));
    stage.praesto("full", &["import", "csv", &table.to_string_lossy(), "--map", &columns.to_string_lossy()]).done();
    stage.praesto("full", &["import", "folder", &fixture("documents")]).done();
    let code = stage.praesto("full", &["invite", "--person", "Ana Petrova"]).last_line();
    stage.praesto("ana", &["join", &code]).done();
    stage.meet(&["full", "ana", "full", "ana"]);
    for (person, title, day, outcome, reason) in [
        ("full", "Extension at Lime Avenue 31 and 33", "2026-12-01", "granted", "Little Bear group, from 1 December."),
        ("ana", "Extension at Lime Avenue 31, second storey", "2027-01-07", "refused", "Little Bear group is full until January."),
    ] {
        edit(stage, person, TITLES, json!([{ "change": "set_title", "title": title }]));
        let field = json!({ "change": "set_field", "field": "Start date", "value": { "is": "day", "value": day } });
        edit(stage, person, DECISIONS, json!([field]));
        act(stage, person, DECISIONS, "case_decide", json!({ "outcome": outcome, "reason": reason }));
    }
    act(stage, "full", CLOSED, "case_step", json!({ "step": "close" }));
    let appeal = "The neighbours appeal against the closing hours.";
    edit(stage, "ana", CLOSED, json!([{ "change": "add_note", "id": Uuid::from_u128(4).to_string(), "text": appeal, "corrects": null }]));
    for person in ["full", "ana"] {
        add_version(stage, person);
    }
    stage.meet(&["full", "ana", "full"]);
    server
}

/// The table with a column for each of [`DEADLINES`] before the others, and where its columns go: a deadline is called as its column is.
fn a_column_for_each_deadline(table: &str, columns: &str) -> (String, String) {
    let table = fs::read_to_string(table).expect("the table can be read");
    let columns = fs::read_to_string(columns).expect("the mapping can be read");
    let mut mapping: Value = serde_json::from_str(&columns).expect("the mapping is JSON");
    mapping["Deadline"] = json!({ "to": "ignore" });
    let mut lines = table.lines();
    let mut wide: String = DEADLINES.iter().map(|(_, name)| format!("{name},")).collect();
    wide += lines.next().expect("the table names its columns");
    for line in lines {
        // Two days follow each other: that of receipt, and the deadline.
        let day = line.find(",20").and_then(|received| line.get(received + 12..received + 22)).expect("a row has its days");
        wide += "\n";
        wide.extend(DEADLINES.iter().map(|(kind, _)| if line.starts_with(kind) { format!("{day},") } else { ",".to_owned() }));
        wide += line;
    }
    for (_, name) in DEADLINES {
        mapping[name] = json!({ "to": "deadline" });
    }
    (wide, mapping.to_string())
}

/// Founds an office of these people at their terminals, each at a computer of their own that is called as they are. The first one has invited the others,
/// and everybody knows everybody.
///
/// # Panics
/// As [`furnish`].
pub fn found(stage: &Stage, server: &RunningServer, people: &[&str]) {
    let [first, others @ ..] = people else { panic!("an office has people") };
    stage
        .praesto(first, &["office", "create", "--name", "Municipality of Lindara", "--person", first, "--server", &server.address()])
        .done();
    for other in others {
        let code = stage.praesto(first, &["invite", "--person", other]).last_line();
        stage.praesto(other, &["join", &code]).done();
    }
    stage.meet(people);
    stage.meet(people);
}

/// Lets Ana's computer send a summary of a case that says more than the changes behind it, as a computer of somebody who cheats would.
///
/// # Panics
/// As [`furnish`].
pub fn forge_a_summary(stage: &Stage) {
    let case = case(stage, "ana", FORGED);
    let case = CaseId(case["id"].as_str().and_then(|id| id.parse().ok()).expect("a case has an id"));
    let passphrase = Passphrase::typed(PASSPHRASE.to_owned());
    let vault = Vault::open(&stage.profile("ana"), Some(&passphrase), &MemoryKeyring::default(), 0).expect("the vault opens");
    forge_in(&vault, case, Forgery::Adds);
    drop(vault);
    stage.meet(&["ana"]);
}

/// Lets Ana take some cases on and hand them to whoever sits at `full`, in one act.
///
/// # Panics
/// As [`furnish`].
pub fn hand_over(stage: &Stage) {
    let people = stage.praesto("ana", &["call", "people_list"]).json();
    let ana = people.as_array().into_iter().flatten().find(|person| person["me"] == true).expect("she is one of them")["id"].clone();
    stage.praesto("ana", &["sync"]).done();
    for reference in HANDED {
        edit(stage, "ana", reference, json!([{ "change": "assign", "person": ana }]));
    }
    let call =
        json!({ "change": "add_task", "id": Uuid::from_u128(21).to_string(), "text": "Call the neighbours", "due": null, "assignee": ana });
    edit(stage, "ana", HANDED[0], json!([call]));
    let words = "I am ill from tomorrow. The first two are urgent, and the neighbours wait for a call.";
    let give = [&["hand-over", "give", "--to", "Elira Tomani", "--words", words][..], &HANDED].concat();
    assert_eq!(stage.praesto("ana", &give).json()["done"], HANDED.len(), "all of them go over");
    stage.meet(&["ana"]);
}

/// Adds a version to the first file of a case, of which the other knows nothing yet.
fn add_version(stage: &Stage, person: &str) {
    let found = stage.praesto(person, &["search", FILES]).json();
    let call = |command: &str, request: Value| stage.praesto(person, &["call", command, &request.to_string()]).json();
    let case = call("case_get", json!({ "case": found["rows"][0]["id"] }));
    let file = stage.file("version.txt", format!("what {person} made of it"));
    call("attachment_add", json!({ "case": case["id"], "paths": [file], "version_of": case["attachments"][0]["id"] }));
}

fn case(stage: &Stage, person: &str, reference: &str) -> Value {
    stage.praesto(person, &["case", "show", reference]).json()
}

fn edit(stage: &Stage, person: &str, reference: &str, changes: Value) {
    act(stage, person, reference, "case_edit", json!({ "changes": changes }));
}

/// Asks for something to be done to a case.
fn act(stage: &Stage, person: &str, reference: &str, command: &str, mut request: Value) {
    request["case"] = case(stage, person, reference)["id"].clone();
    stage.praesto(person, &["call", command, &request.to_string()]).done();
}
