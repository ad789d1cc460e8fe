//! Signs of a text by which it may be other than it looks: direction marks, signs that cannot be seen, letters of one alphabet in the words
//! of another.

/// What is odd.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OddityKind {
    /// Embeddings, overrides and isolates, which change the order in which words are shown. The plain marks (LRM, RLM, ALM) are ordinary in
    /// Hebrew and Arabic news and reorder nothing by themselves.
    Direction,
    /// Signs without a width or a shape: zero-width spaces and joiners of words, byte order marks within a text, tags.
    Hidden,
    /// Words of one alphabet with letters of another one that look the same.
    LookAlike,
}

/// Something odd of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Oddity {
    /// What it is.
    pub kind: OddityKind,
    /// How many signs, or words.
    pub count: usize,
    /// Where the first one begins, in bytes.
    pub first: usize,
    /// The first word, of look-alikes.
    pub word: String,
}

/// What is odd in a text, by kind.
pub fn oddities(text: &str) -> Vec<Oddity> {
    let mut found = signs(text);
    found.extend(look_alikes(text));
    found
}

/// Whether a sign changes the direction of what is shown.
pub fn is_direction(sign: char) -> bool {
    matches!(sign, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Whether a sign cannot be seen and has no use in most scripts. What joins or parts letters (ZWJ, ZWNJ, soft hyphens) has.
fn is_hidden(sign: char) -> bool {
    matches!(sign, '\u{200b}' | '\u{2060}'..='\u{2064}' | '\u{feff}' | '\u{e0000}'..='\u{e007f}')
}

/// Direction marks and hidden signs. Looks at bytes, which in a book is ten times as quick as looking at letters.
fn signs(text: &str) -> Vec<Oddity> {
    let bytes = text.as_bytes();
    let mut found = [OddityKind::Direction, OddityKind::Hidden].map(|kind| Oddity { kind, count: 0, first: 0, word: String::new() });
    for at in memchr::memchr3_iter(0xe2, 0xef, 0xf3, bytes) {
        let Some(sign) = text.get(at..).and_then(|rest| rest.chars().next()) else { continue };
        let nth = match sign {
            sign if is_direction(sign) => 0,
            sign if is_hidden(sign) && !is_in_use(text, at, sign) => 1,
            _ => continue,
        };
        if let Some(oddity) = found.get_mut(nth) {
            oddity.first = if oddity.count == 0 { at } else { oddity.first };
            oddity.count += 1;
        }
    }
    found.into_iter().filter(|oddity| oddity.count > 0).collect()
}

/// Where a hidden sign is ordinary: gaps between words of scripts without blanks, tags of a flag, a byte order mark at the very beginning.
fn is_in_use(text: &str, at: usize, sign: char) -> bool {
    let before = text.get(..at).and_then(|before| before.chars().next_back());
    let after = text.get(at + sign.len_utf8()..).and_then(|after| after.chars().next());
    // Thai, Lao, Tibetan, Myanmar, Khmer.
    let has_no_blanks = |sign: Option<char>| sign.is_some_and(|sign| matches!(sign, '\u{e00}'..='\u{109f}' | '\u{1780}'..='\u{17ff}'));
    match sign {
        '\u{200b}' => has_no_blanks(before) || has_no_blanks(after),
        '\u{e0000}'..='\u{e007f}' => before.is_some_and(|sign| matches!(sign, '\u{1f3f4}' | '\u{e0000}'..='\u{e007f}')),
        '\u{feff}' => at == 0,
        _ => false,
    }
}

/// Letters of Cyrillic and Greek that look like Latin ones in most fonts.
const ALIKE: &str = "аеорсухіјѕԁһԛԝАВЕКМНОРСТУХІЈЅοΑΒΕΖΗΙΚΜΝΟΡΤΥΧν";

/// A word and which letters it has.
#[derive(Clone, Copy, Default)]
struct Word {
    start: usize,
    latin: usize,
    alike: usize,
    foreign: usize,
}

/// Words that mix Latin letters with some that look like them; in a text without other foreign letters also words of those alone.
fn look_alikes(text: &str) -> Option<Oddity> {
    // Greek and Cyrillic begin with these bytes.
    if !text.bytes().any(|byte| matches!(byte, 0xcd..=0xd4)) {
        return None;
    }
    let mut mixed: Vec<(usize, usize)> = Vec::new();
    let mut whole: Vec<(usize, usize)> = Vec::new();
    let (mut latin, mut foreign) = (0, 0);
    let mut word = Word::default();
    for (at, sign) in text.char_indices().chain([(text.len(), ' ')]) {
        if sign.is_ascii_alphabetic() || matches!(sign, 'À'..='ɏ') {
            word.latin += 1;
        } else if matches!(sign, '\u{370}'..='\u{52f}') && sign.is_alphabetic() {
            let is_alike = ALIKE.contains(sign);
            word.alike += usize::from(is_alike);
            word.foreign += usize::from(!is_alike);
        } else if !sign.is_alphanumeric() {
            latin += word.latin;
            foreign += word.foreign;
            match word {
                Word { foreign: 0, alike: 1.., latin: 1.., start } => mixed.push((start, at)),
                Word { foreign: 0, alike: 3.., latin: 0, start } => whole.push((start, at)),
                _ => {}
            }
            word = Word { start: at + sign.len_utf8(), ..Word::default() };
        }
    }
    if foreign == 0 && latin > 0 {
        mixed.append(&mut whole);
        mixed.sort_unstable();
    }
    let (first, end) = *mixed.first()?;
    let word = text.get(first..end).unwrap_or("").to_owned();
    Some(Oddity { kind: OddityKind::LookAlike, count: mixed.len(), first, word })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[(OddityKind, usize, usize, &str)]) {
        let found = oddities(text);
        let found: Vec<_> = found.iter().map(|odd| (odd.kind, odd.count, odd.first, odd.word.as_str())).collect();
        assert_eq!(found, expected, "{text:?}");
    }

    #[test]
    fn signs_that_are_not_seen_are_counted_from_the_first() {
        use OddityKind::{Direction, Hidden};
        check("Plain “words”, \u{200f}marks\u{200d}, soft\u{ad}hyphen，。 \u{1f600}", &[]);
        check("a\u{202e}b\u{202c}", &[(Direction, 2, 1, "")]);
        check("un\u{200b}seen \u{feff}x\u{2060}", &[(Hidden, 3, 2, "")]);
        check("\u{feff}It rained.", &[]);
        check("a\u{e0041}\u{e0042}", &[(Hidden, 1, 1, "")]);
        check("\u{1f3f4}\u{e0067}\u{e0062}\u{e007f}", &[]);
        check("\u{e01}\u{200b}\u{e02}", &[]);
    }

    #[test]
    fn letters_of_another_alphabet_in_a_word_are_found_and_honest_ones_are_not() {
        use OddityKind::LookAlike;
        check("The m\u{430}yor p\u{430}id.", &[(LookAlike, 2, 4, "m\u{430}yor")]);
        check("The \u{441}\u{43e}\u{440}\u{435} said so.", &[(LookAlike, 1, 4, "\u{441}\u{43e}\u{440}\u{435}")]);
        // A Russian word of letters that are all alike, among others that are not.
        check("In Russian, dew is \u{440}\u{43e}\u{441}\u{430}, and gate \u{432}\u{43e}\u{440}\u{43e}\u{442}\u{430}.", &[]);
        check("\u{41d}\u{430} \u{440}\u{43e}\u{441}\u{430} \u{438} Apple \u{432}\u{43c}\u{435}\u{441}\u{442}\u{435}.", &[]);
        check("5 \u{3bc}m of k\u{3a9}, \u{394}T and \u{3b1}-rays; IT-\u{430}\u{434}\u{43c}\u{438}\u{43d}", &[]);
        check("na\u{ef}ve caf\u{e9} \u{15e}i\u{15f}li", &[]);
    }
}
