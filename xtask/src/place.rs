//! Where things are: the clone, the folder for what is built, the programs.

use std::{env, path::PathBuf, process::Command};

use anyhow::{Context, Result};
use cargo_metadata::MetadataCommand;
use directories::BaseDirs;

/// The folders that every chore works in.
#[derive(Debug)]
pub(crate) struct Place {
    /// The clone.
    pub(crate) root: PathBuf,
    /// Where cargo builds. Outside the clone unless the person chose otherwise, so that a fresh clone need not build everything again.
    pub(crate) target: PathBuf,
}

impl Place {
    /// Asks cargo where the clone is and where it builds.
    pub(crate) fn find() -> Result<Self> {
        let metadata = MetadataCommand::new().no_deps().exec().context("cargo does not know this workspace")?;
        let root = metadata.workspace_root.into_std_path_buf();
        let chosen = metadata.target_directory.into_std_path_buf();
        let target = if chosen == root.join("target") && env::var_os("CARGO_TARGET_DIR").is_none() {
            BaseDirs::new().context("this account has no home folder; set CARGO_TARGET_DIR")?.home_dir().join(".cache/praesto/target")
        } else {
            chosen
        };
        Ok(Self { root, target })
    }

    /// Cargo in the clone, building into [`Place::target`].
    pub(crate) fn cargo(&self) -> Command {
        let mut command = self.program(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        command.env("CARGO_TARGET_DIR", &self.target);
        command
    }

    /// `dbus-run-session` in the clone, with cargo's environment for the cargo inside.
    pub(crate) fn cargo_session(&self) -> Command {
        let mut command = self.program("dbus-run-session");
        command.env("CARGO_TARGET_DIR", &self.target);
        command
    }

    /// A program started in the clone.
    pub(crate) fn program(&self, name: impl AsRef<std::ffi::OsStr>) -> Command {
        let mut command = Command::new(name);
        command.current_dir(&self.root);
        command
    }

    /// A program that cargo built with this profile.
    pub(crate) fn built(&self, release: bool, name: &str) -> PathBuf {
        self.target.join(if release { "release" } else { "debug" }).join(name)
    }

    /// Folder of cargo's work for the front end: its own, so that it never waits for another build.
    pub(crate) fn front_end_target(&self) -> PathBuf {
        self.target.join("ui")
    }

    /// The front end's sources.
    pub(crate) fn ui(&self) -> PathBuf {
        self.root.join("ui")
    }
}

/// Whether a program of this name can be started.
pub(crate) fn on_path(name: &str) -> bool {
    let path = env::var_os("PATH").unwrap_or_default();
    // Debian keeps daemons in sbin, which is not on everybody's path.
    env::split_paths(&path).chain([PathBuf::from("/usr/sbin"), PathBuf::from("/sbin")]).any(|folder| folder.join(name).is_file())
}
