//! A letter that was signed off leaves on paper: asks why, then hands it to the system's own print dialog.

use gloo_events::EventListener;
use praesto_contract::{LetterFiledView, LetterPrint, LetterSheet};
use web_sys::Element;
use yew::{create_portal, prelude::*};

use super::{ops::Ops, paper::Paper};
use crate::{
    components::{Ask, Field, use_sending},
    drafts::use_draft,
    keys::focus,
    state::{Act, use_app},
};

#[derive(Properties, PartialEq)]
pub(super) struct PrintLetterProps {
    pub(super) letter: LetterFiledView,
    pub(super) ops: Ops,
    pub(super) onclose: Callback<()>,
}

#[component]
pub(super) fn PrintLetter(props: &PrintLetterProps) -> Html {
    let app = use_app();
    let tr = &app.tr;
    let reason = use_draft(format!("letter-print-reason {}", props.letter.id));
    let sending = use_sending();
    let tried = use_state(|| false);
    let sheet = use_state(|| None::<LetterSheet>);
    let times = use_mut_ref(|| 0_u32);
    // What is usual stands there already, and can be written over.
    let why = reason.typed().unwrap_or_else(|| tr.f("letter-print-posted", &[("name", props.letter.recipient.clone().into())]));
    let onsubmit = {
        let (letter, ops, reason, sending) = (props.letter.clone(), props.ops.clone(), reason.clone(), sending.clone());
        let (tried, sheet, why) = (tried.setter(), sheet.setter(), why.clone());
        let times = times.clone();
        Callback::from(move |()| {
            if why.trim().is_empty() {
                tried.set(true);
                return focus("#print-reason");
            }
            let (app, reason, sheet, times) = (ops.app.clone(), reason.clone(), sheet.clone(), times.clone());
            sending.send(LetterPrint { case: ops.case, letter: letter.id, reason: why.clone() }, move |given| {
                reason.discard();
                app.dispatch(Act::CasesChanged);
                *times.borrow_mut() += 1;
                sheet.set(Some(given));
            });
        })
    };
    let wrong = (*tried && why.trim().is_empty()).then(|| tr.t("save-reason-missing"));
    html! {
        <>
            <Ask id="print" title={tr.f("letter-print-title", &[("title", props.letter.title.clone().into())])} lead={tr.t("letter-print-lead")}
                act={tr.t("letter-print")} first="#print-reason" {sending} drafts={vec![reason.clone()]} {onsubmit} onclose={props.onclose.clone()}>
                <Field id="print-reason" label={tr.t("save-reason")} value={why} {wrong} oninput={reason.oninput()} />
            </Ask>
            if let Some(sheet) = &*sheet { <Printed key={*times.borrow()} sheet={sheet.clone()} ondone={props.onclose.clone()} /> }
        </>
    }
}

#[derive(Properties, PartialEq)]
struct PrintedProps {
    sheet: LetterSheet,
    ondone: Callback<()>,
}

/// The sheet beside the page, where only paper shows it, for as long as the system prints.
#[component]
fn Printed(props: &PrintedProps) -> Html {
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
        let (host, ondone) = (host.clone(), props.ondone.clone());
        use_effect_with((), move |()| {
            let window = gloo_utils::window();
            let listener = EventListener::once(&window, "afterprint", move |_| ondone.emit(()));
            // Once the sheet has been drawn. Where there is no printing, the dialog stays and nothing is lost.
            let timer = gloo_timers::callback::Timeout::new(50, move || drop(window.print()));
            move || {
                drop((listener, timer));
                host.iter().for_each(Element::remove);
            }
        });
    }
    match host.as_ref() {
        Some(host) => create_portal(html! { <Paper sheet={props.sheet.clone()} /> }, host.clone()),
        None => html! {},
    }
}
