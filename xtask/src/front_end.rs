//! Builds the front end: Rust to wasm, bindings for it, one style sheet, the typefaces, the page. All into `ui/dist`.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail};
use wasm_bindgen_cli_support::Bindgen;

use crate::{
    place::Place,
    shell::{run, say},
};

const NAME: &str = "praesto-ui";
const WASM: &str = "wasm32-unknown-unknown";

/// How to build the front end.
#[derive(Clone, Debug, Default, clap::Args)]
pub(crate) struct Options {
    /// Small and fast, as it is shipped
    #[arg(long)]
    pub(crate) release: bool,
}

/// Builds into a folder beside `ui/dist` and puts it there when it is complete.
pub(crate) fn build(place: &Place, options: &Options) -> Result<()> {
    say("building the front end into ui/dist");
    let wasm = compile(place, options.release)?;
    let ui = place.ui();
    // Two builds at the same time do not get into each other's way.
    let fresh = ui.join(format!("dist.{}", std::process::id()));
    let dist = ui.join("dist");
    remove(&fresh)?;
    fs::create_dir_all(fresh.join("fonts"))?;
    bind(&wasm, &fresh, options.release)?;
    for page in ["index.html", "boot.js"] {
        fs::copy(ui.join(page), fresh.join(page)).with_context(|| format!("ui/{page} is missing"))?;
    }
    fs::write(fresh.join("style.css"), style_sheet(&ui)?)?;
    for font in listed(&ui.join("styles/fonts.list"))? {
        let from = ui.join("node_modules").join(&font);
        let name = from.file_name().with_context(|| format!("{font} names no file"))?;
        fs::copy(&from, fresh.join("fonts").join(name)).with_context(|| format!("{} is not there", from.display()))?;
    }
    replace(&fresh, &dist)
}

/// Takes over only the files that differ, so that cargo builds the desktop again when the front end changed and not otherwise.
fn replace(fresh: &Path, dist: &Path) -> Result<()> {
    if same(fresh, dist) {
        return remove(fresh);
    }
    remove(dist)?;
    fs::rename(fresh, dist)?;
    Ok(())
}

fn same(left: &Path, right: &Path) -> bool {
    match (files(left), files(right)) {
        (Ok(left_files), Ok(right_files)) => {
            left_files == right_files && left_files.iter().all(|name| fs::read(left.join(name)).ok() == fs::read(right.join(name)).ok())
        }
        _ => false,
    }
}

/// Names of all files below a folder, sorted.
fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let mut open = vec![folder.to_path_buf()];
    while let Some(next) = open.pop() {
        for entry in fs::read_dir(&next)? {
            let path = entry?.path();
            if path.is_dir() {
                open.push(path);
            } else {
                found.push(path.strip_prefix(folder)?.to_path_buf());
            }
        }
    }
    found.sort();
    Ok(found)
}

fn remove(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder).with_context(|| format!("{} could not be removed", folder.display()))?;
    }
    Ok(())
}

fn compile(place: &Place, release: bool) -> Result<PathBuf> {
    let target = place.front_end_target();
    let profile = if release { "front-end" } else { "dev" };
    let mut cargo = place.cargo();
    cargo.args(["build", "--package", NAME, "--target", WASM, "--profile", profile, "--target-dir"]).arg(&target);
    run(&mut cargo)?;
    let folder = target.join(WASM).join(if release { "front-end" } else { "debug" });
    let found = [folder.join("praesto-ui.wasm"), folder.join("praesto_ui.wasm")].into_iter().find(|path| path.is_file());
    found.with_context(|| format!("cargo left no {NAME}.wasm in {}", folder.display()))
}

fn bind(wasm: &Path, into: &Path, release: bool) -> Result<()> {
    let mut bindgen = Bindgen::new();
    bindgen.input_path(wasm).out_name(NAME).typescript(false).keep_debug(false).remove_name_section(release).remove_producers_section(true);
    bindgen.web(true)?;
    bindgen.generate(into).context("the bindings of the front end could not be made")
}

/// PatternFly's files in use, then ours, each in the order of its list or name.
fn style_sheet(ui: &Path) -> Result<String> {
    let patternfly = ui.join("node_modules/@patternfly/patternfly");
    let mut sheets: Vec<PathBuf> = listed(&ui.join("styles/patternfly.list"))?.iter().map(|name| patternfly.join(name)).collect();
    let mut own: Vec<PathBuf> = fs::read_dir(ui.join("styles"))?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|end| end == "css"))
        .collect();
    own.sort();
    if own.is_empty() {
        bail!("ui/styles holds no style sheet");
    }
    sheets.extend(own);
    let mut sheet = String::new();
    for path in sheets {
        sheet.push_str(&fs::read_to_string(&path).with_context(|| format!("{} is not there", path.display()))?);
        sheet.push('\n');
    }
    Ok(sheet)
}

/// Lines of a list, without comments and empty ones.
fn listed(path: &Path) -> Result<Vec<String>> {
    let text = fs::read_to_string(path).with_context(|| format!("{} is missing", path.display()))?;
    Ok(text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')).map(str::to_owned).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unchanged_front_end_is_left_alone_and_a_changed_one_is_replaced() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let (fresh, dist) = (folder.path().join("dist.new"), folder.path().join("dist"));
        let make = |path: &Path, text: &str| {
            fs::create_dir_all(path.join("fonts")).expect("a folder");
            fs::write(path.join("fonts/a"), text).expect("a file");
        };
        make(&dist, "one");
        make(&fresh, "one");
        let before = fs::metadata(dist.join("fonts/a")).and_then(|file| file.modified()).expect("a time");
        replace(&fresh, &dist).expect("replaced");
        assert_eq!(
            fs::metadata(dist.join("fonts/a")).and_then(|file| file.modified()).expect("a time"),
            before,
            "an equal file keeps its time"
        );
        make(&fresh, "two");
        replace(&fresh, &dist).expect("replaced");
        assert_eq!(fs::read_to_string(dist.join("fonts/a")).expect("the file"), "two");
        assert!(!fresh.exists(), "nothing is left beside the finished front end");
    }

    #[test]
    fn a_list_skips_comments_and_empty_lines() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let list = folder.path().join("a.list");
        fs::write(&list, "# why\n\n  b.css \nc.css\n").expect("a file");
        assert_eq!(listed(&list).expect("a list"), ["b.css", "c.css"]);
    }
}
