//! Words on screen that several views share: times, counts, names of records.

use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::model::annotation::Mention;
use crate::model::moment::Moment;
use crate::session::Session;

/// The clock time of a moment in the machine's time zone: `14:32`.
pub fn clock(moment: Moment) -> String {
    zoned(moment, "%H:%M")
}

/// Date and clock time: `21 Nov 2026, 14:32`.
pub fn date_and_clock(moment: Moment) -> String {
    zoned(moment, "%-d %b %Y, %H:%M")
}

/// Clock time today, date before: for lists of changes.
pub fn when(moment: Moment, now: Moment) -> String {
    if zoned(moment, "%F") == zoned(now, "%F") { clock(moment) } else { zoned(moment, "%-d %b") }
}

fn zoned(moment: Moment, format: &str) -> String {
    let Ok(timestamp) = Timestamp::from_millisecond(moment.epoch_ms) else { return String::new() };
    timestamp.to_zoned(TimeZone::system()).strftime(format).to_string()
}

/// A count with its noun: `1 claim`, `2 claims`.
pub fn count(number: usize, noun: &str) -> String {
    if number == 1 { format!("1 {noun}") } else { format!("{number} {noun}s") }
}

/// A small count as a word: `two articles`; larger ones in digits.
pub fn number_word(number: usize) -> String {
    const WORDS: [&str; 13] = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
    WORDS.get(number).map_or_else(|| number.to_string(), |word| (*word).to_owned())
}

/// `B1`, `B1 and E1`, `B1, C2 and E1`.
pub fn listed(words: &[String]) -> String {
    match words {
        [] => String::new(),
        [one] => one.clone(),
        [before @ .., last] => format!("{} and {last}", before.join(", ")),
    }
}

/// What a record is called on screen: `A14`, a source's name, a number as written.
pub fn name(session: &Session, record: Mention) -> String {
    let project = session.project();
    match record {
        Mention::Claim(id) => project.claim_label(id),
        Mention::Source(id) => project.sources().get(&id).map_or_else(String::new, |source| source.name.clone()),
        Mention::Number(_) => session.lookup().quote(project, record).to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_agree_with_their_noun() {
        assert_eq!([count(0, "claim"), count(1, "claim"), count(2, "claim")], ["0 claims", "1 claim", "2 claims"]);
    }
}
