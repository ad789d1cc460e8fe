//! Figures with what multiplies them, and the unit or noun behind them.

use rust_decimal::Decimal;

use super::super::amount::Of;
use super::super::sums;
use super::super::token::Token;
use super::{Read, Reader};
use crate::model::document::Language;
use crate::model::quantity::{Dimension, Unit};

/// Words that a unit, and a noun, has at most.
const MOST_WORDS: usize = 4;

/// Words that steer; none of them is part of a noun.
const KEYWORDS: &[&str] = &[
    "in", "as", "to", "until", "till", "of", "from", "between", "and", "on", "at", "born", "more", "less", "fewer", "higher", "lower",
    "than", "plus", "minus", "times", "divided", "by", "over", "per", "before", "after", "x", "age", "is", "what", "how", "into",
];

/// Words that multiply the figure before them. A billion has nine zeros, as in all English news.
const SCALES: &[(&str, i64)] = &[
    ("hundred", 100),
    ("thousand", 1_000),
    ("k", 1_000),
    ("lakh", 100_000),
    ("million", 1_000_000),
    ("mn", 1_000_000),
    ("crore", 10_000_000),
    ("billion", 1_000_000_000),
    ("bn", 1_000_000_000),
    ("trillion", 1_000_000_000_000),
    ("tn", 1_000_000_000_000),
    ("dozen", 12),
];

impl Reader {
    pub(super) fn is_number(&self, ahead: usize) -> bool {
        matches!(self.tokens.get(self.at + ahead).map(|placed| &placed.token), Some(Token::Number(_)))
    }

    /// Digits with what multiplies them: `2.1 million`, `5m` behind a currency.
    pub(super) fn figure(&mut self, is_money: bool) -> Read<Decimal> {
        let Some(Token::Number(value)) = self.peek() else { return Err(self.trouble("Here a figure is missing.")) };
        let mut value = *value;
        self.at += 1;
        loop {
            let word = self.word(0);
            let of_word = SCALES.iter().find(|(name, _)| *name == word).map(|(_, factor)| *factor);
            let letter = match word.as_str() {
                "m" if is_money || self.counts_millions() => Some(1_000_000),
                "b" if is_money => Some(1_000_000_000),
                _ => None,
            };
            let Some(factor) = of_word.or(letter) else { return Ok(value) };
            let scaled = value.checked_mul(Decimal::from(factor));
            value = scaled.ok_or_else(|| self.trouble("This figure has more digits than can be worked with."))?;
            self.at += 1;
        }
    }

    /// Whether the `m` here stands for a million and not for metres: divided by a figure alone of a thousand or more, as per head.
    pub(super) fn counts_millions(&self) -> bool {
        let token = |ahead: usize| self.tokens.get(self.at + ahead).map(|placed| &placed.token);
        let is_over = matches!(token(1), Some(Token::Over)) || self.word(1) == "per";
        let is_large = matches!(token(2), Some(Token::Number(value)) if *value >= Decimal::ONE_THOUSAND);
        is_over && is_large && token(3).is_none_or(|token| !matches!(token, Token::Word(word) if Unit::find(word).is_some()))
    }

    /// The unit or the noun behind a figure.
    pub(super) fn of_what(&mut self) -> Of {
        if self.word(0) == "x" {
            return Of::Nothing;
        }
        if let Some((unit, words)) = self.unit_here(0)
            && !(unit.name == "inch" && self.word(0) == "in" && !self.ends_behind_inch())
        {
            self.at += words;
            return Of::Unit(unit);
        }
        let mut noun = Vec::new();
        while noun.len() < MOST_WORDS
            && let Some(Token::Word(word)) = self.peek()
            && !KEYWORDS.contains(&word.to_lowercase().as_str())
        {
            noun.push(word.clone());
            self.at += 1;
        }
        if noun.is_empty() { Of::Nothing } else { Of::Noun(noun.join(" ")) }
    }

    /// Whether `in` behind a figure is an inch: nothing follows with which it could be a preposition.
    pub(super) fn ends_behind_inch(&self) -> bool {
        match self.tokens.get(self.at + 1).map(|placed| &placed.token) {
            Some(Token::Word(word)) => KEYWORDS.contains(&word.to_lowercase().as_str()),
            Some(Token::Number(_) | Token::Day(_) | Token::Open) => false,
            _ => true,
        }
    }

    /// `per day`, `a day`, `/day` behind an amount.
    pub(super) fn per(&mut self) -> String {
        let is_over = self.peek() == Some(&Token::Over) || matches!(self.word(0).as_str(), "per" | "a" | "an");
        let per = self.word(1);
        if !is_over || per.is_empty() || KEYWORDS.contains(&per.as_str()) {
            return String::new();
        }
        if let Some((unit, words)) = self.unit_here(1) {
            // Behind a stroke money is divided, not told per money.
            if matches!(unit.dimension, Dimension::Money(_)) {
                return String::new();
            }
            self.at += 1 + words;
            return unit.name.to_owned();
        }
        self.at += 2;
        sums::one_of(&per)
    }

    /// The unit that is named so many tokens further on, with how many words name it: the most that do.
    pub(super) fn unit_here(&self, ahead: usize) -> Option<(&'static Unit, usize)> {
        let words: Vec<&str> = (ahead..ahead + MOST_WORDS)
            .map_while(|ahead| match self.tokens.get(self.at + ahead).map(|placed| &placed.token) {
                Some(Token::Word(word)) => Some(word.as_str()),
                _ => None,
            })
            .collect();
        (1..=words.len()).rev().find_map(|number| {
            let words = words.get(..number)?.join(" ");
            Some((Unit::find_in(&words, self.language).or_else(|| Unit::find_in(&words, Language::English))?, number))
        })
    }
}
