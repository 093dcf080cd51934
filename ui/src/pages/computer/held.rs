//! What is here, and why.

use praesto_contract::{ApiError, FilesRelease, HeldBecause, ThisComputer};
use yew::prelude::*;

use crate::{
    backend,
    components::{Button, Problem},
    i18n::code,
    state::{Act, use_app},
};

#[derive(Properties, PartialEq)]
pub(super) struct HeldProps {
    pub(super) computer: ThisComputer,
}

fn colour(because: HeldBecause) -> &'static str {
    match because {
        HeldBecause::Assigned => "c1",
        HeldBecause::Pinned => "c2",
        HeldBecause::Team => "c3",
        HeldBecause::Recent => "c4",
        HeldBecause::Removed => "c6",
    }
}

#[component]
pub(super) fn Held(props: &HeldProps) -> Html {
    let app = use_app();
    let tr = &app.tr;
    let computer = &props.computer;
    let busy = use_state(|| false);
    let error = use_state(|| None::<ApiError>);
    // Most offices have removed nothing, and need no line that says so.
    let held: Vec<_> = computer.held.iter().filter(|row| row.because != HeldBecause::Removed || row.cases > 0).collect();
    let attached: u64 = computer.held.iter().map(|row| row.bytes).sum();
    let all = attached + computer.database_bytes;
    let words = tr.words();
    let share = |bytes: u64| if all == 0 { 0.0 } else { bytes as f64 * 100.0 / all as f64 };
    let parts: Vec<String> = held
        .iter()
        .map(|row| format!("{}: {}", tr.t(&format!("held-{}", code(&row.because))), words.bytes(row.bytes)))
        .chain([format!("{}: {}", tr.t("held-database"), words.bytes(computer.database_bytes))])
        .collect();
    let onrelease = {
        let (app, busy, error) = (app.clone(), busy.clone(), error.clone());
        Callback::from(move |()| {
            busy.set(true);
            error.set(None);
            let (app, busy, error) = (app.clone(), busy.clone(), error.clone());
            backend::run(FilesRelease {}, move |answer| {
                busy.set(false);
                match answer {
                    Ok(freed) => {
                        let text = app.tr.f("release-done", &[("size", app.tr.words().bytes(freed.bytes).into())]);
                        app.dispatch(Act::Toast { text, danger: false, undo: None });
                        app.dispatch(Act::CasesChanged);
                    }
                    Err(problem) => error.set(Some(problem)),
                }
            });
        })
    };
    html! {
        <section class="sec" aria-labelledby="held-title">
            <div class="hd"><h2 id="held-title">{tr.t("held-title")}</h2><span class="sp t2 n">{words.bytes(all)}</span></div>
            <div class="stk" role="img" aria-label={parts.join(", ")}>
                { for held.iter().map(|row| html! { <i class={colour(row.because)} style={format!("width:{:.2}%", share(row.bytes))}></i> }) }
                <i class="c5" style={format!("width:{:.2}%", share(computer.database_bytes))}></i>
            </div>
            <div class="scrollx" tabindex="0" role="group" aria-label={tr.t("table")}>
            <table class="hv">
                <thead><tr>
                    <th scope="col">{tr.t("held-because")}</th><th scope="col" class="num">{tr.t("held-cases")}</th><th scope="col" class="num">{tr.t("held-files")}</th>
                    <th scope="col" class="num">{tr.t("held-size")}</th>
                </tr></thead>
                <tbody>
                    { for held.iter().map(|row| {
                        html! { <tr>
                            <th scope="row"><span class={classes!("sw", colour(row.because))}></span>{tr.t(&format!("held-{}", code(&row.because)))}</th>
                            <td class="num n">{words.number(row.cases)}</td><td class="num n">{words.number(row.files)}</td>
                            <td class="num n">{words.bytes(row.bytes)}</td>
                        </tr> }
                    }) }
                    <tr>
                        <th scope="row"><span class="sw c5"></span>{tr.t("held-database")}</th><td class="num"></td><td class="num"></td>
                        <td class="num n">{words.bytes(computer.database_bytes)}</td>
                    </tr>
                </tbody>
                <tfoot><tr>
                    <th scope="row">{tr.t("held-together")}</th>
                    <td class="num n">{words.number(computer.held.iter().map(|row| row.cases).sum())}</td>
                    <td class="num n">{words.number(computer.held.iter().map(|row| row.files).sum())}</td>
                    <td class="num n">{words.bytes(all)}</td>
                </tr></tfoot>
            </table>
            </div>
            <Problem error={(*error).clone()} />
            if computer.releasable.files > 0 {
                <div class="under" data-test="release">
                    <Button id="files-release" small=true disabled={*busy} label={tr.f("release-do", &[("size", words.bytes(computer.releasable.bytes).into())])} onclick={onrelease} />
                    <p class="xs t3">{tr.n("release-text", computer.releasable.files)}</p>
                </div>
            }
        </section>
    }
}
