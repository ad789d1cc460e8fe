//! What a number reads off the words of its mark, and when it is read anew.

use super::*;
use crate::command::Field;
use crate::edit::transaction::Visit;
use crate::lint::{Rule, findings};
use crate::model::quantity::Approximation;

/// The one number as it is read, and how exactly.
fn number(session: &Session) -> (String, Approximation) {
    let number = session.project().quantities().values().next().unwrap();
    (number.reading(), number.approximation)
}

#[test]
fn the_words_around_a_mark_are_read_with_it() {
    let mut session = session(&["The fleet\nIt may send as many as 2000 additional troops. Some 500 flights a day are late."]);
    session.tag_words("2000", Tag::Number);
    assert_eq!(number(&session), ("2,000 additional troops".to_owned(), Approximation::UpTo));
    session.do_all(&[Action::Undo]).tag_words("500", Tag::Number);
    assert_eq!(number(&session), ("500 flights per day".to_owned(), Approximation::About));
}

#[test]
fn an_unedited_number_is_read_anew_when_its_mark_is_moved() {
    let mut session = session(&["The dyke\nIt held for 40 years and 3 kilometres of it broke."]);
    session.tag_words("40 years", Tag::Number);
    let mark = session.mark().unwrap();
    let text = session.document().unwrap().text.clone();
    let start = text.as_str().find("3 kilo").unwrap();
    session.run(Command::Resize { mark: mark.id, span: text.span(start, start + 12) }, NOW);
    assert_eq!(number(&session).0, "3 km");
    session.do_all(&[Action::Undo]);
    assert_eq!(number(&session).0, "40 years");
}

#[test]
fn an_edited_number_is_never_overwritten() {
    let mut session = session(&["The dyke\nIt held for 40 years and 3 kilometres of it broke."]);
    session.tag_words("40 years", Tag::Number);
    let id = *session.project().quantities().keys().next().unwrap();
    session.run(Command::Type { field: Field::QuantityValue(id), text: "41".to_owned(), visit: Visit(1) }, NOW);
    let mark = session.mark().unwrap();
    let text = session.document().unwrap().text.clone();
    let start = text.as_str().find("3 kilo").unwrap();
    session.run(Command::Resize { mark: mark.id, span: text.span(start, start + 12) }, NOW);
    assert_eq!(number(&session).0, "41 years");
}

#[test]
fn figures_are_read_in_the_language_that_the_checker_says() {
    let mut session = session(&["Nota\nCostó 1.500 euros."]);
    let id = session.document().unwrap().id;
    for (language, expected) in [("en", "1.5 EUR"), ("Spanish", "1,500 EUR")] {
        session.run(Command::Type { field: Field::Language(id), text: language.to_owned(), visit: Visit(1) }, NOW);
        session.tag_words("1.500 euros", Tag::Number);
        assert_eq!(number(&session).0, expected);
        session.do_all(&[Action::Remove]);
    }
}

/// The readings of all numbers in the order in which they were tagged.
fn readings(session: &Session) -> Vec<String> {
    session.project().quantities().values().map(|number| number.reading()).collect()
}

#[test]
fn another_language_reads_the_figures_anew_in_one_step_but_those_that_were_typed() {
    let mut session = session(&["Nota\nCostó 1.500 euros y otros 2.500 euros, y duró 3.000 días.", "Other\nIt cost 1.500 euros."]);
    let id = session.document().unwrap().id;
    session.run(Command::Type { field: Field::Language(id), text: "en".into(), visit: Visit(1) }, NOW);
    for words in ["1.500 euros", "2.500 euros", "3.000 días"] {
        session.tag_words(words, Tag::Number);
    }
    let other = session.project().order()[1];
    session.run(Command::ShowArticle(other), NOW);
    session.tag_words("1.500 euros", Tag::Number);
    let typed = *session.project().quantities().keys().nth(1).unwrap();
    session.run(Command::Type { field: Field::QuantityValue(typed), text: "2500".into(), visit: Visit(2) }, NOW);
    let before = readings(&session);
    assert_eq!(before, ["1.5 EUR", "2,500 EUR", "3 días", "1.5 EUR"]);
    let misread = |session: &Session| session.findings().of_rule(session.project(), session.lookup(), Rule::NumberMisread).len();
    assert_eq!(misread(&session), 1, "“2.500” is no 2,500 in English");
    for text in ["S", "Span", "Spanish", "Spanish ", "Spanish"] {
        session.run(Command::Type { field: Field::Language(id), text: text.into(), visit: Visit(3) }, NOW);
        assert_eq!(session.findings().all(session.project(), session.lookup()), findings(session.project(), session.lookup(), NOW));
    }
    assert_eq!(readings(&session), ["1,500 EUR", "2,500 EUR", "3,000 days", "1.5 EUR"]);
    assert_eq!(misread(&session), 0);
    session.do_all(&[Action::Undo]);
    assert_eq!((readings(&session), session.project().document(id).unwrap().meta.language.as_str()), (before, "en"));
}
