//! The frozen text of an article, and the only place where it is sliced.

use std::fmt;
use std::sync::{Arc, OnceLock};

use sha2::{Digest, Sha256};
use unicode_segmentation::GraphemeCursor;

use super::segment;
use super::span::Span;

/// SHA-256 of the text as UTF-8 bytes with LF line ends, so that `sha256sum` can prove it.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct TextHash(pub [u8; 32]);

impl fmt::Display for TextHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for TextHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "TextHash({self})")
    }
}

/// The line ends that the text had before it was held with LF.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LineEnd {
    /// `\n`, or no line end at all.
    #[default]
    Lf,
    /// `\r\n`.
    CrLf,
    /// Lone `\r`.
    Cr,
    /// More than one kind.
    Mixed,
}

/// An article's words, frozen when opened. Cloning is cheap.
///
/// ```
/// use tickmark::model::document::Text;
///
/// let text = Text::freeze("Five came.\r\nThe mayor said 👨‍👩‍👧 left.");
/// assert_eq!(text.as_str(), "Five came.\nThe mayor said 👨‍👩‍👧 left.");
/// let family = text.as_str().find('👨').map(|start| text.span(start, start + 4));
/// assert_eq!(family.map(|span| text.slice(span)), Some("👨‍👩‍👧"));
/// ```
#[derive(Clone)]
pub struct Text {
    content: Arc<str>,
    hash: TextHash,
    line_end: LineEnd,
    had_bom: bool,
    paragraphs: Arc<[Span]>,
    sentences: Arc<OnceLock<Vec<Span>>>,
    words: Arc<OnceLock<usize>>,
}

impl Text {
    /// Freezes a decoded text: line ends become LF and a byte order mark is taken off, both noted.
    pub fn freeze(decoded: &str) -> Self {
        let had_bom = decoded.starts_with('\u{feff}');
        let body = decoded.strip_prefix('\u{feff}').unwrap_or(decoded);
        let (content, line_end) = with_lf(body);
        Text::from_frozen(content, line_end, had_bom)
    }

    /// A text that was frozen before and comes back from a project file.
    pub fn from_frozen(content: String, line_end: LineEnd, had_bom: bool) -> Self {
        let hash = TextHash(Sha256::digest(content.as_bytes()).into());
        let paragraphs = segment::paragraphs(&content).into();
        Text { content: content.into(), hash, line_end, had_bom, paragraphs, sentences: Arc::default(), words: Arc::default() }
    }

    /// The whole text, with LF line ends.
    pub fn as_str(&self) -> &str {
        &self.content
    }

    /// Length in bytes.
    pub fn len(&self) -> usize {
        self.content.len()
    }

    /// Whether there is no text at all.
    pub fn is_empty(&self) -> bool {
        self.content.is_empty()
    }

    /// SHA-256 of the text.
    pub fn hash(&self) -> TextHash {
        self.hash
    }

    /// The line ends it had.
    pub fn line_end(&self) -> LineEnd {
        self.line_end
    }

    /// Whether it began with a byte order mark.
    pub fn had_bom(&self) -> bool {
        self.had_bom
    }

    /// The words of a span; nothing where the span does not lie on character boundaries of this text.
    pub fn slice(&self, span: Span) -> &str {
        self.content.get(span.range()).unwrap_or("")
    }

    /// Lines that hold more than white space, in order, without their line ends.
    pub fn paragraphs(&self) -> &[Span] {
        &self.paragraphs
    }

    /// Sentences by UAX 29 with an abbreviation pass for the article's language, in order. Found at the first call (about
    /// 20 ms a megabyte).
    pub fn sentences(&self) -> &[Span] {
        self.sentences.get_or_init(|| segment::sentences(&self.content, &self.paragraphs))
    }

    /// Index of the paragraph at or before a byte offset.
    pub fn paragraph_at(&self, at: usize) -> usize {
        last_starting_by(&self.paragraphs, at)
    }

    /// Index of the sentence at or before a byte offset.
    pub fn sentence_at(&self, at: usize) -> usize {
        last_starting_by(self.sentences(), at)
    }

    /// The nearest grapheme boundary at or before `at`.
    pub fn floor(&self, at: usize) -> usize {
        let mut at = at.min(self.len());
        while !self.content.is_char_boundary(at) {
            at -= 1;
        }
        if self.is_boundary(at) { at } else { self.previous(at) }
    }

    /// The nearest grapheme boundary at or after `at`.
    pub fn ceil(&self, at: usize) -> usize {
        let floor = self.floor(at);
        if floor >= at.min(self.len()) { floor } else { self.next(floor) }
    }

    /// The grapheme boundary after `at`.
    pub fn next(&self, at: usize) -> usize {
        let found = GraphemeCursor::new(at, self.len(), true).next_boundary(&self.content, 0);
        found.ok().flatten().unwrap_or(self.len())
    }

    /// The grapheme boundary before `at`.
    pub fn previous(&self, at: usize) -> usize {
        let found = GraphemeCursor::new(at, self.len(), true).prev_boundary(&self.content, 0);
        found.ok().flatten().unwrap_or(0)
    }

    fn is_boundary(&self, at: usize) -> bool {
        GraphemeCursor::new(at, self.len(), true).is_boundary(&self.content, 0).unwrap_or(true)
    }

    /// The span between two offsets, widened to whole graphemes.
    pub fn span(&self, one: usize, other: usize) -> Span {
        let raw = Span::between(one, other);
        Span::between(self.floor(raw.start()), self.ceil(raw.end()))
    }

    /// The span without white space at its ends.
    pub fn trimmed(&self, span: Span) -> Span {
        let words = self.slice(span);
        let start = span.start() + (words.len() - words.trim_start().len());
        Span::between(start, start + words.trim().len())
    }

    /// The word at an offset by UAX 29, with dictionaries for scripts without gaps; a lone sign or gap where no word stands.
    pub fn word_at(&self, at: usize) -> Span {
        let Some(paragraph) = self.paragraphs.get(self.paragraph_at(at)) else {
            return Span::between(at, at);
        };
        let at = at.clamp(paragraph.start(), paragraph.end());
        segment::word_at(self.slice(*paragraph), at - paragraph.start(), paragraph.start())
    }

    /// Number of words that hold a letter or digit. Counted at the first call.
    pub fn word_count(&self) -> usize {
        *self.words.get_or_init(|| segment::word_count(&self.content))
    }

    /// Finds sentences and counts words now, so that nobody has to wait for them later: for the thread that read the text.
    pub fn prepare(&self) {
        self.sentences();
        self.word_count();
    }
}

impl fmt::Debug for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Text({} bytes, {})", self.len(), self.hash)
    }
}

impl PartialEq for Text {
    fn eq(&self, other: &Self) -> bool {
        self.hash == other.hash && self.line_end == other.line_end && self.had_bom == other.had_bom
    }
}

/// Index of the last span that starts at or before `at`; 0 where none does.
fn last_starting_by(spans: &[Span], at: usize) -> usize {
    spans.partition_point(|span| span.start() <= at).saturating_sub(1)
}

/// The text with LF line ends, and which ones it had.
fn with_lf(body: &str) -> (String, LineEnd) {
    let crlf = body.matches("\r\n").count();
    let cr = body.bytes().filter(|&byte| byte == b'\r').count() - crlf;
    let lf = body.bytes().filter(|&byte| byte == b'\n').count() - crlf;
    let line_end = match (lf > 0, crlf > 0, cr > 0) {
        (_, false, false) => LineEnd::Lf,
        (false, true, false) => LineEnd::CrLf,
        (false, false, true) => LineEnd::Cr,
        _ => LineEnd::Mixed,
    };
    if line_end == LineEnd::Lf {
        return (body.to_owned(), line_end);
    }
    (body.replace("\r\n", "\n").replace('\r', "\n"), line_end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn line_ends_are_held_as_lf_and_noted() {
        let check = |text: &str, held: &str, line_end| {
            let text = Text::freeze(text);
            assert_eq!((text.as_str(), text.line_end()), (held, line_end));
        };
        check("a\nb", "a\nb", LineEnd::Lf);
        check("a\r\nb\r\n", "a\nb\n", LineEnd::CrLf);
        check("a\rb", "a\nb", LineEnd::Cr);
        check("a\r\nb\nc", "a\nb\nc", LineEnd::Mixed);
        assert!(Text::freeze("\u{feff}a").had_bom());
        assert_eq!(Text::freeze("\u{feff}a").as_str(), "a");
    }

    #[test]
    fn the_hash_is_what_sha256sum_prints() {
        let hash = Text::freeze("abc").hash().to_string();
        assert_eq!(hash, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    #[test]
    fn a_span_never_cuts_a_grapheme() {
        let text = Text::freeze("e\u{301}a 👨‍👩‍👧 b");
        let family = text.as_str().find('👨').unwrap();
        assert_eq!(text.slice(text.span(1, 3)), "e\u{301}");
        assert_eq!(text.slice(text.span(family + 5, family + 6)), "👨‍👩‍👧");
        for at in 0..=text.len() + 3 {
            assert!(text.floor(at) <= at && text.floor(at) <= text.ceil(at));
        }
    }

    #[test]
    fn offsets_outside_the_text_are_harmless() {
        let text = Text::freeze("");
        assert_eq!(text.word_at(9), Span::between(9, 9));
        assert_eq!((text.paragraph_at(3), text.sentence_at(3), text.next(0), text.previous(0)), (0, 0, 0, 0));
        assert_eq!(Text::freeze("ab").slice(Span::between(1, 9)), "");
    }
}
