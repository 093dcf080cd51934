//! The first screen: join an office, make one, look around in a sample office, or restore a backup. Three questions at most each.

mod join;
mod make;
mod restore;
mod sample;
mod start;

use gloo_timers::callback::Timeout;
use praesto_contract::{AppStatus, SettingsSet};
use praesto_words::Language;
use web_sys::KeyboardEvent;
use yew::prelude::*;

use crate::{
    components::{Ico, icon, mark},
    keys::{focus, letter, use_keys},
    look,
    route::{Area, Route},
    shell::{
        all_keys::AllKeys,
        keybar::{Hint, KeyBar},
    },
    state::{Act, Layer, use_app},
};

/// A way to start.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    Join,
    Make,
    Restore,
    Sample,
}

impl Way {
    const ALL: [Self; 4] = [Self::Join, Self::Make, Self::Sample, Self::Restore];

    fn code(self) -> &'static str {
        match self {
            Self::Join => "join",
            Self::Make => "make",
            Self::Restore => "restore",
            Self::Sample => "sample",
        }
    }
}

#[derive(Properties, PartialEq)]
pub(crate) struct WelcomeProps {
    pub(crate) keyring: bool,
}

#[component]
pub(crate) fn Welcome(props: &WelcomeProps) -> Html {
    let app = use_app();
    let tr = &app.tr;
    let way = use_state(|| Way::Join);
    // Nothing is left of what was open before, in a sample office. Where nothing was, the window goes nowhere.
    use_effect_with((), |()| {
        let begins = Route::area(Area::Today);
        if Route::current() != begins {
            Timeout::new(0, move || begins.go()).forget();
        }
    });
    {
        let way = way.clone();
        let app = app.clone();
        use_keys(false, move |event: &KeyboardEvent| {
            if event.key() == "F1" {
                app.dispatch(Act::Layer(Layer::Keys));
                return true;
            }
            let Some(key) = letter(event, true) else { return false };
            let Some(chosen) = key.parse::<usize>().ok().and_then(|number| Way::ALL.get(number.wrapping_sub(1))) else { return false };
            way.set(*chosen);
            true
        });
    }
    let choose = |chosen: Way| {
        let way = way.clone();
        Callback::from(move |_: Event| way.set(chosen))
    };
    let ondone = {
        let app = app.clone();
        Callback::from(move |status: AppStatus| app.dispatch(Act::Status(status)))
    };
    let onback = Callback::from(|()| focus(".opt.on input"));
    let form = match *way {
        Way::Join => html! { <join::Join keyring={props.keyring} {ondone} {onback} /> },
        Way::Make => html! { <make::Make keyring={props.keyring} {ondone} {onback} /> },
        Way::Restore => html! { <restore::Restore keyring={props.keyring} {ondone} {onback} /> },
        Way::Sample => html! { <sample::Sample {ondone} {onback} /> },
    };
    let hints = vec![
        Hint::new(&["1", "2", "3", "4"], tr.t("hint-choose")),
        Hint::new(&["Tab"], tr.t("hint-next-field")),
        Hint::new(&["F1"], tr.t("hint-all-keys")),
    ];
    html! {
        <div class="w">
            <section class="w__l" aria-label={tr.t("welcome-ways")}>
                <div class="brand">{mark()}<b>{"Praesto"}</b></div>
                <h1>{tr.t("welcome-title")}</h1>
                <p>{tr.t("welcome-lead")}</p>
                <div class="opts" role="radiogroup" aria-label={tr.t("welcome-question")}>
                    { for Way::ALL.into_iter().enumerate().map(|(at, one)| html! {
                        <label class={classes!("opt", (*way == one).then_some("on"))} id={format!("way-{}", one.code())}>
                            <input type="radio" class="pf-v6-c-radio__input" name="way" checked={*way == one} onchange={choose(one)}
                                aria-describedby={format!("way-{}-text", one.code())} />
                            <b>{tr.t(&format!("welcome-{}", one.code()))}</b>
                            <kbd aria-hidden="true">{(at + 1).to_string()}</kbd>
                            <p id={format!("way-{}-text", one.code())}>{tr.t(&format!("welcome-{}-text", one.code()))}</p>
                        </label>
                    }) }
                </div>
                <Languages />
            </section>
            <main class="w__r" id="main"><div class="in">{form}</div></main>
            <KeyBar {hints} note={tr.t(&format!("welcome-{}-note", way.code()))} />
            if app.layer == Layer::Keys {
                <AllKeys />
            }
        </div>
    }
}

/// The row of languages, each in its own name.
#[component]
pub(crate) fn Languages() -> Html {
    let app = use_app();
    let choose = |language: Language| {
        let app = app.clone();
        Callback::from(move |_: MouseEvent| {
            // The words are there already; a language that is not kept is asked for again at the next start.
            look::set(&app, SettingsSet { language: Some(language.code().to_owned()), ..SettingsSet::default() }, |_| ());
        })
    };
    html! {
        <nav class="langs" aria-label={app.tr.t("language")}>
            { for Language::ALL.map(|language| html! {
                <button type="button" lang={language.code()} id={format!("language-{}", language.code())}
                    aria-current={(app.tr.language() == language).then_some("true")} onclick={choose(language)}>{language.native_name()}</button>
            }) }
        </nav>
    }
}

/// A numbered question.
pub(super) fn question(number: u32, content: Html) -> Html {
    html! { <div class="q"><span class="no" aria-hidden="true">{number.to_string()}</span><div>{content}</div></div> }
}

/// A list of what happens next.
pub(super) fn what_happens(title: String, lines: Vec<(Ico, String)>) -> Html {
    html! {
        <div class="next-box">
            <h3>{title}</h3>
            <ul class="next">{ for lines.into_iter().map(|(ico, text)| html! { <li>{icon(ico)}<span>{text}</span></li> }) }</ul>
        </div>
    }
}
