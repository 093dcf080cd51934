//! Says which cases here are like one that is being made, or bear the reference that is being typed. It stands where it moves nothing that is pressed,
//! takes no focus, and holds up only who would make a case without having seen them.

use std::{cell::RefCell, rc::Rc};

use gloo_timers::callback::Timeout;
use praesto_contract::{AlikeCase, AlikeWhy, CaseAlike, CaseRow, FieldValue, Queue};
use praesto_domain::casework::{alike_names, same_reference};
use yew::prelude::*;

use crate::{
    backend::{self, Newest},
    components::{Ico, icon14},
    route::{Area, Route, Tab},
    state::{State, use_app},
};

/// How long nobody types before it is asked, in milliseconds.
const PAUSE: u32 = 350;

/// What was answered, and to what.
type Answer = (CaseAlike, Vec<AlikeCase>);

/// The question for cases that are like what stands in a form now.
#[derive(Clone)]
pub(super) struct Asking {
    sought: CaseAlike,
    answer: UseStateHandle<Option<Answer>>,
    /// What stands there by the time of an answer.
    newest: Rc<RefCell<CaseAlike>>,
}

/// Asks while somebody types, once they pause.
#[hook]
pub(super) fn use_alike(sought: CaseAlike) -> Asking {
    let answer = use_state(|| None::<Answer>);
    let newest = use_mut_ref(CaseAlike::default);
    newest.replace(sought.clone());
    let asked = use_memo((), |()| Newest::default());
    {
        let answer = answer.setter();
        use_effect_with(sought.clone(), move |sought| {
            asked.overtake();
            let timer = asks(sought).then(|| {
                let sought = sought.clone();
                Timeout::new(PAUSE, move || asked.run(sought.clone(), move |found| answer.set(Some((sought, found.unwrap_or_default())))))
            });
            move || drop(timer)
        });
    }
    Asking { sought, answer, newest }
}

impl Asking {
    /// The cases of the last answer that are like what stands there now, too: nothing is said of what was typed before.
    pub(super) fn shown(&self) -> Vec<AlikeCase> {
        let known = self.answer.as_ref().filter(|_| asks(&self.sought));
        let still = |(asked, found): &Answer| found.iter().filter(|one| holds(one, asked, &self.sought)).cloned().collect();
        known.map(still).unwrap_or_default()
    }

    /// Asks at once, and whether a case is there that was not shown when this was. A question that fails holds nobody up.
    pub(super) async fn finds_unseen(&self) -> bool {
        if !asks(&self.sought) {
            return false;
        }
        let seen: Vec<_> = self.shown().into_iter().map(|one| one.row.id).collect();
        let Ok(found) = backend::call(self.sought.clone()).await else { return false };
        let unseen = found.iter().any(|one| !seen.contains(&one.row.id));
        // Who typed on meanwhile is told of what stands there now.
        if *self.newest.borrow() == self.sought {
            self.answer.set(Some((self.sought.clone(), found)));
        }
        unseen
    }
}

/// Whether a case that was like what was asked for is like what stands there now, for all that was said of it.
fn holds(one: &AlikeCase, asked: &CaseAlike, now: &CaseAlike) -> bool {
    let texts = now.fields.values().filter_map(|value| match value {
        FieldValue::Text(text) => Some(text),
        _ => None,
    });
    let names: Vec<&String> = [&now.title].into_iter().chain(&now.parties).chain(texts).collect();
    asked.case_type == now.case_type
        && one.why.iter().all(|why| match why {
            AlikeWhy::Reference => same_reference(&asked.reference, &now.reference),
            AlikeWhy::Name { name } => names.iter().any(|text| alike_names(text, name).is_some()),
            AlikeWhy::Field { field } => asked.fields.get(field) == now.fields.get(field),
        })
}

#[derive(Properties, PartialEq)]
pub(super) struct AlikeProps {
    pub(super) id: AttrValue,
    pub(super) sought: CaseAlike,
    /// What is said above them.
    pub(super) head: AttrValue,
}

/// Asks and shows, below a form that is saved all the same.
#[component]
pub(super) fn Alike(props: &AlikeProps) -> Html {
    let shown = use_alike(props.sought.clone()).shown();
    html! { <AlikeCases id={props.id.clone()} {shown} case_type={props.sought.case_type.clone()} head={props.head.clone()} /> }
}

#[derive(Properties, PartialEq)]
pub(super) struct AlikeCasesProps {
    pub(super) id: AttrValue,
    pub(super) shown: Vec<AlikeCase>,
    /// Whose fields they are.
    pub(super) case_type: Option<String>,
    pub(super) head: AttrValue,
    /// Before one of them is opened.
    #[prop_or_default]
    pub(super) onopen: Callback<()>,
}

#[component]
pub(super) fn AlikeCases(props: &AlikeCasesProps) -> Html {
    let app = use_app();
    let case_type = props.case_type.as_deref().unwrap_or_default();
    html! {
        <div class="alike" id={props.id.clone()} role="status">
            if !props.shown.is_empty() {
                <p class="alike__head">{icon14(Ico::Info)}<span>{props.head.clone()}</span></p>
                <ul>{ for props.shown.iter().map(|one| {
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
