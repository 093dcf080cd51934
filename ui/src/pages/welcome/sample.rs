//! Looking around in a made-up office.

use praesto_contract::{AppStatus, SampleOfficeCreate};
use yew::prelude::*;

use super::{
    start::{use_form_keys, use_start},
    what_happens,
};
use crate::{components::Ico, state::use_app};

#[derive(Properties, PartialEq)]
pub(super) struct SampleProps {
    pub(super) ondone: Callback<AppStatus>,
    pub(super) onback: Callback<()>,
}

#[component]
pub(super) fn Sample(props: &SampleProps) -> Html {
    let app = use_app();
    let tr = &app.tr;
    let start = use_start();
    let submit = {
        let (start, ondone, language) = (start.clone(), props.ondone.clone(), tr.language());
        move || start.send(None, SampleOfficeCreate { language: language.code().to_owned() }, &ondone)
    };
    let onsubmit = use_form_keys(submit, props.onback.clone());
    html! {
        <>
            <h2>{tr.t("welcome-sample")}</h2>
            <p class="t2">{tr.t("sample-lead")}</p>
            <form {onsubmit}>{start.foot("sample", &props.onback)}</form>
            {what_happens(tr.t("sample-next"), vec![
                (Ico::Folder, tr.t("sample-next-cases")),
                (Ico::CloudOff, tr.t("sample-next-nothing-sent")),
                (Ico::Back, tr.t("sample-next-leave")),
            ])}
        </>
    }
}
