//! Brings a database to the newest step, also when several servers start at once.

use deadpool_postgres::Object;

use super::{Tried, number};
use crate::store::{MIGRATIONS, StoreError};

/// Any number that only this program locks on.
const LOCK: i64 = 0x7072_6165_7374_6f01;

pub(super) async fn to_latest(connection: &mut Object) -> Result<(), StoreError> {
    let tx = connection.transaction().await.tried("begin migrating")?;
    tx.execute("SELECT pg_advisory_xact_lock($1)", &[&LOCK]).await.tried("lock migrations")?;
    tx.batch_execute("CREATE TABLE IF NOT EXISTS migration (number BIGINT NOT NULL PRIMARY KEY, name TEXT NOT NULL)")
        .await
        .tried("note migrations")?;
    let done: i64 = tx.query_one("SELECT count(*) FROM migration", &[]).await.tried("count migrations")?.get(0);
    if done > number(MIGRATIONS.len() as u64) {
        return Err(StoreError::Migration("the database is of a newer version of the server".to_owned()));
    }
    for (at, (name, _, text)) in (1_i64..).zip(MIGRATIONS).skip(done as usize) {
        tx.batch_execute(text).await.tried("migrate")?;
        tx.execute("INSERT INTO migration (number, name) VALUES ($1, $2)", &[&at, name]).await.tried("note a migration")?;
    }
    tx.commit().await.tried("commit migrations")
}
