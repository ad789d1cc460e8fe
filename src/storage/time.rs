//! Moments as files write them: RFC 3339 in UTC, `2031-03-14T09:30:00.250Z`.

use jiff::Timestamp;

use crate::model::moment::Moment;

/// Writes a moment. One outside the years -9999 to 9999 is written as the nearest that can be.
pub fn write(moment: Moment) -> String {
    let nearest = if moment.epoch_ms < 0 { Timestamp::MIN } else { Timestamp::MAX };
    Timestamp::from_millisecond(moment.epoch_ms).unwrap_or(nearest).to_string()
}

/// Reads a moment; other offsets than UTC are converted, parts of a millisecond cut off.
pub fn read(text: &str) -> Option<Moment> {
    text.parse::<Timestamp>().ok().map(|timestamp| Moment::from_ms(timestamp.as_millisecond()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_are_written_in_utc_and_read_from_any_offset() {
        assert_eq!(write(Moment::from_ms(0)), "1970-01-01T00:00:00Z");
        assert_eq!(write(Moment::from_ms(1_931_000_000_250)), "2031-03-11T12:53:20.25Z");
        assert_eq!(read("2031-03-14T10:30:00+01:00"), read("2031-03-14T09:30:00Z"));
        assert_eq!(read("yesterday"), None);
    }

    #[test]
    fn any_moment_reads_back_or_is_the_nearest_that_does() {
        for epoch_ms in [-1, 1, 999, -62_135_596_800_001, 253_402_207_199_999] {
            assert_eq!(read(&write(Moment::from_ms(epoch_ms))), Some(Moment::from_ms(epoch_ms)));
        }
        for epoch_ms in [i64::MIN, i64::MAX] {
            let nearest = read(&write(Moment::from_ms(epoch_ms))).unwrap();
            assert_eq!(write(nearest), write(Moment::from_ms(epoch_ms)));
        }
    }
}
