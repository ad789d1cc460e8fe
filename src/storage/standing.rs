//! What stood in a project's file when it was last read or written here, and what must be so for it to be written over.

use std::io;
use std::path::Path;
use std::sync::Arc;

use sha2::{Digest, Sha256};

use super::atomic::Step;
use super::fs::Fs;
use super::lock::{Hold, ProjectLock};

/// The contents of a file by their SHA-256, or that there is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing(Option<[u8; 32]>);

impl Standing {
    /// No file.
    pub const NOTHING: Standing = Standing(None);

    /// These bytes.
    pub fn of(bytes: &[u8]) -> Self {
        Standing(Some(Sha256::digest(bytes).into()))
    }

    /// Their SHA-256 in hexadecimal digits; nothing where there is no file.
    pub fn sha256(&self) -> Option<String> {
        self.0.map(|hash| hash.iter().map(|byte| format!("{byte:02x}")).collect())
    }

    /// What stands in a file now. Reads all of it, so it belongs off the drawing thread.
    ///
    /// # Errors
    /// When it is there and cannot be read.
    pub fn look(fs: &dyn Fs, path: &Path) -> io::Result<Self> {
        match fs.read(path) {
            Ok(bytes) => Ok(Standing::of(&bytes)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Standing::NOTHING),
            Err(error) => Err(error),
        }
    }
}

/// What must be so in the last moment before a file is written over.
#[derive(Clone, Debug, Default)]
pub struct Condition {
    /// What must stand in it; a file that is gone meanwhile is no obstacle. Anything where this is none.
    pub standing: Option<Standing>,
    /// The lock that must be ours.
    pub lock: Option<Arc<ProjectLock>>,
}

impl Condition {
    /// Checks it for the file that is to be replaced.
    ///
    /// # Errors
    /// [`Step::Compare`] where another version stands there, [`Step::Own`] where the project was taken over, [`Step::Look`] where the
    /// disk refuses.
    pub fn check(&self, fs: &dyn Fs, target: &Path) -> Result<(), (Step, io::Error)> {
        if let Some(Hold::TakenOver(holder)) = self.lock.as_ref().map(|lock| lock.hold()) {
            return Err((Step::Own, io::Error::other(holder.words())));
        }
        let Some(expected) = self.standing else { return Ok(()) };
        let stands = Standing::look(fs, target).map_err(|cause| (Step::Look, cause))?;
        if stands == expected || stands == Standing::NOTHING {
            return Ok(());
        }
        Err((Step::Compare, io::Error::other("it was changed on disk since it was last read or saved here")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::project::Project;
    use crate::storage::lock::{Taken, take, take_over};
    use crate::storage::{Disk, open_standing, save, save_if};
    use crate::testing::{NOW, project};

    /// What a writer does next.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    enum Act {
        Load(usize),
        Save(usize),
    }

    /// All orders in which two writers load and save, each in its own order.
    fn orders() -> Vec<[Act; 4]> {
        let all = [Act::Load(0), Act::Save(0), Act::Load(1), Act::Save(1)];
        let mut orders = Vec::new();
        for picks in 0..16_u32 {
            let firsts: Vec<usize> = (0..4).filter(|at| picks & 1 << at != 0).collect();
            let seconds: Vec<usize> = (0..4).filter(|at| picks & 1 << at == 0).collect();
            if firsts.len() == 2 {
                let mut order = all;
                firsts.iter().zip([all[0], all[1]]).for_each(|(at, act)| order[*at] = act);
                seconds.iter().zip([all[2], all[3]]).for_each(|(at, act)| order[*at] = act);
                orders.push(order);
            }
        }
        orders
    }

    fn renamed(project: &Project, name: &str) -> Project {
        let mut project = project.clone();
        let name = format!("{} {name}", project.name());
        crate::edit::Draft::new(&mut project).rename(&name).unwrap();
        project
    }

    #[test]
    fn in_every_order_of_two_writers_no_work_is_lost_and_who_comes_too_late_is_told() {
        assert_eq!(orders().len(), 6);
        for order in orders() {
            let folder = tempfile::tempdir().unwrap();
            let path = folder.path().join("p.ron");
            save(&Disk, &path, &project("One\n[It rained|claim].")).unwrap();
            let mut loaded: [Option<(Project, Standing)>; 2] = [None, None];
            let mut saved = Vec::new();
            for act in order {
                match act {
                    Act::Load(who) => {
                        let (opened, standing) = open_standing(&Disk, &path).unwrap();
                        loaded[who] = Some((renamed(&opened.project, ["A", "B"][who]), standing));
                    }
                    Act::Save(who) => {
                        let (project, standing) = loaded[who].as_ref().unwrap();
                        let condition = Condition { standing: Some(*standing), lock: None };
                        match save_if(&Disk, &path, project, &condition) {
                            Ok(standing) => {
                                assert_eq!(standing, Standing::look(&Disk, &path).unwrap());
                                saved.push(["A", "B"][who]);
                            }
                            Err(error) => assert_eq!(error.step, Step::Compare, "{order:?}"),
                        }
                    }
                }
            }
            let name = open_standing(&Disk, &path).unwrap().0.project.name().to_owned();
            assert_eq!(name, format!("Test {}", saved.join(" ")), "whatever was called saved stands in the file: {order:?}");
            let is_one_after_the_other = matches!(order, [Act::Load(_), Act::Save(_), ..]);
            assert_eq!(saved.len(), if is_one_after_the_other { 2 } else { 1 }, "{order:?}");
        }
    }

    #[test]
    fn who_was_taken_over_writes_nothing_more() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("p.ron");
        let work = project("One\n[It rained|claim].");
        let Taken::Held(first) = take(Disk, &path, "RK", NOW) else { panic!() };
        let condition = Condition { standing: None, lock: Some(Arc::new(first)) };
        save_if(&Disk, &path, &work, &condition).unwrap();
        let _second = take_over(Disk, &path, "ML", NOW).unwrap();
        let refused = save_if(&Disk, &path, &renamed(&work, "A"), &condition).unwrap_err();
        assert_eq!(refused.step, Step::Own);
        assert!(refused.to_string().contains("ML has had it open on this computer since"), "{refused}");
        assert_eq!(open_standing(&Disk, &path).unwrap().0.project, work);
    }

    #[test]
    fn a_file_that_is_gone_is_written_again_and_one_that_came_is_not_overwritten() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("p.ron");
        let work = project("One\n[It rained|claim].");
        let on = |standing| Condition { standing: Some(standing), lock: None };
        let standing = save_if(&Disk, &path, &work, &on(Standing::NOTHING)).unwrap();
        assert_eq!(save_if(&Disk, &path, &work, &on(Standing::NOTHING)).unwrap_err().step, Step::Compare);
        std::fs::remove_file(&path).unwrap();
        save_if(&Disk, &path, &work, &on(standing)).unwrap();
    }
}
