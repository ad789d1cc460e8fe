//! Chooses the marks that Markdown can show. Its emphasis cannot cross, cannot begin inside a word and cannot touch its like, so
//! whatever would break it is left out and counted.

use std::collections::{BTreeMap, BTreeSet};

use super::escape::append;
use super::loss::Loss;
use crate::model::annotation::Tag;
use crate::report::{AnnotatedArticle, MarkFace, Paragraph, Segment};

/// The kinds of emphasis, by what they stand for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Number,
    Source,
    Strike,
}

impl Kind {
    /// The sign before and after the words. All differ, so that signs which touch never read as one.
    fn sign(self) -> &'static str {
        match self {
            Kind::Number => "**",
            Kind::Source => "_",
            Kind::Strike => "~~",
        }
    }
}

/// Emphasis over the segments from `first` to `last`, both included.
#[derive(Clone, Copy, Debug)]
struct Run {
    kind: Kind,
    first: usize,
    last: usize,
}

impl Run {
    fn crosses(self, other: Run) -> bool {
        let (left, right) = if (self.first, other.last) <= (other.first, self.last) { (self, other) } else { (other, self) };
        left.first < right.first && right.first <= left.last && left.last < right.last
    }

    fn touches_its_like(self, other: Run) -> bool {
        self.kind == other.kind && self.first <= other.last + 1 && other.first <= self.last + 1
    }
}

/// The words of a paragraph with the signs of its marks. `number` gives the footnote of a claim's mark.
pub(super) fn words(
    article: &AnnotatedArticle,
    paragraph: &Paragraph,
    losses: &mut Vec<Loss>,
    note: impl Fn(&MarkFace) -> Option<String>,
) -> String {
    let runs = runs(article, paragraph, losses);
    let mut opens: BTreeMap<usize, Vec<Run>> = BTreeMap::new();
    let mut closes: BTreeMap<usize, Vec<Run>> = BTreeMap::new();
    for run in runs {
        opens.entry(run.first).or_default().push(run);
        closes.entry(run.last).or_default().push(run);
    }
    let mut line = String::new();
    for (at, segment) in paragraph.segments.iter().enumerate() {
        claims(article, &segment.begins).for_each(|_| line.push_str("\\["));
        // Longer emphasis opens first and closes last.
        let mut opening = opens.remove(&at).unwrap_or_default();
        opening.sort_by_key(|run| (std::cmp::Reverse(run.last), run.kind));
        opening.iter().for_each(|run| line.push_str(run.kind.sign()));
        append(&mut line, &segment.text);
        let mut closing = closes.remove(&at).unwrap_or_default();
        closing.sort_by_key(|run| (std::cmp::Reverse(run.first), std::cmp::Reverse(run.kind)));
        closing.iter().for_each(|run| line.push_str(run.kind.sign()));
        // The bracket that opened last closes first.
        for face in claims(article, &segment.ends).rev() {
            line.push_str("\\]");
            line.extend(note(face).map(|note| format!("[^{note}]")));
        }
    }
    line.trim().to_owned()
}

fn claims<'a>(article: &'a AnnotatedArticle, marks: &'a [usize]) -> impl DoubleEndedIterator<Item = &'a MarkFace> {
    marks.iter().filter_map(|at| article.marks.get(*at)).filter(|face| face.look.tag() == Tag::Claim)
}

/// The emphasis of a paragraph that Markdown can show; the rest is counted.
fn runs(article: &AnnotatedArticle, paragraph: &Paragraph, losses: &mut Vec<Loss>) -> Vec<Run> {
    let mut wanted = mark_runs(article, paragraph, losses);
    wanted.extend(strike_runs(paragraph));
    wanted.sort_by_key(|run| (run.first, std::cmp::Reverse(run.last), run.kind));
    let mut shown: Vec<Run> = Vec::new();
    for run in wanted {
        let is_clear = !shown.iter().any(|other| run.crosses(*other) || run.touches_its_like(*other));
        if is_clear && can_stand(&paragraph.segments, run) {
            shown.push(run);
        } else {
            losses.push(match run.kind {
                Kind::Number => Loss::HiddenNumbers(1),
                Kind::Source => Loss::HiddenSources(1),
                Kind::Strike => Loss::HiddenStrikes(1),
            });
        }
    }
    shown
}

/// The marks of numbers and sources. One that goes on in another paragraph cannot be shown; it is counted where it begins.
fn mark_runs(article: &AnnotatedArticle, paragraph: &Paragraph, losses: &mut Vec<Loss>) -> Vec<Run> {
    let mut ends = BTreeMap::new();
    for (at, segment) in paragraph.segments.iter().enumerate() {
        ends.extend(segment.ends.iter().map(|mark| (*mark, at)));
    }
    let mut runs = Vec::new();
    for (first, segment) in paragraph.segments.iter().enumerate() {
        for mark in &segment.begins {
            let kind = match article.marks.get(*mark).map(|face| face.look.tag()) {
                Some(Tag::Number) => Kind::Number,
                Some(Tag::Source) => Kind::Source,
                Some(Tag::Claim) | None => continue,
            };
            match ends.get(mark) {
                Some(last) => runs.push(Run { kind, first, last: *last }),
                None if kind == Kind::Number => losses.push(Loss::HiddenNumbers(1)),
                None => losses.push(Loss::HiddenSources(1)),
            }
        }
    }
    runs
}

fn strike_runs(paragraph: &Paragraph) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for (at, segment) in paragraph.segments.iter().enumerate() {
        match runs.last_mut() {
            _ if segment.strike.is_none() => {}
            Some(run) if run.last + 1 == at => run.last = at,
            _ => runs.push(Run { kind: Kind::Strike, first: at, last: at }),
        }
    }
    runs
}

/// Whether Markdown reads the signs as emphasis: no space just inside, no letter just outside.
fn can_stand(segments: &[Segment], run: Run) -> bool {
    let (Some(first), Some(last)) = (segments.get(run.first), segments.get(run.last)) else {
        return false;
    };
    let before = run.first.checked_sub(1).and_then(|at| segments.get(at));
    let is_outside = |sign: Option<char>| sign.is_none_or(|sign| sign.is_whitespace() || is_punctuation(sign));
    let starts_well =
        !first.text.starts_with(char::is_whitespace) && is_outside(before.and_then(|segment| segment.text.chars().next_back()));
    let after = segments.get(run.last + 1);
    let ends_well = !last.text.ends_with(char::is_whitespace) && is_outside(after.and_then(|segment| segment.text.chars().next()));
    starts_well && ends_well
}

/// Signs that every reader of Markdown takes for punctuation.
fn is_punctuation(sign: char) -> bool {
    sign.is_ascii_punctuation() || matches!(sign, '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{205e}' | '«' | '»' | '¡' | '¿')
}

/// How many claims of an article overlap another one without one lying inside the other.
pub(super) fn crossing_claims(article: &AnnotatedArticle) -> usize {
    let mut crossing = BTreeSet::new();
    let mut open: Vec<usize> = Vec::new();
    let is_claim = |mark: &&usize| article.marks.get(**mark).is_some_and(|face| face.look.tag() == Tag::Claim);
    for segment in article.paragraphs.iter().flat_map(|paragraph| &paragraph.segments) {
        open.extend(segment.begins.iter().filter(is_claim));
        for mark in segment.ends.iter().filter(is_claim) {
            let Some(place) = open.iter().position(|other| other == mark) else { continue };
            open.remove(place);
            // Whatever was opened later and goes on beyond this end crosses it.
            crossing.extend(open.iter().skip(place).filter(|other| !segment.ends.contains(other)).copied());
        }
    }
    crossing.len()
}
