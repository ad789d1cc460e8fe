//! `tickmark export`: writes the report of a project, with the same choices as the window.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::terminal::say;
use super::{FAILED, SOUND, complain, now, open, size};
use crate::command::ExportFormat;
use crate::model::id::DocumentId;
use crate::model::moment::Moment;
use crate::model::project::Project;
use crate::report::{BuildInput, ClaimFilter, Language, Names, Options, Paper, Section, page_address};
use crate::session::exporting::{self, Progress};
use crate::storage::{Disk, Fs as _};

/// Write the report of a project, with the annotated articles
#[derive(clap::Args)]
#[command(after_help = "The choices are those of the first preset of the project, or of --preset; options go before them. With several \
    forms, each takes the name of --output with its own ending. csv, svg, png and letters write several files: P-claims.csv.\n\
    Exit code: 0 the report is written, 2 it is not; a file that was there before is then as it was.")]
pub(super) struct Arguments {
    /// The project file
    #[arg(value_name = "P.ron")]
    project: PathBuf,
    /// The forms: html, pdf, docx, markdown, csv, xlsx, json, claimreview, svg, png, letters
    #[arg(long, value_name = "FORM", value_delimiter = ',', required = true, value_parser = form)]
    format: Vec<ExportFormat>,
    /// The file to write
    #[arg(long, value_name = "PATH")]
    output: PathBuf,
    /// A way to print the report that is kept with the project, by its name
    #[arg(long, value_name = "NAME")]
    preset: Option<String>,
    /// Only these articles, by their letters: A,C
    #[arg(long, value_name = "LETTERS", value_delimiter = ',')]
    articles: Vec<String>,
    /// Only these parts: summary, ratings, claims, contradictions, questions, changes, sources, numbers, articles, method, hashes,
    /// checks, history
    #[arg(long, value_name = "PARTS", value_delimiter = ',', value_parser = section)]
    sections: Vec<Section>,
    /// Which claims stand in the table: all, open, asked, no-source, changed
    #[arg(long, value_name = "WHICH", value_parser = filter)]
    filter: Option<ClaimFilter>,
    /// How people of the desk are named: full, initials
    #[arg(long, value_name = "HOW", value_parser = names)]
    names: Option<Names>,
    /// The language of the report's own words: en, es, fr, de, ar
    #[arg(long, value_name = "LANGUAGE", value_parser = language)]
    language: Option<Language>,
    /// The paper: a4, letter
    #[arg(long, value_name = "SIZE", value_parser = paper)]
    paper: Option<Paper>,
    /// Print contacts of sources that exports leave out otherwise
    #[arg(long)]
    contacts: bool,
    /// Put the fonts into the HTML file
    #[arg(long)]
    fonts: bool,
    /// The address of the page on which the reviews of claimreview are published
    #[arg(long, value_name = "URL", value_parser = page)]
    page: Option<String>,
    /// Name or initials of the checker, for the head of the report
    #[arg(long, value_name = "NAME", default_value = "")]
    checker: String,
    /// When the report is made, as RFC 3339 has it (2026-11-30T09:00:00Z); now, if it is not given
    #[arg(long, value_name = "TIME", value_parser = date)]
    date: Option<jiff::Timestamp>,
}

fn listed<T: Copy>(all: &[T], code: impl Fn(T) -> &'static str, typed: &str) -> Result<T, String> {
    let known: Vec<_> = all.iter().map(|one| code(*one)).collect();
    let found = all.iter().copied().find(|one| code(*one).eq_ignore_ascii_case(typed.trim()));
    found.ok_or_else(|| format!("choose from {}", known.join(", ")))
}

fn form(typed: &str) -> Result<ExportFormat, String> {
    listed(&ExportFormat::ALL, ExportFormat::code, typed)
}

fn section(typed: &str) -> Result<Section, String> {
    listed(&Section::ALL, Section::code, typed)
}

fn filter(typed: &str) -> Result<ClaimFilter, String> {
    listed(&ClaimFilter::ALL, ClaimFilter::code, typed)
}

fn names(typed: &str) -> Result<Names, String> {
    listed(&[Names::AsWritten, Names::Initials], Names::code, typed)
}

fn language(typed: &str) -> Result<Language, String> {
    listed(&Language::ALL, Language::code, typed)
}

fn paper(typed: &str) -> Result<Paper, String> {
    listed(&[Paper::A4, Paper::Letter], Paper::code, typed)
}

fn page(typed: &str) -> Result<String, String> {
    page_address(typed).map(str::to_owned).ok_or_else(|| "write it as https://desk.example/checks/gate".to_owned())
}

fn date(typed: &str) -> Result<jiff::Timestamp, String> {
    typed.parse().map_err(|_| "write it as 2026-11-30T09:00:00Z".to_owned())
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
    if arguments.page.is_some() && !arguments.format.contains(&ExportFormat::ClaimReview) {
        return Err("--page is the address of the reviews. Add claimreview to --format, or leave --page out".to_owned());
    }
    let project = open(&arguments.project).map_err(|error| error.to_string())?.project;
    let options = options(arguments, &project)?;
    // A report of a given moment is the same on every machine, so its dates are those of the moment as it is written.
    let (today, offset) = match arguments.date {
        Some(date) => (Moment::from_ms(date.as_millisecond()), jiff::tz::Offset::UTC),
        None => (now(), jiff::Zoned::now().offset()),
    };
    let input = BuildInput { today, checker: arguments.checker.clone(), offset, options };
    let where_to = (arguments.format.as_slice(), arguments.output.as_path());
    let written = exporting::export(&Disk, (&project, &input), where_to, &Progress::default()).map_err(|error| error.to_string())?;
    let paths: Vec<_> = written.paths.iter().map(|path| path.display().to_string()).collect();
    say(&format!("Report written to {}: {}.", paths.join(", "), size(&project)));
    written.losses.iter().for_each(|loss| complain(loss));
    Ok(())
}

/// The choices of the preset, with what is typed before them.
fn options(arguments: &Arguments, project: &Project) -> Result<Options, String> {
    let kept = match &arguments.preset {
        None => Options::in_use(project),
        Some(name) => {
            let presets = &project.house().presets;
            let known: Vec<_> = presets.iter().map(|preset| preset.name.as_str()).filter(|name| !name.is_empty()).collect();
            let found = presets.iter().find(|preset| preset.name == *name);
            let none = || {
                format!("The project has no preset “{name}”. It has: {}", if known.is_empty() { "none".into() } else { known.join(", ") })
            };
            Options::of(found.ok_or_else(none)?)
        }
    };
    let articles = arguments.articles.iter().map(|letter| article(project, letter)).collect::<Result<BTreeSet<_>, _>>()?;
    Ok(Options {
        sections: if arguments.sections.is_empty() { kept.sections } else { arguments.sections.iter().copied().collect() },
        articles: if articles.is_empty() { kept.articles } else { Some(articles) },
        filter: arguments.filter.unwrap_or(kept.filter),
        names: arguments.names.unwrap_or(kept.names),
        language: arguments.language.unwrap_or(kept.language),
        paper: arguments.paper.unwrap_or(kept.paper),
        has_contacts: arguments.contacts || kept.has_contacts,
        has_fonts: arguments.fonts || kept.has_fonts,
        page: arguments.page.clone().unwrap_or(kept.page),
    })
}

fn article(project: &Project, letter: &str) -> Result<DocumentId, String> {
    let is_named = |id: &&DocumentId| project.letter(**id).eq_ignore_ascii_case(letter.trim());
    let found = project.order().iter().find(is_named).copied();
    found.ok_or_else(|| {
        format!(
            "The project has no article {letter}. Its articles are A to {}",
            project.order().last().map_or_else(String::new, |id| project.letter(*id))
        )
    })
}

/// Whether both paths name one file, also through links. A path without a file is no other's.
fn is_same_file(one: &Path, other: &Path) -> bool {
    matches!((Disk.canonical(one), Disk.canonical(other)), (Ok(one), Ok(other)) if one == other)
}
