//! Reading happens in a process apart, which can do nothing else, and of which nothing worse comes than that a file is not shown.

use std::fs;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

use praesto_app::Handle;
use praesto_app::reader::reading;
use praesto_contract::*;
use praesto_preview::{Ask, Want, wire};
use praesto_tests::papers::{pdf, pdf_with_a_picture, pdf_without_end};
use praesto_tests::world::{Device, World, create, found_alone, get};
use praesto_tests::{Programs, reader_program};

/// A device whose case has this file, and what asks for its first page.
fn with_a_file(seed: u64, name: &str, bytes: &[u8]) -> (Arc<World>, Device, AttachmentPreview) {
    let world = World::new(seed);
    let device = found_alone(&world, "Ana");
    let case = create(&device, "With a file");
    let file = world.scratch(name);
    fs::write(&file, bytes).expect("a file to attach");
    let paths = vec![file.to_string_lossy().into_owned()];
    let attachment = device.handle(AttachmentAdd { case, paths, version_of: None }).expect("attached").attachments[0].id;
    (world, device, AttachmentPreview { case, attachment, version: None, part: Vec::new(), page: 1, width: 400 })
}

/// Why a file is not shown.
fn why(error: &ApiError) -> &str {
    assert_eq!(error.code, ErrorCode::CannotShow, "{error:?}");
    &error.args["reason"]
}

#[test]
fn whoever_reads_a_document_can_do_nothing_else() {
    let said = reading(reader_program()).arg("tries").env_clear().stdin(Stdio::null()).output().expect("the reader starts");
    let said = String::from_utf8_lossy(&said.stdout).into_owned();
    assert!(said.starts_with("shut in: true\n") && said.lines().count() > 10, "it tried everything: {said}");
    let could: Vec<&str> = said.lines().skip(1).filter(|line| !line.ends_with(": false")).collect();
    assert!(could.is_empty(), "a document could have made it {could:?}");
}

#[test]
fn a_reader_is_shut_in_before_it_reads_the_first_byte() {
    are_shut_in(&[reader_program()]);
}

#[test]
fn the_programs_themselves_are_shut_in_before_they_read_the_first_byte() {
    are_shut_in(&["praesto", "praesto-desktop"].map(|name| Programs::built().path(name)));
}

fn are_shut_in(programs: &[PathBuf]) {
    for program in programs {
        let name = program.display();
        let mut child = started(&mut reading(program.clone()));
        let status = || fs::read_to_string(format!("/proc/{}/status", child.id())).unwrap_or_default();
        let shut_in = |status: &str| status.contains("Seccomp:\t2") && status.contains("NoNewPrivs:\t1");
        let begun = Instant::now();
        // Nothing was said to it yet.
        while !shut_in(&status()) && begun.elapsed() < Duration::from_secs(20) {
            thread::sleep(Duration::from_millis(10));
        }
        assert!(shut_in(&status()), "{name}: {}", status());
        let mut input = child.stdin.take().expect("an input");
        let document = pdf(&["Dear office"]);
        let asked = Ask { name: "letter.pdf".to_owned(), part: Vec::new(), want: Want::Look { page: 1, width: 200 } };
        wire::ask(&asked, document.len() as u64, &mut input).and_then(|()| input.write_all(&document)).expect("it listens");
        drop(input);
        let answer = child.wait_with_output().expect("it ends");
        let read = wire::read_answer(&mut answer.stdout.as_slice()).expect("an answer");
        assert!(matches!(read, wire::Answer::Look(look, Some(_)) if look.pages == 1), "{name} still reads");
        assert!(answer.stderr.is_empty(), "and says nothing besides");
    }
}

fn started(command: &mut Command) -> Child {
    let piped = command.env_clear().current_dir("/").stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    piped.spawn().expect("the program is built and starts")
}

#[test]
fn a_process_that_misbehaves_is_a_file_that_is_not_shown() {
    let (world, device, ask) = with_a_file(20_261_301, "letter.pdf", &pdf(&["Dear office"]));
    for behaves in ["dies", "panics", "lies", "babbles", "eats", "no such behaviour"] {
        world.set_reader(Some(behaves));
        let begun = Instant::now();
        let error = device.handle(ask.clone()).expect_err("it is not shown");
        assert_eq!(why(&error), "ended", "{behaves}");
        assert!(begun.elapsed() < Duration::from_secs(8), "{behaves} took {:?}", begun.elapsed());
    }
    world.set_reader(None);
    assert_eq!(why(&device.handle(ask.clone()).expect_err("nobody reads")), "unavailable");
    world.set_reader(Some(""));
    device.handle(ask).expect("and the next one is shown");
}

#[test]
fn a_process_that_works_or_waits_for_ever_is_ended() {
    let (world, device, ask) = with_a_file(20_261_302, "letter.bin", &vec![b'a'; 1 << 20]);
    // The first by the time that it may work, unless the computer is too busy to give it that; the others by the time that anybody waits.
    for (behaves, reasons) in [("works", &["ended", "took_too_long"][..]), ("waits", &["took_too_long"]), ("deaf", &["took_too_long"])] {
        world.set_reader(Some(behaves));
        let begun = Instant::now();
        let error = device.handle(ask.clone()).expect_err("it is not shown");
        assert!(reasons.contains(&why(&error)), "{behaves}: {}", why(&error));
        assert!(begun.elapsed() < Duration::from_secs(30), "{behaves} took {:?}", begun.elapsed());
    }
}

#[test]
fn documents_made_to_use_up_time_or_memory_are_not_shown() {
    for (name, bytes) in [("endless.pdf", pdf_without_end(14)), ("wide.pdf", pdf_with_a_picture(60_000, 60_000))] {
        let (_world, device, ask) = with_a_file(20_261_303, name, &bytes);
        let begun = Instant::now();
        match device.handle(ask) {
            // A library may stop by itself where it goes too deep.
            Ok(view) => assert_eq!(view.pages, 1, "{name}"),
            Err(error) => assert!(["ended", "damaged", "took_too_long"].contains(&why(&error)), "{name}: {}", why(&error)),
        }
        assert!(begun.elapsed() < Duration::from_secs(30), "{name} took {:?}", begun.elapsed());
    }
}

#[test]
fn what_nobody_wants_to_see_any_more_is_ended_at_once() {
    let (world, device, ask) = with_a_file(20_261_304, "letter.pdf", &pdf(&["Dear office"]));
    world.set_reader(Some("waits"));
    let asked_while = |act: &dyn Fn()| {
        thread::scope(|scope| {
            let asked = scope.spawn(|| device.handle(ask.clone()).expect_err("it is not shown"));
            thread::sleep(Duration::from_millis(300));
            let begun = Instant::now();
            act();
            let error = asked.join().expect("it ends");
            assert!(begun.elapsed() < Duration::from_secs(3), "it took {:?}", begun.elapsed());
            error
        })
    };
    let stopped = asked_while(&|| device.handle(PreviewStop {}).expect("stopped"));
    assert_eq!(why(&stopped), "stopped");
    let overtaken = asked_while(&|| {
        world.set_reader(Some(""));
        device.handle(ask.clone()).expect("the newer one is shown");
        world.set_reader(Some("waits"));
    });
    assert_eq!(why(&overtaken), "stopped");
    let locked = asked_while(&|| device.lock());
    assert_eq!(locked.code, ErrorCode::Locked, "nothing is shown of a vault that is shut");
}

#[test]
fn a_file_that_is_damaged_or_not_here_says_what_it_always_says() {
    let (world, device, ask) = with_a_file(20_261_305, "letter.txt", b"Dear office");
    assert_eq!(
        device.handle(AttachmentPreview { case: CaseId(uuid::Uuid::from_u128(7)), ..ask.clone() }).expect_err("no such case").code,
        ErrorCode::NotFound
    );
    let sealed = praesto_tests::world::sealed_file(&world, "Ana");
    let mut bytes = fs::read(&sealed).expect("sealed");
    *bytes.last_mut().expect("bytes") ^= 1;
    fs::write(&sealed, bytes).expect("spoiled");
    assert_eq!(device.handle(ask.clone()).expect_err("it is damaged").code, ErrorCode::AttachmentDamaged);
    assert_eq!(get(&device, ask.case).attachments.len(), 1);
}
