//! Two articles beside each other as plain rows: the blocks of both columns, what was changed, and how much they share.

use std::cmp::Ordering;
use std::collections::BTreeSet;

use super::building::Beside;
use super::figures::both;
use crate::compare::{Change, Hunk, Passage, Reading};
use crate::model::day::Day;
use crate::model::document::{Document, Span, Text};
use crate::model::source::SourceKind;
use crate::session::Session;
use crate::view::snippet::{Around, Snippet, snippet};
use crate::view::wording::{count, listed};

/// Which of the two columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Column {
    /// The left one.
    One,
    /// The right one.
    Other,
}

impl Column {
    /// That column's of two things.
    pub fn of<T>(self, (one, other): (T, T)) -> T {
        match self {
            Column::One => one,
            Column::Other => other,
        }
    }
}

/// How words stand out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Look {
    /// They differ between the two.
    Differs,
    /// They change more than the wording.
    Shifts,
    /// A figure that both have.
    Figure,
}

/// A block of a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// Words of the article.
    Words(Words),
    /// Paragraphs that only this article has, folded away or not.
    Fold(Fold),
}

/// Words of an article that stand together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// Name of the paragraph, where it begins here.
    pub paragraph: Option<String>,
    /// The words.
    pub span: Span,
    /// The passage that they are; none where only this article has them.
    pub passage: Option<usize>,
    /// What stands out in them.
    pub marks: Vec<(Span, Look)>,
}

/// Paragraphs that only one article has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fold {
    /// Index of the first of them, which names the fold.
    pub first: usize,
    /// `¶5–6: 2 paragraphs only in B`.
    pub words: String,
    /// Whether they are shown.
    pub is_open: bool,
}

/// The folds that are open.
pub type Open = BTreeSet<(Column, usize)>;

/// The blocks of a column.
pub fn blocks(session: &Session, beside: &Beside, column: Column, open: &Open) -> Vec<Block> {
    let reading = column.of((&beside.one, &beside.other));
    let id = column.of(beside.two);
    let Some(document) = session.project().document(id) else { return Vec::new() };
    let letter = session.project().letter(id);
    let owners = owners(beside, column);
    let marks = marks(beside, column);
    let shared = shared_paragraphs(reading, &owners);
    let mut blocks = Vec::new();
    let mut at = 0;
    while let Some(sentence) = reading.sentences().get(at) {
        let paragraph = sentence.paragraph;
        if shared.contains(&paragraph) {
            let owner = owners.get(at).copied().flatten();
            let end = run(reading, at, |next| owners.get(next).copied().flatten() == owner);
            blocks.push(words_block((reading, document), (at, end), owner, &marks));
            at = end;
            continue;
        }
        let end = fold_end(reading, at, &shared);
        let last = reading.sentences().get(end - 1).map_or(paragraph, |sentence| sentence.paragraph);
        let is_open = open.contains(&(column, paragraph));
        blocks.push(Block::Fold(Fold {
            first: paragraph,
            words: fold_words((reading, document), (at, end), (paragraph, last), &letter),
            is_open,
        }));
        while is_open && at < end {
            let until = run(reading, at, |_| true);
            blocks.push(words_block((reading, document), (at, until), None, &marks));
            at = until;
        }
        at = end;
    }
    blocks
}

/// The passage of each sentence.
fn owners(beside: &Beside, column: Column) -> Vec<Option<usize>> {
    let reading = column.of((&beside.one, &beside.other));
    let mut owners = vec![None; reading.sentences().len()];
    for (at, passage) in beside.found.passages.iter().enumerate() {
        let side = column.of((&passage.one, &passage.other));
        owners.iter_mut().skip(side.sentences.start).take(side.sentences.len()).for_each(|owner| *owner = Some(at));
    }
    owners
}

/// The paragraphs in which a passage stands.
fn shared_paragraphs(reading: &Reading, owners: &[Option<usize>]) -> BTreeSet<usize> {
    let sentences = reading.sentences().iter().zip(owners).filter(|(_, owner)| owner.is_some());
    sentences.map(|(sentence, _)| sentence.paragraph).collect()
}

/// Behind the sentences of the same paragraph that go together with the one at `at`.
fn run(reading: &Reading, at: usize, goes_on: impl Fn(usize) -> bool) -> usize {
    let paragraph = |at: usize| reading.sentences().get(at).map(|sentence| sentence.paragraph);
    (at + 1..).find(|next| paragraph(*next) != paragraph(at) || !goes_on(*next)).unwrap_or(at + 1)
}

/// Behind the last sentence of the paragraphs that only this article has.
fn fold_end(reading: &Reading, at: usize, shared: &BTreeSet<usize>) -> usize {
    let rest = reading.sentences().iter().skip(at);
    at + rest.take_while(|sentence| !shared.contains(&sentence.paragraph)).count()
}

fn fold_words(
    (reading, document): (&Reading, &Document),
    (from, to): (usize, usize),
    (first, last): (usize, usize),
    letter: &str,
) -> String {
    let sentences = reading.sentences().get(from..to).unwrap_or_default();
    let paragraphs: BTreeSet<usize> = sentences.iter().map(|sentence| sentence.paragraph).collect();
    let name = |at| document.paragraph_name(at);
    let names = if first == last { name(first) } else { format!("{}–{}", name(first), name(last)) };
    let names = if names.starts_with('H') { names.replacen('H', "headline", 1) } else { format!("¶{names}") };
    format!("{names}: {} only in {letter}", count(paragraphs.len(), "paragraph"))
}

fn words_block(
    (reading, document): (&Reading, &Document),
    (from, to): (usize, usize),
    passage: Option<usize>,
    marks: &[(Span, Look)],
) -> Block {
    let span = reading.span_of(from..to);
    let paragraph = reading.sentences().get(from).map_or(0, |sentence| sentence.paragraph);
    let is_first =
        from.checked_sub(1).and_then(|before| reading.sentences().get(before)).is_none_or(|before| before.paragraph != paragraph);
    let first = marks.partition_point(|(mark, _)| mark.end() <= span.start());
    let inside = marks.iter().skip(first).take_while(|(mark, _)| mark.start() < span.end());
    let marks = inside.filter_map(|(mark, look)| mark.intersection(span).map(|mark| (mark, *look))).collect();
    Block::Words(Words { paragraph: is_first.then(|| document.paragraph_name(paragraph)), span, passage, marks })
}

/// What stands out in a column, in the order of the text.
fn marks(beside: &Beside, column: Column) -> Vec<(Span, Look)> {
    let mut marks: Vec<(Span, Look)> = Vec::new();
    for passage in &beside.found.passages {
        let differs = passage.hunks.iter().map(|hunk| column.of((hunk.one, hunk.other)));
        marks.extend(differs.filter(|span| !span.is_empty()).map(|span| (span, Look::Differs)));
        let shifts = passage.changes.iter().flat_map(|change| column.of(change.spans()));
        marks.extend(shifts.map(|span| (span, Look::Shifts)));
    }
    marks.extend(both(beside).iter().map(|found| (column.of(*found), Look::Figure)));
    marks.sort_by_key(|(span, look)| (span.start(), *look));
    marks
}

/// How many paragraphs of the left article stand in the right one, too, and how many it has.
pub fn shared(beside: &Beside) -> (usize, usize) {
    let owners = owners(beside, Column::One);
    let all: BTreeSet<usize> = beside.one.sentences().iter().map(|sentence| sentence.paragraph).collect();
    (shared_paragraphs(&beside.one, &owners).len(), all.len())
}

/// `B shares 8 of its 14 paragraphs with E`, each part with whether it is emphasised.
pub fn summary(session: &Session, beside: &Beside) -> Vec<(String, bool)> {
    let (shared, all) = shared(beside);
    let letter = |id| (session.project().letter(id), true);
    let words = format!(" shares {shared} of its {} with ", count(all, "paragraph"));
    vec![letter(beside.two.0), (words, false), letter(beside.two.1)]
}

/// What was changed in a passage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// Which passage.
    pub passage: usize,
    /// `¶12`, or `headline`.
    pub place: String,
    /// `source changes`, `reworded`.
    pub chip: &'static str,
    /// Whether more than the wording changes.
    pub is_warning: bool,
    /// The words of the right article, and of the left one.
    pub quotes: (Snippet, Snippet),
    /// What can be said of it.
    pub words: String,
}

/// Context of the words that differ, in code points.
const AROUND: Around = Around { before_chars: 22, after_chars: 24 };

/// What the left article changed: first what is more than wording, then what was reworded most.
pub fn cards(session: &Session, beside: &Beside) -> Vec<Card> {
    let passages = beside.found.passages.iter().enumerate().filter(|(_, passage)| !passage.hunks.is_empty() || !passage.changes.is_empty());
    let mut cards: Vec<(u8, Card)> =
        passages.filter_map(|(at, passage)| Some((passage.share_percent, card(session, beside, (at, passage))?))).collect();
    cards.sort_by_key(|(share, card)| (!card.is_warning, if card.is_warning { 0 } else { *share }, card.passage));
    cards.into_iter().map(|(_, card)| card).collect()
}

fn card(session: &Session, beside: &Beside, (at, passage): (usize, &Passage)) -> Option<Card> {
    let document = session.project().document(beside.two.0)?;
    let name = document.paragraph_name(document.text.paragraph_at(passage.one.span.start()));
    let change = passage.changes.first();
    let (one, other) = focus(passage);
    let quote = |text: &Text, span: Span| snippet(text, span, AROUND);
    let letters = (session.project().letter(beside.two.0), session.project().letter(beside.two.1));
    Some(Card {
        passage: at,
        place: if name == "H" { "headline".to_owned() } else { format!("¶{name}") },
        chip: passage.word(),
        is_warning: change.is_some(),
        quotes: (quote(beside.other.text(), other), quote(beside.one.text(), one)),
        words: change.map_or_else(|| REWORDED.to_owned(), |change| change_words(beside, change, &letters)),
    })
}

/// What the program can say of other words, and no more.
const REWORDED: &str = "Reworded. Whether it means the same is yours to judge.";

/// The words of both sides that a card shows: those of the first change, else the longest that differ.
fn focus(passage: &Passage) -> (Span, Span) {
    let longest = passage.hunks.iter().max_by_key(|hunk| hunk.one.len() + hunk.other.len());
    let plain = longest.map_or((passage.one.span, passage.other.span), |hunk| (hunk.one, hunk.other));
    let Some((ones, others)) = passage.changes.first().map(Change::spans) else { return plain };
    let (one, other) = (ones.first().copied(), others.first().copied());
    // Where one side has nothing, what it has in that place, if it has anything.
    let is_near = |hunk: &&Hunk| ones.iter().any(|span| hunk.one.overlaps(*span)) || others.iter().any(|span| hunk.other.overlaps(*span));
    let near = || passage.hunks.iter().filter(is_near);
    let replaced = near().find(|hunk| !hunk.one.is_empty() && !hunk.other.is_empty()).or(near().next());
    match (one, other, replaced) {
        (Some(one), Some(other), _) => (one, other),
        (_, _, Some(hunk)) => (hunk.one, hunk.other),
        _ => (one.unwrap_or(plain.0), other.unwrap_or(plain.1)),
    }
}

fn change_words(beside: &Beside, change: &Change, (one, other): &(String, String)) -> String {
    let quoted = |text: &Text, spans: &[Span]| listed(&spans.iter().map(|span| format!("“{}”", text.slice(*span))).collect::<Vec<_>>());
    let (ones, others) = change.spans();
    let (here, there) = (quoted(beside.one.text(), &ones), quoted(beside.other.text(), &others));
    let only = |what: &str| match (ones.is_empty(), others.is_empty()) {
        (true, _) => format!("{other} has {there}; {one} has no {what} there."),
        (_, true) => format!("{one} has {here}; {other} has no {what} there."),
        _ => format!("{other} has {there}, {one} has {here}."),
    };
    match change {
        Change::Source { one: ones, other: others } => {
            let kind = |speakers: &[crate::compare::Speaker]| speakers.iter().find_map(|speaker| speaker.kind);
            match (kind(ones), kind(others)) {
                _ if ones.is_empty() => format!("{other} says from whom it is, {one} does not."),
                _ if others.is_empty() => format!("{one} says from whom it is, {other} does not."),
                (Some(here), Some(SourceKind::Anonymous)) if here != SourceKind::Anonymous => {
                    format!("Anonymous in {other}, on the record in {one}: a second source, if that was said.")
                }
                (Some(SourceKind::Anonymous), Some(_)) => format!("On the record in {other}, anonymous in {one}."),
                _ => format!("{other} has it from {there}, {one} from {here}."),
            }
        }
        Change::Figure { .. } => only("such figure"),
        Change::Negation { .. } => only("such word"),
        Change::Hedge { .. } => match (ones.is_empty(), others.is_empty()) {
            (true, _) => format!("{other} hedges with {there}; {one} does not."),
            (_, true) => format!("{one} hedges with {here}; {other} does not."),
            _ => format!("{other} hedges with {there}, {one} with {here}."),
        },
    }
}

/// `CNN · 22 January 2025 · 420 words · published first`, as far as it is known.
pub fn origin(document: &Document, other: Option<&Document>) -> String {
    let meta = &document.meta;
    let outlet = if meta.outlet.trim().is_empty() { "outlet?" } else { meta.outlet.trim() };
    let words = document.text.known_word_count().map(|words| count(words, "word"));
    let order = other.and_then(|other| order_words(document, other));
    let parts = [Some(outlet.to_owned()), Some(meta.published.trim().to_owned()), words, order.map(str::to_owned)];
    parts.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// Whether an article was published before or behind another, if both days are known.
fn order_words(document: &Document, other: &Document) -> Option<&'static str> {
    let day = |document: &Document| Day::read(document.meta.published.trim());
    Some(match day(document)?.cmp(&day(other)?) {
        Ordering::Less => "published first",
        Ordering::Equal => "same day",
        Ordering::Greater => "published later",
    })
}
