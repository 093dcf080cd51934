//! Navigation: only the areas that exist, and only those that the person's role has.

use praesto_contract::OfficeView;
use yew::prelude::*;

use crate::{
    components::{Button, Ico, Kind, icon, keys, mark},
    route::Area,
    state::use_app,
};

/// Message id of an area's name.
pub(super) fn name(area: Area) -> &'static str {
    match area {
        Area::Cases => "area-cases",
        Area::HandOver => "area-hand-over",
        Area::Import => "area-import",
        Area::Office => "area-office",
        Area::Computer => "area-computer",
    }
}

#[derive(Properties, PartialEq)]
pub(super) struct SideProps {
    pub(super) office: OfficeView,
    pub(super) area: Area,
}

#[component]
pub(super) fn Side(props: &SideProps) -> Html {
    let app = use_app();
    let areas = super::areas(props.office.administrator);
    let item = |area: Area| {
        let current = props.area == area || (area == Area::Cases && matches!(props.area, Area::HandOver | Area::Import));
        let number = areas.iter().position(|one| *one == area).unwrap_or_default() + 1;
        let (ico, id) = match area {
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
        html! {
            <li class="pf-v6-c-nav__item">
                <a href={app.entrance(area).hash()} {id} class={classes!("pf-v6-c-nav__link", current.then_some("pf-m-current"))}
                    aria-current={current.then_some("page")} title={app.tr.t(name(area))}>
                    {icon(ico)}<span class="pf-v6-c-nav__link-text">{app.tr.t(name(area))}</span>{ for mark }<kbd aria-hidden="true">{number}</kbd>
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
                {section("nav-work", vec![Area::Cases])}
                {section("nav-set-up", areas.iter().copied().filter(|area| *area != Area::Cases).collect())}
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
