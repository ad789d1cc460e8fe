//! The sentence meter: a cell for every sentence, or one bar in three parts where there are too many.

use egui::{Color32, Rect, Role, Sense, Stroke, StrokeKind, Ui, Vec2};

use super::rows::Meter;
use super::{GAP, emphasised_ui};
use crate::model::lookup::SentenceState;
use crate::view::wording::count;
use crate::widget::line::{HoverWords, said_ui};
use crate::widget::{Face, Spoken, Theme, upright_hairline_ui};

const CELL: Vec2 = Vec2::new(6.0, 11.0);
const BETWEEN: f32 = 1.0;
const BAR: f32 = 160.0;

/// Draws how far the article is read, and its claims.
pub(super) fn meter_ui(ui: &mut Ui, meter: &Meter) {
    let theme = Theme::of(ui.ctx());
    if ui.available_width() > 900.0 && meter.is_counted {
        said_ui(ui, "Sentences", Face::Dense, theme.ink2);
        ui.add_space(7.0);
        cells_ui(ui, meter);
        ui.add_space(8.0);
    }
    emphasised_ui(ui, &meter.read_words());
    ui.add_space(GAP);
    upright_hairline_ui(ui, 16.0);
    ui.add_space(GAP);
    emphasised_ui(ui, &meter.claim_words());
}

fn cells_ui(ui: &mut Ui, meter: &Meter) {
    let pitch = CELL.x + BETWEEN;
    let width = if meter.cells.is_empty() { BAR } else { meter.cells.len() as f32 * pitch - BETWEEN };
    let (rect, response) = ui.allocate_exact_size(Vec2::new(width, CELL.y), Sense::hover());
    if meter.cells.is_empty() {
        paint_bar(ui, meter, rect);
    }
    for (nth, state) in meter.cells.iter().enumerate() {
        let cell = Rect::from_min_size(rect.min + Vec2::new(nth as f32 * pitch, 0.0), CELL);
        paint_part(ui, *state, cell);
    }
    let spoken = format!("{} of {} read", meter.read(), count(meter.sentences(), "sentence"));
    Spoken::new(Role::ProgressIndicator, &spoken).tell(&response);
    let detail = format!("{} marked, {} not checkable, {} untouched", meter.marked, meter.set_aside, meter.untouched);
    response.on_hover_words(detail);
}

fn paint_bar(ui: &Ui, meter: &Meter, rect: Rect) {
    let share = |number: usize| rect.width() * number as f32 / meter.sentences().max(1) as f32;
    let mut left = rect.left();
    let parts = [
        (SentenceState::Marked, meter.marked),
        (SentenceState::NotCheckable, meter.set_aside),
        (SentenceState::Untouched, meter.untouched),
    ];
    for (state, number) in parts {
        let right = left + share(number);
        if number > 0 {
            paint_part(ui, state, Rect::from_x_y_ranges(left.round()..=right.round(), rect.y_range()));
        }
        left = right;
    }
}

/// Filled: marked; barred: not checkable; empty: untouched.
fn paint_part(ui: &Ui, state: SentenceState, rect: Rect) {
    let theme = Theme::of(ui.ctx());
    let outline = |colour: Color32| {
        ui.painter().rect_stroke(rect, 0.0, Stroke::new(1.0, colour), StrokeKind::Inside);
    };
    match state {
        SentenceState::Marked => {
            ui.painter().rect_filled(rect, 0.0, theme.ink2);
        }
        SentenceState::NotCheckable => {
            outline(theme.ink2);
            let middle = Rect::from_center_size(rect.center(), Vec2::new(rect.width(), 1.0));
            ui.painter().rect_filled(middle, 0.0, theme.ink2);
        }
        SentenceState::Untouched => outline(theme.line2),
    }
}
