//! What may only change on purpose: migrations and the description of the interface.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use praesto_server::store::MIGRATIONS;

#[test]
fn both_dialects_have_the_same_numbered_steps_and_no_other_files() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../migrations/server");
    let listed: BTreeSet<String> = MIGRATIONS.iter().map(|(name, _, _)| format!("{name}.sql")).collect();
    for dialect in ["sqlite", "postgres"] {
        let found: BTreeSet<String> =
            fs::read_dir(root.join(dialect)).unwrap().map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();
        assert_eq!(found, listed, "{dialect}");
    }
    for (number, (name, _, _)) in (1..).zip(MIGRATIONS) {
        assert!(name.starts_with(&format!("{number:04}-")), "{name} stands at place {number}");
    }
}

#[test]
fn every_table_but_the_servers_own_begins_with_the_office() {
    for (name, sqlite, postgres) in MIGRATIONS {
        for text in [sqlite, postgres] {
            for table in text.split("CREATE TABLE ").skip(1) {
                let (table, columns) = table.split_once('(').unwrap();
                if table.trim() != "server" {
                    assert!(columns.trim_start().starts_with("office "), "{table} in {name}");
                }
            }
        }
    }
}

#[test]
fn both_dialects_make_the_same_tables_and_columns() {
    for (name, sqlite, postgres) in MIGRATIONS {
        let plain = |text: &str| {
            let text = text.replace("BYTEA", "BLOB").replace("BIGINT", "INTEGER").replace(" STRICT", "").replace(", WITHOUT ROWID", "");
            text.replace(" WITHOUT ROWID", "").split_whitespace().collect::<Vec<_>>().join(" ").replace(" ;", ";")
        };
        assert_eq!(plain(sqlite), plain(postgres), "{name}");
    }
}

#[test]
fn the_description_of_the_interface_changes_only_on_purpose() {
    insta::assert_json_snapshot!("openapi", praesto_server::http::openapi_document());
}
