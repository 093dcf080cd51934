//! The texts of a pack: Fluent messages without arguments, since nobody would fill them.

use std::{collections::BTreeMap, fmt};

use fluent_syntax::{
    ast::{Entry, PatternElement},
    parser,
};

/// Why the texts of a pack cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PackUnreadable {
    /// Not Fluent, from this line on.
    Line(usize),
    /// A message that is there twice.
    Twice(String),
    /// A message that is more than text: it has a term, an argument, a choice or an attribute.
    NotPlain(String),
}

impl fmt::Display for PackUnreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Line(line) => write!(f, "line {line} is not written as `id = text`"),
            Self::Twice(id) => write!(f, "text \"{id}\" is there twice"),
            Self::NotPlain(id) => write!(f, "text \"{id}\" is more than plain text"),
        }
    }
}

impl std::error::Error for PackUnreadable {}

/// Reads one language of a pack: its messages by their ids.
///
/// # Errors
/// See [`PackUnreadable`].
pub fn pack_messages(text: &str) -> Result<BTreeMap<String, String>, PackUnreadable> {
    let resource = parser::parse(text).map_err(|(_, errors)| {
        let at = errors.first().map_or(0, |error| error.pos.start).min(text.len());
        PackUnreadable::Line(1 + text.as_bytes()[..at].iter().filter(|byte| **byte == b'\n').count())
    })?;
    let mut messages = BTreeMap::new();
    for entry in resource.body {
        match entry {
            Entry::Message(message) => {
                let id = message.id.name.to_owned();
                let not_plain = || PackUnreadable::NotPlain(id.clone());
                let pattern = message.value.filter(|_| message.attributes.is_empty()).ok_or_else(not_plain)?;
                let mut whole = String::new();
                for element in pattern.elements {
                    match element {
                        PatternElement::TextElement { value } => whole.push_str(value),
                        PatternElement::Placeable { .. } => return Err(not_plain()),
                    }
                }
                if messages.insert(id.clone(), whole).is_some() {
                    return Err(PackUnreadable::Twice(id));
                }
            }
            Entry::Term(term) => return Err(PackUnreadable::NotPlain(format!("-{}", term.id.name))),
            // What is no Fluent was an error above.
            Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) | Entry::Junk { .. } => {}
        }
    }
    Ok(messages)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_messages_are_read_with_their_lines_joined() {
        let messages =
            pack_messages("# said to families\ntype = Enrolment\ntype-about =\n    One line,\n    and another.\n").expect("it is plain");
        assert_eq!(messages["type"], "Enrolment");
        assert_eq!(messages["type-about"], "One line,\nand another.");
    }

    #[test]
    fn what_is_no_plain_text_is_refused_by_name_or_line() {
        for (text, wrong) in [
            ("a = b\nnothing here\n", PackUnreadable::Line(2)),
            ("a = b\na = c\n", PackUnreadable::Twice("a".to_owned())),
            ("a = { $name }\n", PackUnreadable::NotPlain("a".to_owned())),
            ("a = b\n    .label = c\n", PackUnreadable::NotPlain("a".to_owned())),
            ("-term = b\n", PackUnreadable::NotPlain("-term".to_owned())),
        ] {
            assert_eq!(pack_messages(text), Err(wrong), "{text}");
        }
    }
}
