//! Asking for paths, by the system's dialog or by ours, and what is done with the answer.

use std::path::{Path, PathBuf};

use super::App;
use super::dialogs::{self, Holder, Purpose, typed_path};
use crate::command::{Command, EvidenceChange, ScaleChange, SourceChange};
use crate::model::claim::Scale;
use crate::model::file::KeptFile;
use crate::model::id::DocumentId;
use crate::model::letter::{Letter, LetterForm};
use crate::report::letters;
use crate::storage;

impl App {
    /// Asks for a path: by the system's dialog, or by ours.
    pub(super) fn ask_path(&mut self, purpose: Purpose) {
        let name = self.file_name(purpose);
        if self.has_own_dialogs {
            self.panels.ask_for_path(purpose, &self.dialog_folder(), &name);
            return;
        }
        self.had_focus = true;
        let folder = self.usual_folder();
        dialogs::ask(&mut self.jobs, purpose, folder.as_deref(), &name);
    }

    /// The name that is proposed for a file to be written.
    pub(super) fn file_name(&self, purpose: Purpose) -> String {
        let stem = file_stem(self.session.project().name());
        match purpose {
            Purpose::SaveProject => format!("{stem}.ron"),
            Purpose::SaveCopy => format!("{stem}-copy.ron"),
            Purpose::Export(format) => format!("{stem}.{}", format.extension()),
            Purpose::SaveLetter(document, letter, form) => {
                let project = self.session.project();
                format!("{}-{}-{}.{}", stem, project.letter(document).to_lowercase(), letter.code(), form.extension())
            }
            Purpose::CopyBackup => self.copy_name(&stem),
            Purpose::SaveFigures => format!("{stem}-figures.csv"),
            Purpose::SaveScale => format!("{}.ron", file_stem(&self.session.project().scale().name)),
            Purpose::OpenArticles
            | Purpose::OpenDraft(_)
            | Purpose::OpenProject
            | Purpose::Attach(_)
            | Purpose::OpenScale
            | Purpose::AddToLibrary => String::new(),
        }
    }

    pub(super) fn use_paths(&mut self, purpose: Purpose, paths: Vec<PathBuf>) {
        self.folder = paths.first().and_then(|path| path.parent()).map(Path::to_owned).or_else(|| self.folder.take());
        match (purpose, paths.into_iter().collect::<Vec<_>>()) {
            (_, paths) if paths.is_empty() => {}
            (Purpose::OpenArticles | Purpose::OpenProject, paths) => self.open_paths(paths),
            (Purpose::OpenDraft(document), paths) => paths.into_iter().take(1).for_each(|path| self.want_draft(document, path)),
            (Purpose::SaveProject, paths) => paths.into_iter().take(1).for_each(|path| self.save_to(path)),
            (Purpose::SaveCopy, paths) => {
                let project = self.session.project();
                paths.into_iter().take(1).for_each(|path| self.jobs.copy(project.clone(), path));
            }
            (Purpose::AddToLibrary, paths) => self.add_to_library(paths),
            (Purpose::OpenScale, paths) => paths.into_iter().take(1).for_each(|path| self.jobs.read_scale(path)),
            (Purpose::SaveFigures, paths) => {
                let session = &self.session;
                let text = crate::report::figures(session.project(), session.lookup(), session.findings());
                paths.into_iter().take(1).for_each(|path| self.jobs.write_text("The table of figures", text.clone(), path));
            }
            (Purpose::SaveScale, paths) => {
                let text = storage::scale::to_ron(self.session.project().scale());
                paths.into_iter().take(1).for_each(|path| self.jobs.write_text("The scale", text.clone(), path));
            }
            (Purpose::SaveLetter(document, letter, form), paths) => {
                paths.into_iter().take(1).for_each(|path| self.save_letter(document, (letter, form), path));
            }
            (Purpose::Attach(holder), paths) => paths.into_iter().take(1).for_each(|path| self.jobs.hash(holder, path)),
            (Purpose::CopyBackup, paths) => paths.into_iter().take(1).for_each(|path| self.copy_backup_to(path)),
            (Purpose::Export(first), paths) => {
                let formats = self.wanted_forms(first);
                paths.into_iter().take(1).for_each(|path| self.export_to(formats.clone(), path));
            }
        }
    }

    /// A rating scale was read, or could not be.
    pub(super) fn take_scale(&mut self, ctx: &egui::Context, outcome: Result<Scale, String>) {
        match outcome {
            Ok(scale) => self.run(ctx, Command::ChangeScale(ScaleChange::Add(scale))),
            Err(words) => self.session.say(format!("{words}. Nothing was changed; choose another file."), true),
        }
    }

    /// Writes a letter to a file.
    fn save_letter(&mut self, document: DocumentId, kind: (Letter, LetterForm), path: PathBuf) {
        let writing = letters::Writing { checker: self.preferences.checker.clone(), now: (self.clock)(), offset: local_offset() };
        let written = letters::write((self.session.project(), self.session.lookup()), document, kind, &writing);
        match written {
            Ok(text) => self.jobs.write_text("The letter", text, path),
            Err(error) => self.session.say(format!("{error} The letter was not written."), true),
        }
    }

    /// A file was read and hashed, or could not be.
    pub(super) fn take_hashed(&mut self, ctx: &egui::Context, holder: Holder, outcome: Result<KeptFile, String>) {
        match (outcome, holder) {
            (Ok(file), Holder::Evidence(claim, row)) => {
                self.run(ctx, Command::ChangeEvidence(claim, row, EvidenceChange::File(Some(file))));
            }
            (Ok(file), Holder::Source(source)) => self.run(ctx, Command::ChangeSource(source, SourceChange::AddFile(file))),
            (Err(words), _) => self.session.say(format!("{words}. Nothing was attached; choose another file."), true),
        }
    }

    /// Paths typed or chosen in our own dialog.
    pub(super) fn use_typed_paths(&mut self, purpose: Purpose, texts: &[String]) {
        let folder = self.dialog_folder();
        self.use_paths(purpose, texts.iter().map(|text| typed_path(text, purpose, &folder)).collect());
    }

    /// The folder in which our own dialog starts.
    pub(super) fn dialog_folder(&self) -> PathBuf {
        self.usual_folder().or_else(|| std::env::current_dir().ok()).unwrap_or_default()
    }

    /// The folder of the project, or where the last file was. One that has just refused the project is no place to propose: then
    /// it is the folder of the checker's documents.
    fn usual_folder(&self) -> Option<PathBuf> {
        let beside = self.session.path().and_then(Path::parent).map(Path::to_owned);
        if !self.saving.has_failed() {
            return beside.or_else(|| self.folder.clone());
        }
        let other = self.folder.clone().filter(|folder| beside.as_ref() != Some(folder));
        let of_checker = || directories::UserDirs::new().map(|dirs| dirs.document_dir().unwrap_or(dirs.home_dir()).to_owned());
        other.or_else(of_checker).or(beside)
    }
}

/// The difference of this machine's clock to UTC now.
pub(super) fn local_offset() -> jiff::tz::Offset {
    jiff::Zoned::now().offset()
}

/// A file name from a project's name: letters, digits and hyphens.
pub(super) fn file_stem(name: &str) -> String {
    let words = name.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty());
    let stem = words.collect::<Vec<_>>().join("-").to_lowercase();
    if stem.is_empty() { "project".to_owned() } else { stem }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_named_after_its_project() {
        assert_eq!(file_stem("Border troops: 2025!"), "border-troops-2025");
        assert_eq!(file_stem("…"), "project");
    }
}
