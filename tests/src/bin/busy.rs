//! A program at work, for whoever kills it: saves notes, field values and files in an open vault as fast as it can, while its background work talks
//! to the server, and says on its standard output what was acknowledged.

use std::path::PathBuf;
use std::{env, fs, process::exit};

use praesto_app::{Handle, OsHost, Praesto};
use praesto_contract::*;
use uuid::Uuid;

const USAGE: &str = "usage: busy PROFILE PASSPHRASE-FILE FILE NUMBER";
/// Notes of one round at most: as many as a case may have.
const NOTES: u128 = 1_000;

fn main() {
    let words: Vec<String> = env::args().skip(1).collect();
    let [profile, passphrase, file, number] = words.as_slice() else {
        eprintln!("{USAGE}");
        exit(2)
    };
    let number: u128 = number.parse().expect("a number");
    let passphrase = SecretText::new(fs::read_to_string(passphrase).expect("a passphrase file"));
    let praesto = Praesto::quiet(OsHost::new(|_| {}), PathBuf::from(profile)).with_background();
    praesto.handle(VaultUnlock { passphrase: Some(passphrase) }).expect("the vault opens");
    let create = CaseCreate {
        title: format!("Round {number}"),
        reference: None,
        case_type: None,
        channel: Channel::Paper,
        changes: Vec::new(),
        drafts: Vec::new(),
    };
    let case = praesto.handle(create).expect("a case is made").id;
    println!("case {case}");
    for k in 1..=NOTES {
        let id = NoteId(Uuid::from_u128(number << 64 | k));
        let text = FieldValue::Text(k.to_string());
        let changes = vec![
            CaseChange::AddNote { id, text: format!("note {k}"), corrects: None },
            CaseChange::SetField { field: "hours".to_owned(), value: text },
        ];
        praesto.handle(CaseEdit { case, changes, drafts: Vec::new(), over: Vec::new() }).expect("an edit is saved");
        println!("note {}", id.0);
        if k % 10 == 5 {
            let seen = praesto.handle(AttachmentAdd { case, paths: vec![file.clone()], version_of: None }).expect("a file is attached");
            println!("files {}", seen.attachments.len());
        }
    }
    // Longer than anybody waits with killing.
    println!("idle");
    std::thread::sleep(std::time::Duration::from_secs(60));
}
