//! Writing a letter: which, to whom, in what language; its words beside the paper that they will stand on; then it is signed off and filed.

use praesto_contract::{
    ApiError, CaseView, DecisionId, LetterDraft, LetterDraftView, LetterMake, LetterOfferView, LetterSheet, ParagraphKind, SeenDecision,
};
use praesto_domain::letters::{from_text, gaps, titled, to_text};
use praesto_words::Language;
use wasm_bindgen::JsCast;
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use super::{
    acts,
    ops::{Ops, use_submit},
    paper::Paper,
};
use crate::{
    backend::Newest,
    components::{Button, Dialog, Field, Foot, Kind, Problem, select_value},
    drafts::use_draft,
    i18n::code,
    keys::{ctrl, focus},
    state::{State, use_app},
};

/// Id of the field for the words.
const TEXT: &str = "letter-text";

#[derive(Properties, PartialEq)]
pub(super) struct WriteLetterProps {
    pub(super) view: CaseView,
    pub(super) ops: Ops,
    /// The decision that it is to be on.
    pub(super) decision: Option<DecisionId>,
    pub(super) onclose: Callback<()>,
}

/// Which letter is being written.
#[derive(Clone, Debug, PartialEq)]
struct What {
    letter: String,
    decision: Option<DecisionId>,
    language: String,
}

impl What {
    /// How drafts name it.
    fn key(&self) -> String {
        let decision = self.decision.map(|decision| decision.to_string()).unwrap_or_default();
        format!("{} {} {decision}", self.letter, self.language)
    }

    fn is(&self, offer: &LetterOfferView) -> bool {
        offer.letter == self.letter && offer.decision == self.decision
    }

    /// What a draft was of, where that is on offer still.
    fn read(key: &str, view: &CaseView) -> Option<Self> {
        let mut parts = key.splitn(3, ' ');
        let (letter, language, decision) = (parts.next()?.to_owned(), parts.next()?.to_owned(), parts.next()?.parse().ok());
        let what = Self { letter, decision, language };
        acts::letters(view).any(|offer| what.is(offer)).then_some(what)
    }

    /// Where one begins: with the letter on the decision that was named, else with the first that may be written.
    fn first(app: &State, view: &CaseView, decision: Option<DecisionId>) -> Option<Self> {
        let on = |offer: &&LetterOfferView| decision.is_none() || offer.decision == decision;
        let free = acts::letters(view).filter(on).find(|offer| offer.refused.is_none());
        let offer = free.or_else(|| acts::letters(view).find(on))?;
        Some(Self::of(app, view, offer))
    }

    fn of(app: &State, view: &CaseView, offer: &LetterOfferView) -> Self {
        let written = languages(app, view, &offer.letter);
        let knows = |language: &str| written.iter().any(|one| one == language).then(|| language.to_owned());
        // People are written to in the language in which they were before.
        let before = view.letters.first().and_then(|letter| knows(&letter.language));
        let language = before.or_else(|| knows(app.tr.language().code())).or_else(|| written.first().cloned()).unwrap_or_default();
        Self { letter: offer.letter.clone(), decision: offer.decision, language }
    }
}

/// Languages that a letter is written in.
fn languages(app: &State, view: &CaseView, letter: &str) -> Vec<String> {
    let known = app.case_type(&view.case_type).and_then(|one| one.letters.iter().find(|one| one.id == letter));
    known.map(|one| one.languages.clone()).unwrap_or_default()
}

#[component]
pub(super) fn WriteLetter(props: &WriteLetterProps) -> Html {
    let app = use_app();
    let tr = &app.tr;
    let view = &props.view;
    let kept = use_draft("letter-what");
    let what = use_state(|| {
        let kept = kept.typed().filter(|_| props.decision.is_none()).and_then(|key| What::read(&key, view));
        kept.or_else(|| What::first(&app, view, props.decision))
    });
    let key = what.as_ref().map(What::key).unwrap_or_default();
    let (text, to) = (use_draft(format!("{TEXT} {key}")), use_draft(format!("letter-to {key}")));
    // Where another letter was begun last, that is what is gone on with.
    let last = Some(&kept).filter(|kept| kept.typed().is_some_and(|last| last == key));
    let drafts: Vec<_> = last.into_iter().chain([&text, &to]).cloned().collect();
    let filled = use_state(|| None::<(String, Result<LetterDraftView, ApiError>)>);
    let newest = use_memo((), |()| Newest::default());
    let tried = use_state(|| false);
    let submit = use_submit();
    use_effect_with((), |()| focus("#letter-which"));
    {
        let (filled, case) = (filled.setter(), view.id);
        // What changes in the case meanwhile is in the letter at once, unless its words were typed over.
        use_effect_with(((*what).clone(), view.changed.at), move |(what, _)| {
            if let Some(What { letter, decision, language }) = what.clone() {
                let key = what.as_ref().map(What::key).unwrap_or_default();
                newest.run(LetterDraft { case, letter, language, decision }, move |answer| filled.set(Some((key, answer))));
            }
        });
    }
    let offer = what.as_ref().and_then(|what| acts::letters(view).find(|offer| what.is(offer)).cloned());
    let refused = offer.as_ref().and_then(|offer| offer.refused);
    let answer = filled.as_ref().filter(|(of, _)| *of == key).map(|(_, answer)| answer);
    let (draft, unfilled) = match answer {
        Some(Ok(draft)) => (Some(draft.clone()), None),
        Some(Err(error)) => (None, Some(error.clone())),
        None => (None, None),
    };
    let as_filled = draft.as_ref().map(|draft| to_text(&draft.sheet.paragraphs)).unwrap_or_default();
    let words = text.typed().unwrap_or(as_filled);
    let recipients = draft.as_ref().map(|draft| draft.recipients.clone()).unwrap_or_default();
    let address = to.typed().unwrap_or_else(|| recipients.first().map(|lines| lines.join("\n")).unwrap_or_default());
    let lines: Vec<String> = address.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect();
    let title = draft.as_ref().map(|draft| draft.sheet.title.clone()).unwrap_or_default();
    let paragraphs = titled(from_text(&words), &title);
    let says = paragraphs.iter().any(|one| matches!(one.kind, ParagraphKind::Text | ParagraphKind::Item));
    let mut open: Vec<String> = Vec::new();
    for gap in gaps(&words) {
        if !open.iter().any(|one| one == gap.wanted) {
            open.push(gap.wanted.to_owned());
        }
    }
    let onwhich = {
        let (what, app, view) = (what.setter(), app.clone(), view.clone());
        Callback::from(move |event: Event| {
            let chosen = select_value(&event);
            what.set(
                acts::letters(&view).enumerate().find(|(at, _)| at.to_string() == chosen).map(|(_, offer)| What::of(&app, &view, offer)),
            );
        })
    };
    let onlanguage = {
        let what = what.clone();
        Callback::from(move |event: Event| what.set((*what).clone().map(|what| What { language: select_value(&event), ..what })))
    };
    // Which letter a draft is of is kept with it.
    let keep = |draft: &crate::drafts::Draft| {
        let (kept, key, tried) = (kept.clone(), key.clone(), tried.setter());
        draft.oninput_and(move || {
            kept.set(key.clone());
            tried.set(false);
        })
    };
    let onto = {
        let (to, kept, key, recipients) = (to.clone(), kept.clone(), key.clone(), recipients.clone());
        Callback::from(move |event: Event| {
            let chosen: Option<usize> = select_value(&event).parse().ok();
            kept.set(key.clone());
            to.set(chosen.and_then(|at| recipients.get(at)).map(|lines| lines.join("\n")).unwrap_or_default());
            focus("#letter-address");
        })
    };
    let ongap = {
        let words = words.clone();
        Callback::from(move |()| select_gap(&words))
    };
    let onkeydown = {
        let ongap = ongap.clone();
        Callback::from(move |event: KeyboardEvent| {
            if ctrl(&event, "g") {
                event.prevent_default();
                ongap.emit(());
            }
        })
    };
    let onsubmit = {
        let (ops, onclose, submit, drafts, tried) =
            (props.ops.clone(), props.onclose.clone(), submit.clone(), drafts.clone(), tried.setter());
        let (what, draft, words, lines, paragraphs, open) =
            ((*what).clone(), draft.clone(), words.clone(), lines.clone(), paragraphs.clone(), open.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            tried.set(true);
            let (Some(What { letter, decision, language }), Some(draft), None) = (what.clone(), &draft, refused) else {
                return focus("#letter-which");
            };
            if lines.is_empty() {
                return focus("#letter-address");
            }
            if !says {
                return focus("#letter-text");
            }
            if !open.is_empty() {
                return select_gap(&words);
            }
            let decision = decision.zip(draft.fingerprint.clone()).map(|(decision, fingerprint)| SeenDecision { decision, fingerprint });
            let (case, recipient, paragraphs, onclose) = (ops.case, lines.clone(), paragraphs.clone(), onclose.clone());
            let request = move |drafts| LetterMake { case, letter, language, decision, recipient, paragraphs, drafts };
            submit.send(&ops, drafts.clone(), "said-letter-filed", request, move || onclose.emit(()));
        })
    };
    let none = acts::letters(view).next().is_none();
    let why_not = match refused {
        Some(why) => Some(tr.words().coded("act-refused", &code(&why))),
        None if none => Some(tr.t("letter-none")),
        None => (*tried && what.is_none()).then(|| tr.t("letter-missing")),
    };
    let listed = recipients.iter().position(|lines| lines.join("\n") == address);
    let address_missing = (*tried && lines.is_empty() && draft.is_some()).then(|| tr.t("letter-address-missing"));
    let text_wrong = match (*tried && draft.is_some(), says, open.is_empty()) {
        (true, false, _) => Some(tr.t("letter-text-missing")),
        (true, true, false) => Some(tr.f("letter-gaps", &[("count", open.len().into()), ("gaps", tr.words().list(&open).into())])),
        _ => None,
    };
    let sheet = draft.as_ref().map(|draft| LetterSheet { recipient: lines, paragraphs, ..draft.sheet.clone() });
    html! {
        <Dialog id="letter-dialog" wide=true title={tr.f("letter-title", &[("reference", view.reference.clone().into())])} lead={tr.t("letter-lead")} onclose={props.onclose.clone()}>
            <form class="pf-v6-c-form stack16" {onsubmit} {onkeydown} novalidate=true>
                <div class="g2">
                    <div class="pf-v6-c-form__group">
                        <div class="pf-v6-c-form__group-label"><label class="pf-v6-c-form__label" for="letter-which"><span class="pf-v6-c-form__label-text">{tr.t("letter-which")}</span></label></div>
                        <span class="pf-v6-c-form-control"><select id="letter-which" onchange={onwhich} aria-describedby="letter-about" aria-invalid={why_not.is_some().to_string()}>
                            if offer.is_none() { <option value="" selected=true>{tr.t("letter-choose")}</option> }
                            { for acts::letters(view).enumerate().map(|(at, one)| html! {
                                <option value={at.to_string()} selected={offer.as_ref() == Some(one)}>{app.letter_name(&view.case_type, &one.letter)}</option>
                            }) }
                        </select></span>
                        <div id="letter-about">{ for why_not.map(|why| html! { <p class="helper helper--wrong" data-test="letter-refused">{why}</p> }) }</div>
                    </div>
                    { for what.as_ref().map(|what| html! {
                        <div class="pf-v6-c-form__group">
                            <div class="pf-v6-c-form__group-label"><label class="pf-v6-c-form__label" for="letter-language"><span class="pf-v6-c-form__label-text">{tr.t("letter-language")}</span></label></div>
                            <span class="pf-v6-c-form-control"><select id="letter-language" onchange={onlanguage.clone()}>
                                { for languages(&app, view, &what.letter).into_iter().map(|one| html! {
                                    <option lang={one.clone()} value={one.clone()} selected={one == what.language}>{Language::from_tag(&one).map_or(one.clone(), |language| language.native_name().to_owned())}</option>
                                }) }
                            </select></span>
                        </div>
                    }) }
                </div>
                <Problem error={unfilled.filter(|_| refused.is_none())} />
                if let (Some(sheet), None) = (sheet, refused) {
                    <div class="letter">
                        <div class="stack12">
                            if !recipients.is_empty() {
                                <div class="pf-v6-c-form__group">
                                    <div class="pf-v6-c-form__group-label"><label class="pf-v6-c-form__label" for="letter-to"><span class="pf-v6-c-form__label-text">{tr.t("letter-to")}</span></label></div>
                                    <span class="pf-v6-c-form-control"><select id="letter-to" onchange={onto}>
                                        { for recipients.iter().enumerate().map(|(at, lines)| html! {
                                            <option value={at.to_string()} selected={listed == Some(at)}>{lines.first().cloned().unwrap_or_default()}</option>
                                        }) }
                                        <option value="" selected={listed.is_none()}>{tr.t("letter-to-other")}</option>
                                    </select></span>
                                </div>
                            }
                            <Field id="letter-address" label={tr.t("letter-address")} help={tr.t("letter-address-help")} rows={3} value={address} wrong={address_missing} oninput={keep(&to)} />
                            <Field id={TEXT} label={tr.t("letter-text")} help={tr.t("letter-text-help")} rows={16} value={words} wrong={text_wrong} oninput={keep(&text)} />
                            <div class="row wrap" data-test="letter-gaps">
                                <span class="s t2" role="status">{tr.f("letter-gaps", &[("count", open.len().into()), ("gaps", tr.words().list(&open).into())])}</span>
                                if !open.is_empty() { <Button id="letter-gap" small=true kind={Kind::Secondary} label={tr.t("letter-gap-next")} keys={&["Ctrl", "G"]} onclick={ongap} /> }
                            </div>
                        </div>
                        <section class="letter__sheet" aria-labelledby="letter-preview">
                            <h3 id="letter-preview">{tr.t("letter-preview")}</h3>
                            <Paper {sheet} />
                        </section>
                    </div>
                } else if what.is_some() && answer.is_none() {
                    <p class="s t3" role="status">{tr.t("letter-filling")}</p>
                }
                <Foot id="letter-do" label={tr.t("letter-make")} error={submit.error()} {drafts} oncancel={props.onclose.clone()} />
            </form>
        </Dialog>
    }
}

/// Selects the gap after the one that the keyboard stands at, or the first.
fn select_gap(words: &str) {
    let found = gloo_utils::document().get_element_by_id(TEXT).and_then(|field| field.dyn_into::<HtmlTextAreaElement>().ok());
    let Some(field) = found else { return };
    // Fields count in units of UTF-16.
    let units = |end: usize| u32::try_from(words[..end].encode_utf16().count()).unwrap_or(u32::MAX);
    let all: Vec<(u32, u32)> = gaps(words).into_iter().map(|gap| (units(gap.at.start), units(gap.at.end))).collect();
    let stands = field.selection_end().ok().flatten().unwrap_or_default();
    let Some((start, end)) = all.iter().find(|(start, _)| *start >= stands).or_else(|| all.first()).copied() else { return };
    // A field that cannot take the focus shows its gaps all the same.
    let _ = field.focus();
    let _ = field.set_selection_range(start, end);
}
