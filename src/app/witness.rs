//! Bears witness for a test that kills the program: `TICKMARK_WITNESS=FILE` has it add a line for whatever is shown or done, with a
//! fingerprint of every record that it concerns as it stands in memory then. Off, it costs nothing; words of articles are not in it.

use std::collections::BTreeMap;
use std::fmt::Debug;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::io::Write as _;
use std::path::Path;
use std::sync::Arc;

use egui::mutex::Mutex;
use serde_json::json;

use crate::edit::{Deed, Edit, Record, Swap};
use crate::model::project::Project;
use crate::storage::fs::NewFile;
use crate::storage::{Disk, Fs as _};

/// Writes the lines. Copies write to the same file.
#[derive(Clone, Default)]
pub struct Witness(Option<Arc<Mutex<Box<dyn NewFile>>>>);

/// Fingerprints of records by kind and identity, of all their fields; none where there is no such record.
type Prints = BTreeMap<String, Option<String>>;

impl Witness {
    /// Bears witness in the file that the environment names, or not at all.
    pub fn from_environment() -> Self {
        let path = std::env::var_os("TICKMARK_WITNESS").filter(|path| !path.is_empty());
        Witness(path.and_then(|path| Disk.append(Path::new(&path)).ok()).map(|file| Arc::new(Mutex::new(file))))
    }

    /// Tells the project as it is shown.
    pub fn shown(&self, project: &Project) {
        if self.0.is_some() {
            self.write("shown", 0, &everything(project));
        }
    }

    /// Tells what was done up to a revision, before the journal hears of it.
    pub fn done(&self, project: &Project, deeds: &[Deed], revision: u64) {
        if self.0.is_some() {
            self.write("done", revision, &touched(project, deeds));
        }
    }

    fn write(&self, event: &str, revision: u64, prints: &Prints) {
        let Some(file) = &self.0 else { return };
        let line = format!("{}\n", json!({ "event": event, "revision": revision, "prints": prints }));
        // Whoever reads it misses what could not be written.
        let _ = file.lock().write_all(line.as_bytes());
    }
}

/// Everything in a project.
fn everything(project: &Project) -> Prints {
    let mut prints = of_project(project);
    all_of(project.documents.values(), &mut prints);
    all_of(project.annotations.values(), &mut prints);
    all_of(project.claims.values(), &mut prints);
    all_of(project.sources.values(), &mut prints);
    all_of(project.groups.values(), &mut prints);
    all_of(project.quantities.values(), &mut prints);
    all_of(project.links.values(), &mut prints);
    all_of(project.exclusions.values(), &mut prints);
    all_of(project.changes.values(), &mut prints);
    all_of(project.flags.values(), &mut prints);
    prints
}

/// What deeds touched, as the project has it after them.
fn touched(project: &Project, deeds: &[Deed]) -> Prints {
    let mut prints = of_project(project);
    let steps = deeds.iter().flat_map(|deed| <[_; 2]>::from(deed.steps())).flatten();
    for edit in steps.flat_map(|step| &step.edits) {
        match edit {
            Edit::Rename(_) | Edit::SetHouse(_) | Edit::Keep(_) | Edit::Reorder(_) => {}
            Edit::PutDocument(swap) => note(project, swap, &mut prints),
            Edit::PutAnnotation(swap) => note(project, swap, &mut prints),
            Edit::PutClaim(swap) => note(project, swap, &mut prints),
            Edit::PutSource(swap) => note(project, swap, &mut prints),
            Edit::PutGroup(swap) => note(project, swap, &mut prints),
            Edit::PutQuantity(swap) => note(project, swap, &mut prints),
            Edit::PutLink(swap) => note(project, swap, &mut prints),
            Edit::PutExclusion(swap) => note(project, swap, &mut prints),
            Edit::PutChange(swap) => note(project, swap, &mut prints),
            Edit::PutFlag(swap) => note(project, swap, &mut prints),
        }
    }
    prints
}

/// What belongs to no record.
fn of_project(project: &Project) -> Prints {
    // A text calls itself by length and hash; how its lines ended is told here.
    let ends: Vec<_> = project.documents().map(|document| (document.text.line_end(), document.text.had_bom())).collect();
    let of = format!("{:?} {:?} {:?} {:?} {:?} {ends:?}", project.id(), project.name(), project.house(), project.order(), project.kept());
    [("project".to_owned(), Some(print_of(&of)))].into()
}

fn all_of<'a, R: Record<Id: Debug> + Debug + 'a>(records: impl Iterator<Item = &'a R>, prints: &mut Prints) {
    prints.extend(records.map(|record| (name_of::<R>(record.id()), Some(print_of(record)))));
}

fn note<R: Record<Id: Debug> + Debug>(project: &Project, swap: &Swap<R>, prints: &mut Prints) {
    let ids = [&swap.before, &swap.after].into_iter().flatten().map(|record| record.id());
    prints.extend(ids.map(|id| (name_of::<R>(id), R::table(project).get(&id).map(print_of))));
}

fn name_of<R: Record<Id: Debug>>(id: R::Id) -> String {
    format!("{} {id:?}", R::NAME)
}

/// A few digits that differ whenever a field does.
fn print_of(record: &impl Debug) -> String {
    let mut hasher = DefaultHasher::new();
    format!("{record:?}").hash(&mut hasher);
    format!("{:016x}", hasher.finish())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::command::{Action, Command};
    use crate::model::claim::Status;
    use crate::session::{IdSource, Session};
    use crate::testing::{NOW, project};

    #[test]
    fn what_is_done_step_by_step_adds_up_to_what_is_shown() {
        let mut session = Session::new(project("One\n[It rained|claim] for [36 hours|number]."), None, IdSource::new(7));
        let mut known = everything(session.project());
        let actions = [Action::NextMark, Action::SetStatus(Status::Confirmed), Action::Undo, Action::Redo, Action::Remove];
        for action in actions {
            session.run(Command::Run(action), NOW);
            let deeds = session.take_deeds();
            known.extend(touched(session.project(), &deeds));
            known.retain(|_, print| print.is_some());
            assert_eq!(known, everything(session.project()));
        }
        assert!(session.project().annotations().len() == 1 && known.keys().any(|name| name.starts_with("history ")), "{known:?}");
    }
}
