//! The first page: what the program is for, shown on a marked paragraph, and the ways to begin.

mod act;
mod example;

#[cfg(test)]
mod tests;

use crate::widget::line::{HoverWords, label_ui, line_ui, said_ui};
use crate::widget::typeset::TextStyle;
use egui::{Align, Layout, Pos2, Rect, ScrollArea, Sense, Stroke, StrokeKind, Ui, UiBuilder, Vec2};

pub use self::example::WelcomeState;
use super::Cx;
use super::mark_word::{MarkLook, marked_word_ui};
use crate::command::Command;
use crate::command::catalogue::Action;
use crate::model::annotation::Tag;
use crate::model::claim::Status;
use crate::widget::paint::{Breaks, line_cut_to, line_in_style, line_of_text, paint_broken_rect, paint_line_at, paint_line_in};
use crate::widget::{Face, Icon, Row, Theme, follow_focus_ui, icon_ui, paint_icon, row_ui};

const PAGE: Vec2 = Vec2::new(680.0, 722.0);
/// Room at the left of the page, points.
const LEFT: f32 = 56.0;
/// Width of what stands on the page, points.
const COLUMN: f32 = 568.0;
/// Least room around the page, points.
const AROUND: f32 = 16.0;
const RECENT_ROW: f32 = 28.0;
/// Recent projects offered.
const RECENT: usize = 6;

/// Draws the first page, for a project without articles.
pub fn welcome_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut WelcomeState) {
    let theme = Theme::of(ui.ctx());
    ui.painter().rect_filled(ui.max_rect(), 0.0, theme.desk);
    let recent = cx.preferences.recent.len().min(RECENT);
    let for_recent = if recent == 0 { 0.0 } else { 8.0 + recent as f32 * RECENT_ROW };
    let size = PAGE + Vec2::new(0.0, for_recent);
    ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
        let room = ui.available_size();
        let whole = Vec2::new(room.x, room.y.max(size.y + 2.0 * AROUND));
        let (rect, _) = ui.allocate_exact_size(whole, Sense::hover());
        // Narrow windows lose paper at the right, never at the left.
        let left = (rect.center().x - size.x / 2.0).max(rect.left() + AROUND).round();
        let top = (rect.center().y - size.y / 2.0).max(rect.top() + AROUND).round();
        page_ui(ui, cx, state, Rect::from_min_size(Pos2::new(left, top), size));
        follow_focus_ui(ui);
    });
}

fn page_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut WelcomeState, page: Rect) {
    let theme = Theme::of(ui.ctx());
    ui.painter().rect(page, 0.0, theme.paper, Stroke::new(1.0, theme.line), StrokeKind::Inside);
    let at = |y: f32, height: f32| Rect::from_min_size(page.min + Vec2::new(LEFT, y), Vec2::new(COLUMN, height));
    title_ui(&mut child(ui, at(44.0, 92.0)));
    example::example_ui(ui, state, at(168.0, 120.0));
    legend_ui(ui, cx, at(305.0, 79.0));
    ui.painter().rect_filled(at(392.0, 1.0), 0.0, theme.line);
    act::acts_ui(ui, cx, at(414.0, 134.0));
    // The zone for dropping gives way to projects that can be opened with a click.
    let drop = if cx.preferences.recent.is_empty() { 92.0 } else { 56.0 };
    drop_ui(ui, at(560.0, drop));
    recent_ui(&mut child(ui, at(572.0 + drop, page.height() - PAGE.y)), cx);
    privacy_ui(&mut child(ui, at(page.height() - 54.0, 20.0)));
}

fn child(ui: &mut Ui, rect: Rect) -> Ui {
    let mut child = ui.new_child(UiBuilder::new().max_rect(rect).layout(Layout::top_down(Align::Min)));
    child.spacing_mut().item_spacing = Vec2::ZERO;
    child
}

fn title_ui(ui: &mut Ui) {
    let theme = Theme::of(ui.ctx());
    said_ui(ui, "Start with an article", Face::EmptyTitle, theme.ink);
    ui.add_space(8.0);
    for words in ["Underline everything in it that can be wrong.", "Tickmark keeps count until nothing is open."] {
        line_ui(ui, line_in_style(ui, words, TextStyle::sans(15.5, 22.0), theme.ink2));
    }
}

fn legend_ui(ui: &mut Ui, cx: &Cx<'_>, rect: Rect) {
    let marks = [
        (Action::TagSelection(Tag::Claim), Some(MarkLook::Claim), "claim", "a statement to check"),
        (Action::TagSelection(Tag::Number), Some(MarkLook::Number), "number", "read as value and unit"),
        (Action::TagSelection(Tag::Source), Some(MarkLook::Source), "source", "dashed if named, dotted if not"),
        (Action::SetStatus(Status::Confirmed), None, "", "settled: the wash fades, a tick stands in the margin"),
    ];
    for (nth, (action, look, word, meaning)) in marks.into_iter().enumerate() {
        let corner = rect.min + Vec2::new(nth as f32 * 147.0, 0.0);
        let mut column = child(ui, Rect::from_min_size(corner, Vec2::new(127.0, rect.height())));
        mark_ui(&mut column, &cx.key(action), look, word);
        let muted = Theme::of(ui.ctx()).ink3;
        column.add_space(4.0);
        label_ui(&mut column, meaning, (Face::Dense, 16.0), muted);
    }
}

fn mark_ui(ui: &mut Ui, key: &str, look: Option<MarkLook>, word: &str) {
    ui.horizontal(|ui| {
        ui.set_height(22.0);
        ui.spacing_mut().item_spacing.x = 8.0;
        large_key_ui(ui, key);
        match look {
            Some(look) => {
                marked_word_ui(ui, word, look, 15.0);
            }
            None => {
                let ink = Theme::of(ui.ctx()).ink;
                icon_ui(ui, Icon::Check, 17.0, ink);
            }
        }
    });
}

/// A key cap in the size of the page.
fn large_key_ui(ui: &mut Ui, key: &str) {
    if key.is_empty() {
        return;
    }
    let theme = Theme::of(ui.ctx());
    let line = line_of_text(ui, key, Face::Dense, theme.ink2);
    let size = Vec2::new((line.size().x + 14.0).ceil(), 21.0);
    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
    ui.painter().rect(rect, 3.0, theme.field, Stroke::new(1.0, theme.line2), StrokeKind::Inside);
    paint_line_in(ui.painter(), rect, line, theme.ink2);
}

fn drop_ui(ui: &mut Ui, rect: Rect) {
    let theme = Theme::of(ui.ctx());
    let is_over = ui.input(|input| !input.raw.hovered_files.is_empty());
    if is_over {
        ui.painter().rect_filled(rect, 4.0, theme.hover);
    }
    let border = if is_over { theme.ink } else { theme.line2 };
    paint_broken_rect(ui.painter(), rect, Stroke::new(2.0, border), Breaks { on: 6.0, off: 4.0 });
    let line = line_in_style(ui, "or drop files anywhere in this window", TextStyle::sans(15.0, 19.0), theme.ink2);
    let left = rect.center().x - (line.size().x + 34.0) / 2.0;
    paint_icon(ui.painter(), Icon::FileDown, Pos2::new(left + 11.0, rect.center().y), 22.0, theme.ink3);
    paint_line_at(ui.painter(), (left + 34.0, rect.center().y), line, theme.ink2);
}

fn recent_ui(ui: &mut Ui, cx: &mut Cx<'_>) {
    let preferences = cx.preferences;
    if preferences.recent.is_empty() {
        return;
    }
    let theme = Theme::of(ui.ctx());
    ui.add_space(8.0);
    said_ui(ui, "Recent projects", Face::SectionHead, theme.ink3);
    ui.add_space(4.0);
    for path in preferences.recent.iter().take(RECENT) {
        let name = path.file_stem().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
        let folder = path.parent().map_or_else(String::new, |folder| folder.display().to_string());
        let row = Row { name: &format!("Open {name}"), height: RECENT_ROW, padding: 6.0, is_selected: false };
        let (response, ()) = row_ui(ui, row, |ui| recent_row_ui(ui, &name, &folder));
        if response.on_hover_words(path.display().to_string()).clicked() {
            cx.send(Command::OpenRecent(path.clone()));
        }
    }
}

fn recent_row_ui(ui: &mut Ui, name: &str, folder: &str) {
    let theme = Theme::of(ui.ctx());
    let (rect, _) = ui.allocate_exact_size(Vec2::new(ui.available_width(), RECENT_ROW), Sense::hover());
    paint_icon(ui.painter(), Icon::FileText, Pos2::new(rect.left() + 8.0, rect.center().y), 15.0, theme.ink3);
    let line = line_cut_to(ui, name, Face::Dense, (theme.ink, rect.width() * 0.5));
    let after = rect.left() + 24.0 + line.size().x + 10.0;
    paint_line_at(ui.painter(), (rect.left() + 24.0, rect.center().y), line, theme.ink);
    let folder = line_cut_to(ui, folder, Face::Meta, (theme.ink3, rect.right() - after));
    paint_line_at(ui.painter(), (after, rect.center().y + 0.5), folder, theme.ink3);
}

fn privacy_ui(ui: &mut Ui) {
    let theme = Theme::of(ui.ctx());
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        icon_ui(ui, Icon::HardDrive, 15.0, theme.ink2);
        let words = "Works offline. No account. Nothing leaves this computer unless you ask for it.";
        label_ui(ui, words, Face::Dense, theme.ink2);
    });
}
