//! What there is to do, most urgent first, and what happened since this person looked.

mod agenda;
mod rail;

use praesto_contract::{ApiError, News, NewsGet, SyncPhase, TodayGet, TodayView};
use yew::prelude::*;

use crate::{
    backend::Newest,
    components::{Button, Ico, Kind, Problem},
    pages::hand_over::HandedToMe,
    state::{Act, Layer, use_app},
};

/// Rows of each part: more than anybody does in a day.
const ROWS: u32 = 100;
/// Cases that colleagues changed.
const NEWS: u32 = 6;

#[component]
pub(crate) fn Today() -> Html {
    let app = use_app();
    let tr = &app.tr;
    let view = use_state(|| None::<TodayView>);
    let news = use_state(|| None::<News>);
    let error = use_state(|| None::<ApiError>);
    let newest = use_memo((), |()| (Newest::default(), Newest::default()));
    {
        let (view, news, error, newest) = (view.setter(), news.setter(), error.setter(), newest.clone());
        let waiting = app.sync.as_ref().map(|sync| sync.waiting);
        use_effect_with((app.cases, waiting, app.minute), move |_| {
            newest.0.run(TodayGet { limit: ROWS }, move |answer| match answer {
                Ok(read) => {
                    view.set(Some(read));
                    error.set(None);
                }
                Err(problem) => error.set(Some(problem)),
            });
            // What cannot be said of colleagues' changes keeps nobody from their own work.
            newest.1.run(NewsGet { limit: NEWS }, move |answer| {
                if let Ok(read) = answer {
                    news.set(Some(read));
                }
            });
        });
    }
    let new_case = {
        let app = app.clone();
        Callback::from(move |()| app.dispatch(Act::Layer(Layer::NewCase)))
    };
    let offline = app.sync.as_ref().is_some_and(|sync| sync.phase == SyncPhase::Offline);
    let day = view.as_ref().map(|view| tr.day_year(view.today));
    let lead = day.into_iter().chain(offline.then(|| tr.t("today-offline"))).collect::<Vec<_>>().join(". ");
    // Who works alone, and has read the hints, has nothing to be told there.
    let beside = !app.alone() || app.settings.hints;
    html! {
        <div class="page">
            <div class="page__head">
                <div><h1>{tr.t("area-today")}</h1><p>{lead}</p></div>
                <div class="acts"><Button id="new-case" kind={Kind::Secondary} ico={Ico::Plus} label={tr.t("command-new-case")} keys={&["Ctrl", "N"]} onclick={new_case} /></div>
            </div>
            <Problem error={(*error).clone()} />
            <HandedToMe />
            if let Some(view) = &*view {
                <div class={classes!("today", beside.then_some("today--beside"))}>
                    <agenda::Agenda view={view.clone()} />
                    if beside { <rail::Rail news={(*news).clone()} waiting={view.waiting.clone()} /> }
                </div>
            }
        </div>
    }
}
