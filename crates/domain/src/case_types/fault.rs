//! What is wrong with a pack, where, in words for whoever writes it.

use std::fmt;

use crate::letters::TemplateWrong;

/// One fault of a pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// File of the pack, such as `type.toml` or `words/mk.ftl`.
    pub file: String,
    pub wrong: Wrong,
}

impl Fault {
    /// The line of its file that it is about, counted from 1: where what it names is said first. Nothing where that is not in the file.
    pub fn line(&self, text: &str) -> Option<usize> {
        let said = self.wrong.to_string();
        if let Wrong::NotReadable(_) = self.wrong {
            let after = &said[said.find("line ")? + "line ".len()..];
            return after.split(|sign: char| !sign.is_ascii_digit()).next()?.parse().ok();
        }
        // What a fault names stands in quotes, the thing itself after the place that names it.
        let named: Vec<&str> = said.split('"').skip(1).step_by(2).filter(|name| !name.is_empty()).collect();
        named.into_iter().rev().find_map(|name| line_of(text, name))
    }
}

/// The first line that says what something of this name is, else the first that names it.
fn line_of(text: &str, name: &str) -> Option<usize> {
    let quoted = format!("\"{name}\"");
    let says = |line: &str| line.strip_prefix(name).is_some_and(|rest| rest.trim_start().starts_with('='));
    let defines = |line: &str| line.strip_prefix("id").is_some_and(|rest| rest.trim_start().starts_with('=') && rest.contains(&quoted));
    let lines = || text.lines().map(str::trim_start).enumerate();
    let found = lines().find(|(_, line)| says(line) || defines(line)).or_else(|| lines().find(|(_, line)| line.contains(&quoted)));
    found.map(|(at, _)| at + 1)
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.file, self.wrong)
    }
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Wrong {
    #[error("it cannot be read: {0}")]
    NotReadable(String),
    #[error("there is none")]
    Missing,
    #[error("{what} \"{id}\": an id is 1 to 40 of a-z, 0-9 and _, and begins with a letter")]
    BadId { what: &'static str, id: String },
    #[error("\"{0}\" is the name of its folder and so its id: 1 to 40 of a-z, 0-9, - and _, and begins with a letter")]
    BadFolder(String),
    #[error("{what} \"{id}\" is there twice")]
    Twice { what: &'static str, id: String },
    #[error("{place} names {what} \"{id}\", which is not there")]
    Unknown { place: String, what: &'static str, id: String },
    #[error("prefix \"{0}\": references begin with 1 to 6 of A-Z")]
    BadPrefix(String),
    #[error("language \"{0}\" is not one of en, fr, de, mk, sq")]
    BadLanguage(String),
    #[error("the pack does not name this language")]
    SpareLanguage,
    #[error("no language is named")]
    NoLanguage,
    #[error("it has more than {limit} {what}")]
    TooMany { what: &'static str, limit: usize },
    #[error("it has no state")]
    NoState,
    #[error("a case begins in the first state, so its status has to be \"new\", and \"{0}\" has another")]
    FirstStateNotNew(String),
    #[error("no state is closed: a case of this type could never end")]
    NoClosedState,
    #[error("state \"{0}\" cannot be reached")]
    Unreachable(String),
    #[error("from state \"{0}\" no way leads to a closed one")]
    DeadEnd(String),
    #[error("status \"needs_adjudication\" of state \"{0}\" follows from decisions and belongs to no state")]
    DerivedStatus(String),
    #[error("there are outcomes, so exactly one state has to have the status \"decided\"")]
    OneDecidedState,
    #[error("state \"{0}\" has the status \"decided\" and there are no outcomes that lead to it")]
    DecidedWithoutOutcomes(String),
    #[error("step \"{0}\" leads to the decided state: only a decision does")]
    StepDecides(String),
    #[error("step \"{0}\" leads from the decided state to one that is not closed: while the decision counts, the case stays decided")]
    LeavesDecided(String),
    #[error("step \"{0}\" leads from a state to the same one")]
    StepGoesNowhere(String),
    #[error("{what} \"{id}\" starts nowhere: \"from\" is empty")]
    NoStart { what: &'static str, id: String },
    #[error("outcome \"{outcome}\" cannot be decided in \"{state}\", which is decided or closed")]
    DecidedTwice { outcome: String, state: String },
    #[error("outcome \"{0}\": whoever has the case is mostly whoever decides, so the second signature is \"anyone\" or \"manager\"")]
    SecondByAssignee(String),
    #[error("deadline \"{0}\" needs exactly one of working_days, days and months")]
    OneTerm(String),
    #[error("deadline \"{0}\" is 1 to 3,650 days or 1 to 120 months long")]
    BadTerm(String),
    #[error("deadline \"{id}\" begins at \"{from}\": write \"received\", \"state:ID\" or \"field:ID\"")]
    BadBeginning { id: String, from: String },
    #[error("deadline \"{0}\" begins with a field that is no date")]
    BeginsWithNoDate(String),
    #[error("deadline \"{0}\" is met by nothing: \"met_by\" is empty")]
    NeverMet(String),
    #[error("section \"{0}\" is empty")]
    EmptySection(String),
    #[error("field \"{0}\" is in no section: nobody could fill it in")]
    InNoSection(String),
    #[error("field \"{0}\" is in more than one section")]
    InTwoSections(String),
    #[error("field \"{0}\" names nobody: what is in \"names\" is a text")]
    NamesNobody(String),
    #[error("field \"{0}\" tells nobody apart: what is in \"identifying\" is a text, a day or a whole number")]
    TellsNobodyApart(String),
    #[error("field \"{0}\" belongs to many people: what is in \"unique\" is a text or a whole number")]
    SharedByMany(String),
    #[error("it is not an object with \"properties\" and \"additionalProperties\": false")]
    NotAForm,
    #[error("field \"{0}\" is none of: string, string with format date, string with enum, integer, boolean")]
    NotAField(String),
    #[error("field \"{0}\" has no choices")]
    NoChoices(String),
    #[error("choice \"{choice}\" of field \"{field}\" is no id, or \"help\", which names the help of the field")]
    BadChoice { field: String, choice: String },
    #[error("\"{0}\" is not known here: a mistyped rule would never hold")]
    UnknownKeyword(String),
    #[error("\"{0}\" is not what JSON Schema wants there")]
    BadKeyword(String),
    #[error("text \"{0}\" is missing")]
    NoText(String),
    #[error("text \"{0}\" belongs to nothing")]
    SpareText(String),
    #[error("text \"{0}\" is empty")]
    EmptyText(String),
    #[error("text \"{0}\" is not one line: it stands in lists, case files and letters")]
    NotOneLine(String),
    #[error("text \"{0}\" holds characters that cannot be shown")]
    Unprintable(String),
    #[error("text \"{id}\" has more than {limit} characters")]
    LongText { id: String, limit: usize },
    #[error("day \"{0}\" is no day of every year, written MM-DD")]
    BadYearly(String),
    #[error("{0} days from Easter: a holiday reckoned from it lies between 80 days before it and 200 after")]
    FarFromEaster(i16),
    #[error("known_from is {from} and known_to is {to}")]
    BadYears { from: i16, to: i16 },
    #[error("every day is free: nothing could ever be due")]
    NoWorkingDay,
    #[error("letter \"{letter}\" is written in \"{language}\", which the pack does not speak")]
    LetterLanguage { letter: String, language: String },
    #[error("{place} names field \"{field}\", which is no text")]
    NotText { place: String, field: String },
    #[error("{{{blank}}} is known only in a letter on a decision, and this one names no outcome")]
    NoDecision { blank: &'static str },
    #[error("no letter of this name is written in this language")]
    SpareLetter,
    #[error("{0}")]
    Template(TemplateWrong),
}
