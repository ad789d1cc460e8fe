//! Times by which an answer is due, as a checker types them: `17:00`, `tomorrow 9:00`, `2 h`, `2026-12-01 17:00`.

use jiff::civil::{Date, DateTime, Time};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan, Zoned};

use crate::model::moment::Moment;

/// What can be typed, for messages.
pub const EXAMPLES: &str = "17:00, tomorrow 9:00, 2 h, or 2026-12-01 17:00";

/// Reads a time. A clock time that is past already is meant for tomorrow, a day without a clock time for its end.
pub fn read(typed: &str, now: Moment, zone: &TimeZone) -> Option<Moment> {
    let typed = typed.trim().to_lowercase();
    let here = Timestamp::from_millisecond(now.epoch_ms).ok()?.to_zoned(zone.clone());
    if let Some(hours) = amount(&typed, &["h", "hour", "hours"]) {
        return moment(&here.checked_add(hours.hours()).ok()?);
    }
    if let Some(minutes) = amount(&typed, &["m", "min", "minutes"]) {
        return moment(&here.checked_add(minutes.minutes()).ok()?);
    }
    let (day, clock) = match typed.split_once(' ') {
        Some((day, clock)) => (Some(day), Some(clock.trim())),
        None if typed.contains(':') => (None, Some(typed.as_str())),
        None => (Some(typed.as_str()), None),
    };
    let date = match day {
        None | Some("today") => here.date(),
        Some("tomorrow") => here.date().tomorrow().ok()?,
        Some(day) => day.parse::<Date>().ok()?,
    };
    let time = match clock {
        Some(clock) => time(clock)?,
        None => jiff::civil::time(18, 0, 0, 0),
    };
    let at = in_zone(date.to_datetime(time), zone)?;
    if day.is_none() && at < here { moment(&in_zone(date.tomorrow().ok()?.to_datetime(time), zone)?) } else { moment(&at) }
}

/// A time as it is typed: `2026-12-01 17:00`.
pub fn write(due: Moment, zone: &TimeZone) -> String {
    let due = Timestamp::from_millisecond(due.epoch_ms).map(|time| time.to_zoned(zone.clone()));
    due.map_or_else(|_| String::new(), |due| due.strftime("%F %H:%M").to_string())
}

fn amount(typed: &str, units: &[&str]) -> Option<i32> {
    let digits = typed.trim_start_matches('+');
    let end = digits.find(|sign: char| !sign.is_ascii_digit())?;
    let (number, unit) = digits.split_at_checked(end)?;
    let number = units.contains(&unit.trim()).then(|| number.parse::<i32>().ok()).flatten()?;
    (number < 100_000).then_some(number)
}

fn time(typed: &str) -> Option<Time> {
    let (hours, minutes) = typed.split_once(':').unwrap_or((typed, "0"));
    Time::new(hours.parse().ok()?, minutes.parse().ok()?, 0, 0).ok()
}

fn in_zone(at: DateTime, zone: &TimeZone) -> Option<Zoned> {
    at.to_zoned(zone.clone()).ok()
}

fn moment(at: &Zoned) -> Option<Moment> {
    Some(Moment::from_ms(at.timestamp().as_millisecond()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::NOW;

    #[test]
    fn times_are_read_as_a_checker_types_them() {
        // It is 14:32 on 21 November 2026.
        let check = |typed: &str, expected: &str| {
            let read = read(typed, NOW, &TimeZone::UTC).map(|due| write(due, &TimeZone::UTC));
            assert_eq!(read.unwrap_or_default(), expected, "{typed}");
        };
        check("17:00", "2026-11-21 17:00");
        check("9:05", "2026-11-22 09:05");
        check("tomorrow 9", "2026-11-22 09:00");
        check("Tomorrow", "2026-11-22 18:00");
        check("today", "2026-11-21 18:00");
        check("2 h", "2026-11-21 16:32");
        check("+45 min", "2026-11-21 15:17");
        check("2026-12-01 17:00", "2026-12-01 17:00");
        check("2026-12-01", "2026-12-01 18:00");
        for not in ["", "soon", "25:00", "2026-13-01", "99999999999 h", "h"] {
            check(not, "");
        }
    }
}
