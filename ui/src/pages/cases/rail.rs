//! Beside the case: who has it, why it is here, its files, its timeline.

use praesto_contract::{AttachmentView, CasePin, CaseView, EventId, HeldBecause, HeldView};
use yew::prelude::*;

use super::{
    access::Looked,
    acts,
    attachment::{Attachment, Leaving, attach},
    dialogs,
    elsewhere::{self, Changing, Warning},
    ops::Ops,
    preview::{Looking, Preview},
    timeline::Timeline,
};
use crate::{
    components::{Button, Ico, icon},
    i18n::{Tr, code},
    keys::{letter, use_keys},
    state::use_app,
};

#[derive(Properties, PartialEq)]
pub(super) struct RailProps {
    pub(super) view: CaseView,
    pub(super) ops: Ops,
    /// Whether the case takes no edit until it is brought back.
    pub(super) removed: bool,
    /// Asks how the whole case is to leave.
    pub(super) onout: Callback<()>,
    /// Asks why a letter is to be printed.
    pub(super) onprint: Callback<EventId>,
    /// Makes one PDF of pages.
    pub(super) onscan: Callback<()>,
    /// Has this column shown, where it is folded away.
    pub(super) onshow: Callback<()>,
}

#[component]
pub(super) fn Rail(props: &RailProps) -> Html {
    let app = use_app();
    let tr = &app.tr;
    let (view, ops) = (&props.view, &props.ops);
    let leaving = use_state(|| None::<Leaving>);
    let looking = use_state(|| None::<Looking>);
    let changing = use_state(|| None::<Changing>);
    let onchange = {
        let (changing, ops, warned) = (changing.clone(), ops.clone(), app.elsewhere.warned);
        Callback::from(move |one: Changing| if warned { elsewhere::open(&ops, &one) } else { changing.set(Some(one)) })
    };
    let onchanged = {
        let changing = changing.clone();
        Callback::from(move |()| changing.set(None))
    };
    let onlook = {
        let looking = looking.clone();
        Callback::from(move |one: Looking| looking.set(Some(one)))
    };
    let onlooked = {
        let looking = looking.clone();
        Callback::from(move |()| looking.set(None))
    };
    {
        let (attachments, onlook, letters) = (view.attachments.clone(), onlook.clone(), app.settings.letter_keys);
        let (onchange, removed) = (onchange.clone(), props.removed);
        let stay: Vec<_> = attachments.iter().map(|one| one.id).filter(|id| acts::signed_off(view, *id)).collect();
        use_keys(false, move |event| {
            let key = letter(event, letters).filter(|key| key == "o" || (key == "c" && !event.shift_key() && !removed));
            // The file that one stands at; else the first that the key is for.
            let found = key.as_deref().and_then(|key| {
                let fits = |one: &&AttachmentView| key != "c" || !stay.contains(&one.id);
                let at = here().and_then(|at| attachments.iter().find(|one| one.id.to_string() == at));
                if at.is_some() { at.filter(fits) } else { attachments.iter().find(fits) }
            });
            match (key.as_deref(), found) {
                (Some("c"), Some(one)) => onchange.emit(Changing { attachment: one.id, name: one.name.clone() }),
                (Some(_), Some(one)) => onlook.emit(Looking { attachment: one.id, version: None, name: one.name.clone() }),
                _ => return false,
            }
            true
        });
    }
    let onpin = {
        let (ops, case, pinned) = (ops.clone(), view.id, view.held.pinned);
        Callback::from(move |()| ops.ask(CasePin { case, pinned: !pinned }, None))
    };
    let onattach = {
        let ops = ops.clone();
        Callback::from(move |()| attach(ops.clone(), None))
    };
    let onleave = {
        let leaving = leaving.clone();
        Callback::from(move |one: Leaving| leaving.set(Some(one)))
    };
    let onstay = {
        let leaving = leaving.clone();
        Callback::from(move |()| leaving.set(None))
    };
    let letters =
        |one: &AttachmentView| view.letters.iter().filter(|letter| letter.attachment == Some(one.id)).cloned().collect::<Vec<_>>();
    html! {
        <>
            <section class="sec">
                <h2>{icon(Ico::Person)}{tr.t("rail-who")}</h2>
                <p class="s" id="assignee">{who(&app, view)}</p>
                { for view.held.last_opened.map(|at| html! { <p class="xs t3">{tr.f("rail-last-opened", &[("when", tr.moment(at).into())])}</p> }) }
            </section>
            <section class="sec">
                <h2>{icon(Ico::Pin)}{tr.t("rail-why")}</h2>
                <p class="s">{why(tr, &view.held)}</p>
                <div class="under"><Button id="pin" small=true label={tr.t(if view.held.pinned { "unpin" } else { "pin" })} keys={&["P"]} onclick={onpin} /></div>
            </section>
            <section class="sec">
                <h2>{icon(Ico::Clip)}{tr.t("attachments")}{" "}<span class="t3 light">{view.attachments.len()}</span></h2>
                <ul class="att" id="attachments">
                    { for view.attachments.iter().map(|one| html! {
                        <Attachment key={one.id.to_string()} one={one.clone()} letters={letters(one)} ops={ops.clone()} removed={props.removed} onlook={onlook.clone()} onleave={onleave.clone()} onchange={onchange.clone()} onprint={props.onprint.clone()} />
                    }) }
                </ul>
                <fieldset class="plain" disabled={props.removed}>
                <p class="xs t3">{tr.t("attachments-drop")}</p>
                <div class="under row wrap">
                    <Button id="attach" small=true ico={Ico::Plus} label={tr.t("attach")} onclick={onattach} />
                    <Button id="scan" small=true ico={Ico::Picture} label={tr.t("scan-begin")} keys={&["G"]} onclick={props.onscan.clone()} />
                    <Button id="take-out" small=true ico={Ico::TrayOut} label={tr.t("out-open")} keys={&["E"]} onclick={props.onout.clone()} />
                </div>
                </fieldset>
            </section>
            <section class="sec">
                <h2>{icon(Ico::Clock)}{tr.t("timeline")}</h2>
                <Timeline case_type={view.case_type.clone()} rows={view.timeline.clone()} />
            </section>
            <Looked key={view.id.to_string()} case={view.id} onshow={props.onshow.clone()} />
            if let Some(one) = &*looking {
                <Preview looking={one.clone()} ops={ops.clone()} reference={view.reference.clone()} removed={props.removed} onleave={onleave.clone()} onclose={onlooked} />
            }
            if let Some(one) = &*changing {
                <Warning one={one.clone()} ops={ops.clone()} onclose={onchanged} />
            }
            if let Some(one) = &*leaving {
                <dialogs::SaveAs one={one.clone()} ops={ops.clone()} onclose={onstay} />
            }
        </>
    }
}

/// Id of the file in whose row the focus is.
fn here() -> Option<String> {
    gloo_utils::document().active_element()?.closest("[data-attachment]").ok().flatten()?.get_attribute("data-attachment")
}

fn who(app: &crate::state::App, view: &CaseView) -> String {
    let tr = &app.tr;
    let me = app.office().map(|office| office.person);
    let name = match (&view.assignee, &view.assignee_name) {
        (None, _) => return tr.t("rail-nobody"),
        (Some(person), _) if Some(*person) == me => tr.t("you"),
        (_, Some(name)) => name.clone(),
        (_, None) => tr.t("unknown"),
    };
    match view.assigned_since {
        Some(since) => tr.f("rail-since", &[("name", name.into()), ("day", tr.day_of(since).into())]),
        None => name,
    }
}

fn why(tr: &Tr, held: &HeldView) -> String {
    let mut reasons = Vec::new();
    if held.assigned {
        reasons.push(HeldBecause::Assigned);
    }
    if held.pinned {
        reasons.push(HeldBecause::Pinned);
    }
    if reasons.is_empty() {
        reasons.push(HeldBecause::Team);
    }
    let said: Vec<String> = reasons.iter().map(|reason| tr.t(&format!("held-{}.sentence", code(reason)))).collect();
    said.join(" ")
}
