//! Values, exact to the last digit written, and how exactly they are meant.

use std::fmt;
use std::str::FromStr;

use rust_decimal::Decimal;

/// A value or a range of values.
///
/// ```
/// use tickmark::model::quantity::Value;
///
/// assert_eq!("2,000 to 10000".parse().map(|value: Value| value.to_string()).as_deref(), Ok("2,000 to 10,000"));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Value {
    /// The value, or the lower end of the range.
    pub low: Decimal,
    /// The upper end where it is a range.
    pub high: Option<Decimal>,
}

impl Value {
    /// A single value.
    pub fn one(value: Decimal) -> Self {
        Value { low: value, high: None }
    }

    /// The same below zero.
    pub fn negated(self) -> Self {
        match self.high {
            None => Value::one(-self.low),
            Some(high) => Value { low: -high, high: Some(-self.low) },
        }
    }

    /// The same without zeros at the end of its decimals.
    pub fn normalized(self) -> Self {
        Value { low: self.low.normalize(), high: self.high.map(|high| high.normalize()) }
    }
}

/// Why a text is no value.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is not a number. Write it in digits, as 1500 or 3.5, or a range as 10 to 20")]
pub struct NoValue(pub String);

impl FromStr for Value {
    type Err = NoValue;

    /// Reads `1500`, `1,500`, `-3.5`, `10 to 20`, `10–20`.
    fn from_str(text: &str) -> Result<Self, NoValue> {
        let no_value = || NoValue(text.trim().to_owned());
        let trimmed = text.trim();
        let ends = trimmed.split_once(" to ").or_else(|| trimmed.split_once('–')).or_else(|| {
            let at = trimmed.get(1..)?.find('-')? + 1;
            Some((trimmed.get(..at)?, trimmed.get(at + 1..)?))
        });
        let Some((low, high)) = ends else {
            return decimal(trimmed).map(Value::one).ok_or_else(no_value);
        };
        let low = decimal(low).ok_or_else(no_value)?;
        let high = decimal(high).ok_or_else(no_value)?;
        Ok(Value { low: low.min(high), high: Some(high.max(low)) })
    }
}

/// Digits with a decimal point; commas and narrow spaces between groups of three are allowed.
pub fn decimal(text: &str) -> Option<Decimal> {
    let trimmed = text.trim();
    let (whole, fraction) = trimmed.split_once('.').unwrap_or((trimmed, ""));
    let mut groups = whole.split([',', '\u{202f}', '\u{2009}', '\u{a0}']);
    let first_is_short = groups.next().is_some_and(|group| (1..=3).contains(&group.trim_start_matches('-').len()));
    let mut has_groups = false;
    for group in groups {
        has_groups = true;
        if group.len() != 3 {
            return None;
        }
    }
    if has_groups && !first_is_short || fraction.contains(',') {
        return None;
    }
    let plain: String = trimmed.chars().filter(|sign| !matches!(sign, ',' | '\u{202f}' | '\u{2009}' | '\u{a0}')).collect();
    plain.starts_with(|sign: char| sign.is_ascii_digit() || sign == '-' || sign == '.').then(|| Decimal::from_str(&plain).ok())?
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.high {
            None => f.write_str(&grouped(self.low)),
            Some(high) => write!(f, "{} to {}", grouped(self.low), grouped(high)),
        }
    }
}

/// Digits in groups of three from 1,000 on.
fn grouped(value: Decimal) -> String {
    let plain = value.normalize().to_string();
    let (sign, plain) = plain.strip_prefix('-').map_or(("", plain.as_str()), |rest| ("−", rest));
    let (whole, fraction) = plain.split_once('.').map_or((plain, None), |(whole, fraction)| (whole, Some(fraction)));
    let mut digits = String::new();
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at) % 3 == 0 {
            digits.push(',');
        }
        digits.push(digit);
    }
    match fraction {
        Some(fraction) => format!("{sign}{digits}.{fraction}"),
        None => format!("{sign}{digits}"),
    }
}

/// How exactly a figure is meant.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Approximation {
    /// As written.
    #[default]
    Exact,
    /// About, roughly, around.
    About,
    /// Up to, as many as, at most.
    UpTo,
    /// At least, no fewer than.
    AtLeast,
    /// More than, over.
    MoreThan,
    /// Less than, under, nearly.
    LessThan,
    /// Between two values.
    Between,
}

impl Approximation {
    /// All of them, in the order of the menu.
    pub const ALL: [Approximation; 7] = [
        Approximation::Exact,
        Approximation::About,
        Approximation::UpTo,
        Approximation::AtLeast,
        Approximation::MoreThan,
        Approximation::LessThan,
        Approximation::Between,
    ];

    /// The word on screen.
    pub fn word(self) -> &'static str {
        match self {
            Approximation::Exact => "exact",
            Approximation::About => "about",
            Approximation::UpTo => "up to",
            Approximation::AtLeast => "at least",
            Approximation::MoreThan => "more than",
            Approximation::LessThan => "less than",
            Approximation::Between => "between",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_read_and_written_with_groups() {
        let check =
            |text: &str, shown: &str| assert_eq!(text.parse::<Value>().map(|value| value.to_string()), Ok(shown.to_owned()), "{text}");
        check("1500", "1,500");
        check(" 1,500 ", "1,500");
        check("3.50", "3.5");
        check("-12000", "−12,000");
        check("10 to 20", "10 to 20");
        check("20–10", "10 to 20");
        check("10-20", "10 to 20");
        check("1234567.25", "1,234,567.25");
        check("0", "0");
    }

    #[test]
    fn what_is_no_number_is_refused_in_words() {
        for text in ["", "abc", "1,50", "1500,000", "1.2.3", "1.5,0", "to", "1 to x", "-"] {
            assert!(text.parse::<Value>().is_err(), "{text}");
        }
    }
}
