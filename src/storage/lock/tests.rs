//! Locks between two of this process, those that dead ones left, and on disks that fail.

use std::fs;

use super::*;
use crate::storage::faulty::Failing;
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
    let mut names: Vec<_> = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn the_second_is_told_who_and_since_when_and_nothing_stays_behind() {
    let (folder, file) = project();
    let first = held(take(Disk, &file, "RK", NOW));
    assert_eq!(names(&folder), [".p.ron.lock", "p.ron"]);
    let told = holder(take(Disk, &file, "ML", NOW));
    assert_eq!((told.checker.as_str(), told.pid, told.since), ("RK", std::process::id(), time::write(NOW)));
    assert_eq!(first.hold(), Hold::Ours);
    drop(first);
    assert_eq!(names(&folder), ["p.ron"]);
    drop(held(take(Disk, &file, "ML", NOW)));
}

#[test]
fn a_lock_that_a_dead_process_left_is_no_obstacle() {
    let (_folder, file) = project();
    for left in
        ["", "(pid: 1, che", "(host: \"desk-2\", pid: 77, checker: \"RK\", since: \"2031-03-14T09:30:00Z\", nth: 1)\n and more and more"]
    {
        fs::write(file.with_file_name(".p.ron.lock"), left).unwrap();
        let lock = held(take(Disk, &file, "ML", NOW));
        assert_eq!(holder(take(Disk, &file, "RK", NOW)).checker, "ML", "{left}");
        drop(lock);
    }
}

#[test]
fn the_first_finds_out_that_it_was_taken_over_and_takes_nothing_away() {
    let (folder, file) = project();
    let first = held(take(Disk, &file, "RK", NOW));
    let second = take_over(Disk, &file, "ML", NOW).unwrap();
    assert_eq!(second.hold(), Hold::Ours);
    assert!(matches!(first.hold(), Hold::TakenOver(holder) if holder.checker == "ML"));
    drop(first);
    assert_eq!(holder(take(Disk, &file, "RK", NOW)).checker, "ML");
    drop(second);
    assert_eq!(names(&folder), ["p.ron"]);
}

#[test]
fn a_lock_that_somebody_tidied_away_is_noticed() {
    let (_folder, file) = project();
    let lock = held(take(Disk, &file, "RK", NOW));
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
                    if let Taken::Held(lock) = take(Disk, &file, "RK", NOW) {
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
    assert!(matches!(take(Disk, Path::new("/proc/none/p.ron"), "RK", NOW), Taken::Nowhere));
    assert!(matches!(wait(Duration::from_secs(60), || take(Disk, Path::new("no/such/folder/p.ron"), "RK", NOW)), Taken::Nowhere));
}

#[test]
fn who_waits_gets_it_when_it_is_free() {
    let (_folder, file) = project();
    let lock = held(take(Disk, &file, "RK", NOW));
    assert_eq!(holder(wait(Duration::from_millis(60), || take(Disk, &file, "ML", NOW))).checker, "RK");
    std::thread::scope(|scope| {
        let waiting = scope.spawn(|| held(wait(Duration::from_secs(60), || take(Disk, &file, "ML", NOW))));
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
    let _lock = held(take(Disk, &link, "RK", NOW));
    assert_eq!(holder(take(Disk, &file, "ML", NOW)).checker, "RK");
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

const KINDS: [io::ErrorKind; 4] =
    [io::ErrorKind::PermissionDenied, io::ErrorKind::StorageFull, io::ErrorKind::Unsupported, io::ErrorKind::Other];

/// Lets the first operation fail, then the second, until there is none that does, and all from there on too.
fn whatever_fails(mut try_on: impl FnMut(&Failing)) {
    for kind in KINDS {
        for stays_broken in [false, true] {
            for at in 1.. {
                let disk = Failing::at(at, stays_broken, kind);
                try_on(&disk);
                if !disk.was_reached() {
                    assert!(at > 6, "too few operations were tried: {at}");
                    break;
                }
            }
        }
    }
}

#[test]
fn whatever_fails_while_a_lock_is_taken_one_at_most_holds_it_and_nobody_is_kept_out() {
    whatever_fails(|disk| {
        let (_folder, file) = project();
        let taken = take(disk.clone(), &file, "RK", NOW);
        match &taken {
            Taken::Held(_) => assert_eq!(holder(take(Disk, &file, "ML", NOW)).checker, "RK"),
            Taken::By(holder) => panic!("nobody has it, but {holder:?} is told"),
            Taken::Nowhere => {}
        }
        drop(taken);
        // What a disk that is broken for good leaves is taken for what it is.
        drop(held(take(Disk, &file, "ML", NOW)));
    });
}

#[test]
fn whatever_fails_while_it_is_taken_over_one_of_the_two_holds_it() {
    whatever_fails(|disk| {
        let (folder, file) = project();
        let first = held(take(Disk, &file, "RK", NOW));
        let second = take_over(disk.clone(), &file, "ML", NOW);
        match &second {
            Ok(_) => assert!(matches!(first.hold(), Hold::TakenOver(holder) if holder.checker == "ML")),
            Err(_) => assert_eq!(first.hold(), Hold::Ours),
        }
        let expected = if second.is_ok() { "ML" } else { "RK" };
        assert_eq!(holder(take(Disk, &file, "JB", NOW)).checker, expected);
        drop((first, second));
        let left: Vec<String> = names(&folder).into_iter().filter(|name| name != "p.ron").collect();
        assert!(left.is_empty() || disk.was_reached(), "{left:?}");
    });
}

#[test]
fn what_cannot_be_looked_at_is_no_sign_of_a_stranger() {
    whatever_fails(|disk| {
        let (_folder, file) = project();
        if let Taken::Held(lock) = take(disk.clone(), &file, "RK", NOW) {
            assert_eq!(lock.hold(), Hold::Ours);
        }
    });
}
