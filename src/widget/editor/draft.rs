//! What stands in a field and what is selected in it: typing and deleting by grapheme, with its own small undo.

use std::ops::Range;

use super::text;
use crate::widget::typeset::{Affinity, CaretPos};

/// More steps back than this are forgotten.
const MOST_STEPS: usize = 200;

/// From where it was begun to where the caret is. Offsets are UTF-8 bytes of the text, on grapheme edges.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Selection {
    /// The end that stays.
    pub(super) anchor: usize,
    /// The end that moves: the caret.
    pub(super) head: CaretPos,
}

impl Selection {
    /// A caret with nothing selected.
    pub(super) fn caret(at: impl Into<CaretPos>) -> Self {
        let head = at.into();
        Self { anchor: head.byte, head }
    }

    /// These bytes, the caret at their end.
    pub(super) fn over(range: Range<usize>) -> Self {
        Self { anchor: range.start, head: CaretPos::upstream(range.end) }
    }

    /// The selected bytes.
    pub(super) fn range(&self) -> Range<usize> {
        self.anchor.min(self.head.byte)..self.anchor.max(self.head.byte)
    }

    /// Whether nothing is selected.
    pub(super) fn is_empty(&self) -> bool {
        self.anchor == self.head.byte
    }
}

/// Steps of one kind in a row are undone together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Typing,
    Deleting,
    Other,
}

#[derive(Clone, Debug)]
struct Step {
    text: String,
    selection: Selection,
}

/// The text of a field, its selection, and the way back.
#[derive(Clone, Debug, Default)]
pub(super) struct Draft {
    text: String,
    selection: Selection,
    undo: Vec<Step>,
    redo: Vec<Step>,
    /// The kind of the last step and where it left the caret.
    last: Option<(Kind, Selection)>,
}

impl Draft {
    /// A text with the caret behind it.
    pub(super) fn new(text: &str) -> Self {
        Self { text: text.to_owned(), selection: Selection::caret(text.len()), ..Self::default() }
    }

    /// The text.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// What is selected.
    pub(super) fn selection(&self) -> Selection {
        self.selection
    }

    /// The selected words.
    pub(super) fn selected(&self) -> &str {
        self.text.get(self.selection.range()).unwrap_or_default()
    }

    /// Takes over a text that was changed elsewhere. The caret stays between the same words where they are still there.
    pub(super) fn set_text(&mut self, new: &str) {
        if self.text == new {
            return;
        }
        let prefix = self.text.bytes().zip(new.bytes()).take_while(|(old, new)| old == new).count();
        let most = self.text.len().min(new.len()) - prefix;
        let suffix = self.text.bytes().rev().zip(new.bytes().rev()).take(most).take_while(|(old, new)| old == new).count();
        let old_len = self.text.len();
        let moved = |byte: usize| {
            if byte <= prefix {
                byte
            } else if byte + suffix >= old_len {
                (byte + new.len()).saturating_sub(old_len)
            } else {
                new.len() - suffix
            }
        };
        let Selection { anchor, head } = self.selection;
        *self = Self { text: new.to_owned(), ..Self::default() };
        self.select(Selection { anchor: moved(anchor), head: CaretPos { byte: moved(head.byte), ..head } });
    }

    /// Selects; the ends are moved to grapheme edges.
    pub(super) fn select(&mut self, selection: Selection) {
        let head = CaretPos { byte: text::floor(&self.text, selection.head.byte), ..selection.head };
        self.selection = Selection { anchor: text::floor(&self.text, selection.anchor), head };
    }

    /// Selects everything.
    pub(super) fn select_all(&mut self) {
        self.selection = Selection::over(0..self.text.len());
    }

    /// Puts words in the place of the selection.
    pub(super) fn insert(&mut self, words: &str) {
        let kind = if words.chars().count() == 1 && self.selection.is_empty() { Kind::Typing } else { Kind::Other };
        self.remember(kind);
        let range = self.selection.range();
        self.text.replace_range(range.clone(), words);
        // What was typed may have joined what follows: the caret goes behind the whole.
        let behind = text::ceil(&self.text, range.start + words.len());
        let affinity = if words.ends_with('\n') { Affinity::Downstream } else { Affinity::Upstream };
        self.land(kind, CaretPos { byte: behind, affinity });
    }

    /// Deletes the selection, or else what lies between the caret and the place that `reach` finds. True if anything went.
    pub(super) fn delete(&mut self, reach: impl FnOnce(&str, usize) -> usize) -> bool {
        let caret = self.selection.head.byte;
        let range = if self.selection.is_empty() {
            let other = reach(&self.text, caret);
            caret.min(other)..caret.max(other)
        } else {
            self.selection.range()
        };
        if range.is_empty() || self.text.get(range.clone()).is_none() {
            return false;
        }
        let kind = if self.selection.is_empty() { Kind::Deleting } else { Kind::Other };
        self.remember(kind);
        self.text.replace_range(range.clone(), "");
        let at = text::floor(&self.text, range.start);
        self.land(kind, CaretPos::from(at));
        true
    }

    /// Goes a step back. True if there was one.
    pub(super) fn undo(&mut self) -> bool {
        let Some(step) = self.undo.pop() else { return false };
        let now = self.exchange(step);
        self.redo.push(now);
        true
    }

    /// Goes a step forward again. True if there was one.
    pub(super) fn redo(&mut self) -> bool {
        let Some(step) = self.redo.pop() else { return false };
        let now = self.exchange(step);
        self.undo.push(now);
        true
    }

    fn exchange(&mut self, step: Step) -> Step {
        self.last = None;
        let text = std::mem::replace(&mut self.text, step.text);
        Step { text, selection: std::mem::replace(&mut self.selection, step.selection) }
    }

    fn remember(&mut self, kind: Kind) {
        self.redo.clear();
        if kind != Kind::Other && self.last == Some((kind, self.selection)) {
            return;
        }
        if self.undo.len() == MOST_STEPS {
            self.undo.remove(0);
        }
        self.undo.push(Step { text: self.text.clone(), selection: self.selection });
    }

    fn land(&mut self, kind: Kind, at: CaretPos) {
        self.selection = Selection::caret(at);
        self.last = Some((kind, self.selection));
    }
}
