//! What a reader of a format writes down: words line by line, what each passage is, and what stands beside them.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use super::Encoded;
use super::trouble::Warning;
use crate::model::document::aside::{Aside, AsideKind};
use crate::model::document::structure::{Kind, Part};
use crate::model::document::{Meta, Span, Structure, Text};

/// An article while it is read. A paragraph is a line; a row of a table is a line whose cells are parted by tabs.
#[derive(Debug, Default)]
pub struct Draft {
    /// What is known about it.
    pub meta: Meta,
    /// What the checker should know.
    pub warnings: Vec<Warning>,
    /// The encoding of its letters, where it is a format that leaves it open.
    pub encoding: Option<Encoded>,
    text: String,
    parts: Vec<(Range<usize>, Kind)>,
    targets: Vec<Arc<str>>,
    /// The number of each target.
    numbers: HashMap<Arc<str>, u32>,
    asides: Vec<(Range<usize>, Note)>,
    /// Whether a blank is owed before the next word.
    owes_blank: bool,
}

/// An aside without its place.
#[derive(Clone, Debug)]
pub struct Note {
    /// What it is.
    pub kind: AsideKind,
    /// Who wrote it.
    pub by: String,
    /// When, as written.
    pub at: String,
    /// What it says.
    pub words: String,
}

/// Where something began.
#[derive(Clone, Copy, Debug)]
#[must_use = "what was begun is ended"]
pub struct Mark(usize);

impl Draft {
    /// Adds words. Runs of blanks, tabs and line ends become one blank; none at the start of a line. A no-break blank stays.
    pub fn words(&mut self, words: &str) {
        for (nth, word) in words.split(is_blank).enumerate() {
            self.owes_blank |= nth > 0;
            if word.is_empty() {
                continue;
            }
            if self.owes_blank && !self.is_at_line_start() && !self.text.ends_with('\t') {
                self.text.push(' ');
            }
            self.owes_blank = false;
            self.text.push_str(word);
        }
    }

    /// Adds words as they are; each line end in them ends a line, also an empty one.
    pub fn verbatim(&mut self, words: &str) {
        if std::mem::take(&mut self.owes_blank) && !self.is_at_line_start() {
            self.text.push(' ');
        }
        self.text.push_str(words);
    }

    /// Ends the line, unless nothing stands in it.
    pub fn line(&mut self) {
        self.owes_blank = false;
        if !self.is_at_line_start() {
            self.text.push('\n');
        }
    }

    /// Begins the next cell of a row: a tab.
    pub fn next_cell(&mut self) {
        self.owes_blank = false;
        self.text.push('\t');
    }

    /// Whether nothing stands in the line yet.
    pub fn is_at_line_start(&self) -> bool {
        self.text.is_empty() || self.text.ends_with('\n')
    }

    /// Whether the next word will stand directly behind such a sign.
    pub fn ends_with(&self, is_such: fn(char) -> bool) -> bool {
        !self.owes_blank && self.text.ends_with(is_such)
    }

    /// Where the words end that were written so far. What begins here begins before the next word.
    pub fn here(&self) -> Mark {
        Mark(self.text.len())
    }

    /// Begins a block: a passage of whole lines.
    pub fn begin(&mut self) -> Mark {
        self.line();
        self.here()
    }

    /// Ends a block that began there, if it has words.
    pub fn end(&mut self, from: Mark, kind: Kind) {
        self.line();
        self.add(from, kind, |sign| sign == '\n');
    }

    /// Says what the words since then are, inside of a line; blanks at both ends are left outside.
    pub fn mark(&mut self, from: Mark, kind: Kind) {
        self.add(from, kind, char::is_whitespace);
    }

    /// The kind for a link that leads there.
    pub fn link(&mut self, target: &str) -> Kind {
        if let Some(number) = self.numbers.get(target) {
            return Kind::Link(*number);
        }
        let (number, target): (u32, Arc<str>) = (u32::try_from(self.targets.len()).unwrap_or(u32::MAX), target.into());
        self.targets.push(target.clone());
        self.numbers.insert(target, number);
        Kind::Link(number)
    }

    /// Puts an aside on the words since then, as [`Self::aside_between`].
    pub fn aside(&mut self, from: Mark, note: Note) {
        self.aside_between(from, self.here(), note);
    }

    /// Puts an aside on the words between two places. Where there are none, on the word before, or at the start of a line on the word
    /// behind.
    pub fn aside_between(&mut self, from: Mark, to: Mark, note: Note) {
        let range = trimmed(&self.text, from.0..to.0.min(self.text.len()), char::is_whitespace);
        self.asides.push((range, note));
    }

    /// The words since then.
    pub fn since(&self, from: Mark) -> &str {
        self.text.get(from.0..).unwrap_or("")
    }

    /// Whether no words were written.
    pub fn is_empty(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// The words so far.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Leaves out everything but these bytes, which begin and end between lines.
    pub fn keep(&mut self, kept: Range<usize>) {
        let Some(text) = self.text.get(kept.clone()) else { return };
        self.text = text.to_owned();
        self.owes_blank = false;
        let within = |range: &Range<usize>| {
            let (start, end) = (range.start.max(kept.start), range.end.min(kept.end));
            let is_there = start < end || (range.is_empty() && kept.contains(&range.start));
            is_there.then(|| start - kept.start..end - kept.start)
        };
        self.parts = std::mem::take(&mut self.parts).into_iter().filter_map(|(range, kind)| Some((within(&range)?, kind))).collect();
        self.asides = std::mem::take(&mut self.asides).into_iter().filter_map(|(range, note)| Some((within(&range)?, note))).collect();
    }

    fn add(&mut self, from: Mark, kind: Kind, is_outside: fn(char) -> bool) {
        let range = trimmed(&self.text, from.0..self.text.len(), is_outside);
        if !range.is_empty() {
            self.parts.push((range, kind));
        }
    }

    /// Freezes it.
    pub fn freeze(mut self) -> super::Imported {
        self.line();
        let mut warnings = super::trouble::warnings(&self.text);
        // Who knows in which encoding letters were lost says more.
        if self.warnings.iter().any(|warning| matches!(warning, Warning::Lost { .. } | Warning::CutOff { .. })) {
            warnings.retain(|warning| !matches!(warning, Warning::Replacements { .. }));
        }
        warnings.append(&mut self.warnings);
        let text = Text::freeze(self.text);
        let whole = |range: &Range<usize>| Span::between(text.floor(range.start), text.ceil(range.end));
        let parts = self.parts.iter().map(|(range, kind)| Part { span: whole(range), kind: *kind }).collect();
        let (structure, _) = Structure::checked(parts, &text);
        let structure = structure.with_targets(&self.targets);
        let aside = |(range, note): (Range<usize>, Note)| Aside {
            span: whole(&if range.is_empty() { word_near(text.as_str(), range.start) } else { range }),
            kind: note.kind,
            by: note.by,
            at: note.at,
            words: note.words,
        };
        let mut asides: Vec<Aside> = self.asides.into_iter().map(aside).filter(|aside| !aside.span.is_empty()).collect();
        asides.sort_by_key(|aside| (aside.span.start(), aside.span.end()));
        super::Imported { text, structure, meta: self.meta, asides, warnings, encoding: self.encoding }
    }
}

/// Blanks that formats fold. The no-break blanks are words to a typesetter.
fn is_blank(sign: char) -> bool {
    matches!(sign, ' ' | '\t' | '\n' | '\r' | '\u{c}' | '\u{b}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

fn trimmed(text: &str, range: Range<usize>, is_outside: fn(char) -> bool) -> Range<usize> {
    let words = text.get(range.clone()).unwrap_or("");
    let start = range.start + (words.len() - words.trim_start_matches(is_outside).len());
    start..start + words.trim_matches(is_outside).len()
}

/// The word before a place, or the one behind it where a line begins; whichever there is.
fn word_near(text: &str, at: usize) -> Range<usize> {
    let (before, behind) = text.split_at_checked(at).unwrap_or((text, ""));
    let is_line_start = before.is_empty() || before.ends_with(['\n', '\t']);
    let behind = word_behind(behind, at);
    if is_line_start && !behind.is_empty() { behind } else { word_before(before) }
}

fn word_behind(behind: &str, at: usize) -> Range<usize> {
    let line = behind.split('\n').next().unwrap_or("");
    let blank = line.len() - line.trim_start().len();
    let word = line.trim_start().split(char::is_whitespace).next().unwrap_or("");
    at + blank..at + blank + word.len()
}

fn word_before(before: &str) -> Range<usize> {
    let before = before.trim_end();
    let word = before.rsplit(char::is_whitespace).next().unwrap_or("");
    before.len() - word.len()..before.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_folded_and_blocks_cover_whole_lines() {
        let mut draft = Draft::default();
        let heading = draft.begin();
        draft.words(" Dyke \n fails ");
        draft.end(heading, Kind::Heading(1));
        let quote = draft.begin();
        draft.words("It ");
        let strong = draft.here();
        draft.words(" rained");
        draft.mark(strong, Kind::Strong);
        draft.words(" .");
        draft.end(quote, Kind::Quote(1));
        let empty = draft.begin();
        draft.end(empty, Kind::Table);
        let read = draft.freeze();
        assert_eq!(read.text.as_str(), "Dyke fails\nIt rained .\n");
        let parts: Vec<_> = read.structure.parts().iter().map(|part| (read.text.slice(part.span), part.kind)).collect();
        assert_eq!(parts, [("Dyke fails", Kind::Heading(1)), ("It rained .", Kind::Quote(1)), ("rained", Kind::Strong)]);
    }

    #[test]
    fn asides_stand_on_their_words_or_on_the_word_before() {
        let note = |words: &str| Note { kind: AsideKind::Comment, by: "Ann".into(), at: String::new(), words: words.into() };
        let mut draft = Draft::default();
        draft.words("The dyke ");
        let from = draft.here();
        draft.words("failed twice ");
        draft.aside(from, note("when?"));
        let here = draft.here();
        draft.aside(here, note("says who?"));
        draft.line();
        let start = draft.begin();
        draft.aside(start, note("struck out"));
        draft.words("Two died");
        draft.line();
        let end = draft.here();
        draft.aside(end, note("struck out at the end"));
        let read = draft.freeze();
        let asides: Vec<_> = read.asides.iter().map(|aside| (read.text.slice(aside.span), aside.words.as_str())).collect();
        let expected = [("failed twice", "when?"), ("twice", "says who?"), ("Two", "struck out"), ("died", "struck out at the end")];
        assert_eq!(asides, expected);
    }

    #[test]
    fn a_link_knows_where_it_leads() {
        let mut draft = Draft::default();
        let from = draft.here();
        draft.words("the report");
        let kind = draft.link("https://example.org/r");
        draft.mark(from, kind);
        let read = draft.freeze();
        assert_eq!(read.structure.target(read.structure.parts()[0].kind), Some("https://example.org/r"));
    }
}
