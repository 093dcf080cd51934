//! Tables: every row becomes a case or is refused by its line.

use praesto_contract::*;

use crate::{Office, refused};

fn table(office: &Office, name: &str, rows: &[&str]) -> ImportSource {
    office.put(name, rows.join("\n"));
    ImportSource::Csv { path: office.path(name).display().to_string(), mapping: Default::default() }
}

#[test]
fn a_second_row_with_a_reference_is_refused_by_its_line() {
    let office = Office::found(20_261_201);
    let source = table(&office, "cases.csv", &["Title,Reference", "Hill,R-1", "Valley,R-1", "Lake,R-2"]);
    let run = office.run_as_planned(&source);
    assert_eq!((run.new, run.already_here, refused(&run)), (2, 0, vec![("3", "same-reference")]));
    let again = office.run_as_planned(&source);
    assert_eq!((again.new, again.already_here, refused(&again)), (0, 2, vec![("3", "same-reference")]));
}

#[test]
fn a_reference_of_a_refused_row_stays_taken() {
    let office = Office::found(20_261_202);
    let source = table(&office, "cases.csv", &["Title,Reference,Received", "Hill,R-1,never", "Valley,R-1,2026-11-02"]);
    let run = office.run_as_planned(&source);
    assert_eq!(run.rows[0].what, "never", "the value that cannot be read is named");
    assert_eq!(refused(&run), [("2", "bad-date"), ("3", "same-reference")], "mended, the first row would be swallowed as here already");
}

#[test]
fn the_same_row_twice_is_refused_by_its_line() {
    let office = Office::found(20_261_203);
    let source = table(&office, "cases.csv", &["Title,Note", "Hill,by post", "Hill,by post", "Hill,by hand"]);
    let run = office.run_as_planned(&source);
    assert_eq!((run.new, refused(&run)), (2, vec![("3", "same-row")]));
}

#[test]
fn running_numbers_that_repeat_are_no_references() {
    let office = Office::found(20_261_204);
    let source = table(&office, "cases.csv", &["No,Title", "1,Hill", "2,Valley", "1,Lake"]);
    let run = office.run_as_planned(&source);
    assert_eq!((run.new, run.refused), (3, 0));
    let hill = office.made(&run, "Hill");
    assert!(hill.fields.iter().any(|field| field.field == "No" && field.value == FieldValue::Text("1".into())), "{:?}", hill.fields);
}

#[test]
fn two_columns_for_one_place_are_both_kept() {
    let office = Office::found(20_261_205);
    let source = table(&office, "cases.csv", &["Title,Name,E-Mail,Phone", "Hill,Mira,mira@example.org,070 123"]);
    let hill = office.made(&office.run_as_planned(&source), "Hill");
    assert_eq!(hill.parties[0].contact, "mira@example.org, 070 123");
}

#[test]
fn a_plan_of_a_nasty_table_is_what_its_run_does() {
    let office = Office::found(20_261_206);
    let (line, text) = ("x".repeat(501), "word ".repeat(12_000));
    let heading = format!("Title,Reference,Received,Tag,Note{}", (0..20).map(|n| format!(",Long {n}")).collect::<String>());
    let empty = ",".repeat(20);
    let rows = [
        heading,
        format!("Fits,R-1,2026-11-02,a,b{empty}"),
        format!("{line},R-2,,,{empty}"),
        format!(",R-3,,,{empty}"),
        format!("Bad day,R-4,yesterday,,{empty}"),
        format!("Twice,R-1,,,{empty}"),
        format!("Tagged,R-5,,{},{empty}", "t".repeat(101)),
        format!("Control\u{7},R-6,,,{empty}"),
        format!("Far too much,R-7,,,{}", format!(",{text}").repeat(20)),
        "Short,R-8".to_owned(),
        format!("Fits too,R-9,24.12.2026,a,b{empty}"),
    ];
    let source = table(&office, "cases.csv", &rows.iter().map(String::as_str).collect::<Vec<_>>());
    let run = office.run_as_planned(&source);
    assert_eq!(run.new, 2);
    assert_eq!(
        refused(&run),
        [
            ("3", "beyond-title"),
            ("4", "empty-title"),
            ("5", "bad-date"),
            ("6", "same-reference"),
            ("7", "beyond-tag"),
            ("8", "unprintable"),
            ("9", "beyond-case"),
            ("10", "wrong-cell-count"),
        ]
    );
    assert_eq!(office.run_as_planned(&source).already_here, 2);
}

#[test]
fn a_row_whose_reference_is_here_already_comes_in_and_says_so() {
    let office = Office::found(20_261_207);
    let create = CaseCreate {
        title: "By hand".to_owned(),
        reference: Some("R-1".to_owned()),
        case_type: None,
        channel: Channel::Paper,
        changes: Vec::new(),
        drafts: Vec::new(),
    };
    let by_hand = praesto_app::Handle::handle(&office.elira, create).expect("a case is made").id;
    let source = table(&office, "cases.csv", &["Title,Reference", "Lake,R-2", "Hill,r-1", "Valley,R-3"]);
    let taken = |report: &ImportReport| report.rows.iter().map(|row| (row.title.clone(), row.reference_taken)).collect::<Vec<_>>();
    let rows = [("Hill".to_owned(), true), ("Lake".to_owned(), false), ("Valley".to_owned(), false)];
    assert_eq!(taken(&office.plan(&source)), rows, "first, so that no length hides it");
    let run = office.run_as_planned(&source);
    assert_eq!((taken(&run), run.new), (rows.to_vec(), 3));
    assert_eq!(office.made(&run, "Hill").same_reference[0].id, by_hand);
    assert!(office.run_as_planned(&source).rows.iter().all(|row| !row.reference_taken), "what is here itself takes nothing");
}
