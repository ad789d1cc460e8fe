//! Links of a claim to other claims.

use egui::{Rect, Sense, Stroke, Ui, Vec2};

use super::list::{self, JumpRow};
use super::part;
use super::rows::claim::{ClaimRows, LinkRow};
use crate::command::Command;
use crate::model::annotation::{Mention, Tag};
use crate::model::link::Role;
use crate::view::Cx;
use crate::view::menu::{MenuRow, drop_down_ui, menu_row_ui};
use crate::view::sign::status_icon;
use crate::widget::line::label_ui;
use crate::widget::paint::paint_focus_around;
use crate::widget::{Face, Spoken, Theme, icon_ui, section_ui};

/// Room for the role, points.
const ROLE: f32 = 76.0;

/// Draws the links to other claims, if there are any.
pub(super) fn links_ui(ui: &mut Ui, cx: &mut Cx<'_>, rows: &ClaimRows) {
    if rows.links.is_empty() {
        return;
    }
    section_ui(ui, "Linked claims", &rows.links.len().to_string());
    for link in &rows.links {
        link_row_ui(ui, cx, link);
    }
    part::warnings_ui(ui, cx, &rows.contradictions);
}

fn link_row_ui(ui: &mut Ui, cx: &mut Cx<'_>, link: &LinkRow) {
    let name = format!("Show {}, {}", link.other.label, link.words);
    let mut unlinked = false;
    let mut role = None;
    let response = list::jump_row_ui(
        ui,
        JumpRow { name: &name, height: list::ROW, is_current: false },
        |ui| {
            list::column_ui(ui, ROLE, |ui| role = role_ui(ui, link));
            list::claim_badge_ui(ui, &link.other);
            list::one_line_ui(ui, &link.other.words, link.other.is_quote);
        },
        |ui| {
            unlinked = list::unlink_ui(ui, &link.other.label);
            let muted = Theme::of(ui.ctx()).ink3;
            icon_ui(ui, status_icon(link.other.status), 13.0, muted);
        },
    );
    if let Some(role) = role {
        cx.send(Command::SetRole(link.link, role));
    } else if unlinked {
        cx.send(Command::Unlink(link.link));
    } else if response.clicked() {
        cx.send(Command::ShowRecord(Mention::Claim(link.other.id)));
    }
}

/// The role, which opens the choice of another.
fn role_ui(ui: &mut Ui, link: &LinkRow) -> Option<Role> {
    let theme = Theme::of(ui.ctx());
    let colour = if link.role == Role::Contradicts { theme.warn } else { theme.ink2 };
    let label = label_ui(ui, link.words, Face::Meta, colour);
    let reach = Rect::from_center_size(label.rect.center(), Vec2::new(label.rect.width() + 8.0, 24.0));
    let button = ui.interact(reach, label.id.with("role"), Sense::click());
    if button.hovered() {
        ui.painter().hline(label.rect.x_range(), label.rect.bottom() - 0.5, Stroke::new(1.0, colour));
    }
    paint_focus_around(ui, &button, label.rect, 2.0);
    let name = format!("{} {}: change", link.words, link.other.label);
    Spoken::new(egui::Role::Button, &name).tell(&button);
    let mut picked = None;
    drop_down_ui(&button, |ui| {
        for role in Role::between(Tag::Claim, Tag::Claim) {
            if menu_row_ui(ui, MenuRow::new(role.word()).chosen(*role == link.role)) {
                picked = Some(*role);
            }
        }
    });
    picked.filter(|role| *role != link.role)
}
