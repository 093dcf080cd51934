//! Good documents of every kind that is shown.

use std::time::{Duration, Instant};

use image::ImageFormat;
use praesto_preview::{COLUMNS, Cannot, Pixels, ROWS, Shown, TEXT_CHARS};
use praesto_tests::papers::{docx, fax, mail, ods, odt, packed, pdf, picture, xlsx};

use super::{look_at, words};

/// The colour in the middle of a half of a picture.
fn colour(pixels: &Pixels, right: bool) -> [u8; 3] {
    let x = if right { pixels.width * 3 / 4 } else { pixels.width / 4 } as usize;
    let at = (pixels.height as usize / 2 * pixels.width as usize + x) * 3;
    [pixels.rgb[at], pixels.rgb[at + 1], pixels.rgb[at + 2]]
}

fn dark(pixels: &Pixels) -> usize {
    pixels.rgb.chunks_exact(3).filter(|pixel| pixel.iter().all(|sign| *sign < 128)).count()
}

#[test]
fn a_pdf_is_shown_page_by_page_with_the_text_that_stands_on_it() {
    let file = pdf(&["Birth certificate\nno. 4711", "", "Seite drei: Größe"]);
    let (first, drawn) = look_at("certificate.pdf", file.clone(), 1).expect("a page");
    assert_eq!((first.page, first.pages, first.media_type.as_str()), (1, 3, "application/pdf"));
    assert_eq!(first.shown, Shown::Page { text: "Birth certificate\nno. 4711".to_owned() });
    let drawn = drawn.expect("a picture");
    assert_eq!((drawn.width, drawn.height), (600, 849));
    assert_eq!(drawn.rgb.len(), 600 * 849 * 3);
    assert!(dark(&drawn) > 500, "its letters are drawn");

    let (second, empty) = look_at("certificate.pdf", file.clone(), 2).expect("a page");
    assert_eq!((second.page, second.shown), (2, Shown::Page { text: String::new() }), "a page without text has none");
    assert_eq!(dark(&empty.expect("a picture")), 0);
    assert_eq!(look_at("certificate.pdf", file.clone(), 3).expect("a page").0.shown, Shown::Page { text: "Seite drei: Größe".to_owned() });
    assert_eq!(look_at("certificate.pdf", file, 4).expect_err("there are three"), Cannot::NoSuchPage);
}

#[test]
fn the_first_of_a_hundred_pages_is_there_at_once() {
    let pages: Vec<String> = (0..100).map(|page| format!("Page {page}\n").repeat(30)).collect();
    let file = pdf(&pages.iter().map(String::as_str).collect::<Vec<_>>());
    let started = Instant::now();
    assert_eq!(look_at("minutes.pdf", file, 1).expect("a page").0.pages, 100);
    assert!(started.elapsed() < Duration::from_secs(1), "it took {:?}", started.elapsed());
}

#[test]
fn pictures_of_every_form_are_shown_at_the_size_that_is_asked_for() {
    for (name, form) in [
        ("a.png", ImageFormat::Png),
        ("a.jpg", ImageFormat::Jpeg),
        ("a.gif", ImageFormat::Gif),
        ("a.webp", ImageFormat::WebP),
        ("a.tif", ImageFormat::Tiff),
        ("a.bmp", ImageFormat::Bmp),
    ] {
        let (look, drawn) = look_at(name, picture(1200, 400, form), 1).unwrap_or_else(|cannot| panic!("{name}: {cannot}"));
        assert_eq!((look.shown, look.pages), (Shown::Picture { width: 1200, height: 400 }, 1), "{name}");
        let drawn = drawn.expect("a picture");
        assert_eq!((drawn.width, drawn.height), (600, 200), "{name}");
        let near = |found: [u8; 3], wanted: [u8; 3]| found.iter().zip(wanted).all(|(one, other)| one.abs_diff(other) < 24);
        assert!(near(colour(&drawn, false), [220, 20, 20]) && near(colour(&drawn, true), [20, 20, 220]), "{name}");
        assert_eq!(look_at(name, picture(1200, 400, form), 2).expect_err("it has one"), Cannot::NoSuchPage);
        let small = look_at(name, picture(30, 20, form), 1).expect("a small one").1.expect("a picture");
        assert_eq!((small.width, small.height), (30, 20), "{name} is not blown up");
    }
}

#[test]
fn a_fax_shows_each_of_its_pages() {
    let file = fax(20, 10, &[0, 120, 250]);
    for (page, shade) in [(1, 0), (2, 120), (3, 250)] {
        let (look, drawn) = look_at("fax.tiff", file.clone(), page).expect("a page");
        assert_eq!((look.page, look.pages), (page, 3));
        assert_eq!(colour(&drawn.expect("a picture"), true), [shade; 3]);
    }
    assert_eq!(look_at("fax.tiff", file, 4).expect_err("there are three"), Cannot::NoSuchPage);
}

#[test]
fn text_is_shown_as_it_was_written_and_bounded() {
    assert_eq!(words("note.txt", "Добар ден\r\nдо утре".into()), ["Добар ден", "до утре"]);
    assert_eq!(words("README", b"no ending, and text all the same\n".to_vec()), ["no ending, and text all the same"]);
    let (look, _) = look_at("long.txt", "ж".repeat(TEXT_CHARS + 9).into_bytes(), 1).expect("a text");
    let Shown::Text { text } = look.shown else { panic!("a text") };
    assert_eq!((text.chars().count(), look.goes_on), (TEXT_CHARS, true));
    assert_eq!(words("list.csv", b"Name;Age\nArta;3\nLeon;4\n".to_vec()), ["Name|Age", "Arta|3", "Leon|4"]);
}

#[test]
fn written_documents_are_shown_with_their_headings_and_tables() {
    let body = "<w:p><w:pPr><w:pStyle w:val=\"Heading1\"/><w:tabs><w:tab w:val=\"left\"/></w:tabs></w:pPr><w:r><w:t>Барање</w:t></w:r></w:p>\n\
        <w:p><w:r><w:t xml:space=\"preserve\">Dear Ms </w:t></w:r><w:r><w:t>M&#252;ller &amp; Co,</w:t><w:br/><w:t>thank you</w:t></w:r>\
        <w:del><w:r><w:delText>not </w:delText></w:r></w:del></w:p>\
        <w:tbl><w:tr><w:tc><w:p><w:r><w:t>Child</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Born</w:t></w:r></w:p></w:tc></w:tr>\
        <w:tr><w:tc><w:p><w:r><w:t>Arta</w:t></w:r></w:p><w:p><w:r><w:t>Hoxha</w:t></w:r></w:p></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>";
    let (expected, table) = (["# Барање", "Dear Ms Müller & Co,\nthank you"], ["Child|Born", "Arta\nHoxha|"]);
    assert_eq!(words("letter.docx", docx(body)), [expected, table].concat());

    let body = "<text:h text:outline-level=\"1\">Барање</text:h><text:p>Dear Ms <text:span>M&#252;ller</text:span> &amp; Co,<text:line-break/>\
        thank<text:s text:c=\"1\"/>you<text:annotation><text:p>a remark</text:p></text:annotation></text:p>\
        <table:table><table:table-row><table:table-cell><text:p>Child</text:p></table:table-cell><table:table-cell><text:p>Born</text:p></table:table-cell></table:table-row>\
        <table:table-row><table:table-cell><text:p>Arta</text:p><text:p>Hoxha</text:p></table:table-cell><table:table-cell/></table:table-row></table:table>";
    assert_eq!(words("letter.odt", odt(body)), [expected, table].concat());
}

#[test]
fn what_is_no_text_of_a_document_is_said_to_be_left_out() {
    let scanned = "<w:p><w:r><w:drawing><pic:pic/></w:drawing></w:r></w:p>";
    let (look, _) = look_at("scan.docx", docx(scanned), 1).expect("a document");
    assert_eq!((look.left_out, look.shown), (true, Shown::Blocks { blocks: Vec::new() }), "a picture is more than nothing");
    let headed = "<w:p><w:r><w:t>text</w:t></w:r></w:p><w:sectPr><w:headerReference/></w:sectPr>";
    assert!(look_at("headed.docx", docx(headed), 1).expect("a document").0.left_out);
    assert!(!look_at("plain.docx", docx("<w:p><w:r><w:t>text</w:t></w:r></w:p>"), 1).expect("a document").0.left_out);
    let framed = "<text:p>text<draw:frame><draw:image/></draw:frame></text:p>";
    assert!(look_at("framed.odt", odt(framed), 1).expect("a document").0.left_out);
    assert!(!look_at("plain.odt", odt("<text:p>text</text:p>"), 1).expect("a document").0.left_out);
    let content = b"<office:document-content><text:p>text</text:p></office:document-content>";
    let styles = b"<office:master-styles><style:master-page><style:header><text:p>Office</text:p></style:header></style:master-page></office:master-styles>";
    let headed = packed(&[("mimetype", b"application/vnd.oasis.opendocument.text"), ("content.xml", content), ("styles.xml", styles)]);
    assert!(look_at("headed.odt", headed, 1).expect("a document").0.left_out);
}

#[test]
fn a_table_of_which_rows_do_not_fit_is_shown_as_it_was_written() {
    let (look, _) = look_at("list.csv", b"Name;Age\nArta;3\nLeon;4;5\nEma;5\n".to_vec(), 1).expect("a text");
    assert_eq!(look.shown, Shown::Text { text: "Name;Age\nArta;3\nLeon;4;5\nEma;5\n".to_owned() }, "no row is missing in the middle");
}

#[test]
fn a_mail_in_two_forms_shows_both_and_an_empty_one_hides_none() {
    let both = |text: &str| {
        let head =
            "Message-ID: <1@x>\r\nFrom: ema@example.org\r\nMIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary=B\r\n\r\n";
        let mail = format!(
            "{head}--B\r\nContent-Type: text/plain\r\n\r\n{text}\r\n--B\r\nContent-Type: text/html\r\n\r\n<p>Pay <b>900</b></p>\r\n--B--\r\n"
        );
        let Shown::Mail { text, html, page, .. } = look_at("m.eml", mail.into_bytes(), 1).expect("a mail").0.shown else {
            panic!("a mail")
        };
        (text, html, page)
    };
    assert_eq!(both("Pay 100"), ("Pay 100".to_owned(), false, Some("Pay 900".to_owned())));
    assert_eq!(both(" "), ("Pay 900".to_owned(), true, None));
}

#[test]
fn each_sheet_of_a_spreadsheet_is_a_page() {
    let text = |at: &str, text: &str| format!("<c r=\"{at}\" t=\"inlineStr\"><is><t>{text}</t></is></c>");
    let first = format!(
        "<row r=\"1\">{}{}</row><row r=\"3\">{}<c r=\"C3\" s=\"1\"><v>46350</v></c><c r=\"D3\"><f>1+1</f><v>2.5</v></c></row>",
        text("A1", "Дете"),
        text("C1", "Born"),
        text("A3", "Arta")
    );
    let file = xlsx(&[("Упис", &first), ("Leer", "")]);
    let (look, _) = look_at("list.xlsx", file.clone(), 1).expect("a sheet");
    assert_eq!((look.pages, look.title.as_str()), (2, "Упис"));
    assert_eq!(super::words_of(&look), ["Дете||Born|", "|||", "Arta||2026-11-24|2.5"]);
    let (empty, _) = look_at("list.xlsx", file, 2).expect("a sheet");
    assert_eq!((empty.title.as_str(), empty.shown), ("Leer", Shown::Blocks { blocks: Vec::new() }));

    let row = "<table:table-row><table:table-cell office:value-type=\"string\"><text:p>Arta</text:p></table:table-cell>\
        <table:table-cell office:value-type=\"float\" office:value=\"3\"><text:p>3</text:p></table:table-cell></table:table-row>";
    assert_eq!(words("list.ods", ods(&[("Sheet", row)])), ["Arta|3"]);

    let far = format!("<row r=\"1\">{}</row><row r=\"1048576\">{}</row>", text("A1", "here"), text("XFD1048576", "far"));
    let (look, _) = look_at("far.xlsx", xlsx(&[("S", &far)]), 1).expect("a sheet");
    assert_eq!((super::words_of(&look), look.goes_on), (vec!["here".to_owned()], true), "what lies between is not filled");
    let many: String = (1..=ROWS + 5).map(|row| format!("<row r=\"{row}\">{}</row>", text(&format!("A{row}"), "x"))).collect();
    let (look, _) = look_at("many.xlsx", xlsx(&[("S", &many)]), 1).expect("a sheet");
    assert_eq!((super::words_of(&look).len(), look.goes_on), (ROWS, true));
    let column = |at: usize| format!("{}{}", char::from(b'C' + (at / 26) as u8), char::from(b'A' + (at % 26) as u8));
    let wide: String = (0..COLUMNS + 5).map(|at| text(&format!("{}1", column(at)), "x")).collect();
    // They begin far to the right, where nothing is shown any more.
    let (look, _) = look_at("wide.xlsx", xlsx(&[("S", &format!("<row r=\"1\">{}{wide}</row>", text("A1", "first")))]), 1).expect("a sheet");
    assert_eq!((super::words_of(&look), look.goes_on), (vec!["first".to_owned()], true));
}

#[test]
fn a_mail_is_shown_with_its_head_its_text_and_what_came_with_it() {
    let inner = mail("in@example.org", "Before", "the first one", &[("scan.png", &picture(8, 8, ImageFormat::Png))]);
    let file = mail("out@example.org", "Now", "Dear office", &[("certificate.pdf", &pdf(&["x"])), ("before.eml", &inner)]);
    let (look, _) = look_at("letter.eml", file, 1).expect("a mail");
    let Shown::Mail { head, text, html, files, .. } = look.shown else { panic!("a mail") };
    assert_eq!(
        (head.subject.as_str(), head.from.as_slice(), head.sent),
        ("Now", &["Ema Jankulova <ema@example.org>".to_owned()][..], Some(1_793_603_700_000))
    );
    assert_eq!((text.as_str(), html), ("Dear office", false));
    let files: Vec<_> = files.iter().map(|file| (file.name.as_str(), file.media_type.as_str())).collect();
    assert_eq!(files, [("certificate.pdf", "application/pdf"), ("before.eml", "message/rfc822")]);
}

#[test]
fn html_is_shown_as_the_text_that_it_says() {
    let page = b"<!doctype html><title>t</title><script>steal()</script><style>p{}</style><h1>Hello</h1><p>Pay <a href='http://evil.example'>here</a>\
        <img src='http://evil.example/seen.png' alt='logo'></p>";
    let said = words("page.html", page.to_vec()).join("\n");
    assert!(said.contains("Hello") && said.contains("Pay") && said.contains("here"), "{said}");
    assert!(!said.contains("steal") && !said.contains("p{}"), "{said}");
}

#[test]
fn what_is_no_document_that_can_be_shown_is_called_so() {
    for (name, bytes) in [
        ("a.zip", b"PK\x05\x06\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0".to_vec()),
        ("a.exe", b"MZ\x90\0\x03\0\0\0\x04\0\0\0\xFF\xFF\0\0".to_vec()),
        ("a.doc", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec()),
        ("a.xlsm", xlsx(&[("S", "")])),
        ("a.pdf", b"just words".to_vec()),
        ("a", vec![0, 1, 2, 3, 255]),
    ] {
        assert_eq!(look_at(name, bytes, 1).expect_err(name), Cannot::UnknownKind, "{name}");
    }
}
