//! The form of the case: its fields, each with its last author, saved as they are left.

use praesto_contract::{CaseChange, CaseView, FieldValue, FieldView, Over, Place};
use yew::prelude::*;

use super::{
    facts::{PartProps, read_day},
    ops::{Ops, use_submit},
};
use crate::{
    components::{Button, Edit, Field, Foot, Ico, Input, Kind, Typed, Wrong, label, select_value, shows_again, state, use_list},
    drafts::{self, Draft, use_draft},
    i18n::Tr,
    keys::focus,
    route::{Route, Tab},
    state::use_app,
};

#[component]
pub(super) fn Form(props: &PartProps) -> Html {
    let app = use_app();
    let tr = &app.tr;
    let (view, ops) = (&props.view, &props.ops);
    let adding = use_state(|| drafts::any(Some(view.id), &["field-name", "field-value"]));
    let onadd = {
        let adding = adding.clone();
        Callback::from(move |()| {
            adding.set(!*adding);
            focus("#field-name");
        })
    };
    let ondone = {
        let adding = adding.clone();
        Callback::from(move |()| adding.set(false))
    };
    html! {
        <section class="blk" aria-labelledby="form-title">
            <div class="hd"><h2 id="form-title">{tr.t("tab-form")}</h2>
                <span class="sp" id="saved" role="status">{changed(tr, view)}</span></div>
            if view.fields.is_empty() && !*adding { <p class="s t3">{tr.t("fields-none")}</p> }
            <div class="g2 lblrow">
                { for view.fields.iter().map(|field| html! { <One key={field.field.clone()} field={field.clone()} ops={ops.clone()} /> }) }
            </div>
            if *adding {
                <NewField ops={ops.clone()} taken={view.fields.iter().map(|field| field.field.clone()).collect::<Vec<_>>()} {ondone} />
            } else {
                <div class="under"><Button id="field-add" small=true kind={Kind::Link} ico={Ico::Plus} label={tr.t("field-add")} onclick={onadd} /></div>
            }
        </section>
    }
}

/// When and by whom the case was changed last.
fn changed(tr: &Tr, view: &CaseView) -> Html {
    let when = tr.moment(view.changed.at);
    if view.changed_here {
        return state("mute", Ico::Tick, tr.f("saved-here", &[("when", when.into())]));
    }
    let who = tr.named(&view.changed.name, view.changed.me);
    state("mute", Ico::Pencil, tr.f("changed-last", &[("who", who.into()), ("when", when.into())]))
}

#[derive(Properties, PartialEq)]
struct OneProps {
    field: FieldView,
    ops: Ops,
}

#[component]
fn One(props: &OneProps) -> Html {
    let app = use_app();
    let tr = &app.tr;
    let field = &props.field;
    let name = field.field.clone();
    let called = tr.imported(&name);
    let change = {
        let name = name.clone();
        move |value: FieldValue| vec![CaseChange::SetField { field: name.clone(), value }]
    };
    let ops = props.ops.clone();
    let stands = ops.stands(Place::Field { field: name.clone() }, field.value.clone());
    let list = use_list(yes_no(&field.value).to_owned());
    let place = format!("field:{name}");
    let meta = if field.conflict {
        let onclick = Callback::from(|event: MouseEvent| {
            event.prevent_default();
            Route { tab: Tab::Conflicts, ..Route::current() }.go();
        });
        html! { <a href={Route { tab: Tab::Conflicts, ..app.route }.hash()} class="who-l" {onclick}>{label("is-conflict", Some(Ico::Fork), tr.t("two-values"))}</a> }
    } else {
        html! { <span class="who-l">{format!("{}, {}", tr.by(&field.by), tr.moment(field.by.at))}</span> }
    };
    // Ids are made of the field's name, so that a test and a label find it; a name may hold anything, spaces included.
    let id = format!("field-{}", name.replace(|c: char| !c.is_alphanumeric(), "-"));
    match &field.value {
        FieldValue::Flag(flag) => {
            let stood = yes_no(&field.value);
            let onchange = Callback::from(move |event: Event| {
                let chosen = CaseChange::SetField { field: name.clone(), value: FieldValue::Flag(select_value(&event) == "yes") };
                ops.choose(chosen, stands.over.clone(), None, shows_again(&event, stood.to_owned()));
            });
            html! {
                <div class="pf-v6-c-form__group">
                    <div class="pf-v6-c-form__group-label">
                        <label class="pf-v6-c-form__label" for={id.clone()}><span class="pf-v6-c-form__label-text">{called}</span></label>{meta}
                    </div>
                    <span class="pf-v6-c-form-control"><select {id} ref={list} {onchange}>
                        <option value="yes" selected={*flag}>{tr.t("value-yes")}</option>
                        <option value="no" selected={!*flag}>{tr.t("value-no")}</option>
                    </select></span>
                </div>
            }
        }
        FieldValue::Day(day) => {
            let onsave = Callback::from(move |typed: Typed| match read_day(&ops.app.tr, &typed.text) {
                Ok(day) => ops.keep(change(day.map_or(FieldValue::Empty, FieldValue::Day)), None, &typed),
                Err(unclear) => typed.done.emit(Some(unclear)),
            });
            html! { <Edit {id} {place} kind={Input::Day} label={called} value={day.to_string()} {stands} {meta} {onsave} /> }
        }
        FieldValue::Whole(number) => {
            let onsave = Callback::from(move |typed: Typed| {
                let value = typed.text.trim().parse().map(FieldValue::Whole).unwrap_or_else(|_| text_or_empty(&typed.text));
                ops.keep(change(value), None, &typed);
            });
            html! { <Edit {id} {place} kind={Input::Number} label={called} value={number.to_string()} {stands} {meta} {onsave} /> }
        }
        FieldValue::Text(_) | FieldValue::Empty => {
            let text = if let FieldValue::Text(text) = &field.value { text.clone() } else { String::new() };
            let onsave = Callback::from(move |typed: Typed| ops.keep(change(text_or_empty(&typed.text)), None, &typed));
            html! { <Edit {id} {place} label={called} value={text} {stands} {meta} {onsave} /> }
        }
    }
}

/// What a list of yes and no shows.
fn yes_no(value: &FieldValue) -> &'static str {
    if *value == FieldValue::Flag(true) { "yes" } else { "no" }
}

fn text_or_empty(text: &str) -> FieldValue {
    if text.trim().is_empty() { FieldValue::Empty } else { FieldValue::Text(text.to_owned()) }
}

#[derive(Properties, PartialEq)]
struct NewFieldProps {
    ops: Ops,
    /// Names that fields have already.
    taken: Vec<String>,
    ondone: Callback<()>,
}

/// Kinds of value that a new field can hold.
const KINDS: [&str; 4] = ["text", "day", "number", YES_NO];
const YES_NO: &str = "yes-no";

/// What was typed into a new field of this kind.
fn new_value(tr: &Tr, kind: &str, text: &str) -> Result<FieldValue, Wrong> {
    match kind {
        "day" => Ok(read_day(tr, text)?.map_or(FieldValue::Empty, FieldValue::Day)),
        "number" if !text.is_empty() => text.parse().map(FieldValue::Whole).map_err(|_| Wrong::said(tr.t("number-unclear"))),
        YES_NO => Ok(FieldValue::Flag(text != "no")),
        _ => Ok(text_or_empty(text)),
    }
}

#[component]
fn NewField(props: &NewFieldProps) -> Html {
    let app = use_app();
    let tr = &app.tr;
    let (name, kind, value) = (use_draft("field-name"), use_draft("field-kind"), use_draft("field-value"));
    let chosen = KINDS.into_iter().find(|one| *one == kind.text()).unwrap_or(KINDS[0]);
    let submit = use_submit();
    let wrong = use_state(|| None::<(&str, AttrValue)>);
    let drafts = vec![name.clone(), kind.clone(), value.clone()];
    let onsubmit = {
        let (ops, ondone, name, value, drafts) = (props.ops.clone(), props.ondone.clone(), name.clone(), value.clone(), drafts.clone());
        let (taken, submit, wrong) = (props.taken.clone(), submit.clone(), wrong.setter());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let (tr, field) = (&ops.app.tr, name.trimmed());
            let read = match (field.is_empty(), taken.contains(&field)) {
                (true, _) => Err(("#field-name", tr.t("field-name-missing").into())),
                (_, true) => Err(("#field-name", tr.t("field-name-taken").into())),
                _ => new_value(tr, chosen, &value.trimmed()).map_err(|unclear| ("#field-value", unclear.text)),
            };
            match read {
                Ok(value) => {
                    wrong.set(None);
                    // A colleague may have added one of that name meanwhile.
                    let over = vec![Over { place: Place::Field { field: field.clone() }, value: FieldValue::Empty }];
                    submit.edit_over(&ops, vec![CaseChange::SetField { field, value }], over, drafts.clone(), "said-field", {
                        let ondone = ondone.clone();
                        move || ondone.emit(())
                    });
                }
                Err(at) => {
                    focus(at.0);
                    wrong.set(Some(at));
                }
            }
        })
    };
    let onkind = {
        let (kind, value) = (kind.clone(), value.clone());
        Callback::from(move |event: Event| {
            let now = select_value(&event);
            // Yes or no is chosen, not typed; any other text stays.
            if chosen == YES_NO || now == YES_NO {
                value.discard();
            }
            kind.set(now);
        })
    };
    let onyes = {
        let value = value.clone();
        Callback::from(move |event: Event| value.set(select_value(&event)))
    };
    let oninput = |draft: &Draft| {
        let wrong = wrong.setter();
        draft.oninput_and(move || wrong.set(None))
    };
    let wrong_at = |place: &str| (*wrong).clone().filter(|(at, _)| *at == place).map(|(_, text)| text);
    html! {
        <form class="more" {onsubmit}>
            <div class="g3">
                <Field id="field-name" label={tr.t("field-name")} value={name.text()} wrong={wrong_at("#field-name")} oninput={oninput(&name)} />
                <div class="pf-v6-c-form__group">
                    <div class="pf-v6-c-form__group-label"><label class="pf-v6-c-form__label" for="field-kind"><span class="pf-v6-c-form__label-text">{tr.t("field-kind")}</span></label></div>
                    <span class="pf-v6-c-form-control"><select id="field-kind" onchange={onkind}>
                        { for KINDS.map(|one| html! { <option value={one} selected={chosen == one}>{tr.t(&format!("field-kind-{one}"))}</option> }) }
                    </select></span>
                </div>
                if chosen == YES_NO {
                    <div class="pf-v6-c-form__group">
                        <div class="pf-v6-c-form__group-label"><label class="pf-v6-c-form__label" for="field-value"><span class="pf-v6-c-form__label-text">{tr.t("field-value")}</span></label></div>
                        <span class="pf-v6-c-form-control"><select id="field-value" onchange={onyes}>
                            <option value="yes" selected={value.text() != "no"}>{tr.t("value-yes")}</option><option value="no" selected={value.text() == "no"}>{tr.t("value-no")}</option>
                        </select></span>
                    </div>
                } else {
                    <Field id="field-value" hint={(chosen == "day").then(|| AttrValue::from(tr.t("day-pattern")))} label={tr.t("field-value")} value={value.text()} wrong={wrong_at("#field-value")} oninput={oninput(&value)} />
                }
            </div>
            <Foot id="field-save" small=true label={tr.t("add")} error={submit.error()} {drafts} oncancel={props.ondone.clone()} />
        </form>
    }
}
