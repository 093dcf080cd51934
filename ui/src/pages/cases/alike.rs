//! Says which cases here are like one that is being made, or bear the reference that is being typed. It stands where it moves nothing that is pressed,
//! takes no focus, and holds nobody up.

use gloo_timers::callback::Timeout;
use praesto_contract::{AlikeCase, AlikeWhy, CaseAlike, CaseRow, Queue};
use yew::prelude::*;

use crate::{
    backend::Newest,
    components::{Ico, icon14},
    route::{Area, Route, Tab},
    state::{State, use_app},
};

/// How long nobody types before it is asked, in milliseconds.
const PAUSE: u32 = 350;

#[derive(Properties, PartialEq)]
pub(super) struct AlikeProps {
    pub(super) id: AttrValue,
    pub(super) sought: CaseAlike,
    /// What is said above them.
    pub(super) head: AttrValue,
    /// Before one of them is opened.
    #[prop_or_default]
    pub(super) onopen: Callback<()>,
}

#[component]
pub(super) fn Alike(props: &AlikeProps) -> Html {
    let app = use_app();
    let found = use_state(Vec::<AlikeCase>::new);
    let newest = use_memo((), |()| Newest::default());
    {
        let (found, newest) = (found.setter(), newest.clone());
        use_effect_with(props.sought.clone(), move |sought| {
            newest.overtake();
            let timer = asks(sought).then(|| {
                let sought = sought.clone();
                Timeout::new(PAUSE, move || newest.run(sought, move |answer| found.set(answer.unwrap_or_default())))
            });
            move || drop(timer)
        });
    }
    let shown: &[AlikeCase] = if asks(&props.sought) { &found } else { &[] };
    let case_type = props.sought.case_type.as_deref().unwrap_or_default();
    html! {
        <div class="alike" id={props.id.clone()} role="status">
            if !shown.is_empty() {
                <p class="alike__head">{icon14(Ico::Info)}<span>{props.head.clone()}</span></p>
                <ul>{ for shown.iter().map(|one| {
                    html! {
                        <li key={one.row.id.to_string()} data-test="alike">
                            {link(&app, &one.row, props.onopen.clone())}
                            <span class="helper">{why(&app, case_type, &one.why)}</span>
                        </li>
                    }
                }) }</ul>
            }
        </div>
    }
}

/// Whether enough is known to ask: a letter or two are alike to everything.
fn asks(sought: &CaseAlike) -> bool {
    let said = |text: &String| text.chars().filter(|c| c.is_alphanumeric()).count() > 2;
    !sought.reference.is_empty() || said(&sought.title) || sought.parties.iter().any(said) || !sought.fields.is_empty()
}

/// Links to other cases of the same reference.
pub(super) fn same(app: &State, rows: &[CaseRow]) -> Html {
    html! { <span id="same-reference" class="alike alike--quiet">{ for rows.iter().map(|row| html! { <span>{link(app, row, Callback::noop())}</span> }) }</span> }
}

fn link(app: &State, row: &CaseRow, onopen: Callback<()>) -> Html {
    let queue = if row.removed { Queue::Removed } else { Queue::All };
    let route = Route { area: Area::Cases, queue, case: Some(row.id), tab: Tab::Summary, ..Route::default() };
    let onclick = Callback::from(move |event: MouseEvent| {
        event.prevent_default();
        onopen.emit(());
        route.go();
    });
    let stands = if row.removed { app.tr.t("case-removed") } else { app.stands(&row.case_type, row.status, row.state.as_deref()) };
    html! {
        <><a class="link" href={route.hash()} {onclick} data-test="alike-open">{row.title.clone()}</a>{" "}<span class="t3 n">{format!("{} · {stands}", row.reference)}</span></>
    }
}

/// In what it is alike, in a sentence.
fn why(app: &State, case_type: &str, why: &[AlikeWhy]) -> String {
    let said = |one: &AlikeWhy| match one {
        AlikeWhy::Reference => app.tr.t("alike-reference"),
        AlikeWhy::Name { name } => app.tr.f("alike-name", &[("name", name.as_str().into())]),
        AlikeWhy::Field { field } => app.tr.f("alike-field", &[("field", app.field_name(case_type, field).into())]),
    };
    why.iter().map(said).collect::<Vec<_>>().join(" · ")
}
