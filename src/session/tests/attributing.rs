//! Who says what in one gesture, and entries that are perhaps the same.

use super::*;
use crate::command::SourceChange;
use crate::model::id::{SourceId, Uid};
use crate::model::link::Role;
use crate::model::source::Source;
use crate::session::register::Alike;
use crate::suggest::Why;
use crate::testing::{Desk, NOW, source};

fn session(article: &str) -> Session {
    let mut desk = Desk::default();
    desk.article(article);
    Session::new(desk.project, None, IdSource::new(7))
}

fn attribute_at(session: &mut Session, words: &str) {
    let text = session.document().unwrap().text.as_str().to_owned();
    let (document, at) = (session.document().unwrap().id, text.find(words).unwrap());
    session.run(Command::Select { document, anchor: at, head: at }, NOW);
    session.run(Command::Run(Action::Attribute), NOW);
}

/// `what | cue | who` of every link to a source.
fn told(session: &Session) -> Vec<String> {
    let project = session.project();
    let links = project.links().values().filter(|link| link.role == Role::RestsOn);
    links
        .map(|link| [session.lookup().quote(project, link.from), &link.cue, session.lookup().quote(project, link.to)].join(" | "))
        .collect()
}

fn words(session: &Session, span: Span) -> &str {
    session.document().unwrap().text.slice(span)
}

#[test]
fn one_key_tags_source_and_claim_and_links_them_by_their_cue_as_one_step() {
    let mut session = session("Storm.\nThe reeve, Ann Ex, stated that the dyke held. It rained.");
    attribute_at(&mut session, "stated");
    assert_eq!(told(&session), ["the dyke held | stated | The reeve"]);
    assert_eq!(session.history().undo_label(), Some("attribute A1 to “The reeve”"));
    assert_eq!(session.record().map(Mention::tag), Some(crate::model::annotation::Tag::Claim));
    let cues = session.cues_shown();
    assert_eq!(cues.iter().map(|cue| words(&session, *cue)).collect::<Vec<_>>(), ["stated"]);
    attribute_at(&mut session, "stated");
    assert_eq!(session.notice().unwrap().words, "Who says this is tagged and linked already.");
    session.run(Command::Run(Action::Undo), NOW);
    assert!(session.project().annotations().is_empty() && session.project().sources().is_empty());
}

#[test]
fn marks_that_are_there_serve() {
    let mut session = session("[“Dykes held,” the reeve [Ann Ex|source] said.|claim]");
    attribute_at(&mut session, "held");
    assert_eq!(told(&session), ["“Dykes held,” the reeve Ann Ex said. | said | Ann Ex"]);
    assert_eq!(session.project().annotations().len(), 2);
    assert_eq!(session.cues_shown().len(), 1, "a cue within the claim is shown as well");
}

#[test]
fn a_sentence_that_says_it_not_plainly_is_left_as_it_is() {
    let by_hand = "Select what is said and press C, then who says it and press S; L links them.";
    let mut session = session("The dyke held. It held, he said.");
    attribute_at(&mut session, "dyke");
    assert_eq!(session.notice().unwrap().words, format!("There is no English “said” or “according to” here. {by_hand}"));
    attribute_at(&mut session, "he said");
    assert_eq!(session.notice().unwrap().words, format!("Who “he” is stands elsewhere. {by_hand}"));
    assert!(session.project().annotations().is_empty());
}

#[test]
fn two_that_are_not_the_same_are_offered_no_more_until_that_is_taken_back() {
    let mut session = session("[Salesses|source] and [Acting Secretary of Defense Robert Salesses|source].");
    let (short, long) = (source(session.project(), "Salesses"), source(session.project(), "Acting Secretary of Defense Robert Salesses"));
    assert_eq!(session.same_sources().iter().map(|pair| pair.beside(short)).collect::<Vec<_>>(), [Some(long)]);
    session.run(Command::ChangeSource(short, SourceChange::NotSame(long)), NOW);
    assert!(session.same_sources().is_empty() && session.project().house().keeps_apart(long, short));
    session.run(Command::Run(Action::Undo), NOW);
    assert_eq!(session.same_sources().len(), 1);
    session.run(Command::Type { field: Field::SourceName(short), text: "Newsom".into(), visit: crate::edit::transaction::Visit(9) }, NOW);
    assert!(session.same_sources().is_empty());
}

/// A register so large that a thread looks through it: two that are perhaps the same among many.
fn large() -> (Session, SourceId, SourceId) {
    let mut desk = Desk::default();
    desk.article("[Salesses|source] and [Acting Secretary of Defense Robert Salesses|source].");
    for nth in 0..400 {
        desk.add(Source::named(SourceId(Uid(70_000 + nth)), &format!("Witness {nth}")));
    }
    let (short, long) = (desk.source("Salesses"), desk.source("Acting Secretary of Defense Robert Salesses"));
    (Session::new(desk.project, None, IdSource::new(7)), short, long)
}

fn same(session: &Session, id: SourceId) -> Vec<(SourceId, Why)> {
    session.same_as(id).collect()
}

fn look_through(session: &mut Session) {
    let (turn, project) = session.take_to_compare().expect("nobody has looked through it");
    session.take_alike(turn, Alike::of(&project));
}

#[test]
fn a_large_register_is_looked_through_elsewhere_and_what_was_found_before_stays_true() {
    let (mut session, short, long) = large();
    assert!(session.same_sources().is_empty() && same(&session, short).is_empty());
    look_through(&mut session);
    assert!(session.take_to_compare().is_none() && !same(&session, long).is_empty());
    assert_eq!((same(&session, short), session.counted()), (vec![(long, Why::LastName)], 1));
    let type_name = |session: &mut Session, source, text: &str| {
        let visit = session.new_visit();
        session.run(Command::Type { field: Field::SourceName(source), text: text.into(), visit }, NOW);
    };
    // Another name: what was found of these two is as it was, and of the other nothing is known yet.
    let other = SourceId(Uid(70_007));
    type_name(&mut session, other, "Robert Salesses");
    assert_eq!((same(&session, short), !same(&session, other).is_empty()), (vec![(long, Why::LastName)], false));
    let (turn, project) = session.take_to_compare().unwrap();
    assert!(session.take_to_compare().is_none(), "asked for twice");
    // One of the two: nothing is known of it, and what the thread brings was of the names before.
    type_name(&mut session, short, "Newsom");
    session.take_alike(turn, Alike::of(&project));
    assert!(same(&session, short).is_empty() && same(&session, long).is_empty());
    look_through(&mut session);
    assert_eq!((same(&session, long), !same(&session, short).is_empty()), (vec![(other, Why::Name)], false));
    session.run(Command::ChangeSource(other, SourceChange::NotSame(long)), NOW);
    assert!(same(&session, long).is_empty());
    look_through(&mut session);
    assert!(session.same_sources().is_empty());
}

#[test]
fn a_small_register_needs_no_thread() {
    let mut session = session("[Salesses|source] and [Acting Secretary of Defense Robert Salesses|source].");
    assert!(session.take_to_compare().is_none());
    assert_eq!(session.same_sources().len(), 1);
}

#[test]
fn a_sentence_in_another_language_is_refused_in_words() {
    let mut session = session("„Der Deich hielt“, sagte der Minister.");
    attribute_at(&mut session, "Deich");
    let by_hand = "Select what is said and press C, then who says it and press S; L links them.";
    assert_eq!(session.notice().unwrap().words, format!("There is no English “said” or “according to” here. {by_hand}"));
    assert!(session.project().annotations().is_empty());
}
