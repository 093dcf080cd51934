//! Servers over a real PostgreSQL.

use std::sync::{Mutex, OnceLock, PoisonError};

use praesto_server::Settings;
use praesto_server::store::PostgresStore;

use crate::cluster::Cluster;
use crate::conformance::{Bench, bench};

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
