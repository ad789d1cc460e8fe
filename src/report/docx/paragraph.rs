//! A paragraph of an article: its words with marks, comments, footnotes and tracked changes.

use std::ops::Range;

use super::Writer;
use super::changes::Changes;
use super::styles;
use super::xml::{RunLook, is_right_to_left};
use crate::report::anchors::mark_id;
use crate::report::palette::{INK_MUTED, LINE_STRONG, NUMBER, SOURCE, WASH_SETTLED};
use crate::report::{AnnotatedArticle, Jump, Look, Paragraph, Segment};

/// An article on its way into the document.
pub(super) struct Way<'a> {
    pub article: &'a AnnotatedArticle,
    pub changes: &'a Changes,
    /// How many additions are written.
    pub added: usize,
    /// Comments whose words have begun: the mark, the number of the comment where there is one, the place of the note.
    pub open: Vec<(usize, Option<usize>, usize)>,
}

impl Writer<'_> {
    pub(super) fn paragraph(&mut self, way: &mut Way<'_>, paragraph: &Paragraph) {
        let Jump::Passage(_, span) = paragraph.jump else { return };
        let words: String = paragraph.segments.iter().map(|segment| segment.text.as_str()).collect();
        let is_untouched = paragraph.sentences > 0 && paragraph.untouched == paragraph.sentences;
        self.body.put(format_args!("<w:p><w:pPr><w:pStyle w:val=\"{}\"/>", styles::ARTICLE));
        if is_untouched {
            self.body
                .put(format_args!("<w:pBdr><w:left w:val=\"single\" w:sz=\"24\" w:space=\"6\" w:color=\"{LINE_STRONG:06X}\"/></w:pBdr>"));
        }
        // In a report that runs from right to left every style does, and an article that does not has to say so.
        self.body.raw(match (is_right_to_left(&words), self.anchors.language.is_right_to_left()) {
            (true, _) => "<w:bidi/></w:pPr>",
            (false, true) => "<w:bidi w:val=\"0\"/></w:pPr>",
            (false, false) => "</w:pPr>",
        });
        let number = RunLook { colour: Some(INK_MUTED), ..RunLook::default() };
        self.body.run(&format!("¶{}\u{2002}", paragraph.name), &number);
        let mut at = span.start();
        for segment in &paragraph.segments {
            let end = at + segment.text.len();
            self.begin(way, segment);
            self.segment(way, (segment, at..end), paragraph.is_headline());
            self.end(way, segment);
            at = end;
        }
        self.body.close_paragraph();
    }

    /// Marks begin: places that links lead to, and comments.
    fn begin(&mut self, way: &mut Way<'_>, segment: &Segment) {
        for at in &segment.begins {
            let Some(face) = way.article.marks.get(*at) else { continue };
            self.bookmark(&mark_id(face.id));
            let first = face.note.filter(|note| way.article.notes.get(*note).is_some_and(|note| note.mark == face.id));
            if let Some(note) = first {
                let comment = self.open_note(way.article, note);
                way.open.push((*at, comment, note));
            }
        }
    }

    fn end(&mut self, way: &mut Way<'_>, segment: &Segment) {
        for at in &segment.ends {
            while let Some(place) = way.open.iter().position(|(mark, ..)| mark == at) {
                let (_, comment, note) = way.open.remove(place);
                self.close_note(way.article, (comment, note));
            }
        }
    }

    /// The words of a segment, cut where tracked changes begin and end.
    fn segment(&mut self, way: &mut Way<'_>, (segment, range): (&Segment, Range<usize>), is_bold: bool) {
        let look = RunLook { is_bold, is_italic: segment.set_aside.is_some(), ..self.look(way.article, segment) };
        let mut edges = way.changes.edges(range.clone());
        edges.push(range.end);
        let mut start = range.start;
        self.add(way, start);
        for end in edges {
            let words = segment.text.get(start - range.start..end - range.start).unwrap_or("");
            if way.changes.strikes(start) {
                let id = self.next_id();
                self.body.put(format_args!("<w:del w:id=\"{id}\" {}>", self.signature));
                self.body.run(words, &RunLook { is_deleted: true, ..look });
                self.body.raw("</w:del>");
            } else {
                self.body.run(words, &look);
            }
            start = end;
            self.add(way, start);
        }
    }

    /// Words that corrections put in up to a place.
    fn add(&mut self, way: &mut Way<'_>, place: usize) {
        while let Some((_, words)) = way.changes.added.get(way.added).filter(|(at, _)| *at <= place) {
            let id = self.next_id();
            self.body.put(format_args!("<w:ins w:id=\"{id}\" {}>", self.signature));
            self.body.run(words, &RunLook::default());
            self.body.raw("</w:ins>");
            way.added += 1;
        }
    }

    /// How words under marks look: highlighted for a claim, underlined for a number or a source.
    fn look(&mut self, article: &AnnotatedArticle, segment: &Segment) -> RunLook {
        let mut look = RunLook::default();
        let (mut open, mut settled) = (false, false);
        for face in segment.open.iter().filter_map(|at| article.marks.get(*at)) {
            match face.look {
                Look::Claim { is_settled, .. } => {
                    open |= !is_settled;
                    settled |= is_settled;
                }
                Look::Number => look.underline = Some(("thick", NUMBER)),
                Look::Source { is_anonymous } if look.underline.is_none() => {
                    look.underline = Some((if is_anonymous { "dotted" } else { "dash" }, SOURCE));
                }
                Look::Source { .. } => {}
            }
        }
        let faces = || segment.open.iter().filter_map(|at| article.marks.get(*at));
        let is_number = faces().any(|face| face.look == Look::Number);
        let sources = segment.begins.iter().filter_map(|at| article.marks.get(*at)).filter(|face| matches!(face.look, Look::Source { .. }));
        self.losses.sources += if is_number { sources.count() } else { 0 };
        look.highlight = open.then_some("yellow");
        look.ground = (settled && !open).then_some(WASH_SETTLED);
        look
    }
}
