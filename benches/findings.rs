//! How long it takes to know again what the rules find after one step, in a project of 5,000 claims and 2,000 sources; a frame has 4 ms
//! for it.

#![allow(clippy::expect_used, reason = "in a bench a panic is the report")]

use divan::{Bencher, black_box};
use tickmark::edit::Draft;
use tickmark::lint::{Findings, Rule};
use tickmark::model::annotation::{Annotation, Mention};
use tickmark::model::claim::{Claim, Evidence, Grade, Rating, Stance, Status};
use tickmark::model::document::{Document, Meta, Span, Structure, Text};
use tickmark::model::house::SwitchedOff;
use tickmark::model::id::{AnnotationId, ClaimId, DocumentId, EvidenceId, LinkId, ProjectId, SourceId, Uid};
use tickmark::model::link::{Link, Role};
use tickmark::model::lookup::{Lookup, Touched};
use tickmark::model::moment::Moment;
use tickmark::model::project::Project;
use tickmark::model::source::Source;

const ARTICLES: u64 = 50;
const CLAIMS_EACH: u64 = 100;
const SOURCES: u64 = 2_000;
const NOW: Moment = Moment::from_ms(1_795_271_520_000);

fn main() {
    divan::main();
}

fn claim_id(nth: u64) -> ClaimId {
    ClaimId(Uid(100_000 + nth))
}

fn source_id(nth: u64) -> SourceId {
    SourceId(Uid(200_000 + nth))
}

/// Claims in articles, each with two sources, two rows of evidence and the claim of another article that says the same; every source
/// but the first hundred rests on one of those, so that many trails meet.
fn project() -> Project {
    let mut project = Project::new(ProjectId(Uid(1)), "Bench");
    let mut draft = Draft::new(&mut project);
    for nth in 0..SOURCES {
        let rests_on = if nth < 100 { Vec::new() } else { vec![source_id(nth % 100)] };
        draft.add(Source { rests_on, ..Source::named(source_id(nth), &format!("Source {nth}")) }).expect("a source fits");
    }
    let words = "It was said by them. ".repeat(CLAIMS_EACH as usize);
    let mut order = Vec::new();
    for article in 0..ARTICLES {
        let id = DocumentId(Uid(10 + article));
        order.push(id);
        let text = Text::freeze(&words);
        let meta = Meta { published: "22 January 2025".to_owned(), ..Meta::default() };
        draft
            .add(Document { id, text, structure: Structure::default(), meta, opened: NOW, signed: None, unknown: Default::default() })
            .expect("an article fits");
        for nth in 0..CLAIMS_EACH {
            add_claim(&mut draft, id, (article, nth));
        }
    }
    draft.reorder(order).expect("the order fits");
    for nth in 0..ARTICLES * CLAIMS_EACH {
        add_links(&mut draft, nth);
    }
    project
}

fn add_claim(draft: &mut Draft<'_>, document: DocumentId, (article, nth): (u64, u64)) {
    let at = article * CLAIMS_EACH + nth;
    let id = claim_id(at);
    let row = |row: u64| Evidence {
        text: "Seen in the minutes".to_owned(),
        seen: "Jan 23, 2025".to_owned(),
        stance: if row == 0 { Stance::Supports } else { Stance::Context },
        source: (row == 0).then(|| source_id((at * 7) % SOURCES)),
        ..Evidence::new(EvidenceId(Uid(300_000 + at * 2 + row)))
    };
    let claim = Claim {
        status: Status::ALL.get(at as usize % 6).copied().unwrap_or_default(),
        rating: Grade::new((at % 7) as u8).map(|grade| Rating::new(grade, "Minutes")),
        evidence: vec![row(0), row(1)],
        ..Claim::new(id, document, nth as u32 + 1, NOW, "RK")
    };
    draft.add(claim).expect("a claim fits");
    let start = nth as usize * 21;
    for (offset, len, mention) in [(0, 19, Mention::Claim(id)), (15, 4, Mention::Source(source_id(at % SOURCES)))] {
        draft
            .add(Annotation {
                id: AnnotationId(Uid(400_000 + at * 2 + u64::from(offset > 0))),
                document,
                span: Span::between(start + offset, start + offset + len),
                mention,
                note: String::new(),
                keywords: Vec::new(),
                created: NOW,
                by: String::new(),
                doubt: None,
                unknown: Default::default(),
            })
            .expect("a mark fits");
    }
}

fn add_links(draft: &mut Draft<'_>, at: u64) {
    let own = Mention::Claim(claim_id(at));
    let ends = [
        (Mention::Source(source_id(at % SOURCES)), Role::RestsOn),
        (Mention::Source(source_id((at * 3) % SOURCES)), Role::RestsOn),
        (Mention::Claim(claim_id((at + CLAIMS_EACH) % (ARTICLES * CLAIMS_EACH))), Role::Same),
    ];
    for (nth, (to, role)) in ends.into_iter().enumerate() {
        draft.add(Link::new(LinkId(Uid(500_000 + at * 3 + nth as u64)), own, to, role)).expect("a link fits");
    }
}

/// What is kept of a project, and a step that was done on it.
struct After {
    project: Project,
    lookup: Lookup,
    findings: Findings,
    touched: Touched,
}

fn after(step: impl FnOnce(&mut Draft<'_>)) -> After {
    let mut project = project();
    let mut lookup = Lookup::new(&project);
    let findings = Findings::new(&project, &lookup, NOW);
    let mut draft = Draft::knowing(&mut project, &lookup);
    step(&mut draft);
    let mut touched = Touched::default();
    draft.edits().iter().for_each(|edit| edit.note(&mut touched));
    drop(draft);
    lookup.refresh(&project, &touched);
    After { project, lookup, findings, touched }
}

fn refresh(bencher: Bencher<'_, '_>, step: impl FnOnce(&mut Draft<'_>)) {
    let After { project, lookup, findings, touched } = after(step);
    bencher.with_inputs(|| findings.clone()).bench_local_values(|mut findings| {
        findings.refresh(&project, &lookup, black_box(&touched));
        // What was there before is not let go of here.
        findings
    });
}

#[divan::bench]
fn a_claim_is_confirmed(bencher: Bencher) {
    refresh(bencher, |draft| draft.change(claim_id(2_500), |claim: &mut Claim| claim.status = Status::Confirmed).expect("it fits"));
}

#[divan::bench]
fn evidence_is_added(bencher: Bencher) {
    let row = Evidence { source: Some(source_id(7)), stance: Stance::Supports, ..Evidence::new(EvidenceId(Uid(9))) };
    refresh(bencher, |draft| draft.change(claim_id(2_500), |claim: &mut Claim| claim.evidence.push(row)).expect("it fits"));
}

#[divan::bench]
fn a_link_is_made(bencher: Bencher) {
    let link = Link::new(LinkId(Uid(9)), Mention::Claim(claim_id(2_500)), Mention::Source(source_id(7)), Role::RestsOn);
    refresh(bencher, |draft| draft.add(link).expect("it fits"));
}

/// Nineteen sources rest on it, and with them some 150 claims.
#[divan::bench]
fn a_source_on_which_others_rest_is_renamed(bencher: Bencher) {
    refresh(bencher, |draft| draft.change(source_id(7), |source: &mut Source| source.name = "Officials".to_owned()).expect("it fits"));
}

#[divan::bench]
fn the_day_of_an_article_is_typed(bencher: Bencher) {
    let id = DocumentId(Uid(10));
    refresh(bencher, |draft| draft.change(id, |article: &mut Document| article.meta.published = "2025-01-24".to_owned()).expect("it fits"));
}

#[divan::bench]
fn a_rule_is_switched_off(bencher: Bencher) {
    let off = SwitchedOff { rule: Rule::NoSource.code().to_owned(), reason: "Satire".to_owned(), ..SwitchedOff::default() };
    refresh(bencher, |draft| draft.set_house(|house| house.switched_off.push(off)).expect("it fits"));
}

/// What a view asks for each frame in which something changed.
#[divan::bench]
fn one_rule_is_listed(bencher: Bencher) {
    let After { project, lookup, findings, .. } = after(|_| {});
    bencher.bench(|| findings.of_rule(black_box(&project), &lookup, Rule::CircularSupport).len());
}

/// Only when a project is opened, off the drawing thread, or when its articles are put in another order.
#[divan::bench]
fn everything_is_asked(bencher: Bencher) {
    let After { project, lookup, .. } = after(|_| {});
    bencher.bench(|| Findings::new(black_box(&project), &lookup, NOW));
}
