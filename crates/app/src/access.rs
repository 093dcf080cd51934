//! Who looked at a case, and what left the sealed world: lines that are only ever added, told apart from changes.
//!
//! A line is kept at once, in the transaction that shows or lets out, and needs nobody for that: no network, no checked trail, no key. Later one
//! record of the space's log says all that came together, so that the server learns neither which case was looked at nor when.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use praesto_contract::*;
use praesto_domain::casework::{Access, CaseChange, EventKind, LINE_CHARS, Stamp, TEXT_CHARS};
use praesto_domain::{DeviceId as DomainDevice, EventId};
use praesto_protocol::{DocumentId, Kind, LayoutError, Reader, SpaceId, Writer as Layout};
use praesto_vault::{StoredAccess, StoredRecord, Writer};
use uuid::Uuid;

use crate::documents::{DocumentKind, encode_payload};
use crate::error::AppError;
use crate::host::{Host, random};
use crate::ids::named;
use crate::office::Office;
use crate::praesto::Core;
use crate::save::{EditOptions, NewStatement};

/// Lines of one answer.
const ROWS: u32 = 200;
/// Lines of one record: even with the longest reasons it stays far below what a record holds, since those are rare.
const LINES: u32 = 256;
/// Bytes of one record's lines.
const BYTES: usize = 512 << 10;
/// Milliseconds after which what was noted is said, so that one record tells of many lines, and of none its minute.
const LATER_MS: i64 = 60 * 60 * 1000;
const VERSION: u8 = 1;

/// Something that leaves, and why.
pub(crate) struct Taken<'a> {
    pub(crate) kind: AccessKind,
    /// What a file is called, for whom a case is, which list it is.
    pub(crate) name: &'a str,
    pub(crate) reason: &'a str,
}

impl<H: Host> Core<H> {
    pub(crate) fn access(&self, request: AccessGet) -> Result<AccessPage, AppError> {
        let office = self.office()?;
        let limit = request.limit.min(ROWS);
        let device = Some(office.device()).filter(|_| !request.everybody);
        let (lines, total) = office.vault.read(|view| {
            Ok::<_, AppError>(match request.case {
                Some(case) => (view.access_of(case, request.offset, limit)?, view.access_count(case)?),
                None => (view.taken_out(device, request.offset, limit)?, view.taken_out_count(device)?),
            })
        })?;
        Ok(AccessPage { rows: office.access_rows(lines)?, total })
    }
}

impl<H: Host> Office<H> {
    /// Lines as people read them.
    pub(crate) fn access_rows(&self, lines: Vec<StoredAccess>) -> Result<Vec<AccessRow>, AppError> {
        let names = self.names();
        let names = self.author_names(&names);
        self.vault.read(|view| {
            let mut rows = Vec::with_capacity(lines.len());
            // Most lines together are of one case.
            let mut references: HashMap<CaseId, String> = HashMap::new();
            for StoredAccess { access, device, .. } in lines {
                let reference = match access.case {
                    None => String::new(),
                    Some(case) => match references.entry(case) {
                        Entry::Occupied(known) => known.get().clone(),
                        Entry::Vacant(place) => {
                            let found = view.case_projection(case)?;
                            place.insert(found.map(|found| found.reference).unwrap_or_default()).clone()
                        }
                    },
                };
                rows.push(AccessRow {
                    kind: access.kind,
                    by: names.author(Stamp { device: DomainDevice(device.0), at: access.at }),
                    case: access.case,
                    reference,
                    name: access.name,
                    reason: access.reason,
                });
            }
            Ok(rows)
        })
    }

    /// Notes that a case is looked at here: once a day, so that a day of work is one line.
    pub(crate) fn note_opened(&self, writer: &mut Writer<'_>, case: CaseId) -> Result<(), AppError> {
        let last = writer.last_opening(case, self.device())?;
        if last.is_some_and(|at| self.host.day_of(at) == self.host.today()) {
            return Ok(());
        }
        self.note_access(writer, Some(case), Taken { kind: AccessKind::Opened, name: "", reason: "" })
    }

    /// Notes what is done with a case, or with more than one.
    pub(crate) fn note_access(&self, writer: &mut Writer<'_>, case: Option<CaseId>, taken: Taken<'_>) -> Result<(), AppError> {
        let space = match case {
            Some(case) => writer.document(DocumentId(case.0))?.ok_or(AppError::code(ErrorCode::NotFound))?.space,
            None => self.team_space()?,
        };
        let at = self.host.now();
        let access = Access {
            id: EventId::make(at, &random(&*self.host)),
            case,
            at,
            kind: taken.kind,
            name: taken.name.chars().take(LINE_CHARS).collect(),
            reason: taken.reason.to_owned(),
        };
        Ok(writer.add_access(&StoredAccess { access, device: self.device(), space, record: None })?)
    }

    /// Notes, in the case and beside it, that this version of a file leaves. Done before it does: nothing leaves without a trace, whatever breaks off
    /// in between.
    pub(crate) fn note_leaving(&self, case: CaseId, version: &str, taken: Taken<'_>) -> Result<(), AppError> {
        self.check_for_edit(case)?;
        let event = EventKind::TakenOut { name: taken.name.to_owned(), version: version.to_owned(), reason: taken.reason.to_owned() };
        let change = CaseChange::AddEvent { id: EventId::make(self.host.now(), &random(&*self.host)), event };
        let options = EditOptions { undoable: true, ..EditOptions::default() };
        self.vault.write(|writer| {
            self.edit_case_in(writer, case, &options, |document, now| Ok(document.edit(now, std::slice::from_ref(&change))?))?;
            self.note_access(writer, Some(case), taken)
        })
    }

    /// Has records say what was noted some time ago, as many lines in each as it takes.
    pub(crate) fn say_accesses(&self, space: SpaceId) -> Result<(), AppError> {
        let now = self.host.now();
        // A clock that was set back keeps nothing back.
        let due = |line: &Access| (now.0 - line.at.0).unsigned_abs() >= LATER_MS.unsigned_abs();
        loop {
            self.still_open()?;
            let waiting = self.vault.read(|view| Ok::<_, AppError>(view.access_to_say(space, LINES)?))?;
            if !waiting.first().is_some_and(due) {
                return Ok(());
            }
            self.vault.write(|writer| {
                let mut lines = writer.access_to_say(space, LINES)?;
                lines.truncate(fitting(&lines));
                let payload = encode_payload(DocumentKind::Access, DocumentKind::Access.schema(), &encode(&lines));
                let document = log_of(space);
                let statement = NewStatement {
                    space,
                    document,
                    kind: Kind::Change,
                    covers: None,
                    attachments: Vec::new(),
                    payload,
                    what: String::new(),
                };
                writer.note_access_log(space, document)?;
                let record = self.state(writer, statement, now)?;
                Ok::<_, AppError>(writer.say_access(space, &lines, self.device(), record)?)
            })?;
        }
    }

    /// Takes in what a record says of its own device.
    pub(crate) fn take_accesses(
        &self,
        writer: &mut Writer<'_>,
        record: &StoredRecord,
        body: &[u8],
    ) -> Result<Option<SetAsideReason>, AppError> {
        let lines = match decode(body) {
            Ok(lines) => lines,
            Err(LayoutError::Version(_)) => return Ok(Some(SetAsideReason::UnknownSchema)),
            Err(_) => return Ok(Some(SetAsideReason::Malformed)),
        };
        writer.note_access_log(record.space, record.document)?;
        for access in lines {
            writer.add_access(&StoredAccess { access, device: record.device, space: record.space, record: Some(record.hash) })?;
        }
        Ok(None)
    }
}

/// The document that is the log of a space. One for all its cases: which of them was looked at stays under the seal.
pub(crate) fn log_of(space: SpaceId) -> DocumentId {
    DocumentId(named(b"praesto access log", &[space.as_bytes()]))
}

/// How many of these lines go into one record; one always does.
fn fitting(lines: &[Access]) -> usize {
    let mut bytes = 0;
    let fits = |line: &&Access| {
        bytes += line.name.len() + line.reason.len() + 64;
        bytes <= BYTES
    };
    lines.iter().take_while(fits).count().max(1)
}

/// The bytes of this version: `u16` number, then for each its id, case (zeros for none), `u64` moment, `u8` kind, name, reason.
fn encode(lines: &[Access]) -> Vec<u8> {
    let mut w = Layout::version(VERSION);
    w.u16(lines.len() as u16);
    for Access { id, case, at, kind, name, reason } in lines {
        w.fixed(id.0.as_bytes()).fixed(case.map_or(Uuid::nil(), |case| case.0).as_bytes()).u64(at.0 as u64);
        w.u8(kind.number());
        w.bytes(name.as_bytes()).bytes(reason.as_bytes());
    }
    w.finish()
}

fn decode(bytes: &[u8]) -> Result<Vec<Access>, LayoutError> {
    let mut r = Reader::new(bytes);
    r.version(VERSION)?;
    let count = r.u16()?;
    if count == 0 || u32::from(count) > LINES {
        return Err(LayoutError::Value);
    }
    let lines = (0..count).map(|_| line(&mut r)).collect::<Result<Vec<_>, _>>()?;
    r.finish()?;
    Ok(lines)
}

fn line(r: &mut Reader<'_>) -> Result<Access, LayoutError> {
    let (id, case) = (EventId(Uuid::from_bytes(r.array()?)), Uuid::from_bytes(r.array()?));
    let (at, number) = (Moment(r.u64()? as i64), r.u8()?);
    // What no calendar shows would stand before all others for ever.
    if jiff::Timestamp::from_millisecond(at.0).is_err() {
        return Err(LayoutError::Value);
    }
    let kind = AccessKind::numbered(number).ok_or(LayoutError::Value)?;
    let (name, reason) = (r.text()?.to_owned(), r.text()?.to_owned());
    if name.chars().count() > LINE_CHARS || reason.chars().count() > TEXT_CHARS {
        return Err(LayoutError::Value);
    }
    let case = (!case.is_nil()).then_some(CaseId(case));
    // What is done with a case names it, and what is done with many names none.
    if kind.is_of_many() == case.is_some() {
        return Err(LayoutError::Value);
    }
    Ok(Access { id, case, at, kind, name, reason })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(kind: AccessKind, case: Option<CaseId>) -> Access {
        let id = EventId(Uuid::from_u128(7));
        Access { id, case, at: Moment(1_793_606_400_000), kind, name: "Ќосев".to_owned(), reason: "asked for by law".to_owned() }
    }

    #[test]
    fn lines_come_back_as_they_were_said() {
        let case = Some(CaseId(Uuid::from_u128(9)));
        let lines: Vec<_> = AccessKind::NUMBERED.iter().map(|(kind, _)| one(*kind, case.filter(|_| !kind.is_of_many()))).collect();
        assert_eq!(decode(&encode(&lines)), Ok(lines));
    }

    #[test]
    fn what_no_line_says_is_refused() {
        let case = Some(CaseId(Uuid::from_u128(9)));
        for wrong in [one(AccessKind::Opened, None), one(AccessKind::Listed, case)] {
            assert_eq!(decode(&encode(&[wrong])), Err(LayoutError::Value));
        }
        for at in [i64::MIN, i64::MAX] {
            let never = Access { at: Moment(at), ..one(AccessKind::Opened, case) };
            assert_eq!(decode(&encode(&[never])), Err(LayoutError::Value), "no calendar shows it");
        }
        let whole = encode(&[one(AccessKind::Exported, case)]);
        for end in 0..whole.len() {
            assert!(decode(&whole[..end]).is_err(), "cut at {end}");
        }
        assert!(decode(&[whole.as_slice(), &[0]].concat()).is_err());
        assert_eq!(decode(&encode(&[])), Err(LayoutError::Value), "a record that says nothing");
        assert_eq!(decode(&[2]), Err(LayoutError::Version(2)));
    }
}
