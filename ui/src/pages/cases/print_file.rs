//! A file leaves on paper as it is shown: asks why, draws every page of it, then hands them to the system's own print dialog.

use std::{cell::Cell, rc::Rc};

use praesto_contract::{ApiError, AttachmentId, AttachmentPreview, AttachmentPrint, ErrorCode, PreviewStop};
use yew::prelude::*;

use super::{
    leaf::Leaf,
    ops::Ops,
    printed::Printed,
    shown::{Shown, insist},
};
use crate::{
    backend,
    components::{Ask, Field, progress, use_sending},
    drafts::use_draft,
    keys::focus,
    state::{Act, use_app},
};

/// How wide a page is drawn, in pixels: 150 an inch on A4.
const WIDTH: u32 = 1240;

/// What is to be printed: a version of a file, or a file that came with a mail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Printing {
    pub(super) attachment: AttachmentId,
    pub(super) version: String,
    pub(super) part: Vec<u32>,
    pub(super) name: String,
}

#[derive(Properties, PartialEq)]
pub(super) struct PrintFileProps {
    pub(super) file: Printing,
    /// Reference of the case.
    pub(super) reference: AttrValue,
    pub(super) ops: Ops,
    pub(super) onclose: Callback<()>,
}

#[component]
pub(super) fn PrintFile(props: &PrintFileProps) -> Html {
    let app = use_app();
    let tr = &app.tr;
    let reason = use_draft(format!("file-print-reason {}", props.file.attachment));
    let sending = use_sending();
    let tried = use_state(|| false);
    // Which page of how many is being drawn.
    let far = use_state(|| None::<(u32, u32)>);
    let pages = use_state(Vec::<Rc<Shown>>::new);
    let times = use_mut_ref(|| 0_u32);
    // Until whoever wants it has gone.
    let wanted = use_memo((), |()| Cell::new(true));
    {
        let wanted = wanted.clone();
        use_effect_with((), move |()| move || wanted.set(false));
    }
    let onsubmit = {
        let (file, ops, reason, sending, wanted) = (props.file.clone(), props.ops.clone(), reason.clone(), sending.clone(), wanted.clone());
        let (tried, far, pages, times) = (tried.setter(), far.setter(), pages.setter(), times.clone());
        Callback::from(move |()| {
            if reason.trimmed().is_empty() {
                tried.set(true);
                return focus("#print-file-reason");
            }
            let Printing { attachment, version, part, .. } = file.clone();
            let request = AttachmentPrint { case: ops.case, attachment, version: Some(version), part, reason: reason.trimmed() };
            let (app, far) = (ops.app.clone(), far.clone());
            let onfar = Callback::from(move |(page, pages): (u32, u32)| {
                // The case has just kept it.
                if page == 1 {
                    app.dispatch(Act::CasesChanged);
                }
                far.set(Some((page, pages)));
            });
            let (pages, times) = (pages.clone(), times.clone());
            sending.wait(drawn(request, wanted.clone(), onfar), move |drawn| {
                *times.borrow_mut() += 1;
                pages.set(drawn);
            });
        })
    };
    let onclose = {
        let (wanted, onclose, busy) = (wanted.clone(), props.onclose.clone(), sending.busy());
        Callback::from(move |()| {
            wanted.set(false);
            if busy {
                backend::run(PreviewStop {}, |_| {});
            }
            onclose.emit(());
        })
    };
    let ondone = {
        let (reason, onclose) = (reason.clone(), props.onclose.clone());
        Callback::from(move |()| {
            reason.discard();
            onclose.emit(());
        })
    };
    let onfailed = {
        let (pages, sending) = (pages.setter(), sending.clone());
        Callback::from(move |()| {
            pages.set(Vec::new());
            sending.fail(ApiError::new(ErrorCode::Internal));
        })
    };
    let wrong = (*tried && reason.trimmed().is_empty()).then(|| tr.t("save-reason-missing"));
    let far = (*far).filter(|_| sending.busy());
    html! {
        <>
            <Ask id="print-file" title={tr.f("preview-print-title", &[("name", props.file.name.clone().into())])} lead={tr.t("preview-print-lead")}
                act={tr.t("preview-print")} first="#print-file-reason" {sending} drafts={vec![reason.clone()]} {onsubmit} {onclose}>
                <Field id="print-file-reason" label={tr.t("save-reason")} help={tr.t("save-reason-help")} value={reason.text()} {wrong} oninput={reason.oninput()} />
                <div role="status" data-test="print-far">
                    { for far.map(|(page, pages)| {
                        progress(&tr.f("preview-page", &[("page", page.into()), ("pages", pages.into())]), page.into(), pages.into())
                    }) }
                </div>
            </Ask>
            if !pages.is_empty() {
                <Printed key={*times.borrow()} {ondone} {onfailed}>
                    { for pages.iter().map(|shown| html! { <Leaf key={shown.view.page} shown={shown.clone()} reference={props.reference.clone()} /> }) }
                </Printed>
            }
        </>
    }
}

/// Every page, one after the other, once the case has kept that they are printed. All of them or none: paper does not say what it lacks.
async fn drawn(request: AttachmentPrint, wanted: Rc<Cell<bool>>, onfar: Callback<(u32, u32)>) -> Result<Vec<Rc<Shown>>, ApiError> {
    let (case, attachment, part) = (request.case, request.attachment, request.part.clone());
    let given = insist(request, || wanted.get()).await?;
    let mut pages = Vec::new();
    for page in 1..=given.pages {
        if !wanted.get() {
            break;
        }
        onfar.emit((page, given.pages));
        let (version, part) = (Some(given.version.clone()), part.clone());
        let request = AttachmentPreview { case, attachment, version, part: part.clone(), page, width: WIDTH };
        pages.push(Rc::new(Shown::of(part, insist(request, || wanted.get()).await?)));
    }
    if wanted.get() { Ok(pages) } else { Err(ApiError::new(ErrorCode::Stopped)) }
}
