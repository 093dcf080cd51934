//! What the parts of a case type are called, in the reader's language where the type speaks it.

use praesto_contract::{AskedField, CaseTypeView, FieldKind, FieldValue, Stage, StateView, Status, StepView};

use crate::state::State;

impl State {
    /// The case type of this id, where it is on this computer.
    pub(crate) fn case_type(&self, id: &str) -> Option<&CaseTypeView> {
        self.case_types.iter().find(|one| one.id == id)
    }

    /// What a case type is called; its id where it is not here.
    pub(crate) fn type_name(&self, id: &str) -> String {
        self.type_text(id, "type").unwrap_or_else(|| id.to_owned())
    }

    /// A text of a case type.
    pub(crate) fn type_text(&self, id: &str, text: &str) -> Option<String> {
        let case_type = self.case_type(id)?;
        let own = case_type.languages.first().map(String::as_str);
        let languages = [Some(self.tr.language().code()), own].into_iter().flatten();
        languages.filter_map(|language| case_type.words.get(language)?.get(text)).next().cloned()
    }

    /// Where a case stands: the state that people set it to, where that is what lists show, else the first that they show alike.
    pub(crate) fn stands(&self, case_type: &str, status: Status, state: Option<&str>) -> String {
        let alike = |one: &&StateView| one.status == status;
        let states = || self.case_type(case_type).into_iter().flat_map(|one| &one.states).filter(alike);
        let named = states().find(|one| Some(one.id.as_str()) == state).or_else(|| states().next());
        named.and_then(|state| self.state_name(case_type, &state.id)).unwrap_or_else(|| self.tr.status(status))
    }

    /// What a state is called.
    pub(crate) fn state_name(&self, case_type: &str, state: &str) -> Option<String> {
        self.type_text(case_type, &format!("state-{state}"))
    }

    /// As [`stands`](Self::stands), of what a place says.
    pub(crate) fn stage(&self, case_type: &str, code: &str) -> String {
        match Stage::read(code) {
            Some(stage) => self.stands(case_type, stage.status, stage.state.as_deref()),
            None => self.tr.words().coded("status", code),
        }
    }

    /// A step of a case type.
    pub(crate) fn step(&self, case_type: &str, step: &str) -> Option<&StepView> {
        self.case_type(case_type)?.steps.iter().find(|one| one.id == step)
    }

    /// What a step is called, as an act.
    pub(crate) fn step_name(&self, case_type: &str, step: &str) -> String {
        self.type_text(case_type, &format!("step-{step}")).unwrap_or_else(|| step.to_owned())
    }

    /// What a letter is called.
    pub(crate) fn letter_name(&self, case_type: &str, letter: &str) -> String {
        self.type_text(case_type, &format!("letter-{letter}")).unwrap_or_else(|| letter.to_owned())
    }

    /// What an outcome is called; one that the type does not know stands as it was written.
    pub(crate) fn outcome_name(&self, case_type: &str, outcome: &str) -> String {
        self.type_text(case_type, &format!("outcome-{outcome}")).unwrap_or_else(|| outcome.to_owned())
    }

    /// What a field is called: by the form, else by whoever added it.
    pub(crate) fn field_name(&self, case_type: &str, field: &str) -> String {
        let asked = self.asked(case_type, field);
        asked.and_then(|_| self.type_text(case_type, &format!("field-{field}"))).unwrap_or_else(|| self.tr.imported(field))
    }

    /// What helps to answer a question of the form.
    pub(crate) fn field_help(&self, case_type: &str, field: &str) -> Option<String> {
        self.asked(case_type, field).and_then(|_| self.type_text(case_type, &format!("field-{field}-help")))
    }

    /// The question of a form that a field answers.
    pub(crate) fn asked(&self, case_type: &str, field: &str) -> Option<&AskedField> {
        self.case_type(case_type)?.sections.iter().flat_map(|section| &section.fields).find(|asked| asked.id == field)
    }

    /// What stands in a field: a choice by its name.
    pub(crate) fn field_value(&self, case_type: &str, field: &str, value: &FieldValue) -> String {
        let choice = match (self.asked(case_type, field).map(|asked| &asked.kind), value) {
            (Some(FieldKind::Choice(choices)), FieldValue::Text(choice)) if choices.contains(choice) => {
                self.type_text(case_type, &format!("field-{field}-{choice}"))
            }
            _ => None,
        };
        choice.unwrap_or_else(|| self.tr.value(value))
    }
}
