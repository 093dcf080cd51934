//! From the text of a pack to a case type, or to everything that is wrong with it.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    Calendar, CaseType, DeadlineRule, Fault, FieldKind, Form, LANGUAGES, Start, State, Term, Who, Wrong,
    form::FIELDS,
    messages::ABOUT,
    source::{DeadlineToml, TypeToml},
};
use crate::casework::{LINE_CHARS, Status, is_id};

const TYPE: &str = "type.toml";
const FORM: &str = "form.schema.json";

/// Most states, steps, outcomes, terms or sections, of each kind.
const PARTS: usize = 100;
/// Most fields that are asked before a case is made.
const ASKED_FIRST: usize = 10;
/// Characters of a text that explains: what a type is about, help with a field.
const PROSE_CHARS: usize = 2_000;

/// The files of a pack.
#[derive(Clone, Debug, Default)]
pub struct PackText {
    /// Name of its folder.
    pub id: String,
    /// `type.toml`.
    pub type_toml: String,
    /// `form.schema.json`.
    pub form: String,
    /// `words/<language>.ftl`, read: messages by id, by language.
    pub words: BTreeMap<String, BTreeMap<String, String>>,
    /// `letters/<letter>.<language>.txt`, by what stands before the ending.
    pub letters: BTreeMap<String, String>,
}

impl CaseType {
    /// Reads a pack; `calendars` are those it can name.
    ///
    /// # Errors
    /// Everything that is wrong with it, not only the first, as far as one fault does not hide others.
    pub fn read(pack: &PackText, calendars: &BTreeMap<String, Calendar>) -> Result<Self, Vec<Fault>> {
        let fault = |file: &str| {
            let file = file.to_owned();
            move |wrong| Fault { file: file.clone(), wrong }
        };
        let source: Result<TypeToml, _> = toml::from_str(&pack.type_toml);
        let (source, form) = match (source, Form::read(&pack.form)) {
            (Ok(source), Ok(form)) => (source, form),
            (source, form) => {
                let toml = source.err().map(|error| Wrong::NotReadable(error.to_string())).into_iter().map(fault(TYPE));
                return Err(toml.chain(form.err().into_iter().flatten().map(fault(FORM))).collect());
            }
        };
        let Some(calendar) = calendars.get(&source.calendar) else {
            return Err(vec![fault(TYPE)(Wrong::Unknown { place: "the pack".to_owned(), what: "calendar", id: source.calendar })]);
        };
        let folder = (!is_pack_id(&pack.id)).then(|| fault(".")(Wrong::BadFolder(pack.id.clone())));
        let mut wrong = Vec::new();
        let mut case_type = build(&pack.id, source, form, calendar.clone(), &mut wrong);
        case_type.look_at_sizes(&mut wrong);
        // What is far too large is not looked at further.
        if wrong.is_empty() {
            case_type.look(&mut wrong);
        }
        let mut faults: Vec<Fault> = folder.into_iter().chain(wrong.into_iter().map(fault(TYPE))).collect();
        if faults.is_empty() {
            faults = case_type.languages.iter().flat_map(|language| case_type.look_at_words(language, pack.words.get(language))).collect();
            let spare = pack.words.keys().filter(|language| !case_type.languages.contains(language));
            faults.extend(spare.map(|language| fault(&words_file(language))(Wrong::SpareLanguage)));
        }
        if faults.is_empty() {
            faults = case_type.take_letters(&pack.letters);
        }
        if faults.is_empty() { Ok(case_type) } else { Err(faults) }
    }

    /// Faults of one language.
    fn look_at_words(&self, language: &str, words: Option<&BTreeMap<String, String>>) -> Vec<Fault> {
        let fault = |wrong| Fault { file: words_file(language), wrong };
        let Some(words) = words else { return vec![fault(Wrong::Missing)] };
        let needed: BTreeSet<String> = self.messages().into_iter().collect();
        let optional: BTreeSet<String> = self.optional_messages().into_iter().collect();
        let missing = needed.iter().filter(|id| !words.contains_key(*id)).map(|id| Wrong::NoText(id.clone()));
        let spare = words.keys().filter(|id| !needed.contains(*id) && !optional.contains(*id)).map(|id| Wrong::SpareText(id.clone()));
        let empty = words.iter().filter(|(_, text)| text.trim().is_empty()).map(|(id, _)| Wrong::EmptyText(id.clone()));
        // Names go into case files and letters as they are: one that is no line there would keep every case from being made.
        let shape = words.iter().filter_map(|(id, text)| {
            let prose = optional.contains(id) || id == ABOUT;
            let limit = if prose { PROSE_CHARS } else { LINE_CHARS };
            if text.chars().any(|sign| sign.is_control() && !(prose && sign == '\n')) {
                return Some(if prose { Wrong::Unprintable(id.clone()) } else { Wrong::NotOneLine(id.clone()) });
            }
            text.chars().nth(limit).map(|_| Wrong::LongText { id: id.clone(), limit })
        });
        missing.chain(spare).chain(empty).chain(shape).map(fault).collect()
    }

    fn look_at_sizes(&self, wrong: &mut Vec<Wrong>) {
        let lists = self.steps.iter().map(|step| &step.from).chain(self.outcomes.iter().map(|outcome| &outcome.from));
        let lists = lists.chain(self.letters.iter().flat_map(|letter| [&letter.states, &letter.outcomes, &letter.languages]));
        let longest = lists.chain(self.deadlines.iter().map(|rule| &rule.met_by)).map(Vec::len).max().unwrap_or(0);
        let fields = self.sections.iter().map(|section| section.fields.len()).max().unwrap_or(0);
        let sizes = [
            ("sections", self.sections.len(), PARTS),
            ("states", self.states.len(), PARTS),
            ("steps", self.steps.len(), PARTS),
            ("outcomes", self.outcomes.len(), PARTS),
            ("deadlines", self.deadlines.len(), PARTS),
            ("entries in one list", longest, PARTS),
            ("fields in a section", fields, FIELDS),
            ("letters", self.letters.len(), PARTS),
            ("languages", self.languages.len(), PARTS),
            ("fields in \"names\" and \"identifying\"", self.names.len() + self.identifying.len(), ASKED_FIRST),
            ("fields in \"unique\"", self.unique.len(), ASKED_FIRST),
        ];
        wrong.extend(sizes.into_iter().filter(|(_, size, limit)| size > limit).map(|(what, _, limit)| Wrong::TooMany { what, limit }));
    }

    /// Whether everything fits together.
    fn look(&self, wrong: &mut Vec<Wrong>) {
        self.look_at_ids(wrong);
        self.look_at_form(wrong);
        self.look_at_identity(wrong);
        self.look_at_states(wrong);
        self.look_at_ways(wrong);
        self.look_at_deadlines(wrong);
        self.look_at_letters(wrong);
    }

    fn look_at_ids(&self, wrong: &mut Vec<Wrong>) {
        fn each<'a>(what: &'static str, ids: impl Iterator<Item = &'a String>, wrong: &mut Vec<Wrong>) {
            let mut seen = BTreeSet::new();
            for id in ids {
                if !is_id(id) {
                    wrong.push(Wrong::BadId { what, id: id.clone() });
                }
                if !seen.insert(id) {
                    wrong.push(Wrong::Twice { what, id: id.clone() });
                }
            }
        }
        each("field", self.form.fields().iter().map(|field| &field.id), wrong);
        each("section", self.sections.iter().map(|section| &section.id), wrong);
        each("state", self.states.iter().map(|state| &state.id), wrong);
        each("step", self.steps.iter().map(|step| &step.id), wrong);
        each("outcome", self.outcomes.iter().map(|outcome| &outcome.id), wrong);
        each("deadline", self.deadlines.iter().map(|rule| &rule.id), wrong);
        each("letter", self.letters.iter().map(|letter| &letter.id), wrong);
        if self.prefix.is_empty() || self.prefix.len() > 6 || !self.prefix.bytes().all(|byte| byte.is_ascii_uppercase()) {
            wrong.push(Wrong::BadPrefix(self.prefix.clone()));
        }
        if self.languages.is_empty() {
            wrong.push(Wrong::NoLanguage);
        }
        let mut spoken = BTreeSet::new();
        for language in &self.languages {
            if !LANGUAGES.contains(&language.as_str()) {
                wrong.push(Wrong::BadLanguage(language.clone()));
            } else if !spoken.insert(language) {
                wrong.push(Wrong::Twice { what: "language", id: language.clone() });
            }
        }
    }

    fn look_at_form(&self, wrong: &mut Vec<Wrong>) {
        let mut asked = BTreeMap::new();
        for section in &self.sections {
            if section.fields.is_empty() {
                wrong.push(Wrong::EmptySection(section.id.clone()));
            }
            for field in &section.fields {
                *asked.entry(field).or_insert(0) += 1;
                if self.form.field(field).is_none() {
                    wrong.push(Wrong::Unknown { place: format!("section \"{}\"", section.id), what: "field", id: field.clone() });
                }
            }
        }
        for field in self.form.fields() {
            match asked.get(&field.id) {
                None => wrong.push(Wrong::InNoSection(field.id.clone())),
                Some(1) => {}
                Some(_) => wrong.push(Wrong::InTwoSections(field.id.clone())),
            }
        }
    }

    fn look_at_identity(&self, wrong: &mut Vec<Wrong>) {
        let mut seen = BTreeSet::new();
        let named = self.names.iter().map(|id| ("names", id)).chain(self.identifying.iter().map(|id| ("identifying", id)));
        for (list, id) in named {
            if !seen.insert(id) {
                wrong.push(Wrong::Twice { what: "identifying field", id: id.clone() });
            }
            match (list, self.form.field(id).map(|field| &field.kind)) {
                (_, None) => wrong.push(Wrong::Unknown { place: format!("\"{list}\""), what: "field", id: id.clone() }),
                (_, Some(FieldKind::Text)) | ("identifying", Some(FieldKind::Day | FieldKind::Whole)) => {}
                ("names", Some(_)) => wrong.push(Wrong::NamesNobody(id.clone())),
                (_, Some(_)) => wrong.push(Wrong::TellsNobodyApart(id.clone())),
            }
        }
        let mut seen = BTreeSet::new();
        for id in &self.unique {
            if !seen.insert(id) {
                wrong.push(Wrong::Twice { what: "unique field", id: id.clone() });
            }
            match self.form.field(id).map(|field| &field.kind) {
                _ if !self.identifying.contains(id) => {
                    wrong.push(Wrong::Unknown { place: "\"unique\"".to_owned(), what: "identifying field", id: id.clone() });
                }
                Some(FieldKind::Day) => wrong.push(Wrong::SharedByMany(id.clone())),
                _ => {}
            }
        }
    }

    fn look_at_states(&self, wrong: &mut Vec<Wrong>) {
        let Some(first) = self.states.first() else {
            wrong.push(Wrong::NoState);
            return;
        };
        if first.status != Status::New {
            wrong.push(Wrong::FirstStateNotNew(first.id.clone()));
        }
        for state in self.states.iter().filter(|state| state.status == Status::NeedsAdjudication) {
            wrong.push(Wrong::DerivedStatus(state.id.clone()));
        }
        if !self.states.iter().any(|state| state.status == Status::Closed) {
            wrong.push(Wrong::NoClosedState);
        }
        let decided: Vec<&State> = self.states.iter().filter(|state| state.status == Status::Decided).collect();
        match (self.outcomes.is_empty(), decided.as_slice()) {
            (true, []) | (false, [_]) => {}
            (true, [state, ..]) => wrong.push(Wrong::DecidedWithoutOutcomes(state.id.clone())),
            (false, _) => wrong.push(Wrong::OneDecidedState),
        }
    }

    fn look_at_ways(&self, wrong: &mut Vec<Wrong>) {
        let before = wrong.len();
        let unknown =
            |place: String, id: &String| self.state(id).is_none().then(|| Wrong::Unknown { place, what: "state", id: id.clone() });
        for step in &self.steps {
            wrong.extend(step.from.iter().chain([&step.to]).filter_map(|id| unknown(format!("step \"{}\"", step.id), id)));
            if step.from.is_empty() {
                wrong.push(Wrong::NoStart { what: "step", id: step.id.clone() });
            }
            if step.from.contains(&step.to) {
                wrong.push(Wrong::StepGoesNowhere(step.id.clone()));
            }
            let has = |id: &String, status| self.state(id).is_some_and(|state| state.status == status);
            if has(&step.to, Status::Decided) {
                wrong.push(Wrong::StepDecides(step.id.clone()));
            }
            if step.from.iter().any(|from| has(from, Status::Decided)) && !has(&step.to, Status::Closed) {
                wrong.push(Wrong::LeavesDecided(step.id.clone()));
            }
        }
        for outcome in &self.outcomes {
            wrong.extend(outcome.from.iter().filter_map(|id| unknown(format!("outcome \"{}\"", outcome.id), id)));
            if outcome.from.is_empty() {
                wrong.push(Wrong::NoStart { what: "outcome", id: outcome.id.clone() });
            }
            if outcome.second == Some(Who::Assignee) {
                wrong.push(Wrong::SecondByAssignee(outcome.id.clone()));
            }
            for state in outcome.from.iter().filter_map(|id| self.state(id)) {
                if matches!(state.status, Status::Decided | Status::Closed) {
                    wrong.push(Wrong::DecidedTwice { outcome: outcome.id.clone(), state: state.id.clone() });
                }
            }
        }
        // Ways that lead to nowhere would only be said again, as states that cannot be reached.
        if wrong.len() == before && !self.states.is_empty() {
            self.look_at_reach(wrong);
        }
    }

    fn look_at_reach(&self, wrong: &mut Vec<Wrong>) {
        let steps = self.steps.iter().flat_map(|step| step.from.iter().map(move |from| (from.as_str(), step.to.as_str())));
        let decided = self.decided_state();
        let decisions = self.outcomes.iter().flat_map(|outcome| &outcome.from);
        let ways: Vec<(&str, &str)> =
            steps.chain(decided.into_iter().flat_map(|to| decisions.clone().map(move |from| (from.as_str(), to.id.as_str())))).collect();
        let reached = spread(BTreeSet::from([self.states[0].id.as_str()]), &ways);
        let back: Vec<(&str, &str)> = ways.iter().map(|(from, to)| (*to, *from)).collect();
        let closed = self.states.iter().filter(|state| state.status == Status::Closed).map(|state| state.id.as_str()).collect();
        let ends = spread(closed, &back);
        for state in &self.states {
            if !reached.contains(state.id.as_str()) {
                wrong.push(Wrong::Unreachable(state.id.clone()));
            } else if !ends.contains(state.id.as_str()) {
                wrong.push(Wrong::DeadEnd(state.id.clone()));
            }
        }
    }

    fn look_at_deadlines(&self, wrong: &mut Vec<Wrong>) {
        for rule in &self.deadlines {
            let place = || format!("deadline \"{}\"", rule.id);
            match &rule.start {
                Start::Received => {}
                Start::State(id) if self.state(id).is_none() => {
                    wrong.push(Wrong::Unknown { place: place(), what: "state", id: id.clone() });
                }
                Start::State(_) => {}
                Start::Field(id) => match self.form.field(id) {
                    None => wrong.push(Wrong::Unknown { place: place(), what: "field", id: id.clone() }),
                    Some(field) if field.kind != FieldKind::Day => wrong.push(Wrong::BeginsWithNoDate(rule.id.clone())),
                    Some(_) => {}
                },
            }
            let long = match rule.term {
                Term::WorkingDays(count) | Term::Days(count) => (1..=3650).contains(&count),
                Term::Months(count) => (1..=120).contains(&count),
            };
            if !long {
                wrong.push(Wrong::BadTerm(rule.id.clone()));
            }
            if rule.met_by.is_empty() {
                wrong.push(Wrong::NeverMet(rule.id.clone()));
            }
            for id in rule.met_by.iter().filter(|id| self.state(id).is_none()) {
                wrong.push(Wrong::Unknown { place: place(), what: "state", id: id.clone() });
            }
        }
    }
}

/// Whether this can be the id of a pack: the name of its folder.
pub fn is_pack_id(id: &str) -> bool {
    is_id(&id.replace('-', "_"))
}

/// Everything that can be reached from `from` along `ways`.
fn spread<'a>(from: BTreeSet<&'a str>, ways: &[(&'a str, &'a str)]) -> BTreeSet<&'a str> {
    let mut reached = from;
    loop {
        let further: Vec<&str> =
            ways.iter().filter(|(from, to)| reached.contains(from) && !reached.contains(to)).map(|(_, to)| *to).collect();
        if further.is_empty() {
            return reached;
        }
        reached.extend(further);
    }
}

fn build(id: &str, source: TypeToml, form: Form, calendar: Calendar, wrong: &mut Vec<Wrong>) -> CaseType {
    CaseType {
        id: id.to_owned(),
        version: source.version,
        prefix: source.prefix,
        languages: source.languages,
        form,
        names: source.names,
        identifying: source.identifying,
        unique: source.unique,
        sections: source.section,
        states: source.state,
        steps: source.step,
        outcomes: source.outcome,
        deadlines: source.deadline.into_iter().filter_map(|it| rule(it).map_err(|fault| wrong.push(fault)).ok()).collect(),
        calendar,
        letters: source.letter,
        recipient: source.recipient,
    }
}

fn rule(source: DeadlineToml) -> Result<DeadlineRule, Wrong> {
    let start = match source.from.split_once(':') {
        None if source.from == "received" => Start::Received,
        Some(("state", id)) => Start::State(id.to_owned()),
        Some(("field", id)) => Start::Field(id.to_owned()),
        _ => return Err(Wrong::BadBeginning { id: source.id, from: source.from }),
    };
    let term = match (source.working_days, source.days, source.months) {
        (Some(count), None, None) => Term::WorkingDays(count),
        (None, Some(count), None) => Term::Days(count),
        (None, None, Some(count)) => Term::Months(count),
        _ => return Err(Wrong::OneTerm(source.id)),
    };
    Ok(DeadlineRule { id: source.id, start, term, met_by: source.met_by })
}

fn words_file(language: &str) -> String {
    format!("words/{language}.ftl")
}
