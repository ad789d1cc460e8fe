//! Days, times of day, decades and ordinals: digits that say when or which.

use super::Kind;
use super::apart::whole;
use super::lexicon::Roles;
use super::token::Line;
use super::{measure, noun};
use crate::model::document::Language;

/// `2018-10-29`, `29/10/2018`, `March 1`, `29 October 2018`, `22 de enero de 2025`, `5. März`, `Wednesday (22)`.
pub fn date(line: &Line, at: usize) -> Option<(usize, usize)> {
    numeric_date(line, at).map(|end| (at, end)).or_else(|| month_date(line, at)).or_else(|| weekday_date(line, at))
}

fn numeric_date(line: &Line, at: usize) -> Option<usize> {
    let written = line.written(at);
    // 29.10.2018 is one token, 5.3. with a stop behind it too.
    let parts: Vec<&str> = written.split('.').collect();
    if parts.len() == 3 && parts.iter().all(|part| part.bytes().all(|byte| byte.is_ascii_digit())) {
        let is_date = parts.first().is_some_and(|day| day.len() <= 2) && matches!(parts.get(2).map(|year| year.len()), Some(2 | 4));
        return is_date.then_some(at + 1);
    }
    let is_joint =
        |token: usize| matches!(line.sign(token), Some('/' | '-' | '–' | '.')) && line.is_attached(token) && line.is_attached(token + 1);
    if !is_joint(at + 1) || !is_joint(at + 3) || line.sign(at + 1) != line.sign(at + 3) {
        return None;
    }
    let (first, second, third) = (whole(line, at)?, whole(line, at + 2)?, whole(line, at + 4)?);
    let is_day = |value: u32| (1..=31).contains(&value);
    let is_iso = (1000..=2999).contains(&first) && (1..=12).contains(&second) && is_day(third);
    let is_usual = is_day(first) && is_day(second) && (first <= 12 || second <= 12) && (third < 100 || (1000..=2999).contains(&third));
    (is_iso || is_usual).then_some(at + 5)
}

fn month_date(line: &Line, at: usize) -> Option<(usize, usize)> {
    let value = whole(line, at)?;
    let is_year = |token: usize| whole(line, token).is_some_and(|year| (1000..=2999).contains(&year)) && line.written(token).len() == 4;
    let is_month = |token: usize| {
        let is_named = line.lexicon.language != Language::English || line.is_capital(token) || line.written(token).len() > 5;
        line.is(token, Roles::MONTH) && is_named
    };
    let is_day = (1..=31).contains(&value) && line.written(at).len() <= 2;
    // Ahead: the month, maybe behind an ordinal ending or `de`.
    if is_day {
        let mut next = at + 1;
        let is_ending = line.is_word(next) && is_ordinal_ending(line, next);
        let is_stop = matches!(line.sign(next), Some('.' | 'º' | '°')) && line.token(next + 1).is_some();
        next += usize::from(line.is_attached(next) && (is_ending || is_stop));
        // Ranges of days: March 3-5, 3–5 March, 3 y 5 de marzo.
        if (line.is_hyphen(next) || line.is(next, Roles::AND.with(Roles::TO)))
            && whole(line, next + 1).is_some_and(|day| (1..=31).contains(&day))
            && line.written(next + 1).len() <= 2
        {
            let after = next + 2;
            let after = after + usize::from(line.sign(after) == Some('.') || line.says(after, "de") || line.says(after, "of"));
            if is_month(after) {
                next = after;
            }
        }
        let next = next + usize::from(line.says(next, "of") || line.says(next, "de"));
        if is_month(next) {
            return Some((at, year_behind(line, next + 1, is_year)));
        }
    }
    // Behind: March 1, Jan. 3, November 22, 2018, October 2018, octubre de 2018.
    let mut before = at.checked_sub(1)?;
    if matches!(line.sign(before), Some('.' | ',')) || line.says(before, "de") || line.says(before, "del") {
        before = before.checked_sub(1)?;
    }
    if !is_month(before) {
        return None;
    }
    if is_year(at) {
        return Some((before, at + 1));
    }
    let counts = noun::noun(line, at + 1).is_some_and(|(_, end)| line.is(end - 1, Roles::COUNTABLE.with(Roles::PLURAL)));
    if !is_day || counts || line.lexicon.language != Language::English || measure::unit(line, at + 1, false).is_some() {
        return None;
    }
    let mut end = at + 1;
    if line.is_attached(end) && is_ordinal_ending(line, end) {
        end += 1;
    }
    if line.is_hyphen(end) && whole(line, end + 1).is_some_and(|day| day <= 31) {
        end += 2;
    }
    // March 3 and 4.
    if line.is(end, Roles::AND.with(Roles::TO))
        && whole(line, end + 1).is_some_and(|day| day <= 31)
        && noun::noun(line, end + 2).is_none()
        && line.written(end + 1).len() <= 2
        && measure::unit(line, end + 2, false).is_none()
    {
        end += 2;
    }
    Some((before, year_behind(line, end, is_year)))
}

/// The token after the year that belongs to a date, where one does.
fn year_behind(line: &Line, at: usize, is_year: impl Fn(usize) -> bool) -> usize {
    let next = at + usize::from(matches!(line.sign(at), Some(',' | '.')) || line.says(at, "de") || line.says(at, "del"));
    if is_year(next) { next + 1 } else { at }
}

fn weekday_date(line: &Line, at: usize) -> Option<(usize, usize)> {
    let value = whole(line, at)?;
    let mut before = at.checked_sub(1)?;
    let has_bracket = line.sign(before) == Some('(');
    if has_bracket || line.sign(before) == Some(',') {
        before = before.checked_sub(1)?;
    }
    let is_day = (1..=31).contains(&value) && line.written(at).len() <= 2 && line.is(before, Roles::WEEKDAY);
    let ends = if has_bracket {
        line.sign(at + 1) == Some(')')
    } else {
        noun::noun(line, at + 1).is_none() && measure::unit(line, at + 1, false).is_none()
    };
    (is_day && ends && line.sign(at + 1) != Some('%')).then_some((at, at + 1))
}

/// `10:30`, `10.30 am`, `5 p.m.`, `20h30`, `15 Uhr`, `a las 15`, `1400 GMT`.
pub fn time(line: &Line, at: usize) -> Option<(usize, usize)> {
    let written = line.written(at);
    let hour: Option<u32> = written.split('.').next().and_then(|hour| hour.parse().ok());
    if line.sign(at + 1) == Some(':') && line.is_attached(at + 1) && line.is_attached(at + 2) && line.is_digits(at + 2) {
        let minutes = line.written(at + 2);
        let is_time = whole(line, at)? <= 24
            && minutes.get(..2).and_then(|two| two.parse::<u32>().ok()).is_some_and(|two| two < 60)
            && minutes.len() >= 2;
        let end = if line.sign(at + 3) == Some(':') && line.is_digits(at + 4) { at + 5 } else { at + 3 };
        return is_time.then_some((at, clock_end(line, end).unwrap_or(end)));
    }
    let hour = hour?;
    let is_hour =
        hour <= 24 && (written.len() <= 2 || written.len() <= 5 && written.split('.').nth(1).is_some_and(|minutes| minutes.len() == 2));
    if is_hour && let Some(end) = clock_end(line, at + 1) {
        return Some((at, end));
    }
    // 20h30 and à 20h.
    if is_hour && line.is_attached(at + 1) && line.says(at + 1, "h") {
        let has_minutes = line.is_attached(at + 2) && line.is_digits(at + 2) && line.written(at + 2).len() == 2;
        if has_minutes || line.is_before(at, Roles::AT) {
            return Some((at, at + 2 + usize::from(has_minutes)));
        }
    }
    let is_named = match line.lexicon.language {
        Language::French => line.is_before(at, Roles::AT) && (line.says(at + 1, "heures") || line.says(at + 1, "heure")),
        Language::Spanish => {
            at >= 2 && line.says(at - 1, "las") && (line.says(at - 2, "a") || line.says(at - 2, "de") || line.says(at - 2, "desde"))
        }
        Language::English | Language::German => false,
    };
    if is_hour && is_named {
        return Some((at, at + 1 + usize::from(line.is(at + 1, Roles::CLOCK))));
    }
    let is_military =
        written.len() == 4 && hour <= 2400 && matches!(line.written(at + 1), "GMT" | "UTC" | "EST" | "EDT" | "BST" | "CET" | "hours");
    (is_military && line.written(at + 1) != "hours").then_some((at, at + 2))
}

/// The token after `am`, `p.m.`, `Uhr`, `o'clock`, `h` at a time of day.
fn clock_end(line: &Line, at: usize) -> Option<usize> {
    let half = line.written(at);
    if matches!(half, "a" | "p" | "A" | "P") && line.sign(at + 1) == Some('.') && matches!(line.written(at + 2), "m" | "M") {
        return Some(at + 3 + usize::from(line.sign(at + 3) == Some('.') && line.is_attached(at + 3)));
    }
    let is_clock = matches!(half, "am" | "pm" | "AM" | "PM" | "Uhr" | "GMT" | "UTC" | "hrs") && half != "am"
        || half == "am" && line.lexicon.language != Language::German;
    let is_o_clock = half == "o" && matches!(line.sign(at + 1), Some('\'' | '’')) && line.says(at + 2, "clock");
    if is_o_clock { Some(at + 3) } else { is_clock.then_some(at + 1) }
}

fn is_ordinal_ending(line: &Line, at: usize) -> bool {
    match line.lexicon.language {
        Language::English => matches!(line.written(at), "st" | "nd" | "rd" | "th" | "ST" | "ND" | "RD" | "TH"),
        Language::Spanish => matches!(line.written(at), "er" | "ro" | "do" | "ra" | "da" | "to" | "ta" | "o" | "a"),
        Language::French => matches!(line.written(at), "er" | "re" | "ère" | "e" | "ème" | "eme" | "nd" | "nde" | "es" | "èmes"),
        Language::German => matches!(line.written(at), "te" | "ten" | "ter"),
    }
}

/// `1990s`, `'90s`, `1990er`; `22nd`, `3e`, `1.º`, `im 19. Jahrhundert`.
pub fn decade_or_ordinal(line: &Line, at: usize) -> Option<(usize, usize, Kind)> {
    let value = whole(line, at)?;
    let length = line.written(at).len();
    let suffix = if line.is_attached(at + 1) { line.written(at + 1) } else { "" };
    let is_german_decade = line.lexicon.language == Language::German && matches!(suffix, "er" | "ern");
    if matches!(suffix, "s") || matches!(suffix, "'" | "’") && line.says(at + 2, "s") && line.is_attached(at + 2) || is_german_decade {
        let is_decade = (1000..=2990).contains(&value) && length == 4 || length == 2 && value % 10 == 0;
        let end = if suffix.len() > 3 || matches!(suffix, "'") { at + 3 } else { at + 2 };
        return Some((at, end, if is_decade { Kind::Date } else { Kind::Name }));
    }
    if line.is_word(at + 1) && !suffix.is_empty() && is_ordinal_ending(line, at + 1) {
        return Some((at, at + 2, Kind::Ordinal));
    }
    if matches!(suffix, "º" | "ª") && !matches!(line.written(at + 2), "C" | "F") {
        return Some((at, at + 2, Kind::Ordinal));
    }
    if matches!(suffix, ".") && matches!(line.sign(at + 2), Some('º' | 'ª')) {
        return Some((at, at + 3, Kind::Ordinal));
    }
    // A German ordinal has a stop, and the sentence goes on behind it.
    let goes_on = line.is_word(at + 2) && line.token(at + 2).is_some_and(|token| token.is_spaced);
    let is_expected = line.is_before(at, Roles::THE)
        || line.is_before(at, Roles::FROM)
        || at > 0 && matches!(line.written(at - 1), "im" | "am" | "zum" | "vom" | "beim");
    let is_german = line.lexicon.language == Language::German && suffix == "." && goes_on && length <= 3;
    (is_german && (is_expected || !line.is_capital(at + 2))).then_some((at, at + 2, Kind::Ordinal))
}
