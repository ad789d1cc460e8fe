//! Figures of an article as they are compared: what the reader of numbers takes for a quantity, with the words that say it.

use super::reading::Reading;
use crate::model::document::Span;
use crate::model::quantity::Value;
use crate::suggest::quantity::quantities;

/// A figure of an article.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// The words that say it, with "about" or "up to", without what is counted.
    pub span: Span,
    /// The value.
    pub value: Value,
    /// The unit, or what is counted, as written. Blank where neither is said.
    pub unit: String,
}

/// All figures of an article, in order. Dates, years and names such as C-17 are none.
pub fn figures(reading: &Reading) -> Vec<Figure> {
    let text = reading.text();
    let found = quantities(text.as_str(), text.language()).into_iter().map(|found| Figure {
        span: Span::between(found.span.start(), found.figure.end()),
        value: found.reading.value,
        unit: found.reading.unit,
    });
    found.collect()
}

/// Those within a stretch of it.
pub(super) fn within(figures: &[Figure], stretch: Span) -> Vec<Figure> {
    let from = figures.partition_point(|figure| figure.span.start() < stretch.start());
    let here = figures.iter().skip(from).take_while(|figure| figure.span.start() < stretch.end());
    here.filter(|figure| stretch.contains(figure.span)).cloned().collect()
}
