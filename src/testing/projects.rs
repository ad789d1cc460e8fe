//! Projects of every shape, for property tests.

use std::sync::Arc;

use proptest::collection::vec;
use proptest::prelude::*;
use rust_decimal::Decimal;

use super::Desk;
use crate::model::annotation::{Anchor, Annotation, Doubt, Fate, Mention, Tag};
use crate::model::change::Change;
use crate::model::claim::{
    Agreement, Claim, ClaimKind, Correction, Evidence, Grade, Party, Pointer, Rating, Risk, Said, Scale, ScaleValue, SignedRating, Stance,
    Status,
};
use crate::model::document::aside::AsideKind;
use crate::model::document::structure::{Kind, Part};
use crate::model::document::{Aside, Document, Dropped, LineEnd, Meta, Offer, Span, Structure, Text};
use crate::model::exclusion::{Exclusion, Reason};
use crate::model::file::KeptFile;
use crate::model::flag::{Conflict, Flag, Subject};
use crate::model::group::Group;
use crate::model::house::{GradeWord, House, KeptApart, SavedFilter, SwitchedOff, Template, ToldApart};
use crate::model::id::{AnnotationId, ChangeId, ClaimId, DocumentId, EvidenceId, ExclusionId, GroupId, LinkId, QuantityId, SourceId, Uid};
use crate::model::link::{Link, Role};
use crate::model::moment::Moment;
use crate::model::preset::Preset;
use crate::model::project::Project;
use crate::model::quantity::{Approximation, Quantity, Value};
use crate::model::signature::SignOff;
use crate::model::source::{FirstHand, Source, SourceKind};
use crate::model::stated::{Relation, Stated};

/// Text of every kind: plain, with line ends, quotes, backslashes, controls, direction marks, joiners, accents.
pub fn words() -> impl Strategy<Value = String> {
    let odd = r#"[\x00-\x20"'\\/\[\]():,#\{\}\u{a0}\u{301}\u{200d}\u{200e}\u{202e}\u{2066}\u{2028}\u{feff}\u{fffd}éक्षि👍🇩🇪a-c]{0,12}"#;
    prop_oneof![Just(String::new()), "[a-z ]{0,12}", odd, any::<String>()]
}

fn times() -> impl Strategy<Value = Moment> {
    (-60_000_000_000_000_i64..250_000_000_000_000).prop_map(Moment::from_ms)
}

fn decimals() -> impl Strategy<Value = Decimal> {
    (any::<u32>(), any::<u32>(), any::<u32>(), any::<bool>(), 0_u32..=28)
        .prop_map(|(low, middle, high, is_negative, scale)| Decimal::from_parts(low, middle, high, is_negative, scale))
}

/// What a project is made of: everything drawn at random, put together by [`projects`].
#[derive(Clone, Debug)]
struct Draw {
    texts: Vec<(String, u8, bool)>,
    words: Vec<String>,
    times: Vec<Moment>,
    decimals: Vec<Decimal>,
    bytes: Vec<u8>,
}

/// Projects of up to four articles with records of every kind.
pub fn projects() -> impl Strategy<Value = Project> {
    let texts = vec((words(), 0_u8..4, any::<bool>()), 0..4);
    let draw = (texts, vec(words(), 24), vec(times(), 6), vec(decimals(), 3), vec(any::<u8>(), 60));
    draw.prop_map(|(texts, words, times, decimals, bytes)| build(Draw { texts, words, times, decimals, bytes }))
}

/// Hands out what was drawn, over and over.
struct Hand {
    draw: Draw,
    at: usize,
}

impl Hand {
    fn step(&mut self) -> usize {
        self.at += 1;
        self.at
    }

    fn words(&mut self) -> String {
        let at = self.step();
        self.draw.words[at % self.draw.words.len()].clone()
    }

    fn time(&mut self) -> Moment {
        let at = self.step();
        self.draw.times[at % self.draw.times.len()]
    }

    fn decimal(&mut self) -> Decimal {
        let at = self.step();
        self.draw.decimals[at % self.draw.decimals.len()]
    }

    fn byte(&mut self) -> usize {
        let at = self.step();
        usize::from(self.draw.bytes[at % self.draw.bytes.len()])
    }

    fn one<T: Copy>(&mut self, list: &[T]) -> T {
        list[self.byte() % list.len()]
    }
}

/// Something of every kind over the paragraphs of a text.
fn structure_of(text: &Text, hand: &mut Hand) -> Structure {
    let cell = |is_head| Kind::Cell { row: 3, column: 70_000, is_head };
    let blocks = [Kind::Heading(2), Kind::Entry(9), Kind::Quote(1), Kind::Table, Kind::Caption, cell(true), cell(false), Kind::Sign];
    let free = [Kind::Page(7), Kind::Time(61_500), Kind::Strong, Kind::Emphasis, Kind::Link(0), Kind::Link(1)];
    let kinds = [&blocks[..], &free].concat();
    let targets = [hand.words(), hand.words()].map(|target| target.as_str().into());
    let parts = text.paragraphs().iter().flat_map(|span| [0, 1].map(|_| Part { span: *span, kind: hand.one(&kinds) })).collect();
    Structure::checked(parts, text).0.with_targets(&targets)
}

/// A suggestion turned down, where the text has words.
fn dropped_in(text: &Text, hand: &mut Hand) -> Vec<Dropped> {
    let offer = hand.one(&[Offer::Mark(Tag::Claim), Offer::Mark(Tag::Number), Offer::Mark(Tag::Source), Offer::Aside]);
    let span = text.paragraphs().first().copied().filter(|_| hand.byte().is_multiple_of(2));
    span.map(|span| Dropped { span, offer }).into_iter().collect()
}

/// What a writer noted at the first words, where there are any.
fn asides_in(text: &Text, hand: &mut Hand) -> Vec<Aside> {
    let kind = hand.one(&[AsideKind::Comment, AsideKind::Footnote, AsideKind::Insertion, AsideKind::Deletion]);
    let span = text.paragraphs().first().copied().filter(|_| hand.byte().is_multiple_of(2));
    span.map(|span| Aside { span, kind, by: hand.words(), at: hand.words(), words: hand.words() }).into_iter().collect()
}

fn build(draw: Draw) -> Project {
    let mut desk = Desk::default();
    let texts = draw.texts.clone();
    let mut hand = Hand { draw, at: 0 };
    let mut order = Vec::new();
    for (content, line_end, bom) in texts {
        let id = DocumentId(desk.id());
        let line_end = [LineEnd::Lf, LineEnd::CrLf, LineEnd::Cr, LineEnd::Mixed][usize::from(line_end)];
        let meta = Meta {
            title: hand.words(),
            byline: hand.words(),
            url: hand.words(),
            language: hand.words(),
            origin: hand.words(),
            ..Meta::default()
        };
        let text = Text::from_frozen(content, line_end, bom);
        let structure = structure_of(&text, &mut hand);
        let signed = hand.byte().is_multiple_of(3).then(|| SignOff { by: hand.words(), at: hand.time(), reopened: hand.words() });
        let dropped = dropped_in(&text, &mut hand);
        let asides = asides_in(&text, &mut hand);
        let original = hand.byte().is_multiple_of(2).then(|| KeptFile { path: hand.words(), sha256: hand.words(), ..KeptFile::default() });
        let (opened, unknown) = (hand.time(), Default::default());
        let earlier = earlier_of(&meta, &mut desk, &mut hand);
        desk.add(Document { id, text, structure, meta, opened, signed, dropped, asides, original, earlier, unknown });
        order.insert(hand.byte() % (order.len() + 1), id);
    }
    let mut draft = crate::edit::Draft::new(&mut desk.project);
    draft.reorder(order.clone()).unwrap();
    draft.rename(&hand.words()).unwrap();
    let house = house_of(&mut hand);
    draft.set_house(|own| *own = house).unwrap();
    let source = SourceId(desk.id());
    desk.add(source_of(source, &mut hand));
    let copy = SourceId(desk.id());
    desk.add(Source { rests_on: vec![source, copy], ..source_of(copy, &mut hand) });
    let group = GroupId(desk.id());
    desk.add(Group { id: group, name: hand.words(), note: hand.words(), apart: hand.words(), unknown: Default::default() });
    let number = QuantityId(desk.id());
    let group = hand.one(&[None, Some(group)]);
    desk.add(Quantity { group, ..quantity_of(number, &mut hand) });
    for (place, document) in order.iter().enumerate() {
        let claim = ClaimId(desk.id());
        let row = EvidenceId(desk.id());
        desk.add(claim_of(claim, *document, place as u32 + 1, row, &mut hand));
        for mention in [Mention::Claim(claim), Mention::Source(source), Mention::Number(number)] {
            add_mark(&mut desk, *document, mention, &mut hand);
        }
        let ends = [(Mention::Source(source), Role::RestsOn), (Mention::Number(number), Role::Contains)];
        for (to, role) in ends {
            let id = LinkId(desk.id());
            desk.add(Link { note: hand.words(), cue: hand.words(), ..Link::new(id, Mention::Claim(claim), to, role) });
        }
    }
    let id = ChangeId(desk.id());
    let subject = hand.one(&[Mention::Source(source), Mention::Claim(ClaimId(Uid(u64::MAX)))]);
    desk.add(Change {
        id,
        at: hand.time(),
        by: hand.words(),
        subject,
        field: hand.words(),
        before: hand.words(),
        after: hand.words(),
        unknown: Default::default(),
    });
    let subject = hand.one(&[Subject::Project, Subject::Source(source), Subject::Claim(ClaimId(Uid(u64::MAX)))]);
    desk.add(Flag::new(subject, hand.one(&Conflict::ALL), &hand.words(), (hand.words(), hand.words())));
    desk.project
}

/// Up to two earlier drafts of an article.
fn earlier_of(meta: &Meta, desk: &mut Desk, hand: &mut Hand) -> Vec<Arc<Document>> {
    let draft = |desk: &mut Desk, hand: &mut Hand| {
        let text = Text::from_frozen(hand.words(), hand.one(&[LineEnd::Lf, LineEnd::CrLf]), hand.one(&[true, false]));
        Document {
            id: DocumentId(desk.id()),
            structure: structure_of(&text, hand),
            meta: Meta { title: hand.words(), ..meta.clone() },
            opened: hand.time(),
            signed: hand.byte().is_multiple_of(3).then(|| SignOff { by: hand.words(), at: hand.time(), reopened: hand.words() }),
            dropped: dropped_in(&text, hand),
            asides: asides_in(&text, hand),
            original: hand.byte().is_multiple_of(2).then(|| kept_file(hand)),
            earlier: Vec::new(),
            unknown: Default::default(),
            text,
        }
    };
    (0..(hand.byte() % 5).saturating_sub(2)).map(|_| Arc::new(draft(desk, hand))).collect()
}

fn source_of(id: SourceId, hand: &mut Hand) -> Source {
    Source {
        id,
        name: hand.words(),
        kind: hand.one(&SourceKind::ALL),
        role: hand.words(),
        locator: hand.words(),
        url: hand.words(),
        archive_url: hand.words(),
        contact: hand.words(),
        is_contact_open: hand.one(&[true, false]),
        heard_by: hand.words(),
        rests_on: Vec::new(),
        files: (0..hand.byte() % 3).map(|_| kept_file(hand)).collect(),
        grade: hand.words(),
        first_hand: hand.one(&FirstHand::ALL),
        note: hand.words(),
        unknown: Default::default(),
    }
}

fn quantity_of(id: QuantityId, hand: &mut Hand) -> Quantity {
    let (low, high) = (hand.decimal(), hand.decimal());
    Quantity {
        id,
        value: hand.one(&[None, Some(Value::one(low)), Some(Value { low, high: Some(high) })]),
        unit: hand.words(),
        per: hand.words(),
        approximation: hand.one(&Approximation::ALL),
        measured: hand.words(),
        of: hand.words(),
        as_of: hand.words(),
        is_edited: hand.one(&[true, false]),
        group: None,
        apart: hand.words(),
        unknown: Default::default(),
    }
}

fn preset(hand: &mut Hand) -> Preset {
    Preset {
        name: hand.words(),
        sections: (0..hand.byte() % 4).map(|_| hand.words()).collect(),
        articles: (0..hand.byte() % 4).map(|at| DocumentId(Uid(at as u64))).collect(),
        filter: hand.words(),
        names: hand.words(),
        language: hand.words(),
        paper: hand.words(),
        has_contacts: hand.one(&[true, false]),
        has_fonts: hand.one(&[true, false]),
        page: hand.words(),
        unknown: Default::default(),
    }
}

fn house_of(hand: &mut Hand) -> House {
    let count = |hand: &mut Hand| hand.byte() % 3;
    let scale = |hand: &mut Hand| {
        let values =
            (0..1 + hand.byte() % 6).map(|_| ScaleValue { meaning: hand.words(), ..ScaleValue::new(hand.words(), hand.one(&Grade::ALL)) });
        Scale { values: values.collect(), name: format!("x{}", hand.words()), unknown: Default::default() }
    };
    House {
        scales: (0..1 + count(hand)).map(|_| scale(hand)).collect(),
        grades: (0..count(hand)).map(|_| GradeWord { sign: hand.words(), meaning: hand.words(), unknown: Default::default() }).collect(),
        switched_off: (0..count(hand))
            .map(|_| SwitchedOff {
                rule: hand.words(),
                reason: hand.words(),
                by: hand.words(),
                at: hand.time(),
                unknown: Default::default(),
            })
            .collect(),
        filters: (0..count(hand)).map(|_| SavedFilter { name: hand.words(), query: hand.words(), unknown: Default::default() }).collect(),
        templates: (0..count(hand)).map(|_| Template { letter: hand.words(), text: hand.words(), unknown: Default::default() }).collect(),
        presets: (0..count(hand)).map(|_| preset(hand)).collect(),
        kept_apart: (0..count(hand))
            .map(|_| KeptApart {
                one: SourceId(Uid(hand.byte() as u64)),
                other: SourceId(Uid(hand.byte() as u64)),
                unknown: Default::default(),
            })
            .collect(),
        told_apart: (0..count(hand))
            .map(|_| {
                let ids = |hand: &mut Hand| (0..hand.byte() % 4).map(|at| QuantityId(Uid(at as u64))).collect();
                ToldApart { numbers: ids(hand), from: ids(hand), unknown: Default::default() }
            })
            .collect(),
        stated: (0..count(hand))
            .map(|_| {
                let ids = (0..hand.byte() % 4).map(|at| QuantityId(Uid(at as u64))).collect();
                Stated::new(hand.one(&Relation::ALL), ids)
            })
            .collect(),
    }
}

fn kept_file(hand: &mut Hand) -> KeptFile {
    KeptFile { path: hand.words(), sha256: hand.words(), unknown: Default::default() }
}

fn rating_of(hand: &mut Hand) -> Rating {
    Rating { word: hand.words(), scale: hand.words(), ..Rating::new(hand.one(&Grade::ALL), hand.words()) }
}

fn evidence_of(row: EvidenceId, home: DocumentId, hand: &mut Hand) -> Evidence {
    let gone = Uid(u64::MAX);
    Evidence {
        id: row,
        question: hand.words(),
        text: hand.words(),
        url: hand.words(),
        archive_url: hand.words(),
        locator: hand.words(),
        quote: hand.words(),
        seen: hand.words(),
        stance: hand.one(&Stance::ALL),
        source: hand.one(&[None, Some(SourceId(gone))]),
        pointer: hand.one(&[None, Some(Pointer::Claim(ClaimId(gone))), Some(Pointer::Passage(home))]),
        due: hand.one(&[true, false]).then(|| hand.time()),
        file: hand.one(&[true, false]).then(|| Box::new(kept_file(hand))),
        unknown: Default::default(),
    }
}

fn correction_of(hand: &mut Hand) -> Correction {
    let agreed = (0..hand.byte() % 3)
        .map(|_| Agreement { party: hand.one(&Party::ALL), by: hand.words(), at: hand.time(), unknown: Default::default() })
        .collect();
    Correction { wording: hand.words(), agreed }
}

fn claim_of(id: ClaimId, home: DocumentId, number: u32, row: EvidenceId, hand: &mut Hand) -> Claim {
    let rating = rating_of(hand);
    let evidence = evidence_of(row, home, hand);
    let mut claim = Claim {
        restatement: hand.words(),
        kind: hand.one(&ClaimKind::ALL),
        risks: (0..hand.byte() % 4).map(|_| hand.one(&Risk::ALL)).collect(),
        not_checkable: hand.one(&[None, Some(Reason::Opinion), Some(Reason::Motive)]),
        status: hand.one(&Status::ALL),
        status_since: hand.time(),
        status_by: hand.words(),
        other_ratings: if hand.byte().is_multiple_of(3) {
            vec![SignedRating { rating: rating.clone(), by: hand.words(), at: hand.time(), unknown: Default::default() }]
        } else {
            Vec::new()
        },
        rating: (hand.byte().is_multiple_of(2)).then_some(rating),
        evidence: if hand.byte().is_multiple_of(2) { vec![evidence] } else { Vec::new() },
        correction: (hand.byte().is_multiple_of(2)).then(|| correction_of(hand)),
        note: hand.words(),
        signed: hand.byte().is_multiple_of(3).then(|| Box::new(SignOff { by: hand.words(), at: hand.time(), reopened: hand.words() })),
        ..Claim::new(id, home, number, hand.time(), &hand.words())
    };
    claim.say(|said| *said = Said { speaker: hand.words(), date: hand.words(), place: hand.words() });
    claim
}

/// A mark and a passage somewhere in the text, unless it is empty.
fn add_mark(desk: &mut Desk, document: DocumentId, mention: Mention, hand: &mut Hand) {
    let text = desk.project.document(document).unwrap().text.clone();
    let (one, other) = (hand.byte() * text.len() / 255, hand.byte() * text.len() / 255);
    let span = text.span(one, other);
    if span.is_empty() {
        return;
    }
    let (span, doubt) = doubted(&text, span, hand);
    let id = AnnotationId(desk.id());
    let keywords = (0..hand.byte() % 3).map(|_| hand.words()).collect();
    desk.add(Annotation {
        id,
        document,
        span,
        mention,
        note: hand.words(),
        keywords,
        created: hand.time(),
        by: hand.words(),
        doubt,
        unknown: Default::default(),
    });
    let (span, doubt) = doubted(&text, text.span(one, other), hand);
    let id = ExclusionId(desk.id());
    desk.add(Exclusion { id, document, span, reason: hand.one(&Reason::ALL), doubt, unknown: Default::default() });
}

/// A place that may be in doubt.
fn doubted(text: &Text, span: Span, hand: &mut Hand) -> (Span, Option<Box<Doubt>>) {
    let fate = hand.one(&[None, None, Some(Fate::Moved), Some(Fate::Changed), Some(Fate::Lost)]);
    let was = Anchor { start_char: hand.byte(), end_char: hand.byte(), exact: hand.words(), prefix: hand.words(), suffix: hand.words() };
    let guess = text.floor(span.start());
    let span = if fate == Some(Fate::Lost) { Span::between(guess, guess) } else { span };
    (span, fate.map(|fate| Box::new(Doubt { fate, was })))
}
