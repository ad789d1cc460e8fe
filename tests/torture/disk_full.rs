//! A real disk of 64 KB on which a project grows until it no longer fits.

use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use super::records::{lost, open, records};
use super::saves::ARTICLE;
use super::table::{Form, Row};

/// Runs the program in a folder, with a home of its own beside it.
pub fn run(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tickmark"));
    command.args(arguments).current_dir(folder).stdin(Stdio::null());
    command.env("HOME", folder).env("XDG_CONFIG_HOME", folder.join("config")).env("XDG_DATA_HOME", folder.join("data"));
    command.output().unwrap()
}

/// A file system in memory; it goes with the test.
struct SmallDisk(tempfile::TempDir);

impl SmallDisk {
    fn new() -> Option<Self> {
        let folder = tempfile::tempdir().unwrap();
        let mounted = Command::new("mount").args(["-t", "tmpfs", "-o", "size=64k", "tmpfs"]).arg(folder.path()).output();
        mounted.is_ok_and(|output| output.status.success()).then_some(SmallDisk(folder))
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(self.0.path()).output();
    }
}

/// Adds articles of growing size to a project on the disk: each is saved whole or refused in words, and what was there stays.
pub fn small_disk(form: Form) -> Option<Row> {
    let mut row = Row::default();
    for kilobytes in (1..64).step_by(form.choose(6, 1)) {
        let Some(disk) = SmallDisk::new() else {
            println!("not tried: only who may mount a disk can fill one");
            return None;
        };
        let elsewhere = tempfile::tempdir().unwrap();
        let (first, more) = (elsewhere.path().join("first.txt"), elsewhere.path().join("more.txt"));
        fs::write(&first, ARTICLE).unwrap();
        fs::write(&more, format!("Rain goes on\n\n{}\n", "It rained for 36 hours. ".repeat(kilobytes * 1024 / 24))).unwrap();
        let project = disk.0.path().join("p.ron");
        let add = |article: &Path| run(elsewhere.path(), &["import", "--project", project.to_str().unwrap(), article.to_str().unwrap()]);
        assert!(add(&first).status.success());
        let before = records(&open(&project).unwrap());
        let output = add(&more);
        let words = String::from_utf8_lossy(&output.stderr).into_owned();
        let case = format!("{kilobytes} KB");
        match open(&project) {
            Err(words) => row.note(&case, before.len(), Some(words)),
            Ok(found) => {
                let is_told = if output.status.success() { found.order().len() == 2 } else { words.contains("disk is full") };
                let left = fs::read_dir(disk.0.path())
                    .unwrap()
                    .filter(|entry| entry.as_ref().unwrap().path().extension().is_some_and(|ending| ending == "tmp"));
                let wrong = (!is_told || left.count() > 0).then(|| format!("{:?} {words}", output.status));
                row.note(&case, lost(&before, &found), wrong);
            }
        }
    }
    Some(row)
}
