//! Faults while a project is saved: the process is killed at every system call, or every call on files fails.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;

use super::records::{lost, open, records};
use super::strace::{self, Call, Traced};
use super::table::{Form, Row};

/// A small project, saved by the program itself.
pub const ARTICLE: &str = "Gate jams\n\nAbout 6,200 people left. Nobody was hurt, the mayor said.\n";
/// What is added to it.
const MORE: &str = "Rain goes on\n\nIt rained for 36 hours.\n";

/// How the file that is saved over stands there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stands {
    /// Not at all.
    Nowhere,
    /// As a plain file.
    Plainly,
    /// Behind a symbolic link, readable by nobody else.
    BehindALink,
}

/// A folder in which the program adds an article to a project.
struct Desk {
    folder: tempfile::TempDir,
    stands: Stands,
    before: BTreeSet<String>,
}

impl Desk {
    const ARGUMENTS: &'static [&'static str] = &["import", "--project", "p.ron", "more.txt"];

    fn new(stands: Stands) -> Self {
        let desk = Desk { folder: tempfile::tempdir().unwrap(), stands, before: BTreeSet::new() };
        fs::write(desk.path("more.txt"), MORE).unwrap();
        fs::write(desk.path("first.txt"), ARTICLE).unwrap();
        if stands != Stands::Nowhere {
            let made = super::disk_full::run(desk.folder.path(), &["import", "--project", "p.ron", "first.txt"]);
            assert!(made.status.success(), "{made:?}");
        }
        #[cfg(unix)]
        if stands == Stands::BehindALink {
            use std::os::unix::fs::PermissionsExt as _;
            fs::create_dir(desk.path("far")).unwrap();
            fs::rename(desk.path("p.ron"), desk.path("far/real.ron")).unwrap();
            fs::set_permissions(desk.path("far/real.ron"), fs::Permissions::from_mode(0o600)).unwrap();
            std::os::unix::fs::symlink("far/real.ron", desk.path("p.ron")).unwrap();
        }
        let before = if stands == Stands::Nowhere { BTreeSet::new() } else { records(&open(&desk.path("p.ron")).unwrap()) };
        Desk { before, ..desk }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn traced(&self) -> Traced<'_> {
        Traced::tickmark(self.folder.path(), Self::ARGUMENTS)
    }

    /// Notes what stands in the file: what was there before is there still, and the article either wholly or not at all.
    fn check(&self, row: &mut Row, case: &str, output: &Output) {
        let path = self.path("p.ron");
        if !path.exists() {
            let was_there = self.stands != Stands::Nowhere || output.status.success();
            row.note(case, self.before.len(), was_there.then(|| "the file is gone".to_owned()));
            return;
        }
        match open(&path) {
            Err(words) => row.note(case, self.before.len().max(1), Some(words)),
            Ok(project) => {
                let count = project.order().len();
                let expected = self.before.len().min(1);
                let is_told = !output.status.success() || count == expected + 1;
                let is_whole = (count == expected + 1 || (count == expected && expected > 0)) && is_told;
                let wrong = (!is_whole).then(|| format!("{count} articles, {:?}", output.status));
                row.note(case, lost(&self.before, &project), wrong.or_else(|| self.is_still_private(&path)));
            }
        }
    }

    fn is_still_private(&self, path: &Path) -> Option<String> {
        #[cfg(unix)]
        if self.stands == Stands::BehindALink {
            use std::os::unix::fs::PermissionsExt as _;
            let mode = fs::metadata(path).ok()?.permissions().mode() & 0o777;
            let is_link = fs::symlink_metadata(path).is_ok_and(|about| about.is_symlink());
            return (mode != 0o600 || !is_link).then(|| format!("mode {mode:o}, link {is_link}"));
        }
        let _ = path;
        None
    }

    /// What a fault left behind is no obstacle: the same command again does its work.
    fn check_again(&self, row: &mut Row, case: &str) {
        let output = super::disk_full::run(self.folder.path(), Self::ARGUMENTS);
        self.check(row, &format!("{case}, then again"), &output);
        assert!(output.status.success(), "{case}: {output:?}");
    }
}

/// Kills the program at every system call of a run that saves; in the short form, at those that files are worked on with.
pub fn killed_at_every_call(form: Form) -> Option<Row> {
    over_every_call(form, form.choose(Some("more.txt"), None), |desk, call| strace::kill_at(&desk.traced(), call))
}

/// Lets every call on files fail, once each with a full disk, a broken one, and one that may not be written to.
pub fn every_call_fails(form: Form) -> Option<Row> {
    let mut row = Row::default();
    for error in form.choose(&["ENOSPC"][..], &["ENOSPC", "EIO", "EACCES"][..]) {
        row.join(over_every_call(form, Some("more.txt"), |desk, call| strace::fail_at(&desk.traced(), call, error))?);
    }
    Some(row)
}

fn over_every_call(form: Form, from: Option<&str>, inject: impl Fn(&Desk, &Call) -> Output) -> Option<Row> {
    if !strace::is_there() {
        return None;
    }
    let mut row = Row::default();
    for stands in [Stands::Nowhere, Stands::Plainly, Stands::BehindALink] {
        let calls = strace::calls(&Desk::new(stands).traced(), from);
        for (nth, call) in calls.iter().enumerate() {
            let desk = Desk::new(stands);
            let output = inject(&desk, call);
            let case = format!("{stands:?}, {} {}", call.0, call.1);
            desk.check(&mut row, &case, &output);
            if nth % form.choose(8, 1) == 0 {
                desk.check_again(&mut row, &case);
            }
        }
    }
    Some(row)
}
