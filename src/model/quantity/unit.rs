//! Units of measure and of money: what they are called, and how one is turned into another to the last digit. A noun that is counted
//! (`troops`) is no unit.

mod measure;
mod money;
mod row;

use std::collections::HashMap;
use std::sync::OnceLock;

use rust_decimal::Decimal;

use crate::model::document::Language;

/// What a unit measures. Only units of one dimension can be turned into one another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Dimension {
    /// Base: metre.
    Length,
    /// Base: square metre.
    Area,
    /// Base: cubic metre.
    Volume,
    /// Base: kilogram.
    Mass,
    /// Base: second. Up to the week, which always has as many seconds.
    Time,
    /// Base: month. Months and years have no fixed number of days, so they are never turned into them.
    Calendar,
    /// Base: metre a second.
    Speed,
    /// Base: kelvin.
    Temperature,
    /// Base: joule.
    Energy,
    /// Base: watt.
    Power,
    /// Base: pascal.
    Pressure,
    /// Base: newton.
    Force,
    /// Base: hertz.
    Frequency,
    /// Base: volt.
    Voltage,
    /// Base: ampere.
    Current,
    /// Base: becquerel.
    Activity,
    /// Base: sievert.
    Dose,
    /// Base: decibel.
    Loudness,
    /// Base: bit.
    Storage,
    /// Base: bit a second.
    DataRate,
    /// Base: one. Parts of a whole: per cent, per mille, parts per million.
    Share,
    /// Base: percentage point. The difference of two shares; never the same as per cent.
    SharePoints,
    /// Base: degree, where the words do not say of what: `38 degrees` may be a temperature of two scales or an angle.
    Degrees,
    /// Money of one currency, by its ISO 4217 code, or by its plain name where the name alone does not tell the country (`peso`).
    /// No two currencies can be turned into one another: the rate depends on the day.
    Money(&'static str),
}

/// One unit.
#[derive(Debug, PartialEq)]
pub struct Unit {
    /// English name, singular: `kilometre`, `square mile`, `US dollar`.
    pub name: &'static str,
    /// The short form that readings hold: `km`, `sq mi`, `USD`; the name where no short form is usual in print (`day`).
    pub sign: &'static str,
    /// What it measures.
    pub dimension: Dimension,
    /// One unit is `factor / divisor` of the base of its dimension, after `offset` was added to the value.
    factor: Decimal,
    divisor: Decimal,
    offset: Decimal,
    /// Other short forms, whose case matters, with commas between them: `MW` is not `mW`.
    signs: &'static str,
    /// Names in English, Spanish, French, German in the order of [`Language::ALL`], with commas between them; case and a plural
    /// `s` do not matter.
    names: [&'static str; 4],
}

impl Unit {
    /// All units, measures before money.
    pub fn all() -> impl Iterator<Item = &'static Unit> {
        measure::UNITS.iter().chain(money::UNITS)
    }

    /// The unit that the words name, in any of the languages, English before the others: `km`, `Kilometers`, `square miles`,
    /// `millas`, `US dollars`, `€`. Nothing for a counted noun. `pounds` are of mass, `$` and `dollars` are of the United States
    /// and `tons`, `gallons`, `pints` are theirs too, as in most news; an article may mean others, so a checker can say which.
    ///
    /// ```
    /// use tickmark::model::quantity::Unit;
    ///
    /// assert_eq!(Unit::find("square miles").map(|unit| unit.sign), Some("sq mi"));
    /// assert_eq!(Unit::find("MW").map(|unit| unit.name), Some("megawatt"));
    /// assert_eq!(Unit::find("troops"), None);
    /// ```
    pub fn find(words: &str) -> Option<&'static Unit> {
        Language::ALL.into_iter().find_map(|language| Unit::find_in(words, language))
    }

    /// The same with the names of one language only; signs are of all languages. `pies` are feet in Spanish and no unit in English.
    pub fn find_in(words: &str, language: Language) -> Option<&'static Unit> {
        let words = words.trim();
        let index = Index::get();
        index.signs.get(words).copied().or_else(|| index.names.get(language as usize)?.get(key(words).as_str()).copied())
    }

    /// The words, in lower case, with which a name or a sign of a unit can begin, in that language. Whoever looks for units in a text
    /// looks at these first: most words begin none.
    pub fn first_words(language: Language) -> impl Iterator<Item = &'static str> {
        let index = Index::get();
        let names = index.names.get(language as usize).into_iter().flat_map(|names| names.keys().map(String::as_str));
        let signs = index.signs.keys().copied();
        names.chain(signs).filter_map(|name| name.split(|sign: char| !sign.is_alphabetic()).next()).filter(|word| !word.is_empty())
    }

    /// What a reading of that value holds as its unit: the sign, in the plural where it is a word (`2 weeks`, `percent`).
    pub fn label(&self, value: Decimal) -> String {
        let is_word = matches!(self.dimension, Dimension::Time | Dimension::Calendar | Dimension::SharePoints);
        if !is_word || value.abs() == Decimal::ONE {
            return self.sign.to_owned();
        }
        self.sign.strip_suffix("ry").map_or_else(|| format!("{}s", self.sign), |stem| format!("{stem}ries"))
    }

    /// The value in another unit of the same dimension; nothing where the dimensions differ or the figure grows beyond 28 digits.
    /// Every factor in the table is exact, so the answer is exact as far as 28 digits can hold it.
    ///
    /// ```
    /// use rust_decimal::Decimal;
    /// use tickmark::model::quantity::Unit;
    ///
    /// let (Some(mile), Some(kilometre)) = (Unit::find("mile"), Unit::find("kilometer")) else { return };
    /// let journey = Unit::convert(Decimal::from(1553), mile, kilometre);
    /// assert_eq!(journey.map(|km| km.to_string()).as_deref(), Some("2499.311232"));
    /// ```
    pub fn convert(value: Decimal, from: &Unit, to: &Unit) -> Option<Decimal> {
        let base = value.checked_add(from.offset)?;
        Some(Unit::rescale(base, from, to)?.checked_sub(to.offset)?.normalize())
    }

    /// The same for a difference of two values, as a rise of the temperature: 1.5 °C more are 2.7 °F more.
    pub fn convert_difference(value: Decimal, from: &Unit, to: &Unit) -> Option<Decimal> {
        Some(Unit::rescale(value, from, to)?.normalize())
    }

    fn rescale(value: Decimal, from: &Unit, to: &Unit) -> Option<Decimal> {
        if from.dimension != to.dimension {
            return None;
        }
        if from.factor == to.factor && from.divisor == to.divisor {
            return Some(value);
        }
        let multiplied = || value.checked_mul(from.factor.checked_mul(to.divisor)?)?.checked_div(to.factor.checked_mul(from.divisor)?);
        // Where the product would be too long, the ratio is found first.
        let divided = || value.checked_mul(from.factor.checked_div(to.factor)?)?.checked_mul(to.divisor)?.checked_div(from.divisor);
        multiplied().or_else(divided)
    }
}

/// Where each name leads.
struct Index {
    signs: HashMap<&'static str, &'static Unit>,
    /// In the order of [`Language::ALL`].
    names: [HashMap<String, &'static Unit>; 4],
}

impl Index {
    fn get() -> &'static Index {
        static INDEX: OnceLock<Index> = OnceLock::new();
        INDEX.get_or_init(Index::build)
    }

    /// The first row that has a name keeps it.
    fn build() -> Index {
        let mut index = Index { signs: HashMap::new(), names: Default::default() };
        for unit in Unit::all() {
            for sign in listed(unit.signs).chain((unit.sign != unit.name).then_some(unit.sign)) {
                index.signs.entry(sign).or_insert(unit);
            }
            for (names, of_language) in index.names.iter_mut().zip(unit.names) {
                for name in listed(of_language) {
                    names.entry(key(name)).or_insert(unit);
                }
            }
            if let Some(english) = index.names.first_mut() {
                english.entry(key(unit.name)).or_insert(unit);
            }
        }
        index
    }
}

/// The parts of a list with commas.
fn listed(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.split(',').map(str::trim).filter(|part| !part.is_empty())
}

/// A name without what may differ: lower case, one blank for hyphens and gaps, no plural `s`, no stops.
fn key(words: &str) -> String {
    let mut key = String::with_capacity(words.len());
    for word in words.split(|sign: char| sign.is_whitespace() || matches!(sign, '-' | '\u{2010}' | '\u{2011}' | '.')) {
        if word.is_empty() {
            continue;
        }
        if !key.is_empty() {
            key.push(' ');
        }
        let from = key.len();
        key.extend(word.chars().flat_map(char::to_lowercase));
        if key.len() - from > 3 && key.ends_with('s') {
            key.pop();
        }
    }
    key
}

#[cfg(test)]
mod tests;
