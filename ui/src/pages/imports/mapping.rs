//! Where each column of a table goes, with an example of what stands in it.

use std::collections::BTreeMap;

use praesto_contract::{ColumnTarget, ImportColumn, ImportSource};
use yew::prelude::*;

use crate::{components::select_value, state::use_app};

#[derive(Properties, PartialEq)]
pub(super) struct MappingProps {
    pub(super) columns: Vec<ImportColumn>,
    pub(super) path: String,
    pub(super) busy: bool,
    pub(super) onchange: Callback<ImportSource>,
}

/// Targets other than a field of the form.
const TARGETS: [ColumnTarget; 9] = [
    ColumnTarget::Ignore,
    ColumnTarget::Title,
    ColumnTarget::Reference,
    ColumnTarget::Received,
    ColumnTarget::Deadline,
    ColumnTarget::Note,
    ColumnTarget::PartyName,
    ColumnTarget::PartyContact,
    ColumnTarget::Tag,
];

fn target_code(target: &ColumnTarget) -> &'static str {
    match target {
        ColumnTarget::Ignore => "ignore",
        ColumnTarget::Title => "title",
        ColumnTarget::Reference => "reference",
        ColumnTarget::Received => "received",
        ColumnTarget::Deadline => "deadline",
        ColumnTarget::Note => "note",
        ColumnTarget::PartyName => "party-name",
        ColumnTarget::PartyContact => "party-contact",
        ColumnTarget::Tag => "tag",
        ColumnTarget::Field { .. } => "field",
    }
}

#[component]
pub(super) fn Mapping(props: &MappingProps) -> Html {
    let app = use_app();
    let tr = &app.tr;
    let onpick = |column: &ImportColumn| {
        let (columns, path, onchange, name) = (props.columns.clone(), props.path.clone(), props.onchange.clone(), column.name.clone());
        Callback::from(move |event: Event| {
            let chosen = select_value(&event);
            let target = TARGETS
                .into_iter()
                .find(|target| target_code(target) == chosen)
                .unwrap_or_else(|| ColumnTarget::Field { name: name.clone() });
            let mut mapping: BTreeMap<String, ColumnTarget> =
                columns.iter().map(|column| (column.name.clone(), column.target.clone())).collect();
            mapping.insert(name.clone(), target);
            onchange.emit(ImportSource::Csv { path: path.clone(), mapping });
        })
    };
    html! {
        <section aria-labelledby="mapping-title">
            <div class="hd"><h2 id="mapping-title">{tr.t("mapping-title")}</h2><span class="sp t3">{tr.t("mapping-rule")}</span></div>
            <table class="hv" id="mapping">
                <thead><tr><th scope="col">{tr.t("mapping-column")}</th><th scope="col">{tr.t("mapping-example")}</th><th scope="col">{tr.t("mapping-becomes")}</th></tr></thead>
                <tbody>
                    { for props.columns.iter().enumerate().map(|(at, column)| {
                        let now = target_code(&column.target);
                        let label = tr.f("mapping-becomes-of", &[("column", column.name.clone().into())]);
                        let own = match &column.target { ColumnTarget::Field { name } => name.clone(), _ => column.name.clone() };
                        html! {
                            <tr key={column.name.clone()}>
                                <th scope="row">{column.name.clone()}</th>
                                <td class="t2"><span class="el ex">{column.example.clone()}</span></td>
                                <td><span class="mini"><select id={format!("column-{at}")} aria-label={label} disabled={props.busy} onchange={onpick(column)}>
                                    { for TARGETS.iter().map(|target| { let code = target_code(target); html! { <option value={code} selected={code == now}>{tr.t(&format!("column-{code}"))}</option> } }) }
                                    <option value="field" selected={now == "field"}>{tr.f("column-field-named", &[("name", own.into())])}</option>
                                </select></span></td>
                            </tr>
                        }
                    }) }
                </tbody>
            </table>
        </section>
    }
}
