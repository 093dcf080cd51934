//! Where the window stands, kept in the address so that a reload comes back to it.

use praesto_contract::{CaseId, Queue};

/// An area of the navigation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Area {
    Today,
    #[default]
    Cases,
    /// What was handed over, to this person and by them.
    HandOver,
    Import,
    Office,
    Computer,
}

/// A part of a case.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Tab {
    Conflicts,
    #[default]
    Summary,
    Form,
    Notes,
    Tasks,
    Decisions,
}

impl Tab {
    pub(crate) const ALL: [Self; 6] = [Self::Conflicts, Self::Summary, Self::Form, Self::Notes, Self::Tasks, Self::Decisions];

    pub(crate) fn code(self) -> &'static str {
        match self {
            Self::Conflicts => "conflicts",
            Self::Summary => "summary",
            Self::Form => "form",
            Self::Notes => "notes",
            Self::Tasks => "tasks",
            Self::Decisions => "decisions",
        }
    }
}

/// All queues.
pub(crate) const QUEUES: [Queue; 8] =
    [Queue::Mine, Queue::Team, Queue::Overdue, Queue::NotSent, Queue::Conflict, Queue::Closed, Queue::All, Queue::Removed];

/// A place in the window.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Route {
    pub(crate) area: Area,
    pub(crate) queue: Queue,
    pub(crate) case: Option<CaseId>,
    pub(crate) tab: Tab,
}

impl Route {
    pub(crate) fn area(area: Area) -> Self {
        Self { area, ..Self::default() }
    }

    /// Reads the address.
    pub(crate) fn current() -> Self {
        let hash = gloo_utils::window().location().hash().unwrap_or_default();
        let mut parts = hash.trim_start_matches("#/").split('/');
        match parts.next() {
            // Where a window begins.
            None | Some("" | "today") => return Self::area(Area::Today),
            Some("hand-over") => return Self::area(Area::HandOver),
            Some("import") => return Self::area(Area::Import),
            Some("office") => return Self::area(Area::Office),
            Some("computer") => return Self::area(Area::Computer),
            _ => {}
        }
        let queue = parts.next().and_then(|code| QUEUES.into_iter().find(|queue| queue_code(*queue) == code)).unwrap_or_default();
        let case = parts.next().and_then(|id| id.parse().ok());
        let tab = parts.next().and_then(|code| Tab::ALL.into_iter().find(|tab| tab.code() == code)).unwrap_or_default();
        Self { area: Area::Cases, queue, case, tab }
    }

    /// The address of this place.
    pub(crate) fn hash(&self) -> String {
        match self.area {
            Area::Today => "#/today".to_owned(),
            Area::HandOver => "#/hand-over".to_owned(),
            Area::Import => "#/import".to_owned(),
            Area::Office => "#/office".to_owned(),
            Area::Computer => "#/computer".to_owned(),
            Area::Cases => match self.case {
                Some(case) => format!("#/cases/{}/{case}/{}", queue_code(self.queue), self.tab.code()),
                None => format!("#/cases/{}", queue_code(self.queue)),
            },
        }
    }

    /// Goes there; a new entry of the history.
    pub(crate) fn go(&self) {
        // A page without a location cannot exist, and staying where one is would harm nobody.
        let _ = gloo_utils::window().location().set_hash(&self.hash());
    }
}

pub(crate) fn queue_code(queue: Queue) -> &'static str {
    match queue {
        Queue::Mine => "mine",
        Queue::Team => "team",
        Queue::Overdue => "overdue",
        Queue::NotSent => "not-sent",
        Queue::Conflict => "conflict",
        Queue::Closed => "closed",
        Queue::All => "all",
        Queue::Removed => "removed",
    }
}
