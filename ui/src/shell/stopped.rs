//! What is said when this program itself fails. `boot.js` opens it, for then nothing here answers any longer.

use yew::prelude::*;

use crate::{
    components::{Button, Kind},
    state::use_app,
};

#[component]
pub(crate) fn Stopped() -> Html {
    let tr = &use_app().tr;
    html! {
        <dialog id="stopped" class="dlg" aria-labelledby="stopped-title" aria-describedby="stopped-text">
            <header class="dlg__head"><h2 id="stopped-title">{tr.t("stopped-title")}</h2></header>
            <form method="dialog" class="dlg__body">
                <p id="stopped-text">{tr.t("stopped-text")}</p>
                <div class="acts"><Button id="stopped-again" submit=true kind={Kind::Primary} label={tr.t("stopped-again")} /></div>
            </form>
        </dialog>
    }
}
