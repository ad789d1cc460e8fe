//! Figures in digits: what is a decimal sign and what parts thousands, by the habits of the article.

use rust_decimal::Decimal;

use crate::model::document::Language;

/// How an article writes figures.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Style {
    /// `1,5` is one and a half, and `1.500` are fifteen hundred.
    pub is_comma_decimal: bool,
    /// Plain spaces part thousands: `1 500`.
    pub has_spaces: bool,
    /// Thousands below ten thousand are parted somewhere (`1,500`), so `2018` alone is a year.
    pub parts_thousands: bool,
    /// The pound sign stands somewhere, so pounds are money.
    pub has_pound_sign: bool,
}

/// How much of an article tells its habits, bytes.
const SAMPLE_BYTES: usize = 64_000;

impl Style {
    /// The habits of a text: those of its language, unless its own figures say otherwise.
    pub fn of(text: &str, language: Language) -> Style {
        let mut end = text.len().min(SAMPLE_BYTES);
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        let sample = text.get(..end).unwrap_or("");
        let votes = Votes::of(sample.as_bytes());
        Style {
            is_comma_decimal: match language {
                Language::English => votes.comma_decimals >= 2 && votes.comma_decimals > 2 * votes.point_decimals,
                Language::Spanish | Language::French | Language::German => votes.point_decimals <= votes.comma_decimals,
            },
            has_spaces: matches!(language, Language::French | Language::Spanish),
            parts_thousands: votes.has_parted,
            has_pound_sign: sample.contains('£'),
        }
    }
}

/// What the figures of a text speak for.
#[derive(Default)]
struct Votes {
    point_decimals: u32,
    comma_decimals: u32,
    has_parted: bool,
}

impl Votes {
    fn of(bytes: &[u8]) -> Votes {
        let mut votes = Votes::default();
        let digits = |from: usize| bytes.get(from..).unwrap_or(&[]).iter().take_while(|byte| byte.is_ascii_digit()).count();
        let mut at = 0;
        while let Some(found) = bytes.get(at..).and_then(|rest| rest.iter().position(u8::is_ascii_digit)) {
            let from = at + found;
            let first = digits(from);
            at = from + first;
            let (mut groups, mut sign) = (0, 0);
            // Groups of three with one and the same sign.
            while let Some(next @ (b'.' | b',')) = bytes.get(at).copied()
                && (groups == 0 || next == sign)
                && digits(at + 1) == 3
                && first <= 3
            {
                (groups, sign, at) = (groups + 1, next, at + 4);
            }
            votes.has_parted |= groups > 0;
            let last = bytes.get(at).copied().filter(|last| matches!(last, b'.' | b','));
            let fraction = if last.is_some() { digits(at + 1) } else { 0 };
            let is_end = !matches!(bytes.get(at + 1 + fraction), Some(b'.' | b',' | b':' | b'/')) || fraction == 0;
            match (groups, sign, last) {
                (1.., b',', Some(b'.')) if fraction > 0 => votes.point_decimals += 2,
                (1.., b'.', Some(b',')) if fraction > 0 => votes.comma_decimals += 2,
                (2.., b',', _) => votes.point_decimals += 2,
                (2.., b'.', _) => votes.comma_decimals += 2,
                (0, _, Some(b'.')) if (1..=2).contains(&fraction) && is_end => votes.point_decimals += 1,
                (0, _, Some(b',')) if (1..=2).contains(&fraction) && is_end => votes.comma_decimals += 1,
                _ => {}
            }
            if fraction > 0 {
                at += 1 + fraction;
            }
        }
        votes
    }
}

/// A figure in digits.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Numeral {
    /// Its value.
    pub value: Decimal,
    /// Digits alone, without any sign inside.
    pub is_plain: bool,
    /// Thousands are parted.
    pub is_parted: bool,
}

/// The figure that the digits with their inner signs are; nothing where they are no figure (`1.2.3`).
pub fn numeral(written: &str, style: Style) -> Option<Numeral> {
    if written.bytes().all(|byte| byte.is_ascii_digit()) {
        let value = written.parse().ok()?;
        return Some(Numeral { value, is_plain: true, is_parted: false });
    }
    let spaced = written.contains(|sign: char| !sign.is_ascii_digit() && sign != '.' && sign != ',');
    let tight: String = written.chars().filter(|sign| sign.is_ascii_digit() || matches!(sign, '.' | ',')).collect();
    let (points, commas) = (tight.matches('.').count(), tight.matches(',').count());
    let (whole, fraction, parts) = match (points, commas) {
        (0, 0) => (tight.as_str(), "", None),
        (1, 0) => single(&tight, '.', style.is_comma_decimal && !spaced)?,
        (0, 1) => single(&tight, ',', !style.is_comma_decimal && !spaced)?,
        (_, 0) => (tight.as_str(), "", Some('.')),
        (0, _) => (tight.as_str(), "", Some(',')),
        _ => {
            let last = tight.rfind(['.', ','])?;
            let decimal = tight.get(last..)?.chars().next()?;
            let parting = if decimal == '.' { ',' } else { '.' };
            (tight.get(..last)?, tight.get(last + 1..)?, Some(parting))
        }
    };
    if parts.is_some_and(|sign| !are_groups(whole, sign)) {
        return None;
    }
    let digits: String = whole.chars().filter(char::is_ascii_digit).collect();
    if written.starts_with(['.', ',']) && (points + commas != 1 || !whole.is_empty()) {
        return None;
    }
    let digits = if digits.is_empty() { "0".to_owned() } else { digits };
    let joined = if fraction.is_empty() { digits } else { format!("{digits}.{fraction}") };
    Some(Numeral { value: joined.parse().ok()?, is_plain: false, is_parted: spaced || parts.is_some() })
}

/// A figure with one sign, which parts thousands only where three digits follow up to three.
fn single(tight: &str, sign: char, parts_thousands: bool) -> Option<(&str, &str, Option<char>)> {
    let (whole, fraction) = tight.split_once(sign)?;
    if parts_thousands && fraction.len() == 3 && (1..=3).contains(&whole.len()) && !whole.starts_with('0') {
        return Some((tight, "", Some(sign)));
    }
    Some((whole, fraction, None))
}

/// Groups of three, or as in India of two with three at the end.
fn are_groups(whole: &str, sign: char) -> bool {
    let groups: Vec<usize> = whole.split(sign).map(str::len).collect();
    let Some(((first, middle), last)) = groups.split_first().and_then(|(first, rest)| Some(((*first, rest.split_last()?.1), rest.last()?)))
    else {
        return false;
    };
    let is_western = (1..=3).contains(&first) && middle.iter().all(|length| *length == 3);
    let is_indian = sign == ',' && (1..=2).contains(&first) && middle.iter().all(|length| *length == 2);
    *last == 3 && (is_western || is_indian)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(written: &str, is_comma_decimal: bool, expected: &str) {
        let read = numeral(written, Style { is_comma_decimal, ..Style::default() });
        assert_eq!(read.map_or("none".to_owned(), |read| read.value.normalize().to_string()), expected, "{written}");
    }

    #[test]
    fn points_and_commas_are_read_by_the_habits_of_the_article() {
        check("1,500", false, "1500");
        check("1,500", true, "1.5");
        check("1.500", true, "1500");
        check("1.500", false, "1.5");
        check("1,234,567.89", false, "1234567.89");
        check("1.234.567,89", true, "1234567.89");
        check("1.234,5", false, "1234.5");
        check("3,5", true, "3.5");
        check("0.25", true, "0.25");
        check("1 500", true, "1500");
        check("1\u{202f}500,5", true, "1500.5");
        check("1'500", false, "1500");
        check("12,34,567", false, "1234567");
        check("1,50,000", false, "150000");
        check("2018", false, "2018");
        check("1.2.3", false, "none");
        check("22,24,26", false, "none");
        check("192.168.1.1", false, "none");
    }

    #[test]
    fn an_article_shows_its_habits() {
        let comma = |text: &str, language| Style::of(text, language).is_comma_decimal;
        assert!(!comma("It rose 3.5 percent to 1,500.", Language::English));
        assert!(comma("Subió un 3,5 % hasta 1.500.", Language::Spanish));
        assert!(!comma("Subió 3.5 por ciento, a 1,500 pesos.", Language::Spanish));
        assert!(comma("Nothing at all", Language::German));
        assert!(comma("Costs: 3,5 and 4,2 and 10,25.", Language::English));
    }
}
