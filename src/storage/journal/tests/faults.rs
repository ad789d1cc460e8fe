//! Disks that fail and power that goes while a journal is written.

use super::*;
use crate::storage::faulty::{Failing, Unsynced};

/// What the next start finds is a state of the work, and none before the last that was called safe.
#[track_caller]
fn check_found(disk: &dyn Fs, states: &[Project], safe: u64, what: &str) {
    let found = open(disk).map_or_else(|| states[0].clone(), |resumed| resumed.project);
    let at = states.iter().rposition(|state| *state == found);
    assert!(at.is_some_and(|at| at as u64 >= safe), "{what}: {safe} steps were called safe, found {at:?}");
}

#[test]
fn whatever_operation_fails_nothing_that_was_called_safe_is_missing() {
    let (deeds, states) = worked();
    let mut faults = 0;
    for stays_broken in [false, true] {
        for kind in [io::ErrorKind::StorageFull, io::ErrorKind::PermissionDenied, io::ErrorKind::Other] {
            // One kind at every operation, the others here and there: what they are called makes no difference to the journal.
            let stride = if kind == io::ErrorKind::StorageFull { 1 } else { 7 };
            for at in (1..).step_by(stride) {
                let disk = disk();
                let failing = Failing::on(disk.clone(), at, stays_broken, kind);
                let safe = work(&failing, &deeds, &states[0]);
                if !failing.was_reached() {
                    assert_eq!(safe, 10);
                    break;
                }
                assert!(stays_broken || safe == 10, "the disk works again after operation {at}");
                check_found(&disk, &states, safe, &format!("{kind:?} at {at}"));
                faults += 1;
            }
        }
    }
    println!("{faults} faults");
    assert!(faults > 800, "{faults}");
}

#[test]
fn whenever_the_power_goes_nothing_that_was_called_safe_is_missing() {
    let (deeds, states) = worked();
    let mut ends = 0;
    for operations in (0..).step_by(3) {
        let disk = Volatile::new(Path::new("/none"), b"", operations);
        let safe = work(&disk, &deeds, &states[0]);
        for names in 0..=disk.unsynced_names() {
            for unsynced in [Unsynced::Lost, Unsynced::Torn, Unsynced::Kept] {
                let what = format!("power off after {operations}, {names} names, {unsynced:?}");
                check_found(&disk.after_power_loss(names, unsynced), &states, safe, &what);
                ends += 1;
            }
        }
        if !disk.is_off() {
            break;
        }
    }
    println!("{ends} ends");
    assert!(ends > 600, "{ends}");
}
