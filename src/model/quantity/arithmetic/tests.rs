//! The lines of the calculator: what they come to, how it is worked out, and where a line is not understood.

use proptest::prelude::*;

use super::*;
use crate::model::quantity::Unit;

#[track_caller]
fn check(line: &str, result: &str, working: &[&str]) {
    let answer = answer(line).unwrap_or_else(|trouble| panic!("{line}: {trouble}"));
    assert_eq!(
        (answer.result.as_str(), answer.working.iter().map(String::as_str).collect::<Vec<_>>()),
        (result, working.to_vec()),
        "{line}"
    );
}

#[track_caller]
fn result(line: &str, expected: &str) {
    assert_eq!(answer(line).map(|answer| answer.result).as_deref(), Ok(expected), "{line}");
}

#[track_caller]
fn refused(line: &str, words: &str, place: &str) {
    let trouble = answer(line).unwrap_err();
    assert_eq!((trouble.words.as_str(), line.get(trouble.place.range())), (words, Some(place)), "{line}");
}

#[test]
fn figures_are_worked_out_to_the_last_digit() {
    check("1,500 + 500", "2,000", &["1,500 + 500 = 2,000"]);
    check("0.1 + 0.2", "0.3", &["0.1 + 0.2 = 0.3"]);
    check("2 + 3 × 4", "14", &["3 × 4 = 12", "2 + 12 = 14"]);
    check("(2 + 3) × 4", "20", &["2 + 3 = 5", "5 × 4 = 20"]);
    result("10 - 4 - 3", "3");
    result("100 / 10 / 2", "5");
    result("-3 + 5", "2");
    result("2 x 3 * 4 times 5", "120");
    result("2.5 million + 1 bn", "1,002,500,000");
    result("3 lakh + 1 crore", "10,300,000");
    check("10 ÷ 3", "3.33", &["10 ÷ 3 = 3.33333333…"]);
    result("1 / 800", "0.00125");
    result("6,000 − 2,100 =", "3,900");
    result("2 C-17s + 2 C-130s", "4");
    result("1,500 troops − 500 troops", "1,000 troops");
}

#[test]
fn units_are_turned_into_one_another() {
    check("1,553 mi in km", "2,499.3 km", &["1,553 × 1.609344 = 2,499.311232 km"]);
    check("2,500 km to miles", "1,553.4 mi", &["2,500 ÷ 1.609344 = 1,553.42798059… mi"]);
    check("3 km + 200 m", "3.2 km", &["200 ÷ 1,000 = 0.2 km", "3 + 0.2 = 3.2 km"]);
    check("100 °C in °F", "212 °F", &["100 °C = 212 °F"]);
    result("3,200km - 3,145 km", "55 km");
    result("5 in in cm", "12.7 cm");
    result("6 feet to m", "1.83 m");
    result("50 km / 2 hours", "25 km/h");
    result("100 km/h in mph", "62.14 mph");
    result("640 acres in square miles", "1 sq mi");
    result("3 m × 4 m", "12 m²");
    result("48 hours in days", "2 days");
    result("$5m + $300,000", "5,300,000 USD");
    result("10 km / 2 km", "5");
    result("3 km / 20 m", "150");
}

#[test]
fn per_cent_is_a_part_more_less_and_growth() {
    check("30 % of 140 mi", "42 mi", &["30 ÷ 100 × 140 = 42 mi"]);
    check("12 % more than 80", "89.6", &["12 ÷ 100 × 80 = 9.6", "80 + 9.6 = 89.6"]);
    check("80 to 92 in %", "15 %", &["92 − 80 = 12", "12 ÷ 80 × 100 = 15 % more"]);
    check("from 92 to 80", "−13.04 %", &["80 − 92 = −12", "−12 ÷ 92 × 100 = 13.04 % less"]);
    check("12 % to 15 %", "25 %", &["15 − 12 = 3 percentage points", "3 ÷ 12 × 100 = 25 % more"]);
    check("500 of 1,500 in %", "33.33 %", &["500 ÷ 1,500 × 100 = 33.33333333… %"]);
    result("500 Marines of 1,500 troops", "33.33 %");
    result("20 per cent less than 50 kg", "40 kg");
    result("80 + 12 %", "89.6");
    result("12 % + 3 %", "15 %");
    result("0.25 in %", "25 %");
    result("3 / 4 in percent", "75 %");
    result("15 percent of (80 + 20)", "15");
}

#[test]
fn rates_are_per_head_per_day_and_per_whatever_is_counted() {
    check("2.1 m / 350,000", "6", &["2,100,000 ÷ 350,000 = 6"]);
    result("2.1 million litres / 350,000 people", "6 l per person");
    result("7,000 people / 5 km²", "1,400 people per square kilometre");
    result("1,200 migrants per day × 30 days", "36,000 migrants");
    result("$15 an hour × 40 hours", "600 USD");
    result("3 m / 20", "0.15 m");
    result("5 kg", "5 kg");
}

#[test]
fn days_are_counted_moved_and_named() {
    check(
        "29 Oct 2018 to 6 Nov 2018",
        "8 days",
        &["29 October 2018 to 6 November 2018: 8 days, which is 1 week and 1 day; the first day is not counted"],
    );
    check("6 Nov 2018 − 7 days", "30 October 2018", &["6 November 2018 − 7 days = 30 October 2018, a Tuesday"]);
    check("age on 2025-01-22 of 1962-03-04", "62 years", &["4 March 1962 to 22 January 2025: 62 years, 10 months and 18 days"]);
    result("29 Oct to 6 Nov 2018", "8 days");
    result("Oct. 29, 2018 until November 6th, 2018", "8 days");
    result("days between 1 January 2024 and 1 January 2025", "366 days");
    result("weeks from 1 January 2024 to 29 January 2024", "4 weeks");
    result("2018-11-06 - 2018-10-29", "8 days");
    result("31 January 2024 + 1 month", "29 February 2024");
    result("a week before 6 Nov 2018", "30 October 2018");
    result("90 days after 20 January 2025", "20 April 2025");
    result("weekday of 29 Oct 2018", "Monday");
    result("age of 29 Feb 2000 on 28 Feb 2025", "24 years");
    result("(6 Nov 2018 − 29 Oct 2018) in weeks", "1.14 weeks");
}

#[test]
fn a_line_is_read_as_its_language_writes_it() {
    #[track_caller]
    fn result(language: Language, line: &str, expected: &str) {
        assert_eq!(answer_in(line, language).map(|answer| answer.result).as_deref(), Ok(expected), "{line}");
    }
    use Language::{French, German, Spanish};
    result(German, "1.553 Meilen in km", "2,499.3 km");
    result(German, "30 Prozent von 140 km", "42 km");
    result(German, "2,5 Millionen + 1 Milliarde", "1,002,500,000");
    result(German, "29. Oktober 2018 bis 6. November 2018", "8 days");
    result(German, "12 % mehr als 80", "89.6");
    result(German, "1.200 Euro pro Schüler mal 30 Schüler", "36,000 EUR");
    result(Spanish, "1.553 millas en km", "2,499.3 km");
    result(Spanish, "30 por ciento de 140 km", "42 km");
    result(Spanish, "29 de octubre de 2018 hasta 6 de noviembre de 2018", "8 days");
    result(Spanish, "2,5 millones más 1 millón", "3,500,000");
    result(French, "12,5 % de 80", "10");
    result(French, "29 octobre 2018 au 6 novembre 2018", "8 days");
    result(French, "500 sur 1 500", "33.33 %");
    result(French, "1 500 plus 12,5", "1,512.5");
    let trouble = answer_in("1,50,5 + 3", German).unwrap_err().words;
    assert_eq!(trouble, "“1,50,5” is not a number. Thousands are parted in threes, decimals by a comma.");
    assert!(answer("1 500 + 3").is_err(), "in English these are two figures");
}

#[test]
fn what_cannot_be_worked_out_is_said_with_its_place() {
    refused("", "Type a sum.", "");
    refused("1,553 mi in", "Here a unit is missing, or a second figure.", "");
    refused("1,553 mi in furlings", "“furlings” is no unit that is known here.", "furlings");
    refused("1,553 mi in kg", "miles cannot be put in kilograms: they do not measure the same.", "1,553 mi in kg");
    refused("5 + ", "Here a figure or a day is missing.", "");
    refused("5 + (3", "A closing bracket is missing.", "");
    refused("5 + 3)", "A bracket is closed that was never opened.", ")");
    refused("1,50 + 3", "“1,50” is not a number. Thousands are parted in threes, decimals by a point.", "1,50");
    refused("5 / 0", "Nothing can be divided by 0.", "5 / 0");
    refused("0 to 5", "From 0 there is no growth in per cent.", "0 to 5");
    refused("5 km + 3 kg", "5 km and 3 kg cannot be added: they do not measure the same.", "5 km + 3 kg");
    refused("today − 3 days", "The calculator has no clock. Type the day: 22 January 2025.", "today");
    refused("30 Feb 2024 + 1 day", "“30 February 2024” is no day of the calendar.", "2024");
    refused("5 USD in EUR", "US dollars cannot be put in euros: the rate depends on the day.", "5 USD in EUR");
    refused(
        "2 months in days",
        "months cannot be put in days: months and years have no fixed number of days. Type the two days.",
        "2 months in days",
    );
    refused("5 # 3", "“#” is no sign that is known here.", "#");
    refused("29 Oct to 6 Nov", "Which year? Type it behind the day.", "Oct");
}

#[test]
fn the_line_is_kept_with_its_working() {
    let line = " 1,553 mi  in km =";
    assert_eq!(
        answer(line).map(|answer| answer.told(line)).as_deref(),
        Ok("1,553 mi in km = 2,499.3 km (1,553 × 1.609344 = 2,499.311232 km)")
    );
}

#[test]
fn no_line_is_too_much() {
    for line in [
        "(".repeat(900),
        "-".repeat(900),
        "9".repeat(900),
        "9999999999 × ".repeat(60),
        "1 / ".repeat(200),
        "29 Oct to ".repeat(90),
        "a ".repeat(400),
        "% ".repeat(400),
    ] {
        assert!(answer(&line).is_err(), "{}", line.get(..12).unwrap_or(""));
    }
}

fn units() -> impl Strategy<Value = (&'static Unit, &'static Unit)> {
    let all: Vec<&'static Unit> = Unit::all().collect();
    let pairs: Vec<(&'static Unit, &'static Unit)> =
        all.iter().flat_map(|one| all.iter().filter(|other| other.dimension == one.dimension).map(|other| (*one, *other))).collect();
    proptest::sample::select(pairs)
}

proptest! {
    #[test]
    fn there_and_back_is_where_it_was((one, other) in units(), whole in 1_i64..1_000_000, scale in 0_u32..4) {
        use rust_decimal::Decimal;
        let value = Decimal::new(whole, scale);
        if let Some(there) = Unit::convert(value, one, other)
            && let Some(back) = Unit::convert(there, other, one)
        {
            // A value far below one loses digits at the end of its 28 places.
            let digits_kept = there.abs() > Decimal::new(1, 9);
            let off = (back - value).abs();
            prop_assert!(!digits_kept || off <= value * Decimal::new(1, 9), "{value} {} = {there} {}, back {back}", one.name, other.name);
        }
    }

    #[test]
    fn any_line_is_answered_or_refused(line in "[-0-9a-z%().,+*/ −×÷°€$éß]{0,60}") {
        match answer(&line) {
            Ok(answer) => prop_assert!(!answer.result.is_empty()),
            Err(trouble) => prop_assert!(line.get(trouble.place.range()).is_some() && !trouble.words.is_empty()),
        }
    }

    #[test]
    fn sums_of_sensible_parts_are_answered_or_refused(parts in proptest::collection::vec(proptest::sample::select(vec![
        "5", "1,500", "3.2", "km", "mi", "%", "of", "in", "to", "+", "-", "×", "/", "(", ")", "29 Oct 2018", "2018-11-06", "days", "per",
        "more than", "age", "on", "troops", "$", "million", "a", "week", "before", "m",
    ]), 0..14)) {
        let line = parts.join(" ");
        if let Err(trouble) = answer(&line) {
            prop_assert!(line.get(trouble.place.range()).is_some(), "{line}");
        }
    }

    #[test]
    fn sums_are_those_of_whole_numbers(one in -1_000_000_i64..1_000_000, other in 1_i64..1_000_000) {
        let of = |line: String| answer(&line).map(|answer| answer.result.replace(',', "").replace('−', "-"));
        prop_assert_eq!(of(format!("{one} + {other}")), Ok((one + other).to_string()));
        prop_assert_eq!(of(format!("{one} − {other}")), Ok((one - other).to_string()));
        prop_assert_eq!(of(format!("{one} × {other}")), Ok((one * other).to_string()));
    }
}
