//! Written documents (DOCX, ODT) as their text: headings, paragraphs, tables. How they look, and what they run, is left alone.
//! Names of elements: ECMA-376 part 1, section 17; OpenDocument 1.3 part 3.

use quick_xml::Reader;
use quick_xml::events::{BytesRef, BytesStart, Event};

use crate::bounds::{self, BLOCKS, CELLS};
use crate::{Block, COLUMNS, Cannot, Look, ROWS, Shown, TEXT_CHARS, bounded, cell, unpack};

/// Elements that stand in each other.
const DEPTH: usize = 256;
/// Elements whose text is none of the document's: what was struck out, remarks, fields, stops of a ruler, styles.
const APART: [&str; 11] = [
    "del",
    "moveFrom",
    "delText",
    "instrText",
    "Fallback",
    "tabs",
    "tracked-changes",
    "annotation",
    "note-citation",
    "binary-data",
    "automatic-styles",
];
/// Elements that say that there is something besides the text: pictures, what is drawn, headers, footers, notes of a DOCX, remarks.
const LEFT_OUT: [&str; 13] = [
    "drawing",
    "pict",
    "object",
    "headerReference",
    "footerReference",
    "footnoteReference",
    "endnoteReference",
    "commentReference",
    "frame",
    "image",
    "custom-shape",
    "annotation",
    "altChunk",
];
/// What stands in the styles of an OpenDocument that has headers or footers.
const HEADED: [&str; 4] = ["<style:header>", "<style:header ", "<style:footer>", "<style:footer "];
/// How styles of headings begin, in the languages in which word processors name them.
const HEADINGS: [&str; 5] = ["heading", "title", "berschrift", "titel", "titre"];

pub(crate) fn look(base: Look, bytes: &[u8]) -> Result<Look, Cannot> {
    // Under a password, a DOCX is packed otherwise.
    if !bytes.starts_with(b"PK") {
        return Err(Cannot::Encrypted);
    }
    let open = base.media_type.contains("opendocument");
    let name = if open { "content.xml" } else { "word/document.xml" };
    let base = base.of_pages(1)?;
    let xml = unpack::file(bytes, name)?.ok_or(Cannot::Damaged)?;
    let read = String::from_utf8(xml).map_err(|_| Cannot::Damaged).and_then(|xml| Paper { open, ..Paper::default() }.read(&xml));
    match read {
        Ok(Read { blocks, cut, left_out }) => {
            let left_out = left_out || (open && is_headed(bytes));
            Ok(Look { goes_on: cut, left_out, shown: Shown::Blocks { blocks }, ..base })
        }
        Err(_) if open && is_sealed(bytes) => Err(Cannot::Encrypted),
        Err(cannot) => Err(cannot),
    }
}

/// Whether an OpenDocument says that its files open with a password only.
fn is_sealed(bytes: &[u8]) -> bool {
    let list = unpack::file(bytes, "META-INF/manifest.xml").ok().flatten().unwrap_or_default();
    String::from_utf8_lossy(&list).contains("encryption-data")
}

/// Whether an OpenDocument has headers or footers: they stand apart from its text.
fn is_headed(bytes: &[u8]) -> bool {
    let styles = unpack::file(bytes, "styles.xml").ok().flatten().unwrap_or_default();
    let styles = String::from_utf8_lossy(&styles);
    HEADED.iter().any(|element| styles.contains(element))
}

/// What a document says.
struct Read {
    blocks: Vec<Block>,
    /// Whether it goes on.
    cut: bool,
    /// Whether there is something besides.
    left_out: bool,
}

/// A document while it is read.
#[derive(Default)]
struct Paper {
    /// Whether it is an OpenDocument: its text stands in paragraphs, that of a DOCX in elements of their own inside them.
    open: bool,
    blocks: Vec<Block>,
    line: String,
    heading: bool,
    /// Tables that are open; what stands in an inner one is text of a cell.
    tables: usize,
    rows: Vec<Vec<String>>,
    row: Vec<String>,
    cell: String,
    /// Elements that are open, from the first whose text is left out.
    apart: usize,
    paragraphs: usize,
    texts: usize,
    chars: usize,
    /// Cells of the tables that ended.
    cells: usize,
    cut: bool,
    left_out: bool,
}

impl Paper {
    fn read(mut self, xml: &str) -> Result<Read, Cannot> {
        let mut reader = Reader::from_str(xml);
        let mut depth = 0_usize;
        loop {
            match reader.read_event().map_err(|_| Cannot::Damaged)? {
                Event::Start(start) => {
                    depth += 1;
                    if depth > DEPTH {
                        return Err(Cannot::Damaged);
                    }
                    self.begin(&start);
                }
                Event::Empty(start) => {
                    self.begin(&start);
                    self.end(start.local_name().as_ref());
                }
                Event::End(end) => {
                    depth = depth.saturating_sub(1);
                    self.end(end.local_name().as_ref());
                }
                Event::Text(text) => self.say(&text.xml10_content()),
                Event::CData(text) => self.say(&text.xml10_content()),
                Event::GeneralRef(reference) => {
                    let sign = character(&reference).ok_or(Cannot::Damaged)?;
                    self.say(sign.encode_utf8(&mut [0; 4]));
                }
                // No such document has one: it would be there to name other files, or to grow.
                Event::DocType(_) => return Err(Cannot::Damaged),
                Event::Eof if depth > 0 => return Err(Cannot::Damaged),
                Event::Eof => break,
                _ => {}
            }
            if self.chars > TEXT_CHARS || self.blocks.len() >= BLOCKS || self.cells >= CELLS {
                self.cut = true;
                break;
            }
        }
        self.end_line();
        self.end_table();
        Ok(Read { blocks: self.blocks, cut: self.cut, left_out: self.left_out })
    }

    fn begin(&mut self, start: &BytesStart<'_>) {
        let name = start.local_name();
        let name: &str = name.as_ref();
        self.left_out |= LEFT_OUT.contains(&name);
        if self.apart > 0 || APART.contains(&name) {
            self.apart += 1;
            return;
        }
        match name {
            "p" => self.paragraphs += 1,
            "h" => {
                self.paragraphs += 1;
                self.heading = true;
            }
            "t" => self.texts += 1,
            "pStyle" => self.heading = value(start, "val").is_some_and(|style| names_a_heading(&style)),
            "tab" => self.write("\t"),
            "br" | "cr" | "line-break" => self.write("\n"),
            "s" => self.write(&" ".repeat(value(start, "c").and_then(|count| count.parse().ok()).unwrap_or(1_usize).min(80))),
            "tbl" | "table" => {
                self.end_line();
                self.tables += 1;
            }
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        if self.apart > 0 {
            self.apart -= 1;
            return;
        }
        match name {
            "p" | "h" => {
                self.paragraphs = self.paragraphs.saturating_sub(1);
                self.end_line();
            }
            "t" => self.texts = self.texts.saturating_sub(1),
            "tc" | "table-cell" | "covered-table-cell" if self.tables == 1 => {
                let text = std::mem::take(&mut self.cell);
                if self.row.len() < COLUMNS { self.row.push(cell(text.trim())) } else { self.cut = true }
            }
            "tr" | "table-row" if self.tables == 1 => {
                let row = std::mem::take(&mut self.row);
                if self.rows.len() < ROWS { self.rows.push(row) } else { self.cut = true }
            }
            "tbl" | "table" => {
                self.tables = self.tables.saturating_sub(1);
                if self.tables == 0 {
                    self.end_table();
                }
            }
            _ => {}
        }
    }

    fn say(&mut self, text: &str) {
        if if self.open { self.paragraphs > 0 } else { self.texts > 0 } {
            self.write(text);
        }
    }

    fn write(&mut self, text: &str) {
        if self.apart == 0 && self.paragraphs > 0 {
            self.chars += text.chars().count();
            self.line.push_str(text);
        }
    }

    fn end_line(&mut self) {
        let (line, heading) = (std::mem::take(&mut self.line), std::mem::take(&mut self.heading));
        let (line, _) = bounded(line.trim_end(), TEXT_CHARS);
        if line.trim().is_empty() {
            return;
        }
        if self.tables > 0 {
            if !self.cell.is_empty() {
                self.cell.push('\n');
            }
            self.cell.push_str(&line);
        } else {
            self.blocks.push(if heading { Block::Heading(line) } else { Block::Paragraph(line) });
        }
    }

    fn end_table(&mut self) {
        // A sign in each of many tables would else be millions of empty cells.
        let (rows, cut) = bounds::table(std::mem::take(&mut self.rows), CELLS - self.cells);
        self.cut |= cut;
        if let Some(rows) = rows {
            self.cells += rows.iter().map(Vec::len).sum::<usize>();
            self.blocks.push(Block::Table(rows));
        }
    }
}

fn names_a_heading(style: &str) -> bool {
    let style = style.to_lowercase();
    HEADINGS.iter().any(|start| style.trim_start_matches('ü').starts_with(start))
}

/// The sign that a reference stands for; none where it is an entity of the document's own.
fn character(reference: &BytesRef<'_>) -> Option<char> {
    if reference.is_char_ref() {
        return reference.resolve_char_ref().ok().flatten();
    }
    [("amp", '&'), ("lt", '<'), ("gt", '>'), ("quot", '"'), ("apos", '\'')]
        .into_iter()
        .find_map(|(name, sign)| (**reference == *name).then_some(sign))
}

/// The value of an attribute by its local name.
fn value(start: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = start.attributes().flatten().find(|attribute| {
        let local = attribute.key.local_name();
        let local: &str = local.as_ref();
        local == name
    })?;
    Some(found.value.to_string())
}
