//! The pages that are to become one PDF, while a person puts them in order: which there are, how each is to be made, and what was seen of it.

use std::rc::Rc;

use praesto_contract::{ApiError, ErrorCode, SCAN_PAGES, ScanPage, ScanPageView, ScanSource, ScanTone};
use yew::prelude::*;

/// Turned by less than this, in hundredths of a degree, a page stands straight for whoever looks at it.
const LEVEL: i16 = 5;

/// One page.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Row {
    /// Tells it apart from every other, wherever it stands.
    pub(super) id: u32,
    pub(super) page: ScanPage,
    /// What its file is called.
    pub(super) name: String,
    /// How it looked when it was read last.
    pub(super) seen: Option<Rc<Seen>>,
    pub(super) error: Option<ApiError>,
    /// Whether it has to be read, because it is new or something about it was changed.
    pub(super) waits: bool,
    /// Whether the further pages of its file come with it once it was read.
    brings: bool,
}

/// A page as it was read, with its picture as the window takes it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Seen {
    pub(super) view: ScanPageView,
    pub(super) picture: AttrValue,
}

/// How a page stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Stands {
    AsPut,
    Level,
    /// By so many degrees it was turned.
    Turned(f64),
    Unclear,
}

impl Row {
    /// How it stands, where it was read.
    pub(super) fn stands(&self) -> Option<Stands> {
        let seen = self.seen.as_ref()?;
        Some(match seen.view.askew {
            _ if !self.page.straighten => Stands::AsPut,
            None => Stands::Unclear,
            Some(askew) if askew.abs() < LEVEL => Stands::Level,
            Some(askew) => Stands::Turned((f64::from(askew.abs()) / 10.0).round() / 10.0),
        })
    }
}

/// All of them, in their order.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Pages {
    pub(super) rows: Vec<Row>,
    /// Which one is looked at.
    pub(super) at: usize,
    /// What becomes of the colours of all of them.
    pub(super) tone: ScanTone,
    /// Whether there were more than one file takes.
    pub(super) full: bool,
    next: u32,
}

/// What a person does with them, and what comes of it.
#[derive(Clone, Debug)]
pub(super) enum Act {
    /// Files, each with its name.
    Add(Vec<(ScanSource, String)>),
    Choose(u32),
    Step(isize),
    /// Moves the one that is looked at.
    Move(isize),
    /// Moves one to where another stands.
    Drag(u32, u32),
    Turn(u8),
    Straighten,
    Crop,
    LeaveOut,
    Tone(ScanTone),
    /// A page was read as it was to be made then.
    Read(u32, ScanPage, ScanTone, Box<Result<ScanPageView, ApiError>>),
}

impl Pages {
    pub(super) fn shown(&self) -> Option<&Row> {
        self.rows.get(self.at)
    }

    /// The page that is to be read next: the one that is looked at comes first.
    pub(super) fn to_read(&self) -> Option<&Row> {
        self.shown().filter(|row| row.waits).or_else(|| self.rows.iter().find(|row| row.waits))
    }

    /// The next page of a file of which nobody knows yet how many pages it has: before that, nobody can say that all of them are here.
    pub(super) fn to_count(&self) -> Option<&Row> {
        self.rows.iter().find(|row| row.waits && row.brings)
    }

    /// Whether any is from outside the case.
    pub(super) fn has_outside(&self) -> bool {
        self.rows.iter().any(|row| matches!(row.page.source, ScanSource::Outside { .. }))
    }

    /// What the file could be called: as the first of them is, without its ending.
    pub(super) fn title(&self) -> String {
        let name = self.rows.first().map(|row| row.name.as_str()).unwrap_or_default();
        name.rsplit_once('.').map_or(name, |(stem, _)| stem).to_owned()
    }

    fn insert(&mut self, at: usize, page: ScanPage, name: String, brings: bool) {
        if self.rows.len() >= SCAN_PAGES {
            self.full = true;
            return;
        }
        self.rows.insert(at, Row { id: self.next, page, name, seen: None, error: None, waits: true, brings });
        self.next += 1;
    }

    fn place(&self, id: u32) -> Option<usize> {
        self.rows.iter().position(|row| row.id == id)
    }

    fn carry(&mut self, from: usize, to: usize) {
        let row = self.rows.remove(from);
        self.rows.insert(to, row);
        self.at = to;
    }

    /// Makes the one that is looked at otherwise.
    fn change(&mut self, change: impl FnOnce(&mut ScanPage)) {
        if let Some(row) = self.rows.get_mut(self.at) {
            change(&mut row.page);
            row.waits = true;
        }
    }

    fn read(&mut self, id: u32, asked: (&ScanPage, ScanTone), answer: Result<ScanPageView, ApiError>) {
        let Some(at) = self.place(id) else { return };
        let tone = self.tone;
        let row = &mut self.rows[at];
        // Somebody changed it meanwhile, or ended the reading for something else: it is read again.
        let stopped = answer.as_ref().is_err_and(|error| error.code == ErrorCode::Stopped);
        if (&row.page, tone) != asked || stopped {
            return;
        }
        row.waits = false;
        match answer {
            Ok(view) => {
                let further = if std::mem::take(&mut row.brings) { view.pages } else { 1 };
                let (page, name) = (row.page.clone(), row.name.clone());
                let picture = format!("data:image/jpeg;base64,{}", view.jpeg).into();
                // The picture stands there once.
                row.seen = Some(Rc::new(Seen { view: ScanPageView { jpeg: String::new(), ..view }, picture }));
                row.error = None;
                for more in 2..=further {
                    let place = at + more as usize - 1;
                    self.insert(place.min(self.rows.len()), ScanPage { page: more, ..page.clone() }, name.clone(), false);
                    self.at += usize::from(place <= self.at && at < self.at);
                    if self.full {
                        break;
                    }
                }
            }
            Err(error) => {
                row.seen = None;
                row.error = Some(error);
            }
        }
    }
}

impl Reducible for Pages {
    type Action = Act;

    fn reduce(self: Rc<Self>, act: Act) -> Rc<Self> {
        let mut next = (*self).clone();
        let last = next.rows.len().saturating_sub(1);
        match act {
            Act::Add(files) => {
                next.full = false;
                for (source, name) in files {
                    next.insert(next.rows.len(), ScanPage::of(source, 1), name, true);
                }
            }
            Act::Choose(id) => next.at = next.place(id).unwrap_or(next.at),
            Act::Step(by) => next.at = next.at.saturating_add_signed(by).min(last),
            Act::Move(by) => {
                let to = next.at.saturating_add_signed(by).min(last);
                if !next.rows.is_empty() && to != next.at {
                    next.carry(next.at, to);
                }
            }
            Act::Drag(one, over) => {
                if let (Some(from), Some(to)) = (next.place(one), next.place(over)) {
                    next.carry(from, to);
                }
            }
            Act::Turn(quarters) => next.change(|page| page.turn = (page.turn + quarters) % 4),
            Act::Straighten => next.change(|page| page.straighten = !page.straighten),
            Act::Crop => next.change(|page| page.crop = !page.crop),
            Act::LeaveOut => {
                if !next.rows.is_empty() {
                    next.rows.remove(next.at);
                    next.at = next.at.min(next.rows.len().saturating_sub(1));
                    next.full = false;
                }
            }
            Act::Tone(tone) => {
                next.tone = tone;
                next.rows.iter_mut().for_each(|row| row.waits = true);
            }
            Act::Read(id, page, tone, answer) => next.read(id, (&page, tone), *answer),
        }
        next.into()
    }
}
