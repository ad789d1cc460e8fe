//! Work that leaves the drawing thread: reading, saving, exporting, waiting for dialogs. Results come back between frames.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};

use egui::Context;

use super::App;
use super::backups::{Compared, Restorable};
use super::comparing::Indexed;
use super::copies::MergedCopies;
use super::dialogs::Holder;
use super::exporting::{Afterwards, Exporting, make_room_to_print};
use super::fault::catch;
use super::guarding::Replacement;
use super::reading::Read;
use super::versions::{self, Asked, Kept, Known, NotSaved, Opening, Order, Seen};
use super::viewer::{Shown, Viewer};
use crate::command::NewArticle;
use crate::compare::drafts::Differences;
use crate::fetch::Fetched;
use crate::import;
use crate::model::claim::Scale;
use crate::model::document::Text;
use crate::model::file::KeptFile;
use crate::model::id::{ClaimId, DocumentId};
use crate::model::lookup::Lookup;
use crate::model::moment::Moment;
use crate::model::project::Project;
use crate::report::{self, BuildInput, Report};
use crate::session::already::{self, Library};
use crate::session::checking::{FoundChecks, SoughtChecks};
use crate::session::exporting::{self, ExportError, Progress, Written};
use crate::session::grouping::{FoundProposals, SoughtProposals};
use crate::session::register::Alike;
use crate::session::search::{Found, Sought};
use crate::session::{Session, ToRead};
use crate::storage::backup::Backup;
use crate::storage::{self, Disk, Fs, Standing};
use crate::suggest::Suggestions;
use crate::view::compare::{Beside, CompareOrder};
use crate::view::drafts::DraftsOrder;
use crate::view::export::{Picture, PreviewOrder};
use crate::view::inspector::{ComparedTranscript, TranscriptOrder};
use crate::view::path_dialog::Entry;
use crate::view::report::ReportOrder;

/// What a job brings back.
pub enum Done {
    /// Articles that were read, and what could not be.
    Articles {
        /// What was read.
        articles: Vec<NewArticle>,
        /// What was not, and warnings, in sentences.
        remarks: Vec<String>,
        /// The article of which it is a new draft, if it is one.
        draft_of: Option<DocumentId>,
    },
    /// What differs between two drafts.
    Differences(Box<(DraftsOrder, Differences)>),
    /// The files that were asked for, and those of folders among them.
    Listed(Vec<PathBuf>),
    /// A page of the web that was asked for at a turn, or why there is none, in words.
    Fetched(u64, Result<Box<Fetched>, String>),
    /// Copies of originals lie beside a project, by their hashes; those that could not be kept, and why, in words.
    Originals {
        /// The project's file.
        project: PathBuf,
        /// The hashes of all that lie there.
        kept: BTreeSet<String>,
        /// What could not be kept.
        lacking: Vec<String>,
    },
    /// A project file.
    Project {
        /// The file.
        path: PathBuf,
        /// What is in it, or why it cannot be opened, in words.
        read: Box<Result<Read, String>>,
        /// Whether it is the recovery copy that an earlier version kept, because the last save to the file had failed.
        is_recovered: bool,
        /// Conflict copies of it that lie beside it.
        copies: Vec<PathBuf>,
        /// How the backup went that was made before anything can be saved over the file; none where it was not read.
        backup: Option<Result<(), String>>,
        /// How long reading took, milliseconds.
        took_ms: f64,
        /// Its lock, and what stood in it.
        found: Opening,
    },
    /// A rating scale to add, or why it cannot be read.
    Scale(Result<Scale, String>),
    /// A file to attach, or why it cannot be read.
    Hashed(Holder, Result<KeptFile, String>),
    /// Conflict copies are merged into the project as it was.
    MergedCopies(Box<MergedCopies>),
    /// Work that stands in no file, if there is any, and what else to tell, in sentences.
    Unsaved(Option<Box<Read>>, Vec<String>),
    /// The report of a project as it was when it was asked for.
    Report(ReportOrder, Arc<Report>),
    /// Numbers that perhaps measure the same; none where a fault stopped the search for them.
    Proposed(Option<FoundProposals>),
    /// What can be worked out again; none where a fault stopped the search for it.
    WorkedOut(Option<FoundChecks>),
    /// What a search found.
    Found(Found),
    /// What could be marked in an article of that text.
    Suggested(ToRead, Arc<Suggestions>),
    /// Two articles are put beside each other, as was ordered.
    SideBySide(Box<(CompareOrder, Beside)>),
    /// All articles are compared by their passages.
    Indexed(Indexed),
    /// The settled claims of other projects, and what could not be read, in sentences.
    Library(Box<Library>, Vec<String>),
    /// What was checked before and is like a claim.
    Checked(ClaimId, Vec<already::Known>),
    /// A long transcript is compared with the words of a claim.
    Transcript(ComparedTranscript),
    /// The sentences of an article are known.
    Counted(DocumentId),
    /// Which entries of the register are perhaps the same, as it was at a turn.
    Alike(u64, Alike),
    /// The project as it was at a revision is in its file.
    Saved {
        /// The revision.
        revision: u64,
        /// The file.
        path: PathBuf,
        /// What stands there now, or why not.
        outcome: Result<Box<Kept>, NotSaved>,
        /// When saving began.
        at: Moment,
    },
    /// What has to change for another version of the project to take its place.
    Replacement(Box<Replacement>),
    /// What a look at the project's file and its lock showed.
    Seen {
        /// The file.
        path: PathBuf,
        /// What was known to stand in it.
        standing: Option<Standing>,
        /// What was seen.
        seen: Seen,
    },
    /// Work that could not be saved any more is beside the file.
    Beside {
        /// The revision.
        revision: u64,
        /// Where, or why not, in words.
        outcome: Result<PathBuf, String>,
    },
    /// A report is written, or why it is not.
    Exported(Exporting, Result<Written, ExportError>),
    /// The first page of the report, or why it cannot be drawn, in words.
    Preview(PreviewOrder, Result<Picture, String>),
    /// A copy of the project is written, or not: in words.
    Copied(Result<String, String>),
    /// A fault of the program stopped a job: in words.
    Failed(String),
    /// A backup was made, or why not, in words.
    BackedUp(Result<(), String>),
    /// The backups of the project, latest first, or why they cannot be listed, in words.
    Backups(Result<Vec<Backup>, String>),
    /// How a backup compares with the project.
    Compared(Compared),
    /// What a backup would bring back.
    Restorable(Restorable),
    /// What lies in a folder, as it was typed in our own dialog.
    Entries(String, Vec<Entry>),
    /// A file dialog was answered.
    Dialog(super::dialogs::Answer),
    /// A long step was carried out on a copy of the session, or came to nothing by a fault.
    Worked {
        /// The copy.
        copy: Option<Box<Session>>,
        /// What is to be done once the copy is at work.
        after: Option<After>,
    },
    /// Work that nobody waits for is done.
    Nothing,
}

/// What is to be done after something.
pub type After = Box<dyn FnOnce(&mut App) + Send>;

/// Starts jobs and collects what they bring back.
pub struct Jobs {
    ctx: Context,
    sender: Sender<Done>,
    receiver: Receiver<Done>,
    running: usize,
}

impl Jobs {
    /// Jobs that wake this window when they are done.
    pub fn new(ctx: &Context) -> Self {
        let (sender, receiver) = channel();
        Jobs { ctx: ctx.clone(), sender, receiver, running: 0 }
    }

    /// The window that they wake.
    pub fn ctx(&self) -> Context {
        self.ctx.clone()
    }

    /// Whether any job is under way.
    pub fn is_running(&self) -> bool {
        self.running > 0
    }

    /// What came back since the last call.
    pub fn take(&mut self) -> Vec<Done> {
        let done: Vec<Done> = self.receiver.try_iter().collect();
        self.running = self.running.saturating_sub(done.len());
        done
    }

    /// Waits for everything that runs, for the end of the program.
    pub fn finish(&mut self) -> Vec<Done> {
        let mut all = Vec::new();
        while self.running > 0 {
            match self.receiver.recv_timeout(std::time::Duration::from_secs(20)) {
                Ok(done) => {
                    self.running -= 1;
                    all.push(done);
                }
                Err(_) => break,
            }
        }
        all
    }

    /// Runs work on a thread of its own. A fault in it becomes a message.
    pub fn start(&mut self, work: impl FnOnce() -> Done + Send + 'static) {
        self.start_or(Done::Failed, work);
    }

    /// The same for work that somebody waits for: what is told to them after a fault, from its words.
    pub(super) fn start_or(&mut self, failed: impl FnOnce(String) -> Done + Send + 'static, work: impl FnOnce() -> Done + Send + 'static) {
        let (sender, ctx) = (self.sender.clone(), self.ctx.clone());
        self.running += 1;
        #[cfg(test)]
        let fails = crate::testing::takes_fault(crate::testing::Spot::Job);
        std::thread::spawn(move || {
            let work = move || {
                #[cfg(test)]
                assert!(!fails, "a test lets this job fail");
                work()
            };
            let done = catch(work).unwrap_or_else(|fault| failed(format!("{} stopped this", fault.words())));
            // The receiver is gone only when the program ends.
            let _ = sender.send(done);
            ctx.request_repaint();
        });
    }

    /// Looks at a project's file and its lock.
    pub fn look(&mut self, asked: Asked, known: Known) {
        let (path, standing) = (asked.path.clone(), known.standing);
        // What a fault keeps from being seen is looked at again at the next focus, and before saving.
        let failed = move |_| Done::Seen { path, standing, seen: Seen::Same(None) };
        self.start_or(failed, move || {
            let seen = versions::look(&asked, &known);
            Done::Seen { path: asked.path, standing: known.standing, seen }
        });
    }

    /// Keeps work beside a file to which it may not be saved any more.
    pub fn keep_beside(&mut self, project: Project, path: PathBuf, revision: u64) {
        let failed = move |words| Done::Beside { revision, outcome: Err(words) };
        self.start_or(failed, move || Done::Beside { revision, outcome: versions::keep_beside(&Disk, &project, &path) });
    }

    /// Makes an article of pasted text.
    pub fn read_pasted(&mut self, text: String, draft_of: Option<DocumentId>) {
        self.start(move || {
            let imported = import::pasted(&text);
            let remarks = imported.warnings.iter().map(ToString::to_string).collect();
            Done::Articles { articles: vec![NewArticle::from(imported)], remarks, draft_of }
        });
    }

    /// Builds the report of a project.
    pub fn build_report(&mut self, project: Project, order: ReportOrder) {
        self.start(move || {
            let report = report::build(&project, &Lookup::new(&project), order.input());
            Done::Report(order, Arc::new(report))
        });
    }

    /// Finds the sentences of a long article and what else takes a while.
    pub fn count(&mut self, id: DocumentId, text: Text) {
        self.start(move || {
            text.prepare();
            Done::Counted(id)
        });
    }

    /// Looks for entries of a large register that are perhaps the same.
    pub fn compare_sources(&mut self, turn: u64, project: Project) {
        self.start(move || Done::Alike(turn, Alike::of(&project)));
    }

    /// Reads an article for what could be marked in it.
    pub fn suggest(&mut self, article: ToRead) {
        self.start(move || {
            let found = Arc::new(article.read());
            Done::Suggested(article, found)
        });
    }

    /// Compares a long transcript with the words of a claim.
    pub fn compare_transcript(&mut self, order: TranscriptOrder) {
        let failed = order.failed();
        self.start_or(move |_| Done::Transcript(failed), move || Done::Transcript(order.compare()));
    }

    /// Looks for what can be worked out again.
    pub fn work_out(&mut self, sought: SoughtChecks) {
        self.start_or(|_| Done::WorkedOut(None), move || Done::WorkedOut(Some(sought.find())));
    }

    /// Looks for numbers that measure the same.
    pub fn propose(&mut self, sought: SoughtProposals) {
        self.start_or(|_| Done::Proposed(None), move || Done::Proposed(Some(sought.find())));
    }

    /// Searches long texts.
    pub fn search(&mut self, sought: Sought) {
        self.start(move || Done::Found(sought.find()));
    }

    /// Lets go of something large, which takes a while too.
    pub fn let_go<T: Send + 'static>(&self, large: T) {
        std::thread::spawn(move || drop(large));
    }

    /// Saves a project as it is now.
    pub fn save(&mut self, order: Order) {
        let (Asked { path, at, .. }, revision) = (order.asked.clone(), order.revision);
        let of = path.clone();
        let failed = move |words| Done::Saved { revision, path: of, outcome: Err(NotSaved::Failed(words)), at };
        self.start_or(failed, move || Done::Saved { revision, path, outcome: versions::save(order), at });
    }

    /// Writes a copy of a project, which stays with its own file.
    pub fn copy(&mut self, project: Project, path: PathBuf) {
        self.start_or(
            |words| Done::Copied(Err(words)),
            move || {
                let outcome = storage::save(&Disk, &path, &project);
                Done::Copied(outcome.map(|()| format!("A copy is in {}.", path.display())).map_err(|error| error.to_string()))
            },
        );
    }

    /// Reads a rating scale.
    pub fn read_scale(&mut self, path: PathBuf) {
        let read = move || {
            let bytes = Disk.read(&path).map_err(|error| format!("{} cannot be read: {error}", path.display()))?;
            storage::scale::read(&bytes).map_err(|error| format!("{}: {error}", path.display()))
        };
        self.start_or(|words| Done::Scale(Err(words)), move || Done::Scale(read()));
    }

    /// Writes a text; `what` it is begins the sentence that tells.
    pub fn write_text(&mut self, what: &'static str, text: String, path: PathBuf) {
        self.start_or(
            |words| Done::Copied(Err(words)),
            move || {
                let outcome = storage::atomic::save(&Disk, &path, text.as_bytes());
                Done::Copied(outcome.map(|()| format!("{what} is in {}.", path.display())).map_err(|error| error.to_string()))
            },
        );
    }

    /// Reads a file and takes its hash, to attach it.
    pub fn hash(&mut self, holder: Holder, path: PathBuf) {
        self.start_or(
            move |words| Done::Hashed(holder, Err(words)),
            move || Done::Hashed(holder, storage::kept::keep(&Disk, &path).map_err(|error| error.to_string())),
        );
    }

    /// Writes the report of a project.
    pub fn export(&mut self, project: Project, input: BuildInput, exporting: Exporting, progress: Arc<Progress>) {
        let of = exporting.clone();
        let failed = move |words| Done::Exported(of, Err(ExportError::Form(words)));
        self.start_or(failed, move || {
            let Exporting { formats, path, afterwards } = &exporting;
            if *afterwards == Afterwards::Printed
                && let Err(words) = make_room_to_print(&Disk, path)
            {
                return Done::Exported(exporting, Err(ExportError::Form(words)));
            }
            let outcome = exporting::export(&Disk, (&project, &input), (formats, path), &progress);
            Done::Exported(exporting, outcome)
        });
    }

    /// Draws the first page of the report.
    pub fn preview(&mut self, project: Project, input: BuildInput, order: PreviewOrder) {
        let of = order.clone();
        let failed = move |words| Done::Preview(of, Err(words));
        self.start_or(failed, move || {
            let drawn = exporting::preview(&project, &input, order.width_px()).map_err(|error| error.to_string());
            Done::Preview(order, drawn)
        });
    }

    /// Opens a file with the program that the system has for it, or shows it in its folder.
    pub fn open(&mut self, viewer: Viewer, path: PathBuf, how: Shown) {
        self.start(move || match viewer(&path, how) {
            Ok(()) => Done::Nothing,
            Err(words) => Done::Copied(Err(format!("{} could not be opened: {words}", path.display()))),
        });
    }
}
