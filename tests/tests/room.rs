//! Files come by themselves for what people work on, and leave room for everything else.

use std::sync::{Arc, Mutex};

use praesto_app::Handle;
use praesto_contract::*;
use praesto_crypto::Hash;
use praesto_protocol::DocumentId;
use praesto_server::embedded::Embedded;
use praesto_server::{Piece, Session};
use praesto_tests::world::{
    Device, Lie, World, attach, computer, create, fetch, get, in_vault, office, pin, settle, sync, with_a_case, with_a_file,
};
use praesto_vault::{AttachmentRow, AttachmentState, VaultError};

fn here(device: &Device, case: CaseId) -> usize {
    get(device, case).attachments.iter().filter(|file| file.whereabouts == Whereabouts::Here).count()
}

/// Files that are under way.
fn parts(world: &World, name: &str) -> usize {
    std::fs::read_dir(world.profile(name).join("attachments/tmp")).map_or(0, Iterator::count)
}

#[test]
fn a_file_that_is_longer_than_its_case_says_is_not_begun() {
    let world = World::new(811);
    let (people, case) = with_a_file(&world, "what stands in it");
    let bojan = &people[1];
    world.set_lie(Some(Lie::Size(Arc::new(|size| size + (1 << 20)))));
    assert_eq!(fetch(bojan, case).expect_err("another file").code, ErrorCode::AttachmentUnfit);
    pin(bojan, case);
    sync(bojan);
    assert_eq!(computer(bojan).findings.iter().map(|row| row.kind).collect::<Vec<_>>(), [FindingKind::AttachmentUnfit]);
    assert_eq!((here(bojan, case), parts(&world, "Бојан")), (0, 0), "nothing of it was written");
    world.set_lie(None);
    sync(bojan);
    assert_eq!(here(bojan, case), 1);
}

#[test]
fn files_that_nobody_asked_for_leave_room_on_the_disk() {
    let world = World::new(812);
    let (people, case) = with_a_file(&world, "what stands in it");
    let [ana, bojan] = &people;
    let second = create(ana, "With another file");
    attach(&world, ana, second, "map.txt", "what stands in map.txt");
    settle(&[ana, bojan]);
    pin(bojan, case);
    pin(bojan, second);
    world.set_free(1 << 20);
    sync(bojan);
    assert_eq!((here(bojan, case), here(bojan, second)), (0, 0), "the disk is nearly full");
    let waits = || computer(bojan).files_wait_for_room;
    assert!(waits(), "and the person is told");
    create(bojan, "Work goes on");
    assert_eq!(sync(bojan).phase, SyncPhase::UpToDate, "and so does everything else");
    fetch(bojan, case).expect("what somebody asks for comes as long as it fits");
    world.set_free(0);
    assert_eq!(fetch(bojan, second).expect_err("it does not fit").code, ErrorCode::DiskFull);
    assert_eq!(parts(&world, "Бојан"), 0);
    world.set_free(64 << 30);
    sync(bojan);
    assert!(!waits());
    assert_eq!((here(bojan, case), here(bojan, second)), (1, 1), "there is room again");
}

/// Names files that nobody ever sends, as if they were of this document, in the vault of a person whose Praesto is open.
fn name_files(world: &World, name: &str, device: &Device, case: CaseId, document: DocumentId, files: u32) {
    in_vault(world, name, device, |vault| {
        vault.write(|writer| {
            let space = writer.document(DocumentId(case.0))?.expect("the case is here").space;
            for number in 0..files {
                let hash = Hash::of(&number.to_le_bytes());
                writer.put_attachment(&AttachmentRow { hash, space, document, size: 0, state: AttachmentState::OnServer })?;
            }
            Ok::<_, VaultError>(())
        })
    })
    .expect("files that never come");
}

#[test]
fn however_many_files_are_on_the_server_those_of_a_pinned_case_arrive() {
    let world = World::new(813);
    let (people, case) = with_a_case(&world, "Pinned");
    let [ana, bojan] = &people;
    name_files(&world, "Бојан", bojan, case, DocumentId::from_bytes([7; 16]), 10_000);
    pin(bojan, case);
    attach(&world, ana, case, "letter.txt", "what stands in letter.txt");
    settle(&[ana, bojan]);
    assert_eq!(here(bojan, case), 1);
}

#[test]
fn files_that_never_come_keep_nobody_from_the_others() {
    let world = World::new(814);
    let (people, case) = with_a_case(&world, "Pinned");
    let [ana, bojan] = &people;
    name_files(&world, "Бојан", bojan, case, DocumentId(case.0), 250);
    pin(bojan, case);
    attach(&world, ana, case, "letter.txt", "what stands in letter.txt");
    sync(ana);
    sync(bojan);
    assert_eq!(here(bojan, case), 0, "one run asks for so many");
    sync(bojan);
    assert_eq!(here(bojan, case), 1, "and the next goes on there");
}

#[test]
fn a_file_that_is_under_way_already_keeps_none_of_the_others_back() {
    let world = World::new(817);
    let ana = &office(&world, &["Ana"])[0];
    let case = create(ana, "With two files");
    attach(&world, ana, case, "letter.txt", "what stands in letter.txt");
    attach(&world, ana, case, "map.txt", "what stands in map.txt");
    let (identity, rows) = in_vault(&world, "Ana", ana, |vault| {
        vault.read(|view| Ok::<_, VaultError>((view.identity()?, view.attachments_in(AttachmentState::WaitingToBeSent, None, 10)?)))
    })
    .expect("it can be read");
    let session = identity.map(|identity| Session::new(identity.office, identity.device)).expect("a device");
    let has = |row: &AttachmentRow| world.with_server(|server| server.attachment_has(&session, row.space, row.hash)).expect("it is named");

    // An earlier request of this computer is still being written when the first file is sent.
    let (under_way, first, on_server) = (Arc::new(Mutex::new(None)), rows[0].clone(), world.clone());
    let earlier = under_way.clone();
    world.set_lie(Some(Lie::Piece(Arc::new(move || {
        earlier.lock().expect("one at a time").get_or_insert_with(|| {
            let begin = |server: &Embedded| server.offices().attachment_begin(&session, first.space, first.hash, Piece::Whole(None), 0);
            on_server.with_server(begin).expect("it begins")
        });
    }))));
    let refused = ana.handle(SyncNow {}).expect_err("not all is sent");
    assert_eq!((refused.code, refused.args["reason"].as_str(), refused.retryable), (ErrorCode::ServerRefused, "too-many", true));
    assert_eq!((has(&rows[0]), has(&rows[1])), (false, true), "the other one went");
    world.set_lie(None);
    *under_way.lock().expect("one at a time") = None;
    sync(ana);
    assert!(has(&rows[0]));
}

#[test]
fn a_file_that_is_too_long_once_it_is_sealed_is_refused_before_it_is_read() {
    let world = World::new(816);
    let ana = &office(&world, &["Ana"])[0];
    let case = create(ana, "With a film");
    let path = world.scratch("film.bin");
    // Sparse: it would take a while to read, and no room.
    std::fs::File::create(&path).and_then(|film| film.set_len(2 << 30)).expect("a sparse file");
    let paths = vec![path.to_string_lossy().into_owned()];
    let refused = ana.handle(AttachmentAdd { case, paths, version_of: None }).expect_err("the server would never take it");
    assert_eq!((refused.code, refused.args["reason"].as_str()), (ErrorCode::FileRefused, "too-large"));
}
