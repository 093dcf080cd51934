//! The office, for administrators: its people, inviting the next one, and its case types.

mod connect;
mod invite;
mod own_case_types;

use praesto_contract::{ApiError, AppStatusGet, PeopleList};
use yew::prelude::*;

use crate::{
    backend,
    components::{Button, Ico, Kind, Problem, icon, label},
    keys::{letter, use_keys},
    pages::computer::waiting::how_to_connect,
    state::{Act, use_app},
};

/// What is asked for on this page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Dialog {
    Connect,
    Invite,
}

#[component]
pub(crate) fn Office() -> Html {
    let app = use_app();
    let tr = &app.tr;
    let open = use_state(|| None::<Dialog>);
    let error = use_state(|| None::<ApiError>);
    // After each word with the server somebody may have joined.
    let (minute, heard) = (app.minute, app.sync.as_ref().and_then(|sync| sync.last_contact));
    {
        let (app, error) = (app.dispatcher(), error.setter());
        use_effect_with((minute, heard), move |_| {
            backend::run(PeopleList {}, move |answer| match answer {
                Ok(people) => app.dispatch(Act::People(people)),
                Err(problem) => error.set(Some(problem)),
            });
        });
    }
    {
        // The server may have taken the office before the answer that says it has not was here. Asked once it was heard, not by the clock: a call is
        // a sign that somebody is there.
        let (app, unreached) = (app.dispatcher(), app.office().is_some_and(|office| office.unreached));
        use_effect_with((heard, unreached), move |(_, unreached)| {
            if *unreached {
                backend::run(AppStatusGet {}, move |answer| {
                    if let Ok(status) = answer {
                        app.dispatch(Act::Status(status));
                    }
                });
            }
        });
    }
    let opens = |dialog| {
        let open = open.clone();
        Callback::from(move |()| open.set(dialog))
    };
    let onclose = opens(None);
    let onconnect = opens(Some(Dialog::Connect));
    let oninvite = if app.alone() { onconnect.clone() } else { opens(Some(Dialog::Invite)) };
    {
        let (app, oninvite) = (app.clone(), oninvite.clone());
        use_keys(false, move |event| {
            let sample = app.office().is_some_and(|office| office.sample);
            let asked = !sample && letter(event, app.settings.letter_keys).as_deref() == Some("i");
            if asked {
                oninvite.emit(());
            }
            asked
        });
    }
    let office = app.office();
    html! {
        <div class="page">
            <div class="page__head">
                <div>
                    <h1>{tr.t("area-office")}</h1>
                    <p>{office.map(|office| office.name.clone()).unwrap_or_default()}{". "}{tr.n("office-people", app.people.len() as u64)}{" "}{tr.t("office-signed")}</p>
                </div>
                <div class="acts">
                if app.alone() {
                    if !office.is_some_and(|office| office.sample) {
                        <Button id="connect" kind={Kind::Primary} ico={Ico::Cloud} label={tr.t("connect")} keys={&["I"]} onclick={onconnect.clone()} />
                    }
                } else {
                    <Button id="invite" kind={Kind::Primary} ico={Ico::Plus} label={tr.t("invite")} keys={&["I"]} onclick={oninvite} />
                }</div>
            </div>
            <div class="page__body" data-pane="main" tabindex="0" role="region" aria-label={tr.t("people-title")}>
                <Problem error={(*error).clone()} />
                <table class="hv people" id="people">
                    <thead><tr><th scope="col">{tr.t("person")}</th><th scope="col">{tr.t("role")}</th></tr></thead>
                    <tbody>
                        { for app.people.iter().map(|person| html! {
                            <tr key={person.id.to_string()}>
                                <th scope="row">{icon(Ico::Person)}{" "}{tr.named(&person.name, false)}if person.me { {" "}{label("is-accent", None, tr.t("you"))} }</th>
                                <td>{tr.t(if person.administrator { "role-administrator" } else { "role-member" })}</td>
                            </tr>
                        }) }
                    </tbody>
                </table>
                if app.alone() {
                    <div class="teach" data-test="alone"><h2>{tr.t("sync-no-server")}</h2><p class="s t2">{tr.t("alone-invite")}if office.is_some_and(|office| office.sample) { {" "}{tr.t(how_to_connect(&app))} }</p></div>
                } else if let Some(office) = office.filter(|office| office.unreached) {
                    <div class="teach" data-test="unreached"><h2>{tr.t("server-unreached")}</h2>
                        <p class="s t2">{tr.f("server-unreached-text", &[("address", office.server.clone().unwrap_or_default().into())])}</p>
                        <div class="under"><Button id="change-server" small=true kind={Kind::Secondary} ico={Ico::Pencil} label={tr.t("connect-change")} onclick={onconnect} /></div>
                    </div>
                } else if app.people.len() < 2 {
                    <div class="teach"><h2>{tr.t("office-alone")}</h2><p class="s t2">{tr.t("office-alone-text")}</p></div>
                }
                <own_case_types::OwnCaseTypes />
            </div>
            { match *open {
                Some(Dialog::Connect) => html! { <connect::Connect {onclose} /> },
                Some(Dialog::Invite) => html! { <invite::Invite {onclose} /> },
                None => html! {},
            } }
        </div>
    }
}
