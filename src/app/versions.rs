//! Work on a project's file that somebody else may write to as well: who holds it, what stands in it, and saving without overwriting
//! anything unseen. All of it belongs off the drawing thread.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::edit::difference::describe;
use crate::model::moment::Moment;
use crate::model::project::Project;
use crate::storage::atomic::Step;
use crate::storage::journal::Link;
use crate::storage::lock::{Hold, Taken, take, take_over};
use crate::storage::{self, Condition, Disk, Fs, Opened, ProjectLock, SaveError, Standing, backup};

/// A project's file, and who asks for it.
#[derive(Clone, Debug)]
pub struct Asked {
    /// The file.
    pub path: PathBuf,
    /// Name or initials of the checker, for the lock.
    pub checker: String,
    /// When.
    pub at: Moment,
    /// Steps of undo that the checker wants from the last time.
    pub undo_steps: usize,
}

/// What came of asking for the lock of a file.
#[derive(Clone, Debug)]
pub enum Claim {
    /// It is ours.
    Held(Arc<ProjectLock>),
    /// Somebody else has it, in words.
    By(String),
    /// There can be no lock.
    Nowhere,
}

impl Asked {
    /// Takes the lock, if nobody has it.
    pub fn claim(&self) -> Claim {
        match take(Disk, &self.path, &self.checker, self.at) {
            Taken::Held(lock) => Claim::Held(Arc::new(lock)),
            Taken::By(holder) => Claim::By(holder.words()),
            Taken::Nowhere => Claim::Nowhere,
        }
    }

    /// Takes the lock as it is wished: also from whoever has it, or not.
    pub fn claim_as(&self, wish: Wish) -> Claim {
        if wish != Wish::TakeOver {
            return self.claim();
        }
        match take_over(Disk, &self.path, &self.checker, self.at) {
            Ok(lock) => Claim::Held(Arc::new(lock)),
            Err(error) => Claim::By(format!("It could not be taken over: {error}")),
        }
    }
}

/// Why a project is opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wish {
    /// To work on it.
    Open,
    /// It was open to read only, and whoever had it has changed or closed it.
    Again,
    /// To take it over from whoever has it.
    TakeOver,
}

/// What was found when a project's file was opened.
#[derive(Clone, Debug)]
pub struct Opening {
    /// What came of asking for its lock.
    pub claim: Claim,
    /// What stood in it; none where that is not known.
    pub standing: Option<Standing>,
    /// Why it was opened.
    pub wish: Wish,
}

/// Opens a project's file, unless a recovery copy of an earlier version is newer; what stands in the file, where that is known.
pub fn open(path: &Path, recovered: Option<Opened>) -> (Result<Opened, String>, Option<Standing>) {
    if let Some(recovered) = recovered {
        return (Ok(recovered), Standing::look(&Disk, path).ok());
    }
    match storage::open_standing(&Disk, path) {
        Ok((opened, standing)) => (Ok(opened), Some(standing)),
        Err(error) => (Err(format!("{error} Nothing was overwritten.")), None),
    }
}

/// What is known of the file of the project at work.
#[derive(Clone, Debug, Default)]
pub struct Known {
    /// Our lock.
    pub lock: Option<Arc<ProjectLock>>,
    /// What stood in the file when it was last read or written.
    pub standing: Option<Standing>,
    /// The project as it stood there, of which another version is another version.
    pub base: Option<Project>,
    /// Whether the project is open to read only because somebody else had it.
    pub is_in_use: bool,
}

/// Another version of the project that stands in its file.
#[derive(Clone, Debug)]
pub struct OtherVersion {
    /// The file as it stands.
    pub standing: Standing,
    /// The project in it; none where it cannot be read as a version of ours without leaving something out.
    pub project: Option<Project>,
    /// What was changed there, in words; may be blank.
    pub differs: String,
}

/// What a look at the file and its lock showed.
#[derive(Clone, Debug)]
pub enum Seen {
    /// All is as it was; a lock that had gone is taken again.
    Same(Option<Arc<ProjectLock>>),
    /// Somebody took the project over, in words.
    TakenOver(String),
    /// Whoever had the project has changed or closed it: it is to be read again.
    Outdated,
    /// Another version stands there.
    Changed(Box<OtherVersion>),
}

/// Looks at lock and file.
pub fn look(asked: &Asked, known: &Known) -> Seen {
    let mut retaken = None;
    if known.is_in_use {
        if !matches!(asked.claim(), Claim::By(_)) {
            return Seen::Outdated;
        }
    } else {
        match known.lock.as_ref().map_or(Hold::Gone, |lock| lock.hold()) {
            Hold::Ours => {}
            Hold::TakenOver(holder) => return Seen::TakenOver(holder.words()),
            Hold::Gone => match asked.claim() {
                Claim::Held(lock) => retaken = Some(lock),
                Claim::By(words) => return Seen::TakenOver(words),
                Claim::Nowhere => {}
            },
        }
    }
    let Ok(bytes) = Disk.read(&asked.path) else { return Seen::Same(retaken) };
    let standing = Standing::of(&bytes);
    if known.standing.is_none_or(|known| known == standing) {
        return Seen::Same(retaken);
    }
    if known.is_in_use {
        return Seen::Outdated;
    }
    let opened = storage::read(&bytes).ok().filter(|opened| opened.is_whole());
    let is_ours = |project: &Project| known.base.as_ref().is_none_or(|base| base.id() == project.id());
    let project = opened.map(|opened| opened.project).filter(is_ours);
    let differs = match (&known.base, &project) {
        (Some(base), Some(project)) => describe(base, project),
        _ => String::new(),
    };
    Seen::Changed(Box::new(OtherVersion { standing, project, differs }))
}

/// A project that is to be saved.
pub struct Order {
    /// The project.
    pub project: Project,
    /// The revision of the session that it is the state of.
    pub revision: u64,
    /// The way to its journal, which begins anew behind it.
    pub journal: Option<Link>,
    /// Its file, and who saves.
    pub asked: Asked,
    /// The file that the project has until now, and what must be so for it to be written over. The lock of another one is taken
    /// first.
    pub own: Option<(PathBuf, Condition)>,
    /// The version in the file that is to be replaced by this one, and where it is kept first.
    pub replaces: Option<(Standing, PathBuf)>,
}

/// A project that is safe in its file.
#[derive(Debug)]
pub struct Kept {
    /// What stands in the file.
    pub standing: Standing,
    /// The project as it stands there.
    pub project: Project,
    /// The lock of the file.
    pub lock: Option<Arc<ProjectLock>>,
}

/// Why a project was not saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotSaved {
    /// In words with a next step.
    Failed(String),
    /// Another version stands in the file.
    Changed,
    /// Somebody took the project over, in words.
    TakenOver(String),
}

impl NotSaved {
    /// In a word, for the log.
    pub fn kind(&self) -> &'static str {
        match self {
            NotSaved::Failed(_) => "failed",
            NotSaved::Changed => "changed-on-disk",
            NotSaved::TakenOver(_) => "taken-over",
        }
    }
}

impl From<SaveError> for NotSaved {
    fn from(error: SaveError) -> Self {
        match error.step {
            Step::Compare => NotSaved::Changed,
            Step::Own => NotSaved::TakenOver(error.cause.to_string()),
            _ => NotSaved::Failed(error.to_string()),
        }
    }
}

/// Saves a project.
///
/// # Errors
/// When the disk refuses, another version stands in the file, or the project was taken over.
pub fn save(order: Order) -> Result<Box<Kept>, NotSaved> {
    let Order { project, revision, journal, asked, own, replaces } = order;
    let mut condition = match own.filter(|(own, _)| is_same(&Disk, own, &asked.path)) {
        Some((_, condition)) => condition,
        None => match asked.claim() {
            Claim::Held(lock) => Condition { standing: None, lock: Some(lock) },
            Claim::Nowhere => Condition::default(),
            Claim::By(words) => {
                let path = asked.path.display();
                return Err(NotSaved::Failed(format!("{path} could not be saved: {words}. Save it under another name")));
            }
        },
    };
    if let Some((standing, backups)) = replaces {
        keep_other(&asked, &project, (standing, backups.as_path()))?;
        condition.standing = Some(standing);
    }
    let standing = match journal {
        Some(journal) => journal.save(&Disk, &asked.path, (&project, revision), &condition)?,
        None => storage::save_if(&Disk, &asked.path, &project, &condition)?,
    };
    Ok(Box::new(Kept { standing, project, lock: condition.lock }))
}

/// Whether two paths lead to one file.
fn is_same(disk: &dyn Fs, one: &Path, other: &Path) -> bool {
    one == other || matches!((disk.canonical(one), disk.canonical(other)), (Ok(one), Ok(other)) if one == other)
}

/// Keeps the version that stands in the file as a backup, which must be the one that the checker was asked about.
fn keep_other(asked: &Asked, project: &Project, (standing, backups): (Standing, &Path)) -> Result<(), NotSaved> {
    let failed = |words: String| NotSaved::Failed(format!("{words}. Nothing was overwritten"));
    let bytes = Disk.read(&asked.path).map_err(|cause| failed(format!("{} could not be read: {cause}", asked.path.display())))?;
    if Standing::of(&bytes) != standing {
        return Err(NotSaved::Changed);
    }
    backup::keep(&Disk, backups, project.id(), &bytes, asked.at).map(|_| ()).map_err(|error| failed(error.to_string()))
}

/// Keeps a project in a new file beside its own, `p (mine).ron`, readable by whom its own is.
///
/// # Errors
/// In words, when the disk refuses.
pub fn keep_beside(disk: &dyn Fs, project: &Project, path: &Path) -> Result<PathBuf, String> {
    let beside = beside(disk, path);
    // First made with the right permissions, then filled.
    let is_made = disk.create_new(&beside).is_ok();
    if is_made && disk.about(path).is_ok_and(|about| !about.is_read_only) {
        let _ = disk.copy_permissions(path, &beside);
    }
    let standing = if is_made { Standing::of(b"") } else { Standing::NOTHING };
    let saved = storage::save_if(disk, &beside, project, &Condition { standing: Some(standing), lock: None });
    if let Err(error) = &saved
        && error.step != Step::Settle
        && is_made
    {
        let _ = disk.remove(&beside);
    }
    saved.map_err(|error| error.to_string())?;
    Ok(beside)
}

/// A name that is free beside a file: `p (mine).ron`, `p (mine 2).ron`.
pub fn beside(disk: &dyn Fs, path: &Path) -> PathBuf {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let name = |number: u32| {
        let which = if number == 1 { "mine".to_owned() } else { format!("mine {number}") };
        path.with_file_name(format!("{stem} ({which}).{}", storage::EXTENSION))
    };
    (1..1000).map(name).find(|path| !disk.is_there(path)).unwrap_or_else(|| name(1000))
}

#[cfg(test)]
mod tests {
    use std::io::ErrorKind;

    use super::*;
    use crate::storage::faulty::Failing;
    use crate::testing::project;

    #[test]
    fn whatever_fails_while_work_is_kept_beside_its_file_it_is_whole_or_said_not_to_be() {
        let (work, theirs) = (project("One\n[It rained|claim]."), project("One\n[It snowed|claim]."));
        let stands = |path: &Path| storage::open(&Disk, path).map(|opened| opened.project);
        for kind in [ErrorKind::StorageFull, ErrorKind::PermissionDenied, ErrorKind::Other] {
            for stays_broken in [false, true] {
                for at in 1.. {
                    let folder = tempfile::tempdir().unwrap();
                    let path = folder.path().join("p.ron");
                    storage::save(&Disk, &path, &theirs).unwrap();
                    let disk = Failing::at(at, stays_broken, kind);
                    match keep_beside(&disk, &work, &path) {
                        Ok(beside) => assert_eq!(stands(&beside).unwrap(), work),
                        Err(words) => {
                            assert!(words.contains("(mine).ron could not be saved"), "{words}");
                            let left = stands(&folder.path().join("p (mine).ron"));
                            assert!(left.is_err() || left.is_ok_and(|left| left == work), "{at}: it is torn");
                        }
                    }
                    assert_eq!(stands(&path).unwrap(), theirs, "{at}: what others wrote is overwritten");
                    assert_eq!(stands(&keep_beside(&Disk, &work, &path).unwrap()).unwrap(), work);
                    if !disk.was_reached() {
                        assert!(at > 10, "too few operations were tried: {at}");
                        break;
                    }
                }
            }
        }
    }

    #[test]
    fn two_paths_of_one_file_are_known_as_such() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        std::fs::write(at("p.ron"), "").unwrap();
        std::fs::create_dir(at("press")).unwrap();
        assert!(is_same(&Disk, &at("p.ron"), &at("press/../p.ron")));
        assert!(!is_same(&Disk, &at("p.ron"), &at("q.ron")) && is_same(&Disk, &at("q.ron"), &at("q.ron")));
        // A disk that will not say so is no reason to write over anything: the lock and the contents still stand in the way.
        assert!(!is_same(&Failing::at(1, true, ErrorKind::Other), &at("p.ron"), &at("press/../p.ron")));
    }
}
