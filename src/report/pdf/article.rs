//! The annotated articles as the template reads them: runs of words with the number of their look, and where notes stand.

use std::collections::BTreeMap;

use serde::Serialize;

use unicode_segmentation::UnicodeSegmentation;

use super::breaks::breaks;
use super::direction::is_right_to_left;
use super::language::{self, Tongue};
use crate::report::anchors::{Anchors, article_id, mark_id, note_id, ref_id};
use crate::report::flow::{self, NoteLine, Words};
use crate::report::words::capitalised;
use crate::report::{AnnotatedArticle, Look, MarkFace, Note, Paragraph, Remark, Segment, SetAside, Strike, address};

/// An article.
#[derive(Serialize)]
pub(super) struct Article {
    pub id: String,
    pub letter: String,
    pub tongue: Tongue,
    pub title: Line,
    pub facts: Vec<Fact>,
    pub lines: Vec<Line>,
    pub notes: Vec<Full>,
    /// Lists below the notes, with their headings.
    pub lists: Vec<(String, Vec<Words>)>,
    /// The heading of the notes.
    pub notes_to: String,
}

/// Outlet, byline, date or address.
#[derive(Serialize)]
pub(super) struct Fact {
    name: String,
    words: Words,
}

/// A paragraph, or the title.
#[derive(Serialize)]
pub(super) struct Line {
    pub name: String,
    /// Whether nobody has touched it.
    pub raw: bool,
    pub rtl: bool,
    pub runs: Vec<Run>,
}

/// Words of one look, or a note's number.
#[derive(Serialize)]
#[serde(untagged)]
pub(super) enum Run {
    /// Words: their look as a place in the list of looks, and the mark that begins with them.
    Words { look: usize, text: String, marks: Vec<String> },
    /// A number: its note, whether that stands at the foot of this page, and the anchor of this number.
    Note { note: Foot, first: bool, mark: String },
}

/// A note, short for the foot of the page.
#[derive(Clone, Serialize)]
pub(super) struct Foot {
    /// The name of the full note; blank where that is not printed.
    id: String,
    /// The name of the number in the text at which it stands.
    mark: String,
    label: String,
    number: String,
    status: String,
    verdict: String,
    grade: u8,
    warning: String,
    words: String,
}

/// A full note at the end of the article.
#[derive(Serialize)]
pub(super) struct Full {
    id: String,
    /// The name of the number in the text that it belongs to; blank when its mark has no words.
    mark: String,
    label: String,
    quote: String,
    lines: Vec<NoteLine>,
}

/// How words are painted. Words with the same look share it.
#[derive(Clone, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub(super) struct Paint {
    /// Claims over them, outer ones first.
    pub washes: Vec<Wash>,
    /// Numbers over them.
    pub numbers: u8,
    /// A named source over them.
    pub source: bool,
    /// An anonymous source over them.
    pub anonymous: bool,
    /// Other words replace them.
    pub changed: bool,
    /// They are taken out.
    pub cut: bool,
    /// They are not checkable.
    pub aside: bool,
    /// They run from right to left.
    pub rtl: bool,
}

/// A claim's wash.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub(super) struct Wash {
    pub settled: bool,
    /// How many claims lie under it, two at most.
    pub depth: u8,
    pub begins: bool,
    pub ends: bool,
    /// Whether the bracket at its end can have a foot under these words, a single letter.
    pub foot: bool,
}

/// Gives every look a number.
#[derive(Default)]
pub(super) struct Looks {
    known: BTreeMap<Paint, usize>,
}

impl Looks {
    fn number(&mut self, paint: Paint) -> usize {
        let next = self.known.len();
        *self.known.entry(paint).or_insert(next)
    }

    /// All looks by their number.
    pub fn list(self) -> Vec<Paint> {
        let mut list: Vec<_> = self.known.into_iter().collect();
        list.sort_by_key(|(_, number)| *number);
        list.into_iter().map(|(paint, _)| paint).collect()
    }
}

/// An article for the template.
pub(super) fn article(article: &AnnotatedArticle, anchors: &Anchors, looks: &mut Looks) -> Article {
    let (headline, body) = match article.paragraphs.split_first() {
        Some((first, rest)) if first.is_headline() => (Some(first), rest),
        _ => (None, article.paragraphs.as_slice()),
    };
    let feet: Vec<_> = article.notes.iter().map(|note| foot(article, note, anchors)).collect();
    let mut printer = Printer { article, looks, feet, told: BTreeMap::new() };
    let title = match headline {
        Some(line) => printer.line(line),
        None => printer.title(),
    };
    let lines = body.iter().map(|line| printer.line(line)).collect();
    let told = printer.told;
    let fact = |fact: &crate::report::Fact| Fact { name: fact.name.to_string(), words: vec![web(&fact.value)] };
    Article {
        id: article_id(article),
        letter: article.letter.clone(),
        tongue: language::tongue(article),
        title,
        facts: article.facts.iter().map(fact).collect(),
        lines,
        notes: article.notes.iter().enumerate().map(|(at, note)| full(article, note, told.get(&at), anchors)).collect(),
        lists: lists(article, anchors),
        notes_to: anchors.say_of("notes-to", "letter", &article.letter),
    }
}

impl Article {
    /// Keeps so many paragraphs, and nothing of what stands below the text.
    pub fn shorten(&mut self, lines: usize) {
        self.lines.truncate(lines);
        self.notes.clear();
        self.lists.clear();
        for run in std::iter::once(&mut self.title).chain(&mut self.lines).flat_map(|line| &mut line.runs) {
            if let Run::Note { note, .. } = run {
                note.id.clear();
            }
        }
    }
}

fn foot(article: &AnnotatedArticle, note: &Note, anchors: &Anchors) -> Foot {
    let margin = &note.margin;
    Foot {
        id: note_id(article, note),
        mark: String::new(),
        label: note.claim.label.clone(),
        number: note.number.clone(),
        status: anchors.language.status(note.status).into_owned(),
        verdict: margin.verdict.as_ref().map_or_else(String::new, |verdict| verdict.label()),
        grade: margin.verdict.as_ref().map_or(0, |verdict| verdict.grade.value()),
        warning: margin.warning.as_deref().map(capitalised).unwrap_or_default(),
        words: margin.words.clone(),
    }
}

/// The full note; `told` is the number in the text at which its short form stands.
fn full(article: &AnnotatedArticle, note: &Note, told: Option<&String>, anchors: &Anchors) -> Full {
    Full {
        id: note_id(article, note),
        mark: told.cloned().unwrap_or_default(),
        label: note.claim.label.clone(),
        quote: quoted(anchors, &note.quote),
        lines: lines(flow::note_lines(anchors.language, note, anchors)),
    }
}

/// The lines of a note, with the rating beside the status.
fn lines(mut lines: Vec<NoteLine>) -> Vec<NoteLine> {
    if lines.len() > 1 {
        let rating = lines.remove(1);
        if let Some(status) = lines.first_mut() {
            status.words.push(run("   ".to_owned(), flow::Look::Plain));
            status.words.extend(rating.words);
        }
    }
    lines
}

/// What was set aside, and the notes on numbers and sources.
fn lists(article: &AnnotatedArticle, anchors: &Anchors) -> Vec<(String, Vec<Words>)> {
    let aside = article.set_aside.iter().map(|passage| aside(passage, anchors)).collect();
    let remarks = article.remarks.iter().map(|one| remark(one, anchors)).collect();
    let lists = [("not-checkable-in", aside), ("remarks-in", remarks)];
    let headed = lists.into_iter().map(|(key, lines)| (anchors.say_of(key, "letter", &article.letter), lines));
    headed.filter(|(_, lines): &(String, Vec<Words>)| !lines.is_empty()).collect()
}

fn aside(passage: &SetAside, anchors: &Anchors) -> Words {
    let reason = anchors.language.reason(passage.reason);
    vec![run(format!("{}, {reason}: ", passage.place), flow::Look::Quiet), run(quoted(anchors, &passage.words), flow::Look::Quote)]
}

fn remark(remark: &Remark, anchors: &Anchors) -> Words {
    let link = anchors.of_place(&remark.place).map(|name| flow::Link::Place { name });
    let place = flow::Run { text: remark.place.words.clone(), look: flow::Look::Quiet, link };
    let tag = anchors.language.tag(remark.tag);
    let mut words = vec![place, run(format!(", {tag} "), flow::Look::Quiet), run(quoted(anchors, &remark.quote), flow::Look::Quote)];
    words.extend((!remark.note.is_empty()).then(|| run(format!(": {}", remark.note), flow::Look::Plain)));
    let keywords = anchors.language.commas(&remark.keywords);
    words.extend((!keywords.is_empty()).then(|| run(format!(" ({keywords})"), flow::Look::Quiet)));
    words
}

fn run(text: String, look: flow::Look) -> flow::Run {
    flow::Run { text, look, link: None }
}

fn web(text: &str) -> flow::Run {
    let link = address::link(text).map(|address| flow::Link::Web { address: address.to_owned() });
    flow::Run { text: text.to_owned(), look: flow::Look::Plain, link }
}

fn quoted(anchors: &Anchors, words: &str) -> String {
    let is_quoted = words.starts_with(['“', '"', '„', '«', '‘']) || words.ends_with(['”', '"', '»', '’']);
    if is_quoted { words.to_owned() } else { anchors.say_of("quoted", "words", words) }
}

struct Printer<'a> {
    article: &'a AnnotatedArticle,
    looks: &'a mut Looks,
    /// The short notes.
    feet: Vec<Foot>,
    /// The number at which a note stands at the foot of a page already.
    told: BTreeMap<usize, String>,
}

impl Printer<'_> {
    fn title(&mut self) -> Line {
        let (rtl, text) = (is_right_to_left(&self.article.title), self.article.title.clone());
        let look = self.looks.number(Paint::default());
        Line { name: String::new(), raw: false, rtl, runs: vec![Run::Words { look, text, marks: Vec::new() }] }
    }

    fn line(&mut self, line: &Paragraph) -> Line {
        let words: String = line.segments.iter().map(|segment| segment.text.as_str()).collect();
        let rtl = is_right_to_left(&words);
        let runs = line.segments.iter().flat_map(|segment| self.segment(segment)).collect();
        Line { name: line.name.clone(), raw: line.sentences > 0 && line.untouched == line.sentences, rtl, runs }
    }

    fn segment(&mut self, segment: &Segment) -> Vec<Run> {
        let faces = |places: &[usize]| places.iter().filter_map(|at| self.article.marks.get(*at)).collect::<Vec<_>>();
        let mut marks: Vec<_> = faces(&segment.begins).iter().map(|face| mark_id(face.id)).collect();
        let ended = faces(&segment.ends);
        let mut runs = Vec::new();
        for piece in pieces(segment, &self.article.marks) {
            let paint = self.paint(segment, &piece);
            let look = self.looks.number(paint);
            runs.push(Run::Words { look, text: piece.text.to_owned(), marks: std::mem::take(&mut marks) });
        }
        for face in ended {
            if let Some((at, foot)) = face.note.and_then(|at| Some((at, self.feet.get(at)?))) {
                let mark = ref_id(face.id);
                let first = !self.told.contains_key(&at);
                let home = self.told.entry(at).or_insert_with(|| mark.clone());
                runs.push(Run::Note { note: Foot { mark: home.clone(), ..foot.clone() }, first, mark });
            }
        }
        runs
    }

    /// The look of a part of a segment: brackets stand only where a claim begins or ends.
    fn paint(&self, segment: &Segment, piece: &Piece<'_>) -> Paint {
        let mut paint = Paint { rtl: is_right_to_left(piece.text), aside: segment.set_aside.is_some(), ..Paint::default() };
        for (at, face) in segment.open.iter().filter_map(|at| Some((at, self.article.marks.get(*at)?))) {
            match face.look {
                Look::Claim { is_settled, .. } => {
                    let (begins, ends) = (piece.is_first && segment.begins.contains(at), piece.is_last && segment.ends.contains(at));
                    let depth = u8::try_from(paint.washes.len().min(2)).unwrap_or(2);
                    paint.washes.push(Wash { settled: is_settled, depth, begins, ends, foot: ends && piece.is_foot });
                }
                Look::Number => paint.numbers = (paint.numbers + 1).min(2),
                Look::Source { is_anonymous: true } => paint.anonymous = true,
                Look::Source { is_anonymous: false } => paint.source = true,
            }
        }
        match segment.strike {
            Some(Strike::Changed) => paint.changed = true,
            Some(Strike::Cut) => paint.cut = true,
            None => {}
        }
        paint
    }
}

/// Words of a segment that are painted alike.
struct Piece<'a> {
    text: &'a str,
    is_first: bool,
    is_last: bool,
    is_foot: bool,
}

/// A segment in pieces: a first word where a claim begins, since no line breaks within one, so that it can carry a bracket; and where one
/// ends the last letter, or the last word where letters are joined.
fn pieces<'a>(segment: &'a Segment, marks: &[MarkFace]) -> Vec<Piece<'a>> {
    let is_claim = |at: &usize| marks.get(*at).is_some_and(|face| matches!(face.look, Look::Claim { .. }));
    let (begins, ends) = (segment.begins.iter().any(is_claim), segment.ends.iter().any(is_claim));
    let text = segment.text.as_str();
    let word = breaks(text).next().filter(|at| begins && *at < text.len()).unwrap_or(0);
    let (first, rest) = text.split_at_checked(word).unwrap_or(("", text));
    let letter = rest.grapheme_indices(true).next_back().filter(|(_, letter)| stands_alone(letter));
    let end = match letter {
        _ if !ends => rest.len(),
        Some((at, _)) => at,
        None => breaks(rest).filter(|at| *at < rest.len()).last().unwrap_or(0),
    };
    let (middle, last) = rest.split_at_checked(end).unwrap_or((rest, ""));
    let parts: Vec<_> = [first, middle, last].into_iter().filter(|part| !part.is_empty()).collect();
    let past = parts.len();
    let is_foot = |at: usize| ends && letter.is_some() && at + 1 == past;
    parts
        .into_iter()
        .enumerate()
        .map(|(at, text)| Piece { text, is_first: at == 0, is_last: at + 1 == past, is_foot: is_foot(at) })
        .collect()
}

/// Whether a letter looks the same without its neighbours: Latin, Greek, Cyrillic, figures, marks of punctuation.
fn stands_alone(letter: &str) -> bool {
    letter.chars().all(|sign| sign < '\u{530}' || ('\u{2010}'..'\u{2070}').contains(&sign))
}
