//! Entries that are perhaps the same as the one shown: merged, counted as one, or told apart for good.

use egui::{Frame, Margin, Stroke, Ui};

use super::rows::source::{SameRow, SourceRows};
use crate::command::{Command, SourceChange};
use crate::model::id::SourceId;
use crate::view::Cx;
use crate::widget::line::{HoverWords, label_ui};
use crate::widget::{Button, Face, Theme, button_ui};

/// Entries offered at most; the next ones follow when these are answered.
const MOST: usize = 3;

/// Draws what is perhaps the same, each with its ways out.
pub(super) fn same_ui(ui: &mut Ui, cx: &mut Cx<'_>, rows: &SourceRows) {
    for row in rows.same.iter().take(MOST) {
        same_row_ui(ui, cx, (rows.source.id, &rows.source.name), row);
        ui.add_space(8.0);
    }
}

fn same_row_ui(ui: &mut Ui, cx: &mut Cx<'_>, (shown, own_name): (SourceId, &str), row: &SameRow) {
    let theme = Theme::of(ui.ctx());
    let frame = Frame {
        fill: theme.paper,
        stroke: Stroke::new(1.0, theme.line2),
        corner_radius: 4.into(),
        inner_margin: Margin::symmetric(10, 8),
        ..Frame::NONE
    };
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        label_ui(ui, format!("Perhaps the same: “{}” ({})", row.name, row.why.words()), Face::Dense, theme.ink);
        ui.add_space(6.0);
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = 6.0;
            // The longer name tells more, so it stays.
            let is_shorter = own_name.chars().count() < row.name.chars().count();
            let (keep, join) = if is_shorter { (row.other, shown) } else { (shown, row.other) };
            let kept = if is_shorter { &row.name } else { own_name };
            let merge = Button::primary("Merge").name("Merge the two");
            if button_ui(ui, merge).on_hover_words(format!("All mentions and claims go to “{kept}”")).clicked() {
                cx.send(Command::MergeSources { keep, join });
            }
            let one = button_ui(ui, Button::secondary("Count as one"));
            let words = format!("Two entries, but this one rests on “{}”: claims count them once", row.name);
            if one.on_hover_words(words).clicked() {
                cx.send(Command::ChangeSource(shown, SourceChange::RestsOn(row.other, true)));
            }
            if button_ui(ui, Button::secondary("Not the same")).on_hover_words("Nobody is asked again").clicked() {
                cx.send(Command::ChangeSource(shown, SourceChange::NotSame(row.other)));
            }
        });
    });
}
