//! `tickmark import`: adds articles to a project, or makes one.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::time::Duration;

use super::terminal::say;
use super::{FAILED, FLAWED, SOUND, complain, count, now, open_article, open_page, open_standing, size};
use crate::command::{Command, NewArticle};
use crate::fetch::{self, Address, FetchError};
use crate::import::Wish;
use crate::model::document::Document;
use crate::model::file::KeptFile;
use crate::model::id::ProjectId;
use crate::model::moment::Moment;
use crate::model::project::Project;
use crate::session::files::Opened;
use crate::session::{IdSource, Session};
use crate::storage::atomic::Step;
use crate::storage::folders::Folders;
use crate::storage::lock::Taken;
use crate::storage::{self, Condition, Disk, OpenError, ProjectLock, SaveError, Standing};

/// How long another import is waited for.
const PATIENCE: Duration = Duration::from_secs(3);

/// Add articles to a project; a project that is not there yet is made
#[derive(clap::Args)]
#[command(after_help = "Exit code: 0 all articles are in the project, 1 some could not be read, 2 nothing was saved.")]
pub(super) struct Arguments {
    /// Articles to add: files, or addresses of pages that begin with https:// (or http://), which are fetched from the web
    #[arg(value_name = "ARTICLE", required = true)]
    articles: Vec<PathBuf>,
    /// The project file
    #[arg(long, value_name = "P.ron")]
    project: PathBuf,
    /// The articles are new drafts of this one, one after the other: its letter or id
    #[arg(long, value_name = "ARTICLE")]
    draft_of: Option<String>,
    /// Name or initials of the checker, for the history
    #[arg(long, value_name = "NAME", default_value = "")]
    checker: String,
    /// Fetch nothing from the web
    #[arg(long)]
    offline: bool,
    /// The encoding of text that does not say it, such as windows-1252
    #[arg(long, value_name = "NAME")]
    encoding: Option<String>,
    /// What the files are locked with
    #[arg(long, value_name = "WORDS")]
    password: Option<String>,
    /// All the words of a web page, not its article alone
    #[arg(long)]
    whole_page: bool,
    /// Keep copies of the files and pages beside the project, by their hash
    #[arg(long)]
    keep_originals: bool,
}

impl Arguments {
    fn wish(&self) -> Wish {
        Wish { encoding: self.encoding.clone(), password: self.password.clone(), whole_page: self.whole_page, ..Wish::default() }
    }
}

pub(super) fn run(arguments: &Arguments) -> u8 {
    let now = now();
    let Some(lock) = lock(arguments, now) else {
        return FAILED;
    };
    let Some((mut session, standing, is_migrated)) = start(&arguments.project, now) else {
        return FAILED;
    };
    session.set_checker(&arguments.checker);
    let draft_of = match arguments.draft_of.as_deref().map(|name| place_of(session.project(), name).ok_or(name)) {
        Some(Err(name)) => {
            complain(&format!("There is no article {name} in {}", arguments.project.display()));
            return FAILED;
        }
        Some(Ok(place)) => Some(place),
        None => None,
    };
    let mut originals = Vec::new();
    let unread = arguments.articles.iter().filter(|path| !add(&mut session, path, (draft_of, arguments, &mut originals), now)).count();
    if unread == arguments.articles.len() {
        return FAILED;
    }
    if !session.is_saved() {
        if is_migrated && !back_up(&arguments.project, session.project().id(), now) {
            return FAILED;
        }
        let condition = Condition { standing: Some(standing), lock };
        if let Err(error) = storage::save_if(&Disk, &arguments.project, session.project(), &condition) {
            complain(&not_saved(&arguments.project, &error));
            return FAILED;
        }
        say(&format!("Saved to {}: {}.", arguments.project.display(), size(session.project())));
    }
    if arguments.keep_originals {
        keep(&arguments.project, &originals);
    }
    if unread == 0 {
        return SOUND;
    }
    complain(&format!("{} could not be read and {} left out", count(unread, "article"), if unread == 1 { "is" } else { "are" }));
    FLAWED
}

/// A file or page that was opened; the bytes of a page, which lie nowhere else.
type Original = (KeptFile, Option<Vec<u8>>);

/// Keeps copies beside the project, and says which could not be kept.
fn keep(project: &Path, originals: &[Original]) {
    let keep = |(file, bytes): &Original| storage::originals::keep(&Disk, project, file, bytes.as_deref()).err();
    let lacking: Vec<_> = originals.iter().filter_map(keep).collect();
    for error in &lacking {
        complain(&format!("No copy was kept beside the project: {error}. The article is unharmed"));
    }
    let kept = originals.len() - lacking.len();
    say(&format!("{} kept in {}.", count(kept, "original"), storage::originals::folder(project).display()));
}

/// Why the project could not be saved, and what to do.
fn not_saved(path: &Path, error: &SaveError) -> String {
    match error {
        SaveError { step: Step::Compare | Step::Own, cause, .. } => {
            format!("{} was not changed by this import: {cause}. Import again", path.display())
        }
        error => error.to_string(),
    }
}

/// Keeps the file of an older version among the backups of the window, before one of this version takes its place; whether it could be
/// kept.
fn back_up(path: &Path, project: ProjectId, now: Moment) -> bool {
    let kept = storage::backup::keep_file(&Disk, &Folders::of_system().backups(), project, path, now);
    if let Err(error) = &kept {
        complain(&format!("{} was not changed: it is of an older version, and {error}", path.display()));
    }
    kept.is_ok()
}

/// The lock of the project, if its folder can hold one; nothing where somebody has the project open.
fn lock(arguments: &Arguments, now: Moment) -> Option<Option<Arc<ProjectLock>>> {
    match storage::lock::wait(PATIENCE, || storage::lock::take(Disk, &arguments.project, &arguments.checker, now)) {
        Taken::Held(lock) => Some(Some(Arc::new(lock))),
        Taken::Nowhere => Some(None),
        Taken::By(holder) => {
            let path = arguments.project.display();
            complain(&format!("{path} was not changed: {}. Close it there, then import again", holder.words()));
            None
        }
    }
}

/// The project of that file, or a new one named after it; what stands in the file, and whether saving turns it into one of a newer
/// version.
fn start(path: &Path, now: Moment) -> Option<(Session, Standing, bool)> {
    let mut ids = IdSource::new(now.epoch_ms.unsigned_abs() ^ u64::from(std::process::id()).wrapping_mul(0x9e37_79b1));
    match open_standing(path) {
        // Only a plain "not there" makes a new project: a file that cannot be looked at may hold somebody's work.
        Err(OpenError::Disk { cause, .. }) if cause.kind() == std::io::ErrorKind::NotFound => {
            let name = path.file_stem().map_or_else(|| "New project".to_owned(), |stem| stem.to_string_lossy().into_owned());
            let project = Project::new(ids.next::<ProjectId>(now), &name);
            Some((Session::new(project, Some(path.to_owned()), ids), Standing::NOTHING, false))
        }
        Ok((opened, _)) if opened.is_read_only => {
            complain(&format!("{} was not changed. {}", path.display(), storage::READ_ONLY));
            None
        }
        Ok((opened, standing)) if opened.is_whole() => {
            let is_migrated = opened.is_migrated();
            Some((Session::new(opened.project, Some(path.to_owned()), ids), standing, is_migrated))
        }
        Ok(_) => {
            complain(&format!(
                "{} was not changed: parts of it could not be read and would be lost by saving. Open it in the window and save it \
                 under another name, then import into that",
                path.display()
            ));
            None
        }
        Err(error) => {
            complain(&error.to_string());
            None
        }
    }
}

/// The place of an article in the list, by its letter or its id.
fn place_of(project: &Project, name: &str) -> Option<usize> {
    project.order().iter().position(|id| project.letter(*id).eq_ignore_ascii_case(name) || id.to_string() == name)
}

/// Adds one article, or puts it in the place of the one before, and says so; whether that could be done.
fn add(
    session: &mut Session,
    path: &Path,
    (draft_of, arguments, originals): (Option<usize>, &Arguments, &mut Vec<Original>),
    now: Moment,
) -> bool {
    let opened = match path.to_str().filter(|words| Address::is_meant(words)) {
        Some(address) => fetched(address, arguments).map(|(opened, bytes)| (opened, Some(bytes))),
        None => open_article(path, arguments.wish()).map(|opened| (opened, None)).map_err(|error| error.to_string()),
    };
    let (Opened { article, warnings, .. }, bytes) = match opened {
        Ok(opened) => opened,
        Err(words) => {
            complain(&words);
            return false;
        }
    };
    for warning in warnings {
        complain(&format!("{}: {warning}", path.display()));
    }
    originals.extend(article.original.clone().map(|file| (file, bytes)));
    if let Some(place) = draft_of {
        return add_draft(session, place, article, now);
    }
    let before = session.project().order().len();
    session.run(Command::AddArticles(vec![article]), now);
    match session.project().order().get(before).and_then(|id| session.project().document(*id)) {
        Some(document) => say(&added(session.project(), document)),
        None => say(&format!("{}: {}", path.display(), session.notice().map_or("It was not added.", |notice| &notice.words))),
    }
    true
}

/// Puts a new draft in the place of an article and says what became of its marks.
fn add_draft(session: &mut Session, place: usize, article: NewArticle, now: Moment) -> bool {
    let Some(document) = session.project().order().get(place).copied() else { return false };
    let before = session.revision();
    session.run(Command::OpenDraft(document, Box::new(article)), now);
    let is_open = session.revision() > before;
    let words = session.notice().map_or_else(String::new, |notice| notice.words.clone());
    if is_open {
        say(&words)
    } else {
        complain(&words)
    }
    is_open
}

/// Fetches a page, telling who is asked and where that leads; or why not, in words.
fn fetched(address: &str, arguments: &Arguments) -> Result<(Opened, Vec<u8>), String> {
    let address = Address::typed(address).map_err(|error| error.to_string())?;
    if arguments.offline {
        return Err(FetchError::Offline { host: address.host().to_owned() }.to_string());
    }
    say(&format!("Asking {} for {address}", address.host()));
    let page = fetch::fetch(&address, &fetch::Limits::default(), &AtomicBool::new(false)).map_err(|error| error.to_string())?;
    let way = page.redirects.iter().skip(1).chain([&page.address]);
    for next in way.take(page.redirects.len()) {
        say(&format!("It sends on to {next}"));
    }
    let opened = open_page(&page, arguments.wish()).map_err(|error| error.to_string())?;
    Ok((opened, page.bytes))
}

/// `A  Gate jams in Merrowhaven (18 paragraphs, 501 words)`.
fn added(project: &Project, document: &Document) -> String {
    let title = crate::lint::shortened(document.title());
    let (paragraphs, words) = (document.text.paragraphs().len(), document.text.word_count());
    format!("{}  {title} ({}, {})", project.letter(document.id), count(paragraphs, "paragraph"), count(words, "word"))
}
