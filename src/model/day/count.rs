//! How many days lie between two days, and which day is so many on. The calendar is the one of today, for years before 1582 as well.

use super::{Day, days_of};

/// Days in 400 years, after which the calendar repeats itself.
const DAYS_OF_ERA: i64 = 146_097;
/// From 1 March of the year 0 to 1 January 1970, days.
const TO_1970: i64 = 719_468;
const WEEKDAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// How far two days are apart, as people say it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Apart {
    /// Full years.
    pub years: i64,
    /// Full months beyond them.
    pub months: i64,
    /// Days beyond those.
    pub days: i64,
}

impl Day {
    /// Days since 1 January 1970, below zero before it. The formula is `days_from_civil` of Howard Hinnant, *chrono-Compatible Low-Level
    /// Date Algorithms* (2013): the year begins in March, so that the leap day is its last.
    pub fn count(self) -> i64 {
        let (month, day) = (i64::from(self.month), i64::from(self.day));
        let year = i64::from(self.year) - i64::from(month <= 2);
        let (era, of_era) = (year.div_euclid(400), year.rem_euclid(400));
        let of_year = (153 * (month + if month > 2 { -3 } else { 9 }) + 2) / 5 + day - 1;
        era * DAYS_OF_ERA + of_era * 365 + of_era / 4 - of_era / 100 + of_year - TO_1970
    }

    /// The day with that count; none outside the years 0 to 9999. The formula is `civil_from_days` of the same paper.
    pub fn of_count(count: i64) -> Option<Day> {
        let days = count.checked_add(TO_1970)?;
        let (era, of_era) = (days.div_euclid(DAYS_OF_ERA), days.rem_euclid(DAYS_OF_ERA));
        let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let shifted = (5 * of_year + 2) / 153;
        let day = of_year - (153 * shifted + 2) / 5 + 1;
        let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
        let year = year_of_era + era.checked_mul(400)? + i64::from(month <= 2);
        let year = u16::try_from(year).ok().filter(|year| *year <= 9999)?;
        Some(Day { year, month: u8::try_from(month).ok()?, day: u8::try_from(day).ok()? })
    }

    /// The day so many days on, or back.
    pub fn plus_days(self, days: i64) -> Option<Day> {
        Day::of_count(self.count().checked_add(days)?)
    }

    /// The same day of the month so many months on, or back; the last of the month where it has no such day, as ISO 8601 and banks
    /// have it.
    pub fn plus_months(self, months: i64) -> Option<Day> {
        let months = i64::from(self.year).checked_mul(12)?.checked_add(i64::from(self.month) - 1)?.checked_add(months)?;
        let year = u16::try_from(months.div_euclid(12)).ok().filter(|year| *year <= 9999)?;
        let month = u8::try_from(months.rem_euclid(12) + 1).ok()?;
        Some(Day { year, month, day: self.day.min(days_of(year, month)) })
    }

    /// Full years, months and days from this day to a later one; from the later one where they are the other way round. Somebody born on
    /// 29 February is a year older on 1 March of other years, as most laws have it.
    pub fn apart(self, other: Day) -> Apart {
        let (from, to) = (self.min(other), self.max(other));
        let months = |day: Day| i64::from(day.year) * 12 + i64::from(day.month);
        let full = months(to) - months(from) - i64::from(to.day < from.day);
        // From 31 January the month is full on 1 March, and one day is left on 2 March.
        let start = from.plus_months(full).unwrap_or(from);
        let is_cut = i64::from(start.day < from.day);
        let days = to.count() - start.count() - is_cut;
        Apart { years: full / 12, months: full % 12, days: days.max(0) }
    }

    /// The day of the week: `Monday`.
    pub fn weekday(self) -> &'static str {
        // 1 January 1970 was a Thursday.
        let at = usize::try_from((self.count() + 3).rem_euclid(7)).unwrap_or(0);
        WEEKDAYS.get(at).copied().unwrap_or("")
    }
}

impl Apart {
    /// `1 year, 2 months and 3 days`.
    pub fn words(self) -> String {
        let part = |number: i64, noun: &str| match number {
            0 => None,
            1 => Some(format!("1 {noun}")),
            _ => Some(format!("{number} {noun}s")),
        };
        let parts: Vec<String> =
            [part(self.years, "year"), part(self.months, "month"), part(self.days, "day")].into_iter().flatten().collect();
        match parts.as_slice() {
            [] => "0 days".to_owned(),
            [first @ .., last] if !first.is_empty() => format!("{} and {last}", first.join(", ")),
            [one, ..] => one.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::{Date, Weekday};
    use jiff::{ToSpan, Unit};
    use proptest::prelude::*;

    use super::*;

    fn day(text: &str) -> Day {
        Day::read(text).unwrap()
    }

    fn theirs(day: Day) -> Date {
        Date::new(day.year as i16, day.month as i8, day.day as i8).unwrap()
    }

    fn ours(date: Date) -> Day {
        Day { year: date.year() as u16, month: date.month() as u8, day: date.day() as u8 }
    }

    fn any_day() -> impl Strategy<Value = Day> {
        (0..=9999_u16, 1..=12_u8, 1..=31_u8)
            .prop_filter_map("a real day", |(year, month, day)| Some(Day { year, month, day }).filter(|day| day.is_real()))
    }

    proptest! {
        #[test]
        fn days_are_counted_as_jiff_counts_them(one in any_day(), other in any_day(), on in -4_000_000_i64..4_000_000) {
            prop_assert_eq!(Day::of_count(one.count()), Some(one));
            let days = theirs(one).until((Unit::Day, theirs(other))).unwrap().get_days();
            prop_assert_eq!(other.count() - one.count(), i64::from(days));
            let there = theirs(one).checked_add(on.days()).ok().filter(|date| date.year() >= 0).map(ours);
            prop_assert_eq!(one.plus_days(on), there);
        }

        #[test]
        fn months_are_added_as_jiff_adds_them(one in any_day(), months in -100_000_i64..100_000) {
            let there = theirs(one).checked_add(months.months()).ok().filter(|date| date.year() >= 0).map(ours);
            prop_assert_eq!(one.plus_months(months), there);
        }

        #[test]
        fn the_parts_between_two_days_lead_from_one_to_the_other(one in any_day(), other in any_day()) {
            let (from, to) = (one.min(other), one.max(other));
            let apart = one.apart(other);
            prop_assert!(apart.months < 12 && apart.days < 31, "{apart:?}");
            let start = from.plus_months(apart.years * 12 + apart.months).unwrap();
            let left = to.count() - start.count() - apart.days;
            // Where the month has no such day, the parts are counted from the first of the next one.
            prop_assert!(left == 0 || left == 1 && start.day < from.day, "{apart:?} {left}");
        }
    }

    #[test]
    fn weekdays_are_those_of_the_calendar() {
        let weekday = |text: &str| day(text).weekday();
        assert_eq!(
            ["29 Oct 2018", "2025-01-22", "1 January 1970", "20 July 1969"].map(weekday),
            ["Monday", "Wednesday", "Thursday", "Sunday"]
        );
        assert_eq!(theirs(day("29 Oct 2018")).weekday(), Weekday::Monday);
    }

    #[test]
    fn days_apart_are_told_as_people_tell_them() {
        let check = |one: &str, other: &str, expected: &str| assert_eq!(day(one).apart(day(other)).words(), expected, "{one} {other}");
        check("2018-10-29", "2018-11-06", "8 days");
        check("2018-11-06", "2018-10-29", "8 days");
        check("1962-03-04", "2025-01-22", "62 years, 10 months and 18 days");
        check("2024-02-29", "2025-02-28", "11 months and 30 days");
        check("2024-02-29", "2025-03-01", "1 year");
        check("2023-01-31", "2023-03-01", "1 month");
        check("2023-01-31", "2023-01-31", "0 days");
        check("2023-01-31", "2024-01-31", "1 year");
    }

    #[test]
    fn days_outside_the_years_that_people_write_are_none() {
        assert_eq!(day("9999-12-31").plus_days(1), None);
        assert_eq!(day("2024-01-31").plus_months(i64::MAX), None);
        assert_eq!(day("2024-01-31").plus_days(i64::MIN), None);
        assert_eq!(Day::of_count(i64::MAX), None);
    }
}
