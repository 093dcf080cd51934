//! Notes: never changed, corrected by a new one. What is typed is saved when the field is left, so that a lock cannot lose it.

use praesto_contract::{CaseChange, NoteId, NoteView};
use yew::prelude::*;

use super::{facts::PartProps, ops::Ops};
use crate::{
    components::{Button, Kind, area_of, use_unsaved},
    i18n::initials,
    state::use_app,
};

#[component]
pub(super) fn Notes(props: &PartProps) -> Html {
    let app = use_app();
    let tr = &app.tr;
    let (view, ops) = (&props.view, &props.ops);
    let text = use_state(String::new);
    let corrects = use_state(|| None::<NoteId>);
    let unsaved = use_mut_ref(|| None::<(String, Box<dyn Fn(String)>)>);
    let keep = {
        let (ops, text, corrects) = (ops.clone(), text.clone(), corrects.clone());
        move |typed: String| {
            let typed = typed.trim().to_owned();
            let (failed, back) = (ops.failed.clone(), text.clone());
            ops.edit_then(vec![Ops::note(typed.clone(), *corrects)], "said-note", move |problem| {
                if problem.is_some() {
                    // What could not be saved stands in the field again.
                    back.set(typed);
                }
                failed.emit(problem);
            });
            text.set(String::new());
            corrects.set(None);
        }
    };
    let save = {
        let (keep, text, unsaved) = (keep.clone(), text.clone(), unsaved.clone());
        Callback::from(move |()| {
            // Taken out first: a note that has been handed over is never handed over again.
            if unsaved.take().is_some() {
                keep(text.trim().to_owned());
            }
        })
    };
    use_unsaved(&unsaved, Some(text.as_str()).filter(|text| !text.trim().is_empty()), &keep);
    let onkeydown = {
        let (save, text, corrects) = (save.clone(), text.clone(), corrects.clone());
        Callback::from(move |event: KeyboardEvent| match event.key().as_str() {
            "Enter" if event.ctrl_key() || event.meta_key() => {
                event.prevent_default();
                save.emit(());
            }
            "Escape" if !text.trim().is_empty() => {
                // Leaving the field saves the note.
                event.prevent_default();
                crate::keys::blur();
            }
            "Escape" if corrects.is_some() => {
                event.prevent_default();
                corrects.set(None);
            }
            _ => {}
        })
    };
    let oninput = {
        let text = text.clone();
        Callback::from(move |event: InputEvent| text.set(area_of(&event)))
    };
    let onblur = save.reform(|_: FocusEvent| ());
    let oncorrect = {
        let corrects = corrects.clone();
        Callback::from(move |id: NoteId| {
            corrects.set(Some(id));
            crate::keys::focus("#new-note");
        })
    };
    let corrected = corrects.and_then(|id| view.notes.iter().find(|note| note.id == id)).cloned();
    html! {
        <section class="blk" aria-labelledby="notes-title">
            <div class="hd"><h2 id="notes-title">{tr.t("tab-notes")}</h2><span class="sp t3">{tr.t("notes-rule")}</span></div>
            if view.notes.is_empty() { <p class="s t3">{tr.t("notes-none")}</p> }
            <ul id="notes">
                { for view.notes.iter().map(|note| html! { <One key={note.id.to_string()} note={note.clone()} all={view.notes.clone()} ops={ops.clone()} oncorrect={oncorrect.clone()} /> }) }
            </ul>
            <div class="pf-v6-c-form__group notes__new">
                <div class="pf-v6-c-form__group-label"><label class="pf-v6-c-form__label" for="new-note"><span class="pf-v6-c-form__label-text">
                    { match &corrected { Some(note) => tr.f("note-correction-of", &[("text", short(&note.text).into())]), None => tr.t("note-new") } }
                </span></label></div>
                <span class="pf-v6-c-form-control pf-m-textarea pf-m-resize-vertical">
                    <textarea id="new-note" rows="2" placeholder={tr.t("note-placeholder")} value={(*text).clone()} {oninput} {onblur} {onkeydown} />
                </span>
                if !text.trim().is_empty() {
                    <div class="under"><Button id="note-save" small=true label={tr.t("note-save")} keys={&["Ctrl", "↵"]} onclick={save} /></div>
                }
            </div>
        </section>
    }
}

#[derive(Properties, PartialEq)]
struct OneProps {
    note: NoteView,
    all: Vec<NoteView>,
    ops: Ops,
    oncorrect: Callback<NoteId>,
}

#[component]
fn One(props: &OneProps) -> Html {
    let app = use_app();
    let tr = &app.tr;
    let note = &props.note;
    let id = note.id;
    let withdraw = {
        let (ops, withdrawn) = (props.ops.clone(), note.withdrawn);
        Callback::from(move |()| {
            ops.edit(
                vec![CaseChange::WithdrawNote { id, withdrawn: !withdrawn }],
                Some(if withdrawn { "said-note-restored" } else { "said-note-withdrawn" }),
            );
        })
    };
    let oncorrect = props.oncorrect.reform(move |()| id);
    let corrected = note.corrects.and_then(|id| props.all.iter().find(|other| other.id == id));
    html! {
        <li class={classes!("nt", note.withdrawn.then_some("nt--gone"))} data-test="note">
            <span class="av sm" aria-hidden="true">{initials(&note.by.name)}</span>
            <div>
                if note.withdrawn {
                    <p class="t3">{tr.t("note-withdrawn")}{" "}<s>{note.text.clone()}</s></p>
                } else {
                    <p class="pre">{note.text.clone()}</p>
                }
                <small>
                    <b>{tr.by(&note.by)}</b>{" · "}{tr.moment(note.by.at)}
                    if !note.sent { {", "}{tr.t("not-sent-yet")} }
                    { for corrected.map(|other| html! { <>{" · "}{tr.f("note-corrects", &[("text", short(&other.text).into())])}</> }) }
                </small>
                <span class="nt__acts">
                    if !note.withdrawn { <Button small=true kind={Kind::Link} label={tr.t("note-correct")} onclick={oncorrect} /> }
                    if note.by.me { <Button small=true kind={Kind::Link} label={tr.t(if note.withdrawn { "note-restore" } else { "note-withdraw" })} onclick={withdraw} /> }
                </span>
            </div>
        </li>
    }
}

/// The beginning of a text, to name it by.
fn short(text: &str) -> String {
    let mut cut: String = text.chars().take(40).collect();
    if cut.len() < text.len() {
        cut.push('…');
    }
    cut
}
