//! Backups on a good disk, on a full one, and when the power goes.

use std::fs;
use std::path::{Path, PathBuf};

use super::*;
use crate::model::id::Uid;
use crate::storage::faulty::{Failing, Volatile};
use crate::storage::fs::Disk;
use crate::testing::NOW;

const ID: ProjectId = ProjectId(Uid(7));
const DAY_MS: i64 = 86_400_000;

fn after(ms: i64) -> Moment {
    Moment::from_ms(NOW.epoch_ms + ms)
}

fn is_new(kept: Kept) -> bool {
    matches!(kept, Kept::New(_))
}

/// What the backups hold, latest first.
fn contents(folder: &Path) -> Vec<String> {
    list(&Disk, folder, ID).unwrap().iter().map(|backup| fs::read_to_string(&backup.path).unwrap()).collect()
}

#[test]
fn what_differs_from_the_latest_backup_is_kept_and_the_same_is_not_kept_twice() {
    let home = tempfile::tempdir().unwrap();
    let (backups, file) = (home.path().join("data/backups"), home.path().join("flood.ron"));
    assert_eq!(list(&Disk, &backups, ID).unwrap(), []);
    for (nth, (words, expected)) in [("one", true), ("one", false), ("two", true), ("one", true)].into_iter().enumerate() {
        fs::write(&file, words).unwrap();
        let kept = keep_file(&Disk, &backups, ID, &file, after(nth as i64 * 1_000)).unwrap();
        assert_eq!(is_new(kept), expected, "{nth}: {words}");
    }
    assert_eq!(contents(&backups), ["one", "two", "one"]);
    let names: Vec<_> =
        list(&Disk, &backups, ID).unwrap().iter().map(|backup| backup.path.strip_prefix(&backups).unwrap().to_owned()).collect();
    let folder = Path::new("0000000000007");
    assert_eq!(names[2], folder.join("2026-11-21T14-32-00.000Z.ron"), "{names:?}");
}

#[test]
fn two_backups_of_one_moment_and_projects_of_one_name_do_not_collide() {
    let home = tempfile::tempdir().unwrap();
    for (words, made) in [("one", 0), ("two", 1), ("three", 2)] {
        let kept = keep(&Disk, home.path(), ID, words.as_bytes(), NOW).unwrap();
        assert!(matches!(kept, Kept::New(backup) if backup.made == after(made)), "{words}");
    }
    let other = ProjectId(Uid(8));
    assert!(is_new(keep(&Disk, home.path(), other, b"three", NOW).unwrap()));
    assert_eq!(contents(home.path()), ["three", "two", "one"]);
    assert_eq!(list(&Disk, home.path(), other).unwrap().len(), 1);
}

#[test]
fn backups_are_thinned_and_strange_files_left_alone() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join(ID.to_string());
    fs::create_dir(&folder).unwrap();
    let mine = ["notes.txt", "Tuesday.ron", "2026-11-21.ron"].map(|name| folder.join(name));
    mine.iter().for_each(|path| fs::write(path, "mine").unwrap());
    let stray = folder.join("2026-11-20T14-32-00.000Z.new");
    fs::write(&stray, "torn").unwrap();
    for nth in 0..50 {
        keep(&Disk, home.path(), ID, format!("day {nth}").as_bytes(), after(nth * DAY_MS)).unwrap();
    }
    let kept = contents(home.path());
    assert_eq!((kept.len(), kept[0].as_str(), kept[29].as_str()), (30, "day 49", "day 20"));
    assert!(mine.iter().all(|path| path.exists()) && !stray.exists());
}

#[test]
fn a_clock_that_goes_backwards_loses_nothing_and_keeps_what_comes() {
    let home = tempfile::tempdir().unwrap();
    for nth in 0..25 {
        keep(&Disk, home.path(), ID, format!("before {nth}").as_bytes(), after(nth * 1_000)).unwrap();
    }
    let before = contents(home.path());
    for nth in 0..25 {
        let kept = keep(&Disk, home.path(), ID, format!("back {nth}").as_bytes(), after(nth * 1_000 - 400 * DAY_MS)).unwrap();
        assert!(matches!(kept, Kept::New(backup) if backup.path.exists()), "what was just kept is there");
    }
    let all = contents(home.path());
    assert!(before.iter().all(|words| all.contains(words)), "nothing of what the clock has not seen yet goes");
    assert!(!is_new(keep(&Disk, home.path(), ID, b"back 24", after(-399 * DAY_MS)).unwrap()), "the same is known across the step");
}

#[cfg(unix)]
#[test]
fn nobody_else_may_read_them() {
    use std::os::unix::fs::PermissionsExt;
    let home = tempfile::tempdir().unwrap();
    let backups = home.path().join("data/backups");
    let Kept::New(backup) = keep(&Disk, &backups, ID, b"confidential", NOW).unwrap() else { panic!("nothing was kept") };
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!((mode(&backup.path), mode(backup.path.parent().unwrap()), mode(&backups)), (0o600, 0o700, 0o700));
}

/// As many older backups as stay on a busy day, so that the next one makes one of them outdated. Latest first.
fn filled(home: &Path) -> Vec<PathBuf> {
    let folder = home.join(ID.to_string());
    fs::create_dir(&folder).unwrap();
    for nth in 0..20 {
        fs::write(folder.join(format!("{}.ron", name_of(after(nth * 1_000)))), format!("old {nth}")).unwrap();
    }
    list(&Disk, home, ID).unwrap().into_iter().map(|backup| backup.path).collect()
}

#[test]
fn whatever_operation_fails_older_backups_are_whole_and_no_half_one_is_listed() {
    let new = "new ".repeat(100);
    let mut refusals = 0;
    for kind in [io::ErrorKind::StorageFull, io::ErrorKind::PermissionDenied] {
        for stays_broken in [false, true] {
            for at in 1.. {
                let home = tempfile::tempdir().unwrap();
                let old = filled(home.path());
                let disk = Failing::at(at, stays_broken, kind);
                let kept = keep(&disk, home.path(), ID, new.as_bytes(), after(DAY_MS / 3));
                refusals += usize::from(kept.is_err());
                let found = contents(home.path());
                let whole = found.iter().filter(|words| words.starts_with("old ") || **words == new).count();
                assert_eq!(whole, found.len(), "at {at}: {found:?}");
                if let Err(error) = &kept {
                    assert!(old.iter().all(|path| path.exists()), "at {at}: an older one is gone, and there is no new one");
                    assert!(error.to_string().starts_with("No backup could be made in "), "{error}");
                } else {
                    assert_eq!(found[0], new, "at {at}: what is told as kept is there");
                    assert!(old[..19].iter().all(|path| path.exists()), "at {at}");
                }
                if !disk.was_reached() {
                    break;
                }
            }
        }
    }
    assert!(refusals > 40, "only {refusals} operations failed");
}

#[test]
fn whenever_the_power_goes_every_backup_that_is_there_is_whole() {
    let (old, new) = (b"old".to_vec(), b"new ".repeat(100));
    let folder = Path::new("backups").join(ID.to_string());
    let (first, second) = (folder.join("2026-11-20T14-32-00.000Z.ron"), folder.join("2026-11-21T14-32-00.000Z.ron"));
    for operations in 0.. {
        let disk = Volatile::new(&first, &old, operations);
        let kept = keep(&disk, Path::new("backups"), ID, &new, NOW);
        assert!(disk.possible(&first).iter().all(|found| found.as_ref() == Some(&old)), "after {operations} operations");
        for found in disk.possible(&second) {
            assert!(found.is_none() || found.as_ref() == Some(&new), "after {operations} operations: {found:?}");
        }
        if kept.is_ok() {
            assert_eq!(disk.possible(&second), [Some(new)], "what is told as kept is safe");
            assert!(operations > 8, "{operations}");
            break;
        }
    }
}
