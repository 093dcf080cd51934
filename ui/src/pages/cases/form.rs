//! The form of the case: its fields, each with its last author, saved as they are left.

use praesto_contract::{CaseChange, FieldValue, FieldView};
use yew::prelude::*;

use super::{
    facts::{PartProps, read_day},
    ops::Ops,
};
use crate::{
    components::{Button, Edit, Field, Ico, Input, Kind, label, select_value, state},
    route::{Route, Tab},
    state::use_app,
};

#[component]
pub(super) fn Form(props: &PartProps) -> Html {
    let app = use_app();
    let tr = &app.tr;
    let (view, ops) = (&props.view, &props.ops);
    let adding = use_state(|| false);
    let onadd = {
        let adding = adding.clone();
        Callback::from(move |()| {
            adding.set(!*adding);
            crate::keys::focus("#field-name");
        })
    };
    let ondone = {
        let adding = adding.clone();
        Callback::from(move |()| adding.set(false))
    };
    html! {
        <section class="blk" aria-labelledby="form-title">
            <div class="hd"><h2 id="form-title">{tr.t("tab-form")}</h2>
                <span class="sp" id="saved" role="status">{state("mute", Ico::Tick, tr.f("saved-here", &[("time", tr.time(view.saved_at).into())]))}</span></div>
            if view.fields.is_empty() && !*adding { <p class="s t3">{tr.t("fields-none")}</p> }
            <div class="g2 lblrow">
                { for view.fields.iter().map(|field| html! { <One key={field.field.clone()} field={field.clone()} ops={ops.clone()} /> }) }
            </div>
            if *adding {
                <NewField ops={ops.clone()} {ondone} />
            } else {
                <div class="under"><Button id="field-add" small=true kind={Kind::Link} ico={Ico::Plus} label={tr.t("field-add")} onclick={onadd} /></div>
            }
        </section>
    }
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
    let save = {
        let (ops, name) = (props.ops.clone(), name.clone());
        move |value: FieldValue| ops.edit(vec![CaseChange::SetField { field: name.clone(), value }], None)
    };
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
            let onchange = Callback::from(move |event: Event| save(FieldValue::Flag(select_value(&event) == "yes")));
            html! {
                <div class="pf-v6-c-form__group">
                    <div class="pf-v6-c-form__group-label">
                        <label class="pf-v6-c-form__label" for={id.clone()}><span class="pf-v6-c-form__label-text">{name}</span></label>{meta}
                    </div>
                    <span class="pf-v6-c-form-control"><select {id} {onchange}>
                        <option value="yes" selected={*flag}>{tr.t("value-yes")}</option>
                        <option value="no" selected={!*flag}>{tr.t("value-no")}</option>
                    </select></span>
                </div>
            }
        }
        FieldValue::Day(day) => {
            let ops = props.ops.clone();
            let onsave = Callback::from(move |text: String| {
                if let Some(day) = read_day(&ops, &text) {
                    save(day.map_or(FieldValue::Empty, FieldValue::Day));
                }
            });
            html! { <Edit {id} kind={Input::Day} label={name} value={day.to_string()} {meta} {onsave} /> }
        }
        FieldValue::Whole(number) => {
            let onsave = Callback::from(move |text: String| match text.trim().parse() {
                Ok(number) => save(FieldValue::Whole(number)),
                Err(_) if text.trim().is_empty() => save(FieldValue::Empty),
                Err(_) => save(FieldValue::Text(text)),
            });
            html! { <Edit {id} kind={Input::Number} label={name} value={number.to_string()} {meta} {onsave} /> }
        }
        FieldValue::Text(_) | FieldValue::Empty => {
            let text = if let FieldValue::Text(text) = &field.value { text.clone() } else { String::new() };
            let onsave =
                Callback::from(move |text: String| save(if text.trim().is_empty() { FieldValue::Empty } else { FieldValue::Text(text) }));
            html! { <Edit {id} label={name} value={text} {meta} {onsave} /> }
        }
    }
}

#[derive(Properties, PartialEq)]
struct NewFieldProps {
    ops: Ops,
    ondone: Callback<()>,
}

/// Kinds of value that a new field can hold.
const KINDS: [&str; 4] = ["text", "day", "number", "yes-no"];

#[component]
fn NewField(props: &NewFieldProps) -> Html {
    let app = use_app();
    let tr = &app.tr;
    let name = use_state(String::new);
    let kind = use_state(|| KINDS[0].to_owned());
    let value = use_state(String::new);
    let onsubmit = {
        let (ops, ondone, name, kind, value) = (props.ops.clone(), props.ondone.clone(), name.clone(), kind.clone(), value.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let field = name.trim().to_owned();
            if field.is_empty() {
                crate::keys::focus("#field-name");
                return;
            }
            let value = match kind.as_str() {
                "day" => match read_day(&ops, &value) {
                    Some(day) => day.map_or(FieldValue::Empty, FieldValue::Day),
                    None => return,
                },
                "number" => value.trim().parse().map_or(FieldValue::Empty, FieldValue::Whole),
                "yes-no" => FieldValue::Flag(value.as_str() == "yes"),
                _ if value.trim().is_empty() => FieldValue::Empty,
                _ => FieldValue::Text(value.trim().to_owned()),
            };
            let (failed, ondone) = (ops.failed.clone(), ondone.clone());
            ops.edit_then(vec![CaseChange::SetField { field, value }], "said-field", move |problem| {
                if problem.is_none() {
                    ondone.emit(());
                }
                failed.emit(problem);
            });
        })
    };
    let onkind = {
        let (kind, value) = (kind.clone(), value.clone());
        Callback::from(move |event: Event| {
            let chosen = select_value(&event);
            value.set(if chosen == "yes-no" { "yes".to_owned() } else { String::new() });
            kind.set(chosen);
        })
    };
    let onyes = {
        let value = value.clone();
        Callback::from(move |event: Event| value.set(select_value(&event)))
    };
    let set = |state: &UseStateHandle<String>| {
        let state = state.clone();
        Callback::from(move |text| state.set(text))
    };
    html! {
        <form class="more" {onsubmit}>
            <div class="g3">
                <Field id="field-name" label={tr.t("field-name")} value={(*name).clone()} oninput={set(&name)} />
                <div class="pf-v6-c-form__group">
                    <div class="pf-v6-c-form__group-label"><label class="pf-v6-c-form__label" for="field-kind"><span class="pf-v6-c-form__label-text">{tr.t("field-kind")}</span></label></div>
                    <span class="pf-v6-c-form-control"><select id="field-kind" onchange={onkind}>
                        { for KINDS.map(|one| html! { <option value={one} selected={*kind == one}>{tr.t(&format!("field-kind-{one}"))}</option> }) }
                    </select></span>
                </div>
                if *kind == "yes-no" {
                    <div class="pf-v6-c-form__group">
                        <div class="pf-v6-c-form__group-label"><label class="pf-v6-c-form__label" for="field-value"><span class="pf-v6-c-form__label-text">{tr.t("field-value")}</span></label></div>
                        <span class="pf-v6-c-form-control"><select id="field-value" onchange={onyes}>
                            <option value="yes" selected=true>{tr.t("value-yes")}</option><option value="no">{tr.t("value-no")}</option>
                        </select></span>
                    </div>
                } else {
                    <Field id="field-value" hint={(*kind == "day").then(|| AttrValue::from(tr.t("day-example")))} label={tr.t("field-value")} value={(*value).clone()} oninput={set(&value)} />
                }
            </div>
            <div class="acts">
                <Button id="field-save" submit=true small=true label={tr.t("add")} keys={&["↵"]} />
                <Button small=true kind={Kind::Tertiary} label={tr.t("cancel")} onclick={props.ondone.clone()} />
            </div>
        </form>
    }
}
