//! Measures Praesto against the budgets of its design and writes what it found, reached or not.
//!
//! Every figure comes from the run that prints it. A floor is the least work that the same result needs, done in the same run on the same
//! disk: ratios to it say more than seconds, which are the machine's.

mod attachments;
mod author;
mod cases;
mod crowd;
mod fill;
mod first;
mod floor;
mod machine;
mod report;
mod scroll;
mod sealing;
mod sync;
mod times;
mod window;

#[allow(clippy::unwrap_used)]
#[path = "../../../../crates/server/tests/server/cluster.rs"]
mod cluster;
/// What the server's own tests make offices and databases with.
#[allow(dead_code, clippy::unwrap_used)]
#[path = "../../../../crates/server/tests/server/office.rs"]
mod office;

use std::path::PathBuf;
use std::process::{Command, exit};
use std::{env, fs};

use praesto_tests::world::World;
use report::Report;

const USAGE: &str = "usage: bench [--cases N] [--folder FOLDER] [--programs FOLDER] [--only first-sync|crowd] [--out FILE]";

struct Options {
    cases: u64,
    folder: PathBuf,
    /// Where the programs are whose window is measured.
    programs: PathBuf,
    /// One part that needs nothing of the others, for whoever works on it.
    only: Option<Part>,
    out: Option<PathBuf>,
}

/// A part of the bench that can be run by itself.
#[derive(Clone, Copy)]
enum Part {
    FirstSync,
    Crowd,
}

fn main() {
    let options = options(env::args().skip(1)).unwrap_or_else(|| {
        eprintln!("{USAGE}");
        exit(2)
    });
    fs::create_dir_all(&options.folder).expect("the folder for the measured vaults can be made");
    let mut report = Report::begin(options.cases);
    match options.only {
        None => everything(&options, &mut report),
        Some(Part::FirstSync) => first::measure(options.cases, &options.folder, &mut report),
        Some(Part::Crowd) => crowd::measure(&options.folder, &mut report),
    }
    let text = report.end();
    println!("{text}");
    if let Some(out) = &options.out {
        fs::write(out, text).expect("the report can be written");
    }
}

fn everything(options: &Options, report: &mut Report) {
    // First: a server does not run on the computer on which an office has just been filled.
    crowd::measure(&options.folder, report);
    disk_rests();
    // A seed only decides ids and keys: what is measured is the same for all of them.
    let world = World::new_in(1, &options.folder);
    let (device, ids) = fill::office(&world, options.cases, report);
    disk_rests();
    cases::measure(&device, &ids, &options.folder, report);
    attachments::measure(&device, ids[0], &options.folder, report);
    window::measure(device, &world.profile(fill::NAME), &options.programs, report);
    sync::measure(&world, options.cases, &options.folder, report);
    disk_rests();
    sealing::measure(&world, report);
}

/// Waits until what one part wrote is on the disk: the next part measures its own waiting only.
fn disk_rests() {
    let done = Command::new("sync").status().expect("coreutils are there");
    assert!(done.success(), "the disk takes what was written");
}

fn options(mut words: impl Iterator<Item = String>) -> Option<Options> {
    let beside = env::current_exe().ok()?.parent()?.to_owned();
    let mut options = Options { cases: 100_000, folder: env::temp_dir(), programs: beside, only: None, out: None };
    while let Some(word) = words.next() {
        let value = words.next()?;
        match word.as_str() {
            "--cases" => options.cases = value.replace('_', "").parse().ok().filter(|cases| *cases >= 1_000)?,
            "--folder" => options.folder = value.into(),
            "--programs" => options.programs = value.into(),
            "--only" => {
                options.only = Some(match value.as_str() {
                    "first-sync" => Part::FirstSync,
                    "crowd" => Part::Crowd,
                    _ => return None,
                });
            }
            "--out" => options.out = Some(value.into()),
            _ => return None,
        }
    }
    Some(options)
}
