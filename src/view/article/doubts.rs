//! Marks and passages that have lost their place: where their bar and their note stand, and what is said of them. They are never
//! painted on words.

use egui::{Stroke, pos2};

use super::flow::Placed;
use super::paint::Page;
use crate::model::annotation::Doubtful;
use crate::model::document::{Document, Span, Text};
use crate::session::Session;
use crate::widget::paint::{Breaks, paint_broken_line};
use crate::widget::typeset::CaretPos;

/// Something without a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lost {
    /// The byte where it is shown: the best guess, or the nearest letter.
    pub at: usize,
    /// What it is.
    pub what: Doubtful,
    /// `Lost its place: claim D4`.
    pub words: String,
    /// The words that it had, in full.
    pub quote: String,
}

/// What has lost its place and is shown in a stretch of an article, in order.
pub fn lost_in(session: &Session, document: &Document, in_view: Span) -> Vec<Lost> {
    let Some(lookup) = session.lookup().document(document.id) else { return Vec::new() };
    let marks = lookup.lost().map(|mark| (mark.span.start(), Doubtful::Mark(mark.id)));
    let passages = lookup.doubtful_exclusions.iter().filter(|passage| passage.is_lost());
    let passages = passages.map(|passage| (passage.span.start(), Doubtful::Passage(passage.id)));
    let shown = marks.chain(passages).map(|(guess, what)| (nearest_letter(&document.text, guess), what));
    let lost = |(at, what)| Lost {
        at,
        what,
        words: session.doubt_words(what),
        quote: session.doubt_of(what).map_or_else(String::new, |doubt| doubt.was.exact.clone()),
    };
    let mut found: Vec<Lost> = shown.filter(|(at, _)| in_view.covers(*at)).map(lost).collect();
    found.sort_by_key(|lost| lost.at);
    found
}

/// A place on a row of words: a guess may stand at the end of the text, or between two paragraphs.
fn nearest_letter(text: &Text, guess: usize) -> usize {
    let Some(paragraph) = text.paragraphs().get(text.paragraph_at(guess)) else { return guess };
    guess.clamp(paragraph.start(), text.previous(paragraph.end()))
}

/// Paints the bars at the best guesses.
pub fn paint_lost<'a>(page: &Page<'_>, placed: &[Placed], lost: impl Iterator<Item = &'a Lost>) {
    for lost in lost {
        let (Some(caret), Some(baseline)) = (page.caret_rect(placed, CaretPos::from(lost.at)), page.baseline(placed, lost.at)) else {
            continue;
        };
        let x = caret.center().x;
        let path = [pos2(x, baseline - page.measure.scaled(14.0)), pos2(x, baseline + page.measure.scaled(5.0))];
        paint_broken_line(page.painter, &path, Stroke::new(2.0, page.theme.warn), Breaks::DOTTED);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_guess_outside_all_words_is_shown_at_the_nearest_letter() {
        let text = Text::freeze("One.\n\nTwo.\n");
        let check = |guess, expected| assert_eq!(nearest_letter(&text, guess), expected, "{guess}");
        check(0, 0);
        check(5, 3);
        check(6, 6);
        check(11, 9);
        assert_eq!(nearest_letter(&Text::freeze(""), 0), 0);
    }
}
