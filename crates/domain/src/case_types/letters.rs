//! The letters of a case type: when each is offered, to whom letters go, and whether their templates are sound.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::{
    CaseType, Fault, FieldKind, Who, Wrong,
    workflow::{Actor, At, Refused, Standing, asks},
};
use crate::{
    DecisionId,
    letters::{Blank, Template},
};

/// A letter that people write in cases of a type.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LetterType {
    pub id: String,
    /// States in which it is written; any where none is named.
    #[serde(default)]
    pub states: Vec<String>,
    /// Outcomes that it tells of: then it belongs to a decision with one of them.
    #[serde(default)]
    pub outcomes: Vec<String>,
    #[serde(default)]
    pub who: Who,
    /// Those that it is written in; all of the pack where none is named.
    #[serde(default)]
    pub languages: Vec<String>,
    #[serde(skip)]
    texts: Vec<LetterText>,
}

/// A letter in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LetterText {
    pub language: String,
    pub template: Template,
}

/// Fields of the form that say to whom letters go.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RecipientFields {
    pub name: String,
    pub address: String,
}

/// A letter that can be written where a case stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LetterOffer<'a> {
    pub letter: &'a LetterType,
    /// The decision that it is on.
    pub decision: Option<DecisionId>,
    /// Why this person may not write it now.
    pub refused: Option<Refused>,
}

impl LetterType {
    /// What it says, in each of its languages, in the order of the pack.
    pub fn texts(&self) -> &[LetterText] {
        &self.texts
    }

    /// What it says in a language.
    pub fn template(&self, language: &str) -> Option<&Template> {
        self.texts.iter().find(|text| text.language == language).map(|text| &text.template)
    }

    /// Whether it tells of a decision.
    pub fn on_decision(&self) -> bool {
        !self.outcomes.is_empty()
    }
}

impl CaseType {
    /// The letter with this id.
    pub fn letter(&self, id: &str) -> Option<&LetterType> {
        self.letters().iter().find(|letter| letter.id == id)
    }

    /// Whether `actor` may write this letter now, on this decision where it tells of one.
    ///
    /// # Errors
    /// The first reason why not.
    pub fn write(&self, letter: &str, decision: Option<DecisionId>, standing: &Standing<'_>, actor: Actor) -> Result<&LetterType, Refused> {
        let letter = self.letter(letter).ok_or(Refused::NoSuchAct)?;
        match decision {
            Some(decision) if letter.on_decision() => {
                let mut decided = standing.decisions.iter().filter(|decided| decided.id == decision);
                let decided =
                    decided.find(|decided| letter.outcomes.iter().any(|outcome| outcome == decided.outcome)).ok_or(Refused::NotFromHere)?;
                if !decided.counts {
                    return Err(Refused::WaitsForSignature);
                }
                if self.at(standing) == At::Adjudication {
                    return Err(Refused::Contradicting);
                }
            }
            None if !letter.on_decision() => match self.at(standing) {
                _ if letter.states.is_empty() => {}
                At::State(state) if letter.states.contains(&state.id) => {}
                At::State(_) => return Err(Refused::NotFromHere),
                At::Adjudication => return Err(Refused::Contradicting),
            },
            _ => return Err(Refused::NoSuchAct),
        }
        asks(letter.who, standing, actor)?;
        Ok(letter)
    }

    /// The letters that belong where a case stands, those on its decisions first.
    pub fn letters_offered(&self, standing: &Standing<'_>, actor: Actor) -> Vec<LetterOffer<'_>> {
        let offer = |letter: &'_ LetterType, decision| {
            let refused = self.write(&letter.id, decision, standing, actor).err();
            // What belongs elsewhere is not on offer; nor is what belongs to a state while decisions contradict each other.
            let elsewhere = refused == Some(Refused::NotFromHere) || (decision.is_none() && refused == Some(Refused::Contradicting));
            (!elsewhere).then_some(refused)
        };
        let on_decision = self.letters().iter().filter(|letter| letter.on_decision()).flat_map(|letter| {
            let decided = standing.decisions.iter().filter(|decided| letter.outcomes.iter().any(|outcome| outcome == decided.outcome));
            decided.map(move |decided| (letter, Some(decided.id)))
        });
        let others = self.letters().iter().filter(|letter| !letter.on_decision()).map(|letter| (letter, None));
        let all = on_decision.chain(others);
        all.filter_map(|(letter, decision)| Some(LetterOffer { letter, decision, refused: offer(letter, decision)? })).collect()
    }

    pub(super) fn look_at_letters(&self, wrong: &mut Vec<Wrong>) {
        for letter in &self.letters {
            let place = || format!("letter \"{}\"", letter.id);
            let states = letter.states.iter().filter(|id| self.state(id).is_none()).map(|id| ("state", id));
            let outcomes = letter.outcomes.iter().filter(|id| self.outcome(id).is_none()).map(|id| ("outcome", id));
            wrong.extend(states.chain(outcomes).map(|(what, id)| Wrong::Unknown { place: place(), what, id: id.clone() }));
            let spoken = |language: &&String| !self.languages.contains(language);
            let foreign = letter.languages.iter().filter(spoken);
            wrong.extend(foreign.map(|language| Wrong::LetterLanguage { letter: letter.id.clone(), language: language.clone() }));
        }
        for field in self.recipient.iter().flat_map(|fields| [&fields.name, &fields.address]) {
            let place = || "\"recipient\"".to_owned();
            match self.form.field(field) {
                None => wrong.push(Wrong::Unknown { place: place(), what: "field", id: field.clone() }),
                Some(asked) if asked.kind != FieldKind::Text => wrong.push(Wrong::NotText { place: place(), field: field.clone() }),
                Some(_) => {}
            }
        }
    }

    /// Takes in the templates; `files` by `<letter>.<language>`. Gives everything that is wrong with them.
    pub(super) fn take_letters(&mut self, files: &BTreeMap<String, String>) -> Vec<Fault> {
        let (mut faults, mut letters) = (Vec::new(), std::mem::take(&mut self.letters));
        let mut asked = Vec::new();
        for letter in &mut letters {
            for language in self.languages.iter().filter(|language| letter.languages.is_empty() || letter.languages.contains(language)) {
                let key = format!("{}.{language}", letter.id);
                let fault = |wrong| Fault { file: file(&key), wrong };
                match files.get(&key).map(|text| Template::read(text)) {
                    None => faults.push(fault(Wrong::Missing)),
                    Some(Err(wrong)) => faults.extend(wrong.into_iter().map(Wrong::Template).map(fault)),
                    Some(Ok(template)) => {
                        faults.extend(template.blanks().filter_map(|blank| self.blank_wrong(blank, letter)).map(fault));
                        letter.texts.push(LetterText { language: language.clone(), template });
                    }
                }
                asked.push(key);
            }
        }
        faults.extend(files.keys().filter(|key| !asked.contains(key)).map(|key| Fault { file: file(key), wrong: Wrong::SpareLetter }));
        self.letters = letters;
        faults
    }

    /// Whether a blank can ever have an answer in this letter.
    fn blank_wrong(&self, blank: &Blank, letter: &LetterType) -> Option<Wrong> {
        let unknown = |what, id: &String| Some(Wrong::Unknown { place: "a blank".to_owned(), what, id: id.clone() });
        match blank {
            Blank::Field(id) | Blank::Label(id) if self.form.field(id).is_none() => unknown("field", id),
            Blank::Deadline(id) | Blank::Basis(id) if !self.deadlines.iter().any(|rule| rule.id == *id) => unknown("deadline", id),
            blank if blank.of_decision() && !letter.on_decision() => Some(Wrong::NoDecision {
                blank: match blank {
                    Blank::Outcome => "outcome",
                    Blank::Reason => "reason",
                    Blank::DecidedOn => "decided_on",
                    _ => "decided_by",
                },
            }),
            _ => None,
        }
    }
}

fn file(key: &str) -> String {
    format!("letters/{key}.txt")
}
