//! What is said and shown outside the window: when a notice is due, and what somebody should know before Praesto ends. Saying it is the desktop's.

use std::sync::PoisonError;

use praesto_contract::*;
use praesto_vault::AgendaPart;

use crate::error::AppError;
use crate::host::Host;
use crate::office::Office;
use crate::praesto::{Core, Praesto};

/// Where the vault keeps what was said last.
const KEPT: &str = "notice-said";

impl<H: Host> Praesto<H> {
    /// Takes note of what the desktop around the window can do.
    pub fn stands_on(&self, desk: Desk) {
        *self.core.desk.lock().unwrap_or_else(PoisonError::into_inner) = desk;
    }
}

impl<H: Host> Core<H> {
    pub(crate) fn desk_get(&self, _: DeskGet) -> Result<Desk, AppError> {
        Ok(*self.desk.lock().unwrap_or_else(PoisonError::into_inner))
    }

    pub(crate) fn notice_get(&self, _: NoticeGet) -> Result<Option<NoticeView>, AppError> {
        let office = self.office()?;
        if self.settings()?.notices { office.notice() } else { Ok(None) }
    }

    pub(crate) fn notice_said(&self, request: NoticeSaid) -> Result<(), AppError> {
        let NoticeView { day, due, .. } = request.notice;
        self.office()?.note_said(Said { day, due })
    }

    pub(crate) fn closing_asks(&self, _: ClosingAsks) -> Result<ClosingAsksView, AppError> {
        match self.office() {
            Ok(office) if office.has_server() => Ok(ClosingAsksView { unsent: office.sync_view()?.waiting }),
            // A shut vault says nothing, and without a server nothing waits for one.
            _ => Ok(ClosingAsksView::default()),
        }
    }
}

/// What was said last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Said {
    day: Day,
    /// Cases that had something due on that day.
    due: u64,
}

impl Said {
    fn encode(self) -> String {
        format!("{} {}", self.day, self.due)
    }

    fn decode(kept: &[u8]) -> Option<Self> {
        let (day, due) = std::str::from_utf8(kept).ok()?.split_once(' ')?;
        Some(Self { day: day.parse().ok()?, due: due.parse().ok()? })
    }

    /// Whether there is something to say: once a day, and again when more is due on it than was known.
    fn misses(said: Option<Self>, now: &NoticeView) -> bool {
        match said.filter(|said| said.day == now.day) {
            None => now.due + now.late > 0,
            Some(said) => now.due > said.due,
        }
    }

    /// Whether less is due now: what comes from here on is new again.
    fn is_over(self, now: &NoticeView) -> bool {
        self.day == now.day && now.due < self.due
    }
}

impl<H: Host> Office<H> {
    fn notice(&self) -> Result<Option<NoticeView>, AppError> {
        if self.view().sample {
            // What is made up is due to nobody.
            return Ok(None);
        }
        let (day, me) = (self.host.today(), Some(self.person()));
        let (now, said) = self.vault.read(|view| {
            let due = view.agenda_cases(AgendaPart::Within(me, day, day))?;
            let late = view.agenda_cases(AgendaPart::Before(me, day))?;
            Ok::<_, AppError>((NoticeView { day, due, late }, view.meta(KEPT)?))
        })?;
        let said = said.as_deref().and_then(Said::decode);
        if said.is_some_and(|said| said.is_over(&now)) {
            self.note_said(Said { day, due: now.due })?;
        }
        Ok(Said::misses(said, &now).then_some(now))
    }

    fn note_said(&self, said: Said) -> Result<(), AppError> {
        self.vault.write(|writer| Ok(writer.put_meta(KEPT, said.encode().as_bytes())?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(day: &str, due: u64) -> Said {
        Said { day: day.parse().unwrap(), due }
    }

    #[test]
    fn it_is_said_once_a_day_and_again_when_more_is_due() {
        let now = |due, late| NoticeView { day: "2026-11-02".parse().unwrap(), due, late };
        for (before, now, says) in [
            (None, now(0, 0), false),
            (None, now(3, 0), true),
            (None, now(0, 1), true),
            (Some(said("2026-11-01", 9)), now(3, 0), true),
            (Some(said("2026-11-02", 3)), now(3, 5), false),
            (Some(said("2026-11-02", 3)), now(4, 0), true),
            (Some(said("2026-11-02", 3)), now(2, 0), false),
            // The clock was set back.
            (Some(said("2026-11-03", 9)), now(1, 0), true),
        ] {
            assert_eq!(Said::misses(before, &now), says, "{before:?} {now:?}");
        }
        assert!(said("2026-11-02", 3).is_over(&now(2, 0)) && !said("2026-11-01", 3).is_over(&now(2, 0)));
    }

    #[test]
    fn what_was_said_is_read_as_it_was_kept() {
        let last = said("2026-11-02", 201);
        assert_eq!(Said::decode(last.encode().as_bytes()), Some(last));
        assert_eq!(Said::decode(b"yesterday"), None);
    }
}
