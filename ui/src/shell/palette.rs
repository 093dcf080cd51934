//! Ctrl K: cases, people and commands from one line.

use gloo_timers::callback::Timeout;
use praesto_contract::{CaseRow, KeptList, Queue, Search, SearchPage};
use praesto_domain::casework::{fold, fold_begun};
use yew::prelude::*;

use crate::{
    backend,
    components::{Dialog, Ico, icon},
    keys::focus,
    route::{Area, Route, Tab},
    state::{Act, App, Layer, use_app},
};

/// Cases shown at most.
const CASES: u32 = 20;

#[derive(Properties, PartialEq)]
pub(super) struct PaletteProps {
    pub(super) onclose: Callback<()>,
    pub(super) administrator: bool,
}

/// Something that can be chosen.
#[derive(Clone, PartialEq)]
enum Entry {
    Case(CaseRow),
    List(KeptList),
    Person(String),
    Command(Command),
    /// A case with words that are only spelt nearly like those that were typed.
    Similar(CaseRow),
}

impl Entry {
    /// What those of its kind are called together.
    fn group(&self) -> &'static str {
        match self {
            Self::Case(_) => "palette-cases",
            Self::List(_) => "palette-lists",
            Self::Person(_) => "palette-people",
            Self::Command(_) => "palette-commands",
            Self::Similar(_) => "palette-similar",
        }
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Command {
    Go(Area),
    NewCase,
    RemoveCase,
    TakeOut,
    SaveList,
    RemovedCases,
    HandOverAll,
    HandOvers,
    Import,
    Sync,
    Settings,
    Proxy,
    Keys,
    OwnKeys,
    Key,
    Lock,
}

impl Command {
    fn label(self) -> &'static str {
        match self {
            Self::Go(area) => super::nav::name(area),
            Self::NewCase => "command-new-case",
            Self::RemoveCase => "command-remove-case",
            Self::TakeOut => "out-open",
            Self::SaveList => "list-out",
            Self::RemovedCases => "queue-title-removed",
            Self::HandOverAll => "command-hand-over-all",
            Self::HandOvers => "area-hand-over",
            Self::Import => "command-import",
            Self::Sync => "command-sync",
            Self::Settings => "settings",
            Self::Proxy => "proxy",
            Self::Keys => "keys-title",
            Self::OwnKeys => "own-keys",
            Self::Key => "key-change",
            Self::Lock => "lock",
        }
    }

    fn ico(self) -> Ico {
        match self {
            Self::Go(Area::Today) => Ico::Day,
            Self::Go(Area::Cases) => Ico::Folder,
            Self::Go(Area::Office) => Ico::Office,
            Self::Go(Area::Computer) => Ico::Computer,
            Self::Go(Area::HandOver) | Self::HandOverAll | Self::HandOvers => Ico::HandOver,
            Self::Go(Area::Import) | Self::Import => Ico::TrayIn,
            Self::NewCase => Ico::Plus,
            Self::TakeOut | Self::SaveList => Ico::TrayOut,
            Self::RemoveCase | Self::RemovedCases => Ico::Bin,
            Self::Sync => Ico::Exchange,
            Self::Settings => Ico::Settings,
            Self::Proxy => Ico::Cloud,
            Self::Keys | Self::OwnKeys => Ico::Info,
            Self::Key => Ico::Key,
            Self::Lock => Ico::Lock,
        }
    }
}

#[component]
pub(super) fn Palette(props: &PaletteProps) -> Html {
    let app = use_app();
    let tr = &app.tr;
    let words = use_state(String::new);
    // With the words that were asked for: an answer that was overtaken is none.
    let found = use_state(|| (String::new(), SearchPage { rows: Vec::new(), more: false, similar: Vec::new() }));
    let at = use_state(|| 0_usize);
    use_effect_with((), move |()| focus("#palette-input"));
    {
        let (found, at) = (found.setter(), at.setter());
        use_effect_with((*words).clone(), move |words| {
            at.set(0);
            let words = words.trim().to_owned();
            let timer = (!words.is_empty()).then(|| {
                Timeout::new(90, move || {
                    backend::run(Search { words: words.clone(), limit: CASES }, move |answer| {
                        if let Ok(page) = answer {
                            found.set((words, page));
                        }
                    });
                })
            });
            move || drop(timer)
        });
    }
    let (hits, similar): (&[CaseRow], &[CaseRow]) = if found.0 == words.trim() { (&found.1.rows, &found.1.similar) } else { (&[], &[]) };
    let said = match (hits, similar) {
        ([], [_, ..]) => tr.t("palette-similar-only"),
        _ => String::new(),
    };
    let entries = entries(&app, &words, hits, similar, props.administrator);
    let chosen = (*at).min(entries.len().saturating_sub(1));
    let choose = {
        let (app, entries, onclose) = (app.clone(), entries.clone(), props.onclose.clone());
        Callback::from(move |at: usize| {
            if let Some(entry) = entries.get(at) {
                onclose.emit(());
                act(&app, entry);
            }
        })
    };
    let onkeydown = {
        let (at, choose, last) = (at.clone(), choose.clone(), entries.len().saturating_sub(1));
        Callback::from(move |event: KeyboardEvent| {
            match event.key().as_str() {
                "ArrowDown" => at.set((chosen + 1).min(last)),
                "ArrowUp" => at.set(chosen.saturating_sub(1)),
                "Enter" => choose.emit(chosen),
                _ => return,
            }
            event.prevent_default();
        })
    };
    use_effect_with(chosen, |chosen| {
        if let Some(row) = gloo_utils::document().get_element_by_id(&format!("palette-{chosen}")) {
            row.scroll_into_view_with_bool(false);
        }
    });
    let oninput = {
        let words = words.clone();
        Callback::from(move |event: InputEvent| words.set(crate::components::area_of(&event)))
    };
    let active = (!entries.is_empty()).then(|| format!("palette-{chosen}"));
    html! {
        <Dialog id="palette" title={tr.t("palette-title")} bare=true wide=true onclose={props.onclose.clone()}>
            <div class="pal">
                <label class="pal__in">{icon(Ico::Search)}
                    <span class="pf-v6-screen-reader">{tr.t("palette-title")}</span>
                    <input id="palette-input" type="text" role="combobox" aria-expanded="true" aria-controls="palette-list" aria-autocomplete="list"
                        aria-activedescendant={active} autocomplete="off" spellcheck="false" placeholder={tr.t("search-hint")} value={(*words).clone()} {oninput} {onkeydown} />
                </label>
                <div id="palette-list" class="pal__list" role="listbox" aria-label={tr.t("palette-results")} tabindex="-1">
                    {groups(&app, &entries, chosen, &choose)}
                </div>
                <p class="pal__none" role="status">{ if entries.is_empty() { tr.t("palette-none") } else { said } }</p>
            </div>
        </Dialog>
    }
}

/// The entries, those of a kind together. What is only similar has a heading to be seen: it is never mixed with what was asked for.
fn groups(app: &App, entries: &[Entry], chosen: usize, choose: &Callback<usize>) -> Html {
    let mut first = 0;
    let mut drawn = Vec::new();
    for group in entries.chunk_by(|one, next| one.group() == next.group()) {
        let (from, name) = (first, group[0].group());
        let head = format!("{name}-head");
        let shown = if name == "palette-similar" { "pal__head" } else { "pf-v6-screen-reader" };
        drawn.push(html! {
            <div key={name} role="group" aria-labelledby={head.clone()} data-test={name}>
                <div id={head} class={shown} role="presentation">{app.tr.t(name)}</div>
                { for group.iter().enumerate().map(|(at, entry)| row(app, from + at, from + at == chosen, entry, choose)) }
            </div>
        });
        first += group.len();
    }
    html! { <>{ for drawn }</> }
}

/// Cases, people and commands that fit, and last the cases that are only similar: Enter takes the first.
fn entries(app: &App, words: &str, found: &[CaseRow], similar: &[CaseRow], administrator: bool) -> Vec<Entry> {
    let words = words.trim();
    let mut commands: Vec<Command> = super::areas(administrator).into_iter().map(Command::Go).collect();
    commands.push(Command::NewCase);
    if app.route.area == Area::Cases {
        commands.extend(app.route.case.iter().flat_map(|_| [Command::TakeOut, Command::RemoveCase]));
        commands.push(Command::SaveList);
    }
    commands.extend([Command::HandOverAll, Command::HandOvers, Command::RemovedCases, Command::Import]);
    // Without a server there is nothing to fetch.
    commands.extend((!app.alone()).then_some(Command::Sync));
    commands.extend([Command::Settings, Command::Proxy, Command::Key, Command::Keys]);
    commands.extend(app.settings.letter_keys.then_some(Command::OwnKeys));
    commands.push(Command::Lock);
    // As cases are found: however either is spelt, and while the last word is still being typed.
    let typed: Vec<String> = [Some(fold(words)), fold_begun(words)].into_iter().flatten().filter(|typed| !typed.is_empty()).collect();
    let fits = |text: &str| {
        let text = fold(text);
        words.is_empty() || typed.iter().any(|typed| text.contains(typed))
    };
    let commands = commands.into_iter().filter(|command| fits(&app.tr.t(command.label()))).map(Entry::Command);
    let cases = found.iter().cloned().map(Entry::Case);
    let people: Vec<Entry> = if words.is_empty() {
        Vec::new()
    } else {
        app.people.iter().filter(|person| fits(&person.name)).take(8).map(|person| Entry::Person(person.name.clone())).collect()
    };
    let lists = app.lists.iter().filter(|list| fits(&list.name)).cloned().map(Entry::List);
    let similar = similar.iter().cloned().map(Entry::Similar);
    cases.chain(lists).chain(people).chain(commands).chain(similar).collect()
}

fn row(app: &App, index: usize, on: bool, entry: &Entry, choose: &Callback<usize>) -> Html {
    let tr = &app.tr;
    let (ico, text, meta) = match entry {
        Entry::Case(case) | Entry::Similar(case) => {
            let stands = if case.removed { tr.t("case-removed") } else { app.stands(&case.case_type, case.status, case.state.as_deref()) };
            (if case.removed { Ico::Bin } else { Ico::Folder }, case.title.clone(), format!("{} · {stands}", case.reference))
        }
        Entry::List(list) => (Ico::Filter, list.name.clone(), tr.t("palette-list")),
        Entry::Person(name) => (Ico::Person, name.clone(), tr.t("palette-person")),
        Entry::Command(command) => (command.ico(), tr.t(command.label()), tr.t("palette-command")),
    };
    let onclick = choose.reform(move |_: MouseEvent| index);
    html! {
        <div id={format!("palette-{index}")} role="option" aria-selected={on.to_string()} class={classes!("pal__row", on.then_some("on"))} {onclick}>
            {icon(ico)}<span class="el">{text}</span><span class="pal__meta">{meta}</span>
        </div>
    }
}

fn act(app: &App, entry: &Entry) {
    match entry {
        Entry::Case(case) | Entry::Similar(case) => open_case(case),
        Entry::List(list) => Route::list(&list.asks).go(),
        // A person's cases are found by their name.
        Entry::Person(_) if app.office().is_some_and(|office| office.administrator) => Route::area(Area::Office).go(),
        Entry::Person(_) => Route { queue: Queue::Team, ..Route::default() }.go(),
        Entry::Command(command) => match command {
            Command::Go(area) => app.entrance(*area).go(),
            Command::NewCase => app.dispatch(Act::Layer(Layer::NewCase)),
            Command::RemoveCase => app.dispatch(Act::Layer(Layer::RemoveCase)),
            Command::TakeOut => app.dispatch(Act::Layer(Layer::TakeOut)),
            Command::SaveList => app.dispatch(Act::Layer(Layer::SaveList)),
            Command::RemovedCases => Route { queue: Queue::Removed, ..Route::default() }.go(),
            Command::HandOverAll => app.dispatch(Act::Layer(Layer::HandOverAll)),
            Command::HandOvers => Route::area(Area::HandOver).go(),
            Command::Import => Route::area(Area::Import).go(),
            Command::Settings => app.dispatch(Act::Layer(Layer::Settings)),
            Command::Proxy => app.dispatch(Act::Layer(Layer::Proxy)),
            Command::Keys => app.dispatch(Act::Layer(Layer::Keys)),
            Command::OwnKeys => app.dispatch(Act::Layer(Layer::OwnKeys)),
            Command::Key => app.dispatch(Act::Layer(Layer::Key)),
            Command::Lock => super::lock(app),
            Command::Sync => {
                let app = app.clone();
                backend::run(praesto_contract::SyncNow {}, move |answer| match answer {
                    Ok(sync) => app.dispatch(Act::Sync(sync)),
                    Err(error) => app.dispatch(Act::Failed(error)),
                });
            }
        },
    }
}

fn open_case(case: &CaseRow) {
    let here = Route::current();
    // Beside the list that is shown, unless it cannot be in it.
    let list = if case.removed { Route { queue: Queue::Removed, ..Route::default() } } else { Route { area: Area::Cases, ..here } };
    Route { case: Some(case.id), tab: Tab::Summary, ..list }.go();
}
