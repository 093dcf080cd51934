//! A folder of documents: one case for each folder in it, and for each loose document.

use std::path::{Path, PathBuf};

use praesto_formats::folder::plan;

use super::{Bytes, Document, Item, Prepared};
use crate::error::AppError;
use crate::host::Host;

/// Files of one import.
const FILES: usize = 100_000;
/// Folders inside one another.
const DEPTH: usize = 32;

pub(super) fn prepare<H: Host>(_: &H, root: &Path) -> Result<Prepared, AppError> {
    let mut paths = Vec::new();
    walk(root, &mut PathBuf::new(), 0, &mut paths).map_err(|source| AppError::File { path: root.display().to_string(), source })?;
    let planned = plan(&paths);
    let name = root.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let cases = planned.cases.into_iter().map(|case| Item {
        source: case.stable_id.clone(),
        title: case.title,
        origin: format!("folder:{name}/{}", case.stable_id),
        changes: Vec::new(),
        documents: case.documents.into_iter().map(|document| Document { name: document.name, at: document.path }).collect(),
        refused: None,
    });
    let skipped = planned.skipped.into_iter().map(|skipped| Item {
        source: skipped.path,
        title: String::new(),
        origin: String::new(),
        changes: Vec::new(),
        documents: Vec::new(),
        refused: Some(skipped.reason.code()),
    });
    Ok(Prepared { columns: Vec::new(), items: cases.chain(skipped).collect(), bytes: Bytes::Files(root.to_owned()) })
}

/// Collects the files below `root`. Links are not followed: they could lead anywhere.
fn walk(root: &Path, inside: &mut PathBuf, depth: usize, paths: &mut Vec<String>) -> std::io::Result<()> {
    let mut entries = std::fs::read_dir(root.join(&*inside))?.collect::<Result<Vec<_>, _>>()?;
    entries.sort_by_key(std::fs::DirEntry::file_name);
    for entry in entries {
        let kind = entry.file_type()?;
        inside.push(entry.file_name());
        if kind.is_dir() && depth < DEPTH {
            walk(root, inside, depth + 1, paths)?;
        } else if kind.is_file() && paths.len() < FILES {
            paths.push(inside.iter().map(|part| part.to_string_lossy()).collect::<Vec<_>>().join("/"));
        }
        inside.pop();
    }
    Ok(())
}
