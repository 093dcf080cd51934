//! Packs of case types: what is refused when they are read, and what the engine allows in those that are sound.

#![allow(clippy::expect_used, clippy::unwrap_used)]

mod calendar;
#[path = "../common/mod.rs"]
mod common;
mod faults;
mod forms;
mod letters;
mod made;
mod random;
mod terms;
mod workflow;
