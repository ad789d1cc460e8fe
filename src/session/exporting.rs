//! Printing a report in any form and writing its files: the same for the window and the command line.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};

use crate::command::ExportFormat;
use crate::lint::Findings;
use crate::model::lookup::Lookup;
use crate::model::project::Project;
use crate::report::forms::Printed;
#[cfg(feature = "pdf")]
pub use crate::report::pdf::Page;
use crate::report::{self, BuildInput, Export, Report};
use crate::storage::{Fs, atomic};

/// How far an export is, and whether it is still wanted. One side works, the other looks and may stop it.
#[derive(Debug, Default)]
pub struct Progress {
    permille: AtomicU32,
    is_cancelled: AtomicBool,
}

impl Progress {
    /// How much is done, from 0 to 1.
    pub fn share(&self) -> f32 {
        self.permille.load(Ordering::Relaxed) as f32 / 1000.0
    }

    /// Asks the other side to stop.
    pub fn cancel(&self) {
        self.is_cancelled.store(true, Ordering::Relaxed);
    }

    /// Whether it was asked to stop.
    pub fn is_cancelled(&self) -> bool {
        self.is_cancelled.load(Ordering::Relaxed)
    }

    /// Says how much of a stretch from `from` to `to` is done; false where nobody wants it any more.
    fn step(&self, (from, to): (f32, f32), done: f32) -> bool {
        let share = from + (to - from) * done.clamp(0.0, 1.0);
        self.permille.store((share * 1000.0) as u32, Ordering::Relaxed);
        !self.is_cancelled()
    }
}

/// Why a report is not written.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// Somebody stopped it. Files that were written before stay.
    #[error("The export was stopped")]
    Cancelled,
    /// A form cannot be printed; in words.
    #[error("{0}")]
    Form(String),
    /// A file cannot be written; the one that was there before is as it was.
    #[error(transparent)]
    Disk(#[from] atomic::SaveError),
}

impl From<report::ExportError> for ExportError {
    fn from(error: report::ExportError) -> Self {
        match error {
            report::ExportError::Cancelled => ExportError::Cancelled,
            failed @ report::ExportError::Failed { .. } => ExportError::Form(failed.to_string()),
        }
    }
}

/// What was written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// The files, in order.
    pub paths: Vec<PathBuf>,
    /// What the forms could not express, in sentences.
    pub losses: Vec<String>,
}

/// Writes the report of a project in these forms. With one form its file is `path`; with several, the name of `path` with the ending of
/// each. A form of several files puts a word behind the name: `report-claims.csv`.
///
/// # Errors
/// When a form cannot be printed, a file cannot be written, or nobody wants it any more. What is written is whole, what is not is as it was.
pub fn export(
    fs: &dyn Fs,
    (project, input): (&Project, &BuildInput),
    (formats, path): (&[ExportFormat], &Path),
    progress: &Progress,
) -> Result<Written, ExportError> {
    let lookup = Lookup::new(project);
    let findings = Findings::new(project, &lookup, input.today);
    let report = report::build(project, &lookup, input);
    let whole = Export { project, lookup: &lookup, findings: &findings, report: &report, input };
    let mut written = Written::default();
    let share = |at: usize| 0.1 + 0.9 * at as f32 / formats.len().max(1) as f32;
    for (at, format) in formats.iter().enumerate() {
        let stretch = (share(at), share(at + 1));
        if !progress.step(stretch, 0.0) {
            return Err(ExportError::Cancelled);
        }
        let printed = print(&whole, *format, &|done| progress.step(stretch, done))?;
        let path = if formats.len() == 1 { path.to_owned() } else { path.with_extension(format.extension()) };
        for file in &printed.files {
            if progress.is_cancelled() {
                return Err(ExportError::Cancelled);
            }
            let path = with_suffix(&path, &file.suffix);
            atomic::save(fs, &path, &file.bytes)?;
            written.paths.push(path);
        }
        let named = |loss: &String| if formats.len() == 1 { loss.clone() } else { format!("{}: {loss}", format.name()) };
        written.losses.extend(printed.losses.iter().map(named));
    }
    Ok(written)
}

/// `report.csv` with `-claims` is `report-claims.csv`.
fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    if suffix.is_empty() {
        return path.to_owned();
    }
    let mut name = path.file_stem().map(ToOwned::to_owned).unwrap_or_default();
    name.push(suffix);
    if let Some(extension) = path.extension() {
        name.push(".");
        name.push(extension);
    }
    path.with_file_name(name)
}

/// The first page of a report as a picture of that width: pixels in rows from the top.
///
/// # Errors
/// When it cannot be laid out.
#[cfg(feature = "pdf")]
pub fn preview(project: &Project, input: &BuildInput, width_px: u16) -> Result<Page, ExportError> {
    let report = report::build(project, &Lookup::new(project), input);
    report::first_page(&report, width_px).map_err(|error| ExportError::Form(error.to_string()))
}

/// A page as a picture. There is none in a build that lays out no pages.
#[cfg(not(feature = "pdf"))]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// Pixels across.
    pub width: usize,
    /// Pixels down.
    pub height: usize,
    /// The pixels: red, green, blue, opacity.
    pub rgba: Vec<u8>,
}

/// The same in a build that lays out no pages.
///
/// # Errors
/// Always.
#[cfg(not(feature = "pdf"))]
pub fn preview(_: &Project, _: &BuildInput, _: u16) -> Result<Page, ExportError> {
    Err(no_pages())
}

#[cfg(not(feature = "pdf"))]
fn no_pages() -> ExportError {
    ExportError::Form("This build of Tickmark lays out no pages. Export the report as HTML and print that".to_owned())
}

#[cfg(feature = "pdf")]
fn pdf(report: &Report, progress: &dyn Fn(f32) -> bool) -> Result<Printed, ExportError> {
    report::pdf(report, progress).map_err(|error| match error {
        report::PdfError::Cancelled => ExportError::Cancelled,
        other => ExportError::Form(other.to_string()),
    })
}

#[cfg(not(feature = "pdf"))]
fn pdf(_: &Report, _: &dyn Fn(f32) -> bool) -> Result<Printed, ExportError> {
    Err(no_pages())
}

/// Prints a report in one form. `progress` hears how much is done, from 0 to 1, and says whether to go on.
///
/// # Errors
/// When the form cannot be printed, or nobody wants it any more.
pub fn print(whole: &Export<'_>, format: ExportFormat, progress: &dyn Fn(f32) -> bool) -> Result<Printed, ExportError> {
    Ok(match format {
        ExportFormat::Html => Printed::one(report::html(whole.report), Vec::new()),
        ExportFormat::Markdown => {
            let (text, losses) = report::markdown(whole.report);
            Printed::one(text, losses.iter().map(ToString::to_string).collect())
        }
        ExportFormat::Pdf => pdf(whole.report, progress)?,
        ExportFormat::Docx => report::docx(whole, progress)?,
        ExportFormat::Csv => report::csv(whole),
        ExportFormat::Xlsx => report::xlsx(whole, progress)?,
        ExportFormat::Json => report::json(whole, progress)?,
        ExportFormat::ClaimReview => report::claim_review(whole)?,
        ExportFormat::Svg => report::svg(whole),
        ExportFormat::Png => report::png(whole, progress)?,
        ExportFormat::Letters => report::letter_files(whole)?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::Options;
    use crate::storage::Disk;
    use crate::storage::faulty::Failing;
    use crate::testing::{NOW, project};

    fn input() -> BuildInput {
        BuildInput { today: NOW, checker: "RK".into(), offset: jiff::tz::Offset::UTC, options: Options::default() }
    }

    #[test]
    fn each_form_has_its_file_and_a_stopped_export_says_so() {
        let folder = tempfile::tempdir().unwrap();
        let project = project("Title\n[It rained|claim].");
        let path = folder.path().join("rain.html");
        let both = [ExportFormat::Html, ExportFormat::Markdown];
        let progress = Progress::default();
        let written = export(&Disk, (&project, &input()), (&both, &path), &progress).unwrap();
        assert_eq!(written.paths, [path.clone(), folder.path().join("rain.md")]);
        assert!(written.paths.iter().all(|path| std::fs::read_to_string(path).unwrap().contains("It rained")));
        let before = std::fs::read(&path).unwrap();
        progress.cancel();
        let stopped = export(&Disk, (&project, &input()), (&both, &path), &progress);
        assert!(matches!(stopped, Err(ExportError::Cancelled)));
        assert_eq!(std::fs::read(&path).unwrap(), before);
    }

    #[test]
    fn a_failed_export_leaves_the_earlier_file_whole() {
        let project = project("Title\n[It rained|claim].");
        for at in 1..1_000 {
            // A disk that stays broken keeps what was begun, so each try has a folder of its own.
            let folder = tempfile::tempdir().unwrap();
            let path = folder.path().join("rain.html");
            std::fs::write(&path, "the report of yesterday").unwrap();
            let disk = Failing::at(at, true, std::io::ErrorKind::StorageFull);
            let outcome = export(&disk, (&project, &input()), (&[ExportFormat::Html], &path), &Progress::default());
            let text = std::fs::read_to_string(&path).unwrap();
            if outcome.is_ok() {
                assert!(!disk.was_reached() && at > 1 && text.contains("It rained"));
                return;
            }
            assert!(text == "the report of yesterday" || text.ends_with("</html>"), "{at}");
        }
        panic!("it never went well");
    }

    #[test]
    fn a_word_goes_before_the_ending() {
        let suffixed = |path: &str, suffix| with_suffix(Path::new(path), suffix).display().to_string();
        assert_eq!(
            [suffixed("a/r.csv", "-claims"), suffixed("a/r", "-x"), suffixed("a/r.csv", "")],
            ["a/r-claims.csv", "a/r-x", "a/r.csv"]
        );
    }
}
