//! What the grades of sources mean, at the foot of the left panel: the Admiralty code, or the desk's own words.

use egui::{Sense, Ui, Vec2};

use super::left::LEFT_PADDING;
use crate::model::house::House;
use crate::view::table::padded_ui;
use crate::widget::line::said_ui;
use crate::widget::paint::{line_cut_to, line_of_text, paint_line_at};
use crate::widget::{Face, Theme};

const ROW: f32 = 19.0;
/// Room for a sign before its meaning, points; longer signs of a desk's own take more.
const SIGN: f32 = 22.0;
/// Room between letters and digits.
const BREAK: f32 = 5.0;

/// Draws the signs with their meanings; letters, which grade the source, apart from digits, which grade what it says.
pub(super) fn grades_ui(ui: &mut Ui, house: &House) {
    let theme = Theme::of(ui.ctx());
    ui.add_space(8.0);
    let title = if house.grades.is_empty() { "Grades" } else { "House grades" };
    padded_ui(ui, 22.0, LEFT_PADDING, |ui| said_ui(ui, title, Face::SectionHead, theme.ink3));
    let is_digit = |sign: &str| sign.starts_with(|sign: char| sign.is_ascii_digit());
    let mut before: Option<&str> = None;
    for (sign, meaning) in house.grade_words() {
        if before.is_some_and(|before| is_digit(before) != is_digit(sign)) {
            ui.add_space(BREAK);
        }
        before = Some(sign);
        let (rect, _) = ui.allocate_exact_size(Vec2::new(ui.available_width(), ROW), Sense::hover());
        let line = line_of_text(ui, sign, Face::SectionHead, theme.ink2);
        let left = rect.left() + LEFT_PADDING;
        let words_left = left + SIGN.max(line.size().x + 8.0);
        paint_line_at(ui.painter(), (left, rect.center().y), line, theme.ink2);
        let words = line_cut_to(ui, meaning, Face::Meta, (theme.ink2, rect.right() - LEFT_PADDING - words_left));
        paint_line_at(ui.painter(), (words_left, rect.center().y), words, theme.ink2);
    }
    ui.add_space(10.0);
}
