//! Servers over a real PostgreSQL.

use std::sync::{Mutex, OnceLock, PoisonError};

use praesto_server::Settings;
use praesto_server::store::PostgresStore;
use tokio_postgres::NoTls;

use crate::cluster::Cluster;
use crate::conformance::{Bench, bench, founded};
use crate::office::{Change, NOW, body, document};

/// The address of a fresh database.
pub(crate) fn database() -> String {
    static CLUSTER: OnceLock<Mutex<Cluster>> = OnceLock::new();
    let cluster = CLUSTER.get_or_init(|| Mutex::new(Cluster::start()));
    cluster.lock().unwrap_or_else(PoisonError::into_inner).database()
}

/// Runs a test on a server over a fresh database.
pub(crate) fn with(settings: Settings, test: impl FnOnce(&Bench)) {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
    let store = runtime.block_on(PostgresStore::open(&database())).unwrap();
    test(&bench(settings, |_| Box::new(store)));
}

/// Without a count the planner reads a whole space to find one record: 15 times the budget with 500 devices, for the minute until the
/// database counts by itself.
#[test]
fn a_young_table_is_counted_for_the_planner() {
    let address = database();
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
    let store = runtime.block_on(PostgresStore::open(&address)).unwrap();
    let bench = bench(Settings::default(), |_| Box::new(store));
    let mut office = founded(&bench);
    let records: Vec<_> = (0..100).map(|_| office.admin_record(Change::to(document()))).collect();
    bench.offices.records_post(&office.session(), office.space, &body(&records), NOW).unwrap();
    let counted: f32 = runtime.block_on(async {
        let (client, connection) = tokio_postgres::connect(&address, NoTls).await.unwrap();
        tokio::spawn(connection);
        let row = client.query_one("SELECT reltuples FROM pg_class WHERE oid = 'record'::regclass", &[]).await.unwrap();
        row.get(0)
    });
    assert!(counted >= 64.0, "the planner knows of {counted} records");
}
