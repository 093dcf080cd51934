//! What became of the cases of a request, as far as not all of it was done.

use praesto_contract::{ApiError, HandOverDone, LeftCase, Queue};
use yew::prelude::*;

use crate::{
    components::{Ico, Problem, icon},
    i18n::Tr,
    route::{Area, Route, Tab},
    state::use_app,
};

/// Whether everything was done.
pub(crate) fn is_whole(done: &HandOverDone) -> bool {
    done.left_total == 0 && !done.cancelled && done.stopped.is_none()
}

/// What is to be read of an answer: what was left, or why nothing was done.
pub(super) fn to_read(answer: Result<HandOverDone, ApiError>) -> Option<Result<HandOverDone, ApiError>> {
    Some(answer).filter(|answer| !answer.as_ref().is_ok_and(is_whole))
}

/// Why one case that was asked about alone was left; nothing where it was not.
pub(crate) fn refused(answer: Result<HandOverDone, ApiError>) -> Option<ApiError> {
    match answer {
        Ok(done) => done.stopped.or(done.left.into_iter().next().map(|left| left.why)),
        Err(problem) => Some(problem),
    }
}

#[derive(Properties, PartialEq)]
pub(crate) struct LeftProps {
    pub(crate) done: HandOverDone,
}

/// Says how many cases were changed, and names those that were not with why.
#[component]
pub(crate) fn Left(props: &LeftProps) -> Html {
    let app = use_app();
    let tr = &app.tr;
    let HandOverDone { done, left, left_total, cancelled, stopped } = &props.done;
    let one = |left: &LeftCase| {
        let route = Route { area: Area::Cases, queue: Queue::Team, case: Some(left.case), tab: Tab::Summary, ..Route::default() };
        let said = tr.error(&left.why);
        html! {
            <li key={left.case.to_string()}><a class="ref link" href={route.hash()}>{left.reference.clone()}</a>{" "}{left.title.clone()}
                <br /><span class="t2">{said.what}{" "}{said.next}</span></li>
        }
    };
    html! {
        <>
            <Problem error={stopped.clone()} />
            <div class="pf-v6-c-alert pf-m-inline pf-m-warning" data-test="handing-left">
                <div class="pf-v6-c-alert__icon">{icon(Ico::Triangle)}</div>
                <p class="pf-v6-c-alert__title">{tr.n("handing-done", *done)}{ if *left_total > 0 { format!(" {}", tr.n("handing-left", *left_total)) } else { String::new() } }</p>
                <div class="pf-v6-c-alert__description">
                    if *cancelled { <p>{tr.t("handing-cancelled")}</p> }
                    <ul class="handing__left">{ for left.iter().map(one) }</ul>
                    if *left_total > left.len() as u64 { <p>{tr.n("handing-left-more", left_total - left.len() as u64)}</p> }
                </div>
            </div>
        </>
    }
}

/// Says in short what became of cases that were being handed over, taken or given back, where not all was done.
pub(crate) fn handed_title(tr: &Tr, became: &Result<HandOverDone, ApiError>) -> String {
    match became {
        Ok(done) if done.left_total > 0 => format!("{} {}", tr.n("handing-done", done.done), tr.n("handing-left", done.left_total)),
        Ok(done) => tr.n("handing-done", done.done),
        Err(problem) => tr.error(problem).what,
    }
}
