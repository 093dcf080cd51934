//! How ids, hashes and days lie in columns.

use praesto_crypto::Hash;
use rusqlite::Row;
use rusqlite::types::Type;
use uuid::Uuid;

type Get<T> = Result<T, rusqlite::Error>;

/// A value that the schema does not allow: somebody else wrote it, or the file is damaged.
#[derive(Debug, thiserror::Error)]
#[error("not a value that this program writes")]
pub(crate) struct Misplaced;

pub(crate) fn misplaced(column: usize, kind: Type) -> rusqlite::Error {
    rusqlite::Error::FromSqlConversionFailure(column, kind, Box::new(Misplaced))
}

pub(crate) fn hash(row: &Row<'_>, column: usize) -> Get<Hash> {
    row.get(column).map(Hash)
}

pub(crate) fn uuid(row: &Row<'_>, column: usize) -> Get<Uuid> {
    row.get(column).map(Uuid::from_bytes)
}

pub(crate) fn maybe_uuid(row: &Row<'_>, column: usize) -> Get<Option<Uuid>> {
    Ok(row.get::<_, Option<[u8; 16]>>(column)?.map(Uuid::from_bytes))
}

pub(crate) fn count(row: &Row<'_>, column: usize) -> Get<u64> {
    Ok(row.get::<_, i64>(column)?.max(0) as u64)
}

pub(crate) fn maybe_count(row: &Row<'_>, column: usize) -> Get<Option<u64>> {
    Ok(row.get::<_, Option<i64>>(column)?.map(|n| n.max(0) as u64))
}

/// SQLite's integers are signed. Sequence numbers never come near the limit; whatever lies beyond stays at it.
pub(crate) fn int(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}
