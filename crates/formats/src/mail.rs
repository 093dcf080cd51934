//! A mail as it was sent (RFC 5322, MIME): its head, its text, the files that came with it.
//!
//! What a mail names elsewhere is never fetched, and its HTML stays what it is: a text that somebody else has to read.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use jiff::civil::Date;
use mail_parser::decoders::{base64::base64_decode, quoted_printable::quoted_printable_decode};
use mail_parser::{Addr, Address as Addresses, DateTime, Encoding, Message, MessageParser, MessagePart, MimeHeaders, PartType};

use crate::names::{safe_name, shorten};
use crate::refusal::{Refusal, Refused};
use crate::text;

/// Longest mail, in bytes.
pub const MAIL_BYTES: u64 = 64 << 20;
/// Files that one mail may bring.
const FILES: usize = 1_000;
/// People in one line of the head.
const PEOPLE: usize = 200;
/// Longest line of the head, in characters.
const LINE: usize = 500;

/// A mail.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Mail {
    /// `Message-ID`, without its brackets; empty where it has none.
    pub id: String,
    pub subject: String,
    pub from: Vec<Person>,
    pub to: Vec<Person>,
    pub cc: Vec<Person>,
    /// When it was sent, as its sender's clock says, in milliseconds since 1970.
    pub sent: Option<i64>,
    /// The day of that on the sender's calendar.
    pub day: Option<Date>,
    /// Its text, where it was sent as text.
    pub text: String,
    /// Its text as HTML, where it says nothing as text.
    pub html: Option<String>,
    /// The same as HTML, where it was sent in both forms. Nobody makes sure that they say the same.
    pub also_html: Option<String>,
    /// In the order in which they came.
    pub files: Vec<MailFile>,
}

/// Somebody in the head of a mail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// Empty where the mail does not say it.
    pub name: String,
    pub address: String,
}

/// A file that came with a mail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MailFile {
    /// Fit for a screen and a file system.
    pub name: String,
    pub bytes: Vec<u8>,
    /// A picture in the HTML of the mail, such as the logo under a signature.
    pub inline: bool,
}

impl Person {
    /// Name and address as one line.
    pub fn line(&self) -> String {
        match (self.name.as_str(), self.address.as_str()) {
            ("", address) => address.to_owned(),
            (name, "") => name.to_owned(),
            (name, address) => format!("{name} <{address}>"),
        }
    }
}

impl Mail {
    /// Reads a mail.
    pub fn read(bytes: &[u8]) -> Result<Self, Refused> {
        if bytes.len() as u64 > MAIL_BYTES {
            return Err(Refusal::TooLarge.into());
        }
        // The parser is built to take any bytes; one that it does not is a damaged mail, and no reason to end the program.
        let read = std::panic::catch_unwind(|| MessageParser::default().parse(bytes).map(|message| Self::of(&message, bytes)));
        read.map_err(|_| Refused::from(Refusal::Damaged))?.unwrap_or_else(|| Err(Refusal::NotAMail.into()))
    }

    fn of(message: &Message<'_>, raw: &[u8]) -> Result<Self, Refused> {
        let from = people(message.from().or_else(|| message.sender()));
        let date = message.date().or_else(|| message.received().and_then(|received| received.date.as_ref())).filter(|date| date.is_valid());
        let mail = Self {
            id: message.message_id().map(|id| shorten(id, LINE)).unwrap_or_default(),
            subject: message.subject().map(|subject| shorten(subject, LINE)).unwrap_or_default(),
            to: people(message.to()),
            cc: people(message.cc()),
            sent: date.and_then(|date| date.to_timestamp().checked_mul(1000)),
            day: date.and_then(day),
            from,
            ..Self::default()
        };
        // Any text with a colon in its first line has the form of a mail.
        if mail.id.is_empty() && mail.from.is_empty() && mail.to.is_empty() && mail.sent.is_none() {
            return Err(Refusal::NotAMail.into());
        }
        if message.attachments.len() > FILES {
            return Err(Refusal::TooManyElements.into());
        }
        let (mut texts, mut pages) = (Vec::new(), Vec::new());
        for part in message.text_bodies() {
            match &part.body {
                PartType::Text(text) => texts.push(rewritten(part, text, raw)),
                PartType::Html(page) => pages.push(page.as_ref()),
                _ => {}
            }
        }
        let text = Some(texts.join("\n\n").replace("\r\n", "\n").trim().to_owned()).filter(|text| !is_blank(text)).unwrap_or_default();
        // Some programs send an empty text beside the HTML that says it all.
        let forms = message.html_bodies().filter_map(|part| if let PartType::Html(page) = &part.body { Some(page.as_ref()) } else { None });
        let mut also = if pages.is_empty() { forms.collect() } else { Vec::new() };
        if text.is_empty() && pages.is_empty() {
            pages = std::mem::take(&mut also);
        }
        let joined = |pages: &[&str]| (!pages.is_empty()).then(|| pages.join("\n"));
        let shown = shown_in_pages(message);
        let files = message.attachments.iter().filter_map(|id| Some((*id, message.parts.get(*id as usize)?)));
        let files = files.enumerate().map(|(at, (id, part))| file(part, raw, at + 1, shown.contains(&id)));
        Ok(Self { html: joined(&pages), also_html: joined(&also), files: files.collect(), text, ..mail })
    }
}

/// Whether nothing of a text is seen.
fn is_blank(text: &str) -> bool {
    text.chars().all(|sign| {
        sign.is_whitespace() || sign.is_control() || matches!(sign, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
    })
}

/// The parts that HTML beside them shows: those that it names, in what belongs together by the word of the mail (RFC 2387, RFC 2392).
fn shown_in_pages(message: &Message<'_>) -> HashSet<u32> {
    let related = |part: &&MessagePart<'_>| {
        part.content_type().and_then(|kind| kind.subtype()).is_some_and(|kind| kind.eq_ignore_ascii_case("related"))
    };
    let (mut below, mut to_see) = (HashMap::new(), message.parts.iter().filter(related).collect::<Vec<_>>());
    while let Some(part) = to_see.pop() {
        let PartType::Multipart(ids) = &part.body else { continue };
        for id in ids {
            // Once each, however often one stands in another.
            if let Some(one) = message.parts.get(*id as usize)
                && below.insert(*id, one).is_none()
            {
                to_see.push(one);
            }
        }
    }
    let named: HashMap<&str, u32> = below.iter().filter_map(|(id, one)| Some((one.content_id()?, *id))).collect();
    if named.is_empty() {
        return HashSet::new();
    }
    let pages = below.values().filter_map(|one| if let PartType::Html(page) = &one.body { Some(page.as_ref()) } else { None });
    pages.flat_map(names).filter_map(|name| named.get(name.as_str()).copied()).collect()
}

/// The parts that a page names.
fn names(page: &str) -> Vec<String> {
    const SCHEME: &[u8] = b"cid:";
    let (mut names, mut rest) = (Vec::new(), page);
    while let Some(at) = rest.as_bytes().windows(SCHEME.len()).position(|found| found.eq_ignore_ascii_case(SCHEME)) {
        let named = &rest[at + SCHEME.len()..];
        let end =
            named.find(|sign: char| sign.is_whitespace() || matches!(sign, '"' | '\'' | '<' | '>' | ')' | '&')).unwrap_or(named.len());
        names.push(percent_decoded(&named[..end]));
        rest = &named[end..];
    }
    names
}

/// A text of which signs may be written as `%40`.
fn percent_decoded(text: &str) -> String {
    let (bytes, mut decoded, mut at) = (text.as_bytes(), Vec::with_capacity(text.len()), 0);
    while let Some(byte) = bytes.get(at) {
        let code = (*byte == b'%').then(|| text.get(at + 1..at + 3)).flatten().and_then(|hex| u8::from_str_radix(hex, 16).ok());
        decoded.push(code.unwrap_or(*byte));
        at += if code.is_some() { 3 } else { 1 };
    }
    String::from_utf8_lossy(&decoded).into_owned()
}

fn people(addresses: Option<&Addresses<'_>>) -> Vec<Person> {
    let line = |text: &Option<Cow<'_, str>>| text.as_deref().map(|text| shorten(text, LINE)).unwrap_or_default();
    let person = |addr: &Addr<'_>| Person { name: line(&addr.name), address: line(&addr.address) };
    let all = addresses.into_iter().flat_map(|addresses| addresses.iter()).take(PEOPLE).map(person);
    all.filter(|person| !person.name.is_empty() || !person.address.is_empty()).collect()
}

fn day(date: &DateTime) -> Option<Date> {
    Date::new(date.year.try_into().ok()?, date.month.try_into().ok()?, date.day.try_into().ok()?).ok()
}

/// A text of which the mail does not say the encoding, or says a wrong one, read by what its bytes look like.
fn rewritten<'a>(part: &MessagePart<'_>, read: &'a str, raw: &[u8]) -> Cow<'a, str> {
    let own = raw.get(part.offset_body as usize..part.offset_end as usize).unwrap_or_default();
    if part.encoding != Encoding::None || !read.contains('\u{fffd}') || own.is_empty() {
        return read.into();
    }
    text::decode(own).0.into_owned().into()
}

/// A file that came with a mail; `named` says whether HTML beside it shows it.
fn file(part: &MessagePart<'_>, raw: &[u8], number: usize, named: bool) -> MailFile {
    let own = raw.get(part.offset_body as usize..part.offset_end as usize).unwrap_or_default();
    // A text as it was attached, not as it was read, and a mail that was sent on as it stands in the one around it.
    let as_sent = match (&part.body, part.encoding) {
        (PartType::Message(_) | PartType::Text(_) | PartType::Html(_), Encoding::None) => Some(own.to_vec()),
        (PartType::Text(_) | PartType::Html(_), Encoding::Base64) => base64_decode(own),
        (PartType::Text(_) | PartType::Html(_), Encoding::QuotedPrintable) => quoted_printable_decode(own),
        _ => None,
    };
    let bytes = as_sent.unwrap_or_else(|| part.contents().to_vec());
    let ending = match &part.body {
        PartType::Message(_) => "eml",
        PartType::Html(_) => "html",
        PartType::Text(_) => text_ending(part),
        _ => binary_ending(part),
    };
    let given = part.attachment_name().map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned);
    let subject = || part.message().and_then(|message| message.subject()).filter(|subject| !subject.trim().is_empty()).map(str::to_owned);
    let name = match given.or_else(subject) {
        Some(name) if ending == "eml" && !name.to_ascii_lowercase().ends_with(".eml") => format!("{}.eml", shorten(&name, 190)),
        Some(name) => name,
        None if ending.is_empty() => number.to_string(),
        None => format!("{number}.{ending}"),
    };
    let picture = part.content_type().is_some_and(|kind| kind.ctype().eq_ignore_ascii_case("image"));
    let attached = part.content_disposition().is_some_and(|disposition| disposition.is_attachment());
    MailFile { name: safe_name(&name), bytes, inline: named && picture && !attached }
}

fn text_ending(part: &MessagePart<'_>) -> &'static str {
    match part.content_type().and_then(|kind| kind.subtype()) {
        Some("csv") => "csv",
        Some("calendar") => "ics",
        Some("xml") => "xml",
        _ => "txt",
    }
}

fn binary_ending(part: &MessagePart<'_>) -> &'static str {
    match part.content_type().and_then(|kind| kind.subtype()) {
        Some("pdf") => "pdf",
        Some("png") => "png",
        Some("jpeg" | "jpg") => "jpg",
        Some("gif") => "gif",
        Some("tiff") => "tif",
        Some("zip") => "zip",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Mail {
        Mail::read(text.replace('\n', "\r\n").as_bytes()).unwrap()
    }

    const HEAD: &str = "Message-ID: <one@example.org>\nFrom: =?UTF-8?B?0JXQvNCwINCI0LDQvdC60YPQu9C+0LLQsA==?= <ema@example.org>\n\
        To: Office <office@example.org>, second@example.org\nSubject: =?UTF-8?Q?Upis_vo_gradinka=2C_=D0=95=D0=BC=D0=B0?=\n\
        Date: Tue, 3 Nov 2026 23:30:00 +0100\nMIME-Version: 1.0\n";

    #[test]
    fn a_mail_is_read_with_its_head_its_text_and_its_files() {
        let mail = read(&format!(
            "{HEAD}Content-Type: multipart/mixed; boundary=B\n\n--B\nContent-Type: text/plain; charset=utf-8\n\nДобар ден.\n--B\n\
             Content-Type: application/pdf; name=\"../birth: certificate.pdf\"\nContent-Disposition: attachment\n\
             Content-Transfer-Encoding: base64\n\nJVBERi0xLjcK\n--B\nContent-Type: message/rfc822\n\n\
             From: a@example.org\nSubject: Before\n\nfirst\n--B--\n"
        ));
        assert_eq!((mail.id.as_str(), mail.subject.as_str()), ("one@example.org", "Upis vo gradinka, Ема"));
        assert_eq!(mail.from, [Person { name: "Ема Јанкулова".to_owned(), address: "ema@example.org".to_owned() }]);
        let to: Vec<_> = mail.to.iter().map(Person::line).collect();
        assert_eq!(to, ["Office <office@example.org>", "second@example.org"]);
        assert_eq!((mail.sent, mail.day), (Some(1_793_745_000_000), Some(jiff::civil::date(2026, 11, 3))), "the sender's own day");
        assert_eq!((mail.text.as_str(), &mail.html), ("Добар ден.", &None));
        let files: Vec<_> = mail.files.iter().map(|file| (file.name.as_str(), file.bytes.len(), file.inline)).collect();
        assert_eq!(files[0], (".._birth_ certificate.pdf", 9, false), "a name leads nowhere");
        assert_eq!(files[1].0, "Before.eml");
        let inside = Mail::read(&mail.files[1].bytes).unwrap();
        assert_eq!((inside.subject.as_str(), inside.text.as_str()), ("Before", "first"));
    }

    #[test]
    fn html_is_kept_apart_and_a_logo_is_no_file_of_its_own() {
        let mail = read(&format!(
            "{HEAD}Content-Type: multipart/related; boundary=B\n\n--B\nContent-Type: text/html; charset=utf-8\n\n\
             <p>Hello <img src=\"cid:logo\"></p>\n--B\nContent-Type: image/png; name=logo.png\nContent-ID: <logo>\n\
             Content-Disposition: inline\nContent-Transfer-Encoding: base64\n\niVBORw0KGgo=\n--B--\n"
        ));
        assert_eq!(mail.text, "");
        assert!(mail.html.as_deref().unwrap().contains("<p>Hello"));
        assert!(mail.files[0].inline);
    }

    /// Whether the pictures of a mail with this HTML, this kind of whole and these heads of pictures are parts of how its text looks.
    fn inline(whole: &str, page: &str, heads: &[&str]) -> Vec<bool> {
        let pictures: String = heads
            .iter()
            .map(|head| format!("--B\nContent-Type: image/png; name=a.png\n{head}Content-Transfer-Encoding: base64\n\niVBORw0KGgo=\n"))
            .collect();
        let page = format!("--B\nContent-Type: text/html; charset=utf-8\n\n{page}\n");
        let mail = read(&format!("{HEAD}Content-Type: multipart/{whole}; boundary=B\n\n{page}{pictures}--B--\n"));
        assert_eq!(mail.files.len(), heads.len());
        mail.files.iter().map(|file| file.inline).collect()
    }

    #[test]
    fn a_picture_that_no_text_shows_is_a_file_of_its_own() {
        let (page, logo) = ("<p>See <img src=\"CID:lo%67o@x\"></p>", "Content-ID: <logo@x>\n");
        assert_eq!(inline("related", page, &[logo, "", "Content-ID: <logo>\n", "Content-ID: <scan@x>\n"]), [true, false, false, false]);
        assert_eq!(inline("related", page, &[&format!("{logo}Content-Disposition: inline\n")]), [true]);
        assert_eq!(inline("related", page, &[&format!("{logo}Content-Disposition: attachment\n")]), [false]);
        assert_eq!(
            inline("mixed", page, &[logo, "", "Content-Disposition: inline\n"]),
            [false, false, false],
            "photographs from a telephone"
        );
        assert_eq!(inline("related", "<p>cid:</p>", &["Content-ID: <>\n"]), [false]);
    }

    #[test]
    fn an_empty_text_hides_no_html() {
        let both = |text: &str| {
            read(&format!(
                "{HEAD}Content-Type: multipart/alternative; boundary=B\n\n--B\nContent-Type: text/plain; charset=utf-8\n\n{text}\n--B\n\
                 Content-Type: text/html\n\n<b>rich</b>\n--B--\n"
            ))
        };
        for blank in ["", " \n\n ", "\u{a0}\u{200b}"] {
            let mail = both(blank);
            assert_eq!((mail.text.as_str(), mail.html.as_deref(), mail.also_html), ("", Some("<b>rich</b>"), None), "{blank:?}");
        }
        let mail = both("plain");
        assert_eq!((mail.text.as_str(), mail.html, mail.also_html.as_deref()), ("plain", None, Some("<b>rich</b>")));
    }

    #[test]
    fn of_two_forms_of_one_text_the_plain_one_is_read() {
        let mail = read(&format!(
            "{HEAD}Content-Type: multipart/alternative; boundary=B\n\n--B\nContent-Type: text/plain\n\nplain\n--B\n\
             Content-Type: text/html\n\n<b>rich</b>\n--B--\n"
        ));
        assert_eq!((mail.text.as_str(), mail.html, mail.files.len()), ("plain", None, 0));
    }

    #[test]
    fn a_text_in_an_unnamed_encoding_is_guessed() {
        let said = "Почитувани, барањето за упис на детето е примено и ќе биде решено во законскиот рок.";
        let bytes = [HEAD.replace('\n', "\r\n").as_bytes(), b"\r\n", &encoding_rs::WINDOWS_1251.encode(said).0].concat();
        assert_eq!(Mail::read(&bytes).unwrap().text, said);
    }

    #[test]
    fn what_is_no_mail_is_called_so() {
        for bytes in [&b""[..], b"just a text", b"Note: remember the milk\n\nand bread", b"%PDF-1.7\n", b"\0\0\0\0"] {
            assert_eq!(Mail::read(bytes).unwrap_err().why, Refusal::NotAMail, "{bytes:?}");
        }
    }
}
