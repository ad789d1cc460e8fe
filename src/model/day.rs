//! Days as people write them, where there is no doubt which day is meant.

mod count;

pub use count::Apart;

/// A day of the calendar. The order is that of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day {
    /// Year.
    pub year: u16,
    /// Month, from 1.
    pub month: u8,
    /// Day of the month, from 1.
    pub day: u8,
}

const MONTHS: [&str; 12] =
    ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];
const WEEKDAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// The months in Spanish, French and German, in full. No name means one month here and another one there.
const OTHER_MONTHS: [&[&str]; 12] = [
    &["enero", "janvier", "januar", "jänner"],
    &["febrero", "février", "februar", "feber"],
    &["marzo", "mars", "märz"],
    &["abril", "avril"],
    &["mayo", "mai"],
    &["junio", "juin", "juni"],
    &["julio", "juillet", "juli"],
    &["agosto", "août"],
    &["septiembre", "setiembre", "septembre"],
    &["octubre", "octobre", "oktober"],
    &["noviembre", "novembre"],
    &["diciembre", "décembre", "dezember"],
];
/// Weekdays there, and words that stand in dates and say nothing: `el lunes 29 de octubre de 2018`, `am Montag, dem 29. Oktober`.
const IDLE: &[&str] = &[
    "lunes",
    "martes",
    "miércoles",
    "jueves",
    "viernes",
    "sábado",
    "domingo",
    "lundi",
    "mardi",
    "mercredi",
    "jeudi",
    "vendredi",
    "samedi",
    "dimanche",
    "montag",
    "dienstag",
    "mittwoch",
    "donnerstag",
    "freitag",
    "samstag",
    "sonnabend",
    "sonntag",
    "de",
    "del",
    "el",
    "le",
    "du",
    "am",
    "dem",
    "den",
    "der",
];

impl Day {
    /// Reads `2025-01-22`, `22 January 2025`, `Jan 22, 2025`, with or without weekday and time. None where the day is not clear: half a
    /// date, or figures alone, which are read one way here and another way there.
    pub fn read(text: &str) -> Option<Day> {
        let words = text.split(|sign: char| sign.is_whitespace() || sign == ',').map(|word| word.trim_matches('.'));
        let words: Vec<&str> =
            words.filter(|word| !word.is_empty() && !is_weekday(word) && !IDLE.contains(&word.to_lowercase().as_str())).collect();
        let (date, time) = match words.as_slice() {
            [iso, time @ ..] if iso.contains('-') => {
                let (date, clock) = iso.split_once('T').unwrap_or((iso, "0:00"));
                (Day::of_iso(date).filter(|_| is_clock(clock)), time)
            }
            [one, other, year, time @ ..] => (Day::of_words(one, other, year), time),
            _ => return None,
        };
        date.filter(|day| day.is_real() && time.iter().all(|word| is_clock(word)))
    }

    fn of_iso(text: &str) -> Option<Day> {
        let parts: Vec<&str> = text.split('-').collect();
        let [year, month, day] = parts.as_slice() else { return None };
        (month.len() == 2 && day.len() == 2).then_some(())?;
        Some(Day { year: year_of(year)?, month: number(month)?, day: number(day)? })
    }

    fn of_words(one: &str, other: &str, year: &str) -> Option<Day> {
        let (month, day) = month_of(other).map(|month| (month, one)).or_else(|| Some((month_of(one)?, other)))?;
        let day = ["st", "nd", "rd", "th", "er"].iter().find_map(|end| day.strip_suffix(end)).unwrap_or(day);
        Some(Day { year: year_of(year)?, month, day: number(day)? })
    }

    /// Whether the calendar has that day.
    pub fn is_real(self) -> bool {
        (1..=days_of(self.year, self.month)).contains(&self.day)
    }

    /// `29 October 2018`.
    pub fn words(self) -> String {
        format!("{} {} {}", self.day, month_name(self.month).unwrap_or_default(), self.year)
    }
}

/// How many days a month has; none where there is no such month.
fn days_of(year: u16, month: u8) -> u8 {
    let is_leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        2 if is_leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    }
}

fn number(text: &str) -> Option<u8> {
    (text.len() <= 2 && text.bytes().all(|byte| byte.is_ascii_digit())).then_some(text)?.parse().ok()
}

fn year_of(text: &str) -> Option<u16> {
    (text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit())).then_some(text)?.parse().ok()
}

/// The month that a word names: in full, or its first three or four letters.
pub(crate) fn month_of(word: &str) -> Option<u8> {
    let lower = word.to_lowercase();
    let other = || OTHER_MONTHS.iter().position(|names| names.contains(&lower.as_str()));
    let at = MONTHS.iter().position(|month| is_short_for(word, month)).or_else(other)?;
    u8::try_from(at + 1).ok()
}

/// The name of a month, from 1.
pub(crate) fn month_name(month: u8) -> Option<String> {
    let name = MONTHS.get(usize::from(month).checked_sub(1)?)?;
    let mut signs = name.chars();
    signs.next().map(|first| first.to_uppercase().chain(signs).collect())
}

fn is_weekday(word: &str) -> bool {
    WEEKDAYS.iter().any(|day| is_short_for(word, day))
}

fn is_short_for(word: &str, name: &str) -> bool {
    let word = word.to_lowercase();
    word == name || ((3..=4).contains(&word.len()) && name.starts_with(&word))
}

/// Whether a word tells a time of day: `14:05`, `GMT`.
fn is_clock(word: &str) -> bool {
    let is_time = word.contains(':') && word.chars().all(|sign| sign.is_ascii_digit() || ":.+-Zampm".contains(sign));
    is_time || ["am", "pm", "a.m", "p.m", "utc", "gmt", "et", "est", "edt"].contains(&word.to_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: impl Into<Option<(u16, u8, u8)>>) {
        let expected = expected.into().map(|(year, month, day)| Day { year, month, day });
        assert_eq!(Day::read(text), expected, "{text}");
    }

    #[test]
    fn a_day_is_read_as_it_is_written() {
        check("2025-01-22", (2025, 1, 22));
        check("2025-01-22T14:05:00Z", (2025, 1, 22));
        check("2025-01-22 14:05", (2025, 1, 22));
        check(" 22 January 2025 ", (2025, 1, 22));
        check("29 Oct 2018", (2018, 10, 29));
        check("Jan 22, 2025", (2025, 1, 22));
        check("Sept. 1st, 2024", (2024, 9, 1));
        check("Wednesday, January 22, 2025, 9:05 p.m. ET", (2025, 1, 22));
        check("29 February 2024", (2024, 2, 29));
        check("lunes 29 de octubre de 2018", (2018, 10, 29));
        check("1er août 2020", (2020, 8, 1));
        check("le 29 octobre 2018", (2018, 10, 29));
        check("Montag, dem 29. Oktober 2018", (2018, 10, 29));
    }

    #[test]
    fn what_is_not_clear_is_no_day() {
        for text in [
            "",
            "2025",
            "January 2025",
            "22 January",
            "01/02/2025",
            "1.2.2025",
            "2025-13-01",
            "2025-02-30",
            "yesterday",
            "-",
            "29 February 2023",
        ] {
            check(text, None);
        }
        check("after 22 January 2025", None);
        check("22 January 2025 or later", None);
        check("0000-00-00", None);
    }

    #[test]
    fn days_are_in_the_order_of_time() {
        assert!(Day::read("29 Oct 2018") < Day::read("2025-01-02") && Day::read("2025-01-22") < Day::read("Feb 1, 2025"));
    }
}
