//! Journals that were cut off.

use super::*;
use crate::storage::journal::line::Contents;
use crate::storage::journal::replay;

/// A journal of so many steps, and the project after each of them.
fn journal_of(steps: usize) -> (Vec<u8>, Vec<u8>, Vec<Project>) {
    let disk = disk();
    let mut checker = Checker::new();
    let mut journal = begun(&disk, &checker.project);
    let mut states = vec![checker.project.clone()];
    for (seq, done) in (1..).zip(checker.deeds(steps)) {
        write(&mut journal, seq, &done).unwrap();
        states.push(done.1);
    }
    (disk.read(&Names(&folder()).journal()).unwrap(), disk.read(&Names(&folder()).base()).unwrap(), states)
}

#[test]
fn a_journal_cut_at_any_byte_gives_the_steps_before_the_cut() {
    let (bytes, base, states) = journal_of(200);
    let project = crate::storage::read(&base).unwrap().project;
    let whole = line::read(&bytes);
    assert_eq!(whole.steps.len(), 200);
    let first = bytes.iter().position(|byte| *byte == b'\n').unwrap();
    let mut replayed = (0, project.clone());
    for cut in 0..=bytes.len() {
        let cut_off = bytes.get(..cut).unwrap();
        // The lines before the cut are always the same, so they are read and replayed once; the cut line is read each time.
        let start = cut_off.iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1);
        let expected = whole.ends.iter().filter(|end| **end <= cut + 1).count();
        if cut < first {
            assert!(line::read(cut_off).heading.is_none());
            continue;
        }
        let tail = line::read(&cut_off[start..]);
        assert!(tail.steps.len() <= 1);
        if replayed.0 != expected && (expected % 20 == 0 || expected == 1) {
            let contents = line::read(cut_off);
            assert_eq!(contents.steps.len(), expected, "cut at {cut}");
            let steps = replay::replay(project.clone(), &contents, 0);
            assert!(steps.is_whole && steps.project == states[expected], "cut at {cut}");
            replayed.1 = steps.project;
        } else if replayed.0 != expected {
            let before = Contents { steps: whole.steps[..expected].to_vec(), texts: whole.texts.clone(), ..Contents::default() };
            let steps = replay::replay(replayed.1, &before, replayed.0 as u64);
            replayed.1 = steps.project;
        }
        if replayed.0 != expected || cut == first {
            assert_eq!(replayed.1, states[expected], "cut at {cut}");
        }
        replayed.0 = expected;
    }
}

#[test]
fn a_journal_cut_at_any_byte_opens_goes_on_and_keeps_the_torn_end() {
    let (bytes, base, states) = journal_of(8);
    let whole = line::read(&bytes);
    for cut in (0..=bytes.len()).step_by(7).chain(whole.ends.clone()) {
        let disk = disk();
        disk.put(&Names(&folder()).journal(), &bytes[..cut]);
        disk.put(&Names(&folder()).base(), &base);
        let expected = whole.ends.iter().filter(|end| **end <= cut + 1).count();
        let Some(resumed) = open(&disk) else {
            assert_eq!(expected, 0, "cut at {cut}");
            continue;
        };
        assert_eq!(resumed.project, states[expected], "cut at {cut}");
        let is_clean = whole.ends.iter().any(|end| *end == cut || *end == cut + 1);
        assert_eq!(resumed.remarks.iter().any(|remark| remark.contains("torn")), !is_clean, "cut at {cut}");
        // It goes on, and the next start has all.
        let mut checker = Checker::at(resumed.project, resumed.history);
        let mut journal = Journal::new(&disk, resumed.unit);
        let deed = checker.act(11, 1).unwrap();
        write(&mut journal, expected as u64 + 1, &(deed, checker.project.clone())).unwrap();
        drop(journal);
        let again = open(&disk).unwrap();
        assert_eq!((again.project, again.remarks), (checker.project, vec![]), "cut at {cut}");
    }
}
