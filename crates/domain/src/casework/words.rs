//! What of a case can be found by its words.

use super::{Case, FieldValue};

/// Everything in a case that can be found by its words, as it is written; the index folds it. Removed and withdrawn entries stay findable: the file
/// still holds them.
pub fn search_text(case: &Case) -> String {
    let mut words: Vec<&str> = Vec::new();
    words.extend(case.reference.0.iter().chain(&case.title.0).map(|stamped| stamped.value.as_str()));
    words.extend(case.origin.as_deref());
    words.extend(case.tags.iter().map(String::as_str));
    for party in &case.parties {
        words.extend(party.name.0.iter().chain(&party.role.0).chain(&party.contact.0).map(|stamped| stamped.value.as_str()));
    }
    for stamped in case.fields.values().flat_map(|slot| &slot.0) {
        if let FieldValue::Text(text) = &stamped.value {
            words.push(text);
        }
    }
    words.extend(case.notes.iter().map(|note| note.text.as_str()));
    words.extend(case.attachments.iter().flat_map(|attachment| &attachment.name.0).map(|stamped| stamped.value.as_str()));
    words.extend(case.tasks.iter().flat_map(|task| &task.text.0).map(|stamped| stamped.value.as_str()));
    words.extend(case.deadlines.iter().flat_map(|deadline| &deadline.label.0).map(|stamped| stamped.value.as_str()));
    words.extend(case.decisions.iter().flat_map(|decision| [decision.outcome.as_str(), decision.reason.as_str()]));
    for event in &case.events {
        match &event.kind {
            super::EventKind::Imported { text: said, .. }
            | super::EventKind::HandedOver { words: said, .. }
            | super::EventKind::GivenBack { words: said, .. } => words.push(said),
            super::EventKind::LetterFiled(letter) => words.extend([letter.title.as_str(), &letter.recipient, &letter.text]),
            _ => {}
        }
    }
    words.retain(|word| !word.is_empty());
    words.join("\n")
}
