//! Offices with a few days of work in them: what pictures show, and what is read word by word. Journeys that need less take [`furnish`](crate::furnish).

use std::{fmt::Write, fs, path::PathBuf};

use image::ImageFormat;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::{
    RunningServer, Stage, copy_folder,
    papers::{mail, pdf, scanned, xlsx},
};

/// Case with something under every tab.
pub const FULL: &str = "TF-2026-0161";
/// Case that was decided otherwise at first.
pub const DECIDED: &str = "WC-2026-0203";
/// Case to which Ana gives another title while one types.
pub const RETITLED: &str = "NC-2026-0252";
/// First of those in conflict.
pub const CONFLICT: &str = "KG-2026-0140";
/// Case that one removed while the other worked on it.
pub const CONTESTED: &str = "SB-2026-0399";
/// First of those that are closed.
pub const CLOSED: &str = "NC-2026-0182";
/// Case of a type with a form and a second signature, decided by Ana.
pub const ENROLMENT: &str = "KG-2026-0501";
/// Enrolment of a child that is being checked: a form, notes of two, files of every kind, a letter that was signed off.
pub const CHILD: &str = "KG-2026-0418";
/// Files of [`CHILD`]: a document, a picture, a mail with a file in it, a sheet.
pub const PAPERS: [&str; 4] = ["Birth certificate.pdf", "Proof of address.png", "Question from the family.eml", "Places at Breza.xlsx"];
/// Cases that were removed, and why.
pub const REMOVED: [(&str, &str); 2] =
    [("PP-2026-0406", "Entered twice."), ("WC-2026-0413", "Belongs to the water board, handed over there.")];
/// Case with files, one of them with earlier versions.
pub const FILES: &str = "Playground at Rose Hill";

/// How many cases Ana removes at once: so many are asked about.
const MANY: u32 = 22;

/// People who joined with one code.
#[derive(Clone, Copy, Debug)]
pub struct Newcomers {
    /// Waits to be let in.
    pub waits: &'static str,
    /// Waits too, and learns that the code is used.
    pub comes_late: &'static str,
}

/// The office of two that journeys play in, with a few days of work, and two offices of one person: `alone` without a server, `astray` with one that
/// never answers.
///
/// # Panics
/// If a step of it fails, as every function here.
pub fn furnish(stage: &Stage) -> RunningServer {
    let server = crate::furnish(stage);
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
        call(stage, "full", "case_decide", &request)
    };
    let refused = decide("refused", "The main at Lime Avenue is not laid yet.");
    edit(stage, "full", DECIDED, json!([{ "change": "withdraw_decision", "id": refused["decisions"][0]["id"], "withdrawn": true }]));
    decide("granted", "The main at Lime Avenue will be laid in February.");
    for (reference, reason) in REMOVED.into_iter().chain([(CONTESTED, "The stop is no longer served.")]) {
        call(stage, "full", "case_remove", &json!({ "case": case(stage, "full", reference), "reason": reason }));
    }
    let note = "The bus company puts the stop back in spring.";
    edit(stage, "ana", CONTESTED, json!([{ "change": "add_note", "id": id(13), "text": note, "corrects": null }]));
    takes_an_application(stage);
    enrols_a_child(stage);
    stage.meet(&["full", "ana"]);
    let note = "Breza confirms one free place in Little Bear from 1 December.";
    edit(stage, "ana", CHILD, json!([{ "change": "add_note", "id": id(14), "text": note, "corrects": null }]));
    call(stage, "full", "case_type_add", &json!({ "path": a_type_of_the_office(stage, "dog-tax"), "only_check": false }));
    stage.meet(&["ana", "full"]);
    let office = ["office", "create", "--name", "Municipality of Lindara", "--person", "Elira Tomani"];
    stage.praesto("alone", &office).done();
    // Nobody listens there.
    stage.praesto("astray", &[&office[..], &["--server", "http://127.0.0.1:9"]].concat()).done();
    server
}

/// Lets Elira take in the application for a child, as far as a letter that says so.
fn takes_an_application(stage: &Stage) {
    let call = |command: &str, request: Value| call(stage, "full", command, &request);
    let form = json!([
        { "change": "set_received", "day": "2026-10-27" },
        text("child_name", "Ема Јанкулова"), day("child_born", "2023-03-14"), text("parent_name", "Јована Јанкулова"),
        text("parent_contact", "070 123 456"), text("address", "ул. Липа 12, 4120 Lindara"), text("kindergarten", "Breza, Little Bear group"),
        day("wanted_from", "2026-12-01"), text("care", "full_day"), text("care_language", "macedonian"),
        { "change": "set_field", "field": "sibling", "value": { "is": "flag", "value": true } },
        { "change": "add_note", "id": id(15), "text": "Correction to the form: the sibling is in the Bee group.", "corrects": null },
        { "change": "add_note", "id": id(16), "text": "Mother works the early shift. She asks for hours from 06:30.", "corrects": null },
        { "change": "add_task", "id": id(17), "text": "Ask Breza for a place from 06:30", "due": "2026-11-27", "assignee": null },
    ]);
    let made = json!({ "title": "Ема Јанкулова", "reference": CHILD, "case_type": "kindergarten-enrolment", "changes": form });
    let case = call("case_create", made)["id"].clone();
    call("case_step", json!({ "case": case, "step": "check" }));
    let paths: Vec<PathBuf> = PAPERS.into_iter().zip(papers()).map(|(name, paper)| stage.file(name, paper)).collect();
    call("attachment_add", json!({ "case": case, "paths": paths }));
    let draft = call("letter_draft", json!({ "case": case, "letter": "receipt", "language": "en" }));
    let (recipient, paragraphs) = (&draft["recipients"][0], &draft["sheet"]["paragraphs"]);
    call("letter_make", json!({ "case": case, "letter": "receipt", "language": "en", "recipient": recipient, "paragraphs": paragraphs }));
    call("case_pin", json!({ "case": case, "pinned": true }));
}

/// What came with the application: [`PAPERS`].
fn papers() -> [Vec<u8>; 4] {
    let certificate = pdf(&[
        "Municipality of Lindara\nRegister of births\n\nBirth certificate\n\nName: Ema Jankulova\nBorn: 14 March 2023, Lindara\n\
         Mother: Jovana Jankulova\nEntry: 212 of 2023\n\nIssued on 2 November 2026",
        "Remarks\n\nNone.",
    ]);
    let question = "Dear office,\n\nis there a place for Ema in the Little Bear group from December?\nI work the early shift and bring her at half past six.\n\n\
        Kind regards\nJovana Jankulova";
    let cell = |at: &str, text: &str| format!("<c r=\"{at}\" t=\"inlineStr\"><is><t>{text}</t></is></c>");
    let places = [
        ["Group", "Places", "Free", "From"],
        ["Little Bear", "18", "1", "1 December"],
        ["Bee", "20", "0", ""],
        ["Hedgehog", "16", "2", "7 January"],
    ];
    let rows: String = (1..)
        .zip(places)
        .map(|(row, cells)| {
            let cells: String =
                ["A", "B", "C", "D"].into_iter().zip(cells).map(|(column, text)| cell(&format!("{column}{row}"), text)).collect();
            format!("<row r=\"{row}\">{cells}</row>")
        })
        .collect();
    [
        certificate.clone(),
        scanned(150, 34, 0.4, None, ImageFormat::Png),
        mail("ema@example.org", "A place for Ema", question, &[("Birth certificate.pdf", &certificate)]),
        xlsx(&[("Breza", &rows)]),
    ]
}

/// Lets Ana take an enrolment to the point where a colleague signs.
fn enrols_a_child(stage: &Stage) {
    let call = |command: &str, request: Value| call(stage, "ana", command, &request);
    let form = json!([
        text("child_name", "Lina Kova"),
        day("child_born", "2023-03-14"),
        text("parent_name", "Teuta Kova"),
        text("parent_contact", "070 123 456"),
        text("address", "Lime Avenue 12"),
        text("kindergarten", "Breza, Little Bear group"),
        day("wanted_from", "2026-12-01"),
        text("care", "full_day"),
        text("care_language", "albanian"),
    ]);
    let made =
        json!({ "title": "Kindergarten place, Lina Kova", "reference": ENROLMENT, "case_type": "kindergarten-enrolment", "changes": form });
    let case = call("case_create", made)["id"].clone();
    call("case_step", json!({ "case": case, "step": "check" }));
    call("case_decide", json!({ "case": case, "outcome": "granted", "reason": "Little Bear has a free place from 1 December." }));
    stage.meet(&["ana"]);
}

/// A folder with a case type such as an office writes for itself.
pub fn a_type_of_the_office(stage: &Stage, folder: &str) -> PathBuf {
    let pack = stage.folder().join(folder);
    copy_folder(&PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../docs/examples/dog-tax"), &pack).expect("the folder is copied");
    pack
}

/// The same with a slip in it.
pub fn a_type_with_a_slip(stage: &Stage, folder: &str) -> PathBuf {
    let pack = a_type_of_the_office(stage, folder);
    let rules = pack.join("type.toml");
    let sound = fs::read_to_string(&rules).expect("its rules");
    fs::write(&rules, sound.replace("to = \"assessing\"", "to = \"asessing\"")).expect("it can be written");
    pack
}

/// A table to import, new each time: two cases to be made, one without a title, and one that is here already.
pub fn a_table(stage: &Stage, time: &str) -> PathBuf {
    let rows = format!(
        "Title,Reference,Received,Applicant,Note\nBench at the bus stop,BB-{time}-1,2026-11-18,Maja Ilievska,The old one is broken.\n\
         Street lamp at Mill Lane,SL-{time}-2,2026-11-19,Driton Berisha,Out since Monday.\n,SL-{time}-3,2026-11-20,,\n\
         \"Kindergarten place, Marie\",{CONFLICT},2026-10-19,Marie Lefèvre,\n"
    );
    stage.file("requests.csv", rows)
}

/// Lets two people join with one code: one while the server answers, and one while it does not.
pub fn asks_in(stage: &Stage, server: &mut RunningServer) -> Newcomers {
    let newcomers = Newcomers { waits: "leon", comes_late: "late" };
    let code = stage.praesto("full", &["invite", "--person", "Leon Kova"]).last_line();
    stage.praesto(newcomers.waits, &["join", &code]).done();
    let port = server.port();
    server.process().kill();
    stage.praesto(newcomers.comes_late, &["join", &code, "--person", "Leon Kova"]).done();
    *server = stage.server_at(port);
    newcomers
}

/// Lets in who waits, and learns their name.
pub fn lets_in(stage: &Stage, newcomer: &str) {
    stage.meet(&["full", newcomer, "full"]);
}

/// Lets Ana give a case, by its id, another title.
pub fn ana_retitles(stage: &Stage, case: &Value, title: &str) {
    stage.meet(&["ana"]);
    call(stage, "ana", "case_edit", &json!({ "case": case, "changes": [{ "change": "set_title", "title": title }] }));
    stage.meet(&["ana"]);
}

/// Lets Ana take in a table that was here already.
pub fn takes_in_many(stage: &Stage) {
    let mut table = "Title,Reference\n".to_owned();
    for number in 1..=MANY {
        writeln!(table, "Street lamp {number},TWICE-{number}").expect("a string takes text");
    }
    let table = stage.file("twice.csv", table);
    stage.praesto("ana", &["import", "csv", &table.to_string_lossy()]).done();
    stage.meet(&["ana"]);
}

/// Lets her remove what she took in, so much at once that whoever has it by now is asked.
pub fn removes_many(stage: &Stage) {
    for number in 1..=MANY {
        let case = case(stage, "ana", &format!("TWICE-{number}"));
        call(stage, "ana", "case_remove", &json!({ "case": case, "reason": "Imported twice." }));
    }
    stage.meet(&["ana"]);
}

fn text(field: &str, value: &str) -> Value {
    json!({ "change": "set_field", "field": field, "value": { "is": "text", "value": value } })
}

fn day(field: &str, value: &str) -> Value {
    json!({ "change": "set_field", "field": field, "value": { "is": "day", "value": value } })
}

fn id(number: u128) -> String {
    Uuid::from_u128(number).to_string()
}

fn call(stage: &Stage, person: &str, command: &str, request: &Value) -> Value {
    stage.praesto(person, &["call", command, &request.to_string()]).json()
}

fn case(stage: &Stage, person: &str, reference: &str) -> Value {
    stage.praesto(person, &["case", "show", reference]).json()["id"].clone()
}

fn edit(stage: &Stage, person: &str, reference: &str, changes: Value) {
    call(stage, person, "case_edit", &json!({ "case": case(stage, person, reference), "changes": changes }));
}
