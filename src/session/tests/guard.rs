//! A project that may only be read.

use super::*;
use crate::command::Field;
use crate::model::document::Text;

#[test]
fn no_action_changes_a_project_that_may_only_be_read() {
    let mut session = session(&[ARTICLE, "Two\nIt rained."]);
    session.tag_words("1,500 people", Tag::Number).tag_words("officials", Tag::Source).tag_words("The dyke had held", Tag::Claim);
    session.do_all(&[Action::Undo]);
    let (before, revision) = (session.project().clone(), session.revision());
    session.set_guard(Guard::ReadOnly { reason: "RK has it open.".into(), can_take_over: true });
    for words in ["The dyke had held", "1,500 people"] {
        for row in CATALOGUE {
            session.run(Command::ShowArticle(session.project().order()[0]), NOW);
            session.pick(words).do_all(&[row.action]);
        }
    }
    let visit = session.new_visit();
    let article = NewArticle::of(Text::freeze("Three\nIt rains on."));
    for command in [
        Command::Type { field: Field::ProjectName, text: "Other".into(), visit },
        Command::AddSource("mayor".into()),
        Command::AddArticles(vec![article]),
        Command::RemoveArticle(session.project().order()[1]),
        Command::MoveArticle(session.project().order()[1], 0),
    ] {
        session.run(command, NOW);
        assert_eq!(session.said(), "Nothing was changed: the project is open to read only. RK has it open.");
    }
    assert_eq!((session.project(), session.revision()), (&before, revision));
    session.set_guard(Guard::Writable);
    session.do_all(&[Action::Redo]);
    assert_ne!(session.project(), &before);
}
