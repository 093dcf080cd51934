//! The texts that a pack has to bring.

use super::{CaseType, FieldKind};

/// Languages that packs can speak.
pub const LANGUAGES: [&str; 5] = ["en", "fr", "de", "mk", "sq"];

/// The message that says in a sentence what a type is about.
pub(super) const ABOUT: &str = "type-about";

/// What the message of a field's help ends with, and so no choice of a field can be called.
pub(super) const HELP: &str = "help";

impl CaseType {
    /// Ids of all texts that every language of the pack has to bring: names of the type, sections, fields, choices, states, steps, outcomes,
    /// terms and letters, and the legal basis of each term.
    pub fn messages(&self) -> Vec<String> {
        let mut ids = vec!["type".to_owned(), ABOUT.to_owned()];
        ids.extend(self.sections.iter().map(|section| format!("section-{}", section.id)));
        for field in self.form.fields() {
            ids.push(format!("field-{}", field.id));
            if let FieldKind::Choice(choices) = &field.kind {
                ids.extend(choices.iter().map(|choice| format!("field-{}-{choice}", field.id)));
            }
        }
        ids.extend(self.states.iter().map(|state| format!("state-{}", state.id)));
        ids.extend(self.steps.iter().map(|step| format!("step-{}", step.id)));
        ids.extend(self.outcomes.iter().map(|outcome| format!("outcome-{}", outcome.id)));
        for rule in &self.deadlines {
            ids.push(format!("deadline-{}", rule.id));
            ids.push(format!("deadline-{}-basis", rule.id));
        }
        ids.extend(self.letters.iter().map(|letter| format!("letter-{}", letter.id)));
        ids
    }

    /// Ids of texts that a language may bring: what helps to fill in a field.
    pub fn optional_messages(&self) -> Vec<String> {
        self.form.fields().iter().map(|field| format!("field-{}-{HELP}", field.id)).collect()
    }
}
