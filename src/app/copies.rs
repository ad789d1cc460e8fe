//! Conflict copies that a sync service has put beside the project: offered when it is opened, merged as one step, and put aside once
//! the merged project is saved. Nothing is removed.

use std::path::{Path, PathBuf};

use super::App;
use super::jobs::{Done, Jobs};
use crate::edit::{Edit, difference};
use crate::merge::merge;
use crate::model::count::count;
use crate::model::id::ProjectId;
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

/// Conflict copies that are merged into the project as it was.
pub struct MergedCopies {
    /// The state of the project that they were merged into.
    place: (ProjectId, u64),
    /// The project as it was then.
    before: Project,
    /// The project with the copies.
    merged: Project,
    /// What has to change for it to become that.
    edits: Vec<Edit>,
    /// The copies that are in it.
    copies: Vec<PathBuf>,
    /// Why others are not, in sentences.
    remarks: Vec<String>,
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
            self.jobs.merge_copies(self.place(), self.session.project().clone(), copies);
        }
    }

    /// Takes the merged project, unless it was changed meanwhile: then it is merged once more, with what was done since.
    pub(super) fn take_merged_copies(&mut self, found: MergedCopies) {
        if found.place != self.place() {
            if found.place.0 == self.session.project().id() {
                self.jobs.merge_again(found, self.place(), self.session.project().clone());
            }
            return;
        }
        let MergedCopies { edits, merged, copies, remarks, .. } = found;
        let left = merged.flags().len();
        let after = move |app: &mut App| app.tell_merged(copies, left, &remarks);
        self.carry_over(edits, "merge with a conflict copy".to_owned(), after);
    }

    /// Tells that copies are merged, with so many questions left.
    fn tell_merged(&mut self, copies: Vec<PathBuf>, left: usize, remarks: &[String]) {
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
    fn merge_copies(&mut self, place: (ProjectId, u64), project: Project, copies: Vec<PathBuf>) {
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
            Done::MergedCopies(Box::new(MergedCopies { place, before: project, edits, merged, copies: done, remarks }))
        });
    }

    /// Merges once more, with the project as it is by now.
    fn merge_again(&mut self, found: MergedCopies, place: (ProjectId, u64), present: Project) {
        self.start(move || {
            let again = merge(&found.before, &present, &found.merged).map(|again| again.project);
            match again {
                Ok(merged) => {
                    let edits = difference(&present, &merged);
                    Done::MergedCopies(Box::new(MergedCopies { place, before: present, edits, merged, ..found }))
                }
                Err(error) => Done::Failed(format!("The conflict copy could not be merged: {error}")),
            }
        });
    }
}

fn name_of(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}
