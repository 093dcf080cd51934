//! Everything that happened to a case, as the trail of its changes tells it.

use std::collections::{BTreeMap, HashSet};

use automerge::ChangeHash;
use praesto_domain::{
    Moment,
    casework::{
        ADD_ATTACHMENT, CHANGE_CODES, DECIDE, EventKind, FILE_LETTER, FIND_ELSEWHERE, GIVE_BACK, HAND_OVER, OPEN_ELSEWHERE, REMOVE_CASE,
        Stamp, TAKE_OUT,
    },
};

use super::{
    closing,
    entries::{self, Single},
    history::{Entry, History},
    merged::Merged,
    read, removal, values,
    written::{self, Written, Wrote},
};

/// Code of a change that says nothing of itself.
const OTHER: &str = "other";

/// One line of a timeline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimelineEntry {
    /// Codes of `change-*` messages; never empty.
    pub what: Vec<String>,
    pub by: Stamp,
    /// Hash of the change.
    pub change: [u8; 32],
    /// Written without knowledge of the line before or after it.
    pub branch: bool,
    /// Made after the case was closed, or beside that.
    pub late: bool,
    /// Own words of a line of history that came with an import, why the case was removed or a file taken out, what was decided, which letter was
    /// signed off, or what was said to whoever the case was handed to or given back to.
    pub text: Option<String>,
    /// Name of the file that was taken out, or of which a copy went to another program or was found, and the sealed hash of its version.
    pub taken_out: Option<(String, String)>,
    /// What it wrote, at which places; not for a line that tells of an imported line of history or of a file.
    pub written: Vec<Written>,
    /// How many places more it wrote at.
    pub more: usize,
    /// When that line says it happened.
    pub happened_at: Option<Moment>,
}

/// Lines of a document, oldest first: one per change, and before it one per imported line of history and per file that was taken out. A change that
/// did nothing but take files out has no line beside these.
pub(super) fn of(merged: &Merged) -> Vec<TimelineEntry> {
    let history = merged.history();
    let mut told = Told::of(merged, &history);
    let changes: Vec<&Entry> = history.in_order().into_iter().filter(|entry| entry.actor.to_bytes() != merged.schema.actor).collect();
    let mut written = written::of(&merged.doc);
    let late = closing::late(&merged.doc, &history).unwrap_or_default();
    let late: HashSet<ChangeHash> = late.into_iter().map(|(entry, _)| entry.hash).collect();
    let mut lines = Vec::new();
    for (index, entry) in changes.iter().enumerate() {
        // Between two neighbours of this order nothing lies, so one knows of the other only if it depends on it directly.
        let after_previous = index == 0 || entry.deps.contains(&changes[index - 1].hash);
        let before_next = changes.get(index + 1).is_none_or(|next| next.deps.contains(&entry.hash));
        let mut codes = codes(entry.message.as_deref().unwrap_or_default());
        let taken_out = told.taken_out.remove(&entry.hash).unwrap_or_default();
        codes.retain(|code| !taken_out.iter().any(|one| one.code == code));
        let Wrote { places, more, worked } = written.remove(&entry.hash).unwrap_or_default();
        if codes.is_empty() && worked {
            // It let files out, and says nothing of what else it did.
            codes.push(OTHER.to_owned());
        }
        let letter = told.letters.remove(&entry.hash).filter(|_| codes.iter().any(|code| code == FILE_LETTER));
        // That a letter, or what was found, is a file as well need not be said.
        let found = taken_out.iter().any(|one| one.code == FIND_ELSEWHERE);
        codes.retain(|code| code != ADD_ATTACHMENT || (letter.is_none() && !found));
        let does = |what: &str| codes.iter().any(|code| code == what);
        let reason = does(REMOVE_CASE).then(|| removal::reason(&merged.doc, &history, entry)).flatten();
        let outcome = told.decided.remove(&entry.hash).filter(|_| does(DECIDE));
        let handed = told.handed.remove(&entry.hash).filter(|_| does(HAND_OVER) || does(GIVE_BACK));
        let line = TimelineEntry {
            by: Stamp { device: entry.device, at: Moment(entry.time) },
            change: entry.hash.0,
            branch: !(after_previous && before_next),
            late: late.contains(&entry.hash),
            text: reason.or(outcome).or(handed).or(letter),
            taken_out: None,
            written: Vec::new(),
            more: 0,
            happened_at: None,
            what: codes,
        };
        for (text, happened_at) in told.imported.remove(&entry.hash).unwrap_or_default() {
            lines.push(TimelineEntry { what: vec!["import".to_owned()], text: Some(text), happened_at, ..line.clone() });
        }
        for TakenOut { code, file, reason } in taken_out {
            lines.push(TimelineEntry { what: vec![code.to_owned()], text: reason, taken_out: Some(file), ..line.clone() });
        }
        if !line.what.is_empty() {
            lines.push(TimelineEntry { written: places, more, ..line });
        }
    }
    lines
}

/// A colleague's change may say anything: only codes that there are words for are passed on.
fn codes(message: &str) -> Vec<String> {
    let mut codes: Vec<String> = Vec::new();
    for code in message.split(' ').filter(|code| CHANGE_CODES.contains(code)) {
        if !codes.iter().any(|known| known == code) {
            codes.push(code.to_owned());
        }
    }
    if codes.iter().any(|code| code == HAND_OVER || code == GIVE_BACK) {
        // Who has the case then, and whose the tasks are, is told by the places that were written.
        codes.retain(|code| !["assign", "unassign", "edit-task"].contains(&code.as_str()));
    }
    if codes.is_empty() {
        codes.push(OTHER.to_owned());
    }
    codes
}

/// What events and decisions tell of the changes that wrote them.
#[derive(Default)]
struct Told {
    /// Lines of history that came with imports.
    imported: BTreeMap<ChangeHash, Vec<(String, Option<Moment>)>>,
    taken_out: BTreeMap<ChangeHash, Vec<TakenOut>>,
    /// What was said with a hand-over, or with giving back.
    handed: BTreeMap<ChangeHash, String>,
    /// Outcome of the last decision of a change.
    decided: BTreeMap<ChangeHash, String>,
    /// What the last letter of a change is called.
    letters: BTreeMap<ChangeHash, String>,
}

/// A file that was taken out, or of which a copy went to another program or was found: the code of that, its name and version, and why.
struct TakenOut {
    code: &'static str,
    file: (String, String),
    reason: Option<String>,
}

impl Told {
    fn file(&mut self, change: ChangeHash, file: TakenOut) {
        self.taken_out.entry(change).or_default().push(file);
    }

    fn of(merged: &Merged, history: &History) -> Self {
        let mut told = Self::default();
        for Single { map, .. } in entries::singles(&merged.doc, "events").unwrap_or_default() {
            let (Ok(Some(event)), Some(change)) = (read::event(&merged.doc, history, &map), history.change_of(&map)) else { continue };
            match event {
                EventKind::Imported { happened_at, text } => told.imported.entry(change.hash).or_default().push((text, happened_at)),
                EventKind::TakenOut { name, version, reason } => {
                    told.file(change.hash, TakenOut { code: TAKE_OUT, file: (name, version), reason: Some(reason) });
                }
                EventKind::OpenedElsewhere { name, version } => {
                    told.file(change.hash, TakenOut { code: OPEN_ELSEWHERE, file: (name, version), reason: None });
                }
                EventKind::FoundElsewhere { name, version, .. } => {
                    told.file(change.hash, TakenOut { code: FIND_ELSEWHERE, file: (name, version), reason: None });
                }
                EventKind::LetterFiled(filed) => {
                    told.letters.insert(change.hash, filed.title);
                }
                EventKind::HandedOver { words, .. } | EventKind::GivenBack { words, .. } if !words.is_empty() => {
                    told.handed.insert(change.hash, words);
                }
                EventKind::StatusSet { .. }
                | EventKind::Settled { .. }
                | EventKind::Signed { .. }
                | EventKind::HandedOver { .. }
                | EventKind::Taken { .. }
                | EventKind::GivenBack { .. } => {}
            }
        }
        for Single { map, .. } in entries::singles(&merged.doc, "decisions").unwrap_or_default() {
            let outcome = values::made_with(&merged.doc, history, &map, "outcome", values::text);
            if let (Ok(Some(outcome)), Some(change)) = (outcome, history.change_of(&map)) {
                told.decided.insert(change.hash, outcome);
            }
        }
        told
    }
}
