//! `tickmark export`: writes the report of a project.

use std::path::{Path, PathBuf};

use super::terminal::say;
use super::{FAILED, SOUND, complain, now, open, size};
use crate::command::ExportFormat;
use crate::model::lookup::Lookup;
use crate::report::{self, BuildInput};
use crate::session::files::print_report;
use crate::storage::{Disk, Fs as _, atomic};

/// Write the report of a project, with the annotated articles
#[derive(clap::Args)]
#[command(after_help = "Exit code: 0 the report is written, 2 it is not; a file that was there before is then as it was.")]
pub(super) struct Arguments {
    /// The project file
    #[arg(value_name = "P.ron")]
    project: PathBuf,
    /// The form of the report
    #[arg(long)]
    format: Form,
    /// The file to write
    #[arg(long, value_name = "PATH")]
    output: PathBuf,
    /// Name or initials of the checker, for the head of the report
    #[arg(long, value_name = "NAME", default_value = "")]
    checker: String,
}

#[derive(Clone, Copy, clap::ValueEnum)]
enum Form {
    /// One self-contained HTML file
    Html,
    /// Markdown with footnotes
    Markdown,
}

pub(super) fn run(arguments: &Arguments) -> u8 {
    match export(arguments) {
        Ok(()) => SOUND,
        Err(words) => {
            complain(&words);
            FAILED
        }
    }
}

fn export(arguments: &Arguments) -> Result<(), String> {
    if is_same_file(&arguments.project, &arguments.output) {
        return Err(format!("The report would overwrite the project {}. Choose another --output", arguments.project.display()));
    }
    let project = open(&arguments.project).map_err(|error| error.to_string())?.project;
    let offset = jiff::Zoned::now().offset();
    let input = BuildInput { today: now(), checker: arguments.checker.clone(), offset, options: report::Options::in_use(&project) };
    let report = report::build(&project, &Lookup::new(&project), &input);
    let format = match arguments.format {
        Form::Html => ExportFormat::Html,
        Form::Markdown => ExportFormat::Markdown,
    };
    let (text, losses) = print_report(&report, format);
    atomic::save(&Disk, &arguments.output, text.as_bytes()).map_err(|error| error.to_string())?;
    say(&format!("Report written to {}: {}.", arguments.output.display(), size(&project)));
    losses.iter().for_each(|loss| complain(loss));
    Ok(())
}

/// Whether both paths name one file, also through links. A path without a file is no other's.
fn is_same_file(one: &Path, other: &Path) -> bool {
    matches!((Disk.canonical(one), Disk.canonical(other)), (Ok(one), Ok(other)) if one == other)
}
