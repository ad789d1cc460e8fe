//! What the rules have found in the whole project, folded at the foot of the panel.

use egui::{Panel, Role, ScrollArea, Sense, Ui, Vec2};

use super::{PADDING, SidebarState};
use crate::lint::{Rule, Severity};
use crate::view::Cx;
use crate::view::warnings::{ROW, next_place, warning_row_ui, warnings};
use crate::widget::paint::{line_of_text, paint_focus_around, paint_line_at};
use crate::widget::{Face, Icon, Spoken, Theme, follow_focus_ui, hairline_ui, paint_icon};

const HEAD: f32 = 31.0;
const FOOT: f32 = 6.0;
/// The list may take this part of the height.
const SHARE: f32 = 0.4;

/// Draws the head, and the rules with their counts where it is unfolded. A click goes to the next finding.
pub(super) fn warned_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut SidebarState) {
    let session = cx.session;
    let rows = state.warnings.get(session, (), || warnings(session, &Rule::ALL));
    let wanted = if state.is_warned { rows.len() as f32 * ROW + FOOT } else { 0.0 };
    let height = HEAD + wanted.min(ui.available_height() * SHARE);
    Panel::bottom("warnings").frame(egui::Frame::NONE).resizable(false).exact_size(height).show_separator_line(false).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        hairline_ui(ui);
        let grave: usize = rows.iter().filter(|row| row.rule.severity() != Severity::Note).map(|row| row.count).sum();
        state.is_warned ^= head_ui(ui, grave, state.is_warned);
        if !state.is_warned {
            return;
        }
        ScrollArea::vertical().id_salt("warnings").auto_shrink([false, false]).show(ui, |ui| {
            for row in rows.iter() {
                if warning_row_ui(ui, cx, row, false)
                    && let Some(next) = next_place(session, row.rule)
                {
                    cx.send(next);
                }
            }
            ui.add_space(FOOT);
            follow_focus_ui(ui);
        });
    });
}

/// Draws the line that folds the list; true when it was clicked.
fn head_ui(ui: &mut Ui, count: usize, is_open: bool) -> bool {
    let theme = Theme::of(ui.ctx());
    let (rect, response) = ui.allocate_exact_size(Vec2::new(ui.available_width(), HEAD), Sense::click());
    if response.hovered() {
        ui.painter().rect_filled(rect, 0.0, theme.hover);
    }
    let icon = if is_open { Icon::ChevronDown } else { Icon::ChevronRight };
    paint_icon(ui.painter(), icon, egui::pos2(rect.left() + PADDING + 6.0, rect.center().y), 13.0, theme.ink3);
    let title = line_of_text(ui, "Warnings", Face::Strong, theme.ink);
    paint_line_at(ui.painter(), (rect.left() + PADDING + 18.0, rect.center().y), title, theme.ink);
    let number = line_of_text(ui, &count.to_string(), Face::Meta, theme.ink3);
    paint_line_at(ui.painter(), (rect.right() - PADDING - number.size().x, rect.center().y), number, theme.ink3);
    paint_focus_around(ui, &response, rect.shrink(4.0), 0.0);
    let verb = if is_open { "Fold" } else { "Show" };
    Spoken::new(Role::Button, &format!("{verb} warnings, {count}")).tell(&response);
    response.clicked()
}
