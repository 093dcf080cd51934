//! Looking around in a made-up office.

use praesto_contract::{ApiError, AppStatus, SampleOfficeCreate};
use yew::prelude::*;

use super::{join::use_form_keys, what_happens};
use crate::{
    backend,
    components::{Button, Ico, Kind, Problem},
    state::use_app,
};

#[derive(Properties, PartialEq)]
pub(super) struct SampleProps {
    pub(super) ondone: Callback<AppStatus>,
    pub(super) onback: Callback<()>,
}

#[component]
pub(super) fn Sample(props: &SampleProps) -> Html {
    let app = use_app();
    let tr = &app.tr;
    let busy = use_state(|| false);
    let error = use_state(|| None::<ApiError>);
    let submit = {
        let (busy, error, ondone, language) = (busy.clone(), error.clone(), props.ondone.clone(), tr.language());
        move || {
            if *busy {
                return;
            }
            busy.set(true);
            error.set(None);
            let (busy, error, ondone) = (busy.clone(), error.clone(), ondone.clone());
            backend::run(SampleOfficeCreate { language: language.code().to_owned() }, move |answer| {
                busy.set(false);
                match answer {
                    Ok(status) => ondone.emit(status),
                    Err(problem) => error.set(Some(problem)),
                }
            });
        }
    };
    use_form_keys(submit.clone(), props.onback.clone());
    let onclick = Callback::from(move |()| submit());
    html! {
        <>
            <h2>{tr.t("welcome-sample")}</h2>
            <p class="t2">{tr.t("sample-lead")}</p>
            <Problem error={(*error).clone()} />
            <div class="acts">
                <Button id="sample" kind={Kind::Primary} label={tr.t(if *busy { "sample-busy" } else { "sample-do" })} keys={&["Ctrl", "↵"]} disabled={*busy} {onclick} />
                <Button kind={Kind::Tertiary} label={tr.t("back")} keys={&["Esc"]} onclick={props.onback.clone()} />
            </div>
            {what_happens(tr.t("sample-next"), vec![
                (Ico::Folder, tr.t("sample-next-cases")),
                (Ico::CloudOff, tr.t("sample-next-nothing-sent")),
                (Ico::Back, tr.t("sample-next-leave")),
            ])}
        </>
    }
}
