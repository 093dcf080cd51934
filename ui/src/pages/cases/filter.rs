//! Narrowing the list: the form, and what is set as chips.

use gloo_timers::callback::Timeout;
use praesto_contract::{Holder, ListFilter, PersonId, TagsGet};
use praesto_domain::casework::fold;
use yew::prelude::*;

use crate::{
    backend::Newest,
    components::{Ask, Button, Field, Ico, Kind, icon12, select_value, use_sending},
    i18n::code,
    keys::focus,
    route::{Narrowed, Route, STATUSES},
    state::{App, use_app},
};

/// Farthest day that can be asked for, in days.
const AHEAD: u32 = 36_500;

/// How long nobody types before tags are asked for, in milliseconds.
const PAUSE: u32 = 150;

/// Tags that begin as what is being typed.
#[hook]
pub(super) fn use_tags(begins: &str) -> Vec<String> {
    let tags = use_state(Vec::<String>::new);
    let newest = use_memo((), |()| Newest::default());
    {
        let tags = tags.setter();
        use_effect_with(begins.trim().to_owned(), move |begins| {
            newest.overtake();
            let request = TagsGet { begins: begins.clone() };
            let timer = Timeout::new(PAUSE, move || newest.run(request, move |answer| tags.set(answer.unwrap_or_default())));
            move || drop(timer)
        });
    }
    (*tags).clone()
}

/// What was typed as cases have it: no list holds what is merely spelt so.
fn as_borne(typed: &str, tags: &[String]) -> Option<String> {
    let typed = typed.trim();
    let same = || tags.iter().find(|tag| fold(tag) == fold(typed));
    let borne = tags.iter().find(|tag| *tag == typed).or_else(same);
    (!typed.is_empty()).then(|| borne.cloned().unwrap_or_else(|| typed.to_owned()))
}

/// Shows the list that is shown, narrowed so. An open case stays open.
fn show(filter: ListFilter) {
    Route { narrowed: Narrowed::by(filter), ..Route::current() }.go();
}

#[derive(Properties, PartialEq)]
pub(super) struct FilterProps {
    pub(super) filter: ListFilter,
    pub(super) onclose: Callback<()>,
}

/// Asks what narrows the list.
#[component]
pub(super) fn Filter(props: &FilterProps) -> Html {
    let app = use_app();
    let tr = &app.tr;
    let filter = use_state(|| props.filter.clone());
    let due = use_state(|| props.filter.due_within.map(|days| days.to_string()).unwrap_or_default());
    let tag = use_state(|| props.filter.tag.clone().unwrap_or_default());
    let tags = use_tags(&tag);
    let (wrong, sending) = (use_state(|| false), use_sending());
    let ontag = {
        let tag = tag.setter();
        Callback::from(move |text: String| tag.set(text))
    };
    let set = |change: fn(&mut ListFilter, Option<String>)| {
        let filter = filter.clone();
        Callback::from(move |event: Event| {
            let mut next = (*filter).clone();
            change(&mut next, Some(select_value(&event)).filter(|value| !value.is_empty()));
            filter.set(next);
        })
    };
    let onunseen = {
        let filter = filter.clone();
        Callback::from(move |_: Event| filter.set(ListFilter { unseen: !filter.unseen, ..(*filter).clone() }))
    };
    let ondue = {
        let (due, wrong) = (due.setter(), wrong.setter());
        Callback::from(move |text| {
            due.set(text);
            wrong.set(false);
        })
    };
    let onsubmit = {
        let (filter, due, wrong, onclose) = (filter.clone(), due.clone(), wrong.setter(), props.onclose.clone());
        let tag = as_borne(&tag, &tags);
        Callback::from(move |()| match read_days(&due) {
            Some(due_within) => {
                onclose.emit(());
                show(ListFilter { due_within, tag: tag.clone(), ..(*filter).clone() });
            }
            None => {
                wrong.set(true);
                focus("#filter-due");
            }
        })
    };
    let onclear = {
        let onclose = props.onclose.clone();
        Callback::from(move |()| {
            onclose.emit(());
            show(ListFilter::default());
        })
    };
    let now = &*filter;
    let types: Vec<_> = app.case_types.iter().map(|one| (one.id.clone(), app.type_name(&one.id))).collect();
    let statuses = STATUSES.map(|status| (code(&status), tr.status(status))).to_vec();
    let of_type = now.case_type.as_deref().and_then(|id| app.case_type(id));
    let states =
        of_type.into_iter().flat_map(|one| one.states.iter().map(|state| (state.id.clone(), named_state(&app, &one.id, &state.id))));
    let nobody = std::iter::once(("nobody".to_owned(), tr.t("nobody")));
    let people: Vec<_> = nobody.chain(app.people.iter().map(|person| (person.id.to_string(), tr.named(&person.name, person.me)))).collect();
    html! {
        <Ask id="filter" title={tr.t("filter-title")} lead={tr.t("filter-lead")} act={tr.t("filter-do")} first="#filter-type" {sending} {onsubmit} onclose={props.onclose.clone()}>
            <div class="g2">
                <Choice id="filter-type" label={tr.t("case-type")} value={now.case_type.clone()} options={types} onchange={set(|filter, value| {
                    filter.case_type = value;
                    // States belong to their type.
                    filter.state = None;
                })} />
                <Choice id="filter-state" label={tr.t("filter-state")} value={now.state.clone()} options={states.collect::<Vec<_>>()} disabled={now.case_type.is_none()}
                    onchange={set(|filter, value| filter.state = value)} />
                <Choice id="filter-status" label={tr.t("place-status")} value={now.status.map(|status| code(&status))} options={statuses}
                    onchange={set(|filter, value| filter.status = value.and_then(|value| STATUSES.into_iter().find(|status| code(status) == value)))} />
                <Choice id="filter-who" label={tr.t("place-assignee")} value={now.holder.map(holder_code)} options={people} onchange={set(|filter, value| {
                    filter.holder = value.and_then(|value| read_holder(&value));
                })} />
                <Field id="filter-tag" label={tr.t("filter-tag")} list={(!tag.trim().is_empty()).then_some("filter-tags")} value={(*tag).clone()} oninput={ontag} />
                <Field id="filter-due" label={tr.t("filter-due")} help={tr.t("filter-due-help")} value={(*due).clone()} wrong={wrong.then(|| tr.t("filter-due-unclear"))} oninput={ondue} />
            </div>
            <datalist id="filter-tags">{ for tags.iter().map(|tag| html! { <option value={tag.clone()} /> }) }</datalist>
            <label class="check"><input type="checkbox" class="pf-v6-c-check__input" id="filter-unseen" checked={now.unseen} onchange={onunseen} /><span>{tr.t("filter-unseen")}</span></label>
            if props.filter.is_set() {
                <div><Button id="filter-clear" small=true kind={Kind::Link} label={tr.t("filter-clear")} onclick={onclear} /></div>
            }
        </Ask>
    }
}

#[derive(Properties, PartialEq)]
struct ChoiceProps {
    id: &'static str,
    label: AttrValue,
    value: Option<String>,
    /// Value and name of each.
    options: Vec<(String, String)>,
    #[prop_or_default]
    disabled: bool,
    onchange: Callback<Event>,
}

/// A list that folds out, of which nothing need be chosen.
#[component]
fn Choice(props: &ChoiceProps) -> Html {
    let app = use_app();
    // What is set is among them, also where this computer does not know what it is called.
    let unknown = props.value.as_ref().filter(|value| props.options.iter().all(|(known, _)| known != *value));
    html! {
        <div class="pf-v6-c-form__group">
            <div class="pf-v6-c-form__group-label"><label class="pf-v6-c-form__label" for={props.id}><span class="pf-v6-c-form__label-text">{props.label.clone()}</span></label></div>
            <span class="pf-v6-c-form-control"><select id={props.id} disabled={props.disabled} onchange={props.onchange.clone()}>
                <option value="" selected={props.value.is_none()}>{app.tr.t("filter-any")}</option>
                { for props.options.iter().map(|(value, name)| html! {
                    <option value={value.clone()} selected={props.value.as_ref() == Some(value)}>{name.clone()}</option>
                }) }
                { for unknown.map(|value| html! { <option value={value.clone()} selected=true>{app.tr.t("unknown")}</option> }) }
            </select></span>
        </div>
    }
}

/// Days as typed; an empty field asks nothing.
fn read_days(text: &str) -> Option<Option<u32>> {
    match text.trim() {
        "" => Some(None),
        text => text.parse().ok().filter(|days| *days <= AHEAD).map(Some),
    }
}

fn holder_code(holder: Holder) -> String {
    match holder {
        Holder::Nobody => "nobody".to_owned(),
        Holder::Person { person } => person.to_string(),
    }
}

fn read_holder(text: &str) -> Option<Holder> {
    let person = || text.parse::<PersonId>().ok().map(|person| Holder::Person { person });
    if text == "nobody" { Some(Holder::Nobody) } else { person() }
}

fn named_state(app: &App, case_type: &str, state: &str) -> String {
    app.state_name(case_type, state).unwrap_or_else(|| state.to_owned())
}

/// What is set, each with what takes it away.
fn set(app: &App, filter: &ListFilter) -> Vec<(&'static str, String, ListFilter)> {
    let tr = &app.tr;
    let named = |what: &str, value: String| tr.f("filter-chip", &[("what", tr.t(what).into()), ("value", value.into())]);
    let without = |change: fn(&mut ListFilter)| {
        let mut next = filter.clone();
        change(&mut next);
        next
    };
    let mut all = Vec::new();
    if let Some(case_type) = &filter.case_type {
        let gone = without(|filter| {
            filter.case_type = None;
            filter.state = None;
        });
        all.push(("type", named("case-type", app.type_name(case_type)), gone));
    }
    if let Some(state) = &filter.state {
        let case_type = filter.case_type.as_deref().unwrap_or_default();
        all.push(("state", named("filter-state", named_state(app, case_type, state)), without(|filter| filter.state = None)));
    }
    if let Some(status) = filter.status {
        all.push(("status", named("place-status", tr.status(status)), without(|filter| filter.status = None)));
    }
    if let Some(holder) = filter.holder {
        let name = match holder {
            Holder::Nobody => tr.t("nobody"),
            Holder::Person { person } => {
                app.people.iter().find(|one| one.id == person).map_or_else(|| tr.t("unknown"), |one| tr.named(&one.name, one.me))
            }
        };
        all.push(("who", named("place-assignee", name), without(|filter| filter.holder = None)));
    }
    if let Some(tag) = &filter.tag {
        all.push(("tag", named("filter-tag", tag.clone()), without(|filter| filter.tag = None)));
    }
    if let Some(days) = filter.due_within {
        all.push(("due", tr.n("filter-chip-due", u64::from(days)), without(|filter| filter.due_within = None)));
    }
    if filter.unseen {
        all.push(("unseen", tr.words().capital(&tr.t("unseen-legend")), without(|filter| filter.unseen = false)));
    }
    all
}

#[derive(Properties, PartialEq)]
pub(super) struct SetProps {
    pub(super) filter: ListFilter,
}

/// What is set, as chips that take it away again; nothing where nothing is.
#[component]
pub(super) fn Set(props: &SetProps) -> Html {
    let app = use_app();
    let tr = &app.tr;
    let all = set(&app, &props.filter);
    if all.is_empty() {
        return html! {};
    }
    html! {
        <ul class="fl fl--set" aria-label={tr.t("filters-set")}>
            { for all.into_iter().map(|(hook, text, without)| {
                let onclick = Callback::from(move |_: MouseEvent| {
                    show(without.clone());
                    // The chip is gone: the keyboard goes on where filters are set.
                    focus("#filter-open");
                });
                html! {
                    <li key={hook}><button type="button" data-test={format!("filter-{hook}")} aria-label={tr.f("filter-remove", &[("what", text.clone().into())])} {onclick}>
                        <span class="el">{text.clone()}</span>{icon12(Ico::Close)}
                    </button></li>
                }
            }) }
        </ul>
    }
}
