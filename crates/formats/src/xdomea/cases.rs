//! Which records of a message become cases.
//!
//! - Each process (Vorgang, Teilvorgang) is a case.
//! - A file (Akte, Teilakte) is a case if it holds no processes, or documents of its own beside them.
//!   Otherwise its people, history and fields go to the cases made from what it holds.
//! - A loose document is a case. Cover letters go to the only case; with several cases they are cases of their own.

use std::collections::HashSet;

use jiff::civil::Date;

use super::imported::{ABOVE, CODED, ImportedCase, ImportedDocument, ImportedHistory, ImportedPerson, ImportedVersion, PartOf, PersonRole};
use super::model::{General, HistoryLine, Level, Step, XdomeaContact, XdomeaDocument, XdomeaFile, XdomeaMessage, XdomeaVersion};
use super::when::When;
use crate::media::media_type_of;
use crate::names::{extension, safe_name, shorten};

const TITLE_CHARS: usize = 500;
/// Titles of the records above are repeated in every case below them, so they are kept shorter.
const ABOVE_CHARS: usize = 120;
/// How many lines may be repeated in all the cases below one file; with more, the file becomes a case to hold them.
const REPEATED_LINES: usize = 100_000;

impl XdomeaMessage {
    /// The cases this message would make, in its order.
    pub fn cases(&self) -> Vec<ImportedCase> {
        let mut cases = Vec::new();
        for record in &self.records {
            record_cases(record, &Above::default(), &mut cases);
        }
        cases.extend(self.documents.iter().map(document_case));
        match cases.as_mut_slice() {
            [only] => self.covers.iter().for_each(|cover| only.document(cover, None)),
            _ => cases.extend(self.covers.iter().map(document_case)),
        }
        cases.into_iter().map(|case| self.finish(case)).collect()
    }

    /// Adds what the header says to a case, and puts the case in order.
    fn finish(&self, mut draft: Draft) -> ImportedCase {
        draft.person(&self.sender, PersonRole::HandedOverBy);
        draft.person(&self.receiver, PersonRole::HandedOverTo);
        let mut case = draft.case;
        let earliest = case.documents.iter().filter_map(|document| document.received).min();
        case.received = earliest.or(case.from).or_else(|| case.documents.iter().filter_map(|document| document.date).min());
        case.received = case.received.or(Some(self.created.day));
        case.history.push(ImportedHistory {
            at: Some(self.created),
            actor: self.sender.name().unwrap_or_default().to_owned(),
            text: format!("xdomea {} {}", self.kind, self.name),
            about: self.process_id.clone(),
        });
        case.history.sort_by_key(|line| line.at);
        let header = [("message", Some(format!("{} {}", self.kind, self.name))), ("process", Some(self.process_id.clone()))];
        add(&mut case.fields, header.into_iter().chain([("system", self.system.clone()), ("message-note", self.note.clone())]));
        case
    }
}

/// What a case takes over from the records above it.
#[derive(Default, Clone)]
struct Above {
    part_of: Vec<PartOf>,
    people: Vec<ImportedPerson>,
    history: Vec<ImportedHistory>,
    fields: Vec<(String, String)>,
}

fn record_cases(record: &XdomeaFile, above: &Above, cases: &mut Vec<Draft>) {
    let mut own = Draft::new(&record.id, record_title(record), record.general.reference.clone());
    for contact in &record.contacts {
        own.person(contact, PersonRole::Party);
    }
    own.history(&record.history, &record.id);
    own.steps(&record.steps, &record.id);
    own.case.fields = record_fields(record);
    own.inherit(above);
    let mut below = Above { part_of: above.part_of.clone(), ..Above::default() };
    below.part_of.push(PartOf {
        stable_id: record.id.clone(),
        level: record.level,
        title: shorten(&own.case.title, ABOVE_CHARS),
        reference: own.case.reference.as_deref().map(|reference| shorten(reference, ABOVE_CHARS)),
    });
    let lines = own.case.people.len() + own.case.history.len() + own.case.fields.len();
    let is_process = matches!(record.level, Level::Process | Level::PartProcess);
    let holds_own = !record.documents.is_empty() || !own.case.documents.is_empty();
    if is_process || record.children.is_empty() || holds_own || lines.saturating_mul(descendants(record)) > REPEATED_LINES {
        let case = &mut own.case;
        (case.from, case.to, case.closed, case.closed_on) = (record.from, record.to, record.closed, record.closed_on);
        for document in &record.documents {
            own.document(document, None);
        }
        cases.push(own);
    } else {
        // Nothing of the file itself may be lost when only what it holds becomes cases.
        let ImportedCase { people, history, fields, .. } = own.case;
        let fields = fields.into_iter().map(|(key, value)| (of_above(&key), value));
        below = Above { people, history, fields: fields.collect(), ..below };
    }
    for child in &record.children {
        record_cases(child, &below, cases);
    }
}

fn descendants(record: &XdomeaFile) -> usize {
    record.children.iter().map(|child| 1 + descendants(child)).sum()
}

fn document_case(document: &XdomeaDocument) -> Draft {
    let reference = document.general.reference.clone().or_else(|| document.foreign_reference.clone());
    let mut draft = Draft::new(&document.id, document_name(document), reference);
    draft.document(document, None);
    draft
}

/// A case being gathered, and what it already holds.
struct Draft {
    case: ImportedCase,
    people: HashSet<ImportedPerson>,
    documents: HashSet<String>,
}

impl Draft {
    fn new(id: &str, title: String, reference: Option<String>) -> Self {
        let case = ImportedCase {
            stable_id: id.to_owned(),
            title,
            reference,
            received: None,
            from: None,
            to: None,
            closed: false,
            closed_on: None,
            part_of: Vec::new(),
            people: Vec::new(),
            documents: Vec::new(),
            history: Vec::new(),
            fields: Vec::new(),
        };
        Self { case, people: HashSet::new(), documents: HashSet::new() }
    }

    fn inherit(&mut self, above: &Above) {
        self.case.part_of.clone_from(&above.part_of);
        for person in &above.people {
            self.known_person(person.clone());
        }
        self.case.history.extend(above.history.iter().cloned());
        self.case.fields.extend(above.fields.iter().cloned());
    }

    fn person(&mut self, contact: &XdomeaContact, role: PersonRole) {
        let Some(name) = contact.name() else { return };
        self.known_person(ImportedPerson {
            name: shorten(name, TITLE_CHARS),
            role,
            role_named: contact.role.clone().or_else(|| contact.activity.clone()),
            organisation: contact.organisation(),
            contact: contact.contact(),
            born: contact.born,
        });
    }

    fn named(&mut self, name: Option<&str>, role: PersonRole) {
        let Some(name) = name else { return };
        self.person(&XdomeaContact { person: Some(name.to_owned()), ..XdomeaContact::default() }, role);
    }

    fn known_person(&mut self, person: ImportedPerson) {
        if self.people.insert(person.clone()) {
            self.case.people.push(person);
        }
    }

    fn history(&mut self, lines: &[HistoryLine], about: &str) {
        self.case.history.extend(lines.iter().map(|line| ImportedHistory {
            at: line.at,
            actor: line.actor.clone(),
            text: history_text(line),
            about: about.to_owned(),
        }));
    }

    fn steps(&mut self, steps: &[Step], about: &str) {
        for step in steps {
            let line = |at: Option<When>, actor: Option<&str>, text: String| ImportedHistory {
                at,
                actor: actor.unwrap_or_default().to_owned(),
                text,
                about: about.to_owned(),
            };
            let due = step.due.map(|due| due.day.to_string());
            let order: Vec<&str> = [step.order.as_deref(), step.to.name(), due.as_deref()].into_iter().flatten().collect();
            if step.asked.is_some() || !order.is_empty() {
                self.case.history.push(line(step.asked, step.from.name(), order.join(" → ")));
            }
            if let Some(by) = &step.by {
                self.case.history.push(line(step.done, by.name(), step.remark.clone().unwrap_or_else(|| "✓".to_owned())));
                self.person(by, PersonRole::Clerk);
            }
            for document in &step.documents {
                self.document(document, None);
            }
        }
    }

    fn document(&mut self, document: &XdomeaDocument, attached_to: Option<&str>) {
        // A document attached to a step may stand in the record as well.
        if !self.documents.insert(document.id.clone()) {
            return;
        }
        self.case.documents.push(imported_document(document, attached_to));
        let parts =
            [(&document.senders, PersonRole::Sender), (&document.receivers, PersonRole::Receiver), (&document.contacts, PersonRole::Party)];
        for (contacts, role) in parts {
            contacts.iter().for_each(|contact| self.person(contact, role));
        }
        self.named(document.clerk.as_deref(), PersonRole::Clerk);
        for format in document.versions.iter().flat_map(|version| &version.formats) {
            self.named(format.author.as_deref(), PersonRole::Author);
        }
        self.history(&document.history, &document.id);
        self.steps(&document.steps, &document.id);
        for attachment in &document.attachments {
            self.document(attachment, Some(&document.id));
        }
    }
}

fn imported_document(document: &XdomeaDocument, attached_to: Option<&str>) -> ImportedDocument {
    // Versions are usually in order and numbered; where a number is none, the place in the message counts.
    let rank = |(index, version): &(usize, &XdomeaVersion)| version.number.parse().unwrap_or(*index as u64);
    let mut in_order: Vec<(usize, &XdomeaVersion)> = document.versions.iter().enumerate().collect();
    in_order.sort_by_key(rank);
    let mut versions = Vec::new();
    for (index, version) in in_order {
        let number = if version.number.is_empty() { (index + 1).to_string() } else { version.number.clone() };
        versions.extend(version.formats.iter().enumerate().map(|(place, format)| ImportedVersion {
            number: number.clone(),
            format: place,
            file: format.file.clone(),
            name: file_title(format.original_name.as_deref(), &format.file),
            media_type: media_type_of(&format.file, &[]).to_owned(),
            created: format.created,
            author: format.author.clone(),
            signatures: format.signatures.clone(),
        }));
    }
    let file = versions.iter().rev().find(|version| version.format == 0).map(|version| version.file.clone());
    let made: Option<Date> = versions.iter().filter_map(|version| version.created).map(|created| created.day).min();
    let mut fields = general_fields(&document.general);
    let own = [
        ("foreign-reference", document.foreign_reference.clone()),
        ("regarding", document.regarding.clone()),
        ("in-particular", document.in_particular.clone()),
        ("kind", document.kind.clone()),
    ];
    add(&mut fields, own);
    fields.extend(document.extra.iter().cloned());
    ImportedDocument {
        stable_id: document.id.clone(),
        attached_to: attached_to.map(str::to_owned),
        name: document_name(document),
        reference: document.general.reference.clone(),
        date: document.written.or(document.received).or(document.sent).or(made),
        received: document.received,
        sent: document.sent,
        media_type: file.as_deref().map(|file| media_type_of(file, &[]).to_owned()),
        file,
        versions,
        fields,
    }
}

fn record_title(record: &XdomeaFile) -> String {
    let general = &record.general;
    let best = [&general.subject, &record.above, &general.reference, &record.kind].into_iter().flatten().next();
    shorten(best.unwrap_or(&record.id), TITLE_CHARS)
}

fn document_name(document: &XdomeaDocument) -> String {
    let file = document.versions.iter().rev().flat_map(|version| &version.formats).next();
    let file = file.map(|format| file_title(format.original_name.as_deref(), &format.file));
    let best = document.general.subject.clone().or(file).or_else(|| document.regarding.clone()).or_else(|| document.kind.clone());
    shorten(&best.unwrap_or_else(|| document.id.clone()), TITLE_CHARS)
}

/// A file's original name, or its name in the message without the UUID before it.
fn file_title(original: Option<&str>, file: &str) -> String {
    if let Some(original) = original {
        return safe_name(original);
    }
    let rest = file.get(36..).filter(|_| file.as_bytes().get(8) == Some(&b'-')).map(|rest| rest.trim_start_matches('_'));
    safe_name(rest.filter(|rest| !rest.starts_with('.') && extension(rest).is_some()).unwrap_or(file))
}

fn history_text(line: &HistoryLine) -> String {
    let mut text = line.action.clone();
    if let Some(field) = &line.field {
        text.push_str(&format!(" · {field}"));
    }
    match (&line.old, &line.new) {
        (Some(old), Some(new)) => text.push_str(&format!(": {old} → {new}")),
        (Some(old), None) => text.push_str(&format!(": {old} →")),
        (None, Some(new)) => text.push_str(&format!(": {new}")),
        (None, None) => {}
    }
    if let Some(remark) = &line.remark {
        text.push_str(&format!(" · {remark}"));
    }
    text
}

fn record_fields(record: &XdomeaFile) -> Vec<(String, String)> {
    let mut fields = general_fields(&record.general);
    let appraisal = &record.appraisal;
    let text = |day: Option<Date>| day.map(|day| day.to_string());
    let own = [
        ("kind", record.kind.clone()),
        ("place", record.place.clone()),
        ("file-subject", record.above.clone()),
        ("appraisal", appraisal.kind.clone()),
        ("appraisal-proposal", appraisal.proposal.clone()),
        ("keep-years", appraisal.keep.clone()),
        ("keep-until", text(appraisal.keep_until)),
        ("archive-mark", appraisal.mark.clone()),
        ("from", text(record.from)),
        ("to", text(record.to)),
        ("closed-on", text(record.closed_on)),
    ];
    add(&mut fields, own);
    fields.extend(record.extra.iter().cloned());
    fields
}

fn general_fields(general: &General) -> Vec<(String, String)> {
    let long_subject = general.subject.clone().filter(|subject| subject.chars().count() > TITLE_CHARS);
    let mut fields = Vec::new();
    let own = [
        ("subject", long_subject),
        ("file-plan", general.file_plan.clone()),
        ("lead", general.lead.clone()),
        ("keeper", general.keeper.clone()),
        ("secrecy", general.secrecy.clone()),
        ("medium", general.medium.clone()),
        ("remark", general.remark.clone()),
    ];
    add(&mut fields, own);
    fields
}

/// The name of a field in the cases below the record that has it.
fn of_above(key: &str) -> String {
    let code = key.strip_prefix(CODED).unwrap_or(key);
    format!("{CODED}{ABOVE}{}", code.strip_prefix(ABOVE).unwrap_or(code))
}

fn add(fields: &mut Vec<(String, String)>, own: impl IntoIterator<Item = (&'static str, Option<String>)>) {
    fields.extend(own.into_iter().filter_map(|(key, value)| Some((format!("{CODED}{key}"), value?))));
}
