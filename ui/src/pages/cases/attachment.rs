//! One file of a case in the rail: its newest version, and the earlier ones unfolded.

use praesto_contract::{
    AttachmentAdd, AttachmentFetch, AttachmentId, AttachmentVersionView, AttachmentView, CaseChange, EventId, FoundTake, FoundView,
    LetterFiledView, Whereabouts,
};
use yew::prelude::*;

use super::{elsewhere::Changing, ops::Ops, preview::Looking};
use crate::{
    backend,
    components::{Button, Ico, Kind, icon, icon12, state},
    i18n::Tr,
    state::use_app,
};

/// A version that is to leave the sealed world.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Leaving {
    pub(super) attachment: AttachmentId,
    pub(super) version: Option<String>,
    pub(super) name: String,
}

/// Lets a person choose files and attaches them.
pub(super) fn attach(ops: Ops, version_of: Option<AttachmentId>) {
    wasm_bindgen_futures::spawn_local(async move {
        let mut paths = backend::pick(backend::Pick::Files).await;
        if version_of.is_some() {
            paths.truncate(1);
        }
        attach_paths(&ops, paths, version_of);
    });
}

/// Attaches the files of these paths, if there are any.
pub(super) fn attach_paths(ops: &Ops, paths: Vec<String>, version_of: Option<AttachmentId>) {
    if paths.is_empty() {
        return;
    }
    let tr = &ops.app.tr;
    let said = if version_of.is_some() { tr.t("said-version") } else { tr.n("attached", paths.len() as u64) };
    ops.ask_saying(AttachmentAdd { case: ops.case, paths, version_of }, Some(said));
}

#[derive(Properties, PartialEq)]
pub(super) struct AttachmentProps {
    pub(super) one: AttachmentView,
    /// The letters that are versions of it.
    pub(super) letters: Vec<LetterFiledView>,
    pub(super) ops: Ops,
    /// Whether the case takes no edit until it is brought back. Its files can be looked at all the same.
    pub(super) removed: bool,
    pub(super) onlook: Callback<Looking>,
    pub(super) onleave: Callback<Leaving>,
    /// Changes it in another program.
    pub(super) onchange: Callback<Changing>,
    pub(super) onprint: Callback<EventId>,
}

#[component]
pub(super) fn Attachment(props: &AttachmentProps) -> Html {
    let app = use_app();
    let tr = &app.tr;
    let open = use_state(|| false);
    let (one, ops) = (&props.one, &props.ops);
    let Some((newest, earlier)) = one.versions.split_first() else { return html! {} };
    let onversion = {
        let (ops, id) = (ops.clone(), one.id);
        Callback::from(move |()| attach(ops.clone(), Some(id)))
    };
    let onchange = {
        let changing = Changing { attachment: one.id, name: one.name.clone() };
        props.onchange.reform(move |()| changing.clone())
    };
    let onremove = {
        let (ops, id) = (ops.clone(), one.id);
        Callback::from(move |()| ops.edit(vec![CaseChange::RemoveAttachment { id, removed: true }], Some("said-attachment-removed")))
    };
    let onfold = {
        let open = open.clone();
        Callback::from(move |_: MouseEvent| open.set(!*open))
    };
    // A version that is a letter says so; one that was added after it is none.
    let letter = |version: &AttachmentVersionView| {
        let of_it = props.letters.iter().filter(|letter| letter.version == version.id);
        of_it
            .map(|letter| html! { <Signed key={letter.id.to_string()} letter={letter.clone()} removed={props.removed} onprint={props.onprint.clone()} /> })
            .collect::<Html>()
    };
    let look = |version: Option<String>| {
        let looking = Looking { attachment: one.id, version, name: one.name.clone() };
        props.onlook.reform(move |()| looking.clone())
    };
    let list = format!("versions-{}", one.id);
    let picture = one.media_type.starts_with("image/");
    html! {
        <li data-test="attachment" data-attachment={one.id.to_string()}>
            {icon(if picture { Ico::Picture } else { Ico::File })}
            <div>
                <button type="button" class="att__name" data-test="attachment-look" title={one.name.clone()} onclick={look(None).reform(|_: MouseEvent| ())}>{one.name.clone()}</button>
                <small class="wrap">{place(tr, newest)}{" · "}{tr.words().bytes(one.size)}</small>
                if !earlier.is_empty() {
                    <small class="wrap">{tr.f("attachment-newest", &[("who", tr.by(&newest.by).into()), ("when", tr.moment(newest.by.at).into())])}</small>
                }
                {letter(newest)}
                {apart(tr, newest)}
                if app.elsewhere.files.iter().any(|file| (file.case, file.attachment) == (ops.case, one.id)) {
                    <small class="wrap" data-test="attachment-elsewhere">{state("accent", Ico::TrayOut, tr.t("elsewhere-is-out"))}</small>
                }
                { for one.found.clone().map(|found| html! { <Found {found} attachment={one.id} ops={ops.clone()} removed={props.removed} /> }) }
                <fieldset class="plain att__acts" disabled={props.removed}>
                    <Fetched one={one.clone()} version={newest.clone()} newest=true ops={ops.clone()} onleave={props.onleave.clone()} />
                    // What was signed off stays as it is.
                    if props.letters.is_empty() {
                        <Button small=true kind={Kind::Link} hook="attachment-change" label={tr.t("elsewhere-open")} keys={&["C"]}
                            spoken={AttrValue::from(tr.f("elsewhere-open-spoken", &[("name", one.name.clone().into())]))} onclick={onchange} />
                        <Button small=true kind={Kind::Link} hook="attachment-add-version" label={tr.t("attachment-version")} onclick={onversion} />
                    }
                    <Button small=true kind={Kind::Link} label={tr.t("attachment-remove")} onclick={onremove} />
                </fieldset>
                if !earlier.is_empty() {
                    <button type="button" class="att__fold pf-v6-c-button pf-m-link pf-m-small" data-test="attachment-earlier"
                        aria-expanded={open.to_string()} aria-controls={list.clone()} onclick={onfold}>
                        {icon12(if *open { Ico::Up } else { Ico::Down })}
                        <span class="pf-v6-c-button__text">{tr.n("attachment-earlier", earlier.len() as u64)}</span>
                    </button>
                    <ul id={list} class="att__versions" hidden={!*open} aria-label={tr.f("attachment-earlier-of", &[("name", one.name.clone().into())])}>
                        if *open {
                            { for earlier.iter().map(|version| html! {
                                <li key={version.id.clone()} data-test="attachment-version">
                                    <span>{format!("{}, {}", tr.by(&version.by), tr.moment(version.by.at))}</span>
                                    <small class="wrap">
                                        {place(tr, version)}{" · "}{tr.words().bytes(version.size)}
                                        if !version.sent { {" · "}{tr.t("not-sent-yet")} }
                                    </small>
                                    {letter(version)}
                                    {apart(tr, version)}
                                    <div class="att__acts">
                                        <Button small=true kind={Kind::Link} hook="attachment-version-look" label={tr.t("attachment-look")}
                                            spoken={AttrValue::from(spoken(tr, version, tr.t("attachment-look")))} onclick={look(Some(version.id.clone()))} />
                                        <fieldset class="plain att__acts" disabled={props.removed}>
                                            <Fetched one={one.clone()} version={version.clone()} ops={ops.clone()} onleave={props.onleave.clone()} />
                                        </fieldset>
                                    </div>
                                </li>
                            }) }
                        }
                    </ul>
                }
            </div>
        </li>
    }
}

#[derive(Properties, PartialEq)]
struct FoundProps {
    found: FoundView,
    attachment: AttachmentId,
    ops: Ops,
    removed: bool,
}

/// That a file was found after an interruption, and the way to make it the newest version of what it is a copy of.
#[component]
fn Found(props: &FoundProps) -> Html {
    let app = use_app();
    let tr = &app.tr;
    let name = props.found.name.clone();
    let said = match props.found.whole {
        true => tr.f("found-of", &[("name", name.into())]),
        false => tr.f("found-of-cut-off", &[("name", name.into())]),
    };
    let onclick = {
        let (ops, attachment) = (props.ops.clone(), props.attachment);
        Callback::from(move |()| ops.ask(FoundTake { case: ops.case, attachment }, Some("said-found-taken")))
    };
    html! {
        <small class="wrap" data-test="attachment-found">
            {state("conflict", Ico::Fork, said)}
            <Button small=true kind={Kind::Link} hook="found-take" label={tr.t("found-take")} disabled={props.removed} {onclick} />
        </small>
    }
}

#[derive(Properties, PartialEq)]
struct SignedProps {
    letter: LetterFiledView,
    removed: bool,
    onprint: Callback<EventId>,
}

/// Which letter a version is, who signed it off, and the way to paper.
#[component]
fn Signed(props: &SignedProps) -> Html {
    let app = use_app();
    let tr = &app.tr;
    let LetterFiledView { id, title, by, .. } = &props.letter;
    let said = tr.f(
        "letter-filed",
        &[("title", title.clone().into()), ("when", tr.moment(by.at).into()), ("name", tr.named(&by.name, by.me).into())],
    );
    let onclick = {
        let id = *id;
        props.onprint.reform(move |()| id)
    };
    html! {
        <small class="wrap" data-test="attachment-letter">
            {state("success", Ico::Tick, said)}
            <Button small=true kind={Kind::Link} hook="letter-print" label={tr.t("letter-print")} disabled={props.removed}
                spoken={AttrValue::from(tr.f("letter-print-spoken", &[("title", title.clone().into())]))} {onclick} />
        </small>
    }
}

#[derive(Properties, PartialEq)]
struct FetchedProps {
    one: AttachmentView,
    version: AttachmentVersionView,
    #[prop_or_default]
    newest: bool,
    ops: Ops,
    onleave: Callback<Leaving>,
}

/// Saves a version that is here, or fetches it.
#[component]
fn Fetched(props: &FetchedProps) -> Html {
    let app = use_app();
    let tr = &app.tr;
    let (one, version) = (&props.one, &props.version);
    let named = (!props.newest).then(|| version.id.clone());
    let spoken = |act: String| (!props.newest).then(|| spoken(tr, version, act));
    if matches!(version.whereabouts, Whereabouts::Here | Whereabouts::WaitingToBeSent) {
        let leaving = Leaving { attachment: one.id, version: named, name: one.name.clone() };
        let onleave = props.onleave.reform(move |()| leaving.clone());
        let label = tr.t("attachment-save");
        html! { <Button small=true kind={Kind::Link} hook="attachment-save" label={label.clone()} spoken={spoken(label).map(AttrValue::from)} onclick={onleave} /> }
    } else {
        let (ops, attachment) = (props.ops.clone(), one.id);
        let onfetch = Callback::from(move |()| ops.ask(AttachmentFetch { case: ops.case, attachment, version: named.clone() }, None));
        let label = tr.t("attachment-fetch");
        html! { <Button small=true kind={Kind::Link} hook="attachment-fetch" label={label.clone()} spoken={spoken(label).map(AttrValue::from)} onclick={onfetch} /> }
    }
}

/// An act with the version that it is for: of several buttons that look the same, each says it.
fn spoken(tr: &Tr, version: &AttachmentVersionView, act: String) -> String {
    let by = &version.by;
    tr.f("attachment-version-act", &[("act", act.into()), ("who", tr.by(by).into()), ("when", tr.moment(by.at).into())])
}

/// Where the bytes of a version are.
fn place(tr: &Tr, version: &AttachmentVersionView) -> Html {
    match version.whereabouts {
        Whereabouts::Here => state("success", Ico::Tick, tr.t("whereabouts-here")),
        Whereabouts::WaitingToBeSent => state("mute", Ico::TrayOut, tr.t("whereabouts-waiting-to-be-sent")),
        Whereabouts::OnServer => state("mute", Ico::Cloud, tr.t("whereabouts-on-server")),
        Whereabouts::Arriving { done, total } => {
            state("accent", Ico::TrayIn, tr.f("whereabouts-arriving", &[("percent", tr.words().share(done, total).into())]))
        }
        Whereabouts::WithAuthor => {
            state("mute", Ico::Clock, tr.f("whereabouts-with-author", &[("name", tr.named(&version.by.name, version.by.me).into())]))
        }
    }
}

/// That a version is nobody's successor: who added others without knowing of it, and when.
fn apart(tr: &Tr, version: &AttachmentVersionView) -> Html {
    if version.apart.is_empty() {
        return html! {};
    }
    let others: Vec<String> = version.apart.iter().map(|by| format!("{} ({})", tr.named(&by.name, by.me), tr.moment(by.at))).collect();
    let said = tr.f("attachment-apart", &[("who", tr.words().list(&others).into())]);
    html! { <small class="wrap" data-test="attachment-apart">{state("conflict", Ico::Fork, said)}</small> }
}
