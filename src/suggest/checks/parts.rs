//! Sums and parts: `four aircraft — two C-17s and two C-130s`, `12 men and 8 women, a total of 20`, `1,500 troops, including 500 Marines`.

use rust_decimal::Decimal;

use super::sentence::{Figure, Sentence, says, words_of};
use super::{Check, Kind, Verdict};
use crate::model::quantity::arithmetic::rounded;
use crate::model::quantity::reach::Meant;

/// Words that say that the figure is all there is.
const TOTAL: &[&str] = &["total", "totals", "totaling", "totalling", "totalled", "altogether", "together", "combined", "overall"];
/// Words behind which a part follows.
const INCLUDING: &[&str] = &["including", "includes", "include", "included"];
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
    let made_of = ["consisting of", "made up of", "comprising", "composed of"].iter().any(|words| gap.trim_end().ends_with(words));
    let opens = gap.trim_end().ends_with(['—', '–', ':', '(', '-']);
    if parts.len() < 2 || gap.len() > NEAR || !(opens || made_of) || says(gap, INCLUDING) {
        return None;
    }
    // With a word for all there is, fewer do not suffice; with none there may be others.
    let is_all = is_total(sentence, whole) || says(gap, TOTAL);
    sum(sentence, (whole, parts), is_all)
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
    sum(sentence, (whole, parts), true)
}

/// Whether the words around a figure say that it is all there is.
fn is_total(sentence: &Sentence<'_>, figure: &Figure) -> bool {
    let before: Vec<&str> = words_of(sentence.before(figure.core)).collect();
    let is_named =
        matches!(before.as_slice(), [.., "total" | "Total", "of"]) || matches!(before.as_slice(), [.., word] if TOTAL.contains(word));
    let behind: Vec<&str> = words_of(sentence.behind(figure.span)).take(2).collect();
    is_named || matches!(behind.as_slice(), ["in", "all" | "total"] | ["altogether" | "together" | "combined", ..])
}

fn sum(sentence: &Sentence<'_>, (whole, parts): (&Figure, &[Figure]), is_all: bool) -> Option<Check> {
    let written = whole.value()?;
    let mut sum = Decimal::ZERO;
    let mut open = whole.open_in(whole);
    for part in parts {
        sum = sum.checked_add(part.value_in(whole)?)?;
        open = open.checked_add(part.open_in(whole))?;
    }
    let off = sum.checked_sub(written)?;
    let all: Vec<&Figure> = parts.iter().chain([whole]).collect();
    let is_rounded = all.iter().any(|figure| figure.is_rounded(sentence));
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
    Some(sentence.check((Kind::Sum, verdict), (equation, format!("Written {}.{told}", whole.words())), &all))
}

/// Parts that are named behind "including": together no more than the whole.
fn included(sentence: &Sentence<'_>, at: usize) -> Option<Check> {
    let part = sentence.figures.get(at)?;
    let whole = sentence.figures.get(at.checked_sub(1)?).filter(|whole| whole.is_like(part))?;
    let gap = sentence.between(whole.span, part.span);
    let named: Vec<&str> = words_of(gap).collect();
    let is_part = match named.as_slice() {
        [.., "of", "whom" | "which" | "them"] | [.., "among", "them"] => true,
        [.., word] => INCLUDING.contains(word),
        [] => false,
    };
    if !is_part || gap.len() > FAR || is_negated(gap) {
        return None;
    }
    let parts = sentence.list_from(at, whole);
    of_whole(sentence, parts, whole)
}

fn is_negated(gap: &str) -> bool {
    says(gap, &["not", "no", "without", "excluding", "never"])
}

/// `120 of the 400 wells`, `13 boats, five of them`.
fn part_of(sentence: &Sentence<'_>, at: usize) -> Option<Check> {
    let part = sentence.figures.get(at..=at)?;
    let figure = part.first()?;
    let behind: Vec<&str> = words_of(sentence.behind(figure.span)).take(2).collect();
    if matches!(behind.as_slice(), ["of", "them" | "whom" | "which"]) {
        let whole = sentence.figures.get(at.checked_sub(1)?).filter(|whole| whole.is_like(figure))?;
        let gap = sentence.between(whole.span, figure.span);
        return (gap.len() <= NEAR && !gap.contains(';')).then(|| of_whole(sentence, part, whole))?;
    }
    let whole = sentence.figures.get(at + 1).filter(|whole| whole.is_like(figure))?;
    is_of(sentence.between(figure.span, whole.span)).then(|| of_whole(sentence, part, whole))?
}

/// Whether the words are "of", "of the", "of its" and so on.
pub(super) fn is_of(gap: &str) -> bool {
    let gap = gap.trim_start_matches(',').trim();
    let words: Vec<&str> = words_of(gap).collect();
    let is_plain = !gap.contains(|sign: char| !sign.is_alphanumeric() && !sign.is_whitespace());
    is_plain
        && match words.as_slice() {
            ["of"] => true,
            ["of", "the" | "its" | "his" | "her" | "their" | "our" | "these" | "those" | "all" | "a", rest @ ..] => rest.len() <= 1,
            _ => false,
        }
}

fn of_whole(sentence: &Sentence<'_>, parts: &[Figure], whole: &Figure) -> Option<Check> {
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
        (true, _) if rest.abs() <= open && parts.iter().chain([whole]).any(|figure| figure.is_rounded(sentence)) => Verdict::Open,
        (true, _) => Verdict::Fails,
    };
    let share = sum.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(written)?;
    let terms: Vec<String> = parts.iter().map(Figure::words).collect();
    let equation = format!("{} of {} = {} %", rounded(sum), rounded(written), rounded(share));
    let told = format!("{} of {}.", terms.join(" and "), whole.words());
    let working =
        if is_more { format!("{told} The part is more than its whole.") } else { format!("{told} The rest is {}.", rounded(rest)) };
    let all: Vec<&Figure> = parts.iter().chain([whole]).collect();
    Some(sentence.check((Kind::Part, verdict), (equation, working), &all))
}
