//! What people do to cases.

use praesto_app::Handle;
use praesto_contract::*;
use rand::{Rng, RngCore};
use uuid::Uuid;

use super::run::Run;

const FIELDS: [&str; 4] = ["start", "hours", "group", "sibling"];
/// Edits of one case: a file of that many is a long one.
const EDITS: usize = 60;
/// Cases that people work on at a time.
const AT_WORK: usize = 40;
/// Files that one run attaches at most.
const FILES: usize = 60;

impl Run {
    /// Whether an answer may be an error: only where the power failed, or where a newcomer could not have the case checked before it is changed. That
    /// everything is checked in the end, the end sees to.
    fn or_dark<T>(&self, at: usize, answer: Result<T, ApiError>, what: &str) -> Option<T> {
        match answer {
            Ok(answer) => Some(answer),
            Err(error) if error.code == ErrorCode::NotChecked || self.world.is_cut(&self.seats[at].name) => None,
            Err(error) => panic!("{what}: {error:?}"),
        }
    }

    pub(crate) fn create(&mut self, at: usize) -> &'static str {
        if self.cases.len() < self.most_cases {
            let create = CaseCreate {
                title: format!("Case {}", self.cases.len()),
                reference: None,
                case_type: None,
                channel: Channel::Paper,
                changes: Vec::new(),
                drafts: Vec::new(),
            };
            let answer = self.seats[at].device.handle(create);
            self.cases.extend(self.or_dark(at, answer, "a case is made, also offline").map(|case| case.id));
        }
        "new cases"
    }

    /// A case that the device knows and that is not removed.
    fn known(&mut self, at: usize) -> Option<CaseView> {
        self.known_or_removed(at).filter(|case| !is_removed(case))
    }

    /// A case that the device knows: mostly one of those that people work on now.
    fn known_or_removed(&mut self, at: usize) -> Option<CaseView> {
        if self.cases.is_empty() {
            return None;
        }
        let from = if self.random.random_bool(0.9) { self.cases.len().saturating_sub(AT_WORK) } else { 0 };
        let case = self.cases[self.random.random_range(from..self.cases.len())];
        self.seats[at].device.handle(CaseGet { case }).ok()
    }

    pub(crate) fn edit(&mut self, at: usize) -> &'static str {
        let Some(case) = self.known_or_removed(at).filter(|case| self.edits.get(&case.id).is_none_or(|edits| *edits < EDITS)) else {
            return "edits of nothing";
        };
        self.next += 1;
        let id = NoteId(Uuid::from_u128(self.next));
        let mut changes = vec![CaseChange::AddNote { id, text: format!("note {}", self.next), corrects: None }];
        match self.random.random_range(0..5) {
            0..3 => {
                let field = FIELDS[self.random.random_range(0..FIELDS.len())].to_owned();
                changes.push(CaseChange::SetField { field, value: FieldValue::Whole(self.random.random_range(0..1000)) });
            }
            3 => changes.push(CaseChange::AddTask {
                id: TaskId(Uuid::from_u128(self.next)),
                text: format!("task {}", self.next),
                due: None,
                assignee: None,
            }),
            _ => changes.push(CaseChange::AddTag { tag: format!("tag {}", self.random.random_range(0..5)) }),
        }
        let answer = self.seats[at].device.handle(CaseEdit { case: case.id, changes, drafts: Vec::new(), over: Vec::new() });
        if is_removed(&case) {
            if !self.world.is_cut(&self.seats[at].name) {
                let code = answer.expect_err("a removed case takes no edit").code;
                assert!(matches!(code, ErrorCode::CaseRemoved | ErrorCode::NotChecked), "and says why: {code:?}");
            }
            return "edits of removed cases";
        }
        *self.edits.entry(case.id).or_default() += 1;
        if self.or_dark(at, answer, "an edit is saved, also offline").is_some() {
            self.acknowledged.insert(id);
        }
        "edits"
    }

    /// Does one of the acts that the case's type allows this person where the case stands.
    pub(crate) fn go_on(&mut self, at: usize) -> &'static str {
        let Some(case) = self.known(at).filter(|case| self.edits.get(&case.id).is_none_or(|edits| *edits < EDITS)) else {
            return "acts on nothing";
        };
        let acts = case.standing.iter().flat_map(|standing| &standing.acts).filter(|one| one.refused.is_none());
        let acts: Vec<Act> = acts.map(|one| one.act.clone()).collect();
        if acts.is_empty() {
            return "acts on nothing";
        }
        self.next += 1;
        let (id, drafts) = (case.id, Vec::new());
        let device = &self.seats[at].device;
        let answer = match acts[self.random.random_range(0..acts.len())].clone() {
            Act::Step { step } => device.handle(CaseStep { case: id, step: Some(step), seen: None, note: None, drafts }),
            Act::Decide { outcome } => {
                let stands = |decision: &&DecisionView| !decision.withdrawn && !decision.replaced && !decision.waits;
                let replaces = case.decisions.iter().filter(stands).map(|decision| decision.id).collect();
                device.handle(CaseDecide { case: id, outcome, reason: format!("reason {}", self.next), replaces, drafts })
            }
            Act::Sign { decision } => {
                let shown = case.decisions.iter().find(|one| one.id == decision).expect("what is to be signed is shown");
                device.handle(CaseSign { case: id, decision, fingerprint: shown.fingerprint.clone() })
            }
        };
        *self.edits.entry(id).or_default() += 1;
        self.or_dark(at, answer, "what the type allows is done, also offline");
        "acts"
    }

    pub(crate) fn settle(&mut self, at: usize) -> &'static str {
        let Some(case) = self.known(at) else { return "settlements of nothing" };
        if let Some(conflict) = case.conflicts.first() {
            let settlement = match conflict.values.first() {
                Some(value) if self.random.random_bool(0.7) => Settlement::Use { value_id: value.value_id.clone() },
                _ => Settlement::KeepBothAsNote,
            };
            let request = ConflictSettle { case: case.id, place: conflict.place.clone(), settlement, shown: Vec::new() };
            let answer = self.seats[at].device.handle(request);
            self.or_dark(at, answer, "a shown conflict can be settled");
        }
        "settlements"
    }

    pub(crate) fn remove(&mut self, at: usize) -> &'static str {
        if let Some(case) = self.known(at) {
            let answer = self.seats[at].device.handle(CaseRemove { case: case.id, reason: format!("reason {}", self.next) });
            self.or_dark(at, answer, "a case is removed, also offline");
        }
        "removals"
    }

    /// Brings back, or keeps, the first case from a random one on that bears a mark; now and then answers for all that are asked about.
    pub(crate) fn restore_case(&mut self, at: usize) -> &'static str {
        if self.cases.is_empty() {
            return "cases brought back";
        }
        let list = CaseListGet { queue: Queue::Removed, sort: CaseSort::Newest, filter: ListFilter::default(), offset: 0, limit: 0 };
        let asked = self.seats[at].device.handle(list).expect("a list is read").asked;
        if let Some(last) = asked.iter().map(|one| one.last).max() {
            let settle = RemovalsSettle { agree: self.random.random_bool(0.5), last };
            let answer = self.seats[at].device.handle(settle);
            self.or_dark(at, answer, "a question is answered");
            return "questions answered";
        }
        let first = self.random.random_range(0..self.cases.len());
        let device = &self.seats[at].device;
        let marked = |case: &&CaseId| device.handle(CaseGet { case: **case }).is_ok_and(|case| case.removal.is_some());
        if let Some(case) = self.cases[first..].iter().chain(&self.cases[..first]).find(marked).copied() {
            let answer = device.handle(CaseRestore { case });
            self.or_dark(at, answer, "a removed case is brought back");
        }
        "cases brought back"
    }

    pub(crate) fn undo(&mut self, at: usize) -> &'static str {
        // Undoing an edit withdraws its note by a mark; the note itself stays.
        if let Some(case) = self.known_or_removed(at).filter(|case| case.can_undo) {
            let answer = self.seats[at].device.handle(CaseUndo { case: case.id });
            // What a colleague wrote over since cannot be taken back, and what rested on it is let go of.
            if answer.as_ref().is_err_and(|error| error.code == ErrorCode::ChangedSince) {
                return "refused, being written over since";
            }
            if is_removed(&case) && answer.as_ref().is_err_and(|error| error.code == ErrorCode::CaseRemoved) {
                return "undone in removed cases";
            }
            let Some(after) = self.or_dark(at, answer, "what can be undone is undone") else { return "undone" };
            // A file that is taken back is shown no more.
            let shown = versions(&after);
            for version in versions(&case).iter().filter(|version| !shown.contains(*version)) {
                self.attached.remove(version);
            }
        }
        "undone"
    }

    pub(crate) fn attach(&mut self, at: usize) -> &'static str {
        let Some(case) = self.known(at).filter(|_| self.attached.len() < FILES) else { return "files for nothing" };
        self.next += 1;
        let name = format!("file {}.bin", self.next);
        let mut bytes = vec![0; self.random.random_range(0..150_000)];
        self.random.fill_bytes(&mut bytes);
        let path = self.world.scratch(&name);
        std::fs::write(&path, &bytes).expect("a file to attach");
        let version_of = case.attachments.last().filter(|_| self.random.random_bool(0.4)).map(|attachment| attachment.id);
        let add = AttachmentAdd { case: case.id, paths: vec![path.to_string_lossy().into_owned()], version_of };
        let answer = self.seats[at].device.handle(add);
        std::fs::remove_file(&path).expect("it was there");
        if let Some(after) = self.or_dark(at, answer, "a file is attached, also offline") {
            let before = versions(&case);
            let new: Vec<_> = versions(&after).into_iter().filter(|version| !before.contains(version)).collect();
            assert_eq!(new.len(), 1, "one file is one version");
            self.attached.extend(new.into_iter().map(|version| (version, bytes.clone())));
        }
        "files"
    }

    pub(crate) fn fetch(&mut self, at: usize) -> &'static str {
        let case = self.known(at).filter(|case| !case.attachments.is_empty());
        if let Some(case) = case {
            let attachment = &case.attachments[self.random.random_range(0..case.attachments.len())];
            let version = Some(attachment.versions[self.random.random_range(0..attachment.versions.len())].id.clone());
            // Not sent yet, or offline: later.
            let _ = self.seats[at].device.handle(AttachmentFetch { case: case.id, attachment: attachment.id, version });
        }
        "fetches"
    }
}

/// Every version of every file that a case shows.
fn versions(case: &CaseView) -> Vec<String> {
    case.attachments.iter().flat_map(|attachment| &attachment.versions).map(|version| version.id.clone()).collect()
}

/// Whether a case takes edits only once it is brought back.
fn is_removed(case: &CaseView) -> bool {
    case.removal.as_ref().is_some_and(|removal| removal.state != RemovalState::Contested)
}
