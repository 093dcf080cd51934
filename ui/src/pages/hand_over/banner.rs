//! Says calmly that colleagues handed cases over that wait, and leads to them. Stands on its own: any page can show it.

use praesto_contract::{HandOversWaiting, WaitingActView};
use yew::prelude::*;

use super::act::said;
use crate::{
    backend::Newest,
    components::{Button, Ico, Keys, icon},
    keys::{letter, use_keys},
    route::{Area, Route},
    state::use_app,
};

/// Acts that are named; the rest is counted.
const NAMED: usize = 3;

#[component]
pub(crate) fn HandedToMe() -> Html {
    let app = use_app();
    let tr = &app.tr;
    let acts = use_state(Vec::<WaitingActView>::new);
    let newest = use_memo((), |()| Newest::default());
    {
        let acts = acts.setter();
        use_effect_with(app.cases, move |_| {
            newest.run(HandOversWaiting {}, move |answer| {
                // What cannot be asked now is asked again with the next change; the page itself says what is wrong.
                if let Ok(waiting) = answer {
                    acts.set(waiting);
                }
            });
        });
    }
    // Where cases are marked, or one is open, the key is theirs.
    let waits = !acts.is_empty() && !app.marks.any() && app.route.case.is_none();
    let letters = app.settings.letter_keys;
    use_keys(false, move |event| {
        let looks = waits && letter(event, letters).as_deref() == Some("l");
        if looks {
            Route::area(Area::HandOver).go();
        }
        looks
    });
    if acts.is_empty() {
        return html! {};
    }
    let keys = if waits { Keys(&["L"]) } else { Keys::default() };
    let more = acts.len().saturating_sub(NAMED) as u64;
    html! {
        <div class="list__ask pf-v6-c-alert pf-m-inline pf-m-info" data-test="handed-to-me">
            <div class="pf-v6-c-alert__icon">{icon(Ico::HandOver)}</div>
            <div class="pf-v6-c-alert__title">
                { for acts.iter().take(NAMED).map(|one| html! { <p>{said(tr, &one.name, one.load.cases)}</p> }) }
                if more > 0 { <p>{tr.n("handed-more", more)}</p> }
            </div>
            <div class="pf-v6-c-alert__description">
                <div class="acts"><Button id="hand-over-look" small=true ico={Ico::Onward} label={tr.t("handed-look")} {keys} onclick={Callback::from(|()| Route::area(Area::HandOver).go())} /></div>
            </div>
        </div>
    }
}
