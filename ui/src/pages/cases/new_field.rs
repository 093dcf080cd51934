//! A field that no form asks for, added to a case by hand.

use praesto_contract::{CaseChange, FieldValue, Over, Place};
use yew::prelude::*;

use super::{
    facts::read_day,
    field::text_or_empty,
    ops::{Ops, use_submit},
};
use crate::{
    components::{Field, Foot, Wrong, select_value},
    drafts::{Draft, use_draft},
    i18n::Tr,
    keys::focus,
    state::use_app,
};

#[derive(Properties, PartialEq)]
pub(super) struct NewFieldProps {
    pub(super) ops: Ops,
    /// Names that fields have already.
    pub(super) taken: Vec<String>,
    pub(super) ondone: Callback<()>,
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
pub(super) fn NewField(props: &NewFieldProps) -> Html {
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
                (true, _) => Err(("#new-field-name", tr.t("field-name-missing").into())),
                (_, true) => Err(("#new-field-name", tr.t("field-name-taken").into())),
                _ => new_value(tr, chosen, &value.trimmed()).map_err(|unclear| ("#new-field-value", unclear.text)),
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
                <Field id="new-field-name" label={tr.t("field-name")} value={name.text()} wrong={wrong_at("#new-field-name")} oninput={oninput(&name)} />
                <div class="pf-v6-c-form__group">
                    <div class="pf-v6-c-form__group-label"><label class="pf-v6-c-form__label" for="new-field-kind"><span class="pf-v6-c-form__label-text">{tr.t("field-kind")}</span></label></div>
                    <span class="pf-v6-c-form-control"><select id="new-field-kind" onchange={onkind}>
                        { for KINDS.map(|one| html! { <option value={one} selected={chosen == one}>{tr.t(&format!("field-kind-{one}"))}</option> }) }
                    </select></span>
                </div>
                if chosen == YES_NO {
                    <div class="pf-v6-c-form__group">
                        <div class="pf-v6-c-form__group-label"><label class="pf-v6-c-form__label" for="new-field-value"><span class="pf-v6-c-form__label-text">{tr.t("field-value")}</span></label></div>
                        <span class="pf-v6-c-form-control"><select id="new-field-value" onchange={onyes}>
                            <option value="yes" selected={value.text() != "no"}>{tr.t("value-yes")}</option><option value="no" selected={value.text() == "no"}>{tr.t("value-no")}</option>
                        </select></span>
                    </div>
                } else {
                    <Field id="new-field-value" hint={(chosen == "day").then(|| AttrValue::from(tr.t("day-pattern")))} label={tr.t("field-value")} value={value.text()} wrong={wrong_at("#new-field-value")} oninput={oninput(&value)} />
                }
            </div>
            <Foot id="new-field-save" small=true label={tr.t("add")} error={submit.error()} {drafts} oncancel={props.ondone.clone()} />
        </form>
    }
}
