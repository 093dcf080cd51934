//! Mails: their head, their text, and what came with them.

use praesto_formats::mail::{Mail, Person};
use praesto_formats::media_type_of;

use crate::{Cannot, Look, MailHead, PartLook, Shown, TEXT_CHARS, bounded, html};

pub(crate) fn look(base: Look, bytes: &[u8]) -> Result<Look, Cannot> {
    let base = base.of_pages(1)?;
    let mail = Mail::read(bytes).map_err(|_| Cannot::Damaged)?;
    let (page, html) = match &mail.html {
        // A text that cannot be read leaves the rest of the mail.
        Some(page) => (html::read(page).unwrap_or_default(), true),
        None => (<(String, bool)>::default(), false),
    };
    let whole = [mail.text.as_str(), page.0.as_str()].into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join("\n\n");
    let (text, cut) = bounded(&whole, TEXT_CHARS);
    // The other form may say something else; who reads one can look at both.
    let other = mail.also_html.as_deref().map(|page| html::read(page).unwrap_or_default());
    let (other, other_cut) = other.filter(|(text, _)| !text.is_empty()).map_or((None, false), |(text, cut)| (Some(text), cut));
    let people = |people: &[Person]| people.iter().map(Person::line).map(|line| bounded(&line, TEXT_CHARS).0).collect();
    let head = MailHead {
        subject: bounded(&mail.subject, TEXT_CHARS).0,
        from: people(&mail.from),
        to: people(&mail.to),
        cc: people(&mail.cc),
        sent: mail.sent,
    };
    let files = mail.files.iter().map(|file| PartLook {
        media_type: media_type_of(&file.name, &file.bytes[..file.bytes.len().min(512)]).to_owned(),
        name: file.name.clone(),
        size: file.bytes.len() as u64,
    });
    Ok(Look { goes_on: cut || page.1 || other_cut, shown: Shown::Mail { head, text, html, page: other, files: files.collect() }, ..base })
}
