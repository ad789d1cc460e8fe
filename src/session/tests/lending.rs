//! A copy of the session that is worked on elsewhere.

use super::*;

#[test]
fn while_a_copy_is_worked_on_nothing_is_changed_and_what_comes_about_meanwhile_stays() {
    let mut session = session(&["T\n[It rained|claim].", "U\nIt snowed."]);
    let path = Path::new("/desk/p.ron");
    let first = session.project().order()[0];
    let mut copy = session.lend();
    session.run(Command::RemoveArticle(first), NOW);
    assert!(session.is_lent() && session.project().order().len() == 2);
    session.mark_saved(session.revision(), Some(path));
    copy.run(Command::RemoveArticle(first), NOW);
    let (wanted, left) = (copy.project().clone(), session.take_back(Some(copy)));
    assert_eq!(left.map(|left| left.project().order().len()), Some(2));
    assert!(!session.is_read_only() && session.project() == &wanted);
    assert!(!session.is_saved() && session.path() == Some(path), "the file has what stood there before");
    assert_eq!(session.take_deeds().len(), 1);
}

#[test]
fn a_copy_that_is_lost_or_of_another_project_changes_nothing() {
    let mut one = session(&["T\nIt rained."]);
    let before = one.project().clone();
    drop(one.lend());
    assert!(one.take_back(None).is_none());
    assert!(one.project() == &before && !one.is_read_only());
    let copy = one.lend();
    let mut other = session(&["U\nIt snowed."]);
    let before = other.project().clone();
    assert!(other.take_back(Some(copy)).is_some());
    assert_eq!(other.project(), &before);
}

#[test]
fn only_what_takes_longer_than_a_frame_is_long() {
    let mut session = session(&["T\n[It rained|claim]."]);
    let first = session.project().order()[0];
    session.run(Command::RemoveArticle(first), NOW);
    for action in [Action::Undo, Action::Redo, Action::TagEveryOccurrence(Tag::Claim)] {
        assert!(!session.is_long(&Command::Run(action)));
    }
}

#[test]
fn letters_that_change_are_long_where_thousands_of_findings_name_them() {
    let many: String = (0..600).map(|nth| format!("[Claim {nth}|claim]. ")).collect();
    for (text, is_large) in [(many.as_str(), true), ("[It rained|claim].", false)] {
        let mut session = session(&[&format!("T\n{text}"), "U\nIt snowed.", "V\nIt hailed."]);
        let [first, second, last] = session.project().order()[..] else { panic!("three articles") };
        assert_eq!(session.is_long(&Command::MoveArticle(second, 0)), is_large);
        assert_eq!((session.is_long(&Command::RemoveArticle(second)), session.is_long(&Command::RemoveArticle(last))), (is_large, false));
        session.run(Command::MoveArticle(second, 0), NOW);
        assert_eq!(session.is_long(&Command::Run(Action::Undo)), is_large);
        session.run(Command::Run(Action::Undo), NOW);
        assert_eq!(session.is_long(&Command::Run(Action::Redo)), is_large);
        // What is behind all others changes no letter.
        session.run(Command::RemoveArticle(last), NOW);
        assert!(!session.is_long(&Command::Run(Action::Undo)));
        session.run(Command::Select { document: first, anchor: 2, head: 7 }, NOW);
        session.run(Command::Run(Action::TagSelection(Tag::Source)), NOW);
        assert!(!session.is_long(&Command::Run(Action::Undo)));
    }
}

#[test]
fn another_scale_is_long_where_thousands_are_rated_and_a_word_of_it_never() {
    let many: String = (0..1_600).map(|nth| format!("[Claim {nth}|claim]. ")).collect();
    let mut session = session(&[&format!("T\n{many}")]);
    let change = Command::ChangeScale(crate::command::ScaleChange::RemoveValue(1));
    assert!(session.is_long(&change));
    let visit = session.new_visit();
    let typed = Command::Type { field: Field::ScaleWord(0), text: "False".into(), visit };
    assert!(!session.is_long(&typed));
    session.run(change, NOW);
    assert!(session.is_long(&Command::Run(Action::Undo)));
}

#[test]
fn another_language_is_long_where_it_reads_many_numbers_anew() {
    let many: String = (0..120).map(|nth| format!("It cost [{nth}.500 euros|number]. ")).collect();
    for (text, is_many) in [(many.as_str(), true), ("It cost [1.500 euros|number].", false)] {
        let mut session = session(&[&format!("T\n{text}")]);
        let id = session.document().unwrap().id;
        let visit = session.new_visit();
        let typed = |text: &str| Command::Type { field: Field::Language(id), text: text.into(), visit };
        assert_eq!((session.is_long(&typed("Spanish")), session.is_long(&typed("Eng"))), (is_many, false));
    }
}
