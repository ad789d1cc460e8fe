//! Words as the typesetter can set them: no control signs, no turning of direction that outlives its line, no sign without a font.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::direction::is_right_to_left_letter;

/// Stands where a sign cannot be printed.
pub(super) const REPLACEMENT: char = '\u{FFFD}';

/// Every sign in the strings of a tree of data that needs a picture.
pub(super) fn signs(data: &Value) -> BTreeSet<char> {
    let mut signs = BTreeSet::from([REPLACEMENT]);
    // Nearly all are of these few, which a list takes up much faster than a tree.
    let mut ascii = [false; 128];
    visit(data, &mut |text| {
        for sign in text.chars() {
            match ascii.get_mut(sign as usize) {
                Some(is_there) => *is_there = true,
                None if needs_font(sign) => _ = signs.insert(sign),
                None => {}
            }
        }
    });
    signs.extend(('\0'..='\u{7F}').zip(ascii).filter(|(sign, is_there)| *is_there && needs_font(*sign)).map(|(sign, _)| sign));
    signs
}

fn visit(data: &Value, see: &mut impl FnMut(&str)) {
    match data {
        Value::String(text) => see(text),
        Value::Array(list) => list.iter().for_each(|value| visit(value, see)),
        Value::Object(fields) => fields.values().for_each(|value| visit(value, see)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// Fields that name things for the template and hold no words.
const NAMES: &[&str] =
    &["link", "anchor", "id", "mark", "marks", "code", "kind", "look", "lang", "region", "paper", "language", "places", "svg"];
/// Fields whose words are set in a line of their own, or not at all: nothing is put into them.
const VERBATIM: &[&str] = &["runs", "document_title", "checker", "page_of"];
/// How long a word is that may be broken where it would not fit into a column.
const LONG_CHARS: usize = 24;

/// Makes every string printable: replaces signs that cannot be printed and counts them; ends turns of direction; keeps words of the other
/// direction together; lets long addresses break.
pub(super) struct Cleaner<'a> {
    /// Signs that no font has.
    pub missing: &'a BTreeSet<char>,
    /// Whether pages run from right to left.
    pub is_rtl: bool,
    /// How often a sign was replaced.
    pub lost: BTreeMap<char, usize>,
}

impl Cleaner<'_> {
    /// Cleans all words in a tree of data.
    pub fn clean(&mut self, data: &mut Value) {
        self.value(data, false);
    }

    fn value(&mut self, data: &mut Value, is_verbatim: bool) {
        match data {
            Value::String(text) => {
                if text.chars().any(|sign| !is_plain(sign) || self.missing.contains(&sign)) {
                    *text = self.cleaned(text);
                }
                if !is_verbatim {
                    *text = kept_together(breakable(std::mem::take(text)), self.is_rtl);
                }
            }
            Value::Array(list) => list.iter_mut().for_each(|value| self.value(value, is_verbatim)),
            Value::Object(fields) => {
                for (name, value) in fields.iter_mut().filter(|(name, _)| !NAMES.contains(&name.as_str())) {
                    // A short note stands among the runs of its paragraph, but is set elsewhere.
                    self.value(value, is_verbatim && name != "note" || VERBATIM.contains(&name.as_str()));
                }
            }
            Value::Null | Value::Bool(_) | Value::Number(_) => {}
        }
    }

    fn cleaned(&mut self, text: &str) -> String {
        let mut clean = String::with_capacity(text.len() + 4);
        // What closes the turns of direction that are open.
        let mut open = Vec::new();
        for sign in text.chars() {
            match sign {
                '\n' => clean.push(sign),
                '\t' => clean.push_str("    "),
                '\u{2028}' | '\u{2029}' | '\u{85}' | '\u{B}' | '\u{C}' => clean.push('\n'),
                '\u{202A}' | '\u{202B}' | '\u{202D}' | '\u{202E}' => {
                    open.push('\u{202C}');
                    clean.push(sign);
                }
                '\u{2066}'..='\u{2068}' => {
                    open.push('\u{2069}');
                    clean.push(sign);
                }
                '\u{202C}' | '\u{2069}' => {
                    if open.last() == Some(&sign) {
                        open.pop();
                        clean.push(sign);
                    }
                }
                // It has no width and no meaning inside a text, and an archival file may not hold it.
                '\u{FEFF}' => {}
                _ if sign.is_control() || matches!(sign, '\u{FFFE}' | '\u{FFFF}') || is_private(sign) || self.missing.contains(&sign) => {
                    *self.lost.entry(sign).or_default() += 1;
                    clean.push(REPLACEMENT);
                }
                _ => clean.push(sign),
            }
        }
        clean.extend(open.iter().rev());
        clean
    }
}

/// A text whose long words may break: after the joints of an address, else anywhere.
fn breakable(text: String) -> String {
    if !text.split(char::is_whitespace).any(|word| word.len() > LONG_CHARS && word.chars().count() > LONG_CHARS) {
        return text;
    }
    let mut broken = String::with_capacity(text.len() + 8);
    for piece in text.split_inclusive(char::is_whitespace) {
        let is_long = piece.chars().count() > LONG_CHARS;
        let mut run = 0;
        for sign in piece.chars() {
            broken.push(sign);
            run += 1;
            if is_long && (matches!(sign, '/' | '.' | '?' | '&' | '=' | '_' | '-' | '@' | ':') || run >= LONG_CHARS) {
                broken.push('\u{200B}');
                run = 0;
            }
        }
    }
    broken
}

/// A text with letters of the other direction between signs that keep them together.
fn kept_together(text: String, is_rtl: bool) -> String {
    let is_other = |sign: char| sign.is_alphabetic() && is_right_to_left_letter(sign) != is_rtl;
    if text.is_ascii() && !is_rtl || !text.chars().any(is_other) {
        return text;
    }
    format!("\u{2068}{text}\u{2069}")
}

/// Whether a sign may stand as it is.
fn is_plain(sign: char) -> bool {
    sign == '\n'
        || !(sign.is_control()
            || is_private(sign)
            || is_turn(sign)
            || matches!(sign, '\u{2028}' | '\u{2029}' | '\u{FEFF}' | '\u{FFFE}' | '\u{FFFF}'))
}

fn is_turn(sign: char) -> bool {
    matches!(sign, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// Signs whose meaning is agreed in private; an archive cannot keep them.
fn is_private(sign: char) -> bool {
    matches!(sign, '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{10FFFF}')
}

/// Whether a sign is seen.
fn needs_font(sign: char) -> bool {
    !(sign.is_control() || sign.is_whitespace() || is_private(sign) || is_turn(sign) || is_ignorable(sign))
}

/// Signs that only steer the shapes of others (Default_Ignorable_Code_Point of Unicode).
fn is_ignorable(sign: char) -> bool {
    matches!(sign,
        '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}'..='\u{1160}' | '\u{17B4}'..='\u{17B5}' | '\u{180B}'..='\u{180F}'
        | '\u{200B}'..='\u{200F}' | '\u{2060}'..='\u{206F}' | '\u{3164}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFA0}'
        | '\u{FFF0}'..='\u{FFF8}' | '\u{1BCA0}'..='\u{1BCA3}' | '\u{1D173}'..='\u{1D17A}' | '\u{E0000}'..='\u{E0FFF}')
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn check(text: &str, expected: &str, lost: usize) {
        let missing = BTreeSet::from(['ཀ']);
        let mut cleaner = Cleaner { missing: &missing, is_rtl: false, lost: BTreeMap::new() };
        let mut data = json!({ "a": [text], "id": text });
        cleaner.clean(&mut data);
        assert_eq!((data["a"][0].as_str().unwrap(), cleaner.lost.values().sum::<usize>()), (expected, lost), "{text:?}");
        assert_eq!(data["id"].as_str().unwrap(), text);
    }

    #[test]
    fn what_cannot_be_printed_is_replaced_and_counted() {
        check("plain – “words”", "plain – “words”", 0);
        check("nul\u{0}bell\u{7}", "nul\u{FFFD}bell\u{FFFD}", 2);
        check("tab\there\u{2028}there", "tab    here\nthere", 0);
        check("ཀཀ\u{E000}", "\u{FFFD}\u{FFFD}\u{FFFD}", 3);
    }

    #[test]
    fn a_turn_of_direction_ends_with_its_text() {
        check("\u{202E}txet", "\u{202E}txet\u{202C}", 0);
        check("a\u{202C}\u{2069}b", "ab", 0);
        check("\u{2067}a\u{202B}b", "\u{2067}a\u{202B}b\u{202C}\u{2069}", 0);
        check("\u{2067}a\u{2069}b", "\u{2067}a\u{2069}b", 0);
    }

    #[test]
    fn words_of_the_other_direction_stay_together() {
        check("שלום (1)", "\u{2068}שלום (1)\u{2069}", 0);
        let mut cleaner = Cleaner { missing: &BTreeSet::new(), is_rtl: true, lost: BTreeMap::new() };
        let mut data = json!(["سلام", "A1", "12 %", { "runs": ["Rain"] }]);
        cleaner.clean(&mut data);
        assert_eq!(data, json!(["سلام", "\u{2068}A1\u{2069}", "12 %", { "runs": ["Rain"] }]));
    }

    #[test]
    fn long_words_may_break_where_they_have_joints() {
        check("a long sentence of short words, which is left alone", "a long sentence of short words, which is left alone", 0);
        check(
            "see https://a.example/b?c=1-2345678",
            "see https:\u{200B}/\u{200B}/\u{200B}a.\u{200B}example/\u{200B}b?\u{200B}c=\u{200B}1-\u{200B}2345678",
            0,
        );
        check(&"x".repeat(30), &format!("{}\u{200B}{}", "x".repeat(24), "x".repeat(6)), 0);
    }

    #[test]
    fn signs_are_those_that_are_seen() {
        let found = signs(&json!(["a \u{200B}\n\u{7}é", { "k": "ب" }]));
        assert_eq!(found, BTreeSet::from(['a', 'é', 'ب', REPLACEMENT]));
    }
}
