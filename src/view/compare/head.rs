//! The head of the view: which two articles stand beside each other, and the key that swaps them.

use egui::{Rect, Role, ScrollArea, Sense, Stroke, Ui, UiBuilder, pos2, vec2};

use super::building::Two;
use super::rows::origin;
use super::{CompareState, LANE, MARGIN};
use crate::command::catalogue::Action;
use crate::model::id::DocumentId;
use crate::view::Cx;
use crate::view::menu::{MenuRow, drop_down_ui, menu_row_ui};
use crate::view::wording::count;
use crate::widget::paint::{line_cut_to, line_in_style, paint_focus, paint_line_at};
use crate::widget::typeset::TextStyle;
use crate::widget::{Badge, Face, Icon, IconButton, Spoken, Theme, icon_button_ui, letter_badge_ui, paint_icon};

/// Height of a row of the list, and of all of the list at most.
const ROW: f32 = 28.0;
const LIST: f32 = 420.0;

/// Draws the head.
pub(super) fn head_ui(ui: &mut Ui, cx: &Cx<'_>, state: &mut CompareState, (rect, two, width): (Rect, Two, f32)) {
    let theme = Theme::of(ui.ctx());
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, Stroke::new(1.0, theme.line));
    let left = rect.left() + MARGIN;
    let column = |left: f32| Rect::from_min_max(pos2(left, rect.top()), pos2(left + width, rect.bottom() - 1.0));
    let picked = chooser_ui(ui, cx, state, (column(left), two.0, two.1), "Left article");
    if let Some(one) = picked {
        let other = if one == two.1 { two.0 } else { two.1 };
        state.is_chosen = true;
        state.choose((one, other));
    }
    let middle = pos2(left + width + LANE / 2.0 - 8.0, rect.center().y);
    let place = Rect::from_center_size(middle, vec2(34.0, 28.0));
    let mut swap = ui.new_child(UiBuilder::new().max_rect(place).layout(egui::Layout::left_to_right(egui::Align::Center)));
    let key = cx.key(Action::SwapArticles);
    let button = IconButton::new(Icon::ArrowLeftRight, "Swap the two").key(&key).icon_size(15.0).hit(32.0, 26.0);
    let response = icon_button_ui(&mut swap, button);
    ui.painter().rect_stroke(response.rect, 4.0, Stroke::new(1.0, theme.line2), egui::StrokeKind::Inside);
    if response.clicked() {
        state.is_chosen = true;
        state.swap();
    }
    let picked = chooser_ui(ui, cx, state, (column(left + width + LANE), two.1, two.0), "Right article");
    if let Some(other) = picked {
        let one = if other == two.0 { two.1 } else { two.0 };
        state.is_chosen = true;
        state.choose((one, other));
    }
}

/// Draws an article's letter, title and origin, and the list to choose another one from.
fn chooser_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    state: &CompareState,
    (rect, id, beside): (Rect, DocumentId, DocumentId),
    name: &str,
) -> Option<DocumentId> {
    let theme = Theme::of(ui.ctx());
    let project = cx.session.project();
    let document = project.document(id)?;
    let response = ui.interact(rect.shrink2(vec2(0.0, 4.0)), ui.scope_id().with(("chooser", name)), Sense::click());
    if response.hovered() {
        ui.painter().rect_filled(rect.shrink2(vec2(0.0, 4.0)).expand2(vec2(4.0, 0.0)), 4.0, theme.hover);
    }
    let mut badge = ui.new_child(UiBuilder::new().max_rect(rect).layout(egui::Layout::left_to_right(egui::Align::Center)));
    let letter = project.letter(id);
    let width = letter_badge_ui(&mut badge, &letter, Badge::Filled).rect.width();
    let (left, right) = (rect.left() + width + 9.0, rect.right() - 24.0);
    let title = line_in_style(ui, document.title(), TextStyle::sans(13.5, 16.0).semibold(), theme.ink);
    let title =
        if title.size().x > right - left { line_cut_to(ui, document.title(), Face::DenseStrong, (theme.ink, right - left)) } else { title };
    paint_line_at(ui.painter(), (left, rect.top() + 14.0), title, theme.ink);
    let about = line_cut_to(ui, &origin(document, project.document(beside)), Face::Meta, (theme.ink3, right - left));
    paint_line_at(ui.painter(), (left, rect.top() + 30.0), about, theme.ink3);
    paint_icon(ui.painter(), Icon::ChevronDown, pos2(rect.right() - 9.0, rect.center().y), 15.0, theme.ink3);
    paint_focus(ui, &response);
    Spoken::new(Role::ComboBox, &format!("{name}: {letter}, {}", document.title())).tell(&response);
    let mut picked = None;
    drop_down_ui(&response, |ui| picked = list_ui(ui, cx, state, (id, beside)));
    picked
}

/// The articles to choose from, with how much each shares with the one in the other column.
fn list_ui(ui: &mut Ui, cx: &Cx<'_>, state: &CompareState, (id, beside): (DocumentId, DocumentId)) -> Option<DocumentId> {
    let project = cx.session.project();
    let order = project.order();
    let mut picked = None;
    ScrollArea::vertical().max_height(LIST).show_rows(ui, ROW, order.len(), |ui, rows| {
        for other in order.get(rows).unwrap_or_default() {
            let title = project.document(*other).map_or("", |document| document.title());
            let shared = state.all.pair((*other, beside)).map_or(0, |pair| pair.passages);
            let shared = if shared == 0 { String::new() } else { count(shared, "passage") };
            let label = format!("{}  {title}", project.letter(*other));
            if menu_row_ui(ui, MenuRow::new(&label).key(&shared).chosen(*other == id)) {
                picked = Some(*other);
            }
        }
    });
    picked.filter(|picked| *picked != id)
}
