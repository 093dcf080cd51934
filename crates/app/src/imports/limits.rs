//! The limits of a case, as an import names them.

use praesto_domain::casework::{CaseChange, ChangeRefused, validate};

use super::Item;
use crate::documents::EditRefused;

/// More text than one case takes at once.
pub(super) const CASE: &str = "beyond-case";

/// The code of the limit that an item breaks by itself; none where it fits.
pub(super) fn beyond(item: &Item) -> Option<&'static str> {
    let title = CaseChange::SetTitle { title: item.title.clone() };
    std::iter::once(&title).chain(&item.changes).find_map(|change| validate(change).err()).map(|refused| of(&refused))
}

/// The code of why a case did not take what was imported.
pub(super) fn named(refused: &EditRefused) -> &'static str {
    match refused {
        EditRefused::Limit(refused) => of(refused),
        EditRefused::TooMany { .. } => "beyond-entries",
        _ => CASE,
    }
}

fn of(refused: &ChangeRefused) -> &'static str {
    match refused {
        ChangeRefused::Unprintable { .. } => "unprintable",
        ChangeRefused::TooLong { what, .. } | ChangeRefused::Empty { what } => match *what {
            "title" => "beyond-title",
            "reference" => "beyond-reference",
            "field" => "beyond-field",
            "tag" => "beyond-tag",
            "party" | "role" | "contact" => "beyond-party",
            "note" | "history" => "beyond-note",
            "deadline" => "beyond-deadline",
            _ => CASE,
        },
        _ => CASE,
    }
}
