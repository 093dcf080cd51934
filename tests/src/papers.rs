//! Documents such as an office gets, made by hand, byte for byte: so that what they hold is known.

use std::io::{Cursor, Write};

use image::{DynamicImage, ImageFormat, Rgb, RgbImage};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// A PDF with a page for each of these texts, its lines below each other. Letters are those of Latin 1.
pub fn pdf(pages: &[&str]) -> Vec<u8> {
    let kids: Vec<String> = (0..pages.len()).map(|at| format!("{} 0 R", 4 + at * 2)).collect();
    let mut objects = vec![
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        format!("<< /Type /Pages /Count {} /Kids [{}] >>", pages.len(), kids.join(" ")),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>".to_owned(),
    ];
    for (at, page) in pages.iter().enumerate() {
        let lines: Vec<String> = page.lines().map(|line| format!("({}) Tj T*", line.replace(['(', ')', '\\'], ""))).collect();
        let content = format!("BT /F1 18 Tf 22 TL 72 720 Td {} ET", lines.join(" "));
        objects.push(format!(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents {} 0 R >>",
            5 + at * 2
        ));
        objects.push(format!("<< /Length {} >>\nstream\n{content}\nendstream", content.chars().count()));
    }
    pdf_of(&objects)
}

/// A PDF of which each page draws a form that draws ten others, and so on: more work than there is time.
pub fn pdf_without_end(depth: usize) -> Vec<u8> {
    let mut objects = vec![
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Count 1 /Kids [3 0 R] >>".to_owned(),
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /XObject << /X 5 0 R >> >> /Contents 4 0 R >>".to_owned(),
        "<< /Length 5 >>\nstream\n/X Do\nendstream".to_owned(),
    ];
    for at in 0..depth {
        let content = if at + 1 == depth { "0 0 500 800 re f".to_owned() } else { "/X Do ".repeat(10) };
        let inner = if at + 1 == depth { String::new() } else { format!("/XObject << /X {} 0 R >>", 6 + at) };
        objects.push(format!(
            "<< /Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << {inner} >> /Length {} >>\nstream\n{content}\nendstream",
            content.len()
        ));
    }
    pdf_of(&objects)
}

/// A PDF with a picture that says that it is so large, and holds next to nothing.
pub fn pdf_with_a_picture(width: u32, height: u32) -> Vec<u8> {
    let picture = format!(
        "<< /Type /XObject /Subtype /Image /Width {width} /Height {height} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Length 6 >>\nstream\nabcdef\nendstream"
    );
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Count 1 /Kids [3 0 R] >>".to_owned(),
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /XObject << /X 5 0 R >> >> /Contents 4 0 R >>".to_owned(),
        "<< /Length 29 >>\nstream\nq 500 0 0 800 0 0 cm /X Do Q\nendstream".to_owned(),
        picture,
    ];
    pdf_of(&objects)
}

/// A PDF of these objects, of which the first is its catalogue.
pub fn pdf_of(objects: &[String]) -> Vec<u8> {
    let mut bytes = b"%PDF-1.7\n".to_vec();
    let mut places = Vec::new();
    for (at, object) in objects.iter().enumerate() {
        places.push(bytes.len());
        bytes.extend(format!("{} 0 obj\n", at + 1).bytes());
        bytes.extend(object.chars().map(|letter| letter as u8));
        bytes.extend(b"\nendobj\n");
    }
    let start = bytes.len();
    bytes.extend(format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1).bytes());
    places.iter().for_each(|place| bytes.extend(format!("{place:010} 00000 n \n").bytes()));
    bytes.extend(format!("trailer\n<< /Size {} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n", objects.len() + 1).bytes());
    bytes
}

/// A picture in this form, its left half red and its right half blue.
pub fn picture(width: u32, height: u32, form: ImageFormat) -> Vec<u8> {
    let half = RgbImage::from_fn(width, height, |x, _| if x < width / 2 { Rgb([220, 20, 20]) } else { Rgb([20, 20, 220]) });
    let mut bytes = Cursor::new(Vec::new());
    DynamicImage::ImageRgb8(half).write_to(&mut bytes, form).expect("memory takes a picture");
    bytes.into_inner()
}

/// A sheet of paper with so many lines of words on it, as a scanner sees it that has this many pixels an inch: put in askew, clockwise by so many
/// degrees, with `around` where the sheet is not.
pub fn scanned(an_inch: u32, lines: u32, askew: f64, around: Option<u8>, form: ImageFormat) -> Vec<u8> {
    let (width, height) = (an_inch * 827 / 100, an_inch * 1169 / 100);
    let (sin, cos) = askew.to_radians().sin_cos();
    let (mid_x, mid_y) = (f64::from(width) / 2.0, f64::from(height) / 2.0);
    // Places on the sheet, in hundredths of an inch.
    let hundredths = |pixels: f64| (pixels * 100.0 / f64::from(an_inch)).floor() as i64;
    let edge = if around.is_some() { 40 } else { i64::MIN };
    let shade = |x: i64, y: i64| {
        if around.is_some() && (x < edge || y < edge || x >= 827 - edge || y >= 1169 - edge) {
            return around.unwrap_or_default();
        }
        let (line, within) = ((y - 120).div_euclid(22), (y - 120).rem_euclid(22));
        let inside = (90..740).contains(&x) && line >= 0 && line < i64::from(lines) && y < 1080;
        // Letters of different widths with gaps between words.
        let letter = (x + line * 37).div_euclid(7);
        let gap = ((letter * 2_654_435_761) >> 7) % 5 == 0 || (x + line * 37).rem_euclid(7) > 4;
        if inside && (4..13).contains(&within) && !gap { 45 } else { 238 }
    };
    let page = image::GrayImage::from_fn(width, height, |x, y| {
        let (dx, dy) = (f64::from(x) - mid_x, f64::from(y) - mid_y);
        image::Luma([shade(hundredths(dx * cos + dy * sin + mid_x), hundredths(dy * cos - dx * sin + mid_y))])
    });
    let mut bytes = Cursor::new(Vec::new());
    DynamicImage::ImageLuma8(page).write_to(&mut bytes, form).expect("memory takes a picture");
    bytes.into_inner()
}

/// A fax: a TIFF with a grey page of this size for each of these shades.
pub fn fax(width: u16, height: u16, shades: &[u8]) -> Vec<u8> {
    let (w, h) = (u32::from(width), u32::from(height));
    let mut bytes = b"II*\0".to_vec();
    let (picture, directory) = (w * h, 2 + 9 * 12 + 4);
    let mut place = 8;
    bytes.extend((place + picture).to_le_bytes());
    for (at, shade) in shades.iter().enumerate() {
        bytes.extend(vec![*shade; picture as usize]);
        let entries: [(u16, u16, u32); 9] =
            [(256, 4, w), (257, 4, h), (258, 3, 8), (259, 3, 1), (262, 3, 1), (273, 4, place), (277, 3, 1), (278, 4, h), (279, 4, picture)];
        bytes.extend((entries.len() as u16).to_le_bytes());
        for (tag, kind, value) in entries {
            bytes.extend(tag.to_le_bytes());
            bytes.extend(kind.to_le_bytes());
            bytes.extend(1_u32.to_le_bytes());
            bytes.extend(value.to_le_bytes());
        }
        place += picture + directory;
        let next = if at + 1 < shades.len() { place + picture } else { 0 };
        bytes.extend(next.to_le_bytes());
    }
    bytes
}

/// A PNG that says that it is so large, and holds nothing.
pub fn picture_bomb(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = picture(1, 1, ImageFormat::Png);
    bytes[16..20].copy_from_slice(&width.to_be_bytes());
    bytes[20..24].copy_from_slice(&height.to_be_bytes());
    let sum = crc(&bytes[12..29]);
    bytes[29..33].copy_from_slice(&sum.to_be_bytes());
    bytes
}

/// The sum that PNG puts under each of its parts (ISO 3309).
fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| if sum & 1 == 1 { (sum >> 1) ^ 0xEDB8_8320 } else { sum >> 1 })
    })
}

/// A ZIP of these files.
pub fn packed(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        zip.start_file(*name, SimpleFileOptions::default()).expect("a file can be begun");
        zip.write_all(bytes).expect("memory takes a file");
    }
    zip.finish().expect("memory takes an archive").into_inner()
}

/// A DOCX with this in its body.
pub fn docx(body: &str) -> Vec<u8> {
    let xml = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">\
         <w:body>{body}</w:body></w:document>"
    );
    packed(&[("[Content_Types].xml", b"<Types/>"), ("word/document.xml", xml.as_bytes())])
}

/// An ODT with this in its body.
pub fn odt(body: &str) -> Vec<u8> {
    let xml = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document-content xmlns:office=\"o\" xmlns:text=\"t\" xmlns:table=\"b\">\
         <office:automatic-styles><style>unseen</style></office:automatic-styles><office:body><office:text>{body}</office:text></office:body>\
         </office:document-content>"
    );
    packed(&[("mimetype", b"application/vnd.oasis.opendocument.text"), ("content.xml", xml.as_bytes())])
}

/// An XLSX with these sheets: a name, and the rows as they stand in XML. Style 1 is a day.
pub fn xlsx(sheets: &[(&str, &str)]) -> Vec<u8> {
    const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
    let (mut list, mut relations, mut parts) = (String::new(), String::new(), Vec::new());
    for (at, (name, rows)) in sheets.iter().enumerate() {
        let number = at + 1;
        list += &format!("<sheet name=\"{name}\" sheetId=\"{number}\" r:id=\"rId{number}\"/>");
        relations += &format!("<Relationship Id=\"rId{number}\" Type=\"{OFFICE}/worksheet\" Target=\"worksheets/sheet{number}.xml\"/>");
        parts.push((
            format!("xl/worksheets/sheet{number}.xml"),
            format!("<worksheet xmlns=\"{MAIN}\"><sheetData>{rows}</sheetData></worksheet>"),
        ));
    }
    parts.push((
        "xl/workbook.xml".to_owned(),
        format!("<workbook xmlns=\"{MAIN}\" xmlns:r=\"{OFFICE}\"><sheets>{list}</sheets></workbook>"),
    ));
    parts.push(("xl/_rels/workbook.xml.rels".to_owned(), format!("<Relationships xmlns=\"{PACKAGE}\">{relations}</Relationships>")));
    parts.push((
        "xl/styles.xml".to_owned(),
        format!("<styleSheet xmlns=\"{MAIN}\"><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>"),
    ));
    parts.push((
        "_rels/.rels".to_owned(),
        format!("<Relationships xmlns=\"{PACKAGE}\"><Relationship Id=\"rId1\" Type=\"{OFFICE}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"),
    ));
    parts.push((
        "[Content_Types].xml".to_owned(),
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>".to_owned(),
    ));
    let parts: Vec<(&str, &[u8])> = parts.iter().map(|(name, xml)| (name.as_str(), xml.as_bytes())).collect();
    packed(&parts)
}

/// An ODS with these sheets: a name, and the rows as they stand in XML.
pub fn ods(sheets: &[(&str, &str)]) -> Vec<u8> {
    let tables: String = sheets.iter().map(|(name, rows)| format!("<table:table table:name=\"{name}\">{rows}</table:table>")).collect();
    let xml = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" \
         xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\">\
         <office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"
    );
    let manifest = "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\"/>";
    packed(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", manifest.as_bytes()),
        ("content.xml", xml.as_bytes()),
    ])
}

/// A mail with a text and these files, which are whatever their names say.
pub fn mail(id: &str, subject: &str, text: &str, files: &[(&str, &[u8])]) -> Vec<u8> {
    use base64::{Engine, prelude::BASE64_STANDARD};

    let mut mail = format!(
        "Message-ID: <{id}>\r\nFrom: Ema Jankulova <ema@example.org>\r\nTo: Office <office@example.org>\r\nSubject: {subject}\r\n\
         Date: Mon, 2 Nov 2026 08:15:00 +0100\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=\"=_part\"\r\n\r\n\
         --=_part\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n{text}\r\n"
    );
    for (name, bytes) in files {
        let packed = BASE64_STANDARD.encode(bytes);
        let lines: Vec<&str> = packed.as_bytes().chunks(76).map(|line| std::str::from_utf8(line).expect("base64 is text")).collect();
        mail += &format!(
            "--=_part\r\nContent-Type: application/octet-stream; name=\"{name}\"\r\nContent-Disposition: attachment; filename=\"{name}\"\r\n\
             Content-Transfer-Encoding: base64\r\n\r\n{}\r\n",
            lines.join("\r\n")
        );
    }
    mail += "--=_part--\r\n";
    mail.into_bytes()
}
