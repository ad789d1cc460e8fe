//! From one figure to another: whether it rose or fell as written, by as many per cent, and to how many times as much.

use rust_decimal::Decimal;

use super::sentence::{Figure, Sentence, check, words_of};
use super::share::{bounds, fit, half_of_place};
use super::words::{ends, is_any};
use super::{Check, Kind, Verdict};
use crate::model::quantity::arithmetic::rounded;
use crate::model::quantity::{Approximation, Dimension};

/// Before "from" such a word stands within so many words.
const NEAR: usize = 8;

/// Two figures of which one became the other.
struct Change<'a> {
    old: &'a Figure,
    new: &'a Figure,
    /// The words before the two.
    before: &'a str,
    /// Places of the figures around them.
    around: [Option<usize>; 2],
}

pub(super) fn find(sentence: &Sentence<'_>, found: &mut Vec<Check>) {
    for at in 0..sentence.figures.len() {
        if let Some(change) = change_at(sentence, at) {
            found.extend(times(sentence, &change).or_else(|| by(sentence, &change)).or_else(|| direction(sentence, &change)));
        }
    }
}

/// Whether a figure and the next one are an old and a new one.
pub(super) fn is_change(sentence: &Sentence<'_>, at: usize) -> bool {
    change_at(sentence, at).is_some()
}

fn change_at<'a>(sentence: &'a Sentence<'_>, at: usize) -> Option<Change<'a>> {
    let (first, second) = (sentence.figures.get(at)?, sentence.figures.get(at + 1)?);
    let gap = sentence.between(first.span, second.span);
    let before = sentence.before(first.span);
    let around = [at.checked_sub(1), Some(at + 2)];
    let tied = sentence.tied;
    let (old, new) = if ends(before, tied.from) && is_any(gap, tied.to) {
        (first, second)
    } else if is_any(gap, tied.up_from) || ends(before, tied.to_new) && is_any(gap, tied.from) {
        (second, first)
    } else {
        return None;
    };
    // A range of days or of ages does not grow.
    (old.is_like(new) || old.is_share() && new.is_share()).then_some(())?;
    old.value().filter(|old| *old > Decimal::ZERO)?;
    Some(Change { old, new, before, around })
}

/// What the words around say: whether it rose or fell.
fn is_rise(sentence: &Sentence<'_>, change: &Change<'_>) -> Option<bool> {
    let (old, new) = (change.old, change.new);
    let gap = if old.span.start() < new.span.start() { "" } else { sentence.between(new.span, old.span) };
    let near: Vec<&str> = words_of(change.before).collect();
    let near = near.get(near.len().saturating_sub(NEAR)..).unwrap_or_default().iter().copied().chain(words_of(gap));
    let said: Vec<bool> = near
        .filter_map(|word| {
            let word = word.to_lowercase();
            let word = word.as_str();
            if sentence.tied.rose.contains(&word) { Some(true) } else { sentence.tied.fell.contains(&word).then_some(false) }
        })
        .collect();
    said.last().copied()
}

fn values(old: &Figure, new: &Figure) -> Option<(Decimal, Decimal)> {
    Some((old.value()?, new.value_in(old)?))
}

fn growth(new: Decimal, old: Decimal) -> Option<Decimal> {
    new.checked_sub(old)?.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(old)
}

/// `80 to 92: 15 % more`, and by how many per cent.
pub(super) fn equation(old: &Figure, new: &Figure) -> Option<(String, Decimal)> {
    let (from, to) = values(old, new)?;
    let by = growth(to, from)?;
    let word = if by < Decimal::ZERO { "less" } else { "more" };
    Some((format!("{} to {}: {} % {word}", rounded(from), new.words(), rounded(by.abs())), by))
}

/// By how many per cent, or percentage points, is written beside the two.
fn by(sentence: &Sentence<'_>, change: &Change<'_>) -> Option<Check> {
    let (first, last) = if change.old.span.start() < change.new.span.start() { (change.old, change.new) } else { (change.new, change.old) };
    let beside = change.around.iter().filter_map(|at| sentence.figures.get((*at)?));
    let said = beside.into_iter().find(|figure| {
        let is_kind = figure.is_share() || figure.dimension() == Some(Dimension::SharePoints);
        let is_before = figure.span.start() < first.span.start();
        let gap = if is_before { sentence.between(figure.span, first.span) } else { sentence.between(last.span, figure.span) };
        is_kind && gap.len() <= 40 && !gap.contains(';')
    })?;
    grown(change.old, change.new, said)
}

/// Whether it became more or less by so many per cent, percentage points, or so much.
pub(super) fn grown(old: &Figure, new: &Figure, said: &Figure) -> Option<Check> {
    match said.dimension() {
        Some(Dimension::SharePoints) => by_points(old, new, said),
        _ if said.is_share() => by_per_cent(old, new, said),
        _ => by_so_much(old, new, said),
    }
}

fn by_points(old: &Figure, new: &Figure, said: &Figure) -> Option<Check> {
    let (from, to) = values(old, new)?;
    let (told, _) = equation(old, new)?;
    let off = to.checked_sub(from)?;
    let holds = fit(said.value()?.abs(), off.abs(), said.quantity.approximation == Approximation::About);
    let verdict = match old.is_share() {
        false => Verdict::Open,
        true if holds => Verdict::Holds,
        true => Verdict::Fails,
    };
    let working = format!("{} − {} = {} percentage points. Written {}.", rounded(to), rounded(from), rounded(off), said.words());
    Some(check((Kind::Growth, verdict), (told, working), &[old, new, said]))
}

fn by_per_cent(old: &Figure, new: &Figure, said: &Figure) -> Option<Check> {
    let (from, to) = values(old, new)?;
    let (told, exact) = equation(old, new)?;
    let written = said.value()?.abs();
    let points_meant = old.is_share() && fit(written, to.checked_sub(from)?.abs(), false);
    let (verdict, remark) = if fit(written, exact.abs(), said.quantity.approximation == Approximation::About) {
        (Verdict::Holds, "")
    } else if points_meant {
        (Verdict::Fails, " Percentage points are meant.")
    } else if within_rounding(old, new, written)? {
        (Verdict::Open, " Right only if the figures are rounded.")
    } else {
        (Verdict::Fails, " It is not.")
    };
    let working = format!("({} − {}) ÷ {} × 100. Written {}.{remark}", rounded(to), rounded(from), rounded(from), said.words());
    Some(check((Kind::Growth, verdict), (told, working), &[old, new, said]))
}

/// `by 12, from 80 to 92`: only where a checker has stated it, since nearby figures of one kind are mostly something else.
fn by_so_much(old: &Figure, new: &Figure, said: &Figure) -> Option<Check> {
    let (from, to, written) = (old.value()?, new.value_in(old)?, said.value_in(old)?.abs());
    let by = to.checked_sub(from)?;
    let open = [old, new, said].iter().try_fold(Decimal::ZERO, |sum, figure| sum.checked_add(figure.open_in(old)))?;
    let off = by.abs().checked_sub(written)?.abs();
    let is_rounded = [old, new, said].iter().any(|figure| figure.is_rounded());
    let (verdict, remark) = match off {
        off if off.is_zero() => (Verdict::Holds, String::new()),
        off if off <= open && is_rounded => (Verdict::Holds, format!(" Off by {}, within its rounding.", rounded(off))),
        off if off <= open && to >= Decimal::ONE_THOUSAND => {
            (Verdict::Open, format!(" Off by {}: right only if the figures are rounded.", rounded(off)))
        }
        off => (Verdict::Fails, format!(" Off by {}.", rounded(off))),
    };
    let equation = format!("{} − {} = {}", rounded(to), rounded(from), rounded(by));
    Some(check((Kind::Growth, verdict), (equation, format!("Written {}.{remark}", said.words())), &[old, new, said]))
}

fn within_rounding(old: &Figure, new: &Figure, written: Decimal) -> Option<bool> {
    let (from, to) = values(old, new)?;
    let (least, most) = bounds((to, new.open_in(old)), (from, old.open_in(old)), growth)?;
    let (least, most) = if most < Decimal::ZERO { (-most, -least) } else { (least, most) };
    let open = half_of_place(written);
    Some(written.checked_add(open)? >= least && written.checked_sub(open)? <= most)
}

/// `doubled from 40 to 80`.
fn times(sentence: &Sentence<'_>, change: &Change<'_>) -> Option<Check> {
    let near: Vec<String> = words_of(change.before).map(str::to_lowercase).collect();
    let near = near.get(near.len().saturating_sub(NEAR)..).unwrap_or_default();
    let (at, (word, up, down)) = near.iter().enumerate().rev().find_map(|(at, word)| {
        let row = sentence.tied.times.iter().find(|(name, ..)| name == word)?;
        Some((at, *row))
    })?;
    let before = near.get(..at).unwrap_or_default().join(" ");
    let is_more = ends(&before, sentence.tied.more_than);
    let is_near = ends(&before, sentence.tied.about);
    let (old, new) = values(change.old, change.new)?;
    let wanted = Decimal::from(up).checked_div(Decimal::from(down))?;
    let open = |figure: &Figure| figure.open_in(change.old);
    let (least, most) = bounds((new, open(change.new)), (old, open(change.old)), |new, old| new.checked_div(old))?;
    let far = |by: u32| wanted.checked_mul(Decimal::new(i64::from(by), 2)).unwrap_or(wanted);
    let holds = match (is_more, is_near) {
        (true, _) => most >= wanted,
        (false, true) => most >= far(80) && least <= far(120),
        (false, false) => least <= wanted && wanted <= most,
    };
    let is_close = most >= far(90) && least <= far(110);
    let verdict = match (holds, is_close) {
        (true, _) => Verdict::Holds,
        (false, true) => Verdict::Open,
        (false, false) => Verdict::Fails,
    };
    let exact = new.checked_div(old)?;
    let equation = format!("{} ÷ {} = {}", rounded(new), rounded(old), rounded(exact));
    let hedge = if is_more || is_near {
        near.get(at.saturating_sub(1 + usize::from(is_more))..at).unwrap_or_default().join(" ") + " "
    } else {
        String::new()
    };
    Some(check((Kind::Growth, verdict), (equation, format!("Written “{hedge}{word}”.")), &[change.old, change.new]))
}

/// Nothing says by how much, but whether it rose.
fn direction(sentence: &Sentence<'_>, change: &Change<'_>) -> Option<Check> {
    let is_rise = is_rise(sentence, change)?;
    let (told, by) = equation(change.old, change.new)?;
    let is_so = by.is_zero() || (by > Decimal::ZERO) == is_rise;
    let word = if is_rise { "more" } else { "less" };
    let verdict = if is_so { Verdict::Holds } else { Verdict::Fails };
    let working = if is_so { NOT_SAID.to_owned() } else { format!("The words say that it became {word}.") };
    Some(check((Kind::Growth, verdict), (told, working), &[change.old, change.new]))
}

/// Where nothing says by how much.
pub(super) const NOT_SAID: &str = "By how many per cent is not written.";
