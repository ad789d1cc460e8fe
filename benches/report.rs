//! How long the report of a large project takes: 1,000 claims in 50 articles, each with a number, a source and a link; and of one with
//! ten times as many. `/usr/bin/time -v` before one bench tells its memory.

#![allow(clippy::expect_used, reason = "in a bench a panic is the report")]

use divan::{Bencher, black_box};
use tickmark::edit::Draft;
use tickmark::lint;
use tickmark::model::annotation::{Annotation, Mention};
use tickmark::model::claim::{Claim, Correction, Grade, Rating, Status};
use tickmark::model::document::{Document, Meta, Span, Structure, Text};
use tickmark::model::id::{AnnotationId, ClaimId, DocumentId, LinkId, ProjectId, QuantityId, SourceId, Uid};
use tickmark::model::link::{Link, Role};
use tickmark::model::lookup::Lookup;
use tickmark::model::moment::Moment;
use tickmark::model::project::Project;
use tickmark::model::quantity::Quantity;
use tickmark::model::source::Source;
use tickmark::report::{self, BuildInput, Export, Report};

const ARTICLES: u64 = 50;
const CLAIMS_EACH: u64 = 20;
const SENTENCE: &str = "The dyke held for 40 minutes, officials said, and 1,500 people left their homes that night. ";

fn main() {
    divan::main();
}

/// Adds a record with its mark on the words from `start` to `end`.
fn mark(draft: &mut Draft<'_>, uid: u64, document: DocumentId, span: (usize, usize), mention: Mention) {
    let (span, created, by) = (Span::between(span.0, span.1), Moment::default(), "RK".to_owned());
    let id = AnnotationId(Uid(uid));
    draft
        .add(Annotation {
            id,
            document,
            span,
            mention,
            note: String::new(),
            keywords: Vec::new(),
            created,
            by,
            doubt: None,
            unknown: Default::default(),
        })
        .expect("a mark fits");
}

/// One sentence: a claim over its first half, a number and a source in it, and a claim over the rest.
fn tag(draft: &mut Draft<'_>, document: DocumentId, nth: u64) {
    let base = document.0.0 + 1 + nth * 10;
    let start = usize::try_from(nth).expect("few sentences") * SENTENCE.len();
    let (claim, number, source) = (ClaimId(Uid(base)), QuantityId(Uid(base)), SourceId(Uid(base)));
    let status = Status::ALL.get(nth as usize % 6).copied().unwrap_or_default();
    let rating = Grade::new((nth % 5) as u8 + 1).map(|grade| Rating::new(grade, "The minutes of the council say so."));
    let correction = nth.is_multiple_of(3).then(|| Correction::of("The dyke held for 38 minutes"));
    let fresh = Claim::new(claim, document, nth as u32 + 1, Moment::default(), "RK");
    draft.add(Claim { status, rating, correction, note: "Asked the council.".to_owned(), ..fresh }).expect("a claim fits");
    draft.add(Quantity::new(number)).expect("a number fits");
    draft.add(Source::named(source, "officials")).expect("a source fits");
    mark(draft, base, document, (start, start + 45), Mention::Claim(claim));
    mark(draft, base + 1, document, (start + 18, start + 28), Mention::Number(number));
    mark(draft, base + 2, document, (start + 30, start + 39), Mention::Source(source));
    let (from, to, note) = (Mention::Claim(claim), Mention::Source(source), String::new());
    draft.add(Link { note, ..Link::new(LinkId(Uid(base)), from, to, Role::RestsOn) }).expect("a link fits");
}

fn project() -> Project {
    project_of(ARTICLES)
}

fn project_of(articles: u64) -> Project {
    let mut project = Project::new(ProjectId(Uid(1)), "Bench");
    let mut draft = Draft::new(&mut project);
    for nth in 0..articles {
        let id = DocumentId(Uid((nth + 1) * 1_000));
        let text = Text::freeze(SENTENCE.repeat(CLAIMS_EACH as usize));
        draft
            .add(Document {
                id,
                text,
                structure: Structure::default(),
                meta: Meta::default(),
                opened: Moment::default(),
                signed: None,
                dropped: Vec::new(),
                asides: Vec::new(),
                original: None,
                earlier: Vec::new(),
                unknown: Default::default(),
            })
            .expect("an article fits");
        let order = [draft.project().order(), &[id]].concat();
        draft.reorder(order).expect("its order fits");
        (0..CLAIMS_EACH).for_each(|claim| tag(&mut draft, id, claim));
    }
    project
}

fn report() -> Report {
    let project = project();
    report::build(&project, &Lookup::new(&project), &input())
}

fn input() -> BuildInput {
    BuildInput {
        today: Moment::from_ms(1_795_271_520_000),
        checker: "RK".to_owned(),
        offset: jiff::tz::Offset::UTC,
        options: Default::default(),
    }
}

/// A project with all that was worked out of it.
struct Built {
    project: Project,
    lookup: Lookup,
    findings: lint::Findings,
    report: Report,
    input: BuildInput,
}

impl Built {
    fn of(articles: u64) -> Self {
        let project = project_of(articles);
        let (lookup, input) = (Lookup::new(&project), input());
        let findings = lint::Findings::new(&project, &lookup, input.today);
        let report = report::build(&project, &lookup, &input);
        Built { project, lookup, findings, report, input }
    }

    fn export(&self) -> Export<'_> {
        let Built { project, lookup, findings, report, input } = self;
        Export { project, lookup, findings, report, input }
    }
}

/// Articles of 20 claims each: 1,000 and 10,000 claims.
const SIZES: [u64; 2] = [50, 500];

#[divan::bench(args = SIZES, max_time = 10)]
fn docx(bencher: Bencher, articles: u64) {
    let built = Built::of(articles);
    bencher.bench(|| report::docx(black_box(&built.export()), &|_| true).map(|printed| printed.files.len()));
}

#[divan::bench(args = SIZES, max_time = 10)]
fn xlsx(bencher: Bencher, articles: u64) {
    let built = Built::of(articles);
    bencher.bench(|| report::xlsx(black_box(&built.export()), &|_| true).map(|printed| printed.files.len()));
}

#[divan::bench(args = SIZES, max_time = 10)]
fn csv(bencher: Bencher, articles: u64) {
    let built = Built::of(articles);
    bencher.bench(|| report::csv(black_box(&built.export())).files.len());
}

#[divan::bench(args = SIZES, max_time = 10)]
fn json(bencher: Bencher, articles: u64) {
    let built = Built::of(articles);
    bencher.bench(|| report::json(black_box(&built.export()), &|_| true).map(|printed| printed.files.len()));
}

#[divan::bench(args = SIZES, max_time = 10)]
fn claim_review(bencher: Bencher, articles: u64) {
    let built = Built::of(articles);
    bencher.bench(|| report::claim_review(black_box(&built.export())).map(|printed| printed.files.len()));
}

#[divan::bench]
fn findings(bencher: Bencher) {
    let project = project();
    let lookup = Lookup::new(&project);
    bencher.bench(|| lint::findings(black_box(&project), &lookup, Moment::default()));
}

#[divan::bench]
fn build(bencher: Bencher) {
    let project = project();
    let lookup = Lookup::new(&project);
    bencher.bench(|| report::build(black_box(&project), &lookup, &input()));
}

#[divan::bench]
fn html(bencher: Bencher) {
    let report = report();
    bencher.bench(|| report::html(black_box(&report)));
}

#[divan::bench]
fn markdown(bencher: Bencher) {
    let report = report();
    bencher.bench(|| report::markdown(black_box(&report)));
}

/// What a checker waits for: from the project to the page.
#[divan::bench]
fn project_to_html(bencher: Bencher) {
    let project = project();
    bencher.bench(|| {
        let lookup = Lookup::new(black_box(&project));
        report::html(&report::build(&project, &lookup, &input())).len()
    });
}

#[cfg(feature = "pdf")]
#[divan::bench]
fn pdf(bencher: Bencher) {
    let report = report();
    bencher.bench(|| report::pdf(black_box(&report), &|_| true).expect("a PDF"));
}

#[cfg(feature = "pdf")]
#[divan::bench]
fn pdf_first_page(bencher: Bencher) {
    let report = report();
    bencher.bench(|| report::first_page(black_box(&report), 600).expect("a picture"));
}

/// Ten times as much, once.
#[cfg(feature = "pdf")]
#[divan::bench(sample_count = 1, sample_size = 1)]
fn pdf_of_10_000_claims(bencher: Bencher) {
    let project = project_of(10 * ARTICLES);
    let report = report::build(&project, &Lookup::new(&project), &input());
    bencher.bench(|| report::pdf(black_box(&report), &|_| true).expect("a PDF"));
}
