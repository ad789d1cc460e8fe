//! Ratings from 1 (wrong) to 5 (right): the colour never stands without its numeral, and seldom without its word.

use egui::{Color32, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, Vec2};

use super::access::Spoken;
use super::font::Face;
use super::key::SMALLEST;
use super::line::Line;
use super::paint::{line_in_style, line_of_text, paint_focus, paint_line_at, paint_line_in};
use super::style::RADIUS;
use super::theme::Theme;
use super::typeset::TextStyle;

const CHIP: Vec2 = Vec2::new(19.0, 18.0);
const CHIP_RADIUS: f32 = 3.0;
const GAP: f32 = 6.0;
const SCALE_HEIGHT: f32 = 40.0;
const NO_RATING: &str = "not rated";

/// Draws the numeral in its colour and the word beside it; muted words where there is no rating. An empty word leaves
/// the numeral alone.
pub fn rating_chip_ui(ui: &mut Ui, rating: Option<u8>, word: &str) -> Response {
    let theme = Theme::of(ui.ctx());
    let (word, colour) = if rating.is_some() { (word, theme.ink) } else { (NO_RATING, theme.ink3) };
    let line = line_of_text(ui, word, Face::Dense, colour);
    let before = if rating.is_some() { CHIP.x + GAP } else { 0.0 };
    let width = if word.is_empty() { CHIP.x } else { before + line.size().x };
    let (rect, response) = ui.allocate_exact_size(Vec2::new(width.ceil(), CHIP.y), Sense::hover());
    let mut spoken = word.to_owned();
    if let Some(rating) = rating {
        let square = Rect::from_min_size(rect.min, CHIP);
        let (fill, numeral) = theme.rating(rating);
        let border = Stroke::new(1.0, theme.line2);
        ui.painter().rect(square, CHIP_RADIUS, fill, border, StrokeKind::Inside);
        let digit = line_of_text(ui, &rating.to_string(), Face::DenseStrong, numeral);
        paint_line_in(ui.painter(), square, digit, numeral);
        spoken = format!("{rating} {word}").trim_end().to_owned();
    }
    paint_line_at(ui.painter(), (rect.left() + before, rect.center().y), line, colour);
    Spoken::new(Role::Label, &spoken).tell(&response);
    response
}

/// Draws the whole scale as one row of segments across the available width, each with its numeral and word, and returns
/// the rating that was clicked.
pub fn rating_scale_ui(ui: &mut Ui, scale: &[(u8, &str)], chosen: Option<usize>) -> Option<usize> {
    let theme = Theme::of(ui.ctx());
    let words: Vec<_> =
        scale.iter().map(|(_, word)| line_in_style(ui, word, TextStyle::sans(SMALLEST.0, 14.0), Color32::PLACEHOLDER)).collect();
    let room = Vec2::new(ui.available_width(), SCALE_HEIGHT);
    let (whole, group) = ui.allocate_exact_size(room, Sense::hover());
    // Long words get wider segments: what is left over after the words is shared evenly.
    let spare = whole.width() - words.iter().map(|word| word.size().x).sum::<f32>();
    let spare = spare / scale.len().max(1) as f32;
    ui.painter().rect_filled(whole, RADIUS, theme.field);
    let mut clicked = None;
    let mut segments = Vec::with_capacity(scale.len());
    let mut left = whole.left();
    for (at, (&(rating, name), word)) in scale.iter().zip(words).enumerate() {
        let right = (left + word.size().x + spare).round().min(whole.right());
        let rect = Rect::from_x_y_ranges(left..=right, whole.y_range());
        let id = group.id.with(at);
        let response = ui.interact(rect, id, Sense::click());
        if response.clicked() {
            clicked = Some(at);
        }
        let segment = Segment { rect, rating, name, is_chosen: chosen == Some(at) };
        segment.paint(ui, &response, word, whole);
        segments.push(response);
        left = right;
    }
    ui.painter().rect_stroke(whole, RADIUS, Stroke::new(1.0, theme.line2), StrokeKind::Inside);
    // Last, so that no neighbour paints over it.
    segments.iter().for_each(|segment| paint_focus(ui, segment));
    clicked
}

struct Segment<'a> {
    rect: Rect,
    rating: u8,
    name: &'a str,
    is_chosen: bool,
}

impl Segment<'_> {
    fn paint(&self, ui: &Ui, response: &Response, word: Line, whole: Rect) {
        let theme = Theme::of(ui.ctx());
        let (fill, text) = if self.is_chosen {
            let (fill, text) = theme.rating(self.rating);
            (Some(fill), text)
        } else if response.is_pointer_button_down_on() {
            (Some(theme.ink), theme.onink)
        } else {
            (response.hovered().then_some(theme.hover), theme.ink2)
        };
        if let Some(fill) = fill {
            // A full rounded bar clipped to the segment: only the outer corners come out round.
            let clip = self.rect.intersect(ui.clip_rect());
            ui.painter().with_clip_rect(clip).rect_filled(whole, RADIUS, fill);
        }
        if self.rect.left() > whole.left() {
            let line = Stroke::new(1.0, theme.line);
            ui.painter().vline(self.rect.left(), self.rect.y_range(), line);
        }
        let (upper, lower) = self.rect.split_top_bottom_at_y(self.rect.top() + 21.0);
        let digit = line_of_text(ui, &self.rating.to_string(), Face::Strong, text);
        paint_line_in(ui.painter(), upper.with_min_y(upper.top() + 3.0), digit, text);
        paint_line_in(ui.painter(), lower.with_max_y(lower.bottom() - 5.0), word, text);
        Spoken::new(Role::RadioButton, &format!("{} {}", self.rating, self.name))
            .on(self.is_chosen)
            .key(Some(&self.rating.to_string()))
            .tell(response);
    }
}
