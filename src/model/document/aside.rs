//! What stands beside an article's words in the file it came from: comments, footnotes and tracked changes of the writer.

use super::span::Span;
use super::text::Text;

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

impl Aside {
    /// What it is, of whom, and when: `Comment by Ann Ex, 2019-03-01`.
    pub fn title(&self) -> String {
        let what = match self.kind {
            AsideKind::Comment => "Comment",
            AsideKind::Footnote => "Note in the file",
            AsideKind::Insertion => "Put in",
            AsideKind::Deletion => "Taken out",
        };
        let by = if self.by.is_empty() { String::new() } else { format!(" by {}", self.by) };
        // Files write the time to the second; the day is enough to know.
        let day = self.at.split('T').next().unwrap_or(&self.at);
        let at = if day.is_empty() { String::new() } else { format!(", {day}") };
        format!("{what}{by}{at}")
    }

    /// What it says, with changed words in quotation marks; `text` is that of its article.
    pub fn said(&self, text: &Text) -> String {
        match self.kind {
            AsideKind::Insertion => format!("“{}”", text.slice(self.span)),
            AsideKind::Deletion => format!("“{}”", self.words),
            AsideKind::Comment | AsideKind::Footnote => self.words.clone(),
        }
    }
}
