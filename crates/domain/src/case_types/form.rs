//! The form of a case type: a JSON Schema (2020-12) of the fields that screens can ask for.

use std::collections::BTreeMap;

use jsonschema::{PatternOptions, Validator, error::ValidationErrorKind};
use serde_json::{Map, Value};

use super::Wrong;
use crate::casework::FieldValue;

/// Most fields of a form.
const FIELDS: usize = 200;

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
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FieldKind {
    Text,
    Day,
    /// Ids of the choices.
    Choice(Vec<String>),
    Whole,
    Flag,
}

/// What stands between a form and its completion.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FieldProblem {
    /// Nothing is there yet.
    Missing { field: String },
    /// What is there breaks the rule of this JSON Schema keyword, such as `maximum` or `pattern`.
    Breaks { field: String, keyword: String },
    /// The fields do not go together.
    Together { keyword: String },
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
        let required: Vec<&str> =
            schema.get("required").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str).collect();
        let mut wrong = Vec::new();
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
            .with_pattern_options(PatternOptions::regex())
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
            let bad = choices.iter().filter(|choice| !super::read::is_id(choice));
            let wrong: Vec<Wrong> = bad.map(|choice| Wrong::BadChoice { field: id.to_owned(), choice: choice.clone() }).collect();
            if wrong.is_empty() { Ok(FieldKind::Choice(choices)) } else { Err(wrong) }
        }
        (Some("string"), None, None) => Ok(FieldKind::Text),
        (Some("string"), Some("date"), None) => Ok(FieldKind::Day),
        (Some("integer"), None, None) => Ok(FieldKind::Whole),
        (Some("boolean"), None, None) => Ok(FieldKind::Flag),
        _ => Err(vec![Wrong::NotAField(id.to_owned())]),
    }
}
