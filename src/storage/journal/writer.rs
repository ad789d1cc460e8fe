//! The thread that writes the journal, so that the drawing thread only hands over what was done. What arrives while the disk is at
//! work is written together.

use std::collections::BTreeSet;
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use super::file::{Journal, Snapshot, Unit, sha256};
use crate::edit::Deed;
use crate::model::document::Text;
use crate::model::id::DocumentId;
use crate::model::project::Project;
use crate::storage::fs::Fs;
use crate::storage::{Condition, SaveError, Standing, atomic, write};

/// How long after a failure the disk is asked again.
const RETRY: Duration = Duration::from_secs(2);
/// How long a save waits for the journal to note it.
const NOTE_WAIT: Duration = Duration::from_secs(5);

/// What the thread tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// Everything up to a revision is safe on disk.
    Synced {
        /// The revision of the session.
        revision: u64,
        /// How long the oldest of it had waited.
        waited: Duration,
    },
    /// The disk refuses, in words with a next step. It is tried again.
    Failed(String),
}

enum Message {
    Deed {
        seq: u64,
        deed: Deed,
        texts: Vec<(DocumentId, Text)>,
        at: Instant,
    },
    Note {
        seq: u64,
        sha256: String,
    },
    /// The snapshot, and what stands in it.
    Rotate(Snapshot, String),
    Flush(Sender<bool>),
    End {
        is_kept: bool,
        done: Sender<bool>,
    },
}

/// The way to the thread; it can be copied to jobs and to whoever must flush in an emergency.
#[derive(Clone)]
pub struct Link {
    sender: Sender<Message>,
    /// The step before the session's first.
    before: u64,
    /// The revision of the session in which the journal began.
    begun_at: u64,
}

/// The journal of the project at work.
pub struct Writer {
    link: Link,
    events: Receiver<Event>,
    thread: Option<JoinHandle<()>>,
}

impl Writer {
    /// Starts the thread for a session whose project is in the state that the unit stands for at this revision. `wake` is called
    /// after each event.
    pub fn start(disk: impl Fs + 'static, (unit, revision): (Unit, u64), wake: impl Fn() + Send + 'static) -> Self {
        let (sender, messages) = channel();
        let (tell, events) = channel();
        let link = Link { sender, before: unit.start.last, begun_at: revision };
        let scribe = Scribe { before: link.before, begun_at: revision, oldest: None, has_failed: false };
        let thread = std::thread::spawn(move || {
            let tell = move |event| {
                // Nobody listens once the project is left.
                let _ = tell.send(event);
                wake();
            };
            let work = AssertUnwindSafe(|| scribe.run(Journal::new(&disk, unit), &messages, &tell));
            if catch_unwind(work).is_err() {
                tell(Event::Failed(FAULT.to_owned()));
            }
        });
        Writer { link, events, thread: Some(thread) }
    }

    /// Hands over what was done; the last of it led to `revision`. Cheap: nothing is written or put into words here.
    pub fn write(&self, deeds: Vec<Deed>, revision: u64, project: &Project) {
        let first = self.link.seq(revision).saturating_sub(deeds.len() as u64);
        for (seq, deed) in (first + 1..).zip(deeds) {
            let texts = deed.texts(project);
            self.link.send(Message::Deed { seq, deed, texts, at: Instant::now() });
        }
    }

    /// What the thread told since the last call.
    pub fn events(&self) -> Vec<Event> {
        self.events.try_iter().collect()
    }

    /// The way to the thread.
    pub fn link(&self) -> Link {
        self.link.clone()
    }

    /// Ends the thread when all is written; gives whether it is. A journal that is not kept is removed: the project's file holds
    /// everything, or nobody wants it back.
    pub fn end(mut self, is_kept: bool, patience: Duration) -> bool {
        let (done, answer) = channel();
        self.link.send(Message::End { is_kept, done });
        let is_safe = answer.recv_timeout(patience).unwrap_or(false);
        if let Some(thread) = self.thread.take().filter(|_| is_safe) {
            // It has answered, so it ends at once.
            let _ = thread.join();
        }
        is_safe
    }
}

impl Link {
    fn send(&self, message: Message) {
        // The thread lives as long as its writer.
        let _ = self.sender.send(message);
    }

    /// Waits until everything that was handed over is safe; gives whether it is. For the end and for emergencies.
    pub fn flush(&self, patience: Duration) -> bool {
        let (done, answer) = channel();
        self.send(Message::Flush(done));
        answer.recv_timeout(patience).unwrap_or(false)
    }

    /// Saves a project as it was at a revision if the file is as expected, noting it in the journal before and beginning the journal
    /// anew behind it; gives what stands in the file then.
    ///
    /// # Errors
    /// When the disk refuses or the condition is not met; the journal then goes on as it was.
    pub fn save(
        &self,
        disk: &dyn Fs,
        path: &Path,
        (project, revision): (&Project, u64),
        condition: &Condition,
    ) -> Result<Standing, SaveError> {
        let contents = write::to_ron(project);
        let snapshot = self.snapshot((project, revision), Some(path), contents.as_bytes());
        self.send(Message::Note { seq: snapshot.seq, sha256: snapshot.sha256.clone() });
        // Where the journal fails the file is what counts.
        self.flush(NOTE_WAIT);
        atomic::save_if(disk, path, contents.as_bytes(), condition)?;
        let standing = Standing::of(contents.as_bytes());
        self.send(Message::Rotate(snapshot, contents));
        Ok(standing)
    }

    /// Begins the journal of a project that has no file anew behind a copy of the project as it was at a revision, so that the journal
    /// does not grow without end. Puts the whole project into words, so it belongs off the drawing thread.
    pub fn shorten(&self, (project, revision): (&Project, u64)) {
        let contents = write::to_ron(project);
        let snapshot = self.snapshot((project, revision), None, contents.as_bytes());
        self.send(Message::Note { seq: snapshot.seq, sha256: snapshot.sha256.clone() });
        self.send(Message::Rotate(snapshot, contents));
    }

    fn snapshot(&self, (project, revision): (&Project, u64), path: Option<&Path>, contents: &[u8]) -> Snapshot {
        let file = path.map(|path| std::path::absolute(path).unwrap_or_else(|_| path.to_owned()));
        let drafts = project.documents().flat_map(|document| &document.earlier).map(|draft| &draft.text);
        let texts = project.documents().map(|document| &document.text).chain(drafts);
        let texts = texts.map(|text| text.hash().to_string()).collect::<BTreeSet<_>>();
        Snapshot { seq: self.seq(revision), sha256: sha256(contents), file, name: project.name().to_owned(), texts }
    }

    fn seq(&self, revision: u64) -> u64 {
        self.before.saturating_add(revision.saturating_sub(self.begun_at))
    }
}

/// What the thread knows.
struct Scribe {
    before: u64,
    begun_at: u64,
    /// When the oldest deed that is not safe was handed over.
    oldest: Option<Instant>,
    has_failed: bool,
}

impl Scribe {
    fn run(mut self, mut journal: Journal<'_>, messages: &Receiver<Message>, tell: &impl Fn(Event)) {
        loop {
            let first = if journal.is_pending() {
                messages.recv_timeout(RETRY)
            } else {
                messages.recv().map_err(|_| RecvTimeoutError::Disconnected)
            };
            let is_over = matches!(first, Err(RecvTimeoutError::Disconnected));
            let mut after = Vec::new();
            for message in first.into_iter().chain(messages.try_iter()) {
                after.extend(self.take(&mut journal, message, tell));
            }
            let is_safe = self.commit(&mut journal, tell);
            for wish in after {
                match wish {
                    Wish::Answer(answer) => drop(answer.send(is_safe)),
                    Wish::Rotate(snapshot, contents) => {
                        // Where it fails the journal goes on as it was, and the next snapshot begins it anew.
                        let _ = rotate(&mut journal, snapshot, &contents);
                    }
                    Wish::End { is_kept, done } => {
                        let is_gone = is_kept || journal.remove().is_ok();
                        let _ = done.send((is_safe || !is_kept) && is_gone);
                        return;
                    }
                }
            }
            if is_over {
                return;
            }
        }
    }

    /// Takes a message; gives what can be done only when all before it is safe.
    fn take(&mut self, journal: &mut Journal<'_>, message: Message, tell: &impl Fn(Event)) -> Option<Wish> {
        match message {
            Message::Deed { seq, deed, texts, at } => {
                self.oldest.get_or_insert(at);
                if let Err(error) = journal.add(seq, &deed, &texts) {
                    tell(Event::Failed(format!(
                        "An edit could not be journalled: {error}. Save the project, and please report this fault."
                    )));
                }
                None
            }
            Message::Note { seq, sha256 } => {
                // A snapshot without a note is still a snapshot.
                let _ = journal.note_snapshot(seq, &sha256);
                None
            }
            Message::Rotate(snapshot, contents) => Some(Wish::Rotate(snapshot, contents)),
            Message::Flush(answer) => Some(Wish::Answer(answer)),
            Message::End { is_kept, done } => Some(Wish::End { is_kept, done }),
        }
    }

    fn commit(&mut self, journal: &mut Journal<'_>, tell: &impl Fn(Event)) -> bool {
        match journal.commit() {
            Ok(()) => {
                let oldest = self.oldest.take();
                if oldest.is_some() || self.has_failed {
                    let waited = oldest.map_or(Duration::ZERO, |oldest| oldest.elapsed());
                    let steps = journal.safe().saturating_sub(self.before);
                    tell(Event::Synced { revision: self.begun_at.saturating_add(steps), waited });
                }
                self.has_failed = false;
                true
            }
            Err(error) => {
                self.has_failed = true;
                tell(Event::Failed(words(&error)));
                false
            }
        }
    }
}

/// Keeps a copy of the snapshot, and begins the journal anew behind it. While the project has no file the copy is the snapshot; else it
/// is for whoever has to compare later what was saved with what stands in the file, and nothing depends on it.
fn rotate(journal: &mut Journal<'_>, snapshot: Snapshot, contents: &str) -> io::Result<()> {
    let is_needed = snapshot.file.is_none();
    let copied = journal.copy_snapshot(contents, is_needed);
    if is_needed {
        copied?;
    }
    journal.rotate(snapshot)
}

/// What has to wait until all before it is safe.
enum Wish {
    Answer(Sender<bool>),
    Rotate(Snapshot, String),
    End { is_kept: bool, done: Sender<bool> },
}

/// What is said when the thread itself is at fault.
const FAULT: &str = "A fault in the program stopped the journal of your work. Nothing is lost while the window is open: save the project \
                     now, and start the program again.";

/// Why the journal cannot be written, and what to do.
fn words(error: &io::Error) -> String {
    let cause = atomic::reason(atomic::Step::Write, error);
    format!(
        "The journal of your work cannot be written: {cause}. Nothing is lost while the window is open; it is tried again. Save the project elsewhere to be safe."
    )
}
