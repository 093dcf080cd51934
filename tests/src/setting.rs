//! The offices that are drawn.

use praesto_tests::{PASSPHRASE, RunningServer, Said, Stage};
use serde_json::{Value, json};
use uuid::Uuid;

/// Case with something under every tab.
pub(crate) const FULL: &str = "TF-2026-0161";
/// Case that was decided otherwise at first.
pub(crate) const DECIDED: &str = "WC-2026-0203";
/// Case to which Ana gives another title while one types.
pub(crate) const RETITLED: &str = "NC-2026-0252";
/// First of those in conflict.
pub(crate) const CONFLICT: &str = "KG-2026-0140";
/// First of those that are closed.
pub(crate) const CLOSED: &str = "NC-2026-0182";
/// Case of a type with a form and a second signature, decided by Ana.
pub(crate) const ENROLMENT: &str = "KG-2026-0501";
/// Cases that were removed, and why.
pub(crate) const REMOVED: [(&str, &str); 2] =
    [("PP-2026-0406", "Entered twice."), ("WC-2026-0413", "Belongs to the water board, handed over there.")];

/// People who joined with one code.
pub(crate) struct Newcomers {
    /// Waits to be let in.
    pub(crate) waits: &'static str,
    /// Waits too, and learns that the code is used.
    pub(crate) comes_late: &'static str,
}

/// The office of two that journeys play in, with a few days of work, and two offices of one person.
pub(crate) fn furnish(stage: &Stage) -> RunningServer {
    let server = praesto_tests::furnish(stage);
    edit(
        stage,
        "full",
        FULL,
        json!([
            { "change": "set_field", "field": "Species", "value": { "is": "text", "value": "Oak" } },
            { "change": "set_field", "field": "Height in metres", "value": { "is": "whole", "value": 18 } },
            { "change": "set_field", "field": "Inspection", "value": { "is": "day", "value": "2026-11-26" } },
            { "change": "set_field", "field": "Protected", "value": { "is": "flag", "value": true } },
            { "change": "add_task", "id": id(11), "text": "Ask the forester for a report", "due": "2026-11-26", "assignee": null },
            { "change": "add_task", "id": id(12), "text": "Tell the neighbour at Bridge Street 14", "due": null, "assignee": null },
        ]),
    );
    edit(stage, "full", FULL, json!([{ "change": "set_task_done", "id": id(12), "done": true }]));
    let decide = |outcome: &str, reason: &str| {
        let request = json!({ "case": case(stage, "full", DECIDED), "outcome": outcome, "reason": reason });
        praesto(stage, "full", &["call", "case_decide", &request.to_string()]).json()
    };
    let refused = decide("refused", "The main at Lime Avenue is not laid yet.");
    edit(stage, "full", DECIDED, json!([{ "change": "withdraw_decision", "id": refused["decisions"][0]["id"], "withdrawn": true }]));
    decide("granted", "The main at Lime Avenue will be laid in February.");
    enrols_a_child(stage);
    for (reference, reason) in REMOVED {
        let request = json!({ "case": case(stage, "full", reference), "reason": reason });
        praesto(stage, "full", &["call", "case_remove", &request.to_string()]).done();
    }
    let office = ["office", "create", "--name", "Municipality of Lindara", "--person", "Elira Tomani"];
    praesto(stage, "alone", &office).done();
    // Nobody listens there.
    praesto(stage, "astray", &[&office[..], &["--server", "http://127.0.0.1:9"]].concat()).done();
    server
}

/// Lets Ana take an enrolment to the point where a colleague signs.
fn enrols_a_child(stage: &Stage) {
    let call = |command: &str, request: Value| praesto(stage, "ana", &["call", command, &request.to_string()]).json();
    let text = |field: &str, value: &str| json!({ "change": "set_field", "field": field, "value": { "is": "text", "value": value } });
    let day = |field: &str, value: &str| json!({ "change": "set_field", "field": field, "value": { "is": "day", "value": value } });
    let title = "Kindergarten place, Lina Kova";
    let case = call(
        "case_create",
        json!({ "title": title, "reference": ENROLMENT, "case_type": "kindergarten-enrolment", "changes": [
            text("child_name", "Lina Kova"), day("child_born", "2023-03-14"), text("parent_name", "Teuta Kova"),
            text("parent_contact", "070 123 456"), text("address", "Lime Avenue 12"), text("kindergarten", "Breza, Little Bear group"),
            day("wanted_from", "2026-12-01"), text("care", "full_day"), text("care_language", "albanian"),
        ] }),
    )["id"]
        .clone();
    call("case_step", json!({ "case": case, "step": "check" }));
    call("case_decide", json!({ "case": case, "outcome": "granted", "reason": "Little Bear has a free place from 1 December." }));
    for person in ["ana", "full"] {
        praesto(stage, person, &["sync"]).done();
    }
}

/// Lets two people join with one code: one while the server answers, and one while it does not.
pub(crate) fn asks_in(stage: &Stage, server: &mut RunningServer) -> Newcomers {
    let newcomers = Newcomers { waits: "leon", comes_late: "late" };
    let code = praesto(stage, "full", &["invite", "--person", "Leon Kova"]).last_line();
    praesto(stage, newcomers.waits, &["join", &code]).done();
    let port = server.port();
    server.process().kill();
    praesto(stage, newcomers.comes_late, &["join", &code, "--person", "Leon Kova"]).done();
    *server = stage.server_at(port);
    newcomers
}

/// Lets in who waits, and learns their name.
pub(crate) fn lets_in(stage: &Stage, newcomer: &str) {
    for person in ["full", newcomer, "full"] {
        praesto(stage, person, &["sync"]).done();
    }
}

/// Lets Ana give a case, by its id, another title.
pub(crate) fn ana_retitles(stage: &Stage, case: &Value, title: &str) {
    let edit = json!({ "case": case, "changes": [{ "change": "set_title", "title": title }] }).to_string();
    for words in [&["sync"][..], &["call", "case_edit", &edit], &["sync"]] {
        praesto(stage, "ana", words).done();
    }
}

fn id(number: u128) -> String {
    Uuid::from_u128(number).to_string()
}

fn praesto(stage: &Stage, person: &str, words: &[&str]) -> Said {
    let passphrase = stage.file("passphrase", PASSPHRASE);
    stage.programs().praesto(&stage.profile(person), &passphrase, words)
}

fn case(stage: &Stage, person: &str, reference: &str) -> Value {
    praesto(stage, person, &["case", "show", reference]).json()["id"].clone()
}

fn edit(stage: &Stage, person: &str, reference: &str, changes: Value) {
    let edit = json!({ "case": case(stage, person, reference), "changes": changes });
    praesto(stage, person, &["call", "case_edit", &edit.to_string()]).done();
}
