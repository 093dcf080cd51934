//! The numbered steps of both dialects, one line per number, so that neither can run ahead of the other.

macro_rules! migrations {
    ($($name:literal),*) => {
        &[$((
            $name,
            include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../migrations/server/sqlite/", $name, ".sql")),
            include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../migrations/server/postgres/", $name, ".sql")),
        )),*]
    };
}

/// Name, SQLite text and PostgreSQL text of every step. Append-only.
pub const MIGRATIONS: &[(&str, &str, &str)] = migrations!("0001-store");
