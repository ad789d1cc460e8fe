//! What the tables share: lines of different heights of which only the visible ones are drawn, columns, and the keyboard.

use std::ops::Range;

use egui::{Align, Color32, Id, Key, Layout, Rect, Role, ScrollArea, Sense, Ui, UiBuilder, Vec2};

use super::Cx;
pub use super::columns::{Column, cells};
use super::key_event::take_action;
use crate::command::catalogue::{Action, Scope};
use crate::session::ViewKind;
use crate::widget::paint::{line_cut_to, paint_line_at, paint_outline_above};
use crate::widget::{Face, Icon, Spoken, Theme, paint_icon};

/// Heights of the lines of a list, summed once, so that the visible ones are found quickly.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Heights {
    /// Where each line ends, points from the top.
    ends: Vec<f32>,
}

impl Heights {
    /// Sums the heights, points.
    pub fn new(heights: impl IntoIterator<Item = f32>) -> Self {
        let mut end = 0.0;
        let sum = |height| {
            end += height;
            end
        };
        Heights { ends: heights.into_iter().map(sum).collect() }
    }

    /// Height of the whole list.
    pub fn total(&self) -> f32 {
        self.ends.last().copied().unwrap_or(0.0)
    }

    /// Top and bottom of a line.
    pub fn line(&self, at: usize) -> (f32, f32) {
        let top = at.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0.0);
        (top, self.ends.get(at).copied().unwrap_or(top))
    }

    /// The lines that reach into a stretch.
    pub fn visible(&self, from: f32, to: f32) -> Range<usize> {
        let first = self.ends.partition_point(|end| *end <= from);
        let last = self.ends.partition_point(|end| *end < to);
        first..(last + 1).min(self.ends.len()).max(first)
    }
}

/// A scrolling list.
#[derive(Clone, Copy)]
pub struct Lines<'a> {
    /// Keeps two lists of a panel apart.
    pub id: &'a str,
    /// Heights of its lines.
    pub heights: &'a Heights,
    /// A line to bring into view.
    pub reveal: Option<usize>,
}

/// Draws a scrolling list of lines; `line_ui` is called for the visible ones with their place and rect.
pub fn lines_ui(ui: &mut Ui, lines: Lines<'_>, line_ui: impl FnMut(&mut Ui, usize, Rect)) {
    lines_on_ui(ui, lines, |_, _| {}, line_ui);
}

/// The same on a ground that is painted first, across the whole list.
pub fn lines_on_ui(ui: &mut Ui, lines: Lines<'_>, ground_ui: impl FnOnce(&Ui, Rect), mut line_ui: impl FnMut(&mut Ui, usize, Rect)) {
    ScrollArea::vertical().id_salt(lines.id).auto_shrink([false, false]).show_viewport(ui, |ui, viewport| {
        let total = lines.heights.total();
        ui.set_height(total);
        let origin = ui.min_rect().left_top();
        let width = ui.available_width();
        ground_ui(ui, Rect::from_min_size(origin, Vec2::new(width, total)));
        let rect_of = |at: usize| {
            let (top, bottom) = lines.heights.line(at);
            Rect::from_min_max(origin + Vec2::new(0.0, top), origin + Vec2::new(width, bottom))
        };
        for at in lines.heights.visible(viewport.top(), viewport.bottom()) {
            line_ui(ui, at, rect_of(at));
        }
        if let Some(at) = lines.reveal {
            ui.scroll_to_rect(rect_of(at), None);
        }
    });
}

/// The column by which a table is sorted, and whether backwards.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sorting {
    /// Place of the column; none for the order of the text.
    pub column: Option<usize>,
    /// From the end.
    pub is_backward: bool,
}

impl Sorting {
    /// What a click on a heading does: sort by it, then backwards, then as at first.
    pub fn click(&mut self, column: usize) {
        *self = match (self.column == Some(column), self.is_backward) {
            (false, _) => Sorting { column: Some(column), is_backward: false },
            (true, false) => Sorting { column: Some(column), is_backward: true },
            (true, true) => Sorting::default(),
        };
    }
}

const HEAD: f32 = 30.0;

/// Draws the row of headings. Gives whether a click on one changed the sorting.
pub fn headings_ui(ui: &mut Ui, columns: &[Column], padding: f32, sorting: &mut Sorting) -> bool {
    let theme = Theme::of(ui.ctx());
    let (rect, _) = ui.allocate_exact_size(Vec2::new(ui.available_width(), HEAD), Sense::hover());
    let before = *sorting;
    for (at, (column, cell)) in columns.iter().zip(cells(columns, rect, padding)).enumerate() {
        if column.heading.is_empty() || cell.width() <= 0.0 {
            continue;
        }
        let response = ui.interact(cell, ui.scope_id().with(("heading", at)), Sense::click());
        let is_by_it = sorting.column == Some(at);
        let colour = if is_by_it || response.hovered() { theme.ink } else { theme.ink3 };
        let face = if is_by_it { Face::SectionHead } else { Face::Meta };
        let line = line_cut_to(ui, column.heading, face, (colour, cell.width()));
        let left = if column.is_right { cell.right() - line.size().x } else { cell.left() };
        let end = left + line.size().x;
        paint_line_at(ui.painter(), (left, cell.center().y), line, colour);
        if is_by_it {
            let icon = if sorting.is_backward { Icon::ChevronUp } else { Icon::ChevronDown };
            let x = if column.is_right { left - 9.0 } else { end + 9.0 };
            paint_icon(ui.painter(), icon, egui::pos2(x, cell.center().y), 13.0, colour);
        }
        crate::widget::paint::paint_focus(ui, &response);
        Spoken::new(Role::ColumnHeader, &format!("Sort by {}", column.heading.to_lowercase())).on(is_by_it).tell(&response);
        if response.clicked() {
            sorting.click(at);
        }
    }
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, egui::Stroke::new(1.0, theme.line2));
    *sorting != before
}

/// What was done to a row with the mouse.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RowClick {
    /// One click.
    pub selects: bool,
    /// Two.
    pub opens: bool,
}

/// Draws the ground of a row and a hairline above it, and listens for clicks. The table as a whole is the stop for Tab, not
/// its rows.
pub fn row_ground_ui(ui: &mut Ui, rect: Rect, key: impl egui::AsIdSalt, (name, is_selected): (&str, bool)) -> RowClick {
    let theme = Theme::of(ui.ctx());
    let response = ui.interact(rect, ui.scope_id().with(key), Sense::CLICK);
    if is_selected {
        ui.painter().rect_filled(rect, 0.0, theme.selbg);
    } else if response.hovered() {
        ui.painter().rect_filled(rect, 0.0, theme.hover);
    }
    ui.painter().rect_filled(rect.with_max_y(rect.top() + 1.0), 0.0, theme.line);
    if is_selected {
        ui.painter().rect_filled(rect.with_max_x(rect.left() + 3.0), 0.0, theme.ink);
    }
    Spoken::new(Role::ListItem, name).on(is_selected).tell(&response);
    RowClick { selects: response.clicked(), opens: response.double_clicked() }
}

/// A cell narrower than this has no room for words, points.
const LEAST_CELL: f32 = 8.0;

/// Paints words in a cell, cut with an ellipsis.
pub fn cell_text(ui: &Ui, cell: Rect, words: &str, (face, colour): (Face, Color32)) {
    if cell.width() < LEAST_CELL {
        return;
    }
    let line = line_cut_to(ui, words, face, (colour, cell.width()));
    paint_line_at(ui.painter(), (cell.left(), cell.center().y), line, colour);
}

/// Words beside an icon want so much room, points; a letter and an ellipsis tell nothing.
const LEAST_WORDS: f32 = 30.0;

/// Paints an icon and words in a cell; the icon alone where there is no room for words.
pub fn cell_sign(ui: &Ui, cell: Rect, (icon, words): (Icon, &str), colour: Color32) {
    if cell.width() < LEAST_CELL {
        return;
    }
    paint_icon(ui.painter(), icon, egui::pos2(cell.left() + 7.0, cell.center().y), 13.0, colour);
    let words_room = cell.with_min_x(cell.left() + 19.0);
    if words_room.width() >= LEAST_WORDS {
        cell_text(ui, words_room, words, (Face::Dense, colour));
    }
}

/// Draws parts in a cell from left to right.
pub fn cell_ui<R>(ui: &mut Ui, cell: Rect, contents: impl FnOnce(&mut Ui) -> R) -> R {
    let builder = UiBuilder::new().max_rect(cell).layout(Layout::left_to_right(Align::Center));
    contents(&mut ui.new_child(builder))
}

/// Draws parts from left to right in a row across the panel, with room at both ends.
pub fn padded_ui<R>(ui: &mut Ui, height: f32, padding: f32, contents: impl FnOnce(&mut Ui) -> R) -> R {
    let (rect, _) = ui.allocate_exact_size(Vec2::new(ui.available_width(), height), Sense::hover());
    cell_ui(ui, rect.shrink2(Vec2::new(padding, 0.0)), contents)
}

/// Draws parts below one another with room at both sides, so that words wrap within it.
pub fn inset_ui<R>(ui: &mut Ui, padding: f32, contents: impl FnOnce(&mut Ui) -> R) -> R {
    let room = ui.available_rect_before_wrap().shrink2(Vec2::new(padding, 0.0));
    let inner = ui.scope_builder(UiBuilder::new().max_rect(room).layout(Layout::top_down(Align::Min)), contents);
    inner.inner
}

/// The id that has the focus while the table of a view has the keyboard. A table takes its own keys; nothing else translates
/// keys of [`Scope::Table`].
pub fn table_id(view: ViewKind) -> Id {
    Id::unique(("tickmark table", view))
}

/// Makes the rest of the panel a table that can have the keyboard, and takes what was pressed for it. One that is on screen
/// while nothing has the focus takes it. One that Tab or F6 came to is outlined until a key or the mouse goes on in it.
pub fn keyboard_ui(ui: &mut Ui, cx: &Cx<'_>, view: ViewKind) -> Option<Action> {
    let id = table_id(view);
    let response = ui.interact(ui.available_rect_before_wrap(), id, Sense::focusable_noninteractive());
    let name = match view {
        ViewKind::Articles => "Articles",
        ViewKind::Claims => "Table of claims",
        ViewKind::Numbers => "Table of numbers",
        ViewKind::Sources => "Table of sources",
        ViewKind::Compare => "Passages",
        ViewKind::Report => "Report",
    };
    Spoken::new(Role::Table, name).tell(&response);
    let is_covered = ui.memory(|memory| memory.top_modal_layer().is_some());
    let had_no_focus = ui.memory(|memory| memory.focused().is_none());
    if !is_covered && had_no_focus {
        response.request_focus();
    }
    if is_covered || !ui.memory(|memory| memory.has_focus(id)) {
        ui.data_mut(|data| data.remove::<bool>(id));
        return None;
    }
    let arrows = egui::EventFilter { tab: false, horizontal_arrows: false, vertical_arrows: true, escape: false };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(id, arrows));
    let scope = if view == ViewKind::Compare { Scope::Compare } else { Scope::Table };
    // Enter and Esc end a field; in the frame in which they do they are not the table's as well.
    let has_ended_field = had_no_focus && ui.input(|input| input.key_pressed(Key::Enter) || input.key_pressed(Key::Escape));
    let action = if has_ended_field { None } else { take_action(ui.ctx(), &cx.preferences.keys, scope) };
    let came_by_key = response.gained_focus() && ui.input(|input| input.key_pressed(Key::Tab) || input.key_pressed(Key::F6));
    let goes_on = action.is_some() || ui.input(|input| input.pointer.any_pressed());
    let is_outlined = came_by_key || (!goes_on && ui.data(|data| data.get_temp(id)).unwrap_or(false));
    ui.data_mut(|data| data.insert_temp(id, is_outlined));
    if is_outlined {
        paint_outline_above(ui, id, response.rect);
    }
    action
}

/// Gives the keyboard to a table.
pub fn focus_table(ui: &Ui, view: ViewKind) {
    ui.memory_mut(|memory| memory.request_focus(table_id(view)));
}

/// The row after or before the chosen one; the first or last one where none is chosen.
pub fn stepped(chosen: Option<usize>, count: usize, forward: bool) -> Option<usize> {
    let last = count.checked_sub(1)?;
    Some(match (chosen, forward) {
        (Some(at), true) => (at + 1).min(last),
        (Some(at), false) => at.saturating_sub(1),
        (None, true) => 0,
        (None, false) => last,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_lines_in_view_are_found() {
        let heights = Heights::new([10.0, 20.0, 30.0, 10.0]);
        assert_eq!(heights.total(), 70.0);
        assert_eq!(heights.line(2), (30.0, 60.0));
        assert_eq!(heights.visible(0.0, 5.0), 0..1);
        assert_eq!(heights.visible(10.0, 31.0), 1..3);
        assert_eq!(heights.visible(65.0, 500.0), 3..4);
        assert_eq!(heights.visible(90.0, 500.0), 4..4);
        assert_eq!(Heights::default().visible(0.0, 9.0), 0..0);
    }

    #[test]
    fn a_third_click_on_a_heading_is_the_order_of_the_text_again() {
        let mut sorting = Sorting::default();
        let mut seen = Vec::new();
        for column in [2, 2, 2, 1] {
            sorting.click(column);
            seen.push((sorting.column, sorting.is_backward));
        }
        assert_eq!(seen, [(Some(2), false), (Some(2), true), (None, false), (Some(1), false)]);
    }

    #[test]
    fn stepping_stops_at_the_ends() {
        assert_eq!([stepped(None, 3, true), stepped(None, 3, false), stepped(Some(2), 3, true)], [Some(0), Some(2), Some(2)]);
        assert_eq!([stepped(Some(0), 3, false), stepped(None, 0, true)], [Some(0), None]);
    }
}
