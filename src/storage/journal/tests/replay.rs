//! What is written comes back: the project, undo and redo.

use proptest::prelude::*;

use super::*;
use crate::model::annotation::Annotation;
use crate::storage::journal::UNDO_STEPS;
use crate::storage::to_ron;
use crate::testing::projects::projects;

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, ..ProptestConfig::default() })]
    #[test]
    fn the_journal_gives_the_project_and_its_undo_back(kinds in prop::collection::vec((0u8..12, 0usize..50), 1..60), saves_at in 0usize..60) {
        let disk = disk();
        let mut checker = Checker::new();
        let mut journal = begun(&disk, &checker.project);
        let mut seq = 0;
        for (at, (kind, number)) in kinds.into_iter().enumerate() {
            if let Some(deed) = checker.act(kind, number) {
                seq += 1;
                write(&mut journal, seq, &(deed, checker.project.clone())).unwrap();
            }
            if at == saves_at {
                save(&disk, &mut journal, seq, &checker.project).unwrap();
            }
        }
        prop_assume!(seq > 0);
        check_same(&disk, checker)?;
    }

    /// From any project to any other, with records of every kind: doubts, structure, flags, and what a newer version wrote.
    #[test]
    fn whatever_a_project_becomes_is_replayed(
        projects in prop::collection::vec((projects(), any::<bool>()), 1..4),
        steps in prop::collection::vec((0u8..20, 0usize..50), 1..16),
        saves_at in 0usize..16,
    ) {
        let targets: Vec<Project> = projects.into_iter().map(|(project, is_strange)| if is_strange { strange(&project) } else { project }).collect();
        let (disk, mut checker) = (disk(), Checker::new());
        let mut journal = begun(&disk, &checker.project);
        let mut seq = 0;
        for (at, (kind, number)) in steps.into_iter().enumerate() {
            let deed = if kind < 12 { checker.act(kind, number) } else { checker.become_like(&targets[number % targets.len()]) };
            if let Some(deed) = deed {
                seq += 1;
                write(&mut journal, seq, &(deed, checker.project.clone())).unwrap();
            }
            if at == saves_at {
                save(&disk, &mut journal, seq, &checker.project).unwrap();
            }
        }
        prop_assume!(seq > 0);
        check_same(&disk, checker)?;
    }
}

/// The next start finds the project, and undo and redo go through the same states.
fn check_same(disk: &dyn Fs, mut checker: Checker) -> Result<(), TestCaseError> {
    let Some(resumed) = open(disk) else { return Err(TestCaseError::fail("nothing was found")) };
    prop_assert_eq!(&resumed.project, &checker.project);
    prop_assert_eq!(to_ron(&resumed.project), to_ron(&checker.project));
    prop_assert_eq!(&resumed.remarks, &Vec::<String>::new());
    let mut later = Checker::at(resumed.project, resumed.history);
    prop_assert_eq!(later.history.len(), checker.history.len());
    loop {
        let one = later.history.redo(&mut later.project).unwrap().is_some();
        let other = checker.history.redo(&mut checker.project).unwrap().is_some();
        prop_assert_eq!((one, &later.project), (other, &checker.project));
        if !one {
            break;
        }
    }
    while checker.history.undo(&mut checker.project).unwrap().is_some() {
        prop_assert!(later.history.undo(&mut later.project).unwrap().is_some());
        prop_assert_eq!(&later.project, &checker.project);
    }
    Ok(())
}

/// A project with fields, lists and words that no version knows yet, and with a record that stands nowhere.
fn strange(project: &Project) -> Project {
    let written = to_ron(project)
        .replace("first_hand: ", "colour: {\"a\": Red(1)}, first_hand: ")
        .replace("status: Open", "status: Paused(2)")
        .replace("grade: 2,", "grade: 2, doubt: [1],")
        .replacen("\n)\n", "\n  panels: [(id: \"1\")],\n)\n", 1)
        .replace("role: RestsOn", "role: LeansOn");
    crate::storage::read(written.as_bytes()).unwrap().project
}

#[test]
fn a_clock_that_goes_back_costs_nothing() {
    let disk = disk();
    let mut checker = Checker::new();
    checker.tick_ms = -86_400_000;
    let mut journal = begun(&disk, &checker.project);
    for (seq, done) in (1..).zip(checker.deeds(40)) {
        write(&mut journal, seq, &done).unwrap();
    }
    drop(journal);
    let resumed = open(&disk).unwrap();
    assert_eq!((resumed.project, resumed.history.len()), (checker.project, checker.history.len()));
}

#[test]
fn a_history_that_is_gone_or_does_not_fit_is_forgotten_in_silence() {
    let (deeds, states) = worked();
    let disk = disk();
    work(&disk, &deeds, &states[0]);
    let whole = open(&disk).unwrap().history.len();
    disk.put(&Names(&folder()).history(), b"\x00 rubbish");
    let resumed = open(&disk).unwrap();
    assert_eq!((&resumed.project, resumed.remarks), (&states[10], vec![]));
    assert!(resumed.history.len() < whole, "{} of {whole}", resumed.history.len());
}

#[test]
fn long_work_keeps_a_thousand_steps_of_undo() {
    let disk = disk();
    let mut checker = Checker::new();
    let mut journal = begun(&disk, &checker.project);
    let add = checker.act(2, 0).unwrap();
    write(&mut journal, 1, &(add, checker.project.clone())).unwrap();
    for seq in 2..=2_300 {
        let deed = checker.act(11, seq as usize).unwrap();
        write(&mut journal, seq, &(deed, checker.project.clone())).unwrap();
        if seq % 100 == 0 {
            save(&disk, &mut journal, seq, &checker.project).unwrap();
        }
    }
    drop(journal);
    for _ in 0..2 {
        let mut resumed = open(&disk).unwrap();
        assert_eq!((&resumed.project, resumed.history.len()), (&checker.project, UNDO_STEPS));
        while resumed.history.undo(&mut resumed.project).unwrap().is_some() {}
        assert_eq!(resumed.project.name(), "Flood 1300");
    }
    assert_eq!(line::read(&disk.read(&Names(&folder()).history()).unwrap()).steps.len(), UNDO_STEPS, "shortened");
    // Who wants fewer has fewer from then on, who wants more has what is there.
    assert_eq!([40, 2_000, 100].map(|most| open_with(&disk, most).unwrap().history.len()), [40, 40, 40]);
}

#[test]
fn the_words_of_an_article_stand_in_the_journal_once_and_not_in_the_history() {
    let disk = disk();
    let mut checker = Checker::new();
    let mut journal = begun(&disk, &checker.project);
    let add = checker.act(2, 0).unwrap();
    write(&mut journal, 1, &(add, checker.project.clone())).unwrap();
    for seq in 2..20 {
        let deed = checker.act(9, seq as usize).unwrap();
        write(&mut journal, seq, &(deed, checker.project.clone())).unwrap();
    }
    let times = |path: &Path| String::from_utf8(disk.read(path).unwrap()).unwrap().matches("So said the mayor").count();
    assert_eq!(times(&Names(&folder()).journal()), 1);
    save(&disk, &mut journal, 19, &checker.project).unwrap();
    assert_eq!((times(&Names(&folder()).journal()), times(&Names(&folder()).history())), (0, 0));
}

#[test]
fn what_was_recovered_is_said_with_counts() {
    let disk = disk();
    let (deeds, states) = worked();
    work(&disk, &deeds, &states[0]);
    let resumed = open(&disk).unwrap();
    let words = resume::recovered_words(&resumed.recovered, true);
    assert!(words.starts_with("Recovered 4 steps since the last save: ") && words.ends_with(" and 1 more."), "{words}");
    assert!(resume::recovered_words(&resumed.recovered, false).starts_with("Recovered 4 steps: "));
}

#[test]
fn a_mark_that_comes_to_stand_in_another_article_is_replayed() {
    let (disk, mut checker) = (disk(), Checker::new());
    let mut journal = begun(&disk, &checker.project);
    let mut deeds: Vec<Deed> = [(2, 0), (3, 0), (2, 1)].into_iter().filter_map(|(kind, number)| checker.act(kind, number)).collect();
    let mark = checker.project.annotations().values().next().unwrap().clone();
    let other = checker.project.order().iter().copied().find(|id| *id != mark.document).unwrap();
    let span = checker.project.document(other).unwrap().text.span(20, 27);
    deeds.extend(checker.step(None, |draft| draft.change::<Annotation>(mark.id, |mark| (mark.document, mark.span) = (other, span))));
    assert_eq!(deeds.len(), 4);
    for (seq, deed) in (1..).zip(deeds) {
        journal.add(seq, &deed, &deed.texts(&checker.project)).unwrap();
    }
    journal.commit().unwrap();
    check_same(&disk, checker).unwrap();
}
