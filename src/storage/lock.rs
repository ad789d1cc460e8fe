//! Who works on a project: a lock beside its file, which ends with the process that holds it. Whoever's words stand under its name
//! holds the project; to take it over another lock is put in its place. The project's file itself is never locked.

use std::fs::{self, File, TryLockError};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

use serde::{Deserialize, Serialize};

use super::fs::Disk;
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
#[derive(Debug)]
pub struct ProjectLock {
    path: PathBuf,
    text: String,
    _file: File,
}

impl ProjectLock {
    /// Whether the project is still ours.
    pub fn hold(&self) -> Hold {
        match fs::read_to_string(&self.path) {
            Ok(text) if text != self.text => Hold::TakenOver(holder_of(&text)),
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
            let _ = fs::remove_file(&self.path);
        }
    }
}

/// Takes the lock of a project's file for this checker.
pub fn take(file: &Path, checker: &str, now: Moment) -> Taken {
    let Ok(path) = path_of(file) else { return Taken::Nowhere };
    let text = text_of(&Holder::new(checker, now));
    for _ in 0..MOST_TRIES {
        match try_take(&path, &text) {
            Ok(Tried::Held(file)) => return Taken::Held(ProjectLock { path, text, _file: file }),
            Ok(Tried::Occupied) => return Taken::By(holder_at(&path)),
            Ok(Tried::Vanished) => {}
            Err(_) => return Taken::Nowhere,
        }
    }
    Taken::By(holder_at(&path))
}

/// The same, but waits a while for whoever has it to finish. Not on the drawing thread.
pub fn wait(file: &Path, checker: &str, now: Moment, patience: Duration) -> Taken {
    let began = Instant::now();
    loop {
        match take(file, checker, now) {
            Taken::By(_) if began.elapsed() < patience => std::thread::park_timeout(LOOK_AGAIN),
            taken => return taken,
        }
    }
}

/// Takes a project over: another lock is put in the place of the one that is held, and its holder finds that out.
///
/// # Errors
/// When the disk refuses.
pub fn take_over(file: &Path, checker: &str, now: Moment) -> io::Result<ProjectLock> {
    let path = path_of(file)?;
    let holder = Holder::new(checker, now);
    let text = text_of(&holder);
    let beside = atomic::folder_of(&path).join(format!(".tickmark-{}-{}.lock.tmp", holder.pid, holder.nth));
    let made = make_lock(&beside, &text).and_then(|file| fs::rename(&beside, &path).map(|()| file));
    match made {
        Ok(file) => Ok(ProjectLock { path, text, _file: file }),
        Err(error) => {
            let _ = fs::remove_file(&beside);
            Err(error)
        }
    }
}

fn make_lock(path: &Path, text: &str) -> io::Result<File> {
    let mut file = File::options().read(true).write(true).create_new(true).open(path)?;
    file.write_all(text.as_bytes())?;
    file.try_lock_shared()?;
    Ok(file)
}

/// What came of one try.
enum Tried {
    Held(File),
    Occupied,
    Vanished,
}

/// Only who holds the file alone may write to it; whoever has written holds it together with readers, since some systems let
/// nobody read what is locked for one alone.
fn try_take(path: &Path, text: &str) -> io::Result<Tried> {
    let mut file = match File::options().read(true).write(true).create(true).truncate(false).open(path) {
        Err(error) if error.kind() == io::ErrorKind::PermissionDenied => return look_at_foreign(path),
        opened => opened?,
    };
    match file.try_lock() {
        Err(TryLockError::WouldBlock) => return Ok(Tried::Occupied),
        Err(TryLockError::Error(error)) => return Err(error),
        Ok(()) => {}
    }
    let written = file.set_len(0).and_then(|()| file.write_all(text.as_bytes()));
    if let Err(error) = written {
        let _ = fs::remove_file(path);
        return Err(error);
    }
    file.unlock()?;
    match file.try_lock_shared() {
        Err(TryLockError::WouldBlock) => return Ok(Tried::Occupied),
        Err(TryLockError::Error(error)) => return Err(error),
        Ok(()) => {}
    }
    // Another may have been here in between, or the last holder has taken the name away.
    let is_ours = fs::read_to_string(path).is_ok_and(|stands| stands == text);
    Ok(if is_ours { Tried::Held(file) } else { Tried::Vanished })
}

/// A lock that another user made and this one may only read.
fn look_at_foreign(path: &Path) -> io::Result<Tried> {
    match File::open(path)?.try_lock() {
        Err(TryLockError::WouldBlock) => Ok(Tried::Occupied),
        _ => Err(io::ErrorKind::PermissionDenied.into()),
    }
}

/// Where the lock of a file lies: beside what its links lead to, so that one project has one lock.
fn path_of(file: &Path) -> io::Result<PathBuf> {
    let file = atomic::follow_links(&Disk, file)?;
    let mut name = std::ffi::OsString::from(".");
    name.push(file.file_name().ok_or(io::ErrorKind::InvalidInput)?);
    name.push(".lock");
    Ok(atomic::folder_of(&file).join(name))
}

fn text_of(holder: &Holder) -> String {
    // A lock without words still is one.
    format!("{}\n", ron::to_string(holder).unwrap_or_default())
}

fn holder_of(text: &str) -> Holder {
    ron::from_str(text).unwrap_or_default()
}

fn holder_at(path: &Path) -> Holder {
    holder_of(&fs::read_to_string(path).unwrap_or_default())
}

/// The name of this computer; blank where it cannot be found.
fn host() -> String {
    let files = ["/proc/sys/kernel/hostname", "/etc/hostname"].into_iter().filter_map(|path| fs::read_to_string(path).ok());
    let variables = ["HOSTNAME", "COMPUTERNAME"].into_iter().filter_map(|name| std::env::var(name).ok());
    files.chain(variables).map(|name| name.trim().to_owned()).find(|name| !name.is_empty()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::NOW;

    fn project() -> (tempfile::TempDir, PathBuf) {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("p.ron");
        fs::write(&file, "()").unwrap();
        (folder, file)
    }

    #[track_caller]
    fn held(taken: Taken) -> ProjectLock {
        match taken {
            Taken::Held(lock) => lock,
            other => panic!("{other:?}"),
        }
    }

    #[track_caller]
    fn holder(taken: Taken) -> Holder {
        match taken {
            Taken::By(holder) => holder,
            other => panic!("{other:?}"),
        }
    }

    fn names(folder: &tempfile::TempDir) -> Vec<String> {
        let mut names: Vec<_> =
            fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    #[test]
    fn the_second_is_told_who_and_since_when_and_nothing_stays_behind() {
        let (folder, file) = project();
        let first = held(take(&file, "RK", NOW));
        assert_eq!(names(&folder), [".p.ron.lock", "p.ron"]);
        let told = holder(take(&file, "ML", NOW));
        assert_eq!((told.checker.as_str(), told.pid, told.since), ("RK", std::process::id(), time::write(NOW)));
        assert_eq!(first.hold(), Hold::Ours);
        drop(first);
        assert_eq!(names(&folder), ["p.ron"]);
        drop(held(take(&file, "ML", NOW)));
    }

    #[test]
    fn a_lock_that_a_dead_process_left_is_no_obstacle() {
        let (_folder, file) = project();
        for left in [
            "",
            "(pid: 1, che",
            "(host: \"desk-2\", pid: 77, checker: \"RK\", since: \"2031-03-14T09:30:00Z\", nth: 1)\n and more and more",
        ] {
            fs::write(file.with_file_name(".p.ron.lock"), left).unwrap();
            let lock = held(take(&file, "ML", NOW));
            assert_eq!(holder(take(&file, "RK", NOW)).checker, "ML", "{left}");
            drop(lock);
        }
    }

    #[test]
    fn the_first_finds_out_that_it_was_taken_over_and_takes_nothing_away() {
        let (folder, file) = project();
        let first = held(take(&file, "RK", NOW));
        let second = take_over(&file, "ML", NOW).unwrap();
        assert_eq!(second.hold(), Hold::Ours);
        assert!(matches!(first.hold(), Hold::TakenOver(holder) if holder.checker == "ML"));
        drop(first);
        assert_eq!(holder(take(&file, "RK", NOW)).checker, "ML");
        drop(second);
        assert_eq!(names(&folder), ["p.ron"]);
    }

    #[test]
    fn a_lock_that_somebody_tidied_away_is_noticed() {
        let (_folder, file) = project();
        let lock = held(take(&file, "RK", NOW));
        fs::remove_file(file.with_file_name(".p.ron.lock")).unwrap();
        assert_eq!(lock.hold(), Hold::Gone);
    }

    #[test]
    fn only_one_of_many_that_come_and_go_holds_it_at_a_time() {
        let (folder, file) = project();
        let inside = AtomicU32::new(0);
        let times = AtomicU32::new(0);
        std::thread::scope(|scope| {
            for _ in 0..4 {
                scope.spawn(|| {
                    for _ in 0..60 {
                        if let Taken::Held(lock) = take(&file, "RK", NOW) {
                            assert_eq!(inside.fetch_add(1, Ordering::SeqCst), 0, "two hold it");
                            std::thread::yield_now();
                            inside.fetch_sub(1, Ordering::SeqCst);
                            times.fetch_add(1, Ordering::SeqCst);
                            drop(lock);
                        }
                    }
                });
            }
        });
        assert!(times.into_inner() > 0);
        assert_eq!(names(&folder), ["p.ron"]);
    }

    #[test]
    fn where_no_lock_can_be_there_is_no_fuss() {
        assert!(matches!(take(Path::new("/proc/none/p.ron"), "RK", NOW), Taken::Nowhere));
        assert!(matches!(wait(Path::new("no/such/folder/p.ron"), "RK", NOW, Duration::from_secs(60)), Taken::Nowhere));
    }

    #[test]
    fn who_waits_gets_it_when_it_is_free() {
        let (_folder, file) = project();
        let lock = held(take(&file, "RK", NOW));
        assert_eq!(holder(wait(&file, "ML", NOW, Duration::from_millis(60))).checker, "RK");
        std::thread::scope(|scope| {
            let waiting = scope.spawn(|| held(wait(&file, "ML", NOW, Duration::from_secs(60))));
            std::thread::park_timeout(Duration::from_millis(60));
            drop(lock);
            waiting.join().unwrap();
        });
    }

    #[cfg(unix)]
    #[test]
    fn a_link_and_what_it_leads_to_share_one_lock() {
        let (folder, file) = project();
        let link = folder.path().join("near.ron");
        std::os::unix::fs::symlink("p.ron", &link).unwrap();
        let _lock = held(take(&link, "RK", NOW));
        assert_eq!(holder(take(&file, "ML", NOW)).checker, "RK");
    }

    #[test]
    fn a_holder_is_told_in_words() {
        let check = |checker: &str, host: &str, since: &str, expected: &str| {
            let holder = Holder { checker: checker.into(), host: host.into(), since: since.into(), ..Holder::default() };
            let words = holder.words();
            assert!(words.starts_with(expected), "{words}");
        };
        check("RK", "desk-2", "2031-03-14T09:30:00Z", "RK has had it open on desk-2 since 1");
        check("", &host(), "2031-03-14T09:30:00Z", "Another window has had it open on this computer since 1");
        check("", "", "", "Another window has it open");
    }
}
