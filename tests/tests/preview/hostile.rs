//! Documents made to harm: refused by name, or cut, and never more than that.

use std::panic::catch_unwind;

use image::ImageFormat;
use praesto_preview::{Ask, Block, CELLS, COLUMNS, Cannot, ROWS, Seen, Shown, TEXT_CHARS, Want, see};
use praesto_tests::papers::{docx, fax, mail, ods, odt, packed, pdf, picture, picture_bomb, xlsx};

use super::{look_at, words};

#[test]
fn a_picture_that_says_it_is_enormous_is_not_unpacked() {
    for (width, height) in [(50_000, 50_000), (u32::MAX, 1), (60_000, 2_600)] {
        let refused = look_at("bomb.png", picture_bomb(width, height), 1).expect_err("nobody draws that");
        assert!(matches!(refused, Cannot::TooLarge | Cannot::Damaged), "{width} × {height}: {refused}");
    }
    assert_eq!(look_at("bomb.png", picture_bomb(50_000, 50_000), 1).expect_err("nobody draws that"), Cannot::TooLarge);
}

#[test]
fn a_document_that_unpacks_to_far_more_than_its_size_is_not_unpacked() {
    let spaces = vec![b' '; 100 << 20];
    let bomb = packed(&[("word/document.xml", &spaces)]);
    assert!(bomb.len() < 1 << 20, "it is a bomb");
    assert_eq!(look_at("bomb.docx", bomb, 1).expect_err("it is not unpacked"), Cannot::TooLarge);
}

#[test]
fn tables_with_a_sign_each_do_not_become_millions_of_cells() {
    // One row of many cells makes every row as long: a word each is enough.
    let wide = |cell: &str, word: &str| format!("{word}{}", cell.repeat(COLUMNS - 1));
    let rows = |row: &str, first: &str, other: &str| format!("{first}{}", format!("<{row}>{other}</{row}>").repeat(ROWS - 1));
    let docx_table = rows("w:tr", &format!("<w:tr>{}</w:tr>", wide("<w:tc/>", "<w:tc><w:p><w:r><w:t>x</w:t></w:r></w:p></w:tc>")), "");
    let odt_table = rows(
        "table:table-row",
        &format!(
            "<table:table-row>{}</table:table-row>",
            wide("<table:table-cell/>", "<table:table-cell><text:p>x</text:p></table:table-cell>")
        ),
        "",
    );
    for (name, bytes) in [
        ("many.docx", docx(&format!("<w:tbl>{docx_table}</w:tbl>").repeat(200))),
        ("many.odt", odt(&format!("<table:table>{odt_table}</table:table>").repeat(200))),
    ] {
        assert!(bytes.len() < 100 << 10, "it is small");
        let (look, _) = look_at(name, bytes, 1).expect("its beginning");
        let Shown::Blocks { blocks } = look.shown else { panic!("blocks") };
        let cells: usize =
            blocks.iter().map(|block| if let Block::Table(rows) = block { rows.iter().map(Vec::len).sum() } else { 0 }).sum();
        assert!(look.goes_on && cells <= CELLS, "{name} has {cells} cells");
    }
}

#[test]
fn documents_that_name_entities_or_go_too_deep_are_refused() {
    let doctype =
        "<!DOCTYPE x [<!ENTITY a \"lol\"><!ENTITY b SYSTEM \"file:///etc/passwd\">]><w:document><w:p><w:t>&a;&b;</w:t></w:p></w:document>";
    assert_eq!(look_at("a.docx", packed(&[("word/document.xml", doctype.as_bytes())]), 1).expect_err("entities"), Cannot::Damaged);
    let undeclared = docx("<w:p><w:r><w:t>&b;</w:t></w:r></w:p>");
    assert_eq!(look_at("a.docx", undeclared, 1).expect_err("an entity of its own"), Cannot::Damaged);
    let deep = format!("{}{}", "<w:p>".repeat(5_000), "</w:p>".repeat(5_000));
    assert_eq!(look_at("a.docx", docx(&deep), 1).expect_err("too deep"), Cannot::Damaged);
    assert_eq!(look_at("a.odt", packed(&[("other.xml", b"<x/>")]), 1).expect_err("no text in it"), Cannot::Damaged);
}

#[test]
fn what_opens_with_a_password_only_says_so() {
    assert_eq!(look_at("a.docx", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec(), 1).expect_err("sealed"), Cannot::Encrypted);
    assert_eq!(look_at("a.xlsx", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec(), 1).expect_err("sealed"), Cannot::Encrypted);
    let manifest = b"<manifest><file-entry><encryption-data/></file-entry></manifest>";
    let sealed = packed(&[("content.xml", &[0x9c, 0xff, 0x10, 0x00, 0x81]), ("META-INF/manifest.xml", manifest)]);
    assert_eq!(look_at("a.odt", sealed, 1).expect_err("sealed"), Cannot::Encrypted);
}

#[test]
fn long_documents_are_cut_and_say_so() {
    let body = "<w:p><w:r><w:t>word word word word</w:t></w:r></w:p>".repeat(40_000);
    let (look, _) = look_at("long.docx", docx(&body), 1).expect("its beginning");
    assert!(look.goes_on && super::words_of(&look).iter().map(String::len).sum::<usize>() <= TEXT_CHARS + 100);
    let page = format!("<!doctype html><p>{}</p>", "word ".repeat(2_000_000));
    assert!(look_at("long.html", page.into_bytes(), 1).expect("its beginning").0.goes_on);
}

#[test]
fn a_file_of_a_mail_is_found_by_its_place_and_no_deeper_than_anybody_goes() {
    let part = |bytes: &[u8], part: &[u32]| see(bytes.to_vec(), &Ask { name: "m.eml".to_owned(), part: part.to_vec(), want: Want::Bytes });
    let mut nested = mail("0@x", "innermost", "x", &[("a.txt", b"content")]);
    for number in 1..8 {
        nested = mail(&format!("{number}@x"), "around", "x", &[("in.eml", &nested)]);
    }
    assert!(matches!(part(&nested, &[0, 0, 0, 0]), Ok(Seen::Bytes(name, _)) if name == "in.eml"));
    assert_eq!(part(&nested, &[0, 0, 0, 0, 0]).expect_err("too deep"), Cannot::NoSuchPart);
    assert_eq!(part(&nested, &[1]).expect_err("there is one"), Cannot::NoSuchPart);
    let plain = mail("1@x", "s", "t", &[("../../etc/passwd", b"content")]);
    assert_eq!(part(&plain, &[0]), Ok(Seen::Bytes(".._.._etc_passwd".to_owned(), b"content".to_vec())));
    assert_eq!(part(&plain, &[0, 0]).expect_err("a text is no mail"), Cannot::NoSuchPart);
}

#[test]
fn what_turns_the_direction_of_reading_is_left_out() {
    assert_eq!(words("a.txt", "pay \u{202e}0001\u{202c} to \u{2066}me\u{2069}".into()), ["pay 0001 to me"]);
}

/// Whatever a library makes of it: reading ends with an answer, or with a fault that the process of its own turns into one.
#[test]
fn cut_and_spoiled_documents_of_every_kind_never_hang() {
    let rows = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>";
    let table = "<table:table-row><table:table-cell office:value-type=\"string\"><text:p>x</text:p></table:table-cell></table:table-row>";
    let documents = [
        ("a.pdf", pdf(&["Some text", "and more"])),
        ("a.png", picture(20, 20, ImageFormat::Png)),
        ("a.jpg", picture(20, 20, ImageFormat::Jpeg)),
        ("a.gif", picture(20, 20, ImageFormat::Gif)),
        ("a.webp", picture(20, 20, ImageFormat::WebP)),
        ("a.tif", fax(20, 20, &[1, 2])),
        ("a.bmp", picture(20, 20, ImageFormat::Bmp)),
        ("a.docx", docx("<w:p><w:r><w:t>x</w:t></w:r></w:p>")),
        ("a.odt", odt("<text:p>x</text:p>")),
        ("a.xlsx", xlsx(&[("S", rows)])),
        ("a.ods", ods(&[("S", table)])),
        ("a.eml", mail("1@x", "s", "t", &[("a.txt", b"content")])),
        ("a.html", b"<!doctype html><table><tr><td>x</table>".to_vec()),
        ("a.csv", b"a;b\n1;2\n".to_vec()),
    ];
    let mut answered = 0_u32;
    for (name, whole) in documents {
        let step = whole.len() / 60 + 1;
        for at in (0..whole.len()).step_by(step) {
            let mut spoiled = whole.clone();
            spoiled[at] ^= 1 << (at % 8);
            for bytes in [whole[..at].to_vec(), spoiled] {
                answered += u32::from(catch_unwind(|| look_at(name, bytes, 1)).is_ok());
            }
        }
    }
    assert!(answered > 1_000, "nearly all are answered without a fault: {answered}");
}
