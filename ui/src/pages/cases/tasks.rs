//! Tasks of the case.

use praesto_contract::{CaseChange, CaseView, FieldValue, Over, Place, TaskView};
use yew::prelude::*;

use super::{
    dialogs::people_options,
    facts::read_day,
    ops::{self, Ops},
};
use crate::{
    components::{Button, Edit, Ico, Input, Kind, Typed, select_value, shows_again, use_list},
    drafts,
    state::use_app,
};

#[derive(Properties, PartialEq)]
pub(super) struct TasksProps {
    pub(super) view: CaseView,
    pub(super) ops: Ops,
    pub(super) onadd: Callback<()>,
}

#[component]
pub(super) fn Tasks(props: &TasksProps) -> Html {
    let app = use_app();
    let tr = &app.tr;
    html! {
        <section class="blk" aria-labelledby="tasks-title">
            <div class="hd"><h2 id="tasks-title">{tr.t("tab-tasks")}</h2><span class="sp"></span>
                <Button id="task-add" small=true ico={Ico::Plus} label={tr.t("task-add")} keys={&["T"]} onclick={props.onadd.clone()} /></div>
            if props.view.tasks.is_empty() { <p class="s t3">{tr.t("tasks-none")}</p> }
            <ul class="tasks" id="tasks">
                { for props.view.tasks.iter().map(|task| html! { <One key={task.id.to_string()} task={task.clone()} ops={props.ops.clone()} /> }) }
            </ul>
        </section>
    }
}

#[derive(Properties, PartialEq)]
struct OneProps {
    task: TaskView,
    ops: Ops,
}

#[component]
fn One(props: &OneProps) -> Html {
    let app = use_app();
    let tr = &app.tr;
    let task = &props.task;
    let id = task.id;
    let open = use_state(|| drafts::any(Some(props.ops.case), &[&format!("task-text-{id}"), &format!("task-due-{id}")]));
    let ondone = {
        let (ops, done) = (props.ops.clone(), task.done);
        Callback::from(move |_: Event| {
            let over = Over { place: Place::TaskDone { task: id }, value: FieldValue::Flag(done) };
            let said = if done { "said-task-open" } else { "said-task-done" };
            // Drawn anew, the box shows what stands.
            ops.choose(CaseChange::SetTaskDone { id, done: !done }, over, Some(said), || ());
        })
    };
    // Only what was changed: what a colleague wrote beside it meanwhile stays.
    let ontext = {
        let ops = props.ops.clone();
        Callback::from(move |typed: Typed| {
            let change = CaseChange::EditTask { id, text: Some(typed.text.clone()), due: None, assignee: None };
            ops.keep(vec![change], Some("said-task"), &typed);
        })
    };
    let ondue = {
        let ops = props.ops.clone();
        Callback::from(move |typed: Typed| match read_day(&ops.app.tr, &typed.text) {
            Ok(due) => ops.keep(vec![CaseChange::EditTask { id, text: None, due: Some(due), assignee: None }], Some("said-task"), &typed),
            Err(unclear) => typed.done.emit(Some(unclear)),
        })
    };
    let stood = task.assignee.map(|person| person.to_string()).unwrap_or_default();
    let onperson = {
        let (ops, stood) = (props.ops.clone(), stood.clone());
        let over = Over { place: Place::TaskAssignee { task: id }, value: ops::person(task.assignee) };
        Callback::from(move |event: Event| {
            let person = select_value(&event).parse().ok();
            let change = CaseChange::EditTask { id, text: None, due: None, assignee: Some(person) };
            ops.choose(change, over.clone(), Some("said-task"), shows_again(&event, stood.clone()));
        })
    };
    let list = use_list(stood);
    let onremove = {
        let ops = props.ops.clone();
        Callback::from(move |()| ops.edit(vec![CaseChange::RemoveTask { id, removed: true }], Some("said-task-removed")))
    };
    let onopen = {
        let open = open.clone();
        Callback::from(move |()| open.set(!*open))
    };
    html! {
        <li class={classes!("task", task.done.then_some("task--done"))} data-test="task">
            <div class="row">
                <label class="check">
                    <input type="checkbox" class="pf-v6-c-check__input" checked={task.done} onchange={ondone} /><span>{task.text.clone()}</span>
                </label>
                <span class="sp t3 s nw">
                    {task.assignee_name.clone().into_iter().chain(task.due.map(|due| tr.day(due))).collect::<Vec<_>>().join(" · ")}
                </span>
                <Button small=true plain=true ico={Ico::Pencil} label={tr.f("edit-named", &[("name", task.text.clone().into())])} onclick={onopen} />
            </div>
            if *open {
                <div class="g3">
                    <Edit id={format!("task-text-{id}")} label={tr.t("task-text")} value={task.text.clone()}
                        stands={props.ops.stands(Place::TaskText { task: id }, ops::text(&task.text))} onsave={ontext} />
                    <Edit id={format!("task-due-{id}")} kind={Input::Day} label={tr.t("task-due")} value={task.due.map(|day| day.to_string()).unwrap_or_default()}
                        stands={props.ops.stands(Place::TaskDue { task: id }, ops::day(task.due))} onsave={ondue} />
                    <div class="pf-v6-c-form__group">
                        <div class="pf-v6-c-form__group-label"><label class="pf-v6-c-form__label" for={format!("task-who-{id}")}><span class="pf-v6-c-form__label-text">{tr.t("task-who")}</span></label></div>
                        <span class="pf-v6-c-form-control"><select id={format!("task-who-{id}")} ref={list} onchange={onperson}>{people_options(&app, Some(task.assignee))}</select></span>
                    </div>
                </div>
                <Button small=true kind={Kind::Link} label={tr.t("task-remove")} onclick={onremove} />
            }
        </li>
    }
}
