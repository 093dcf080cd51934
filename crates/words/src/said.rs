//! Errors and other coded events, said in full: what happened, what is safe, what to do.

use std::collections::BTreeMap;

use crate::{Value, Words};

/// Arguments as they cross the edge of the application: all of them text.
pub type Arguments = BTreeMap<String, String>;

/// Something that went wrong, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// What happened.
    pub what: String,
    /// Why; empty where the first sentence says it all.
    pub why: String,
    /// What is safe.
    pub safe: String,
    /// What to do.
    pub next: String,
}

/// Arguments with these names hold counts; every other one (a reference, a name) is text even when it is all digits.
const COUNTS: [&str; 9] = ["seconds", "minutes", "hours", "days", "count", "done", "total", "max", "line"];

/// Errors whose `reason` has words of its own, and the family of those words.
const REASONS: [(&str, &str); 7] = [
    ("error-act-refused", "act-refused"),
    ("error-cannot-show", "cannot-show"),
    ("error-case-type-refused", "case-type-refused"),
    ("error-file-refused", "import-refused"),
    ("error-scan-refused", "scan-refused"),
    ("error-server-refused", "server-refused"),
    ("error-invitation-invalid", "invitation-refused"),
];

impl Words {
    /// The text of `id` with arguments that are all text.
    pub fn text_from(&self, id: &str, args: &Arguments) -> String {
        let named: Vec<_> = args.iter().map(|(name, value)| (name.as_str(), value_of(name, value))).collect();
        self.text(id, &named)
    }

    /// An error, a reason for setting aside or a finding, in full. A `reason` among the arguments says why, a `path` which file.
    pub fn said(&self, id: &str, args: &Arguments) -> Said {
        let attribute = |name: &str| {
            let id = format!("{id}.{name}");
            if self.has(&id) { self.text_from(&id, args) } else { String::new() }
        };
        let reason = REASONS.iter().find(|(error, _)| *error == id).and_then(|(_, family)| {
            let id = format!("{family}-{}", args.get("reason")?.replace('_', "-"));
            self.has(&id).then_some(id)
        });
        let why = reason.map_or_else(|| attribute("why"), |id| self.text_from(&id, args));
        // Where the file or the person is known, the sentence names it.
        let named = format!("{id}.named");
        let known = ["path", "name"].iter().any(|name| args.contains_key(*name));
        let what = if known && self.has(&named) { self.text_from(&named, args) } else { self.text_from(id, args) };
        Said { what, why, safe: attribute("safe"), next: attribute("next") }
    }
}

fn value_of<'a>(name: &str, value: &'a str) -> Value<'a> {
    match value.parse::<u32>() {
        Ok(count) if COUNTS.contains(&name) => count.into(),
        _ => value.into(),
    }
}
