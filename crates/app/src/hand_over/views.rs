//! What waits for this person, with what they have to know of it, and what became of what they handed over.

use praesto_contract::*;
use praesto_domain::casework::{self, Case};
use praesto_protocol::DocumentId;
use praesto_vault::{Caseload, GivenAct, View, WaitingAct};

use crate::documents::{CaseDocument, Directory};
use crate::error::AppError;
use crate::host::Host;
use crate::lists::row;
use crate::office::Office;
use crate::praesto::Core;
use crate::views::Names;

/// Acts of either side.
const ACTS: u32 = 50;
/// Cases that are read whole, of all acts that wait: each has at least one of them.
const ROWS: u32 = 200;
/// Cases that are read whole because they were given back, of all acts.
const BACK: u32 = 200;
/// Cases of one act that were given back.
const BACK_OF_ONE: u32 = 50;
/// How long what became of a hand-over is told.
const TOLD_MS: i64 = 30 * 24 * 60 * 60 * 1000;
/// Days after today that count as soon: with it, a week.
const SOON: i64 = 6;
/// Characters of a note that are shown of it.
const BEGINNING: usize = 140;

impl<H: Host> Core<H> {
    pub(crate) fn hand_over_plan(&self, _: HandOverPlan) -> Result<CaseloadView, AppError> {
        let office = self.office()?;
        let (today, soon) = office.week();
        office.vault.read(|view| Ok(load_view(view.caseload(office.person(), today, soon)?)))
    }

    pub(crate) fn hand_overs_waiting(&self, _: HandOversWaiting) -> Result<Vec<WaitingActView>, AppError> {
        let office = self.office()?;
        let (names, (today, soon)) = (office.names(), office.week());
        let acts = office.vault.read(|view| Ok::<_, AppError>(view.waiting_acts(office.person(), today, soon, ACTS)?))?;
        Ok(acts.into_iter().map(|act| act_view(act, &names)).collect())
    }

    pub(crate) fn hand_overs(&self, _: HandOversGet) -> Result<HandOversView, AppError> {
        let office = self.office()?;
        let (directory, me, (today, soon)) = (office.names(), office.person(), office.week());
        let names = office.author_names(&directory);
        let since = Moment(self.host.now().0.saturating_sub(TOLD_MS));
        office.vault.read(|view| {
            let waiting = view.waiting_acts(me, today, soon, ACTS)?;
            let (mut to_me, mut room) = (Vec::with_capacity(waiting.len()), ROWS);
            let mut later = u32::try_from(waiting.len()).unwrap_or(u32::MAX);
            for act in waiting {
                later = later.saturating_sub(1);
                let handed = office.handed_to_me(view, act, &names, room.saturating_sub(later))?;
                room = room.saturating_sub(u32::try_from(handed.rows.len()).unwrap_or(u32::MAX));
                to_me.push(handed);
            }
            let (mut given, mut room) = (Vec::new(), BACK);
            for act in view.given_acts(me, since, ACTS)? {
                let told = office.given(view, act, &names, room.min(BACK_OF_ONE))?;
                room = room.saturating_sub(u32::try_from(told.back.len()).unwrap_or(u32::MAX));
                given.push(told);
            }
            Ok(HandOversView { to_me, given })
        })
    }
}

impl<H: Host> Office<H> {
    /// Today, and the last of the days that count as soon.
    fn week(&self) -> (Day, Day) {
        let today = self.host.today();
        let soon = today.0.checked_add(jiff::Span::new().days(SOON)).map_or(today, Day);
        (today, soon)
    }

    fn handed_to_me(&self, view: &View<'_>, act: WaitingAct, names: &Names<'_>, rows_at_most: u32) -> Result<HandedToMe, AppError> {
        let (me, today, served) = (self.person(), self.host.today(), self.has_server());
        let mut words = None;
        let mut rows = Vec::new();
        for case in view.waiting_cases(me, act.together, act.giver, rows_at_most)? {
            let Some(listed) = view.case_list_row(case)? else { continue };
            let read = self.read_case(view, case)?;
            if let Some(read) = &read {
                // Whoever handed them over said the same of all.
                let said = casework::waiting_hand_over(read).filter(|one| (one.giver, one.together) == (act.giver, act.together));
                words = words.or(said.map(|one| one.words.to_owned()));
            }
            let next = read.as_ref().and_then(|read| casework::next_deadline(read));
            let deadline = next.map(|(deadline, day)| NextDeadline { label: deadline.label.value().cloned().unwrap_or_default(), day });
            let note = read.as_ref().and_then(|read| last_note(read, names));
            let open_tasks = read.as_ref().map_or(0, |read| casework::open_tasks(read).count() as u64);
            let waiting_decisions = read.as_ref().map_or(0, |read| casework::waiting_decisions(read).len() as u64);
            let case = row(listed, today, names.directory, served);
            rows.push(HandedRow { case, deadline, open_tasks, waiting_decisions, note });
        }
        Ok(HandedToMe { waiting: act_view(act, names.directory), words: words.unwrap_or_default(), rows })
    }

    fn given(&self, view: &View<'_>, act: GivenAct, names: &Names<'_>, back_at_most: u32) -> Result<GivenView, AppError> {
        let (me, today, served) = (self.person(), self.host.today(), self.has_server());
        let mut back = Vec::new();
        for listed in view.given_back(&act, me, back_at_most)? {
            let read = self.read_case(view, listed.id)?;
            let said = read.as_ref().and_then(|read| {
                let all = casework::hand_overs(read);
                let own = |one: &&casework::HandOver<'_>| (one.giver, one.together, one.to) == (me, act.together, act.to);
                all.iter().rev().filter(own).find_map(|one| one.back).map(|(words, by)| (words.to_owned(), names.author(by)))
            });
            let (words, by) = said.map_or((String::new(), None), |(words, by)| (words, Some(by)));
            back.push(BackRow { case: row(listed, today, names.directory, served), words, by });
        }
        let GivenAct { together, to, at, waits, taken, given_back, over } = act;
        let name = names.person(to).unwrap_or_default();
        Ok(GivenView { act: HandOverAct { giver: me, together }, to, name, at, waits, taken, given_back, over, back })
    }

    /// A case as it stands here; nothing where it cannot be read: that holds up no other.
    fn read_case(&self, view: &View<'_>, case: CaseId) -> Result<Option<Case>, AppError> {
        let Some(stored) = view.document(DocumentId(case.0))? else { return Ok(None) };
        let document = CaseDocument::load(&stored.snapshot, &self.actor()).ok();
        Ok(document.and_then(|document| document.read(case).ok()))
    }
}

/// How the newest note begins that was not withdrawn.
fn last_note(case: &Case, names: &Names<'_>) -> Option<LastNote> {
    let note = case.notes.iter().rev().find(|note| !note.withdrawn)?;
    let line = note.text.split_whitespace().collect::<Vec<_>>().join(" ");
    let text = match line.char_indices().nth(BEGINNING) {
        Some((end, _)) => format!("{}…", line[..end].trim_end()),
        None => line,
    };
    Some(LastNote { text, by: names.author(note.by) })
}

fn act_view(act: WaitingAct, names: &Directory) -> WaitingActView {
    let WaitingAct { together, giver, at, load } = act;
    let name = names.people.get(&giver).cloned().unwrap_or_default();
    WaitingActView { act: HandOverAct { giver, together }, name, at, load: load_view(load) }
}

fn load_view(load: Caseload) -> CaseloadView {
    let Caseload { cases, overdue, due_soon, open_tasks, waiting_decisions, conflicts, unseen } = load;
    CaseloadView { cases, overdue, due_soon, open_tasks, waiting_decisions, conflicts, unseen }
}
