//! The table against itself and against its sources.

use super::*;

#[track_caller]
fn convert(value: &str, from: &str, to: &str) -> Option<String> {
    let (from, to) = (Unit::find(from).unwrap(), Unit::find(to).unwrap());
    Unit::convert(value.parse().unwrap(), from, to).map(|value| value.to_string())
}

#[track_caller]
fn check(value: &str, from: &str, to: &str, expected: &str) {
    assert_eq!(convert(value, from, to).as_deref(), Some(expected), "{value} {from} in {to}");
}

#[test]
fn units_are_turned_into_one_another_to_the_last_digit() {
    check("1", "mile", "km", "1.609344");
    check("1553", "miles", "kilometers", "2499.311232");
    check("1", "ft", "in", "12");
    check("1", "nautical mile", "m", "1852");
    check("1", "lb", "g", "453.59237");
    check("16", "oz", "lb", "1");
    check("1", "sq mi", "acres", "640");
    check("1", "acre", "square feet", "43560");
    check("1", "ha", "m²", "10000");
    check("42", "gallons", "barrel", "1");
    check("1", "imperial gallon", "litres", "4.54609");
    check("8", "pints", "gallon", "1");
    check("1", "week", "hours", "168");
    check("2", "years", "months", "24");
    check("1", "kWh", "MJ", "3.6");
    check("100", "km/h", "m/s", "27.777777777777777777777777778");
    check("60", "mph", "km/h", "96.56064");
    check("1", "knot", "km/h", "1.852");
    check("1", "GB", "megabits", "8000");
    check("1", "bar", "psi", "14.503773773020921515424102795");
    check("25", "basis points", "percentage points", "0.25");
    check("50", "pence", "GBP", "0.5");
    check("5", "percent", "ppm", "50000");
    check("1", "hp", "W", "745.69987158227022");
}

#[test]
fn temperatures_have_other_zeros_and_differences_have_none() {
    check("212", "°F", "°C", "100");
    check("-40", "Celsius", "Fahrenheit", "-40");
    check("0", "°C", "K", "273.15");
    let (celsius, fahrenheit) = (Unit::find("°C").unwrap(), Unit::find("°F").unwrap());
    let risen = Unit::convert_difference("1.5".parse().unwrap(), celsius, fahrenheit);
    assert_eq!(risen.map(|degrees| degrees.to_string()).as_deref(), Some("2.7"));
}

#[test]
fn what_differs_in_kind_is_not_converted() {
    for (from, to) in [
        ("mile", "kg"),
        ("month", "days"),
        ("USD", "EUR"),
        ("percent", "percentage points"),
        ("degrees", "°C"),
        ("cents", "USD"),
        ("peso", "MXN"),
    ] {
        assert_eq!(convert("1", from, to), None, "{from} in {to}");
    }
}

#[test]
fn a_figure_too_long_is_refused() {
    let (year, nanometre) = (Unit::find("light-year").unwrap(), Unit::find("nm").unwrap());
    assert_eq!(Unit::convert(Decimal::MAX, year, nanometre), None);
}

#[test]
fn units_are_found_by_what_the_news_calls_them() {
    let check = |words: &str, sign: &str| assert_eq!(Unit::find(words).map(|unit| unit.sign), Some(sign), "{words}");
    for (words, sign) in [
        ("km", "km"),
        ("Kilometer", "km"),
        ("kilometres", "km"),
        ("feet", "ft"),
        ("square-mile", "sq mi"),
        ("per cent", "percent"),
        ("%", "percent"),
        ("percentage points", "percentage point"),
        ("MW", "MW"),
        ("mW", "mW"),
        ("US dollars", "USD"),
        ("$", "USD"),
        ("C$", "CAD"),
        ("€", "EUR"),
        ("euros", "EUR"),
        ("pounds", "lb"),
        ("pounds sterling", "GBP"),
        ("£", "GBP"),
        ("rupees", "INR"),
        ("tonnes", "t"),
        ("tons", "ton"),
        ("metric tons", "t"),
        ("hours", "hour"),
        ("centuries", "century"),
        ("degrees Celsius", "°C"),
        ("kilowatt-hours", "kWh"),
        ("millas", "mi"),
        ("kilómetros", "km"),
        ("hectáreas", "ha"),
        ("dólares", "USD"),
        ("kilomètres carrés", "km²"),
        ("Quadratkilometer", "km²"),
        ("Prozentpunkte", "percentage point"),
        ("Stundenkilometer", "km/h"),
        ("barils", "bbl"),
        ("Uhr", ""),
    ] {
        if sign.is_empty() {
            assert_eq!(Unit::find(words), None, "{words}");
        } else {
            check(words, sign);
        }
    }
    for words in ["troops", "", "people", "aircraft", "votes", " ", "-"] {
        assert_eq!(Unit::find(words), None, "{words}");
    }
}

#[test]
fn the_names_of_another_language_are_none() {
    assert_eq!(Unit::find_in("pies", Language::English), None);
    assert_eq!(Unit::find_in("pies", Language::Spanish).map(|unit| unit.sign), Some("ft"));
    assert_eq!(Unit::find_in("km", Language::German).map(|unit| unit.sign), Some("km"));
}

#[test]
fn every_row_finds_itself_and_has_a_positive_factor() {
    for unit in Unit::all() {
        assert!(unit.factor > Decimal::ZERO && unit.divisor > Decimal::ZERO, "{}", unit.name);
        assert_eq!(Unit::find(unit.name).map(|found| found.name), Some(unit.name));
        assert_eq!(Unit::find(unit.sign).map(|found| found.name), Some(unit.name), "{}", unit.sign);
        assert_eq!(Unit::convert(Decimal::TEN, unit, unit), Some(Decimal::TEN), "{}", unit.name);
    }
}

/// A name in two rows of one language would be a name that the second row never gets.
#[test]
fn no_name_stands_twice_in_one_language() {
    for (at, language) in Language::ALL.into_iter().enumerate() {
        for unit in Unit::all() {
            for name in listed(unit.names[at]) {
                let found = Unit::find_in(name, language).map(|found| found.name);
                assert_eq!(found, Some(unit.name), "{name} in {}", language.word());
            }
        }
    }
    for unit in Unit::all() {
        for sign in listed(unit.signs) {
            assert_eq!(Unit::find(sign).map(|found| found.name), Some(unit.name), "{sign}");
        }
    }
}

#[test]
fn a_reading_says_weeks_and_km() {
    let check = |words: &str, value: i64, expected: &str| {
        assert_eq!(Unit::find(words).map(|unit| unit.label(value.into())).as_deref(), Some(expected));
    };
    check("week", 1, "week");
    check("week", 2, "weeks");
    check("century", 2, "centuries");
    check("day", 90, "days");
    check("percentage point", 3, "percentage points");
    check("km", 3200, "km");
    check("percent", 30, "percent");
    check("dollars", 5, "USD");
}
