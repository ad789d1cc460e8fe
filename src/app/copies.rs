//! Conflict copies that a sync service has put beside the project: offered when it is opened, merged as one step, and put aside once
//! the merged project is saved. Nothing is removed.

use std::path::{Path, PathBuf};

use super::App;
use super::jobs::{Done, Jobs};
use crate::edit::{Edit, difference};
use crate::merge::merge;
use crate::model::count::count;
use crate::model::project::Project;
use crate::storage::{self, Disk, Fs as _};

/// What a copy that was merged is called then, behind its name.
const MERGED: &str = ".merged";

/// Conflict copies of the project at work.
#[derive(Default)]
pub struct Copies {
    /// Those that lie beside it and may be merged.
    offered: Vec<PathBuf>,
    /// Those that are merged, to be put aside with the next save.
    merged: Vec<PathBuf>,
}

impl App {
    /// Offers the copies that lie beside the project that was just opened.
    pub(super) fn offer_copies(&mut self, copies: Vec<PathBuf>) {
        if !copies.is_empty() {
            let names: Vec<String> = copies.iter().map(|path| format!("“{}”", name_of(path))).collect();
            self.panels.ask_about_copies(&names.join(", "));
        }
        self.copies = Copies { offered: copies, merged: Vec::new() };
    }

    /// Merges the copies into the project, or leaves them where they are.
    pub(super) fn answer_copies(&mut self, is_merging: bool) {
        let copies = std::mem::take(&mut self.copies.offered);
        if is_merging {
            self.jobs.merge_copies(self.session.project().clone(), copies);
        }
    }

    /// Takes the merged project, unless it was changed meanwhile: then it is merged once more, with what was done since.
    pub(super) fn take_merged_copies(
        &mut self,
        (before, merged): (&Project, &Project),
        edits: Vec<Edit>,
        copies: Vec<PathBuf>,
        remarks: &[String],
    ) {
        let has_moved = self.session.project() != before;
        let again = has_moved.then(|| merge(before, self.session.project(), merged)).and_then(Result::ok);
        let edits = again.as_ref().map_or(edits, |again| difference(self.session.project(), &again.project));
        let left = again.as_ref().map_or(merged, |again| &again.project).flags().len();
        if let Err(refusal) = self.session.carry_over(edits, "merge with a conflict copy", (self.clock)()) {
            self.session.say(refusal.to_string(), true);
            return;
        }
        self.copies.merged = copies;
        let open = if left == 0 {
            "Nothing is left to decide.".to_owned()
        } else {
            format!("{} left: see the status bar.", count(left, "question"))
        };
        let words = format!("Merged. {open} Undo takes it back. {}", remarks.join(" "));
        self.session.say(words.trim_end(), !remarks.is_empty());
    }

    /// Gives merged copies another ending, so that they are not offered again. Called when the merged project is safe.
    pub(super) fn put_copies_aside(&mut self) {
        for copy in std::mem::take(&mut self.copies.merged) {
            let mut aside = copy.clone().into_os_string();
            aside.push(MERGED);
            // One that cannot be renamed is offered again, which does no harm.
            let _ = Disk.rename(Path::new(&copy), Path::new(&aside));
        }
    }
}

impl Jobs {
    fn merge_copies(&mut self, project: Project, copies: Vec<PathBuf>) {
        self.start(move || {
            let (mut merged, mut done, mut remarks) = (project.clone(), Vec::new(), Vec::new());
            // Nobody knows from which state the copies went their ways, so everything that either has stays.
            let base = Project::new(project.id(), "");
            for copy in copies {
                let opened = storage::open(&Disk, &copy).map_err(|error| error.to_string());
                match opened.and_then(|opened| merge(&base, &merged, &opened.project).map_err(|error| error.to_string())) {
                    Ok(both) => {
                        merged = both.project;
                        done.push(copy);
                    }
                    Err(words) => remarks.push(format!("{words}.")),
                }
            }
            let edits = difference(&project, &merged);
            Done::MergedCopies { before: Box::new(project), edits, merged: Box::new(merged), copies: done, remarks }
        });
    }
}

fn name_of(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}
