//! A whole article in a few rows: what lies in each stretch of its text, counted so that a mark can also be taken out again.

use crate::model::document::Span;

/// Rows at most; more than a screen is high.
const MOST_ROWS: usize = 2048;
/// Bytes of a row at least.
const LEAST_BYTES: usize = 8;
const KINDS: usize = 6;

/// What is told apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Sentences nobody has touched.
    Untouched,
    /// Claims that are settled.
    Settled,
    /// Claims that are open.
    Open,
    /// Claims that another claim contradicts.
    Contradicted,
    /// Numbers.
    Number,
    /// Sources.
    Source,
}

/// How much of each kind lies in each row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Overview {
    row_bytes: usize,
    rows: Vec<[u32; KINDS]>,
}

impl Overview {
    /// The empty overview of a text of so many bytes.
    pub fn new(len: usize) -> Self {
        let row_bytes = len.div_ceil(MOST_ROWS).max(LEAST_BYTES);
        Overview { row_bytes, rows: vec![[0; KINDS]; len.div_ceil(row_bytes)] }
    }

    /// Adds what covers a span, or takes it out again.
    pub(super) fn count(&mut self, span: Span, kind: Kind, is_in: bool) {
        let (from, to) = (span.start() / self.row_bytes, span.end().saturating_sub(1) / self.row_bytes);
        for row in self.rows.iter_mut().take(to + 1).skip(from) {
            if let Some(number) = row.get_mut(kind as usize) {
                *number = if is_in { number.saturating_add(1) } else { number.saturating_sub(1) };
            }
        }
    }

    /// The rows in order: their bytes, and which kinds lie in them.
    pub fn rows(&self) -> impl Iterator<Item = (Span, Row)> + '_ {
        let span = |at: usize| Span::between(at * self.row_bytes, (at + 1) * self.row_bytes);
        self.rows.iter().enumerate().map(move |(at, row)| (span(at), Row(*row)))
    }
}

/// One row.
#[derive(Clone, Copy, Debug)]
pub struct Row([u32; KINDS]);

impl Row {
    /// Whether something of that kind lies in it.
    pub fn has(self, kind: Kind) -> bool {
        self.0.get(kind as usize).is_some_and(|number| *number > 0)
    }

    /// Whether nothing lies in it.
    pub fn is_empty(self) -> bool {
        self.0.iter().all(|number| *number == 0)
    }
}
