//! `tickmark merge`: brings two people's work on one project together, by hand or for git.

use std::path::{Path, PathBuf};

use serde::Serialize;

use super::terminal::say;
use super::{FAILED, FLAWED, SOUND, complain, count, now, open, size};
use crate::merge::{Merged, merge};
use crate::model::flag::Flag;
use crate::model::id::ProjectId;
use crate::model::project::Project;
use crate::storage::folders::Folders;
use crate::storage::{self, Disk, Fs as _, backup};

/// Merge two states of a project that go back to one state
#[derive(clap::Args)]
#[command(after_help = "Exit code: 0 merged, 1 merged with questions left that the window walks through, 2 nothing was done.\n\n\
    As git's merge driver:\n  \
    git config merge.tickmark.driver \"tickmark merge %O %A %B --output %A\"\n  \
    echo \"*.ron merge=tickmark\" >> .gitattributes")]
pub(super) struct Arguments {
    /// The state that both go back to; an empty file where there is none
    #[arg(value_name = "BASE")]
    base: PathBuf,
    /// Our state; where both changed the same, it stands
    #[arg(value_name = "OURS")]
    ours: PathBuf,
    /// Their state
    #[arg(value_name = "THEIRS")]
    theirs: PathBuf,
    /// The file to write; may be one of the three. What stood in it is kept among the window's backups
    #[arg(long, value_name = "P.ron")]
    output: PathBuf,
    /// Print JSON for scripts
    #[arg(long)]
    json: bool,
}

/// The answer for scripts.
#[derive(Serialize)]
struct Answer<'a> {
    project: &'a str,
    /// Whether nothing is left to decide.
    clean: bool,
    questions: Vec<Question<'a>>,
}

/// One thing to decide, for scripts.
#[derive(Serialize)]
struct Question<'a> {
    conflict: &'static str,
    kind: &'static str,
    id: String,
    subject: String,
    field: &'a str,
    ours: &'a str,
    theirs: &'a str,
}

pub(super) fn run(arguments: &Arguments) -> u8 {
    match merged(arguments) {
        Ok(merged) => {
            if arguments.json {
                say(&json(&merged));
            } else {
                in_words(arguments, &merged);
            }
            if merged.flags.is_empty() { SOUND } else { FLAWED }
        }
        Err(words) => {
            complain(&words);
            FAILED
        }
    }
}

fn merged(arguments: &Arguments) -> Result<Merged, String> {
    let (ours, theirs) = (whole(&arguments.ours)?, whole(&arguments.theirs)?);
    let has_base = Disk.about(&arguments.base).map_or(true, |about| about.bytes > 0);
    let base = if has_base { whole(&arguments.base)? } else { Project::new(ours.id(), "") };
    let merged = merge(&base, &ours, &theirs).map_err(|error| error.to_string())?;
    back_up(&arguments.output, merged.project.id())?;
    storage::save(&Disk, &arguments.output, &merged.project).map_err(|error| error.to_string())?;
    Ok(merged)
}

/// Keeps what stands in the file until now among the backups of the window.
fn back_up(path: &Path, project: ProjectId) -> Result<(), String> {
    if !Disk.is_there(path) {
        return Ok(());
    }
    let kept = backup::keep_file(&Disk, &Folders::of_system().backups(), project, path, now());
    kept.map(drop).map_err(|error| format!("{} was not changed: {error}", path.display()))
}

/// A project that was read without leaving anything out: what was left out would be lost in the merged one.
fn whole(path: &Path) -> Result<Project, String> {
    let opened = open(path).map_err(|error| error.to_string())?;
    let left_out = "parts of it could not be read and would be lost. Open it in the window and save it under another name, then merge that";
    if opened.is_whole() { Ok(opened.project) } else { Err(format!("{} was not merged: {left_out}", path.display())) }
}

fn in_words(arguments: &Arguments, merged: &Merged) {
    for flag in &merged.flags {
        say(&format!("decide   {}", flag.words(&merged.project)));
    }
    let left = if merged.flags.is_empty() {
        "nothing is left to decide".to_owned()
    } else {
        format!("{} left to decide", count(merged.flags.len(), "question"))
    };
    say(&format!("Merged into {}: {}; {left}.", arguments.output.display(), size(&merged.project)));
}

fn json(merged: &Merged) -> String {
    let questions = merged.flags.iter().map(|flag| question(&merged.project, flag));
    let answer = Answer { project: merged.project.name(), clean: merged.flags.is_empty(), questions: questions.collect() };
    // Strings and truth values alone can always be written as JSON.
    serde_json::to_string_pretty(&answer).unwrap_or_default()
}

fn question<'a>(project: &Project, flag: &'a Flag) -> Question<'a> {
    Question {
        conflict: flag.conflict.word(),
        kind: flag.subject.kind(),
        id: flag.subject.uid().to_string(),
        subject: flag.subject_words(project),
        field: &flag.field,
        ours: &flag.ours,
        theirs: &flag.theirs,
    }
}
