//! Recovery copies of work that was not saved, as versions up to 0.1 made them before there was a journal: they are still found. A copy
//! is a whole project file with one line before it that says where it belongs, so it can also be opened like any project.

use std::io;
use std::path::{Path, PathBuf};

use super::fs::Fs;
use super::record::{self, records};
use super::{OpenError, Opened, time};
use crate::model::id::ProjectId;
use crate::model::moment::Moment;

/// What the first line of a copy begins with.
const MARK: &str = "// Recovery copy: ";

/// How the names of copies end.
const ENDING: &str = ".recovery.ron";

/// What is known of a copy without opening it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecoveryCopy {
    /// The copy itself.
    pub path: PathBuf,
    /// The project it is of.
    pub project: ProjectId,
    /// What the project is called.
    pub name: String,
    /// The file that the project belongs to; none where it was never saved.
    pub belongs_to: Option<PathBuf>,
    /// When the copy was made.
    pub made: Moment,
}

records! {
    /// The first line as it is written.
    pub struct Heading {
        /// Id of the project.
        pub project: String,
        /// What it is called.
        pub name: String,
        /// The file that it belongs to.
        pub belongs_to: Option<String>,
        /// When the copy was made.
        pub made: String,
    }
}

/// Writes a copy as earlier versions did.
#[cfg(test)]
fn write(
    fs: &dyn Fs,
    folder: &Path,
    project: &crate::model::project::Project,
    belongs_to: Option<&Path>,
    made: Moment,
) -> Result<(), super::SaveError> {
    use super::written::Written as _;
    use super::{atomic, write};
    use crate::model::unknown::Unknown;

    let path = path_of(folder, project.id());
    let heading = Heading {
        project: project.id().to_string(),
        name: project.name().to_owned(),
        // A path that is no Unicode cannot be written down; the copy then counts as never saved and is offered under a new name.
        belongs_to: belongs_to.and_then(Path::to_str).map(str::to_owned),
        made: time::write(made),
        unknown: Unknown::default(),
    };
    let contents = format!("{MARK}{}\n{}", heading.to_ron(), write::to_ron(project));
    fs.create_folder(folder).map_err(|cause| atomic::SaveError {
        path: path.clone(),
        step: atomic::Step::Create,
        has_older: false,
        cause,
    })?;
    atomic::save(fs, &path, contents.as_bytes())
}

/// The copies in a folder, newest first. Files that are no copies are passed over; a folder that is not there has none.
///
/// # Errors
/// When the folder cannot be read.
pub fn list(fs: &dyn Fs, folder: &Path) -> io::Result<Vec<RecoveryCopy>> {
    let paths = match fs.list(folder) {
        Ok(paths) => paths,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(error),
    };
    let is_copy = |path: &PathBuf| path.file_name().and_then(|name| name.to_str()).is_some_and(|name| name.ends_with(ENDING));
    let copies = paths.into_iter().filter(is_copy).map(|path| describe(fs, path));
    let mut copies: Vec<_> = copies.flatten().collect();
    copies.sort_by_key(|copy| (std::cmp::Reverse(copy.made), copy.project));
    Ok(copies)
}

/// Opens a copy.
///
/// # Errors
/// When it cannot be read or is damaged.
pub fn open(fs: &dyn Fs, copy: &RecoveryCopy) -> Result<Opened, OpenError> {
    super::open(fs, &copy.path)
}

/// Removes the copy of a project, once it is saved or given up; one that is not there is no error.
///
/// # Errors
/// When the disk refuses.
pub fn remove(fs: &dyn Fs, folder: &Path, project: ProjectId) -> io::Result<()> {
    match fs.remove(&path_of(folder, project)) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        other => other,
    }
}

fn path_of(folder: &Path, project: ProjectId) -> PathBuf {
    folder.join(format!("{project}{ENDING}"))
}

/// Reads what a copy says about itself. A copy whose first line is broken is still listed, by the id in its name.
fn describe(fs: &dyn Fs, path: PathBuf) -> Option<RecoveryCopy> {
    let from_name = path.file_name()?.to_str()?.strip_suffix(ENDING)?.parse().ok()?;
    let heading = fs.read(&path).ok().and_then(|bytes| heading_of(&bytes));
    let Some(heading) = heading else {
        return Some(RecoveryCopy { path, project: from_name, name: String::new(), belongs_to: None, made: Moment::default() });
    };
    let project = heading.project.parse().unwrap_or(from_name);
    let made = time::read(&heading.made).unwrap_or_default();
    Some(RecoveryCopy { path, project, name: heading.name, belongs_to: heading.belongs_to.map(PathBuf::from), made })
}

fn heading_of(bytes: &[u8]) -> Option<Heading> {
    let first = bytes.split(|byte| *byte == b'\n').next()?;
    record::parse(std::str::from_utf8(first).ok()?.strip_prefix(MARK)?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::storage::fs::Disk;
    use crate::testing::{NOW, project};
    use std::fs;

    #[test]
    fn a_copy_is_listed_opened_and_removed() {
        let folder = tempfile::tempdir().unwrap();
        let folder = folder.path().join("recovery");
        assert_eq!(list(&Disk, &folder).unwrap(), []);
        let work = project("One\n[It rained|claim].");
        let home = Path::new("/home/rk/a “b”.ron");
        write(&Disk, &folder, &work, Some(home), NOW).unwrap();
        write(&Disk, &folder, &work, None, NOW).unwrap();
        write(&Disk, &folder, &work, Some(home), NOW).unwrap();
        let copies = list(&Disk, &folder).unwrap();
        let expected = RecoveryCopy {
            path: folder.join("0000000000000.recovery.ron"),
            project: work.id(),
            name: "Test".into(),
            belongs_to: Some(home.into()),
            made: NOW,
        };
        assert_eq!(copies, [expected]);
        let opened = open(&Disk, &copies[0]).unwrap();
        assert_eq!((opened.project, opened.warnings), (work.clone(), vec![]));
        remove(&Disk, &folder, work.id()).unwrap();
        remove(&Disk, &folder, work.id()).unwrap();
        assert_eq!(list(&Disk, &folder).unwrap(), []);
    }

    #[test]
    fn names_and_paths_with_line_ends_stay_in_the_first_line() {
        let folder = tempfile::tempdir().unwrap();
        let mut work = project("One");
        crate::edit::Draft::new(&mut work).rename("two\nlines \\ \"and\" \u{202e}quotes").unwrap();
        let home = Path::new("/home/new\nline.ron");
        write(&Disk, folder.path(), &work, Some(home), NOW).unwrap();
        let copy = &list(&Disk, folder.path()).unwrap()[0];
        assert_eq!((copy.name.as_str(), copy.belongs_to.as_deref()), (work.name(), Some(home)));
        assert_eq!(open(&Disk, copy).unwrap().project, work);
    }

    #[test]
    fn a_damaged_copy_is_still_listed_and_strange_files_are_passed_over() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("0000000000007.recovery.ron"), "// Recovery copy: (torn").unwrap();
        fs::write(folder.path().join("0000000000008.recovery.ron"), b"\xff\xfe").unwrap();
        fs::write(folder.path().join("notes.txt"), "mine").unwrap();
        fs::write(folder.path().join("seven.recovery.ron"), "mine").unwrap();
        let copies = list(&Disk, folder.path()).unwrap();
        let found: Vec<_> = copies.iter().map(|copy| copy.project.to_string()).collect();
        assert_eq!(found, ["0000000000007", "0000000000008"]);
        let refused = open(&Disk, &copies[0]).unwrap_err().to_string();
        assert!(refused.contains("This is not a Tickmark project"), "{refused}");
    }
}
