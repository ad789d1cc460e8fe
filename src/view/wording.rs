//! Words on screen that several views share: times, counts, names of records.

use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::model::annotation::Mention;
use crate::model::moment::Moment;
pub use crate::report::words::{capitalised, count, list as listed, noun, number_word};
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

/// Clock time today, date and clock time on other days: for times that must not be mistaken.
pub fn time_of(moment: Moment, now: Moment) -> String {
    if zoned(moment, "%F") == zoned(now, "%F") { clock(moment) } else { date_and_clock(moment) }
}

fn zoned(moment: Moment, format: &str) -> String {
    let Ok(timestamp) = Timestamp::from_millisecond(moment.epoch_ms) else { return String::new() };
    timestamp.to_zoned(TimeZone::system()).strftime(format).to_string()
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
