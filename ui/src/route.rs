//! Where the window stands, kept in the address so that a reload comes back to it.

use std::cell::RefCell;

use praesto_contract::{CaseId, CaseSort, Holder, ListAsks, ListFilter, Queue, Status};

use crate::i18n::code;

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

/// Orders of a list.
pub(crate) const SORTS: [CaseSort; 4] = [CaseSort::Due, CaseSort::Newest, CaseSort::Title, CaseSort::Reference];

/// Statuses of cases.
pub(crate) const STATUSES: [Status; 6] =
    [Status::New, Status::InReview, Status::Waiting, Status::Decided, Status::NeedsAdjudication, Status::Closed];

/// What narrows the list, kept once each, so that a place in the window stays as small as a number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Narrowed(usize);

thread_local! {
    /// The first narrows nothing.
    static FILTERS: RefCell<Vec<ListFilter>> = RefCell::new(vec![ListFilter::default()]);
}

impl Narrowed {
    pub(crate) fn by(filter: ListFilter) -> Self {
        FILTERS.with_borrow_mut(|all| {
            let at = all.iter().position(|one| *one == filter);
            Self(at.unwrap_or_else(|| {
                all.push(filter);
                all.len() - 1
            }))
        })
    }

    pub(crate) fn filter(self) -> ListFilter {
        FILTERS.with_borrow(|all| all.get(self.0).cloned().unwrap_or_default())
    }
}

/// A place in the window.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Route {
    pub(crate) area: Area,
    pub(crate) queue: Queue,
    pub(crate) sort: CaseSort,
    pub(crate) narrowed: Narrowed,
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
        let (place, asked) = hash.split_once('?').unwrap_or((&hash, ""));
        let mut parts = place.trim_start_matches("#/").split('/');
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
        let (sort, filter) = read(asked);
        Self { area: Area::Cases, queue, sort, narrowed: Narrowed::by(filter), case, tab }
    }

    /// A list, with no case open.
    pub(crate) fn list(asks: &ListAsks) -> Self {
        Self { queue: asks.queue, sort: asks.sort, narrowed: Narrowed::by(asks.filter.clone()), ..Self::default() }
    }

    /// What the list here asks for.
    pub(crate) fn asks(&self) -> ListAsks {
        ListAsks { queue: self.queue, sort: self.sort, filter: self.narrowed.filter() }
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
                Some(case) => format!("#/cases/{}/{case}/{}{}", queue_code(self.queue), self.tab.code(), self.asked()),
                None => format!("#/cases/{}{}", queue_code(self.queue), self.asked()),
            },
        }
    }

    /// Order and filter as they stand in the address; nothing where both are the usual ones.
    fn asked(&self) -> String {
        let ListFilter { case_type, status, state, holder, tag, due_within, unseen } = self.narrowed.filter();
        let holder = holder.map(|holder| match holder {
            Holder::Nobody => "nobody".to_owned(),
            Holder::Person { person } => person.to_string(),
        });
        let given = [
            ("sort", (self.sort != CaseSort::default()).then(|| code(&self.sort))),
            ("type", case_type),
            ("status", status.map(|status| code(&status))),
            ("state", state),
            ("who", holder),
            ("tag", tag),
            ("due", due_within.map(|days| days.to_string())),
            ("news", unseen.then(|| "1".to_owned())),
        ];
        let given = given.into_iter().filter_map(|(name, value)| Some(format!("{name}={}", js_sys::encode_uri_component(&value?))));
        let given = given.collect::<Vec<_>>().join("&");
        if given.is_empty() { given } else { format!("?{given}") }
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

/// Reads what [`Route::asked`] wrote; what it would not write asks nothing.
fn read(asked: &str) -> (CaseSort, ListFilter) {
    let (mut sort, mut filter) = (CaseSort::default(), ListFilter::default());
    for (name, value) in asked.split('&').filter_map(|one| one.split_once('=')) {
        let Ok(value) = js_sys::decode_uri_component(value).map(String::from) else { continue };
        match name {
            "sort" => sort = SORTS.into_iter().find(|sort| code(sort) == value).unwrap_or_default(),
            "type" => filter.case_type = Some(value),
            "status" => filter.status = STATUSES.into_iter().find(|status| code(status) == value),
            "state" => filter.state = Some(value),
            "who" if value == "nobody" => filter.holder = Some(Holder::Nobody),
            "who" => filter.holder = value.parse().ok().map(|person| Holder::Person { person }),
            "tag" => filter.tag = Some(value),
            "due" => filter.due_within = value.parse().ok(),
            "news" => filter.unseen = true,
            _ => {}
        }
    }
    (sort, filter)
}
