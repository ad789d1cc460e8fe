//! Days in a line, and ages.

use rust_decimal::Decimal;

use super::super::amount::Worth;
use super::super::days;
use super::super::token::Token;
use super::{Read, Reader};
use crate::model::day::{Day, month_of};

/// A day, maybe without its year.
#[derive(Clone, Copy, Debug)]
pub(super) struct PartDay {
    year: Option<u16>,
    month: u8,
    day: u8,
}

impl Reader {
    /// A day, with the number of its tokens.
    pub(super) fn day_here(&self) -> Option<(PartDay, usize)> {
        let token = |ahead: usize| self.tokens.get(self.at + ahead);
        let number = |ahead: usize, most: i64| match token(ahead).map(|placed| &placed.token) {
            Some(Token::Number(value)) if value.is_integer() && *value >= Decimal::ONE && *value <= Decimal::from(most) => {
                value.normalize().to_string().parse::<u16>().ok()
            }
            _ => None,
        };
        let month = |ahead: usize| month_of(&self.word(ahead)).filter(|_| self.word(ahead) != "mon");
        let ending = |ahead: usize| {
            let is_it = matches!(self.word(ahead).as_str(), "st" | "nd" | "rd" | "th");
            usize::from(is_it && token(ahead).is_some_and(|placed| placed.is_attached))
        };
        if let Some(Token::Day(day)) = token(0).map(|placed| &placed.token) {
            return Some((PartDay { year: Some(day.year), month: day.month, day: day.day }, 1));
        }
        let (day, month, mut end) = if let Some(day) = number(0, 31) {
            let at = 1 + ending(1);
            let at = at + usize::from(self.word(at) == "of");
            (day, month(at)?, at + 1)
        } else {
            let month = month(0)?;
            (number(1, 31)?, month, 2 + ending(2))
        };
        let comma = usize::from(token(end).is_some_and(|placed| placed.token == Token::Comma));
        let year = number(end + comma, 9999).filter(|year| *year >= 1000);
        if year.is_some() {
            end += comma + 1;
        }
        Some((PartDay { year, month, day: u8::try_from(day).ok()? }, end))
    }

    /// A day whose year is told with it, or with the next day that has one: `29 Oct to 6 Nov 2018`.
    pub(super) fn real(&self, part: PartDay) -> Read<Day> {
        let year = part.year.or_else(|| self.next_year());
        let Some(year) = year else {
            return Err(self.trouble_since(self.at.saturating_sub(1), "Which year? Type it behind the day.".to_owned()));
        };
        let day = Day { year, month: part.month, day: part.day };
        if day.is_real() {
            Ok(day)
        } else {
            Err(self.trouble_since(self.at.saturating_sub(1), format!("“{}” is no day of the calendar.", day.words())))
        }
    }

    pub(super) fn next_year(&self) -> Option<u16> {
        (self.at..self.tokens.len()).find_map(|at| {
            let ahead =
                Reader { tokens: self.tokens.get(at..)?.to_vec(), language: self.language, at: 0, length: 0, depth: 0, steps: Vec::new() };
            ahead.day_here().and_then(|(day, _)| day.year)
        })
    }

    pub(super) fn a_day(&mut self) -> Read<Day> {
        let from = self.at;
        match self.sum()? {
            Worth::Day(day) => Ok(day),
            Worth::Amount(_) | Worth::Weekday(_) => Err(self.trouble_since(from, "Here a day is needed: 22 January 2025.".to_owned())),
        }
    }

    /// `age on 2025-01-22 of 1962-03-04`, in either order.
    pub(super) fn age(&mut self) -> Read<Worth> {
        let from = self.at.saturating_sub(1);
        let (mut on, mut born) = (None, None);
        while self.peek().is_some_and(|token| matches!(token, Token::Word(_))) {
            if self.takes(&["on"]) || self.takes(&["at"]) {
                on = Some(self.a_day()?);
            } else if self.takes(&["of"]) || self.takes(&["born", "on"]) || self.takes(&["born"]) {
                born = Some(self.a_day()?);
            } else {
                return Err(
                    self.trouble(format!("“{}” does not belong to an age. Type: age on 22 January 2025 of 4 March 1962.", self.written()))
                );
            }
        }
        let (Some(on), Some(born)) = (on, born) else {
            return Err(self.trouble("For an age two days are needed: age on 22 January 2025 of 4 March 1962."));
        };
        self.step(from, |steps| days::age(born, on, steps))
    }
}
