//! What the words around figures mean, by language.

mod english;
mod french;
mod german;
mod spanish;

use std::collections::{HashMap, HashSet};
use std::sync::OnceLock;

use crate::model::document::Language;
use crate::model::quantity::{Approximation, Unit};

/// What a word can be. A word can be several things; where it stands decides.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Roles(u64);

impl Roles {
    /// Zero to nine.
    pub const ONES: Roles = Roles(1);
    /// Ten to nineteen.
    pub const TEENS: Roles = Roles(1 << 1);
    /// Twenty, thirty and so on.
    pub const TENS: Roles = Roles(1 << 2);
    /// Hundred: multiplies what stands before it.
    pub const HUNDRED: Roles = Roles(1 << 3);
    /// Two hundred and so on in one word: `doscientos`.
    pub const HUNDREDS: Roles = Roles(1 << 4);
    /// Thousand, million, lakh; dozen.
    pub const SCALE: Roles = Roles(1 << 5);
    /// A short scale only behind digits: `bn`, `Mio`.
    pub const SHORT_SCALE: Roles = Roles(1 << 6);
    /// Third, quarter; the value is what is under the line.
    pub const FRACTION: Roles = Roles(1 << 7);
    /// Half.
    pub const HALF: Roles = Roles(1 << 8);
    /// First, second.
    pub const ORDINAL: Roles = Roles(1 << 9);
    /// January; the value is the number of the month.
    pub const MONTH: Roles = Roles(1 << 10);
    /// Monday.
    pub const WEEKDAY: Roles = Roles(1 << 11);
    /// And.
    pub const AND: Roles = Roles(1 << 12);
    /// The decimal point as a word.
    pub const POINT: Roles = Roles(1 << 13);
    /// A, an.
    pub const ARTICLE: Roles = Roles(1 << 14);
    /// Ends a counted noun: prepositions, pronouns, verbs.
    pub const STOP: Roles = Roles(1 << 15);
    /// No, as in `no troops`.
    pub const NO: Roles = Roles(1 << 16);
    /// None, as in `none of the troops`.
    pub const NONE: Roles = Roles(1 << 17);
    /// A number behind it is a name: `page`, `Boeing`.
    pub const DESIGNATOR: Roles = Roles(1 << 18);
    /// Dozens, thousands; the value is one of them.
    pub const VAGUE: Roles = Roles(1 << 19);
    /// A thing that news count and that there may be none of.
    pub const COUNTABLE: Roles = Roles(1 << 20);
    /// A plural without its sign: `people`.
    pub const PLURAL: Roles = Roles(1 << 21);
    /// A happening named by its year: `the 2020 elections`.
    pub const EVENT: Roles = Roles(1 << 22);
    /// A year may stand behind it: `in`, `since`.
    pub const BEFORE_YEAR: Roles = Roles(1 << 23);
    /// A score may stand near it: `beat`, `win`.
    pub const SCORE: Roles = Roles(1 << 24);
    /// Minus.
    pub const MINUS: Roles = Roles(1 << 25);
    /// Per, each, every.
    pub const PER: Roles = Roles(1 << 26);
    /// Daily; the value is in [`Tables::adverbs`].
    pub const RATE: Roles = Roles(1 << 27);
    /// To, between the ends of a range.
    pub const TO: Roles = Roles(1 << 28);
    /// Between, before a range.
    pub const BETWEEN: Roles = Roles(1 << 29);
    /// Or, between two guesses.
    pub const OR: Roles = Roles(1 << 30);
    /// From.
    pub const FROM: Roles = Roles(1 << 31);
    /// Rose, fell: then from and to are two figures.
    pub const CHANGE: Roles = Roles(1 << 32);
    /// Aged, old.
    pub const AGE: Roles = Roles(1 << 33);
    /// Killed, were: a number alone before it counts people.
    pub const COUNTED: Roles = Roles(1 << 34);
    /// May stand between a figure and its unit: `two more weeks`.
    pub const BESIDE_UNIT: Roles = Roles(1 << 35);
    /// Makes a span of time of `a week`: `for`, `within`, `just`.
    pub const BEFORE_SPAN: Roles = Roles(1 << 36);
    /// The same behind it: `a week ago`.
    pub const AFTER_SPAN: Roles = Roles(1 << 37);
    /// One, which is mostly no number.
    pub const ONE: Roles = Roles(1 << 38);
    /// Somebody: `man`, `Frau`; a number of years behind it is an age.
    pub const PERSON: Roles = Roles(1 << 39);
    /// Of, in, out of: between the parts of `one in five`.
    pub const SHARE: Roles = Roles(1 << 40);
    /// A number of its own kind that is about so much: `centaine`.
    pub const ABOUT_SO_MANY: Roles = Roles(1 << 41);
    /// Several, a few, before a scale.
    pub const SEVERAL: Roles = Roles(1 << 42);
    /// Of, before what a vague number counts.
    pub const OF: Roles = Roles(1 << 43);
    /// The, and what stands like it before a share or a year.
    pub const THE: Roles = Roles(1 << 44);
    /// O'clock, am, Uhr.
    pub const CLOCK: Roles = Roles(1 << 45);
    /// At, before a time of day.
    pub const AT: Roles = Roles(1 << 46);
    /// A figure of speech with `no`: `no more`, `no longer`.
    pub const NO_FIGURE: Roles = Roles(1 << 47);
    /// `point` behind a per cent figure: percentage points.
    pub const POINTS: Roles = Roles(1 << 48);

    /// A unit can begin with it.
    pub const UNIT: Roles = Roles(1 << 49);

    /// Whether it is any of these.
    pub fn any(self, of: Roles) -> bool {
        self.0 & of.0 != 0
    }

    /// Both.
    pub const fn with(self, other: Roles) -> Roles {
        Roles(self.0 | other.0)
    }

    /// Words that can be part of a number.
    pub const NUMERAL: Roles =
        Roles::ONES.with(Roles::TEENS).with(Roles::TENS).with(Roles::HUNDRED).with(Roles::HUNDREDS).with(Roles::SCALE);
}

/// A word of the lexicon.
#[derive(Clone, Copy, Debug, Default)]
pub struct Word {
    /// What it can be.
    pub roles: Roles,
    /// Its number, where it has one.
    pub value: u64,
}

/// The words of one language as they are written down.
pub struct Tables {
    /// A role, and the words that have it.
    pub words: &'static [(Roles, &'static str)],
    /// A role, and words with their number: `two 2 three 3`.
    pub numbers: &'static [(Roles, &'static str)],
    /// What stands before a figure, with `|` between, and how exactly it is then meant.
    pub before: &'static [(Approximation, &'static str)],
    /// The same behind a figure and what it counts.
    pub after: &'static [(Approximation, &'static str)],
    /// Words for a rate and what they are per: `daily day`.
    pub rates: &'static str,
    /// What stands for a rate in more words, with what it is per: `al día=day`.
    pub rate_phrases: &'static str,
}

/// A quick hash for short words that nobody chooses to do harm: the words of the lexicon.
#[derive(Default)]
pub struct WordHash(u64);

impl std::hash::Hasher for WordHash {
    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0.rotate_left(5) ^ u64::from(*byte)).wrapping_mul(0x517c_c1b7_2722_0a95);
        }
    }

    fn finish(&self) -> u64 {
        self.0 ^ self.0 >> 32
    }
}

type Hashed = std::hash::BuildHasherDefault<WordHash>;

/// The words of one language, ready to be looked up.
pub struct Lexicon {
    words: HashMap<String, Word, Hashed>,
    before: HashMap<&'static str, Approximation>,
    after: HashMap<&'static str, Approximation>,
    rates: HashMap<&'static str, &'static str>,
    rate_phrases: HashMap<&'static str, &'static str>,
    /// The last words of phrases before, and the first ones of the others: most words are none of them.
    before_ends: HashSet<&'static str>,
    after_starts: HashSet<&'static str>,
    rate_starts: HashSet<&'static str>,
    /// Which language it is.
    pub language: Language,
}

/// The longest word that is looked up, bytes.
const WORD_BYTES: usize = 24;

impl Lexicon {
    /// That of the language.
    pub fn of(language: Language) -> &'static Lexicon {
        static ALL: [OnceLock<Lexicon>; 4] = [const { OnceLock::new() }; 4];
        let tables = match language {
            Language::English => &english::TABLES,
            Language::Spanish => &spanish::TABLES,
            Language::French => &french::TABLES,
            Language::German => &german::TABLES,
        };
        let [english, spanish, french, german] = &ALL;
        let place = match language {
            Language::English => english,
            Language::Spanish => spanish,
            Language::French => french,
            Language::German => german,
        };
        place.get_or_init(|| Lexicon::build(tables, language))
    }

    fn build(tables: &'static Tables, language: Language) -> Lexicon {
        let mut words: HashMap<String, Word, Hashed> = HashMap::default();
        for (role, list) in tables.words {
            for name in list.split_whitespace() {
                let word = words.entry(name.to_owned()).or_default();
                word.roles = word.roles.with(*role);
            }
        }
        for (role, list) in tables.numbers {
            let mut parts = list.split_whitespace();
            while let (Some(name), Some(value)) = (parts.next(), parts.next()) {
                let word = words.entry(name.to_owned()).or_default();
                word.roles = word.roles.with(*role);
                word.value = value.parse().unwrap_or(0);
            }
        }
        let mut rates = HashMap::new();
        let mut parts = tables.rates.split_whitespace();
        while let (Some(name), Some(per)) = (parts.next(), parts.next()) {
            rates.insert(name, per);
            let word = words.entry(name.to_owned()).or_default();
            word.roles = word.roles.with(Roles::RATE);
        }
        // Articles in other languages have English units too.
        for start in Unit::first_words(language).chain(Unit::first_words(Language::English)) {
            let singular = start.to_lowercase();
            for name in [format!("{singular}s"), singular] {
                let word = words.entry(name).or_default();
                word.roles = word.roles.with(Roles::UNIT);
            }
        }
        let (before, after) = (phrases(tables.before), phrases(tables.after));
        let rate_phrases: HashMap<_, _> = tables.rate_phrases.split('|').filter_map(|pair| pair.split_once('=')).collect();
        Lexicon {
            words,
            before_ends: before.keys().map(|phrase| last_token(phrase)).collect(),
            after_starts: after.keys().map(|phrase| first_token(phrase)).collect(),
            rate_starts: rate_phrases.keys().map(|phrase| first_token(phrase)).collect(),
            before,
            after,
            rates,
            rate_phrases,
            language,
        }
    }

    /// Whether a phrase before a figure can end with the word.
    pub fn may_end_before(&self, word: &str) -> bool {
        self.is_among(&self.before_ends, word)
    }

    /// Whether a phrase behind a figure can begin with the word.
    pub fn may_begin_after(&self, word: &str) -> bool {
        self.is_among(&self.after_starts, word)
    }

    /// Whether a rate in more words can begin with the word.
    pub fn may_begin_rate(&self, word: &str) -> bool {
        self.is_among(&self.rate_starts, word)
    }

    fn is_among(&self, words: &HashSet<&'static str>, word: &str) -> bool {
        words.contains(word) || word == "’" && words.contains("'") || words.contains(word.to_lowercase().as_str())
    }

    /// What a word can be, whatever its case.
    pub fn word(&self, written: &str) -> Word {
        let mut held = [0_u8; WORD_BYTES];
        let Some(buffer) = held.get_mut(..written.len()) else { return Word::default() };
        buffer.copy_from_slice(written.as_bytes());
        if written.is_ascii() {
            buffer.make_ascii_lowercase();
            let lower = std::str::from_utf8(buffer).unwrap_or("");
            return self.words.get(lower).copied().unwrap_or_default();
        }
        self.words.get(written.to_lowercase().as_str()).copied().unwrap_or_default()
    }

    /// How exactly a figure behind the phrase is meant.
    pub fn before(&self, phrase: &str) -> Option<Approximation> {
        self.before.get(phrase).copied()
    }

    /// The same for a phrase behind the figure.
    pub fn after(&self, phrase: &str) -> Option<Approximation> {
        self.after.get(phrase).copied()
    }

    /// What a word for a rate is per.
    pub fn rate(&self, word: &str) -> Option<&'static str> {
        self.rates.get(word.to_lowercase().as_str()).copied()
    }

    /// What a phrase for a rate is per.
    pub fn rate_phrase(&self, phrase: &str) -> Option<&'static str> {
        self.rate_phrases.get(phrase).copied()
    }
}

/// The letters at the end of a phrase, or the sign there.
fn last_token(phrase: &'static str) -> &'static str {
    let letters = phrase.trim_end_matches(char::is_alphabetic);
    let start = if letters.len() == phrase.len() { phrase.char_indices().last().map_or(0, |(at, _)| at) } else { letters.len() };
    phrase.get(start..).unwrap_or(phrase)
}

/// The letters at the beginning of a phrase, or the sign there.
fn first_token(phrase: &'static str) -> &'static str {
    let letters = phrase.find(|sign: char| !sign.is_alphabetic()).unwrap_or(phrase.len());
    let end = if letters == 0 { phrase.chars().next().map_or(0, char::len_utf8) } else { letters };
    phrase.get(..end).unwrap_or(phrase)
}

fn phrases(lists: &'static [(Approximation, &'static str)]) -> HashMap<&'static str, Approximation> {
    lists.iter().flat_map(|(meaning, list)| list.split('|').map(|phrase| (phrase, *meaning))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A word has one number: with two, the later list would change the earlier.
    #[test]
    fn no_word_has_two_numbers() {
        for tables in [&english::TABLES, &spanish::TABLES, &french::TABLES, &german::TABLES] {
            let mut numbers: HashMap<&str, u64> = HashMap::new();
            for (_, list) in tables.numbers {
                let parts: Vec<&str> = list.split_whitespace().collect();
                for pair in parts.chunks(2) {
                    let value = pair[1].parse().unwrap();
                    assert_eq!(*numbers.entry(pair[0]).or_insert(value), value, "{}", pair[0]);
                }
            }
        }
    }

    /// A phrase with two meanings would have the one that stands last.
    #[test]
    fn no_phrase_has_two_meanings() {
        for tables in [&english::TABLES, &spanish::TABLES, &french::TABLES, &german::TABLES] {
            for lists in [tables.before, tables.after] {
                let mut known = std::collections::HashSet::new();
                for phrase in lists.iter().flat_map(|(_, list)| list.split('|')) {
                    assert!(known.insert(phrase), "{phrase}");
                }
            }
        }
    }
}
