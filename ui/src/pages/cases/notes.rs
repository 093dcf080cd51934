//! Notes: never changed, corrected by a new one. So only a person's own act saves one; until then what is typed is a draft.

use praesto_contract::{CaseChange, NoteId, NoteView};
use yew::prelude::*;

use super::{
    distinct::distinct,
    facts::PartProps,
    ops::{Ops, use_submit},
};
use crate::{
    components::{Button, DraftMark, Kind, Wrong, area_of},
    drafts::use_draft,
    i18n::initials,
    keys::{focus, focus_now, leave},
    state::use_app,
};

#[component]
pub(super) fn Notes(props: &PartProps) -> Html {
    let app = use_app();
    let tr = &app.tr;
    let (view, ops) = (&props.view, &props.ops);
    let text = use_draft("new-note");
    // Which note it corrects is part of the draft.
    let corrects = use_draft("new-note-corrects");
    let submit = use_submit();
    let save = {
        let (ops, text, corrects, submit) = (ops.clone(), text.clone(), corrects.clone(), submit.clone());
        Callback::from(move |()| {
            if !text.trimmed().is_empty() {
                let note = Ops::note(text.trimmed(), corrects.text().parse().ok());
                submit.edit(&ops, vec![note], vec![text.clone(), corrects.clone()], "said-note", || ());
            }
        })
    };
    // What was refused stays in the field, and the field gets the focus.
    let wrong = submit.error().map(|error| Wrong::of(tr, &error));
    use_effect_with(wrong.clone(), |wrong| {
        if wrong.is_some() {
            focus_now("#new-note");
        }
    });
    let onkeydown = {
        let (save, text, corrects) = (save.clone(), text.clone(), corrects.clone());
        Callback::from(move |event: KeyboardEvent| match event.key().as_str() {
            "Enter" if event.ctrl_key() || event.meta_key() => {
                event.prevent_default();
                save.emit(());
            }
            "Escape" => {
                // Leaves the field; what stands in it stays a draft.
                event.prevent_default();
                if text.trimmed().is_empty() {
                    corrects.discard();
                }
                leave();
            }
            _ => {}
        })
    };
    let oninput = text.oninput().reform(|event: InputEvent| area_of(&event));
    let oncorrect = {
        let corrects = corrects.clone();
        Callback::from(move |id: NoteId| {
            corrects.set(id.to_string());
            focus("#new-note");
        })
    };
    let correcting = corrects.text().parse::<NoteId>().ok();
    let corrected = correcting.and_then(|id| view.notes.iter().find(|note| note.id == id)).cloned();
    html! {
        <section class="blk" aria-labelledby="notes-title">
            <div class="hd"><h2 id="notes-title">{tr.t("tab-notes")}</h2><span class="sp t3">{tr.t("notes-rule")}</span></div>
            if view.notes.is_empty() { <p class="s t3">{tr.t("notes-none")}</p> }
            <ul id="notes">
                { for view.notes.iter().zip(distinct(view.notes.iter().map(|note| note.id))).map(|(note, key)| html! { <One {key} note={note.clone()} all={view.notes.clone()} ops={ops.clone()} oncorrect={oncorrect.clone()} /> }) }
            </ul>
            <div class="pf-v6-c-form__group notes__new">
                <div class="pf-v6-c-form__group-label"><label class="pf-v6-c-form__label" for="new-note"><span class="pf-v6-c-form__label-text">
                    { match &corrected { Some(note) => tr.f("note-correction-of", &[("text", short(&tr.imported(&note.text)).into())]), None => tr.t("note-new") } }
                </span></label></div>
                <span class={classes!("pf-v6-c-form-control", "pf-m-textarea", "pf-m-resize-vertical", wrong.is_some().then_some("pf-m-error"))}>
                    <textarea id="new-note" rows="2" placeholder={tr.t("note-placeholder")} value={text.text()} aria-invalid={wrong.is_some().then_some("true")} data-saved={text.typed().is_none().then_some("")}
                        aria-describedby={wrong.is_some().then_some("new-note-wrong")} {oninput} {onkeydown} />
                </span>
                if let Some(wrong) = &wrong { {wrong.beside("new-note-wrong")} }
                if !text.trimmed().is_empty() {
                    <div class="under acts">
                        <Button id="note-save" small=true label={tr.t("note-save")} keys={&["Ctrl", "↵"]} onclick={save} />
                        <DraftMark drafts={vec![text, corrects]} ondiscard={submit.discarded()} />
                    </div>
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
                    <p class="t3">{tr.t("note-withdrawn")}{" "}<s>{tr.imported(&note.text)}</s></p>
                } else {
                    <p class="pre">{tr.imported(&note.text)}</p>
                }
                <small>
                    <b>{tr.by(&note.by)}</b>{" · "}{tr.moment(note.by.at)}
                    if !note.sent { {", "}{tr.t("not-sent-yet")} }
                    { for corrected.map(|other| html! { <>{" · "}{tr.f("note-corrects", &[("text", short(&tr.imported(&other.text)).into())])}</> }) }
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
