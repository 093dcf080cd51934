//! Bringing existing files in: choose, look at what would happen, run, read the report.

mod mapping;
mod report;

use std::collections::BTreeMap;

use praesto_contract::{ApiError, ErrorCode, ImportPlan, ImportReport, ImportRun, ImportSource, ImportStop};
use yew::prelude::*;

use crate::{
    backend::{self, Newest, Pick},
    components::{Button, Field, Ico, Kind, Problem, icon, progress},
    i18n::Tr,
    keys::{focus, use_keys},
    route::{Area, Route},
    state::{Act, Imported, use_app},
};

/// What kind of thing is brought in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Source {
    Csv,
    Folder,
    Xdomea,
    Mail,
    MailFolder,
}

impl Source {
    const ALL: [Self; 5] = [Self::Csv, Self::Folder, Self::Xdomea, Self::Mail, Self::MailFolder];

    fn code(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Folder => "folder",
            Self::Xdomea => "xdomea",
            Self::Mail => "mail",
            Self::MailFolder => "mail-folder",
        }
    }

    fn pick(self) -> Pick {
        match self {
            Self::Csv => Pick::One(&["csv", "txt"]),
            Self::Folder | Self::MailFolder => Pick::Folder,
            Self::Mail => Pick::Many(&["eml"]),
            Self::Xdomea => Pick::One(&["xml", "zip", "xdomea"]),
        }
    }

    /// What these paths are: of everything but mails, the first.
    fn of(self, paths: Vec<String>) -> Option<ImportSource> {
        let path = paths.first()?.clone();
        Some(match self {
            Self::Csv => ImportSource::Csv { path, mapping: BTreeMap::new() },
            Self::Folder => ImportSource::Folder { path },
            Self::Xdomea => ImportSource::Xdomea { path },
            Self::Mail | Self::MailFolder => ImportSource::Mail { paths },
        })
    }
}

/// What kind of source a dropped file is, by its ending.
fn guess(path: &str) -> Source {
    let ending = path.rsplit('/').next().and_then(|name| name.rsplit_once('.')).map(|(_, ending)| ending.to_lowercase());
    match ending.as_deref() {
        Some("csv" | "txt") => Source::Csv,
        Some("xml" | "zip" | "xdomea") => Source::Xdomea,
        Some("eml") => Source::Mail,
        _ => Source::Folder,
    }
}

#[component]
pub(crate) fn Imports() -> Html {
    let app = use_app();
    let tr = &app.tr;
    let source = use_state(|| None::<ImportSource>);
    let report = use_state(|| None::<ImportReport>);
    let error = use_state(|| None::<ApiError>);
    let reading = use_state(|| false);
    // An import goes on while one looks elsewhere.
    let running = app.import;
    let busy = running.is_some() || *reading;
    // As it is now: what is picked comes long after the click.
    let runs = use_mut_ref(|| false);
    runs.replace(running.is_some());
    let newest = use_memo((), |()| Newest::default());
    let plan = {
        let (source, report, error, reading) = (source.clone(), report.clone(), error.clone(), reading.setter());
        let (app, runs, newest) = (app.clone(), runs.clone(), newest.clone());
        Callback::from(move |wanted: ImportSource| {
            if *runs.borrow() {
                return;
            }
            reading.set(true);
            app.dispatch(Act::ImportReads(None));
            error.set(None);
            source.set(Some(wanted.clone()));
            let (report, error, reading, chosen) = (report.clone(), error.clone(), reading.clone(), source.setter());
            // A file may be dropped while another is picked or read: the answer stands under the name of the one that was asked for last.
            newest.run(ImportPlan { source: wanted }, move |answer| {
                reading.set(false);
                match answer {
                    Ok(read) => {
                        report.set(Some(read));
                        focus("#import-plan-title");
                    }
                    // Whoever stopped it knows.
                    Err(problem) if problem.code == ErrorCode::Stopped => {
                        report.set(None);
                        chosen.set(None);
                        focus("#import-csv");
                    }
                    Err(problem) => {
                        report.set(None);
                        error.set(Some(problem));
                    }
                }
            });
        })
    };
    let stop = {
        let app = app.clone();
        Callback::from(move |()| {
            let app = app.clone();
            backend::run(ImportStop {}, move |answer| {
                if let Err(problem) = answer {
                    app.dispatch(Act::Failed(problem));
                }
            });
        })
    };
    let run = {
        let (app, source, report, error) = (app.clone(), source.clone(), report.clone(), error.clone());
        Callback::from(move |()| {
            let Some(source) = (*source).clone() else { return };
            error.set(None);
            // The same outcome twice is news twice.
            app.dispatch(Act::Imported(None));
            app.dispatch(Act::ImportBegins(report.as_ref().map_or(0, |report| report.new)));
            let app = app.clone();
            backend::run(ImportRun { source: source.clone() }, move |answer| {
                app.dispatch(Act::ImportEnds);
                app.dispatch(Act::CasesChanged);
                if Route::current().area != Area::Import {
                    app.dispatch(match &answer {
                        Ok(done) => Act::Toast { text: app.tr.n("import-done", done.new), danger: false, undo: None },
                        Err(problem) => Act::Failed(problem.clone()),
                    });
                }
                app.dispatch(Act::Imported(Some(Imported { source, answer })));
            });
        })
    };
    {
        let (source, report, error) = (source.setter(), report.setter(), error.setter());
        use_effect_with(app.imported.clone(), move |imported| {
            let Some(imported) = imported else { return };
            source.set(Some(imported.source.clone()));
            match &imported.answer {
                Ok(done) => {
                    report.set(Some(done.clone()));
                    error.set(None);
                    focus("#import-done-title");
                }
                Err(problem) => error.set(Some(problem.clone())),
            }
        });
    }
    let choose = |kind: Source| {
        let plan = plan.clone();
        Callback::from(move |_: MouseEvent| {
            let plan = plan.clone();
            wasm_bindgen_futures::spawn_local(async move {
                if let Some(source) = kind.of(backend::pick(kind.pick()).await) {
                    plan.emit(source);
                }
            });
        })
    };
    {
        let seen = use_mut_ref(|| app.dropped.as_ref().map_or(0, |(number, _)| *number));
        let plan = plan.clone();
        use_effect_with(app.dropped.clone(), move |dropped| {
            if let Some((number, paths)) = dropped
                && *number > seen.replace(*number)
                && let Some(source) = paths.first().and_then(|path| guess(path).of(paths.to_vec()))
            {
                plan.emit(source);
            }
        });
    }
    let typed = use_state(String::new);
    let again = {
        let (app, source, report, error) = (app.clone(), source.clone(), report.clone(), error.clone());
        let (reading, newest, typed) = (reading.setter(), newest.clone(), typed.setter());
        Callback::from(move |()| {
            newest.overtake();
            typed.set(String::new());
            reading.set(false);
            app.dispatch(Act::Imported(None));
            source.set(None);
            report.set(None);
            error.set(None);
            focus("#import-csv");
        })
    };
    {
        let (again, stop, chosen, back) = (again.clone(), stop.clone(), source.is_some(), app.entrance(Area::Cases));
        let (imports, reads) = (running.is_some(), *reading);
        use_keys(false, move |event| {
            if event.key() != "Escape" || imports {
                return false;
            }
            if reads {
                stop.emit(())
            } else if chosen {
                again.emit(())
            } else {
                back.go()
            }
            true
        });
    }
    let ontyped = {
        let typed = typed.setter();
        Callback::from(move |path| typed.set(path))
    };
    let onpath = {
        let (plan, typed) = (plan.clone(), typed.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let path = typed.trim();
            if path.is_empty() {
                focus("#import-path");
            } else if let Some(source) = guess(path).of(vec![path.to_owned()]) {
                plan.emit(source);
            }
        })
    };
    let choices = html! { <>
        <div class="choices">
            { for Source::ALL.map(|kind| html! {
                <button type="button" class="choice" id={format!("import-{}", kind.code())} onclick={choose(kind)} disabled={busy}>
                    {icon(match kind { Source::Csv => Ico::File, Source::Folder => Ico::Folder, Source::Xdomea => Ico::TrayIn, Source::Mail => Ico::Mail, Source::MailFolder => Ico::Folder })}
                    <span><b>{tr.t(&format!("import-source-{}", kind.code()))}</b><span class="s t2">{tr.t(&format!("import-{}-text", kind.code()))}</span></span>
                </button>
            }) }
        </div>
        <form class="addrow import__path" onsubmit={onpath} novalidate=true>
            <Field id="import-path" mono=true label={tr.t("import-path")} help={tr.t("import-path-help")} value={(*typed).clone()} oninput={ontyped} />
            <Button id="import-path-do" submit=true ico={Ico::Search} disabled={busy} label={tr.t("import-path-do")} />
        </form>
    </> };
    let body = match (&*report, &*source) {
        (Some(read), Some(from)) if read.dry_run => html! { <>
            if let ImportSource::Csv { path, .. } = from {
                <mapping::Mapping columns={read.columns.clone()} path={path.clone()} onchange={plan.clone()} {busy} />
            }
            <report::Report report={read.clone()} path={named(tr, from)} />
            <div class="acts acts--stick">
                <Button id="import-do" kind={Kind::Primary} disabled={busy || read.new == 0} label={tr.n("import-do", read.new)} onclick={run} />
                <Button kind={Kind::Tertiary} label={tr.t("import-other")} keys={&["Esc"]} onclick={again} />
            </div>
        </> },
        (Some(done), Some(from)) => html! { <>
            <report::Report report={done.clone()} path={named(tr, from)} />
            <div class="acts acts--stick">
                <Button id="import-to-cases" kind={Kind::Primary} ico={Ico::Folder} label={tr.t("import-to-cases")} onclick={Callback::from(|()| Route { queue: praesto_contract::Queue::All, ..Route::default() }.go())} />
                <Button kind={Kind::Tertiary} label={tr.t("import-other")} onclick={again} />
            </div>
        </> },
        _ => choices,
    };
    html! {
        <div class="page">
            <div class="page__head"><div><h1>{tr.t("area-import")}</h1><p>{tr.t("import-lead")}</p></div></div>
            <div class="page__body stack16" data-pane="main" tabindex="0" role="region" aria-label={tr.t("area-import")}>
                <Problem error={(*error).clone()} focus=true />
                <div role="status" class="import__busy">
                    if let (true, Some((done, total))) = (busy, app.import_reads) {
                        {progress(&tr.f("import-reads", &[("done", tr.words().number(done).into()), ("total", tr.words().number(total).into())]), done, total)}
                    } else if let Some((done, total)) = running {
                        {progress(&tr.f("import-progress", &[("done", done.into()), ("total", total.into())]), done, total)}
                    } else if *reading {
                        <p class="s t2">{tr.t("import-reading")}</p>
                    }
                    if busy {
                        <div class="acts">
                            if *reading {
                                <Button id="import-stop" small=true label={tr.t("stop")} keys={&["Esc"]} onclick={stop} />
                            } else {
                                <Button id="import-stop" small=true label={tr.t("stop")} onclick={stop} />
                            }
                        </div>
                    }
                </div>
                {body}
            </div>
        </div>
    }
}

/// What a source is called: its path, or how many files it is.
fn named(tr: &Tr, source: &ImportSource) -> String {
    match source {
        ImportSource::Csv { path, .. } | ImportSource::Folder { path } | ImportSource::Xdomea { path } => path.clone(),
        ImportSource::Mail { paths } => match paths.as_slice() {
            [path] => path.clone(),
            paths => tr.n("import-several", paths.len() as u64),
        },
    }
}
