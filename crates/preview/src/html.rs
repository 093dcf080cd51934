//! HTML as the text that it says. Nothing of it is run, and nothing that it names is fetched.

use praesto_formats::text::decode;

use crate::{Cannot, Look, Shown, TEXT_CHARS, bounded};

/// Longest page that is read, in bytes.
const BYTES: usize = 4 << 20;
/// Columns of what it becomes: tables are drawn with signs.
const COLUMNS: usize = 100;

pub(crate) fn look(base: Look, bytes: &[u8]) -> Result<Look, Cannot> {
    let base = base.of_pages(1)?;
    let (page, _) = decode(bytes);
    let (text, goes_on) = read(&page)?;
    Ok(Look { goes_on, shown: Shown::Text { text }, ..base })
}

/// The text of a page, and whether it goes on.
pub(crate) fn read(page: &str) -> Result<(String, bool), Cannot> {
    let end = (0..=page.len().min(BYTES)).rev().find(|at| page.is_char_boundary(*at)).unwrap_or(0);
    let text = html2text::config::plain_no_decorate().string_from_read(&page.as_bytes()[..end], COLUMNS).map_err(|_| Cannot::Damaged)?;
    let (text, cut) = bounded(text.trim(), TEXT_CHARS);
    Ok((text, cut || end < page.len()))
}
