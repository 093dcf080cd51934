//! What somebody waits for: how far it is, and stopping it.

use praesto_contract::{Job, JobStop};
use yew::prelude::*;

use super::progress;
use crate::{
    backend,
    state::{Act, use_app},
};

/// Ends what is under way.
pub(crate) fn stop(job: Job) {
    backend::run(JobStop { job }, |_| ());
}

#[derive(Properties, PartialEq)]
pub(crate) struct FarProps {
    pub(crate) job: Job,
    pub(crate) busy: bool,
    /// What is being done.
    pub(crate) label: AttrValue,
}

/// How far it is while it is under way. Before there is a number, and for what takes no time, nothing.
#[component]
pub(crate) fn Far(props: &FarProps) -> Html {
    let app = use_app();
    {
        let (app, job) = (app.dispatcher(), props.job);
        use_effect_with(props.busy, move |_| app.dispatch(Act::Job(job, None)));
    }
    let far = app.far(props.job).filter(|_| props.busy);
    html! { <div role="status">{ for far.map(|(done, total)| progress(&props.label, done, total)) }</div> }
}
