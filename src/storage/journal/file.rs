//! The journal of one project on disk: appended and synced, begun anew behind each snapshot. Whatever fails is tried again from the
//! last line that is known to be safe, so that a torn line does no harm.

use std::collections::BTreeSet;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use super::line::{self, Heading, Kind, Line, SnapshotRow, StepRow, Subject, TextRow};
use super::rows::PartRow;
use crate::edit::{Deed, Edit};
use crate::model::document::Text;
use crate::model::id::DocumentId;
use crate::model::project::Project;
use crate::storage::fs::{Fs, Lock, NewFile};
use crate::storage::{private, write};

/// Folders for journals of one project that are tried: of copies of its file, and of other instances at work.
pub const MOST_PLACES: u32 = 17;

/// SHA-256 of bytes, hexadecimal digits.
pub fn sha256(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    Sha256::digest(bytes).iter().fold(String::with_capacity(64), |mut digits, byte| {
        // Writing to a text cannot fail.
        let _ = write!(digits, "{byte:02x}");
        digits
    })
}

/// The files in the folder of a project's journal.
pub struct Names<'a>(pub &'a Path);

impl Names<'_> {
    /// The journal.
    pub fn journal(&self) -> PathBuf {
        self.0.join("journal")
    }

    /// A copy of the snapshot that the journal follows.
    pub fn base(&self) -> PathBuf {
        self.0.join("base.ron")
    }

    /// The steps of undo before the journal.
    pub fn history(&self) -> PathBuf {
        self.0.join("history")
    }

    /// The lock of the process that writes here.
    pub fn lock(&self) -> PathBuf {
        self.0.join("lock")
    }

    /// Where something is kept aside.
    pub fn aside(&self, seq: u64, ending: &str) -> PathBuf {
        self.0.join(format!("{seq}.{ending}"))
    }
}

/// What a journal follows.
#[derive(Clone, Debug)]
pub enum Base {
    /// A snapshot on disk, by the SHA-256 of its bytes.
    Known(String),
    /// The project as it is, of which a copy is made first: it stands in no file.
    Copy(Box<Project>),
}

/// How a journal begins or goes on.
#[derive(Clone, Debug)]
pub struct Start {
    /// Its folder.
    pub folder: PathBuf,
    /// The project's id.
    pub project: String,
    /// What the project is called.
    pub name: String,
    /// The project's file; none where it has no name yet.
    pub file: Option<PathBuf>,
    /// What it follows.
    pub base: Base,
    /// The last step that is known.
    pub last: u64,
    /// What stands in the journal already and goes on; nothing where it is sound as it is.
    pub standing: Standing,
}

/// A place where a journal can be written, held by this process.
pub struct Unit {
    /// How the journal begins.
    pub start: Start,
    /// Ends with the process.
    pub lock: Option<Lock>,
}

impl Unit {
    /// A place for a project that is new, or whose id nobody else has. Nothing is asked of the disk.
    pub fn new(journals: &Path, project: &Project) -> Self {
        let (id, name) = (project.id().to_string(), project.name().to_owned());
        let base = Base::Copy(Box::new(project.clone()));
        let start = Start { folder: journals.join(&id), project: id, name, file: None, base, last: 0, standing: Standing::Nothing };
        Unit { start, lock: None }
    }

    /// Whether steps stand in it.
    pub fn holds_steps(&self) -> bool {
        !matches!(self.start.standing, Standing::Nothing)
    }

    /// Whether steps stand in it of a project that is in no file.
    pub fn is_all_there_is(&self) -> bool {
        self.start.file.is_none() && self.holds_steps()
    }

    /// The same place for a project that does not stand in its file as it is.
    pub fn following(self, project: &Project) -> Self {
        let base = Base::Copy(Box::new(project.clone()));
        Unit { start: Start { base, standing: Standing::Nothing, ..self.start }, ..self }
    }
}

/// What is in the journal's file before the first new step.
#[derive(Clone, Debug)]
pub enum Standing {
    /// Nothing that is worth keeping.
    Nothing,
    /// A sound journal.
    Sound,
    /// A sound beginning, these bytes; what stood behind it is kept elsewhere.
    Beginning(Vec<u8>),
}

/// A snapshot that is safe on disk.
#[derive(Clone, Debug)]
pub struct Snapshot {
    /// The last step that it holds.
    pub seq: u64,
    /// SHA-256 of its bytes.
    pub sha256: String,
    /// Its file; none for the copy of a project that has no name yet.
    pub file: Option<PathBuf>,
    /// What the project is called.
    pub name: String,
    /// SHA-256 of the texts that it holds.
    pub texts: BTreeSet<String>,
}

/// A journal that is being written.
pub struct Journal<'d> {
    disk: &'d dyn Fs,
    start: Start,
    first: u64,
    file: Option<Box<dyn NewFile>>,
    /// Lines that are not known to be safe.
    pending: String,
    /// The articles whose words it holds.
    texts: BTreeSet<String>,
    last: u64,
    safe: u64,
    is_folder_safe: bool,
    lock: Option<Lock>,
}

impl<'d> Journal<'d> {
    /// A journal in a folder. Nothing is written before the first [`Journal::commit`].
    pub fn new(disk: &'d dyn Fs, Unit { start, lock }: Unit) -> Self {
        let (last, first) = (start.last, start.last.saturating_add(1));
        let (pending, texts) = (String::new(), BTreeSet::new());
        Journal { disk, start, first, file: None, pending, texts, last, safe: last, is_folder_safe: false, lock }
    }

    /// Adds a deed to what is written next.
    ///
    /// # Errors
    /// When it cannot be put into words, which no deed is known to cause.
    pub fn add(&mut self, seq: u64, deed: &Deed, texts: &[(DocumentId, Text)]) -> Result<(), ron::Error> {
        let (back, forth) = deed.steps();
        let edits = back.into_iter().chain(forth).flat_map(|step| &step.edits);
        let mut lines = String::new();
        for text in edits.flat_map(needed_texts) {
            let row = TextRow { sha256: text.hash().to_string(), text: text.as_str().to_owned() };
            if self.texts.insert(row.sha256.clone()) {
                lines += &line::encode(&Line::Text(row))?;
            }
        }
        let kind = match deed {
            Deed::Done { .. } => Kind::Done,
            Deed::Undone(_) => Kind::Undone,
            Deed::Redone(_) => Kind::Redone,
        };
        let part = |step: &std::sync::Arc<_>| PartRow::of(step, texts);
        lines += &line::encode(&Line::Step(StepRow { seq, kind, back: back.map(part), forth: forth.map(part) }))?;
        self.pending += &lines;
        self.last = seq;
        Ok(())
    }

    /// Adds that the project is about to be saved as it was after a step, so that whoever finds that file knows what it holds.
    ///
    /// # Errors
    /// None that is known to happen.
    pub fn note_snapshot(&mut self, seq: u64, sha256: &str) -> Result<(), ron::Error> {
        self.pending += &line::encode(&Line::Snapshot(SnapshotRow { seq, sha256: sha256.to_owned() }))?;
        Ok(())
    }

    /// The last step that is safe on disk.
    pub fn safe(&self) -> u64 {
        self.safe
    }

    /// Whether anything waits for the disk.
    pub fn is_pending(&self) -> bool {
        !self.pending.is_empty()
    }

    /// Writes what was added and waits until it is safe.
    ///
    /// # Errors
    /// When the disk refuses; the next call tries again.
    pub fn commit(&mut self) -> io::Result<()> {
        if self.pending.is_empty() {
            return Ok(());
        }
        let written = self.write_pending();
        if written.is_err() {
            // What was written may be torn or forgotten, so all of it is written again on a line of its own.
            self.file = None;
        }
        written
    }

    fn write_pending(&mut self) -> io::Result<()> {
        self.begin()?;
        let file = match &mut self.file {
            Some(file) => file,
            None => {
                let mut file = self.disk.append(&Names(&self.start.folder).journal())?;
                file.write_all(b"\n")?;
                self.file.insert(file)
            }
        };
        file.write_all(self.pending.as_bytes())?;
        file.flush()?;
        file.sync()?;
        self.settle_folder()?;
        self.pending.clear();
        self.safe = self.last;
        Ok(())
    }

    /// Waits until the names of the files are safe, where they are new.
    fn settle_folder(&mut self) -> io::Result<()> {
        if !self.is_folder_safe {
            self.disk.sync_folder(&self.start.folder)?;
            let above = self.start.folder.parent().unwrap_or(&self.start.folder);
            self.disk.sync_folder(above)?;
            self.is_folder_safe = true;
        }
        Ok(())
    }

    /// Makes the beginning of the journal's file, where it does not stand there yet.
    fn begin(&mut self) -> io::Result<()> {
        if matches!(self.start.standing, Standing::Sound) {
            return Ok(());
        }
        self.find_place()?;
        let names = Names(&self.start.folder);
        if let Base::Copy(project) = &self.start.base {
            let copy = write::to_ron(project);
            private::write(self.disk, &names.base(), copy.as_bytes(), true)?;
            self.start.base = Base::Known(sha256(copy.as_bytes()));
        }
        let beginning = match &self.start.standing {
            Standing::Beginning(bytes) => bytes.clone(),
            _ => self.heading()?.into_bytes(),
        };
        private::write(self.disk, &names.journal(), &beginning, true)?;
        self.start.standing = Standing::Sound;
        Ok(())
    }

    /// Makes the folder and takes its lock. Where another process is at work there, or has left steps that nobody has taken up, the
    /// next free folder is taken: nobody's journal is written over.
    fn find_place(&mut self) -> io::Result<()> {
        if self.lock.is_some() || matches!(self.start.standing, Standing::Beginning(_)) {
            return self.disk.create_private_folder(&self.start.folder);
        }
        let first = self.start.folder.clone();
        let name = first.file_name().unwrap_or_default().to_string_lossy().into_owned();
        for number in 1..=MOST_PLACES {
            let folder = if number == 1 { first.clone() } else { first.with_file_name(format!("{name}-{number}")) };
            self.disk.create_private_folder(&folder)?;
            let names = Names(&folder);
            let Some(lock) = self.disk.lock(&names.lock())? else { continue };
            let has_steps = match self.disk.read(&names.journal()) {
                Ok(bytes) => !line::read(&bytes).steps.is_empty(),
                Err(error) => error.kind() != io::ErrorKind::NotFound,
            };
            if !has_steps {
                self.lock = Some(lock);
                self.start.folder = folder;
                return Ok(());
            }
        }
        Err(io::Error::other(format!("{MOST_PLACES} journals of this project wait to be taken up")))
    }

    /// Keeps a copy of a snapshot beside the journal, which must be noted in it before.
    ///
    /// # Errors
    /// When the disk refuses; an older copy is then as it was.
    pub fn copy_snapshot(&mut self, contents: &str, is_safe: bool) -> io::Result<()> {
        self.commit()?;
        private::write(self.disk, &Names(&self.start.folder).base(), contents.as_bytes(), is_safe)
    }

    fn heading(&self) -> io::Result<String> {
        let Base::Known(base) = &self.start.base else { return Ok(String::new()) };
        // A path that is no Unicode cannot be written down; its project then counts as one without a name.
        let file = self.start.file.as_deref().and_then(Path::to_str).map(str::to_owned);
        let Start { project, name, .. } = self.start.clone();
        let heading = Heading { version: line::VERSION, project, name, file, base: base.clone(), first: self.first };
        line::encode(&Line::Journal(heading)).map_err(io::Error::other)
    }

    /// Begins the journal anew behind a snapshot that is safe; its steps go to the history.
    ///
    /// # Errors
    /// When the disk refuses; the journal is then as it was or begun anew, and sound both times.
    pub fn rotate(&mut self, snapshot: Snapshot) -> io::Result<()> {
        self.commit()?;
        let Snapshot { seq, sha256, file, name, texts } = snapshot;
        let names = (Names(&self.start.folder).journal(), Names(&self.start.folder).history());
        let is_begun = matches!(self.start.standing, Standing::Sound);
        let bytes = if is_begun { self.disk.read(&names.0)? } else { Vec::new() };
        let (mut done, mut rest, mut rest_texts) = (Vec::new(), Vec::new(), BTreeSet::new());
        let has_rest = self.last > seq;
        for piece in bytes.split(|byte| *byte == b'\n') {
            let target = match Subject::of(piece) {
                Some(Subject::Step(number)) if number <= seq => &mut done,
                Some(Subject::Step(_)) => &mut rest,
                Some(Subject::Text(hash)) if has_rest => {
                    rest_texts.insert(hash.to_owned());
                    &mut rest
                }
                Some(Subject::Text(hash)) if !texts.contains(hash) => &mut done,
                // Another save may be under way.
                Some(Subject::Snapshot) => &mut rest,
                _ => continue,
            };
            target.extend_from_slice(piece);
            target.push(b'\n');
        }
        if !done.is_empty() {
            // It may be lost without harm, so nobody waits for the disk.
            let mut history = self.disk.append(&names.1)?;
            history.write_all(&[b"\n", done.as_slice()].concat())?;
            history.flush()?;
        }
        self.first = seq.saturating_add(1);
        self.start = Start { name, file, base: Base::Known(sha256), ..self.start.clone() };
        if is_begun {
            let beginning = [self.heading()?.into_bytes(), rest].concat();
            self.file = None;
            // Until the folder is safe, the old name may come back.
            self.is_folder_safe = false;
            self.texts = rest_texts;
            private::write(self.disk, &names.0, &beginning, true)?;
            self.settle_folder()?;
        }
        Ok(())
    }

    /// Removes the journal: the project's file holds all, or nobody wants it back. The history stays where the project has a file.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn remove(&mut self) -> io::Result<()> {
        self.file = None;
        self.pending.clear();
        let names = Names(&self.start.folder);
        private::remove_if_there(self.disk, &names.journal())?;
        private::remove_if_there(self.disk, &names.base())?;
        if self.start.file.is_none() {
            private::remove_if_there(self.disk, &names.history())?;
        }
        private::remove_if_there(self.disk, &names.lock())?;
        // It is not empty where something is kept, which is no harm.
        let _ = self.disk.remove_folder(&self.start.folder);
        self.start.standing = Standing::Nothing;
        self.lock = None;
        Ok(())
    }
}

/// The words without which an edit cannot be done again or taken back: of an article that comes or goes, and of earlier drafts that do.
fn needed_texts(edit: &Edit) -> Vec<&Text> {
    let Edit::PutDocument(swap) = edit else { return Vec::new() };
    let (before, after) = (swap.before.as_deref(), swap.after.as_deref());
    let own = before.xor(after).map(|document| &document.text);
    let has_other_drafts = before.map(|document| &document.earlier) != after.map(|document| &document.earlier);
    let drafts = before.into_iter().chain(after).filter(|_| has_other_drafts).flat_map(|document| &document.earlier);
    drafts.map(|draft| &draft.text).chain(own).collect()
}
