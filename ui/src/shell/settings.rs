//! Settings of this profile: language, look, lock, keys.

use praesto_contract::{ApiError, Contrast, Desk, DeskGet, SYSTEM_LANGUAGE, SettingsSet, TEXT_SIZES, Theme};
use praesto_words::Language;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::{
    backend,
    components::{Button, Dialog, Ico, Problem, Radio, select_value},
    look,
    state::{Act, Layer, use_app},
};

/// Lock times on offer, in minutes; 0 is never.
const MINUTES: [u32; 6] = [2, 5, 10, 20, 60, 0];

#[derive(Properties, PartialEq)]
pub(super) struct SettingsDialogProps {
    pub(super) onclose: Callback<()>,
}

#[component]
pub(super) fn SettingsDialog(props: &SettingsDialogProps) -> Html {
    let app = use_app();
    let tr = &app.tr;
    let error = use_state(|| None::<ApiError>);
    let desk = use_state(Desk::default);
    {
        let desk = desk.setter();
        use_effect_with((), move |()| backend::run(DeskGet {}, move |answer| desk.set(answer.unwrap_or_default())));
    }
    let set = {
        let (app, error) = (app.clone(), error.clone());
        move |change: SettingsSet| {
            let error = error.clone();
            look::set_or_take_back(&app, change, move |problem| error.set(problem));
        }
    };
    let settings = app.settings.clone();
    let onlanguage = {
        let set = set.clone();
        Callback::from(move |event: Event| set(SettingsSet { language: Some(select_value(&event)), ..SettingsSet::default() }))
    };
    let onminutes = {
        let set = set.clone();
        Callback::from(move |event: Event| set(SettingsSet { lock_minutes: select_value(&event).parse().ok(), ..SettingsSet::default() }))
    };
    let onsize = {
        let set = set.clone();
        Callback::from(move |event: Event| set(SettingsSet { text_percent: select_value(&event).parse().ok(), ..SettingsSet::default() }))
    };
    let oncontrast = |contrast: Contrast| {
        let set = set.clone();
        Callback::from(move |()| set(SettingsSet { contrast: Some(contrast), ..SettingsSet::default() }))
    };
    let ontheme = |theme: Theme| {
        let set = set.clone();
        Callback::from(move |()| set(SettingsSet { theme: Some(theme), ..SettingsSet::default() }))
    };
    let onletters = {
        let set = set.clone();
        Callback::from(move |event: Event| {
            let letter_keys = event.target_unchecked_into::<HtmlInputElement>().checked();
            set(SettingsSet { letter_keys: Some(letter_keys), ..SettingsSet::default() });
        })
    };
    let onhints = {
        let set = set.clone();
        Callback::from(move |event: Event| {
            let hints = event.target_unchecked_into::<HtmlInputElement>().checked();
            set(SettingsSet { hints: Some(hints), ..SettingsSet::default() });
        })
    };
    let onnotices = {
        let set = set.clone();
        Callback::from(move |event: Event| {
            let notices = event.target_unchecked_into::<HtmlInputElement>().checked();
            set(SettingsSet { notices: Some(notices), ..SettingsSet::default() });
        })
    };
    let onstay = {
        let set = set.clone();
        Callback::from(move |event: Event| {
            let stay = event.target_unchecked_into::<HtmlInputElement>().checked();
            set(SettingsSet { stay: Some(stay), ..SettingsSet::default() });
        })
    };
    let layer = |layer: Layer| {
        let app = app.clone();
        Callback::from(move |()| app.dispatch(Act::Layer(layer)))
    };
    let contrasts = [(Contrast::System, "system"), (Contrast::More, "more")];
    let themes = [(Theme::System, "system"), (Theme::Light, "light"), (Theme::Dark, "dark")];
    html! {
        <Dialog id="settings-dialog" wide=true title={tr.t("settings")} lead={tr.t("settings-lead")} onclose={props.onclose.clone()}>
            <div class="stack16">
                <Problem error={(*error).clone()} />
                <div class="g2 settings">
                    <div class="pf-v6-c-form__group">
                        <label class="pf-v6-c-form__label" for="set-language"><span class="pf-v6-c-form__label-text">{tr.t("language")}</span></label>
                        <span class="pf-v6-c-form-control"><select id="set-language" onchange={onlanguage}>
                            <option value={SYSTEM_LANGUAGE} selected={settings.language.is_none()}>{tr.t("language-system")}</option>
                            { for Language::ALL.map(|language| html! {
                                <option value={language.code()} lang={language.code()} selected={settings.language.as_deref() == Some(language.code())}>{language.native_name()}</option>
                            }) }
                        </select></span>
                    </div>
                    <div class="pf-v6-c-form__group">
                        <label class="pf-v6-c-form__label" for="set-size"><span class="pf-v6-c-form__label-text">{tr.t("settings-text-size")}</span></label>
                        <span class="pf-v6-c-form-control"><select id="set-size" onchange={onsize}>
                            { for TEXT_SIZES.map(|size| html! {
                                <option value={size.to_string()} selected={settings.text_percent == size}>{tr.words().percent(size)}</option>
                            }) }
                        </select></span>
                    </div>
                    {choice("theme", &tr.t("settings-theme"), themes.map(|(theme, code)| html! {
                        <Radio id={format!("theme-{code}")} name="theme" label={tr.t(&format!("theme-{code}"))} checked={settings.theme == theme} onchoose={ontheme(theme)} />
                    }).into())}
                    {choice("contrast", &tr.t("settings-contrast"), contrasts.map(|(contrast, code)| html! {
                        <Radio id={format!("contrast-{code}")} name="contrast" label={tr.t(&format!("contrast-{code}"))} checked={settings.contrast == contrast} onchoose={oncontrast(contrast)} />
                    }).into())}
                    <div class="pf-v6-c-form__group">
                        <label class="pf-v6-c-form__label" for="set-lock"><span class="pf-v6-c-form__label-text">{tr.t("settings-lock")}</span></label>
                        <span class="pf-v6-c-form-control"><select id="set-lock" onchange={onminutes}>
                            { for minutes(settings.lock_minutes).into_iter().map(|minutes| html! {
                                <option value={minutes.to_string()} selected={settings.lock_minutes == minutes}>
                                    {if minutes == 0 { tr.t("settings-lock-never") } else { tr.words().duration(u64::from(minutes) * 60) }}</option>
                            }) }
                        </select></span>
                    </div>
                    <Button id="change-key" small=true ico={Ico::Key} label={tr.t("key-change")} onclick={layer(Layer::Key)} />
                </div>
                <div class="g2 settings">
                    <label class="check">
                        <input type="checkbox" class="pf-v6-c-check__input" id="set-letters" checked={settings.letter_keys} onchange={onletters} />
                        <span>{tr.t("settings-letters")}<br /><span class="xs t3">{tr.t("settings-letters-help")}</span></span>
                    </label>
                    <label class="check">
                        <input type="checkbox" class="pf-v6-c-check__input" id="set-hints" checked={settings.hints} onchange={onhints} />
                        <span>{tr.t("settings-hints")}</span>
                    </label>
                    <label class="check">
                        <input type="checkbox" class="pf-v6-c-check__input" id="set-notices" checked={settings.notices} onchange={onnotices} />
                        <span>{tr.t("settings-notices")}<br /><span class="xs t3">{tr.t("settings-notices-help")}</span></span>
                    </label>
                    // Where there is no tray it can be switched off, and not on.
                    if desk.tray || settings.stay {
                        <label class="check">
                            <input type="checkbox" class="pf-v6-c-check__input" id="set-stay" checked={settings.stay} onchange={onstay} />
                            <span>{tr.t("settings-stay")}<br /><span class="xs t3">{tr.t(if desk.tray { "settings-stay-help" } else { "settings-stay-no-tray" })}</span></span>
                        </label>
                    }
                </div>
                <div class="line-top row wrap">
                    <Button id="set-proxy" small=true ico={Ico::Cloud} label={tr.t("proxy-open")} onclick={layer(Layer::Proxy)} />
                    <Button id="set-keys" small=true label={tr.t("settings-keys")} keys={&["F1"]} onclick={layer(Layer::Keys)} />
                    if settings.letter_keys {
                        <Button id="set-own-keys" small=true label={tr.t("own-keys-open")} onclick={layer(Layer::OwnKeys)} />
                    }
                </div>
            </div>
        </Dialog>
    }
}

/// A question with a few answers, side by side.
fn choice(name: &str, label: &str, answers: Vec<Html>) -> Html {
    let id = format!("set-{name}");
    html! {
        <div role="radiogroup" aria-labelledby={id.clone()}>
            <div class="pf-v6-c-form__label q__label" {id}><span class="pf-v6-c-form__label-text">{label}</span></div>
            <div class="inline">{answers}</div>
        </div>
    }
}

/// The times on offer with the one that is set, should it be another.
fn minutes(set: u32) -> Vec<u32> {
    let mut all = MINUTES.to_vec();
    if !all.contains(&set) {
        all.insert(0, set);
    }
    all
}
