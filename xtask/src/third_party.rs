//! THIRD-PARTY: everything that is built into what a person installs, with version and licence.

use std::{
    collections::{BTreeSet, HashMap, HashSet},
    fs,
};

use anyhow::{Context, Result, bail};
use cargo_metadata::{DependencyKind, Metadata, MetadataCommand, PackageId};
use serde_json::Value;

use crate::{place::Place, shell::say};

const FILE: &str = "THIRD-PARTY";
const HEAD: &str = "What Praesto is built from: everything that is compiled or copied into what a person installs.
Praesto itself is licensed under EUPL-1.2, see LICENSE. Written by `cargo xtask third-party`; do not edit.
";
/// The crates that a person installs.
const SHIPPED: &[&str] = &["praesto-desktop", "praesto-ui", "praesto-server", "praesto-cli"];

/// Typefaces that are kept here, by folder: no registry of crates has them.
const TYPEFACES: &[(&str, &str)] = &[("Inter (crates/letters/fonts)", "OFL-1.1")];

/// Writes the list.
pub(crate) fn write(place: &Place) -> Result<()> {
    fs::write(place.root.join(FILE), list(place)?)?;
    say(format!("{FILE} is written"));
    Ok(())
}

/// # Errors
/// If the list in the clone is not the one that would be written now.
pub(crate) fn check(place: &Place) -> Result<()> {
    if fs::read_to_string(place.root.join(FILE)).ok().as_deref() == Some(list(place)?.as_str()) {
        return Ok(());
    }
    bail!("{FILE} is not current; `cargo xtask third-party` writes it")
}

fn list(place: &Place) -> Result<String> {
    let metadata = MetadataCommand::new()
        .current_dir(&place.root)
        .other_options(["--locked".to_owned()])
        .exec()
        .context("cargo does not know what Praesto is built from")?;
    let lock = fs::read_to_string(place.ui().join("package-lock.json")).context("ui/package-lock.json is missing")?;
    let mut text = HEAD.to_owned();
    for (title, rows) in [("Rust crates", crates(&metadata)?), ("npm packages", packages(&serde_json::from_str(&lock)?)?)] {
        text.push_str(&format!("\n{title}\n\n"));
        for (name, version, licence) in rows {
            text.push_str(&format!("{name} {version}: {licence}\n"));
        }
    }
    text.push_str("\nTypefaces in the repository\n\n");
    for (name, licence) in TYPEFACES {
        text.push_str(&format!("{name}: {licence}\n"));
    }
    Ok(text)
}

type Rows = BTreeSet<(String, String, String)>;

/// All crates that the shipped ones need to be built, on any system, without what only their tests need.
fn crates(metadata: &Metadata) -> Result<Rows> {
    let resolve = metadata.resolve.as_ref().context("cargo resolved nothing")?;
    let nodes: HashMap<&PackageId, _> = resolve.nodes.iter().map(|node| (&node.id, node)).collect();
    let mut open: Vec<&PackageId> =
        metadata.packages.iter().filter(|package| SHIPPED.contains(&package.name.as_str())).map(|package| &package.id).collect();
    let mut seen: HashSet<&PackageId> = open.iter().copied().collect();
    while let Some(id) = open.pop() {
        for dependency in nodes.get(id).iter().flat_map(|node| &node.deps) {
            if dependency.dep_kinds.iter().any(|kind| kind.kind != DependencyKind::Development) && seen.insert(&dependency.pkg) {
                open.push(&dependency.pkg);
            }
        }
    }
    let members: HashSet<&PackageId> = metadata.workspace_members.iter().collect();
    let mut rows = Rows::new();
    for package in metadata.packages.iter().filter(|package| seen.contains(&package.id) && !members.contains(&package.id)) {
        let licence = match (&package.license, &package.license_file) {
            (Some(expression), _) => expression.split('/').map(str::trim).collect::<Vec<_>>().join(" OR "),
            (None, Some(file)) => format!("see {file} in the crate"),
            (None, None) => bail!("{} names no licence", package.name),
        };
        rows.insert((package.name.to_string(), package.version.to_string(), licence));
    }
    Ok(rows)
}

/// The packages of npm whose files are copied into the front end.
fn packages(lock: &Value) -> Result<Rows> {
    let packages = lock["packages"].as_object().context("ui/package-lock.json lists no packages")?;
    let mut rows = Rows::new();
    for (path, package) in packages {
        let Some((_, name)) = path.rsplit_once("node_modules/") else { continue };
        if package["dev"].as_bool() == Some(true) {
            continue;
        }
        let text = |key: &str| package[key].as_str().map(str::to_owned).with_context(|| format!("{name} names no {key}"));
        rows.insert((name.to_owned(), text("version")?, text("license")?));
    }
    Ok(rows)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_only_tests_need_is_not_listed() {
        let lock = serde_json::json!({ "packages": {
            "": { "name": "praesto-ui" },
            "node_modules/@scope/style": { "version": "6.0.0", "license": "MIT" },
            "node_modules/checker": { "version": "1.0.0", "license": "MPL-2.0", "dev": true },
        }});
        let rows: Vec<_> = packages(&lock).expect("a lock file").into_iter().collect();
        assert_eq!(rows, [("@scope/style".to_owned(), "6.0.0".to_owned(), "MIT".to_owned())]);
    }

    #[test]
    fn a_package_without_a_licence_is_not_passed_over() {
        let lock = serde_json::json!({ "packages": { "node_modules/silent": { "version": "1.0.0" } } });
        assert!(packages(&lock).is_err());
    }
}
