//! The constant changes and the bytes of documents.

use automerge::{
    ActorId, AutoCommit, Automerge, AutomergeError, Change, ChangeHash, ObjType, ROOT, ReadDoc,
    transaction::{CommitOptions, Transactable, Transaction},
};
use sha2::{Digest, Sha256};

use super::super::{
    CaseDocument, DirectoryDocument, DocumentKind, EditRefused, LoadRefused, PayloadRefused, ReadRefused, decode_payload, encode_payload,
    merged::Merged,
    read,
    removal::{self, Says},
    schema::{CASE, CASE_TYPES, Container, DIRECTORY, Nested, Schema, Shape},
    values,
};
use super::{Computer, actor_of, by, id, title, two};
use praesto_domain::{Moment, casework::CaseChange};

/// The hash of a released base change must never change: documents of different versions would stop merging.
#[test]
fn the_constant_changes_are_these_bytes_for_ever() {
    let pinned = |schema: &Schema| schema.base.iter().map(|bytes| hex::encode(Sha256::digest(bytes))).collect::<Vec<_>>();
    assert_eq!(pinned(&CASE), ["174adc74252c092256d40ed1e57b68c85a5ddfa412cdf1e66d0ee620962fa58e"]);
    assert_eq!(pinned(&DIRECTORY), ["6b55c09b865b9f38d60450b9c6dc0263f51058f62b65afaee770c171e0a8badc"]);
    assert_eq!(pinned(&CASE_TYPES), ["4dbfda32faf0b089d817d2313e1cc37906c2643db09df99bb47de11a9e8a3f39"]);
    let hash = |schema: &Schema| Change::try_from(schema.base[0]).unwrap().hash().to_string();
    assert_eq!(hash(&CASE), "b9d3f06f226d3a374b86fe6ac97bdd4e1dfc09226e8ba4da6dd7dad91f1dc8c4");
    assert_eq!(hash(&DIRECTORY), "3bc7ce5c2c7bbaa6b57d40da451f961a8db3f20ebc7e3a0c0dd84d851ce551c9");
    assert_eq!(hash(&CASE_TYPES), "76523c4a2e99aba6f1dd966ccbd0dc1b444dc023cb8b1ba15996ae2013fb50a8");
}

#[test]
fn the_constant_changes_make_every_container_of_their_schema() {
    for schema in [&CASE, &DIRECTORY, &CASE_TYPES] {
        let mut doc = AutoCommit::new().with_actor(ActorId::from(schema.actor));
        for container in schema.containers {
            doc.put_object(ROOT, container.name, ObjType::Map).unwrap();
        }
        doc.commit_with(CommitOptions::default().with_time(0));
        assert_eq!(
            doc.get_last_local_change().unwrap().raw_bytes(),
            schema.base[0],
            "{:?}: the recipe gives the pinned bytes",
            schema.kind
        );
        let merged = Merged::create(schema, &actor_of(1));
        for (index, container) in schema.containers.iter().enumerate() {
            let found = merged.doc.get_all(ROOT, container.name).unwrap();
            assert_eq!(found.len(), 1);
            assert_eq!(found[0].1, schema.container_id(index), "{} is where the schema says", container.name);
        }
    }
}

#[test]
fn a_document_that_was_saved_is_the_same_document() {
    let (mut first, _) = two(&[title("Appeal")]);
    first.edit(&[title("Appeal of Ema Jankulova")]);
    let bytes = first.document.save();
    let loaded = CaseDocument::load(&bytes, &actor_of(1)).unwrap();
    assert_eq!(loaded.read(id()), first.document.read(id()));
    assert_eq!(loaded.heads(), first.document.heads());
    assert_eq!(loaded.timeline(), first.document.timeline());
    assert_eq!(loaded.save(), bytes);
}

#[test]
fn a_loaded_document_goes_on_under_a_new_incarnation() {
    let (mut first, mut second) = two(&[title("Appeal")]);
    let again = super::super::actor(super::device(1), [9; 8]);
    first.document = CaseDocument::load(&first.document.save(), &again).unwrap();
    let saved = first.edit(&[title("Appeal, corrected")]);
    second.take(1, &saved.change).unwrap();
    assert_eq!(second.read(), first.read());
    assert_eq!(second.read().title.0[0].by.device, super::device(1), "a device keeps its name over all incarnations");
}

#[test]
fn what_is_no_document_is_refused() {
    let directory = DirectoryDocument::create(&actor_of(1)).save();
    assert!(matches!(CaseDocument::load(&directory, &actor_of(1)), Err(LoadRefused::OtherSchema)));
    assert!(matches!(CaseDocument::load(b"", &actor_of(1)), Err(LoadRefused::Malformed)));
    assert!(matches!(CaseDocument::load(b"no document", &actor_of(1)), Err(LoadRefused::Malformed)));
    let whole = Computer::with_new_case(1, &[title("Appeal")]).0.document.save();
    for end in 0..whole.len() {
        assert!(CaseDocument::load(&whole[..end], &actor_of(1)).is_err(), "cut off after {end} bytes it is no document");
    }
}

#[test]
fn a_document_without_its_opening_is_no_case() {
    let mut document = CaseDocument::receive(&actor_of(1));
    assert_eq!(document.read(id()), Err(ReadRefused::NotOpened));
    assert!(matches!(document.edit(Moment(1), &[title("x")]), Err(EditRefused::NotOpened)));
}

#[test]
fn the_record_of_a_new_case_holds_no_constant_change() {
    let (_, record) = Computer::with_new_case(1, &[title("Appeal")]);
    assert!(!record.windows(CASE.base[0].len()).any(|window| window == CASE.base[0]), "everybody has it");
    let carried = [CASE.base[0], &record].concat();
    assert!(Computer::empty(2).take(1, &carried).unwrap().changed(), "carrying it along does no harm");
}

/// Two containers made concurrently under one key: automerge shows one, a reader must show what is in both.
#[test]
fn entries_of_a_container_made_twice_are_all_read() {
    let mut first = Automerge::new();
    first.apply_changes([Change::try_from(CASE.base[0]).unwrap()]).unwrap();
    let mut second = first.clone();
    for (doc, number) in [(&mut first, 1_u8), (&mut second, 2)] {
        doc.set_actor(ActorId::from(&actor_of(number)));
        let mut tx = doc.transaction();
        tx.put(ROOT, "type", "general").unwrap();
        let parties = tx.put_object(ROOT, "parties", ObjType::Map).unwrap();
        let party = tx.put_object(&parties, super::uuid(u64::from(number)).to_string(), ObjType::Map).unwrap();
        tx.put(&party, "name", format!("Party {number}")).unwrap();
        tx.commit();
    }
    first.merge(&mut second).unwrap();
    assert_eq!(values::objects(&first, &[ROOT], "parties").unwrap().len(), 2);
    let case = read::case(&Merged { doc: first, ..Merged::create(&CASE, &actor_of(3)) }, id()).unwrap();
    let names: Vec<_> = case.parties.iter().map(|party| party.name.value().cloned().unwrap()).collect();
    assert_eq!(names, ["Party 1", "Party 2"]);
}

#[test]
fn a_payload_says_what_it_is() {
    let bytes = encode_payload(DocumentKind::Case, 1, b"body");
    assert_eq!(bytes, [&[1, 2, 0, 1][..], b"body"].concat());
    assert_eq!(decode_payload(&bytes), Ok((DocumentKind::Case, 1, &b"body"[..])));
    assert_eq!(decode_payload(&[1, 1, 0, 1]), Ok((DocumentKind::Directory, 1, &b""[..])));
    for end in 0..4 {
        assert_eq!(decode_payload(&bytes[..end]), Err(PayloadRefused::TooShort));
    }
    assert_eq!(decode_payload(&[2, 2, 0, 1]), Err(PayloadRefused::UnknownLayout(2)));
    assert_eq!(decode_payload(&[1, 9, 0, 1]), Err(PayloadRefused::UnknownKind(9)));
    assert_eq!(decode_payload(&[1, 2, 0, 2]), Err(PayloadRefused::UnknownSchema { kind: DocumentKind::Case, schema: 2 }));
    assert_eq!(decode_payload(&[1, 2, 0, 0]), Err(PayloadRefused::UnknownSchema { kind: DocumentKind::Case, schema: 0 }));
}

/// A case with one more container, as a later version would have it.
fn next_schema() -> &'static Schema {
    let mut doc = AutoCommit::load(&Merged::create(&CASE, &actor_of(1)).save()).unwrap().with_actor(ActorId::from(CASE.actor));
    doc.put_object(ROOT, "links", ObjType::Map).unwrap();
    doc.commit_with(CommitOptions::default().with_time(0));
    let second: &'static [u8] = doc.get_last_local_change().unwrap().raw_bytes().to_vec().leak();
    let containers = CASE.containers.iter().map(|container| (container.name, &container.shape));
    let shape = |shape: &Shape| match shape {
        Shape::Values => Shape::Values,
        Shape::Entries { keys, nested } => {
            Shape::Entries { keys, nested: nested.as_ref().map(|nested| Nested { name: nested.name, keys: nested.keys }) }
        }
    };
    let containers: Vec<Container> = containers
        .map(|(name, own)| Container { name, shape: shape(own) })
        .chain([Container { name: "links", shape: Shape::Values }])
        .collect();
    Box::leak(Box::new(Schema {
        kind: CASE.kind,
        actor: CASE.actor,
        base: vec![CASE.base[0], second].leak(),
        values: CASE.values,
        containers: containers.leak(),
        longest: CASE.longest,
        administrators: CASE.administrators,
    }))
}

#[test]
fn what_was_written_under_an_earlier_schema_is_read_and_gone_on_with_under_the_next() {
    let (mut old, _) = two(&[title("Appeal")]);
    let next = next_schema();
    let mut new = Merged::load(next, &old.document.save(), &actor_of(2)).unwrap();
    let (_, links) = next.container("links").unwrap();
    assert_eq!(new.doc.get(ROOT, "links").unwrap().unwrap().1, links, "the container is where the next schema says");
    let heads: Vec<ChangeHash> = old.document.heads().into_iter().map(ChangeHash).collect();
    assert!(!new.worked_on_by_others_since(&heads), "a new schema is nobody's work");

    // Both go on: the new version writes where the old one has no place, the old one knows nothing of it.
    let put = |tx: &mut Transaction<'_>| {
        tx.put(&links, "other", "KG-7")?;
        Ok::<_, AutomergeError>(((), "other".to_owned()))
    };
    let (_, linked) = new.commit(Moment(5_000), put).unwrap();
    let retitled = old.edit(&[title("Appeal of Ema")]).change;
    assert!(new.apply(&by(1), &retitled, Says::Change).unwrap().missing.is_empty());
    let waits = old.take(2, &linked).unwrap();
    assert!(!waits.missing.is_empty() && !waits.changed(), "what builds on the next schema waits for it");

    let mut raised = Merged::load(next, &old.document.save(), &actor_of(1)).unwrap();
    raised.apply(&by(2), &linked, Says::Change).unwrap();
    assert_eq!(raised.heads(), new.heads(), "both are in step once both have it");
    let again = Merged::load(next, &raised.save(), &actor_of(3)).unwrap();
    assert_eq!(again.doc.get(&links, "other").unwrap().unwrap().0.as_str(), Some("KG-7"));
    // Whoever wrote under the old version in between is read as well.
    let late = old.edit(&[title("Appeal of Ema J.")]).change;
    assert!(raised.apply(&by(1), &late, Says::Change).unwrap().changed());
    assert_eq!(raised.doc.get(ROOT, "title").unwrap().unwrap().0.as_str(), Some("Appeal of Ema J."));
}

#[test]
fn the_next_schema_brings_back_nothing_that_was_removed_and_leaves_heads_as_they_were() {
    let (mut old, _) = two(&[title("Appeal")]);
    old.edit(&[CaseChange::RemoveCase { reason: "Entered twice".to_owned() }]);
    let next = next_schema();
    let new = Merged::load(next, &old.document.save(), &actor_of(2)).unwrap();
    assert_ne!(new.doc.get_heads().len(), old.document.heads().len(), "a container was added");
    assert_eq!(new.heads(), old.document.heads(), "a checkpoint that was made before still says the same");
    assert!(removal::is_removed(&new).unwrap());
    assert_eq!(removal::read(&new.doc, &new.history()).unwrap(), old.read().removal);
}
