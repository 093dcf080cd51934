//! What is shown of any document, within its bounds. Whoever reads a document keeps to them, and whoever is told of one holds the answer against them
//! again: it may have been written by the document.

use crate::{Block, CELL_CHARS, COLUMNS, Look, PartLook, ROWS, Shown, TEXT_CHARS};

/// Blocks of one document.
pub const BLOCKS: usize = 5_000;
/// Cells of all tables of one document, or of one page: as many as one table may have.
pub const CELLS: usize = ROWS * COLUMNS;
/// Characters of everything that is written on one page.
pub const ALL_CHARS: usize = 1_000_000;
/// Characters of one line: a name, a title, an address.
pub(crate) const LINE_CHARS: usize = 1_000;
/// Files of a mail, and people in one line of its head.
pub(crate) const LISTED: usize = 1_000;

/// A text, cut where it is longer than so many characters; whether it was. What nobody sees and turns the direction of reading is left out.
pub(crate) fn bounded(text: &str, most: usize) -> (String, bool) {
    let text: String = text.chars().filter(|sign| !hidden(*sign)).take(most + 1).collect();
    match text.char_indices().nth(most) {
        Some((at, _)) => (text[..at].to_owned(), true),
        None => (text, false),
    }
}

/// Controls, and marks that turn the direction of what follows.
fn hidden(sign: char) -> bool {
    (sign.is_control() && !matches!(sign, '\n' | '\t')) || matches!(sign, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// The text of a cell, cut with a sign that it goes on.
pub(crate) fn cell(text: &str) -> String {
    match bounded(text, CELL_CHARS) {
        (text, true) => text + "…",
        (text, false) => text,
    }
}

/// Rows of one width, no more than there is room for; whether there were more. A table without a word is none.
pub(crate) fn table(mut rows: Vec<Vec<String>>, room: usize) -> (Option<Vec<Vec<String>>>, bool) {
    let width = rows.iter().map(Vec::len).max().unwrap_or_default().min(COLUMNS);
    if rows.iter().flatten().all(String::is_empty) {
        return (None, false);
    }
    let most = room.checked_div(width).unwrap_or_default().min(ROWS);
    let cut = rows.len() > most || rows.iter().any(|cells| cells.len() > width);
    rows.truncate(most);
    rows.iter_mut().for_each(|cells| cells.resize(width, String::new()));
    (Some(rows).filter(|rows| !rows.is_empty()), cut)
}

impl Look {
    /// The same within every bound, and without what nobody sees.
    #[must_use]
    pub fn within_bounds(self) -> Self {
        let mut room = Room { chars: ALL_CHARS, cells: CELLS, cut: false };
        let pages = self.pages.max(1);
        let shown = match self.shown {
            Shown::Page { text } => Shown::Page { text: room.text(&text, TEXT_CHARS) },
            Shown::Picture { width, height } => Shown::Picture { width, height },
            Shown::Text { text } => Shown::Text { text: room.text(&text, TEXT_CHARS) },
            Shown::Blocks { blocks } => {
                room.cut |= blocks.len() > BLOCKS;
                Shown::Blocks { blocks: blocks.into_iter().take(BLOCKS).filter_map(|block| room.block(block)).collect() }
            }
            Shown::Mail { mut head, text, html, page, files } => {
                head.subject = line(&head.subject);
                for people in [&mut head.from, &mut head.to, &mut head.cc] {
                    people.truncate(LISTED);
                    people.iter_mut().for_each(|person| *person = line(person));
                }
                let (text, page) = (room.text(&text, TEXT_CHARS), page.map(|page| room.text(&page, TEXT_CHARS)));
                room.cut |= files.len() > LISTED;
                let file = |file: PartLook| PartLook { name: line(&file.name), media_type: line(&file.media_type), ..file };
                Shown::Mail { head, text, html, page, files: files.into_iter().take(LISTED).map(file).collect() }
            }
        };
        Self {
            name: line(&self.name),
            media_type: line(&self.media_type),
            title: line(&self.title),
            page: self.page.clamp(1, pages),
            pages,
            goes_on: self.goes_on || room.cut,
            shown,
            ..self
        }
    }
}

fn line(text: &str) -> String {
    bounded(text, LINE_CHARS).0.replace('\n', " ")
}

/// What there is room for still.
struct Room {
    chars: usize,
    cells: usize,
    cut: bool,
}

impl Room {
    fn text(&mut self, text: &str, most: usize) -> String {
        let (text, cut) = bounded(text, most.min(self.chars));
        self.cut |= cut;
        self.chars -= text.chars().count();
        text
    }

    fn block(&mut self, block: Block) -> Option<Block> {
        Some(match block {
            Block::Heading(text) => Block::Heading(self.text(&text, TEXT_CHARS)),
            Block::Paragraph(text) => Block::Paragraph(self.text(&text, TEXT_CHARS)),
            Block::Table(rows) => {
                let (rows, cut) = table(rows, self.cells);
                self.cut |= cut;
                let mut rows = rows?;
                self.cells -= rows.iter().map(Vec::len).sum::<usize>();
                // A sign more than a cell has: that it goes on.
                rows.iter_mut().flatten().for_each(|text| *text = self.text(text, CELL_CHARS + 1));
                Block::Table(rows)
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::MailHead;

    fn look(shown: Shown) -> Look {
        Look {
            name: "a\u{202e}b".repeat(LINE_CHARS),
            media_type: "text/plain".to_owned(),
            size: 1,
            page: 9,
            pages: 0,
            title: String::new(),
            goes_on: false,
            left_out: false,
            shown,
        }
    }

    #[test]
    fn a_text_is_cut_at_its_bound_and_turns_nothing_around() {
        assert_eq!(bounded("жabc", 4), ("жabc".to_owned(), false));
        assert_eq!(bounded("жabcd", 4), ("жabc".to_owned(), true));
        assert_eq!(bounded("photo\u{202e}gpj\u{7}", 50), ("photogpj".to_owned(), false));
    }

    #[test]
    fn whatever_is_answered_stays_within_the_bounds_of_the_whole_document() {
        let empty = || Block::Table(vec![vec![String::new(); COLUMNS]; ROWS]);
        let full = || Block::Table(vec![vec!["\u{202e}x".repeat(40); COLUMNS + 1]; ROWS + 1]);
        let long = || Block::Table(vec![vec!["\u{202e}x".repeat(CELL_CHARS * 2)]]);
        let text = || Block::Paragraph("ж".repeat(TEXT_CHARS + 1));
        let mut blocks = vec![empty(), long(), full(), full(), text()];
        blocks.extend((0..BLOCKS).map(|_| Block::Heading("x".to_owned())));
        let look = look(Shown::Blocks { blocks }).within_bounds();
        assert!(look.goes_on && look.name.chars().count() == LINE_CHARS && !look.name.contains('\u{202e}'));
        assert_eq!((look.page, look.pages), (1, 1));
        let Shown::Blocks { blocks } = look.shown else { panic!("blocks") };
        let (mut cells, mut chars) = (0, 0);
        for block in &blocks {
            match block {
                Block::Table(rows) => {
                    assert!(rows.len() <= ROWS && rows.iter().all(|cells| cells.len() <= COLUMNS));
                    cells += rows.iter().map(Vec::len).sum::<usize>();
                    chars += rows.iter().flatten().map(|text| text.chars().count()).sum::<usize>();
                    assert!(rows.iter().flatten().all(|text| text.chars().count() <= CELL_CHARS + 1 && !text.contains('\u{202e}')));
                }
                Block::Heading(text) | Block::Paragraph(text) => chars += text.chars().count(),
            }
        }
        assert!(cells > 0 && cells <= CELLS && chars <= ALL_CHARS && blocks.len() <= BLOCKS, "{cells} cells, {chars} characters");
    }

    #[test]
    fn what_is_answered_of_a_mail_turns_nothing_around() {
        let head = MailHead {
            subject: "pay\u{202e}0001".to_owned(),
            from: vec!["a\u{2066}b\u{1b}".to_owned(); LISTED + 1],
            to: Vec::new(),
            cc: Vec::new(),
            sent: None,
        };
        let file = PartLook { name: "photo\u{202e}gpj".to_owned(), media_type: String::new(), size: 1 };
        let (text, page) = ("x".repeat(TEXT_CHARS + 1), Some("\u{202e}y".to_owned()));
        let look = look(Shown::Mail { head, text, html: false, page, files: vec![file; LISTED + 1] }).within_bounds();
        let Shown::Mail { head, text, page, files, .. } = look.shown else { panic!("a mail") };
        assert_eq!((head.subject.as_str(), head.from.len(), head.from[0].as_str()), ("pay0001", LISTED, "ab"));
        assert_eq!((text.len(), page.as_deref(), files.len(), files[0].name.as_str()), (TEXT_CHARS, Some("y"), LISTED, "photogpj"));
        assert!(look.goes_on);
    }
}
