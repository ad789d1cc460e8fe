//! Numbers written in words: `twenty-two`, `trois cent mille`, `zweiundzwanzig`, `two and a half million`.

use rust_decimal::Decimal;

use super::compound;
use super::lexicon::Roles;
use super::token::Line;
use crate::model::document::Language;

/// A number in words.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spelled {
    /// Its value.
    pub value: Decimal,
    /// The token after it.
    pub end: usize,
    /// The last scale word, one where there is none: half of what follows it is half of that.
    pub scale: Decimal,
}

/// What stood last in a number.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Last {
    Nothing,
    Ones,
    Ten,
    Teens,
    Tens,
    Hundred,
    Scale,
}

/// A number that grows word by word.
struct Sum {
    /// What the scales have closed.
    total: u128,
    /// What is still open.
    group: u128,
    last: Last,
    scale: u128,
    lowest: u128,
    is_french: bool,
}

/// The number that begins at the token.
pub fn spelled(line: &Line, at: usize) -> Option<Spelled> {
    let language = line.lexicon.language;
    let mut sum = Sum { total: 0, group: 0, last: Last::Nothing, scale: 1, lowest: u128::MAX, is_french: language == Language::French };
    let mut end = at;
    // The article counts as one before hundred and scales.
    if line.is(at, Roles::ARTICLE) && !line.is(at, Roles::ONES) {
        if !line.is(at + 1, Roles::HUNDRED.with(Roles::SCALE)) {
            return None;
        }
        end += 1;
    }
    loop {
        let next = joined(line, end, &sum);
        if !line.is_word(next) || !sum.take(line, next) {
            break;
        }
        end = next + 1;
    }
    if sum.last == Last::Nothing {
        return None;
    }
    let value = i128::try_from(sum.total.checked_add(sum.group)?).ok()?;
    let scale = i128::try_from(sum.scale).ok()?;
    Some(Spelled {
        value: Decimal::try_from_i128_with_scale(value, 0).ok()?,
        end,
        scale: Decimal::try_from_i128_with_scale(scale, 0).ok()?,
    })
}

/// The next word of the number, behind a hyphen or an `and` that belong to it.
fn joined(line: &Line, end: usize, sum: &Sum) -> usize {
    if sum.last == Last::Nothing {
        return end;
    }
    if line.is_hyphen(end) {
        return end + 1;
    }
    if !line.is(end, Roles::AND) || !line.is(end + 1, Roles::NUMERAL) {
        return end;
    }
    let is_small = line.is(end + 1, Roles::ONES.with(Roles::TEENS).with(Roles::TENS));
    let joins = match line.lexicon.language {
        // One hundred and three; not two and three, nor a million and two hundred.
        Language::English => matches!(sum.last, Last::Hundred | Last::Scale) && is_small && !line.is(end + 2, Roles::SCALE),
        Language::Spanish | Language::French => sum.last == Last::Tens && is_small,
        Language::German => false,
    };
    // French and Spanish hyphens: vingt-et-un.
    if joins { end + 1 } else { end }
}

impl Sum {
    /// Adds the word; false where it does not go on with the number.
    fn take(&mut self, line: &Line, at: usize) -> bool {
        let roles = line.roles(at);
        let value = u128::from(line.value(at));
        let is_start = matches!(self.last, Last::Nothing | Last::Hundred | Last::Scale);
        if roles.any(Roles::SCALE) {
            return self.take_scale(value, line, at);
        }
        let (added, last) = if roles.any(Roles::HUNDRED) {
            if self.group >= 100 || matches!(self.last, Last::Hundred) {
                return false;
            }
            self.group = self.group.max(1) * 100;
            self.last = Last::Hundred;
            return true;
        } else if roles.any(Roles::HUNDREDS) && matches!(self.last, Last::Nothing | Last::Scale) {
            (value, Last::Hundred)
        } else if roles.any(Roles::TENS) {
            if self.is_french && value == 20 && self.last == Last::Ones && self.group % 10 == 4 {
                self.group += 76;
                self.last = Last::Tens;
                return true;
            }
            if !is_start {
                return false;
            }
            (value, Last::Tens)
        } else if roles.any(Roles::TEENS) {
            let is_seventy = self.is_french && self.last == Last::Tens && matches!(self.group % 100, 60 | 80);
            if !is_start && !is_seventy {
                return false;
            }
            (value, if value == 10 { Last::Ten } else { Last::Teens })
        } else if roles.any(Roles::ONES) {
            let is_seventeen = self.is_french && self.last == Last::Ten && (7..=9).contains(&value);
            if !(is_start || self.last == Last::Tens && value > 0 || is_seventeen) {
                return false;
            }
            (value, Last::Ones)
        } else {
            return self.take_compound(line, at);
        };
        self.group += added;
        self.last = last;
        true
    }

    fn take_scale(&mut self, value: u128, line: &Line, at: usize) -> bool {
        // In Spanish and French a thousand may stand alone; a million has one before it, or an article.
        let is_bare = self.total == 0 && self.group == 0 && self.last == Last::Nothing;
        let may_be_bare = value == 1000 || line.is_before(at, Roles::ARTICLE) || line.is_before(at, Roles::HALF) || line.is_lenient;
        if is_bare && !may_be_bare || self.last == Last::Scale && value == self.lowest {
            return false;
        }
        let sum = if value > self.lowest {
            // Two hundred thousand million: all so far is multiplied.
            (self.total + self.group).checked_mul(value)
        } else {
            self.group.max(u128::from(self.group == 0)).checked_mul(value).and_then(|product| self.total.checked_add(product))
        };
        let Some(total) = sum.filter(|sum| *sum < 1 << 90) else { return false };
        self.scale = if self.last == Last::Scale { self.scale.saturating_mul(value) } else { value };
        (self.total, self.group, self.last, self.lowest) = (total, 0, Last::Scale, value.min(self.lowest));
        true
    }

    fn take_compound(&mut self, line: &Line, at: usize) -> bool {
        if line.lexicon.language != Language::German || !matches!(self.last, Last::Nothing | Last::Scale) {
            return false;
        }
        let Some(value) = compound::number(line.written(at)) else { return false };
        (self.group, self.last) = (u128::from(value), Last::Ones);
        true
    }
}
