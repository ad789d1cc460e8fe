//! Files that are not as the journal knows them.

use super::*;
use crate::storage::journal::UNDO_STEPS;

#[test]
fn a_file_that_something_else_changed_is_never_replayed_onto() {
    let disk = disk();
    let (deeds, states) = worked();
    work(&disk, &deeds, &states[0]);
    let mut other = states[6].clone();
    Draft::new(&mut other).rename("Somebody else was here").unwrap();
    disk.put(Path::new(FILE), crate::storage::to_ron(&other).as_bytes());
    let resumed = open(&disk).unwrap();
    assert_eq!((&resumed.project, &resumed.recovered), (&other, &vec![]));
    assert!(resumed.remarks[0].contains("4 steps") && resumed.remarks[0].contains("/10.ron"), "{:?}", resumed.remarks);
    let kept = disk.read(&folder().join("10.ron")).unwrap();
    assert_eq!(crate::storage::read(&kept).unwrap().project, states[10], "kept as a project of its own");
    // What fits of the history still undoes: nothing here, for the last step before the save is not the file's last.
    drop(resumed);
    assert_eq!(open(&disk).unwrap().remarks, Vec::<String>::new(), "said once");
}

#[test]
fn without_the_snapshot_that_it_follows_the_journal_is_kept() {
    let disk = disk();
    let (deeds, states) = worked();
    work(&disk, &deeds, &states[0]);
    disk.put(Path::new(FILE), crate::storage::to_ron(&states[2]).as_bytes());
    disk.put(&Names(&folder()).base(), b"gone");
    let before = disk.read(&Names(&folder()).journal()).unwrap();
    let resumed = open(&disk).unwrap();
    assert_eq!(resumed.project, states[2]);
    assert!(resumed.remarks[0].contains("/10.journal"), "{:?}", resumed.remarks);
    assert_eq!(disk.read(&folder().join("10.journal")).unwrap(), before);
}

/// A journal of the project in the file that begins in another folder, as where the first could not be had, with one step in it.
fn in_another_folder(disk: &Volatile, number: u32, name: &str) -> Project {
    let bytes = disk.read(Path::new(FILE)).unwrap();
    let project = crate::storage::read(&bytes).unwrap().project;
    let mut unit = Unit::new(Path::new(JOURNALS), &project);
    unit.start.folder = Path::new(JOURNALS).join(format!("0000000000001-{number}"));
    (unit.start.file, unit.start.base) = (Some(FILE.into()), super::super::file::Base::Known(sha256(&bytes)));
    let mut checker = Checker::at(project, crate::edit::History::default());
    let deed = checker.step(None, |draft| draft.rename(name)).unwrap();
    let mut journal = Journal::new(disk, unit);
    write(&mut journal, 1, &(deed, checker.project.clone())).unwrap();
    checker.project
}

#[test]
fn steps_in_another_folder_are_done_again_where_the_first_has_none() {
    let disk = disk();
    disk.put(Path::new(FILE), crate::storage::to_ron(&worked().1[6]).as_bytes());
    let expected = in_another_folder(&disk, 2, "Elsewhere");
    let resumed = open(&disk).unwrap();
    assert_eq!((resumed.project, resumed.remarks, resumed.recovered.len()), (expected, vec![], 1));
}

#[test]
fn steps_of_two_windows_are_all_kept() {
    let disk = disk();
    let (deeds, states) = worked();
    work(&disk, &deeds, &states[0]);
    let other = in_another_folder(&disk, 3, "Elsewhere");
    let resumed = open(&disk).unwrap();
    assert_eq!((resumed.project, resumed.recovered.len()), (states[10].clone(), 4));
    let [remark] = resumed.remarks.as_slice() else { panic!("{:?}", resumed.remarks) };
    assert!(remark.starts_with("Another window worked on this project as well, and 1 step "), "{remark}");
    // It has no copy of its snapshot beside it, so it is kept as it is.
    let kept = disk.read(&Path::new(JOURNALS).join("0000000000001-3/1.journal")).unwrap();
    assert_eq!(line::read(&kept).steps.len(), 1, "{}", other.name());
    drop(resumed.unit);
    assert_eq!(open(&disk).unwrap().remarks, Vec::<String>::new(), "said once");
}

#[test]
fn unsaved_work_whose_first_line_is_damaged_is_recovered_where_its_steps_fit() {
    let (deeds, states) = worked();
    let (disk, bytes) = without_heading(&deeds, &states[0]);
    for _ in 0..2 {
        let resumed = open(&disk).unwrap();
        assert!(resumed.project == states[10] && !resumed.recovered.is_empty());
        let [remark] = resumed.remarks.as_slice() else { panic!("{:?}", resumed.remarks) };
        assert!(remark.starts_with("The first lines of the journal were damaged.") && remark.contains("/10.journal"), "{remark}");
        assert_eq!(disk.read(&folder().join("10.journal")).unwrap(), bytes);
    }
    // It goes on, and the next start has all.
    let resumed = open(&disk).unwrap();
    let mut checker = Checker::at(resumed.project, resumed.history);
    let deed = checker.act(11, 1).unwrap();
    write(&mut Journal::new(&disk, resumed.unit), 11, &(deed, checker.project.clone())).unwrap();
    assert_eq!(open(&disk).unwrap().project, checker.project);
}

#[test]
fn steps_whose_first_line_is_damaged_are_a_project_of_their_own_beside_the_file_that_they_fit() {
    let (deeds, states) = worked();
    let (disk, _) = without_heading(&deeds[6..], &states[6]);
    disk.put(&Names(&folder()).base(), b"gone");
    disk.put(Path::new(FILE), crate::storage::to_ron(&states[6]).as_bytes());
    let resumed = open(&disk).unwrap();
    assert_eq!((&resumed.project, resumed.recovered.len()), (&states[6], 0));
    assert!(resumed.remarks[0].contains("4 steps") && resumed.remarks[0].contains("/4.ron"), "{:?}", resumed.remarks);
    let kept = disk.read(&folder().join("4.ron")).unwrap();
    assert_eq!(crate::storage::read(&kept).unwrap().project, states[10]);
}

/// A disk with a journal of these deeds, of which the first line is damaged.
fn without_heading(deeds: &[(Deed, Project)], start: &Project) -> (Volatile, Vec<u8>) {
    let disk = disk();
    let mut journal = begun(&disk, start);
    for (seq, done) in (1..).zip(deeds) {
        write(&mut journal, seq, done).unwrap();
    }
    drop(journal);
    let mut bytes = disk.read(&Names(&folder()).journal()).unwrap();
    bytes[12] = b'?';
    disk.put(&Names(&folder()).journal(), &bytes);
    (disk, bytes)
}

#[test]
fn unsaved_work_whose_first_line_and_snapshot_are_damaged_is_kept_and_told() {
    let (deeds, states) = worked();
    let (disk, bytes) = without_heading(&deeds[..1], &states[0]);
    disk.put(&Names(&folder()).base(), b"gone");
    let unsaved = resume::unsaved(&disk, Path::new(JOURNALS)).unwrap();
    let Err(words) = resume::recover(&disk, unsaved, UNDO_STEPS) else { panic!("it cannot know what it follows") };
    assert!(words.starts_with("Unsaved work, 1 step ") && words.contains("/1.journal"), "{words}");
    assert_eq!(disk.read(&folder().join("1.journal")).unwrap(), bytes);
    assert!(resume::unsaved(&disk, Path::new(JOURNALS)).is_none());
}
