//! Which backups stay: many from the last hours, one a day from the last weeks. Days are those of UTC, so that the rule is the same
//! on every machine and does not jump when the clock changes between winter and summer.

use std::cmp::Reverse;

use crate::model::moment::Moment;

/// So many of the latest backups stay.
pub const LATEST: usize = 20;
/// From so many days the last backup stays.
pub const DAYS: usize = 30;

const DAY_MS: i64 = 86_400_000;

/// The backups that are to go, by the times at which they were made: all but the 20 latest and the last of each of the 30 latest
/// days on which one was made. Days without a backup do not count, so nothing goes merely because time goes by. Those from a time
/// that is yet to come stay: one of the clocks was wrong, and nobody knows which.
pub fn outdated(times: &[Moment], now: Moment) -> Vec<Moment> {
    let mut past: Vec<Moment> = times.iter().copied().filter(|time| *time <= now).collect();
    past.sort_unstable_by_key(|time| Reverse(*time));
    let mut days = 0;
    let mut later_day = None;
    let mut outdated = Vec::new();
    for (place, time) in past.into_iter().enumerate() {
        let day = time.epoch_ms.div_euclid(DAY_MS);
        let is_last_of_day = later_day.replace(day) != Some(day);
        days += usize::from(is_last_of_day);
        if place >= LATEST && !(is_last_of_day && days <= DAYS) {
            outdated.push(time);
        }
    }
    outdated
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;

    const HOUR_MS: i64 = 3_600_000;

    /// The rule as a sentence would say it.
    fn is_kept(time: i64, times: &BTreeSet<i64>, now: i64) -> bool {
        let day = |time: i64| time.div_euclid(DAY_MS);
        let later = || times.iter().copied().filter(|other| *other > time && *other <= now);
        let later_days: BTreeSet<i64> = later().map(day).collect();
        let is_last_of_day = !later_days.contains(&day(time));
        time > now || later().count() < 20 || (is_last_of_day && later_days.len() < 30)
    }

    proptest! {
        #[test]
        fn what_goes_is_what_the_rule_says_whatever_the_clock_says(
            hours in prop::collection::btree_set(-2_000_i64..2_000, 0..160),
            now in -2_100_i64..2_100,
        ) {
            let times: BTreeSet<i64> = hours.iter().map(|hour| hour * HOUR_MS).collect();
            let now = now * HOUR_MS;
            let mut listed: Vec<Moment> = times.iter().map(|time| Moment::from_ms(*time)).collect();
            let half = listed.len() / 2;
            listed.rotate_left(half);
            let gone: BTreeSet<i64> = outdated(&listed, Moment::from_ms(now)).iter().map(|time| time.epoch_ms).collect();
            let expected: BTreeSet<i64> = times.iter().copied().filter(|time| !is_kept(*time, &times, now)).collect();
            prop_assert_eq!(&gone, &expected);
            prop_assert!(times.last().is_none_or(|newest| !gone.contains(newest)), "the newest never goes");
        }
    }

    fn every(step_ms: i64, count: i64) -> Vec<Moment> {
        (1..=count).map(|nth| Moment::from_ms(nth * step_ms)).collect()
    }

    #[test]
    fn of_a_busy_day_the_twenty_latest_stay_and_of_a_quiet_year_thirty_days() {
        let busy = every(1_000, 50);
        assert_eq!(outdated(&busy, busy[49]).len(), 30);
        let quiet = every(DAY_MS, 365);
        assert_eq!(outdated(&quiet, quiet[364]), quiet[..335].iter().rev().copied().collect::<Vec<_>>());
        assert_eq!(outdated(&quiet[..30], Moment::from_ms(i64::MAX)), []);
    }

    #[test]
    fn a_clock_that_was_set_back_takes_nothing_from_the_time_it_has_not_seen() {
        let times = every(DAY_MS, 60);
        assert_eq!(outdated(&times, Moment::from_ms(DAY_MS / 2)), []);
        assert_eq!(outdated(&times, times[9]), []);
    }
}
