//! Previews of files of a case: what is shown of which version, and files of a mail that become files of the case.

use std::fs;
use std::sync::Arc;

use base64::{Engine, prelude::BASE64_STANDARD};
use image::ImageFormat;
use praesto_app::Handle;
use praesto_contract::*;
use praesto_tests::leaks;
use praesto_tests::papers::{mail, pdf, picture};
use praesto_tests::world::{Device, World, everything, fetch, get, settle, sync, with_a_case, with_a_case_sent};

/// Attaches a file of these bytes; gives its id.
pub(crate) fn attach(world: &Arc<World>, device: &Device, case: CaseId, name: &str, bytes: &[u8]) -> AttachmentId {
    let file = world.scratch(name);
    fs::write(&file, bytes).expect("a file to attach");
    let paths = vec![file.to_string_lossy().into_owned()];
    let view = device.handle(AttachmentAdd { case, paths, version_of: None }).expect("attached");
    fs::remove_file(file).expect("what is outside goes");
    view.attachments.iter().find(|one| one.name == name).expect("it is there").id
}

fn ask(case: CaseId, attachment: AttachmentId) -> AttachmentPreview {
    AttachmentPreview { case, attachment, version: None, part: Vec::new(), page: 0, width: 0 }
}

#[test]
fn a_page_of_a_sealed_pdf_is_shown_and_nothing_of_it_is_written_anywhere() {
    const WORD: &str = "Kanarienvorschau";
    let world = World::new(20_261_401);
    let (people, case) = with_a_case(&world, "With a letter");
    let ana = &people[0];
    let file = attach(&world, ana, case, "letter.pdf", &pdf(&[WORD, "second"]));
    let lines = get(ana, case).timeline.len();
    let view = ana.handle(AttachmentPreview { width: 300, ..ask(case, file) }).expect("a page");
    assert_eq!((view.name.as_str(), view.page, view.pages, view.older, view.by.me), ("letter.pdf", 1, 2, false, true));
    let PreviewShown::Page { picture, text } = &view.shown else { panic!("a page: {:?}", view.shown) };
    assert_eq!((picture.width, text.as_str()), (300, WORD));
    let png = BASE64_STANDARD.decode(&picture.png).expect("base64");
    let drawn = image::load_from_memory_with_format(&png, ImageFormat::Png).expect("a PNG");
    assert_eq!((drawn.width(), drawn.height()), (picture.width, picture.height));
    let second = ana.handle(AttachmentPreview { page: 2, ..ask(case, file) }).expect("the other page");
    assert!(matches!(&second.shown, PreviewShown::Page { text, .. } if text == "second"));
    let beyond = ana.handle(AttachmentPreview { page: 3, ..ask(case, file) }).expect_err("there are two");
    assert_eq!((beyond.code, beyond.args["reason"].as_str()), (ErrorCode::CannotShow, "no_such_page"));
    assert_eq!(get(ana, case).timeline.len(), lines, "nothing left, so nothing is told of");
    assert_eq!(leaks(&world.profile("Ana"), &[WORD]), Vec::<String>::new());
}

#[test]
fn each_version_is_shown_as_it_is_and_says_whose_it_is() {
    let world = World::new(20_261_402);
    let (people, case) = with_a_case_sent(&world, "With a letter");
    let [ana, bojan] = [&people[0], &people[1]];
    let file = attach(&world, ana, case, "letter.txt", b"first");
    settle(&[ana, bojan]);
    let path = world.scratch("letter.txt");
    fs::write(&path, "second").expect("a file");
    let paths = vec![path.to_string_lossy().into_owned()];
    bojan.handle(AttachmentAdd { case, paths, version_of: Some(file) }).expect("a version");
    settle(&[bojan, ana]);

    let not_here =
        bojan.handle(AttachmentPreview { version: Some(get(bojan, case).attachments[0].versions[1].id.clone()), ..ask(case, file) });
    assert_eq!(not_here.expect_err("nothing is fetched by looking").code, ErrorCode::AttachmentNotHere);
    assert!(!matches!(get(bojan, case).attachments[0].versions[1].whereabouts, Whereabouts::Here));
    fetch(ana, case).expect("the newest comes when it is asked for");
    for (at, text, older, me) in [(0, "second", false, false), (1, "first", true, true)] {
        let version = Some(get(ana, case).attachments[0].versions[at].id.clone());
        let view = ana.handle(AttachmentPreview { version, ..ask(case, file) }).expect("a version");
        assert_eq!((&view.shown, view.older, view.by.me), (&PreviewShown::Text { text: text.to_owned() }, older, me));
    }
    // Whoever began with the newest names it from then on, so that a newer one does not take its place.
    let begun = ana.handle(ask(case, file)).expect("the newest");
    assert_eq!(begun.version, get(ana, case).attachments[0].versions[0].id);
    std::fs::write(&path, "third").expect("a file");
    let paths = vec![path.to_string_lossy().into_owned()];
    ana.handle(AttachmentAdd { case, paths, version_of: Some(file) }).expect("a version");
    let goes_on = ana.handle(AttachmentPreview { version: Some(begun.version.clone()), ..ask(case, file) }).expect("the same");
    assert_eq!((&goes_on.shown, goes_on.older), (&PreviewShown::Text { text: "second".to_owned() }, true));
    let unknown = ana.handle(AttachmentPreview { version: Some("0".repeat(64)), ..ask(case, file) });
    assert_eq!(unknown.expect_err("there is no such version").code, ErrorCode::NotFound);
}

#[test]
fn a_file_that_came_with_a_mail_is_shown_and_attached_as_it_is() {
    let world = World::new(20_261_403);
    let (people, case) = with_a_case_sent(&world, "With a mail");
    let [ana, bojan] = [&people[0], &people[1]];
    let (scan, certificate) = (picture(40, 20, ImageFormat::Png), pdf(&["Birth certificate"]));
    let inner = mail("in@example.org", "Before", "the first one", &[("scan.png", &scan)]);
    let file = attach(
        &world,
        ana,
        case,
        "letter.eml",
        &mail("out@example.org", "Now", "Dear office", &[("certificate.pdf", &certificate), ("before.eml", &inner)]),
    );

    let view = ana.handle(ask(case, file)).expect("a mail");
    let PreviewShown::Mail { mail } = view.shown else { panic!("a mail") };
    assert_eq!((mail.subject.as_str(), mail.text.as_str(), mail.files.len()), ("Now", "Dear office", 2));
    let part = |part: &[u32]| ana.handle(AttachmentPreview { part: part.to_vec(), ..ask(case, file) });
    assert!(matches!(&part(&[0]).expect("a page").shown, PreviewShown::Page { text, .. } if text == "Birth certificate"));
    let inner_scan = part(&[1, 0]).expect("a picture in a mail in a mail");
    assert!(matches!(inner_scan.shown, PreviewShown::Picture { own_width: 40, own_height: 20, .. }));
    assert_eq!(part(&[7]).expect_err("no such file").args["reason"], "no_such_part");

    let keep = |part: &[u32]| ana.handle(AttachmentKeepPart { case, attachment: file, version: None, part: part.to_vec() });
    let kept = keep(&[1, 0]).expect("kept");
    let one = kept.attachments.iter().find(|one| one.name == "scan.png").expect("it is a file of the case");
    assert_eq!((one.size, one.media_type.as_str(), kept.can_undo), (scan.len() as u64, "image/png", true));
    ana.handle(CaseUndo { case }).expect("taken back");
    assert_eq!(get(ana, case).attachments.len(), 1);
    let kept = keep(&[1, 0]).expect("kept again");
    let one = kept.attachments.iter().find(|one| one.name == "scan.png").expect("it is a file of the case");
    let out = world.scratch("scan.png");
    let (path, reason) = (out.to_string_lossy().into_owned(), "To compare".to_owned());
    ana.handle(AttachmentSave { case, attachment: one.id, version: None, path, overwrite: false, reason }).expect("saved");
    assert_eq!(fs::read(out).expect("its bytes"), scan, "byte for byte");
    assert_eq!(keep(&[]).expect_err("the mail itself is attached already").code, ErrorCode::InvalidInput);
    assert_eq!(keep(&[9]).expect_err("no such file").args["reason"], "no_such_part");
    settle(&[ana, bojan]);
    assert_eq!(everything(ana), everything(bojan));
}

#[test]
fn what_breaks_off_while_it_is_kept_leaves_nothing_behind() {
    let world = World::new(20_261_404);
    let (people, case) = with_a_case(&world, "With a mail");
    let ana = &people[0];
    let file = attach(&world, ana, case, "letter.eml", &mail("a@example.org", "s", "t", &[("a.txt", b"content")]));
    sync(ana);
    let sealed = || walk(&world.profile("Ana").join("attachments"));
    let before = sealed();
    for behaves in ["dies", "babbles", "halves"] {
        world.set_reader(Some(behaves));
        let error = ana.handle(AttachmentKeepPart { case, attachment: file, version: None, part: vec![0] }).expect_err(behaves);
        assert_eq!((error.code, error.args["reason"].as_str()), (ErrorCode::CannotShow, "ended"), "{behaves}");
    }
    assert_eq!((sealed(), get(ana, case).attachments.len()), (before, 1));
}

fn walk(folder: &std::path::Path) -> usize {
    let Ok(entries) = fs::read_dir(folder) else { return 0 };
    entries.map(|entry| entry.expect("an entry").path()).map(|path| if path.is_dir() { walk(&path) } else { 1 }).sum()
}
