//! What an import brings in, what it refuses, and that nothing of it goes missing without a word.

mod folders;
mod mails;
mod tables;
mod xdomea;

use std::path::Path;
use std::sync::Arc;

use praesto_app::Handle;
use praesto_contract::*;
use praesto_tests::world::{Device, World, found_alone};

/// An office without a server, on one computer.
struct Office {
    world: Arc<World>,
    elira: Device,
    folder: tempfile::TempDir,
}

/// One row of a report: source, title, documents, and its fate or the reason why it was refused.
type Line = (String, String, u32, String);

impl Office {
    fn found(seed: u64) -> Self {
        let world = World::new(seed);
        let elira = found_alone(&world, "Elira");
        Self { world, elira, folder: tempfile::tempdir().expect("a folder") }
    }

    fn path(&self, name: &str) -> std::path::PathBuf {
        self.folder.path().join(name)
    }

    /// Writes a file with the folders that it lies in.
    fn put(&self, name: &str, bytes: impl AsRef<[u8]>) {
        let path = self.path(name);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("the folder is made");
        std::fs::write(path, bytes).expect("the file is written");
    }

    fn folder(&self, name: &str) -> ImportSource {
        ImportSource::Folder { path: self.path(name).display().to_string() }
    }

    fn plan(&self, source: &ImportSource) -> ImportReport {
        self.elira.handle(ImportPlan { source: source.clone() }).expect("a plan")
    }

    fn run(&self, source: &ImportSource) -> ImportReport {
        self.elira.handle(ImportRun { source: source.clone() }).expect("a run")
    }

    /// Plans and runs, and holds the run to what the plan said.
    fn run_as_planned(&self, source: &ImportSource) -> ImportReport {
        let plan = self.plan(source);
        assert!(plan.rows.iter().all(|row| !matches!(row.fate, RowFate::New { case: Some(_) })), "a plan makes nothing");
        let run = self.run(source);
        assert_eq!(lines(&plan), lines(&run), "a run does what its plan said");
        assert_eq!((plan.new, plan.already_here, plan.refused), (run.new, run.already_here, run.refused));
        run
    }

    fn case(&self, case: CaseId) -> CaseView {
        self.elira.handle(CaseGet { case }).expect("the case")
    }

    /// The case that a report calls new under this title.
    fn made(&self, report: &ImportReport, title: &str) -> CaseView {
        let made = report.rows.iter().find_map(|row| match row.fate {
            RowFate::New { case } if row.title == title => case,
            _ => None,
        });
        self.case(made.unwrap_or_else(|| panic!("{title} is not new: {:?}", lines(report))))
    }

    /// Files in the profile's folder of attachments, those under way included.
    fn sealed_files(&self) -> usize {
        files_below(&self.world.profile("Elira").join("attachments"))
    }
}

fn files_below(folder: &Path) -> usize {
    let Ok(entries) = std::fs::read_dir(folder) else { return 0 };
    entries.map(|entry| entry.expect("an entry").path()).map(|path| if path.is_dir() { files_below(&path) } else { 1 }).sum()
}

fn lines(report: &ImportReport) -> Vec<Line> {
    let fate = |fate: &RowFate| match fate {
        RowFate::New { .. } => "new".to_owned(),
        RowFate::AlreadyHere { .. } => "already-here".to_owned(),
        RowFate::Refused { reason } => reason.clone(),
    };
    report.rows.iter().map(|row| (row.source.clone(), row.title.clone(), row.documents, fate(&row.fate))).collect()
}

/// Source and reason of each refused row.
fn refused(report: &ImportReport) -> Vec<(&str, &str)> {
    let mut found = Vec::new();
    for row in &report.rows {
        if let RowFate::Refused { reason } = &row.fate {
            found.push((row.source.as_str(), reason.as_str()));
        }
    }
    found
}
