//! Short messages at the bottom; the ones that can be taken back say so.

use gloo_timers::callback::Timeout;
use yew::prelude::*;

use crate::{
    components::{Button, Ico, Keys, Kind, icon},
    pages::{
        cases::{bulk, marks::Running},
        hand_over::{Progress, handed_title},
    },
    route::{Area, Route},
    state::{Act, Layer, Toast, Undo, use_app},
};

/// How long a message stays, in milliseconds. Long enough to read and to reach for Undo.
const STAYS: u32 = 8_000;

#[component]
pub(super) fn Toasts() -> Html {
    let app = use_app();
    // The page and the dialog say themselves how far it is and what was left.
    let hands = app.route.area == Area::HandOver || app.layer == Layer::HandOverAll;
    let onacted = {
        let app = app.clone();
        Callback::from(move |()| app.dispatch(Act::Layer(Layer::ActLeft)))
    };
    let onhanded = Callback::from(|()| Route::area(Area::HandOver).go());
    html! {
        <div class="toasts" role="status" aria-label={app.tr.t("messages")}>
            if app.acting.is_some() {
                // The list shows it itself, where the list is in sight.
                <div class={classes!("toast", "toast--runs", (app.route.area == Area::Cases).then_some("toast--beside"), app.route.case.is_none().then_some("toast--list"))}><Running /></div>
            }
            if app.handing.is_some() && !hands {
                <div class="toast toast--runs"><Progress busy=true /></div>
            }
            { for app.acted.as_deref().map(|acted| html! { <Left id="bulk-left-look" text={bulk::left_title(&app.tr, acted)} onclick={onacted} /> }) }
            { for app.handed.as_deref().filter(|_| !hands).map(|became| html! { <Left id="handed-left-look" text={handed_title(&app.tr, became)} onclick={onhanded} /> }) }
            { for app.toasts.iter().map(|toast| html! { <One key={toast.id} toast={toast.clone()} /> }) }
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct LeftProps {
    id: AttrValue,
    text: AttrValue,
    /// Shows which.
    onclick: Callback<()>,
}

/// That an act over many cases left some as they were. It takes no focus, and stays until somebody has read which.
#[component]
fn Left(props: &LeftProps) -> Html {
    let app = use_app();
    html! {
        <div class="toast" data-test="toast-left">
            {icon(Ico::Info)}
            <span>{props.text.clone()}</span>
            <Button id={props.id.clone()} small=true kind={Kind::Link} label={app.tr.t("bulk-left-look")} onclick={props.onclick.clone()} />
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct OneProps {
    toast: Toast,
}

#[component]
fn One(props: &OneProps) -> Html {
    let app = use_app();
    {
        let (app, id) = (app.dispatcher(), props.toast.id);
        use_effect_with((), move |()| {
            let timer = Timeout::new(STAYS, move || app.dispatch(Act::ToastGone(id)));
            move || drop(timer)
        });
    }
    let gone = {
        let (app, id) = (app.clone(), props.toast.id);
        Callback::from(move |()| app.dispatch(Act::ToastGone(id)))
    };
    let undo = props.toast.undo.clone().map(|undo| {
        let (app, gone) = (app.clone(), gone.clone());
        Callback::from(move |()| {
            gone.emit(());
            super::undo(&app, undo.clone());
        })
    });
    // A list that was let go of is no change of a case: the key is not for it.
    let by_key = if matches!(props.toast.undo, Some(Undo::List(_))) { Keys::default() } else { Keys(&["Ctrl", "Z"]) };
    html! {
        <div class={classes!("toast", props.toast.danger.then_some("toast--danger"))} data-test="toast">
            {icon(if props.toast.danger { Ico::Octagon } else { Ico::TickRound })}
            <span>{props.toast.text.clone()}</span>
            { for undo.map(|onclick| html! { <Button small=true kind={Kind::Link} hook="toast-undo" label={app.tr.t("undo")} keys={by_key} {onclick} /> }) }
            <Button small=true plain=true ico={Ico::Close} label={app.tr.t("close")} onclick={gone} />
        </div>
    }
}
