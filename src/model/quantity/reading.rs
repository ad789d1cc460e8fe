//! Reads a value off plain figures: `1,500`, `3200km`, `30 percent`, `as many as 2000 additional troops`.
//! What is not plain is left to the checker.

use super::value::{Approximation, Value, decimal};

/// What can be read off the words of a mark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The value.
    pub value: Value,
    /// Unit or counted noun, as written.
    pub unit: String,
    /// How exactly it is meant.
    pub approximation: Approximation,
}

/// Words before a figure and what they mean; longer ones first.
const HEDGES: &[(&str, Approximation)] = &[
    ("no fewer than", Approximation::AtLeast),
    ("no less than", Approximation::AtLeast),
    ("no more than", Approximation::UpTo),
    ("a maximum of", Approximation::UpTo),
    ("approximately", Approximation::About),
    ("as many as", Approximation::UpTo),
    ("as much as", Approximation::UpTo),
    ("fewer than", Approximation::LessThan),
    ("more than", Approximation::MoreThan),
    ("less than", Approximation::LessThan),
    ("at least", Approximation::AtLeast),
    ("at most", Approximation::UpTo),
    ("close to", Approximation::About),
    ("roughly", Approximation::About),
    ("around", Approximation::About),
    ("almost", Approximation::LessThan),
    ("nearly", Approximation::LessThan),
    ("about", Approximation::About),
    ("up to", Approximation::UpTo),
    ("under", Approximation::LessThan),
    ("over", Approximation::MoreThan),
    ("some", Approximation::About),
];

/// Currency signs before a figure become its unit.
const CURRENCIES: &[char] = &['$', '€', '£', '¥', '₹'];

/// Reads the one figure in the words; nothing where there is none, or more than one that is not a range.
pub fn read(words: &str) -> Option<Reading> {
    let trimmed = words.trim().trim_start_matches(['“', '"', '\'', '(']);
    let (approximation, rest) = strip_hedge(trimmed);
    let rest = rest.trim_start();
    let (currency, rest) = match rest.chars().next() {
        Some(sign) if CURRENCIES.contains(&sign) => (Some(sign), rest.get(sign.len_utf8()..).unwrap_or("")),
        _ => (None, rest),
    };
    let (low, after) = figure(rest)?;
    let (high, after, approximation) = match range_end(after) {
        Some((high, after)) => (Some(high), after, Approximation::Between),
        None => (None, after, approximation),
    };
    let (scale, unit) = scale_and_unit(after)?;
    let scaled = |value: rust_decimal::Decimal| value.checked_mul(scale);
    let value = Value { low: scaled(low)?, high: high.map(|high| scaled(high).ok_or(())).transpose().ok()? };
    let unit = currency.map_or(unit, |sign| sign.to_string());
    Some(Reading { value, unit, approximation })
}

fn strip_hedge(words: &str) -> (Approximation, &str) {
    for (hedge, meaning) in HEDGES {
        let head = words.get(..hedge.len());
        let rest = words.get(hedge.len()..).unwrap_or("");
        if head.is_some_and(|head| head.eq_ignore_ascii_case(hedge)) && rest.starts_with(char::is_whitespace) {
            return (*meaning, rest);
        }
    }
    (Approximation::Exact, words)
}

/// The figure at the start, and what follows it.
fn figure(words: &str) -> Option<(rust_decimal::Decimal, &str)> {
    let is_inner = |sign: char| sign.is_ascii_digit() || matches!(sign, ',' | '.' | '\u{202f}' | '\u{2009}' | '\u{a0}');
    let end = words.find(|sign| !is_inner(sign)).unwrap_or(words.len());
    let digits = words.get(..end)?.trim_end_matches(|sign: char| !sign.is_ascii_digit());
    let value = decimal(digits)?;
    Some((value, words.get(digits.len()..)?))
}

/// `to 20`, `–20` or `and 20` after a figure.
fn range_end(after: &str) -> Option<(rust_decimal::Decimal, &str)> {
    let trimmed = after.trim_start();
    let rest = trimmed.strip_prefix("to ").or_else(|| trimmed.strip_prefix('–')).or_else(|| after.strip_prefix('-'))?;
    figure(rest.trim_start())
}

/// A scale word (`million`) and the unit after it. Nothing where another figure follows: that is not plain.
fn scale_and_unit(after: &str) -> Option<(rust_decimal::Decimal, String)> {
    let rest = after.trim_start_matches(['-', '\u{2011}']).trim();
    let (first, tail) = rest.split_once(char::is_whitespace).unwrap_or((rest, ""));
    let scale: u64 = match first.to_lowercase().as_str() {
        "hundred" => 100,
        "thousand" => 1_000,
        "million" | "m" => 1_000_000,
        "billion" | "bn" => 1_000_000_000,
        "trillion" => 1_000_000_000_000,
        _ => 1,
    };
    let unit = if scale == 1 { rest } else { tail.trim() };
    let unit = unit.trim_end_matches(['.', ',', ';', ':', '”', '"', ')']);
    if unit.contains(|sign: char| sign.is_ascii_digit()) {
        return None;
    }
    let unit = match unit {
        "%" | "per cent" | "percent" | "pc" => "percent",
        other => other,
    };
    Some((scale.into(), unit.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(words: &str, value: &str, unit: &str, approximation: Approximation) {
        let reading = read(words).unwrap_or_else(|| panic!("nothing read in {words}"));
        assert_eq!(
            (reading.value.to_string().as_str(), reading.unit.as_str(), reading.approximation),
            (value, unit, approximation),
            "{words}"
        );
    }

    #[test]
    fn plain_figures_are_read() {
        use Approximation::*;
        check("1,500", "1,500", "", Exact);
        check("3200km", "3,200", "km", Exact);
        check("30 percent", "30", "percent", Exact);
        check("30%", "30", "percent", Exact);
        check("roughly 3200km", "3,200", "km", About);
        check("as many as 2000 additional troops", "2,000", "additional troops", UpTo);
        check("up to 10,000 active-duty troops", "10,000", "active-duty troops", UpTo);
        check("More than 2,000 members", "2,000", "members", MoreThan);
        check("$4.5 million", "4,500,000", "$", Exact);
        check("1.2 million people.", "1,200,000", "people", Exact);
        check("10 to 20 boats", "10 to 20", "boats", Between);
        check("140-mile", "140", "mile", Exact);
    }

    #[test]
    fn what_is_not_plain_is_left_to_the_checker() {
        for words in ["", "no active duty troops", "Monday", "1,553 mile (2,500 kilometer)", "C-17", "several"] {
            assert_eq!(read(words), None, "{words}");
        }
    }
}
