//! Digits that are no quantity: dates, times of day, years, ordinals, scores, telephone numbers, and names such as `C-17` or `No. 1`.

use super::Kind;
use super::lexicon::Roles;
use super::token::Line;
use super::{date, figure, measure, noun};
use crate::model::document::Language;

/// Digits that are set apart: what they are and the tokens that belong to them.
pub struct Apart {
    /// What they are.
    pub kind: Kind,
    /// The first token.
    pub start: usize,
    /// The token after the last.
    pub end: usize,
}

/// What the digits at the token are, if they are no quantity whatever follows.
pub fn apart(line: &Line, at: usize) -> Option<Apart> {
    let found = |kind: Kind, start: usize, end: usize| Some(Apart { kind, start, end });
    if let Some(end) = phone(line, at) {
        return found(Kind::Phone, at, end);
    }
    if let Some((start, end)) = date::date(line, at) {
        return found(Kind::Date, start, end);
    }
    if let Some((start, end)) = date::time(line, at) {
        return found(Kind::Time, start, end);
    }
    // 9/11 and 24/7 are no fractions.
    if line.sign(at + 1) == Some('/')
        && line.is_attached(at + 1)
        && line.is_attached(at + 2)
        && line.is_digits(at + 2)
        && figure::stroke(line, at).is_none()
    {
        return found(Kind::Name, at, at + 3);
    }
    // Scores with a colon, and ratios: 4:2.
    if line.sign(at + 1) == Some(':') && line.is_attached(at + 1) && line.is_attached(at + 2) && line.is_digits(at + 2) {
        return found(Kind::Score, at, at + 3);
    }
    if let Some((start, end, kind)) = date::decade_or_ordinal(line, at) {
        return found(kind, start, end);
    }
    attached_name(line, at)
}

/// Digits alone, as a whole number.
pub fn whole(line: &Line, at: usize) -> Option<u32> {
    if line.is_digits(at) { line.written(at).parse().ok() } else { None }
}

/// Groups of digits in a telephone number at most; a row of figures in a table has more.
const PHONE_GROUPS: usize = 7;

/// Digits in groups that no figure has: `+1 555-123-4567`, `(555) 123-4567`, `555-1234`, `020 7946 0958`, a long row of them.
fn phone(line: &Line, at: usize) -> Option<usize> {
    let first = line.written(at);
    let is_called = at > 0 && ["call", "calling", "called", "dial", "dialed", "dialled"].iter().any(|word| line.says(at - 1, word));
    if is_called && first.len() == 3 && !line.is_hyphen(at + 1) && noun::noun(line, at + 1).is_none() {
        return Some(at + 1);
    }
    let has_plus = line.sign_before(at) == Some('+') && line.is_attached(at);
    let is_long = first.len() >= 9 && first.starts_with('0') && first.bytes().all(|byte| byte.is_ascii_digit());
    let (mut end, mut groups, mut digits) = (at + 1, 1, first.len());
    loop {
        let is_joint = matches!(line.sign(end), Some('-' | '–' | '.' | '/')) && line.is_attached(end) && line.is_attached(end + 1)
            || line.sign(end) == Some(')');
        let next = if is_joint { end + 1 } else { end };
        let group = line.written(next);
        let is_group = line.is_digits(next) && group.len() <= 4 && group.len() >= 2 && group.bytes().all(|byte| byte.is_ascii_digit());
        if !is_group || groups >= PHONE_GROUPS {
            break;
        }
        (end, groups, digits) = (next + 1, groups + 1, digits + group.len());
    }
    if groups >= PHONE_GROUPS {
        return None;
    }
    let has_bracket = line.sign_before(at) == Some('(') && groups >= 3;
    let has_zero = first.starts_with('0') && first.len() >= 2 && groups >= 2;
    let is_local = first.len() == 3 && groups == 2 && digits == 7 && line.is_hyphen(at + 1);
    let is_american = first.len() <= 3 && groups >= 3 && (10..=13).contains(&digits) && !is_date_like(line, at);
    let is_phone = has_plus && digits >= 7 && groups >= 2 || is_long || digits >= 7 && (has_bracket || has_zero) || is_local || is_american;
    is_phone.then_some(end)
}

fn is_date_like(line: &Line, at: usize) -> bool {
    line.written(at + 2).len() <= 2
}

/// `A320`, `C-17`, `COVID-19`, `#5`, `mid-2018`: digits that touch letters before them.
fn attached_name(line: &Line, at: usize) -> Option<Apart> {
    if !line.is_attached(at) {
        return None;
    }
    let before = at.checked_sub(1)?;
    let name_end = noun::chunk_end(line, at);
    if line.is_word(before) {
        // A currency code may touch its figure: USD5.
        return measure::currency_before(line, at).is_none().then_some(Apart { kind: Kind::Name, start: before, end: name_end });
    }
    let is_dash = line.is_hyphen(before);
    if line.sign(before) == Some('#') {
        return Some(Apart { kind: Kind::Name, start: before, end: at + 1 });
    }
    let word = before.checked_sub(1).filter(|word| line.is_word(*word))?;
    if is_dash && is_part_of_time(line.written(word)) {
        return Some(Apart { kind: Kind::Year, start: word, end: at + 1 });
    }
    if is_dash {
        return Some(Apart { kind: Kind::Name, start: word, end: name_end });
    }
    let is_numbered = line.sign(before) == Some('.') && line.is_attached(before) && line.is(word, Roles::DESIGNATOR);
    is_numbered.then_some(Apart { kind: Kind::Name, start: word, end: at + 1 })
}

fn is_part_of_time(word: &str) -> bool {
    ["mid", "pre", "post", "early", "late"].iter().any(|part| word.eq_ignore_ascii_case(part))
}

/// Whether plain digits with no unit behind them are the number of something: `page 12`, `No. 1`, `Boeing 737`, `Apollo 11`, `US 101`.
pub fn names(line: &Line, at: usize) -> Option<usize> {
    let mut before = at.checked_sub(1)?;
    if line.sign(before) == Some('.') || line.sign(before) == Some('°') || line.sign(before) == Some('º') {
        before = before.checked_sub(1)?;
    }
    if line.is(before, Roles::DESIGNATOR) || matches!(line.sign(before), Some('#' | '№' | '§')) {
        return Some(before);
    }
    let is_named = before + 1 == at
        && line.is_capital(before)
        && (!line.is(before, Roles::STOP) || is_abbreviation(line.written(before)) && line.written(before).len() > 1)
        && !line.is(before, Roles::WEEKDAY.with(Roles::MONTH).with(Roles::SCORE).with(Roles::AND).with(Roles::NUMERAL))
        && (!line.begins_sentence(before) || line.written(before).bytes().all(|byte| byte.is_ascii_uppercase()))
        // In German every noun is capitalised: only names that no ending or article gives away are safe, so none is guessed.
        && (line.lexicon.language != Language::German || is_abbreviation(line.written(before)));
    (is_named && !is_title(line)).then_some(before)
}

fn is_abbreviation(word: &str) -> bool {
    word.len() <= 4 && word.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// Most words of a headline are capitalised, so capitals tell nothing in it.
fn is_title(line: &Line) -> bool {
    let words = (0..line.tokens.len().min(40)).filter(|at| line.is_word(*at) && line.written(*at).len() > 3);
    let (capital, all) = words.fold((0, 0), |(capital, all), at| (capital + usize::from(line.is_capital(at)), all + 1));
    all > 2 && capital * 3 > all * 2
}

/// Whether four plain digits are a year by what stands around them. `has_noun`: something countable stands behind.
pub fn is_year(line: &Line, at: usize, has_noun: bool) -> bool {
    let Some(value) = whole(line, at).filter(|value| (1000..=2199).contains(value) && line.written(at).len() == 4) else { return false };
    let is_modern = (1700..=2099).contains(&value);
    let follows_preposition = line.is_before(at, Roles::BEFORE_YEAR) || follows_quote_or_bracket(line, at);
    let follows_the = line.is_before(at, Roles::THE);
    if has_noun {
        // The 2020 elections, in the 2018 midterm elections; but the 1500 troops.
        let is_event = (at + 1..at + 4).any(|word| line.is(word, Roles::EVENT));
        let is_plain_year = (1900..=2099).contains(&value)
            && follows_preposition
            && line.style.parts_thousands
            && !line.is_before(at, Roles::TO.with(Roles::AND));
        return is_modern && (is_event || follows_the && line.style.parts_thousands && (1900..=2099).contains(&value) || is_plain_year);
    }
    if !is_modern {
        return follows_preposition && !line.is_before(at, Roles::TO.with(Roles::OF)) && line.style.parts_thousands;
    }
    let could_count = line.is_before(at, Roles::CHANGE.with(Roles::COUNTED))
        || line.is_before(at, Roles::TO) && !line.style.parts_thousands && value < 1900;
    !could_count || line.style.parts_thousands
}

fn follows_quote_or_bracket(line: &Line, at: usize) -> bool {
    matches!(line.sign_before(at), Some('(' | '‘' | '\'' | '’')) && !line.is_attached(at.saturating_sub(1))
}

/// Whether two whole numbers with a dash or `to` between them are a score: `won 3-2`, `a 5–4 ruling`, `6-4, 6-3`.
pub fn is_score(line: &Line, start: usize, end: usize, low_is_lower: bool) -> bool {
    let before = start.saturating_sub(4)..start;
    let after = end..end + 2;
    let near = before.into_iter().chain(after).any(|at| line.is(at, Roles::SCORE));
    let has_other = line.sign(end) == Some(',') && line.is_digits(end + 1) && line.is_hyphen(end + 2);
    near || has_other || !low_is_lower
}

/// The token after an age and the first of it: `27-year-old`, `aged 27`, `27 años de edad`, `, 27,`, `(45)`.
pub fn age(line: &Line, start: usize, end: usize, value_is_small: bool, unit_end: Option<usize>) -> Option<(usize, usize)> {
    if let Some(unit_end) = unit_end {
        let is_joined = line.is_hyphen(unit_end);
        let old = if is_joined { unit_end + 1 } else { unit_end };
        if line.says(old, "old") || line.says(old, "olds") || line.says(old, "alt") {
            return Some((start, old + 1));
        }
        if line.lexicon.language == Language::Spanish && line.says(unit_end, "de") && line.says(unit_end + 1, "edad") {
            return Some((start, unit_end + 2));
        }
        let before = start.checked_sub(1)?;
        let is_aged = line.is(before, Roles::AGE) && value_is_small
            || line.says(before, "de") && start >= 2 && (line.is(start - 2, Roles::AGE) || line.is(start - 2, Roles::PERSON));
        if is_aged && matches!(line.lexicon.language, Language::Spanish | Language::French) {
            return Some((start, unit_end));
        }
        // El ministro, de 54 años,
        let is_aside = line.says(before, "de")
            && start >= 2
            && line.sign(start - 2) == Some(',')
            && matches!(line.sign(unit_end), Some(',' | '.' | ')'));
        if is_aside && value_is_small {
            return Some((start, unit_end));
        }
        // Le conducteur, 44 ans, a été blessé.
        let is_apposed =
            line.sign(before) == Some(',') && line.sign(unit_end) == Some(',') && value_is_small && start >= 2 && line.is_word(start - 2);
        if is_apposed && matches!(line.lexicon.language, Language::Spanish | Language::French) {
            return Some((start, unit_end));
        }
        // Marie Dupont, 34 ans,
        let is_between = line.sign(before) == Some(',')
            && start >= 2
            && line.is_capital(start - 2)
            && matches!(line.sign(unit_end), Some(',' | '.' | ')') | None);
        return (is_between && matches!(line.lexicon.language, Language::Spanish | Language::French)).then_some((start, unit_end));
    }
    if !value_is_small {
        return None;
    }
    // 27-Jährige, 27-jähriger; 27jährig.
    let joined = if line.is_hyphen(end) { end + 1 } else { end };
    let word = line.written(joined).to_lowercase();
    if word.starts_with("jährig") || word.starts_with("year") && joined > end {
        return Some((start, joined + 1));
    }
    let before = start.checked_sub(1)?;
    if line.is(before, Roles::AGE) && matches!(line.lexicon.language, Language::English) && !line.says(before, "old") {
        return Some((before, end));
    }
    if line.says(before, "of") && start >= 2 && line.is(start - 2, Roles::AGE) {
        return Some((start - 2, end));
    }
    // Ann Smith, 34, said; the president, 78, spoke; Müller (45).
    let follows_word = start >= 2 && line.is_word(start - 2) && !line.is(start - 2, Roles::MONTH.with(Roles::WEEKDAY).with(Roles::NUMERAL));
    let is_aside = line.sign(before) == Some(',') && line.sign(end) == Some(',');
    let is_bracketed = line.sign(before) == Some('(') && line.sign(end) == Some(')') && start >= 2 && line.is_capital(start - 2);
    (follows_word && (is_aside || is_bracketed) && line.is_digits(start)).then_some((start, end))
}
