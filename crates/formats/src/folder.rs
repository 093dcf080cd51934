//! A folder of documents as cases: which file belongs to which case, under which name, and which are passed over.
//! Only rules over names; whoever walks the disk hands in the paths.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

pub use crate::media::media_type_of;
use crate::names::{safe_name, split_path};
use crate::refusal::Refusal;

/// What a folder would become.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FolderPlan {
    /// One case for each sub-folder and for each document outside of any, by path.
    pub cases: Vec<FolderCase>,
    /// What is passed over, by path.
    pub skipped: Vec<SkippedPath>,
}

/// A case to be made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FolderCase {
    /// Same for the same folder or document each time, within one imported folder: its relative path, a folder with a closing `/`.
    pub stable_id: String,
    /// Name of the folder, or of the document without its ending.
    pub title: String,
    /// The documents, by path; never empty.
    pub documents: Vec<FolderDocument>,
}

/// A document of a case to be made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FolderDocument {
    /// The path exactly as handed in.
    pub path: String,
    /// Name to show; deeper folders are put before it with ` / `.
    pub name: String,
}

/// Something passed over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SkippedPath {
    /// The path exactly as handed in.
    pub path: String,
    /// Why: `hidden-file`, `system-file`, `path-traversal`, `bad-name`, `name-too-long`, `too-deep` or `duplicate-name`.
    pub reason: Refusal,
}

/// Groups the files of a folder into cases. `paths` are relative to the folder, with `/` between the names on every system.
/// The order of `paths` does not matter.
pub fn plan(paths: &[String]) -> FolderPlan {
    let mut sorted: Vec<&String> = paths.iter().collect();
    sorted.sort();
    let mut plan = FolderPlan::default();
    let mut cases: BTreeMap<String, FolderCase> = BTreeMap::new();
    let mut before: Option<&String> = None;
    for path in sorted {
        let duplicate = before.replace(path) == Some(path);
        let parts = if duplicate { Err(Refusal::DuplicateName) } else { accepted(path) };
        let parts = match parts {
            Ok(parts) => parts,
            Err(reason) => {
                plan.skipped.push(SkippedPath { path: path.clone(), reason });
                continue;
            }
        };
        let (stable_id, title, inside) = match parts.as_slice() {
            [file] => (path.clone(), stem(file), parts.as_slice()),
            [folder, inside @ ..] => (format!("{folder}/"), *folder, inside),
            [] => continue,
        };
        let name = inside.iter().map(|part| safe_name(part)).collect::<Vec<_>>().join(" / ");
        let document = FolderDocument { path: path.clone(), name };
        cases
            .entry(stable_id.clone())
            .or_insert_with(|| FolderCase { stable_id, title: safe_name(title), documents: Vec::new() })
            .documents
            .push(document);
    }
    plan.cases = cases.into_values().collect();
    plan
}

/// The names of a path that goes in, or why it does not.
fn accepted(path: &str) -> Result<Vec<&str>, Refusal> {
    let parts = split_path(path).map_err(|refused| refused.why)?;
    if path.ends_with('/') {
        return Err(Refusal::BadName);
    }
    for part in &parts {
        if let Some(reason) = passed_over(part) {
            return Err(reason);
        }
    }
    Ok(parts)
}

/// Why a file or folder of this name is passed over, if it is.
pub fn passed_over(name: &str) -> Option<Refusal> {
    let lower = name.to_lowercase();
    let left_behind =
        ["thumbs.db", "desktop.ini", ".ds_store", "__macosx", "ehthumbs.db", "$recycle.bin", "system volume information", "icon\r"];
    if left_behind.contains(&lower.as_str()) || lower.starts_with("~$") || lower.starts_with("._") || lower.starts_with(".~lock.") {
        return Some(Refusal::SystemFile);
    }
    name.starts_with('.').then_some(Refusal::HiddenFile)
}

fn stem(name: &str) -> &str {
    match name.rsplit_once('.') {
        Some((stem, ending)) if !stem.is_empty() && !ending.is_empty() => stem,
        _ => name,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plan_of(paths: &[&str]) -> FolderPlan {
        plan(&paths.iter().map(|path| (*path).to_owned()).collect::<Vec<_>>())
    }

    #[test]
    fn each_sub_folder_and_each_loose_document_is_one_case() {
        let plan = plan_of(&["Petrov/b/scan.pdf", "letter.final.docx", "Petrov/a.pdf", "Hoti/x.txt"]);
        let cases: Vec<_> = plan.cases.iter().map(|case| (case.stable_id.as_str(), case.title.as_str(), case.documents.len())).collect();
        assert_eq!(cases, [("Hoti/", "Hoti", 1), ("Petrov/", "Petrov", 2), ("letter.final.docx", "letter.final", 1)]);
        let names: Vec<_> = plan.cases[1].documents.iter().map(|document| document.name.as_str()).collect();
        assert_eq!(names, ["a.pdf", "b / scan.pdf"]);
        assert!(plan.skipped.is_empty());
    }

    #[test]
    fn hidden_and_system_files_are_passed_over_with_the_reason() {
        let plan = plan_of(&["a/.DS_Store", "a/Thumbs.db", "DESKTOP.INI", ".git/config", "a/~$letter.docx", "a/.secret", "a/ok.pdf"]);
        let reasons: Vec<_> = plan.skipped.iter().map(|skipped| (skipped.path.as_str(), skipped.reason)).collect();
        assert_eq!(
            reasons,
            [
                (".git/config", Refusal::HiddenFile),
                ("DESKTOP.INI", Refusal::SystemFile),
                ("a/.DS_Store", Refusal::SystemFile),
                ("a/.secret", Refusal::HiddenFile),
                ("a/Thumbs.db", Refusal::SystemFile),
                ("a/~$letter.docx", Refusal::SystemFile),
            ]
        );
        assert_eq!(plan.cases.len(), 1);
    }

    #[test]
    fn paths_that_leave_the_folder_never_become_cases() {
        let plan = plan_of(&["../x.pdf", "/x.pdf", "a/../../x.pdf", "C:/x.pdf", "a\\b.pdf", "twice.pdf", "twice.pdf"]);
        assert_eq!(plan.cases.len(), 1, "only the document that is there twice, once");
        assert_eq!(plan.skipped.iter().filter(|skipped| skipped.reason == Refusal::PathTraversal).count(), 5);
        assert_eq!(plan.skipped.iter().filter(|skipped| skipped.reason == Refusal::DuplicateName).count(), 1);
    }
}
