//! Sums and parts: `four aircraft — two C-17s and two C-130s`, `12 men and 8 women, a total of 20`, `1,500 troops, including 500 Marines`.

use rust_decimal::Decimal;

use super::sentence::{Figure, Sentence, check, says, words_of};
use super::words::{begins, ends};
use super::{Check, Kind, Verdict};
use crate::model::quantity::arithmetic::rounded;
use crate::model::quantity::reach::Meant;

/// Between a whole and its parts, bytes.
const FAR: usize = 90;
/// Between a whole and the dash or bracket with its parts, bytes.
const NEAR: usize = 30;

pub(super) fn find(sentence: &Sentence<'_>, found: &mut Vec<Check>) {
    for (at, figure) in sentence.figures.iter().enumerate() {
        if figure.value().is_none() || figure.is_time() || figure.is_share() {
            continue;
        }
        let check = parts_behind(sentence, at)
            .or_else(|| parts_before(sentence, at))
            .or_else(|| included(sentence, at))
            .or_else(|| part_of(sentence, at));
        found.extend(check);
    }
}

/// A whole with all its parts behind a dash, a colon or a bracket.
fn parts_behind(sentence: &Sentence<'_>, at: usize) -> Option<Check> {
    let whole = sentence.figures.get(at)?;
    let parts = sentence.list_from(at + 1, whole);
    let first = parts.first()?;
    let gap = sentence.between(whole.span, first.span);
    // What is in brackets ends with them.
    let closed = parts.windows(2).position(|pair| matches!(pair, [one, other] if sentence.between(one.span, other.span).contains(')')));
    let parts = parts.get(..closed.filter(|_| gap.trim_end().ends_with('(')).map_or(parts.len(), |last| last + 1))?;
    let made_of = ends(gap, sentence.tied.made_of);
    let opens = gap.trim_end().ends_with(['—', '–', ':', '(', '-']);
    if parts.len() < 2 || gap.len() > NEAR || !(opens || made_of) || ends(gap, sentence.tied.including) {
        return None;
    }
    // With a word for all there is, fewer do not suffice; with none there may be others.
    let is_all = is_total(sentence, whole) || begins(gap, sentence.tied.total_behind);
    sum((whole, parts), is_all)
}

/// Parts with what they come to behind them: `12 men and 8 women, a total of 20 people`, `3 dead and 15 wounded, 18 in all`.
fn parts_before(sentence: &Sentence<'_>, at: usize) -> Option<Check> {
    let whole = sentence.figures.get(at)?;
    if !is_total(sentence, whole) {
        return None;
    }
    let first = (0..at).find(|first| {
        let list = sentence.list_from(*first, whole);
        // The list goes up to the total, which is joined to it by a comma as well.
        list.len() >= at - first && at - first >= 2
    })?;
    let parts = sentence.figures.get(first..at)?;
    let gap = sentence.between(parts.last()?.span, whole.span);
    (gap.len() <= NEAR).then_some(())?;
    sum((whole, parts), true)
}

/// Whether the words around a figure say that it is all there is.
fn is_total(sentence: &Sentence<'_>, figure: &Figure) -> bool {
    ends(sentence.before(figure.core), sentence.tied.total_before) || begins(sentence.behind(figure.span), sentence.tied.total_behind)
}

/// Whether parts come to their total. With `is_all` no other parts are to be looked for.
pub(super) fn sum((whole, parts): (&Figure, &[Figure]), is_all: bool) -> Option<Check> {
    let written = whole.value()?;
    let mut sum = Decimal::ZERO;
    let mut open = whole.open_in(whole);
    for part in parts {
        sum = sum.checked_add(part.value_in(whole)?)?;
        open = open.checked_add(part.open_in(whole))?;
    }
    let off = sum.checked_sub(written)?;
    let all: Vec<&Figure> = parts.iter().chain([whole]).collect();
    let is_rounded = all.iter().any(|figure| figure.is_rounded());
    let is_beyond = off.abs() > open;
    let verdict = match whole.meant() {
        _ if off.is_zero() => Verdict::Holds,
        Meant::AtLeast if off > Decimal::ZERO => Verdict::Holds,
        Meant::AtMost if off < Decimal::ZERO => Verdict::Holds,
        _ if !is_beyond && is_rounded => Verdict::Holds,
        // Counts of a thousand and more may be rounded though nobody says so.
        _ if !is_beyond && written >= Decimal::ONE_THOUSAND => Verdict::Open,
        _ if off > Decimal::ZERO || is_all => Verdict::Fails,
        _ => Verdict::Open,
    };
    let terms: Vec<String> = parts.iter().map(Figure::words).collect();
    let unit = whole.unit().map_or_else(String::new, |unit| format!(" {}", unit.label(sum)));
    let equation = format!("{} = {}{unit}", terms.join(" + "), rounded(sum));
    let told = match verdict {
        _ if off.is_zero() => String::new(),
        Verdict::Holds => format!(" Off by {}, within its rounding.", rounded(off.abs())),
        Verdict::Open if is_beyond => format!(" {} are not told: are there others?", rounded(off.abs())),
        Verdict::Open => format!(" Off by {}: right only if the figures are rounded.", rounded(off.abs())),
        Verdict::Fails => format!(" Off by {}.", rounded(off.abs())),
    };
    Some(check((Kind::Sum, verdict), (equation, format!("Written {}.{told}", whole.words())), &all))
}

/// Parts that are named behind "including": together no more than the whole.
fn included(sentence: &Sentence<'_>, at: usize) -> Option<Check> {
    let part = sentence.figures.get(at)?;
    let whole = sentence.figures.get(at.checked_sub(1)?).filter(|whole| whole.is_like(part))?;
    let gap = sentence.between(whole.span, part.span);
    if !ends(gap, sentence.tied.including) || gap.len() > FAR || says(gap, sentence.tied.not) {
        return None;
    }
    let parts = sentence.list_from(at, whole);
    of_whole(parts, whole)
}

/// `120 of the 400 wells`, `13 boats, five of them`.
fn part_of(sentence: &Sentence<'_>, at: usize) -> Option<Check> {
    let part = sentence.figures.get(at..=at)?;
    let figure = part.first()?;
    if begins(sentence.behind(figure.span), sentence.tied.of_them) {
        let whole = sentence.figures.get(at.checked_sub(1)?).filter(|whole| whole.is_like(figure))?;
        let gap = sentence.between(whole.span, figure.span);
        return (gap.len() <= NEAR && !gap.contains(';')).then(|| of_whole(part, whole))?;
    }
    let whole = sentence.figures.get(at + 1).filter(|whole| whole.is_like(figure))?;
    is_of(sentence, sentence.between(figure.span, whole.span)).then(|| of_whole(part, whole))?
}

/// Whether the words are "of", "of the", "of its" and so on.
pub(super) fn is_of(sentence: &Sentence<'_>, gap: &str) -> bool {
    let gap = gap.trim_start_matches(',').trim();
    let words: Vec<&str> = words_of(gap).collect();
    let is_plain = !gap.contains(|sign: char| !sign.is_alphanumeric() && !sign.is_whitespace());
    is_plain
        && match words.as_slice() {
            [of] => sentence.tied.of.contains(of),
            [of, the, rest @ ..] => sentence.tied.of.contains(of) && sentence.tied.the.contains(the) && rest.len() <= 1,
            _ => false,
        }
}

/// Whether parts are no more than their whole.
pub(super) fn of_whole(parts: &[Figure], whole: &Figure) -> Option<Check> {
    let written = whole.value().filter(|written| !written.is_zero())?;
    let (mut sum, mut open) = (Decimal::ZERO, whole.open_in(whole));
    for part in parts {
        sum = sum.checked_add(part.value_in(whole)?)?;
        open = open.checked_add(part.open_in(whole))?;
    }
    let rest = written.checked_sub(sum)?;
    let is_more = rest < Decimal::ZERO;
    let verdict = match (is_more, whole.meant()) {
        (false, _) => Verdict::Holds,
        (true, Meant::AtLeast) => Verdict::Open,
        (true, _) if rest.abs() <= open && parts.iter().chain([whole]).any(|figure| figure.is_rounded()) => Verdict::Open,
        (true, _) => Verdict::Fails,
    };
    let share = sum.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(written)?;
    let terms: Vec<String> = parts.iter().map(Figure::words).collect();
    let equation = format!("{} of {} = {} %", rounded(sum), rounded(written), rounded(share));
    let told = format!("{} of {}.", terms.join(" and "), whole.words());
    let working =
        if is_more { format!("{told} The part is more than its whole.") } else { format!("{told} The rest is {}.", rounded(rest)) };
    let all: Vec<&Figure> = parts.iter().chain([whole]).collect();
    Some(check((Kind::Part, verdict), (equation, working), &all))
}
