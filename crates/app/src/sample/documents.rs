//! Papers that people send to a sample office, made when it is made: nothing of them is kept as a file of the product.

use base64::{Engine, prelude::BASE64_STANDARD};
use praesto_contract::Day;
use praesto_letters::{Block, Kind, Letter, Window};
use serde::Serialize;

use crate::error::AppError;

/// Where all of them are written.
const PLACE: &str = "Lindara";
/// Bytes of a line of base64 before it is written, as mails have them.
const LINE: usize = 57;

/// A paper: what stands on it, and as what it comes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Paper {
    pub form: Form,
    pub language: &'static str,
    /// Who wrote it, and how to reach them by mail.
    pub from: String,
    pub mail: String,
    /// To whom.
    pub office: String,
    pub title: String,
    pub day: Day,
    pub lines: Vec<String>,
}

/// As what a paper comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Form {
    Pdf,
    /// A picture of the page, a little askew.
    Scan,
    /// A mail, to which the page is attached.
    Mail,
    /// A text that can be written on.
    Text,
}

/// Makes a paper in a form that is not made here: the ending of its name, and its bytes. None leaves it a PDF.
pub type Press<'a> = dyn Fn(&Paper, &[u8]) -> Option<(&'static str, Vec<u8>)> + 'a;

impl Paper {
    /// The ending of its name, and its bytes.
    pub(crate) fn make(&self, press: &Press<'_>) -> Result<(&'static str, Vec<u8>), AppError> {
        let page = self.page()?;
        Ok(match self.form {
            Form::Pdf => ("pdf", page),
            Form::Mail => ("eml", self.mail(&page)),
            Form::Scan | Form::Text => press(self, &page).unwrap_or(("pdf", page)),
        })
    }

    /// The page, as PDF.
    fn page(&self) -> Result<Vec<u8>, AppError> {
        let number = |number: i8| u8::try_from(number).unwrap_or(1);
        let letter = Letter {
            language: self.language.to_owned(),
            office: self.from.clone(),
            title: self.title.clone(),
            recipient: vec![self.office.clone()],
            window: Window::Left,
            about: vec![(PLACE.to_owned(), day(self.language, self.day))],
            reference: String::new(),
            day: (u16::try_from(self.day.0.year()).unwrap_or(0), number(self.day.0.month()), number(self.day.0.day())),
            blocks: self.lines.iter().map(|line| Block { kind: Kind::Text, text: line.clone() }).collect(),
        };
        praesto_letters::make(&letter, &|page, pages| format!("{page}/{pages}"))
            .map_err(|_| AppError::Internal("a sample paper is refused"))
    }

    /// A mail with the page.
    fn mail(&self, page: &[u8]) -> Vec<u8> {
        let word = |text: &str| format!("=?utf-8?B?{}?=", BASE64_STANDARD.encode(text));
        let packed = |bytes: &[u8]| bytes.chunks(LINE).map(|line| BASE64_STANDARD.encode(line)).collect::<Vec<_>>().join("\r\n");
        // A name in Latin letters without marks is read by every program.
        let head = [
            format!("Message-ID: <{}.{}@example.org>", self.day, self.mail.replace('@', ".")),
            format!("From: {} <{}>", word(&self.from), self.mail),
            "To: <office@example.org>".to_owned(),
            format!("Subject: {}", word(&self.title)),
            format!("Date: {}", jiff::fmt::strtime::format("%d %b %Y 08:15:00 +0100", self.day.0).unwrap_or_default()),
            "MIME-Version: 1.0".to_owned(),
            "Content-Type: multipart/mixed; boundary=\"=_page\"".to_owned(),
        ];
        let text = self.lines.join("\r\n\r\n");
        let parts = [
            "--=_page\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n".to_owned(),
            packed(text.as_bytes()),
            "--=_page\r\nContent-Type: application/pdf; name=\"page.pdf\"\r\nContent-Disposition: attachment; filename=\"page.pdf\"\r\n\
             Content-Transfer-Encoding: base64\r\n"
                .to_owned(),
            packed(page),
            "--=_page--\r\n".to_owned(),
        ];
        format!("{}\r\n\r\n{}", head.join("\r\n"), parts.join("\r\n")).into_bytes()
    }
}

/// A day as people of a language write it in a note.
pub(crate) fn day(language: &str, day: Day) -> String {
    let form = match language {
        "en" => "%-d %B %Y",
        "fr" => "%d/%m/%Y",
        _ => "%-d.%-m.%Y",
    };
    jiff::fmt::strtime::format(form, day.0).unwrap_or_else(|_| day.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paper(form: Form) -> Paper {
        Paper {
            form,
            language: "mk",
            from: "Јана Ковинков".to_owned(),
            mail: "citizen0001@example.org".to_owned(),
            office: "Општина Линдара".to_owned(),
            title: "Извод од матична книга".to_owned(),
            day: "2026-11-02".parse().expect("a day"),
            lines: vec!["Дете: Сара".to_owned(), "Адреса: ул. Липова бр. 4".to_owned()],
        }
    }

    #[test]
    fn a_mail_is_read_with_its_words_and_its_page() {
        let (ending, bytes) = paper(Form::Mail).make(&|_, _| None).expect("a mail is made");
        let mail = praesto_formats::mail::Mail::read(&bytes).expect("it is read");
        assert_eq!((ending, mail.subject.as_str()), ("eml", "Извод од матична книга"));
        assert!(mail.files.iter().any(|file| file.name == "page.pdf" && file.bytes.starts_with(b"%PDF-")));
    }

    #[test]
    fn what_is_not_made_here_stays_a_page() {
        let (ending, bytes) = paper(Form::Scan).make(&|_, _| None).expect("a page is made");
        assert_eq!((ending, &bytes[..5]), ("pdf", &b"%PDF-"[..]));
        let (ending, _) = paper(Form::Scan).make(&|_, page| Some(("png", page.to_vec()))).expect("a picture is made");
        assert_eq!(ending, "png");
    }
}
