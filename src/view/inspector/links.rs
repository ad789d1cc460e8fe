//! Links of a claim to other claims.

use egui::Ui;

use super::part::{self, JumpRow};
use super::rows::claim::{ClaimRows, LinkRow};
use crate::command::Command;
use crate::model::annotation::Mention;
use crate::view::Cx;
use crate::view::sign::status_icon;
use crate::widget::{Face, Theme, icon_ui, section_ui};

/// Draws the links to other claims, if there are any.
pub(super) fn links_ui(ui: &mut Ui, cx: &mut Cx<'_>, rows: &ClaimRows) {
    if rows.links.is_empty() {
        return;
    }
    section_ui(ui, "Linked claims", &rows.links.len().to_string());
    for link in &rows.links {
        link_row_ui(ui, cx, link);
    }
    part::warnings_ui(ui, &rows.contradictions);
}

fn link_row_ui(ui: &mut Ui, cx: &mut Cx<'_>, link: &LinkRow) {
    let name = format!("Show {}, {}", link.other.label, link.role);
    let mut unlinked = false;
    let response = part::jump_row_ui(
        ui,
        JumpRow { name: &name, height: part::ROW, is_current: false },
        |ui| {
            let theme = Theme::of(ui.ctx());
            let colour = if link.role == "contradicts" { theme.warn } else { theme.ink3 };
            part::column_ui(ui, 76.0, |ui| {
                ui.label(Face::Meta.text(link.role).color(colour));
            });
            part::claim_badge_ui(ui, &link.other);
            part::one_line_ui(ui, &link.other.words, link.other.is_quote);
        },
        |ui| {
            unlinked = part::unlink_ui(ui, &link.other.label);
            let muted = Theme::of(ui.ctx()).ink3;
            icon_ui(ui, status_icon(link.other.status), 13.0, muted);
        },
    );
    if unlinked {
        cx.send(Command::Unlink(link.link));
    } else if response.clicked() {
        cx.send(Command::ShowRecord(Mention::Claim(link.other.id)));
    }
}
