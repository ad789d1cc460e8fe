//! The log in the data folder, for whoever looks for a fault: five files of a megabyte. It can say only what an [`Event`] holds:
//! versions, counts, kinds of faults and ids of projects; never words of articles, notes or sources, never names and paths of files.

use std::panic::Location;
use std::path::PathBuf;
use std::sync::Arc;

use egui::mutex::Mutex;

use crate::model::id::ProjectId;
use crate::model::moment::Moment;
use crate::storage::fs::NewFile;
use crate::storage::{Disk, Fs as _};

/// Bytes of a file at most, but for its last line.
const MOST_BYTES: u64 = 1_000_000;
/// Files at most.
const FILES: usize = 5;

/// What is worth a line.
#[derive(Clone, Copy, Debug)]
pub enum Event<'a> {
    /// The program starts.
    Started,
    /// A project is shown.
    Opened {
        /// Which.
        project: ProjectId,
        /// Articles in it.
        articles: usize,
        /// Marks in it.
        marks: usize,
        /// Warnings on opening.
        warnings: usize,
    },
    /// A file is not opened: it cannot be read.
    NotOpened,
    /// A project was saved.
    Saved(ProjectId),
    /// A project could not be saved.
    NotSaved {
        /// Which.
        project: ProjectId,
        /// What kept it from being saved.
        kind: &'static str,
    },
    /// A report was written.
    Exported(ProjectId),
    /// A report could not be written.
    NotExported(ProjectId),
    /// The program has a fault.
    Fault {
        /// Where in its source.
        place: &'a str,
        /// The message, if it stands in the source and so can hold nothing of a project.
        message: Option<&'static str>,
    },
    /// A fault stopped the window; whether a copy of the work was written.
    Stopped {
        /// Which project.
        project: ProjectId,
        /// Whether it is safe.
        is_kept: bool,
    },
    /// The program ends.
    Ended,
}

/// Writes lines. Copies write to the same file.
#[derive(Clone)]
pub struct Log(Arc<Mutex<Inner>>);

struct Inner {
    folder: PathBuf,
    file: Option<(Box<dyn NewFile>, u64)>,
}

impl Log {
    /// A log in a folder, which is made with the first line.
    pub fn new(folder: PathBuf) -> Self {
        Log(Arc::new(Mutex::new(Inner { folder, file: None })))
    }

    /// Writes a line. A log that cannot be written is no reason to stop.
    pub fn note(&self, at: Moment, event: Event<'_>) {
        let time = jiff::Timestamp::from_millisecond(at.epoch_ms).map_or_else(|_| String::new(), |time| time.to_string());
        let _ = self.0.lock().write(&format!("{time} {}\n", words(event)));
    }
}

impl Inner {
    fn write(&mut self, line: &str) -> std::io::Result<()> {
        if self.file.as_ref().is_none_or(|(_, len)| *len >= MOST_BYTES) {
            self.file = None;
            Disk.create_folder(&self.folder)?;
            if Disk.about(&self.path(0)).is_ok_and(|file| file.bytes >= MOST_BYTES) {
                self.rotate();
            }
            let file = Disk.append(&self.path(0))?;
            self.file = Some((file, Disk.about(&self.path(0))?.bytes));
        }
        let Some((file, len)) = &mut self.file else { return Ok(()) };
        *len += line.len() as u64;
        file.write_all(line.as_bytes())
    }

    /// Gives each file the name of the next older one; the oldest goes.
    fn rotate(&self) {
        for age in (1..FILES).rev() {
            // A gap in the row is no fault.
            let _ = Disk.rename(&self.path(age - 1), &self.path(age));
        }
    }

    fn path(&self, age: usize) -> PathBuf {
        self.folder.join(if age == 0 { "tickmark.log".to_owned() } else { format!("tickmark.{age}.log") })
    }
}

fn words(event: Event<'_>) -> String {
    match event {
        Event::Started => {
            format!("started version={} system={} processor={}", env!("CARGO_PKG_VERSION"), std::env::consts::OS, std::env::consts::ARCH)
        }
        Event::Opened { project, articles, marks, warnings } => {
            format!("opened project={project} articles={articles} marks={marks} warnings={warnings}")
        }
        Event::NotOpened => "not-opened".to_owned(),
        Event::Saved(project) => format!("saved project={project}"),
        Event::NotSaved { project, kind } => format!("not-saved project={project} kind={kind}"),
        Event::Exported(project) => format!("exported project={project}"),
        Event::NotExported(project) => format!("not-exported project={project}"),
        Event::Fault { place, message } => format!("fault place={place} message={:?}", message.unwrap_or("(made at run time, left out)")),
        Event::Stopped { project, is_kept } => format!("stopped project={project} kept={is_kept}"),
        Event::Ended => "ended".to_owned(),
    }
}

/// A place in the source, without the folders of the machine on which the program was built.
pub fn place_of(location: &Location<'_>) -> String {
    let parts: Vec<&str> = location.file().split(['/', '\\']).collect();
    let from = parts.iter().rposition(|part| *part == "src").map_or(parts.len().saturating_sub(1), |src| src.saturating_sub(1));
    format!("{}:{}", parts.get(from..).unwrap_or_default().join("/"), location.line())
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::testing::NOW;

    #[test]
    fn five_files_of_a_megabyte_are_kept_the_newest_first() {
        let home = tempfile::tempdir().unwrap();
        let log = Log::new(home.path().join("logs"));
        let big = "x".repeat(499_990);
        for _ in 0..14 {
            log.note(NOW, Event::Fault { place: &big, message: None });
        }
        log.note(NOW, Event::Ended);
        let mut names: Vec<_> =
            fs::read_dir(home.path().join("logs")).unwrap().map(|file| file.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        assert_eq!(names, ["tickmark.1.log", "tickmark.2.log", "tickmark.3.log", "tickmark.4.log", "tickmark.log"]);
        let newest = fs::read_to_string(home.path().join("logs/tickmark.log")).unwrap();
        assert!(newest.ends_with("Z ended\n") && newest.starts_with("2026-11-21T14:32:00Z"), "{}", &newest[newest.len() - 60..]);
        assert!(fs::metadata(home.path().join("logs/tickmark.1.log")).unwrap().len() <= MOST_BYTES + 500_100);
        // The next start goes on in the same file.
        Log::new(home.path().join("logs")).note(NOW, Event::Started);
        assert!(
            fs::read_to_string(home.path().join("logs/tickmark.log")).unwrap().contains("ended\n2026-11-21T14:32:00Z started version=")
        );
    }

    #[test]
    fn a_log_that_cannot_be_written_stops_nothing() {
        let home = tempfile::tempdir().unwrap();
        fs::write(home.path().join("file"), "").unwrap();
        Log::new(home.path().join("file")).note(NOW, Event::Started);
    }

    #[test]
    fn a_place_names_no_folder_of_the_builder() {
        let place = place_of(Location::caller());
        assert!(place.contains("src/app/log.rs:") && !place.starts_with('/'), "{place}");
    }
}
