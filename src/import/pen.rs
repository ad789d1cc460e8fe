//! What the readers of word processors' files share: how words are printed, blocks inside and outside of cells, notes and comments.

use std::collections::HashMap;

use super::draft::{Draft, Mark, Note};
use super::trouble::Warning;
use crate::model::document::aside::AsideKind;
use crate::model::document::structure::Kind;

/// How words are printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Ink {
    /// Bold.
    pub strong: bool,
    /// Italic.
    pub emphasis: bool,
    /// Not printed at all.
    pub hidden: bool,
    /// Set higher than the line, as an exponent is.
    pub raised: bool,
}

/// Writes into a draft.
#[derive(Default)]
pub struct Pen {
    /// What is written so far.
    pub draft: Draft,
    strong: Option<Mark>,
    emphasis: Option<Mark>,
    /// Cells around the place, in which paragraphs end no line.
    cells: usize,
    /// A block whose end was struck out: the next one goes on in its line.
    joined: Option<Mark>,
    hidden: usize,
    was_hidden: bool,
    comments: HashMap<String, Place>,
}

/// Where a comment belongs.
#[derive(Clone, Copy)]
struct Place {
    from: Mark,
    to: Option<Mark>,
}

impl Pen {
    /// Writes words.
    pub fn words(&mut self, words: &str, ink: Ink) {
        if ink.hidden {
            self.hidden += usize::from(!self.was_hidden && !words.trim().is_empty());
            self.was_hidden |= !words.trim().is_empty();
            return;
        }
        self.was_hidden = false;
        if !words.trim().is_empty() {
            self.ink(ink);
        }
        // Ten to the sixth is not a hundred and six, nor is the mark of a note a digit of the year before it.
        if ink.raised && words.starts_with(is_of_number) && self.draft.ends_with(is_of_number) {
            self.draft.words("^");
        }
        self.draft.words(words);
    }

    /// Ends bold and italic words, or begins them.
    fn ink(&mut self, ink: Ink) {
        for (is_on, begun, kind) in [(ink.strong, &mut self.strong, Kind::Strong), (ink.emphasis, &mut self.emphasis, Kind::Emphasis)] {
            match *begun {
                None if is_on => *begun = Some(self.draft.here()),
                Some(from) if !is_on => {
                    *begun = None;
                    self.draft.mark(from, kind);
                }
                _ => {}
            }
        }
    }

    /// Begins a paragraph, or goes on in one whose end was struck out.
    pub fn begin(&mut self) -> Mark {
        if let Some(joined) = self.joined.take() {
            return joined;
        }
        self.ink(Ink::default());
        if self.cells > 0 {
            self.draft.words(" ");
            return self.draft.here();
        }
        self.draft.begin()
    }

    /// Ends a paragraph that began there, and says what it is.
    pub fn end(&mut self, from: Mark, kind: Option<Kind>) {
        self.ink(Ink::default());
        match kind {
            _ if self.cells > 0 => self.draft.words(" "),
            Some(kind) => self.draft.end(from, kind),
            None => self.draft.line(),
        }
    }

    /// Lets the next paragraph go on in this one.
    pub fn join(&mut self, from: Mark) {
        self.joined = Some(from);
    }

    /// Ends a paragraph that nothing went on in.
    pub fn part(&mut self) {
        if self.joined.take().is_some() {
            self.break_line();
        }
    }

    /// Breaks the line inside a paragraph.
    pub fn break_line(&mut self) {
        if self.cells > 0 {
            self.draft.words(" ");
        } else {
            self.ink(Ink::default());
            self.draft.line();
        }
    }

    /// Begins a cell, the first one in its row or not.
    pub fn begin_cell(&mut self, is_first: bool) -> Mark {
        self.ink(Ink::default());
        if !is_first {
            self.draft.next_cell();
        }
        self.cells += 1;
        self.draft.here()
    }

    /// Ends a cell that began there.
    pub fn end_cell(&mut self, from: Mark, kind: Kind) {
        self.part();
        self.ink(Ink::default());
        self.draft.mark(from, kind);
        self.cells = self.cells.saturating_sub(1);
    }

    /// Whether paragraphs end no line here.
    pub fn is_in_cell(&self) -> bool {
        self.cells > 0
    }

    /// A comment begins here, known by its id.
    pub fn begin_comment(&mut self, id: &str) {
        self.comments.insert(id.to_owned(), Place { from: self.draft.here(), to: None });
    }

    /// A comment ends here, or stands here if it has no beginning.
    pub fn end_comment(&mut self, id: &str) {
        let to = self.draft.here();
        let place = self.comments.entry(id.to_owned()).or_insert(Place { from: to, to: None });
        place.to.get_or_insert(to);
    }

    /// Puts a comment where its id stood; at the end of the text where it stood nowhere.
    pub fn comment(&mut self, id: &str, note: Note) {
        let here = self.draft.here();
        let place = self.comments.get(id).copied().unwrap_or(Place { from: here, to: None });
        self.draft.aside_between(place.from, place.to.unwrap_or(place.from), note);
    }

    /// Says that the words since then were put in by a tracked change.
    pub fn inserted(&mut self, from: Mark, by: &str, at: &str) {
        if !self.draft.since(from).trim().is_empty() {
            self.draft.aside(from, change(AsideKind::Insertion, by, at, String::new()));
        }
    }

    /// Says that these words were taken out here.
    pub fn deleted(&mut self, words: &str, by: &str, at: &str) {
        let words = words.trim();
        if !words.is_empty() {
            let here = self.draft.here();
            self.draft.aside(here, change(AsideKind::Deletion, by, at, words.to_owned()));
        }
    }

    /// Begins the line of a note at the end of the text.
    pub fn begin_note(&mut self, label: &str) -> Mark {
        let from = self.begin();
        self.draft.words(label);
        self.draft.words(" ");
        self.join(from);
        from
    }

    /// Ends a note, and puts it aside of the word that it stands at.
    pub fn end_note(&mut self, from: Mark, label: &str, at: Mark) {
        self.part();
        self.draft.line();
        let words = self.draft.since(from).trim();
        let words = words.strip_prefix(label).unwrap_or(words).trim().to_owned();
        self.draft.aside_between(at, at, change(AsideKind::Footnote, "", "", words));
    }

    /// Ends the writing.
    pub fn finish(mut self) -> Draft {
        self.part();
        self.ink(Ink::default());
        if self.hidden > 0 {
            self.draft.warnings.push(Warning::Hidden { count: self.hidden });
        }
        self.draft
    }
}

fn is_of_number(sign: char) -> bool {
    sign.is_ascii_digit() || matches!(sign, '-' | '−')
}

fn change(kind: AsideKind, by: &str, at: &str, words: String) -> Note {
    Note { kind, by: by.to_owned(), at: at.to_owned(), words }
}

/// What a table looks like.
#[derive(Clone, Copy, Debug, Default)]
pub struct Layout {
    /// Cells of its longest row.
    pub columns: usize,
    /// Paragraphs of its longest cell.
    pub paragraphs: usize,
    /// Bytes of its longest cell.
    pub bytes: usize,
    /// Whether tables are in its cells.
    pub has_tables: bool,
}

/// Whether a table holds figures and words in rows and columns, and does not only set a page: then its cells are short.
pub fn is_grid(layout: Layout) -> bool {
    layout.columns > 1 && layout.paragraphs <= 6 && layout.bytes <= 2000 && !layout.has_tables
}
