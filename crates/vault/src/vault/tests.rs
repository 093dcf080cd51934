use super::*;
use crate::MemoryKeyring;
use praesto_crypto::OsEntropy;

fn make(folder: &Path) -> (MemoryKeyring, Vault) {
    let keyring = MemoryKeyring::default();
    let vault = Vault::create(folder, KeyPolicy::Keyring, None, &keyring, &mut OsEntropy).unwrap();
    (keyring, vault)
}

fn limit_pages(vault: &Vault, more: i64) {
    let conn = held(&vault.writer);
    let pages: i64 = conn.query_row("PRAGMA page_count", [], |row| row.get(0)).unwrap();
    conn.query_row(&format!("PRAGMA max_page_count = {}", pages + more), [], |_| Ok(())).unwrap();
}

#[test]
fn a_full_disk_is_named_changes_nothing_and_is_over_when_there_is_room() {
    let folder = tempfile::tempdir().unwrap();
    let (keyring, vault) = make(folder.path());
    vault.write(|w| w.put_meta("before", b"kept")).unwrap();
    limit_pages(&vault, 2);
    let result: Result<(), VaultError> = vault.write(|w| {
        w.put_meta("before", b"changed")?;
        w.put_meta("large", &[7; 100_000])
    });
    assert!(matches!(result, Err(VaultError::DiskFull)), "{result:?}");
    assert_eq!(vault.read(|v| v.meta("before")).unwrap().as_deref(), Some(&b"kept"[..]), "nothing was changed");
    limit_pages(&vault, 1_000_000);
    vault.write(|w| w.put_meta("large", &[7; 100_000])).unwrap();
    drop(vault);
    let vault = Vault::open(folder.path(), None, &keyring, 0).unwrap();
    assert_eq!(vault.read(|v| v.meta("large")).unwrap().map(|bytes| bytes.len()), Some(100_000));
    let check: String = held(&vault.writer).query_row("PRAGMA integrity_check", [], |row| row.get(0)).unwrap();
    assert_eq!(check, "ok");
}

#[test]
fn a_full_disk_is_known_by_files_too() {
    let error = VaultError::from(std::io::Error::from(std::io::ErrorKind::StorageFull));
    assert!(matches!(error, VaultError::DiskFull));
}

#[test]
fn a_database_of_a_newer_version_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let (keyring, vault) = make(folder.path());
    held(&vault.writer).pragma_update(None, "user_version", 99).unwrap();
    drop(vault);
    assert!(matches!(Vault::open(folder.path(), None, &keyring, 0), Err(VaultError::ProfileTooNew)));
}

#[test]
fn the_connection_keeps_what_the_design_asks_for() {
    let folder = tempfile::tempdir().unwrap();
    let (_keyring, vault) = make(folder.path());
    let conn = held(&vault.writer);
    let text = |name: &str| conn.query_row(&format!("PRAGMA {name}"), [], |row| row.get::<_, rusqlite::types::Value>(0)).unwrap();
    let expected = [("synchronous", 2), ("temp_store", 2), ("secure_delete", 1), ("foreign_keys", 1)];
    for (name, value) in expected {
        assert_eq!(text(name), rusqlite::types::Value::Integer(value), "{name}");
    }
    assert_eq!(text("journal_mode"), rusqlite::types::Value::Text("wal".to_owned()));
    let unsure = "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%'";
    let lax: Vec<String> = conn.prepare(unsure).unwrap().query_map([], |row| row.get(0)).unwrap().collect::<Result<_, _>>().unwrap();
    assert!(lax.is_empty(), "every table of ours is STRICT: {lax:?}");
}
/// Asks until it is so, for as long as a busy computer may need.
fn soon(what: &str, is_so: impl Fn() -> bool) {
    let start = std::time::Instant::now();
    while !is_so() {
        assert!(start.elapsed() < Duration::from_secs(60), "never came: {what}");
        std::thread::sleep(Duration::from_millis(20));
    }
}

#[test]
fn the_log_goes_into_the_file_without_any_further_save() {
    let folder = tempfile::tempdir().unwrap();
    let (_keyring, vault) = make(folder.path());
    vault.write(|w| w.put_meta("large", &[7; 1_000_000])).unwrap();
    let size = || std::fs::metadata(folder.path().join(database::NAME)).unwrap().len();
    soon("the file holds what was saved", || size() > 1_000_000);
    assert_eq!(vault.read(|v| v.meta("large")).unwrap().map(|bytes| bytes.len()), Some(1_000_000));
}

#[test]
fn the_search_index_is_joined_between_saves() {
    let folder = tempfile::tempdir().unwrap();
    let (_keyring, vault) = make(folder.path());
    let number = |sql: &str| vault.read(|v| Ok::<_, VaultError>(v.number(sql, [])?)).unwrap();
    assert_eq!(number("SELECT v FROM case_words_config WHERE k = 'automerge'"), 0, "no save joins");
    let segments = || number("SELECT count(DISTINCT segid) FROM case_words_idx");
    for n in 1..=15 {
        vault.write(|w| Ok::<_, VaultError>(w.execute("INSERT INTO case_words (rowid, words) VALUES (?1, 'a ramp')", [n])?)).unwrap();
    }
    soon("a few segments instead of one for each save", || segments() < 4);
    assert_eq!(number("SELECT count(*) FROM case_words WHERE case_words MATCH 'ramp'"), 15);
}

#[test]
fn long_work_hears_that_somebody_waits_to_write() {
    let folder = tempfile::tempdir().unwrap();
    let (_keyring, vault) = make(folder.path());
    assert!(!vault.is_wanted());
    std::thread::scope(|threads| {
        vault
            .write(|_| {
                threads.spawn(|| vault.write(|w| w.put_meta("a person's edit", b"")).unwrap());
                soon("the other is heard", || vault.is_wanted());
                Ok::<_, VaultError>(())
            })
            .unwrap();
        vault.give_way();
    });
    assert!(!vault.is_wanted());
    assert!(vault.read(|v| v.meta("a person's edit")).unwrap().is_some());
}
