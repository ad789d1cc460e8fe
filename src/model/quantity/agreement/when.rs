//! Whether two times, as written, are different ones, and which time several span.

use crate::model::day::{month_name, month_of};

/// A time as far as words name it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct When {
    year: Option<u16>,
    month: Option<u8>,
    day: Option<u8>,
    /// Hours and minutes.
    clock: Option<(u8, u8)>,
}

/// Whether two times are clearly different ones. What one of them leaves open may be as the other has it: January 2025 is no other time
/// than 22 January 2025. Words without a date, as `before the order`, are compared as words.
pub(super) fn is_other_time(one: &str, other: &str) -> bool {
    let (one, other) = (one.trim(), other.trim());
    if one.is_empty() || other.is_empty() {
        return false;
    }
    let (when, other_when) = (When::read(one), When::read(other));
    match (when == When::default(), other_when == When::default()) {
        (true, true) => one.to_lowercase() != other.to_lowercase(),
        (false, false) => when.differs(other_when),
        _ => false,
    }
}

/// The year that words name.
pub fn year(words: &str) -> Option<u16> {
    When::read(words).year
}

/// Month and year of these times: `January 2025`, `October 2018 to January 2025`; blank where none is known. What is no date is told only
/// where all say it.
pub fn period<'a>(times: impl Iterator<Item = &'a str> + Clone) -> String {
    let times = times.map(str::trim).filter(|time| !time.is_empty());
    let Some(first) = times.clone().next() else { return String::new() };
    if times.clone().all(|time| time == first) && When::read(first) == When::default() {
        return first.to_owned();
    }
    let known = times.map(When::read).filter(|when| when.year.is_some());
    let key = |when: &When| (when.year, when.month);
    let (Some(from), Some(to)) = (known.clone().min_by_key(key), known.max_by_key(key)) else { return String::new() };
    if key(&from) == key(&to) { from.words() } else { format!("{} to {}", from.words(), to.words()) }
}

impl When {
    fn read(words: &str) -> When {
        let mut when = When::default();
        let tokens = words.split(|sign: char| sign.is_whitespace() || matches!(sign, ',' | '(' | ')')).filter(|token| !token.is_empty());
        for token in tokens {
            if let Some(clock) = clock(token) {
                when.clock = when.clock.or(Some(clock));
            } else if let Some((year, month, day)) = iso(token) {
                when = When { year: Some(year), month: Some(month), day, ..when };
            } else {
                when.take(token.trim_end_matches(|sign: char| !sign.is_alphanumeric()));
            }
        }
        // A day without its month is none.
        When { day: when.day.filter(|_| when.month.is_some()), ..when }
    }

    fn take(&mut self, word: &str) {
        let digits = word.trim_end_matches(|sign: char| sign.is_ascii_alphabetic());
        let is_figure = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
        match digits.len() {
            4 if is_figure => self.year = self.year.or(digits.parse().ok().filter(|year| (1500..2200).contains(year))),
            1 | 2 if is_figure => self.day = self.day.or(digits.parse().ok().filter(|day| (1..=31).contains(day))),
            _ => self.month = self.month.or(month_of(word)),
        }
    }

    /// Where one of the coarser parts differs, the finer ones need not be asked; where it is open, they say nothing.
    fn differs(self, other: When) -> bool {
        fn differ<T: PartialEq>(one: Option<T>, other: Option<T>) -> bool {
            one.zip(other).is_some_and(|(one, other)| one != other)
        }
        differ(self.year, other.year) || differ(self.month, other.month) || differ(self.day, other.day) || differ(self.clock, other.clock)
    }

    /// `January 2025`, `2025`.
    fn words(self) -> String {
        let year = self.year.map_or_else(String::new, |year| year.to_string());
        match self.month.and_then(month_name) {
            Some(month) => format!("{month} {year}"),
            None => year,
        }
    }
}

/// `18:00`.
fn clock(token: &str) -> Option<(u8, u8)> {
    let (hours, minutes) = token.split_once(':')?;
    Some((hours.parse().ok()?, minutes.get(..2)?.parse().ok()?))
}

/// `2025-01-22`, `2025-01`.
fn iso(token: &str) -> Option<(u16, u8, Option<u8>)> {
    let mut parts = token.split('T').next()?.split('-');
    let (year, month) = (parts.next().filter(|year| year.len() == 4)?.parse().ok()?, parts.next()?.parse().ok()?);
    Some((year, month, parts.next().and_then(|day| day.parse().ok())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_period_goes_from_the_first_to_the_last_month() {
        let of = |times: &[&str]| period(times.iter().copied());
        assert_eq!(of(&["22 January 2025", "", "2025-01-24"]), "January 2025");
        assert_eq!(of(&["January 2025", "29 October 2018", "February 2019"]), "October 2018 to January 2025");
        assert_eq!(of(&["2019", "2018"]), "2018 to 2019");
        assert_eq!([of(&["before the order", "before the order"]), of(&["now", "then"]), of(&[""])], ["before the order", "", ""]);
    }

    #[test]
    fn times_differ_by_what_both_of_them_tell_or_as_words() {
        for (one, other) in [
            ("January 2025", "February 2019"),
            ("22 January 2025", "Jan 2024"),
            ("2025-01-22", "2025-02-01"),
            ("January", "March"),
            ("13 March 2031", "14 March 2031"),
            ("Jan 22, 2025", "2025-01-24"),
            ("13 March 2031, 18:00", "13 March 2031, 23:00"),
            ("before the order", "after the order"),
        ] {
            assert!(is_other_time(one, other) && is_other_time(other, one), "{one} {other}");
        }
        for (one, other) in [
            ("", "January 2025"),
            ("January 2025", "2025"),
            ("22 January 2025", "January 2025"),
            ("Jan 22nd, 2025", "2025-01-22"),
            ("13 March 2031, 18:00", "13 March 2031"),
            ("before the order", "January 2025"),
            ("Now", "now"),
        ] {
            assert!(!is_other_time(one, other) && !is_other_time(other, one), "{one} {other}");
        }
    }
}
