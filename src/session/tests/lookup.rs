//! What follows from a project is carried on from step to step; here it is gathered anew from the whole project, plainly, and
//! both must agree after any row of steps, undone and done again.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;

use super::testing::{NOW, project_of};
use crate::command::{Action, CATALOGUE, Command, NewArticle};
use crate::model::annotation::{Mark, Tag};
use crate::model::claim::Status;
use crate::model::document::Text;
use crate::model::document::text::SHORT_BYTES;
use crate::model::exclusion::Exclusion;
use crate::model::id::{ChangeId, LinkId};
use crate::model::link::Role;
use crate::model::lookup::overview::{Kind, Overview};
use crate::model::lookup::{Lookup, SentenceState, Tally};
use crate::session::*;

const KINDS: [Kind; 6] = [Kind::Untouched, Kind::Settled, Kind::Open, Kind::Contradicted, Kind::Number, Kind::Source];

/// What a lookup tells of a project.
#[derive(Debug, Default, PartialEq)]
pub struct Facts {
    articles: Vec<Article>,
    mentions: BTreeMap<Mention, Vec<AnnotationId>>,
    links: BTreeMap<Mention, Vec<LinkId>>,
    changes: BTreeMap<Mention, Vec<ChangeId>>,
    settled: usize,
    last_numbers: Vec<u32>,
}

#[derive(Debug, Default, PartialEq)]
struct Article {
    marks: Vec<AnnotationId>,
    open: Vec<AnnotationId>,
    exclusions: Vec<Exclusion>,
    sentences: Vec<SentenceState>,
    counts: [usize; 3],
    tally: Tally,
    overview: Vec<[bool; 6]>,
}

fn rows(overview: &Overview) -> Vec<[bool; 6]> {
    overview.rows().map(|(_, row)| KINDS.map(|kind| row.has(kind))).collect()
}

pub fn told(project: &Project, lookup: &Lookup) -> Facts {
    let ids = |marks: &crate::model::annotation::MarkIndex| marks.iter().map(|mark| mark.id).collect();
    let article = |id: &DocumentId| {
        let told = lookup.document(*id).unwrap();
        let states = [SentenceState::Untouched, SentenceState::Marked, SentenceState::NotCheckable];
        Article {
            marks: ids(&told.marks),
            open: ids(&told.open),
            exclusions: told.exclusions.clone(),
            sentences: told.sentences.clone(),
            counts: states.map(|state| told.count(state)),
            tally: told.tally,
            overview: rows(&told.overview),
        }
    };
    let records = records(project);
    fn lists<T: Clone>(records: &BTreeSet<Mention>, list: impl Fn(Mention) -> Vec<T>) -> BTreeMap<Mention, Vec<T>> {
        records.iter().map(|record| (*record, list(*record))).filter(|(_, list)| !list.is_empty()).collect()
    }
    Facts {
        articles: project.order().iter().map(article).collect(),
        mentions: lists(&records, |record| lookup.mentions(record).to_vec()),
        links: lists(&records, |record| lookup.links(record).to_vec()),
        changes: lists(&records, |record| lookup.changes(record).to_vec()),
        settled: lookup.settled(),
        last_numbers: project.order().iter().map(|id| lookup.last_claim_number(*id)).collect(),
    }
}

/// Every record there is or was.
fn records(project: &Project) -> BTreeSet<Mention> {
    let marked = project.annotations().values().map(|mark| mark.mention);
    marked
        .chain(project.links().values().flat_map(|link| [link.from, link.to]))
        .chain(project.changes().values().map(|line| line.subject))
        .collect()
}

fn gathered(project: &Project) -> Facts {
    let mut facts = Facts { settled: project.claims().values().filter(|claim| claim.is_settled()).count(), ..Facts::default() };
    for id in project.order() {
        facts.articles.push(article(project, *id));
        facts.last_numbers.push(project.next_claim_number(*id) - 1);
        for mark in marks(project, *id) {
            facts.mentions.entry(mark.mention).or_default().push(mark.id);
        }
    }
    for link in project.links().values() {
        facts.links.entry(link.from).or_default().push(link.id);
        facts.links.entry(link.to).or_default().push(link.id);
    }
    for line in project.changes().values() {
        facts.changes.entry(line.subject).or_default().push(line.id);
    }
    facts
}

fn marks(project: &Project, id: DocumentId) -> Vec<&Annotation> {
    let mut marks: Vec<_> = project.annotations().values().filter(|mark| mark.document == id).collect();
    marks.sort_by_key(|mark| Mark::of(mark).key());
    marks
}

fn article(project: &Project, id: DocumentId) -> Article {
    let document = project.document(id).unwrap();
    let marks = marks(project, id);
    let mut exclusions: Vec<_> = project.exclusions().values().filter(|passage| passage.document == id).cloned().collect();
    exclusions.sort_by_key(|passage| (passage.span, passage.id));
    let state = |sentence: &Span| {
        if exclusions.iter().any(|passage| passage.span.overlaps(*sentence)) {
            SentenceState::NotCheckable
        } else if marks.iter().any(|mark| mark.span.overlaps(*sentence)) {
            SentenceState::Marked
        } else {
            SentenceState::Untouched
        }
    };
    let sentences: Vec<_> = document.text.sentences().iter().map(state).collect();
    let counts = [0, 1, 2].map(|state| sentences.iter().filter(|other| **other as usize == state).count());
    let claims: BTreeSet<Mention> = marks.iter().map(|mark| mark.mention).filter(|record| record.tag() == Tag::Claim).collect();
    let sources: BTreeSet<Mention> = marks.iter().map(|mark| mark.mention).filter(|record| record.tag() == Tag::Source).collect();
    let is_settled = |record: &Mention| status(project, *record).is_settled();
    let tally = Tally {
        claims: claims.len(),
        settled: claims.iter().filter(|record| is_settled(record)).count(),
        contradictions: claims
            .iter()
            .filter(|record| against(project, **record).iter().any(|other| is_disputed(project, **record, *other)))
            .count(),
        numbers: marks.iter().filter(|mark| mark.mention.tag() == Tag::Number).count(),
        sources: sources.len(),
    };
    let mut seen = BTreeSet::new();
    let open = marks.iter().filter(|mark| claims.contains(&mark.mention) && seen.insert(mark.mention) && !is_settled(&mark.mention));
    let empty = Overview::new(document.text.len());
    let overview = empty.rows().map(|(row, _)| {
        let kind_of = |mark: &Annotation| match mark.mention.tag() {
            Tag::Number => Kind::Number,
            Tag::Source => Kind::Source,
            Tag::Claim if !against(project, mark.mention).is_empty() => Kind::Contradicted,
            Tag::Claim if is_settled(&mark.mention) => Kind::Settled,
            Tag::Claim => Kind::Open,
        };
        KINDS.map(|kind| match kind {
            Kind::Untouched => document
                .text
                .sentences()
                .iter()
                .zip(&sentences)
                .any(|(span, state)| *state == SentenceState::Untouched && span.overlaps(row)),
            kind => marks.iter().any(|mark| kind_of(mark) == kind && mark.span.overlaps(row)),
        })
    });
    let overview = overview.collect();
    Article {
        marks: marks.iter().map(|mark| mark.id).collect(),
        open: open.map(|mark| mark.id).collect(),
        exclusions,
        sentences,
        counts,
        tally,
        overview,
    }
}

fn status(project: &Project, record: Mention) -> Status {
    let Mention::Claim(id) = record else { panic!("no claim") };
    project.claims()[&id].status
}

fn against(project: &Project, record: Mention) -> Vec<Mention> {
    let links = project.links().values().filter(|link| link.role == Role::Contradicts && link.touches(record));
    links.map(|link| link.other_end(record)).collect()
}

fn is_disputed(project: &Project, one: Mention, other: Mention) -> bool {
    let (one, other) = (status(project, one), status(project, other));
    !one.is_settled() || !other.is_settled() || (one, other) == (Status::Confirmed, Status::Confirmed)
}

/// Steps that the catalogue has no row for, or rarely comes to.
pub fn step(session: &mut Session, kind: usize, one: usize, other: usize) -> Option<Command> {
    let project = session.project();
    let mark = |at: usize| project.annotations().values().nth(at % project.annotations().len().max(1));
    let claim = |at: usize| project.claims().keys().nth(at % project.claims().len().max(1)).copied();
    let document = |at: usize| project.order().get(at % project.order().len().max(1)).copied();
    let article = |words: &str| NewArticle::of(Text::freeze(words));
    Some(match kind {
        0 => Command::Link { from: mark(one)?.mention, to: mark(other)?.mention, role: None },
        1 | 14 | 15 => Command::SetStatus(claim(one)?, Status::ALL[other % Status::ALL.len()]),
        2 => Command::Resize { mark: mark(one)?.id, span: Span::between(one, one + other + 1) },
        3 => Command::RemoveMark(mark(one)?.id),
        4 => Command::MoveArticle(document(one)?, other % 4),
        5 => Command::RemoveArticle(document(one)?),
        6 => Command::AddArticles(vec![article(&format!("Fresh {one}\nIt is {other} degrees. Nobody came."))]),
        7 => Command::MergeClaims { keep: claim(one)?, join: claim(other)? },
        8 => Command::SplitClaim(mark(one)?.id),
        9 => Command::AddMention { claim: claim(one)?, document: document(other)?, span: Span::between(one % 20, one % 20 + 9) },
        10 => Command::Unlink(*project.links().keys().nth(one % project.links().len().max(1))?),
        11 => Command::ShowArticle(document(one)?),
        12 => Command::Run(Action::Undo),
        13 => Command::Run(Action::Redo),
        _ => Command::Run(CATALOGUE[(one * 31 + other) % CATALOGUE.len()].action),
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn what_follows_from_a_project_is_the_same_carried_on_or_gathered_anew(
        steps in prop::collection::vec((0usize..18, 0usize..90, 0usize..40), 1..70),
    ) {
        let marked = ["Dyke\n[About [1,500|number] people|claim] left, [officials|source] said. [It held|claim held]. Bad luck.",
            "Two\n[It held|claim held] for [40|number] years. [They|source officials] left. [None|claim] left."];
        let mut session = Session::new(project_of(&marked), None, IdSource::new(7));
        let claims: Vec<_> = session.project().claims().keys().map(|id| Mention::Claim(*id)).collect();
        for pair in claims.windows(2) {
            session.run(Command::Link { from: pair[0], to: pair[1], role: Some(Role::Contradicts) }, NOW);
        }
        for (kind, one, other) in steps {
            if let Some(document) = session.document().map(|document| document.id).filter(|_| one % 2 == 0) {
                session.run(Command::Select { document, anchor: one, head: one + other }, NOW);
            }
            let Some(command) = step(&mut session, kind, one, other) else { continue };
            session.run(command, NOW);
            let project = session.project();
            let wanted = gathered(project);
            prop_assert_eq!(&told(project, session.lookup()), &wanted);
            prop_assert_eq!(told(project, &Lookup::new(project)), wanted);
        }
    }
}

#[test]
fn a_long_article_can_be_marked_before_its_sentences_are_counted() {
    let mut session = Session::new(project_of(&["Short. It is."]), None, IdSource::new(7));
    assert!(session.take_to_count().is_empty() && session.lookup().is_counted());
    let text = Text::freeze("One came. Two left.\n".repeat(SHORT_BYTES / 10));
    session.run(Command::AddArticles(vec![NewArticle::of(text)]), NOW);
    let document = session.document().unwrap().id;
    let told_now = session.document_lookup().unwrap();
    assert!(!told_now.is_counted() && told_now.sentences.is_empty() && !session.lookup().is_counted());
    for (caret, action) in [(22, Action::TagSelection(Tag::Claim)), (55, Action::NotCheckable), (80, Action::Grow)] {
        session.run(Command::Select { document, anchor: caret, head: caret }, NOW);
        session.run(Command::Run(action), NOW);
    }
    let quotes: Vec<_> = session.project().annotations().values().map(|mark| session.project().quote(mark)).collect();
    let set_aside: Vec<_> = session.project().exclusions().values().map(|passage| passage.span.range()).collect();
    assert_eq!((quotes, set_aside), (vec!["One came."], vec![50..59]), "the sentence at the caret is known all the same");
    let revision = session.revision();
    let [(counted, text)] = &session.take_to_count()[..] else { panic!("one article is to be counted") };
    assert!(session.take_to_count().is_empty(), "asked for twice");
    text.prepare();
    session.take_counted(*counted);
    assert_eq!((session.revision(), session.counted()), (revision, 1), "nothing was changed");
    assert_eq!(told(session.project(), session.lookup()), gathered(session.project()));
    for action in [Action::Undo, Action::Undo, Action::Undo, Action::Redo] {
        session.run(Command::Run(action), NOW);
        assert_eq!(told(session.project(), session.lookup()), gathered(session.project()));
    }
    assert!(session.take_to_count().is_empty(), "what came back was known");
}

#[test]
fn a_sentence_that_is_not_known_yet_is_not_guessed() {
    let endless = Text::freeze("word ".repeat(SHORT_BYTES));
    let mut session = Session::new(project_of(&[]), None, IdSource::new(7));
    session.run(Command::AddArticles(vec![NewArticle::of(endless)]), NOW);
    for action in [Action::TagSelection(Tag::Claim), Action::NotCheckable] {
        session.run(Command::Run(action), NOW);
        assert!(session.notice().unwrap().words.contains("still being found"), "{:?}", session.notice());
    }
    for (article, text) in session.take_to_count() {
        text.prepare();
        session.take_counted(article);
    }
    session.run(Command::Run(Action::TagSelection(Tag::Claim)), NOW);
    assert_eq!(session.project().annotations().len(), 1);
}
