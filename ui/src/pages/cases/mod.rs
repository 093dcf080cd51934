//! Cases: the queue, the case, and what belongs to it, side by side.

pub(crate) mod access;
mod acts;
mod alike;
mod attachment;
pub(crate) mod bulk;
mod closing;
mod conflicts;
mod decide;
mod decisions;
mod dialogs;
mod distinct;
mod elsewhere;
mod facts;
mod field;
mod filter;
mod form;
mod hand_over;
mod header;
mod in_view;
mod kept;
mod leaf;
mod letters;
mod list;
pub(crate) mod marks;
mod move_on;
pub(crate) mod new_case;
mod new_field;
mod notes;
pub(crate) mod offers;
mod ops;
mod out;
mod pane;
mod paper;
mod parties;
mod places;
mod preview;
mod preview_page;
mod print_file;
mod print_letter;
mod printed;
mod rail;
mod removal;
mod removed_list;
mod row;
mod rows;
mod scan_pages;
mod scans;
mod shown;
mod sign;
mod tasks;
mod timeline;

use yew::prelude::*;

use crate::{
    components::{Button, Ico, Kind, icon},
    route::{Area, Route},
    state::{Act, Layer, use_app},
};

/// Where the open case stands in the list: index and number of rows, and whether the office has any case, once that is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Position {
    pub(crate) at: Option<u64>,
    pub(crate) of: u64,
    pub(crate) holds_cases: Option<bool>,
}

#[component]
pub(crate) fn Cases() -> Html {
    let app = use_app();
    let route = app.route;
    let position = use_state(Position::default);
    let step = use_state(|| (0_u32, 0_i64));
    let onposition = {
        let position = position.clone();
        Callback::from(move |new| {
            if *position != new {
                position.set(new)
            }
        })
    };
    let onstep = {
        let step = step.clone();
        Callback::from(move |by: i64| step.set((step.0 + 1, by)))
    };
    html! {
        <div class={classes!("tri", route.case.is_some().then_some("tri--case"))}>
            <list::List asks={route.asks()} selected={route.case} step={*step} {onposition} />
            if let Some(case) = route.case {
                <pane::Pane id={case} tab={route.tab} position={*position} {onstep} />
            } else if let Some(holds_cases) = position.holds_cases {
                <Nothing {holds_cases} />
            }
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct NothingProps {
    holds_cases: bool,
}

/// No case is open: says what can be done here.
#[component]
fn Nothing(props: &NothingProps) -> Html {
    let app = use_app();
    let tr = &app.tr;
    let new_case = {
        let app = app.clone();
        Callback::from(move |()| app.dispatch(Act::Layer(Layer::NewCase)))
    };
    let import = Callback::from(|()| Route::area(Area::Import).go());
    html! {
        <section class="nothing" aria-label={tr.t("cases-none-open")} data-pane="case" tabindex="-1">
            <div class="nothing__box">
                {icon(Ico::Folder)}
                <h2>{tr.t(if props.holds_cases { "cases-none-open" } else { "cases-start" })}</h2>
                <p class="t2">{tr.t(if props.holds_cases { "cases-none-open-text" } else { "cases-start-text" })}</p>
                <div class="acts">
                    <Button id="nothing-new" kind={Kind::Secondary} ico={Ico::Plus} label={tr.t("command-new-case")} keys={&["Ctrl", "N"]} onclick={new_case} />
                    <Button id="nothing-import" kind={Kind::Secondary} ico={Ico::TrayIn} label={tr.t("command-import")} onclick={import} />
                </div>
            </div>
        </section>
    }
}
