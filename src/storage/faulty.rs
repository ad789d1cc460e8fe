//! Two disks for tests: one that fails at a chosen operation, one that forgets what was not synced when the power goes.

use std::collections::BTreeMap;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard};

use super::fs::{About, Disk, Fs, Lock, LockFile, LockOpening, NewFile, Share};

/// A disk, of this machine where nothing else is said, of which operations fail as planned.
#[derive(Clone)]
pub struct Failing {
    disk: Arc<dyn Fs>,
    count: Arc<Count>,
}

/// Counts operations and says which fail.
struct Count {
    done: AtomicUsize,
    fails_at: usize,
    stays_broken: bool,
    kind: io::ErrorKind,
}

impl Count {
    fn check(&self) -> io::Result<()> {
        let done = self.done.fetch_add(1, Ordering::Relaxed) + 1;
        let is_planned = if self.stays_broken { done >= self.fails_at } else { done == self.fails_at };
        if is_planned { Err(self.kind.into()) } else { Ok(()) }
    }
}

impl Failing {
    /// Fails at the operation of that number, from 1; with `stays_broken` at all later ones too.
    pub fn at(fails_at: usize, stays_broken: bool, kind: io::ErrorKind) -> Self {
        Failing::on(Disk, fails_at, stays_broken, kind)
    }

    /// The same on another disk.
    pub fn on(disk: impl Fs + 'static, fails_at: usize, stays_broken: bool, kind: io::ErrorKind) -> Self {
        Failing { disk: Arc::new(disk), count: Arc::new(Count { done: AtomicUsize::new(0), fails_at, stays_broken, kind }) }
    }

    /// Whether the planned operation was reached.
    pub fn was_reached(&self) -> bool {
        self.count.done.load(Ordering::Relaxed) >= self.count.fails_at
    }
}

impl Fs for Failing {
    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        self.count.check().and_then(|()| self.disk.read(path))
    }

    fn open(&self, path: &Path) -> io::Result<Box<dyn Read>> {
        self.count.check()?;
        Ok(Box::new(FailingReader { file: self.disk.open(path)?, count: Arc::clone(&self.count) }))
    }

    fn read_link(&self, path: &Path) -> io::Result<PathBuf> {
        self.count.check().and_then(|()| self.disk.read_link(path))
    }

    fn about(&self, path: &Path) -> io::Result<About> {
        self.count.check().and_then(|()| self.disk.about(path))
    }

    fn canonical(&self, path: &Path) -> io::Result<PathBuf> {
        self.count.check().and_then(|()| self.disk.canonical(path))
    }

    fn create_new(&self, path: &Path) -> io::Result<Box<dyn NewFile>> {
        self.count.check()?;
        Ok(Box::new(FailingFile { file: self.disk.create_new(path)?, count: Arc::clone(&self.count) }))
    }

    fn copy_permissions(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.count.check().and_then(|()| self.disk.copy_permissions(from, to))
    }

    fn append(&self, path: &Path) -> io::Result<Box<dyn NewFile>> {
        self.count.check()?;
        Ok(Box::new(FailingFile { file: self.disk.append(path)?, count: Arc::clone(&self.count) }))
    }

    fn open_lock(&self, path: &Path, how: LockOpening) -> io::Result<Lock> {
        self.count.check()?;
        Ok(Box::new(FailingLock { file: self.disk.open_lock(path, how)?, count: Arc::clone(&self.count) }))
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.count.check().and_then(|()| self.disk.rename(from, to))
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        self.count.check().and_then(|()| self.disk.remove(path))
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        self.count.check().and_then(|()| self.disk.sync_folder(folder))
    }

    fn create_folder(&self, folder: &Path) -> io::Result<()> {
        self.count.check().and_then(|()| self.disk.create_folder(folder))
    }

    fn create_private_folder(&self, folder: &Path) -> io::Result<()> {
        self.count.check().and_then(|()| self.disk.create_private_folder(folder))
    }

    fn remove_folder(&self, folder: &Path) -> io::Result<()> {
        self.count.check().and_then(|()| self.disk.remove_folder(folder))
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<PathBuf>> {
        self.count.check().and_then(|()| self.disk.list(folder))
    }
}

/// A file of which each piece may fail to be read.
struct FailingReader {
    file: Box<dyn Read>,
    count: Arc<Count>,
}

impl Read for FailingReader {
    fn read(&mut self, bytes: &mut [u8]) -> io::Result<usize> {
        self.count.check().and_then(|()| self.file.read(bytes))
    }
}

struct FailingFile {
    file: Box<dyn NewFile>,
    count: Arc<Count>,
}

impl Write for FailingFile {
    /// Takes at most 64 bytes at a time, so that a file is also torn in its middle.
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.count.check()?;
        self.file.write(&bytes[..bytes.len().min(64)])
    }

    fn flush(&mut self) -> io::Result<()> {
        self.count.check().and_then(|()| self.file.flush())
    }
}

impl NewFile for FailingFile {
    fn sync(&mut self) -> io::Result<()> {
        self.count.check().and_then(|()| self.file.sync())
    }
}

struct FailingLock {
    file: Lock,
    count: Arc<Count>,
}

impl LockFile for FailingLock {
    fn try_lock(&mut self, share: Share) -> io::Result<bool> {
        self.count.check().and_then(|()| self.file.try_lock(share))
    }

    fn unlock(&mut self) -> io::Result<()> {
        self.count.check().and_then(|()| self.file.unlock())
    }

    /// What fails leaves half of the words.
    fn fill(&mut self, bytes: &[u8]) -> io::Result<()> {
        let checked = self.count.check();
        let whole = if checked.is_ok() { bytes.len() } else { bytes.len() / 2 };
        self.file.fill(&bytes[..whole])?;
        checked
    }
}

/// A disk in memory with a power switch. Contents are safe once synced, names once their folder is.
#[derive(Clone)]
pub struct Volatile {
    state: Arc<Mutex<State>>,
    /// Operations until the power goes.
    left: Arc<AtomicUsize>,
}

#[derive(Default)]
struct State {
    files: Vec<Contents>,
    safe_names: BTreeMap<PathBuf, usize>,
    /// Changes of names since the folder was synced, in order.
    pending: Vec<NameChange>,
}

/// What became of contents that were written and not synced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unsynced {
    /// Nothing came through.
    Lost,
    /// A part.
    Torn,
    /// All.
    Kept,
}

#[derive(Default)]
struct Contents {
    written: Vec<u8>,
    safe: Vec<u8>,
}

enum NameChange {
    Add(PathBuf, usize),
    Rename(PathBuf, PathBuf),
    Remove(PathBuf),
}

impl State {
    /// The names after the first changes of those that are pending.
    fn names(&self, pending: usize) -> BTreeMap<PathBuf, usize> {
        let mut names = self.safe_names.clone();
        for change in self.pending.iter().take(pending) {
            match change {
                NameChange::Add(path, file) => drop(names.insert(path.clone(), *file)),
                NameChange::Remove(path) => drop(names.remove(path)),
                NameChange::Rename(from, to) => {
                    if let Some(file) = names.remove(from) {
                        names.insert(to.clone(), file);
                    }
                }
            }
        }
        names
    }

    fn file(&self, path: &Path) -> io::Result<usize> {
        self.names(self.pending.len()).get(path).copied().ok_or(io::ErrorKind::NotFound.into())
    }
}

impl Volatile {
    /// A disk with one file that is safe, and power for so many operations.
    pub fn new(path: &Path, contents: &[u8], operations: usize) -> Self {
        let files = vec![Contents { written: contents.to_vec(), safe: contents.to_vec() }];
        let state = State { files, safe_names: [(path.to_owned(), 0)].into(), pending: Vec::new() };
        Volatile { state: Arc::new(Mutex::new(state)), left: Arc::new(AtomicUsize::new(operations)) }
    }

    /// Whether the power has gone.
    pub fn is_off(&self) -> bool {
        self.left.load(Ordering::Relaxed) == 0
    }

    /// Everything that a file may hold once the power is back; `None` stands for no file.
    pub fn possible(&self, path: &Path) -> Vec<Option<Vec<u8>>> {
        let state = self.state();
        let mut possible = Vec::new();
        for pending in 0..=state.pending.len() {
            match state.names(pending).get(path) {
                None => possible.push(None),
                Some(file) => {
                    let Contents { written, safe } = &state.files[*file];
                    possible.push(Some(safe.clone()));
                    if safe != written {
                        possible.push(Some(written.clone()));
                        possible.push(Some(written[..written.len() / 2].to_vec()));
                    }
                }
            }
        }
        possible
    }

    /// The disk as it may be once the power is back, with power for ever: the first so many changes of names that were not synced
    /// came through, and of contents that were not synced this part.
    pub fn after_power_loss(&self, names: usize, unsynced: Unsynced) -> Volatile {
        let state = self.state();
        let contents = |file: &Contents| {
            let mut found = file.safe.clone();
            let more = file.written.get(found.len()..).unwrap_or_default();
            found.extend_from_slice(match unsynced {
                Unsynced::Lost => &[],
                Unsynced::Torn => &more[..more.len() / 2],
                Unsynced::Kept => more,
            });
            Contents { written: found.clone(), safe: found }
        };
        let state = State { files: state.files.iter().map(contents).collect(), safe_names: state.names(names), pending: Vec::new() };
        Volatile { state: Arc::new(Mutex::new(state)), left: Arc::new(AtomicUsize::new(usize::MAX)) }
    }

    /// Changes of names that were not synced.
    pub fn unsynced_names(&self) -> usize {
        self.state().pending.len()
    }

    /// Writes a file past the program, safely.
    pub fn put(&self, path: &Path, contents: &[u8]) {
        let mut state = self.state();
        let file = state.files.len();
        state.files.push(Contents { written: contents.to_vec(), safe: contents.to_vec() });
        state.safe_names.insert(path.to_owned(), file);
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap()
    }

    fn check(&self) -> io::Result<()> {
        let less = self.left.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |left| left.checked_sub(1));
        less.map(drop).map_err(|_| io::Error::other("the power is off"))
    }

    fn rename_pending(&self, change: NameChange) -> io::Result<()> {
        self.check()?;
        self.state().pending.push(change);
        Ok(())
    }
}

impl Fs for Volatile {
    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        let state = self.state();
        Ok(state.files[state.file(path)?].written.clone())
    }

    fn open(&self, path: &Path) -> io::Result<Box<dyn Read>> {
        Ok(Box::new(io::Cursor::new(self.read(path)?)))
    }

    fn read_link(&self, _: &Path) -> io::Result<PathBuf> {
        Err(io::ErrorKind::InvalidInput.into())
    }

    fn about(&self, path: &Path) -> io::Result<About> {
        let state = self.state();
        let bytes = state.files[state.file(path)?].written.len() as u64;
        Ok(About { bytes, ..About::default() })
    }

    fn canonical(&self, path: &Path) -> io::Result<PathBuf> {
        self.state().file(path).map(|_| path.to_owned())
    }

    fn create_new(&self, path: &Path) -> io::Result<Box<dyn NewFile>> {
        let file = self.state().files.len();
        self.rename_pending(NameChange::Add(path.to_owned(), file))?;
        self.state().files.push(Contents::default());
        Ok(Box::new(VolatileFile { disk: self.clone(), file }))
    }

    fn copy_permissions(&self, _: &Path, _: &Path) -> io::Result<()> {
        self.check()
    }

    fn append(&self, path: &Path) -> io::Result<Box<dyn NewFile>> {
        let standing = self.state().file(path);
        match standing {
            Ok(file) => {
                self.check()?;
                Ok(Box::new(VolatileFile { disk: self.clone(), file }))
            }
            Err(_) => self.create_new(path),
        }
    }

    fn open_lock(&self, _: &Path, _: LockOpening) -> io::Result<Lock> {
        Ok(Box::new(Uncontended))
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.state().file(from)?;
        self.rename_pending(NameChange::Rename(from.to_owned(), to.to_owned()))
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        self.state().file(path)?;
        self.rename_pending(NameChange::Remove(path.to_owned()))
    }

    fn sync_folder(&self, _: &Path) -> io::Result<()> {
        self.check()?;
        let mut state = self.state();
        state.safe_names = state.names(state.pending.len());
        state.pending.clear();
        Ok(())
    }

    fn create_folder(&self, _: &Path) -> io::Result<()> {
        self.check()
    }

    fn create_private_folder(&self, _: &Path) -> io::Result<()> {
        self.check()
    }

    fn remove_folder(&self, _: &Path) -> io::Result<()> {
        self.check()
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<PathBuf>> {
        let state = self.state();
        let names = state.names(state.pending.len());
        let inside = names.keys().filter_map(|path| Some(folder.join(path.strip_prefix(folder).ok()?.components().next()?)));
        let mut inside: Vec<_> = inside.collect();
        inside.dedup();
        Ok(inside)
    }
}

/// The lock of a disk that one program alone has.
struct Uncontended;

impl LockFile for Uncontended {
    fn try_lock(&mut self, _: Share) -> io::Result<bool> {
        Ok(true)
    }

    fn unlock(&mut self) -> io::Result<()> {
        Ok(())
    }

    fn fill(&mut self, _: &[u8]) -> io::Result<()> {
        Ok(())
    }
}

struct VolatileFile {
    disk: Volatile,
    file: usize,
}

impl Write for VolatileFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.disk.check()?;
        let bytes = &bytes[..bytes.len().min(64)];
        self.disk.state().files[self.file].written.extend(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl NewFile for VolatileFile {
    fn sync(&mut self) -> io::Result<()> {
        self.disk.check()?;
        let contents = &mut self.disk.state().files[self.file];
        contents.safe = contents.written.clone();
        Ok(())
    }
}
