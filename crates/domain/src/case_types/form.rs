//! The form of a case type: a JSON Schema (2020-12) of the fields that screens can ask for.

use std::collections::{BTreeMap, BTreeSet};

use jsonschema::{PatternOptions, Validator, error::ValidationErrorKind};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::{Wrong, messages::HELP};
use crate::casework::{FieldValue, is_id};

/// Most fields of a form.
pub(super) const FIELDS: usize = 200;
/// Most choices of a field.
const CHOICES: usize = 200;
/// Most schemas in the schema of a form, those of its fields among them.
const SCHEMAS: usize = 2_000;
/// Characters of a pattern.
const PATTERN_CHARS: usize = 500;
/// Bytes that a pattern may take once it is made ready.
const PATTERN_BYTES: usize = 256 * 1024;

/// A form that was found sound.
#[derive(Debug)]
pub struct Form {
    fields: Vec<Field>,
    schema: Validator,
}

/// One question of a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    pub id: String,
    pub kind: FieldKind,
    /// Whether it is needed whatever the others say; a schema can ask for more (`if`, `then`).
    pub required: bool,
}

/// How a question is asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "choices", rename_all = "snake_case")]
pub enum FieldKind {
    Text,
    Day,
    /// Ids of the choices.
    Choice(Vec<String>),
    Whole,
    Flag,
}

/// What stands between a form and its completion.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(tag = "problem", rename_all = "snake_case")]
pub enum FieldProblem {
    /// Nothing is there yet.
    Missing { field: String },
    /// What is there breaks the rule of this JSON Schema keyword, such as `maximum` or `pattern`.
    Breaks { field: String, keyword: String },
    /// The fields do not go together.
    Together { keyword: String },
    /// Two values were written apart, and nobody has chosen yet.
    TwoValues { field: String },
}

impl Form {
    pub(super) fn read(text: &str) -> Result<Self, Vec<Wrong>> {
        let unreadable = |error: String| vec![Wrong::NotReadable(error)];
        let schema: Value = serde_json::from_str(text).map_err(|error| unreadable(error.to_string()))?;
        let closed = schema.get("additionalProperties") == Some(&Value::Bool(false));
        let (Some("object"), Some(properties), true) =
            (schema.get("type").and_then(Value::as_str), schema.get("properties").and_then(Value::as_object), closed)
        else {
            return Err(vec![Wrong::NotAForm]);
        };
        if properties.len() > FIELDS {
            return Err(vec![Wrong::TooMany { what: "fields", limit: FIELDS }]);
        }
        let mut look = Look { properties, schemas: 0, wrong: Vec::new() };
        look.at(&schema, true);
        let mut wrong = look.wrong;
        if !wrong.is_empty() {
            return Err(wrong);
        }
        let required: Vec<&str> =
            schema.get("required").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str).collect();
        let mut fields = Vec::new();
        for (id, property) in properties {
            match kind(id, property) {
                Ok(kind) => fields.push(Field { id: id.clone(), kind, required: required.contains(&id.as_str()) }),
                Err(faults) => wrong.extend(faults),
            }
        }
        // Patterns in linear time, formats checked, nothing fetched: a schema comes from an office and is not trusted with the machine.
        let built = jsonschema::options()
            .with_draft(jsonschema::Draft::Draft202012)
            .with_pattern_options(PatternOptions::regex().size_limit(PATTERN_BYTES))
            .should_validate_formats(true)
            .build(&schema);
        match built {
            Ok(schema) if wrong.is_empty() => Ok(Self { fields, schema }),
            Ok(_) => Err(wrong),
            Err(error) => {
                wrong.push(Wrong::NotReadable(error.to_string()));
                Err(wrong)
            }
        }
    }

    /// The fields, by their ids.
    pub fn fields(&self) -> &[Field] {
        &self.fields
    }

    /// The field with this id.
    pub fn field(&self, id: &str) -> Option<&Field> {
        self.fields.iter().find(|field| field.id == id)
    }

    /// What is missing or wrong, sorted; empty where the form is complete. Fields that are not of the form are none of its business: they came
    /// with an import or an older version of the pack.
    pub fn problems(&self, values: &BTreeMap<String, FieldValue>) -> Vec<FieldProblem> {
        let of_form = |(id, value): (&String, &FieldValue)| self.field(id).and(json(value)).map(|value| (id.clone(), value));
        let form = Value::Object(values.iter().filter_map(of_form).collect::<Map<_, _>>());
        let mut problems: Vec<FieldProblem> = self.schema.iter_errors(&form).map(|error| problem(&error)).collect();
        problems.sort_unstable();
        problems.dedup();
        problems
    }
}

fn problem(error: &jsonschema::ValidationError<'_>) -> FieldProblem {
    if let ValidationErrorKind::Required { property } = error.kind()
        && let Some(field) = property.as_str()
    {
        return FieldProblem::Missing { field: field.to_owned() };
    }
    let keyword = error.kind().keyword().to_owned();
    let path = error.instance_path().as_str();
    match path.trim_start_matches('/').split('/').next() {
        Some(field) if !field.is_empty() => FieldProblem::Breaks { field: field.to_owned(), keyword },
        _ => FieldProblem::Together { keyword },
    }
}

/// How a value looks to a schema; an emptied field is not there.
fn json(value: &FieldValue) -> Option<Value> {
    match value {
        FieldValue::Empty => None,
        FieldValue::Text(text) if text.trim().is_empty() => None,
        FieldValue::Text(text) => Some(Value::from(text.as_str())),
        FieldValue::Whole(number) => Some(Value::from(*number)),
        FieldValue::Day(day) => Some(Value::from(day.to_string())),
        FieldValue::Flag(flag) => Some(Value::from(*flag)),
    }
}

fn kind(id: &str, property: &Value) -> Result<FieldKind, Vec<Wrong>> {
    let text = |key: &str| property.get(key).and_then(Value::as_str);
    match (text("type"), text("format"), property.get("enum")) {
        (Some("string"), None, Some(choices)) => {
            let choices: Option<Vec<String>> =
                choices.as_array().and_then(|all| all.iter().map(|it| it.as_str().map(str::to_owned)).collect());
            let choices = choices.ok_or_else(|| vec![Wrong::NotAField(id.to_owned())])?;
            let wrong = choices_wrong(id, &choices);
            if wrong.is_empty() { Ok(FieldKind::Choice(choices)) } else { Err(wrong) }
        }
        (Some("string"), None, None) => Ok(FieldKind::Text),
        (Some("string"), Some("date"), None) => Ok(FieldKind::Day),
        (Some("integer"), None, None) => Ok(FieldKind::Whole),
        (Some("boolean"), None, None) => Ok(FieldKind::Flag),
        _ => Err(vec![Wrong::NotAField(id.to_owned())]),
    }
}

fn choices_wrong(field: &str, choices: &[String]) -> Vec<Wrong> {
    match choices.len() {
        0 => vec![Wrong::NoChoices(field.to_owned())],
        1..=CHOICES => {
            let mut seen = BTreeSet::new();
            let wrong = choices.iter().filter_map(|choice| {
                if choice == HELP || !is_id(choice) {
                    return Some(Wrong::BadChoice { field: field.to_owned(), choice: choice.clone() });
                }
                (!seen.insert(choice)).then(|| Wrong::Twice { what: "choice", id: choice.clone() })
            });
            wrong.collect()
        }
        _ => vec![Wrong::TooMany { what: "choices", limit: CHOICES }],
    }
}

/// Walks over a schema before anything is built from it: whether every word of it is one that is understood here, and every field that it names
/// is there. References are no such words: a few lines of them can ask for more work than any machine does.
struct Look<'a> {
    properties: &'a Map<String, Value>,
    schemas: usize,
    wrong: Vec<Wrong>,
}

impl Look<'_> {
    fn at(&mut self, schema: &Value, whole: bool) {
        self.schemas += 1;
        if self.schemas > SCHEMAS {
            if self.schemas == SCHEMAS + 1 {
                self.wrong.push(Wrong::TooMany { what: "schemas", limit: SCHEMAS });
            }
            return;
        }
        let schema = match schema {
            Value::Object(schema) => schema,
            Value::Bool(_) => return,
            _ => return self.wrong.push(Wrong::BadKeyword("a schema".to_owned())),
        };
        for (keyword, value) in schema {
            match keyword.as_str() {
                "type" | "format" | "enum" | "const" | "minLength" | "maxLength" | "minimum" | "maximum" | "exclusiveMinimum"
                | "exclusiveMaximum" | "multipleOf" | "minProperties" | "maxProperties" | "title" | "description" | "$comment" => {}
                "$schema" | "$id" | "additionalProperties" if whole => {}
                "pattern" if value.as_str().is_some_and(|pattern| pattern.len() <= PATTERN_CHARS) => {}
                "required" => self.names(keyword, value),
                "dependentRequired" => match value.as_object() {
                    Some(all) => all.iter().for_each(|(field, others)| {
                        self.name(keyword, field);
                        self.names(keyword, others);
                    }),
                    None => self.wrong.push(Wrong::BadKeyword(keyword.clone())),
                },
                "properties" => match value.as_object() {
                    Some(all) => all.iter().for_each(|(field, schema)| {
                        self.name(keyword, field);
                        self.at(schema, false);
                    }),
                    None => self.wrong.push(Wrong::BadKeyword(keyword.clone())),
                },
                "if" | "then" | "else" | "not" => self.at(value, false),
                "allOf" | "anyOf" | "oneOf" => match value.as_array() {
                    Some(all) => all.iter().for_each(|schema| self.at(schema, false)),
                    None => self.wrong.push(Wrong::BadKeyword(keyword.clone())),
                },
                "pattern" => self.wrong.push(Wrong::BadKeyword(keyword.clone())),
                _ => self.wrong.push(Wrong::UnknownKeyword(keyword.clone())),
            }
        }
    }

    fn names(&mut self, keyword: &str, fields: &Value) {
        match fields.as_array() {
            Some(fields) => fields.iter().for_each(|field| self.name(keyword, field.as_str().unwrap_or_default())),
            None => self.wrong.push(Wrong::BadKeyword(keyword.to_owned())),
        }
    }

    fn name(&mut self, keyword: &str, field: &str) {
        if !self.properties.contains_key(field) {
            self.wrong.push(Wrong::Unknown { place: format!("\"{keyword}\""), what: "field", id: field.to_owned() });
        }
    }
}
