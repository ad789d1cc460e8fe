//! The library: other projects, chosen by the checker, whose settled claims are offered where one is like them. They are only read.

use std::path::PathBuf;
use std::sync::Arc;

use super::App;
use super::jobs::Done;
use crate::session::Preference;
use crate::session::already::Library;
use crate::storage::{self, Disk};

impl App {
    /// Reads the projects of the library anew, in a job.
    pub(super) fn read_library(&mut self) {
        let paths = self.preferences.library.clone();
        if paths.is_empty() {
            return self.show_library(Library::default());
        }
        self.jobs.start(move || {
            let (library, remarks) = read(&paths);
            Done::Library(Box::new(library), remarks)
        });
    }

    pub(super) fn take_library(&mut self, library: Library, remarks: &[String]) {
        if !remarks.is_empty() {
            self.session.say(remarks.join(" "), true);
        }
        self.show_library(library);
    }

    fn show_library(&mut self, library: Library) {
        self.library = Arc::new(library);
        self.panels.set_library(Arc::clone(&self.library));
    }

    /// Adds projects to the library.
    pub(super) fn add_to_library(&mut self, paths: Vec<PathBuf>) {
        let mut library = self.preferences.library.clone();
        library.extend(paths);
        library.dedup();
        self.change_preference(Preference::Library(library));
    }
}

/// The settled claims of these projects, and what could not be read, in sentences.
fn read(paths: &[PathBuf]) -> (Library, Vec<String>) {
    let mut library = Library::default();
    let mut remarks = Vec::new();
    for path in paths {
        match storage::open(&Disk, path) {
            Ok(opened) => library.add(path.clone(), &opened.project),
            Err(error) => remarks.push(format!("The library lacks {}: {error}. Settings has the list.", path.display())),
        }
    }
    (library, remarks)
}
