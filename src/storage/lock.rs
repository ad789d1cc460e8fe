//! Who works on a project: a lock beside its file, which ends with the process that holds it. Whoever's words stand under its name
//! holds the project; to take it over another lock is put in its place. The project's file itself is never locked.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

use serde::{Deserialize, Serialize};

use super::fs::{Disk, Fs, Lock, LockOpening, Share};
use super::{atomic, time};
use crate::model::moment::Moment;

/// How often a lock that vanishes while it is taken is tried again.
const MOST_TRIES: u32 = 8;
/// Time between two looks at a lock that is waited for.
const LOOK_AGAIN: Duration = Duration::from_millis(25);

/// Whoever has a project open, as their lock says. For people to read; nothing is decided by it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Holder {
    /// Name of the computer; may be blank.
    pub host: String,
    /// Number of the process there.
    pub pid: u32,
    /// Name or initials of the checker; may be blank.
    pub checker: String,
    /// Since when, RFC 3339; may be blank.
    pub since: String,
    /// Which of the locks of this process.
    nth: u32,
}

impl Holder {
    fn new(checker: &str, now: Moment) -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(1);
        let nth = NEXT.fetch_add(1, Ordering::Relaxed);
        Holder { host: host(), pid: std::process::id(), checker: checker.to_owned(), since: time::write(now), nth }
    }

    /// Who and since when, in the time zone of this computer: `RK has had it open on desk-2 since 30 Nov, 14:05`.
    pub fn words(&self) -> String {
        let who = if self.checker.is_empty() { "Another window" } else { &self.checker };
        let place = match self.host.as_str() {
            "" => String::new(),
            name if name == host() => " on this computer".to_owned(),
            name => format!(" on {name}"),
        };
        match self.since.parse::<jiff::Timestamp>() {
            Ok(since) => {
                let since = since.to_zoned(jiff::tz::TimeZone::system()).strftime("%-d %b, %H:%M");
                format!("{who} has had it open{place} since {since}")
            }
            Err(_) => format!("{who} has it open{place}"),
        }
    }
}

/// What came of taking a lock.
#[derive(Debug)]
pub enum Taken {
    /// It is ours.
    Held(ProjectLock),
    /// Somebody has the project open.
    By(Holder),
    /// The folder cannot hold a lock: it is read-only, or its disk knows none.
    Nowhere,
}

/// How a lock of ours stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Hold {
    /// It is ours, as far as can be seen.
    Ours,
    /// Its file was taken away, by somebody who tidied up or has closed the project after taking it over.
    Gone,
    /// Somebody took the project over.
    TakenOver(Holder),
}

/// The lock of a project that this process works on; ends when it is dropped.
pub struct ProjectLock {
    disk: Box<dyn Fs>,
    path: PathBuf,
    text: String,
    _held: Lock,
}

impl fmt::Debug for ProjectLock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ProjectLock").field("path", &self.path).field("text", &self.text).finish_non_exhaustive()
    }
}

impl ProjectLock {
    /// Whether the project is still ours.
    pub fn hold(&self) -> Hold {
        match self.disk.read(&self.path) {
            Ok(text) if text != self.text.as_bytes() => Hold::TakenOver(holder_of(&text)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Hold::Gone,
            // What cannot be looked at is no sign of a stranger; saving compares the file itself besides.
            _ => Hold::Ours,
        }
    }
}

impl Drop for ProjectLock {
    fn drop(&mut self) {
        if self.hold() == Hold::Ours {
            // A file that stays is taken for what it is by the next one: a lock that nobody holds.
            let _ = self.disk.remove(&self.path);
        }
    }
}

/// Takes the lock of a project's file for this checker.
pub fn take(disk: impl Fs + 'static, file: &Path, checker: &str, now: Moment) -> Taken {
    let Ok(path) = path_of(&disk, file) else { return Taken::Nowhere };
    let text = text_of(&Holder::new(checker, now));
    for _ in 0..MOST_TRIES {
        match try_take(&disk, &path, &text) {
            Ok(Tried::Held(held)) => return Taken::Held(ProjectLock { disk: Box::new(disk), path, text, _held: held }),
            Ok(Tried::Occupied) => return Taken::By(holder_at(&disk, &path)),
            Ok(Tried::Vanished) => {}
            Err(_) => return Taken::Nowhere,
        }
    }
    Taken::By(holder_at(&disk, &path))
}

/// Takes a lock with `take`, and waits a while for whoever has it to finish. Not on the drawing thread.
pub fn wait(patience: Duration, take: impl Fn() -> Taken) -> Taken {
    let began = Instant::now();
    loop {
        match take() {
            Taken::By(_) if began.elapsed() < patience => std::thread::park_timeout(LOOK_AGAIN),
            taken => return taken,
        }
    }
}

/// Takes a project over: another lock is put in the place of the one that is held, and its holder finds that out.
///
/// # Errors
/// When the disk refuses; whoever holds the project then still does.
pub fn take_over(disk: impl Fs + 'static, file: &Path, checker: &str, now: Moment) -> io::Result<ProjectLock> {
    let path = path_of(&disk, file)?;
    let holder = Holder::new(checker, now);
    let text = text_of(&holder);
    let beside = atomic::folder_of(&path).join(format!(".tickmark-{}-{}.lock.tmp", holder.pid, holder.nth));
    let made = make_lock(&disk, &beside, &text).and_then(|held| disk.rename(&beside, &path).map(|()| held));
    match made {
        Ok(held) => Ok(ProjectLock { disk: Box::new(disk), path, text, _held: held }),
        Err(error) => {
            let _ = disk.remove(&beside);
            Err(error)
        }
    }
}

fn make_lock(disk: &dyn Fs, path: &Path, text: &str) -> io::Result<Lock> {
    let mut file = disk.open_lock(path, LockOpening::New)?;
    file.fill(text.as_bytes())?;
    if file.try_lock(Share::Together)? { Ok(file) } else { Err(io::ErrorKind::WouldBlock.into()) }
}

/// What came of one try.
enum Tried {
    Held(Lock),
    Occupied,
    Vanished,
}

/// Only who holds the file alone may write to it; whoever has written holds it together with readers, since some systems let
/// nobody read what is locked for one alone.
fn try_take(disk: &dyn Fs, path: &Path, text: &str) -> io::Result<Tried> {
    let mut file = match disk.open_lock(path, LockOpening::Made) {
        Err(error) if error.kind() == io::ErrorKind::PermissionDenied => return look_at_foreign(disk, path),
        opened => opened?,
    };
    if !file.try_lock(Share::Alone)? {
        return Ok(Tried::Occupied);
    }
    if let Err(error) = file.fill(text.as_bytes()) {
        let _ = disk.remove(path);
        return Err(error);
    }
    file.unlock()?;
    if !file.try_lock(Share::Together)? {
        return Ok(Tried::Occupied);
    }
    // Another may have been here in between, or the last holder has taken the name away.
    match disk.read(path) {
        Ok(stands) if stands == text.as_bytes() => Ok(Tried::Held(file)),
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(Tried::Vanished),
    }
}

/// A lock that another user made and this one may only read.
fn look_at_foreign(disk: &dyn Fs, path: &Path) -> io::Result<Tried> {
    match disk.open_lock(path, LockOpening::Foreign)?.try_lock(Share::Alone) {
        Ok(false) => Ok(Tried::Occupied),
        _ => Err(io::ErrorKind::PermissionDenied.into()),
    }
}

/// Where the lock of a file lies: beside what its links lead to, so that one project has one lock.
fn path_of(disk: &dyn Fs, file: &Path) -> io::Result<PathBuf> {
    let file = atomic::follow_links(disk, file)?;
    let mut name = std::ffi::OsString::from(".");
    name.push(file.file_name().ok_or(io::ErrorKind::InvalidInput)?);
    name.push(".lock");
    Ok(atomic::folder_of(&file).join(name))
}

fn text_of(holder: &Holder) -> String {
    // A lock without words still is one.
    format!("{}\n", ron::to_string(holder).unwrap_or_default())
}

fn holder_of(text: &[u8]) -> Holder {
    ron::de::from_bytes(text).unwrap_or_default()
}

fn holder_at(disk: &dyn Fs, path: &Path) -> Holder {
    holder_of(&disk.read(path).unwrap_or_default())
}

/// The name of this computer; blank where it cannot be found.
fn host() -> String {
    let files = ["/proc/sys/kernel/hostname", "/etc/hostname"].into_iter().filter_map(|path| Disk.read(Path::new(path)).ok());
    let files = files.map(|name| String::from_utf8_lossy(&name).into_owned());
    let variables = ["HOSTNAME", "COMPUTERNAME"].into_iter().filter_map(|name| std::env::var(name).ok());
    files.chain(variables).map(|name| name.trim().to_owned()).find(|name| !name.is_empty()).unwrap_or_default()
}

#[cfg(test)]
mod tests;
