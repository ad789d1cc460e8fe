//! The bar at the top: the project and its menu, the views, search, undo and redo, commands, settings.

use egui::{Align, Layout, Pos2, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, UiBuilder, Vec2};

use super::Cx;
use super::field::line_ui;
use super::menu::{MenuRow, action_row_ui, drop_down_ui, menu_row_ui};
use crate::command::catalogue::Action;
use crate::command::{Command, Field};
use crate::session::ViewKind;
use crate::widget::field::TextField;
use crate::widget::line::{HoverWords, said_ui};
use crate::widget::paint::{line_cut_to, line_of_text, paint_focus, paint_line_at};
use crate::widget::tab::HEIGHT;
use crate::widget::{
    Face, Icon, IconButton, Spoken, Tab, Theme, brand_ui, hairline_ui, icon_button_ui, key_cap_ui, paint_icon, tab_ui, trailing_ui,
    upright_hairline_ui,
};

/// Below this width of the bar words give way.
const NARROW: f32 = 1000.0;
/// Below this one the tabs are icons.
const ICONS: f32 = 880.0;
/// Below this one the name of the project is short.
const SLIM: f32 = 760.0;
/// Room in which hardly a letter of it is left.
const TINY: f32 = 470.0;
const SEARCH: f32 = 250.0;
const LEAST_SEARCH: f32 = 130.0;
/// What stands at the right besides the search, points: undo, redo, settings, gaps.
const TOOLS: f32 = 132.0;
const COMMANDS: f32 = 110.0;
const COMMANDS_KEY: f32 = 48.0;
const SEARCH_ICON: f32 = 30.0;

/// Draws the top bar, 44 high, in a panel without margins.
pub fn top_bar_ui(ui: &mut Ui, cx: &mut Cx<'_>) {
    let width = ui.available_width();
    let (rect, _) = ui.allocate_exact_size(Vec2::new(width, HEIGHT), Sense::hover());
    let is_narrow = width < NARROW;
    // Below the tabs, so that the mark of the open one lies on it.
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, Stroke::new(1.0, Theme::of(ui.ctx()).line));
    let inside = rect.shrink2(Vec2::new(12.0, 0.0));
    let mut left = ui.new_child(UiBuilder::new().max_rect(inside).layout(Layout::left_to_right(Align::Center)));
    left.spacing_mut().item_spacing.x = 0.0;
    brand_ui(&mut left);
    left.add_space(8.0);
    project_ui(&mut left, cx, is_narrow);
    left.add_space(if is_narrow { 4.0 } else { 14.0 });
    tabs_ui(&mut left, cx, is_narrow);
    let rest = Rect::from_min_max(Pos2::new(left.min_rect().right() + 8.0, inside.top()), inside.max);
    trailing_ui(ui, rest, |ui| tools_ui(ui, cx, rest.width()));
}

fn project_ui(ui: &mut Ui, cx: &mut Cx<'_>, is_narrow: bool) {
    let theme = Theme::of(ui.ctx());
    let name = cx.session.project().name().to_owned();
    let most = match ui.available_width() {
        room if room < TINY => 34.0,
        room if room < SLIM => 60.0,
        _ if is_narrow => 90.0,
        _ => 220.0,
    };
    let shown = if name.trim().is_empty() { "Untitled project" } else { name.trim() };
    let line = line_cut_to(ui, shown, Face::GroupTitle, (theme.ink, most));
    let (rect, response) = ui.allocate_exact_size(Vec2::new(line.size().x + 22.0, 28.0), Sense::click());
    if response.hovered() {
        ui.painter().rect_filled(rect.expand2(Vec2::new(4.0, 0.0)), 4.0, theme.hover);
    }
    let end = rect.left() + line.size().x;
    paint_line_at(ui.painter(), (rect.left(), rect.center().y), line, theme.ink);
    paint_icon(ui.painter(), Icon::ChevronDown, Pos2::new(end + 8.0, rect.center().y + 0.5), 14.0, theme.ink3);
    paint_focus(ui, &response);
    Spoken::new(Role::Button, &format!("Project {shown}")).tell(&response);
    drop_down_ui(&response, |ui| project_menu_ui(ui, cx, &name));
    response.on_hover_words("Name, files, export, settings");
}

fn project_menu_ui(ui: &mut Ui, cx: &mut Cx<'_>, name: &str) {
    ui.add_space(4.0);
    line_ui(ui, cx, Field::ProjectName, TextField::new("Project name").hint("Name of the project"), name);
    ui.add_space(6.0);
    group_ui(ui, cx, &[(Action::NewProject, Icon::Plus), (Action::OpenProject, Icon::FolderOpen)]);
    recent_ui(ui, cx);
    hairline_ui(ui);
    group_ui(
        ui,
        cx,
        &[
            (Action::OpenArticles, Icon::FileText),
            (Action::OpenFromWeb, Icon::FileCode),
            (Action::PasteArticle, Icon::ClipboardPaste),
            (Action::OpenDraft, Icon::FileText),
        ],
    );
    hairline_ui(ui);
    group_ui(ui, cx, &[(Action::Save, Icon::HardDrive), (Action::SaveAs, Icon::HardDrive), (Action::Backups, Icon::HardDrive)]);
    group_ui(ui, cx, &[(Action::Export, Icon::FileDown), (Action::Letters, Icon::Mail)]);
    hairline_ui(ui);
    group_ui(ui, cx, &[(Action::Settings, Icon::Settings), (Action::Shortcuts, Icon::Keyboard)]);
    hairline_ui(ui);
    group_ui(ui, cx, &[(Action::CloseProject, Icon::X), (Action::Quit, Icon::X)]);
}

fn group_ui(ui: &mut Ui, cx: &mut Cx<'_>, rows: &[(Action, Icon)]) {
    for (action, icon) in rows {
        action_row_ui(ui, cx, *action, Some(*icon));
    }
}

/// Recent projects offered in the menu.
const RECENT: usize = 6;

fn recent_ui(ui: &mut Ui, cx: &mut Cx<'_>) {
    let preferences = cx.preferences;
    let here = cx.session.path();
    let recent = preferences.recent.iter().filter(|path| Some(path.as_path()) != here).take(RECENT);
    for path in recent {
        let name = path.file_stem().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
        if menu_row_ui(ui, MenuRow::new(&format!("Open {name}")).icon(Icon::FileText)) {
            cx.send(Command::OpenRecent(path.clone()));
        }
    }
}

fn tabs_ui(ui: &mut Ui, cx: &mut Cx<'_>, is_narrow: bool) {
    let is_short = ui.max_rect().width() < ICONS;
    let project = cx.session.project();
    let views = [
        (ViewKind::Articles, Icon::FileText, "Articles", Action::ShowArticles, project.order().len()),
        (ViewKind::Claims, Icon::ListFilter, "Claims", Action::ShowClaims, project.claims().len()),
        (ViewKind::Numbers, Icon::Hash, "Numbers", Action::ShowNumbers, project.quantities().len()),
        (ViewKind::Sources, Icon::Quote, "Sources", Action::ShowSources, project.sources().len()),
        (ViewKind::Compare, Icon::Columns2, "Compare", Action::ShowCompare, 0),
        (ViewKind::Report, Icon::ClipboardCheck, "Report", Action::ShowReport, 0),
    ];
    for (view, icon, word, action, count) in views {
        let key = cx.key(action);
        let count = (count > 0 && !is_narrow).then_some(count);
        let tab = Tab { icon, word, count, key: &key, is_short, is_open: cx.session.view() == view };
        if tab_ui(ui, tab).clicked() {
            cx.run(action);
        }
    }
}

/// What stands at the right; `room` points are there for it.
fn tools_ui(ui: &mut Ui, cx: &mut Cx<'_>, room: f32) {
    let commands_fit = room > TOOLS + COMMANDS + LEAST_SEARCH;
    let for_search = room - TOOLS - if commands_fit { COMMANDS } else { COMMANDS_KEY };
    if for_search >= LEAST_SEARCH {
        search_ui(ui, cx, for_search.min(SEARCH));
    } else {
        icon_tool_ui(ui, cx, (Icon::Search, 16.0), Action::FindEverywhere, "Search all articles");
    }
    ui.add_space(8.0);
    // Both have their keys, and their rows in the palette.
    if room >= TOOLS + COMMANDS_KEY + SEARCH_ICON {
        let undo = step_name("Undo", cx.session.history().undo_label());
        icon_tool_ui(ui, cx, (Icon::Undo2, 17.0), Action::Undo, &undo);
        let redo = step_name("Redo", cx.session.history().redo_label());
        icon_tool_ui(ui, cx, (Icon::Redo2, 17.0), Action::Redo, &redo);
        ui.add_space(8.0);
    }
    upright_hairline_ui(ui, 16.0);
    ui.add_space(8.0);
    commands_ui(ui, cx, commands_fit);
    ui.add_space(8.0);
    icon_tool_ui(ui, cx, (Icon::Settings, 16.0), Action::Settings, "Settings");
}

/// `Undo tag claim A14`.
fn step_name(what: &str, label: Option<&str>) -> String {
    label.map_or_else(|| what.to_owned(), |label| format!("{what} {label}"))
}

fn icon_tool_ui(ui: &mut Ui, cx: &mut Cx<'_>, (icon, size): (Icon, f32), action: Action, name: &str) {
    let key = cx.key(action);
    let button = IconButton::new(icon, name).key(&key).icon_size(size).hit(30.0, 28.0).enabled(cx.session.applies(action));
    if icon_button_ui(ui, button).clicked() {
        cx.run(action);
    }
}

fn commands_ui(ui: &mut Ui, cx: &mut Cx<'_>, has_word: bool) {
    let theme = Theme::of(ui.ctx());
    let key = cx.key(Action::Palette);
    let shown = ui.scope(|ui| {
        if !has_word {
            return key_cap_ui(ui, &key).rect;
        }
        let word = said_ui(ui, "Commands", Face::Dense, theme.ink2);
        ui.add_space(6.0);
        word.rect.union(key_cap_ui(ui, &key).rect)
    });
    let rect = Rect::from_center_size(shown.inner.center(), Vec2::new(shown.inner.width() + 8.0, 28.0));
    let response = ui.interact(rect, ui.unique_id().with("commands"), Sense::click());
    if response.hovered() {
        let border = Stroke::new(1.0, theme.line2);
        ui.painter().rect_stroke(rect, 4.0, border, StrokeKind::Inside);
    }
    act_ui(ui, cx, &response, ("Commands", Action::Palette));
}

/// Looks like the search field and opens the search panel, which has the real one.
fn search_ui(ui: &mut Ui, cx: &mut Cx<'_>, width: f32) {
    let theme = Theme::of(ui.ctx());
    let (rect, response) = ui.allocate_exact_size(Vec2::new(width, 28.0), Sense::click());
    let fill = if response.hovered() { theme.hover } else { theme.field };
    ui.painter().rect(rect, 4.0, fill, Stroke::new(1.0, theme.line2), StrokeKind::Inside);
    let middle = rect.center().y;
    paint_icon(ui.painter(), Icon::Search, Pos2::new(rect.left() + 8.0 + 7.5, middle), 15.0, theme.ink3);
    let key = cx.key(Action::FindEverywhere);
    let cap_room = line_of_text(ui, &key, Face::Meta, theme.ink3).size().x + 18.0;
    let has_cap = width > 210.0 && !key.is_empty();
    let words = rect.width() - 38.0 - if has_cap { cap_room } else { 0.0 };
    let line = line_cut_to(ui, "Search all articles", Face::Dense, (theme.ink3, words));
    paint_line_at(ui.painter(), (rect.left() + 30.0, middle), line, theme.ink3);
    if has_cap {
        let inside = rect.shrink2(Vec2::new(8.0, 0.0));
        let mut cap = ui.new_child(UiBuilder::new().max_rect(inside).layout(Layout::right_to_left(Align::Center)));
        key_cap_ui(&mut cap, &key);
    }
    act_ui(ui, cx, &response, ("Search all articles", Action::FindEverywhere));
}

/// The common end of a painted control: focus outline, name, tooltip with key, action.
fn act_ui(ui: &Ui, cx: &mut Cx<'_>, response: &Response, (name, action): (&str, Action)) {
    paint_focus(ui, response);
    let key = cx.key(action);
    Spoken::new(Role::Button, name).key(Some(&key)).tell(response);
    let clicked = response.clicked();
    response.clone().on_hover_ui(|ui| crate::widget::icon_button::tooltip_ui(ui, cx.tooltip(action), Some(&key)));
    if clicked {
        cx.run(action);
    }
}

#[cfg(test)]
mod tests;
