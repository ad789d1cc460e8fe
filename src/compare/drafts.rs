//! What a new draft of an article changed, paragraph by paragraph, for reading.

use crate::model::claim::correction::Piece;
use crate::model::document::Text;
use crate::model::document::alignment::{self, Alignment};

/// A paragraph that was changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changed {
    /// How many paragraphs before it, since the last changed one, are as they were.
    pub kept_before: usize,
    /// Its words: those of both drafts, those that were struck and those that came.
    pub pieces: Vec<Piece>,
}

/// The difference between two drafts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Differences {
    /// The paragraphs that were changed, in the order of reading.
    pub changed: Vec<Changed>,
    /// How many paragraphs behind the last of them are as they were.
    pub kept_after: usize,
}

/// Compares two drafts for reading. Takes as long as [`Alignment::of`].
pub fn differences(old: &Text, new: &Text) -> Differences {
    let mut writer = Writer::default();
    let mut at = 0;
    for piece in Alignment::of(old, new).pieces() {
        let (text, span, make): (&Text, _, fn(String) -> Piece) = match piece {
            alignment::Piece::Kept(span) => (new, span, Piece::Kept),
            alignment::Piece::Added(span) => (new, span, Piece::Added),
            alignment::Piece::Struck(span) => (old, span, Piece::Struck),
        };
        let before = text.as_str().get(..span.start()).unwrap_or("");
        let is_struck = matches!(piece, alignment::Piece::Struck(_));
        let gap = if is_struck { gap_before(before) } else { before.get(at..).unwrap_or("") };
        if gap.contains('\n') || before.trim().is_empty() {
            writer.end_paragraph();
        } else if !gap.is_empty() {
            writer.is_apart = true;
        }
        for (nth, line) in text.slice(span).split('\n').enumerate() {
            if nth > 0 {
                writer.end_paragraph();
            }
            if !line.trim().is_empty() {
                writer.push(make(line.to_owned()));
            }
        }
        at = if is_struck { at } else { span.end() };
    }
    writer.end_paragraph();
    Differences { changed: writer.changed, kept_after: writer.kept }
}

/// The white space at the end of a text.
fn gap_before(text: &str) -> &str {
    text.get(text.trim_end().len()..).unwrap_or("")
}

#[derive(Default)]
struct Writer {
    changed: Vec<Changed>,
    pieces: Vec<Piece>,
    /// Whether there is a gap before what comes next.
    is_apart: bool,
    kept: usize,
}

impl Writer {
    fn end_paragraph(&mut self) {
        self.is_apart = false;
        let pieces = std::mem::take(&mut self.pieces);
        if pieces.iter().any(|piece| !matches!(piece, Piece::Kept(_))) {
            self.changed.push(Changed { kept_before: std::mem::take(&mut self.kept), pieces });
        } else if !pieces.is_empty() {
            self.kept += 1;
        }
    }

    fn push(&mut self, mut piece: Piece) {
        let is_apart = std::mem::take(&mut self.is_apart);
        match (&mut piece, self.pieces.last_mut()) {
            // The gap belongs to what is in both drafts; behind struck words there is one anyway where they are shown.
            (Piece::Kept(words), Some(Piece::Added(_))) if is_apart => words.insert(0, ' '),
            (_, Some(Piece::Kept(words) | Piece::Added(words))) if is_apart => words.push(' '),
            _ => {}
        }
        self.pieces.push(piece);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(old: &str, new: &str, expected: &[&str]) {
        let found = differences(&Text::freeze(old), &Text::freeze(new));
        let show = |piece: &Piece| match piece {
            Piece::Kept(words) => words.clone(),
            Piece::Struck(words) => format!("[-{words}-]"),
            Piece::Added(words) => format!("[+{words}+]"),
        };
        let lines = found.changed.iter().map(|one| format!("{} {}", one.kept_before, one.pieces.iter().map(show).collect::<String>()));
        let all: Vec<String> = lines.chain([format!("{} kept", found.kept_after)]).collect();
        assert_eq!(all, expected, "{old} / {new}");
    }

    #[test]
    fn each_changed_paragraph_is_told_and_the_others_are_counted() {
        check(
            "Head\nOne came home. Two left town.\nIt rained on Monday.\nThe end is near.",
            "Head\nOne came home. Three left town.\nIt rained on Monday.\nThe end is near.",
            &["1 One came home. [-Two-][+Three+] left town.", "2 kept"],
        );
        check("Head\nThis one goes away.\nTail", "Head\nTail", &["1 [-This one goes away.-]", "1 kept"]);
        check(
            "Head\nTail",
            "Head\nThis one is quite new.\nAnd this one.\nTail",
            &["1 [+This one is quite new.+]", "0 [+And this one.+]", "1 kept"],
        );
        check("He left, and she stayed.", "He left and she stayed.", &["0 He left[-,-]and she stayed.", "0 kept"]);
        check("Same.", "Same.", &["1 kept"]);
    }
}
