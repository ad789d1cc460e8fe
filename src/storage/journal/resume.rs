//! Going on with a project where its journal ends: at the next opening, or at the next start for one that has no file.

use std::io;
use std::path::{Path, PathBuf};

use super::file::{Base, Names, Standing, Start, Unit, sha256};
use super::line::{self, Contents, StepRow};
use super::replay;
use crate::edit::History;
use crate::model::moment::Moment;
use crate::model::project::Project;
use crate::storage::fs::{Fs, Lock};
use crate::storage::{private, read, time};

/// Journals of one project beside each other that are looked at: of copies of its file, and of other instances at work.
const MOST_UNITS: u32 = 16;

/// A project as it was left.
pub struct Resumed {
    /// The project.
    pub project: Project,
    /// Undo and redo.
    pub history: History,
    /// What was recovered, in the words of the menu; none where the snapshot holds everything.
    pub recovered: Vec<String>,
    /// What else to tell the checker, in sentences.
    pub remarks: Vec<String>,
    /// Where it is journalled from now on.
    pub unit: Unit,
}

/// A snapshot as it was read.
pub struct Read {
    /// The project in it.
    pub project: Project,
    /// Its file; none where the project is to be saved under another name.
    pub file: Option<PathBuf>,
    /// SHA-256 of its bytes where it is in a file; none where a copy is to be made first.
    pub sha256: Option<String>,
    /// Steps of undo that are wanted, and kept.
    pub undo_steps: usize,
}

/// Goes on with a project that was read: what its journal has beyond the snapshot is done again, and what cannot be is kept.
pub fn resume(disk: &dyn Fs, journals: &Path, snapshot: Read) -> Resumed {
    let (mut remarks, mut found) = (Vec::new(), None);
    for folder in folders(disk, journals, &snapshot) {
        if found.is_none() {
            found = take_up(disk, folder, &snapshot, &mut remarks);
        } else {
            remarks.extend(keep_other(disk, &folder, &snapshot));
        }
    }
    let last =
        || Found { folder: folder_of(journals, &snapshot, MOST_UNITS + 1), lock: None, bytes: Vec::new(), contents: Contents::default() };
    let (found, held) = found.unwrap_or_else(|| (last(), None));
    go_on(disk, snapshot, found, held, remarks)
}

/// Where journals of the project may lie, first the one with steps to do again.
fn folders(disk: &dyn Fs, journals: &Path, snapshot: &Read) -> Vec<PathBuf> {
    let mut folders: Vec<PathBuf> = (1..=MOST_UNITS).map(|number| folder_of(journals, snapshot, number)).collect();
    let has_steps = |folder: &Path| {
        let contents = line::read(&disk.read(&Names(folder).journal()).unwrap_or_default());
        snapshot.sha256.as_deref().and_then(|hash| contents.held_by(hash)).is_some_and(|held| held < contents.last())
    };
    // The first one is nearly always the only one.
    if folders.iter().skip(1).any(|folder| disk.is_there(&Names(folder).journal())) {
        folders.sort_by_cached_key(|folder| !has_steps(folder));
    }
    folders
}

fn folder_of(journals: &Path, snapshot: &Read, number: u32) -> PathBuf {
    let name = snapshot.project.id().to_string();
    journals.join(if number == 1 { name } else { format!("{name}-{number}") })
}

/// Takes a folder for the journal from now on, with the last step that the snapshot holds; nothing where it is another's.
fn take_up(disk: &dyn Fs, folder: PathBuf, snapshot: &Read, remarks: &mut Vec<String>) -> Option<(Found, Option<u64>)> {
    let lock = take(disk, &folder)?;
    let bytes = match disk.read(&Names(&folder).journal()) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == io::ErrorKind::NotFound => Vec::new(),
        Err(error) => {
            remarks.push(format!("The journal in {} could not be read: {error}. It was left as it is.", folder.display()));
            return None;
        }
    };
    let contents = line::read(&bytes);
    if is_of_another(disk, &contents, snapshot) {
        return None;
    }
    let held = snapshot.sha256.as_deref().and_then(|hash| contents.held_by(hash));
    if held.is_none() && !contents.steps.is_empty() {
        let why = match contents.heading {
            Some(_) => "The file was changed by something else since it was last saved here",
            None => "The first line of the journal of this file is damaged",
        };
        let kept = keep_aside(disk, &folder, (&contents, &snapshot.project), why);
        let is_kept = kept.is_ok();
        remarks.push(kept.unwrap_or_else(|remark| remark));
        if !is_kept {
            return None;
        }
    } else if contents.is_torn {
        remarks.extend(keep_torn(disk, &folder, &bytes, &contents, contents.good));
    }
    Some((Found { folder, lock, bytes, contents }, held))
}

/// Keeps the steps of another window that nobody has taken up, and says so.
fn keep_other(disk: &dyn Fs, folder: &Path, snapshot: &Read) -> Option<String> {
    let contents = line::read(&disk.read(&Names(folder).journal()).ok()?);
    let is_in_file = snapshot.sha256.as_deref().and_then(|hash| contents.held_by(hash)).is_some_and(|held| held >= contents.last());
    if contents.steps.is_empty() || is_in_file || is_of_another(disk, &contents, snapshot) {
        return None;
    }
    let _lock = take(disk, folder)?;
    Some(
        keep_aside(disk, folder, (&contents, &snapshot.project), "Another window worked on this project as well")
            .unwrap_or_else(|remark| remark),
    )
}

/// The lock of a folder, made where it is not there; nothing where another process holds it. Where the disk refuses the folder is
/// taken without one: the first edit will tell.
fn take(disk: &dyn Fs, folder: &Path) -> Option<Option<Lock>> {
    let made = disk.create_private_folder(folder);
    match made.and_then(|()| disk.lock(&Names(folder).lock())) {
        Ok(None) => None,
        Ok(lock) => Some(lock),
        Err(_) => Some(None),
    }
}

/// Whether a journal with steps belongs to another file that is there, so that they wait for that one.
fn is_of_another(disk: &dyn Fs, contents: &Contents, snapshot: &Read) -> bool {
    let heading = contents.heading.as_ref().filter(|_| !contents.steps.is_empty());
    let Some(other) = heading.and_then(|heading| heading.file.as_deref()).map(Path::new) else { return false };
    snapshot.file.as_deref() != Some(other) && disk.is_there(other)
}

/// What was found in a folder.
struct Found {
    folder: PathBuf,
    lock: Option<Lock>,
    bytes: Vec<u8>,
    contents: Contents,
}

fn go_on(disk: &dyn Fs, snapshot: Read, found: Found, held: Option<u64>, mut remarks: Vec<String>) -> Resumed {
    let Found { folder, lock, bytes, contents } = found;
    let kept = line::read(&disk.read(&Names(&folder).history()).unwrap_or_default());
    let mut standing = Standing::Nothing;
    let (mut project, mut last, mut recovered) = (snapshot.project.clone(), contents.last().max(kept.last()), Vec::new());
    let (name, id) = (project.name().to_owned(), project.id().to_string());
    if let Some(after) = held {
        let replayed = replay::replay(snapshot.project, &contents, after);
        let redone = contents.steps.partition_point(|step| step.seq <= replayed.last);
        let end = redone.checked_sub(1).and_then(|last| contents.ends.get(last)).copied();
        let good = if replayed.is_whole { contents.good } else { end.unwrap_or(0) };
        if !replayed.is_whole {
            remarks.extend(keep_torn(disk, &folder, &bytes, &contents, good));
        }
        standing = match bytes.get(..good) {
            Some(_) if replayed.is_whole && !contents.is_torn => Standing::Sound,
            Some(beginning) if good > 0 => Standing::Beginning(beginning.to_vec()),
            _ => Standing::Nothing,
        };
        recovered = replay::labels(contents.steps.iter().filter(|step| step.seq > after && step.seq <= replayed.last));
        (project, last) = (replayed.project, replayed.last);
    }
    let journal = contents.steps.iter().filter(|step| held.is_some() && step.seq <= last);
    let history = history(&project, (&kept, &contents), journal, snapshot.undo_steps);
    shorten(disk, &folder, &kept, snapshot.undo_steps);
    let base = snapshot.sha256.map_or_else(|| Base::Copy(Box::new(project.clone())), Base::Known);
    let start = Start { folder, project: id, name, file: snapshot.file, base, last, standing };
    Resumed { project, history, recovered, remarks, unit: Unit { start, lock } }
}

/// Undo and redo from the history file and the journal behind it.
fn history<'a>(
    project: &Project,
    (kept, journal): (&'a Contents, &'a Contents),
    steps: impl Iterator<Item = &'a StepRow> + Clone,
    most: usize,
) -> History {
    let first = steps.clone().next().map_or(u64::MAX, |step| step.seq);
    let is_joined = first == u64::MAX || kept.last().saturating_add(1) >= first;
    let before = kept.steps.iter().filter(|step| is_joined && step.seq < first);
    let mut words = kept.texts.clone();
    words.extend(journal.texts.clone());
    replay::history(project, &words, before.chain(steps), most)
}

/// Shortens a history file that has grown to twice what is kept. Nothing depends on it.
fn shorten(disk: &dyn Fs, folder: &Path, kept: &Contents, most: usize) {
    if kept.steps.len() <= most.saturating_mul(2) {
        return;
    }
    let newest = kept.steps.iter().skip(kept.steps.len() - most);
    let texts = kept.texts.iter().map(|(sha256, text)| line::TextRow { sha256: sha256.clone(), text: text.clone() });
    let lines = texts.map(line::Line::Text).chain(newest.cloned().map(line::Line::Step));
    let short: String = lines.filter_map(|line| line::encode(&line).ok()).collect();
    let _ = private::write(disk, &Names(folder).history(), short.as_bytes(), false);
}

/// Keeps what stands behind the good lines of a journal, and says so.
fn keep_torn(disk: &dyn Fs, folder: &Path, bytes: &[u8], contents: &Contents, good: usize) -> Option<String> {
    let tail = bytes.get(good..).filter(|tail| !tail.is_empty())?;
    let path = Names(folder).aside(contents.last(), "torn");
    let kept = private::write(disk, &path, tail, true);
    Some(match kept {
        Ok(()) => format!("The end of the journal was torn; what could not be read is kept in {}.", path.display()),
        Err(error) => format!("The end of the journal was torn and could not be kept aside: {error}."),
    })
}

/// Keeps a journal whose first line is damaged, though its steps could be done again: nobody knows whether there were others before.
fn keep_headless(disk: &dyn Fs, folder: &Path, bytes: &[u8], contents: &Contents) -> String {
    let path = Names(folder).aside(contents.last(), "journal");
    let kept = match private::write(disk, &path, bytes, true) {
        Ok(()) => format!("The journal is kept in {}.", path.display()),
        Err(error) => format!("The journal could not be kept aside: {error}."),
    };
    format!("The first lines of the journal were damaged. All that could be read is here; look whether anything is missing. {kept}")
}

/// Keeps a journal whose steps cannot be done again on the file that was opened: as a project of its own where the snapshot that they follow
/// is known, or it can only be `opened`, else as it is. Says so, also where the disk refuses and it stays where it is.
fn keep_aside(disk: &dyn Fs, folder: &Path, (contents, opened): (&Contents, &Project), why: &str) -> Result<String, String> {
    let names = Names(folder);
    let labels = list(&replay::labels(contents.steps.iter()));
    let what = format!("{why}, and {labels} had not been saved to it.");
    let (journal, own) = (names.aside(contents.last(), "journal"), names.aside(contents.last(), "ron"));
    let rebuilt = rebuild(disk, folder, contents, opened).ok().and_then(|replayed| {
        let written = crate::storage::to_ron(&replayed.project);
        private::write(disk, &own, written.as_bytes(), true).ok()
    });
    match (rebuilt, disk.rename(&names.journal(), &journal)) {
        (Some(()), _) => Ok(format!("{what} That work is kept as a project of its own: open {} to compare.", own.display())),
        (None, Ok(())) => Ok(format!("{what} It could not be put on top of the file; its journal is kept in {}.", journal.display())),
        (None, Err(error)) => Err(format!("{what} Its journal could not be kept aside: {error}.")),
    }
}

/// The project of a journal on the copy of the snapshot that it follows, else on what was opened, if that is where its steps fit.
fn rebuild(disk: &dyn Fs, folder: &Path, contents: &Contents, opened: &Project) -> Result<replay::Replayed, String> {
    let Ok((base, hash)) = base_of(disk, folder) else {
        let held = fits(opened, contents).ok_or("the snapshot that it follows is gone")?;
        return Ok(replay::replay(opened.clone(), contents, held));
    };
    let held = contents.held_by(&hash).or_else(|| fits(&base, contents)).ok_or("the snapshot that it follows is gone")?;
    Ok(replay::replay(base, contents, held))
}

/// The copy of the snapshot beside a journal, and its SHA-256.
fn base_of(disk: &dyn Fs, folder: &Path) -> Result<(Project, String), String> {
    let base = disk.read(&Names(folder).base()).map_err(|error| error.to_string())?;
    let opened = read(&base).map_err(|error| error.to_string())?;
    Ok((opened.project, sha256(&base)))
}

/// The step before the first, where the line that names the snapshot is damaged and all steps fit this project to the letter.
fn fits(project: &Project, contents: &Contents) -> Option<u64> {
    let before = contents.steps.first().filter(|_| contents.heading.is_none())?.seq.saturating_sub(1);
    replay::replay(project.clone(), contents, before).is_whole.then_some(before)
}

/// Work that stands in no file.
pub struct Unsaved {
    folder: PathBuf,
    lock: Option<Lock>,
    contents: Contents,
    bytes: Vec<u8>,
    made: Moment,
}

/// The newest work that stands in no file, or whose file is gone, and that no other process is at. A folder that is not there has
/// none.
pub fn unsaved(disk: &dyn Fs, journals: &Path) -> Option<Unsaved> {
    let folders = disk.list(journals).unwrap_or_default();
    let found = folders.into_iter().filter_map(|folder| {
        let bytes = disk.read(&Names(&folder).journal()).ok()?;
        let contents = line::read(&bytes);
        let file = contents.heading.as_ref().and_then(|heading| heading.file.as_deref());
        let is_there = file.is_some_and(|file| disk.is_there(Path::new(file)));
        let last = contents.steps.last()?;
        let at = last.forth.as_ref().or(last.back.as_ref()).and_then(|part| time::read(&part.at));
        (!is_there).then_some(Unsaved { folder, lock: None, contents, bytes, made: at.unwrap_or_default() })
    });
    let mut found: Vec<Unsaved> = found.collect();
    found.sort_by_key(|unsaved| std::cmp::Reverse(unsaved.made));
    found.into_iter().find_map(|unsaved| {
        let lock = take(disk, &unsaved.folder)?;
        Some(Unsaved { lock, ..unsaved })
    })
}

/// Goes on with work that stands in no file, with so many steps of undo.
///
/// # Errors
/// In words, when the snapshot that it follows cannot be read; the journal is then kept aside.
pub fn recover(disk: &dyn Fs, unsaved: Unsaved, undo_steps: usize) -> Result<Resumed, String> {
    let Unsaved { folder, lock, contents, bytes, made: _ } = unsaved;
    let mut remarks = Vec::new();
    let heading = contents.heading.as_ref();
    if let Some(file) = heading.and_then(|heading| heading.file.as_ref()) {
        remarks.push(format!("Its file {file} is not there now; save it under a name to keep it."));
    }
    let held = base_of(disk, &folder).and_then(|(project, hash)| match contents.held_by(&hash).or_else(|| fits(&project, &contents)) {
        Some(held) => Ok((project, hash, held)),
        None => Err("the snapshot that it follows is not the one beside it".to_owned()),
    });
    let (project, hash, held) = held.map_err(|cause| {
        let aside = Names(&folder).aside(contents.last(), "journal");
        let place = disk.rename(&Names(&folder).journal(), &aside).map_or_else(|_| folder.clone(), |()| aside);
        let labels = list(&replay::labels(contents.steps.iter()));
        let name = heading.map_or_else(String::new, |heading| format!(" on “{}”", heading.name));
        format!("Unsaved work{name}, {labels}, could not be recovered: {cause}. It is kept in {}.", place.display())
    })?;
    if contents.is_torn {
        remarks.extend(keep_torn(disk, &folder, &bytes, &contents, contents.good));
    }
    if contents.heading.is_none() {
        // It goes on as it is, and is recovered once more until there is a file: nothing that a crash could find half done.
        remarks.push(keep_headless(disk, &folder, &bytes, &contents));
    }
    let snapshot = Read { project, file: None, sha256: Some(hash), undo_steps };
    Ok(go_on(disk, snapshot, Found { folder, lock, bytes, contents }, Some(held), remarks))
}

/// Leaves a place in which nothing was written: the lock goes, and the folder if nothing is kept in it.
pub fn leave(disk: &dyn Fs, unit: Unit) {
    let Unit { start, lock } = unit;
    if lock.is_some() && matches!(start.standing, Standing::Nothing) {
        // What cannot be removed is a file without contents.
        let _ = private::remove_if_there(disk, &Names(&start.folder).lock());
        let _ = disk.remove_folder(&start.folder);
    }
}

/// What was recovered, in a sentence: `Recovered 4 steps since the last save: tag claim A14, tag claim A13, undo link and 1 more.`
pub fn recovered_words(labels: &[String], has_file: bool) -> String {
    let since = if has_file { " since the last save" } else { "" };
    format!("Recovered {}{since}: {}.", steps(labels.len()), named(labels))
}

/// `3 steps (tag claim A14, …)`.
fn list(labels: &[String]) -> String {
    format!("{} ({})", steps(labels.len()), named(labels))
}

fn steps(number: usize) -> String {
    if number == 1 { "1 step".to_owned() } else { format!("{number} steps") }
}

/// The last few labels, newest first.
fn named(labels: &[String]) -> String {
    let words: Vec<&str> = labels.iter().rev().take(3).map(String::as_str).collect();
    let more = labels.len() - words.len();
    let more = if more > 0 { format!(" and {more} more") } else { String::new() };
    words.join(", ") + &more
}
