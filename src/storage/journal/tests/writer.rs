//! The thread that writes the journal: in order, again after a failure, and safe when it says so.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use super::*;
use crate::storage::faulty::{Failing, Unsynced};
use crate::storage::journal::{Event, Writer};
use crate::storage::{Condition, Standing};

/// Longer than anything here takes; a test that waits that long has failed.
const PATIENCE: Duration = Duration::from_secs(30);

/// A writer for a new project.
fn started(disk: impl Fs + 'static, project: &Project) -> Writer {
    Writer::start(disk, (Unit::new(Path::new(JOURNALS), project), 0), || ())
}

/// Hands deeds over one by one, as one frame after the other does; `before` were handed over earlier.
fn hand_over(writer: &Writer, deeds: &[(Deed, Project)], before: u64) {
    for (revision, (deed, after)) in (before + 1..).zip(deeds) {
        writer.write(vec![deed.clone()], revision, after);
    }
}

/// What the thread tells until something is safe.
fn events_until_synced(writer: &Writer) -> Vec<Event> {
    let (began, mut events) = (Instant::now(), Vec::new());
    while synced(&events).is_none() {
        assert!(began.elapsed() < PATIENCE, "nothing is ever safe: {events:?}");
        std::thread::park_timeout(Duration::from_millis(5));
        events.extend(writer.events());
    }
    events
}

/// The last revision that the events call safe.
fn synced(events: &[Event]) -> Option<u64> {
    events.iter().rev().find_map(|event| if let Event::Synced { revision, .. } = event { Some(*revision) } else { None })
}

#[test]
fn what_is_handed_over_is_written_in_order_and_told() {
    let (disk, mut checker) = (disk(), Checker::new());
    let start = checker.project.clone();
    let deeds = checker.deeds(120);
    let woken = Arc::new(AtomicUsize::new(0));
    let wake = Arc::clone(&woken);
    let unit = Unit::new(Path::new(JOURNALS), &start);
    let writer = Writer::start(disk.clone(), (unit, 0), move || {
        wake.fetch_add(1, Ordering::Relaxed);
    });
    // One by one, then many at once, as after a slow frame.
    hand_over(&writer, &deeds[..100], 0);
    let rest = deeds[100..].iter().map(|(deed, _)| deed.clone()).collect();
    writer.write(rest, 120, &deeds[119].1);
    assert!(writer.link().flush(PATIENCE));
    let events = writer.events();
    let revisions: Vec<u64> = events.iter().filter_map(|event| synced(std::slice::from_ref(event))).collect();
    assert!(revisions.is_sorted() && revisions.len() == events.len(), "{events:?}");
    assert_eq!((revisions.last(), woken.load(Ordering::Relaxed)), (Some(&120), events.len()));
    let written = line::read(&disk.read(&Names(&folder()).journal()).unwrap());
    assert_eq!(written.steps.iter().map(|step| step.seq).collect::<Vec<_>>(), (1..=120).collect::<Vec<_>>());
    assert!(writer.end(true, PATIENCE));
    let resumed = open(&disk).unwrap();
    assert_eq!((&resumed.project, resumed.history.len()), (&checker.project, checker.history.len()));
}

#[test]
fn what_failed_is_told_and_tried_again_without_being_asked() {
    let (deeds, states) = worked();
    let started = [1, 3, 5, 10].map(|fails_at| {
        let disk = disk();
        let writer = started(Failing::on(disk.clone(), fails_at, false, io::ErrorKind::StorageFull), &states[0]);
        hand_over(&writer, &deeds[..1], 0);
        (disk, writer)
    });
    for (disk, writer) in started {
        let events = events_until_synced(&writer);
        let [Event::Failed(words), Event::Synced { revision: 1, waited }] = events.as_slice() else { panic!("{events:?}") };
        assert!(words.contains("disk is full") && words.contains("Save the project elsewhere"), "{words}");
        assert!(*waited > Duration::from_secs(1), "{waited:?}");
        assert_eq!(open(&disk).unwrap().project, states[1]);
        drop(writer);
    }
}

#[test]
fn once_flushed_it_survives_the_power_and_a_broken_disk_is_not_called_safe() {
    let (deeds, states) = worked();
    let whole = disk();
    let writer = started(whole.clone(), &states[0]);
    hand_over(&writer, &deeds, 0);
    assert!(writer.link().flush(PATIENCE));
    let after = whole.after_power_loss(0, Unsynced::Lost);
    assert_eq!(open(&after).unwrap().project, states[10]);

    let began = Instant::now();
    let broken = started(Failing::on(disk(), 3, true, io::ErrorKind::Other), &states[0]);
    hand_over(&broken, &deeds, 0);
    assert!(!broken.link().flush(PATIENCE) && synced(&broken.events()).is_none());
    assert!(!broken.end(true, PATIENCE));
    assert!(began.elapsed() < PATIENCE / 2, "nobody waits for a disk that has answered");
}

#[test]
fn a_save_begins_the_journal_anew_and_what_was_done_meanwhile_stays_in_it() {
    let (deeds, states) = worked();
    let disk = disk();
    let writer = started(disk.clone(), &states[0]);
    hand_over(&writer, &deeds[..8], 0);
    // The project as it was two steps ago, as a job in the background saves it.
    let saved = writer.link().save(&disk, Path::new(FILE), (&states[6], 6), &Condition::default()).unwrap();
    hand_over(&writer, &deeds[8..], 8);
    assert!(writer.link().flush(PATIENCE));
    let file = disk.read(Path::new(FILE)).unwrap();
    assert_eq!((saved, crate::storage::read(&file).unwrap().project), (Standing::of(&file), states[6].clone()));
    let journal = line::read(&disk.read(&Names(&folder()).journal()).unwrap());
    assert_eq!(journal.heading.as_ref().map(|heading| (heading.first, heading.base.as_str())), Some((7, sha256(&file).as_str())));
    assert_eq!(journal.steps.iter().map(|step| step.seq).collect::<Vec<_>>(), [7, 8, 9, 10]);
    let history = line::read(&disk.read(&Names(&folder()).history()).unwrap());
    assert_eq!(history.steps.iter().map(|step| step.seq).collect::<Vec<_>>(), [1, 2, 3, 4, 5, 6]);
    drop(writer);
    let resumed = open(&disk).unwrap();
    assert_eq!((resumed.project, resumed.remarks), (states[10].clone(), vec![]));
}

#[test]
fn a_save_that_is_refused_leaves_the_journal_as_it_was() {
    let (deeds, states) = worked();
    let disk = disk();
    let writer = started(disk.clone(), &states[0]);
    hand_over(&writer, &deeds[..6], 0);
    let theirs = crate::storage::to_ron(&states[2]);
    disk.put(Path::new(FILE), theirs.as_bytes());
    let condition = Condition { standing: Some(Standing::of(b"what was read")), lock: None };
    assert!(writer.link().save(&disk, Path::new(FILE), (&states[6], 6), &condition).is_err());
    hand_over(&writer, &deeds[6..], 6);
    assert!(writer.link().flush(PATIENCE));
    assert_eq!(disk.read(Path::new(FILE)).unwrap(), theirs.as_bytes());
    disk.remove(Path::new(FILE)).unwrap();
    drop(writer);
    assert_eq!(open(&disk).unwrap().project, states[10]);
}

#[test]
fn the_end_keeps_or_removes_and_undo_stays_with_the_file() {
    let (deeds, states) = worked();
    for has_file in [false, true] {
        let disk = disk();
        let writer = started(disk.clone(), &states[0]);
        hand_over(&writer, &deeds, 0);
        if has_file {
            writer.link().save(&disk, Path::new(FILE), (&states[10], 10), &Condition::default()).unwrap();
        }
        assert!(writer.end(false, PATIENCE));
        let history = if has_file { vec![Names(&folder()).history()] } else { vec![] };
        assert_eq!(disk.list(&folder()).unwrap(), history);
        let found = open(&disk).map(|resumed| (resumed.project, resumed.recovered, resumed.history.is_empty()));
        assert_eq!(found, has_file.then(|| (states[10].clone(), vec![], false)));
    }
    let disk = disk();
    let writer = started(disk.clone(), &states[0]);
    hand_over(&writer, &deeds, 0);
    assert!(writer.end(true, PATIENCE));
    assert_eq!(open(&disk).unwrap().project, states[10]);
}

#[test]
fn a_writer_that_is_dropped_writes_what_it_was_given() {
    let (deeds, states) = worked();
    let disk = disk();
    let writer = started(disk.clone(), &states[0]);
    hand_over(&writer, &deeds, 0);
    let link = writer.link();
    drop(writer);
    assert!(link.flush(PATIENCE));
    assert_eq!(open(&disk).unwrap().project, states[10]);
}

#[test]
fn a_journal_that_begins_within_a_session_counts_from_there() {
    let (deeds, states) = worked();
    let disk = disk();
    let writer = Writer::start(disk.clone(), (Unit::new(Path::new(JOURNALS), &states[4]), 4), || ());
    hand_over(&writer, &deeds[4..8], 4);
    writer.link().save(&disk, Path::new(FILE), (&states[7], 7), &Condition::default()).unwrap();
    hand_over(&writer, &deeds[8..], 8);
    assert!(writer.link().flush(PATIENCE));
    assert_eq!(synced(&writer.events()), Some(10));
    drop(writer);
    let resumed = open(&disk).unwrap();
    assert_eq!((&resumed.project, resumed.recovered.len()), (&states[10], 3));
}

#[test]
fn the_journal_of_a_project_without_a_file_is_shortened_behind_a_copy_of_it() {
    let (deeds, states) = worked();
    let disk = disk();
    let writer = started(disk.clone(), &states[0]);
    hand_over(&writer, &deeds[..8], 0);
    writer.link().shorten((&states[6], 6));
    hand_over(&writer, &deeds[8..], 8);
    assert!(writer.link().flush(PATIENCE) && writer.end(true, PATIENCE));
    let after = disk.after_power_loss(0, Unsynced::Lost);
    assert_eq!(crate::storage::read(&after.read(&Names(&folder()).base()).unwrap()).unwrap().project, states[6]);
    let journal = line::read(&after.read(&Names(&folder()).journal()).unwrap());
    assert_eq!(journal.steps.iter().map(|step| step.seq).collect::<Vec<_>>(), [7, 8, 9, 10]);
    assert_eq!(open(&after).unwrap().project, states[10]);
}
