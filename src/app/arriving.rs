//! Articles on their way in: files and folders are read in the background, several at a time; what can be opened is opened together, as
//! one step, and what leaves something open is asked about first.

use std::collections::{BTreeMap, HashMap, VecDeque};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use super::App;
use super::jobs::Done;
use super::listing::files_in;
use crate::command::{Command, NewArticle};
use crate::fetch::Fetched;
use crate::import::{ImportError, Warning, Wish, charset};
use crate::model::file::KeptFile;
use crate::model::id::DocumentId;
use crate::session::files::{ArticleError, Opened, Opener, left_open};
use crate::storage::Disk;
use crate::view::again::ReadAgain;
use crate::view::opening::{About, Matter, OpeningAnswer, OpeningState};

/// Files that are read at the same time: more would only wait for each other.
const READERS: usize = 2;

/// Opening takes this long before it is told of: a window that only flashes up says nothing.
const SOON: Duration = Duration::from_millis(400);

/// Warnings that are told when articles are open; the rest is counted.
const MOST_REMARKS: usize = 3;

/// Code points of a text that are shown to judge an encoding by.
const SAMPLE_CHARS: usize = 220;

/// Where an article comes from.
#[derive(Clone, Debug)]
pub(super) enum Origin {
    /// A file.
    File(PathBuf),
    /// A page that was fetched from the web.
    Page(Arc<Fetched>),
    /// The very file that an article was read from before, and the project beside which a copy of it may lie.
    Again(KeptFile, Option<PathBuf>),
}

/// A file that is to be read.
#[derive(Clone, Debug)]
struct Wanted {
    place: usize,
    from: Origin,
    wish: Wish,
}

/// What became of a file.
struct Arrived {
    wanted: Wanted,
    read: Result<Opened, ArticleError>,
}

/// What the readers and the window share.
#[derive(Default)]
struct Shared {
    queue: VecDeque<Wanted>,
    arrived: Vec<Arrived>,
    /// Readers at work.
    readers: usize,
}

/// All that is on its way in.
#[derive(Default)]
pub(super) struct Arrivals {
    shared: Arc<Mutex<Shared>>,
    is_cancelled: Arc<AtomicBool>,
    began: Option<Instant>,
    /// Files that were asked for, and those that were read or given up.
    total: usize,
    done: usize,
    /// Articles that wait for the others, by their place.
    ready: BTreeMap<usize, (String, NewArticle)>,
    /// Those that are new drafts of an article.
    drafts: HashMap<usize, DocumentId>,
    /// Articles that wait for an answer, by their place.
    held: HashMap<usize, Opened>,
    /// The files about which something is open, by their place.
    wanted: HashMap<usize, Wanted>,
    matters: Vec<Matter>,
    remarks: Vec<String>,
    /// Whether what is shown of it is out of date.
    has_changed: bool,
}

impl App {
    /// Reads files, and the files of folders, as articles.
    pub(super) fn read_articles(&mut self, paths: Vec<PathBuf>) {
        self.jobs.start(move || Done::Listed(files_in(&Disk, paths)));
    }

    /// Reads files as articles, once it is known which.
    pub(super) fn want(&mut self, paths: Vec<PathBuf>) {
        if paths.is_empty() {
            self.session.say("The folder holds no file that can be opened as an article.", true);
        }
        self.want_all(paths.into_iter().map(Origin::File).collect(), &Wish::default(), None);
    }

    /// Reads a file as a new draft of an article.
    pub(super) fn want_draft(&mut self, document: DocumentId, path: PathBuf) {
        self.want_all(vec![Origin::File(path)], &Wish::default(), Some(document));
    }

    /// Reads the file of an article again in another way, as a new draft of it.
    pub(super) fn read_article_again(&mut self, answer: ReadAgain) {
        let ReadAgain { document, is_whole, encoding } = answer;
        let Some(file) = self.session.project().document(document).and_then(|document| document.original.clone()) else { return };
        let from = match self.originals.page(&file) {
            Some(page) => Origin::Page(page),
            None => Origin::Again(file, self.session.path().map(Path::to_owned)),
        };
        let wish = Wish { encoding, whole_page: is_whole, ..Wish::default() };
        self.want_all(vec![from], &wish, Some(document));
    }

    /// Reads files, and pages that were fetched from the web, as articles, or as new drafts of one.
    pub(super) fn want_all(&mut self, all: Vec<Origin>, wish: &Wish, draft_of: Option<DocumentId>) {
        let arrivals = &mut self.arrivals;
        if arrivals.total == arrivals.done && arrivals.matters.is_empty() {
            *arrivals = Arrivals::default();
        }
        let first = arrivals.total;
        let wanted = all.into_iter().enumerate();
        let wanted = wanted.map(|(nth, from)| Wanted { place: first + nth, from, wish: wish.clone() });
        let wanted: Vec<_> = wanted.collect();
        arrivals.total += wanted.len();
        arrivals.drafts.extend(wanted.iter().filter_map(|wanted| Some((wanted.place, draft_of?))));
        arrivals.began.get_or_insert_with(Instant::now);
        self.start_readers(wanted);
    }

    fn start_readers(&mut self, wanted: Vec<Wanted>) {
        let shared = self.arrivals.shared.clone();
        let starting = {
            let mut at = locked(&shared);
            at.queue.extend(wanted);
            let starting = READERS.min(at.queue.len()).saturating_sub(at.readers);
            at.readers += starting;
            starting
        };
        for _ in 0..starting {
            let (shared, is_cancelled, room, ctx) =
                (shared.clone(), self.arrivals.is_cancelled.clone(), self.room.clone(), self.jobs.ctx());
            let lost = shared.clone();
            let failed = move |words| {
                locked(&lost).readers -= 1;
                Done::Failed(words)
            };
            self.jobs.start_or(failed, move || {
                while let Some(wanted) = next(&shared) {
                    let opener = Opener { disk: &Disk, room: &room, wish: wanted.wish.clone(), is_cancelled: &is_cancelled };
                    let read = match &wanted.from {
                        Origin::File(path) => opener.open(path),
                        Origin::Page(page) => opener.open_page(page),
                        Origin::Again(file, project) => opener.open_again(file, project.as_deref()),
                    };
                    // Its sentences and words take a while; nobody should wait for them on the drawing thread.
                    if let Ok(opened) = &read {
                        opened.article.text.hash();
                        opened.article.text.oddities();
                    }
                    locked(&shared).arrived.push(Arrived { wanted, read });
                    ctx.request_repaint();
                }
                Done::Nothing
            });
        }
    }

    /// Takes what was read since the last frame; opens all together once all are read.
    pub(super) fn take_arrivals(&mut self) {
        if self.arrivals.total == 0 {
            return;
        }
        let arrived = std::mem::take(&mut locked(&self.arrivals.shared).arrived);
        for one in arrived {
            self.arrivals.take(one);
        }
        let arrivals = &mut self.arrivals;
        if arrivals.is_reading() {
            let is_long = arrivals.began.is_some_and(|began| began.elapsed() > SOON);
            if is_long {
                self.show_opening();
            } else {
                self.jobs.ctx().request_repaint_after(SOON);
            }
            return;
        }
        if !arrivals.ready.is_empty() {
            let ready = std::mem::take(&mut arrivals.ready);
            let (drafts, articles): (Vec<_>, Vec<_>) = ready.into_iter().partition(|(place, _)| arrivals.drafts.contains_key(place));
            self.open_read(articles.into_iter().map(|(_, article)| article).collect());
            for (place, (_, article)) in drafts {
                self.open_read_draft(place, article);
            }
        }
        if self.arrivals.matters.is_empty() {
            self.end_arrivals();
        } else {
            self.show_opening();
        }
    }

    /// Puts a draft that was read in the place of its article.
    fn open_read_draft(&mut self, place: usize, article: NewArticle) {
        if let Some(document) = self.arrivals.drafts.remove(&place) {
            let ctx = self.jobs.ctx();
            self.run(&ctx, Command::OpenDraft(document, Box::new(article)));
        }
    }

    /// Adds articles that were read, but for files that are open already.
    fn open_read(&mut self, ready: Vec<(String, NewArticle)>) {
        let hash = |article: &NewArticle| article.original.as_ref().map(|file| file.sha256.clone());
        let project = self.session.project();
        let mut known: HashMap<String, String> = HashMap::new();
        for document in project.order().iter().filter_map(|id| project.document(*id)) {
            if let Some(file) = &document.original {
                known.insert(file.sha256.clone(), format!("article {}", project.letter(document.id)));
            }
        }
        let mut fresh = Vec::new();
        for (name, article) in ready {
            let Some(hash) = hash(&article) else { continue };
            if let Some(same) = known.get(&hash) {
                let words = format!("It is the same file as {same}, to the last byte, so it was not opened again.");
                self.arrivals.matters.push(Matter { place: usize::MAX, name, about: About::Refused(words) });
            } else {
                known.insert(hash, format!("\u{201c}{name}\u{201d}"));
                fresh.push(article);
            }
        }
        if !fresh.is_empty() {
            let ctx = self.jobs.ctx();
            self.note_originals(&fresh);
            self.run(&ctx, Command::AddArticles(fresh));
            self.keep_originals();
        }
    }

    fn end_arrivals(&mut self) {
        let remarks = std::mem::take(&mut self.arrivals.remarks);
        self.arrivals = Arrivals::default();
        self.panels.show_opening(None);
        if !remarks.is_empty() {
            let more = remarks.len().saturating_sub(MOST_REMARKS);
            let rest = if more > 0 { format!(" And {more} more.") } else { String::new() };
            let first: Vec<_> = remarks.into_iter().take(MOST_REMARKS).collect();
            self.session.say(format!("{}{rest}", first.join(" ")), true);
        }
    }

    fn show_opening(&mut self) {
        let arrivals = &self.arrivals;
        // One file that cannot be read is told in a line, as ever.
        if let ([Matter { about: About::Refused(words), .. }], 1, false) =
            (arrivals.matters.as_slice(), arrivals.total, arrivals.is_reading())
        {
            let words = words.clone();
            self.arrivals = Arrivals::default();
            self.panels.show_opening(None);
            self.session.say(words, true);
            return;
        }
        if !std::mem::take(&mut self.arrivals.has_changed) && self.panels.is_opening() {
            return;
        }
        let Arrivals { done, total, matters, .. } = &self.arrivals;
        self.panels.show_opening(Some((*done, *total, matters)));
    }

    /// Does what was answered.
    pub(super) fn answer_opening(&mut self, answer: OpeningAnswer) {
        self.arrivals.has_changed = true;
        match answer {
            OpeningAnswer::Stopped => {
                self.arrivals.is_cancelled.store(true, Ordering::Relaxed);
                let left = std::mem::take(&mut locked(&self.arrivals.shared).queue).len();
                self.arrivals.done += left;
                self.arrivals.remarks.push(format!("Stopped; {left} of {} files were not opened.", self.arrivals.total));
            }
            OpeningAnswer::Left => {
                self.arrivals.matters.clear();
                self.end_arrivals();
            }
            OpeningAnswer::Password(place, password) => self.read_again(place, |wish| wish.password = Some(password)),
            OpeningAnswer::Encoding(place, encoding) => self.read_again(place, |wish| wish.encoding = Some(encoding)),
            OpeningAnswer::Whole(place, is_whole) => self.read_again(place, |wish| wish.whole_page = is_whole),
            OpeningAnswer::Taken(place) => self.take_held(&[place]),
            OpeningAnswer::AllTaken => {
                let mut places: Vec<_> = self.arrivals.held.keys().copied().collect();
                places.sort_unstable();
                self.take_held(&places);
            }
        }
    }

    fn read_again(&mut self, place: usize, change: impl FnOnce(&mut Wish)) {
        let arrivals = &mut self.arrivals;
        let Some(mut wanted) = arrivals.wanted.get(&place).cloned() else { return };
        change(&mut wanted.wish);
        if arrivals.is_cancelled.load(Ordering::Relaxed) {
            arrivals.is_cancelled = Arc::default();
        }
        arrivals.held.remove(&place);
        arrivals.set_matter(&wanted, Some(About::Busy));
        arrivals.done = arrivals.done.saturating_sub(1);
        self.start_readers(vec![wanted]);
    }

    fn take_held(&mut self, places: &[usize]) {
        let arrivals = &mut self.arrivals;
        for place in places {
            if let (Some(opened), Some(wanted)) = (arrivals.held.remove(place), arrivals.wanted.remove(place)) {
                arrivals.matters.retain(|matter| matter.place != *place);
                arrivals.ready.insert(*place, (wanted.name(), opened.article));
            }
        }
    }
}

impl Wanted {
    fn name(&self) -> String {
        match &self.from {
            Origin::File(path) => path.file_name().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned()),
            Origin::Page(page) => page.address.to_string(),
            Origin::Again(file, _) => file.name().to_owned(),
        }
    }
}

impl Arrivals {
    fn is_reading(&self) -> bool {
        self.done < self.total
    }

    fn take(&mut self, Arrived { wanted, read }: Arrived) {
        self.done += 1;
        self.has_changed = true;
        let name = wanted.name();
        if self.is_cancelled.load(Ordering::Relaxed) && matches!(read, Err(ArticleError::Contents(ImportError::ReaderFailed { .. }))) {
            return;
        }
        match read {
            // What the checker chose is looked at before it is taken.
            Ok(opened) if wanted.wish.encoding.is_some() || is_guess(&opened) || is_unsure(&opened) => self.hold(&wanted, opened),
            Ok(opened) => {
                self.set_matter(&wanted, None);
                self.remarks.extend(opened.warnings.iter().map(|warning| format!("{name}: {warning}")));
                self.ready.insert(wanted.place, (name, opened.article));
            }
            Err(ArticleError::Contents(ImportError::NeedsPassword { is_wrong, .. })) => {
                self.set_matter(&wanted, Some(About::Locked { is_wrong, typed: String::new() }));
            }
            Err(error) => self.set_matter(&wanted, Some(About::Refused(error.to_string()))),
        }
    }

    fn hold(&mut self, wanted: &Wanted, opened: Opened) {
        let text = &opened.article.text;
        let open = left_open(&opened.article.meta.origin);
        let is_whole = open.is_page.then_some(open.is_whole);
        let about = if wanted.wish.encoding.is_some() || is_guess(&opened) {
            let encoding = opened.encoding.as_ref().map_or_else(String::new, |encoded| encoded.name.clone());
            About::Guessed { encoding, sample: sample(text.as_str()), is_whole }
        } else {
            About::Unsure { words: text.word_count(), sample: beginning(text.as_str()), is_whole: open.is_whole }
        };
        self.set_matter(wanted, Some(about));
        self.held.insert(wanted.place, opened);
    }

    fn set_matter(&mut self, wanted: &Wanted, about: Option<About>) {
        let at = self.matters.iter().position(|matter| matter.place == wanted.place);
        match (at, about) {
            (Some(at), Some(about)) => {
                if let Some(matter) = self.matters.get_mut(at) {
                    matter.about = about;
                }
            }
            (Some(at), None) => {
                self.matters.remove(at);
            }
            (None, Some(about)) => self.matters.push(Matter { place: wanted.place, name: wanted.name(), about }),
            (None, None) => {}
        }
        self.wanted.insert(wanted.place, wanted.clone());
    }
}

fn is_guess(opened: &Opened) -> bool {
    opened.encoding.as_ref().is_some_and(|encoded| encoded.is_guess)
        || opened.warnings.iter().any(|warning| matches!(warning, Warning::Lost { .. }))
}

/// Whether it is a web page in which the article was not found for certain.
fn is_unsure(opened: &Opened) -> bool {
    opened.warnings.contains(&Warning::UncertainArticle)
}

/// The first words of a text.
fn beginning(text: &str) -> String {
    let words: String = text.chars().take(SAMPLE_CHARS).collect();
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The first words of a text that hold letters beyond ASCII, which tell a wrong encoding; its beginning, where there are none.
fn sample(text: &str) -> String {
    let odd = text.find(|sign: char| !sign.is_ascii()).unwrap_or(0);
    let line = text.get(..odd).and_then(|before| before.rfind('\n')).map_or(0, |at| at + 1);
    let near = text.get(..odd).map_or(0, |before| before.char_indices().rev().nth(60).map_or(0, |(at, _)| at));
    let from = line.max(near);
    beginning(text.get(from..).unwrap_or(""))
}

/// A lock is taken for a moment, and a fault in who held it leaves the lists as they are.
fn locked(shared: &Mutex<Shared>) -> std::sync::MutexGuard<'_, Shared> {
    shared.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The next file to read; none ends a reader.
fn next(shared: &Mutex<Shared>) -> Option<Wanted> {
    let mut at = locked(shared);
    let next = at.queue.pop_front();
    if next.is_none() {
        at.readers = at.readers.saturating_sub(1);
    }
    next
}

/// The state that is shown, kept where something is typed in it.
pub(super) fn shown(old: Option<OpeningState>, (done, total, matters): (usize, usize, &[Matter])) -> OpeningState {
    let mut state = old.unwrap_or_else(|| OpeningState { encodings: charset::NAMES, ..OpeningState::default() });
    (state.done, state.total) = (done, total);
    let typed: HashMap<usize, (bool, String)> = state
        .matters
        .drain(..)
        .filter_map(|matter| match matter.about {
            About::Locked { is_wrong, typed } => Some((matter.place, (is_wrong, typed))),
            _ => None,
        })
        .collect();
    state.matters = matters.to_vec();
    for matter in &mut state.matters {
        if let (About::Locked { is_wrong, typed: now }, Some((was_wrong, before))) = (&mut matter.about, typed.get(&matter.place))
            && *is_wrong == *was_wrong
        {
            now.clone_from(before);
        }
    }
    state
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sample_shows_the_letters_that_tell_an_encoding() {
        let long = format!("{} caf\u{e9} closed", "word ".repeat(40));
        let check = |text: &str, expected: &str| assert_eq!(sample(text), expected);
        check("Plain words", "Plain words");
        check("One\nDer M\u{fc}ller sagte\nnichts", "Der M\u{fc}ller sagte nichts");
        assert!(sample(&long).ends_with("word caf\u{e9} closed") && sample(&long).len() < 90, "{}", sample(&long));
    }
}
