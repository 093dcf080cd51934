//! Who may depend on whom, from what cargo says. Only what is built into a program counts: normal and build dependencies.

use std::collections::{BTreeMap, BTreeSet};

use cargo_metadata::{DependencyKind, MetadataCommand};

use super::root;

/// Members of the workspace, by folder, and the members that each may use. `tests` and `xtask` may use anything.
const ALLOWED: &[(&str, &[&str])] = &[
    ("words", &[]),
    ("formats", &[]),
    ("domain", &[]),
    ("preview", &["formats"]),
    ("crypto", &[]),
    ("tally", &[]),
    ("letters", &[]),
    ("contract", &["domain"]),
    ("protocol", &["crypto"]),
    ("vault", &["domain", "crypto", "protocol"]),
    ("app", &["contract", "domain", "words", "formats", "preview", "crypto", "letters", "protocol", "tally", "vault"]),
    ("server", &["protocol", "tally", "crypto"]),
    ("desktop", &["app", "contract", "words"]),
    ("cli", &["app", "contract", "words"]),
    ("ui", &["contract", "domain", "words"]),
];
const FREE: &[&str] = &["tests", "xtask"];

/// Outside crates, by the beginning of their name, and the only members that may use them.
const AT_HOME: &[(&str, &[&str])] = &[
    ("tauri", &["desktop"]),
    ("wry", &["desktop"]),
    ("webkit2gtk", &["desktop"]),
    ("yew", &["ui"]),
    ("patternfly", &["ui"]),
    ("gloo", &["ui"]),
    ("web-sys", &["ui"]),
    ("js-sys", &["ui"]),
    ("wasm-bindgen", &["ui", "xtask"]),
    // The simulation cuts the power beneath it.
    ("rusqlite", &["vault", "server", "tests"]),
    ("keyring", &["vault"]),
    ("tokio-postgres", &["server"]),
    ("deadpool", &["server"]),
    ("axum", &["server"]),
    ("reqwest", &["app", "tests"]),
    ("automerge", &["app"]),
    ("krilla", &["letters"]),
    ("parley", &["letters"]),
    // Whatever draws or unpacks documents of strangers is in the room that is started apart. Tests make such documents.
    ("hayro", &["preview"]),
    ("image", &["preview", "tests"]),
    ("calamine", &["preview"]),
    ("html2text", &["preview"]),
    ("seccompiler", &["app"]),
    // The bench sets sealing beside the bare library.
    ("age", &["crypto", "tests"]),
    ("ed25519-dalek", &["crypto"]),
    ("chacha20poly1305", &["crypto"]),
];

type Graph = BTreeMap<String, BTreeSet<String>>;

/// Every member with what it uses directly; members of the workspace stand as `praesto-<folder>`.
fn graph() -> Graph {
    let metadata = MetadataCommand::new().current_dir(root()).no_deps().exec().expect("cargo knows this workspace");
    let uses = |package: &cargo_metadata::Package| {
        let built = package.dependencies.iter().filter(|dependency| dependency.kind != DependencyKind::Development);
        built.map(|dependency| dependency.name.clone()).collect()
    };
    metadata.packages.iter().map(|package| (package.name.to_string(), uses(package))).collect()
}

fn violations(graph: &Graph) -> Vec<String> {
    let mut found = Vec::new();
    for (package, uses) in graph {
        let Some(member) = package.strip_prefix("praesto-") else {
            found.push(format!("{package} is not named praesto-<folder>"));
            continue;
        };
        let allowed = ALLOWED.iter().find(|(name, _)| *name == member).map(|(_, allowed)| *allowed);
        if allowed.is_none() && !FREE.contains(&member) {
            found.push(format!("{member} has no place in the architecture"));
        }
        for name in uses {
            match name.strip_prefix("praesto-") {
                Some(used) if allowed.is_some_and(|allowed| !allowed.contains(&used)) => found.push(format!("{member} may not use {used}")),
                Some(_) => {}
                None => found.extend(away_from_home(member, name)),
            }
        }
    }
    for hidden in ["domain", "vault", "app", "contract", "formats", "preview", "words"] {
        if reachable(graph, "praesto-server").contains(&format!("praesto-{hidden}")) {
            found.push(format!("the server can reach {hidden}: it could read what it stores"));
        }
    }
    found
}

fn away_from_home(member: &str, name: &str) -> Option<String> {
    let homes = AT_HOME.iter().find(|(start, _)| name == *start || name.strip_prefix(start).is_some_and(|rest| rest.starts_with('-')))?.1;
    (!homes.contains(&member)).then(|| format!("{member} may not use {name}, whose home is {}", homes.join(" and ")))
}

fn reachable(graph: &Graph, from: &str) -> BTreeSet<String> {
    let mut seen = BTreeSet::new();
    let mut open = vec![from.to_owned()];
    while let Some(next) = open.pop() {
        for used in graph.get(&next).into_iter().flatten() {
            if seen.insert(used.clone()) {
                open.push(used.clone());
            }
        }
    }
    seen
}

#[test]
fn every_crate_uses_only_what_it_may() {
    let graph = graph();
    assert!(graph.contains_key("praesto-server") && graph.contains_key("praesto-ui"), "cargo was asked about this workspace");
    assert_eq!(violations(&graph), Vec::<String>::new());
}

#[test]
fn a_planted_dependency_is_caught() {
    let plant = |package: &str, used: &str| {
        let mut graph = graph();
        graph.entry(package.to_owned()).or_default().insert(used.to_owned());
        violations(&graph).join("\n")
    };
    assert!(plant("praesto-server", "praesto-vault").contains("it could read what it stores"), "the server may never reach a vault");
    assert!(plant("praesto-protocol", "praesto-domain").contains("the server can reach domain"), "also not through another crate");
    assert!(plant("praesto-domain", "praesto-contract").contains("domain may not use contract"), "rules know nothing of the edge");
    assert!(plant("praesto-app", "tauri-plugin-log").contains("app may not use tauri-plugin-log"), "Tauri stays in the desktop");
    assert!(plant("praesto-domain", "rusqlite").contains("domain may not use rusqlite"), "SQL stays in the vault and the server");
    assert!(plant("praesto-new", "serde").contains("new has no place"), "a new crate is a decision, written down here");
}
