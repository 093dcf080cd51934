//! What every part of the window shares: language, settings, office, synchronisation, and which layer lies on top.

use std::{collections::BTreeMap, rc::Rc};

use praesto_contract::{
    ActId, ApiError, AppStatus, CaseId, CaseRow, CaseTypeView, CasesActed, ElsewhereView, HandOverDone, ImportReport, ImportSource, Job,
    KeptList, ListsView, OfficeView, PersonView, Settings, SettingsSet, SyncView,
};
use yew::prelude::*;

use crate::{
    i18n::Tr,
    pages::cases::{marks::Marks, offers::Offers},
    route::{Area, Route},
};

/// The handle that components take from the context.
pub(crate) type App = UseReducerHandle<State>;

/// A dialog of the shell.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Layer {
    #[default]
    None,
    Palette,
    Settings,
    Keys,
    NewCase,
    /// Handing over all of one's cases.
    HandOverAll,
    Key,
    /// Where letters stand.
    OwnKeys,
    /// How the server is reached.
    Proxy,
    /// Something typed would be lost by leaving.
    Leaving,
    /// The window is to be closed while files are open in other programs.
    Closing,
    /// What an act over many cases left as it was.
    ActLeft,
    /// Taken by the open case, which asks why.
    RemoveCase,
    /// Taken by the open case, which asks how and for whom.
    TakeOut,
    /// Taken by the list.
    SaveList,
}

/// What a message offers to take back.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Undo {
    /// The last change to a case.
    Case(CaseId),
    /// An act over many cases.
    Act(ActId),
    /// That a list was let go of.
    List(Box<KeptList>),
}

/// A message that goes away by itself.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Toast {
    pub(crate) id: u32,
    pub(crate) text: String,
    pub(crate) danger: bool,
    pub(crate) undo: Option<Undo>,
}

/// The shared state.
#[derive(Clone, PartialEq)]
pub(crate) struct State {
    pub(crate) tr: Tr,
    pub(crate) settings: Rc<Settings>,
    pub(crate) status: Option<AppStatus>,
    /// The vault was shut, and the desktop is about to load the page anew: what somebody did on it until then would be lost.
    emptied: bool,
    pub(crate) sync: Option<SyncView>,
    pub(crate) people: Rc<Vec<PersonView>>,
    /// The case types that are on this computer.
    pub(crate) case_types: Rc<Vec<CaseTypeView>>,
    pub(crate) route: Route,
    /// Where the cases were left for another area.
    pub(crate) left_cases: Option<Route>,
    /// Grows with every change of cases, so that pages read again.
    pub(crate) cases: u64,
    pub(crate) layer: Layer,
    /// What the keys do at the open case.
    pub(crate) offers: Option<Offers>,
    /// The case whose last change was made from a page that shows no case.
    pub(crate) undo: Option<CaseId>,
    /// Lists that are kept under names.
    pub(crate) lists: Rc<Vec<KeptList>>,
    /// The act over many cases that Ctrl Z takes back, as long as nothing is newer.
    pub(crate) last_act: Option<ActId>,
    /// Cases that are marked in the list.
    pub(crate) marks: Rc<Marks>,
    /// How far the act over many cases is that runs.
    pub(crate) acting: Option<(u64, u64)>,
    /// How far the pages are that become one file: pages done of pages in all.
    pub(crate) scanning: Option<(u64, u64)>,
    /// What an act over many cases left as it was, until somebody has looked at it.
    pub(crate) acted: Option<Rc<CasesActed>>,
    pub(crate) toasts: Vec<Toast>,
    /// Files that are open in other programs.
    pub(crate) elsewhere: Rc<ElsewhereView>,
    /// How far handing over, taking or giving back is, while it is under way: of so many, nothing before the first were done.
    pub(crate) handing: Option<(u64, u64)>,
    /// What became of it, where not all was done, until it was read.
    pub(crate) handed: Option<Rc<Result<HandOverDone, ApiError>>>,
    /// Whether the page of hand-overs shows something that waits for this person.
    pub(crate) handed_to_me: bool,
    /// How much of what is to be imported was read.
    pub(crate) import_reads: Option<(u64, u64)>,
    /// Cases of a sample office that is being made: so many of so many.
    pub(crate) sample: Option<(u64, u64)>,
    /// How far the import that runs is.
    pub(crate) import: Option<(u64, u64)>,
    /// What came of the last import, until somebody has looked at it: the page may be left while it runs.
    pub(crate) imported: Option<Rc<Imported>>,
    /// Why the profile cannot be opened.
    pub(crate) cannot_open: Option<ApiError>,
    /// Files that were dropped, with a number that tells two drops apart.
    pub(crate) dropped: Option<(u64, Rc<Vec<String>>)>,
    /// How far that is which somebody waits for.
    jobs: BTreeMap<Job, (u64, u64)>,
    /// Grows once a minute, so that "2 minutes ago" stays true.
    pub(crate) minute: u64,
    next_toast: u32,
}

/// What came of an import.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Imported {
    pub(crate) source: ImportSource,
    pub(crate) answer: Result<ImportReport, ApiError>,
}

/// What can happen to the shared state.
pub(crate) enum Act {
    /// The settings as they are kept.
    Settings(Settings),
    /// A change of them that is being kept.
    Set(SettingsSet),
    Status(AppStatus),
    /// The page was not loaded anew.
    StillHere,
    Sync(SyncView),
    People(Vec<PersonView>),
    CaseTypes(Vec<CaseTypeView>),
    Route(Route),
    CasesChanged,
    /// A change was saved without a message: what an older message offers to take back is no longer the newest.
    SavedQuietly,
    Layer(Layer),
    /// What was asked before the window goes is answered.
    Asked,
    Offers(Option<Offers>),
    Lists(ListsView),
    Elsewhere(ElsewhereView),
    Mark(Marks),
    /// After an act over the first of these, the second stay marked, unless others were marked meanwhile.
    StayMarked(Rc<Marks>, Marks),
    /// Marks rows, or no longer; the other way round where nobody says.
    MarkRows(Vec<CaseRow>, Option<bool>),
    /// An act over many cases begins.
    BulkBegins,
    /// How far it is. What is told after its answer counts for nothing.
    BulkGoesOn(u64, u64),
    BulkEnds,
    /// What it left as it was; nothing once somebody has looked at it.
    Acted(Option<CasesActed>),
    Toast {
        text: String,
        danger: bool,
        undo: Option<Undo>,
    },
    /// Something was refused where there is no place for more than a message.
    Failed(ApiError),
    /// What is being typed cannot be kept.
    NotKept(ApiError),
    ToastGone(u32),
    /// Handing over, taking or giving back begins.
    HandingBegins,
    /// How far it is. What is told after its answer counts for nothing.
    HandingGoesOn(u64, u64),
    /// It ended, with what became of it where that is to be read.
    HandingEnds(Option<Result<HandOverDone, ApiError>>),
    HandedRead,
    HandedToMe(bool),
    /// What is to be imported is about to be read, or was read so far.
    /// How many cases of a sample office are made, of how many.
    SampleGoesOn(Option<(u64, u64)>),
    ImportReads(Option<(u64, u64)>),
    /// How far the pages are that become one file.
    Scanning(Option<(u64, u64)>),
    /// An import of so many cases begins.
    ImportBegins(u64),
    /// How far it is. What is told after its answer, or to a window that has not begun one, counts for nothing.
    ImportGoesOn(u64, u64),
    ImportEnds,
    /// What came of an import; nothing once somebody has looked at it.
    Imported(Option<Imported>),
    /// The profile cannot be opened.
    CannotOpen(ApiError),
    Dropped(Vec<String>),
    /// How far something is that somebody waits for; nothing once it has ended.
    Job(Job, Option<(u64, u64)>),
    Minute,
}

impl State {
    /// Where an area is entered: the cases as they were left for another one.
    pub(crate) fn entrance(&self, area: Area) -> Route {
        self.left_cases.filter(|_| area == Area::Cases).unwrap_or_else(|| Route::area(area))
    }

    pub(crate) fn new() -> Self {
        Self {
            tr: Tr::new(Tr::language_of(None)),
            settings: Rc::new(Settings::default()),
            status: None,
            emptied: false,
            sync: None,
            people: Rc::new(Vec::new()),
            case_types: Rc::new(Vec::new()),
            route: Route::current(),
            left_cases: None,
            cases: 0,
            layer: Layer::None,
            offers: None,
            undo: None,
            lists: Rc::default(),
            last_act: None,
            marks: Rc::default(),
            acting: None,
            scanning: None,
            acted: None,
            toasts: Vec::new(),
            elsewhere: Rc::default(),
            handing: None,
            handed: None,
            handed_to_me: false,
            import_reads: None,
            sample: None,
            import: None,
            imported: None,
            cannot_open: None,
            dropped: None,
            jobs: BTreeMap::new(),
            minute: 0,
            next_toast: 0,
        }
    }

    /// Whether the open office has no server: then nothing is ever sent, and nobody can be invited.
    pub(crate) fn alone(&self) -> bool {
        self.office().is_some_and(|office| office.server.is_none())
    }

    fn follows(&mut self, settings: Settings) {
        let language = Tr::language_of(settings.language.as_deref());
        if self.tr.language() != language {
            self.tr = Tr::new(language);
        }
        crate::keys::stand(&settings.own_keys);
        self.settings = Rc::new(settings);
    }

    /// How far that is which somebody waits for.
    pub(crate) fn far(&self, job: Job) -> Option<(u64, u64)> {
        self.jobs.get(&job).copied()
    }

    /// The open office.
    pub(crate) fn office(&self) -> Option<&OfficeView> {
        match &self.status {
            Some(AppStatus::Open { office } | AppStatus::Waiting { office }) => Some(office),
            _ => None,
        }
    }
}

impl Reducible for State {
    type Action = Act;

    fn reduce(self: Rc<Self>, act: Act) -> Rc<Self> {
        let mut next = (*self).clone();
        match act {
            Act::Settings(settings) => next.follows(settings),
            Act::Set(change) => next.follows(change.applied_to(&self.settings)),
            Act::Status(status) => {
                if !matches!(status, AppStatus::Open { .. }) {
                    next.layer = Layer::None;
                    next.sync = None;
                    next.people = Rc::new(Vec::new());
                    next.undo = None;
                    next.toasts.clear();
                    next.elsewhere = Rc::default();
                    next.dropped = None;
                    next.left_cases = None;
                    next.lists = Rc::default();
                    next.last_act = None;
                    next.marks = Rc::default();
                    next.acting = None;
                    next.acted = None;
                    next.handed = None;
                }
                let open = matches!(status, AppStatus::Open { .. } | AppStatus::Waiting { .. });
                next.emptied = !open && (next.emptied || next.office().is_some());
                next.status = (!next.emptied).then_some(status);
            }
            Act::StillHere => next.emptied = false,
            Act::Sync(sync) => {
                if sync.supersedes(next.sync.as_ref()) {
                    next.sync = Some(sync);
                }
            }
            Act::People(people) => next.people = Rc::new(people),
            Act::CaseTypes(case_types) => next.case_types = Rc::new(case_types),
            Act::Route(route) => {
                if next.route.area == Area::Cases {
                    next.left_cases = (route.area != Area::Cases).then_some(next.route);
                    if route.area != Area::Cases {
                        // What is marked is marked in a list that one sees.
                        next.marks = Rc::default();
                    }
                }
                next.route = route;
            }
            Act::CasesChanged => next.cases += 1,
            Act::SavedQuietly => {
                next.undo = None;
                next.toasts.iter_mut().for_each(|toast| toast.undo = None);
                next.last_act = None;
            }
            Act::Lists(lists) => {
                next.last_act = lists.last_act;
                next.lists = Rc::new(lists.kept);
            }
            // An answer that comes after a lock says nothing any more.
            Act::Elsewhere(elsewhere) if next.office().is_some() => next.elsewhere = Rc::new(elsewhere),
            Act::Elsewhere(_) => {}
            Act::Mark(marks) => next.marks = Rc::new(marks),
            Act::StayMarked(before, left) if next.marks.are_of(&before) => next.marks = Rc::new(left),
            Act::StayMarked(..) => {}
            Act::MarkRows(rows, on) => {
                next.marks =
                    Rc::new(rows.iter().fold((*next.marks).clone(), |marks, row| marks.with(row, on.unwrap_or(!marks.has(row.id)))));
            }
            Act::BulkBegins => next.acting = Some((0, 0)),
            Act::BulkGoesOn(done, total) => next.acting = next.acting.map(|_| (done, total)),
            Act::BulkEnds => next.acting = None,
            Act::Acted(acted) => next.acted = acted.map(Rc::new),
            Act::Layer(layer) => next.layer = layer,
            Act::Asked if matches!(next.layer, Layer::Leaving | Layer::Closing) => next.layer = Layer::None,
            Act::Asked => {}
            Act::Offers(offers) => next.offers = offers,
            Act::Toast { text, danger, undo } => {
                next.next_toast += 1;
                if !danger {
                    next.undo = if let Some(Undo::Case(case)) = undo { Some(case) } else { None };
                }
                match &undo {
                    Some(Undo::Act(act)) => next.last_act = Some(*act),
                    Some(Undo::Case(_)) => next.last_act = None,
                    Some(Undo::List(_)) | None => {}
                }
                // Undo takes back the newest change, so only the newest message may offer it.
                next.toasts.retain(|toast| toast.danger && toast.text != text);
                next.toasts.push(Toast { id: next.next_toast, text, danger, undo });
                if next.toasts.len() > 3 {
                    next.toasts.remove(0);
                }
            }
            Act::Failed(error) => {
                let said = next.tr.error(&error);
                let text = format!("{} {} {}", said.what, said.safe, said.next);
                return Rc::new(next).reduce(Act::Toast { text, danger: true, undo: None });
            }
            Act::NotKept(error) => {
                let said = next.tr.error(&error);
                let text = format!("{} {} {}", next.tr.t("draft-not-kept"), said.what, said.next);
                return Rc::new(next).reduce(Act::Toast { text, danger: true, undo: None });
            }
            Act::ToastGone(id) => next.toasts.retain(|toast| toast.id != id),
            Act::HandingBegins => {
                next.handing = Some((0, 0));
                next.handed = None;
            }
            Act::HandingGoesOn(done, total) => next.handing = next.handing.map(|_| (done, total)),
            Act::HandingEnds(became) => {
                next.handing = None;
                next.handed = became.filter(|_| next.office().is_some()).map(Rc::new);
            }
            Act::HandedRead => next.handed = None,
            Act::HandedToMe(waits) => next.handed_to_me = waits,
            Act::SampleGoesOn(made) => next.sample = made,
            Act::ImportReads(read) => next.import_reads = read,
            Act::Scanning(done) => next.scanning = done,
            Act::ImportBegins(total) => {
                next.import = Some((0, total));
                next.import_reads = None;
            }
            Act::ImportGoesOn(done, total) => {
                next.import = next.import.map(|_| (done, total));
                next.import_reads = None;
            }
            Act::ImportEnds => {
                next.import = None;
                next.import_reads = None;
            }
            Act::Imported(imported) => next.imported = imported.map(Rc::new),
            Act::CannotOpen(error) => next.cannot_open = Some(error),
            Act::Dropped(paths) => next.dropped = Some((next.dropped.map_or(1, |(number, _)| number + 1), Rc::new(paths))),
            Act::Job(job, far) => {
                match far {
                    Some(far) => next.jobs.insert(job, far),
                    None => next.jobs.remove(&job),
                };
            }
            Act::Minute => next.minute += 1,
        }
        Rc::new(next)
    }
}

/// The shared state; every component below the root has it.
#[hook]
pub(crate) fn use_app() -> App {
    use_context::<App>().expect("cannot be absent: root.rs wraps everything in its provider")
}
