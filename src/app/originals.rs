//! The files that articles were read from: where the checker wants it, a copy of each is kept beside the project as soon as that has a file.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::App;
use super::jobs::Done;
use crate::command::NewArticle;
use crate::fetch::Fetched;
use crate::model::file::KeptFile;
use crate::storage::{Disk, Fs as _, kept, originals};

/// Copies that could not be kept and are told one by one; the rest is counted.
const MOST_TOLD: usize = 3;

/// The files of which copies are to be kept.
#[derive(Default)]
pub(super) struct Originals {
    /// Those that were opened and wait for the project to have a file.
    waiting: Vec<KeptFile>,
    /// The bytes of pages, which lie nowhere else.
    pages: Vec<Arc<Fetched>>,
}

impl Originals {
    /// Keeps the bytes of a page until they are on disk.
    pub(super) fn note_page(&mut self, page: &Arc<Fetched>) {
        self.pages.push(Arc::clone(page));
    }

    /// The page that a file is, while its bytes are kept here.
    pub(super) fn page(&self, file: &KeptFile) -> Option<Arc<Fetched>> {
        let is_it = |page: &&Arc<Fetched>| kept::of_bytes(Path::new(&file.path), &page.bytes).sha256 == file.sha256;
        self.pages.iter().filter(|page| page.address.as_str() == file.path).find(is_it).cloned()
    }
}

impl App {
    /// Notes the files of articles that are opened, where copies are wanted.
    pub(super) fn note_originals(&mut self, articles: &[NewArticle]) {
        if self.preferences.keeps_originals && !self.session.is_read_only() {
            self.originals.waiting.extend(articles.iter().filter_map(|article| article.original.clone()));
        } else {
            self.originals.pages.clear();
        }
    }

    /// Keeps copies of the files that wait for it, if the project has a file.
    pub(super) fn keep_originals(&mut self) {
        let Some(project) = self.session.path().map(Path::to_owned) else { return };
        if self.originals.waiting.is_empty() {
            return;
        }
        let Originals { waiting, pages } = std::mem::take(&mut self.originals);
        let of = project.clone();
        self.jobs.start_or(
            move |words| Done::Originals { project: of, kept: BTreeSet::new(), lacking: vec![words] },
            move || keep_all(project, &waiting, &pages),
        );
    }

    /// Looks for the copies that lie beside a project.
    pub(super) fn look_for_originals(&mut self, project: PathBuf) {
        self.jobs.start(move || {
            let kept = originals::hashes(&Disk, &project);
            Done::Originals { project, kept, lacking: Vec::new() }
        });
    }

    /// The project was saved under another name: its copies go along, where they are wanted.
    pub(super) fn follow_originals(&mut self, from: PathBuf, to: PathBuf) {
        if !self.preferences.keeps_originals {
            return self.look_for_originals(to);
        }
        let files: Vec<KeptFile> = self.session.project().documents().filter_map(|document| document.original.clone()).collect();
        let of = to.clone();
        self.jobs.start_or(
            move |words| Done::Originals { project: of, kept: BTreeSet::new(), lacking: vec![words] },
            move || follow(&from, to, &files),
        );
    }

    /// Shows which copies there are, and tells which could not be kept.
    pub(super) fn take_originals(&mut self, project: &Path, kept: BTreeSet<String>, lacking: &[String]) {
        if self.session.path() != Some(project) {
            return;
        }
        self.panels.set_originals(kept);
        if !lacking.is_empty() {
            let more = lacking.len().saturating_sub(MOST_TOLD);
            let rest = if more > 0 { format!("; and {more} more") } else { String::new() };
            let first: Vec<_> = lacking.iter().take(MOST_TOLD).map(String::as_str).collect();
            self.session.say(format!("No copy was kept beside the project: {}{rest}. The articles are unharmed.", first.join("; ")), true);
        }
    }
}

/// Copies the copies of these files, as far as there are any, from beside one project's file to beside another one.
fn follow(from: &Path, to: PathBuf, files: &[KeptFile]) -> Done {
    let copy = |file: &KeptFile| {
        let place = originals::place(from, file).filter(|place| Disk.is_there(place))?;
        match Disk.read(&place) {
            Ok(bytes) => originals::keep(&Disk, &to, file, Some(&bytes)).err().map(|error| error.to_string()),
            Err(cause) => Some(format!("{}: {cause}", place.display())),
        }
    };
    let lacking = files.iter().filter_map(copy).collect();
    let kept = originals::hashes(&Disk, &to);
    Done::Originals { project: to, kept, lacking }
}

fn keep_all(project: PathBuf, waiting: &[KeptFile], pages: &[Arc<Fetched>]) -> Done {
    let bytes_of = |file: &KeptFile| {
        let page = pages.iter().rev().find(|page| page.address.as_str() == file.path)?;
        Some(page.bytes.as_slice())
    };
    let keep = |file: &KeptFile| originals::keep(&Disk, &project, file, bytes_of(file));
    let lacking = waiting.iter().filter_map(|file| keep(file).err()).map(|error| error.to_string()).collect();
    let kept = originals::hashes(&Disk, &project);
    Done::Originals { project, kept, lacking }
}
