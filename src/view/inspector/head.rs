//! The head of the inspector, and the menu and keys of the mark that it is about.

use egui::{Align, Layout, Pos2, Rect, Ui, UiBuilder, Vec2};

use crate::command::Command;
use crate::command::catalogue::Action;
use crate::model::annotation::Annotation;
use crate::model::id::AnnotationId;
use crate::session::ViewKind;
use crate::view::Cx;
use crate::view::menu::{MenuRow, menu_row_ui};
use crate::widget::line::words_cut_ui;
use crate::widget::{Face, Icon, IconButton, Theme, hairline_ui, icon_button_ui, icon_ui};

/// Height of the head, points.
pub(super) const HEAD: f32 = 40.0;
/// Draws the head: contents from left to right, middled.
pub(super) fn head_row_ui(ui: &mut Ui, contents: impl FnOnce(&mut Ui)) {
    let room = Vec2::new(ui.available_width(), HEAD);
    ui.allocate_ui_with_layout(room, Layout::left_to_right(Align::Center), |ui| {
        ui.set_min_size(room);
        ui.spacing_mut().item_spacing.x = 8.0;
        contents(ui);
    });
}

/// Draws the title in the head.
pub(super) fn title_ui(ui: &mut Ui, title: &str) {
    let ink = Theme::of(ui.ctx()).ink;
    words_cut_ui(ui, title, Face::ViewTitle, ink);
}

/// Draws what stands beside the title: the place, muted.
pub(super) fn remark_ui(ui: &mut Ui, words: &str) {
    let muted = Theme::of(ui.ctx()).ink3;
    words_cut_ui(ui, words, Face::Dense, muted);
}

/// Narrower than this a place cannot be read, points.
const LEAST_PLACE: f32 = 40.0;

/// What the head of a mark says.
#[derive(Clone, Copy, Debug)]
pub(super) struct MarkHead<'a> {
    /// Sign before the title.
    pub icon: Option<Icon>,
    /// `Claim A14`.
    pub title: &'a str,
    /// `¶10, sentence 2`.
    pub place: &'a str,
}

/// Draws the head of a mark: title and place; at the right the way to its neighbours, and the menu.
pub(super) fn mark_head_ui(ui: &mut Ui, cx: &mut Cx<'_>, head: MarkHead<'_>, menu: impl FnOnce(&mut Ui, &mut Cx<'_>)) {
    let whole = ui.max_rect();
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        crate::view::menu::more_ui(ui, "More", |ui| menu(ui, cx));
        // Beside a table the table has the way to the neighbours, and the text is a jump away.
        let ways: &[_] = if cx.session.view() == ViewKind::Articles {
            &[(Icon::ChevronDown, Action::NextMark), (Icon::ChevronUp, Action::PreviousMark)]
        } else {
            &[(Icon::FileText, Action::RowShow)]
        };
        for (icon, action) in ways {
            action_button_ui(ui, cx, *icon, *action);
        }
        let words = Rect::from_min_max(whole.min, Pos2::new(ui.min_rect().left() - 6.0, whole.max.y));
        let mut words_ui = ui.new_child(UiBuilder::new().max_rect(words).layout(Layout::left_to_right(Align::Center)));
        words_ui.spacing_mut().item_spacing.x = 8.0;
        if let Some(icon) = head.icon {
            let colour = Theme::of(ui.ctx()).ink2;
            icon_ui(&mut words_ui, icon, 16.0, colour);
        }
        title_ui(&mut words_ui, head.title);
        if words_ui.available_width() > LEAST_PLACE {
            remark_ui(&mut words_ui, head.place);
        }
    });
}

/// Draws an icon button for an action of the catalogue.
pub(super) fn action_button_ui(ui: &mut Ui, cx: &mut Cx<'_>, icon: Icon, action: Action) {
    let label = action.row().map_or("", |row| row.label);
    let key = cx.key(action);
    let button = IconButton::new(icon, label).key(&key).enabled(cx.session.applies(action));
    if icon_button_ui(ui, button).clicked() {
        cx.run(action);
    }
}

/// Does something with the mark shown. Beside a table another one may be selected in the text, so it is selected first.
pub(super) fn act_on_mark(cx: &mut Cx<'_>, mark: Option<AnnotationId>, action: Action) {
    let Some(mark) = mark else { return };
    if cx.session.view() != ViewKind::Articles || cx.session.mark().map(|selected| selected.id) != Some(mark) {
        cx.send(Command::SelectMark(mark));
    }
    cx.run(action);
}

/// Draws the rows of the menu that every mark has: link, move an edge, remove.
pub(super) fn mark_menu_ui(ui: &mut Ui, cx: &mut Cx<'_>, mark: Option<&Annotation>) {
    let mark = mark.map(|mark| mark.id);
    for (action, icon) in [(Action::StartLink, Icon::Spline), (Action::StartResize, Icon::ArrowLeftRight)] {
        if mark_row_ui(ui, cx, mark, (action, icon)) {
            act_on_mark(cx, mark, action);
        }
    }
    hairline_ui(ui);
    if mark_row_ui(ui, cx, mark, (Action::Remove, Icon::Trash))
        && let Some(mark) = mark
    {
        cx.send(Command::RemoveMark(mark));
    }
}

fn mark_row_ui(ui: &mut Ui, cx: &Cx<'_>, mark: Option<AnnotationId>, (action, icon): (Action, Icon)) -> bool {
    let label = action.row().map_or("", |row| row.label);
    let key = cx.key(action);
    menu_row_ui(ui, MenuRow::new(label).icon(icon).key(&key).enabled(mark.is_some()))
}
