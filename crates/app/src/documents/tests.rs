//! What the documents promise.

use automerge::{
    ActorId, AutoCommit, ObjType, ROOT,
    transaction::{CommitOptions, Transactable},
};

use super::schema::{CASE, DIRECTORY};

#[test]
fn print_base() {
    for schema in [&CASE, &DIRECTORY] {
        let mut doc = AutoCommit::new().with_actor(ActorId::from(schema.actor));
        for container in schema.containers {
            doc.put_object(ROOT, container.name, ObjType::Map).unwrap();
        }
        doc.commit_with(CommitOptions::default().with_time(0));
        let bytes = doc.get_last_local_change().unwrap().raw_bytes().to_vec();
        println!("{} {}", schema.containers.len(), hex::encode(&bytes));
        println!("{:?}", doc.get_last_local_change().unwrap().hash());
    }
}
