//! Above the list: that a colleague removed many cases at once, and what this person says to it.

use praesto_contract::{AskedRemoval, RemovalsSettle};
use yew::prelude::*;

use crate::{
    backend,
    components::{Button, Ico, icon},
    state::{Act, use_app},
};

#[derive(Properties, PartialEq)]
pub(super) struct AskedProps {
    pub(super) asked: Vec<AskedRemoval>,
}

#[component]
pub(super) fn Asked(props: &AskedProps) -> Html {
    let app = use_app();
    let tr = &app.tr;
    let under_way = use_state(|| false);
    let Some(last) = props.asked.iter().map(|one| one.last).max() else { return html! {} };
    let settle = |agree: bool| {
        let (app, under_way) = (app.clone(), under_way.clone());
        Callback::from(move |()| {
            under_way.set(true);
            let (app, under_way) = (app.clone(), under_way.setter());
            backend::run(RemovalsSettle { agree, last }, move |answer| {
                under_way.set(false);
                app.dispatch(Act::CasesChanged);
                match answer {
                    Ok(()) => {
                        let text = app.tr.t(if agree { "said-removals-agreed" } else { "said-removals-kept" });
                        app.dispatch(Act::Toast { text, danger: false, undo: None });
                    }
                    Err(error) => app.dispatch(Act::Failed(error)),
                }
            });
        })
    };
    html! {
        <div class="list__ask pf-v6-c-alert pf-m-inline pf-m-warning" data-test="removals-asked">
            <div class="pf-v6-c-alert__icon">{icon(Ico::Triangle)}</div>
            <div class="pf-v6-c-alert__title">
                { for props.asked.iter().map(|one| html! { <p>{tr.f("removals-asked", &[("name", one.name.clone().into()), ("count", one.cases.into())])}</p> }) }
            </div>
            <div class="pf-v6-c-alert__description">
                <p>{tr.t("removals-asked-text")}</p>
                <div class="acts">
                    <Button id="removals-agree" small=true ico={Ico::Bin} disabled={*under_way} label={tr.t("removals-agree")} onclick={settle(true)} />
                    <Button id="removals-keep" small=true ico={Ico::Back} disabled={*under_way} label={tr.t("removals-keep")} onclick={settle(false)} />
                </div>
                <p class="xs">{tr.t("removals-keep-text")}</p>
            </div>
        </div>
    }
}
