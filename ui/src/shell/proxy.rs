//! How the server is reached. What is typed can be tried before it is kept.

use praesto_contract::{ApiError, ConnectionTried, ConnectionTry, Proxy, ProxyGet, ProxyKind, ProxyLogin, ProxySet, ProxyView, SecretText};
use yew::prelude::*;

use crate::{
    backend::{self, Newest},
    components::{Ask, Button, Field, Ico, Problem, Radio, state, use_sending},
    i18n::code,
    keys::{ctrl, focus, use_keys},
    state::{Act, Layer, use_app},
};

/// What stands in the dialog.
#[derive(Clone, Default, PartialEq)]
struct Typed {
    proxy: Proxy,
    user: String,
    /// None until somebody types one: the one that is kept stays.
    password: Option<String>,
}

impl Typed {
    fn of(view: &ProxyView) -> Self {
        Self { proxy: view.proxy.clone(), user: view.user.clone(), password: None }
    }

    fn login(&self) -> ProxyLogin {
        ProxyLogin { user: self.user.trim().to_owned(), password: self.password.clone().map(SecretText::new) }
    }

    /// The field that lacks something.
    fn wrong(&self) -> Option<&'static str> {
        (self.proxy.kind == ProxyKind::ByHand && self.proxy.address.trim().is_empty()).then_some("#proxy-address")
    }
}

#[derive(Properties, PartialEq)]
pub(crate) struct ProxyDialogProps {
    /// Invitation that names the server to try, before there is an office.
    #[prop_or_default]
    pub(crate) code: Option<AttrValue>,
    /// The same as typed.
    #[prop_or_default]
    pub(crate) server: Option<AttrValue>,
}

#[component]
pub(crate) fn ProxyDialog(props: &ProxyDialogProps) -> Html {
    let app = use_app();
    let tr = &app.tr;
    let kept = use_state(|| None::<ProxyView>);
    let typed = use_state(Typed::default);
    let tried = use_state(|| false);
    let came = use_state(|| None::<Result<ConnectionTried, ApiError>>);
    let trying = use_state(|| false);
    let newest = use_memo((), |()| Newest::default());
    let sending = use_sending();
    {
        let (kept, typed) = (kept.setter(), typed.setter());
        use_effect_with((), move |()| {
            backend::run(ProxyGet {}, move |answer| {
                if let Ok(view) = answer {
                    typed.set(Typed::of(&view));
                    kept.set(Some(view));
                }
            });
        });
    }
    let onclose = {
        let app = app.clone();
        Callback::from(move |()| app.dispatch(Act::Layer(Layer::None)))
    };
    // What came of trying holds for what was tried, and for nothing that was typed since.
    let change = {
        let (typed, came, trying, newest) = (typed.clone(), came.setter(), trying.setter(), newest.clone());
        move |edit: fn(&mut Typed, String)| {
            let (typed, came, trying, newest) = (typed.clone(), came.clone(), trying.clone(), newest.clone());
            Callback::from(move |text: String| {
                let mut next = (*typed).clone();
                edit(&mut next, text);
                typed.set(next);
                came.set(None);
                newest.overtake();
                trying.set(false);
            })
        }
    };
    let choose = |kind: ProxyKind| {
        let (typed, came) = (typed.clone(), came.setter());
        let (trying, newest) = (trying.setter(), newest.clone());
        Callback::from(move |()| {
            typed.set(Typed { proxy: Proxy { kind, ..typed.proxy.clone() }, ..(*typed).clone() });
            came.set(None);
            newest.overtake();
            trying.set(false);
        })
    };
    let ontry = {
        let (typed, tried, came, trying, newest) = (typed.clone(), tried.setter(), came.setter(), trying.clone(), newest.clone());
        let (code, server) = (props.code.clone(), props.server.clone());
        Callback::from(move |()| {
            if let Some(wrong) = typed.wrong() {
                tried.set(true);
                focus(wrong);
                return;
            }
            if *trying {
                return;
            }
            trying.set(true);
            came.set(None);
            let request = ConnectionTry {
                proxy: typed.proxy.clone(),
                login: typed.login(),
                code: code.as_ref().map(ToString::to_string),
                server: server.as_ref().map(ToString::to_string),
            };
            let (came, trying) = (came.clone(), trying.setter());
            newest.run(request, move |answer| {
                trying.set(false);
                came.set(Some(answer));
            });
        })
    };
    {
        let ontry = ontry.clone();
        use_keys(true, move |event| {
            let asked = ctrl(event, "t");
            if asked {
                ontry.emit(());
            }
            asked
        });
    }
    let onsubmit = {
        let (typed, tried, sending, app) = (typed.clone(), tried.setter(), sending.clone(), app.clone());
        Callback::from(move |()| {
            tried.set(true);
            if let Some(wrong) = typed.wrong() {
                focus(wrong);
                return;
            }
            let app = app.clone();
            sending.send(ProxySet { proxy: typed.proxy.clone(), login: typed.login() }, move |_| {
                app.dispatch(Act::Layer(Layer::None));
                // Before there is an office, nothing shows messages: it would come up much later.
                if app.office().is_some() {
                    app.dispatch(Act::Toast { text: app.tr.t("proxy-kept"), danger: false, undo: None });
                }
            });
        })
    };
    let by_hand = typed.proxy.kind == ProxyKind::ByHand;
    let same = kept.as_ref().is_some_and(|kept| kept.password_kept && kept.user == typed.user && kept.proxy.address == typed.proxy.address);
    let password_help = if same { tr.t("proxy-password-kept") } else { tr.t("proxy-password-help") };
    let wrong = (*tried && typed.wrong().is_some()).then(|| tr.t("proxy-address-missing"));
    let kinds = [(ProxyKind::System, "system"), (ProxyKind::Direct, "direct"), (ProxyKind::ByHand, "by-hand")];
    html! {
        <Ask id="proxy" title={tr.t("proxy")} lead={tr.t("proxy-lead")} act={tr.t("proxy-do")} first="#proxy-dialog form input:checked" {sending} {onsubmit} {onclose}>
            <div role="radiogroup" aria-labelledby="proxy-kind">
                <div class="pf-v6-c-form__label q__label" id="proxy-kind"><span class="pf-v6-c-form__label-text">{tr.t("proxy-question")}</span></div>
                <div class="inline">
                    { for kinds.map(|(kind, code)| html! {
                        <Radio id={format!("proxy-{code}")} name="proxy" label={tr.t(&format!("proxy-kind-{code}"))} checked={typed.proxy.kind == kind} onchoose={choose(kind)} />
                    }) }
                </div>
            </div>
            if by_hand {
                <Field id="proxy-address" label={tr.t("proxy-address")} help={tr.t("proxy-address-help")} value={typed.proxy.address.clone()} {wrong}
                    oninput={change(|typed, text| typed.proxy.address = text)} />
                <Field id="proxy-exceptions" label={tr.t("proxy-exceptions")} help={tr.t("proxy-exceptions-help")} value={typed.proxy.exceptions.clone()}
                    oninput={change(|typed, text| typed.proxy.exceptions = text)} />
                <Field id="proxy-user" label={tr.t("proxy-user")} help={tr.t("proxy-user-help")} value={typed.user.clone()}
                    oninput={change(|typed, text| typed.user = text)} />
                if !typed.user.trim().is_empty() {
                    <Field id="proxy-password" kind="password" label={tr.t("proxy-password")} help={password_help} value={typed.password.clone().unwrap_or_default()}
                        oninput={change(|typed, text| typed.password = (!text.is_empty()).then_some(text))} />
                }
            }
            <div class="row wrap">
                <Button id="proxy-try" small=true ico={Ico::Cloud} keys={&["Ctrl", "T"]} disabled={*trying}
                    label={tr.t(if *trying { "proxy-try-busy" } else { "proxy-try" })} onclick={ontry} />
                <div role="status">
                    { for came.as_ref().and_then(|came| came.as_ref().ok()).map(|came| {
                        let (class, ico) = if *came == ConnectionTried::Reached { ("success", Ico::TickRound) } else { ("danger", Ico::Octagon) };
                        html! { <span data-test="proxy-tried" data-outcome={code(came)}>{state(class, ico, tr.words().coded("tried", &code(came)))}</span> }
                    }) }
                </div>
            </div>
            <Problem error={came.as_ref().and_then(|came| came.as_ref().err()).cloned()} />
        </Ask>
    }
}
