//! What background jobs brought back.

use egui::Context;

use super::App;
use super::dialogs::{Answer, was_shown};
use super::jobs::Done;
use super::log::Event;
use crate::command::{Command, NewArticle};
use crate::model::id::DocumentId;

impl App {
    /// Takes what jobs brought back.
    pub(super) fn take_jobs(&mut self, ctx: &Context) {
        for done in self.jobs.take() {
            self.take_done(ctx, done);
        }
    }

    /// Writes a line of the log.
    pub(super) fn note(&self, event: Event<'_>) {
        self.log.note((self.clock)(), event);
    }

    /// Adds articles, or puts them in the place of the one of which they are a new draft.
    fn take_articles(&mut self, ctx: &Context, articles: Vec<NewArticle>, draft_of: Option<DocumentId>) {
        match draft_of {
            Some(document) => articles.into_iter().for_each(|article| self.run(ctx, Command::OpenDraft(document, Box::new(article)))),
            None if articles.is_empty() => {}
            None => self.run(ctx, Command::AddArticles(articles)),
        }
    }

    fn take_done(&mut self, ctx: &Context, done: Done) {
        match done {
            Done::Articles { articles, remarks, draft_of } => {
                self.take_articles(ctx, articles, draft_of);
                if !remarks.is_empty() {
                    self.session.say(remarks.join(" "), true);
                }
            }
            Done::Differences(found) => self.panels.take_differences(&found.0, found.1),
            Done::Listed(paths) => self.want(paths),
            Done::Fetched(turn, outcome) => self.take_fetched(turn, outcome),
            Done::Originals { project, kept, lacking } => self.take_originals(&project, kept, &lacking),
            Done::Project { path, read, is_recovered, copies, backup, took_ms, found } => match *read {
                Ok(mut read) => {
                    let base = read.left.as_mut().and_then(|left| left.base.take());
                    self.show_project(read, Some(path));
                    if is_recovered {
                        self.session.mark_saved(u64::MAX, None);
                        self.session.say("The last save had failed; this is the recovery copy, which is newer than the file.", false);
                    }
                    self.offer_copies(copies);
                    if let Some(outcome) = backup {
                        self.note_backup(outcome);
                    }
                    self.note_found(found, is_recovered, base);
                    self.timings.event("project_opened", serde_json::json!({ "took_ms": took_ms }));
                }
                Err(words) => {
                    self.note(Event::NotOpened);
                    self.stay();
                    self.session.say(words, true);
                    self.look_at_file();
                }
            },
            Done::MergedCopies(found) => self.take_merged_copies(*found),
            Done::Replacement(replacement) => self.take_replacement(*replacement),
            Done::Seen { path, standing, seen } => self.take_seen(&path, standing, seen),
            Done::Beside { revision, outcome } => self.take_beside(revision, outcome),
            Done::Unsaved(read, remarks) => self.take_unsaved(read, &remarks),
            Done::Worked { copy, after } => self.take_worked(copy, after),
            Done::Nothing => {}
            Done::Report(order, report) => {
                if let Some(old) = self.panels.take_report(&order, report) {
                    self.jobs.let_go(old);
                }
            }
            Done::Proposed(Some(found)) => self.session.take_found_proposals(found),
            Done::Proposed(None) => self.session.drop_sought_proposals(),
            Done::WorkedOut(Some(found)) => self.session.take_found_checks(found),
            Done::WorkedOut(None) => self.session.drop_sought_checks(),
            Done::Found(found) => self.session.take_found(found),
            Done::Alike(turn, alike) => self.session.take_alike(turn, alike),
            Done::Suggested(article, found) => self.session.take_suggested(&article, found),
            Done::Transcript(answer) => self.panels.take_compared_transcript(answer),
            Done::Counted(article) => self.session.take_counted(article),
            Done::Saved { revision, path, outcome, at } => self.take_saved(revision, &path, outcome, at),
            Done::Exported(exporting, outcome) => self.take_exported(exporting, outcome),
            Done::Preview(order, drawn) => self.take_preview(ctx, order, drawn),
            Done::Copied(Ok(words)) => self.take_copied(words, false),
            Done::Copied(Err(words)) => self.take_copied(format!("{words}. Choose another place."), true),
            Done::Failed(words) => self.session.say(format!("{words}. The project is unharmed; try it again."), true),
            Done::Scale(outcome) => self.take_scale(ctx, outcome),
            Done::Hashed(holder, outcome) => self.take_hashed(ctx, holder, outcome),
            Done::BackedUp(outcome) => self.note_backup(outcome),
            Done::Backups(found) => self.take_backups(found),
            done @ (Done::SideBySide(_) | Done::Indexed(_) | Done::Library(..) | Done::Checked(..)) => self.take_comparison(done),
            Done::Compared(compared) => self.take_compared(compared),
            Done::Restorable(restorable) => self.take_restorable(restorable),
            Done::Entries(folder, entries) => self.panels.take_entries(folder, entries),
            Done::Dialog(Answer::Paths(purpose, paths)) => self.use_paths(purpose, paths),
            Done::Dialog(Answer::Nothing(_, after)) if was_shown(after, self.had_focus) => self.saving.next = None,
            Done::Dialog(Answer::Nothing(purpose, _)) => {
                let folder = self.dialog_folder();
                let name = self.file_name(purpose);
                self.panels.ask_for_path(purpose, &folder, &name);
            }
        }
    }
}
