//! Whose the project is, and whether its file still is what it was: what the window does when another one has it, takes it over, or
//! writes to it.

use std::path::{Path, PathBuf};

use egui::{Context, Event};

use super::App;
use super::jobs::Done;
use super::versions::{Asked, Claim, Kept, Known, Opening, OtherVersion, Seen, Wish, beside};
use crate::command::catalogue::Action;
use crate::edit::{Edit, difference};
use crate::merge::merge;
use crate::model::count::count;
use crate::model::id::ProjectId;
use crate::model::project::Project;
use crate::session::Guard;
use crate::storage::{Condition, Disk, Standing};
use crate::view::changed::{ChangedFile, Choice};

/// Why nothing is saved while the checker has not decided.
pub(super) const UNDECIDED: &str = "The file was changed on disk by another program or person. Save to decide which version is to stand";

/// What is known of the project's file, and what is under way.
#[derive(Default)]
pub struct Watch {
    /// Lock, standing and base.
    pub(super) known: Known,
    /// The other version while the checker is asked.
    changed: Option<OtherVersion>,
    is_looking: bool,
    had_focus: bool,
}

/// Another state of the project that is to take its place.
pub struct Replacement {
    /// The state of the project that it was found for.
    place: (ProjectId, u64),
    /// The version that stands in the file.
    standing: Standing,
    theirs: Project,
    is_merge: bool,
    /// What has to change, and how many questions a merge leaves; or why it cannot be, in words.
    edits: Result<(Vec<Edit>, usize), String>,
}

impl Watch {
    /// Lets go of the file, and of its lock.
    pub(super) fn forget(&mut self) {
        self.known = Known::default();
        self.changed = None;
    }

    /// Notes that a project is safe in its file.
    pub(super) fn take_kept(&mut self, Kept { standing, project, lock }: Kept) {
        self.known = Known { lock, standing: Some(standing), base: Some(project), is_in_use: false };
    }
}

impl App {
    /// The file of the project, and what must be so for it to be saved there; none where it has none.
    pub(super) fn own_file(&self) -> Option<(PathBuf, Condition)> {
        let Known { lock, standing, .. } = &self.watch.known;
        Some((self.session.path()?.to_owned(), Condition { standing: *standing, lock: lock.clone() }))
    }

    /// The file, as it is asked for.
    pub(super) fn asked(&self, path: PathBuf) -> Asked {
        Asked { path, checker: self.preferences.checker.clone(), at: (self.clock)(), undo_steps: self.preferences.undo_steps }
    }

    /// Opens a project file.
    pub(super) fn open_project(&mut self, path: PathBuf, wish: Wish) {
        // The file may be the one at work: its lock is asked for anew.
        self.watch.known.lock = None;
        self.jobs.open_project(self.asked(path), wish, self.folders.clone(), None);
    }

    /// Opens the file of the project that is shown once more; what is shown may only be read meanwhile.
    pub(super) fn open_again(&mut self, path: PathBuf, wish: Wish) {
        self.watch.known.lock = None;
        let ending = self.journal.take();
        self.jobs.open_project(self.asked(path), wish, self.folders.clone(), Some(ending));
    }

    /// Notes what was found when the project that is shown was opened.
    /// `base` is the project as it stands in its file, where that is known and not what is shown.
    pub(super) fn note_found(&mut self, found: Opening, is_recovered: bool, base: Option<Project>) {
        if self.session.path().is_none() {
            return;
        }
        let base = (!is_recovered).then(|| base.unwrap_or_else(|| self.session.project().clone()));
        self.watch.known = Known { standing: found.standing, base, ..Known::default() };
        match found.claim {
            Claim::Held(lock) => {
                self.watch.known.lock = Some(lock);
                match found.wish {
                    Wish::Open => {}
                    Wish::Again => self.session.say("It is free now: you can change it.", false),
                    Wish::TakeOver => self.session.say("You have taken the project over. The other window may only read it.", false),
                }
            }
            Claim::Nowhere => {}
            Claim::By(words) => {
                self.watch.known.is_in_use = true;
                self.close_to_changes(format!("{words}. Close it there, or take it over"));
            }
        }
    }

    fn close_to_changes(&mut self, reason: String) {
        self.session.say_with(format!("Open to read only. {reason}."), Action::TakeOver);
        self.session.set_guard(Guard::ReadOnly { reason: format!("{reason}."), can_take_over: true });
    }

    /// Looks at the file whenever the window gets the focus.
    pub(super) fn keep_watch(&mut self, ctx: &Context) {
        // A window that is covered draws no frame while it has no focus; then only the event tells.
        let comes = |event: &Event| matches!(event, Event::WindowFocused(true));
        let (has_focus, has_come) = ctx.input(|input| (input.focused, input.events.iter().any(comes)));
        if has_come || (has_focus && !self.watch.had_focus) {
            self.look_at_file();
        }
        self.watch.had_focus = has_focus;
    }

    /// Looks at the file and its lock, off the drawing thread. A look beside a save would see half of it.
    pub(super) fn look_at_file(&mut self) {
        let Some(path) = self.session.path().map(Path::to_owned) else { return };
        if self.watch.is_looking || self.saving.is_running() || self.watch.changed.is_some() || self.session.is_lent() {
            return;
        }
        self.watch.is_looking = true;
        self.jobs.look(self.asked(path), self.watch.known.clone());
    }

    /// Notes what a look at a file showed, unless it is out of date by now.
    pub(super) fn take_seen(&mut self, path: &Path, standing: Option<Standing>, seen: Seen) {
        self.watch.is_looking = false;
        let is_current = self.session.path() == Some(path) && self.watch.known.standing == standing;
        if !is_current || self.saving.is_running() || self.session.is_lent() {
            return;
        }
        match seen {
            Seen::Same(lock) => {
                self.watch.known.lock = lock.or(self.watch.known.lock.take());
                self.saving.settle(Some(UNDECIDED));
            }
            Seen::TakenOver(words) => self.lose_project(&words),
            Seen::Outdated if self.session.is_saved() => self.reopen(Wish::Again),
            Seen::Outdated => {}
            Seen::Changed(other) => self.ask_which(path, *other),
        }
    }

    /// Reads the project again.
    fn reopen(&mut self, wish: Wish) {
        if let Some(path) = self.session.path().map(Path::to_owned) {
            self.remember_place();
            self.open_again(path, wish);
        }
    }

    /// Takes the project over from the window that has it.
    pub(super) fn take_over(&mut self) {
        if self.session.is_saved() {
            self.reopen(Wish::TakeOver);
        } else {
            self.session.say("Save your version under another name first: taking over reads the file again.", true);
        }
    }

    /// Somebody took the project over: nothing more is written to its file, and work that is not saved goes beside it.
    pub(super) fn lose_project(&mut self, words: &str) {
        let Some(path) = self.session.path().map(Path::to_owned) else { return };
        self.watch.known.lock = None;
        self.watch.known.is_in_use = true;
        self.close_to_changes(format!("The project was taken over: {words}"));
        if !self.session.is_saved() {
            self.jobs.keep_beside(self.session.project().clone(), path, self.session.revision());
        }
    }

    /// Notes where work went that could not be saved any more.
    pub(super) fn take_beside(&mut self, revision: u64, outcome: Result<PathBuf, String>) {
        let Guard::ReadOnly { reason, .. } = self.session.guard().clone() else { return };
        match outcome {
            Ok(path) => {
                self.session.mark_saved(revision, None);
                self.session.say_with(format!("{reason} What you had not saved is in {}.", path.display()), Action::TakeOver);
            }
            Err(words) => {
                self.session.say(format!("{reason} What you had not saved could not be kept beside it: {words}"), true);
            }
        }
    }

    /// Asks which version is to stand. Until that is decided nothing is written to the file.
    fn ask_which(&mut self, path: &Path, other: OtherVersion) {
        self.saving.fail(UNDECIDED);
        let name = |path: &Path| path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let can_merge = other.project.is_some() && self.watch.known.base.is_some();
        let choices = [
            can_merge.then_some(Choice::Merge),
            Some(Choice::KeepBoth),
            Some(Choice::KeepMine),
            other.project.as_ref().map(|_| Choice::KeepTheirs),
        ];
        let question = ChangedFile {
            name: name(path),
            differs: other.differs.clone(),
            beside: name(&beside(&Disk, path)),
            choices: choices.into_iter().flatten().collect(),
        };
        self.panels.ask_which(question);
        self.watch.changed = Some(other);
    }

    /// Does what the checker decided about the other version; nothing where they decide later.
    pub(super) fn take_choice(&mut self, choice: Option<Choice>) {
        let (Some(other), Some(path)) = (self.watch.changed.take(), self.session.path().map(Path::to_owned)) else { return };
        match choice {
            None => {}
            Some(Choice::Merge) => self.order_replacement(other, true),
            Some(Choice::KeepBoth) => self.save_to(beside(&Disk, &path)),
            Some(Choice::KeepMine) => self.save_over(path, Some(other.standing)),
            Some(Choice::KeepTheirs) => self.order_replacement(other, false),
        }
    }

    /// Finds what has to change for the version on disk, or both versions merged, to take the place of the project. That goes through
    /// all records, so it is no work for the drawing thread.
    fn order_replacement(&mut self, other: OtherVersion, is_merge: bool) {
        let OtherVersion { standing, project: Some(theirs), .. } = other else { return };
        let (ours, base, place) = (self.session.project().clone(), self.watch.known.base.clone(), self.place());
        self.jobs.start(move || {
            let outcome = match base.filter(|_| is_merge) {
                Some(base) => {
                    merge(&base, &ours, &theirs).map(|merged| merged.project).map_err(|error| format!("{error}. Nothing was changed."))
                }
                None => Ok(theirs.clone()),
            };
            let edits = outcome.map(|wanted| (difference(&ours, &wanted), wanted.flags().len()));
            Done::Replacement(Box::new(Replacement { place, standing, theirs, is_merge, edits }))
        });
    }

    /// Puts the version on disk, or both versions merged, in the place of the project, as a step.
    pub(super) fn take_replacement(&mut self, replacement: Replacement) {
        let Replacement { place, standing, theirs, is_merge, edits } = replacement;
        let (edits, left) = match edits {
            Ok(_) if place != self.place() => {
                // It was worked on meanwhile: what is found now is asked about anew.
                return self.look_at_file();
            }
            Ok(found) => found,
            Err(words) => return self.session.say(words, true),
        };
        let label = if is_merge { "merge with the version on disk" } else { "take the version on disk" };
        self.carry_over(edits, label.to_owned(), move |app| app.take_replaced((standing, theirs), is_merge, left));
    }

    /// Notes that the version on disk has taken the place of the project, or is in it, with so many questions left.
    fn take_replaced(&mut self, (standing, theirs): (Standing, Project), is_merge: bool, left: usize) {
        if !is_merge {
            self.session.mark_saved(self.session.revision(), None);
        }
        self.saving.settle(None);
        self.watch.known.standing = Some(standing);
        self.watch.known.base = Some(theirs);
        let words = match (is_merge, left) {
            (false, _) => "This is the version on disk. Undo brings yours back.".to_owned(),
            (true, 0) => "Merged with the version on disk. Nothing is left to decide. Undo takes it back.".to_owned(),
            (true, left) => {
                let left = count(left, "question");
                format!("Merged with the version on disk. {left} left: see the status bar. Undo takes it back.")
            }
        };
        self.session.say(words, false);
    }
}
