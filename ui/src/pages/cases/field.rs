//! One field of a case, asked by its type or added by hand: typed or chosen, saved as it is left, with its last author.

use praesto_contract::{AskedField, CaseChange, FieldKind, FieldProblem, FieldValue, FieldView, Place};
use yew::prelude::*;

use super::{facts::read_day, ops::Ops};
use crate::{
    components::{Edit, Ico, Input, Typed, Wrong, label, select_value, shows_again, state, use_list},
    i18n::Tr,
    route::{Route, Tab},
    state::{App, use_app},
};

#[derive(Properties, PartialEq)]
pub(super) struct OneProps {
    /// Name of the field.
    pub(super) name: AttrValue,
    /// The question that it answers; none where it was added by hand.
    #[prop_or_default]
    pub(super) asked: Option<AskedField>,
    /// What stands in it; none where nothing was ever written.
    #[prop_or_default]
    pub(super) field: Option<FieldView>,
    #[prop_or_default]
    pub(super) problem: Option<FieldProblem>,
    pub(super) ops: Ops,
}

#[component]
pub(super) fn One(props: &OneProps) -> Html {
    let app = use_app();
    let tr = &app.tr;
    let (name, case_type) = (props.name.to_string(), props.ops.case_type.clone());
    let value = props.field.as_ref().map_or(FieldValue::Empty, |field| field.value.clone());
    let called = app.field_name(&case_type, &name);
    let help = app.field_help(&case_type, &name).map(AttrValue::from);
    let breaks = matches!(props.problem, Some(FieldProblem::Breaks { .. })).then(|| AttrValue::from(tr.t("field-breaks")));
    let required = props.asked.as_ref().is_some_and(|asked| asked.required);
    let meta = meta(&app, props);
    // Ids are made of the field's name, so that a test and a label find it; a name may hold anything, spaces included.
    let id = format!("field-{}", name.replace(|c: char| !c.is_alphanumeric(), "-"));
    let kind = kind(props.asked.as_ref(), &value);
    let input = match kind {
        FieldKind::Choice(choices) => {
            let called_as = |choice: &String| (choice.clone(), app.field_value(&case_type, &name, &FieldValue::Text(choice.clone())));
            let options: Vec<_> = choices.iter().map(called_as).collect();
            return html! { <Choose {id} {called} {help} {breaks} {required} {meta} {name} {value} {options} may_be_empty=true ops={props.ops.clone()} /> };
        }
        FieldKind::Flag => {
            let options = [YES, NO].map(|code| (code.to_owned(), tr.t(&format!("value-{code}"))));
            return html! { <Choose {id} {called} {help} {breaks} {required} {meta} {name} {value} options={options.to_vec()} may_be_empty={props.asked.is_some()} ops={props.ops.clone()} /> };
        }
        FieldKind::Day => Input::Day,
        FieldKind::Whole => Input::Number,
        FieldKind::Text => Input::Text,
    };
    let (ops, asked) = (props.ops.clone(), props.asked.is_some());
    let stands = ops.stands(Place::Field { field: name.clone() }, value.clone());
    let place = format!("field:{name}");
    let onsave = Callback::from(move |typed: Typed| match read(&ops.app.tr, input, asked, &typed.text) {
        Ok(value) => ops.keep(vec![CaseChange::SetField { field: name.clone(), value }], None, &typed),
        Err(unclear) => typed.done.emit(Some(unclear)),
    });
    html! { <Edit {id} {place} kind={input} label={called} value={plain(&value)} {stands} {help} {breaks} {required} {meta} {onsave} /> }
}

/// How a field is asked: as its type says, else by what stands in it.
fn kind(asked: Option<&AskedField>, value: &FieldValue) -> FieldKind {
    match (asked, value) {
        (Some(asked), _) => asked.kind.clone(),
        (None, FieldValue::Flag(_)) => FieldKind::Flag,
        (None, FieldValue::Day(_)) => FieldKind::Day,
        (None, FieldValue::Whole(_)) => FieldKind::Whole,
        (None, FieldValue::Text(_) | FieldValue::Empty) => FieldKind::Text,
    }
}

/// What a field shows in an input.
fn plain(value: &FieldValue) -> String {
    match value {
        FieldValue::Empty => String::new(),
        FieldValue::Text(text) => text.clone(),
        FieldValue::Whole(number) => number.to_string(),
        FieldValue::Day(day) => day.to_string(),
        FieldValue::Flag(flag) => yes_no(*flag).to_owned(),
    }
}

/// What was typed into a field. A number that was added by hand may become a text.
fn read(tr: &Tr, input: Input, asked: bool, text: &str) -> Result<FieldValue, Wrong> {
    match input {
        Input::Day => Ok(read_day(tr, text)?.map_or(FieldValue::Empty, FieldValue::Day)),
        Input::Number => match text.trim().parse() {
            Ok(number) => Ok(FieldValue::Whole(number)),
            Err(_) if asked && !text.trim().is_empty() => Err(Wrong::said(tr.t("number-unclear"))),
            Err(_) => Ok(text_or_empty(text)),
        },
        Input::Text => Ok(text_or_empty(text)),
    }
}

pub(super) fn text_or_empty(text: &str) -> FieldValue {
    if text.trim().is_empty() { FieldValue::Empty } else { FieldValue::Text(text.to_owned()) }
}

/// Beside the name: who wrote the value, that there are two, or that it is missing.
fn meta(app: &App, props: &OneProps) -> Html {
    let tr = &app.tr;
    match (&props.field, &props.problem) {
        (Some(field), _) if field.conflict => {
            let onclick = Callback::from(|event: MouseEvent| {
                event.prevent_default();
                Route { tab: Tab::Conflicts, ..Route::current() }.go();
            });
            html! { <a href={Route { tab: Tab::Conflicts, ..app.route }.hash()} class="who-l" {onclick}>{label("is-conflict", Some(Ico::Fork), tr.t("two-values"))}</a> }
        }
        (_, Some(FieldProblem::Missing { .. })) => {
            html! { <span class="who-l" data-test="field-missing">{state("mute", Ico::Info, tr.t("field-missing"))}</span> }
        }
        (Some(field), _) => html! { <span class="who-l">{format!("{}, {}", tr.by(&field.by), tr.moment(field.by.at))}</span> },
        (None, _) => html! {},
    }
}

const YES: &str = "yes";
const NO: &str = "no";

fn yes_no(flag: bool) -> &'static str {
    if flag { YES } else { NO }
}

#[derive(Properties, PartialEq)]
struct ChooseProps {
    id: String,
    called: String,
    help: Option<AttrValue>,
    breaks: Option<AttrValue>,
    required: bool,
    meta: Html,
    name: String,
    value: FieldValue,
    /// Codes and what they are called.
    options: Vec<(String, String)>,
    may_be_empty: bool,
    ops: Ops,
}

/// A field whose value is chosen from a list.
#[component]
fn Choose(props: &ChooseProps) -> Html {
    let app = use_app();
    let current = plain(&props.value);
    let list = use_list(current.clone());
    let known = props.options.iter().any(|(code, _)| *code == current);
    let onchange = {
        let (ops, name, stood) = (props.ops.clone(), props.name.clone(), current.clone());
        let flags = props.options.iter().any(|(code, _)| code == YES);
        let over = ops.stands(Place::Field { field: name.clone() }, props.value.clone()).over;
        Callback::from(move |event: Event| {
            let value = match select_value(&event).as_str() {
                "" => FieldValue::Empty,
                YES if flags => FieldValue::Flag(true),
                NO if flags => FieldValue::Flag(false),
                choice => FieldValue::Text(choice.to_owned()),
            };
            ops.choose(CaseChange::SetField { field: name.clone(), value }, over.clone(), None, shows_again(&event, stood.clone()));
        })
    };
    let about = format!("{}-help", props.id);
    html! {
        <div class="pf-v6-c-form__group">
            <div class="pf-v6-c-form__group-label">
                <label class="pf-v6-c-form__label" for={props.id.clone()}><span class="pf-v6-c-form__label-text">{props.called.clone()}</span></label>{props.meta.clone()}
            </div>
            <div class="pf-v6-c-form__group-control">
                <span class="pf-v6-c-form-control"><select id={props.id.clone()} ref={list} aria-describedby={(props.help.is_some() || props.breaks.is_some()).then(|| about.clone())}
                    aria-invalid={props.breaks.is_some().then_some("true")} aria-required={props.required.then_some("true")} {onchange}>
                    if props.may_be_empty || current.is_empty() {
                        <option value="" selected={current.is_empty()}>{app.tr.t("value-choose")}</option>
                    }
                    // What stands there stays to be seen, though nobody can choose it any more.
                    if !known && !current.is_empty() { <option value={current.clone()} selected=true>{app.tr.value(&props.value)}</option> }
                    { for props.options.iter().map(|(code, name)| html! { <option value={code.clone()} selected={*code == current}>{name.clone()}</option> }) }
                </select></span>
                if props.help.is_some() || props.breaks.is_some() {
                    <div id={about}>
                        { for props.breaks.clone().map(|wrong| html! { <p class="helper helper--wrong" data-test="field-breaks">{wrong}</p> }) }
                        { for props.help.clone().map(|help| html! { <p class="helper">{help}</p> }) }
                    </div>
                }
            </div>
        </div>
    }
}
