//! Lists of cases: windows on them, the lists that somebody keeps under a name, and the tags that a list can ask for.

use std::collections::BTreeSet;

use praesto_contract::*;
use praesto_domain::casework::{NAME_CHARS, fold};
use praesto_vault::{CaseFilter, CaseListRow, CaseQueue, Narrow, StoredList, View};

use crate::documents::Directory;
use crate::error::AppError;
use crate::host::Host;
use crate::office::Office;
use crate::praesto::Core;

/// Rows of one answer.
const ROWS: u32 = 200;
/// Lists that one person keeps, and bytes of what one asks for.
const KEPT: usize = 50;
const ASKS: usize = 4 << 10;
/// Tags that are offered, and those of all that are looked at where they are spelt otherwise.
const TAGS: usize = 50;
const LOOKED_AT: u32 = 2_000;
/// Farthest day that a list can ask for, in days from today.
const AHEAD: u32 = 36_500;

impl<H: Host> Core<H> {
    pub(crate) fn case_list(&self, request: CaseListGet) -> Result<CaseListPage, AppError> {
        self.office()?.case_list(request)
    }

    pub(crate) fn lists(&self, _: ListsGet) -> Result<ListsView, AppError> {
        self.office()?.lists()
    }

    pub(crate) fn list_keep(&self, request: ListKeep) -> Result<ListsView, AppError> {
        let office = self.office()?;
        let KeptList { id, name, asks } = request.list;
        let name = crate::found::line(&name, "list_name", NAME_CHARS)?;
        office.narrow(&asks.filter)?;
        let asks = serde_json::to_string(&asks).map_err(|_| AppError::Internal("a list cannot be written"))?;
        if asks.len() > ASKS {
            return Err(AppError::invalid("filter"));
        }
        office.vault.write(|writer| {
            let others: Vec<StoredList> = writer.kept_lists()?.into_iter().filter(|other| other.id != id.0).collect();
            if others.iter().any(|other| fold(&other.name) == fold(&name)) {
                return Err(AppError::invalid("list_taken"));
            }
            if others.len() >= KEPT {
                return Err(AppError::invalid("lists"));
            }
            Ok(writer.keep_list(&StoredList { id: id.0, name, asks })?)
        })?;
        office.lists()
    }

    pub(crate) fn list_forget(&self, request: ListForget) -> Result<ListsView, AppError> {
        let office = self.office()?;
        office.vault.write(|writer| Ok::<_, AppError>(writer.forget_list(request.list.0)?))?;
        office.lists()
    }

    pub(crate) fn tags(&self, request: TagsGet) -> Result<Vec<String>, AppError> {
        let begins = request.begins.trim();
        let folded = fold(begins);
        self.office()?.vault.read(|view| {
            // As typed, and small or great at its beginning: however many tags there are, these are found.
            let mut tags = BTreeSet::new();
            for begins in [begins.to_owned(), begins.to_lowercase(), capital(begins)] {
                tags.extend(view.tags(&begins, TAGS as u32)?);
            }
            if tags.len() < TAGS {
                let others = view.tags("", LOOKED_AT)?.into_iter();
                tags.extend(others.filter(|tag| !folded.is_empty() && fold(tag).starts_with(&folded)));
            }
            let mut tags: Vec<String> = tags.into_iter().collect();
            tags.sort_by_cached_key(|tag| (!tag.starts_with(begins), fold(tag), tag.clone()));
            tags.truncate(TAGS);
            Ok(tags)
        })
    }
}

impl<H: Host> Office<H> {
    fn case_list(&self, request: CaseListGet) -> Result<CaseListPage, AppError> {
        let CaseListGet { queue, sort, filter, offset, limit } = request;
        let asks = ListAsks { queue, sort, filter };
        let today = self.host.today();
        let filter = CaseFilter { offset, limit: limit.min(ROWS), ..self.filter(&asks)? };
        let names = self.names();
        let served = self.has_server();
        let asked = self.asked_removals()?;
        self.vault.read(|view| {
            let counts = view.case_counts(self.person(), today)?;
            let counts = QueueCounts {
                mine: counts.mine,
                team: counts.team,
                overdue: counts.overdue,
                not_sent: if served { counts.not_sent } else { 0 },
                conflict: counts.conflict,
                closed: counts.closed,
                removed: counts.removed,
            };
            let rows = if filter.limit == 0 || self.is_empty(&asks) { Vec::new() } else { view.case_rows(&filter)? };
            Ok(CaseListPage {
                rows: rows.into_iter().map(|found| row(found, today, &names, served)).collect(),
                offset,
                total: self.total(view, &asks, &filter, &counts)?,
                counts,
                asked: asked.clone(),
            })
        })
    }

    /// How many cases a list holds.
    fn total(&self, view: &View<'_>, asks: &ListAsks, filter: &CaseFilter, counts: &QueueCounts) -> Result<u64, AppError> {
        if self.is_empty(asks) {
            return Ok(0);
        }
        if asks.filter.is_set() {
            return Ok(view.case_count(filter.queue, &filter.narrow)?);
        }
        Ok(match asks.queue {
            Queue::Mine => counts.mine,
            Queue::Team => counts.team,
            Queue::Overdue => counts.overdue,
            Queue::NotSent => counts.not_sent,
            Queue::Conflict => counts.conflict,
            Queue::Closed => counts.closed,
            Queue::All => counts.team + counts.closed,
            Queue::Removed => counts.removed,
        })
    }

    /// Whether a list holds nothing whatever is here: without a server, nothing waits for one.
    pub(crate) fn is_empty(&self, asks: &ListAsks) -> bool {
        asks.queue == Queue::NotSent && !self.has_server()
    }

    /// What a list asks of the vault, from its first row to its last.
    pub(crate) fn filter(&self, asks: &ListAsks) -> Result<CaseFilter, AppError> {
        Ok(CaseFilter {
            queue: match asks.queue {
                Queue::Mine => CaseQueue::Mine(self.person()),
                Queue::Team => CaseQueue::Team,
                Queue::Overdue => CaseQueue::Overdue(self.host.today()),
                Queue::NotSent => CaseQueue::NotSent,
                Queue::Conflict => CaseQueue::Conflict,
                Queue::Closed => CaseQueue::Closed,
                Queue::All => CaseQueue::All,
                Queue::Removed => CaseQueue::Removed,
            },
            sort: match asks.sort {
                CaseSort::Due => praesto_vault::CaseSort::Due,
                CaseSort::Newest => praesto_vault::CaseSort::Newest,
                CaseSort::Title => praesto_vault::CaseSort::Title,
                CaseSort::Reference => praesto_vault::CaseSort::Reference,
            },
            narrow: self.narrow(&asks.filter)?,
            offset: 0,
            limit: u32::MAX,
        })
    }

    fn narrow(&self, filter: &ListFilter) -> Result<Narrow, AppError> {
        let due_by = |days: u32| {
            let days = jiff::Span::new().try_days(days).ok().filter(|_| days <= AHEAD);
            let day = days.and_then(|days| self.host.today().0.checked_add(days).ok());
            day.map(Day).ok_or(AppError::invalid("due_within"))
        };
        Ok(Narrow {
            case_type: filter.case_type.clone(),
            status: filter.status,
            state: filter.state.clone(),
            holder: filter.holder.map(|holder| match holder {
                Holder::Nobody => None,
                Holder::Person { person } => Some(person),
            }),
            tag: filter.tag.clone(),
            due_by: filter.due_within.map(due_by).transpose()?,
            unseen: filter.unseen,
        })
    }

    fn lists(&self) -> Result<ListsView, AppError> {
        let (stored, last_act) = self.vault.read(|view| Ok::<_, AppError>((view.kept_lists()?, view.last_act()?)))?;
        let kept = stored.into_iter().filter_map(|list| {
            let asks = serde_json::from_str(&list.asks).inspect_err(|_| tracing::error!("a kept list cannot be read")).ok()?;
            Some(KeptList { id: ListId(list.id), name: list.name, asks })
        });
        let mut kept: Vec<KeptList> = kept.collect();
        kept.sort_by_cached_key(|list| (fold(&list.name), list.id));
        Ok(ListsView { kept, last_act: last_act.map(ActId) })
    }
}

/// With a capital at the beginning.
fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

/// A row as windows show it.
pub(crate) fn row(found: CaseListRow, today: Day, names: &Directory, served: bool) -> CaseRow {
    CaseRow {
        id: found.id,
        reference: found.reference,
        title: found.title,
        case_type: found.case_type,
        status: found.status,
        state: found.state,
        due_in_days: found.due.map(|due| today.days_until(due)),
        due: found.due,
        not_sent: found.not_sent && served,
        conflict: found.conflict,
        unseen: found.unseen,
        not_checked: found.not_checked,
        removed: found.removed,
        removal_asked: found.removal_asked,
        handed_over: found.handed_over,
        assignee: found.assignee,
        assignee_name: found.assignee.and_then(|person| names.people.get(&person).cloned()),
    }
}
