//! Navigation: only the areas that exist, and only those that the person's role has.

use praesto_contract::{OfficeView, TodayGet};
use yew::prelude::*;

use crate::{
    backend::Newest,
    components::{Button, Ico, Kind, icon, keys, mark},
    route::Area,
    state::{App, use_app},
};

/// Message id of an area's name.
pub(super) fn name(area: Area) -> &'static str {
    match area {
        Area::Today => "area-today",
        Area::Cases => "area-cases",
        Area::HandOver => "area-hand-over",
        Area::Import => "area-import",
        Area::Office => "area-office",
        Area::Computer => "area-computer",
    }
}

/// Areas of daily work.
const WORK: [Area; 2] = [Area::Today, Area::Cases];

#[derive(Properties, PartialEq)]
pub(super) struct SideProps {
    pub(super) office: OfficeView,
    pub(super) area: Area,
}

/// How much is late, due today, to be settled or to be signed.
#[hook]
fn use_urgent(app: &App) -> u64 {
    let urgent = use_state(|| 0_u64);
    let newest = use_memo((), |()| Newest::default());
    {
        let (urgent, newest) = (urgent.setter(), newest.clone());
        use_effect_with((app.cases, app.minute), move |_| {
            newest.run(TodayGet { limit: 0 }, move |answer| {
                if let Ok(view) = answer {
                    urgent.set(view.late.total + view.now.total);
                }
            });
        });
    }
    *urgent
}

#[component]
pub(super) fn Side(props: &SideProps) -> Html {
    let app = use_app();
    let areas = super::areas(props.office.administrator);
    let urgent = use_urgent(&app);
    let item = |area: Area| {
        let current = props.area == area || (area == Area::Cases && matches!(props.area, Area::HandOver | Area::Import));
        let number = areas.iter().position(|one| *one == area).unwrap_or_default() + 1;
        let (ico, id) = match area {
            Area::Today => (Ico::Day, "nav-today"),
            Area::Cases | Area::HandOver | Area::Import => (Ico::Folder, "nav-cases"),
            Area::Office => (Ico::Office, "nav-office"),
            Area::Computer => (Ico::Computer, "nav-computer"),
        };
        let untrue = app.sync.as_ref().map_or(0, |sync| sync.findings + sync.set_aside);
        let mark = (area == Area::Computer && untrue > 0).then(|| {
            html! {
                <span class="nav__mark" data-test="nav-mark">
                    <span aria-hidden="true">{app.tr.words().number(untrue)}</span>
                    <span class="pf-v6-screen-reader">{", "}{app.tr.n("nav-untrue", untrue)}</span>
                </span>
            }
        });
        let count = (area == Area::Today && urgent > 0).then(|| {
            html! {
                <span class="cnt" data-test="nav-urgent">
                    <span aria-hidden="true">{app.tr.words().number(urgent)}</span>
                    <span class="pf-v6-screen-reader">{", "}{app.tr.n("nav-urgent", urgent)}</span>
                </span>
            }
        });
        html! {
            <li class="pf-v6-c-nav__item">
                <a href={app.entrance(area).hash()} {id} class={classes!("pf-v6-c-nav__link", current.then_some("pf-m-current"))}
                    aria-current={current.then_some("page")} title={app.tr.t(name(area))}>
                    {icon(ico)}<span class="pf-v6-c-nav__link-text">{app.tr.t(name(area))}</span>{ for mark }{ for count }<kbd aria-hidden="true">{number}</kbd>
                </a>
            </li>
        }
    };
    let section = |title: &str, items: Vec<Area>| {
        html! {
            <section class="pf-v6-c-nav__section" aria-label={app.tr.t(title)}>
                <h2 class="pf-v6-c-nav__section-title">{app.tr.t(title)}</h2>
                <ul class="pf-v6-c-nav__list" role="list">{ for items.into_iter().map(item) }</ul>
            </section>
        }
    };
    // A sample office is thrown away when it shuts.
    let onleave = {
        let app = app.clone();
        Callback::from(move |()| super::lock(&app))
    };
    html! {
        <aside class="side" aria-label={app.tr.t("side")}>
            <div class="side__office">
                {mark()}<div><b>{"Praesto"}</b><span class="el" title={props.office.name.clone()}>{props.office.name.clone()}</span></div>
            </div>
            <nav class="pf-v6-c-nav px-nav" aria-label={app.tr.t("nav")} data-pane="nav" tabindex="-1">
                {section("nav-work", WORK.to_vec())}
                {section("nav-set-up", areas.iter().copied().filter(|area| !WORK.contains(area)).collect())}
            </nav>
            if props.office.sample {
                <div class="side__sample" data-test="sample">
                    {app.tr.t("sample-reminder")}
                    <Button id="sample-leave" small=true kind={Kind::Link} label={app.tr.t("sample-leave")} onclick={onleave} />
                </div>
            }
            <p class="side__foot">{keys(&["Ctrl"])}{app.tr.t("hint-number")}</p>
        </aside>
    }
}
