//! The one way to paper: what is printed stands beside the page, where only paper shows it, until the system has printed it.

use std::{cell::Cell, rc::Rc};

use gloo_events::EventListener;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Element, HtmlImageElement};
use yew::{create_portal, prelude::*};

#[derive(Properties, PartialEq)]
pub(super) struct PrintedProps {
    /// The system has printed it, or somebody has called it off there.
    pub(super) ondone: Callback<()>,
    /// A picture of it cannot be drawn, so that nothing is printed.
    #[prop_or_default]
    pub(super) onfailed: Callback<()>,
    pub(super) children: Html,
}

#[component]
pub(super) fn Printed(props: &PrintedProps) -> Html {
    let host = use_memo((), |()| {
        let host = gloo_utils::document().create_element("div").ok();
        if let Some(host) = &host {
            host.set_class_name("printed");
            // A page without a body has nothing to print either.
            let _ = gloo_utils::body().append_child(host);
        }
        host
    });
    {
        let (host, ondone, onfailed) = (host.clone(), props.ondone.clone(), props.onfailed.clone());
        use_effect_with((), move |()| {
            let window = gloo_utils::window();
            let listener = EventListener::once(&window, "afterprint", move |_| ondone.emit(()));
            let wanted = Rc::new(Cell::new(true));
            let (still, paper) = (wanted.clone(), host.clone());
            // Once it has been drawn. Where there is no printing, the dialog stays and nothing is lost.
            let timer = gloo_timers::callback::Timeout::new(50, move || {
                spawn_local(async move {
                    let whole = is_decoded((*paper).as_ref()).await;
                    match (still.get(), whole) {
                        (true, true) => drop(window.print()),
                        (true, false) => onfailed.emit(()),
                        // Nobody waits for it any more.
                        (false, _) => {}
                    }
                });
            });
            move || {
                wanted.set(false);
                drop((listener, timer));
                host.iter().for_each(Element::remove);
            }
        });
    }
    match host.as_ref() {
        Some(host) => create_portal(props.children.clone(), host.clone()),
        None => html! {},
    }
}

/// Waits until every picture is decoded: paper takes what is there. False where one cannot be.
async fn is_decoded(paper: Option<&Element>) -> bool {
    let Some(Ok(pictures)) = paper.map(|paper| paper.query_selector_all("img")) else { return false };
    let pictures = (0..pictures.length()).filter_map(|at| pictures.item(at)?.dyn_into::<HtmlImageElement>().ok());
    for picture in pictures {
        if JsFuture::from(picture.decode()).await.is_err() {
            return false;
        }
    }
    true
}
