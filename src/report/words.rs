//! Counts, lists and dates in words, the same in the report, in the window and on the command line.

use jiff::Timestamp;
use jiff::tz::Offset;

pub use crate::model::count::{count, list, noun, number_word};
use crate::model::moment::Moment;

/// `21 November 2026, 14:32`; blank for a moment outside the calendar.
pub fn date_and_time(moment: Moment, offset: Offset) -> String {
    let Ok(timestamp) = Timestamp::from_millisecond(moment.epoch_ms) else {
        return String::new();
    };
    offset.to_datetime(timestamp).strftime("%-d %B %Y, %H:%M").to_string()
}

/// The words with a capital at their start.
pub fn capitalised(words: &str) -> String {
    let mut signs = words.chars();
    signs.next().map_or_else(String::new, |first| first.to_uppercase().chain(signs).collect())
}

/// The parts that are not blank, trimmed and joined.
pub fn join_filled(parts: &[&str], separator: &str) -> String {
    parts.iter().map(|part| part.trim()).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(separator)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_written_by_the_checkers_clock() {
        let moment = crate::testing::NOW;
        assert_eq!(date_and_time(moment, Offset::UTC), "21 November 2026, 14:32");
        assert_eq!(date_and_time(moment, Offset::constant(10)), "22 November 2026, 00:32");
        assert_eq!(date_and_time(Moment::from_ms(i64::MAX), Offset::UTC), "");
    }

    #[test]
    fn counts_agree_with_their_noun() {
        assert_eq!([count(0, "claim"), count(1, "claim"), count(2, "claim")], ["0 claims", "1 claim", "2 claims"]);
        assert_eq!([capitalised("über"), capitalised("")], ["Über", ""]);
    }

    #[test]
    fn lists_read_as_english() {
        assert_eq!((number_word(5), number_word(40)), ("five".into(), "40".into()));
        let parts = ["A", "B", "C"].map(str::to_owned);
        assert_eq!((list(&parts), list(&parts[..2]), list(&parts[..1])), ("A, B and C".into(), "A and B".into(), "A".into()));
        assert_eq!(join_filled(&["a", " ", "", "b "], ", "), "a, b");
    }
}
