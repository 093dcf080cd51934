//! What a template can leave blank: a name between braces.

use crate::casework::is_id;

/// A place that is filled in from the case.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Blank {
    Reference,
    Title,
    /// What the case type is called.
    CaseType,
    /// The day of receipt.
    Received,
    /// Where the case stands.
    State,
    Office,
    /// Whoever writes the letter.
    Author,
    Today,
    /// Fields that the form still lacks, each a paragraph of its own.
    Missing,
    /// What was decided.
    Outcome,
    /// Why.
    Reason,
    DecidedOn,
    DecidedBy,
    /// Names of the people in one of these roles.
    Party(Vec<String>),
    Field(String),
    /// What a field is called.
    Label(String),
    /// The day of a term.
    Deadline(String),
    /// The law that sets a term.
    Basis(String),
    /// What only a person can say; the text tells them what is wanted.
    ByHand(String),
}

impl Blank {
    /// Reads what stands between the braces; nothing where there is no such blank.
    pub fn read(text: &str) -> Option<Self> {
        let text = text.trim();
        if let Some(wanted) = text.strip_prefix('?') {
            let wanted = wanted.trim();
            return (!wanted.is_empty() && !wanted.contains(['[', ']'])).then(|| Self::ByHand(wanted.to_owned()));
        }
        if let Some((kind, of)) = text.split_once(':') {
            let (kind, of) = (kind.trim(), of.trim());
            let id = || is_id(of).then(|| of.to_owned());
            return match kind {
                "field" => id().map(Self::Field),
                "label" => id().map(Self::Label),
                "deadline" => id().map(Self::Deadline),
                "basis" => id().map(Self::Basis),
                "party" => {
                    let roles: Vec<String> = of.split('/').map(|role| role.trim().to_owned()).collect();
                    roles.iter().all(|role| !role.is_empty() && !role.contains(['[', ']'])).then_some(Self::Party(roles))
                }
                _ => None,
            };
        }
        Some(match text {
            "reference" => Self::Reference,
            "title" => Self::Title,
            "case_type" => Self::CaseType,
            "received" => Self::Received,
            "state" => Self::State,
            "office" => Self::Office,
            "author" => Self::Author,
            "today" => Self::Today,
            "missing" => Self::Missing,
            "outcome" => Self::Outcome,
            "reason" => Self::Reason,
            "decided_on" => Self::DecidedOn,
            "decided_by" => Self::DecidedBy,
            _ => return None,
        })
    }

    /// Whether only a letter on a decision has an answer.
    pub fn of_decision(&self) -> bool {
        matches!(self, Self::Outcome | Self::Reason | Self::DecidedOn | Self::DecidedBy)
    }
}
