//! A list of cases as a table for a spreadsheet program.

use std::path::Path;

use praesto_contract::*;
use praesto_formats::csv::TableWriter;
use praesto_words::{Language, Words};

use super::index::{stands, type_text};
use super::reason;
use crate::access::Taken;
use crate::case_types::Pack;
use crate::error::AppError;
use crate::host::Host;
use crate::jobs::Gauge;
use crate::lists::row;
use crate::outside::Outside;
use crate::praesto::Core;

/// Rows that are read at once: nobody waits for more of them.
const ROWS: usize = 500;

impl<H: Host> Core<H> {
    pub(crate) fn list_out(&self, request: ListOut) -> Result<WentOut, AppError> {
        let office = self.office()?;
        let reason = reason(&request.reason)?;
        let language = Language::from_tag(&request.language).ok_or(AppError::invalid("language"))?;
        let words = Words::new(language);
        let path = Path::new(&request.path);
        let failed = |source| AppError::File { path: request.path.clone(), source };
        // Which cases the list holds is asked once; what each says, as it is written.
        let filter = office.filter(&request.asks)?;
        let cases = match office.is_empty(&request.asks) {
            true => Vec::new(),
            false => office.vault.read(|view| Ok::<_, AppError>(view.case_news_rows(&filter)?))?,
        };
        // Spreadsheet programs split cells where the language of the system says.
        let delimiter = if language == Language::En { b',' } else { b';' };
        let mut gauge = Gauge::new(cases.len() as u64, self.goes_on(Job::Out));
        let out = Outside::begin(path, request.overwrite)?;
        let count = office.while_written(out.part().to_owned(), || {
            let mut table = TableWriter::begin(out, delimiter).map_err(failed)?;
            let head = ["place-reference", "place-title", "out-type", "place-status", "place-assignee", "sort-due", "row-conflict"];
            table.row(&head.map(|id| words.text(id, &[]))).map_err(failed)?;
            let (today, names, served) = (self.host.today(), office.names(), office.has_server());
            let mut count = 0_u64;
            for some in cases.chunks(ROWS) {
                office.still_open()?;
                gauge.on(0)?;
                let rows = office.vault.read(|view| {
                    let mut rows = Vec::with_capacity(some.len());
                    for one in some {
                        rows.extend(view.case_list_row(one.id)?.map(|found| row(found, today, &names, served)));
                    }
                    Ok::<_, AppError>(rows)
                })?;
                for row in rows {
                    table.row(&cells(&words, office.case_type(&row.case_type).as_deref(), row)).map_err(failed)?;
                    count += 1;
                }
                gauge.on(some.len() as u64)?;
            }
            let out = table.finish().map_err(failed)?;
            let name =
                words.text("out-list", &[("list", words.coded("queue-title", &code(request.asks.queue)).into()), ("count", count.into())]);
            office.vault.write(|writer| office.note_access(writer, None, Taken { kind: AccessKind::Listed, name: &name, reason }))?;
            out.finish()?;
            Ok(count)
        })?;
        let bytes = std::fs::metadata(path).map_or(0, |file| file.len());
        Ok(WentOut { path: request.path, count, bytes })
    }
}

fn cells(words: &Words, pack: Option<&Pack>, row: CaseRow) -> [String; 7] {
    let case_type = type_text(pack, words, "type").unwrap_or_else(|| row.case_type.clone());
    let stands = stands(pack, words, row.status, row.state.as_deref());
    // A day as programs sort it.
    let due = row.due.map(|day| day.to_string()).unwrap_or_default();
    let conflict = words.text(if row.conflict { "value-yes" } else { "value-no" }, &[]);
    [row.reference, row.title, case_type, stands, row.assignee_name.unwrap_or_default(), due, conflict]
}

fn code(queue: Queue) -> String {
    crate::sync::code(queue)
}
