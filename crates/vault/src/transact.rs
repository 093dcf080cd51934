//! The two ways into the database: a view of one moment, and a transaction that holds completely or not at all.

use std::collections::HashSet;
use std::ops::Deref;

use rusqlite::Connection;

use crate::VaultError;
use crate::tables::vocabulary::Vocabulary;

/// A view of one moment of the database.
#[derive(Debug)]
pub struct View<'a> {
    pub(crate) conn: &'a Connection,
    /// The words of the index, to look for those that are spelt nearly alike. A writer has none: what it has not committed may come to nothing.
    pub(crate) vocabulary: Option<&'a Vocabulary>,
}

/// One durable transaction; it sees what it has written.
#[derive(Debug)]
pub struct Writer<'a> {
    view: View<'a>,
    /// Words that this transaction has put into the vocabulary, or found there.
    pub(crate) learnt: HashSet<String>,
}

impl<'a> Deref for Writer<'a> {
    type Target = View<'a>;

    fn deref(&self) -> &View<'a> {
        &self.view
    }
}

impl<'a> Writer<'a> {
    pub(crate) fn new(conn: &'a Connection) -> Self {
        Self { view: View { conn, vocabulary: None }, learnt: HashSet::new() }
    }

    /// Runs one statement; the number of rows it touched.
    pub(crate) fn execute(&self, sql: &str, params: impl rusqlite::Params) -> Result<usize, rusqlite::Error> {
        self.conn.prepare_cached(sql)?.execute(params)
    }

    /// A part of the transaction that holds completely or not at all; on an error nothing of it has happened, and the rest can go on.
    pub fn part<T, E: From<VaultError>>(&mut self, f: impl FnOnce(&mut Self) -> Result<T, E>) -> Result<T, E> {
        self.conn.execute_batch("SAVEPOINT part").map_err(VaultError::from)?;
        let value = f(self);
        let end = if value.is_ok() { "RELEASE part" } else { "ROLLBACK TO part; RELEASE part" };
        self.conn.execute_batch(end).map_err(VaultError::from)?;
        value
    }
}

impl View<'_> {
    /// The first row of a query, if there is one.
    pub(crate) fn first<T>(
        &self,
        sql: &str,
        params: impl rusqlite::Params,
        read: impl FnOnce(&rusqlite::Row<'_>) -> Result<T, rusqlite::Error>,
    ) -> Result<Option<T>, rusqlite::Error> {
        use rusqlite::OptionalExtension;
        self.conn.prepare_cached(sql)?.query_row(params, read).optional()
    }

    /// All rows of a query.
    pub(crate) fn all<T>(
        &self,
        sql: &str,
        params: impl rusqlite::Params,
        read: impl FnMut(&rusqlite::Row<'_>) -> Result<T, rusqlite::Error>,
    ) -> Result<Vec<T>, rusqlite::Error> {
        self.conn.prepare_cached(sql)?.query_map(params, read)?.collect()
    }

    /// The single number that a query gives.
    pub(crate) fn number(&self, sql: &str, params: impl rusqlite::Params) -> Result<u64, rusqlite::Error> {
        let number: i64 = self.conn.prepare_cached(sql)?.query_row(params, |row| row.get(0))?;
        Ok(number.max(0) as u64)
    }
}
