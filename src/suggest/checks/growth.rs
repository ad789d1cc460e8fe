//! From one figure to another: whether it rose or fell as written, by as many per cent, and to how many times as much.

use rust_decimal::Decimal;

use super::sentence::{Figure, Sentence, words_of};
use super::share::{bounds, fit, half_of_place, is_between};
use super::{Check, Kind, Verdict};
use crate::model::quantity::arithmetic::rounded;
use crate::model::quantity::{Approximation, Dimension};

const ROSE: &[&str] = &[
    "rose",
    "rise",
    "rises",
    "risen",
    "grew",
    "grow",
    "grows",
    "grown",
    "increased",
    "increase",
    "increases",
    "climbed",
    "jumped",
    "soared",
    "surged",
    "gained",
    "up",
    "doubled",
    "tripled",
    "quadrupled",
    "raised",
    "expanded",
];
const FELL: &[&str] = &[
    "fell",
    "fall",
    "falls",
    "fallen",
    "dropped",
    "drop",
    "drops",
    "declined",
    "decline",
    "decreased",
    "decrease",
    "shrank",
    "shrunk",
    "sank",
    "plunged",
    "slipped",
    "down",
    "halved",
    "cut",
    "lowered",
    "reduced",
    "dwindled",
];
/// Words that say how many times as much it became.
const TIMES: &[(&str, i64, i64)] = &[("doubled", 2, 1), ("tripled", 3, 1), ("trebled", 3, 1), ("quadrupled", 4, 1), ("halved", 1, 2)];
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

fn change_at<'a>(sentence: &'a Sentence<'_>, at: usize) -> Option<Change<'a>> {
    let (first, second) = (sentence.figures.get(at)?, sentence.figures.get(at + 1)?);
    let gap = sentence.between(first.span, second.span);
    let before = sentence.before(first.span);
    let last = words_of(before).last().unwrap_or("");
    let around = [at.checked_sub(1), Some(at + 2)];
    let (old, new) = if last.eq_ignore_ascii_case("from") && is_between(gap, &["to"]) {
        (first, second)
    } else if is_between(gap, &["up from", "down from"]) || last == "to" && is_between(gap, &["from"]) {
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
            if ROSE.contains(&word.as_str()) { Some(true) } else { FELL.contains(&word.as_str()).then_some(false) }
        })
        .collect();
    said.last().copied()
}

fn values(change: &Change<'_>) -> Option<(Decimal, Decimal)> {
    Some((change.old.value()?, change.new.value_in(change.old)?))
}

fn growth(new: Decimal, old: Decimal) -> Option<Decimal> {
    new.checked_sub(old)?.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(old)
}

fn equation(change: &Change<'_>) -> Option<(String, Decimal)> {
    let (old, new) = values(change)?;
    let by = growth(new, old)?;
    let word = if by < Decimal::ZERO { "less" } else { "more" };
    Some((format!("{} to {}: {} % {word}", rounded(old), change.new.words(), rounded(by.abs())), by))
}

/// By how many per cent, or percentage points, is written beside the two.
fn by(sentence: &Sentence<'_>, change: &Change<'_>) -> Option<Check> {
    let beside = change.around.iter().filter_map(|at| sentence.figures.get((*at)?));
    let said = beside.into_iter().find(|figure| {
        let is_kind = figure.is_share() || figure.dimension() == Some(Dimension::SharePoints);
        let gap = if figure.span.start() < change.old.span.start().min(change.new.span.start()) {
            sentence.between(figure.span, if change.old.span.start() < change.new.span.start() { change.old.span } else { change.new.span })
        } else {
            sentence.between(if change.old.span.start() > change.new.span.start() { change.old.span } else { change.new.span }, figure.span)
        };
        is_kind && gap.len() <= 40 && !gap.contains(';')
    })?;
    let (old, new) = values(change)?;
    let (told, exact) = equation(change)?;
    let written = said.value()?.abs();
    if said.dimension() == Some(Dimension::SharePoints) {
        let points = new.checked_sub(old)?.abs();
        let holds = change.old.is_share() && fit(written, points, said.quantity.approximation == Approximation::About);
        let verdict = if !change.old.is_share() {
            Verdict::Open
        } else if holds {
            Verdict::Holds
        } else {
            Verdict::Fails
        };
        let working = format!(
            "{} − {} = {} percentage points. Written {}.",
            rounded(new),
            rounded(old),
            rounded(new.checked_sub(old)?),
            said.words()
        );
        return Some(sentence.check((Kind::Growth, verdict), (told, working), &[change.old, change.new, said]));
    }
    let points_meant = change.old.is_share() && fit(written, new.checked_sub(old)?.abs(), false);
    let (verdict, remark) = if fit(written, exact.abs(), said.quantity.approximation == Approximation::About) {
        (Verdict::Holds, "")
    } else if points_meant {
        (Verdict::Fails, " Percentage points are meant.")
    } else if within_rounding(change, written)? {
        (Verdict::Open, " Right only if the figures are rounded.")
    } else {
        (Verdict::Fails, " It is not.")
    };
    let working = format!("({} − {}) ÷ {} × 100. Written {}.{remark}", rounded(new), rounded(old), rounded(old), said.words());
    Some(sentence.check((Kind::Growth, verdict), (told, working), &[change.old, change.new, said]))
}

fn within_rounding(change: &Change<'_>, written: Decimal) -> Option<bool> {
    let (old, new) = values(change)?;
    let (least, most) = bounds((new, change.new.open_in(change.old)), (old, change.old.open_in(change.old)), growth)?;
    let (least, most) = if most < Decimal::ZERO { (-most, -least) } else { (least, most) };
    let open = half_of_place(written);
    Some(written.checked_add(open)? >= least && written.checked_sub(open)? <= most)
}

/// `doubled from 40 to 80`.
fn times(sentence: &Sentence<'_>, change: &Change<'_>) -> Option<Check> {
    let near: Vec<String> = words_of(change.before).map(str::to_lowercase).collect();
    let near = near.get(near.len().saturating_sub(NEAR)..).unwrap_or_default();
    let (at, (word, up, down)) = near.iter().enumerate().rev().find_map(|(at, word)| {
        let row = TIMES.iter().find(|(name, ..)| name == word)?;
        Some((at, *row))
    })?;
    let hedge = near.get(..at).and_then(|before| before.last()).map_or("", String::as_str);
    let (old, new) = values(change)?;
    let wanted = Decimal::from(up).checked_div(Decimal::from(down))?;
    let (least, most) =
        bounds((new, change.new.open_in(change.old)), (old, change.old.open_in(change.old)), |new, old| new.checked_div(old))?;
    let is_near = matches!(hedge, "nearly" | "almost" | "about" | "roughly");
    let far = |by: u32| wanted.checked_mul(Decimal::new(i64::from(by), 2)).unwrap_or(wanted);
    let holds = match hedge {
        // More than doubled.
        "than" => most >= wanted,
        _ if is_near => most >= far(80) && least <= far(120),
        _ => least <= wanted && wanted <= most,
    };
    let is_close = most >= far(90) && least <= far(110);
    let verdict = match (holds, is_close) {
        (true, _) => Verdict::Holds,
        (false, true) => Verdict::Open,
        (false, false) => Verdict::Fails,
    };
    let exact = new.checked_div(old)?;
    let equation = format!("{} ÷ {} = {}", rounded(new), rounded(old), rounded(exact));
    let hedge = match hedge {
        "than" => "more than ".to_owned(),
        _ if is_near => format!("{hedge} "),
        _ => String::new(),
    };
    Some(sentence.check((Kind::Growth, verdict), (equation, format!("Written “{hedge}{word}”.")), &[change.old, change.new]))
}

/// Nothing says by how much, but whether it rose.
fn direction(sentence: &Sentence<'_>, change: &Change<'_>) -> Option<Check> {
    let is_rise = is_rise(sentence, change)?;
    let (told, by) = equation(change)?;
    let is_so = by.is_zero() || (by > Decimal::ZERO) == is_rise;
    let word = if is_rise { "more" } else { "less" };
    let verdict = if is_so { Verdict::Holds } else { Verdict::Fails };
    let working = if is_so { "By how many per cent is not written.".to_owned() } else { format!("The words say that it became {word}.") };
    Some(sentence.check((Kind::Growth, verdict), (told, working), &[change.old, change.new]))
}
