//! A project of 5,000 claims and 2,000 sources, for benches.

use tickmark::edit::Draft;
use tickmark::model::annotation::{Annotation, Mention};
use tickmark::model::claim::{Claim, Evidence, Grade, Rating, Stance, Status};
use tickmark::model::document::{Document, Meta, Span, Structure, Text};
use tickmark::model::id::{AnnotationId, ClaimId, DocumentId, EvidenceId, LinkId, ProjectId, SourceId, Uid};
use tickmark::model::link::{Link, Role};
use tickmark::model::moment::Moment;
use tickmark::model::project::Project;
use tickmark::model::source::Source;

/// Articles.
pub const ARTICLES: u64 = 50;
/// Claims in each.
pub const CLAIMS_EACH: u64 = 100;
/// Entries of the register.
pub const SOURCES: u64 = 2_000;
/// The time of the bench.
pub const NOW: Moment = Moment::from_ms(1_795_271_520_000);

/// The nth claim.
pub fn claim_id(nth: u64) -> ClaimId {
    ClaimId(Uid(100_000 + nth))
}

/// The nth source.
pub fn source_id(nth: u64) -> SourceId {
    SourceId(Uid(200_000 + nth))
}

/// Claims in articles, each with two sources, two rows of evidence and the claim of another article that says the same; every source
/// but the first hundred rests on one of those, so that many trails meet.
pub fn project() -> Project {
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
            .add(Document {
                id,
                text,
                structure: Structure::default(),
                meta,
                opened: NOW,
                signed: None,
                dropped: Vec::new(),
                asides: Vec::new(),
                original: None,
                earlier: Vec::new(),
                unknown: Default::default(),
            })
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
