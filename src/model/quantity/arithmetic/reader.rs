//! Reads a line from left to right and works it out on the way.

mod day;
mod part;

use rust_decimal::Decimal;

use super::amount::{Amount, Of, Worth};
use super::token::{Placed, Token, tokens};
use super::{NoAnswer, days, percent, sums};
use crate::model::document::{Language, Span};
use crate::model::quantity::{Dimension, Unit};

/// Brackets in brackets beyond this are refused.
const DEEPEST: usize = 40;
/// The line, and how far it has been read.
pub struct Reader {
    tokens: Vec<Placed>,
    language: Language,
    at: usize,
    length: usize,
    depth: usize,
    /// The working so far.
    pub steps: Vec<String>,
}

type Read<T> = Result<T, NoAnswer>;

impl Reader {
    /// Cuts a line.
    pub fn of(line: &str, language: Language) -> Read<Self> {
        Ok(Reader { tokens: tokens(line, language)?, language, at: 0, length: line.len(), depth: 0, steps: Vec::new() })
    }

    /// The whole line.
    pub fn line(&mut self) -> Read<Worth> {
        if self.tokens.is_empty() {
            return Err(self.trouble("Type a sum."));
        }
        let worth = self.phrase()?;
        match self.peek() {
            None => Ok(worth),
            Some(Token::Close) => Err(self.trouble("A bracket is closed that was never opened.")),
            Some(_) => Err(self.trouble(format!("“{}” does not belong to a sum here.", self.written()))),
        }
    }

    fn peek(&self) -> Option<&Token> {
        self.tokens.get(self.at).map(|placed| &placed.token)
    }

    /// The word at a token further on, in lower case; blank where there is none.
    fn word(&self, ahead: usize) -> String {
        match self.tokens.get(self.at + ahead).map(|placed| &placed.token) {
            Some(Token::Word(word)) => word.to_lowercase(),
            _ => String::new(),
        }
    }

    /// Steps over these words where they stand here.
    fn takes(&mut self, words: &[&str]) -> bool {
        let stand = words.iter().enumerate().all(|(ahead, word)| self.word(ahead) == *word);
        if stand {
            self.at += words.len();
        }
        stand
    }

    fn takes_sign(&mut self, sign: &Token) -> bool {
        let stands = self.peek() == Some(sign);
        self.at += usize::from(stands);
        stands
    }

    fn written(&self) -> String {
        match self.peek() {
            Some(Token::Word(word)) => word.clone(),
            Some(Token::Number(value)) => value.to_string(),
            Some(Token::Day(day)) => day.words(),
            Some(Token::Plus) => "+".to_owned(),
            Some(Token::Minus) => "−".to_owned(),
            Some(Token::Times) => "×".to_owned(),
            Some(Token::Over) => "÷".to_owned(),
            Some(Token::Open) => "(".to_owned(),
            Some(Token::Close) => ")".to_owned(),
            Some(Token::Comma) => ",".to_owned(),
            None => String::new(),
        }
    }

    /// Something is wrong at the token that comes next.
    fn trouble(&self, words: impl Into<String>) -> NoAnswer {
        let place = self.tokens.get(self.at).map_or(Span::between(self.length, self.length), |placed| placed.place);
        NoAnswer { words: words.into(), place }
    }

    /// Something is wrong with what was read since that token.
    fn trouble_since(&self, from: usize, words: String) -> NoAnswer {
        let first = self.tokens.get(from).map_or(0, |placed| placed.place.start());
        let last = self.tokens.get(self.at.saturating_sub(1)).map_or(self.length, |placed| placed.place.end());
        NoAnswer { words, place: Span::between(first, last.max(first)) }
    }

    /// A whole question: sums with words between them.
    fn phrase(&mut self) -> Read<Worth> {
        let from = self.at;
        while self.takes(&["what", "is"]) || self.takes(&["how", "much", "is"]) || self.takes(&["the"]) {}
        if self.takes(&["age"]) {
            return self.age();
        }
        if self.takes(&["weekday"]) || self.takes(&["day", "of", "the", "week"]) {
            let _ = self.takes(&["of"]) || self.takes(&["on"]);
            let day = self.a_day()?;
            return Ok(Worth::Weekday(day.weekday()));
        }
        let unit_of_span = self.span_unit();
        let is_between = self.takes(&["between"]);
        let _ = self.takes(&["from"]);
        let mut left = self.sum()?;
        loop {
            left = if is_between && self.takes(&["and"]) || self.takes(&["until"]) || self.takes(&["till"]) {
                self.apart(left, from)?
            } else if self.takes(&["to"]) || self.takes(&["in"]) || self.takes(&["into"]) || self.takes(&["as"]) {
                self.in_or_to(left, from)?
            } else if self.takes(&["of"]) {
                let (left, whole) = (self.amount_of(left, from)?, self.sum_amount()?);
                self.step(from, |steps| percent::of(&left, &whole, steps))?
            } else if let Some(is_less) = self.comparison() {
                let (left, than) = (self.amount_of(left, from)?, self.sum_amount()?);
                self.step(from, |steps| percent::more(&left, &than, is_less, steps))?
            } else if self.takes(&["before"]) || self.takes(&["after"]) {
                let is_back = self.tokens.get(self.at - 1).is_some_and(|placed| placed.token == Token::Word("before".to_owned()));
                let (by, day) = (self.amount_of(left, from)?, self.a_day()?);
                let moved = days::moved(day, &by, is_back, &mut self.steps).map_err(|words| self.trouble_since(from, words))?;
                Worth::Day(moved)
            } else {
                break;
            };
        }
        match unit_of_span {
            Some(unit) => {
                let left = self.amount_of(left, from)?;
                self.step(from, |steps| sums::converted(&left, unit, steps))
            }
            None => Ok(left),
        }
    }

    /// `days from`, `weeks between`: in which unit the span is to be told.
    fn span_unit(&mut self) -> Option<&'static Unit> {
        let unit = Unit::find_in(&self.word(0), Language::English)?;
        let is_span =
            matches!(unit.dimension, Dimension::Time | Dimension::Calendar) && matches!(self.word(1).as_str(), "from" | "between");
        self.at += usize::from(is_span);
        is_span.then_some(unit)
    }

    fn comparison(&mut self) -> Option<bool> {
        let is_less = match self.word(0).as_str() {
            "more" | "higher" => false,
            "less" | "fewer" | "lower" => true,
            _ => return None,
        };
        if self.word(1) != "than" {
            return None;
        }
        self.at += 2;
        Some(is_less)
    }

    /// Behind `to` or `in`: a unit to convert into, or what something grew to, or a day.
    fn in_or_to(&mut self, left: Worth, from: usize) -> Read<Worth> {
        if self.peek().is_none() {
            return Err(self.trouble("Here a unit is missing, or a second figure."));
        }
        let Some((unit, words)) = self.unit_here(0) else {
            return if matches!(self.peek(), Some(Token::Word(_))) && self.day_here().is_none() {
                Err(self.trouble(format!("“{}” is no unit that is known here.", self.written())))
            } else {
                self.apart(left, from)
            };
        };
        self.at += words;
        let amount = self.amount_of(left, from)?;
        match unit.name {
            "percent" => self.step(from, |steps| percent::as_per_cent(&amount, steps)),
            _ => self.step(from, |steps| sums::converted(&amount, unit, steps)),
        }
    }

    /// From one day to another, or from one figure to another.
    fn apart(&mut self, left: Worth, from: usize) -> Read<Worth> {
        let right = self.sum()?;
        match (left, right) {
            (Worth::Day(one), Worth::Day(other)) => self.step(from, |steps| days::between(one, other, steps)),
            (Worth::Amount(one), Worth::Amount(other)) => {
                // In per cent it is told anyhow.
                if matches!(self.word(0).as_str(), "in" | "as") && self.unit_here(1).is_some_and(|(unit, _)| unit.name == "percent") {
                    self.at += 1 + self.unit_here(1).map_or(0, |(_, words)| words);
                }
                self.step(from, |steps| percent::growth(&one, &other, steps))
            }
            _ => Err(self.trouble_since(from, "A day and a figure cannot be compared.".to_owned())),
        }
    }

    fn step(&mut self, from: usize, work: impl FnOnce(&mut Vec<String>) -> Result<Amount, String>) -> Read<Worth> {
        let amount = work(&mut self.steps);
        amount.map(Worth::Amount).map_err(|words| self.trouble_since(from, words))
    }

    fn amount_of(&self, worth: Worth, from: usize) -> Read<Amount> {
        match worth {
            Worth::Amount(amount) => Ok(amount),
            Worth::Day(_) | Worth::Weekday(_) => Err(self.trouble_since(from, "Here a figure is needed, not a day.".to_owned())),
        }
    }

    fn sum_amount(&mut self) -> Read<Amount> {
        let from = self.at;
        let worth = self.sum()?;
        self.amount_of(worth, from)
    }

    /// Products with + and − between them.
    fn sum(&mut self) -> Read<Worth> {
        let from = self.at;
        let mut left = self.product()?;
        loop {
            let is_minus = if self.takes_sign(&Token::Plus) || self.takes(&["plus"]) {
                false
            } else if self.takes_sign(&Token::Minus) || self.takes(&["minus"]) {
                true
            } else {
                return Ok(left);
            };
            let right = self.product()?;
            left = match (left, right) {
                (Worth::Amount(one), Worth::Amount(other)) => self.step(from, |steps| percent::added(&one, &other, is_minus, steps))?,
                (Worth::Day(day), Worth::Amount(by)) => {
                    let moved = days::moved(day, &by, is_minus, &mut self.steps);
                    Worth::Day(moved.map_err(|words| self.trouble_since(from, words))?)
                }
                (Worth::Day(one), Worth::Day(other)) if is_minus => self.step(from, |steps| days::between(other, one, steps))?,
                _ => return Err(self.trouble_since(from, "A day can only be moved by days, weeks, months or years.".to_owned())),
            };
        }
    }

    /// Amounts with × and ÷ between them.
    fn product(&mut self) -> Read<Worth> {
        let from = self.at;
        let mut left = self.amount()?;
        loop {
            let is_over = if self.takes_sign(&Token::Times) || self.takes(&["times"]) || self.takes(&["x"]) {
                false
            } else if self.takes_sign(&Token::Over) || self.takes(&["divided", "by"]) || self.takes(&["over"]) || self.takes(&["per"]) {
                true
            } else {
                return Ok(left);
            };
            let right = self.amount()?;
            let (one, other) = (self.amount_of(left, from)?, self.amount_of(right, from)?);
            left = self.step(from, |steps| if is_over { sums::over(&one, &other, steps) } else { sums::times(&one, &other, steps) })?;
        }
    }

    /// One amount or day, with a sign before it or in brackets.
    fn amount(&mut self) -> Read<Worth> {
        if self.takes_sign(&Token::Minus) {
            self.deeper()?;
            let from = self.at;
            let inner = self.amount()?;
            self.depth -= 1;
            let amount = self.amount_of(inner, from)?;
            return Ok(Worth::Amount(amount.with(-amount.value)));
        }
        if self.takes_sign(&Token::Open) {
            self.deeper()?;
            let inner = self.phrase()?;
            self.depth -= 1;
            if !self.takes_sign(&Token::Close) {
                return Err(self.trouble("A closing bracket is missing."));
            }
            return Ok(inner);
        }
        if let Some((day, tokens)) = self.day_here() {
            self.at += tokens;
            return self.real(day).map(Worth::Day);
        }
        let _ = self.takes(&["the"]);
        // An amount of money with the sign before it: $5m, EUR 40.
        let money = self.unit_here(0).filter(|(unit, _)| matches!(unit.dimension, Dimension::Money(_)));
        if let Some((unit, words)) = money.filter(|(_, words)| self.is_number(*words)) {
            self.at += words;
            let value = self.figure(true)?;
            let per = self.per();
            return Ok(Worth::Amount(Amount { value, of: Of::Unit(unit), per }));
        }
        let is_one = matches!(self.word(0).as_str(), "a" | "an" | "one") && self.unit_here(1).is_some();
        if is_one {
            self.at += 1;
        }
        if !is_one && !self.is_number(0) {
            return Err(match self.peek() {
                None => self.trouble("Here a figure or a day is missing."),
                Some(Token::Word(word)) if word.eq_ignore_ascii_case("today") || word.eq_ignore_ascii_case("now") => {
                    self.trouble("The calculator has no clock. Type the day: 22 January 2025.")
                }
                Some(_) => self.trouble(format!("“{}” is no figure, unit or day that is known here.", self.written())),
            });
        }
        let value = if is_one { Decimal::ONE } else { self.figure(false)? };
        let of = self.of_what();
        let per = self.per();
        Ok(Worth::Amount(Amount { value, of, per }))
    }

    fn deeper(&mut self) -> Read<()> {
        self.depth += 1;
        if self.depth > DEEPEST { Err(self.trouble("There are too many brackets in brackets.")) } else { Ok(()) }
    }
}
