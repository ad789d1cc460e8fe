//! A project of 10,000 numbers in 1,000 articles, for benches: half of them in groups of five articles, each in a claim, the rest alone.

use tickmark::edit::Draft;
use tickmark::model::annotation::{Annotation, Mention};
use tickmark::model::claim::Claim;
use tickmark::model::document::{Document, Meta, Span, Structure, Text};
use tickmark::model::group::Group;
use tickmark::model::id::{AnnotationId, ClaimId, DocumentId, GroupId, LinkId, ProjectId, QuantityId, Uid};
use tickmark::model::link::{Link, Role};
use tickmark::model::project::Project;
use tickmark::model::quantity::{Quantity, Value};

use super::made::NOW;

/// Articles.
pub const ARTICLES: u64 = 1_000;
/// Numbers in each.
pub const NUMBERS_EACH: u64 = 10;
/// Numbers of a group.
const GROUP: u64 = 5;

const THINGS: [&str; 8] = ["trucks", "doctors", "pupils", "windows", "lamps", "benches", "tickets", "letters"];

/// What the nth number counts.
fn thing(nth: u64) -> &'static str {
    THINGS.iter().cycle().nth(nth as usize % THINGS.len()).copied().unwrap_or_default()
}

/// The nth number.
pub fn number_id(nth: u64) -> QuantityId {
    QuantityId(Uid(1_000_000 + nth))
}

/// The project.
pub fn project() -> Project {
    let mut project = Project::new(ProjectId(Uid(2)), "Bench");
    let mut draft = Draft::new(&mut project);
    for nth in 0..ARTICLES * NUMBERS_EACH / 2 / GROUP {
        draft.add(Group::named(GroupId(Uid(900_000 + nth)), &format!("What is counted in place {nth}"))).expect("a group fits");
    }
    let mut order = Vec::new();
    for article in 0..ARTICLES {
        let id = DocumentId(Uid(10 + article));
        order.push(id);
        add_article(&mut draft, id, article);
    }
    draft.reorder(order).expect("the order fits");
    project
}

fn add_article(draft: &mut Draft<'_>, id: DocumentId, article: u64) {
    let mut text = String::new();
    let mut spans = Vec::new();
    for nth in 0..NUMBERS_EACH {
        let at = article * NUMBERS_EACH + nth;
        let sentence = format!("Near street {} the owner counted ", at % 700);
        let figure = format!("{} {}", 100 + at % 37, thing(at));
        let start = text.len() + sentence.len();
        text.push_str(&format!("{sentence}{figure} on the day before the order came. "));
        spans.push((start, start + figure.len()));
    }
    let meta = Meta { title: format!("Article {article}"), published: "22 January 2025".to_owned(), ..Meta::default() };
    let (structure, unknown) = (Structure::default(), Default::default());
    draft
        .add(Document {
            id,
            text: Text::freeze(text),
            structure,
            meta,
            opened: NOW,
            signed: None,
            dropped: Vec::new(),
            asides: Vec::new(),
            original: None,
            earlier: Vec::new(),
            unknown,
        })
        .expect("an article fits");
    for ((start, end), nth) in spans.into_iter().zip(0..) {
        add_number(draft, (id, article, nth), Span::between(start, end));
    }
}

fn add_number(draft: &mut Draft<'_>, (document, article, nth): (DocumentId, u64, u64), span: Span) {
    let at = article * NUMBERS_EACH + nth;
    // Every other number of five articles that follow each other.
    let group = (nth % 2 == 0).then(|| GroupId(Uid(900_000 + article / GROUP * (NUMBERS_EACH / 2) + nth / 2)));
    let number =
        Quantity { value: Some(Value::one((100 + at % 37).into())), unit: thing(at).to_owned(), group, ..Quantity::new(number_id(at)) };
    draft.add(number).expect("a number fits");
    let mut marks = vec![(span, Mention::Number(number_id(at)))];
    if group.is_some() {
        let claim = ClaimId(Uid(2_000_000 + at));
        draft.add(Claim::new(claim, document, nth as u32 + 1, NOW, "RK")).expect("a claim fits");
        draft
            .add(Link::new(LinkId(Uid(3_000_000 + at)), Mention::Claim(claim), Mention::Number(number_id(at)), Role::Contains))
            .expect("a link fits");
        marks.push((span, Mention::Claim(claim)));
    }
    for ((span, mention), more) in marks.into_iter().zip(0..) {
        let id = AnnotationId(Uid(4_000_000 + at * 2 + more));
        let (note, keywords, by) = (String::new(), Vec::new(), String::new());
        let mark = Annotation { id, document, span, mention, note, keywords, created: NOW, by, doubt: None, unknown: Default::default() };
        draft.add(mark).expect("a mark fits");
    }
}
