//! Where the program keeps its own files: settings, journals, backups and logs. Never in a project's folder.

use std::path::{Path, PathBuf};

/// The program's folders.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Folders {
    config: PathBuf,
    data: PathBuf,
}

impl Folders {
    /// The folders that the system gives programs; beside the temporary files where it names none.
    pub fn of_system() -> Self {
        match directories::ProjectDirs::from("", "", "tickmark") {
            Some(dirs) => Folders { config: dirs.config_dir().to_owned(), data: dirs.data_local_dir().to_owned() },
            None => Folders::within(&std::env::temp_dir().join("tickmark")),
        }
    }

    /// Folders below another one, for tests.
    pub fn within(folder: &Path) -> Self {
        Folders { config: folder.join("config"), data: folder.join("data") }
    }

    /// The settings file.
    pub fn settings(&self) -> PathBuf {
        self.config.join("settings.ron")
    }

    /// What was made for printing alone; the next print of the same project takes its place.
    pub fn printed(&self) -> PathBuf {
        self.data.join("printed")
    }

    /// Where other programs and the desktop keep their settings.
    pub fn desktop(&self) -> PathBuf {
        self.config.parent().unwrap_or(&self.config).to_owned()
    }

    /// Where logs lie.
    pub fn logs(&self) -> PathBuf {
        self.data.join("logs")
    }

    /// Where backups of projects lie, a folder for each.
    pub fn backups(&self) -> PathBuf {
        self.data.join("backups")
    }

    /// Where journals lie, a folder for each project.
    pub fn journals(&self) -> PathBuf {
        self.data.join("journals")
    }

    /// Where earlier versions kept recovery copies.
    pub fn recovery(&self) -> PathBuf {
        self.data.join("recovery")
    }
}
