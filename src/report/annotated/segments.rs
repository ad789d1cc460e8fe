//! Cuts paragraphs at every place where something begins or ends: marks, struck words, set-aside passages.

use super::{MarkFace, Segment, Strike};
use crate::model::annotation::Mention;
use crate::model::claim::{Claim, Status};
use crate::model::document::{Document, Span};
use crate::report::desk::Desk;

/// Something over the text, in the unit of the whole article.
struct Cover<T> {
    span: Span,
    what: T,
}

/// The segments of every paragraph. Marks learn whether any of their words are printed.
pub(super) fn cut(desk: &Desk<'_>, document: &Document, marks: &mut [MarkFace]) -> Vec<Vec<Segment>> {
    let visible = visible_spans(desk, document, marks);
    for (face, span) in marks.iter_mut().zip(&visible) {
        face.is_visible = span.is_some();
    }
    let covers = visible.iter().enumerate().filter_map(|(at, span)| span.map(|span| Cover { span, what: at }));
    let covers: Vec<_> = covers.collect();
    let strikes = strikes(desk, document, marks);
    let exclusions = desk.lookup.document(document.id).map_or(&[][..], |article| &article.exclusions);
    let asides: Vec<_> = exclusions.iter().enumerate().map(|(at, exclusion)| Cover { span: exclusion.span, what: at }).collect();
    let mut sweep = Sweep { document, marks: Layer::new(&covers), strikes: Layer::new(&strikes), asides: Layer::new(&asides) };
    document.text.paragraphs().iter().map(|paragraph| sweep.paragraph(*paragraph)).collect()
}

/// Each mark without the white space between paragraphs at its ends; nothing where only that is left.
fn visible_spans(desk: &Desk<'_>, document: &Document, marks: &[MarkFace]) -> Vec<Option<Span>> {
    let paragraphs = document.text.paragraphs();
    let visible = |face: &MarkFace| {
        let span = desk.project.annotations().get(&face.id)?.span;
        let first = paragraphs.partition_point(|paragraph| paragraph.end() <= span.start());
        let past = paragraphs.partition_point(|paragraph| paragraph.start() < span.end());
        let (first, last) = (paragraphs.get(first)?, paragraphs.get(past.checked_sub(1)?)?);
        let (start, end) = (span.start().max(first.start()), span.end().min(last.end()));
        (start < end).then(|| Span::between(start, end))
    };
    marks.iter().map(visible).collect()
}

/// The words that a changed or cut claim strikes, by place.
fn strikes(desk: &Desk<'_>, document: &Document, marks: &[MarkFace]) -> Vec<Cover<Strike>> {
    let mut strikes = Vec::new();
    for mark in marks.iter().filter_map(|face| desk.project.annotations().get(&face.id)) {
        let Mention::Claim(id) = mark.mention else { continue };
        let Some(claim) = desk.project.claims().get(&id) else { continue };
        for range in struck(claim, document.text.slice(mark.span)) {
            let span = Span::between(mark.span.start() + range.start, mark.span.start() + range.end);
            let what = if claim.status == Status::Cut { Strike::Cut } else { Strike::Changed };
            strikes.push(Cover { span, what });
        }
    }
    strikes.sort_by_key(|strike| strike.span);
    strikes
}

/// A proposal strikes nothing: only what was decided does.
fn struck(claim: &Claim, words: &str) -> Vec<std::ops::Range<usize>> {
    match (claim.status, &claim.correction) {
        (Status::Cut, _) => std::iter::once(0..words.len()).collect(),
        (Status::Changed, Some(correction)) => correction.struck(words),
        _ => Vec::new(),
    }
}

/// Covers sorted by start, walked once from left to right.
struct Layer<'a, T> {
    covers: &'a [Cover<T>],
    next: usize,
    open: Vec<usize>,
}

impl<'a, T> Layer<'a, T> {
    fn new(covers: &'a [Cover<T>]) -> Self {
        Layer { covers, next: 0, open: Vec::new() }
    }

    /// Brings the open covers up to date for words that start at `at`. Places only ever grow.
    fn step_to(&mut self, at: usize) {
        while let Some(cover) = self.covers.get(self.next).filter(|cover| cover.span.start() <= at) {
            if cover.span.end() > at {
                self.open.push(self.next);
            }
            self.next += 1;
        }
        self.open.retain(|open| self.covers.get(*open).is_some_and(|cover| cover.span.end() > at));
    }

    /// The next place after `at` where a cover begins or ends.
    fn next_edge(&self, at: usize) -> usize {
        let begin = self.covers.get(self.next).map(|cover| cover.span.start());
        let end = self.open().map(|cover| cover.span.end()).min();
        begin.into_iter().chain(end).filter(|edge| *edge > at).min().unwrap_or(usize::MAX)
    }

    fn open(&self) -> impl Iterator<Item = &'a Cover<T>> + '_ {
        self.open.iter().filter_map(|open| self.covers.get(*open))
    }
}

struct Sweep<'a> {
    document: &'a Document,
    marks: Layer<'a, usize>,
    strikes: Layer<'a, Strike>,
    asides: Layer<'a, usize>,
}

impl Sweep<'_> {
    fn paragraph(&mut self, paragraph: Span) -> Vec<Segment> {
        let mut segments = Vec::new();
        let mut at = paragraph.start();
        while at < paragraph.end() {
            self.marks.step_to(at);
            self.strikes.step_to(at);
            self.asides.step_to(at);
            let edges = [self.marks.next_edge(at), self.strikes.next_edge(at), self.asides.next_edge(at)];
            let end = edges.into_iter().fold(paragraph.end(), usize::min);
            segments.push(self.segment(Span::between(at, end)));
            at = end;
        }
        segments
    }

    fn segment(&self, span: Span) -> Segment {
        let places = |wanted: &dyn Fn(Span) -> bool| self.marks.open().filter(|cover| wanted(cover.span)).map(|cover| cover.what).collect();
        Segment {
            text: self.document.text.slice(span).to_owned(),
            open: places(&|_| true),
            begins: places(&|cover| cover.start() == span.start()),
            ends: places(&|cover| cover.end() == span.end()),
            strike: self.strikes.open().map(|cover| cover.what).last(),
            set_aside: self.asides.open().map(|cover| cover.what).next(),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::model::annotation::Tag;
    use crate::model::claim::{Claim, Correction, Status};
    use crate::model::exclusion::Reason;
    use crate::report::annotated::AnnotatedArticle;
    use crate::testing::Desk;

    /// Segments as text: `<` and `>` with the mark's number where it begins and ends, `~` before struck words, `!` before words set
    /// aside, `|` between segments, a line for each paragraph.
    fn drawn(article: &AnnotatedArticle) -> Vec<String> {
        let numbers = |marks: &[usize], sign: char| marks.iter().map(|mark| format!("{sign}{mark}")).collect::<String>();
        let draw = |segment: &super::Segment| {
            let signs = [segment.strike.map(|_| "~"), segment.set_aside.map(|_| "!")].into_iter().flatten().collect::<String>();
            format!("{}{signs}{}{}", numbers(&segment.begins, '<'), segment.text, numbers(&segment.ends, '>'))
        };
        article.paragraphs.iter().map(|paragraph| paragraph.segments.iter().map(draw).collect::<Vec<_>>().join("|")).collect()
    }

    fn check(desk: &Desk, expected: &[&str]) {
        let report = crate::report::tests::build(desk);
        assert_eq!(drawn(&report.articles[0]), expected);
        let text: Vec<_> = desk.project.documents().map(|document| document.text.clone()).collect();
        for (paragraph, span) in report.articles[0].paragraphs.iter().zip(text[0].paragraphs()) {
            let words: String = paragraph.segments.iter().map(|segment| segment.text.as_str()).collect();
            assert_eq!(words, text[0].slice(*span));
        }
    }

    #[test]
    fn nested_marks_become_segments() {
        let mut desk = Desk::default();
        desk.article("Title\nThe [rate fell to [4%|number], [they|source] said|claim].");
        check(&desk, &["Title", "The |<0rate fell to |<14%>1|, |<2they>2| said>0|."]);
    }

    #[test]
    fn crossing_marks_become_segments() {
        let mut desk = Desk::default();
        let id = desk.plain("One two three four five.");
        desk.tag(id, "One two three", Tag::Claim);
        desk.tag(id, "two three four", Tag::Source);
        desk.tag(id, "three four five", Tag::Number);
        check(&desk, &["<0One |<1two |<2three>0| four>1| five>2|."]);
    }

    #[test]
    fn touching_marks_stay_two_and_equal_marks_lie_over_each_other() {
        let mut desk = Desk::default();
        desk.article("[one|claim][two|claim] [[three|number]|source].");
        let report = crate::report::tests::build(&desk);
        assert_eq!(drawn(&report.articles[0]), ["<0one>0|<1two>1| |<2<3three>2>3|."]);
    }

    #[test]
    fn a_mark_over_paragraphs_begins_and_ends_once() {
        let mut desk = Desk::default();
        let id = desk.plain("One two.\n\n  \nThree four.\nFive.");
        desk.tag(id, "two.\n\n  \nThree", Tag::Claim);
        desk.tag(id, "\n\n  \n", Tag::Source);
        desk.tag(id, "\nFive", Tag::Number);
        check(&desk, &["One |<0two.", "Three>0| four.", "<2Five>2|."]);
    }

    #[test]
    fn decided_corrections_strike_words_and_proposals_do_not() {
        let mut desk = Desk::default();
        let id = desk.article("[The soldiers came|claim]. [Nobody came|claim]. [All left|claim]. It was lovely.");
        for (label, status, wording) in
            [("A1", Status::Changed, "The Marines came"), ("A2", Status::Asked, "Two came"), ("A3", Status::Cut, "")]
        {
            desk.change(desk.claim(label), |claim: &mut Claim| {
                claim.status = status;
                claim.correction = Some(Correction::of(wording));
            });
        }
        desk.exclude(id, "It was lovely.", Reason::Opinion);
        check(&desk, &["<0The |~soldiers| came>0|. |<1Nobody came>1|. |<2~All left>2|. |!It was lovely."]);
    }

    #[test]
    fn characters_of_many_bytes_are_never_cut() {
        let mut desk = Desk::default();
        desk.article("[Ä “é”|claim] 👨‍👩‍👧 [日本|source]語.");
        check(&desk, &["<0Ä “é”>0| 👨‍👩‍👧 |<1日本>1|語."]);
    }
}
