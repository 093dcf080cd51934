//! Whether a case that somebody is about to make is here already. The index gives candidates by their marks, each is read, and the rules of the domain
//! say in what it is alike.

use std::collections::{BTreeMap, BTreeSet};

use praesto_contract::*;
use praesto_domain::casework::{Likeness, Sought, name_mark, name_words};
use praesto_protocol::DocumentId;
use praesto_vault::View;

use crate::case_types::GENERAL;
use crate::documents::CaseDocument;
use crate::error::AppError;
use crate::host::Host;
use crate::lists::row;
use crate::office::Office;
use crate::praesto::Core;

/// Cases that are shown.
const SHOWN: usize = 5;
/// Candidates of each kind.
const CANDIDATES: u32 = 10;
/// Bytes of documents that one question reads.
const READ: usize = 2 << 20;
/// Names that count, and words of one that can lack one of them.
const NAMES: usize = 6;
const WORDS: usize = 6;
/// Words for which those that are spelt nearly so are looked up, and how many of these count beside what tells people apart.
const LOOKED_UP: usize = 16;
const NEAREST: usize = 4;

/// Marks, place by place: each place wants one of its own.
type Places = Vec<Vec<String>>;

impl<H: Host> Core<H> {
    pub(crate) fn case_alike(&self, request: CaseAlike) -> Result<Vec<AlikeCase>, AppError> {
        let office = self.office()?;
        let case_type = request.case_type.as_deref().unwrap_or(GENERAL);
        let pack = office.case_type(case_type).ok_or(AppError::invalid("case_type"))?;
        let sought = Sought {
            case_type,
            reference: &request.reference,
            title: &request.title,
            parties: request.parties.iter().map(String::as_str).collect(),
            fields: request.fields.iter().map(|(field, value)| (field.as_str(), value)).collect(),
            names: pack.case_type.names(),
            identifying: pack.case_type.identifying(),
            unique: pack.case_type.unique(),
        };
        let (today, names, served) = (self.host.today(), office.names(), office.has_server());
        office.vault.read(|view| {
            let mut alike = Vec::new();
            let mut room = READ;
            for case in candidates(view, &sought)?.into_iter().filter(|case| Some(*case) != request.except) {
                let why = office.why_alike(view, &sought, case, &mut room)?;
                if let (false, Some(found)) = (why.is_empty(), view.case_list_row(case)?) {
                    alike.push(AlikeCase { row: row(found, today, &names, served), why });
                }
            }
            // The surest first, then the most there is to say of it; else in the order of the candidates.
            let is_sure = |why: &AlikeWhy| matches!(why, AlikeWhy::Field { field } if sought.is_unique(field));
            alike.sort_by_key(|one| {
                (!one.why.contains(&AlikeWhy::Reference), !one.why.iter().any(is_sure), std::cmp::Reverse(one.why.len()))
            });
            alike.truncate(SHOWN);
            Ok(alike)
        })
    }
}

/// Cases that may be alike, each once: those of the reference, of a number that one person only has, of a name and something else, open ones of a name.
fn candidates(view: &View<'_>, sought: &Sought<'_>) -> Result<Vec<CaseId>, AppError> {
    let mut cases = Vec::new();
    if !sought.reference.trim().is_empty() {
        cases.extend(view.cases_by_reference(sought.reference, CANDIDATES)?);
    }
    let unique = sought.unique_marks();
    if !unique.is_empty() {
        cases.extend(view.cases_marked(&[vec![unique]], None, CANDIDATES)?);
    }
    let names = marks_of_names(view, sought)?;
    let whole = names.iter().cloned();
    let ways: Vec<Places> = whole.chain(names.iter().flat_map(without_one)).collect();
    let identity = sought.identity();
    if !identity.is_empty() {
        let with_identity = |mut places: Places| {
            places.push(identity.clone());
            places
        };
        // Any word of a name is enough beside what tells people apart; those that hold more of it first.
        let any = names.iter().flatten().flat_map(|marks| marks.iter().take(NEAREST)).cloned().collect();
        let precisely: Vec<Places> = ways.iter().cloned().map(with_identity).collect();
        cases.extend(view.cases_marked(&precisely, None, CANDIDATES)?);
        cases.extend(view.cases_marked(&[with_identity(vec![any])], None, CANDIDATES)?);
    }
    cases.extend(view.cases_marked(&ways, Some(sought.case_type), CANDIDATES)?);
    let mut seen = BTreeSet::new();
    cases.retain(|case| seen.insert(*case));
    Ok(cases)
}

/// For each name, and each of its words, the marks of that word and of those that are spelt nearly so.
fn marks_of_names(view: &View<'_>, sought: &Sought<'_>) -> Result<Vec<Places>, AppError> {
    let mut known: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut names = Vec::new();
    for name in sought.all_names().into_iter().take(NAMES) {
        let mut places = Vec::new();
        for word in name_words(name) {
            if !known.contains_key(&word) {
                let near = if known.len() < LOOKED_UP { view.near_words(&word)? } else { Vec::new() };
                known.insert(word.clone(), [&word].into_iter().chain(&near).map(|word| name_mark(word)).collect());
            }
            places.extend(known.get(&word).cloned());
        }
        names.extend((!places.is_empty()).then_some(places));
    }
    Ok(names)
}

/// All words of a name but one, in every way, where there are three and more: a name can be written with one word less.
fn without_one(places: &Places) -> Vec<Places> {
    if !(3..=WORDS).contains(&places.len()) {
        return Vec::new();
    }
    let without = |gone: usize| places.iter().enumerate().filter(|(at, _)| *at != gone).map(|(_, marks)| marks.clone()).collect();
    (0..places.len()).map(without).collect()
}

impl<H: Host> Office<H> {
    /// In what a case is alike. What cannot be read, or is too much to read while somebody types, is only known by its reference.
    fn why_alike(&self, view: &View<'_>, sought: &Sought<'_>, case: CaseId, room: &mut usize) -> Result<Vec<AlikeWhy>, AppError> {
        let by_reference = || {
            let there = view.case_projection(case)?;
            let same = there.is_some_and(|there| praesto_domain::casework::same_reference(&there.reference, sought.reference));
            Ok(same.then_some(AlikeWhy::Reference).into_iter().collect())
        };
        let Some(stored) = view.document(DocumentId(case.0))? else { return Ok(Vec::new()) };
        let Some(left) = room.checked_sub(stored.snapshot.len()) else { return by_reference() };
        *room = left;
        let read = CaseDocument::load(&stored.snapshot, &self.actor()).ok().and_then(|document| document.read(case).ok());
        let Some(read) = read else { return by_reference() };
        let why = sought.like(&read).into_iter().map(|likeness| match likeness {
            Likeness::Reference => AlikeWhy::Reference,
            Likeness::Name(name) => AlikeWhy::Name { name },
            Likeness::Field(field) => AlikeWhy::Field { field },
        });
        Ok(why.collect())
    }

    /// Other cases with the reference of this one.
    pub(crate) fn same_reference(&self, view: &View<'_>, shown: &CaseView) -> Result<Vec<CaseRow>, AppError> {
        if shown.reference.trim().is_empty() {
            return Ok(Vec::new());
        }
        let (today, names, served) = (self.host.today(), self.names(), self.has_server());
        let mut rows = Vec::new();
        for case in view.cases_by_reference(&shown.reference, CANDIDATES)? {
            if case != shown.id && rows.len() < SHOWN {
                rows.extend(view.case_list_row(case)?.map(|found| row(found, today, &names, served)));
            }
        }
        Ok(rows)
    }
}
