//! The left panel: the articles with their counts, and what is left to do in the one shown.

mod article;
mod left;
pub mod rows;
mod warned;
mod worth;

#[cfg(test)]
mod tests;

use egui::{Align, Layout, ScrollArea, Ui, Vec2};

use self::rows::{ArticleRows, LeftRows};
use super::Cx;
use super::kept::Kept;
use super::panel::panel_ui;
use super::warnings::WarningRow;
use crate::command::catalogue::Action;
use crate::model::id::DocumentId;
use crate::widget::line::{label_ui, said_ui, words_cut_ui};
use crate::widget::{Face, Icon, IconButton, Theme, follow_focus_ui, hairline_ui, icon_button_ui};

/// What was computed for the left panel. Make a fresh one when another project is opened.
#[derive(Default)]
pub struct SidebarState {
    articles: Kept<(), ArticleRows>,
    left: Kept<Option<DocumentId>, Option<LeftRows>>,
    warnings: Kept<(), Vec<WarningRow>>,
    /// Whether the findings of the project are listed.
    is_warned: bool,
}

/// Room at both sides of the panel, points.
const PADDING: f32 = 12.0;
const HEAD: f32 = 36.0;
/// The list of what is left may take this part of the height before the articles give way.
const LEFT_SHARE: f32 = 0.45;

/// Draws the left panel. The panel around it has no margin of its own and is 180 to 320 wide.
pub fn sidebar_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut SidebarState) {
    panel_ui(ui, |ui| contents_ui(ui, cx, state));
}

fn contents_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut SidebarState) {
    let session = cx.session;
    let rows = state.articles.get(session, (), || ArticleRows::of(session));
    let left = state.left.get(session, session.document().map(|document| document.id), || LeftRows::of(session));
    head_ui(ui, cx, &rows.remark);
    if rows.articles.is_empty() {
        nothing_ui(ui);
        return;
    }
    warned::warned_ui(ui, cx, state);
    let wanted = left.as_ref().as_ref().map_or(0.0, left::wanted_height);
    let for_left = wanted.min(ui.available_height() * LEFT_SHARE) + worth::wanted_height(cx.session);
    ScrollArea::vertical().id_salt("articles").auto_shrink([false, true]).max_height(ui.available_height() - for_left).show(ui, |ui| {
        article::articles_ui(ui, cx, &rows.articles);
        follow_focus_ui(ui);
    });
    ui.add_space(6.0);
    hairline_ui(ui);
    if let Some(left) = left.as_ref() {
        ui.allocate_ui(Vec2::new(ui.available_width(), ui.available_height() - worth::wanted_height(cx.session)), |ui| {
            left::left_ui(ui, cx, left);
        });
    }
    worth::worth_ui(ui, cx);
}

fn head_ui(ui: &mut Ui, cx: &mut Cx<'_>, remark: &str) {
    let theme = Theme::of(ui.ctx());
    bar_ui(ui, HEAD, |ui| {
        ui.add_space(PADDING);
        said_ui(ui, "Articles", Face::Strong, theme.ink);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.add_space(6.0);
            let key = cx.key(Action::OpenArticles);
            let name = Action::OpenArticles.row().map_or("", |row| row.label);
            if icon_button_ui(ui, IconButton::new(Icon::Plus, name).key(&key).icon_size(17.0)).clicked() {
                cx.run(Action::OpenArticles);
            }
            words_cut_ui(ui, remark, Face::Meta, theme.ink3);
        });
    });
}

/// A bar across the panel, contents from left to right.
fn bar_ui(ui: &mut Ui, height: f32, contents: impl FnOnce(&mut Ui)) {
    let room = Vec2::new(ui.available_width(), height);
    ui.allocate_ui_with_layout(room, Layout::left_to_right(Align::Center), |ui| {
        ui.set_min_size(room);
        ui.spacing_mut().item_spacing.x = 4.0;
        contents(ui);
    });
}

fn nothing_ui(ui: &mut Ui) {
    let muted = Theme::of(ui.ctx()).ink3;
    let margin = egui::Margin { left: 12, right: 16, top: 8, bottom: 8 };
    egui::Frame::NONE.inner_margin(margin).show(ui, |ui| {
        let words = "No articles yet. Open one and it appears here with its count of settled claims.";
        label_ui(ui, words, (Face::Dense, 18.0), muted);
    });
}
