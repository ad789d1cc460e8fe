//! File dialogs: the system's where there is a service for them, else a path field of our own. All use of rfd is here.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use rfd::AsyncFileDialog;

use super::App;
use super::jobs::{Done, Jobs};
use crate::command::ExportFormat;
use crate::model::id::{ClaimId, DocumentId, EvidenceId, SourceId};
use crate::model::letter::{Letter, LetterForm};
use crate::storage::{Disk, Fs};
use crate::view::path_dialog::{self, Entry};

/// A dialog that answers "nothing" sooner than a person could is no dialog.
const NO_DIALOG: Duration = Duration::from_millis(250);

/// What a path is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// Articles to open.
    OpenArticles,
    /// A new draft of an article.
    OpenDraft(DocumentId),
    /// A project to open.
    OpenProject,
    /// Where to save the project.
    SaveProject,
    /// Where to write a copy of the project, which stays with its own file.
    SaveCopy,
    /// Where to write the report.
    Export(ExportFormat),
    /// Where to save a copy of a backup.
    CopyBackup,
    /// A file that holds evidence or a source.
    Attach(Holder),
    /// A rating scale to add.
    OpenScale,
    /// A project to offer the settled claims of.
    AddToLibrary,
    /// Where to write the rating scale in use.
    SaveScale,
    /// Where to write the table of figures.
    SaveFigures,
    /// Where to write a letter about an article.
    SaveLetter(DocumentId, Letter, LetterForm),
}

/// What a file is attached to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holder {
    /// A row of evidence.
    Evidence(ClaimId, EvidenceId),
    /// An entry of the register.
    Source(SourceId),
}

impl Purpose {
    /// What the dialog is called.
    pub fn title(self) -> &'static str {
        match self {
            Purpose::OpenArticles => "Open articles",
            Purpose::OpenDraft(_) => "Open new draft",
            Purpose::OpenProject => "Open a project",
            Purpose::SaveProject => "Save the project",
            Purpose::SaveCopy => "Save a copy of the project",
            Purpose::CopyBackup => "Save a copy of the backup",
            Purpose::Attach(_) => "Attach a file",
            Purpose::SaveLetter(..) => "Save the letter",
            Purpose::AddToLibrary => "Add a project to the library",
            Purpose::OpenScale => "Open a rating scale",
            Purpose::SaveScale => "Save the rating scale",
            Purpose::SaveFigures => "Save the table of figures",
            Purpose::Export(_) => "Export the report",
        }
    }

    /// The same for our own dialog.
    pub fn for_view(self) -> path_dialog::Purpose {
        match self {
            Purpose::OpenArticles => path_dialog::Purpose::OpenArticle,
            Purpose::OpenDraft(_) => path_dialog::Purpose::OpenDraft,
            Purpose::OpenProject => path_dialog::Purpose::OpenProject,
            Purpose::SaveProject | Purpose::SaveCopy => path_dialog::Purpose::SaveProject,
            Purpose::Export(format) => path_dialog::Purpose::SaveReport(format),
            Purpose::CopyBackup => path_dialog::Purpose::CopyBackup,
            Purpose::Attach(_) => path_dialog::Purpose::Attach,
            Purpose::SaveLetter(_, _, form) => path_dialog::Purpose::SaveLetter(form),
            Purpose::AddToLibrary => path_dialog::Purpose::AddToLibrary,
            Purpose::OpenScale => path_dialog::Purpose::OpenScale,
            Purpose::SaveScale => path_dialog::Purpose::SaveScale,
            Purpose::SaveFigures => path_dialog::Purpose::SaveFigures,
        }
    }

    /// Whether a file is to be written.
    pub fn is_saving(self) -> bool {
        matches!(
            self,
            Purpose::SaveProject
                | Purpose::SaveCopy
                | Purpose::Export(_)
                | Purpose::CopyBackup
                | Purpose::SaveLetter(..)
                | Purpose::SaveScale
                | Purpose::SaveFigures
        )
    }

    fn filter(self) -> (&'static str, &'static [&'static str]) {
        let words = match self {
            Purpose::OpenArticles | Purpose::OpenDraft(_) => "Articles",
            Purpose::OpenProject | Purpose::AddToLibrary | Purpose::SaveProject | Purpose::SaveCopy | Purpose::CopyBackup => {
                "Tickmark project"
            }
            Purpose::Attach(_) => "Any file",
            Purpose::SaveLetter(_, _, form) => form.word(),
            Purpose::OpenScale | Purpose::SaveScale => "Rating scale",
            Purpose::SaveFigures => "CSV",
            Purpose::Export(format) => format.name(),
        };
        (words, self.for_view().endings())
    }
}

/// How a dialog ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// These paths were chosen.
    Paths(Purpose, Vec<PathBuf>),
    /// No path, after so long: the checker changed their mind, or nothing on this machine shows dialogs.
    Nothing(Purpose, Duration),
}

/// Whether a dialog that answered "nothing" was ever on screen. One that was not answers at once; on a slow machine the
/// question may take seconds to fail, but then the window has had the keyboard (`had_focus`) all the time.
pub fn was_shown(after: Duration, had_focus: bool) -> bool {
    after >= NO_DIALOG && !had_focus
}

/// Shows the system's dialog; the answer comes back as a job. Must be called on the window's thread.
pub fn ask(jobs: &mut Jobs, purpose: Purpose, folder: Option<&Path>, file_name: &str) {
    let (words, endings) = purpose.filter();
    let mut dialog = AsyncFileDialog::new().set_title(purpose.title());
    if !endings.is_empty() {
        dialog = dialog.add_filter(words, endings);
    }
    if let Some(folder) = folder {
        dialog = dialog.set_directory(folder);
    }
    if purpose.is_saving() {
        let future = dialog.set_file_name(file_name).save_file();
        jobs.start(move || answer(purpose, || pollster::block_on(future).map(|file| vec![file.path().to_owned()])));
    } else {
        let future = dialog.pick_files();
        jobs.start(move || {
            answer(purpose, || pollster::block_on(future).map(|files| files.iter().map(|file| file.path().to_owned()).collect()))
        });
    }
}

fn answer(purpose: Purpose, wait: impl FnOnce() -> Option<Vec<PathBuf>>) -> Done {
    let began = Instant::now();
    Done::Dialog(match wait() {
        Some(paths) => Answer::Paths(purpose, paths),
        None => Answer::Nothing(purpose, began.elapsed()),
    })
}

/// A path as typed: `~` is the home folder, a missing ending is added where a file is written.
pub fn typed_path(text: &str, purpose: Purpose, folder: &Path) -> PathBuf {
    let path = typed_folder(text, folder);
    let wants_ending = purpose.is_saving() && path.extension().is_none();
    match purpose.filter().1.first() {
        Some(ending) if wants_ending => path.with_extension(ending),
        _ => path,
    }
}

/// A folder as typed: `~` is the home folder, another one lies in `folder` where it does not begin at the root.
pub fn typed_folder(text: &str, folder: &Path) -> PathBuf {
    let text = text.trim();
    let home = directories::UserDirs::new().map(|dirs| dirs.home_dir().to_owned());
    match (text.strip_prefix("~/").or(text.strip_prefix("~\\")), home) {
        (Some(rest), Some(home)) => home.join(rest),
        _ => folder.join(text),
    }
}

/// Files and folders that are listed at most.
const MOST_ENTRIES: usize = 2000;

/// What lies in a folder, for our own dialog; nothing where it cannot be read. Off the drawing thread: a disk may be far away.
pub fn entries_of(disk: &dyn Fs, folder: &Path) -> Vec<Entry> {
    let paths = disk.list(folder).unwrap_or_default().into_iter().take(MOST_ENTRIES);
    let entry = |path: PathBuf| {
        let name = path.file_name()?.to_string_lossy().into_owned();
        Some(Entry { name, is_folder: disk.about(&path).is_ok_and(|about| about.is_folder) })
    };
    paths.filter_map(entry).collect()
}

impl App {
    /// Looks into the folder that is typed in our own dialog.
    pub(super) fn list_wanted_folder(&mut self) {
        let Some(typed) = self.panels.take_wanted_folder() else { return };
        let (folder, of) = (typed_folder(&typed, &self.dialog_folder()), typed.clone());
        self.jobs.start_or(|_| Done::Entries(of, Vec::new()), move || Done::Entries(typed, entries_of(&Disk, &folder)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::storage::faulty::Failing;

    #[test]
    fn a_dialog_was_shown_if_it_took_its_time_and_the_keyboard() {
        let (at_once, later) = (Duration::from_millis(20), Duration::from_secs(3));
        assert!(was_shown(later, false));
        assert!(!was_shown(at_once, false) && !was_shown(later, true) && !was_shown(at_once, true));
    }

    #[test]
    fn a_typed_path_gets_folder_and_ending() {
        let folder = Path::new("desk");
        assert_eq!(typed_path(" story ", Purpose::SaveProject, folder), folder.join("story.ron"));
        assert_eq!(typed_path("a.txt", Purpose::OpenArticles, folder), folder.join("a.txt"));
        assert_eq!(typed_path("r.html", Purpose::Export(ExportFormat::Html), folder), folder.join("r.html"));
    }

    #[test]
    fn a_folder_is_listed_as_far_as_the_disk_lets_it() {
        let home = tempfile::tempdir().unwrap();
        std::fs::create_dir(home.path().join("press")).unwrap();
        std::fs::write(home.path().join("flood.ron"), "").unwrap();
        let entry = |name: &str, is_folder| Entry { name: name.to_owned(), is_folder };
        let all = [entry("flood.ron", false), entry("press", true)];
        assert_eq!(entries_of(&Disk, home.path()), all);
        let names = |at| entries_of(&Failing::at(at, true, std::io::ErrorKind::Other), home.path()).len();
        assert_eq!([1, 2, 3, 4].map(names), [0, 2, 2, 2], "a name is no secret for want of more");
    }
}
