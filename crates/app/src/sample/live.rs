//! Does what a plan says one person did, a few cases in one transaction: through the functions that judge what people do, with the clock put to when they
//! did it. A file is sealed before its case names it, a letter is made by its own command.

use std::collections::VecDeque;

use praesto_contract::*;
use praesto_domain::case_types::workflow::Refused;
use praesto_domain::casework::{CaseChange as Change, waiting_decisions};
use praesto_formats::names::safe_name;
use praesto_protocol::DocumentId;
use praesto_vault::Writer;

use super::documents::Press;
use super::moved::Moved;
use super::plan::{Deed, Plan, PlannedAct, PlannedCase};
use crate::case_types::acts::refused;
use crate::cases::only_edits;
use crate::documents::{Opening, fingerprint};
use crate::error::AppError;
use crate::hand_over::Giving;
use crate::host::{Host, random};
use crate::new_files::NewFiles;
use crate::office::Office;
use crate::praesto::{Core, Praesto};
use crate::save::EditOptions;

/// Cases that one transaction changes.
const CHUNK: usize = 16;

/// What one person of a plan does on their computer.
#[allow(missing_debug_implementations)]
pub struct Living<'a> {
    /// Place in the plan's list of people.
    pub who: usize,
    pub round: u8,
    /// Who they are in the office, in the order of the plan.
    pub people: &'a [PersonId],
    pub press: &'a Press<'a>,
    /// Hears how many cases are done of how many, and says whether to go on.
    pub goes_on: &'a dyn Fn(u64, u64) -> bool,
}

/// A case with what is still to be done to it.
struct Todo<'a> {
    case: &'a PlannedCase,
    acts: VecDeque<&'a PlannedAct>,
    /// Sealed files, in the order in which acts name them.
    files: VecDeque<usize>,
}

impl<H: Host> Praesto<Moved<H>> {
    /// Does what a person did in one round of a plan.
    ///
    /// # Errors
    /// `Stopped` where it was not to go on; what was done stands. Else the first act that was refused: then the plan is wrong.
    pub fn live(&self, plan: &Plan, living: &Living<'_>) -> Result<(), ApiError> {
        Ok(self.core.live(plan, living)?)
    }

    /// Notes that the person has seen what colleagues did so far to the cases of a plan.
    ///
    /// # Errors
    /// As of every command.
    pub fn look_through(&self, plan: &Plan) -> Result<(), ApiError> {
        let office = self.core.office()?;
        let seen = office.vault.write(|writer| {
            plan.cases.iter().try_for_each(|case| {
                let news = writer.case_news(case.id)?;
                Ok::<_, AppError>(writer.mark_seen(case.id, news)?)
            })
        });
        Ok(seen?)
    }
}

impl<H: Host> Core<Moved<H>> {
    pub(super) fn live(&self, plan: &Plan, living: &Living<'_>) -> Result<(), AppError> {
        let lived = self.live_through(plan, living);
        self.host.put(None);
        lived
    }

    fn live_through(&self, plan: &Plan, living: &Living<'_>) -> Result<(), AppError> {
        let todo = plan.acts_of(living.who, living.round);
        let total = todo.len() as u64;
        let mut done = 0;
        for chunk in todo.chunks(CHUNK) {
            if !(living.goes_on)(done, total) {
                return Err(AppError::code(ErrorCode::Stopped));
            }
            let office = self.office()?;
            let todo = |&(case, ref acts): &(_, Vec<_>)| Todo { case, acts: acts.iter().copied().collect(), files: VecDeque::new() };
            self.live_chunk(&office, chunk.iter().map(todo).collect(), living)?;
            done += chunk.len() as u64;
        }
        // Whoever stops it during the last cases stops it too.
        if (living.goes_on)(done, total) { Ok(()) } else { Err(AppError::code(ErrorCode::Stopped)) }
    }

    fn live_chunk(&self, office: &Office<Moved<H>>, mut todo: Vec<Todo<'_>>, living: &Living<'_>) -> Result<(), AppError> {
        let mut files = NewFiles::new(&office.vault);
        let mut names = Vec::new();
        for one in &mut todo {
            if living.round > 0 {
                office.check_for_edit(one.case.id)?;
            }
            for act in &one.acts {
                let Deed::File { name, paper } = &act.deed else { continue };
                self.host.put(Some(act.at));
                let (ending, bytes) = paper.make(living.press)?;
                let name = safe_name(&format!("{name}.{ending}"));
                files.push(office.seal(office.team_space()?, DocumentId(one.case.id.0), &name, bytes.as_slice())?);
                one.files.push_back(names.len());
                names.push(name);
            }
        }
        while todo.iter().any(|one| !one.acts.is_empty()) {
            office.vault.write(|writer| {
                for one in &mut todo {
                    while let Some(act) = one.acts.pop_front_if(|act| !matches!(act.deed, Deed::Letter { .. })) {
                        self.host.put(Some(act.at));
                        match &act.deed {
                            Deed::File { .. } => {
                                let at = one.files.pop_front().ok_or(AppError::Internal("each file of a plan is sealed once"))?;
                                office.file(writer, one.case.id, &names[at], &files.sealed()[at])?;
                            }
                            deed => office.do_deed(writer, one.case, deed, living.people)?,
                        }
                    }
                    // Nobody at the screen did it: there is nothing to take back.
                    writer.forget_undo(one.case.id)?;
                }
                Ok::<_, AppError>(())
            })?;
            for one in &mut todo {
                if let Some(PlannedAct { at, deed: Deed::Letter { letter, missing }, .. }) = one.acts.pop_front() {
                    self.host.put(Some(*at));
                    self.write_letter(office, one.case, letter, missing)?;
                }
            }
        }
        files.keep();
        Ok(())
    }

    /// Has a letter drafted, fills what is missing, and signs it off.
    fn write_letter(&self, office: &Office<Moved<H>>, case: &PlannedCase, letter: &str, missing: &str) -> Result<(), AppError> {
        let view = office.case_view(case.id)?;
        let offer = view.standing.iter().flat_map(|standing| &standing.letters).find(|offer| offer.letter == letter);
        let decision = offer.and_then(|offer| offer.decision);
        let (letter, language) = (letter.to_owned(), case.language.to_owned());
        let draft = self.letter_draft(LetterDraft { case: case.id, letter: letter.clone(), language: language.clone(), decision })?;
        let mut paragraphs = draft.sheet.paragraphs;
        for paragraph in &mut paragraphs {
            paragraph.text = without_gaps(&paragraph.text, missing);
        }
        let decision = decision.zip(draft.fingerprint).map(|(decision, fingerprint)| SeenDecision { decision, fingerprint });
        let recipient = case.address.clone();
        self.letter_make(LetterMake { case: case.id, letter, language, decision, recipient, paragraphs, drafts: Vec::new() })?;
        office.vault.write(|writer| Ok::<_, AppError>(writer.forget_undo(case.id)?))
    }
}

/// A text of a letter with these words where it has gaps.
fn without_gaps(text: &str, words: &str) -> String {
    let mut filled = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, (_, after))) = rest.split_once("[[").and_then(|(before, gap)| Some((before, gap.split_once("]]")?))) {
        filled.push_str(before);
        filled.push_str(if words.is_empty() { "–" } else { words });
        rest = after;
    }
    filled + rest
}

impl<H: Host> Office<Moved<H>> {
    /// Does to a case what somebody did. Letters and files are not made within a transaction.
    fn do_deed(&self, writer: &mut Writer<'_>, case: &PlannedCase, deed: &Deed, people: &[PersonId]) -> Result<(), AppError> {
        let person = |at: usize| people.get(at).copied().ok_or(AppError::invalid("people"));
        let edit = |change: Vec<Change>| CaseEdit { case: case.id, changes: change, drafts: Vec::new(), over: Vec::new() };
        match deed {
            Deed::Open { title, changes } => {
                only_edits(changes)?;
                let mut all = vec![
                    Change::SetTitle { title: title.clone() },
                    Change::SetReference { reference: self.next_reference(writer, case.case_type)? },
                    Change::Assign { person: case.holder.map(person).transpose()? },
                    Change::SetReceived { day: Some(case.received) },
                ];
                all.extend(changes.iter().cloned());
                let opening = Opening { case_type: case.case_type.to_owned(), channel: case.channel, origin: None };
                self.create_case_in(writer, case.id, self.team_space()?, opening, &all, Vec::new())?;
            }
            Deed::Write { changes } => {
                only_edits(changes)?;
                self.edit_as_asked(writer, &edit(changes.clone()), None)?;
            }
            Deed::Task { id, text, due, whose } => {
                let assignee = whose.map(person).transpose()?;
                let task = Change::AddTask { id: *id, text: text.clone(), due: *due, assignee };
                self.edit_as_asked(writer, &edit(vec![task]), None)?;
            }
            Deed::Assign { to } => {
                self.edit_as_asked(writer, &edit(vec![Change::Assign { person: Some(person(*to)?) }]), None)?;
            }
            Deed::Step { step, note } => {
                self.act_in(writer, case.id, None, |acting| {
                    let stepped = self.step(&acting, step, None)?;
                    Ok([stepped].into_iter().chain(self.note(note.as_deref(), acting.now)).collect())
                })?;
            }
            Deed::Decide { outcome, reason } => {
                self.act_in(writer, case.id, None, |acting| Ok(vec![self.decide(&acting, outcome, reason, &[])?]))?;
            }
            Deed::Sign => {
                self.act_in(writer, case.id, None, |acting| {
                    let waits = waiting_decisions(acting.case);
                    let decision = waits.first().ok_or(refused(Refused::NothingToSign))?;
                    Ok(vec![self.sign(&acting, decision.id, fingerprint(decision))?])
                })?;
            }
            Deed::GiveTo { to, words, together } => {
                let giving = Giving { to: person(*to)?, words, together: *together, tasks: true, had: None, act: None };
                self.give(writer, case.id, &giving)?;
            }
            Deed::Take { giver, together } => {
                self.take(writer, case.id, HandOverAct { giver: person(*giver)?, together: *together })?;
            }
            Deed::GiveBack { giver, words, together } => {
                self.give_back(writer, case.id, HandOverAct { giver: person(*giver)?, together: *together }, words)?;
            }
            Deed::File { .. } | Deed::Letter { .. } => return Err(AppError::Internal("a file of a plan is made outside of transactions")),
        }
        Ok(())
    }

    /// Names a sealed file in its case.
    fn file(&self, writer: &mut Writer<'_>, case: CaseId, name: &str, sealed: &crate::attachments::Sealed) -> Result<(), AppError> {
        let id = AttachmentId::make(self.host.now(), &random(&*self.host));
        let change = Change::AddAttachment { id, name: name.to_owned(), version: sealed.version.clone() };
        let options = EditOptions { attachments: vec![sealed.row.hash], ..EditOptions::default() };
        writer.put_attachment(&sealed.row)?;
        self.edit_case_in(writer, case, &options, |document, now| Ok(document.edit(now, std::slice::from_ref(&change))?))?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_gap_of_a_letter_is_filled() {
        assert_eq!(without_gaps("a [[b]] c [[d]].", "x"), "a x c x.");
        assert_eq!(without_gaps("open [[ and no end", "x"), "open [[ and no end");
        assert_eq!(without_gaps("[[b]]", ""), "–");
    }
}
