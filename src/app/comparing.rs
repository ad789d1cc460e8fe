//! Articles are compared off the drawing thread: the two that are shown, and all of them by the passages that they share.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::Duration;

use egui::Context;

use super::App;
use super::jobs::Done;
use crate::compare::Index;
use crate::model::document::Text;
use crate::model::id::{DocumentId, ProjectId};
use crate::session::ViewKind;
use crate::view::compare::{AllPairs, CompareOrder};

/// How often the window shows how far the comparison is.
const PROGRESS: Duration = Duration::from_millis(100);

/// What a job on all articles brings back.
pub struct Indexed {
    project: ProjectId,
    index: Box<Index>,
}

/// The articles of the project at work, as they are compared.
#[derive(Default)]
pub(super) struct Comparing {
    project: Option<ProjectId>,
    /// None while a job has it.
    index: Option<Box<Index>>,
    is_running: bool,
    /// The revision for which the index is whole.
    known: Option<u64>,
    done: Arc<AtomicUsize>,
    is_stale: Arc<AtomicBool>,
    of: usize,
}

impl App {
    /// Starts what the Compare view wants, while it is shown.
    pub(super) fn keep_compared(&mut self, ctx: &Context) {
        if let Some(order) = self.panels.compare.take_order() {
            self.compare_two(order);
        }
        let project = self.session.project().id();
        if self.comparing.project != Some(project) {
            // What runs for another project stops at its next article, and is not wanted back.
            self.comparing.is_stale.store(true, Ordering::Relaxed);
            self.comparing = Comparing { project: Some(project), index: Some(Box::default()), ..Comparing::default() };
        }
        if self.session.view() != ViewKind::Compare {
            return;
        }
        if self.comparing.is_running {
            self.panels.compare.all.progress = Some((self.comparing.done.load(Ordering::Relaxed), self.comparing.of));
            ctx.request_repaint_after(PROGRESS);
        } else if self.comparing.known != Some(self.session.revision()) {
            self.compare_all();
        }
    }

    fn compare_two(&mut self, order: CompareOrder) {
        self.jobs.start(move || {
            let beside = order.compare();
            Done::SideBySide(Box::new((order, beside)))
        });
    }

    /// Takes what was compared: two articles, all of them, or claims with those that were checked before.
    pub(super) fn take_comparison(&mut self, done: Done) {
        match done {
            Done::SideBySide(found) => self.panels.compare.take_beside(found.0, found.1),
            Done::Indexed(indexed) => self.take_indexed(indexed),
            Done::Library(library, remarks) => self.take_library(*library, &remarks),
            Done::Checked(claim, known) => self.panels.take_known(claim, known),
            _ => {}
        }
    }

    /// Compares the articles that are new with all others, in a job where there are any.
    fn compare_all(&mut self) {
        let revision = self.session.revision();
        let Some(mut index) = self.comparing.index.take() else { return };
        let project = self.session.project();
        let texts = project.documents().filter(|document| !index.has(document.id)).map(|document| (document.id, document.text.clone()));
        let new: Vec<(DocumentId, Text)> = texts.collect();
        let gone: Vec<DocumentId> = index.articles().filter(|id| project.document(*id).is_none()).collect();
        if new.is_empty() {
            let has_changed = !gone.is_empty();
            gone.into_iter().for_each(|id| index.remove(id));
            if has_changed || !self.panels.compare.all.is_known {
                self.show_pairs(&index);
            }
            self.comparing.index = Some(index);
            self.comparing.known = Some(revision);
            return;
        }
        let id = project.id();
        let (done, is_stale) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicBool::new(false)));
        self.comparing.done = Arc::clone(&done);
        self.comparing.is_stale = Arc::clone(&is_stale);
        self.comparing.of = new.len();
        self.comparing.is_running = true;
        self.jobs.start_or(
            // A fault leaves the pairs unknown; the two articles shown are compared all the same.
            move |_| Done::Indexed(Indexed { project: id, index: Box::default() }),
            move || {
                gone.into_iter().for_each(|id| index.remove(id));
                for (id, text) in new {
                    if is_stale.load(Ordering::Relaxed) {
                        break;
                    }
                    index.add(id, &text);
                    done.fetch_add(1, Ordering::Relaxed);
                }
                Done::Indexed(Indexed { project: id, index })
            },
        );
    }

    fn take_indexed(&mut self, indexed: Indexed) {
        if self.comparing.project != Some(indexed.project) {
            return self.jobs.let_go(indexed.index);
        }
        self.comparing.is_running = false;
        // A job that came to nothing would only come to nothing again.
        if indexed.index.is_empty() {
            self.comparing.known = Some(self.session.revision());
        }
        self.show_pairs(&indexed.index);
        self.comparing.index = Some(indexed.index);
    }

    fn show_pairs(&mut self, index: &Index) {
        self.panels.compare.all = AllPairs { pairs: Arc::new(index.pairs()), progress: None, is_known: true };
    }
}
