//! The people a case is about.

use praesto_contract::{CaseChange, PartyId, PartyView};
use yew::prelude::*;

use super::{facts::PartProps, ops::Ops};
use crate::{
    components::{Button, Edit, Field, Ico, Kind},
    i18n::{now, random},
    state::use_app,
};

#[component]
pub(super) fn Parties(props: &PartProps) -> Html {
    let app = use_app();
    let tr = &app.tr;
    let (view, ops) = (&props.view, &props.ops);
    let adding = use_state(|| false);
    let editing = use_state(|| None::<PartyId>);
    let onadd = {
        let adding = adding.clone();
        Callback::from(move |()| {
            adding.set(!*adding);
            crate::keys::focus("#party-name");
        })
    };
    let ondone = {
        let adding = adding.clone();
        Callback::from(move |()| adding.set(false))
    };
    html! {
        <section class="blk" aria-labelledby="parties-title">
            <div class="hd"><h2 id="parties-title">{tr.t("parties")}</h2><span class="sp"></span>
                <Button id="party-add" small=true kind={Kind::Link} ico={Ico::Plus} label={tr.t("party-add")} onclick={onadd} /></div>
            if view.parties.is_empty() && !*adding { <p class="s t3">{tr.t("parties-none")}</p> }
            <ul class="parties">
                { for view.parties.iter().map(|party| {
                    let open = *editing == Some(party.id);
                    let (editing, id) = (editing.clone(), party.id);
                    let onedit = Callback::from(move |()| editing.set((*editing != Some(id)).then_some(id)));
                    html! { <Party key={party.id.to_string()} party={party.clone()} ops={ops.clone()} {open} {onedit} /> }
                }) }
            </ul>
            if *adding { <NewParty ops={ops.clone()} {ondone} /> }
        </section>
    }
}

#[derive(Properties, PartialEq)]
struct PartyProps {
    party: PartyView,
    ops: Ops,
    open: bool,
    onedit: Callback<()>,
}

#[component]
fn Party(props: &PartyProps) -> Html {
    let app = use_app();
    let tr = &app.tr;
    let party = &props.party;
    let save = |change: fn(&PartyView, String) -> PartyView| {
        let (ops, party) = (props.ops.clone(), party.clone());
        Callback::from(move |text: String| {
            let PartyView { id, name, role, contact } = change(&party, text);
            ops.edit(vec![CaseChange::EditParty { id, name, role, contact }], Some("said-party"));
        })
    };
    let onremove = {
        let (ops, id) = (props.ops.clone(), party.id);
        Callback::from(move |()| ops.edit(vec![CaseChange::RemoveParty { id, removed: true }], Some("said-party-removed")))
    };
    let id = party.id;
    html! {
        <li>
            <div class="row wrap">
                <b class="party__name">{party.name.clone()}</b>
                <span class="t3 s">{party.role.clone()}</span>
                <span class="t2 s">{party.contact.clone()}</span>
                <span class="sp"></span>
                <Button small=true plain=true ico={Ico::Pencil} label={tr.f("edit-named", &[("name", party.name.clone().into())])} onclick={props.onedit.clone()} />
            </div>
            if props.open {
                <div class="g3">
                    <Edit id={format!("name-{id}")} label={tr.t("place-party-name")} value={party.name.clone()} onsave={save(|party, name| PartyView { name, ..party.clone() })} />
                    <Edit id={format!("role-{id}")} label={tr.t("place-party-role")} value={party.role.clone()} onsave={save(|party, role| PartyView { role, ..party.clone() })} />
                    <Edit id={format!("contact-{id}")} label={tr.t("place-party-contact")} value={party.contact.clone()} onsave={save(|party, contact| PartyView { contact, ..party.clone() })} />
                </div>
                <Button small=true kind={Kind::Link} label={tr.f("remove-named", &[("name", party.name.clone().into())])} onclick={onremove} />
            }
        </li>
    }
}

#[derive(Properties, PartialEq)]
struct NewPartyProps {
    ops: Ops,
    ondone: Callback<()>,
}

#[component]
fn NewParty(props: &NewPartyProps) -> Html {
    let app = use_app();
    let tr = &app.tr;
    let name = use_state(String::new);
    let role = use_state(String::new);
    let contact = use_state(String::new);
    let onsubmit = {
        let (ops, ondone, name, role, contact) = (props.ops.clone(), props.ondone.clone(), name.clone(), role.clone(), contact.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if name.trim().is_empty() {
                crate::keys::focus("#party-name");
                return;
            }
            let id = PartyId::make(now(), &random());
            let change =
                CaseChange::AddParty { id, name: name.trim().to_owned(), role: role.trim().to_owned(), contact: contact.trim().to_owned() };
            let (failed, ondone) = (ops.failed.clone(), ondone.clone());
            ops.edit_then(vec![change], "said-party-added", move |problem| {
                if problem.is_none() {
                    ondone.emit(());
                }
                failed.emit(problem);
            });
        })
    };
    let set = |state: &UseStateHandle<String>| {
        let state = state.clone();
        Callback::from(move |text| state.set(text))
    };
    html! {
        <form class="more" {onsubmit}>
            <div class="g3">
                <Field id="party-name" label={tr.t("place-party-name")} value={(*name).clone()} oninput={set(&name)} />
                <Field id="party-role" label={tr.t("place-party-role")} value={(*role).clone()} oninput={set(&role)} />
                <Field id="party-contact" label={tr.t("place-party-contact")} value={(*contact).clone()} oninput={set(&contact)} />
            </div>
            <div class="acts">
                <Button id="party-save" submit=true small=true label={tr.t("add")} keys={&["↵"]} />
                <Button small=true kind={Kind::Tertiary} label={tr.t("cancel")} onclick={props.ondone.clone()} />
            </div>
        </form>
    }
}
