//! Per cent of something: `120 of the 400 wells, or 30 percent`, `30 percent of his $2,000 budget`, `about 30 percent done with that`.

use rust_decimal::Decimal;

use super::growth::is_change;
use super::parts::is_of;
use super::sentence::{Figure, Sentence, check, words_of};
use super::words::{begins, ends};
use super::{Check, Kind, Verdict};
use crate::model::quantity::Approximation;
use crate::model::quantity::arithmetic::rounded;

pub(super) fn find(sentence: &Sentence<'_>, found: &mut Vec<Check>) {
    for at in 0..sentence.figures.len() {
        if sentence.figures.get(at).is_some_and(Figure::is_share) {
            found.extend(stated(sentence, at).or_else(|| to_work_out(sentence, at)));
        }
    }
}

/// Part, whole and share are all written.
fn stated(sentence: &Sentence<'_>, at: usize) -> Option<Check> {
    let figure = |at: Option<usize>| sentence.figures.get(at?);
    let share = figure(Some(at))?;
    let (before, second_before, behind) = (figure(at.checked_sub(1)), figure(at.checked_sub(2)), figure(Some(at + 1)));
    // A, or p percent, of B.
    if let (Some(part), Some(whole)) = (before, behind)
        && is_beside(sentence, sentence.between(part.span, share.span))
        && is_of(sentence, sentence.between(share.span, whole.span).trim_start_matches(')'))
    {
        return compared((part, whole, share), true);
    }
    if let (Some(first), Some(second)) = (second_before, before)
        && is_beside(sentence, sentence.between(second.span, share.span))
    {
        // A of the B, or p percent.
        if is_of(sentence, sentence.between(first.span, second.span)) {
            return compared((first, second, share), true);
        }
        // From A to B, by p percent: that is growth.
        if at.checked_sub(2).is_some_and(|at| is_change(sentence, at)) {
            return None;
        }
        // Of the B, A (p percent).
        let before = sentence.before(first.span);
        let has_article = words_of(before).last().is_some_and(|word| sentence.tied.the.contains(&word.to_lowercase().as_str()));
        let without = before.trim_end().rsplit_once(' ').map_or("", |(rest, _)| rest);
        let is_of_whole = ends(before, sentence.tied.of) || has_article && ends(without, sentence.tied.of);
        return compared((second, first, share), is_of_whole);
    }
    // p percent, or A, where a whole stands before.
    if let (Some(part), Some(whole)) = (behind, before)
        && is_beside(sentence, sentence.between(share.span, part.span))
    {
        return compared((part, whole, share), false);
    }
    None
}

/// Whether two figures stand beside each other as the same said in two ways: `, or`, `(`, `, about`.
pub(super) fn is_beside(sentence: &Sentence<'_>, gap: &str) -> bool {
    let tied = sentence.tied;
    let trimmed = gap.trim();
    let has_sign = trimmed.starts_with([',', '(', '—', '–']);
    let words = words_of(trimmed).collect::<Vec<_>>().join(" ").to_lowercase();
    let is_or = |words: &str| tied.or.contains(&words);
    let about = || tied.about.iter().find_map(|about| words.strip_suffix(about)).map(str::trim);
    match words.as_str() {
        "" => has_sign,
        words if tied.or.first() == Some(&words) => true,
        words => has_sign && (is_or(words) || about().is_some_and(|rest| rest.is_empty() || is_or(rest))),
    }
}

/// Share against part ÷ whole. Where the words leave open of which whole it is, what does not fit is a question.
pub(super) fn compared((part, whole, share): (&Figure, &Figure, &Figure), is_sure: bool) -> Option<Check> {
    if part.is_share() || part.is_time() || !part.is_like(whole) {
        return None;
    }
    let (of, all, said) = (part.value_in(whole)?, whole.value()?, share.value()?);
    let exact = per_cent(of, all)?;
    let is_about = share.quantity.approximation == Approximation::About;
    let verdict = match fit(said, exact, is_about) {
        true => Verdict::Holds,
        false if !is_sure => Verdict::Open,
        false => {
            // What rounding of part and whole leaves open.
            let (least, most) = bounds((of, part.open_in(whole)), (all, whole.open_in(whole)), per_cent)?;
            let open = half_of_place(said);
            if said.checked_add(open)? >= least && said.checked_sub(open)? <= most { Verdict::Open } else { Verdict::Fails }
        }
    };
    let equation = format!("{} of {} = {} %", rounded(of), rounded(all), rounded(exact));
    let told = match verdict {
        Verdict::Holds => "",
        Verdict::Open if is_sure => " Right only if the figures are rounded.",
        Verdict::Open => " Is it of this whole?",
        Verdict::Fails => " It is not.",
    };
    let working = format!("{} ÷ {} × 100. Written {}.{told}", rounded(of), rounded(all), share.words());
    Some(check((Kind::Share, verdict), (equation, working), &[part, whole, share]))
}

fn per_cent(part: Decimal, whole: Decimal) -> Option<Decimal> {
    part.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(whole)
}

/// Whether per cent that are written are those that were worked out, within the last place that is written; with "about" within a
/// twentieth of them.
pub(super) fn fit(said: Decimal, exact: Decimal, is_about: bool) -> bool {
    let twentieth = exact.abs().checked_div(Decimal::from(20)).unwrap_or(Decimal::ZERO);
    let open = if is_about { half_of_place(said).max(twentieth) } else { half_of_place(said) };
    said.checked_sub(exact).is_some_and(|off| off.abs() <= open)
}

/// Half of the last decimal place that is written: 0.5 for 15 per cent, 0.05 for 15.3.
pub(super) fn half_of_place(said: Decimal) -> Decimal {
    Decimal::new(5, said.normalize().scale() + 1)
}

/// The least and the most that can come out where each figure is open by so much.
pub(super) fn bounds(
    (one, one_open): (Decimal, Decimal),
    (other, other_open): (Decimal, Decimal),
    work: impl Fn(Decimal, Decimal) -> Option<Decimal>,
) -> Option<(Decimal, Decimal)> {
    let ends = [
        work(one.checked_sub(one_open)?, other.checked_sub(other_open)?)?,
        work(one.checked_sub(one_open)?, other.checked_add(other_open)?)?,
        work(one.checked_add(one_open)?, other.checked_sub(other_open)?)?,
        work(one.checked_add(one_open)?, other.checked_add(other_open)?)?,
    ];
    Some((ends.into_iter().reduce(Decimal::min)?, ends.into_iter().reduce(Decimal::max)?))
}

/// Share and whole are written, the part is not: a question, with what it would be.
fn to_work_out(sentence: &Sentence<'_>, at: usize) -> Option<Check> {
    let share = sentence.figures.get(at)?;
    let behind = sentence.figures.get(at + 1).filter(|whole| is_of(sentence, sentence.between(share.span, whole.span)));
    let is_done = begins(sentence.behind(share.span), sentence.tied.done);
    let done = || sentence.figures.get(..at)?.iter().rev().find(|whole| !whole.is_share()).filter(|_| is_done);
    let whole = behind.or_else(done).filter(|whole| !whole.is_share() && !whole.is_time() && whole.quantity.per.is_empty())?;
    let (all, said) = (whole.value()?, share.value()?);
    let part = said.checked_mul(all)?.checked_div(Decimal::ONE_HUNDRED)?;
    let left = all.checked_sub(part)?;
    let unit = match whole.quantity.unit.as_str() {
        "" => String::new(),
        unit => format!(" {unit}"),
    };
    let equation = format!("{} of {} = {}{unit}", share.words(), whole.words(), rounded(part));
    let about = if share.quantity.approximation == Approximation::About { "About" } else { "So" };
    let working =
        if is_done { format!("{about} {}{unit} would be left. Neither is written.", rounded(left)) } else { "Not written.".to_owned() };
    Some(check((Kind::Share, Verdict::Open), (equation, working), &[share, whole]))
}
