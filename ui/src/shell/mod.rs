//! The shell around every page of an open office: navigation, top bar, key bar, the layers over them, and the keys that work everywhere.

pub(crate) mod all_keys;
mod elsewhere;
mod key_change;
pub(crate) mod keybar;
pub(crate) mod leaving;
mod nav;
mod own_keys;
mod palette;
pub(crate) mod proxy;
mod settings;
pub(crate) mod stopped;
mod toasts;
mod topbar;

use praesto_contract::{CaseId, CaseUndo, CasesUndo, ListKeep, OfficeView};
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, KeyboardEvent};
use yew::prelude::*;

use crate::{
    backend,
    keys::{ctrl, focus_if_lost, takes_back_typing, use_keys},
    pages::{
        cases::{Cases, bulk, new_case::NewCase},
        computer::Computer,
        hand_over::{HandOvers, all::HandOverAll},
        imports::Imports,
        office::Office,
        today::Today,
    },
    route::Area,
    state::{Act, App, Layer, Undo, use_app},
};

#[derive(Properties, PartialEq)]
pub(crate) struct ShellProps {
    pub(crate) office: OfficeView,
}

#[component]
pub(crate) fn Shell(props: &ShellProps) -> Html {
    let app = use_app();
    {
        let (app, administrator) = (app.clone(), props.office.administrator);
        use_keys(true, move |event| everywhere(&app, administrator, event));
    }
    {
        let app = app.clone();
        let office = (props.office.person_name.clone(), props.office.name.clone());
        use_effect_with((app.route.area, app.tr.language(), office), move |(area, _, (person, office))| {
            title(&[&app.tr.t(nav::name(*area)), &format!("{person}, {office}")]);
        });
    }
    // What had the focus went with the page before: keys go on in this one.
    use_effect_with(app.route.area, |_| focus_if_lost("#main"));
    let area = if app.route.area == Area::Office && !props.office.administrator { Area::Cases } else { app.route.area };
    let page = match area {
        Area::Today => html! { <Today /> },
        Area::Cases => html! { <Cases /> },
        Area::HandOver => html! { <HandOvers /> },
        Area::Import => html! { <Imports /> },
        Area::Office => html! { <Office /> },
        Area::Computer => html! { <Computer /> },
    };
    let close = {
        let app = app.clone();
        Callback::from(move |()| app.dispatch(Act::Layer(Layer::None)))
    };
    let layer = match app.layer {
        Layer::None | Layer::RemoveCase | Layer::TakeOut | Layer::SaveList => html! {},
        Layer::Palette => html! { <palette::Palette onclose={close} administrator={props.office.administrator} /> },
        Layer::Settings => html! { <settings::SettingsDialog onclose={close} /> },
        Layer::Keys => html! { <all_keys::AllKeys /> },
        Layer::NewCase => html! { <NewCase onclose={close} /> },
        Layer::ActLeft => app.acted.clone().map(|acted| html! { <bulk::Left {acted} /> }).unwrap_or_default(),
        Layer::HandOverAll => html! { <HandOverAll onclose={close} /> },
        Layer::OwnKeys => html! { <own_keys::OwnKeysDialog /> },
        Layer::Proxy => html! { <proxy::ProxyDialog /> },
        Layer::Leaving => html! { <leaving::LeavingDialog /> },
        Layer::Closing => html! { <elsewhere::Closing onclose={close} /> },
        Layer::Key => html! { <key_change::KeyChange onclose={close} policy={props.office.policy} /> },
    };
    html! {
        <div class="app">
            <a class="skip" href="#main" onclick={Callback::from(|event: MouseEvent| {
                event.prevent_default();
                crate::keys::focus("#main");
            })}>{app.tr.t("skip")}</a>
            <nav::Side office={props.office.clone()} {area} />
            <topbar::TopBar office={props.office.clone()} />
            <main class="main" id="main" tabindex="-1"><elsewhere::Strip /><div class="main__page">{page}</div></main>
            <keybar::PageKeys {area} />
            {layer}
            <toasts::Toasts />
        </div>
    }
}

/// What the window is called: where one is, and whose computer this is. Never what a case is about.
pub(crate) fn title(parts: &[&str]) {
    let parts: Vec<&str> = parts.iter().copied().filter(|part| !part.is_empty()).chain(["Praesto"]).collect();
    gloo_utils::document().set_title(&parts.join(" · "));
}

/// Areas in the order of their numbers.
pub(crate) fn areas(administrator: bool) -> Vec<Area> {
    let mut areas = vec![Area::Today, Area::Cases];
    if administrator {
        areas.push(Area::Office);
    }
    areas.push(Area::Computer);
    areas
}

fn everywhere(app: &App, administrator: bool, event: &KeyboardEvent) -> bool {
    let open = |layer: Layer| {
        if !crate::keys::dialog_open() {
            app.dispatch(Act::Layer(layer));
        }
        true
    };
    if ctrl(event, "k") {
        return open(Layer::Palette);
    }
    if ctrl(event, "l") {
        lock(app);
        return true;
    }
    if ctrl(event, "n") {
        return open(Layer::NewCase);
    }
    if event.key() == "F1" {
        // The settings show the way there.
        if app.layer == Layer::Settings {
            app.dispatch(Act::Layer(Layer::Keys));
            return true;
        }
        return open(Layer::Keys);
    }
    if crate::keys::dialog_open() {
        return false;
    }
    if ctrl(event, "z") && !takes_back_typing(event) {
        if let Some(newest) = app.last_act.map(Undo::Act).or(app.route.case.or(app.undo).map(Undo::Case)) {
            undo(app, newest);
        }
        return true;
    }
    if event.key() == "F6" {
        next_pane(event.shift_key());
        return true;
    }
    for (at, area) in areas(administrator).into_iter().enumerate() {
        if ctrl(event, &(at + 1).to_string()) {
            app.entrance(area).go();
            return true;
        }
    }
    false
}

/// Saves the field that is being typed into, keeps every draft, then shuts the vault.
pub(crate) fn lock(app: &App) {
    wasm_bindgen_futures::spawn_local(leaving::lock(app.dispatcher()));
}

/// Copies text and says whether that worked.
pub(crate) fn copy(app: &App, text: String) {
    let app = app.clone();
    wasm_bindgen_futures::spawn_local(async move {
        let worked = backend::copy(&text).await;
        app.dispatch(Act::Toast { text: app.tr.t(if worked { "copied" } else { "copy-failed" }), danger: !worked, undo: None });
    });
}

/// Takes something back, and says so.
pub(crate) fn undo(app: &App, what: Undo) {
    match what {
        Undo::Case(case) => undo_in(app, case),
        Undo::Act(act) => bulk::run(app, CasesUndo { act }, "bulk-said-undone", |_| ()),
        Undo::List(list) => {
            let app = app.clone();
            backend::run(ListKeep { list: *list }, move |answer| match answer {
                Ok(lists) => {
                    app.dispatch(Act::Lists(lists));
                    app.dispatch(Act::Toast { text: app.tr.t("said-list-kept"), danger: false, undo: None });
                }
                Err(error) => app.dispatch(Act::Failed(error)),
            });
        }
    }
}

/// Takes back this computer's last change to a case, and says so.
fn undo_in(app: &App, case: CaseId) {
    let app = app.clone();
    backend::run(CaseUndo { case }, move |answer| match answer {
        Ok(view) => {
            app.dispatch(Act::CasesChanged);
            app.dispatch(Act::Toast { text: app.tr.f("undone", &[("title", view.title.into())]), danger: false, undo: None });
        }
        Err(error) => app.dispatch(Act::Failed(error)),
    });
}

/// Moves the focus to the next pane that is visible: navigation, list, case, rail.
fn next_pane(backwards: bool) {
    let document = gloo_utils::document();
    let Ok(found) = document.query_selector_all("[data-pane]") else { return };
    let panes: Vec<HtmlElement> = (0..found.length())
        .filter_map(|at| found.item(at)?.dyn_into::<HtmlElement>().ok())
        .filter(|pane| pane.offset_width() > 0)
        .collect();
    if panes.is_empty() {
        return;
    }
    let active = document.active_element();
    let here = panes.iter().position(|pane| pane.contains(active.as_ref().map(AsRef::as_ref)));
    let next = match (here, backwards) {
        (Some(at), false) => (at + 1) % panes.len(),
        (Some(at), true) => (at + panes.len() - 1) % panes.len(),
        (None, _) => 0,
    };
    // A pane that cannot take the focus leaves it where it was.
    let _ = panes[next].focus();
}
