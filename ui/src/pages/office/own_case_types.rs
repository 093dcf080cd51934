//! The case types of the office: where each comes from, adding one from a folder or a ZIP, withdrawing one.

use std::rc::Rc;

use praesto_contract::{
    ApiError, CaseTypeAdd, CaseTypeAdded, CaseTypeList, CaseTypeRow, CaseTypeStanding, CaseTypeWithdraw, CaseTypesView, PackFault,
};
use yew::prelude::*;

use crate::{
    backend::{self, Newest, Pick},
    components::{Ask, Button, Field, Ico, Loose, Problem, state, use_sending},
    drafts::use_draft,
    i18n::{Tr, code},
    keys::{focus, focus_if_lost, letter, use_keys},
    state::{Act, App, use_app},
};

/// What a case type is called, in the reader's language where it speaks that.
fn name(tr: &Tr, row: &CaseTypeRow) -> String {
    let own = row.languages.first().map(String::as_str);
    let languages = [Some(tr.language().code()), own].into_iter().flatten();
    languages.filter_map(|language| row.names.get(language)).next().cloned().unwrap_or_else(|| row.id.clone())
}

/// The section of the page, with its dialog.
#[component]
pub(super) fn OwnCaseTypes() -> Html {
    let app = use_app();
    let tr = &app.tr;
    let view = use_state(|| None::<CaseTypesView>);
    let error = use_state(|| None::<ApiError>);
    let adds = use_state(|| false);
    let newest = use_memo((), |()| Newest::default());
    {
        // Whenever the types that cases can have are others, where they come from is asked anew.
        let (view, error, newest, types) = (view.setter(), error.setter(), newest.clone(), Rc::as_ptr(&app.case_types));
        use_effect_with(types, move |_| {
            newest.run(CaseTypeList {}, move |answer| match answer {
                Ok(read) => view.set(Some(read)),
                Err(problem) => error.set(Some(problem)),
            });
        });
    }
    let onadd = {
        let adds = adds.setter();
        Callback::from(move |()| adds.set(true))
    };
    let onclose = {
        let adds = adds.setter();
        Callback::from(move |()| adds.set(false))
    };
    let may = view.as_ref().is_some_and(|view| view.may_change);
    {
        let (app, onadd) = (app.clone(), onadd.clone());
        use_keys(false, move |event| {
            let asked = may && letter(event, app.settings.letter_keys).as_deref() == Some("a");
            if asked {
                onadd.emit(());
            }
            asked
        });
    }
    let change = |row: &CaseTypeRow, withdrawn: bool| {
        let (app, error) = (app.clone(), error.setter());
        let (id, name) = (row.id.clone(), name(tr, row));
        Callback::from(move |()| {
            error.set(None);
            let (app, error, name) = (app.clone(), error.clone(), name.clone());
            // The list follows from the types that cases can have, which are others now.
            backend::run(CaseTypeWithdraw { id: id.clone(), withdrawn }, move |answer| match answer {
                Ok(_) => {
                    let said = if withdrawn { "own-types-withdrawn" } else { "own-types-restored" };
                    app.dispatch(Act::Toast { text: app.tr.f(said, &[("type", name.into())]), danger: false, undo: None });
                    gloo_timers::callback::Timeout::new(0, || focus_if_lost("#add-type")).forget();
                }
                Err(problem) => error.set(Some(problem)),
            });
        })
    };
    let line = |row: &CaseTypeRow| {
        let name = name(tr, row);
        let named = |id: &str| tr.f(id, &[("type", name.as_str().into())]);
        let act = match row.standing {
            CaseTypeStanding::Own | CaseTypeStanding::TooNew => Some((true, "own-types-withdraw", named("own-types-withdraw-named"))),
            CaseTypeStanding::Withdrawn => Some((false, "own-types-restore", named("own-types-restore-named"))),
            CaseTypeStanding::Shipped | CaseTypeStanding::Replaced => None,
        };
        let (class, ico) = match row.standing {
            CaseTypeStanding::Shipped => ("mute", Ico::Tick),
            CaseTypeStanding::Own => ("success", Ico::Tick),
            CaseTypeStanding::Withdrawn => ("mute", Ico::Minus),
            CaseTypeStanding::Replaced | CaseTypeStanding::TooNew => ("warning", Ico::Triangle),
        };
        // What Praesto replaced stands there twice.
        let key = format!("{} {}", row.id, row.added.is_some());
        html! {
            <tr {key} data-type={row.id.clone()} data-standing={code(&row.standing)}>
                <th scope="row">{name}<br /><span class="xs t3 mono">{row.id.clone()}</span></th>
                <td>{row.version.to_string()}</td>
                <td>
                    {state(class, ico, tr.words().coded("case-type-standing", &code(&row.standing)))}
                    { for row.added.as_ref().map(|added| html! { <><br /><span class="xs t2">{
                        tr.f("own-types-added", &[("name", tr.named(&added.person_name, false).into()), ("when", tr.moment(added.at).into())])
                    }</span></> }) }
                    { for act.filter(|_| may).map(|(withdraws, label, spoken)| html! {
                        <div class="under"><Button small=true label={tr.t(label)} {spoken} hook={if withdraws { "withdraw-type" } else { "restore-type" }} onclick={change(row, withdraws)} /></div>
                    }) }
                </td>
            </tr>
        }
    };
    html! {
        <section class="own-types" aria-labelledby="own-types-title">
            <div class="row wrap">
                <h2 id="own-types-title">{tr.t("own-types-title")}</h2>
                if may {
                    <Button id="add-type" small=true ico={Ico::Plus} label={tr.t("own-types-add")} keys={&["A"]} onclick={onadd} />
                }
            </div>
            <Problem error={(*error).clone()} />
            <table class="hv people" id="own-types">
                <thead><tr>
                    <th scope="col">{tr.t("own-types-type")}</th><th scope="col">{tr.t("own-types-version")}</th><th scope="col">{tr.t("own-types-from")}</th>
                </tr></thead>
                <tbody>{ for view.iter().flat_map(|view| &view.types).map(line) }</tbody>
            </table>
            if *adds {
                <Loose><Add {onclose} /></Loose>
            }
        </section>
    }
}

#[derive(Properties, PartialEq)]
struct AddProps {
    onclose: Callback<()>,
}

/// Asks for a folder or a ZIP; what is wrong with it stays on the screen until it is tried again.
#[component]
fn Add(props: &AddProps) -> Html {
    let app = use_app();
    let tr = &app.tr;
    let path = use_draft("add-type-path");
    let tried = use_state(|| false);
    let faulty = use_state(|| None::<(Vec<PackFault>, u64)>);
    let sound = use_state(|| None::<String>);
    let sending = use_sending();
    let asks = |only_check: bool| {
        let (app, path, tried, faulty, sound) = (app.clone(), path.clone(), tried.setter(), faulty.setter(), sound.setter());
        let (sending, onclose) = (sending.clone(), props.onclose.clone());
        Callback::from(move |()| {
            tried.set(true);
            faulty.set(None);
            sound.set(None);
            if path.trimmed().is_empty() {
                focus("#add-type-path");
                return;
            }
            let (app, draft, faulty, sound, onclose) = (app.clone(), path.clone(), faulty.clone(), sound.clone(), onclose.clone());
            sending.send(CaseTypeAdd { path: path.trimmed(), only_check }, move |answer| match answer {
                CaseTypeAdded::Added { id, version, how } => {
                    draft.discard();
                    onclose.emit(());
                    let of = [("type", id.as_str().into()), ("version", version.to_string().into())];
                    let text = app.tr.f(&format!("case-type-how-{}", code(&how).replace('_', "-")), &of);
                    app.dispatch(Act::Toast { text, danger: false, undo: None });
                }
                CaseTypeAdded::Sound { id, version } => {
                    sound.set(Some(app.tr.f("own-types-sound", &[("type", id.as_str().into()), ("version", version.to_string().into())])));
                }
                CaseTypeAdded::Faulty { faults, total } => {
                    faulty.set(Some((faults, total)));
                    focus("#type-faults");
                }
            });
        })
    };
    let (onsubmit, oncheck) = (asks(false), asks(true));
    let pick = |what: Pick| {
        let set = path.oninput();
        Callback::from(move |()| {
            let set = set.clone();
            wasm_bindgen_futures::spawn_local(async move {
                if let Some(chosen) = backend::pick(what).await.into_iter().next() {
                    set.emit(chosen);
                    focus("#add-type-do");
                }
            });
        })
    };
    let wrong = (*tried && path.trimmed().is_empty()).then(|| tr.t("own-types-path-missing"));
    let act = tr.t(if sending.busy() { "own-types-busy" } else { "own-types-add-do" });
    html! {
        <Ask id="add-type" title={tr.t("own-types-add")} lead={tr.t("own-types-lead")} {act} first="#add-type-path" {sending} drafts={vec![path.clone()]} {onsubmit} onclose={props.onclose.clone()}>
            <Field id="add-type-path" mono=true label={tr.t("own-types-path")} help={tr.t("own-types-path-help")} value={path.text()} {wrong} oninput={path.oninput()} />
            <div class="row wrap">
                <Button id="add-type-folder" small=true ico={Ico::Folder} label={tr.t("own-types-pick-folder")} onclick={pick(Pick::Folder)} />
                <Button id="add-type-file" small=true ico={Ico::File} label={tr.t("own-types-pick-file")} onclick={pick(Pick::One(&["zip", "praesto-pack"]))} />
                <Button id="add-type-check" small=true ico={Ico::Tick} label={tr.t("own-types-check")} onclick={oncheck} />
            </div>
            <div role="status" id="type-sound">{ for sound.as_ref().map(|text| state("success", Ico::Tick, text.clone())) }</div>
            <div role="alert">{ for faulty.as_ref().map(|(faults, total)| shown(&app, faults, *total)) }</div>
        </Ask>
    }
}

/// What is wrong, by file and line. The checker's words are those of the format.
fn shown(app: &App, faults: &[PackFault], total: u64) -> Html {
    let tr = &app.tr;
    let place = |fault: &PackFault| match (fault.file.as_str(), fault.line) {
        (".", _) => tr.t("own-types-whole"),
        (file, None) => file.to_owned(),
        (file, Some(line)) => tr.f("own-types-line", &[("file", file.into()), ("line", line.into())]),
    };
    let more = total.saturating_sub(faults.len() as u64);
    html! {
        <section class="pf-v6-c-alert pf-m-inline pf-m-danger" id="type-faults" tabindex="-1" data-total={total.to_string()}>
            <div class="pf-v6-c-alert__icon">{crate::components::icon(Ico::Octagon)}</div>
            <p class="pf-v6-c-alert__title">{tr.n("own-types-faults", total)}</p>
            <div class="pf-v6-c-alert__description">
                <p>{tr.t("own-types-faults-text")}</p>
                <ul class="s">{ for faults.iter().map(|fault| html! {
                    <li><b class="break">{place(fault)}</b><br /><span class="wrap" lang="en">{fault.text.clone()}</span></li>
                }) }</ul>
                if more > 0 { <p>{tr.n("own-types-more", more)}</p> }
            </div>
        </section>
    }
}
