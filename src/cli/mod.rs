//! The command line: one file a command. What goes wrong is said in words with a next step, and in the exit code.

mod check;
mod compare;
mod export;
mod groups;
mod import;
mod merge;
mod suggest;
mod terminal;

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;

use clap::{Parser, Subcommand};

use crate::fetch::Fetched;
use crate::import::{ARGUMENT, Room, Wish, serve};
use crate::model::moment::Moment;
use crate::model::project::Project;
use crate::report::words::count;
use crate::session::files;
use crate::storage::{self, Disk, OpenError, Opened, Standing};

pub use terminal::complain;

/// What the program should do after the command line was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Open the window.
    Window {
        /// Projects, articles and addresses of pages to open in it; may be none.
        files: Vec<PathBuf>,
        /// Whether nothing is fetched from the web in this run.
        is_offline: bool,
    },
    /// Stop with this exit code; everything was done or said.
    Done(u8),
}

/// Everything was done, and nothing is wrong.
const SOUND: u8 = 0;
/// A part could not be done, or errors were found in the project.
const FLAWED: u8 = 1;
/// Nothing could be done.
const FAILED: u8 = 2;

/// A desk for fact-checkers: tag claims, numbers and sources in articles by hand, settle each claim, hand over an annotated report.
#[derive(Parser)]
#[command(name = "tickmark", version, args_conflicts_with_subcommands = true)]
struct Arguments {
    /// Articles, or one project, to open in the window; an address of a page (https://…) is shown there before anybody is asked for it
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Fetch nothing from the web in this run, whatever the settings say
    #[arg(long)]
    offline: bool,
    #[command(subcommand)]
    command: Option<Job>,
}

#[derive(Subcommand)]
enum Job {
    Import(import::Arguments),
    Check(check::Arguments),
    Compare(compare::Arguments),
    Export(export::Arguments),
    Merge(merge::Arguments),
    Suggest(suggest::Arguments),
}

/// Reads the arguments (the program's name first) and does what they ask, but for opening the window.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> Outcome {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    if arguments.get(1).is_some_and(|argument| argument == ARGUMENT) {
        return Outcome::Done(serve(std::io::stdin().lock(), std::io::stdout().lock()));
    }
    match Arguments::try_parse_from(arguments) {
        Ok(Arguments { files, offline, command: None }) => Outcome::Window { files, is_offline: offline },
        Ok(Arguments { command: Some(job), .. }) => Outcome::Done(match job {
            Job::Import(arguments) => import::run(&arguments),
            Job::Check(arguments) => check::run(&arguments),
            Job::Compare(arguments) => compare::run(&arguments),
            Job::Export(arguments) => export::run(&arguments),
            Job::Merge(arguments) => merge::run(&arguments),
            Job::Suggest(arguments) => suggest::run(&arguments),
        }),
        Err(words) => {
            // Help and version are told on stdout, mistakes on stderr; if neither can be written to, nobody is there to tell.
            let _ = words.print();
            Outcome::Done(u8::try_from(words.exit_code()).unwrap_or(FAILED))
        }
    }
}

/// Opens a project and tells its warnings.
fn open(path: &Path) -> Result<Opened, OpenError> {
    open_standing(path).map(|(opened, _)| opened)
}

/// The same, with what stood in the file.
fn open_standing(path: &Path) -> Result<(Opened, Standing), OpenError> {
    let (opened, standing) = storage::open_standing(&Disk, path)?;
    for warning in &opened.warnings {
        complain(&format!("{}: {warning}", path.display()));
    }
    Ok((opened, standing))
}

/// Reads an article; formats that can bring a reader down, in a process of its own.
fn open_article(path: &Path, wish: Wish) -> Result<files::Opened, files::ArticleError> {
    let is_cancelled = AtomicBool::new(false);
    files::Opener { disk: &Disk, room: &Room::apart(), wish, is_cancelled: &is_cancelled }.open(path)
}

/// The same for a page that was fetched from the web.
fn open_page(page: &Fetched, wish: Wish) -> Result<files::Opened, files::ArticleError> {
    let is_cancelled = AtomicBool::new(false);
    files::Opener { disk: &Disk, room: &Room::apart(), wish, is_cancelled: &is_cancelled }.open_page(page)
}

/// `5 articles, 78 claims`.
fn size(project: &Project) -> String {
    format!("{}, {}", count(project.order().len(), "article"), count(project.claims().len(), "claim"))
}

fn now() -> Moment {
    Moment::from_ms(jiff::Timestamp::now().as_millisecond())
}
