//! The annotated articles: facts, paragraphs, and the comment and footnote of each claim.

use super::blocks::plain_words;
use super::changes::changes;
use super::paragraph::Way;
use super::xml::{RunLook, Xml, is_right_to_left, safe};
use super::{Writer, closed, initials, styles};
use crate::report::anchors::{article_id, note_id};
use crate::report::flow::note_lines;
use crate::report::palette::WARN;
use crate::report::{AnnotatedArticle, Note};

impl Writer<'_> {
    /// All articles of the report; nothing where somebody stopped it.
    pub(super) fn articles(&mut self, progress: &dyn Fn(f32) -> bool) -> Option<()> {
        let articles = &self.export.report.articles;
        for (at, article) in articles.iter().enumerate() {
            self.article(article);
            if !progress((at + 1) as f32 / articles.len() as f32) {
                return None;
            }
        }
        Some(())
    }

    fn article(&mut self, article: &AnnotatedArticle) {
        let changes = changes(self.export.project, article);
        self.losses.corrections += changes.skipped;
        self.heading(2, &format!("{}  {}", article.letter, article.title), "", &article_id(article));
        for fact in &article.facts {
            let words = format!("{}: {}", fact.name, closed(&fact.value));
            self.body.open_paragraph(styles::SMALL, false).run(&words, &RunLook::default()).close_paragraph();
        }
        let mut way = Way { article, changes: &changes, added: 0, open: Vec::new() };
        article.paragraphs.iter().for_each(|paragraph| self.paragraph(&mut way, paragraph));
        self.lost(article);
        self.ends(article);
    }

    /// Notes on claims that have no words in the article any more.
    fn lost(&mut self, article: &AnnotatedArticle) {
        let has_words = |note: &Note| article.marks.iter().any(|face| face.id == note.mark && face.is_visible);
        for at in (0..article.notes.len()).filter(|at| article.notes.get(*at).is_some_and(|note| !has_words(note))) {
            let Some(note) = article.notes.get(at) else { continue };
            self.losses.lost += 1;
            self.body.open_paragraph(styles::SMALL, is_right_to_left(&note.quote));
            let comment = self.open_note(article, at);
            self.body.run(&format!("{}  {}", note.claim.label, closed(&note.quote)), &RunLook::default());
            self.close_note(article, (comment, at));
            self.body.close_paragraph();
        }
    }

    /// The words of a note begin. The comment is written once for each claim, at its first place in the report.
    pub(super) fn open_note(&mut self, article: &AnnotatedArticle, at: usize) -> Option<usize> {
        let note = article.notes.get(at)?;
        self.bookmark(&note_id(article, note));
        if !self.commented.insert(note.claim.claim) {
            return None;
        }
        let comment = self.last_comment;
        self.last_comment += 1;
        self.body.put(format_args!("<w:commentRangeStart w:id=\"{comment}\"/>"));
        self.comment(comment, note);
        Some(comment)
    }

    /// The words of a note end: here hang its comment and its footnote.
    pub(super) fn close_note(&mut self, article: &AnnotatedArticle, (comment, at): (Option<usize>, usize)) {
        if let Some(comment) = comment {
            self.body.put(format_args!(
                "<w:commentRangeEnd w:id=\"{comment}\"/><w:r><w:rPr><w:rStyle w:val=\"CommentReference\"/></w:rPr>\
                 <w:commentReference w:id=\"{comment}\"/></w:r>"
            ));
        }
        let Some(note) = article.notes.get(at) else { return };
        self.last_footnote += 1;
        let footnote = self.last_footnote;
        self.body.put(format_args!(
            "<w:r><w:rPr><w:rStyle w:val=\"FootnoteReference\"/></w:rPr><w:footnoteReference w:id=\"{footnote}\"/></w:r>"
        ));
        self.footnote(footnote, note);
    }

    fn comment(&mut self, number: usize, note: &Note) {
        let language = self.anchors.language;
        let lines = note_lines(language, note, self.anchors);
        let initials = safe(&initials(self.export));
        let bidi = language.is_right_to_left();
        let xml = &mut self.comments;
        xml.put(format_args!("<w:comment w:id=\"{number}\" {} w:initials=\"{initials}\">", self.signature));
        xml.open_paragraph(styles::COMMENT, bidi);
        xml.raw("<w:r><w:rPr><w:rStyle w:val=\"CommentReference\"/></w:rPr><w:annotationRef/></w:r>");
        xml.run(&note.claim.label, &RunLook { is_bold: true, ..RunLook::default() }).close_paragraph();
        for line in lines {
            xml.open_paragraph(styles::COMMENT, bidi);
            let colour = line.is_warning.then_some(WARN);
            xml.run(&format!("{}: ", line.name), &RunLook { is_bold: true, colour, ..RunLook::default() });
            plain_words(xml, &line.words);
            xml.close_paragraph();
        }
        xml.raw("</w:comment>");
    }

    /// The short note: verdict, what is wrong, and why.
    fn footnote(&mut self, number: usize, note: &Note) {
        let language = self.anchors.language;
        let mut xml = Xml::default();
        xml.put(format_args!("<w:footnote w:id=\"{number}\">"));
        xml.open_paragraph(styles::FOOTNOTE, language.is_right_to_left());
        xml.raw("<w:r><w:rPr><w:rStyle w:val=\"FootnoteReference\"/></w:rPr><w:footnoteRef/></w:r>");
        xml.run(&format!(" {}", note.claim.label), &RunLook { style: "ClaimLabel", ..RunLook::default() });
        let margin = &note.margin;
        let verdict = margin.verdict.as_ref().or(note.rating.as_ref()).map(|face| face.label());
        let first = verdict.unwrap_or_else(|| language.status(note.status).into_owned());
        xml.run(&format!("  {}", closed(&first)), &RunLook { is_bold: margin.verdict.is_some(), ..RunLook::default() });
        for (words, colour) in [(margin.warning.as_deref().unwrap_or(""), Some(WARN)), (margin.words.as_str(), None)] {
            if !words.is_empty() {
                xml.run(&format!(". {}", closed(words)), &RunLook { colour, ..RunLook::default() });
            }
        }
        xml.close_paragraph().raw("</w:footnote>");
        self.footnotes.append(xml);
    }

    /// Passages set aside, and notes on numbers and sources.
    fn ends(&mut self, article: &AnnotatedArticle) {
        let language = self.anchors.language;
        let letter = || [("letter", article.letter.as_str().into())];
        if !article.set_aside.is_empty() {
            let title = language.say_with("not-checkable-in", &letter());
            self.heading(3, &title, "", &format!("aside-{}", article.letter));
        }
        for passage in &article.set_aside {
            let quote = language.say_with("quoted", &[("words", closed(&passage.words).into_owned().into())]);
            self.bullet(&format!("{}, {}: {quote}", passage.place, language.reason(passage.reason)));
        }
        if !article.remarks.is_empty() {
            let title = language.say_with("remarks-in", &letter());
            self.heading(3, &title, "", &format!("remarks-{}", article.letter));
        }
        for remark in &article.remarks {
            let quote = language.say_with("quoted", &[("words", closed(&remark.quote).into_owned().into())]);
            let keywords = language.commas(&remark.keywords);
            let keywords = if keywords.is_empty() { String::new() } else { format!(" ({})", closed(&keywords)) };
            let (place, tag) = (&remark.place.words, language.tag(remark.tag));
            self.bullet(&format!("{place}, {tag} {quote}: {}{keywords}", closed(&remark.note)));
        }
    }

    fn bullet(&mut self, words: &str) {
        self.body.open_paragraph(styles::BULLET, false).run(&format!("•\u{2002}{words}"), &RunLook::default()).close_paragraph();
    }
}
