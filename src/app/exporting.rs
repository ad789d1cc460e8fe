//! Exporting reports: asking where, writing off the drawing thread with progress, doing it again in one key, printing, and showing the
//! files in their folder.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::App;
use super::dialogs::Purpose;
use super::log::Event;
use super::paths::local_offset;
use super::viewer::Shown;
use crate::command::ExportFormat;
use crate::report::{BuildInput, Options};
use crate::session::exporting::{ExportError, Progress, Written};
use crate::storage::Fs;
use crate::view::export::{Picture, PreviewOrder};

/// What is to be done with the files once they are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Afterwards {
    /// They were asked for at a place of the checker's choice.
    #[default]
    Kept,
    /// The system's viewer opens the first one, to print it.
    Printed,
}

/// An export: which forms, where to, and what then.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exporting {
    /// The forms.
    pub formats: Vec<ExportFormat>,
    /// The file, or the name that the files of several forms share.
    pub path: PathBuf,
    /// What then.
    pub afterwards: Afterwards,
}

/// What the app knows of exports.
#[derive(Default)]
pub struct Exports {
    /// The forms for which a place is being asked for.
    wanted: Vec<ExportFormat>,
    /// The last one that went well, to do it again.
    last: Option<Exporting>,
    /// The files that it wrote.
    written: Vec<PathBuf>,
    /// How far the one under way is.
    under_way: Option<Arc<Progress>>,
}

impl App {
    /// Asks where to write the report in these forms.
    pub(super) fn ask_export(&mut self, formats: Vec<ExportFormat>) {
        let Some(first) = formats.first().copied() else {
            return self.session.say("Choose a form to export the report in.", true);
        };
        self.exports.wanted = formats;
        self.ask_path(Purpose::Export(first));
    }

    /// The forms for which a place was asked for.
    pub(super) fn wanted_forms(&mut self, first: ExportFormat) -> Vec<ExportFormat> {
        let wanted = std::mem::take(&mut self.exports.wanted);
        if wanted.first() == Some(&first) { wanted } else { vec![first] }
    }

    /// Writes the report.
    pub(super) fn export_to(&mut self, formats: Vec<ExportFormat>, path: PathBuf) {
        self.export(Exporting { formats, path, afterwards: Afterwards::Kept });
    }

    fn export(&mut self, exporting: Exporting) {
        if self.exports.under_way.is_some() {
            return self.session.say("An export is under way. Wait for it, or stop it in the export window.", true);
        }
        let progress = Arc::new(Progress::default());
        self.exports.under_way = Some(Arc::clone(&progress));
        self.panels.show_export(Some(Arc::clone(&progress)));
        let input = self.report_input();
        self.jobs.export(self.session.project().clone(), input, exporting, progress);
    }

    fn report_input(&self) -> BuildInput {
        let options = Options::in_use(self.session.project());
        BuildInput { today: (self.clock)(), checker: self.preferences.checker.clone(), offset: local_offset(), options }
    }

    /// Writes the report again as last time.
    pub(super) fn export_again(&mut self) {
        match self.exports.last.clone() {
            Some(last) => self.export(last),
            None => self.ask_export(self.preferences.exported.clone()),
        }
    }

    /// Stops what is under way.
    pub(super) fn stop_export(&self) {
        if let Some(progress) = &self.exports.under_way {
            progress.cancel();
        }
    }

    /// Writes the report into the program's own folder and opens it in the system's viewer, whose print dialog does the rest.
    pub(super) fn print(&mut self) {
        let format = ExportFormat::Pdf;
        let folder = self.folders.printed();
        let path = folder.join(format!("{}.{}", super::paths::file_stem(self.session.project().name()), format.extension()));
        self.export(Exporting { formats: vec![format], path, afterwards: Afterwards::Printed });
    }

    /// Shows what was exported last in its folder.
    pub(super) fn show_exported(&mut self) {
        match self.exports.written.first() {
            Some(path) => self.show(path.clone(), Shown::InFolder),
            None => self.session.say("Nothing was exported yet in this session.", true),
        }
    }

    /// Tells where the report is, and what its forms could not express.
    pub(super) fn take_exported(&mut self, exporting: Exporting, outcome: Result<Written, ExportError>) {
        let id = self.session.project().id();
        self.exports.under_way = None;
        self.panels.show_export(None);
        match outcome {
            Ok(written) if exporting.afterwards == Afterwards::Printed => {
                self.note(Event::Exported(id));
                let words = match written.paths.len() {
                    0 | 1 => "The report is opened in your viewer. Print it from there.".to_owned(),
                    files => {
                        format!("The first of {files} files is opened in your viewer; the others lie beside it. Print them from there.")
                    }
                };
                self.session.say(words, false);
                written.paths.into_iter().take(1).for_each(|path| self.show(path, Shown::Opened));
            }
            Ok(written) => {
                self.note(Event::Exported(id));
                self.session.say(told(&written), false);
                self.exports.written = written.paths;
                self.exports.last = Some(exporting);
                self.timings.event("exported", serde_json::json!({}));
            }
            Err(ExportError::Cancelled) => self.session.say("The export was stopped. What was written before is whole.", false),
            Err(error) => {
                self.note(Event::NotExported(id));
                self.session.say(format!("{error}. The project is safe; choose another place for the report, or another form."), true);
            }
        }
    }

    /// Has a file shown by the system.
    fn show(&mut self, path: PathBuf, how: Shown) {
        match self.viewer {
            Some(viewer) => self.jobs.open(viewer, path, how),
            None => self.session.say(format!("{} is there to be opened.", path.display()), false),
        }
    }

    /// Has the first page drawn that the export window shows.
    pub(super) fn order_preview(&mut self) {
        if let Some(order) = self.panels.take_preview_order() {
            self.jobs.preview(self.session.project().clone(), self.report_input(), order);
        }
    }

    /// Shows a first page that was drawn.
    pub(super) fn take_preview(&mut self, ctx: &egui::Context, order: PreviewOrder, drawn: Result<Picture, String>) {
        self.panels.take_preview(ctx, order, drawn);
    }
}

/// Makes the folder of a printed report, and forgets what was printed before: it holds words of articles. A file that a viewer does not
/// let go of stays.
///
/// # Errors
/// In words, when the folder cannot be made.
pub fn make_room_to_print(fs: &dyn Fs, path: &Path) -> Result<(), String> {
    let Some(folder) = path.parent() else { return Ok(()) };
    let failed = |error| format!("{} cannot be made: {error}. Export the report as a PDF and print that", folder.display());
    fs.create_private_folder(folder).map_err(failed)?;
    for old in fs.list(folder).unwrap_or_default() {
        let _ = fs.remove(&old);
    }
    Ok(())
}

/// Where the report is, in a sentence.
fn told(written: &Written) -> String {
    let folder = written.paths.first().and_then(|path| path.parent()).unwrap_or(Path::new("")).display().to_string();
    let place = match written.paths.as_slice() {
        [one] => format!("Report written to {}.", one.display()),
        several => format!("Report written to {} files in {folder}.", several.len()),
    };
    std::iter::once(place).chain(written.losses.iter().map(|loss| sentence(loss))).collect::<Vec<_>>().join(" ")
}

/// A loss as a sentence of its own.
fn sentence(loss: &str) -> String {
    if loss.ends_with('.') { loss.to_owned() } else { format!("{loss}.") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::storage::Disk;

    #[test]
    fn what_was_printed_before_is_forgotten() {
        let home = tempfile::tempdir().unwrap();
        let path = home.path().join("printed").join("two.pdf");
        make_room_to_print(&Disk, &path).unwrap();
        std::fs::write(path.with_file_name("one.pdf"), "words").unwrap();
        make_room_to_print(&Disk, &path).unwrap();
        assert_eq!(std::fs::read_dir(path.parent().unwrap()).unwrap().count(), 0);
        std::fs::write(&path, "no folder").unwrap();
        let words = make_room_to_print(&Disk, &path.join("three.pdf")).unwrap_err();
        assert!(words.contains("two.pdf cannot be made: ") && words.ends_with("print that"), "{words}");
    }

    #[test]
    fn the_place_is_told_with_what_is_lost() {
        let path = |name: &str| PathBuf::from("/desk").join(name);
        let one = Written { paths: vec![path("r.html")], losses: vec!["1 claim overlaps another".into()] };
        assert_eq!(told(&one), "Report written to /desk/r.html. 1 claim overlaps another.");
        let two = Written { paths: vec![path("r-claims.csv"), path("r-numbers.csv")], losses: Vec::new() };
        assert_eq!(told(&two), "Report written to 2 files in /desk.");
    }
}
