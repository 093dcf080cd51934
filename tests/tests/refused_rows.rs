//! Rows that a case cannot hold are refused by the name of the limit, in the plan already, and the others go in.

use praesto_app::Handle;
use praesto_contract::*;
use praesto_tests::world::{World, found_alone};

#[test]
fn a_row_beyond_a_limit_of_a_case_is_refused_by_the_name_of_the_limit() {
    let world = World::new(20_261_124);
    let elira = found_alone(&world, "Elira");
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("cases.csv");
    let (line, text, name) = ("x".repeat(501), "x".repeat(1_000), "x".repeat(101));
    let rows = [
        "Title,Reference,Tag,Contact,Note".to_owned(),
        format!("{line},R-1,a,b,c"),
        format!("Rose Hill,{line},a,b,c"),
        format!("Rose Hill,R-3,{name},b,c"),
        format!("Rose Hill,R-4,a,{line},c"),
        format!("Rose Hill,R-5,a,b,{text}"),
    ];
    std::fs::write(&path, rows.join("\n")).expect("a table");
    let mapping = [
        ("Title", ColumnTarget::Title),
        ("Reference", ColumnTarget::Reference),
        ("Tag", ColumnTarget::Tag),
        ("Contact", ColumnTarget::PartyContact),
        ("Note", ColumnTarget::Note),
    ];
    let mapping = mapping.map(|(column, target)| (column.to_owned(), target)).into();
    let source = ImportSource::Csv { path: path.display().to_string(), mapping };
    let plan = elira.handle(ImportPlan { source: source.clone() }).expect("a plan");
    let run = elira.handle(ImportRun { source }).expect("a run");
    for report in [plan, run] {
        assert_eq!((report.new, report.refused), (1, 4));
        let reasons: Vec<&str> = report
            .rows
            .iter()
            .filter_map(|row| match &row.fate {
                RowFate::Refused { reason } => Some(reason.as_str()),
                _ => None,
            })
            .collect();
        assert_eq!(reasons, ["beyond-title", "beyond-reference", "beyond-tag", "beyond-party"], "dry run: {}", report.dry_run);
    }
}
