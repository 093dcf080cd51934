//! Pages into one PDF: straightened, in the order that was chosen, whole or not at all, and read where they can do nothing.

use std::fs;
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

use base64::{Engine, prelude::BASE64_STANDARD};
use image::ImageFormat;
use praesto_app::Handle;
use praesto_contract::*;
use praesto_tests::papers::{fax, pdf, picture, picture_bomb, scanned};
use praesto_tests::world::{Device, World, create, everything, found_alone, get, settle, with_a_case_sent};
use praesto_tests::{Bait, leaks, traps};

/// A device with a case, and that case.
fn alone(seed: u64) -> (Arc<World>, Device, CaseId) {
    let world = World::new(seed);
    let device = found_alone(&world, "Ana");
    let case = create(&device, "With pages");
    (world, device, case)
}

/// A page of a file of this computer.
fn outside(world: &World, name: &str, bytes: &[u8], page: u32) -> ScanPage {
    let path = world.scratch(name);
    fs::write(&path, bytes).expect("a picture");
    ScanPage::of(ScanSource::Outside { path: path.to_string_lossy().into_owned() }, page)
}

fn make(device: &Device, case: CaseId, pages: Vec<ScanPage>, tone: ScanTone, keep: bool) -> Result<CaseView, ApiError> {
    device.handle(ScanMake { case, name: "Lease".to_owned(), language: "en".to_owned(), pages, tone, keep })
}

fn look(device: &Device, case: CaseId, page: ScanPage) -> ScanPageView {
    device.handle(ScanLook { case, page, tone: ScanTone::AsItIs, width: 400 }).expect("a page that can be looked at")
}

/// A page of a PDF of the case, as it is read back.
fn read_back(device: &Device, case: CaseId, name: &str, page: u32) -> (PreviewView, image::RgbImage) {
    let attachment = get(device, case).attachments.iter().find(|one| one.name == name).expect("the file").id;
    let ask = AttachmentPreview { case, attachment, version: None, part: Vec::new(), page, width: 300 };
    let view = device.handle(ask).expect("a page");
    let PreviewShown::Page { picture, .. } = &view.shown else { panic!("a page of a PDF: {:?}", view.shown) };
    let png = BASE64_STANDARD.decode(&picture.png).expect("base64");
    let drawn = image::load_from_memory_with_format(&png, ImageFormat::Png).expect("a PNG").to_rgb8();
    (view, drawn)
}

/// Whether this is where red is in the picture of red and blue halves.
fn is_red(picture: &image::RgbImage, x: u32, y: u32) -> bool {
    let [red, _, blue] = picture.get_pixel(picture.width() * x / 100, picture.height() * y / 100).0;
    assert!(red.abs_diff(blue) > 100, "one of both: {red}, {blue}");
    red > blue
}

#[test]
fn pictures_become_one_pdf_of_the_case_in_their_order() {
    const WORD: &str = "Kanarienscan";
    let world = World::new(20_263_901);
    let (people, case) = with_a_case_sent(&world, "With pages");
    let [ana, bojan] = [&people[0], &people[1]];
    let halves = picture(400, 300, ImageFormat::Png);
    let upright = outside(&world, &format!("{WORD}.png"), &halves, 1);
    let turned = ScanPage { turn: 1, ..upright.clone() };
    let text = outside(&world, "text.jpg", &scanned(150, 30, 0.0, None, ImageFormat::Jpeg), 1);
    let made = make(ana, case, vec![turned, text, upright], ScanTone::AsItIs, false).expect("made");
    let [file] = made.attachments.as_slice() else { panic!("one file: {:?}", made.attachments) };
    assert_eq!((file.name.as_str(), file.media_type.as_str(), made.can_undo), ("Lease.pdf", "application/pdf", true));

    let (view, first) = read_back(ana, case, "Lease.pdf", 1);
    assert_eq!((view.pages, first.width() < first.height()), (3, true), "turned, it stands upright");
    assert!(is_red(&first, 50, 20) && !is_red(&first, 50, 80), "clockwise, what was on the left is above");
    let (_, third) = read_back(ana, case, "Lease.pdf", 3);
    assert!(third.width() > third.height() && is_red(&third, 20, 50) && !is_red(&third, 80, 50));

    ana.handle(CaseUndo { case }).expect("taken back in one act");
    assert_eq!(get(ana, case).attachments.len(), 0);
    make(ana, case, vec![outside(&world, "again.png", &halves, 1)], ScanTone::Grey, false).expect("made again");
    settle(&[ana, bojan]);
    assert_eq!(everything(ana), everything(bojan));
    assert_eq!(leaks(&world.profile("Ana"), &[WORD]), Vec::<String>::new());
}

#[test]
fn a_page_put_in_askew_is_made_straight_and_says_by_how_much() {
    let (world, ana, case) = alone(20_263_902);
    for (name, askew) in [("left.png", -4.3), ("right.png", 2.6), ("level.png", 0.0)] {
        let page = outside(&world, name, &scanned(200, 40, askew, None, ImageFormat::Png), 1);
        let seen = look(&ana, case, page.clone());
        let found = f64::from(seen.askew.expect("lines of text are seen")) / 100.0;
        assert!((found - askew).abs() <= 0.3, "{name}: {found}° instead of {askew}°");
        assert_eq!(look(&ana, case, ScanPage { straighten: false, ..page.clone() }).askew, None, "nobody asked");
        make(&ana, case, vec![page], ScanTone::AsItIs, false).expect("made");
    }
    // What was made is a file of the case like any other: its own pages stand straight.
    for file in get(&ana, case).attachments {
        let page = ScanPage::of(ScanSource::Case { attachment: file.id, version: None }, 1);
        let left = look(&ana, case, page).askew.expect("lines of text are seen");
        assert!(left.abs() <= 30, "still askew by {left} hundredths");
    }
}

#[test]
fn a_sheet_on_a_dark_lid_is_cut_out_where_somebody_wants_that() {
    let (world, ana, case) = alone(20_263_903);
    let page = outside(&world, "lid.png", &scanned(150, 40, 3.0, Some(15), ImageFormat::Png), 1);
    let whole = look(&ana, case, page.clone());
    let cut = look(&ana, case, ScanPage { crop: true, ..page });
    assert!(!whole.cropped && cut.cropped);
    // In the middle of each side, a little way in.
    let darkest = |view: &ScanPageView| {
        let jpeg = BASE64_STANDARD.decode(&view.jpeg).expect("base64");
        let drawn = image::load_from_memory_with_format(&jpeg, ImageFormat::Jpeg).expect("a JPEG").to_luma8();
        let (w, h) = drawn.dimensions();
        [(3, h / 2), (w - 4, h / 2), (w / 2, 3), (w / 2, h - 4)].map(|(x, y)| drawn.get_pixel(x, y).0[0]).into_iter().min().unwrap_or(0)
    };
    assert!(darkest(&whole) < 80 && darkest(&cut) > 160, "{} and {}", darkest(&whole), darkest(&cut));
    let white = outside(&world, "white.png", &scanned(150, 40, 3.0, None, ImageFormat::Png), 1);
    assert!(!look(&ana, case, ScanPage { crop: true, ..white }).cropped, "where no edge is seen, nothing is cut off");
}

#[test]
fn each_page_of_a_fax_and_of_a_pdf_is_a_page_of_its_own() {
    let (world, ana, case) = alone(20_263_904);
    let three = outside(&world, "fax.tif", &fax(200, 260, &[10, 120, 240]), 1);
    assert_eq!(look(&ana, case, three.clone()).pages, 3);
    let second = ScanPage { page: 2, ..three.clone() };
    let two = outside(&world, "scan.pdf", &pdf(&["First", "Second"]), 2);
    let seen = look(&ana, case, two.clone());
    assert_eq!((seen.pages, seen.paper), (2, (210, 297)), "a page of a PDF is as large as it says");
    make(&ana, case, vec![two, second], ScanTone::AsItIs, false).expect("made");
    let (view, grey) = read_back(&ana, case, "Lease.pdf", 2);
    let shade = grey.get_pixel(grey.width() / 2, grey.height() / 2).0[0];
    assert!(view.pages == 2 && shade.abs_diff(120) < 6, "the second shade: {shade}");
    let beyond = ana.handle(ScanLook { case, page: ScanPage { page: 4, ..three }, tone: ScanTone::AsItIs, width: 0 });
    assert_eq!(beyond.expect_err("there are three").args["reason"], "no_such_page");
}

#[test]
fn what_cannot_be_a_page_is_refused_by_name_and_nothing_is_added() {
    let (world, ana, case) = alone(20_263_905);
    let good = outside(&world, "good.png", &picture(60, 40, ImageFormat::Png), 1);
    let whole = scanned(100, 20, 0.0, None, ImageFormat::Png);
    let sealed = files_in(&world.profile("Ana").join("attachments"));
    let hostile: [(&str, Vec<u8>, &[&str]); 5] = [
        ("bomb.png", picture_bomb(50_000, 50_000), &["too_large"]),
        ("wide.png", picture_bomb(60_000, 2_600), &["too_large", "damaged", "ended"]),
        ("half.png", whole[..whole.len() / 2].to_vec(), &["damaged"]),
        ("letter.txt", b"Dear office".to_vec(), &["unknown_kind"]),
        ("named.pdf", b"Dear office".to_vec(), &["damaged", "unknown_kind"]),
    ];
    for (name, bytes, reasons) in hostile {
        let bad = outside(&world, name, &bytes, 1);
        let error = make(&ana, case, vec![good.clone(), bad, good.clone()], ScanTone::AsItIs, true).expect_err(name);
        assert_eq!((error.code, error.args["name"].as_str()), (ErrorCode::ScanRefused, name), "{error:?}");
        assert!(reasons.contains(&error.args["reason"].as_str()), "{name}: {error:?}");
    }
    let gone = ScanPage::of(ScanSource::Outside { path: world.scratch("never.png").to_string_lossy().into_owned() }, 1);
    assert_eq!(make(&ana, case, vec![good.clone(), gone], ScanTone::Grey, false).expect_err("no file").code, ErrorCode::FileUnreadable);
    for (behaves, reason) in [("dies", "ended"), ("lies", "ended"), ("babbles", "ended"), ("panics", "ended")] {
        world.set_reader(Some(behaves));
        let error = make(&ana, case, vec![good.clone()], ScanTone::Grey, false).expect_err(behaves);
        assert_eq!((error.code, error.args["reason"].as_str()), (ErrorCode::ScanRefused, reason), "{behaves}");
    }
    world.set_reader(Some(""));
    assert_eq!(make(&ana, case, Vec::new(), ScanTone::Grey, false).expect_err("no page").code, ErrorCode::InvalidInput);
    let many = vec![good.clone(); SCAN_PAGES + 1];
    assert_eq!(make(&ana, case, many, ScanTone::Grey, false).expect_err("too many").code, ErrorCode::InvalidInput);
    let nameless =
        ScanMake { case, name: " .pdf".to_owned(), language: "en".to_owned(), pages: vec![good], tone: ScanTone::Grey, keep: false };
    assert_eq!(ana.handle(nameless).expect_err("no name").code, ErrorCode::InvalidInput);
    assert_eq!(make(&ana, case, Vec::new(), ScanTone::Grey, false).expect_err("no page").args["field"], "pages");
    assert_eq!(get(&ana, case).attachments.len(), 0);
    assert_eq!(files_in(&world.profile("Ana").join("attachments")), sealed, "nothing is left behind");
}

#[test]
fn a_document_made_to_harm_becomes_a_page_or_is_refused_by_its_name() {
    let (world, ana, case) = alone(20_263_911);
    let bait = Bait::laid();
    for (name, bytes) in traps::that_call(&bait.address()).into_iter().chain(traps::that_burst()) {
        let page = outside(&world, name, &bytes, 1);
        let begun = Instant::now();
        match ana.handle(ScanLook { case, page, tone: ScanTone::AsItIs, width: 400 }) {
            Ok(view) => assert!(view.width <= 400 && (1..=10_000).contains(&view.pages), "{name}: {} pages", view.pages),
            Err(error) => assert_eq!((error.code, error.args["name"].as_str()), (ErrorCode::ScanRefused, name), "{error:?}"),
        }
        assert!(begun.elapsed() < Duration::from_secs(30), "{name} took {:?}", begun.elapsed());
    }
    assert!(!bait.is_taken(), "none of them called");
    assert_eq!(get(&ana, case).attachments.len(), 0);
    let good = outside(&world, "good.png", &picture(60, 40, ImageFormat::Png), 1);
    make(&ana, case, vec![good], ScanTone::AsItIs, false).expect("and the next one is made");
}

#[test]
fn what_is_stopped_leaves_nothing_behind() {
    let (world, ana, case) = alone(20_263_906);
    let page = outside(&world, "page.png", &picture(60, 40, ImageFormat::Png), 1);
    let sealed = files_in(&world.profile("Ana").join("attachments"));
    world.set_reader(Some("waits"));
    let stopped = thread::scope(|scope| {
        let made = scope.spawn(|| make(&ana, case, vec![page.clone(); 3], ScanTone::AsItIs, true).expect_err("it is stopped"));
        let told = |event: &AppEvent| matches!(event, AppEvent::Scanning { done: 0, total: 3 });
        let waiting = Instant::now();
        while !world.take_heard("Ana").iter().any(told) {
            assert!(waiting.elapsed() < Duration::from_secs(30), "how far it is is told");
            thread::sleep(Duration::from_millis(5));
        }
        let begun = Instant::now();
        ana.handle(ScanStop {}).expect("stopped");
        let error = made.join().expect("it ends");
        assert!(begun.elapsed() < Duration::from_secs(3), "it took {:?}", begun.elapsed());
        error
    });
    assert_eq!(stopped.code, ErrorCode::Stopped);
    assert_eq!((get(&ana, case).attachments.len(), files_in(&world.profile("Ana").join("attachments"))), (0, sealed));
    // Stopped once, the next goes on.
    world.set_reader(Some(""));
    make(&ana, case, vec![page], ScanTone::AsItIs, false).expect("made");
}

#[test]
fn whoever_looks_at_pages_of_a_file_of_the_case_has_looked_at_the_case() {
    const DAY: i64 = 24 * 60 * 60 * 1000;
    let (world, ana, case) = alone(20_263_910);
    let picture = outside(&world, "sheet.png", &picture(60, 40, ImageFormat::Png), 1);
    let ScanSource::Outside { path } = &picture.source else { panic!("from outside") };
    let held = ana.handle(AttachmentAdd { case, paths: vec![path.clone()], version_of: None }).expect("attached");
    let noted = || ana.handle(AccessGet { case: Some(case), everybody: false, offset: 0, limit: 200 }).expect("the log is read").total;
    world.pass(DAY);
    let before = noted();
    look(&ana, case, picture.clone());
    assert_eq!(noted(), before, "a file of this computer is none of the case");
    look(&ana, case, ScanPage::of(ScanSource::Case { attachment: held.attachments[0].id, version: None }, 1));
    assert_eq!(noted(), before + 1);
}

#[test]
fn files_from_outside_are_kept_as_they_are_only_where_somebody_wants_that() {
    let (world, ana, case) = alone(20_263_907);
    let bytes = fax(200, 260, &[10, 240]);
    let [one, two] = [1, 2].map(|page| outside(&world, "fax.tif", &bytes, page));
    let made = make(&ana, case, vec![one, two], ScanTone::Grey, true).expect("made");
    let names: Vec<&str> = made.attachments.iter().map(|file| file.name.as_str()).collect();
    assert!(names.len() == 2 && names.contains(&"Lease.pdf") && names.contains(&"fax.tif"), "each once: {names:?}");
    // Of files of the case, pages are taken and the files stay.
    let of_case = made.attachments.iter().find(|file| file.name == "fax.tif").expect("the fax").id;
    let page = ScanPage::of(ScanSource::Case { attachment: of_case, version: None }, 2);
    let again = make(&ana, case, vec![page], ScanTone::BlackAndWhite, true).expect("made");
    assert_eq!(again.attachments.len(), 3, "its own files are not attached a second time");
    ana.handle(CaseUndo { case }).expect("taken back");
    assert_eq!(get(&ana, case).attachments.len(), 2);
}

#[test]
fn a_page_of_text_is_small_and_says_how_large_it_was_on_paper() {
    let (world, ana, case) = alone(20_263_908);
    let page = outside(&world, "text.png", &scanned(300, 43, 1.2, None, ImageFormat::Png), 1);
    for tone in [ScanTone::AsItIs, ScanTone::Grey, ScanTone::BlackAndWhite] {
        let begun = Instant::now();
        let made = make(&ana, case, vec![page.clone()], tone, false).expect("made");
        let size = made.attachments.iter().map(|file| file.size).max().expect("a file");
        assert!(size <= 320_000, "{tone:?}: {size} bytes for a page of text");
        assert!(begun.elapsed() < Duration::from_secs(12), "{tone:?} took {:?}", begun.elapsed());
        ana.handle(CaseUndo { case }).expect("taken back");
    }
    // Nothing says how many pixels an inch has: the page is as large as fits on a sheet.
    assert_eq!(look(&ana, case, page).paper, (210, 297));
}

/// A JPEG whose camera says that it was held with its left side up (Exif 2.3, 4.6.4: orientation 6).
fn held_sideways(mut jpeg: Vec<u8>) -> Vec<u8> {
    let said = b"\xFF\xE1\x00\x22Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0";
    jpeg.splice(2..2, said.iter().copied());
    jpeg
}

#[test]
fn a_photograph_stands_as_its_camera_was_held() {
    let (world, ana, case) = alone(20_263_909);
    let page = outside(&world, "photo.jpg", &held_sideways(picture(400, 300, ImageFormat::Jpeg)), 1);
    let seen = look(&ana, case, page.clone());
    assert!(seen.width < seen.height, "{} × {}", seen.width, seen.height);
    make(&ana, case, vec![page], ScanTone::AsItIs, false).expect("made");
    let (_, drawn) = read_back(&ana, case, "Lease.pdf", 1);
    assert!(is_red(&drawn, 50, 20) && !is_red(&drawn, 50, 80), "what was on the left is above");
}

fn files_in(folder: &std::path::Path) -> usize {
    let Ok(entries) = fs::read_dir(folder) else { return 0 };
    entries.map(|entry| entry.expect("an entry").path()).map(|path| if path.is_dir() { files_in(&path) } else { 1 }).sum()
}
