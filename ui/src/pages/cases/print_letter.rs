//! A letter that was signed off leaves on paper: asks why, then hands it to the system's own print dialog.

use praesto_contract::{LetterFiledView, LetterPrint, LetterSheet};
use yew::prelude::*;

use super::{ops::Ops, paper::Paper, printed::Printed};
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
            if let Some(sheet) = &*sheet {
                <Printed key={*times.borrow()} ondone={props.onclose.clone()}><Paper sheet={sheet.clone()} /></Printed>
            }
        </>
    }
}
