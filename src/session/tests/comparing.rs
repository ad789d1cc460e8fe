//! Claims and links made of passages, and claims that were checked before.

use std::sync::Arc;

use super::*;
use crate::command::{Checked, PassagePair};
use crate::compare::claims::Likeness;
use crate::model::claim::{Claim, Evidence, Grade, Rating, Stance, Status};
use crate::model::id::{EvidenceId, Uid};
use crate::model::link::Role;
use crate::session::already::{Known, Library, ago};
use crate::testing::{Desk, NOW};

fn session(articles: &[&str]) -> Session {
    let mut desk = Desk::default();
    for article in articles {
        desk.article(article);
    }
    Session::new(desk.project, None, IdSource::new(7))
}

fn pair(session: &Session, one: &str, other: &str) -> PassagePair {
    let place = |at: usize, words: &str| {
        let document = session.project().order()[at];
        let text = &session.project().document(document).unwrap().text;
        let start = text.as_str().find(words).unwrap();
        (document, text.span(start, start + words.len()))
    };
    PassagePair { one: place(0, one), other: place(1, other) }
}

/// `A1: It rained., It poured.` for every claim.
fn claims(session: &Session) -> Vec<String> {
    let project = session.project();
    let quotes = |claim: &Claim| {
        let mentions = session.lookup().mentions(Mention::Claim(claim.id)).iter();
        mentions.map(|id| project.quote(&project.annotations()[id]).to_owned()).collect::<Vec<_>>().join(" + ")
    };
    project.claims().values().map(|claim| format!("{}: {}", project.claim_label(claim.id), quotes(claim))).collect()
}

fn same(session: &Session) -> usize {
    session.project().links().values().filter(|link| link.role == Role::Same).count()
}

#[test]
fn two_passages_become_one_claim_that_keeps_what_is_there() {
    let mut session = session(&["It rained. [The dyke held.|claim]", "It poured. The dyke held on."]);
    let (rain, dyke) = (pair(&session, "It rained.", "It poured."), pair(&session, "The dyke held.", "The dyke held on."));
    session.run(Command::ClaimPairs(vec![rain, dyke]), NOW);
    assert_eq!(claims(&session), ["A1: The dyke held. + The dyke held on.", "A2: It rained. + It poured."]);
    assert_eq!(session.history().undo_label(), Some("make 2 claims of passages"));
    session.run(Command::ClaimPairs(vec![rain, dyke]), NOW);
    assert!(session.notice().unwrap().is_warning && session.history().len() == 1);
    session.run(Command::Run(Action::Undo), NOW);
    assert_eq!(claims(&session), ["A1: The dyke held."]);
}

#[test]
fn linked_passages_are_the_same_claim_said_twice() {
    let mut session = session(&["It rained. [The dyke held.|claim]", "It poured. The dyke held on."]);
    let (rain, dyke) = (pair(&session, "It rained.", "It poured."), pair(&session, "The dyke held.", "The dyke held on."));
    session.run(Command::LinkPairs(vec![dyke]), NOW);
    assert_eq!((claims(&session), same(&session)), (vec!["A1: The dyke held.".to_owned(), "B1: The dyke held on.".to_owned()], 1));
    assert_eq!(session.notice().unwrap().words, "Linked: A1 same as B1.");
    session.run(Command::LinkPairs(vec![dyke, rain]), NOW);
    assert_eq!((claims(&session).len(), same(&session)), (4, 2), "what is linked is left as it is");
    session.run(Command::LinkPairs(vec![dyke, rain]), NOW);
    assert_eq!(session.notice().unwrap().words, "These passages are linked already.");
}

#[test]
fn a_claim_that_reaches_in_by_a_word_is_another_one() {
    let mut session = session(&["[It rained all night, and the dyke|claim] held. Sheep were lost.", "Held it has. Many sheep were lost."]);
    let sheep = pair(&session, "held. Sheep were lost.", "Many sheep were lost.");
    session.run(Command::ClaimPairs(vec![sheep]), NOW);
    assert_eq!(claims(&session).len(), 2);
}

const SETTLED: &str = "[About 1,500 troops were sent to the border in the first wave|claim], officials said. [Bread is dear|claim].";

/// A project in which the first claim is rated 1 twelve days ago, with a row of evidence.
fn settled() -> Desk {
    let mut desk = Desk::default();
    desk.article(SETTLED);
    let evidence =
        Evidence { text: "Asked".into(), quote: "No such order".into(), stance: Stance::Contradicts, ..Evidence::new(EvidenceId(Uid(77))) };
    let claim = desk.claim("A1");
    desk.change(claim, |claim: &mut Claim| {
        claim.status = Status::Changed;
        claim.status_since = Moment::from_ms(NOW.epoch_ms - 12 * 86_400_000);
        claim.rating = Some(Rating::new(Grade::new(1).unwrap(), "No order"));
        claim.evidence.push(evidence);
    });
    desk
}

fn known(session: &Session, label: &str, library: &Arc<Library>) -> Vec<Known> {
    session.ask_if_checked(crate::testing::claim(session.project(), label), library).unwrap().answer()
}

#[test]
fn a_settled_claim_of_another_project_is_offered_with_verdict_and_age_and_taken_over() {
    let mut library = Library::default();
    library.add("old.ron".into(), &settled().project);
    assert_eq!((library.len(), library.paths().len()), (1, 1), "what is open is no verdict");
    let library = Arc::new(library);
    let mut session = session(&["[An initial wave of 1,500 troops was sent to the border|claim]. [Sheep were lost|claim]."]);
    let found = known(&session, "A1", &library);
    let Known { checked, likeness } = &found[0];
    assert_eq!((found.len(), checked.own, checked.verdict.as_str(), ago(checked.since, NOW).as_str()), (1, None, "1 Wrong", "12 days ago"));
    assert!(matches!(likeness, Likeness::Wording(_) | Likeness::Figure(_)));
    assert_eq!(known(&session, "A2", &library), []);
    let claim = crate::testing::claim(session.project(), "A1");
    session.run(Command::TakeVerdict { claim, from: Box::new(checked.clone()) }, NOW);
    let taken = &session.project().claims()[&claim];
    assert_eq!((taken.status, taken.rating.as_ref().unwrap().grade.value(), taken.evidence.len()), (Status::Changed, 1, 2));
    assert_eq!((taken.evidence[0].quote.as_str(), taken.evidence[0].stance), ("No such order", Stance::Contradicts));
    assert_ne!(taken.evidence[0].id, EvidenceId(Uid(77)), "a row of its own");
    assert_eq!(taken.evidence[1].text, "Checked before as A1 of Test, 12 days ago: 1 Wrong");
    session.run(Command::Run(Action::Undo), NOW);
    assert_eq!(session.project().claims()[&claim].status, Status::Open);
}

#[test]
fn a_settled_claim_of_the_same_project_is_offered_and_none_to_itself() {
    let mut desk = settled();
    desk.article("[In the first wave some 1,500 troops were sent to the border|claim].");
    let session = Session::new(desk.project, None, IdSource::new(7));
    let found = known(&session, "B1", &Arc::default());
    assert_eq!(found.iter().map(|known| known.checked.label.as_str()).collect::<Vec<_>>(), ["A1"]);
    assert!(found[0].checked.own.is_some());
    assert_eq!(known(&session, "A1", &Arc::default()), []);
}

#[test]
fn a_rating_of_another_scale_is_told_but_not_taken() {
    let mut session = session(&["[It rained|claim]."]);
    let claim = crate::testing::claim(session.project(), "A1");
    let rating = Rating { scale: "Stars".into(), word: "Five stars".into(), ..Rating::new(Grade::new(5).unwrap(), "Fine") };
    let checked = Checked {
        own: None,
        project: "Old".into(),
        label: "C4".into(),
        words: "It rained".into(),
        verdict: "5 Five stars".into(),
        since: NOW,
        status: Status::Confirmed,
        not_checkable: None,
        rating: Some(rating),
        evidence: Vec::new(),
    };
    session.run(Command::TakeVerdict { claim, from: Box::new(checked) }, NOW);
    let taken = &session.project().claims()[&claim];
    assert_eq!((taken.rating.as_ref(), taken.status), (None, Status::Confirmed));
    assert_eq!(taken.evidence[0].text, "Checked before as C4 of Old, today: 5 Five stars");
}
