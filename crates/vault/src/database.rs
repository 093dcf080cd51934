//! Opening the encrypted database: key, pragmas, schema.

use std::fs;
use std::path::Path;

use praesto_crypto::VaultKey;
use rusqlite::{Connection, OpenFlags};
use rusqlite_migration::{M, Migrations, SchemaVersion};

use crate::{VaultError, collation, durable};

pub(crate) const NAME: &str = "vault.db";
/// Name of a database whose key file is not there yet.
pub(crate) const NEW_NAME: &str = "vault.db.new";

/// Numbered and append-only: what has been released is never changed.
const STEPS: &[M<'_>] = &[
    M::up(include_str!("../../../migrations/client/0001_vault.sql")),
    M::up(include_str!("../../../migrations/client/0002_drawn_epochs.sql")),
    M::up(include_str!("../../../migrations/client/0003_case_types.sql")),
    M::up(include_str!("../../../migrations/client/0004_agenda.sql")),
    M::up(include_str!("../../../migrations/client/0005_hand_over.sql")),
    M::up(include_str!("../../../migrations/client/0006_lists.sql")),
    M::up(include_str!("../../../migrations/client/0007_vocabulary.sql")),
    M::up(include_str!("../../../migrations/client/0008_hand_overs_by_act.sql")),
    M::up(include_str!("../../../migrations/client/0009_access.sql")),
    M::up(include_str!("../../../migrations/client/0010_elsewhere.sql")),
];

/// Pages of the log after which a save moves it into the file itself: only where saves never pause long enough for the upkeep to do it.
const LOG_PAGES: u32 = 32_768;

/// Milliseconds to wait for a lock that only a checkpoint of this same process can hold.
const BUSY_MS: u32 = 10_000;

/// Makes the database under its temporary name. What an interrupted creation left there is no vault yet and is replaced.
pub(crate) fn create(profile: &Path, key: &VaultKey) -> Result<(), VaultError> {
    for suffix in ["", "-wal", "-shm", "-journal"] {
        match fs::remove_file(profile.join(format!("{NEW_NAME}{suffix}"))) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(error.into()),
            _ => {}
        }
    }
    let mut conn = connect(&profile.join(NEW_NAME), key, true)?;
    migrate(&mut conn)?;
    conn.close().map_err(|(_, error)| VaultError::from(error))
}

/// Gives the database its name, once the key file is there.
pub(crate) fn adopt(profile: &Path) -> Result<(), VaultError> {
    let (new, name) = (profile.join(NEW_NAME), profile.join(NAME));
    if !name.exists() && new.exists() {
        fs::rename(new, name)?;
        durable::sync_folder(profile)?;
    }
    Ok(())
}

/// Opens the writer and brings the schema up to date.
pub(crate) fn open_writer(profile: &Path, key: &VaultKey) -> Result<Connection, VaultError> {
    let path = profile.join(NAME);
    if !path.exists() {
        return Err(VaultError::Damaged("vault.db is missing"));
    }
    let mut conn = connect(&path, key, false)?;
    // A file cut to nothing would pass for a new database, and everything in it for never written.
    let steps: i64 = conn.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    if steps == 0 {
        return Err(VaultError::Damaged("vault.db is empty"));
    }
    migrate(&mut conn)?;
    collation::renew(&mut conn)?;
    Ok(conn)
}

/// Opens one more reader.
pub(crate) fn open_reader(profile: &Path, key: &VaultKey) -> Result<Connection, VaultError> {
    let conn = connect(&profile.join(NAME), key, false)?;
    conn.execute_batch("PRAGMA query_only = ON; PRAGMA cache_size = -8192;")?;
    Ok(conn)
}

/// Makes a database for a copy of another one.
pub(crate) fn open_copy(path: &Path, key: &VaultKey) -> Result<Connection, VaultError> {
    connect(path, key, true)
}

/// Closes a copy, with everything in its one file.
pub(crate) fn close_copy(conn: Connection) -> Result<(), VaultError> {
    conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
    conn.close().map_err(|(_, error)| VaultError::from(error))
}

/// Whether a database is whole, opens with this key, and is none of a newer version.
pub(crate) fn check(path: &Path, key: &VaultKey) -> Result<(), VaultError> {
    let not_one = |error: VaultError| match error {
        VaultError::Damaged(_) => VaultError::NotABackup,
        error => error,
    };
    if !path.is_file() {
        return Err(VaultError::NotABackup);
    }
    let mut conn = connect(path, key, false).map_err(not_one)?;
    let whole = || -> Result<bool, VaultError> {
        let steps: i64 = conn.query_row("PRAGMA user_version", [], |row| row.get(0))?;
        let said: String = conn.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
        Ok(steps > 0 && said == "ok")
    };
    if !whole().map_err(not_one)? {
        return Err(VaultError::NotABackup);
    }
    migrate(&mut conn)?;
    close_copy(conn)
}

fn connect(path: &Path, key: &VaultKey, create: bool) -> Result<Connection, VaultError> {
    let create = if create { OpenFlags::SQLITE_OPEN_CREATE } else { OpenFlags::empty() };
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX | create;
    let conn = Connection::open_with_flags(path, flags)?;
    // A damaged file is told by an error; SQLCipher would also write it to standard error.
    conn.execute_batch("PRAGMA cipher_log_level = NONE;")?;
    // Exposed to the one statement that hands it to SQLCipher; first of all, or the file would be made unencrypted.
    conn.pragma_update(None, "key", key.expose_pragma().as_str())?;
    conn.execute_batch(
        "PRAGMA temp_store = MEMORY;
         PRAGMA mmap_size = 0;
         PRAGMA cipher_memory_security = OFF;
         PRAGMA cache_size = -32768;
         PRAGMA foreign_keys = ON;
         PRAGMA trusted_schema = OFF;",
    )?;
    conn.pragma_update(None, "busy_timeout", BUSY_MS)?;
    conn.pragma_update_and_check(None, "secure_delete", "ON", |_| Ok(()))?;
    conn.pragma_update_and_check(None, "journal_mode", "WAL", |_| Ok(()))?;
    conn.execute_batch("PRAGMA synchronous = FULL; PRAGMA fullfsync = ON; PRAGMA checkpoint_fullfsync = ON;")?;
    conn.pragma_update_and_check(None, "wal_autocheckpoint", LOG_PAGES, |_| Ok(()))?;
    conn.set_prepared_statement_cache_capacity(256);
    Ok(conn)
}

fn migrate(conn: &mut Connection) -> Result<(), VaultError> {
    let migrations = Migrations::from_slice(STEPS);
    if let SchemaVersion::Outside(_) = migrations.current_version(conn).map_err(migration_error)? {
        return Err(VaultError::ProfileTooNew);
    }
    migrations.to_latest(conn).map_err(migration_error)
}

fn migration_error(error: rusqlite_migration::Error) -> VaultError {
    match error {
        rusqlite_migration::Error::RusqliteError { err, .. } => err.into(),
        rusqlite_migration::Error::MigrationDefinition(_) => VaultError::ProfileTooNew,
        _ => VaultError::Damaged("the schema of vault.db"),
    }
}
