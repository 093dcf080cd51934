//! What a case answers to the blanks of a letter, in the letter's language.

use praesto_contract::{Day, FieldKind, FieldProblem, FieldValue, Moment};
use praesto_domain::case_types::workflow::At;
use praesto_domain::casework::{Case, Decision, Party, Slot, fold};
use praesto_domain::letters::{Answer, Blank, address_lines};
use praesto_words::{Date, Words};

use crate::case_types::Pack;
use crate::views::Names;

/// Everything that answers come from.
pub(super) struct Answers<'a> {
    pub(super) case: &'a Case,
    pub(super) pack: &'a Pack,
    /// The decision that the letter tells of.
    pub(super) decision: Option<&'a Decision>,
    pub(super) words: &'a Words,
    pub(super) names: &'a Names<'a>,
    pub(super) office: &'a str,
    pub(super) author: &'a str,
    pub(super) today: Day,
    pub(super) day_of: &'a dyn Fn(Moment) -> Day,
}

/// A day in full.
pub(super) fn long(words: &Words, day: Day) -> String {
    // Years of four digits and months to twelve: nothing is cut.
    words.long_date(Date { year: day.0.year().into(), month: day.0.month().unsigned_abs().into(), day: day.0.day().unsigned_abs().into() })
}

/// What stands alone at a place: of two values nobody has chosen between, none is put into a letter.
fn alone<T: PartialEq>(slot: &Slot<T>) -> Option<&T> {
    slot.value().filter(|_| !slot.is_conflict())
}

impl Answers<'_> {
    /// What fills a blank; nothing where a person has to.
    pub(super) fn answer(&self, blank: &Blank) -> Option<Answer> {
        if let Blank::Field(field) = blank {
            return self.field(field);
        }
        let text = match blank {
            Blank::Reference => alone(&self.case.reference)?.clone(),
            Blank::Title => alone(&self.case.title)?.clone(),
            Blank::CaseType => self.named("type")?,
            Blank::Received => self.day(&self.case.received)?,
            Blank::State => match self.pack.case_type.at(&self.pack.case_type.standing(self.case)) {
                At::State(state) => self.named(&format!("state-{}", state.id))?,
                At::Adjudication => return None,
            },
            Blank::Office => self.office.to_owned(),
            Blank::Author => self.author.to_owned(),
            Blank::Today => long(self.words, self.today),
            Blank::Missing => self.missing().join("\n\n"),
            Blank::Outcome => self.named(&format!("outcome-{}", self.decision?.outcome.trim()))?,
            Blank::Reason => self.decision?.reason.clone(),
            Blank::DecidedOn => long(self.words, (self.day_of)(self.decision?.by.at)),
            Blank::DecidedBy => self.names.author(self.decision?.by).name,
            Blank::Party(roles) => self.words.list(&self.parties(roles)?),
            Blank::Label(field) => self.named(&format!("field-{field}"))?,
            Blank::Deadline(rule) => {
                let of = |one: &&praesto_domain::casework::Deadline| !one.removed && one.rule.as_ref().is_some_and(|of| of.id == *rule);
                self.day(&self.case.deadlines.iter().rfind(of)?.day)?
            }
            Blank::Basis(rule) => self.named(&format!("deadline-{rule}-basis"))?,
            Blank::Field(_) | Blank::ByHand(_) => return None,
        };
        Some(Answer { text, holds: true })
    }

    /// What is wanted at a gap.
    pub(super) fn name(&self, blank: &Blank) -> String {
        let own = |id: &str| self.words.text(id, &[]);
        let of_pack = |id: String| self.named(&id).unwrap_or(id);
        match blank {
            Blank::Reference => own("place-reference"),
            Blank::Title => own("place-title"),
            Blank::CaseType => of_pack("type".to_owned()),
            Blank::Received => own("place-received"),
            Blank::State => own("place-status"),
            Blank::Office => own("letter-blank-office"),
            Blank::Author => own("letter-blank-author"),
            Blank::Today => own("letter-day"),
            Blank::Missing => own("letter-blank-missing"),
            Blank::Outcome => own("letter-blank-outcome"),
            Blank::Reason => own("letter-blank-reason"),
            Blank::DecidedOn => own("letter-blank-decided-on"),
            Blank::DecidedBy => own("letter-blank-decided-by"),
            Blank::Party(roles) => roles.first().cloned().unwrap_or_default(),
            Blank::Field(field) | Blank::Label(field) => of_pack(format!("field-{field}")),
            Blank::Deadline(rule) => of_pack(format!("deadline-{rule}")),
            Blank::Basis(rule) => of_pack(format!("deadline-{rule}-basis")),
            Blank::ByHand(wanted) => wanted.clone(),
        }
    }

    /// To whom the letter can go: who the form names, then the people of the case. The lines of each address, the name first.
    pub(super) fn recipients(&self) -> Vec<Vec<String>> {
        let whole = |name: &str, address: &str| {
            let name = name.trim();
            (!name.is_empty()).then(|| [name.to_owned()].into_iter().chain(address_lines(address)).collect())
        };
        let written = |field: &str| match self.case.fields.get(field).and_then(alone) {
            Some(FieldValue::Text(text)) => text.as_str(),
            _ => "",
        };
        let of_form = self.pack.case_type.recipient().and_then(|fields| whole(written(&fields.name), written(&fields.address)));
        let mut all: Vec<Vec<String>> = of_form.into_iter().collect();
        for party in self.case.parties.iter().filter(|party| !party.removed) {
            let line = |slot: &Slot<String>| alone(slot).cloned().unwrap_or_default();
            all.extend(whole(&line(&party.name), &line(&party.contact)).filter(|lines| !all.contains(lines)));
        }
        all
    }

    /// A text of the pack.
    fn named(&self, id: &str) -> Option<String> {
        self.pack.text_in(self.words.language().code(), id).map(str::to_owned)
    }

    fn day(&self, slot: &Slot<FieldValue>) -> Option<String> {
        match alone(slot)? {
            FieldValue::Day(day) => Some(long(self.words, *day)),
            _ => None,
        }
    }

    fn field(&self, field: &str) -> Option<Answer> {
        let asked = self.pack.case_type.form().field(field)?;
        let value = alone(self.case.fields.get(field)?)?;
        let text = match (value, &asked.kind) {
            (FieldValue::Empty, _) => return None,
            (FieldValue::Text(choice), FieldKind::Choice(choices)) if choices.contains(choice) => {
                self.named(&format!("field-{field}-{choice}"))?
            }
            (FieldValue::Text(text), _) => text.clone(),
            (FieldValue::Whole(number), _) => number.to_string(),
            (FieldValue::Day(day), _) => long(self.words, *day),
            (FieldValue::Flag(flag), _) => self.words.text(if *flag { "value-yes" } else { "value-no" }, &[]),
        };
        Some(Answer { text, holds: *value != FieldValue::Flag(false) })
    }

    /// What the fields are called that the form still lacks.
    fn missing(&self) -> Vec<String> {
        let problems = self.pack.case_type.form_problems(self.case);
        let lacking = problems.into_iter().filter_map(|problem| match problem {
            FieldProblem::Missing { field } => Some(self.named(&format!("field-{field}")).unwrap_or(field)),
            _ => None,
        });
        lacking.collect()
    }

    /// Names of the people in one of these roles; nothing where a name or a role is in conflict.
    fn parties(&self, roles: &[String]) -> Option<Vec<String>> {
        let folded: Vec<String> = roles.iter().map(|role| fold(role)).collect();
        let of_role = |party: &&Party| party.role.0.iter().any(|role| folded.contains(&fold(&role.value)));
        let named = self.case.parties.iter().filter(|party| !party.removed).filter(of_role);
        named.map(|party| alone(&party.role).and(alone(&party.name)).cloned()).collect()
    }
}
