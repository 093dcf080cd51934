//! How large the parts of a case may be. The same limits bind the screens, the terminal, imports and the document itself.

use super::{AttachmentVersion, CaseChange, EventKind, FieldValue, LetterFiled, Stage, Status};
use crate::letters::ADDRESS_CHARS;

/// Characters of a title, a name, a reference, a label: anything that is one line.
pub const LINE_CHARS: usize = 500;
/// Characters of a note, a reason, a text field: anything that is read as prose.
pub const TEXT_CHARS: usize = 100_000;
/// Characters of a tag or of a field's name.
pub const NAME_CHARS: usize = 100;
/// Characters of the words that go with a hand-over: they stand in every case of it.
pub const HAND_OVER_CHARS: usize = 5_000;
/// Parties, notes, tasks and so on, of each kind, in one case.
pub const ITEMS: usize = 1_000;
/// States in which a deadline can be met.
const STATES: usize = 100;
/// Decisions that one decision can replace.
pub const REPLACED: usize = 100;

/// Why a change can never be made, whatever the case looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ChangeRefused {
    #[error("{what} is longer than {limit} characters")]
    TooLong { what: &'static str, limit: usize },
    #[error("{what} is empty")]
    Empty { what: &'static str },
    #[error("{what} holds characters that cannot be shown")]
    Unprintable { what: &'static str },
    #[error("a hash is not 64 lower-case hexadecimal digits")]
    BadHash,
    #[error("this status follows from decisions and cannot be set")]
    DerivedStatus,
    #[error("a decision replaces more than {REPLACED} others")]
    TooManyReplaced,
    #[error("{what} is no id")]
    NoId { what: &'static str },
}

/// Characters of an id in a case type.
const ID_CHARS: usize = 40;

/// Whether this can be an id of a case type: a field's, a state's, a rule's.
pub(crate) fn is_id(text: &str) -> bool {
    let mut bytes = text.bytes();
    bytes.next().is_some_and(|first| first.is_ascii_lowercase())
        && bytes.all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_')
        && text.len() <= ID_CHARS
}

/// Whether a change is within limits by itself.
///
/// # Errors
/// The first limit that the change breaks.
pub fn validate(change: &CaseChange) -> Result<(), ChangeRefused> {
    match change {
        CaseChange::SetTitle { title } => line("title", title),
        CaseChange::SetReference { reference } => line("reference", reference),
        CaseChange::SetReceived { .. } | CaseChange::Assign { .. } => Ok(()),
        CaseChange::SetField { field, value } => {
            name("field", field)?;
            match value {
                FieldValue::Text(text) => prose("field", text),
                _ => Ok(()),
            }
        }
        CaseChange::AddTag { tag } | CaseChange::RemoveTag { tag } => name("tag", tag),
        CaseChange::AddParty { name: of, role, contact, .. } => {
            line("party", of)?;
            line("role", role)?;
            line("contact", contact)
        }
        CaseChange::EditParty { name: of, role, contact, .. } => [("party", of), ("role", role), ("contact", contact)]
            .into_iter()
            .try_for_each(|(what, text)| text.as_ref().map_or(Ok(()), |text| line(what, text))),
        CaseChange::AddNote { text, .. } => {
            filled("note", text)?;
            prose("note", text)
        }
        CaseChange::AddAttachment { name: of, version, .. } => {
            filled("attachment", of)?;
            line("attachment", of)?;
            attachment(version)
        }
        CaseChange::AddAttachmentVersion { version, .. } => attachment(version),
        CaseChange::RenameAttachment { name: of, .. } => {
            filled("attachment", of)?;
            line("attachment", of)
        }
        CaseChange::AddTask { text, .. } => line("task", text),
        CaseChange::EditTask { text, .. } => text.as_ref().map_or(Ok(()), |text| line("task", text)),
        CaseChange::AddDeadline { label, rule, .. } => {
            line("deadline", label)?;
            rule.as_ref().map_or(Ok(()), |rule| {
                id("rule", &rule.id)?;
                line("basis", &rule.basis)?;
                let stage = |code: &String| code == Status::Decided.code() || Stage::read(code).is_some();
                let known = rule.met_by.len() <= STATES && rule.met_by.iter().all(stage);
                if known { Ok(()) } else { Err(ChangeRefused::NoId { what: "met by" }) }
            })
        }
        CaseChange::Decide { outcome, reason, replaces, .. } => {
            filled("decision", outcome)?;
            line("decision", outcome)?;
            filled("reason", reason)?;
            prose("reason", reason)?;
            if replaces.len() > REPLACED { Err(ChangeRefused::TooManyReplaced) } else { Ok(()) }
        }
        CaseChange::AddEvent { event, .. } => match event {
            EventKind::StatusSet { stage } if !Stage::STATUSES.contains(&stage.status) => Err(ChangeRefused::DerivedStatus),
            EventKind::StatusSet { stage } => stage.state.as_ref().map_or(Ok(()), |state| id("state", state)),
            EventKind::Signed { said, .. } => hash(said),
            EventKind::Imported { text, .. } => prose("history", text),
            EventKind::Settled { place, chosen } => {
                line("place", place)?;
                prose("choice", chosen)
            }
            EventKind::HandedOver { words, .. } | EventKind::GivenBack { words, .. } => {
                prose("words", words)?;
                at_most("words", words, HAND_OVER_CHARS)
            }
            EventKind::Taken { .. } => Ok(()),
            EventKind::TakenOut { name, version, reason } => {
                line("attachment", name)?;
                line("version", version)?;
                prose("reason", reason)
            }
            EventKind::OpenedElsewhere { name, version } | EventKind::FoundElsewhere { name, version, .. } => {
                line("attachment", name)?;
                hash(version)
            }
            EventKind::LetterFiled(filed) => letter(filed),
        },
        CaseChange::RemoveCase { reason } => {
            filled("reason", reason)?;
            prose("reason", reason)
        }
        CaseChange::RestoreCase
        | CaseChange::RemoveParty { .. }
        | CaseChange::WithdrawNote { .. }
        | CaseChange::RemoveAttachment { .. }
        | CaseChange::SetTaskDone { .. }
        | CaseChange::RemoveTask { .. }
        | CaseChange::SetDeadlineDay { .. }
        | CaseChange::SetDeadlineMet { .. }
        | CaseChange::RemoveDeadline { .. }
        | CaseChange::WithdrawDecision { .. } => Ok(()),
    }
}

fn letter(filed: &LetterFiled) -> Result<(), ChangeRefused> {
    id("letter", &filed.letter)?;
    id("language", &filed.language)?;
    line("letter", &filed.title)?;
    line("office", &filed.office)?;
    line("reference", &filed.reference)?;
    at_most("recipient", &filed.recipient, ADDRESS_CHARS)?;
    prose("recipient", &filed.recipient)?;
    filled("text", &filed.text)?;
    prose("text", &filed.text)?;
    hash(&filed.version)?;
    filed.decision.as_ref().map_or(Ok(()), |(_, said)| hash(said))
}

fn attachment(version: &AttachmentVersion) -> Result<(), ChangeRefused> {
    line("media type", &version.media_type)?;
    hash(&version.sealed_hash)?;
    hash(&version.content_hash)
}

fn hash(text: &str) -> Result<(), ChangeRefused> {
    let hexadecimal = text.len() == 64 && text.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b));
    if hexadecimal { Ok(()) } else { Err(ChangeRefused::BadHash) }
}

fn id(what: &'static str, text: &str) -> Result<(), ChangeRefused> {
    if is_id(text) { Ok(()) } else { Err(ChangeRefused::NoId { what }) }
}

fn filled(what: &'static str, text: &str) -> Result<(), ChangeRefused> {
    if text.trim().is_empty() { Err(ChangeRefused::Empty { what }) } else { Ok(()) }
}

fn line(what: &'static str, text: &str) -> Result<(), ChangeRefused> {
    at_most(what, text, LINE_CHARS)?;
    if text.chars().any(char::is_control) { Err(ChangeRefused::Unprintable { what }) } else { Ok(()) }
}

fn name(what: &'static str, text: &str) -> Result<(), ChangeRefused> {
    filled(what, text)?;
    at_most(what, text, NAME_CHARS)?;
    line(what, text)
}

fn prose(what: &'static str, text: &str) -> Result<(), ChangeRefused> {
    at_most(what, text, TEXT_CHARS)?;
    if text.contains('\0') { Err(ChangeRefused::Unprintable { what }) } else { Ok(()) }
}

fn at_most(what: &'static str, text: &str, limit: usize) -> Result<(), ChangeRefused> {
    // A character takes at least one byte, so short texts need no count.
    if text.len() > limit && text.chars().count() > limit { Err(ChangeRefused::TooLong { what, limit }) } else { Ok(()) }
}
