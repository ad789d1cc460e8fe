//! Rows of menus, taken from the catalogue or plain, and the button that opens a list of choices.

use egui::{Align, Layout, Popup, PopupCloseBehavior, Pos2, Response, Role, ScrollArea, Sense, Ui, Vec2};

use super::Cx;
use crate::command::catalogue::Action;
use crate::widget::paint::{line_cut_to, line_of_text, paint_focus, paint_line_at};
use crate::widget::{Face, Icon, IconButton, Spoken, Theme, icon_button_ui, paint_icon};

const ROW: f32 = 28.0;
const PADDING: f32 = 8.0;
const ICON: f32 = 15.0;
/// A list of choices that has less room below its field than this, points, lies over it; one that has more scrolls.
const LEAST_LIST: f32 = 200.0;
const MENU_WIDTH: f32 = 284.0;
const CONTROL: f32 = 28.0;

/// A row of a menu.
#[derive(Clone, Copy, Debug)]
#[must_use]
pub struct MenuRow<'a> {
    label: &'a str,
    icon: Option<Icon>,
    key: &'a str,
    is_enabled: bool,
    is_chosen: bool,
}

impl<'a> MenuRow<'a> {
    /// A row that says what it does.
    pub fn new(label: &'a str) -> Self {
        MenuRow { label, icon: None, key: "", is_enabled: true, is_chosen: false }
    }

    /// An icon before the words.
    pub fn icon(self, icon: Icon) -> Self {
        MenuRow { icon: Some(icon), ..self }
    }

    /// The key that does the same.
    pub fn key(self, key: &'a str) -> Self {
        MenuRow { key, ..self }
    }

    /// Whether it can be chosen now.
    pub fn enabled(self, is_enabled: bool) -> Self {
        MenuRow { is_enabled, ..self }
    }

    /// Marks the present one of several choices.
    pub fn chosen(self, is_chosen: bool) -> Self {
        MenuRow { is_chosen, ..self }
    }
}

/// Draws a row of a menu; the menu closes when it is chosen.
pub fn menu_row_ui(ui: &mut Ui, row: MenuRow<'_>) -> bool {
    let clicked = ui.add_enabled_ui(row.is_enabled, |ui| bare_row_ui(ui, row)).inner.clicked();
    if clicked {
        ui.close();
    }
    clicked
}

fn bare_row_ui(ui: &mut Ui, row: MenuRow<'_>) -> Response {
    let theme = Theme::of(ui.ctx());
    let (rect, response) = ui.allocate_exact_size(Vec2::new(ui.available_width(), ROW), Sense::click());
    if ui.is_rect_visible(rect) {
        if response.hovered() || response.has_focus() {
            ui.painter().rect_filled(rect, 4.0, theme.hover);
        }
        let middle = rect.center().y;
        let sign = row.icon.or(row.is_chosen.then_some(Icon::Check));
        if let Some(icon) = sign {
            paint_icon(ui.painter(), icon, Pos2::new(rect.left() + PADDING + ICON / 2.0, middle), ICON, theme.ink2);
        }
        let key = line_of_text(ui, row.key, Face::Meta, theme.ink3);
        let key_left = rect.right() - PADDING - key.size().x;
        let left = rect.left() + PADDING + ICON + 8.0;
        let face = if row.is_chosen { Face::DenseStrong } else { Face::Dense };
        let label = line_cut_to(ui, row.label, face, (theme.ink, key_left - 12.0 - left));
        paint_line_at(ui.painter(), (left, middle), label, theme.ink);
        paint_line_at(ui.painter(), (key_left, middle), key, theme.ink3);
    }
    let mut spoken = Spoken::new(Role::MenuItem, row.label).key((!row.key.is_empty()).then_some(row.key));
    spoken.is_on = row.is_chosen.then_some(true);
    spoken.tell(&response);
    response
}

/// Draws the row of an action as the catalogue has it, and asks for the action when chosen.
pub fn action_row_ui(ui: &mut Ui, cx: &mut Cx<'_>, action: Action, icon: Option<Icon>) {
    let Some(row) = action.row() else { return };
    let key = cx.key(action);
    let is_enabled = cx.session.applies(action);
    if menu_row_ui(ui, MenuRow { icon, ..MenuRow::new(row.label).key(&key).enabled(is_enabled) }) {
        cx.run(action);
    }
}

/// Draws what drops down from a button when it is clicked.
pub fn drop_down_ui(button: &Response, contents: impl FnOnce(&mut Ui)) {
    popup_ui(button, MENU_WIDTH, contents);
}

/// Draws a popup under a button, `width` points wide.
fn popup_ui(button: &Response, width: f32, contents: impl FnOnce(&mut Ui)) {
    let behaviour = PopupCloseBehavior::CloseOnClickOutside;
    Popup::menu(button).close_behavior(behaviour).width(width).show(|ui| {
        ui.set_width(width);
        ui.spacing_mut().item_spacing.y = 0.0;
        contents(ui);
    });
}

/// Draws the three dots that open a menu.
pub fn more_ui(ui: &mut Ui, name: &str, contents: impl FnOnce(&mut Ui)) {
    let button = icon_button_ui(ui, IconButton::new(Icon::Ellipsis, name));
    drop_down_ui(&button, contents);
}

/// One of several choices, with its label at the left.
#[derive(Clone, Copy, Debug)]
pub struct Choice<'a, T> {
    /// What is chosen.
    pub name: &'a str,
    /// Room for the name at the left, points; with 0 it is only spoken.
    pub label_width: f32,
    /// The present choice.
    pub chosen: T,
}

/// Draws a field that drops down a list of choices. Gives the one that was picked, if it is another.
pub fn choice_ui<T: Copy + PartialEq>(ui: &mut Ui, choice: Choice<'_, T>, choices: &[(T, &str)]) -> Option<T> {
    let theme = Theme::of(ui.ctx());
    let size = Vec2::new(ui.available_width(), CONTROL);
    let picked = ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Center), |ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        if choice.label_width > 0.0 {
            let (rect, _) = ui.allocate_exact_size(Vec2::new(choice.label_width, CONTROL), Sense::hover());
            let line = line_of_text(ui, choice.name, Face::Dense, theme.ink2);
            paint_line_at(ui.painter(), (rect.left(), rect.center().y), line, theme.ink2);
        }
        let word = choices.iter().find(|(value, _)| *value == choice.chosen).map_or("", |(_, word)| *word);
        let button = choice_button_ui(ui, choice.name, word);
        let mut picked = None;
        // The list is as wide as its field; the frame of the menu takes 10.
        popup_ui(&button, button.rect.width() - 10.0, |ui| {
            let below = ui.ctx().content_rect().bottom() - button.rect.bottom() - 16.0;
            ScrollArea::vertical().max_height(below.max(LEAST_LIST)).show(ui, |ui| {
                for (value, word) in choices {
                    if menu_row_ui(ui, MenuRow::new(word).chosen(*value == choice.chosen)) {
                        picked = Some(*value);
                    }
                }
            });
        });
        picked
    });
    picked.inner.filter(|value| *value != choice.chosen)
}

fn choice_button_ui(ui: &mut Ui, name: &str, word: &str) -> Response {
    let theme = Theme::of(ui.ctx());
    let (rect, response) = ui.allocate_exact_size(Vec2::new(ui.available_width(), CONTROL), Sense::click());
    if ui.is_rect_visible(rect) {
        let fill = if response.hovered() { theme.hover } else { theme.field };
        let border = egui::Stroke::new(1.0, theme.line2);
        ui.painter().rect(rect, 4.0, fill, border, egui::StrokeKind::Inside);
        let line = line_cut_to(ui, word, Face::Dense, (theme.ink, rect.width() - 34.0));
        paint_line_at(ui.painter(), (rect.left() + PADDING, rect.center().y), line, theme.ink);
        let chevron = Pos2::new(rect.right() - 14.0, rect.center().y);
        paint_icon(ui.painter(), Icon::ChevronDown, chevron, 14.0, theme.ink2);
        paint_focus(ui, &response);
    }
    response.widget_info(|| {
        let mut info = egui::WidgetInfo::labeled(Role::ComboBox, ui.is_enabled(), name);
        info.current_text_value = Some(word.to_owned());
        info
    });
    response
}
