//! Places of a case as people read them: what they are called, and what they say.

use praesto_contract::{FieldValue, Place, WrittenView};

use crate::{i18n::code, state::App};

pub(super) fn place_code(place: &Place) -> String {
    serde_json::to_value(place).ok().and_then(|value| value.get("place").map(code)).unwrap_or_default()
}

/// "Title", "Role of a person", or the field's own name.
pub(super) fn place_name(app: &App, case_type: &str, place: &Place) -> String {
    match place {
        Place::Field { field } => app.field_name(case_type, field),
        place => app.tr.words().coded("place", &place_code(place)),
    }
}

/// A value as people read it: persons, states and choices by name.
pub(super) fn place_value(app: &App, case_type: &str, place: &Place, value: &FieldValue) -> String {
    let person = matches!(place, Place::Assignee | Place::TaskAssignee { .. });
    match value {
        FieldValue::Empty if person => app.tr.t("nobody"),
        FieldValue::Text(id) if person => {
            app.people.iter().find(|one| one.id.to_string() == *id).map_or_else(|| id.clone(), |one| one.name.clone())
        }
        FieldValue::Text(text) if text.is_empty() => app.tr.t("value-empty"),
        FieldValue::Text(stage) if *place == Place::Status => app.stage(case_type, stage),
        value => match place {
            Place::Field { field } => app.field_value(case_type, field, value),
            _ => app.tr.value(value),
        },
    }
}

/// What a change wrote, in a line: "Title: Bridge (before: Brige)".
pub(super) fn written(app: &App, case_type: &str, written: &WrittenView) -> String {
    let WrittenView { place, label, before, after } = written;
    let tr = &app.tr;
    match place {
        // That it was done or met is said already.
        Place::TaskDone { .. } | Place::DeadlineMet { .. } => return label.clone(),
        Place::PartyName { .. } | Place::AttachmentName { .. } | Place::TaskText { .. } | Place::DeadlineLabel { .. }
            if before.is_empty() =>
        {
            return place_value(app, case_type, place, after);
        }
        _ => {}
    }
    let named = matches!(
        place,
        Place::PartyRole { .. }
            | Place::PartyContact { .. }
            | Place::TaskDue { .. }
            | Place::TaskAssignee { .. }
            | Place::DeadlineDay { .. }
    );
    let mut name = place_name(app, case_type, place);
    if named && !label.is_empty() {
        name = tr.f("written-at", &[("place", name.into()), ("label", label.clone().into())]);
    }
    let after = place_value(app, case_type, place, after);
    if before.is_empty() {
        return tr.f("written-new", &[("place", name.into()), ("after", after.into())]);
    }
    let before: Vec<String> = before.iter().map(|value| place_value(app, case_type, place, value)).collect();
    tr.f("written-over", &[("place", name.into()), ("after", after.into()), ("before", tr.words().list(&before).into())])
}
