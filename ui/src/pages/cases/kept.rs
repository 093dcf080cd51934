//! Lists that are kept under a name: chosen, named, let go of.

use praesto_contract::{KeptList, ListAsks, ListForget, ListId, ListKeep};
use yew::prelude::*;

use crate::{
    backend,
    components::{Ask, Button, Field, Ico, Kind, Loose, select_value, use_list, use_sending},
    drafts::use_draft,
    i18n::{now, random},
    keys::focus,
    route::Route,
    state::{Act, Undo, use_app},
};

/// Lists that have a chip each; where there are more, they fold out.
const CHIPS: usize = 4;

#[derive(Properties, PartialEq)]
pub(super) struct KeptProps {
    /// What the list that is shown asks for.
    pub(super) asks: ListAsks,
    pub(super) onkeep: Callback<()>,
}

/// Below the queues: what is kept, and what can be done with the one that is shown.
#[component]
pub(super) fn Kept(props: &KeptProps) -> Html {
    let app = use_app();
    let tr = &app.tr;
    let shown = app.lists.iter().find(|list| list.asks == props.asks);
    let list = use_list(shown.map(|list| list.id.to_string()).unwrap_or_default());
    // One that says no more than its queue need not be kept.
    let keeps = shown.is_some() || props.asks != (ListAsks { queue: props.asks.queue, ..ListAsks::default() });
    if app.lists.is_empty() && !keeps {
        return html! {};
    }
    let onchoose = {
        let lists = app.lists.clone();
        Callback::from(move |event: Event| {
            let chosen = select_value(&event);
            if let Some(list) = lists.iter().find(|list| list.id.to_string() == chosen) {
                Route::list(&list.asks).go();
            }
        })
    };
    let onforget = shown.cloned().map(|list| {
        let app = app.clone();
        Callback::from(move |()| {
            let (app, list) = (app.clone(), list.clone());
            focus("#filter-open");
            backend::run(ListForget { list: list.id }, move |answer| match answer {
                Ok(lists) => {
                    app.dispatch(Act::Lists(lists));
                    let text = app.tr.f("said-list-forgotten", &[("name", list.name.clone().into())]);
                    app.dispatch(Act::Toast { text, danger: false, undo: Some(Undo::List(Box::new(list))) });
                }
                Err(error) => app.dispatch(Act::Failed(error)),
            });
        })
    });
    html! {
        <div class="fl fl--kept" role="group" aria-label={tr.t("lists")}>
            if app.lists.len() > CHIPS {
                <select id="lists" ref={list} aria-label={tr.t("lists")} onchange={onchoose}>
                    <option value="">{tr.t("lists-choose")}</option>
                    { for app.lists.iter().map(|list| html! { <option value={list.id.to_string()}>{list.name.clone()}</option> }) }
                </select>
            } else {
                { for app.lists.iter().map(|list| {
                    let on = shown.is_some_and(|shown| shown.id == list.id);
                    let asks = list.asks.clone();
                    let onclick = Callback::from(move |_: MouseEvent| Route::list(&asks).go());
                    html! { <button type="button" key={list.id.to_string()} data-test="kept-list" aria-pressed={on.to_string()} title={list.name.clone()} {onclick}><span class="el">{list.name.clone()}</span></button> }
                }) }
            }
            if let Some(shown) = shown {
                <Button key="rename" id="list-rename" small=true plain=true ico={Ico::Pencil} label={tr.f("list-rename", &[("name", shown.name.clone().into())])} onclick={props.onkeep.clone()} />
                <Button key="forget" id="list-forget" small=true plain=true ico={Ico::Bin} label={tr.f("remove-named", &[("name", shown.name.clone().into())])} onclick={onforget.unwrap_or_default()} />
            } else if keeps {
                <Button key="keep" id="list-keep" small=true kind={Kind::Link} ico={Ico::Plus} label={tr.t("list-keep")} onclick={props.onkeep.clone()} />
            }
        </div>
    }
}

#[derive(Properties, PartialEq)]
pub(super) struct KeepProps {
    pub(super) asks: ListAsks,
    pub(super) onclose: Callback<()>,
}

/// Asks for the name of the list that is shown.
#[component]
pub(super) fn Keep(props: &KeepProps) -> Html {
    html! { <Loose><Named asks={props.asks.clone()} onclose={props.onclose.clone()} /></Loose> }
}

#[component]
fn Named(props: &KeepProps) -> Html {
    let app = use_app();
    let tr = &app.tr;
    let kept = app.lists.iter().find(|list| list.asks == props.asks).cloned();
    let draft = use_draft(kept.as_ref().map_or_else(|| "list-name".to_owned(), |list| format!("list-name-{}", list.id)));
    let (tried, sending) = (use_state(|| false), use_sending());
    // The name that it has, until another is typed.
    let typed = draft.typed();
    let name = typed.clone().unwrap_or_else(|| kept.as_ref().map(|list| list.name.clone()).unwrap_or_default());
    let onsubmit = {
        let (app, draft, tried, sending, onclose) = (app.clone(), draft.clone(), tried.setter(), sending.clone(), props.onclose.clone());
        let (kept, asks, name) = (kept.clone(), props.asks.clone(), name.trim().to_owned());
        Callback::from(move |()| {
            tried.set(true);
            if name.is_empty() {
                focus("#list-name");
                return;
            }
            let said = if kept.is_some() { "said-list-renamed" } else { "said-list-kept" };
            let id = kept.as_ref().map_or_else(|| ListId::make(now(), &random()), |list| list.id);
            let (app, draft, onclose) = (app.clone(), draft.clone(), onclose.clone());
            sending.send(ListKeep { list: KeptList { id, name: name.clone(), asks: asks.clone() } }, move |lists| {
                draft.discard();
                onclose.emit(());
                // The button that asked for it is gone, and what removes the list stands at its place.
                focus("#case-list");
                app.dispatch(Act::Lists(lists));
                app.dispatch(Act::Toast { text: app.tr.t(said), danger: false, undo: None });
            });
        })
    };
    let title = if kept.is_some() { "list-rename-title" } else { "list-keep-title" };
    let wrong = (*tried && name.trim().is_empty()).then(|| tr.t("name-missing"));
    html! {
        <Ask id="list" title={tr.t(title)} lead={tr.t("list-keep-lead")} act={tr.t("list-keep-do")} first="#list-name" {sending} drafts={vec![draft.clone()]} {onsubmit} onclose={props.onclose.clone()}>
            <Field id="list-name" label={tr.t("list-name")} value={name} {wrong} oninput={draft.oninput()} />
        </Ask>
    }
}
