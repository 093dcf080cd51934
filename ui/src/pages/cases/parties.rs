//! The people a case is about.

use praesto_contract::{CaseChange, PartyId, PartyView, Place};
use yew::prelude::*;

use super::{
    facts::PartProps,
    ops::{Ops, text, use_submit},
};
use crate::{
    components::{Button, Edit, Field, Foot, Ico, Kind, Typed},
    drafts::{self, use_draft},
    i18n::{now, random},
    keys::focus,
    state::use_app,
};

/// Fields of the form for a new person.
const NEW: [&str; 3] = ["party-name", "party-role", "party-contact"];

/// Id of the field for a part of what is known of a person.
fn place(part: &str, id: PartyId) -> String {
    format!("{part}-{id}")
}

#[component]
pub(super) fn Parties(props: &PartProps) -> Html {
    let app = use_app();
    let tr = &app.tr;
    let (view, ops) = (&props.view, &props.ops);
    let adding = use_state(|| drafts::any(Some(view.id), &NEW));
    let editing = use_state(|| {
        let unsaved =
            |party: &&PartyView| ["name", "role", "contact"].iter().any(|part| drafts::any(Some(view.id), &[&place(part, party.id)]));
        view.parties.iter().find(unsaved).map(|party| party.id)
    });
    let onadd = {
        let adding = adding.clone();
        Callback::from(move |()| {
            adding.set(!*adding);
            focus("#party-name");
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
    // Only what was changed: what a colleague wrote beside it meanwhile stays.
    let save = |part: &'static str| {
        let (ops, id) = (props.ops.clone(), party.id);
        Callback::from(move |typed: Typed| {
            let of = |other: &str| (part == other).then(|| typed.text.clone());
            let change = CaseChange::EditParty { id, name: of("name"), role: of("role"), contact: of("contact") };
            ops.keep(vec![change], Some("said-party"), &typed);
        })
    };
    let onremove = {
        let (ops, id) = (props.ops.clone(), party.id);
        Callback::from(move |()| ops.edit(vec![CaseChange::RemoveParty { id, removed: true }], Some("said-party-removed")))
    };
    let id = party.id;
    let role = tr.imported(&party.role);
    html! {
        <li>
            <div class="row wrap">
                <b class="party__name">{party.name.clone()}</b>
                <span class="t3 s">{role.clone()}</span>
                <span class="t2 s">{party.contact.clone()}</span>
                <span class="sp"></span>
                <Button small=true plain=true ico={Ico::Pencil} label={tr.f("edit-named", &[("name", party.name.clone().into())])} onclick={props.onedit.clone()} />
            </div>
            if props.open {
                <div class="g3">
                    <Edit id={place("name", id)} label={tr.t("place-party-name")} value={party.name.clone()}
                        stands={props.ops.stands(Place::PartyName { party: id }, text(&party.name))} onsave={save("name")} />
                    <Edit id={place("role", id)} label={tr.t("place-party-role")} value={role}
                        stands={props.ops.stands(Place::PartyRole { party: id }, text(&party.role))} onsave={save("role")} />
                    <Edit id={place("contact", id)} label={tr.t("place-party-contact")} value={party.contact.clone()}
                        stands={props.ops.stands(Place::PartyContact { party: id }, text(&party.contact))} onsave={save("contact")} />
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
    let [name, role, contact] = [use_draft(NEW[0]), use_draft(NEW[1]), use_draft(NEW[2])];
    let submit = use_submit();
    let missing = use_state(|| false);
    let drafts = vec![name.clone(), role.clone(), contact.clone()];
    let onsubmit = {
        let (ops, ondone, drafts, submit, missing) =
            (props.ops.clone(), props.ondone.clone(), drafts.clone(), submit.clone(), missing.setter());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let [name, role, contact] = [0, 1, 2].map(|at| drafts[at].trimmed());
            missing.set(name.is_empty());
            if name.is_empty() {
                focus("#party-name");
                return;
            }
            let change = CaseChange::AddParty { id: PartyId::make(now(), &random()), name, role, contact };
            let ondone = ondone.clone();
            submit.edit(&ops, vec![change], drafts.clone(), "said-party-added", move || ondone.emit(()));
        })
    };
    let wrong = (*missing && name.trimmed().is_empty()).then(|| tr.t("name-missing"));
    html! {
        <form class="more" {onsubmit}>
            <div class="g3">
                <Field id="party-name" label={tr.t("place-party-name")} value={name.text()} {wrong} oninput={name.oninput()} />
                <Field id="party-role" label={tr.t("place-party-role")} value={role.text()} oninput={role.oninput()} />
                <Field id="party-contact" label={tr.t("place-party-contact")} value={contact.text()} oninput={contact.oninput()} />
            </div>
            <Foot id="party-save" small=true label={tr.t("add")} error={submit.error()} {drafts} oncancel={props.ondone.clone()} />
        </form>
    }
}
