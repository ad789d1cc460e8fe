//! Rows of the inspector that jump somewhere: claims, mentions, numbers, and what offers a step.

use egui::{Align, Layout, Pos2, Rect, Response, Role, Sense, Ui, UiBuilder, Vec2};

use super::rows::number::OwnerRow;
use super::rows::{ClaimLine, MentionRow};
use crate::command::Command;
use crate::model::annotation::Mention;
use crate::view::Cx;
use crate::view::mark_word::{MarkLook, marked_word_ui};
use crate::view::sign::status_icon;
use crate::widget::line::{HoverWords, label_ui, words_cut_ui};
use crate::widget::paint::paint_focus_around;
use crate::widget::typeset::{Quote, TextStyle, quote_ui};
use crate::widget::{Badge, Face, Icon, IconButton, Spoken, Theme, hairline_ui, icon_button_ui, icon_ui, key_cap_ui, letter_badge_ui};

/// Rows that a list in the inspector draws; who needs more looks at the table.
const MOST_ROWS: usize = 200;
/// Height of a row of one line, points.
pub(super) const ROW: f32 = 25.0;

/// A row that does something as a whole, under a hairline; `contents` from left to right, `trailing` at the right.
#[derive(Clone, Copy, Debug)]
pub(super) struct JumpRow<'a> {
    /// What it does, for screen readers and the tooltip.
    pub name: &'a str,
    /// Height in points.
    pub height: f32,
    /// Whether it is the one that is shown now.
    pub is_current: bool,
}

/// Draws a row that can be clicked; what is put at its right stays clickable by itself.
pub(super) fn jump_row_ui(ui: &mut Ui, row: JumpRow<'_>, contents: impl FnOnce(&mut Ui), trailing: impl FnOnce(&mut Ui)) -> Response {
    hairline_ui(ui);
    let theme = Theme::of(ui.ctx());
    let (rect, place) = ui.allocate_exact_size(Vec2::new(ui.available_width(), row.height), Sense::hover());
    let response = ui.interact(rect, place.id.with("row"), Sense::click());
    Spoken::new(Role::ListItem, row.name).on(row.is_current).tell(&response);
    if !ui.is_rect_visible(rect) {
        // The two halves count in the names of the rows below, seen or not.
        ui.skip_ahead_auto_ids(2);
        return response;
    }
    let ground = ui.painter().add(egui::Shape::Noop);
    if response.hovered() || row.is_current {
        let fill = if row.is_current { theme.selbg } else { theme.hover };
        let reach = rect.expand2(Vec2::new(6.0, 0.0));
        ui.painter().set(ground, egui::epaint::RectShape::filled(reach, 0.0, fill));
    }
    let right_to_left = Layout::right_to_left(Align::Center);
    let mut right = ui.new_child(UiBuilder::new().max_rect(rect).layout(right_to_left));
    right.spacing_mut().item_spacing.x = 4.0;
    trailing(&mut right);
    let taken = right.min_rect();
    let end = if taken.width() > 0.0 { taken.left() - 6.0 } else { rect.right() };
    let left_rect = Rect::from_min_max(rect.min, Pos2::new(end.max(rect.left()), rect.max.y));
    let mut left = ui.new_child(UiBuilder::new().max_rect(left_rect).layout(Layout::left_to_right(Align::Center)));
    left.spacing_mut().item_spacing.x = 7.0;
    contents(&mut left);
    paint_focus_around(ui, &response, rect.expand2(Vec2::new(2.0, -2.0)), 2.0);
    response.on_hover_words(row.name)
}

/// Draws words on one line, cut where they do not fit: serif for the article's, sans for the checker's.
pub(super) fn one_line_ui(ui: &mut Ui, words: &str, is_quote: bool) {
    let ink = Theme::of(ui.ctx()).ink;
    let style = if is_quote { TextStyle::serif(13.5, 17.0) } else { TextStyle::sans(13.0, 17.0) };
    quote_ui(ui, &Quote::new(words, style, ink).rows(1));
}

/// Draws the badge of a claim: its label as the article shows a claim.
pub(super) fn claim_badge_ui(ui: &mut Ui, claim: &ClaimLine) {
    marked_word_ui(ui, &claim.label, MarkLook::claim(claim.status.is_settled()), 13.0);
}

/// Draws a claim as a row that jumps to it, with a button that unlinks it.
fn claim_row_ui(ui: &mut Ui, cx: &mut Cx<'_>, OwnerRow { link, cue, claim }: &OwnerRow) {
    let cue = if cue.is_empty() { String::new() } else { format!("“{cue}”") };
    let name = [format!("Show {}", claim.label), cue.clone()].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
    let row = JumpRow { name: &name, height: ROW, is_current: false };
    let mut unlinked = false;
    let response = jump_row_ui(
        ui,
        row,
        |ui| {
            claim_badge_ui(ui, claim);
            if !cue.is_empty() {
                label_ui(ui, &cue, Face::Meta, Theme::of(ui.ctx()).ink3);
            }
            one_line_ui(ui, &claim.words, claim.is_quote);
        },
        |ui| {
            let muted = Theme::of(ui.ctx()).ink3;
            unlinked = unlink_ui(ui, &claim.label);
            icon_ui(ui, status_icon(claim.status), 13.0, muted);
        },
    );
    if unlinked {
        cx.send(Command::Unlink(*link));
    } else if response.clicked() {
        cx.send(Command::ShowRecord(Mention::Claim(claim.id)));
    }
}

/// Draws the button that takes a link away.
pub(super) fn unlink_ui(ui: &mut Ui, from: &str) -> bool {
    icon_button_ui(ui, IconButton::new(Icon::Unlink, &format!("Unlink {from}")).icon_size(13.0).hit(24.0, 24.0)).clicked()
}

/// Draws the mentions of a record as rows that jump.
pub(super) fn mention_rows_ui(ui: &mut Ui, cx: &mut Cx<'_>, rows: &[MentionRow]) {
    for row in rows.iter().take(MOST_ROWS) {
        let name = format!("Show {} {}: {}", row.letter, row.place, row.words);
        let jump = JumpRow { name: &name, height: ROW, is_current: row.is_current };
        let response = jump_row_ui(
            ui,
            jump,
            |ui| {
                let muted = Theme::of(ui.ctx()).ink3;
                letter_badge_ui(ui, &row.letter, Badge::Small);
                label_ui(ui, &row.place, Face::Meta, muted);
                one_line_ui(ui, &row.words, true);
            },
            |_| {},
        );
        if response.clicked() {
            cx.send(Command::SelectMark(row.mark));
        }
    }
    more_rows_ui(ui, rows.len());
}

/// Draws claims as rows that jump, each with its link.
pub(super) fn claim_rows_ui(ui: &mut Ui, cx: &mut Cx<'_>, rows: &[OwnerRow]) {
    for row in rows.iter().take(MOST_ROWS) {
        claim_row_ui(ui, cx, row);
    }
    more_rows_ui(ui, rows.len());
}

/// Says how many rows are left out.
fn more_rows_ui(ui: &mut Ui, rows: usize) {
    if rows > MOST_ROWS {
        super::head::remark_ui(ui, &format!("and {} more", rows - MOST_ROWS));
    }
}

/// Draws words and the key that does what they say, at the right of a row.
pub(super) fn key_hint_ui(ui: &mut Ui, words: &str, key: &str) {
    let muted = Theme::of(ui.ctx()).ink3;
    if !key.is_empty() {
        key_cap_ui(ui, key);
    }
    label_ui(ui, words, Face::Meta, muted);
}

/// Draws contents in a column `width` points wide inside a row.
pub(super) fn column_ui(ui: &mut Ui, width: f32, contents: impl FnOnce(&mut Ui)) {
    // A row whose end is long may have no room left.
    let room = Vec2::new(width.min(ui.available_width()).max(0.0), ui.available_height().max(0.0));
    ui.allocate_ui_with_layout(room, Layout::left_to_right(Align::Center), |ui| {
        ui.set_min_width(room.x);
        contents(ui);
    });
}

/// Draws a line and a muted line below it, both cut where they do not fit.
pub(super) fn two_lines_ui(ui: &mut Ui, first: &str, second: &str) {
    let theme = Theme::of(ui.ctx());
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let height = Face::Dense.row() + if second.is_empty() { 0.0 } else { Face::Meta.row() };
        ui.add_space(((ui.available_height() - height) / 2.0).max(0.0));
        words_cut_ui(ui, first, Face::Dense, theme.ink);
        if !second.is_empty() {
            words_cut_ui(ui, second, Face::Meta, theme.ink3);
        }
    });
}

/// Draws the words of a number on one line over their lane.
pub(super) fn number_words_ui(ui: &mut Ui, words: &str) {
    let theme = Theme::of(ui.ctx());
    let shown = quote_ui(ui, &Quote::new(words, TextStyle::serif(13.5, 17.0), theme.ink).rows(1));
    let lane = Rect::from_min_size(shown.rect.left_bottom(), Vec2::new(shown.rect.width(), 3.0));
    ui.painter().rect_filled(lane, 0.0, theme.num);
}
