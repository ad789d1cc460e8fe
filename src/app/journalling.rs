//! The journal of the project at work: what is done goes to it within the same frame, and what it tells of its safety comes back.

use std::path::Path;
use std::time::Duration;

use egui::Context;

use super::App;
use super::jobs::{Done, Jobs};
use super::witness::Witness;
use crate::model::moment::Moment;
use crate::session::Session;
use crate::storage::Disk;
use crate::storage::folders::Folders;
use crate::storage::journal::{self, Event, Link, Unit, Writer};

/// How long the end of a journal is waited for.
const PATIENCE: Duration = Duration::from_secs(10);
/// How long a project that was just stopped by a fault waits for its journal.
const FAULT_PATIENCE: Duration = Duration::from_secs(3);
/// Steps after which the journal of a project that has no file begins anew.
const MOST_STEPS: u64 = 500;

/// What is known of the journal.
pub struct Journalling {
    ctx: Context,
    /// Where it will be written, until the first step.
    unit: Option<(Unit, u64)>,
    writer: Option<Writer>,
    /// The last revision that was handed over.
    handed: u64,
    /// The last revision that is safe, and since when.
    safe: Option<(u64, Moment)>,
    /// Why the disk refuses, in words.
    failed: Option<String>,
    /// The revision at which the journal of a project without a file began.
    shortened: u64,
    witness: Witness,
}

impl Journalling {
    /// The journal of a session at its start; nothing where it may only be read. Nothing is written before the first step.
    pub fn new(ctx: &Context, unit: Option<Unit>, now: Moment) -> Self {
        // What was recovered from it is in it.
        let safe = unit.as_ref().is_some_and(Unit::holds_steps).then_some((0, now));
        let unit = unit.map(|unit| (unit, 0));
        Journalling { ctx: ctx.clone(), unit, writer: None, handed: 0, safe, failed: None, shortened: 0, witness: Witness::default() }
    }

    /// The same, with somebody who is told what was done before it is written.
    pub fn watched(self, witness: Witness) -> Self {
        Journalling { witness, ..self }
    }

    /// The thread that writes, started where it was not yet.
    fn writer(&mut self) -> Option<&Writer> {
        if let Some(begun) = self.unit.take() {
            let ctx = self.ctx.clone();
            self.writer = Some(Writer::start(Disk, begun, move || ctx.request_repaint()));
        }
        self.writer.as_ref()
    }

    /// Hands over what was done since the last call. Cheap: words are made and written elsewhere.
    pub fn hand_over(&mut self, session: &mut Session) {
        if self.writer.is_none() && self.unit.is_none() {
            // They wait until there is a journal again.
            return;
        }
        let deeds = session.take_deeds();
        if deeds.is_empty() {
            return;
        }
        let revision = session.revision();
        self.witness.done(session.project(), &deeds, revision);
        if let Some(writer) = self.writer() {
            writer.write(deeds, revision, session.project());
        }
        self.handed = revision;
    }

    /// Begins a journal with the project as it is, where there is none: it could only be read until now, or was about to be left.
    pub fn begin(&mut self, session: &mut Session, folders: &Folders) {
        if self.writer.is_none() && self.unit.is_none() {
            let mut unit = Unit::new(&folders.journals(), session.project());
            unit.start.last = session.revision();
            unit.start.file = session.path().map(Path::to_owned);
            // The copy with which it begins holds them.
            session.take_deeds();
            self.unit = Some((unit, session.revision()));
        }
    }

    /// The way to the journal for whoever saves the project as it is now.
    pub fn link(&mut self, session: &mut Session, folders: &Folders) -> Option<Link> {
        self.begin(session, folders);
        self.writer().map(Writer::link)
    }

    /// When a revision was safe on disk, if it is.
    pub fn safe_since(&self, revision: u64) -> Option<Moment> {
        self.safe.filter(|(safe, _)| *safe >= revision).map(|(_, at)| at)
    }

    /// Why the disk refuses, in words with a next step.
    pub fn failed(&self) -> Option<&str> {
        self.failed.as_deref()
    }

    /// Whether something was handed over of which nothing was told yet.
    pub fn is_waiting(&self) -> bool {
        self.writer.is_some() && self.failed.is_none() && self.safe.is_none_or(|(safe, _)| safe < self.handed) && self.handed > 0
    }

    /// Waits until everything is safe; whether it is.
    fn flush(&self) -> bool {
        self.writer.as_ref().is_none_or(|writer| writer.link().flush(FAULT_PATIENCE))
    }

    /// Takes the journal of a project that is left, to end it off the drawing thread. What is done to the project after that is
    /// journalled no more.
    pub fn take(&mut self) -> Ending {
        Ending { unit: self.unit.take(), writer: self.writer.take() }
    }
}

/// The journal of a project that is left.
pub struct Ending {
    unit: Option<(Unit, u64)>,
    writer: Option<Writer>,
}

impl Ending {
    /// Ends it once all is written. One that is not kept is removed: the project's file holds everything, or nobody wants it back.
    pub fn end(self, is_kept: bool) {
        match (self.writer, self.unit) {
            (Some(writer), _) => drop(writer.end(is_kept, PATIENCE)),
            // Work that was recovered and that nobody wants back.
            (None, Some(begun)) if !is_kept && begun.0.is_all_there_is() => drop(Writer::start(Disk, begun, || ()).end(false, PATIENCE)),
            (None, Some((unit, _))) => journal::leave(&Disk, unit),
            (None, None) => {}
        }
    }
}

impl App {
    /// Hands over what was done, and takes what the journal tells.
    pub(super) fn keep_journal(&mut self) {
        self.journal.hand_over(&mut self.session);
        let events = self.journal.writer.as_ref().map(Writer::events).unwrap_or_default();
        for event in events {
            match event {
                Event::Synced { revision, waited } => {
                    self.journal.safe = Some((revision, (self.clock)()));
                    if let Some(words) = self.journal.failed.take()
                        && self.session.notice().is_some_and(|notice| notice.words == words)
                    {
                        self.session.dismiss_notice();
                    }
                    let waited_ms = waited.as_secs_f64() * 1e3;
                    // What is safe can be counted where nothing was done since.
                    let is_all = revision == self.session.revision();
                    let marks = is_all.then(|| self.session.project().annotations().len());
                    let told = serde_json::json!({ "revision": revision, "waited_ms": waited_ms, "marks": marks });
                    self.timings.event("journalled", told);
                }
                Event::Failed(words) => {
                    if self.journal.failed.is_none() {
                        self.session.say_with(words.clone(), crate::command::catalogue::Action::SaveAs);
                    }
                    self.journal.failed = Some(words);
                }
            }
        }
    }

    /// Whether all work is safe on disk, after a fault of the program.
    pub(super) fn rescue(&mut self) -> bool {
        self.journal.hand_over(&mut self.session);
        let is_safe = self.journal.flush();
        self.keep_journal();
        is_safe
    }

    /// Begins the journal of a project without a file anew from time to time, so that it does not grow without end.
    pub(super) fn shorten_journal(&mut self) {
        let revision = self.session.revision();
        if self.session.path().is_some() || revision.saturating_sub(self.journal.shortened) < MOST_STEPS {
            return;
        }
        self.journal.shortened = revision;
        let Some(link) = self.journal.writer().map(Writer::link) else { return };
        let project = self.session.project().clone();
        self.jobs.start(move || {
            link.shorten((&project, revision));
            Done::Nothing
        });
    }
}

impl Jobs {
    /// Ends the journal of a project that is left.
    pub(super) fn end_journal(&mut self, ending: Ending, is_kept: bool) {
        self.start(move || {
            ending.end(is_kept);
            Done::Nothing
        });
    }
}
