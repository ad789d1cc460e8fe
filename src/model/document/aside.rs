//! What stands beside an article's words in the file it came from: comments, footnotes and tracked changes of the writer.

use super::span::Span;

/// What an aside is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AsideKind {
    /// A comment in the margin.
    Comment,
    /// A footnote or endnote.
    Footnote,
    /// Words that a tracked change put in; they are in the text.
    Insertion,
    /// Words that a tracked change took out; they are not in the text.
    Deletion,
}

/// A comment, a note or a tracked change, on the words that it is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Aside {
    /// The words that it is about; where it stands between words, those before it.
    pub span: Span,
    /// What it is.
    pub kind: AsideKind,
    /// Who wrote it, as the file says; blank where it does not.
    pub by: String,
    /// When, as the file says; blank where it does not.
    pub at: String,
    /// What it says. Of a deletion, the words that were taken out; of an insertion, nothing.
    pub words: String,
}
