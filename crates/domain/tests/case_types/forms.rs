//! What a form says of what was filled in.

use std::collections::BTreeMap;

use praesto_domain::{
    case_types::{CaseType, FieldKind, FieldProblem, Form},
    casework::FieldValue,
};

use crate::made::{TYPE, with_words};

const SCHEMA: &str = r#"{
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "type": "object",
  "additionalProperties": false,
  "required": ["name", "born"],
  "properties": {
    "name": { "type": "string", "maxLength": 5 },
    "born": { "type": "string", "format": "date" },
    "chip": { "type": "string", "pattern": "^[0-9]{3}$" },
    "size": { "type": "string", "enum": ["small", "large"] },
    "kilos": { "type": "integer", "minimum": 1, "maximum": 120 },
    "bites": { "type": "boolean" },
    "bitten": { "type": "string" }
  },
  "if": { "properties": { "bites": { "const": true } }, "required": ["bites"] },
  "then": { "required": ["bitten"] }
}"#;

fn dogs() -> CaseType {
    let fields = r#"fields = ["name", "born", "chip", "size", "kilos", "bites", "bitten"]"#;
    with_words("dogs", &TYPE.replace(r#"fields = ["name", "born"]"#, fields), SCHEMA).unwrap()
}

fn filled(values: &[(&str, FieldValue)]) -> BTreeMap<String, FieldValue> {
    values.iter().map(|(id, value)| ((*id).to_owned(), value.clone())).collect()
}

fn text(text: &str) -> FieldValue {
    FieldValue::Text(text.to_owned())
}

fn missing(field: &str) -> FieldProblem {
    FieldProblem::Missing { field: field.to_owned() }
}

fn breaks(field: &str, keyword: &str) -> FieldProblem {
    FieldProblem::Breaks { field: field.to_owned(), keyword: keyword.to_owned() }
}

#[test]
fn fields_are_asked_as_what_they_are() {
    let dogs = dogs();
    let kinds: Vec<(&str, &FieldKind, bool)> = ["name", "born", "size", "kilos", "bites"]
        .map(|id| dogs.form().field(id).unwrap())
        .map(|it| (it.id.as_str(), &it.kind, it.required))
        .into();
    let choices = FieldKind::Choice(vec!["small".to_owned(), "large".to_owned()]);
    assert_eq!(
        kinds,
        [
            ("name", &FieldKind::Text, true),
            ("born", &FieldKind::Day, true),
            ("size", &choices, false),
            ("kilos", &FieldKind::Whole, false),
            ("bites", &FieldKind::Flag, false),
        ]
    );
}

#[test]
fn a_complete_form_has_no_problem() {
    let form = dogs();
    let form: &Form = form.form();
    let complete = [("name", text("Шаро")), ("born", FieldValue::Day("2020-02-29".parse().unwrap()))];
    assert_eq!(form.problems(&filled(&complete)), []);
    let all = [("chip", text("123")), ("size", text("large")), ("kilos", FieldValue::Whole(40)), ("bites", FieldValue::Flag(false))];
    assert_eq!(form.problems(&filled(&[&complete[..], &all].concat())), []);
}

#[test]
fn what_is_missing_wrong_or_emptied_is_named() {
    let form = dogs();
    let form: &Form = form.form();
    assert_eq!(form.problems(&BTreeMap::new()), [missing("born"), missing("name")]);
    let values = filled(&[
        ("name", text("  ")),
        ("born", text("last spring")),
        ("chip", text("12")),
        ("size", text("medium")),
        ("kilos", FieldValue::Whole(200)),
        ("bites", FieldValue::Flag(true)),
        ("bitten", FieldValue::Empty),
    ]);
    assert_eq!(
        form.problems(&values),
        [
            missing("bitten"),
            missing("name"),
            breaks("born", "format"),
            breaks("chip", "pattern"),
            breaks("kilos", "maximum"),
            breaks("size", "enum"),
        ]
    );
    assert_eq!(
        form.problems(&filled(&[("name", text("Goliath")), ("born", FieldValue::Day("2020-01-01".parse().unwrap()))])),
        [breaks("name", "maxLength")]
    );
}

#[test]
fn fields_from_elsewhere_do_not_disturb_a_form() {
    let values = [("name", text("Rex")), ("born", FieldValue::Day("2020-01-01".parse().unwrap())), ("xdomea:keep-until", text("2031"))];
    assert_eq!(dogs().form().problems(&filled(&values)), []);
}

#[test]
fn a_pattern_that_would_take_for_ever_takes_no_time() {
    let slow = SCHEMA.replace("^[0-9]{3}$", "^(([a-z])+.)+[A-Z]([a-z])+$");
    let fields = r#"fields = ["name", "born", "chip", "size", "kilos", "bites", "bitten"]"#;
    let dogs = with_words("dogs", &TYPE.replace(r#"fields = ["name", "born"]"#, fields), &slow).unwrap();
    let values =
        filled(&[("name", text("Rex")), ("born", FieldValue::Day("2020-01-01".parse().unwrap())), ("chip", text(&"a".repeat(50_000)))]);
    assert_eq!(dogs.form().problems(&values), [breaks("chip", "pattern")]);
}
