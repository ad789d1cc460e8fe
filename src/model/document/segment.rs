//! Words, sentences and paragraphs of a text (Unicode UAX 29, with an abbreviation pass for sentences).

use unicode_segmentation::UnicodeSegmentation;

use super::span::Span;

/// Words before a full stop that end no sentence. English news; later languages add theirs.
const ABBREVIATIONS: &[&str] = &[
    "adm", "apr", "aug", "ave", "brig", "capt", "cf", "cmdr", "co", "col", "corp", "cpl", "dec", "dr", "e.g", "est", "etc", "feb", "fig",
    "gen", "gov", "hon", "i.e", "inc", "jan", "jr", "jul", "jun", "lt", "ltd", "maj", "mar", "messrs", "mr", "mrs", "ms", "mt", "no",
    "nov", "oct", "p", "pp", "prof", "pvt", "rep", "rev", "sen", "sep", "sept", "sgt", "sr", "st", "supt", "u.k", "u.n", "u.s", "vol",
    "vs",
];

/// Lines that hold more than white space, without their line ends.
pub fn paragraphs(text: &str) -> Vec<Span> {
    let mut start = 0;
    let mut found = Vec::new();
    for line in text.split('\n') {
        if !line.trim().is_empty() {
            found.push(Span::between(start, start + line.len()));
        }
        start += line.len() + 1;
    }
    found
}

/// Sentences of each paragraph, without the white space around them.
pub fn sentences(text: &str, paragraphs: &[Span]) -> Vec<Span> {
    let mut found = Vec::new();
    for paragraph in paragraphs {
        let words = text.get(paragraph.range()).unwrap_or("");
        let mut open: Option<Span> = None;
        for (at, piece) in words.split_sentence_bound_indices() {
            let start = paragraph.start() + at;
            let piece = Span::between(start, start + piece.len());
            let whole = open.map_or(piece, |open| Span::between(open.start(), piece.end()));
            let so_far = text.get(whole.range()).unwrap_or("");
            let rest = text.get(whole.end()..paragraph.end()).unwrap_or("");
            if goes_on(so_far, rest) {
                open = Some(whole);
            } else {
                push_trimmed(text, whole, &mut found);
                open = None;
            }
        }
        if let Some(open) = open {
            push_trimmed(text, open, &mut found);
        }
    }
    found
}

fn push_trimmed(text: &str, span: Span, found: &mut Vec<Span>) {
    let words = text.get(span.range()).unwrap_or("");
    let trimmed = words.trim();
    if !trimmed.is_empty() {
        let start = span.start() + (words.len() - words.trim_start().len());
        found.push(Span::between(start, start + trimmed.len()));
    }
}

/// Whether the sentence goes on after this full stop: an abbreviation or an initial stands before it.
fn goes_on(so_far: &str, rest: &str) -> bool {
    if rest.trim().is_empty() {
        return false;
    }
    let Some(stem) = so_far.trim_end().strip_suffix('.') else {
        return false;
    };
    let word = stem.rsplit(|sign: char| !(sign.is_alphanumeric() || sign == '.')).next().unwrap_or("");
    let lower = word.to_lowercase();
    let is_initial = word.chars().count() == 1 && word.chars().all(char::is_uppercase);
    // "U.S. The" ends a sentence as often as not; a name or noun after it goes on, an article or pronoun starts anew.
    let starts_anew = rest
        .split_whitespace()
        .next()
        .is_some_and(|next| ["The", "A", "An", "In", "On", "It", "He", "She", "They", "But", "This", "That"].contains(&next));
    let has_inner_stop = lower.contains('.');
    (is_initial || ABBREVIATIONS.contains(&lower.as_str())) && !(has_inner_stop && starts_anew)
}

/// The word at byte `at` of a paragraph that begins at byte `base` of the text.
pub fn word_at(paragraph: &str, at: usize, base: usize) -> Span {
    // Words never reach over a space followed by anything else, so a window around the place is enough; the window keeps
    // a paragraph of a megabyte as quick as a short one.
    let (from, to) = window(paragraph, at);
    let mut last = Span::between(base + at, base + at);
    for (offset, word) in paragraph.get(from..to).unwrap_or("").split_word_bound_indices() {
        let span = Span::between(base + from + offset, base + from + offset + word.len());
        if span.covers(base + at) {
            return span;
        }
        last = span;
    }
    last
}

/// Bytes looked at on each side of a place when its word is sought.
const WORD_WINDOW_BYTES: usize = 2048;

fn window(paragraph: &str, at: usize) -> (usize, usize) {
    let mut from = at.saturating_sub(WORD_WINDOW_BYTES);
    while !paragraph.is_char_boundary(from) {
        from -= 1;
    }
    if from > 0 {
        // Start at a space, so that the first word is whole.
        from = paragraph.get(from..at).and_then(|head| head.find(' ')).map_or(from, |gap| from + gap);
    }
    let mut to = (at + WORD_WINDOW_BYTES).min(paragraph.len());
    while !paragraph.is_char_boundary(to) {
        to += 1;
    }
    (from, to)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let spans = sentences(text, &paragraphs(text));
        let found: Vec<_> = spans.iter().map(|span| &text[span.range()]).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn sentences_end_where_a_reader_ends_them() {
        check("One. Two? Three!", &["One.", "Two?", "Three!"]);
        check("The U.S. military will go. It said so.", &["The U.S. military will go.", "It said so."]);
        check("He left the U.S. The rest stayed.", &["He left the U.S.", "The rest stayed."]);
        check("Gen. O'Shaughnessy told Mr. Smith. He nodded.", &["Gen. O'Shaughnessy told Mr. Smith.", "He nodded."]);
        check("Robert F. Kennedy spoke vs. Dr. Who on p. 4.", &["Robert F. Kennedy spoke vs. Dr. Who on p. 4."]);
        check("It rose 3.5 percent. \"Good,\" he said.", &["It rose 3.5 percent.", "\"Good,\" he said."]);
        check("A line\n\nAnother line", &["A line", "Another line"]);
        check("", &[]);
    }

    #[test]
    fn words_are_found_anywhere() {
        let text = "The video-clip, 1,500 men's 3.5%";
        let word = |at| {
            let span = word_at(text, at, 0);
            &text[span.range()]
        };
        assert_eq!([word(0), word(5), word(17), word(23), word(28)], ["The", "video", "1,500", "men's", "3.5"]);
        assert_eq!(word(text.len()), "%");
    }

    #[test]
    fn a_word_is_found_in_a_line_of_a_megabyte() {
        let text = "word ".repeat(200_000);
        assert_eq!(&text[word_at(&text, 500_002, 0).range()], "word");
    }
}
