//! What a person has to do, and what happened since they looked.

use praesto_contract::*;
use praesto_domain::DeviceId;
use praesto_domain::casework::Ask;
use praesto_protocol::DocumentId;
use praesto_vault::{AgendaPart, AgendaRow, View};

use crate::documents::CaseDocument;
use crate::error::AppError;
use crate::host::Host;
use crate::office::Office;
use crate::praesto::Core;

/// Rows of one part.
const ROWS: u32 = 200;
/// Cases in one answer about news: each is read whole.
const NEWS: u32 = 20;
/// Rows of what waits to be sent.
const WAITING: u32 = 5;
/// Decisions waiting for a signature that are looked at: who may give it is known here alone.
const SIGNATURES: u32 = 1_000;

impl<H: Host> Core<H> {
    pub(crate) fn today_get(&self, request: TodayGet) -> Result<TodayView, AppError> {
        self.office()?.today(request.limit.min(ROWS))
    }

    pub(crate) fn news_get(&self, request: NewsGet) -> Result<News, AppError> {
        self.office()?.news(request.limit.min(NEWS))
    }
}

impl<H: Host> Office<H> {
    fn today(&self, limit: u32) -> Result<TodayView, AppError> {
        let (today, me) = (self.host.today(), Some(self.person()));
        let until = end_of_next_week(today);
        self.vault.read(|view| {
            let part = |part| self.part(view, part, limit);
            let mut now = part(AgendaPart::Within(me, today, today))?;
            for more in [part(AgendaPart::ToSettle(me))?, self.signatures(view, limit)?] {
                now.rows.extend(more.rows);
                now.total += more.total;
            }
            now.rows.truncate(limit as usize);
            Ok(TodayView {
                today,
                late: part(AgendaPart::Before(me, today))?,
                now,
                soon: match today.0.tomorrow() {
                    Ok(tomorrow) => part(AgendaPart::Within(me, Day(tomorrow), until))?,
                    // The calendar ends today.
                    Err(_) => TodayPart::default(),
                },
                until,
                undated: part(AgendaPart::Undated(me))?,
                nobody: view.agenda_count(AgendaPart::Before(None, today))?
                    + view.agenda_count(AgendaPart::Within(None, today, today))?
                    + view.agenda_count(AgendaPart::ToSettle(None))?,
                waiting: if limit == 0 { Vec::new() } else { self.waiting(view, WAITING)? },
            })
        })
    }

    fn part(&self, view: &View<'_>, part: AgendaPart, limit: u32) -> Result<TodayPart, AppError> {
        let rows = if limit == 0 { Vec::new() } else { view.agenda_rows(part, limit)? };
        Ok(TodayPart { rows: rows.into_iter().map(|found| self.today_row(found)).collect(), total: view.agenda_count(part)? })
    }

    /// The decisions whose second signature is this person's to give. What else the case asks before it takes one is said there.
    fn signatures(&self, view: &View<'_>, limit: u32) -> Result<TodayPart, AppError> {
        let mut mine = view.agenda_signatures(SIGNATURES)?;
        mine.retain(|one| {
            let actor = self.acting_in(one.space);
            one.decided_by.is_some_and(|decider| decider != actor.person) && (one.second != Who::Manager || actor.manager)
        });
        let rows = mine.iter().take(limit as usize).map(|one| Ok(self.today_row(view.agenda_row(one.place)?)));
        Ok(TodayPart { rows: rows.collect::<Result<_, AppError>>()?, total: mine.len() as u64 })
    }

    fn today_row(&self, found: AgendaRow) -> TodayRow {
        let today = self.host.today();
        TodayRow {
            case: found.case,
            reference: found.reference,
            title: found.title,
            case_type: found.case_type,
            asked: match found.item.ask {
                Ask::Task(task) => Asked::Task { task },
                Ask::Deadline { id, rule } => Asked::Deadline { deadline: id, rule },
                Ask::Signature { decision, decided_by, .. } => {
                    let decided_by = decided_by.and_then(|person| self.names().people.get(&person).cloned());
                    Asked::Signature { decision, decided_by: decided_by.unwrap_or_default() }
                }
                Ask::Settle => Asked::Settle,
            },
            text: found.item.text,
            in_days: found.item.day.map(|day| today.days_until(day)),
            day: found.item.day,
            by_law: found.by_law,
        }
    }

    fn news(&self, limit: u32) -> Result<News, AppError> {
        let names = self.names();
        let names = self.author_names(&names);
        self.vault.read(|view| {
            let (cases, total) = view.cases_with_news(self.person(), limit)?;
            let mut rows = Vec::with_capacity(cases.len());
            for case in cases {
                let Some(found) = view.case_list_row(case)? else { continue };
                // A case that cannot be read says so where it is opened; here it is new all the same.
                let lines = view
                    .document(DocumentId(case.0))?
                    .and_then(|stored| CaseDocument::load(&stored.snapshot, &self.actor()).ok())
                    .map(|document| document.timeline())
                    .unwrap_or_default();
                let last = lines.into_iter().rev().find(|line| !names.author(line.by).me && line.by.device != DeviceId(self.device().0));
                rows.push(NewsRow {
                    case,
                    reference: found.reference,
                    title: found.title,
                    by: last.as_ref().map(|line| names.author(line.by)),
                    what: last.map(|line| line.what).unwrap_or_default(),
                });
            }
            Ok(News { rows, total })
        })
    }
}

/// The Sunday after the next.
fn end_of_next_week(today: Day) -> Day {
    let days = 13 - i64::from(today.0.weekday().to_monday_zero_offset());
    today.0.checked_add(jiff::Span::new().days(days)).map_or(today, Day)
}

#[cfg(test)]
mod tests {
    use super::end_of_next_week;

    #[test]
    fn next_week_ends_on_its_sunday() {
        for (today, until) in [("2026-11-23", "2026-12-06"), ("2026-11-29", "2026-12-06"), ("2026-11-30", "2026-12-13")] {
            assert_eq!(end_of_next_week(today.parse().unwrap()).to_string(), until);
        }
    }
}
