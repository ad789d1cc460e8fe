//! The frozen text of an article, and the only place where it is sliced.

use std::borrow::Cow;
use std::fmt;
use std::sync::{Arc, OnceLock};

use sha2::{Digest, Sha256};
use unicode_segmentation::GraphemeCursor;

use super::language::Language;
use super::oddity::{self, Oddity};
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
    /// Not `Arc<str>`, which would copy what was just read: a book takes 10 ms of that.
    content: Arc<String>,
    line_end: LineEnd,
    had_bom: bool,
    paragraphs: Arc<[Span]>,
    /// Bytes.
    longest_paragraph: usize,
    facts: Arc<Facts>,
}

/// What follows from a text and takes a while to find in a book: each found when it is first asked for.
#[derive(Default)]
struct Facts {
    hash: OnceLock<TextHash>,
    language: OnceLock<Language>,
    rules: OnceLock<segment::Rules>,
    sentences: OnceLock<Vec<Span>>,
    words: OnceLock<usize>,
    oddities: OnceLock<Vec<Oddity>>,
}

/// Up to this size, bytes, whatever is asked of a text is found at once: its sentences take a millisecond or two.
pub const SHORT_BYTES: usize = 50_000;

impl Text {
    /// Freezes a decoded text: line ends become LF and a byte order mark is taken off, both noted.
    pub fn freeze(decoded: impl Into<String>) -> Self {
        let mut decoded = decoded.into();
        let had_bom = decoded.starts_with('\u{feff}');
        if had_bom {
            decoded.remove(0);
        }
        let (content, line_end) = with_lf(decoded);
        Text::from_frozen(content, line_end, had_bom)
    }

    /// A text that was frozen before and comes back from a project file.
    pub fn from_frozen(content: String, line_end: LineEnd, had_bom: bool) -> Self {
        let paragraphs = segment::paragraphs(&content);
        let longest_paragraph = paragraphs.iter().map(|paragraph| paragraph.len()).max().unwrap_or(0);
        Text { content: Arc::new(content), line_end, had_bom, paragraphs: paragraphs.into(), longest_paragraph, facts: Arc::default() }
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

    /// SHA-256 of the text. Found at the first call (about a millisecond a megabyte where the processor helps).
    pub fn hash(&self) -> TextHash {
        *self.facts.hash.get_or_init(|| TextHash(Sha256::digest(self.content.as_bytes()).into()))
    }

    /// The same, if it is known by now or the text is short: for who must not wait.
    pub fn known_hash(&self) -> Option<TextHash> {
        self.is_short().then(|| self.hash()).or_else(|| self.facts.hash.get().copied())
    }

    fn is_short(&self) -> bool {
        self.len() <= SHORT_BYTES
    }

    /// By what it may be other than it looks. Found at the first call, at some 100 MB a second.
    pub fn oddities(&self) -> &[Oddity] {
        self.facts.oddities.get_or_init(|| oddity::oddities(self.as_str()))
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

    /// Length of the longest of them in bytes: a book need not be looked through for who cuts long ones.
    pub fn longest_paragraph(&self) -> usize {
        self.longest_paragraph
    }

    /// Sentences by UAX 29 with an abbreviation pass for the article's language, in order. Found at the first call (about
    /// 20 ms a megabyte).
    pub fn sentences(&self) -> &[Span] {
        self.facts.sentences.get_or_init(|| segment::sentences(&self.content, &self.paragraphs, self.rules()))
    }

    /// The same, if they are known by now or the text is short: for who must not wait.
    pub fn known_sentences(&self) -> Option<&[Span]> {
        if self.is_short() { Some(self.sentences()) } else { self.facts.sentences.get().map(Vec::as_slice) }
    }

    /// The sentences of the paragraph of that index, also while those of the whole text are not known. Empty if the paragraph is
    /// so long that looking through it would be felt.
    pub fn sentences_of(&self, paragraph: usize) -> Cow<'_, [Span]> {
        let Some(paragraph) = self.paragraphs.get(paragraph) else { return Cow::default() };
        match self.known_sentences() {
            Some(all) => {
                let from = all.partition_point(|sentence| sentence.end() <= paragraph.start());
                let to = all.partition_point(|sentence| sentence.start() < paragraph.end());
                Cow::Borrowed(all.get(from..to).unwrap_or_default())
            }
            None if paragraph.len() > SHORT_BYTES => Cow::default(),
            None => Cow::Owned(segment::sentences(&self.content, &[*paragraph], self.rules())),
        }
    }

    /// The sentence at or before a byte offset, or the first. None where there are no sentences, or where they are not known yet.
    pub fn sentence_around(&self, at: usize) -> Option<Span> {
        if let Some(all) = self.known_sentences() {
            return all.get(last_starting_by(all, at)).copied();
        }
        let paragraph = self.paragraph_at(at);
        let here = self.sentences_of(paragraph);
        match (here.iter().rev().find(|sentence| sentence.start() <= at), paragraph.checked_sub(1)) {
            (Some(sentence), _) => Some(*sentence),
            // In the white space before the first sentence of its paragraph.
            (None, Some(before)) if !here.is_empty() => self.sentences_of(before).last().copied(),
            (None, _) => here.first().copied(),
        }
    }

    /// The language of the words, of those whose figures are read. Found at the first call from its first letters.
    pub fn language(&self) -> Language {
        *self.facts.language.get_or_init(|| segment::read_language(&self.content))
    }

    fn rules(&self) -> segment::Rules {
        *self.facts.rules.get_or_init(|| segment::Rules::of(&self.content))
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
        let bytes = self.content.as_bytes();
        if let (Some(before), Some(after)) = (at.checked_sub(1).and_then(|before| bytes.get(before)), bytes.get(at))
            && before.is_ascii()
            && after.is_ascii()
        {
            // All that does not break between such signs is a carriage return before its line feed.
            return (*before, *after) != (b'\r', b'\n');
        }
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
        *self.facts.words.get_or_init(|| segment::word_count(&self.content))
    }

    /// The same, if it is known by now or the text is short: for who must not wait.
    pub fn known_word_count(&self) -> Option<usize> {
        self.is_short().then(|| self.word_count()).or_else(|| self.facts.words.get().copied())
    }

    /// Finds hash and sentences and counts words now, so that nobody has to wait for them later: for a thread in the background.
    pub fn prepare(&self) {
        self.hash();
        self.sentences();
        self.word_count();
    }
}

impl fmt::Debug for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Text({} bytes, {})", self.len(), self.hash())
    }
}

impl PartialEq for Text {
    fn eq(&self, other: &Self) -> bool {
        let is_same = Arc::ptr_eq(&self.content, &other.content) || self.content == other.content;
        is_same && self.line_end == other.line_end && self.had_bom == other.had_bom
    }
}

/// Index of the last span that starts at or before `at`; 0 where none does.
fn last_starting_by(spans: &[Span], at: usize) -> usize {
    spans.partition_point(|span| span.start() <= at).saturating_sub(1)
}

/// The text with LF line ends, and which ones it had.
fn with_lf(body: String) -> (String, LineEnd) {
    if memchr::memchr(b'\r', body.as_bytes()).is_none() {
        return (body, LineEnd::Lf);
    }
    let crlf = body.matches("\r\n").count();
    let cr = body.bytes().filter(|&byte| byte == b'\r').count() - crlf;
    let lf = body.bytes().filter(|&byte| byte == b'\n').count() - crlf;
    let line_end = match (lf > 0, crlf > 0, cr > 0) {
        (false, true, false) => LineEnd::CrLf,
        (false, false, true) => LineEnd::Cr,
        _ => LineEnd::Mixed,
    };
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
    fn sentences_of_a_long_text_are_found_paragraph_by_paragraph_until_all_are_known() {
        let paragraphs = ["One came. Two left.", "  ", "\t He met Mr. Ode on p. 4. It rained! ", "No stop"];
        let words = paragraphs.join("\n").repeat(SHORT_BYTES / 50);
        let (waiting, whole) = (Text::freeze(words.as_str()), Text::freeze(words));
        whole.prepare();
        assert!(waiting.known_sentences().is_none() && waiting.known_hash().is_none() && waiting.known_word_count().is_none());
        assert!(whole.known_sentences().is_some() && whole.known_hash().is_some() && whole.known_word_count().is_some());
        for at in (0..400).chain(whole.len() - 200..whole.len() + 3) {
            assert_eq!(waiting.sentence_around(at), whole.sentence_around(at), "byte {at}");
            assert_eq!(waiting.sentence_around(at), whole.sentences().get(whole.sentence_at(at)).copied(), "byte {at}");
        }
        let one_by_one: Vec<Span> = (0..waiting.paragraphs().len()).flat_map(|at| waiting.sentences_of(at).into_owned()).collect();
        assert_eq!(one_by_one, whole.sentences());
        assert!(waiting.known_sentences().is_none(), "asking for one paragraph does not look through all");
        let endless = Text::freeze("word ".repeat(SHORT_BYTES));
        assert_eq!(endless.sentence_around(9), None);
        endless.prepare();
        assert_eq!(endless.sentence_around(9).map(Span::len), Some(endless.len() - 1));
    }

    #[test]
    fn a_short_text_never_makes_anybody_wait() {
        let text = Text::freeze("One came. Two left.");
        assert_eq!(text.known_sentences().map(<[Span]>::len), Some(2));
        assert_eq!((text.known_word_count(), text.known_hash()), (Some(4), Some(text.hash())));
    }

    #[test]
    fn offsets_outside_the_text_are_harmless() {
        let text = Text::freeze("");
        assert_eq!(text.word_at(9), Span::between(9, 9));
        assert_eq!((text.paragraph_at(3), text.sentence_at(3), text.next(0), text.previous(0)), (0, 0, 0, 0));
        assert_eq!(Text::freeze("ab").slice(Span::between(1, 9)), "");
    }
}
