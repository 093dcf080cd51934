//! A small sound pack, to be broken one fault at a time.

use std::collections::BTreeMap;

use praesto_domain::case_types::{Calendar, CaseType, Fault, PackText};

pub(crate) const TYPE: &str = r#"
version = 3
prefix = "DOG"
languages = ["en"]
calendar = "week"

[[section]]
id = "dog"
fields = ["name", "born"]

[[state]]
id = "new"
status = "new"
[[state]]
id = "looking"
status = "in_review"
[[state]]
id = "ruled"
status = "decided"
[[state]]
id = "over"
status = "closed"

[[step]]
id = "look"
from = ["new"]
to = "looking"
who = "assignee"
[[step]]
id = "end"
from = ["ruled"]
to = "over"
tasks_done = true
[[step]]
id = "again"
from = ["over"]
to = "looking"
who = "manager"

[[outcome]]
id = "licence"
from = ["looking"]
form_complete = true
second = "manager"
[[outcome]]
id = "no_licence"
from = ["looking"]

[[deadline]]
id = "rule"
from = "received"
working_days = 10
met_by = ["ruled", "over"]
"#;

pub(crate) const FORM: &str = r#"{
  "type": "object",
  "additionalProperties": false,
  "required": ["name"],
  "properties": { "name": { "type": "string" }, "born": { "type": "string", "format": "date" } }
}"#;

pub(crate) const WEEK: &str = "weekend = [\"saturday\", \"sunday\"]\nknown_from = 2020\nknown_to = 2030\n";

pub(crate) fn calendars() -> BTreeMap<String, Calendar> {
    BTreeMap::from([("week".to_owned(), Calendar::read("calendars/week.toml", WEEK).unwrap())])
}

/// Every text that the pack asks for, so that tests need not write them.
pub(crate) fn with_words(id: &str, type_toml: &str, form: &str) -> Result<CaseType, Vec<Fault>> {
    let mut pack = PackText {
        id: id.to_owned(),
        type_toml: type_toml.to_owned(),
        form: form.to_owned(),
        words: BTreeMap::new(),
        letters: BTreeMap::new(),
    };
    loop {
        let faults = match CaseType::read(&pack, &calendars()) {
            Ok(case_type) => return Ok(case_type),
            Err(faults) => faults,
        };
        let before = pack.words.clone();
        for fault in &faults {
            let Some(language) = fault.file.strip_prefix("words/").and_then(|file| file.strip_suffix(".ftl")) else { return Err(faults) };
            let words = pack.words.entry(language.to_owned()).or_default();
            if let praesto_domain::case_types::Wrong::NoText(id) = &fault.wrong {
                words.insert(id.clone(), "text".to_owned());
            }
        }
        if pack.words == before {
            return Err(faults);
        }
    }
}

pub(crate) fn dogs() -> CaseType {
    with_words("dogs", TYPE, FORM).unwrap()
}
