//! A page of HTML that any browser reads by itself: no script, nothing fetched, everything escaped.

use std::fmt::Write;

/// What a cell or a line of a page says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Said {
    Text(String),
    /// A file beside the page, by its path from there.
    File {
        path: String,
        name: String,
    },
}

impl From<String> for Said {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

/// A page that is being written, from its top to its end.
#[derive(Debug)]
pub struct Page(String);

/// How it looks on a screen and on paper. The browser's own typefaces.
const STYLE: &str = "\
body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#151515;background:#fff}\
h1{font-size:1.6rem;line-height:1.25;margin:0}h2{font-size:1.2rem;margin:2rem 0 .5rem;border-bottom:1px solid #c7c7c7;padding-bottom:.25rem}\
h3{font-size:1rem;margin:1rem 0 .25rem}p{margin:.25rem 0}.pre{white-space:pre-wrap}.small{color:#4d4d4d;font-size:.875rem}\
dl{display:grid;grid-template-columns:minmax(8rem,16rem) 1fr;gap:.25rem 1rem;margin:.5rem 0}dt{color:#4d4d4d}dd{margin:0;white-space:pre-wrap}\
table{border-collapse:collapse;width:100%;margin:.5rem 0}th,td{text-align:left;vertical-align:top;padding:.25rem .5rem .25rem 0;border-bottom:1px solid #e0e0e0}\
td{white-space:pre-wrap}th{color:#4d4d4d;font-weight:600}.warn{border-left:4px solid #b98412;padding:.25rem .75rem;margin:.5rem 0}\
*{overflow-wrap:anywhere}a{color:#0066cc}\
@media(max-width:30rem){dl{grid-template-columns:1fr}dt{margin-top:.5rem}}\
@media print{body{margin:0;max-width:none;font-size:11pt}h2,h3{break-after:avoid}tr,dd{break-inside:avoid}a{color:inherit;text-decoration:none}}";

impl Page {
    /// A page in a language (`de`), with its title.
    pub fn new(language: &str, title: &str) -> Self {
        let mut page = Self(String::with_capacity(16 << 10));
        page.raw("<!DOCTYPE html>\n<html lang=\"").text(language).raw("\">\n<head>\n<meta charset=\"utf-8\"/>\n");
        // Whoever opens it runs nothing and asks nobody, whatever the case holds.
        page.raw("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\"/>\n");
        page.raw("<meta name=\"referrer\" content=\"no-referrer\"/>\n<meta name=\"viewport\" content=\"width=device-width\"/>\n<title>");
        page.text(title).raw("</title>\n<style>").raw(STYLE).raw("</style>\n</head>\n<body>\n<main>\n");
        page
    }

    /// A heading, of level 1 to 3.
    pub fn heading(&mut self, level: u8, text: &str) -> &mut Self {
        let level = char::from(b'0' + level.clamp(1, 3));
        let _ = write!(self.0, "<h{level}>");
        self.text(text);
        let _ = writeln!(self.0, "</h{level}>");
        self
    }

    /// A paragraph; its lines stay lines.
    pub fn paragraph(&mut self, text: &str) -> &mut Self {
        self.raw("<p class=\"pre\">").text(text).raw("</p>\n")
    }

    /// A paragraph in small type.
    pub fn small(&mut self, text: &str) -> &mut Self {
        self.raw("<p class=\"small\">").text(text).raw("</p>\n")
    }

    /// Something to heed.
    pub fn warning(&mut self, text: &str) -> &mut Self {
        self.raw("<p class=\"warn\">").text(text).raw("</p>\n")
    }

    /// Names and what stands under each; nothing where there are none.
    pub fn facts(&mut self, facts: &[(String, String)]) -> &mut Self {
        if facts.is_empty() {
            return self;
        }
        self.raw("<dl>\n");
        for (name, value) in facts {
            self.raw("<dt>").text(name).raw("</dt><dd>").text(value).raw("</dd>\n");
        }
        self.raw("</dl>\n")
    }

    /// A table with its head.
    pub fn table(&mut self, head: &[String], rows: &[Vec<Said>]) -> &mut Self {
        self.raw("<table>\n<thead><tr>");
        for name in head {
            self.raw("<th scope=\"col\">").text(name).raw("</th>");
        }
        self.raw("</tr></thead>\n<tbody>\n");
        for row in rows {
            self.raw("<tr>");
            for cell in row {
                self.raw("<td>").said(cell).raw("</td>");
            }
            self.raw("</tr>\n");
        }
        self.raw("</tbody>\n</table>\n")
    }

    /// The bytes of the page.
    pub fn finish(mut self) -> Vec<u8> {
        self.raw("</main>\n</body>\n</html>\n");
        self.0.into_bytes()
    }

    fn said(&mut self, said: &Said) -> &mut Self {
        match said {
            Said::Text(text) => self.text(text),
            Said::File { path, name } => self.raw("<a href=\"").raw(&href(path)).raw("\">").text(name).raw("</a>"),
        }
    }

    fn raw(&mut self, text: &str) -> &mut Self {
        self.0.push_str(text);
        self
    }

    /// Text of a stranger's: every sign that HTML means something by is written as what it is, and what cannot be in a page is left out.
    fn text(&mut self, text: &str) -> &mut Self {
        for sign in text.chars() {
            match sign {
                '&' => self.0.push_str("&amp;"),
                '<' => self.0.push_str("&lt;"),
                '>' => self.0.push_str("&gt;"),
                '"' => self.0.push_str("&quot;"),
                '\'' => self.0.push_str("&#39;"),
                '\n' | '\t' => self.0.push(sign),
                // Directions that turn the rest of a line around would make it say something else.
                '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {}
                sign if sign.is_control() => {}
                sign => self.0.push(sign),
            }
        }
        self
    }
}

/// A path from the page, so written that a browser takes it for nothing else.
fn href(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    for byte in path.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'/' => out.push(char::from(byte)),
            byte => {
                let _ = write!(out, "%{byte:02X}");
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use quick_xml::events::Event;

    use super::*;

    #[test]
    fn nothing_that_somebody_wrote_becomes_markup() {
        let evil = "</title><script>alert(1)</script>\u{202e}\u{0}<img src=x onerror='a' \">&amp;";
        let mut page = Page::new("en\"><script>", evil);
        page.heading(1, evil).paragraph(evil).small(evil).warning(evil).facts(&[(evil.to_owned(), evil.to_owned())]);
        let file = Said::File { path: format!("files/{evil}"), name: evil.to_owned() };
        page.table(&[evil.to_owned()], &[vec![evil.to_owned().into(), file]]);
        let text = String::from_utf8(page.finish()).unwrap();
        for never in ["<script", "<img", "\u{202e}", "\u{0}"] {
            assert!(!text.contains(never), "{never:?} in {text}");
        }
        assert_eq!(text.matches("<title>").count(), 1);
        // It is XML too, so that a strict reader says where a text would have become markup.
        let seen: String = evil.chars().filter(|sign| !sign.is_control() && *sign != '\u{202e}').collect();
        let (mut elements, mut heading, mut within) = (Vec::new(), String::new(), false);
        let mut reader = quick_xml::Reader::from_str(&text);
        loop {
            match reader.read_event().unwrap() {
                Event::Eof => break,
                Event::Start(tag) | Event::Empty(tag) => {
                    let name = tag.name().as_ref().to_owned();
                    within = name == "h1";
                    elements.push(name);
                }
                Event::End(_) => within = false,
                Event::Text(part) if within => heading.push_str(&part),
                Event::GeneralRef(part) if within => heading.push(match &*part {
                    "lt" => '<',
                    "gt" => '>',
                    "amp" => '&',
                    "quot" => '"',
                    _ => '\'',
                }),
                _ => {}
            }
        }
        assert_eq!(heading, seen, "the text reads as it was written");
        for never in ["script", "img"] {
            assert!(!elements.iter().any(|name| name == never), "{elements:?}");
        }
    }

    #[test]
    fn a_path_is_never_another_address() {
        assert_eq!(href("files/001 a#b?c:%.pdf"), "files/001%20a%23b%3Fc%3A%25.pdf");
        assert_eq!(href("files/001 Ќ"), "files/001%20%D0%8C");
    }
}
