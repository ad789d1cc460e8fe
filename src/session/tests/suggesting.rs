//! Suggestions: shown by kind, walked to, taken, dropped, and nothing of it in the project before.

use std::collections::BTreeSet;

use crate::command::catalogue::Action;
use crate::command::{Command, NewArticle};
use crate::model::annotation::Tag;
use crate::model::document::aside::AsideKind;
use crate::model::document::{Aside, Document, Span, Text};
use crate::model::link::Role;
use crate::session::{IdSource, Session};
use crate::storage::{read, to_ron};
use crate::testing::{self, NOW};

const FLOOD: &str = "The dyke failed. Reeve Ann Ex said that water rose by 2 metres in Orva on Friday. “Nobody was warned,” she told the Post. Later the ministry said the gate had jammed.";

fn session(tags: &[Tag]) -> Session {
    let mut session = Session::new(testing::project_of(&[FLOOD]), None, IdSource::new(7));
    session.suggest(&tags.iter().copied().collect());
    session
}

fn act(session: &mut Session, actions: &[Action]) {
    actions.iter().for_each(|action| session.run(Command::Run(*action), NOW));
}

fn open(session: &Session) -> Vec<String> {
    let document = session.document().unwrap();
    let open = session.suggestions_over(Span::between(0, document.text.len()));
    open.iter().map(|found| format!("{} {}", found.tag.word(), document.text.slice(found.span))).collect()
}

fn chosen(session: &Session) -> Option<&str> {
    Some(session.document()?.text.slice(session.suggestion()?.span))
}

const SOURCES: [&str; 3] = ["source Reeve Ann Ex", "source she", "source the ministry"];

#[test]
fn nothing_is_shown_before_somebody_asks_for_a_kind() {
    assert_eq!(open(&session(&[])), [] as [&str; 0]);
    assert_eq!(open(&session(&[Tag::Source])), SOURCES);
    let claims = open(&session(&[Tag::Claim]));
    assert_eq!(claims.first().map(String::as_str), Some("claim water rose by 2 metres in Orva on Friday"));
    let all = session(&[Tag::Claim, Tag::Source]);
    assert!(all.project().annotations().is_empty() && all.history().is_empty(), "the program has marked something by itself");
}

#[test]
fn the_walk_over_marks_comes_to_suggestions_in_the_order_of_the_text() {
    let mut session = session(&[Tag::Source]);
    let document = session.document().unwrap().id;
    let at = FLOOD.find("dyke").unwrap();
    session.run(Command::Tag { document, span: Span::between(at, at + 4), tag: Tag::Source }, NOW);
    session.run(Command::Select { document, anchor: 0, head: 0 }, NOW);
    let mut seen = Vec::new();
    for _ in 0..4 {
        act(&mut session, &[Action::NextMark]);
        let mark = session.mark().map(|mark| session.project().quote(mark));
        seen.push(mark.or(chosen(&session)).unwrap_or("-").to_owned());
    }
    assert_eq!(seen, ["dyke", "Reeve Ann Ex", "she", "the ministry"]);
    act(&mut session, &[Action::PreviousMark, Action::PreviousMark]);
    assert_eq!(chosen(&session), Some("Reeve Ann Ex"));
    act(&mut session, &[Action::PreviousMark]);
    assert_eq!(session.mark().map(|mark| session.project().quote(mark)), Some("dyke"));
}

#[test]
fn what_is_taken_is_tagged_and_tied_and_the_walk_goes_on() {
    let mut session = session(&[Tag::Claim, Tag::Source]);
    act(&mut session, &[Action::NextSuggestion, Action::TakeSuggestion]);
    assert_eq!(chosen(&session), Some("water rose by 2 metres in Orva on Friday"));
    act(&mut session, &[Action::TakeSuggestion]);
    let (project, lookup) = (session.project(), session.lookup());
    let link = project.links().values().next().unwrap();
    assert_eq!((link.role, link.cue.as_str()), (Role::RestsOn, "said"));
    assert_eq!(
        (lookup.quote(project, link.from), lookup.quote(project, link.to)),
        ("water rose by 2 metres in Orva on Friday", "Reeve Ann Ex")
    );
    // "she" is the reeve: no second entry of the register.
    assert_eq!(chosen(&session), Some("she"));
    act(&mut session, &[Action::TakeSuggestion]);
    assert_eq!((session.project().sources().len(), session.project().annotations().len()), (1, 3));
    act(&mut session, &[Action::Undo, Action::Undo, Action::Undo]);
    assert!(session.project().annotations().is_empty() && session.project().links().is_empty());
}

#[test]
fn a_pronoun_alone_is_entered_by_the_name_before_it() {
    let mut session = session(&[Tag::Source]);
    act(&mut session, &[Action::NextSuggestion, Action::NextSuggestion, Action::TakeSuggestion]);
    let names: Vec<_> = session.project().sources().values().map(|source| source.name.as_str()).collect();
    assert_eq!(names, ["Reeve Ann Ex"]);
    let mark = session.project().annotations().values().next().unwrap();
    assert_eq!(session.project().quote(mark), "she");
}

#[test]
fn what_is_dropped_stays_dropped_in_the_file_too_and_undo_brings_it_back() {
    let mut session = session(&[Tag::Source]);
    act(&mut session, &[Action::NextSuggestion, Action::DropSuggestion]);
    assert_eq!((open(&session), chosen(&session)), (SOURCES[1..].iter().map(ToString::to_string).collect(), Some("she")));
    let opened = read(to_ron(session.project()).as_bytes()).unwrap();
    assert_eq!(&opened.project, session.project());
    let mut again = Session::new(opened.project, None, IdSource::new(8));
    again.suggest(&BTreeSet::from([Tag::Source]));
    assert_eq!(open(&again), SOURCES[1..]);
    act(&mut session, &[Action::Undo]);
    assert_eq!(open(&session), SOURCES);
}

#[test]
fn all_of_an_article_is_one_step() {
    let mut session = session(&[Tag::Source, Tag::Claim]);
    let all = open(&session).len();
    act(&mut session, &[Action::TakeAllSuggestions]);
    assert_eq!((session.project().annotations().len(), session.history().len()), (all, 1));
    assert_eq!(open(&session), [] as [&str; 0]);
    let link = session.project().links().values().next().unwrap();
    assert_eq!(link.cue, "said");
    act(&mut session, &[Action::Undo, Action::DropAllSuggestions]);
    assert_eq!((session.project().annotations().len(), open(&session).len(), session.history().len()), (0, 0, 1));
    act(&mut session, &[Action::Undo]);
    assert_eq!(open(&session).len(), all);
}

#[test]
fn words_that_are_tagged_or_set_aside_are_not_suggested() {
    let mut session = session(&[Tag::Source, Tag::Claim]);
    let document = session.document().unwrap().id;
    let at = |words: &str| FLOOD.find(words).map(|start| Span::between(start, start + words.len())).unwrap();
    session.run(Command::Tag { document, span: at("Ann Ex"), tag: Tag::Source }, NOW);
    assert!(!open(&session).contains(&SOURCES[0].to_owned()));
    let span = at("rose by");
    session.run(Command::Select { document, anchor: span.start(), head: span.end() }, NOW);
    act(&mut session, &[Action::NotCheckable]);
    assert!(!open(&session).iter().any(|words| words.starts_with("claim water rose")), "{:?}", open(&session));
}

#[test]
fn numbers_are_taken_as_they_are_read() {
    let mut session = session(&[Tag::Number]);
    assert_eq!(open(&session), ["number 2 metres"]);
    act(&mut session, &[Action::NextSuggestion, Action::TakeSuggestion]);
    let number = session.project().quantities().values().next().unwrap();
    assert_eq!((number.reading().as_str(), number.is_edited), ("2 m", false));
}

#[test]
fn a_signed_article_suggests_nothing() {
    let mut session = session(&[Tag::Source]);
    session.set_checker("RK");
    act(&mut session, &[Action::SignArticle]);
    assert!(session.document().unwrap().is_signed(), "{:?}", session.notice());
    assert_eq!(open(&session), [] as [&str; 0]);
}

#[test]
fn a_long_article_is_read_by_somebody_else_and_only_once() {
    let long = "Reeve Ann Ex said that water rose by 2 metres.\n".repeat(400);
    let mut session = session(&[Tag::Source]);
    let article = NewArticle::of(Text::freeze(long));
    session.run(Command::AddArticles(vec![article]), NOW);
    assert!(session.is_reading_for_suggestions());
    act(&mut session, &[Action::NextSuggestion]);
    assert!(session.notice().unwrap().words.contains("still being read"), "{:?}", session.notice());
    let wanted = session.take_to_suggest();
    assert_eq!((wanted.len(), session.take_to_suggest().len()), (1, 0));
    session.take_suggested(&wanted[0], std::sync::Arc::new(wanted[0].read()));
    assert_eq!((open(&session).len(), session.is_reading_for_suggestions()), (400, false));
    act(&mut session, &[Action::Find]);
    assert!(session.take_to_suggest().is_empty());
    assert!(session.is_long(&Command::Run(Action::TakeAllSuggestions)));
}

/// The same article with notes of its writer: a footnote behind "metres", two comments on "the gate had jammed", and one that the program
/// would tag as a source.
fn noted_session(tags: &[Tag]) -> Session {
    let mut project = testing::project_of(&[FLOOD]);
    let document = project.documents().next().unwrap().id;
    let aside = |words: &str, kind, by: &str, said: &str| {
        let start = FLOOD.find(words).unwrap();
        Aside { span: Span::between(start, start + words.len()), kind, by: by.into(), at: "2031-03-01".into(), words: said.into() }
    };
    let asides = vec![
        aside("Reeve Ann Ex", AsideKind::Comment, "LM", "Call her: 555 0100"),
        aside("metres", AsideKind::Footnote, "", "Gauge at Orva, 8 March"),
        aside("the gate had jammed", AsideKind::Comment, "LM", "Says who?"),
        aside("the gate had jammed", AsideKind::Comment, "RK", "The ministry, by mail"),
    ];
    crate::edit::Draft::new(&mut project).change::<Document>(document, |document| document.asides = asides).unwrap();
    let mut session = Session::new(project, None, IdSource::new(7));
    session.suggest(&tags.iter().copied().collect());
    session
}

fn evidence(session: &Session) -> Vec<(String, Vec<String>)> {
    let project = session.project();
    let quote =
        |claim: &crate::model::claim::Claim| session.lookup().quote(project, crate::model::annotation::Mention::Claim(claim.id)).to_owned();
    let rows = |claim: &crate::model::claim::Claim| {
        claim.evidence.iter().map(|row| format!("{}: {} ({})", row.question, row.text, row.locator)).collect()
    };
    project.claims().values().map(|claim| (quote(claim), rows(claim))).collect()
}

#[test]
fn what_the_writer_noted_is_offered_and_becomes_evidence_of_the_claim_there() {
    let mut session = noted_session(&[]);
    assert_eq!(
        open(&session),
        ["claim Reeve Ann Ex", "claim metres", "claim the gate had jammed"],
        "without any kind of the program's own"
    );
    act(&mut session, &[Action::NextSuggestion]);
    assert_eq!(session.spoken(session.suggestion().unwrap()), "Comment by LM, 2031-03-01: Call her: 555 0100, at Reeve Ann Ex, not taken");
    act(&mut session, &[Action::DropSuggestion]);
    assert_eq!(chosen(&session), Some("metres"));
    act(&mut session, &[Action::TakeSuggestion]);
    assert_eq!(chosen(&session), Some("the gate had jammed"));
    assert_eq!(
        session.spoken(session.suggestion().unwrap()),
        "Comment by LM, 2031-03-01: Says who? and 1 more, at the gate had jammed, not taken"
    );
    // A claim that is there takes it: the smallest one over the words.
    let document = session.document().unwrap().id;
    let start = FLOOD.find("Later").unwrap();
    session.run(Command::Tag { document, span: Span::between(start, FLOOD.len() - 1), tag: Tag::Claim }, NOW);
    act(&mut session, &[Action::Clear, Action::NextSuggestion, Action::TakeSuggestion]);
    let kept = evidence(&session);
    let sentence = "Reeve Ann Ex said that water rose by 2 metres in Orva on Friday.";
    assert_eq!(kept[0], (sentence.to_owned(), vec!["Note of the writer: Gauge at Orva, 8 March (2031-03-01, The dyke failed. Reeve Ann Ex said that water rose by 2 metres in Orva on Friday. “Nobody was warned,” she told the Post. Later the ministry said the gate had jammed.)".to_owned()]));
    assert_eq!((kept.len(), kept[1].0.as_str(), kept[1].1.len()), (2, "Later the ministry said the gate had jammed", 2));
    assert!(open(&session).is_empty(), "nothing is offered twice: {:?}", open(&session));
    let saved = read(to_ron(session.project()).as_bytes()).unwrap().project;
    assert_eq!(&saved, session.project());
    act(&mut session, &[Action::Undo, Action::Undo, Action::Undo, Action::Undo]);
    assert_eq!(open(&session).len(), 3);
}

#[test]
fn all_that_the_writer_noted_is_kept_in_one_step_and_what_the_program_says_of_the_same_words_stays_apart() {
    let mut session = noted_session(&[Tag::Source]);
    let all =
        ["source Reeve Ann Ex", "claim Reeve Ann Ex", "claim metres", "source she", "source the ministry", "claim the gate had jammed"];
    let mut now = open(&session);
    now.sort();
    let mut expected = all.to_vec();
    expected.sort_unstable();
    assert_eq!(now, expected);
    let steps = session.history().len();
    act(&mut session, &[Action::NextSuggestion, Action::TakeSuggestion]);
    assert_eq!(chosen(&session), Some("Reeve Ann Ex"), "what was noted there comes next");
    assert_eq!(session.suggestion().unwrap().asides, [0]);
    act(&mut session, &[Action::TakeAllSuggestions]);
    assert_eq!((open(&session).len(), session.history().len()), (0, steps + 2));
    assert_eq!(evidence(&session).iter().map(|(_, rows)| rows.len()).sum::<usize>(), 4);
    act(&mut session, &[Action::Undo, Action::DropAllSuggestions]);
    assert!(open(&session).is_empty() && session.project().claims().is_empty());
}

#[test]
fn in_a_new_draft_a_note_that_was_dropped_is_offered_only_if_it_says_something_else() {
    let mut session = noted_session(&[]);
    act(&mut session, &[Action::DropAllSuggestions]);
    let document = session.document().unwrap().clone();
    let text = format!("{FLOOD} It rained.");
    let mut article = NewArticle::of(Text::freeze(text));
    article.asides.clone_from(&document.asides);
    article.asides[1].words = "Gauge at Orva, 9 March".into();
    session.run(Command::OpenDraft(document.id, Box::new(article)), NOW);
    assert_eq!(open(&session), ["claim metres"]);
}
