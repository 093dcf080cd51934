//! A case, or the list that is shown, leaves the sealed world: asks in which form, for whom and why, then where to.

use praesto_contract::{ApiError, CaseOut, CaseOutPlan, CaseOutView, CaseView, Job, ListAsks, ListOut, OutForm};
use yew::prelude::*;

use super::decide::OverProps;
use crate::{
    backend::{self, Newest},
    components::{Ask, Button, Field, Ico, Kind, Loose, Problem, Radio, icon, use_sending},
    drafts::use_draft,
    i18n::Tr,
    keys::focus,
    state::{Act, App, use_app},
};

/// Files that are named as missing.
const NAMED: usize = 5;
/// How public keys of age begin.
const KEY: &str = "age1";

/// Asks how, for whom and why a case is taken out.
#[component]
pub(super) fn TakeOut(props: &OverProps) -> Html {
    let app = use_app();
    let tr = &app.tr;
    let (whom, reason) = (use_draft("out-for"), use_draft("out-reason"));
    let (sealed, leave, tried) = (use_state(|| false), use_state(|| false), use_state(|| false));
    let (key, file) = (use_state(String::new), use_state(|| None::<String>));
    let (plan, refused) = (use_state(|| None::<CaseOutView>), use_state(|| None::<ApiError>));
    let sending = use_sending();
    let newest = use_memo((), |()| Newest::default());
    {
        let (plan, refused, newest) = (plan.setter(), refused.setter(), newest.clone());
        // What is fetched meanwhile goes along.
        use_effect_with((props.view.id, app.cases), move |(case, _)| {
            newest.run(CaseOutPlan { case: *case }, move |answer| {
                refused.set(answer.as_ref().err().cloned());
                plan.set(answer.ok());
            });
        });
    }
    let missing = plan.as_ref().is_some_and(|plan| !plan.missing.is_empty());
    let key_wrong = *sealed && file.is_none() && !key.trim().starts_with(KEY);
    let onsubmit = {
        let (ops, onclose, whom, reason, sending) =
            (props.ops.clone(), props.onclose.clone(), whom.clone(), reason.clone(), sending.clone());
        let (sealed, leave, key, file) = (*sealed, *leave, (*key).clone(), (*file).clone());
        let (tried, plan) = (tried.setter(), (*plan).clone());
        Callback::from(move |()| {
            tried.set(true);
            let wrong = (whom.trimmed().is_empty()).then_some("#out-for");
            let wrong = wrong.or(key_wrong.then_some("#out-key")).or((missing && !leave).then_some("#out-leave"));
            if let Some(wrong) = wrong.or(reason.trimmed().is_empty().then_some("#out-reason")) {
                return focus(wrong);
            }
            // Without a plan it cannot leave, and the dialog says why.
            let Some(name) = plan.as_ref().map(|plan| plan.name.clone()) else { return };
            let form = if sealed {
                let recipients = if key.trim().is_empty() { Vec::new() } else { vec![key.trim().to_owned()] };
                OutForm::Sealed { name: whom.trimmed(), recipients, recipients_file: file.clone() }
            } else {
                OutForm::Folder { name: whom.trimmed() }
            };
            let (ops, onclose, whom, reason, sending) = (ops.clone(), onclose.clone(), whom.clone(), reason.clone(), sending.clone());
            wasm_bindgen_futures::spawn_local(async move {
                let name = if sealed { format!("{name}.age") } else { name };
                let Some(path) = backend::pick_save(&name).await else { return };
                let language = ops.app.tr.language().code().to_owned();
                let request = CaseOut { case: ops.case, form, path, reason: reason.trimmed(), language, leave_out: leave };
                sending.send(request, move |went| {
                    whom.discard();
                    reason.discard();
                    onclose.emit(());
                    ops.app.dispatch(Act::CasesChanged);
                    said(&ops.app, &went.path);
                });
            });
        })
    };
    let choose = |on: bool| {
        let sealed = sealed.setter();
        Callback::from(move |()| sealed.set(on))
    };
    // Either a key or a file with keys: nobody opens it of whom the dialog no longer speaks.
    let onkey = {
        let (key, file) = (key.setter(), file.setter());
        Callback::from(move |text| {
            key.set(text);
            file.set(None);
        })
    };
    let onfile = {
        let (key, file) = (key.setter(), file.setter());
        Callback::from(move |()| {
            let (key, file) = (key.clone(), file.clone());
            wasm_bindgen_futures::spawn_local(async move {
                if let Some(path) = backend::pick(backend::Pick::One(&["txt", "pub", "keys"])).await.into_iter().next() {
                    key.set(String::new());
                    file.set(Some(path));
                }
            });
        })
    };
    let onleave = {
        let leave = leave.clone();
        Callback::from(move |_: Event| leave.set(!*leave))
    };
    // A file that is here and cannot be opened keeps the case from leaving, unless it is left out.
    let unreadable = *leave || sending.error().is_some_and(|problem| problem.code.is_of_a_file());
    let shown = |wrong: bool, id: &str| (*tried && wrong).then(|| AttrValue::from(tr.t(id)));
    let act = tr.t(if sending.busy() { "out-busy" } else { "save-do" });
    let drafts = vec![whom.clone(), reason.clone()];
    html! {
        <Ask id="out" title={tr.f("out-title", &[("reference", props.view.reference.clone().into())])} lead={tr.t("out-lead")} {act} first="#out-for"
            {sending} job={Job::Out} {drafts} {onsubmit} onclose={props.onclose.clone()}>
            <Problem error={(*refused).clone()} />
            { for plan.as_ref().map(|plan| goes(tr, &props.view, plan)) }
            if unreadable && !missing {
                {leaving_out(tr, *leave, &onleave)}
            }
            if let Some(plan) = plan.as_ref().filter(|_| missing) {
                <div class="pf-v6-c-alert pf-m-inline pf-m-warning" data-test="out-missing">
                    <div class="pf-v6-c-alert__icon">{icon(Ico::Triangle)}</div>
                    <p class="pf-v6-c-alert__title">{tr.n("out-missing", plan.missing.len() as u64)}</p>
                    <div class="pf-v6-c-alert__description">
                        <ul>{ for plan.missing.iter().take(NAMED).map(|one| html! { <li class="wrap">{one.name.clone()}{" · "}{tr.words().bytes(one.size)}</li> }) }</ul>
                        <p>{tr.t("out-missing-text")}</p>
                        {leaving_out(tr, *leave, &onleave)}
                        { for shown(!*leave, "out-leave-missing").map(|text| html! { <p class="helper helper--wrong">{text}</p> }) }
                    </div>
                </div>
            }
            <div role="radiogroup" aria-label={tr.t("out-form")}>
                <Radio id="out-folder" name="out-form" label={tr.t("out-folder")} help={tr.t("out-folder-help")} checked={!*sealed} onchoose={choose(false)} />
                <Radio id="out-sealed" name="out-form" label={tr.t("out-sealed")} help={tr.t("out-sealed-help")} checked={*sealed} onchoose={choose(true)} />
            </div>
            <Field id="out-for" label={tr.t("out-for")} help={tr.t("out-for-help")} value={whom.text()} wrong={shown(whom.trimmed().is_empty(), "name-missing")} oninput={whom.oninput()} />
            if *sealed {
                <Field id="out-key" label={tr.t("out-key")} help={tr.t("out-key-help")} mono=true value={(*key).clone()} wrong={shown(key_wrong, "out-key-missing")} oninput={onkey} />
                <div class="row wrap">
                    <Button id="out-key-file" small=true kind={Kind::Link} label={tr.t("out-key-file")} onclick={onfile} />
                    { for file.as_ref().map(|path| html! { <span class="s break" data-test="out-key-chosen">{path.clone()}</span> }) }
                </div>
            }
            <Field id="out-reason" label={tr.t("save-reason")} help={tr.t("out-reason-help")} value={reason.text()} wrong={shown(reason.trimmed().is_empty(), "save-reason-missing")} oninput={reason.oninput()} />
        </Ask>
    }
}

/// Asks whether files that cannot go along are left out.
fn leaving_out(tr: &Tr, leave: bool, onleave: &Callback<Event>) -> Html {
    html! {
        <div class="pf-v6-c-check">
            <input class="pf-v6-c-check__input" type="checkbox" id="out-leave" checked={leave} onchange={onleave.clone()} />
            <label class="pf-v6-c-check__label" for="out-leave">{tr.t("out-leave")}</label>
        </div>
    }
}

/// What goes along.
fn goes(tr: &Tr, view: &CaseView, plan: &CaseOutView) -> Html {
    html! { <p class="s" data-test="out-goes">{tr.f("out-goes", &[("title", view.title.clone().into()), ("count", plan.files.into()), ("size", tr.words().bytes(plan.bytes).into())])}</p> }
}

#[derive(Properties, PartialEq)]
pub(super) struct ListOutProps {
    pub(super) asks: ListAsks,
    pub(super) total: u64,
    pub(super) onclose: Callback<()>,
}

/// Asks why the list that is shown is saved as a table.
#[component]
pub(super) fn SaveList(props: &ListOutProps) -> Html {
    html! { <Loose><Asked asks={props.asks.clone()} total={props.total} onclose={props.onclose.clone()} /></Loose> }
}

#[component]
fn Asked(props: &ListOutProps) -> Html {
    let app = use_app();
    let tr = &app.tr;
    let (reason, tried, sending) = (use_draft("list-out-reason"), use_state(|| false), use_sending());
    let onsubmit = {
        let (app, asks, onclose) = (app.clone(), props.asks.clone(), props.onclose.clone());
        let (reason, tried, sending) = (reason.clone(), tried.setter(), sending.clone());
        Callback::from(move |()| {
            tried.set(true);
            if reason.trimmed().is_empty() {
                return focus("#list-out-reason");
            }
            let (app, asks, onclose, reason, sending) = (app.clone(), asks.clone(), onclose.clone(), reason.clone(), sending.clone());
            wasm_bindgen_futures::spawn_local(async move {
                let name = app.tr.t(&format!("queue-title-{}", crate::route::queue_code(asks.queue)));
                let Some(path) = backend::pick_save(&format!("{name}.csv")).await else { return };
                let language = app.tr.language().code().to_owned();
                // The system's own dialog has asked whether a file that is there is to be replaced.
                let request = ListOut { asks, path, overwrite: true, reason: reason.trimmed(), language };
                sending.send(request, move |went| {
                    reason.discard();
                    onclose.emit(());
                    said(&app, &went.path);
                });
            });
        })
    };
    let wrong = (*tried && reason.trimmed().is_empty()).then(|| tr.t("save-reason-missing"));
    let act = tr.t(if sending.busy() { "out-busy" } else { "save-do" });
    html! {
        <Ask id="list-out" title={tr.t("list-out-title")} lead={tr.n("list-out-lead", props.total)} {act} first="#list-out-reason" {sending} job={Job::Out}
            drafts={vec![reason.clone()]} {onsubmit} onclose={props.onclose.clone()}>
            <Field id="list-out-reason" label={tr.t("save-reason")} help={tr.t("list-out-reason-help")} value={reason.text()} {wrong} oninput={reason.oninput()} />
        </Ask>
    }
}

fn said(app: &App, path: &str) {
    let text = app.tr.f("attachment-saved", &[("path", path.to_owned().into())]);
    app.dispatch(Act::Toast { text, danger: false, undo: None });
}
