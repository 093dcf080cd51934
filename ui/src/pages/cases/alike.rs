//! Says which cases here are like one that is being made, or bear the reference that is being typed. It stands where it moves nothing that is pressed,
//! takes no focus, and holds up only who would make the case before it was said, once.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use praesto_contract::{AlikeCase, AlikeWhy, CaseAlike, CaseId, CaseRow, Queue};
use yew::prelude::*;

use crate::{
    backend::{self, Newest},
    components::{Ico, icon14},
    route::{Area, Route, Tab},
    state::{State, use_app},
};

/// How long nobody types before it is asked, in milliseconds.
const PAUSE: u32 = 350;

/// What was answered, and to what: of other data it says nothing.
#[derive(Clone)]
pub(super) struct Known {
    answer: UseStateHandle<Option<(CaseAlike, Vec<AlikeCase>)>>,
    newest: Rc<Newest>,
    /// Cases that a person was told of.
    told: Rc<RefCell<BTreeSet<CaseId>>>,
}

/// Asks whenever nobody has typed for a while.
#[hook]
pub(super) fn use_alike(sought: &CaseAlike) -> Known {
    let known = Known { answer: use_state(|| None), newest: use_memo((), |()| Newest::default()), told: use_mut_ref(BTreeSet::new) };
    {
        let (answer, newest) = (known.answer.setter(), known.newest.clone());
        use_effect_with(sought.clone(), move |sought| {
            newest.overtake();
            let timer = asks(sought).then(|| {
                let sought = sought.clone();
                let took = sought.clone();
                Timeout::new(PAUSE, move || newest.run(sought, move |found| answer.set(Some((took, found.unwrap_or_default())))))
            });
            move || drop(timer)
        });
    }
    {
        let told = known.told.clone();
        let shown: Vec<CaseId> = known.of(sought).iter().map(|one| one.row.id).collect();
        use_effect_with(shown, move |shown| told.borrow_mut().extend(shown.iter().copied()));
    }
    known
}

impl Known {
    /// The cases that are like this one, as far as that was answered.
    pub(super) fn of(&self, sought: &CaseAlike) -> &[AlikeCase] {
        self.answered(sought).unwrap_or_default()
    }

    fn answered(&self, sought: &CaseAlike) -> Option<&[AlikeCase]> {
        let (to, found) = (*self.answer).as_ref()?;
        (to == sought && asks(sought)).then_some(found.as_slice())
    }

    /// Waits for the answer where it is not here. Says whether it names a case that nobody was told of: it is shown then.
    pub(super) async fn tells_more(&self, sought: &CaseAlike) -> bool {
        if !asks(sought) || self.answered(sought).is_some() {
            return false;
        }
        self.newest.overtake();
        // It is a warning: where nothing can be said, nobody is held up.
        let Ok(found) = backend::call(sought.clone()).await else { return false };
        let more = found.iter().any(|one| !self.told.borrow().contains(&one.row.id));
        self.answer.set(Some((sought.clone(), found)));
        more
    }
}

#[derive(Properties, PartialEq)]
pub(super) struct AlikeProps {
    pub(super) id: AttrValue,
    pub(super) sought: CaseAlike,
    /// What is said above them.
    pub(super) head: AttrValue,
}

/// Asks, and shows what was answered.
#[component]
pub(super) fn Alike(props: &AlikeProps) -> Html {
    let known = use_alike(&props.sought);
    let case_type = props.sought.case_type.clone().unwrap_or_default();
    html! { <Shown id={props.id.clone()} found={known.of(&props.sought).to_vec()} {case_type} head={props.head.clone()} /> }
}

#[derive(Properties, PartialEq)]
pub(super) struct ShownProps {
    pub(super) id: AttrValue,
    pub(super) found: Vec<AlikeCase>,
    pub(super) case_type: AttrValue,
    /// What is said above them.
    pub(super) head: AttrValue,
    /// Before one of them is opened.
    #[prop_or_default]
    pub(super) onopen: Callback<()>,
}

#[component]
pub(super) fn Shown(props: &ShownProps) -> Html {
    let app = use_app();
    html! {
        <div class="alike" id={props.id.clone()} role="status">
            if !props.found.is_empty() {
                <p class="alike__head">{icon14(Ico::Info)}<span>{props.head.clone()}</span></p>
                <ul>{ for props.found.iter().map(|one| {
                    html! {
                        <li key={one.row.id.to_string()} data-test="alike">
                            {link(&app, &one.row, props.onopen.clone())}
                            <span class="helper">{why(&app, &props.case_type, &one.why)}</span>
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
