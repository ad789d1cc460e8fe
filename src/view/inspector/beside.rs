//! What the writer noted beside the words shown, and where links in them lead; a note becomes evidence of a claim with one click.

use egui::{Frame, Margin, Stroke, Ui};

use super::rows::beside::BesideRow;
use crate::command::Command;
use crate::model::id::{ClaimId, DocumentId};
use crate::view::Cx;
use crate::widget::line::{label_ui, words_ui};
use crate::widget::{Button, Face, Theme, button_ui, section_ui};

/// Draws it. `claim` is the claim that a note can be kept for, with the article of the note.
pub(super) fn beside_ui(ui: &mut Ui, cx: &mut Cx<'_>, rows: &[BesideRow], claim: Option<(ClaimId, DocumentId)>) {
    if rows.is_empty() {
        return;
    }
    let theme = Theme::of(ui.ctx());
    section_ui(ui, "Beside these words in the file", "");
    let frame = Frame {
        fill: theme.paper,
        stroke: Stroke::new(1.0, theme.line2),
        corner_radius: 4.into(),
        inner_margin: Margin::symmetric(10, 8),
        ..Frame::NONE
    };
    for row in rows {
        frame.show(ui, |ui| {
            ui.set_width(ui.available_width());
            label_ui(ui, row.title.clone(), Face::Meta, theme.ink3);
            words_ui(ui, &row.words, (Face::Dense, Face::Dense.row()), theme.ink);
            if let (Some((claim, document)), Some(aside)) = (claim, row.aside) {
                ui.add_space(6.0);
                let name = format!("Keep as evidence: {}", row.title);
                if button_ui(ui, Button::secondary("Keep as evidence").name(&name)).clicked() {
                    cx.send(Command::KeepAside { claim, document, aside });
                }
            }
        });
        ui.add_space(6.0);
    }
}
