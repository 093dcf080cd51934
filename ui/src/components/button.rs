//! Buttons that show their key.

use yew::{html::IntoPropValue, prelude::*};

use super::{Ico, icon14};
use crate::state::use_app;

/// How much a button matters. One primary button a screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Kind {
    Primary,
    #[default]
    Secondary,
    Tertiary,
    Link,
}

/// Keys that do what a button does, such as `Ctrl` and `K`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Keys(pub(crate) &'static [&'static str]);

impl<const N: usize> IntoPropValue<Keys> for &'static [&'static str; N] {
    fn into_prop_value(self) -> Keys {
        Keys(self)
    }
}

#[derive(Properties, PartialEq)]
pub(crate) struct ButtonProps {
    pub(crate) label: AttrValue,
    #[prop_or_default]
    pub(crate) id: Option<AttrValue>,
    #[prop_or_default]
    pub(crate) kind: Kind,
    #[prop_or_default]
    pub(crate) small: bool,
    #[prop_or_default]
    pub(crate) ico: Option<Ico>,
    #[prop_or_default]
    pub(crate) keys: Keys,
    #[prop_or_default]
    pub(crate) disabled: bool,
    #[prop_or_default]
    pub(crate) submit: bool,
    /// Shows the icon alone; the label is read out.
    #[prop_or_default]
    pub(crate) plain: bool,
    /// What is read out instead of the label, where that does not say enough; it begins with the label.
    #[prop_or_default]
    pub(crate) spoken: Option<AttrValue>,
    #[prop_or_default]
    pub(crate) hook: Option<AttrValue>,
    #[prop_or_default]
    pub(crate) onclick: Callback<()>,
    #[prop_or_default]
    pub(crate) class: Classes,
}

#[component]
pub(crate) fn Button(props: &ButtonProps) -> Html {
    let app = use_app();
    let letters = app.settings.letter_keys;
    // A letter that is switched off is not shown either.
    let shown = match props.keys.0 {
        [one] | ["Shift", one] if !letters && one.len() == 1 && one.chars().all(char::is_alphanumeric) => &[],
        keys => keys,
    };
    let onclick = {
        let onclick = props.onclick.clone();
        Callback::from(move |event: MouseEvent| {
            event.stop_propagation();
            onclick.emit(());
        })
    };
    let kind = match props.kind {
        _ if props.plain => "pf-m-plain",
        Kind::Primary => "pf-m-primary",
        Kind::Secondary => "pf-m-secondary",
        Kind::Tertiary => "pf-m-tertiary",
        Kind::Link => "pf-m-link",
    };
    let class = classes!("pf-v6-c-button", kind, props.small.then_some("pf-m-small"), props.class.clone());
    let kind = if props.submit { "submit" } else { "button" };
    let name = props.plain.then(|| props.label.clone());
    // The name that is read out holds all that is seen: whoever commands by voice says what they see.
    let spoken = props.spoken.clone().map(|spoken| match spoken.strip_prefix(props.label.as_str()) {
        Some(rest) if !props.plain && !shown.is_empty() => {
            let keys = crate::keys::shown(&app.tr, shown);
            AttrValue::from(format!("{} {}{rest}", props.label, keys.concat()))
        }
        _ => spoken,
    });
    let start = if props.plain { None } else { Some("pf-m-start") };
    html! {
        <button type={kind} id={props.id.clone()} data-test={props.hook.clone()} {class} disabled={props.disabled} aria-label={spoken.or(name.clone())} title={name} {onclick}>
            { for props.ico.map(|ico| html! { <span class={classes!("pf-v6-c-button__icon", start)}>{icon14(ico)}</span> }) }
            if !props.plain {
                <span class="pf-v6-c-button__text">{props.label.clone()}</span>
                {" "}
                {keys(shown)}
            }
        </button>
    }
}

/// Keys as little caps. Readers of the screen hear them in the list of all keys, not in every name.
pub(crate) fn keys(keys: &'static [&'static str]) -> Html {
    html! { <Caps keys={Keys(keys)} /> }
}

#[derive(Properties, PartialEq)]
struct CapsProps {
    keys: Keys,
}

#[component]
fn Caps(props: &CapsProps) -> Html {
    let tr = &use_app().tr;
    if props.keys.0.is_empty() {
        return html! {};
    }
    html! { <span class="keys" aria-hidden="true">{ for crate::keys::shown(tr, props.keys.0).into_iter().map(|key| html! { <kbd>{key}</kbd> }) }</span> }
}
