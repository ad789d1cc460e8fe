//! From a snapshot and a journal to the project as it was, and from a history to undo and redo.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::line::{Contents, Kind, StepRow};
use super::rows::{Misfit, PartRow, Way};
use super::texts::{Reading, Texts};
use crate::edit::{History, Transaction};
use crate::model::project::Project;

/// Steps of undo that are kept from one session to the next where the checker has not chosen.
pub const UNDO_STEPS: usize = 1_000;

/// A project with the steps of a journal done again.
#[derive(Debug)]
pub struct Replayed {
    /// The project.
    pub project: Project,
    /// The last step that was done again, or the one before the first.
    pub last: u64,
    /// Whether all steps were.
    pub is_whole: bool,
}

/// Does the steps behind `after` again, up to the first that does not fit.
pub fn replay(mut project: Project, contents: &Contents, after: u64) -> Replayed {
    let behind = contents.steps.partition_point(|step| step.seq <= after);
    let steps = contents.steps.get(behind..).unwrap_or_default();
    let texts = Texts::new(&project, steps.iter().flat_map(parts), &contents.texts);
    let reading = Reading::new(&texts);
    let mut last = after;
    for step in steps {
        if redo(step, &mut project, &reading).is_err() {
            return Replayed { project, last, is_whole: false };
        }
        last = step.seq;
    }
    Replayed { project, last, is_whole: true }
}

fn parts(step: &StepRow) -> impl Iterator<Item = &PartRow> + Clone {
    step.back.iter().chain(&step.forth)
}

/// Does all of a deed again, or nothing.
fn redo(step: &StepRow, project: &mut Project, reading: &Reading<'_>) -> Result<(), Misfit> {
    let back = step.back.as_ref().map(|part| part.walk(Way::Back, project, reading)).transpose()?;
    if let Some(Err(misfit)) = step.forth.as_ref().map(|part| part.walk(Way::Forth, project, reading)) {
        if let Some(back) = back {
            // It was just taken back, so it fits again.
            let _ = back.apply(project);
        }
        return Err(misfit);
    }
    Ok(())
}

/// What the steps did, in the words of the menu, typing of one visit once.
pub fn labels<'a>(steps: impl Iterator<Item = &'a StepRow>) -> Vec<String> {
    let mut labels: Vec<String> = Vec::new();
    for step in steps {
        let label = |part: &Option<PartRow>| part.as_ref().map(|part| part.label.clone());
        match step.kind {
            Kind::Done => {
                if label(&step.back).is_some_and(|replaced| labels.last() == Some(&replaced)) {
                    labels.pop();
                }
                labels.extend(label(&step.forth));
            }
            Kind::Undone => labels.extend(label(&step.back).map(|label| format!("undo {label}"))),
            Kind::Redone => labels.extend(label(&step.forth).map(|label| format!("redo {label}"))),
        }
    }
    labels
}

/// Undo and redo as they were at the end of these steps, as far as they fit the project, `most` steps of each.
pub fn history<'a>(project: &Project, words: &BTreeMap<String, String>, steps: impl Iterator<Item = &'a StepRow>, most: usize) -> History {
    let (done, undone) = fold(steps);
    let newest = |steps: Vec<&'a PartRow>| steps.into_iter().rev().take(most).collect::<Vec<_>>();
    let (done, undone) = (newest(done), newest(undone));
    let texts = Texts::new(project, done.iter().chain(&undone).copied(), words);
    let reading = Reading::new(&texts);
    let mut past = walk(done, Way::Back, project.clone(), &reading);
    past.reverse();
    let mut future = walk(undone, Way::Forth, project.clone(), &reading);
    future.reverse();
    History::kept(past, future)
}

/// The steps done and the steps taken back at the end of these.
fn fold<'a>(steps: impl Iterator<Item = &'a StepRow>) -> (Vec<&'a PartRow>, Vec<&'a PartRow>) {
    let (mut done, mut undone): (Vec<&PartRow>, Vec<&PartRow>) = Default::default();
    for step in steps {
        match step.kind {
            Kind::Done => {
                if step.back.is_some() {
                    done.pop();
                }
                if step.forth.is_some() {
                    undone.clear();
                }
                done.extend(&step.forth);
            }
            Kind::Undone => {
                done.pop();
                undone.extend(&step.back);
            }
            Kind::Redone => {
                undone.pop();
                done.extend(&step.forth);
            }
        }
    }
    (done, undone)
}

/// Goes through steps, the last first, as long as they fit.
fn walk(steps: Vec<&PartRow>, way: Way, mut project: Project, reading: &Reading<'_>) -> Vec<Arc<Transaction>> {
    let walked = steps.into_iter().map_while(|step| step.walk(way, &mut project, reading).ok());
    walked.map(Arc::new).collect()
}
