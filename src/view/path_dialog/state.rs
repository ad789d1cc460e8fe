//! What is typed and chosen in the dialog, and what becomes of it.

use crate::command::ExportFormat;
use crate::model::letter::LetterForm;
use crate::session::files::ARTICLE_ENDINGS;

/// What a path is wanted for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Purpose {
    /// Articles to add.
    #[default]
    OpenArticle,
    /// A new draft of an article.
    OpenDraft,
    /// A project to open.
    OpenProject,
    /// Where to save the project.
    SaveProject,
    /// Where to write the report.
    SaveReport(ExportFormat),
    /// Where to save a copy of a backup.
    CopyBackup,
    /// A file that holds evidence or a source.
    Attach,
    /// A project to offer the settled claims of.
    AddToLibrary,
    /// A rating scale to add.
    OpenScale,
    /// Where to write a rating scale.
    SaveScale,
    /// Where to write the table of figures.
    SaveFigures,
    /// Where to write a letter.
    SaveLetter(LetterForm),
}

impl Purpose {
    pub(super) fn title(self) -> &'static str {
        match self {
            Purpose::OpenArticle => "Open articles",
            Purpose::OpenDraft => "Open new draft",
            Purpose::OpenProject => "Open a project",
            Purpose::SaveProject => "Save the project",
            Purpose::CopyBackup => "Save a copy of the backup",
            Purpose::Attach => "Attach a file",
            Purpose::SaveLetter(_) => "Save the letter",
            Purpose::AddToLibrary => "Add a project to the library",
            Purpose::OpenScale => "Open a rating scale",
            Purpose::SaveScale => "Save the rating scale",
            Purpose::SaveFigures => "Save the table of figures",
            Purpose::SaveReport(_) => "Save the report",
        }
    }

    pub(super) fn remark(self) -> &'static str {
        match self {
            Purpose::OpenArticle | Purpose::OpenDraft => "Text, web pages, PDF, Word, e-books, mails",
            Purpose::OpenProject | Purpose::OpenScale | Purpose::AddToLibrary => "A .ron file",
            Purpose::Attach => "Any file; its path and hash are kept",
            Purpose::SaveProject
            | Purpose::SaveReport(_)
            | Purpose::CopyBackup
            | Purpose::SaveLetter(_)
            | Purpose::SaveScale
            | Purpose::SaveFigures => "Folder and name",
        }
    }

    pub(super) fn is_saving(self) -> bool {
        matches!(
            self,
            Purpose::SaveProject
                | Purpose::SaveReport(_)
                | Purpose::CopyBackup
                | Purpose::SaveLetter(_)
                | Purpose::SaveScale
                | Purpose::SaveFigures
        )
    }

    /// Endings of the files that it is about; the first one is added to a name without.
    pub fn endings(self) -> &'static [&'static str] {
        match self {
            Purpose::OpenArticle | Purpose::OpenDraft => ARTICLE_ENDINGS,
            Purpose::OpenProject
            | Purpose::AddToLibrary
            | Purpose::SaveProject
            | Purpose::CopyBackup
            | Purpose::OpenScale
            | Purpose::SaveScale => &["ron"],
            Purpose::SaveFigures => &["csv"],
            Purpose::Attach => &[],
            Purpose::SaveLetter(form) => match form {
                LetterForm::Text => &["txt"],
                LetterForm::Markdown => &["md"],
                LetterForm::Mail => &["eml"],
            },
            Purpose::SaveReport(format) => format.endings(),
        }
    }

    pub(super) fn word(self) -> &'static str {
        match self {
            Purpose::OpenArticle | Purpose::OpenDraft | Purpose::OpenProject | Purpose::OpenScale => "Open",
            Purpose::AddToLibrary => "Add",
            Purpose::Attach => "Attach",
            Purpose::SaveProject
            | Purpose::SaveReport(_)
            | Purpose::CopyBackup
            | Purpose::SaveLetter(_)
            | Purpose::SaveScale
            | Purpose::SaveFigures => "Save",
        }
    }
}

/// A file or folder in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its name, without the folder.
    pub name: String,
    /// Whether it can be gone into.
    pub is_folder: bool,
}

/// The dialog's state. The app makes it, tells it what lies in the folder that is typed, and drops it after an answer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PathDialogState {
    /// What the path is for.
    pub purpose: Purpose,
    /// The path as typed; up to the last slash it names the folder of `entries`.
    pub text: String,
    /// What lies in the folder of that name.
    entries: (Option<String>, Vec<Entry>),
    /// The folder that was asked for last.
    asked: Option<String>,
    /// Whether a file is to be written as soon as it is known what would be replaced.
    is_waiting: bool,
    /// Why the path cannot be used, in words.
    pub error: Option<String>,
    /// The path that will replace a file if it is chosen once more.
    pub(super) replaces: Option<String>,
    pub(super) chosen: Option<usize>,
    pub(super) has_been_shown: bool,
}

/// What was done in the dialog.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PathAnswer {
    /// These paths, as typed.
    Chosen(Vec<String>),
    /// The folder in the field is another one now: its entries are wanted.
    Entered(String),
    /// Nothing.
    Cancelled,
}

impl PathDialogState {
    /// A dialog that begins with this path, and asks for the entries of its folder.
    pub fn new(purpose: Purpose, text: impl Into<String>) -> Self {
        PathDialogState { purpose, text: text.into(), ..PathDialogState::default() }
    }

    /// Takes the entries of a folder, unless another one was asked for since.
    pub fn list(&mut self, folder: String, entries: Vec<Entry>) {
        if self.asked.as_ref() == Some(&folder) {
            self.entries = (Some(folder), entries);
        }
    }

    /// The folder in the field, the first time that its entries are wanted.
    pub(super) fn entered(&mut self) -> Option<PathAnswer> {
        let folder = Some(self.folder().to_owned());
        if self.asked == folder {
            return None;
        }
        self.asked.clone_from(&folder);
        folder.map(PathAnswer::Entered)
    }

    /// Whether the entries are those of the folder in the field.
    pub(super) fn is_listed(&self) -> bool {
        self.entries.0.as_deref() == Some(self.folder())
    }

    /// What was to be done once the entries are known.
    pub(super) fn go_on(&mut self) -> Option<PathAnswer> {
        let is_time = self.is_waiting && self.is_listed();
        if is_time { self.done() } else { None }
    }

    /// Begins anew after other words were typed.
    pub(super) fn note_typed(&mut self) {
        self.begin_anew();
        self.chosen = None;
        self.error = None;
        self.replaces = None;
        self.is_waiting = false;
    }

    /// The folder in the field, with its last slash; blank where none is named.
    pub fn folder(&self) -> &str {
        self.text.get(..self.name_start()).unwrap_or("")
    }

    pub(super) fn name_start(&self) -> usize {
        name_start(&self.text)
    }

    /// The entries that begin with what is typed behind the folder, folders first.
    pub(super) fn offered(&self) -> Vec<&Entry> {
        let typed = self.text.get(self.name_start()..).unwrap_or("").to_lowercase();
        let fits =
            |entry: &&Entry| entry.name.to_lowercase().starts_with(&typed) && (!entry.name.starts_with('.') || typed.starts_with('.'));
        let mut offered: Vec<_> = self.entries.1.iter().filter(|_| self.is_listed()).filter(fits).collect();
        offered.sort_by_key(|entry| (!entry.is_folder, entry.name.to_lowercase()));
        offered
    }

    /// Takes an entry into the field: goes into a folder, chooses a file (twice the same: done).
    pub(super) fn take(&mut self, entry: &Entry, is_done: bool) -> Option<PathAnswer> {
        let folder = self.folder().to_owned();
        self.chosen = None;
        self.error = None;
        if entry.is_folder {
            self.text = format!("{folder}{}/", entry.name);
            return None;
        }
        self.text = format!("{folder}{}", entry.name);
        if is_done { self.done() } else { None }
    }

    /// The articles among the entries offered, as paths.
    pub(super) fn articles(&self) -> Vec<String> {
        let has_ending = |name: &str| {
            let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_lowercase());
            ending.is_some_and(|ending| self.purpose.endings().contains(&ending.as_str()))
        };
        let files = self.offered().into_iter().filter(|entry| !entry.is_folder && has_ending(&entry.name));
        files.map(|entry| format!("{}{}", self.folder(), entry.name)).collect()
    }

    /// A whole path that was pasted or typed behind the folder begins anew.
    pub(super) fn begin_anew(&mut self) {
        let anew = ["//", "/~/"].iter().filter_map(|sign| self.text.rfind(sign)).max();
        if let Some(from) = anew.and_then(|at| self.text.get(at + 1..)).filter(|rest| rest.len() > 1) {
            self.text = from.to_owned();
        }
    }

    /// The name of a file that saving under this path would replace.
    fn replaced(&self, path: &str) -> Option<&str> {
        let name = path.get(name_start(path)..)?;
        let with_ending = self.purpose.endings().first().map(|ending| format!("{name}.{ending}"));
        let is_it = |entry: &&Entry| entry.name == name || (!name.contains('.') && Some(&entry.name) == with_ending.as_ref());
        let found = self.entries.1.iter().filter(|entry| !entry.is_folder).find(is_it);
        found.filter(|_| self.purpose.is_saving()).map(|entry| entry.name.as_str())
    }

    /// A path that ends in a slash is no file, and a file is only replaced by whoever has been told, which waits until it is known.
    pub(super) fn done(&mut self) -> Option<PathAnswer> {
        self.is_waiting = false;
        let text = self.text.trim().to_owned();
        if text.is_empty() || text.ends_with('/') {
            self.error = Some("Type or choose a file name, too.".to_owned());
            return None;
        }
        if self.purpose.is_saving() && !self.is_listed() {
            self.is_waiting = true;
            return None;
        }
        if let Some(name) = self.replaced(&text)
            && self.replaces.as_ref() != Some(&text)
        {
            self.error = Some(format!("{name} is there already. Save once more to replace it, or type another name."));
            self.replaces = Some(text);
            return None;
        }
        Some(PathAnswer::Chosen(vec![text]))
    }

    /// Chooses the entry so many rows further down, or up.
    pub(super) fn step(&mut self, rows: isize) {
        let count = self.offered().len();
        self.chosen = self.chosen.filter(|at| *at < count);
        if rows != 0 && count > 0 {
            let from = self.chosen.map_or(if rows > 0 { -1 } else { count as isize }, |at| at as isize);
            self.chosen = usize::try_from((from + rows).clamp(0, count as isize - 1)).ok();
        }
    }
}

/// Where the name begins in a path, behind the last slash.
fn name_start(path: &str) -> usize {
    let is_slash = |sign: char| sign == '/' || (cfg!(windows) && sign == '\\');
    path.rfind(is_slash).map_or(0, |at| at + 1)
}
