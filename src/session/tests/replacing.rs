//! Another state in the place of the project, as one step.

use super::testing::projects::projects;
use super::*;
use crate::edit::difference;

proptest! {
    #[test]
    fn a_project_is_replaced_in_one_step_that_undo_takes_back(from in projects(), to in projects()) {
        let mut session = Session::new(from.clone(), None, IdSource::new(7));
        replace(&mut session, &to, "restore a backup").unwrap();
        prop_assert_eq!(session.project(), &to);
        prop_assert!(same_lookup(&session), "what follows from the project is up to date");
        prop_assert!(session.history().len() <= 1);
        prop_assert!(session.selection().is_none_or(|selection| session.project().document(selection.document).is_some()));
        session.run(Command::Run(Action::Undo), NOW);
        prop_assert_eq!(session.project(), &from);
        prop_assert!(same_lookup(&session));
    }
}

/// Puts another project in the place of the one at work.
fn replace(session: &mut Session, to: &Project, label: &str) -> Outcome {
    session.carry_over(difference(session.project(), to), label, NOW)
}

/// Whether the lookup that was brought up to date step by step is the one that a fresh look gives.
fn same_lookup(session: &Session) -> bool {
    let project = session.project();
    lookup::told(project, session.lookup()) == lookup::told(project, &crate::model::lookup::Lookup::new(project))
}

#[test]
fn the_step_has_its_label_and_a_caret_in_a_changed_text_goes_to_its_start() {
    let mut session = session(&["T\n[It rained|claim] for long."]);
    session.pick("long");
    replace(&mut session, &testing::project_of(&["T\nIt"]), "restore a backup").unwrap();
    assert_eq!(session.history().undo_label(), Some("restore a backup"));
    assert_eq!(session.selection(), Some(Selection::caret(session.project().order()[0], 0)));
    let now = session.project().clone();
    replace(&mut session, &now, "again").unwrap();
    assert_eq!(session.history().len(), 1);
}
