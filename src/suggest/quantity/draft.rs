//! A quantity while it is put together.

use rust_decimal::Decimal;

use super::figure::{self, Form};
use super::lexicon::Roles;
use super::range::{self, Ends};
use super::token::{Line, is_dash};
use super::{Kind, Reading, around, measure, noun, rate};
use crate::model::document::Language;
use crate::model::quantity::{Approximation, Dimension, Unit, Value};

/// A quantity while it is put together. Places are tokens.
pub struct Draft {
    /// The first token, with the hedge.
    pub start: usize,
    /// The first token of the number, with currency and minus.
    pub core_start: usize,
    /// The token after number and unit.
    pub core_end: usize,
    /// The token after all of it.
    pub end: usize,
    /// The value.
    pub value: Value,
    /// The unit of measure or money.
    pub unit: Option<&'static Unit>,
    /// The counted noun.
    pub noun: Option<(usize, usize)>,
    /// Per what.
    pub per: String,
    /// How exactly it is meant.
    pub approximation: Approximation,
    /// What the words around say, though it be that it is exact.
    pub hedge: Option<Approximation>,
    /// The same in another unit.
    pub also: Option<Reading>,
}

/// A minus sign or word before the figure: its token and whether there is one.
pub fn negative(line: &Line, start: usize, floor: usize) -> (usize, bool) {
    let Some(before) = start.checked_sub(1).filter(|before| *before >= floor) else { return (start, false) };
    if line.is_before(before, Roles::OR) {
        return (start, false);
    }
    let is_sign =
        line.sign(before).is_some_and(|sign| is_dash(sign) && sign != '–') && line.is_attached(start) && !line.is_attached(before);
    let is_word = line.is(before, Roles::MINUS)
        && line.is_digits(start)
        && line.lexicon.language != Language::French
        && line.lexicon.language != Language::Spanish
        || line.says(before, "minus");
    if is_sign || is_word { (before, true) } else { (start, false) }
}

/// Puts together what belongs to the number.
pub fn draft(
    line: &Line,
    (first, ends): (figure::Figure, &Ends),
    (core_start, is_negative): (usize, bool),
    currency: Option<&'static Unit>,
    floor: usize,
) -> Draft {
    let value = if is_negative { ends.value.negated() } else { ends.value };
    let mut draft = Draft {
        start: core_start,
        core_start,
        core_end: ends.end,
        end: ends.end,
        value,
        unit: currency.or(ends.unit),
        noun: None,
        per: String::new(),
        approximation: if value.high.is_some() { Approximation::Between } else { Approximation::Exact },
        hedge: None,
        also: None,
    };
    draft.take_unit(line, first, ends, currency.is_some());
    if draft.unit.is_none() {
        draft.take_noun(line, first);
    }
    if draft.value.high.is_none() && first.is_about {
        draft.approximation = Approximation::About;
    }
    if draft.value.high.is_none() && first.form == Form::Vague {
        draft.approximation = Approximation::AtLeast;
    }
    draft.take_hedges(line, ends, floor);
    draft.take_rate(line);
    draft.take_other_unit(line);
    draft
}

impl Draft {
    fn take_unit(&mut self, line: &Line, first: figure::Figure, ends: &Ends, has_currency: bool) {
        // Half an hour.
        let is_part = first.form == Form::Fraction;
        let article = usize::from(is_part && line.is(self.core_end, Roles::ARTICLE));
        let found = measure::unit(line, self.core_end + article, has_currency);
        // A quarter of a percentage point; millions d'euros, millones de euros.
        let behind_of = if is_part && line.is(self.core_end + 1, Roles::ARTICLE) {
            Some(self.core_end + 2)
        } else if first.scale > Decimal::ONE && !is_part || first.is_about {
            Some(self.core_end + 1 + usize::from(matches!(line.sign(self.core_end + 1), Some('\'' | '’'))))
        } else {
            None
        };
        let found = found.or_else(|| measure::unit(line, behind_of.filter(|_| line.is(self.core_end, Roles::OF))?, has_currency));
        let Some((unit, end)) = found else {
            if ends.unit.is_some() {
                self.core_end = self.core_end.max(ends.end);
            }
            return;
        };
        // Behind a currency sign only the same currency says more.
        if self.unit.is_some_and(|own| has_currency && own.dimension != unit.dimension) {
            return;
        }
        self.unit = self.unit.filter(|_| has_currency).or(Some(unit));
        (self.core_end, self.end) = (end, end);
        if has_currency {
            return;
        }
        if line.is(end, Roles::AND) {
            self.and_a_half(line, end + 1);
        }
        self.and_smaller(line);
    }

    /// `an hour and a half`, `dos horas y media`.
    fn and_a_half(&mut self, line: &Line, at: usize) {
        let half = at + usize::from(line.is(at, Roles::ARTICLE) && !line.is(at, Roles::HALF));
        if line.is(half, Roles::HALF)
            && self.value.high.is_none()
            && let Some(value) = self.value.low.checked_add(Decimal::new(5, 1))
        {
            self.value.low = value;
            (self.core_end, self.end) = (half + 1, half + 1);
        }
    }

    /// `5 feet 10 inches`, `two hours and 30 minutes`: one value in the smaller unit.
    fn and_smaller(&mut self, line: &Line) {
        let Some(unit) = self.unit.filter(|_| self.value.high.is_none()) else { return };
        let at = self.core_end + usize::from(line.is(self.core_end, Roles::AND));
        let Some(part) = figure::figure(line, at, false).filter(|part| part.scale == Decimal::ONE) else { return };
        // 6 ft 2 in: behind feet the word is no preposition.
        let is_inch = unit.name == "foot" && line.says(part.end, "in");
        let inch = is_inch.then(|| Unit::find("inch")).flatten().map(|inch| (inch, part.end + 1));
        let Some((smaller, end)) = inch.or_else(|| measure::unit(line, part.end, false)) else { return };
        let are_cents = matches!((unit.dimension, smaller.name), (Dimension::Money(_), "cent" | "US cent" | "euro cent" | "penny"));
        if are_cents && unit.sign != unit.name && part.value < Decimal::ONE_HUNDRED {
            self.value.low += part.value / Decimal::ONE_HUNDRED;
            (self.core_end, self.end) = (end, end);
            return;
        }
        let is_parted = matches!(unit.dimension, Dimension::Time | Dimension::Length | Dimension::Mass | Dimension::Calendar);
        let Some(ratio) = Unit::convert(Decimal::ONE, unit, smaller).filter(|_| is_parted) else { return };
        if ratio <= Decimal::ONE || part.value >= ratio {
            return;
        }
        let Some(sum) = self.value.low.checked_mul(ratio).and_then(|whole| whole.checked_add(part.value)) else { return };
        self.value.low = sum;
        self.unit = Some(smaller);
        (self.core_end, self.end) = (end, end);
    }

    fn take_noun(&mut self, line: &Line, first: figure::Figure) {
        let mut at = self.core_end;
        let is_of = line.is(at, Roles::OF) && (first.form == Form::Vague || first.is_about || first.scale > Decimal::ONE);
        if is_of {
            at += 1;
            if line.is(at, Roles::THE) || matches!(line.sign(at), Some('\'' | '’')) {
                at += 1;
            }
        } else if line.is(at, Roles::OF) && line.is(at + 1, Roles::THE) && first.form != Form::Fraction {
            // Two of the officers.
            at += 2;
        }
        let noun = noun::noun(line, at).filter(|_| first.form != Form::Fraction);
        if let Some((start, end)) = noun {
            self.noun = Some((start, end));
            self.end = self.end.max(end);
        }
    }

    fn take_hedges(&mut self, line: &Line, ends: &Ends, floor: usize) {
        let before = around::before(line, ends.hedge_at.unwrap_or(self.core_start)).filter(|(start, _)| *start >= floor);
        let mut meaning = None;
        if let Some((start, found)) = before {
            self.start = start.min(self.start);
            meaning = Some(found);
        }
        self.start = ends.between_at.filter(|at| *at >= floor).unwrap_or(self.start);
        if let Some((end, found)) = around::after(line, self.core_end).or_else(|| around::after(line, self.end)) {
            // 500-plus people: the noun stands behind the hedge.
            if end > self.core_end && self.noun.is_none() && self.unit.is_none() {
                self.noun = noun::noun(line, end);
            }
            self.end = self.end.max(self.noun.map_or(end, |(_, noun)| noun.max(end)));
            if meaning.is_none_or(|meaning| meaning == Approximation::Exact) {
                meaning = Some(found);
            }
        }
        self.hedge = meaning;
        let is_within = line.says(self.start, "within") && !self.is_time();
        if let Some(meaning) = meaning.filter(|meaning| *meaning != Approximation::Exact && self.value.high.is_none() && !is_within) {
            self.approximation = meaning;
        }
    }

    fn is_time(&self) -> bool {
        self.unit.is_some_and(|unit| matches!(unit.dimension, Dimension::Time | Dimension::Calendar))
    }

    fn take_rate(&mut self, line: &Line) {
        // Whoever counts hours in a day is rare: half an hour a day.
        if let Some(rate) = rate::rate(line, self.end) {
            self.per = rate.per;
            self.end = rate.end;
            // 500 daily flights: the noun stands behind the rate.
            if self.noun.is_none()
                && self.unit.is_none()
                && let Some((start, end)) = noun::noun(line, self.end)
            {
                (self.noun, self.end) = (Some((start, end)), end);
            }
            return;
        }
        if let Some((start, end)) = self.noun {
            if line.is(start, Roles::RATE)
                && end > start + 1
                && let Some(per) = line.lexicon.rate(line.written(start))
            {
                self.per = per.to_owned();
                self.noun = Some((start + 1, end));
            } else if let Some(rate) = rate::later_rate(line, end) {
                self.per = rate.per;
            }
        }
    }

    /// `1,553 mile (2,500 kilometer)`, `£5m ($6.3m)`, `100 km, or 62 miles,`.
    fn take_other_unit(&mut self, line: &Line) {
        let Some(unit) = self.unit else { return };
        let has_bracket = line.sign(self.end) == Some('(') || line.sign(self.end) == Some('[');
        let comma = usize::from(line.sign(self.end) == Some(','));
        let has_or = line.is(self.end + comma, Roles::OR);
        if !has_bracket && !has_or {
            return;
        }
        let mut at = self.end + 1 + if has_bracket { 0 } else { comma };
        let hedge = (at..at + 4).take_while(|token| !line.is_digits(*token)).count();
        let Some(digits) = (hedge < 4).then_some(at + hedge).filter(|token| line.is_digits(*token)) else { return };
        let currency = measure::currency_before(line, digits).filter(|(_, start)| *start >= at);
        let Some(number) = figure::figure(line, digits, currency.is_some()) else { return };
        let ends = range::ends(line, digits, number, currency.map(|(unit, _)| unit));
        at = ends.end;
        let (other, end) = match (currency, measure::unit(line, at, currency.is_some())) {
            (Some((currency, _)), None) => (currency, at),
            (Some((currency, _)), Some((_, end))) => (currency, end),
            (None, Some((unit, end))) => (unit, end),
            (None, None) => return,
        };
        let are_money = matches!((unit.dimension, other.dimension), (Dimension::Money(_), Dimension::Money(_)));
        let is_same = (unit.dimension == other.dimension || are_money) && unit.name != other.name;
        let is_closed = !has_bracket || matches!(line.sign(end), Some(')' | ']' | ';' | ',' | '/'));
        if !is_same || !is_closed {
            return;
        }
        let approximation =
            around::before(line, currency.map_or(digits, |(_, start)| start)).map_or(Approximation::Exact, |(_, meaning)| meaning);
        let is_closing = has_bracket && matches!(line.sign(end), Some(')' | ']'));
        self.also = Some(Reading {
            kind: Kind::Quantity,
            value: ends.value.normalized(),
            unit: other.label(ends.value.low),
            per: self.per.clone(),
            approximation: if ends.value.high.is_some() { Approximation::Between } else { approximation },
        });
        // Where more stands in the bracket it stays outside.
        if is_closing || !has_bracket {
            self.end = end + usize::from(is_closing);
        }
    }
}
