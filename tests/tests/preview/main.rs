//! Files of a case, shown in place: each kind as what it is, hostile ones as nothing worse than a refusal, and all of them read where they can do nothing.

mod apart;
mod cases;
mod hostile;
mod kinds;
mod printing;

use praesto_preview::{Ask, Cannot, Look, Pixels, Seen, Shown, Want, see};

/// Looks at a page of a document of this name.
fn look_at(name: &str, bytes: Vec<u8>, page: u32) -> Result<(Look, Option<Pixels>), Cannot> {
    let ask = Ask { name: name.to_owned(), part: Vec::new(), want: Want::Look { page, width: 600 } };
    match see(bytes, &ask)? {
        Seen::Look(look, pixels) => Ok((*look, pixels)),
        Seen::Bytes(..) | Seen::Sheet(..) => panic!("a look was asked for"),
    }
}

/// What a document says, line by line; cells of tables are parted by `|`.
fn words(name: &str, bytes: Vec<u8>) -> Vec<String> {
    let (look, _) = look_at(name, bytes, 1).unwrap_or_else(|cannot| panic!("{name} can be shown: {cannot}"));
    words_of(&look)
}

fn words_of(look: &Look) -> Vec<String> {
    match &look.shown {
        Shown::Text { text } | Shown::Page { text } | Shown::Mail { text, .. } => text.lines().map(str::to_owned).collect(),
        Shown::Blocks { blocks } => blocks
            .iter()
            .flat_map(|block| match block {
                praesto_preview::Block::Heading(text) => vec![format!("# {text}")],
                praesto_preview::Block::Paragraph(text) => vec![text.clone()],
                praesto_preview::Block::Table(rows) => rows.iter().map(|cells| cells.join("|")).collect(),
            })
            .collect(),
        Shown::Picture { .. } => Vec::new(),
    }
}
