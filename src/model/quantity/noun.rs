//! What a figure counts, as its article has it: the words behind it up to a verb, a preposition or a stop.

use std::collections::HashSet;
use std::sync::LazyLock;

use crate::model::document::{Span, Text};

/// A noun has at most so many words.
const MOST_WORDS: usize = 7;

/// Words with which something else begins, a language a line.
const ENDS: [&str; 4] = [
    // English
    "a about above across after against ago all along already also an are around as at be because been before being below between \
     but by can could currently did do does during each every few many most some any no for from had has have he if in including \
     into is it its left may might more must near now on out over per present said say says she should since so still than that \
     their there they this those though through to under until up was we were when where which while who whom whose will with \
     within without would",
    // Spanish
    "a al con desde en entre era eran es está están fue fueron ha han hasta para pero por que se según sin sobre son",
    // French
    "au aux avec chez dans depuis dont elle est étaient était ils mais ont ou où par pendant pour qui sans selon sera seront sont \
     sous sur vers",
    // German
    "ab an auf aus bei bis das dass die durch für gegen haben hat im ist mit nach sei seien seit sich sind über um unter vom von \
     vor war waren werden wird wurde wurden zu zum zur",
];

/// Words that join two parts of a noun, and cannot end it.
const JOINS: &str = "and or of the & de del la las los el y et du des le les und der oder";

/// Whether a word says nothing by itself: articles, prepositions, conjunctions, auxiliary verbs.
pub fn is_function_word(word: &str) -> bool {
    let small = word.to_lowercase();
    WORDS.ends.contains(small.as_str()) || WORDS.joins.contains(small.as_str())
}

/// The lists, ready to be asked.
struct Words {
    ends: HashSet<&'static str>,
    joins: HashSet<&'static str>,
    scales: HashSet<&'static str>,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| Words {
    ends: ENDS.iter().flat_map(|list| list.split_whitespace()).collect(),
    joins: JOINS.split_whitespace().collect(),
    scales: SCALES.split_whitespace().collect(),
});

/// What the figure in a span counts: the rest of the span behind the figure and the words that follow it; blank where a stop follows.
pub fn noun(text: &Text, span: Span) -> String {
    let paragraph = text.paragraphs().get(text.paragraph_at(span.start())).copied().unwrap_or(span);
    let end = paragraph.end().max(span.end());
    let figure = text.slice(span);
    of_words(text.slice(Span::between(span.start() + end_of_figure(figure), end)))
}

/// Where the figure itself ends, in bytes: behind its last word of digits, which a name such as C-17 is none of; else, as in "no troops",
/// behind the first word.
fn end_of_figure(words: &str) -> usize {
    let is_digit = |sign: char| sign.is_ascii_digit();
    let mut starts = words.char_indices().filter(|(at, sign)| {
        let before = words.get(..*at).and_then(|before| before.chars().next_back());
        sign.is_ascii_digit()
            && before.is_none_or(|before| before.is_whitespace() || matches!(before, '$' | '€' | '£' | '¥' | '₹' | '(' | '–' | '−'))
    });
    match starts.next_back() {
        Some((start, _)) => {
            let rest = words.get(start..).unwrap_or("");
            let end = rest.find(char::is_whitespace).unwrap_or(rest.len());
            let last_digit = rest.get(..end).and_then(|word| word.rfind(is_digit)).unwrap_or(0);
            start + last_digit + 1
        }
        None => words.find(char::is_whitespace).unwrap_or(words.len()),
    }
}

/// Endings of words that tell how or what is done, and do not end a noun of several words.
const NO_NOUN: [&str; 3] = ["ly", "ed", "ing"];

/// Words that scale a figure and are no part of what is counted.
const SCALES: &str = "hundred thousand million millions billion bn m trillion millones mil milliards milliarden millionen tausend";

fn of_words(behind: &str) -> String {
    // Behind a hyphen stands a unit, as in "140-mile".
    let behind = behind.trim_start_matches(['-', '\u{2011}', '%']);
    let mut noun: Vec<&str> = Vec::new();
    for word in behind.split_whitespace() {
        let bare = word.trim_matches(|sign: char| !sign.is_alphanumeric());
        let small = bare.to_lowercase();
        let is_opened = word.starts_with(['(', '"', '“', '[', '—', '–']);
        if is_opened || bare.is_empty() || WORDS.ends.contains(small.as_str()) || bare.starts_with(|sign: char| sign.is_ascii_digit()) {
            break;
        }
        let is_stopped = word.ends_with(|sign: char| !sign.is_alphanumeric() && !matches!(sign, '\'' | '’'));
        if !(noun.is_empty() && WORDS.scales.contains(small.as_str())) {
            noun.push(bare);
        }
        if is_stopped || noun.len() == MOST_WORDS {
            break;
        }
    }
    let is_join = |word: &str| WORDS.joins.contains(word.to_lowercase().as_str());
    let is_no_noun = |word: &str| word.len() > 4 && NO_NOUN.iter().any(|end| word.ends_with(end));
    while noun.last().is_some_and(|word| is_join(word) || noun.len() > 1 && is_no_noun(word)) {
        noun.pop();
    }
    noun.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// An article in which the figure stands in brackets.
    #[track_caller]
    fn check(marked: &str, expected: &str) {
        let (start, end) = (marked.find('[').unwrap(), marked.find(']').unwrap() - 1);
        let text = Text::freeze(marked.replace(['[', ']'], ""));
        assert_eq!(noun(&text, Span::between(start, end)), expected, "{marked}");
    }

    #[test]
    fn the_noun_ends_with_a_verb_a_preposition_or_a_stop() {
        check("They join [roughly 2500] US National Guard and Reserve forces already present.", "US National Guard and Reserve forces");
        check("They join [roughly 2500 US National Guard] and Reserve forces.", "US National Guard and Reserve forces");
        check("There are [roughly 4,500 National Guardsmen] currently assigned.", "National Guardsmen");
        check("There were [no active duty troops] working", "active duty troops");
        check("a [24-48] hours window", "hours window");
        check("with [two C-17s] and two C-130s", "C-17s and two C-130s");
        check("mobilize [up to 10,000 active-duty troops] immediately, they said", "active-duty troops");
        check("the [more than 2,000] members of the National Guard already there", "members of the National Guard");
        check("could climb to [2,500], the official said", "");
        check("with [1,500] ground personnel “as well as helicopters”", "ground personnel");
        check("it cost [$4] million in all", "");
        check("[140] miles of concertina wire—we're done", "miles of concertina wire—we're done");
        check("two [of 20] and more", "");
        check("Unos [1.500] soldados de la Guardia Nacional en la frontera", "soldados de la Guardia Nacional");
    }
}
