//! What the engine has to know of a case, read from its file.

use std::collections::BTreeMap;

use super::{
    CaseType, FieldProblem,
    workflow::{Decided, Standing},
};
use crate::casework::{self, Case, Decision, FieldValue};

impl CaseType {
    /// Where a case stands, as its file says.
    pub fn standing<'a>(&self, case: &'a Case) -> Standing<'a> {
        let decided = |counts: bool| {
            move |decision: &'a Decision| Decided {
                id: decision.id,
                outcome: decision.outcome.trim(),
                by: decision.person,
                counts,
                second: decision.second,
                replaces: &decision.replaces,
            }
        };
        let counting = casework::standing_decisions(case).into_iter().map(decided(true));
        let waiting = casework::waiting_decisions(case).into_iter().map(decided(false));
        Standing {
            stage: casework::last_stage(case),
            assignee: case.assignee.value().copied().flatten(),
            decisions: counting.chain(waiting).collect(),
            form_complete: self.form_problems(case).is_empty(),
            tasks_done: case.tasks.iter().all(|task| task.removed || casework::settled_true(&task.done)),
        }
    }

    /// What is missing or wrong in the form of a case, sorted: a field with two values is not filled in before a person has chosen.
    pub fn form_problems(&self, case: &Case) -> Vec<FieldProblem> {
        let shown = |(id, slot): (&String, &casework::Slot<FieldValue>)| Some((id.clone(), slot.value()?.clone()));
        let values: BTreeMap<String, FieldValue> = case.fields.iter().filter_map(shown).collect();
        let mut problems = self.form().problems(&values);
        let of_form = |id: &&String| self.form().field(id).is_some();
        let two = case.fields.iter().filter(|(_, slot)| slot.is_conflict()).map(|(id, _)| id).filter(of_form);
        problems.extend(two.map(|field| FieldProblem::TwoValues { field: field.clone() }));
        problems.sort_unstable();
        problems
    }
}
