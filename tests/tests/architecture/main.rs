//! The shape of the house, held by tests: who may depend on whom, and what no file may contain.

#![allow(clippy::expect_used)]

mod by_itself;
mod graph;
mod letters;
mod sources;

use std::path::{Path, PathBuf};

/// The clone.
fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("this crate is in a folder of the clone").to_path_buf()
}
